"""A newly elected council on file: each row of its list matched with who is known, and what they hold from when.

Nothing that an editor wrote is overwritten: of somebody known only what is empty is filled. Run twice, the second
changes nothing. A dry run is the run itself, taken back. A komisi or fraksi that is not on file is made only where
that is asked for; else what is held there is not noted down.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from dprd_news.lib import history
from people.member_lists import MemberRow, plain, read_day
from people.models import Institution, Official, Position, Post
from people.printed_units import KINDS, Unit, is_named, post_within, units_of

REASON = "Impor daftar dewan"
AS_NEW, LEFT_OUT = "baru", "lewati"
MEMBER = "Anggota"
# Posts that a list may name on a site where nobody has entered one yet: whether one person holds it, and its rank.
POSTS = {
    "Ketua": (True, 300),
    "Ketua Sementara": (True, 301),
    "Wakil Ketua": (False, 315),
    "Wakil Ketua Sementara": (False, 316),
    "Sekretaris": (True, 320),
    MEMBER: (False, 330),
}
# "Wakil Ketua II"
_NUMBERED = re.compile(r"(?<=wakil ketua) (?:i{1,3}|iv|[1-4])$")
FILLED = ("front_title", "back_title", "party", "electoral_district")


class Kind(models.TextChoices):
    NEW = "new", "baru"
    AGAIN = "again", "cocok dengan yang tercatat"
    SAME = "same", "tidak berubah"
    DOUBTFUL = "doubtful", "perlu dipilih"
    FAULTY = "faulty", "bermasalah"
    LEFT_OUT = "left_out", "dilewati"


@dataclass(frozen=True)
class Reader:
    """How printed names are understood: their parts, and the slugs of who that may be, surely or not."""

    split: Callable[[str], tuple[str, str, str]]
    known: Callable[[str], tuple[tuple[str, ...], bool]]


@dataclass
class Outcome:
    """What became of one row, or would. `made` are the keys of rows added to the official, by relation.

    `missing` are the units it names that were not on file before, `units` those that were made for it.
    """

    row: MemberRow
    kind: Kind
    full_name: str = ""
    official: Official | None = None
    candidates: list[Official] = field(default_factory=list)
    choice: str = ""
    gains: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    before: dict[str, Any] = field(default_factory=dict)
    made: dict[str, list[Any]] = field(default_factory=dict)
    missing: list[Unit] = field(default_factory=list)
    units: list[Institution] = field(default_factory=list)

    @property
    def is_done(self) -> bool:
        return self.kind in {Kind.NEW, Kind.AGAIN}

    @property
    def stops_all(self) -> bool:
        """Whether somebody has to decide before anything is stored."""
        return self.kind in {Kind.DOUBTFUL, Kind.FAULTY}


@dataclass(frozen=True)
class _Person:
    front_title: str
    name: str
    back_title: str
    row: MemberRow

    def told(self, key: str) -> str:
        return getattr(self, key) if key.endswith("_title") else getattr(self.row, key)


class Refused(Exception):
    """Some row stops the import; `outcomes` tell which and why. Nothing was stored."""

    def __init__(self, outcomes: list[Outcome]) -> None:
        super().__init__(REASON)
        self.outcomes = outcomes


def try_members(*args: Any, **kwargs: Any) -> list[Outcome]:
    """What `load_members` would do, with the same words; nothing is stored."""
    with transaction.atomic():
        outcomes = _Import(*args, **kwargs).run()
        transaction.set_rollback(True)
    return outcomes


@transaction.atomic
def load_members(
    rows: Iterable[MemberRow],
    council: Institution,
    starts_on: date | None,
    reader: Reader,
    choices: Mapping[int, str] | None = None,
    make: Collection[str] = (),
    *,
    leave_out_faulty: bool = False,
) -> list[Outcome]:
    """Stores all rows or none. Raises Refused.

    `starts_on` is for rows without a day of their own; None for a list that gives one in each row. `choices` by the
    row's number: the key of the official it is, AS_NEW or LEFT_OUT; without one, who is surely known is that one.
    `make` holds the keys of missing units that are to be made.
    """
    outcomes = _Import(
        rows, council, starts_on, reader, choices, make, leave_out_faulty=leave_out_faulty
    ).run()
    if any(outcome.stops_all for outcome in outcomes):
        raise Refused(outcomes)
    return outcomes


class _Import:
    def __init__(
        self,
        rows: Iterable[MemberRow],
        council: Institution,
        starts_on: date | None,
        reader: Reader,
        choices: Mapping[int, str] | None = None,
        make: Collection[str] = (),
        *,
        leave_out_faulty: bool = False,
    ) -> None:
        self.rows, self.council, self.starts_on = list(rows), council, starts_on
        self.reader, self.choices = reader, choices or {}
        self.make, self.leave_out_faulty = make, leave_out_faulty
        self.posts = {plain(post.name): post for post in Post.objects.all()}
        self.parts = list(
            Institution.objects.filter(parent=council, kind__in=KINDS).prefetch_related("names")
        )
        self.missing = {
            unit.key: unit
            for row in reversed(self.rows)
            for kind, printed, _ in units_of(row)
            if (unit := Unit.printed(printed, kind)) and self._part_named(kind, printed) is None
        }
        self.people = {row.number: _Person(*_split(reader, row), row) for row in self.rows}
        self.known = {number: reader.known(person.name) for number, person in self.people.items()}
        self.officials = self._officials_on_file()

    def run(self) -> list[Outcome]:
        seen: dict[str, int] = {}
        taken: dict[int, int] = {}
        return [self._outcome(row, seen, taken) for row in self.rows]

    def _officials_on_file(self) -> dict[str, Official]:
        """Whoever any of the rows may be, by slug."""
        slugs = {slug for known, _ in self.known.values() for slug in known}
        officials: Any = Official.objects.filter(slug__in=slugs).with_positions().prefetch_related("names")
        return {official.slug: official for official in officials}

    # A row ---------------------------------------------------------------------------------------

    def _outcome(self, row: MemberRow, seen: dict[str, int], taken: dict[int, int]) -> Outcome:
        person = self.people[row.number]
        outcome = Outcome(
            row, Kind.NEW, full_name=_full_name(person), choice=self.choices.get(row.number, "")
        )
        slugs, is_sure = self.known[row.number]
        found = [self.officials[slug] for slug in slugs if slug in self.officials]
        outcome.candidates = [official for official in found if official.died_on is None]
        outcome.notes += [f"{official} yang tercatat sudah wafat." for official in found if official.died_on]
        if outcome.choice == LEFT_OUT:
            outcome.kind = Kind.LEFT_OUT
            return outcome
        keys = [Unit.printed(printed, kind).key for kind, printed, _ in units_of(row)]
        outcome.missing = [self.missing[key] for key in keys if key in self.missing]
        outcome.faults = row.faults()
        twin = seen.setdefault(plain(person.name), row.number)
        if twin != row.number and not outcome.faults:
            outcome.faults.append(f"Nama ini sudah ada di baris {twin}.")
        if not outcome.faults:
            self._match(outcome, is_sure, taken)
        if not outcome.faults and outcome.kind != Kind.DOUBTFUL:
            self._store(outcome, person)
        if outcome.faults:
            outcome.kind = Kind.LEFT_OUT if self.leave_out_faulty else Kind.FAULTY
        return outcome

    def _match(self, outcome: Outcome, is_sure: bool, taken: dict[int, int]) -> None:
        chosen = outcome.choice
        if chosen == AS_NEW or (not chosen and not outcome.candidates and not outcome.notes):
            outcome.choice = AS_NEW
            return
        if chosen:
            found = (one for one in outcome.candidates if str(one.pk) == chosen)
            outcome.official = next(found, None)
        elif is_sure and outcome.candidates:
            outcome.official = outcome.candidates[0]
        if outcome.official is None:
            outcome.kind, outcome.choice = Kind.DOUBTFUL, ""
            return
        twin = taken.setdefault(outcome.official.pk, outcome.row.number)
        if twin != outcome.row.number:
            outcome.faults.append(f"{outcome.official} sudah dipilih di baris {twin}.")
        outcome.kind = Kind.AGAIN
        outcome.choice = str(outcome.official.pk)

    def _store(self, outcome: Outcome, person: _Person) -> None:
        """Stores the row, or notes why it cannot be and leaves nothing of it."""
        is_new = outcome.official is None
        try:
            # A post made for one row serves the next, so it stays when the row does not.
            seats = self._seats(outcome)
            with transaction.atomic():
                self._store_official(outcome, person, seats)
        except ValidationError as error:
            outcome.faults += error.messages
        except IntegrityError:
            outcome.faults.append("Baru saja dicatat orang lain juga. Coba sekali lagi.")
        if outcome.faults:
            outcome.gains, outcome.before, outcome.made = [], {}, {}
            outcome.official = None if is_new else outcome.official
            self._unmake(outcome)
        elif not is_new and not outcome.gains:
            outcome.kind = Kind.SAME

    def _store_official(
        self, outcome: Outcome, person: _Person, seats: list[tuple[Post, Institution]]
    ) -> None:
        official = outcome.official
        since_version = official.version if official else 0
        if official is None:
            told = {key: person.told(key) for key in FILLED}
            official = outcome.official = Official(name=person.name, **told)
            _save(official)
            outcome.gains += [f"{label}: {told[key]}" for key, label in _labels() if told[key]]
        else:
            self._fill(outcome, official, person)
        for post, body in seats:
            self._take_seat(outcome, official, post, body)
        if outcome.gains:
            # A form of this person that was opened before would else take the new rows away again.
            _save(official)
            history.fold(official, since_version, REASON)

    def _fill(self, outcome: Outcome, official: Official, person: _Person) -> None:
        for key, label in _labels():
            stored, told = getattr(official, key), person.told(key)
            if told and not stored:
                outcome.before[key] = stored
                setattr(official, key, told)
                outcome.gains.append(f"{label}: {told}")
            elif _letters(told) != _letters(stored) and told:
                outcome.notes.append(f"{label} tetap “{stored}”; di berkas “{told}”.")
        names = {plain(official.name), *(plain(other.name) for other in official.names.all())}
        if plain(person.name) not in names:
            other = official.names.create(name=person.name)
            outcome.made.setdefault("names", []).append(other.pk)
            outcome.gains.append(f"ejaan lain: {other.name}")

    # What is held --------------------------------------------------------------------------------

    def _seats(self, outcome: Outcome) -> list[tuple[Post, Institution]]:
        """Posts and bodies that the row names; raises ValidationError for a post that nobody knows."""
        row = outcome.row
        posts = [self._post("" if post_within(row.post) else row.post, self.council)]
        if posts[0].name.endswith("Sementara"):
            # Who leads for some weeks is a member for the whole term.
            posts.append(self._post(MEMBER, self.council))
        seats = [(post, self.council) for post in posts]
        for kind, printed, post in units_of(row):
            body = self._part(outcome, kind, printed)
            if body is not None:
                seats.append((self._post(post, body), body))
        return seats

    def _part(self, outcome: Outcome, kind: Institution.Kind, printed: str) -> Institution | None:
        """The unit of that name; made for this row if that is asked for, else None and a note."""
        body = self._part_named(kind, printed)
        if body is not None:
            return body
        unit = self.missing[Unit.printed(printed, kind).key]
        if unit.key not in self.make:
            outcome.notes.append(
                f"{unit.name} belum tercatat di dewan ini, jadi jabatan di sana tidak dicatat."
            )
            return None
        body = Institution(name=unit.name, kind=kind, parent=self.council)
        _save(body)
        self.parts.append(body)
        outcome.units.append(body)
        return body

    def _part_named(self, kind: Institution.Kind, printed: str) -> Institution | None:
        return next((part for part in self.parts if part.kind == kind and is_named(part, printed)), None)

    def _unmake(self, outcome: Outcome) -> None:
        """Units that were made for a row which is not stored; the next row that names one makes it again."""
        for body in outcome.units:
            self.parts.remove(body)
            body.delete()
        outcome.units = []

    def _post(self, printed: str, body: Institution) -> Post:
        words = plain(printed)
        for ending in (plain(body.name), plain(body.short_name), "dprd", "dewan"):
            words = words.removesuffix(ending).strip() if ending else words
        words = words or plain(MEMBER)
        if words not in self.posts:
            words = _NUMBERED.sub("", words)
        if words not in self.posts:
            name = next((name for name in POSTS if plain(name) == words), None)
            if name is None:
                raise ValidationError(
                    f"Jabatan “{printed}” belum dikenal. Minta Administrator menambahkannya, atau perbaiki berkasnya."
                )
            is_single, rank = POSTS[name]
            self.posts[words] = Post.objects.create(name=name, is_single=is_single, rank=rank)
        return self.posts[words]

    def _take_seat(self, outcome: Outcome, official: Official, post: Post, body: Institution) -> None:
        starts_on = read_day(outcome.row.starts_on) or self.starts_on
        if starts_on is None:
            raise ValidationError("Tanggal mulainya tidak ada, di berkas maupun di halaman impor.")
        seat = Position(official=official, post=post, institution=body, starts_on=starts_on)
        held = official.positions.all() if outcome.kind == Kind.AGAIN else []
        for other in held:
            if (other.post_id, other.institution_id) == (post.pk, body.pk) and other.overlaps(seat):
                if _begins_alike(other, starts_on):
                    return
                raise ValidationError(
                    f"Masih tercatat sebagai {other.label}{f' {other.period}' if other.period else ''}. "
                    "Akhiri dahulu masa jabatan dewan yang lama, atau perbaiki tanggalnya."
                )
        seat._change_reason = REASON  # type: ignore[attr-defined]
        _save(seat)
        outcome.made.setdefault("positions", []).append(seat.pk)
        outcome.gains.append(seat.label)


def _split(reader: Reader, row: MemberRow) -> tuple[str, str, str]:
    """Titles in columns of their own go before those that stand beside the name."""
    front, name, back = reader.split(row.name)
    return row.front_title or front, name, row.back_title or back


def _full_name(person: _Person) -> str:
    return Official(name=person.name, front_title=person.front_title, back_title=person.back_title).full_name


def _labels() -> list[tuple[str, str]]:
    return [(key, str(Official._meta.get_field(key).verbose_name)) for key in FILLED]  # type: ignore[union-attr]


def _save(record: Any) -> None:
    record._change_reason = REASON
    record.full_clean(exclude=["slug"] if isinstance(record, Official | Institution) else None)
    record.save()


def _letters(text: str) -> str:
    """ "S.H., M.H." and "SH, MH" say the same."""
    return plain(text).replace(" ", "")


def _begins_alike(position: Position, day: date) -> bool:
    """Whether what is known of its start agrees with that day; an unknown start agrees with any."""
    start = position.starts_on
    if start is None:
        return True
    known = {"year": (start.year,), "month": (start.year, start.month)}
    wanted = known.get(position.starts_precision, (start.year, start.month, start.day))
    return wanted == (day.year, day.month, day.day)[: len(wanted)]
