"""A pasted release becomes a Reading; its shape as JSON is the contract that scripts and pages rely on."""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

from .activities import activity_of
from .bodies import Body, merged
from .dates import Dates, event_dates
from .directions import Telling, direction
from .headlines import propose
from .index import Index
from .institutions import find_bodies
from .layout import Layout, layout
from .lexicon import READ_CHARS
from .officials import Person, find_people
from .participation import Told, taking_part
from .passages import Passage, Span
from .posts import find_posts, implied_bodies
from .quotes import Quote, find_quotes
from .sentences import Sentences
from .spelling import Misspelling, find_misspellings
from .tables import Tables
from .times import event_hours
from .topics import find_topics
from .units import Unit, find_units
from .visits import (
    Visit,
    attended,
    find_visit,
    fitting,
    part_of,
    parties_of,
    venue_of,
)

OPENING = re.compile(r"^.{0,80}?(?:-{2,}|[–—~]| -|-(?= ?[A-Z])) *")
SHORTEST_LEAD = 80
Found = TypeVar("Found", Person, Body)


@dataclass(frozen=True)
class Reading:
    """What was read; spans are offsets into `source`. Nothing here is decided: an editor confirms."""

    source: str
    parts: Layout
    title_proposals: tuple[str, ...]
    dates: Dates
    activity: str
    venue: str | None
    officials: tuple[tuple[Person, str], ...]
    institutions: tuple[Body, ...]
    units: tuple[Unit, ...]
    visit: Visit | None
    topics: tuple[str, ...]
    quotes: tuple[Quote, ...]
    spelling: tuple[Misspelling, ...]

    def as_dict(self) -> dict[str, Any]:
        """Plain values for JSON, in the contract's shape and order."""
        parts = self.parts
        line = parts.dateline
        return {
            "source": self.source,
            "title": parts.title.text if parts.title else None,
            "title_proposals": list(self.title_proposals),
            "dateline": {"place": line.place, "outlet": line.outlet} if line else None,
            "caption": parts.caption.text if parts.caption else None,
            "photo_credit": parts.credit,
            "byline": parts.byline,
            "paragraphs": [part.text for part in parts.paragraphs],
            "event_date": _iso(self.dates.event_date),
            "event_end_date": _iso(self.dates.event_end_date),
            "date_candidates": [day.isoformat() for day in self.dates.candidates],
            "date_warnings": list(self.dates.warnings),
            "activity": self.activity,
            "venue": self.venue,
            "officials": [_official(person, part) for person, part in self.officials],
            "institutions": [_institution(body) for body in self.institutions],
            "units": [_unit(unit) for unit in self.units],
            "visit": _visit(self.visit) if self.visit else None,
            "topics": list(self.topics),
            "quotes": [_quote(quote) for quote in self.quotes],
            "spelling": [_slip(slip) for slip in self.spelling],
        }


def read(source: str, index: Index | Tables, received: date | None = None) -> Reading:
    """Reads one release. `received` is the day it came in, for dates printed without a year.

    An Index is reused from release to release; bare Tables are indexed for this one.
    """
    index = index if isinstance(index, Index) else Index(index)
    parts = layout(source, index.is_place)
    received = received or parts.received or parts.stamped
    whole = parts.whole().cut(0, READ_CHARS)
    text, head_end = whole.text, _head_end(parts, whole.text)
    sentences = Sentences(text)
    bodies = find_bodies(index, text)
    units = find_units(index, text, bodies)
    posts = find_posts(index, text, bodies, units, sentences)
    kind = activity_of(text, head_end)
    caption = _caption_span(parts)
    dates = event_dates(
        text, head_end, kind == "other", received, caption, of_visit=kind == "visit", stamped=parts.stamped
    )
    title_end = len(parts.title.text) if parts.title else 0
    people = find_people(index, text, bodies, units, posts, dates.event_date or received, title_end)
    implied = list(implied_bodies(index, posts, {person.role for person in people}))
    quotes = find_quotes(text, people, sentences)
    spoken_for = {body.name for body in implied}
    story = Told(text, sentences, _lead_span(parts)[1], [quote.span for quote in quotes])
    bodies = taking_part(story, bodies, spoken_for)
    bodies = sorted([*bodies, *implied], key=lambda body: body.spans)
    told = _without_writers(bodies, parts, text)
    visit = (
        find_visit(index, text, told, units, posts, people, sentences, head_end) if kind == "visit" else None
    )
    if kind == "visit" and not visit:
        kind = activity_of(text, head_end, may_be_visit=False)
        dates = event_dates(text, head_end, kind == "other", received, caption, stamped=parts.stamped)
    venue = venue_of(index, text)
    topics = find_topics(text, head_end, index.tables.topics, listed=visit is not None)
    if visit:
        telling = Telling(text, _lead_span(parts), bodies, posts, _quoted(people, quotes), _written(parts))
        kind = direction(visit, index, telling)
        bodies = [*_one_of_each(bodies, visit), *parties_of(index, visit, bodies)]
        visit = replace(_planned(visit, index, text, dates, venue, sentences), topics=topics)
    return Reading(
        source=source,
        parts=parts,
        title_proposals=propose(_lead(parts), visit, _own(people, index), topics),
        dates=dates,
        activity=kind,
        venue=venue,
        officials=_with_parts(people, visit, quotes, text, sentences, whole),
        institutions=tuple(_placed(body, whole) for body in merged(bodies)),
        units=_units(units, dates, received, whole),
        visit=visit,
        topics=topics,
        quotes=tuple(replace(quote, span=whole.span(*quote.span)) for quote in quotes),
        spelling=_misspelled(text, people, bodies, quotes, index, whole),
    )


