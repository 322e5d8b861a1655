"""Which topics have something public, and how much."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Lower

from articles.models import Article
from dprd_news.lib.caching import remembered
from people.models import Topic, Visit

RECENT_ARTICLES = 300
ON_FRONT = 12


@remembered
def public() -> list[Topic]:
    """Topics with a page, by name, each with `article_count` and `visit_count`."""
    return [
        topic for topic in _counted(Article.objects.published()) if topic.article_count or topic.visit_count
    ]


@remembered
def current() -> list[Topic]:
    """The topics of the latest articles, most used first, each with `article_count`."""
    newest = Article.objects.published().order_by("-published_at", "-pk").values_list("pk", flat=True)
    counted = _counted(Article.objects.filter(pk__in=list(newest[:RECENT_ARTICLES])))
    used = [topic for topic in counted if topic.article_count]
    return sorted(used, key=lambda topic: (-topic.article_count, topic.name))[:ON_FRONT]


def _counted(articles: QuerySet) -> QuerySet:
    def of(model: type, rows: QuerySet) -> Count:
        kind = ContentType.objects.get_for_model(model)
        return Count(
            "taggings", filter=Q(taggings__content_type=kind, taggings__object_id__in=rows.values("pk"))
        )

    return Topic.objects.annotate(
        article_count=of(Article, articles), visit_count=of(Visit, Visit.objects.published())
    ).order_by(Lower("name"), "pk")
