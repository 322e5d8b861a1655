"""Which topics have something public, and how much."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Lower

from articles.models import Article
from dprd_news.lib.caching import remembered
from dprd_news.lib.search import words
from people.models import Topic, Visit

RECENT_ARTICLES = 300
ON_FRONT = 12
FEWEST_TYPED, SUGGESTED = 2, 2


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


def suggested(text: str) -> list[Topic]:
    """Public topics with these words, the last perhaps unfinished, in a name that they have."""
    typed = [token.word for token in words.tokens(words.composed(text))]
    if not typed or len(typed[-1]) < FEWEST_TYPED:
        return []
    return [
        topic
        for topic in public()
        if any(_begins(typed, name) for name in (topic.name, *topic.synonym_list()))
    ][:SUGGESTED]


def _begins(typed: list[str], name: str) -> bool:
    called = [token.word for token in words.tokens(words.composed(name))]
    return set(typed[:-1]) <= set(called) and any(word.startswith(typed[-1]) for word in called)


def _counted(articles: QuerySet) -> QuerySet:
    def of(model: type, rows: QuerySet) -> Count:
        kind = ContentType.objects.get_for_model(model)
        return Count(
            "taggings", filter=Q(taggings__content_type=kind, taggings__object_id__in=rows.values("pk"))
        )

    return Topic.objects.annotate(
        article_count=of(Article, articles), visit_count=of(Visit, Visit.objects.published())
    ).order_by(Lower("name"), "pk")
