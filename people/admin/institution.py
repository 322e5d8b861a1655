from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from dprd_news.lib.exports import page_column
from dprd_news.lib.newsroom import NewsroomTabularInline, counted, thumbnail
from people.admin.merging import MergingAdmin
from people.admin.publication import PublicFilter, ReleaseAdmin
from people.admin.terms import CouncilTermsAdmin
from people.models import Institution, InstitutionName, Position


class InstitutionNameInline(NewsroomTabularInline):
    model = InstitutionName
    verbose_name_plural = "nama lain dan nama lama"


@admin.register(Institution)
class InstitutionAdmin(CouncilTermsAdmin, MergingAdmin, ReleaseAdmin):
    publish_permission = "people.publish_institution"
    picker_name = "name"

    list_display = ("name", "kind", "parent", "region", "holders", "emblem_shown", "state_badge")
    list_filter = (PublicFilter, "kind")
    search_fields = ("name", "short_name", "names__name", "names__short_name")
    list_select_related = ("parent", "region")

    public_columns = (
        "name",
        "short_name",
        "kind",
        "parent",
        "region",
        "starts_on",
        "ends_on",
        "website",
        page_column(),
    )

    inlines = (InstitutionNameInline,)
    autocomplete_fields = ("parent", "region", "succeeded_by", "partners")
    fieldsets = (
        (None, {"fields": ("name", "short_name", "kind", "parent", "region")}),
        ("Keterangan", {"fields": ("description", "website", "emblem", "emblem_alt", "emblem_credit")}),
        ("Riwayat dan mitra", {"fields": ("starts_on", "ends_on", "succeeded_by", "seats", "partners")}),
        ("Alamat halaman", {"fields": ("slug",), "classes": ("collapse",)}),
    )

    def picker_queryset(self, queryset: QuerySet) -> QuerySet:
        return queryset.select_related("parent", "region")

    def picker_label(self, record: Any) -> str:
        """A part says what it is a part of, a body its region, and one that is gone says so."""
        where = str(record.parent or record.region or "")
        parts = [record.name]
        if where and where not in record.name:
            parts.append(where)
        if record.is_former:
            parts.append(f"sampai {record.ends_on.year}")
        return " · ".join(parts)

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).annotate(holder_count=counted(Position, "institution"))

    @admin.display(description="masa jabatan", ordering="holder_count")
    def holders(self, institution: Any) -> int:
        return institution.holder_count

    @admin.display(description="lambang")
    def emblem_shown(self, institution: Institution) -> str:
        return thumbnail(institution, "emblem")
