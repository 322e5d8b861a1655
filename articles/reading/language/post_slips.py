"""Words that posts open with and that have one letter wrong, "Walil Ketua", "Ketau DPRD": without the first a deputy would
be taken for the head, without the second nobody would hold the post."""

import re
from collections.abc import Iterator

from rapidfuzz import process
from rapidfuzz.distance import OSA

from .council_words import STANDING_SHORT
from .lexicon import fold
from .passages import Span

_OF_COUNCIL = rf"DPR[DK]|Komisi|Pansus|Panitia|Fraksi|Badan|Umum|{STANDING_SHORT}"
# What follows the word where it opens a post.
FOLLOWED_BY = {
    "wakil": "(?i:ketua|wali ?kota|bupati|gubernur|presiden|menteri)",
    "ketua": _OF_COUNCIL,
    "anggota": _OF_COUNCIL,
    "sekretaris": rf"Daerah|Dinas|Dewan|Kecamatan|Kelurahan|Desa|{_OF_COUNCIL}",
    "kepala": "Dinas|Badan|Bagian|Bidang|Bag|Desa|Kantor|Seksi|Sub[a-z]*|UPTD?|Sekolah|Biro|Satpol|Dis[a-z]{3,}",
    "bupati": "[A-Z][a-z]+",
    "gubernur": "[A-Z][a-z]+",
}
# "Kepada Dinas X", "Kedua Komisi": what is as near to them and means something by itself.
NO_SLIPS = ("kedua", "kepada", "kepal", "ketuk", "ketum", "ketus", "ketut")


def _slips_of(word: str) -> str:
    """A pattern of the word, small or with a capital, with one letter another, lost, doubled or before its neighbour."""
    forms = []
    for place in range(1, len(word)):
        before, letter, behind = word[:place], word[place], word[place + 1 :]
        forms += [f"{before}(?!{letter})[a-z]{behind}", before + behind, before + letter * 2 + behind]
        if behind and behind[0] != letter:
            forms.append(before + behind[0] + letter + behind[1:])
    rest = "|".join(dict.fromkeys(form[1:] for form in forms))
    return rf"(?i:(?!(?:{'|'.join(NO_SLIPS)})\b){word[0]})(?:{rest})(?= (?:{FOLLOWED_BY[word]})\b)"


DEPUTY_SLIP = _slips_of("wakil")
HEAD_SLIP = "|".join(_slips_of(word) for word in FOLLOWED_BY if word != "wakil")
WORD = re.compile(r"\S+")
SLIP = re.compile(rf"\b(?:{DEPUTY_SLIP}|{HEAD_SLIP})")


def slipped_posts(text: str) -> Iterator[tuple[Span, str]]:
    """Where such words stand, and what was meant, in small letters."""
    for match in SLIP.finditer(text):
        yield match.span(), _meant(match[0])


def as_meant(text: str, begin: int, end: int) -> str:
    """What stands there with such words set right; what follows tells which are."""
    words = []
    for word in WORD.finditer(text, begin, end):
        slip = SLIP.match(text, word.start())
        words.append(slip[0][0] + _meant(slip[0])[1:] if slip and slip.end() == word.end() else word[0])
    return " ".join(words)


def _meant(slip: str) -> str:
    right, _, _ = process.extractOne(fold(slip), FOLLOWED_BY.keys(), scorer=OSA.distance)
    return str(right)
