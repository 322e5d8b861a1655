"""A visit like an earlier one, planned anew."""

from datetime import date

from django.db import transaction
from django.utils.text import Truncator

from people.models import Visit, VisitOfficial, VisitParty

# Who, where and what for; not what came of it, what the letters said, or what the newsroom noted about it.
_AGAIN = ("title", "kind", "building", "room", "place", "region", "purpose")


@transaction.atomic
def plan_again(visit: Visit, starts_on: date | None) -> Visit:
    """A planned visit with the same parties, officials and topics, not public. Raises ValidationError."""
    again = Visit(
        **{name: getattr(visit, name) for name in _AGAIN}, starts_on=starts_on, status=Visit.Status.PLANNED
    )
    again._change_reason = Truncator(f"Digandakan dari “{visit}”").chars(100)  # type: ignore[attr-defined]
    again.full_clean(exclude=["slug", "listed_on"])
    again.save()
    # Posts are those of the new day, so they are left to be filled in.
    for party in visit.parties.all():
        VisitParty.objects.create(
            visit=again, institution=party.institution, side=party.side, unit=party.unit, head=party.head
        )
    for one in visit.attendances.all():
        VisitOfficial.objects.create(visit=again, official=one.official, role=one.role)
    again.topics.set(visit.topics.all())
    again.settle_direction()
    return again
