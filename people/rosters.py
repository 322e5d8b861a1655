"""Who holds or held which post on a day: the lists under /pejabat/. Hidden people and bodies are in none."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Case, Count, F, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce, Substr, Upper
from django.utils import timezone

from dprd_news.lib.indonesian import approximate, short_date
from people.models import Institution, Official, Position

BY_POST, BY_FACTION, BY_DISTRICT, BY_LETTER, FORMER = "jabatan", "fraksi", "dapil", "huruf", "mantan"
GROUPS = {
    BY_POST: "Jabatan",
    BY_FACTION: "Fraksi",
    BY_DISTRICT: "Dapil",
    BY_LETTER: "Abjad",
    FORMER: "Mantan",
}
HOLDERS_PER_PAGE = 120
DEPUTY = "Wakil "
_KINDS = Institution.Kind
# Kinds of bodies whose posts only members of a council hold.
_MEMBERS = (_KINDS.COUNCIL, _KINDS.COMMISSION, _KINDS.STANDING_BODY, _KINDS.SPECIAL_COMMITTEE, _KINDS.FACTION)
_KIND_ORDER = Case(
    *(When(institution__kind=kind, then=Value(place)) for place, kind in enumerate(_KINDS.values)),
    default=Value(len(_KINDS.values)),
)


@dataclass(frozen=True)
class Holder:
    official: Official
    post: str
    is_former: bool = False
    is_leading: bool = False


@dataclass(frozen=True)
class Vacancy:
    """A post of one holder that nobody holds now, or the seats of a body that nobody has; `told` says which."""

    institution: Institution
    post: str
    told: str


@dataclass
class Group:
    """`count` is of the whole group, of which a page may show a part."""

    heading: str
    path: str = ""
    count: int = 0
    holders: list[Holder] = field(default_factory=list)
    vacancies: list[Vacancy] = field(default_factory=list)

    @property
    def leading(self) -> list[Holder]:
        """Chair, deputies and secretary: whose post one person holds at a time, and those who stand in for one."""
        return [holder for holder in self.holders if holder.is_leading]

    @property
    def others(self) -> list[Holder]:
        return [holder for holder in self.holders if not holder.is_leading]


@dataclass(frozen=True)
class Roster:
    groups: list[Group]
    page: Page
    letters: list[tuple[str, int]] = field(default_factory=list)


_Seat = tuple[Any, int]  # the key of its group, and the position


def seated(body: Institution, officials: QuerySet, group: str, day: date, number: Any) -> Roster:
    """That day's holders in the body and its parts, by post, faction or district."""
    seats = {BY_POST: _by_post, BY_FACTION: _by_faction, BY_DISTRICT: _by_district}[group](
        body, officials, day
    )
    page = Paginator(seats, HOLDERS_PER_PAGE).get_page(number)
    shown = Position.objects.with_labels().select_related("official").in_bulk([pk for _, pk in page])
    groups: dict[Any, Group] = {}
    for key, pk in page:
        position = shown.get(pk)
        if position is None:  # ended between the two queries
            continue
        has_body = group == BY_POST or (group == BY_FACTION and key is not None)
        if key not in groups:
            groups[key] = _headed(position, group, key, day)
            groups[key].count = sum(1 for other, _ in seats if other == key)
        post = f"{position.acting} {position.post}".strip() if has_body else position.label_on(day)
        is_leading = group == BY_POST and (position.post.is_single or position.post.name.startswith(DEPUTY))
        groups[key].holders.append(Holder(position.official, post, is_leading=is_leading))
    if group == BY_POST:
        _add_vacancies(groups, body, day, page)
    return Roster(list(groups.values()), page)


