"""Cleaned text that still knows where each of its characters stands in the source."""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Span = tuple[int, int]


def lies_in(position: int, spans: Iterable[Span]) -> bool:
    return any(start <= position < end for start, end in spans)


def touches(span: Span, taken: Sequence[Span]) -> bool:
    """True where the span shares a character with one of `taken`, which stand in order and apart."""
    start, end = span
    place = bisect_left(taken, span)
    return any(begins < end and start < ends for begins, ends in taken[max(0, place - 1) : place + 1])


@dataclass(frozen=True)
class Passage:
    """`offsets[i]` is the place of `text[i]` in the source."""

    text: str
    offsets: "array[int]"

    @classmethod
    def of(cls, source: str) -> "Passage":
        return cls(source, array("I", range(len(source))))

    @classmethod
    def joined(cls, parts: Iterable["Passage"], glue: str) -> "Passage":
        """The parts with `glue` (one character) between them; it stands where the part before it ended."""
        pieces: list[str] = []
        offsets: array[int] = array("I")
        for part in parts:
            if pieces:
                pieces.append(glue)
                offsets.append(offsets[-1] if offsets else 0)
            pieces.append(part.text)
            offsets.extend(part.offsets)
        return cls("".join(pieces), offsets)

    def __len__(self) -> int:
        return len(self.text)

    def cut(self, start: int, end: int | None = None) -> "Passage":
        return Passage(self.text[start:end], self.offsets[start:end])

    def stripped(self, characters: str = " ") -> "Passage":
        start = len(self.text) - len(self.text.lstrip(characters))
        return self.cut(start, max(start, len(self.text.rstrip(characters))))

    def without(self, pattern: re.Pattern[str], instead: str = "") -> "Passage":
        """Each match is replaced by `instead`; what the pattern's group 1 holds, if it has one, stays."""
        pieces: list[str] = []
        offsets: array[int] = array("I")
        last = 0
        for match in pattern.finditer(self.text):
            keep = match.span(1) if pattern.groups and match[1] is not None else (match.end(), match.end())
            pieces += [self.text[last : match.start()], instead, self.text[keep[0] : keep[1]]]
            offsets.extend(self.offsets[last : match.start()])
            offsets.extend([self.offsets[match.start()]] * len(instead))
            offsets.extend(self.offsets[keep[0] : keep[1]])
            last = match.end()
        if not last:
            return self
        pieces.append(self.text[last:])
        offsets.extend(self.offsets[last:])
        return Passage("".join(pieces), offsets)

    def lines(self, most: int = -1) -> list["Passage"]:
        """As `parts`."""
        return self.parts("\n", most)

    def parts(self, separator: str, most: int = -1) -> list["Passage"]:
        """Between the separators; after `most` of them the rest is one part."""
        found, start = [], 0
        for piece in self.text.split(separator, most):
            found.append(self.cut(start, start + len(piece)))
            start += len(piece) + len(separator)
        return found

    def span(self, start: int, end: int) -> Span:
        """The place in the source of `text[start:end]`, which must not be empty."""
        return self.offsets[start], self.offsets[end - 1] + 1
