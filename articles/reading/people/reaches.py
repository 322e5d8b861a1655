"""How far the words of a post reach: the units, bodies, regions and office words behind its head."""

import re
from dataclasses import dataclass

from ..bodies.body import Body
from ..bodies.units import Unit
from ..index import Index
from ..language.lexicon import RARE, agencies, agency_words, any_of, fold, is_everyday, rank_of, word_set
from ..places import Place, place_at
from ..tables import KnownRegion
from .named_heads import NAMED_AFTER, NEXT_HEAD, SHORT_STAFF, name_end
from .names import FRONT, FRONT_WORDS
from .post_heads import STAFF_OF_A_REGION

GLOSS = re.compile(
    r" ?\((?:(?!(?:H|Hj|Drs?|Dra|Ir|Prof|KH)\.)[A-Z][\w .&/-]{1,25}|sekda|sekwan|kabag|kadis[a-z]*|wagub|wabup|wawali)\)"
)
# "Staf Ahli bidang hukum, politik dan pemerintahan"
OF_FIELDS = re.compile(r" [Bb]idang ([a-z]+(?:, [a-z]+)+,? dan [a-z]+)\b")
STEP = re.compile(
    r"\)?(?:, [Dd]an |, serta |, | [Dd]an | & |/| serta | dari | utusan | asal | pada | di | )(?=([A-Za-z][\w-]*))"
)
OFFICE_WORDS = word_set("office_words.txt")
INITIALS_OF_OFFICE = re.compile(r"[A-Z][A-Z\d]{2,}")
# "Kepala Puskesmas X, Dewi", "Kepala UPT Pasar Y dr. Dewi": what opens an office whose name goes on up to its head's.
OPENS_OFFICE = any_of(word_set("office_nouns.txt"))
# "Kabid Ekbang BPPD Dewi", "Kasubid LH & SDA Dewi": but neither "Kabid Umum IGN Jaya" nor "Kabag Umum DEWI LESTARI".
INITIALS_OF_STAFF = re.compile(
    r"\b(?i:ka(?:bag|bid|sub[a-z]*|sie?)) [A-Z][A-Za-z]+(?: (?!I[A-Z]{1,2}$)| & )[A-Z]{3,}$"
)
IN_CAPITALS = re.compile(r" [A-Z]{2,}\b")
UNSPEAKABLE = re.compile(r"[B-DF-HJ-NP-TV-XZ]{3,}")
TITLE_IN_CAPITALS = re.compile(rf"{FRONT_WORDS}|DRS|KGS|MGS|NGR|GST")
UP_TO_NAME = re.compile(
    rf" (?:{OPENS_OFFICE})(?: (?!{FRONT})(?:[A-Z][\w'-]+|dan|&)){{0,6}}?(?: [IVX]{{1,3}}(?= [A-Z][a-z])|(?=, (?!dan\b|serta\b|{NEXT_HEAD})(?:[A-Z]|{FRONT})| (?:{FRONT})))"
)
# "Ketua Tim Penyusun": what a team is for may be any word, as long as it is nobody's name.
OF_A_TEAM = re.compile(r"\b(?:Tim|Panitia|Pokja|Satgas)$")
OFFICE_BEFORE = re.compile(r"\b(?:[Kk]epala|Dinas|Badan|Bagian|Bidang|UPTD?|Kantor|Prodi|Fakultas|Politik)$")
# Nouns of doing and being, "Perlengkapan", "Pemberitaan", "Dokumentasi", are nobody's names.
OFFICE_FORM = re.compile(r"(?:Pe|Ke)[a-z]{3,}an(?:-[A-Z][a-z]{3,}an)?|[A-Z][a-z]{3,}(?:asi|itas)")
# "Kepala Bagian Fasilitas Anggaran dan Umum Sekretariat DPRD": whatever stands between such a head and its body.
UP_TO_BODY = re.compile(
    r"(?: (?:[A-Z][\w-]+|dan|&)(?: \([A-Z][\w-]+\))?,?){1,7}?(?: pada| di)? (?=(?:Sekretariat|Setwan|Setda|DPRD|Pem(?:erintah|kot|kab|prov)|Dinas|Badan|Dis[a-z]{3,}|Bap[a-z]{3,}|BP[A-Z]{2,}|D[A-Z]{3,}|DLH)\b)"
)
# "Ketua Prodi Administrasi Publik FISIP Universitas X"
OF_CAMPUS = re.compile(
    r" (?:Program Studi|Prodi|Jurusan|Fakultas|Departemen|Laboratorium|F[A-Z]{1,6})(?: (?:[A-Z][\w-]*|dan|&)){0,8}? (?=(?:Universitas|Institut|Politeknik|Sekolah Tinggi|UIN|IAIN|ST[A-Z]{2,}|Un[a-z]{2,}|U[A-Z]{2,})\b)"
)
# "Asisten Administrasi Umum Sekretaris Daerah Kota X"
UP_TO_SECRETARY = re.compile(
    r"(?: (?:[A-Z][a-z]+|dan(?= (?!Sek)))){0,6}?(?: \([A-Z]\w+\))? (?:Sekretaris Daerah|Sekda)\b"
)
CAPITALISED = re.compile(r"[A-Z][\w-]+")
STAFF = re.compile(
    r"kepala(?= (?:Sub )?(?:Bagian|Bidang|Seksi|Biro|UPT[DB]?)\b)|ka(?:bag|subbag|subag|subbid|subid|sub|bid|sie?|subdit)\b",
    re.I,
)
UNKNOWN_OFFICE = re.compile(r" ([A-Z][a-z]{3,}|[A-Z]{3,})(?= [A-Z])")
HEADS_OF_OFFICES = frozenset({"kepala", "wakil kepala", "direktur"})
# "Kepala UPT Rusunawa Dewi Lestari", "Koordinator Lapangan Dewi": an office's everyday word right before a name.
LAST_OF_OFFICE = re.compile(r" ([A-Z][a-z]{3,})(?= [A-Z][a-z]+ [A-Z][a-z]+)")
HEADS_OF_WORK = HEADS_OF_OFFICES | {
    "koordinator",
    "manajer",
    "general manager",
    "pengawas",
    "penyuluh",
    "pengelola",
    "pranata",
}
# "Kasubdit Wilayah I, Dewi"
PART_OF_OFFICE = re.compile(r"(?:(?<=Wilayah)|(?<=Cabang)) (?:[IVX]{1,4}|\d{1,2})(?=,? [A-Z][a-z])")
IN_PROVINCE = re.compile(r",? (?=Provinsi [A-Z])")
# "Anggota DPRD Kota yaitu": of which city the text has told.
LEVEL_ALONE = re.compile(r" (?:Kota|Kabupaten|Provinsi)\b(?! ?\()(?: (?=([A-Z])))?")
FIRST_NAMES = word_set("first_names.txt")
# "Ketua LPM X Dewi Lestari": the ward or village that a body of citizens is of, before a name of two words.
OF_CITIZENS = re.compile(
    rf" (?:LPMK?|BPD|PKK|KIM|FKPM|DKM|BKM|Karang Taruna)(?: (?!{FRONT})([A-Z][a-z]{{3,}})(?= [A-Z][a-z]+ [A-Z][a-z]+)|(?=,? (?:{FRONT}|[A-Z][a-z]+ [A-Z])|, [A-Z]))"
)
# "Ketua Pansus Rapareda Pelayanan Haji DPRD X": a pansus by any words, misprinted ones too.
UP_TO_COUNCIL = re.compile(r"(?: [A-Z][\w-]+){2,7}? (?=DPRD\b)")
# "Ketua Pansus Raperda Kearsipan": a pansus named for what it drafts.
DRAFT = re.compile(
    r" (?:Penyusunan |Pembahasan |Perubahan )?(?:Ra[nm]?perda|Raperkada|Rancangan (?:Peraturan Daerah|Perda)|Perubahan Perda|Perda|LKPJ|RPJMD|RPJPD|RTRW|Tatib|Tata Tertib)\b(?: \([A-Z]\w+\))?(?: [Tt]entang)?"
)
# "LKPJ Gubernur TA 2022"
OF_YEAR = re.compile(r"(?: (?:Gubernur|Wali ?[Kk]ota|Bupati))?(?: (?:TA|Tahun(?: Anggaran)?) \d{4})?")
DRAFT_WORD = re.compile(
    r"(?:, (?=[A-Z][a-z]+(?: [A-Z][a-z]+){0,2},? dan [A-Z])|,? dan | )([A-Z][a-z]+|[A-Z]{2,}(?= ))(?!\.)"
)
# "Karang Taruna Kelurahan X"
OF_PLACE = frozenset({"Kelurahan", "Kecamatan", "Desa"})
# "Ketua BK DPRD" among several councils: whose it is the sentence tells.
PLAIN_COUNCIL = re.compile(r" DPRD\b(?: (?=(?P<level>Kota|Kabupaten|Kab\.|Provinsi)\b))?")


