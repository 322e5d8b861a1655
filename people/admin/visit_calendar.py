"""Visits of one month as a calendar, beside their list: the same address always shows the same month."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from dprd_news.lib.caching import READING, keep_private
from dprd_news.lib.indonesian import WEEKDAYS
from people.admin.visit_states import status_badge
from people.models import Visit
from people.months import Month, by_day

SHOWN_UNDATED = 20


@dataclass(frozen=True)
class Entry:
    visit: Visit
    badge: str


@dataclass(frozen=True)
class Day:
    day: date
    is_outside: bool
    is_today: bool
    entries: list[Entry]


def urls(visits: admin.ModelAdmin) -> list[URLPattern]:
    view = visits.admin_site.admin_view(partial(calendar_page, visits))
    return [path("kalender/", view, name="people_visit_calendar")]


def calendar_page(visits: admin.ModelAdmin, request: HttpRequest) -> HttpResponse:
    """The month that `?bulan=2026-11` names, else this one."""
    if request.method not in READING:
        return HttpResponseNotAllowed(READING)
    if not visits.has_view_or_change_permission(request):
        raise PermissionDenied
    today = timezone.localdate()
    month = Month.read(request.GET.get("bulan", "")) or Month.of(today)
    undated = undated_visits()
    context = {
        **visits.admin_site.each_context(request),
        "title": f"Kunjungan {month.name}",
        "opts": visits.opts,
        "month": month,
        "this_month": Month.of(today),
        "weekdays": WEEKDAYS,
        "weeks": _weeks(month, today),
        "undated": undated[:SHOWN_UNDATED],
        "undated_more": len(undated) > SHOWN_UNDATED,
        "list_url": reverse("admin:people_visit_changelist"),
        "has_add_permission": visits.has_add_permission(request),
    }
    return keep_private(TemplateResponse(request, "admin/visits/calendar.html", context))


def undated_visits() -> list[Entry]:
    called_off = [Visit.Status.CANCELLED, Visit.Status.REFUSED]
    found = Visit.objects.filter(starts_on__isnull=True).exclude(status__in=called_off)
    return [Entry(visit, status_badge(visit)) for visit in found[: SHOWN_UNDATED + 1]]


def _weeks(month: Month, today: date) -> list[list[Day]]:
    weeks = month.weeks
    first, last = weeks[0][0], weeks[-1][-1]
    found = Visit.objects.alias(until=Coalesce("ends_on", "starts_on")).filter(
        Q(starts_on__lte=last, until__gte=first)
    )
    entries = [
        Entry(visit, status_badge(visit))
        for visit in found.order_by("starts_on", F("starts_at").asc(nulls_last=True), "pk")
    ]
    on = by_day(entries, _span, first, last)
    return [[Day(day, day not in month, day == today, on.get(day, [])) for day in week] for week in weeks]


def _span(entry: Entry) -> tuple[Any, Any]:
    return entry.visit.starts_on, entry.visit.ends_on or entry.visit.starts_on
