import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django_tasks_db.models import DBTaskResult

from dprd_news import reindexing
from dprd_news.models import LastTime
from people import indexing
from people.models import SearchDocument
from tests.factories import make_institution

pytestmark = pytest.mark.django_db


def test_empty_index_is_as_new_and_noted():
    assert (reindexing.renew(), LastTime.objects.get().detail) == (False, reindexing.state())


def test_index_is_written_anew_behind_the_pages_once_its_makers_changed(settings, monkeypatch, capsys):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    body = make_institution("Cakrawala Biru")
    call_command("rebuild_search")
    renewed = reindexing.renew()
    SearchDocument.objects.filter(record=body.pk).update(title="basi")
    monkeypatch.setattr(reindexing, "state", lambda: "other")

    renewed = renewed, reindexing.renew(), reindexing.renew()
    stale = SearchDocument.objects.get(record=body.pk).title
    for waiting in DBTaskResult.objects.ready():
        waiting.task.call()

    assert (renewed, stale) == ((False, True, True), "basi")
    assert SearchDocument.objects.get(record=body.pk).title == "cakrawala biru xq0"
    assert (reindexing.renew(), LastTime.objects.get().detail) == (False, "other")


def test_index_is_written_once_however_often_it_was_asked_for(monkeypatch):
    written = []
    make_institution("Cakrawala")
    indexing.catch_up()
    monkeypatch.setattr(indexing, "rebuild", lambda: written.append(1) or 1)

    reindexing.write_all.call()
    reindexing.write_all.call()

    assert written == [1]


def test_modules_of_search_that_makers_import_are_makers():
    texts = [Path(settings.BASE_DIR, name).read_text() for name in reindexing.MAKERS if name.endswith(".py")]
    found = re.findall(
        r"^from dprd_news\.lib\.search(?:\.(\w+)| import (.+)$)", "\n".join(texts), re.MULTILINE
    )
    imported = {name for module, names in found for name in (module, *names.split(", ")) if name}

    assert imported == {"days", "question", "words"}
    assert {f"dprd_news/lib/search/{name}.py" for name in imported} <= set(reindexing.MAKERS)


def test_makers_are_there():
    assert [name for name in reindexing.MAKERS if not Path(settings.BASE_DIR, name).is_file()] == []
