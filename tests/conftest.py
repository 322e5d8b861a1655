"""The ground under every test: environment, storages, caches, and which services can be reached.

There is no settings module for tests. What the environment decides is set here before Django reads it, so
that neither a developer's .env nor its database is ever touched; DATABASE_URL and CACHE_URL may be given.
"""

import os
import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg2
import pytest
import redis
import time_machine

# The shell is the same engine without its windows: a fresh one opens in a fourth of the time.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
CHROMIUM = next(filter(None, map(shutil.which, BROWSERS)), None)
# On the build host everything is there, so a test that is left out is a failure.
REQUIRE_ALL = os.environ.get("REQUIRE_ALL") == "1"
FROM_OUTSIDE = ("EMAIL_URL", "REPLICA_URL", "S3_BUCKET", "SENTRY_DSN", "WEBSUB_HUB_URL", "ALLOWED_HOSTS")


def _postgres_url() -> str:
    """The PostgreSQL that DATABASE_URL names, or "" where none is named or none answers."""
    url = os.environ.get("DATABASE_URL", "")
    if not url.startswith("postgres"):
        return ""
    try:
        psycopg2.connect(url, dbname="postgres", connect_timeout=3).close()
    except psycopg2.OperationalError:
        return ""
    return url


def _redis_url() -> str:
    """The Redis that CACHE_URL names, or "". Each test process gets the next database number to itself."""
    url = os.environ.get("CACHE_URL", "")
    if not url.startswith("redis"):
        return ""
    base, _, number = url.rpartition("/")
    worker = os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")
    url = f"{base}/{int(number) + int(worker)}"
    try:
        redis.from_url(url, socket_connect_timeout=3).ping()
    except redis.ConnectionError:
        return ""
    return url


POSTGRES_URL = _postgres_url()
REDIS_URL = _redis_url()
os.environ.update(dict.fromkeys(FROM_OUTSIDE, ""))
os.environ.update(
    DJANGO_SETTINGS_MODULE="dprd_news.settings",
    DEBUG="false",
    SITE_URL="http://127.0.0.1",
    SECRET_KEY="only-for-tests-" * 4,
    DEMO_PASSWORD="kata-sandi-peragaan",
    TRUSTED_PROXIES="0",
    # A file that is never made: were it memory, a live server would share the test's connection.
    DATABASE_URL=POSTGRES_URL or f"sqlite:///{Path(tempfile.gettempdir()) / 'no-tests-here.sqlite3'}",
    CACHE_URL=REDIS_URL,
    # Playwright's own loop runs in the test's thread, and Django would refuse to query beside it.
    DJANGO_ALLOW_ASYNC_UNSAFE="true",
)

LEFT_OUT = {
    "postgres": "" if POSTGRES_URL else "needs PostgreSQL, and DATABASE_URL names none that answers",
    "redis": "" if REDIS_URL else "needs Redis, and CACHE_URL names none that answers",
    "browser": "" if CHROMIUM else "needs Chromium, and none is installed",
}


def pytest_configure(config):
    """What no variable decides: plain static files, tasks done at once, a hasher that costs nothing."""
    from django.conf import settings
    from django.core.signals import setting_changed

    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    settings.TASKS = {"default": {"BACKEND": "tests.tasks.AtOnce"}}
    # In a worker of pytest-xdist the tasks have their backend already; this makes them look again.
    setting_changed.send(sender=None, setting="TASKS", value=settings.TASKS, enter=True)
    # In a worker of pytest-xdist Django read the environment before this file gave it a database of its own.
    for cache in settings.CACHES.values() if REDIS_URL else ():
        cache["LOCATION"] = REDIS_URL
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def pytest_report_header(config):
    database = "PostgreSQL" if POSTGRES_URL else "SQLite"
    cache = "Redis" if REDIS_URL else "memory"
    return f"database: {database}, cache: {cache}, browser: {CHROMIUM or 'none'}"


def pytest_collection_modifyitems(config, items):
    if POSTGRES_URL:
        about_sqlite = [item for item in items if item.get_closest_marker("sqlite")]
        config.hook.pytest_deselected(items=about_sqlite)
        items[:] = [item for item in items if item not in about_sqlite]
    for item in items:
        for name, reason in LEFT_OUT.items():
            if reason and item.get_closest_marker(name):
                item.add_marker(pytest.mark.skip(reason=reason))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if REQUIRE_ALL and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"left out, and REQUIRE_ALL is set: {report.longrepr[-1]}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector):
    report = yield
    if REQUIRE_ALL and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"left out, and REQUIRE_ALL is set: {report.longrepr[-1]}"
    return report


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix, tmp_path_factory):
    """SQLite in a file: in memory, the browser's requests and the test would share one connection."""
    from django.db import connections

    settings = connections["default"].settings_dict
    if settings["ENGINE"].endswith("sqlite3"):
        settings["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")


@pytest.fixture(autouse=True)
def media_root(settings, tmp_path) -> Path:
    """An empty folder for each test's uploads."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


@pytest.fixture(autouse=True)
def empty_caches():
    """The versions' table is rolled back with the test; memory and Redis are not."""
    from django.core.cache import caches

    yield
    caches["default"].clear()


@pytest.fixture
def early_in_the_hour():
    """For whoever counts queries: what a process remembers of the content it reads anew when an hour begins."""
    now = datetime.now(UTC)
    with time_machine.travel(now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)):
        yield


@pytest.fixture(autouse=True)
def whole_sitemaps(monkeypatch):
    """A file of a sitemap goes by keys, and PostgreSQL's go on from test to test."""
    from dprd_news.lib import sitemaps

    monkeypatch.setattr(sitemaps, "KEYS_PER_FILE", 10**9)


@pytest.fixture(scope="session")
def chromium(django_db_setup):
    """One headless browser for the run."""
    from django.db import connection
    from playwright.sync_api import sync_playwright

    written_by_migrations = getattr(connection, "_test_serialized_contents", None)
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
    with sync_playwright() as playwright:
        # Beside Playwright's loop the thread has another connection, which must put the same rows back.
        if written_by_migrations is not None:
            connection._test_serialized_contents = written_by_migrations
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium):
    """A fresh browser window: no cookies, nothing cached."""
    context = chromium.new_context(locale="id-ID", timezone_id="Asia/Jakarta")
    yield context.new_page()
    context.close()
