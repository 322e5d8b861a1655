from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from dprd_news.lib.exports import Column, page_column
from dprd_news.lib.newsroom import NOTHING, NewsroomStackedInline, NewsroomTabularInline, badge, thumbnail
from people.admin import terms
from people.admin.merging import MergingAdmin
from people.admin.publication import PublicFilter, ReleaseAdmin
from people.models import Official, OfficialName, Position


class OfficialNameInline(NewsroomTabularInline):
    model = OfficialName
    verbose_name_plural = "ejaan lain"


class PositionInline(NewsroomStackedInline):
    model = Position
    autocomplete_fields = ("post", "institution")
    fields = (
        ("post", "acting"),
        "institution",
        ("starts_on", "starts_precision"),
        ("ends_on", "ends_precision"),
        "end_reason",
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        queryset = super().get_queryset(request)
        return queryset.select_related("post", "institution__parent", "institution__region")


class PortraitFilter(admin.SimpleListFilter):
    title = "potret"
    parameter_name = "potret"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("tidak", "Belum ada"), ("ada", "Ada"), ("alt", "Tanpa teks alternatif")]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() == "tidak":
            return queryset.filter(portrait="")
        if self.value() == "ada":
            return queryset.exclude(portrait="")
        return queryset.exclude(portrait="").filter(portrait_alt="") if self.value() == "alt" else queryset


class PartyFilter(admin.AllValuesFieldListFilter):
    """A link needs words, also the one to those without a party."""

    def choices(self, changelist: Any) -> Iterator[Any]:
        for choice in super().choices(changelist):
            yield {**choice, "display": choice["display"] or "Tanpa partai"}


@admin.register(Official)
class OfficialAdmin(MergingAdmin, ReleaseAdmin):
    publish_permission = "people.publish_official"
    verbs = (*ReleaseAdmin.verbs, *terms.VERBS)

    list_display = ("portrait_shown", "full_name_shown", "present_post", "party", "state_badge")
    list_display_links = ("full_name_shown",)
    list_filter = (PublicFilter, PortraitFilter, ("party", PartyFilter))
    search_fields = ("name", "nickname", "names__name")

    public_columns = (
        Column("Nama lengkap", lambda official: official.full_name),
        "name",
        "nickname",
        "party",
        "electoral_district",
        "died_on",
        Column("Jabatan sekarang", lambda official: _public_posts(official)),
        page_column(),
    )

    inlines = (PositionInline, OfficialNameInline)
    fieldsets = (
        (None, {"fields": (("front_title", "name", "back_title"), "nickname", "biography")}),
        ("Potret", {"fields": ("portrait", "portrait_alt", "portrait_credit")}),
        ("Keanggotaan", {"fields": ("party", "electoral_district", "died_on")}),
        ("Alamat halaman", {"fields": ("slug",), "classes": ("collapse",)}),
    )

    def picker_queryset(self, queryset: Any) -> QuerySet:
        # The list's own rows bring their positions already, and twice is refused.
        return queryset.prefetch_related(None).with_positions()

    def list_pages(self, request: HttpRequest) -> list[tuple[str, str]]:
        """Pages that stand on top, since they read names as releases are read."""
        pages = []
        if self.may_publish(request) and self.has_add_permission(request):
            pages.append(("Impor daftar dewan", reverse("admin:people_official_import")))
        if self.has_change_permission(request):
            pages.append(("Unggah potret", reverse("admin:people_official_portraits")))
        return pages

    def picker_label(self, record: Any) -> str:
        post = _present_post(record)
        return record.full_name if post == NOTHING else f"{record.full_name} · {post}"

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        officials: Any = super().get_queryset(request)
        return officials.with_positions()

    @admin.display(description="potret")
    def portrait_shown(self, official: Official) -> str:
        return thumbnail(official, "portrait") if official.portrait else badge("belum ada", "empty")

    @admin.display(description="nama", ordering="name")
    def full_name_shown(self, official: Official) -> str:
        return official.full_name

    @admin.display(description="jabatan sekarang")
    def present_post(self, official: Official) -> str:
        return _present_post(official)


def _public_posts(official: Official) -> str:
    """The posts held today in bodies that anyone may see, the highest first."""
    held = official.positions_on(timezone.localdate())
    return "; ".join(position.label_on(None) for position in held if position.institution.is_public)


def _present_post(official: Official) -> str:
    """The post held today, else the last one held; reads the prefetched positions."""
    today = timezone.localdate()
    if now := official.post_on(today):
        return now
    ended = [
        position for position in official.positions.all() if position.ends_on and position.ends_on < today
    ]
    if not ended:
        return NOTHING
    last = max(ended, key=lambda position: position.ends_on or today)
    return f"{last.label_on(last.ends_on)} ({last.period})"
