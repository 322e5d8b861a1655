"""What is made of both apps: front page, topics, search, about, files for machines, and photo files."""

from pathlib import PurePosixPath
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.core.files.storage import default_storage
from django.core.paginator import Paginator
from django.db import connection
from django.db.models import prefetch_related_objects
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from articles.feeds import article_entry, gone_articles
from articles.models import Article, Photo, PreviewLink
from dprd_news import front, results, search, topics
from dprd_news.lib import drawn, pictures
from dprd_news.lib.caching import keep_private, private_page, public_data, public_page, reads_only
from dprd_news.lib.feeds import ENTRIES, serve_feed
from dprd_news.lib.filters import Filters
from dprd_news.lib.linked_data import graph, trail
from dprd_news.lib.paging import page_before
from dprd_news.search import SEARCH_FILTERS
from people.cards import shareable
from people.feeds import publisher
from people.filtering import notes
from people.linked_data import website
from people.models import Council, Institution, Official, SearchKind, Topic, Visit
from people.models.document import kind_of, record_of
from people.models.visit import VisitQuerySet
from people.views import feeds_of

PAGE_SIZE = 20
FRONT_VISITS = 3
SEARCH_PAGES = 50
YEAR_SECONDS = 365 * 24 * 60 * 60


@public_page
def front_page(request: HttpRequest) -> HttpResponse:
    news = front.news()
    visits = Visit.objects.published()
    today = timezone.localdate()
    planned = visits.filter(starts_on__gte=today, status=Visit.Status.PLANNED)
    coming = list(planned.order_by("starts_on", "pk")[:FRONT_VISITS])
    recent = list(visits.held().filter(listed_on__lte=today)[:FRONT_VISITS])
    # Both lists share one look-up of their parties.
    prefetch_related_objects(coming + recent, VisitQuerySet.parties_at_hand())
    context = {
        "lead": news.lead,
        "articles": news.latest,
        "activities": front.by_activity(),
        "commissions": front.commissions(),
        "visits_coming": coming,
        "visits_recent": recent,
        "topics": topics.current(),
        "feeds": [("Berita", reverse("rss"), reverse("atom"))] if news.lead else [],
        "linked_data": graph(website()),
    }
    return render(request, "front_page.html", context)


@public_page
def topic_list(request: HttpRequest) -> HttpResponse:
    context = {"topics": topics.public(), "linked_data": trail(("Topik", request.path))}
    return render(request, "topic_list.html", context)


@public_page
def topic_detail(request: HttpRequest, slug: str) -> HttpResponse:
    topic = _public_topic(slug)
    found = Article.objects.published().filter(topics=topic).for_lists()
    page = page_before(found, request.GET.get("sebelum", ""), PAGE_SIZE)
    visits = Visit.objects.published().filter(topics=topic).with_parties()[:FRONT_VISITS]
    context = {
        "topic": topic,
        "articles": page.rows,
        "next_cursor": page.next_cursor,
        "visits": visits,
        "feeds": feeds_of(f"Topik {topic.name}", topic.get_absolute_url()) if page.rows else [],
        "share": _card_of(topic),
        "linked_data": trail(("Topik", reverse("topics")), (topic.name, topic.get_absolute_url())),
    }
    return render(request, "topic_detail.html", context)


@reads_only
def topic_card(request: HttpRequest, slug: str, key: str) -> HttpResponseBase:
    return drawn.serve(request, lambda: _card_of(_public_topic(slug)))


@public_page
def search_page(request: HttpRequest) -> HttpResponse:
    filters = Filters.read(request.GET, SEARCH_FILTERS)
    context: dict[str, Any] = {
        "q": filters.q,
        "filters": filters,
        "noindex": True,
        "topics": topics.current(),
    }
    if filters.q:
        answer = search.find(filters)
        pages = Paginator(answer.keys[: SEARCH_PAGES * PAGE_SIZE], PAGE_SIZE)
        page = pages.get_page(request.GET.get("halaman"))
        has_articles = bool(answer.keys) and not answer.is_partial
        context |= {
            "answer": answer,
            "page": page,
            "rows": results.rows(list(page.object_list), answer.question),
            "choices": results.choices(answer, filters),
            "active_filters": results.active_filters(filters),
            "plain": urlencode({"q": filters.q}),
            "filter_notes": notes(filters, is_empty=not answer.keys, kinds=SearchKind.labels),
            "feeds": feeds_of(f"Pencarian “{filters.q}”", request.path, filters.query_string)
            if has_articles
            else [],
        }
    else:
        context["filter_notes"] = notes(filters, is_empty=False, kinds=[])
    return render(request, "search.html", context)


