"""Which komisi, badan or pansus on file a release means by its name and day."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.filing import find_unit, find_units
from articles.pasting.proposals import offers_of
from articles.reading import read
from articles.tables import index
from people.models import InstitutionName
from tests.factories import make_institution

pytestmark = pytest.mark.django_db
BUDGET = "Badan Anggaran"


def test_part_of_a_council_is_found_by_its_long_name():
    council = make_institution("DPRD Kota Mekarsari", "council")
    part = make_institution(
        "Badan Anggaran DPRD Kota Mekarsari", "standing_body", short_name="Banggar", parent=council
    )
    InstitutionName.objects.create(institution=part, name=BUDGET)

    assert [find_unit(name, council, None) for name in (BUDGET, "Banggar", "Badan Lain")] == [
        part,
        part,
        None,
    ]


@pytest.mark.parametrize(
    ("day", "found"), [(date(2025, 3, 4), True), (date(2023, 4, 17), False), (None, True)]
)
def test_pansus_of_another_year_is_another_one(day, found):
    council = make_institution("DPRD Kota Mekarsari", "council")
    part = make_institution(
        "Panitia Khusus 3 Tahun 2025 DPRD Kota Mekarsari",
        "special_committee",
        short_name="Pansus 3",
        parent=council,
    )

    assert find_unit("Pansus 3", council, day) == (part if found else None)


def test_part_that_ended_is_not_meant_afterwards():
    council = make_institution("DPRD Kota Mekarsari", "council")
    part = make_institution(
        "Komisi E DPRD Kota Mekarsari",
        "commission",
        short_name="Komisi E",
        parent=council,
        ends_on=date(2020, 1, 1),
    )

    assert (
        find_unit("Komisi E", council, date(2019, 5, 5)),
        find_unit("Komisi E", council, date(2021, 5, 5)),
    ) == (part, None)


def test_units_of_a_reading_are_fetched_together(django_assert_num_queries):
    council = make_institution("DPRD Kota Mekarsari", "council")
    other = make_institution("DPRD Kota Tirtasari", "council")
    parts = [
        make_institution(
            f"Komisi {n} {body.name}",
            "commission",
            short_name=f"Komisi {n}",
            parent=body,
            ends_on=date(2020, 1, 1) if n == "IV" else None,
        )
        for n, body in (("I", council), ("II", council), ("I", other), ("IV", council))
    ]
    InstitutionName.objects.create(institution=parts[1], name="Komisi Pembangunan")
    told = [
        ("Komisi I", council.name),
        ("Komisi Pembangunan", council.name),
        ("Komisi I", other.name),
        ("Komisi II", other.name),
        ("Komisi IV", council.name),
        ("Komisi I", "DPRD Kota Lain"),
        ("Komisi I", ""),
    ]

    with django_assert_num_queries(3):
        found = find_units(told, date(2025, 3, 4))

    assert found == dict(zip(told[:3], parts[:3], strict=True))


def test_offers_ask_no_more_for_more_units():
    council = make_institution("DPRD Kota Mekarsari", "council")
    for n in range(1, 9):
        name = f"Komisi {n}"
        make_institution(f"{name} {council.name}", "commission", short_name=name, parent=council)

    offers_of(reading_of(1))
    with CaptureQueriesContext(connection) as few:
        one = [offer for offer in offers_of(reading_of(1)) if offer.kind == "unit"]
    with CaptureQueriesContext(connection) as many:
        eight = [offer for offer in offers_of(reading_of(8)) if offer.kind == "unit"]

    assert (len(one), len(eight), len(many)) == (1, 8, len(few))


def reading_of(count):
    """Komisi 1 to that one, as a reading tells them."""
    source = "\n".join(f"Komisi {n} DPRD Kota Mekarsari rapat." for n in range(1, count + 1))
    told = read(source, index(), None).as_dict()
    units = [{"name": f"Komisi {n}", "institution": "DPRD Kota Mekarsari"} for n in range(1, count + 1)]
    return told | {"units": units}
