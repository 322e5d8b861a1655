"""Brings database and static files up to the code that is checked out; what an installation runs after each pull."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from dprd_news import reindexing
from dprd_news.backups import back_up
from people import indexing

STAMP_NAME = ".collected"

Say = Callable[[str], object]


def upgrade(backups: Path, say: Say) -> None:
    """Migrates after a backup of the database into a new folder under backups, and collects static files.

    Does nothing, quickly, where there is nothing to do. say is handed one line for each thing done.
    """
    _migrate(backups, say)
    # Records from before the index was there, and what a crash left; else nothing.
    indexing.catch_up()
    if reindexing.renew():
        say("Indeks pencarian ditulis ulang di belakang layar")
    _collect_static(say)


def _migrate(backups: Path, say: Say) -> None:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        if executor.loader.applied_migrations:
            folder = backups / f"{timezone.now():%Y%m%dT%H%M%SZ}-sebelum-migrasi"
            back_up(folder, with_media=False)
            say(f"Basis data dicadangkan ke {folder}")
        call_command("migrate", interactive=False, verbosity=0)
        say("Basis data sudah diperbarui")
    # A migration makes this table only where CACHE_URL was not set that day.
    call_command("createcachetable", verbosity=0)


def _collect_static(say: Say) -> None:
    stamp = Path(settings.STATIC_ROOT) / STAMP_NAME
    state = _static_state()
    if stamp.is_file() and stamp.read_text() == state:
        return
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(state)
    say("Berkas statis sudah dikumpulkan")


def _static_state() -> str:
    """A digest that changes whenever a static file is added, removed or written."""
    digest = hashlib.sha256(settings.STORAGES["staticfiles"]["BACKEND"].encode())
    for finder in get_finders():
        for name, storage in finder.list([]):
            written = Path(storage.path(name)).stat()
            digest.update(f"{name}\0{written.st_size}\0{written.st_mtime_ns}\n".encode())
    return digest.hexdigest()
