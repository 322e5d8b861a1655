"""What a filtered list holds, and what it says about its filters."""

import re
from datetime import date

import pytest

from people.models import Institution, Visit
from tests.factories import (
    make_article,
    make_council,
    make_institution,
    make_official,
    make_region,
    make_topic,
    make_visit,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def council():
    return make_council()


def titles(client, address, records):
    """Which of the records the list links to, by the first word of their title."""
    page = client.get(address).content.decode()
    return {str(record) for record in records if f'href="{record.get_absolute_url()}"' in page}


def notes(client, address):
    page = client.get(address).content.decode()
    found = re.search(r'<div class="notice" role="status">(.*?)</div>', page, re.DOTALL)
    return re.findall(r"<p>(.*?)</p>", found[1]) if found else []


@pytest.fixture
def visits(council):
    """Visits that differ in every filter but share their topic."""
    province = make_region("31", "province", "Provinsi Tanah Rempah")
    city = make_region("31.01", name="Kota Tirtasari", parent=province)
    guest = make_institution("Pemkot Tirtasari", region=city)
    komisi = make_institution("Komisi I", Institution.Kind.COMMISSION, parent=council.institution)
    asri, bimo = make_official("Asri"), make_official("Bimo")
    arsip = make_topic("Arsip")
    hosted = make_visit(
        "Diterima",
        guests=[guest],
        hosts=[komisi],
        receivers=[asri],
        topics=[arsip],
        starts_on=date(2025, 6, 23),
    )
    made = make_visit(
        "Dilakukan",
        guests=[council.institution],
        hosts=[make_institution("Balai Kota")],
        topics=[arsip, make_topic("Pasar")],
        starts_on=date(2024, 1, 2),
        kind=Visit.Kind.COMPARATIVE_STUDY,
        status=Visit.Status.CANCELLED,
        purpose="Belajar perparkiran",
    )
    made.parties.filter(side="guest").update(head=bimo)
    other = make_visit(
        "Lain", guests=[make_institution("Sekolah")], region=city, starts_on=date(2024, 12, 31)
    )
    return [hosted, made, other]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", {"Diterima", "Dilakukan", "Lain"}),
        ("topik=arsip", {"Diterima", "Dilakukan"}),
        ("topik=pasar", {"Dilakukan"}),
        ("pejabat=asri", {"Diterima"}),
        ("pejabat=bimo", {"Dilakukan"}),
        ("lembaga=komisi-i", {"Diterima"}),
        ("lembaga=pemkot-tirtasari", {"Diterima"}),
        ("wilayah=31.01", {"Diterima", "Lain"}),
        ("wilayah=31", {"Diterima", "Lain"}),
        ("tahun=2024", {"Dilakukan", "Lain"}),
        ("dari=2024-01-02&sampai=2024-12-30", {"Dilakukan"}),
        ("dari=2024-12-31", {"Diterima", "Lain"}),
        ("jenis=comparative_study", {"Dilakukan"}),
        ("arah=diterima", {"Diterima"}),
        ("arah=dilakukan", {"Dilakukan"}),
        ("arah=dihadiri", set()),
        ("status=cancelled", {"Dilakukan"}),
        ("q=PARKIR", {"Dilakukan"}),
        ("q=sekolah", {"Lain"}),
        ("q=sekolah+parkir", set()),
        ("topik=arsip&tahun=2025", {"Diterima"}),
    ],
)
def test_visits_are_filtered_alike_on_page_and_feed(client, visits, query, expected):
    feed = client.get(f"/kunjungan/rss.xml?{query}").content.decode()

    assert titles(client, f"/kunjungan/?{query}", visits) == expected
    assert {visit.title for visit in visits if f"<title>{visit.title}</title>" in feed} == expected
    assert notes(client, f"/kunjungan/?{query}") == []


