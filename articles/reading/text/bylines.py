"""Who wrote: the code that closes a release or the line that names its writer; and the dateline that opens it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from dprd_news.lib.dictionary import dictionary, roots

from ..language.lexicon import WEEKDAY, fold, is_everyday, rank_of
from ..language.marks import VERB_STEMS
from ..language.passages import Passage
from ..language.sentences import ends_in_title
from .lines import Line

# A closing code at the end of a line, within so many letters of it.
CLOSING_CHARS = 60
CLOSED = re.compile(
    r"[.!?”\"]\s*\((?:[^()]{0,30}[/*][^()]{0,30}|[a-z]{2,5}|\*{1,3})\)[.* ]{0,5}$|[.!?”\"]\s*\*{3}$"
)
BYLINE_LABEL = re.compile(
    r"^\(?(?:penulis|ditulis oleh|rep(?:orter)?|pewarta|laporan(?: oleh)?|oleh|by|jurnalis|kontributor|wartawan) ?:? +(?!(?:wakil|ketua|kepala|sekretaris|direktur|anggota|para|pihak|pimpinan|jajaran)\b)([^\n]{2,60}?)\)?\.?$",
    re.I,
)
BYLINE_LABEL_COLON = re.compile(
    r"^(?:penulis|ditulis oleh|rep(?:orter)?|pewarta|laporan(?: oleh)?|oleh)(?:/(?:redaktur|editor))* ?: ?([^\n|]{2,60}?)\.?(?: ?\|.{0,80})?$",
    re.I,
)
# "Sabtu, 31 Agustus 2024 | 03:42 WIB | Laporan: X": the stamp of a page.
STAMPED = re.compile(r"^[^\n|]{6,40}\d{4} ?(?:\|(?:[^|\n]{4,14}\|)? ?|(?=(?:reporter|penulis) ?:))", re.I)
# "16:20 Wita - Editor: X - Reporter: Y - Outlet.com", behind the stamp's day.
LABEL_IN_STAMP = re.compile(r"[-–—|] ?(?:reporter|penulis|laporan|pewarta) ?: ?([^|\n–—-]{2,40})", re.I)
AT_SITE = re.compile(
    r"^([A-Z][a-z]+(?: [A-Z][a-z]+){1,3}) ?[-–|] ?(?:\w*[Nn]ews\w*|detik\w*|[\w-]+\.(?:com|id|net))$"
)
EDITOR = re.compile(
    r"^(?:(?:editor|redaktur|red)[ .]*: ?[^\n]{2,60}|(Editor DPRD [A-Z][A-Za-z ]{2,40}))$", re.I
)
BRACKET_BYLINE = re.compile(
    r"(?:^|(?<=[.!?”\"’'*])|(?<=[.!?,”\"’'*] ))[(\[]([^()\[\]\n]{1,50})[)\]][\"”]?([.* ]{0,6})$"
)
CODE = re.compile(
    r"\*|(?<!\d)/|^[A-Z]{1,4}-?\d{1,4}$|^\d{1,4}[a-z]{1,4}$|^[A-Za-z]{2,6}-[A-Za-z]?\d{1,3}$|^[a-z]{1,4}\d[a-z]{1,3}$|\bred\b|\bsumber\b|\bhumas|\bhumpro|\bhms\b|\badv|\brep\b|^[a-z]{1,9}\d?$",
    re.I,
)
PERSON = re.compile(r"[A-Z][a-z]+(?: [A-Za-z]+){0,2}")
# "Laporan Wartawan KabarKita, X": what comes before the writer's name.
OUTLET_OF_WRITER = re.compile(r"^(?:wartawan|reporter|kontributor|koresponden) [^,\n]{2,40}, (?=[A-Z])", re.I)
SITE_OF_BYLINE = re.compile(r" ?[|–-] ?\S*\.(?:id|com|net|co)\b.*$", re.I)
# "Rep: X/ Red: Y": the editor on the writer's line.
EDITOR_BEHIND = re.compile(r" ?[/| –—-] ?(?:red(?:aktur)?|editor|ed) ?:.*$", re.I)
# The last name of a list: "Dewi, S.Pd. (Wakil Ketua)".
POST = re.compile(r"(?:wakil )?(?:ketua|sekretaris|bendahara|anggota)\b", re.I)
# A closing attribution: "Tegas nya", "ujar Dewi".
UTTERED = re.compile(rf"(?:{VERB_STEMS}) ?(?:nya|kan)?(?: [A-Z]\w+)?$", re.I)
STARS = re.compile(r"(?:^|(?<=[.!?”\"’')]))[ ]*(\*{1,5})\.?$")

# "... masyarakat. *dw", "... masyarakat. Dw*": stars at the code instead of brackets around it.
# "... sejahteranya masyarakat*WN*": capitals between stars, whatever stands before them.
STARRED = re.compile(
    r"(?:(?<=[a-z])|(?<=[.!?”\"’')]))[ ]*\*(?P<inside>[A-Z]{2,4})\*$|(?:^|(?<=[.!?”\"’')]))[ ]*(?:(?:\*{1,3}|@) ?(?P<code>[A-Z]?[a-z]{1,9}(?: [A-Z](?:[a-z]{2,11})?\b|-\d{1,3})?)\.?|(?P<before>[A-Za-z]{2,6}(?:/[a-z]{2,6})?) ?\*{1,3})$"
)
SENTENCE_END = re.compile(r"[.!?”\"]$")
# "Ujang S.", a line of its own, and "... kantin dewan. Ayu": who wrote, without any sign.
NAME_ALONE = re.compile(r"^([A-Z][a-z]{2,11}(?: [A-Z](?:[a-z]{2,11}|\.?))?|[A-Z]{4,12}(?: [A-Z]{3,12})?)\.?$")
NAME_BEHIND = re.compile(
    r"(?<=[a-z][.!?”\"]) ([A-Z][a-z]{2,9}(?: [A-Z]{1,2})?)$|(?<=nya\.) ([A-Z][a-z]{2,9})\.$"
)
# ".asbud/tn", a line of its own
CODE_ALONE = re.compile(r"^\.? ?([A-Za-z][a-z]{1,11}(?:/[A-Za-z][a-z]{1,7})+)\.?$")
# "... tidak resah,” tuturnya.RTN/ABD"
CODE_GLUED = re.compile(r"(?<=[a-z”\"][.”\"]) ?([A-Z]{2,5}/[A-Z]{2,5})$")
# "... kepada tamunya. MC Kota/Ris"
OFFICE_BEHIND = re.compile(
    r"(?<=[a-z][.”\"]) ?((?:MC|Humas|Humpro|Kominfo|Diskominfo|Prokopim)(?: [A-Z]\w+){0,3} ?/ ?[A-Z]\w{1,15})$"
)
# "Dewi Lestari | Kamis, 12 Juni 2025 | 15:43"
NAME_STAMPED = re.compile(
    rf"^(?!redaksi|admin|tim |berita|news)([A-Z][a-z]+(?: [A-Z][a-z]+){{0,3}}) ?[|–-] ?(?:{WEEKDAY}),? \d{{1,2}} \w+ \d{{4}}(?: ?[|,–-] ?\d{{1,2}}[.:]\d{{2}}.{{0,12}})?$",
    re.I,
)
# "... pekan depan (Dadan)": a writer in brackets behind words that lost their full stop.
WRITER_IN_BRACKETS = re.compile(r"(?<=[a-z]{3}) \(([A-Z][a-z]{2,11}(?: [A-Z][a-z]{2,11})?)\)$")
# "... rapat berikutnya (adv/hms4)."
CODE_IN_BRACKETS = re.compile(r"(?<=[a-z]{3}) \(([a-z]{2,6}/[a-z]{2,6}\d?)\)\.?$")
# "... sepulang dari sana. rds": letters that are no word
LETTERS_BEHIND = re.compile(r"(?<=[a-z][.!?”\"]) ([b-df-hj-np-tv-z]{2,4})$")
# "21/10/2020 16:10 0 By Dewi"
STAMPED_BY = re.compile(r"^\d{1,2}/\d{1,2}/\d{4} [\d:. ]{0,14}[Bb]y ([A-Z]\w+(?: [A-Z]\w+){0,2})$")
# "Dewi L by Dewi L": a name and the words under its picture.
NAMED_TWICE = re.compile(r"^([A-Z]\w+(?: [A-Z][\w.]*){0,3}) [Bb]y \1$")
NEWSROOM = re.compile(r"^(?:tim redaksi|penulis|reporter)$", re.I)
# "Reporter: Redaksi" names nobody.
NOBODY = re.compile(r"^(?:tim )?(?:redaksi|admin(?:istrator)?|editor)$", re.I)
# An outlet by its address: "by kabarsari.co.id" names no writer.
SITE = re.compile(r"[\w-]{3,30}\.(?:com|id|co|net|news|org)(?:\.id)?\b", re.I)
# "Jajang ( Redaksi )", "Neng Ratnasari"
WRITER_ALONE = re.compile(
    r"^([A-Z][a-z]+(?: [A-Z][a-z]+){0,2})(?P<office> ?\( ?(?i:redaksi|penulis|reporter|wartawan) ?\))?$"
)
WRITER = re.compile(r"^((?:[A-Z][\w.']*)(?: [A-Z][\w.']*){1,3}),?$")

DATELINE = re.compile(
    r"^(?P<first>[A-Z](?:[\w.' ]|(?<=\w)-(?=\w)){2,40}?)(?: ?(?P<sep>\|{1,2}|[,(•·]) ?(?P<second>[A-Za-z][\w.\- ]{2,40}?)\)?)?[,.-]?"
    r" ?(?:-{2,3}|(?<= )-(?= )|(?<=[A-Z]{2})-(?= ?[A-Z])|(?<=[,.])-(?= ?[A-Z])|(?<=[a-z]\d)-(?=[A-Z])|[–—~])[ ]*(?=\S)"
)
INNER_DATELINE = re.compile(
    r"^(?P<first>[A-Z][A-Za-z ]{2,25}?),? ?- ?(?P<second>[A-Z][\w. ]{2,25}?) ?-(?= ?[A-Z])|^(?P<only>[A-Z]{4,20}), ?-(?=[A-Z])"
)
DATED = re.compile(r"^([A-Z][A-Za-z ]{2,25}), \(?\d{1,2}[ /][A-Za-z\d]{1,9}[ /]\d{4}\)? ?[-–—]")
DESK = re.compile(r"^([A-Z][A-Za-z ]{2,25}),? \(([A-Z][\w. ]{1,25})\)\.? ?[-–—]")
# "KOTA- (Outlet). "
DESK_BEHIND = re.compile(r"^([A-Z][A-Za-z ]{2,25}?) ?[-–—] ?\(([A-Z][\w. ]{1,25})\)\.? ?(?=[A-Z])")
BARRED = re.compile(r"^([A-Z][A-Z ]{2,25}) \| (?=[A-Z][a-z])")
# "KOTA >> ", "Kota, Outlet -||- ", "Outlet.com / KOTA / ", "Outlet.com, KOTA : ", "[KOTA] "
MARKED = re.compile(
    r"^(?:(?P<outlet>[\w.-]{3,30})(?: ?/ ?|(?:(?<=\.[A-Za-z]{3})|(?<=\.[A-Za-z]{2})), ))?\[?(?P<place>[A-Z][A-Za-z ]{2,25}?)\]?(?:, (?P<second>[A-Za-z][\w.\- ]{1,30}?))? ?(?:-?\|\|-?|>>+|»|:|/|(?<=\])) ?(?=[A-Z\"“])"
)
# "outlet.id – KOTA. "
PLACE_BEHIND = re.compile(r"([A-Z][A-Za-z ]{2,25}?)(?:[.,]| [-–—]) ?(?=[A-Z])")
STOPPED = re.compile(r"^([A-Z][A-Z ]{2,25})\. ?(?=[A-Z][a-z])")
# A word less usual than so many others may well be a name.
RATHER_RARE = 3_000
IsPlace = Callable[[str], bool]


@dataclass(frozen=True)
class Dateline:
    """`place` is "" where only the outlet is named, `outlet` None where only the place is."""

    place: str
    outlet: str | None = None


def without_byline(lines: list[Line]) -> tuple[list[Line], str | None]:
    """The lines without those that name writer or editor and without a closing code; the byline, where the
    code and the writer come first, and mere stars last. An editor is no writer, but for the council's own."""
    filled = [number for number, line in enumerate(lines) if line.text]
    editor: str | None = None
    stars: str | None = None
    nobody: str | None = None
    writer, gone = _above_newsroom(lines, filled[:10])
    for number in (*reversed(filled[-4:]), *filled[:6]):
        text = lines[number].text
        if number in gone:
            continue
        if by_editor := EDITOR.match(text):
            editor, gone = editor or by_editor[1], gone | {number}
        elif label := _label(text) or _above_stamp(lines[number]):
            named = _writer(label[1])
            gone = gone | {number}
            if NOBODY.match(named):
                nobody = nobody or named
            elif not SITE.fullmatch(named):
                writer = writer or named
        elif number in filled[-4:] and writer is None and not stars:
            before = next((lines[n].text for n in reversed(filled) if n < number), "")
            ended = SENTENCE_END.search(before) is not None and not ends_in_title(before, len(before))
            rest, code = _closer(lines[number].passage, ended)
            if code and not code.strip("*"):
                stars = code
            else:
                writer = code
            if code and rest.text:
                lines = [*lines[:number], replace(lines[number], passage=rest), *lines[number + 1 :]]
            elif code:
                gone = gone | {number}
    return [
        line for number, line in enumerate(lines) if number not in gone
    ], writer or editor or nobody or stars


