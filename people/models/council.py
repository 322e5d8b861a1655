"""The site's identity: one record, so that another council changes data, not code."""

import re
from zoneinfo import ZoneInfo, available_timezones

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.text import capfirst

from dprd_news.lib import caching
from dprd_news.lib.colours import READABLE, contrast
from dprd_news.lib.history import Kept
from dprd_news.lib.pictures import PictureField

HEX_COLOUR = r"^#[0-9a-fA-F]{6}$"
hex_colour = RegexValidator(
    HEX_COLOUR, "Tulis warna sebagai # dan enam angka heksadesimal, misalnya #1b4b8f."
)

# The palest and darkest grounds that the style sheet sets these colours on.
COLOUR_GROUNDS = (("colour", "#f4f6f8", "terang"), ("colour_dark", "#10161e", "gelap"))

# What the page about the site tells, by field, with the anchors that other pages lead to.
ABOUT = {
    "editorial_policy": "kebijakan-redaksi",
    "how_to_visit": "cara-berkunjung",
    "public_information": "informasi-publik",
    "right_of_reply": "hak-jawab",
    "privacy": "privasi",
    "accessibility": "aksesibilitas",
}


class Council(Kept):
    class ZoneLabel(models.TextChoices):
        WIB = "WIB", "WIB"
        WITA = "WITA", "WITA"
        WIT = "WIT", "WIT"

    name = models.CharField("nama situs", max_length=120, help_text="Misalnya DPRD Kota Bandung.")
    tagline = models.CharField("keterangan singkat", max_length=200, blank=True)
    institution = models.OneToOneField(
        "people.Institution", on_delete=models.PROTECT, related_name="council", verbose_name="lembaga sendiri"
    )
    region = models.ForeignKey(
        "people.Region", on_delete=models.PROTECT, related_name="+", verbose_name="wilayah"
    )
    time_zone = models.CharField("zona waktu", max_length=40, default="Asia/Jakarta")
    time_zone_label = models.CharField(
        "sebutan waktu", max_length=4, choices=ZoneLabel.choices, default=ZoneLabel.WIB
    )

    emblem = PictureField("lambang", blank=True, is_small=True)
    emblem_width_px = models.PositiveIntegerField(default=0, editable=False)
    emblem_height_px = models.PositiveIntegerField(default=0, editable=False)
    emblem_alt = models.CharField("teks alternatif lambang", max_length=200, blank=True)
    colour = models.CharField("warna utama", max_length=7, default="#1b4b8f", validators=[hex_colour])
    colour_dark = models.CharField(
        "warna utama, mode gelap", max_length=7, default="#8db8f2", validators=[hex_colour]
    )

    address = models.TextField("alamat", blank=True)
    phone = models.CharField("telepon", max_length=60, blank=True)
    email = models.EmailField("surel", blank=True)
    default_photo_credit = models.CharField("kredit foto bawaan", max_length=200, blank=True)
    reuse_note = models.CharField(
        "syarat pemakaian ulang",
        max_length=300,
        blank=True,
        default="Boleh dimuat ulang dengan menyebut sumber dan kredit fotonya.",
        help_text="Berdiri di dekat foto yang diunduh dan dalam paket pers.",
    )
    about = models.TextField(
        "tentang situs",
        blank=True,
        help_text="Siapa yang menerbitkan situs ini dan bagaimana. Baris kosong memisahkan paragraf.",
    )
    editorial_policy = models.TextField("kebijakan redaksi", blank=True)
    how_to_visit = models.TextField(
        "cara berkunjung", blank=True, help_text="Surat yang diperlukan, ke mana dikirim, jam penerimaan."
    )
    public_information = models.TextField(
        "informasi publik (PPID)", blank=True, help_text="Cara meminta informasi dan lama jawabannya."
    )
    right_of_reply = models.TextField("hak jawab", blank=True)
    privacy = models.TextField("privasi", blank=True)
    accessibility = models.TextField("aksesibilitas", blank=True)

    class Meta:
        verbose_name = "identitas situs"
        verbose_name_plural = "identitas situs"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(pk=1),
                name="council_is_one",
                violation_error_message="Situs hanya punya satu identitas.",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        if self.time_zone not in available_timezones():
            raise ValidationError(
                {"time_zone": "Zona waktu tidak dikenal; misalnya Asia/Jakarta atau Asia/Makassar."}
            )
        for field, ground, words in COLOUR_GROUNDS:
            # A value that is no colour at all has its own message already.
            if (
                re.match(HEX_COLOUR, getattr(self, field))
                and contrast(getattr(self, field), ground) < READABLE
            ):
                raise ValidationError(
                    {field: f"Warna ini sukar dibaca di atas latar {words}. Pilih yang lebih kontras."}
                )

    def save(self, *args: object, **kwargs: object) -> None:
        self.pk = 1
        super().save(*args, **kwargs)

    @property
    def about_sections(self) -> list[tuple[str, str, str]]:
        """The parts of its page that have been written: anchor, heading and text, in their order."""
        written = [(name, getattr(self, name).strip()) for name in ABOUT]
        return [
            (ABOUT[name], capfirst(str(self._meta.get_field(name).verbose_name)), text)  # type: ignore[union-attr]
            for name, text in written
            if text
        ]

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @staticmethod
    @caching.remembered
    def current() -> "Council | None":
        """The site's council with its institution and region; None on a site not set up yet."""
        return Council.objects.select_related("institution", "region").first()

    @staticmethod
    def hold() -> None:
        """Whoever else holds the council waits until this transaction ends, so that what two look up at the same moment
        and make where it is missing is made once."""
        list(Council.objects.select_for_update().values_list("pk"))
