"""Planned visits that a release may tell of, and what of each agrees with it."""

import re
from dataclasses import dataclass
from datetime import date

from ..language.lexicon import fold
from ..tables import KnownVisit

# What rooms and buildings anywhere are called, and the levels of regions: they tell no place from another.
ANY_PLACE = frozenset(
    [
        "di",
        "dan",
        "jalan",
        "jl",
        "lantai",
        "lt",
        "gedung",
        "kantor",
        "ruang",
        "ruangan",
        "aula",
        "balai",
        "rapat",
        "sidang",
        "pertemuan",
        "utama",
        "kota",
        "kabupaten",
        "kab",
        "provinsi",
        "prov",
    ]
)
SAME_WORDS = {"dewan": "dprd"}


@dataclass(frozen=True)
class Told:
    """What a release tells of its visit that a plan can say too."""

    guests: tuple[str, ...]
    hosts: tuple[str, ...]
    day: date | None = None
    place: str = ""


@dataclass(frozen=True)
class Agreement:
    """The parties that plan and release share, and whether day and place are the same: None where one of the two
    names none."""

    guests: tuple[str, ...]
    hosts: tuple[str, ...]
    is_same_day: bool | None
    is_same_place: bool | None

    @property
    def may_be(self) -> bool:
        """Whether the plan may be this visit: a guest and a host in common, and no other day."""
        return bool(self.guests and self.hosts) and self.is_same_day is not False

    @property
    def fits(self) -> bool:
        """Whether the plan is this visit: planned for its day, and for no other place."""
        return self.may_be and self.is_same_day is True and self.is_same_place is not False


def agreement(plan: KnownVisit, told: Told) -> Agreement:
    guests = tuple(name for name in told.guests if name in plan.guests)
    hosts = tuple(name for name in told.hosts if name in plan.hosts)
    return Agreement(
        guests=guests,
        hosts=hosts,
        is_same_day=plan.covers(told.day) if plan.starts_on and told.day else None,
        is_same_place=_is_same_place(plan.place, told.place) if guests and hosts else None,
    )


def _is_same_place(planned: str, told: str) -> bool | None:
    """Whether all that one of them says of the place the other says too: "Gedung DPRD" and "Ruang Banmus, Gedung DPRD
    Kota X". None where one says nothing in particular."""
    one, other = _particulars(planned), _particulars(told)
    if not one or not other:
        return None
    return one <= other or other <= one


def _particulars(place: str) -> set[str]:
    words = (SAME_WORDS.get(word, word) for word in re.findall(r"\w+", fold(place)))
    return {word for word in words if word not in ANY_PLACE}
