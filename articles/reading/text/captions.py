"""The caption of a release's photo, in all the forms that it is printed, with the credit found in it."""

import re
from dataclasses import replace

from ..language.passages import Passage
from ..language.sentences import Sentences
from .bylines import CLOSED, CLOSING_CHARS, IsPlace, dateline_of
from .lines import Line, capitals
from .photo_credits import CAPTION_LABEL, CLOSING_CREDIT, NAME_CREDIT, credit_line, without_credit

# A line of the text, and how many of them go on below.
TEXT_CHARS, TEXT_LINES = 80, 2
CAPTION_END = re.compile(r"[A-Za-z]$|\)\.?$")
VERB = re.compile(r"\b(?:me|di|ber|ter)[a-z]{4,}\b")
DATED_END = re.compile(r"\(\d{1,2}/\d{1,2}(?:/\d{2,4})?\)\.?$")
ENDED = re.compile(r"[.!?)][\"”’]?$")
ON_PHOTO = re.compile(r"\b(?:saat|ketika)\b[^.]*$")
# "Komisi II saat meninjau pasar.": who and when, and no verb of the sentence.
WHO_IS_SHOWN = r"(?:[A-Z][\w.,'’-]*|dan|di|dari|bersama|beserta|serta|para|anggota|ketua|wakil|\d+)"
CAUGHT = re.compile(
    rf"(?=[A-Z]){WHO_IS_SHOWN}(?: {WHO_IS_SHOWN}){{0,15}} (?:saat|ketika) (?:(?:me|di|ber|ter)[a-z]{{3,}}|rapat|kunjungan)\b[^.:;\n]{{3,140}}\.?"
)
# "... makan bersama. (Humas Setwan/Dewi)": who wrote, at the end of a release.
SIGNED = re.compile(
    r"[.!?”\"*] ?\((?:[^()/\n]{2,30}/ ?)?(?:humas|humpro|hms)\b[^()]{0,40}\)[.* ]*$|^\((?!foto|dok|doc|ist)[^():]{2,40}\)[.* ]*$|(?-i:[a-z][.”\"] ?[A-Z]{2,5}/[A-Z]{2,5}$)",
    re.I,
)
# Below the code that closes a release: "Saat meninjau pasar.", "Foto bersama warga.".
AT_FOOT = re.compile(r"(?:Saat|Ketika|Suasana|Tampak|Foto)\b[^.:;\n]{10,200}\.?")
SCENE = re.compile(
    r"^Suasana\b[^.]+[^.!?]$|^(?:[A-Z][\w .]{2,25} / )?(?:[A-Z ]{4,25} - )?(?:[Ff]oto|[Pp]ose) (?:bersama|bareng)\b[^.]+[^.!?]$"
)
# "Dewi Lestari (kedua dari kiri)"
POSITION = re.compile(
    r"\((?:(?:paling|duduk|berdiri|baris|ke[a-z]{3,} dari) )?(?:kiri|kanan|tengah)\b[^()\n]{0,25}\)"
)
# "SIDAK : Komisi II meninjau pasar": a word or two in capitals say what the photo shows.
SHOWN = re.compile(r"([A-Z][A-Z /&-]{2,40}?)(?: ?:|\.| ?[-–—]{1,3}) ?(?=[A-Z][a-z])")
# "NAMLEA, KabarX", a dateline on a line of its own, wherever that is.
PLACE_ALONE = re.compile(r"[A-Z]{4,}(?: [A-Z]{3,})*, ?[A-Z][\w.]*(?: [A-Z][\w.]*){0,2}")
LONGEST_SHOWN = 400
LONGEST_CAPTION, LONGEST_CREDIT = 700, 100
# How far down a page the dateline may stand.
HEAD_LINES = 14
CELL_LINES = 9
SHORTEST_HEADLINE = 20
# A caption that lost its line: the paragraph before it ends right at the caption's first capital.
GLUED = re.compile(r"[a-z]{3}\.(?=[A-Z][a-z]*[ ])")


