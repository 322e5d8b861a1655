"""From what was pasted to a release's parts: title, dateline, caption, credit, byline, whole paragraphs."""

import re
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from dprd_news.lib.items import items_in

from ..dates.event_dates import CLOCK
from ..language.lexicon import word_set
from ..language.marks import VERB_STEMS
from ..language.passages import Passage
from ..language.sentences import ends_in_title
from .bylines import SITE, Dateline, IsPlace, dateline_of, without_byline
from .captions import without_caption
from .cleaning import RUNS, cleaned
from .lines import HEADLINE_VERB, Line, capitals, read_lines

SENTENCE_END = re.compile(r"[.!?:;…][\"”’')\]*]*$|[\"”]$|\*$|\)$")
# "... kami dahulukan,” ungkapnya", its full stop lost with the line.
UTTERED = re.compile(rf"[\"”],? ?(?:{VERB_STEMS})nya$")
MARKS = re.compile(r"[\"“”]")
CLOSES = re.compile(r"(?:”|\")[ ,.]{0,3}(?:[a-z]|[A-Z][a-z]+ [a-z]|\n|$)")
# The longest quotation, in lines as a blog wraps them.
QUOTED_LINES = 14
# Nobody wraps lines at more: a longer one is a paragraph of its own.
WIDEST_WRAP = 160
# What stands alone above the dateline and tells who does what when is under a photo.
ON_PHOTO = re.compile(r"\b(?:saat|ketika)\b|\(\d{1,2}/\d{1,2}")
# "Rombongan X menggelar studi banding ke Y, Kamis (12/10)."
LEAD = re.compile(r"(?!.*\b(?:saat|ketika)\b)[A-Z].*\b(?:me|di|ber)[a-z]{4,}\b.*\.")
OPENS_WITH_POST = re.compile(
    r"(?=.{40})(?:Wakil |Para )?(?:Ketua|Anggota|Sekretaris|Kepala|Wali ?Kota|Bupati|Gubernur|Pimpinan)\b"
)
# "Bapemperda DPRD Kota X menggelar rapat di Ruang Y,": what stood under a photo.
CUT_OFF = re.compile(r"(?=[A-Z])(?=.{60})[^.!?]{1,300}\b(?:me|di|ber)[a-z]{4,}\b[^.!?]{1,300},")
# "Hadir Ketua Pansus 9 DPRD Kota X": the first line of a wrapped sentence.
TELLS_OF_PRESENCE = re.compile(
    r"(?:(?:Turut|Tampak) hadir|Hadir) (?:pula |juga )?(?:Wakil |Para )?(?:Ketua|Anggota|Sekretaris|Kepala|Wali ?Kota|Bupati|Gubernur|Pimpinan|Camat)\b"
)
# A word that only a headline's print gives a capital.
LINKING_CAPITAL = re.compile(
    r" (?:Ke|Di|Dari|Dan|Untuk|Soal|Terkait|Usai|Demi|Agar|Jadi|Dengan|Pada|Bagi|Oleh) "
)
VERB = re.compile(r"\b(?:me|di|ber|ter)[a-z]{4,}\b|\b(?:akan|telah|sudah)\b")
# The name of the council that a page files its articles under.
SECTION = re.compile(
    r"^(?:DPRD|DPRK|Dewan|Parlemen|Setwan)(?: (?:Kota|Kabupaten|Kab\.?|Provinsi))?(?: [A-Z]\w+){0,2}$"
)
# "Tirtasari,TS News", "TIRTASARI, KabarSari": an outlet by its name.
NEWS = re.compile(r"(?i:(?:[A-Z][\w-]* ){1,2}(?:News|Post|Pos|Media|Online))|[A-Z][a-z]{2,}[A-Z][A-Za-z]{2,}")
# The parts of "Mekarsari, kabarsari.com" on a line of its own.
OF_DATELINE = re.compile(r" ?[,()|/•·]+ ?| [–—-]+ |\.(?=[A-Z]{4})")
# "kabarsari.id - Komisi II ...": the outlet without a place.
OUTLET_OPENS = re.compile(rf"(?i:{SITE.pattern}) ?[-–—:] ?(?=[A-Z])")
LEADING = re.compile(r"^[ ,.]{1,9}")
DASH_FIRST = re.compile(r"^[,.]? ?(?:-{2,3}|[–—]|- )")
DASHED = re.compile(r"[-–] [a-z]")
HEAD_LINES, LINES_OF_LEAD = 10, 4
SHORTEST_LEAD = 60


