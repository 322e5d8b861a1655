"""Sitemaps of any length: each file holds a stretch of primary keys, so that the last costs what the first does.

Written by hand from rows of values: Django's own counts every row, walks past all earlier ones for a later
page, and builds a model for each. Formats: sitemaps.org/schemas/sitemap/0.9 and Google's for images and news.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import ExpressionWrapper, F, IntegerField, Max, QuerySet
from django.db.models.expressions import Combinable
from django.utils.html import escape

from dprd_news.lib.feeds import absolute, xml_text
from dprd_news.lib.linked_data import moment

# The protocol allows 50,000 in a file; so many are written in about half a second.
KEYS_PER_FILE = 2000
NAMESPACES = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1" '
    'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


@dataclass(frozen=True)
class Page:
    """A page, with the pictures on it: paths. `changed_at` is None where nobody knows; `extra` is XML of its own."""

    path: str
    changed_at: datetime | None = None
    images: Sequence[str] = field(default=())
    extra: str = ""


class Section:
    """A few pages, all in one file."""

    def files(self) -> list[tuple[int, datetime | None]]:
        """The number of each file that holds something, from 0, with its latest change."""
        return [(0, None)] if list(self.pages(0)) else []

    def pages(self, number: int) -> Iterable[Page]:
        raise NotImplementedError


class RowSection(Section):
    """Public rows of one model, by stretches of their keys."""

    # When a row last changed, in the database's terms.
    changed: Combinable

    def rows(self) -> QuerySet:
        """Everything that anyone may see."""
        raise NotImplementedError

    def page_of(self, row: Any, images: dict[int, list[str]]) -> Page:
        raise NotImplementedError

    def images(self, rows: QuerySet) -> dict[int, list[str]]:
        """Paths of the pictures on each row's page, by key, in one query or none."""
        return {}

    def files(self) -> list[tuple[int, datetime | None]]:
        stretch = ExpressionWrapper(F("pk") / KEYS_PER_FILE, IntegerField())
        found = self.rows().order_by().annotate(stretch=stretch).values("stretch")
        latest = found.annotate(latest=Max(self.changed)).order_by("stretch")
        return list(latest.values_list("stretch", "latest"))

    def pages(self, number: int) -> Iterable[Page]:
        first = number * KEYS_PER_FILE
        rows = self.rows().filter(pk__gte=first, pk__lt=first + KEYS_PER_FILE)
        images = self.images(rows)
        for row in rows.annotate(changed=self.changed).order_by("pk"):
            yield self.page_of(row, images)


def file_xml(pages: Iterable[Page]) -> str:
    return f"{HEAD}<urlset {NAMESPACES}>\n{''.join(_page(page) for page in pages)}</urlset>\n"


def index_xml(files: Iterable[tuple[str, datetime | None]]) -> str:
    """Of paths of files, each with its latest change."""
    entries = "".join(
        f"<sitemap><loc>{_address(path)}</loc>{_changed(changed_at)}</sitemap>\n"
        for path, changed_at in files
    )
    return f'{HEAD}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{entries}</sitemapindex>\n'


def news(publication: str, title: str, published_at: datetime) -> str:
    """What Google News wants to know of an article; `extra` of its page."""
    return (
        f"<news:news><news:publication><news:name>{_text(publication)}</news:name>"
        f"<news:language>id</news:language></news:publication>"
        f"<news:publication_date>{moment(published_at)}</news:publication_date>"
        f"<news:title>{_text(title)}</news:title></news:news>"
    )


def _page(page: Page) -> str:
    images = "".join(
        f"<image:image><image:loc>{_address(path)}</image:loc></image:image>" for path in page.images
    )
    return f"<url><loc>{_address(page.path)}</loc>{_changed(page.changed_at)}{page.extra}{images}</url>\n"


def _changed(at: datetime | None) -> str:
    return f"<lastmod>{moment(at)}</lastmod>" if at else ""


def _address(path: str) -> str:
    return escape(absolute(path))


def _text(words: str) -> str:
    return escape(xml_text(words))
