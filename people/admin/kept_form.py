"""The form of a kept record: it saves over no later state, and brings back nothing that was removed for good."""

from typing import Any

from django.core.exceptions import ValidationError
from django.forms.utils import ErrorDict

from dprd_news.lib.newsroom import PickingForm
from people.admin.sent import content_of, texts_in
from people.models import Removal


class KeptForm(PickingForm):
    """Knows the state it was opened on, and refuses to save over a later one."""

    # Set on the class made for one request, when content is only laid into the form.
    is_only_shown = False

    @staticmethod
    def removed_words(record: Any, texts: list[str]) -> list[str]:
        """What was removed from the record for good and stands in these texts of it again."""
        found = Removal.objects.of(record).found_in(texts) if record is not None and record.pk else []
        return sorted({words for _, words in found})

    def full_clean(self) -> None:
        if not self.is_only_shown:
            super().full_clean()
            return
        # Never valid, so that nothing saves it; see OnlyShownRows.
        self._errors, self.cleaned_data = ErrorDict(), {}
        self.add_error(None, ValidationError("", code="shown"))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if self.instance.pk and self.data.get("_version") != str(self.instance.version):
            raise ValidationError(
                "Belum disimpan: data ini sudah diubah sejak halaman ini dibuka. Isian Anda masih ada di bawah; "
                "perbedaannya dengan yang tersimpan tertera di atas formulir. Sesuaikan, lalu simpan lagi.",
                code="stale",
            )
        sent: Any = self.data
        refuse_removed(self.removed_words(self.instance, texts_in(content_of(sent))))
        return data


def refuse_removed(words: list[str]) -> None:
    """Raises ValidationError with the words that may not come back."""
    if words:
        told = ", ".join(f"“{each}”" for each in words)
        raise ValidationError(
            f"Belum disimpan: isian Anda memuat kata yang sudah dihapus Administrator untuk selamanya: {told}. "
            "Buang kata itu dari isian di bawah, lalu simpan lagi.",
            code="removed",
        )
