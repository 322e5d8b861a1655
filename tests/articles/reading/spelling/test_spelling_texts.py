"""How many slips are found, and how few false alarms raised, in texts of varied subjects."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from articles.reading.spelling.misspellings import find_misspellings

FOLDER = Path(__file__).parent / "texts"
WORDS_PER_ALARM = 300


class Found(NamedTuple):
    wrong: str
    right: str
    suggestions: tuple[str, ...]


def texts() -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.txt"))]


def with_each_slip() -> Iterator[Found]:
    """Each row of slips.csv in the first text that has its right words."""
    with (FOLDER / "slips.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    for row in rows:
        right = re.compile(rf"(?<![\w-]){row['right']}(?![\w-])")
        text, place = next((text, match) for text in texts() if (match := right.search(text)))
        slipped = text[: place.start()] + row["wrong"] + text[place.end() :]
        there = [
            slip
            for slip in find_misspellings(slipped, (), frozenset())
            if slip.span[0] < place.start() + len(row["wrong"]) and slip.span[1] > place.start()
        ]
        yield Found(row["wrong"], row["right"], there[0].suggestions if there else ())


def test_texts_without_slips_raise_hardly_an_alarm():
    words = sum(len(text.split()) for text in texts())

    alarms = [slip.word for text in texts() for slip in find_misspellings(text, (), frozenset())]

    assert words > 3_000
    assert len(alarms) <= words / WORDS_PER_ALARM, alarms


def test_nine_of_ten_slips_are_found_most_with_the_right_word_first():
    slips = list(with_each_slip())
    found = [slip for slip in slips if slip.suggestions]
    first = [slip for slip in found if slip.suggestions[0] == slip.right]

    assert len(slips) >= 150
    assert len(found) >= 0.9 * len(slips), [slip for slip in slips if not slip.suggestions]
    assert len(first) >= 0.85 * len(slips), [slip for slip in found if slip not in first]
