import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles.checks import checks
from articles.models import AcceptedWarning, Article, ArticleEvent
from tests.factories import make_article, make_official, make_user, tomorrow

pytestmark = pytest.mark.django_db

NO_SECOND = "Naskah ini belum dibaca orang kedua. Mintalah persetujuan, atau tulis alasannya."
OWN_TEXT = "Anda ikut menulis naskah ini; mintalah orang lain membacanya."


def life_of(article):
    """What happened, oldest first: verb, account, words."""
    return list(article.events.order_by("pk").values_list("verb", "by__username", "note"))


def written(by, state="in_review", **fields):
    article = make_article(state=state, **fields)
    article.mark_written(by)
    return article


def test_life_of_an_article_tells_every_step_by_whom_and_with_which_words():
    writer, editor = make_user(username="sari"), make_user(username="budi")
    article, due = written(writer, "draft"), tomorrow()

    article.submit(by=writer)
    article.return_to_draft(" Lengkapi tanggalnya. ", by=editor)
    article.submit(by=writer)
    article.approve(by=editor)
    article.publish(at=due, by=writer)
    article.postpone(by=editor, note="Menunggu foto.")
    article.publish(by=writer)
    article.withdraw("Keliru sumber.", by=editor)
    article.republish("Sumbernya benar.", by=editor)

    assert life_of(article) == [
        ("submitted", "sari", ""),
        ("returned", "budi", "Lengkapi tanggalnya."),
        ("submitted", "sari", ""),
        ("approved", "budi", ""),
        ("scheduled", "sari", ""),
        ("postponed", "budi", "Menunggu foto."),
        ("published", "sari", ""),
        ("withdrawn", "budi", "Keliru sumber."),
        ("republished", "budi", "Sumbernya benar."),
    ]
    assert list(article.events.exclude(due_at=None).values_list("verb", "due_at")) == [("scheduled", due)]


def test_refused_verb_leaves_no_trace():
    article = make_article(state="draft", body="")

    with pytest.raises(ValidationError):
        article.publish(by=make_user())

    assert (ArticleEvent.objects.count(), Article.objects.get().status) == (0, "draft")


@pytest.mark.parametrize(
    ("reviewer", "publisher", "refused"),
    [
        (None, "writer", True),
        (None, "second", False),
        ("second", "writer", False),
        ("second", "second", False),
        ("writer", "writer", True),
    ],
)
@pytest.mark.parametrize("at", [None, timedelta(days=1)])
def test_text_needs_a_second_reader(reviewer, publisher, refused, at):
    people = {"writer": make_user(), "second": make_user()}
    article = make_article(state="in_review", written_by=people["writer"], reviewed_by=people.get(reviewer))
    due = at and timezone.now() + at

    try:
        article.publish(at=due, by=people[publisher])
    except ValidationError as refusal:
        outcome = refusal.messages
    else:
        outcome = []

    assert outcome == ([NO_SECOND] if refused else [])
    assert Article.objects.get().status == ("in_review" if refused else "published")


def test_stated_reason_stands_in_for_the_second_reader_and_stays():
    writer = make_user(username="sari")
    article = written(writer)

    article.publish(by=writer, reason=" Hanya ada satu redaktur hari ini. ")

    assert life_of(article) == [("published", "sari", "Hanya ada satu redaktur hari ini.")]


@pytest.mark.parametrize("via", [Article.Via.COMMAND, Article.Via.IMPORT])
def test_command_and_import_need_no_second_reader_and_are_recorded(via):
    article = written(make_user(), "draft")

    article.publish(via=via)

    event = ArticleEvent.objects.get()
    assert (event.verb, event.by, event.via, event.who) == ("published", None, via, via.label.lower())


def test_nobody_approves_the_own_text():
    writer = make_user()
    article = written(writer)

    with pytest.raises(ValidationError) as refusal:
        article.approve(by=writer)

    assert (refusal.value.messages, Article.objects.get().is_approved) == ([OWN_TEXT], False)


def test_change_by_somebody_else_ends_the_approval():
    writer, editor = make_user(username="sari"), make_user()
    article = written(writer)
    article.approve(by=editor)

    article.mark_written(writer)

    stored = Article.objects.get()
    assert (stored.written_by, stored.reviewed_by, stored.reviewed_at) == (writer, None, None)
    assert life_of(article)[-1] == ("lapsed", "sari", "")


