"""Quotes: what somebody is reported to have said, and where the article says so."""

import re
from typing import TYPE_CHECKING, NamedTuple, Self

from django.db import models
from django.db.models import Exists, OuterRef

from articles.models.links import ArticleOfficial
from articles.reading.language.sentences import Sentences
from dprd_news.lib.html import plain_text
from people.models.publication import public

if TYPE_CHECKING:
    from articles.models.article import Article

# Marks and dashes that an editor's retyping may exchange; each stands for one character.
_ALIKE = str.maketrans("“”„«»‘’‚`´‐‑‒–—", '"""""' + "'''''" + "-----")


class Passage(NamedTuple):
    """A quote within the sentence it stands in."""

    before: str
    said: str
    after: str


class QuoteQuerySet(models.QuerySet):
    def published(self) -> Self:
        """Quotes that a public article still says, of a public speaker whom it still links."""
        linked = ArticleOfficial.objects.filter(article=OuterRef("article"), official=OuterRef("official"))
        said = self.filter(public(prefix="article__"), public(prefix="official__"), position__isnull=False)
        return said.filter(Exists(linked))

    def with_articles(self) -> Self:
        """Newest first, each with the article it is read in."""
        newest_first = self.order_by("-article__published_at", "-article_id", "position")
        return newest_first.select_related("article").defer("article__source_text")


class Quote(models.Model):
    article = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, related_name="quotes", verbose_name="berita"
    )
    # Without its speaker a quote is nothing; a merge moves it before the other record goes.
    official = models.ForeignKey(
        "people.Official", on_delete=models.CASCADE, related_name="quotes", verbose_name="pembicara"
    )
    text = models.TextField("kutipan")
    position = models.PositiveIntegerField(
        "letak",
        null=True,
        editable=False,
        help_text="Character of the article's plain text at which it begins; null where it is not said any more.",
    )

    objects = QuoteQuerySet.as_manager()

    class Meta:
        verbose_name = "kutipan"
        verbose_name_plural = "kutipan"
        ordering = ["article", "position", "pk"]

    def __str__(self) -> str:
        return f"“{self.text}”"

    def settle(self, body: str) -> None:
        """Note where the article's text, as it is now, says this."""
        span = self._span_in(_lines(body))
        position = span[0] if span else None
        if position != self.position:
            self.position = position
            self.save(update_fields=["position"])

    @property
    def passage(self) -> Passage | None:
        """The sentence or sentences around it, read from the article itself; None where it is not said."""
        text = _lines(self.article.body)
        span = self._span_in(text)
        if span is None:
            return None
        sentences = Sentences(text)
        start, end = sentences.at(span[0])[0], sentences.at(span[1] - 1)[1]
        return Passage(text[start : span[0]].lstrip(), text[slice(*span)], text[span[1] : end].rstrip())

    def _span_in(self, text: str) -> tuple[int, int] | None:
        words = r"\s+".join(re.escape(word) for word in self.text.translate(_ALIKE).split())
        match = re.search(rf"(?<!\w){words}(?!\w)", text.translate(_ALIKE)) if words else None
        return match.span() if match else None


def settle_quotes(article: "Article") -> None:
    """Note where the article says each of its quotes, and which of them it says no more."""
    for quote in Quote.objects.filter(article=article):
        quote.settle(article.body)


def _lines(body: str) -> str:
    """One line for each paragraph, single blanks between words."""
    return "\n".join(line for line in plain_text(body).split("\n") if line)
