"""District and ward offices: "Kecamatan X", "Kelurahan Y", named themselves or through their head.

A camat leads a perangkat daerah and a lurah the office below it, so both bring in the office that they speak for. A
village is no part of its regency's government and its head brings in none.
"""

import re
from collections.abc import Iterator

from ..index import Index
from .body import Body, body_of

OFFICES = {"camat": "Kecamatan", "lurah": "Kelurahan"}
OFFICE = re.compile(
    r"\b(?:Kecamatan|Kelurahan)((?: (?!Kota\b|Kabupaten\b|Kab\b|Provinsi\b|RW\b|RT\b|Tahun\b)[A-Z][a-z'-]+){1,3})"
)
# "aparat Kecamatan X", "bersama Kelurahan Y", "Musrenbang Kecamatan X": the office; else the word tells where
# something is.
AS_OFFICE = re.compile(
    r"\b(?:[Aa]parat(?:ur)?|[Jj]ajaran|[Pp]ihak|[Uu]nsur|[Pp]etugas|[Pp]erwakilan|[Pp]egawai|[Ss]taf|[Pp]emerintah|[Bb]ersama|[Mm]enghadirkan|[Dd]ihadiri|[Dd]iikuti|[Dd]idampingi|[Mm]engundang|[Kk]asi|[Ss]ekretaris)(?: dari| oleh)? $"
    r"|\b[Mm]usrenbang\)?(?: RKPD)?(?: [Tt]ingkat)? $|\b(?:[Pp]erbaikan|[Rr]ehabilitasi|[Pp]embangunan|[Kk]ondisi) [Kk]antor $"
)
LISTED = re.compile(r"(?: ?\([^()\n]{1,40}\))?(?:,? (?:dan|serta)|,)(?: pihak| aparat)? ")
IN_A_LIST = frozenset({"agency", "company", "secretariat", "regional_government"})


def office_of(head: str, post: str) -> str | None:
    """The office that a post leads: "Kecamatan X" for "Camat X"."""
    name = post.partition(" ")[2]
    return f"{OFFICES[head]} {name}" if head in OFFICES and name[:1].isupper() else None


def district_offices(index: Index, text: str, bodies: list[Body]) -> Iterator[Body]:
    """Offices named themselves, where the words around tell that they are meant and not the place; `bodies` are what
    else the text names."""
    ends = [body.spans[0][1] for body in bodies if body.kind in IN_A_LIST]
    for match in OFFICE.finditer(text):
        listed = any(
            LISTED.fullmatch(text, end, match.start()) for end in ends if 0 < match.start() - end < 50
        )
        if listed or AS_OFFICE.search(text, max(0, match.start() - 30), match.start()):
            ends.append(match.end())
            yield body_of(index, match[0], "agency", None, match.span(), 0.7)
