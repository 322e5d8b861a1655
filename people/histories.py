"""What a person or a body did in visits, each kind of part kept apart and counted."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, Window
from django.db.models.functions import RowNumber

from people.models import Council, Institution, Official, Visit, VisitParty

SHOWN = 3
MET_MOST = 8
NOT_HELD = Q(status__in=Visit.NOT_HELD)
ROLES = (
    ("menerima", "Menerima tamu"),
    ("berkunjung", "Berkunjung"),
    ("menghadiri", "Menghadiri"),
)


@dataclass(frozen=True)
class Part:
    """One kind of part: the newest visits, how many there are, and the query of the list that holds just them;
    empty where no filter tells them apart. `not_held` of them are only planned, or came to nothing."""

    label: str
    count: int
    not_held: int
    visits: list[Visit]
    query: str


def parts_of_official(official: Official) -> list[Part]:
    """Visits received, made and attended; one in which a person did two of these counts in both."""
    public = Visit.objects.published()
    self = Official.objects.filter(pk=official.pk)
    sets = {role: public.with_officials(self, role) for role, _ in ROLES}
    did = {role: Exists(found.filter(pk=OuterRef("pk"))) for role, found in sets.items()}
    counts = (
        public.with_officials(self)
        .annotate(**did)
        .aggregate(
            **{f"{role}_count": Count("pk", filter=Q(**{role: True})) for role in sets},
            **{f"{role}_not_held": Count("pk", filter=Q(**{role: True}) & NOT_HELD) for role in sets},
        )
    )
    newest = Q()
    for found in sets.values():
        newest |= Q(pk__in=found.order_by("-listed_on", "-pk").values("pk")[:SHOWN])
    rows = list(public.filter(newest).annotate(**did).with_parties().order_by("-listed_on", "-pk"))
    return [
        Part(
            label,
            counts[f"{role}_count"],
            counts[f"{role}_not_held"],
            [visit for visit in rows if getattr(visit, role)][:SHOWN],
            f"pejabat={official.slug}&peran={role}",
        )
        for role, label in ROLES
        if counts[f"{role}_count"]
    ]


def parts_of_institution(institution: Institution) -> list[Part]:
    """Visits with the body on any side, by the direction seen from the own council, as its list filters them."""
    alike = F("direction")
    rows = (
        Visit.objects.published()
        .with_institutions(Institution.objects.filter(pk=institution.pk))
        .annotate(
            count=Window(Count("pk"), partition_by=alike),
            not_held=Window(Count("pk", filter=NOT_HELD), partition_by=alike),
            number=Window(RowNumber(), partition_by=alike, order_by=("-listed_on", "-pk")),
        )
        .filter(number__lte=SHOWN)
        .with_parties()
        .order_by("-listed_on", "-pk")
    )
    by_direction: dict[str, list[Any]] = {}
    for visit in rows:
        by_direction.setdefault(visit.direction, []).append(visit)
    labels = _direction_labels(institution)
    return [
        Part(
            labels[direction],
            visits[0].count,
            visits[0].not_held,
            visits,
            f"lembaga={institution.slug}&arah={direction}" if direction else "",
        )
        for direction in (*Visit.Direction.values, "")
        if (visits := by_direction.get(direction))
    ]


def met_most(institution: Institution) -> list[tuple[Institution, int]]:
    """Public bodies most often in the same visits; not the own council and its parts, which are in nearly all."""
    visits = Visit.objects.published().with_institutions(Institution.objects.filter(pk=institution.pk))
    others = VisitParty.objects.filter(visit__in=visits).exclude(institution=institution.whole_body)
    council = Council.current()
    if council is not None:
        others = others.exclude(institution__in=Institution.objects.within(council.institution))
    bodies = Institution.objects.published()
    public = others.filter(Q(unit=None) | Q(unit__in=bodies), institution__in=bodies)
    counted = public.values("institution").annotate(times=Count("visit", distinct=True))
    columns = ("institution__name", "institution__slug", "times")
    return [
        (Institution(name=name, slug=slug), times)
        for name, slug, times in counted.order_by("-times", "institution__name").values_list(*columns)[
            :MET_MOST
        ]
    ]


def _direction_labels(institution: Institution) -> dict[str, str]:
    directions = Visit.Direction
    council = Council.current()
    own = council and council.institution_id in {
        institution.pk,
        institution.whole_body.pk,
        institution.parent_id,
    }
    if own or council is None:
        told = ("Menerima tamu", "Berkunjung", "Menghadiri")
    else:
        told = (f"Diterima oleh {council}", f"Dikunjungi {council}", "Dihadiri bersama")
    return {**dict(zip(directions.values, told, strict=True)), "": "Kunjungan lain"}
