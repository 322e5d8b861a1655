"""What is written apart and what together: di, ke, nya and pun, verbs of two words, what a prefix swallows."""

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from dprd_news.lib.dictionary import RARE, dictionary

from ..language.lexicon import lines_of, word_set
from ..language.passages import Span
from .house import WORDS_KEPT, Misspelling, Token, corrected

PASSIVE = "Awalan di- pada kata kerja ditulis serangkai."
PLACE = "Kata depan {} ditulis terpisah."
CLITIC = "Kata ganti -nya ditulis serangkai."
PARTICLE = "Partikel pun ditulis terpisah."
BETWEEN = "Ditulis serangkai: {}."
JOINED = "Gabungan kata dengan awalan dan akhiran ditulis serangkai."
PREFIX = "Imbuhan ditulis serangkai."
TWICE = "Kata ulang ditulis dengan tanda hubung."
AGAIN = "Kata ini tertulis dua kali."
SWALLOWS = "Huruf k, p, s, dan t luluh di belakang awalan."
PREFIXES = frozenset(("me", "mem", "men", "meng", "meny", "di", "ber", "ter", "pe", "pem", "pen", "peng"))
# "keluar" and "kemeja" are words of their own.
WITH_KE = frozenset(("luar", "meja", "mal", "lereng", "rutan", "bagian", "semua"))
# What one prefix swallows and another keeps: "menteri" and "mental" are no verbs.
ACTIVE = ("meng", "mem", "meny", "men", "peng", "pem", "pen")
FURTHER = ("per", "pel", "peker")
SWALLOWED = {"meng": "k", "peng": "k", "mem": "p", "pem": "p", "men": "ts", "pen": "ts"}
# Less common words are hardly roots.
KNOWN_RANK, COMMON_RANK = 25_000, 20_000
SHORTEST_STEM = 3
# A letter or two, "x x", is a sign.
SHORTEST_TWICE = 3


def against_spacing(text: str, words: list[Token], allowed: frozenset[str]) -> Iterator[Misspelling]:
    """`allowed` are names and own words, folded."""
    for token in words:
        rule = _one_word(token.word)
        if rule and token.word not in allowed and (token.printed[1:].islower() or token.printed.isupper()):
            yield corrected(text, (token.start, token.end), *rule)
    triples = [*words[2:], None, None]
    for (first, second), third in zip(pairwise(words), triples, strict=False):
        if text[first.end : second.start] == " " and second.printed.islower():
            yield from _two_words(text, first, second, third)


@lru_cache(WORDS_KEPT)
def _one_word(word: str) -> tuple[str, str] | None:
    """What is meant and why, for a word that holds two or keeps what its prefix swallows."""
    return _glued_place(word) or _glued_pun(word) or _hyphenated(word) or _unswallowed(word)


def _glued_place(word: str) -> tuple[str, str] | None:
    """Of "dirumah", "kekantor": no verb, but a place."""
    before, rest = word[:2], word[2:]
    if before not in ("di", "ke") or (before == "ke" and rest.removesuffix("nya") in WITH_KE):
        return None
    places = word_set("words_of_place.txt")
    for end in ("", "nya"):
        if rest.endswith(end) and rest[: len(rest) - len(end)] in places:
            return f"{before} {rest}", PLACE.format(before)
    return None


def _glued_pun(word: str) -> tuple[str, str] | None:
    """Of "apapun"; not the twelve words that pun belongs to, nor those that end so by chance."""
    stem = word[:-3]
    known = word in word_set("pun_words.txt") or dictionary().get(stem, RARE) > KNOWN_RANK
    return None if known or not word.endswith("pun") else (f"{stem} pun", PARTICLE)


def _hyphenated(word: str) -> tuple[str, str] | None:
    """Of "me-monitor"; a foreign word keeps its hyphen, "di-cover"."""
    before, mark, rest = word.partition("-")
    known = before + rest in dictionary() and rest in dictionary()
    return (before + rest, PREFIX) if mark and before in PREFIXES and known else None


