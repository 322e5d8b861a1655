"""Links in an article's text to records of this site, and whether readers will find them."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from html import unescape
from typing import Any, NamedTuple
from urllib.parse import urljoin, urlsplit
from uuid import UUID

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import F, Value
from django.urls import Resolver404, ResolverMatch, resolve

from articles.models import Article
from people.models import Institution, Official, OldAddress, Visit

HREF = re.compile(r'<a\s[^>]*?href="([^"]+)"')
# By the first part of an address. An article leads others; it "follows" itself.
MODELS: dict[str, type[models.Model]] = {
    "berita": Article,
    "pejabat": Official,
    "lembaga": Institution,
    "kunjungan": Visit,
}


class InnerLink(NamedTuple):
    section: str
    slug: str


@dataclass(frozen=True)
class Target:
    """The record that a link leads to, as far as its visibility goes."""

    name: str
    published_at: datetime | None
    withdrawn_at: datetime | None
    follows: UUID | None

    def is_visible(self, at: datetime, feed_id: UUID) -> bool:
        """Whether readers see it at that time, together with the article of that feed id at the latest."""
        if self.withdrawn_at is not None:
            return False
        return self.follows == feed_id or (self.published_at is not None and self.published_at <= at)


def inner_links(html: str, address: str) -> set[InnerLink]:
    """The records of this site that the text links to; `address` is the page that relative links start from."""
    base = urljoin(settings.SITE_URL, address)
    found = (_inner_link(base, unescape(href)) for href in HREF.findall(html))
    return {link for link in found if link is not None}


def _inner_link(base: str, href: str) -> InnerLink | None:
    try:
        parts = urlsplit(urljoin(base, href))
    except ValueError:
        return None
    if parts.netloc != urlsplit(settings.SITE_URL).netloc:
        return None
    match = _match(parts.path) or _match(f"{parts.path}/")
    if match is None:
        return None
    section, slug = parts.path.strip("/").split("/")[0], match.kwargs.get("slug")
    return InnerLink(section, slug) if slug and section in MODELS else None


def _match(path: str) -> ResolverMatch | None:
    try:
        return resolve(path)
    except Resolver404:
        return None


def targets(links: Iterable[InnerLink]) -> dict[InnerLink, Target]:
    """What the links lead to, in one query; former slugs cost a second round. What is not there is left out."""
    links = set(links)
    found = _rows("slug", links)
    if missing := links - found.keys():
        found |= _renamed(missing)
    return found


def _rows(field: str, links: Iterable[tuple[str, Any]]) -> dict[Any, Target]:
    """Records by (section, value of that field)."""
    wanted: dict[str, set[Any]] = defaultdict(set)
    for section, value in links:
        wanted[section].add(value)
    parts = [_part(section, field, values) for section, values in sorted(wanted.items())]
    if not parts:
        return {}
    rows = parts[0].union(*parts[1:], all=True) if len(parts) > 1 else parts[0]
    is_slug = field == "slug"
    return {
        (InnerLink(section, key) if is_slug else (section, key)): Target(*facts)
        for section, key, *facts in rows
    }


def _part(section: str, field: str, values: set[Any]) -> models.QuerySet:
    model = MODELS[section]
    name, follows = ("name", "published_with")
    if model is Article:
        name, follows = ("title", "feed_id")
    elif model is Visit:
        name = "title"
    return (
        model._default_manager.filter(**{f"{field}__in": values})
        .order_by()
        .values_list(
            Value(section, output_field=models.CharField()),
            F(field),
            F(name),
            F("published_at"),
            F("withdrawn_at"),
            F(follows),
        )
    )


def _renamed(links: set[InnerLink]) -> dict[InnerLink, Target]:
    kinds = ContentType.objects.get_for_models(*MODELS.values())
    sections = {kinds[model].pk: section for section, model in MODELS.items()}
    old = OldAddress.objects.filter(slug__in={link.slug for link in links}, content_type__in=sections)
    moved = {
        InnerLink(sections[kind], slug): pk
        for kind, slug, pk in old.values_list("content_type", "slug", "object_id")
    }
    wanted = {link: (link.section, pk) for link, pk in moved.items() if link in links}
    records = _rows("pk", wanted.values())
    return {link: records[key] for link, key in wanted.items() if key in records}
