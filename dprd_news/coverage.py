"""What the site has told of lately, and what it has not: published articles by komisi and by topic."""

from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlencode

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, ArticleInstitution
from people.models import Council, Institution, Tagging, Topic

SHORT_DAYS, LONG_DAYS = 30, 90


@dataclass(frozen=True)
class Told:
    """One komisi or topic: articles in the last 30 and 90 days, each with the list that holds them."""

    name: str
    short: int
    long: int
    short_url: str
    long_url: str


def of_commissions() -> list[Told]:
    """The own council's komisi that still are, by name."""
    council = Council.current()
    if council is None:
        return []
    links = ArticleInstitution.objects.filter(institution=OuterRef("pk")).order_by().values("institution")
    today = timezone.localdate()
    found = Institution.objects.filter(parent=council.institution_id, kind=Institution.Kind.COMMISSION)
    short, long = _spans()
    counted = found.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=today)).annotate(
        short=_number(links.filter(article__in=short)), long=_number(links.filter(article__in=long))
    )
    return [_told(one, "lembaga", one.pk) for one in counted.order_by("name")]


def of_topics() -> list[Told]:
    """Every topic, those most told of first."""
    kind = ContentType.objects.get_for_model(Article)
    taggings = Tagging.objects.filter(tag=OuterRef("pk"), content_type=kind).order_by().values("tag")
    short, long = _spans()
    counted = Topic.objects.annotate(
        short=_number(taggings.filter(object_id__in=short)), long=_number(taggings.filter(object_id__in=long))
    )
    return [_told(one, "topik", one.pk) for one in counted.order_by("-long", "-short", "name")]


def _spans() -> tuple[QuerySet, QuerySet]:
    """What was published in the shorter and in the longer time."""
    now = timezone.now()
    published = Article.objects.published(now).order_by().values("pk")
    return (
        published.filter(published_at__gt=now - timedelta(days=SHORT_DAYS)),
        published.filter(published_at__gt=now - timedelta(days=LONG_DAYS)),
    )


def _number(rows: QuerySet) -> Coalesce:
    return Coalesce(Subquery(rows.annotate(number=Count("pk")).values("number")), 0)


def _told(one: Institution | Topic, filter_name: str, key: int) -> Told:
    articles = reverse("admin:articles_article_changelist")

    def address(days: int) -> str:
        return f"{articles}?{urlencode({filter_name: key, 'hari': days})}"

    return Told(one.name, one.short, one.long, address(SHORT_DAYS), address(LONG_DAYS))  # type: ignore[union-attr]
