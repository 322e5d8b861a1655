"""What the site app itself stores: what the demo brought in, and when the site was last looked after."""

from datetime import datetime
from typing import Self

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone


class DemoRecordQuerySet(models.QuerySet):
    def of(self, record: models.Model) -> Self:
        """The mark on that record: at most one."""
        return self.filter(content_type=ContentType.objects.get_for_model(record), object_id=str(record.pk))


class DemoRecord(models.Model):
    """A record made by the demo, in the order of making."""

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    # Text, because a region's key is its code.
    object_id = models.CharField(max_length=40)
    record = GenericForeignKey("content_type", "object_id")

    # Two records merged are the demo's only if both were: what an editor brought in is not removed.
    marks_origin = True

    objects = DemoRecordQuerySet.as_manager()

    class Meta:
        verbose_name = "catatan peragaan"
        verbose_name_plural = "catatan peragaan"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["content_type", "object_id"], name="demorecord_unique")
        ]

    def __str__(self) -> str:
        return f"{self.content_type.model} {self.object_id}"


class LastTime(models.Model):
    """When something that the site relies on was last done, with a word about it."""

    class Name(models.TextChoices):
        WORKER = "worker", "Pekerja latar mencari pekerjaan"
        BACKUP = "backup", "Cadangan dibuat"
        INDEX = "index", "Indeks pencarian ditulis seluruhnya"

    name = models.CharField(max_length=10, primary_key=True, choices=Name.choices)
    at = models.DateTimeField()
    detail = models.CharField(max_length=250, blank=True)

    class Meta:
        verbose_name = "terakhir kali"
        verbose_name_plural = "terakhir kali"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.get_name_display()

    @classmethod
    def note(cls, name: str, detail: str = "", at: datetime | None = None) -> None:
        cls.objects.update_or_create(name=name, defaults={"at": at or timezone.now(), "detail": detail[:250]})
