"""What took place: the activity, a visit's two sides, who led, who received, where, how many."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import time

from .bodies import Body, government_of
from .delegations import participants, units_of_parties
from .index import Index
from .lexicon import fold
from .officials import Person
from .parties import GOES_TO, RECEIVED_BY, RECEIVES, Votes
from .places import place_at
from .posts import Post
from .sentences import Sentences
from .tables import KnownVisit
from .units import Unit

KINDS = (
    (
        "kunjungan pelajar",
        re.compile(r"\bkunjungan (?:pelajar|siswa|mahasiswa|para siswa|edukasi)|\bwisata politik\b", re.I),
    ),
    ("studi banding", re.compile(r"\bstud[iy] banding\b|\b(?:stuban|kaji banding)\b", re.I)),
    ("studi tiru", re.compile(r"\bstudi tiru\b", re.I)),
    ("studi komparatif", re.compile(r"\bstudi kompara(?:tif|si)\b", re.I)),
    (
        "kunjungan kerja",
        re.compile(
            r"\bkunjungan(?: kerja)?\b|\b(?:mengunjungi|kunjungi|menyambangi|(?:bertandang|berkunjung) ke)\b|\bkun?ker\b|\blawatan\b",
            re.I,
        ),
    ),
    ("audiensi", re.compile(r"\baudiensi\b", re.I)),
    ("konsultasi", re.compile(r"\b(?:ber)?konsultasi\b", re.I)),
    ("koordinasi", re.compile(r"\bkunjungan koordinasi\b", re.I)),
)
# Headline and lead, where a release says whose it is.
HEAD_CHARS = 400
# A visit told of without the word for its kind.
DELEGATION = re.compile(
    r"\b(?:menerima|terima|sambut)\b[^.\n]{0,40}\b(?:rombongan|delegasi)\b|\b(?:rombongan|delegasi)\b[^.\n]{0,80}\b(?:diterima|bertolak|bertandang|tiba)\b|\bkedatangan (?:tamu|rombongan)\b",
    re.I,
)
# Guests were received, though who they are is not to be told: a delegation from abroad.
WELCOMED = re.compile(
    r"\b(?:menerima|terima|menyambut|sambut)(?: \w+)? (?:kunjungan|kunker|rombongan|delegasi)\b", re.I
)
FIELD = re.compile(
    r"\b(?:meninjau|tinjau(?:an)?|peninjauan|sidak|inspeksi mendadak|kunjungan lapangan|turun langsung ke)\b",
    re.I,
)
PLENARY = re.compile(
    r"(?<!ruang rapat )(?<!ruang sidang )(?<!ruang )(?<!gedung )(?<!graha )\bparipurna\b", re.I
)
HEARING = re.compile(
    r"(?<!ruang )\b(?:rapat (?:kerja|dengar pendapat|koordinasi|evaluasi|pembahasan|pansus|komisi|internal|gabungan|harmonisasi)|raker|rdp|menggelar rapat|gelar rapat)\b",
    re.I,
)
# A meeting told of without the word for its kind.
SESSION = re.compile(
    r"\brapat (?:ini |itu |tersebut )?(?:dipimpin(?! (?:langsung )?(?:oleh )?(?:pj\.? )?(?:wali ?kota|bupati|gubernur|sekda))|digelar|berlangsung|dihadiri|dibuka|dilaksanakan)\b|\b(?:usai|melakukan|menggelar|gelar|mengadakan|memimpin|dalam|hasil) rapat\b(?! paripurna)|\bkomisi [ivx\da-e]{1,3}\b[^.\n]{0,60}"
    r"\b(?:membahas|bahas|evaluasi|mengevaluasi)\b[^.\n]{0,120}\b(?:bersama|dengan)\b",
    re.I,
)
TALK = re.compile(
    r"\b(?:talk ?show|bincang|siniar|podcast|dialog interaktif|ngobar"
    r"|(?:narasumber|wawancara|program|acara|siaran)\b[^.\n]{0,60}\b(?:radio|tv|tvri|rri|prfm))\b",
    re.I,
)
# Another's meeting that somebody was at: "menghadiri Rapat Evaluasi X yang diselenggarakan Dinas Y".
GUEST_AT = re.compile(
    r"\b(?:menghadiri|hadiri)\b[^.\n]{0,60}\brapat (?:koordinasi|evaluasi|pembahasan)\b", re.I
)
# Only meant to be seen: "akan meninjau lapangan".
PLANNED = re.compile(r"\b(?:akan|segera|berencana|rencana|bakal)\b[^.\n]{0,40}$", re.I)
HEARD = re.compile(
    r"\b(?:menerima|terima|audiensi)\b[^.\n]{0,30}\b(?:audiensi|audensi|keluhan|pengaduan)\b|\baudiensi\b",
    re.I,
)

LED_BY = re.compile(r"\b(?:dipimpin|dikepalai|diketuai)(?: (?:langsung|oleh))* ", re.I)
ACCOMPANIED = re.compile(r"\b(?:didampingi|mendampingi|turut mendampingi)\b", re.I)
SPEAKS = re.compile(
    r"^[^\"“”\n]{0,60}\b(?:me(?:nyampaikan|ngatakan|nuturkan|njelaskan|negaskan|nambahkan|ngungkapkan|nyebut|nilai))\b"
)
ATTENDS = re.compile(r"\b(?:menghadiri|hadir(?:i)?|turut hadir|mendampingi|mengikuti|dihadiri)\b", re.I)
PURPOSE = re.compile(
    r"\b(?:tujuan(?:nya)?(?: \w+){0,2} (?:adalah|ialah|yakni)|bertujuan(?: untuk)?|dalam rangka|guna|dengan tujuan|untuk (?=mempelajari|belajar|menggali|bertukar|mendalami|mengetahui)) ?([^.\n]{8,200})",
    re.I,
)
VENUE_HEAD = (
    r"(?:Gedung|Ruang(?:an)?|Aula|Kantor|Hotel|Balai|Balaikota|Pendopo|Auditorium|Stadion|Studio|Rumah|RSUD|Kampus|Masjid|Graha|Wisma|Plaza|Lapangan"
    r"|Taman|Gelora|Hall|Ballroom|Command|Grand|Kawasan|kawasan|Pasar|Terminal|Museum|Perpustakaan|Radio|Sasana)"
)
VENUE = re.compile(
    rf"\b(?:di|[Bb]ertempat di|ke) (?!Kota\b|Kabupaten\b|Provinsi\b|Jalan\b)({VENUE_HEAD}?(?:(?<=[a-z]) |(?<= ))?"
    r"[A-Z][\w'’-]*(?: (?:[A-Z][\w'’-]*|\d{1,3}|dan(?= [A-Z])|\([A-Z]\w{1,12}\)))*)"
)
NOT_VENUE = re.compile(r" (?:Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu|Ahad|Januari|Februari|Maret)\b.*$")


@dataclass(frozen=True)
class Visit:
    """Names are those of the reading. `units` holds the komisi or badan that a party came as, by its body's name;
    a party that is not in it came as a whole. `starts_at` and `ends_at` are printed hours, None where none are."""

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
    known: tuple[KnownVisit, ...] = field(default=())


def activity_of(text: str, head_end: int, may_be_visit: bool = True) -> str:
    """The kind of event by its words, those in headline, caption and lead counting most; a visit is "visit".

    `may_be_visit`: False once no two sides were found.
    """
    head = text[:head_end]
    scores = {
        "plenary": 4 * _count(PLENARY, head) + 1.5 * _count(PLENARY, text),
        "hearing": 3 * _count(HEARING, head) + _count(HEARING, text),
        "talkshow": 4 * _count(TALK, head) + 1.5 * _count(TALK, text),
        "field_inspection": 4 * _inspections(head) + _inspections(text),
        "visit": 0.0,
    }
    if not scores["plenary"]:
        scores["hearing"] += 3 * _count(SESSION, head)
    scores["visit"] += 3 * _count(DELEGATION, head)
    for _, pattern in KINDS:
        scores["visit"] += 3 * _count(pattern, head) + 0.8 * _count(pattern, text)
    if re.search(r"\bkunjungan lapangan\b", head, re.I):
        # Its other names in the text, "kunker" and the like, mean the same inspection.
        scores["visit"] = scores["visit"] / 2 - 4
    scores["hearing"] -= 4 * _count(GUEST_AT, head)
    if not may_be_visit:
        # Citizens without a body to name were heard all the same.
        scores["hearing"] += 3 * _count(HEARD, head)
        scores["visit"] = 0
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] >= 1.5 else "other"


def venue_of(index: Index, text: str) -> str | None:
    """The first building, room or named place after "di"; a region is not a venue."""
    for match in VENUE.finditer(text):
        printed = NOT_VENUE.sub("", match[1]).strip()
        place = place_at(index, text, match.start(1))
        if not printed or (place and match.start(1) + len(printed) <= place.end):
            continue
        if re.match(VENUE_HEAD, printed) or (
            printed.count(" ")
            and re.search(r"Hub|Center|Centre|Park|Mall|Hall|House|Tower|Square|Space", printed)
        ):
            return printed
    return None


def find_visit(
    index: Index,
    text: str,
    bodies: list[Body],
    units: list[Unit],
    posts: list[Post],
    people: list[Person],
    sentences: Sentences,
) -> Visit | None:
    """The visit told of, or None when no two sides can be made out."""
    votes = Votes(index, text, bodies, posts, sentences)
    hosts, guests = votes.hosts, votes.guests
    named = {body.name for body in bodies}
    guest_names = _specific([name for name in guests if guests[name] > hosts.get(name, 0)], (), named)
    host_names = [name for name in hosts if hosts[name] >= guests.get(name, 0) and name not in guest_names]
    host_names = _specific(host_names, guest_names, named)
    if guest_names and not host_names:
        host_names = _likely_host(index, bodies, guest_names)
    if not guest_names and not (host_names and WELCOMED.search(text)):
        return None
    kinds = sorted((match.start(), name) for name, pattern in KINDS if (match := pattern.search(text)))
    head = _head(text, people, guest_names)
    return Visit(
        kind=kinds[0][1] if kinds else "kunjungan kerja",
        hosts=tuple(host_names),
        guests=tuple(guest_names),
        companions=_companions(text, bodies, {*host_names, *guest_names}, sentences),
        head=head,
        received_by=tuple(_receivers(text, people, host_names, sentences)),
        purpose=_purpose(text),
        participant_count=participants(text, sentences),
        units=units_of_parties(text, units, posts, people, (*host_names, *guest_names), head, sentences),
    )


def _specific(names: list[str], other_side: Iterable[str], named: set[str]) -> list[str]:
    """A council's secretariat alone, where both stand for one side or where the other side is a secretariat; the
    council where its staff only received another council."""
    alike = any(name.startswith("Sekretariat ") for name in other_side)
    if other_side and not alike:
        return [
            name
            for name in names
            if name.removeprefix("Sekretariat ") not in names or not name.startswith("Sek")
        ]
    as_secretariat = [f"Sekretariat {n}" if alike and f"Sekretariat {n}" in named else n for n in names]
    return list(dict.fromkeys(name for name in as_secretariat if f"Sekretariat {name}" not in names))


def _likely_host(index: Index, bodies: list[Body], guests: list[str]) -> list[str]:
    """Where nothing says who received: the body of the guests' kind that is named most, else the site's own."""
    kinds = {body.kind for body in bodies if body.name in guests}
    others = Counter(body.name for body in bodies if body.kind in kinds and body.name not in guests)
    if others:
        return [others.most_common(1)[0][0]]
    own = index.tables.own
    return [own] if own not in guests and any(body.name == own for body in bodies) else []


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
    match = PURPOSE.search(text)
    if not match:
        return None
    words = re.split(r"[\"“”]|, (?=[a-z]*(?:[A-Z]|ujar|kata|ucap|dengan))", match[1])[0]
    return words.strip(" ,") or None


def direction(
    visit: Visit,
    index: Index,
    text: str,
    bodies: list[Body],
    posts: list[Post],
    quoted: set[str],
    dateline: str,
) -> str:
    """ "visit_outgoing" when the telling side travelled: the own body or one of its region, else the side whose
    region the dateline names, else whoever speaks.

    `quoted` are the bodies whose people are quoted; `dateline` is its place and outlet.
    """
    own, region = index.tables.own, index.own_region
    if own in visit.hosts or own in visit.guests:
        return "visit_incoming" if own in visit.hosts else "visit_outgoing"
    codes = {body.name: body.region_code or "" for body in bodies}
    if region:
        for side, activity in ((visit.hosts, "visit_incoming"), (visit.guests, "visit_outgoing")):
            if any(codes.get(name) == region.code for name in side):
                return activity
        if any(codes.get(name, "")[:2] == region.code[:2] for name in visit.hosts):
            return "visit_incoming"
    speak = quoted | {
        p.institution for p in posts if p.institution and SPEAKS.search(text[p.end : p.end + 90])
    }
    sides = [b for b in bodies if b.spans and b.name in (*visit.hosts, *visit.guests)]
    first = min(sides, key=lambda body: body.spans[0], default=None)
    guest_leads = first is not None and first.name in visit.guests
    if guest_leads and speak & set(visit.guests) and not speak & set(visit.hosts):
        # Only the travellers speak, and the release begins with them, wherever it is dated.
        return "visit_outgoing"
    host_leads = first is not None and first.name in visit.hosts
    if (here := _written_at(index, visit, codes, dateline)) or RECEIVES.search(text[:HEAD_CHARS]):
        return here or "visit_incoming"
    if speak & set(visit.hosts) or host_leads:
        return "visit_incoming"
    return (
        "visit_outgoing"
        if speak & set(visit.guests) or GOES_TO.search(text[:HEAD_CHARS])
        else "visit_incoming"
    )


def _written_at(index: Index, visit: Visit, codes: dict[str, str], dateline: str) -> str | None:
    """The direction seen from where the release was written, None where the dateline is neither side's."""
    squeezed = fold(dateline).replace(" ", "")
    places = {region.code for name in dateline.split("|") for region in index.regions.get(fold(name), ())}
    for side, activity in ((visit.hosts, "visit_incoming"), (visit.guests, "visit_outgoing")):
        regions = [region for name in side if (region := index.tables.region_of(codes.get(name)))]
        if any(
            fold(region.proper_name).replace(" ", "") in squeezed
            or any(code.startswith(region.code) for code in places)
            for region in regions
        ):
            return activity
    return None


