"""Content versions shared by all processes, what hangs on them, and the cache policies that views wear.

The version names a state of the whole public content. It is renewed after every commit that changed a
watched model, in Redis where CACHE_URL names it and else in a database row read once a request. A
scheduled record changes the content by its time alone, so the coming times are kept with the version.
"""

import copy
import hashlib
import secrets
import time
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from functools import wraps
from typing import Any, TypeVar, cast

from django.core.cache import caches
from django.db import models, transaction
from django.db.models.signals import m2m_changed, post_delete, post_save
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date
from django.views.decorators.csrf import csrf_exempt

FEED_SECONDS = 300
READING = ("GET", "HEAD")
COMING_TIMES_KEPT = 500
_KEY = "content"
_Result = TypeVar("_Result")
_Response = TypeVar("_Response", bound=HttpResponseBase)
_View = Callable[..., HttpResponse]
_AnyView = TypeVar("_AnyView", bound=Callable[..., HttpResponseBase])

_of_this_request: ContextVar[str | None] = ContextVar("content_version", default=None)
_publishable: list[type[models.Model]] = []
_listeners: list[Callable[[list[models.Model]], None]] = []
_gathered: ContextVar[list[models.Model] | None] = ContextVar("gathered_changes", default=None)
_memory: dict[str, tuple[str, Any]] = {}


def version() -> str:
    """The present content version: "<unix seconds>-<random>"."""
    return _of_this_request.get() or _stored()


@contextmanager
def one_version() -> Any:
    """Within, the version is read once: what a request shows belongs together."""
    token = _of_this_request.set(_stored())
    try:
        yield
    finally:
        _of_this_request.reset(token)


def touched(model: type[models.Model] | None = None, rows: Iterable[models.Model] = ()) -> None:
    """Say that rows changed without a signal (bulk writes): a new version once it is committed."""
    gathered = _gathered.get()
    if gathered is None:
        transaction.on_commit(_renew)
        _tell(list(rows))
    else:
        # A deleted row loses its key before anybody hears of it.
        gathered += [copy.copy(row) for row in rows]


@contextmanager
def told_at_once() -> Iterator[None]:
    """Within, changes are gathered: one new version and one word to each listener, however many rows changed."""
    gathered: list[models.Model] = []
    token = _gathered.set(gathered)
    try:
        yield
    finally:
        _gathered.reset(token)
    touched(rows=gathered)


def listen(listener: Callable[[list[models.Model]], None]) -> Callable[[list[models.Model]], None]:
    """Call it with the rows of watched models that were saved or deleted, within the same transaction."""
    _listeners.append(listener)
    return listener


def watch(*watched: type[models.Model]) -> None:
    """Renew the version whenever a row or a relation of these models changes."""
    for model in watched:
        label = model._meta.label
        post_save.connect(_changed, sender=model, dispatch_uid=f"caching-save-{label}")
        post_delete.connect(_changed, sender=model, dispatch_uid=f"caching-delete-{label}")
        for relation in model._meta.many_to_many:
            through = getattr(relation.remote_field, "through", None)
            if through is not None:
                m2m_changed.connect(
                    _changed, sender=through, dispatch_uid=f"caching-m2m-{label}-{relation.name}"
                )
        if hasattr(model, "published_at"):
            _publishable.append(model)


def remembered(function: Callable[[], _Result]) -> Callable[[], _Result]:
    """Compute once per process and state of the public content. For values that no caller changes."""
    return _once_per(_state, function)


def forget() -> None:
    """Drop what this process remembers; for tests, whose rollbacks renew no version."""
    _memory.clear()


def changed_at() -> datetime:
    """When the public content last changed: by a save, or because a scheduled time came."""
    now = timezone.now()
    saved = datetime.fromtimestamp(int(version().split("-")[0]), UTC)
    times = _times()
    due = bisect_right(times, now)
    return max(saved, times[due - 1]) if due else saved


def seconds_fresh(most: int, at: datetime | None = None) -> int:
    """How long an answer may be kept: at most that many seconds, never past the next scheduled publication."""
    now = at or timezone.now()
    times = _times()
    due = bisect_right(times, now)
    if due == len(times):
        return most
    return max(0, min(most, int((times[due] - now).total_seconds())))


def public_page(view: _View) -> _View:
    """Kept by anyone, asked about every time; unchanged is a 304 without a body."""
    return _conditional(view, lambda: {"public": True, "max_age": 0, "must_revalidate": True})


def public_data(view: _View) -> _View:
    """Feeds and files: up to five minutes old, never past the next scheduled publication."""
    return _conditional(view, lambda: {"public": True, "max_age": seconds_fresh(FEED_SECONDS)})


