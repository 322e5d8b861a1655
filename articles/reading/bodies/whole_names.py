"""Bodies that a text names short here and whole there: each mention by its whole name."""

import re
from dataclasses import replace

from ..index import Index
from ..language.lexicon import MOST_COMPARED, fold, region_short_names, vertical_bodies
from ..language.visit_words import RECEIVED_BY
from ..tables import KnownRegion
from .body import Body, body_of, secretariat_of
from .offices import HOSPITAL
from .schools import NUMBERED_SCHOOL

# How near the words for a reception stands who received.
NEAR = 60
SETTLED = ("council", "regional_government", "secretariat")
SETTLED_PREFIX = re.compile(r"^(?:Sekretariat )?(?:DPRD|Pemerintah) ")
LEVEL_IN = re.compile(r" (?:Kota|Kabupaten|Provinsi) ")
RIVERS = ("Balai Besar Wilayah Sungai ", "Balai Wilayah Sungai ")
# "Perumda Tirta X" and "Perumda Air Minum Tirta X" are one.
WATER = " Air Minum"
SHORT_NAME = re.compile(r"[A-Z]{2,6}")
# "Rumah Sakit Umum Daerah dr. Slamet"
NAMED_HOSPITAL = re.compile(rf"{HOSPITAL} (?:[Dd]r|[Dd]rg|Ir|KH|H|R)\b")
# "Kepala SMP 3 Dewi": the school's head may stand right behind its number.
HEADED = re.compile(r"\b(?:Kepala|Guru)(?: Sekolah)? $")


def named_in_full(index: Index, text: str, kept: list[Body]) -> list[Body]:
    """Each mention by the whole name that others of the same text give it; as it stands where there are too many."""
    if len(kept) > MOST_COMPARED:
        return kept
    others = _distinct(text, kept)
    kept = [_spelt_out(text, _as_fuller(index, text, body, others)) for body in kept]
    kept = _as_branches(index, _without_who_heads(kept))
    state = _state_schools(kept)
    kept = [_as_longer(index, _as_state_school(_settled(index, body, kept), state), kept) for body in kept]
    kept = [_as_placed(index, text, body, kept) for body in kept]
    kept = _as_one_hospital(index, text, kept)
    return [_with_level(body, kept) for body in kept]


def _distinct(text: str, bodies: list[Body]) -> list[Body]:
    """The first mention by each name, behind the word for its head and elsewhere."""
    found: dict[tuple[str, str, bool], Body] = {}
    for body in bodies:
        found.setdefault((body.name, body.kind, _is_headed(text, body)), body)
    return list(found.values())


def _is_headed(text: str, body: Body) -> bool:
    start = body.spans[0][0]
    return HEADED.search(text, max(0, start - 20), start) is not None


def _settled(index: Index, body: Body, others: list[Body]) -> Body:
    """ "DPRD X", with X both city and regency, is the one that the text names in full elsewhere; a city before the
    province of its name."""
    if body.region_code or body.kind not in SETTLED:
        return body
    regions = index.regions.get(fold(SETTLED_PREFIX.sub("", body.name)), [])
    codes = {region.code for region in regions}
    named = {other.name: other for other in others if other.kind == body.kind and other.region_code in codes}
    if len(named) == 1:
        return replace(next(iter(named.values())), spans=body.spans, confidence=0.7)
    told_of = [r for r in regions if any(other.region_code == r.code for other in others)]
    if not named and len(told_of) == 1:
        # Its secretariat, its government: "Setwan DPRD Provinsi X" tells which "DPRD X" it is.
        return _of_region(index, body, told_of[0], 0.7)
    levels = {
        region.level
        for o in others
        if o.kind == body.kind and (region := index.tables.region_of(o.region_code))
    }
    provinces = [region for region in regions if region.level == "province"]
    if levels == {"province"} and len(provinces) == 1:
        # The council of a province meets its like.
        return _of_region(index, body, provinces[0], 0.6)
    cities = [region for region in regions if region.level == "city"]
    if named or len(cities) != 1 or any(region.level == "regency" for region in regions):
        return body
    return _of_region(index, body, cities[0], 0.6)


def _of_region(index: Index, body: Body, region: KnownRegion, confidence: float) -> Body:
    """The body of this kind there."""
    name = region.government if body.kind == "regional_government" else region.council
    name = secretariat_of(name) if body.kind == "secretariat" else name
    return body_of(index, name, body.kind, region.code, body.spans[0], confidence)


