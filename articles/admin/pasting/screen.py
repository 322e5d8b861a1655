"""The screen of one working copy: source and form side by side, its buttons, and saving it as a draft."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, format_html_join
from django.views.decorators.http import require_POST

from articles.admin.panel import state_of
from articles.admin.pasting.ends import (
    discarded,
    draft_url,
    remember_parted,
    remember_together,
    told_open,
    told_waiting,
    way_on_from,
)
from articles.admin.pasting.form import draft_fields, form_values, shown_offers, shown_photos
from articles.admin.pasting.near_copies import shown_copies
from articles.admin.pasting.tabs import shown_overtaken, told_of_tabs
from articles.filing import AlreadyFiled
from articles.models import Article, PastedRelease, ReleaseSource, StagedPhoto
from articles.pasting import copies
from articles.pasting.answers import Answers
from articles.pasting.marks import pieces
from articles.pasting.outcomes import outcome_of
from articles.pasting.parting import part, places
from articles.pasting.renewing import know, renew
from articles.pasting.revising import call_off, changes, is_open, revise
from articles.pasting.tabs import digests, overtaken
from articles.reading.documents import MOST_BYTES, Document, read_document
from articles.reading.files import UnreadableText
from dprd_news.lib.differences import Difference, condensed, differences
from dprd_news.lib.images import EXTENSIONS
from people.models import Institution, Official
from people.templatetags.indonesian import moment

PHOTO_SUFFIXES = {suffix for suffixes in EXTENSIONS.values() for suffix in suffixes}
MOST_FILES = 20
FOUND_NAMES = 8
MAKING = {
    "official": "people.add_official",
    "institution": "people.add_institution",
    "visit": "people.add_visit",
    "topic": "people.add_topic",
    "position": "people.add_position",
}


def urls(articles: admin.ModelAdmin) -> list[URLPattern]:
    """The screen's addresses below the article list's."""

    def route(address: str, view: Callable[..., HttpResponse], name: str) -> URLPattern:
        bound: Callable[..., HttpResponse] = partial(view, articles)
        if view in {keep_state, stage}:
            bound = require_POST(bound)
        return path(address, articles.admin_site.admin_view(bound), name=f"articles_article_{name}")

    return [
        route("tempel/", paste_page, "paste"),
        route("tempel/cari/", look_up, "paste_look_up"),
        route("tempel/<int:pk>/", screen, "pasted"),
        route("tempel/<int:pk>/keadaan/", keep_state, "pasted_state"),
        route("tempel/<int:pk>/foto/", stage, "pasted_photos"),
    ]


def paste_page(articles: admin.ModelAdmin, request: HttpRequest) -> HttpResponse:
    """The box to paste into, and what this editor left unfinished."""
    article = _draft(articles, request, request.POST.get("berita") or request.GET.get("berita") or "")
    error: Any = ""
    if request.method == "POST":
        try:
            text, photos, left = _received(request)
            if article is not None and "source_text" not in request.POST:
                # From the draft's own button: the text is the one that it has.
                text = _text_of(article)
            taken = copies.paste(request.user, text, article, bool(request.POST.get("is_one")))
        except UnreadableText as problem:
            error = f"{problem} {_choose_again(request)}".strip()
        else:
            if taken.copies:
                _tell(request, _stage_all(taken.copies[0], photos, left))
                return _opened(request, taken)
            error = format_html(
                "Naskah ini sudah ada sebagai {}. {}", _links(taken.on_file), _choose_again(request)
            )
    PastedRelease.objects.stale().sweep()
    context = {
        "title": "Baca ulang naskah" if article else "Tempel rilis",
        "article": article,
        "error": error,
        "text": request.POST.get("source_text", _text_of(article)),
        "earlier": _earlier(article),
        "unfinished": PastedRelease.objects.of(request.user).select_related("article"),
    }
    return _page(articles, request, "paste", context)


def _choose_again(request: HttpRequest) -> str:
    """What to say of files that came with a paste of which nothing is kept: no browser sends them again by itself."""
    names = ", ".join(str(file.name) for file in request.FILES.getlist("files"))
    return f"Berkas yang tadi dipilih belum tersimpan, jadi pilih lagi: {names}." if names else ""


def _text_of(article: Article | None) -> str:
    """The draft's source or, for one written by hand, its own words."""
    return article.source_text or copies.own_words(article) if article else ""


def _earlier(article: Article | None) -> list[tuple[ReleaseSource, list[Difference]]]:
    """Each source that the draft had before, with what the one after it changed."""
    if article is None:
        return []
    rows = list(article.earlier_sources.select_related("replaced_by"))
    later = [article.source_text, *(row.text for row in rows)]
    return [(row, condensed(differences(row.text, after))) for row, after in zip(rows, later, strict=False)]


