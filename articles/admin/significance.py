"""The question of what a change means, on the form of an article or a photo that readers see."""

from typing import Any

from django import forms
from django.http import HttpRequest

from articles.models import Article, Photo
from articles.models.correction import Correction
from articles.models.version import words_of
from people.admin.significance import FIELDS, SignificanceAdmin, SignificanceForm


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
        label="Koreksi pada berita",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Berita terbit yang memuat foto ini. Hilangkan centangnya bila kekeliruan itu tidak tampak di sana.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        shown_on = [(str(place.article_id), _shown_with(place)) for place in self.instance.live_places]
        chosen: Any = self.fields["corrected_articles"]
        chosen.choices, chosen.initial = shown_on, [key for key, _ in shown_on]
        self.fields["correction_kind"].initial = Correction.Kind.PHOTO

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if (
            self.is_significant
            and not data.get("corrected_articles")
            and "corrected_articles" not in self.errors
        ):
            self.add_error("corrected_articles", "Pilih sedikitnya satu berita yang mendapat koreksi ini.")
        return data


def _shown_with(place: Any) -> str:
    own = [name for name, words in (("keterangan", place.caption), ("teks alternatif", place.alt)) if words]
    return f"{place.article} (dengan {' dan '.join(own)} sendiri)" if own else str(place.article)


class PhotoSignificanceAdmin(SignificanceAdmin):
    significance_form = PhotoSignificanceForm
    significance_fields = (*FIELDS, "corrected_articles")

    def is_seen(self, record: Photo) -> bool:
        return bool(record.live_places)

    def announce(self, record: Photo, form: Any) -> None:
        """On each article that was chosen; one withdrawn in this very moment shows its notice instead."""
        data = form.cleaned_data
        chosen = Article.objects.published().filter(pk__in=data["corrected_articles"])
        for article in chosen.select_for_update().order_by("pk"):
            article.correct(data["correction_kind"], data["correction_note"])

    def _lay_in(self, request: HttpRequest, record: Any, data: dict[str, list[str]]) -> None:
        """Content from a form that did not ask the question says nothing of its answer: all are chosen."""
        if self.asks_significance(request, record) and "correction_note" not in data:
            shown_on = [str(place.article_id) for place in record.live_places]
            data = {**data, "correction_kind": [Correction.Kind.PHOTO.value], "corrected_articles": shown_on}
        super()._lay_in(request, record, data)  # type: ignore[misc]
