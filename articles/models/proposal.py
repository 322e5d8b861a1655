"""What the reader proposed for an article, and what the editor made of it."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Count, Q

from articles.models.article import Article


class ProposalQuerySet(models.QuerySet):
    def by_kind(self) -> list[dict[str, Any]]:
        """Rows of kind with the counts `accepted`, `changed` and `rejected`, in the order of the kinds' names."""
        counts = {decision.value: Count("pk", filter=Q(decision=decision)) for decision in Proposal.Decision}
        return list(self.order_by("kind").values("kind").annotate(**counts))


class Proposal(models.Model):
    class Decision(models.TextChoices):
        ACCEPTED = "accepted", "Diterima"
        CHANGED = "changed", "Diubah"
        REJECTED = "rejected", "Ditolak"

    article = models.ForeignKey(
        Article, on_delete=models.CASCADE, related_name="proposals", verbose_name="berita"
    )
    kind = models.CharField("jenis", max_length=20)
    rule = models.CharField("alasan", max_length=300, blank=True)
    proposed = models.JSONField("usulan")
    decision = models.CharField("keputusan", max_length=8, choices=Decision.choices)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="diputuskan oleh"
    )
    decided_at = models.DateTimeField("diputuskan pada", auto_now_add=True)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = "usulan bacaan"
        verbose_name_plural = "usulan bacaan"
        ordering = ["pk"]
        indexes = [models.Index(fields=["kind", "decision"], name="proposal_by_kind")]

    def __str__(self) -> str:
        return f"{self.kind}: {self.get_decision_display().lower()}"


def precision_lines(counts: list[dict[str, Any]]) -> list[str]:
    """A table for people from `by_kind()`: how many of what was decided was right as it was proposed."""
    lines = [f"{'jenis':<14}{'presisi':>9}{'diterima':>10}{'diubah':>8}{'ditolak':>9}"]
    for row in counts:
        decided = row["accepted"] + row["changed"] + row["rejected"]
        figures = f"{row['accepted']:>10}{row['changed']:>8}{row['rejected']:>9}"
        lines.append(f"{row['kind']:<14}{row['accepted'] / decided:>9.3f}{figures}")
    return lines
