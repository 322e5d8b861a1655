"""Pages, feeds, calendars and files of visits, and what they add up to."""

from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import Count, Max, Min
from django.db.models.functions import Coalesce, Lower
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    StreamingHttpResponse,
)
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from dprd_news.lib import drawn
from dprd_news.lib.caching import changed_at, public_data, public_file, public_page, reads_only, remembered
from dprd_news.lib.exports import column_of, csv_lines, rows_of_values
from dprd_news.lib.feeds import serve_feed
from dprd_news.lib.filters import Filters, is_narrowed
from dprd_news.lib.indonesian import MONTHS, WEEKDAYS
from dprd_news.lib.linked_data import trail
from dprd_news.lib.paging import page_before
from dprd_news.lib.sheets import CSV_TYPE
from people import charts, linked_data, statistics
from people.addresses import find
from people.calendars import MOST_EVENTS, calendar_answer
from people.cards import visit_card
from people.feeds import publisher, visit_entry
from people.filtering import DIRECTIONS, STATUSES, Names, active, notes
from people.models import Institution, Region, Topic, Visit, VisitOfficial, VisitParty
from people.months import Month, by_day
from people.opendata import VISIT_COLUMNS
from people.views import feeds_of, withdrawn

PAGE_SIZE = 20
INSTITUTIONS_OFFERED = 100
TOPICS_OFFERED = 200
DAY_SHOWS = 4
UNDATED_SHOWN = 10
RELATED_SHOWN = 4
FILTERS = (
    "topik", "pejabat", "lembaga", "tamu", "wilayah", "asal", "tujuan", "tahun", "bulan", "dari", "sampai", "jenis",
    "arah", "status", "peran", "waktu", "q",
)  # fmt: skip
# What the form has no field for is carried along unseen; the list of filters in force shows it.
CARRIED = ("pejabat", "tamu", "asal", "tujuan", "peran", "waktu")
# Behind "Saringan lain", which stands open while one of them is in force.
FURTHER = ("lembaga", "wilayah", "status", "dari", "sampai", "q")
CALENDAR = "kalender"


@public_page
def visit_list(request: HttpRequest, year: int | None = None) -> HttpResponse:
    if year is not None and year not in statistics.years():
        raise Http404
    if request.GET.get("tampilan") == CALENDAR:
        return _month_page(request, year)
    filters, found = _asked(request, year)
    names = _names(filters)
    total = found.count()
    page = page_before(
        found.with_parties(), request.GET.get("sebelum", ""), PAGE_SIZE, keys=("listed_on", "pk")
    )
    context = _frame(request, filters, names, year) | {
        "visits": page.rows,
        "total": total,
        "next_cursor": page.next_cursor,
        "feeds": feeds_of(
            "Kunjungan",
            reverse("people:visits"),
            (replace(filters, year=year) if year else filters).query_string,
        )
        if total
        else [],
        "filter_notes": notes(
            filters, is_empty=not total, kinds=Visit.Kind.values, is_lost=page.is_malformed, names=names
        )
        + _unknown_view(request),
        "linked_data": trail(*linked_data.visit_steps(year)),
    }
    return render(request, "people/visit_list.html", context)


def _month_page(request: HttpRequest, year: int | None) -> HttpResponse:
    """One month as a calendar: the year and month of the filters say which, the others narrow it."""
    filters, _ = _asked(request, year)
    narrowed = filters.without("tahun", "bulan")
    names = _names(narrowed)
    found = Visit.objects.published().filtered(narrowed)
    month = _month(replace(filters, year=filters.year or year))
    visits = list(
        found.filter(starts_on__lte=month.last_day).exclude(starts_on__lt=month.first_day, ends_on__isnull=True)
        .exclude(ends_on__lt=month.first_day).order_by("starts_on", "starts_at", "pk")
    )  # fmt: skip
    undated = found.filter(starts_on__isnull=True)
    before = found.filter(starts_on__lt=month.first_day).aggregate(at=Max("starts_on"))["at"]
    after = found.filter(starts_on__gt=month.last_day).aggregate(at=Min("starts_on"))["at"]
    at_hand = replace(narrowed, year=month.year, month=month.number)
    context = _frame(request, at_hand, names, None) | {
        "month": month,
        "weeks": _weeks(month, visits, narrowed),
        "total": len(visits),
        "before": _month_link(before, narrowed),
        "after": _month_link(after, narrowed),
        "this_month": _month_link(timezone.localdate(), narrowed),
        "undated": list(undated[:UNDATED_SHOWN]),
        "undated_total": undated.count(),
        "weekdays": WEEKDAYS,
        "kept": f"tampilan=kalender&{Filters(year=month.year, month=month.number).query_string}",
        "follow_query": narrowed.query_string,
        "undated_query": replace(narrowed, dated=Visit.UNDATED).query_string,
        "active_filters": active(narrowed, dict(Visit.Kind.choices), names),
        "feeds": feeds_of("Kunjungan", reverse("people:visits"), narrowed.query_string) if visits else [],
        "filter_notes": notes(filters, is_empty=not visits, kinds=Visit.Kind.values, names=names),
    }
    context["linked_data"] = trail(*linked_data.visit_steps(year))
    return render(request, "people/visit_month.html", context)


