"""A visit: its two sides, who led, who received, where, what for."""

import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import time

from ..bodies.body import Body, body_of, council_of, government_of, is_secretariat, secretariat_of
from ..bodies.groups import GROUP
from ..bodies.units import Unit
from ..index import Index
from ..language.lexicon import fold
from ..language.sentences import Sentences
from ..language.visit_words import ANYWHERE, LEADS, PUPILS, RECEIVED_BY, RECEIVES
from ..people.officials import Person
from ..people.posts import Post
from .activities import CITIZENS_HEARD, FIELD, HEARD, JOURNEYS, KINDS, WELCOMED
from .delegations import participants, units_of_parties
from .parties import Votes

PUPILS_CAME = re.compile(rf"\b{PUPILS}\b", re.I)
LED_BY = re.compile(rf"\b{LEADS}(?: (?:langsung|oleh))* ", re.I)
DELEGATION = re.compile(r"\b(?:rombongan|delegasi)\b", re.I)
ACCOMPANIED = re.compile(r"\b(?:didampingi|mendampingi|turut mendampingi)\b", re.I)
ATTENDS = re.compile(r"\b(?:menghadiri|hadir(?:i)?|turut hadir|mendampingi|mengikuti|dihadiri)\b", re.I)
# Where a government receives, whichever of its offices speaks.
TOWN_HALL = re.compile(
    r"\b(?:di|[Bb]ertempat di) (?:[Rr]uang(?:an)? (?:[\w-]+ ){1,4})?(?:[Bb]alai ?[Kk]ota|[Pp]endopo|[Kk]antor (?:Bupati|Wali ?[Kk]ota|Gubernur))\b"
)
PURPOSE = re.compile(
    r"\b(?:tujuan(?:nya)?(?: \w+){0,2} (?:adalah|ialah|yakni)|bertujuan(?: untuk)?|dalam rangka|guna\b|dengan tujuan|untuk (?=mempelajari|belajar|menggali|bertukar|mendalami|mengetahui)) ?([^.\n]{8,200})",
    re.I,
)
# "dalam rangka kunjungan kerja": says what it is, not what for.
NO_PURPOSE = re.compile(r"(?:kunjungan|kunker|studi (?:banding|tiru))\b", re.I)
# "Asosiasi DPRD X", "Himpunan Mahasiswa Y" of a campus: no mere citizens, as "Himpunan Mahasiswa Islam" are.
OF_OFFICE = re.compile(
    r"\b(?:DPRD|Pemerintah|Mahasiswa(?! (?:Islam|Muslim|Katolik|Kristen|Hindu|Buddha|Nasional|Muhammadiyah)\b))\b"
)
CITIZENS = frozenset({"community", "company"})
TRAVELLING = frozenset({"council", "secretariat", "regional_government", "school"})


@dataclass(frozen=True)
class Visit:
    """Names are those of the reading. `units` holds the komisi or badan that a party came as, by its body's name;
    a party that is not in it came as a whole. `starts_at` and `ends_at` are printed hours, None where none are.
    `plan` is the planned visit on file that this is, None where none or more than one fits; `plans` are all that it
    may be."""

    kind: str
    hosts: tuple[str, ...] = ()
    guests: tuple[str, ...] = ()
    companions: tuple[str, ...] = ()
    head: str | None = None
    received_by: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    purpose: str | None = None
    participant_count: int | None = None
    units: dict[str, str] = field(default_factory=dict)
    starts_at: time | None = None
    ends_at: time | None = None
    plan: str | None = None
    plans: tuple[str, ...] = ()


@dataclass(frozen=True)
class Story:
    """What a release tells, as far as a visit is made out of it. Headline, caption and lead end at `head_end`; bodies,
    units and posts are mentions in order, people stand once each."""

    text: str
    sentences: Sentences
    head_end: int
    bodies: list[Body]
    units: list[Unit]
    posts: list[Post]
    people: list[Person]

    @property
    def head(self) -> str:
        return self.text[: self.head_end]


