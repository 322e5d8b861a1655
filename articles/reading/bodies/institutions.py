"""Whole bodies named in a text: by the tables, by rule, by gloss; each by its whole name."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ..index import Index
from ..language.lexicon import agencies, fold
from ..language.passages import Span, touches
from ..places import place_at
from ..tables import KnownInstitution, KnownRegion
from .body import Body, body_of
from .districts import district_offices
from .groups import groups_in
from .homes import Home
from .kinds import bodies_of_kinds
from .offices import GLOSS, agencies_in
from .regional import bare_bodies, regional_bodies
from .whole_names import named_in_full

REGION_NAMED = re.compile(r"\b(?:Kota|Kabupaten|Provinsi) [A-Z]")
# "Dinas Dishub": what the short name says already.
KIND_BEFORE = re.compile(r"\b(?:Dinas|Badan) $")
# "di Gedung Dinas X": where, not who.
AT = re.compile(
    r"(?<!\bke )\b(?:Gedung|Aula|Halaman|Lapangan|Auditorium|[Rr]uang(?:an)? (?:[Rr]apat|[Pp]ertemuan))(?: (?:Barat|Timur|Utara|Selatan|Utama))? $"
)
BARE_SECRETARIAT = re.compile(r"setwan|sekretariat(?: dewan| dprd)?")
PLACED = ("agency", "school", "community")
# "aturan dari Kementerian X", "putusan Mahkamah Y": whose it is, not who takes part.
OF_A_RULE = re.compile(
    r"\b(?:(?:aturan|ketentuan|regulasi|pedoman|edaran)(?: dari)?|(?:putusan|sengketa|gugatan)(?: dari| di)?) $"
)
# "kabel milik PLN": whose it is; "meninjau gudang milik Bulog" is at the owner's.
OWNED_BY = re.compile(r"\bmilik $")
AT_OWNERS = re.compile(r"\b(?:mengunjungi|kunjungi|meninjau|tinjau|mendatangi|datangi)\b[^.,;\n]{0,50}$")
OWNERS = ("company", "other")
# "predikat Wajar Tanpa Pengecualian (WTP) dari BPK": who gave it is not there.
AUDITORS = "Badan Pemeriksa Keuangan"
OF_AN_OPINION = re.compile(r"\b(?:WTP|Pengecualian|[Oo]pini|[Pp]redikat)\b[^.\n]{0,40} (?:dari|oleh) $")
HANDED_OVER = re.compile(r"\b(?:diserahkan|menyerahkan|penyerahan|menerima|kepada)\b")
# "Raperda Perumda X" is about it.
OF_A_LAW = re.compile(
    r"\b(?:[Rr]a[np]{1,2}erda|[Pp]erda|Perwal|Perbup|tentang) $"
    r"|\b(?:[Rr]a[np]{1,2}erda|[Pp]erda|Peraturan (?:Daerah|Wali ?[Kk]ota|Bupati|Gubernur)|[Rr]ancangan|Perwal|Perbup)\b(?: (?:[A-Z][\w-]*|\d+|dan|pada|di|atas|ke|kepada|dalam|untuk|tahun|tentang|terkait|soal|mengenai|penyertaan|modal|penambahan|pendirian|pembentukan|perubahan|kedudukan)){1,14} $"
    r"|\b[Pp]enyertaan [Mm]odal(?: (?:[A-Z]\w+|daerah|pemerintah|pada|kepada|ke|untuk|bagi)){0,6} $"
)


def find_bodies(index: Index, text: str, place: str = "", dateline: Span = (0, 0)) -> list[Body]:
    """Every mention, one span each, in order; mentions without a region come out last resolved. `place` is what the
    text's dateline names, "" without one, `dateline` where it stands."""
    regional = list(regional_bodies(index, text))
    home = Home(index, text, regional, place, dateline)
    found = sorted(
        [
            *_by_table(index, text, regional),
            *regional,
            *bodies_of_kinds(index, text),
            *groups_in(index, text),
            *agencies_in(index, text, home.at),
        ],
        key=lambda body: (body.spans[0][0], -body.spans[0][1]),
    )
    kept: list[Body] = []
    for body in found:
        start, _end = body.spans[0]
        if kept and start < kept[-1].spans[0][1]:
            continue
        if body.kind == "agency" and (kind := KIND_BEFORE.search(text, max(0, start - 7), start)):
            body = replace(body, spans=((kind.start(), body.spans[0][1]),))
        if body.kind in PLACED and AT.search(text, max(0, start - 30), start):
            continue
        if _makes_rules(body) and OF_A_RULE.search(text, max(0, start - 20), start):
            continue
        if body.name == AUDITORS and _is_of_an_opinion(text, body.spans[0]):
            continue
        if body.kind in OWNERS and _only_owns(text, start):
            continue
        if body.kind == "company" and OF_A_LAW.search(text, max(0, start - 140), start):
            continue
        kept.append(body)
    kept = named_in_full(index, text, kept)
    further = [
        *_by_gloss(index, text, kept),
        *_groups_again(text, kept),
        *bare_bodies(index, text, kept),
        *district_offices(index, text, kept),
    ]
    return sorted([*kept, *further], key=lambda body: body.spans[0])


def _makes_rules(body: Body) -> bool:
    return body.kind == "ministry" or body.name.startswith("Mahkamah ")


def _only_owns(text: str, start: int) -> bool:
    owned = OWNED_BY.search(text, max(0, start - 7), start)
    return owned is not None and not AT_OWNERS.search(text, max(0, start - 70), owned.start())


