from collections.abc import Callable

from django.http import HttpResponse
from django.urls import URLPattern, path

from articles import editions, preview, reports, views
from dprd_news.lib import paths  # noqa: F401 registers the forms of year and month

app_name = "articles"


def _feeds(page: str, view: Callable[..., HttpResponse], name: str) -> list[URLPattern]:
    """The two feed forms of a page, at its own address plus the fixed suffix."""
    return [
        path(f"{page}{form}.xml", view, {"form": form}, name=f"{name}_{form}") for form in ("rss", "atom")
    ]


urlpatterns = [
    path("berita/", views.article_list, name="list"),
    path("berita/<yyyy:year>/", views.year_list, name="year"),
    path("berita/<yyyy:year>/<mm:month>/", views.month_list, name="month"),
    path("berita/<yyyy:year>/<mm:month>/<slug:slug>/", views.article_detail, name="detail"),
    path("berita/<yyyy:year>/<mm:month>/<slug:slug>/versi/", views.article_versions, name="versions"),
    path("berita/<yyyy:year>/<mm:month>/<slug:slug>/teks/", editions.text_page, name="text"),
    path("berita/<yyyy:year>/<mm:month>/<slug:slug>/paket-pers.zip", editions.press_kit, name="press_kit"),
    path("berita/<yyyy:year>/<mm:month>/<slug:slug>/lapor/", reports.report_form, name="report"),
    path("lapor/", reports.report_status, name="report_status"),
    path("teks/", editions.text_list, name="texts"),
    path(
        "berita/<yyyy:year>/<mm:month>/<slug:slug>/bagikan-<slug:key>.jpg", views.article_image, name="card"
    ),
    path("koreksi/", views.correction_list, name="corrections"),
    path("pratinjau/<str:token>/", preview.preview_link, name="preview_link"),
    *_feeds("berita/", views.article_feed, "list"),
    *_feeds("koreksi/", views.correction_feed, "corrections"),
    *_feeds("pejabat/<slug:slug>/", views.official_feed, "official"),
    *_feeds("lembaga/<slug:slug>/", views.institution_feed, "institution"),
    *_feeds("topik/<slug:slug>/", views.topic_feed, "topic"),
]
