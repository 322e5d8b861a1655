"""Printed posts against those on file."""

from datetime import date

import pytest

from articles.pasting.held_posts import contradiction
from people.models import Institution, Official, Region
from tests.articles.pasting.pastes import answers_to
from tests.articles.releases import SOURCE, make_world
from tests.factories import make_institution, make_position, make_post

pytestmark = pytest.mark.django_db

DAY = date(2025, 6, 23)


def chair():
    """The chair of Komisi II, who has a seat in a badan too."""
    council = make_world().institution
    official = Official.objects.get(slug="larasati-dewi-wiguna")
    badan = make_institution(
        "Badan Anggaran DPRD Kota Mekarsari", "council_body", short_name="Banggar", parent=council
    )
    make_position(official, make_post("Anggota"), badan, date(2024, 9, 1))
    return official


@pytest.mark.parametrize(
    "role",
    [
        "",
        "Ketua",
        "Ketua Komisi II",
        "ketua Komisi II DPRD",
        "Ketua Komisi II DPRD Kota Mekarsari",
        "Ketua Komisi II DPRD Kota Mekarsari dari Fraksi Melati",
        "Anggota Badan Anggaran",
        "Anggota Banggar",
        "Anggota Banggar DPRD Kota Mekarsari",
        "Anggota DPRD Kota Mekarsari",
        "Anggota DPRD",
    ],
)
def test_what_is_short_or_long_for_a_post_held_contradicts_nothing(role):
    assert contradiction(role, chair(), DAY) == ""


@pytest.mark.parametrize(
    "role",
    [
        "Ketua Komisi B",
        "Ketua Komisi I",
        "Ketua Komisi III DPRD Kota Mekarsari",
        "Wakil Ketua Komisi II DPRD Kota Mekarsari",
        "Sekretaris Komisi II",
        "Anggota Komisi IV",
        "Ketua DPRD Kota Mekarsari",
        "Anggota DPRD Kota Tirtasari",
        "Ketua Komisi II DPRD Kota Tirtasari",
        "Anggota Banggar DPRD Kota Tirtasari",
        "Plt. Ketua Komisi II",
        "Wali Kota Mekarsari",
        "Ketua Banggar",
    ],
)
def test_other_post_than_on_file_is_told(role):
    assert contradiction(role, chair(), DAY) == (
        f"Di naskah: {role}. Di data per Senin, 23 Juni 2025: Ketua Komisi II DPRD Kota Mekarsari; "
        "Anggota Badan Anggaran DPRD Kota Mekarsari."
    )


def test_nothing_is_contradicted_where_nothing_is_on_file_that_day():
    assert contradiction("Ketua Komisi B", chair(), date(2020, 1, 1)) == ""


def test_mayor_is_the_same_in_one_word_or_two():
    chair()
    town = make_institution(
        "Pemerintah Kota Tirtasari", "regional_government", region=Region.objects.get(code="97.72")
    )
    mayor = Official.objects.filter(name="Bagus Santoso").first()
    make_position(mayor, make_post("Wali Kota", scope="place"), town, date(2024, 8, 5))

    assert (contradiction("Walikota Tirtasari", mayor, DAY), Institution.objects.count()) == ("", 4)


@pytest.mark.parametrize(
    ("printed", "is_told"),
    [
        ("Ketua Komisi II DPRD Kota Mekarsari", False),
        ("Wakil Ketua Komisi II", True),
        ("Ketua Komisi B", True),
    ],
)
def test_card_that_is_sure_shows_the_contradiction(client, printed, is_told):
    make_world()

    answers = answers_to(
        SOURCE.replace("diterima Ketua Komisi II DPRD Kota Mekarsari", f"diterima {printed}")
    )

    offer = next(offer for offer in answers.offers if offer.name.startswith("Hj. Larasati"))
    client.force_login(answers.pasted.editor)
    shown = client.get(f"/admin/articles/article/tempel/{answers.pasted.pk}/").content.decode()
    assert (offer.is_sure, offer.contradiction in shown, '<p class="contradiction">' in shown) == (
        True,
        True,
        is_told,
    )