def _planned(
    visit: Visit, index: Index, text: str, dates: Dates, venue: str | None, sentences: Sentences
) -> Visit:
    """With its hours, and the planned visits on file that it may be."""
    starts_at, ends_at = event_hours(text, dates.span, sentences)
    known = fitting(index.tables.visits, visit, dates.event_date, venue)
    return replace(visit, starts_at=starts_at, ends_at=ends_at, known=known)


def _lead(parts: Layout) -> str:
    """The first paragraph without its dateline."""
    text = parts.paragraphs[0].text if parts.paragraphs else ""
    return OPENING.sub("", text, count=1) if parts.dateline else text


def _without_writers(bodies: list[Body], parts: Layout, text: str) -> list[Body]:
    """The bodies that the release tells of: one that stands in the dateline alone wrote it and is no party."""
    first = parts.paragraphs[0].text if parts.dateline and parts.paragraphs else ""
    opening = OPENING.match(first)
    if not opening:
        return bodies
    begin = text.find(first)
    inside = range(begin, begin + opening.end())
    spans = [tuple(span for span in body.spans if span[0] not in inside) for body in bodies]
    return [
        replace(body, spans=left) for body, left in zip(bodies, spans, strict=True) if left or not body.spans
    ]


def _one_of_each(bodies: list[Body], visit: Visit) -> list[Body]:
    """Where a secretariat is a party its council takes no part, and where the council is one, its secretariat."""
    parties = {*visit.hosts, *visit.guests}
    others = {
        n.removeprefix("Sekretariat ") if n.startswith("Sekretariat ") else f"Sekretariat {n}"
        for n in parties
    }
    return [body for body in bodies if body.name not in others - parties]


def _written(parts: Layout) -> str:
    line = parts.dateline
    return f"{line.place}|{line.outlet or ''}" if line else ""


def _quoted(people: list[Person], quotes: list[Quote]) -> set[str]:
    """The bodies whose people are quoted."""
    speakers = {quote.speaker for quote in quotes}
    return {person.institution for person in people if person.name in speakers and person.institution}


def _with_parts(
    people: list[Person],
    visit: Visit | None,
    quotes: list[Quote],
    text: str,
    sentences: Sentences,
    whole: Passage,
) -> tuple[tuple[Person, str], ...]:
    """Each person with their part in the event, spans in the source."""
    there = attended(text, sentences)
    speakers = {quote.speaker for quote in quotes if quote.speaker}
    return tuple((_placed(p, whole), part_of(p, visit, speakers, there, sentences)) for p in people)


def _misspelled(
    text: str, people: list[Person], bodies: list[Body], quotes: list[Quote], index: Index, whole: Passage
) -> tuple[Misspelling, ...]:
    names = [f"{p.name} {p.back_title.replace('.', ' ')}" for p in people] + [body.name for body in bodies]
    names += [quote.speaker for quote in quotes if quote.speaker]
    found = find_misspellings(text, names, index.own_words)
    return tuple(replace(slip, span=whole.span(*slip.span)) for slip in found)


