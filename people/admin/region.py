from typing import Any

from django.contrib import admin
from django.db.models import QuerySet

from dprd_news.lib.newsroom import NewsroomAdmin
from people.models import Region


@admin.register(Region)
class RegionAdmin(NewsroomAdmin):
    list_display = ("code", "name", "level", "parent", "council")
    list_display_links = ("code", "name")
    list_filter = ("level", "has_council", ("council_name", admin.EmptyFieldListFilter))
    search_fields = ("name", "code")
    list_select_related = ("parent",)

    public_columns = ("code", "name", "level", "parent", "has_council", "council_name")

    autocomplete_fields = ("parent",)
    fieldsets = (
        (None, {"fields": ("code", "level", "name", "proper_name", "parent")}),
        ("Dewan", {"fields": ("has_council", "council_name")}),
        ("Rujukan", {"fields": ("source", "decree")}),
    )

    def picker_queryset(self, queryset: QuerySet) -> QuerySet:
        return queryset.select_related("parent")

    def picker_label(self, record: Any) -> str:
        above = f", {record.parent}" if record.parent else ""
        return f"{record.name}{above} ({record.code})"

    def public_rows(self, queryset: QuerySet) -> QuerySet:
        return queryset

    @admin.display(description="dewan", ordering="council_name")
    def council(self, region: Region) -> str:
        return region.council_name if region.has_council else "tidak memiliki dewan"
