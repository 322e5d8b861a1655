"""Records that are announced and withdrawn: people, bodies, visits."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from dprd_news.lib.verbs import ReasonForm, State, Verb, VerbsAdmin
from people.admin.bulk import RELEASE_ALL, BulkAdmin, BulkVerb
from people.models.publication import Releasable
from people.templatetags.indonesian import moment


def _release(request: HttpRequest, record: Releasable, data: dict[str, Any]) -> str:
    record.release()
    return f"“{record}” sekarang tampil untuk umum."


def _withdraw(request: HttpRequest, record: Releasable, data: dict[str, Any]) -> str:
    record.withdraw(data["reason"])
    return f"“{record}” ditarik dari situs."


RELEASE = Verb(
    name="umumkan",
    label="Umumkan sekarang",
    result="Halamannya langsung dapat dibuka siapa saja, lepas dari berita yang memuatnya.",
    applies=lambda record: not record.is_public,
    run=_release,
    kind="good",
    saves_first=True,
)
WITHDRAW = Verb(
    name="tarik",
    label="Tarik",
    result="Halamannya hilang dari situs, daftar, pencarian dan umpan. Alasan penarikan tetap terbaca.",
    applies=lambda record: record.is_public,
    run=_withdraw,
    form=ReasonForm,
    kind="bad",
)


class PublicFilter(admin.SimpleListFilter):
    title = "keadaan"
    parameter_name = "keadaan"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [
            ("tampil", "Tampil"),
            ("terjadwal", "Terjadwal"),
            ("belum", "Belum diumumkan"),
            ("ditarik", "Ditarik"),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        now = timezone.now()
        chosen: dict[str, dict[str, Any]] = {
            "tampil": {"withdrawn_at__isnull": True, "published_at__lte": now},
            "terjadwal": {"withdrawn_at__isnull": True, "published_at__gt": now},
            "belum": {"withdrawn_at__isnull": True, "published_at__isnull": True},
            "ditarik": {"withdrawn_at__isnull": False},
        }
        return queryset.filter(**chosen.get(self.value() or "", {}))


class ReleaseAdmin(BulkAdmin, VerbsAdmin):
    """A record that is public once somebody, or the article it came with, releases it."""

    verbs: tuple[Verb, ...] = (RELEASE, WITHDRAW)
    bulk_verbs: tuple[BulkVerb, ...] = (RELEASE_ALL,)

    def get_exclude(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return ["published_at"]

    def is_guarded(self, record: Any) -> bool:
        """Scheduled is approved, as an article is."""
        return record.is_fixed

    def guarded_among(self, records: list[Any]) -> set[Any]:
        return self.model.fixed_among(records)

    def state_of(self, record: Releasable) -> State:
        if record.withdrawn_at:
            since = moment(record.withdrawn_at)
            return State("Ditarik", "bad", f"Sejak {since}. Alasan: {record.withdrawal_reason}")
        if record.published_at is None:
            together = " Tampil bersama beritanya." if record.published_with else ""
            return State(
                "Belum tampil", "waiting", f"Belum diumumkan; hanya redaksi yang melihatnya.{together}"
            )
        if record.is_public:
            return State("Tampil", "good", f"Untuk umum sejak {moment(record.published_at)}.")
        return State("Terjadwal", "waiting", f"Tampil sendiri pada {moment(record.published_at)}.")
