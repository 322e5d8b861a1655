"""Replacement, death and vacancy as verbs of an official, and the end of a council's term as a page of its own."""

from datetime import date
from functools import partial
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import NoReverseMatch, URLPattern, path, reverse
from django.utils import timezone

from dprd_news.lib.newsroom import NewsroomAdmin, Picker, picker_label
from dprd_news.lib.verbs import Finding, Verb
from people import terms
from people.models import Institution, Official, Position
from people.templatetags.indonesian import moment

MOST_NAMED = 20


class DayForm(forms.Form):
    on = forms.DateField(
        label="Tanggal",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        initial=timezone.localdate,
    )


class VacancyForm(DayForm):
    end_reason = forms.ChoiceField(
        label="Alasan",
        choices=[
            choice
            for choice in Position.EndReason.choices
            if choice[0] not in {Position.EndReason.DIED, Position.EndReason.REPLACED}
        ],
        initial=Position.EndReason.RESIGNED,
    )


class ReplacementForm(DayForm):
    starts_on = forms.DateField(
        label="Pengganti mulai",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="Kosong: pada tanggal yang sama.",
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if bool(data.get("successor")) == bool((data.get("new_name") or "").strip()):
            raise ValidationError(
                "Pilih penggantinya, atau tulis namanya bila belum tercatat. Salah satu saja."
            )
        name = (data.get("new_name") or "").strip()
        if name and Official.objects.filter(name__iexact=name).exists():
            raise ValidationError(f"Sudah ada pejabat bernama {name}. Pilih dari daftar.")
        strangers = set(data.get("taken", [])) - set(data.get("ended", []))
        if strangers:
            raise ValidationError("Pengganti hanya dapat menerima jabatan yang diakhiri.")
        return data


def _held_field(official: Official, label: str, held: list[Position], **more: Any) -> forms.Field:
    return forms.TypedMultipleChoiceField(
        label=label,
        choices=[(position.pk, position.label_on(None)) for position in terms.held_now(official)],
        coerce=int,
        initial=[position.pk for position in held],
        widget=forms.CheckboxSelectMultiple,
        **more,
    )


def _ended_fields(request: HttpRequest, official: Official) -> dict[str, forms.Field]:
    return {"ended": _held_field(official, "Jabatan yang berakhir", terms.held_now(official))}


def _replacement_fields(request: HttpRequest, official: Official) -> dict[str, forms.Field]:
    seats = [position for position in terms.held_now(official) if not position.post.is_single]
    picker = Picker(Position._meta.get_field("official"), admin.site)
    successor = forms.ModelChoiceField(
        Official.objects.all(),
        label="Pengganti",
        required=False,
        widget=picker,
        help_text="Ketik untuk mencari.",
    )
    successor.label_from_instance = partial(picker_label, admin.site)  # type: ignore[method-assign]
    return {
        **_ended_fields(request, official),
        "successor": successor,
        "new_name": forms.CharField(
            label="Nama pengganti bila belum tercatat",
            required=False,
            max_length=200,
            help_text="Tanpa gelar. Ia dicatat dengan partai dan daerah pemilihan yang sama, dan belum diumumkan.",
        ),
        "taken": _held_field(
            official,
            "Jabatan yang diterima pengganti",
            seats,
            required=False,
            help_text="Jabatan pimpinan biasanya tidak ikut berpindah.",
        ),
    }


def _chosen(official: Official, keys: list[int]) -> list[Position]:
    return [position for position in terms.held_now(official) if position.pk in keys]


def _replace(request: HttpRequest, official: Official, data: dict[str, Any]) -> str:
    successor = data["successor"] or Official(
        name=data["new_name"].strip(), party=official.party, electoral_district=official.electoral_district
    )
    terms.replace(
        official,
        _chosen(official, data["ended"]),
        _chosen(official, data["taken"]),
        successor,
        data["on"],
        data["starts_on"] or data["on"],
        f"Pergantian antarwaktu: {official} kepada {successor}",
    )
    return f"{successor} menggantikan {official}. {_reminder(official)}"


def _die(request: HttpRequest, official: Official, data: dict[str, Any]) -> str:
    terms.die(official, data["on"], f"{official} wafat")
    return f"Wafatnya {official} tercatat, dan semua jabatannya berakhir hari itu. {_reminder(official)}"


def _vacate(request: HttpRequest, official: Official, data: dict[str, Any]) -> str:
    chosen = _chosen(official, data["ended"])
    terms.vacate(official, chosen, data["on"], data["end_reason"], f"Jabatan {official} dikosongkan")
    return f"{len(chosen)} jabatan {official} berakhir. {_reminder(official)}"


def _reminder(official: Official) -> str:
    count = terms.unpublished_about(official).count()
    return f"Periksa {count} berita yang belum terbit dan menyebutnya." if count else ""


def _articles_naming(official: Official) -> list[Finding]:
    """What is not out yet and names the person: it may say what is no longer so."""
    found = list(terms.unpublished_about(official)[: MOST_NAMED + 1])
    findings = []
    for article in found[:MOST_NAMED]:
        meta = article._meta
        when = f"terjadwal {moment(article.published_at)}" if article.published_at else "belum dijadwalkan"
        try:
            address = reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[article.pk])
        except NoReverseMatch:
            address = ""
        findings.append(Finding(f"{article} ({when})", address=address))
    if len(found) > MOST_NAMED:
        findings.append(Finding("dan lainnya"))
    return findings


