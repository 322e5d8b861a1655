"""Every way to follow the site: its feeds, those of its subjects, and one for any filter."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, ArticleInstitution, ArticleOfficial, Correction
from articles.views import ARTICLE_FILTERS
from dprd_news import topics
from dprd_news.lib.caching import public_data, public_page, remembered
from dprd_news.lib.filters import Filters, is_narrowed
from dprd_news.lib.linked_data import trail
from people.feeds import publisher
from people.filtering import notes
from people.models import Council, Institution, Official, Position, Visit

# Those of the council alone: everyone else's feed is named on their own page.
MOST_SUBJECTS = 200


@dataclass(frozen=True)
class Followed:
    """Something with feeds of its own: `path` ends in a slash, and the feeds lie below it."""

    title: str
    path: str
    description: str = ""

    @property
    def rss(self) -> str:
        return f"{self.path}rss.xml"

    @property
    def atom(self) -> str:
        return f"{self.path}atom.xml"


@public_page
def follow(request: HttpRequest) -> HttpResponse:
    """All feeds that have entries; with filters in the query also the feed of just those."""
    filters = Filters.read(request.GET, ARTICLE_FILTERS)
    chosen = Article.objects.published().filtered(filters) if filters else None
    groups = _groups()
    context: dict[str, Any] = {
        "groups": groups,
        # The first group is the whole site's: without an entry there, nothing else has one.
        "feeds": [(one.title, one.rss, one.atom) for _, followed in groups[:1] for one in followed],
        "topics": topics.public(),
        "kinds": Article.Activity.choices,
        "filters": filters,
        "has_entries": chosen is not None and chosen.exists(),
        "filter_notes": notes(filters, is_empty=False, kinds=Article.Activity.values),
        "noindex": is_narrowed(request.GET),
        "linked_data": trail(("Langganan", request.path)),
    }
    return render(request, "follow.html", context)


@public_data
def opml(request: HttpRequest) -> HttpResponse:
    """All of them as OPML 2.0, for a feed reader to take in at once."""
    context = {"title": publisher(), "groups": _groups()}
    response = render(request, "follow.opml", context, content_type="text/x-opml; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="langganan.opml"'
    return response


@remembered
def _groups() -> list[tuple[str, list[Followed]]]:
    groups = [
        ("Seluruh situs", _site()),
        (
            "Topik",
            [
                Followed(topic.name, topic.get_absolute_url())
                for topic in topics.public()
                if topic.article_count
            ],
        ),
        ("Komisi dan alat kelengkapan", [Followed(one.name, one.get_absolute_url()) for one in _units()]),
        ("Pejabat", [Followed(one.full_name, one.get_absolute_url()) for one in _officials()]),
    ]
    return [(heading, followed) for heading, followed in groups if followed]


def _site() -> list[Followed]:
    found = []
    if Article.objects.published().exists():
        found.append(Followed("Berita", reverse("front"), "Setiap berita, lengkap dengan fotonya."))
    if Visit.objects.published().exists():
        found.append(
            Followed("Kunjungan", reverse("people:visits"), "Kunjungan yang diumumkan dan hasilnya.")
        )
    if Correction.objects.published().exists():
        found.append(
            Followed("Koreksi", reverse("articles:corrections"), "Setiap koreksi atas yang sudah terbit.")
        )
    return found


def _units() -> list[Institution]:
    """The council and its parts that some public article tells of."""
    council = Council.current()
    if council is None:
        return []
    told = ArticleInstitution.objects.filter(
        institution=OuterRef("pk"), article__in=Article.objects.published()
    )
    within = Institution.objects.published().within(council.institution)
    return list(within.filter(Exists(told)).order_by("kind", "name")[:MOST_SUBJECTS])


def _officials() -> list[Official]:
    """Who holds a post in the council today and is told of in some public article."""
    council = Council.current()
    if council is None:
        return []
    told = ArticleOfficial.objects.filter(official=OuterRef("pk"), article__in=Article.objects.published())
    inside = Institution.objects.within(council.institution)
    held = Position.objects.held_on(timezone.localdate()).filter(institution__in=inside)
    current = Official.objects.published().filter(pk__in=held.values("official"))
    return list(current.filter(Exists(told)).order_by("name")[:MOST_SUBJECTS])