@dataclass
class Reach:
    """How far a post's words go, and what they named on the way."""

    end: int
    body: Body | None = None
    unit: Unit | None = None
    region: KnownRegion | None = None
    place: str = ""
    # True for a party or club: its head holds no post of the region it names.
    is_other: bool = False

    @property
    def has_region(self) -> bool:
        return self.region is not None or bool(self.body and self.body.region_code)

    @property
    def is_open(self) -> bool:
        """True while words of an office may still be listed: no unit, body or region has closed it."""
        return not (self.body or self.unit or self.region)


def extend(
    index: Index, text: str, reach: Reach, body_at: dict[int, Body], unit_at: dict[int, Unit], head: str
) -> None:
    """Takes in units, bodies, regions and the words that offices are named with."""
    reach.end = name_end(text, reach.end, head)
    _up_to_whole(text, reach, head)
    if _ends_with_office(index, text, reach, body_at, head):
        return
    fields = OF_FIELDS.match(text, reach.end)
    if fields and all(_names_offices(word.capitalize()) for word in re.findall(r"[a-z]{4,}", fields[1])):
        reach.end = fields.end()
    if head in STAFF_OF_A_REGION:
        # "Asisten Pemkesra, Satpol PP dan Dinas X": of no agency.
        body_at = {at: body for at, body in body_at.items() if body.kind != "agency"}
    while _steps_on(index, text, reach, body_at, unit_at) or _pansus_goes_on(text, reach):
        pass
    _behind_body(index, text, reach)
    if (head in HEADS_OF_WORK or SHORT_STAFF.fullmatch(head)) and reach.is_open:
        while (word := LAST_OF_OFFICE.match(text, reach.end)) and _is_of_office(index, word[1]):
            reach.end = word.end()


