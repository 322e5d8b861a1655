"""The two sides of a visit: which bodies are told of as hosts and which as guests."""

import re
from collections import Counter
from collections.abc import Collection, Iterator

from ..bodies.body import Body
from ..index import Index
from ..language.council_words import KOMISI_NUMBERED, STANDING_SHORT
from ..language.lexicon import any_of, fold, word_set
from ..language.marks import quoted_in
from ..language.passages import lies_in
from ..language.sentences import Sentences
from ..language.visit_words import (
    AIMS_AT,
    ALONG_WITH,
    ALONGSIDE,
    ANOTHER_DAY,
    ARRIVES,
    AT_HOUSE,
    BETWEEN,
    CAME,
    CAME_EARLIER,
    CHOSEN,
    COUNTED_GUESTS,
    FURTHER_PLACE,
    GOES_ON,
    GOES_TO,
    GUESTS_FROM,
    GUESTS_OF_NO_NAME,
    HEARD_AT,
    IS_VISITED,
    LED_GUESTS,
    LONG_AGO,
    NEXT_CLAUSE,
    OF_JOURNEY,
    OF_OTHERS,
    ONWARD,
    ONWARD_TO,
    OPENS_BRACKET,
    PLAIN_FURTHER,
    RECEIVED_BY,
    RECEIVES,
    STUDIES_AT,
    THOSE_WHO_CAME,
    TRAVELS,
    VISIT_OF,
    VISITS,
)
from ..people.posts import Post
from ..places import LEVEL_WORD, place_at
from ..tables import KnownRegion
from .sides import Side, is_same, last_before, side_at, sides_of

# "Hal itu dikatakannya saat menerima kunjungan X": whoever the sentence before is about.
AS_TOLD = re.compile(
    r"\b(?:di[a-z]+(?:kan|i)(?:nya)?|[Ii]a|[Dd]ia)\b[^.\n]{0,40}\b(?:saat|ketika|usai|kala) $"
)
# "ke TPA X, Kabupaten Y": a place that no body is called by, and where it lies.
LIES_IN = re.compile(
    rf"(?:{any_of(word_set('inspected_places.txt') | {'RDF', 'Kawasan', 'Desa', 'Kelurahan'})})(?: (?:dan )?[A-Z][\w-]*){{0,6}}, (?=(?:Kota|Kabupaten|Kab\.|Provinsi) [A-Z])"
)
# "Sebelumnya, Pemkot X juga menerima kunjungan Y": guests of another day.
BEFOREHAND = re.compile(
    r"\s*Sebelumnya\b[^.\n]*\b(?:juga|pula|pernah)\b[^.\n]{0,30}\b(?:menerima|terima|menyambut)\b"
)
# "ikut menyambut": who receives, though not as the host.
ALSO = re.compile(r"\b(?:ikut|turut)(?: serta| hadir)* $")
# "kunjungan ke A dari rombongan B", "kunjungan ke A dilakukan tiga DPRD, yaitu B, C dan D"
BY_WHOM = re.compile(
    r" (?:dari|(?:yang )?(?:dilakukan|dilaksanakan|diadakan|digelar|dijalani)(?: oleh)?)"
    rf"(?: (?:rombongan|pihak|jajaran|pimpinan|anggota|{KOMISI_NUMBERED}|Pansus(?: \d{{1,2}})?|{STANDING_SHORT}|Badan [A-Z]\w+))* "
    r"(?:(?:dua|tiga|empat|lima|enam|\d) (?:Dewan Perwakilan Rakyat Daerah|DPRD|daerah|rombongan)(?: \(DPRD\))?,? (?:yaitu|yakni|ialah|adalah) )?"
)
# "sesudah kunjungan ini, pihaknya segera datang lagi ke Kementerian X": another journey, and one that is only meant.
YET_TO_COME = re.compile(r"\b(?:akan|segera|hendak|bakal|berencana) (?:datang|berkunjung|kembali|bertolak)\b")
# "DPRD X bersama Dinas Y melakukan kunjungan": who set out stands before who came along.
TOGETHER = re.compile(ALONG_WITH)
# How near behind its verb a side must stand, in characters.
NEAR = 90
# How far before the words for a reception those for a guest may stand.
LONG_NEAR = 300
# How many sentences before a reception those who came may have been named.
SENTENCES_BACK = 5


