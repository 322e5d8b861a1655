"""Schools by their kind, number and place: "SMPN 3 X", "Sekolah Menengah Pertama Negeri (SMPN) 34 X"."""

import re
from collections.abc import Iterator

from ..index import Index
from ..language.lexicon import any_of, lines_of
from ..places import place_at
from .body import Body, body_of

SCHOOL = re.compile(
    r"\b(?:Universitas Islam Negeri(?: \(UIN\))?(?: [A-Z][\w'-]+){1,4}|(?:SD|SMP|SMA|SMK|MTs|MA|MI)(?:N|IT| IT| Negeri| Swasta)?(?: \d{1,3})?(?: (?:[A-Z][\w'-]+|\d{1,3}|[IV](?=[,.;)\n]|$| (?:dan|serta|di)\b))){1,4}|"
    r"(?:UIN|IAIN|STAI[A-Z]{0,2}|STI[AEK][A-Z]{0,3}|STKIP|IKIP)(?: [A-Z][\w'-]+){1,3}|(?:Universitas|Universiti|Institut|Akademi|Politeknik|Sekolah Tinggi|Pondok Pesantren)(?: [A-Z][\w'-]+){1,4}(?: \([A-Z]{2,6}\) "
    rf"(?!(?:{any_of(lines_of('countries.txt'))})\b)[A-Z][a-z]+(?= [a-z]|[,.\n]))?)"
)
NUMBERED_SCHOOL = re.compile(r"(?:SD|SMP|SMA|SMK|MTs|MA|MI)(?:N| Negeri| Swasta)? \d{1,3}\b")
# "SD Negeri X 601 Dewi"
NUMBERED_BEHIND = re.compile(r"(?:SD|SMP|SMA|SMK|MTs|MA|MI)(?:N| Negeri)?(?: [A-Z][a-z]+){1,2} \d{1,3}\b")
# "Sekolah Menengah Pertama Negeri (SMPN) 34 X"
LONG_SCHOOL = re.compile(
    r"\b(Sekolah Dasar|Sekolah Menengah Pertama|Sekolah Menengah Atas|Sekolah Menengah Kejuruan)( Negeri)?(?: ?\([A-Z]{2,4}\))?( Negeri)? (\d{1,3}(?: [A-Z][\w'-]+){0,2})"
)
# "Sekolah Dasar (SD) Negeri X 601 Y"
GLOSSED_SCHOOL = re.compile(
    r"\bSekolah (?:Dasar|Menengah (?:Pertama|Atas|Kejuruan)) \((SD|SMP|SMA|SMK)N?\)( Negeri)?((?: [A-Z][\w'-]+){1,3}(?: \d{1,3}(?: [A-Z][a-z]+)?)?)"
)
SHORT_SCHOOLS = {"Dasar": "SD", "Pertama": "SMP", "Atas": "SMA", "Kejuruan": "SMK"}
# "SMPN 3 Kota X": of several by that number, the one there.
AT_TOWN = re.compile(r" (?:Kota|Kabupaten)(?= [A-Z])")
GLOSSED = re.compile(r" \([^()]*\)")
# Only the state numbers its schools alone: "SMP 3 X" is a Negeri, "SMP Taruna 3" is not.
STATE_SCHOOL = re.compile(r"^(SD|SMP|SMA|SMK|MTs|MA|MI)(?:N\b|(?= \d))")
# "sebuah SD Negeri": any school of that kind.
ANY_SCHOOL = re.compile(
    r"(?:SD|SMP|SMA|SMK|MTs|MA|MI)(?:N|IT)?(?: (?:Negeri|Swasta|IT|Islam|Terpadu|Inklusi|Favorit|Unggulan))*"
)
# "SMA Negeri 54, 21, dan 80 X": one kind and place, several numbers.
NUMBERED_SCHOOLS = re.compile(
    r"\b((?:SD|SMP|SMA|SMK|MTs|MA|MI)(?:N| Negeri)?) (\d{1,3}(?:, \d{1,3})*,? (?:dan |serta )?\d{1,3}) ([A-Z][a-z]+)"
)


def schools_by_number(index: Index, text: str) -> Iterator[Body]:
    for match in NUMBERED_SCHOOLS.finditer(text):
        for number in re.finditer(r"\d+", match[2]):
            start = match.start(2) + number.start() if number.start() else match.start()
            name = STATE_SCHOOL.sub(r"\1 Negeri", f"{match[1]} {number[0]} {match[3]}")
            yield body_of(index, name, "school", None, (start, match.start(2) + number.end()), 0.75)
    for match in GLOSSED_SCHOOL.finditer(text):
        name = f"{match[1]}{match[2] or ''}{match[3]}"
        yield body_of(index, name, "school", None, match.span(), 0.75)
    for match in LONG_SCHOOL.finditer(text):
        short = SHORT_SCHOOLS[match[1].split(" ")[-1]]
        name = STATE_SCHOOL.sub(r"\1 Negeri", f"{short}{match[2] or match[3] or ''} {match[4]}")
        yield body_of(index, name, "school", None, match.span(), 0.75)


def up_to_place(index: Index, printed: str) -> str:
    """ "SMA Negeri 4 X Dewi": a numbered school's name ends with the place that follows its number."""
    numbered = NUMBERED_SCHOOL.match(printed) or NUMBERED_BEHIND.match(printed)
    place = place_at(index, printed, numbered.end() + 1) if numbered else None
    if numbered and not place and numbered.re is NUMBERED_BEHIND:
        return numbered[0]
    return printed[: place.end] if place else printed


def school_spelt_out(index: Index, printed: str) -> str:
    if numbered := NUMBERED_SCHOOL.match(printed):
        printed = f"{numbered[0]}{AT_TOWN.sub('', printed[numbered.end() :])}"
    plain = STATE_SCHOOL.sub(r"\1 Negeri", GLOSSED.sub("", printed))
    return re.sub(r"^UIN(?= )", "Universitas Islam Negeri", plain)
