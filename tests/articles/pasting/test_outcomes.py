"""What an editor decides about a reading, and what comes of it."""

from datetime import date

import pytest

from articles.admin.pasting.ends import told_open
from articles.models import PastedRelease, Proposal
from articles.pasting.answers import Answers, accept_sure, make_unknown, mend_spelling
from articles.pasting.copies import save_draft
from articles.pasting.outcomes import outcome_of
from people.models import Institution, Official
from tests.articles.pasting.pastes import MAKING, answers_to, decided, linked, paste, saved
from tests.articles.releases import FORTY_NAMES, SOURCE, make_world
from tests.factories import make_official, make_user

pytestmark = pytest.mark.django_db


def test_only_what_is_sure_is_accepted_beforehand():
    make_world()

    answers = answers_to()

    assert {offer.key: answers.chosen(offer) for offer in answers.offers} == {
        "title": "Kebun Atap Mekarsari Jadi Tempat Belajar",
        "event_date": "2025-06-23",
        "official-0": "",
        "official-1": "larasati-dewi-wiguna",
        "official-2": "",
        "institution-0": "dprd-kota-mekarsari",
        "institution-1": "",
        "unit-0": "komisi-ii-dprd-kota-mekarsari",
        "visit": "",
        "topic-0": "",
        "topic-1": "pedagang kaki lima",
        "quote-0": "Larasati Dewi Wiguna",
        "spelling-0": "",
    }


def test_what_is_left_open_is_not_linked_and_is_told():
    make_world()
    answers = answers_to()
    outcome = outcome_of(answers, MAKING, may_publish=False)

    filed = save_draft(answers, outcome, answers.pasted.editor)

    assert (linked(filed.article), filed.article.visit) == (["larasati-dewi-wiguna"], None)
    assert (filed.notes, filed.left_open) == (
        [],
        [
            "Rangga Pradipta Jati, S.E.",
            "Bagus Santoso",
            "Pemerintah Kota Tirtasari",
            "Kunjungan kerja Pemerintah Kota Tirtasari",
            "kebun atap",
            "perundinggan",
        ],
    )


@pytest.mark.parametrize(
    ("choices", "told"),
    [
        ({"official_0": "new"}, "1 pejabat baru: Rangga Pradipta Jati, S.E."),
        (
            {"official_0": "new", "official_2": "new", "institution_1": "new", "visit": "new"},
            "2 pejabat, 1 lembaga, dan 1 kunjungan baru: Rangga Pradipta Jati, S.E.; Bagus Santoso; "
            "Pemerintah Kota Tirtasari; Kunjungan kerja Pemerintah Kota Tirtasari.",
        ),
        ({}, None),
    ],
)
def test_everything_new_is_told_in_one_sentence(choices, told):
    make_world()
    answers = answers_to(**choices)

    filed = save_draft(answers, outcome_of(answers, MAKING, may_publish=False), answers.pasted.editor)

    assert [note for note in filed.notes if "baru" in note] == ([told] if told else [])


def test_degree_at_the_end_closes_the_sentence():
    make_world()
    answers = answers_to(
        official_2="none", institution_1="none", visit="none", topic_0="none", spelling_0="none"
    )

    filed = save_draft(answers, outcome_of(answers, MAKING, may_publish=False), answers.pasted.editor)

    assert told_open(filed.left_open) == "Belum diputuskan, jadi tidak dipakai: Rangga Pradipta Jati, S.E."


def test_draft_holds_all_that_was_accepted():
    council = make_world()
    answers = answers_to(
        official_0="new", official_2="bagus-santoso-2", institution_1="new", visit="new", topic_0="none"
    )
    mend_spelling(answers)

    article = saved(answers)

    guest = Official.objects.get(name="Rangga Pradipta Jati")
    town = Institution.objects.get(name="Pemerintah Kota Tirtasari")
    visit = article.visit
    assert (article.title, article.event_date, article.activity, article.byline) == (
        "Kebun Atap Mekarsari Jadi Tempat Belajar",
        date(2025, 6, 23),
        "visit_incoming",
        "Nilam/red",
    )
    assert "perundingan panjang" in article.body
    assert "perundinggan" in article.source_text
    assert linked(article) == ["bagus-santoso-2", "larasati-dewi-wiguna", guest.slug]
    assert [topic.name for topic in article.topics.all()] == ["pedagang kaki lima"]
    assert [(party.side, party.institution, party.head) for party in visit.parties.all()] == [
        ("guest", town, guest),
        ("host", council.institution, None),
    ]
    assert (visit.direction, visit.status, visit.starts_on) == ("diterima", "done", date(2025, 6, 23))
    assert {row.published_with for row in (guest, town, visit)} == {article.feed_id}


