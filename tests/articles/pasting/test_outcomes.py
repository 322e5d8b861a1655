from datetime import date, timedelta

import pytest
from django.utils import timezone

from articles.admin.pasting.ends import told_open
from articles.models import Article, PastedRelease, Proposal
from articles.pasting import copies
from articles.pasting.answers import Answers, accept_sure, make_unknown, mend_spelling
from articles.pasting.copies import keep, save_draft
from articles.pasting.outcomes import outcome_of
from articles.reading.files import UnreadableText
from articles.reading.reading import read
from dprd_news.lib import caching
from people.models import Institution, Official, Topic, Visit
from tests.articles.pasting.pastes import MAKING, answers_to, decided, linked, paste, saved
from tests.articles.releases import FORTY_NAMES, SOURCE, make_world
from tests.factories import make_article, make_official, make_user, make_visit

pytestmark = pytest.mark.django_db

GROUPS = ["Penulis", "Redaktur", "Administrator"]


def test_reading_alone_makes_no_record(client):
    make_world()
    before = (Official.objects.count(), Institution.objects.count(), Topic.objects.count())

    paste(make_user("Penulis"), SOURCE)

    after = (Official.objects.count(), Institution.objects.count(), Topic.objects.count())
    assert (after, Article.objects.count(), Visit.objects.count()) == (before, 0, 0)


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


def make_plan(starts_on=date(2025, 6, 23), **fields):
    """The meeting of the release as a plan, seen by the newsroom alone."""
    town = Institution.objects.filter(name="Pemerintah Kota Tirtasari").first()
    town = town or Institution.objects.create(
        name="Pemerintah Kota Tirtasari", kind="regional_government", region_id="97.72"
    )
    council = Institution.objects.get(name="DPRD Kota Mekarsari")
    return make_visit(
        status="planned",
        starts_on=starts_on,
        guests=[town],
        hosts=[council],
        **{"published_at": None, **fields},
    )


def visit_offer(source=SOURCE):
    return next(offer for offer in answers_to(source).offers if offer.kind == "visit")


def test_planned_visit_that_fits_is_filled_in_and_marked_done():
    make_world()
    planned = make_plan()
    answers = answers_to()

    article = saved(answers)

    planned.refresh_from_db()
    assert (article.visit, planned.status, Visit.objects.count()) == (planned, "done", 1)
    assert planned.parties.count() == 2


SAME = "tamu Pemerintah Kota Tirtasari, tuan rumah DPRD Kota Mekarsari"


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({}, f"{SAME}, dan tanggal. Tempat tidak dapat dibandingkan."),
        ({"ends_on": date(2025, 6, 25)}, f"{SAME}, dan tanggal. Tempat tidak dapat dibandingkan."),
        ({"building": "Gedung DPRD", "place": "Mekarsari"}, f"{SAME}, tanggal, dan tempat."),
    ],
)
def test_plan_that_fits_is_chosen_and_told_by_what_agrees(fields, told):
    make_world()
    planned = make_plan(**fields)

    offer = visit_offer()

    assert (offer.preset, offer.first) == (planned.slug, planned.slug)
    assert offer.reason == f"Sama dengan rencana: {told} Rencananya dilengkapi dan ditandai terlaksana."


@pytest.mark.parametrize(
    ("fields", "source", "same", "unsure"),
    [
        (
            {"starts_on": None},
            SOURCE,
            SAME.replace(", tuan", " dan tuan"),
            "rencana belum bertanggal; tempat tidak dapat dibandingkan",
        ),
        (
            {},
            SOURCE.replace(", Senin (23/6/2025)", ""),
            SAME.replace(", tuan", " dan tuan"),
            "tanggal kegiatan belum pasti di naskah; tempat tidak dapat dibandingkan",
        ),
        (
            {"building": "Balai Warga", "place": "Kota Tirtasari"},
            SOURCE,
            f"{SAME}, dan tanggal",
            "tempat di rencana lain: Balai Warga, Kota Tirtasari",
        ),
    ],
)
def test_plan_that_does_not_wholly_fit_is_only_offered(fields, source, same, unsure):
    make_world()
    planned = make_plan(**fields)

    offer = visit_offer(source)

    assert (offer.preset, offer.first) == ("", planned.slug)
    assert offer.reason == f"Mungkin rencana ini. Sama: {same}. Belum pasti: {unsure}."


