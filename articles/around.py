"""What stands around an article's text: its people in their order, and what to read next."""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, Count, OuterRef, QuerySet, Subquery, When
from django.db.models.functions import Coalesce

from articles.models import Article, ArticleOfficial
from people.models import Position, Tagging

# So many people are named with their faces; longer lists are folded.
PEOPLE_SHOWN = 6
RELATED = 4
# Of each person and topic that it shares, an article is compared with so many of the latest.
COMPARED = 20
COMPARED_SUBJECTS = 8
VISIT_WEIGHT = 10
LAST_RANK = 100_000
_PARTS = [
    ArticleOfficial.Part.SPEAKER,
    ArticleOfficial.Part.HOST,
    ArticleOfficial.Part.GUEST,
    ArticleOfficial.Part.ATTENDEE,
    ArticleOfficial.Part.MENTIONED,
]


@dataclass(frozen=True)
class People:
    """The people of an article: those who stand first, and the others of a long list."""

    first: list[ArticleOfficial]
    others: list[ArticleOfficial]

    def __bool__(self) -> bool:
        return bool(self.first)


def in_order(links: list[ArticleOfficial], article: Article) -> People:
    """Who spoke, received and came before who was there; among them by the rank each held that day."""
    held = Position.objects.held_on(article.happened_on).filter(
        official__in=[each.official_id for each in links]
    )
    ranks: dict[int, int] = {}
    for official, rank in held.values_list("official", "post__rank"):
        ranks[official] = min(rank, ranks.get(official, LAST_RANK))
    ordered = sorted(
        links,
        key=lambda link: (
            _PARTS.index(ArticleOfficial.Part(link.part)),
            ranks.get(link.official_id, LAST_RANK),
            link.official.name,
        ),
    )
    # One or two more are sooner read than unfolded.
    shown = PEOPLE_SHOWN if len(ordered) > PEOPLE_SHOWN + 2 else len(ordered)
    return People(ordered[:shown], ordered[shown:])


def related(article: Article) -> QuerySet:
    """Public articles of the same visit, people and topics; what shares most first, then the newest.

    Each shared record brings its latest few to be compared, so the cost does not grow with the archive.
    """
    people = [link.official_id for link in article.article_officials.all()][:COMPARED_SUBJECTS]
    topics = [topic.pk for topic in article.topics.all()][:COMPARED_SUBJECTS]
    tagged = Tagging.objects.filter(content_type=ContentType.objects.get_for_model(Article))
    latest: list[QuerySet] = [
        *(_latest(ArticleOfficial.objects.filter(official=one), "article_id") for one in people),
        *(_latest(tagged.filter(tag=one), "object_id") for one in topics),
    ]
    if article.visit_id:
        latest.append(_latest(Article.objects.filter(visit=article.visit_id), "pk"))
    if not latest:
        return Article.objects.none()
    found = (
        Article.objects.published()
        .defer("body", "source_text")
        .filter(pk__in=latest[0].union(*latest[1:]))
        .exclude(pk=article.pk)
    )
    same_visit = Case(When(visit=article.visit_id, then=VISIT_WEIGHT), default=0)
    shared = (
        same_visit
        + _shared(ArticleOfficial.objects.filter(official__in=people), "article")
        + _shared(tagged.filter(tag__in=topics), "object_id")
    )
    return found.annotate(shared=shared).order_by("-shared", "-published_at", "-pk")[:RELATED]


def _shared(rows: QuerySet, key: str) -> Coalesce:
    """How many of these rows each article has."""
    counted = rows.filter(**{key: OuterRef("pk")}).order_by().values(key).annotate(count=Count("pk"))
    return Coalesce(Subquery(counted.values("count")), 0)


def _latest(rows: QuerySet, key: str) -> QuerySet:
    """The keys of the last few rows. The cut stands inside, for SQLite cuts no part of a union."""
    cut = rows.order_by(f"-{key}").values("pk")[:COMPARED]
    return rows.model._base_manager.filter(pk__in=cut).order_by().values(key)
