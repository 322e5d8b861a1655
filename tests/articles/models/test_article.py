from datetime import date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from articles.models import Article, ArticleInstitution, ArticleOfficial, ArticlePhoto, Correction, Photo
from articles.models.article import text_hash
from dprd_news.lib.pictures import receive
from tests.factories import (
    JAKARTA,
    LONG_AGO,
    jpeg,
    make_article,
    make_institution,
    make_official,
    make_photo,
    make_position,
    make_post,
    make_user,
    make_visit,
    tomorrow,
)

pytestmark = pytest.mark.django_db

STATES = ("draft", "in_review", "scheduled", "published", "withdrawn")
VERBS = {
    "submit": lambda article: article.submit(),
    "publish": lambda article: article.publish(),
    "reschedule": lambda article: article.publish(at=tomorrow()),
    "approve": lambda article: article.approve(make_user()),
    "postpone": lambda article: article.postpone(),
    "return_to_draft": lambda article: article.return_to_draft("Lengkapi tanggalnya."),
    "republish": lambda article: article.republish("Sumbernya benar."),
    "withdraw": lambda article: article.withdraw("Naskah keliru."),
    "correct": lambda article: article.correct("fact", "Jumlahnya dua belas."),
    "delete": lambda article: article.delete(),
}
NOT_PUBLIC_YET = "Berita ini belum terbit. Kembalikan dengan catatan saja."
ONLY_SCHEDULED = "Hanya berita terjadwal yang dapat ditunda."
STAYS = "Yang pernah terbit tidak dapat dihapus. Tarik saja, dengan alasannya."
CORRECTS_PUBLIC = "Koreksi hanya untuk berita yang sedang terbit."
NO_WAY_BACK = "Berita yang sudah terbit tidak kembali menjadi draf. Tarik, dengan alasannya."


def impossible(label):
    return f"Tidak bisa dilakukan: berita ini berstatus {label}."


OUTCOMES = {
    "draft": {
        "submit": "in_review", "publish": "published", "reschedule": "published",
        "return_to_draft": impossible("draf"), "withdraw": impossible("draf"), "correct": CORRECTS_PUBLIC,
        "delete": "gone", "approve": impossible("draf"), "postpone": ONLY_SCHEDULED,
        "republish": impossible("draf"),
    },
    "in_review": {
        "submit": impossible("menunggu tinjauan"), "publish": "published", "reschedule": "published",
        "return_to_draft": "draft", "withdraw": impossible("menunggu tinjauan"), "correct": CORRECTS_PUBLIC,
        "delete": "gone", "approve": "in_review", "postpone": ONLY_SCHEDULED,
        "republish": impossible("menunggu tinjauan"),
    },
    "scheduled": {
        "submit": impossible("terbit"), "publish": "published", "reschedule": "published",
        "return_to_draft": "draft", "withdraw": NOT_PUBLIC_YET, "correct": CORRECTS_PUBLIC, "delete": "gone",
        "approve": impossible("terbit"), "postpone": "in_review", "republish": impossible("terbit"),
    },
    "published": {
        "submit": impossible("terbit"), "publish": "Berita ini sudah terbit.",
        "reschedule": "Berita ini sudah terbit.", "return_to_draft": NO_WAY_BACK, "withdraw": "withdrawn",
        "correct": "published", "delete": STAYS, "approve": impossible("terbit"), "postpone": ONLY_SCHEDULED,
        "republish": impossible("terbit"),
    },
    "withdrawn": {
        "submit": impossible("ditarik"), "publish": impossible("ditarik"), "reschedule": impossible("ditarik"),
        "return_to_draft": NO_WAY_BACK, "withdraw": impossible("ditarik"), "correct": CORRECTS_PUBLIC,
        "delete": STAYS, "approve": impossible("ditarik"), "postpone": ONLY_SCHEDULED, "republish": "published",
    },
}  # fmt: skip


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("state", STATES)
def test_article_verbs_lead_to_a_state_or_say_why_not(state, verb):
    article = make_article(state=state)
    before = Article.objects.filter(pk=article.pk).values().get()

    try:
        VERBS[verb](article)
    except ValidationError as error:
        outcome = error.messages[0]
    else:
        outcome = Article.objects.filter(pk=article.pk).values_list("status", flat=True).first() or "gone"

    after = Article.objects.filter(pk=before["id"]).values().first()
    assert outcome == OUTCOMES[state][verb]
    assert " " not in outcome or after == before


