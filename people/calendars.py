"""Visits as a calendar that phones and desks subscribe to (RFC 5545).

Times go out in UTC, so that no table of zones has to come along.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from icalendar import Calendar, Event

from dprd_news.lib.characters import seen
from dprd_news.lib.feeds import absolute
from people.models import Visit, VisitParty

# The newest so many: a programme on a phone reads all of it, again and again.
MOST_EVENTS = 500
REFRESH = timedelta(hours=1)
CONFIRMED, TENTATIVE, CANCELLED = "CONFIRMED", "TENTATIVE", "CANCELLED"
_STATUS = {
    Visit.Status.REQUESTED: TENTATIVE,
    Visit.Status.PLANNED: TENTATIVE,
    Visit.Status.POSTPONED: TENTATIVE,
    Visit.Status.CANCELLED: CANCELLED,
    Visit.Status.REFUSED: CANCELLED,
}


def calendar_answer(visits: Iterable[Visit], file_name: str, title: str = "") -> HttpResponse:
    """A calendar of those of the visits whose day is known, the first MOST_EVENTS in their order.

    A title makes it one to subscribe to; without it the events join the reader's own calendar.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//dprd_news//kunjungan//ID")
    calendar.add("version", "2.0")
    if title:
        calendar.add("name", _text(title))
        calendar.add("x-wr-calname", _text(title))
        calendar.add("refresh-interval", REFRESH, parameters={"value": "DURATION"})
    for visit in islice((one for one in visits if one.starts_on), MOST_EVENTS):
        calendar.add_component(_event(visit))
    response = HttpResponse(calendar.to_ical(), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="{file_name}"'
    return response


def _event(visit: Visit) -> Event:
    event = Event()
    event.add("uid", f"urn:uuid:{visit.feed_id}")
    event.add("dtstamp", visit.updated_at)
    event.add("last-modified", visit.updated_at)
    event.add("summary", _text(visit.title))
    for name, at in zip(("dtstart", "dtend"), _span(visit), strict=True):
        if at is not None:
            event.add(name, at)
    if visit.venue:
        event.add("location", _text(visit.venue))
    event.add("description", _text(_description(visit)))
    event.add("categories", [visit.get_kind_display()])
    event.add("status", _STATUS.get(Visit.Status(visit.status), CONFIRMED))
    event.add("url", absolute(visit.get_absolute_url()))
    return event


def _span(visit: Visit) -> tuple[Any, Any]:
    """Begin and end: two moments, or two days of which the second is the first that is free again."""
    day: Any = visit.starts_on
    last: date = visit.ends_on or day
    is_timed = visit.starts_at is not None and (visit.ends_at is not None or last == day)
    if not is_timed:
        return day, last + timedelta(days=1)
    start = _utc(day, visit.starts_at)
    end = _utc(last, visit.ends_at) if visit.ends_at else None
    return start, end if end and end > start else None


def _utc(day: date, at: Any) -> datetime:
    return timezone.make_aware(datetime.combine(day, at)).astimezone(UTC)


def _description(visit: Visit) -> str:
    status = visit.get_status_display()
    sides = VisitParty.Side
    named = ((sides.GUEST, visit.guests), (sides.HOST, visit.hosts), (sides.COMPANION, visit.companions))
    lines = [f"{visit.get_kind_display()}. {status}."]
    lines += [
        f"{side.label}: {', '.join(party.shown_name for party in parties)}"
        for side, parties in named
        if parties
    ]
    return "\n".join([*lines, visit.purpose] if visit.purpose else lines)


def _text(text: str) -> str:
    return seen(text).replace("\0", "")
