"""How much the fields of the paste screen hold, and what to tell an editor who wrote more."""

from typing import Any

from articles.models import Article, ArticleOfficial, Photo
from articles.pasting.answers import Answers
from dprd_news.lib.indonesian import number
from people.models import Institution, Official, Visit


def _columns(model: Any, **names: str) -> dict[str, Any]:
    """The model's columns by the names that the form has for them."""
    return {name: model._meta.get_field(column) for name, column in names.items()}


_OF_DRAFT = _columns(Article, title="title", byline="byline", place="place")
_OF_PHOTO = _columns(Photo, alt="alt", credit="credit")
# By the kind of offer, and there by what its field's name ends in.
_OF_OFFER = {
    "official": _columns(Official, name="name", front="front_title", back="back_title")
    | _columns(ArticleOfficial, post="post_printed"),
    "institution": _columns(Institution, name="name"),
    "visit": _columns(Visit, title="title"),
}
# By field; what is not here holds any length.
MOST_LETTERS: dict[str, int] = {name: field.max_length for name, field in (_OF_DRAFT | _OF_PHOTO).items()}


def most_of_offer(kind: str, part: str) -> int | None:
    """How many letters that field of such an offer holds; None for any number."""
    column = _OF_OFFER.get(kind, {}).get(part)
    return column.max_length if column else None


def too_long(answers: Answers, draft: dict[str, Any]) -> dict[str, str]:
    """What is the editor's to shorten, by field: words of the draft and of the photos that are taken."""
    found = {name: _problem(column, draft[name]) for name, column in _OF_DRAFT.items()}
    for staged in answers.pasted.photos.all():
        if not answers.is_dropped(staged):
            for name, column in _OF_PHOTO.items():
                found[f"photo-{staged.pk}-{name}"] = _problem(column, answers.photo_words(staged, name))
    return {name: problem for name, problem in found.items() if problem}


def too_long_for_offer(kind: str, key: str, words: dict[str, str]) -> dict[str, str]:
    """The same of one offer's own fields, their words by what the fields' names end in."""
    found = {f"{key}-{part}": _problem(_OF_OFFER[kind][part], text) for part, text in words.items()}
    return {name: problem for name, problem in found.items() if problem}


def _problem(column: Any, words: str) -> str:
    if len(words) <= column.max_length:
        return ""
    label = str(column.verbose_name).capitalize()
    return (
        f"{label} terlalu panjang: {number(len(words))} huruf, paling banyak {number(column.max_length)}. "
        "Ringkaskan dahulu."
    )
