from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timesince import timesince

from articles.models import ErrorReport
from dprd_news.lib.newsroom import NewsroomAdmin


class AnswerForm(forms.ModelForm):
    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("outcome") == ErrorReport.Outcome.OPEN:
            self.add_error("outcome", "Pilih hasilnya.")
        elif not data.get("answer", "").strip():
            self.add_error("answer", "Tuliskan jawabannya: apa yang diperiksa dan hasilnya.")
        return data


@admin.register(ErrorReport)
class ErrorReportAdmin(NewsroomAdmin):
    """The queue. What a reader wrote stays as it came; only the outcome is written here."""

    list_display = ("shown_code", "article", "outcome", "age", "made_at")
    list_filter = ("outcome",)
    search_fields = ("code", "article__title", "text", "passage")
    list_select_related = ("article",)
    date_hierarchy = "made_at"
    ordering = ("-made_at",)

    # A reader's own address is for the answer alone.
    unexported = ("contact",)

    form = AnswerForm
    readonly_fields = (
        "shown_code",
        "read_article",
        "made_at",
        "passage",
        "text",
        "contact",
        "answered_at",
        "answered_by",
    )
    fieldsets = (
        (None, {"fields": ("shown_code", "read_article", "made_at", "passage", "text", "contact")}),
        ("Hasil", {"fields": ("outcome", "answer", "answered_at", "answered_by")}),
    )

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description="kode bukti", ordering="code")
    def shown_code(self, report: ErrorReport) -> str:
        return report.shown_code

    @admin.display(description="umur", ordering="made_at")
    def age(self, report: ErrorReport) -> str:
        return timesince(report.made_at, report.answered_at, depth=1)

    @admin.display(description="berita")
    def read_article(self, report: ErrorReport) -> SafeString:
        """Where it stands now, and whether it changed since the reader saw it."""
        changed = report.article.version - report.article_version
        since = f"disimpan {changed} kali sejak dilaporkan" if changed else "belum berubah sejak dilaporkan"
        address = reverse("admin:articles_article_change", args=[report.article_id])
        return format_html('<a href="{}">{}</a> ({})', address, report.article, since)

    def save_model(self, request: HttpRequest, obj: ErrorReport, form: Any, change: bool) -> None:
        obj.settle(obj.outcome, obj.answer, by=request.user)
