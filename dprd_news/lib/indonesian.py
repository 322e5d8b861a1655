"""How dates, times, names and numbers are written in Indonesian.

The words stand here, not in Django's locale files, so a feed or a calendar made under another active
language still reads the same. Usage follows the official spelling guide (EYD V): dot between hour and
minute, dot for thousands, en dash for ranges.
"""

import datetime
import re
from typing import Literal

from django.utils import timezone

Precision = Literal["day", "month", "year"]

# By their numbers; nothing has the number 0.
ROMAN = (
    "", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii",
    "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx",
)  # fmt: skip
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)

# Longer words do not fit a line of a headline on a phone, and browsers have no table of Indonesian syllables.
_LONG_WORD = re.compile(r"[^\W\d_]{20,}")
# Before a consonant with its vowel, four letters from the start and three from the end; ng, ny, sy and kh are one consonant.
_SYLLABLE = re.compile(
    r"(?<=\w{4})(?<!n(?=[gy]))(?<!s(?=y))(?<!k(?=h))(?=(?:ng|ny|sy|kh)[aiueo]|[^\Waiueo\d_][aiueo]\w)",
    re.IGNORECASE,
)
SOFT_HYPHEN = "\N{SOFT HYPHEN}"


def month_name(month: int) -> str:
    """Name of month 1 to 12. Raises ValueError for any other number."""
    if not 1 <= month <= 12:
        raise ValueError(f"{month} is not a month")
    return MONTHS[month - 1]


def short_date(day: datetime.date) -> str:
    """'23 Juni 2025'."""
    return f"{day.day} {month_name(day.month)} {day.year}"


def long_date(day: datetime.date) -> str:
    """'Senin, 23 Juni 2025'."""
    return f"{WEEKDAYS[day.weekday()]}, {short_date(day)}"


def date_range(start: datetime.date, end: datetime.date | None) -> str:
    """'17–19 Februari 2025'; what both ends share is said once. No end, or the same day: the long date."""
    if end is None or start == end:
        return long_date(start)
    if start.year != end.year:
        return f"{short_date(start)}–{short_date(end)}"
    if start.month != end.month:
        return f"{start.day} {month_name(start.month)}–{short_date(end)}"
    return f"{start.day}–{short_date(end)}"


def approximate(day: datetime.date, precision: Precision | str) -> str:
    """The part of a date that is known: '5 Agustus 2024', 'Agustus 2024' or '2024'."""
    if precision == "year":
        return str(day.year)
    if precision == "month":
        return f"{month_name(day.month)} {day.year}"
    return short_date(day)


def clock(time: datetime.time, label: str) -> str:
    """'14.30 WIB'; label is the time zone's, empty for none."""
    return f"{time:%H.%M} {label}".rstrip()


def moment(at: datetime.datetime, label: str) -> str:
    """'Senin, 23 Juni 2025, 14.30 WIB', in the active time zone, whose label the caller knows."""
    local = timezone.localtime(at)
    return f"{long_date(local.date())}, {clock(local.time(), label)}"


def full_name(front: str, name: str, back: str) -> str:
    """'Dr. H. Edwin Senjaya, S.E., M.M.' from titles before, bare name and titles after; either may be ''."""
    before = " ".join(f"{front} {name}".split())
    after = " ".join(back.split()).strip(", ")
    return f"{before}, {after}" if after else before


def closed(sentence: str) -> str:
    """The sentence with its full stop; one that ends in a degree has it already."""
    return sentence if sentence.endswith(".") else f"{sentence}."


def number(n: int) -> str:
    """'1.234.567'."""
    return f"{n:,}".replace(",", ".")


def breakable(text: str) -> str:
    """The text with soft hyphens between the syllables of its longest words; all others are left as they are."""
    return _LONG_WORD.sub(lambda word: _SYLLABLE.sub(SOFT_HYPHEN, word[0]), text)
