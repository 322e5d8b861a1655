"""Which komisi, badan or pansus on file a release means by its name and day."""

from datetime import date

import pytest

from articles.filing import find_unit
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
