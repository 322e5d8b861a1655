from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.admin.panel import open_warnings
from articles.checks import blocked, blockers, blockers_of, checks
from articles.models import Article, ArticleOfficial
from dprd_news.lib import caching
from tests.factories import (
    make_article,
    make_council,
    make_institution,
    make_official,
    make_photo,
    make_position,
    make_post,
    make_user,
    tomorrow,
)

pytestmark = pytest.mark.django_db

DAY = date(2025, 6, 23)
GOOD_PHOTO = {"alt": "Warga menanam pohon", "caption": "Penanaman pohon di taman", "credit": "Humas"}


def told(article):
    """Warnings in words."""
    caching.forget()
    return [check.text for check in checks(article) if not check.is_blocker]


def draft(body="<p>Warga merawat taman.</p>", **fields):
    return make_article(state="draft", body=body, **{"event_date": DAY, **fields})


def link(path):
    return f'<p>Lihat <a href="{path}">halamannya</a>.</p>'


def test_complete_article_has_nothing_to_say():
    official = make_official("Tokoh Rekaan")
    article = draft(
        "<p>Tokoh Rekaan merawat taman.</p>", officials=[official], photos=[make_photo(**GOOD_PHOTO)]
    )

    caching.forget()

    assert checks(article) == []


def test_blockers_name_what_is_missing_and_where():
    article = draft("<p> </p>", title=" ", photos=[make_photo(alt="", caption="Rapat", credit="Humas")])

    found = [(check.text, check.anchor) for check in blockers(article)]

    assert found == [
        ("Judul masih kosong.", "id_title"),
        ("Isi berita masih kosong.", "id_body"),
        ("Foto “Rapat” belum punya teks alternatif.", "id_article_photos-0-alt"),
    ]


@pytest.mark.parametrize(
    ("make", "texts"),
    [
        (lambda: make_official("Tokoh Rekaan"), []),
        (
            lambda: make_official("Tokoh Rekaan", published_at=None),
            ["Naskah menautkan “Tokoh Rekaan”, yang belum tampil untuk umum. Lepaskan tautannya, atau umumkan dahulu."],
        ),
        (
            lambda: make_article("Tokoh Rekaan", state="withdrawn"),
            ["Naskah menautkan “Tokoh Rekaan”, yang sudah ditarik. Lepaskan tautannya, atau umumkan dahulu."],
        ),
        (
            lambda: make_institution("Tokoh Rekaan", published_at=tomorrow()),
            ["Naskah menautkan “Tokoh Rekaan”, yang belum tampil untuk umum. Lepaskan tautannya, atau umumkan dahulu."],
        ),
    ],
)  # fmt: skip
def test_link_to_a_hidden_record_blocks(make, texts):
    article = draft(link(make().get_absolute_url()))

    assert [check.text for check in blockers(article)] == texts


def test_scheduled_article_may_link_to_what_is_public_by_then():
    due = tomorrow()
    official = make_official("Tokoh Rekaan", published_at=due)
    article = make_article(state="scheduled", published_at=due, body=link(official.get_absolute_url()))

    assert (blockers(article), len(blockers(article, at=article.created_at))) == ([], 1)


def test_article_may_link_to_itself_and_to_its_followers():
    article = draft()
    follower = make_official("Tokoh Rekaan", published_at=None, published_with=article.feed_id)
    article.body = link(article.get_absolute_url()) + link(follower.get_absolute_url())

    assert blockers(article) == []


def test_link_to_a_page_that_never_was_is_a_warning():
    assert told(draft(link("/pejabat/siapa-ini/"))) == [
        "Naskah menautkan /pejabat/…/siapa-ini/, halaman yang tidak ada di situs ini."
    ]


def test_scheduled_articles_that_something_blocks_are_found_together(django_assert_num_queries):
    photo, official = make_photo(), make_official()
    bodies = [link(official.get_absolute_url()), "<p>Isi.</p>", "<p>Isi.</p>"]
    linking, showing, _ = [make_article(state="scheduled", body=body) for body in bodies]
    showing.article_photos.create(photo=photo)
    make_article(state="draft", body="")
    before = list(blocked(Article.objects.all()))

    type(photo).objects.update(alt="")
    official.withdraw("Keliru.")
    with django_assert_num_queries(4):
        after = set(blocked(Article.objects.all()))

    assert (before, after) == ([], {linking, showing})