@reads_only
def visit_feed(request: HttpRequest, form: str) -> HttpResponse:
    _, found = _asked(request)
    return serve_feed(
        request,
        form,
        visit_entry,
        title=f"Kunjungan – {publisher()}",
        description="Siapa menerima siapa, tentang apa, dan hasilnya.",
        publisher=publisher(),
        path=reverse("people:visits"),
        rows=found.with_parties().prefetch_related("topics").order_by("-published_at", "-pk"),
        gone=Visit.objects.gone_from_feeds(),
    )


@public_file
def visit_calendar(request: HttpRequest) -> HttpResponse:
    _, found = _asked(request)
    dated = found.filter(starts_on__isnull=False).with_parties()[:MOST_EVENTS]
    return calendar_answer(dated, "kunjungan.ics", f"Kunjungan – {publisher()}")


@public_file
def visit_data(request: HttpRequest) -> StreamingHttpResponse:
    _, found = _asked(request)
    columns = [column_of(Visit, column) for column in VISIT_COLUMNS]
    rows = found.with_parties().prefetch_related("topics")
    lines = csv_lines([[column.label for column in columns]], rows_of_values(columns, rows, is_public=True))
    response = StreamingHttpResponse(lines, content_type=CSV_TYPE)
    response["Content-Disposition"] = 'attachment; filename="kunjungan.csv"'
    return response


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
        "people_count": sum(party.people_count or 0 for party in parties),
        "receivers": [one for one in attendances if one.role == roles.RECEIVER],
        "attending": [one for one in attendances if one.role == roles.ATTENDING],
        "others": [one for one in attendances if one.role not in {roles.RECEIVER, roles.ATTENDING}],
        "articles": articles,
        "corrections": visit.corrections.order_by("corrected_at"),
        "photos": [placed for article in articles for placed in article.article_photos.all()],
        "related": Visit.objects.published().like(visit).with_parties()[:RELATED_SHOWN],
        **({} if is_preview else linked_data.about_visit(visit)),
    }
    return render(request, "people/visit_detail.html", context)


@reads_only
def visit_image(request: HttpRequest, year: int, slug: str, key: str) -> HttpResponseBase:
    visits = Visit.objects.published()
    return drawn.serve(request, lambda: visit_card(get_object_or_404(visits.all(), slug=slug)))


@public_data
def visit_event(request: HttpRequest, year: int, slug: str) -> HttpResponse:
    """One visit for a calendar; a visit whose day is unknown has no such file."""
    visit = find(request, Visit.objects.with_parties(), slug)
    if visit.withdrawn_at or not visit.starts_on:
        raise Http404
    path = reverse("people:visit_ics", args=[visit.listed_on.year, visit.slug])
    if path != request.path:
        return HttpResponsePermanentRedirect(path)
    return calendar_answer([visit], f"{visit.slug}.ics")


@public_page
def statistics_page(request: HttpRequest) -> HttpResponse:
    filters = Filters.read(request.GET, ("tahun", "arah"))
    direction = filters.direction or Visit.Direction.INCOMING
    is_known = direction in Visit.Direction.values
    found = statistics.figures(filters.year, direction)
    labels = [name[:3] for name in MONTHS] if filters.year else [f"’{one.key[2:]}" for one in found.times]
    unknown = [] if is_known else [f"Tidak ada arah “{direction}”, jadi tidak ada yang dihitung."]
    context = {
        "filters": filters,
        "direction": direction,
        "direction_name": Visit.Direction(direction).label if is_known else "",
        "found": found,
        "totals": statistics.totals(filters.year),
        "left_out": statistics.left_out(filters.year),
        "years": statistics.years(),
        "list_query": replace(statistics.COUNTED, year=filters.year, direction=direction).query_string,
        "time_title": "Menurut bulan" if filters.year else "Menurut tahun",
        "map_title": "Asal tamu" if direction == Visit.Direction.INCOMING else "Daerah tuan rumah",
        "time_chart": charts.columns(found.times, labels),
        "kind_chart": charts.rows(found.kinds),
        "topic_chart": charts.rows(found.topics[: statistics.MOST_TOPICS]),
        "guest_chart": charts.rows(found.guests[: statistics.MOST_GUESTS]),
        "tile_map": charts.tile_map(found.provinces),
        "changed_at": changed_at(),
        "filter_notes": notes(filters, is_empty=False, kinds=[]) + unknown,
        "noindex": is_narrowed(request.GET),
        "linked_data": trail(*linked_data.visit_steps(None), ("Statistik", request.path)),
    }
    return render(request, "people/visit_statistics.html", context)


