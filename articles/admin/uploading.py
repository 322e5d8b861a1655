"""Several photos at once: uploaded on one page, each by a request of its own, then described on another."""

from functools import partial
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse, QueryDict
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.views.decorators.http import require_POST

from articles.admin.photo_forms import PhotoWordsForm, default_credit, tell_moved
from articles.models import Photo
from dprd_news.lib.images import EXTENSIONS, MOST_BYTES, TOO_LARGE
from dprd_news.lib.pictures import SHOWN_WIDTH_PX
from people.admin.sent import form_changes

ACCEPT = ",".join(f".{suffix}" for suffixes in EXTENSIONS.values() for suffix in suffixes)
MOST_FILES = 50
WIDE_ENOUGH = f"{SHOWN_WIDTH_PX:,}".replace(",", ".")


def urls(photos: Any) -> list[URLPattern]:
    """The pages' addresses below the photo list's."""

    def route(address: str, view: Any, name: str) -> URLPattern:
        return path(address, photos.admin_site.admin_view(view), name=f"articles_photo_{name}")

    return [
        route("unggah/", partial(upload_page, photos), "upload"),
        route("unggah/satu/", require_POST(partial(upload_one, photos)), "upload_one"),
        route("lengkapi/", partial(words_page, photos), "words"),
    ]


def upload_page(photos: Any, request: HttpRequest) -> HttpResponse:
    """Where files are dropped or chosen; without a script they come here together."""
    _check_adding(photos, request)
    if request.method == "POST":
        files = request.FILES.getlist("files")
        taken = [photo for file in files[:MOST_FILES] if (photo := _take_and_tell(photos, request, file))]
        if len(files) > MOST_FILES:
            messages.warning(
                request, f"Sekali unggah paling banyak {MOST_FILES} foto. Sisanya belum diambil."
            )
        if not files:
            messages.error(request, "Belum ada foto yang dipilih.")
        return HttpResponseRedirect(words_address(taken) if taken else request.path)
    context = {
        "title": "Unggah beberapa foto",
        "accept": ACCEPT,
        "most_bytes": MOST_BYTES,
        "too_large": TOO_LARGE,
    }
    return _page(photos, request, "upload", context)


def upload_one(photos: Any, request: HttpRequest) -> JsonResponse:
    """Keeps the one `file`; answers with the photo, or with status 400 and the reason as `detail`."""
    _check_adding(photos, request)
    file = request.FILES.get("file")
    if file is None:
        return JsonResponse({"detail": "Berkasnya tidak sampai. Coba kirim lagi."}, status=400)
    try:
        photo, is_new = _take(photos, request, file)
    except ValidationError as error:
        return JsonResponse({"detail": " ".join(error.messages)}, status=400)
    told = {
        "photo": photo.pk,
        "name": str(photo),
        "address": reverse("admin:articles_photo_change", args=[photo.pk]),
        "thumbnail": photo.shown.url,
        "is_new": is_new,
        "warning": narrow_warning(photo),
    }
    return JsonResponse(told)


def words_page(photos: Any, request: HttpRequest) -> HttpResponse:
    """The words of the photos that the address names (`foto`), saved at once or, with one fault, not at all."""
    if not photos.has_change_permission(request):
        raise PermissionDenied
    with transaction.atomic():
        named = _named(request)
        # Theirs is the form that proposes, or asks what the change means to readers.
        guarded = [photo for photo in named if photos.is_proposing(request, photo) or photo.live_places]
        sent = request.POST if request.method == "POST" else None
        forms = [PhotoWordsForm(photo, sent) for photo in named if photo not in guarded]
        if forms and sent is not None and all(form.is_valid() for form in forms):
            return _save_words(photos, request, forms)
    shown = [
        {"form": form, "warning": narrow_warning(form.instance), "changes": _clash(form)} for form in forms
    ]
    context = {
        "title": "Lengkapi foto",
        "shown": shown,
        "guarded": guarded,
        "default_credit": default_credit(),
        "has_errors": any(form.errors for form in forms),
    }
    return _page(photos, request, "words", context)


def words_address(photos: list[Photo]) -> str:
    query = QueryDict(mutable=True)
    query.setlist("foto", [str(photo.pk) for photo in dict.fromkeys(photos)])
    return f"{reverse('admin:articles_photo_words')}?{query.urlencode()}"


def narrow_warning(photo: Photo) -> str:
    if not photo.is_narrow:
        return ""
    return (
        f"Lebarnya hanya {photo.width_px} px; di bawah {WIDE_ENOUGH} px foto tampak buram bila besar. "
        "Minta berkas aslinya bila ada."
    )


def _check_adding(photos: Any, request: HttpRequest) -> None:
    if not photos.has_add_permission(request):
        raise PermissionDenied


def _take(photos: admin.ModelAdmin, request: HttpRequest, file: Any) -> tuple[Photo, bool]:
    photo, is_new = Photo.take(file.name, file)
    if is_new:
        photos.log_addition(request, photo, [{"added": {}}])
    return photo, is_new


def _take_and_tell(photos: admin.ModelAdmin, request: HttpRequest, file: Any) -> Photo | None:
    """The photo, or None for a file that was refused; what there is to say of it is said."""
    try:
        photo, is_new = _take(photos, request, file)
    except ValidationError as error:
        messages.error(request, f"{file.name}: {' '.join(error.messages)}")
        return None
    if not is_new:
        address = reverse("admin:articles_photo_change", args=[photo.pk])
        messages.info(request, format_html('{}: sudah ada, <a href="{}">{}</a>.', file.name, address, photo))
    elif warning := narrow_warning(photo):
        messages.warning(request, f"{file.name}: {warning}")
    return photo


def _named(request: HttpRequest) -> list[Photo]:
    """Those of the address that exist, in its order; held while they are saved."""
    keys = [int(key) for key in request.GET.getlist("foto")[:MOST_FILES] if key.isdecimal() and len(key) < 18]
    found = Photo.objects.filter(pk__in=keys)
    by_key = {photo.pk: photo for photo in (found.select_for_update() if request.method == "POST" else found)}
    return [by_key[key] for key in dict.fromkeys(keys) if key in by_key]


def _save_words(photos: admin.ModelAdmin, request: HttpRequest, forms: list[Any]) -> HttpResponse:
    changed = [form for form in forms if form.is_changed]
    for form in changed:
        photos.log_change(request, form.save(), photos.construct_change_message(request, form, []))
        tell_moved(request, form)
    told = f"{len(changed)} foto disimpan." if changed else "Tidak ada yang berubah."
    messages.success(request, told)
    return HttpResponseRedirect(reverse("admin:articles_photo_changelist"))


def _clash(form: PhotoWordsForm) -> list[Any]:
    """What differs from the stored words where another has saved meanwhile."""
    if not form.has_error(NON_FIELD_ERRORS, "stale"):
        return []
    number = form["version"].id_for_label
    return [change for change in form_changes(form, []) if change.anchor != number]


def _page(photos: admin.ModelAdmin, request: HttpRequest, name: str, context: dict[str, Any]) -> HttpResponse:
    whole = {**photos.admin_site.each_context(request), "opts": photos.opts, **context}
    return TemplateResponse(request, f"admin/photos/{name}.html", whole)
