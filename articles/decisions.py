"""What is to become of a reading: who is linked or made, which bodies, topics and visit.

An editor decides on the screen; `decide` decides what is beyond doubt for the command line. What is decided
here is carried out in `articles.filing`.
"""

from dataclasses import dataclass, field, replace
from datetime import date, time
from typing import Any

from django.db.models import QuerySet

from articles.plans import plans_of, the_one
from people.models import Visit, VisitParty


@dataclass(frozen=True)
class PositionDecision:
    """The post that a new person is put on file with, by its id and its body's slug; no year: start unknown."""

    post_id: int
    institution: str
    acting: str = ""
    since_year: int | None = None


@dataclass(frozen=True)
class PersonDecision:
    """`read_as` is the bare name in the text; an empty slug makes a new person of the name and titles."""

    read_as: str
    slug: str = ""
    name: str = ""
    front_title: str = ""
    back_title: str = ""
    part: str = "mentioned"
    post_printed: str = ""
    position: PositionDecision | None = None


@dataclass(frozen=True)
class BodyDecision:
    """`read_as` is the canonical name in the reading; an empty slug makes a new body of the rest."""

    read_as: str
    slug: str = ""
    name: str = ""
    kind: str = "other"
    region_code: str | None = None


@dataclass(frozen=True)
class VisitDecision:
    """Names as in the reading. A slug is a visit on file, filled in and marked done if `is_filled_in`.
    `units` is the part of its body that a party came as, by the body's name."""

    slug: str = ""
    is_filled_in: bool = True
    title: str = ""
    kind: str = Visit.Kind.WORKING_VISIT
    guests: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    companions: tuple[str, ...] = ()
    head: str = ""
    received_by: tuple[str, ...] = ()
    attending: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    building: str = ""
    purpose: str = ""
    people_count: int | None = None
    units: dict[str, str] = field(default_factory=dict)
    starts_at: time | None = None
    ends_at: time | None = None


@dataclass(frozen=True)
class QuoteDecision:
    """Words in the text, and the bare name of the person there who says them."""

    text: str
    speaker: str


@dataclass
class Decisions:
    """`units` are (name, whole body) as read; `notes` tell the editor what was left open."""

    people: list[PersonDecision] = field(default_factory=list)
    bodies: list[BodyDecision] = field(default_factory=list)
    units: list[tuple[str, str]] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    quotes: list[QuoteDecision] = field(default_factory=list)
    visit: VisitDecision | None = None
    notes: list[str] = field(default_factory=list)


def decide(reading: dict[str, Any], day: date | None) -> Decisions:
    """What one match says is linked, what nobody knows is made, what could be two stays open with a note. `day` is
    that of the event where somebody knows it better than the reading."""
    decisions = Decisions(topics=list(reading["topics"]), quotes=quotes_of(reading))
    for body in reading["institutions"]:
        if body["candidates"] and not body["match"]:
            decisions.notes.append(f"{body['name']}: ada beberapa yang cocok, belum ditautkan.")
        else:
            decisions.bodies.append(body_of(body, body["match"] or ""))
    decisions.units = [(unit["name"], unit["institution"] or "") for unit in reading["units"]]
    for person in reading["officials"]:
        if person["candidates"] and not person["match"]:
            decisions.notes.append(f"{person['name']}: ada beberapa orang yang cocok, belum ditautkan.")
        else:
            decisions.people.append(person_of(person, person["match"] or ""))
    _decide_visit(decisions, reading, day)
    return decisions


def person_of(read: dict[str, Any], slug: str = "") -> PersonDecision:
    """The person as read, linked to that slug or, without one, made; an offer tells how a near name is `printed`."""
    return PersonDecision(
        read_as=read["name"],
        slug=slug,
        name=read.get("printed", read["name"]),
        front_title=read["front_title"],
        back_title=read["back_title"],
        part=read["part"],
        post_printed=read["role"][:250],
    )


