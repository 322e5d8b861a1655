from datetime import datetime
from typing import Any

from django.contrib import admin
from django.db.models import Exists, Max, OuterRef, Prefetch, QuerySet
from django.forms import ModelForm
from django.http import HttpRequest
from django.urls import URLPattern
from django.utils import timezone

from dprd_news.lib.newsroom import NOTHING, NewsroomStackedInline, NewsroomTabularInline, badge
from people.admin import visit_calendar, visit_report
from people.admin.bulk import ADD_TOPICS, RELEASE_ALL, TAKE_TOPICS
from people.admin.planning import PlanningAdmin
from people.admin.publication import PublicFilter, ReleaseAdmin
from people.admin.significance import SIGNIFICANT, SILENT, UPDATE, SignificanceAdmin, SignificanceForm
from people.admin.visit_states import status_badge
from people.models import Position, Visit, VisitOfficial, VisitPaper, VisitParty
from people.opendata import VISIT_COLUMNS


class VisitPartyInline(NewsroomStackedInline):
    model = VisitParty
    autocomplete_fields = ("institution", "unit", "head")
    fields = (("side", "people_count"), "institution", "unit", "head", "head_post_printed")
    verbose_name = "pihak"
    verbose_name_plural = "tamu, tuan rumah dan pendamping"

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        queryset = (
            super()
            .get_queryset(request)
            .select_related(
                "institution__parent", "institution__region", "unit__parent", "unit__region", "head"
            )
        )
        return queryset.prefetch_related(Prefetch("head__positions", Position.objects.with_labels()))


class VisitOfficialInline(NewsroomTabularInline):
    model = VisitOfficial
    autocomplete_fields = ("official",)
    fields = ("official", "role", "post_printed")
    verbose_name = "pejabat"
    verbose_name_plural = "pejabat yang menerima, hadir atau ikut"

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        queryset = super().get_queryset(request).select_related("official")
        return queryset.prefetch_related(Prefetch("official__positions", Position.objects.with_labels()))


class VisitPaperInline(NewsroomTabularInline):
    model = VisitPaper


class NeedsFilter(admin.SimpleListFilter):
    title = "perlu dilengkapi"
    parameter_name = "perlu"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [
            ("tanggal", "Tanggal belum diketahui"),
            ("lewat", "Direncanakan, harinya sudah lewat"),
            ("berita", "Terlaksana, belum ada berita"),
            ("pihak", "Belum ada pihak"),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        narrow = {"tanggal": undated, "lewat": overdue, "berita": without_article, "pihak": without_parties}
        chosen = narrow.get(self.value() or "")
        return chosen(queryset) if chosen else queryset


def undated(visits: QuerySet) -> QuerySet:
    """Visits whose day nobody has entered, called off ones apart."""
    return visits.filter(starts_on__isnull=True).exclude(
        status__in=[Visit.Status.CANCELLED, Visit.Status.REFUSED, Visit.Status.POSTPONED]
    )


def overdue(visits: QuerySet) -> QuerySet:
    """Visits still requested or planned though their day has passed."""
    waiting = [Visit.Status.REQUESTED, Visit.Status.PLANNED]
    return visits.filter(status__in=waiting, starts_on__lt=timezone.localdate())


def without_article(visits: QuerySet) -> QuerySet:
    """Visits that took place and that no article tells of."""
    return visits.filter(status=Visit.Status.DONE, articles__isnull=True)


def without_parties(visits: QuerySet) -> QuerySet:
    return visits.filter(parties__isnull=True)


class VisitSignificanceForm(SignificanceForm):
    seen_fields = (
        "title", "kind", "status", "starts_on", "ends_on", "starts_at", "ends_at", "building", "room", "place",
        "region", "purpose", "outcome", "follow_up", "topics",
    )  # fmt: skip


@admin.register(Visit)
class VisitAdmin(PlanningAdmin, SignificanceAdmin, ReleaseAdmin):
    bulk_verbs = (RELEASE_ALL, ADD_TOPICS, TAKE_TOPICS)
    publish_permission = "people.publish_visit"
    significance_form = VisitSignificanceForm
    significance_choices = (SILENT, UPDATE, SIGNIFICANT)
    unseen_inlines = (VisitPaperInline,)

    list_display = ("title", "day", "parties_shown", "direction", "status_shown", "told", "state_badge")
    list_filter = (NeedsFilter, PublicFilter, "status", "direction", "kind")
    search_fields = ("title", "place", "building", "parties__institution__name", "officials__name")
    date_hierarchy = "listed_on"

    change_list_template = "admin/visits/list.html"

    public_columns = VISIT_COLUMNS
    exported_relations = ("topics",)

    inlines = (VisitPartyInline, VisitOfficialInline, VisitPaperInline)
    autocomplete_fields = ("region",)
    readonly_fields = ("direction_shown",)
    fieldsets = (
        (None, {"fields": ("title", ("kind", "status"), "direction_shown")}),
        ("Waktu", {"fields": (("starts_on", "ends_on"), ("starts_at", "ends_at"))}),
        ("Tempat", {"fields": ("building", "room", "place", "region")}),
        ("Isi", {"fields": ("purpose", "outcome", "follow_up", "topics")}),
        ("Hanya untuk redaksi", {"fields": ("note",)}),
        ("Alamat halaman", {"fields": ("slug",), "classes": ("collapse",)}),
    )

    def get_urls(self) -> list[URLPattern]:
        return [*visit_calendar.urls(self), *visit_report.urls(self), *super().get_urls()]

    def picker_label(self, record: Any) -> str:
        return f"{record.title} · {record.dates}"

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        visits: Any = super().get_queryset(request)
        told = Visit.objects.filter(pk=OuterRef("pk"), articles__isnull=False)
        return visits.with_parties().annotate(has_article=Exists(told))

    def void_since(self, record: Visit) -> datetime | None:
        """A takedown from an article reaches the visit that it tells of."""
        return record.articles.aggregate(last=Max("takedowns__at"))["last"]

    def save_related(self, request: HttpRequest, form: ModelForm, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        form.instance.settle_direction()

    @admin.display(description="hari", ordering="listed_on")
    def day(self, visit: Visit) -> str:
        return visit.dates if visit.starts_on else badge("belum diketahui", "bad")

    @admin.display(description="pihak")
    def parties_shown(self, visit: Visit) -> str:
        parties = visit.parties.all()
        told = [
            ", ".join(party.shown_name for party in parties if party.side == side) or "?"
            for side in (VisitParty.Side.GUEST, VisitParty.Side.HOST)
        ]
        return " → ".join(told) if visit.parties.all() else badge("belum ada", "bad")

    @admin.display(description="status", ordering="status")
    def status_shown(self, visit: Visit) -> str:
        return status_badge(visit)

    @admin.display(description="berita", boolean=True)
    def told(self, visit: Any) -> bool:
        return visit.has_article

    @admin.display(description="arah")
    def direction_shown(self, visit: Visit) -> str:
        """Told from the parties and officials at each save."""
        return visit.get_direction_display() or f"{NOTHING} (dihitung dari pihak dan pejabat saat disimpan)"
