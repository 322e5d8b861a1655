"""What readers say is wrong in an article: for the newsroom alone, with an outcome that anyone may read."""

import secrets
from typing import Any, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from articles.models.article import Article

# Without the letters and figures that are taken for one another when read aloud.
CODE_CHARACTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
CODE_LENGTH = 8
PASSAGE_LENGTH, TEXT_LENGTH = 500, 3000


class ErrorReportQuerySet(models.QuerySet):
    def waiting(self) -> Self:
        """Not answered yet, the oldest first."""
        return self.filter(outcome=ErrorReport.Outcome.OPEN).order_by("made_at", "pk")

    def at_code(self, typed: str) -> Self:
        """The report of a receipt code, if there is one, however it is typed: small letters, blanks and dashes do not matter."""
        code = "".join(letter for letter in typed.upper() if letter in CODE_CHARACTERS)
        return self.filter(code=code)


def _new_code() -> str:
    return "".join(secrets.choice(CODE_CHARACTERS) for _ in range(CODE_LENGTH))


class ErrorReport(models.Model):
    class Outcome(models.TextChoices):
        OPEN = "open", "Sedang diperiksa"
        CORRECTED = "corrected", "Sudah dikoreksi"
        UNCHANGED = "unchanged", "Diperiksa, tidak diubah"
        ELSEWHERE = "elsewhere", "Bukan soal tulisan ini"

    article = models.ForeignKey(
        Article, on_delete=models.CASCADE, related_name="error_reports", verbose_name="berita"
    )
    code = models.CharField(
        "kode bukti", max_length=CODE_LENGTH, unique=True, editable=False, default=_new_code
    )
    article_version = models.PositiveIntegerField("versi yang dibaca", editable=False)
    passage = models.TextField("kalimat yang dimaksud", max_length=PASSAGE_LENGTH, blank=True)
    text = models.TextField("yang keliru", max_length=TEXT_LENGTH)
    contact = models.CharField("kontak pelapor", max_length=200, blank=True)
    made_at = models.DateTimeField("diterima pada", auto_now_add=True)

    outcome = models.CharField("hasil", max_length=10, choices=Outcome.choices, default=Outcome.OPEN)
    answer = models.TextField(
        "jawaban",
        max_length=2000,
        blank=True,
        help_text="Dibaca siapa pun yang memegang kode buktinya. Jangan ulangi kata-kata atau nama pelapor.",
    )
    answered_at = models.DateTimeField("dijawab pada", null=True, blank=True, editable=False)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name="dijawab oleh",
    )

    objects = ErrorReportQuerySet.as_manager()

    class Meta:
        verbose_name = "laporan pembaca"
        verbose_name_plural = "laporan pembaca"
        ordering = ["-made_at", "-pk"]
        indexes = [models.Index(fields=["outcome", "made_at"], name="errorreport_queue")]
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome="open") | ~Q(answer=""),
                name="errorreport_outcome_says_why",
                violation_error_message="Tuliskan jawabannya: apa yang diperiksa dan hasilnya.",
            ),
        ]

    def __str__(self) -> str:
        return f"Laporan {self.shown_code}"

    @property
    def shown_code(self) -> str:
        """ "K7QX-M2RP": four and four are easier to read out."""
        return f"{self.code[:4]}-{self.code[4:]}"

    @property
    def is_open(self) -> bool:
        return self.outcome == self.Outcome.OPEN

    @transaction.atomic
    def settle(self, outcome: str, answer: str, by: Any = None) -> None:
        """Say what came of it. Raises ValidationError without an answer; may be said again, better."""
        if outcome == self.Outcome.OPEN:
            raise ValidationError({"outcome": "Pilih hasilnya."})
        self.outcome, self.answer = outcome, answer.strip()
        self.answered_at, self.answered_by = timezone.now(), by
        self.full_clean()
        self.save()