@dataclass(frozen=True)
class Layout:
    """The parts of one release. `received` is the day that a chat's time stamp names, `stamped` the page's day of
    publication; neither is the event's. `opening` is the number of the paragraph that the dateline opens, above which
    teasers stand, 0 without a dateline."""

    paragraphs: tuple[Passage, ...]
    title: Passage | None = None
    caption: Passage | None = None
    credit: str | None = None
    byline: str | None = None
    dateline: Dateline | None = None
    opening: int = 0
    received: date | None = None
    stamped: date | None = None

    def whole(self) -> Passage:
        """Title, caption and paragraphs, one a line: what the recognisers read."""
        head = [part for part in (self.title, self.caption) if part is not None]
        return Passage.joined([*head, *self.paragraphs], "\n")


def layout(source: str, is_place: IsPlace = lambda name: False) -> Layout:
    """The parts of one release; `is_place` knows the names of regions, for datelines."""
    lines, received, stamped = read_lines(cleaned(source))
    whole = _with_whole_dateline(lines, is_place)
    # A paper prints its lead above a dateline that stands on a line of its own.
    below_lead = len(whole) < len(lines)
    lines, caption, credit = without_caption(whole, is_place)
    lines, byline = without_byline(lines)
    named, lines = _without_named(lines)
    caption = caption or named
    title, lines = _without_title(lines, is_place)
    paragraphs = _paragraphs(lines, is_place)
    datelines = [dateline_of(part.text, is_place) for part in paragraphs[:4]]
    opening, dateline = next(((n, found) for n, found in enumerate(datelines) if found), (0, None))
    opened = len(datelines) > 1 and (datelines[1] or OUTLET_OPENS.match(paragraphs[1].text))
    above = opened and _is_on_photo(paragraphs[0].text)
    above = above and not (below_lead and LEAD.fullmatch(paragraphs[0].text))
    if caption is None and (above or _opens_again(paragraphs)):
        caption, *paragraphs = paragraphs
        opening = max(0, opening - 1)
    if title and caption is None and paragraphs and _names_alone(title.text, paragraphs[0].text):
        title, caption = None, title
    return Layout(
        paragraphs=tuple(paragraphs),
        title=title,
        caption=caption,
        credit=credit,
        byline=byline,
        dateline=dateline,
        opening=opening,
        received=received,
        stamped=stamped,
    )


def _with_whole_dateline(lines: list[Line], is_place: IsPlace) -> list[Line]:
    """Joins place and outlet that stand on a line of their own to the paragraph below, with a dash where none is."""
    filled = [number for number, line in enumerate(lines) if line.text][:HEAD_LINES]
    for number, following in pairwise(filled):
        line, below = lines[number].passage, lines[following].passage
        begun = DASH_FIRST.match(below.text)
        if not _is_dateline_alone(line.text, is_place) or not (begun or _opens_block(lines, following)):
            continue
        dash = [] if begun or line.text[-1] in "-–—" else [Passage("–", line.offsets[-1:])]
        parts = [line.stripped(" ,."), *dash, below.without(LEADING)]
        joined = Passage.joined(parts, " ").without(RUNS, " ")
        return [*lines[:number], replace(lines[following], passage=joined), *lines[following + 1 :]]
    return lines


def _opens_block(lines: list[Line], start: int) -> bool:
    """True where enough words for a lead follow up to the next gap, wrapped or not."""
    end = next((n for n in range(start, len(lines)) if not lines[n].text), len(lines))
    return sum(len(line.text) for line in lines[start:end]) >= SHORTEST_LEAD


def _is_dateline_alone(text: str, is_place: IsPlace) -> bool:
    """A place with an outlet's site, in any order, and nothing else."""
    if len(text) > 70:
        return False
    parts = [part for part in OF_DATELINE.split(text.strip(" ,.–—-")) if part.strip(" .")]
    sites = [part for part in parts if SITE.fullmatch(part.strip(" .")) or NEWS.fullmatch(part.strip(" ."))]
    return bool(sites) and len(parts) > len(sites) and all(p in sites or is_place(p.strip()) for p in parts)


def _opens_again(paragraphs: list[Passage]) -> bool:
    """A line above the lead whose words the lead repeats: under the photo stands what it tells of."""
    if len(paragraphs) < 3:
        return False
    first, lead = (part.text for part in paragraphs[:2])
    return len(first) > SHORTEST_LEAD and _repeats(first, lead)


