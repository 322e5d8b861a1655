import re
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from people.models import Position, Post
from tests.factories import make_institution, make_official, make_position, make_post, make_region

pytestmark = pytest.mark.django_db

DAY, MONTH, YEAR = Position.Precision.DAY, Position.Precision.MONTH, Position.Precision.YEAR


@pytest.fixture
def chair():
    """A one-holder post, its body and its holder from 2024-08-05 to 2026-03-01."""
    return make_position(
        make_official("Asri"),
        make_post("Ketua", is_single=True),
        make_institution("Badan Contoh"),
        starts_on=date(2024, 8, 5),
        ends_on=date(2026, 3, 1),
    )


def rival(chair, starts_on, ends_on=None, **fields):
    return Position(
        **{"post": chair.post, "institution": chair.institution, "official": make_official("Bimo"), **fields},
        starts_on=starts_on,
        ends_on=ends_on,
    )


OVERLAPPING = [
    (date(2024, 8, 5), None),
    (date(2025, 1, 1), date(2025, 2, 1)),
    (date(2026, 2, 28), None),
    (date(2020, 1, 1), date(2024, 8, 6)),
    (date(2020, 1, 1), None),
    (date(2025, 1, 1), date(2025, 1, 1)),
]


@pytest.mark.parametrize(("starts_on", "ends_on"), OVERLAPPING)
def test_position_second_holder_is_told_who_holds_it(chair, starts_on, ends_on):
    second = rival(chair, starts_on, ends_on)

    with pytest.raises(ValidationError) as refusal:
        second.full_clean()

    assert refusal.value.messages == [
        "Ketua di Badan Contoh hanya boleh dijabat satu orang, dan Asri menjabat "
        "5 Agustus 2024 sampai 1 Maret 2026. Akhiri dahulu masa jabatannya, atau tandai sebagai pelaksana."
    ]


@pytest.mark.parametrize(("starts_on", "ends_on"), OVERLAPPING)
def test_position_second_holder_is_refused_by_the_database(chair, starts_on, ends_on):
    second = rival(chair, starts_on, ends_on)

    with pytest.raises(IntegrityError, match="position_one_holder"), transaction.atomic():
        second.save()

    assert list(Position.objects.all()) == [chair]


@pytest.mark.parametrize(("starts_on", "ends_on"), OVERLAPPING)
def test_position_moved_into_another_is_refused_by_the_database(chair, starts_on, ends_on):
    second = rival(chair, date(2030, 1, 1))
    second.save()

    with pytest.raises(IntegrityError, match="position_one_holder"), transaction.atomic():
        Position.objects.filter(pk=second.pk).update(starts_on=starts_on, ends_on=ends_on)

    second.refresh_from_db()
    assert (second.starts_on, second.ends_on) == (date(2030, 1, 1), None)


def test_position_handover_day_belongs_to_both(chair):
    before = rival(chair, date(2019, 8, 5), chair.starts_on)
    after = rival(chair, chair.ends_on)

    for position in (before, after):
        position.full_clean()
        position.save()

    assert set(Position.objects.held_on(chair.starts_on)) == {before, chair}
    assert set(Position.objects.held_on(chair.ends_on)) == {chair, after}


@pytest.mark.parametrize(
    "fields",
    [
        {"acting": Position.Acting.PLT},
        {"starts_precision": YEAR},
        {"ends_on": date(2026, 5, 1), "ends_precision": MONTH},
        {"starts_on": None},
        {"post": "another"},
        {"institution": "another"},
    ],
)
def test_position_that_excludes_nobody_is_taken(chair, fields):
    others = {"post": make_post(is_single=True), "institution": make_institution()}
    fields = {name: others[name] if value == "another" else value for name, value in fields.items()}
    second = rival(chair, **{"starts_on": date(2025, 1, 1), **fields})

    second.full_clean()
    second.save()

    assert Position.objects.count() == 2


def test_position_of_a_post_that_many_hold_is_taken(chair):
    member = make_position(post=make_post(), institution=chair.institution)

    second = rival(member, member.starts_on)
    second.full_clean()
    second.save()

    assert member.post.positions.count() == 2


@pytest.mark.sqlite
def test_position_triggers_are_there_after_all_migrations():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'people_position' ORDER BY name"
        )
        triggers = cursor.fetchall()

    events = {name: re.search(r"BEFORE (\w+) ON people_position", sql)[1] for name, sql in triggers}
    assert events == {"position_one_holder_INSERT": "INSERT", "position_one_holder_UPDATE": "UPDATE"}


@pytest.mark.postgres
def test_position_constraint_is_there_after_all_migrations():
    with connection.cursor() as cursor:
        cursor.execute("SELECT contype FROM pg_constraint WHERE conname = 'position_one_holder'")
        rows = cursor.fetchall()

    assert rows == [("x",)]


def test_position_may_not_end_before_it_starts():
    position = rival(make_position(), date(2025, 1, 2), date(2025, 1, 1))

    with pytest.raises(ValidationError) as refusal:
        position.full_clean()

    assert refusal.value.messages == ["Akhir masa jabatan mendahului awalnya."]
    with pytest.raises(IntegrityError, match="position_ends_after_start"), transaction.atomic():
        position.save()