def test_article_publish_records_when_who_and_how():
    at, editor = tomorrow(), make_user("Redaktur")
    article = make_article(state="in_review")

    article.publish(at=at, by=editor, via=Article.Via.COMMAND)

    stored = Article.objects.get(pk=article.pk)
    assert (stored.published_at, stored.published_by, stored.published_via) == (at, editor, "command")
    assert (stored.is_scheduled, stored.is_public, stored.is_public_at(at)) == (True, False, True)


@pytest.mark.parametrize(
    ("second", "message"),
    [
        ("publish", "Berita ini sudah terbit."),
        ("return_to_draft", NO_WAY_BACK),
        ("submit", impossible("terbit")),
    ],
)
def test_article_verb_knows_what_another_editor_just_did(second, message):
    article = make_article(state="draft")
    opened_before = Article.objects.get(pk=article.pk)
    article.publish(at=LONG_AGO)

    with pytest.raises(ValidationError) as refusal:
        VERBS[second](opened_before)

    stored = Article.objects.get()
    assert refusal.value.messages == [message]
    assert (stored.status, stored.published_at) == ("published", LONG_AGO)


def test_article_that_lacks_something_is_not_published_and_says_what():
    photo = make_photo(alt="", caption="Rapat")
    article = make_article(
        " ", state="draft", body="<p> </p>", photos=[photo, make_photo(alt="", is_decorative=True)]
    )

    with pytest.raises(ValidationError) as refusal:
        article.publish()

    assert refusal.value.messages == [
        "Judul masih kosong.",
        "Isi berita masih kosong.",
        "Foto “Rapat” belum punya teks alternatif.",
    ]
    assert Article.objects.get().status == "draft"


def test_article_is_not_withdrawn_without_a_reason():
    article = make_article()

    with pytest.raises(ValidationError) as refusal:
        article.withdraw("  ")

    assert refusal.value.messages == ["Tuliskan alasan penarikan; pembaca akan membacanya."]
    assert (article.status, article.is_public) == ("published", True)


def test_article_correction_marks_it_as_edited():
    article, at = make_article(), timezone.now()

    correction = article.correct("name", " Ejaan nama diperbaiki. ", at=at)

    assert list(Correction.objects.values("article", "kind", "text", "corrected_at")) == [
        {"article": article.pk, "kind": "name", "text": "Ejaan nama diperbaiki.", "corrected_at": at}
    ]
    article = Article.objects.get()
    assert (article.edited_at, article.changed_at, correction.article) == (at, at, article)


def test_article_correction_of_an_unknown_kind_changes_nothing():
    article = make_article()

    with pytest.raises(ValidationError):
        article.correct("whim", "Teks.")

    assert (Correction.objects.count(), Article.objects.get().edited_at) == (0, None)


def test_article_freezes_the_post_of_its_day_at_publication():
    official, body = make_official(), make_institution("Komisi I")
    held = make_position(
        official, make_post("Anggota"), body, starts_on=date(2024, 8, 5), ends_on=date(2025, 6, 30)
    )
    make_position(official, make_post("Ketua"), body, starts_on=date(2025, 7, 1))
    article = make_article(state="draft", officials=[official], event_date=date(2025, 6, 23))
    typed = make_article(state="draft", event_date=date(2025, 6, 23))
    ArticleOfficial.objects.create(article=typed, official=official, post_printed="Narasumber")
    undated = make_article(state="draft", officials=[official])

    for one in (article, typed):
        one.publish(at=tomorrow())
    undated.publish(at=datetime(2025, 8, 1, 9, tzinfo=JAKARTA))
    held.delete()
    for one in (article, typed):
        one.publish()

    posts = ArticleOfficial.objects.order_by("article").values_list("article", "post_printed")
    assert dict(posts) == {
        article.pk: "Anggota Komisi I",
        typed.pk: "Narasumber",
        undated.pk: "Ketua Komisi I",
    }


def test_post_in_a_body_that_is_public_with_the_article_is_frozen():
    article = make_article(state="draft", event_date=date(2025, 6, 23))
    body = make_institution("Dinas Baru", published_at=None, published_with=article.feed_id)
    official = make_official()
    make_position(official, make_post("Kepala"), body, starts_on=date(2024, 8, 5))
    ArticleInstitution.objects.create(article=article, institution=body)
    link = ArticleOfficial.objects.create(article=article, official=official)

    article.publish(at=tomorrow())

    link.refresh_from_db()
    assert link.post_printed == "Kepala Dinas Baru"


