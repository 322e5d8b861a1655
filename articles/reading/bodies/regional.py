"""Councils, governments and secretariats of regions, by rule: "DPRD X", "Pemkot Y dan Kabupaten Z", "Setda"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ..dates.printed_dates import WEEKDAY_PATTERN
from ..index import Index
from ..language.council_words import KOMISI_NUMBERED, STANDING_SHORT
from ..language.lexicon import fold
from ..language.passages import Span, touches
from ..language.sentences import Sentences
from ..places import Place, place_at
from ..tables import KnownRegion, Level
from .body import Body, body_of, government_of, place_after, secretariat_of

COUNCIL = re.compile(
    r"\b(?:(?:Dewan Perwakilan Rakyat Daerah|DEWAN PERWAKILAN RAKYAT DAERAH)(?: ?\(DPRD\)|\b)|(?:DPRD|DPRK|Dprd|DRPD)\b)(?: Tingkat I{1,2}\b)?"
)
# "Dewan Perwakilan Rakyat Kota (DPRK) X", "DPR X": so only where the region's council is called something else
# than DPRD, as in Aceh and Papua.
OWN_COUNCIL = re.compile(
    r"\b(?:Dewan Perwakilan Rakyat(?: (?:Kota|Kabupaten)(?= \())?|DPR[A-Z]{0,4}(?<!DPRD)(?<!DPRK))(?: ?\(DPR[A-Z]{0,4}\))?(?= [A-Z])"
)
# "Dewan Kab X", "dewan dari Kota Y", "Dewan Z": how headlines call a council.
PLAIN_COUNCIL = re.compile(r"(?<!Sekretaris )\b[Dd]ewan(?= (?:dari )?[A-Z])(?! (?:dari )?(?:DPRD|Rakyat)\b)")
# What some provinces call their councils for short.
SHORT_COUNCIL = re.compile(r"\b(Deprov|Dekab|Dekot)\b")
SHORT_LEVEL: dict[str, Level] = {"deprov": "province", "dekab": "regency", "dekot": "city"}
# "Badan Kehormatan Provinsi X": a part of that region's council.
PART_OF_COUNCIL = re.compile(
    rf"\b(?:Badan (?:Kehormatan|Musyawarah|Anggaran)|{STANDING_SHORT}|{KOMISI_NUMBERED})(?= (?:Provinsi|Prov\.?|Kota|Kabupaten|Kab\.) [A-Z])"
)
GOVERNMENT = re.compile(
    r"(?<!Tata )\b(?:Pemerintah(?:an)?(?: Daerah)?|pemerintah(?:an)?(?= (?:[Kk]ota|[Kk]abupaten|[Pp]rovinsi) [A-Z])|PEMERINTAH|Pem(?:kot?|kab|prov|da)|PEM(?:KOT?|KAB|PROV))\b"
)
# "meminta pemerintah X membereskan": of a province, whose name is no other region's.
OF_PROVINCE = re.compile(r"\bpemerintah(?= [A-Z])")
GOVERNMENT_ALONE = re.compile(
    r"\b(?:[Pp]emerintah (?:[Kk]abupaten|[Kk]ota|[Pp]rovinsi|[Dd]aerah)|[Pp]em(?:kab|kot|prov|da))\b"
)
GLOSSED_GOVERNMENT = re.compile(r"\bPemerintah (?:Kota|Kabupaten|Provinsi) \((Pem(?:kot|kab|prov))\)")
GOVERNMENT_LEVEL: dict[str, Level] = {
    "pemkot": "city",
    "pemko": "city",
    "pemkab": "regency",
    "pemprov": "province",
}
SECRETARIAT = re.compile(
    r"\b(?:Sek(?:re|er)tariat (?:Dewan Perwakilan Rakyat Daerah(?: \(DPRD\))?|Dewan|DPRD)(?: \(Setwan\))?|Setwan(?: DPRD)?|Set\. ?DPRD)(?!\w)"
)
REGIONAL_SECRETARIAT = re.compile(
    r"\b(?:Setda|Sekretariat Daerah)(?: \(Setda\))?(?= (?:Kota|Kabupaten|Kab\.|Provinsi|Prov\.?) )"
)
# "DPRD X bersama pemerintah daerah": the government of that council's region.
ITS_GOVERNMENT = re.compile(
    r"(?: ?\([^()\n]{2,30}\))?,? (?:bersama(?:-sama)?|dan|dengan)(?: dengan)?(?: pihak| jajaran)? ((?:[Pp]emerintah (?:daerah|Daerah|setempat|[Kk]ota|[Kk]abupaten|[Pp]rovinsi)|[Pp]em(?:da|kot|kab|prov))(?: setempat)?)\b(?! ?\(?[A-Z])"
)
GOVERNMENT_AND = re.compile(
    r"\b([Pp]em(?:kab|kot|prov|da)|[Pp]emerintah (?:[Kk]abupaten|[Kk]ota|[Pp]rovinsi|[Dd]aerah)(?: \(Pem\w{2,4}\))?) (?:dan|bersama|beserta|serta)"
    r" (?:pimpinan |anggota |jajaran )?(?:Dewan Perwakilan Rakyat Daerah \()?$"
)
# "Asisten X Setda Y": a part of that region's government.
OF_SECRETARIAT = re.compile(
    r"\b(?:[Aa]sisten|Assisten|Asda|Staf Ahli|Kepala|Kabag|Kasubbag|Kasubag|[Bb]agian|Biro)\b[^.;\n]{0,70} $|\bBag\. ?[A-Z][a-z]+ $"
)
# A council of a region that nobody knows is not just any council.
NOT_BARE = re.compile(
    r" (?:Kota|Kabupaten|Kab\.|Provinsi) ?[A-Z]| (?:dari|asal) (?:dua|tiga|empat|lima|enam|\d+|sejumlah|beberapa) "
)
BARE = ((COUNCIL, "council"), (re.compile(r"\b(?:Pem(?:kot?|kab|prov))\b"), "regional_government"))
BARE_SECRETARIAT = re.compile(r"\b[Ss]ekretariat (?:Dewan|DPRD)\b(?! [A-Z])|\bSetwan\b(?=, [A-Z])")
# "Pemkab dan DPRD Kabupaten X", "DPRD dan Pemerintah Kota Y": both are of the region that the second one names.
SHARES_ITS_REGION = re.compile(
    r"(?: ?\([^()\n]{2,30}\))?(?: (?:dan|serta|bersama|beserta|maupun)|,) (?=(?:Dewan Perwakilan|DPR|Pem))"
)
SECRETARIAT_AND = re.compile(
    r"\b(?:Sekretariat|Setwan)(?= (?:dan|serta|bersama|beserta)(?: [A-Z][\w-]+| \([A-Z]{2,6}\)){1,5} (DPR[DKA]\b))"
)
# Further regions after a body: "DPRD Kota A, Kabupaten B dan Kota C".
FURTHER = re.compile(
    r"(?: \([^()\n]{2,40}\))?(?:,? (?:dan|serta|maupun)|,) (?=(?:Kota|Kabupaten|Kab\.|Provinsi)\b)"
)
AND_DATED = re.compile(rf"[,.]? \(?(?:pada )?(?:hari )?{WEEKDAY_PATTERN}\b", re.I)
FURTHER_NAME = re.compile(
    r"(?: dan|,(?= [A-Z][a-z]+(?: [A-Z][a-z]+)?,? (?:dan|serta|hingga) [A-Z])|,? hingga) (?=[A-Z])(?!(?:DPRD|Pemerintah|Pem[kp]))"
)


def regional_bodies(index: Index, text: str) -> Iterator[Body]:
    for match in SECRETARIAT.finditer(text):
        place = place_after(index, text, match.end(), None, skips=("DPRD ",))
        if place and place.region:
            name = secretariat_of(place.region.council)
            yield body_of(index, name, "secretariat", place.region.code, (match.start(), place.end), 0.9)
        elif place and place.regions:
            name = secretariat_of(f"DPRD {place.name}")
            yield Body(name, "secretariat", None, (), 0.4, ((match.start(), place.end),))
    for match in REGIONAL_SECRETARIAT.finditer(text):
        place = place_at(index, text, match.end() + 1)
        if place and place.region and OF_SECRETARIAT.search(text, max(0, match.start() - 80), match.start()):
            yield government_of(index, place.region, (match.start(), place.end), 0.85)
        elif place and place.region:
            name = f"Sekretariat Daerah {place.region.name}"
            yield body_of(index, name, "agency", place.region.code, (match.start(), place.end), 0.85)
    yield from _with_shared_region(index, text)
    for match in COUNCIL.finditer(text):
        yield from _with_further(index, text, match, None, "council")
    yield from _own_councils(index, text)
    for match in PLAIN_COUNCIL.finditer(text):
        yield from _with_further(index, text, match, None, "council", on_file=True)
    for match in SHORT_COUNCIL.finditer(text):
        yield from _with_further(index, text, match, SHORT_LEVEL[fold(match[1])], "council")
    for match in PART_OF_COUNCIL.finditer(text):
        place = place_at(index, text, match.end() + 1)
        if place and place.region and place.region.has_council:
            yield _of_place(index, place, "council", (match.end() + 1, place.end))
    for match in GLOSSED_GOVERNMENT.finditer(text):
        yield from _with_further(index, text, match, GOVERNMENT_LEVEL[fold(match[1])], "regional_government")
    for match in GOVERNMENT.finditer(text):
        yield from _with_further(
            index, text, match, GOVERNMENT_LEVEL.get(fold(match[0])), "regional_government"
        )
    for match in OF_PROVINCE.finditer(text):
        yield from _with_further(index, text, match, "province", "regional_government", on_file=True)


def _own_councils(index: Index, text: str) -> Iterator[Body]:
    """Councils that are called something else than DPRD, by each form that is printed: "DPR X", "DPRA"."""
    for match in OWN_COUNCIL.finditer(text):
        place = place_after(index, text, match.end(), None)
        if place and place.region and place.region.council_name not in ("", "DPRD"):
            yield _of_place(index, place, "council", (match.start(), place.end))
    for name, region in index.councils_of_one_word.items():
        for match in re.finditer(rf"\b{re.escape(name)}\b", text):
            yield body_of(index, name, "council", region.code, match.span(), 0.9)


def _with_shared_region(index: Index, text: str) -> Iterator[Body]:
    """The first of two bodies that share the region printed behind the second."""
    for pattern, kind in ((GOVERNMENT_ALONE, "regional_government"), (COUNCIL, "council")):
        for match in pattern.finditer(text):
            shares = SHARES_ITS_REGION.match(text, match.end())
            second = (
                (GOVERNMENT if kind == "council" else COUNCIL).match(text, shares.end()) if shares else None
            )
            place = place_after(index, text, second.end(), None) if second else None
            if place and place.regions:
                yield _of_place(index, place, kind, match.span())
    for match in SECRETARIAT_AND.finditer(text):
        place = place_after(index, text, match.end(1), None)
        if place and place.region:
            name = secretariat_of(place.region.council)
            yield body_of(index, name, "secretariat", place.region.code, match.span(), 0.8)


def _with_further(
    index: Index, text: str, match: re.Match[str], level: Level | None, kind: str, on_file: bool = False
) -> Iterator[Body]:
    """The body named here and, for each region listed behind it, the body of the same kind there; `on_file` as in
    `place_after`."""
    place = place_after(index, text, match.end(), level, on_file=on_file)
    start = match.start()
    while place:
        if kind != "council" or not place.regions or any(region.has_council for region in place.regions):
            yield _of_place(index, place, kind, (start, place.end))
        further = FURTHER.match(text, place.end) or FURTHER_NAME.match(text, place.end)
        start = further.end() if further else 0
        known_level = place.region.level if place.region else level
        listed = further is not None and not _lies_in(index, text, start, place)
        alike = place_at(index, text, start, known_level) if listed else None
        # "DPRD A, B hingga DPRD C": A may be a regency and B a city.
        place = alike or (place_at(index, text, start) if listed and level is None else None)
        if further and place and further[0].endswith(", ") and AND_DATED.match(text, place.end):
            # "menerima DPRD Kota A, Kota B, Senin (5/5)": where that was.
            return


def _lies_in(index: Index, text: str, start: int, place: Place) -> bool:
    """ "Kota X, Provinsi Y" and "Kabupaten X, Y dan" say where the city lies."""
    if place.region is None or place.region.level == "province":
        return False
    further = place_at(index, text, start)
    return text.startswith("Provinsi", start) or bool(
        further and further.region and further.region.level == "province" and text[start - 2 : start] == ", "
    )


def _of_place(index: Index, place: Place, kind: str, span: Span) -> Body:
    """One body when one region fits; as printed, with all candidates, when a city and a regency share the name."""
    word = "DPRD" if kind == "council" else "Pemerintah"
    regions = [region for region in place.regions if region.has_council or kind != "council"]
    names = [region.council if kind == "council" else region.government for region in regions]
    if len(names) > 1:
        known = tuple(body for name in names for body in index.body_named(name))
        return Body(f"{word} {place.name}", kind, None, known, 0.4, (span,))
    code = regions[0].code if regions else None
    body = body_of(
        index, names[0] if names else f"{word} {place.name}", kind, code, span, 0.9 if code else 0.6
    )
    return replace(body, confidence=0.6) if place.slipped else body


def bare_bodies(index: Index, text: str, bodies: list[Body]) -> Iterator[Body]:
    """ "DPRD", "Pemkot" or "Sekretariat DPRD" alone: that of the one such body of the text, else of the site."""
    taken = [body.spans[0] for body in bodies]
    shared = dict(_governments_before(index, text, bodies))
    yield from shared.values()
    taken = sorted([*taken, *shared])
    for pattern, kind in BARE:
        named = {body.name: body for body in bodies if body.kind == kind}
        for match in pattern.finditer(text):
            if NOT_BARE.match(text, match.end()) or touches(match.span(), taken):
                continue
            if len(named) == 1:
                yield replace(next(iter(named.values())), spans=(match.span(),))
            elif not named and (region := _told_of(index, bodies)) and _is_own_level(match[0], region):
                name = region.council if kind == "council" else region.government
                yield body_of(index, name, kind, region.code, match.span(), 0.6)
    for body in bodies:
        its = ITS_GOVERNMENT.match(text, body.spans[0][1]) if body.kind == "council" else None
        if its and (named_of := index.tables.region_of(body.region_code)):
            yield government_of(index, named_of, its.span(1), 0.7)
    yield from _bare_secretariats(index, text, [body for body in bodies if body.kind == "council"])


def _told_of(index: Index, bodies: list[Body]) -> KnownRegion | None:
    """The region of the one council or government that the text names; the site's own where it names that or none."""
    own = index.own_region
    codes = {body.region_code for body in bodies if body.kind in ("council", "regional_government")}
    if not codes or (own and own.code in codes):
        return own
    return index.tables.region_of(codes.pop()) if len(codes) == 1 else None


