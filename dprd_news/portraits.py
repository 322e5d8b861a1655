"""Portraits of many officials at once: each is told whose it is by its file's name, and given on once confirmed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse

from dprd_news.lib.images import EXTENSIONS
from dprd_news.lib.newsroom import Picker
from dprd_news.printed_names import READER
from people.models import Official, Position, StagedPortrait

ACCEPT = ",".join(f".{suffix}" for suffixes in EXTENSIONS.values() for suffix in suffixes)
MOST_FILES = 60
# What cameras, phones and editors add to a name.
_ADDED = re.compile(r"\b(?:foto|potret|pas ?foto|final|copy|salinan|edit|cetak)\b|[\d()]+", re.IGNORECASE)
TAKEN = "Potret dari “{}”."


@dataclass(frozen=True)
class Offered:
    """A portrait that waits, and who it may be of; `chosen` is who that surely is and has none yet."""

    staged: StagedPortrait
    candidates: list[Official]
    chosen: Official | None
    # Where nobody fits, the one to be looked for.
    search: Any = None
    is_guarded: bool = False


def urls(site: Any) -> list[URLPattern]:
    view = site.admin_view(partial(portraits_page, site))
    return [path("people/official/potret/", view, name="people_official_portraits")]


def portraits_page(site: Any, request: HttpRequest) -> HttpResponse:
    """Takes files, or gives those that wait to whom was chosen; they are shown until then, to this account alone."""
    officials = site.get_model_admin(Official)
    if not officials.has_change_permission(request):
        raise PermissionDenied
    if request.method != "POST":
        return _page(site, request, _offered(officials, request))
    StagedPortrait.objects.stale().sweep()
    if "give" in request.POST:
        _give(officials, request)
    else:
        _stage(request)
    waiting = StagedPortrait.objects.of(request.user).exists()
    return HttpResponseRedirect(request.path if waiting else reverse("admin:people_official_changelist"))


def names_of_file(file_name: str) -> str:
    """ "H. Asep-Sunandar_2 (final).JPG" as "H. Asep Sunandar": what a person's name can be read from."""
    stem = PurePosixPath(file_name.replace("\\", "/")).stem
    words = _ADDED.sub(" ", re.sub(r"[-_+]+", " ", stem))
    words = " ".join(words.split()).strip(" .")
    # In small letters the reader of names would see no name.
    return words if any(letter.isupper() for letter in words) else words.upper()


def _stage(request: HttpRequest) -> None:
    files = request.FILES.getlist("files")
    for file in files[:MOST_FILES]:
        try:
            StagedPortrait.stage(request.user, str(file.name), file)
        except ValidationError as error:
            messages.error(request, f"{file.name}: {' '.join(error.messages)}")
    if len(files) > MOST_FILES:
        messages.warning(request, f"Sekali unggah paling banyak {MOST_FILES} potret. Sisanya belum diambil.")
    if not files:
        messages.error(request, "Belum ada potret yang dipilih.")


def _offered(officials: Any, request: HttpRequest) -> list[Offered]:
    waiting = list(StagedPortrait.objects.of(request.user))
    names = {staged.pk: READER.split(names_of_file(staged.file_name))[1] for staged in waiting}
    known = {key: READER.known(name) for key, name in names.items()}
    slugs = {slug for found, _ in known.values() for slug in found}
    on_file: Any = Official.objects.filter(slug__in=slugs).with_positions()
    by_slug = {official.slug: official for official in on_file}
    searches = _searches(officials, (staged for staged in waiting if not known[staged.pk][0]))
    found = []
    for staged in waiting:
        fitting, is_sure = known[staged.pk]
        candidates = [by_slug[slug] for slug in fitting if slug in by_slug]
        open_ones = [one for one in candidates if not officials.is_proposing(request, one)]
        sure = open_ones[0] if is_sure and len(open_ones) == 1 and not open_ones[0].portrait else None
        search = searches[name] if (name := f"cari-{staged.pk}") in searches.fields else None
        found.append(Offered(staged, open_ones, sure, search, is_guarded=len(open_ones) < len(candidates)))
    return found


def _searches(officials: Any, waiting: Iterable[StagedPortrait]) -> forms.Form:
    form = forms.Form()
    for staged in waiting:
        form.fields[f"cari-{staged.pk}"] = forms.ModelChoiceField(
            Official.objects.all(),
            label="Cari orangnya",
            required=False,
            # Any key to the kind will do: the picker asks it only what it leads to.
            widget=Picker(Position._meta.get_field("official"), officials.admin_site),
        )
    return form


@transaction.atomic
def _give(officials: Any, request: HttpRequest) -> None:
    """Each to whom was chosen; two for one person are both kept waiting."""
    waiting = {
        portrait.pk: portrait for portrait in StagedPortrait.objects.of(request.user).select_for_update()
    }
    sent = request.POST
    chosen = {key: sent.get(f"potret-{key}") or sent.get(f"cari-{key}", "") for key in waiting}
    doubled = {who for who in chosen.values() if who.isdecimal() and list(chosen.values()).count(who) > 1}
    given = 0
    for key, who in chosen.items():
        if who == "buang":
            waiting[key].discard()
        elif who in doubled:
            messages.error(
                request, f"{waiting[key]}: orang yang sama dipilih untuk dua potret. Pilih satu saja."
            )
        elif who.isdecimal() and len(who) < 18:
            given += _give_one(officials, request, waiting[key], int(who))
    if given:
        messages.success(
            request, f"{given} potret dipasang. Lengkapi teks alternatif dan kreditnya di formulirnya."
        )


def _give_one(officials: Any, request: HttpRequest, staged: StagedPortrait, key: int) -> bool:
    official: Any = Official.objects.select_for_update().filter(pk=key).first()
    if official is None or officials.is_proposing(request, official):
        messages.error(request, f"{staged}: orangnya tidak ada atau hanya Redaktur yang boleh mengubahnya.")
        return False
    official.held_version = official.version
    staged.give_to(official)
    official.portrait_alt = official.portrait_credit = ""
    official.save()
    officials.log_change(request, official, TAKEN.format(staged)[:100])
    staged.discard()
    return True


def _page(site: Any, request: HttpRequest, offered: list[Offered]) -> HttpResponse:
    context = {
        **site.each_context(request),
        "title": "Unggah potret",
        "opts": Official._meta,
        "accept": ACCEPT,
        "most_files": MOST_FILES,
        "offered": offered,
        "media": forms.Media() + Picker(Position._meta.get_field("official"), site).media,
    }
    return TemplateResponse(request, "admin/portraits.html", context)
