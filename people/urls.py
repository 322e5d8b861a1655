from django.urls import path

from dprd_news.lib import paths  # noqa: F401 registers the forms of year and month
from people import views, visits

app_name = "people"

urlpatterns = [
    path("pejabat/", views.official_list, name="officials"),
    path("pejabat/<slug:slug>/", views.official_detail, name="official"),
    path("pejabat/<slug:slug>/bagikan-<slug:key>.jpg", views.official_image, name="official_card"),
    path("lembaga/", views.institution_list, name="institutions"),
    path("lembaga/<slug:slug>/", views.institution_detail, name="institution"),
    path("lembaga/<slug:slug>/bagikan-<slug:key>.jpg", views.institution_image, name="institution_card"),
    path("kunjungan/", visits.visit_list, name="visits"),
    path("kunjungan/rss.xml", visits.visit_feed, {"form": "rss"}, name="visits_rss"),
    path("kunjungan/atom.xml", visits.visit_feed, {"form": "atom"}, name="visits_atom"),
    path("kunjungan/kalender.ics", visits.visit_calendar, name="visits_ics"),
    path("kunjungan/data.csv", visits.visit_data, name="visits_csv"),
    path("kunjungan/statistik/", visits.statistics_page, name="statistics"),
    path("kunjungan/statistik/data.csv", visits.statistics_data, name="statistics_csv"),
    path("kunjungan/<yyyy:year>/", visits.visit_list, name="visits_year"),
    path("kunjungan/<yyyy:year>/<slug:slug>/", visits.visit_detail, name="visit"),
    path("kunjungan/<yyyy:year>/<slug:slug>/kalender.ics", visits.visit_event, name="visit_ics"),
    path("kunjungan/<yyyy:year>/<slug:slug>/bagikan-<slug:key>.jpg", visits.visit_image, name="visit_card"),
]