def test_official_linked_after_publication_gets_the_post_of_that_day():
    official = make_official()
    make_position(official, make_post("Anggota"), make_institution("Komisi I"), starts_on=date(2024, 8, 5))
    article = make_article(event_date=date(2025, 6, 23))

    link = ArticleOfficial.objects.create(article=article, official=official)

    assert (link.post_printed, ArticleOfficial.objects.get().post_printed) == ("Anggota Komisi I",) * 2


@pytest.fixture
def followers():
    """An article in draft and what was made together with it; one of them an editor released on its own."""
    article = make_article(state="draft")
    together = {"published_at": None, "published_with": article.feed_id}
    records = [make(**together) for make in (make_visit, make_official, make_institution)]
    article.visit = records[0]
    article.save()
    article.officials.add(records[1])
    article.institutions.add(records[2])
    released = make_official(**together)
    released.release(at=LONG_AGO)
    stranger = make_official(published_at=None)
    return article, [*records, released, stranger]


def times_of(records):
    for record in records:
        record.refresh_from_db()
    return [record.published_at for record in records]


def test_followers_take_the_articles_time_until_released_on_their_own(followers):
    article, records = followers
    first, second = tomorrow(), tomorrow() + timedelta(days=3)

    article.publish(at=first)
    scheduled = times_of(records)
    article.publish(at=second)
    rescheduled = times_of(records)
    article.return_to_draft("Lengkapi tanggalnya.")
    taken_back = times_of(records)
    records[1].release(at=LONG_AGO)
    article.publish()

    assert scheduled == [first, first, first, LONG_AGO, None]
    assert rescheduled == [second, second, second, LONG_AGO, None]
    assert taken_back == [None, None, None, LONG_AGO, None]
    assert times_of(records) == [article.published_at, LONG_AGO, article.published_at, LONG_AGO, None]


def test_article_saves_only_clean_text_under_any_name():
    body = (
        '<p onclick="x()">Satu<script>alert(1)</script> <b>dua</b></p><p><a href="javascript:x">tiga</a></p>'
    )

    article = make_article(body=body)

    clean = '<p>Satu <strong>dua</strong></p><p><a rel="noopener">tiga</a></p>'
    assert (article.body, Article.objects.get().body) == (clean, clean)


def test_article_summary_is_the_lead_else_the_first_paragraph_cut_between_words():
    led = make_article(lead="Ringkasan.", body="<p>Isi.</p>")
    short = make_article(body="<p>Paragraf pertama.</p><p>Paragraf kedua.</p>")
    long = make_article(body=f"<p>{'kata ' * 60}</p>")

    summaries = [article.summary for article in (led, short, long)]

    assert summaries == ["Ringkasan.", "Paragraf pertama.", " ".join(["kata"] * 44) + "…"]


def test_article_source_hash_knows_the_words_and_not_their_spaces():
    article = make_article(state="draft", source_text="Satu dua\r\ntiga.")

    assert article.source_hash == text_hash(" Satu\tdua tiga.\n")
    assert (article.source_hash == text_hash("Satu dua tiga"), make_article().source_hash) == (False, "")


def test_article_day_is_the_events_else_that_of_publication():
    at = datetime(2025, 12, 31, 23, 30, tzinfo=JAKARTA)

    days = [
        make_article(published_at=at, event_date=date(2025, 12, 1)).happened_on,
        make_article(published_at=at).happened_on,
        make_article(state="draft").happened_on,
    ]

    assert days == [date(2025, 12, 1), date(2025, 12, 31), timezone.localdate()]


