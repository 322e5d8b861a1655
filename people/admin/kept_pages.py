"""Pages beside a record's form: its working copies, its proposals, and its history."""

import re
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.contrib.admin.utils import unquote
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from dprd_news.lib.account_names import name_of
from dprd_news.lib.newsroom import NewsroomAdmin
from dprd_news.lib.passages import without
from people.admin import states
from people.admin.sent import content_of, texts_in
from people.models.working_copy import MOST_CHARACTERS, PRESENT_SECONDS, ProposedChange, WorkingCopy, sweep

STATES_SHOWN = 50
TAB = re.compile(r"[0-9a-f-]{8,36}")


class AnswerForm(forms.Form):
    answer = forms.CharField(
        label="Alasan",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        help_text="Dibaca pengusul.",
    )


class KeptPages(NewsroomAdmin):
    def get_urls(self) -> list[URLPattern]:
        def named(route: str, view: Any, name: str) -> URLPattern:
            return path(route, self.admin_site.admin_view(view), name=f"{self.url_stem}_{name}")

        return [
            named("salinan/", self.copy_view, "copy"),
            named("salinan/<int:number>/buang/", self.discard_view, "discard"),
            named("usulan/<int:number>/tolak/", self.refuse_view, "refuse"),
            *super().get_urls(),
        ]

    def copy_view(self, request: HttpRequest) -> HttpResponse:
        """Keeps what stands in a form as this tab's copy, and says who else is there. JSON for the page's script.

        A GET gives a token that fits the present session: after a log-in in another tab the form's own is old.
        """
        self._refuse_strangers(request)
        if request.method != "POST":
            return JsonResponse({"token": get_token(request)})
        record, tab = self._record_named(request), request.POST.get("_tab", "")
        if not TAB.fullmatch(tab):
            return JsonResponse({"detail": "Tab tidak dikenal."}, status=400)
        if self._is_void(request, record):
            detail = "Sebagian isinya dihapus Administrator sejak halaman ini dibuka. Muat ulang halaman ini."
            return JsonResponse({"detail": detail}, status=409)
        data = content_of(request.POST)
        if sum(len(value) for values in data.values() for value in values) > MOST_CHARACTERS:
            return JsonResponse({"detail": "Isian terlalu panjang untuk disalin."}, status=413)
        now = timezone.now()
        copy = self._kept_copy(request, record, tab, data, now)
        others = WorkingCopy.objects.filter(content_type=copy.content_type, object_id=copy.object_id)
        others = others.present(now).exclude(pk=copy.pk).select_related("account")
        return JsonResponse(
            {
                "copy": copy.pk,
                "version": record.version if record else 0,
                "others": [_named(other, request) for other in others if record],
            }
        )

    def _kept_copy(
        self, request: HttpRequest, record: Any, tab: str, data: dict[str, list[str]], now: datetime
    ) -> WorkingCopy:
        """This tab's copy, with the data where something was typed, but for what was removed for good."""
        form: Any = self.form
        data = without(form.removed_words(record, texts_in(data)), data)
        kind, key = place(self.model, record)
        seen_at = now - timedelta(seconds=PRESENT_SECONDS + 1) if request.POST.get("_gone") else now
        typed = {"data": _without_nul(data), "saved_at": now} if request.POST.get("_typed") else {}
        copy, is_new = WorkingCopy.objects.update_or_create(
            account_id=request.user.pk,
            content_type=kind,
            object_id=key,
            tab=tab,
            defaults={"seen_at": seen_at, **typed},
        )
        if is_new:
            sweep(now)
            WorkingCopy.objects.of(request.user).beyond_most().delete()
        return copy

    def void_since(self, record: Any) -> datetime | None:
        """When something was removed from the record for good: what was typed on older pages is kept no more."""
        return None

    def _is_void(self, request: HttpRequest, record: Any) -> bool:
        void = self.void_since(record) if record is not None else None
        opened = request.POST.get("_opened", "")
        return void is not None and not (opened.isdecimal() and int(opened) >= milliseconds(void))

    def _refuse_strangers(self, request: HttpRequest) -> None:
        """403 for an account that may write nothing of this kind, be it one that could a moment ago."""
        if not (self.has_add_permission(request) or self.has_change_permission(request)):
            raise PermissionDenied

    def _record_named(self, request: HttpRequest) -> Any:
        """The record of `_key`; None for one not yet made. 403 for whoever may not write there."""
        key = request.POST.get("_key", "")
        record = self.get_object(request, key) if key else None
        if key and record is None:
            raise Http404
        if not (self.has_change_permission(request, record) if key else self.has_add_permission(request)):
            raise PermissionDenied
        return record

    def discard_view(self, request: HttpRequest, number: int) -> HttpResponse:
        """Throws a copy away, and leads back to the form it was of."""
        self._refuse_strangers(request)
        if request.method != "POST":
            raise Http404
        copy = get_object_or_404(
            WorkingCopy.objects.of(request.user), pk=number, content_type=place(self.model, None)[0]
        )
        copy.delete()
        self.message_user(request, "Salinan kerja dibuang.")
        if copy.object_id:
            return HttpResponseRedirect(reverse(f"admin:{self.url_stem}_change", args=[copy.object_id]))
        return HttpResponseRedirect(reverse(f"admin:{self.url_stem}_add"))

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Every kept state, newest first, and the difference between two of them (`dari`, `ke`)."""
        record = self.get_object(request, unquote(object_id))
        if record is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # type: ignore[attr-defined]
        if not self.has_view_or_change_permission(request, record):
            raise PermissionDenied
        kept = record.history.select_related("history_user").order_by("-history_date", "-history_id")
        page = Paginator(kept, STATES_SHOWN).get_page(request.GET.get("halaman"))
        context = {
            **self.admin_site.each_context(request),
            "title": "Riwayat",
            "opts": self.opts,
            "object": record,
            "page": page,
            "steps": states.steps(page.object_list),
            "compared": states.compared(kept, request.GET.get("dari", ""), request.GET.get("ke", "")),
            "may_change": self.has_change_permission(request, record),
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/record_history.html", context)

    def refuse_view(self, request: HttpRequest, number: int) -> HttpResponse:
        """Refuses a proposal with a reason; whoever proposed it takes it back here without one."""
        proposal = get_object_or_404(
            ProposedChange.objects.waiting(), pk=number, content_type=place(self.model, None)[0]
        )
        record, is_own = proposal.record, proposal.account_id == request.user.pk
        if record is None or not (self.may_publish(request) or is_own):
            raise PermissionDenied
        if not self.has_change_permission(request, record):
            raise PermissionDenied
        sent = request.POST if request.method == "POST" else None
        form = forms.Form(sent) if is_own else AnswerForm(sent)
        if request.method == "POST" and form.is_valid():
            try:
                if is_own:
                    proposal.take_back(request.user)
                else:
                    proposal.refuse(request.user, form.cleaned_data["answer"])
            except ValidationError as error:
                form.add_error(None, error)
            else:
                self.message_user(request, "Usulan ditarik kembali." if is_own else "Usulan ditolak.")
                return HttpResponseRedirect(reverse(f"admin:{self.url_stem}_change", args=[record.pk]))
        context = {
            **self.admin_site.each_context(request),
            "title": "Tarik kembali usulan" if is_own else "Tolak usulan",
            "opts": self.opts,
            "original": record,
            "proposal": proposal,
            "form": form,
        }
        return TemplateResponse(request, "admin/proposal_refusal.html", context)

    @property
    def url_stem(self) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}"


def milliseconds(at: datetime) -> int:
    """Since 1970, as browsers count."""
    return int(at.timestamp() * 1000)


def place(model: Any, record: Any) -> tuple[ContentType, str]:
    return ContentType.objects.get_for_model(model), str(record.pk) if record is not None else ""


def _without_nul(data: dict[str, list[str]]) -> dict[str, list[str]]:
    """PostgreSQL's JSON takes no NUL."""
    return {
        name.replace("\x00", ""): [value.replace("\x00", "") for value in values]
        for name, values in data.items()
    }


def _named(other: WorkingCopy, request: HttpRequest) -> str:
    return "Anda, di tab lain" if other.account_id == request.user.pk else name_of(other.account)
