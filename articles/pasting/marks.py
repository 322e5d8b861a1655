"""The source of a release cut into pieces, so that a page can mark what was recognised in it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby, islice
from typing import Any

from articles.pasting.offers import Offer
from dprd_news.lib.indonesian import month_name

Span = tuple[int, int]
MARKS_SHOWN = 2_000


@dataclass(frozen=True)
class Piece:
    """Plain text, or text of a kind with the key of its offer, "" for none. `around` is quote or caption, which
    hold others."""

    text: str
    kind: str = ""
    key: str = ""
    around: str = ""


def pieces(reading: dict[str, Any], offers: list[Offer]) -> list[Piece]:
    """The whole source in order; where two spans overlap, the first one found keeps its place."""
    source = reading["source"]
    inner = list(islice(_candidates(source, reading, offers), MARKS_SHOWN))
    outer = list(islice(_outer(source, reading), MARKS_SHOWN))
    painted = zip(
        _painted(len(source), [span for span, *_ in inner]),
        _painted(len(source), [span for span, _ in outer]),
        strict=True,
    )
    found, start = [], 0
    for (mark, around), run in groupby(painted):
        end = start + sum(1 for _ in run)
        kind, key = inner[mark][1:] if mark >= 0 else ("", "")
        found.append(Piece(source[start:end], kind, key, outer[around][1] if around >= 0 else ""))
        start = end
    return found


def _painted(length: int, spans: list[Span]) -> list[int]:
    """For each character the number of the span that it belongs to, -1 for none."""
    owners = [-1] * length
    for number, (start, end) in enumerate(spans):
        if all(owner < 0 for owner in owners[start:end]):
            owners[start:end] = [number] * len(owners[start:end])
    return owners


def _candidates(source: str, reading: dict[str, Any], offers: list[Offer]) -> Iterable[tuple[Span, str, str]]:
    """Places come first, then parts of bodies: a body stands inside the one and is told of by the other."""
    if span := _span_of_words(source, reading["venue"], last=False):
        yield span, "place", "place"
    for offer in sorted(offers, key=lambda offer: offer.kind != "unit"):
        for start, end in offer.read.get("spans", []):
            yield (start, end), offer.kind, offer.key
    # What the draft is linked to already is no offer; it is marked all the same.
    for kind, read in (("official", reading["officials"]), ("institution", reading["institutions"])):
        for start, end in (span for one in read for span in one["spans"]):
            yield (start, end), kind, ""
    keys = {offer.name: offer.key for offer in offers if offer.kind == "spelling"}
    for entry in reading["spelling"]:
        start, end = entry["span"]
        yield (start, end), "spelling", keys.get(entry["word"], "")
    if span := _span_of_words(source, reading["byline"], last=True):
        yield span, "byline", "byline"
    for day in _printed(reading["event_date"], reading["event_end_date"]):
        if span := _span_of_words(source, day, last=False):
            yield span, "event_date", "event_date"


def _span_of_words(source: str, text: str | None, last: bool) -> Span | None:
    """Where whole words stand, whatever line breaks the source has between them: "red" is not in "kredit"."""
    if not text:
        return None
    words = r"\s+".join(re.escape(word) for word in text.split())
    spans = [match.span() for match in re.finditer(rf"(?<!\w){words}(?!\w)", source)]
    return (spans[-1] if last else spans[0]) if spans else None


def _outer(source: str, reading: dict[str, Any]) -> Iterable[tuple[Span, str]]:
    if reading["caption"]:
        # Line breaks inside a caption were joined when it was read.
        words = r"\s+".join(re.escape(word) for word in reading["caption"].split()[:60])
        match = re.search(words, source)
        if match:
            yield match.span(), "caption"
    for quote in reading["quotes"]:
        start, end = quote["span"]
        yield (start, end), "quote"


def _printed(iso: str | None, last_iso: str | None) -> list[str]:
    """The usual ways of printing that day, or those days."""
    if not iso:
        return []
    day = date.fromisoformat(iso)
    last = date.fromisoformat(last_iso) if last_iso else day
    until = f"{last.day} {month_name(last.month)} {last.year}"
    ranges = (
        [f"{day.day}{dash}{until}" for dash in ("-", "–", " - ", " sampai ", " hingga ")] if last_iso else []
    )
    return [
        *ranges,
        f"{day.day} {month_name(day.month)} {day.year}",
        f"{day.day}/{day.month}/{day.year}",
        f"{day:%d/%m/%Y}",
        f"{day:%d-%m-%Y}",
    ]
