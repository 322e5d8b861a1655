"""The tables made quick to look up; built once and reused for every release."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import replace
from typing import NamedTuple, TypeVar

import ahocorasick

from dprd_news.lib.dictionary import dictionary

from .language.lexicon import fold, is_whole_word, region_short_names
from .tables import KnownInstitution, KnownOfficial, KnownRegion, Tables

UNIT_KINDS = frozenset({"commission", "standing_body", "special_committee", "faction"})


REGION_GLOSS = re.compile(
    r"\b(Kota|Kabupaten|Provinsi) ([A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2}) ?\(([A-Z][A-Za-z]{2,12})\)"
)
LEVEL = re.compile(r"^(?:kota|kabupaten|kab\.?|provinsi|prov\.?) ")

Key = TypeVar("Key")
Value = TypeVar("Value")


class Hit(NamedTuple):
    start: int
    end: int
    name: str


class Index:
    """Lookups over `tables`. Names are folded (see lexicon.fold)."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.regions = _regions_by_name(tables)
        self._names_by_code = _names_by_code(self.regions)
        self.proper_names = tuple((fold(region.proper_name), region) for region in tables.regions)
        self._proper_names = automaton_of(name for name, _ in self.proper_names)
        self.names_of_level = {
            level: [fold(region.proper_name) for region in tables.regions if region.level == level]
            for level in ("province", "regency", "city")
        }
        self.by_slug = {institution.slug: institution for institution in tables.institutions}
        whole = [one for one in tables.institutions if not _is_bagian(one, self.by_slug)]
        self.bodies = _by_name(tables, (one for one in whole if one.kind not in UNIT_KINDS))
        self.parts = _by_name(tables, (one for one in whole if one.kind in UNIT_KINDS))
        self._bodies = automaton_of(name for name in self.bodies if len(name) > 2)
        self._parts = automaton_of(name for name in self.parts if len(name) > 3)
        self.people = _people_by_name(tables)
        self.names_by_word = _names_by_word(tables)
        self.people_alike = _people_alike(self.people)
        self.own = next(
            (body for body in self.bodies.get(fold(tables.own), []) if body.name == tables.own), None
        )
        self.own_region = self._own_region()
        self.councils_of_one_word = _councils_of_one_word(tables)
        self.own_words = _own_words(tables)
        dictionary()

    def bodies_in(self, folded: str) -> Iterator[Hit]:
        """Known bodies' names in a folded text, longest at each place, whole words only."""
        return hits_in(self._bodies, folded)

    def proper_names_in(self, folded: str) -> set[str]:
        """Regions' proper names that a folded text holds anywhere, within other words too."""
        return {name for _, name in self._proper_names.iter(folded)} if self._proper_names else set()

    def parts_in(self, folded: str) -> Iterator[Hit]:
        """Names of komisi, badan and fraksi on file, whosesoever."""
        return hits_in(self._parts, folded)

    def body_named(self, name: str) -> list[KnownInstitution]:
        """Bodies that bear this canonical name, else those it is another name of."""
        found = self.bodies.get(fold(name), [])
        return [body for body in found if fold(body.name) == fold(name)] or found

    def is_place(self, name: str) -> bool:
        """True for a region's name with or without its level word."""
        plain = LEVEL.sub("", fold(name))
        return plain in self.regions

    def names_of_region(self, region: KnownRegion) -> list[str]:
        """Its proper and short names that are long enough to be found inside another word."""
        return self._names_by_code.get(region.code, [])

    def for_release(self, place: str, text: str) -> "Index":
        """This index as it serves a release from `place`, "" for nowhere known: with the short names that the text
        itself gives regions, "Kabupaten X (Y)". "DPRD", "Komisi II" or "Wali Kota" alone are that place's where the
        text never speaks of the site's own region, and nobody's where the place's name fits several regions."""
        glossed = {
            fold(match[3]): [region]
            for match in REGION_GLOSS.finditer(text)
            for region in self.regions.get(fold(match[2]), ())
            if region.name.startswith(match[1]) and fold(match[3]) not in self.regions
        }
        there = self._seen_from(place, text)
        if glossed:
            there = copy(there)
            there.regions = self.regions | glossed
        return there

    def _seen_from(self, place: str, text: str) -> "Index":
        regions = self.regions.get(LEVEL.sub("", fold(place)), [])
        own = self.own_region
        if not regions or own is None or own in regions or own.is_named_in(text):
            return self
        there = copy(self)
        there.own_region = regions[0] if len(regions) == 1 else None
        there.tables = replace(self.tables, own=there.own_region.council if there.own_region else "")
        return there

    def _own_region(self) -> KnownRegion | None:
        if self.own and self.own.region_code:
            return self.tables.region_of(self.own.region_code)
        return next((region for region in self.tables.regions if region.council == self.tables.own), None)


