"""Whose agencies a text names without saying whose they are."""

import re
from collections import Counter
from itertools import islice

from .bodies import Body
from .index import Index
from .places import place_at
from .sentences import Sentences
from .tables import KnownRegion

LINE_ENDS, HEAD_LINES = re.compile(r"\n"), 3
# How far behind the dateline its paragraph may say where somebody went.
LEAD_CHARS = 400
# "KOTA, Outlet - ": where the text was sent from.
OPENING = re.compile(r"[A-Z][\w., /()|-]{2,60}? ?[-–—] ?(?=[A-Z])")

# "berkunjung ke Kota X didampingi Dinas Y": the travellers' own, so far behind the verb at most.
NEAR = 200
CAME_ALONG = re.compile(
    r"\b(?:berkunjung|bertandang|kunjungan|kunker|bertolak)\b[^.\n]{0,150}\b(?:didampingi|mengajak|beserta|bersama)\b[^.\n]{0,100}$"
)


class Home:
    """Whose agencies a text names without a region: those of where it was sent from and somebody went to, but for
    whom the travellers brought along; else those of the one region whose council it tells of, else the site's
    own where it speaks of that, else those of the one region of all bodies, else of the one that the sentence tells of."""

    def __init__(self, index: Index, text: str, regional: list[Body]) -> None:
        own = index.own_region
        codes = {body.region_code for body in regional if body.kind == "council"} - {None}
        if len(codes) > 1:
            codes = _mostly([body for body in regional if body.kind == "council"]) or codes
        if len(codes) != 1:
            named = own is not None and own.is_named_in(text[_opening_end(index, text) :])
            codes = {own.code} if own and named else {body.region_code for body in regional}
        self._goal = _goal(index, text, codes)
        self._only = index.tables.region_of(codes.pop()) if len(codes) == 1 else None
        self._index, self._text, self.regional_bodies = index, text, regional
        self._sentences = Sentences(text)

    def at(self, position: int) -> KnownRegion | None:
        begin, stop = self._sentences.at(position)
        if self._goal and not CAME_ALONG.search(self._text, max(begin, position - NEAR), position):
            return self._goal
        here = {body.region_code for body in self.regional_bodies if begin <= body.spans[0][0] < stop}
        return self._only or (self._index.tables.region_of(here.pop()) if len(here) == 1 else None)


def _goal(index: Index, text: str, codes: set[str | None]) -> KnownRegion | None:
    """ "KOTA X – DPRD Kota Y berkunjung ke Kota X": the region that a text was sent from and somebody went to, whose the
    agencies are that it names alone; None else."""
    opening = _opening(index, text)
    if opening is None:
        return None
    place = place_at(index, text, opening.start())
    region = place.region if place else None
    if region is None or region.code in codes:
        return None
    goes = re.search(rf"\bke {re.escape(region.name)}\b", text[: opening.end() + LEAD_CHARS])
    return region if goes else None


def _opening_end(index: Index, text: str) -> int:
    opening = _opening(index, text)
    return opening.end() if opening else 0


def _opening(index: Index, text: str) -> re.Match[str] | None:
    """The dateline: what opens the text, or a line below its headline with a place."""
    lines = [0, *(match.end() for match in islice(LINE_ENDS.finditer(text), HEAD_LINES))]
    found = (OPENING.match(text, start) for start in lines)
    return next((m for m in found if m and (not m.start() or place_at(index, text, m.start()))), None)


def _mostly(councils: list[Body]) -> set[str | None]:
    """The region of the one council that a text speaks of more than of all others together."""
    counts = Counter(body.region_code for body in councils)
    code, times = counts.most_common(1)[0]
    return {code} if times > 1 and 2 * times > counts.total() and code else set()