def parties_of(index: Index, visit: Visit, bodies: list[Body]) -> list[Body]:
    """Hosts and guests that the text names only through their region: "ke Kota X"."""
    named = {body.name for body in bodies}
    governments = {region.government: region for region in index.tables.regions}
    missing = [name for name in (*visit.hosts, *visit.guests) if name not in named and name in governments]
    return [government_of(index, governments[name], None, 0.6) for name in missing]


def fitting(
    visits: tuple[KnownVisit, ...], visit: Visit, day: object, venue: str | None
) -> tuple[KnownVisit, ...]:
    """Planned visits with a guest and a host in common and no other date."""
    return tuple(
        known
        for known in visits
        if set(known.guests) & set(visit.guests)
        and set(known.hosts) & set(visit.hosts)
        and (known.starts_on is None or day is None or known.starts_on == day)
    )


def attended(text: str, sentences: Sentences) -> frozenset[int]:
    """Where the sentences begin that tell who was there."""
    return frozenset(begin for begin, stop in sentences if ATTENDS.search(text, begin, stop))


def part_of(
    person: Person, visit: Visit | None, speakers: set[str], there: frozenset[int], sentences: Sentences
) -> str:
    """What the person was there: guest or host by the body spoken for, attendee, speaker, else mentioned."""
    if visit and person.institution in visit.guests:
        return "guest"
    if visit and (person.institution in visit.hosts or person.name in visit.received_by):
        return "host"
    if any(sentences.at(start)[0] in there for start, _ in person.spans):
        return "attendee"
    return "speaker" if person.name in speakers else "mentioned"


