"""Provinces, regencies and cities, by the codes of the Ministry of Home Affairs."""

from django.db import models


class Region(models.Model):
    class Level(models.TextChoices):
        PROVINCE = "province", "Provinsi"
        REGENCY = "regency", "Kabupaten"
        CITY = "city", "Kota"

    code = models.CharField(
        "kode wilayah", max_length=13, primary_key=True, help_text="Kode Kemendagri, misalnya 32.73."
    )
    level = models.CharField("tingkat", max_length=10, choices=Level.choices)
    name = models.CharField("nama", max_length=120, help_text="Nama lengkap, misalnya Kota Bandung.")
    proper_name = models.CharField(
        "nama saja", max_length=120, help_text="Tanpa kata tingkat, misalnya Bandung."
    )
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name="provinsi",
    )
    has_council = models.BooleanField(
        "memiliki DPRD", default=True, help_text="Kota administrasi tidak memiliki dewan sendiri."
    )
    council_name = models.CharField(
        "sebutan dewan", max_length=20, default="DPRD", blank=True, help_text="DPRD, atau DPRA, DPRK, DPRP."
    )

    source = models.CharField("sumber", max_length=200, blank=True)
    decree = models.CharField("dasar hukum", max_length=200, blank=True)

    class Meta:
        verbose_name = "wilayah"
        verbose_name_plural = "wilayah"
        ordering = ["code"]

    def __str__(self) -> str:
        return self.name