def _pansus_goes_on(text: str, reach: Reach) -> bool:
    """Takes in what a pansus is for, by any words up to its council."""
    words = UP_TO_COUNCIL.match(text, reach.end) if text.endswith(" Pansus", 0, reach.end) else None
    reach.end = words.end() - 1 if words else reach.end
    return words is not None


def _up_to_whole(text: str, reach: Reach, head: str) -> None:
    """Any words of a part up to the whole that it is of: a campus, a region's secretary, an office of a body."""
    if words := OF_CAMPUS.match(text, reach.end):
        reach.end = words.end() - 1
    if head in ("asisten", "assisten") and (words := UP_TO_SECRETARY.match(text, reach.end)):
        reach.end = words.end()
    if (
        STAFF.match(text, reach.end - len(head))
        and (words := UP_TO_BODY.match(text, reach.end))
        and all(may_be_of_office(word) for word in CAPITALISED.findall(words[0]))
    ):
        reach.end = words.end() - 1


def _ends_with_office(index: Index, text: str, reach: Reach, body_at: dict[int, Body], head: str) -> bool:
    """Takes in an office that nobody knows; True where the place that it is of ends it."""
    if not (head in HEADS_OF_OFFICES or head == "kadis") or reach.end + 1 in body_at:
        return False
    words = UP_TO_NAME.match(text, reach.end) if head in HEADS_OF_OFFICES else None
    if words:
        if not any(words.start() < at < words.end() for at in body_at):
            reach.end = words.end()
        return False
    office = _office_of_place(index, text, reach.end)
    if office:
        # Whose it is stays open: the office may be of the region or lie there.
        reach.region, reach.end, reach.is_other = office.region, office.end, True
    return office is not None


