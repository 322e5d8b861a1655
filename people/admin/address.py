from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html

from dprd_news.lib.newsroom import NOTHING, NewsroomAdmin
from people.models import OldAddress
from people.models.address import Addressed


class OldAddressForm(forms.ModelForm):
    destination = forms.CharField(
        label="halaman tujuan",
        max_length=500,
        help_text="Alamat halaman di situs ini, misalnya /berita/2025/06/judul-berita/.",
    )

    class Meta:
        model = OldAddress
        fields = ("path",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "path" in self.fields:
            self.fields["path"].required = True
        if self.instance.pk and self.instance.target is not None:
            self.fields["destination"].initial = self.instance.target.get_absolute_url()

    def clean_destination(self) -> str:
        text = self.cleaned_data["destination"].strip()
        target = _record_at(text)
        if target is None:
            raise ValidationError("Tidak ada halaman dengan alamat itu di situs ini.")
        self.instance.content_type = ContentType.objects.get_for_model(target)
        self.instance.object_id = target.pk
        return text


def _record_at(address: str) -> Any:
    """The record (an Addressed one) whose page has that path; None when no record's page does."""
    slug = address.strip("/").rsplit("/", 1)[-1]
    for content_type in ContentType.objects.all():
        model = content_type.model_class()
        if model is None or not issubclass(model, Addressed):
            continue
        record: Any = model._default_manager.filter(slug=slug).first()
        if record is not None and record.get_absolute_url().strip("/") == address.strip("/"):
            return record
    return None


@admin.register(OldAddress)
class OldAddressAdmin(NewsroomAdmin):
    """Old slugs write themselves down; editors add addresses of sites that came before this one."""

    publish_permission = "articles.publish_article"
    form = OldAddressForm

    list_display = ("address", "kind", "leads_to", "created_at")
    list_filter = ("created_at",)
    search_fields = ("path", "slug")
    list_select_related = ("content_type",)

    fields = ("path", "destination")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A renamed record's own slug stays as it was written down."""
        return super().has_change_permission(request, obj) and (obj is None or obj.slug == "")

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and (obj is None or obj.slug == "")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        if obj is None or self.has_change_permission(request, obj):
            return self.fields
        return ("address", "kind", "leads_to")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return ("address", "kind", "leads_to")

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).prefetch_related("target")

    @admin.display(description="alamat lama")
    def address(self, old: OldAddress) -> str:
        return str(old)

    @admin.display(description="jenis", ordering="content_type")
    def kind(self, old: OldAddress) -> str:
        return old.content_type.name

    @admin.display(description="menuju")
    def leads_to(self, old: OldAddress) -> str:
        if old.target is None:
            return NOTHING
        return format_html('<a href="{}">{}</a>', old.target.get_absolute_url(), old.target)