@pytest.fixture
def articles(council):
    province = make_region("31", "province", "Provinsi Tanah Rempah")
    body = make_institution("Dinas", region=make_region("31.01", name="Kota Tirtasari", parent=province))
    arsip, pasar = make_topic("Arsip"), make_topic("Pasar")
    return [
        make_article(
            "Satu", topics=[arsip, pasar], officials=[make_official("Asri")], event_date=date(2024, 6, 1)
        ),
        make_article("Dua", topics=[arsip], institutions=[body], activity="hearing"),
        make_article("Tiga", topics=[pasar], body="<p>Perparkiran dibahas.</p>"),
    ]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("topik=arsip", {"Satu", "Dua"}),
        ("pejabat=asri", {"Satu"}),
        ("lembaga=dinas", {"Dua"}),
        ("wilayah=31", {"Dua"}),
        ("wilayah=31.01", {"Dua"}),
        ("tahun=2024", {"Satu"}),
        ("dari=2024-06-02", {"Dua", "Tiga"}),
        ("sampai=2025-03-03", {"Satu"}),
        ("jenis=hearing", {"Dua"}),
        ("q=PARKIR", {"Tiga"}),
        ("topik=arsip&jenis=hearing", {"Dua"}),
    ],
)
def test_articles_are_filtered_alike_on_page_and_feed(client, articles, query, expected):
    feed = client.get(f"/berita/rss.xml?{query}").content.decode()

    assert titles(client, f"/berita/?{query}", articles) == expected
    assert {article.title for article in articles if f"<title>{article.title}</title>" in feed} == expected


def test_news_archives_take_the_filters_of_the_list(client, articles):
    year = titles(client, "/berita/2025/?topik=arsip", articles)
    month = titles(client, "/berita/2025/03/?pejabat=asri", articles)

    assert (year, month) == ({"Satu", "Dua"}, {"Satu"})


def test_year_without_a_visit_has_no_page(client, visits):
    statuses = [client.get(f"/kunjungan/{year}/").status_code for year in (2025, 1999)]

    assert statuses == [200, 404]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/berita/?topik=tidak-ada", ["Tidak ada topik “tidak-ada”, jadi daftar ini kosong."]),
        ("/berita/?jenis=x&pejabat=y", [
            "Tidak ada pejabat “y”, jadi daftar ini kosong.", "Tidak ada jenis “x”, jadi daftar ini kosong.",
        ]),
        ("/berita/?tahun=1950", []),
        ("/berita/?arah=diterima", ["Penyaring “arah” tidak dapat dibaca di daftar ini dan diabaikan."]),
        ("/kunjungan/?dari=kemarin", ["Penyaring “dari” tidak dapat dibaca di daftar ini dan diabaikan."]),
        ("/kunjungan/?arah=keluar", ["Tidak ada arah “keluar”, jadi daftar ini kosong."]),
        ("/pejabat/?lembaga=tidak-ada", ["Tidak ada lembaga “tidak-ada”, jadi daftar ini kosong."]),
        ("/berita/2025/?arah=x", ["Penyaring “arah” tidak dapat dibaca di daftar ini dan diabaikan."]),
        ("/berita/2025/03/?jenis=x", ["Tidak ada jenis “x”, jadi daftar ini kosong."]),
        ("/lembaga/?jenis=x", ["Tidak ada jenis “x”, jadi daftar ini kosong."]),
        ("/lembaga/?tahun=2025", ["Penyaring “tahun” tidak dapat dibaca di daftar ini dan diabaikan."]),
    ],
)  # fmt: skip
def test_list_says_what_it_makes_of_its_filters(client, council, articles, address, expected):
    assert notes(client, address) == expected


def test_list_tells_a_hidden_topic_from_no_topic_by_nothing(client, council):
    make_article(state="draft", topics=[make_topic("Rahasia")])

    said = [notes(client, f"{page}?topik=rahasia") for page in ("/berita/", "/kunjungan/")]

    assert said == [["Tidak ada topik “rahasia”, jadi daftar ini kosong."]] * 2


@pytest.mark.parametrize(
    ("query", "expected"),
    [("wilayah=31", {"Dinas Kota", "Dinas Provinsi"}), ("wilayah=31.01", {"Dinas Kota"})],
)
def test_institutions_of_a_province_are_those_of_its_regions_too(client, council, query, expected):
    province = make_region("31", "province", "Provinsi Tanah Rempah")
    city = make_region("31.01", name="Kota Tirtasari", parent=province)
    bodies = [
        make_institution("Dinas Kota", region=city),
        make_institution("Dinas Provinsi", region=province),
    ]

    assert titles(client, f"/lembaga/?{query}", [*bodies, council.institution]) == expected


@pytest.mark.parametrize("path", ["/berita/", "/kunjungan/", "/lembaga/", "/pejabat/"])
def test_only_the_plain_list_and_its_cursor_pages_are_for_search_engines(client, council, path):
    robots = '<meta name="robots" content="noindex">'
    queries = ("", "?sebelum=20250101-1", "?lembaga=x&jenis=x", "?halaman=2", "?utm=1")

    said = [robots in client.get(path + query).content.decode() for query in queries]

    assert said == [False, False, True, True, True]
