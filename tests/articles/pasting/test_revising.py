"""A release that is on file already: shown beside the paste, and used as a revision of its draft."""

from datetime import date

import pytest
from django.urls import reverse

from articles.markup import html_of
from articles.models import Article, PastedRelease, Proposal, ReleaseSource
from articles.near_copies import Told, near_copies
from articles.pasting import copies
from articles.pasting.answers import Answers, mend_spelling
from articles.pasting.copies import ChangedMeanwhile, save_draft
from articles.pasting.outcomes import outcome_of
from articles.pasting.refused import refusals, subject
from articles.pasting.revising import call_off, changes, revise
from dprd_news.lib.caching import version
from people.models import Official, Visit
from tests.articles.pasting.pastes import paste
from tests.articles.releases import SOURCE, make_world
from tests.factories import LONG_AGO, make_article, make_official, make_photo, make_user, make_visit, tomorrow

pytestmark = pytest.mark.django_db

MAKING = {"official", "institution", "topic", "visit", "position"}
PASTE = "/admin/articles/article/tempel/"
NEWER = SOURCE.replace("Senin (23/6/2025)", "Selasa (24/6/2025)").replace(
    "penataan pedagang kaki lima.", "penataan pedagang kaki lima di enam pasar."
)


@pytest.fixture
def editor():
    return make_user("Penulis")


@pytest.fixture
def draft(editor):
    """The release filed by the screen with one misspelling mended, and then edited by hand."""
    make_world()
    answers = Answers(paste(editor, SOURCE)[0])
    mend_spelling(answers)
    answers.choose(lambda offer: "new" if offer.kind == "visit" or offer.is_unknown else "")
    article = save_draft(answers, outcome_of(answers, MAKING, may_publish=False), editor).article
    article.title = "Judul Redaksi"
    article.body = article.body.replace("<p>Rombongan", "<h2>Rombongan tamu</h2><p>Rombongan")
    article.body = article.body.replace("Pertemuan membahas", "Pertemuan <strong>membahas</strong>")
    article.save()
    return article


def revision(editor, article, source=NEWER):
    (pasted,) = paste(editor, source)
    revise(pasted, article)
    return Answers(pasted)


def revised(editor, article, source=NEWER):
    answers = revision(editor, article, source)
    outcome = outcome_of(answers, MAKING, may_publish=False)
    assert outcome.errors == {}
    return save_draft(answers, outcome, editor).article


def links(article):
    return {
        "officials": sorted(article.officials.values_list("name", flat=True)),
        "institutions": sorted(article.institutions.values_list("name", flat=True)),
        "topics": sorted(article.topics.values_list("name", flat=True)),
        "photos": list(article.photos.values_list("pk", flat=True)),
        "visit": article.visit,
    }


def told_changes(answers):
    return {
        change.label: [(kind, text) for kind, text in change.differences if kind != "same"]
        for change in changes(answers)
    }


def screen_of(client, pasted, **sent):
    address = reverse("admin:articles_article_pasted", args=[pasted.pk])
    return client.post(address, sent, follow=True) if sent else client.get(address)


def test_revision_brings_the_new_words_and_keeps_the_mended_ones(editor, draft):
    answers = revision(editor, draft)

    assert told_changes(answers) == {
        "Isi berita": [
            ("removed", "Senin (23/6/2025)."),
            ("added", "Selasa (24/6/2025)."),
            ("removed", "lima."),
            ("added", "lima di enam pasar."),
        ],
        "Tanggal kegiatan": [("removed", "Senin, 23"), ("added", "Selasa, 24")],
    }


def test_saved_revision_keeps_links_photos_visit_and_markup(editor, draft):
    draft.photos.add(make_photo())
    draft.officials.add(make_official("Ditautkan Sendiri"))
    before = links(draft)

    article = revised(editor, draft)

    assert (article.pk, article.title, article.event_date) == (draft.pk, "Judul Redaksi", date(2025, 6, 24))
    assert links(article) == before
    assert "<h2>Rombongan tamu</h2><p>Rombongan dipimpin" in article.body
    assert "perundingan panjang" in article.body
    assert "Selasa (24/6/2025)" in article.body
    assert (Article.objects.count(), Visit.objects.count(), PastedRelease.objects.count()) == (1, 1, 0)