def test_change_by_the_reviewer_keeps_the_approval_but_is_no_second_reader_of_itself():
    writer, editor = make_user(), make_user()
    article = written(writer)
    article.approve(by=editor)

    article.mark_written(editor)

    stored = Article.objects.get()
    assert (stored.is_approved, stored.written_by) == (True, editor)
    assert (stored.lacks_second_reader(editor), stored.lacks_second_reader(writer)) == (True, False)


def test_writer_takes_a_submission_back_until_it_is_approved():
    writer, other = make_user(username="sari"), make_user()
    article = written(writer, "draft")
    article.submit(by=writer)

    refused = []
    for account, is_approved in ((other, False), (writer, True)):
        Article.objects.update(reviewed_by=other if is_approved else None)
        with pytest.raises(ValidationError) as refusal:
            Article.objects.get().take_back(by=account)
        refused += refusal.value.messages
    Article.objects.update(reviewed_by=None)
    Article.objects.get().take_back(by=writer)

    assert refused == [
        "Hanya yang menulis naskah ini yang dapat menarik pengajuannya.",
        "Naskah ini sudah disetujui; mintalah Redaktur mengembalikannya.",
    ]
    stored = Article.objects.get()
    assert (stored.status, stored.return_note, list(Article.objects.returned())) == ("draft", "", [])
    assert life_of(article) == [("submitted", "sari", ""), ("taken_back", "sari", "")]


def test_comma_by_a_second_account_makes_nobody_a_second_reader():
    writer, mender, third = make_user(), make_user(), make_user()
    article = written(writer)
    article.mark_written(mender)

    refused = []
    for account in (writer, mender):
        for verb in (article.approve, article.publish):
            with pytest.raises(ValidationError) as refusal:
                verb(by=account)
            refused += refusal.value.messages
    untouched = Article.objects.get()
    article.approve(by=third)

    assert refused == [OWN_TEXT, NO_SECOND] * 2
    assert (untouched.status, untouched.reviewed_by, untouched.writers) == (
        "in_review",
        None,
        [writer.pk, mender.pk],
    )
    assert [Article.objects.get().lacks_second_reader(one) for one in (writer, mender, third)] == [False] * 3


def test_comma_after_the_approval_brings_the_need_for_a_reader_back_to_every_writer():
    writer, mender, reader = make_user(), make_user(), make_user()
    article = written(writer)
    article.approve(by=reader)

    article.mark_written(mender)

    stored = Article.objects.get()
    assert [stored.lacks_second_reader(one) for one in (writer, mender, reader)] == [True, True, False]


def test_change_after_scheduling_is_told_until_it_is_scheduled_again_or_answered_for():
    writer, editor = make_user(username="sari"), make_user(username="budi")
    article = written(writer)
    article.publish(at=tomorrow(), by=editor)
    before = [check.code for check in checks(article)]

    article.mark_written(editor)
    after = [check for check in checks(article) if check.code not in before]
    article.accept_warning(after[0].code, after[0].text, "Hanya ejaan.", by=editor)
    article.publish(at=tomorrow() + timedelta(hours=1), by=editor, reason="Sudah dibaca lewat telepon.")

    assert [
        (check.text.startswith("Naskah terjadwal ini diubah budi"), check.is_blocker) for check in after
    ] == [(True, False)]
    assert [check.code for check in checks(article)] == before
    assert [verb for verb, _, _ in life_of(article)] == ["scheduled", "edited", "scheduled"]


def test_marking_the_writer_changes_nothing_else_of_the_row():
    make_article("Semula", state="draft")
    opened_before = Article.objects.get()
    Article.objects.update(title="Diubah orang lain")

    opened_before.mark_written(make_user())

    assert Article.objects.get().title == "Diubah orang lain"


def test_note_stays_until_the_article_is_submitted_again():
    article = make_article(state="in_review")

    article.return_to_draft("Lengkapi tanggalnya.", by=make_user())
    returned = Article.objects.get()
    returned.submit(by=make_user())

    assert (article.return_note, Article.objects.get().return_note) == ("Lengkapi tanggalnya.", "")


