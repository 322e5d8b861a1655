"""Where it took place: a room before its building, an inspected place, a village; never where somebody only points."""

import re
from collections.abc import Iterator

from ..index import Index
from ..language.lexicon import MONTH, WEEKDAY, any_of, word_set
from ..language.marks import quoted_in
from ..language.passages import lies_in
from ..language.visit_words import VISITING
from ..places import place_at

HEAD = rf"(?:{any_of(word_set('venue_heads.txt'))})"
INSPECTED = rf"(?:{any_of(word_set('inspected_places.txt') | word_set('venue_heads.txt'))}|kawasan)"
SMALL_ROOM = (
    r"(?:ruang(?:an)?|rung|aula|studio)(?: (?:rapat|sidang|pertemuan|kerja|utama|khusus|gabungan|pimpinan|tunggu|tamu|paripurna|komisi|fraksi|banmus|bamus|banggar"
    r"|serbaguna|media|pers|humas))*"
)
SMALL_HOUSE = r"(?:gedung|kantor|pendopo|balai)(?: (?:rapat|sidang|pertemuan|kerja|utama|khusus|gabungan|pimpinan)){0,2}"
WORDS = r"[A-Z][\w'’-]*(?: (?:Kab\.|(?:kota|kabupaten|provinsi)(?= [A-Z])|[A-Z][\w'’-]*|\d{1,3}|dan(?= [A-Z])|\([A-Z]\w{1,12}\)))*"
FLOOR = r"(?:,? [Ll]antai (?:\d{1,2}|[IVX]{1,4}|satu|dua|tiga|empat|lima|dasar)\b)"
# "ruang rapat lantai dua gedung DPRD X", "Ruang Rapat Komisi I, Gedung DPRD X"
IN_HOUSE = rf"(?:{FLOOR}?(?:,? (?:gedung|kantor|Gedung|Kantor) {WORDS}|, DPRD {WORDS})?{FLOOR}?)"
ROOM = re.compile(r"(?:ruang|rung|aula|auditorium|studio|ballroom)", re.I)


def _at(head: str, lead_in: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{lead_in})(?!Kota\b|Kabupaten\b|Provinsi\b|Jalan\b)((?:(?:{SMALL_ROOM}|{SMALL_HOUSE})(?: (?=[A-Z])|(?={FLOOR}))|(?={head}\b)|(?=[A-Z]))(?:{WORDS})?{IN_HOUSE})"
    )


AT = r"[Dd]i |[Dd]i(?=ru?a?ng)|[Bb]ertempat di |[Ss]uasana (?:di )?(?=[Gg]edung|[Kk]antor|[Rr]uang)"
# Where guests or citizens went to, they met.
TO_HOUSE = rf"(?:ke|(?i:{VISITING}|memenuhi|memadati|meluruk|menggeruduk|geruduk|mengepung)) (?=[Gg]edung |[Kk]antor |[Bb]alai |Balaikota |[Pp]endopo |Kampus |Graha )"
INSPECTS = (
    r"(?i:meninjau|tinjau|sidak\)?|mengecek|cek|memantau|melihat|mengunjungi|mendatangi|peninjauan|monitoring|pemantauan|inspeksi mendadak)"
    r"(?: (?i:langsung|terhadap|lapangan|ke|di|lokasi|kondisi|proyek|pembangunan|revitalisasi|rehabilitasi|pekerjaan|kesiapan|keadaan|fasilitas|renovasi|pelayanan)){0,4} "
)
MEETING = _at(HEAD, f"{AT}|{TO_HOUSE}")
INSPECTION = _at(INSPECTED, f"{AT}|ke |{INSPECTS}")
STREET = re.compile(r"\b[Dd]i ((?:Jalan|Jl\.?) [A-Z]\w*(?: [A-Z]\w*){0,3})")
SMALL = re.compile(
    rf"\b[Dd]i (gedung dewan|{SMALL_ROOM}(?: lantai (?:\d|satu|dua|tiga|empat))?)(?=[,.]| (?:pada|itu|dan)\b|\n|$)"
)
VILLAGE = re.compile(
    r"(?<!seperti )\bdi ((?:(?:RT|RW) ?\d+(?:(?:/| dan |, | ) ?(?:RT|RW) ?\d+){0,3} )?(?:Kelurahan|Desa)(?: (?!Kota|Kab|Kec|Prov)[A-Z][a-z]+){1,3})(?!, [A-Z]\w+(?:,| dan))"
)
# Several places were looked at, and none of them is the place.
SEVERAL = re.compile(
    r"\b(?:meninjau|tinjau|sidak\)?|peninjauan|monitoring|inspeksi)\b[^.\n]{0,40}\b(?:dua|tiga|empat|lima|beberapa|sejumlah|\d{1,2}) (?:\w+ )?(?:lokasi|titik|tempat|proyek|pekerjaan|pasar|sekolah|ruas|gedung"
    r"|puskesmas|perusahaan|pabrik)\b",
    re.I,
)
# "berlangsung di Paseban X", whatever kind of place that is.
HELD_AT = re.compile(
    r"\b(?:berlangsung|bertempat|digelar|dilaksanakan|diselenggarakan|dipusatkan|dihelat) (?:langsung )?di (?!Kota\b|Kabupaten\b|Kab\b|Provinsi\b|Jalan\b|Jl\b|Desa\b|Kelurahan\b|Kecamatan\b)([A-Z][a-z]+(?: [A-Z][\w'-]+){1,4})"
)
# A talk show's station, where no room of it is named.
ON_AIR = re.compile(r"\b((?:Studio )?(?:Radio|RRI|TVRI|TV)(?: (?!Jl|Jalan)[A-Z][\w'-]*){1,2})")
STATION = re.compile(r"(?:Radio|Studio|Stasiun|TV|RRI)", re.I)
LIKE_A_HOUSE = re.compile(r"Hub|Center|Centre|Park|Mall|Hall|House|Tower|Square|Space")
SHORT_FORM = re.compile(r" \([A-Z]\w{1,12}\)$")
DATED = re.compile(rf" (?i:{WEEKDAY}|{MONTH})\b.*$")
ON_STREET = re.compile(r" (?:Jalan|Jl)\b.*$")


