"""Dates, numbers, names and rich text in templates, as the council writes them."""

from datetime import date, datetime, time

from django import template

from dprd_news.lib import html, indonesian
from people.models import Council

register = template.Library()

register.filter("long_date", indonesian.long_date, expects_localtime=True)
register.filter("short_date", indonesian.short_date, expects_localtime=True)
register.filter("month_name", indonesian.month_name)
register.filter("thousands", indonesian.number)
register.filter("breakable", indonesian.breakable)
register.filter("safe_html", html.safe)
register.filter("with_marks", html.with_marks)


def _label() -> str:
    council = Council.current()
    return council.time_zone_label if council else "WIB"


@register.filter
def moment(value: datetime | None) -> str:
    """Senin, 23 Juni 2025, 14.30 WIB."""
    return indonesian.moment(value, _label()) if value else ""


@register.filter
def bare_address(url: str) -> str:
    """dprd.contoh.go.id for https://dprd.contoh.go.id/: what people say of it."""
    return url.split("://", 1)[-1].rstrip("/")


@register.filter
def clock(value: time | None) -> str:
    """14.30 WIB."""
    return indonesian.clock(value, _label()) if value else ""


@register.simple_tag
def date_range(start: date, end: date | None) -> str:
    return indonesian.date_range(start, end)
