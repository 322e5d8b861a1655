"""Capitalised words that are no names: those of headlines, and everyday ones."""

import re
from bisect import bisect_right

from ..index import Index, bare
from ..language.lexicon import fold, is_everyday, rank_of
from ..text.layout import is_headline
from .names import PrintedName


class Headlines:
    """The lines of a text where every word has a capital: its title, subheadings, links to other articles."""

    def __init__(self, text: str, title_end: int) -> None:
        self.title_end, self._length = title_end, len(text)
        starts = [0, *(match.end() for match in re.finditer("\n", text))]
        ends = [*(start - 1 for start in starts[1:]), len(text)]
        # A photo's caption often is the headline again, with a full stop.
        title = text[:title_end].rstrip(".")
        self._spans = [
            (start, end)
            for start, end in zip(starts, ends, strict=True)
            if end - start < 230
            and is_headline(title if text[start:end].rstrip(".") == title else text[start:end])
        ]

    def __contains__(self, position: int) -> bool:
        return position < self.title_end or self.holds_verb(position)

    def holds_verb(self, position: int) -> bool:
        place = bisect_right(self._spans, (position, self._length)) - 1
        return place >= 0 and position < self._spans[place][1]


def without_headline_verbs(index: Index, runs: list[PrintedName], headlines: Headlines) -> list[PrintedName]:
    """Runs with their headline's words behind the name taken off: "Dewi Lestari Sesalkan Aksi" names who is
    named below or on file."""
    below = {bare(run.name) for run in runs if run.start not in headlines}
    found = []
    for run in runs:
        words = run.name.split(" ")
        if run.start in headlines and not run.back and not {bare(run.name)} & (below | index.people.keys()):
            size = next(
                (
                    n
                    for n in range(len(words) - 1, 0, -1)
                    if bare(" ".join(words[:n])) in below | index.people.keys()
                    and not (n == 1 and is_everyday(words[0]))
                ),
                0,
            )
            if size:
                end = run.name_start + len(" ".join(words[:size]))
                run = run._replace(end=end, name_end=end, name=" ".join(words[:size]))
        found.append(run)
    return found


def is_of_headline(index: Index, run: PrintedName, below: set[str], headlines: Headlines) -> bool:
    """Words with the capitals of a headline that no name below repeats: "Kepala Sekolah Aktif Sampaikan Hambatan"."""
    lone = " " not in run.name and is_everyday(run.name) and fold(run.name) not in index.names_by_word
    worded = headlines.holds_verb(run.start) and bare(run.name) not in index.people
    if run.front or run.back or not (lone or worded or is_common(index, run)):
        return False
    return not any(word in below for word in run.name.split(" ") if not word.isupper())


def is_common(index: Index, run: PrintedName) -> bool:
    """True when every word is an everyday one and nobody on file bears it."""
    short = not run.name.isupper()
    printed = [word for word in run.name.split(" ") if not (short and len(word) > 2 and word.isupper())]
    words = [fold(word).strip(".") for word in printed]
    return all(rank_of(word) < 4_500 and word not in index.names_by_word for word in words)


def is_worded(index: Index, run: PrintedName) -> bool:
    """True when every word is fairly usual and nobody on file bears one: a list may be one of things."""
    words = [fold(word).strip(".") for word in run.name.split(" ")]
    return all(rank_of(word) < 8_000 and word not in index.names_by_word for word in words)
