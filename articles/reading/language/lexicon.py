"""What is fixed about the language of releases, as data: word lists, short names, house spelling."""

import csv
import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from dprd_news.lib.dictionary import RARE, dictionary
from dprd_news.lib.indonesian import MONTHS

DATA = Path(__file__).parents[1] / "data"
# A release is a few thousand characters; beyond this the recognisers stop and only the text is kept whole.
READ_CHARS = 40_000
# Where each thing named is compared with each, a text with more of them is no release; thousands would take minutes.
MOST_COMPARED = 500
# A release has some hundred different words, and each is asked about many times.
WORDS_KEPT = 8_192


APOSTROPHES = "’‘`´ʼ"
# How the first numbers are spelt, by their place.
ONES = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
# For patterns that ignore case.
WEEKDAY = rf"senin|selasa|rabu|kamis|jum['{APOSTROPHES}]?at|sabtu|minggu|ahad"
MONTH = "|".join(month.lower() for month in MONTHS)


# How somebody is called by their party.
PARTY_MEMBER = r"(?:[Pp]oliti(?:si|kus)|[Kk]ader)(?: (?:muda|senior|perempuan))?(?: dari| asal)?"


class Agency(NamedTuple):
    name: str
    kind: str


@cache
def agencies() -> dict[str, Agency]:
    """Regional agencies by short name, folded; the region's name is added by whoever reads."""
    return {fold(row["short_name"]): Agency(row["name"], row["kind"]) for row in _rows("agencies.csv")}


@cache
def national_bodies() -> dict[str, Agency]:
    """Bodies of the whole country, universities too, by short name as written: capitals tell BPK from a word."""
    schools = {row["short_name"]: Agency(row["name"], "school") for row in _rows("universities.csv")}
    return schools | {row["short_name"]: Agency(row["name"], row["kind"]) for row in _rows("national.csv")}


class HouseRule(NamedTuple):
    """A spelling that this house avoids; `wrong` is folded, `reason` is a sentence for the editor."""

    wrong: str
    right: str
    reason: str


@cache
def house_rules() -> tuple[HouseRule, ...]:
    return tuple(HouseRule(row["wrong"], row["right"], row["reason"]) for row in _rows("house_spelling.csv"))


@cache
def common_slips() -> dict[str, HouseRule]:
    """Slips that are common, or that lie nearer to another word than to the right one, by the wrong word."""
    return {row["wrong"]: HouseRule(row["wrong"], row["right"], "") for row in _rows("slips.csv")}


@cache
def parties() -> dict[str, str]:
    """Parties' full names by short name as written."""
    return {row["short_name"]: row["name"] for row in _rows("parties.csv")}


@cache
def vertical_bodies() -> dict[str, Agency]:
    """Local offices of national bodies and branches of associations, named with the place they serve, by short name
    as written."""
    return {row["short_name"]: Agency(row["name"], row["kind"]) for row in _rows("vertical.csv")}


@cache
def agency_words() -> frozenset[str]:
    """Words that stand in names of agencies and never in a person's."""
    return word_set("agency_words.txt")


@cache
def word_set(name: str) -> frozenset[str]:
    """The words of one data file, one a line, as written; a line of several is one."""
    return frozenset(lines_of(name))


@cache
def lines_of(name: str) -> tuple[str, ...]:
    """The lines of one data file, as written."""
    return tuple((DATA / name).read_text(encoding="utf-8").splitlines())


def any_of(words: Iterable[str]) -> str:
    """The alternatives of a pattern, the longest first: none is cut short by one that it begins with."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


HONORIFICS = any_of(lines_of("honorifics.txt"))
# What is written with a full stop that ends no sentence: titles, "Kab.", "Jl.".
ABBREVIATIONS = lines_of("abbreviations.txt")
# That full stop, within a pattern; of each length apart, as looking behind asks for.
ABBREVIATING_STOP = "|".join(
    rf"(?<=\b(?:{any_of(words)}))\." for _, words in groupby(sorted(ABBREVIATIONS, key=len), key=len)
)


def rank_of(word: str) -> int:
    """How common a word is; RARE for one that is first of all somebody's name, though it means something too."""
    return RARE if word in word_set("given_names.txt") else dictionary().get(word, RARE)


@lru_cache(maxsize=WORDS_KEPT)
def is_everyday(word: str) -> bool:
    """True for a word of the language that is nobody's name."""
    return rank_of(fold(word)) < RARE


@cache
def region_short_names() -> tuple[tuple[str, str], ...]:
    return tuple((row["short_name"], row["code"]) for row in _rows("region_short_names.csv"))


@cache
def regency_seats() -> dict[str, str]:
    """Towns that regencies are led from, folded, with the region's code; without those that bear its name or that of
    another region, and words that mean something else as well."""
    return {fold(row["seat"]): row["code"] for row in _rows("regency_seats.csv")}


def fold(text: str) -> str:
    """Lower case, of the same length, with one kind of apostrophe: offsets stay true."""
    lower = text.lower()
    if lower.isascii():
        return lower.replace("`", "'")
    if len(lower) != len(text):
        lower = "".join(low if len(low := character.lower()) == 1 else character for character in text)
    for apostrophe in APOSTROPHES:
        # Many times quicker than one translate().
        lower = lower.replace(apostrophe, "'")
    return lower


def of_folded(pattern: str) -> re.Pattern[str]:
    """Compiled for folded text, where it need not ignore case: three times as quick as re.I over many words. `pattern`
    tells no capitals apart and has no group with a name."""
    return re.compile(re.sub(r"(?<!\\)[A-Z]", lambda letter: letter[0].lower(), pattern))


def is_whole_word(text: str, start: int, end: int) -> bool:
    """True when no letter or digit touches the span."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() or after.isalnum())


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
