"""The question asked when something public is saved: a small mend, or a change that readers are told of."""

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Correction, Version
from people.models import Visit
from tests.factories import (
    make_article,
    make_institution,
    make_photo,
    make_topic,
    make_user,
    make_visit,
)

pytestmark = pytest.mark.django_db

PARTS = ("article_photos", "article_officials", "article_institutions", "corrections")
VISIT_PARTS = ("parties", "attendances", "papers")
ASK = "Katakan arti perubahan ini bagi pembaca"
SIGNIFICANT = {
    "significance": "significant",
    "correction_kind": "fact",
    "correction_note": "Yang benar dua belas.",
}


def empty(prefixes):
    return {f"{prefix}-{name}": "0" for prefix in prefixes for name in ("TOTAL_FORMS", "INITIAL_FORMS")}


def form_of(record, **fields):
    if isinstance(record, Visit):
        names = ("title", "kind", "status", "purpose", "outcome", "slug", "note")
        return {name: getattr(record, name) for name in names} | empty(VISIT_PARTS) | fields
    names = ("title", "lead", "body", "byline", "activity", "place", "slug")
    return {name: getattr(record, name) for name in names} | empty(PARTS) | fields


def save(client, record, **fields):
    record.refresh_from_db(fields=["version"])
    return client.post(address_of(record), form_of(record, _version=record.version, **fields))


def address_of(record):
    meta = record._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[record.pk])


def public_marks(record):
    """What readers see of an edit."""
    record.refresh_from_db()
    return getattr(record, "edited_at", None), Correction.objects.count(), Version.objects.count()


@pytest.fixture
def editor(client):
    user = make_user("Redaktur")
    client.force_login(user)
    return user


@pytest.mark.parametrize(
    "changed",
    [
        {"title": "Judul lain"},
        {"lead": "Ringkasan lain."},
        {"body": "<p>Isi lain.</p>"},
        {"byline": "Lain/red"},
        {"activity": "hearing"},
        {"event_date": "2025-03-02"},
        {"place": "Ruang lain"},
    ],
)
def test_change_that_readers_see_is_not_saved_without_an_answer(client, editor, changed):
    article = make_article("Semula", lead="Ringkasan.", byline="Satu/red", place="Ruang")

    answer = save(client, article, **changed)

    assert (answer.status_code, ASK in answer.content.decode()) == (200, True)
    assert public_marks(article) == (None, 0, 0)
    assert article.title == "Semula"


def test_topics_and_visit_are_seen_by_readers(client, editor):
    article = make_article()

    answers = [
        save(client, article, topics=[make_topic().pk]),
        save(client, article, visit=make_visit().pk),
    ]

    assert [(answer.status_code, ASK in answer.content.decode()) for answer in answers] == [(200, True)] * 2


def test_photo_put_on_a_public_article_asks_too(client, editor):
    article, photo = make_article(), make_photo()
    added = {
        "article_photos-TOTAL_FORMS": "1",
        "article_photos-0-photo": str(photo.pk),
        "article_photos-0-order": "0",
    }

    refused = save(client, article, **added)
    saved = save(client, article, **added, **SIGNIFICANT | {"correction_kind": "photo"})

    assert (refused.status_code, ASK in refused.content.decode()) == (200, True)
    assert (saved.status_code, list(article.photos.all())) == (302, [photo])
    assert (Correction.objects.get().kind, Version.objects.count()) == ("photo", 0)


@pytest.mark.parametrize("changed", [{}, {"lead": "Ringkasan\r\n contoh."}, {"source_text": "Naskah."}])
def test_what_no_reader_sees_is_saved_without_an_answer(client, editor, changed):
    article = make_article(lead="Ringkasan contoh.")

    answer = save(client, article, **changed)

    assert (answer.status_code, public_marks(article)) == (302, (None, 0, 0))


def test_small_mend_moves_nothing_that_readers_see(client, editor):
    article = make_article("Judul salh")
    feed = client.get("/atom.xml").content.decode().partition("<updated>")[2][:25]

    answer = save(client, article, title="Judul salah", significance="silent")

    assert (answer.status_code, public_marks(article), article.title) == (302, (None, 0, 0), "Judul salah")
    assert client.get("/atom.xml").content.decode().partition("<updated>")[2][:25] == feed