def _count(pattern: re.Pattern[str], text: str) -> float:
    return min(4, sum(1 for _ in pattern.finditer(text)))


def _inspections(text: str) -> float:
    return min(
        4, sum(not PLANNED.search(text, max(0, m.start() - 60), m.start()) for m in FIELD.finditer(text))
    )


def _head(text: str, people: list[Person], guests: list[str]) -> str | None:
    """Who led the guests: named after "dipimpin", else the first of theirs who holds a post."""
    theirs = [person for person in people if person.institution in guests]
    for match in LED_BY.finditer(text):
        led = next((p.name for p in theirs for s, _ in p.spans if match.end() <= s < match.end() + 120), None)
        if led:
            return led
    return next((person.name for person in theirs if person.role), None)


def _receivers(text: str, people: list[Person], hosts: list[str], sentences: Sentences) -> list[str]:
    """People of the hosts named after "diterima oleh" or before "menerima", else the first of theirs."""
    theirs = [person for person in people if person.institution in hosts]
    unplaced = [person for person in people if person.institution is None]
    found = []
    for match in RECEIVED_BY.finditer(text):
        stop = sentences.at(match.end())[1]
        found += [
            p.name for p in (*theirs, *unplaced) if any(match.end() <= start < stop for start, _ in p.spans)
        ]
    for match in RECEIVES.finditer(text):
        begin = sentences.at(match.start())[0]
        found += [p.name for p in theirs if any(begin <= start < match.start() for start, _ in p.spans)]
    return list(dict.fromkeys(found)) or [person.name for person in theirs[:1] if person.role]
