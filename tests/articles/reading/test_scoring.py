from pathlib import Path

import pytest

from articles.reading import Index
from articles.reading.scoring import Score, score
from tests.articles.reading.tables import TABLES

CORPUS = Path(__file__).parent / "corpus"
COLUMNS = "file event_date event_kind officials institutions host_institution guest_institution byline caption_present"


def test_score_counts_what_differs(tmp_path):
    (tmp_path / "satu.txt").write_text(
        "Ketua DPRD Kota Mekarsari, H. Bima Sakti, S.H., membuka rapat kerja, Senin (14/4/2025). (rob)\n"
    )
    row = (
        "satu.txt|2025-04-15|hearing|Bima Sakti,H.,S.H.,Ketua DPRD; Orang Lain,,,|DPRD Kota Mekarsari|||rob|n"
    )
    cells = [cell.replace(",", "|") for cell in row.split("|")]
    (tmp_path / "labels.tsv").write_text("\t".join(COLUMNS.split()) + "\n" + "\t".join(cells) + "\n")

    scores = score(tmp_path, Index(TABLES))

    assert scores.kinds == {
        "officials": Score(right=1, found=1, expected=2),
        "titles": Score(right=1, found=1, expected=1),
        "posts": Score(right=0, found=1, expected=1),
        "institutions": Score(right=1, found=1, expected=1),
        "event date": Score(right=0, found=1, expected=1),
        "activity": Score(right=1, found=1, expected=1),
        "hosts": Score(),
        "guests": Score(),
        "byline": Score(right=1, found=1, expected=1),
        "caption": Score(right=1, found=1, expected=1),
    }
    assert (scores.texts, scores.words, scores.wrong_dates) == (1, 14, ["satu.txt"])


@pytest.mark.parametrize(
    ("score", "figures"),
    [
        (Score(right=1, found=2, expected=4), (0.5, 0.25, pytest.approx(1 / 3))),
        (Score(), (1.0, 1.0, 1.0)),
        (Score(right=0, found=1, expected=1), (0.0, 0.0, 0.0)),
    ],
)
def test_score_gives_precision_recall_and_f1(score, figures):
    assert (score.precision, score.recall, score.f1) == figures


def test_reader_holds_its_figures_on_the_corpus():
    wanted = {
        "officials": 0.95,
        "titles": 0.95,
        "posts": 0.9,
        "institutions": 0.92,
        "event date": 0.95,
        "activity": 0.9,
        "hosts": 0.9,
        "guests": 0.9,
        "byline": 0.95,
        "caption": 0.95,
        "units": 0.9,
        "quotes": 0.9,
    }

    scores = score(CORPUS, Index(TABLES))

    assert [kind for kind, figure in wanted.items() if scores.kinds[kind].f1 < figure] == []
    assert scores.kinds["officials"].precision >= 0.97
    assert scores.kinds["misspellings"].recall >= 0.9
    assert scores.false_alarms * 300 <= 2 * scores.words
    assert scores.wrong_dates == []


def test_reader_misses_nothing_that_it_once_read():
    assert score(CORPUS, Index(TABLES)).misses == []