def _repeats(line: str, lead: str) -> bool:
    """True where the lead has the line's words, commas and line ends aside, and more."""
    first, whole = (" ".join(text.replace(",", " ").split()).strip(" .") for text in (line, lead))
    return len(first) < len(whole) and first in whole


def _without_named(lines: list[Line]) -> tuple[Passage | None, list[Line]]:
    """The first line where it only names who is on the photo and the lines that touch it below say so again, or where
    a comma and a gap cut it off before its day, and the other lines; None and all lines else."""
    start = next((number for number, line in enumerate(lines) if line.text), len(lines))
    if start + 2 < len(lines) and not lines[start + 1].text and CUT_OFF.fullmatch(lines[start].text):
        return lines[start].passage, lines[start + 1 :]
    following = " ".join(line.text for line in lines[start + 1 : start + 1 + LINES_OF_LEAD])
    if start < len(lines) and _names_alone(lines[start].text, following):
        return lines[start].passage, lines[start + 1 :]
    return None, lines


def _names_alone(text: str, lead: str) -> bool:
    """ "Ketua X, Dewi Lestari dari Fraksi Y" above a lead that says the same again and what she did."""
    tells = VERB.search(text) or not word_set("headline_verbs.txt").isdisjoint(text.lower().split())
    return OPENS_WITH_POST.match(text) is not None and not tells and _repeats(text, lead)


def _is_on_photo(text: str) -> bool:
    """A line above the dateline that tells of a photo, or merely names who is on it."""
    if is_headline(text) or (capitals(text) > 0.8 and LINKING_CAPITAL.search(text)):
        return False
    if text.count(" ") < 2 or SITE.search(text):
        return False
    names_only = len(text) < 150 and not VERB.search(text) and not CLOCK.search(text)
    return names_only or bool(ON_PHOTO.search(text))


def _without_title(lines: list[Line], is_place: IsPlace) -> tuple[Passage | None, list[Line]]:
    """A headline is a first line without a full stop, followed by a gap, a dateline or a new sentence."""
    lines = _without_section(lines)
    filled = [number for number, line in enumerate(lines) if line.text]
    if len(filled) < 2:
        return None, lines
    first = filled[0]
    end = next((number for number in range(first, len(lines)) if not lines[number].text), len(lines))
    block = lines[first:end]
    alone = end < len(lines) and len(block) <= 3 and all(_may_be_title(line.text) for line in block)
    if dateline_of(block[0].text, is_place):
        return None, lines
    if alone:
        return Passage.joined([line.passage for line in block], " "), lines[end:]
    ends = [n for n in (1, 2) if len(block) > n and all(_may_be_title(line.text) for line in block[:n])]
    opens = [n for n in ends if dateline_of(block[n].text, is_place)]
    opens += [n for n in ends[:1] if _starts_new(block[0].text, block[1].text)]
    if opens:
        return Passage.joined([line.passage for line in block[: opens[0]]], " "), lines[first + opens[0] :]
    return None, lines


def _without_section(lines: list[Line]) -> list[Line]:
    """Drops the name of a page's section that stands alone above the headline."""
    start = next((number for number, line in enumerate(lines) if line.text), len(lines))
    if start + 1 < len(lines) and _is_section(lines[start].text, lines[start + 1].text):
        return lines[start + 1 :]
    alone = start + 1 < len(lines) and not lines[start + 1].text
    if (
        alone
        and lines[start].text.count(" ") < 3
        and len(lines[start].text) < 40
        and lines[start].text[-1:].isalpha()
    ):
        return lines[start + 1 :]
    return lines


def _is_section(text: str, following: str) -> bool:
    """The council's name as a section of the page, on a line of its own that touches the headline; a headline that is
    wrapped goes on with a verb."""
    goes_on = HEADLINE_VERB.match(following.split(" ")[0].lower()) if following else True
    return bool(SECTION.match(text)) and not goes_on and is_headline(following)


def _may_be_title(text: str) -> bool:
    if TELLS_OF_PRESENCE.match(text):
        return False
    if not 10 <= len(text) <= 220 or re.search(r"[,;:][\"”’)]*$", text):
        return False
    return not re.search(r"\.[\"”’)]*$", text) or (len(text) < 120 and capitals(text) > 0.8)


