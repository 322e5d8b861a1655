"""Words that are no Indonesian, no name and no abbreviation, with what was probably meant."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from dprd_news.lib.dictionary import dictionary, roots

from .lexicon import fold, house_rules, is_whole_word
from .marks import VERB_STEMS
from .passages import Span

WORD = re.compile(r"(?<![\w@#/.])[A-Za-zÀ-ÿ]+(?:-[A-Za-zÀ-ÿ]+)*(?![\w@/]|\.\w)")
SPEAKING = frozenset(stem + end for stem in VERB_STEMS.split("|") for end in ("", "nya"))
MAX_FOUND, MAX_SUGGESTED, MAX_WORD = 200, 40, 30
# Shorter words are a letter from another by nature.
LONG_WORD, EVERYDAY_RANK = 7, 2_500
LETTERS = "aiueonkrtdmsglpbhyjcwfvz"


@dataclass(frozen=True)
class Misspelling:
    """`reason` explains a rule of the house; it is "" for a plain slip."""

    word: str
    suggestions: tuple[str, ...]
    span: Span
    reason: str = ""


def find_misspellings(text: str, names: Iterable[str], own_words: frozenset[str]) -> list[Misspelling]:
    """In order of place. `names` are words of people, bodies and places of this text, known or not."""
    named = {word for name in names for word in fold(name).split()}
    allowed = own_words | SPEAKING | named
    found: list[Misspelling] = []
    suggested: dict[str, tuple[str, ...]] = {}
    for match in WORD.finditer(text):
        word = fold(match[0])
        if not _is_checked(text, match) or (is_word(word, allowed) and not _is_near_everyday(word, allowed)):
            continue
        if word not in suggested and len(suggested) < MAX_SUGGESTED:
            suggested[word] = suggestions(word, allowed)
        # A word that nothing is near is a loan word or a term far oftener than a slip.
        if suggested.get(word):
            found.append(Misspelling(match[0], suggested[word], match.span()))
        if len(found) == MAX_FOUND:
            break
    against_house = _against_house(text, named)
    taken = {found.span for found in against_house}
    return sorted(
        [*against_house, *(slip for slip in found if slip.span not in taken)], key=lambda slip: slip.span
    )


def _against_house(text: str, named: set[str]) -> list[Misspelling]:
    """Words that stand in a dictionary or not, but that the house spells otherwise; not in a name."""
    folded = fold(text)
    found: list[Misspelling] = []
    for rule in house_rules():
        start = folded.find(rule.wrong)
        while start != -1 and len(found) < MAX_FOUND:
            end = start + len(rule.wrong)
            printed = text[start:end]
            if is_whole_word(folded, start, end) and not (rule.wrong in named and printed[0].isupper()):
                found.append(Misspelling(printed, (_cased(rule.right, printed),), (start, end), rule.reason))
            start = folded.find(rule.wrong, end)
    return found


def _cased(right: str, printed: str) -> str:
    if printed.isupper():
        return right.upper()
    if printed[0].isupper():
        return " ".join(word[:1].upper() + word[1:] for word in right.split(" "))
    return right


def is_word(word: str, allowed: frozenset[str] | set[str]) -> bool:
    """Known as it stands, in its hyphenated parts, or by its root once affixes are taken off."""
    if word in allowed or word in dictionary():
        return True
    if "-" in word:
        return all(len(part) < 3 or is_word(part, allowed) for part in word.split("-"))
    return any(root in allowed or dictionary().get(root, 99_999) < 25_000 for root in roots(word))


def _is_near_everyday(word: str, allowed: frozenset[str]) -> bool:
    """A word that only its root and affixes explain, a letter from one of the commonest: "merupaan" may be formed,
    but "merupakan" was meant."""
    if len(word) < LONG_WORD or word in allowed or word in dictionary() or "-" in word:
        return False
    near = process.extractOne(word, _everyday(), scorer=DamerauLevenshtein.distance, score_cutoff=1)
    return near is not None


def suggestions(word: str, allowed: frozenset[str]) -> tuple[str, ...]:
    """Up to three words of the dictionary, nearest first, then commonest; none when nothing is near enough.

    One letter added, lost, changed or swapped is a slip; two only in a long word.
    """
    pool = _about_as_long(len(word))
    allowed_edits = 2 if len(word) > 7 else 1
    near = process.extract(
        word, pool, scorer=DamerauLevenshtein.distance, score_cutoff=allowed_edits, limit=30
    )
    if near:
        best = sorted(near, key=lambda hit: (hit[1], hit[0][0] != word[0], dictionary()[hit[0]]))
        return tuple(hit[0] for hit in best)[:3]
    return _derived(word, allowed) or _parted(word)


def has_clear_meaning(word: str, suggested: Sequence[str]) -> bool:
    """Whether the first suggestion is nearer than every other: "pengankut" may be two words equally well."""
    near = [DamerauLevenshtein.distance(word.lower(), one.lower()) for one in suggested]
    return len(near) == 1 or (len(near) > 1 and near[0] < min(near[1:]))


def _derived(word: str, allowed: frozenset[str]) -> tuple[str, ...]:
    """Words one letter away that are right by their root and affixes, though no dictionary lists them."""
    splits = [(word[:place], word[place:]) for place in range(1, len(word) + 1)]
    lost = [left + letter + right for left, right in splits for letter in LETTERS]
    added = [left + right[1:] for left, right in splits if right]
    changed = [left + letter + right[1:] for left, right in splits if right for letter in LETTERS]
    swapped = [left + right[1] + right[0] + right[2:] for left, right in splits if len(right) > 1]
    right = [near for near in dict.fromkeys((*swapped, *added, *lost, *changed)) if is_word(near, allowed)]
    return tuple(right[:3])


def _parted(word: str) -> tuple[str, ...]:
    """Two common words that lost the space between them."""
    rank = dictionary()
    for place in range(4, len(word) - 3):
        left, right = word[:place], word[place:]
        if rank.get(left, 99_999) < 12_000 and rank.get(right, 99_999) < 12_000:
            return (f"{left} {right}",)
    return ()


def _is_checked(text: str, match: re.Match[str]) -> bool:
    """Plain lower-case words, and a capitalised one only where a sentence begins."""
    word = match[0]
    if not 4 <= len(word) <= MAX_WORD or not word[1:].islower():
        return False
    if word[0].islower():
        return True
    before = text[max(0, match.start() - 3) : match.start()].rstrip(" \"“”'‘(")
    return (not before or before[-1] in ".!?\n") and not re.match(
        r" [A-Z]", text[match.end() : match.end() + 2]
    )


@cache
def _everyday() -> tuple[str, ...]:
    """The commonest longer words."""
    return tuple(
        word for word, rank in dictionary().items() if rank < EVERYDAY_RANK and len(word) >= LONG_WORD - 1
    )


@cache
def _about_as_long(length: int) -> tuple[str, ...]:
    """The dictionary's words of this length, or a letter more or less."""
    return tuple(word for size in (-1, 0, 1) for word in _by_length().get(length + size, ()))


@cache
def _by_length() -> dict[int, tuple[str, ...]]:
    lengths: dict[int, list[str]] = defaultdict(list)
    for word in dictionary():
        lengths[len(word)].append(word)
    return {length: tuple(words) for length, words in lengths.items()}
