import os
import time

import pytest
from django.core.management import call_command
from django.db.migrations.recorder import MigrationRecorder

from dprd_news.backups import read_manifest
from dprd_news.upgrade import upgrade


@pytest.fixture
def static_root(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path / "staticfiles"
    settings.STATICFILES_DIRS = [tmp_path / "static"]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "site.css").write_text("p {}")
    return settings.STATIC_ROOT


@pytest.mark.django_db
def test_upgrade_collects_static_files_only_when_they_changed(static_root, tmp_path):
    words = []

    upgrade(tmp_path / "backups", words.append)
    upgrade(tmp_path / "backups", words.append)
    (tmp_path / "static" / "site.css").write_text("p { color: red }")
    os.utime(tmp_path / "static" / "site.css", (time.time() + 10, time.time() + 10))
    upgrade(tmp_path / "backups", words.append)

    assert words == ["Berkas statis sudah dikumpulkan"] * 2
    assert (static_root / "site.css").read_text() == "p { color: red }"
    assert not (tmp_path / "backups").exists()


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_upgrade_backs_up_a_database_before_migrating_it(static_root, tmp_path):
    call_command("migrate", "axes", "0009", verbosity=0)
    words = []

    upgrade(tmp_path / "backups", words.append)

    (backup,) = (tmp_path / "backups").iterdir()
    manifest = read_manifest(backup)
    assert words[:2] == [f"Basis data dicadangkan ke {backup}", "Basis data sudah diperbarui"]
    assert "axes.0010_accessattemptexpiration" not in manifest.migrations
    assert list(manifest.files) == ["database"]
    assert ("axes", "0010_accessattemptexpiration") in MigrationRecorder.Migration.objects.values_list(
        "app", "name"
    )
