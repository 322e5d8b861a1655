"""The question in each database's own words. Terms hold only a-z and 0-9, so there is nothing to escape."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from dprd_news.lib.search.question import Group, Phrase, Question

TABLE = "people_searchdocument"
FTS = "people_searchdocument_fts"
# Reading such a vector costs so many times what looking up a document does: the long ones lie apart from their rows.
DEAR = {"head": 1, "words": 3}
# PostgreSQL would rather read the whole table than look up more than one document in so many.
MANY = 8


@dataclass(frozen=True)
class Engine:
    """How one database says "all", "any" and "side by side", and where a term stands.

    The scopes are "title", "about" (title, or what a document is about), "all" and "typed".
    """

    scopes: dict[str, str]
    both: str
    either: str
    term: Callable[[str, str], str]
    phrase: Callable[[Phrase, str], str]
    scoped: Callable[[str, str], str]
    prefix: Callable[[str], str]
    select: str

    def answering(self, group: Group, scope: str) -> str:
        own = (
            self.phrase(group.own, scope)
            if group.is_quoted
            else self.all_of([self.term(one, scope) for one in group.own])
        )
        others = [self.phrase(one, scope) for one in sorted(group.others)]
        return self.any_of([own, *others])

    def match(self, question: Question, scope: str) -> str:
        """Documents that answer every group in this scope; links to records count in "about" and "all"."""
        parts = []
        for group in question.groups:
            ways = [self.scoped(self.answering(group, scope), scope)]
            if scope != "title":
                ways += [self.linked(record) for record in group.records]
            parts.append(self.any_of(ways))
        return self.all_of([*parts, *(self.linked(one) for one in question.required)])

    def linked(self, record: str) -> str:
        return self.scoped(self.term(record, "link"), "link")

    def all_of(self, parts: list[str]) -> str:
        return f"({self.both.join(parts)})" if len(parts) > 1 else parts[0]

    def any_of(self, parts: list[str]) -> str:
        return f"({self.either.join(parts)})" if len(parts) > 1 else parts[0]


_COLUMNS = {
    "title": "{title}",
    "about": "{title about}",
    "all": "{title about body}",
    "link": "{about}",
    "typed": "{typed}",
}
# "all" and "link" need no weight, and without one the index alone answers: weights are not in it.
_WEIGHTS = {"title": ":A", "about": ":AB", "all": "", "link": "", "typed": ":C"}

SQLITE = Engine(
    scopes=_COLUMNS,
    both=" AND ",
    either=" OR ",
    term=lambda term, scope: f'"{term}"',
    phrase=lambda phrase, scope: f'"{" ".join(phrase)}"',
    scoped=lambda match, scope: f"({_COLUMNS[scope]} : {match})",
    prefix=lambda term: f'({{typed}} : "{term}" *)',
    # CROSS JOIN: else the planner may walk the documents and ask for each whether it matches.
    select=f"SELECT {{columns}} FROM {FTS} CROSS JOIN {TABLE} AS d ON d.id = {FTS}.rowid"  # noqa: S608  # nosec B608
    f" WHERE {FTS} MATCH %s AND {FTS}.rowid BETWEEN %s AND %s AND d.published_at <= %s"
    f" ORDER BY {FTS}.rowid DESC LIMIT %s",
)  # fmt: skip

POSTGRESQL = Engine(
    scopes=_WEIGHTS,
    both=" & ",
    either=" | ",
    term=lambda term, scope: f"{term}{_WEIGHTS[scope]}",
    phrase=lambda phrase, scope: (
        f"({' <-> '.join(f'{term}{_WEIGHTS[scope]}' for term in phrase)})"
    ),
    scoped=lambda match, scope: match,
    prefix=lambda term: f"{term}:*C",
    select=f"SELECT {{columns}} FROM {TABLE} AS d"  # noqa: S608  # nosec B608
    " WHERE d.{vector} @@ %s::tsquery AND d.id BETWEEN %s AND %s AND d.published_at <= %s"
    " ORDER BY d.id {way} DESC LIMIT %s",
)  # fmt: skip


def engine_of(alias: str) -> Engine:
    return POSTGRESQL if connections[alias].vendor == "postgresql" else SQLITE


@dataclass(frozen=True)
class Look:
    """One look into the index: documents that match, the newest first, at most so many; `label` comes back."""

    label: int
    match: str
    first: int
    last: int
    most: int
    # Which of PostgreSQL's two indexes: the small one knows titles, what documents are about, and what is typed.
    is_small: bool = True
    columns: str = "d.id"

    @property
    def vector(self) -> str:
        return "head" if self.is_small else "words"


def look(alias: str, looks: list[Look], at: datetime) -> list[tuple[Any, ...]]:
    """Rows (label, *columns) of all looks, in one query. Only what is public at that time."""
    if not looks:
        return []
    connection, engine = connections[alias], engine_of(alias)
    ways = _ways(connection, looks) if connection.vendor == "postgresql" else [""] * len(looks)
    moment = connection.ops.adapt_datetimefield_value(at)
    parts: list[str] = []
    values: list[Any] = []
    for one, way in zip(looks, ways, strict=True):
        select = engine.select.format(columns=f"{one.label}, {one.columns}", vector=one.vector, way=way)
        parts.append(f"SELECT * FROM ({select}) AS part{len(parts)}")  # noqa: S608  # nosec B608
        values += [one.match, one.first, one.last, moment, one.most]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), values)
        return cursor.fetchall()


def _ways(connection: BaseDatabaseWrapper, looks: list[Look]) -> list[str]:
    """For each look what makes PostgreSQL take the better way: walk back in time, or sort all that its index finds.

    It thinks that reading a vector costs nothing, so it walks for the few that most documents do not answer, and
    reads every one of them for a word that is nowhere. Its own estimates of how many answer say which is better.
    """
    parts = [f"SELECT 1 FROM {TABLE}"]  # noqa: S608  # nosec B608
    parts += [f"SELECT 1 FROM {TABLE} WHERE {one.vector} @@ %s::tsquery" for one in looks]  # noqa: S608  # nosec B608
    with connection.cursor() as cursor:
        # As arrays each stays a plan of its own, whatever is done in parallel.
        arrays = ", ".join(f"ARRAY({part})" for part in parts)
        cursor.execute(f"EXPLAIN (FORMAT JSON) SELECT {arrays}", [one.match for one in looks])
        plans = cursor.fetchone()[0][0]["Plan"]["Plans"]
    total, *answering = (plan["Plan Rows"] for plan in plans)
    return [
        "" if rows > total / MANY or rows * rows > one.most * total * DEAR[one.vector] else "+ 0"
        for one, rows in zip(looks, answering, strict=True)
    ]
