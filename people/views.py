"""Pages of officials, institutions and visits."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from dprd_news.lib import drawn
from dprd_news.lib.caching import public_page, reads_only, remembered
from dprd_news.lib.feeds import serve_feed
from dprd_news.lib.filters import Filters, is_narrowed
from dprd_news.lib.linked_data import trail
from dprd_news.lib.paging import page_before
from people import linked_data
from people.addresses import find
from people.cards import institution_card, official_card, visit_card
from people.feeds import publisher, visit_entry
from people.filtering import notes
from people.models import Council, Institution, Official, Position, Topic, Visit, VisitOfficial, VisitParty

PAGE_SIZE = 20
INSTITUTIONS_PER_PAGE = 100
ROSTER_SIZE = 500
VISIT_FILTERS = (
    "topik", "pejabat", "lembaga", "wilayah", "tahun", "dari", "sampai", "jenis", "arah", "status", "q",
)  # fmt: skip
RECENT = 6


def withdrawn(request: HttpRequest, record: Any) -> HttpResponse:
    """The notice that stays at the address of what was taken back."""
    return render(request, "withdrawn.html", {"record": record, "noindex": True}, status=410)


@public_page
def official_list(request: HttpRequest) -> HttpResponse:
    filters = Filters.read(request.GET, ("lembaga",))
    council = Council.current()
    bodies = _bodies()
    chosen = next((body for body in bodies if body.slug == filters.institution), None)
    body = chosen or (None if filters.institution or council is None else council.institution)
    context = {
        "groups": _roster(body) if body else [],
        "bodies": bodies,
        "chosen_body": chosen,
        "filter_notes": notes(filters, is_empty=body is None, kinds=[]),
        "noindex": is_narrowed(request.GET),
        "linked_data": trail(("Pejabat", request.path)),
    }
    return render(request, "people/official_list.html", context)


@public_page
def official_detail(request: HttpRequest, slug: str) -> HttpResponse:
    official = find(request, Official.objects.with_positions(), slug)
    if official.withdrawn_at:
        return withdrawn(request, official)
    is_preview = not official.is_public
    positions = [one for one in official.positions.all() if is_preview or one.institution.is_public]
    page = page_before(official.articles.published().for_lists(), request.GET.get("sebelum", ""), PAGE_SIZE)
    posts = dict(
        official.article_officials.filter(article__in=page.rows).values_list("article_id", "post_printed")
    )
    for article in page.rows:
        article.post_printed = posts.get(article.pk, "")
    took_part = Visit.objects.published().with_officials(Official.objects.filter(pk=official.pk))
    context = {
        "official": official,
        "positions_current": [position for position in positions if position.is_current],
        "positions_former": [position for position in positions if not position.is_current],
        "articles": page.rows,
        "next_cursor": page.next_cursor,
        "visits": took_part.with_parties()[:RECENT],
        "feeds": feeds_of(f"Berita {official.name}", official.get_absolute_url()) if page.rows else [],
        **({} if is_preview else linked_data.about_official(official, positions)),
    }
    return render(request, "people/official_detail.html", context)


@public_page
def institution_list(request: HttpRequest) -> HttpResponse:
    filters = Filters.read(request.GET, ("jenis", "wilayah", "q"))
    found = Institution.objects.published().select_related("parent", "region").order_by("kind", "name", "pk")
    if filters.kind:
        found = found.filter(kind=filters.kind)
    if filters.region:
        found = found.of_region(filters.region)
    found = found.search(" ".join(filters.words)) if filters.q else found
    page = Paginator(found, INSTITUTIONS_PER_PAGE).get_page(request.GET.get("halaman"))
    groups: dict[str, list[Institution]] = {}
    for institution in page:
        groups.setdefault(institution.get_kind_display(), []).append(institution)
    context = {
        "groups": list(groups.items()),
        "page": page,
        "kinds": Institution.Kind.choices,
        "filters": filters,
        "filter_notes": notes(filters, is_empty=not page.object_list, kinds=Institution.Kind.values),
        "noindex": is_narrowed(request.GET),
        "linked_data": trail(("Lembaga", request.path)),
    }
    return render(request, "people/institution_list.html", context)


@public_page
def institution_detail(request: HttpRequest, slug: str) -> HttpResponse:
    queryset = Institution.objects.select_related("parent", "region", "succeeded_by").prefetch_related(
        "names"
    )
    institution = find(request, queryset, slug)
    if institution.withdrawn_at:
        return withdrawn(request, institution)
    page = page_before(
        institution.articles.published().for_lists(), request.GET.get("sebelum", ""), PAGE_SIZE
    )
    held = _holders(institution)
    took_part = Visit.objects.published().with_institutions(Institution.objects.filter(pk=institution.pk))
    context = {
        "institution": institution,
        "names": institution.names.all(),
        "parts": institution.parts.published(),
        "partners": institution.partners.published(),
        "officials": [
            (position.official, position.label_on(None)) for position in _highest(held) if position.is_current
        ],
        "former_officials": [position for position in held if not position.is_current],
        "articles": page.rows,
        "next_cursor": page.next_cursor,
        "visits": took_part.with_parties()[:RECENT],
        "feeds": feeds_of(f"Berita {institution.name}", institution.get_absolute_url()) if page.rows else [],
        **(linked_data.about_institution(institution) if institution.is_public else {}),
    }
    return render(request, "people/institution_detail.html", context)


@public_page
def visit_list(request: HttpRequest, year: int | None = None) -> HttpResponse:
    if year is not None and year not in visit_years():
        raise Http404
    filters, found = _visits(request, year)
    page = page_before(
        found.with_parties(), request.GET.get("sebelum", ""), PAGE_SIZE, keys=("listed_on", "pk")
    )
    context = {
        "year": year,
        "visits": page.rows,
        "next_cursor": page.next_cursor,
        "filters": filters,
        "filter_notes": notes(
            filters, is_empty=not page.rows, kinds=Visit.Kind.values, is_lost=page.is_malformed
        ),
        "years": visit_years(),
        "directions": Visit.Direction.choices,
        "kinds": Visit.Kind.choices,
        "institutions": _visiting_institutions(),
        "topics": _visit_topics(),
        "feeds": feeds_of("Kunjungan", reverse("people:visits"), filters.query_string) if page.rows else [],
        "noindex": is_narrowed(request.GET),
        "linked_data": trail(*linked_data.visit_steps(year)),
    }
    return render(request, "people/visit_list.html", context)


@reads_only
def visit_feed(request: HttpRequest, form: str) -> HttpResponse:
    _, found = _visits(request, None)
    return serve_feed(
        request,
        form,
        visit_entry,
        title=f"Kunjungan – {publisher()}",
        description="Siapa menerima siapa, tentang apa, dan hasilnya.",
        publisher=publisher(),
        path=reverse("people:visits"),
        rows=found.with_parties().prefetch_related("topics").order_by("-published_at", "-pk"),
    )


@public_page
def visit_detail(request: HttpRequest, year: int, slug: str) -> HttpResponse:
    visit = find(request, Visit.objects.with_parties(), slug)
    if visit.get_absolute_url() != request.path:
        return HttpResponsePermanentRedirect(visit.get_absolute_url())
    if visit.withdrawn_at:
        return withdrawn(request, visit)
    is_preview = not visit.is_public
    attendances = [
        one for one in visit.attendances.select_related("official") if is_preview or one.official.is_public
    ]
    parties = list(visit.parties.all()) if is_preview else visit.public_parties
    sides = VisitParty.Side
    articles = list(visit.articles.published().for_lists()[:PAGE_SIZE])
    roles = VisitOfficial.Role
    context = {
        "visit": visit,
        "guests": [party for party in parties if party.side == sides.GUEST],
        "hosts": [party for party in parties if party.side == sides.HOST],
        "companions": [party for party in parties if party.side == sides.COMPANION],
        "receivers": [one for one in attendances if one.role == roles.RECEIVER],
        "attending": [one for one in attendances if one.role == roles.ATTENDING],
        "others": [one for one in attendances if one.role not in {roles.RECEIVER, roles.ATTENDING}],
        "articles": articles,
        "corrections": visit.corrections.order_by("corrected_at"),
        "photos": [placed for article in articles for placed in article.article_photos.all()],
        **({} if is_preview else linked_data.about_visit(visit)),
    }
    return render(request, "people/visit_detail.html", context)


@reads_only
def official_image(request: HttpRequest, slug: str, key: str) -> HttpResponseBase:
    people = Official.objects.published().with_positions()
    return drawn.serve(request, lambda: official_card(get_object_or_404(people.all(), slug=slug)))


@reads_only
def institution_image(request: HttpRequest, slug: str, key: str) -> HttpResponseBase:
    bodies = Institution.objects.published()
    return drawn.serve(request, lambda: institution_card(get_object_or_404(bodies.all(), slug=slug)))


@reads_only
def visit_image(request: HttpRequest, year: int, slug: str, key: str) -> HttpResponseBase:
    visits = Visit.objects.published()
    return drawn.serve(request, lambda: visit_card(get_object_or_404(visits.all(), slug=slug)))


def feeds_of(title: str, path: str, query: str = "") -> list[tuple[str, str, str]]:
    """The feeds a page announces: title, RSS path, Atom path, with the page's own filters."""
    query = f"?{query}" if query else ""
    return [(title, f"{path}rss.xml{query}", f"{path}atom.xml{query}")]


