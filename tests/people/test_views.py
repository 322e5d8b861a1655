"""Pages of officials and institutions, and the list of officials."""

import re
from datetime import date, timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from dprd_news.lib import images
from people.models import Institution
from tests.factories import (
    jpeg,
    make_article,
    make_council,
    make_institution,
    make_official,
    make_position,
    make_post,
    make_quote,
    make_region,
    make_visit,
)

pytestmark = pytest.mark.django_db


def words(client, address):
    """A page's context and its words, without markup between them."""
    response = client.get(address)
    assert response.status_code == 200, address
    return response.context, " ".join(response.content.decode().split())


@pytest.fixture
def council():
    return make_council(address="Jalan Padi 1", email="humas@contoh.example")


def test_posts_are_told_apart_as_current_former_and_coming(client, council):
    official = make_official()
    own = council.institution
    for post, starts_on, ends_on in (
        ("Anggota", date(2019, 8, 5), date(2024, 8, 5)),
        ("Ketua", date(2024, 8, 5), None),
        ("Pembina", timezone.localdate() + timedelta(days=9), None),
    ):
        make_position(official, make_post(post), own, starts_on=starts_on, ends_on=ends_on)

    context, page = words(client, official.get_absolute_url())

    told = {
        state: [str(position.post) for position in context[f"positions_{state}"]]
        for state in ("coming", "current", "former")
    }
    assert told == {"coming": ["Pembina"], "current": ["Ketua"], "former": ["Anggota"]}
    assert [label in page for label in ("Sedang menjabat", "Akan menjabat", "Pernah menjabat")] == [True] * 3
    assert ("Tidak lagi menjabat" in page, "humas@contoh.example" in page.partition("<footer")[0]) == (
        False,
        True,
    )


def test_former_holder_is_said_to_be_one_before_anything_else(client, council):
    official = make_official()
    make_position(
        official,
        make_post("Ketua"),
        council.institution,
        starts_on=date(2019, 8, 5),
        ends_on=date(2024, 8, 5),
    )

    context, page = words(client, official.get_absolute_url())

    header = page.partition('<header class="profile">')[2].partition("</header>")[0]
    assert "Tidak lagi menjabat" in header
    assert f"<strong>Pernah menjabat</strong> Ketua {council.name}" in header
    assert context["contact"] is None


def test_visits_received_made_and_attended_are_kept_apart_and_counted(client, council):
    official, guest = make_official("Tati"), make_institution()
    own = council.institution
    for number in range(4):
        make_visit(f"Terima {number}", guests=[guest], hosts=[own], receivers=[official])
    make_visit("Rencana", guests=[guest], hosts=[own], receivers=[official], status="planned")
    make_visit("Hadir", guests=[guest], hosts=[own], attending=[official])
    led = make_visit("Pimpin", guests=[own], hosts=[guest])
    led.parties.filter(institution=own).update(head=official)
    make_visit("Tanpa dia", guests=[guest], hosts=[own])

    context, _ = words(client, official.get_absolute_url())

    parts = [(part.label, part.count, part.not_held, len(part.visits)) for part in context["visits"]]
    listed = {
        part.label: sorted(visit.title for visit in client.get(f"/kunjungan/?{part.query}").context["visits"])
        for part in context["visits"]
    }
    assert parts == [("Menerima tamu", 5, 1, 3), ("Berkunjung", 1, 0, 1), ("Menghadiri", 1, 0, 1)]
    assert listed == {
        "Menerima tamu": ["Rencana", "Terima 0", "Terima 1", "Terima 2", "Terima 3"],
        "Berkunjung": ["Pimpin"],
        "Menghadiri": ["Hadir"],
    }


def test_visits_of_a_body_are_told_from_both_sides(client, council):
    other, own = make_institution("Dinas Padi"), council.institution
    third = make_institution("Dinas Tebu")
    make_visit("Datang", guests=[other, third], hosts=[own])
    make_visit("Datang lagi", guests=[other, third], hosts=[own])
    make_visit("Ke sana", guests=[own], hosts=[other])
    make_visit("Bersama", guests=[other], hosts=[make_institution("Dinas Kopi")], companions=[own])

    context, _ = words(client, other.get_absolute_url())

    assert [(part.label, part.count) for part in context["visits"]] == [
        (f"Diterima oleh {council}", 2),
        (f"Dikunjungi {council}", 1),
        ("Dihadiri bersama", 1),
    ]
    assert [(body.name, times) for body, times in context["met_most"]] == [
        ("Dinas Tebu", 2),
        ("Dinas Kopi", 1),
    ]
    assert [
        client.get(f"/kunjungan/?{part.query}").context["visits"][0].title for part in context["visits"]
    ] == [
        "Datang lagi",
        "Ke sana",
        "Bersama",
    ]


