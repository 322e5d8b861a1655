"""Words a slip away from one that nothing has: what a reader probably meant."""

from collections import defaultdict

from django.utils import timezone
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from dprd_news.lib.caching import remembered
from dprd_news.lib.dictionary import RARE, dictionary
from people.models import SearchDocument
from people.models.document import LAST_UNDATED

FEWEST_LETTERS, MOST_CANDIDATES = 4, 6
NEWEST_TITLES = 3_000


def near(word: str) -> list[str]:
    """Words that are a slip away, the nearest first; of those alike, names before common words."""
    if len(word) < FEWEST_LETTERS or not word.isalpha():
        return []
    by_length = _vocabulary()
    pool = [one for size in (-1, 0, 1) for one in by_length.get(len(word) + size, ())]
    slips = 2 if len(word) > 7 else 1
    near = process.extract(word, pool, scorer=DamerauLevenshtein.distance, score_cutoff=slips, limit=40)
    names, rank = _names(), dictionary()
    near.sort(
        key=lambda hit: (hit[1], hit[0][0] != word[0], hit[0] not in names, rank.get(hit[0], RARE), hit[0])
    )
    return [one for one, _, _ in near[:MOST_CANDIDATES]]


@remembered
def _names() -> frozenset[str]:
    """Words of the names of public people and bodies and of the newest public titles."""
    public = SearchDocument.objects.filter(published_at__lte=timezone.now()).values_list("typed", flat=True)
    undated = public.filter(id__lte=LAST_UNDATED)
    newest = public.filter(id__gt=LAST_UNDATED).order_by("-id")[:NEWEST_TITLES]
    return frozenset(word for typed in (*undated, *newest) for word in typed.split() if word.isalpha())


@remembered
def _vocabulary() -> dict[int, list[str]]:
    """Words by their length."""
    found: dict[int, list[str]] = defaultdict(list)
    for word in _names() | dictionary().keys():
        found[len(word)].append(word)
    return found