def _state_schools(bodies: list[Body]) -> dict[str, Body]:
    """The first mention of each school that is printed with "Negeri", by its name without."""
    return {o.name.replace(" Negeri ", " "): o for o in reversed(bodies) if " Negeri " in o.name}


def _as_state_school(body: Body, state: dict[str, Body]) -> Body:
    """ "SMP 1 X" is the "SMP Negeri 1 X" of the same text."""
    return replace(state[body.name], spans=body.spans) if body.name in state else body


def _as_fuller(index: Index, text: str, body: Body, others: list[Body]) -> Body:
    if body.kind == "company":
        return _as_longer_company(body, others)
    return _as_one_school(index, text, body, others) if body.kind == "school" else body


def _as_longer_company(body: Body, others: list[Body]) -> Body:
    """By the one longer name that the text has for it, else by the one whose initials it is named with."""
    plain = body.name.replace(WATER, "")
    companies = {o.name: o for o in others if o.kind == "company"}
    longer = [
        name
        for name in companies
        if f"{name.replace(WATER, '')} ".startswith(f"{plain} ") and len(name) > len(body.name)
    ]
    longer = longer or [name for name in companies if body.name == _initials(name)]
    return replace(companies[longer[0]], spans=body.spans) if len(longer) == 1 else body


def _as_one_school(index: Index, text: str, body: Body, others: list[Body]) -> Body:
    """One school under two names: by the longer where a place is what it adds, else by the shorter, for a person's
    name may follow it: "Universitas X Dewi Lestari"."""
    numbered = NUMBERED_SCHOOL.match(body.name)
    alike = (f"{body.name} ", f"{numbered[0]} ") if numbered else (f"{body.name} ",)
    for other in others:
        if other.name == body.name or not (
            other.name.startswith(alike) or body.name.startswith(f"{other.name} ")
        ):
            continue
        if numbered and other.spans < body.spans and other.name.startswith(f"{numbered[0]} "):
            # "Kepala SMP 3 Dewi": the school is the one named before, the rest is its head.
            printed = NUMBERED_SCHOOL.match(text, body.spans[0][0])
            return replace(other, spans=(printed.span() if printed else body.spans[0],))
        if other.kind == "school" and _says_where(index, text, other, body):
            return replace(other, spans=body.spans)
        if other.kind == "school" and _goes_on_with_name(index, body, other):
            start = body.spans[0][0]
            return replace(other, spans=((start, start + len(other.name)),))
    return body


def _says_where(index: Index, text: str, longer: Body, school: Body) -> bool:
    """True where the longer name is the school's with what tells it from others, and not with who heads it."""
    more = longer.name.removeprefix(f"{school.name} ")
    if more == longer.name:
        return False
    if index.is_place(more) or (NUMBERED_SCHOOL.match(school.name) and not _is_headed(text, longer)):
        return True
    # "SDIT X 2" for the "SDIT X 2 Y" of the same text.
    return school.name[-1].isdigit() and " " not in more


def _goes_on_with_name(index: Index, longer: Body, school: Body) -> bool:
    """True where the longer name is the school's with words behind it that are no place."""
    extra = longer.name.removeprefix(f"{school.name} ")
    return extra != longer.name and " " in extra and not index.is_place(extra)


def _without_who_heads(bodies: list[Body]) -> list[Body]:
    """Rivers' offices by the shorter of two names: the other goes on with a person's."""
    rivers = {body.name: body for body in bodies if body.name.startswith(RIVERS)}
    return [_by_shorter_name(rivers, body) if body.name in rivers else body for body in bodies]


def _by_shorter_name(rivers: dict[str, Body], body: Body) -> Body:
    words = body.name.split(" ")
    begun = (" ".join(words[:end]) for end in range(1, len(words)))
    name = next((name for name in begun if name in rivers), body.name)
    start, end = body.spans[0]
    return replace(rivers[name], spans=((start, end - len(body.name) + len(name)),))


def _as_branches(index: Index, bodies: list[Body]) -> list[Body]:
    """ "KPU" is the "KPU Kota X" of the same text, where that is the only one."""
    branches: dict[str, dict[str, Body]] = {office.name: {} for office in vertical_bodies().values()}
    for body in bodies:
        for name, found in branches.items():
            if body.name.startswith(f"{name} ") and index.is_place(body.name.removeprefix(f"{name} ")):
                found.setdefault(body.name, body)
    only = {name: next(iter(found.values())) for name, found in branches.items() if len(found) == 1}
    return [replace(only[body.name], spans=body.spans) if body.name in only else body for body in bodies]