def _holds_something(official: Official) -> bool:
    return bool(terms.held_now(official))


REPLACE = Verb(
    name="paw",
    label="Pergantian antarwaktu",
    result="Jabatan yang dipilih berakhir pada tanggal itu, dan penggantinya mulai menjabat.",
    applies=_holds_something,
    run=_replace,
    form=ReplacementForm,
    fields_for=_replacement_fields,
    notes_for=_articles_naming,
)
DIED = Verb(
    name="wafat",
    label="Wafat",
    result="Tanggal wafat tercatat, dan semua jabatan yang masih dipegang berakhir hari itu.",
    applies=lambda official: official.died_on is None,
    run=_die,
    form=DayForm,
    notes_for=_articles_naming,
)
VACATE = Verb(
    name="kosongkan",
    label="Kosongkan jabatan",
    result="Jabatan yang dipilih berakhir pada tanggal itu tanpa pengganti.",
    applies=_holds_something,
    run=_vacate,
    form=VacancyForm,
    fields_for=_ended_fields,
    notes_for=_articles_naming,
)
VERBS = (REPLACE, VACATE, DIED)


class PositionTermsAdmin(NewsroomAdmin):
    """From a position's form to the verbs of the person who holds it."""

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        position = context.get("original")
        if position is not None and position.is_current and self.may_publish(request):
            pages = context.setdefault("record_pages", [])
            for verb in VERBS:
                address = reverse("admin:people_official_verb", args=[position.official_id, verb.name])
                pages.append((f"{verb.label}…", address))
        return super().render_change_form(request, context, *args, **kwargs)


class CouncilTermsAdmin(NewsroomAdmin):
    """On a council's form: the end of a whole term, shown before it is done, and taken back."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.end_term_view)
        return [
            path("<path:object_id>/akhir-masa/", view, name="people_institution_end_term"),
            *super().get_urls(),
        ]

    def may_end_terms(self, request: HttpRequest) -> bool:
        return self.may_publish(request) and request.user.has_perms(
            ["people.publish_official", "people.change_position"]
        )

    def end_term_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """`on` is the day; a GET shows what would end on it, a POST ends what was ticked, or takes the last end back."""
        council = self.get_object(request, unquote(object_id))
        if council is None or council.kind != Institution.Kind.COUNCIL:
            raise Http404
        if not self.may_end_terms(request):
            raise PermissionDenied
        errors: list[str] = []
        form = DayForm(request.POST or request.GET if "on" in {**request.GET, **request.POST} else None)
        if request.method == "POST":
            try:
                with transaction.atomic():
                    done = self._end_or_undo(request, council, form)
            except ValidationError as error:
                errors = error.messages
            else:
                self.message_user(request, done)
                return HttpResponseRedirect(request.path)
        return self._term_page(request, council, form, errors)

    def _end_or_undo(self, request: HttpRequest, council: Institution, form: DayForm) -> str:
        if "undo" in request.POST:
            reason, _ = terms.last_ended(council)
            if reason != request.POST["undo"]:
                raise ValidationError("Yang terakhir diakhiri sudah lain. Periksa sekali lagi.")
            count = terms.undo_end_term(council)
            self.log_change(request, council, f"Diurungkan: {reason}")
            return f"Diurungkan: {count} masa jabatan kembali seperti sebelumnya."
        if not form.is_valid():
            raise ValidationError("Isi tanggalnya.")
        on = form.cleaned_data["on"]
        keys = {int(key) for key in request.POST.getlist("position") if key.isdecimal() and len(key) < 19}
        chosen = [position for position in terms.ending(council, on) if position.pk in keys]
        if not chosen or len(chosen) != len(keys):
            raise ValidationError("Daftarnya sudah berubah atau tidak ada yang dipilih. Periksa sekali lagi.")
        count = terms.end_term(council, chosen, on)
        self.log_change(request, council, terms.reason_of(council, on))
        return f"{count} masa jabatan berakhir. Bila keliru, urungkan di halaman ini."

    def _term_page(
        self, request: HttpRequest, council: Institution, form: DayForm, errors: list[str]
    ) -> HttpResponse:
        on: date | None = form.cleaned_data["on"] if form.is_bound and form.is_valid() else None
        reason, undoable = terms.last_ended(council)
        context = {
            **self.admin_site.each_context(request),
            "title": "Akhiri masa jabatan dewan",
            "opts": self.opts,
            "original": council,
            "form": form,
            "on": on,
            "positions": list(terms.ending(council, on)) if on else [],
            "refusals": errors,
            "last_reason": reason,
            "undoable": undoable,
        }
        return TemplateResponse(request, "admin/end_term.html", context)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        body = context.get("original")
        if body is not None and body.kind == Institution.Kind.COUNCIL and self.may_end_terms(request):
            address = reverse("admin:people_institution_end_term", args=[body.pk])
            context.setdefault("record_pages", []).append(("Akhiri masa jabatan dewan…", address))
        return super().render_change_form(request, context, *args, **kwargs)
