"""Corrections: public, on the page they correct and in the log."""

from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone

from people.models import Visit
from people.models.correction import CorrectionKind
from people.models.publication import public


class CorrectionQuerySet(models.QuerySet):
    def published(self) -> Self:
        """Corrections of articles and visits that anyone may see."""
        now = timezone.now()
        return self.filter(public(now, "article__") | public(now, "visit__"), corrected_at__lte=now)

    def with_subjects(self) -> Self:
        """What they correct at hand, for lists."""
        return self.select_related("article", "visit").defer("article__source_text", "article__body")


class Correction(models.Model):
    Kind = CorrectionKind

    article = models.ForeignKey(
        "articles.Article",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="corrections",
        verbose_name="berita",
    )
    visit = models.ForeignKey(
        Visit,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="corrections",
        verbose_name="kunjungan",
    )
    kind = models.CharField("jenis", max_length=10, choices=Kind.choices, default=Kind.FACT)
    text = models.TextField("isi koreksi", help_text="Apa yang keliru dan apa yang benar; dibaca umum.")
    corrected_at = models.DateTimeField("dikoreksi pada", default=timezone.now)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        verbose_name = "koreksi"
        verbose_name_plural = "koreksi"
        ordering = ["-corrected_at", "-pk"]
        indexes = [models.Index(fields=["-corrected_at", "-id"], name="correction_newest")]
        constraints = [
            models.CheckConstraint(
                condition=Q(article__isnull=False, visit__isnull=True)
                | Q(article__isnull=True, visit__isnull=False),
                name="correction_of_article_or_visit",
                violation_error_message="Koreksi mengenai satu berita atau satu kunjungan.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.text[:60]}"

    def clean(self) -> None:
        if self.corrected_at and self.corrected_at > timezone.now():
            raise ValidationError({"corrected_at": "Koreksi tidak dapat bertanggal nanti."})

    @property
    def subject(self) -> Any:
        """The article or visit that it corrects."""
        return self.article or self.visit
