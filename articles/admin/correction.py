from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from articles.models import Correction
from dprd_news.lib.exports import Column
from dprd_news.lib.newsroom import NewsroomAdmin, NewsroomTabularInline


class CorrectionInline(NewsroomTabularInline):
    """Read only: a correction is made as a significant change is saved, and stays as it was read."""

    model = Correction
    fields = readonly_fields = ("corrected_at", "kind", "text")
    can_delete = False
    verbose_name_plural = "koreksi yang sudah terbit"

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Correction)
class CorrectionAdmin(NewsroomAdmin):
    """The log. Corrections are made on the article or visit, and neither changed nor deleted."""

    list_display = ("corrected_at", "kind", "subject", "text")
    list_filter = ("kind",)
    search_fields = ("text", "article__title", "visit__title")
    list_select_related = ("article", "visit")
    date_hierarchy = "corrected_at"

    public_columns = (
        "corrected_at",
        "kind",
        Column("Berita atau kunjungan", lambda correction: str(correction.article or correction.visit)),
        "text",
    )

    fields = readonly_fields = ("subject", "kind", "text", "corrected_at")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description="berita atau kunjungan")
    def subject(self, correction: Correction) -> str:
        return str(correction.subject)
