"""The question in each database's own words. Terms hold only a-z and 0-9, so there is nothing to escape."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from dprd_news.lib.search.question import Group, Phrase, Question, language_phrases
from dprd_news.lib.search.words import phrase_term

TABLE = "people_searchdocument"
FTS = "people_searchdocument_fts"
# Looking into a vector to see whether it answers costs about so many times what taking a document from the index does.
DEAR = 15
# No index of PostgreSQL's knows the key in this form.
SORTED = "+ 0"
# PostgreSQL would rather look into every vector than take many documents from its index.
FROM_INDEX = "SET LOCAL enable_seqscan = off; "


@dataclass(frozen=True)
class Engine:
    """How one database says "all", "any" and "side by side", and where a term stands.

    The scopes are "title", "about" (title, or what a document is about), "all" and "typed".
    """

    both: str
    either: str
    term: Callable[[str, str], str]
    phrase: Callable[[Phrase, str], str]
    scoped: Callable[[str, str], str]
    linked: Callable[[str, str], str]
    prefix: Callable[[str], str]
    select: str

    def answering(self, group: Group, scope: str) -> str:
        own = (
            self.phrase(group.own, scope)
            if group.is_quoted
            else self.all_of([self.term(one, scope) for one in group.own])
        )
        return self.any_of([own, *(self._other(one, scope) for one in sorted(group.others))])

    def _other(self, phrase: Phrase, scope: str) -> str:
        if phrase in language_phrases().get(phrase[0], ()):
            return self.term(phrase_term(phrase), scope)
        return self.phrase(phrase, scope)

    def match(self, question: Question, scope: str) -> str:
        """Documents that answer every group in this scope; links to records count in "about" and "all", times anywhere."""
        parts = []
        for group in question.groups:
            ways = [self.scoped(self.answering(group, scope), scope)]
            if scope != "title":
                ways += [self.linked(record, scope) for record in group.records]
            if group.when:
                ways.append(self.linked(group.when, scope))
            parts.append(self.any_of(ways))
        return self.all_of([*parts, *(self.linked(one, scope) for one in question.required)])

    def all_of(self, parts: list[str]) -> str:
        return f"({self.both.join(parts)})" if len(parts) > 1 else parts[0]

    def any_of(self, parts: list[str]) -> str:
        return f"({self.either.join(parts)})" if len(parts) > 1 else parts[0]


_COLUMNS = {"title": "{title}", "about": "{title about}", "all": "{title about body}", "typed": "{typed}"}
# What a term of PostgreSQL's begins with says where it stands. Weights are not in an index: each document that may
# answer would have to be looked into, and nothing would tell beforehand how many do.
_BEGINNINGS = {"title": "1", "about": "2", "all": "", "typed": "3"}

SQLITE = Engine(
    both=" AND ",
    either=" OR ",
    term=lambda term, scope: f'"{term}"',
    phrase=lambda phrase, scope: f'"{" ".join(phrase)}"',
    scoped=lambda match, scope: f"({_COLUMNS[scope]} : {match})",
    linked=lambda record, scope: f'({{about}} : "{record}")',
    prefix=lambda term: f'({{typed}} : "{term}" *)',
    # CROSS JOIN: else the planner may walk the documents and ask for each whether it matches.
    select=f"SELECT {{columns}} FROM {FTS} CROSS JOIN {TABLE} AS d ON d.id = {FTS}.rowid"  # noqa: S608  # nosec B608
    f" WHERE {FTS} MATCH %s AND {{narrowed}}{FTS}.rowid BETWEEN %s AND %s AND d.published_at <= %s"
    f" ORDER BY {FTS}.rowid DESC LIMIT %s",
)  # fmt: skip


def _postgresql_term(term: str, scope: str) -> str:
    return f"{_BEGINNINGS[scope]}{term}"


POSTGRESQL = Engine(
    both=" & ",
    either=" | ",
    term=_postgresql_term,
    phrase=lambda phrase, scope: f"({' <-> '.join(_postgresql_term(term, scope) for term in phrase)})",
    scoped=lambda match, scope: match,
    # What a record is linked to stands among what it is about.
    linked=lambda record, scope: _postgresql_term(record, "all" if scope == "all" else "about"),
    prefix=lambda term: f"{_postgresql_term(term, 'typed')}:*",
    select=f"SELECT {{columns}} FROM {TABLE} AS d"  # noqa: S608  # nosec B608
    " WHERE d.{vector} @@ %s::tsquery AND {narrowed}d.id {way} BETWEEN %s AND %s AND d.published_at <= %s"
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
    # Of a kind so rare that PostgreSQL has indexes of it alone: not many match, whatever is asked for.
    narrowed: str = ""

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
        select = engine.select.format(
            columns=f"{one.label}, {one.columns}",
            vector=one.vector,
            way=way,
            narrowed=f"{one.narrowed} AND " if one.narrowed else "",
        )
        parts.append(f"SELECT * FROM ({select}) AS part{len(parts)}")  # noqa: S608  # nosec B608
        values += [one.match, one.first, one.last, moment, one.most]
    settings = FROM_INDEX if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(settings + " UNION ALL ".join(parts), values)
        return cursor.fetchall()


def _ways(connection: BaseDatabaseWrapper, looks: list[Look]) -> list[str]:
    """For each look what makes PostgreSQL take the better way: walk back in time, or sort all that its index finds.

    It thinks that looking into a vector costs nothing, so it would walk for the few that most documents do not
    answer. Its own estimates of how many answer say which is better.
    """
    many = [one for one in looks if not one.narrowed]
    if not many:
        return [SORTED] * len(looks)
    parts = [f"SELECT 1 FROM {TABLE}"]  # noqa: S608  # nosec B608
    parts += [f"SELECT 1 FROM {TABLE} WHERE {one.vector} @@ %s::tsquery" for one in many]  # noqa: S608  # nosec B608
    with connection.cursor() as cursor:
        # As arrays each stays a plan of its own, whatever is done in parallel.
        arrays = ", ".join(f"ARRAY({part})" for part in parts)
        cursor.execute(f"EXPLAIN (FORMAT JSON) SELECT {arrays}", [one.match for one in many])
        plans = cursor.fetchone()[0][0]["Plan"]["Plans"]
    total, *answering = (plan["Plan Rows"] for plan in plans)
    walked = {one for one, rows in zip(many, answering, strict=True) if rows * rows > one.most * total * DEAR}
    return ["" if one in walked else SORTED for one in looks]
