"""Words that are no Indonesian, no name and no abbreviation, with what was probably meant."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain

from rapidfuzz import process
from rapidfuzz.distance import OSA

from dprd_news.lib.dictionary import RARE, dictionary

from ..language.lexicon import agencies, agency_words, fold, word_set
from ..language.post_slips import slipped_posts
from .apart import against_spacing
from .house import Misspelling, against_house, begins, cased, corrected, tokens
from .suggestions import is_unlikely, is_word, suggestions

# What stands behind an apostrophe, "Sa'adah", is the end of a name.
WORD = re.compile(r"(?<![\w@#/.])(?<!\w['’‘`])[A-Za-zÀ-ÿ]+(?:-[A-Za-zÀ-ÿ]+)*(?![\w@/]|\.\w)")
# What a site or its editor put in: a short code, an outlet's sign.
BRACKETED = re.compile(r"\[[^\[\]\n]{1,120}\]")
# "ditunda.menunggu": the space that a full stop lost, where it is no address.
GLUED = re.compile(
    r"(?<=[a-z]{4})\.(?=([a-z]{4,20})(?![\w./@]))(?!(?:info|news|asia|blog|html|site|online)\b)"
)
# A bracket that was to be "9" with the shift key, or a digit struck beside a letter: "kerja9raker", "d8sampaikan".
STRUCK = re.compile(r"(?<![\w@#/.-])[a-z]{1,20}\d[a-z]{3,20}(?![\w@/-]|\.\w)")
BESIDE_DIGITS = dict(
    zip("1234567890", ("q", "qw", "we", "er", "rt", "ty", "yu", "ui", "io", "op"), strict=True)
)
SPEAKING = frozenset(stem + end for stem in word_set("speech_verbs.txt") for end in ("", "nya"))
MAX_FOUND, MAX_SUGGESTED, MAX_DOUBTED, MAX_WORD = 200, 40, 1_000, 30
# Shorter words are a letter from another by nature; one with a capital is a name far oftener.
SHORT_WORD, LIKELY_RANK = 5, {4: 3_000, 5: 10_001}
CAPITAL_WORD, LONG_TITLE, EVERYDAY_RANK, CAPITAL_RANK = 6, 9, 1_000, 10_001
# A part without a vowel, as in "xyz-ips".
CODE = re.compile(r"(?<![A-Za-z])[^AEIOUaeiou-]{3,}(?![a-z])")
# No Indonesian syllable has these: "rkun", "poopk", "jeaah".
UNSPEAKABLE = re.compile(
    r"^[bcdfghjklmnpqrstvwxz](?![rlyhsw])[bcdfghjklmnpqrtvwxz]|^h[^aeiou]|[bcdfghjkpqtvwxz]{3}|ae|oo|yk|jn"
    r"|(?:[tgkhpbdms]n|[tpbd]k|[bdjcgwv][bdfghjkmnpstvwz])$"
)

# "Menginggat DPRD X": no name begins so.
VERBAL = re.compile(r"Me(?:ng|m|n|ny)[a-z]{5,}|Di[a-z]{3,}(?:kan|i)$")
__all__ = ["Misspelling", "find_misspellings", "has_clear_meaning"]


def find_misspellings(text: str, names: Iterable[str], own_words: frozenset[str]) -> list[Misspelling]:
    """In order of place. `names` are words of people, bodies and places of this text, known or not."""
    named = frozenset(word for name in names for word in fold(name).split())
    allowed = own_words | SPEAKING | named | agencies().keys()
    text = GLUED.sub(lambda dot: " " if dot[1] in dictionary() else dot[0], text)
    words = tokens(text)
    found: dict[int, Misspelling] = {}
    ends: set[int] = set()
    for slip in chain(
        against_house(text, words, named),
        against_spacing(text, words, allowed),
        (corrected(text, span, right) for span, right in slipped_posts(text)),
        _struck(text, allowed),
        _slips(text, allowed),
    ):
        if slip.span[0] not in found and slip.span[1] not in ends:
            found[slip.span[0]] = slip
            ends.add(slip.span[1])
        if len(found) == MAX_FOUND:
            break
    return sorted(found.values(), key=lambda slip: slip.span)


def _slips(text: str, allowed: frozenset[str]) -> Iterator[Misspelling]:
    suggested: dict[str, tuple[str, ...]] = {}
    doubted: dict[str, bool] = {}
    for match in WORD.finditer(BRACKETED.sub(lambda inside: " " * len(inside[0]), text)):
        printed = match[0]
        if not 4 <= len(printed) <= MAX_WORD or not printed[1:].islower() or CODE.search(printed):
            continue
        word = fold(printed)
        if printed[0].isupper() and not begins(text, match.start()):
            yield from _of_body(match, allowed)
            continue
        if word in allowed or word in dictionary():
            continue
        if word not in doubted:
            doubted[word] = len(doubted) < MAX_DOUBTED and _is_doubtful(word, allowed)
        if not doubted[word]:
            continue
        if word not in suggested and len(suggested) < MAX_SUGGESTED:
            suggested[word] = suggestions(word, allowed)
        # A word that nothing is near is a loan word or a term far oftener than a slip.
        right = suggested.get(word, ())
        if right and _is_likely(text, match, right[0]):
            yield Misspelling(printed, tuple(cased(one, printed) for one in right), match.span())


def _is_doubtful(word: str, allowed: frozenset[str]) -> bool:
    return not is_word(word, allowed) or is_unlikely(word, allowed)


def _struck(text: str, allowed: frozenset[str]) -> Iterator[Misspelling]:
    for match in STRUCK.finditer(text):
        if right := _without_digit(match[0], allowed):
            yield corrected(text, match.span(), right)


def _of_body(match: re.Match[str], allowed: frozenset[str]) -> Iterator[Misspelling]:
    """A capitalised word within a sentence that is a letter from one in names of bodies: "Kabuapten"."""
    word = fold(match[0])
    if len(word) < CAPITAL_WORD or word in word_set("given_names.txt") or is_word(word, allowed):
        return
    near = process.extractOne(word, _of_bodies(), scorer=OSA.distance, score_cutoff=1)
    if near and not _is_namesake(word, near[0]):
        yield Misspelling(match[0], (cased(near[0], match[0]),), match.span())


def _is_likely(text: str, match: re.Match[str], right: str) -> bool:
    """Whether a slip is likelier than a term or a name that nobody listed: short words and capitals ask for more."""
    printed, rank = match[0], min(dictionary().get(word, RARE) for word in right.split(" "))
    if printed[0].islower():
        return rank < LIKELY_RANK.get(len(printed), RARE + 1) or bool(UNSPEAKABLE.search(printed))
    if _is_namesake(fold(printed), right):
        return False
    if re.match(r" [A-Z]", text[match.end() : match.end() + 2]) and VERBAL.match(printed):
        return rank < CAPITAL_RANK
    if re.match(r" [A-Z]", text[match.end() : match.end() + 2]) or len(printed) < SHORT_WORD:
        return fold(right) in _of_bodies()
    if len(printed) == SHORT_WORD:
        return rank < EVERYDAY_RANK
    return rank < CAPITAL_RANK or len(printed) >= LONG_TITLE or fold(right) in _of_bodies()


def _is_namesake(word: str, right: str) -> bool:
    """True for what people and places are called: "Anggita" is no slip of "Anggota", nor "Januar" of "Januari", and
    "Sukahaji" lost no space."""
    if {word, right} & word_set("given_names.txt") or OSA.distance(word, right) > 1 or word[0] != right[0]:
        return True
    if " " in right:
        return right.split(" ")[0] not in word_set("linking_words.txt")
    other_letter = len(word) == len(right) and sorted(word) != sorted(right)
    shorter = right[:-1] == word and dictionary().get(right, RARE) > EVERYDAY_RANK
    return shorter or (other_letter and len(word) < LONG_TITLE)


def has_clear_meaning(word: str, suggested: Sequence[str]) -> bool:
    """Whether the first suggestion is nearer than every other: "pengankut" may be two words equally well."""
    near = [OSA.distance(word.lower(), one.lower()) for one in suggested]
    return len(near) == 1 or (len(near) > 1 and near[0] < min(near[1:]))


def _without_digit(word: str, allowed: frozenset[str]) -> str | None:
    """The word with the letter that was meant for its digit, or with the bracket that shares its key."""
    digit = next(letter for letter in word if letter.isdigit())
    left, _, right = word.partition(digit)
    for letter in (*BESIDE_DIGITS[digit], ""):
        if is_word(left + letter + right, allowed) and len(left + right) > SHORT_WORD:
            return left + letter + right
    if digit == "9" and is_word(left, allowed) and is_word(right, allowed):
        return f"{left} ({right}"
    return None


@cache
def _of_bodies() -> frozenset[str]:
    """Words of the names of bodies and their parts, and of dates, folded."""
    return word_set("body_words.txt") | {fold(word) for word in agency_words()}
