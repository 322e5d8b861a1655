"""Words a slip or a blank away from one that nothing has: what a reader probably meant."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from django.utils import timezone
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from dprd_news.lib.caching import remembered
from dprd_news.lib.dictionary import RARE, dictionary
from dprd_news.lib.search.words import stop_words
from people.models import SearchDocument
from people.models.document import LAST_UNDATED

FEWEST_LETTERS, MOST_CANDIDATES, MOST_WAYS_APART = 4, 6, 2
SHORT, SHORTEST_HALF, COMMON = 5, 3, 8_000
NEWEST_TITLES = 3_000


def near(word: str) -> list[str]:
    """Words that are a slip away, of those names before common words; then two words written as one; then words
    that are two slips away."""
    if len(word) < FEWEST_LETTERS or not word.isalpha():
        return []
    # The language knows this one: short words of another meaning are all a letter away.
    known = _names_by_length() if len(word) <= SHORT and word in dictionary() else _vocabulary()
    pool = [one for size in (-1, 0, 1) for one in known.get(len(word) + size, ())]
    slips = 2 if len(word) > 7 else 1
    near = process.extract(word, pool, scorer=DamerauLevenshtein.distance, score_cutoff=slips, limit=40)
    names, rank = _names(), dictionary()

    def by_likelihood(hit: tuple[str, float, int]) -> tuple[Any, ...]:
        # A letter of a name is more often left out than put in.
        close, slips, _ = hit
        length = -len(close) if close in names else 0
        return slips, close[0] != word[0], close not in names, length, rank.get(close, RARE), close

    near.sort(key=by_likelihood)
    once = [one for one, slips, _ in near if slips <= 1]
    twice = [one for one, slips, _ in near if slips > 1]
    return [*once, *_apart(word), *twice][:MOST_CANDIDATES]


def rejoined(written: list[tuple[str, ...]]) -> str:
    """All these words with two that follow each other written as one, where that is a name; else ""."""
    flat = [word for words in written for word in words]
    for place, pair in enumerate(pairwise(flat)):
        if "".join(pair) in _names():
            return " ".join([*flat[:place], "".join(pair), *flat[place + 2 :]])
    return ""


def _apart(word: str) -> list[str]:
    """The word as two that are names or common, at most two such ways."""
    rank = dictionary()
    places = range(SHORTEST_HALF, len(word) - SHORTEST_HALF + 1)
    ways = [
        pair
        for pair in ((word[:at], word[at:]) for at in places)
        if all(one in _names() or rank.get(one, RARE) < COMMON for one in pair)
    ]
    ways.sort(key=lambda pair: sum(one not in _names() for one in pair))
    return [" ".join(pair) for pair in ways[:MOST_WAYS_APART]]


@remembered
def _names() -> frozenset[str]:
    """Words of the names of public people and bodies and of the newest public titles."""
    public = SearchDocument.objects.filter(published_at__lte=timezone.now()).values_list("typed", flat=True)
    undated = public.filter(id__lte=LAST_UNDATED)
    newest = public.filter(id__gt=LAST_UNDATED).order_by("-id")[:NEWEST_TITLES]
    found = {word for typed in (*undated, *newest) for word in typed.split() if word.isalpha()}
    return frozenset(found - stop_words())


@remembered
def _names_by_length() -> dict[int, list[str]]:
    return _by_length(_names())


@remembered
def _vocabulary() -> dict[int, list[str]]:
    """Names and the words of the language by their length."""
    return _by_length((_names() | dictionary().keys()) - stop_words())


def _by_length(words: Iterable[str]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for word in words:
        found[len(word)].append(word)
    return found
