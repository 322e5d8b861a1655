"""Looking ahead: links that show an unpublished article to one named person outside, and what they answer.

The address holds a key and our signature over it. At rest there is the key alone, so that a stolen copy of
the database opens nothing, while the newsroom can show an address again as long as its link lives.
"""

import re
import secrets
from datetime import datetime, timedelta
from typing import Any, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, Signer, TimestampSigner
from django.core.validators import MaxLengthValidator
from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils import timezone

NOTE_LENGTH = 2000
PERSON_LENGTH = 120
DEFAULT_DAYS = 3
DAYS = (1, DEFAULT_DAYS, 7, 14)
# Photos are fetched with the page; a page left open longer is opened again.
PERMIT_SECONDS = 60 * 60
ANSWERS_PER_HOUR = 5
MOST_ANSWERS = 20

_addresses = Signer(sep=".", salt="articles.preview.address")
_permits = TimestampSigner(sep=".", salt="articles.preview.photo")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


class TooManyAnswers(Exception):
    """The link was answered too often of late; the words say what to do."""


def plain_characters(text: str) -> None:
    """A validator: what people type, with line breaks and tabs."""
    if _CONTROL.search(text):
        raise ValidationError("Ada karakter yang tidak dapat disimpan. Ketik ulang bagian itu.")


def make_key() -> str:
    return secrets.token_urlsafe(16)


class PreviewLinkQuerySet(models.QuerySet["PreviewLink"]):
    def living(self, at: datetime | None = None) -> Self:
        """Neither revoked nor expired, of an article that was never public."""
        now = at or timezone.now()
        waits = Q(article__published_at__isnull=True) | Q(article__published_at__gt=now)
        return self.filter(
            waits, revoked_at__isnull=True, expires_at__gt=now, article__withdrawn_at__isnull=True
        )

    def at_address(self, token: str) -> "PreviewLink | None":
        """The link with that token in its address, living or not; None for one that we never gave."""
        try:
            key = _addresses.unsign(token)
        except BadSignature:
            return None
        return self.select_related("article").filter(key=key).first()

    def permitting(self, permit: str, masters: list[str]) -> Self:
        """The living link whose page asked for that photo within the hour; empty for a permit not ours."""
        try:
            number = _permits.unsign(permit, max_age=PERMIT_SECONDS)
        except BadSignature:
            return self.none()
        return self.living().filter(pk=number, article__photos__file__in=masters)


class PreviewLink(models.Model):
    """Dies when it is revoked, when its time is over, and when the article becomes public."""

    article = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, related_name="preview_links", verbose_name="berita"
    )
    person = models.CharField("untuk siapa", max_length=PERSON_LENGTH, validators=[plain_characters])
    key = models.CharField(max_length=22, unique=True, editable=False, default=make_key)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="dibuat oleh"
    )
    made_at = models.DateTimeField("dibuat", default=timezone.now, editable=False)
    expires_at = models.DateTimeField("berlaku sampai")
    revoked_at = models.DateTimeField("dicabut", null=True, blank=True, editable=False)
    opened_count = models.PositiveIntegerField("dibuka", default=0, editable=False)
    opened_at = models.DateTimeField("terakhir dibuka", null=True, blank=True, editable=False)

    objects = PreviewLinkQuerySet.as_manager()

    class Meta:
        verbose_name = "tautan pratinjau"
        verbose_name_plural = "tautan pratinjau"
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("made_at")),
                name="previewlink_expires_after_made",
                violation_error_message="Tautan harus berlaku setidaknya sebentar.",
            )
        ]

    def __str__(self) -> str:
        return f"Pratinjau untuk {self.person}"

    def clean(self) -> None:
        if self.expires_at and self.expires_at > self.made_at + timedelta(days=max(DAYS)):
            raise ValidationError({"expires_at": f"Paling lama {max(DAYS)} hari."})

    def get_absolute_url(self) -> str:
        return reverse("articles:preview_link", args=[_addresses.sign(self.key)])

    @property
    def address(self) -> str:
        """The whole address, to be sent to the person."""
        return f"{settings.SITE_URL}{self.get_absolute_url()}"

    @property
    def is_living(self) -> bool:
        """The twin of `living()`."""
        now = timezone.now()
        is_hidden = not self.article.was_public and self.article.withdrawn_at is None
        return self.revoked_at is None and self.expires_at > now and is_hidden

    @property
    def answer(self) -> "PreviewAnswer | None":
        """The last one, which counts."""
        return next(iter(self.answers.all()), None)

    @property
    def permit(self) -> str:
        """What lets a page's photos be fetched for an hour, as long as the link lives."""
        return _permits.sign(str(self.pk))

    def count_opening(self) -> None:
        PreviewLink.objects.filter(pk=self.pk).update(
            opened_count=F("opened_count") + 1, opened_at=timezone.now()
        )

    def revoke(self) -> None:
        self.revoked_at = self.revoked_at or timezone.now()
        self.save(update_fields=["revoked_at"])

    @transaction.atomic
    def take_answer(self, kind: str, note: str) -> "PreviewAnswer":
        """Keep the person's word beside earlier ones. Raises TooManyAnswers, and ValidationError."""
        PreviewLink.objects.select_for_update().get(pk=self.pk)
        lately = Q(answered_at__gt=timezone.now() - timedelta(hours=1))
        if self.answers.filter(lately).count() >= ANSWERS_PER_HOUR:
            raise TooManyAnswers("Terlalu banyak tanggapan dalam satu jam. Coba lagi nanti.")
        if self.answers.count() >= MOST_ANSWERS:
            raise TooManyAnswers("Tanggapan lewat tautan ini sudah cukup. Hubungi redaksi secara langsung.")
        answer = PreviewAnswer(link=self, kind=kind, note=note)
        answer.full_clean()
        answer.save()
        return answer


class PreviewAnswer(models.Model):
    """What the person said, kept as it was; a later one comes beside it."""

    class Kind(models.TextChoices):
        AGREED = "setuju", "Setuju"
        NOTE = "catatan", "Catatan"

    link = models.ForeignKey(
        PreviewLink, on_delete=models.CASCADE, related_name="answers", verbose_name="tautan"
    )
    kind = models.CharField("tanggapan", max_length=7, choices=Kind.choices)
    note = models.TextField(
        "catatan", blank=True, validators=[MaxLengthValidator(NOTE_LENGTH), plain_characters]
    )
    answered_at = models.DateTimeField("pada", default=timezone.now, editable=False)

    class Meta:
        verbose_name = "tanggapan pratinjau"
        verbose_name_plural = "tanggapan pratinjau"
        ordering = ["-answered_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="setuju") | ~Q(note=""),
                name="previewanswer_note_says_something",
                violation_error_message="Tulis catatannya, atau pilih Setuju.",
            )
        ]

    def __str__(self) -> str:
        return self.get_kind_display()


def has_living_link(at: datetime | None = None) -> Exists:
    """For articles: whether somebody outside may look at it now."""
    return Exists(PreviewLink.objects.living(at).filter(article=OuterRef("pk")))


def allow_photos(link: PreviewLink, placed: Any) -> None:
    """Let the page that shows these placed photos fetch their files by this link."""
    for each in placed:
        each.photo.file.permit = link.permit
