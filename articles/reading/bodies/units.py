"""Parts of a council: komisi, badan, pansus, fraksi, each with the council it belongs to."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from ..index import Index
from ..language.council_words import MUSYAWARAH, NUMBER
from ..language.lexicon import ONES, any_of, fold, is_everyday, lines_of, parties, word_set
from ..language.passages import Span
from ..language.sentences import Sentences
from ..places import place_at
from .body import Body

MORE_NUMBERS = rf"((?:(?:, ?(?:dan|serta)?| dan| serta|/) ?(?!I [A-Z][a-z]){NUMBER}(?!\w|\.\w|[-–]\d| (?:orang|anggota|raperda|hari|jam|kali|persen)\b))*)"
KOMISI = re.compile(
    rf"\b(?:[Kk]omisi|KOMISI|Komis|Komsi) ({NUMBER})(?!\w|\.\w|[-–]\d){MORE_NUMBERS}|\bKomisi (IV|I{{1,3}}|[A-D])(?=[A-Z][a-z])"
)
# "Pansus Satu (1)", "Pansus Dua DPRD X", and not "Pansus Tiga Raperda".
WORDED = {word.capitalize(): str(number) for number, word in enumerate(ONES, start=1)}
PANSUS = re.compile(
    rf"\b(?:Pansus[a-z]?|PANSUS|Panitia Khusus)(?: ?\(Pansus\))?"
    rf"(?: ({NUMBER})\b{MORE_NUMBERS}| (?P<worded>{any_of(WORDED)})(?: ?\((?:\d|[IVX]+)\)|(?= DPR[DK]\b))|(?: (?P<subject>{any_of(lines_of('pansus_subjects.txt'))})\b)?(?!\w))"
)
# "Pansus Renja Dewi Lestari": the word that a pansus is named for, and what stands behind.
OF_SUBJECT = re.compile(rf"\bPansus ((?!DPR|{NUMBER}\b)[A-Z][a-z]+|(?!DPR|{NUMBER}\b)[A-Z]{{3,6}}) ([\w]+)")
FURTHER = re.compile(NUMBER)
ROOM = re.compile(r"\bRuang(?:an)?(?: Rapat)? $", re.I)
STANDING = (
    ("Badan Musyawarah", re.compile(rf"\bBadan Musyawarah\b(?: ?\({MUSYAWARAH}\))?|\b{MUSYAWARAH}\b")),
    ("Badan Anggaran", re.compile(r"\bBadan Anggaran\b(?: ?\(Banggar\))?|\bBanggar\b")),
    (
        "Badan Pembentukan Peraturan Daerah",
        re.compile(
            r"\bBadan Pembentukan (?:Peraturan Daerah|Perda)\b(?: ?\(Bapemperda\))?|\bB(?:apem|P) ?[Pp]erda\b"
        ),
    ),
    (
        "Badan Kehormatan",
        re.compile(
            r"\bBadan Kehormatan\b(?: ?\(BK\))?(?: Dewan\b)?|\bBK(?= DPRD)|(?<=[Kk]etua )BK\b|(?<=[Aa]nggota )BK\b"
        ),
    ),
)
# Two letters by themselves are a body's only where the text names that body; a school has its "guru BK".
NAMES_BK = re.compile(r"\bBadan Kehormatan\b")
BK = re.compile(r"(?<![\w(])(?<![Kk]etua )(?<![Aa]nggota )(?<![Gg]uru )BK(?![\w)]| DPRD)")
PARTY_NAMES = {name.removeprefix("Partai ") for pair in parties().items() for name in pair}
# Words that names of factions are made of: one of two parties bears both their names, or one of its own making.
PARTY_WORD = any_of(
    {word for name in PARTY_NAMES for word in name.split()} | word_set("joint_faction_words.txt")
)
FACTION = rf"(?:(?:{any_of(PARTY_NAMES)})(?: - (?:{any_of(PARTY_NAMES)}))*(?![\w-])|(?:{PARTY_WORD})(?: (?:{PARTY_WORD})){{1,3}}|[A-Z][A-Za-z]{{1,12}}(?:-[A-Z][A-Za-z]{{1,12}})*)"
FRAKSI = re.compile(
    rf"(?<!-)\b(?:(?:Fraksi|FRAKSI) (?!DPR)(?:Partai )?|fraksi (?:[Pp]artai )?(?={PARTY_WORD}))({FACTION})\b(?: \([A-Z]{{2,8}}\))?"
    rf"((?:(?:, ?(?:dan|serta)?| dan| serta) (?=(?:{PARTY_WORD})\b){FACTION}\b)*)"
)
NAME_GOES_ON = re.compile(r" [A-Z][a-z]+")
# "Dewi Lestari (F-NasDem)"
SHORT_FRAKSI = re.compile(rf"\(F-?(?={PARTY_WORD})({FACTION}(?:-(?:{PARTY_WORD}))?)\)")
LISTED_FACTION = re.compile(rf"(?:, ?(?:dan |serta )?| dan | serta )({FACTION})")


DELEGATION = re.compile(r"\s*(?:Rombongan|Delegasi|Kunjungan|Kunker|Mereka)\b(?![^.\n]{0,40}\bditerima\b)")
RECEIVING = re.compile(r"\b(?:menerima|terima|menyambut|sambut|kedatangan)\b", re.I)
WELCOMED_BY = re.compile(r"\b(?:di ?terima|disambut|ditemui|dijamu)\b[^.]{0,60}$")
# "Komisi 2 berangkat ke DPRD A": not a komisi of the council that it goes to.
GONE_TO = re.compile(r" (?:ke|di|kepada)(?: kantor| gedung)? $")
LISTED = re.compile(r",? (?:dan|serta|bersama)? ?")


@dataclass(frozen=True)
class Unit:
    """A part of a council by its short whole name, "Komisi II". `institution` is the council's name, None where the text
    does not tell; `year` is a pansus's, which another of the same number follows in the next."""

    name: str
    institution: str | None
    year: int | None = None
    spans: tuple[Span, ...] = field(default=())


