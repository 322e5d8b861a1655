"""What nobody will come back to is swept away, and nothing else."""

import os
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult, get_date_max

from articles.cards import article_card
from people.models import StagedPortrait
from tests.factories import jpeg, make_article, make_user

pytestmark = pytest.mark.django_db


def make_task(status, days):
    return DBTaskResult.objects.create(
        status=status,
        args_kwargs={"args": [], "kwargs": {}},
        task_path="articles.models.photo.make_share",
        run_after=get_date_max(),
        finished_at=timezone.now() - timedelta(days=days) if days else None,
        backend_name="default",
        queue_name="default",
        exception_class_path="",
        traceback="",
    )


def make_staged(account, name, days):
    staged = StagedPortrait.stage(account, name, ContentFile(jpeg(300, 400)))
    StagedPortrait.objects.filter(pk=staged.pk).update(at=timezone.now() - timedelta(days=days))
    return staged


def test_portraits_that_nobody_gave_on_go_with_their_files(
    media_root, capsys, django_capture_on_commit_callbacks
):
    account = make_user("Redaktur")
    make_staged(account, "lama.jpg", 8)
    fresh = make_staged(account, "baru.jpg", 6)

    with django_capture_on_commit_callbacks(execute=True):
        call_command("sweep")

    left = {path.name for path in (media_root / "originals").rglob("*") if path.is_file()}
    assert list(StagedPortrait.objects.all()) == [fresh]
    assert left == {fresh.portrait.name.rpartition("/")[2]}
    assert capsys.readouterr().out == (
        "Dibuang: 0 salinan rilis, 0 catatan salinan berakhir, 1 potret, 0 salinan isian, 0 usulan, 0 gambar tautan, 0 catatan pekerjaan latar.\n"
    )


def test_finished_work_is_forgotten_and_what_failed_or_waits_is_not():
    kept = [
        make_task("SUCCESSFUL", 29),
        make_task("FAILED", 364),
        make_task("READY", 0),
        make_task("RUNNING", 0),
    ]
    make_task("SUCCESSFUL", 31)
    make_task("FAILED", 366)

    call_command("sweep")

    assert set(DBTaskResult.objects.all()) == set(kept)


def test_old_cards_go_and_are_drawn_again_when_somebody_asks(client, media_root, capsys):
    fresh, old = make_article("Layangan baru"), make_article("Layangan lama")
    for article in (fresh, old):
        client.get(article_card(article).path)
    stored = {article: media_root / article_card(article).stored_name for article in (fresh, old)}
    months_ago = (timezone.now() - timedelta(days=31)).timestamp()
    os.utime(stored[old], (months_ago, months_ago))

    call_command("sweep")
    left = [stored[fresh].exists(), stored[old].exists()]
    again = client.get(article_card(old).path)

    assert (left, again.status_code, stored[old].exists()) == ([True, False], 200, True)
    assert "1 gambar tautan" in capsys.readouterr().out


def test_card_that_went_while_they_were_counted_stops_nothing(client, media_root, capsys):
    folder = media_root / article_card(make_article()).stored_name
    folder.parent.mkdir(parents=True)
    # What is listed, and is not there when it is looked at.
    folder.symlink_to("nowhere")
    make_task("SUCCESSFUL", 31)

    call_command("sweep")

    assert "0 gambar tautan, 1 catatan pekerjaan latar" in capsys.readouterr().out
