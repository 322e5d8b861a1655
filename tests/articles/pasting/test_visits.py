"""Which visit a draft tells of: a planned one, one on file, or a new one."""

from datetime import date

import pytest

from articles.pasting.answers import make_unknown
from dprd_news.lib import caching
from people.models import Institution, Visit
from tests.articles.pasting.pastes import MAKING, answers_to, saved
from tests.articles.releases import SOURCE, make_world
from tests.factories import make_visit

pytestmark = pytest.mark.django_db

SAME = "tamu Pemerintah Kota Tirtasari, tuan rumah DPRD Kota Mekarsari"
AGAIN = SOURCE.replace("perundinggan panjang", "obrolan yang berbulan-bulan").replace(
    "Pertemuan", "Rapat itu"
)


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

    offer = visit_offer(AGAIN)
    other = visit_offer(other_day)

    assert (offer.first, offer.choices[0].label) == (visit.slug, f"Kunjungan tercatat: {visit.title}")
    assert "tidak tercatat dua kali" in offer.reason
    assert (offer.is_sure, other.first) == (False, "new")


def test_second_article_joins_the_visit_on_file():
    visit = told_visit()

    article = saved(answers_to(AGAIN, visit=visit.slug, title="other"), title__other="Kebun lagi")

    assert (article.visit, Visit.objects.count()) == (visit, 1)
