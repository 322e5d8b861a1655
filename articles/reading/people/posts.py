"""Posts as printed: "Sekretaris Komisi I DPRD Kota X", "Pj. Wali Kota", "Kepala Dinas Perhubungan"."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from ..bodies.body import Body, body_of, government_of
from ..bodies.districts import OFFICES, office_of
from ..bodies.units import Unit
from ..index import Index
from ..language.lexicon import Agency, agencies, agency_words, fold
from ..language.post_slips import as_meant
from ..language.sentences import Sentences
from ..places import place_at, slipped_at
from ..tables import KnownRegion, Level
from .post_heads import (
    COUNCIL_POSTS,
    HEAD,
    LISTED,
    LOCAL_CHIEFS,
    PRESIDING,
    SECRETARIES,
    SHORT_HEAD,
    STAFF_OF_A_REGION,
    level_of,
)
from .reaches import GLOSS, Reach, body_of_citizens, extend, may_be_of_office

ORDINAL = re.compile(r" (?:I{1,3}|l{1,3}|IV|[1-4]|Satu|Dua|Tiga)(?!\w|\.\w)")
WITH_ORDINALS = frozenset(
    {"waka", "asisten", "wakil", "staf ahli", "staff ahli", "wakil rektor", "wakil dekan", "wakil direktur"}
)
# "Wakil Ketua I dan III DPRD X, A dan B"
MORE_ORDINALS = re.compile(r"(?:, (?:I{1,3}|IV|[1-4])){0,4}(?:,? dan |/)(?:I{1,3}|IV|[1-4])(?!\w|\.\w)")
# "Ketua RT 06 RW 07 X, Dewi"
OF_WARD = re.compile(r" R[TW] \d{1,3}(?: ?/? ?RW \d{1,3})?(?: [A-Z][a-z]+(?=, [A-Z]))?")
# "para anggota komisi": the unit without its number.
PLAIN_UNITS = ("komisi", "pansus", "panja", "fraksi", "bapemperda", "banggar")
# "Ketua himpunan, Dewi": a body of citizens named once before.
PLAIN_BODY = re.compile(
    r" (?:himpunan|paguyuban|yayasan|forum|aliansi|koperasi|panitia|rombongan|delegasi|tim|serikat|komunitas|kelompok|asosiasi|perkumpulan)(?=,? [A-Z]| (?:utusan|asal) [A-Z])"
)
PLAIN_UNIT = re.compile(
    rf" (?:[Ff]raksi|[Kk]omisi|[Pp]ansus)nya(?=,? [A-Z])| (?:{'|'.join(PLAIN_UNITS)}|Panja|Pansus[a-z]?)(?= (?:yaitu|yakni|antara|di antaranya|lain|lainnya|yang)\b|, ?[A-Z])"
)
# "Ketua KKSP Pasar Lama Kota X", "Ketua DPC Partai Y": a body by its initials or its name, with the place it serves;
# "Ketua FWP-L, Dewi Lestari": by its initials alone.
INITIALS = re.compile(
    r" (?:D[PT][CDPWR]|DPRa|PAC|[A-Z]{3,}[a-z]?)(?<! DPRD)(?: [A-Z][\w-]+){0,4}?(?= (?:Kota|Kabupaten|Kab\.|Provinsi|Kecamatan|Kelurahan|Desa) [A-Z])"
    r"| [A-Z]{3,}(?= DPRD )|(?: Partai)? (?:D[PT][CDPW]|PAC)(?: Partai)?(?: (?:[A-Z][\w-]+|[A-Z]{2,5} [A-Z][a-z]{2,11}))?"
    r"|(?: (?!DPRD\b|Umum\b|Harian\b)[A-Z][\w-]+){1,4}?(?= (?:Kota|Kabupaten|Kab\.) [A-Z])"
    r"| R[TW] ?\d{1,3}(?:(?: ?/ ?| )R[TW] ?\d{1,3})?(?: (?:Kelurahan|Desa) [A-Z][a-z]+)?"
    r"|(?: (?:LSM|Ormas|DPC|DPD))? (?!DPR|RW|RT|DRS|DRA|PROF|KOMISI|PANSUS|FRAKSI)[A-Z]{3,}(?:-[A-Z]{1,4})?(?=,? [A-Z][a-z]+ [A-Z][a-z.]|, [A-Z][a-z]+,)"
)
# "A (Kasi Jembatan Gantung)": whatever stands in the bracket is the post.
UP_TO_BRACKET = re.compile(r"(?: (?:[A-Z][\w-]+|dan|&)){1,5}(?=\))")
# "Wali Kota X nonaktif": how somebody holds the post.
STATE = re.compile(r" (?:[Ss]ementara|non ?-?aktif|terpilih|definitif)\b(?! menjadi| sebagai| dalam| pada)")
# "pemerintahan Presiden X", "era Bupati Y": whose time it was, and nobody who does anything.
OF_A_TIME = re.compile(
    r"(?<!Bidang )(?<!Bagian )(?<!Tata )(?<!Asisten )\b(?:[Pp]emerintahan (?=(?:Wakil )?Presiden)|[Ee]ra (?=(?:Wakil )?(?:Presiden|Gubernur|Bupati|Wali ?[Kk]ota)))"
)
# "Peraturan Menteri X No. 4": whose law it is, and nobody who holds that post.
OF_A_LAW = re.compile(
    r"\b(?:Peraturan|Keputusan|Instruksi|Maklumat|Surat(?: Edaran| Keputusan| Perintah)?|SK|SE) $"
)
# Between two posts of one sentence: the second one's holder met the first one's.
OTHER_SIDE = re.compile(
    r"\b(?:di ?terima|disambut|menerima|terima|menyambut|ditemui|menemui|bertemu|dengan|kepada)\b"
)
# Who is not yet or no more in office speaks for nobody.
CANDIDATE = re.compile(r"(?:calon|mantan|eks) ", re.I)
# Whole as it stands: "Perwakilan Warga X".
SPEAKS_FOR_CITIZENS = re.compile(r"[Pp]erwakilan (?:[Ww]arga|[Mm]asyarakat) [A-Z]")
ERRANDS = ("pimpinan rapat", "pimpinan sidang", "pimpinan rombongan", "ketua rombongan")
NUMBERED = frozenset({"komisi", "pansus"})
# "anggota Pansusn"
SLIPPED_PANSUS = re.compile(r"\bPansus[a-z]\b")
THEIRS = re.compile(r"(?<=[a-z])nya(?= |$)")
LEVEL_AT_END = re.compile(r"\bDPRD (Kota|Kabupaten|Provinsi)$")


@dataclass(frozen=True)
class Post:
    """A post at `start:end` of the text. `institution` is its whole body's canonical name where known."""

    start: int
    end: int
    text: str
    head: str
    institution: str | None
    unit: str | None
    region: KnownRegion | None
    complete: bool
    names_body: bool = False

    @property
    def one_each(self) -> list[str]:
        """ "Wakil Ketua I dan III DPRD X" as the posts that it stands for, empty for a single post."""
        ordinal = None if self.unit else ORDINAL.search(self.text)
        more = MORE_ORDINALS.match(self.text, ordinal.end()) if ordinal else None
        if not ordinal or not more:
            return []
        numbers = re.findall(r"[IV]+|[1-4]", self.text[ordinal.start() : more.end()])
        return [f"{self.text[: ordinal.start()]} {number}{self.text[more.end() :]}" for number in numbers]

    @property
    def is_bare(self) -> bool:
        """True where only "DPRD" says whose the post is, or where it is no post but somebody's errand."""
        return self.text.endswith("DPRD") or self.head == "perwakilan" or self.is_errand

    @property
    def is_errand(self) -> bool:
        """ "Pimpinan rapat kali ini ialah A selaku Ketua Pansus 9": what A was for a day."""
        return fold(self.text).startswith(ERRANDS)

    @property
    def names_a_chief(self) -> bool:
        """True for the head of a region, district or ward, with its name: "Wali Kota X"; and for the region's staff."""
        chief = self.head in OFFICES or self.head in STAFF_OF_A_REGION or level_of(self.head) is not None
        return self.complete and chief

    @property
    def is_plain_member(self) -> bool:
        """ "Anggota DPRD X" says less of somebody than the komisi that they lead or sit in."""
        return self.head == "anggota" and self.unit is None

    @property
    def is_verbatim(self) -> bool:
        """False where the words were put together from a list of posts."""
        return self.end - self.start - len(self.text) in (0, len("nya"))

    @property
    def may_be_shared(self) -> bool:
        """True for posts that a list of several people follows."""
        return self.head in LISTED