def public_file(view: _AnyView) -> _AnyView:
    """A long file for anyone: its tag names the state of the content and the address.

    So a program that has it already costs nothing, and a file written piece by piece is never held whole.
    """

    @reads_only
    @wraps(view)
    def streamed(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        state = f"{_state()} {_midnight():%Y%m%d} {request.get_full_path()}"
        etag = f'W/"{hashlib.blake2s(state.encode(), digest_size=12).hexdigest()}"'
        last_modified = _last_modified()
        response = get_conditional_response(request, etag, last_modified) or view(request, *args, **kwargs)
        patch_cache_control(response, public=True, max_age=seconds_fresh(FEED_SECONDS))
        response["ETag"] = etag
        if last_modified is not None:
            response["Last-Modified"] = http_date(last_modified)
        return response

    return cast(_AnyView, streamed)


def private_page(view: _View) -> _View:
    """Behind a log-in, or not to be kept for another reason."""

    @wraps(view)
    def private(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return keep_private(view(request, *args, **kwargs))

    return private


def keep_private(response: _Response) -> _Response:
    response["Cache-Control"] = "private, no-store"
    return response


def ask_again(response: _Response) -> _Response:
    """A notice or redirect: with no policy of its own a browser keeps a 410 or a 301 for ever."""
    patch_cache_control(response, public=True, max_age=0, must_revalidate=True)
    return response


def reads_only(view: _AnyView) -> _AnyView:
    """A view that writes nothing answers 405 to whoever tries to write."""

    # Nothing is written here, so a token could protect nothing, and its lack would hide the plain 405.
    @csrf_exempt
    @wraps(view)
    def reading(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method not in READING:
            return HttpResponseNotAllowed(READING)
        return view(request, *args, **kwargs)

    return cast(_AnyView, reading)


def _conditional(view: _View, policy: Callable[[], dict[str, Any]]) -> _View:
    @reads_only
    @wraps(view)
    def conditional(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if getattr(request, "is_preview", False):
            return keep_private(response)
        if response.has_header("Cache-Control"):
            return response
        if response.status_code != 200:
            return ask_again(response)
        del response["Last-Modified"]  # a feed brings one of its own, of its newest entry alone
        patch_cache_control(response, **policy())
        etag = f'"{hashlib.blake2s(response.content, digest_size=12).hexdigest()}"'
        response["ETag"] = etag
        last_modified = _last_modified()
        if last_modified is not None:
            response["Last-Modified"] = http_date(last_modified)
        return get_conditional_response(request, etag, last_modified, response) or response

    return conditional


def _last_modified() -> int | None:
    """In unix seconds; None within the second of a change, when only the tag tells before from after."""
    changed = int(max(changed_at(), _midnight()).timestamp())
    return changed if changed < int(time.time()) else None


def _once_per(state: Callable[[], str], function: Callable[[], _Result]) -> Callable[[], _Result]:
    name = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def once() -> _Result:
        now = state()
        known = _memory.get(name)
        if known is None or known[0] != now:
            known = (now, function())
            _memory[name] = known
        return known[1]

    return once


def _state() -> str:
    """The version, how many scheduled times have come since, and the hour: posts begin and end at midnight."""
    now = timezone.now()
    return f"{version()} {bisect_right(_times(), now)} {int(now.timestamp()) // 3600}"


def _midnight() -> datetime:
    """The start of today: what is current, coming or former may have changed then without a save."""
    return timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)


def _stored() -> str:
    stored = caches["versions"].get(_KEY)
    if stored is None:
        stored = _renew()
    return stored


def _renew() -> str:
    fresh = f"{int(time.time())}-{secrets.token_hex(8)}"
    caches["versions"].set(_KEY, fresh, timeout=None)
    if _of_this_request.get() is not None:
        _of_this_request.set(fresh)
    return fresh


def _changed(sender: type[models.Model], **kwargs: Any) -> None:
    if kwargs.get("action", "post_").startswith("post_"):
        # Of a changed relation this is the record whose relation it is.
        touched(sender, [kwargs["instance"]])


def _tell(rows: list[models.Model]) -> None:
    for listener in _listeners:
        listener(rows)


def _read_times() -> list[datetime]:
    """The latest publication that has come and the next ones scheduled, soonest first."""
    now = timezone.now()
    times: set[datetime] = set()
    for model in dict.fromkeys(_publishable):
        visible = model._default_manager.filter(withdrawn_at__isnull=True).values_list(
            "published_at", flat=True
        )
        times.update(visible.filter(published_at__lte=now).order_by("-published_at")[:1])
        times.update(visible.filter(published_at__gt=now).order_by("published_at")[:COMING_TIMES_KEPT])
    return sorted(times)


_times = _once_per(version, _read_times)
