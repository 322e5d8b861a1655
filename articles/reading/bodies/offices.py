"""Regional agencies by their long and short names; the region is the printed one or the one told of."""

import re
from collections.abc import Callable, Iterator
from functools import cache

import ahocorasick
from rapidfuzz import fuzz, process
from rapidfuzz.distance import DamerauLevenshtein

from dprd_news.lib.dictionary import dictionary, roots

from ..index import Index, automaton_of, hits_in
from ..language.lexicon import Agency, agencies, agency_words, fold, is_everyday, word_set
from ..language.passages import Span
from ..places import LEVEL_WORD, place_at
from ..tables import KnownRegion
from .body import Body, body_of, place_after

AGENCY = re.compile(
    r"\b(?:Dinas|Badan(?! Usaha Milik| Hukum\b)|Inspektorat|Satuan Polisi Pamong Praja|Kantor(?= Kesatuan Bangsa)|Rumah Sakit(?: (?:Umum Daerah|Khusus Ibu dan Anak|Ibu dan Anak|Khusus Gigi dan Mulut|Gigi dan Mulut|Jiwa|Mata|Paru|Umum Pusat))?(?= [A-Z(])|RSUD)\b(?: Daerah\b)?"
)
HOSPITAL = "Rumah Sakit Umum Daerah"
AGENCY_ALONE = ("Inspektorat", "Satuan Polisi Pamong Praja", "RSUD", HOSPITAL)
# "Dishub (Dinas Perhubungan)"
SPELT_OUT = re.compile(r" ?\((?:Dinas|Badan|Satuan) [\w ,&-]{3,80}\)")
HEADED_BY = re.compile(
    r"\b[Kk]a((?:dis|din)[a-z]*)((?: (?:PB|UKM|UMKM|LH|PU|PUPR|[A-Z][a-z]+))?)(?= [A-Z]| dan |[,.;])"
)
# A hospital with a name of its own, not its director's: "RSUD X, dr. Y".
NAMED_HOSPITAL = re.compile(
    r"(?: \(RSUD\))? [A-Z][a-z]{3,}(?:-[A-Z][a-z]+)?(?: [A-Z][a-z]{3,}){0,3}(?=[,.;)\n]| \(?(?:[a-z]|Kota\b|Kab|Prov|[A-Z]{2,5}\)))"
)
# "RSUD dr. Slamet X": named for somebody, unless it is its head's name: "Direktur RSUD dr. Dewi Lestari".
NAMED_FOR = re.compile(
    r"(?: \(RSUD\))? (?:[Dd]r|[Dd]rg|Ir|KH|H|R)\.? ?(?:(?:H|R|M|Moch?|Moh|Muh)\. ?)?[A-Z][a-z]+(?: [A-Z][a-z]+){0,3}"
)
ITS_HEAD = re.compile(
    r",? (?:yakni |yaitu )?(?:(?:[Dd]r|[Dd]rg|H|Hj|Ir|Prof)\.? ?)+[A-Z]|, [A-Z][a-z]+ [A-Z]"
)
HEAD_BEFORE = re.compile(r"\b(?:Direktur|Dirut|Wadir|Kepala|Plt\.?)(?: [A-Z]\w+){0,3} $")
# "RSUD X Kota", with the region's name behind its own.
HOSPITAL_IN_PLACE = re.compile(r" ([A-Z][a-z]{3,}) ([A-Z][a-z]{3,})\b")
# "Dinas Pekerjaan Umum (PU), Bina Marga dan Pengairan": the one short form that stands within a name.
GLOSS_WITHIN = re.compile(r" \(PU\)(?=, [A-Z])")
STEP = re.compile(r"(?:, [Dd]an |, | [Dd]an | & | )(?=([A-Z][\w-]*))")
GLOSS = re.compile(r" ?\(([A-Z][\w /-]{1,20})\)")


