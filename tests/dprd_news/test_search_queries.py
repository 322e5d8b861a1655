"""Questions that readers ask, over the demo and a synthetic archive: the right answer among the first three."""

from pathlib import Path

import pytest

from dprd_news import results, search
from dprd_news.demo import loader
from dprd_news.lib.filters import Filters
from dprd_news.populate import populate
from people import indexing

pytestmark = pytest.mark.django_db

QUERIES = Path(__file__).parent / "search_queries.tsv"
FIRST = 3
SHARE = 0.95


def labelled():
    """(question, beginning of the title or name that belongs among the first three, or "-" for no answer)."""
    lines = QUERIES.read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines]


def test_right_answer_is_among_the_first_three_and_nonsense_gets_help(client):
    loader.load()
    populate(60)
    indexing.rebuild()
    wanted = labelled()

    missed = []
    for question, right in wanted:
        answer = search.find(Filters(q=question))
        found = list(results.records(answer.keys[:FIRST]).values())
        is_right = not found if right == "-" else any(str(record).startswith(right) for record in found)
        if not is_right:
            missed.append((question, right, [str(record) for record in found]))
    helped = [
        "Jelajahi" in client.get("/cari/", {"q": question}).content.decode()
        for question, right in wanted
        if right == "-"
    ]

    assert len(wanted) >= 120
    assert len(missed) <= (1 - SHARE) * len(wanted), missed
    assert helped == [True] * len(helped)
