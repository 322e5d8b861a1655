"""Taking a photo or exact words down for good: asked, shown where it will reach, and only then done."""

from functools import partial
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse

from articles.models import Article, Photo, Takedown
from articles.takedown import Reason, passage_of, places_of, remove_passage, remove_photo
from dprd_news.lib.newsroom import NewsroomTabularInline

PERMISSION = "articles.take_down"
DONE = {
    Takedown.Kind.PHOTO: "Foto dihapus dari semua tempatnya; keterangannya tampak di kaki berita.",
    Takedown.Kind.PASSAGE: "Kata-kata itu dihapus dari semua tempatnya; keterangannya tampak di kaki berita.",
}


class TakedownForm(forms.Form):
    """Exactly one of a photo of the article and words that stand in it."""

    photo = forms.ModelChoiceField(
        Photo.objects.none(), label="Foto", required=False, empty_label="Tidak ada, hanya kata-kata"
    )
    words = forms.CharField(
        label="Kata-kata",
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
        help_text="Salin persis seperti tampak di halaman, misalnya nama lengkap atau nomor telepon. Hanya kata-kata "
        "yang sama yang dihapus: hapus sekali lagi untuk ejaan lain.",
    )
    reason = forms.CharField(
        label="Alasan untuk umum",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"}),
        help_text="Dibaca umum di kaki berita, misalnya “Melindungi anak di bawah umur.” Jangan menyebut yang dihapus.",
    )
    note = forms.CharField(
        label="Catatan internal",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"}),
        help_text="Siapa yang meminta, dan kapan. Hanya untuk redaksi. Jangan menyebut yang dihapus.",
    )

    def __init__(self, article: Article, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.article = article
        self.fields["photo"].queryset = article.photos.all()  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        words, photo = (data.get("words") or "").strip(), data.get("photo")
        if "words" in self.errors or "photo" in self.errors:
            return data
        if bool(words) == bool(photo):
            raise ValidationError("Pilih satu foto, atau tuliskan kata-kata: salah satu saja.")
        if words:
            passage = passage_of(words)
            for name in ("reason", "note"):
                if passage.is_in(data.get(name, "")):
                    self.add_error(name, "Jangan memuat kata-kata yang dihapus.")
            data["places"] = places_of(self.article, passage)
            if not data["places"]:
                raise ValidationError("Kata-kata itu tidak ditemukan pada berita ini.")
        return data

    def others(self) -> list[Article]:
        """Other articles that lose the photo too."""
        photo = self.cleaned_data["photo"]
        return list(photo.articles.exclude(pk=self.article.pk).defer("source_text")) if photo else []

    def carry_out(self, by: Any) -> Takedown:
        data = self.cleaned_data
        reason = Reason(by, data["reason"].strip(), data["note"].strip())
        if data["photo"]:
            return remove_photo(self.article, data["photo"], reason)
        return remove_passage(self.article, data["words"], reason)


def urls(articles: admin.ModelAdmin) -> list[URLPattern]:
    view = articles.admin_site.admin_view(partial(take_down, articles))
    return [path("<int:pk>/hapus-bagian/", view, name="articles_article_take_down")]


def take_down(articles: admin.ModelAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """The form; a POST shows where it will reach, and a second one, from that page, does it."""
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied
    with transaction.atomic():
        article = Article.objects.select_for_update().filter(pk=pk).first()
        if article is None:
            raise Http404
        article.held_version = article.version  # type: ignore[attr-defined]
        form = TakedownForm(article, request.POST if request.method == "POST" else None)
        is_checked = request.method == "POST" and form.is_valid()
        if is_checked and "confirmed" in request.POST:
            stone = form.carry_out(request.user)
            article.refresh_from_db()
            articles.log_change(request, article, f"{stone.get_kind_display()} dihapus untuk selamanya.")
            articles.message_user(request, DONE[Takedown.Kind(stone.kind)], messages.SUCCESS)
            return HttpResponseRedirect(reverse("admin:articles_article_change", args=[pk]))
        context = {
            **articles.admin_site.each_context(request),
            "title": "Hapus foto atau kata-kata",
            "opts": articles.opts,
            "original": article,
            "form": form,
            "is_checked": is_checked,
            "others": form.others() if is_checked else [],
            "photos": article.article_photos.select_related("photo"),
            "media": articles.media,
        }
        return TemplateResponse(request, "admin/takedown.html", context)


class TakedownInline(NewsroomTabularInline):
    """Read only: what was taken down stays so."""

    model = Takedown
    fields = readonly_fields = ("at", "kind", "reason", "note", "by")
    can_delete = False
    verbose_name_plural = "yang dihapus untuk selamanya"

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
