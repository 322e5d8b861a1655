"""Search as readers meet it: order, filters, counts, marks, suggestions, feeds, and whatever else is typed."""

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.utils import timezone

from dprd_news import search
from dprd_news.lib.filters import Filters
from tests.factories import (
    make_article,
    make_institution,
    make_official,
    make_position,
    make_post,
    make_topic,
    make_visit,
    tomorrow,
)

pytestmark = pytest.mark.django_db

HOSTILE = (
    "a" * 10_000,
    "sampah " * 1_500,
    "\0sampah\0",
    'sampah" OR title:*',
    "' OR 1=1; DROP TABLE people_searchdocument --",
    "NEAR(a b, 2) AND NOT {title}: x* ^y",
    "sampah & | ! <-> (:*",
    "yang di dan ke dari",
    "مرحبا بالعالم",
    "😀 🎉",
    "\u202esampah\u202c",
    "%s %(x)s {0} \\ _ %",
    '"',
    '""',
    "xq0 xqk1 xqt1",
    "ı İ ß ﬁ Ⅳ ½",
    "e\u0301e\u0301",
    "1" * 300,
    "-1",
    "*",
)


def titles(page):
    """The results of a page in their order, as text."""
    found = re.findall(r'<h3 class="result__title"><a href="[^"]*">(.*?)</a></h3>', page, re.DOTALL)
    return [re.sub("<[^>]+>", "", title).strip() for title in found]


def page(client, **query):
    response = client.get("/cari/", query)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("address", ["/cari/", "/cari/saran.json", "/cari/rss.xml"])
def test_whatever_is_typed_gets_a_normal_answer(client, address, text):
    make_article("Sampah kota")

    response = client.get(address, {"q": text})

    # XML has no place for most control characters, and a feed names what was sought.
    assert response.status_code == 200
    assert b"\0" not in response.content


def test_titles_come_before_texts_and_the_newer_before_the_older(client):
    today = timezone.localdate()
    make_article("Lain", body="<p>Pasar sepi, kata pedagang layangan.</p>", event_date=today)
    make_article("Layangan lama", event_date=today - timedelta(days=2500))
    make_article("Layangan baru", event_date=today - timedelta(days=5))

    assert titles(page(client, q="layangan")) == ["Layangan baru", "Layangan lama", "Lain"]


def test_counts_are_what_choosing_them_shows(client):
    topic = make_topic("Angin")
    make_article("Layangan satu", topics=[topic], event_date=date(2024, 5, 5))
    make_article("Layangan dua", topics=[topic], event_date=date(2025, 5, 5))
    make_article("Layangan tiga", event_date=date(2025, 6, 5))
    make_visit("Kunjungan layangan", starts_on=date(2025, 7, 1), topics=[topic])
    make_official("Layangan Wijaya")
    make_article("Layangan rahasia", state="draft", topics=[topic])
    make_visit("Layangan nanti", published_at=tomorrow(), topics=[topic])

    answer = search.find(Filters(q="layangan"))
    narrowed = search.find(Filters(q="layangan", year=2025))
    shown = {
        query: len(titles(page(client, q="layangan", **dict([query.split("=")]))))
        for query in ("jenis=berita", "jenis=kunjungan", "jenis=pejabat", "jenis=lembaga", "tahun=2024", "tahun=2025", "topik=angin")
    }  # fmt: skip

    assert (answer.kinds, answer.years, answer.topics) == (
        {1: 3, 2: 1, 3: 1},
        {2024: 1, 2025: 3},
        {topic.pk: 3},
    )
    assert (narrowed.kinds, narrowed.years, narrowed.topics) == (
        {1: 2, 2: 1},
        {2024: 1, 2025: 3},
        {topic.pk: 2},
    )
    assert list(shown.values()) == [3, 1, 1, 0, 1, 3, 3]