def find_posts(
    index: Index, text: str, bodies: list[Body], units: list[Unit], sentences: Sentences
) -> list[Post]:
    """Posts in order; one without a body of its own takes that of its sentence where only one can be meant."""
    body_at = {body.spans[0][0]: body for body in bodies}
    unit_at = {unit.spans[0][0]: unit for unit in units}
    found: list[Post] = []
    starts = [body.spans[0][0] for body in bodies]
    for match in HEAD.finditer(text):
        around = bisect_left(starts, match.start()) - 1
        if around >= 0 and match.start() < bodies[around].spans[0][1]:
            continue
        in_brackets = (
            text[match.start() - 1 : match.start()] == "(" and text[match.end() : match.end() + 1] == ")"
        )
        if in_brackets and SHORT_HEAD.fullmatch(match["head"]):
            # "Kepala Bagian (Kabag) Umum": the short form of the post before it.
            continue
        before = max(0, match.start() - 24)
        of_a_time = OF_A_TIME.search(text, before, match.end())
        if (of_a_time and of_a_time.end() == match.start()) or OF_A_LAW.search(text, before, match.start()):
            continue
        if not found or match.start() >= found[-1].end:
            post = _of_unit_told(_post(index, text, match, body_at, unit_at), found, sentences)
            found.append(
                post
                if post.institution or post.names_body
                else _completed(index, text, post, bodies, found, sentences)
            )
    return found


