"""Bodies known by the word for their kind: schools, companies, ministries, parties, branches of the nation's."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from dprd_news.lib.dictionary import dictionary, roots

from ..index import Index
from ..language.lexicon import (
    Agency,
    agencies,
    any_of,
    fold,
    is_everyday,
    lines_of,
    national_bodies,
    word_set,
)
from ..places import place_at
from .body import Body, body_of
from .branches import branches_in
from .political_parties import political_parties
from .schools import (
    ANY_SCHOOL,
    AT_TOWN,
    GLOSSED,
    NUMBERED_BEHIND,
    NUMBERED_SCHOOL,
    SCHOOL,
    school_spelt_out,
    schools_by_number,
    up_to_place,
)

# What the next name begins with: "Perumda Tirta Ir. Bambang".
TRAILING = frozenset(
    {"dan", "RI", "Kota", "Kabupaten", "RW", "RT", "H", "Hj", "Ir", "Dr", "Drs", "Dra", "KH", "Prof", "R"}
)
# A bank of a region, "Bank Jabar", or by its initials: a "Bank Sampah" is none.
BANK = re.compile(r"\b[Bb]ank (?=[A-Z])")
MINISTRY = re.compile(
    r"\bKementerian(?: (?:(?!Kementerian)[A-Z][\w-]+|dan(?= (?!Kementerian|Pem(?:kot|kab|prov|erintah)|Dinas|Badan|DPR|PT)[A-Z]))){1,8}"
)
# What follows a school's name and is none of it: "SD Negeri 3 Kelurahan X".
OFFICE_BEHIND = re.compile(r" (?=(?:Desa|Kelurahan|Kecamatan|Kabupaten|Kota|Dinas|Jurusan|Fakultas)\b)")
COMPANY = re.compile(
    r"\b(?:PT|Pt|CV|Perusahaan Umum Daerah(?: \(Perumda\))?|Perum(?= (?:Jasa Tirta|Perhutani|Perumnas|D[Aa][Mm][Rr][Ii]|PPD|Peruri|Jamkrindo|AirNav)\b)|Perumda|Perumdam|Perseroda|(?<!DPD )(?<!DPW )(?<!DPC )PD(?! Pontren)|PDAM|BPR|BUMD(?! (?:Perumda|Pem(?:kot|kab|prov|erintah)|Kota|Kabupaten))|Badan Pengelola(?! (?:Keuangan|Pajak|Pendapatan)))\.?(?: (?:[A-Z][\w'-]+|dan(?= (?!Perusahaan|Pasar|PT|CV|Perumda|Dinas|Dis[a-z]|Din[a-z]|Badan|Bap[a-z]|BP|DPRD|Satpol|Komisi|Balai|Gedung|Kantor|Kota|Kabupaten|Tarif|Parkir|Pajak)[A-Z]))){1,5}"
)
# "PT. X" and "Pt X" are PT X.
LEGAL_FORM = re.compile(r"^(PT|Pt|CV|PD)\.?(?= )")
# "Perusahaan Umum Daerah Air Minum": any region's.
ANY_COMPANY = re.compile(
    r"Perumda(?:m)? PDAM|Perusahaan Umum Daerah(?: \(Perumda\))?(?: (?:Air Minum|Pasar|Kebersihan))?"
)
# What companies are called by as often as people.
NAMES_COMPANIES = frozenset(
    {"Adi", "Cahya", "Darma", "Dharma", "Karya", "Kencana", "Kirana", "Krisna", "Mukti", "Permana", "Utomo"}
)
MEDIA = re.compile(
    r"\b(?:[A-Z][a-z]+ ){1,2}(?:TV|FM)\b|\b(?:Radio|RRI|TVRI|TV)(?! (?:Publik|Lokal|Swasta|Daerah)\b)(?: \d{2,3}[.,]\d{1,2})?(?: (?!News\b|Jl\b|Jalan\b)[A-Z][\w'-]+){1,2}"
)
# "Lembaga Penyiaran Publik Lokal (LPPL) Radio X": a region's own station.
LOCAL_MEDIA = re.compile(
    r"\b(?:Lembaga Penyiaran Publik Lokal|LPPL)(?: \([A-Z]+\))? ((?:Radio|TV|Televisi)(?: [A-Z][\w'-]+){1,3})"
)
FREQUENCY = re.compile(r" \d{2,3}[.,]\d{1,2}")
# "Radio KS FM" is Radio KSFM.
SPACED_INITIALS = re.compile(r"\b([A-Z]{2,4}) (FM|TV)\b")
# Bodies of other states, with where they are of.
FOREIGN = re.compile(
    r"\b(?:Majlis (?:Bandaraya|Perbandaran|Daerah)|Dewan Bandar(?:aya)?|Dewan Undangan Negeri|Kedutaan Besar|Konsulat Jenderal|Majelis (?:Perbandaran|Bandaraya))(?: \([A-Z]{2,6}\))?(?: [A-Z][\w-]+){1,2}"
    rf"|\b(?:(?!Rombongan|Delegasi|Kunjungan|Kedatangan|Tamu|Anggota|Pimpinan|Ketua|Wakil|Sekretaris)[A-Z][a-z]+ ){{1,4}}(?:Committee|Council|Assembly|Commission|Parliament|Authority)(?: \([A-Z]{{2,6}}\))? (?:{any_of(lines_of('countries.txt'))})\b"
    rf"|\b(?:Dewan|Majelis|Parlemen) (?:Kota|Provinsi|Daerah)(?: [A-Z][\w-]+){{1,3}}(?=,? \(?(?:{any_of(lines_of('countries.txt'))})\b)"
)
# A river's own office: "Balai Besar Wilayah Sungai (BBWS) X".
RIVER = re.compile(
    r"\b(?:Balai (?:Besar )?Wilayah Sungai(?: \(BB?WS\))?|BB?WS)(?: [A-Z][a-z]+){1,2}(?:[- ][A-Z][a-z]+)?"
)
RIVERS_SHORT = re.compile(r"^B(B?)WS(?= )")
# "RS X Y", "RSUP Dr. X"; a region's own hospital is its agency.
HOSPITAL = re.compile(r"\bRS(?:UP|IA|U|I|K)?(?: (?:Dr|dr)\.)?(?: [A-Z][a-z]{2,}){1,3}")
# A second word is its name's only where nobody's may follow: "Kepala Puskesmas X Dewi".
PUSKESMAS = re.compile(r"\bPuskesmas(?: [A-Z][a-z]{3,})(?: [A-Z][a-z]+(?=[,.]|\n| [a-z]))?")
UNIVERSITY = re.compile(r"\b(?:De |La |The ){0,3}[A-Z][a-z]+(?: [A-Z][a-z]+)? University\b")
NOT_NAMES = word_set("not_names.txt")
# Words of no person's name that bodies are named with.
IN_BODIES = frozenset(
    {
        "Committee",
        "Council",
        "Negeri",
        "Indonesia",
        "Nasional",
        "Kota",
        "Kabupaten",
        "Daerah",
        "RW",
        "RT",
        "Masyarakat",
        "Warga",
        "Pemuda",
        "Guru",
        "Honorer",
        "Harapan",
    }
)
VISITING = any_of(word.capitalize() for word in word_set("visiting_verbs.txt"))
CALLING = any_of(word.capitalize() for word in word_set("calling_words.txt"))
CAPITAL_VERB = re.compile(rf"Me(?:ng|m|n|ny)[a-z]{{3,}}|Di[a-z]{{5,}}|{VISITING}|{CALLING}")
# Who heads it is named before it, and may be named behind it.
HEADED = re.compile(
    r"\b(?:[Rr]ektor|[Dd]ekan|[Kk]etua|[Kk]epala|[Dd]irektur|[Dd]irut|[Dd]osen|[Gg]uru Besar|[Mm]anajer)\b[^.,;\n]{0,50}$"
)
CAPITAL_VERBS = frozenset(word.capitalize() for word in word_set("headline_verbs.txt") if len(word) > 3)


def bodies_of_kinds(index: Index, text: str) -> Iterator[Body]:
    yield from schools_by_number(index, text)
    for pattern, kind in (
        (MINISTRY, "ministry"),
        (SCHOOL, "school"),
        (COMPANY, "company"),
        (MEDIA, "media"),
        (UNIVERSITY, "school"),
        (FOREIGN, "other"),
        (RIVER, "agency"),
        (PUSKESMAS, "agency"),
        (HOSPITAL, "other"),
    ):
        for match in pattern.finditer(text):
            if kind == "media" and (
                match[0].startswith("Studio ") or text.endswith("Studio ", 0, match.start())
            ):
                # "di Studio X TV": where, not who.
                continue
            if kind == "school" and NUMBERED_BEHIND.match(match[0]):
                # A number closes the name, whatever its words mean: "SDN Menanggal 601".
                printed = up_to_place(index, match[0])
            else:
                printed = _trimmed(match[0] if kind == "other" else _without_place(match[0], kind))
                printed = _without_head(index, text, match.start(), printed)
                printed = up_to_place(index, printed) if kind == "school" else printed
            any_such = ANY_SCHOOL.fullmatch(printed) or ANY_COMPANY.fullmatch(printed)
            if printed.count(" ") and not (any_such or _is_section(printed)):
                span = (match.start(), match.start() + len(printed))
                yield body_of(index, _canonical(index, printed, kind), kind, None, span, 0.75)
    for match in _national().finditer(text):
        body = _named_nationally()[match[1]]
        yield body_of(index, body.name, body.kind, None, match.span(), 0.85)
    yield from _local_media(index, text)
    yield from political_parties(index, text)
    yield from _banks(index, text)
    yield from branches_in(index, text)


def _without_head(index: Index, text: str, start: int, printed: str) -> str:
    """Without the name of who heads it: "Dirut Perumda Tirta Dewi Lestari", unless a comma parts the two."""
    words = printed.split(" ")
    if known := _national_before_name(index, words):
        return known
    closed = text.startswith(", ", start + len(printed))
    if closed or not HEADED.search(text, max(0, start - 60), start):
        return printed
    if shorter := _named_without(text, words):
        return shorter
    end = next(
        (
            n
            for n in range(2, len(words))
            if fold(words[n]) in word_set("given_names.txt")
            and not _names_companies(words, n)
            and not index.is_place(f"{words[n - 1]} {words[n]}")
        ),
        None,
    )
    return " ".join(words[:end])


def _national_before_name(index: Index, words: list[str]) -> str | None:
    """ "Kementerian Dalam Negeri Dewi Lestari": the body on the list that somebody's name stands behind."""
    for size in range(len(words) - 1, 1, -1):
        beginning, rest = " ".join(words[:size]), words[size:]
        if beginning in _named_nationally():
            is_name = not any(word.isupper() or is_everyday(word) or index.is_place(word) for word in rest)
            return beginning if is_name else None
    return None


