from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from dprd_news.lib.indonesian import approximate
from dprd_news.lib.newsroom import NewsroomAdmin, counted
from people.admin.keeping import KeptAdmin
from people.admin.kept_form import KeptForm
from people.admin.terms import PositionTermsAdmin
from people.models import Official, Position, Post
from people.models.publication import public


class HeldFilter(admin.SimpleListFilter):
    title = "masa"
    parameter_name = "masa"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("kini", "Sedang menjabat"), ("lalu", "Sudah berakhir"), ("tanpa", "Tanggal mulai belum ada")]

    def queryset(self, request: HttpRequest, queryset: Any) -> QuerySet:
        today = timezone.localdate()
        if self.value() == "kini":
            return queryset.held_on(today)
        if self.value() == "lalu":
            return queryset.filter(ends_on__lt=today)
        return queryset.filter(starts_on__isnull=True) if self.value() == "tanpa" else queryset


class PositionForm(KeptForm):
    """Whoever may not publish does not alter what the page of an approved person says."""

    may_publish = False

    def clean_official(self) -> Official:
        official = self.cleaned_data["official"]
        is_here_already = self.instance.pk and self.initial.get("official") == official.pk
        if not self.may_publish and not is_here_already and official.is_fixed:
            raise ValidationError(
                "Pejabat ini sudah disetujui atau tampil. Tambahkan jabatannya di formulir pejabat itu: di sana "
                "menjadi usulan untuk Redaktur."
            )
        return official


@admin.register(Position)
class PositionAdmin(PositionTermsAdmin, KeptAdmin):
    publish_permission = "people.publish_official"
    form = PositionForm

    list_display = ("official", "post_shown", "institution", "starts_shown", "ends_shown", "is_held")
    list_filter = (HeldFilter, "acting", "post")
    search_fields = ("official__name", "official__names__name", "institution__name", "post__name")
    list_select_related = ("official", "post", "institution")

    public_columns = (
        "official",
        "post",
        "acting",
        "institution",
        "starts_on",
        "starts_precision",
        "ends_on",
        "ends_precision",
        "end_reason",
    )

    autocomplete_fields = ("official", "post", "institution")
    fieldsets = (
        (None, {"fields": ("official", ("post", "acting"), "institution")}),
        (
            "Masa",
            {"fields": (("starts_on", "starts_precision"), ("ends_on", "ends_precision"), "end_reason")},
        ),
    )

    def public_rows(self, queryset: QuerySet) -> QuerySet:
        return queryset.filter(public(prefix="official__"), public(prefix="institution__"))

    def is_guarded(self, record: Any) -> bool:
        return record.official.is_fixed

    def get_form(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        form: Any = super().get_form(request, *args, **kwargs)
        form.may_publish = self.may_publish(request)
        return form

    @admin.display(description="jabatan", ordering="post__rank")
    def post_shown(self, position: Position) -> str:
        return f"{position.acting} {position.post}".strip()

    @admin.display(description="mulai", ordering="starts_on")
    def starts_shown(self, position: Position) -> str:
        """As exactly as it is known: "Januari 2025" is no first of January."""
        return approximate(position.starts_on, position.starts_precision) if position.starts_on else "–"

    @admin.display(description="sampai", ordering="ends_on")
    def ends_shown(self, position: Position) -> str:
        return approximate(position.ends_on, position.ends_precision) if position.ends_on else "–"

    @admin.display(description="sedang menjabat", boolean=True)
    def is_held(self, position: Position) -> bool:
        return position.is_current


@admin.register(Post)
class PostAdmin(NewsroomAdmin):
    list_display = ("name", "rank", "is_single", "scope", "holders")
    list_filter = ("is_single", "scope")
    search_fields = ("name",)
    public_columns = ("name", "rank", "is_single")

    def public_rows(self, queryset: QuerySet) -> QuerySet:
        return queryset

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).annotate(holder_count=counted(Position, "post"))

    @admin.display(description="masa jabatan tercatat", ordering="holder_count")
    def holders(self, post: Any) -> int:
        return post.holder_count
