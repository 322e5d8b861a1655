"""Days, months and years: what a reader writes of them, and the terms of the documents that tell of them."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from dprd_news.lib.indonesian import MONTHS
from dprd_news.lib.search.words import record_term

MOST_DAYS = 31
YEARS = range(1945, 2100)
_LETTER = "d"
_NAMES = {name.casefold(): number for number, name in enumerate(MONTHS, 1)}
_SHORT = {"pebruari": 2, "nopember": 11, "agst": 8, "agt": 8, "sept": 9, "ags": 8, "nop": 11}
_MONTHS = _NAMES | {name[:3]: number for name, number in _NAMES.items() if name != "mei"} | _SHORT


def terms(first: date | None, last: date | None = None) -> list[str]:
    """Of each day from the first to the last (at most MOST_DAYS), and of their months and years."""
    if first is None:
        return []
    count = min((last - first).days + 1, MOST_DAYS) if last else 1
    days = [f"{first + timedelta(days=number):%Y%m%d}" for number in range(count)]
    return [
        record_term(_LETTER, one) for one in dict.fromkeys(day[:end] for end in (8, 6, 4) for day in days)
    ]


def said(words: Sequence[str]) -> tuple[int, str]:
    """How many of the folded words from the first on say a day, a month of a year or a year, with its term; 0, "" for none."""
    for length, found in _readings(words):
        if found is not None:
            return length, record_term(_LETTER, found)
    return 0, ""


def _readings(words: Sequence[str]) -> Iterator[tuple[int, str | None]]:
    first, second, third = (*words[:3], "", "", "")[:3]
    yield 3, _day(third, _MONTHS.get(second) or _number(second), first)
    yield 3, _day(first, _number(second), third)
    if _is_year(second) and first in _MONTHS:
        yield 2, f"{int(second):04}{_MONTHS[first]:02}"
    if _is_year(first):
        yield 1, first


def _day(year: str, month: int, day: str) -> str | None:
    try:
        return f"{date(int(year), month, _number(day)):%Y%m%d}" if _is_year(year) else None
    except ValueError:
        return None


def _number(word: str) -> int:
    return int(word) if word.isascii() and word.isdigit() and len(word) <= 2 else 0


def _is_year(word: str) -> bool:
    return word.isascii() and word.isdigit() and len(word) == 4 and int(word) in YEARS
