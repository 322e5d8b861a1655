"""Pages and feeds of articles, also those under an official's, an institution's or a topic's address."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from articles.around import in_order, related
from articles.cards import article_card
from articles.feeds import article_entry, gone_articles, log_entry
from articles.linked_data import about_article, steps_to
from articles.log import log_page
from articles.models import Article, PreviewLink
from dprd_news.lib import drawn
from dprd_news.lib.caching import public_page, reads_only, remembered
from dprd_news.lib.feeds import ENTRIES, serve_feed
from dprd_news.lib.filters import Filters, is_narrowed
from dprd_news.lib.indonesian import month_name
from dprd_news.lib.linked_data import trail
from dprd_news.lib.paging import page_before
from people.addresses import find
from people.coverage import FILTERS_ABOUT
from people.feeds import publisher
from people.filtering import notes
from people.models import Council, Institution, Official, Topic
from people.models.publication import Releasable
from people.views import feeds_of, withdrawn

PAGE_SIZE = 20
ARTICLE_FILTERS = ("topik", "pejabat", "lembaga", "wilayah", "tahun", "dari", "sampai", "jenis", "q")


@dataclass(frozen=True)
class Period:
    """A year or month of the archive; `count` is None where nobody counted."""

    label: str
    path: str
    count: int | None = None


@public_page
def article_list(request: HttpRequest) -> HttpResponse:
    years = [Period(str(year), reverse("articles:year", args=[year])) for year in _years()]
    return _render_list(request, Article.objects.published(), steps_to(), years)


@public_page
def year_list(request: HttpRequest, year: int) -> HttpResponse:
    if year not in _years():
        raise Http404
    found = Article.objects.published().filter(published_at__range=_span(year, 1, year + 1, 1))
    return _render_list(request, found, steps_to(year), _months(year), year)


@public_page
def month_list(request: HttpRequest, year: int, month: int) -> HttpResponse:
    if year not in _years():
        raise Http404
    until = (year + 1, 1) if month == 12 else (year, month + 1)
    found = Article.objects.published().filter(published_at__range=_span(year, month, *until))
    return _render_list(request, found, steps_to(year, month), _months(year), year)


@public_page
def article_detail(request: HttpRequest, year: int, month: int, slug: str) -> HttpResponse:
    article = find(request, Article.objects.with_everything(), slug)
    if article.get_absolute_url() != request.path:
        return HttpResponsePermanentRedirect(article.get_absolute_url())
    if article.withdrawn_at:
        return withdrawn(request, article)
    return article_page(request, article, is_preview=not article.is_public)


def article_page(
    request: HttpRequest,
    article: Article,
    *,
    is_preview: bool,
    link: PreviewLink | None = None,
    form: Any = None,
    status: int = 200,
) -> HttpResponse:
    """The one page of an article, for readers and for those who look ahead.

    The newsroom's preview shows every record linked to it; the one behind a preview link (`link`, with the
    form of its answer) shows what will be public with the article.
    """

    def is_shown(record: Releasable) -> bool:
        if record.is_public or not is_preview:
            return record.is_public
        return record.published_with == article.feed_id if link else not article.was_public

    officials = [each for each in article.article_officials.all() if is_shown(each.official)]
    bodies = [each for each in article.article_institutions.all() if is_shown(each.institution)]
    visit = article.visit if article.visit and is_shown(article.visit) else None
    context = {
        "article": article,
        "is_preview": is_preview,
        "people": in_order(officials, article),
        "institutions": bodies,
        "visit": visit,
        "related": related(article),
        "link": link,
        "form": form,
    }
    if not is_preview:
        context |= about_article(article, visit=visit, officials=officials, institutions=bodies)
    return render(request, "articles/article_detail.html", context, status=status)


@reads_only
def article_image(request: HttpRequest, year: int, month: int, slug: str, key: str) -> HttpResponseBase:
    """The card that a shared link to the article shows."""
    found = Article.objects.published().for_lists()
    return drawn.serve(request, lambda: article_card(get_object_or_404(found.all(), slug=slug)))


@public_page
def article_versions(request: HttpRequest, year: int, month: int, slug: str) -> HttpResponse:
    article = find(request, Article.objects.for_versions(), slug)
    if article.get_versions_url() != request.path:
        return HttpResponsePermanentRedirect(article.get_versions_url())
    if article.withdrawn_at:
        return withdrawn(request, article)
    # The article itself is what search engines should list, not what it was before.
    return render(request, "articles/article_versions.html", {"article": article, "noindex": True})


@public_page
def correction_list(request: HttpRequest) -> HttpResponse:
    page = log_page(request.GET.get("sebelum", ""), PAGE_SIZE)
    context = {
        "entries": page.rows,
        "next_cursor": page.next_cursor,
        "feeds": feeds_of("Koreksi", reverse("articles:corrections")) if page.rows else [],
        "linked_data": trail(("Koreksi", request.path)),
    }
    return render(request, "articles/correction_list.html", context)


@reads_only
def correction_feed(request: HttpRequest, form: str) -> HttpResponse:
    return serve_feed(
        request,
        form,
        log_entry,
        title=f"Koreksi – {publisher()}",
        description="Setiap koreksi dan penarikan atas berita dan kunjungan yang sudah terbit.",
        publisher=publisher(),
        path=reverse("articles:corrections"),
        rows=log_page("", ENTRIES).rows,
    )


@reads_only
def article_feed(request: HttpRequest, form: str, path: str = "articles:list") -> HttpResponse:
    """The whole site's feed, and that of the filtered list of articles."""
    filters = Filters.read(request.GET, ARTICLE_FILTERS)
    found = Article.objects.published().filtered(filters)
    council = Council.current()
    title = f"Berita {council}" if council else "Berita"
    return _feed(request, form, title, council.tagline if council else "", reverse(path), found)


