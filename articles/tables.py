"""What the database tells the reader: people, bodies, regions, topics and planned visits as plain rows."""

from articles.reading.index import Index
from articles.reading.tables import (
    HeldPost,
    KnownInstitution,
    KnownOfficial,
    KnownRegion,
    KnownTopic,
    KnownVisit,
    Tables,
)
from dprd_news.lib.caching import remembered
from people.imports import regions_on_paper
from people.models import Council, Institution, Official, Position, Region, Topic, Visit, VisitParty


@remembered
def index() -> Index:
    """The reader's lookups over everything on file, hidden records too: it serves editors only."""
    council = Council.current()
    return Index(
        Tables(
            own=council.institution.name if council else "",
            officials=tuple(
                _official(row) for row in Official.objects.with_positions().prefetch_related("names")
            ),
            institutions=tuple(
                _institution(row)
                for row in Institution.objects.select_related("parent").prefetch_related("names")
            ),
            # Before a site is set up its regions are on paper only; a release is read all the same.
            regions=tuple(_region(row) for row in Region.objects.all() or regions_on_paper()),
            topics=tuple(
                KnownTopic(row.slug, row.name, tuple(row.synonym_list())) for row in Topic.objects.all()
            ),
            visits=tuple(
                known_visit(row) for row in Visit.objects.filter(status=Visit.Status.PLANNED).with_parties()
            ),
        )
    )


def _official(official: Official) -> KnownOfficial:
    return KnownOfficial(
        slug=official.slug,
        name=official.name,
        nickname=official.nickname,
        other_names=tuple(other.name for other in official.names.all()),
        held=tuple(_held(position) for position in official.positions.all()),
    )


def _held(position: Position) -> HeldPost:
    body = position.institution
    whole = body.whole_body
    return HeldPost(
        post=position.post.name,
        institution=whole.name,
        unit=(body.short_name or body.name) if body.pk != whole.pk else "",
        starts_on=position.starts_on,
        ends_on=position.ends_on,
    )


def _institution(institution: Institution) -> KnownInstitution:
    return KnownInstitution(
        slug=institution.slug,
        name=institution.name,
        short_name=institution.short_name,
        kind=institution.kind,
        region_code=institution.region_id,
        other_names=tuple(
            name for other in institution.names.all() for name in (other.name, other.short_name) if name
        ),
        parent_slug=institution.parent.slug if institution.parent else None,
    )


def _region(region: Region) -> KnownRegion:
    return KnownRegion(
        code=region.code,
        level=region.level,  # type: ignore[arg-type]
        name=region.name,
        proper_name=region.proper_name,
        has_council=region.has_council,
        council_name="" if region.council_name == "DPRD" else region.council_name,
    )


def known_visit(visit: Visit) -> KnownVisit:
    """A planned visit with its parties at hand, as the reader knows it."""
    return KnownVisit(
        slug=visit.slug,
        hosts=_on_side(visit, VisitParty.Side.HOST),
        guests=_on_side(visit, VisitParty.Side.GUEST),
        starts_on=visit.starts_on,
        ends_on=visit.ends_on,
        place=visit.venue,
    )


def _on_side(visit: Visit, side: str) -> tuple[str, ...]:
    return tuple(party.institution.name for party in visit.parties.all() if party.side == side)