def near_marks(name: str) -> tuple[str, str]:
    """What a name and one that is a slip of it have in common, one or the other: its first letter and its last word."""
    return name[:1], name.rpartition(" ")[2]


def bare(name: str) -> str:
    """A person's name as a key: folded, without dots and apostrophes."""
    return " ".join(fold(name).replace(".", " ").replace("'", "").split())


def _by_key(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, list[Value]]:
    """Under each key its values, in order."""
    found: dict[Key, list[Value]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


def _regions_by_name(tables: Tables) -> dict[str, list[KnownRegion]]:
    found: dict[str, list[KnownRegion]] = defaultdict(list)
    codes = {region.code: region for region in tables.regions}
    for region in tables.regions:
        found[fold(region.proper_name)].append(region)
        if " " in region.proper_name:
            found[fold(region.proper_name).replace(" ", "")].append(region)
    for region in tables.regions:
        islands = fold(region.proper_name).removeprefix("kepulauan ")
        if islands not in found:
            found[islands].append(region)
    for short_name, code in region_short_names():
        if code in codes and codes[code] not in found[fold(short_name)]:
            found[fold(short_name)].append(codes[code])
    return {name: regions for name, regions in found.items() if regions}


def _names_by_code(regions: dict[str, list[KnownRegion]]) -> dict[str, list[str]]:
    """By a region's code its names that are long enough to be found inside another word."""
    return _by_key((one.code, name) for name, ones in regions.items() if len(name) > 3 for one in ones)


def _is_bagian(institution: KnownInstitution, by_slug: dict[str, KnownInstitution]) -> bool:
    """True for a bagian, which is no body of its own, and none that a council works through."""
    above = by_slug.get(institution.parent_slug or "")
    if above is None:
        return False
    return institution.kind == above.kind == "secretariat" or institution.name.startswith("Bagian ")


def _by_name(tables: Tables, institutions: Iterable[KnownInstitution]) -> dict[str, list[KnownInstitution]]:
    """By each of their names, folded."""
    return _by_key(
        (name, institution)
        for institution in institutions
        for name in dict.fromkeys(map(fold, tables.names_of(institution)))
    )


def _people_by_name(tables: Tables) -> dict[str, list[KnownOfficial]]:
    """By each of their names, bare."""
    return _by_key(
        (name, official)
        for official in tables.officials
        for name in dict.fromkeys(map(bare, (official.name, *official.other_names)))
    )


def _names_by_word(tables: Tables) -> dict[str, list[str]]:
    """By each word the bare names of people that hold it, other names than their first left out."""
    names = dict.fromkeys(bare(official.name) for official in tables.officials)
    return _by_key((word, name) for name in names for word in dict.fromkeys(name.split()))


def _people_alike(names: Iterable[str]) -> dict[tuple[int, str], list[str]]:
    """By their length and each of their marks: near names are looked for only among those of about the same length
    with the same first letter or last word."""
    return _by_key(((len(name), mark), name) for name in names for mark in near_marks(name))


def _councils_of_one_word(tables: Tables) -> dict[str, KnownRegion]:
    """By a council's name that says by itself where it is, "DPRA", its region."""
    return {
        region.council: region
        for region in tables.regions
        if region.council_name and " " not in region.council
    }


def _own_words(tables: Tables) -> frozenset[str]:
    """No slips: words of the house and of what regions are called."""
    places = " ".join(fold(region.proper_name) for region in tables.regions)
    return frozenset(fold(word) for word in tables.words) | frozenset(places.split())


def automaton_of(names: Iterable[str]) -> "ahocorasick.Automaton | None":
    """What finds all these names in one pass over a text; None for no names."""
    automaton = ahocorasick.Automaton()
    for name in names:
        automaton.add_word(name, name)
    if not len(automaton):
        return None
    automaton.make_automaton()
    return automaton


def hits_in(automaton: "ahocorasick.Automaton | None", folded: str) -> Iterator[Hit]:
    """The names in a folded text, longest at each place, whole words only."""
    if automaton is None:
        return
    found = [
        Hit(last - len(name) + 1, last + 1, name)
        for last, name in automaton.iter(folded)
        if is_whole_word(folded, last - len(name) + 1, last + 1)
    ]
    end = -1
    for hit in sorted(found, key=lambda hit: (hit.start, -hit.end)):
        if hit.start >= end:
            yield hit
            end = hit.end