def _above_newsroom(lines: list[Line], head: list[int]) -> tuple[str | None, set[int]]:
    """The first of the writers that stand above a page's line "Tim Redaksi", and the numbers of all those lines."""
    end = next((n for n, number in enumerate(head) if NEWSROOM.match(lines[number].text)), None)
    if end is None:
        return None, set()
    start = end
    while start and WRITER.match(lines[head[start - 1]].text):
        start -= 1
    names = [lines[number].text.strip(" ,") for number in head[start:end]]
    return (names[0] if names else None), set(head[start : end + 1])


def _label(text: str) -> re.Match[str] | None:
    if (stamp := STAMPED.match(text)) and (further := LABEL_IN_STAMP.search(text, stamp.end())):
        return further
    text = STAMPED.sub("", text)
    # "Laporan Wartawan KabarSari.com, Dewi Lestari" is longer for its outlet's name.
    plainly = OUTLET_OF_WRITER.sub("", text.removeprefix("Laporan "))
    short = len(plainly) < 50 and plainly.count(" ") < 6
    plain = BYLINE_LABEL.match(text) if short else None
    named = plain if plain and _names_writer(plain) else None
    return (
        BYLINE_LABEL_COLON.match(text)
        or STAMPED_BY.match(text)
        or NAMED_TWICE.match(text)
        or AT_SITE.match(text)
        or NAME_STAMPED.match(text)
        or named
    )


