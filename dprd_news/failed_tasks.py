"""Work behind the pages that failed: what it was, why, and the choice to try again or let it be."""

from typing import Any

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied, SuspiciousOperation, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from articles.models import Photo
from dprd_news.lib.caching import keep_private
from dprd_news.site_state import failed_tasks, task_name

PERMISSION = "articles.publish_article"
SHOWN = 50


def tasks_page(site: AdminSite, request: HttpRequest) -> HttpResponse:
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied
    if request.method == "POST":
        return _decide(request)
    failed = list(failed_tasks()[:SHOWN])
    photos = Photo.objects.in_bulk({key for key in map(_photo_key, failed) if key})
    context = {
        **site.each_context(request),
        "title": "Pekerjaan latar yang gagal",
        "rows": [
            {
                "task": task,
                "name": task_name(task),
                "reason": task.traceback.strip().rpartition("\n")[2],
                "photo": photos.get(_photo_key(task)),
            }
            for task in failed
        ],
    }
    return keep_private(TemplateResponse(request, "admin/failed_tasks.html", context))


def _decide(request: HttpRequest) -> HttpResponse:
    try:
        task = get_object_or_404(failed_tasks(), pk=request.POST.get("task"))
    except ValidationError:  # no key at all
        task = None
    if task is not None and request.POST.get("do") == "ulangi":
        _try_again(request, task)
    elif task is not None and request.POST.get("do") == "buang":
        task.delete()
        messages.success(request, f"“{task_name(task)}” dibuang dari daftar.")
    return HttpResponseRedirect(reverse("admin:tasks"))


def _try_again(request: HttpRequest, failed: DBTaskResult) -> None:
    try:
        task = failed.task
    except (ImportError, SuspiciousOperation):
        messages.error(request, "Pekerjaan itu berasal dari versi lama dan tidak dikenal lagi. Buang saja.")
        return
    task.enqueue(*failed.args_kwargs["args"], **failed.args_kwargs["kwargs"])
    failed.delete()
    messages.success(request, f"“{task_name(failed)}” akan dicoba lagi oleh pekerja latar.")


def _photo_key(task: DBTaskResult) -> Any:
    """The photo that it is about; None where it is about something else."""
    arguments = task.args_kwargs.get("args") or [None]
    return arguments[0] if task.task_path.startswith("articles.models.photo.") else None