@pytest.mark.parametrize("make", [make_official, make_institution])
def test_articles_are_filtered_on_the_page_and_in_its_feed_alike(client, make):
    subject = make()
    link = {"officials" if make is make_official else "institutions": [subject]}
    for number in range(25):
        make_article(f"Rapat {number}", activity="hearing", event_date=date(2024, 5, 1), **link)
    make_article("Taman", event_date=date(2025, 5, 1), **link)
    path = subject.get_absolute_url()

    def titles(query):
        return [article.title for article in client.get(f"{path}?{query}").context["told"].page.rows]

    context, page = words(client, f"{path}?tahun=2025")
    cursor = client.get(f"{path}?jenis=hearing").context["told"].page.next_cursor

    assert titles("tahun=2025") == titles("q=taman") == ["Taman"]
    assert (len(titles("jenis=hearing")), len(titles(f"jenis=hearing&sebelum={cursor}"))) == (20, 5)
    assert (context["told"].count, context["told"].years, "noindex" in page) == (26, [2025, 2024], True)
    feed = client.get(f"{path}rss.xml?tahun=2025").content.decode()
    assert (feed.count("<item>"), "Taman" in feed) == (1, True)


def test_quotes_stand_in_their_sentence_on_the_official_page(client):
    official = make_official()
    article = make_article("Jalan", body="<p>Awal. “Jalan <b>ini</b> diperbaiki,” ujar Tati. Akhir.</p>")
    make_quote(article, official, "Jalan ini diperbaiki")

    _, page = words(client, official.get_absolute_url())

    assert '“<strong class="quote__said">Jalan ini diperbaiki</strong>,” ujar Tati.</p>' in page


def test_body_says_what_it_is_and_what_stands_above_and_below(client, council):
    region = make_region(name="Kota Padi", parent=make_region(name="Provinsi Tani", level="province"))
    above = make_institution("Pemerintah Padi", Institution.Kind.REGIONAL_GOVERNMENT)
    body = make_institution("Dinas Padi", region=region, parent=above)
    part = make_institution("Bidang Sawah", parent=body)
    body.names.create(name="Dinas Beras", starts_on=date(2010, 1, 1), ends_on=date(2015, 12, 31))
    body.names.create(name="Disdi")

    context, page = words(client, body.get_absolute_url())

    assert (
        "Perangkat daerah atau badan negara di Kota Padi, Provinsi Tani, bagian dari "
        f'<a href="{above.get_absolute_url()}">Pemerintah Padi</a>.'
    ) in page
    assert (context["above"], context["parts"]) == ([above], [part])
    assert 'Dinas Beras<span class="muted">1 Januari 2010 sampai 31 Desember 2015</span>' in page
    assert "<dt>Juga ditulis</dt><dd>Disdi</dd>" in page


def test_list_of_officials_tells_a_bad_day_and_an_unknown_group(client, council):
    make_position(make_official("Tati"), institution=council.institution)

    malformed, _ = words(client, "/pejabat/?tanggal=2025-02-30")
    unknown, page = words(client, "/pejabat/?kelompok=partai")

    assert malformed["filter_notes"] == [
        "Penyaring “tanggal” tidak dapat dibaca di daftar ini dan diabaikan."
    ]
    assert [group.heading for group in malformed["groups"]] == [council.name]
    assert (unknown["filter_notes"], unknown["groups"]) == (
        ["Tidak ada kelompok “partai”, jadi daftar ini kosong."],
        [],
    )
    assert "Belum ada pejabat yang tercatat" in page


def test_search_within_finds_former_officials_too(client, council):
    gone = make_official("Tati Padi")
    make_position(gone, institution=council.institution, starts_on=date(2019, 1, 1), ends_on=date(2020, 1, 1))
    make_official("Budi")

    context, _ = words(client, "/pejabat/?q=padi")

    assert [(holder.official, holder.is_former) for holder in context["groups"][0].holders] == [(gone, True)]


