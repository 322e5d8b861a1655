"""The report of a year's visits as a page that prints: for the public, and apart from that for the newsroom."""

from functools import partial
from typing import Any

from django.conf import settings
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from dprd_news.lib.account_names import name_of
from dprd_news.lib.caching import READING, keep_private
from dprd_news.lib.newsroom import NewsroomAdmin
from people.models import Council
from people.months import FIRST_YEAR, LAST_YEAR
from people.visit_report import report_of, years

SCOPE, INTERNAL = "lingkup", "internal"


def urls(visits: NewsroomAdmin) -> list[URLPattern]:
    def route(address: str, view: Any, name: str) -> URLPattern:
        return path(address, visits.admin_site.admin_view(partial(view, visits)), name=name)

    return [
        route("laporan/", latest_report, "people_visit_reports"),
        route("laporan/<int:year>/", report_page, "people_visit_report"),
    ]


def latest_report(visits: NewsroomAdmin, request: HttpRequest) -> HttpResponse:
    """To the report of the year that was asked for, else of this one."""
    if request.method not in READING:
        return HttpResponseNotAllowed(READING)
    _check(visits, request)
    asked = request.GET.get("tahun", "")
    year = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) == 4 else 0
    year = year if FIRST_YEAR <= year <= LAST_YEAR else timezone.localdate().year
    query = f"?{SCOPE}={INTERNAL}" if request.GET.get(SCOPE) == INTERNAL else ""
    return HttpResponseRedirect(reverse("admin:people_visit_report", args=[year]) + query)


def report_page(visits: NewsroomAdmin, request: HttpRequest, year: int) -> HttpResponse:
    if request.method not in READING:
        return HttpResponseNotAllowed(READING)
    _check(visits, request)
    is_internal = request.GET.get(SCOPE) == INTERNAL
    if is_internal and not visits.may_export_internally(request):
        raise PermissionDenied
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Http404
    council = Council.current()
    context = {
        **visits.admin_site.each_context(request),
        "title": f"Laporan kunjungan {year}",
        "opts": visits.opts,
        "report": report_of(year, is_internal=is_internal),
        "years": sorted({*years(), year}, reverse=True),
        "may_see_internal": visits.may_export_internally(request),
        "place": council.region.proper_name if council and council.region else "",
        "site_address": settings.SITE_URL,
        "today": timezone.localdate(),
        "account": name_of(request.user),
    }
    return keep_private(TemplateResponse(request, "admin/visits/report.html", context))


def _check(visits: admin.ModelAdmin, request: HttpRequest) -> None:
    if not visits.has_view_or_change_permission(request):
        raise PermissionDenied
