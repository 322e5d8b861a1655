"""Pages as data for search engines: schema.org in JSON-LD, one graph a page.

docs/linked-data.md says which keys each kind has; a test holds the two together.
"""

from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone

from dprd_news.lib.feeds import absolute

MIME = "application/ld+json"

Node = dict[str, Any]


def graph(*nodes: Node) -> Node:
    return {"@context": "https://schema.org", "@graph": [filled(node) for node in nodes if node]}


def trail(*steps: tuple[str, str]) -> Node:
    """The graph of a page that is nothing but its place in the site."""
    return graph(breadcrumbs(*steps))


def breadcrumbs(*trail: tuple[str, str]) -> Node:
    """From the front page down to the page itself; each step is a name and a path."""
    steps = [("Beranda", reverse("front")), *trail]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": absolute(path)}
            for number, (name, path) in enumerate(steps, 1)
        ],
    }


def filled(value: Any) -> Any:
    """Without the keys that hold nothing, all the way down."""
    if isinstance(value, dict):
        return {key: filled(part) for key, part in value.items() if part not in ("", None, [], {})}
    return [filled(part) for part in value] if isinstance(value, list) else value


def day(value: date | None, precision: str = "day") -> str:
    """ISO 8601 as far as the date is known: "2024", "2024-08", "2024-08-05"; "" for none."""
    if value is None:
        return ""
    return value.isoformat()[: {"year": 4, "month": 7, "day": 10}[precision]]


def moment(value: datetime | None) -> str:
    """ISO 8601 with the council's offset, in whole seconds; "" for none."""
    return timezone.localtime(value).isoformat(timespec="seconds") if value else ""
