"""Dates as printed, in words and in figures, single days and ranges."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from ..language.lexicon import WEEKDAY, fold

MONTHS = {
    "jan": 1, "feb": 2, "peb": 2, "mar": 3, "apr": 4, "mei": 5, "jun": 6, "jul": 7, "agu": 8, "ags": 8, "sep": 9,
    "okt": 10, "nov": 11, "nop": 11, "des": 12,
}  # fmt: skip
WEEKDAYS = {
    "senin": 0,
    "selasa": 1,
    "rabu": 2,
    "kamis": 3,
    "jumat": 4,
    "jum'at": 4,
    "sabtu": 5,
    "minggu": 6,
    "ahad": 6,
}

WEEKDAY_PATTERN = rf"(?P<weekday>{WEEKDAY})"
_TO_WEEKDAY = rf"(?: ?(?:-|–|—|s/d|sampai dengan|sampai|hingga|dan) ?(?:{WEEKDAY}))?"
_MONTH = (
    r"(?P<month>januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember"
    r"|jan|feb|peb|mar|apr|jun|jul|agu|agt|ags|sept?|okt|nov|nop|des)\b\.?"
)
_DAY = r"(?P<day>\d{1,2})(?: ?(?:-|–|—|s/d|s\.d\.?|sampai dengan|sampai|hingga|dan) ?(?:tanggal )?(?P<last>\d{1,2}))?"
WORDED = re.compile(
    rf"\b(?:{WEEKDAY_PATTERN}{_TO_WEEKDAY},? ?)?\(?"
    rf"(?:tgl\.?|tanggal)?,? ?\b{_DAY}(?: (?P<month1>[a-z]{{3,9}}) ?(?:-|–|—|s/d|s\.d\.?|sampai dengan|sampai|hingga) ?(?P<last1>\d{{1,2}}))?"
    rf" {_MONTH}(?:,? (?P<year>\d{{4,5}})\b)?",
    re.I,
)
NUMERIC = re.compile(
    rf"\b(?:{WEEKDAY_PATTERN}{_TO_WEEKDAY}(?: (?:pagi|siang|sore|malam))?,? ?)?\(? ?(?P<day>\d{{1,2}})(?: ?(?:-|–|—) ?(?P<last>\d{{1,2}}))?(?P<mark>[/.-]) ?(?P<month>\d{{1,2}})"
    r"(?: ?(?:(?P=mark){1,2}|-(?=\d{4})) ?(?P<year>\d{4}|\d{2}))?(?![\d/])",
    re.I,
)
SENT = re.compile(r"\) ?[-–—]")
# "14/Mei/24", "14-Mei-2024"
MIXED = re.compile(
    rf"\b(?:{WEEKDAY_PATTERN},? ?)?\(? ?(?P<day>\d{{1,2}})(?P<mark>[/-]){_MONTH}(?P=mark)(?P<year>\d{{4}}|\d{{2}})(?!\d)",
    re.I,
)
# Between the first and the last day of a range: "sejak Kamis (13/11/2025) hingga Jumat (14/11/2025)".
UNTIL = re.compile(r"\)? ?(?:hingga|sampai dengan|sampai|s/d|s\.d\.) (?:hari |tanggal )?\(?")
ISO = re.compile(r"\b(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b")


@dataclass(frozen=True)
class PrintedDate:
    """A date as printed: parts that are missing are None. `start` and `end` are offsets in the read text."""

    start: int
    end: int
    day: int
    month: int
    year: int | None
    weekday: int | None
    last: int | None = None
    last_month: int | None = None

    def on(self, year: int) -> date | None:
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


def find_dates(text: str) -> list[PrintedDate]:
    """Dates with at least day and month, in order."""
    found = [printed for pattern in (WORDED, NUMERIC, MIXED, ISO) for printed in _of(pattern, text)]
    kept: list[PrintedDate] = []
    for printed in sorted(found, key=lambda p: (p.start, -p.end)):
        if not kept or printed.start >= kept[-1].end:
            kept.append(printed)
        if len(kept) > 1 and kept[-1] is printed and UNTIL.fullmatch(text, kept[-2].end, printed.start):
            kept[-2:] = [_range(kept[-2], printed)]
    return kept


def _range(first: PrintedDate, last: PrintedDate) -> PrintedDate:
    return replace(first, end=last.end, last=last.day, last_month=last.month, year=first.year or last.year)


def _of(pattern: re.Pattern[str], text: str) -> Iterator[PrintedDate]:
    for match in pattern.finditer(text):
        groups = match.groupdict()
        month = groups["month"]
        number = (
            int(month) if month.isdigit() else MONTHS[{"agt": "agu"}.get(fold(month)[:3], fold(month)[:3])]
        )
        year = _year(groups.get("year"))
        day = int(groups["day"])
        first_month = MONTHS.get(fold(groups.get("month1") or "")[:3])
        if pattern is NUMERIC and not _is_date(match, number, day, year):
            continue
        if not (1 <= number <= 12 and 1 <= day <= 31):
            continue
        weekday = groups.get("weekday")
        last = groups.get("last") or groups.get("last1")
        start = match.start() + len(match[0]) - len(match[0].lstrip(" (,"))
        yield PrintedDate(
            start=start,
            end=match.end(),
            day=day,
            month=first_month or number,
            year=year,
            weekday=WEEKDAYS[fold(weekday)] if weekday else None,
            last=int(last) if last else None,
            last_month=number,
        )


def _is_date(match: re.Match[str], month: int, day: int, year: int | None) -> bool:
    """ "7/3" needs a weekday or brackets to be a date, "09.00" never is one, nor is "dua pertiga (2/3)"; of a dateline
    "KOTA, (18/11) -" is."""
    if year is None and match["mark"] != "/":
        return False
    sent = match.string[match.start() - 1 : match.start()] == "(" and SENT.match(match.string, match.end())
    return year is not None or bool(match["weekday"]) or "(" in match[0] or bool(sent)


def _year(printed: str | None) -> int | None:
    if not printed or len(printed) == 5:
        return None
    year = int(printed)
    return 2000 + year if year < 100 else year if 1945 <= year <= 2100 else None
