"""Lists under /pejabat/: groups, days, vacancies, letters, former holders."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from people import rosters
from people.models import Institution, Official
from tests.factories import make_council, make_institution, make_official, make_position, make_post

pytestmark = pytest.mark.django_db

TODAY = date(2026, 6, 1)


@pytest.fixture
def body():
    return make_council().institution


def told(roster):
    return [(group.heading, [holder.official.name for holder in group.holders]) for group in roster.groups]


def seated(body, group=rosters.BY_POST, day=TODAY, number=1):
    return rosters.seated(body, Official.objects.published(), group, day, number)


def test_bodies_follow_their_whole_and_a_chair_is_no_second_seat(body):
    chair, seat = make_post("Ketua", rank=1), make_post("Anggota", rank=9)
    komisi = make_institution("Komisi I", Institution.Kind.COMMISSION, parent=body)
    tati, budi = make_official("Tati"), make_official("Budi")
    for official, post, where in (
        (budi, seat, komisi),
        (tati, seat, body),
        (tati, chair, body),
        (budi, seat, body),
    ):
        make_position(official, post, where)

    assert told(seated(body)) == [(body.name, ["Tati", "Budi"]), ("Komisi I", ["Budi"])]


def test_day_chooses_who_held_what_and_under_which_name(body):
    komisi = make_institution("Komisi I", Institution.Kind.COMMISSION, parent=body)
    komisi.names.create(name="Komisi A", ends_on=date(2024, 9, 30))
    make_position(
        make_official("Lama"), institution=komisi, starts_on=date(2019, 8, 5), ends_on=date(2024, 8, 5)
    )
    make_position(make_official("Baru"), institution=komisi, starts_on=date(2024, 8, 5))

    days = (date(2019, 8, 4), date(2020, 1, 1), date(2024, 8, 5), date(2024, 8, 6), TODAY)

    assert [told(seated(body, day=day)) for day in days] == [
        [],
        [("Komisi A", ["Lama"])],
        [("Komisi A", ["Baru", "Lama"])],
        [("Komisi A", ["Baru"])],
        [("Komisi I", ["Baru"])],
    ]


def test_vacant_posts_are_told_with_the_day_they_fell_vacant(body):
    chair = make_post("Ketua", is_single=True)
    make_position(make_official("Lama"), chair, body, starts_on=date(2019, 1, 1), ends_on=date(2025, 3, 31))
    komisi = make_institution("Komisi I", Institution.Kind.COMMISSION, parent=body)
    make_position(None, chair, komisi, ends_on=date(2025, 5, 1), ends_precision="month")
    ended = make_institution(
        "Pansus", Institution.Kind.SPECIAL_COMMITTEE, parent=body, ends_on=date(2025, 1, 1)
    )
    make_position(None, chair, ended, ends_on=date(2025, 1, 1))
    interim = make_post("Ketua Sementara", is_single=True)
    make_position(None, interim, body, ends_on=date(2024, 9, 24))

    def vacant(day):
        return [(one.institution.name, one.post, one.told) for one in rosters.vacancies(body, day)]

    before, after = vacant(date(2025, 3, 31)), vacant(TODAY)
    make_position(make_official("Penjabat"), chair, body, starts_on=date(2026, 1, 1), acting="Plt.")
    filled = vacant(TODAY)

    assert before == []
    assert sorted(after) == [
        (body.name, "Ketua", "Kosong sejak 1 April 2025"),
        ("Komisi I", "Ketua", "Kosong sejak Mei 2025"),
    ]
    assert filled == [("Komisi I", "Ketua", "Kosong sejak Mei 2025")]


def test_seats_that_nobody_has_are_told_where_their_number_is_known(body):
    today = timezone.localdate()
    komisi = make_institution("Komisi I", Institution.Kind.COMMISSION, parent=body, seats=4)
    make_institution("Komisi II", Institution.Kind.COMMISSION, parent=body)
    make_institution(
        "Pansus", Institution.Kind.SPECIAL_COMMITTEE, parent=body, seats=9, ends_on=date(2025, 1, 1)
    )
    coming = today + timedelta(days=1)
    make_institution("Mendatang", Institution.Kind.COMMISSION, parent=body, seats=9, starts_on=coming)
    full = make_institution("Badan Anggaran", Institution.Kind.STANDING_BODY, parent=body, seats=1)
    make_institution("Tersembunyi", Institution.Kind.COMMISSION, parent=body, seats=3, published_at=None)
    twice = make_official("Ketua dan anggota")
    make_position(twice, institution=komisi)
    make_position(twice, institution=komisi)
    make_position(make_official("Belum tampil", published_at=None), institution=komisi)
    make_position(make_official("Usai"), institution=komisi, ends_on=date(2025, 1, 1))
    make_position(make_official("Satu"), institution=full)

    found = [(one.institution.name, one.post, one.told) for one in rosters.vacancies(body, today)]

    assert found == [("Komisi I", "2 kursi", "Kosong dari 4 kursi")]
    assert rosters.vacancies(body, date(2025, 6, 1)) == []


def test_factions_and_districts_are_of_members_only(body):
    faction = make_institution("Fraksi Padi", Institution.Kind.FACTION, parent=body)
    office = make_institution("Sekretariat", Institution.Kind.SECRETARIAT, parent=body)
    people = {
        name: make_official(name, electoral_district=name[:8]) for name in ("Dapil 10 Tati", "Dapil 2 Budi ")
    }
    for official in (*people.values(), make_official("Tanpa")):
        make_position(official, institution=body)
    make_position(people["Dapil 10 Tati"], institution=faction)
    make_position(make_official("Pegawai", electoral_district="Dapil 1"), institution=office)

    assert told(seated(body, rosters.BY_FACTION)) == [
        ("Fraksi Padi", ["Dapil 10 Tati"]),
        ("Fraksi belum tercatat", ["Dapil 2 Budi ", "Tanpa"]),
    ]
    assert [heading for heading, _ in told(seated(body, rosters.BY_DISTRICT))] == [
        "Dapil 2 ",
        "Dapil 10",
        "Daerah pemilihan belum tercatat",
    ]


def test_former_holders_are_those_who_hold_nothing_any_more(body):
    stayed, left = make_official("Tetap"), make_official("Usai")
    for official in (stayed, left):
        make_position(official, institution=body, starts_on=date(2019, 1, 1), ends_on=date(2024, 1, 1))
    make_position(stayed, institution=body)

    found = rosters.former(body, Official.objects.published(), TODAY)
    roster = rosters.by_name(found, "", TODAY, 1)

    (holder,) = roster.groups[0].holders
    assert (holder.official, holder.is_former) == (left, True)
    assert holder.post.endswith(f"{body.name}, 1 Januari 2019 sampai 1 Januari 2024")


def test_letters_count_everybody_and_narrow_to_one(body):
    for name in ("Ani", "ahmad", "Budi", "Ömer"):
        make_official(name)

    whole = rosters.by_name(Official.objects.published(), "", TODAY, 1)
    narrowed = [
        told(rosters.by_name(Official.objects.published(), letter, TODAY, 1)) for letter in ("A", "#", "Z")
    ]

    assert whole.letters == [("#", 1), ("A", 2), ("B", 1)]
    assert narrowed == [[("A", ["ahmad", "Ani"])], [("#", ["Ömer"])], []]


def test_thousand_seats_come_in_pages_and_no_one_twice(body):
    post = make_post("Anggota")
    officials = Official.objects.bulk_create(
        Official(name=f"Orang {number:04}", slug=f"orang-{number}", published_at="2025-01-01T00:00Z")
        for number in range(300)
    )
    for official in officials:
        make_position(official, post, body)

    pages = [seated(body, number=number) for number in (1, 2, 3)]

    names = [name for page in pages for _, held in told(page) for name in held]
    assert (len(names), names == sorted(set(names))) == (300, True)
    assert [page.groups[0].count for page in pages] == [300, 300, 300]


def test_posts_of_one_holder_lead_their_body_and_only_there(body):
    chair, seat = make_post("Ketua", is_single=True, rank=1), make_post("Anggota", rank=9)
    make_position(make_official("Anggota"), seat, body)
    make_position(make_official("Ketua", electoral_district="Mekarsari 1"), chair, body)

    (by_post,) = seated(body).groups
    by_district = seated(body, rosters.BY_DISTRICT).groups

    names = [[holder.official.name for holder in part] for part in (by_post.leading, by_post.others)]
    assert names == [["Ketua"], ["Anggota"]]
    assert [group.leading for group in by_district] == [[], []]


def test_deputies_of_a_body_with_several_lead_before_its_secretary(body):
    for name, is_single, rank in (
        ("Ketua", True, 300),
        ("Wakil Ketua", False, 315),
        ("Sekretaris", True, 320),
        ("Anggota", False, 330),
    ):
        make_position(make_official(name), make_post(name, is_single=is_single, rank=rank), body)

    (group,) = seated(body).groups

    names = [[holder.official.name for holder in part] for part in (group.leading, group.others)]
    assert names == [["Ketua", "Wakil Ketua", "Sekretaris"], ["Anggota"]]
