"""The desk: what waits for whoever opens the newsroom, as cards that lead to the lists behind them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import EmptyResultSet
from django.db.models import Count, IntegerField, Model, QuerySet, Value, Window
from django.db.models.functions import RowNumber
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator

from articles.admin.article_filters import due_later, due_today, untouched
from articles.admin.photo import without_alt, without_credit
from articles.checks import blocked
from articles.models import Article, ErrorReport, Photo
from dprd_news import coverage, site_state
from dprd_news.lib.account_names import name_of
from dprd_news.lib.newsroom import NOTHING
from people.admin.proposed_change import decides
from people.admin.visit import overdue, undated, without_article
from people.models import Official, ProposedChange, Visit
from people.templatetags.indonesian import moment

SHOWN_ROWS = 5
NOTE_LENGTH = 120
# An answer to a proposal stays on the desk for so long.
ANSWERED_DAYS = 14


@dataclass(frozen=True)
class Row:
    text: str
    detail: str
    url: str


@dataclass(frozen=True)
class Card:
    """One thing to look after: how many there are, the first few, and the list that holds them all."""

    title: str
    count: int
    rows: list[Row]
    url: str


@dataclass(frozen=True)
class Wanted:
    """A card before it is filled: the records in order, their admin, the query of the list that holds them all.

    `shown` is how many of them stand on the card; with none it is a count that leads to the list.
    """

    title: str
    records: QuerySet
    query: str
    detail: Callable[..., str]
    page: str = "change"
    text: Callable[..., str] = str
    shown: int = SHOWN_ROWS

    @property
    def admin_name(self) -> str:
        return f"{self.records.model._meta.app_label}_{self.records.model._meta.model_name}"


# What a card's rows show beside the record's own columns; long texts stay where they are.
SHOWN_WITH: dict[type[Model], Callable[[], QuerySet]] = {
    Article: lambda: Article.objects.select_related("reviewed_by").defer("body", "source_text"),
    ErrorReport: lambda: ErrorReport.objects.select_related("article").only("made_at", "article__title"),
    ProposedChange: lambda: ProposedChange.objects.select_related("account").defer("data"),
}


def desk(request: HttpRequest) -> dict[str, Any]:
    """What the template shows: cards, the state of the site and, for the chief, what was told of lately."""
    may_look = request.user.has_perm("articles.view_article")
    is_chief = request.user.has_perm("articles.publish_article")
    return {
        "cards": cards(request),
        "facts": site_state.facts() if may_look else [],
        "commissions": coverage.of_commissions() if is_chief else [],
        "topics": coverage.of_topics() if is_chief else [],
    }


def cards(request: HttpRequest) -> list[Card]:
    """The cards that have something in them and that this account may act on."""
    wanted: list[Wanted] = []
    if request.user.has_perm("articles.view_article"):
        wanted += _waiting_articles(request)
    if request.user.has_perm("articles.change_errorreport"):
        waiting = ErrorReport.objects.waiting()
        wanted.append(Wanted("Laporan pembaca", waiting, "outcome__exact=open", _reported, text=_reported_on))
    if request.user.has_perm("people.view_proposedchange"):
        wanted += _proposals(request)
    if request.user.has_perm("articles.view_article"):
        wanted += _coming_articles()
    if request.user.has_perm("people.view_visit"):
        wanted += _visits()
    if request.user.has_perm("articles.view_photo"):
        wanted += _photos()
    if request.user.has_perm("people.view_official"):
        portraits = Official.objects.published().filter(portrait="")
        query = "potret=tidak&keadaan=tampil"
        wanted.append(Wanted("Pejabat tanpa potret", portraits, query, _name, shown=0))
    return _filled(wanted)


def _waiting_articles(request: HttpRequest) -> list[Wanted]:
    """What is amiss first, then what waits for somebody."""
    articles = Article.objects.all()
    returned = articles.returned_to(request.user).order_by("-updated_at")
    unread = articles.unread().order_by("updated_at")
    found = [
        Wanted("Terjadwal, tetapi terhalang", blocked(articles), "keadaan=terhalang", _due),
        Wanted("Dikembalikan kepada Anda", returned, "keadaan=dikembalikan", _note),
        Wanted("Menunggu tinjauan", unread, "keadaan=tinjauan", _saved, page="review"),
    ]
    if request.user.has_perm("articles.publish_article"):
        waiting = articles.approved().order_by("reviewed_at")
        found.append(Wanted("Disetujui, menunggu terbit", waiting, "keadaan=disetujui", _approved))
    return found


def _coming_articles() -> list[Wanted]:
    """What goes on by itself, or may."""
    articles = Article.objects.all()
    today, later = (due(articles).order_by("published_at") for due in (due_today, due_later))
    drafts = articles.filter(status=Article.Status.DRAFT)
    return [
        Wanted("Terbit hari ini", today, "keadaan=hari-ini", _due),
        Wanted("Terjadwal sesudah hari ini", later, "keadaan=nanti", _due),
        Wanted("Draf", drafts.order_by("-updated_at"), "keadaan=draf", _saved),
        Wanted(
            "Draf yang seminggu tidak disentuh",
            untouched(articles).order_by("updated_at"),
            "keadaan=draf-lama",
            _saved,
            shown=2,
        ),
    ]


def _proposals(request: HttpRequest) -> list[Wanted]:
    """What waits for whoever decides; for a writer its own, and what became of them."""
    proposals = ProposedChange.objects.all()
    waiting = "status__exact=waiting"
    if decides(request.user):
        oldest = proposals.waiting().order_by("proposed_at")
        return [Wanted("Usulan perubahan", oldest, waiting, _proposed, text=_record)]
    own = proposals.filter(account_id=request.user.pk)
    answered = own.answered(timezone.now() - timedelta(days=ANSWERED_DAYS)).order_by("-decided_at")
    return [
        Wanted("Usulan Anda sudah dijawab", answered, "", _answer, text=_record),
        Wanted("Usulan Anda menunggu Redaktur", own.waiting(), waiting, _sent, text=_record),
    ]


def _visits() -> list[Wanted]:
    visits = Visit.objects.all()
    return [
        Wanted("Kunjungan yang harinya sudah lewat", overdue(visits), "perlu=lewat", _day),
        Wanted("Kunjungan tanpa tanggal", undated(visits), "perlu=tanggal", _kind),
        Wanted("Kunjungan tanpa berita", without_article(visits), "perlu=berita", _day),
    ]


def _photos() -> list[Wanted]:
    photos = Photo.objects.all()
    return [
        Wanted("Foto tanpa teks alternatif", without_alt(photos), "perlu=alt", _name),
        Wanted("Foto tanpa kredit", without_credit(photos), "perlu=kredit", _name),
    ]


# Filling ------------------------------------------------------------------------------------------


def _filled(wanted: list[Wanted]) -> list[Card]:
    """One query finds the keys and counts of all cards, and one for each model brings the rows."""
    keys: dict[int, list[Any]] = {}
    counts: dict[int, int] = {}
    for number, key, count in _found(wanted):
        keys.setdefault(number, []).append(key)
        counts[number] = count
    records = _records(wanted, keys)
    return [
        _card(one, counts[number], [records[one.records.model][key] for key in keys[number][: one.shown]])
        for number, one in enumerate(wanted)
        if number in counts
    ]


def _found(wanted: list[Wanted]) -> Iterable[tuple[int, Any, int]]:
    """The number of a card, the key of a record on it, and how many there are, in the cards' own order."""
    if not wanted:
        return []
    first, *others = (_first(one, number) for number, one in enumerate(wanted))
    try:
        rows = list(first.union(*others, all=True))
    except EmptyResultSet:
        return []
    return [(number, key, count) for number, _, key, count in sorted(rows)]


