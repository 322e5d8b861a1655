"""The site, officials, institutions and visits as schema.org: see docs/linked-data.md."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone

from dprd_news.lib.feeds import absolute
from dprd_news.lib.linked_data import Node, breadcrumbs, day, graph, moment
from people.cards import institution_card, official_card, visit_card
from people.feeds import publisher as publisher_name
from people.models import Council, Institution, Official, Position, Region, Visit

LOGO_PX = 512
COUNTRY = "ID"
LANGUAGE = "id-ID"
# What is not named here is a GovernmentOrganization.
TYPES = {
    Institution.Kind.SCHOOL: "EducationalOrganization",
    Institution.Kind.COMPANY: "Corporation",
    Institution.Kind.COMMUNITY: "Organization",
    Institution.Kind.MEDIA: "NewsMediaOrganization",
    Institution.Kind.OTHER: "Organization",
}
# A visit that never was agreed upon is no event.
EVENT_STATUS = {
    Visit.Status.PLANNED: "EventScheduled",
    Visit.Status.DONE: "EventScheduled",
    Visit.Status.RECEIVED_BY_SECRETARIAT: "EventScheduled",
    Visit.Status.POSTPONED: "EventPostponed",
    Visit.Status.CANCELLED: "EventCancelled",
}


def about_official(official: Official, positions: Iterable[Position]) -> dict[str, Any]:
    """What the page's head tells machines: its data and its card. So with institutions and visits."""
    steps = breadcrumbs(
        ("Pejabat", reverse("people:officials")), (official.full_name, official.get_absolute_url())
    )
    return {
        "linked_data": graph(profile_page(official, positions), steps),
        "share": official_card(official),
    }


def about_institution(institution: Institution) -> dict[str, Any]:
    steps = breadcrumbs(
        ("Lembaga", reverse("people:institutions")), (institution.name, institution.get_absolute_url())
    )
    return {
        "linked_data": graph(body_page(institution), steps),
        "share": institution_card(institution),
    }


def about_visit(visit: Visit) -> dict[str, Any]:
    steps = breadcrumbs(*visit_steps(visit.listed_on.year), (visit.title, visit.get_absolute_url()))
    return {"linked_data": graph(event(visit), steps), "share": visit_card(visit)}


def visit_steps(year: int | None) -> list[tuple[str, str]]:
    """The way to the visits of a year, or to all of them."""
    steps = [("Kunjungan", reverse("people:visits"))]
    return [*steps, (f"Kunjungan {year}", reverse("people:visits_year", args=[year]))] if year else steps


def publisher() -> Node:
    """Who publishes the site, as a part of other nodes."""
    logo = absolute(reverse("icon", args=[LOGO_PX]))
    return {
        "@type": "GovernmentOrganization",
        "name": publisher_name(),
        "url": absolute(reverse("front")),
        "logo": {"@type": "ImageObject", "url": logo, "width": LOGO_PX, "height": LOGO_PX},
    }


def website() -> Node:
    council = Council.current()
    search = f"{absolute(reverse('search'))}?q={{search_term_string}}"
    return {
        "@type": "WebSite",
        "name": publisher_name(),
        "url": absolute(reverse("front")),
        "description": council.tagline if council else "",
        "inLanguage": LANGUAGE,
        "publisher": publisher(),
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": search},
            "query-input": "required name=search_term_string",
        },
    }


def organisation(institution: Institution, name: str = "") -> Node:
    """A body in a few words, as a part of other nodes; `name` is what it was called then."""
    return {
        "@type": TYPES.get(Institution.Kind(institution.kind), "GovernmentOrganization"),
        "name": name or institution.name,
        "url": absolute(institution.get_absolute_url()),
    }


def profile_page(official: Official, positions: Iterable[Position]) -> Node:
    """The page about a person; `positions` are those that anyone may see."""
    return {
        "@type": "ProfilePage",
        "url": absolute(official.get_absolute_url()),
        "dateCreated": moment(official.published_at),
        "dateModified": moment(official.updated_at),
        "mainEntity": person(official, list(positions)),
    }


