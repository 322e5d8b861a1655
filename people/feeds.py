"""Visits as feed entries."""

from typing import Any

from django.utils.html import format_html, format_html_join

from people.models import Council, Visit

LABELS = (("Tujuan", "purpose"), ("Hasil", "outcome"), ("Tindak lanjut", "follow_up"))


def publisher() -> str:
    """Who publishes every feed: the council or, on a site not set up yet, the words its pages use."""
    return str(Council.current() or "Situs dewan")


def visit_entry(visit: Visit) -> dict[str, Any]:
    """A visit with its parties, as dprd_news.lib.feeds wants an entry."""
    rows = [("Tanggal", visit.dates), ("Tempat", visit.venue)]
    rows += [(party.get_side_display(), party.shown_name) for party in visit.public_parties]
    rows += [(label, getattr(visit, name)) for label, name in LABELS]
    body = format_html_join("", "<li>{}: {}</li>", [row for row in rows if row[1]])
    return {
        "id": visit.feed_id,
        "title": visit.title,
        "summary": f"{visit.get_kind_display()}, {visit.dates}. {visit.get_status_display()}.",
        "content": format_html("<ul>{}</ul>", body),
        "path": visit.get_absolute_url(),
        "published_at": visit.published_at,
        "updated_at": visit.updated_at,
        "categories": [topic.name for topic in visit.topics.all()],
        "author": "",
        "photo": None,
    }
