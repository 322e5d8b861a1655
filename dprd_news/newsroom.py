"""The newsroom's own admin site: its name, its desk, its order of sections."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib import admin
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.views import shortcut
from django.core.exceptions import BadRequest, PermissionDenied
from django.db import models
from django.db.models import Case, When
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path

from dprd_news.lib.characters import seen
from dprd_news.lib.newsroom import NewsroomAdmin
from people.models import Council

SECTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Berita dan kunjungan",
        (
            "articles.Article",
            "articles.Photo",
            "articles.Correction",
            "articles.ErrorReport",
            "people.Visit",
            "people.ProposedChange",
        ),
    ),
    ("Orang dan lembaga", ("people.Official", "people.Position", "people.Post", "people.Institution")),
    ("Rujukan", ("people.Topic", "people.Region", "people.OldAddress")),
    ("Situs dan akun", ("people.Council", "auth.User", "auth.Group", "axes.AccessAttempt")),
)


class NewsroomAutocomplete(AutocompleteJsonView):
    """Rows that tell namesakes apart, in a fixed number of queries."""

    model_admin: NewsroomAdmin

    def process_request(self, request: HttpRequest) -> Any:
        found = super().process_request(request)
        # Accounts are picked nowhere, so no form asks for them.
        if not isinstance(found[1], NewsroomAdmin):
            raise PermissionDenied
        return found

    def get_queryset(self) -> models.QuerySet:
        found = self.model_admin.picker_queryset(super().get_queryset())
        name = self.model_admin.picker_name
        if not name or not self.term:
            return found
        nearness = Case(
            When(**{f"{name}__iexact": self.term}, then=0),
            When(**{f"{name}__istartswith": self.term}, then=1),
            default=2,
        )
        return found.annotate(nearness=nearness).order_by("nearness", *found.model._meta.ordering)

    def serialize_result(self, obj: Any, to_field_name: str) -> dict[str, str]:
        return {"id": str(getattr(obj, to_field_name)), "text": self.model_admin.picker_label(obj)}


def _seen(sent: QueryDict) -> QueryDict:
    """What was typed, without the characters that nobody typed."""
    cleaned = QueryDict(mutable=True)
    for name, values in sent.lists():
        cleaned.setlist(name, [seen(value) for value in values])
    return cleaned


class NewsroomSite(admin.AdminSite):
    site_title = "Ruang redaksi"
    index_title = "Meja redaksi"
    empty_value_display = "–"

    def __init__(self, name: str = "admin") -> None:
        super().__init__(name)
        # Records are deleted one by one, where the page says what goes with them.
        self.disable_action("delete_selected")

    def admin_view(self, view: Callable[..., Any], cacheable: bool = False) -> Any:
        @wraps(view)
        def as_seen(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            # PostgreSQL takes no NUL; Django's own lists hand theirs on unread.
            if "%00" in request.META["QUERY_STRING"]:
                raise BadRequest("NUL")
            if request.method == "POST":
                request.POST = _seen(request.POST)  # type: ignore[assignment]
            return view(request, *args, **kwargs)

        return super().admin_view(as_seen, cacheable)

    def get_urls(self) -> list[Any]:
        # Read once the apps are there: they hold models.
        from dprd_news import council_list, portraits

        on_site = self.admin_view(self.on_site_view)
        return [
            path("r/<int:content_type_id>/<path:object_id>/", on_site, name="view_on_site"),
            path("cari/", self.admin_view(self.search_view), name="search"),
            path("pekerjaan/", self.admin_view(self.tasks_view), name="tasks"),
            *council_list.urls(self),
            *portraits.urls(self),
            *super().get_urls(),
        ]

    def on_site_view(self, request: HttpRequest, content_type_id: int, object_id: str) -> HttpResponse:
        """To a record's page. Its address tells a title, so only whoever may see the record is led there."""
        kind = get_object_or_404(ContentType, pk=content_type_id)
        registered = self._registry.get(kind.model_class())  # type: ignore[arg-type]
        if registered is None or not registered.has_view_permission(request):
            raise PermissionDenied
        return shortcut(request, content_type_id, object_id)

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        council = Council.current()
        return {
            **super().each_context(request),
            "site_header": council.name if council else self.site_title,
            "has_email": settings.HAS_EMAIL,
        }

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        from dprd_news.desk import desk

        return super().index(request, {**desk(request), **(extra_context or {})})

    # The pages below read models, which are not there yet when this file is.

    def search_view(self, request: HttpRequest) -> HttpResponse:
        from dprd_news.newsroom_search import search_page

        return search_page(self, request)

    def tasks_view(self, request: HttpRequest) -> HttpResponse:
        from dprd_news.failed_tasks import tasks_page

        return tasks_page(self, request)

    def autocomplete_view(self, request: HttpRequest) -> HttpResponse:
        return NewsroomAutocomplete.as_view(admin_site=self)(request)  # type: ignore[return-value]

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """The sections above, each with the models this account may see."""
        if app_label is not None:
            return super().get_app_list(request, app_label)
        rows = {
            row["model"]._meta.label: row
            for app in self._build_app_dict(request).values()
            for row in app["models"]
        }
        sections = []
        for number, (name, labels) in enumerate(SECTIONS, start=1):
            present = [rows[label] for label in labels if label in rows]
            if present:
                sections.append({"name": name, "app_label": f"bagian-{number}", "models": present})
        return sections