def _first(wanted: Wanted, number: int) -> QuerySet:
    order: Any = wanted.records.query.order_by or wanted.records.model._meta.ordering
    # A window's rank may be filtered, and stand in a union, where SQLite takes no limit.
    found = wanted.records.order_by().annotate(
        card=Value(number, output_field=IntegerField()),
        rank=Window(RowNumber(), order_by=list(order)),
        total=Window(Count("*")),
    )
    return found.filter(rank__lte=max(wanted.shown, 1)).values_list("card", "rank", "pk", "total")


def _records(wanted: list[Wanted], keys: dict[int, list[Any]]) -> dict[type[Model], dict[Any, Any]]:
    """The records of all cards by model and key; each model is asked once, also for what proposals are about."""
    asked: dict[type[Model], set[Any]] = {}
    for number, found in keys.items():
        if wanted[number].shown:
            asked.setdefault(wanted[number].records.model, set()).update(found)
    proposals = _in_bulk(ProposedChange, asked.pop(ProposedChange, set()))
    for proposal in proposals.values():
        model, key = _subject(proposal)
        asked.setdefault(model, set()).add(key)
    records = {model: _in_bulk(model, found) for model, found in asked.items()}
    for proposal in proposals.values():
        model, key = _subject(proposal)
        # None, too, is remembered: of a record that is gone.
        ProposedChange._meta.get_field("record").set_cached_value(proposal, records[model].get(key))
    return {**records, ProposedChange: proposals}


