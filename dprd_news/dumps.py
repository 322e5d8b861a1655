"""One database as one file, and back: SQLite by its own copy, PostgreSQL by its own tools."""

import os
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.postgresql.client import DatabaseClient


class DumpError(Exception):
    """Carries the one line that tells what went wrong; a failed load has changed nothing."""


def dump(connection: BaseDatabaseWrapper, path: Path) -> dict[str, int]:
    """Writes the database as it is at one moment, while others go on writing; returns the rows by table."""
    if connection.vendor == "sqlite":
        return _dump_sqlite(connection, path)
    return _dump_postgresql(connection, path)


def load(connection: BaseDatabaseWrapper, path: Path) -> None:
    """Exchanges all that the database holds for the dump, in one transaction. Raises DumpError."""
    if connection.vendor == "sqlite":
        _load_sqlite(connection, path)
    else:
        _load_postgresql(connection, path)


def count_rows(connection: BaseDatabaseWrapper) -> dict[str, int]:
    """The number of rows of every table, by its name."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)

        def count(table: str) -> int:
            cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(table)}")  # noqa: S608 - from the catalogue
            return cursor.fetchone()[0]

        return {table: count(table) for table in tables}


# SQLite -------------------------------------------------------------------------------------------


def _dump_sqlite(connection: BaseDatabaseWrapper, path: Path) -> dict[str, int]:
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(path)])
    with _whole_sqlite(path) as copy:
        names = copy.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite#_%' ESCAPE '#'"
        )
        counted = 'SELECT count(*) FROM "{}"'
        return {name: copy.execute(counted.format(name)).fetchone()[0] for (name,) in names.fetchall()}


def _load_sqlite(connection: BaseDatabaseWrapper, path: Path) -> None:
    connection.ensure_connection()
    with _whole_sqlite(path) as copy:
        # SQLite's own copy takes the lock, so it is safe beside open connections, and undoes itself on failure.
        copy.backup(connection.connection)


@contextmanager
def _whole_sqlite(path: Path) -> Iterator[sqlite3.Connection]:
    """The file, opened so that nothing is written beside it. Raises DumpError, also for what happens inside."""
    copy = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        found = copy.execute("PRAGMA integrity_check").fetchone()[0]
        if found != "ok":
            raise DumpError(f"basis data tidak utuh: {found}")
        yield copy
    except sqlite3.Error as error:
        raise DumpError(f"basis data tidak utuh atau sedang dipakai: {error}") from error
    finally:
        copy.close()


# PostgreSQL ---------------------------------------------------------------------------------------


def _dump_postgresql(connection: BaseDatabaseWrapper, path: Path) -> dict[str, int]:
    # pg_dump looks at the snapshot that the rows are counted in.
    own = connection.copy()
    try:
        own.set_autocommit(False)
        with own.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            cursor.execute("SELECT pg_export_snapshot()")
            snapshot = cursor.fetchone()[0]
        _run_on(connection, "pg_dump", ["--format=custom", f"--snapshot={snapshot}", f"--file={path}"])
        return count_rows(own)
    finally:
        own.close()


def _load_postgresql(connection: BaseDatabaseWrapper, path: Path) -> None:
    tables = ", ".join(connection.ops.quote_name(name) for name in connection.introspection.table_names())
    # Tables that a later migration made are not in the dump, and would hold on to those that are.
    drop = [f"--command=DROP TABLE {tables} CASCADE"] if tables else []
    connection.close()
    with tempfile.TemporaryDirectory() as folder:
        script = f"--file={folder}/load.sql"
        _run(["pg_restore", "--clean", "--if-exists", "--no-owner", "--no-privileges", script, str(path)])
        options = [
            "--no-psqlrc",
            "--quiet",
            "--single-transaction",
            "--set=ON_ERROR_STOP=1",
            "--output=/dev/null",
        ]
        _run_on(connection, "psql", [*options, *drop, script])


def _run_on(connection: BaseDatabaseWrapper, tool: str, arguments: list[str]) -> None:
    # Django names host, user and database for psql; its brothers take the same options.
    command, variables = DatabaseClient.settings_to_cmd_args_env(connection.settings_dict, arguments)
    _run([tool, *command[1:]], variables)


def _run(command: list[str], variables: dict[str, str] | None = None) -> None:
    if not shutil.which(command[0]):
        raise DumpError(f"program {command[0]} tidak ditemukan; pasang paket postgresql-client.")
    done = subprocess.run(  # noqa: S603 - no shell, and the words are ours
        command, env=os.environ | (variables or {}), capture_output=True, text=True
    )
    if done.returncode:
        lines = [line for line in done.stderr.splitlines() if line.strip()]
        raise DumpError(lines[0] if lines else f"{command[0]} berakhir dengan status {done.returncode}")
