"""Spellings that the house avoids, though dictionaries may know them, and slips that are words of their own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from dprd_news.lib.dictionary import dictionary

from ..language.lexicon import APOSTROPHES, HouseRule, common_slips, fold, house_rules
from ..language.passages import Span

# One of the apostrophes counts as a letter elsewhere; here it only parts them.
LETTERS = rf"[^\W\d_{APOSTROPHES}]+"
TOKEN = re.compile(rf"(?<![\w@#/.-]){LETTERS}(?:['{APOSTROPHES}-]{LETTERS})*(?![\w@/]|-\w|\.\w)")
# With what a root is formed; a word that the rule writes apart takes only few of them.
BEFORE = (
    "", "ber", "di", "ke", "me", "mem", "men", "meng", "pe", "pem", "pen", "peng", "per", "se", "ter", "be", "diper", "memper",
    "keter", "pember", "member",
)  # fmt: skip
BEFORE_APART = ("", "ber", "be")
ENDS = ("nya", "lah", "kah", "pun")
BEHIND = ("", "kan", "an", "i")
OPENING, MARKS = " \"“”'‘(«„", '"“„«'
NASAL = ("m", "n", "ng", "ny")
# What was told of a word is kept: releases share most of theirs.
WORDS_KEPT = 10_000
# A shorter word stands within too many others.
AFFIXED, LONG_SLIP = 4, 5


@dataclass(frozen=True)
class Misspelling:
    """`reason` explains a rule of the house; it is "" for a plain slip."""

    word: str
    suggestions: tuple[str, ...]
    span: Span
    reason: str = ""


class Token(NamedTuple):
    """A word as printed and folded."""

    printed: str
    word: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    folded = fold(text)
    return [
        Token(match[0], folded[match.start() : match.end()], *match.span()) for match in TOKEN.finditer(text)
    ]


def against_house(text: str, words: list[Token], named: frozenset[str]) -> Iterator[Misspelling]:
    """Words and phrases that the house spells otherwise; none within a name."""
    for token in words:
        rule = rule_for(token.word)
        if rule and not _is_name(text, token, rule, named):
            yield corrected(text, (token.start, token.end), rule.right, rule.reason)
    folded = fold(text)
    for rule in _phrases():
        yield from _of_phrase(text, folded, rule, named)


def _is_name(text: str, token: Token, rule: HouseRule, named: frozenset[str]) -> bool:
    """True for a word of a name, and for a plain slip within a sentence that has a capital: "Abah Karna"."""
    if token.printed.islower():
        return False
    return token.word in named or (
        not rule.reason and (token.printed.isupper() or not begins(text, token.start))
    )


def begins(text: str, start: int) -> bool:
    """True where a sentence or a quotation begins."""
    before = text[max(0, start - 4) : start]
    bare = before.rstrip(OPENING)
    return not bare or bare[-1] in ".!?:\n" or before.rstrip(" ")[-1:] in MARKS


def corrected(text: str, span: Span, right: str, reason: str = "") -> Misspelling:
    """`right` with the capitals of what is printed there."""
    printed = text[slice(*span)]
    return Misspelling(printed, (cased(right, printed),), span, reason)


def cased(right: str, printed: str) -> str:
    if printed.isupper() and len(printed) > 1:
        return right.upper()
    if printed[0].isupper():
        # An office and its seat bear a capital in each word: "Wali Kota", "Balai Kota".
        parts = right.split(" ") if " kota" in right else [right]
        return " ".join(part[:1].upper() + part[1:] for part in parts)
    return right


@lru_cache(WORDS_KEPT)
def rule_for(word: str) -> HouseRule | None:
    """The rule for a word as it stands, or for the root that it is formed of: "bersertipikat", "perijinan"."""
    rules = _words()
    if word in rules:
        return rules[word]
    for before in BEFORE:
        if not word.startswith(before):
            continue
        for root, behind in _roots_behind(word[len(before) :]):
            rule = rules.get(root)
            if rule and _takes(rule, before, behind) and (rule.reason or _is_plain(rule, word)):
                return HouseRule(word, before + rule.right + behind, rule.reason)
    return None


def _is_plain(rule: HouseRule, word: str) -> bool:
    """A slip within a word that is none. Short ones and beginnings of the right word stand in too many: "denga" in
    "dengaan", "mempunya" in "mempunyainya"."""
    if any(word.removesuffix(end) in dictionary() for end in ("", *ENDS)):
        # "kenaikannya"
        return False
    return len(rule.wrong) > LONG_SLIP and not rule.right.startswith(rule.wrong)


def _roots_behind(rest: str) -> Iterator[tuple[str, str]]:
    for end in ("", *ENDS):
        if not rest.endswith(end):
            continue
        stem = rest[: len(rest) - len(end)]
        for suffix in BEHIND:
            if stem.endswith(suffix) and len(stem) - len(suffix) >= AFFIXED:
                yield stem[: len(stem) - len(suffix)], suffix + end


def _takes(rule: HouseRule, before: str, behind: str) -> bool:
    if " " in rule.right:
        return before in BEFORE_APART and behind in ("", *ENDS)
    if rule.wrong[0] in "aiueo" and before.endswith(("m", "n", "ny")):
        # "peneliti" is formed of "teliti", not of "elit".
        return False
    # The nasal was chosen for the wrong letter.
    return "-" not in rule.wrong and (rule.wrong[0] == rule.right[0] or not before.endswith(NASAL))


def _of_phrase(text: str, folded: str, rule: HouseRule, named: frozenset[str]) -> Iterator[Misspelling]:
    start = folded.find(rule.wrong)
    while start != -1:
        end = start + len(rule.wrong)
        # Each word of a name has its capital.
        is_name = text[start:end].istitle() or (
            text[start].isupper() and named.issuperset(rule.wrong.split(" "))
        )
        if is_apart(folded, start, end) and not is_name:
            yield corrected(text, (start, end), rule.right, rule.reason)
        start = folded.find(rule.wrong, end)


def is_apart(text: str, start: int, end: int) -> bool:
    """True when neither a letter nor a digit touches the span, and no hyphen that goes on into a word."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    return not (
        before[-1:].isalnum()
        or after[:1].isalnum()
        or (before[-1:] == "-" and before[0].isalnum())
        or (after[:1] == "-" and after[1:].isalnum())
    )


@cache
def _words() -> dict[str, HouseRule]:
    return common_slips() | {rule.wrong: rule for rule in house_rules() if " " not in rule.wrong}


@cache
def _phrases() -> tuple[HouseRule, ...]:
    return tuple(rule for rule in house_rules() if " " in rule.wrong)
