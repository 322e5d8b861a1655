"""The public style sheet with the council's colours in it: one file, so that a page waits for one alone.

Its address holds a digest of its content, so it may be kept for a year and is another one once a colour or
a rule changes.
"""

import hashlib
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from dprd_news.lib.caching import public_data, reads_only, remembered
from people.models import Council

SHEET = "css/site.css"
YEAR_SECONDS = 365 * 24 * 60 * 60


def context(request: HttpRequest) -> dict[str, Any]:
    """`styles_path` for every template."""
    return {"styles_path": _path()}


@reads_only
def styles(request: HttpRequest, digest: str) -> HttpResponse:
    """The sheet of that digest; an older one leads on to the present one."""
    if request.path != _path():
        return HttpResponseRedirect(_path())
    response = HttpResponse(_sheet(), content_type="text/css; charset=utf-8")
    response["Cache-Control"] = f"public, max-age={YEAR_SECONDS}, immutable"
    return response


@public_data
def colours(request: HttpRequest) -> HttpResponse:
    """The council's colours alone, for the newsroom, whose sheets are its own."""
    return HttpResponse(_colours(), content_type="text/css; charset=utf-8")


def _path() -> str:
    return reverse("styles", args=[_digest()])


@remembered
def _digest() -> str:
    return hashlib.blake2s(_sheet().encode(), digest_size=8).hexdigest()


def _sheet() -> str:
    rules = _read.__wrapped__() if settings.DEBUG else _read()
    return rules + _colours()


def _colours() -> str:
    council = Council.current()
    return f":root{{--brand:{council.colour};--brand-dark:{council.colour_dark}}}\n" if council else ""


@lru_cache(maxsize=1)
def _read() -> str:
    """The rules; what they name stands under static."""
    return _spare(_source().read_text()).replace('url("../', f'url("{settings.STATIC_URL}')


def _source() -> Path:
    """As collected, or as written in DEBUG and where nothing was collected."""
    if not settings.DEBUG:
        collected = Path(settings.STATIC_ROOT) / getattr(staticfiles_storage, "stored_name", str)(SHEET)
        if collected.exists():
            return collected
    return Path(str(finders.find(SHEET)))


def _spare(css: str) -> str:
    """The same rules without comments and indentation; no string of the sheet holds either."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r"\s+", " ", css)
    return re.sub(r" ?([{};,]) ?", r"\1", css).replace(": ", ":").replace(";}", "}").strip() + "\n"
