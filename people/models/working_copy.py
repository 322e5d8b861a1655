"""What is typed and not yet saved: working copies of an account, and changes that wait for a Redaktur."""

from datetime import datetime, timedelta
from typing import Any, Self

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from dprd_news.lib.account_names import name_of

# A page says that it is open every 20 seconds; two that went missing and it counts as closed.
PRESENT_SECONDS = 50
KEPT_DAYS = 30
# What was accepted lives on in the record's history; of the rest an answer was read long ago.
DECIDED_KEPT_DAYS = 90
MOST_CHARACTERS = 4_000_000
# Of one account: a number of tabs that nobody has open, and no disk is filled by.
MOST_COPIES = 30


class FormQuerySet(models.QuerySet):
    def on(self, record: models.Model) -> Self:
        """Those of that record."""
        return self.filter(content_type=ContentType.objects.get_for_model(record), object_id=str(record.pk))


class SentForm(models.Model):
    """The content of a record's form, as a browser would send it."""

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="akun"
    )
    content_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, related_name="+")
    object_id = models.CharField(max_length=40, blank=True, help_text="Empty for a record not yet made.")
    record = GenericForeignKey("content_type", "object_id")
    # {"title": ["Judul"], ...}: each field with all its values.
    data = models.JSONField("isian", default=dict)

    class Meta:
        abstract = True

    @property
    def who(self) -> str:
        return name_of(self.account)


class WorkingCopyQuerySet(FormQuerySet):
    def of(self, account: Any) -> Self:
        return self.filter(account=account)

    def present(self, at: datetime | None = None) -> Self:
        """Pages that are open at that moment."""
        return self.filter(seen_at__gte=(at or timezone.now()) - timedelta(seconds=PRESENT_SECONDS))

    def left_behind(self, at: datetime | None = None) -> Self:
        """Copies with something typed whose page is open no more."""
        gone = (at or timezone.now()) - timedelta(seconds=PRESENT_SECONDS)
        return self.filter(saved_at__isnull=False, seen_at__lt=gone)

    def beyond_most(self) -> Self:
        """All but those last seen, of one account's."""
        newest = self.order_by("-seen_at", "-pk")[:MOST_COPIES]
        return self.exclude(pk__in=newest.values("pk"))

    def stale(self, at: datetime | None = None) -> Self:
        """What is swept: copies nobody came back to for a month, and pages closed with nothing typed."""
        now = at or timezone.now()
        return self.filter(
            Q(seen_at__lt=now - timedelta(days=KEPT_DAYS))
            | Q(saved_at__isnull=True, seen_at__lt=now - timedelta(seconds=PRESENT_SECONDS))
        )


class WorkingCopy(SentForm):
    """A form open in one tab of one account: what stands in it, and that somebody is there."""

    tab = models.CharField(max_length=36)
    saved_at = models.DateTimeField("disimpan pada", null=True, blank=True)
    seen_at = models.DateTimeField("terakhir terbuka", default=timezone.now)

    objects = WorkingCopyQuerySet.as_manager()

    class Meta:
        verbose_name = "salinan kerja"
        verbose_name_plural = "salinan kerja"
        ordering = ["-saved_at", "-pk"]
        indexes = [models.Index(fields=["content_type", "object_id"], name="workingcopy_of_record")]
        constraints = [
            models.UniqueConstraint(
                fields=["account", "content_type", "object_id", "tab"], name="workingcopy_once_per_tab"
            )
        ]

    def __str__(self) -> str:
        return f"Salinan kerja {self.who}"


class ProposedChangeQuerySet(FormQuerySet):
    def waiting(self) -> Self:
        return self.filter(status=ProposedChange.Status.WAITING)

    def answered(self, since: datetime) -> Self:
        """Accepted or refused since then."""
        answers = [ProposedChange.Status.ACCEPTED, ProposedChange.Status.REFUSED]
        return self.filter(status__in=answers, decided_at__gte=since)

    def stale(self, at: datetime | None = None) -> Self:
        """What is swept: decided or taken back a season ago."""
        now = at or timezone.now()
        return self.filter(decided_at__lt=now - timedelta(days=DECIDED_KEPT_DAYS))


class ProposedChange(SentForm):
    """A change to something approved or public, by an account that may not publish; the live text stands."""

    class Status(models.TextChoices):
        WAITING = "waiting", "Menunggu"
        ACCEPTED = "accepted", "Diterima"
        REFUSED = "refused", "Ditolak"
        TAKEN_BACK = "taken_back", "Ditarik kembali"

    status = models.CharField("keadaan", max_length=10, choices=Status.choices, default=Status.WAITING)
    note = models.CharField("catatan pengusul", max_length=500, blank=True)
    proposed_at = models.DateTimeField("diusulkan", default=timezone.now)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="diputuskan oleh",
    )
    decided_at = models.DateTimeField("diputuskan pada", null=True, blank=True)
    answer = models.TextField("catatan keputusan", blank=True)

    objects = ProposedChangeQuerySet.as_manager()

    class Meta:
        verbose_name = "usulan perubahan"
        verbose_name_plural = "usulan perubahan"
        ordering = ["-proposed_at", "-pk"]
        indexes = [
            models.Index(fields=["content_type", "object_id"], name="proposedchange_of_record"),
            models.Index(
                fields=["proposed_at"], name="proposedchange_waiting", condition=Q(status="waiting")
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(status="waiting", decided_at__isnull=True)
                | (~Q(status="waiting") & Q(decided_at__isnull=False)),
                name="proposedchange_decided_once",
            )
        ]

    def __str__(self) -> str:
        return f"Usulan {self.who} untuk “{self.record}”"

    @property
    def is_waiting(self) -> bool:
        return self.status == self.Status.WAITING

    def accept(self, by: Any) -> None:
        """The record was saved as proposed, or as the reviewer changed it."""
        self._decide(self.Status.ACCEPTED, by)

    def refuse(self, by: Any, answer: str) -> None:
        """Raises ValidationError without words for whoever proposed it."""
        if not answer.strip():
            raise ValidationError("Tuliskan alasannya; pengusul akan membacanya.")
        self._decide(self.Status.REFUSED, by, answer.strip())

    def take_back(self, by: Any) -> None:
        self._decide(self.Status.TAKEN_BACK, by)

    @transaction.atomic
    def _decide(self, status: str, by: Any, answer: str = "") -> None:
        stored = ProposedChange.objects.select_for_update().get(pk=self.pk)
        if not stored.is_waiting:
            raise ValidationError("Usulan ini sudah diputuskan.")
        self.status, self.answer = status, answer
        self.decided_by, self.decided_at = by, timezone.now()
        self.save()


def sweep(at: datetime | None = None) -> tuple[int, int]:
    """Delete the copies and the proposals whose time is over; how many of each."""
    return WorkingCopy.objects.stale(at).delete()[0], ProposedChange.objects.stale(at).delete()[0]
