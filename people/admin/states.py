"""The kept states of a record: who made each, what it changed, and how it goes back into a form."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db import models
from django.db.models import Q
from django.utils.text import capfirst

from dprd_news.lib.account_names import name_of
from dprd_news.lib.history import columns_of
from people.admin.sent import Change, Data, form_data, rich_change, rows_data, spoken

MACHINE = "tersimpan otomatis"
# Not editable in any form, yet an editor asks when it changed.
_TOLD = {"status", "withdrawn_at", "withdrawal_reason", "reviewed_by", "reviewed_at"}
# Rich text, which no row of an inline holds.
_RICH = {"body"}


@dataclass(frozen=True)
class Step:
    """One state in a list; those that no person made are folded away behind the one above."""

    state: Any
    who: str
    what: str
    folded: list["Step"]


@dataclass(frozen=True)
class Compared:
    """Two states of one record side by side; `is_newest` when the later one is what is stored now."""

    before: Any
    after: Any
    is_newest: bool
    changes: list[Change]


def who(state: Any) -> str:
    return name_of(state.history_user) if state.history_user else MACHINE


def what(state: Any) -> str:
    """What made the state, in a word."""
    if state.history_type == "+":
        return "Dibuat"
    return state.history_change_reason or "Disunting"


def steps(found: Iterable[Any]) -> list[Step]:
    """The states, newest first, with runs of machine saves folded under the person's state before them."""
    listed: list[Step] = []
    for state in found:
        step = Step(state, who(state), what(state), [])
        if state.history_user_id is None and listed and state.history_type == "~":
            listed[-1].folded.append(step)
        else:
            listed.append(step)
    return listed


def compared(kept: Any, before: str, after: str) -> Compared | None:
    """The states of these numbers, in the order of time; without `before`, the one that came before `after`.

    None when nothing was asked for or a number is no state of the record.
    """
    later = _state(kept, after)
    if later is None:
        return None
    earlier = _state(kept, before) if before else _previous(kept, later)
    if earlier is None:
        return None
    if _order(earlier) > _order(later):
        earlier, later = later, earlier
    return Compared(earlier, later, later == kept.first(), state_changes(earlier, later))


def _state(kept: Any, number: str) -> Any:
    return kept.filter(pk=number).first() if number.isdecimal() and len(number) < 19 else None


def _previous(kept: Any, state: Any) -> Any:
    earlier = Q(history_date__lt=state.history_date) | Q(
        history_date=state.history_date, history_id__lt=state.history_id
    )
    return kept.filter(earlier).first()


def _order(state: Any) -> tuple[Any, int]:
    return state.history_date, state.history_id


def state_changes(before: Any, after: Any) -> list[Change]:
    """What differs between two states of one record, column by column and row by row."""
    model = after.instance_type
    names = _Names()
    found = []
    for field in model._meta.concrete_fields:
        if not (field.editable or field.name in _TOLD) or field.primary_key:
            continue
        old, new = (getattr(state, field.attname) for state in (before, after))
        if field.name in _RICH:
            found.append(rich_change(capfirst(field.verbose_name), old, new))
        elif old != new:
            found.append(Change(capfirst(field.verbose_name), names.said(field, old), names.said(field, new)))
    for name in model.kept_relations:
        found += _relation_changes(model, name, before.relations.get(name), after.relations.get(name), names)
    return [change for change in found if change.is_real]


def _relation_changes(model: Any, name: str, before: Any, after: Any, names: "_Names") -> list[Change]:
    relation = model._meta.get_field(name)
    old, new = before or [], after or []
    related = relation.related_model
    if relation.many_to_many:
        label = capfirst(relation.verbose_name)
        return [Change(label, *(", ".join(names.of(related, keys)) for keys in (old, new)))]
    label = capfirst(related._meta.verbose_name)
    columns = columns_of(relation)
    gone = [row for row in old if row not in new]
    come = [row for row in new if row not in old]
    found = []
    for row in gone:
        twin = next((other for other in come if _points_alike(columns, row, other)), None)
        if twin is not None:
            come.remove(twin)
        found.append(
            Change(label, names.row_said(columns, row), names.row_said(columns, twin) if twin else "")
        )
    return found + [Change(label, "", names.row_said(columns, row)) for row in come]


def _points_alike(columns: list[models.Field], one: dict[str, Any], other: dict[str, Any]) -> bool:
    keys = [column.attname for column in columns if column.many_to_one]
    return bool(keys) and all(one.get(key) == other.get(key) for key in keys)


class _Names:
    """Stored values in words; the name of a record is looked up once."""

    def __init__(self) -> None:
        self._known: dict[tuple[type[models.Model], Any], str] = {}

    def of(self, model: type[models.Model], keys: list[Any]) -> list[str]:
        lacking = [key for key in keys if (model, key) not in self._known]
        for record in model._base_manager.filter(pk__in=lacking) if lacking else ():
            self._known[model, record.pk] = str(record)
        return sorted(self._known.get((model, key), f"nomor {key} (sudah tidak ada)") for key in keys)

    def said(self, field: Any, value: Any) -> str:
        if value in (None, ""):
            return ""
        if field.many_to_one:
            return self.of(field.related_model, [value])[0]
        if field.flatchoices:
            return str(dict(field.flatchoices).get(value, value))
        return spoken(
            field.to_python(value) if isinstance(field, models.DateField | models.TimeField) else value
        )

    def row_said(self, columns: list[models.Field], row: dict[str, Any]) -> str:
        words = (self.said(column, row.get(column.attname)) for column in columns)
        return " · ".join(word for word in words if word)


def as_form_data(state: Any, form: forms.BaseForm, formsets: Iterable[Any]) -> Data:
    """The state as the record's form would send it; what the form does not hold stays as it is."""
    model = state.instance_type
    columns = {
        field.name: getattr(state, field.attname)
        for field in model._meta.concrete_fields
        if field.name in form.fields
    }
    relations = {
        name: state.relations[name]
        for name in model.kept_relations
        if name in form.fields and name in state.relations
    }
    data = form_data(form, {**columns, **relations})
    for formset in formsets:
        name = formset.fk.remote_field.name
        rows = state.relations.get(name)
        if rows is not None:
            data.update(rows_data(formset, formset.fk.name, rows))
        else:
            data.update(rows_data(formset, formset.fk.name, _present_rows(formset)))
    return data


def _present_rows(formset: Any) -> list[dict[str, Any]]:
    """The formset's rows as they stand, for a relation that the state does not know."""
    return [
        {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
        for row in formset.get_queryset()
    ]
