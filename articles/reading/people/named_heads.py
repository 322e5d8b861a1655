"""Posts that a name, a number or initials complete: "Camat X", "Wamendagri RI", "Dandim 0615", "Kadiskar PB"."""

import re
from functools import cache

from ..language.lexicon import agencies, any_of, fold, national_bodies
from .names import FRONT

# What a list of posts goes on with: the name before it is no office.
NEXT_HEAD = (
    r"(?:Wakil |Sekretaris|Ketua|Anggota|Kepala|Ka[bds][a-z]+ |Camat|Lurah|Direktur|Staf|P(?:lt|lh|j)\b)"
)
COUNCIL_NAMES = ("DPRD", "DPRK", "DPR", "DPRA")
# "Kadiskar PB", "Kasie PPL, Dewi"
SHORT_OFFICE = re.compile(r" [A-Z]{2,5}\b(?!\.)")
SHORT_STAFF = re.compile(r"ka(?:bag|subbag|subag|subbid|subid|sub|bid|sie?|subdit)")
# "Pejabat Pembuat Komitmen (PPK) proyek pasar, Dewi"
OF_PROJECT = re.compile(r"(?: \([A-Z]+\))?(?: [a-z]+){0,5}(?=,? [A-Z])")
# "Juru Bicara Dapil 5"
OF_ELECTORAL_DISTRICT = re.compile(r" (?:Dapil|Daerah Pemilihan)(?: \(Dapil\))? (?:\d{1,2}|[IVX]{1,4})\b")
# "Camat X": what a single proper name completes.
NAMED_AFTER = re.compile(
    r" (?:(?:Batu|Bojong|Bukit|Gunung|Kebon|Lubuk|Muara|Padang|Parung|Pasar|Pasir|Pondok|Pulau|Rawa|Sungai|Taman|Tanjung|Tebing|Teluk|Ujung) )?"
    rf"(?!{FRONT})[A-Z][a-z]+(?: (?:Kidul|Kaler|Wetan|Kulon|Lor|Girang|Hilir|Tonggoh|Barat|Timur|Utara|Selatan|Tengah|Baru|Lama|Hulu|Ilir|Ulu|Raya|Jaya|Agung|Besar|Kecil|Dalam|Luar|Indah))?"
)
# "Kapolsek X Kompol Dewi": the district that it serves, before a rank, a comma or a name of two words.
STATION = re.compile(
    rf" (?!{FRONT})[A-Z][a-z]+(?=,? (?:{FRONT})|, [A-Z]| [A-Z][a-z]+ [A-Z][a-z]|[,.]? [a-z]|[.,\n]|$)"
)
OF_DISTRICTS = frozenset({"camat", "sekcam", "lurah", "seklur", "kepala desa", "kades"})
SECOND_WORD = re.compile(rf" (?!{FRONT})[A-Z][a-z]+")
# "Lurah Dadap Wetan, Ratih, mengaku": the name that the comma parts from the place.
NAME_BEHIND = re.compile(rf", (?!{NEXT_HEAD})[A-Z][a-z]+(?: [A-Z][a-z]+){{0,3}}(?:,| [a-z])")
# "Dandim 0615/Kota X": a garrison by its number.
GARRISON = re.compile(r" \d{2,4}(?:-\d{1,2})?(?: ?/ ?(?:Kota |Kab(?:upaten|\.)? ?)?[A-Z]\w+)?")
# "Wamendagri RI", "Duta Besar Negeri X": the state that it is of.
OF_STATE = re.compile(r" (?:RI\b|Republik Indonesia\b)")


def name_end(text: str, end: int, head: str) -> int:
    """Where the name ends that completes this head, read from `end` on; `end` where none does."""
    if head in OF_DISTRICTS and (named := NAMED_AFTER.match(text, end)):
        end = _district_end(text, named)
    short = head.startswith("kadis") or SHORT_STAFF.fullmatch(head)
    if short and (initials := SHORT_OFFICE.match(text, end)) and initials[0][1:] not in COUNCIL_NAMES:
        end = initials.end()
    if (
        head == "kadis"
        and (word := NAMED_AFTER.match(text, end))
        and f"dis{fold(word[0].strip())}" in agencies()
    ):
        end = word.end()
    if head == "kapolsek" and (named := STATION.match(text, end)):
        end = named.end()
    if head.startswith("dan") and (number := GARRISON.match(text, end)):
        end = number.end()
    if head == "pejabat pembuat komitmen" and (project := OF_PROJECT.match(text, end)):
        end = project.end()
    if district := OF_ELECTORAL_DISTRICT.match(text, end):
        end = district.end()
    if head.endswith("menteri") and (ministry := _ministry_behind(text, end)):
        end = ministry
    if state := OF_STATE.match(text, end):
        end = state.end()
    elif head in ("duta besar", "dubes") and (named := NAMED_AFTER.match(text, end)):
        end = named.end()
    return end


@cache
def _ministries() -> re.Pattern[str]:
    """What ministries are for, by which their ministers are called: "Menteri Dalam Negeri"."""
    named = (name.partition(" ") for name in {body.name for body in national_bodies().values()})
    return re.compile(rf" (?:{any_of(rest for kind, _, rest in named if kind == 'Kementerian')})\b")


def _ministry_behind(text: str, end: int) -> int | None:
    """Where the name of a minister's field ends, None where none is."""
    named = _ministries().match(text, end)
    return named.end() if named else None


def _district_end(text: str, named: re.Match[str]) -> int:
    """Where the district's name ends: a second word is part of it where the text has it so, "Kecamatan Lubuk Pinang"."""
    longer = SECOND_WORD.match(text, named.end())
    whole = f"{named[0]}{longer[0]}" if longer else ""
    is_whole = longer and (
        re.search(rf"(?<!Kepala )\b(?:Kecamatan|Kelurahan|Desa){re.escape(whole)}\b", text)
        or NAME_BEHIND.match(text, longer.end())
    )
    return longer.end() if longer and is_whole else named.end()