ODD = ["%00", "'; DROP TABLE people_official;--", "<script>alert(1)</script>", "9" * 10_000, "-1", "🙂", "0001-01-01",
       "9999-12-31", "2024-02-30", "20250101T000000.000000-1", "20250101-1"]  # fmt: skip
NAMES = ["q", "lembaga", "kelompok", "tanggal", "huruf", "halaman", "sebelum", "tahun", "dari", "sampai", "jenis",
         "topik", "pejabat", "wilayah", "peran"]  # fmt: skip


@pytest.mark.parametrize("odd", ODD)
def test_bad_input_is_a_normal_page(client, council, odd):
    official, body = make_official("Tati"), make_institution()
    make_position(official, make_post(is_single=True), council.institution, ends_on=date(2025, 1, 1))
    make_article(officials=[official], institutions=[body])
    pages = ["/pejabat/", "/lembaga/", "/kunjungan/", official.get_absolute_url(), body.get_absolute_url()]

    answers = {(page, name): client.get(page, {name: odd}) for page in pages for name in NAMES}
    grouped = [client.get("/pejabat/", {"kelompok": group, "tanggal": odd, "q": odd}) for group in
               ("fraksi", "dapil", "huruf", "mantan")]  # fmt: skip

    assert {key: answer.status_code for key, answer in answers.items() if answer.status_code != 200} == {}
    assert {answer.status_code for answer in grouped} == {200}
    assert [key for key, answer in answers.items() if b"<script>alert" in answer.content] == []


def test_faces_in_lists_are_small_files_that_are_there(client, council):
    official = make_official("Berwajah")
    official.portrait.save("potret.jpg", ContentFile(jpeg(600, 750)))
    make_position(official, make_post(is_single=True), council.institution)

    (srcset, led), (_, listed) = [
        re.search(r'type="image/avif" srcset="([^"]+)" sizes="([^"]+)"', words(client, path)[1]).groups()
        for path in ("/pejabat/", "/pejabat/?kelompok=huruf")
    ]

    addresses = [one.split() for one in srcset.split(", ")]
    assert ([width for _, width in addresses], led, listed) == (["160w", "480w"], "4.5rem", "3.25rem")
    assert [client.get(address).status_code for address, _ in addresses] == [200, 200]


def test_face_that_is_gone_is_made_again(client):
    official = make_official("Berwajah")
    official.portrait.save("potret.jpg", ContentFile(jpeg(600, 750)))
    face = images.rendition_name(official.portrait.name, 160, "avif")
    default_storage.delete(face)

    answer = client.get(face.replace("renditions/", "/media/", 1))

    assert (answer.status_code, answer["Content-Type"]) == (200, "image/avif")
    assert default_storage.exists(face)


def test_faces_are_made_for_portraits_from_before(council):
    broken, official = make_official("Rusak"), make_official("Berwajah")
    for one in (broken, official):
        one.portrait.save("potret.jpg", ContentFile(jpeg(600, 750)))
    default_storage.delete(broken.portrait.name)
    default_storage.save(broken.portrait.name, ContentFile(b"rusak"))
    faces = [images.rendition_name(official.portrait.name, 160, form) for form in ("avif", "webp")]
    for face in faces:
        default_storage.delete(face)

    import_module("people.migrations.0016_faces").make(apps, None)

    assert [default_storage.exists(face) for face in faces] == [True, True]


def test_seats_are_told_on_the_page_of_their_body(client, council):
    council.institution.seats = 50
    council.institution.save()

    _, page = words(client, council.institution.get_absolute_url())

    assert "<dt>Jumlah kursi</dt><dd>50</dd>" in page
    assert "Kosong dari 50 kursi" in words(client, "/pejabat/")[1]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/berita/", "Belum ada berita."),
        ("/berita/?q=zzz", "Tidak ada berita di sini."),
        ("/lembaga/", "Belum ada lembaga yang tercatat."),
        ("/lembaga/?q=zzz", "Tidak ada lembaga yang cocok."),
    ],
)
def test_empty_list_tells_an_empty_site_from_a_narrow_filter(client, path, words):
    page = client.get(path).content.decode()

    assert re.findall(r"Belum ada [^<]*|Tidak ada [^<]*", page.partition("<main")[2]) == [words]