def test_history_has_one_state_for_the_revision(editor, draft):
    before = draft.history.count()

    article = revised(editor, draft)

    states = article.history.all()
    assert (states.count(), states[0].history_change_reason) == (before + 1, "Revisi draf")
    assert len(states[0].relations["article_officials"]) == 2


def test_both_sources_are_kept_and_known_again(editor, draft):
    revised(editor, draft)

    draft.refresh_from_db()
    assert draft.source_text == NEWER
    assert [(row.text, row.replaced_by) for row in draft.earlier_sources.all()] == [(SOURCE, editor)]
    assert copies.paste(editor, SOURCE) == copies.Taken([], [draft])


def test_earlier_sources_are_shown_to_the_newsroom_only(editor, draft, client):
    source = SOURCE.replace("pengelolaan kebun", "rahasia naskah pertama")
    ReleaseSource.objects.create(article=draft, text=source, replaced_by=editor)
    client.force_login(editor)

    shown = client.get(PASTE, {"berita": draft.pk}).content.decode()
    draft.publish(at=LONG_AGO)
    client.logout()
    public = client.get(draft.get_absolute_url())

    assert (public.status_code, "rahasia naskah" in public.content.decode()) == (200, False)
    assert ("Naskah sebelumnya" in shown, "rahasia naskah pertama" in shown) == (True, True)


def test_revision_called_off_is_the_new_release_it_was(editor, draft):
    (pasted,) = paste(editor, NEWER)
    pasted.answers = {"byline": ["Baru/red"], "body": ["Ditulis lain."]}
    pasted.save()

    revise(pasted, draft)
    call_off(pasted)

    pasted.refresh_from_db()
    assert (pasted.article, pasted.article_version, pasted.is_revision) == (None, None, False)
    assert pasted.answers == {"byline": ["Baru/red"], "body": ["Ditulis lain."]}


def test_answers_given_before_stay_in_the_revision(editor, draft):
    newer = NEWER.replace("Bagus Santoso.", "Bagus Santoso dan Galih Wicaksono Adi, S.H.")
    (pasted,) = paste(editor, newer)
    fresh = next(offer for offer in Answers(pasted).offers if "Galih" in offer.name)
    pasted.answers = {fresh.key: ["new"], "byline": ["Sari/red"]}
    pasted.save()

    revise(pasted, draft)

    answers = Answers(pasted)
    offer = next(offer for offer in answers.offers if "Galih" in offer.name)
    assert (answers.chosen(offer), answers.text("byline")) == ("new", "Nilam/red")


def test_draft_saved_meanwhile_is_looked_at_again(editor, draft):
    answers = revision(editor, draft)
    outcome = outcome_of(answers, MAKING, may_publish=False)
    draft.title = "Diubah rekan"
    draft.save()

    with pytest.raises(ChangedMeanwhile):
        save_draft(answers, outcome, editor)

    assert (Article.objects.get().title, ReleaseSource.objects.count()) == ("Diubah rekan", 0)


def test_editor_is_told_of_a_draft_saved_meanwhile_and_saves_then(editor, draft, client):
    client.force_login(editor)
    pasted = revision(editor, draft).pasted
    draft.place = "Aula Baru"
    draft.save()
    form = {name: values[0] for name, values in pasted.answers.items()}

    first = screen_of(client, pasted, _save="1", **form).content.decode()
    screen_of(client, pasted, _save="1", **form)

    assert "Draf ini baru saja disimpan dari layar lain." in first
    assert "[dihapus: </span>Aula Baru" in first
    assert PastedRelease.objects.count() == 0


