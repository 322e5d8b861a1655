"""The lists of words: one a line, in order, none twice; and the patterns made of them."""

import re
from pathlib import Path

import pytest

from articles.reading.language.lexicon import DATA, any_of
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
