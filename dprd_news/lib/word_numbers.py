"""What Word prints before the paragraphs of its numbered lists: the file holds only which list each belongs to."""

import io
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from defusedxml.ElementTree import fromstring

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARTS = ("word/document.xml", "word/numbering.xml")
_LETTERS = 26


@dataclass(frozen=True)
class _Level:
    """One level of a list: how it is numbered and from where."""

    form: str
    start: int


def printed_marks(data: bytes) -> dict[str, list[str]]:
    """The marks of numbered paragraphs by their words, in reading order: "1. ", "b. ", "" for any other form. The file
    was checked before; only lists that a paragraph itself names are told of."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if not set(_PARTS) <= set(archive.namelist()):
            return {}
        document, numbering = (fromstring(archive.read(part)) for part in _PARTS)
    marks: defaultdict[str, list[str]] = defaultdict(list)
    for words, mark in _marked(document, _Numbers(numbering)):
        marks[words].append(mark)
    return marks


def _marked(document: Any, numbers: "_Numbers") -> Iterator[tuple[str, str]]:
    for paragraph in document.iter(f"{_W}p"):
        number = paragraph.find(f"{_W}pPr/{_W}numPr/{_W}numId")
        words = " ".join("".join(text.text or "" for text in paragraph.iter(f"{_W}t")).split())
        if number is not None:
            level = paragraph.find(f"{_W}pPr/{_W}numPr/{_W}ilvl")
            mark = numbers.following(_value(number), _value(level) or "0")
            if words and mark is not None:
                yield words, mark


class _Numbers:
    """Counts the paragraphs of every list of a file."""

    def __init__(self, numbering: Any) -> None:
        self._levels: dict[tuple[str, str], _Level] = {}
        self._list_of: dict[str, str] = {}
        self._restarts: dict[tuple[str, str], int] = {}
        self._counts: dict[tuple[str, str], int] = {}
        for kind in numbering.iter(f"{_W}abstractNum"):
            for level in kind.iter(f"{_W}lvl"):
                start = _value(level.find(f"{_W}start"))
                key = kind.get(f"{_W}abstractNumId", ""), level.get(f"{_W}ilvl", "0")
                # "%1.%2" prints the numbers of the levels above too.
                is_plain = _value(level.find(f"{_W}lvlText")).count("%") < 2
                form = _value(level.find(f"{_W}numFmt")) if is_plain else ""
                self._levels[key] = _Level(form, int(start) if start.isdecimal() else 1)
        for number in numbering.iter(f"{_W}num"):
            name = number.get(f"{_W}numId", "")
            self._list_of[name] = _value(number.find(f"{_W}abstractNumId"))
            for over in number.iter(f"{_W}lvlOverride"):
                start = _value(over.find(f"{_W}startOverride"))
                if start.isdecimal():
                    self._restarts[name, over.get(f"{_W}ilvl", "0")] = int(start)

    def following(self, number: str, level: str) -> str | None:
        """The mark of the list's next paragraph on that level, None where the file does not tell of it."""
        which = self._list_of.get(number, "")
        told = self._levels.get((which, level))
        if told is None:
            return None
        last = self._counts.get((which, level), told.start - 1)
        count = self._restarts.pop((number, level), last + 1)
        self._counts[which, level] = count
        for deeper in range(int(level) + 1, 9) if level.isdecimal() else ():
            self._counts.pop((which, str(deeper)), None)
        if told.form == "decimal":
            return f"{count}. "
        if told.form in {"lowerLetter", "upperLetter"} and 1 <= count <= _LETTERS:
            return f"{chr(ord('a' if told.form == 'lowerLetter' else 'A') + count - 1)}. "
        return ""


def _value(element: Any) -> str:
    return element.get(f"{_W}val", "") if element is not None else ""
