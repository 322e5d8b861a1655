"""What a filtered list says about its filters."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.contrib.contenttypes.models import ContentType

from dprd_news.lib.filters import Filters
from dprd_news.lib.indonesian import month_name, short_date
from people.models import Institution, Official, Region, Tagging, Topic, Visit

DIRECTIONS: Mapping[str, str] = {**dict(Visit.Direction.choices), Visit.UNINVOLVED: "Di luar tiga arah itu"}
STATUSES: Mapping[str, str] = {Visit.HELD: "Sudah berlangsung", **dict(Visit.Status.choices)}
DATED: Mapping[str, str] = {Visit.WITH_DATE: "Diketahui", Visit.UNDATED: "Belum diketahui"}


class Names:
    """Names of what the filters name, as readers may know them; each kind is looked up once and when asked.

    What a page offers in its form it has at hand: topics and institutions by slug, regions by code.
    """

    def __init__(
        self,
        filters: Filters,
        topics: Mapping[str, str] | None = None,
        institutions: Mapping[str, str] | None = None,
        regions: Mapping[str, str] | None = None,
    ) -> None:
        self.filters = filters
        self.topics_at_hand = topics or {}
        self.institutions_at_hand = institutions or {}
        self.regions_at_hand = regions or {}

    @cached_property
    def institutions(self) -> dict[str, str]:
        slugs = {self.filters.institution, self.filters.guest} - {""}
        return _named(
            slugs,
            self.institutions_at_hand,
            lambda rest: Institution.objects.published().filter(slug__in=rest).values_list("slug", "name"),
        )

    @cached_property
    def officials(self) -> dict[str, str]:
        found = Official.objects.published().filter(slug=self.filters.official)
        return {official.slug: official.full_name for official in found}

    @cached_property
    def regions(self) -> dict[str, str]:
        codes = {self.filters.region, self.filters.origin, self.filters.destination} - {""}
        return _named(
            codes,
            self.regions_at_hand,
            lambda rest: Region.objects.filter(code__in=rest).values_list("code", "name"),
        )

    @cached_property
    def topics(self) -> dict[str, str]:
        slug = self.filters.topic
        return _named(
            {slug} - {""},
            self.topics_at_hand,
            lambda rest: (
                Topic.objects.filter(slug=slug).values_list("slug", "name") if _is_public(slug) else []
            ),
        )


def _named(
    keys: set[str], at_hand: Mapping[str, str], look_up: Callable[[set[str]], Iterable[tuple[str, str]]]
) -> dict[str, str]:
    """Names by key; what is not at hand is looked up, and what nobody knows is left out."""
    rest = keys - set(at_hand)
    found = dict(look_up(rest)) if rest else {}
    return found | {key: at_hand[key] for key in keys - rest}


@dataclass(frozen=True)
class _Shown:
    """How a filter is spoken of: its label, and what its value is called; None for a value nothing knows."""

    label: str
    called: Callable[[Any, Names], str | None]


SHOWN: Mapping[str, _Shown] = {
    "topik": _Shown("Topik", lambda slug, names: names.topics.get(slug)),
    "pejabat": _Shown("Pejabat", lambda slug, names: names.officials.get(slug)),
    "lembaga": _Shown("Lembaga", lambda slug, names: names.institutions.get(slug)),
    "tamu": _Shown("Tamu", lambda slug, names: names.institutions.get(slug)),
    "wilayah": _Shown("Wilayah", lambda code, names: names.regions.get(code)),
    "asal": _Shown("Asal tamu", lambda code, names: names.regions.get(code)),
    "tujuan": _Shown("Daerah tujuan", lambda code, names: names.regions.get(code)),
    "tahun": _Shown("Tahun", lambda year, names: str(year)),
    "bulan": _Shown("Bulan", lambda month, names: month_name(month)),
    "dari": _Shown("Dari", lambda day, names: short_date(day)),
    "sampai": _Shown("Sampai", lambda day, names: short_date(day)),
    "arah": _Shown("Arah", lambda value, names: DIRECTIONS.get(value)),
    "status": _Shown("Status", lambda value, names: STATUSES.get(value)),
    "peran": _Shown("Peran", lambda value, names: value if value in Visit.TAKING_PART else None),
    "waktu": _Shown("Tanggal", lambda value, names: DATED.get(value)),
    "q": _Shown("Kata", lambda words, names: words),
}


def notes(
    filters: Filters,
    is_empty: bool,
    kinds: list[str],
    is_lost: bool = False,
    names: Names | None = None,
    groups: Collection[str] = (),
) -> list[str]:
    """Messages for the reader: filters that were ignored and, over an empty list, values nothing knows.

    `is_lost` says that the page asked for could not be told, so that the first one is shown. `names` are
    those that the page has looked up already.
    """
    found = [
        f"Penyaring “{name}” tidak dapat dibaca di daftar ini dan diabaikan." for name in filters.ignored
    ]
    if is_lost:
        found.append("Halaman yang diminta tidak dikenali; ini halaman pertama.")
    return found + (
        _unknown(filters, {"jenis": kinds, "kelompok": groups}, names or Names(filters)) if is_empty else []
    )


@dataclass(frozen=True)
class ActiveFilter:
    """A filter in force by its name in addresses and in words, and the query string of the list without it."""

    name: str
    label: str
    value: str
    rest: str


def active(filters: Filters, kinds: Mapping[str, str], names: Names) -> list[ActiveFilter]:
    """The filters in force, in the order of an address; a value nothing knows is shown as it was typed."""
    found = []
    for name, text in filters.as_query.items():
        label = "Jenis" if name == "jenis" else SHOWN[name].label
        called = kinds.get(text) if name == "jenis" else SHOWN[name].called(filters.value(name), names)
        found.append(ActiveFilter(name, label, called or text, filters.without(name).query_string))
    return found


def _unknown(filters: Filters, own: Mapping[str, Collection[str]], names: Names) -> list[str]:
    """`own` holds the values of the filters whose values each list has its own of."""
    asked = filters.as_query
    order = (
        "topik", "pejabat", "lembaga", "tamu", "wilayah", "asal", "tujuan", "jenis", "arah", "status", "kelompok",
        "peran", "waktu",
    )  # fmt: skip

    def is_known(name: str) -> bool:
        if name in own:
            return asked[name] in own[name]
        return SHOWN[name].called(asked[name], names) is not None

    return [
        f"Tidak ada {SHOWN[name].label.lower() if name in SHOWN else name} “{asked[name]}”, jadi daftar ini kosong."
        for name in order
        if name in asked and not is_known(name)
    ]


def _is_public(slug: str) -> bool:
    """Whether the topic is on anything public, of whatever kind: what it is put on knows itself."""
    kinds = ContentType.objects.filter(pk__in=Tagging.objects.filter(tag__slug=slug).values("content_type"))
    tagged: list[Any] = [kind.model_class() for kind in kinds]
    return any(model.objects.published().filter(topics__slug=slug).exists() for model in tagged)
