"""A pasted release becomes a Reading; its shape as JSON is the contract that scripts and pages rely on."""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

from .bodies.body import Body, council_of, is_secretariat, merged, secretariat_of
from .bodies.institutions import find_bodies
from .bodies.units import Unit, find_units
from .dates.event_dates import Dates
from .dates.times import event_hours
from .headlines import propose
from .index import Index
from .language.passages import Passage, Span
from .people.officials import Person, find_people
from .people.posts import Post, find_posts, implied_bodies
from .people.quotes import Quote, find_quotes
from .spelling.misspellings import Misspelling, find_misspellings
from .tables import Tables
from .text.layout import Layout, layout
from .text.release import Release
from .topics import find_topics
from .visits import plans
from .visits.activities import activity_of
from .visits.directions import Telling, direction, words_of
from .visits.participation import Told, at_meeting, is_there, taking_part, told_of
from .visits.venues import venue_of
from .visits.visit import (
    Story,
    Visit,
    attended,
    find_visit,
    part_of,
    parties_of,
)

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


# A council that is not named, or one of its members.
OF_COUNCIL = re.compile(r"\b(?:DPR[DK]?|dewan|legislator|legislatif|wakil rakyat|parlemen|komisi)\b", re.I)


@dataclass(frozen=True)
class Named:
    """Whom and what a release names: mentions in order, people once each."""

    bodies: list[Body]
    units: list[Unit]
    posts: list[Post]
    people: list[Person]
    quotes: list[Quote]


@dataclass(frozen=True)
class Event:
    """What a release tells of. `kind` is the reading's activity; `bodies` are mentions of those that took part; no
    `visit` where it was none."""

    kind: str
    dates: Dates
    venue: str | None
    topics: tuple[str, ...]
    bodies: list[Body]
    visit: Visit | None


def read(source: str, index: Index | Tables, received: date | None = None) -> Reading:
    """Reads one release. `received` is the day it came in, for dates printed without a year.

    An Index is reused from release to release; bare Tables are indexed for this one.
    """
    index = index if isinstance(index, Index) else Index(index)
    parts = layout(source, index.is_place)
    release = Release(parts, received or parts.received)
    by_words = activity_of(release.text, release.head_end)
    dates = release.dates(by_words)
    named = _named(index, release, dates)
    event = _event(index, release, named, by_words, dates)
    own = [person for person in named.people if person.institution == index.tables.own]
    whole = release.whole
    return Reading(
        source=source,
        parts=parts,
        title_proposals=propose(release.lead, event.visit, own, event.topics),
        dates=event.dates,
        activity=event.kind,
        venue=event.venue,
        officials=_with_parts(named, event.visit, release),
        institutions=tuple(_placed(body, whole) for body in merged(event.bodies)),
        units=_units(named.units, event.dates, release),
        visit=event.visit,
        topics=event.topics,
        quotes=tuple(replace(quote, span=whole.span(*quote.span)) for quote in named.quotes),
        spelling=_misspelled(named, event.bodies, index, whole),
    )


def _event(index: Index, release: Release, named: Named, by_words: str, dates: Dates) -> Event:
    """`by_words` is the activity by the release's own words, `dates` are those of such an event."""
    text, head_end = release.text, release.head_end
    visit = _visit_told(index, release, named) if by_words == "visit" else None
    kind = _kind(by_words, release, named, visit)
    dates = dates if kind == by_words else release.dates(kind)
    venue = venue_of(index, text, kind, release.title_end, head_end)
    topics = find_topics(text, head_end, index.tables.topics, listed=visit is not None)
    told = _told(release, named.quotes)
    parties = {*visit.hosts, *visit.guests} if visit else set()
    parties |= {person.institution for person in named.people if person.institution}
    bodies = named.bodies
    if kind in ("hearing", "plenary", "field_inspection", "visit"):
        there = parties | (_governments_beside(index, bodies) if kind == "plenary" else set())
        bodies = at_meeting(told, bodies, there, release.title_end)
    if visit:
        only_by_region = parties_of(index, visit, bodies)
        kind = direction(visit, index, _telling(release, named, only_by_region))
        bodies = [*_one_of_each(bodies, visit), *only_by_region]
        visit = replace(_planned(visit, index, release, dates, venue), topics=topics)
    return Event(kind, dates, venue, topics, told_of(told, bodies, parties), visit)


def _kind(by_words: str, release: Release, named: Named, visit: Visit | None) -> str:
    """The activity that the words tell, but for a visit without two sides and a hearing without a council."""
    kind = by_words
    if kind == "visit" and not visit:
        kind = activity_of(release.text, release.head_end, may_be_visit=False)
    if kind == "hearing" and not _speaks_of_council(release.text, named):
        # A government's own meeting.
        return "other"
    return kind