def find_visit(index: Index, story: Story) -> Visit | None:
    """The visit told of, or None when no two sides can be made out or when they met for something else."""
    hosts, guests = _parties(index, story)
    if not _is_visit(story, hosts, guests):
        return None
    text, people, sentences = story.text, story.people, story.sentences
    kinds = sorted((match.start(), name) for name, pattern in KINDS if (match := pattern.search(text)))
    leader = _head(text, people, guests, sentences)
    return Visit(
        kind=kinds[0][1] if kinds else "kunjungan kerja",
        hosts=tuple(hosts),
        guests=tuple(guests),
        companions=_companions(text, story.bodies, {*hosts, *guests}, sentences),
        head=leader,
        received_by=tuple(_receivers(text, people, hosts, sentences)),
        purpose=_purpose(text),
        participant_count=participants(text, sentences),
        units=units_of_parties(text, story.units, story.posts, people, (*hosts, *guests), leader, sentences),
    )


def _parties(index: Index, story: Story) -> tuple[list[str], list[str]]:
    """Hosts and guests by the names that they are filed under."""
    text, bodies = story.text, story.bodies
    votes = Votes(index, text, bodies, story.posts, story.sentences)
    _without_attendants(votes, story.units, story.head_end)
    hosts, guests = _two_sides(index, story, votes)
    hosts = _as_governments(index, hosts, bodies, TOWN_HALL.search(text) is not None)
    return _without_citizens(hosts, bodies), _as_governments(index, guests, bodies, at_town_hall=False)


def _is_visit(story: Story, hosts: list[str], guests: list[str]) -> bool:
    """False where there are no two sides, and where they met for something else."""
    if not guests and not (hosts and WELCOMED.search(fold(story.head))):
        return False
    if guests and all(_twin(name, hosts) for name in guests):
        # A council's own staff is no guest of it.
        return False
    if _came_to_be_heard(story, hosts, guests) or _is_own_staff(hosts, guests, story.bodies):
        return False
    # Nobody to receive them, or the staff of a place of their own region: they went to see it.
    return not (FIELD.search(story.head) and (not hosts or _is_at_home(hosts, guests, story.bodies)))


def _came_to_be_heard(story: Story, hosts: list[str], guests: list[str]) -> bool:
    """True for those who came with a concern of theirs, and that is a meeting of the council."""
    folded = fold(story.head)
    if CITIZENS_HEARD.search(folded):
        return True
    by_themselves = _are_citizens(guests, story.bodies) or not (hosts or JOURNEYS.search(folded))
    return by_themselves and HEARD.search(story.head) is not None


def _without_attendants(votes: Votes, units: list[Unit], head_end: int) -> None:
    """ "Komisi I DPRD X bersama pendamping dari sekretariat": the council came, and its staff with it."""
    came = {unit.institution for unit in units if any(start < head_end for start, _ in unit.spans)}
    for council in filter(None, came):
        weight = votes.guests.pop(secretariat_of(council), 0)
        if weight:
            votes.guests[council] = votes.guests.get(council, 0) + weight


def _two_sides(index: Index, story: Story, votes: Votes) -> tuple[list[str], list[str]]:
    """Hosts and guests, each on one side only; pupils come as their schools."""
    bodies, hosts, guests = story.bodies, votes.hosts, votes.guests
    named = {body.name for body in bodies}
    for vague in (name for name in [*guests] if _is_vaguely(name, bodies, guests)):
        del guests[vague]
    guest_names = _specific([name for name in guests if guests[name] > hosts.get(name, 0)], (), named)
    guest_names = _from_elsewhere(guest_names, hosts, bodies)
    host_names = [name for name in hosts if hosts[name] >= guests.get(name, 0) and name not in guest_names]
    guest_names = [name for name in guest_names if name in host_names or not _twin(name, host_names)]
    host_names = _specific(host_names, guest_names, named)
    if any(is_secretariat(name) for name in host_names):
        guest_names = _specific(guest_names, host_names, named)
    if guest_names and not host_names and not ANYWHERE.search(story.head):
        host_names = _likely_host(index, bodies, guest_names)
    if host_names and not guest_names:
        guest_names = _likely_guest(bodies, host_names, story.head_end)
    if host_names and not guest_names and PUPILS_CAME.search(story.head):
        guest_names = list(dict.fromkeys(body.name for body in bodies if body.kind == "school"))
    return host_names, guest_names


def _without_citizens(hosts: list[str], bodies: list[Body]) -> list[str]:
    """Without groups of citizens who received as well where a council, a government or a school did."""
    kinds = {body.name: body.kind for body in bodies}
    official = any(kinds.get(name) in TRAVELLING for name in hosts)
    return [name for name in hosts if not (official and kinds.get(name) == "community")]


