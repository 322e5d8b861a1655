"""The council's own time for every request, and the way from old addresses to new ones."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers

from dprd_news import topics
from dprd_news.lib import caching
from people.models import Council, OldAddress, Topic

Handler = Callable[[HttpRequest], HttpResponse]
WITHOUT_CONTENT = ("/static/", "/healthz", "/readyz")


def council_time(get_response: Handler) -> Handler:
    """Show every time in the council's zone, and let the whole request see one content version."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path.startswith(WITHOUT_CONTENT):
            return get_response(request)
        with caching.one_version():
            council = Council.current()
            with timezone.override(council.zone if council else timezone.get_default_timezone()):
                return get_response(request)

    return middleware


def without_cookies(get_response: Handler) -> Handler:
    """What everyone gets alike sets no cookie, not even to clear a stale one, and is kept for everyone."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if "public" in response.get("Cache-Control", ""):
            response.cookies.clear()
            others = [name for name in response.get("Vary", "").split(", ") if name not in {"", "Cookie"}]
            del response["Vary"]
            if others:
                patch_vary_headers(response, others)
        return response

    return middleware


def old_addresses(get_response: Handler) -> Handler:
    """What is not there may have been renamed, or have been at that address on a site before this one."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.status_code != 404 or request.method not in {"GET", "HEAD"} or "\0" in request.path:
            return response
        address = _renamed(request) or _moved(request)
        return HttpResponsePermanentRedirect(address) if address else response

    return middleware


def _renamed(request: HttpRequest) -> str | None:
    """The same page or machine form under the record's present slug."""
    match = request.resolver_match
    slug = match.kwargs.get("slug") if match else None
    if not match or not slug:
        return None
    section = request.path.split("/")[1]
    for old in OldAddress.objects.filter(slug=slug).select_related("content_type"):
        target = _public(old)
        if target is not None and target.get_absolute_url().startswith(f"/{section}/"):
            caught: dict[str, Any] = getattr(match, "captured_kwargs", None) or {}
            return reverse(match.view_name, kwargs=caught | {"slug": target.slug})
    return None


def _moved(request: HttpRequest) -> str | None:
    old = OldAddress.objects.filter(path=request.path).exclude(path="").first()
    target = _public(old) if old else None
    return target.get_absolute_url() if target is not None else None


def _public(old: OldAddress) -> Any:
    """Where it leads, unless that is hidden: a redirect would tell that it exists."""
    target = old.target
    if isinstance(target, Topic):
        return target if target in topics.public() else None
    return target if target is not None and target.was_public else None