def by_name(officials: QuerySet, letter: str, day: date, number: Any) -> Roster:
    """People in the order of their names, with the post of that day or the last one before it."""
    found = Official.objects.filter(pk__in=officials.values("pk"))
    counted = found.annotate(first=Upper(Substr("name", 1, 1))).values_list("first").order_by()
    letters: dict[str, int] = {}
    for first, count in counted.annotate(count=Count("pk")):
        letters[_letter(first)] = letters.get(_letter(first), 0) + count
    if letter == "#":
        found = found.exclude(name__regex=r"^[A-Za-z]")
    elif letter:
        found = found.filter(name__istartswith=letter)
    page = Paginator(found.with_positions().order_by(Upper("name"), "pk"), HOLDERS_PER_PAGE).get_page(number)
    groups: dict[str, Group] = {}
    for official in page:
        first = _letter(official.name[:1].upper())
        group = groups.setdefault(first, Group(first, count=letters.get(first, 0)))
        group.holders.append(standing(official, day))
    return Roster(list(groups.values()), page, sorted(letters.items()))


def former(body: Institution, officials: QuerySet, day: date) -> QuerySet:
    """Those who held a post in the body or its parts before that day, and none on it."""
    inside = Position.objects.filter(institution__in=Institution.objects.published().within(body))
    ended = officials.filter(pk__in=inside.filter(ends_on__lt=day).values("official"))
    return ended.exclude(pk__in=inside.held_on(day).values("official"))


def standing(official: Official, day: date) -> Holder:
    """The highest post of that day, else the last one before it; reads the prefetched positions."""
    known = [position for position in official.positions.all() if position.institution.is_public]
    held = [position for position in known if position.is_held_on(day)]
    if held:
        highest = min(held, key=lambda position: (position.post.rank, position.pk))
        return Holder(official, highest.label_on(day))
    last = last_of(known, day)
    return (
        Holder(official, f"{last.label}, {last.period}".rstrip(", "), True) if last else Holder(official, "")
    )


def last_of(positions: Iterable[Position], day: date) -> Position | None:
    """The post that ended last before that day; of those that ended together the highest."""
    ended = [position for position in positions if position.ends_on and position.ends_on < day]
    return min(
        ended, key=lambda one: (-(one.ends_on or day).toordinal(), one.post.rank, one.pk), default=None
    )


def vacancies(body: Institution, day: date) -> list[Vacancy]:
    """What nobody holds that day in the body and its parts: posts first, then seats."""
    return [*_vacant_posts(body, day), *_empty_seats(body, day)]


def _empty_seats(body: Institution, day: date) -> list[Vacancy]:
    """Seats that fewer people hold than there are. Their number is today's, so other days are told nothing."""
    if day != timezone.localdate():
        return []
    # Somebody hidden has a seat as well; to count them as missing would be wrong.
    held = Position.objects.held_on(day).filter(institution=OuterRef("pk")).order_by()
    people = held.values("institution").annotate(count=Count("official", distinct=True)).values("count")
    bodies = Institution.objects.published().within(body).filter(seats__isnull=False)
    bodies = bodies.exclude(ends_on__lt=day).exclude(starts_on__gt=day)
    seated = bodies.annotate(people=Coalesce(Subquery(people), 0)).filter(seats__gt=F("people"))
    return [
        Vacancy(one, f"{one.seats - one.people} kursi", f"Kosong dari {one.seats} kursi")
        for one in seated.order_by("name")
    ]


def _vacant_posts(body: Institution, day: date) -> list[Vacancy]:
    """Posts of one holder each that somebody held once and nobody holds that day."""
    single = Position.objects.filter(
        post__is_single=True,
        institution__in=Institution.objects.published().within(body),
    )
    # A caretaker's post ends when the real holder comes: that leaves nothing vacant.
    single = single.exclude(post__name__iendswith=" sementara")
    standing_bodies = single.exclude(institution__ends_on__lt=day).select_related(
        "post", "institution", "official"
    )
    seats: dict[tuple[int, int], list[Position]] = {}
    for position in standing_bodies.order_by("post__rank", "post__name", "pk"):
        seats.setdefault((position.institution_id, position.post_id), []).append(position)
    found = []
    for held in seats.values():
        last = last_of(held, day)
        # Of somebody hidden not even the day on which they left is told.
        if last and last.official.is_public and not any(position.is_held_on(day) for position in held):
            found.append(Vacancy(last.institution, str(last.post), f"Kosong sejak {_vacant_since(last)}"))
    return found


