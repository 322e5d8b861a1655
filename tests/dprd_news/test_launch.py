import os
import random
import shutil
import signal
import socket
import sqlite3
import stat
import subprocess
import sys
import time
import urllib.request
from contextlib import closing
from pathlib import Path

import pytest
from django.conf import settings

from dprd_news import launch
from tests.factories import make_user

NOT_OURS = (".git", ".venv", ".env", "db.sqlite3*", "media", "staticfiles", "backups", "tests", ".*_cache")


@pytest.fixture
def fresh_environment(monkeypatch, tmp_path):
    """No secret and no address in the environment, and an .env of the test's own."""
    monkeypatch.setattr(launch, "ENV_FILE", tmp_path / ".env")
    monkeypatch.setattr(os, "environ", {})
    monkeypatch.setattr("environ.Env.ENVIRON", os.environ)
    return tmp_path / ".env"


def test_first_run_makes_up_both_secrets_and_keeps_them(fresh_environment):
    lacking = launch.prepare_environment(8000)
    launch.save_env(fresh_environment, lacking)
    os.environ.clear()
    second = launch.prepare_environment(8001)

    assert sorted(lacking) == ["DEMO_PASSWORD", "SECRET_KEY"]
    assert [len(lacking["SECRET_KEY"]) >= 50, len(lacking["DEMO_PASSWORD"]) >= 12] == [True, True]
    assert stat.S_IMODE(fresh_environment.stat().st_mode) == 0o600
    assert second == {}
    assert dict(os.environ) == lacking | {
        "DJANGO_SETTINGS_MODULE": "dprd_news.settings",
        "SITE_URL": "http://127.0.0.1:8001",
        "ALLOWED_HOSTS": "127.0.0.1,localhost",
    }


def test_first_run_keeps_the_secrets_that_are_given(fresh_environment):
    os.environ.update(DEMO_PASSWORD='it\'s # "one" word', SECRET_KEY="k" * 50)

    launch.save_env(fresh_environment, launch.prepare_environment(8000))
    os.environ.clear()
    launch.prepare_environment(8000)

    assert (os.environ["DEMO_PASSWORD"], os.environ["SECRET_KEY"]) == ('it\'s # "one" word', "k" * 50)


def test_site_url_of_an_existing_env_is_left_alone(fresh_environment):
    fresh_environment.write_text("SITE_URL=https://dprd.example\n")

    lacking = launch.prepare_environment(8000)
    launch.save_env(fresh_environment, lacking)

    assert os.environ["SITE_URL"] == "https://dprd.example"
    assert "ALLOWED_HOSTS" not in os.environ
    assert fresh_environment.read_text().splitlines() == [
        "SITE_URL=https://dprd.example",
        f"SECRET_KEY='{lacking['SECRET_KEY']}'",
        f"DEMO_PASSWORD='{lacking['DEMO_PASSWORD']}'",
    ]


def test_secret_of_two_lines_is_refused(tmp_path):
    with pytest.raises(launch.CannotLaunch, match="DEMO_PASSWORD tidak boleh berisi lebih dari satu baris"):
        launch.save_env(tmp_path / ".env", {"DEMO_PASSWORD": "a\nDEBUG=true"})

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("word", ["0", "65536", "-1", "http", "80a"])
def test_port_that_is_no_port_is_named(word):
    with pytest.raises(launch.CannotLaunch, match=f"PORT={word} bukan nomor porta"):
        launch.chosen_port(word)


def test_port_in_use_is_named():
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]

        with pytest.raises(launch.CannotLaunch, match=f"Porta {port} sudah dipakai; pilih yang lain"):
            launch.chosen_port(str(port))

    assert launch.chosen_port(str(port)) == port


def free_port():
    # Below the ports that the system hands out to outgoing connections.
    return next(port for port in random.sample(range(20000, 30000), 100) if is_free(port))


def is_free(port: int) -> bool:
    """Whether it is, or within a few seconds comes free: what was killed takes a moment to be gone."""
    for _ in range(50):
        try:
            return launch.chosen_port(str(port)) == port
        except launch.CannotLaunch:
            time.sleep(0.1)
    return False


def run_site(folder: Path, visit) -> str:
    """Launches the copy in folder, calls visit(url) once it is up, ends it as a terminal does; returns its words."""
    port = free_port()
    environment = {"PATH": os.environ["PATH"], "PORT": str(port), "DEMO": "0"}
    command = [sys.executable, "-m", "dprd_news.launch"]
    with (folder / "log").open("w+") as log:
        site = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)
        try:
            deadline = time.monotonic() + 150
            while "Ctrl-C" not in (folder / "log").read_text() and time.monotonic() < deadline:
                assert site.poll() is None, (folder / "log").read_text()
                time.sleep(0.1)
            visit(f"http://127.0.0.1:{port}")
        finally:
            site.send_signal(signal.SIGINT)
            status = site.wait(timeout=30)
    assert status == 0
    assert is_free(port), "the server outlived the command"
    return (folder / "log").read_text().replace(str(port), "8000")


def test_site_starts_twice_and_keeps_what_was_written(tmp_path):
    site = tmp_path / "site"
    shutil.copytree(settings.BASE_DIR, site, ignore=shutil.ignore_patterns(*NOT_OURS))
    answers = []

    def visit(url):
        with urllib.request.urlopen(f"{url}/healthz", timeout=30) as answer:
            answers.append(answer.status)
        with closing(sqlite3.connect(site / "db.sqlite3")) as database, database:
            database.execute(
                "INSERT INTO people_topic (name, slug, description, synonyms, version) VALUES (?, ?, '', '', 1)",
                [url, url],
            )

    first, second = run_site(site, visit), run_site(site, visit)

    assert answers == [200, 200]
    assert "Basis data sudah diperbarui\nBerkas statis sudah dikumpulkan\n" in first
    assert "Situs    http://127.0.0.1:8000/\nRedaksi  http://127.0.0.1:8000/admin/\n" in second
    assert "sudah" not in second
    assert "Akun" not in first + second
    with closing(sqlite3.connect(site / "db.sqlite3")) as database:
        assert database.execute("SELECT count(*) FROM people_topic").fetchone() == (2,)


@pytest.mark.django_db
def test_welcome_to_an_empty_site_tells_how_to_fill_it():
    hint = [
        "Situs masih kosong. Isi dari terminal lain, dengan nama dewan dan kode wilayahnya:",
        '.venv/bin/python manage.py start_council --name "DPRD Kota Cimahi" --region 32.77',
    ]

    empty = launch.welcome().splitlines()
    make_user("Administrator")
    filled = launch.welcome().splitlines()

    assert ([line for line in empty if line in hint], [line for line in filled if line in hint]) == (hint, [])