@pytest.mark.parametrize(
    ("state", "advice"),
    [
        ("approved", "Sudah disetujui"),
        ("published", "Tambah koreksi"),
        ("scheduled", "mengembalikannya menjadi draf"),
        ("withdrawn", "Sudah ditarik"),
    ],
)
def test_what_is_past_a_draft_is_never_overwritten(editor, draft, client, state, advice):
    if state == "approved":
        draft.submit()
        draft.approve(make_user("Redaktur"))
    else:
        draft.publish(at=tomorrow() if state == "scheduled" else None)
    if state == "withdrawn":
        draft.withdraw("Keliru.")
    client.force_login(editor)
    (pasted,) = paste(editor, NEWER)

    shown = screen_of(client, pasted).content.decode()
    forced = screen_of(client, pasted, _revise=str(draft.pk))

    pasted.refresh_from_db()
    assert (draft.title in shown, "Pakai sebagai revisi" in shown, advice in shown) == (True, False, True)
    assert (forced.status_code, pasted.article) == (403, None)


def test_revision_of_what_is_published_meanwhile_is_a_new_release_again(editor, draft, client):
    pasted = revision(editor, draft).pasted
    draft.publish(at=LONG_AGO)
    client.force_login(editor)

    shown = screen_of(client, pasted).content.decode()

    pasted.refresh_from_db()
    assert (
        "sudah disetujui atau terbit. Naskah ini kembali menjadi rilis baru" in shown,
        pasted.article,
    ) == (True, None)


def test_near_copy_is_shown_beside_the_paste_with_its_state_and_difference(editor, draft, client):
    client.force_login(editor)
    (pasted,) = paste(editor, NEWER)

    shown = screen_of(client, pasted).content.decode()
    turned = screen_of(client, pasted, _revise=str(draft.pk)).content.decode()
    back = screen_of(client, pasted, _call_off="1").content.decode()

    assert f'{draft}</a> <span class="badge ">Draf</span>' in shown
    assert draft.get_absolute_url() in shown
    assert "[ditambahkan: </span>lima di enam pasar." in shown
    assert f'value="{draft.pk}" class="button"' in shown
    assert ("Naskah ini menjadi revisi" in turned, "Pakai sebagai revisi" in turned) == (True, False)
    assert "[ditambahkan: </span>Selasa (24/6/2025)." in turned
    assert ("Naskah ini menjadi revisi" in back, "Pakai sebagai revisi" in back) == (False, True)


def test_kept_state_answers_with_what_would_change(editor, draft, client):
    client.force_login(editor)
    pasted = revision(editor, draft).pasted
    form = {name: values[0] for name, values in pasted.answers.items()} | {"place": "Balai Warga"}

    said = client.post(reverse("admin:articles_article_pasted_state", args=[pasted.pk]), form).json()

    assert (said["kept"], "[ditambahkan: </span>Balai Warga" in said["changes"]) == (True, True)


def test_draft_written_by_hand_is_read_again_without_becoming_a_source(editor, client):
    make_world()
    draft = make_article("Judul", state="draft", body="<p>Larasati Dewi Wiguna membuka <em>rapat</em>.</p>")
    client.force_login(editor)

    shown = client.get(PASTE, {"berita": draft.pk})
    client.post(PASTE, {"berita": draft.pk, "source_text": shown.context["text"]})
    pasted = PastedRelease.objects.get()
    form = {name: text for name, text in Answers(pasted).defaults.items() if text}
    screen_of(client, pasted, _save="1", **form)

    draft.refresh_from_db()
    assert (draft.source_text, draft.body) == ("", "<p>Larasati Dewi Wiguna membuka <em>rapat</em>.</p>")
    assert list(draft.officials.values_list("name", flat=True)) == ["Larasati Dewi Wiguna"]


def test_same_text_pasted_again_opens_the_copy_at_hand(editor, client):
    make_world()
    client.force_login(editor)
    client.post(PASTE, {"source_text": SOURCE})
    pasted = PastedRelease.objects.get()
    pasted.answers = {"byline": ["Baru/red"]}
    pasted.save()

    said = client.post(PASTE, {"source_text": SOURCE.replace("\n", "\r\n  ")}, follow=True)

    shown = said.content.decode()
    assert PastedRelease.objects.count() == 1
    assert ('value="Baru/red"' in shown, "Salinan kerja itu dibuka lagi." in shown) == (True, True)


