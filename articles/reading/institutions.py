"""Whole bodies named in a text: by the tables, by rule for every region's council and government, by gloss."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from .bodies import Body, body_of, place_after
from .index import Index
from .lexicon import fold, is_everyday, national_bodies, parties, vertical_bodies, word_set
from .offices import GLOSS, agencies_in
from .passages import Span
from .places import Place, place_at
from .sentences import Sentences
from .tables import KnownInstitution, KnownRegion, Level

COUNCIL = re.compile(
    r"\b(?:(?:Dewan Perwakilan Rakyat Daerah|DEWAN PERWAKILAN RAKYAT DAERAH)(?: ?\(DPRD\)|\b)|(?:DPRD|DPRK|Dprd)\b)"
)
# What some provinces call their councils for short.
SHORT_COUNCIL = re.compile(r"\b(Deprov|Dekab|Dekot)\b")
SHORT_LEVEL: dict[str, Level] = {"deprov": "province", "dekab": "regency", "dekot": "city"}
# "Badan Kehormatan Provinsi X": a part of that region's council.
PART_OF_COUNCIL = re.compile(
    r"\b(?:Badan (?:Kehormatan|Musyawarah|Anggaran)|Bapemperda|Banggar|Ban?mus|Komisi (?:[IVX]{1,4}|[A-E]))(?= (?:Provinsi|Prov\.?|Kota|Kabupaten|Kab\.) [A-Z])"
)
GOVERNMENT = re.compile(
    r"\b(?:Pemerintah(?:an)?(?: Daerah)?|pemerintah(?:an)?(?= (?:[Kk]ota|[Kk]abupaten|[Pp]rovinsi) [A-Z])|PEMERINTAH|Pem(?:kot|kab|prov|da)|PEM(?:KOT|KAB|PROV))\b"
)
GLOSSED_GOVERNMENT = re.compile(r"\bPemerintah (?:Kota|Kabupaten|Provinsi) \((Pem(?:kot|kab|prov))\)")
GOVERNMENT_LEVEL: dict[str, Level] = {"pemkot": "city", "pemkab": "regency", "pemprov": "province"}
SECRETARIAT = re.compile(
    r"\b(?:Sekretariat (?:Dewan Perwakilan Rakyat Daerah(?: \(DPRD\))?|Dewan|DPRD)(?: \(Setwan\))?|Setwan(?: DPRD)?|Set\. ?DPRD)(?!\w)"
)
REGIONAL_SECRETARIAT = re.compile(
    r"\b(?:Setda|Sekretariat Daerah)(?: \(Setda\))?(?= (?:Kota|Kabupaten|Kab\.|Provinsi|Prov\.?) )"
)
# What the next name begins with: "Perumda Tirta Ir. Bambang".
TRAILING = frozenset(
    {"dan", "RI", "Kota", "Kabupaten", "RW", "RT", "H", "Hj", "Ir", "Dr", "Drs", "Dra", "KH", "Prof", "R"}
)
# A council of a region that nobody knows is not just any council.
NOT_BARE = re.compile(r" (?:Kota|Kabupaten|Kab\.|Provinsi) ?[A-Z]")
REGION_NAMED = re.compile(r"\b(?:Kota|Kabupaten|Provinsi) [A-Z]")
BARE = ((COUNCIL, "council"), (re.compile(r"\b(?:Pem(?:kot|kab|prov))\b"), "regional_government"))
# "politisi Partai X" tells of a person, not of the party.
OF_A_PARTY = ("Fraksi ", "fraksi ", "-", "olitisi ", "olitikus ", "ader ", "olitisi dari ", "olitikus dari ")
# "di Gedung Dinas X": where, not who.
AT = re.compile(r"\b(?:Gedung|Aula|Halaman|Lapangan|Auditorium) $")
# "Raperda Perumda X" is about it.
OF_A_LAW = re.compile(r"\b(?:[Rr]aperda|[Pp]erda|Perwal|Perbup|tentang) $")
# A bank of a region, "Bank Jabar", or by its initials: a "Bank Sampah" is none.
BANK = re.compile(r"\b[Bb]ank (?=[A-Z])")
BARE_SECRETARIAT = re.compile(r"\b[Ss]ekretariat (?:Dewan|DPRD)\b(?! [A-Z])")
MINISTRY = re.compile(r"\bKementerian(?: (?:(?!Kementerian)[A-Z][\w-]+|dan(?= (?!Kementerian)[A-Z]))){1,8}")
SCHOOL = re.compile(
    r"\b(?:(?:SD|SMP|SMA|SMK|MTs|MA|MI)(?:N|IT| Negeri| Swasta)?(?: \d{1,3})?(?: (?:[A-Z][\w'-]+|\d{1,3})){1,3}|"
    r"(?:Universitas|Universiti|Institut|Akademi|Politeknik|Sekolah Tinggi|Pondok Pesantren)(?: [A-Z][\w'-]+){1,4})"
)
# What follows a school's name and is none of it: "SD Negeri 3 Kelurahan X".
OFFICE_BEHIND = re.compile(r" (?=(?:Desa|Kelurahan|Kecamatan|Kabupaten|Kota|Dinas|Jurusan|Fakultas)\b)")
GLOSSED = re.compile(r" \([^()]*\)")
NUMBERED_SCHOOL = re.compile(r"(?:SD|SMP|SMA|SMK|MTs|MA|MI)(?: Negeri| Swasta)? \d{1,3}\b")
STATE_SCHOOL = re.compile(r"^(SD|SMP|SMA|SMK|MTs|MA|MI)N\b")
COMPANY = re.compile(
    r"\b(?:PT|CV|Perumda|Perumdam|Perseroda|PD|PDAM|BPR|BUMD(?! (?:Perumda|Pem(?:kot|kab|prov|erintah)|Kota|Kabupaten))|Badan Pengelola(?! (?:Keuangan|Pajak|Pendapatan)))\.?(?: (?:[A-Z][\w'-]+|dan(?= (?!Pasar|PT|Perumda|Dinas|Badan)[A-Z]))){1,4}"
)
MEDIA = re.compile(r"\b(?:Radio|RRI|TVRI|TV)(?! (?:Publik|Lokal|Swasta|Daerah)\b)(?: [A-Z][\w'-]+){1,2}")
# Groups that come to be heard: any other group of citizens is no body that this site files.
COMMUNITY_NAME = (
    r"(?:Relawan|Forum|Paguyuban|Komunitas|Himpunan|Ikatan|Persatuan|Serikat|Aliansi"
    r"|Gerakan|Yayasan|Koalisi|Lembaga|Koperasi|Asosiasi|Perkumpulan|Organisasi|Dewan Pimpinan|Badan (?:Eksekutif|Perwakilan) Mahasiswa|Karang Taruna)(?: [A-Z][\w'-]+){1,5}"
)
COMMUNITY = re.compile(
    rf"(?:(?<=[Aa]udiensi )|(?<=[Aa]udiensi dari )|(?<=[Aa]udiensi dengan )|(?<=[Aa]udiensi bersama )|(?<=kunjungan )){COMMUNITY_NAME}"
)
# Bodies of other states, with where they are of.
FOREIGN = re.compile(
    r"\b(?:Dewan Undangan Negeri|Kedutaan Besar|Konsulat Jenderal)(?: \([A-Z]{2,6}\))?(?: [A-Z][\w-]+){1,2}"
)
UNIVERSITY = re.compile(r"\b[A-Z][a-z]+ University\b")
# Further regions after a body: "DPRD Kota A, Kabupaten B dan Kota C".
FURTHER = re.compile(
    r"(?: \([^()\n]{2,40}\))?(?:,? (?:dan|serta|maupun)|,) (?=(?:Kota|Kabupaten|Kab\.|Provinsi)\b)"
)
FURTHER_NAME = re.compile(r" dan (?=[A-Z])(?!(?:DPRD|Pemerintah|Pem[kp]))")
NOT_NAMES = word_set("not_names.txt")
# Words of no person's name that bodies are named with.
IN_BODIES = frozenset(
    {"Negeri", "Indonesia", "Nasional", "Kota", "Kabupaten", "Daerah", "RW", "RT", "Masyarakat", "Pemuda"}
)
HEADLINE_VERB = re.compile(r"Me(?:ng|m|n|ny)[a-z]{3,}")


def find_bodies(index: Index, text: str) -> list[Body]:
    """Every mention, one span each, in order; mentions without a region come out last resolved."""
    regional = list(_regional(index, text))
    found = sorted(
        [*_by_table(index, text, regional), *regional, *_by_rule(index, text, Home(index, text, regional))],
        key=lambda body: (body.spans[0][0], -body.spans[0][1]),
    )
    kept: list[Body] = []
    for body in found:
        start, _end = body.spans[0]
        if kept and start < kept[-1].spans[0][1]:
            continue
        if body.kind == "agency" and AT.search(text, max(0, start - 20), start):
            continue
        if body.kind == "company" and OF_A_LAW.search(text, max(0, start - 20), start):
            continue
        kept.append(body)
    kept = [_as_fuller(index, body, kept) for body in kept]
    kept = [_as_longer(_as_state_school(_settled(index, body, kept), kept), kept) for body in kept]
    further = [*_by_gloss(text, kept), *_groups_again(text, kept), *_bare(index, text, kept)]
    return sorted([*kept, *further], key=lambda body: body.spans[0])


def _settled(index: Index, body: Body, others: list[Body]) -> Body:
    """ "DPRD X", with X both city and regency, is the one that the text names in full elsewhere; a city before the
    province of its name."""
    if body.region_code or body.kind not in ("council", "regional_government"):
        return body
    regions = index.regions.get(fold(body.name.partition(" ")[2]), [])
    codes = {region.code for region in regions}
    named = {other.name: other for other in others if other.kind == body.kind and other.region_code in codes}
    if len(named) == 1:
        return replace(next(iter(named.values())), spans=body.spans, confidence=0.7)
    cities = [region for region in regions if region.level == "city"]
    if named or len(cities) != 1 or any(region.level == "regency" for region in regions):
        return body
    name = cities[0].council if body.kind == "council" else cities[0].government
    return body_of(index, name, body.kind, cities[0].code, body.spans[0], 0.6)


def _as_state_school(body: Body, others: list[Body]) -> Body:
    """ "SMP 1 X" is the "SMP Negeri 1 X" of the same text."""
    full = next(
        (o for o in others if " Negeri " in o.name and o.name.replace(" Negeri ", " ") == body.name), None
    )
    return replace(full, spans=body.spans) if full else body


def _as_fuller(index: Index, body: Body, others: list[Body]) -> Body:
    """A company by the longer name that a text has for it, and one university under two names: the longer where a place is what it adds, else the shorter, for
    a person's name may follow it: "Universitas X Dewi Lestari"."""
    if body.kind == "company":
        longer = {o.name: o for o in others if o.kind == "company" and o.name.startswith(f"{body.name} ")}
        longer = longer or {
            o.name: o for o in others if o.kind == "company" and body.name == _initials(o.name)
        }
        return replace(next(iter(longer.values())), spans=body.spans) if len(longer) == 1 else body
    if body.kind != "school":
        return body
    numbered = NUMBERED_SCHOOL.match(body.name)
    for other in others:
        if numbered and other.spans < body.spans and other.name.startswith(f"{numbered[0]} "):
            # "Kepala SMP 3 Dewi": the school is the one named before, the rest is its head.
            start = body.spans[0][0]
            return replace(other, spans=((start, start + len(numbered[0])),))
        more = other.name.removeprefix(f"{body.name} ")
        if other.kind == "school" and more != other.name and index.is_place(more):
            return replace(other, spans=body.spans)
        extra = body.name.removeprefix(f"{other.name} ")
        if other.kind == "school" and extra != body.name and " " in extra and not index.is_place(extra):
            start = body.spans[0][0]
            return replace(other, spans=((start, start + len(other.name)),))
    return body