def _names_companies(words: list[str], n: int) -> bool:
    """ "PT Graha Mukti", "Perumda Air Minum Tirta X"; behind anything else Tirta is somebody's name."""
    if words[n] == "Tirta":
        return n == 1 or words[n - 1] == "Minum"
    return words[n] in NAMES_COMPANIES


def _named_without(text: str, words: list[str]) -> str | None:
    """The longest beginning of these words, of three at least, that the text has elsewhere without the next one."""
    for size in range(len(words) - 1, 2, -1):
        beginning = " ".join(words[:size])
        if re.search(rf"\b{re.escape(beginning)}\b(?! [A-Z])", text):
            return beginning
    return None


def _is_section(printed: str) -> bool:
    """ "Kabid SD Disdik": the section for such schools of an agency."""
    return fold(printed.split(" ")[1]) in agencies() or printed.split(" ")[1] in ("Dinas", "Bidang")


def _without_place(printed: str, kind: str) -> str:
    """Without the place it stands in, which is part of the name where nothing else is: "PD Pasar Kota X"."""
    name = OFFICE_BEHIND.split(printed, maxsplit=1)[0]
    if NUMBERED_SCHOOL.fullmatch(name) and AT_TOWN.match(printed, len(name)):
        return printed
    words = name.split(" ")[1:]
    return (
        printed if kind == "company" and all(is_everyday(word) for word in words) and len(words) < 2 else name
    )


