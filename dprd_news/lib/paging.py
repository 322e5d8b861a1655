"""Newest-first lists cut by a cursor, so that page 500 costs what page 1 costs.

A cursor names the last row of the page before: its moment (UTC) or date, and its key, as in
`20250623T073000.000000-42` or `20250623-42`. It stays true while newer rows arrive, and needs no escaping
in an address.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from django.db.models import DateTimeField, Model, Q, QuerySet

LARGEST_KEY = 2**63 - 1

_CURSOR = re.compile(r"(\d{8})(?:T(\d{6}\.\d{6}))?-(\d{1,19})", re.ASCII)


@dataclass(frozen=True)
class Page:
    """next_cursor is None on the last page; is_malformed tells that the cursor was no cursor and was ignored."""

    rows: list[Any]
    next_cursor: str | None
    is_malformed: bool = False


def page_before(
    queryset: QuerySet, cursor: str, size: int, keys: tuple[str, str] = ("published_at", "pk")
) -> Page:
    """The size rows that come after the cursor's, newest first, in one query; '' asks for the first page.

    keys are a date or datetime column, never null in these rows, and a whole-number key that tells rows of
    the same moment apart.
    """
    when, key = keys
    last = _read(queryset.model, when, cursor)
    if last is not None:
        at, number = last
        # The first condition says nothing new, but lets the database start inside its index.
        queryset = queryset.filter(
            Q(**{f"{when}__lte": at}) & (Q(**{f"{when}__lt": at}) | Q(**{when: at, f"{key}__lt": number}))
        )
    rows = list(queryset.order_by(f"-{when}", f"-{key}")[: size + 1])
    next_cursor = _write(rows[size - 1], when, key) if len(rows) > size else None
    return Page(rows[:size], next_cursor, is_malformed=bool(cursor) and last is None)


def merged_page_before(sources: Sequence[tuple[QuerySet, tuple[str, str]]], cursor: str, size: int) -> Page:
    """One such list made of several tables, each with its keys; a row tells its table by its class.

    The number keys have to differ between the tables, or rows of the same moment could be passed over.
    """
    pages = [page_before(queryset, cursor, size, keys) for queryset, keys in sources]
    found = [
        (getattr(row, when), getattr(row, key), row, when, key)
        for page, (_, (when, key)) in zip(pages, sources, strict=True)
        for row in page.rows
    ]
    found.sort(key=lambda entry: entry[:2], reverse=True)
    has_more = len(found) > size or any(page.next_cursor for page in pages)
    next_cursor = _write(*found[size - 1][2:]) if has_more else None
    rows = [row for _, _, row, _, _ in found[:size]]
    return Page(rows, next_cursor, is_malformed=any(page.is_malformed for page in pages))


def _write(row: Model, when: str, key: str) -> str:
    at = getattr(row, when)
    if isinstance(at, datetime):
        utc = at.astimezone(UTC)
        stamp = f"{utc.date().isoformat()}T{utc:%H%M%S.%f}"
    else:
        stamp = at.isoformat()
    return f"{stamp.replace('-', '')}-{getattr(row, key)}"


def _read(model: type[Model], when: str, cursor: str) -> tuple[date, int] | None:
    match = _CURSOR.fullmatch(cursor)
    has_time = isinstance(model._meta.get_field(when), DateTimeField)
    if match is None or has_time != bool(match[2]) or int(match[3]) > LARGEST_KEY:
        return None
    try:
        if has_time:
            return datetime.strptime(f"{match[1]}{match[2]}", "%Y%m%d%H%M%S.%f").replace(tzinfo=UTC), int(
                match[3]
            )
        return datetime.strptime(match[1], "%Y%m%d").date(), int(match[3])
    except ValueError:
        return None