@reads_only
def official_feed(request: HttpRequest, form: str, slug: str) -> HttpResponse:
    return _feed_about(request, form, get_object_or_404(Official.objects.published(), slug=slug))


@reads_only
def institution_feed(request: HttpRequest, form: str, slug: str) -> HttpResponse:
    return _feed_about(request, form, get_object_or_404(Institution.objects.published(), slug=slug))


@reads_only
def topic_feed(request: HttpRequest, form: str, slug: str) -> HttpResponse:
    public = Article.objects.published()
    topic: Topic = get_object_or_404(
        Topic.objects.filter(Exists(public.filter(topics=OuterRef("pk")))), slug=slug
    )
    found = public.filter(topics=topic)
    return _feed(request, form, f"Topik {topic.name}", topic.description, topic.get_absolute_url(), found)


def _feed_about(request: HttpRequest, form: str, subject: Official | Institution) -> HttpResponse:
    filters = Filters.read(request.GET, FILTERS_ABOUT[type(subject)])
    found = Article.objects.published().about(subject).filtered(filters)
    return _feed(
        request,
        form,
        f"Berita {subject.name}",
        f"Berita tentang {subject.name}.",
        subject.get_absolute_url(),
        found,
    )


def _feed(
    request: HttpRequest, form: str, title: str, description: str, path: str, found: Any
) -> HttpResponse:
    rows = found.for_feeds().order_by("-published_at", "-pk")
    return serve_feed(
        request,
        form,
        article_entry,
        title=title,
        description=description or title,
        publisher=publisher(),
        path=path,
        rows=rows,
        gone=gone_articles(),
    )


def _render_list(
    request: HttpRequest,
    found: Any,
    steps: list[tuple[str, str]],
    archive: list[Period],
    year: int | None = None,
) -> HttpResponse:
    """The list at the end of the steps that lead to it; the last one's name is its heading.

    `archive` are the stretches of time to go on to, those of `year` if it has one.
    """
    filters = Filters.read(request.GET, ARTICLE_FILTERS)
    page = page_before(found.filtered(filters).for_lists(), request.GET.get("sebelum", ""), PAGE_SIZE)
    feeds = feeds_of("Berita", reverse("articles:list"), filters.query_string)
    context = {
        "heading": steps[-1][0],
        "articles": page.rows,
        "next_cursor": page.next_cursor,
        "filters": filters,
        "filter_notes": notes(
            filters, is_empty=not page.rows, kinds=Article.Activity.values, is_lost=page.is_malformed
        ),
        "feeds": feeds if page.rows else [],
        "kinds": _kinds(request.path, filters),
        "archive": archive,
        "year": year,
        "years": _years() if year else [],
        # A month without news has a page, but nothing that anybody could search for.
        "noindex": is_narrowed(request.GET) or (len(steps) > 1 and not page.rows),
        "linked_data": trail(*steps),
    }
    return render(request, "articles/article_list.html", context)


def _kinds(path: str, filters: Filters) -> list[tuple[str, str, str]]:
    """Value, name and address of each kind of activity, for the same list with its other filters."""
    others = filters.without("jenis")
    asked = [replace(others, kind=kind) for kind in ("", *Article.Activity.values)]
    labels = ["Semua", *Article.Activity.labels]
    return [
        (one.kind, label, f"{path}?{one.query_string}".rstrip("?"))
        for one, label in zip(asked, labels, strict=True)
    ]


def _months(year: int) -> list[Period]:
    """Each month of that year with the number of its articles, in one query without a sort."""
    published = Article.objects.published().filter(published_at__range=_span(year, 1, year + 1, 1))
    spans = {
        f"month_{month}": _span(year, month, *((year + 1, 1) if month == 12 else (year, month + 1)))
        for month in range(1, 13)
    }
    counts = published.aggregate(
        **{name: Count("pk", filter=Q(published_at__range=span)) for name, span in spans.items()}
    )
    return [
        Period(month_name(month), reverse("articles:month", args=[year, month]), counts[f"month_{month}"])
        for month in range(1, 13)
    ]


def _span(year: int, month: int, end_year: int, end_month: int) -> tuple[datetime, datetime]:
    """First and last moment of a stretch of months in the council's time; the end month is not in it."""
    zone = timezone.get_current_timezone()
    end = datetime(end_year, end_month, 1, tzinfo=zone)
    return datetime(year, month, 1, tzinfo=zone), end - datetime.resolution


@remembered
def _years() -> list[int]:
    """Every year from the newest publication back to the first."""
    published = Article.objects.published()
    newest, oldest = published.order_by("-published_at").first(), published.order_by("published_at").first()
    if newest is None or oldest is None:
        return []
    return list(
        range(
            timezone.localtime(newest.published_at).year, timezone.localtime(oldest.published_at).year - 1, -1
        )
    )
