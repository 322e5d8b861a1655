"""The visits of one year as a report: what was held, counted and listed, and what was not.

For the public by default: visits, bodies, people and articles that anyone may see. The internal report holds all
that is on file, with what only the newsroom knows.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, QuerySet

from dprd_news.lib.indonesian import MONTHS
from people.models import Institution, Visit, VisitOfficial, VisitParty

# A visit whose direction nobody can tell from its parties.
NO_DIRECTION = "Arah belum diketahui"
NO_DATE = "Tanggal belum diketahui"
KINDS, STATUSES, DIRECTIONS = (
    dict(Visit.Kind.choices),
    dict(Visit.Status.choices),
    dict(Visit.Direction.choices),
)
SIDES = {
    VisitParty.Side.GUEST: "Tamu",
    VisitParty.Side.HOST: "Tuan rumah",
    VisitParty.Side.COMPANION: "Pendamping",
}


@dataclass(frozen=True)
class Line:
    """One visit as the report tells it: `facts` are pairs of what something is called and what it is."""

    visit: Visit
    kind: str
    facts: list[tuple[str, str]]
    attended: list[str]
    # Title and path.
    articles: list[tuple[str, str]]


@dataclass(frozen=True)
class Total:
    name: str
    counts: list[tuple[str, int]]


@dataclass(frozen=True)
class Report:
    year: int
    is_internal: bool
    held: list[Line]
    not_held: list[Line]
    totals: list[Total]


def report_of(year: int, *, is_internal: bool) -> Report:
    """A fixed number of queries for any number of visits."""
    visits: Any = Visit.objects.all() if is_internal else Visit.objects.published()
    visits = visits.filter(listed_on__year=year).prefetch_related(*_relations(is_internal))
    lines = [_line(visit, is_internal) for visit in visits.order_by("listed_on", "starts_at", "pk")]
    held = [line for line in lines if line.visit.status not in Visit.NOT_HELD]
    not_held = [line for line in lines if line.visit.status in Visit.NOT_HELD]
    return Report(year, is_internal, held, not_held, _totals([line.visit for line in held]))


def years() -> list[int]:
    """The years that have a visit, newest first."""
    return [day.year for day in Visit.objects.order_by().dates("listed_on", "year", order="DESC")]


def _relations(is_internal: bool) -> list[Any]:
    """Of whom and what a year's visits name only what is told; the bodies, met all year, are brought once each."""
    articles: QuerySet = Visit.articles.rel.related_model.objects.published()  # type: ignore[attr-defined]
    bodies = Institution.objects.only("name", "published_at", "withdrawn_at")
    parties = VisitParty.objects.select_related("unit", "head").prefetch_related(
        Prefetch("institution", bodies)
    )
    names = ("front_title", "name", "back_title", "published_at", "withdrawn_at")
    attended = VisitOfficial.objects.select_related("official").only(
        "visit_id", "post_printed", *(f"official__{name}" for name in names)
    )
    told = articles.only("title", "slug", "published_at", "visit_id").order_by("published_at")
    relations = [
        Prefetch("parties", parties, to_attr="told_parties"),
        Prefetch("attendances", attended, to_attr="told_attendances"),
        Prefetch("articles", told, to_attr="told_by"),
    ]
    return [*relations, "papers"] if is_internal else relations


def _line(visit: Any, is_internal: bool) -> Line:
    parties = [party for party in visit.told_parties if is_internal or party.is_public]
    sides = [
        (label, "; ".join(_party(party, visit, is_internal) for party in parties if party.side == side))
        for side, label in SIDES.items()
    ]
    papers = "; ".join(str(paper) for paper in visit.papers.all()) if is_internal else ""
    direction = f", {DIRECTIONS[visit.direction].lower()}" if visit.direction else ""
    return Line(
        visit=visit,
        kind=f"{KINDS[visit.kind]}{direction}. {STATUSES[visit.status]}.",
        facts=[fact for fact in (*sides, ("Tempat", visit.venue), ("Surat", papers)) if fact[1]],
        attended=[
            f"{one.official.full_name}{f', {one.post_printed}' if one.post_printed else ''}"
            for one in visit.told_attendances
            if is_internal or one.official.is_public
        ],
        articles=[(article.title, article.get_absolute_url()) for article in visit.told_by],
    )


def _party(party: Any, visit: Visit, is_internal: bool) -> str:
    """ "Komisi I DPRD Kota Serang (12 orang, dipimpin Asep)"."""
    head = party.head if party.head and (is_internal or party.head.is_public) else None
    told = [
        f"{party.people_count} orang" if party.people_count else "",
        f"dipimpin {head.full_name}" if head else "",
    ]
    known = ", ".join(word for word in told if word)
    # A part alone does not always say whose it is.
    name, whole = party.body.name_on(visit.listed_on), str(party.institution)
    name = name if whole in name else f"{name}, {whole}"
    return f"{name} ({known})" if known else name


def _totals(visits: list[Visit]) -> list[Total]:
    directions = Counter(DIRECTIONS.get(visit.direction, NO_DIRECTION) for visit in visits)
    kinds = Counter(KINDS[visit.kind] for visit in visits)
    months = Counter(MONTHS[visit.starts_on.month - 1] if visit.starts_on else NO_DATE for visit in visits)
    return [
        Total("Menurut arah", _counted([*Visit.Direction.labels, NO_DIRECTION], directions, {NO_DIRECTION})),
        Total("Menurut jenis", _counted(Visit.Kind.labels, kinds, set(Visit.Kind.labels))),
        Total("Menurut bulan", _counted([*MONTHS, NO_DATE], months, {NO_DATE})),
    ]


def _counted(names: Iterable[str], counts: Counter[str], only_if_any: set[str]) -> list[tuple[str, int]]:
    """In the order of the names; those of the last set are left out at zero."""
    return [(str(name), counts[name]) for name in names if counts[name] or name not in only_if_any]