def _canonical(index: Index, printed: str, kind: str) -> str:
    """The whole name of what is printed so: on file where "Radio X" or "PT X" is on file as X, else spelt out."""
    spelt = SPELT_OUT[kind](index, printed) if kind in SPELT_OUT else printed
    if kind == "company" and (whole := _only_company(index, spelt)):
        return whole
    if kind in ("media", "company") and (known := index.body_named(spelt.partition(" ")[2])):
        return known[0].name
    return GLOSSED.sub("", spelt)


def _only_company(index: Index, printed: str) -> str | None:
    """ "Perumda Pasar" is the one company on file whose name goes on from there; None where it is whole or of several."""
    if printed.count(" ") != 1 or index.body_named(printed):
        return None
    beginning = f"{fold(printed)} "
    found = {
        body.name for name, bodies in index.bodies.items() if name.startswith(beginning) for body in bodies
    }
    return found.pop() if len(found) == 1 else None


def _ministry(index: Index, printed: str) -> str:
    if printed in national_bodies():
        return national_bodies()[printed].name
    # "Kementerian X dan Reformasi", its last word left out
    whole = {body.name for body in national_bodies().values() if body.name.startswith(f"{printed} ")}
    return whole.pop() if len(whole) == 1 and printed.count(" ") > 1 else printed