def find_units(index: Index, text: str, bodies: list[Body]) -> list[Unit]:
    """Mentions in order, one span each; `bodies` are the mentions of whole bodies in the same text."""
    owned = dict(_on_file(index, text))
    named = [
        (name, span) for name, span in _by_rule(text) if not any(_overlap(span, other) for other in owned)
    ]
    named = _numbered([*named, *((name, span) for span, (name, _) in owned.items())])
    units = _sharing(
        text,
        [
            Unit(
                name,
                _beside(span, bodies) or _of_place(index, text, span[1]) or owned.get(span, ("", None))[1],
                None,
                (span,),
            )
            for name, span in sorted(named, key=lambda n: n[1])
            if not _is_room(text, span)
        ],
    )
    owners = _sole_owners(units)
    likely = _likely_council(index, bodies) or _only(owners.values())
    sentences = Sentences(text)
    whole = [
        replace(
            unit,
            institution=unit.institution
            or owners.get(unit.name)
            or _of_sentence(text, unit.spans[0][0], bodies, sentences)
            or _of_delegation(text, unit.spans[0][0], bodies, sentences)
            or likely,
        )
        for unit in units
    ]
    return sorted(whole, key=lambda unit: unit.spans)


def _by_rule(text: str) -> Iterator[tuple[str, Span]]:
    """Each part of a council that the usual words name, by its usual name."""
    for match in KOMISI.finditer(text):
        yield from _with_further("Komisi", match, match[1] or match[3])
    for match in PANSUS.finditer(text):
        yield from _with_further("Pansus", match, match[1] or match["subject"] or WORDED.get(match["worded"]))
    if subjects := _subjects(text):
        for match in re.finditer(rf"\bPansus ({any_of(subjects)})\b", text):
            yield f"Pansus {match[1]}", match.span()
    for name, pattern in STANDING:
        for match in pattern.finditer(text):
            yield name, match.span()
    if NAMES_BK.search(text):
        for match in BK.finditer(text):
            yield STANDING[-1][0], match.span()
    for match in SHORT_FRAKSI.finditer(text):
        yield _faction(match[1]), (match.start() + 1, match.end() - 1)
    for match in FRAKSI.finditer(text):
        if match[1].istitle() and is_everyday(match[1]) and not re.fullmatch(PARTY_WORD, match[1]):
            # "Fraksi Diminta Hadir", in the capitals of a headline.
            continue
        if (
            match[1].istitle()
            and not re.match(PARTY_WORD, match[1])
            and NAME_GOES_ON.match(text, match.start(2))
        ):
            # "tenaga ahli Fraksi Dewi Lestari": who works for it.
            continue
        yield _faction(match[1]), (match.start(), match.start(2))
        for listed in LISTED_FACTION.finditer(text, *match.span(2)):
            yield _faction(listed[1]), listed.span(1)


def _with_further(kind: str, match: re.Match[str], number: str | None) -> Iterator[tuple[str, Span]]:
    """The unit of this number, none where it has none, and those whose numbers are listed behind: "Komisi I dan II"."""
    yield f"{kind} {number.replace('l', 'I')}" if number else kind, match.span()
    for further in FURTHER.finditer(match.string, *match.span(2)) if match[2] else ():
        yield f"{kind} {further[0].replace('l', 'I')}", further.span()


def _subjects(text: str) -> set[str]:
    """What pansus of this text are for, where two different words follow the same one: "Pansus X Dewi", "Pansus X ini"."""
    following: dict[str, set[str]] = {}
    for match in OF_SUBJECT.finditer(text):
        following.setdefault(match[1], set()).add(match[2])
    return {subject for subject, behind in following.items() if len(behind) > 1}


def _numbered(named: list[tuple[str, Span]]) -> list[tuple[str, Span]]:
    """ "Pansus" alone is the one that the text numbers elsewhere, and none in particular where it numbers several."""
    numbered = {name for name, _ in named if name.startswith("Pansus ")}
    if not numbered:
        return named
    only = min(numbered) if len(numbered) == 1 else None
    known = [(only if name == "Pansus" else name, span) for name, span in named]
    return [(name, span) for name, span in known if name]


