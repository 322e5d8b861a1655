"""A form's content as data: taken from a request, given back to a form, and compared with what is stored."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.models import ModelChoiceField, ModelMultipleChoiceField
from django.http import QueryDict
from django.utils.text import capfirst
from django_prose_editor.fields import ProseEditorFormField

from dprd_news.lib.differences import Difference, condensed, differences
from dprd_news.lib.html import MARK, text_with_links, text_with_marks
from dprd_news.lib.indonesian import long_date
from people.templatetags.indonesian import moment

Data = dict[str, list[str]]
# What a browser sends besides the record's content begins so.
_NOT_CONTENT = ("_", "csrfmiddlewaretoken")
_MOST_ROWS = 1_000
FORMAT_ONLY = "Hanya format yang berubah; kata-katanya sama."
FORMAT_TOO = "Formatnya juga berubah."
_YES_OR_NO = {True: "ya", False: "tidak"}


@dataclass(frozen=True)
class Change:
    """One field in words, as stored and as it would be; `anchor` is the field's place on the form."""

    label: str
    before: str
    after: str
    anchor: str = ""
    # What differs besides words.
    remark: str = ""

    @property
    def is_real(self) -> bool:
        """Whether a word or the formatting differs: browsers send other line ends than are stored."""
        return bool(self.remark) or self.before.split() != self.after.split()

    @property
    def runs(self) -> list[Difference]:
        return condensed(differences(self.before, self.after))


def rich_change(label: str, before: str, after: str, anchor: str = "") -> Change:
    """Of two rich texts: in words or, where these are the same, with the formatting said in words."""
    told = Change(label, text_with_links(before), text_with_links(after), anchor)
    old, new = text_with_marks(before), text_with_marks(after)
    if told.is_real:
        is_formatted_alike = MARK.findall(old) == MARK.findall(new)
        return told if is_formatted_alike else replace(told, remark=FORMAT_TOO)
    return told if old.split() == new.split() else Change(label, old, new, anchor, FORMAT_ONLY)


def content_of(sent: QueryDict) -> Data:
    """The fields of the record and its rows, without buttons, tokens and files."""
    return {name: values for name, values in sent.lists() if not name.startswith(_NOT_CONTENT)}


def texts_in(data: Data) -> list[str]:
    """Every value, each once."""
    return list({value for values in data.values() for value in values})


def of_form(data: Data, form: forms.BaseForm, formsets: Iterable[Any]) -> Data:
    """What the form and its rows have fields for. A later reader of the data may be asked more, and answers alone."""
    rows = tuple(f"{formset.prefix}-" for formset in formsets)
    return {name: values for name, values in data.items() if name in form.fields or name.startswith(rows)}


def as_sent(data: Data) -> QueryDict:
    query = QueryDict(mutable=True)
    for name, values in data.items():
        query.setlist(name, values)
    return query


def with_rows_settled(data: Data, formsets: Iterable[Any]) -> Data:
    """The same with rows that somebody deleted meanwhile made new ones; they follow those still there."""
    settled = dict(data)
    for formset in formsets:
        rows = _taken_rows(settled, formset)
        key = formset.model._meta.pk.name
        stored = {str(row.pk) for row in formset.get_queryset()}
        there = [row for row in rows if row.get(key, [""])[0] in stored]
        gone = [{**row, key: [""]} for row in rows if row.get(key, [""])[0] not in stored]
        _put_rows(settled, formset.prefix, there, gone)
    return settled


def _taken_rows(data: Data, formset: Any) -> list[Data]:
    """The formset's rows, taken out of the data."""
    start = f"{formset.prefix}-"
    own = {name: data.pop(name) for name in [name for name in data if name.startswith(start)]}
    total = (own.get(f"{start}TOTAL_FORMS") or ["0"])[0]
    count = min(int(total), _MOST_ROWS) if total.isdecimal() else 0
    rows: list[Data] = []
    for number in range(count):
        prefix = f"{start}{number}-"
        rows.append({name[len(prefix) :]: own[name] for name in own if name.startswith(prefix)})
    return rows


def _put_rows(data: Data, prefix: str, stored: list[Data], new: list[Data]) -> None:
    rows = [*stored, *new]
    data[f"{prefix}-TOTAL_FORMS"] = [str(len(rows))]
    data[f"{prefix}-INITIAL_FORMS"] = [str(len(stored))]
    data[f"{prefix}-MIN_NUM_FORMS"], data[f"{prefix}-MAX_NUM_FORMS"] = ["0"], [str(_MOST_ROWS)]
    for number, row in enumerate(rows):
        data.update({f"{prefix}-{number}-{name}": values for name, values in row.items()})


def form_data(form: forms.BaseForm, values: dict[str, Any]) -> Data:
    """What the form would send if its fields held these values; a field not named keeps its own."""
    data: Data = {}
    for name, field in form.fields.items():
        value = values[name] if name in values else form.get_initial_for_field(field, name)
        sent = _as_widget_sends(field, value)
        if sent is not None:
            data[form.add_prefix(name)] = sent
    return data


