"""A reader's words as a question to the index: groups of terms, each of which a document has to answer."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import combinations

from dprd_news.lib.dictionary import DATA
from dprd_news.lib.search import days, words
from dprd_news.lib.search.words import Token

MOST_GROUPS, MOST_PARTS = 8, 12
_QUOTED = re.compile(r"[\"“”]([^\"“”]+)[\"“”]")

Phrase = tuple[str, ...]
# Phrases that mean the same, by their first term.
Synonyms = Mapping[str, list[tuple[Phrase, frozenset[Phrase]]]]


@dataclass(frozen=True)
class Group:
    """One thing asked for. It is answered by `own` terms (together, or side by side when `is_quoted`), by any of
    the phrases that mean the same, or by a link to one of `records`; a day, a month or a year also by what happened
    then, whose term `when` is."""

    own: Phrase
    written: tuple[str, ...]
    others: frozenset[Phrase] = frozenset()
    records: tuple[str, ...] = ()
    is_quoted: bool = False
    when: str = ""

    @property
    def is_bare(self) -> bool:
        """A number or a time: it narrows what else is asked, and asks for nothing by itself."""
        return bool(self.when) or all(term[0] == "n" and term[1:].isdigit() for term in self.own)

    def is_said_by(self, terms: set[str]) -> bool:
        return any(terms.issuperset(phrase) for phrase in self.phrases)

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

    @cached_property
    def sought(self) -> frozenset[str]:
        """Every term that answers a part of it."""
        return frozenset(term for group in self.groups for phrase in group.phrases for term in phrase)

    def fit(self, name: str, posts: Iterable[str]) -> float:
        """How well somebody of that name who holds these posts answers, 0 where it takes more than one of them.

        Half of what a post is made of at most: "ketua komisi ii" is rather the chair than the deputy chair. And
        one more where the name is asked for beside the post.
        """
        called = set(name.split())
        of_post = [group for group in self.groups if not group.is_said_by(called)]
        is_named = len(of_post) < len(self.groups)
        shares = [
            sum(len(group.own) for group in of_post) / len(said)
            for said in (set(post.split()) for post in posts)
            if said and all(group.is_said_by(said) for group in of_post)
        ]
        return is_named + min(1, max(shares)) / 2 if shares else 0

    def in_part(self) -> Iterator[list["Question"]]:
        """Ways to ask for less, one after another: all groups but one or a word of it, then any two of them."""
        count = len(self.groups)
        for fewer in dict.fromkeys([count - 1, 2][: count - 1]):
            ways: list[tuple[Group, ...]] = []
            for kept in combinations(self.groups, fewer):
                ways.append(kept)
                left = [group for group in self.groups if group not in kept and len(group.own) > 1]
                if fewer == count - 1 and left and not left[0].is_quoted:
                    ways += [(*kept, Group((term,), (term,))) for term in left[0].own]
            # That a number or a year is there says nothing about the rest of the question.
            telling = [kept for kept in ways if not all(group.is_bare for group in kept)]
            yield [replace(self, groups=kept) for kept in telling[:MOST_PARTS]]


def read(text: str, synonyms: Synonyms) -> Question:
    """What is asked with these words. Stop words ask for nothing; nor do titles and mere asking beside anything else."""
    text = words.composed(text)
    groups: list[Group] = []
    last = 0
    for match in _QUOTED.finditer(text):
        groups += _plain(text[last : match.start()], synonyms)
        groups += _quoted(match[1])
        last = match.end()
    groups += _plain(text[last:], synonyms)
    idle = words.titles() | words.asking()
    telling = [group for group in groups if group.is_quoted or not idle.issuperset(group.written)]
    # The same thing said twice asks no more than once.
    once = {group.own: group for group in telling or groups}
    return Question(tuple(once.values())[:MOST_GROUPS])


def _quoted(text: str) -> list[Group]:
    found = _tokens(text)
    own = tuple(words.term(token.word) for token in found)
    return [Group(own, tuple(token.word for token in found), is_quoted=True)] if own else []


def _plain(text: str, synonyms: Synonyms) -> list[Group]:
    written = [token.word for token in _tokens(text)]
    own = [words.term(word) for word in written]
    groups, place = [], 0
    while place < len(own):
        length, when = days.said(written[place:])
        others: frozenset[Phrase] = frozenset()
        if not length:
            length, others = _longest(own, place, synonyms)
        end = place + length
        groups.append(Group(tuple(own[place:end]), tuple(written[place:end]), others, when=when))
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


@cache
def language_phrases() -> Mapping[str, list[Phrase]]:
    """Those of several terms, by their first one. Documents carry each as one term: nobody has to look side by side."""
    found: dict[str, list[Phrase]] = {}
    written = (phrase for line in language_synonyms() for phrase in line)
    for phrase in sorted({tuple(words.terms(phrase)) for phrase in written}):
        if len(phrase) > 1:
            found.setdefault(phrase[0], []).append(phrase)
    return found


def phrases_in(terms: list[str]) -> list[str]:
    """The terms of the language's phrases that stand in these, each once."""
    known = language_phrases()
    found = (
        words.phrase_term(phrase)
        for place, term in enumerate(terms)
        for phrase in known.get(term, ())
        if tuple(terms[place : place + len(phrase)]) == phrase
    )
    return list(dict.fromkeys(found))


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