@public_data
def statistics_data(request: HttpRequest) -> HttpResponse:
    filters = Filters.read(request.GET, ("tahun", "arah"))
    asked = {key: label for key, label in Visit.Direction.choices if filters.direction in ("", key)}
    head = ["Arah", "Ukuran", "Kunci", "Nama", "Jumlah kunjungan"]
    rows = statistics.table(filters.year, asked)
    response = HttpResponse("".join(csv_lines([head], iter(rows))), content_type=CSV_TYPE)
    response["Content-Disposition"] = 'attachment; filename="statistik-kunjungan.csv"'
    return response


def _asked(request: HttpRequest, year: int | None = None) -> tuple[Filters, Any]:
    filters = Filters.read(request.GET, FILTERS)
    found = Visit.objects.published().filtered(filters)
    if year is not None:
        found = found.filter(listed_on__range=(date(year, 1, 1), date(year, 12, 31)))
    return filters, found


def _frame(request: HttpRequest, filters: Filters, names: Names, year: int | None) -> dict[str, Any]:
    """What the list and the calendar share: the form, the filters in force, and the ways to follow them."""
    whole = replace(filters, year=year) if year else filters
    return {
        "year": year,
        "filters": filters,
        "active_filters": active(filters, dict(Visit.Kind.choices), names),
        "query_string": whole.query_string,
        "form": {
            "filters": whole,
            "carried": {name: value for name, value in filters.as_query.items() if name in CARRIED},
            "is_wide": any(name in FURTHER for name in filters.as_query),
            "years": statistics.years(),
            "months": list(enumerate(MONTHS, start=1)),
            "directions": DIRECTIONS.items(),
            "kinds": Visit.Kind.choices,
            "statuses": STATUSES.items(),
            "topics": _offered(_visit_topics(), filters.topic, names.topics),
            "institutions": _offered(_visiting_institutions(), filters.institution, names.institutions),
            "regions": _offered(_visiting_provinces(), filters.region, names.regions),
        },
        "noindex": is_narrowed(request.GET),
    }


def _names(filters: Filters) -> Names:
    return Names(filters, _visit_topics(), _visiting_institutions(), _visiting_provinces())


def _offered(choices: dict[str, str], chosen: str, known: dict[str, str]) -> list[tuple[str, str]]:
    """The choices and, where it is none of them, the one in force: sending the form again must not lose it."""
    extra = {chosen: known.get(chosen, chosen)} if chosen and chosen not in choices else {}
    return list((extra | choices).items())


def _unknown_view(request: HttpRequest) -> list[str]:
    view = request.GET.get("tampilan", "")
    return [] if view in {"", "daftar"} else ["Tampilan yang diminta tidak dikenali; ini daftarnya."]


def _month(filters: Filters) -> Month:
    """The month asked for; without one this month, or January of another year."""
    today = timezone.localdate()
    year = filters.year or today.year
    return Month(year, filters.month or (today.month if year == today.year else 1))


def _month_link(day: date | None, narrowed: Filters) -> dict[str, Any] | None:
    if day is None:
        return None
    month = Month.of(day)
    return {"month": month, "query": replace(narrowed, year=month.year, month=month.number).query_string}


def _weeks(month: Month, visits: list[Visit], narrowed: Filters) -> list[list[dict[str, Any] | None]]:
    """The cells of the calendar, by week; None where the month has no such day."""
    found = by_day(visits, _span, month.first_day, month.last_day)
    return [
        [_cell(day, found.get(day, []), narrowed) if day in month else None for day in week]
        for week in month.weeks
    ]


def _span(visit: Visit) -> tuple[date, date]:
    """The first and last day of a visit that has a day; the day it is listed under is its first."""
    return visit.listed_on, visit.ends_on or visit.listed_on


def _cell(day: date, visits: list[Visit], narrowed: Filters) -> dict[str, Any]:
    return {
        "day": day,
        "visits": visits[:DAY_SHOWS],
        "more": len(visits) - len(visits[:DAY_SHOWS]),
        "query": replace(narrowed, since=day, until=day).query_string,
        "is_today": day == timezone.localdate(),
    }


@remembered
def _visiting_institutions() -> dict[str, str]:
    """Those that took part most often, by name; any other is found by its own page."""
    parties = VisitParty.objects.published().filter(visit__in=Visit.objects.published())
    often = parties.order_by().values("institution").annotate(times=Count("visit", distinct=True))
    most = [row["institution"] for row in often.order_by("-times", "institution")[:INSTITUTIONS_OFFERED]]
    return dict(Institution.objects.filter(pk__in=most).order_by("name").values_list("slug", "name"))


@remembered
def _visit_topics() -> dict[str, str]:
    tagged = Visit.topics.through.objects.filter(
        content_type__model="visit", object_id__in=Visit.objects.published().values("pk")
    )
    found = Topic.objects.filter(pk__in=tagged.values("tag")).order_by(Lower("name"))[:TOPICS_OFFERED]
    return {topic.slug: topic.name for topic in found}


@remembered
def _visiting_provinces() -> dict[str, str]:
    parties = VisitParty.objects.published().filter(visit__in=Visit.objects.published())
    regions = parties.values_list(Coalesce("institution__region__parent", "institution__region")).distinct()
    return dict(Region.objects.filter(pk__in=regions).values_list("code", "name"))
