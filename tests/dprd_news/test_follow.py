import re
from xml.etree import ElementTree

import pytest

from tests.factories import (
    make_article,
    make_correction,
    make_council,
    make_official,
    make_position,
    make_topic,
)
from tests.world import make_world

pytestmark = pytest.mark.django_db


def links(page):
    return set(re.findall(r'href="(/[^"#]*)"', page))


def test_every_feed_that_is_named_answers_with_entries(client):
    make_world()

    page = client.get("/langganan/").content.decode()
    feeds = sorted(path for path in links(page) if path.endswith(("rss.xml", "atom.xml")))
    entries = {
        path: re.search("<(item|entry)", client.get(path).content.decode()) is not None for path in feeds
    }

    assert len(feeds) >= 8
    assert [path for path, has_entries in entries.items() if not has_entries] == []


def test_subjects_without_a_public_article_are_not_named(client):
    council = make_council()
    told, untold = (
        make_position(make_official(name), institution=council.institution).official
        for name in ("Ani Ada", "Tini Tiada")
    )
    make_article(officials=[told], topics=[make_topic("Dibahas")])
    make_article(officials=[untold], topics=[make_topic("Belum")], state="draft")

    page = client.get("/langganan/").content.decode()

    assert (told.get_absolute_url() in links(page), untold.get_absolute_url() in links(page)) == (True, False)
    assert "Belum" not in page


def test_filter_becomes_a_feed_of_its_own(client):
    make_article("Sampah", topics=[make_topic("Kebersihan")], activity="hearing")

    page = client.get("/langganan/?topik=kebersihan&jenis=hearing").content.decode()

    assert "/berita/rss.xml?topik=kebersihan&amp;jenis=hearing" in page
    assert "Belum ada berita yang cocok" not in page
    assert "Sampah" in client.get("/berita/rss.xml?topik=kebersihan&jenis=hearing").content.decode()


@pytest.mark.parametrize(
    "query", ["topik=" + "x" * 10_000, "q=%00", "jenis='--", "wilayah=<b>", "sebelum=zz"]
)
def test_nonsense_in_the_query_is_a_normal_page(client, query):
    assert client.get(f"/langganan/?{query}").status_code == 200


def test_opml_is_well_formed_and_names_whole_addresses(client):
    make_correction(make_article('Judul & "tanda"', topics=[make_topic('Air & "banjir"')]))

    response = client.get("/langganan.opml")

    root = ElementTree.fromstring(response.content)
    addresses = [outline.get("xmlUrl") for outline in root.iter("outline") if outline.get("xmlUrl")]
    assert "http://127.0.0.1/topik/air-banjir/rss.xml" in addresses
    assert [one for one in addresses if not one.startswith("http://127.0.0.1/")] == []


def test_empty_site_says_that_there_is_nothing_to_follow(client):
    assert "belum memuat berita" in client.get("/langganan/").content.decode()
