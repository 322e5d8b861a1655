"""The articles about a person or a body, on the page of that person or body: reached through its related manager."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Max, Min, QuerySet
from django.http import HttpRequest

from dprd_news.lib.filters import Filters
from dprd_news.lib.paging import Page, page_before
from people.filtering import notes
from people.models import Institution, Official

PAGE_SIZE = 20
# With fewer articles than this a reader sees them all at a glance.
FILTERED_FROM = 6
FILTERS_ABOUT = {
    Official: ("topik", "lembaga", "wilayah", "tahun", "dari", "sampai", "jenis", "q"),
    Institution: ("topik", "pejabat", "wilayah", "tahun", "dari", "sampai", "jenis", "q"),
}


@dataclass(frozen=True)
class Coverage:
    """`count` and `years` are of all the articles, `page` and `notes` of those the filters leave."""

    filters: Filters
    page: Page
    notes: list[str]
    count: int
    years: list[int]
    activities: list[tuple[str, str]]

    @property
    def hidden_fields(self) -> list[tuple[str, str]]:
        """Filters of the address that the form has no field for, so that sending it keeps them."""
        return [each for each in self.filters.as_query.items() if each[0] not in {"q", "tahun", "jenis"}]

    @property
    def has_filters(self) -> bool:
        return self.count >= FILTERED_FROM or bool(self.filters)


def coverage(request: HttpRequest, subject: Official | Institution, articles: QuerySet[Any]) -> Coverage:
    """`articles` are the subject's public ones, in lists' shape."""
    filters = Filters.read(request.GET, FILTERS_ABOUT[type(subject)])
    found: Any = articles
    page = page_before(found.filtered(filters), request.GET.get("sebelum", ""), PAGE_SIZE)
    whole = subject.articles.published().aggregate(
        count=Count("pk"), first=Min("happened_on"), last=Max("happened_on")
    )
    activity: Any = articles.model.Activity
    return Coverage(
        filters=filters,
        page=page,
        notes=notes(filters, is_empty=not page.rows, kinds=activity.values, is_lost=page.is_malformed),
        count=whole["count"],
        years=list(range(whole["last"].year, whole["first"].year - 1, -1)) if whole["count"] else [],
        activities=activity.choices,
    )
