"""Whether a text, or the event that it tells of, is on file already."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from rapidfuzz import fuzz

from articles.long_texts import Size
from articles.markup import words_of
from articles.models import Article
from dprd_news.lib.differences import likeness
from dprd_news.lib.html import plain_text
from people.models import Council

NEWEST = 200
MOST_SHOWN = 3
# By share of words in the same order: two versions of a text have most in common, two texts about one
# event a third, two releases of the same council on other events less than a quarter.
ALIKE = 0.6
ALIKE_ENOUGH = 0.3
TWIN_PERCENT = 85
# Texts this far apart in length cannot be twins: 2 x shorter / both is under the percentage.
SHORTEST, LONGEST = 0.7, 1.43


@dataclass(frozen=True)
class Told:
    """What a text tells of, with the slugs of people and bodies on file that it names."""

    text: str
    day: date | None = None
    place: str = ""
    people: Collection[str] = ()
    bodies: Collection[str] = ()


@dataclass(frozen=True)
class NearCopy:
    """An article that may be of the same event; `reasons` say why, for the editor."""

    article: Article
    likeness: float
    reasons: list[str]


def near_copies(told: Told) -> list[NearCopy]:
    """The likest first, at most three. Looks at every article of that day, and at the newest of any day."""
    found = [copy for article in _candidates(told.day) if (copy := _near_copy(told, article))]
    return sorted(found, key=lambda copy: -copy.likeness)[:MOST_SHOWN]


def _candidates(day: date | None) -> list[Article]:
    articles = Article.objects.defer("source_text").order_by("-pk")
    same_day = list(articles.filter(event_date=day, happened_on=day)[:NEWEST]) if day else []
    return list({article.pk: article for article in [*same_day, *articles[:NEWEST]]}.values())


def _near_copy(told: Told, article: Article) -> NearCopy | None:
    share = likeness(told.text, words_of(article.body))
    is_same_day = told.day is not None and article.event_date == told.day
    if share < ALIKE_ENOUGH or (share < ALIKE and not is_same_day):
        return None
    people = set(told.people) & set(article.officials.values_list("slug", flat=True))
    bodies = set(told.bodies) & set(article.institutions.values_list("slug", flat=True)) - _own()
    if share < ALIKE and not (bodies or 2 * len(people) >= len(set(told.people)) > 0):
        return None
    is_same_place = bool(told.place) and told.place.casefold() == article.place.casefold()
    reasons = [
        f"{round(share * 100)} persen kata sama",
        "tanggal sama" if is_same_day else "",
        f"{len(people)} pejabat sama" if people else "",
        f"{len(bodies)} lembaga sama" if bodies else "",
        "tempat sama" if is_same_place else "",
    ]
    return NearCopy(article, share, [reason for reason in reasons if reason])


def _own() -> set[str]:
    """The council itself, which nearly every article names."""
    council = Council.current()
    return {council.institution.slug} if council else set()


def twins(article: Article) -> list[Article]:
    """Others of the same day, or of no day yet, with nearly the same words; the newest first."""
    text = plain_text(article.body)
    if not text:
        return []
    near = Article.objects.exclude(pk=article.pk).order_by("-pk")
    near = near.only("title", "slug", "body", "published_at", "created_at")
    if article.event_date:
        near = near.filter(Q(event_date=article.event_date) | Q(event_date__isnull=True))
    length = len(article.body)
    near = near.alias(size=Size("body"))
    near = near.filter(size__gte=int(length * SHORTEST), size__lte=int(length * LONGEST))
    return [
        other
        for other in near[:NEWEST]
        if fuzz.ratio(text, plain_text(other.body), score_cutoff=TWIN_PERCENT)
    ]