def without_caption(lines: list[Line], is_place: IsPlace) -> tuple[list[Line], Passage | None, str | None]:
    """The lines without the first caption, its repetitions and lines that hold only a credit; caption; credit."""
    kept: list[Line] = []
    caption: Passage | None = None
    credit: str | None = None
    after_credit = False
    lines = _without_repeated_headline(_with_whole_labelled(_with_whole_cells(lines), is_place))
    twice = _printed_twice(lines)
    for number, line in enumerate(lines):
        if by := credit_line(line.text, number):
            credit, after_credit = credit or by[0], by[1]
            continue
        if closing := _closing_credit(lines, number):
            kept.append(closing[0])
            credit = credit or closing[1]
            continue
        if _names_photo(lines, number, after_credit):
            continue
        found = _caption(line, after_credit, _is_at_top(kept, line)) or _credited_by_name(lines, number)
        if not found and (line.text in twice or _is_shown(lines, number, not kept, is_place)):
            found = without_credit(line.passage)
        after_credit = after_credit and not line.text
        if not found or _signs(lines, number):
            kept.append(line)
            continue
        printed, its_credit = found
        if line.in_table:
            # What stood above and below the cell does not touch.
            kept.append(replace(line, passage=line.passage.cut(0, 0)))
        if its_credit and not line.after_image and (glued := GLUED.search(printed.text)):
            kept.append(Line(printed.cut(0, glued.end())))
            printed = printed.cut(glued.end())
        if caption is None and printed.text:
            caption = printed
        elif caption is not None and printed.text != caption.text and not its_credit:
            kept.append(line)
        credit = credit or its_credit
    return kept, caption, credit


def _closing_credit(lines: list[Line], number: int) -> tuple[Line, str] | None:
    """The last paragraph without the credit at its end, and that credit: of a release that is one paragraph, or of one
    that ends in several sentences, as no caption below a text does."""
    line = lines[number]
    start = max(0, len(line.text) - LONGEST_CREDIT)
    found = CLOSING_CREDIT.search(line.text[start:])
    if not found or not (len(line.text) > LONGEST_CAPTION or _closes_text(lines, number)):
        return None
    return replace(line, passage=line.passage.cut(0, start + found.start())), found[1].strip()


def _closes_text(lines: list[Line], number: int) -> bool:
    """True for the last paragraph of several where it is no caption's single sentence and has no caption's label."""
    text = lines[number].text
    if any(line.text for line in lines[number + 1 :]) or CAPTION_LABEL.match(text):
        return False
    # The credit in its brackets is one more.
    return any(line.text for line in lines[:number]) and sum(1 for _ in Sentences(text)) > 2


def _with_whole_cells(lines: list[Line]) -> list[Line]:
    """Below a photo the lines of its caption up to the cell's bar are one: a blog wraps them like the text."""
    whole = list(lines)
    for number, line in enumerate(lines):
        if line.in_table or not line.text or not (line.after_image or _is_at_top(lines[:number], line)):
            continue
        if number + 1 < len(lines) and _heads(line.text, lines[number + 1].text):
            # The headline touches the cell below it.
            continue
        cell = lines[number : number + CELL_LINES]
        end = next((n for n, part in enumerate(cell) if part.in_table or not part.text), len(cell))
        broken = not line.after_image and any(ENDED.search(part.text) for part in cell[:end])
        if end < len(cell) and cell[end].in_table and cell[end].text and not broken:
            joined = Passage.joined([part.passage for part in cell[: end + 1]], " ")
            whole[number : number + end + 1] = [
                Line(joined, after_image=True, in_table=True),
                *(replace(part, passage=part.passage.cut(0, 0)) for part in cell[1 : end + 1]),
            ]
    return whole


def _is_at_top(above: list[Line], line: Line) -> bool:
    """True where nothing stands above, or the headline alone."""
    if len(above) > HEAD_LINES:
        return False
    texts = [upper.text for upper in above if upper.text]
    return not texts or (len(texts) == 1 and _heads(texts[0], line.text))


def _heads(text: str, below: str) -> bool:
    """True for a line in the capitals of a headline above one in ordinary print that begins anew."""
    is_head = len(text) > SHORTEST_HEADLINE and text[-1].isalnum() and capitals(text) > 0.8
    return is_head and below[:1].isupper() and capitals(below) <= 0.8