def _beside(span: Span, bodies: list[Body]) -> str | None:
    """The council, of a region or of the nation, printed right after the unit."""
    return next((b.name for b in bodies if _is_parliament(b) and 0 <= b.spans[0][0] - span[1] <= 1), None)


def _is_parliament(body: Body) -> bool:
    return body.kind == "council" or body.name == "DPR RI"


def _on_file(index: Index, text: str) -> Iterator[tuple[Span, tuple[str, str | None]]]:
    """Parts that the tables name otherwise than by the usual words, such as a "Badan Legislasi": where, the short
    name on file and the one council that has it."""
    for hit in index.parts_in(fold(text)):
        known = index.parts[hit.name]
        usual = any(
            pattern.match(text, hit.start) for pattern in (KOMISI, PANSUS, FRAKSI, *(p for _, p in STANDING))
        )
        if usual or text[hit.start].islower():
            continue
        owners = {body.name for part in known if (body := index.by_slug.get(part.parent_slug or ""))}
        name = known[0].short_name or text[hit.start : hit.end]
        yield (hit.start, hit.end), (name, next(iter(owners)) if len(owners) == 1 else None)


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _sharing(text: str, units: list[Unit]) -> list[Unit]:
    """ "Komisi I dan Komisi III DPRD X": both are of the council printed behind the last."""
    shared = list(units)
    for number in range(len(shared) - 2, -1, -1):
        this, following = shared[number], shared[number + 1]
        if this.institution is None and LISTED.fullmatch(text[this.spans[0][1] : following.spans[0][0]]):
            shared[number] = replace(this, institution=following.institution)
    return shared


def _likely_council(index: Index, bodies: list[Body]) -> str | None:
    """Whose a unit without a council is: the only council's of the text, else the site's own."""
    names = {body.name for body in bodies if body.kind == "council"}
    own = index.tables.own
    if len(names) == 1:
        return next(iter(names))
    return own if own and (own in names or not names) else None


def _only(councils: Iterable[str]) -> str | None:
    """Where several councils meet, and the text prints units of one of them alone, its others are that one's."""
    named = set(councils)
    return named.pop() if len(named) == 1 else None


def _of_place(index: Index, text: str, end: int) -> str | None:
    """The council of the region printed right behind: "BK NTB", "Bapemperda Gorontalo"."""
    place = place_at(index, text, end + 1) if text[end : end + 1] == " " else None
    return place.region.council if place and place.region and place.region.has_council else None


def _sole_owners(units: list[Unit]) -> dict[str, str]:
    """The one council that a unit of each name is printed with; two may both have a Komisi IV."""
    named = {(unit.name, unit.institution) for unit in units if unit.institution}
    counts = Counter(name for name, _ in named)
    return {name: council for name, council in named if council and counts[name] == 1}


def _of_sentence(text: str, position: int, bodies: list[Body], sentences: Sentences) -> str | None:
    """The one council that the sentence names."""
    begin, stop = sentences.at(position)
    here = [body for body in bodies if _is_parliament(body) and begin <= body.spans[0][0] < stop]
    before = [body for body in here if body.spans[0][0] < position]
    if before and WELCOMED_BY.search(text, before[-1].spans[0][1], position):
        # "ke DPRD A dan diterima Ketua Komisi I": of the council that was gone to.
        return before[-1].name
    gone_to = {
        body.name for body in here if body not in before and GONE_TO.search(text, position, body.spans[0][0])
    }
    named = {body.name for body in here} - gone_to
    if gone_to and not named:
        named = {body.name for body in bodies if _is_parliament(body)} - gone_to
    return named.pop() if len(named) == 1 else None


def _of_delegation(text: str, position: int, bodies: list[Body], sentences: Sentences) -> str | None:
    """ "Rombongan dipimpin Ketua Pansus": the council that came, as the sentence before tells."""
    begin, _ = sentences.at(position)
    if not DELEGATION.match(text, begin) or not begin:
        return None
    before, end = sentences.at(begin - 1)
    councils = [b.name for b in bodies if b.kind == "council" and before <= b.spans[0][0] < end]
    welcomed = RECEIVING.search(text, before, end)
    return (councils[-1] if welcomed else councils[0]) if len(set(councils)) > 1 else None


def _is_room(text: str, span: Span) -> bool:
    """ "Ruang Rapat Komisi III" is a room, not the komisi."""
    return bool(ROOM.search(text[max(0, span[0] - 14) : span[0]]))


def _faction(printed: str) -> str:
    """ "Fraksi PKS" for each of its spellings."""
    plain = printed.removeprefix("Partai ").replace(" - ", "-").replace("PDI-Perjuangan", "PDI Perjuangan")
    plain = parties().get(plain, plain).removeprefix("Partai ")
    return f"Fraksi {_short_names().get(plain, plain)}"


@cache
def _short_names() -> dict[str, str]:
    """Parties' short names, of several the first on file, by their names without "Partai"."""
    return {name.removeprefix("Partai "): short for short, name in reversed(parties().items())}
