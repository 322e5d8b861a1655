"""Readers report an error: it reaches the newsroom whole, and nothing of it is ever public but the outcome."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from articles import reports
from articles.models import ErrorReport
from tests.factories import make_article, make_report, make_user

pytestmark = pytest.mark.django_db


def stamp_of(client, article):
    page = client.get(article.get_report_url()).content.decode()
    return re.search(r'name="stamp" value="([^"]+)"', page)[1]


def send(client, article, seconds=30, stamp=None, **fields):
    """What a browser sends that many seconds after it got the form."""
    stamp = stamp or stamp_of(client, article)
    with time_machine.travel(timezone.now() + timedelta(seconds=seconds), tick=False):
        data = {"passage": "", "text": "Namanya bukan itu.", "contact": "", "website": "", "stamp": stamp}
        return client.post(article.get_report_url(), data | fields)


def test_report_reaches_the_newsroom_and_gives_a_receipt(client):
    article = make_article("Rapat kerja")

    response = send(client, article, passage="Kalimat itu.", text="Bukan\r\nbegitu.", contact="a@b.example")

    report = ErrorReport.objects.get()
    told = (report.article, report.article_version, report.passage, report.text, report.contact)
    assert told == (article, article.version, "Kalimat itu.", "Bukan\nbegitu.", "a@b.example")
    assert response["Location"] == f"/lapor/?kode={report.shown_code}&terkirim=1"
    assert report.shown_code in client.get(response["Location"]).content.decode()


def test_form_and_receipt_are_kept_by_nobody_and_set_no_cookie(client):
    article, report = make_article(), make_report()

    for path in (article.get_report_url(), f"/lapor/?kode={report.code}", "/lapor/"):
        answer = client.get(path)
        assert (answer.status_code, answer["Cache-Control"]) == (200, "private, no-store")
        assert (answer["X-Robots-Tag"], dict(answer.cookies)) == ("noindex", {})


def test_words_of_the_reporter_are_on_no_page(client):
    report = make_report(text="Kata pelapor", passage="Kutipan pelapor", contact="pelapor@contoh.example")
    report.settle("corrected", "Nama sudah dibetulkan.", by=make_user("Redaktur"))

    pages = [
        client.get(path).content.decode()
        for path in (
            f"/lapor/?kode={report.code}",
            report.article.get_absolute_url(),
            "/koreksi/",
            "/rss.xml",
        )
    ]

    assert "Nama sudah dibetulkan." in pages[0]
    assert "Sudah dikoreksi" in pages[0]
    assert [page for page in pages if re.search("Kata pelapor|Kutipan pelapor|pelapor@", page)] == []


@pytest.mark.parametrize("typed", ["{code}", "{low}", "{dashed}", " {dashed} "])
def test_code_is_found_however_it_is_typed(client, typed):
    report = make_report()
    typed = typed.format(code=report.code, low=report.code.lower(), dashed=report.shown_code)

    assert report.shown_code in client.get("/lapor/", {"kode": typed}).content.decode()


@pytest.mark.parametrize(
    "typed", ["ABCD-2345", "x" * 10_000, "\x00", "' OR 1=1 --", "<script>", "１２３４５６７８"]
)
def test_unknown_code_says_so(client, typed):
    make_report()

    response = client.get("/lapor/", {"kode": typed})

    page = response.content.decode()
    assert (response.status_code, "tidak ditemukan" in page, "<script>" in page) == (200, True, False)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"text": " "}, "Tuliskan apa yang keliru."),
        ({"text": "a" * 3001}, "3000"),
        ({"text": "a\x00b"}, "null"),
        ({"passage": "a" * 501}, "500"),
        ({"contact": "a" * 201}, "200"),
        ({"website": "https://iklan.example"}, "kiriman otomatis"),
        ({"stamp": "1:2:3"}, "lewat formulir ini"),
        ({"seconds": 1}, "terlalu cepat"),
        ({"seconds": 90_000}, "sudah lama terbuka"),
    ],
)
def test_what_is_refused_is_told_and_what_was_typed_stays(client, fields, said):
    article = make_article()

    response = send(client, article, **{"contact": "tetap ada", **fields})

    page = response.content.decode()
    assert (response.status_code, ErrorReport.objects.count()) == (422, 0)
    assert said in page
    assert "tetap ada" in page or "contact" in fields


def test_form_of_another_article_is_refused(client):
    article, other = make_article(), make_article()

    response = send(client, article, stamp=stamp_of(client, other))

    assert (response.status_code, ErrorReport.objects.count()) == (422, 0)


def test_reports_are_counted_by_address_and_the_words_stay(client, monkeypatch):
    monkeypatch.setattr(reports, "REPORTS", 2)
    article = make_article()

    answers = [send(client, article, text=f"Keliru {number}") for number in range(3)]

    assert [answer.status_code for answer in answers] == [302, 302, 429]
    assert "Keliru 2" in answers[2].content.decode()
    assert ErrorReport.objects.count() == 2


def test_codes_are_not_guessed_by_trying(client, monkeypatch):
    monkeypatch.setattr(reports, "LOOKS", 2)
    report = make_report()

    answers = [client.get("/lapor/", {"kode": code}) for code in ("ABCD2345", "ABCD2346", report.code)]

    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert report.shown_code not in answers[2].content.decode()


def test_selected_sentence_stands_in_the_form_and_is_escaped(client):
    article = make_article()

    page = client.get(article.get_report_url(), {"kutipan": "<b>itu\x00</b>" + "x" * 9000}).content.decode()

    assert "&lt;b&gt;itu&lt;/b&gt;" in page
    assert "x" * 501 not in page


@pytest.mark.parametrize(
    ("state", "status"), [("draft", 404), ("in_review", 404), ("scheduled", 404), ("withdrawn", 410)]
)
def test_hidden_article_takes_no_report(client, state, status):
    article = make_article(state=state)

    answers = [client.get(article.get_report_url()), client.post(article.get_report_url(), {"text": "x"})]

    assert [answer.status_code for answer in answers] == [status, status]
    assert ErrorReport.objects.count() == 0


def test_outcome_needs_an_answer():
    report = make_report()

    with pytest.raises(ValidationError, match="jawabannya"):
        report.settle("unchanged", "  ")
    with pytest.raises(ValidationError, match="Pilih hasilnya"):
        report.settle("open", "Sebab.")


def test_redaktur_says_what_came_of_it(client):
    report, account = make_report(), make_user("Redaktur")
    client.force_login(account)
    address = reverse("admin:articles_errorreport_change", args=[report.pk])

    refused = client.post(address, {"outcome": "corrected", "answer": ""})
    client.post(address, {"outcome": "corrected", "answer": "Sudah dibetulkan."})

    report.refresh_from_db()
    assert "Tuliskan jawabannya" in refused.content.decode()
    assert (report.outcome, report.answer, report.answered_by) == ("corrected", "Sudah dibetulkan.", account)
