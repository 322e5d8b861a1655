"""Sitemaps whose links carry SITE_URL, whatever host was asked."""

from datetime import datetime
from typing import Any, cast
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import Max, QuerySet
from django.db.models.expressions import Combinable

MOST_URLS = 1000  # the protocol allows 50,000 in a file; a thousand are written in a fifth of a second


class SiteSitemap(Sitemap):
    limit = MOST_URLS
    # When a row last changed, in the database's terms; None where nobody knows.
    changed: Combinable | None = None

    def get_protocol(self, protocol: str | None = None) -> str:
        return urlsplit(settings.SITE_URL).scheme

    def get_domain(self, site: Any = None) -> str:
        return urlsplit(settings.SITE_URL).netloc

    def get_latest_lastmod(self) -> datetime | None:
        """One query, where Django's own would read every row."""
        if self.changed is None:
            return None
        rows = cast(QuerySet, self.items())
        return rows.order_by().aggregate(latest=Max(self.changed))["latest"]