def test_plan_for_another_day_is_not_offered():
    make_world()
    make_plan(date(2025, 6, 22))

    assert visit_offer().first == "new"


def test_of_several_plans_each_tells_what_agrees():
    make_world()
    undated, fitting = make_plan(None), make_plan()

    offer = visit_offer()

    assert offer.preset == fitting.slug
    assert {choice.value: choice.detail for choice in offer.choices[:2]} == {
        fitting.slug: f"Senin, 23 Juni 2025. Sama: {SAME}, dan tanggal. "
        "Belum pasti: tempat tidak dapat dibandingkan.",
        undated.slug: f"Tanggal belum diketahui. Sama: {SAME.replace(', tuan', ' dan tuan')}. "
        "Belum pasti: rencana belum bertanggal; tempat tidak dapat dibandingkan.",
    }


def test_two_plans_that_fit_are_left_to_the_editor():
    make_world()
    plans = {make_plan().slug, make_plan().slug}

    offer = visit_offer()

    assert (offer.preset, {choice.value for choice in offer.choices[:2]}) == ("", plans)
    assert offer.reason.startswith("Ada beberapa rencana yang mungkin dimaksud;")


def test_public_plan_is_linked_but_left_to_those_who_publish():
    council = make_world()
    town = Institution.objects.create(
        name="Pemerintah Kota Tirtasari", kind="regional_government", region_id="97.72"
    )
    planned = make_visit(
        status="planned", starts_on=date(2025, 6, 23), guests=[town], hosts=[council.institution]
    )

    article = saved(answers_to(visit=planned.slug))

    planned.refresh_from_db()
    assert (article.visit, planned.status) == (planned, "planned")


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


def test_text_on_file_is_not_pasted_twice():
    make_world()
    article = make_article(state="draft", source_text=SOURCE)

    taken = copies.paste(make_user("Penulis"), SOURCE.replace("\n", "\r\n"))

    assert (taken, PastedRelease.objects.count()) == (copies.Taken([], [article]), 0)


@pytest.mark.parametrize("text", ["", " \n ", "\x00\x01\x02" * 50, "kata " * 300_000])
def test_what_is_no_release_is_refused_in_words(text):
    with pytest.raises(UnreadableText):
        paste(make_user("Penulis"), text)


def test_answers_kept_while_a_copy_is_read_again_stay(monkeypatch):
    make_world()
    editor = make_user("Penulis")
    (first,) = paste(editor, SOURCE)

    def read_slowly(*told):
        keep(PastedRelease.objects.get(), {"byline": ["Nilam"]})
        return read(*told)

    monkeypatch.setattr("articles.pasting.copies.read", read_slowly)

    (again,) = paste(editor, SOURCE)

    stored = PastedRelease.objects.get()
    assert (again, again.is_at_hand, again.answers) == (first, True, {"byline": ["Nilam"]})
    assert stored.answers == {"byline": ["Nilam"]}


@pytest.mark.parametrize(
    ("screen", "turn", "wins"), [("a", "11", True), ("a", "9", False), ("b", "1", True), (None, "", True)]
)
def test_state_that_a_later_one_has_overtaken_is_not_kept(screen, turn, wins):
    (pasted,) = paste(make_user("Penulis"), SOURCE)
    keep(pasted, {"byline": ["Baru"], "screen": ["a"], "turn": ["10"]})
    late = {"byline": ["Lain"]} | ({"screen": [screen], "turn": [turn]} if screen else {})

    is_there = keep(PastedRelease.objects.get(), late)

    assert is_there is not None
    assert PastedRelease.objects.get().answers["byline"] == ["Lain" if wins else "Baru"]


def test_copy_discarded_while_it_is_read_again_is_begun_anew(monkeypatch):
    make_world()
    editor = make_user("Penulis")
    paste(editor, SOURCE)

    def read_slowly(*told):
        PastedRelease.objects.all().delete()
        return read(*told)

    monkeypatch.setattr("articles.pasting.copies.read", read_slowly)

    (fresh,) = paste(editor, SOURCE)

    assert (fresh.is_at_hand, list(PastedRelease.objects.all())) == (False, [fresh])


