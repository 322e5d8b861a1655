"""What keeps the site going, as the desk tells it: the worker, what failed behind the pages, backups, free disk."""

import shutil
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.storage import FileSystemStorage, default_storage
from django.db import connection
from django.db.models import Count, Min, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

from dprd_news.lib.indonesian import number
from dprd_news.models import LastTime
from people.templatetags.indonesian import moment

# The worker says so often that it looks for work, and is missed after so long: a large photo takes a minute.
SIGN_SECONDS = 30
MISSED_SECONDS = 180
# Work that nobody took for so long has a worker that is busy with something else, or stuck.
LATE_SECONDS = 600
BACKUP_DAYS = 7
# What failed stays on the desk until somebody decides; after a year nobody will.
DONE_KEPT = timedelta(days=30)
FAILED_KEPT = timedelta(days=365)
LOW_BYTES = 2 * 1024**3
LOW_PERCENT = 5
GIGABYTE = 1000**3

# What a task does, as an editor would say it.
TASKS = {
    "articles.models.photo.make_renditions": "Ukuran foto",
    "articles.models.photo.make_share": "Gambar untuk dibagikan",
    "articles.submission.mail_reviewers": "Surel kepada Redaktur",
    "dprd_news.reindexing.write_all": "Indeks pencarian",
    "people.indexing.catch_up_later": "Indeks pencarian",
    "people.indexing.write_anew": "Indeks pencarian",
}


@dataclass(frozen=True)
class Fact:
    """One line: its name, what is so, whether that is amiss, and where it is mended."""

    name: str
    text: str
    is_bad: bool = False
    url: str = ""


def facts() -> list[Fact]:
    """In two queries."""
    last = {one.name: one for one in LastTime.objects.all()}
    # A task that is to run as soon as somebody has time bears the end of days.
    is_due = Q(run_after=get_date_max()) | Q(run_after__lte=timezone.now())
    work = DBTaskResult.objects.aggregate(
        waiting_since=Min("enqueued_at", filter=Q(status=TaskResultStatus.READY) & is_due),
        failed=Count("pk", filter=Q(status=TaskResultStatus.FAILED)),
    )
    return [
        _worker(last.get(LastTime.Name.WORKER), work["waiting_since"]),
        _failures(work["failed"]),
        _backup(last.get(LastTime.Name.BACKUP)),
        *_disks(),
    ]


def failed_tasks() -> QuerySet:
    return DBTaskResult.objects.failed().order_by("-finished_at")


def old_tasks(at: datetime | None = None) -> QuerySet:
    """Finished work that nobody will ask about any more."""
    now = at or timezone.now()
    done = Q(status=TaskResultStatus.SUCCESSFUL, finished_at__lt=now - DONE_KEPT)
    return DBTaskResult.objects.filter(
        done | Q(status=TaskResultStatus.FAILED, finished_at__lt=now - FAILED_KEPT)
    )


def task_name(task: DBTaskResult) -> str:
    return TASKS.get(task.task_path, task.task_path.rpartition(".")[2])


def _worker(last: LastTime | None, waiting_since: datetime | None) -> Fact:
    name = "Pekerja latar"
    now = timezone.now()
    if last is None:
        return Fact(name, "belum pernah berjalan", is_bad=True)
    if (now - last.at).total_seconds() > MISSED_SECONDS:
        return Fact(name, f"tidak berjalan sejak {moment(last.at)}", is_bad=True)
    if waiting_since and (now - waiting_since).total_seconds() > LATE_SECONDS:
        return Fact(name, f"bekerja, tetapi ada yang menunggu sejak {moment(waiting_since)}", is_bad=True)
    return Fact(name, "bekerja")


def _failures(count: int) -> Fact:
    name = "Pekerjaan yang gagal"
    if not count:
        return Fact(name, "tidak ada")
    return Fact(name, f"{number(count)}, periksa dan coba lagi", is_bad=True, url=reverse("admin:tasks"))


def _backup(last: LastTime | None) -> Fact:
    name = "Cadangan terakhir"
    if last is None:
        return Fact(name, "belum pernah dibuat", is_bad=True)
    is_old = timezone.now() - last.at > timedelta(days=BACKUP_DAYS)
    return Fact(name, f"{moment(last.at)} ({last.detail})", is_bad=is_old)


def _disks() -> list[Fact]:
    """The disks that hold files and, where it is a file, the database; one that holds both is told once."""
    found: dict[Any, tuple[Path, list[str]]] = {}
    for held, folder in _folders():
        path = next(one for one in (folder, *folder.parents) if one.exists())
        found.setdefault(path.stat().st_dev, (path, []))[1].append(held)
    return [_disk(" dan ".join(held), path) for path, held in found.values()]


def _folders() -> list[tuple[str, Path]]:
    folders = []
    if isinstance(default_storage, FileSystemStorage):
        folders.append(("berkas", Path(settings.MEDIA_ROOT)))
    if connection.vendor == "sqlite":
        folders.append(("basis data", Path(connection.settings_dict["NAME"]).parent))
    return folders


def _disk(held: str, path: Path) -> Fact:
    disk = shutil.disk_usage(path)
    percent = disk.free * 100 // disk.total if disk.total else 0
    gigabytes = f"{disk.free / GIGABYTE:.1f}".replace(".", ",")
    is_low = disk.free < LOW_BYTES or percent < LOW_PERCENT
    warning = ": hampir penuh" if is_low else ""
    return Fact(f"Ruang kosong untuk {held}", f"{gigabytes} GB ({percent}%){warning}", is_bad=is_low)