def _named(index: Index, release: Release, dates: Dates) -> Named:
    """People with their posts, units, quotes, and the bodies that count, those too that only a post speaks for."""
    text, sentences = release.text, release.sentences
    line = release.parts.dateline
    place = line.place if line else ""
    index = index.for_release(place, text)
    bodies = find_bodies(index, text, place, release.dateline_span)
    units = find_units(index, text, bodies)
    posts = find_posts(index, text, bodies, units, sentences)
    day = dates.event_date or release.received
    people = find_people(index, text, bodies, units, posts, day, release.title_end)
    quotes = find_quotes(text, people, sentences)
    story = _told(release, quotes)
    held = {person.role for person in people}
    implied = list(implied_bodies(index, posts, held, lambda position: is_there(story, position)))
    bodies = taking_part(story, bodies, [post for post in posts if post.text not in held])
    bodies = sorted([*bodies, *implied], key=lambda body: body.spans)
    return Named(bodies, units, posts, people, quotes)


def _governments_beside(index: Index, bodies: list[Body]) -> set[str]:
    """The governments of the councils' own regions: in a plenary they are the other side, whoever came for them."""
    codes = {body.region_code for body in bodies if body.kind == "council"}
    return {region.government for code in codes if (region := index.tables.region_of(code))}


def _speaks_of_council(text: str, named: Named) -> bool:
    return bool(
        named.units
        or any(body.kind in ("council", "secretariat") for body in named.bodies)
        or OF_COUNCIL.search(text)
    )


def _told(release: Release, quotes: list[Quote]) -> Told:
    return Told(release.text, release.sentences, [quote.span for quote in quotes])


def _visit_told(index: Index, release: Release, named: Named) -> Visit | None:
    bodies = _without_writers(named.bodies, release)
    return find_visit(
        index,
        Story(
            text=release.text,
            sentences=release.sentences,
            head_end=release.head_end,
            bodies=bodies,
            units=named.units,
            posts=named.posts,
            people=named.people,
        ),
    )


def _telling(release: Release, named: Named, only_by_region: list[Body]) -> Telling:
    bodies = [*named.bodies, *only_by_region]
    credit = release.parts.credit or ""
    words = words_of(release.text, named.people, named.quotes)
    return Telling(release.text, release.lead_span, bodies, named.posts, words, release.written, credit)


def _planned(visit: Visit, index: Index, release: Release, dates: Dates, venue: str | None) -> Visit:
    """With its hours, and the planned visits on file that it may be."""
    starts_at, ends_at = event_hours(release.text, dates.span, release.sentences)
    told = plans.Told(visit.guests, visit.hosts, dates.event_date, venue or "")
    agreed = {plan.slug: plans.agreement(plan, told) for plan in index.tables.visits}
    fitting = [slug for slug, found in agreed.items() if found.fits]
    return replace(
        visit,
        starts_at=starts_at,
        ends_at=ends_at,
        plan=fitting[0] if len(fitting) == 1 else None,
        plans=tuple(slug for slug, found in agreed.items() if found.may_be),
    )


def _without_writers(bodies: list[Body], release: Release) -> list[Body]:
    """The bodies that the release tells of: one that stands in the dateline alone wrote it and is no party."""
    inside = range(*release.dateline_span)
    spans = [tuple(span for span in body.spans if span[0] not in inside) for body in bodies]
    return [
        replace(body, spans=left) for body, left in zip(bodies, spans, strict=True) if left or not body.spans
    ]


def _one_of_each(bodies: list[Body], visit: Visit) -> list[Body]:
    """Where a secretariat is a party its council takes no part, and where the council is one, its secretariat."""
    parties = {*visit.hosts, *visit.guests}
    others = {council_of(name) for name in parties if is_secretariat(name)}
    others |= {secretariat_of(name) for name in parties}
    return [body for body in bodies if body.name not in others - parties]


def _with_parts(named: Named, visit: Visit | None, release: Release) -> tuple[tuple[Person, str], ...]:
    """Each person with their part in the event, spans in the source."""
    sentences = release.sentences
    there = attended(release.text, sentences)
    speakers = {quote.speaker for quote in named.quotes if quote.speaker}
    return tuple(
        (_placed(person, release.whole), part_of(person, visit, speakers, there, sentences))
        for person in named.people
    )


def _misspelled(named: Named, bodies: list[Body], index: Index, whole: Passage) -> tuple[Misspelling, ...]:
    names = [f"{p.name} {p.back_title.replace('.', ' ')}" for p in named.people]
    names += [body.name for body in bodies]
    names += [quote.speaker for quote in named.quotes if quote.speaker]
    found = find_misspellings(whole.text, names, index.own_words)
    return tuple(replace(slip, span=whole.span(*slip.span)) for slip in found)


def _units(units: list[Unit], dates: Dates, release: Release) -> tuple[Unit, ...]:
    """One entry a unit; a pansus is told from its namesakes of other terms by the year, and one without a number is
    none in particular."""
    day = dates.event_date or release.received
    found: dict[tuple[str, str | None], Unit] = {}
    for unit in units:
        if unit.name == "Pansus":
            continue
        year = day.year if day and unit.name.startswith("Pansus") else None
        key = (unit.name, unit.institution)
        spans = tuple(release.whole.span(*span) for span in unit.spans)
        found[key] = replace(unit, year=year, spans=((found[key].spans if key in found else ()) + spans))
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
        "match": visit.plan,
        "candidates": list(visit.plans),
    }
