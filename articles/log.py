"""The public log: corrections and withdrawals in one list, newest first."""

from django.db.models import F, QuerySet

from articles.models import Article, Correction
from dprd_news.lib.paging import Page, merged_page_before
from people.models import Visit


def log_page(cursor: str, size: int) -> Page:
    """Corrections of what is public, and articles and visits that were public and are withdrawn."""
    articles = Article.objects.withdrawn().defer("source_text", "body")
    visits = Visit.objects.withdrawn()
    tables = (Correction.objects.published().with_subjects(), articles, visits)
    times = ("corrected_at", "withdrawn_at", "withdrawn_at")
    sources = [
        (_numbered(table, at, len(tables)), (when, "log_number"))
        for at, (table, when) in enumerate(zip(tables, times, strict=True))
    ]
    return merged_page_before(sources, cursor, size)


def _numbered(table: QuerySet, at: int, count: int) -> QuerySet:
    """Numbers that no two tables share."""
    return table.annotate(log_number=F("pk") * count + at)
