"""The question of what a change means, on the form of an article or a photo that readers see."""

from typing import Any

from django import forms
from django.http import HttpRequest

from articles.models import Article, Photo
from articles.models.correction import Correction
from articles.models.version import words_of
from people.admin.significance import FIELDS, SignificanceAdmin, SignificanceForm
from people.models import Visit
from people.models.publication import public

# Before the key of a visit among the pages that a photo's correction may stand on.
VISIT = "kunjungan-"


class ArticleSignificanceForm(SignificanceForm):
    seen_fields = (
        "title", "lead", "body", "byline", "activity", "event_date", "event_end_date", "place", "visit", "topics",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Kept now: checking the form writes the new words onto the instance.
        self.words_before = words_of(self.instance)


class ArticleSignificanceAdmin(SignificanceAdmin):
    significance_form = ArticleSignificanceForm

    def announce(self, record: Any, form: Any) -> None:
        data = form.cleaned_data
        record.correct(data["correction_kind"], data["correction_note"], before=form.words_before)


class PhotoSignificanceForm(SignificanceForm):
    """A photo has no page of its own: what changes is told on the articles that show it."""

    seen_fields = ("file", "alt", "is_decorative", "caption", "credit")

    corrected_articles = forms.MultipleChoiceField(
        label="Koreksi pada",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Berita terbit yang memuat foto ini; hilangkan centangnya bila kekeliruan itu tidak tampak di sana. "
        "Centang juga kunjungannya bila pembaca halaman kunjungan perlu tahu.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        shown_on = [(str(place.article_id), _shown_with(place)) for place in self.instance.live_places]
        chosen: Any = self.fields["corrected_articles"]
        visits = [(f"{VISIT}{visit.pk}", f"Kunjungan: {visit}") for visit in _showing_visits(self.instance)]
        chosen.choices, chosen.initial = [*shown_on, *visits], [key for key, _ in shown_on]
        self.fields["correction_kind"].initial = Correction.Kind.PHOTO

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if (
            self.is_significant
            and not data.get("corrected_articles")
            and "corrected_articles" not in self.errors
        ):
            self.add_error("corrected_articles", "Pilih sedikitnya satu yang mendapat koreksi ini.")
        return data


def _showing_visits(photo: Photo) -> Any:
    """Public visits whose page shows the photo, since it shows those of its articles."""
    return (
        Visit.objects.published()
        .filter(articles__in=[place.article_id for place in photo.live_places])
        .distinct()
    )


def _shown_with(place: Any) -> str:
    own = [name for name, words in (("keterangan", place.caption), ("teks alternatif", place.alt)) if words]
    return f"{place.article} (dengan {' dan '.join(own)} sendiri)" if own else str(place.article)


class PhotoSignificanceAdmin(SignificanceAdmin):
    significance_form = PhotoSignificanceForm
    significance_fields = (*FIELDS, "corrected_articles")

    def is_seen(self, record: Photo) -> bool:
        return bool(record.live_places)

    def announce(self, record: Photo, form: Any) -> None:
        """On each page that was chosen; one withdrawn in this very moment shows its notice instead."""
        data = form.cleaned_data
        visits = [key.removeprefix(VISIT) for key in data["corrected_articles"] if key.startswith(VISIT)]
        articles = [key for key in data["corrected_articles"] if not key.startswith(VISIT)]
        for model, keys in ((Article, articles), (Visit, visits)):
            chosen: Any = model._default_manager.filter(public(), pk__in=keys)
            for shown in chosen.select_for_update().order_by("pk"):
                shown.correct(data["correction_kind"], data["correction_note"])

    def _lay_in(self, request: HttpRequest, record: Any, data: dict[str, list[str]]) -> None:
        """Content from a form that did not ask the question says nothing of its answer: all are chosen."""
        if self.asks_significance(request, record) and "correction_note" not in data:
            shown_on = [str(place.article_id) for place in record.live_places]
            data = {**data, "correction_kind": [Correction.Kind.PHOTO.value], "corrected_articles": shown_on}
        super()._lay_in(request, record, data)  # type: ignore[misc]
