"""Two texts compared word by word, for whoever has to see what changed."""

import re
from collections.abc import Iterable
from itertools import groupby
from typing import Literal

from rapidfuzz.distance import Indel, LCSseq

Kind = Literal["same", "added", "removed"]
Difference = tuple[Kind, str]

BREAK = "\n\n"
# The comparison keeps a bit for each pair of words: longer texts are compared by paragraph, or as a whole.
MOST_WORDS = 10_000
SHORT_WORDS = 2
_WORDS = re.compile(r"\n\s*\n|\S+")


def differences(before: str, after: str) -> list[Difference]:
    """Runs of words in reading order, what was removed before what replaced it; [] for two empty texts.

    Words are joined by one space and paragraphs by an empty line. "same" and "removed" together hold every
    word of `before`, "same" and "added" every word of `after`.
    """
    old, new = _cut(before, after)
    return [(kind, _text(words)) for kind, words in _tidied(_aligned(old, new))]


def is_changed(found: Iterable[Difference]) -> bool:
    return any(kind != "same" for kind, _ in found)


def condensed(found: list[Difference], around: int = 8) -> list[Difference]:
    """The same differences, with what did not change cut down to that many words beside each change."""
    last = len(found) - 1
    return [
        (kind, _shortened(text, around, at > 0, at < last) if kind == "same" else text)
        for at, (kind, text) in enumerate(found)
    ]


def merged(base: str, ours: str, theirs: str) -> str:
    """`theirs` with what `ours` changed since `base`. Where both changed the same words `theirs` holds; where
    both added paragraphs, all of them stay."""
    first, mine, yours = _cut(base, ours, theirs)
    words: list[str] = []
    at_mine = at_yours = at_first = 0
    for start, end, here, there in _stable(first, mine, yours):
        words += _settled(first[at_first:start], mine[at_mine:here], yours[at_yours:there])
        words += first[start:end]
        at_first, at_mine, at_yours = end, here + end - start, there + end - start
    return _text(words + _settled(first[at_first:], mine[at_mine:], yours[at_yours:]))


def likeness(one: str, other: str) -> float:
    """How much of two texts is the same words in the same order, 0 to 1."""
    ours, theirs = _numbered(*_cut(one, other))
    return Indel.normalized_similarity(ours, theirs)


def changed_words(before: str, after: str) -> int:
    """How many words were replaced, added or removed; a paragraph's end is one too."""
    count = 0
    for is_same, group in groupby(_aligned(*_cut(before, after)), key=lambda run: run[0] == "same"):
        if not is_same:
            runs = list(group)
            sizes = (
                sum(_size(words) for kind, words in runs if kind == side) for side in ("removed", "added")
            )
            count += max(sizes)
    return count


def overlap(one: str, other: str) -> float:
    """How much of the shorter text stands in the other, word for word and in order, 0 to 1; 0 for no words."""
    ours, theirs = _numbered(*_cut(one, other))
    shortest = min(len(ours), len(theirs))
    return LCSseq.similarity(ours, theirs) / shortest if shortest else 0.0


def _cut(*texts: str) -> list[list[str]]:
    """Each text in words or, where one is too long for that, in paragraphs or as a whole."""
    found: list[list[str]] = []
    for cut in (_words, _paragraphs, _whole):
        found = [cut(text) for text in texts]
        if max(map(len, found)) <= MOST_WORDS:
            break
    return found


def _numbered(*texts: list[str]) -> list[list[int]]:
    numbers: dict[str, int] = {}
    return [[numbers.setdefault(word, len(numbers)) for word in words] for words in texts]


def _settled(first: list[str], mine: list[str], yours: list[str]) -> list[str]:
    """What stands between two stretches that nobody changed."""
    if yours == first:
        return mine
    if not first and BREAK in mine and mine != yours:
        return mine + yours
    return yours


def _stable(first: list[str], mine: list[str], yours: list[str]) -> Iterable[tuple[int, int, int, int]]:
    """Stretches of `first` that stand in both others: start and end, and where they start in each."""
    ours, theirs = (_places(first, other) for other in (mine, yours))
    run: tuple[int, int, int, int] | None = None
    for at in range(len(first)):
        if at not in ours or at not in theirs:
            continue
        here, there = ours[at], theirs[at]
        if run and run[1] == at and run[2] + at - run[0] == here and run[3] + at - run[0] == there:
            run = (run[0], at + 1, run[2], run[3])
            continue
        if run:
            yield run
        run = (at, at + 1, here, there)
    if run:
        yield run


def _places(first: list[str], other: list[str]) -> dict[int, int]:
    """Where each word of `first` that `other` kept stands there."""
    steps = LCSseq.opcodes(*_numbered(first, other))
    kept = [step for step in steps if step.tag == "equal"]
    return {
        step.src_start + n: step.dest_start + n for step in kept for n in range(step.src_end - step.src_start)
    }


def _words(text: str) -> list[str]:
    return [BREAK if word.isspace() else word for word in _WORDS.findall(text.strip())]


def _paragraphs(text: str) -> list[str]:
    parts = [" ".join(part.split()) for part in re.split(r"\n\s*\n", text.strip())]
    return [word for part in parts for word in (part, BREAK)][:-1]


def _whole(text: str) -> list[str]:
    return [_text(_words(text))]


def _aligned(old: list[str], new: list[str]) -> Iterable[tuple[Kind, list[str]]]:
    for step in LCSseq.opcodes(*_numbered(old, new)):
        if step.tag == "equal":
            yield "same", old[step.src_start : step.src_end]
        else:
            yield "removed", old[step.src_start : step.src_end]
            yield "added", new[step.dest_start : step.dest_end]


def _tidied(runs: Iterable[tuple[Kind, list[str]]]) -> list[tuple[Kind, list[str]]]:
    """Runs joined, and a word or two that only happen to stand between two rewritten stretches counted as
    rewritten too: a page of single words is not read by anybody."""
    changes = [list(group) for _, group in groupby(runs, key=lambda run: run[0] == "same")]
    tidy: list[tuple[Kind, list[str]]] = []
    removed: list[str] = []
    added: list[str] = []
    for at, group in enumerate(changes):
        same = [word for kind, words in group if kind == "same" for word in words]
        if same and (len(same) > SHORT_WORDS or at in {0, len(changes) - 1} or not (removed and added)):
            tidy += [("removed", removed), ("added", added), ("same", same)]
            removed, added = [], []
            continue
        removed += same + [word for kind, words in group if kind == "removed" for word in words]
        added += same + [word for kind, words in group if kind == "added" for word in words]
    tidy += [("removed", removed), ("added", added)]
    return [run for run in tidy if run[1]]


def _size(words: list[str]) -> int:
    """How many words these are, which may be whole paragraphs: see `_cut`."""
    return sum(len(word.split()) or 1 for word in words)


def _text(words: list[str]) -> str:
    return re.sub(r" ?\n\n ?", BREAK, " ".join(words))


def _shortened(text: str, around: int, has_left: bool, has_right: bool) -> str:
    words = _words(text)
    left, right = around * has_left, around * has_right
    if len(words) <= left + right + around:
        return text
    return _text([*words[:left], "…", *(words[-right:] if right else [])])
