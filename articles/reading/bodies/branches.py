"""Branches that the nation's bodies have in a region: its police, courts, prosecutors."""

import re
from collections.abc import Iterator
from functools import cache

from ..index import Index
from ..language.lexicon import (
    Agency,
    any_of,
    fold,
    national_bodies,
    region_short_names,
    vertical_bodies,
    word_set,
)
from ..places import Place, place_at
from .body import Body, body_of

COURT_WORD = re.compile(r"([A-Z][a-z]+) (?=[A-Z])")
NOT_NAMES = word_set("not_names.txt")


def branches_in(index: Index, text: str) -> Iterator[Body]:
    """Every mention with the place that it is of: an office's bare name is that of the nation's body."""
    for match in _local_office().finditer(text):
        place = place_at(index, text, match.end()) or _of_court(index, text, match)
        if place:
            office = _named_locally()[match[1]]
            printed = text[match.end() : place.end]
            if "Kota" in office.name:
                printed = printed.removeprefix("Kota ")
            whole = place.region and fold(printed) in (fold(short) for short, _ in region_short_names())
            name = (
                f"{office.name} {match[2]}{place.region.proper_name if place.region and whole else printed}"
            )
            yield body_of(index, name, office.kind, None, (match.start(), place.end), 0.8)
    for match in _representation().finditer(text):
        place = place_at(index, text, match.end())
        if place:
            body = _named_nationally()[match[1]]
            name = f"{body.name} {match[2]} {text[match.end() : place.end]}"
            yield body_of(index, name, body.kind, None, (match.start(), place.end), 0.8)


def _of_court(index: Index, text: str, court: re.Match[str]) -> Place | None:
    """ "Pengadilan Negeri Bale X": a court may sit in a town that no region is called by, named with a word of its own."""
    word = COURT_WORD.match(text, court.end()) if court[1].startswith("Pengadilan") else None
    if word is None or word[1] in NOT_NAMES:
        return None
    return place_at(index, text, word.end())


@cache
def _named_locally() -> dict[str, Agency]:
    return {printed: body for short, body in vertical_bodies().items() for printed in (body.name, short)}


@cache
def _named_nationally() -> dict[str, Agency]:
    return {printed: body for short, body in national_bodies().items() for printed in (body.name, short)}


@cache
def _representation() -> re.Pattern[str]:
    """ "BPKP Perwakilan Provinsi X", "Ombudsman RI Perwakilan X", "Bulog Cabang X": the office there, not the whole."""
    return re.compile(
        rf"\b(?=[A-Z])({any_of(_named_nationally())})(?: RI\b)?(?: \([A-Z]\w{{1,20}}\))? (?:Kantor )?(Perwakilan|Cabang) (?=[A-Z])"
    )


@cache
def _local_office() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?=[A-Z])({any_of(_named_locally())})(?: \([A-Z]\w{{1,20}}\))? ((?:Cabang |Wilayah |Daerah )?)(?=[A-Z])"
    )