def body_of(read: dict[str, Any], slug: str = "") -> BodyDecision:
    """The body as read, linked to that slug or, without one, made."""
    return BodyDecision(read["name"], slug, read["name"], read["kind"], read["region_code"])


def quotes_of(reading: dict[str, Any]) -> list[QuoteDecision]:
    """What officials of the reading say; it is kept for those of them who are linked."""
    officials = {person["name"] for person in reading["officials"]}
    return [
        QuoteDecision(quote["text"], quote["speaker"])
        for quote in reading["quotes"]
        if quote["speaker"] in officials
    ]


def visit_of(reading: dict[str, Any]) -> VisitDecision | None:
    """The visit as read, the planned one that fits it if there is one; None where the text tells of none."""
    told = reading["visit"]
    if told is None:
        return None
    attending = [person["name"] for person in reading["officials"] if person["part"] == "attendee"]
    guests = " dan ".join(told["guests"])
    hosts = " dan ".join(told["hosts"]) if reading["activity"] == "visit_outgoing" else ""
    return VisitDecision(
        slug=told["match"] or "",
        title=f"{told['kind'].capitalize()} {guests}{' ke ' if hosts else ''}{hosts}".strip()[:250],
        kind=visit_kind(told["kind"]),
        guests=tuple(told["guests"]),
        hosts=tuple(told["hosts"]),
        companions=tuple(told["companions"]),
        head=told["head"] or "",
        received_by=tuple(told["received_by"]),
        attending=tuple(name for name in attending if name not in told["received_by"]),
        topics=tuple(told["topics"]),
        building=(reading["venue"] or "")[:200],
        purpose=told["purpose"] or "",
        people_count=told["participant_count"],
        # A working copy kept from before these were read has none.
        units=dict(told.get("units", {})),
        starts_at=_hour(told.get("starts_at")),
        ends_at=_hour(told.get("ends_at")),
    )


def _hour(printed: str | None) -> time | None:
    return time.fromisoformat(printed) if printed else None


def _decide_visit(decisions: Decisions, reading: dict[str, Any], day: date | None) -> None:
    """The plan that fits, else the one visit of that day with the same guest and host, else a new one; none where a
    plan may be meant."""
    told, plans = visit_of(reading), plans_of(reading, day)
    if told is None:
        return
    if plan := the_one(plans):
        decisions.visit = replace(told, slug=plan.visit.slug)
        return
    known = {body.read_as: body.slug for body in decisions.bodies if body.slug}
    maybe = [one.visit.pk for one in plans]
    same = list(visits_on_file(day, told, known).exclude(pk__in=maybe)[:2]) if day else []
    if len(same) == 1:
        decisions.visit = replace(told, slug=same[0].slug, is_filled_in=False)
        decisions.notes.append(f"Kunjungan ini sudah tercatat dan ditautkan: {same[0].get_absolute_url()}")
    elif plans:
        names = "; ".join(f"{one.visit.title} ({one.visit.dates})" for one in plans)
        decisions.notes.append(f"Kunjungan: ada rencana yang mungkin cocok, belum ditautkan: {names}.")
    else:
        decisions.visit = replace(told, slug="")


def visits_on_file(day: date, told: VisitDecision, known: dict[str, str]) -> QuerySet[Visit]:
    """Visits of that day with a guest and a host of this one; `known` are slugs of bodies by the names as read."""
    found = Visit.objects.filter(starts_on=day)
    for side, names in ((VisitParty.Side.GUEST, told.guests), (VisitParty.Side.HOST, told.hosts)):
        slugs = [known[name] for name in names if name in known]
        parties = VisitParty.objects.filter(side=side, institution__slug__in=slugs)
        found = found.filter(pk__in=parties.values("visit"))
    return found


def visit_kind(printed: str) -> str:
    """The kind whose Indonesian name the release used; a working visit where it is none of ours."""
    for kind in Visit.Kind:
        if kind.label.lower() in printed.lower() or kind.value == printed:
            return kind.value
    return Visit.Kind.WORKING_VISIT