def _spelt_out(text: str, body: Body) -> Body:
    """ "PT MIS", where the text has "Mekar Infra Sejahtera (MIS)"."""
    kind, _, short = body.name.partition(" ")
    if body.kind != "company" or body.known or not SHORT_NAME.fullmatch(short):
        return body
    for match in re.finditer(rf"((?:[A-Z][\w-]+ ){{{len(short)}}})\({short}\)", text):
        if "".join(word[0] for word in match[1].split()) == short:
            return replace(body, name=f"{kind} {match[1].strip()}")
    return body


def _initials(company: str) -> str:
    """ "PT MIS" for PT Mekar Infra Sejahtera."""
    kind, *words = company.split(" ")
    return f"{kind} {''.join(word[0] for word in words if word[0].isupper())}" if len(words) > 1 else ""


def _as_longer(index: Index, body: Body, others: list[Body]) -> Body:
    """ "Dinas Pendidikan" is the one agency of its region in the text whose longer name begins so."""
    if body.kind != "agency" or body.known:
        return body
    short = _without_region(index, body)
    longer = {
        o.name: o for o in others if o.name.startswith(f"{short} dan ") and o.region_code == body.region_code
    }
    return (
        replace(next(iter(longer.values())), spans=body.spans, confidence=0.6) if len(longer) == 1 else body
    )


def _as_one_hospital(index: Index, text: str, bodies: list[Body]) -> list[Body]:
    """ "RSUD", its region unprinted, is the one of the text that is named for somebody, by the longest of its spellings:
    "RSUD dr. Moh. Saleh", "RSUD dr. Mohamad Saleh"."""
    named = {body.name: body for body in reversed(bodies) if NAMED_HOSPITAL.match(body.name)}
    if len({name.rpartition(" ")[2] for name in named}) != 1:
        return bodies
    longest = named[max(named, key=len)]
    bare = {
        body.name
        for body in bodies
        if _without_region(index, body) == HOSPITAL and not _is_placed(index, text, body)
    }
    same = bare | named.keys()
    return [replace(longest, spans=body.spans) if body.name in same else body for body in bodies]


def _with_level(body: Body, others: list[Body]) -> Body:
    """ "GMNI X" is the "GMNI Kota X" of the same text."""
    if body.kind != "community" or body.known or LEVEL_IN.search(body.name):
        return body
    same = {o.name: o for o in others if o.name != body.name and LEVEL_IN.sub(" ", o.name) == body.name}
    return replace(next(iter(same.values())), spans=body.spans) if len(same) == 1 else body


def _as_placed(index: Index, text: str, body: Body, others: list[Body]) -> Body:
    """ "Diskominfo", its region unprinted, is the one agency of that name that the text prints with a region."""
    if body.kind != "agency" or body.confidence > 0.97 or _is_placed(index, text, body):
        return body
    name = _without_region(index, body)
    # The first mention of each.
    placed = {
        o.name: o
        for o in reversed(others)
        if o.kind == "agency" and _without_region(index, o) == name and _is_placed(index, text, o)
    }
    if len(placed) != 1:
        return body
    only = next(iter(placed.values()))
    of_region_told_of = any(
        o.region_code == body.region_code and (o.kind != "agency" or _is_placed(index, text, o))
        for o in others
    )
    start = body.spans[0][0]
    received = RECEIVED_BY.search(fold(text[max(0, start - NEAR) : start]))
    # Before its namesake is named with a region it is more likely that of the region told of, unless it received.
    if of_region_told_of and body.spans < only.spans and not received:
        return body
    return replace(only, spans=body.spans, confidence=0.8)


def _is_placed(index: Index, text: str, body: Body) -> bool:
    """True where its region is printed with it."""
    start, end = body.spans[0]
    region = index.tables.region_of(body.region_code)
    words = fold(text[start:end])
    names = [region.proper_name] if region else []
    names += [short for short, code in region_short_names() if code == body.region_code]
    return any(fold(name) in words for name in names)


def _without_region(index: Index, body: Body) -> str:
    region = index.tables.region_of(body.region_code)
    return body.name.removesuffix(f" {region.name}") if region else body.name