def venue_of(index: Index, text: str, kind: str, title_end: int, head_end: int) -> str | None:
    """The place as printed. `kind` is the activity; headline, caption and lead end at `head_end`, the headline, whose
    capitals hide where a name ends, at `title_end`."""
    inspection = kind == "field_inspection"
    if inspection and SEVERAL.search(text[:head_end]):
        return None
    pattern = INSPECTION if inspection else MEETING
    named = [
        *_named(index, text, pattern, inspection, title_end),
        *_named(index, text[:title_end], pattern, inspection),
    ]
    if kind == "talkshow":
        named.sort(key=lambda place: not STATION.match(place[1]))
    if not inspection:
        in_head = [(start, name) for start, name in named if start < head_end]
        rooms = (name for start, name in in_head or named if ROOM.match(name))
        if room := next(rooms, None):
            return room
    if named:
        return named[0][1]
    quoted = quoted_in(text)
    fallbacks = (STREET, VILLAGE) if inspection else (HELD_AT, SMALL, VILLAGE)
    if kind == "talkshow":
        fallbacks = (ON_AIR, *fallbacks)
    found = (m[1] for p in fallbacks for m in p.finditer(text) if not lies_in(m.start(), quoted))
    place = next(found, None)
    station, _, town = place.rpartition(" ") if place else ("", "", "")
    # "Radio X Kota": where it sends from.
    return station if " " in station and kind == "talkshow" and index.is_place(town) else place


def _named(
    index: Index, text: str, pattern: re.Pattern[str], inspection: bool, begin: int = 0
) -> Iterator[tuple[int, str]]:
    """Rooms, buildings and places by name behind the words that lead to them, with where they stand."""
    quoted = quoted_in(text)
    head = INSPECTED if inspection else HEAD
    for match in pattern.finditer(text, begin):
        printed = SHORT_FORM.sub("", _without_street(DATED.sub("", match[1]))).strip()
        place = place_at(index, text, match.start(1))
        if not printed or lies_in(match.start(), quoted):
            continue
        if place and match.start(1) + len(printed) <= place.end:
            continue
        if re.match(rf"{head}\b|{SMALL_ROOM}\b|{SMALL_HOUSE}\b", printed) or (
            printed.count(" ") and LIKE_A_HOUSE.search(printed)
        ):
            yield match.start(1), printed


def _without_street(place: str) -> str:
    """ "Gedung X Jalan Y" without its street, by which alone "Trotoar Jalan Y" is known."""
    bare = ON_STREET.sub("", place)
    return bare if " " in bare else place
