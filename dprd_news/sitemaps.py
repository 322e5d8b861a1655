"""Every page that is indexable and canonical."""

from collections.abc import Iterable
from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from articles.sitemaps import ArchiveSection, ArticleSection, NewsSection
from dprd_news import topics
from dprd_news.lib.caching import public_data, remembered
from dprd_news.lib.sitemaps import Page, Section, file_xml, index_xml
from people.models import Institution, Official, Visit
from people.sitemaps import RecordSection, VisitYearSection

PAGES = (
    "front", "articles:list", "people:visits", "people:officials", "people:institutions", "topics",
    "articles:corrections", "articles:texts", "follow", "about",
)  # fmt: skip
MIME = "application/xml"


class PageSection(Section):
    def pages(self, number: int) -> Iterable[Page]:
        return [Page(reverse(name)) for name in PAGES]


class TopicSection(Section):
    def pages(self, number: int) -> Iterable[Page]:
        return [Page(topic.get_absolute_url()) for topic in topics.public()]


SECTIONS: dict[str, Section] = {
    "halaman": PageSection(),
    "topik": TopicSection(),
    "arsip": ArchiveSection(),
    "berita": ArticleSection(),
    "terbaru": NewsSection(),
    "pejabat": RecordSection(Official),
    "lembaga": RecordSection(Institution),
    "kunjungan": RecordSection(Visit),
    "tahun": VisitYearSection(),
}


@public_data
def sitemap_index(request: HttpRequest) -> HttpResponse:
    """Every file that holds something, with its latest change where that is known."""
    return HttpResponse(index_xml(_files()), content_type=MIME)


@public_data
def sitemap_section(request: HttpRequest, section: str) -> HttpResponse:
    number = request.GET.get("p", "1")
    if section not in SECTIONS or not (number.isascii() and number.isdigit() and len(number) < 10):
        raise Http404
    pages = list(SECTIONS[section].pages(int(number) - 1))
    # A section is there before it holds anything; a further file of it is not.
    if not pages and number != "1":
        raise Http404
    return HttpResponse(file_xml(pages), content_type=MIME)


@remembered
def _files() -> list[tuple[str, datetime | None]]:
    """Walks every public row, so once for a state of the content."""
    return [
        (_path(name, number), changed_at)
        for name, section in SECTIONS.items()
        for number, changed_at in section.files()
    ]


def _path(section: str, number: int) -> str:
    path = reverse("sitemap_section", args=[section])
    return f"{path}?p={number + 1}" if number else path
