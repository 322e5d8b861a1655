"""Political parties, where a text speaks of the party and not of whom or what it calls by that party's name."""

import re
from collections.abc import Iterator
from functools import cache

from ..index import Index
from ..language.lexicon import PARTY_MEMBER, any_of, parties
from .body import Body, body_of

# "Fraksi Partai X" is a part of the council, and what a seat, a vote or a flag is of tells nothing of the party.
OF_A_PARTY = ("Fraksi ", "fraksi ", "-")
SEAT_OF_A_PARTY = re.compile(
    r"\b(?:[Kk]ursi|[Ss]uara|[Pp]erolehan|[Bb]asis|[Pp]endukung|[Ll]ambang|[Bb]endera|[Ff]raksi|[Dd]apil|[Dd]aerah [Pp]emilihan)\b(?:[^.,;\n]{0,60}? (?:dari |asal |milik |atas nama |partai )| )$"
)
# "Politisi NasDem itu", "kader Partai X", "yang juga Ketua DPC Partai Y": whose people somebody is of tells of that
# person, not of the party.
AFFILIATED = re.compile(
    rf"\b{PARTY_MEMBER} $"
    r"|\b(?:terpilih|[Kk]eduanya berasal|[Ii]a berasal) dari $|\b(?:[Aa]nggota|[Pp]impinan|(?:[Ww]akil )?[Kk]etua|[Ss]ekretaris|[Ll]egislator|[Pp]olitisi|[Pp]olitikus|[Kk]ader)\b(?:(?!\b(?:me[a-z]{4,}|terima|sambut|kunjungan|rombongan)\b)[^.,;\n]){0,50} (?:dari|asal) $"
    r"|\b(?:Hj?|Drs?|Dra|Ir)\. [A-Z]\w+(?: [A-Z]\w+){0,3} dari $"
    r"|\bjuga\b[^.,;\n]{0,30}\b(?:[Kk]etua|[Ss]ekretaris|[Bb]endahara|[Pp]engurus|[Aa]nggota)\b[^.,;\n]{0,20}\b(?:D[PT][CDPW]|PAC|Dewan Pimpinan \w+)(?: \([A-Z]+\))? $"
)
# "Legislator NasDem itu": the council's member speaks for the party, whose short name is known only there.
LEGISLATOR_OF = re.compile(
    rf"\b[Ll]egislator(?: (?:muda|senior|perempuan))?(?: dari| asal)?(?: [Pp]artai)? ({any_of(parties())})\b"
)


def political_parties(index: Index, text: str) -> Iterator[Body]:
    for match in _party().finditer(text):
        before = text[max(0, match.start() - 90) : match.start()]
        is_of_person = before.endswith(OF_A_PARTY) or AFFILIATED.search(before)
        if not is_of_person and not SEAT_OF_A_PARTY.search(before):
            yield body_of(index, _named_parties()[match[1]], "other", None, match.span(), 0.75)
    for match in LEGISLATOR_OF.finditer(text):
        yield body_of(index, parties()[match[1]], "other", None, match.span(1), 0.7)


@cache
def _named_parties() -> dict[str, str]:
    """Parties by their full name and by "Partai X"."""
    return {printed: name for short, name in parties().items() for printed in (name, f"Partai {short}")}


@cache
def _party() -> re.Pattern[str]:
    return re.compile(rf"\b({any_of(_named_parties())})\b(?: \([A-Z][\w-]{{1,20}}\))?")
