"""What articles say to search."""

from collections.abc import Iterator
from typing import Any

from articles.models import Article
from dprd_news.lib.html import plain_text
from dprd_news.lib.search import days
from dprd_news.lib.search.words import record_term
from people import indexing
from people.indexing import Content
from people.models.document import SearchKind
from people.search import owners_by, showing, tagged, topics_of


def register() -> None:
    """Called once all apps are there."""
    indexing.register(
        SearchKind.ARTICLE,
        Article,
        articles,
        articles_ArticleOfficial=owners_by("article_id"),
        articles_ArticleInstitution=owners_by("article_id"),
        people_Tagging=lambda rows: tagged(Article, rows),
    )


def articles(keys: list[int]) -> Iterator[Content]:
    topics = topics_of(Article, keys)
    found: Any = showing(Article.objects.defer("source_text"), keys)
    for article in found.prefetch_related("article_officials", "article_institutions"):
        people = [record_term("o", one.official_id) for one in article.article_officials.all()]
        bodies = [record_term("i", one.institution_id) for one in article.article_institutions.all()]
        yield Content(
            record=article.pk,
            published_at=article.published_at,
            titles=(article.title,),
            day=article.happened_on,
            about=(article.lead, article.place),
            body=plain_text(article.body),
            links=(*people, *bodies, *days.terms(article.happened_on, article.event_end_date)),
            topics=topics.get(article.pk, ()),
        )