def _initials(company: str) -> str:
    """ "PT MIS" for PT Mekar Infra Sejahtera."""
    kind, *words = company.split(" ")
    return f"{kind} {''.join(word[0] for word in words if word[0].isupper())}" if len(words) > 1 else ""


def _as_longer(body: Body, others: list[Body]) -> Body:
    """ "Dinas Pendidikan", its region unprinted, is the one agency of the text whose longer name begins so."""
    if body.kind != "agency" or body.known or body.confidence > 0.8:
        return body
    region = next((o for o in others if o.region_code == body.region_code and o.kind != "agency"), None)
    where = region.name.partition(" ")[2] if region else ""
    short = body.name.removesuffix(f" {where}")
    longer = {
        o.name: o for o in others if o.name.startswith(f"{short} dan ") and o.region_code == body.region_code
    }
    return (
        replace(next(iter(longer.values())), spans=body.spans, confidence=0.6) if len(longer) == 1 else body
    )


def _by_table(index: Index, text: str, regional: list[Body]) -> Iterator[Body]:
    folded = fold(text)
    absent = _absent(index, folded) if regional or REGION_NAMED.search(text) else ()
    for hit in index.bodies_in(folded):
        known = [body for body in index.bodies[hit.name] if _may_be(body, hit.name, absent)]
        printed = text[hit.start : hit.end]
        if not known or printed.islower() or (len(printed) <= 5 and not _is_name(index, printed, known)):
            continue
        place = place_at(index, text, hit.end + 1) if text[hit.end : hit.end + 1] == " " else None
        end = hit.end
        if place and place.regions:
            codes = {region.code for region in place.regions}
            here = [body for body in known if body.region_code in codes]
            if not here and any(body.region_code for body in known):
                continue
            known, end = here or known, place.end if here else hit.end
        elif len(known) > 1:
            own = index.own_region.code if index.own_region else None
            known = [body for body in known if body.region_code == own] or known
        if len(known) == 1:
            yield Body(
                known[0].name, known[0].kind, known[0].region_code, (known[0],), 0.98, ((hit.start, end),)
            )
        else:
            yield Body(printed, known[0].kind, None, tuple(known), 0.4, ((hit.start, end),))


