"""Articles for search engines, and the newest for Google News."""

from collections.abc import Iterable
from datetime import timedelta

from django.db.models import QuerySet
from django.db.models.functions import Coalesce, Greatest
from django.utils import timezone

from articles.linked_data import steps_to
from articles.models import Article, ArticlePhoto
from dprd_news.lib.caching import remembered
from dprd_news.lib.sitemaps import Page, RowSection, Section, news
from people.feeds import publisher

NEWS_AGE = timedelta(hours=48)
MOST_NEWS = 1000


class ArticleSection(RowSection):
    changed = Greatest(Coalesce("edited_at", "published_at"), "published_at")

    def rows(self) -> QuerySet:
        return Article.objects.published().only("slug", "published_at", "created_at")

    def images(self, rows: QuerySet) -> dict[int, list[str]]:
        placed = ArticlePhoto.objects.filter(article__in=rows.values("pk")).select_related("photo")
        found: dict[int, list[str]] = {}
        for each in placed.only("article", "photo", "photo__file", "photo__width_px", "photo__height_px"):
            found.setdefault(each.article_id, []).append(each.photo.shown.url)
        return found

    def page_of(self, row: Article, images: dict[int, list[str]]) -> Page:
        return Page(row.get_absolute_url(), row.changed, images.get(row.pk, ()))  # type: ignore[attr-defined]


class NewsSection(Section):
    """What was published in the last two days, as far as Google News reads."""

    def pages(self, number: int) -> Iterable[Page]:
        since = timezone.now() - NEWS_AGE
        fresh = Article.objects.published().filter(published_at__gt=since).order_by("-published_at", "-pk")
        for article in fresh.only("slug", "title", "published_at", "created_at")[:MOST_NEWS]:
            told = news(publisher(), article.title, article.filed_at)
            yield Page(article.get_absolute_url(), extra=told)


class ArchiveSection(Section):
    """The lists of years and months that hold an article."""

    def pages(self, number: int) -> Iterable[Page]:
        months = _months()
        steps = [steps_to(year) for year in sorted({year for year, _ in months})]
        steps += [steps_to(year, month) for year, month in months]
        return [Page(each[-1][1]) for each in steps]


@remembered
def _months() -> list[tuple[int, int]]:
    found = Article.objects.published().datetimes("published_at", "month")
    return [(month.year, month.month) for month in found]
