"""What was changed in many records at once, so that it can be taken back."""

from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone


class BulkChange(models.Model):
    """One press of a button over many records of one kind."""

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="akun"
    )
    label = models.CharField("tindakan", max_length=80)
    at = models.DateTimeField("pada", default=timezone.now)
    undone_at = models.DateTimeField("diurungkan pada", null=True, blank=True)

    class Meta:
        verbose_name = "perubahan massal"
        verbose_name_plural = "perubahan massal"
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"Massal nomor {self.pk}: {self.label}"


class BulkChanged(models.Model):
    """One of its records. `before` holds what the change replaced: columns, and keys of many-to-many fields."""

    bulk = models.ForeignKey(BulkChange, on_delete=models.CASCADE, related_name="records")
    content_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, related_name="+")
    object_id = models.PositiveBigIntegerField()
    name = models.CharField("nama", max_length=250)
    version_after = models.PositiveIntegerField()
    before = models.JSONField(default=dict, encoder=DjangoJSONEncoder)

    class Meta:
        verbose_name = "data yang diubah massal"
        verbose_name_plural = "data yang diubah massal"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["bulk", "content_type", "object_id"], name="bulkchanged_record_once"
            )
        ]

    def __str__(self) -> str:
        return self.name

    def restore(self, record: Any) -> None:
        """Put back what the change replaced; a topic that is gone by now is left out. Saves."""
        for name, value in self.before.items():
            field = record._meta.get_field(name)
            if field.many_to_many:
                getattr(record, name).set(field.related_model._base_manager.filter(pk__in=value))
            else:
                setattr(record, field.attname, field.to_python(value))
        record.save()
