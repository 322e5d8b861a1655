"""Public versions of an article, corrections of visits, and the log of both."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from articles.log import log_page
from articles.models import Correction, Version
from articles.models.version import words_of
from tests.factories import (
    LONG_AGO,
    make_article,
    make_correction,
    make_user,
    make_version,
    make_visit,
    tomorrow,
)

pytestmark = pytest.mark.django_db


def shown(page):
    """The words of the part that tells what changed, with the marks that a screen reader hears."""
    main = page.partition("<main")[2].partition("</main>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


def change(article, kind="fact", text="Yang benar dua belas.", at=None, **fields):
    before = words_of(article)
    for name, value in fields.items():
        setattr(article, name, value)
    article.save()
    return article.correct(kind, text, at=at, before=before)


def test_version_holds_what_one_change_altered_and_no_silent_mend():
    article = make_article(body="<p>Satu dua tiga.</p>")
    change(article, body="<p>Satu empat tiga.</p>", at=LONG_AGO + timedelta(days=1))
    article.body = "<p>Satu empat tigaa.</p>"
    article.save()
    change(article, body="<p>Satu lima tigaa.</p>", at=LONG_AGO + timedelta(days=2))

    stored = [(one.number, one.before["body"], one.after["body"]) for one in article.versions.all()]

    assert stored == [
        (2, "Satu empat tigaa.", "Satu lima tigaa."),
        (1, "Satu dua tiga.", "Satu empat tiga."),
    ]


def test_version_tells_each_part_that_differs_in_reading_order():
    article = make_article("Lama", body="<p>Satu dua.</p><p>Tiga.</p>", place="Aula")
    correction = change(article, title="Baru", body="<p>Satu dua.</p><p>Empat.</p>")

    changes = correction.version.changes

    assert [(one.label, one.paragraphs) for one in changes] == [
        ("Judul", [[("removed", "Lama"), ("added", "Baru")]]),
        ("Isi", [[("same", "Satu dua.")], [("removed", "Tiga."), ("added", "Empat.")]]),
    ]


def test_correction_without_other_words_makes_no_version():
    article = make_article()

    correction = change(article, kind="reply", text="Hak jawab.")

    assert (Correction.objects.get(), Version.objects.count()) == (correction, 0)


def test_versions_page_tells_the_changes_newest_first(client):
    article = make_article("Sepuluh warga", body="<p>Ada sepuluh warga.</p>")
    change(article, title="Dua belas warga", at=LONG_AGO + timedelta(days=1), text="Jumlahnya.")
    change(article, kind="reply", at=LONG_AGO + timedelta(days=2), text="Hak jawab warga.")

    page = client.get(article.get_versions_url()).content.decode()

    text = shown(page)
    assert text[text.index("Kamis, 6 Maret") :] == (
        "Kamis, 6 Maret 2025, 09.30 WIB Koreksi: hak jawab Hak jawab warga. "
        "Kata-kata beritanya tidak berubah. "
        "Rabu, 5 Maret 2025, 09.30 WIB Koreksi: fakta Jumlahnya. "
        "Judul [dihapus: Sepuluh ] [ditambahkan: Dua belas ] warga "
        "Selasa, 4 Maret 2025, 09.30 WIB Terbit pertama kali Baca berita ini"
    )
    assert '<meta name="robots" content="noindex">' in page


def test_versions_page_of_an_unchanged_article_says_so(client):
    article = make_article()

    page = client.get(article.get_versions_url())

    assert (page.status_code, "Belum ada perubahan berarti." in page.content.decode()) == (200, True)


def test_article_links_its_versions_from_the_correction(client):
    article = make_article()
    path = article.get_absolute_url()
    before = client.get(path).content.decode()

    make_version(article)
    after = client.get(path).content.decode()

    assert [article.get_versions_url() in page for page in (before, after)] == [False, True]
    assert "versi/" not in client.get("/sitemap-berita.xml").content.decode()


@pytest.mark.parametrize(
    ("state", "anyone", "newsroom"),
    [
        ("published", 200, 200),
        ("draft", 404, 200),
        ("in_review", 404, 200),
        ("scheduled", 404, 200),
        ("withdrawn", 410, 410),
    ],
)
def test_versions_are_as_public_as_their_article(client, state, anyone, newsroom):
    article = make_article("Rahasia", state=state, body="<p>Isi rahasia.</p>")
    make_version(article, text="Koreksi rahasia.")

    first = client.get(article.get_versions_url())
    client.force_login(make_user("Redaktur"))
    second = client.get(article.get_versions_url())

    assert (first.status_code, second.status_code) == (anyone, newsroom)
    assert ("Koreksi rahasia." in first.content.decode()) == (state == "published")
    assert "Isi rahasia." not in first.content.decode() or state == "published"


def test_versions_address_follows_a_renamed_article(client):
    article = make_article("Nama lama")
    make_version(article)
    old = article.get_versions_url()
    article.slug = "nama-baru"
    article.save()

    answers = [client.get(old), client.get(article.get_versions_url().replace("2025", "2024"))]

    assert [(one.status_code, one["Location"]) for one in answers] == [(301, article.get_versions_url())] * 2


def test_correction_is_of_exactly_one_article_or_visit():
    article, visit = make_article(), make_visit()
    refused = []

    for fields in ({}, {"article": article, "visit": visit}):
        with pytest.raises(ValidationError) as error:
            Correction(kind="fact", text="Teks.", **fields).full_clean()
        with pytest.raises(IntegrityError), transaction.atomic():
            Correction.objects.create(kind="fact", text="Teks.", **fields)
        refused += error.value.messages

    assert refused == ["Koreksi mengenai satu berita atau satu kunjungan."] * 2


@pytest.mark.parametrize("published_at", [None, tomorrow()])
def test_visit_that_nobody_reads_is_not_corrected(published_at):
    visit = make_visit(published_at=published_at)

    with pytest.raises(ValidationError) as refusal:
        visit.correct("fact", "Teks.")

    assert refusal.value.messages == ["Koreksi hanya untuk kunjungan yang tampil untuk umum."]
    assert Correction.objects.count() == 0


def test_visit_notes_its_correction_at_head_and_foot_and_in_the_log(client):
    visit = make_visit("Kunjungan terkoreksi")
    plain = client.get(visit.get_absolute_url()).content.decode()

    visit.correct("name", " Nama tamunya Pemkot Contoh. ", at=LONG_AGO + timedelta(days=1))
    page = client.get(visit.get_absolute_url()).content.decode()
    log = client.get("/koreksi/").content.decode()
    feeds = [client.get(f"/koreksi/{form}.xml").content.decode() for form in ("rss", "atom")]

    notes = ("sudah dikoreksi", "Nama tamunya Pemkot Contoh.")
    assert [[note in one for note in notes] for one in (plain, page)] == [[False, False], [True, True]]
    assert ["Nama tamunya Pemkot Contoh." in one for one in (log, *feeds)] == [True] * 3
    assert [visit.get_absolute_url() in one for one in (log, *feeds)] == [True] * 3
    assert ["Koreksi: Kunjungan terkoreksi" in one for one in feeds] == [True] * 2


@pytest.mark.parametrize("fields", [{"published_at": None}, {"published_at": tomorrow()}])
def test_correction_of_a_hidden_visit_shows_nowhere(client, fields):
    make_correction(visit=make_visit(**fields), text="Koreksi rahasia.")

    pages = [client.get(path).content.decode() for path in ("/koreksi/", "/koreksi/rss.xml")]

    assert ["Koreksi rahasia." in page for page in pages] == [False, False]


def test_log_merges_corrections_and_withdrawals_and_repeats_none():
    article = make_article()
    made = []
    for number in range(6):
        at = LONG_AGO + timedelta(days=number // 2 + 2)  # pairs of the same moment
        made.append(make_correction(article, corrected_at=at))
        made.append(make_article(state="withdrawn", published_at=at - timedelta(days=1)))
        gone = {"withdrawn_at": at, "withdrawal_reason": "Keliru."}
        made.append(make_visit(published_at=at - timedelta(days=2), **gone))
    make_visit(published_at=None, withdrawn_at=LONG_AGO, withdrawal_reason="Tidak pernah tampil.")
    seen, cursor = [], ""

    for _ in range(20):
        page = log_page(cursor, 4)
        seen.append(page.rows)
        if page.next_cursor is None:
            break
        cursor = page.next_cursor

    flat = [row for rows in seen for row in rows]
    times = [getattr(row, "corrected_at", None) or row.withdrawn_at for row in flat]
    assert [len(rows) for rows in seen] == [4, 4, 4, 4, 2]
    assert {(type(row), row.pk) for row in flat} == {(type(row), row.pk) for row in made}
    assert times == sorted(times, reverse=True)
