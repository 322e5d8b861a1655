"""The two sides of a visit: which bodies are told of as hosts and which as guests."""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from .bodies import Body
from .index import Index
from .places import LEVEL_WORD, place_at
from .posts import Post
from .sentences import Sentences
from .tables import KnownRegion

GUEST_NOUN = (
    r"(?:kunjungan|kunker|kuker|stuban|rombongan|delegasi|(?:studi|kaji) (?:banding|tiru|komparatif|komparasi)|study banding|audiensi|kedatangan|silaturahmi)"
    r"(?: (?:kerja|Komisi [IVXA-E\d]{1,3}|Pansus \d+|gabungan|komisi|studi|banding|tiru|komparatif|silaturahmi|resmi|dari|para|pimpinan|dan|anggota|jajaran|rombongan|tamu))*"
)
# "Badan Eksekutif Mahasiswa Universitas X" comes as its university.
STUDENTS = r"(?:Badan (?:Eksekutif|Perwakilan)|Majelis|Dewan|Himpunan|Ikatan|Aliansi|Keluarga) Mahasiswa(?: (?!Uni)[A-Z]\w+){0,3}"
VISIT_OF = re.compile(
    rf"\b(?i:{GUEST_NOUN}|(?<!melakukan )audiensi (?:dengan|bersama))(?: ?(?:[A-Z]{{3,6}}|Fakultas(?: [A-Z]\w+){{1,4}}|{STUDENTS}))? $"
)
RECEIVED_BY = re.compile(
    r"\b(?:di ?terima|disambut)(?: (?:langsung|hangat|secara (?:resmi|langsung)|dengan (?:baik|hangat)))?(?:,)?(?: oleh)? ",
    re.I,
)
RECEIVES = re.compile(
    rf"\b(?:menerima|terima|menyambut|sambut)(?: (?:langsung|secara resmi|hangat))?(?: \w+)? {GUEST_NOUN}|\bkedatangan (?:tamu|rombongan)(?: dari)?",
    re.I,
)
GOES_TO = re.compile(
    r"\b(?:kunjungan|kunker|kuker|stuban|studi|kaji banding|study|berkunjung|berkonsultasi|bertandang|belajar|berguru|konsultasi|koordinasi|lawatan|bertolak|datang|rombongan)\b[^.\n]{0,80}?"
    r"\bke (?:kantor |gedung |ruang rapat |sekretariat )?",
    re.I,
)
ARRIVES = re.compile(
    r"\b(?:tiba|datang|sampai)(?: (?:langsung|pula|juga))? di (?:kantor |gedung |ruang rapat |sekretariat )?",
    re.I,
)
VISITS = re.compile(
    r"(?<!akan )(?<!segera )(?<!bakal )\b(?:mengunjungi|kunjungi|datangi|menyambangi|sambangi|mendatangi)(?: (?:kantor|gedung))? ",
    re.I,
)
BETWEEN = re.compile(r"(?: \([^()\n]{2,40}\))?(?: [A-Z][a-z]+)?(?:,| dan|, dan| serta|, serta) ")
# "ke Kota A (Provinsi B) dan Kabupaten C"
FURTHER_PLACE = re.compile(
    r"(?: \([^()\n]{2,40}\))?(?:,| dan|, dan| serta|, serta) (?:ke )?(?=(?:Kota|Kabupaten|Kab\.|Provinsi) ?[A-Z])"
)
# A journey whose goal is no one body: "melakukan kunjungan kerja ke sejumlah daerah".
TRAVELS = re.compile(
    r"\b(?:melakukan|lakukan|melaksanakan|menggelar|gelar|mengadakan|menjalani)(?: [\w-]+){0,3}? (?:kunjungan kerja|kunker|stud[iy] (?:banding|tiru|komparatif))\b(?! lapangan)",
    re.I,
)
# "Mahasiswa X melaksanakan audiensi dengan DPRD Y": who comes to be heard where.
HEARD_AT = re.compile(
    r"\b(?:melakukan|lakukan|melaksanakan|menggelar|gelar|mengadakan) (?:audiensi|silaturahmi|kunjungan)\b[^.\n]{0,60}?\b(?:di|dengan|bersama|ke) (?:kantor |gedung |ruang rapat )?",
    re.I,
)
# The next goal of a journey already told of.
ONWARD = re.compile(r"\b(?:lanjut|dilanjutkan|(?:me)?lanjutkan perjalanan|bergeser) ke ", re.I)
QUOTED = re.compile(r"[“\"][^“”\"\n]{1,1500}[”\"]")
# How near behind its verb a side must stand, in characters.
NEAR = 90


