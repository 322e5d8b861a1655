"""The hours of an event: "pukul 09.00 WIB", "pukul 13.00-15.00"; never a page's stamp or an office's hours."""

import re
from datetime import time

from ..language.passages import Span
from ..language.sentences import Sentences

CLOCK = r"(\d{1,2})(?:[.:](\d{2}))?(?![\d%]|[.:]\d)"
TO = r" ?(?:-|–|—|s/d|s\.d\.?|sampai(?: dengan)?|hingga)(?: (?:pukul|jam))? ?"
ZONE = r"(?:(?: (?:pagi|siang|sore|malam))? ?WI(?:B|TA|T)\b)"
HOURS = re.compile(
    rf"\b(?:pukul|jam|pkl\.?) {CLOCK}{ZONE}?(?:{TO}{CLOCK})?|\b(\d{{1,2}})[.:](\d{{2}}){TO}(\d{{1,2}})[.:](\d{{2}}){ZONE}",
    re.I,
)
# Hours that are not the event's: when an office is open, when something ended or is yet to come.
NOT_THEN = re.compile(
    r"\b(?:setiap (?:hari|senin)|jam (?:kerja|layanan|operasional)|layanan|senin(?:-| sampai | hingga )jumat|buka (?:dari|mulai)|ditutup|berakhir"
    r"|hingga|sampai|sebelum|akan datang|besok|dijadwalkan|direncanakan)\b[^.\n]{0,60}$"
    r"|\b(?:diakhiri|ditutup|berakhir|selesai|bubar)\b[^\n]{0,120}$",
    re.I,
)
HAPPENS = re.compile(
    r"\b(?:rapat|kunjungan|kunker|rombongan|pertemuan|acara|kegiatan|sidang|digelar|dimulai|berlangsung|tiba|diterima|dibuka|dilaksanakan)\b",
    re.I,
)


def event_hours(text: str, date_span: Span | None, sentences: Sentences) -> tuple[time | None, time | None]:
    """When the event began and ended: the hours beside its day, else the first that a sentence about it prints."""
    found: list[tuple[bool, time, time | None]] = []
    for match in HOURS.finditer(text):
        begin, stop = sentences.at(match.start())
        hours = _hours(match)
        if hours is None or NOT_THEN.search(text, begin, match.start()) or _is_quoted(text, begin, match):
            continue
        beside = date_span is not None and begin <= date_span[0] < stop
        if beside or HAPPENS.search(text, begin, stop):
            found.append((beside, *hours))
    best = next((hours for hours in found if hours[0]), found[0] if found else None)
    return (best[1], best[2]) if best else (None, None)


def _hours(match: re.Match[str]) -> tuple[time, time | None] | None:
    """Both times of the match; None for a number that is no time of day."""
    first = _clock(match[1] or match[5], match[2] or match[6])
    last = _clock(match[3] or match[7], match[4] or match[8])
    if first is None:
        return None
    return first, last if last and last > first else None


def _clock(hour: str | None, minute: str | None) -> time | None:
    if hour is None or int(hour) > 23 or int(minute or 0) > 59:
        return None
    return time(int(hour), int(minute or 0))


def _is_quoted(text: str, begin: int, match: re.Match[str]) -> bool:
    """Inside a quotation someone tells of hours of their own."""
    return len(re.findall(r"[\"“”]", text[begin : match.start()])) % 2 == 1
