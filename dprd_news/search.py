"""Search over articles, officials, institutions and visits: one list, the most fitting first."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import lru_cache, partial
from operator import attrgetter
from typing import Any, NamedTuple

from django.db.models import Min
from django.utils import timezone

from articles.reading.language import lexicon
from dprd_news import spelling, topics
from dprd_news.lib.caching import remembered
from dprd_news.lib.filters import Filters
from dprd_news.lib.search import question as questions
from dprd_news.lib.search import words
from dprd_news.lib.search.engines import Engine, Look, engine_of, look
from dprd_news.lib.search.question import Group, Phrase, Question, Synonyms
from people import indexing
from people.models import Council, Institution, Official, SearchDocument, SearchKind
from people.models.document import DAY_SHIFT, LAST_UNDATED, first_key, kind_of, year_of

SEARCH_FILTERS = ("q", "jenis", "tahun", "topik", "pejabat", "lembaga", "dari", "sampai")
# Beyond this many the newest are weighed, and all that answer in their title.
MOST_WEIGHED, MOST_IN_TITLE, MOST_UNDATED = 2_000, 500, 200
# A word that names more people or bodies than this stands for none of them.
MOST_NAMED = 12
MOST_CORRECTED = 3
FEWEST_TYPED, MOST_TYPED = 2, 8
SUGGESTED, SUGGESTED_NAMES = 8, 5
LAST_KEY = (1 << 63) - 1
ALL, ABOUT, SAID, TITLE, NAMED = range(1, 6)
_WORTH = {ALL: 0.0, ABOUT: 2.0, SAID: 3.0, TITLE: 4.0, NAMED: 5.0}
HALF_LIFE_DAYS = 500
_OF_HIT = "d.id, d.title_length, d.topics"
# Migration 0018 of people says the same, for indexes that hold people and bodies alone.
UNDATED = f"d.id >> {DAY_SHIFT} = 0"


class Hit(NamedTuple):
    """A document that answers, by its key; `level` says where: anywhere, in what it is about, there in this order (SAID),
    in its title, or there in this order (NAMED). `topics` are keys as they are stored. `fit` is Question's, of people."""

    key: int
    level: int
    title_length: int
    topics: str
    fit: float


@dataclass(frozen=True)
class Answer:
    """Keys of documents, the most fitting first. With `is_more` the counts are unknown and empty.

    `corrected` is what was sought instead of a misspelt question; `is_partial` that only most of it is answered.
    """

    question: Question
    keys: list[int] = field(default_factory=list)
    kinds: dict[int, int] = field(default_factory=dict)
    years: dict[int, int] = field(default_factory=dict)
    topics: dict[int, int] = field(default_factory=dict)
    is_more: bool = False
    corrected: str = ""
    is_partial: bool = False

    @property
    def is_filtered_out(self) -> bool:
        """Without one of the filters there would be something."""
        return not self.keys and bool(self.kinds or self.years or self.topics)


def find(filters: Filters) -> Answer:
    """What anyone may see now that answers these words and fits these filters."""
    indexing.see_own_changes()
    at = timezone.now()
    asked = ask(filters.q)
    required = _required(filters)
    if not asked or required is None:
        return Answer(asked)
    asked = replace(_with_records(asked, at), required=required)
    answer = _answer(asked, filters, at)
    if answer.keys or answer.is_filtered_out:
        return answer
    if corrected := _corrected(asked, at):
        again = replace(_with_records(ask(corrected), at), required=required)
        answer = replace(_answer(again, filters, at), corrected=corrected)
        if answer.keys:
            return answer
    return _partly(asked, filters, at)


def ask(text: str) -> Question:
    return questions.read(text, _synonyms())


@remembered
def _synonyms() -> Synonyms:
    """The language's, and short names of agencies. What a topic is called stands together."""
    agencies = [(short, agency.name) for short, agency in lexicon.agencies().items()]
    return questions.synonyms_of([*questions.language_synonyms(), *agencies], _topics_called())


def _required(filters: Filters) -> tuple[str, ...] | None:
    """Terms of the records that answers have to be linked to; None when there is no such public record."""
    required = []
    for letter, slug, model in (("o", filters.official, Official), ("i", filters.institution, Institution)):
        if slug:
            key = model.objects.published().filter(slug=slug).values_list("pk", flat=True).first()
            if key is None:
                return None
            required.append(words.record_term(letter, key))
    return tuple(required)


