"""The question of what a change means, on the form of an article that readers see."""

from typing import Any

from articles.models.version import words_of
from people.admin.significance import SignificanceAdmin, SignificanceForm


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
