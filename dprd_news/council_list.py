"""The list of a newly elected council: uploaded, shown row by row before anything is stored, stored, taken back."""

import json
from collections import Counter
from datetime import date
from functools import partial
from typing import Any

from django import forms
from django.contrib.admin import ModelAdmin
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.views.decorators.http import require_safe

from dprd_news.lib.caching import keep_private
from dprd_news.lib.exports import CSV, FORMS, XLSX, csv_lines
from dprd_news.lib.sheets import CSV_TYPE, MOST_BYTES, XLSX_TYPE, UnreadableSheet, read_rows
from dprd_news.lib.workbooks import workbook
from dprd_news.printed_names import READER
from people.member_lists import (
    MOST_MEMBERS,
    MOST_ROWS,
    MemberList,
    MemberRow,
    plain,
    read_members,
    template_rows,
)
from people.models import BulkChange, BulkChanged, Council, Institution, Official
from people.new_council import AS_NEW, LEFT_OUT, REASON, Kind, Outcome, Refused, load_members, try_members

ACCEPT = ".xlsx,.csv,.tsv,.txt"
MAKING_UNITS = "people.add_institution"
NEEDED = ("people.publish_official", "people.add_official", "people.add_position")
CHANGED = "Data berubah sejak halaman ini dibuka. Periksa sekali lagi, lalu simpan."