def _media(index: Index, printed: str) -> str:
    printed = SPACED_INITIALS.sub(r"\1\2", FREQUENCY.sub("", printed))
    if printed.startswith("TVRI ") and (place := place_at(index, printed, len("TVRI "))) and place.region:
        # "TVRI Jateng", by the province's whole name.
        return f"TVRI {place.region.proper_name}"
    # "Radio X Kota": where it sends from.
    name, _, last = printed.rpartition(" ")
    return name if " " in name and index.is_place(last) else printed


def _agency(index: Index, printed: str) -> str:
    """ "BBWS X" and "BWS X" spelt out."""
    return RIVERS_SHORT.sub(lambda short: f"Balai {'Besar ' * bool(short[1])}Wilayah Sungai", printed)


def _company(index: Index, printed: str) -> str:
    name = LEGAL_FORM.sub(lambda form: form[1].upper(), printed).replace("Perumda PDAM ", "Perumda ")
    of_town = AT_TOWN.search(name)
    place = place_at(index, name, of_town.start() + 1) if of_town else None
    # "PD Pasar Kota Mekar Sari", by the region's own spelling
    return f"{name[: of_town.start()]} {place.region.name}" if of_town and place and place.region else name


SPELT_OUT: dict[str, Callable[[Index, str], str]] = {
    "ministry": _ministry,
    "media": _media,
    "agency": _agency,
    "company": _company,
    "school": school_spelt_out,
}


@cache
def _named_nationally() -> dict[str, Agency]:
    """Bodies of the whole nation by each name that they are printed with."""
    return {name: body for short, body in national_bodies().items() for name in (body.name, short)}


@cache
def _national() -> re.Pattern[str]:
    # An audit's report is named for who made it, "LHP BPK", and tells nothing of them.
    return re.compile(
        rf"(?<!LHP )(?<!Sekjen )(?<!Setjen )(?<!\(Sekjen\) )(?<!\(Setjen\) )(?<!\(LHP\) )(?<!Opini )(?<!opini )\b(?=[A-Z])({any_of(_named_nationally())})\b(?: \([A-Z][\w-]{{1,20}}\))?"
    )


def _local_media(index: Index, text: str) -> Iterator[Body]:
    for match in LOCAL_MEDIA.finditer(text):
        name = _trimmed(match[1])
        if name.count(" "):
            span = (match.start(), match.start(1) + len(name))
            known = index.body_named(name)
            yield body_of(index, known[0].name if known else f"LPPL {name}", "media", None, span, 0.75)


def _banks(index: Index, text: str) -> Iterator[Body]:
    for match in BANK.finditer(text):
        place = place_at(index, text, match.end())
        if place and place.regions:
            name = f"Bank {text[match.end() : place.end]}"
            yield body_of(index, name, "company", None, (match.start(), place.end), 0.75)


def _is_foreign(word: str) -> bool:
    """A word that stands in no body's name: a verb of the headline, what opens the next sentence."""
    return (word in NOT_NAMES and word not in IN_BODIES) or _is_verb(word)


def _is_verb(word: str) -> bool:
    """ "Mengadu" and "Datangi", but not "Mentaya"."""
    if not CAPITAL_VERB.fullmatch(word):
        return False
    return not word.startswith(("Me", "Di")) or any(root in dictionary() for root in roots(fold(word)))


def _trimmed(name: str) -> str:
    words = name.split(" ")
    # In a headline a verb follows with a capital of its own: "Perumda X Tak Hadiri Rapat".
    ends = (
        n
        for n, word in enumerate(words)
        if (n and (_is_verb(word) or word in CAPITAL_VERBS)) or (n > 1 and _is_foreign(word))
    )
    words = words[: next(ends, None)]
    while words and (_is_foreign(words[-1]) or words[-1] in TRAILING):
        words.pop()
    return " ".join(words)
