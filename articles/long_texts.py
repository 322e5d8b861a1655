"""Questions to the long text of many articles, as each database answers them fastest.

Letters beyond a to z are not brought to one case: SQLite never does, and PostgreSQL takes three times as long for it.
"""

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import TextField
from django.db.models.functions import Length
from django.db.models.lookups import IContains


@TextField.register_lookup
class Says(IContains):
    """ "body__says": `icontains` for texts in which nearly every letter is one from a to z."""

    lookup_name = "says"

    def get_rhs_op(self, connection: BaseDatabaseWrapper, rhs: str) -> str:
        return connection.operators["icontains"] % rhs  # type: ignore[attr-defined]

    def as_postgresql(self, compiler: Any, connection: BaseDatabaseWrapper) -> tuple[str, list[Any]]:
        left, left_values = self.process_lhs(compiler, connection)
        right, right_values = self.process_rhs(compiler, connection)
        return f'UPPER({left} COLLATE "C") LIKE UPPER({right} COLLATE "C")', [*left_values, *right_values]


class Size(Length):
    """About how long a text is: PostgreSQL knows the bytes without unpacking it, and counts letters one by one."""

    def as_postgresql(self, compiler: Any, connection: BaseDatabaseWrapper, **more: Any) -> tuple[str, Any]:
        return self.as_sql(compiler, connection, function="OCTET_LENGTH", **more)
