"""The inputs of the screen: the draft's own, those of each kind of offer, and those of a photo."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from articles.decisions import visit_of
from articles.models import Article, ArticleOfficial, StagedPhoto
from articles.pasting.answers import Answers
from articles.pasting.decided.visits import parties_of
from articles.pasting.lengths import MOST_LETTERS, most_of_offer
from articles.pasting.offers import OTHER, Offer
from dprd_news.lib.indonesian import date_range
from people.models import Institution, Visit

PHOTO_HELP = {
    "alt": "Apa yang tampak pada foto, untuk pembaca yang tidak melihatnya. Bukan salinan keterangan. Boleh menyusul, "
    "tetapi tanpa ini berita belum dapat terbit.",
    "caption": "",
    "credit": "Siapa pemotretnya, misalnya Cipta/Humpro DPRD Kota Bandung. Hanya yang tercetak di naskah terisi sendiri.",
}


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

    @property
    def spoken(self) -> str:
        """The value as one says it."""
        try:
            return date_range(date.fromisoformat(self.value), None) if self.kind == "date" else self.value
        except ValueError:
            return self.value


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


def photo_fields(answers: Answers, staged: StagedPhoto, errors: Mapping[str, str]) -> list[Field]:
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


def other_field(answers: Answers, offer: Offer) -> Field | None:
    """For what is none of the choices; None where nothing else can be meant."""
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


def offer_fields(answers: Answers, offer: Offer, errors: Mapping[str, str]) -> list[Field]:
    """What the editor may write beside the choice, each with its limit and its error."""
    made = {
        "official": _person_fields,
        "position": _position_fields,
        "institution": _body_fields,
        "visit": _visit_fields,
    }
    fields = made[offer.kind](answers, offer) if offer.kind in made else []
    return [_limited(one, offer, errors) for one in fields]


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