def test_blockers_cost_as_many_queries_for_many_articles():
    official = make_official()
    for _ in range(9):
        make_article(body=link(official.get_absolute_url()), photos=[make_photo()])

    counts = []
    for articles in (list(Article.objects.all()[:1]), list(Article.objects.all())):
        with CaptureQueriesContext(connection) as captured:
            blockers_of(articles)
        counts.append(len(captured))

    assert counts == [2, 2]


@pytest.mark.parametrize(
    ("photo", "texts"),
    [
        (GOOD_PHOTO, []),
        ({"alt": "", "is_decorative": True, "credit": "Humas"}, []),
        (GOOD_PHOTO | {"credit": " "}, ["Kredit foto “Penanaman pohon di taman” belum ada."]),
        (
            GOOD_PHOTO | {"alt": "penanaman  pohon di TAMAN"},
            ["Teks alternatif foto “Penanaman pohon di taman” sama dengan keterangannya; tulis apa yang tampak."],
        ),
        *[
            (GOOD_PHOTO | {"alt": alt}, [f"Teks alternatif “{alt}” tidak menceritakan apa yang tampak."])
            for alt in ("foto", "Gambar 2", "IMG-20241103-WA0012", "DSC_0123", "rapat-kerja.JPG", "20241103_1011")
        ],
        *[(GOOD_PHOTO | {"alt": alt}, []) for alt in ("Foto bersama warga", "Gambar peta di dinding", "2 pohon")],
    ],
)  # fmt: skip
def test_photo_is_looked_over(photo, texts):
    assert told(draft(photos=[make_photo(**photo)])) == texts


@pytest.mark.parametrize(
    ("words", "texts"),
    [
        ("Hubungi 0812-3456-7890.", ["Ada nomor telepon “0812-3456-7890”. Hapus bila milik pribadi."]),
        ("Hubungi +62 812 3456 789.", ["Ada nomor telepon “+62 812 3456 789”. Hapus bila milik pribadi."]),
        ("NIK 3273011201900001.", ["Ada NIK “3273011201900001”. Hapus bila milik pribadi."]),
        ("Anggaran Rp812.345.678.900 dan 8.123.456 warga.", []),
        ("Telepon kantor (022) 87243077.", []),
    ],
)
def test_private_number_in_the_text_is_a_warning(words, texts):
    assert told(draft(f"<p>{words}</p>")) == texts


def test_missing_date_is_a_warning():
    assert told(draft(event_date=None)) == ["Tanggal kegiatan belum diisi."]


@pytest.mark.parametrize(
    ("printed", "texts"),
    [
        ("Senin, 23 Juni 2025", []),
        ("Senin (23/6)", []),
        ("Selasa (24/7)", []),
        (
            "Selasa, 23 Juni 2025",
            ["Hari dan tanggal tidak cocok: 23 Juni 2025 adalah hari Senin, naskah menulis Selasa."],
        ),
        (
            "Rabu (23/6/2025)",
            ["Hari dan tanggal tidak cocok: 23 Juni 2025 adalah hari Senin, naskah menulis Rabu."],
        ),
    ],
)
def test_weekday_is_held_against_its_date(printed, texts):
    assert told(draft(f"<p>Warga merawat taman pada {printed}.</p>")) == texts


def test_person_is_both_named_and_linked():
    named, linked = make_official("Asep Rekaan Wijaya"), make_official("Laksmi Ayudhia", back_title="S.H.")
    article = draft("<p>Asep Rekaan Wijaya merawat taman.</p>", officials=[linked])

    assert told(article) == [
        "Asep Rekaan Wijaya disebut dalam naskah, tetapi belum ditautkan.",
        "Laksmi Ayudhia, S.H. ditautkan, tetapi tidak disebut dalam naskah.",
    ]

    ArticleOfficial.objects.filter(official=linked).update(official=named)
    assert told(article) == []


