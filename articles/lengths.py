"""How much the fields of the paste screen hold, and what to tell an editor who wrote more."""

from typing import Any

from articles.answers import Answers
from articles.models import Article, Photo
from dprd_news.lib.indonesian import number

_OF_DRAFT: dict[str, Any] = {name: Article._meta.get_field(name) for name in ("title", "byline", "place")}
_OF_PHOTO: dict[str, Any] = {name: Photo._meta.get_field(name) for name in ("alt", "credit")}
# By field; what is not here holds any length.
MOST_LETTERS: dict[str, int] = {name: field.max_length for name, field in (_OF_DRAFT | _OF_PHOTO).items()}


def too_long(answers: Answers, draft: dict[str, Any]) -> dict[str, str]:
    """What is the editor's to shorten, by field: words of the draft and of the photos that are taken."""
    found = {name: _problem(name, draft[name]) for name in _OF_DRAFT}
    for staged in answers.pasted.photos.all():
        if not answers.is_dropped(staged):
            for name in _OF_PHOTO:
                found[f"photo-{staged.pk}-{name}"] = _problem(name, answers.photo_words(staged, name))
    return {name: problem for name, problem in found.items() if problem}


def _problem(name: str, words: str) -> str:
    most = MOST_LETTERS[name]
    if len(words) <= most:
        return ""
    label = str((_OF_DRAFT | _OF_PHOTO)[name].verbose_name).capitalize()
    return f"{label} terlalu panjang: {number(len(words))} huruf, paling banyak {number(most)}. Ringkaskan dahulu."
