"""What was changed in many records at once, so that it can be taken back."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone

from dprd_news.lib.history import Kept, save_all
from people.models.topic import Tagging


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

    def of_kind(self, model: type[models.Model]) -> dict[Any, "BulkChanged"]:
        """Its records of that kind by their keys."""
        kind = ContentType.objects.get_for_model(model)
        return {row.object_id: row for row in self.records.filter(content_type=kind)}

    def restore(self, records: Iterable[Any], rows: Mapping[Any, "BulkChanged"], reason: str) -> None:
        """Put back what the change replaced in these, all at once; what an import made is taken out one by one."""
        plain = []
        for record in records:
            row = rows[record.pk]
            record._change_reason = reason[:100]
            row.take_out(record)
            if not row.is_new:
                plain.append(record)
        topics = {record.pk: set(rows[record.pk].before.get("topics", [])) for record in plain}
        with_topics = [record for record in plain if "topics" in rows[record.pk].before]
        if with_topics:
            Tagging.objects.settle(with_topics, topics)
        columns = {name for record in plain for name in rows[record.pk].before} - {"topics"}
        for record in plain:
            rows[record.pk].put_back(record)
        save_all(plain, sorted(columns), reason)

    def changed_since(self, records: Iterable[Any]) -> set[Any]:
        """Keys of those that somebody changed since, or whose added rows, or that others link to though they are new."""
        records = list(records)
        rows = self.of_kind(type(records[0])) if records else {}
        ours = {record.pk: record for record in records if record.pk in rows}
        changed = {key for key, record in ours.items() if record.version != rows[key].version_after}
        if not ours:
            return changed
        new = [key for key in ours if rows[key].is_new]
        for relation in next(iter(ours.values()))._meta.related_objects:
            name, owner = relation.get_accessor_name(), relation.field.attname
            made = [pk for key in ours for pk in rows[key].made.get(name, [])]
            linked: Any = relation.related_model._base_manager
            if made and issubclass(relation.related_model, Kept):
                changed |= set(linked.filter(pk__in=made, version__gt=1).values_list(owner, flat=True))
            if new:
                others = linked.filter(**{f"{owner}__in": new}).exclude(pk__in=made)
                changed |= set(others.values_list(owner, flat=True))
        return changed


class BulkChanged(models.Model):
    """One of its records. `before` holds what the change replaced: columns, and under "topics" their keys.

    `made` holds what it added: keys of rows by their relation to the record; `is_new`, the record itself.
    """

    bulk = models.ForeignKey(BulkChange, on_delete=models.CASCADE, related_name="records")
    content_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, related_name="+")
    object_id = models.PositiveBigIntegerField()
    name = models.CharField("nama", max_length=250)
    version_after = models.PositiveIntegerField()
    before = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    made = models.JSONField(default=dict)
    is_new = models.BooleanField(default=False)

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

    def take_out(self, record: Any) -> None:
        """Delete what the change added to the record, or the record if it made that."""
        for name, keys in self.made.items():
            getattr(record, name).filter(pk__in=keys).delete()
        if self.is_new:
            record.delete()

    def put_back(self, record: Any) -> None:
        """The columns that the change replaced, not saved yet."""
        for name, value in self.before.items():
            if name != "topics":
                field = record._meta.get_field(name)
                setattr(record, field.attname, field.to_python(value))
