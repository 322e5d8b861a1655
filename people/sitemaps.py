"""Officials, institutions and visits for search engines."""

from datetime import datetime

from django.db.models import F, QuerySet

from dprd_news.lib.sitemaps import SiteSitemap
from people.models import Institution, Official, Visit


class RecordSitemap(SiteSitemap):
    """Public records of one kind."""

    changed = F("updated_at")

    def __init__(self, model: type[Official] | type[Institution] | type[Visit]) -> None:
        self.model = model

    def items(self) -> QuerySet:
        return self.model.objects.published().order_by("pk")

    def lastmod(self, record: Official | Institution | Visit) -> datetime:
        return record.updated_at
