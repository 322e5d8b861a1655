import re
from datetime import timedelta
from xml.etree import ElementTree

import pytest

from dprd_news.lib import sitemaps
from tests.factories import LONG_AGO, make_article
from tests.world import make_world

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1"
LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def locations(client, path):
    root = ElementTree.fromstring(client.get(path).content)
    return [loc.text.removeprefix(SITE) for loc in root.iter(LOC)]


def listed(client):
    return [path for section in locations(client, "/sitemap.xml") for path in locations(client, section)]


def test_sitemap_lists_every_page_once(client):
    world = make_world()

    paths = listed(client)

    records = (world.council.institution, world.body, world.official, world.topic, world.visit, world.article)
    assert sorted(paths) == sorted(
        [
            "/",
            "/berita/",
            "/kunjungan/",
            "/pejabat/",
            "/lembaga/",
            "/topik/",
            "/koreksi/",
            "/langganan/",
            "/teks/",
            "/tentang/",
        ]
        + ["/berita/2025/", "/berita/2025/03/", "/kunjungan/2025/"]
        + [record.get_absolute_url() for record in records]
    )


def test_sitemap_lists_only_what_is_indexable_and_canonical(client):
    make_world()

    pages = {path: client.get(path) for path in listed(client)}

    found = {}
    for path, answer in pages.items():
        page = answer.content.decode()
        canonical = re.findall(r'<link rel="canonical" href="([^"]+)">', page)
        found[path] = (answer.status_code, canonical, "noindex" in page)
    assert found == {path: (200, [f"{SITE}{path}"], False) for path in pages}


def test_sitemap_dates_a_section_by_its_latest_edit(client):
    for edited_at in (LONG_AGO + timedelta(days=9), None):
        make_article(published_at=LONG_AGO, edited_at=edited_at)

    root = ElementTree.fromstring(client.get("/sitemap.xml").content)

    dates = {entry[0].text: entry[1].text for entry in root if len(entry) == 2}
    assert dates == {f"{SITE}/sitemap-berita.xml": (LONG_AGO + timedelta(days=9)).isoformat()}


def test_sitemap_is_cut_into_pages(client, monkeypatch):
    monkeypatch.setattr(sitemaps, "KEYS_PER_FILE", 2)
    articles = [make_article(published_at=LONG_AGO + timedelta(hours=hour)) for hour in range(5)]
    numbers = sorted({article.pk // 2 for article in articles})

    sections = [path for path in locations(client, "/sitemap.xml") if "berita" in path]

    assert sections == [
        f"/sitemap-berita.xml?p={number + 1}" if number else "/sitemap-berita.xml" for number in numbers
    ]
    assert [locations(client, path) for path in sections] == [
        [article.get_absolute_url() for article in articles if article.pk // 2 == number]
        for number in numbers
    ]
    beyond = ("0", str(numbers[-1] + 2), "x", "-1", "²", "9" * 30)
    assert {
        page: client.get("/sitemap-berita.xml", {"p": page}).status_code for page in beyond
    } == dict.fromkeys(beyond, 404)


def test_sitemap_holds_an_empty_stretch_back(client, monkeypatch):
    monkeypatch.setattr(sitemaps, "KEYS_PER_FILE", 1)
    shown, hidden = make_article(), make_article(state="draft")

    sections = [path for path in locations(client, "/sitemap.xml") if "berita" in path]

    assert sections == [f"/sitemap-berita.xml?p={shown.pk + 1}"]
    assert client.get(f"/sitemap-berita.xml?p={hidden.pk + 1}").status_code == 404


def test_sitemap_has_no_other_section(client):
    assert client.get("/sitemap-pengguna.xml").status_code == 404