class Votes:
    """How often each body is told of as host and as guest, surer words counting more."""

    def __init__(
        self, index: Index, text: str, bodies: list[Body], posts: list[Post], sentences: Sentences
    ) -> None:
        self._index, self._text, self._bodies, self._sentences = index, text, bodies, sentences
        self._folded = fold(text)
        self._kinds = {body.name: body.kind for body in bodies}
        self.hosts: Counter[str] = Counter()
        self.guests: Counter[str] = Counter()
        # Governments of regions that somebody went to, which no words name as hosts.
        self._thought_of: set[str] = set()
        # Who received as well: the hosts where nobody else is told of.
        self._besides: set[str] = set()
        # What somebody is quoted with counts only where the release itself does not tell both sides.
        told, marked = sides_of(text, bodies, posts), quoted_in(text)
        for quoted in [marked, []] if marked else [[]]:
            if self.guests and self.hosts:
                break
            self._quoted = quoted
            self._sides = [side for side in told if not lies_in(side.start, quoted)]
            for begin, stop in sentences:
                self._count(begin, stop)
        self._settle()

    def _settle(self) -> None:
        """ "ke Kota X": where one of its bodies is told of as host, its government, only thought of, is none."""
        if not self.hosts:
            self.hosts.update(self._besides)
        codes = {body.name: body.region_code for body in self._bodies}
        told = {codes.get(name) for name in self.hosts if name not in self._thought_of} - {None, ""}
        for name in self._thought_of:
            code = codes.get(name)
            if self._gone_to(name):
                continue
            # "DPRD Provinsi X" receives in "Kota X".
            if code and any(code == other or code.startswith(f"{other}.") for other in told):
                del self.hosts[name]
        # "Tamu dari Provinsi X itu", of whom the text has told that they are of a town there.
        regions = {
            region.council: region for region in self._index.tables.regions if region.level == "province"
        }
        for name in [name for name in self.guests if name in regions and name not in codes]:
            of_it = any(
                (codes.get(other) or "").startswith(f"{regions[name].code}.") for other in self.guests
            )
            if of_it and re.search(rf"\b{re.escape(regions[name].name)} (?:itu|tersebut|ini)\b", self._text):
                del self.guests[name]

    def _gone_to(self, name: str) -> bool:
        """True where the text itself says "ke Pemerintah Kota X"."""
        sides = [side for side in self._sides if side.body == name and not side.by_post]
        return any(AT_HOUSE.search(self._text, max(0, side.start - 40), side.start) for side in sides)

    def _named_in(self, begin: int, stop: int) -> list[Side]:
        return [side for side in self._sides if begin <= side.start < stop]

    def _count(self, begin: int, stop: int) -> None:
        """The signs of one sentence."""
        if BEFOREHAND.match(self._text, begin, stop):
            return
        here = self._named_in(begin, stop)
        other_days = [
            match.end()
            for match in RECEIVES.finditer(self._folded, begin, stop)
            if self._is_of_another_day(begin, match)
        ]
        came = [
            side
            for side in here
            if self._comes(begin, side) and not any(0 <= side.start - end < NEAR for end in other_days)
        ]
        for side in came:
            self._welcome(here, side)
        for match in GUESTS_FROM.finditer(self._folded, begin, stop):
            self.guests.update(dict.fromkeys(self._come_from(match.end(), here), 2))
        self._receptions(begin, stop, here, came)
        for pattern in (GOES_TO, VISITS, ARRIVES):
            for match in pattern.finditer(self._folded, begin, stop):
                self._journey(match, here)
        self._stays(begin, stop, here)
        for match in HEARD_AT.finditer(self._folded, begin, stop):
            came_by = last_before(here, match.start())
            at = side_at(here, match.end())
            heard = came_by and self._kinds.get(came_by.body) in ("school", "community")
            if came_by and at and (heard or "konsultasi" in match[0]):
                self.hosts[at.body] += 2
                self._welcome(here, came_by)
        for match in ONWARD.finditer(self._folded, begin, stop):
            self.hosts.update(dict.fromkeys(self._hosts_at(match.end(), here), 2))
        for match in TRAVELS.finditer(self._folded, begin, stop):
            traveller = last_before(here, match.start())
            if traveller and not self.hosts[traveller.body]:
                self.guests[self._with_whom(here, traveller).body] += 1

    def _is_of_another_day(self, begin: int, reception: re.Match[str]) -> bool:
        start = reception.start()
        other = ANOTHER_DAY.search(self._folded, max(begin, start - 20), start)
        return bool(other or LONG_AGO.match(self._folded, reception.end()))

    def _comes(self, begin: int, side: Side) -> bool:
        before = self._text[max(begin, side.start - NEAR) : side.start]
        visit = VISIT_OF.search(before)
        if visit and CAME_EARLIER.search(before[: visit.start()]):
            return False
        return bool(visit or COUNTED_GUESTS.search(before))

    def _receptions(self, begin: int, stop: int, here: list[Side], came: list[Side]) -> None:
        """ "A diterima B", "B menerima kunjungan A", "rombongan dipimpin C"."""
        text = self._text
        for match in RECEIVED_BY.finditer(self._folded, begin, stop):
            if after := next((side for side in here if match.end() <= side.start < match.end() + NEAR), None):
                self.hosts[after.body] += 3
                self._thought_of.discard(after.body)
                self._arrived(begin, match.start(), here, after)
        for match in RECEIVES.finditer(self._folded, begin, stop):
            if self._is_of_another_day(begin, match):
                continue
            stayed = next((side for side in here if side.start < match.start() and side not in came), None)
            if not stayed and AS_TOLD.search(text, max(begin, match.start() - NEAR), match.start()):
                stayed = self._told_of_before(begin)
            if stayed and ALSO.search(text, max(begin, match.start() - 20), match.start()):
                self._besides.add(stayed.body)
            elif stayed:
                self.hosts[stayed.body] += 3
            for side in (side for side in here if 0 <= side.start - match.end() < NEAR):
                if AT_HOUSE.search(text, match.end(), side.start):
                    self.hosts[side.body] += not stayed and self._kinds.get(side.body) != "community"
                elif not (
                    ALONGSIDE.search(self._folded, match.end(), side.start)
                    or NEXT_CLAUSE.search(text, match.end(), side.start)
                ):
                    self._welcome(here, side)
                break
        for match in LED_GUESTS.finditer(self._folded, begin, stop):
            leader = next((side for side in here if 0 <= side.start - match.end() < NEAR), None)
            if leader and not self.hosts[leader.body]:
                self.guests[leader.body] += 1

    def _arrived(self, begin: int, stop: int, here: list[Side], host: Side) -> None:
        """Who is said to come before the words for a reception is a guest: "rombongan X", or whom the sentence before
        tells of first where this one says only "rombongan itu"."""
        if not CAME.search(self._folded, max(begin, stop - LONG_NEAR), stop):
            return
        guest = next((side for side in here if side.end <= stop and side.body != host.body), None)
        if guest is None and not self.guests and THOSE_WHO_CAME.search(self._text, begin, stop):
            here = self._before(begin, host)
            guest = next((side for side in here if not is_same(side, host)), None)
        kind = self._kinds.get(guest.body) if guest else None
        if guest and (kind != "agency" or self._kinds.get(host.body) == "agency"):
            self._welcome(here, guest)

    def _before(self, begin: int, host: Side) -> list[Side]:
        """The sides of the last sentence before this one that names others than the host."""
        for _ in range(SENTENCES_BACK):
            if not begin:
                break
            begin, stop = self._sentences.at(begin - 1)
            here = self._named_in(begin, stop)
            if any(not is_same(side, host) for side in here):
                return here
        return []

    def _told_of_before(self, begin: int) -> Side | None:
        """The body that the sentence before is about: of who acts there by their post, or the only one named."""
        if not begin:
            return None
        begin, stop = self._sentences.at(begin - 1)
        here = self._named_in(begin, stop)
        acting = next((side for side in here if side.by_post), None)
        return acting or (here[0] if len({side.body for side in here}) == 1 else None)

    def _stays(self, begin: int, stop: int, here: list[Side]) -> None:
        """Hosts that are told of without "ke": "studi tiru di DPRD X", "giliran DPRD X yang disambangi"."""
        received = RECEIVES.search(self._folded, begin, stop)
        for match in STUDIES_AT.finditer(self._text, begin, received.start() if received else stop):
            self._journey(match, here, near=3)
        for match in AIMS_AT.finditer(self._folded, begin, stop):
            at = side_at(here, match.end(), 3)
            sure = not match[0].startswith(("memilih", "giliran"))
            if at and (sure or CHOSEN.match(self._text, at.end, stop)):
                self._journey(match, here, near=3)
        for match in IS_VISITED.finditer(self._text, begin, stop):
            host, guest = last_before(here, match.start()), side_at(here, match.end(), 3)
            if host and guest and host.body != guest.body:
                self.hosts[host.body] += 2
                self._welcome(here, guest)
            elif host and GUESTS_OF_NO_NAME.match(self._text, match.end()):
                self.hosts[host.body] += 2
            elif guest and OF_JOURNEY.search(match[0]):
                # "Kota X dan Y menjadi tujuan kunjungan kerja DPRD Z"
                self._welcome(here, guest)

    def _journey(self, match: re.Match[str], here: list[Side], near: int = 30) -> None:
        """A goes to B: B is host; A, with those listed beside it, guest."""
        if lies_in(match.start(), self._quoted):
            return
        if OF_OTHERS.search(self._text, max(0, match.start() - NEAR), match.start()):
            return
        if YET_TO_COME.search(match[0]):
            return
        hosts = self._hosts_at(match.end(), here, near)
        for host in hosts:
            self.hosts[host] += 2
        others = [side for side in here if side.body not in hosts and not self._is_another_goal(side)]
        at = side_at(here, match.end(), near)
        whence = at and next((s for s in others if BY_WHOM.fullmatch(self._text, at.end, s.start)), None)
        if hosts and whence and not last_before(others, match.start()):
            # "kunjungan ke DPRD X dari DPRD Y", and nobody before it who set out.
            self._welcome(here, whence)
            return
        before = (last_before(others, match.start()), last_before(others, match.end()))
        # A ministry named in passing sets out nowhere.
        regional = [side for side in self._sides if not side.body.startswith("Kementerian ")]
        traveller = next(filter(None, (*before, last_before(regional, match.start()))), None)
        if hosts and traveller and traveller.body not in hosts:
            traveller = self._with_whom(others, traveller)
            first = next((side for side in others if traveller in self._listed(others, side)), traveller)
            self._welcome(here, first, besides=hosts)

    def _with_whom(self, here: list[Side], side: Side) -> Side:
        """Whom the side came along with, itself where it came with nobody."""
        return next((s for s in here if TOGETHER.fullmatch(self._text, s.end, side.start)), side)

    def _is_another_goal(self, side: Side) -> bool:
        """ "Selain ke Dinas X, Komisi I DPRD Y juga berkunjung ke Z": X is no guest."""
        return self._folded.endswith("selain ke ", 0, side.start)

    def _welcome(self, here: list[Side], first: Side | None, besides: Collection[str] = ()) -> None:
        for side in self._listed(here, first):
            if side.body not in besides:
                self.guests[side.body] += 2

    def _listed(self, sides: list[Side], first: Side | None) -> Iterator[Side]:
        """The side and those listed with it: "DPRD A, DPRD B, dan DPRD C"; "Himpunan Mahasiswa A Universitas B" is one."""
        if first is None:
            return
        yield first
        last, end = first, first.end
        for side in sides:
            if side.start > end:
                between = self._text[end : side.start]
                if OPENS_BRACKET.fullmatch(between):
                    continue
                if side.body == last.body and not between.strip():
                    end = side.end
                    continue
                if not (BETWEEN.fullmatch(between) or ONWARD_TO.fullmatch(between)):
                    return
                if between == ", " and not GOES_ON.match(self._text, side.end):
                    # "Terima Audiensi PWI, Ketua DPRD X", "DPRD A, Kota B, Kamis": who acts next, or where it is.
                    return
                yield side
                last, end = side, side.end

    def _come_from(self, position: int, here: list[Side]) -> list[str]:
        """The bodies of regions that guests are said to come from: councils where a council receives them."""
        at_council = any(self._kinds.get(side.body) == "council" for side in here)
        found: list[str] = []
        for region in self._regions_at(position, PLAIN_FURTHER):
            named = self._body_of(region)
            council = at_council and named == region.government and not self._kinds.get(named)
            found.append(region.council if council else named)
        return found

    def _regions_at(
        self, position: int, further_place: re.Pattern[str] = FURTHER_PLACE
    ) -> Iterator[KnownRegion]:
        """The regions listed from here on: "Kota A (Provinsi B) dan Kabupaten C"."""
        place = place_at(self._index, self._text, position)
        while place and place.region:
            last = place.region
            yield last
            further = further_place.match(self._text, place.end)
            place = place_at(self._index, self._text, further.end()) if further else None
            if (
                further
                and further[0] == ", "
                and place
                and place.region
                and last.code.startswith(place.region.code)
            ):
                # "Kabupaten X, Provinsi Y": where that lies.
                return

    def _hosts_at(self, position: int, here: list[Side], near: int = 30) -> list[str]:
        """The bodies gone to: those named there, or for a region the body of it that the text speaks of."""
        side = side_at(here, position, near)
        if side and ". " in self._text[position : side.start]:
            side = None
        lies = LIES_IN.match(self._text, position)
        if lies and not (side and side.start < lies.end()):
            position = lies.end()
            side = side_at(here, position, near)
        levelled = LEVEL_WORD.match(self._text, position) is not None
        region = place_at(self._index, self._text, position) if levelled else None
        if side and region and region.region and side.start >= region.end:
            # "ke Kota X (anggota Komisi I)": who went there stands behind it.
            side = None
        if side and "," not in self._text[position : side.start]:
            return [listed.body for listed in self._listed(here, side)]
        if side and not levelled:
            # "ke X, Dinas Y bertanya": neither the next clause's body nor a place without its level received.
            return []
        found: list[str] = []
        for there in self._regions_at(position):
            if levelled or any(body.region_code == there.code for body in self._bodies):
                found.append(self._body_of(there))
                if found[-1] == there.government and not self.hosts[found[-1]]:
                    self._thought_of.add(found[-1])
        return found

    def _body_of(self, region: KnownRegion) -> str:
        """The body of a region that the text speaks of, its government where it names none."""
        local = [body.name for body in self._bodies if body.region_code == region.code]
        voted = [name for name in local if self.hosts[name]]
        government = region.government
        return next(iter([*voted, *(name for name in local if name == government), *local]), government)