def implied_bodies(
    index: Index, posts: list[Post], held: set[str], is_there: Callable[[int], bool]
) -> Iterator[Body]:
    """The bodies whose people take part: "Wali Kota X" speaks for Pemerintah Kota X, "Ketua Komisi I" for the council. `held` are the posts,
    as printed, that someone named in the text holds; a region's or district's head without a name must be told of as being there."""
    for post in posts:
        if not post.institution or (
            post.text not in held and not (post.names_a_chief and is_there(post.start))
        ):
            continue
        if post.unit and not post.names_body and (region := _council_region(index, post.institution)):
            yield body_of(index, post.institution, "council", region.code, (post.start, post.end), 0.6)
        if post.head in OFFICES:
            yield body_of(index, post.institution, "agency", None, (post.start, post.end), 0.7)
        elif post.head in LOCAL_CHIEFS:
            code = post.region.code if post.region else None
            yield body_of(index, post.institution, "agency", code, (post.start, post.end), 0.7)
        elif post.region and _headed(post.head, post.text):
            yield body_of(index, post.institution, "agency", post.region.code, (post.start, post.end), 0.8)
        elif post.region and post.institution == post.region.government and not CANDIDATE.match(post.text):
            yield government_of(index, post.region, (post.start, post.end), 0.8)


def _council_region(index: Index, council: str) -> KnownRegion | None:
    return next((region for region in index.tables.regions if region.council == council), None)


def _post(
    index: Index, text: str, match: re.Match[str], body_at: dict[int, Body], unit_at: dict[int, Unit]
) -> Post:
    meant = as_meant(text, match.start("head"), match.end())
    head = fold(meant).removesuffix("nya").rstrip(".")
    reach = Reach(match.end())
    _take_in_rank(text, reach, head)
    _take_in_body(text, reach, head, body_at, unit_at)
    if level := level_of(head):
        reach = _of_region(index, text, reach, level)
    else:
        extend(index, text, reach, body_at, unit_at, head)
    _take_in_rest(text, reach, head, match)
    # "anggotanya Bapemperda", "Wakilnya": whose it is stands elsewhere.
    rest = SLIPPED_PANSUS.sub("Pansus", text[match.end() : reach.end])
    printed = THEIRS.sub("", f"{match['acting']}{meant}{rest}", count=1)
    has_more = reach.end > match.end() or SPEAKS_FOR_CITIZENS.match(printed) is not None
    return Post(
        start=match.start(),
        end=reach.end,
        text=printed,
        head=head,
        institution=_whole_body(head, reach, printed),
        unit=reach.unit.name if reach.unit else None,
        region=reach.region,
        complete=has_more and not printed.islower(),
        names_body=not (reach.body is None and reach.region is None),
    )


def _take_in_rank(text: str, reach: Reach, head: str) -> None:
    """ "Wakil Ketua I dan III": which of several."""
    if not ("ketua" in head or head in WITH_ORDINALS):
        return
    if ordinal := ORDINAL.match(text, reach.end):
        more = MORE_ORDINALS.match(text, ordinal.end())
        reach.end = more.end() if more else ordinal.end()