@dataclass(frozen=True)
class Side:
    """A body named at `start:end`, by itself or through the post of someone who speaks for it."""

    start: int
    end: int
    body: str


class Votes:
    """How often each body is told of as host and as guest, surer words counting more."""

    def __init__(
        self, index: Index, text: str, bodies: list[Body], posts: list[Post], sentences: Sentences
    ) -> None:
        self._index, self._text, self._bodies = index, text, bodies
        self._sides = _sides(bodies, posts)
        self._kinds = {body.name: body.kind for body in bodies}
        self.hosts: Counter[str] = Counter()
        self.guests: Counter[str] = Counter()
        # Governments of regions that somebody went to, which no words name as hosts.
        self._thought_of: set[str] = set()
        # What somebody is quoted with counts only where the release itself does not tell who came.
        told = self._sides
        self._sides = _without_quoted(told, text)
        for sides in [self._sides, told] if len(self._sides) < len(told) else [told]:
            if self.guests and self.hosts:
                break
            self._sides = sides
            for begin, stop in sentences:
                self._count(begin, stop)
        self._settle()

    def _settle(self) -> None:
        """ "ke Kota X": where one of its bodies is told of as host, its government, only thought of, is none."""
        codes = {body.name: body.region_code for body in self._bodies}
        told = {codes.get(name) for name in self.hosts if name not in self._thought_of}
        for name in self._thought_of:
            if codes.get(name) in told and codes.get(name):
                del self.hosts[name]

    def _count(self, begin: int, stop: int) -> None:
        text = self._text
        here = [side for side in self._sides if begin <= side.start < stop]
        came = [side for side in here if VISIT_OF.search(text[max(begin, side.start - NEAR) : side.start])]
        for side in came:
            self._welcome(here, side)
        for match in RECEIVED_BY.finditer(text, begin, stop):
            if after := next((side for side in here if match.end() <= side.start < match.end() + NEAR), None):
                self.hosts[after.body] += 3
                self._thought_of.discard(after.body)
        for match in RECEIVES.finditer(text, begin, stop):
            stayed = next((side for side in here if side.end <= match.start() and side not in came), None)
            if stayed:
                self.hosts[stayed.body] += 3
            self._welcome(here, next((side for side in here if 0 <= side.start - match.end() < NEAR), None))
        for pattern in (GOES_TO, VISITS, ARRIVES):
            for match in pattern.finditer(text, begin, stop):
                self._journey(match, here)
        for match in HEARD_AT.finditer(text, begin, stop):
            came_by = _last_before(here, match.start())
            at = next((side for side in here if 0 <= side.start - match.end() < 30), None)
            if came_by and at and self._kinds.get(came_by.body) in ("school", "community"):
                self.hosts[at.body] += 2
                self._welcome(here, came_by)
        for match in ONWARD.finditer(text, begin, stop):
            self.hosts.update(dict.fromkeys(self._hosts_at(match.end(), here), 2))
        for match in TRAVELS.finditer(text, begin, stop):
            traveller = _last_before(here, match.start())
            if traveller and not self.hosts[traveller.body]:
                self.guests[traveller.body] += 1

    def _journey(self, match: re.Match[str], here: list[Side]) -> None:
        """A goes to B: B is host; A, with those listed beside it, guest."""
        hosts = self._hosts_at(match.end(), here)
        for host in hosts:
            self.hosts[host] += 2
        before = (_last_before(here, match.start()), _last_before(here, match.end()))
        # A ministry named in passing sets out nowhere.
        regional = [side for side in self._sides if not side.body.startswith("Kementerian ")]
        traveller = next(filter(None, (*before, _last_before(regional, match.start()))), None)
        if hosts and traveller and traveller.body not in hosts:
            first = next((side for side in here if traveller in self._listed(here, side)), traveller)
            self._welcome(here, first, besides=hosts)

    def _welcome(self, here: list[Side], first: Side | None, besides: Collection[str] = ()) -> None:
        for side in self._listed(here, first):
            if side.body not in besides:
                self.guests[side.body] += 2

    def _listed(self, sides: list[Side], first: Side | None) -> Iterator[Side]:
        """The side and those listed with it: "DPRD A, DPRD B, dan DPRD C"."""
        if first is None:
            return
        yield first
        end = first.end
        for side in sides:
            if side.start > end:
                if not BETWEEN.fullmatch(self._text[end : side.start]):
                    return
                yield side
                end = side.end

    def _hosts_at(self, position: int, here: list[Side]) -> list[str]:
        """The bodies gone to: those named there, or for a region the body of it that the text speaks of."""
        side = next((side for side in here if 0 <= side.start - position < 30), None)
        if side and "," not in self._text[position : side.start]:
            return [listed.body for listed in self._listed(here, side)]
        if side and not LEVEL_WORD.match(self._text, position):
            # "ke X, Dinas Y bertanya": neither the next clause's body nor a place without its level received.
            return []
        found: list[str] = []
        place = place_at(self._index, self._text, position)
        levelled = LEVEL_WORD.match(self._text, position) is not None
        while place and place.region:
            if levelled or any(body.region_code == place.region.code for body in self._bodies):
                found.append(self._body_of(place.region))
                if found[-1] == place.region.government and not self.hosts[found[-1]]:
                    self._thought_of.add(found[-1])
            further = FURTHER_PLACE.match(self._text, place.end)
            place = place_at(self._index, self._text, further.end()) if further else None
        return found

    def _body_of(self, region: KnownRegion) -> str:
        """The body of a region that the text speaks of, its government where it names none."""
        local = [body.name for body in self._bodies if body.region_code == region.code]
        voted = [name for name in local if self.hosts[name]]
        government = region.government
        return next(iter([*voted, *(name for name in local if name == government), *local]), government)