def is_headline(text: str) -> bool:
    """A line in the capitals of a headline with a verb among them: the release's own, a subheading, or another
    article's that a page put between the paragraphs."""
    words = re.findall(r"[A-Za-z][\w'-]+", text)
    if len(words) < 5 or len(text) > 220 or re.search(r"[.,:;][\"”’)]*$", text):
        return False
    verbs = [word for word in words if HEADLINE_VERB.match(word.lower())]
    return capitals(text) > 0.8 and bool(verbs) and not any(verb.islower() for verb in verbs)


def _starts_new(title: str, following: str) -> bool:
    """True when nothing of the sentence could run on from the first line into the second."""
    words = re.findall(r"[A-Za-z][\w'-]+", title)
    if len(words) < 4 or following[:1].islower():
        return False
    verbs = [word for word in words if HEADLINE_VERB.match(word.lower())]
    return capitals(title) > 0.8 and bool(verbs) and not any(verb.islower() for verb in verbs)


def _is_subheading(text: str) -> bool:
    """A few words with the capitals of a headline, and no mark at their end: "Sanksi dan Teguran Keras"."""
    return len(text) < SHORTEST_LEAD and text.count(" ") < 7 and text[-1:].isalpha() and capitals(text) > 0.6


def _paragraphs(lines: list[Line], is_place: IsPlace) -> list[Passage]:
    blocks: list[list[Passage]] = [[]]
    for number, line in enumerate(lines):
        # What opens with place and outlet goes on from nothing above it.
        opens = number < HEAD_LINES and (line_of := dateline_of(line.text, is_place)) and line_of.outlet
        if blocks[-1] and (opens or not line.text):
            blocks.append([])
        if line.text:
            blocks[-1].append(line.passage)
    blocks = [block for block in blocks if block]
    wrapped = _gaps_mark_paragraphs(blocks)
    found: list[Passage] = []
    for block in blocks:
        found += _unwrapped(block, gaps=wrapped)
    return [part for part in found if part.text]


def _gaps_mark_paragraphs(blocks: list[list[Passage]]) -> bool:
    """True when lines are wrapped at a width and empty lines part the paragraphs, as in an e-mail."""
    long = [block for block in blocks if len(block) > 1]
    return (
        len(blocks) >= 3 and len(long) >= 2 and all(len(part) < 130 for block in long for part in block[:-1])
    )


def _is_quoted_on(rest: list[Passage]) -> bool:
    """True where the next mark closes the quotation that is open: a sentence in it ended with a wrapped line."""
    if MARKS.match(rest[0].text):
        return False
    following = "\n".join(part.text for part in rest)
    mark = MARKS.search(following)
    return mark is not None and bool(CLOSES.match(following, mark.start()))


def _items(block: list[Passage]) -> set[int]:
    """Which lines open an item of a list. Dashes before small letters do so in a list below a colon only: prose is
    wrapped at them too."""
    lines = [part.text for part in block]
    found = items_in(lines)
    dashed = sorted(number for number in found if DASHED.match(lines[number]))
    first = dashed[0] if dashed else 0
    while first - 1 in found:
        first -= 1
    above = lines[first - 1] if first else ""
    return found if not above or above.endswith(":") else found.difference(dashed)


def _unwrapped(block: list[Passage], gaps: bool) -> list[Passage]:
    """Joins lines inside sentences. Without gaps in the text, a line that ends a sentence ends a paragraph."""
    width = max(len(part) for part in block)
    items = _items(block)
    found: list[list[Passage]] = [[]]
    marks = 0
    for number, part in enumerate(block):
        before = found[-1][-1].text if found[-1] else ""
        quoted_on = marks % 2 == 1 and _is_quoted_on(block[number : number + QUOTED_LINES])
        marks += len(MARKS.findall(part.text))
        if quoted_on:
            found[-1].append(part)
            continue
        ended = bool(SENTENCE_END.search(before[-8:])) and not part.text[:1].islower()
        ended = ended and not ends_in_title(before, len(before))
        ended = ended or (bool(UTTERED.search(before[-24:])) and part.text[:1].isupper())
        linked = width > WIDEST_WRAP and len(found[-1]) == 1 and is_headline(before)
        linked = linked or (len(found[-1]) == 1 and len(part) > WIDEST_WRAP and _is_subheading(before))
        ended = ended or ((len(before) > WIDEST_WRAP or linked) and not part.text[:1].islower())
        if before and (number in items or (ended and (not gaps or len(before) < 0.6 * width))):
            found.append([])
            marks = len(MARKS.findall(part.text))
        found[-1].append(part)
    return [Passage.joined(parts, " ").without(RUNS, " ").stripped() for parts in found]
