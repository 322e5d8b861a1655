"""What officials, institutions and visits say to search."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone

from dprd_news.lib.search import days
from dprd_news.lib.search.words import record_term
from people import indexing
from people.indexing import Content
from people.models import Institution, Official, Position, Tagging, Visit, VisitParty
from people.models.document import SearchKind


def register() -> None:
    """Called once all apps are there."""
    indexing.register(
        SearchKind.OFFICIAL,
        Official,
        officials,
        people_OfficialName=owners_by("official_id"),
        people_Position=owners_by("official_id"),
        people_Institution=lambda rows: _holders(institution__in=rows),
        people_Post=lambda rows: _holders(post__in=rows),
    )
    indexing.register(
        SearchKind.INSTITUTION,
        Institution,
        institutions,
        people_InstitutionName=owners_by("institution_id"),
    )
    indexing.register(
        SearchKind.VISIT,
        Visit,
        visits,
        people_VisitParty=owners_by("visit_id"),
        people_Institution=lambda rows: _visits(Q(institution__in=rows) | Q(unit__in=rows)),
        people_VisitOfficial=owners_by("visit_id"),
        people_Tagging=lambda rows: tagged(Visit, rows),
    )


def owners_by(column: str) -> indexing.Follow:
    """Of rows that belong to records: whose they are, by the column that says so."""
    return lambda rows: [getattr(row, column) for row in rows]


def tagged(model: type, rows: Iterable[Tagging]) -> Iterable[int]:
    """The records of that model which these uses of topics are on."""
    kind = ContentType.objects.get_for_model(model).pk
    return [row.object_id for row in rows if row.content_type_id == kind]


def showing(found: QuerySet, keys: list[int]) -> QuerySet:
    """Those of the records that are public or wait for their time."""
    return found.filter(pk__in=keys, published_at__isnull=False, withdrawn_at__isnull=True)


def topics_of(model: type, keys: list[int]) -> dict[int, tuple[int, ...]]:
    kind = ContentType.objects.get_for_model(model)
    found: dict[int, tuple[int, ...]] = {}
    rows = Tagging.objects.filter(content_type=kind, object_id__in=keys).order_by("pk")
    for key, topic in rows.values_list("object_id", "tag_id"):
        found[key] = (*found.get(key, ()), topic)
    return found


def officials(keys: list[int]) -> Iterator[Content]:
    positions = Prefetch("positions", Position.objects.select_related("post", "institution"))
    now = timezone.now()
    for official in showing(Official.objects.all(), keys).prefetch_related("names", positions):
        held = official.positions.all()
        # A post in a body that is hidden is on no page.
        shown = [
            one
            for one in held
            if one.institution.is_public_at(max(now, official.published_at))
            or one.institution.is_public_at(now)
        ]
        yield Content(
            record=official.pk,
            published_at=official.published_at,
            titles=(official.name, official.nickname, *(other.name for other in official.names.all())),
            about=tuple(_seat(one) for one in shown if one.ends_on is None),
            body=" ".join(
                [
                    official.biography,
                    official.party,
                    official.electoral_district,
                    *(_seat(one) for one in shown if one.ends_on),
                ]
            ),
            links=tuple(record_term("i", one.institution_id) for one in held),
            until=min(
                filter(None, (_comes_at(one.institution) for one in held if one not in shown)), default=None
            ),
        )


def _comes_at(body: Institution) -> datetime | None:
    """When a body that is hidden now will be public by itself."""
    return None if body.withdrawn_at else body.published_at


def _seat(position: Position) -> str:
    return f"{position.post.name} {position.institution.name}"


def institutions(keys: list[int]) -> Iterator[Content]:
    for body in showing(Institution.objects.all(), keys).prefetch_related("names"):
        others = [name for other in body.names.all() for name in (other.name, other.short_name)]
        yield Content(
            record=body.pk,
            published_at=body.published_at,
            titles=(body.name, body.short_name, *others),
            body=body.description,
            links=(record_term("i", body.parent_id),) if body.parent_id else (),
        )


def visits(keys: list[int]) -> Iterator[Content]:
    topics = topics_of(Visit, keys)
    parties = Prefetch("parties", VisitParty.objects.with_names())
    found: Any = showing(Visit.objects.all(), keys).prefetch_related(parties, "attendances")
    for visit in found:
        # A party with a hidden body is on no page: its other body and its head find nothing either.
        at = visit.read_from
        shown = [one for one in visit.parties.all() if one.is_public_at(at)]
        named = {body for one in visit.parties.all() for body in (one.institution, one.unit) if body}
        hidden = [body for body in named if not body.is_public_at(at)]
        bodies = [key for one in shown for key in (one.institution_id, one.unit_id) if key]
        people = [one.head_id for one in shown if one.head_id]
        people += [one.official_id for one in visit.attendances.all()]
        links = [record_term("i", key) for key in bodies] + [record_term("o", key) for key in people]
        yield Content(
            record=visit.pk,
            published_at=visit.published_at,
            titles=(visit.title,),
            day=visit.listed_on,
            about=(visit.get_kind_display(), visit.purpose, visit.place),
            body=f"{visit.outcome} {visit.follow_up} {visit.building} {visit.room}",
            links=(*dict.fromkeys(links), *days.terms(visit.starts_on, visit.ends_on)),
            topics=topics.get(visit.pk, ()),
            until=min(filter(None, map(_comes_at, hidden)), default=None),
        )


def _holders(**of: Any) -> list[int]:
    return list(Position.objects.filter(**of).values_list("official_id", flat=True).distinct())


def _visits(of: Q) -> list[int]:
    return list(VisitParty.objects.filter(of).values_list("visit_id", flat=True).distinct())
