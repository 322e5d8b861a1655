"""Regions named in a text: Kota, Kabupaten and Provinsi never confused, the level word may be missing."""

import re
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from .index import Index
from .language.lexicon import fold, is_everyday, word_set
from .tables import KnownRegion, Level

# Also with a letter left out or wrong: "Kabupten", "Propinsi".
LEVEL_WORD = re.compile(
    r"(Pro[vp]i?n?si|Prov\.?|Kota\.?|Kt\.|K[ae]b[ua]{0,2}p[ae]?t[ea]?n|Kab\.?|Kb\.?)(?: Administrasi| Adm\.)?(?: |(?<=\.)(?=[A-Z]))",
    re.I,
)
LEVELS: dict[str, Level] = {"p": "province", "k": "regency"}
LEVEL_NAMES = {"province": "Provinsi", "regency": "Kabupaten", "city": "Kota"}
# "Kabupaten Mekar barat": a quarter of heaven in small letters too.
WORDS = re.compile(
    r"[A-Z][\w.'’-]*(?: (?:(?:dan )?[A-Z][\w.'’-]*|(?:barat|timur|utara|selatan|tengah|tenggara)\b)){0,3}"
)
SMALL = re.compile(r"[a-z]{4,}(?![\w-])")
# A shorter name may be a letter away from another region's by chance.
SLIP_CHARS = 6


@dataclass(frozen=True)
class Place:
    """A region as printed. One region when it is certain, several when the name alone fits more than one."""

    end: int
    name: str
    regions: tuple[KnownRegion, ...]
    # True where the printed name is a letter away from the region's.
    slipped: bool = False

    @property
    def region(self) -> KnownRegion | None:
        return self.regions[0] if len(self.regions) == 1 else None


def place_at(index: Index, text: str, position: int, level: Level | None = None) -> Place | None:
    """The region named at this position; `level` is what the words before it say (Pemkot: city)."""
    word = LEVEL_WORD.match(text, position)
    printed: Level | None = None
    if word:
        printed = "city" if fold(word[1]) in ("kota", "kota.", "kt.") else LEVELS[fold(word[1])[0]]
        position = word.end()
    words = WORDS.match(text, position)
    if printed and not words and (small := SMALL.match(text, position)):
        # "Kota mekarsari": only a region's very name.
        known = _of_level(index.regions.get(small[0], []), printed)
        return Place(small.end(), known[0].name, tuple(known)) if len(known) == 1 else None
    if not words:
        return None
    for size in range(words[0].count(" ") + 1, 0, -1):
        name = " ".join(words[0].split(" ")[:size]).rstrip(".,'’-")
        regions = index.regions.get(fold(name)) or index.regions.get(fold(name).replace(" ", ""))
        chosen = _of_level(regions or [], printed or level)
        if chosen:
            return Place(position + len(name), chosen[0].name if len(chosen) == 1 else name, tuple(chosen))
    if not printed:
        return None
    return (
        _slipped(index, words[0], position, printed)
        if index.regions
        else _unknown(words[0], position, printed)
    )


def place_named(index: Index, text: str, position: int, level: Level | None = None) -> Place | None:
    """As `place_at`, for what stands behind a body's kind: a name behind its level word that no region on file bears
    is that of one not on file, and never the site's own: "DPRD Kabupaten X"."""
    place = place_at(index, text, position, level)
    word = LEVEL_WORD.match(text, position)
    if place or not word or fold(word[1]).endswith("."):
        return place
    words = WORDS.match(text, word.end())
    printed: Level = "city" if fold(word[1]) == "kota" else LEVELS[fold(word[1])[0]]
    first = words[0].split(" ")[0] if words else ""
    is_name = printed == "province" or fold(first) in word_set("given_names.txt")
    if not words or is_everyday(first) or is_name or _near(index, first, printed):
        # "DPRD Kota Terima Tamu", in the capitals of a headline; "Ketua DPRD Provinsi Dewi Lestari", as every province
        # is on file; a slip that fits two regions.
        return None
    return _unknown(words[0], word.end(), printed)


def slipped_at(index: Index, text: str, position: int, level: Level) -> Place | None:
    """The region of this level whose name of two words or more is printed here with a letter wrong."""
    words = WORDS.match(text, position)
    place = _slipped(index, words[0], position, level) if words else None
    return place if place and " " in text[position : place.end] else None


def _of_level(regions: list[KnownRegion], level: Level | None) -> list[KnownRegion]:
    return [region for region in regions if region.level == level] if level else regions


def _slipped(index: Index, words: str, position: int, level: Level) -> Place | None:
    """The one region of this level whose name differs by a letter: "Kota Tirtassari" for Tirtasari."""
    for size in range(words.count(" ") + 1, 0, -1):
        name = " ".join(words.split(" ")[:size]).rstrip(".,'’-")
        if len(name) < SLIP_CHARS:
            continue
        near = _near(index, name, level)
        if len(near) == 1:
            region = _of_level(index.regions[near[0]], level)[0]
            return Place(position + len(name), region.name, (region,), slipped=True)
    return None


def _near(index: Index, name: str, level: Level) -> list[str]:
    """Names of this level's regions a letter away, two at most."""
    near = process.extract(
        fold(name),
        index.names_of_level[level],
        scorer=DamerauLevenshtein.distance,
        score_cutoff=1,
        limit=2,
    )
    return [found[0] for found in near]


def _unknown(words: str, position: int, level: Level) -> Place:
    """What no table knows: the level word and one proper name must do."""
    name = words.split(" ")[0].rstrip(".,'’-")
    return Place(position + len(name), f"{LEVEL_NAMES[level]} {name}", ())
