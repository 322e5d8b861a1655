"""Forms that lose nothing: working copies, refused stale saves, changes proposed, and every state kept.

A copy, a proposal and an earlier state are all the same thing to the form: content that is laid into it and
compared with what is stored, and that counts only once somebody saves.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import admin, messages
from django.contrib.admin.helpers import AdminErrorList
from django.contrib.admin.utils import flatten_fieldsets, unquote
from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied
from django.db import transaction
from django.forms.formsets import all_valid
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from dprd_news.lib import history
from dprd_news.lib.pictures import PictureField
from people.admin import states
from people.admin.kept_form import KeptForm
from people.admin.kept_pages import TAB, KeptPages, milliseconds, place
from people.admin.only_shown import OnlyShownRows
from people.admin.sent import as_sent, content_of, form_changes, of_form, with_rows_settled
from people.models.working_copy import ProposedChange, WorkingCopy
from people.templatetags.indonesian import moment


@dataclass(frozen=True)
class Opened:
    """Content laid into a form: where it comes from, in words, and the proposal it is, if any."""

    data: dict[str, list[str]]
    words: str
    proposal: ProposedChange | None = None
    # The record that it is laid over, if it is made yet: nothing is saved, so reading it once is enough.
    record: Any = None


class KeptAdmin(KeptPages):
    """The base of every admin whose record is kept (`dprd_news.lib.history.Kept`)."""

    form = KeptForm

    # Rights ---------------------------------------------------------------------------------------

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whoever may not publish has the form of a guarded record too: saving proposes."""
        return admin.ModelAdmin.has_change_permission(self, request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        if obj is not None and self.is_proposing(request, obj):
            return False
        return super().has_delete_permission(request, obj)

    def is_proposing(self, request: HttpRequest, record: Any) -> bool:
        """Whether what this account saves on the record waits for a Redaktur."""
        return record is not None and not self.may_publish(request) and self.is_guarded(record)

    def guarded_among(self, records: list[Any]) -> set[Any]:
        """Keys of those that are guarded; for many at once."""
        return {record.pk for record in records if self.is_guarded(record)}

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        fields = super().get_readonly_fields(request, obj)
        if not self.is_proposing(request, obj):
            return fields
        # A file cannot wait in a proposal.
        return (*fields, *(field.name for field in self.opts.fields if isinstance(field, PictureField)))

    # The form -------------------------------------------------------------------------------------

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        record = self.get_object(request, unquote(object_id)) if object_id else None
        if request.method == "POST":
            if record is not None and request.POST.get("_version") != str(record.version):
                self._lay_in(request, record, content_of(request.POST))
            return self._sent(request, record, object_id, form_url, extra_context)
        try:
            opened = self._asked_for(request, record)
        except Http404:
            # Mostly the way back to an address whose content has been saved since.
            self.message_user(
                request,
                "Isian itu tidak ada lagi: sudah disimpan, diputuskan atau dibuang.",
                messages.WARNING,
            )
            return HttpResponseRedirect(request.path)
        if opened:
            request.opened = replace(opened, record=record)  # type: ignore[attr-defined]
            self._lay_in(request, record, opened.data)
        return super().changeform_view(request, object_id, form_url, extra_context)

    def _sent(self, request: HttpRequest, record: Any, *form: Any) -> HttpResponse:
        """Saves or proposes what was sent. The page's script is told of success: then its own copy may go."""
        response = self._propose(request, record) if self.is_proposing(request, record) else None
        if response is None:
            response = super().changeform_view(request, *form)
        if response.status_code != 302:
            return response
        # Back to the same form, it opens on what is stored.
        where = urlsplit(response["Location"])
        if where.path == request.path:
            response["Location"] = where._replace(query="").geturl()
        if tab := _sent_tab(request):
            # Read by the script, so not HttpOnly; it names a tab, nothing more.
            response.set_cookie(
                "kept", tab, max_age=60, path=reverse("admin:index"), samesite="Lax", secure=settings.IS_HTTPS
            )
        return response

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        """A record that is about to be saved is held, so that two who press at once take turns."""
        if hasattr(request, "opened"):
            return request.opened.record
        found: Any = super().get_object(request, object_id, from_field)
        if found is None or request.method != "POST" or not transaction.get_connection().in_atomic_block:
            return found
        held = self.model._base_manager.select_for_update().only("version").get(pk=found.pk)
        if held.version != found.version:
            found = super().get_object(request, object_id, from_field)
        found.held_version = found.version
        return found

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form: Any = super().get_form(request, obj, change=change, **kwargs)
        form.is_only_shown = hasattr(request, "opened")
        return form

    def _lay_in(self, request: HttpRequest, record: Any, data: dict[str, list[str]]) -> None:
        """Make the request one that sends this content for the record as it is now."""
        if record is not None:
            formsets = self._empty_formsets(request, record)
            data = with_rows_settled(data, formsets)
        sent = as_sent(data)
        for name in request.POST:
            if name.startswith("_"):
                sent[name] = request.POST[name]
        request.method = "POST"
        request.POST = sent  # type: ignore[assignment]

    def _empty_formsets(self, request: HttpRequest, record: Any) -> list[Any]:
        """The record's inlines as they stand, bound to nothing; read once for each request."""
        if hasattr(request, "empty_formsets"):
            return request.empty_formsets
        method, request.method = request.method, "GET"
        try:
            formsets = self._create_formsets(request, record, change=True)[0]  # type: ignore[attr-defined]
        finally:
            request.method = method
        request.empty_formsets = formsets  # type: ignore[attr-defined]
        return formsets

    def get_formsets_with_inlines(self, request: HttpRequest, obj: Any = None) -> Iterator[Any]:
        stored = {rows.prefix: rows.get_queryset() for rows in getattr(request, "empty_formsets", ())}
        for formset, inline in super().get_formsets_with_inlines(request, obj):
            if hasattr(request, "opened"):
                yield type(formset.__name__, (OnlyShownRows, formset), {"stored": stored}), inline
            else:
                yield formset, inline

    def _asked_for(self, request: HttpRequest, record: Any) -> Opened | None:
        """The content that the address names; 404 when it is not this account's to see."""
        if number := request.GET.get("salinan"):
            return self._opened_copy(request, record, number)
        if record is None:
            return None
        if number := request.GET.get("usulan"):
            return self._opened_proposal(request, record, number)
        if number := request.GET.get("keadaan"):
            return self._opened_state(request, record, number)
        return None

    def _opened_copy(self, request: HttpRequest, record: Any, number: str) -> Opened:
        copy = _numbered(self._copies(request, record), number)
        return Opened(copy.data, f"Salinan kerja Anda dari {moment(copy.saved_at)}")

    def _opened_proposal(self, request: HttpRequest, record: Any, number: str) -> Opened:
        proposal = _numbered(self._proposals(request, record).select_related("account"), number)
        note = f": “{proposal.note}”" if proposal.note else ""
        return Opened(
            proposal.data,
            f"Usulan {proposal.who} dari {moment(proposal.proposed_at)}{note}",
            proposal if proposal.is_waiting else None,
        )

    def _opened_state(self, request: HttpRequest, record: Any, number: str) -> Opened:
        state = _numbered(record.history.exclude(history_type="-"), number)
        form = self.get_form(request, record, change=True, fields=self._form_fields(request, record))(
            instance=record
        )
        data = states.as_form_data(state, form, self._empty_formsets(request, record))
        return Opened(data, f"Keadaan pada {moment(state.history_date)}, {states.who(state)}")

    def _form_fields(self, request: HttpRequest, record: Any) -> list[str]:
        return flatten_fieldsets(self.get_fieldsets(request, record))

    def _copies(self, request: HttpRequest, record: Any) -> Any:
        """This account's copies of the record, or of one not yet made."""
        kind, key = place(self.model, record)
        return WorkingCopy.objects.of(request.user).filter(
            content_type=kind, object_id=key, saved_at__isnull=False
        )

    def _proposals(self, request: HttpRequest, record: Any) -> Any:
        """What waits on the record: all of it for those who decide, else this account's own."""
        proposals = ProposedChange.objects.on(record)
        return proposals if self.may_publish(request) else proposals.filter(account_id=request.user.pk)

    # Saving ---------------------------------------------------------------------------------------

    @transaction.atomic
    def _propose(self, request: HttpRequest, record: Any) -> HttpResponse | None:
        """Keeps a valid form as a proposal; None when it is not valid, so that its form is shown again."""
        if not self.has_change_permission(request, record):
            raise PermissionDenied
        stored = self.get_object(request, str(record.pk))
        fields = self._form_fields(request, stored)
        form = self.get_form(request, stored, change=True, fields=fields)(request.POST, instance=stored)
        formsets = self._create_formsets(request, stored, change=True)[0]  # type: ignore[attr-defined]
        if not (form.is_valid() and all_valid(formsets)):
            return None
        if not form_changes(form, formsets):
            self.message_user(
                request, "Tidak ada yang berubah, jadi tidak ada yang diusulkan.", messages.WARNING
            )
            return HttpResponseRedirect(request.path)
        self._keep_proposal(request, record, of_form(content_of(request.POST), form, formsets))
        self._forget_copies(request, record)
        self.message_user(
            request,
            "Usulan perubahan terkirim. Yang tampil tetap seperti semula sampai Redaktur menerimanya.",
        )
        return HttpResponseRedirect(request.path)

    def _keep_proposal(self, request: HttpRequest, record: Any, data: dict[str, list[str]]) -> None:
        """One that this account already has waiting on the record is replaced."""
        kind, key = place(self.model, record)
        ProposedChange.objects.update_or_create(
            account_id=request.user.pk,
            content_type=kind,
            object_id=key,
            status=ProposedChange.Status.WAITING,
            defaults={
                "data": data,
                "note": request.POST.get("_note", "").replace("\x00", "")[:500],
                "proposed_at": timezone.now(),
            },
        )

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if change and self.is_proposing(request, obj):
            raise PermissionDenied
        super().save_model(request, obj, form, change)

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        self._settle(request, obj, since_version=0, reason="")
        return super().log_addition(request, obj, message)

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Called once for each change made here, in its transaction; a verb's message is its label."""
        # Never what was sent: a low number would fold everything before into this change. What was not held
        # was not saved either.
        since = getattr(obj, "held_version", obj.version)
        self._settle(request, obj, since, message if isinstance(message, str) else "")
        return super().log_change(request, obj, message)

    def _settle(self, request: HttpRequest, record: Any, since_version: int, reason: str) -> None:
        history.fold(record, since_version, reason)
        self._forget_copies(request, record)
        number = _row_number(request.GET.get("usulan", ""))
        waiting = ProposedChange.objects.on(record).waiting().select_for_update()
        if number and self.may_publish(request) and (proposal := waiting.filter(pk=number).first()):
            proposal.accept(request.user)
            self.message_user(request, f"Usulan {proposal.who} diterima.")

    def _forget_copies(self, request: HttpRequest, record: Any) -> None:
        """What has been saved or proposed needs no copy: the one of this tab and the one that was opened."""
        tab, number = request.POST.get("_tab", ""), _row_number(request.GET.get("salinan", ""))
        copies = WorkingCopy.objects.of(request.user).filter(content_type=place(self.model, None)[0])
        copies.filter(tab=tab, object_id__in=["", str(record.pk)]).delete()
        if number:
            copies.filter(pk=number).delete()

    # What the form shows --------------------------------------------------------------------------

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        record, form = context.get("original"), context["adminform"].form
        if record is not None and form.is_bound:
            # A form that was not saved has left what was typed on the record; around it stands what is stored.
            record = context["original"] = kwargs["obj"] = self.get_object(request, str(record.pk))
            context["subtitle"] = str(record)
        opened = getattr(request, "opened", None)
        context["kept"] = {
            "version": record.version if record else 0,
            "copy_url": reverse(f"admin:{self.url_stem}_copy"),
            "key": str(record.pk) if record else "",
            "tab": _sent_tab(request),
            "opened": opened,
            # A refused form holds what was typed, so nothing has to be offered beside it.
            "is_laid_in": form.is_bound,
            # What was opened is kept already: until somebody types in it, it needs no second copy.
            "is_typed": form.is_bound and opened is None,
            "is_deciding": self._is_deciding(request, record),
            "is_proposing": self.is_proposing(request, record),
            "opened_at": milliseconds(timezone.now()),
            "void": milliseconds(void) if record and (void := self.void_since(record)) else 0,
        }
        if opened is not None and opened.proposal is not None:
            refuse = reverse(f"admin:{self.url_stem}_refuse", args=[opened.proposal.pk])
            context["kept"]["refuse_url"] = refuse
        if opened is not None or form.has_error(NON_FIELD_ERRORS, "stale"):
            formsets = [shown.formset for shown in context["inline_admin_formsets"]]
            context["kept"]["changes"] = form_changes(form, formsets)
        if opened is not None:
            form.errors.pop(NON_FIELD_ERRORS, None)
            context["errors"] = AdminErrorList(form, formsets)
        elif request.method != "POST":
            context["kept"]["copies"] = self._copies(request, record).left_behind()
            context["kept"]["proposals"] = self._proposals_shown(request, record)
        return super().render_change_form(request, context, *args, **kwargs)

    def _is_deciding(self, request: HttpRequest, record: Any) -> bool:
        """Whether saving accepts a proposal: one laid in just now, or sent and refused for what it lacks."""
        number = _row_number(request.GET.get("usulan", ""))
        if not number or record is None or not self.may_publish(request):
            return False
        return self._proposals(request, record).waiting().filter(pk=number).exists()

    def _proposals_shown(self, request: HttpRequest, record: Any) -> list[ProposedChange]:
        if record is None:
            return []
        return list(self._proposals(request, record).waiting().select_related("account"))


def _sent_tab(request: HttpRequest) -> str:
    """The tab that sent a form, so that the one shown again goes on as it; "" when nothing was sent."""
    tab = request.POST.get("_tab", "")
    return tab if TAB.fullmatch(tab) else ""


def _numbered(queryset: Any, number: str) -> Any:
    """The row of that primary key; 404 when there is none, or when it is no number."""
    return get_object_or_404(queryset, pk=_row_number(number))


def _row_number(text: str) -> int:
    """The primary key that the text names; 0, which no row has, where it is none."""
    return int(text) if text.isdecimal() and len(text) <= 18 else 0
