"""Every page that is indexable and canonical."""

from django.conf import settings
from django.contrib.sitemaps.views import sitemap
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from articles.sitemaps import ArticleSitemap
from dprd_news import topics
from dprd_news.lib.caching import public_data
from dprd_news.lib.sitemaps import SiteSitemap
from people.models import Institution, Official, Topic, Visit
from people.sitemaps import RecordSitemap

PAGES = (
    "front", "articles:list", "people:visits", "people:officials", "people:institutions", "topics",
    "articles:corrections", "follow", "about",
)  # fmt: skip


class PageSitemap(SiteSitemap):
    def items(self) -> list[str]:
        return list(PAGES)

    def location(self, name: str) -> str:
        return reverse(name)


class TopicSitemap(SiteSitemap):
    def items(self) -> list[Topic]:
        return topics.public()


SITEMAPS = {
    "halaman": PageSitemap(),
    "topik": TopicSitemap(),
    "berita": ArticleSitemap(),
    "pejabat": RecordSitemap(Official),
    "lembaga": RecordSitemap(Institution),
    "kunjungan": RecordSitemap(Visit),
}


@public_data
def sitemap_index(request: HttpRequest) -> HttpResponse:
    """The sections with each of their pages."""
    items = []
    for section, site in SITEMAPS.items():
        address = settings.SITE_URL + reverse("sitemap_section", args=[section])
        changed = site.get_latest_lastmod()
        items.append({"location": address, "last_mod": changed})
        items += [
            {"location": f"{address}?p={page}", "last_mod": changed}
            for page in range(2, site.paginator.num_pages + 1)
        ]
    return render(request, "sitemap_index.xml", {"sitemaps": items}, content_type="application/xml")


@public_data
def sitemap_section(request: HttpRequest, section: str) -> HttpResponse:
    return sitemap(request, {**SITEMAPS}, section=section).render()