def _as_governments(index: Index, names: list[str], bodies: list[Body], at_town_hall: bool) -> list[str]:
    """One side, a government alone where its agency stands beside it, or where the agency's people received in the
    town hall."""
    known = {body.name: body for body in bodies}
    found: dict[str, None] = {}
    for name in names:
        body = known.get(name)
        region = index.tables.region_of(body.region_code) if body and body.kind == "agency" else None
        instead = region and (region.government in names or at_town_hall)
        found[region.government if region and instead else name] = None
    return list(found)


def _from_elsewhere(guests: list[str], hosts: Collection[str], bodies: list[Body]) -> list[str]:
    """Without governments and agencies of the hosts' own region, where others came from elsewhere."""
    known = {body.name: body for body in bodies}
    homes = {known[name].region_code for name in hosts if name in known and name not in guests} - {None}
    local = {
        name
        for name in guests
        if name in known
        and known[name].kind in ("regional_government", "agency")
        and known[name].region_code in homes
    }
    return [name for name in guests if name not in local] or guests


def _is_vaguely(name: str, bodies: list[Body], others: Iterable[str]) -> bool:
    """ "DPRD X", with X both city and province, beside the one body of an X that stands there too."""
    vague = all(body.region_code is None for body in bodies if body.name == name)
    return vague and any(
        other != name and other.endswith(f" {name.removeprefix('DPRD ')}") for other in others
    )


def _are_citizens(guests: list[str], bodies: list[Body]) -> bool:
    """Guests that no government, council or school sent: groups, companies, the local branch of an association."""
    kinds = {body.name: body.kind for body in bodies}
    return bool(guests) and all(
        (kinds.get(name) in CITIZENS or GROUP.match(name)) and not OF_OFFICE.search(name) for name in guests
    )


def _is_at_home(hosts: list[str], guests: list[str], bodies: list[Body]) -> bool:
    """A council's own members at an agency, a school or a company of their region."""
    known = {body.name: body for body in bodies}
    regions = {known[name].region_code for name in guests if name in known and known[name].kind == "council"}
    return bool(regions) and all(
        name in known
        and known[name].kind not in ("council", "secretariat", "regional_government")
        and known[name].region_code in {*regions, None}
        for name in hosts
    )


def _is_own_staff(hosts: list[str], guests: list[str], bodies: list[Body]) -> bool:
    """A government at an agency of its own region: its head looks after what is theirs."""
    known = {body.name: body for body in bodies}
    regions = {
        known[name].region_code
        for name in guests
        if name in known and known[name].kind == "regional_government"
    }
    return (
        len(regions) == 1
        and len(guests) == 1
        and bool(hosts)
        and all(
            name in known and known[name].kind == "agency" and known[name].region_code in regions
            for name in hosts
        )
    )


def _specific(names: list[str], other_side: Iterable[str], named: set[str]) -> list[str]:
    """A council's secretariat alone, where both stand for one side or where the other side is a secretariat; the
    council where its staff only received another council."""
    alike = any(is_secretariat(name) for name in other_side)
    if other_side and not alike:
        return [name for name in names if not (is_secretariat(name) and _twin(name, names))]
    as_secretariat = [secretariat_of(n) if alike and secretariat_of(n) in named else n for n in names]
    return list(dict.fromkeys(name for name in as_secretariat if secretariat_of(name) not in names))


def _twin(name: str, names: list[str]) -> list[str]:
    """The secretariat of this council, or the council of this secretariat, among the names."""
    twin = council_of(name) if is_secretariat(name) else secretariat_of(name)
    return [twin] if twin in names else []


def _likely_host(index: Index, bodies: list[Body], guests: list[str]) -> list[str]:
    """Where nothing says who received: the body of the guests' kind that is named most, else the site's own;
    for citizens and pupils the council or government named most."""
    kinds = {body.kind for body in bodies if body.name in guests}
    others = Counter(body.name for body in bodies if body.kind in kinds and body.name not in guests)
    if others:
        return [others.most_common(1)[0][0]]
    own = index.tables.own
    if own not in guests and any(body.name == own for body in bodies):
        return [own]
    if not kinds or not kinds <= CITIZENS | {"school"}:
        return []
    official = Counter(body.name for body in bodies if body.kind in ("council", "regional_government"))
    return [name for name, _ in official.most_common(1)]


