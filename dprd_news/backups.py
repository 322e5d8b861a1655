"""A whole copy of the site, database and media, that proves itself before and after it is put back.

A backup is one folder: manifest.json, the database (SQLite file, or pg_dump's custom format) and media/. The
manifest holds the SHA-256 of every file, the rows of every table and the applied migrations. It is written under
another name and renamed when it is complete, so a folder with the asked name is a whole backup or none.
"""

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.cache import caches
from django.core.exceptions import SuspiciousFileOperation
from django.core.files import File
from django.core.files.storage import Storage, default_storage
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone
from redis import RedisError

from dprd_news import dumps
from dprd_news.lib import drawn
from dprd_news.models import LastTime

FORMAT = 1
MANIFEST = "manifest.json"
DATABASE = "database"
MEDIA = "media"
CHUNK_BYTES = 1024 * 1024


class BackupError(Exception):
    """Carries the one line, in Indonesian, that tells what went wrong and what is unchanged."""


@dataclass(frozen=True)
class Manifest:
    """What a backup says about itself. files: SHA-256 by path inside the backup; rows: number by table."""

    made_at: str
    engine: str
    has_media: bool
    migrations: list[str]
    rows: dict[str, int]
    files: dict[str, str]
    format: int = FORMAT


# Backing up ---------------------------------------------------------------------------------------


def back_up(folder: Path, *, with_media: bool = True) -> Manifest:
    """Writes database and media into folder, which must not exist or be empty. Raises BackupError."""
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise BackupError(f"{folder} sudah ada isinya; pilih folder lain untuk cadangan ini.")
        folder.parent.mkdir(parents=True, exist_ok=True)
        unfinished = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    except OSError as error:
        raise BackupError(f"{folder} tidak dapat ditulis: {error.strerror}.") from error
    try:
        manifest = _write(unfinished, with_media)
        os.sync()
        unfinished.rename(folder)
    except (OSError, DatabaseError, dumps.DumpError) as error:
        raise BackupError(f"Cadangan gagal dibuat: {error}") from error
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    _note(manifest)
    return manifest


def _note(manifest: Manifest) -> None:
    """The desk tells when the last backup was made."""
    # A backup before the first migration of this table has nowhere to say so.
    if LastTime._meta.db_table in connection.introspection.table_names():
        held = "basis data dan berkas" if manifest.has_media else "basis data saja"
        LastTime.note(LastTime.Name.BACKUP, held, datetime.fromisoformat(manifest.made_at))


def _write(folder: Path, with_media: bool) -> Manifest:
    # The database first: a file is stored before the row that names it.
    rows = dumps.dump(connection, folder / DATABASE)
    files = {DATABASE: _sha256(folder / DATABASE)}
    if with_media:
        for name in stored_names(default_storage):
            if name.startswith(f"{drawn.FOLDER}/"):
                continue  # drawn again when somebody asks
            try:
                source = default_storage.open(name)
            except FileNotFoundError:
                continue  # deleted since it was listed
            files[f"{MEDIA}/{name}"] = _copy(source, folder / MEDIA / name)
    manifest = Manifest(
        made_at=timezone.now().isoformat(timespec="seconds"),
        engine=connection.vendor,
        has_media=with_media,
        migrations=_applied_migrations(),
        rows=rows,
        files=files,
    )
    (folder / MANIFEST).write_text(
        json.dumps(asdict(manifest), indent=1, ensure_ascii=False), encoding="utf-8"
    )
    return manifest


def stored_names(storage: Storage, folder: str = "") -> Iterator[str]:
    """The name of every file in a storage, sorted within each folder; works for a bucket as for a disk."""
    try:
        folders, names = storage.listdir(folder)
    except FileNotFoundError:
        return
    prefix = f"{folder}/" if folder else ""
    yield from (f"{prefix}{name}" for name in sorted(names) if name)
    for name in sorted(folders):
        yield from stored_names(storage, f"{prefix}{name}")


def _applied_migrations() -> list[str]:
    return sorted(".".join(key) for key in MigrationRecorder(connection).applied_migrations())


def _copy(source: Any, target: Path) -> str:
    digest = hashlib.sha256()
    target.parent.mkdir(parents=True, exist_ok=True)
    with source, target.open("xb") as out:
        while chunk := source.read(CHUNK_BYTES):
            digest.update(chunk)
            out.write(chunk)
    return digest.hexdigest()


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


