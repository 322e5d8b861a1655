"""How long the reader takes and how much memory: a release among many people and bodies on file, hostile text, and
hostile words of a draft on their way back into rich text.

Run by `make bench`. Times are medians of the process's own CPU time; memory is the most that the whole process,
Python and all, has held so far. Behind each figure stands what it may be at most.
"""

import contextlib
import csv
import resource
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from articles.markup import with_markup_of
from articles.reading import Index, UnreadableText, read, releases_in
from articles.reading.tables import HeldPost, KnownInstitution, KnownOfficial, KnownRegion, Tables
from articles.reading.text.documents import read_document
from tests.articles.reading.documents import docx
from tests.articles.reading.hostile import HOSTILE
from tests.articles.reading.tables import TABLES

HERE = Path(__file__).resolve().parent
CORPUS = HERE.parent / "articles" / "reading" / "corpus"
REGIONS = HERE.parent.parent / "people" / "data" / "regions.csv"
WORDS = 400
RUNS = 15
# What the reader promises: the figures that its users were given.
INDEX_MS = 2_000
RELEASE_MS = 50
HOSTILE_MS = 2_000
MEMORY_MB = 150
KILOBYTES = 1024
OFFICIALS = 5_000
INSTITUTIONS = 2_000
DOCUMENTS = {
    "one megabyte of words": docx(["kata " * 200_000]),
    "more words than it may have": docx(["kata " * 500_000]),
    "20,000 open paragraphs": docx(body="<w:p>" * 20_000),
    "130 MB unpacked": docx(["x"], extra=[("word/media/bom.bin", bytes(130_000_000))]),
    "1,001 parts": docx(["x"], extra=[(f"p{number}.txt", "") for number in range(1_001)]),
}
# The draft as it was, and what its box holds now.
DRAFTS = {
    "50,000 paragraphs": ("<p>x</p>", "a\n\n" * 50_000),
    "50,000 items below a list": ("<ul><li>x</li></ul>", "- a\n\n" * 50_000),
    "50,000 items of other lists": ("<p>x</p>", "- a\n\n• b\n\n" * 25_000),
    "50,000 lines that begin with marks": ("", "1. a\n2. b\n" * 25_000),
    "400 lists inside each other": (f"{'<ul><li>x' * 400}{'</li></ul>' * 400}", "- x\n\n" * 400 + "- y"),
}
GIVEN = ("Arta", "Bima", "Cakra", "Damar", "Elang", "Fajar", "Gilang", "Hasta", "Indra", "Jaya")
FAMILY = ("Wirasena", "Kertanegara", "Purbaya", "Santika", "Lesmana", "Anggraksa", "Tirtayasa", "Mandala")


def full_tables() -> Tables:
    """The test council's tables, with as many people and bodies as a large site has on file."""
    people = tuple(_person(number) for number in range(OFFICIALS))
    bodies = tuple(
        KnownInstitution(f"badan-{number}", f"Badan Contoh Urusan {number}", kind="agency")
        for number in range(INSTITUTIONS)
    )
    return Tables(
        own=TABLES.own,
        officials=TABLES.officials + people,
        institutions=TABLES.institutions + bodies,
        regions=TABLES.regions + whole_country(),
        topics=TABLES.topics,
        visits=TABLES.visits,
    )


def whole_country() -> tuple[KnownRegion, ...]:
    with REGIONS.open(encoding="utf-8", newline="") as lines:
        return tuple(
            KnownRegion(row["code"], row["level"], row["name"], row["proper_name"])  # type: ignore[arg-type]
            for row in csv.DictReader(lines)
        )


def _person(number: int) -> KnownOfficial:
    given, rest = number % len(GIVEN), number // len(GIVEN)
    name = f"{GIVEN[given]} {FAMILY[rest % len(FAMILY)]} {chr(65 + rest % 26)}{rest}"
    return KnownOfficial(f"orang-{number}", name, held=(HeldPost("Anggota", TABLES.own),))


def release() -> str:
    """Four hundred words of the corpus."""
    words: list[str] = []
    for path in sorted(CORPUS.glob("*.txt")):
        words += path.read_text(encoding="utf-8").split(" ")
        if len(words) >= WORDS:
            break
    return " ".join(words[:WORDS])


def milliseconds(work: Callable[[], object], runs: int = RUNS) -> float:
    """Median CPU milliseconds of one call."""
    times = []
    for _ in range(runs):
        began = time.process_time()
        work()
        times.append((time.process_time() - began) * 1000)
    return statistics.median(times)


def megabytes() -> float:
    """The most memory that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KILOBYTES


def report(figure: float, unit: str, limit: int, name: str) -> None:
    over = "  TOO MUCH" if figure > limit else ""
    sys.stdout.write(f"{figure:10.1f} {unit} (at most {limit:5}) {name}{over}\n")


def main() -> None:
    tables, text = full_tables(), release()
    index = Index(tables)
    read(text, index)
    on_file = f"{len(tables.officials)} people, {len(tables.institutions)} bodies"
    report(milliseconds(lambda: Index(tables), 3), "ms", INDEX_MS, f"index of {on_file}")
    report(milliseconds(lambda: read(text, index)), "ms", RELEASE_MS, f"one release of {WORDS} words, warm")
    report(megabytes(), "MB", MEMORY_MB, "memory after these")
    for name, source in HOSTILE.items():
        report(
            milliseconds(lambda source=source: taken_in(source, index), 1),
            "ms",
            HOSTILE_MS,
            f"hostile: {name}",
        )
    for name, content in DOCUMENTS.items():
        report(
            milliseconds(lambda content=content: refused(content), 1), "ms", HOSTILE_MS, f"document: {name}"
        )
    for name, (html, words) in DRAFTS.items():
        report(
            milliseconds(lambda html=html, words=words: with_markup_of(html, words), 1),
            "ms",
            HOSTILE_MS,
            f"draft: {name}",
        )
    report(megabytes(), "MB", MEMORY_MB, "memory after hostile text too")


def taken_in(source: str, index: Index) -> None:
    """What a paste asks for: the releases apart, then one reading."""
    releases_in(source)
    read(source, index)


def refused(content: bytes) -> None:
    """Reads a dropped document; a clear refusal will do."""
    with contextlib.suppress(UnreadableText):
        read_document(content, "rilis.docx")


if __name__ == "__main__":
    main()
