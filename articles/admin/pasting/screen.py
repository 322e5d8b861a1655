"""The screen of one working copy: source and form side by side, its buttons, and saving it as a draft."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html

from articles.admin.panel import state_of
from articles.admin.pasting import rights, uploads
from articles.admin.pasting.ends import (
    discarded,
    draft_url,
    links_to,
    remember_parted,
    told_open,
    told_waiting,
    way_on_from,
)
from articles.admin.pasting.fields import draft_fields
from articles.admin.pasting.form import form_values, shown_offers, shown_photos
from articles.admin.pasting.near_copies import shown_copies
from articles.admin.pasting.tabs import shown_overtaken, told_of_tabs
from articles.filing import AlreadyFiled
from articles.models import PastedRelease
from articles.pasting import copies
from articles.pasting.answers import Answers, accept_sure, make_unknown, mend_spelling
from articles.pasting.marks import pieces
from articles.pasting.outcomes import outcome_of
from articles.pasting.parting import part, places
from articles.pasting.renewing import know, renew
from articles.pasting.revising import call_off, changes, revise
from articles.pasting.tabs import digests, overtaken
from articles.reading.text.files import UnreadableText
from people.models import Council


def screen(articles: admin.ModelAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """Source and form side by side; every button of the form is a plain POST here."""
    if way_on := way_on_from(articles, request, pk):
        return way_on.led(request)
    pasted = rights.own_copy(articles, request, pk)
    errors: dict[str, str] = {}
    if request.method == "POST":
        answers = Answers(pasted, _sent(request))
        if "_discard" in request.POST:
            try:
                pasted.end()
            except IntegrityError:
                # It was saved or discarded elsewhere at this moment.
                return (way_on_from(articles, request, pk) or discarded()).led(request)
            articles.message_user(request, "Salinan kerja dibuang.")
            return HttpResponseRedirect(reverse("admin:articles_article_paste"))
        if "_part" in request.POST and pasted.article is None:
            return _parted(request, answers)
        _press(request, answers)
        merge = copies.keep(pasted, answers.sent)
        if merge is None:
            return (way_on_from(articles, request, pk) or discarded()).led(request)
        if key := request.POST.get("_take") or request.POST.get("_drop"):
            copies.settle(pasted, key, "_take" in request.POST)
        answers.sent = pasted.answers
        uploads.stage_and_tell(request, pasted, *uploads.within_limit(request.FILES.getlist("photos")))
        _turn(articles, request, pasted)
        if told := told_of_tabs(Answers(pasted), merge):
            messages.info(request, told)
        if "_save" not in request.POST:
            return HttpResponseRedirect(request.path)
        saved, errors = _save(articles, request, answers)
        if saved is not None:
            return saved
        if not PastedRelease.objects.filter(pk=pk).exists():
            return (way_on_from(articles, request, pk) or discarded()).led(request)
    else:
        for told in renew(pasted):
            messages.info(request, told)
    return _screen_page(articles, request, Answers(pasted), errors)


def keep_state(articles: admin.ModelAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """The screen's state, sent every few seconds; answers with what saving it would change in a draft on file."""
    if way_on := way_on_from(articles, request, pk):
        return way_on.said()
    pasted = rights.own_copy(articles, request, pk)
    merge = copies.keep(pasted, _sent(request))
    if merge is None:
        return (way_on_from(articles, request, pk) or discarded()).said()
    said: dict[str, Any] = {"kept": True}
    answers = Answers(pasted)
    if merge.known:
        said |= {"known": merge.known, "elsewhere": merge.elsewhere, "told": told_of_tabs(answers, merge)}
        waiting = {"overtaken": shown_overtaken(answers)}
        said["overtaken"] = render_to_string("admin/pasted/_overtaken.html", waiting).strip()
    if pasted.article is not None:
        said["changes"] = render_to_string("admin/pasted/_changes.html", {"changes": changes(answers)})
    return JsonResponse(said)


