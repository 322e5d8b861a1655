from datetime import date, time

import pytest

from articles.filing import file_release
from people.models import Institution, VisitParty
from tests.articles.releases import make_world
from tests.factories import make_visit

pytestmark = pytest.mark.django_db

SOURCE = """Komisi II Terima Komisi I DPRD Kota Tirtasari

MEKARSARI - Komisi II DPRD Kota Mekarsari menerima kunjungan kerja Komisi I DPRD Kota Tirtasari di Gedung DPRD Kota Mekarsari, Senin (23/6/2025) pukul 09.00-11.30 WIB.

Rombongan berjumlah dua belas orang. Mereka menanyakan kebun atap di pasar-pasar kota. (Nilam/red)
"""


def test_visit_is_filed_with_its_hours_and_the_parts_on_file():
    make_world()

    visit = file_release(SOURCE).article.visit

    parties = visit.parties.order_by("side").values_list(
        "side", "institution__name", "unit__name", "people_count"
    )
    assert (visit.starts_on, visit.starts_at, visit.ends_at) == (date(2025, 6, 23), time(9), time(11, 30))
    assert list(parties) == [
        ("guest", "DPRD Kota Tirtasari", None, 12),
        ("host", "DPRD Kota Mekarsari", "Komisi II DPRD Kota Mekarsari", None),
    ]


def test_hours_of_a_planned_visit_are_kept():
    council = make_world()
    guest = Institution.objects.create(name="DPRD Kota Tirtasari", kind="council", region_id="97.72")
    planned = make_visit(title="Rencana", status="planned", starts_on=date(2025, 6, 23), starts_at=time(8))
    VisitParty.objects.create(visit=planned, institution=guest, side="guest")
    VisitParty.objects.create(visit=planned, institution=council.institution, side="host")

    visit = file_release(SOURCE).article.visit

    assert (visit.pk, visit.starts_at, visit.ends_at) == (planned.pk, time(8), None)
