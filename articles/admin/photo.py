from datetime import datetime
from typing import Any

from django.contrib import admin, messages
from django.db.models import Max, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.urls import URLPattern
from django.utils.html import format_html

from articles.admin import uploading
from articles.admin.panel import state_of
from articles.admin.photo_forms import PhotoForm, default_credit, tell_moved
from articles.admin.significance import PhotoSignificanceAdmin
from articles.models import ArticlePhoto, Photo
from dprd_news.lib.exports import Column
from dprd_news.lib.newsroom import badge, counted
from dprd_news.lib.pictures import SHOWN_WIDTH_PX
from people.admin.keeping import KeptAdmin
from people.templatetags.pictures import FOCUS_STEP

# Where the public site cuts photos: the class of the shape, its name, and the steps its focal point moves in.
SHAPES = (
    ("shape-lead", "Berita utama (16:10)", FOCUS_STEP),
    ("shape-card", "Kartu dan galeri (3:2)", FOCUS_STEP),
    ("shape-row", "Daftar (1:1)", FOCUS_STEP),
    ("shape-share", "Dibagikan (1200 × 630)", 1),
)


class NeedsFilter(admin.SimpleListFilter):
    title = "perlu dilengkapi"
    parameter_name = "perlu"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [
            ("alt", "Tanpa teks alternatif"),
            ("kredit", "Tanpa kredit"),
            ("persetujuan", "Persetujuan belum ada"),
            ("lebar", f"Lebar di bawah {uploading.WIDE_ENOUGH} px"),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() == "alt":
            return without_alt(queryset)
        if self.value() == "kredit":
            return without_credit(queryset)
        if self.value() == "persetujuan":
            return queryset.filter(consent=Photo.Consent.MISSING)
        return queryset.filter(width_px__lt=SHOWN_WIDTH_PX) if self.value() == "lebar" else queryset


class UseFilter(admin.SimpleListFilter):
    title = "pemakaian"
    parameter_name = "dipakai"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("ya", "Dipakai"), ("belum", "Belum dipakai")]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        chosen = {"ya": queryset.filter(use_count__gt=0), "belum": queryset.filter(use_count=0)}
        return chosen.get(self.value() or "", queryset)


def without_alt(photos: QuerySet) -> QuerySet:
    """Photos that say something to those who see and nothing to those who do not."""
    return photos.filter(alt="", is_decorative=False)


def without_credit(photos: QuerySet) -> QuerySet:
    return photos.filter(credit="")


@admin.register(Photo)
class PhotoAdmin(PhotoSignificanceAdmin, KeptAdmin):
    publish_permission = "articles.publish_article"

    form = PhotoForm
    change_form_template = "admin/photos/form.html"
    change_list_template = "admin/photos/list.html"

    actions = ("describe",)
    list_filter = (UseFilter, NeedsFilter, "consent", "created_at")
    list_per_page = 30
    search_fields = ("caption", "alt", "credit", "articles__title")
    readonly_fields = ("size_shown", "focus_shown", "used_in")

    public_columns = ("caption", "alt", "credit", "taken_on")
    internal_columns = (
        Column("Jumlah berita", lambda photo: photo.use_count),
        Column("Ukuran (px)", lambda photo: f"{photo.width_px} × {photo.height_px}"),
    )

    fieldsets = (
        (None, {"fields": ("file", "size_shown", "alt", "is_decorative", "caption", "credit", "taken_on")}),
        (
            "Titik fokus",
            {
                "fields": ("focus_shown", ("focal_x", "focal_y")),
                "description": "Bagian foto yang tetap terlihat bila foto dipotong.",
            },
        ),
        ("Persetujuan", {"fields": ("consent", "consent_note")}),
        ("Dipakai di", {"fields": ("used_in",)}),
    )
    add_fieldsets = (
        (None, {"fields": ("file", "alt", "is_decorative", "caption", "credit", "taken_on")}),
        ("Persetujuan", {"fields": ("consent", "consent_note")}),
    )

    def get_urls(self) -> list[URLPattern]:
        return [*uploading.urls(self), *super().get_urls()]

    def get_fieldsets(self, request: HttpRequest, obj: Photo | None = None) -> Any:
        """The focal point is set on the photo, so there has to be one first."""
        return super().get_fieldsets(request, obj) if obj else self.add_fieldsets

    def public_rows(self, queryset: Any) -> QuerySet:
        return queryset.shown()

    def picker_label(self, record: Any) -> str:
        return f"{record} · nomor {record.pk}" if record.caption or record.alt else str(record)

    def is_guarded(self, record: Any) -> bool:
        """A photo on anything approved or published."""
        return record.articles.fixed().exists()

    def void_since(self, record: Photo) -> datetime | None:
        return record.articles.aggregate(last=Max("takedowns__at"))["last"]

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {"credit": default_credit(), **super().get_changeform_initial_data(request)}

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).annotate(use_count=counted(ArticlePhoto, "photo"))

    def save_model(self, request: HttpRequest, obj: Photo, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        tell_moved(request, form)
        if "file" in form.changed_data and obj.is_narrow:
            messages.warning(request, uploading.narrow_warning(obj))

    @admin.action(description="Lengkapi keterangannya", permissions=["change"])
    def describe(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse:
        """Leads to the page for the words of all that were ticked."""
        photos = list(queryset[: uploading.MOST_FILES + 1])
        if len(photos) > uploading.MOST_FILES:
            messages.warning(
                request, f"Sekaligus paling banyak {uploading.MOST_FILES} foto; sisanya tidak ikut."
            )
        return HttpResponseRedirect(uploading.words_address(photos[: uploading.MOST_FILES]))

    @admin.display(description="ukuran")
    def size_shown(self, photo: Photo) -> str:
        size = f"{photo.width_px} × {photo.height_px} px"
        return (
            format_html("{}<br>{}", size, badge(uploading.narrow_warning(photo), "waiting"))
            if photo.is_narrow
            else size
        )

    @admin.display(description="tampak")
    def focus_shown(self, photo: Photo) -> str:
        return render_to_string("admin/photos/_focus.html", {"photo": photo, "shapes": SHAPES})

    @admin.display(description="berita")
    def used_in(self, photo: Photo) -> str:
        """Each article that has the photo, with the words it bears there where they are not its own."""
        placed = list(photo.article_photos.select_related("article").order_by("-article__pk"))
        rows = [{"placed": place, "state": state_of(place.article)} for place in placed]
        return render_to_string("admin/photos/_uses.html", {"rows": rows})