def stage(articles: admin.ModelAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """Photos dropped on the screen, kept at once; answers with the list of photos as a piece of the page."""
    if way_on := way_on_from(articles, request, pk):
        return way_on.said()
    pasted = rights.own_copy(articles, request, pk)
    problems = uploads.stage_all(pasted, *uploads.within_limit(request.FILES.getlist("photos")))
    context = {"photos": shown_photos(Answers(pasted)), "problems": problems}
    return TemplateResponse(request, "admin/pasted/_photos.html", context)


@transaction.atomic
def _save(
    articles: admin.ModelAdmin, request: HttpRequest, answers: Answers
) -> tuple[HttpResponse | None, dict[str, str]]:
    """Where to go after saving, or the errors that kept it from being saved."""
    Council.hold()
    may_publish = request.user.has_perm("articles.publish_article")
    outcome = outcome_of(answers, rights.may_make(request), may_publish)
    if overtaken(answers.sent):
        outcome.errors["overtaken"] = "Ada isian yang berbeda di dua tab. Pilih dahulu yang dipakai."
    if outcome.errors:
        know(answers.pasted, outcome.namesakes)
        return None, outcome.errors
    is_new, copy = answers.article is None, answers.pasted.pk
    photos = [staged for staged in answers.pasted.photos.all() if not answers.is_dropped(staged)]
    try:
        filed = copies.save_draft(answers, outcome, request.user, photos)
    except AlreadyFiled as problem:
        return None, {"": str(problem)}
    except copies.ChangedMeanwhile as problem:
        copies.see(answers.pasted, problem.article)
        return None, {"": f"{problem} Periksa lagi apa yang akan berubah, lalu simpan."}
    except ValidationError as problem:
        return None, {"": " ".join(problem.messages)}
    except IntegrityError:
        return None, {
            "": "Naskah atau data yang sama baru saja disimpan dari layar lain. Muat ulang halaman ini."
        }
    filed.article.mark_written(request.user)
    log = articles.log_addition if is_new else articles.log_change
    log(request, filed.article, answers.pasted.work)
    articles.message_user(
        request, "Draf disimpan. Periksa sekali lagi, lalu kirim untuk ditinjau.", messages.SUCCESS
    )
    for note in filed.notes:
        articles.message_user(request, note, messages.INFO)
    if filed.left_open:
        articles.message_user(request, told_open(filed.left_open))
    if waiting := told_waiting(request, copy):
        articles.message_user(request, waiting)
    return HttpResponseRedirect(draft_url(filed.article)), {}


def _screen_page(
    articles: admin.ModelAdmin, request: HttpRequest, answers: Answers, errors: dict[str, str]
) -> HttpResponse:
    pasted = answers.pasted
    may_make = rights.may_make(request)
    offers = shown_offers(answers, errors, may_make)
    body = [shown for shown in offers if shown.offer.kind not in {"spelling", "quote"}]
    doubtful = [shown for shown in body if shown.is_doubtful]
    fields, photos = draft_fields(answers, errors), shown_photos(answers, errors)
    context = {
        **articles.admin_site.each_context(request),
        "opts": articles.opts,
        "known": digests(form_values(offers, fields, photos)),
        "overtaken": shown_overtaken(answers),
        "title": pasted.work,
        "pasted": pasted,
        "is_just_read": request.method == "GET" and "baru" in request.GET,
        "article": answers.article,
        "state": state_of(answers.article) if answers.article else None,
        "copies": shown_copies(articles, request, answers),
        "changes": changes(answers),
        "errors": errors,
        "faults": [(_place(name, answers), told) for name, told in errors.items() if name],
        "doubtful": doubtful,
        "open_count": sum(shown.is_open for shown in doubtful),
        "unknown_count": sum(
            shown.is_open and shown.offer.is_unknown and shown.offer.kind in may_make for shown in body
        ),
        "sure": (sure := [shown for shown in body if not shown.is_doubtful]),
        "sure_open_count": sum(shown.is_open for shown in sure),
        "spelling": [shown for shown in offers if shown.offer.kind == "spelling"],
        "fields": fields,
        "photos": photos,
        "draft_photos": answers.article.article_photos.select_related("photo") if answers.article else [],
        "pieces": pieces(pasted.reading, answers.offers),
        "quotes": [shown for shown in offers if shown.offer.kind == "quote"],
        "places": places(pasted.source_text) if answers.article is None else [],
    }
    return TemplateResponse(request, "admin/pasted/screen.html", context)


def _place(name: str, answers: Answers) -> str:
    """The id of what on the page an error of that name is about."""
    if name == "overtaken":
        return name
    return f"usul-{name}" if name in {offer.key for offer in answers.offers} else f"id_{name}"


def _press(request: HttpRequest, answers: Answers) -> None:
    """The buttons that answer many offers at once, and say how many they have answered."""
    open_before = _open_count(answers)
    if "_sure" in request.POST:
        accept_sure(answers)
        messages.info(request, f"{open_before - _open_count(answers)} usulan yang pasti diterima.")
    elif "_new" in request.POST:
        make_unknown(answers, rights.may_make(request))
        messages.info(request, f"{open_before - _open_count(answers)} yang belum dikenal akan dibuat baru.")
    elif "_spell" in request.POST:
        mend_spelling(answers)
        messages.info(request, f"{open_before - _open_count(answers)} ejaan yang jelas diperbaiki.")
    elif "_credit" in request.POST:
        for staged in answers.pasted.photos.all():
            if str(staged.pk) == request.POST["_credit"]:
                answers.take_credit(staged)


def _open_count(answers: Answers) -> int:
    return sum(not answers.chosen(offer) for offer in answers.offers)


def _turn(articles: admin.ModelAdmin, request: HttpRequest, pasted: PastedRelease) -> None:
    """The buttons that make the new release a revision of a draft, or a new release again."""
    if "_call_off" in request.POST and pasted.is_revision:
        call_off(pasted)
        messages.info(request, "Revisi dibatalkan. Naskah ini kembali menjadi rilis baru.")
    elif "_revise" in request.POST and pasted.article is None:
        article = rights.draft(articles, request, request.POST["_revise"])
        if article is not None:
            revise(pasted, article)


def _parted(request: HttpRequest, answers: Answers) -> HttpResponse:
    """The first of the two parts, or the same screen where nothing could be parted."""
    pasted, copy = answers.pasted, answers.pasted.pk
    wanted = [place.at for place in places(pasted.source_text) if str(place.at) == request.POST["_part"]]
    if not wanted:
        return HttpResponseRedirect(request.path)
    try:
        taken = part(pasted, wanted[0], answers.sent)
    except UnreadableText as problem:
        messages.error(request, str(problem))
        return HttpResponseRedirect(request.path)
    if taken.on_file:
        told = "Naskah yang sudah ada tidak dibaca lagi: {}."
        messages.warning(request, format_html(told, links_to(taken.on_file)))
    if not taken.copies:
        return HttpResponseRedirect(request.path)
    first, *others = taken.copies
    remember_parted(request, copy, [one.pk for one in taken.copies])
    for other in others:
        told = 'Naskah dipisah menjadi dua. Ini bagian pertama; bagian kedua: <a href="{}">{}</a>.'
        address = reverse("admin:articles_article_pasted", args=[other.pk])
        messages.success(request, format_html(told, address, other.start))
    return HttpResponseRedirect(reverse("admin:articles_article_pasted", args=[first.pk]) + "?baru=1")


def _sent(request: HttpRequest) -> dict[str, list[str]]:
    """The form's state without token and buttons."""
    return {
        name: [value for value in values if isinstance(value, str)]
        for name, values in request.POST.lists()
        if name != "csrfmiddlewaretoken" and not name.startswith("_")
    }