def _behind_body(index: Index, text: str, reach: Reach) -> None:
    """Where the body lies, the number of its part, the level of a council without its region."""
    if reach.body and (around := IN_PROVINCE.match(text, reach.end)):
        # "DPRD Kabupaten X Provinsi Y": where it lies.
        place = place_at(index, text, around.end())
        reach.end = place.end if place else reach.end
    if part := PART_OF_OFFICE.match(text, reach.end):
        reach.end = part.end()
    if reach.body and reach.body.kind == "council" and (level := LEVEL_ALONE.match(text, reach.end)):
        # "DPRD Provinsi Dewi Lestari": what stands behind is no place.
        named = level[1] and place_at(index, text, level.end())
        reach.end = reach.end if named else level.end() - bool(level[1])


def body_of_citizens(text: str, end: int) -> int | None:
    """Where the body of citizens ends that is named from `end` on, with the ward it is of; None where none is."""
    of = OF_CITIZENS.match(text, end)
    if of is None:
        return None
    is_name = of[1] is not None and fold(of[1]) in word_set("given_names.txt")
    return of.start(1) - 1 if is_name else of.end()


def may_be_of_office(word: str) -> bool:
    """False for a word that is first of all somebody's name."""
    return _names_offices(word) or all(is_everyday(part) for part in word.split("-")) or word.isupper()


def _is_of_office(index: Index, word: str) -> bool:
    """True for an everyday word that is nobody's first name and no place."""
    return is_everyday(word) and word not in FIRST_NAMES and not index.is_place(word)


def _draft_behind(text: str, end: int) -> int:
    """Where the name of the draft ends for which a pansus is named, `end` where none is: everyday words, up to a
    person's name."""
    draft = DRAFT.match(text, end)
    if not draft:
        return end
    year = OF_YEAR.match(text, draft.end())
    end = year.end() if year else draft.end()
    while (word := DRAFT_WORD.match(text, end)) and (is_everyday(word[1]) or _names_offices(word[1])):
        end = word.end()
    return end


def _steps_on(
    index: Index, text: str, reach: Reach, body_at: dict[int, Body], unit_at: dict[int, Unit]
) -> bool:
    """Takes in the next of a post's words; False where none goes on with it."""
    gloss = GLOSS.match(text, reach.end)
    if gloss and gloss.start() + 2 not in body_at and not _is_a_name(gloss[0].strip(" ()")):
        reach.end = gloss.end()
    plain = None if reach.body else PLAIN_COUNCIL.match(text, reach.end)
    if (
        plain
        and plain.start() + 1 not in body_at
        and not (plain["level"] and place_at(index, text, plain.end()))
    ):
        # "Ketua Komisi I DPRD Provinsi Dewi Lestari": the level without its region.
        reach.end = plain.end("level") if plain["level"] else plain.end()
    step = STEP.match(text, reach.end)
    if not step or (step[0] in (" pada ", " di ") and step.end() not in body_at):
        return False
    at = step.end()
    joined = step[0].strip(")") in (" ", "/", " pada ", " di ", " utusan ", " asal ")
    if at in body_at and (joined or body_at[at].kind == "agency") and not reach.body:
        reach.body, reach.end = body_at[at], body_at[at].spans[0][1]
    elif step[0] == " dari " and at in unit_at and unit_at[at].name.startswith("Fraksi"):
        # The faction that a member sits for is no part of the post.
        reach.unit = reach.unit or unit_at[at]
        return False
    elif at in unit_at and (joined or _is_of_komisi(step, unit_at[at])) and not reach.unit:
        reach.unit, reach.end = unit_at[at], unit_at[at].spans[0][1]
        reach.end = _draft_behind(text, reach.end) if reach.unit.name.startswith("Pansus") else reach.end
    elif reach.body and at in body_at and body_at[at].name == reach.body.name:
        # "Ketua HMTL Itenas": the campus of that group.
        reach.end = body_at[at].spans[0][1]
    elif at in unit_at or (step[1][0].islower() and not reach.is_open):
        return False
    elif (joined or reach.is_open) and _is_office_word(text, step):
        reach.end = at + len(step[1])
        if step[1] in OF_PLACE and (named := NAMED_AFTER.match(text, reach.end)):
            reach.end = named.end()
    elif joined and not reach.has_region and (place := place_at(index, text, at)):
        reach.region, reach.end, reach.place = place.region, place.end, text[at : place.end]
    else:
        return False
    return True


