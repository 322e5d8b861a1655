from datetime import date

import pytest

from people.months import Month, by_day


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("2026-11", Month(2026, 11)),
        ("1900-01", Month(1900, 1)),
        ("2199-12", Month(2199, 12)),
        *((text, None) for text in ("", "2026-13", "2026-00", "2026-1", "1899-12", "2200-01", "0000-01")),
        *((text, None) for text in ("2026-11-05", " 2026-11", "٢٠٢٦-١١", "9999999-11")),
    ],
)
def test_month_is_read_from_its_written_form_alone(text, month):
    assert Month.read(text) == month


def test_month_knows_its_neighbours_across_the_year():
    january, december = Month(2026, 1), Month(2025, 12)

    assert (january.previous, december.next) == (december, january)
    assert [str(december), december.name, december.last_day] == [
        "2025-12",
        "Desember 2025",
        date(2025, 12, 31),
    ]
    assert Month(2028, 2).last_day == date(2028, 2, 29)


def test_weeks_are_whole_and_begin_on_monday():
    weeks = Month(2026, 11).weeks

    assert (weeks[0][0], weeks[-1][-1]) == (date(2026, 10, 26), date(2026, 12, 6))
    assert {(len(week), week[0].weekday()) for week in weeks} == {(7, 0)}
    assert [date(2026, 11, 30) in Month(2026, 11), date(2026, 12, 1) in Month(2026, 11)] == [True, False]


def test_thing_of_several_days_stands_on_each_of_them():
    spans = {
        "lama": (date(2026, 10, 1), date(2026, 11, 2)),
        "sehari": (date(2026, 11, 2), date(2026, 11, 2)),
        "sesudahnya": (date(2026, 11, 4), date(2026, 12, 1)),
    }

    found = by_day(spans, spans.get, date(2026, 11, 1), date(2026, 11, 3))

    assert found == {date(2026, 11, 1): ["lama"], date(2026, 11, 2): ["lama", "sehari"]}
