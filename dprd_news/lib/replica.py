"""Reads from a second database, only where nobody can notice that it is a second one.

A request may read the replica when it is anonymous, safe and outside the newsroom; editors, commands and the
worker always read what they wrote. A page built from a late replica would be kept under the newest content
version, so the replica has to be synchronous (PostgreSQL: synchronous_commit = remote_apply).
"""

from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

from django.conf import settings
from django.db.models import Model
from django.http import HttpRequest, HttpResponse

REPLICA = "replica"
NEWSROOM = "/admin/"

_may_read_replica: ContextVar[bool] = ContextVar("may_read_replica", default=False)

GetResponse = Callable[[HttpRequest], HttpResponse]


def replica_reads(get_response: GetResponse) -> GetResponse:
    """Middleware. It looks at the cookie, not at request.user: that would be a query by itself."""

    def middleware(request: HttpRequest) -> HttpResponse:
        is_public = request.method in {"GET", "HEAD"} and not request.path.startswith(NEWSROOM)
        is_anonymous = settings.SESSION_COOKIE_NAME not in request.COOKIES
        token = _may_read_replica.set(is_public and is_anonymous)
        try:
            return get_response(request)
        finally:
            _may_read_replica.reset(token)

    return middleware


class ReplicaRouter:
    """Writes, locks and migrations go to "default"; so does the cache table, whose versions must be exact."""

    def db_for_read(self, model: type[Model], **hints: Any) -> str:
        is_cache = model._meta.app_label == "django_cache"
        return REPLICA if _may_read_replica.get() and not is_cache else "default"

    def db_for_write(self, model: type[Model], **hints: Any) -> str:
        return "default"

    def allow_relation(self, first: Model, second: Model, **hints: Any) -> bool:
        """Both databases hold the same rows."""
        return True

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return db == "default"