def _is_of_an_opinion(text: str, span: Span) -> bool:
    """True for the auditors of an opinion that nobody hands over."""
    start, end = span
    begin = max(0, start - 80)
    handed = HANDED_OVER.search(text, begin, start) or HANDED_OVER.search(text, end, end + 40)
    return OF_AN_OPINION.search(text, begin, start) is not None and handed is None


def _by_table(index: Index, text: str, regional: list[Body]) -> Iterator[Body]:
    folded = fold(text)
    absent = _absent(index, folded) if regional or REGION_NAMED.search(text) else ()
    councils = {body.region_code for body in regional if body.kind in ("council", "secretariat")}
    for hit in index.bodies_in(folded):
        known = [body for body in index.bodies[hit.name] if _may_be(body, hit.name, absent)]
        if councils and BARE_SECRETARIAT.fullmatch(hit.name):
            # "Setwan" among councils of other regions is theirs.
            known = [body for body in known if body.region_code in councils]
        printed = text[hit.start : hit.end]
        if not known or printed.islower() or (len(printed) <= 5 and not _is_name(index, printed, known)):
            continue
        known, end = _in_region(index, text, hit.end, known)
        if len(known) == 1:
            name = _name_then(index, known[0], hit.name)
            yield Body(name, known[0].kind, known[0].region_code, (known[0],), 0.98, ((hit.start, end),))
        elif known:
            yield Body(printed, known[0].kind, None, tuple(known), 0.4, ((hit.start, end),))


def _in_region(
    index: Index, text: str, end: int, known: list[KnownInstitution]
) -> tuple[list[KnownInstitution], int]:
    """Those of the region that is printed behind their name at `end`, and where that region's ends; else those of the
    site's own, or all. An empty list where it is a region that none of them is in."""
    place = place_at(index, text, end + 1) if text[end : end + 1] == " " else None
    if place is None or not place.regions:
        own = index.own_region.code if index.own_region else None
        return [body for body in known if body.region_code == own] or known, end
    codes = {region.code for region in place.regions}
    here = [body for body in known if body.region_code in codes]
    if here:
        return here, place.end
    return [] if any(body.region_code for body in known) else known, end


def _name_then(index: Index, body: KnownInstitution, found_as: str) -> str:
    """The body's name; where it is printed by the short form of a former name, that name: "Bappelitbang" was no
    Bapperida yet."""
    former = agencies().get(found_as)
    region = index.tables.region_of(body.region_code)
    if former is None or region is None or found_as in (fold(body.name), fold(body.short_name)):
        return body.name
    # Names of agencies differ in commas and "dan" that say nothing.
    then, now = (set(fold(name).replace(",", " ").split()) for name in (former.name, body.name))
    return body.name if then - {"dan"} <= now else f"{former.name} {region.name}"


def _absent(index: Index, folded: str) -> tuple[KnownRegion, ...]:
    """The regions that the text never speaks of."""
    present = index.proper_names_in(folded)
    return tuple(
        region
        for name, region in index.proper_names
        if name not in present or _is_namesake(index, region, folded)
    )


def _is_namesake(index: Index, region: KnownRegion, folded: str) -> bool:
    """True for "Kota X" where the text prints only "Kabupaten X", and the other way round."""
    others = [
        fold(other.name) for other in index.regions.get(fold(region.proper_name), ()) if other != region
    ]
    return fold(region.name) not in folded and any(name in folded for name in others)


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


def _by_gloss(index: Index, text: str, bodies: list[Body]) -> Iterator[Body]:
    """Mentions by the short form that stands in brackets after the long name, in the headline too where capitals tell
    that it is one."""
    taken = sorted(body.spans[0] for body in bodies)
    seen: set[str] = set()
    for body in bodies:
        start, end = body.spans[0]
        gloss = GLOSS.match(text, end) or GLOSS.search(text, start, end)
        if not gloss or gloss[1] == "DPRD" or gloss[1] in seen:
            continue
        seen.add(gloss[1])
        begin = 0 if gloss[1].isupper() and len(gloss[1]) > 2 else gloss.end()
        for match in re.compile(rf"\b{re.escape(gloss[1])}\b").finditer(text, begin):
            itself = gloss.start() <= match.start() < gloss.end()
            if not itself and not touches(match.span(), taken):
                yield _there(index, text, body, match.span())


def _there(index: Index, text: str, body: Body, span: Span) -> Body:
    """The body of this short name, in the region printed behind it: "DPK Provinsi Y" after "Dinas A (DPK) Provinsi X"."""
    place = place_at(index, text, span[1] + 1) if text[span[1] : span[1] + 1] == " " else None
    own = index.tables.region_of(body.region_code)
    if body.kind != "agency" or not place or not place.region or not own:
        return replace(body, spans=(span,))
    name = f"{body.name.removesuffix(own.name)}{place.region.name}"
    return body_of(index, name, body.kind, place.region.code, (span[0], place.end), body.confidence)


def _groups_again(text: str, bodies: list[Body]) -> Iterator[Body]:
    """A group that came to be heard, wherever else the text names it."""
    taken = sorted(body.spans[0] for body in bodies)
    for body in {body.name: body for body in bodies if body.kind == "community"}.values():
        for match in re.finditer(rf"\b{re.escape(body.name)}\b", text):
            if not touches(match.span(), taken):
                yield replace(body, spans=(match.span(),))
