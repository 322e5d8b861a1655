"""What hangs on a visit: the bodies of each side, the officials in it, and the papers that only editors see."""

from datetime import datetime
from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from people.models.institution import Institution
from people.models.publication import public


class VisitPartyQuerySet(models.QuerySet):
    def published(self) -> Self:
        """Parties as readers may see them, as `is_public` tells of one."""
        unit = Q(unit__isnull=True) | public(prefix="unit__")
        return self.filter(public(prefix="institution__"), unit)

    def of_region(self, code: str) -> Self:
        """Public parties from that region or, for a province, from any region in it."""
        return self.filter(institution__in=Institution.objects.published().of_region(code))

    def with_names(self) -> Self:
        """Each with its bodies and the head of its delegation."""
        return self.select_related("institution", "unit", "head")


class VisitParty(models.Model):
    class Side(models.TextChoices):
        GUEST = "guest", "Tamu"
        HOST = "host", "Tuan rumah"
        COMPANION = "companion", "Pendamping"

    visit = models.ForeignKey(
        "people.Visit", on_delete=models.CASCADE, related_name="parties", verbose_name="kunjungan"
    )
    institution = models.ForeignKey(
        "people.Institution", on_delete=models.PROTECT, related_name="visit_parties", verbose_name="lembaga"
    )
    side = models.CharField("pihak", max_length=10, choices=Side.choices)
    unit = models.ForeignKey(
        "people.Institution",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="visit_parties_as_unit",
        verbose_name="unsur",
        help_text="Misalnya Komisi I; kosong bila seluruh lembaga.",
    )
    head = models.ForeignKey(
        "people.Official",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="delegations_led",
        verbose_name="ketua rombongan",
    )
    head_post_printed = models.CharField(
        "jabatan ketua rombongan",
        max_length=250,
        blank=True,
        help_text="Kosongkan agar diisi dari masa jabatannya.",
    )
    people_count = models.PositiveIntegerField("jumlah peserta", null=True, blank=True)

    objects = VisitPartyQuerySet.as_manager()

    class Meta:
        verbose_name = "pihak kunjungan"
        verbose_name_plural = "pihak kunjungan"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["visit", "institution", "side"],
                condition=Q(unit__isnull=True),
                name="visitparty_unique",
                violation_error_message="Lembaga ini sudah tercatat pada pihak yang sama.",
            ),
            models.UniqueConstraint(
                fields=["visit", "institution", "side", "unit"],
                condition=Q(unit__isnull=False),
                name="visitparty_unique_unit",
                violation_error_message="Unsur lembaga ini sudah tercatat pada pihak yang sama.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.institution} ({self.get_side_display().lower()})"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.head is None:
            self.head_post_printed = ""
        elif not self.head_post_printed:
            self.head_post_printed = self.head.post_on(self.visit.listed_on, self.visit.read_from)
        super().save(*args, **kwargs)

    @property
    def is_public(self) -> bool:
        return self.is_public_at(timezone.now())

    def is_public_at(self, at: datetime) -> bool:
        return all(body.is_public_at(at) for body in (self.institution, self.unit) if body)

    @property
    def body(self) -> Institution:
        """The part of the institution that took part, or the whole of it."""
        return self.unit or self.institution

    @property
    def shown_name(self) -> str:
        """The body's name as it was on the day: Komisi C in 2024, Komisi III since."""
        return self.body.name_on(self.visit.listed_on)


class VisitOfficial(models.Model):
    class Role(models.TextChoices):
        RECEIVER = "receiver", "Menerima"
        ATTENDING = "attending", "Menghadiri"
        GUEST = "guest", "Rombongan tamu"
        HOST = "host", "Pihak tuan rumah"
        COMPANION = "companion", "Mendampingi"

    visit = models.ForeignKey(
        "people.Visit", on_delete=models.CASCADE, related_name="attendances", verbose_name="kunjungan"
    )
    official = models.ForeignKey(
        "people.Official", on_delete=models.PROTECT, related_name="attendances", verbose_name="pejabat"
    )
    role = models.CharField("peran", max_length=10, choices=Role.choices, default=Role.ATTENDING)
    post_printed = models.CharField(
        "jabatan saat itu", max_length=250, blank=True, help_text="Kosongkan agar diisi dari masa jabatannya."
    )

    class Meta:
        verbose_name = "pejabat dalam kunjungan"
        verbose_name_plural = "pejabat dalam kunjungan"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["visit", "official", "role"],
                name="visitofficial_unique",
                violation_error_message="Pejabat ini sudah tercatat dengan peran yang sama.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.official} ({self.get_role_display().lower()})"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self.post_printed:
            self.post_printed = self.official.post_on(self.visit.listed_on, self.visit.read_from)
        super().save(*args, **kwargs)


class VisitPaper(models.Model):
    """A letter or travel paper: for editors only, in no public page, file or answer."""

    class Kind(models.TextChoices):
        REQUEST_LETTER = "request_letter", "Surat permohonan"
        ASSIGNMENT_LETTER = "assignment_letter", "Surat tugas"
        TRAVEL_ORDER = "travel_order", "SPPD"

    visit = models.ForeignKey(
        "people.Visit", on_delete=models.CASCADE, related_name="papers", verbose_name="kunjungan"
    )
    kind = models.CharField("jenis", max_length=20, choices=Kind.choices)
    number = models.CharField("nomor", max_length=100, blank=True)
    dated_on = models.DateField("tanggal", null=True, blank=True)

    class Meta:
        verbose_name = "surat"
        verbose_name_plural = "surat (hanya untuk redaksi)"
        ordering = ["dated_on", "pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number}".strip()
