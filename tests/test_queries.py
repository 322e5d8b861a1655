"""Queries for a page: few, and as many for thirty rows as for three."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import ArticleInstitution, ArticleOfficial, ArticlePhoto
from dprd_news.lib import caching
from people.models import Institution, VisitOfficial, VisitParty
from tests.factories import (
    LONG_AGO,
    make_article,
    make_correction,
    make_council,
    make_institution,
    make_official,
    make_photo,
    make_position,
    make_post,
    make_quote,
    make_topic,
    make_version,
    make_visit,
)

pytestmark = pytest.mark.django_db

ARTICLE_PAGE, LIST, FRONT_PAGE, FEED = 14, 8, 10, 6
RECORD_PAGE = 10
# Two looks into the index, four kinds of records with their links, and the topics that are offered.
SEARCH = 13


def make_subjects():
    """One of each kind for the rows to be about, and an article to link everything to."""
    council = make_council()
    visit = make_visit("Kunjungan padat", starts_on=date(2025, 3, 4))
    return SimpleNamespace(
        council=council,
        body=make_institution("Dinas Padat", parent=council.institution, region=council.region),
        official=make_official("Pejabat Padat"),
        topic=make_topic("Topik padat"),
        post=make_post(),
        article=make_article("Berita padat", visit=visit),
        visit=visit,
    )


def add_rows(about, count):
    """That many articles, visits, officials, parts, positions and corrections more of each subject."""
    for number in range(count):
        when = LONG_AGO + timedelta(hours=number)
        komisi = make_institution(
            kind=Institution.Kind.COMMISSION, parent=about.body, region=about.council.region
        )
        komisi.names.create(name="Nama lama", ends_on=date(2024, 1, 1))
        about.body.partners.add(komisi)
        member = make_official()
        make_position(member, about.post, about.body)
        make_position(member, about.post, komisi, ends_on=date(2025, 1, 1))
        make_position(about.official, make_post(), komisi)
        visit = make_visit(
            guests=[komisi, about.body],
            hosts=[about.council.institution],
            receivers=[about.official, member],
            topics=[about.topic, make_topic()],
            published_at=when,
            starts_on=date(2025, 3, 4),
        )
        visit.parties.update(head=member)
        article = make_article(
            topics=[about.topic, make_topic()],
            officials=[about.official, member],
            institutions=[about.body, komisi],
            photos=[make_photo()],
            visit=visit,
            published_at=when,
        )
        make_correction(article)
        make_quote(article, about.official, "Isi berita contoh")
        make_position(about.official, make_post(), komisi, ends_on=date(2025, 1, 1))
        single = make_post(is_single=True)
        make_position(make_official(), single, about.body, ends_on=date(2025, 1, 1))
        faction = make_institution(kind=Institution.Kind.FACTION, parent=about.body)
        make_position(make_official(electoral_district=f"Dapil {number}"), institution=faction)
        VisitParty.objects.create(visit=about.visit, institution=komisi, side="guest", head=member)
        VisitOfficial.objects.create(visit=about.visit, official=member)
        make_article(visit=about.visit, photos=[make_photo()], published_at=when)
        ArticleOfficial.objects.create(article=about.article, official=member)
        ArticleInstitution.objects.create(article=about.article, institution=komisi)
        ArticlePhoto.objects.create(article=about.article, photo=make_photo())
        about.article.topics.add(make_topic())
        make_version(about.article)
        make_correction(visit=about.visit)
        withdrawn = {"withdrawn_at": when + timedelta(days=1), "withdrawal_reason": "Keliru."}
        make_visit(published_at=when, **withdrawn)
        make_article(state="withdrawn", published_at=when)
    caching.forget()


def queries(client, path):
    """How many the second request asks; the first fills what a process remembers for a content version."""
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        response = client.get(path)
        # A file in pieces asks while it is read.
        response.getvalue()
    assert response.status_code == 200, path
    return len(captured)


PATHS = {
    "/": FRONT_PAGE,
    "/berita/2025/03/berita-padat/": ARTICLE_PAGE,
    "/berita/2025/03/berita-padat/versi/": ARTICLE_PAGE,
    "/berita/2025/03/berita-padat/teks/": ARTICLE_PAGE,
    "/teks/": LIST,
    "/berita/": LIST,
    "/berita/2025/": LIST,
    "/berita/2025/03/": LIST,
    "/berita/?topik=topik-padat&pejabat=pejabat-padat&lembaga=dinas-padat&wilayah=97.71&tahun=2025&q=isi": LIST,
    "/berita/?topik=tidak-ada&pejabat=tidak-ada&lembaga=tidak-ada&wilayah=11.11&jenis=x": LIST,
    "/topik/": LIST,
    "/topik/topik-padat/": LIST,
    "/pejabat/": LIST,
    "/pejabat/?lembaga=dinas-padat": LIST,
    "/pejabat/?lembaga=dinas-padat&kelompok=fraksi": LIST,
    "/pejabat/?lembaga=dinas-padat&kelompok=dapil": LIST,
    "/pejabat/?lembaga=dinas-padat&kelompok=mantan&tanggal=2026-01-01": LIST,
    "/pejabat/?kelompok=huruf&q=contoh": LIST,
    "/pejabat/pejabat-padat/": RECORD_PAGE,
    "/pejabat/pejabat-padat/?tahun=2025&q=isi&jenis=other": RECORD_PAGE,
    "/lembaga/": LIST,
    "/lembaga/?jenis=commission&wilayah=97.71&q=contoh": LIST,
    "/lembaga/dinas-padat/": RECORD_PAGE,
    "/lembaga/dinas-padat/?pejabat=pejabat-padat&q=isi": RECORD_PAGE,
    "/kunjungan/": LIST,
    "/kunjungan/2025/": LIST,
    "/kunjungan/?topik=topik-padat&pejabat=pejabat-padat&lembaga=dinas-padat&wilayah=97.71&arah=diterima": LIST,
    "/kunjungan/?topik=tidak-ada&pejabat=tidak-ada&lembaga=tidak-ada&wilayah=11.11&arah=x&jenis=x": LIST,
    "/kunjungan/?pejabat=pejabat-padat&peran=menerima": LIST,
    "/kunjungan/2025/kunjungan-padat/": RECORD_PAGE,
    "/kunjungan/2025/kunjungan-padat/kalender.ics": FEED,
    "/kunjungan/?tampilan=kalender&tahun=2025&bulan=3": LIST,
    "/kunjungan/?tampilan=kalender&tahun=2025&bulan=3&topik=topik-padat&pejabat=pejabat-padat&asal=97.71": RECORD_PAGE,
    "/kunjungan/?tamu=dinas-padat&asal=97.71&tujuan=97.71&bulan=3&status=held&waktu=ada": LIST,
    "/kunjungan/kalender.ics?lembaga=dinas-padat": FEED,
    "/kunjungan/data.csv?lembaga=dinas-padat": FEED,
    "/kunjungan/statistik/": FEED,
    "/kunjungan/statistik/?tahun=2025&arah=dilakukan": FEED,
    "/kunjungan/statistik/data.csv": FEED,
    "/cari/?q=contoh&topik=topik-padat&jenis=berita&tahun=2025": SEARCH,
    **{f"/cari/?q=contoh&jenis={kind}": SEARCH for kind in ("berita", "kunjungan", "pejabat", "lembaga")},
    "/cari/rss.xml?q=contoh": SEARCH,
    "/koreksi/": LIST,
    "/langganan/": LIST,
    "/langganan/?topik=topik-padat&q=isi": LIST,
    "/langganan.opml": FEED,
    "/rss.xml": FEED,
    "/atom.xml": FEED,
    "/berita/atom.xml?topik=topik-padat&pejabat=pejabat-padat": FEED,
    "/topik/topik-padat/rss.xml": FEED,
    "/pejabat/pejabat-padat/rss.xml": FEED,
    "/lembaga/dinas-padat/atom.xml": FEED,
    "/kunjungan/rss.xml": FEED,
    "/kunjungan/atom.xml?lembaga=dinas-padat": FEED,
    "/koreksi/rss.xml": FEED,
    "/sitemap.xml": FRONT_PAGE,
    "/sitemap-topik.xml": FEED,
    "/sitemap-berita.xml": FEED,
    "/sitemap-kunjungan.xml": FEED,
    "/sitemap-pejabat.xml": FEED,
    "/sitemap-arsip.xml": FEED,
    "/sitemap-terbaru.xml": FEED,
    "/sitemap-tahun.xml": FEED,
    "/manifest.webmanifest": FEED,
    "/opensearch.xml": FEED,
    "/.well-known/security.txt": FEED,
    "/ikon-192.png": FEED,
    "/tentang/": FEED,
}  # fmt: skip

# Which kinds fill the first places depends on how many rows there are, and each kind on the page is a look-up.
# A misspelt word is looked for in rounds, and PostgreSQL is asked beforehand how it would do each; writing what is
# pending, of which a test's transaction makes sure, takes a lock there.
PLANS = 6 + 1 if connection.vendor == "postgresql" else 0
MIXED = {
    "/cari/?q=contoh": SEARCH + 2,
    "/cari/?q=cotnoh": SEARCH + 2 + PLANS,
    "/cari/saran.json?q=co": SEARCH,
}


@pytest.mark.usefixtures("early_in_the_hour")
def test_queries_are_few_and_do_not_grow_with_rows(client):
    about = make_subjects()

    add_rows(about, 3)
    three = {path: queries(client, path) for path in PATHS}
    add_rows(about, 27)
    thirty = {path: queries(client, path) for path in PATHS}

    assert {path: count for path, count in thirty.items() if count > PATHS[path]} == {}
    assert thirty == three


@pytest.mark.usefixtures("early_in_the_hour")
def test_queries_for_a_mixed_list_grow_with_its_kinds_only(client):
    about = make_subjects()

    add_rows(about, 3)
    three = {path: queries(client, path) for path in MIXED}
    add_rows(about, 27)
    thirty = {path: queries(client, path) for path in MIXED}

    assert {path: count for path, count in three.items() if count > MIXED[path]} == {}
    assert {path: count for path, count in thirty.items() if count > three[path]} == {}
