"""Where sentences end, told from the full stops of titles, degrees and initials."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from .lexicon import word_set
from .passages import Span

# "... dua DPRD. Yakni, DPRD X dan DPRD Y" goes on.
STOP = re.compile(r"[.!?…][\"”’')*]*(?= +(?!(?:Yakni|Yaitu|[Dd]i ?antaranya)\b)[A-Z\"“‘(\d])|\n")
# A title stands before its name, a degree may end a sentence: only the word after it tells.
TITLE = re.compile(
    r"(?:^|[\s(,;])(?:Assoc|Prof|Drs?|drg?|Dra|Hj?|Hi|Ir|KH|Rd?|Tb|Ust|Apt|Ns|Pdt|Pj|Pjs|Plt|Plh|No|Jl|Jln|Kab|KAB|Kec|KEC|Kel|Prov|PROV|Sdri?|Moch|Moh|Muh|Mhd|Abd|Sp|Inf|[A-Z])\.$"
)
DEGREE = re.compile(r"\.[A-Z]?[A-Za-z]{1,5}\.$")
FIRST_WORD = re.compile(r" +[\"“‘(]?([A-Z][\w-]*)")


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
        before = text[max(0, match.start() - 12) : match.start() + 1]
        if TITLE.search(before):
            return False
        if DEGREE.search(before):
            following = FIRST_WORD.match(text, match.end())
            return following is not None and following[1] in word_set("not_names.txt")
        return True
