"""Takedowns: what was removed for good, by whom and why. Never the removed words themselves."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class Takedown(models.Model):
    class Kind(models.TextChoices):
        PHOTO = "photo", "Foto"
        PASSAGE = "passage", "Bagian"

    article = models.ForeignKey(
        "articles.Article", on_delete=models.PROTECT, related_name="takedowns", verbose_name="berita"
    )
    kind = models.CharField("jenis", max_length=10, choices=Kind.choices)
    reason = models.CharField("alasan untuk umum", max_length=300)
    note = models.TextField("catatan internal", blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="oleh"
    )
    at = models.DateTimeField("dihapus pada", default=timezone.now)

    class Meta:
        verbose_name = "penghapusan"
        verbose_name_plural = "penghapusan"
        ordering = ["-at", "-pk"]
        permissions = [("take_down", "Dapat menghapus foto atau bagian berita untuk selamanya")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.reason[:60]}"
