"""Where sentences end, told from the full stops of titles, degrees and initials."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from .lexicon import ABBREVIATIONS, any_of, word_set
from .passages import Span

# "... dua DPRD. Yakni, DPRD X dan DPRD Y" goes on.
STOP = re.compile(r"[.!?…][\"”’')*]*(?= +(?!(?:Yakni|Yaitu|[Dd]i ?antaranya)\b)[A-Z\"“‘(\d])|\n")
# A title stands before its name, a degree may end a sentence: only the word after it tells.
TITLE = re.compile(rf"(?:^|[\s(,;])(?:{any_of(ABBREVIATIONS)}|[A-Z])\.$")
LONGEST_TITLE = 8
DEGREE = re.compile(r"\.[A-Z]?[A-Za-z]{1,5}\.$")
LONGEST_DEGREE = 9
FIRST_WORD = re.compile(r" +[\"“‘(]?([A-Z][\w-]*)")


def ends_in_title(text: str, stop: int) -> bool:
    """True where the full stop that ends at `stop` is that of a title or an initial, and no sentence ends."""
    return TITLE.search(text[max(0, stop - LONGEST_TITLE) : stop]) is not None


class Sentences:
    """Spans of a text's sentences, looked up by offset."""

    def __init__(self, text: str) -> None:
        self._starts = [0]
        for match in STOP.finditer(text):
            if match[0] == "\n" or self._ends(text, match):
                self._starts.append(match.end())
        self._length = len(text)

    def at(self, position: int) -> Span:
        number = bisect_right(self._starts, position)
        return self._starts[number - 1], self._starts[number] if number < len(self._starts) else self._length

    def __iter__(self) -> Iterator[Span]:
        ends = [*self._starts[1:], self._length]
        return iter(zip(self._starts, ends, strict=True))

    @staticmethod
    def _ends(text: str, match: re.Match[str]) -> bool:
        stop = match.start() + 1
        if ends_in_title(text, stop):
            return False
        if DEGREE.search(text[max(0, stop - LONGEST_DEGREE) : stop]):
            following = FIRST_WORD.match(text, match.end())
            return following is not None and following[1] in word_set("not_names.txt")
        return True
