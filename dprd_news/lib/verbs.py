"""Verbs of a record as buttons: each has a page that says the result, and runs what the model offers.

A record's status is never a field. Its form shows where it stands and which verbs are open to it; a verb
that is pressed leads to a confirmation, which works without a script, and only that page's POST acts.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse

from dprd_news.lib.newsroom import NewsroomAdmin, badge


@dataclass(frozen=True)
class Verb:
    """`result` says what will be so afterwards; `run` does it and returns the word of success.

    `fields_for` are further fields of the confirmation, by name, and `initial_for` their first values, where
    they depend on the record. `label_for` is the button on the record's form and `button_for` that of the
    confirmation, where they say more than the label.
    """

    name: str
    label: str
    result: str
    applies: Callable[[Any], bool]
    run: Callable[[HttpRequest, Any, dict[str, Any]], str]
    form: type[forms.BaseForm] = forms.Form
    fields_for: Callable[[HttpRequest, Any], dict[str, forms.Field]] = lambda request, record: {}
    initial_for: Callable[[Any], dict[str, Any]] = lambda record: {}
    label_for: Callable[[Any], str] | None = None
    button_for: Callable[[forms.BaseForm], str] | None = None
    # Beyond the right to change or publish: whether this account of all may do it to this record.
    is_open_to: Callable[[HttpRequest, Any], bool] = lambda request, record: True
    kind: str = ""
    is_publishing: bool = True
    # Pressed inside the record's form, it keeps what was typed there.
    saves_first: bool = False
    # Has a button of its own elsewhere on the form, not among the verbs.
    is_listed: bool = True
    # What the confirmation shows to look after as well.
    notes_for: Callable[[Any], Sequence["Finding"]] = lambda record: ()
    # Its confirmation repeats what is amiss with the record.
    shows_findings: bool = False

    def label_of(self, record: Any) -> str:
        return self.label_for(record) if self.label_for else self.label


@dataclass(frozen=True)
class State:
    """Where a record stands: a short word, its colour (see `badge`), and a sentence."""

    word: str
    kind: str
    sentence: str


@dataclass(frozen=True)
class Finding:
    """What is amiss with a record, and where it is mended: an anchor on its form, or an address elsewhere."""

    text: str
    anchor: str = ""
    address: str = ""
    code: str = ""


@dataclass(frozen=True)
class Panel:
    """What stands above a record's form. `life` are its events, newest first."""

    state: State
    blockers: Sequence[Finding] = ()
    blockers_heading: str = "Belum dapat diterbitkan"
    warnings: Sequence[Finding] = ()
    accepted: Sequence[Any] = ()
    life: Sequence[Any] = ()
    note: str = ""


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label="Alasan",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        help_text="Dibaca umum di halaman yang ditarik.",
    )


class VerbsAdmin(NewsroomAdmin):
    """A record with a state. Subclasses name the verbs and tell the state."""

    change_form_template = "admin/verbs_change_form.html"
    verbs: tuple[Verb, ...] = ()
    # The verb that answers for one warning, by its code.
    accepting_verb = ""

    def state_of(self, record: Any) -> State:
        raise NotImplementedError

    @admin.display(description="keadaan")
    def state_badge(self, record: Any) -> str:
        state = self.state_of(record)
        return badge(state.word, state.kind)

    def panel(self, record: Any) -> Panel:
        return Panel(self.state_of(record))

    def open_verbs(self, request: HttpRequest, record: Any) -> list[Verb]:
        """The verbs that fit the record's state and this account's rights."""
        return [verb for verb in self.verbs if verb.applies(record) and self.may_use(request, verb, record)]

    def may_use(self, request: HttpRequest, verb: Verb, record: Any) -> bool:
        """On a guarded record nobody does anything who may not publish, though they may propose changes."""
        needs_right = verb.is_publishing or self.is_guarded(record)
        may_act = self.may_publish(request) if needs_right else True
        return may_act and self.has_change_permission(request, record) and verb.is_open_to(request, record)

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.verb_view)
        return [
            path("<path:object_id>/tindakan/<slug:name>/", view, name=self._verb_url_name),
            *super().get_urls(),
        ]

    def verb_view(self, request: HttpRequest, object_id: str, name: str) -> HttpResponse:
        """The confirmation; a POST does it. 403 without the right, 404 for a verb or record unknown."""
        if request.method != "POST":
            return self._verb_view(request, object_id, name)
        with transaction.atomic():
            # Two who press at once take turns: `get_object` of a kept record holds it for the transaction.
            return self._verb_view(request, object_id, name)

    def _verb_view(self, request: HttpRequest, object_id: str, name: str) -> HttpResponse:
        record = self.get_object(request, object_id)
        verb = next((verb for verb in self.verbs if verb.name == name), None)
        if record is None or verb is None:
            raise Http404
        if not self.may_use(request, verb, record):
            raise PermissionDenied
        if not verb.applies(record):
            self.message_user(
                request, "Tindakan itu tidak berlaku untuk keadaannya sekarang.", messages.ERROR
            )
            return HttpResponseRedirect(self.back_url(request, record))
        initial = verb.initial_for(record) | request.GET.dict()
        form = verb.form(request.POST if request.method == "POST" else None, initial=initial)
        form.fields.update(verb.fields_for(request, record))
        # What is decided on is what was read: both the page before and the confirmation name its version.
        version = record.version
        is_as_read = getattr(request, request.method or "GET").get("_version") in {None, str(version)}
        if not is_as_read:
            told = f"“{record}” diubah sejak Anda membukanya. Baca lagi sebelum melanjutkan."
            self.message_user(request, told, messages.ERROR)
        if request.method == "POST" and form.is_valid() and is_as_read:
            try:
                done = verb.run(request, record, form.cleaned_data)
            except ValidationError as error:
                form.add_error(None, error)
            else:
                self.log_change(request, record, verb.label)
                self.message_user(request, done, messages.SUCCESS)
                return HttpResponseRedirect(self.back_url(request, record))
        return self._confirmation(request, record, verb, form, version)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        name, _, query = request.POST.get("_verb", "").partition("?")
        if name and any(verb.name == name for verb in self.open_verbs(request, obj)):
            return HttpResponseRedirect(f"{self.verb_url(obj, name)}{'?' if query else ''}{query}")
        return super().response_change(request, obj)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        record = context.get("original")
        if record is not None:
            verbs = self.open_verbs(request, record)
            context["panel"] = self.panel(record)
            context["verbs"] = [
                (verb, verb.label_of(record), self.verb_url(record, verb.name))
                for verb in verbs
                if verb.is_listed
            ]
            context["accepting"] = next((v.name for v in verbs if v.name == self.accepting_verb), "")
        return super().render_change_form(request, context, *args, **kwargs)

    def verb_url(self, record: Any, name: str) -> str:
        return reverse(f"admin:{self._verb_url_name}", args=[record.pk, name])

    @property
    def _verb_url_name(self) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_verb"

    def back_url(self, request: HttpRequest, record: Any) -> str:
        """Where a verb's confirmation leads once it is answered."""
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[record.pk])

    def _confirmation(
        self, request: HttpRequest, record: Any, verb: Verb, form: forms.BaseForm, version: int
    ) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": verb.label_of(record),
            "opts": self.opts,
            "original": record,
            "verb": verb,
            "form": form,
            "version": version,
            "button": verb.button_for(form) if verb.button_for else verb.label,
            "panel": self.panel(record),
            "cancel_url": self.back_url(request, record),
            "notes": verb.notes_for(record),
            "media": form.media,
        }
        return TemplateResponse(request, "admin/verb_confirmation.html", context)
