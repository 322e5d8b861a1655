"""Finding the record an address names, and who may see it."""

from typing import TypeVar

from django.db.models import QuerySet
from django.http import Http404, HttpRequest

from people.models.publication import Publishable

_Record = TypeVar("_Record", bound=Publishable)


def find(request: HttpRequest, queryset: "QuerySet[_Record]", slug: str) -> _Record:
    """The record, if it was ever public or the visitor may see hidden ones; Http404 otherwise.

    For a hidden record `request.is_preview` is set, and the answer is then kept by nobody.
    """
    record = queryset.filter(slug=slug).first()
    if record is not None and (record.is_public or (record.was_public and record.withdrawn_at)):
        return record
    # Asked even where nothing is: an answer that varies by visitor would tell that something is hidden.
    meta = queryset.model._meta
    may_see = request.user.has_perm(f"{meta.app_label}.view_{meta.model_name}")
    if record is None or not may_see:
        raise Http404
    request.is_preview = True  # type: ignore[attr-defined]
    return record
