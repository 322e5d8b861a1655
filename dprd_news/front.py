"""What the front page is made of: chosen by editors where they chose, and else by rule."""

from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from articles.models import Article, ArticleInstitution
from dprd_news.lib.caching import remembered
from people.models import Council, Institution

ARTICLES = 9
HEADLINES = 3


@dataclass(frozen=True)
class News:
    """The lead story, None on an empty site, and the latest ones beside it."""

    lead: Article | None
    latest: list[Article]


@dataclass(frozen=True)
class Headlines:
    """The latest of one kind of activity that the page does not show above."""

    activity: str
    label: str
    articles: list[Article]


@dataclass(frozen=True)
class Commission:
    """A commission of the council, with the article that last told of it, None while none has."""

    institution: Institution
    article: Article | None


@remembered
def news() -> News:
    chosen = Article.objects.published().leading().for_lists().first()
    newest = list(Article.objects.published().for_lists()[: ARTICLES + 1])
    lead = chosen or (newest[0] if newest else None)
    return News(lead, [article for article in newest if article != lead][:ARTICLES])


@remembered
def by_activity() -> list[Headlines]:
    """Every kind of activity that has more to show than the news above, in the order of its newest."""
    shown = [article.pk for article in [news().lead, *news().latest] if article]
    kinds = [kind for kind in Article.Activity if kind != Article.Activity.OTHER]
    few = [_newest_of(kind, shown) for kind in kinds]
    found = Article.objects.filter(pk__in=few[0].union(*few[1:])).order_by("-published_at", "-pk")
    groups: dict[str, list[Article]] = {}
    for article in found.defer("source_text", "body"):
        groups.setdefault(article.activity, []).append(article)
    return [Headlines(kind, Article.Activity(kind).label, rows) for kind, rows in groups.items()]


@remembered
def commissions() -> list[Commission]:
    council = Council.current()
    if council is None:
        return []
    told = ArticleInstitution.objects.filter(
        institution=OuterRef("pk"), article__in=Article.objects.published()
    ).order_by("-article")
    bodies = (
        Institution.objects.published()
        .filter(parent=council.institution, kind=Institution.Kind.COMMISSION, ends_on=None)
        .annotate(latest=Subquery(told.values("article")[:1]))
        .order_by("name")
    )
    articles: dict[Any, Article] = Article.objects.defer("source_text", "body").in_bulk(
        [body.latest for body in bodies if body.latest]
    )
    return [Commission(body, articles.get(body.latest)) for body in bodies]


def _newest_of(activity: str, shown: list[int]) -> QuerySet:
    newest = Article.objects.published().filter(activity=activity).exclude(pk__in=shown)
    cut = newest.order_by("-published_at", "-pk").values("pk")[:HEADLINES]
    return Article.objects.filter(pk__in=cut).order_by().values("pk")
