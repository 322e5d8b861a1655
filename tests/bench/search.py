"""How long a search, a suggestion and a count take in a large archive, and the building and size of the index.

Run by `make bench`. SEARCH_ARTICLES chooses the sizes ("10000,100000" is what the promise is made for), and
BENCH_POSTGRES_URL a PostgreSQL server to measure beside SQLite, in databases made and dropped here. Times are medians of whole requests in
this process, the second on, with the content version and everything that hangs on it at hand; beside them stands
the time of this process alone, which other work on the machine does not lengthen (and which leaves out the server
of PostgreSQL).
"""

import os
import secrets
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg2

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
    server = os.environ.get("BENCH_POSTGRES_URL", "")
    for size in os.environ.get("SEARCH_ARTICLES", SIZES).split(","):
        _apart(int(size), "")
        if server:
            with _own_database(server) as url:
                if url:
                    _apart(int(size), url)


@contextmanager
def _own_database(server: str) -> Iterator[str]:
    """The address of an empty database on that server, dropped in the end; "" where the server does not answer."""
    name = f"bench_{secrets.token_hex(4)}"
    of_server = urlsplit(server)
    try:
        connection = psycopg2.connect(of_server._replace(path="/postgres").geturl(), connect_timeout=5)
    except psycopg2.OperationalError:
        _say("PostgreSQL does not answer: SQLite alone is measured")
        yield ""
        return
    connection.autocommit = True
    with closing(connection), connection.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name}")
        try:
            yield of_server._replace(path=f"/{name}").geturl()
        finally:
            cursor.execute(f"DROP DATABASE {name}")


def _apart(size: int, url: str) -> None:
    """In a process of its own: settings are read once."""
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "dprd_news.settings",
            "DEBUG": "false",
            "SECRET_KEY": "only-for-the-benchmark-" * 3,
            "SITE_URL": "http://127.0.0.1",
            "DATABASE_URL": url or f"sqlite:///{Path(folder) / 'bench.sqlite3'}",
            "MEDIA_ROOT": str(Path(folder) / "media"),
            "CACHE_URL": "",
            "ALLOWED_HOSTS": "127.0.0.1",
        }
        subprocess.run([sys.executable, "-m", "tests.bench.search", str(size)], env=environment, check=True)


def _measure(size: int) -> None:
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection

    from dprd_news.populate import populate
    from people import indexing

    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    call_command("migrate", verbosity=0)
    populate(size)
    engine = connection.vendor
    began = time.perf_counter()
    documents = indexing.rebuild()
    took = time.perf_counter() - began
    _say(
        f"{engine}, {size} articles: {documents} documents written anew in {took:.0f} s, {_size_mb():.0f} MB"
    )
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
    _say(
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


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _measure(int(sys.argv[1]))
    else:
        main()
