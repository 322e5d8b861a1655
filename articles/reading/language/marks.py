"""What stands between quotation marks, paired paragraph by paragraph: one lost mark shifts no other pair."""

import re
from collections.abc import Iterator

from .lexicon import any_of, word_set
from .passages import Span

VERB_STEMS = any_of(word_set("speech_verbs.txt"))
# The verb behind a closing mark: ` ujar`, `,katanya`, ` demikian disampaikan`.
AFTER = re.compile(
    rf"[ ,.]{{0,3}}(?:demikian |begitu(?:lah)? )?((?:{VERB_STEMS})(?:nya|kan)?|sampai(?:nya|kan)|demikian(?: di[a-z]{{3,9}}kan)?)\b",
    re.I,
)
# Verbs that else take an object, "kritik Pemkot X": of speaking only behind a comma and the closing mark.
AFTER_COMMA = re.compile(
    rf"(?:(?<=[,.?!][\"”’])|(?=[,.]))[ ,.]{{0,3}}((?:{any_of(word_set('quoting_verbs.txt'))})(?:nya)?)\b",
    re.I,
)
# The same where the closing mark was lost: ", ujar Bestari."
UNMARKED_VERB = re.compile(rf"[,.?!](?= (?:(?:{VERB_STEMS})nya\b(?! [a-z])|(?:{VERB_STEMS}) (?=[A-Z])))")
SINGLES = re.compile(r"‘([^‘’\n]{12,1500}(?:’(?=\w)[^‘’\n]{1,300})*)’")
# Two single marks typed for a double one, and whether words follow.
DOUBLED = re.compile(r"(?:''|’’|‘‘|‘’)(\w?)")
# “ujar A: the mark that closes a quotation turned the wrong way round.
TURNED = re.compile(
    rf"(?: (?i:{VERB_STEMS})(?:nya|kan)?|(?:{VERB_STEMS})(?:nya|kan)?|(?i:{VERB_STEMS})nya)\b"
)
# Whole quotations, for whoever reads only what the release itself tells.
QUOTED = re.compile(r"[“\"][^“”\"\n]{1,1500}[”\"]")
MARK = re.compile(r"[\"“”„«»]")
LINE = re.compile(r"[^\n]+")
OPENING_MARKS = "“„«"
MAX_CHARS = 1_500
# “menjadi tipe “B” dengan ...”: a name within what is quoted.
INNER_CHARS = 40
# What stands behind the verb of a paragraph that ends with who spoke.
ATTRIBUTION_CHARS = 150
# Where its mark opens, where its words begin and stop, where its closing mark ends.
Marked = tuple[int, int, int, int]


def quoted_in(text: str) -> list[Span]:
    """Where double marks open and close in one paragraph."""
    return [match.span() for match in QUOTED.finditer(text)]


def spoken(text: str) -> list[Marked]:
    """What stands between quotation marks, in order. What is not closed runs to its paragraph's end, with
    `end == stop`; what was not opened begins with its paragraph, with `opening == begin`."""
    printed, text = text, DOUBLED.sub(lambda match: f' "{match[1]}' if match[1] else '" ', text)
    doubles = [
        (*marked[:3], marked[3] + (marked[3] > marked[2] and printed[marked[2]] in "'’"))
        for line in LINE.finditer(text)
        for marked in _of_paragraph(text, *line.span())
        if marked[2] - marked[1] <= MAX_CHARS
    ]
    taken = bytearray(len(text) + 1)
    for opening, _, _, end in doubles:
        taken[opening:end] = b"\1" * (end - opening)
    singles = [
        (match.start(), *match.span(1), match.end())
        for match in SINGLES.finditer(text)
        if not taken[match.start()]
    ]
    return sorted([*doubles, *singles])


def closes_later(text: str, stop: int) -> bool:
    """True where the next mark closes what this paragraph left open, or the next paragraph opens it again."""
    mark = MARK.search(text, stop)
    return mark is not None and (not _opens(text, mark.start()) or text[mark.start() - 1] == "\n")


