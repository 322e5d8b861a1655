"""Found documents as rows of a page: the records themselves, with the words that were sought marked."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from articles.models import Article
from dprd_news import search, topics
from dprd_news.lib.filters import Filters
from dprd_news.lib.html import plain_beginning
from dprd_news.lib.indonesian import number, short_date
from dprd_news.lib.search.marks import READ_CHARS, Part, marked, passage
from dprd_news.lib.search.question import Question
from dprd_news.search import Answer
from people.filtering import ActiveFilter, Names, active
from people.models import Institution, Official, SearchKind, Visit
from people.models.document import kind_of, record_of

TOPICS_OFFERED = 12
KIND_NAMES = {
    SearchKind.ARTICLE: "Berita",
    SearchKind.VISIT: "Kunjungan",
    SearchKind.OFFICIAL: "Pejabat",
    SearchKind.INSTITUTION: "Lembaga",
}


@dataclass(frozen=True)
class Row:
    """One record found. `title` and `passage` are parts, some of them hits."""

    kind: str
    path: str
    title: list[Part]
    passage: list[Part]
    note: str


@dataclass(frozen=True)
class Choice:
    """A filter that can be set or, when it is chosen, taken off again; no `count` where it is unknown."""

    name: str
    count: str
    path: str
    is_chosen: bool


def records(keys: Iterable[int]) -> dict[int, Any]:
    """The records of these documents by key, with what a row shows of them. Asked anew what is public."""
    by_kind: dict[int, dict[int, int]] = defaultdict(dict)
    for key in keys:
        by_kind[kind_of(key)][record_of(key)] = key
    found = {}
    for kind, wanted in by_kind.items():
        for record in _QUERIES[kind]().filter(pk__in=wanted).order_by():
            found[wanted[record.pk]] = record
    return found


# Only the columns that a row shows: most of an article's are the newsroom's.
_QUERIES: dict[int, Callable[[], QuerySet]] = {
    SearchKind.ARTICLE: lambda: Article.objects.published().only(
        "slug", "title", "lead", "body", "published_at", "happened_on"
    ),
    SearchKind.VISIT: lambda: Visit.objects.published().only(
        *("slug", "title", "kind", "purpose", "outcome", "follow_up", "room", "building", "place"),
        *("starts_on", "ends_on", "listed_on"),
    ),
    SearchKind.OFFICIAL: lambda: (
        Official.objects.published()
        .only("slug", "front_title", "name", "back_title", "biography", "party")
        .with_positions()
    ),
    SearchKind.INSTITUTION: lambda: Institution.objects.published().only(
        "slug", "name", "kind", "description"
    ),
}


def rows(keys: list[int], question: Question) -> list[Row]:
    found = records(keys)
    return [_row(kind_of(key), found[key], question) for key in keys if key in found]


def _row(kind: int, record: Any, question: Question) -> Row:
    title = record.full_name if kind == SearchKind.OFFICIAL else str(record)
    text, note = _words[kind](record)
    return Row(
        KIND_NAMES[SearchKind(kind)],
        record.get_absolute_url(),
        marked(title, question),
        passage(text, question) if text else [],
        note,
    )


def _of_article(article: Article) -> tuple[str, str]:
    body = plain_beginning(article.body, READ_CHARS)
    return (f"{article.lead} {body}" if article.is_lead_apart(body) else body), short_date(
        article.happened_on
    )


def _of_visit(visit: Visit) -> tuple[str, str]:
    told = [visit.purpose, visit.outcome, visit.follow_up, visit.venue]
    return " ".join(part for part in told if part), f"{visit.get_kind_display()} · {visit.dates}"


def _of_official(official: Official) -> tuple[str, str]:
    held = [one for one in official.positions_on(timezone.localdate()) if one.institution.is_public]
    post = held[0].label_on(timezone.localdate()) if held else ""
    return official.biography, " · ".join(part for part in (post, official.party) if part)


def _of_institution(body: Institution) -> tuple[str, str]:
    return body.description, body.get_kind_display()


_words: dict[int, Callable[[Any], tuple[str, str]]] = {
    SearchKind.ARTICLE: _of_article,
    SearchKind.VISIT: _of_visit,
    SearchKind.OFFICIAL: _of_official,
    SearchKind.INSTITUTION: _of_institution,
}


def choices(answer: Answer, filters: Filters) -> list[tuple[str, list[Choice]]]:
    """The filters that are offered, each group with its heading: what is left of the answer, and how much."""
    if not answer.question or answer.is_partial:
        return []
    by_key = {topic.pk: topic for topic in topics.public()}
    kinds = {kind.label: answer.kinds.get(kind, 0) for kind in SearchKind}
    if answer.is_more:
        years = dict.fromkeys(search.years(), 0)
        used: dict[int, int] = dict.fromkeys((topic.pk for topic in topics.current()), 0)
    else:
        years, used = dict(sorted(answer.years.items(), reverse=True)), answer.topics
    most_used = sorted(used, key=lambda key: (-used[key], by_key[key].name if key in by_key else ""))
    named = {by_key[key].slug: used[key] for key in most_used if key in by_key}
    offered = {slug: named[slug] for slug in [*named][:TOPICS_OFFERED]}
    names = {topic.slug: topic.name for topic in by_key.values()}
    kind_names = {kind.label: KIND_NAMES[kind] for kind in SearchKind}
    groups: tuple[tuple[str, str, dict[str, int], dict[str, str]], ...] = (
        ("Jenis", "jenis", kinds, kind_names),
        ("Tahun", "tahun", {str(year): count for year, count in years.items()}, {}),
        ("Topik", "topik", offered, names),
    )
    return [
        (heading, found)
        for heading, name, counts, called in groups
        if (found := _offered(answer, filters, name, counts, called))
    ]


def _offered(
    answer: Answer, filters: Filters, name: str, counts: dict[str, int], called: dict[str, str]
) -> list[Choice]:
    others = filters.as_query
    chosen = others.pop(name, "")
    # There are words to be found, so it never ends with the question mark.
    without = f"{reverse('search')}?{urlencode(others)}"
    return [
        Choice(
            name=called.get(value, value),
            count="" if answer.is_more else number(count),
            path=without if value == chosen else f"{without}&{name}={quote(value)}",
            is_chosen=value == chosen,
        )
        for value, count in counts.items()
        if count or answer.is_more or value == chosen
    ]


def active_filters(filters: Filters) -> list[ActiveFilter]:
    """The filters in force, without the words that are sought."""
    kinds = {kind.label: KIND_NAMES[kind] for kind in SearchKind}
    names = Names(filters, topics={topic.slug: topic.name for topic in topics.public()})
    return [one for one in active(filters, kinds, names) if one.name != "q"]


def suggestions(text: str) -> list[dict[str, str]]:
    """What the box offers while somebody types: where each leads, in words and kind."""
    keys = search.suggest(text)
    found = records(keys)
    offered = [
        {
            "teks": found[key].full_name if kind_of(key) == SearchKind.OFFICIAL else str(found[key]),
            "jenis": KIND_NAMES[SearchKind(kind_of(key))],
            "alamat": found[key].get_absolute_url(),
        }
        for key in keys
        if key in found
    ]
    topical = [
        {"teks": topic.name, "jenis": "Topik", "alamat": topic.get_absolute_url()}
        for topic in topics.suggested(text)
    ]
    return (topical + offered)[: search.SUGGESTED]
