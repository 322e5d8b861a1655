"""What the public visits add up to: each direction apart, and what is left out said beside it.

A visit counts once, in the month of its first day, when it took place, its day is known and the own council
had a part in it. Every figure carries the filters of the list that holds just those visits.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import BooleanField, Case, Count, ExpressionWrapper, F, Q, Value, When
from django.db.models.functions import Coalesce

from dprd_news.lib import sheets
from dprd_news.lib.caching import remembered
from dprd_news.lib.filters import Filters
from dprd_news.lib.indonesian import month_name
from people.models import Region, Visit, VisitParty

MOST_GUESTS = 15
MOST_TOPICS = 15
# The lists that hold what is counted are narrowed to this.
COUNTED = Filters(status=Visit.HELD, dated=Visit.WITH_DATE)


@dataclass(frozen=True)
class Figure:
    """A number, what it counts, and the list that shows the same visits."""

    key: str
    name: str
    count: int
    filters: Filters


@dataclass(frozen=True)
class Figures:
    """Of one direction and one year, or of all years."""

    total: int
    times: list[Figure]
    kinds: list[Figure]
    topics: list[Figure]
    provinces: list[Figure]
    guests: list[Figure]
    placeless: int


@dataclass(frozen=True)
class _Tallies:
    """Counted in the database, for all years; each row ends with its number of visits."""

    held: list[tuple[int, int, str, str, int]]
    left_out: list[tuple[int, str, bool, str, int]]
    topics: list[tuple[int, str, str, str, int]]
    provinces: list[tuple[int, str, str, int]]
    placed: list[tuple[int, str, int]]
    guests: list[tuple[int, str, str, int]]
    region_names: dict[str, str]


@remembered
def _tallies() -> _Tallies:
    public = Visit.objects.published()
    counted = public.counted()
    sides = VisitParty.Side
    # Guests come from somewhere; for visits of ours, and those others received, it is the place gone to.
    is_ours = When(visit__direction=Visit.Direction.INCOMING, then=Value(sides.GUEST.value))
    far_side = Case(is_ours, default=Value(sides.HOST.value))
    parties = VisitParty.objects.published().filter(visit__in=counted)
    placed = parties.filter(side=far_side, institution__region__isnull=False)
    year, number = F("visit__starts_on__year"), Count("visit", distinct=True)
    direction = "visit__direction"
    undated = ExpressionWrapper(Q(starts_on__isnull=True), output_field=BooleanField())
    by_province = placed.annotate(
        year=year, province=Coalesce("institution__region__parent", "institution__region")
    )
    return _Tallies(
        held=_rows(counted, "starts_on__year", "starts_on__month", "direction", "kind"),
        left_out=_rows(public.annotate(is_undated=undated), "listed_on__year", "status", "is_undated", "direction"),
        topics=_rows(
            counted.filter(topics__isnull=False), "starts_on__year", "direction", "topics__slug", "topics__name"
        ),
        provinces=_rows(by_province, "year", direction, "province", number=number),
        placed=_rows(placed.annotate(year=year), "year", direction, number=number),
        guests=_rows(
            parties.filter(side=sides.GUEST, visit__direction=Visit.Direction.INCOMING).annotate(year=year),
            "year", "institution__slug", "institution__name", number=number,
        ),
        region_names=dict(Region.objects.filter(parent__isnull=True).values_list("code", "name")),
    )  # fmt: skip


def _rows(queryset: Any, *columns: str, number: Count | None = None) -> list[Any]:
    counted = number or Count("pk", distinct=True)
    return list(queryset.order_by().values_list(*columns).annotate(number=counted))


def years() -> list[int]:
    """Those with a public visit, the newest first."""
    return sorted({row[0] for row in _tallies().left_out}, reverse=True)


def totals(year: int | None) -> list[Figure]:
    """Received, made and attended, each with its own number and never one sum of them."""
    counts: Counter[str] = Counter()
    for _, _, direction, _, number in _of(_tallies().held, year):
        counts[direction] += number
    return [
        _figure(value, label, counts[value], year, direction=value)
        for value, label in Visit.Direction.choices
    ]


def left_out(year: int | None) -> list[Figure]:
    """What no figure counts, each visit once: not held, without a day, or without a part of the own council.

    Visits without a day belong to the year in which they were filed.
    """
    not_held: Counter[str] = Counter()
    undated = uninvolved = 0
    for _, status, is_undated, direction, number in _of(_tallies().left_out, year):
        if status in Visit.NOT_HELD:
            not_held[status] += number
        elif is_undated:
            undated += number
        elif not direction:
            uninvolved += number
    found = [
        Figure(status.value, status.label, not_held[status], Filters(year=year, status=status.value))
        for status in Visit.NOT_HELD
    ]
    nameless = Filters(year=year, status=Visit.HELD, dated=Visit.UNDATED)
    others = Filters(year=year, status=Visit.HELD, dated=Visit.WITH_DATE, direction=Visit.UNINVOLVED)
    found.append(Figure("tanpa_tanggal", "Sudah berlangsung, tanggalnya belum diketahui", undated, nameless))
    found.append(Figure("tanpa_peran", "Sudah berlangsung, tanpa peran dewan ini", uninvolved, others))
    return [figure for figure in found if figure.count]


def figures(year: int | None, direction: str) -> Figures:
    tallies = _tallies()
    held = [row for row in _of(tallies.held, year) if row[2] == direction]
    of_topics = [row for row in _of(tallies.topics, year) if row[1] == direction]
    of_guests = _of(tallies.guests, year) if direction == Visit.Direction.INCOMING else []
    total = sum(row[-1] for row in held)
    placed = sum(row[-1] for row in _of(tallies.placed, year) if row[1] == direction)
    topics = _summed((row[2], row[3], row[-1]) for row in of_topics)
    guests = _summed((row[1], row[2], row[-1]) for row in of_guests)
    kinds = _summed((row[3], str(Visit.Kind(row[3]).label), row[-1]) for row in held)
    return Figures(
        total=total,
        times=_times(held, year, direction),
        kinds=[_figure(*row, year, direction=direction, kind=row[0]) for row in kinds],
        topics=[_figure(*row, year, direction=direction, topic=row[0]) for row in topics],
        provinces=_provinces(tallies, year, direction),
        guests=[_figure(*row, year, direction=direction, guest=row[0]) for row in guests],
        placeless=total - placed,
    )


def _times(held: list[tuple[int, int, str, str, int]], year: int | None, direction: str) -> list[Figure]:
    """The months of the year, or the years from the first to the last; the empty ones too."""
    counts: Counter[int] = Counter()
    for at, month, _, _, number in held:
        counts[month if year else at] += number
    if year:
        return [
            _figure(f"{year}-{month:02d}", f"{month_name(month)} {year}", counts[month], year,
                    direction=direction, month=month)
            for month in range(1, 13)
        ]  # fmt: skip
    span = range(min(counts), max(counts) + 1) if counts else range(0)
    return [_figure(str(one), str(one), counts[one], one, direction=direction) for one in span]


def _provinces(tallies: _Tallies, year: int | None, direction: str) -> list[Figure]:
    """Where guests came from or, for the other directions, where the hosts are; the most first."""
    rows = _summed(
        (row[2], tallies.region_names.get(row[2], row[2]), row[-1])
        for row in _of(tallies.provinces, year)
        if row[1] == direction
    )
    if direction == Visit.Direction.INCOMING:
        return [_figure(*row, year, direction=direction, origin=row[0]) for row in rows]
    return [_figure(*row, year, direction=direction, destination=row[0]) for row in rows]


def _of(rows: list[Any], year: int | None) -> list[Any]:
    """Rows of that year; every table has its year first."""
    return [row for row in rows if year in (None, row[0])]


def _summed(rows: Iterable[tuple[str, str, int]]) -> list[tuple[str, str, int]]:
    """Key, name and sum over the years, the largest first."""
    counts: Counter[str] = Counter()
    names: dict[str, str] = {}
    for key, name, number in rows:
        counts[key] += number
        names[key] = name
    found = [(key, names[key], number) for key, number in counts.items()]
    return sorted(found, key=lambda row: (-row[2], row[1], row[0]))


def _figure(key: str, name: str, count: int, year: int | None, **asked: Any) -> Figure:
    return Figure(key, name, count, replace(COUNTED, year=year, **asked))


def table(year: int | None, directions: Mapping[str, str]) -> list[list[sheets.Value]]:
    """Every figure as a row for a file: direction, what is counted, key, name, number."""
    rows: list[list[sheets.Value]] = []
    for figure in totals(year):
        if figure.key in directions:
            rows.append([figure.key, "jumlah", "", figure.name, figure.count])
    for direction in directions:
        found = figures(year, direction)
        parts = {
            "bulan" if year else "tahun": found.times, "jenis": found.kinds, "topik": found.topics,
            "provinsi": found.provinces, "tamu": found.guests,
        }  # fmt: skip
        rows += [
            [direction, part, one.key, one.name, one.count] for part, each in parts.items() for one in each
        ]
        rows.append([direction, "provinsi", "", "Tanpa wilayah", found.placeless])
    rows += [["", "tidak dihitung", one.key, one.name, one.count] for one in left_out(year)]
    return rows