def _of_paragraph(text: str, start: int, stop: int) -> Iterator[Marked]:
    opened: int | None = None
    inner_until = -1
    marks = [match.start() for match in MARK.finditer(text, start, stop)]
    for number, position in enumerate(marks):
        following = marks[number + 1 : number + 3]
        if position <= inner_until:
            continue
        turned = _is_turned(text, position)
        if opened is None and not turned and _opens_here(text, position, following):
            opened = position
        elif opened is None:
            if number == 0 and (turned or _is_followed_by_verb(text, position)):
                # The mark that opened it was lost.
                yield start, start, position, position + 1
        elif turned:
            yield opened, opened + 1, position, position + 1
            opened = None
        elif _opens(text, position) and (
            verb := UNMARKED_VERB.search(text, max(opened, position - MAX_CHARS), position)
        ):
            yield opened, opened + 1, verb.end(), verb.end()
            opened = position
        elif _opens_within(text, position, following) and (
            text[position] not in OPENING_MARKS or following[0] - position < INNER_CHARS
        ):
            inner_until = following[0]
        elif text[position] in OPENING_MARKS and text[position - 1] not in ",.":
            opened = position
        elif not _opens_again(text, position, following):
            yield opened, opened + 1, position, position + 1
            opened = None
    if opened is not None:
        yield _unclosed(text, opened, stop)


def _opens_here(text: str, position: int, following: list[int]) -> bool:
    return _opens(text, position) or _opens_apart(text, position, following)


def _unclosed(text: str, opened: int, stop: int) -> Marked:
    """Up to the verb that tells who spoke, where the closing mark before it was lost, else all the rest."""
    verbs = list(UNMARKED_VERB.finditer(text, opened, stop))
    if verbs and (stop - verbs[-1].end() < ATTRIBUTION_CHARS or not closes_later(text, stop)):
        return opened, opened + 1, verbs[-1].end(), verbs[-1].end()
    stop = opened + len(text[opened:stop].rstrip())
    return opened, opened + 1, stop, stop


def _opens(text: str, position: int) -> bool:
    """An opening mark touches what it opens; ”so” is one by mistake."""
    before, after = text[max(0, position - 1) : position], text[position + 1 : position + 2]
    touches = before.isalnum() or before in tuple(",.!?)")
    # Of two sentences that touch the second begins with a capital: .."Kami
    apart = text[position] in '"”' and after.isupper() and not (touches and AFTER.match(text, position + 1))
    leads = text[position] in OPENING_MARKS or not touches or apart
    return leads and bool(after) and not after.isspace()


def _is_turned(text: str, position: int) -> bool:
    """A mark that looks as if it opened, between the last words of a quotation and its verb."""
    return (
        text[position] in OPENING_MARKS
        and text[position - 1 : position] in tuple(" ,.?!")
        and TURNED.match(text, position + 1) is not None
    )


def _is_followed_by_verb(text: str, position: int) -> bool:
    """” ujarnya: but “Kata mereka opens what they say."""
    opens = text[position + 1 : position + 2].isupper() and text[position - 1 : position] in ("", " ", "\n")
    return not opens and AFTER.match(text, position + 1) is not None


def _opens_apart(text: str, position: int, following: list[int]) -> bool:
    """ " Kami": a space behind the opening mark, which a mark of the same paragraph closes."""
    before = text[max(0, position - 1) : position]
    apart = before in ("", " ", "\n") and text[position + 1 : position + 2] == " "
    closes = bool(following) and (not _opens(text, following[0]) or _is_turned(text, following[0]))
    return apart and closes


def _opens_within(text: str, position: int, following: list[int]) -> bool:
    """A name in marks of its own inside a quotation, which goes on behind it up to a mark of its own."""
    closed = len(following) == 2 and not any(_opens(text, mark) for mark in following)
    return (
        closed
        and _opens(text, position)
        and text[position - 1] == " "
        and not AFTER.match(text, following[0] + 1)
    )


def _opens_again(text: str, position: int, following: list[int]) -> bool:
    """ "Kami hadir. "Semua siap," ujar A: the quotation goes on, and the mark before its next sentence is one too many."""
    goes_on = text[position - 2 : position] in (". ", "! ", "? ") and _opens(text, position)
    return goes_on and bool(following) and not _opens(text, following[0])
