"""The head of every public page: canonical link, cards, feeds."""

import re
from html.parser import HTMLParser

import pytest

from tests.factories import (
    LONG_AGO,
    make_article,
    make_council,
    make_institution,
    make_official,
    make_topic,
    make_visit,
)
from tests.world import is_machine_form, make_world

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1"
FEED_TYPES = {"application/rss+xml", "application/atom+xml"}


class Head(HTMLParser):
    """Meta by property or name (a list each), links as (rel, href, type), and the title."""

    def __init__(self, client, path):
        super().__init__()
        self.meta, self.links, self.title = {}, [], ""
        self.in_title = False
        self.feed(client.get(path).content.decode().split("<body")[0])

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.in_title = tag == "title"
        if tag == "meta" and "content" in values:
            name = values.get("property") or values.get("name") or ""
            self.meta.setdefault(name, []).append(values["content"])
        if tag == "link":
            self.links.append((values["rel"], values["href"], values.get("type", "")))

    def handle_data(self, data):
        if self.in_title:
            self.title += data
        self.in_title = False

    def feeds(self):
        return [href for rel, href, kind in self.links if rel == "alternate" and kind in FEED_TYPES]


def pages(world):
    """Every page; the text edition has a head of its own, as small as can be."""
    shown = [path for path in world.addresses() if not is_machine_form(path) and "/teks/" not in path]
    return [*shown, "/tentang/", "/cari/"]


def test_every_page_has_its_own_title_description_and_card(client):
    world = make_world()
    shared = {
        "og:locale": ["id_ID"],
        "og:site_name": ["DPRD Kota Mekarsari"],
        "og:image:type": ["image/jpeg"],
        "og:image:width": ["1200"],
        "og:image:height": ["630"],
        "twitter:card": ["summary_large_image"],
    }

    for path in pages(world):
        head = Head(client, path)
        meta = head.meta
        assert {name: meta.get(name) for name in shared} == shared, path
        assert (
            meta["og:title"] == meta["twitter:title"] == [head.title.removesuffix(" – DPRD Kota Mekarsari")]
        ), path
        assert meta["og:description"] == meta["twitter:description"] == meta["description"], path
        assert meta["og:image"] == meta["twitter:image"], path
        assert meta["og:image:alt"] == meta["twitter:image:alt"], path
        assert [
            name
            for name, values in meta.items()
            if len(values) > 1 and name not in {"theme-color", "article:tag"}
        ] == []
        assert [
            name for name in ("og:title", "description", "og:image:alt") if not meta[name][0].strip()
        ] == [], path


def test_every_page_names_one_canonical_address_without_its_query(client):
    world = make_world()

    found = {
        path: [href for rel, href, _ in head.links if rel == "canonical"] + head.meta["og:url"]
        for path in [*pages(world), "/berita/?sebelum=20250304T023000.000000-1", "/berita/?utm_source=wa"]
        for head in [Head(client, path)]
    }

    assert found == {path: [f"{SITE}{path.split('?')[0]}"] * 2 for path in found}


def test_lists_with_a_query_string_other_than_a_cursor_are_not_indexed(client):
    world = make_world()
    paths = [*pages(world), "/berita/?sebelum=20990304T023000.000000-1", "/berita/2025/01/"]

    hidden = [path for path in paths if Head(client, path).meta.get("robots") == ["noindex"]]

    versions = world.article.get_versions_url()
    narrowed = [path for path in paths if "?" in path and "?sebelum=" not in path]
    assert hidden == [path for path in paths if path in {*narrowed, versions, "/cari/", "/berita/2025/01/"}]


def test_search_engines_list_no_answers_but_an_archive_may_keep_them(client):
    make_council()

    head = Head(client, "/cari/?q=sampah")

    assert (head.meta["robots"], head.meta["archive.org_bot"]) == (["noindex"], ["all"])
    assert "archive.org_bot" not in Head(client, "/berita/?q=sampah").meta


def test_words_with_marks_are_said_once_escaped(client):
    make_council()
    article = make_article('Rapat "A" & <b>B</b>')

    page = client.get(article.get_absolute_url()).content.decode()
    head = Head(client, article.get_absolute_url())

    assert head.meta["og:title"] == ['Rapat "A" & <b>B</b>']
    assert re.findall(r'property="og:title" content="([^"]*)"', page) == [
        "Rapat &quot;A&quot; &amp; &lt;b&gt;B&lt;/b&gt;"
    ]


def test_article_tells_its_times_section_and_topics(client):
    make_council()
    topics = [make_topic("sampah"), make_topic("air")]
    article = make_article(activity="plenary", topics=topics, edited_at=LONG_AGO.replace(day=9))

    meta = Head(client, article.get_absolute_url()).meta

    assert {name: sorted(values) for name, values in meta.items() if name.startswith("article:")} == {
        "article:published_time": ["2025-03-04T09:30:00+07:00"],
        "article:modified_time": ["2025-03-09T09:30:00+07:00"],
        "article:section": ["Rapat paripurna"],
        "article:tag": ["air", "sampah"],
    }
    assert meta["og:type"] == ["article"]


def test_colours_are_told_for_light_and_dark(client):
    make_council(colour="#7a1f1f")

    page = client.get("/").content.decode()

    assert re.findall(r'<meta name="theme-color" content="([^"]+)" media="([^"]+)">', page) == [
        ("#7a1f1f", "(prefers-color-scheme: light)"),
        ("#10161e", "(prefers-color-scheme: dark)"),
    ]


def test_every_page_links_manifest_search_and_touch_icon(client):
    world = make_world()
    wanted = {
        ("apple-touch-icon", "/ikon-180.png", ""),
        ("manifest", "/manifest.webmanifest", ""),
        ("search", "/opensearch.xml", "application/opensearchdescription+xml"),
    }

    assert [path for path in pages(world) if not wanted <= set(Head(client, path).links)] == []
    assert {client.get(href).status_code for _, href, _ in wanted} == {200}


def test_announced_feeds_have_entries(client):
    world = make_world()

    found = {path: Head(client, path).feeds() for path in pages(world)}

    without = {"/pejabat/", "/lembaga/", "/topik/", "/tentang/", "/kunjungan/statistik/"}
    silent = {path for path, feeds in found.items() if not feeds}
    assert silent == {
        path
        for path in found
        if path == "/cari/" or path.split("?")[0] in without or path.endswith("/versi/")
    } | {world.visit.get_absolute_url()}
    feeds = {href for hrefs in found.values() for href in hrefs}
    bodies = {href: client.get(href).content.decode() for href in feeds}
    assert [href for href, body in bodies.items() if "<item>" not in body and "<entry>" not in body] == []


def test_no_feed_without_entries_is_announced(client):
    make_council()
    topic = make_topic()
    records = [make_official(), make_institution(), topic]
    make_visit(topics=[topic], published_at=None)
    make_article(state="draft")
    make_article(state="scheduled")
    paths = ["/", "/berita/", "/kunjungan/", "/koreksi/", "/cari/", "/tentang/", *(
        record.get_absolute_url() for record in records[:2]
    )]  # fmt: skip

    assert {path: Head(client, path).feeds() for path in paths} == {path: [] for path in paths}