def _take_in_body(
    text: str, reach: Reach, head: str, body_at: dict[int, Body], unit_at: dict[int, Unit]
) -> None:
    """What such a head is of that is no body or unit of the text: "Ketua himpunan", "Ketua RT 06", "Ketua FWP-L"."""
    presides = head in PRESIDING
    if presides and (plain := PLAIN_BODY.match(text, reach.end)):
        reach.end = plain.end()
    if presides and (ward := OF_WARD.match(text, reach.end)):
        reach.end, reach.is_other = ward.end(), True
    if (presides or head in LISTED) and (plain := PLAIN_UNIT.match(text, reach.end)):
        reach.end = plain.end()
    if not presides:
        return
    initials = INITIALS.match(text, reach.end)
    if of_citizens := body_of_citizens(text, reach.end):
        reach.end, reach.is_other = of_citizens, True
    elif initials and initials.start() + 1 not in body_at and initials.start() + 1 not in unit_at:
        reach.end, reach.is_other = initials.end(), True


def _take_in_rest(text: str, reach: Reach, head: str, match: re.Match[str]) -> None:
    """What stands behind the body or region: how the post is held, and all that its bracket holds."""
    in_bracket = text[match.start() - 1 : match.start()] == "("
    if head in LOCAL_CHIEFS and reach.place and text.startswith(" Kota", reach.end):
        reach.end += len(" Kota")
    if in_bracket and (words := UP_TO_BRACKET.match(text, reach.end)):
        reach.end = words.end() if all(map(may_be_of_office, words[0].split())) else reach.end
    is_held = level_of(head) or head in COUNCIL_POSTS
    state = STATE.match(text, reach.end) if is_held else None
    of_pair = text.endswith((" dan ", " beserta "), 0, match.start())
    if state and (not of_pair or reach.region or fold(state[0]) == " sementara"):
        reach.end = state.end()
    if in_bracket:
        # "A (Pranata Komputer) Diskominfo X": no more than the bracket holds.
        closed = text.find(")", match.end(), reach.end)
        reach.end = closed if closed > 0 and "(" not in text[match.end() : closed] else reach.end


def _of_unit_told(post: Post, before: list[Post], sentences: Sentences) -> Post:
    """ "Para anggota komisi" are of the komisi told of before in the sentence; the words stay as printed."""
    kind = fold(post.text.rpartition(" ")[2])
    if post.unit or kind not in NUMBERED or not (post.head in LISTED or post.head in PRESIDING):
        return post
    begin, _ = sentences.at(post.start)
    last = next((p for p in reversed(before) if p.start >= begin and p.unit), None)
    if last is None or not last.unit or fold(last.unit.partition(" ")[0]) != kind:
        return post
    return replace(post, institution=last.institution, unit=last.unit, complete=True)


def _of_region(index: Index, text: str, reach: "Reach", level: Level) -> "Reach":
    """The head of a region, with the short forms that may stand in brackets: "Wakil Gubernur (Wagub) X (Y)"."""
    gloss = GLOSS.match(text, reach.end)
    end = gloss.end() if gloss else reach.end
    place = place_at(index, text, end + 1, level) if text[end : end + 1] == " " else None
    if not place and text[end : end + 1] == " ":
        place = slipped_at(index, text, end + 1, level)
    if not place:
        return reach
    short = GLOSS.match(text, place.end)
    known = short is not None and index.is_place(short[0].strip(" ()"))
    return Reach(short.end() if short and known else place.end, region=place.region)


def _whole_body(head: str, reach: Reach, printed: str) -> str | None:
    """The canonical name of the whole body that the post is in, None where its own words leave that open."""
    institution = office_of(head, printed) or _institution(head, reach, printed)
    level_alone = LEVEL_AT_END.search(printed)
    if level_alone and f"DPRD {level_alone[1]} " not in (institution or ""):
        # "Ketua Komisi I DPRD Provinsi Dewi": not of the city that the text else speaks of.
        return None
    return institution


def _institution(head: str, reach: "Reach", printed: str) -> str | None:
    """The whole body the post is in, as far as its own words say."""
    if reach.body:
        return reach.body.name
    if reach.unit:
        return reach.unit.institution
    if head in LOCAL_CHIEFS:
        # "Kapolres X" heads the police there; a garrison is no body that this site files.
        return f"{LOCAL_CHIEFS[head]} {reach.place}" if LOCAL_CHIEFS[head] and reach.place else None
    if reach.region and (agency := _headed(head, printed)):
        return f"{agency.name} {reach.region.name}"
    if reach.region and not reach.is_other:
        of_council = head in COUNCIL_POSTS and reach.region.has_council
        return reach.region.council if of_council else reach.region.government
    return None


def _may_name_an_agency(word: str) -> bool:
    return word in agency_words() or word == "dan" or fold(f"Dinas {word}") in agencies()


