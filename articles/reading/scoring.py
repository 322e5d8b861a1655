"""How well the reader does: precision, recall and F1 by kind against texts with labels.

A folder holds the texts and `labels.tsv`, one row a text, tab separated, with a header. Columns: file,
event_date, event_kind, officials (people parted by "; ", each name|front titles|back titles|post),
institutions, host_institution, guest_institution, byline, caption_present (y or n), and optionally venue,
units (name@council), quotes (speaker|first words) and misspellings (wrong>right); lists parted by "; ".
"""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .index import Index, bare
from .language.lexicon import fold
from .reading import read
from .text.files import decode

PER_WORDS = 300


@dataclass
class Score:
    """Counts over all texts. `found` is what the reader said, `expected` what the labels say."""

    right: int = 0
    found: int = 0
    expected: int = 0

    def count(self, found: set[Any], expected: set[Any]) -> None:
        self.right += len(found & expected)
        self.found += len(found)
        self.expected += len(expected)

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass
class Scores:
    """Scores by kind; `wrong_dates` names texts with a wrong event date and no warning; `misses` says what differed."""

    kinds: dict[str, Score] = field(default_factory=dict)
    texts: int = 0
    words: int = 0
    false_alarms: int = 0
    wrong_dates: list[str] = field(default_factory=list)
    misses: list[str] = field(default_factory=list)

    def count(self, file: str, kind: str, found: Iterable[Any], expected: Iterable[Any]) -> None:
        found, expected = set(found), set(expected)
        self.kinds.setdefault(kind, Score()).count(found, expected)
        if found != expected:
            self.misses.append(f"{file}\t{kind}\t+{sorted(found - expected)}\t-{sorted(expected - found)}")

    def lines(self) -> Iterator[str]:
        """A table for people: one kind a line, then the figures that are no F1."""
        yield f"{'jenis':<14}{'presisi':>9}{'cakupan':>9}{'F1':>7}{'benar':>7}{'label':>7}"
        for kind, score in self.kinds.items():
            figures = f"{score.precision:>9.3f}{score.recall:>9.3f}{score.f1:>7.3f}"
            yield f"{kind:<14}{figures}{score.right:>7}{score.expected:>7}"
        yield f"teks: {self.texts}; kata: {self.words}"
        yield f"peringatan ejaan keliru per {PER_WORDS} kata: {self.false_alarms * PER_WORDS / max(1, self.words):.2f}"
        yield f"tanggal keliru tanpa peringatan: {', '.join(self.wrong_dates) or 'tidak ada'}"


def score(folder: Path, index: Index) -> Scores:
    """Raises FileNotFoundError where labels.tsv or a text is missing, UnreadableText for a text that is none."""
    scores = Scores()
    with (folder / "labels.tsv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            text = decode((folder / row["file"]).read_bytes())
            _count(scores, {key: value or "" for key, value in row.items()}, read(text, index).as_dict())
            scores.texts += 1
            scores.words += len(text.split())
    return scores


def _count(scores: Scores, label: dict[str, str], reading: dict[str, Any]) -> None:
    file = label["file"]
    _count_people(scores, file, label, reading)
    bodies = [entry["name"] for entry in reading["institutions"]]
    scores.count(file, "institutions", _keys(bodies), _keys(_listed(label["institutions"])))
    printed = reading["event_date"] or ""
    scores.count(file, "event date", {printed or "-"}, {label["event_date"] or "-"})
    if printed != label["event_date"] and printed and not reading["date_warnings"]:
        scores.wrong_dates.append(file)
    scores.count(file, "activity", {reading["activity"]}, {label["event_kind"]})
    visit = reading["visit"] or {"hosts": [], "guests": []}
    scores.count(file, "hosts", _keys(visit["hosts"]), _keys(_listed(label["host_institution"])))
    scores.count(file, "guests", _keys(visit["guests"]), _keys(_listed(label["guest_institution"])))
    scores.count(file, "byline", {_code(reading["byline"])}, {_code(label["byline"])})
    has_caption = bool(reading["caption"] or reading["photo_credit"])
    scores.count(file, "caption", {has_caption}, {label["caption_present"] == "y"})
    if "venue" in label:
        scores.count(file, "venue", _keys([reading["venue"] or "-"]), _keys([label["venue"] or "-"]))
    _count_further(scores, file, label, reading)


def _count_people(scores: Scores, file: str, label: dict[str, str], reading: dict[str, Any]) -> None:
    expected = {
        bare(name): rest for name, *rest in (entry.split("|") for entry in _listed(label["officials"]))
    }
    found = {
        bare(person["name"]): [person["front_title"], person["back_title"], person["role"]]
        for person in reading["officials"]
    }
    scores.count(file, "officials", found, expected)
    both = sorted(found.keys() & expected.keys())
    for kind, part in (("titles", slice(0, 2)), ("posts", slice(2, 3))):
        scores.count(
            file,
            kind,
            {(name, *(_plain(text) for text in found[name][part])) for name in both},
            {(name, *(_plain(text) for text in expected[name][part])) for name in both},
        )


def _count_further(scores: Scores, file: str, label: dict[str, str], reading: dict[str, Any]) -> None:
    if "units" in label:
        units = {fold(f"{unit['name']}@{unit['institution'] or ''}") for unit in reading["units"]}
        scores.count(file, "units", units, _keys(_listed(label["units"])))
    if "quotes" in label:
        told = (entry.split("|", 1) for entry in _listed(label["quotes"]))
        expected = {(bare(who), words) for who, words in told}
        sizes = {len(words) for _, words in expected} or {0}
        quotes = {(bare(quote["speaker"] or ""), quote["text"]) for quote in reading["quotes"]}
        heads = {(who, text[:size]) for who, text in quotes for size in sizes}
        rest = {
            (who, text) for who, text in quotes if not any((who, text[:size]) in expected for size in sizes)
        }
        scores.count(file, "quotes", (heads & expected) | rest, expected)
    if "misspellings" in label:
        wrong = {entry.split(">")[0] for entry in _listed(label["misspellings"])}
        flagged = {entry["word"] for entry in reading["spelling"]}
        scores.count(file, "misspellings", flagged, wrong)
        scores.false_alarms += len(flagged - wrong)


def _listed(cell: str) -> list[str]:
    return [entry.strip() for entry in cell.split("; ") if entry.strip()]


def _keys(names: Iterable[str]) -> set[str]:
    return {_plain(name) for name in names}


def _plain(text: str) -> str:
    return " ".join(fold(text).replace(",", " ").split())


def _code(byline: str | None) -> str:
    """A byline without the brackets, signs and stops around it; stars alone count as none."""
    return fold(byline or "").strip("()[]*@. ") or "-"
