"""Bodies: councils and their parts, governments, agencies, schools, companies, media."""

import re
from datetime import date
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from dprd_news.lib.caching import remembered
from dprd_news.lib.history import Kept
from dprd_news.lib.pictures import PictureField
from people.models.address import Addressed
from people.models.publication import PublishableQuerySet, Releasable

YEAR_IN_NAME = re.compile(r"\b(?:19|20)\d{2}\b")
# As deep as the parts of a body go; a page asks for so many in one query.
MOST_ABOVE = 3


class InstitutionQuerySet(PublishableQuerySet):
    def within(self, institution: "Institution") -> Self:
        """The body itself, its parts and their parts."""
        return self.filter(Q(pk=institution.pk) | Q(parent=institution) | Q(parent__parent=institution))

    def of_region(self, code: str) -> Self:
        """Bodies of that region or, for a province, of any region in it."""
        return self.filter(Q(region=code) | Q(region__parent=code))

    def search(self, words: str) -> Self:
        """Bodies whose name, short name or other name holds every word."""
        found = self
        for word in words.split():
            found = found.filter(
                Q(name__icontains=word) | Q(short_name__icontains=word) | Q(names__name__icontains=word)
            )
        return found.distinct()


class Institution(Kept, Addressed, Releasable):
    kept_relations = ("names", "partners")

    class Kind(models.TextChoices):
        COUNCIL = "council", "Dewan perwakilan rakyat"
        COMMISSION = "commission", "Komisi"
        STANDING_BODY = "standing_body", "Badan dewan"
        SPECIAL_COMMITTEE = "special_committee", "Panitia khusus"
        FACTION = "faction", "Fraksi"
        SECRETARIAT = "secretariat", "Sekretariat"
        REGIONAL_GOVERNMENT = "regional_government", "Pemerintah daerah"
        AGENCY = "agency", "Perangkat daerah atau badan negara"
        MINISTRY = "ministry", "Kementerian"
        SCHOOL = "school", "Sekolah atau kampus"
        COMPANY = "company", "Perusahaan"
        COMMUNITY = "community", "Komunitas"
        MEDIA = "media", "Media"
        OTHER = "other", "Lainnya"

    # Parts of a council: a reading calls them units, not bodies of their own.
    UNIT_KINDS = (Kind.COMMISSION, Kind.STANDING_BODY, Kind.SPECIAL_COMMITTEE, Kind.FACTION)

    name = models.CharField(
        "nama", max_length=250, help_text="Nama resmi lengkap, misalnya Pemerintah Kota Serang."
    )
    short_name = models.CharField(
        "nama pendek", max_length=80, blank=True, help_text="Misalnya Pemkot Serang."
    )
    kind = models.CharField("jenis", max_length=20, choices=Kind.choices)
    description = models.TextField("uraian", blank=True)
    website = models.URLField("laman resmi", blank=True)
    emblem = PictureField("lambang", blank=True, is_small=True)
    emblem_width_px = models.PositiveIntegerField(default=0, editable=False)
    emblem_height_px = models.PositiveIntegerField(default=0, editable=False)
    emblem_alt = models.CharField("teks alternatif lambang", max_length=200, blank=True)
    emblem_credit = models.CharField("sumber lambang", max_length=200, blank=True)

    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name="bagian dari",
    )
    region = models.ForeignKey(
        "people.Region",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="institutions",
        verbose_name="wilayah",
    )
    starts_on = models.DateField("berdiri sejak", null=True, blank=True)
    ends_on = models.DateField("berakhir pada", null=True, blank=True)
    succeeded_by = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="predecessors",
        verbose_name="dilanjutkan oleh",
    )
    partners = models.ManyToManyField("self", blank=True, verbose_name="mitra kerja")
    seats = models.PositiveSmallIntegerField(
        "jumlah kursi",
        null=True,
        blank=True,
        help_text="Banyaknya anggota menurut ketetapan yang berlaku. Bila diisi, kursi kosong tampil di daftar pejabat.",
    )

    updated_at = models.DateTimeField("diperbarui", auto_now=True)

    objects = InstitutionQuerySet.as_manager()

    class Meta:
        verbose_name = "lembaga"
        verbose_name_plural = "lembaga"
        ordering = ["name", "pk"]
        permissions = [("publish_institution", "Dapat mengumumkan dan menarik lembaga")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="institution_ends_after_start",
                violation_error_message="Tanggal berakhir mendahului tanggal berdiri.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        above = self.parent
        while above is not None:
            if above.pk == self.pk:
                raise ValidationError(
                    {"parent": "Sebuah lembaga tidak dapat menjadi bagian dari dirinya sendiri."}
                )
            above = above.parent

    def get_absolute_url(self) -> str:
        return reverse("people:institution", args=[self.slug])

    def take_names(self, other: Self) -> None:
        own = {(self.name, self.short_name), (self.name, "")}
        if (other.name, other.short_name) not in own:
            self.names.get_or_create(name=other.name, short_name=other.short_name)

    def refuse_to_take(self, other: Self) -> None:
        if self.kind != other.kind:
            kinds = f"{self.get_kind_display()} dan {other.get_kind_display()}"
            raise ValidationError(
                f"Jenis keduanya berlainan ({kinds}). Samakan jenisnya dahulu bila memang satu."
            )
        for part, whole in ((self, other), (other, self)):
            if Institution.objects.within(whole).exclude(pk=whole.pk).filter(pk=part.pk).exists():
                raise ValidationError(
                    f"“{part}” adalah bagian dari “{whole}”, jadi keduanya bukan satu lembaga."
                )

    @property
    def is_unit(self) -> bool:
        return self.kind in self.UNIT_KINDS

    @property
    def is_former(self) -> bool:
        return self.ends_on is not None and self.ends_on < timezone.localdate()

    @property
    def whole_body(self) -> "Institution":
        """The body this is a part of: a komisi's council. A body that is no part is its own whole."""
        body = self
        while body.is_unit and body.parent is not None:
            body = body.parent
        return body

    @property
    def above(self) -> list["Institution"]:
        """The bodies this is a part of, the highest first."""
        found: list[Institution] = []
        body = self.parent
        while body is not None:
            found.insert(0, body)
            body = body.parent if len(found) < MOST_ABOVE else None
        return found

    def existed_on(self, day: date | None) -> bool:
        """False before it began and after it ended; True for None. A pansus without dates is of the year in its name."""
        if day is None:
            return True
        year = YEAR_IN_NAME.search(self.name) if self.kind == self.Kind.SPECIAL_COMMITTEE else None
        if year and self.starts_on is None and self.ends_on is None:
            return int(year[0]) == day.year
        return (self.starts_on is None or self.starts_on <= day) and (
            self.ends_on is None or day <= self.ends_on
        )

    def short_names_on(self, day: date | None) -> set[str]:
        """Its short name and those of its other names that hold that day; all for None."""
        others = [name for name in (*self.former_names, *self.other_names) if name.short_name]
        held = {name.short_name for name in others if day is None or not name.is_dated or name.covers(day)}
        return held | ({self.short_name} if self.short_name else set())

    def name_on(self, day: date | None) -> str:
        """The name it bore that day; the present one for None or a day no other name covers."""
        if day is None:
            return self.name
        return next((former.name for former in self.former_names if former.covers(day)), self.name)

    @property
    def former_names(self) -> list["InstitutionName"]:
        """Names that it bore for a time."""
        return [name for name in _names().get(self.pk, []) if name.is_dated]

    @property
    def other_names(self) -> list["InstitutionName"]:
        """Other forms of its name, of no certain time."""
        return [name for name in _names().get(self.pk, []) if not name.is_dated]


class InstitutionName(models.Model):
    """A former name with its dates, or another form that releases use."""

    institution = models.ForeignKey(
        Institution, on_delete=models.CASCADE, related_name="names", verbose_name="lembaga"
    )
    name = models.CharField("nama lain", max_length=250)
    short_name = models.CharField("nama pendek", max_length=80, blank=True)
    starts_on = models.DateField("dipakai sejak", null=True, blank=True)
    ends_on = models.DateField("dipakai sampai", null=True, blank=True)

    class Meta:
        verbose_name = "nama lain"
        verbose_name_plural = "nama lain"
        ordering = ["-ends_on", "name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="institutionname_ends_after_start",
                violation_error_message="Tanggal akhir mendahului tanggal awal.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_dated(self) -> bool:
        return self.starts_on is not None or self.ends_on is not None

    def covers(self, day: date) -> bool:
        return (self.starts_on or day) <= day <= (self.ends_on or day)


@remembered
def _names() -> dict[int, list[InstitutionName]]:
    """Other names by institution: asked for on every page, changed a few times a year."""
    found: dict[int, list[InstitutionName]] = {}
    for name in InstitutionName.objects.all():
        found.setdefault(name.institution_id, []).append(name)
    return found