# Looking ------------------------------------------------------------------------------------------


def _with_records(asked: Question, at: datetime) -> Question:
    """Each group also stands for the few public people, bodies and topics that bear its words as a name."""
    alias = indexing.alias()
    engine = engine_of(alias)
    looks = []
    for place, group in enumerate(asked.groups):
        named = engine.scoped(engine.answering(group, "title"), "title")
        looks.append(
            Look(place, named, 0, LAST_UNDATED, MOST_NAMED + 1, columns="d.kind, d.record", narrowed=UNDATED)
        )
    found: dict[int, list[str]] = defaultdict(list)
    for place, kind, record in look(alias, looks, at):
        found[place].append(words.record_term("o" if kind == SearchKind.OFFICIAL else "i", record))
    groups = []
    for place, group in enumerate(asked.groups):
        records = found[place] if len(found[place]) <= MOST_NAMED else []
        called = {key for phrase in group.phrases for key in _topics_called().get(phrase, ())}
        records += [words.record_term("t", key) for key in sorted(called)]
        groups.append(replace(group, records=tuple(records)))
    return replace(asked, groups=tuple(groups))


@remembered
def _topics_called() -> dict[Phrase, list[int]]:
    """Public topics by their name and by each other word that editors gave them."""
    found: dict[Phrase, list[int]] = defaultdict(list)
    for topic in topics.public():
        for name in {tuple(words.terms(name)) for name in (topic.name, *topic.synonym_list())} - {()}:
            found[name].append(topic.pk)
    return found


def _answer(asked: Question, filters: Filters, at: datetime) -> Answer:
    first, last = _keys_between(filters.since, filters.until)
    hits = _hits(asked, first, last, at)
    is_more = len(hits) > MOST_WEIGHED
    fits = _facets(filters)
    if is_more and fits:
        first, last = _narrowed(first, last, filters.year)
        required = (*asked.required, *_facet_terms(filters))
        hits = _hits(replace(asked, required=required), first, last, at)
    # Of a kind or topic that nothing has there is no term: what the filter means is asked of each hit as well.
    shown = _fitting(hits, fits.values())
    keys = _ordered(shown, asked, timezone.localdate(at))
    if is_more:
        return Answer(asked, keys, is_more=True)
    counts = {
        name: facet.counted(_fitting(hits, others))
        for name, facet in _FACETS.items()
        for others in [[fit for other, fit in fits.items() if other != name]]
    }
    return Answer(asked, keys, counts["kind"], counts["year"], counts["topic"])


def _fitting(hits: list[Hit], tests: Collection[Callable[[Hit], bool]]) -> list[Hit]:
    return [hit for hit in hits if all(fit(hit) for fit in tests)] if tests else hits


def _hits(asked: Question, first: int, last: int, at: datetime) -> list[Hit]:
    alias = indexing.alias()
    said = [term for group in asked.groups for term in group.own if not group.when]
    in_order = f" {' '.join(said)} " if len(said) > 1 else ""
    looks = _looks(engine_of(alias), asked, first, last, is_ordered=bool(in_order))
    found: dict[int, Hit] = {}
    for level, key, length, of_topics, title, about in look(alias, looks, at):
        # Read here and not asked of the index, which would have to look up all that answer once more.
        if in_order and (title or about) and (in_order in f" {title} " or in_order in f" {about} "):
            level += 1
        if key not in found or found[key].level < level:
            fit = asked.fit(title, about.split(words.BORDER)) if key <= LAST_UNDATED else 0
            found[key] = Hit(key, level, length, of_topics, fit)
    return list(found.values())


def _looks(engine: Engine, asked: Question, first: int, last: int, is_ordered: bool) -> list[Look]:
    """By level. Texts are read where they tell how well a post fits or, with `is_ordered`, in what order words stand:
    PostgreSQL keeps them apart from the rows, and gathers each by itself."""
    looks = []
    for level, scope, most, texts in (
        (ALL, "all", MOST_WEIGHED + 1, "'', ''"),
        (ABOUT, "about", MOST_IN_TITLE, "d.title, d.about"),
        (TITLE, "title", MOST_IN_TITLE, "d.title, ''"),
    ):
        match, is_small = engine.match(asked, scope), level != ALL
        if last > LAST_UNDATED:
            columns = f"{_OF_HIT}, {texts}" if is_ordered else f"{_OF_HIT}, '', ''"
            looks.append(Look(level, match, max(first, LAST_UNDATED + 1), last, most, is_small, columns))
        if first <= LAST_UNDATED:
            looks.append(
                Look(
                    level,
                    match,
                    first,
                    min(last, LAST_UNDATED),
                    MOST_UNDATED,
                    is_small,
                    f"{_OF_HIT}, {texts}",
                    narrowed=UNDATED,
                )
            )
    return looks


