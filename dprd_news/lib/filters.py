"""The filters of every list: read once from the query string, the same on the page and its machine forms."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q
from django.http import QueryDict
from django.utils.http import urlencode

SEARCH_LENGTH = 200
SEARCH_WORDS = 8
_SLUG = re.compile(r"[-a-z0-9_]{1,120}")
_CODE = re.compile(r"\d{2}(\.\d{2})?", re.ASCII)


def _slug(text: str) -> str:
    return text if _SLUG.fullmatch(text) else ""


def _code(text: str) -> str:
    return text if _CODE.fullmatch(text) else ""


def _year(text: str) -> int | None:
    return int(text) if re.fullmatch(r"(19|20|21)\d{2}", text, re.ASCII) else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII) else None
    except ValueError:
        return None


def _letter(text: str) -> str:
    """One letter, or # for names that begin with none."""
    return text.upper() if re.fullmatch(r"[A-Za-z#]", text, re.ASCII) else ""


def _text(text: str) -> str:
    return " ".join(text.replace("\0", " ").split())[:SEARCH_LENGTH]


@dataclass(frozen=True)
class _Known:
    """How one name in the query string is read: the field it fills, and its reader (falsy = malformed)."""

    field: str
    read: Callable[[str], Any]


VOCABULARY: Mapping[str, _Known] = {
    "topik": _Known("topic", _slug),
    "pejabat": _Known("official", _slug),
    "lembaga": _Known("institution", _slug),
    "wilayah": _Known("region", _code),
    "tahun": _Known("year", _year),
    "dari": _Known("since", _day),
    "sampai": _Known("until", _day),
    "jenis": _Known("kind", _slug),
    "arah": _Known("direction", _slug),
    "status": _Known("status", _slug),
    "peran": _Known("role", _slug),
    "kelompok": _Known("group", _slug),
    "tanggal": _Known("on", _day),
    "huruf": _Known("letter", _letter),
    "q": _Known("q", _text),
}


@dataclass(frozen=True)
class Filters:
    """What a list is narrowed to. An empty value narrows nothing."""

    topic: str = ""
    official: str = ""
    institution: str = ""
    region: str = ""
    year: int | None = None
    since: date | None = None
    until: date | None = None
    kind: str = ""
    direction: str = ""
    status: str = ""
    role: str = ""
    group: str = ""
    on: date | None = None
    letter: str = ""
    q: str = ""
    ignored: tuple[str, ...] = field(default=(), compare=False)

    @classmethod
    def read(cls, query: QueryDict, known: tuple[str, ...]) -> "Filters":
        """Read the names this list knows. Malformed values and names of other lists end up in `ignored`.

        Names that are no filter at all (utm_source, fbclid) are nobody's business and pass in silence.
        """
        values: dict[str, Any] = {}
        ignored = []
        for name, how in VOCABULARY.items():
            text = query.get(name, "").strip()
            if not text:
                continue
            value = how.read(text) if name in known else None
            if value:
                values[how.field] = value
            else:
                ignored.append(name)
        return cls(**values, ignored=tuple(ignored))

    @property
    def words(self) -> list[str]:
        return self.q.split()[:SEARCH_WORDS]

    def days(self, field: str) -> Q:
        """The condition that year, first and last day put on that date field; an empty one narrows nothing."""
        found = Q()
        if self.year:
            found &= Q(**{f"{field}__range": (date(self.year, 1, 1), date(self.year, 12, 31))})
        if self.since:
            found &= Q(**{f"{field}__gte": self.since})
        if self.until:
            found &= Q(**{f"{field}__lte": self.until})
        return found

    @property
    def as_query(self) -> dict[str, str]:
        """Names and values as they stand in an address, in one order."""
        named = {name: getattr(self, how.field) for name, how in VOCABULARY.items()}
        return {name: str(value) for name, value in named.items() if value}

    @property
    def query_string(self) -> str:
        return urlencode(self.as_query)

    def __bool__(self) -> bool:
        return bool(self.as_query)


def is_narrowed(query: QueryDict) -> bool:
    """Whether a list was asked for with more than a cursor: search engines keep only the plain list."""
    return any(name != "sebelum" for name in query)
