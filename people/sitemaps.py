"""Officials, institutions and visits for search engines."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.db.models.functions import Greatest

from dprd_news.lib.sitemaps import Page, RowSection, Section
from people import statistics
from people.linked_data import visit_steps
from people.models import Institution, Official, Visit

PICTURES = {Official: "portrait", Institution: "emblem"}


class RecordSection(RowSection):
    """Public records of one kind, with the portrait or emblem on their pages."""

    # A record saved ahead of its time changed for readers when that came.
    changed = Greatest("updated_at", "published_at")

    def __init__(self, model: type[Official] | type[Institution] | type[Visit]) -> None:
        self.model = model

    def rows(self) -> QuerySet:
        return self.model.objects.published()

    def page_of(self, row: Official | Institution | Visit, images: dict[int, list[str]]) -> Page:
        return Page(row.get_absolute_url(), row.changed, self._picture(row))  # type: ignore[union-attr]

    def _picture(self, row: Official | Institution | Visit) -> list[str]:
        name = PICTURES.get(self.model, "")
        picture = getattr(row, name) if name else None
        if not picture:
            return []
        return [picture.shown(getattr(row, f"{name}_width_px"), getattr(row, f"{name}_height_px")).url]


class VisitYearSection(Section):
    def pages(self, number: int) -> Iterable[Page]:
        return [Page(visit_steps(year)[-1][1]) for year in statistics.years()]