def test_copy_at_hand_that_nobody_answered_is_read_again(editor, django_capture_on_commit_callbacks):
    make_world()
    paste(editor, SOURCE)
    with django_capture_on_commit_callbacks(execute=True):
        known = make_official("Rangga Pradipta Jati")

    (pasted,) = paste(editor, SOURCE)

    assert (pasted.reading["officials"][0]["match"], PastedRelease.objects.count()) == (known.slug, 1)


def test_colleagues_copy_is_not_at_hand(editor):
    make_world()
    paste(make_user("Redaktur"), SOURCE)

    (pasted,) = paste(editor, SOURCE)

    assert (pasted.is_at_hand, PastedRelease.objects.count()) == (False, 2)


def test_revision_at_hand_is_opened_when_its_text_is_pasted_again(editor, draft):
    pasted = revision(editor, draft).pasted

    assert paste(editor, NEWER) == [pasted]


def test_earlier_source_changes_no_public_answer(editor, draft, django_capture_on_commit_callbacks):
    before = version()

    with django_capture_on_commit_callbacks(execute=True):
        ReleaseSource.objects.create(article=draft, text="Naskah lama.", replaced_by=editor)

    assert version() == before


def test_revision_outlives_a_draft_that_is_deleted(editor, draft, client):
    pasted = revision(editor, draft).pasted
    client.force_login(editor)

    draft.delete()

    shown = screen_of(client, pasted).content.decode()
    pasted.refresh_from_db()
    assert (pasted.article, pasted.work, "enam pasar" in shown) == (None, "Tempel rilis", True)
    assert paste(editor, NEWER) == [pasted]


def near(**told):
    return [copy.article.title for copy in near_copies(Told(**told))]


def test_near_copies_are_of_the_same_event():
    chair, other = make_official(), make_official()
    words = " ".join(f"kata{n}" for n in range(60))
    rewritten = " ".join(f"kata{n}" for n in range(30)) + " " + " ".join(f"lain{n}" for n in range(30))
    day = date(2025, 6, 23)
    make_article("Hampir sama", event_date=date(2024, 1, 1), body=f"<p>{words} akhir</p>")
    make_article("Peristiwa sama", event_date=day, body=f"<p>{rewritten}</p>", officials=[chair])
    make_article("Orang lain", event_date=day, body=f"<p>{rewritten}</p>", officials=[other])
    make_article("Hari lain", event_date=date(2025, 6, 24), body=f"<p>{rewritten}</p>", officials=[chair])
    make_article("Lain sama sekali", event_date=day, body="<p>Tidak ada yang sama.</p>", officials=[chair])

    assert near(text=words, day=day, people=[chair.slug]) == ["Hampir sama", "Peristiwa sama"]


def test_near_copy_says_why():
    chair = make_official()
    make_article(
        event_date=date(2025, 6, 23), place="Gedung DPRD", body="<p>Satu dua tiga.</p>", officials=[chair]
    )

    (copy,) = near_copies(Told("Satu dua tiga.", date(2025, 6, 23), "Gedung DPRD", [chair.slug]))

    assert copy.reasons == ["100 persen kata sama", "tanggal sama", "1 pejabat sama", "tempat sama"]


def test_list_of_a_near_copy_is_compared_with_its_marks(editor, client):
    words = "Rapat di balai kota membahas tiga hal:\n\n1. Sampah\n\n2. Banjir\n\n3. Pasar"
    copy = make_article(body=html_of(words.split("\n\n")), state="draft")
    client.force_login(editor)
    (pasted,) = paste(editor, f"{words}\n\nRapat ditutup pukul sebelas.")

    shown = screen_of(client, pasted).content.decode()

    assert near_copies(Told(words))[0].reasons == ["100 persen kata sama"]
    assert copy.get_absolute_url() in shown
    assert "[ditambahkan: </span>1." not in shown


