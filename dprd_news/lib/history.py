"""Every state of a record is kept: its columns by django-simple-history, its relations beside them.

simple-history knows columns alone, so a state also holds what the record's `kept_relations` were: the keys
of what it points to, and the columns of the rows that belong to it.
"""

import json
from collections.abc import Sequence
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from simple_history.models import HistoricalRecords

from dprd_news.lib import caching

AT_ONCE = 100


class StateQuerySet(models.QuerySet):
    def bulk_create(self, objs: Any, *args: Any, **kwargs: Any) -> Any:
        """Notes the relations as they are now, as saving one state does."""
        states = list(objs)
        if states:
            related = relations_of_all([state.instance for state in states])
            for state in states:
                state.relations = related[state.instance.pk]
        return super().bulk_create(states, *args, **kwargs)


class State(models.Model):
    """Columns of every history table that simple-history does not bring itself."""

    relations = models.JSONField(default=dict, editable=False)

    objects = StateQuerySet.as_manager()

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
    return relations_of_all([record])[record.pk]


def relations_of_all(records: Sequence[Any]) -> dict[Any, dict[str, list[Any]]]:
    """The same of several records of one model, by their keys: one query for each relation."""
    found: dict[Any, dict[str, list[Any]]] = {
        record.pk: {name: [] for name in record.kept_relations} for record in records
    }
    for name in records[0].kept_relations:
        for key, related in _related(records[0]._meta.get_field(name), list(found)):
            found[key][name].append(related)
    return found


def _related(relation: Any, keys: list[Any]) -> list[tuple[Any, Any]]:
    """Pairs of a record's key and what it is related to, in the order that a state keeps."""
    if relation.many_to_many:
        records = relation.model._base_manager.filter(pk__in=keys, **{f"{relation.name}__isnull": False})
        return sorted(records.values_list("pk", f"{relation.name}__pk"))
    owner = relation.remote_field.attname
    columns = [field.attname for field in columns_of(relation)]
    rows = relation.related_model._base_manager.filter(**{f"{owner}__in": keys}).order_by("pk")
    told = json.loads(json.dumps(list(rows.values(*columns, owner)), cls=DjangoJSONEncoder))
    return [(row.pop(owner), row) for row in told]


def save_all(records: Sequence[Any], columns: Sequence[str], reason: str) -> None:
    """Save these columns of many records of one model, one state each; queries grow by AT_ONCE rows, not by the row.

    A model's own `save` is passed by: only for columns that nothing else on the record is worked out from.
    """
    if not records:
        return
    model, now = type(records[0]), timezone.now()
    names = {*columns, "version"}
    stamped = [field for field in model._meta.concrete_fields if getattr(field, "auto_now", False)]
    for record in records:
        record.version += 1
        for field in stamped:
            names.add(field.name)
            setattr(record, field.attname, now)
    model._base_manager.bulk_update(records, sorted(names), batch_size=AT_ONCE)
    records[0].history.bulk_history_create(
        records, batch_size=AT_ONCE, update=True, default_change_reason=reason[:100], default_date=now
    )
    caching.touched(model, records)


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