def _is_a_name(glossed: str) -> bool:
    """ "dihadiri Kabag Umum (Dewi Lestari)": who holds the post, and not what it is called for short."""
    words = glossed.split(" ")
    named = all(word.istitle() and rank_of(fold(word)) == RARE for word in words)
    return named and (len(words) > 1 or fold(glossed) in word_set("given_names.txt"))


def _office_of_place(index: Index, text: str, end: int) -> Place | None:
    """ "Kepala Bapko Kota Dewi Lestari": an office that nobody knows ends with the place it is of."""
    office = UNKNOWN_OFFICE.match(text, end)
    if not office or is_everyday(office[1]) or index.is_place(office[1]) or office[1] in OFFICE_WORDS:
        return None
    place = place_at(index, text, office.end() + 1)
    return place if place and place.region else None


def _is_of_komisi(step: re.Match[str], unit: Unit) -> bool:
    """ "Anggota DPRD X dari Komisi I"."""
    return step[0] == " dari " and unit.name.startswith("Komisi")


def _is_office_word(text: str, step: re.Match[str]) -> bool:
    """The initials of an office, "Dinas SDABM"; or a word that offices are named with; in small letters only right behind another, without a comma."""
    if step[0] != " " and step[1] in ("Fraksi", "Komisi", "Pansus"):
        return False
    if step[1] == "Lalu" and not text.startswith(" Lintas", step.end() + len("Lalu")):
        # "Kabag Umum Lalu Gede": a name of Lombok.
        return False
    if step[1] == "Pimpinan" and text.endswith("Komunikasi", 0, step.start()):
        # "Kepala Bagian Protokol dan Komunikasi Pimpinan"
        return True
    if step[1] == "Anak" and text.startswith(" Agung ", step.end() + len("Anak")):
        # "Ketua Komisi III Anak Agung Gde": one of Bali.
        return False
    if INITIALS_OF_OFFICE.fullmatch(step[1]) and (
        (step[0] == " " and OFFICE_BEFORE.search(text[max(0, step.start() - 10) : step.start()]))
        or _are_staffs(text, step)
    ):
        return True
    if (
        step[0] == " "
        and OF_A_TEAM.search(text[max(0, step.start() - 10) : step.start()])
        and is_everyday(step[1])
    ):
        return True
    word = step[1] if step[1][0].isupper() else step[1].capitalize() if step[0] in (" ", " & ") else ""
    return _names_offices(word)


def _are_staffs(text: str, step: re.Match[str]) -> bool:
    """True for the initials of an office that staff works in, which are no title and no name in capitals."""
    end = step.end() + len(step[1])
    if not INITIALS_OF_STAFF.search(text[max(0, step.start() - 20) : end]) or IN_CAPITALS.match(text, end):
        return False
    known = fold(step[1]) in agencies() or step[0] == " & "
    return known or (UNSPEAKABLE.fullmatch(step[1]) is not None and not TITLE_IN_CAPITALS.fullmatch(step[1]))


def _names_offices(word: str) -> bool:
    """True for a word of an office's name, and for two such joined: "Kabag Umum-Kepegawaian"."""
    if (
        word in OFFICE_WORDS
        or word in agency_words()
        or fold(word) in agencies()
        or OFFICE_FORM.fullmatch(word)
    ):
        return True
    parts = word.split("-")
    return len(parts) > 1 and all(map(_names_offices, parts))
