"""The lists of words: one a line, in order, none twice; and the patterns made of them."""

import csv
import re
from pathlib import Path

import pytest

import people
from articles.reading.language.lexicon import DATA, any_of, fold, regency_seats
from dprd_news.lib import dictionary

ROOTS = Path(dictionary.__file__).parent / "data"
LISTS = [*sorted(DATA.glob("*.txt")), ROOTS / "council_words.txt", ROOTS / "root_words.txt"]


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_word_list_is_sorted_and_says_nothing_twice(path):
    lines = path.read_text(encoding="utf-8").splitlines()

    assert lines == sorted({line.strip() for line in lines if line.strip()})


def test_alternatives_find_the_longest_word_as_it_is_written():
    pattern = re.compile(any_of(["Forum", "Forum Anak", "S.H."]))

    assert pattern.findall("Forum Anak, Forum Warga, S.H., SxHx") == ["Forum Anak", "Forum", "S.H."]


def test_seats_of_regencies_are_towns_that_no_region_is_called():
    with (Path(people.__file__).parent / "data" / "regions.csv").open(encoding="utf-8", newline="") as lines:
        regions = {row["code"]: row for row in csv.DictReader(lines)}

    names = {fold(row["proper_name"]) for row in regions.values()}

    assert {regions[code]["level"] for code in regency_seats().values()} == {"regency"}
    assert not names & regency_seats().keys()
