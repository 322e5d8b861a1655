"""Answers made on the fly, compressed with brotli or gzip as the client prefers (RFC 9110, section 12.5.3).

CSRF tokens are masked anew on every answer, so a page's size tells nothing about them (BREACH).
"""

import gzip
import re
from collections.abc import Callable

import brotli
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers

# Below this the headers and the work cost more than the bytes saved.
SMALLEST_BYTES = 200
BROTLI_QUALITY = 4
GZIP_LEVEL = 5

_TEXT_TYPE = re.compile(r"text/|application/(?:json|javascript|xml)\s*(?:;|$)|[\w.-]+/[\w.-]+\+(?:json|xml)")
_QUALITY = re.compile(r"q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)", re.IGNORECASE)
_COMPRESSORS: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda body: brotli.compress(body, mode=brotli.MODE_TEXT, quality=BROTLI_QUALITY),
    "gzip": lambda body: gzip.compress(body, compresslevel=GZIP_LEVEL, mtime=0),
}


def accepted_coding(header: str) -> str | None:
    """'br' or 'gzip' from an Accept-Encoding header, brotli first among equals; None for neither.

    An unreadable weight counts as a refusal.
    """
    weights: dict[str, float] = {}
    for item in header.split(","):
        name, _, parameter = (part.strip() for part in item.partition(";"))
        quality = _QUALITY.fullmatch(parameter)
        weights[name.lower().removeprefix("x-")] = float(quality[1]) if quality else float(not parameter)
    rest = weights.get("*", 0.0)
    best = max(_COMPRESSORS, key=lambda coding: weights.get(coding, rest))
    weight = weights.get(best, rest)
    return best if weight > 0 and weight >= weights.get("identity", 0.0) else None


def is_compressible(response: HttpResponseBase) -> bool:
    """Whole text in memory, long enough, and not already encoded, cut or forbidden to change."""
    return (
        isinstance(response, HttpResponse)
        and response.status_code not in {204, 206, 304}
        and not response.has_header("Content-Encoding")
        and "no-transform" not in response.get("Cache-Control", "")
        and _TEXT_TYPE.match(response.get("Content-Type", "").lower()) is not None
        and len(response.content) >= SMALLEST_BYTES
    )


class CompressionMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if response.status_code == 304:
            # A cache must keep the answers apart that it was told to keep apart with the page itself.
            patch_vary_headers(response, ["Accept-Encoding"])
        elif isinstance(response, HttpResponse) and is_compressible(response):
            patch_vary_headers(response, ["Accept-Encoding"])
            self._compress(response, accepted_coding(request.headers.get("Accept-Encoding", "")))
        return response

    def _compress(self, response: HttpResponse, coding: str | None) -> None:
        if coding is None:
            return
        body = _COMPRESSORS[coding](response.content)
        if len(body) >= len(response.content):
            return
        response.content = body
        response["Content-Encoding"] = coding
        response["Content-Length"] = str(len(body))
        etag = response.get("ETag", "")
        if etag.startswith('"'):
            # A strong tag promises the same bytes, and these now differ from the plain ones.
            response["ETag"] = f"W/{etag}"