def _above_stamp(line: Line) -> re.Match[str] | None:
    """A name of words that mean nothing else, right above the page's day of publication."""
    named = WRITER_ALONE.match(line.text) if line.above_stamp else None
    sure = named and (named["office"] or (" " in named[1] and _is_name(named[1].split(" ")[-1])))
    return named if sure else None


def _names_writer(plain: re.Match[str]) -> bool:
    """ "Laporan Hasil Reses" heads a paragraph; behind "Oleh" even "Fitri" is a name."""
    words = plain[1].split()
    if re.match(r"\(?(?:oleh|by)\b", plain[0], re.I) and plain[1].istitle():
        return all(rank_of(fold(word)) >= RATHER_RARE for word in words)
    return not all(is_everyday(word) for word in words)


def _writer(printed: str) -> str:
    return OUTLET_OF_WRITER.sub("", EDITOR_BEHIND.sub("", SITE_OF_BYLINE.sub("", printed))).strip()


def _closer(passage: Passage, ended: bool) -> tuple[Passage, str | None]:
    """The line without the code that closes a release, and that code; `ended`: a sentence ended with the line before,
    so that a name alone signs and is not one of a list."""
    text = passage.text
    start = max(0, len(text) - 80)
    tail = text[start:]
    bracket = BRACKET_BYLINE.search(tail)
    if bracket and not POST.match(bracket[1]):
        code = bracket[1].strip()
        if CODE.search(code) or bracket[2].strip(" .") or PERSON.fullmatch(code):
            return passage.cut(0, start + bracket.start()).stripped(), code
    alone = CODE_ALONE.match(text)
    if alone:
        return passage.cut(0, 0), alone[1]
    signs = (CODE_GLUED, OFFICE_BEHIND, CODE_IN_BRACKETS, LETTERS_BEHIND)
    if closing := next(filter(None, (sign.search(tail) for sign in signs)), None):
        return passage.cut(0, start + closing.start()).stripped(), closing[1]
    named = WRITER_IN_BRACKETS.search(tail)
    if named and _is_name(named[1]) and UTTERED.search(tail[: named.start()]):
        return passage.cut(0, start + named.start()).stripped(), named[1]
    starred = STARRED.search(tail)
    if starred:
        code = starred["inside"] or starred["code"] or starred["before"]
        return passage.cut(0, start + starred.start()).stripped(), code
    own_line = NAME_ALONE.match(text) if ended else None
    signed = own_line or NAME_BEHIND.search(tail)
    writer = signed and next(filter(None, signed.groups()))
    if signed and writer and not NOBODY.match(writer) and (_is_name(writer) or writer == "Red"):
        return passage.cut(0, 0 if own_line else start + signed.start()).stripped(), writer
    stars = STARS.search(tail)
    if stars:
        return passage.cut(0, start + stars.start()).stripped(), stars[1]
    return passage, None


