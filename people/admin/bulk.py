"""Verbs over many records of a list: a page says how many and which, and all of it can be taken back."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html

from dprd_news.lib.history import AT_ONCE, save_all
from dprd_news.lib.newsroom import ManyPicker, RecordsField
from people.admin.keeping import KeptAdmin
from people.models import BulkChange, BulkChanged, Tagging, Topic

MOST_RECORDS = 500
CHANGED_SINCE = "sudah diubah lagi sesudahnya"
CHANGED_MEANWHILE = "diubah sejak halaman penegasan dibuka; baca lagi dahulu"
# Of each record on the confirmation: its key and the version that was read.
READ = "_read"
NOT_YOURS = "hanya Redaktur yang boleh mengubahnya"


@dataclass(frozen=True)
class BulkVerb:
    """`run` changes records of one model, and returns by key what it replaced in those it did change, by name.

    It stores relations itself and leaves the record's own `columns` to be saved.
    """

    name: str
    label: str
    result: str
    run: Callable[[list[Any], dict[str, Any]], dict[Any, dict[str, Any]]]
    columns: tuple[str, ...] = ()
    takes_topics: bool = False
    is_publishing: bool = False


@dataclass
class Sorted:
    """Records that will be changed, and the others each with its reason."""

    fit: list[Any] = field(default_factory=list)
    left_out: list[tuple[str, str]] = field(default_factory=list)


def _change_topics(
    change: Callable[[set[int], set[int]], set[int]], records: list[Any], data: dict[str, Any]
) -> dict[Any, dict[str, Any]]:
    """`change` is what becomes of a record's topics, given them and the chosen ones."""
    chosen = {topic.pk for topic in data["topics"]}
    present = Tagging.objects.of_each(records)
    wanted = {key: change(topics, chosen) for key, topics in present.items()}
    changed = [record for record in records if wanted[record.pk] != present[record.pk]]
    if changed:
        Tagging.objects.settle(changed, wanted)
    return {record.pk: {"topics": sorted(present[record.pk])} for record in changed}


def _release(records: list[Any], data: dict[str, Any]) -> dict[Any, dict[str, Any]]:
    """What was withdrawn had its reason, and is announced again one by one."""
    before, now = {}, timezone.now()
    for record in records:
        if not record.is_public_at(now) and record.withdrawn_at is None:
            before[record.pk] = {
                "published_at": record.published_at,
                "published_with": record.published_with,
            }
            record.be_released(now)
    return before


ADD_TOPICS = BulkVerb(
    "tambah_topik",
    "Tambahkan topik…",
    "Topik yang dipilih ditambahkan.",
    partial(_change_topics, set.union),
    takes_topics=True,
)
TAKE_TOPICS = BulkVerb(
    "lepas_topik",
    "Lepaskan topik…",
    "Topik yang dipilih dilepaskan.",
    partial(_change_topics, set.difference),
    takes_topics=True,
)
RELEASE_ALL = BulkVerb(
    "umumkan_semua",
    "Umumkan…",
    "Halamannya langsung dapat dibuka siapa saja.",
    _release,
    columns=("published_at", "published_with", "withdrawn_at", "withdrawal_reason"),
    is_publishing=True,
)


