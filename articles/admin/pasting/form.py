"""Offers and staged photos as the screen shows them, with their inputs, and what the whole form says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from articles.admin.pasting.fields import Field, offer_fields, other_field, photo_fields
from articles.filing import house_credit
from articles.models import StagedPhoto
from articles.pasting.answers import Answers
from articles.pasting.offers import NEW, NONE, OTHER, Choice, Offer

NO_ERRORS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class ShownOffer:
    offer: Offer
    chosen: str
    is_decided: bool
    error: str = ""
    other: Field | None = None
    fields: list[Field] = field(default_factory=list)
    choices: tuple[Choice, ...] = ()
    # Of a person who may turn out to be new: the post to put on file.
    position: "ShownOffer | None" = None

    @property
    def inputs(self) -> list[Field]:
        return [*self.fields, *([self.other] if self.other else [])]

    @property
    def values(self) -> dict[str, str]:
        is_offered = self.chosen in {choice.value for choice in self.choices}
        own = {field.name: field.shown_value for field in self.inputs}
        own[self.offer.key] = self.chosen if is_offered else ""
        return own | (self.position.values if self.position else {})

    @property
    def words(self) -> dict[str, tuple[str, dict[str, str]]]:
        name = f"{self.offer.word} {self.offer.name}"
        own = {
            field.name: (f"{field.label} ({self.offer.name})", dict(field.options)) for field in self.inputs
        }
        own[self.offer.key] = (name, {choice.value: choice.label for choice in self.choices})
        return own | (self.position.words if self.position else {})

    @property
    def on_file(self) -> str:
        """Slugs of the people or bodies on file among the choices, to come back with the answer."""
        words = {NEW, OTHER, NONE}
        return " ".join(choice.value for choice in self.offer.choices if choice.value not in words)

    @property
    def is_open(self) -> bool:
        return not self.is_decided

    @property
    def is_rejected(self) -> bool:
        return self.chosen == NONE

    @property
    def picked(self) -> str:
        """The words of the choice made, or what was written instead."""
        if self.chosen == OTHER and self.other and self.other.value:
            return self.other.spoken
        labels = {choice.value: choice.label for choice in self.choices}
        return labels.get(self.chosen, "Belum diputuskan")

    @property
    def has_field_error(self) -> bool:
        return any(one.error for one in self.fields)

    @property
    def preset_by(self) -> str:
        """Whose choice the preset is."""
        if self.offer.was_refused:
            return "ditolak dahulu"
        return "sesuai draf" if self.offer.is_written else "dipilihkan"

    @property
    def other_by(self) -> str:
        """Whose choice anything else is."""
        return "lain dari draf" if self.offer.is_written else "pilihan Anda"

    @property
    def chosen_by(self) -> str:
        """Whose choice it is now, "" while it is open."""
        if self.is_open:
            return ""
        return self.preset_by if self.chosen == self.offer.preset else self.other_by

    @property
    def is_doubtful(self) -> bool:
        """Stands on top: it was never sure, or its answer needs another look."""
        return not self.offer.is_sure or bool(self.error) or self.has_field_error


@dataclass(frozen=True)
class ShownPhoto:
    staged: StagedPhoto
    fields: list[Field]
    is_dropped: bool
    # The house's credit, offered where none is filled in.
    house_credit: str


def shown_offers(answers: Answers, errors: Mapping[str, str], may_make: set[str]) -> list[ShownOffer]:
    """Every offer as the page shows it, a new person's post inside the person's; making is not offered to
    whoever may not."""
    positions: dict[str, ShownOffer] = {}
    if {"official", "position"} <= may_make:
        for offer in answers.offers:
            if offer.kind == "position":
                person = offer.key.replace("position", "official")
                positions[person] = _shown(answers, offer, errors, may_make, None)
    return [
        _shown(answers, offer, errors, may_make, positions.get(offer.key))
        for offer in answers.offers
        if offer.kind != "position"
    ]


def _shown(
    answers: Answers, offer: Offer, errors: Mapping[str, str], may_make: set[str], position: ShownOffer | None
) -> ShownOffer:
    problem = errors.get(offer.key, "") or (position.error if position else "")
    return ShownOffer(
        offer=offer,
        chosen=answers.chosen(offer),
        is_decided=answers.is_decided(offer),
        error=problem,
        other=other_field(answers, offer),
        fields=offer_fields(answers, offer, errors),
        choices=tuple(choice for choice in offer.choices if choice.value != NEW or offer.kind in may_make),
        position=position,
    )


def shown_photos(answers: Answers, errors: Mapping[str, str] = NO_ERRORS) -> list[ShownPhoto]:
    house = house_credit()
    return [
        ShownPhoto(staged, photo_fields(answers, staged, errors), answers.is_dropped(staged), house)
        for staged in answers.pasted.photos.all()
    ]


def form_values(offers: list[ShownOffer], fields: list[Field], photos: list[ShownPhoto]) -> dict[str, str]:
    """What a browser that touches nothing sends, by the inputs' names; "" for what is open or not ticked."""
    values = {field.name: field.shown_value for field in fields}
    for shown in offers:
        values |= shown.values
    for photo in photos:
        values |= {field.name: field.shown_value for field in photo.fields}
        values[f"photo-{photo.staged.pk}-drop"] = "on" if photo.is_dropped else ""
    return values


def form_words(
    offers: list[ShownOffer], fields: list[Field], photos: list[ShownPhoto]
) -> dict[str, tuple[str, dict[str, str]]]:
    """How to speak of each input, and of its values where they are not told as they are."""
    words = {field.name: (field.label, dict(field.options)) for field in fields}
    for number, photo in enumerate(photos, start=1):
        words |= {field.name: (f"{field.label} {number}", {}) for field in photo.fields}
        words[f"photo-{photo.staged.pk}-drop"] = (f"Jangan pakai foto {number}", {"on": "ya", "": "tidak"})
    for shown in offers:
        words |= shown.words
    return words