def _ordered(hits: list[Hit], asked: Question, today: date) -> list[int]:
    """Keys by what they score: a title that says little else counts most, then what the document is about; and the
    newer the better."""
    said = sum(len(group.own) for group in asked.groups)
    on, own = today.toordinal(), _own()
    scored = []
    for key, level, title_length, _, fit in hits:
        score = _WORTH[level] + (2 * min(1, said / max(1, title_length)) if level >= TITLE else fit)
        if day := key >> DAY_SHIFT:
            score += _freshness(abs(on - day))
        else:
            # Whoever asks by name wants the page of that name, the council's own before its namesakes.
            score += (2 if level >= TITLE else 0) + (0.5 if key in own else 0)
        scored.append((score, key))
    scored.sort(reverse=True)
    return [key for _, key in scored]


@lru_cache(maxsize=10_000)
def _freshness(days_ago: int) -> float:
    return 2 * 0.5 ** (days_ago / HALF_LIFE_DAYS)


@remembered
def _own() -> frozenset[int]:
    """Documents of the council's own body and its parts."""
    council = Council.current()
    own = Institution.objects.within(council.institution) if council else Institution.objects.none()
    found = SearchDocument.objects.filter(
        kind=SearchKind.INSTITUTION, record__in=own.values_list("pk", flat=True)
    )
    return frozenset(found.values_list("pk", flat=True))


# Filters that are counted -------------------------------------------------------------------------


@dataclass(frozen=True)
class _Facet:
    """What is counted of hits: `stored` in each, in few ways, and the `values` of each of these."""

    stored: Callable[[Hit], Any]
    values: Callable[[Any], Collection[int]]

    def has(self, value: int, hit: Hit) -> bool:
        return value in self.values(self.stored(hit))

    def counted(self, hits: Iterable[Hit]) -> dict[int, int]:
        found: dict[int, int] = defaultdict(int)
        for stored, count in Counter(map(self.stored, hits)).items():
            for value in self.values(stored):
                found[value] += count
        return dict(found)


@lru_cache(maxsize=10_000)
def _keys_in(written: str) -> frozenset[int]:
    return frozenset(map(int, written.split()))


_FACETS = {
    "kind": _Facet(lambda hit: kind_of(hit.key), lambda kind: (kind,)),
    "year": _Facet(lambda hit: year_of(hit.key), lambda year: (year,) if year else ()),
    "topic": _Facet(attrgetter("topics"), _keys_in),
}


def _facets(filters: Filters) -> dict[str, Callable[[Hit], bool]]:
    """The test of each such filter that is set; a value that nothing has lets nothing through."""
    wanted = {
        "kind": kind_called(filters.kind) if filters.kind else None,
        "year": filters.year,
        "topic": _topic_key(filters.topic) if filters.topic else None,
    }
    return {name: partial(_FACETS[name].has, value) for name, value in wanted.items() if value is not None}


def kind_called(name: str) -> int:
    """The kind with this name in addresses; 0 for none."""
    return next((kind.value for kind in SearchKind if kind.label == name), 0)


def _topic_key(slug: str) -> int:
    return next((topic.pk for topic in topics.public() if topic.slug == slug), 0)


def _facet_terms(filters: Filters) -> list[str]:
    terms = [words.record_term("k", kind_called(filters.kind))] if filters.kind else []
    return terms + ([words.record_term("t", _topic_key(filters.topic))] if filters.topic else [])


def _keys_between(since: date | None, until: date | None) -> tuple[int, int]:
    if since is None and until is None:
        return 0, LAST_KEY
    last = first_key(until + timedelta(days=1)) - 1 if until and until < date.max else LAST_KEY
    return first_key(since or date.min), last


def _narrowed(first: int, last: int, year: int | None) -> tuple[int, int]:
    if year is None:
        return first, last
    of_year = _keys_between(date(year, 1, 1), date(year, 12, 31))
    return max(first, of_year[0]), min(last, of_year[1])


