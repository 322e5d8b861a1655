"""Several releases in one paste, told apart."""

import re
from itertools import pairwise

from ..language.passages import Passage
from .bylines import CLOSED, CLOSING_CHARS
from .cleaning import cleaned, plain_lines
from .lines import CHAT, FURNITURE, MIN_RELEASE

# "KOTA, OUTLET - Komisi II ...", "_Kota, 1 Desember 2026_ — Komisi II ...": the dateline that a release opens with.
OPENS = re.compile(
    r"(?=.{60})[A-Z][\w.]*+(?:[ ,./|()]++[A-Z\d][\w./]*+){0,6}+\)? ?(?:–|—|--| -|- )-? ?(?=[A-Z“\"])"
)
HEADS, LONGEST_HEAD = 4, 180
# A line of a text, or one that goes on: no headline.
GOES_ON = re.compile(r"[a-z\d][.!?][\"”’)]*$|[,;:]$")
RULE = re.compile(r"^[-=_*~#]{4,}$")
# Three signs close the release above; more part it from the next.
CLOSING_SIGNS = re.compile(r"^[-=_*~#]{3}$")


def releases_in(source: str) -> list[str]:
    """The releases of one paste, each as it stands in the source: parted by chat stamps, rules, a closing code with a
    further release behind it, or a headline above a dateline where a release has begun already."""
    passage = cleaned(source)
    cuts = [0, *_cuts(passage), len(source)]
    parts: list[str] = []
    rest = ""
    for start, end in pairwise(cuts):
        rest += source[start:end]
        if _is_release(rest):
            parts.append(rest)
            rest = ""
    # What is too short for a release goes with the next, and at the end with the last: nothing is lost.
    return [*parts[:-1], parts[-1] + rest] if len(parts) > 1 else [source]


def _is_release(part: str) -> bool:
    """True for what is long enough, and for a short one that has its dateline."""
    if len(part.strip()) >= MIN_RELEASE:
        return True
    return any(OPENS.match(line.strip()) for line in part.split("\n"))


def _cuts(passage: Passage) -> list[int]:
    found: set[int] = set()
    closed = begun = False
    # What may head the next release: its headline, "Siaran Pers".
    heads: list[Passage] = []
    length = 0
    for line in plain_lines(passage):
        text = line.text.strip()
        if not text:
            continue
        opens = OPENS.match(text) is not None
        closes = bool(CLOSED.search(text[-CLOSING_CHARS:]) or CLOSING_SIGNS.match(text))
        is_head = len(text) <= LONGEST_HEAD and not (opens or closes or GOES_ON.search(text))
        # The next one: below its dateline, its headline, or in one paragraph with a code of its own.
        is_next = closes or (opens and begun) or (is_head and not FURNITURE.match(text))
        if CHAT.match(text[:200]) or RULE.match(text) or (closed and is_next):
            found.add(line.offsets[0])
        elif opens and begun and heads:
            found.add(heads[0].offsets[0])
        begun, length = begun or opens, length + len(text)
        # Above the text it is a photo's caption that ends so.
        closed = closes and (begun or length >= MIN_RELEASE)
        heads = [*heads, line][-HEADS:] if is_head else []
    return sorted(found)