def test_filters_of_links_and_days_narrow_and_bad_values_are_named(client):
    official, body = make_official("Kinasih"), make_institution("Dinas Angin")
    make_article("Layangan satu", officials=[official], event_date=date(2024, 5, 5))
    make_article("Layangan dua", institutions=[body], event_date=date(2025, 5, 5))

    def with_filter(**query):
        return titles(page(client, q="layangan", **query))

    assert with_filter(pejabat="kinasih") == ["Layangan satu"]
    assert with_filter(lembaga="dinas-angin") == ["Layangan dua"]
    assert with_filter(pejabat="tidak-ada") == []
    assert with_filter(dari="2025-05-05") == ["Layangan dua"]
    assert with_filter(sampai="2025-05-04") == ["Layangan satu"]
    assert "Penyaring “tahun” tidak dapat dibaca" in page(client, q="layangan", tahun="abc")
    assert "Penyaring “arah” tidak dapat dibaca" in page(client, q="layangan", arah="diterima")
    assert "Tidak ada jenis “entah”" in page(client, q="layangan", jenis="entah")


def test_words_are_marked_escaped_and_by_every_form(client):
    make_article("Kelola <b>sampah</b>", body="<p>Cara mengelola sampah &lt;i&gt; &amp; limbah.</p>")

    found = page(client, q="pengelolaan sampah")

    assert "<mark>Kelola</mark> &lt;b&gt;<mark>sampah</mark>&lt;/b&gt;" in found
    assert "Cara <mark>mengelola</mark> <mark>sampah</mark> &lt;i&gt; &amp; limbah." in found


def test_misspelt_question_is_answered_as_it_was_meant(client):
    make_article("Pengelolaan sampah")

    found = page(client, q="pengelolan smapah")

    assert titles(found) == ["Pengelolaan sampah"]
    assert 'Mungkin maksud Anda <a href="/cari/?q=pengelolaan%20sampah">pengelolaan sampah</a>?' in found


def test_hidden_words_are_never_what_was_meant(client):
    make_official("Zulkarnaen", published_at=tomorrow())

    found = page(client, q="zulkarnean")

    assert ("zulkarnaen" in found.lower(), "Tidak ada yang cocok" in found) == (False, True)


def test_question_that_nothing_answers_whole_is_answered_in_part(client):
    make_article("Layangan")

    found = page(client, q="layangan qwrtp")

    assert (titles(found), "Tidak ada yang memuat semua kata itu" in found) == (["Layangan"], True)


def test_year_alone_is_no_part_of_an_answer(client):
    make_article("Layangan", event_date=date(2025, 5, 5))

    found = page(client, q="qwrtp 2025")

    assert (titles(found), "Tidak ada yang cocok" in found) == ([], True)


def test_whoever_has_that_very_post_comes_first(client):
    body, chair = make_institution("Komisi II"), make_post("Ketua")
    make_position(make_official("Deputi"), make_post("Wakil Ketua"), body)
    make_position(make_official("Kepala"), chair, body)
    make_position(make_official("Anggota"), make_post("Anggota"), body)
    make_position(make_official("Kepala Dua"), chair, make_institution("Komisi IV"))

    assert titles(page(client, q="ketua komisi 2")) == ["Kepala", "Deputi"]
    assert titles(page(client, q="anggota komisi 2")) == ["Anggota"]
    assert titles(page(client, q="deputi komisi ii")) == ["Deputi"]


def test_topic_is_suggested_by_its_other_words(client):
    make_article("Lain", topics=[make_topic("Pasar rakyat", synonyms="pedagang kaki lima, PKL")])

    offered = client.get("/cari/saran.json", {"q": "pedagang ka"}).json()["saran"]

    assert offered == [{"teks": "Pasar rakyat", "jenis": "Topik", "alamat": "/topik/pasar-rakyat/"}]


def test_empty_page_helps_and_leads_out_of_the_filter(client):
    make_article("Layangan", topics=[make_topic("Angin ribut")])

    nothing, filtered = page(client, q="qwrtp"), page(client, q="layangan", tahun="2001")

    assert ['href="/topik/angin-ribut/"' in one for one in (nothing, filtered)] == [True, True]
    assert '<a href="/cari/?q=layangan">Cari “layangan” tanpa saringan</a>' in filtered