def _is_name(words: str) -> bool:
    """True for words that mean nothing, also without their affixes: "Mejanya" ends a sentence that broke off. Of two
    in capitals the last must be a name: "PUTRI KANIA"."""
    first = fold(words.split(" ")[-1 if words.isupper() else 0])
    return not is_everyday(first) and not any(root in dictionary() for root in roots(first))


def dateline_of(text: str, is_place: IsPlace) -> Dateline | None:
    """Place and outlet before the opening dash: "Kota, Outlet.com -", "OUTLET | KOTA -" and others."""
    inner = INNER_DATELINE.match(text[:80])
    if inner and (inner["only"] or is_place(inner["first"])):
        return Dateline(_plain(inner["only"] or inner["first"]), inner["second"])
    for pattern in (DATED, DESK, DESK_BEHIND, BARRED, STOPPED):
        plain = pattern.match(text[:80])
        if plain and is_place(plain[1]):
            return Dateline(_plain(plain[1]), plain[2] if pattern in (DESK, DESK_BEHIND) else None)
    marked = MARKED.match(text[:100])
    if marked and is_place(marked["place"]):
        return Dateline(_plain(marked["place"]), marked["outlet"] or marked["second"])
    match = DATELINE.match(text[:120])
    if match and match["second"]:
        return _of_two(match, is_place)
    if not match:
        return None
    found = _of_one(match["first"].strip(), text[match.end() : match.end() + 1], is_place)
    behind = PLACE_BEHIND.match(text, match.end())
    if found and not found.place and behind and is_place(behind[1]):
        return Dateline(_plain(behind[1]), found.outlet)
    return found


