import json
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone

from dprd_news.lib import caching
from people.models import Official
from tests.factories import LONG_AGO, make_article, make_official, make_topic

ROOT = Path(__file__).parents[3]
TWIN = ROOT / "tests" / "articles" / "reading" / "releases" / "twin.txt"
SET_UP = """
import django
from django.conf import settings
settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
django.setup()
"""
# A server in small: it answers each path that comes in with status and page, and keeps what it remembers.
SERVER = (
    SET_UP
    + """
import json, sys
from django.test import Client
client = Client(SERVER_NAME="127.0.0.1")
for line in sys.stdin:
    answer = client.get(line.strip())
    print(json.dumps([answer.status_code, answer.content.decode()]), flush=True)
"""
)
COUNCIL = (
    SET_UP
    + """
from tests.factories import make_council, make_region
make_council()
make_region("98.71", name="Kota Tirtasari")
"""
)


class Server:
    def __init__(self, environment):
        self.process = subprocess.Popen(
            [sys.executable, "-c", SERVER], cwd=ROOT, env=environment, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip

    def get(self, path):
        self.process.stdin.write(f"{path}\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def close(self):
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait(timeout=20)


@pytest.fixture(params=["database", pytest.param("redis", marks=pytest.mark.redis)])
def environment(request, tmp_path):
    """A site of its own on a file database, whose versions are kept there or in Redis."""
    environment = os.environ | {
        "DATABASE_URL": f"sqlite:///{tmp_path / 'site.sqlite3'}",
        "CACHE_URL": os.environ["CACHE_URL"] if request.param == "redis" else "",
        "ALLOWED_HOSTS": "127.0.0.1",
        "MEDIA_ROOT": str(tmp_path / "media"),
    }
    for command in (["manage.py", "migrate", "--verbosity=0"], ["-c", COUNCIL]):
        subprocess.run([sys.executable, *command], cwd=ROOT, env=environment, check=True)
    return environment


@pytest.fixture
def server(environment):
    server = Server(environment)
    yield server
    server.close()


def test_what_another_process_publishes_is_in_the_next_answer(server, environment):
    paths = ["/", "/berita/", "/topik/", "/kunjungan/", "/rss.xml", "/sitemap-berita.xml"]
    before = [server.get(path) for path in paths]

    published = subprocess.run(
        [sys.executable, "manage.py", "publish_release", TWIN, "--title", "Rapat perajin", "--publish"],
        cwd=ROOT, env=environment, text=True, capture_output=True, check=True,
    )  # fmt: skip
    article = server.get(published.stdout.strip())
    after = [server.get(path) for path in paths]

    assert [status for status, _ in [*before, article, *after]] == [200] * 13
    words = [
        "Rapat perajin",
        "Rapat perajin",
        "ekonomi kreatif",
        "/studi-tiru-",
        "Rapat perajin",
        "/rapat-perajin/",
    ]
    assert [word in page for word, (_, page) in zip(words, before, strict=True)] == [False] * 6
    assert [word in page for word, (_, page) in zip(words, after, strict=True)] == [True] * 6


@pytest.fixture
def counted():
    """A remembered count of officials, and how often it was computed."""
    calls = []

    @caching.remembered
    def officials():
        calls.append(1)
        return Official.objects.count()

    yield officials, calls
    caching.forget()


@pytest.mark.django_db
def test_remembered_value_is_computed_once_for_each_content(counted, django_capture_on_commit_callbacks):
    officials, calls = counted

    first = [officials(), officials()]
    with django_capture_on_commit_callbacks(execute=True):
        make_official()
    second = [officials(), officials()]

    assert (first, second, len(calls)) == ([0, 0], [1, 1], 2)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "change",
    [
        lambda article: article.topics.add(make_topic("Baru")),
        lambda article: article.topics.clear(),
        lambda article: article.officials.first().names.create(name="Ejaan lain"),
        lambda article: article.article_officials.all().delete(),
        lambda article: article.corrections.create(text="Koreksi."),
        lambda article: article.correct("fact", "Koreksi."),
        lambda article: article.withdraw("Keliru."),
        lambda article: caching.touched(),
    ],
)
def test_every_change_of_content_renews_the_version(change, django_capture_on_commit_callbacks):
    article = make_article(topics=[make_topic()], officials=[make_official()])
    before = caching.version()

    with django_capture_on_commit_callbacks(execute=True):
        change(article)

    assert caching.version() != before


@pytest.mark.django_db
def test_change_that_is_rolled_back_renews_nothing(django_capture_on_commit_callbacks):
    before = caching.version()

    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        make_official()
        transaction.set_rollback(True)

    assert (caching.version(), Official.objects.count()) == (before, 0)


@pytest.mark.django_db
def test_one_version_holds_for_a_request(django_capture_on_commit_callbacks):
    with caching.one_version():
        before = caching.version()
        caching.caches["versions"].set("content", "1-another", timeout=None)
        during = caching.version()

    assert (during, caching.version()) == (before, "1-another")


@pytest.mark.django_db
def test_scheduled_time_renews_what_is_remembered(counted):
    officials, calls = counted
    due = timezone.now() + timedelta(seconds=30)
    make_official(published_at=due)
    caching.forget()

    with time_machine.travel(due - timedelta(seconds=1), tick=False) as clock:
        officials()
        clock.move_to(due)
        officials()
        officials()

    assert len(calls) == 2


@pytest.mark.django_db
def test_freshness_ends_with_the_next_scheduled_time():
    now = timezone.now().replace(microsecond=0)
    for minutes in (-5, 2, 4):
        make_article(state="scheduled", published_at=now + timedelta(minutes=minutes))
    make_official(published_at=now + timedelta(minutes=1), withdrawn_at=now)
    caching.forget()

    with time_machine.travel(now, tick=False):
        moments = [now, now + timedelta(minutes=2), now + timedelta(minutes=3), now + timedelta(minutes=4)]
        fresh = [caching.seconds_fresh(300, at=moment) for moment in moments]

    assert fresh == [120, 120, 60, 300]


@pytest.mark.django_db
def test_content_changed_when_the_latest_scheduled_time_came():
    due = timezone.now().replace(microsecond=0) + timedelta(days=1)
    make_article(published_at=LONG_AGO)
    make_article(state="scheduled", published_at=due)
    caching.forget()

    saved = caching.changed_at()
    with time_machine.travel(due + timedelta(hours=5), tick=False):
        later = caching.changed_at()

    assert (saved < due, later) == (True, due)