class UploadForm(forms.Form):
    file = forms.FileField(
        label="Berkas daftar",
        widget=forms.FileInput(attrs={"accept": ACCEPT}),
        error_messages={"required": "Pilih berkasnya dahulu.", "empty": "Berkas ini kosong."},
    )
    starts_on = forms.DateField(
        label="Tanggal pelantikan",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="Untuk baris yang tidak menyebut tanggal mulainya sendiri.",
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(f"Berkas ini lebih besar dari {MOST_BYTES // 1_000_000} MB.")
        return file


class RowsForm(forms.Form):
    """What the page of the dry run sends back: the rows it showed, and what was chosen for them."""

    rows = forms.CharField(max_length=2_000_000)
    starts_on = forms.DateField(required=False)
    shown = forms.CharField(required=False)
    leave_out = forms.BooleanField(required=False)

    def clean_rows(self) -> list[MemberRow]:
        try:
            rows = [MemberRow.of(data) for data in json.loads(self.cleaned_data["rows"])]
        except (ValueError, TypeError, RecursionError) as error:
            raise forms.ValidationError("Unggah lagi berkasnya.") from error
        if not rows or len(rows) > MOST_MEMBERS:
            raise forms.ValidationError("Unggah lagi berkasnya.")
        return rows


def urls(site: Any) -> list[URLPattern]:
    def route(address: str, view: Any, name: str) -> URLPattern:
        return path(f"people/official/{address}", site.admin_view(view), name=f"people_official_{name}")

    samples = [
        route(f"impor/contoh.{form}", require_safe(partial(sample_file, site, form)), f"import_sample_{form}")
        for form in FORMS
    ]
    return [route("impor/", partial(import_page, site), "import"), *samples]


def import_page(site: Any, request: HttpRequest) -> HttpResponse:
    """Without a file it asks for one; with one it shows what would come of each row; with that page it stores."""
    _check(request)
    council = Council.current()
    if council is None:
        form, errors = (
            UploadForm(),
            ["Isi identitas situs dahulu: daftar ini untuk lembaga yang disebut di sana."],
        )
        return _page(site, request, {"form": form, "refusals": errors})
    if "rows" in request.POST:
        return _confirmed(site, request, council.institution)
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method != "POST" or not form.is_valid():
        return _page(site, request, {"form": form, "council": council.institution})
    file, starts_on = form.cleaned_data["file"], form.cleaned_data["starts_on"]
    try:
        members = read_members(read_rows(file.read(), file.name, MOST_ROWS))
    except UnreadableSheet as error:
        return _page(site, request, {"form": form, "council": council.institution, "refusals": [str(error)]})
    outcomes = try_members(members.rows, council.institution, starts_on, READER)
    return _dry_run(site, request, council.institution, members, starts_on, outcomes)


def sample_file(site: Any, form: str, request: HttpRequest) -> HttpResponseBase:
    _check(request)
    titles, sample = template_rows()
    if form == XLSX:
        response = HttpResponse(
            b"".join(workbook("daftar dewan", [titles], [sample])), content_type=XLSX_TYPE
        )
    else:
        response = HttpResponse("".join(csv_lines([titles], iter([sample]))), content_type=CSV_TYPE)
    response["Content-Disposition"] = f'attachment; filename="contoh-daftar-dewan.{form}"'
    return keep_private(response)


def _check(request: HttpRequest) -> None:
    if not request.user.has_perms(NEEDED):
        raise PermissionDenied


def _confirmed(site: Any, request: HttpRequest, council: Institution) -> HttpResponse:
    """Stores everything, or shows the page again with what stops it."""
    form = RowsForm(request.POST)
    if not form.is_valid():
        errors = ["Isi halaman itu tidak utuh. Unggah lagi berkasnya."]
        return _page(site, request, {"form": UploadForm(), "council": council, "refusals": errors})
    data = form.cleaned_data
    members = MemberList(data["rows"])
    choices = {row.number: request.POST.get(f"pilih-{row.number}", "") for row in members.rows}
    make = request.POST.getlist("buat") if request.user.has_perm(MAKING_UNITS) else []
    whole = (members.rows, council, data["starts_on"], READER, choices, make)
    try:
        with transaction.atomic():
            outcomes = load_members(*whole, leave_out_faulty=data["leave_out"])
            if _candidates(outcomes) != data["shown"]:
                raise Refused(outcomes)
            bulk = _keep(site, request, outcomes)
    except Refused as refused:
        stopping = sum(outcome.stops_all for outcome in refused.outcomes)
        errors = [
            f"Belum ada yang disimpan: {stopping} baris masih perlu diputuskan." if stopping else CHANGED
        ]
        # Shown as a run of now, with what was chosen where it still can be.
        outcomes = try_members(*whole) if stopping else try_members(*whole[:-2])
        return _dry_run(site, request, council, members, data["starts_on"], outcomes, errors)
    _tell(site, request, outcomes, bulk)
    return HttpResponseRedirect(reverse("admin:people_official_changelist"))


def _candidates(outcomes: list[Outcome]) -> str:
    """Who was offered for which row: somebody put on file meanwhile has to be seen before it is decided."""
    return "-".join(f"{one.row.number}.{'.'.join(str(who.pk) for who in one.candidates)}" for one in outcomes)


def _keep(site: Any, request: HttpRequest, outcomes: list[Outcome]) -> BulkChange | None:
    """The import as one change that can be taken back; None where it changed nothing."""
    done = [outcome for outcome in outcomes if outcome.is_done]
    if not done:
        return None
    account: Any = request.user
    bulk = BulkChange.objects.create(account=account, label=REASON)
    for outcome in done:
        told = {"before": outcome.before, "made": outcome.made, "is_new": outcome.kind == Kind.NEW}
        _keep_one(site, request, bulk, outcome.official, **told)
        for unit in outcome.units:
            _keep_one(site, request, bulk, unit, is_new=True)
    return bulk


def _keep_one(site: Any, request: HttpRequest, bulk: BulkChange, record: Any, **told: Any) -> None:
    BulkChanged.objects.create(
        bulk=bulk,
        content_type=ContentType.objects.get_for_model(record),
        object_id=record.pk,
        name=str(record)[:250],
        version_after=record.version,
        **told,
    )
    ModelAdmin.log_change(site.get_model_admin(type(record)), request, record, str(bulk))


def _tell(site: Any, request: HttpRequest, outcomes: list[Outcome], bulk: BulkChange | None) -> None:
    officials = site.get_model_admin(Official)
    counts = {kind: sum(outcome.kind == kind for outcome in outcomes) for kind in Kind}
    told = (
        f"{counts[Kind.NEW]} orang baru, {counts[Kind.AGAIN]} yang tercatat dilengkapi, "
        f"{counts[Kind.SAME]} tidak berubah, {counts[Kind.LEFT_OUT]} dilewati."
    )
    if units := [unit.name for outcome in outcomes for unit in outcome.units]:
        told += f" Dibuat: {', '.join(units)}."
    if bulk is None:
        officials.message_user(request, f"Tidak ada yang berubah: {told}")
        return
    link = format_html('<a href="{}">Urungkan</a>', reverse("admin:people_official_undo", args=[bulk.pk]))
    next_step = "Yang baru belum tampil: periksa, lalu Umumkan dari daftar ini." if counts[Kind.NEW] else ""
    officials.message_user(request, format_html("{} {} {}", told, next_step, link))


def _dry_run(
    site: Any,
    request: HttpRequest,
    council: Institution,
    members: MemberList,
    starts_on: date | None,
    outcomes: list[Outcome],
    refusals: list[str] | None = None,
) -> HttpResponse:
    counts = [(kind, sum(outcome.kind == kind for outcome in outcomes)) for kind in Kind]
    missing = Counter(unit for outcome in outcomes for unit in outcome.missing)
    made = {plain(unit.name) for outcome in outcomes for unit in outcome.units}
    context = {
        "council": council,
        "outcomes": outcomes,
        "counts": [(kind.label, count) for kind, count in counts if count],
        "faulty": sum(outcome.kind == Kind.FAULTY for outcome in outcomes),
        "has_work": any(outcome.is_done or outcome.stops_all or outcome.missing for outcome in outcomes),
        "missing": [(unit, count, plain(unit.name) in made) for unit, count in missing.items()],
        "may_make_units": request.user.has_perm(MAKING_UNITS),
        "unused": members.unused,
        "rows": json.dumps([row.as_data() for row in members.rows], ensure_ascii=False),
        "shown": _candidates(outcomes),
        "starts_on": starts_on,
        "as_new": AS_NEW,
        "left_out": LEFT_OUT,
        "refusals": refusals or [],
    }
    return _page(site, request, context)


def _page(site: Any, request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    samples = [(form.upper(), reverse(f"admin:people_official_import_sample_{form}")) for form in (XLSX, CSV)]
    whole = {
        **site.each_context(request),
        "title": "Impor daftar dewan",
        "opts": Official._meta,
        "samples": samples,
        **context,
    }
    return TemplateResponse(request, "admin/import_members.html", whole)
