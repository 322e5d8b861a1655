"""Posts, and who held them from when to when."""

from calendar import monthrange
from datetime import date
from itertools import combinations
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone

from dprd_news.lib.history import Kept
from dprd_news.lib.indonesian import approximate


class Post(models.Model):
    class Scope(models.TextChoices):
        BODY = "body", "Nama lembaga: Ketua Komisi I DPRD Kota Bandung"
        REGION = "region", "Nama wilayah lengkap: Sekretaris Daerah Kota Bandung"
        PLACE = "place", "Nama wilayah saja: Wali Kota Bandung"

    name = models.CharField("sebutan jabatan", max_length=120, unique=True)
    is_single = models.BooleanField(
        "hanya satu pemegang", default=False, help_text="Satu orang pada satu waktu di tiap lembaga."
    )
    rank = models.PositiveSmallIntegerField(
        "urutan keprotokolan", default=500, help_text="Angka kecil lebih dahulu dalam daftar."
    )
    scope = models.CharField("ditulis dengan", max_length=10, choices=Scope.choices, default=Scope.BODY)

    class Meta:
        verbose_name = "jabatan"
        verbose_name_plural = "jabatan"
        ordering = ["rank", "name"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        if self.pk is None or not self.is_single:
            return
        held = self.positions.select_related("institution", "official")
        exclusive = [position for position in held if position.counts_as_exclusive()]
        for one, other in combinations(exclusive, 2):
            if one.institution_id == other.institution_id and one.overlaps(other):
                names = " dan ".join(sorted([str(one.official), str(other.official)]))
                raise ValidationError(
                    {"is_single": f"{names} menjabat {self} di {one.institution} pada waktu yang sama."}
                )

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        for position in self.positions.all():
            if position.is_exclusive != position.counts_as_exclusive():
                position.save()


class PositionQuerySet(models.QuerySet):
    def held_on(self, day: date) -> Self:
        """Who held what on that day; an unknown start or end leaves that side open."""
        return self.filter(
            Q(starts_on__isnull=True) | Q(starts_on__lte=day), Q(ends_on__isnull=True) | Q(ends_on__gte=day)
        )

    def with_labels(self) -> Self:
        return self.select_related("post", "institution__region", "institution__parent__parent")


class Position(Kept):
    class Acting(models.TextChoices):
        PJ = "Pj.", "Pj. (penjabat)"
        PLT = "Plt.", "Plt. (pelaksana tugas)"
        PLH = "Plh.", "Plh. (pelaksana harian)"

    class Precision(models.TextChoices):
        DAY = "day", "Tanggal pasti"
        MONTH = "month", "Bulan dan tahun"
        YEAR = "year", "Tahun saja"

    class EndReason(models.TextChoices):
        TERM = "term", "Masa jabatan selesai"
        MOVED = "moved", "Berpindah tugas"
        REPLACED = "replaced", "Pergantian antarwaktu"
        RESIGNED = "resigned", "Mengundurkan diri"
        DIED = "died", "Wafat"
        OTHER = "other", "Lainnya"

    official = models.ForeignKey(
        "people.Official", on_delete=models.PROTECT, related_name="positions", verbose_name="pejabat"
    )
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="positions", verbose_name="jabatan")
    institution = models.ForeignKey(
        "people.Institution", on_delete=models.PROTECT, related_name="positions", verbose_name="lembaga"
    )
    acting = models.CharField("pelaksana", max_length=4, choices=Acting.choices, blank=True)
    starts_on = models.DateField("mulai", null=True, blank=True)
    starts_precision = models.CharField(
        "ketepatan mulai", max_length=5, choices=Precision.choices, default=Precision.DAY
    )
    ends_on = models.DateField("sampai", null=True, blank=True, help_text="Kosong: masih menjabat.")
    ends_precision = models.CharField(
        "ketepatan akhir", max_length=5, choices=Precision.choices, default=Precision.DAY
    )
    end_reason = models.CharField("alasan berakhir", max_length=10, choices=EndReason.choices, blank=True)

    # A copy of what the database needs to refuse a second holder; kept true by save().
    is_exclusive = models.BooleanField(default=False, editable=False)

    objects = PositionQuerySet.as_manager()

    class Meta:
        verbose_name = "masa jabatan"
        verbose_name_plural = "masa jabatan"
        ordering = ["post__rank", "-starts_on", "pk"]
        indexes = [models.Index(fields=["institution", "post", "starts_on"], name="position_of_body")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="position_ends_after_start",
                violation_error_message="Akhir masa jabatan mendahului awalnya.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.official}, {self.label_on(self.starts_on)}"

    def clean(self) -> None:
        self._settle_dates()
        if not (self.post_id and self.institution_id and self.counts_as_exclusive()):
            return
        rival = self._rivals().select_related("official").first()
        if rival is not None:
            raise ValidationError(
                f"{self.post} di {self.institution} hanya boleh dijabat satu orang, dan {rival.official} "
                f"menjabat {rival.period}. Akhiri dahulu masa jabatannya, atau tandai sebagai pelaksana."
            )

    def save(self, *args: Any, **kwargs: Any) -> None:
        self._settle_dates()
        self.is_exclusive = self.counts_as_exclusive()
        super().save(*args, **kwargs)

    @property
    def period(self) -> str:
        """ "sejak Agustus 2024", "24 September 2024 sampai 2029"; empty when neither end is known."""
        start = approximate(self.starts_on, self.starts_precision) if self.starts_on else ""
        end = approximate(self.ends_on, self.ends_precision) if self.ends_on else ""
        if start and end:
            return f"{start} sampai {end}"
        return f"sejak {start}" if start else f"sampai {end}" if end else ""

    @property
    def is_current(self) -> bool:
        return self.is_held_on(timezone.localdate())

    def is_held_on(self, day: date) -> bool:
        return (self.starts_on or day) <= day <= (self.ends_on or day)

    @property
    def label(self) -> str:
        """The post under the name its body bears now or, once ended, bore on its last day."""
        return self.label_on(self.ends_on)

    def overlaps(self, other: "Position") -> bool:
        """Whether both, with known starts, hold on some day other than a handover."""
        return (self.starts_on or date.min) < (other.ends_on or date.max) and (
            other.starts_on or date.min
        ) < (self.ends_on or date.max)

    def is_same_as(self, other: "Position", but_for: str) -> bool:
        """Whether both tell of one time in one post, as far as either knows its days; `but_for` is a column left out."""
        columns = {"official_id", "post_id", "institution_id", "acting"} - {but_for}
        return (
            all(getattr(self, column) == getattr(other, column) for column in columns)
            and self.overlaps(other)
            and all(_agree(*self._end(side), *other._end(side)) for side in ("starts", "ends"))
        )

    @property
    def exactness(self) -> int:
        """The higher, the more its days say."""
        ends = (self._end(side) for side in ("starts", "ends"))
        return sum(_exactness(precision) for day, precision in ends if day)

    def fold_in(self, other: "Position") -> None:
        """Take over what only the other of two that are the same says, or says more exactly."""
        for side in ("starts", "ends"):
            (own, precision), (day, finer) = self._end(side), other._end(side)
            if day and (own is None or _exactness(finer) > _exactness(precision)):
                setattr(self, f"{side}_on", day)
                setattr(self, f"{side}_precision", finer)
        self.end_reason = self.end_reason or other.end_reason

    def label_on(self, day: date | None) -> str:
        """The post as it would be printed that day: "Sekretaris Komisi I DPRD Kota Bandung"."""
        region = self.institution.region
        if self.post.scope == Post.Scope.BODY or region is None:
            whole = self.institution.name_on(day)
        else:
            whole = region.proper_name if self.post.scope == Post.Scope.PLACE else region.name
        return " ".join(part for part in (self.acting, self.post.name, whole) if part)

    def counts_as_exclusive(self) -> bool:
        """Whether nobody else may hold the post at the same time: exact dates, and not acting."""
        exact = (
            self.starts_precision == self.ends_precision == self.Precision.DAY and self.starts_on is not None
        )
        return self.post.is_single and not self.acting and exact

    def _end(self, side: str) -> tuple[date | None, str]:
        return getattr(self, f"{side}_on"), getattr(self, f"{side}_precision")

    def _settle_dates(self) -> None:
        """An approximate start counts from its first day, an approximate end to its last."""
        if self.starts_on and self.starts_precision != self.Precision.DAY:
            first_month = 1 if self.starts_precision == self.Precision.YEAR else self.starts_on.month
            self.starts_on = self.starts_on.replace(month=first_month, day=1)
        if self.ends_on and self.ends_precision != self.Precision.DAY:
            year = self.ends_on.year
            last_month = 12 if self.ends_precision == self.Precision.YEAR else self.ends_on.month
            self.ends_on = date(year, last_month, monthrange(year, last_month)[1])

    def _rivals(self) -> PositionQuerySet:
        """Exclusive holders whose time overlaps; sharing the handover day is no overlap."""
        others = Position.objects.filter(
            post=self.post_id, institution=self.institution_id, is_exclusive=True
        )
        others = others.exclude(pk=self.pk).filter(Q(ends_on__isnull=True) | Q(ends_on__gt=self.starts_on))
        return others.filter(starts_on__lt=self.ends_on) if self.ends_on else others


def _exactness(precision: str) -> int:
    """How many parts of a date are known: the year, the month, the day."""
    return [Position.Precision.YEAR, Position.Precision.MONTH, Position.Precision.DAY].index(precision) + 1  # type: ignore[arg-type]


def _agree(one: date | None, precision: str, other: date | None, other_precision: str) -> bool:
    """Whether two ends may be the same day; an unknown one agrees with any."""
    if one is None or other is None:
        return True
    known = min(_exactness(precision), _exactness(other_precision))
    return one.timetuple()[:known] == other.timetuple()[:known]