def _absent(index: Index, folded: str) -> tuple[KnownRegion, ...]:
    """The regions that the text never speaks of."""
    return tuple(region for region in index.tables.regions if fold(region.proper_name) not in folded)


def _may_be(body: KnownInstitution, found_as: str, absent: tuple[KnownRegion, ...]) -> bool:
    """False for a short name alone that would be a body of a region that the text never speaks of."""
    if fold(body.name) == found_as:
        return True
    if body.region_code:
        return all(region.code != body.region_code for region in absent)
    return all(region.name not in body.name for region in absent)


def _is_name(index: Index, printed: str, known: list[KnownInstitution]) -> bool:
    """A word of a few letters is a body's short name only in that name's very capitals."""
    return any(printed in index.tables.names_of(body) for body in known)


class Home:
    """Whose agencies a text names without a region: the site's own where it is about that, else those of the
    one region whose council and government it tells of, else of the one that the sentence tells of."""

    def __init__(self, index: Index, text: str, regional: list[Body]) -> None:
        own = index.own_region
        codes = {body.region_code for body in regional}
        if own and fold(own.proper_name) in fold(text):
            codes = {own.code}
        self._only = index.tables.region_of(codes.pop()) if len(codes) == 1 else None
        self._index, self._regional, self._sentences = index, regional, Sentences(text)

    def at(self, position: int) -> KnownRegion | None:
        begin, stop = self._sentences.at(position)
        here = {body.region_code for body in self._regional if begin <= body.spans[0][0] < stop}
        return self._only or (self._index.tables.region_of(here.pop()) if len(here) == 1 else None)


