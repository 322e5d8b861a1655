"""A benchmark in a process and a database of its own, on SQLite and, with BENCH_POSTGRES_URL, on PostgreSQL.

BENCH_POSTGRES_URL names a server; the database in it is made and dropped here. Settings are read once, so each
database is measured in another process: the module is run again with its arguments.
"""

import os
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg2


def measure_on_each(module: str, *arguments: str) -> None:
    """Runs `python -m module arguments` on every engine that is to be measured. `arguments` tell it to measure."""
    _apart(module, arguments, "")
    if server := os.environ.get("BENCH_POSTGRES_URL", ""):
        with _own_database(server) as url:
            if url:
                _apart(module, arguments, url)


def start() -> None:
    """Sets Django up in such a process, and fills the database with its tables."""
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    call_command("migrate", verbosity=0)


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


@contextmanager
def _own_database(server: str) -> Iterator[str]:
    """The address of an empty database on that server, dropped in the end; "" where the server does not answer."""
    name = f"bench_{secrets.token_hex(4)}"
    of_server = urlsplit(server)
    try:
        connection = psycopg2.connect(of_server._replace(path="/postgres").geturl(), connect_timeout=5)
    except psycopg2.OperationalError:
        say("PostgreSQL does not answer: SQLite alone is measured")
        yield ""
        return
    connection.autocommit = True
    with closing(connection), connection.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name}")
        try:
            yield of_server._replace(path=f"/{name}").geturl()
        finally:
            cursor.execute(f"DROP DATABASE {name}")


def _apart(module: str, arguments: tuple[str, ...], url: str) -> None:
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
        subprocess.run([sys.executable, "-m", module, *arguments], env=environment, check=True)