def test_planned_visit_is_not_filled_in_twice_by_a_revision(editor, draft):
    make_visit(status="planned", starts_on=date(2025, 6, 24))

    revised(editor, draft)

    assert list(Visit.objects.filter(status="planned").values_list("articles", flat=True)) == [None]
    assert Official.objects.filter(name="Rangga Pradipta Jati").count() == 1


def test_post_refused_at_one_body_is_still_offered_at_another(editor, draft):
    read = {"name": "Rangga Pradipta Jati", "post": "Anggota", "institution": "Komisi A DPRD Kota Mekarsari"}
    Proposal.objects.create(
        article=draft, kind="position", proposed=read, decision="rejected", decided_by=editor
    )

    refused = refusals(draft)

    assert subject("position", read) in refused
    assert subject("position", read | {"institution": "DPRD Kota Tirtasari"}) not in refused


def refuse(*kinds):
    return lambda offer: "none" if offer.kind in kinds else ""


@pytest.fixture
def picky_draft(editor):
    """Filed with every topic, misspelling, body and the visit refused."""
    make_world()
    answers = Answers(paste(editor, SOURCE)[0])
    answers.choose(refuse("topic", "spelling", "institution", "visit"))
    return save_draft(answers, outcome_of(answers, MAKING, may_publish=False), editor).article


@pytest.mark.parametrize("kind", ["topic", "spelling", "institution", "visit"])
def test_what_was_refused_is_not_asked_again(editor, picky_draft, kind):
    answers = revision(editor, picky_draft, NEWER.replace(" di enam pasar", ""))
    again = [offer for offer in answers.offers if offer.kind == kind]
    assert again
    assert {answers.chosen(offer) for offer in again} == {"none"}
    assert all(offer.is_sure and offer.why.startswith("Ditolak ") for offer in again)


def test_refusal_counts_once_however_often_it_is_read_again(editor, picky_draft):
    before = picky_draft.proposals.filter(decision="rejected").count()
    assert revised(editor, picky_draft).proposals.filter(decision="rejected").count() == before


def test_choice_made_on_this_screen_is_stronger_than_an_old_refusal(editor, picky_draft):
    (pasted,) = paste(editor, NEWER)
    answers = Answers(pasted)
    wanted = next(offer for offer in answers.offers if offer.kind == "spelling")
    answers.choose(lambda offer: offer.first if offer == wanted else "")
    pasted.answers = answers.sent
    revise(pasted, picky_draft)
    now = Answers(pasted)
    assert now.chosen(next(offer for offer in now.offers if offer.key == wanted.key)) == wanted.first


def test_refusal_taken_back_is_no_refusal_any_more(editor, picky_draft):
    answers = revision(editor, picky_draft)
    answers.choose(lambda offer: offer.first if offer.kind == "spelling" else "")
    save_draft(answers, outcome_of(answers, MAKING, may_publish=False), editor)
    assert {kind for kind, *_ in refusals(picky_draft)} == {"topic", "institution", "visit"}


def test_new_word_is_asked_about_beside_refused_ones(editor, picky_draft):
    answers = revision(editor, picky_draft, NEWER.replace("enam pasar", "enam pasar hasil pengelolaann"))
    words = {offer.name: offer for offer in answers.offers if offer.kind == "spelling"}
    assert words.pop("pengelolaann").preset == ""
    assert words
    assert all(offer.was_refused for offer in words.values())


def test_day_that_was_once_refused_and_then_written_by_hand_stays(editor):
    make_world()
    answers = Answers(paste(editor, SOURCE)[0])
    answers.choose(refuse("event_date"))
    article = save_draft(answers, outcome_of(answers, MAKING, may_publish=False), editor).article
    article.event_date = date(2025, 6, 23)
    article.save()

    newer = NEWER.replace("Selasa (24/6/2025)", "Senin (23/6/2025)")
    assert revised(editor, article, newer).event_date == date(2025, 6, 23)
