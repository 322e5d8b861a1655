"""An article as schema.org's NewsArticle: see docs/linked-data.md."""

import re
from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils import timezone

from articles.cards import article_card, section_of
from articles.models import Article, ArticleInstitution, ArticleOfficial, ArticlePhoto, Correction
from dprd_news.lib.feeds import absolute
from dprd_news.lib.indonesian import month_name
from dprd_news.lib.linked_data import Node, breadcrumbs, day, graph, moment
from people.linked_data import LANGUAGE, organisation, publisher
from people.models import Visit

MOST_PHOTOS = 3
MOST_MENTIONS = 20
_BETWEEN_WRITERS = re.compile(r"\s*(?:[/,;&]|\bdan\b)\s*")
# "Cipta/red": a name as it is written, beside the desk's codes. A desk is the publisher itself.
_PERSON = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)*")
_DESK = re.compile(
    r"\b(?:red(?:aksi|aktur)?|humas|humpro|hms|tim|editor|sekretariat|setwan|dprd)\b", re.IGNORECASE
)


def about_article(article: Article, **shown: Any) -> dict[str, Any]:
    """What the page's head tells machines: its data and its card; `shown` as for `news_article`."""
    filed = timezone.localtime(article.filed_at)
    steps = breadcrumbs(*steps_to(filed.year, filed.month), (article.title, article.get_absolute_url()))
    return {
        "linked_data": graph(news_article(article, **shown), steps),
        "share": article_card(article),
        "section": section_of(article),
        # The page's own list is the site's newest: what is public has that feed with entries.
        "feeds": [("Berita", reverse("rss"), reverse("atom"))],
    }


def steps_to(year: int | None = None, month: int | None = None) -> list[tuple[str, str]]:
    """The way to the news of a month, of a year, or to all of it."""
    steps = [("Berita", reverse("articles:list"))]
    if year:
        steps.append((f"Berita {year}", reverse("articles:year", args=[year])))
    if year and month:
        path = reverse("articles:month", args=[year, month])
        steps.append((f"Berita {month_name(month)} {year}", path))
    return steps


def news_article(
    article: Article,
    visit: Visit | None,
    officials: Iterable[ArticleOfficial],
    institutions: Iterable[ArticleInstitution],
) -> Node:
    """`visit`, `officials` and `institutions` are those that anyone may see."""
    page = absolute(article.get_absolute_url())
    topics = article.topics.all()
    return {
        "@type": "NewsArticle",
        "headline": article.title,
        "description": article.summary,
        "url": page,
        "mainEntityOfPage": page,
        "inLanguage": LANGUAGE,
        "isAccessibleForFree": True,
        "image": _images(article),
        "datePublished": moment(article.published_at),
        "dateModified": moment(article.changed_at),
        "author": authors(article.byline),
        "publisher": publisher(),
        "articleSection": section_of(article),
        "keywords": [topic.name for topic in topics],
        "temporalCoverage": "/".join(filter(None, (day(article.event_date), day(article.event_end_date)))),
        "contentLocation": {"@type": "Place", "name": article.place} if article.place else None,
        "about": [_thing(one.name, one.get_absolute_url()) for one in topics]
        + ([_thing(visit.title, visit.get_absolute_url())] if visit else []),
        "mentions": [_person(link) for link in officials][:MOST_MENTIONS]
        + [organisation(link.institution, link.shown_name) for link in institutions][:MOST_MENTIONS],
        "correction": [_correction(one) for one in article.corrections.all()],
    }


def authors(byline: str) -> list[Node]:
    """Whoever the byline names; the publisher for a desk, a mere code, or no byline at all."""
    names = [part for part in _BETWEEN_WRITERS.split(byline) if part]
    people = [name for name in names if _PERSON.fullmatch(name) and not _DESK.search(name)]
    desk = {key: value for key, value in publisher().items() if key != "logo"}
    desk["url"] = absolute(reverse("about"))
    return [{"@type": "Person", "name": name} for name in people] + (
        [desk] if people != names or not names else []
    )


def _images(article: Article) -> list[Node | str]:
    """Photos first, since a search engine wants the picture itself; the card for who has none."""
    photos: list[Node | str] = [_photo(placed) for placed in list(article.article_photos.all())[:MOST_PHOTOS]]
    return [*photos, absolute(article_card(article).path)]


def _photo(placed: ArticlePhoto) -> Node:
    shared = placed.photo.shared
    return {
        "@type": "ImageObject",
        "url": absolute(shared.url),
        "width": shared.width_px,
        "height": shared.height_px,
        "caption": placed.shown_caption,
        "creditText": placed.photo.credit,
    }


def _thing(name: str, path: str) -> Node:
    return {"@type": "Thing", "name": name, "url": absolute(path)}


def _person(link: ArticleOfficial) -> Node:
    return {
        "@type": "Person",
        "name": link.official.name,
        "url": absolute(link.official.get_absolute_url()),
        "jobTitle": link.post_printed,
    }


def _correction(correction: Correction) -> Node:
    return {
        "@type": "CorrectionComment",
        "text": correction.text,
        "datePublished": moment(correction.corrected_at),
    }