def _vacant_since(last: Position) -> str:
    ended = last.ends_on or date.max
    if last.ends_precision == Position.Precision.DAY:
        return short_date(ended + timedelta(days=1))
    return approximate(ended, last.ends_precision)


def _held(body: Institution, officials: QuerySet, day: date) -> QuerySet:
    """Keys of the positions that day, those of the body itself first, then by its parts and rank."""
    inside = Position.objects.held_on(day).filter(
        institution__in=Institution.objects.published().within(body), official__in=officials
    )
    whole_first = Case(When(institution=body, then=Value(0)), default=Value(1))
    return inside.order_by(
        whole_first,
        _KIND_ORDER,
        "institution__name",
        "institution_id",
        "post__rank",
        Upper("official__name"),
        "pk",
    )


def _by_post(body: Institution, officials: QuerySet, day: date) -> list[_Seat]:
    """In each body a person stands once, at the highest post: a chair is not listed as a seat too."""
    kept: dict[tuple[int, int], _Seat] = {}
    for pk, institution, official in _held(body, officials, day).values_list(
        "pk", "institution_id", "official_id"
    ):
        kept.setdefault((institution, official), (institution, pk))
    return list(kept.values())


def _by_faction(body: Institution, officials: QuerySet, day: date) -> list[_Seat]:
    """Members by faction, those of whom none is on file at the end; nobody where no faction is."""
    seats = _held(body, officials, day).filter(institution__kind__in=_MEMBERS)
    rows = list(seats.values_list("pk", "institution_id", "official_id", "institution__kind"))
    factions: dict[int, _Seat] = {}
    others: dict[int, _Seat] = {}
    for pk, institution, official, kind in rows:
        if kind == _KINDS.FACTION:
            factions.setdefault(official, (institution, pk))
        else:
            others.setdefault(official, (None, pk))
    rest = [seat for official, seat in others.items() if official not in factions]
    return [*factions.values(), *rest] if factions else []


def _by_district(body: Institution, officials: QuerySet, day: date) -> list[_Seat]:
    """Members by district, "Bandung 2" before "Bandung 10"; nobody where no district is on file."""
    seats = _held(body, officials, day).filter(institution__kind__in=_MEMBERS)
    kept: dict[int, _Seat] = {}
    for pk, official, district in seats.values_list("pk", "official_id", F("official__electoral_district")):
        kept.setdefault(official, (district, pk))
    if not any(district for district, _ in kept.values()):
        return []
    return sorted(kept.values(), key=lambda seat: (not seat[0], _natural(seat[0])))


def _natural(text: str) -> list[tuple[int, str]]:
    return [(int(part), "") if part.isdecimal() else (0, part.lower()) for part in re.split(r"(\d+)", text)]


def _headed(position: Position, group: str, key: Any, day: date) -> Group:
    if group == BY_DISTRICT:
        return Group(key or "Daerah pemilihan belum tercatat")
    if key is None:
        return Group("Fraksi belum tercatat")
    return Group(position.institution.name_on(day), position.institution.get_absolute_url())


def _add_vacancies(groups: dict[Any, Group], body: Institution, day: date, page: Page) -> None:
    """To the bodies on this page; bodies in which nobody is left come at the end of the last one."""
    seats: Any = page.paginator.object_list
    filled = {key for key, _ in seats}
    for vacancy in vacancies(body, day):
        key = vacancy.institution.pk
        if key not in filled and not page.has_next() and key not in groups:
            groups[key] = Group(vacancy.institution.name_on(day), vacancy.institution.get_absolute_url())
        if key in groups:
            groups[key].vacancies.append(vacancy)


def _letter(first: str) -> str:
    return first if re.fullmatch("[A-Z]", first) else "#"