def _bare_secretariats(index: Index, text: str, councils: list[Body]) -> Iterator[Body]:
    """ "Sekretariat DPRD" alone: that of the one council of the text, else of the last one before it in its sentence."""
    names = {council.name for council in councils}
    sentences = Sentences(text) if len(names) > 1 else None
    for match in BARE_SECRETARIAT.finditer(text):
        begin = sentences.at(match.start())[0] if sentences else 0
        here = [c for c in councils if begin <= c.spans[0][0] < match.start()] if sentences else councils
        if here:
            name, code = secretariat_of(here[-1].name), here[-1].region_code
            yield body_of(index, name, "secretariat", code, match.span(), 0.75 if len(names) == 1 else 0.6)


def _governments_before(index: Index, text: str, bodies: list[Body]) -> Iterator[tuple[Span, Body]]:
    """ "Pemkab dan DPRD Kabupaten X": the government whose region stands behind its council only."""
    for body in bodies:
        start = body.spans[0][0]
        before = GOVERNMENT_AND.search(text, max(0, start - 60), start) if body.kind == "council" else None
        if before and (region := index.tables.region_of(body.region_code)):
            yield before.span(1), government_of(index, region, before.span(1), 0.8)


def _is_own_level(printed: str, own: KnownRegion) -> bool:
    """False for a "Pemkab" where the region is a city."""
    return GOVERNMENT_LEVEL.get(fold(printed), own.level) == own.level