def test_significant_change_makes_a_correction_and_a_version(client, editor):
    article = make_article("Sepuluh warga", body="<p>Ada <strong>sepuluh</strong> warga.</p>")
    started = timezone.now()

    answer = save(
        client, article, title="Dua belas warga", body="<p>Ada <strong>dua belas</strong> warga.</p>", **SIGNIFICANT
    )  # fmt: skip

    correction, version = Correction.objects.get(), Version.objects.get()
    article.refresh_from_db()
    assert answer.status_code == 302
    assert (correction.article, correction.kind, correction.text) == (
        article,
        "fact",
        "Yang benar dua belas.",
    )
    assert article.edited_at == correction.corrected_at >= started
    assert (version.article, version.correction, version.number) == (article, correction, 1)
    rest = {"lead": "", "byline": "", "day": "", "place": ""}
    assert version.before == {"title": "Sepuluh warga", "body": "Ada sepuluh warga.", **rest}
    assert version.after == {"title": "Dua belas warga", "body": "Ada dua belas warga.", **rest}


@pytest.mark.parametrize("lacking", [{"correction_kind": ""}, {"correction_note": "  "}])
def test_significant_change_needs_its_kind_and_its_note(client, editor, lacking):
    article = make_article("Semula")

    answer = save(client, article, title="Diubah", **SIGNIFICANT | lacking)

    assert (answer.status_code, public_marks(article), article.title) == (200, (None, 0, 0), "Semula")
    assert 'value="Diubah"' in answer.content.decode()


def test_right_of_reply_without_a_change_of_words_is_noted(client, editor):
    article = make_article()

    save(client, article, **SIGNIFICANT | {"correction_kind": "reply", "correction_note": "Hak jawab warga."})

    assert list(Correction.objects.values_list("kind", "text")) == [("reply", "Hak jawab warga.")]
    assert Version.objects.count() == 0
    assert Article.objects.get().edited_at == Correction.objects.get().corrected_at


@pytest.mark.parametrize("state", ["draft", "in_review", "scheduled", "withdrawn"])
def test_what_readers_do_not_see_is_not_asked_about(client, editor, state):
    article = make_article("Semula", state=state)

    page = client.get(address_of(article)).content.decode()
    forged = save(client, article, title="Diubah", **SIGNIFICANT)

    article.refresh_from_db()
    assert ('name="significance"' in page, forged.status_code, article.title) == (False, 302, "Diubah")
    assert Correction.objects.count() == 0


@pytest.mark.parametrize("group", ["", "Penulis"])
@pytest.mark.parametrize("make", [make_article, make_visit])
def test_nobody_else_answers_the_question(client, group, make):
    record = make("Semula")
    if group:
        client.force_login(make_user(group))

    page = client.get(address_of(record)).content.decode()
    answer = save(client, record, title="Diubah", **SIGNIFICANT)

    record.refresh_from_db()
    # What a Penulis sends waits as a proposal; whoever accepts it answers the question.
    assert ('name="significance"' in page, answer.status_code) == (False, 302)
    assert (record.title, Correction.objects.count()) == ("Semula", 0)


def test_change_of_a_public_visit_asks_and_makes_a_correction(client, editor):
    visit = make_visit("Kunjungan", purpose="Pasar.")

    asked = save(client, visit, purpose="Taman.")
    saved = save(client, visit, purpose="Taman.", **SIGNIFICANT)

    visit.refresh_from_db()
    assert (asked.status_code, ASK in asked.content.decode()) == (200, True)
    assert (saved.status_code, visit.purpose) == (302, "Taman.")
    assert list(Correction.objects.values_list("article", "visit", "kind", "text")) == [
        (None, visit.pk, "fact", "Yang benar dua belas.")
    ]


@pytest.mark.parametrize("answer", ["silent", "update"])
def test_what_is_new_on_a_visit_is_no_correction(client, editor, answer):
    visit = make_visit(status="planned")

    saved = save(client, visit, status="done", outcome="Disepakati.", significance=answer)

    visit.refresh_from_db()
    assert (saved.status_code, visit.outcome, Correction.objects.count()) == (302, "Disepakati.", 0)


def test_papers_and_notes_of_a_visit_ask_nothing_but_its_parties_do(client, editor):
    visit, body = make_visit(), make_institution()
    paper = {"papers-TOTAL_FORMS": "1", "papers-0-kind": "travel_order", "papers-0-number": "12"}
    party = {"parties-TOTAL_FORMS": "1", "parties-0-side": "guest", "parties-0-institution": str(body.pk)}

    answers = [save(client, visit, note="Rahasia.", **paper), save(client, visit, **party)]

    assert [answer.status_code for answer in answers] == [302, 200]
    assert (visit.papers.count(), visit.parties.count()) == (1, 0)
    assert ASK in answers[1].content.decode()


def test_update_is_no_answer_for_an_article(client, editor):
    article = make_article("Semula")

    answer = save(client, article, title="Diubah", significance="update")

    article.refresh_from_db()
    assert (answer.status_code, article.title) == (200, "Semula")
