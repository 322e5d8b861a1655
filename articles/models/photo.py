"""Photos: one file each, used by any number of articles."""

from datetime import datetime
from functools import cached_property
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.core.validators import MaxValueValidator
from django.db import IntegrityError, models, transaction
from django.db.models import Q
from django.utils.text import Truncator
from django_tasks import task

from dprd_news.lib import caching
from dprd_news.lib.history import Kept
from dprd_news.lib.pictures import SHOWN_WIDTH_PX, PictureField, Shown, receive, sha256_of
from people.models.publication import public


class PhotoQuerySet(models.QuerySet):
    def shown(self, at: datetime | None = None) -> Self:
        """Photos that some public article shows: the only ones whose files anyone may fetch."""
        return self.filter(public(at, "articles__")).distinct()


class Photo(Kept):
    class Consent(models.TextChoices):
        NOT_NEEDED = "not_needed", "Tidak perlu"
        ORAL = "oral", "Ada, lisan"
        WRITTEN = "written", "Ada, tertulis"
        MISSING = "missing", "Belum ada"

    file = PictureField("berkas foto")
    alt = models.CharField(
        "teks alternatif",
        max_length=300,
        blank=True,
        help_text="Apa yang tampak, untuk pembaca yang tidak melihat fotonya. Bukan salinan keterangan foto.",
    )
    is_decorative = models.BooleanField(
        "hanya hiasan", default=False, help_text="Tanpa isi berita, jadi tanpa teks alternatif."
    )
    caption = models.TextField("keterangan foto", blank=True)
    credit = models.CharField(
        "kredit foto", max_length=200, blank=True, help_text="Misalnya Cipta/Humpro DPRD Kota Bandung."
    )
    taken_on = models.DateField("tanggal pemotretan", null=True, blank=True)
    consent = models.CharField(
        "persetujuan yang tampak",
        max_length=10,
        choices=Consent.choices,
        blank=True,
        help_text="Perlu bila wajah anak, pasien, atau warga yang bukan pejabat mudah dikenali.",
    )
    consent_note = models.TextField(
        "catatan persetujuan",
        blank=True,
        help_text="Siapa yang memberi, kapan, dan di mana suratnya disimpan. Hanya untuk redaksi.",
    )
    focal_x = models.PositiveSmallIntegerField(
        "titik fokus mendatar",
        default=50,
        validators=[MaxValueValidator(100)],
        help_text="0 tepi kiri, 100 tepi kanan.",
    )
    focal_y = models.PositiveSmallIntegerField(
        "titik fokus tegak",
        default=50,
        validators=[MaxValueValidator(100)],
        help_text="0 tepi atas, 100 tepi bawah.",
    )

    sha256 = models.CharField(max_length=64, unique=True, editable=False)
    width_px = models.PositiveIntegerField("lebar", editable=False)
    height_px = models.PositiveIntegerField("tinggi", editable=False)
    jpeg_bytes = models.PositiveIntegerField("ukuran JPEG yang tampil", editable=False, default=0)
    has_renditions = models.BooleanField(default=False, editable=False)
    # The part that is shared, by the name of its file: of the point it was made around. "" until it is made.
    share_name = models.CharField(max_length=20, blank=True, editable=False)
    created_at = models.DateTimeField("diunggah", auto_now_add=True)

    objects = PhotoQuerySet.as_manager()

    class Meta:
        verbose_name = "foto"
        verbose_name_plural = "foto"
        ordering = ["-created_at", "-pk"]
        indexes = [
            # Every request for a picture's file asks whose it is.
            models.Index(fields=["file"], name="photo_by_file"),
            models.Index(fields=["-created_at", "-id"], name="photo_newest"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(is_decorative=False) | Q(alt=""),
                name="photo_decorative_without_alt",
                violation_error_message="Foto hiasan tidak memakai teks alternatif; pilih salah satu.",
            ),
            models.CheckConstraint(
                condition=Q(focal_x__lte=100, focal_y__lte=100),
                name="photo_focal_point_inside",
                violation_error_message="Titik fokus antara 0 dan 100.",
            ),
        ]

    def __str__(self) -> str:
        return Truncator(self.caption or self.alt or f"Foto {self.pk}").chars(80)

    def clean(self) -> None:
        received = self.file.received
        if received is None:
            return
        twin = Photo.objects.filter(sha256=received.sha256).exclude(pk=self.pk).first()
        if twin is not None:
            raise ValidationError(
                {"file": f"Foto ini sudah ada: “{twin}” (nomor {twin.pk}). Pakai yang itu."}
            )

    def save(self, *args: Any, **kwargs: Any) -> None:
        has_new_file = self._state.adding or self.file.is_new
        if has_new_file:
            self.has_renditions, self.share_name = False, ""
        super().save(*args, **kwargs)
        if has_new_file:
            transaction.on_commit(lambda: make_renditions.enqueue(self.pk))
        if not self.share_name.endswith(f"-{self.focal_x}-{self.focal_y}"):
            transaction.on_commit(lambda: make_share.enqueue(self.pk))

    @classmethod
    def take(cls, name: str, file: File) -> tuple[Self, bool]:
        """Check and keep an upload at once; whether it is new, for the same file again is the photo on file.

        Raises ValidationError with the reason for what is no picture.
        """
        known = cls.objects.filter(sha256=sha256_of(file))
        if twin := known.first():
            return twin, False
        received = receive(file, name)
        photo = cls()
        photo.file.save(name, received, save=False)
        try:
            with transaction.atomic():
                photo.save()
        except IntegrityError:
            # Sent twice at one moment: the other one was first.
            photo.file.forget_files()
            return known.get(), False
        return photo, True

    @cached_property
    def live_places(self) -> list[Any]:
        """Its places on articles that anyone may see, the newest first; asked once of each instance."""
        placed = self.article_photos.filter(public(prefix="article__")).select_related("article")
        return list(placed.order_by("-article__published_at", "-article__pk"))

    @property
    def is_narrow(self) -> bool:
        """Whether it is blurred where it is shown large."""
        return self.width_px < SHOWN_WIDTH_PX

    @property
    def shown(self) -> Shown:
        """The JPEG that is always there."""
        return self.file.shown(self.width_px, self.height_px)

    @property
    def full(self) -> Shown:
        """The largest that readers may take; what pages show, until that is made."""
        return self.file.full(self.width_px, self.height_px) if self.has_renditions else self.shown

    def open_full(self) -> File:
        """The file of `full`. Raises FileNotFoundError."""
        return self.file.open_shown(self.full)

    @property
    def shared(self) -> Shown:
        """What a shared link shows: cut around the focal point, and whole until that is made."""
        if not self.share_name:
            return self.shown
        return self.file.share(self.share_name, self.width_px, self.height_px)


@task()
def make_renditions(photo_id: int) -> None:
    """Make every size and format of the photo, then let pages offer them."""
    photo = Photo.objects.filter(pk=photo_id).first()
    if photo is None:
        return
    photo.file.make_renditions()
    # The file may have been replaced meanwhile: the new one's sizes come with its own task.
    if Photo.objects.filter(pk=photo_id, file=photo.file.name).update(has_renditions=True):
        caching.touched(Photo)


@task()
def make_share(photo_id: int) -> None:
    """Make the part that is shared, then let pages name it; until then the part before it stays."""
    photo = Photo.objects.filter(pk=photo_id).first()
    if photo is None:
        return
    name = photo.file.make_share(photo.focal_x, photo.focal_y)
    # The point or the file may have been changed meanwhile: that brings its own task.
    now = Photo.objects.filter(
        pk=photo_id, file=photo.file.name, focal_x=photo.focal_x, focal_y=photo.focal_y
    )
    if now.update(share_name=name):
        caching.touched(Photo)
