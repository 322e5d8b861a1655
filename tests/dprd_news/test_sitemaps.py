import re
from datetime import datetime, timedelta
from xml.etree import ElementTree

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.utils import timezone

from dprd_news.lib import sitemaps
from tests.factories import JAKARTA, LONG_AGO, jpeg, make_article, make_council, make_official, make_photo
from tests.world import make_world

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1"
LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
IMAGE = "{http://www.google.com/schemas/sitemap-image/1.1}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"


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


def test_sitemap_names_the_pictures_of_a_page(client):
    first, second = make_photo(), make_photo()
    article = make_article(photos=[first, second])
    bare = make_article()
    official = make_official()
    official.portrait.save("potret.jpg", ContentFile(jpeg()))

    found = {}
    for path in ("/sitemap-berita.xml", "/sitemap-pejabat.xml"):
        for url in ElementTree.fromstring(client.get(path).content):
            found[url.find(LOC).text] = [image.text for image in url.iter(f"{IMAGE}loc")]

    portrait = official.portrait.shown(official.portrait_width_px, official.portrait_height_px).url
    assert found == {
        f"{SITE}{article.get_absolute_url()}": [f"{SITE}{photo.shown.url}" for photo in (first, second)],
        f"{SITE}{bare.get_absolute_url()}": [],
        f"{SITE}{official.get_absolute_url()}": [f"{SITE}{portrait}"],
    }
    assert {
        client.get(path.removeprefix(SITE)).status_code for paths in found.values() for path in paths
    } == {200}


def test_news_sitemap_holds_the_last_two_days(client):
    make_council()
    now = datetime(2026, 6, 3, 12, tzinfo=JAKARTA)
    with time_machine.travel(now, tick=False):
        for title, hours in (("Hari ini & esok", 1), ("Kemarin", 47), ("Lusa kemarin", 49)):
            make_article(title, published_at=now - timedelta(hours=hours))
        make_article("Rahasia", state="scheduled", published_at=now + timedelta(hours=1))
        make_article("Rahasia kedua", state="withdrawn", published_at=now - timedelta(hours=3))
        make_article("Rahasia ketiga", state="draft")

        root = ElementTree.fromstring(client.get("/sitemap-terbaru.xml").content)
        index = locations(client, "/sitemap.xml")

    found = [
        {
            part.tag.removeprefix(NEWS): part.text.strip()
            for part in url.iter()
            if part.tag.startswith(NEWS) and part.text
        }
        for url in root
    ]
    shared = {"name": "DPRD Kota Mekarsari", "language": "id"}
    assert found == [
        {**shared, "publication_date": "2026-06-03T11:00:00+07:00", "title": "Hari ini & esok"},
        {**shared, "publication_date": "2026-06-01T13:00:00+07:00", "title": "Kemarin"},
    ]
    assert "/sitemap-terbaru.xml" in index


def test_news_sitemap_without_news_is_not_in_the_index(client):
    make_article()

    assert [path for path in locations(client, "/sitemap.xml") if "terbaru" in path] == []
    assert locations(client, "/sitemap-terbaru.xml") == []


def test_record_made_ahead_of_its_time_changed_when_that_came(client):
    due = timezone.now() + timedelta(days=2)
    official = make_official(published_at=due)

    with time_machine.travel(due + timedelta(hours=1), tick=False):
        root = ElementTree.fromstring(client.get("/sitemap-pejabat.xml").content)

    (lastmod,) = [part.text for part in root.iter(LOC.replace("loc", "lastmod"))]
    assert datetime.fromisoformat(lastmod) == official.published_at.replace(microsecond=0)


def test_months_without_an_article_are_in_no_sitemap(client):
    make_article(published_at=LONG_AGO)
    make_article(published_at=LONG_AGO.replace(year=2024, month=11))
    make_article(state="withdrawn", published_at=LONG_AGO.replace(month=5))

    assert locations(client, "/sitemap-arsip.xml") == [
        "/berita/2024/", "/berita/2025/", "/berita/2024/11/", "/berita/2025/03/",
    ]  # fmt: skip