# Checking -----------------------------------------------------------------------------------------


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a backup whose every file is as it was written. Raises BackupError."""
    try:
        manifest = Manifest(**json.loads((folder / MANIFEST).read_text(encoding="utf-8")))
    except OSError as error:
        raise BackupError(f"{folder} bukan cadangan: {MANIFEST} tidak dapat dibaca.") from error
    except (ValueError, TypeError, RecursionError) as error:
        raise BackupError(f"Cadangan {folder} rusak: isi {MANIFEST} tidak dikenali.") from error
    kinds = [type(manifest.files), type(manifest.rows), type(manifest.migrations)]
    if manifest.format != FORMAT or kinds != [dict, dict, list] or DATABASE not in manifest.files:
        raise BackupError(f"Cadangan {folder} rusak: isi {MANIFEST} tidak dikenali.")
    if not all(isinstance(name, str) for name in manifest.migrations):
        raise BackupError(f"Cadangan {folder} rusak: isi {MANIFEST} tidak dikenali.")
    for name in manifest.files:
        if ".." in PurePosixPath(name).parts or PurePosixPath(name).is_absolute() or "\0" in name:
            raise BackupError(f"Cadangan {folder} rusak: nama berkas {name} tidak sah.")
    for name, digest in manifest.files.items():
        try:
            is_whole = _sha256(folder / name) == digest
        except OSError:
            is_whole = False
        if not is_whole:
            raise BackupError(f"Cadangan {folder} rusak: {name} hilang atau berubah.")
    return manifest


def is_empty_site() -> bool:
    """Whether nothing would be lost: no account, nothing written, no file. The regions are not counted."""
    tables = set(connection.introspection.table_names())
    models = [
        get_user_model(),
        *apps.get_app_config("people").get_models(),
        *apps.get_app_config("articles").get_models(),
    ]
    written = [m for m in models if m._meta.model_name != "region" and m._meta.db_table in tables]
    has_rows = any(model._base_manager.exists() for model in written)
    return not has_rows and next(stored_names(default_storage), None) is None


# Restoring ----------------------------------------------------------------------------------------


def restore(folder: Path, *, replace: bool = False) -> Manifest:
    """Puts a backup back and counts it. replace: over a site that holds something. Raises BackupError.

    Every check comes before the first change, and the database is exchanged in one transaction. Media come before
    the rows that name them, and what the backup does not hold is removed last.
    """
    manifest = read_manifest(folder)
    try:
        _refuse_unfit(manifest, replace)
        if manifest.has_media:
            _restore_media(folder, manifest)
        dumps.load(connection, folder / DATABASE)
        if manifest.has_media:
            _remove_media_beside(manifest)
        _verify(manifest)
        # What was kept of the site as it was before must not be shown as the site that is back. A site that
        # lived on Redis has no cache table in its backup.
        call_command("createcachetable", verbosity=0)
        for cache in caches.all():
            cache.clear()
    except (OSError, DatabaseError, RedisError, SuspiciousFileOperation, dumps.DumpError) as error:
        raise BackupError(f"Pemulihan gagal: {error}") from error
    return manifest


def _refuse_unfit(manifest: Manifest, replace: bool) -> None:
    if manifest.engine != connection.vendor:
        raise BackupError(
            f"Cadangan ini berasal dari {manifest.engine}, sedangkan DATABASE_URL menunjuk ke {connection.vendor}."
        )
    known = {".".join(key) for key in MigrationExecutor(connection).loader.disk_migrations}
    if unknown := sorted(set(manifest.migrations) - known):
        raise BackupError(
            f"Cadangan dibuat versi program yang lebih baru (migrasi {unknown[0]}): perbarui program dahulu."
        )
    if not replace and not is_empty_site():
        raise BackupError("Situs ini sudah berisi; tambahkan --replace untuk menggantinya dengan cadangan.")


def _media(manifest: Manifest) -> dict[str, str]:
    prefix = f"{MEDIA}/"
    return {
        name.removeprefix(prefix): digest
        for name, digest in manifest.files.items()
        if name.startswith(prefix)
    }


def _stored_sha256(name: str) -> str:
    with default_storage.open(name) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _restore_media(folder: Path, manifest: Manifest) -> None:
    present = set(stored_names(default_storage))
    for name, digest in _media(manifest).items():
        if name in present:
            if _stored_sha256(name) == digest:
                continue
            default_storage.delete(name)
        with (folder / MEDIA / name).open("rb") as file:
            default_storage.save(name, File(file))


def _remove_media_beside(manifest: Manifest) -> None:
    for name in set(stored_names(default_storage)) - set(_media(manifest)):
        default_storage.delete(name)


def _verify(manifest: Manifest) -> None:
    rows = dumps.count_rows(connection)
    if different := sorted(name for name, number in manifest.rows.items() if rows.get(name) != number):
        raise BackupError(f"Pemulihan tidak utuh: jumlah baris tabel {different[0]} berbeda dari cadangan.")
    if manifest.has_media:
        for name, digest in _media(manifest).items():
            if _stored_sha256(name) != digest:
                raise BackupError(f"Pemulihan tidak utuh: {MEDIA}/{name} berbeda dari cadangan.")
