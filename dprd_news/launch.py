"""What `make run` does: a site on this machine, ready to use, from one command.

Runs as `python -m dprd_news.launch`, since .env has to exist before Django reads its settings. PORT chooses the
port, DEMO=0 leaves an empty site empty.
"""

import errno
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from contextlib import closing, suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path

import django
import environ
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command

BASE_DIR = Path(__file__).resolve().parent.parent
ENV_FILE = BASE_DIR / ".env"
HOST = "127.0.0.1"
STOP_SECONDS = 10
START_SECONDS = 120
# A worker that cannot start must not keep the machine busy trying.
RESTART_SECONDS = 5


class CannotLaunch(Exception):
    """Carries the one line that tells what is in the way."""


def chosen_port(word: str) -> int:
    """Raises CannotLaunch unless word is a port that this user may open and that nobody has open."""
    if not word.isdecimal() or not 0 < int(word) < 65536:
        raise CannotLaunch(f"PORT={word} bukan nomor porta (1 sampai 65535).")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, int(word)))
        except OSError as error:
            reason = (
                "sudah dipakai" if error.errno == errno.EADDRINUSE else "tidak boleh dibuka oleh akun ini"
            )
            raise CannotLaunch(
                f"Porta {word} {reason}; pilih yang lain, misalnya PORT=8001 make run."
            ) from error
    return int(word)


def prepare_environment(port: int) -> dict[str, str]:
    """Sets everything that the settings of this process, the server and the worker are read from.

    Returns what .env still lacks: both secrets if there is no file yet, given or made up, else those set nowhere.
    """
    is_first = not ENV_FILE.exists()
    environ.Env.read_env(ENV_FILE)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dprd_news.settings")
    if not os.environ.get("SITE_URL"):
        os.environ["SITE_URL"] = f"http://{HOST}:{port}"
        os.environ.setdefault("ALLOWED_HOSTS", f"{HOST},localhost")
    lacking = {}
    for name, length in {"SECRET_KEY": 50, "DEMO_PASSWORD": 9}.items():
        if is_first or not os.environ.get(name):
            lacking[name] = os.environ.get(name) or secrets.token_urlsafe(length)
    os.environ.update(lacking)
    return lacking


def save_env(path: Path, values: dict[str, str]) -> None:
    """Adds the values to the file, which only its owner can read. Raises CannotLaunch for a value of two lines."""
    for name, value in values.items():
        if "\n" in value or "\r" in value:
            raise CannotLaunch(f"{name} tidak boleh berisi lebih dari satu baris.")
    if values:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "w") as file:
            file.writelines(f"{name}='{value}'\n" for name, value in values.items())


def prepare_site() -> None:
    """Migrates and collects; a site without any account and council is new, and gets the demo."""
    from django.contrib.auth.models import User
    from django.db import connections

    from people.models import Council

    call_command("upgrade")
    is_new = not User.objects.exists() and not Council.objects.exists()
    if is_new and os.environ.get("DEMO") != "0":
        print("Memuat peragaan ...", flush=True)
        call_command("demo")
    connections.close_all()


def welcome() -> str:
    """The lines that tell where the site is and who can log in, or how an empty site gets its first account."""
    from django.conf import settings
    from django.contrib.auth.models import User

    from dprd_news.accounts import demo_usernames

    lines = [f"Situs    {settings.SITE_URL}/", f"Redaksi  {settings.SITE_URL}/admin/"]
    if settings.IS_ON_LOOPBACK and (names := demo_usernames()):
        lines += [f"Akun     {', '.join(names)}", f"Sandi    {settings.DEMO_PASSWORD}"]
    if not User.objects.exists():
        lines += [
            "",
            "Situs masih kosong. Isi dari terminal lain, dengan nama dewan dan kode wilayahnya:",
            '.venv/bin/python manage.py start_council --name "DPRD Kota Cimahi" --region 32.77',
        ]
    return "\n".join(["", *lines, "", "Ctrl-C menghentikan situs.", ""])


def start_server(port: int) -> subprocess.Popen[bytes]:
    return _start(
        *("-m", "granian", "--interface", "wsgi", "--host", HOST, "--port", str(port), "--no-ws"),
        *("--workers", "2", "--blocking-threads", "2", "--respawn-failed-workers", "--log-level", "warning"),
        "dprd_news.wsgi:application",
    )


def start_worker() -> subprocess.Popen[bytes]:
    return _start("manage.py", "db_worker", "--queue-name", "*")


def _start(*arguments: str) -> subprocess.Popen[bytes]:
    # In a session of its own, a child is told to stop once, by us, and not a second time by the terminal.
    return subprocess.Popen([sys.executable, *arguments], cwd=BASE_DIR, start_new_session=True)


def await_server(server: subprocess.Popen[bytes], port: int) -> None:
    """Returns at the first answer, whatever it says. Raises CannotLaunch when the server ends or stays silent."""
    deadline = time.monotonic() + START_SECONDS
    while server.poll() is None and time.monotonic() < deadline:
        with closing(HTTPConnection(HOST, port, timeout=START_SECONDS)) as probe:
            try:
                probe.request("GET", "/healthz")
                probe.getresponse()
                return
            except (OSError, HTTPException):
                time.sleep(0.1)
    raise CannotLaunch("Peladen web tidak berhasil dijalankan; sebabnya tertulis di atas.")


def serve(port: int) -> None:
    """Server and worker side by side until a signal comes or the server ends; both end together."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.default_int_handler)
    server, worker = start_server(port), start_worker()
    worker_started = time.monotonic()
    try:
        await_server(server, port)
        print(welcome(), flush=True)
        while server.poll() is None:
            if worker.poll() is not None and time.monotonic() - worker_started > RESTART_SECONDS:
                print("Pekerja latar berhenti dan dijalankan lagi.", file=sys.stderr, flush=True)
                worker, worker_started = start_worker(), time.monotonic()
            time.sleep(0.5)
        raise CannotLaunch("Peladen web berhenti sendiri; sebabnya tertulis di atas.")
    except KeyboardInterrupt:
        print("Situs dihentikan.", flush=True)
    finally:
        stop([server, worker])


def stop(processes: list[subprocess.Popen[bytes]]) -> None:
    """Asks all, then waits for all, then ends what is still there with all that it started."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for process in processes:
        process.terminate()
    deadline = time.monotonic() + STOP_SECONDS
    for process in processes:
        try:
            process.wait(timeout=max(0.0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.kill()
        # The server's own workers are in its session, and would keep the port.
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def main() -> None:
    try:
        port = chosen_port(os.environ.get("PORT") or "8000")
        lacking = prepare_environment(port)
        # Settings refuse a bad secret, so it is saved only after they have been read.
        django.setup()
        save_env(ENV_FILE, lacking)
        prepare_site()
        serve(port)
    except (CannotLaunch, CommandError, ImproperlyConfigured) as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