def rows_data(formset: Any, owner: str, rows: list[dict[str, Any]]) -> Data:
    """What the formset would send to make its rows these; `rows` hold columns by their attribute's name."""
    left, stored, new = list(rows), [], []
    key = formset.model._meta.pk.name
    for form in formset.initial_forms:
        wanted = _same_row(form.instance, left)
        if wanted is not None:
            left.remove(wanted)
        values = _by_field_name(formset.model, wanted) if wanted else {}
        row = _unprefixed(form, form_data(form, values))
        row[key] = [str(form.instance.pk)]
        stored.append(row if wanted else {**row, "DELETE": ["on"]})
    for wanted in left:
        form = formset.empty_form
        new.append({**_unprefixed(form, form_data(form, _by_field_name(formset.model, wanted))), key: [""]})
    for row in stored + new:
        row.pop(owner, None)
    data: Data = {}
    _put_rows(data, formset.prefix, stored, new)
    return data


def _same_row(row: Any, wanted: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The wanted row that is this one: it points to the same records, or holds the same words."""
    keys = [field.attname for field in row._meta.concrete_fields if field.many_to_one]
    for columns in wanted:
        shared = [name for name in keys if name in columns] or list(columns)
        if all(str(getattr(row, name)) == str(columns[name]) for name in shared):
            return columns
    return None


def _by_field_name(model: Any, columns: dict[str, Any]) -> dict[str, Any]:
    named = {field.attname: field.name for field in model._meta.concrete_fields}
    return {named[name]: value for name, value in columns.items() if name in named}


def _unprefixed(form: forms.BaseForm, data: Data) -> Data:
    start = f"{form.prefix}-"
    return {name.removeprefix(start): values for name, values in data.items()}


def _as_widget_sends(field: forms.Field, value: Any) -> list[str] | None:
    """None for a box that is not ticked and for a file, which no browser sends again."""
    if isinstance(field, forms.FileField):
        return None
    if isinstance(field, forms.BooleanField):
        return ["on"] if value else None
    value = field.prepare_value(value)
    if isinstance(field, ModelMultipleChoiceField | forms.MultipleChoiceField):
        return [str(one) for one in value or ()]
    if value is None:
        return [""]
    return [value.isoformat() if isinstance(value, date | time) else str(value)]


# What a bound form would change -------------------------------------------------------------------


def form_changes(form: forms.BaseForm, formsets: Iterable[Any]) -> list[Change]:
    """What saving would change, field by field, valid or not."""
    found = [_field_change(form, name) for name in form.changed_data]
    for formset in formsets:
        for row in formset.forms:
            found += _row_changes(formset, row)
    return [change for change in found if change.is_real]


def _field_change(form: forms.BaseForm, name: str) -> Change:
    field = form.fields[name]
    if isinstance(field, ProseEditorFormField):
        old, new = form.get_initial_for_field(field, name) or "", form[name].data or ""
        return rich_change(str(capfirst(form[name].label)), old, new, form[name].id_for_label)
    before = said(field, form.get_initial_for_field(field, name))
    after = said(field, form[name].data)
    return Change(str(capfirst(form[name].label)), before, after, form[name].id_for_label)


def _row_changes(formset: Any, form: Any) -> list[Change]:
    kind = capfirst(formset.model._meta.verbose_name)
    if formset.can_delete and formset._should_delete_form(form):
        return [Change(kind, row_said(form, stored=True), "")] if form.instance.pk else []
    if not form.has_changed():
        return []
    before = row_said(form, stored=True) if form.instance.pk else ""
    return [Change(kind, before, row_said(form, stored=False), f"{formset.prefix}-group")]


def row_said(form: forms.BaseForm, *, stored: bool) -> str:
    """A row of an inline in one line: what it points to, then what else it says."""
    words = []
    for name, field in form.fields.items():
        if name in {"DELETE", "id"} or isinstance(field, forms.models.InlineForeignKeyField):
            continue
        value = form.get_initial_for_field(field, name) if stored else form[name].data
        if word := said(field, value):
            words.append(word)
    return " · ".join(words)


def said(field: forms.Field, value: Any) -> str:
    """A field's value as a person reads it; what cannot be read is shown as it was typed."""
    if value in (None, "", []):
        return ""
    if isinstance(field, forms.FileField):
        return str(value)
    try:
        return _said(field, value)
    except (ValidationError, ValueError, TypeError):
        return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _said(field: forms.Field, value: Any) -> str:
    if isinstance(field, ModelMultipleChoiceField):
        keys = [field.prepare_value(one) for one in value]
        records = field.queryset.filter(pk__in=keys)  # type: ignore[union-attr]
        return ", ".join(sorted(field.label_from_instance(record) for record in records))
    if isinstance(field, ModelChoiceField):
        record = field.to_python(field.prepare_value(value))
        return field.label_from_instance(record) if record else ""
    if isinstance(field, forms.ChoiceField):
        return str(dict(_flat(field.choices)).get(str(value), value))
    return spoken(field.to_python(value))


def _flat(choices: Any) -> Iterable[tuple[str, Any]]:
    for value, label in choices:
        if isinstance(label, list | tuple):
            yield from _flat(label)
        else:
            yield str(value), label


def spoken(value: Any) -> str:
    """A plain value in Indonesian."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _YES_OR_NO[value]
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, date):
        return long_date(value)
    return f"{value:%H.%M}" if isinstance(value, time) else str(value)
