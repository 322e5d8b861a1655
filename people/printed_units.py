"""A council's komisi and fraksi as lists print them: "1", "KOMISI I", "PKS", "FRAKSI PKS"."""

import re
from dataclasses import dataclass
from typing import Self

from people.member_lists import plain
from people.models import Institution

ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
PREFIXES = {Institution.Kind.COMMISSION: "Komisi", Institution.Kind.FACTION: "Fraksi"}
KINDS = tuple(PREFIXES)


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
