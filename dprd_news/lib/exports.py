"""Every list of the newsroom as a CSV or XLSX file: for the public by default, and apart for the newsroom alone.

What is public is said by each admin: `public_columns`, and the rows by its queryset's `published` or by
`public_rows`. An admin that names no public columns has no public file.
"""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo
from itertools import islice
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseNotAllowed,
    HttpResponseRedirect,
    StreamingHttpResponse,
)
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.text import capfirst, slugify

from dprd_news.lib.caching import READING, keep_private, one_version
from dprd_news.lib.sheets import CSV_TYPE, MARK, XLSX_TYPE, Value, csv_line
from dprd_news.lib.workbooks import workbook

log = logging.getLogger(__name__)

PUBLIC, INTERNAL = "umum", "internal"
LABELS = {PUBLIC: "untuk umum", INTERNAL: "internal"}
CSV, XLSX = "csv", "xlsx"
FORMS = (CSV, XLSX)
CHUNK_ROWS = 500
# Never in a file: long texts, machine's columns, and keys to what is hidden.
_LEFT_OUT = (models.JSONField, models.BinaryField, models.FileField, models.UUIDField)
# Not editable, yet an editor asks for them.
_TOLD = {"published_at", "withdrawn_at", "withdrawal_reason", "created_at", "updated_at"}
# Of the list's page, not of what it lists.
_NOT_FILTERS = ("p", "e", "all", "_popup")


@dataclass(frozen=True)
class Column:
    label: str
    value: Callable[[Any], Any]
    # The foreign key it reads, to be brought along with the row.
    key: str = ""


class ExportingAdmin(admin.ModelAdmin):
    # Names of fields, or columns.
    public_columns: tuple[str | Column, ...] = ()
    # What only the newsroom's own file holds, before the fields that it holds by itself.
    internal_columns: tuple[str | Column, ...] = ()
    # Fields that no file holds.
    unexported: tuple[str, ...] = ()
    # What the columns read beside the row, for `prefetch_related`.
    exported_relations: tuple[str, ...] = ()

    def may_export_internally(self, request: HttpRequest) -> bool:
        raise NotImplementedError

    def public_rows(self, queryset: models.QuerySet) -> models.QuerySet:
        return queryset.published()  # type: ignore[attr-defined]

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.export_view)
        routes = [
            path(f"ekspor/<slug:audience>.{form}", view, {"form": form}, name=self._export_route(form))
            for form in FORMS
        ]
        return [*routes, *super().get_urls()]

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return super().changelist_view(request, {"exports": self._exports(request), **(extra_context or {})})

    def export_view(self, request: HttpRequest, audience: str, form: str) -> HttpResponseBase:
        """The list as its filters and search leave it, in its order, all pages."""
        if request.method not in READING:
            return HttpResponseNotAllowed(READING)
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        if audience not in LABELS or (audience == PUBLIC and not self.public_columns):
            raise Http404
        if audience == INTERNAL and not self.may_export_internally(request):
            raise PermissionDenied
        try:
            rows = self.get_changelist_instance(request).get_queryset(request)
        except IncorrectLookupParameters:
            return HttpResponseRedirect(
                reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist") + "?e=1"
            )
        columns = self._exported_columns(audience)
        keys = [column.key for column in columns if column.key]
        rows = self.public_rows(rows) if audience == PUBLIC else rows
        rows = rows.select_related(*keys) if keys else rows
        rows = rows.prefetch_related(*self.exported_relations)
        note = (
            f"INTERNAL, tidak untuk disebarkan. Diunduh oleh {request.user}." if audience == INTERNAL else ""
        )
        head = [*([[note]] if note else []), [column.label for column in columns]]
        values = rows_of_values(columns, rows, is_public=audience == PUBLIC)
        log.info("Export of %s (%s, %s) by %s", self.opts.label, audience, form, request.user)
        return keep_private(self._export_response(audience, form, head, values))

    def _export_response(
        self, audience: str, form: str, head: list[list[str]], values: Iterator[list[Value]]
    ) -> HttpResponseBase:
        title = str(self.opts.verbose_name_plural)
        name = f"{slugify(title)}-{audience}-{timezone.localdate().isoformat()}.{form}"
        response: HttpResponseBase
        if form == XLSX:
            response = StreamingHttpResponse(workbook(title, head, values), content_type=XLSX_TYPE)
        else:
            response = StreamingHttpResponse(csv_lines(head, values), content_type=CSV_TYPE)
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response

    def _exports(self, request: HttpRequest) -> list[tuple[str, str]]:
        """Label and address of each file that this account may have of the list as it is shown."""
        asked = request.GET.copy()
        for name in _NOT_FILTERS:
            asked.pop(name, None)
        query = f"?{asked.urlencode()}" if asked else ""
        open_to = [PUBLIC] if self.public_columns else []
        open_to += [INTERNAL] if self.may_export_internally(request) else []
        return [
            (
                f"{form.upper()} {LABELS[audience]}",
                reverse(f"admin:{self._export_route(form)}", args=[audience]) + query,
            )
            for audience in open_to
            for form in FORMS
        ]

    def _export_route(self, form: str) -> str:
        stem = f"{self.opts.app_label}_{self.opts.model_name}_export"
        return stem if form == CSV else f"{stem}_{form}"

    def _exported_columns(self, audience: str) -> list[Column]:
        named = [self._exported_column(one) for one in self.public_columns]
        if audience == PUBLIC:
            return named
        named += [self._exported_column(one) for one in self.internal_columns]
        told = {one for one in (*self.public_columns, *self.internal_columns) if isinstance(one, str)}
        rest = [
            self._exported_column(field.name)
            for field in self.opts.concrete_fields
            if (field.editable or field.name in _TOLD)
            and field.name not in told
            and field.name not in self.unexported
            and not isinstance(field, _LEFT_OUT)
        ]
        return [*named, *rest]

    def _exported_column(self, column: str | Column) -> Column:
        return column_of(self.model, column)