@pytest.mark.parametrize(
    ("fields", "name", "message"),
    [
        (
            {"event_date": date(2025, 6, 23), "event_end_date": date(2025, 6, 22)},
            "article_event_ends_after_start",
            "Tanggal akhir kegiatan perlu tanggal awal, dan tidak mendahuluinya.",
        ),
        (
            {"event_end_date": date(2025, 6, 22)},
            "article_event_ends_after_start",
            "Tanggal akhir kegiatan perlu tanggal awal, dan tidak mendahuluinya.",
        ),
        ({"status": "published"}, "article_times_fit_status", "Status dan waktu terbit tidak cocok."),
        ({"published_at": LONG_AGO}, "article_times_fit_status", "Status dan waktu terbit tidak cocok."),
        (
            {"status": "withdrawn", "published_at": LONG_AGO},
            "article_times_fit_status",
            "Status dan waktu terbit tidak cocok.",
        ),
    ],
)
def test_article_that_cannot_be_is_refused(fields, name, message):
    article = Article(title="Berita", slug="berita", body="<p>Isi.</p>", **fields)

    with pytest.raises(ValidationError) as refusal:
        article.full_clean()

    assert refusal.value.messages == [message]
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        article.save()


def test_article_links_each_subject_once():
    official, institution, photo = make_official(), make_institution(), make_photo()
    article = make_article(officials=[official], institutions=[institution], photos=[photo])
    again = [
        ArticleOfficial(article=article, official=official),
        ArticleInstitution(article=article, institution=institution),
        ArticlePhoto(article=article, photo=photo),
    ]

    messages = []
    for link in again:
        with pytest.raises(ValidationError) as refusal:
            link.full_clean()
        messages += refusal.value.messages
        with pytest.raises(IntegrityError), transaction.atomic():
            link.save()

    assert messages == [
        "Pejabat ini sudah tertaut pada berita ini.",
        "Lembaga ini sudah tertaut pada berita ini.",
        "Foto ini sudah ada pada berita ini.",
    ]


def test_what_an_article_uses_is_not_deleted():
    official, institution = make_official(published_at=None), make_institution(published_at=None)
    visit, photo = make_visit(published_at=None), make_photo()
    make_article(state="draft", officials=[official], institutions=[institution], visit=visit, photos=[photo])

    for record in (official, institution, visit, photo):
        with pytest.raises(ProtectedError):
            record.delete()
        with pytest.raises(ProtectedError):
            type(record).objects.filter(pk=record.pk).delete()

    assert [type(record).objects.count() for record in (official, institution, visit, photo)] == [1, 1, 1, 1]


def test_photo_that_is_on_file_is_refused_by_name():
    known = make_photo(caption="Rapat kerja", content=(content := jpeg()))
    again = Photo(alt="Sama", file=receive(ContentFile(content), "lain.jpg"))

    with pytest.raises(ValidationError) as refusal:
        again.clean()

    assert refusal.value.messages == [
        f"Foto ini sudah ada: “Rapat kerja” (nomor {known.pk}). Pakai yang itu."
    ]


@pytest.mark.parametrize(
    ("fields", "name", "message"),
    [
        (
            {"alt": "Meja", "is_decorative": True},
            "photo_decorative_without_alt",
            "Foto hiasan tidak memakai teks alternatif; pilih salah satu.",
        ),
        (
            {"focal_y": 101},
            "photo_focal_point_inside",
            "Pastikan nilai ini lebih kecil dari atau sama dengan 100.",
        ),
    ],
)
def test_photo_that_cannot_be_is_refused(fields, name, message):
    photo = make_photo(alt="")
    for field, value in fields.items():
        setattr(photo, field, value)

    with pytest.raises(ValidationError) as refusal:
        photo.full_clean()

    assert message in refusal.value.messages
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        photo.save()


@pytest.mark.parametrize("at", [datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59)])
def test_article_is_not_published_in_a_year_without_an_address(at):
    article = make_article(state="draft")

    with pytest.raises(ValidationError) as refusal:
        article.publish(at=at.replace(tzinfo=JAKARTA))

    article.refresh_from_db()
    assert refusal.value.messages == [f"Tahun {at.year} tidak mungkin; periksa angka tahunnya."]
    assert (article.status, article.published_at) == ("draft", None)


def test_event_in_a_year_that_cannot_be_is_refused():
    article = make_article(state="draft", event_date=date(225, 6, 23))

    with pytest.raises(ValidationError) as refusal:
        article.full_clean()

    assert refusal.value.messages == ["Tahun 225 tidak mungkin; periksa angka tahunnya."]


def test_deleting_a_scheduled_article_shows_nobody_it_brought_along():
    article = make_article(state="draft")
    official = make_official(published_at=None, published_with=article.feed_id)
    article.officials.add(official)
    article.publish(at=tomorrow())

    article.delete()

    official.refresh_from_db()
    assert official.published_at is None