def _sides(bodies: list[Body], posts: list[Post]) -> list[Side]:
    named = {body.name for body in bodies}
    found = [
        Side(post.start, post.end, _spoken_for(post, named))
        for post in posts
        if post.institution and post.complete
    ]
    inside_posts = {start for side in found for start in range(side.start, side.end)}
    for body in bodies:
        if body.kind != "media" and body.spans and body.spans[0][0] not in inside_posts:
            found.append(Side(*body.spans[0], body.name))
    return sorted(found, key=lambda side: side.start)


def _without_quoted(sides: list[Side], text: str) -> list[Side]:
    quoted = [match.span() for match in QUOTED.finditer(text)]
    return [side for side in sides if not any(begin < side.start < end for begin, end in quoted)]


def _spoken_for(post: Post, named: set[str]) -> str:
    """The body that a post stands for: a council's secretary for its secretariat, where the text names that; the
    staff of a secretariat for the council that they receive for."""
    body = post.institution or ""
    if post.head in ("sekretaris dprd", "sekretaris dewan", "sekwan") and f"Sekretariat {body}" in named:
        return f"Sekretariat {body}"
    council = body.removeprefix("Sekretariat ")
    return council if council in named else body


def _last_before(sides: list[Side], position: int) -> Side | None:
    return next((side for side in reversed(sides) if side.end <= position), None)