def screen(articles: admin.ModelAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """Source and form side by side; every button of the form is a plain POST here."""
    if way_on := way_on_from(articles, request, pk):
        return way_on.led(request)
    pasted = _own(articles, request, pk)
    errors: dict[str, str] = {}
    if request.method == "POST":
        answers = Answers(pasted, _sent(request))
        if "_discard" in request.POST:
            pasted.end()
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
        _tell(request, _stage_all(pasted, *_within_limit(request.FILES.getlist("photos"))))
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
    pasted = _own(articles, request, pk)
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
    pasted = _own(articles, request, pk)
    problems = _stage_all(pasted, *_within_limit(request.FILES.getlist("photos")))
    context = {"photos": shown_photos(Answers(pasted)), "problems": problems}
    return TemplateResponse(request, "admin/pasted/_photos.html", context)


def look_up(articles: admin.ModelAdmin, request: HttpRequest) -> JsonResponse:
    """People or bodies on file by the words of `q`, as `value` for the field and `label` for the eye; `name` alone
    names one too."""
    if not articles.has_add_permission(request):
        raise PermissionDenied
    words = request.GET.get("q", "")[:100]
    rows: list[dict[str, str]] = []
    if request.GET.get("jenis") == "official":
        people = Official.objects.search(words).with_positions()[:FOUND_NAMES]
        rows = [{"value": f"{o.full_name} [{o.slug}]", "label": _post(o), "name": o.name} for o in people]
    elif request.GET.get("jenis") == "institution":
        bodies = Institution.objects.search(words)[:FOUND_NAMES]
        rows = [
            {"value": f"{b.name} [{b.slug}]", "label": b.get_kind_display(), "name": b.name} for b in bodies
        ]
    return JsonResponse({"found": rows})


def _save(
    articles: admin.ModelAdmin, request: HttpRequest, answers: Answers
) -> tuple[HttpResponse | None, dict[str, str]]:
    """Where to go after saving, or the errors that kept it from being saved."""
    may_publish = request.user.has_perm("articles.publish_article")
    outcome = outcome_of(answers, _may_make(request), may_publish)
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
    may_make = _may_make(request)
    offers = shown_offers(answers, errors, may_make)
    body = [shown for shown in offers if shown.offer.kind not in {"spelling", "quote"}]
    doubtful = [shown for shown in body if shown.is_doubtful]
    fields, photos = draft_fields(answers, errors), shown_photos(answers, errors)
    context = {
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
    return _page(articles, request, "screen", context)


def _place(name: str, answers: Answers) -> str:
    """The id of what on the page an error of that name is about."""
    if name == "overtaken":
        return name
    return f"usul-{name}" if name in {offer.key for offer in answers.offers} else f"id_{name}"


def _page(
    articles: admin.ModelAdmin, request: HttpRequest, name: str, context: dict[str, Any]
) -> HttpResponse:
    whole = {**articles.admin_site.each_context(request), "opts": articles.opts, **context}
    return TemplateResponse(request, f"admin/pasted/{name}.html", whole)


def _press(request: HttpRequest, answers: Answers) -> None:
    """The buttons that answer many offers at once, and say how many they have answered."""
    open_before = _open_count(answers)
    if "_sure" in request.POST:
        copies.accept_sure(answers)
        messages.info(request, f"{open_before - _open_count(answers)} usulan yang pasti diterima.")
    elif "_new" in request.POST:
        copies.make_unknown(answers, _may_make(request))
        messages.info(request, f"{open_before - _open_count(answers)} yang belum dikenal akan dibuat baru.")
    elif "_spell" in request.POST:
        copies.mend_spelling(answers)
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
        article = _draft(articles, request, request.POST["_revise"])
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
        messages.warning(request, format_html(told, _links(taken.on_file)))
    if not taken.copies:
        return HttpResponseRedirect(request.path)
    first, *others = taken.copies
    remember_parted(request, copy, [one.pk for one in taken.copies])
    for other in others:
        told = 'Naskah dipisah menjadi dua. Ini bagian pertama; bagian kedua: <a href="{}">{}</a>.'
        address = reverse("admin:articles_article_pasted", args=[other.pk])
        messages.success(request, format_html(told, address, other.start))
    return HttpResponseRedirect(reverse("admin:articles_article_pasted", args=[first.pk]) + "?baru=1")


def _draft(articles: admin.ModelAdmin, request: HttpRequest, key: str) -> Article | None:
    """The draft of that key, None for "". Raises PermissionDenied without the right to change or to add."""
    if not key:
        if not articles.has_add_permission(request):
            raise PermissionDenied
        return None
    article = get_object_or_404(Article, pk=key if key.isdecimal() and len(key) < 18 else 0)
    _may_reread(articles, request, article)
    return article


def _may_reread(articles: admin.ModelAdmin, request: HttpRequest, article: Article) -> None:
    """Only what is not approved yet is read again. Raises PermissionDenied."""
    if not is_open(article) or not articles.has_change_permission(request, article):
        raise PermissionDenied


def _own(articles: admin.ModelAdmin, request: HttpRequest, pk: int) -> PastedRelease:
    """The editor's own working copy; 404 for anybody else's, 403 without the right to its draft."""
    own = PastedRelease.objects.of(request.user).select_related("article")
    pasted = get_object_or_404(own, pk=pk)
    if pasted.is_revision and pasted.article and not is_open(pasted.article):
        call_off(pasted)
        messages.warning(
            request,
            "Berita yang hendak direvisi sudah disetujui atau terbit. Naskah ini kembali menjadi rilis baru.",
        )
    if pasted.article is not None:
        _may_reread(articles, request, pasted.article)
    elif not articles.has_add_permission(request):
        raise PermissionDenied
    return pasted


def _may_make(request: HttpRequest) -> set[str]:
    return {kind for kind, permission in MAKING.items() if request.user.has_perm(permission)}


def _sent(request: HttpRequest) -> dict[str, list[str]]:
    """The form's state without token and buttons."""
    return {
        name: [value for value in values if isinstance(value, str)]
        for name, values in request.POST.lists()
        if name != "csrfmiddlewaretoken" and not name.startswith("_")
    }


def _received(request: HttpRequest) -> tuple[str, list[Any], list[str]]:
    """Text and photos of a paste: what was typed, what documents hold, pictures; and the names of files that are
    too many at once. Raises UnreadableText."""
    texts = [request.POST.get("source_text", "")]
    photos: list[Any] = []
    files, left = _within_limit(request.FILES.getlist("files"))
    for file in files:
        name = str(file.name)
        if name.rpartition(".")[2].lower() in PHOTO_SUFFIXES:
            photos.append(file)
            continue
        if (file.size or 0) > MOST_BYTES:
            raise UnreadableText("Berkas ini lebih besar dari 20 MB. Kirim fotonya terpisah, lalu coba lagi.")
        document: Document = read_document(file.read(), name)
        texts.append(document.text)
        photos += document.pictures
    return "\n\n".join(text for text in texts if text.strip()), photos, left


def _within_limit(files: list[Any]) -> tuple[list[Any], list[str]]:
    """As many as are taken at once, and the names of the others."""
    return files[:MOST_FILES], [str(file.name) for file in files[MOST_FILES:]]


def _tell(request: HttpRequest, problems: list[str]) -> None:
    for problem in problems:
        messages.error(request, problem)


def _stage_all(pasted: PastedRelease, photos: list[Any], left: Sequence[str] = ()) -> list[str]:
    """Keep each photo, an upload or (name, content); says in words which were not taken. `left` are the names of
    those that were too many at once."""
    problems = []
    if left:
        problems.append(
            f"Sekali kirim paling banyak {MOST_FILES} berkas. {len(left)} berkas ini tidak diambil; pilih lagi bila "
            f"perlu: {', '.join(left)}."
        )
    for photo in photos:
        name, content = photo if isinstance(photo, tuple) else (photo.name, photo.read())
        try:
            StagedPhoto.stage(pasted, name, content)
        except ValidationError as error:
            problems.append(f"{name}: {' '.join(error.messages)}")
    return problems


def _links(articles: list[Article]) -> str:
    addresses = ((reverse("admin:articles_article_change", args=[one.pk]), one) for one in articles)
    return format_html_join("; ", '<a href="{}">{}</a>', addresses)


def _opened(request: HttpRequest, taken: copies.Taken) -> HttpResponse:
    pasted = taken.copies
    if taken.on_file:
        told = "Tempelan ini juga berisi naskah yang sudah ada, jadi tidak dibaca lagi: {}."
        messages.warning(request, format_html(told, _links(taken.on_file)))
    if pasted[0].is_at_hand:
        since = moment(pasted[0].created_at)
        messages.info(request, f"Naskah ini sudah Anda tempel: {since}. Salinan kerja itu dibuka lagi.")
    if len(pasted) > 1:
        messages.info(
            request,
            f"Tempelan ini berisi {len(pasted)} rilis{' baru' if taken.on_file else ''}. "
            "Ini yang pertama; yang lain menunggu di halaman Tempel rilis.",
        )
    remember_together(request, [copy.pk for copy in pasted])
    # The script lets go of the text that it keeps in the browser only once it reads that the text is here.
    return HttpResponseRedirect(reverse("admin:articles_article_pasted", args=[pasted[0].pk]) + "?baru=1")


def _post(official: Official) -> str:
    return next((position.label for position in official.positions.all()), "")
