"""A form whose content is only laid in: shown and compared, with nothing checked until somebody saves."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.forms.formsets import DELETION_FIELD_NAME
from django.forms.utils import ErrorDict


class OnlyShownRows(forms.BaseInlineFormSet):
    """Mixed into each formset of such a form. To check a row costs a query for each record it points to."""

    # The stored rows by prefix, where they were read for this request already.
    stored: Mapping[str, Any] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if str(self.prefix) in self.stored:
            self._queryset = self.stored[str(self.prefix)]

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        form._errors = ErrorDict()
        form.cleaned_data = {}
        if box := form.fields.get(DELETION_FIELD_NAME):
            form.cleaned_data[DELETION_FIELD_NAME] = box.to_python(form[DELETION_FIELD_NAME].data)

    def full_clean(self) -> None:
        self._errors: list[Any] = [form.errors for form in self.forms]
        self._non_form_errors = self.error_class()
