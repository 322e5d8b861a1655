"""What the reader is told about the world: plain rows, handed in by whoever has the database."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

Level = Literal["province", "regency", "city"]
POINT = r"(?:Barat|Timur|Utara|Selatan|Tengah|Tenggara|Raya)\b"


@dataclass(frozen=True)
class HeldPost:
    """One post of one official. `institution` is the whole body's canonical name, `unit` the komisi or
    badan inside it, "" for none. No `starts_on` means since ever, no `ends_on` means until now."""

    post: str
    institution: str
    unit: str = ""
    starts_on: date | None = None
    ends_on: date | None = None

    def covers(self, day: date) -> bool:
        return (self.starts_on or date.min) <= day <= (self.ends_on or date.max)


@dataclass(frozen=True)
class KnownOfficial:
    slug: str
    name: str
    nickname: str = ""
    other_names: tuple[str, ...] = ()
    held: tuple[HeldPost, ...] = ()


@dataclass(frozen=True)
class KnownInstitution:
    slug: str
    name: str
    short_name: str = ""
    kind: str = "other"
    region_code: str | None = None
    other_names: tuple[str, ...] = ()
    parent_slug: str | None = None


@dataclass(frozen=True)
class KnownRegion:
    """`name` carries the level word ("Kota X"), `proper_name` does not. `council_name` is what the council
    is called in place of DPRD; "" or "DPRD" for a plain one."""

    code: str
    level: Level
    name: str
    proper_name: str
    has_council: bool = True
    council_name: str = ""

    @property
    def government(self) -> str:
        return f"Pemerintah {self.name}"

    def is_named_in(self, text: str) -> bool:
        """True where its proper name stands by itself: "X Timur" is not the region X whose name it begins with."""
        return re.search(rf"\b{re.escape(self.proper_name)}\b(?! {POINT})", text, re.I) is not None

    @property
    def council(self) -> str:
        """Canonical name of the council: DPRD Kota X, DPRK Kota X, or one of its own such as DPRA."""
        if self.council_name in ("", "DPRD"):
            return f"DPRD {self.name}"
        # DPRA says Aceh by itself; DPRP serves several provinces of Papua.
        says_where = self.council_name[-1] == self.proper_name[:1] and " " not in self.proper_name
        if " " in self.council_name or (self.level == "province" and says_where):
            return self.council_name
        return f"{self.council_name} {self.name}"


@dataclass(frozen=True)
class KnownTopic:
    slug: str
    name: str
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True)
class KnownVisit:
    """`hosts` and `guests` are canonical names of whole bodies. No `ends_on`: one day."""

    slug: str
    hosts: tuple[str, ...]
    guests: tuple[str, ...]
    starts_on: date | None = None
    place: str = ""
    ends_on: date | None = None

    def covers(self, day: date) -> bool:
        return self.starts_on is not None and self.starts_on <= day <= (self.ends_on or self.starts_on)


@dataclass(frozen=True)
class Tables:
    """Everything known when a release is read. `own` is the canonical name of the site's own body;
    `words` are known to the site beyond the dictionary that comes with the reader."""

    own: str = ""
    officials: tuple[KnownOfficial, ...] = ()
    institutions: tuple[KnownInstitution, ...] = ()
    regions: tuple[KnownRegion, ...] = ()
    topics: tuple[KnownTopic, ...] = ()
    visits: tuple[KnownVisit, ...] = ()
    words: frozenset[str] = field(default_factory=frozenset)

    def region_of(self, code: str | None) -> KnownRegion | None:
        return self._regions_by_code.get(code) if code else None

    @cached_property
    def _regions_by_code(self) -> dict[str, KnownRegion]:
        return {region.code: region for region in self.regions}

    def names_of(self, institution: KnownInstitution) -> Iterable[str]:
        """Canonical, short and other names, empty ones left out."""
        return filter(None, (institution.name, institution.short_name, *institution.other_names))
