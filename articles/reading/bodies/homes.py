"""Whose agencies a text names without saying whose they are."""

import re
from collections import Counter

from ..index import Index
from ..language.passages import Span
from ..language.sentences import Sentences
from ..language.visit_words import ALONG_WITH, VISITING
from ..places import place_at
from ..tables import KnownRegion
from .body import Body

# How far behind the dateline its paragraph may say where somebody went.
LEAD_CHARS = 400

# "berkunjung ke Kota X didampingi Dinas Y": the travellers' own, so far behind the verb at most.
NEAR = 200
CAME_ALONG = re.compile(
    r"\b(?:berkunjung|bertandang|kunjungan|kunker|bertolak)\b[^.\n]{0,150}\b(?:didampingi|mengajak|beserta|bersama)\b[^.\n]{0,100}$"
    r"|\b(?:[Ii]a|[Dd]ia|[Bb]eliau|[Mm]ereka) (?:datang|hadir|berkunjung)\b[^.\n]{0,30}\b(?:didampingi|beserta|bersama)\b[^.\n]{0,140}$"
)
# "DPRD X bersama Dinas Y setempat": theirs who are named before it, so near at most.
WITH = re.compile(rf"{ALONG_WITH}|,? (?:dan|serta)(?: jajaran| pihak)? ")
OF_THE_PLACE = re.compile(r"[A-Z][\w-]*(?:,? (?:[A-Z][\w-]*|dan|serta|\([A-Z][\w-]*\))){0,9} setempat\b")


class Home:
    """Whose agencies a text names without a region: those of where it was sent from and somebody went to, but for
    whom the travellers brought along; else those of the one region whose council it tells of, else the site's
    own where it speaks of that, else those of the one region of all bodies, else of the one that the sentence tells of."""

    def __init__(self, index: Index, text: str, regional: list[Body], place: str, dateline: Span) -> None:
        own = index.own_region
        codes = {body.region_code for body in regional if body.kind == "council"} - {None}
        if len(codes) > 1:
            codes = _mostly([body for body in regional if body.kind == "council"]) or codes
        if len(codes) != 1:
            named = own is not None and own.is_named_in(text[dateline[1] :])
            codes = {own.code} if own and named else {body.region_code for body in regional}
        lead = text[dateline[1] : dateline[1] + LEAD_CHARS]
        self._goal = _goal(index, place, lead, codes)
        self._only = index.tables.region_of(codes.pop()) if len(codes) == 1 else None
        self._index, self._text, self.regional_bodies = index, text, regional
        self._sentences = Sentences(text)

    def at(self, position: int) -> KnownRegion | None:
        begin, stop = self._sentences.at(position)
        if OF_THE_PLACE.match(self._text, position) and (beside := self._beside(position)):
            return beside
        came_along = CAME_ALONG.search(self._text, max(begin, position - NEAR), position)
        if self._goal and not came_along:
            return self._goal
        here = {body.region_code for body in self.regional_bodies if begin <= body.spans[0][0] < stop}
        if came_along and not here:
            # "Rombongan dipimpin Bupati X. Ia datang bersama Dinas Y": that of whom was told last.
            told = [body.region_code for body in self.regional_bodies if body.spans[0][0] < begin]
            here = set(told[-1:])
            return self._index.tables.region_of(here.pop()) if here else self._only
        return self._only or (self._index.tables.region_of(here.pop()) if len(here) == 1 else None)

    def _beside(self, position: int) -> KnownRegion | None:
        """The region of the body right before, that this one is named with."""
        ends = ((body.spans[0][1], body.region_code) for body in self.regional_bodies)
        codes = {code for end, code in ends if end < position and WITH.fullmatch(self._text, end, position)}
        return self._index.tables.region_of(codes.pop()) if codes else None


def _goal(index: Index, place: str, lead: str, codes: set[str | None]) -> KnownRegion | None:
    """ "KOTA X – DPRD Kota Y berkunjung ke Kota X": the region that a text was sent from and somebody went to, whose the
    agencies are that it names alone; None else."""
    sent_from = place_at(index, place, 0)
    regions = [region for region in sent_from.regions if region.code not in codes] if sent_from else []
    goals = [region for region in regions if _goes_to(lead, region.name)]
    if not goals and sent_from and len(sent_from.regions) == 1:
        goals = [region for region in regions if _goes_to(lead, region.proper_name)]
    return goals[0] if len(goals) == 1 else None


def _goes_to(lead: str, name: str) -> bool:
    """True where somebody goes to the region of this name or to a body of its: "mengunjungi DPRD Kota X"."""
    return bool(re.search(rf"\b(?:ke|{VISITING}) (?:[A-Z][\w.]* ){{0,3}}{re.escape(name)}\b", lead))


def _mostly(councils: list[Body]) -> set[str | None]:
    """The region of the one council that a text speaks of more than of all others together."""
    counts = Counter(body.region_code for body in councils)
    code, times = counts.most_common(1)[0]
    return {code} if times > 1 and 2 * times > counts.total() and code else set()
