"""What was probably meant by a word that is none: the likeliest slips of a hand first."""

from collections import defaultdict
from functools import cache
from math import log

from rapidfuzz import process
from rapidfuzz.distance import OSA

from dprd_news.lib.dictionary import RARE, dictionary, listed_roots, of_short_root, well_formed_roots

from ..language.lexicon import common_slips, house_rules, word_set

MOST = 3
LETTERS = "aiueonkrtdmsglpbhyjcwfvz"
KNOWN_ROOT, SHORT_ROOT, SHORT_ROOT_RANK = 25_000, 4, 10_001
# Two slips are looked for in a word of this length, and in a shorter one only where an everyday word was meant.
LONG_WORD, LONGER_WORD, EVERYDAY_RANK = 7, 8, 3_000
SHORTEST_PART, COMMON_PART = 4, 12_000
# Of a word that is formed by the rules, and of a common one that was meant instead.
RARER_ROOT, NEAR_RANK, COMMON_RANK = 3, 10_000, 5_000
ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
# How much likelier a word is than one e times as rare, set against the kind of slip that it would take.
PRIOR = 60
OTHER_START, OTHER_LETTER, ADDED_LETTER = 2.5, 1.0, 1.5


def is_word(word: str, allowed: frozenset[str] | set[str]) -> bool:
    """Known as it stands, in its hyphenated parts, or by its root once affixes are taken off."""
    if word in allowed or word in dictionary():
        return True
    if any(root in allowed or _is_root(root) for root in well_formed_roots(word)) or of_short_root(word):
        return True
    parts = word.split("-")
    return len(parts) > 1 and all(len(part) < 3 or is_word(part, allowed) for part in parts)


def _is_root(word: str) -> bool:
    """Short words of the list that are rare are names and foreign ones."""
    return dictionary().get(word, RARE) < (KNOWN_ROOT if len(word) > SHORT_ROOT else SHORT_ROOT_RANK)


def suggestions(word: str, allowed: frozenset[str]) -> tuple[str, ...]:
    """Up to three words, likeliest first; none when nothing is near enough.

    One letter added, lost, changed or swapped is a slip; two only in a long word. Of "laporanya" the n of "laporan"
    is lost.
    """
    if word.endswith("nya") and word[-4] in "aiu" and is_word(word[:-2], allowed):
        return (word[:-2] + "nya",)
    near = _listed(word, 1)
    parted = _parted(word, allowed)
    if near or parted:
        return (*near[:MOST], *parted)[:MOST] if near else (*parted, *_derived(word, allowed))[:MOST]
    return _derived(word, allowed) or _listed(word, 2)[:MOST]


def _listed(word: str, slips: int) -> tuple[str, ...]:
    """The dictionary's words that are at most so many slips away."""
    if slips == 2 and len(word) < LONG_WORD:
        return ()
    pool = _about_as_long(len(word))
    near = process.extract(word, pool, scorer=OSA.distance, score_cutoff=slips, limit=60)
    found = [hit[0] for hit in near]
    if slips == 2 and len(word) < LONGER_WORD:
        found = [one for one in found if dictionary()[one] < EVERYDAY_RANK]
    return tuple(sorted(found, key=lambda right: unlikeliness(word, right)))


def unlikeliness(wrong: str, right: str) -> float:
    """How common the right word is, and whether a hand makes this slip easily: letters that are swapped, lost, doubled
    or beside each other on the keys."""
    cost = log(dictionary().get(right, KNOWN_ROOT) + PRIOR)
    if wrong[0] != right[0]:
        cost += OTHER_START
    start = next(
        (n for n, (a, b) in enumerate(zip(wrong, right, strict=False)) if a != b), min(len(wrong), len(right))
    )
    if len(wrong) == len(right) and sorted(wrong) != sorted(right):
        cost += 0 if right[start] in _beside().get(wrong[start], "") else OTHER_LETTER
    elif len(wrong) > len(right) and wrong[start - 1 : start] != wrong[start : start + 1]:
        cost += ADDED_LETTER
    return cost


def _derived(word: str, allowed: frozenset[str]) -> tuple[str, ...]:
    """Words one letter away that are right by their root and affixes, though no dictionary lists them."""
    splits = [(word[:place], word[place:]) for place in range(1, len(word) + 1)]
    lost = [left + letter + right for left, right in splits for letter in LETTERS]
    added = [left + right[1:] for left, right in splits if right]
    changed = [
        left + letter + right[1:] for left, right in splits if right for letter in _beside().get(right[0], "")
    ]
    swapped = [left + right[1] + right[0] + right[2:] for left, right in splits if len(right) > 1]
    near = dict.fromkeys((*swapped, *added, *lost, *changed))
    right = [one for one in near if one != word and is_word(one, allowed)]
    return tuple(sorted(right, key=lambda one: _rarest_root(one) + unlikeliness(word, one))[:MOST])