class BulkAdmin(KeptAdmin):
    """A list with verbs over many of its records."""

    bulk_verbs: tuple[BulkVerb, ...] = ()

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.undo_view)
        return [
            path("massal/<int:number>/urungkan/", view, name=f"{self.url_stem}_undo"),
            *super().get_urls(),
        ]

    def get_actions(self, request: HttpRequest) -> Any:
        """Each verb that this account may use."""
        actions: Any = super().get_actions(request)
        for verb in self.bulk_verbs:
            if self._may_use_on_many(request, verb):
                actions[verb.name] = (partial(_asked, verb), verb.name, verb.label)
        return actions

    def _may_use_on_many(self, request: HttpRequest, verb: BulkVerb) -> bool:
        return self.has_change_permission(request) and (not verb.is_publishing or self.may_publish(request))

    # Doing ----------------------------------------------------------------------------------------

    def bulk_view(self, request: HttpRequest, verb: BulkVerb, keys: list[Any]) -> HttpResponse | None:
        """The confirmation; None once it has been confirmed and done."""
        if not self._may_use_on_many(request, verb):
            raise PermissionDenied
        if len(keys) > MOST_RECORDS:
            told = f"Pilih paling banyak {MOST_RECORDS} sekaligus; tadi terpilih {len(keys)}."
            self.message_user(request, told, messages.ERROR)
            return None
        is_sent = "confirmed" in request.POST
        form = forms.Form(request.POST if is_sent else None)
        if verb.takes_topics:
            form.fields["topics"] = _topics_field(self)
        if is_sent and form.is_valid():
            self._change_all(request, verb, keys, form.cleaned_data)
            return None
        found = self._sort(request, self.model._base_manager.filter(pk__in=keys).order_by("pk"))
        context = {"verb": verb, "form": form, "keys": keys, "checkbox": ACTION_CHECKBOX_NAME, "read": READ}
        context["media"] = self.media + form.media
        return self._bulk_page(request, verb.label.rstrip("…"), verb.result, found, context)

    def _sort(self, request: HttpRequest, records: Iterable[Any]) -> Sorted:
        found, records = Sorted(), list(records)
        guarded = set() if self.may_publish(request) else self.guarded_among(records)
        for record in records:
            if record.pk in guarded:
                found.left_out.append((str(record), NOT_YOURS))
            else:
                found.fit.append(record)
        return found

    @transaction.atomic
    def _change_all(
        self, request: HttpRequest, verb: BulkVerb, keys: list[Any], data: dict[str, Any]
    ) -> None:
        account: Any = request.user
        bulk = BulkChange.objects.create(account=account, label=verb.label.rstrip("…"))
        held = self._held(keys)
        found = self._sort(request, held)
        self._leave_unread(request, found, held)
        before = verb.run(found.fit, data) if found.fit else {}
        done = [record for record in found.fit if record.pk in before]
        save_all(done, verb.columns, str(bulk))
        BulkChanged.objects.bulk_create(
            [_changed(bulk, record, before[record.pk]) for record in done], batch_size=AT_ONCE
        )
        self._log(request, done, str(bulk))
        if not done:
            bulk.delete()
        self._tell(request, bulk, len(done), len(found.fit) - len(done), found.left_out)

    def _leave_unread(self, request: HttpRequest, found: Sorted, held: list[Any]) -> None:
        """What is no longer as the confirmation showed it is not changed on the strength of that."""
        read = set(request.POST.getlist(READ))
        unread = [record for record in found.fit if f"{record.pk}-{record.version}" not in read]
        found.fit = [record for record in found.fit if record not in unread]
        found.left_out += [(str(record), CHANGED_MEANWHILE) for record in unread]
        there = {str(record.pk) for record in held}
        if gone := [one for one in read if one.partition("-")[0] not in there]:
            self.message_user(request, f"{len(gone)} sudah dihapus sejak itu.", messages.WARNING)

    def _held(self, keys: Iterable[Any]) -> list[Any]:
        """The records for this transaction."""
        return list(self.model._base_manager.select_for_update().filter(pk__in=keys).order_by("pk"))

    def _log(self, request: HttpRequest, records: list[Any], words: str) -> None:
        """In the admin's log, all at once."""
        if records:
            account: Any = request.user
            LogEntry.objects.log_actions(account.pk, records, CHANGE, words)

    def _tell(
        self,
        request: HttpRequest,
        bulk: BulkChange,
        done: int,
        unchanged: int,
        left_out: list[tuple[str, str]],
    ) -> None:
        if done:
            address = reverse(f"admin:{self.url_stem}_undo", args=[bulk.pk])
            link = format_html('<a href="{}">Urungkan</a>', address)
            self.message_user(
                request,
                format_html("{}: {} {} diubah. {}", bulk.label, done, self.opts.verbose_name, link),
                messages.SUCCESS,
            )
        if unchanged:
            self.message_user(request, f"{unchanged} sudah demikian, jadi tidak diubah.", messages.INFO)
        if left_out:
            self.message_user(request, f"Tidak diubah: {_listed(left_out)}", messages.WARNING)

    # Undoing --------------------------------------------------------------------------------------

    def undo_view(self, request: HttpRequest, number: int) -> HttpResponse:
        """Says what will be put back; a POST does it. 403 for another's unless this account may publish."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        kind = ContentType.objects.get_for_model(self.model)
        found = BulkChange.objects.filter(records__content_type=kind).distinct()
        bulk = get_object_or_404(found, pk=number)
        if bulk.account_id != request.user.pk and not self.may_publish(request):
            raise PermissionDenied
        if request.method == "POST":
            self._undo(request, bulk)
            return HttpResponseRedirect(reverse(f"admin:{self.url_stem}_changelist"))
        if bulk.undone_at is not None:
            self.message_user(request, "Perubahan massal ini sudah diurungkan.", messages.WARNING)
            return HttpResponseRedirect(reverse(f"admin:{self.url_stem}_changelist"))
        sorted_ = self._sort_for_undo(request, bulk)[0]
        result = "Yang tercantum kembali seperti sebelum perubahan massal ini."
        return self._bulk_page(request, f"Urungkan: {bulk.label}", result, sorted_, {"bulk": bulk})

    def _sort_for_undo(self, request: HttpRequest, bulk: BulkChange) -> tuple[Sorted, dict[Any, BulkChanged]]:
        rows = bulk.of_kind(self.model)
        there = {record.pk: record for record in self._held_if_posting(request, rows)}
        found = self._sort(request, [there[key] for key in rows if key in there])
        changed = bulk.changed_since(found.fit)
        late = [record for record in found.fit if record.pk in changed]
        found.fit = [record for record in found.fit if record.pk not in changed]
        found.left_out += [(str(record), CHANGED_SINCE) for record in late]
        found.left_out += [(row.name, "sudah dihapus") for key, row in rows.items() if key not in there]
        return found, rows

    def _held_if_posting(self, request: HttpRequest, keys: Iterable[Any]) -> Any:
        if request.method == "POST":
            return self._held(keys)
        return self.model._base_manager.filter(pk__in=keys).order_by("pk")

    @transaction.atomic
    def _undo(self, request: HttpRequest, bulk: BulkChange) -> None:
        bulk = BulkChange.objects.select_for_update().get(pk=bulk.pk)
        if bulk.undone_at is not None:
            self.message_user(request, "Perubahan massal ini sudah diurungkan.", messages.WARNING)
            return
        found, rows = self._sort_for_undo(request, bulk)
        words = f"Urungkan {str(bulk)[0].lower()}{str(bulk)[1:]}"
        new = [record.pk for record in found.fit if rows[record.pk].is_new]
        if new:
            self.log_deletions(request, self.model._base_manager.filter(pk__in=new))
        kept = [record for record in found.fit if record.pk not in new]
        bulk.restore(found.fit, rows, words)
        self._log(request, kept, words)
        found.left_out += self._take_out_others(request, bulk)
        if found.fit:
            bulk.undone_at = timezone.now()
            bulk.save()
            told = f"{len(found.fit)} {self.opts.verbose_name} kembali seperti sebelumnya."
            self.message_user(request, told, messages.SUCCESS)
        if found.left_out:
            told = f"Tidak dikembalikan: {_listed(found.left_out)}"
            self.message_user(request, told, messages.WARNING)

    def _take_out_others(self, request: HttpRequest, bulk: BulkChange) -> list[tuple[str, str]]:
        """Records of other kinds that the change made beside its own; those that are used since stay and are told."""
        own, left_out = ContentType.objects.get_for_model(self.model), []
        for row in bulk.records.exclude(content_type=own).filter(is_new=True).select_related("content_type"):
            model: Any = row.content_type.model_class()
            record = model._base_manager.select_for_update().filter(pk=row.object_id).first()
            if record is None:
                continue
            if bulk.changed_since([record]):
                left_out.append((str(record), CHANGED_SINCE))
                continue
            self.log_deletions(request, model._base_manager.filter(pk=record.pk))
            row.take_out(record)
        return left_out

    def _bulk_page(
        self, request: HttpRequest, title: str, result: str, found: Sorted, more: dict[str, Any]
    ) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": title,
            "opts": self.opts,
            "result": result,
            "found": found,
            "media": self.media,
            **more,
        }
        return TemplateResponse(request, "admin/bulk.html", context)


def _asked(verb: BulkVerb, admin: BulkAdmin, request: HttpRequest, queryset: Any) -> HttpResponse | None:
    return admin.bulk_view(request, verb, list(queryset.order_by("pk").values_list("pk", flat=True)))


def _topics_field(admin: BulkAdmin) -> forms.Field:
    return RecordsField(
        queryset=Topic.objects.all(),
        label="Topik",
        widget=ManyPicker(admin.model._meta.get_field("topics"), admin.admin_site),
    )


def _changed(bulk: BulkChange, record: Any, before: dict[str, Any]) -> BulkChanged:
    return BulkChanged(
        bulk=bulk,
        content_type=ContentType.objects.get_for_model(record),
        object_id=record.pk,
        name=str(record)[:250],
        version_after=record.version,
        before=before,
    )


def _listed(left_out: list[tuple[str, str]]) -> str:
    return "; ".join(f"“{name}” ({reason})" for name, reason in left_out)
