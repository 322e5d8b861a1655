"""One search over everything that the newsroom keeps, in every state, by what each list searches."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.apps import apps
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.text import capfirst

from articles.checks import mark_blocked
from articles.models import Article, Photo
from dprd_news.lib.caching import READING, keep_private
from dprd_news.lib.newsroom import NewsroomAdmin, thumbnail

SEARCHED = (
    "articles.Article",
    "people.Visit",
    "people.Official",
    "people.Institution",
    "people.Topic",
    "articles.Photo",
)
SHOWN = 8
MOST_CHARACTERS = 100


@dataclass(frozen=True)
class Found:
    """One record: what it is called, its state as a badge, its picture, and its form."""

    label: str
    url: str
    state: str = ""
    picture: str = ""


@dataclass(frozen=True)
class Group:
    title: str
    found: list[Found]
    # The list that holds all of them, where there are more.
    more_url: str


def search_page(site: AdminSite, request: HttpRequest) -> HttpResponse:
    """What is found, in groups; 403 for whoever may see nothing that is searched."""
    if request.method not in READING:
        return HttpResponseNotAllowed(READING)
    searched = _searched(site, request)
    if not searched:
        raise PermissionDenied
    words = request.GET.get("q", "").strip()[:MOST_CHARACTERS]
    groups = [_group(one, request, words) for one in searched] if words else []
    context = {
        **site.each_context(request),
        "title": f"Hasil pencarian “{words}”" if words else "Cari",
        "searched": words,
        "groups": [group for group in groups if group.found],
    }
    return keep_private(TemplateResponse(request, "admin/search.html", context))


def _searched(site: AdminSite, request: HttpRequest) -> list[NewsroomAdmin]:
    admins: list[Any] = [site.get_model_admin(apps.get_model(label)) for label in SEARCHED]
    return [one for one in admins if one.has_view_or_change_permission(request)]


def _group(records: NewsroomAdmin, request: HttpRequest, words: str) -> Group:
    queryset = records.picker_queryset(records.get_queryset(request))
    found, may_repeat = records.get_search_results(request, queryset, words)
    rows: list[Any] = list((found.distinct() if may_repeat else found)[: SHOWN + 1])
    if records.model is Article:
        mark_blocked(rows)
    name = f"admin:{records.opts.app_label}_{records.opts.model_name}"
    more = f"{reverse(f'{name}_changelist')}?{urlencode({'q': words})}" if len(rows) > SHOWN else ""
    shown = [
        Found(
            label=records.picker_label(row),
            url=reverse(f"{name}_change", args=[row.pk]),
            state=records.state_badge(row) if hasattr(records, "state_badge") else "",
            picture=thumbnail(row) if isinstance(row, Photo) else "",
        )
        for row in rows[:SHOWN]
    ]
    return Group(capfirst(str(records.opts.verbose_name_plural)), shown, more)
