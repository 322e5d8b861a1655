"""The words of a photo as forms take them: a credit pasted with the caption is moved to its own field."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms.models import model_to_dict
from django.http import HttpRequest

from articles.models import Photo
from articles.reading import split_credit
from people.admin.kept_form import KeptForm, refuse_removed
from people.models import Council

WORDS = ("alt", "is_decorative", "caption", "credit", "taken_on")
MOST_CREDIT = 200
CHANGED = (
    "Belum disimpan: foto ini diubah orang lain sejak halaman ini dibuka. Di bawah ini bedanya dengan isian Anda; "
    "simpan lagi bila isian Anda yang berlaku."
)


def default_credit() -> str:
    """What the council offers as a photo's credit."""
    council = Council.current()
    return council.default_photo_credit if council else ""


class CreditSplitting(forms.ModelForm):
    """A credit that was typed on purpose is never written over: then the caption stays as it was pasted."""

    # The credit that was found in the caption, once the form has been checked.
    moved_credit = ""

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        caption, credit = split_credit(data.get("caption") or "")
        typed = data.get("credit")
        if credit and (not typed or typed == credit or "credit" not in self.changed_data):
            self.moved_credit = credit[:MOST_CREDIT]
            data |= {"caption": caption, "credit": self.moved_credit}
        return data


class PhotoForm(CreditSplitting, KeptForm):
    pass


def tell_moved(request: HttpRequest, form: CreditSplitting) -> None:
    if form.moved_credit:
        words = f"Kredit “{form.moved_credit}” dipindahkan dari keterangan foto ke isiannya sendiri."
        messages.info(request, words)


class PhotoWordsForm(CreditSplitting):
    """One of several photos on a page; saves only over the state that it was opened on."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = Photo
        fields = WORDS
        widgets = {
            "alt": forms.Textarea(attrs={"rows": 2}),
            "caption": forms.Textarea(attrs={"rows": 3}),
            "taken_on": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        }
        help_texts = {
            "taken_on": "Diusulkan dari kamera atau nama berkas. Periksa dulu: jam kamera sering keliru.",
        }

    def __init__(self, photo: Photo, sent: Any = None) -> None:
        self.stored = model_to_dict(photo, WORDS)
        offered = {"credit": photo.credit or default_credit(), "version": photo.version}
        super().__init__(sent, instance=photo, prefix=f"foto-{photo.pk}", initial=offered)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if "version" in data and data["version"] != self.initial["version"]:
            self.add_error(None, ValidationError(CHANGED, code="stale"))
            # Whoever saves again has seen the other's words.
            sent: Any = self.data
            self.data = sent = sent.copy()
            sent[self.add_prefix("version")] = str(self.initial["version"])
        refuse_removed(KeptForm.removed_words(self.instance, [str(value) for value in data.values()]))
        return data

    @property
    def is_changed(self) -> bool:
        """Whether saving changes what is stored; an offered credit does."""
        return any(self.cleaned_data[name] != self.stored[name] for name in WORDS)