# "kantor diskominfo kota X": in small letters only with the region behind.
OF_TOWN = re.compile(r" +(?:[Kk]ota|[Kk]abupaten|[Kk]ab\.|[Pp]rovinsi) +[A-Z]")
# The next agency of a list.
NEXT_LISTED = re.compile(
    r"(?:,? (?:dan|serta)|,) (?=(Dinas|Badan|Inspektorat|Satuan|Satpol PP|Kantor|Bagian(?: [A-Z][a-z]+){1,3} Setda|RSUD|Dis[a-z]{3,}|Bap[a-z]{3,}|DLH|DP[A-Z\d]{1,6}|B[KP][A-Z]{1,5})\b)"
)
LONGEST_LIST = 6
# A shorter name is too near to others: "Dinas Sosial", "Dinas Kesehatan".
SLIP_CHARS = 25
SLIP_WORD_CHARS = 8


# "Kantor Cabang Disdik Wilayah VII X": which of its branches.
BRANCH = re.compile(r" Wilayah (?:[IVX]{1,5}|\d{1,2})\b(?= )")
# "Dinas X Pemkot Y": whose it is, by its government.
GOVERNMENTS = ("Pemkot ", "Pemkab ", "Pemprov ", "Pemerintah ", "di ")


# "Ditjen Dukcapil": a part of a ministry with the short name of a region's agency.
OF_A_MINISTRY = ("Direktorat Jenderal ", "Ditjen ", "Dirjen ", "Direktorat ", "Direktur Jenderal ")
# "KPU, Bawaslu dan DKPP": who watches over elections has the short name of an agency for food.
OF_ELECTIONS = re.compile(r"\b(?:KPU|Bawaslu)\b[^.\n]{0,40}$")


def agencies_in(index: Index, text: str, home: Callable[[int], KnownRegion | None]) -> Iterator[Body]:
    """`home` says whose an agency without a printed region is, by where it stands."""
    folded = fold(text)
    for start, end, short_name in hits_in(_short_names(), folded):
        alone = not LEVEL_WORD.match(text, end + 1)
        if text.endswith(OF_A_MINISTRY, 0, start):
            continue
        if short_name == "dkpp" and alone and OF_ELECTIONS.search(text, max(0, start - 60), start):
            continue
        if text[start].isupper() or text[start:end].startswith("dinas ") or OF_TOWN.match(text, end):
            further = end if short_name == "rsud" else _name_end(text, end)
            whole = _with_further_words(
                agencies()[short_name.replace(" & ", " dan ")], text, (start, end, further)
            )
            yield from _agency(index, text, whole, (start, further), home(start))
    yield from _by_heads(index, text, home)
    for match in AGENCY.finditer(text):
        is_hospital = match[0] in ("RSUD", HOSPITAL)
        end = match.end() if is_hospital else _name_end(text, match.end())
        if is_hospital and (own := _own_name(index, text, match)):
            name = f"{HOSPITAL}{text[match.end() : own].removeprefix(' (RSUD)')}"
            yield body_of(index, name, "agency", None, (match.start(), own), 0.75)
            continue
        name = text[match.start() : end]
        is_whole = name in AGENCY_ALONE or (name.startswith("Rumah Sakit ") and name != "Rumah Sakit Umum")
        if end > match.end() or is_whole:
            name = re.sub(r" \([A-Z]{2,6}\)", "", name)
            whole = Agency(re.sub(r"^RSUD\b", HOSPITAL, name), "agency")
            yield from _agency(index, text, whole, (match.start(), end), home(match.start()))


def _by_heads(index: Index, text: str, home: Callable[[int], KnownRegion | None]) -> Iterator[Body]:
    """ "Kadis Perkim", "Kadishub": the agency that somebody heads."""
    for match in HEADED_BY.finditer(text):
        office, further, end = match[1], match[2], match.end()
        agency = agencies().get(fold(f"Dinas{further}" if office == "dis" else f"{office}{further}"))
        if agency is None and office != "dis":
            agency, end = agencies().get(office), match.end(1)
        elif agency is None and _is_agency_word(further.strip()):
            end = _name_end(text, end)
            agency = Agency(f"Dinas{text[match.start(2) : end]}", "agency")
        if agency:
            yield from _agency(index, text, agency, (match.start(), end), home(match.start()))