def _visits(request: HttpRequest, year: int | None) -> tuple[Filters, Any]:
    filters = Filters.read(request.GET, VISIT_FILTERS)
    found = Visit.objects.published().filtered(filters)
    if year is not None:
        found = found.filter(listed_on__range=(date(year, 1, 1), date(year, 12, 31)))
    return filters, found


def _holders(institution: Institution) -> list[Position]:
    held = institution.positions.with_labels().select_related("official")
    return list(held.filter(official__in=Official.objects.published())[:ROSTER_SIZE])


def _highest(positions: Iterable[Position]) -> list[Position]:
    """One position for each person in each body, the first in the order given: a chair is not listed as a seat too."""
    kept: dict[tuple[int, int], Position] = {}
    for position in positions:
        kept.setdefault((position.institution_id, position.official_id), position)
    return list(kept.values())


def _roster(body: Institution) -> list[tuple[Institution, list[tuple[Official, str]]]]:
    """Today's public holders of each part of the body, by rank; the body itself first."""
    today = timezone.localdate()
    held = Position.objects.held_on(today).with_labels().select_related("official")
    inside = held.filter(
        institution__in=Institution.objects.published().within(body),
        official__in=Official.objects.published(),
    ).order_by("post__rank", "official__name")[:ROSTER_SIZE]
    groups: dict[Institution, list[tuple[Official, str]]] = {}
    for position in _highest(inside):
        groups.setdefault(position.institution, []).append((position.official, position.post.name))
    return sorted(groups.items(), key=lambda group: (group[0].pk != body.pk, group[0].kind, group[0].name))


@remembered
def _bodies() -> list[Institution]:
    """Public bodies in which somebody public holds a post today."""
    held = Position.objects.held_on(timezone.localdate()).filter(official__in=Official.objects.published())
    return list(Institution.objects.published().filter(pk__in=held.values("institution"))[:ROSTER_SIZE])


@remembered
def visit_years() -> list[int]:
    """Every year under which a visit is listed, the newest first."""
    return [day.year for day in Visit.objects.published().dates("listed_on", "year", order="DESC")]


@remembered
def _visiting_institutions() -> list[Institution]:
    parties = VisitParty.objects.filter(visit__in=Visit.objects.published())
    return list(Institution.objects.published().filter(pk__in=parties.values("institution"))[:ROSTER_SIZE])


@remembered
def _visit_topics() -> list[Topic]:
    return list(
        Topic.objects.filter(
            pk__in=Visit.topics.through.objects.filter(
                content_type__model="visit", object_id__in=Visit.objects.published().values("pk")
            ).values("tag")
        )
    )