def test_more_than_can_be_weighed_is_told_without_counts(client, monkeypatch):
    monkeypatch.setattr(search, "MOST_WEIGHED", 3)
    topic = make_topic("Angin")
    for day in range(1, 6):
        make_article(
            "Berita",
            body="<p>Layangan.</p>",
            event_date=date(2025, 1, day),
            topics=[topic] if day < 3 else [],
        )
    make_official("Layangan Wijaya")

    found = page(client, q="layangan")
    narrowed = page(client, q="layangan", topik="angin")

    assert ("Lebih dari" in found, "chips__count" in found) == (True, False)
    assert (titles(found)[0], len(titles(narrowed))) == ("Layangan Wijaya", 2)


def test_suggestions_name_what_is_public_by_the_beginning_of_words(client):
    make_official("Larasati Kinasih", front_title="Dr.")
    make_institution("Dinas Laras")
    make_article("Pengelolaan laras")
    make_topic("Larasita")
    make_article("Lain", topics=[make_topic("Laras bahasa")])
    make_official("Larasati Rahasia", published_at=tomorrow())
    make_article("Laras draf", state="draft")

    def offered(text):
        return [
            (one["teks"], one["jenis"]) for one in client.get("/cari/saran.json", {"q": text}).json()["saran"]
        ]

    assert offered("lara") == [
        ("Laras bahasa", "Topik"),
        ("Dr. Larasati Kinasih", "Pejabat"),
        ("Dinas Laras", "Lembaga"),
        ("Pengelolaan laras", "Berita"),
    ]
    assert offered("pengelolaan lar") == [("Pengelolaan laras", "Berita")]
    assert (offered("l"), offered("qwrtp")) == ([], [])


def test_words_that_nobody_seeks_are_not_suggested(client):
    make_article("Ingatan jangan sampai hilang")
    make_article("Sampan di danau")

    offered = {
        text: [one["teks"] for one in client.get("/cari/saran.json", {"q": text}).json()["saran"]]
        for text in ("sam", "sampan di", "sampan di da", "jangan sampai hil", "di")
    }

    assert offered == {
        "sam": ["Sampan di danau"],
        "sampan di": ["Sampan di danau"],
        "sampan di da": ["Sampan di danau"],
        "jangan sampai hil": ["Ingatan jangan sampai hilang"],
        "di": [],
    }


def test_feed_of_a_question_holds_the_newest_articles_that_answer(client):
    make_article("Layangan satu", published_at=timezone.now() - timedelta(days=9))
    make_article("Layangan dua", published_at=timezone.now() - timedelta(days=2))
    make_article("Layangan draf", state="draft")
    make_article("Lain")
    make_official("Layangan")

    feeds = {
        form: client.get(f"/cari/{form}.xml", {"q": "layangan"}).content.decode() for form in ("rss", "atom")
    }
    announced = (
        'type="application/rss+xml" title="Pencarian “layangan” (RSS)" href="/cari/rss.xml?q=layangan"'
    )

    assert re.findall("<title>([^<]*)</title>", feeds["rss"])[1:] == ["Layangan dua", "Layangan satu"]
    assert [re.findall("<title>([^<]*)</title>", feeds["atom"])[1:]] == [["Layangan dua", "Layangan satu"]]
    assert (announced in page(client, q="layangan"), "rss.xml?q" in page(client, q="qwrtp")) == (True, False)


@pytest.mark.postgres
def test_people_and_bodies_have_indexes_of_their_own():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_get_expr(indpred, indrelid) FROM pg_index WHERE indexrelid::regclass::text LIKE %s",
            ["people_searchdocument_undated_%"],
        )
        conditions = [condition.replace("(", "").replace(")", "") for (condition,) in cursor.fetchall()]

    assert conditions == [search.UNDATED.removeprefix("d.")] * 2