def _by_rule(index: Index, text: str, home: "Home") -> Iterator[Body]:
    yield from agencies_in(index, text, home.at)
    for pattern, kind in (
        (MINISTRY, "ministry"),
        (SCHOOL, "school"),
        (COMPANY, "company"),
        (MEDIA, "media"),
        (UNIVERSITY, "school"),
        (COMMUNITY, "community"),
        (FOREIGN, "other"),
    ):
        for match in pattern.finditer(text):
            whole = match[0] if kind == "community" else _without_place(match[0], kind)
            printed = _trimmed(whole)
            if printed.count(" "):
                span = (match.start(), match.start() + len(printed))
                yield body_of(index, _canonical(index, printed, kind), kind, None, span, 0.75)
    for short_name, body in national_bodies().items():
        for match in re.finditer(
            rf"(?<!LHP )(?<!\(LHP\) )(?<!Opini )(?<!opini )\b(?:{re.escape(body.name)}(?: \({short_name}\))?|{re.escape(short_name)}\b)",
            text,
        ):
            yield body_of(index, body.name, body.kind, None, match.span(), 0.85)
    yield from _parties(index, text)
    yield from _banks(index, text)
    yield from _local_offices(index, text)


def _without_place(printed: str, kind: str) -> str:
    """Without the place it stands in, which is part of the name where nothing else is: "PD Pasar Kota X"."""
    name = OFFICE_BEHIND.split(printed, maxsplit=1)[0]
    words = name.split(" ")[1:]
    return (
        printed if kind == "company" and all(is_everyday(word) for word in words) and len(words) < 2 else name
    )