def test_new_person_is_as_the_editor_mended_it():
    make_world()
    answers = answers_to(official_0="new")

    article = saved(answers, official__0__name="Rangga Pradipta", official__0__front="Ir.")

    made = Official.objects.get(name="Rangga Pradipta")
    printed = article.article_officials.get(official=made).post_printed
    assert (made.full_name, printed) == ("Ir. Rangga Pradipta, S.E.", "Wakil Wali Kota Tirtasari")
    assert decided("official") == ["changed", "accepted"]


def test_person_read_as_another_is_linked_to_whom_the_editor_names():
    make_world()
    other = make_official("Larasati Ayuning")
    answers = answers_to(official_1="other")

    article = saved(answers, official__1__other="larasati ayuning")

    assert (linked(article), decided("official")) == ([other.slug], ["changed"])


def test_name_that_nobody_bears_is_an_error_and_nothing_is_saved():
    make_world()
    answers = answers_to(official_1="other")
    answers.sent["official-1-other"] = ["Entah Siapa"]

    errors = outcome_of(answers, MAKING, may_publish=False).errors

    expected = (
        "Hj. Larasati Dewi Wiguna, S.Sos.: Tidak ada di data: “Entah Siapa”. Tulis namanya lengkap, atau pilih dari "
        "usulan."
    )
    assert errors == {"official-1": expected}


def test_name_left_empty_is_told_with_whose_it_is():
    make_world()
    answers = answers_to(official_1="other", institution_1="other")

    errors = outcome_of(answers, MAKING, may_publish=False).errors

    assert errors == {
        "official-1": "Hj. Larasati Dewi Wiguna, S.Sos.: Isian “Nama pejabat di data” masih kosong. Tulis namanya, atau "
        "pilih dari usulan.",
        "institution-1": "Pemerintah Kota Tirtasari: Isian “Nama lembaga di data” masih kosong. Tulis namanya, atau "
        "pilih dari usulan.",
    }


@pytest.mark.parametrize(
    ("words", "is_decided"),
    [
        ("", False),
        ("Edw", False),
        ("Bagus Santoso", False),
        ("Ir. Bagus Santoso [bagus-santoso-2]", True),
        ("larasati dewi wiguna", True),
    ],
)
def test_another_person_is_decided_once_the_words_name_one(words, is_decided):
    make_world()
    answers = answers_to(official_0="other")
    answers.sent["official-0-other"] = [words]

    offer = next(offer for offer in answers.offers if offer.key == "official-0")

    assert answers.is_decided(offer) is is_decided


def test_making_is_refused_to_whoever_may_not():
    make_world()
    answers = answers_to(official_0="new", institution_1="new")

    errors = outcome_of(answers, {"institution"}, may_publish=False).errors

    assert errors == {"official-0": "Akun ini tidak boleh membuat data baru. Pilih yang ada."}


def test_every_decision_is_kept_with_the_article():
    make_world()
    answers = answers_to(official_0="none", official_2="bagus-santoso", spelling_0="none")

    article = saved(answers, title__other="Judul Lain", byline="", place="Pendopo", title="other")

    kept = Proposal.objects.filter(article=article, decided_by=answers.pasted.editor)
    assert sorted(kept.values_list("kind", "decision")) == [
        ("activity", "accepted"),
        ("byline", "rejected"),
        ("event_date", "accepted"),
        ("institution", "accepted"),
        ("official", "accepted"),
        ("official", "accepted"),
        ("official", "rejected"),
        ("place", "changed"),
        ("quote", "accepted"),
        ("spelling", "rejected"),
        ("title", "changed"),
        ("topic", "accepted"),
        ("unit", "accepted"),
    ]