def _headed(head: str, printed: str) -> Agency | None:
    """ "Kadiskominfo" heads Diskominfo, "Kadiskar PB" Diskar PB, "Kasatpol" Satpol PP."""
    if not head.startswith("ka"):
        return None
    if head == "kadis":
        words = list(takewhile(_may_name_an_agency, printed.split()[1:]))
        name = " ".join(["Dinas", *words]).removesuffix(" dan")
        return agencies().get(fold(name), Agency(name, "agency")) if words else None
    words = fold(printed).partition(head)[2].split()
    shorts = (" ".join([head.removeprefix("ka"), *words[:n]]) for n in (2, 1, 0))
    return next((agencies()[short] for short in shorts if short in agencies()), None)


def _completed(
    index: Index, text: str, post: Post, bodies: list[Body], before: list[Post], sentences: Sentences
) -> Post:
    """With the body it is understood of: a council named earlier in the sentence, that of the post which it stands
    beside, else for "para anggota" and "anggota pansus" the text's only one; the government of the region's head named
    before it, the text's only government."""
    level = level_of(post.head)
    if level and text.startswith(" setempat", post.end):
        # "rombongan DPRD Kabupaten X dengan Wakil Bupati setempat, A"
        return _of_place_told(index, post, bodies, level)
    if level:
        regions = _regions_of(index, bodies, level, "regional_government") or _regions_of(
            index, bodies, level, "council"
        )
        own = index.own_region if index.own_region and index.own_region.level == level else None
        region = regions[0] if len(regions) == 1 else own if not regions else None
        return replace(post, institution=region.government if region else None)
    begin, _ = sentences.at(post.start)
    if post.head in SECRETARIES:
        chief = next((p for p in reversed(before) if p.start >= begin and level_of(p.head)), None)
        if chief:
            return replace(post, institution=chief.institution)
        placed = _of_only_region(index, post, bodies)
        return placed if placed.institution else replace(post, institution=_only_government(index, bodies))
    if post.head in STAFF_OF_A_REGION and post.complete:
        return _of_only_region(index, post, bodies)
    if post.head not in COUNCIL_POSTS:
        return post
    named = [b.name for b in bodies if b.kind == "council" and begin <= b.spans[0][0] < post.start]
    council = next(reversed(named), None) or _beside(text, post, begin, before)
    councils = {b.name for b in bodies if b.kind == "council"}
    if council is None and len(councils) == 1:
        listed = post.text.endswith(PLAIN_UNITS) or text.endswith(("para ", "Para "), 0, post.start)
        council = councils.pop() if listed else None
    return replace(post, institution=council)


def _of_place_told(index: Index, post: Post, bodies: list[Body], level: Level) -> Post:
    """Of the region of this level whose body was named last."""
    codes = [body.region_code for body in bodies if body.spans[0][0] < post.start]
    told = (region for code in reversed(codes) if (region := index.tables.region_of(code)))
    region = next((region for region in told if region.level == level), None)
    return replace(post, institution=region.government, region=region) if region else post


def _only_government(index: Index, bodies: list[Body]) -> str | None:
    """The text's only government, else that of the site's own region where the text names it or none."""
    named = {body.name for body in bodies if body.kind == "regional_government"}
    own = index.own_region.government if index.own_region else None
    return named.pop() if len(named) == 1 else own if own in named or not named else None


def _of_only_region(index: Index, post: Post, bodies: list[Body]) -> Post:
    """ "Asisten Administrasi Umum": of the one region whose council or government the text names."""
    codes = {body.region_code for body in bodies if body.kind in ("council", "regional_government")}
    region = index.tables.region_of(codes.pop()) if len(codes) == 1 else None
    return replace(post, institution=region.government, region=region) if region else post


def _beside(text: str, post: Post, begin: int, before: list[Post]) -> str | None:
    """ "Ketua Komisi I, A, didampingi Wakil Ketua, B": the body of the last post of a komisi in the sentence, unless
    the other side begins between them."""
    last = next((p for p in reversed(before) if p.start >= begin and p.unit and p.institution), None)
    if last is None or OTHER_SIDE.search(text, last.end, post.start):
        return None
    return last.institution


def _regions_of(index: Index, bodies: list[Body], level: Level, kind: str) -> list[KnownRegion]:
    """The regions of this level whose government, or council, the text names."""
    codes = {body.region_code for body in bodies if body.kind == kind}
    return [region for region in index.tables.regions if region.level == level and region.code in codes]