def _in_bulk(model: type[Model], keys: set[Any]) -> dict[Any, Any]:
    return SHOWN_WITH.get(model, model._default_manager.all)().in_bulk(keys) if keys else {}


def _subject(proposal: ProposedChange) -> tuple[type[Model], Any]:
    """The model and key of what the proposal is about."""
    model: Any = ContentType.objects.get_for_id(proposal.content_type_id).model_class()
    return model, model._meta.pk.to_python(proposal.object_id)


def _card(wanted: Wanted, count: int, records: list[Any]) -> Card:
    rows = [
        Row(
            wanted.text(record),
            wanted.detail(record),
            reverse(f"admin:{wanted.admin_name}_{wanted.page}", args=[record.pk]),
        )
        for record in records
    ]
    return Card(
        wanted.title, count, rows, f"{reverse(f'admin:{wanted.admin_name}_changelist')}?{wanted.query}"
    )


# Rows ---------------------------------------------------------------------------------------------


def _saved(article: Article) -> str:
    return f"disimpan {moment(article.updated_at)}"


def _due(article: Article) -> str:
    return moment(article.published_at)


def _note(article: Article) -> str:
    return Truncator(article.return_note).chars(NOTE_LENGTH)


def _approved(article: Article) -> str:
    return f"disetujui {name_of(article.reviewed_by)} {moment(article.reviewed_at)}"


def _record(proposal: ProposedChange) -> str:
    return str(proposal.record or NOTHING)


def _reported(report: ErrorReport) -> str:
    return f"diterima {moment(report.made_at)}"


def _reported_on(report: ErrorReport) -> str:
    return report.article.title


def _proposed(proposal: ProposedChange) -> str:
    note = f": {proposal.note}" if proposal.note else ""
    return f"{proposal.who}, {moment(proposal.proposed_at)}{Truncator(note).chars(NOTE_LENGTH)}"


def _sent(proposal: ProposedChange) -> str:
    return f"diusulkan {moment(proposal.proposed_at)}"


def _answer(proposal: ProposedChange) -> str:
    answer = f": {proposal.answer}" if proposal.answer else ""
    return f"{proposal.get_status_display()}{Truncator(answer).chars(NOTE_LENGTH)}"


def _kind(visit: Visit) -> str:
    return f"{visit.get_kind_display()}, {visit.get_status_display().lower()}"


def _day(visit: Visit) -> str:
    return visit.dates


def _name(record: object) -> str:
    return ""
