"""Files about the site as a whole, for browsers, phones and researchers: all made of the council's record."""

import json
from collections.abc import Callable
from datetime import timedelta
from functools import partial

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone

from dprd_news.lib import drawn, emblems
from dprd_news.lib.caching import public_data, reads_only
from dprd_news.lib.feeds import absolute, xml_text
from people.cards import NO_COLOUR, site_card
from people.feeds import publisher
from people.models import Council

# OpenSearch 1.1 allows 16 letters for what a browser shows; launchers cut near that too.
SHORT_NAME_LENGTH = 16
SECURITY_DAYS = 180
MANIFEST_SIZES = (192, 512)
# The header's emblem, three times as large for sharp screens, and the tab's: one file for both.
PAGE_SIZE = 144
TOUCH_SIZE = 180
MASKABLE_SIZE = 512
# The ground of a page, as in the style sheet.
GROUND = "#ffffff"

Drawing = Callable[[str, str], bytes]


def _icon(size_px: int, *, is_whole: bool = False) -> Drawing:
    return partial(emblems.icon, size_px, is_whole=is_whole)


# By the name in the address. Apple's paints what is transparent black, so that one fills its square too.
ICONS: dict[str, Drawing] = {
    **{str(size): _icon(size) for size in (PAGE_SIZE, *MANIFEST_SIZES)},
    str(TOUCH_SIZE): _icon(TOUCH_SIZE, is_whole=True),
    f"maskable-{MASKABLE_SIZE}": _icon(MASKABLE_SIZE, is_whole=True),
}


@public_data
def icon(request: HttpRequest, name: str) -> HttpResponse:
    """The council's emblem in its colour, as a PNG."""
    drawing = ICONS.get(name)
    if drawing is None:
        raise Http404
    council = Council.current()
    emblem = council.emblem.shown_name(council.emblem_width_px, "webp") if council else ""
    try:
        content = drawing(council.colour if council else NO_COLOUR, emblem)
    except FileNotFoundError as error:
        raise Http404 from error
    return HttpResponse(content, content_type="image/png")


@reads_only
def card(request: HttpRequest, key: str) -> HttpResponseBase:
    return drawn.serve(request, site_card)


@public_data
def manifest(request: HttpRequest) -> HttpResponse:
    """What a phone needs to keep the site among its apps (W3C Web Application Manifest)."""
    council = Council.current()
    icons = [(str(size), size, "any") for size in MANIFEST_SIZES]
    icons.append((f"maskable-{MASKABLE_SIZE}", MASKABLE_SIZE, "maskable"))
    data = {
        "id": reverse("front"),
        "name": publisher(),
        "short_name": short_name(),
        "description": council.tagline if council else "",
        "lang": "id-ID",
        "dir": "ltr",
        "start_url": reverse("front"),
        "scope": reverse("front"),
        "display": "minimal-ui",
        "background_color": GROUND,
        "theme_color": council.colour if council else NO_COLOUR,
        "categories": ["news", "government"],
        "icons": [
            {
                "src": reverse("icon", args=[name]),
                "sizes": f"{size}x{size}",
                "type": "image/png",
                "purpose": purpose,
            }
            for name, size, purpose in icons
        ],
    }
    return HttpResponse(json.dumps(data, ensure_ascii=False), content_type="application/manifest+json")


@public_data
def opensearch(request: HttpRequest) -> HttpResponse:
    """The site's search for a browser's address bar (OpenSearch 1.1)."""
    context = {
        "short_name": xml_text(short_name()),
        "description": xml_text(f"Cari berita, pejabat, lembaga, dan kunjungan {publisher()}"),
        "search": f"{absolute(reverse('search'))}?q={{searchTerms}}",
        "own": absolute(request.path),
        "icon": absolute(static("img/favicon.ico")),
    }
    return render(request, "opensearch.xml", context, content_type="application/opensearchdescription+xml")


@public_data
def security(request: HttpRequest) -> HttpResponse:
    """Whom to tell of a hole (RFC 9116). It is dated from today's start, so that a day has one answer."""
    council = Council.current()
    address = council.email if council else ""
    today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    lines = [
        f"Contact: mailto:{address}" if address else f"Contact: {absolute(reverse('about'))}",
        f"Expires: {(today + timedelta(days=SECURITY_DAYS)).isoformat()}",
        "Preferred-Languages: id, en",
        f"Canonical: {settings.SITE_URL}{reverse('security')}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def short_name() -> str:
    """The site's name in SHORT_NAME_LENGTH letters: its own, its institution's short one, or the kind and the place."""
    council = Council.current()
    names = [publisher()]
    if council:
        names += [council.institution.short_name]
        names += [f"{council.region.council_name} {council.region.proper_name}", council.region.proper_name]
    short = [name for name in names if 0 < len(name) <= SHORT_NAME_LENGTH]
    return short[0] if short else publisher()[:SHORT_NAME_LENGTH].rstrip()