@remembered
def years() -> list[int]:
    """Every year from now back to the oldest that something public tells of."""
    public = SearchDocument.objects.filter(id__gt=LAST_UNDATED, published_at__lte=timezone.now())
    oldest = public.aggregate(oldest=Min("id"))["oldest"]
    return list(range(timezone.localdate().year, year_of(oldest) - 1, -1)) if oldest else []


# When nothing answers -----------------------------------------------------------------------------


def _exist(matches: list[str], at: datetime) -> set[int]:
    """The places of those matches that something public answers."""
    looks = [Look(place, match, 0, LAST_KEY, 1, is_small=False) for place, match in enumerate(matches)]
    return {place for place, _ in look(indexing.alias(), looks, at)}


def _corrected(asked: Question, at: datetime) -> str:
    """The same words with those that nothing has written as they were probably meant; "" where that is unclear."""
    engine = engine_of(indexing.alias())
    if rejoined := spelling.rejoined([group.written for group in asked.groups]):
        return rejoined
    known = _exist([engine.match(Question((group,)), "all") for group in asked.groups], at)
    unknown = [group for place, group in enumerate(asked.groups) if place not in known]
    if not unknown or len(unknown) > MOST_CORRECTED:
        return ""
    meant: dict[Group, str] = {}
    for group in unknown:
        close = spelling.near(group.written[0]) if len(group.written) == 1 else []
        there = _exist([engine.scoped(engine.match(ask(one), "all"), "all") for one in close], at)
        if not there:
            return ""
        meant[group] = close[min(there)]
    return " ".join(meant.get(group) or " ".join(group.written) for group in asked.groups)


def _partly(asked: Question, filters: Filters, at: datetime) -> Answer:
    """What answers most of a question that nothing answers whole."""
    found = (_in_parts(parts, filters, at) for parts in asked.in_part())
    keys = next(filter(None, found), [])
    return Answer(asked, keys, is_partial=bool(keys))


def _in_parts(parts: list[Question], filters: Filters, at: datetime) -> list[int]:
    """Keys of what answers one of these questions: first what answers many, in its title, or as one of few."""
    alias = indexing.alias()
    engine = engine_of(alias)
    first, last = _narrowed(*_keys_between(filters.since, filters.until), filters.year)
    if filters.kind or filters.topic:
        parts = [replace(one, required=(*one.required, *_facet_terms(filters))) for one in parts]
    matches = [engine.match(one, scope) for one in parts for scope in ("about", "title")]
    found: dict[int, list[int]] = defaultdict(list)
    for place, key in look(
        alias, [Look(place, match, first, last, MOST_NAMED) for place, match in enumerate(matches)], at
    ):
        found[place].append(key)
    said: dict[int, float] = defaultdict(float)
    for keys in found.values():
        for key in keys:
            said[key] += 1 / len(keys)
    return sorted(said, key=lambda key: (said[key], key), reverse=True)


# Suggestions while typing -------------------------------------------------------------------------


def suggest(text: str) -> list[int]:
    """Keys of the documents whose title has these words, the last perhaps unfinished: names, then the newest."""
    indexing.see_own_changes()
    at = timezone.now()
    typed = [token.word for token in words.tokens(words.composed(text))][:MOST_TYPED]
    telling = [word for word in typed[:-1] if word not in words.titles() | words.stop_words()]
    if not telling or typed[-1] not in words.stop_words():
        telling += typed[-1:]
    if sum(map(len, telling)) < FEWEST_TYPED:
        return []
    telling = list(map(words.typed, telling))
    alias = indexing.alias()
    engine = engine_of(alias)
    whole = [engine.scoped(engine.term(word, "typed"), "typed") for word in telling[:-1]]
    match = engine.all_of([*whole, engine.prefix(telling[-1])])
    looks = [
        Look(0, match, 0, LAST_UNDATED, MOST_UNDATED, columns="d.id, d.title_length"),
        Look(1, match, LAST_UNDATED + 1, LAST_KEY, SUGGESTED, columns="d.id, d.title_length"),
    ]
    found = look(alias, looks, at)
    names = sorted((length, key not in _own(), key) for is_dated, key, length in found if not is_dated)
    dated = sorted((key for is_dated, key, _ in found if is_dated), reverse=True)
    few = max(SUGGESTED_NAMES, SUGGESTED - len(dated))
    keys = [key for _, _, key in names[:few]]
    return keys + dated[: SUGGESTED - len(keys)]
