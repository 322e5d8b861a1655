"""Public versions: what a significant change altered, from just before it to just after."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Max

from articles.models.correction import Correction
from dprd_news.lib.differences import BREAK, Difference, condensed, differences
from dprd_news.lib.html import plain_text
from dprd_news.lib.indonesian import date_range

if TYPE_CHECKING:
    from articles.models.article import Article

LABELS = {
    "title": "Judul",
    "lead": "Ringkasan",
    "body": "Isi",
    "byline": "Kode penulis",
    "day": "Tanggal kegiatan",
    "place": "Tempat",
}


@dataclass(frozen=True)
class Change:
    """One part of the text, as paragraphs of runs of words that stayed, were added or were removed."""

    label: str
    paragraphs: list[list[Difference]]


class VersionQuerySet(models.QuerySet["Version"]):
    def keep(self, correction: Correction, before: dict[str, str], after: dict[str, str]) -> "Version | None":
        """The version that this correction made; None where the words stayed the same."""
        if before == after:
            return None
        last = self.filter(article=correction.article).aggregate(last=Max("number"))["last"] or 0
        return self.create(
            article=correction.article, correction=correction, number=last + 1, before=before, after=after
        )


class Version(models.Model):
    """`before` and `after` hold plain words by the names in LABELS: see `words_of`."""

    article = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, related_name="versions", verbose_name="berita"
    )
    correction = models.OneToOneField(
        Correction, on_delete=models.CASCADE, related_name="version", verbose_name="koreksi"
    )
    number = models.PositiveIntegerField("nomor")
    before = models.JSONField("sebelum")
    after = models.JSONField("sesudah")
    made_at = models.DateTimeField("dibuat", auto_now_add=True)

    objects = VersionQuerySet.as_manager()

    class Meta:
        verbose_name = "versi umum"
        verbose_name_plural = "versi umum"
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "number"],
                name="version_number_unique",
                violation_error_message="Nomor versi ini sudah ada.",
            )
        ]

    def __str__(self) -> str:
        return f"Versi {self.number}"

    @property
    def changes(self) -> list[Change]:
        """Each part whose words differ, in reading order."""
        return [
            Change(label, _paragraphs(condensed(differences(self._old(name), self._new(name)))))
            for name, label in LABELS.items()
            if self._old(name) != self._new(name)
        ]

    def _old(self, name: str) -> str:
        return self.before.get(name, "")

    def _new(self, name: str) -> str:
        return self.after.get(name, "")


def words_of(article: "Article") -> dict[str, str]:
    """What readers read of the article itself, as plain words."""
    return {
        "title": article.title,
        "lead": article.lead,
        "body": plain_text(article.body),
        "byline": article.byline,
        "day": date_range(article.event_date, article.event_end_date) if article.event_date else "",
        "place": article.place,
    }


def _paragraphs(found: list[Difference]) -> list[list[Difference]]:
    paragraphs: list[list[Difference]] = [[]]
    for kind, text in found:
        for number, part in enumerate(text.split(BREAK)):
            if number:
                paragraphs.append([])
            if part:
                paragraphs[-1].append((kind, part))
    return [paragraph for paragraph in paragraphs if paragraph]
