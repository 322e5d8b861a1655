"""The desk: what waits for whoever opens the newsroom, as cards that lead to the lists behind them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator

from articles.admin.photo import without_alt, without_credit
from articles.checks import blocked
from articles.models import Article, Photo
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


def cards(request: HttpRequest) -> list[Card]:
    """The cards that have something in them and that this account may act on."""
    found = []
    if request.user.has_perm("articles.view_article"):
        found += _waiting_articles(request)
    if request.user.has_perm("people.view_proposedchange"):
        found += _proposal_cards(request)
    if request.user.has_perm("articles.view_article"):
        found += _coming_articles()
    if request.user.has_perm("people.view_visit"):
        found += _visit_cards()
    if request.user.has_perm("articles.view_photo"):
        found += _photo_cards()
    if request.user.has_perm("people.view_official"):
        portraits = Official.objects.published().filter(portrait="")
        found.append(
            _card("Pejabat tanpa potret", portraits, "people_official", "potret=tidak&keadaan=tampil", _name)
        )
    return [card for card in found if card.count]


def _waiting_articles(request: HttpRequest) -> list[Card]:
    """What is amiss first, then what waits for somebody."""
    articles = Article.objects.defer("body", "source_text")
    name = "articles_article"
    returned = articles.returned_to(request.user).order_by("-updated_at")
    found = [
        _card("Terjadwal, tetapi terhalang", blocked(articles), name, "keadaan=terhalang", _due),
        _card("Dikembalikan kepada Anda", returned, name, "keadaan=dikembalikan", _note),
        _card(
            "Menunggu tinjauan",
            articles.unread().order_by("updated_at"),
            name,
            "keadaan=tinjauan",
            _saved,
            page="review",
        ),
    ]
    if request.user.has_perm("articles.publish_article"):
        waiting = articles.approved().select_related("reviewed_by").order_by("reviewed_at")
        found.append(_card("Disetujui, menunggu terbit", waiting, name, "keadaan=disetujui", _approved))
    return found


def _coming_articles() -> list[Card]:
    """What goes on by itself, or may."""
    articles = Article.objects.defer("body", "source_text")
    scheduled = articles.scheduled().order_by("published_at")
    drafts = articles.filter(status=Article.Status.DRAFT).order_by("-updated_at")
    return [
        _card("Segera terbit", scheduled, "articles_article", "keadaan=terjadwal", _due),
        _card("Draf", drafts, "articles_article", "keadaan=draf", _saved),
    ]


def _proposal_cards(request: HttpRequest) -> list[Card]:
    """What waits for whoever decides; for a writer its own, and what became of them."""
    proposals = ProposedChange.objects.defer("data").prefetch_related("record")
    name, waiting = "people_proposedchange", "status__exact=waiting"
    if decides(request.user):
        oldest = proposals.waiting().select_related("account").order_by("proposed_at")
        return [_card("Usulan perubahan", oldest, name, waiting, _proposed, text=_record)]
    own = proposals.filter(account_id=request.user.pk)
    answered = own.answered(timezone.now() - timedelta(days=ANSWERED_DAYS)).order_by("-decided_at")
    return [
        _card("Usulan Anda sudah dijawab", answered, name, "", _answer, text=_record),
        _card("Usulan Anda menunggu Redaktur", own.waiting(), name, waiting, _sent, text=_record),
    ]


def _visit_cards() -> list[Card]:
    visits = Visit.objects.all()
    name = "people_visit"
    return [
        _card("Kunjungan tanpa tanggal", undated(visits), name, "perlu=tanggal", _kind),
        _card("Kunjungan yang harinya sudah lewat", overdue(visits), name, "perlu=lewat", _day),
        _card("Kunjungan tanpa berita", without_article(visits), name, "perlu=berita", _day),
    ]


def _photo_cards() -> list[Card]:
    photos = Photo.objects.all()
    name = "articles_photo"
    return [
        _card("Foto tanpa teks alternatif", without_alt(photos), name, "perlu=alt", _name),
        _card("Foto tanpa kredit", without_credit(photos), name, "perlu=kredit", _name),
    ]


def _card(
    title: str,
    queryset: QuerySet,
    name: str,
    query: str,
    detail: Callable[..., str],
    page: str = "change",
    text: Callable[..., str] = str,
) -> Card:
    rows = [
        Row(text(record), detail(record), reverse(f"admin:{name}_{page}", args=[record.pk]))
        for record in queryset[:SHOWN_ROWS]
    ]
    count = queryset.count() if len(rows) == SHOWN_ROWS else len(rows)
    return Card(title, count, rows, f"{reverse(f'admin:{name}_changelist')}?{query}")


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
