"""What narrows the list of articles. Each narrowing is a link that can be kept."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from articles.checks import blocked
from articles.models import Article
from people.models import Institution, Topic

RECENT_DAYS = (7, 30, 90)
# A draft that nobody has saved for so long is asked after.
UNTOUCHED_DAYS = 7


def due_today(articles: Any) -> Any:
    """Scheduled, and going out by itself before midnight."""
    return articles.scheduled().filter(published_at__lt=_midnight())


def due_later(articles: Any) -> Any:
    return articles.scheduled().filter(published_at__gte=_midnight())


def untouched(articles: Any) -> Any:
    """Drafts that nobody has saved for a week."""
    since = timezone.now() - timedelta(days=UNTOUCHED_DAYS)
    return articles.filter(status=Article.Status.DRAFT, updated_at__lt=since)


def _midnight() -> datetime:
    """The end of the council's own day."""
    day = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    return day + timedelta(days=1)


BY_STATE: dict[str, Callable[[Any], Any]] = {
    "draf": lambda articles: articles.filter(status=Article.Status.DRAFT),
    "draf-lama": untouched,
    "dikembalikan": lambda articles: articles.returned(),
    "tinjauan": lambda articles: articles.unread(),
    "disetujui": lambda articles: articles.approved(),
    "terjadwal": lambda articles: articles.scheduled(),
    "hari-ini": due_today,
    "nanti": due_later,
    "terhalang": blocked,
    "terbit": lambda articles: articles.filter(status=Article.Status.PUBLISHED).published(),
    "ditarik": lambda articles: articles.filter(status=Article.Status.WITHDRAWN),
}


class StateFilter(admin.SimpleListFilter):
    title = "keadaan"
    parameter_name = "keadaan"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [
            ("draf", "Draf"),
            ("draf-lama", "Draf yang seminggu tidak disentuh"),
            ("dikembalikan", "Dikembalikan dengan catatan"),
            ("tinjauan", "Menunggu tinjauan"),
            ("disetujui", "Disetujui, menunggu diterbitkan"),
            ("terjadwal", "Terjadwal"),
            ("hari-ini", "Terjadwal hari ini"),
            ("nanti", "Terjadwal sesudah hari ini"),
            ("terhalang", "Terjadwal, tetapi terhalang"),
            ("terbit", "Terbit"),
            ("ditarik", "Ditarik"),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        chosen = BY_STATE.get(self.value() or "")
        return chosen(queryset) if chosen else queryset


class OfOneFilter(admin.SimpleListFilter):
    """Narrows by a record that only links name: a list of all of them would be no help in choosing."""

    model: type[Model]
    relation = ""

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        value = str(self.used_parameters.get(self.parameter_name or "", ""))
        named = self.model._default_manager.filter(pk=value).first() if value.isdecimal() else None
        return [(value, str(named))] if named else []

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(**{self.relation: self.value()}) if self.value() else queryset


class InstitutionFilter(OfOneFilter):
    title, parameter_name = "lembaga", "lembaga"
    model, relation = Institution, "institutions"


class TopicFilter(OfOneFilter):
    title, parameter_name = "topik", "topik"
    model, relation = Topic, "topics"


class RecentFilter(admin.SimpleListFilter):
    title = "terbit"
    parameter_name = "hari"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(str(days), f"{days} hari terakhir") for days in RECENT_DAYS]

    def queryset(self, request: HttpRequest, queryset: Any) -> QuerySet:
        if self.value() not in {str(days) for days in RECENT_DAYS}:
            return queryset
        since = timezone.now() - timedelta(days=int(self.value() or 0))
        return queryset.published().filter(published_at__gt=since)


class NeedsFilter(admin.SimpleListFilter):
    title = "perlu dilengkapi"
    parameter_name = "perlu"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [
            ("tanggal", "Tanggal kegiatan belum ada"),
            ("foto", "Belum ada foto"),
            ("alt", "Foto tanpa teks alternatif"),
            ("pejabat", "Belum ada pejabat tertaut"),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        chosen: dict[str, dict[str, Any]] = {
            "tanggal": {"event_date__isnull": True},
            "foto": {"has_photo": False},
            "alt": {"lacks_alt": True},
            "pejabat": {"official_count": 0},
        }
        return queryset.filter(**chosen.get(self.value() or "", {}))
