from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from people.admin.keeping import KeptAdmin
from people.models import Council
from people.models.council import ABOUT


@admin.register(Council)
class CouncilAdmin(KeptAdmin):
    """One record: it is changed, never added beside another and never deleted."""

    list_display = ("name", "institution", "region", "time_zone_label")
    list_select_related = ("institution", "region")

    autocomplete_fields = ("institution", "region")
    fieldsets = (
        (None, {"fields": ("name", "tagline", "institution", "region")}),
        ("Waktu", {"fields": ("time_zone", "time_zone_label")}),
        ("Rupa", {"fields": ("emblem", "emblem_alt", "colour", "colour_dark")}),
        ("Kontak", {"fields": ("address", "phone", "email")}),
        ("Isi bawaan", {"fields": ("default_photo_credit", "reuse_note")}),
        (
            "Halaman Tentang",
            {
                "fields": ("about", *ABOUT),
                "description": "Bagian yang kosong tidak tampil. Baris kosong memisahkan paragraf; alamat laman "
                "dan surel menjadi tautan dengan sendirinya.",
            },
        ),
    )

    def has_add_permission(self, request: HttpRequest) -> bool:
        return super().has_add_permission(request) and Council.current() is None

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
