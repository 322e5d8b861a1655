"""Records that bear the name of one that is about to be made: the same one, or another of that name."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from articles.models import ArticleOfficial
from people.models import Institution, Official, VisitOfficial


@dataclass(frozen=True)
class Namesake:
    """`is_same`: the text says of it what is on file, so that making one would make it twice."""

    slug: str
    name: str
    is_same: bool


def people_named(name: str, read: dict[str, Any]) -> list[Namesake]:
    """People of that name; the same are those of the body, or with the very post, that the reading tells."""
    wanted = _words(name)
    people = Official.objects.filter(Q(name__iexact=wanted) | Q(names__name__iexact=wanted))
    return [
        Namesake(one.slug, one.full_name, _is_of(one, read)) for one in people.with_positions().distinct()
    ]


def bodies_named(name: str, kind: str, region_code: str | None) -> list[Namesake]:
    """Bodies of that name; the same are whole ones of that kind and region."""
    wanted = _words(name)
    bodies = Institution.objects.filter(Q(name__iexact=wanted) | Q(names__name__iexact=wanted)).distinct()
    return [
        Namesake(
            one.slug,
            one.name,
            one.parent_id is None and (one.kind, one.region_id) == (kind, region_code),
        )
        for one in bodies
    ]


def _is_of(official: Official, read: dict[str, Any]) -> bool:
    body, role = _words(read["institution"] or ""), _words(read["role"])
    if body and any(_words(held.institution.whole_body.name) == body for held in official.positions.all()):
        return True
    if not role:
        return False
    printed = {
        _words(post)
        for model in (ArticleOfficial, VisitOfficial)
        for post in model.objects.filter(official=official).values_list("post_printed", flat=True)
    }
    return role in printed


def _words(text: str) -> str:
    return " ".join(text.split()).casefold()
