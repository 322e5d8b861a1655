"""Whoever asks decides neither how an address is read nor how a form is."""

from io import BytesIO
from urllib.parse import urlencode

import pytest
from django.test import RequestFactory
from django.test.client import ClientHandler

from dprd_news.lib.content_types import utf8_alone
from dprd_news.wsgi import application
from tests.factories import make_article, make_council

pytestmark = pytest.mark.django_db

TOLD = (
    "text/plain; charset=rot13",
    "text/plain; charset=idna",
    "text/plain; charset=undefined",
    "text/plain; charset=raw_unicode_escape",
    "application/x-www-form-urlencoded; charset=utf-16",
    "text/plain; kind*=nonsense''%41",
    "text/plain; kind*=idna''%41",
    ";;;",
)


def answer_of(request, content_type):
    """Status and body of what comes to that request under that Content-Type."""
    site = utf8_alone(lambda environ, start_response: ClientHandler()(environ))
    response = site(request.environ | {"CONTENT_TYPE": content_type}, None)
    return response.status_code, response.content.decode()


@pytest.mark.parametrize("told", TOLD)
@pytest.mark.parametrize("address", ["/berita/rss.xml", "/pejabat/", "/kunjungan/", "/lapor/"])
def test_an_address_says_the_same_whatever_its_content_is_called(address, told):
    make_article("Rapat kota")
    query = urlencode({"q": "kota", "kode": "\\ud800", "topik": "\\ud800"})
    request = RequestFactory().get(f"{address}?{query}")

    assert answer_of(request, told) == answer_of(request, "")


@pytest.mark.parametrize("told", TOLD)
def test_a_form_is_read_as_utf8_whatever_it_is_called(told):
    make_council()
    address = f"{make_article().get_absolute_url()}lapor/"
    said = "Keliru “satu” \\ud800"
    form = f'--batas\r\nContent-Disposition: form-data; name="text"\r\n\r\n{said}\r\n--batas--\r\n'.encode()
    request = RequestFactory().post(address, form, content_type="multipart/form-data; boundary=batas")
    request.environ["wsgi.input"] = BytesIO(form)

    status, page = answer_of(request, f"multipart/form-data;{told.partition(';')[2]}; boundary=batas")

    assert (status, said in page) == (422, True)


@pytest.mark.parametrize("told", TOLD)
def test_the_application_does_not_fall_over_what_content_is_called(told):
    statuses = []
    environ = RequestFactory().get("/healthz").environ | {"CONTENT_TYPE": told}

    application(environ, lambda status, headers: statuses.append(status))

    assert statuses == ["200 OK"]