def _with_whole_labelled(lines: list[Line], is_place: IsPlace) -> list[Line]:
    """A caption with its label that a blog wrapped is one line, up to where its last sentence ends."""
    whole = list(lines)
    for number, line in enumerate(lines):
        label = CAPTION_LABEL.match(line.text)
        if not label or label.end() == len(line.text) or ENDED.search(line.text):
            continue
        parts = [line]
        for further in lines[number + 1 : number + CELL_LINES]:
            if not further.text or dateline_of(further.text, is_place):
                break
            parts.append(further)
            if ENDED.search(further.text):
                joined = Passage.joined([part.passage for part in parts], " ")
                gaps = [replace(part, passage=part.passage.cut(0, 0)) for part in parts[1:]]
                whole[number : number + len(parts)] = [replace(line, passage=joined), *gaps]
                break
    return whole


def _signs(lines: list[Line], number: int) -> bool:
    """True for the last line where it says in brackets who wrote."""
    last = not any(line.text for line in lines[number + 1 :])
    return (
        last and sum(bool(line.text) for line in lines) > 2 and SIGNED.search(lines[number].text) is not None
    )


def _without_repeated_headline(lines: list[Line]) -> list[Line]:
    """A page prints its headline again above and below the photo: the first is enough."""
    # The name of a page's section may stand above.
    filled = [number for number, line in enumerate(lines) if line.text][:2]
    worded = (number for number in filled if lines[number].text.count(" ") > 1)
    start = next((number for number in worded if len(lines[number].text) > 20), None)
    if start is None or len(first := lines[start].text) > 220 or first.endswith(")"):
        return lines
    if first.endswith(".") and capitals(first) < 0.9:
        return lines
    head = lines[start + 1 : start + HEAD_LINES]
    if not lines[start].in_table and any(
        len(line.text) > 20 and first.endswith(f" {line.text}") for line in head
    ):
        # "Home Berita X": the way to the page stands above its headline.
        return _without_repeated_headline([*lines[:start], *lines[start + 1 :]])
    # The second time it may be cut: "Pagar dan Pasar, DPRD X".
    rest = [_without_headline(line, first) for line in lines[start + 1 :]]
    return [*lines[: start + 1], *(line for line in rest if not _repeats(line.text, first))]


def _without_headline(line: Line, headline: str) -> Line:
    """ "HEADLINE | Ist": only the photo's credit is left."""
    if not line.text.startswith((f"{headline} |", f"{headline}|")):
        return line
    return replace(line, passage=line.passage.cut(len(headline)).stripped(" |"))


def _repeats(text: str, headline: str) -> bool:
    return text == headline or (len(text) > 20 and headline.startswith(text))


def _printed_twice(lines: list[Line]) -> set[str]:
    """Lines that stand twice: a photo's caption on a page with two sizes of it."""
    seen: set[str] = set()
    twice: set[str] = set()
    for line in lines:
        if 15 < len(line.text) < 300 and (CAPTION_END.search(line.text) or not VERB.search(line.text)):
            # The second time a slip may be mended: "cenderamata".
            letters = line.text.replace(" ", "")
            if letters in seen:
                twice.add(line.text)
            seen.add(letters)
    return twice


def _caption(line: Line, after_credit: bool, first: bool) -> tuple[Passage, str | None] | None:
    """The caption and its credit, where this line is one."""
    if not line.text or len(line.text) > LONGEST_CAPTION:
        return None
    label = CAPTION_LABEL.match(line.text)
    body = line.passage.cut(label.end()) if label else line.passage
    body, credit = without_credit(body)
    in_cell = line.in_table and (line.after_image or first)
    unfinished = line.after_image and not re.search(r"[.!?:][\"”’)]*$", line.text)
    scene = len(line.text) < 200 and (
        SCENE.match(line.text) or (line.in_table and ON_PHOTO.search(line.text))
    )
    scene = scene or POSITION.search(line.text)
    opening = dateline_of(line.text, lambda name: False)
    below = after_credit and not (opening and opening.outlet)
    if label or credit or in_cell or below or unfinished or scene:
        return body.stripped(), credit
    return None


