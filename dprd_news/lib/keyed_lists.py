"""Long lists that are searched once.

Django's list counts its rows with one query and brings the page with another: a search looks through everything
twice, and what is worked out for each row is worked out for all of them before they are sorted. Here one query brings
the keys of all rows in their order, and a second one the rows of the page. The row of years and months above the
list, too, asks for what was found by its keys.
"""

from functools import cached_property
from typing import Any

from django.contrib.admin.views.main import ChangeList
from django.core.paginator import Paginator
from django.http import HttpRequest

# With more, the database would rather search again; SQLite takes 32,766 values in one query.
MOST_KEYS = 20_000


class KeyedPaginator(Paginator):
    @cached_property
    def keys(self) -> list[Any]:
        return list(self.object_list.values_list("pk", flat=True))  # type: ignore[attr-defined]

    @cached_property
    def count(self) -> int:
        return len(self.keys)


class KeyedList(ChangeList):
    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        keys = self.paginator.keys
        if self.multi_page and not (self.show_all and self.can_show_all):
            first = (self.page_num - 1) * self.list_per_page
            keys = keys[first : first + self.list_per_page]
        self.result_list = self.queryset.filter(pk__in=keys)
        if self.query and len(self.paginator.keys) <= MOST_KEYS:
            self.queryset = self.root_queryset.filter(pk__in=self.paginator.keys)