def test_several_releases_in_one_paste_are_offered_apart():
    make_world()
    second = SOURCE.replace("Kebun Atap", "Taman Baca").replace("kebun atap", "taman baca")

    both = paste(make_user("Penulis"), f"{SOURCE}\n\n{second}")
    one = paste(make_user("Penulis"), f"{SOURCE}\n\n{second}", is_one=True)

    assert ([part.source_text.strip()[:10] for part in both], len(one)) == (["Kebun Atap", "Taman Baca"], 1)


def test_draft_read_again_keeps_its_links_and_its_markup():
    make_world()
    kept = make_official("Yang Ditautkan")
    article = make_article(
        "Judul Semula", state="draft", source_text=SOURCE, officials=[kept], body="<h2>Sub</h2><p>Isi.</p>"
    )
    (pasted,) = paste(make_user("Penulis"), SOURCE, article)
    answers = Answers(pasted)

    again = saved(answers)

    assert (again.pk, again.title, again.body) == (article.pk, "Judul Semula", "<h2>Sub</h2><p>Isi.</p>")
    assert linked(again) == ["larasati-dewi-wiguna", "yang-ditautkan"]


def test_working_copy_changes_no_public_answer(django_capture_on_commit_callbacks):
    make_world()
    before = caching.version()

    with django_capture_on_commit_callbacks(execute=True):
        (pasted,) = paste(make_user("Penulis"), SOURCE)
        pasted.save()

    assert caching.version() == before


def test_sweep_discards_what_lay_for_a_week(client):
    editor = make_user("Penulis")
    old, fresh = (paste(editor, f"Naskah nomor {n} yang menunggu.")[0] for n in (1, 2))
    PastedRelease.objects.filter(pk=old.pk).update(updated_at=timezone.now() - timedelta(days=8))

    swept = PastedRelease.objects.stale().sweep()

    assert (swept, list(PastedRelease.objects.all())) == (1, [fresh])


def test_plenary_with_forty_names_takes_one_answer_for_all(client):
    make_world()
    answers = answers_to(FORTY_NAMES)

    make_unknown(answers, MAKING)
    article = saved(answers, title="other", title__other="Rapat Kerja")

    assert article.officials.count() >= 38
    assert set(decided("official")) == {"accepted"}


@pytest.mark.parametrize("group", GROUPS)
def test_every_group_may_work_with_its_copies(group):
    user = make_user(group)

    names = ("add_pastedrelease", "change_pastedrelease", "delete_stagedphoto", "add_proposal")
    may = {name: user.has_perm(f"articles.{name}") for name in names}

    assert may == dict.fromkeys(may, True)


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


AGAIN = SOURCE.replace("perundinggan panjang", "obrolan yang berbulan-bulan").replace(
    "Pertemuan", "Rapat itu"
)


def told_visit():
    """The visit on file of an article about the same meeting."""
    make_world()
    answers = answers_to(visit="new", title="other")
    make_unknown(answers, MAKING)
    saved(answers, title__other="Kebun")
    caching.forget()  # nothing is committed in a test, so the reader would not hear of the new body
    return Visit.objects.get()


def test_visit_that_another_article_told_is_offered_first():
    visit = told_visit()
    other_day = AGAIN.replace("Senin (23/6/2025)", "Selasa (24/6/2025)")

    offer = next(offer for offer in answers_to(AGAIN).offers if offer.kind == "visit")
    other = next(offer for offer in answers_to(other_day).offers if offer.kind == "visit")

    assert (offer.first, offer.choices[0].label) == (visit.slug, f"Kunjungan tercatat: {visit.title}")
    assert "tidak tercatat dua kali" in offer.reason
    assert (offer.is_sure, other.first) == (False, "new")


def test_second_article_joins_the_visit_on_file():
    visit = told_visit()

    article = saved(answers_to(AGAIN, visit=visit.slug, title="other"), title__other="Kebun lagi")

    assert (article.visit, Visit.objects.count()) == (visit, 1)
