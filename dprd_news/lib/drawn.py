"""Pictures that are drawn when somebody first asks, kept, and drawn anew at a new address when they change.

Nothing is drawn ahead: a record is looked up under the one visibility rule first, so what is hidden has no
picture, and what waits for its time gets one when it has come. What is kept lies under `drawn/`, a folder a
record, and never under an address of its own.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import models
from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone

from dprd_news.lib.cards import Card, draw
from dprd_news.lib.pictures import SHARE_PX

YEAR_SECONDS = 365 * 24 * 60 * 60
FOLDER = "drawn"
KEPT = timedelta(days=30)


@dataclass(frozen=True)
class Shareable:
    """A card with the page it is of: a path ending in a slash, and the folder its picture is kept in."""

    page: str
    folder: str
    card: Card
    alt: str

    width_px, height_px = SHARE_PX

    @property
    def path(self) -> str:
        return f"{self.page}bagikan-{self.card.key}.jpg"

    @property
    def stored_name(self) -> str:
        return f"{self.folder}/{self.card.key}.jpg"


def folder_of(record: models.Model) -> str:
    return f"{FOLDER}/{record._meta.model_name}-{record.pk}"


def forget(folder: str, but: str = "") -> None:
    """Remove what was drawn for a record, all but the file of that name."""
    if default_storage.exists(folder):
        for name in default_storage.listdir(folder)[1]:
            if f"{folder}/{name}" != but:
                default_storage.delete(f"{folder}/{name}")


def sweep(at: datetime | None = None) -> int:
    """Remove what was drawn longer ago than KEPT, of whatever record; returns how many pictures.

    A card that is still asked for is drawn again, so nobody has to know which ones were superseded.
    """
    before = (at or timezone.now()) - KEPT
    if not default_storage.exists(FOLDER):
        return 0
    names = [
        f"{FOLDER}/{folder}/{name}"
        for folder in default_storage.listdir(FOLDER)[0]
        for name in default_storage.listdir(f"{FOLDER}/{folder}")[1]
    ]
    count = 0
    for name in names:
        # A newer card of the record, or a takedown, may have removed it meanwhile.
        with suppress(FileNotFoundError):
            if default_storage.get_modified_time(name) < before:
                default_storage.delete(name)
                count += 1
    return count


def serve(request: HttpRequest, find: Callable[[], Shareable]) -> HttpResponseBase:
    """The card that `find` tells of now, drawn if need be; a redirect from the address of an earlier one.

    `find` raises Http404 for what nobody may see. It is asked again after drawing: a takedown or a
    withdrawal meanwhile must leave nothing behind.
    """
    shared = find()
    if request.path != shared.path:
        return redirect(shared.path)
    try:
        if not default_storage.exists(shared.stored_name):
            _keep(shared)
            if not _holds(shared, find):
                forget(shared.folder)
                raise Http404
        stored = default_storage.open(shared.stored_name)
    except FileNotFoundError as error:
        raise Http404 from error
    response = FileResponse(stored, content_type="image/jpeg")
    response["Cache-Control"] = f"public, max-age={YEAR_SECONDS}, immutable"
    return response


def _holds(shared: Shareable, find: Callable[[], Shareable]) -> bool:
    try:
        return find() == shared
    except Http404:
        return False


def _keep(shared: Shareable) -> None:
    default_storage.save(shared.stored_name, ContentFile(draw(shared.card)))
    # Drawn twice at one moment, the second copy got a name of its own; it is nobody's.
    forget(shared.folder, but=shared.stored_name)