def _likely_guest(bodies: list[Body], hosts: list[str], head_end: int) -> list[str]:
    """Where nothing says who came: the council or government of another region that headline or lead names first."""
    homes = {body.region_code for body in bodies if body.name in hosts}
    others = [
        body
        for body in bodies
        if body.kind in TRAVELLING
        and body.name not in hosts
        and body.region_code not in homes
        and any(start < head_end for start, _ in body.spans)
    ]
    if others and others[0].kind == "school":
        # Pupils of several schools come together.
        return list(dict.fromkeys(body.name for body in others if body.kind == "school"))
    return [others[0].name] if others else []


def _companions(text: str, bodies: list[Body], sides: set[str], sentences: Sentences) -> tuple[str, ...]:
    """Bodies named after "didampingi" that are neither host nor guest."""
    found: dict[str, None] = {}
    for match in ACCOMPANIED.finditer(text):
        stop = sentences.at(match.end())[1]
        here = [body for body in bodies if body.spans and match.end() <= body.spans[0][0] < stop]
        found |= {body.name: None for body in here if body.name not in sides}
    return tuple(found)


def _purpose(text: str) -> str | None:
    """What the visit was for, in its own words up to the first comma that leaves a whole phrase."""
    for match in PURPOSE.finditer(text):
        words = re.split(r"[\"“”]|, (?=[a-z]*(?:[A-Z]|ujar|kata|ucap|dengan))", match[1])[0].strip(" ,")
        if " " in words and not NO_PURPOSE.match(words):
            return words
    return None


def parties_of(index: Index, visit: Visit, bodies: list[Body]) -> list[Body]:
    """Hosts and guests that the text names only through their region: "ke Kota X"."""
    named = {body.name for body in bodies}
    governments = {region.government: region for region in index.tables.regions}
    councils = {region.council: region for region in index.tables.regions}
    missing = [name for name in (*visit.hosts, *visit.guests) if name not in named]
    return [
        *(government_of(index, governments[name], None, 0.6) for name in missing if name in governments),
        *(
            body_of(index, name, "council", councils[name].code, None, 0.5)
            for name in missing
            if name in councils
        ),
    ]


def attended(text: str, sentences: Sentences) -> frozenset[int]:
    """Where the sentences begin that tell who was there."""
    return frozenset(begin for begin, stop in sentences if ATTENDS.search(text, begin, stop))


def part_of(
    person: Person, visit: Visit | None, speakers: set[str], there: frozenset[int], sentences: Sentences
) -> str:
    """What the person was there: guest or host by the body spoken for, attendee, speaker, else mentioned."""
    if visit and person.institution in visit.guests:
        return "guest"
    if visit and person.institution is None and person.name == visit.head:
        return "guest"
    if visit and (person.institution in visit.hosts or person.name in visit.received_by):
        return "host"
    if any(sentences.at(start)[0] in there for start, _ in person.spans):
        return "attendee"
    return "speaker" if person.name in speakers else "mentioned"


def _head(text: str, people: list[Person], guests: list[str], sentences: Sentences) -> str | None:
    """Who led the guests: named after "dipimpin", else the first of theirs who holds a post."""
    theirs = [person for person in people if person.institution in guests]
    for match in LED_BY.finditer(text):
        begin, _ = sentences.at(match.start())
        came = DELEGATION.search(text, begin, match.start())
        # "Rombongan dipimpin Kabag X, Dewi": whose office it is stands elsewhere.
        may_be = [p for p in people if p in theirs or (came and p.institution is None)]
        led = next((p.name for p in may_be for s, _ in p.spans if match.end() <= s < match.end() + 120), None)
        if led:
            return led
    return next((person.name for person in theirs if person.role), None)


def _receivers(text: str, people: list[Person], hosts: list[str], sentences: Sentences) -> list[str]:
    """People of the hosts named after "diterima oleh" or before "menerima", else the first of theirs."""
    theirs = [person for person in people if person.institution in hosts]
    unplaced = [person for person in people if person.institution is None]
    found, folded = [], fold(text)
    for match in RECEIVED_BY.finditer(folded):
        stop = sentences.at(match.end())[1]
        found += [
            p.name for p in (*theirs, *unplaced) if any(match.end() <= start < stop for start, _ in p.spans)
        ]
    for match in RECEIVES.finditer(folded):
        begin = sentences.at(match.start())[0]
        found += [p.name for p in theirs if any(begin <= start < match.start() for start, _ in p.spans)]
    return list(dict.fromkeys(found)) or [person.name for person in theirs[:1] if person.role]
