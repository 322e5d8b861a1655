"""Pages of officials, institutions and visits."""

from dataclasses import replace
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, Q, Subquery
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from dprd_news.lib import drawn
from dprd_news.lib.caching import ask_again, public_page, reads_only, remembered
from dprd_news.lib.filters import Filters, is_narrowed
from dprd_news.lib.linked_data import trail
from people import linked_data, rosters
from people.addresses import find
from people.cards import institution_card, official_card
from people.coverage import Coverage, coverage
from people.filtering import notes
from people.histories import Part, met_most, parts_of_institution, parts_of_official
from people.models import (
    Council,
    Institution,
    Official,
    Position,
    Region,
)

PAGE_SIZE = 20
INSTITUTIONS_PER_PAGE = 100
ROSTER_SIZE = 500
ROSTER_FILTERS = ("lembaga", "kelompok", "tanggal", "huruf", "q")
QUOTES_SHOWN = 12


def withdrawn(request: HttpRequest, record: Any) -> HttpResponse:
    """The notice that stays at the address of what was taken back."""
    return ask_again(render(request, "withdrawn.html", {"record": record, "noindex": True}, status=410))


@public_page
def official_list(request: HttpRequest) -> HttpResponse:
    filters = Filters.read(request.GET, ROSTER_FILTERS)
    council, day = Council.current(), filters.on or timezone.localdate()
    body = _body(filters.institution, council)
    group = filters.group or (rosters.BY_LETTER if filters.q or filters.letter else rosters.BY_POST)
    roster = _roster(filters, group, body, day, request.GET.get("halaman"))
    groups = roster.groups if roster else []
    context = {
        "groups": groups,
        "page": roster.page if roster else None,
        "letters": _letter_links(filters, group, roster),
        "group": group,
        "group_links": [
            (value, label, _roster_link(filters, value)) for value, label in rosters.GROUPS.items()
        ],
        "body": body,
        "is_own_body": body is not None and council is not None and body.pk == council.institution_id,
        "bodies": _bodies(),
        "day": filters.on,
        "filters": filters,
        "filter_notes": notes(filters, is_empty=not groups, kinds=[], groups=rosters.GROUPS),
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
    posts = official.article_officials.filter(article=OuterRef("pk")).values("post_printed")[:1]
    articles = official.articles.published().for_lists().annotate(post_printed=Subquery(posts))
    told = coverage(request, official, articles)
    visits = parts_of_official(official)
    context = {
        "official": official,
        **_timeline(positions),
        "told": told,
        "quotes": official.quotes.published().with_articles()[:QUOTES_SHOWN],
        "visits": visits,
        "contact": _contact(positions),
        "feeds": _feeds_about(official, f"pejabat={official.slug}", told, visits),
        "noindex": is_narrowed(request.GET),
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
        "provinces": _provinces(),
        "filters": filters,
        "filter_notes": notes(filters, is_empty=not page.object_list, kinds=Institution.Kind.values),
        "noindex": is_narrowed(request.GET),
        "linked_data": trail(("Lembaga", request.path)),
    }
    return render(request, "people/institution_list.html", context)


@public_page
def institution_detail(request: HttpRequest, slug: str) -> HttpResponse:
    linked = ("parent__parent__parent", "region__parent", "succeeded_by")
    institution = find(request, Institution.objects.select_related(*linked), slug)
    if institution.withdrawn_at:
        return withdrawn(request, institution)
    told = coverage(request, institution, institution.articles.published().for_lists())
    visits = parts_of_institution(institution)
    context = {
        "institution": institution,
        "above": [body for body in institution.above if body.is_public],
        **_related(institution),
        **_people_of(institution),
        "told": told,
        "visits": visits,
        "met_most": met_most(institution),
        "feeds": _feeds_about(institution, f"lembaga={institution.slug}", told, visits),
        "noindex": is_narrowed(request.GET),
        **(linked_data.about_institution(institution) if institution.is_public else {}),
    }
    return render(request, "people/institution_detail.html", context)


@reads_only
def official_image(request: HttpRequest, slug: str, key: str) -> HttpResponseBase:
    people = Official.objects.published().with_positions()
    return drawn.serve(request, lambda: official_card(get_object_or_404(people.all(), slug=slug)))


@reads_only
def institution_image(request: HttpRequest, slug: str, key: str) -> HttpResponseBase:
    bodies = Institution.objects.published()
    return drawn.serve(request, lambda: institution_card(get_object_or_404(bodies.all(), slug=slug)))


def feeds_of(title: str, path: str, query: str = "") -> list[tuple[str, str, str]]:
    """The feeds a page announces: title, RSS path, Atom path, with the page's own filters."""
    query = f"?{query}" if query else ""
    return [(title, f"{path}rss.xml{query}", f"{path}atom.xml{query}")]


def _body(slug: str, council: Council | None) -> Institution | None:
    """The body that was asked for, None where none is public under that name; by default the own council's."""
    if slug:
        return Institution.objects.published().filter(slug=slug).first()
    return council.institution if council else None


def _roster(
    filters: Filters, group: str, body: Institution | None, day: date, number: str | None
) -> rosters.Roster | None:
    """None for what nothing knows: a body, or a way to group."""
    if group not in rosters.GROUPS or (filters.institution and body is None):
        return None
    people: Any = Official.objects.published()
    people = people.search(" ".join(filters.words)) if filters.q else people
    if group == rosters.BY_LETTER and filters.institution and body is not None:
        inside = Position.objects.filter(institution__in=Institution.objects.published().within(body))
        people = people.filter(pk__in=inside.values("official"))
    if group == rosters.FORMER and body is not None:
        people = rosters.former(body, people, day)
    if group in {rosters.BY_LETTER, rosters.FORMER}:
        return rosters.by_name(people, filters.letter, day, number)
    return rosters.seated(body, people, group, day, number) if body else None


def _roster_link(filters: Filters, group: str, letter: str = "") -> str:
    plain = replace(filters, group="" if group == rosters.BY_POST else group, letter=letter)
    return f"{reverse('people:officials')}?{plain.query_string}".rstrip("?")


def _letter_links(filters: Filters, group: str, roster: rosters.Roster | None) -> list[tuple[str, int, str]]:
    letters = roster.letters if roster else []
    return [(letter, count, _roster_link(filters, group, letter)) for letter, count in letters]


def _timeline(positions: list[Position]) -> dict[str, list[Position]]:
    """The newest first; posts that begin later stand apart, since nobody holds them yet."""
    today = timezone.localdate()
    coming = [one for one in positions if one.starts_on and one.starts_on > today]
    former = [one for one in positions if not one.is_current and one not in coming]
    former.sort(key=lambda one: (one.ends_on or today, one.starts_on or date.min), reverse=True)
    return {
        "positions_coming": coming,
        "positions_current": [one for one in positions if one.is_current],
        "positions_former": former,
    }


def _contact(positions: list[Position]) -> Council | None:
    """Letters to those who hold a post in the own council go to its public address."""
    council = Council.current()
    if council is None or not (council.address or council.phone or council.email):
        return None
    own = council.institution_id
    is_ours = any(
        own in {one.institution_id, one.institution.parent_id} for one in positions if one.is_current
    )
    return council if is_ours else None


def _feeds_about(
    subject: Official | Institution, query: str, told: Coverage, visits: list[Part]
) -> list[tuple[str, str, str]]:
    """Of its articles, as far as the filters leave any, and of its visits."""
    path, feeds = subject.get_absolute_url(), []
    if told.page.rows:
        feeds += feeds_of(f"Berita {subject.name}", path, told.filters.query_string)
    if visits:
        feeds += feeds_of(f"Kunjungan {subject.name}", reverse("people:visits"), query)
    return feeds


def _related(institution: Institution) -> dict[str, Any]:
    """Public bodies below it and its partners, asked for together."""
    is_partner = Exists(
        institution.partners.through.objects.filter(
            from_institution=institution.pk, to_institution=OuterRef("pk")
        )
    )
    below = Q(parent=institution.pk)
    found = Institution.objects.published().annotate(is_partner=is_partner).filter(below | Q(is_partner=True))
    rows = list(found.order_by("kind", "name", "pk"))
    return {
        "parts": [body for body in rows if body.parent_id == institution.pk],
        "partners": [body for body in rows if body.is_partner],
    }


def _people_of(institution: Institution) -> dict[str, Any]:
    """Public people with a post in the body itself, now and before; each now only with the highest."""
    held = institution.positions.with_labels().select_related("official")
    known = list(held.filter(official__in=Official.objects.published())[:ROSTER_SIZE])
    highest: dict[int, Position] = {}
    for position in known:
        if position.is_current:
            highest.setdefault(position.official_id, position)
    today = timezone.localdate()
    before = [one for one in known if one.ends_on and one.ends_on < today]
    before.sort(key=lambda one: one.ends_on or today, reverse=True)
    return {
        "officials": [(one.official, one.label_on(None)) for one in highest.values()],
        "former_positions": before,
    }


@remembered
def _bodies() -> list[Institution]:
    """Public bodies in which somebody public holds a post today."""
    held = Position.objects.held_on(timezone.localdate()).filter(official__in=Official.objects.published())
    return list(Institution.objects.published().filter(pk__in=held.values("institution"))[:ROSTER_SIZE])


@remembered
def _provinces() -> list[tuple[Region, list[Region]]]:
    """Provinces with their regions of which a public body is on file."""
    bodies = Institution.objects.published()
    with_bodies = Region.objects.filter(institutions__in=bodies).distinct().select_related("parent")
    provinces: dict[Region, list[Region]] = {}
    for region in with_bodies.order_by("code"):
        inside = provinces.setdefault(region.parent or region, [])
        if region.parent is not None:
            inside.append(region)
    return list(provinces.items())