def is_unlikely(word: str, allowed: frozenset[str]) -> bool:
    """True for a word that only a rare root explains, a letter from a common word: "perpusakaan" may be formed, but
    "perpustakaan" was meant."""
    if len(word) < LONG_WORD - 1 or word in allowed or word in dictionary() or "-" in word:
        return False
    if word.removesuffix("nya") in dictionary():
        return False
    if _is_slipped_noun(word):
        return True
    if len(word) < LONG_WORD:
        return False
    known = [root for root in well_formed_roots(word) if root in allowed or _is_root(root)]
    near = process.extractOne(word, _everyday(), scorer=OSA.distance, score_cutoff=1)
    rarest = min((dictionary().get(root, 0) for root in known), default=0)
    if near and sorted(near[0]) == sorted(word) and rarest > dictionary()[near[0]]:
        # "perbiakan" is formed of "biak", and two letters of "perbaikan" changed places.
        return True
    if any(root in allowed or root in listed_roots() for root in known):
        return False
    return near is not None and rarest > RARER_ROOT * dictionary()[near[0]]


def _is_slipped_noun(word: str) -> bool:
    """True for "perkerja", "pengetahun" and "kecelakan": nouns with pe- or ke- that are used are listed, so one that is
    not and lacks or has a letter of a common one is that one."""
    if not word.startswith("pe") and not (word.startswith("ke") and word.endswith("an")):
        return False
    near = process.extract(word, _everyday(), scorer=OSA.distance, score_cutoff=1)
    return any(
        len(right) != len(word)
        and right.startswith(word[:2])
        and _is_common(right)
        # "perangi" and "persoalkan" are verbs of "perang" and "persoalan", and "penjagal" is no "penjaga".
        and not (word[:-1] == right and word[-1] != right[-1])
        and not (word.endswith("kan") and right == f"{word[:-3]}an")
        for right, _, _ in near
    )


def _is_common(word: str) -> bool:
    """True for a word that everybody uses."""
    return dictionary().get(word, RARE) < COMMON_RANK


@cache
def _everyday() -> tuple[str, ...]:
    """The commonest longer words."""
    return tuple(
        word for word, rank in dictionary().items() if rank <= NEAR_RANK and len(word) >= LONG_WORD - 1
    )


def _rarest_root(word: str) -> float:
    ranks = [dictionary()[root] for root in well_formed_roots(word) if _is_root(root)]
    return log(min(ranks, default=KNOWN_ROOT) + PRIOR)


def _parted(word: str, allowed: frozenset[str]) -> tuple[str, ...]:
    """Two words that lost the space between them: two common ones, or a very common one and any other."""
    rank, linking = dictionary(), word_set("linking_words.txt")
    if word[:2] in ("di", "ke") and word[2:] in rank and len(word) > LONG_WORD:
        return (f"{word[:2]} {word[2:]}",)
    for place in range(3, len(word) - 2):
        left, right = word[:place], word[place:]
        ranks = rank.get(left, RARE), rank.get(right, RARE)
        long = min(len(left), len(right)) >= SHORTEST_PART
        if long and max(ranks) < COMMON_PART:
            return (f"{left} {right}",)
        if (left in linking and is_word(right, allowed)) or (right in linking and is_word(left, allowed)):
            return (f"{left} {right}",)
        rarer = right if ranks[0] < ranks[1] else left
        if long and min(ranks) < COMMON_PART and len(rarer) > SHORT_ROOT + 2 and is_word(rarer, allowed):
            return (f"{left} {right}",)
    return ()


@cache
def _beside() -> dict[str, str]:
    """The letters beside each letter, above and below it included."""
    place = {letter: (row, column) for row, keys in enumerate(ROWS) for column, letter in enumerate(keys)}
    return {
        one: "".join(
            other for other, at in place.items() if abs(at[0] - row) <= 1 and abs(at[1] - column) <= 1
        )
        for one, (row, column) in place.items()
    }


@cache
def _about_as_long(length: int) -> tuple[str, ...]:
    """The dictionary's words of this length, or a letter more or less."""
    return tuple(word for size in (-1, 0, 1) for word in _by_length().get(length + size, ()))


@cache
def _by_length() -> dict[int, tuple[str, ...]]:
    """All words that may be suggested, by their length: none that the house avoids."""
    avoided = common_slips().keys() | {rule.wrong for rule in house_rules()}
    lengths: dict[int, list[str]] = defaultdict(list)
    for word in dictionary().keys() - avoided:
        lengths[len(word)].append(word)
    return {length: tuple(sorted(words)) for length, words in lengths.items()}
