"""Every public address starts here."""

from django.contrib import admin
from django.urls import include, path, re_path

from articles import views as articles
from dprd_news import follow, site_files, sitemaps, styles, views

urlpatterns = [
    path("", views.front_page, name="front"),
    path("rss.xml", articles.article_feed, {"form": "rss", "path": "front"}, name="rss"),
    path("atom.xml", articles.article_feed, {"form": "atom", "path": "front"}, name="atom"),
    path("", include("articles.urls")),
    path("", include("people.urls")),
    path("topik/", views.topic_list, name="topics"),
    path("topik/<slug:slug>/", views.topic_detail, name="topic"),
    path("topik/<slug:slug>/bagikan-<slug:key>.jpg", views.topic_card, name="topic_card"),
    path("cari/", views.search_page, name="search"),
    path("cari/saran.json", views.search_suggestions, name="search_suggestions"),
    path("cari/rss.xml", views.search_feed, {"form": "rss"}, name="search_rss"),
    path("cari/atom.xml", views.search_feed, {"form": "atom"}, name="search_atom"),
    path("langganan/", follow.follow, name="follow"),
    path("langganan.opml", follow.opml, name="opml"),
    path("tentang/", views.about, name="about"),
    re_path(r"^gaya/(?P<digest>[0-9a-f]{16})\.css$", styles.styles, name="styles"),
    path("warna.css", styles.colours, name="colours"),
    path("media/<path:name>", views.media, name="media"),
    path("bagikan-<slug:key>.jpg", site_files.card, name="card"),
    path("ikon-<slug:name>.png", site_files.icon, name="icon"),
    path("manifest.webmanifest", site_files.manifest, name="manifest"),
    path("opensearch.xml", site_files.opensearch, name="opensearch"),
    path(".well-known/security.txt", site_files.security, name="security"),
    path("robots.txt", views.robots, name="robots"),
    path("favicon.ico", views.favicon, name="favicon"),
    path("sitemap.xml", sitemaps.sitemap_index, name="sitemap"),
    re_path(r"^sitemap-(?P<section>[a-z]+)\.xml$", sitemaps.sitemap_section, name="sitemap_section"),
    path("healthz", views.health, name="health"),
    path("readyz", views.ready, name="ready"),
    path("admin/", include("dprd_news.accounts_urls")),
    path("admin/", admin.site.urls),
]