def _of_two(match: re.Match[str], is_place: IsPlace) -> Dateline | None:
    """Of two names the one that is no outlet is the place; or a town with its province, "Purwokerto, Jateng --"."""
    first, second = match["first"].strip(), match["second"].strip()
    is_town = match["sep"] == "," and first.istitle() and " " not in first and not _is_outlet(first)
    if is_town and is_place(second):
        return Dateline(first)
    swapped = match["sep"][0] in "|•·" or _is_outlet(first) or is_place(second)
    swapped = swapped and not (is_place(first) and not is_place(second))
    outlet, place = (first, second) if swapped else (second, first)
    return Dateline(_plain(place), outlet) if len(place.split()) <= 4 else None


def _of_one(name: str, following: str, is_place: IsPlace) -> Dateline | None:
    """A sentence may open with two words and a dash; only a place or capitals make a dateline of one name."""
    if _is_outlet(name):
        return Dateline("", name)
    if " " not in name and following.isupper() and not (is_place(name) or is_everyday(name)):
        return Dateline("", name)
    starts_anew = name.isupper() and not following.islower()
    if not (is_place(name) or starts_anew) or len(name.split()) > 3:
        return None
    return Dateline(_plain(name))


def _plain(place: str) -> str:
    return place.title() if place.isupper() else place


def _is_outlet(text: str) -> bool:
    flags = re.I if "." in text else re.NOFLAG
    return bool(re.search(r"\.(?:com|id|co|net|news|my|org)\b|^humas|news$|^[A-Z]+[a-z]+[A-Z]", text, flags))