def _canonical(index: Index, printed: str, kind: str) -> str:
    """A ministry by its short name, "Radio X" or "PT X" on file as X, a state school spelt out."""
    if kind == "ministry" and printed in national_bodies():
        return national_bodies()[printed].name
    if kind == "media" and printed.count(" ") > 1 and index.is_place(printed.rpartition(" ")[2]):
        # "Radio X Kota": where it sends from.
        printed = printed.rpartition(" ")[0]
    if kind in ("media", "company") and (known := index.body_named(printed.partition(" ")[2])):
        return known[0].name
    return STATE_SCHOOL.sub(r"\1 Negeri", GLOSSED.sub("", printed))


def _parties(index: Index, text: str) -> Iterator[Body]:
    for short_name, name in parties().items():
        for match in re.finditer(
            rf"\b(?:{name}|(?<!Fraksi )(?:Partai|D[PT][CDPW]) {short_name})\b(?: \({short_name}\))?", text
        ):
            if not text.endswith(OF_A_PARTY, 0, match.start()):
                yield body_of(index, name, "other", None, match.span(), 0.75)


def _banks(index: Index, text: str) -> Iterator[Body]:
    for match in BANK.finditer(text):
        place = place_at(index, text, match.end())
        if place and place.regions:
            name = f"Bank {text[match.end() : place.end]}"
            yield body_of(index, name, "company", None, (match.start(), place.end), 0.75)


def _local_offices(index: Index, text: str) -> Iterator[Body]:
    for short_name, name in vertical_bodies().items():
        for match in re.finditer(rf"\b(?:{short_name}|{name}) (?=[A-Z])", text):
            place = place_at(index, text, match.end())
            if place:
                printed = text[match.end() : place.end]
                yield body_of(index, f"{name} {printed}", "agency", None, (match.start(), place.end), 0.8)


def _regional(index: Index, text: str) -> Iterator[Body]:
    for match in SECRETARIAT.finditer(text):
        place = place_after(index, text, match.end(), None, skips=("DPRD ",))
        if place and place.region:
            name = f"Sekretariat {place.region.council}"
            yield body_of(index, name, "secretariat", place.region.code, (match.start(), place.end), 0.9)
    for match in REGIONAL_SECRETARIAT.finditer(text):
        place = place_at(index, text, match.end() + 1)
        if place and place.region:
            name = f"Sekretariat Daerah {place.region.name}"
            yield body_of(index, name, "agency", place.region.code, (match.start(), place.end), 0.85)
    for match in COUNCIL.finditer(text):
        yield from _with_further(index, text, match, None, "council")
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


