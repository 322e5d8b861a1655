"""The post that a new person of a release is put on file with."""

from datetime import date

import pytest

from articles.pasting.copies import save_draft
from articles.pasting.outcomes import outcome_of
from people.models import Official, Position, Region
from tests.articles.pasting.pastes import MAKING, answers_to, decided, saved
from tests.articles.releases import SOURCE, make_world
from tests.factories import make_institution, make_official, make_position, make_post

pytestmark = pytest.mark.django_db


def vice_mayor(**fields):
    """The post and the body of the guest in the release, both on file."""
    town = make_institution(
        "Pemerintah Kota Tirtasari", "regional_government", region=Region.objects.get(code="97.72")
    )
    return make_post("Wakil Wali Kota", is_single=True, scope="place", **fields), town


def test_post_of_a_new_person_is_put_on_file_when_the_editor_says_so():
    make_world()
    post, town = vice_mayor()
    answers = answers_to(official_0="new", position_0="new")

    saved(answers)

    (made,) = Official.objects.get(name="Rangga Pradipta Jati").positions.all()
    offer = next(offer for offer in answers.offers if offer.kind == "position")
    assert (offer.name, offer.preset) == ("Wakil Wali Kota Tirtasari", "")
    assert offer.reason == (
        "Jabatan dan Pemerintah Kota Tirtasari ada di data; naskah tidak menyebut sejak kapan dijabat."
    )
    assert (made.post, made.institution, made.starts_on, made.period) == (post, town, None, "")
    assert decided("position") == ["accepted"]


def test_post_that_was_put_on_file_is_told_with_its_holder():
    make_world()
    vice_mayor()
    answers = answers_to(official_0="new", position_0="new")

    filed = save_draft(answers, outcome_of(answers, MAKING, may_publish=False), answers.pasted.editor)

    assert filed.notes[0] == (
        f"1 pejabat dan 1 jabatan baru: Rangga Pradipta Jati, S.E.; {Position.objects.latest('pk')}."
    )


def test_post_is_put_on_file_from_the_year_that_the_editor_knows():
    make_world()
    vice_mayor()

    saved(answers_to(official_0="new", position_0="new"), position__0__year="2024")

    (made,) = Official.objects.get(name="Rangga Pradipta Jati").positions.all()
    assert (made.starts_on, made.period, made.is_exclusive) == (date(2024, 1, 1), "sejak 2024", False)


@pytest.mark.parametrize(
    ("choices", "kept"),
    [
        ({"official_0": "new"}, []),
        ({"official_0": "new", "position_0": "none"}, ["rejected"]),
        ({"official_0": "none", "position_0": "new"}, []),
    ],
)
def test_no_post_is_put_on_file_unasked(choices, kept):
    make_world()
    vice_mayor()
    before = Position.objects.count()

    saved(answers_to(**choices))

    assert (Position.objects.count(), decided("position")) == (before, kept)


def test_post_that_another_holds_that_day_is_told():
    make_world()
    post, town = vice_mayor()
    make_position(make_official("Pemegang Lama"), post, town, date(2024, 8, 5))

    offer = next(offer for offer in answers_to().offers if offer.kind == "position")

    assert "Pada hari itu tercatat dijabat Pemegang Lama: periksa dahulu." in offer.reason


def test_post_is_offered_only_where_post_and_body_are_on_file():
    make_world()
    make_post("Wakil Wali Kota", scope="place")

    assert [offer.key for offer in answers_to().offers if offer.kind == "position"] == []


def test_year_that_is_none_is_an_error_at_the_post():
    make_world()
    vice_mayor()
    answers = answers_to(official_0="new", position_0="new")
    answers.sent["position-0-year"] = ["tahun lalu"]

    errors = outcome_of(answers, MAKING, may_publish=False).errors

    assert errors == {"position-0": "Tulis tahunnya dengan empat angka, atau kosongkan."}


def test_acting_head_is_put_on_file_as_acting():
    make_world()
    vice_mayor()
    source = SOURCE.replace("Wakil Wali Kota Tirtasari,", "Plt. Wakil Wali Kota Tirtasari,")

    saved(answers_to(source, official_0="new", position_0="new"))

    (made,) = Official.objects.get(name="Rangga Pradipta Jati").positions.all()
    assert (made.acting, made.label) == ("Plt.", "Plt. Wakil Wali Kota Tirtasari")