@pytest.mark.parametrize(
    ("printed", "told_of_record"),
    [
        ("Laksmi Ayudhia Prameswara", " Apakah yang dimaksud Laksmi Ayudhya Prameswara, nama mirip di data?"),
        ("Laksmi A. Prameswara", " Di data: Laksmi Ayudhya Prameswara."),
    ],
)
def test_unlinked_person_is_named_as_printed(printed, told_of_record):
    council = make_institution("DPRD Kota Mekarsari", "council")
    official = make_official("Laksmi Ayudhya Prameswara")
    official.names.create(name="Laksmi A. Prameswara")
    make_position(official, make_post("Ketua"), council, date(2024, 8, 5))

    texts = told(draft(f"<p>Ketua DPRD Kota Mekarsari {printed} merawat taman.</p>"))

    assert texts == [f"{printed} disebut dalam naskah, tetapi belum ditautkan.{told_of_record}"]


def test_person_named_under_another_spelling_or_in_a_caption_is_named():
    spelt = make_official("Asep Rekaan Wijaya")
    spelt.names.create(name="Asep R. Widjaja")
    shown = make_official("Laksmi Ayudhia")
    photo = make_photo(**GOOD_PHOTO | {"caption": "Laksmi Ayudhia menanam pohon"})
    article = draft("<p>Asep R. Widjaja merawat taman.</p>", officials=[spelt, shown], photos=[photo])

    assert told(article) == []


def test_quote_needs_its_speaker():
    body = "<p>“Taman ini milik kita semua dan harus kita jaga bersama-sama.”</p><p>Warga pulang.</p>"

    assert told(draft(body)) == [
        "Siapa yang berkata “Taman ini milik kita semua dan harus kita jaga bersama-sama.”?"
    ]


@pytest.mark.parametrize(
    ("printed", "ends_on", "texts"),
    [
        ("Ketua DPRD Kota Mekarsari", date(2025, 6, 22),
         ["Tokoh Rekaan ditulis sebagai Ketua DPRD Kota Mekarsari; jabatan itu berakhir 22 Juni 2025."]),
        ("Ketua DPRD Kota Mekarsari", date(2025, 6, 23), []),
        ("Ketua DPRD Kota Mekarsari", None, []),
        ("Narasumber", date(2025, 6, 22), []),
        ("", date(2025, 6, 22), []),
    ],
)  # fmt: skip
def test_linked_post_that_had_ended_by_that_day_is_told(printed, ends_on, texts):
    council = make_council()
    official = make_official("Tokoh Rekaan")
    make_position(official, make_post("Ketua"), council.institution, ends_on=ends_on)
    article = draft("<p>Tokoh Rekaan merawat taman.</p>")
    ArticleOfficial.objects.create(article=article, official=official, post_printed=printed)

    assert told(article) == texts


def test_near_copy_leads_to_the_other_article():
    body = "<p>Warga dan petugas merawat taman bersama pada pagi hari di tiga kelurahan.</p>"
    other = make_article("Yang dahulu", body=body.replace("tiga", "dua"), event_date=DAY)
    make_article("Hari lain", body=body, event_date=date(2025, 6, 24))
    make_article("Isi lain", body="<p>Rapat membahas anggaran.</p>", event_date=DAY)

    found = [(check.text, check.elsewhere) for check in checks(draft(body))]

    assert found == [("Naskahnya hampir sama dengan berita “Yang dahulu”.", other)]


def test_accepted_warning_rests_until_there_is_another_of_its_kind():
    photo = make_photo(**GOOD_PHOTO | {"alt": "foto"})
    article = draft(photos=[photo])
    first = open_warnings(article)[0]

    article.accept_warning(first.code, first.text, "Foto sementara.", by=make_user())
    accepted = open_warnings(article)
    article.article_photos.update(alt="IMG_0001")
    again = [check.text for check in open_warnings(article)]

    assert (accepted, again) == ([], ["Teks alternatif “IMG_0001” tidak menceritakan apa yang tampak."])


def test_codes_fit_their_column_and_differ():
    body = "".join(f"<p>“Kalimat kutipan nomor {n} ini cukup panjang untuk dibaca.”</p>" for n in range(3))
    official = make_official("P" * 60 + " " + "W" * 60)
    article = draft(body, event_date=None, officials=[official], photos=[make_photo(alt="foto")])

    codes = [check.code for check in checks(article)]

    assert (len(codes), len(set(codes)), max(map(len, codes)) <= 250) == (7, 7, True)
