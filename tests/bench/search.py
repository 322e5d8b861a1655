"""How long a search, a suggestion and a count take in a large archive, and the building and size of the index.

Run by `make bench`. SEARCH_ARTICLES chooses the sizes ("10000,100000" is what the promise is made for), and
BENCH_POSTGRES_URL a PostgreSQL server to measure beside SQLite. Times are medians of whole requests in
this process, the second on, with the content version and everything that hangs on it at hand; beside them stands
the time of this process alone, which other work on the machine does not lengthen (and which leaves out the server
of PostgreSQL).
"""

import os
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

from tests.bench import databases
from tests.bench.databases import say

SIZES = "10000"
MEDIAN_MS = {"sqlite": 100, "postgresql": 50}
WORST_MS = 200
RUNS = 5
QUERIES = (
    "pengelolaan sampah", "kunker rancatirta", "komisi ii parkir", "mengelola sampah 2024", "banjir",
    "rapat kerja komisi iii", "dinas kesehatan", "nadira", "umkm permodalan", "pemkot sukawening", "wulan satria",
    "normalisasi saluran", "\"kolam retensi\"", "raperda", "taman kota", "anggaran daerah 2019", "pengelolan sampah",
    "wisata cikembang", "radio suara", "perlindungan anak layanan pengaduan",
)  # fmt: skip
COMMON = ("komisi", "rapat", "dprd kota contoh", "warga", "komisi i tahun")
HOSTILE = (
    "a" * 10_000, "sampah " * 1_500, "\0sampah\0", "sampah\" OR title:*", "' OR 1=1; DROP TABLE people_searchdocument --",
    "NEAR(a b) AND NOT {title}: x*", "sampah & | ! <-> (:*", "yang di dan ke dari", "مرحبا بالعالم", "😀 🎉 sampah", "\u202esampah\u202c",
    "%s %(x)s {0} \\", "qwrtpsdf zxcvbnml", "pengelolaann sammpah banjirr", "xq0 xqk1 xqt1",
)  # fmt: skip
TYPED = ("sa", "kom", "komisi i", "peng", "nad", "wulan s", "dinas k", "ra")


def main() -> None:
    for size in os.environ.get("SEARCH_ARTICLES", SIZES).split(","):
        databases.measure_on_each("tests.bench.search", size)


def _measure(size: int) -> None:
    databases.start()
    from django.db import connection

    from dprd_news.populate import populate
    from people import indexing

    populate(size)
    engine = connection.vendor
    began = time.perf_counter()
    documents = indexing.rebuild()
    took = time.perf_counter() - began
    say(f"{engine}, {size} articles: {documents} documents written anew in {took:.0f} s, {_size_mb():.0f} MB")
    _report_times(engine)


def _report_times(engine: str) -> None:
    from django.test import Client

    client = Client(SERVER_NAME="127.0.0.1")
    for name, address, asked in (
        ("search", "/cari/", QUERIES),
        ("search, words in most documents", "/cari/", COMMON),
        ("search, hostile", "/cari/", HOSTILE),
        ("suggestion", "/cari/saran.json", TYPED),
    ):
        _report(
            engine,
            name,
            {words: _median(lambda w=words, a=address: client.get(a, {"q": w})) for words in asked},
        )
    _report(engine, "count", {words: _median(lambda w=words: _counted(w)) for words in QUERIES})


def _counted(text: str) -> int:
    from dprd_news import search
    from dprd_news.lib.filters import Filters

    return len(search.find(Filters(q=text)).keys)


def _median(ask: Callable[[], Any]) -> tuple[float, float]:
    """Milliseconds by the clock, and of this process."""
    ask()
    times = []
    for _ in range(RUNS):
        began, began_own = time.perf_counter(), time.process_time()
        ask()
        times.append((time.perf_counter() - began, time.process_time() - began_own))
    clock, own = (statistics.median(column) * 1000 for column in zip(*times, strict=True))
    return clock, own


def _report(engine: str, name: str, times: dict[str, tuple[float, float]]) -> None:
    median, own = (statistics.median(column) for column in zip(*times.values(), strict=True))
    worst = max(times, key=lambda words: times[words])
    limit = MEDIAN_MS[engine]
    is_over = median > limit or (name == "search, hostile" and times[worst][0] > WORST_MS)
    say(
        f"{median:8.1f} ms (at most {limit}), own {own:.1f} ms, {name}; slowest {times[worst][0]:.0f} ms, own "
        f"{times[worst][1]:.0f} ms: {worst[:30]!r}{'  TOO MUCH' if is_over else ''}"
    )


def _size_mb() -> float:
    from django.db import connection

    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_total_relation_size('people_searchdocument')")
        else:
            cursor.execute("SELECT SUM(pgsize) FROM dbstat WHERE name LIKE 'people_searchdocument%%'", [])
        return cursor.fetchone()[0] / 1e6


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _measure(int(sys.argv[1]))
    else:
        main()
