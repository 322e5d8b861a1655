"""From whose side a visit is told: "visit_incoming" when the host tells, "visit_outgoing" when the traveller does."""

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

from ..bodies.body import Body, council_of
from ..index import Index
from ..language.lexicon import fold, regency_seats
from ..language.passages import Span
from ..language.visit_words import LONG_AGO, RECEIVED_BY, RECEIVES, VISITING
from ..people.officials import Person
from ..people.posts import Post
from ..people.quotes import Quote
from .visit import Visit

# Up to the verb, and no further than its sentence.
SPEAKS = re.compile(
    r"(?:[^\"“”\n.]|\.(?=\w)){0,60}\b(?:me(?:nyampaikan|ngatakan|nuturkan|njelaskan|negaskan|nambahkan|ngungkapkan|nyebut|nilai))\b"
)
# "Menurut Wakil Ketua X, Dewi Lestari": whose view is told, with up to a post before the name.
ACCORDING_TO = re.compile(r"\b[Mm]enurut (?:[^.,;:\n“”\"]{3,60}?,? )?$")
# What is told ends in what is quoted, which counts by itself.
QUOTES_ON = re.compile(r"[^.\n]{0,80}[\"“]")
SETS_OUT = re.compile(
    rf"\b(?:melakukan|lakukan|melaksanakan|menggelar|gelar|mengadakan|menjalani|bertolak|berkunjung|{VISITING}|bertandang|bertamu|datang|belajar|berguru|melawat|studi|kunker)\b"
    rf"[^.\n]{{0,100}}?\b(?:ke|kepada)\b|\b(?:{VISITING})\b",
    re.I,
)
# "(foto: humasdprdx)": whose office took the photo and wrote the text.
CREDIT = re.compile(r"hum(?:as|pro)([^\n]{2,60})", re.I)
# How much each sign says for the host's side; against it, for the guests'.
FROM_COUNCIL = 4.0
FROM_PLACE = 2.0
# Hosts' towns are where travellers write from too; a dateline in the guests' own town is theirs alone.
FROM_HOME = 4.0
# An outlet's name and a press office's photos are one region's for good, wherever the reporter writes from.
OF_OUTLET = CREDITED = 6.0
# What the site files is most often its own council's telling; surer signs of another teller weigh more.
OWN_SIDE = 2.7
# Bodies of the own province are told of in the site's neighbourhood by whoever came there, too.
NEIGHBOURS_SIDE = 1.0
HEADLINE = 2.5
RECEIVING = 1.5
RECEIVED = NAMED_FIRST = SETTING_OUT = 1.0
# For each time that the people of one side have the word, up to so many.
SPEAKING_ALONE, SPEAKING_MORE, MOST_WORDS = 0.85, 0.4, 3
# Guests from several regions meet only at their host's.
GATHERED = 4.0
# Pupils and students are told of by those who show them round.
PUPILS = 4.0
# A shorter name of a region may stand in an outlet's by chance.
LONG_NAME = 6
# A company's own people do not write for the council's readers.
AT_COMPANY = 1.0
# Nor does a ministry, whom councils consult every day.
AT_MINISTRY = 3.0
AT_AGENCY = 2.0


@dataclass(frozen=True)
class Telling:
    """How a release tells of its visit. `lead` is its first paragraph, headline and caption left out; `words` is how
    often the people of each body have the word, quoted or not; `dateline` is its place and outlet, `credit` its
    photo's."""

    text: str
    lead: Span
    bodies: list[Body]
    posts: list[Post]
    words: Counter[str]
    dateline: str
    credit: str = ""


