"""Back-up and restore on whichever engine the run is on; the PostgreSQL run is the second half of `make test`."""

import json
import re
import shutil
from datetime import datetime

import pytest
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection

from dprd_news import dumps
from dprd_news.backups import BackupError, back_up, is_empty_site, read_manifest, restore, stored_names
from dprd_news.models import LastTime
from people.models import Topic

# Copying a database happens outside any transaction. The rows of migrations (groups) stay for the next test.
pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

BOTH_ENGINES = pytest.mark.parametrize(
    "engine",
    [
        pytest.param("sqlite", marks=pytest.mark.sqlite),
        pytest.param("postgresql", marks=pytest.mark.postgres),
    ],
)


def fill_site():
    User.objects.create_user("sari", "sari@dprd.example")
    Topic.objects.create(name="Sampah", slug="sampah")
    default_storage.save("foto/2025/pasar.jpg", ContentFile(b"\xff\xd8 pasar"))
    default_storage.save("lambang.svg", ContentFile(b"<svg/>"))


def empty_site():
    User.objects.all().delete()
    Topic.objects.all().delete()
    Topic.history.all().delete()
    for name in list(stored_names(default_storage)):
        default_storage.delete(name)


def whole_site():
    """Every row of every table but the cache's, which a restore empties, and every stored file with its bytes."""
    with connection.cursor() as cursor:
        rows = {}
        for table in set(connection.introspection.table_names(cursor)) - {"content_versions"}:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            rows[table] = sorted(map(repr, cursor.fetchall()))
    files = {name: default_storage.open(name).read() for name in stored_names(default_storage)}
    return rows, files


@BOTH_ENGINES
def test_restore_brings_the_whole_site_back(engine, tmp_path):
    assert connection.vendor == engine
    fill_site()
    before = whole_site()

    back_up(tmp_path / "cadangan")
    empty_site()
    assert is_empty_site()
    restore(tmp_path / "cadangan")

    assert whole_site() == before
    assert Topic.objects.get().name == "Sampah"


@BOTH_ENGINES
def test_restore_replaces_what_came_later(engine, tmp_path):
    fill_site()
    before = whole_site()
    back_up(tmp_path / "cadangan")
    Topic.objects.update(name="Banjir")
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TABLE of_a_later_version (id integer, topic bigint REFERENCES people_topic (id))"
        )
    default_storage.delete("lambang.svg")
    default_storage.save("lambang.svg", ContentFile(b"<svg>lain</svg>"))
    default_storage.save("baru.jpg", ContentFile(b"baru"))

    restore(tmp_path / "cadangan", replace=True)

    assert whole_site() == before


def test_backup_of_a_site_on_redis_comes_back_without_redis(settings, tmp_path):
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS content_versions")
    back_up(tmp_path / "cadangan")
    in_table = {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "content_versions"}
    settings.CACHES = settings.CACHES | {"versions": in_table}

    restore(tmp_path / "cadangan")

    assert "content_versions" in connection.introspection.table_names()


@pytest.mark.parametrize(
    ("with_media", "held"), [(True, "basis data dan berkas"), (False, "basis data saja")]
)
def test_backup_is_noted_for_the_desk(tmp_path, with_media, held):
    manifest = back_up(tmp_path / "cadangan", with_media=with_media)

    (noted,) = LastTime.objects.values_list("name", "at", "detail")
    assert noted == ("backup", datetime.fromisoformat(manifest.made_at), held)


def test_manifest_tells_what_is_in_the_backup(tmp_path):
    fill_site()
    rows = dumps.count_rows(connection)

    manifest = back_up(tmp_path / "cadangan")

    assert read_manifest(tmp_path / "cadangan") == manifest
    assert sorted(manifest.files) == ["database", "media/foto/2025/pasar.jpg", "media/lambang.svg"]
    assert manifest.rows == rows
    assert (manifest.rows["auth_user"], manifest.rows["people_topic"]) == (1, 1)
    assert (manifest.engine, manifest.has_media) == (connection.vendor, True)
    assert "people.0001_first" in manifest.migrations


def test_backup_leaves_the_media_out_when_told(tmp_path):
    fill_site()

    manifest = back_up(tmp_path / "cadangan", with_media=False)
    Topic.objects.update(name="Banjir")
    restore(tmp_path / "cadangan", replace=True)

    assert list(manifest.files) == ["database"]
    assert Topic.objects.get().name == "Sampah"
    assert list(stored_names(default_storage)) == ["lambang.svg", "foto/2025/pasar.jpg"]


def change_byte(folder):
    path = folder / "media/foto/2025/pasar.jpg"
    path.write_bytes(path.read_bytes()[:-1] + b"x")


def cut_database(folder):
    path = folder / "database"
    path.write_bytes(path.read_bytes()[:-4096])


def rewrite_manifest(folder, **changes):
    path = folder / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | changes))