@pytest.mark.parametrize(
    ("state", "verb", "message"),
    [
        ("in_review", "return_to_draft", "Tuliskan catatan: apa yang masih harus dibenahi penulisnya."),
        ("withdrawn", "republish", "Tuliskan alasan menerbitkan kembali; alasannya disimpan dalam riwayat."),
    ],
)
def test_verb_that_needs_words_is_refused_without_them(state, verb, message):
    article = make_article(state=state)
    before = Article.objects.values().get()

    with pytest.raises(ValidationError) as refusal:
        getattr(article, verb)("  ")

    assert (refusal.value.messages, Article.objects.values().get()) == ([message], before)


def test_postponed_article_waits_approved_and_takes_its_followers_along():
    editor = make_user()
    article = make_article(state="in_review", reviewed_by=editor, reviewed_at=timezone.now())
    follower = make_official(published_at=None, published_with=article.feed_id)
    article.publish(at=tomorrow(), by=editor)

    article.postpone(by=editor)

    follower.refresh_from_db()
    assert (Article.objects.get().is_approved, follower.published_at) == (True, None)


def test_article_that_comes_back_keeps_its_address_and_day():
    article = make_article()
    address, published_at = article.get_absolute_url(), article.published_at
    article.withdraw("Keliru sumber.")

    article.republish("Sumbernya benar.", by=make_user())

    stored = Article.objects.get()
    assert (stored.get_absolute_url(), stored.published_at, stored.is_public) == (address, published_at, True)
    assert stored.withdrawal_reason == ""


def test_withdrawn_article_does_not_come_back_while_something_blocks_it():
    article = make_article(body="")
    article.withdraw("Kosong.")

    with pytest.raises(ValidationError) as refusal:
        article.republish("Coba.", by=make_user())

    assert (refusal.value.messages, Article.objects.get().status) == (
        ["Isi berita masih kosong."],
        "withdrawn",
    )


def test_link_to_a_record_announced_together_blocks_nothing():
    official = make_official("Tokoh Rekaan", published_at=None)
    article = make_article(
        state="in_review", body='<p><a href="/pejabat/tokoh-rekaan/">Tokoh</a></p>', officials=[official]
    )

    with pytest.raises(ValidationError):
        article.publish()
    article.publish(together=[official])

    official.refresh_from_db()
    assert (article.is_public, official.published_at) == (True, article.published_at)


def test_warning_is_answered_for_once_and_with_words():
    article, editor = make_article(), make_user()

    article.accept_warning(
        "event-date", "Tanggal kegiatan belum diisi.", " Memang tanpa tanggal. ", by=editor
    )
    messages = []
    for code, reason in (("event-date", "Lagi."), ("quote:1", " ")):
        with pytest.raises(ValidationError) as refusal:
            article.accept_warning(code, "Teks.", reason, by=editor)
        messages += refusal.value.messages

    assert list(AcceptedWarning.objects.values_list("code", "reason", "by")) == [
        ("event-date", "Memang tanpa tanggal.", editor.pk)
    ]
    assert messages == ["Peringatan ini sudah diterima.", "Field ini tidak boleh kosong."]


def test_querysets_tell_who_waits_for_whom():
    writer, other = make_user(), make_user()
    unread = make_article(state="in_review")
    approved = make_article(state="in_review", reviewed_by=other)
    scheduled = make_article(state="scheduled")
    make_article(state="draft")
    mine, theirs = make_article(state="draft"), make_article(state="draft")
    for article, by in ((mine, other), (mine, writer), (theirs, other)):
        article.submit(by=by)
        article.return_to_draft("Lengkapi.", by=make_user())

    found = Article.objects
    assert [
        list(found.unread()), list(found.approved()), list(found.scheduled()),
        list(found.returned().order_by("pk")), list(found.returned_to(writer)),
    ] == [[unread], [approved], [scheduled], [mine, theirs], [mine]]  # fmt: skip


def test_feed_id_is_its_own_for_each_article():
    ids = {make_article().feed_id, make_article().feed_id}

    assert [type(one) for one in ids] == [uuid.UUID, uuid.UUID]
