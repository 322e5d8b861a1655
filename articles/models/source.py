"""Texts that an article was made of before a later one took their place; only the newsroom sees them."""

from typing import Any

from django.conf import settings
from django.db import models

from articles.models.article import Article, text_hash


class ReleaseSource(models.Model):
    """The article's `source_text` until `replaced_at`. The one that holds now stands on the article itself."""

    article = models.ForeignKey(
        Article, on_delete=models.CASCADE, related_name="earlier_sources", verbose_name="berita"
    )
    text = models.TextField("naskah")
    text_hash = models.CharField(max_length=64, editable=False, db_index=True)
    replaced_at = models.DateTimeField("digantikan pada", auto_now_add=True)
    replaced_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="digantikan oleh"
    )

    class Meta:
        verbose_name = "naskah sebelumnya"
        verbose_name_plural = "naskah sebelumnya"
        ordering = ["-replaced_at", "-pk"]

    def __str__(self) -> str:
        return f"Naskah sebelumnya dari {self.article}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.text_hash = text_hash(self.text)
        super().save(*args, **kwargs)
