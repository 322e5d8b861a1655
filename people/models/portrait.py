"""Portraits sent together, which wait until somebody has said whose each is."""

from datetime import datetime, timedelta
from typing import Any, Self

from django.conf import settings
from django.core.files.base import File
from django.db import models, transaction
from django.utils import timezone

from dprd_news.lib.pictures import PictureField, Shown
from people.models.official import Official

KEPT = timedelta(days=7)


class StagedPortraitQuerySet(models.QuerySet):
    def of(self, account: Any) -> Self:
        return self.filter(account=account)

    def stale(self, at: datetime | None = None) -> Self:
        """What nobody came back to."""
        return self.filter(at__lt=(at or timezone.now()) - KEPT)

    def sweep(self) -> int:
        """Discard each of these with its file; says how many went."""
        count = 0
        for staged in StagedPortrait.objects.filter(pk__in=self):
            staged.discard()
            count += 1
        return count


class StagedPortrait(models.Model):
    """Nothing here is content: no reader ever sees it."""

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="akun"
    )
    file_name = models.CharField("nama berkas", max_length=200)
    portrait = PictureField("potret", is_small=True)
    portrait_width_px = models.PositiveIntegerField(default=0, editable=False)
    portrait_height_px = models.PositiveIntegerField(default=0, editable=False)
    at = models.DateTimeField("diunggah pada", default=timezone.now)

    objects = StagedPortraitQuerySet.as_manager()

    class Meta:
        verbose_name = "potret yang menunggu"
        verbose_name_plural = "potret yang menunggu"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.file_name

    @classmethod
    def stage(cls, account: Any, name: str, file: File) -> Self:
        """Check and keep a picture at once. Raises ValidationError for what is none."""
        staged = cls(account=account, file_name=name[:200])
        staged.portrait.save(name, file, save=False)
        staged.save()
        return staged

    @property
    def shown(self) -> Shown:
        return self.portrait.shown(self.portrait_width_px, self.portrait_height_px)

    def give_to(self, official: Official) -> None:
        """The official's portrait from now on; its words were of another picture. Saves neither."""
        official.portrait = self.portrait.name
        official.portrait_width_px = self.portrait_width_px
        official.portrait_height_px = self.portrait_height_px

    def discard(self) -> None:
        """Delete it and, once that is certain, its files, unless an official took them over."""
        name, file = self.portrait.name, self.portrait
        self.delete()
        if not Official.objects.filter(portrait=name).exists():
            transaction.on_commit(file.forget_files)
