"""A council's komisi and fraksi as lists print them: "1", "KOMISI I", "PKS", "FRAKSI PKS"."""

import re
from dataclasses import dataclass
from typing import Self

from dprd_news.lib.indonesian import ROMAN
from people.member_lists import MemberRow, plain
from people.models import Institution

PREFIXES = {Institution.Kind.COMMISSION: "Komisi", Institution.Kind.FACTION: "Fraksi"}
KINDS = tuple(PREFIXES)


_POST = r"(?P<post>(?:wakil )?(?:ketua|sekretaris|bendahara)|anggota|koordinator|pen[ae]sih?at)"
# "Ketua Komisi III"; "III (Ketua)", "Komisi III - Ketua"
_POST_FIRST = re.compile(rf"{_POST} (?P<unit>(?:komisi|fraksi)\b.+)", re.IGNORECASE)
_POST_LAST = re.compile(rf"(?P<unit>.+?)\s*[(,/–-]\s*{_POST}\s*\)?", re.IGNORECASE)


def units_of(row: MemberRow) -> list[tuple[Institution.Kind, str, str]]:
    """Kind, printed name and post of each unit that the row names, in a column of its own or with the post."""
    told = [
        (Institution.Kind.COMMISSION, row.commission, row.commission_post),
        (Institution.Kind.FACTION, row.faction, row.faction_post),
    ]
    if within := post_within(row.post):
        post, unit = within
        kind = next(kind for kind, prefix in PREFIXES.items() if plain(unit).startswith(plain(prefix)))
        told.insert(0, (kind, unit, post))
    found: dict[str, tuple[Institution.Kind, str, str]] = {}
    for kind, printed, post in told:
        match = _POST_FIRST.fullmatch(printed) or _POST_LAST.fullmatch(printed)
        unit, its_post = (match["unit"], match["post"]) if match else (printed, "")
        if unit:
            found.setdefault(Unit.printed(unit, kind).key, (kind, unit, post or its_post))
    return list(found.values())


def post_within(printed: str) -> tuple[str, str] | None:
    """ "Ketua Komisi III" as "Ketua" and "Komisi III"; None where no unit is named with the post."""
    match = _POST_FIRST.fullmatch(printed)
    return (match["post"], match["unit"]) if match else None


@dataclass(frozen=True)
class Unit:
    """A komisi or fraksi that a list names."""

    kind: Institution.Kind
    name: str

    @classmethod
    def printed(cls, printed: str, kind: Institution.Kind) -> Self:
        """ "FRAKSI PDI PERJUANGAN" as "Fraksi PDI Perjuangan", "2" as "Komisi II"."""
        if kind == Institution.Kind.COMMISSION:
            return cls(kind, f"{PREFIXES[kind]} {_bare(printed, kind).upper()}")
        words = re.sub(rf"^{PREFIXES[kind]}\b", "", printed, flags=re.IGNORECASE).split()
        if not any(letter.islower() for letter in printed):
            # Short words are abbreviations: PKS, PAN.
            words = [word if len(word) <= 3 else word.capitalize() for word in words]
        return cls(kind, " ".join([PREFIXES[kind], *words]))

    @property
    def key(self) -> str:
        return f"{self.kind.value}-{plain(self.name)}"


def is_named(part: Institution, printed: str) -> bool:
    """ "1", "I" and "KOMISI I" name Komisi I; "PKS" names Fraksi PKS, or the one with that other name."""
    names = [part.name, part.short_name, *(other.name for other in part.names.all())]
    wanted = _bare(printed, part.kind)
    return wanted in {_bare(name, part.kind) for name in names if name}


def _bare(name: str, kind: str) -> str:
    words = plain(name).removeprefix(plain(PREFIXES[Institution.Kind(kind)])).split()
    if kind == Institution.Kind.COMMISSION:
        words = words[:1]
        if words and words[0].isdecimal() and int(words[0]) < len(ROMAN):
            words = [ROMAN[int(words[0])]]
    return " ".join(words)
