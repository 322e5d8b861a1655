"""The screen's form as plain rows for its template: offers with their choices, fields, staged photos."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from articles.decisions import visit_of
from articles.filing import house_credit
from articles.models import Article, ArticleOfficial, StagedPhoto
from articles.pasting.answers import Answers
from articles.pasting.lengths import MOST_LETTERS, most_of_offer
from articles.pasting.outcomes import parties_of
from articles.pasting.proposals import NEW, NONE, OTHER, Choice, Offer
from dprd_news.lib.indonesian import date_range
from people.models import Institution, Visit

PHOTO_HELP = {
    "alt": "Apa yang tampak pada foto, untuk pembaca yang tidak melihatnya. Bukan salinan keterangan. Boleh menyusul, "
    "tetapi tanpa ini berita belum dapat terbit.",
    "caption": "",
    "credit": "Siapa pemotretnya, misalnya Cipta/Humpro DPRD Kota Bandung. Hanya yang tercetak di naskah terisi sendiri.",
}
NO_ERRORS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Field:
    """One input. With options (value, label) it is a select, else of that type; "long" is a text area, "wide" a line
    of its own. It holds `most` letters, or any number for None."""

    name: str
    label: str
    value: str
    kind: str = "text"
    options: tuple[tuple[str, str], ...] = ()
    most: int | None = None
    error: str = ""
    help: str = ""

    @property
    def shown_value(self) -> str:
        """A select shows its first option for a value that is none."""
        values = [value for value, _ in self.options]
        return self.value if not values or self.value in values else values[0]


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
            return _spoken(self.other)
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
        other=_other(answers, offer),
        fields=[_limited(one, offer, errors) for one in _fields(answers, offer)],
        choices=tuple(choice for choice in offer.choices if choice.value != NEW or offer.kind in may_make),
        position=position,
    )


def shown_photos(answers: Answers, errors: Mapping[str, str] = NO_ERRORS) -> list[ShownPhoto]:
    house = house_credit()
    return [
        ShownPhoto(staged, _photo_fields(answers, staged, errors), answers.is_dropped(staged), house)
        for staged in answers.pasted.photos.all()
    ]


def _photo_fields(answers: Answers, staged: StagedPhoto, errors: Mapping[str, str]) -> list[Field]:
    labels = {"alt": "Teks alternatif", "caption": "Keterangan foto", "credit": "Kredit foto"}
    return [
        Field(
            name=(key := f"photo-{staged.pk}-{name}"),
            label=label,
            value=answers.photo_words(staged, name),
            kind="long" if name == "caption" else "wide",
            most=MOST_LETTERS.get(name),
            error=errors.get(key, ""),
            help=PHOTO_HELP[name],
        )
        for name, label in labels.items()
    ]


def draft_fields(answers: Answers, errors: Mapping[str, str]) -> list[Field]:
    """The draft's plain fields, below the offers."""
    end = answers.text("event_end_date")
    fields = [
        Field("body", "Isi berita (baris kosong memisahkan paragraf)", answers.text("body"), "body"),
        Field("byline", "Kode penulis", answers.text("byline")),
        Field(
            "activity",
            "Kegiatan",
            answers.text("activity"),
            options=tuple((value, str(label)) for value, label in Article.Activity.choices),
        ),
        Field("place", "Tempat", answers.text("place")),
        Field("event_end_date", "Sampai tanggal (bila beberapa hari)", end, "date"),
    ]
    return [replace(one, most=MOST_LETTERS.get(one.name), error=errors.get(one.name, "")) for one in fields]


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


def _other(answers: Answers, offer: Offer) -> Field | None:
    if OTHER not in {choice.value for choice in offer.choices}:
        return None
    labels = {
        "title": "Judul lain",
        "event_date": "Tanggal lain",
        "official": "Nama pejabat di data",
        "institution": "Nama lembaga di data",
    }
    kind = {"title": "text", "event_date": "date"}.get(offer.kind, "look-up")
    name = f"{offer.key}-other"
    return Field(name, labels[offer.kind], answers.text(name), kind, most=MOST_LETTERS.get(offer.kind))


def _spoken(field: Field) -> str:
    try:
        return date_range(date.fromisoformat(field.value), None) if field.kind == "date" else field.value
    except ValueError:
        return field.value


def _fields(answers: Answers, offer: Offer) -> list[Field]:
    made = {
        "official": _person_fields,
        "position": _position_fields,
        "institution": _body_fields,
        "visit": _visit_fields,
    }
    return made[offer.kind](answers, offer) if offer.kind in made else []


def _limited(one: Field, offer: Offer, errors: Mapping[str, str]) -> Field:
    part = one.name.removeprefix(f"{offer.key}-")
    return replace(one, most=most_of_offer(offer.kind, part), error=errors.get(one.name, ""))


def _person_fields(answers: Answers, offer: Offer) -> list[Field]:
    read, key = offer.read, offer.key
    parts = tuple((value, str(label)) for value, label in ArticleOfficial.Part.choices)
    return [
        Field(f"{key}-front", "Gelar depan", answers.text(f"{key}-front", read["front_title"])),
        Field(f"{key}-name", "Nama tanpa gelar", answers.text(f"{key}-name", read["printed"])),
        Field(f"{key}-back", "Gelar belakang", answers.text(f"{key}-back", read["back_title"])),
        Field(f"{key}-post", "Jabatan di berita ini", answers.text(f"{key}-post", read["role"])),
        Field(f"{key}-part", "Peran di berita ini", answers.text(f"{key}-part", read["part"]), options=parts),
    ]


def _position_fields(answers: Answers, offer: Offer) -> list[Field]:
    name = f"{offer.key}-year"
    return [Field(name, "Mulai menjabat tahun (kosong: belum diketahui)", answers.text(name))]


def _body_fields(answers: Answers, offer: Offer) -> list[Field]:
    read, key = offer.read, offer.key
    kinds = tuple((value, str(label)) for value, label in Institution.Kind.choices)
    return [
        Field(f"{key}-name", "Nama resmi bila baru", answers.text(f"{key}-name", read["name"])),
        Field(f"{key}-kind", "Jenis bila baru", answers.text(f"{key}-kind", read["kind"]), options=kinds),
    ]


def _visit_fields(answers: Answers, offer: Offer) -> list[Field]:
    plan = visit_of(answers.reading)
    if plan is None:
        return []
    kinds = tuple((value, str(label)) for value, label in Visit.Kind.choices)
    names = [person["name"] for person in answers.reading["officials"]]
    heads = (("", "tidak disebut"), *((name, name) for name in dict.fromkeys(names)))
    sides = (
        ("", "bukan pihak"),
        ("guest", "tamu"),
        ("host", "tuan rumah"),
        ("companion", "pendamping"),
    )
    count = str(plan.people_count or "")
    return [
        Field("visit-title", "Judul kunjungan", answers.text("visit-title", plan.title)),
        Field("visit-kind", "Jenis", answers.text("visit-kind", plan.kind), options=kinds),
        *(
            Field(f"visit-side-{n}", name, answers.text(f"visit-side-{n}", side), options=sides)
            for n, (name, side) in enumerate(parties_of(answers.reading))
        ),
        Field("visit-head", "Ketua rombongan", answers.text("visit-head", plan.head), options=heads),
        Field("visit-count", "Jumlah peserta", answers.text("visit-count", count)),
        Field("visit-purpose", "Tujuan", answers.text("visit-purpose", plan.purpose), "long"),
    ]