def _own_name(index: Index, text: str, hospital: re.Match[str]) -> int | None:
    """Where a hospital's own name ends, None where a region or its director follows."""
    if text.startswith((" dan ", ", ", " & "), hospital.end()):
        return None
    if named_for := NAMED_FOR.match(text, hospital.end()):
        return _end_of_namesake(index, text, hospital, named_for)
    end = _name_end(text, hospital.end())
    named = NAMED_HOSPITAL.match(text, end)
    if (
        named
        and named[0].count(" ") > 1
        and HEAD_BEFORE.search(text, max(0, hospital.start() - 40), hospital.start())
        and not _stands_elsewhere(text, text[hospital.start() : named.end()])
    ):
        return None
    in_place = HOSPITAL_IN_PLACE.match(text, end)
    if not named and in_place and index.is_place(in_place[2]) and not index.is_place(in_place[1]):
        return in_place.end()
    if named and (shorter := _named_without(text, named[0].strip())):
        return text.index(shorter, named.start()) + len(shorter)
    if not named or index.is_place(named[0].strip()) or fold(named[0].strip()) in word_set("given_names.txt"):
        return None
    return named.end()


def _is_verb(word: str) -> bool:
    """ "RSUD dr. Slamet Dikeluhkan", in the capitals of a headline."""
    return word.startswith(("Di", "Me", "Ber", "Ter")) and any(
        root in dictionary() for root in roots(fold(word))
    )


def _end_of_namesake(
    index: Index, text: str, hospital: re.Match[str], named_for: re.Match[str]
) -> int | None:
    """Where the name of whom a hospital is named for ends, without the place behind it; None where it is its head's."""
    words = list(re.finditer(r"(?<= )[A-Z][a-z]+", named_for[0]))
    beyond = (
        word.start()
        for word in words[1:]
        if place_at(index, named_for[0], word.start()) or is_everyday(word[0]) or _is_verb(word[0])
    )
    end = named_for.start() + next(beyond, len(named_for[0]) + 1) - 1
    headed = HEAD_BEFORE.search(text, max(0, hospital.start() - 40), hospital.start())
    if headed and not ITS_HEAD.match(text, end) and not _stands_elsewhere(text, text[hospital.start() : end]):
        return None
    return end


def _named_without(text: str, name: str) -> str | None:
    """Of "Teratai Perbaiki Diri", in the capitals of a headline, the beginning that the text has elsewhere alone."""
    words = name.split(" ")
    for size in range(len(words) - 1, 0, -1):
        beginning = " ".join(words[:size])
        if len(words) > size + 1 and re.search(rf"\(?RSUD\)? {re.escape(beginning)}\b(?! [A-Z])", text):
            return beginning
    return None


def _stands_elsewhere(text: str, name: str) -> bool:
    """True where the text has this name without somebody who heads it before it."""
    return any(
        not HEAD_BEFORE.search(text, max(0, match.start() - 40), match.start())
        for match in re.finditer(rf"\b{re.escape(name)}\b", text)
    )


def _with_further_words(agency: Agency, text: str, ends: tuple[int, int, int]) -> Agency:
    """An agency whose short name goes on, "Dinas PU Bina Marga"; "UKM" within a longer name is left as printed."""
    start, end, further = ends
    printed = text[start:further]
    if further > end and text[start:end].endswith("KM"):
        return agency._replace(name=printed)
    return agency._replace(name=agency.name + text[end:further])


