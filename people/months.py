"""Months as a calendar shows them: pure arithmetic, for any list of things that have a first and a last day."""

import calendar
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self, TypeVar

from dprd_news.lib.indonesian import month_name

FIRST_YEAR, LAST_YEAR = 1900, 2199
_WRITTEN = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_Thing = TypeVar("_Thing")


@dataclass(frozen=True, order=True)
class Month:
    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Self:
        return cls(day.year, day.month)

    @classmethod
    def read(cls, text: str) -> Self | None:
        """From "2026-11"; None for anything else, and beyond the years that a calendar is for."""
        found = _WRITTEN.fullmatch(text)
        if found is None:
            return None
        year, number = int(found[1]), int(found[2])
        return cls(year, number) if FIRST_YEAR <= year <= LAST_YEAR and 1 <= number <= 12 else None

    def __str__(self) -> str:
        return f"{self.year:04}-{self.number:02}"

    @property
    def name(self) -> str:
        return f"{month_name(self.number)} {self.year}"

    @property
    def previous(self) -> Self:
        return type(self).of(self.first_day - timedelta(days=1))

    @property
    def next(self) -> Self:
        return type(self).of(self.last_day + timedelta(days=1))

    @property
    def first_day(self) -> date:
        return date(self.year, self.number, 1)

    @property
    def last_day(self) -> date:
        return date(self.year, self.number, calendar.monthrange(self.year, self.number)[1])

    @property
    def weeks(self) -> list[list[date]]:
        """Whole weeks from Monday on, with the days of the neighbouring months that fill them."""
        return calendar.Calendar(calendar.MONDAY).monthdatescalendar(self.year, self.number)

    def __contains__(self, day: date) -> bool:
        return (day.year, day.month) == (self.year, self.number)


def by_day(
    things: Iterable[_Thing], span: Callable[[_Thing], tuple[date, date]], first: date, last: date
) -> dict[date, list[_Thing]]:
    """Each thing on every day of its span that lies between first and last, both counted."""
    days: dict[date, list[_Thing]] = {}
    for thing in things:
        starts_on, ends_on = span(thing)
        day, end = max(starts_on, first), min(ends_on, last)
        while day <= end:
            days.setdefault(day, []).append(thing)
            day += timedelta(days=1)
    return days
