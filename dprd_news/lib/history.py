"""Every state of a record is kept: its columns by django-simple-history, its relations beside them.

simple-history knows columns alone, so a state also holds what the record's `kept_relations` were: the keys
of what it points to, and the columns of the rows that belong to it.
"""

import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from simple_history.models import HistoricalRecords


class State(models.Model):
    """Columns of every history table that simple-history does not bring itself."""

    relations = models.JSONField(default=dict, editable=False)

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Notes the relations as they are now; of a deleted record nothing is left to note."""
        if self.history_type != "-":  # type: ignore[attr-defined]
            self.relations = relations_of(self.instance)  # type: ignore[attr-defined]
        super().save(*args, **kwargs)


class Kept(models.Model):
    """A record whose every state is kept, and which knows how often it was saved."""

    # Names of many-to-many fields, and of the reverse keys of rows that belong to the record.
    kept_relations: tuple[str, ...] = ()

    version = models.PositiveIntegerField("versi", default=1, editable=False)
    history = HistoricalRecords(bases=[State], inherit=True)

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            self.version += 1
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "version"}
        super().save(*args, **kwargs)


def relations_of(record: Any) -> dict[str, list[Any]]:
    """The record's relations as JSON: keys in order for many-to-many, rows of columns for what belongs to it."""
    return {name: _related(record, name) for name in record.kept_relations}


def _related(record: Any, name: str) -> list[Any]:
    relation = record._meta.get_field(name)
    if relation.many_to_many:
        return sorted(related.pk for related in getattr(record, name).all())
    columns = [field.attname for field in columns_of(relation)]
    rows = list(getattr(record, name).order_by("pk").values(*columns))
    return json.loads(json.dumps(rows, cls=DjangoJSONEncoder))


def columns_of(relation: Any) -> list[models.Field]:
    """The columns of rows that belong to a record, but for their own key and the one that points back."""
    owner = relation.remote_field
    return [
        field
        for field in relation.related_model._meta.concrete_fields
        if field != owner and not field.primary_key
    ]


def fold(record: Any, since_version: int, reason: str = "") -> None:
    """Leave one state of all that was saved after that version, with the relations as they are now.

    One press of a button may save a record several times; to its history it is one change.
    """
    states = record.history.filter(version__gt=since_version).order_by("-history_date", "-history_id")
    newest = states.first()
    if newest is None:
        return
    older = states.exclude(history_id=newest.history_id)
    if older.filter(history_type="+").exists():
        newest.history_type = "+"
    older.delete()
    newest.history_change_reason = reason[:100] or None
    newest.save()