def _agency(index: Index, text: str, agency: Agency, span: Span, home: KnownRegion | None) -> Iterator[Body]:
    """The agency with its region; without one printed, that of `home`, less surely. An agency of nowhere is no
    body to file."""
    start, end = span
    gloss = GLOSS.match(text, end) or SPELT_OUT.match(text, end)
    end = gloss.end() if gloss else end
    usual = agencies().get(fold(gloss[0].strip(" ()"))) if gloss else None
    # Long names are printed with slips and commas of their own; the short form beside them is surer.
    if usual and (
        fuzz.ratio(fold(usual.name), fold(agency.name)) > 92
        or (_says_less(agency.name, usual.name) and not _is_usual_too(agency.name, usual.name))
    ):
        agency = usual
    agency = _usual(agency)
    branch = BRANCH.match(text, end)
    place = place_after(index, text, branch.end() if branch else end, None, skips=GOVERNMENTS)
    region = place.region if place else _region_of_list(index, text, end) or home
    if place and not region and home in place.regions:
        # "Dishub X", with X both city and regency: the one that the text is about.
        region = home
    end = place.end if place and region else end
    if region:
        name = f"{agency.name} {region.name}"
        yield body_of(index, name, agency.kind, region.code, (start, end), 0.9 if place else 0.75)
    elif place and not place.regions:
        yield body_of(index, f"{agency.name} {place.name}", agency.kind, None, (start, place.end), 0.6)


def _region_of_list(index: Index, text: str, end: int) -> KnownRegion | None:
    """ "Dinas A serta Dinas B Kota X": the first is of the region printed behind the last; None where none is."""
    for _ in range(LONGEST_LIST):
        further = NEXT_LISTED.match(text, end)
        if further is None:
            return None
        named = AGENCY.match(text, further.end())
        end = _name_end(text, named.end()) if named else further.end(1)
        gloss = GLOSS.match(text, end)
        place = place_after(index, text, gloss.end() if gloss else end, None, skips=GOVERNMENTS)
        if place:
            return place.region
    return None


def _name_end(text: str, position: int) -> int:
    """Where an agency's name ends: words that such names are made of, with commas and "dan" between."""
    step = STEP.match(text, position)
    while step and _is_agency_word(step[1]):
        position = step.end() + len(step[1])
        within = GLOSS_WITHIN.match(text, position)
        step = STEP.match(text, within.end() if within else position)
    return position


def _is_agency_word(word: str) -> bool:
    """True for a slip too: "Perinsdustrian"."""
    if word in agency_words() or len(word) < SLIP_WORD_CHARS:
        return word in agency_words()
    return (
        process.extractOne(word, agency_words(), scorer=DamerauLevenshtein.distance, score_cutoff=1)
        is not None
    )


def _usual(agency: Agency) -> Agency:
    """The agency by its usual name, from which a long printed one may differ by a slip: "Kawasan Pemukiman"."""
    joined = _joined(agency.name)
    if joined in _usual_names() or len(joined) < SLIP_CHARS:
        return _usual_names().get(joined, agency)
    near = process.extractOne(
        joined, list(_usual_names()), scorer=DamerauLevenshtein.distance, score_cutoff=2
    )
    # "Badan Pengelola X" is no slip of "Badan Pengelolaan X".
    alike = near and ("pengelola " in joined) == ("pengelola " in near[0])
    return _usual_names()[near[0]] if near and alike else agency


@cache
def _short_names() -> "ahocorasick.Automaton | None":
    """Of each name with "dan" also as "Satpol PP & Damkar"."""
    return automaton_of(
        {written: name for name in agencies() for written in {name, name.replace(" dan ", " & ")}}
    )


@cache
def _usual_names() -> dict[str, Agency]:
    return {_joined(agency.name): agency for agency in agencies().values()}


def _says_less(printed: str, usual: str) -> bool:
    """ "Dinas Perempuan dan Anak" for the longer name that its short form stands for."""
    return set(fold(printed).replace(",", " ").split()) < set(fold(usual).split())


def _is_usual_too(printed: str, usual: str) -> bool:
    """True for a name that other regions have, a word shorter than the one that the short form stands for here."""
    shorter = len(_joined(usual).split()) - len(_joined(printed).split())
    return shorter == 1 and _joined(printed) in _usual_names()


def _joined(name: str) -> str:
    """An agency's name without the commas and "dan" that are printed or left out at will."""
    return " ".join(word for word in fold(name).replace(",", " ").split() if word not in ("dan", "&"))