def column_of(model: type[models.Model], column: str | Column) -> Column:
    """A column as it is, or that of the model's field of this name."""
    if isinstance(column, Column):
        return column
    field: Any = model._meta.get_field(column)
    if field.flatchoices:
        return Column(_label(field), lambda row: row._get_FIELD_display(field))
    return Column(_label(field), lambda row: getattr(row, column), column if field.many_to_one else "")


def page_column(label: str = "Alamat halaman") -> Column:
    """The whole address of the row's public page."""
    return Column(label, lambda row: urljoin(settings.SITE_URL, row.get_absolute_url()))


def rows_of_values(columns: list[Column], rows: models.QuerySet, *, is_public: bool) -> Iterator[list[Value]]:
    """The values of each row, a chunk of rows in memory at a time."""
    # The request is over by the time the rows are asked for, and so is what it set.
    zone = timezone.get_current_timezone()
    return _values(columns, rows.iterator(chunk_size=CHUNK_ROWS), zone, is_public)


def _values(
    columns: list[Column], rows: Iterator[Any], zone: tzinfo, is_public: bool
) -> Iterator[list[Value]]:
    while True:
        with one_version(), timezone.override(zone):
            chunk = [
                [value_of(column.value(row), is_public=is_public) for column in columns]
                for row in islice(rows, CHUNK_ROWS)
            ]
        if not chunk:
            return
        yield from chunk


def csv_lines(head: list[list[str]], values: Iterator[list[Value]]) -> Iterator[str]:
    """The file piece by piece."""
    yield MARK + "".join(csv_line(line) for line in head)
    while chunk := "".join(csv_line(row) for row in islice(values, CHUNK_ROWS)):
        yield chunk


def value_of(value: Any, *, is_public: bool) -> Value:
    """A value as a spreadsheet takes it. In a file for the public a record that is not public has no name."""
    if value is None or (is_public and getattr(value, "is_public", True) is False):
        return None
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, datetime):
        return timezone.localtime(value).replace(tzinfo=None)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, int | float | date):
        return value
    return str(value)


def _label(field: Any) -> str:
    return str(capfirst(field.verbose_name))
