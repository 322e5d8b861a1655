from datetime import date, datetime, time

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from people.models import Institution, Visit, VisitOfficial, VisitParty
from tests.factories import (
    JAKARTA,
    make_council,
    make_institution,
    make_official,
    make_position,
    make_post,
    make_visit,
)

pytestmark = pytest.mark.django_db

DAY = date(2025, 6, 23)


@pytest.fixture
def own():
    return make_council().institution


@pytest.fixture
def komisi(own):
    return make_institution("Komisi I", Institution.Kind.COMMISSION, parent=own)


@pytest.mark.parametrize(
    ("hosts", "guests", "companions", "attending", "direction"),
    [
        (["own"], ["other"], [], [], "diterima"),
        (["komisi"], ["other"], [], [], "diterima"),
        (["other"], ["own"], [], [], "dilakukan"),
        (["other"], ["komisi", "third"], [], [], "dilakukan"),
        (["own"], ["komisi"], [], [], "diterima"),
        (["other"], ["third"], ["own"], [], "dihadiri"),
        (["other"], ["third"], [], ["member"], "dihadiri"),
        (["other"], ["third"], [], ["former"], ""),
        (["other"], ["third"], [], ["stranger"], ""),
        ([], [], [], [], ""),
    ],
)
def test_visit_direction_is_seen_from_the_own_council(
    own, komisi, hosts, guests, companions, attending, direction
):
    bodies = {"own": own, "komisi": komisi, "other": make_institution(), "third": make_institution()}
    people = {name: make_official(name) for name in ("member", "former", "stranger")}
    make_position(people["member"], institution=komisi, starts_on=date(2024, 8, 5))
    make_position(people["former"], institution=own, ends_on=date(2025, 6, 22))
    make_position(people["stranger"], institution=bodies["other"])

    visit = make_visit(
        hosts=[bodies[name] for name in hosts],
        guests=[bodies[name] for name in guests],
        companions=[bodies[name] for name in companions],
        attending=[people[name] for name in attending],
        starts_on=DAY,
    )

    assert Visit.objects.get(pk=visit.pk).direction == direction


def test_visit_direction_counts_a_unit_named_beside_its_body(own, komisi):
    visit = make_visit(guests=[make_institution()], starts_on=DAY)
    VisitParty.objects.create(visit=visit, institution=own, unit=komisi, side="host")

    visit.settle_direction()

    assert visit.direction == "diterima"


def test_visit_direction_follows_a_change_of_parties(own):
    visit = make_visit(hosts=[own], guests=[make_institution()], starts_on=DAY)

    visit.parties.filter(institution=own).update(side="guest")
    visit.settle_direction()

    assert Visit.objects.get(pk=visit.pk).direction == "dilakukan"


def test_visit_without_a_date_is_listed_under_the_day_of_filing():
    visit = make_visit(starts_on=None)
    Visit.objects.filter(pk=visit.pk).update(created_at=datetime(2026, 1, 1, 0, 30, tzinfo=JAKARTA))
    visit.refresh_from_db()

    visit.save()
    undated = (visit.listed_on, visit.dates, visit.get_absolute_url())
    visit.starts_on = DAY
    visit.save()

    assert undated == (date(2026, 1, 1), "Tanggal belum diketahui", f"/kunjungan/2026/{visit.slug}/")
    assert (visit.listed_on, visit.dates) == (DAY, "Senin, 23 Juni 2025")


def test_visit_post_is_kept_as_it_was_that_day(own):
    official, guest = make_official(), make_institution("Dinas")
    held = make_position(official, make_post("Sekretaris"), own, starts_on=date(2024, 8, 5))
    visit = make_visit(attending=[official], starts_on=DAY)
    party = VisitParty.objects.create(visit=visit, institution=guest, side="guest", head=official)

    held.delete()
    make_position(official, make_post("Ketua"), own, starts_on=date(2024, 8, 5))
    for record in (visit, visit.attendances.get(), party):
        record.save()

    printed = f"Sekretaris {own}"
    assert (visit.attendances.get().post_printed, visit.parties.get().head_post_printed) == (printed, printed)


@pytest.mark.parametrize(
    ("fields", "name", "message"),
    [
        (
            {"starts_on": DAY, "ends_on": date(2025, 6, 22)},
            "visit_ends_after_start",
            "Tanggal selesai mendahului tanggal mulai.",
        ),
        (
            {"starts_on": None, "ends_on": DAY},
            "visit_end_needs_start",
            "Isi tanggal mulai sebelum tanggal selesai.",
        ),
    ],
)
def test_visit_dates_that_cannot_be_are_refused(fields, name, message):
    visit = Visit(title="Kunjungan", slug="kunjungan", **fields)

    with pytest.raises(ValidationError) as refusal:
        visit.full_clean()

    assert refusal.value.messages == [message]
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        visit.save()


def test_visit_party_and_official_stand_once_on_a_side(own, komisi):
    visit, official = make_visit(guests=[own], attending=[make_official()]), make_official()
    VisitParty.objects.create(visit=visit, institution=own, unit=komisi, side="guest")
    VisitOfficial.objects.create(visit=visit, official=official, role="receiver")
    again = [
        VisitParty(visit=visit, institution=own, side="guest"),
        VisitParty(visit=visit, institution=own, unit=komisi, side="guest"),
        VisitOfficial(visit=visit, official=official, role="receiver"),
    ]

    refusals = []
    for record in again:
        with pytest.raises(ValidationError) as refusal:
            record.full_clean()
        refusals += refusal.value.messages

    assert refusals == [
        "Lembaga ini sudah tercatat pada pihak yang sama.",
        "Unsur lembaga ini sudah tercatat pada pihak yang sama.",
        "Pejabat ini sudah tercatat dengan peran yang sama.",
    ]
    for record in again:
        with pytest.raises(IntegrityError), transaction.atomic():
            record.save()


def test_visit_venue_reads_from_room_to_town():
    visit = make_visit(
        room="Ruang Rapat Komisi I", building="Gedung DPRD", place="Mekarsari", starts_at=time(9, 0)
    )

    assert visit.venue == "Ruang Rapat Komisi I, Gedung DPRD, Mekarsari"


@pytest.mark.parametrize("year", [1, 225, 1900, 2199, 9999])
def test_visit_in_a_year_without_an_address_is_refused(year):
    visit = make_visit()
    visit.starts_on = date(year, 6, 23)

    with pytest.raises(ValidationError) as refusal:
        visit.full_clean()

    assert refusal.value.messages == [f"Tahun {year} tidak mungkin; periksa angka tahunnya."]