def _unswallowed(word: str) -> tuple[str, str] | None:
    """Of "mengkonsumsi", "mensosialisasikan"; a cluster stays whole, as in "mengkritik", and so does a further prefix."""
    bare = word.removesuffix("nya")
    for prefix in ACTIVE:
        rest = word[len(prefix) :]
        if not word.startswith(prefix) or rest[:1] not in SWALLOWED.get(prefix, "-"):
            continue
        if rest[1:2] not in "aiueo" or rest.startswith(FURTHER) or bare in word_set("not_swallowed.txt"):
            continue
        roots = {rest} | {
            rest[: -len(end)] for end in ("nya", "kan", "i", "an", "kannya", "inya") if rest.endswith(end)
        }
        if any(word.removesuffix(end) in dictionary() for end in ("kan", "i", "an") if word.endswith(end)):
            # "pentingkan" is made of "penting".
            continue
        if any(len(root) > SHORTEST_STEM and dictionary().get(root, RARE) < KNOWN_RANK for root in roots):
            return (prefix[:2] + "ny" if rest[0] == "s" else prefix) + rest[1:], SWALLOWS
    return None


def _two_words(text: str, first: Token, second: Token, third: Token | None) -> Iterator[Misspelling]:
    span = (first.start, second.end)
    is_word = len(first.word) >= SHORTEST_TWICE and first.word in dictionary()
    if first.word == second.word and first.printed.islower() and is_word:
        yield _twice(text, span, first.word)
    elif second.word == "nya" and first.printed[1:].islower():
        yield corrected(text, span, first.word + "nya", CLITIC)
    elif first.word == "antar" and second.word in word_set("antar_nouns.txt"):
        yield corrected(text, span, first.word + second.word, BETWEEN.format(first.word + second.word))
    elif (first.word, second.word) in _with_prefixes():
        yield corrected(text, span, _with_prefixes()[first.word, second.word], JOINED)
    elif first.word == "di" and first.printed != "DI":
        yield from _apart_from_verb(text, first, second, third)


def _twice(text: str, span: Span, word: str) -> Misspelling:
    """ "rata rata", and "yang yang", a little word that slipped in again: both readings, the likelier first."""
    right, reason = (f"{word}-{word}", word), TWICE
    if word in word_set("linking_words.txt"):
        right, reason = right[::-1], AGAIN
    return Misspelling(text[slice(*span)], right, span, reason)


def _apart_from_verb(text: str, first: Token, second: Token, third: Token | None) -> Iterator[Misspelling]:
    """Of "di bayar", "di anak tirikan", "di tunda-tunda"; "di kantor" is a place."""
    span: Span = (first.start, second.end)
    if third and f"{second.word} {third.word}" in _joined_verbs() and text[second.end : third.start] == " ":
        yield corrected(text, (first.start, third.end), "di" + second.word + third.word, JOINED)
    elif is_passive(second.word):
        yield corrected(text, span, "di" + second.word, PASSIVE)


def is_passive(word: str) -> bool:
    """True for what di- makes a verb of: one that is listed, or a root with -kan or -i that is no noun."""
    verbs, rank = word_set("passive_verbs.txt"), dictionary()
    # "undang-undang" is a word of its own, "tunda-tunda" is "tunda".
    once = word if word in rank else word.split("-")[0]
    if word in verbs or once in verbs or word.removesuffix("nya") in verbs:
        return True
    if word.endswith("kan") and len(word) >= SHORTEST_STEM + 4 and not word.startswith("ke"):
        # "masakan" is "masak" with -an, no verb of "masa".
        return rank.get(word[:-3], RARE) < KNOWN_RANK and rank.get(word[:-2], RARE) > KNOWN_RANK
    if word.endswith("i") and len(word) >= SHORTEST_STEM + 2 and rank.get(word[:-1], RARE) < COMMON_RANK:
        return "di" + word in rank and word not in word_set("words_of_place.txt")
    return False


@cache
def _joined_verbs() -> frozenset[str]:
    return frozenset(lines_of("joined_verbs.txt"))


@cache
def _with_prefixes() -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for line in _joined_verbs():
        first, second = line.split(" ")
        for form in ("di" + first, _active(first)):
            found[form, second] = form + second
    return found


def _active(root: str) -> str:
    """The root with me- and the nasal that its first letter asks for."""
    first = root[0]
    if first in "kpst":
        return {"k": "meng", "p": "mem", "s": "meny", "t": "men"}[first] + root[1:]
    for nasal, letters in (("mem", "bf"), ("men", "cdjz"), ("me", "lrmnwy")):
        if first in letters:
            return nasal + root
    return "meng" + root