def _head_end(parts: Layout, text: str) -> int:
    """Where headline, caption and the first two paragraphs end."""
    short = next((n for n, part in enumerate(parts.paragraphs[:6]) if len(part) > SHORTEST_LEAD), 0)
    lines = sum(part is not None for part in (parts.title, parts.caption)) + short + 2
    position = -1
    for _ in range(lines):
        position = text.find("\n", position + 1)
        if position == -1:
            return len(text)
    return position


def _lead_span(parts: Layout) -> Span:
    """Where the first paragraph stands in the whole; a line of a few words is none."""
    start = sum(len(part.text) + 1 for part in (parts.title, parts.caption) if part)
    for part in parts.paragraphs:
        if len(part) > SHORTEST_LEAD:
            return start, start + len(part)
        start += len(part) + 1
    return start, start


def _caption_span(parts: Layout) -> Span:
    """Where the caption stands in the whole: behind the title, on a line of its own."""
    start = len(parts.title.text) + 1 if parts.title else 0
    return (start, start + len(parts.caption.text)) if parts.caption else (0, 0)


def _own(people: list[Person], index: Index) -> list[Person]:
    return [person for person in people if person.institution == index.tables.own]


def _units(units: list[Unit], dates: Dates, received: date | None, whole: Passage) -> tuple[Unit, ...]:
    """One entry a unit; a pansus is told from its namesakes of other terms by the year."""
    day = dates.event_date or received
    found: dict[tuple[str, str | None], Unit] = {}
    for unit in units:
        year = day.year if day and unit.name.startswith("Pansus") else None
        key = (unit.name, unit.institution)
        spans = (*(found[key].spans if key in found else ()), *(whole.span(*span) for span in unit.spans))
        found[key] = replace(unit, year=year, spans=spans)
    return tuple(found.values())


def _placed(found: Found, whole: Passage) -> Found:
    return replace(found, spans=tuple(whole.span(*span) for span in found.spans))


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _spans(spans: tuple[Span, ...]) -> list[list[int]]:
    return [list(span) for span in spans]


def _official(person: Person, part: str) -> dict[str, Any]:
    return {
        "name": person.name,
        "front_title": person.front_title,
        "back_title": person.back_title,
        "role": person.role,
        "institution": person.institution,
        "part": part,
        "match": person.match,
        "candidates": list(person.candidates),
        "confidence": round(person.confidence, 2),
        "spans": _spans(person.spans),
    }


def _institution(body: Body) -> dict[str, Any]:
    return {
        "name": body.name,
        "kind": body.kind,
        "region_code": body.region_code,
        "match": body.match,
        "candidates": list(body.candidates),
        "confidence": round(body.confidence, 2),
        "spans": _spans(body.spans),
    }


def _unit(unit: Unit) -> dict[str, Any]:
    return {
        "name": unit.name,
        "institution": unit.institution,
        "year": unit.year,
        "spans": _spans(unit.spans),
    }


def _quote(quote: Quote) -> dict[str, Any]:
    return {"text": quote.text, "speaker": quote.speaker, "verb": quote.verb, "span": list(quote.span)}


def _slip(slip: Misspelling) -> dict[str, Any]:
    return {"word": slip.word, "suggestions": list(slip.suggestions), "span": list(slip.span)}


def _visit(visit: Visit) -> dict[str, Any]:
    """In the contract's shape, with three keys more: `units` {institution: komisi, badan or pansus that came or
    received for it; a body that is not in it stands as a whole}, `starts_at` and `ends_at` "HH:MM" or null."""
    return {
        "kind": visit.kind,
        "hosts": list(visit.hosts),
        "guests": list(visit.guests),
        "companions": list(visit.companions),
        "head": visit.head,
        "received_by": list(visit.received_by),
        "topics": list(visit.topics),
        "purpose": visit.purpose,
        "participant_count": visit.participant_count,
        "units": visit.units,
        "starts_at": visit.starts_at.strftime("%H:%M") if visit.starts_at else None,
        "ends_at": visit.ends_at.strftime("%H:%M") if visit.ends_at else None,
        "match": visit.known[0].slug if len(visit.known) == 1 else None,
        "candidates": [known.slug for known in visit.known],
    }