@pytest.mark.parametrize(
    ("precision", "starts_on", "ends_on"),
    [
        (DAY, date(2024, 2, 10), date(2024, 2, 20)),
        (MONTH, date(2024, 2, 1), date(2024, 2, 29)),
        (YEAR, date(2024, 1, 1), date(2024, 12, 31)),
    ],
)
def test_position_approximate_dates_count_from_first_to_last_day(precision, starts_on, ends_on):
    position = make_position(
        starts_on=date(2024, 2, 10),
        ends_on=date(2024, 2, 20),
        starts_precision=precision,
        ends_precision=precision,
    )

    assert (position.starts_on, position.ends_on) == (starts_on, ends_on)


@pytest.mark.parametrize(
    ("fields", "period"),
    [
        ({"starts_on": date(2024, 9, 24)}, "sejak 24 September 2024"),
        ({"starts_on": date(2024, 8, 5), "starts_precision": MONTH}, "sejak Agustus 2024"),
        (
            {"starts_on": date(2024, 1, 1), "starts_precision": YEAR, "ends_on": date(2029, 1, 1), "ends_precision": YEAR},
            "2024 sampai 2029",
        ),
        ({"starts_on": None, "ends_on": date(2025, 3, 1)}, "sampai 1 Maret 2025"),
        ({"starts_on": None}, ""),
    ],
)  # fmt: skip
def test_position_period_says_what_is_known(fields, period):
    assert make_position(**fields).period == period


def test_positions_held_on_a_day_agree_in_query_and_instance():
    body = make_institution()
    spans = [
        (None, None),
        (date(2025, 1, 1), None),
        (None, date(2025, 1, 1)),
        (date(2025, 1, 1), date(2025, 1, 1)),
        (date(2024, 1, 1), date(2024, 12, 31)),
        (date(2025, 1, 2), date(2025, 12, 31)),
    ]
    positions = [make_position(institution=body, starts_on=start, ends_on=end) for start, end in spans]

    held = {
        day: set(Position.objects.held_on(day))
        for day in (date(2024, 12, 31), date(2025, 1, 1), date(2025, 1, 2))
    }

    assert held == {day: {one for one in positions if one.is_held_on(day)} for day in held}
    assert [len(held[day]) for day in sorted(held)] == [3, 4, 3]


def test_post_on_a_day_names_the_highest_under_the_name_of_then():
    body = make_institution("Komisi I DPRD Kota Mekarsari")
    body.names.create(name="Komisi A DPRD Kota Mekarsari", ends_on=date(2024, 12, 31))
    city = make_institution(region=make_region(name="Kota Mekarsari"))
    official = make_official()
    make_position(official, make_post("Anggota", rank=90), body, starts_on=date(2024, 8, 5))
    make_position(
        official, make_post("Ketua", rank=10), body, starts_on=date(2025, 6, 1), ends_on=date(2025, 12, 31)
    )
    mayor = make_post("Wali Kota", rank=1, scope="place")
    make_position(official, mayor, city, starts_on=date(2026, 1, 1), acting=Position.Acting.PJ)

    days = (date(2024, 8, 4), date(2024, 12, 31), date(2025, 1, 1), date(2025, 6, 1), date(2026, 1, 1))

    assert [official.post_on(day) for day in days] == [
        "",
        "Anggota Komisi A DPRD Kota Mekarsari",
        "Anggota Komisi I DPRD Kota Mekarsari",
        "Ketua Komisi I DPRD Kota Mekarsari",
        "Pj. Wali Kota Mekarsari",
    ]


def test_post_that_two_hold_at_once_cannot_become_single(chair):
    post, body = make_post("Sekretaris"), chair.institution
    first = make_position(make_official("Asri"), post, body, starts_on=date(2024, 1, 1))
    make_position(make_official("Bimo"), post, body, starts_on=date(2025, 1, 1))
    post.is_single = True

    with pytest.raises(ValidationError) as refusal:
        post.full_clean()

    assert refusal.value.message_dict == {
        "is_single": ["Asri dan Bimo menjabat Sekretaris di Badan Contoh pada waktu yang sama."]
    }
    with pytest.raises(IntegrityError, match="position_one_holder"), transaction.atomic():
        post.save()
    first.refresh_from_db()
    assert (first.is_exclusive, Post.objects.get(pk=post.pk).is_single) == (False, False)


def test_post_that_becomes_single_excludes_from_then_on():
    post, body = make_post("Sekretaris"), make_institution()
    held = make_position(
        make_official("Asri"), post, body, starts_on=date(2024, 1, 1), ends_on=date(2025, 1, 1)
    )
    make_position(make_official("Bimo"), post, body, starts_on=date(2025, 1, 1))
    make_position(make_official("Citra"), post, make_institution(), starts_on=date(2024, 1, 1))
    post.is_single = True

    post.full_clean()
    post.save()

    with pytest.raises(IntegrityError, match="position_one_holder"), transaction.atomic():
        rival(held, date(2024, 6, 1)).save()