def direction(visit: Visit, index: Index, telling: Telling) -> str:
    """The side that more signs speak for; a release of unknown origin is most likely the own body's or its region's."""
    if not visit.hosts:
        # Of a journey whose hosts are not told only the travellers tell.
        return "visit_outgoing"
    codes = {body.name: body.region_code or "" for body in telling.bodies}
    kinds = {body.name: body.kind for body in telling.bodies}
    regions = {codes[name] for name in visit.guests if codes.get(name)}
    signs = (
        _of_own_side(visit, index, codes)
        + GATHERED * (len(regions) > 1)
        + PUPILS * any(kinds.get(name) == "school" for name in visit.guests)
        + _written_at(index, visit, codes, telling.dateline)
        - AT_COMPANY * all(kinds.get(name) == "company" for name in visit.hosts)
        - AT_AGENCY
        * (
            all(kinds.get(name) == "agency" for name in visit.hosts)
            and any(kinds.get(name) == "council" for name in visit.guests)
        )
        - AT_MINISTRY * all(kinds.get(name) == "ministry" or name.endswith(" RI") for name in visit.hosts)
        + _credited(index, visit, codes, telling.credit)
        + _of_lead(visit, telling)
        + _of_speakers(visit, telling)
    )
    return "visit_incoming" if signs >= 0 else "visit_outgoing"


def _of_own_side(visit: Visit, index: Index, codes: dict[str, str]) -> float:
    """Whose release the site most likely got: its own body's, else its region's, else that of the region around."""
    own, region = index.tables.own, index.own_region
    for here in (
        lambda name: name == own,
        lambda name: region is not None and codes.get(name) == region.code,
    ):
        hosts, guests = (any(here(name) for name in side) for side in (visit.hosts, visit.guests))
        if hosts or guests:
            return OWN_SIDE * (hosts - guests)
    around = region is not None and any(codes.get(name, "")[:2] == region.code[:2] for name in visit.hosts)
    return NEIGHBOURS_SIDE * around


def _of_lead(visit: Visit, telling: Telling) -> float:
    """Who stands first there, and whether it tells of receiving or of setting out."""
    begin, stop = telling.lead
    folded = fold(telling.text)
    sides = [body for body in telling.bodies if body.name in (*visit.hosts, *visit.guests)]
    here = [(span[0], body.name) for body in sides for span in body.spans if begin <= span[0] < stop]
    first = min(here, default=(0, ""))[1]
    signs = NAMED_FIRST * ((first in visit.hosts) - (first in visit.guests))
    signs += HEADLINE * _receives(folded, 0, begin)
    signs += RECEIVING * _receives(folded, begin, stop)
    second = telling.text.find("\n", stop + 1)
    signs += RECEIVED * bool(RECEIVED_BY.search(folded, begin, max(stop, second)))
    signs -= SETTING_OUT * bool(first in visit.guests and SETS_OUT.search(telling.text, begin, stop))
    headed = any(span[0] < begin for body in sides if body.name in visit.guests for span in body.spans)
    return signs - SETTING_OUT * bool(headed and SETS_OUT.search(telling.text, 0, begin))


def _receives(folded: str, begin: int, stop: int) -> bool:
    """True where this part tells of receiving guests, and not those of another year."""
    found = RECEIVES.finditer(folded, begin, stop)
    return any(not LONG_AGO.match(folded, match.end()) for match in found)


def _of_speakers(visit: Visit, telling: Telling) -> float:
    """Whose people alone have the word, the more of it the surer; where both have it, who has much more of it. Of a
    text in which nobody named has it, who speaks by their post."""
    words = telling.words or Counter(
        post.institution
        for post in telling.posts
        if post.institution and SPEAKS.match(telling.text, post.end, post.end + 90)
    )
    hosts, guests = (
        sum(count for name, count in words.items() if {name, council_of(name)} & side)
        for side in ({*visit.hosts, *visit.received_by}, {*visit.guests, visit.head})
    )
    more = max(-MOST_WORDS, min(MOST_WORDS, hosts - guests))
    if not (hosts and guests):
        return SPEAKING_ALONE * more
    return SPEAKING_MORE * more if abs(more) > 1 else 0.0