@public_data
def search_suggestions(request: HttpRequest) -> JsonResponse:
    """What the box offers while somebody types."""
    filters = Filters.read(request.GET, ("q",))
    return JsonResponse({"saran": results.suggestions(filters.q)}, json_dumps_params={"ensure_ascii": False})


@reads_only
def search_feed(request: HttpRequest, form: str) -> HttpResponse:
    """The newest articles that answer the words and fit the filters."""
    filters = Filters.read(request.GET, SEARCH_FILTERS)
    answer = search.find(filters)
    keys = [] if answer.is_partial else answer.keys
    found = [record_of(key) for key in sorted(keys, reverse=True) if kind_of(key) == SearchKind.ARTICLE]
    newest = Article.objects.published().filter(pk__in=found[:ENTRIES])
    title = f"Pencarian “{filters.q}” – {publisher()}"
    return serve_feed(
        request,
        form,
        article_entry,
        title=title,
        description=f"Berita terbaru yang cocok dengan “{filters.q}”.",
        publisher=publisher(),
        path=f"{reverse('search')}?{filters.query_string}",
        rows=newest.for_feeds().order_by("-published_at", "-pk"),
        gone=gone_articles(),
    )


@public_page
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "about.html", {"linked_data": trail(("Tentang situs ini", request.path))})


@reads_only
def robots(request: HttpRequest) -> HttpResponse:
    lines = [
        "User-agent: *",
        f"Disallow: {reverse('admin:index')}",
        f"Sitemap: {settings.SITE_URL}/sitemap.xml",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@reads_only
def favicon(request: HttpRequest) -> HttpResponse:
    return redirect(static("img/favicon.ico"))


@private_page
def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without its token: too old, or from elsewhere."""
    return render(request, "403.html", status=403)


@reads_only
@private_page
def health(request: HttpRequest) -> HttpResponse:
    return JsonResponse({"status": "ok"})


@reads_only
@private_page
def ready(request: HttpRequest) -> HttpResponse:
    """Whether database and cache answer; 503 names the one that does not."""
    checks = {"database": _database_answers, "cache": _cache_answers}
    answers = {name: _is_true(check) for name, check in checks.items()}
    return JsonResponse(answers, status=200 if all(answers.values()) else 503)


@reads_only
def media(request: HttpRequest, name: str) -> FileResponse:
    """A picture's file, for anyone while something public shows it, and else for whoever may look ahead."""
    masters = pictures.master_names(name)
    if not masters:
        raise Http404
    is_shown = _is_shown(masters)
    if not is_shown and not _may_look_ahead(request, masters):
        raise Http404
    path = pictures.file_of(name, masters)
    if not path:
        raise Http404
    response = FileResponse(default_storage.open(path), content_type=pictures.mime_of(PurePosixPath(path)))
    if path != pictures.stored_name(name):
        # Something else stands in for it: the next request asks again.
        response["Cache-Control"] = "no-store"
        return response
    if is_shown:
        response["Cache-Control"] = f"public, max-age={YEAR_SECONDS}, immutable"
        return response
    return keep_private(response)


def _public_topic(slug: str) -> Topic:
    topic = get_object_or_404(Topic, slug=slug)
    if topic not in topics.public():
        raise Http404
    return topic


def _card_of(topic: Topic) -> drawn.Shareable:
    return shareable(topic, "Topik", topic.name)


def _is_shown(masters: list[str]) -> bool:
    return (
        Photo.objects.shown().filter(file__in=masters).exists()
        or Official.objects.published().filter(portrait__in=masters).exists()
        or Institution.objects.published().filter(emblem__in=masters).exists()
        or Council.objects.filter(emblem__in=masters).exists()
    )


def _may_look_ahead(request: HttpRequest, masters: list[str]) -> bool:
    """The newsroom may, and the page of a living preview link for the photos of its article."""
    if request.user.is_staff and request.user.has_perm("articles.view_photo"):
        return True
    return PreviewLink.objects.permitting(request.GET.get("izin", ""), masters).exists()


def _is_true(check: Any) -> bool:
    try:
        return bool(check())
    except Exception:  # whatever is wrong, the answer is no
        return False


def _database_answers() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return cursor.fetchone() == (1,)


def _cache_answers() -> bool:
    cache.set("readyz", "ok", 10)
    return cache.get("readyz") == "ok"
