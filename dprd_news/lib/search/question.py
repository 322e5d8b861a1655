"""A reader's words as a question to the index: groups of terms, each of which a document has to answer."""

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from dprd_news.lib.dictionary import DATA
from dprd_news.lib.search import words
from dprd_news.lib.search.words import Token

MOST_GROUPS = 8
_QUOTED = re.compile(r"[\"“”]([^\"“”]+)[\"“”]")

Phrase = tuple[str, ...]
# Phrases that mean the same, by their first term.
Synonyms = Mapping[str, list[tuple[Phrase, frozenset[Phrase]]]]


@dataclass(frozen=True)
class Group:
    """One thing asked for. It is answered by `own` terms (together, or side by side when `is_quoted`), by any of
    the phrases that mean the same, or by a link to one of `records`."""

    own: Phrase
    written: tuple[str, ...]
    others: frozenset[Phrase] = frozenset()
    records: tuple[str, ...] = ()
    is_quoted: bool = False

    @property
    def phrases(self) -> frozenset[Phrase]:
        return self.others | {self.own}


@dataclass(frozen=True)
class Question:
    """No groups: nothing was asked that can be looked for."""

    groups: tuple[Group, ...]
    # Terms of records that every answer is linked to: filters.
    required: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.groups)

    def without(self, place: int) -> "Question":
        return replace(self, groups=self.groups[:place] + self.groups[place + 1 :])


def read(text: str, synonyms: Synonyms) -> Question:
    """What is asked with these words. Stop words and, beside anything else, titles ask for nothing."""
    text = words.composed(text)
    groups: list[Group] = []
    last = 0
    for match in _QUOTED.finditer(text):
        groups += _plain(text[last : match.start()], synonyms)
        groups += _quoted(match[1])
        last = match.end()
    groups += _plain(text[last:], synonyms)
    telling = [group for group in groups if not set(group.written) <= words.titles()]
    # The same thing said twice asks no more than once.
    once = {group.own: group for group in telling or groups}
    return Question(tuple(once.values())[:MOST_GROUPS])


def _quoted(text: str) -> list[Group]:
    found = _tokens(text)
    own = tuple(words.term(token.word) for token in found)
    return [Group(own, tuple(token.word for token in found), is_quoted=True)] if own else []


def _plain(text: str, synonyms: Synonyms) -> list[Group]:
    found = _tokens(text)
    own = [words.term(token.word) for token in found]
    groups, place = [], 0
    while place < len(own):
        length, others = _longest(own, place, synonyms)
        end = place + length
        groups.append(Group(tuple(own[place:end]), tuple(one.word for one in found[place:end]), others))
        place = end
    return groups


def _longest(own: list[str], place: int, synonyms: Synonyms) -> tuple[int, frozenset[Phrase]]:
    """The longest phrase of the synonyms that begins here, with those that mean the same; else the one word."""
    here = [
        (phrase, others)
        for phrase, others in synonyms.get(own[place], [])
        if tuple(own[place : place + len(phrase)]) == phrase
    ]
    if not here:
        return 1, frozenset()
    phrase = max((phrase for phrase, _ in here), key=len)
    return len(phrase), frozenset().union(*(others for one, others in here if one == phrase))


def _tokens(text: str) -> list[Token]:
    left_out = words.stop_words()
    return [token for token in words.tokens(text) if token.word not in left_out]


@cache
def language_synonyms() -> tuple[tuple[str, ...], ...]:
    """Short and long forms that any council uses."""
    with (DATA / "synonyms.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(tuple(row["words"].split("|")) for row in csv.DictReader(lines))


def synonyms_of(lines: Iterable[Iterable[str]], together: Iterable[Phrase] = ()) -> Synonyms:
    """Lines of words and phrases that mean the same. A phrase in two lines has the others of both.

    `together` are phrases that only stand together: one thing is asked for with them.
    """
    found: dict[str, list[tuple[Phrase, frozenset[Phrase]]]] = {}
    for line in lines:
        phrases = {tuple(words.terms(phrase)) for phrase in line} - {()}
        for phrase in phrases if len(phrases) > 1 else ():
            found.setdefault(phrase[0], []).append((phrase, frozenset(phrases - {phrase})))
    for phrase in together:
        found.setdefault(phrase[0], []).append((phrase, frozenset()))
    return found