def _credited_by_name(lines: list[Line], number: int) -> tuple[Passage, str] | None:
    """A caption with its photographer's name behind it, as no line of a text ends that is not the last."""
    passage = lines[number].passage
    by = NAME_CREDIT.search(passage.text) if len(passage) < LONGEST_SHOWN else None
    below = sum(len(line.text) > TEXT_CHARS for line in lines[number + 1 :])
    return (passage.cut(0, by.start()).stripped(), by[1]) if by and below >= TEXT_LINES else None


def _names_photo(lines: list[Line], number: int, after_credit: bool) -> bool:
    """The photo's text alternative, where the caption below begins with the same words."""
    text, below = lines[number].text, lines[number + 1] if number + 1 < len(lines) else None
    repeated = below is not None and text.count(" ") > 1 and below.text.startswith(f"{text} ")
    return repeated and below is not None and _caption(below, after_credit, first=False) is not None


def _is_shown(lines: list[Line], number: int, first: bool, is_place: IsPlace) -> bool:
    """True for a line that is no headline and no dateline, and tells of a photo by where it stands or how it opens."""
    return (
        _is_above_dateline(lines, number, is_place)
        or _is_caught(lines, number, first)
        or _is_below_photo(lines, number, first)
        or _is_above_headline(lines, number, first, is_place)
        or _is_at_foot(lines, number)
    )


def _is_above_dateline(lines: list[Line], number: int, is_place: IsPlace) -> bool:
    """A line right above the dateline that opens with what its photo shows, or was a table's cell: "SIDAK : Komisi II
    meninjau pasar"."""
    text = lines[number].text
    if number >= HEAD_LINES:
        return False
    label = SHOWN.match(text)
    in_cell = number > 0 and lines[number].in_table
    in_cell = in_cell and not any(dateline_of(line.text, is_place) for line in lines[:number] if line.text)
    is_shown = in_cell or (label is not None and not is_place(label[1]))
    in_capitals = capitals(text) > 0.9 and not VERB.search(text)
    if not is_shown or len(text) > LONGEST_SHOWN or in_capitals:
        return False
    following = next((line for line in lines[number + 1 :] if line.text), None)
    return following is not None and bool(
        dateline_of(following.text, is_place) or PLACE_ALONE.fullmatch(following.text)
    )


def _is_caught(lines: list[Line], number: int, first: bool) -> bool:
    """A line of its own above the text that only says who was doing what: "Komisi II saat meninjau pasar."."""
    caught = CAUGHT.fullmatch(lines[number].text) if not first and number < HEAD_LINES else None
    alone = number + 1 < len(lines) and not (lines[number - 1].text or lines[number + 1].text)
    return (
        caught is not None
        and alone
        and not any(len(line.text) > SHORTEST_HEADLINE and ENDED.search(line.text) for line in lines[:number])
    )


def _is_at_foot(lines: list[Line], number: int) -> bool:
    """A line below the code that closes the release, which only says who was doing what on a photo."""
    text = lines[number].text
    shown = CAUGHT.fullmatch(text) or AT_FOOT.fullmatch(text)
    return shown is not None and any(CLOSED.search(line.text[-CLOSING_CHARS:]) for line in lines[:number])


def _is_above_headline(lines: list[Line], number: int, first: bool, is_place: IsPlace) -> bool:
    """The page's first line where it ends with a day and a headline in capitals or the dateline follows: "X berfoto
    bersama Y, Rabu (15/9)"."""
    text = lines[number].text
    if not first or not DATED_END.search(text) or capitals(text) > 0.9 or len(text) > LONGEST_SHOWN:
        return False
    following = next((line.text for line in lines[number + 1 :] if line.text), "")
    if dateline_of(following, is_place):
        return True
    return 20 < len(following) < 200 and capitals(following) > 0.9 and following[-1] not in ".,"


def _is_below_photo(lines: list[Line], number: int, first: bool) -> bool:
    """A line without a full stop between two gaps that tells who is doing what: "Warga X ketika berada di Y"."""
    text = lines[number].text
    gaps = number and number + 1 < len(lines) and not (lines[number - 1].text or lines[number + 1].text)
    told = gaps and not first and 30 < len(text) < 250 and text[-1].isalpha() and ON_PHOTO.search(text)
    return bool(told) and text[0].isupper()
