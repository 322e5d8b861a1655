"""Words into the terms that are indexed and asked for: one analyser for both databases.

A term begins with a letter and holds only a-z and 0-9, so that neither FTS5's nor PostgreSQL's own parser has
anything to decide. What is said with an affix and without one becomes the same term.
"""

import csv
import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from dprd_news.lib.dictionary import DATA, RARE, dictionary, roots
from dprd_news.lib.indonesian import ROMAN

LONGEST = 40
# Terms that name a record instead of a word; no word becomes one.
RECORD_PREFIX = "xq"
# A phrase ends with the part of the document it stands in.
BORDER = f"{RECORD_PREFIX}0"
# A short root is believed only when it is common: "perang" is no "rang".
SHORT_ROOT, SHORT_ROOT_RANK = 4, 8_000

# "komisi4" and "sman3" are two words each.
_TOKEN = re.compile(
    r"(?<![^\W_])(?i:komisi|pansus|dapil|sm[ap]n?|sdn?|smkn?|r[tw])(?=\d)|"
    r"[^\W\d_](?:\.[^\W\d_]{1,4})+(?![^\W_])|\d+(?:[.,]\d+)*(?![^\W_])|[^\W_]+(?:['’‘`][^\W_]+)*"
)
_NUMBERS = {name: f"n{number}" for number, name in enumerate(ROMAN) if name}


class Token(NamedTuple):
    """A word as written, with its place in the text."""

    start: int
    end: int
    word: str


def tokens(text: str) -> Iterator[Token]:
    """The words of a text in Unicode's composed form (`composed`), folded, stop words among them."""
    for match in _TOKEN.finditer(text):
        word = fold(match[0])
        if word:
            yield Token(match.start(), match.end(), word)


def composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """Lower case without accents, dots and apostrophes: "S.Sos" is "ssos", "Jum'at" is "jumat"."""
    plain = unicodedata.normalize("NFKD", word).casefold()
    return "".join(character for character in plain if character.isalnum())


@lru_cache(maxsize=100_000)
def term(word: str) -> str:
    """The term of a folded word: its root where the language knows one."""
    return _NUMBERS.get(word) or typed(stem(word))


@lru_cache(maxsize=100_000)
def typed(word: str) -> str:
    """A folded word as a term of its own, affixes and all: what is being typed is its beginning."""
    if not word.isascii():
        word = "u" + word.encode()[: LONGEST // 2].hex()
    elif word.isdigit():
        word = f"n{word.lstrip('0') or '0'}"
    elif word[0].isdigit():
        word = f"n{word}"
    elif word.startswith(RECORD_PREFIX):
        word = f"u{word}"
    return word[:LONGEST]


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The shortest known root, the commoner of two; the word itself where none is known."""
    if not word.isascii() or len(word) <= SHORT_ROOT:
        return word
    of_words, preferred = _irregular()
    if word in of_words:
        return of_words[word]
    known = dictionary()
    candidates = roots(word)
    if chosen := sorted(candidates & preferred):
        return chosen[0]
    found = [root for root in candidates if _is_believed(root, known.get(root, RARE))]
    return min(found, key=lambda root: (len(root), known[root], root), default=word)


def _is_believed(root: str, rank: int) -> bool:
    return rank < (SHORT_ROOT_RANK if len(root) == SHORT_ROOT else RARE)


@cache
def _irregular() -> tuple[dict[str, str], frozenset[str]]:
    """Words whose root the rules miss, and roots that win over any other."""
    with (DATA / "stems.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return {word: row["root"] for row in rows for word in row["words"].split()}, frozenset(
        row["root"] for row in rows
    )


@cache
def stop_words() -> frozenset[str]:
    return frozenset((DATA / "stop_words.txt").read_text(encoding="utf-8").split())


@cache
def titles() -> frozenset[str]:
    """Degrees and forms of address, folded: nobody is asked for by them."""
    return frozenset((DATA / "titles.txt").read_text(encoding="utf-8").split())


@cache
def asking() -> frozenset[str]:
    """Words that ask and do not name, folded: "daftar", "terbaru"."""
    return frozenset((DATA / "asking_words.txt").read_text(encoding="utf-8").split())


# No word goes over a blank, and an archive writes the same between blanks again and again.
@lru_cache(maxsize=30_000)
def term_spans(text: str) -> tuple[tuple[int, int, str], ...]:
    """Where each term of a composed text without blanks stands, without stop words."""
    return tuple((*match.span(), found) for match in _TOKEN.finditer(text) if (found := _term_of(match[0])))


def terms(text: str) -> list[str]:
    """The terms of a text in its order, without stop words."""
    return [found for written in _TOKEN.findall(composed(text)) if (found := _term_of(written))]


# An archive says few words often: one look-up for each instead of folding, stemming and passing over.
@lru_cache(maxsize=100_000)
def _term_of(written: str) -> str:
    """The term of a word as written; "" for a stop word and for what has no letters."""
    word = fold(written)
    return term(word) if word and word not in stop_words() else ""


def record_term(kind: str, key: int | str) -> str:
    """The term that a document linked to this record carries; `kind` is one letter."""
    return f"{RECORD_PREFIX}{kind}{key}"


def phrase_term(phrase: tuple[str, ...]) -> str:
    """The one term of several terms that stand side by side; one alone stays itself."""
    return f"{RECORD_PREFIX}p{'0'.join(phrase)}" if len(phrase) > 1 else phrase[0]