def test_wrong_weekday_is_asked_about():
    make_world()

    answers = answers_to(SOURCE.replace("Senin (23/6/2025)", "Jumat (23/6/2025)"))

    day = answers.offers[1]
    assert (day.preset, [choice.value for choice in day.choices][-2:]) == ("", ["other", "none"])
    assert "23" in day.reason


def test_buttons_for_many_answer_what_is_still_open():
    make_world()
    answers = answers_to(official_1="none")

    make_unknown(answers, MAKING)
    mend_spelling(answers)

    chosen = {offer.key: answers.chosen(offer) for offer in answers.offers}
    assert (chosen["official-0"], chosen["institution-1"]) == ("new", "new")
    assert (chosen["official-1"], chosen["official-2"], chosen["visit"]) == ("none", "", "")
    assert chosen["spelling-0"] == "perundingan"


def test_accepting_what_is_sure_leaves_what_the_editor_decided():
    make_world()
    answers = answers_to(official_1="none", event_date="other", title="other")
    answers.sent |= {"unit-0": [""], "topic-1": ["entah"]}

    accept_sure(answers)

    chosen = {offer.key: answers.chosen(offer) for offer in answers.offers if offer.is_sure}
    assert chosen == {
        "title": "other",
        "event_date": "other",
        "official-1": "none",
        "institution-0": "dprd-kota-mekarsari",
        "unit-0": "komisi-ii-dprd-kota-mekarsari",
        "topic-1": "pedagang kaki lima",
        "quote-0": "Larasati Dewi Wiguna",
    }


def test_word_that_may_be_two_others_is_left_to_the_editor():
    make_world()
    (pasted,) = paste(make_user("Penulis"), SOURCE.replace("membahas", "membahass armada pengankut"))
    answers = Answers(pasted)

    mend_spelling(answers)

    mended = {offer.name: answers.chosen(offer) for offer in answers.offers if offer.kind == "spelling"}
    assert mended == {"perundinggan": "perundingan", "membahass": "membahas", "pengankut": ""}


def test_plenary_with_forty_names_takes_one_answer_for_all(client):
    make_world()
    answers = answers_to(FORTY_NAMES)

    make_unknown(answers, MAKING)
    article = saved(answers, title="other", title__other="Rapat Kerja")

    assert article.officials.count() >= 38
    assert set(decided("official")) == {"accepted"}


NEAR = SOURCE.replace("Hj. Larasati Dewi", "Hj. Larasaty Dewi")


def test_name_that_is_only_near_is_asked_about():
    make_world()

    offer = next(offer for offer in answers_to(NEAR).offers if offer.first == "larasati-dewi-wiguna")

    assert (offer.is_sure, offer.name) == (False, "Hj. Larasaty Dewi Wiguna, S.Sos.")
    assert offer.reason == (
        "Nama mirip Larasati Dewi Wiguna; jabatan cocok per Senin, 23 Juni 2025. Keyakinan 75 persen."
    )


def test_near_name_of_somebody_else_is_made_as_printed():
    make_world()
    key = next(offer.key for offer in answers_to(NEAR).offers if offer.first == "larasati-dewi-wiguna")
    PastedRelease.objects.all().delete()

    article = saved(answers_to(NEAR, title="other", **{key.replace("-", "_"): "new"}), title__other="Kebun")

    assert linked(article) == ["larasaty-dewi-wiguna"]
    assert Official.objects.filter(name="Larasati Dewi Wiguna").count() == 1


@pytest.mark.parametrize("day", ["", "none", "2025-06-23"])
def test_last_day_needs_a_first_also_while_that_is_left_open(day):
    make_world()
    answers = answers_to(event_date=day)
    answers.sent["event_end_date"] = ["2025-06-22"]

    outcome = outcome_of(answers, MAKING, may_publish=False)

    assert outcome.errors == {
        "event_end_date": "Tanggal akhir perlu tanggal kegiatan, dan tidak mendahuluinya."
    }