def person(official: Official, positions: list[Position]) -> Node:
    current = [position.label for position in positions if position.is_current]
    portrait = official.portrait.shown(official.portrait_width_px, official.portrait_height_px).url if (
        official.portrait
    ) else official_card(official).path  # fmt: skip
    return {
        "@type": "Person",
        "name": official.name,
        "honorificPrefix": official.front_title,
        "honorificSuffix": official.back_title,
        "alternateName": official.nickname,
        "url": absolute(official.get_absolute_url()),
        "image": absolute(portrait),
        "description": official.biography or ", ".join(current),
        "deathDate": day(official.died_on),
        "jobTitle": current,
        "affiliation": {"@type": "PoliticalParty", "name": official.party} if official.party else None,
        "hasOccupation": [_occupation(position) for position in positions],
        "memberOf": [_membership(position) for position in positions],
    }


def body_page(institution: Institution) -> Node:
    """An institution in full. A hidden body above it is left out."""
    council = Council.current()
    is_own = council is not None and council.institution_id == institution.pk
    parent = institution.parent if institution.parent and institution.parent.is_public else None
    # The own council's page has the site's icon where the body has no emblem of its own.
    icon = reverse("icon", args=[LOGO_PX]) if is_own else ""
    emblem = institution.emblem.shown(institution.emblem_width_px, institution.emblem_height_px).url if (
        institution.emblem
    ) else icon  # fmt: skip
    return organisation(institution) | {
        "alternateName": [
            name
            for name in (
                institution.short_name,
                *(one.name for one in [*institution.former_names, *institution.other_names]),
            )
            if name
        ],
        "description": institution.description,
        "image": absolute(institution_card(institution).path),
        "logo": absolute(emblem) if emblem else "",
        "sameAs": institution.website,
        "foundingDate": day(institution.starts_on),
        "dissolutionDate": day(institution.ends_on),
        "parentOrganization": organisation(parent) if parent else None,
        "areaServed": _area(institution.region),
        "address": _address(council) if council and is_own else None,
        "telephone": council.phone if council and is_own else "",
        "email": council.email if council and is_own else "",
    }


def event(visit: Visit) -> Node:
    """Empty for a visit whose day or place is not known, and for one that was never agreed upon."""
    status = EVENT_STATUS.get(Visit.Status(visit.status))
    if not (visit.starts_on and (visit.building or visit.place) and status):
        return {}
    return {
        "@type": "Event",
        "name": visit.title,
        "url": absolute(visit.get_absolute_url()),
        "description": visit.purpose or f"{visit.get_kind_display()}, {visit.dates}.",
        "image": absolute(visit_card(visit).path),
        "startDate": _start(visit),
        "endDate": _end(visit),
        "eventStatus": f"https://schema.org/{status}",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": _place(visit),
        "organizer": [organisation(party.body, party.shown_name) for party in visit.hosts],
        "attendee": [organisation(party.body, party.shown_name) for party in visit.guests],
    }


def _occupation(position: Position) -> Node:
    name = {"@type": "Occupation", "name": position.label}
    return {"@type": "Role", "hasOccupation": name, **_term(position)}


def _membership(position: Position) -> Node:
    body = organisation(position.institution, position.institution.name_on(position.ends_on))
    title = " ".join(part for part in (position.acting, position.post.name) if part)
    return {"@type": "OrganizationRole", "memberOf": body, "roleName": title, **_term(position)}


def _term(position: Position) -> Node:
    return {
        "startDate": day(position.starts_on, position.starts_precision),
        "endDate": day(position.ends_on, position.ends_precision),
    }


def _area(region: Region | None) -> Node | None:
    return {"@type": "AdministrativeArea", "name": region.name} if region else None


def _address(council: Council) -> Node | None:
    if not council.address:
        return None
    return {
        "@type": "PostalAddress",
        "streetAddress": " ".join(council.address.split()),
        "addressLocality": council.region.name,
        "addressCountry": COUNTRY,
    }


def _place(visit: Visit) -> Node:
    locality = visit.place or (visit.region.name if visit.region else "")
    return {
        "@type": "Place",
        "name": ", ".join(part for part in (visit.room, visit.building) if part) or visit.place,
        "address": {"@type": "PostalAddress", "addressLocality": locality, "addressCountry": COUNTRY},
    }


def _start(visit: Visit) -> str:
    if visit.starts_on and visit.starts_at:
        return _at(datetime.combine(visit.starts_on, visit.starts_at))
    return day(visit.starts_on)


def _end(visit: Visit) -> str:
    """The same day for a visit of one day, unless it has a first hour and no last one."""
    last = visit.ends_on or visit.starts_on
    if last and visit.ends_at:
        return _at(datetime.combine(last, visit.ends_at))
    return day(visit.ends_on if visit.starts_at else last)


def _at(local: datetime) -> str:
    return moment(timezone.make_aware(local))
