import gzip

import brotli
import pytest
from django.http import HttpResponse, HttpResponseNotModified, StreamingHttpResponse

from dprd_news.lib.compression import CompressionMiddleware, accepted_coding

TEXT = "Rapat kerja membahas pengelolaan sampah. " * 20


def answer(rf, response, accept="gzip, deflate, br"):
    return CompressionMiddleware(lambda request: response)(rf.get("/", headers={"accept-encoding": accept}))


@pytest.mark.parametrize(
    ("header", "coding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip", "gzip"),
        ("x-gzip", "gzip"),
        ("br;q=0.5, gzip;q=0.8", "gzip"),
        ("BR; q=1.0 , gzip;q=1", "br"),
        ("br;q=0, gzip;q=0", None),
        ("br;q=0, *", "gzip"),
        ("*;q=0", None),
        ("*", "br"),
        ("gzip;q=0.5, identity", None),
        ("identity", None),
        ("br;q=banyak", None),
        ("br;q=nan, gzip;q=9", None),
        (";;,,;q=,", None),
        ("", None),
    ],
)
def test_accepted_coding_follows_the_weights(header, coding):
    assert accepted_coding(header) == coding


@pytest.mark.parametrize(
    ("accept", "coding", "decompress"), [("br", "br", brotli.decompress), ("gzip", "gzip", gzip.decompress)]
)
def test_text_is_compressed_with_its_headers_in_order(rf, accept, coding, decompress):
    response = HttpResponse(
        TEXT, headers={"ETag": '"abc"', "Content-Length": str(len(TEXT)), "Vary": "Cookie"}
    )

    response = answer(rf, response, accept)

    assert decompress(response.content).decode() == TEXT
    assert dict(response.items()) == {
        "Content-Type": "text/html; charset=utf-8",
        "ETag": 'W/"abc"',
        "Content-Length": str(len(response.content)),
        "Vary": "Cookie, Accept-Encoding",
        "Content-Encoding": coding,
    }


def test_weak_etag_stays_as_it_is(rf):
    response = answer(rf, HttpResponse(TEXT, headers={"ETag": 'W/"abc"'}))

    assert (response["Content-Encoding"], response["ETag"]) == ("br", 'W/"abc"')


def test_client_without_compression_gets_plain_text_that_varies(rf):
    response = answer(rf, HttpResponse(TEXT, headers={"ETag": '"abc"'}), accept="")

    assert (response.content.decode(), response["Vary"], response["ETag"]) == (
        TEXT,
        "Accept-Encoding",
        '"abc"',
    )
    assert not response.has_header("Content-Encoding")


@pytest.mark.parametrize(
    "content_type",
    [
        "text/csv",
        "text/calendar; charset=utf-8",
        "application/json",
        "application/xml; charset=utf-8",
        "application/rss+xml",
        "application/feed+json",
        "image/svg+xml",
        "Application/JSON;charset=utf-8",
    ],
)
def test_text_like_types_are_compressed(rf, content_type):
    assert answer(rf, HttpResponse(TEXT, content_type=content_type))["Content-Encoding"] == "br"


@pytest.mark.parametrize(
    "response",
    [
        HttpResponse(TEXT[:199]),
        HttpResponse(TEXT, content_type="image/jpeg"),
        HttpResponse(TEXT, content_type="application/zip"),
        HttpResponse(TEXT, content_type="application/jsonish"),
        HttpResponse(TEXT, headers={"Content-Encoding": "deflate"}),
        HttpResponse(TEXT, headers={"Cache-Control": "no-transform"}),
        HttpResponse(TEXT, status=206),
    ],
)
def test_other_answers_are_left_alone(rf, response):
    before = (response.content, dict(response.items()))

    after = answer(rf, response)

    assert (after.content, dict(after.items())) == before


def test_streams_are_left_alone(rf):
    response = answer(rf, StreamingHttpResponse([TEXT.encode()]))

    assert b"".join(response) == TEXT.encode()
    assert not response.has_header("Content-Encoding")


def test_not_modified_varies_like_the_page(rf):
    response = answer(rf, HttpResponseNotModified(headers={"ETag": '"abc"'}))

    assert (response.content, response["Vary"], response["ETag"]) == (b"", "Accept-Encoding", '"abc"')
