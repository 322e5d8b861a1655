"""What of a planned visit agrees with what a release tells."""

from datetime import date

import pytest

from articles.reading.tables import KnownVisit
from articles.reading.visits.plans import Told, agreement

DAY = date(2025, 6, 23)
TOLD = Told(("Pemerintah Kota Tirtasari",), ("DPRD Kota Mekarsari",), DAY, "Gedung DPRD Kota Mekarsari")


def plan(starts_on=DAY, ends_on=None, place="", guests=TOLD.guests, hosts=TOLD.hosts):
    return KnownVisit("rencana", hosts, guests, starts_on, place, ends_on)


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "is_same", "may_be"),
    [
        (DAY, None, True, True),
        (date(2025, 6, 22), date(2025, 6, 24), True, True),
        (date(2025, 6, 20), date(2025, 6, 22), False, False),
        (date(2025, 6, 24), None, False, False),
        (None, None, None, True),
    ],
)
def test_plan_fits_on_its_days_alone(starts_on, ends_on, is_same, may_be):
    found = agreement(plan(starts_on, ends_on), TOLD)

    assert (found.is_same_day, found.may_be, found.fits) == (is_same, may_be, is_same is True)


def test_release_without_a_day_fits_no_plan():
    found = agreement(plan(), Told(TOLD.guests, TOLD.hosts))

    assert (found.is_same_day, found.may_be, found.fits) == (None, True, False)


@pytest.mark.parametrize(
    ("place", "is_same"),
    [
        ("Gedung DPRD, Mekarsari", True),
        ("Ruang Banmus, Gedung DPRD Kota Mekarsari", True),
        ("gedung dewan", True),
        ("Balai Warga, Kota Tirtasari", False),
        ("Gedung DPRD Kota Tirtasari", False),
        ("Ruang Rapat", None),
        ("", None),
    ],
)
def test_plan_elsewhere_does_not_fit(place, is_same):
    found = agreement(plan(place=place), TOLD)

    assert (found.is_same_place, found.may_be, found.fits) == (is_same, True, is_same is not False)


@pytest.mark.parametrize("side", ["guests", "hosts"])
def test_plan_of_other_parties_is_no_candidate(side):
    found = agreement(plan(**{side: ("DPRD Kota Lain",)}), TOLD)

    assert (found.may_be, found.fits) == (False, False)
