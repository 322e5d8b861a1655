"""How the items of a list are marked in plain words: "1. " or "2) ", a bullet or a dash."""

import re
from collections.abc import Sequence
from itertools import pairwise

# A mark at the beginning of a line, as a regular expression.
MARK = r"(?:\d{1,3}[.)](?!\d)|[•·▪]|[-–](?=\s))"
_NUMBER = re.compile(r"(\d{1,3})[.)](?: (?=\S)| ?(?=[^\d\s]))")
_BULLET = re.compile(r"([•·▪]) ?(?=\S)|([-–]) (?=\S)")
_LINE_MARK = re.compile(rf"^[^\S\n]*{MARK}[^\S\n]*", re.MULTILINE)


def mark_of(text: str) -> tuple[str, int]:
    """The number or the bullet that opens a paragraph, and where the words behind it begin; ("", 0) without one."""
    if number := _NUMBER.match(text):
        return number[1], number.end()
    if bullet := _BULLET.match(text):
        return bullet[1] or bullet[2], bullet.end()
    return "", 0


def items_in(lines: Sequence[str]) -> set[int]:
    """Which lines begin an item: those with numbers one after the other, or several with the same bullet."""
    marked = [(at, mark) for at, line in enumerate(lines) if (mark := mark_of(line)[0])]
    return {
        at
        for one, other in pairwise(marked)
        if (one[1] == other[1] if not one[1].isdigit() else other[1] == str(int(one[1]) + 1))
        for at in (one[0], other[0])
    }


def marks_in(text: str) -> list[tuple[int, int]]:
    """Where the marks that open lines of a text stand: start and end of each."""
    return [mark.span() for mark in _LINE_MARK.finditer(text)]


def without_marks(text: str) -> str:
    """Words of several lines without the marks that open them; one line alone is left as it is."""
    return _LINE_MARK.sub("", text) if "\n" in text.strip() else text


class Marks:
    """The marks of items in reading order, lists inside lists too."""

    def __init__(self) -> None:
        # Of each list that is open: the number of its last item, None where it has bullets.
        self._counts: list[int | None] = []

    def open(self, tag: str) -> None:
        self._counts.append(0 if tag == "ol" else None)

    def close(self) -> None:
        self._counts[-1:] = []

    def following(self) -> str:
        """The mark of the next item, a blank behind it; "" outside of a list."""
        if not self._counts:
            return ""
        last = self._counts[-1]
        if last is None:
            return "- "
        self._counts[-1] = last + 1
        return f"{last + 1}. "
