import pytest
from django.core.cache.backends.db import Options
from django.http import HttpResponse

from dprd_news.lib.replica import ReplicaRouter, replica_reads
from people.models import Region


def read_during(request):
    """The database that a view of this request would read from."""
    used = []

    def view(request):
        used.append(ReplicaRouter().db_for_read(Region))
        return HttpResponse()

    replica_reads(view)(request)
    return used[0]


def test_anonymous_reader_reads_the_replica(rf):
    requests = [rf.get("/"), rf.head("/berita/"), rf.get("/cari/?q=x")]

    assert [read_during(request) for request in requests] == ["replica"] * 3


def test_editor_and_newsroom_read_what_was_written(rf, settings):
    editor = rf.get("/")
    editor.COOKIES[settings.SESSION_COOKIE_NAME] = "abc"
    requests = [editor, rf.get("/admin/"), rf.post("/")]

    assert [read_during(request) for request in requests] == ["default"] * 3


def test_outside_a_request_everything_reads_default(rf):
    read_during(rf.get("/"))

    assert ReplicaRouter().db_for_read(Region) == "default"


def test_replica_is_left_when_a_view_fails(rf):
    def view(request):
        raise ValueError

    with pytest.raises(ValueError):
        replica_reads(view)(rf.get("/"))

    assert ReplicaRouter().db_for_read(Region) == "default"


def test_content_versions_are_never_read_late(rf):
    used = []

    class CacheEntry:
        _meta = Options("content_versions")

    def view(request):
        used.append(ReplicaRouter().db_for_read(CacheEntry))
        return HttpResponse()

    replica_reads(view)(rf.get("/"))

    assert used == ["default"]


def test_writes_and_migrations_go_to_default():
    router = ReplicaRouter()

    assert router.db_for_write(Region) == "default"
    assert [router.allow_migrate(name, "people") for name in ("default", "replica")] == [True, False]
