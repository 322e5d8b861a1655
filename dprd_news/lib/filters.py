"""The filters of every list: read once from the query string, the same on the page and its machine forms."""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
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


def _month(text: str) -> int | None:
    return int(text) if re.fullmatch(r"0?[1-9]|1[0-2]", text, re.ASCII) else None


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
    "tamu": _Known("guest", _slug),
    "wilayah": _Known("region", _code),
    "asal": _Known("origin", _code),
    "tujuan": _Known("destination", _code),
    "tahun": _Known("year", _year),
    "bulan": _Known("month", _month),
    "dari": _Known("since", _day),
    "sampai": _Known("until", _day),
    "jenis": _Known("kind", _slug),
    "arah": _Known("direction", _slug),
    "status": _Known("status", _slug),
    "peran": _Known("role", _slug),
    "kelompok": _Known("group", _slug),
    "tanggal": _Known("on", _day),
    "huruf": _Known("letter", _letter),
    "waktu": _Known("dated", _slug),
    "q": _Known("q", _text),
}


@dataclass(frozen=True)
class Filters:
    """What a list is narrowed to. An empty value narrows nothing."""

    topic: str = ""
    official: str = ""
    institution: str = ""
    guest: str = ""
    region: str = ""
    origin: str = ""
    destination: str = ""
    year: int | None = None
    month: int | None = None
    since: date | None = None
    until: date | None = None
    kind: str = ""
    direction: str = ""
    status: str = ""
    role: str = ""
    group: str = ""
    on: date | None = None
    letter: str = ""
    dated: str = ""
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
        """What year, month, first and last day ask of that date field; an empty condition narrows nothing.

        A month without a year is that month of every year.
        """
        found = Q()
        if self.year:
            first, last = self.month or 1, self.month or 12
            until = date(self.year, last, monthrange(self.year, last)[1])
            found &= Q(**{f"{field}__range": (date(self.year, first, 1), until)})
        elif self.month:
            found &= Q(**{f"{field}__month": self.month})
        if self.since:
            found &= Q(**{f"{field}__gte": self.since})
        if self.until:
            found &= Q(**{f"{field}__lte": self.until})
        return found

    @property
    def as_query(self) -> dict[str, str]:
        """Names and values as they stand in an address, in one order."""
        named = {name: self.value(name) for name in VOCABULARY}
        return {name: str(value) for name, value in named.items() if value}

    @property
    def query_string(self) -> str:
        return urlencode(self.as_query)

    def value(self, name: str) -> Any:
        """What the filter of that name holds, falsy where it narrows nothing."""
        return getattr(self, VOCABULARY[name].field)

    def without(self, *names: str) -> "Filters":
        """The same without the filters of these names, as they stand in an address."""
        defaults = type(self)()
        fields = [VOCABULARY[name].field for name in names]
        return replace(self, **{field: getattr(defaults, field) for field in fields})

    def __bool__(self) -> bool:
        return bool(self.as_query)


def is_narrowed(query: QueryDict) -> bool:
    """Whether a list was asked for with more than a cursor: search engines keep only the plain list."""
    return any(name != "sebelum" for name in query)
