"""What a change to something public means to its readers: asked as it is saved, told where it matters.

A small mend is not announced and moves nothing that readers see. A significant change becomes a public
correction once all relations are saved.
"""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest

from dprd_news.lib.newsroom import NewsroomAdmin
from people.models.correction import CorrectionKind

SILENT, UPDATE, SIGNIFICANT = "silent", "update", "significant"
WORDS = {
    SILENT: "Perbaikan kecil (ejaan, tanda baca): tidak diumumkan",
    UPDATE: "Kelanjutan (status, jadwal atau hasil yang memang baru): tidak diumumkan sebagai koreksi",
    SIGNIFICANT: "Perubahan berarti: diumumkan sebagai koreksi",
}
FIELDS = ("significance", "correction_kind", "correction_note")
ASK = "Katakan arti perubahan ini bagi pembaca di “Arti perubahan bagi pembaca”."
MOST_CHARACTERS = 2000


class SignificanceForm(forms.ModelForm):
    """Mixed into the form of a record that readers see. `seen_fields` are those whose change they see."""

    seen_fields: tuple[str, ...] = ()

    significance = forms.ChoiceField(label="Perubahan ini", required=False, widget=forms.RadioSelect)
    correction_kind = forms.ChoiceField(
        label="Jenis koreksi", required=False, choices=[("", "Pilih jenisnya"), *CorrectionKind.choices]
    )
    correction_note = forms.CharField(
        label="Catatan untuk pembaca",
        required=False,
        max_length=MOST_CHARACTERS,
        widget=forms.Textarea(attrs={"rows": 4, "class": "vLargeTextField"}),
        help_text="Apa yang keliru dan apa yang benar. Tampak di halaman ini, di halaman Koreksi dan umpannya.",
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        chosen = data.get("significance", "")
        if not chosen and "significance" not in self.errors and self.seen_changes(data):
            self.add_error("significance", ASK)
        if chosen == SIGNIFICANT:
            if not data.get("correction_kind"):
                self.add_error("correction_kind", "Pilih jenis koreksinya.")
            if not (data.get("correction_note") or "").strip() and "correction_note" not in self.errors:
                self.add_error("correction_note", "Tuliskan apa yang keliru dan apa yang benar.")
        return data

    def seen_changes(self, data: dict[str, Any]) -> list[str]:
        """The fields in which readers will see another value than the stored one."""
        return [
            name
            for name in self.seen_fields
            if name in data and _shape(data[name]) != _shape(_stored(self.instance, name))
        ]

    @property
    def is_significant(self) -> bool:
        return self.cleaned_data.get("significance") == SIGNIFICANT


class _SeenFormSet:
    """Mixed into the formsets of relations that readers see."""

    def clean(self: Any) -> None:
        super().clean()  # type: ignore[misc]
        if not self.data.get("significance") and any(form.has_changed() for form in self.forms):
            raise ValidationError(ASK)


class SignificanceAdmin(NewsroomAdmin):
    """Asks the question wherever a public record is changed by somebody who may publish."""

    significance_form: type[SignificanceForm] = SignificanceForm
    significance_choices: tuple[str, ...] = (SILENT, SIGNIFICANT)
    significance_fields: tuple[str, ...] = FIELDS
    # Relations that no reader sees.
    unseen_inlines: tuple[type, ...] = ()

    def is_seen(self, record: Any) -> bool:
        """Whether readers see the record, on a page of its own or elsewhere."""
        return record.is_public

    def asks_significance(self, request: HttpRequest, record: Any) -> bool:
        return (
            record is not None
            and self.is_seen(record)
            and self.may_publish(request)
            and self.has_change_permission(request, record)
        )

    def announce(self, record: Any, form: Any) -> None:
        """Make the correction of a significant change, all relations being saved."""
        record.correct(form.cleaned_data["correction_kind"], form.cleaned_data["correction_note"])

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        fieldsets = super().get_fieldsets(request, obj)
        if not self.asks_significance(request, obj):
            return fieldsets
        return [
            *fieldsets,
            (
                "Arti perubahan bagi pembaca",
                {"fields": self.significance_fields, "classes": ("significance",)},
            ),
        ]

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        if self.asks_significance(request, obj):
            kwargs["form"] = type(self.form.__name__, (self.significance_form, self.form), {})
        form = super().get_form(request, obj, change, **kwargs)
        if self.asks_significance(request, obj):
            choices = [(name, WORDS[name]) for name in self.significance_choices]
            form.base_fields["significance"].choices = choices  # type: ignore[attr-defined]
        return form

    def get_formsets_with_inlines(self, request: HttpRequest, obj: Any = None) -> Iterator[Any]:
        asks = self.asks_significance(request, obj)
        for formset, inline in super().get_formsets_with_inlines(request, obj):
            is_seen = asks and not isinstance(inline, self.unseen_inlines)
            yield type(formset.__name__, (_SeenFormSet, formset), {}) if is_seen else formset, inline

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if getattr(form, "is_significant", False):
            self.announce(form.instance, form)


def _stored(record: models.Model, name: str) -> Any:
    value = getattr(record, name)
    return value.all() if hasattr(value, "all") else value


def _shape(value: Any) -> Any:
    """What a reader sees of a value: words without their spacing, rows without their order."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, models.QuerySet | list | tuple):
        return {row.pk for row in value}
    return value