def words_of(text: str, people: list[Person], quotes: list[Quote]) -> Counter[str]:
    """How often the people of each body have the word, or those of none by their names: each quotation, and each
    telling that no quotation follows and in which nobody else stands."""
    said = [quote.speaker for quote in quotes if quote.speaker]
    starts = sorted(start for person in people for start, _ in person.spans)
    for person in people:
        for start, end in person.spans:
            speaks = SPEAKS.match(text, end, end + 90)
            told = speaks.end() if speaks else end
            following = starts[bisect_left(starts, end) :][:1]
            if (
                (speaks or ACCORDING_TO.search(text, max(0, start - 80), start))
                and not QUOTES_ON.match(text, told)
                and not (following and following[0] < told)
            ):
                said.append(person.name)
    bodies = {person.name: person.institution or person.name for person in people}
    return Counter(bodies.get(name, name) for name in said)


def _credited(index: Index, visit: Visit, codes: dict[str, str], credit: str) -> float:
    """The side whose press office is named as the photo's source."""
    offices = "".join(fold(match[1]).replace(" ", "") for match in CREDIT.finditer(credit))
    signs = 0.0
    for side, sign in ((visit.hosts, CREDITED), (visit.guests, -CREDITED)):
        regions = [region for name in side if (region := index.tables.region_of(codes.get(name)))]
        names = {name.replace(" ", "") for region in regions for name in index.names_of_region(region)}
        signs += sign * any(name in offices for name in names)
    return signs


def _written_at(index: Index, visit: Visit, codes: dict[str, str], dateline: str) -> float:
    """The side whose region, or whose very council, the dateline names, and whose name is in the outlet's."""
    of_council = "dprd" in fold(dateline)
    at_hosts, at_guests = (FROM_COUNCIL, FROM_COUNCIL) if of_council else (FROM_PLACE, FROM_HOME)
    words = {fold(word) for word in (*dateline.split("|"), *dateline.replace("|", " ").split())}
    places = {region.code for word in words for region in index.regions.get(word, ())}
    places |= {code for town, code in regency_seats().items() if town in words}
    # "Banda Aceh" is no outlet of Aceh's.
    outlets = [word for word in words if word not in index.regions]
    hosts, guests = (
        [region for name in side if (region := index.tables.region_of(codes.get(name)))]
        for side in (visit.hosts, visit.guests)
    )
    around_outlets = _provinces_in(index, outlets)
    signs = 0.0
    for regions, others, sign, sure in ((hosts, guests, 1.0, at_hosts), (guests, hosts, -1.0, at_guests)):
        signs += sign * sure * any(code.startswith(region.code) for code in places for region in regions)
        # "BERITAJABAR" tells of no side where both are in that province.
        provinces = [index.tables.region_of(region.code[:2]) for region in regions]
        around = [
            province
            for province in provinces
            if province and not any(o.code[:2] == province.code for o in others)
        ]
        own = [region for region in regions if region.level != "province"]
        names = {
            name.replace(" ", "") for region in (*own, *around) for name in index.names_of_region(region)
        }
        theirs = {region.code[:2] for region in regions} - {other.code[:2] for other in others}
        is_theirs = any(name in word for word in outlets for name in names) or bool(theirs & around_outlets)
        signs += sign * OF_OUTLET * is_theirs
    return signs


def _provinces_in(index: Index, outlets: list[str]) -> set[str]:
    """The provinces in which an outlet's name has a region: "MANADOTODAY" is of that of Manado."""
    found: set[str] = set()
    for word in outlets:
        names = sorted(index.proper_names_in(word), key=len)
        # Of "BANJARMASIN" and "BANJAR" in it the longer counts.
        codes = {region.code[:2] for name in names[-1:] for region in index.regions.get(name, ())}
        found |= codes if len(codes) == 1 and len(names[-1]) >= LONG_NAME else set()
    return found
