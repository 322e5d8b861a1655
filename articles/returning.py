"""Words taken down from an article that somebody sends once more: from a page left open, or the e-mail they came in.

They stay out of the article they were removed from, and of any other that tells the same. An article that tells
of something else may hold the same words: they may be another's.
"""

from collections.abc import Collection

from django.contrib.contenttypes.models import ContentType

from articles.markup import words_of
from articles.models import Article
from articles.same_text import is_told_in, texts_of
from dprd_news.lib.passages import without
from people.models import Removal


def returning(article: Article | None, texts: Collection[str]) -> list[str]:
    """The words among these texts of an article that were taken down from it or from one that tells the same."""
    found = Removal.objects.filter(content_type=ContentType.objects.get_for_model(Article)).found_in(texts)
    own = str(article.pk) if article is not None and article.pk else ""
    others = {removal.object_id for removal, _ in found} - {own}
    told = [words_of(text) for text in texts] if others else []
    same = {own} | {
        str(other.pk)
        for other in Article.objects.filter(pk__in=others)
        if any(is_told_in(text, texts_of(other)) for text in told)
    }
    return sorted({words for removal, words in found if removal.object_id in same})


def without_returning(source: str) -> str:
    """A release as it may be stored, what was taken down from an article made of it left out."""
    return without(returning(None, [source]), source)