DAMAGE = {
    "media/foto/2025/pasar.jpg hilang atau berubah": change_byte,
    "media/lambang.svg hilang atau berubah": lambda folder: (folder / "media/lambang.svg").unlink(),
    "database hilang atau berubah": cut_database,
    "isi manifest.json tidak dikenali": lambda folder: (folder / "manifest.json").write_text("{"),
    "isi manifest.json tidak dikenali.": lambda folder: rewrite_manifest(folder, rows=None),
    "nama berkas ../../etc/passwd tidak sah": lambda folder: rewrite_manifest(
        folder, files={"database": "", "../../etc/passwd": ""}
    ),
    "manifest.json tidak dapat dibaca": shutil.rmtree,
}


@pytest.mark.parametrize("line", DAMAGE)
def test_restore_refuses_a_damaged_backup_and_changes_nothing(line, tmp_path):
    fill_site()
    back_up(tmp_path / "cadangan")
    DAMAGE[line](tmp_path / "cadangan")
    before = whole_site()

    with pytest.raises(BackupError, match=re.escape(line)):
        restore(tmp_path / "cadangan", replace=True)

    assert whole_site() == before


NONSENSE = {
    "numbers for migrations": '{"migrations": [1, "a"]}',
    "a name with NUL": '{"files": {"database": "", "media/a\\u0000b": ""}}',
    "no end": "[" * 200_000,
}


@pytest.mark.parametrize("nonsense", NONSENSE)
def test_restore_refuses_a_manifest_that_makes_no_sense(nonsense, tmp_path):
    back_up(tmp_path / "cadangan")
    text = NONSENSE[nonsense]
    if text.startswith("{"):
        rewrite_manifest(tmp_path / "cadangan", **json.loads(text))
    else:
        (tmp_path / "cadangan/manifest.json").write_text(text)

    with pytest.raises(BackupError, match="rusak"):
        restore(tmp_path / "cadangan")


FOREIGN = {
    "berasal dari oracle": {"engine": "oracle"},
    "lebih baru (migrasi people.9999_later)": {"migrations": ["people.0001_first", "people.9999_later"]},
}


@pytest.mark.parametrize("line", FOREIGN)
def test_restore_refuses_what_does_not_belong_here(line, tmp_path):
    back_up(tmp_path / "cadangan")
    rewrite_manifest(tmp_path / "cadangan", **FOREIGN[line])

    with pytest.raises(BackupError, match=re.escape(line)):
        restore(tmp_path / "cadangan")


def test_restore_notices_rows_that_did_not_come_back(tmp_path):
    fill_site()
    manifest = back_up(tmp_path / "cadangan")
    rewrite_manifest(tmp_path / "cadangan", rows=manifest.rows | {"people_topic": 2})

    with pytest.raises(BackupError, match="jumlah baris tabel people_topic berbeda"):
        restore(tmp_path / "cadangan", replace=True)


def one_account():
    User.objects.create_user("sari")


def one_row():
    Topic.objects.create(name="Sampah", slug="sampah")


def one_file():
    default_storage.save("a.jpg", ContentFile(b"a"))


@pytest.mark.parametrize("content", [one_account, one_row, one_file])
def test_restore_refuses_a_site_that_holds_something(content, tmp_path):
    back_up(tmp_path / "cadangan")
    content()
    before = whole_site()

    with pytest.raises(BackupError, match="sudah berisi; tambahkan --replace"):
        restore(tmp_path / "cadangan")

    assert whole_site() == before


def test_backup_refuses_a_folder_with_content(tmp_path):
    (tmp_path / "lain.txt").write_text("milik orang lain")

    with pytest.raises(BackupError, match="sudah ada isinya"):
        back_up(tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == ["lain.txt"]


def test_backup_that_fails_leaves_nothing_behind(tmp_path, monkeypatch):
    fill_site()

    def full_disk(name):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(default_storage, "open", full_disk)
    with pytest.raises(BackupError, match="No space left on device"):
        back_up(tmp_path / "semua" / "cadangan")

    assert list((tmp_path / "semua").iterdir()) == []


@pytest.mark.postgres
def test_missing_postgresql_tools_are_named(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(BackupError, match="pg_dump tidak ditemukan; pasang paket postgresql-client"):
        back_up(tmp_path / "cadangan")


def test_commands_say_what_was_done(tmp_path, capsys):
    fill_site()
    rows = sum(dumps.count_rows(connection).values())
    folder = str(tmp_path / "cadangan")

    call_command("backup", folder)
    with pytest.raises(CommandError, match="sudah berisi") as refusal:
        call_command("restore", folder)
    call_command("restore", folder, replace=True)

    assert refusal.value.returncode == 1
    assert capsys.readouterr().out.splitlines() == [
        f"Cadangan selesai: {rows} baris basis data dan 2 berkas media di {folder}",
        f"Pemulihan selesai dan cocok dengan cadangan: {rows} baris basis data dan 2 berkas media. "
        "Jalankan: manage.py upgrade",
    ]


def test_backup_under_a_name_too_long_is_refused_in_one_line(tmp_path):
    with pytest.raises(BackupError, match="tidak dapat ditulis"):
        back_up(tmp_path / ("a" * 300))


def test_backup_leaves_out_what_is_drawn_again(tmp_path):
    fill_site()
    default_storage.save("drawn/article-1/abc.jpg", ContentFile(b"kartu"))

    manifest = back_up(tmp_path / "cadangan")

    assert sorted(manifest.files) == ["database", "media/foto/2025/pasar.jpg", "media/lambang.svg"]
