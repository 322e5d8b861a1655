"""What a filtered list says about its filters."""

from collections.abc import Callable, Collection
from typing import Any

from django.contrib.contenttypes.models import ContentType

from dprd_news.lib.filters import Filters
from people.models import Institution, Official, Region, Tagging, Visit


def notes(
    filters: Filters, is_empty: bool, kinds: list[str], is_lost: bool = False, groups: Collection[str] = ()
) -> list[str]:
    """Messages for the reader: filters that were ignored and, over an empty list, values nothing knows.

    `is_lost` says that the page asked for could not be told, so that the first one is shown.
    """
    found = [
        f"Penyaring “{name}” tidak dapat dibaca di daftar ini dan diabaikan." for name in filters.ignored
    ]
    if is_lost:
        found.append("Halaman yang diminta tidak dikenali; ini halaman pertama.")
    return found + (_unknown(filters, kinds, groups) if is_empty else [])


def _unknown(filters: Filters, kinds: list[str], groups: Collection[str]) -> list[str]:
    checks: dict[str, tuple[str, Callable[[str], bool]]] = {
        "topik": (filters.topic, _has_anything_public),
        "pejabat": (filters.official, lambda slug: Official.objects.published().filter(slug=slug).exists()),
        "lembaga": (
            filters.institution,
            lambda slug: Institution.objects.published().filter(slug=slug).exists(),
        ),
        "wilayah": (filters.region, lambda code: Region.objects.filter(code=code).exists()),
        "jenis": (filters.kind, lambda kind: kind in kinds),
        "arah": (filters.direction, lambda value: value in Visit.Direction.values),
        "status": (filters.status, lambda value: value in Visit.Status.values),
        "kelompok": (filters.group, lambda value: value in groups),
        "peran": (filters.role, lambda value: value in Visit.TAKING_PART),
    }
    return [
        f"Tidak ada {name} “{value}”, jadi daftar ini kosong."
        for name, (value, is_known) in checks.items()
        if value and not is_known(value)
    ]


def _has_anything_public(topic: str) -> bool:
    """Of whatever kind: what the topic is put on knows itself whether it is public."""
    kinds = ContentType.objects.filter(pk__in=Tagging.objects.filter(tag__slug=topic).values("content_type"))
    tagged: list[Any] = [kind.model_class() for kind in kinds]
    return any(model.objects.published().filter(topics__slug=topic).exists() for model in tagged)