def _with_further(
    index: Index, text: str, match: re.Match[str], level: Level | None, kind: str
) -> Iterator[Body]:
    """The body named here and, for each region listed behind it, the body of the same kind there."""
    place = place_after(index, text, match.end(), level)
    start = match.start()
    while place:
        if kind != "council" or not place.regions or any(region.has_council for region in place.regions):
            yield _of_place(index, place, kind, (start, place.end))
        further = FURTHER.match(text, place.end) or FURTHER_NAME.match(text, place.end)
        start = further.end() if further else 0
        known_level = place.region.level if place.region else level
        place = (
            place_at(index, text, start, known_level)
            if further and not _lies_in(text, start, place)
            else None
        )


def _lies_in(text: str, start: int, place: Place) -> bool:
    """ "Kota X, Provinsi Y" says where the city lies."""
    return (
        text.startswith("Provinsi", start) and place.region is not None and place.region.level != "province"
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


def _by_gloss(text: str, bodies: list[Body]) -> Iterator[Body]:
    """Later mentions by the short form that stood in brackets after the long name."""
    for body in bodies:
        start, end = body.spans[0]
        gloss = GLOSS.match(text, end) or GLOSS.search(text, start, end)
        if not gloss or gloss[1] in ("DPRD",):
            continue
        for match in re.finditer(rf"\b{re.escape(gloss[1])}\b", text[gloss.end() :]):
            span = (gloss.end() + match.start(), gloss.end() + match.end())
            if not any(other.spans[0][0] < span[1] and span[0] < other.spans[0][1] for other in bodies):
                yield replace(body, spans=(span,))


def _groups_again(text: str, bodies: list[Body]) -> Iterator[Body]:
    """A group that came to be heard, wherever else the text names it."""
    for body in {body.name: body for body in bodies if body.kind == "community"}.values():
        for match in re.finditer(rf"\b{re.escape(body.name)}\b", text):
            if not any(
                other.spans[0][0] < match.end() and match.start() < other.spans[0][1] for other in bodies
            ):
                yield replace(body, spans=(match.span(),))


def _bare(index: Index, text: str, bodies: list[Body]) -> Iterator[Body]:
    """ "DPRD", "Pemkot" or "Sekretariat DPRD" alone: that of the one such body of the text, else of the site."""
    taken = [body.spans[0] for body in bodies]
    for pattern, kind in BARE:
        named = {body.name: body for body in bodies if body.kind == kind}
        for match in pattern.finditer(text):
            place = bisect_left(taken, match.span())
            if NOT_BARE.match(text, match.end()) or any(
                start < match.end() and match.start() < end
                for start, end in taken[max(0, place - 1) : place + 1]
            ):
                continue
            if len(named) == 1:
                yield replace(next(iter(named.values())), spans=(match.span(),))
            elif not named and index.own_region and _is_own_level(match[0], index.own_region):
                region = index.own_region
                name = region.council if kind == "council" else region.government
                yield body_of(index, name, kind, region.code, match.span(), 0.6)
    councils = {body.name: body for body in bodies if body.kind == "council"}
    if len(councils) == 1:
        council = next(iter(councils.values()))
        for match in BARE_SECRETARIAT.finditer(text):
            name = f"Sekretariat {council.name}"
            yield body_of(index, name, "secretariat", council.region_code, match.span(), 0.75)


def _is_own_level(printed: str, own: KnownRegion) -> bool:
    """False for a "Pemkab" where the site's own region is a city."""
    return GOVERNMENT_LEVEL.get(fold(printed), own.level) == own.level


def _is_foreign(word: str) -> bool:
    """A word that stands in no body's name: a verb of the headline, what opens the next sentence."""
    return (word in NOT_NAMES and word not in IN_BODIES) or bool(HEADLINE_VERB.fullmatch(word))


def _trimmed(name: str) -> str:
    words = name.split(" ")
    # In a headline a verb follows with a capital of its own: "Perumda X Tak Hadiri Rapat".
    ends = (
        n
        for n, word in enumerate(words)
        if (n and HEADLINE_VERB.fullmatch(word)) or (n > 1 and _is_foreign(word))
    )
    words = words[: next(ends, None)]
    while words and (_is_foreign(words[-1]) or words[-1] in TRAILING):
        words.pop()
    return " ".join(words)
