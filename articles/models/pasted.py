"""What an editor is still working on: a pasted release with its reading, answers and staged photos.

Nothing here is content: no reader ever sees it, and it is swept away when it has lain untouched.
"""

from datetime import datetime, timedelta
from typing import Any, Self

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from articles.models.article import Article, text_hash
from articles.models.photo import Photo
from dprd_news.lib.pictures import PictureField, Shown

KEPT = timedelta(days=7)
REMEMBERED = timedelta(days=90)
START_LENGTH = 90


class PastedReleaseQuerySet(models.QuerySet):
    def of(self, editor: Any) -> Self:
        """That editor's own working copies, the last touched first."""
        return self.filter(editor=editor)

    def stale(self, at: datetime | None = None) -> Self:
        """Working copies that nobody has touched for a week."""
        return self.filter(updated_at__lt=(at or timezone.now()) - KEPT)

    def sweep(self) -> int:
        """Discard each of these with its photos; says how many went."""
        count = 0
        for pasted in PastedRelease.objects.filter(pk__in=self):
            pasted.discard()
            count += 1
        return count


class PastedRelease(models.Model):
    """`reading` is the reading that the editor sees, in the contract's shape, and `answers` the form's state:
    a list of texts by field name. `article` is the draft that is read again, null for a new one."""

    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name="penyunting"
    )
    article = models.ForeignKey(
        Article, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="berita"
    )
    article_version = models.PositiveIntegerField(null=True, editable=False)
    source_text = models.TextField("naskah asli")
    source_hash = models.CharField(max_length=64, blank=True, editable=False)
    reading = models.JSONField("bacaan", default=dict)
    answers = models.JSONField("jawaban", default=dict)
    before_revision = models.JSONField(null=True, editable=False)
    created_at = models.DateTimeField("ditempel", auto_now_add=True)
    updated_at = models.DateTimeField("disimpan", auto_now=True)

    objects = PastedReleaseQuerySet.as_manager()

    # Whether it was there already when its text was pasted again.
    is_at_hand = False

    class Meta:
        verbose_name = "salinan kerja"
        verbose_name_plural = "salinan kerja"
        ordering = ["-updated_at", "-pk"]
        indexes = [models.Index(fields=["editor", "-updated_at"], name="pasted_of_editor")]
        constraints = [
            models.UniqueConstraint(
                fields=["editor", "source_hash"],
                condition=Q(article_version__isnull=True) & ~Q(source_hash=""),
                name="pasted_once",
            ),
        ]

    def __str__(self) -> str:
        return self.start

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.source_hash = text_hash(self.source_text)
        super().save(*args, **kwargs)

    @property
    def is_revision(self) -> bool:
        """Whether its text, pasted as a new release, is to revise `article`."""
        return self.before_revision is not None and self.article_id is not None

    @property
    def work(self) -> str:
        """What its editor does with it."""
        if self.is_revision:
            return "Revisi draf"
        return "Baca ulang naskah" if self.article_id else "Tempel rilis"

    @property
    def start(self) -> str:
        """The headline or the first words, to tell one working copy from another."""
        told = self.reading.get("title") or next(iter(self.reading.get("paragraphs", [])), self.source_text)
        words = " ".join(told.split())
        return words if len(words) <= START_LENGTH else f"{words[:START_LENGTH].rstrip()}…"

    @transaction.atomic
    def end(self, article: Article | None = None) -> None:
        """It was saved as the article or, without one, thrown away by its editor; its address leads on from now."""
        EndedCopy.objects.create(copy=self.pk, editor=self.editor, article=article)
        self.discard()

    @transaction.atomic
    def discard(self) -> None:
        """Delete it, and the files of the photos that came to nothing."""
        for staged in self.photos.all():
            staged.discard()
        self.delete()


class EndedCopyQuerySet(models.QuerySet):
    def stale(self, at: datetime | None = None) -> Self:
        """Those of a season ago: nobody comes back to their addresses any more."""
        return self.filter(ended_at__lt=(at or timezone.now()) - REMEMBERED)


class EndedCopy(models.Model):
    """What became of the working copy of that id: `article`, or nothing for one that its editor threw away."""

    copy = models.PositiveBigIntegerField("salinan kerja", unique=True)
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name="penyunting"
    )
    article = models.ForeignKey(
        Article, on_delete=models.CASCADE, null=True, related_name="+", verbose_name="berita"
    )
    ended_at = models.DateTimeField("berakhir", auto_now_add=True)

    objects = EndedCopyQuerySet.as_manager()

    class Meta:
        verbose_name = "salinan kerja yang berakhir"
        verbose_name_plural = "salinan kerja yang berakhir"
        ordering = ["-pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"Salinan kerja {self.copy}"


class StagedPhoto(models.Model):
    """A photo that waits for its draft; its words stand in the working copy's answers."""

    pasted = models.ForeignKey(
        PastedRelease, on_delete=models.CASCADE, related_name="photos", verbose_name="salinan kerja"
    )
    file = PictureField("berkas foto")
    sha256 = models.CharField(max_length=64, editable=False)
    width_px = models.PositiveIntegerField("lebar", editable=False)
    height_px = models.PositiveIntegerField("tinggi", editable=False)
    jpeg_bytes = models.PositiveIntegerField(editable=False, default=0)
    taken_on = models.DateField(null=True, editable=False)

    class Meta:
        verbose_name = "foto salinan kerja"
        verbose_name_plural = "foto salinan kerja"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["pasted", "sha256"],
                name="stagedphoto_unique",
                violation_error_message="Foto ini sudah ditambahkan.",
            )
        ]

    def __str__(self) -> str:
        return f"Foto {self.pk}"

    @classmethod
    def stage(cls, pasted: PastedRelease, name: str, content: bytes) -> "StagedPhoto":
        """Check and keep a photo at once. Raises ValidationError for what is no picture; the same one again
        is the one already there."""
        staged = cls(pasted=pasted)
        staged.file.save(name, ContentFile(content), save=False)
        known = pasted.photos.filter(sha256=staged.sha256).first()
        if known is not None:
            staged.file.forget_files()
            return known
        staged.save()
        return staged

    @property
    def shown(self) -> Shown:
        return self.file.shown(self.width_px, self.height_px)

    def as_photo(self) -> Photo:
        """The photo on file with the same content or, unsaved, one made of this one's files."""
        known = Photo.objects.filter(sha256=self.sha256).first()
        if known is not None:
            return known
        photo = Photo(file=self.file.name)
        for fact in ("sha256", "width_px", "height_px", "jpeg_bytes", "taken_on"):
            setattr(photo, fact, getattr(self, fact))
        return photo

    def discard(self) -> None:
        """Delete it and, once that is certain, its files, unless a photo of the site took them over."""
        name, file = self.file.name, self.file
        self.delete()
        if not Photo.objects.filter(file=name).exists():
            transaction.on_commit(file.forget_files)
