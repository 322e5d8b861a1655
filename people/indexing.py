"""Keeps the index of search in step with the records.

Whatever changes a record also stores that its document is pending, in the same transaction. The documents are
written right after the commit; what a crash leaves pending is written with the next change. Visibility is no
part of this: it is a comparison of times whenever somebody searches.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection, models, router, transaction
from django_tasks import task

from dprd_news.lib import caching
from dprd_news.lib.search import words
from dprd_news.lib.search.question import phrases_in
from people.models.document import SearchDocument, SearchPending, document_key

BATCH = 500
# An article says a word this often where it is about it.
SALIENT = 3
_LOCK = 7_217_001


@dataclass(frozen=True)
class Content:
    """What a record says. `day` is that of the event; `titles` are its names; `about` are statements, an official's
    posts for one; `links` are terms of records and times.

    `until` is when it will say more without being changed itself: a body that it names comes to light.
    """

    record: int
    published_at: datetime
    titles: tuple[str, ...]
    day: date | None = None
    about: tuple[str, ...] = ()
    body: str = ""
    links: tuple[str, ...] = ()
    topics: tuple[int, ...] = ()
    until: datetime | None = None


# The contents of those records of one kind that are public or will be.
Describe = Callable[[list[int]], Iterable[Content]]
# The records of a kind whose documents say something about these rows, which are of one model.
Follow = Callable[[list[Any]], Iterable[int]]

_kinds: dict[int, tuple[type[models.Model], Describe]] = {}
_follows: dict[type[models.Model], list[tuple[int, Follow]]] = defaultdict(list)


def register(kind: int, model: type[models.Model], describe: Describe, **follows: Follow) -> None:
    """Search knows records of this model. `follows` names models ("app_Model") whose rows change a document."""
    from django.apps import apps

    _kinds[kind] = (model, describe)
    rows: dict[type[models.Model], Follow] = {model: lambda records: [record.pk for record in records]}
    rows |= {apps.get_model(name.replace("_", ".", 1)): follow for name, follow in follows.items()}
    for sender, follow in rows.items():
        _follows[sender].append((kind, follow))


@caching.listen
def rows_changed(rows: list[models.Model]) -> None:
    by_model: dict[type[models.Model], list[models.Model]] = defaultdict(list)
    for row in rows:
        by_model[type(row)].append(row)
    for model, changed in by_model.items():
        for kind, follow in _follows.get(model, ()):
            mark(kind, follow(changed))


def mark(kind: int, records: Iterable[int | None]) -> None:
    """The documents of these records have to be written anew."""
    pending = [SearchPending(kind=kind, record=record) for record in set(records) if record]
    if pending:
        SearchPending.objects.bulk_create(pending)
        transaction.on_commit(_settle, robust=True)


def catch_up(most: int | None = None) -> bool:
    """Write what is pending; whether nothing is left. `most` ends it after about that many."""
    done = 0
    while count := _write_pending():
        done += count
        if most and done >= most:
            return not SearchPending.objects.exists()
    return True


def see_own_changes() -> None:
    """Within a transaction that changed something, search finds it as changed."""
    if connection.in_atomic_block:
        catch_up()


def rebuild() -> int:
    """Write every document anew, batch by batch while the site runs; returns how many there are."""
    for kind, (model, _) in _kinds.items():
        keys = model._default_manager.order_by("pk").values_list("pk", flat=True)
        last = 0
        # No reading is kept open over the batches: SQLite could not clear away what they write.
        while batch := list(keys.filter(pk__gt=last)[:BATCH]):
            with transaction.atomic():
                _hold()
                _write(kind, batch)
            last = batch[-1]
        with transaction.atomic():
            _hold()
            gone = SearchDocument.objects.filter(kind=kind)
            gone.exclude(record__in=model._default_manager.values("pk")).delete()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            # Joins what the batches left in parts.
            cursor.execute(
                "INSERT INTO people_searchdocument_fts (people_searchdocument_fts) VALUES ('optimize')"
            )
    else:
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE people_searchdocument")
    return SearchDocument.objects.count()


@task()
def catch_up_later() -> None:
    catch_up()


@task()
def write_anew(kind: int, record: int) -> None:
    mark(kind, [record])


def _settle() -> None:
    if not catch_up(most=BATCH):
        catch_up_later.enqueue()


def _write_pending() -> int:
    with transaction.atomic():
        _hold()
        pending = list(SearchPending.objects.order_by("pk")[:BATCH])
        by_kind: dict[int, set[int]] = defaultdict(set)
        for one in pending:
            by_kind[one.kind].add(one.record)
        for kind, records in by_kind.items():
            _write(kind, sorted(records))
        SearchPending.objects.filter(pk__in=[one.pk for one in pending]).delete()
    return len(pending)


def _hold() -> None:
    """One writer at a time, who then reads what every earlier one has committed. SQLite has one anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def _write(kind: int, records: list[int]) -> None:
    contents = list(_kinds[kind][1](records))
    SearchDocument.objects.filter(kind=kind, record__in=records).delete()
    SearchDocument.objects.bulk_create((_document(kind, content) for content in contents), batch_size=BATCH)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            # Sorted into the indexes at once, a batch takes a tenth of the time, and no search has to wade through it.
            cursor.execute(
                "SELECT gin_clean_pending_list('people_searchdocument_head'), "
                "gin_clean_pending_list('people_searchdocument_words')"
            )
    for content in contents:
        if content.until:
            write_anew.using(run_after=content.until).enqueue(kind, content.record)


def _document(kind: int, content: Content) -> SearchDocument:
    names = [words.terms(title) for title in content.titles]
    about = [words.terms(statement) for statement in content.about]
    body = words.terms(content.body)
    salient = [term for term, count in Counter(body).items() if count >= SALIENT]
    links = [words.record_term("k", kind), *content.links]
    links += [words.record_term("t", topic) for topic in content.topics]
    typed = (
        words.typed(token.word)
        for title in content.titles
        for token in words.tokens(words.composed(title))
        if token.word not in words.stop_words()
    )
    return SearchDocument(
        id=document_key(kind, content.record, content.day),
        kind=kind,
        record=content.record,
        published_at=content.published_at,
        title=" ".join(_bordered([*names, _phrases(names)])),
        about=" ".join(_bordered([*about, _phrases(about), salient, links])),
        body=" ".join(_bordered([body, phrases_in(body)])),
        typed=" ".join(dict.fromkeys(typed)),
        title_length=len(names[0]),
        topics=" ".join(map(str, content.topics)),
    )


def _phrases(parts: list[list[str]]) -> list[str]:
    return list(dict.fromkeys(phrase for part in parts for phrase in phrases_in(part)))


def _bordered(parts: Iterable[list[str]]) -> Iterator[str]:
    for part in parts:
        if part:
            yield from (*part, words.BORDER)


def alias() -> str:
    """The database that this request reads the index from."""
    return router.db_for_read(SearchDocument) or "default"
