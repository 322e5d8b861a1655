"""Articles for search engines."""

from datetime import datetime

from django.db.models import QuerySet
from django.db.models.functions import Coalesce

from articles.models import Article
from dprd_news.lib.sitemaps import SiteSitemap


class ArticleSitemap(SiteSitemap):
    changed = Coalesce("edited_at", "published_at")

    def items(self) -> QuerySet:
        return Article.objects.published().only("slug", "published_at", "created_at", "edited_at")

    def lastmod(self, article: Article) -> datetime | None:
        return article.edited_at or article.published_at
