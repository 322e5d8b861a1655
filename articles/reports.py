"""Readers report an error: a page of its own at each article, and one where a receipt code is looked up.

Neither page is ever kept, and neither sets a cookie: in place of a session's token the form carries a signed
time, so that a report needs the form, and is neither older than a day nor sent faster than anyone types.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.csrf import csrf_exempt

from articles.models import Article, ErrorReport
from articles.models.report import PASSAGE_LENGTH, TEXT_LENGTH
from dprd_news.lib.caching import keep_private
from dprd_news.lib.clients import is_within
from people.addresses import find
from people.views import withdrawn

REPORTS, REPORT_SECONDS = 5, 60 * 60
LOOKS, LOOK_SECONDS = 30, 10 * 60
FASTEST_SECONDS, STALE_SECONDS = 2, 24 * 60 * 60
_signer = TimestampSigner(salt="articles.reports")
_View = Callable[..., HttpResponse]


class ReportForm(forms.Form):
    passage = forms.CharField(
        label="Kalimat yang dimaksud",
        required=False,
        max_length=PASSAGE_LENGTH,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Boleh kosong. Salin bagian beritanya yang keliru.",
    )
    text = forms.CharField(
        label="Apa yang keliru, dan bagaimana yang benar?",
        max_length=TEXT_LENGTH,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": "Tuliskan apa yang keliru."},
    )
    contact = forms.CharField(
        label="Surel atau nomor telepon",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "email"}),
        help_text="Boleh kosong. Hanya untuk bertanya kembali kepada Anda; tidak pernah ditampilkan.",
    )
    # Filled in by programs alone: people neither see nor reach it.
    website = forms.CharField(
        required=False, widget=forms.TextInput(attrs={"tabindex": -1, "autocomplete": "off"})
    )
    stamp = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, article: Article, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.article = article

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("website"):
            raise ValidationError(
                "Kiriman ini tampak seperti kiriman otomatis. Kosongkan isian yang tersembunyi."
            )
        self._check_age(data.get("stamp", ""))
        return data

    def _check_age(self, stamp: str) -> None:
        try:
            number = _signer.unsign(stamp, max_age=STALE_SECONDS)
            is_too_fast = _is_fresh(stamp)
        except SignatureExpired as error:
            raise ValidationError(
                "Halaman ini sudah lama terbuka. Periksa isiannya, lalu kirim sekali lagi."
            ) from error
        except BadSignature as error:
            raise ValidationError("Kirim lewat formulir ini. Periksa isiannya, lalu kirim lagi.") from error
        if number != str(self.article.pk):
            raise ValidationError("Formulir ini milik berita lain. Periksa isiannya, lalu kirim lagi.")
        if is_too_fast:
            raise ValidationError("Kiriman datang terlalu cepat. Periksa isiannya, lalu kirim sekali lagi.")


def stamp_for(article: Article) -> str:
    return _signer.sign(str(article.pk))


def _is_fresh(stamp: str) -> bool:
    try:
        _signer.unsign(stamp, max_age=FASTEST_SECONDS)
    except SignatureExpired:
        return False
    return True


def _apart(view: _View) -> _View:
    """Kept and indexed by nobody."""

    # A token would need a cookie, and whoever forged this POST could only make a stranger report an error.
    @csrf_exempt
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        methods = ("GET", "HEAD", "POST")
        response = (
            view(request, *args, **kwargs) if request.method in methods else HttpResponseNotAllowed(methods)
        )
        response["X-Robots-Tag"] = "noindex"
        return keep_private(response)

    return guarded


@_apart
def report_form(request: HttpRequest, year: int, month: int, slug: str) -> HttpResponse:
    article = find(request, Article.objects.all(), slug)
    if article.withdrawn_at:
        return withdrawn(request, article)
    if not article.is_public:
        raise Http404
    if request.method != "POST":
        passage = request.GET.get("kutipan", "").replace("\x00", "")[:PASSAGE_LENGTH]
        return _show(request, article, ReportForm(article, initial={"passage": passage}))
    # A browser counts a line break as one character and sends it as two.
    data = {name: str(value).replace("\r\n", "\n") for name, value in request.POST.items()}
    form = ReportForm(article, data)
    if not form.is_valid():
        return _show(request, article, form, status=422)
    if not is_within(request, "report", REPORTS, REPORT_SECONDS):
        form.add_error(
            None,
            "Dari alamat internet ini sudah beberapa laporan masuk dalam satu jam. Coba lagi nanti; "
            "isian Anda masih ada di halaman ini.",
        )
        return _show(request, article, form, status=429)
    told = {name: form.cleaned_data[name] for name in ("passage", "text", "contact")}
    report = ErrorReport.objects.create(article=article, article_version=article.version, **told)
    query = urlencode({"kode": report.shown_code, "terkirim": "1"})
    return HttpResponseRedirect(f"{reverse('articles:report_status')}?{query}")


@_apart
def report_status(request: HttpRequest) -> HttpResponse:
    typed = request.GET.get("kode", "")[:40]
    is_allowed = not typed or is_within(request, "report-code", LOOKS, LOOK_SECONDS)
    looked_up = ErrorReport.objects.at_code(typed if is_allowed else "")
    report = looked_up.select_related("article").first()
    context = {
        "typed": typed,
        "report": report,
        "is_new": report is not None and "terkirim" in request.GET,
        "is_allowed": is_allowed,
        "noindex": True,
    }
    status = 200 if is_allowed else 429
    return render(request, "articles/report_status.html", context, status=status)


def _show(request: HttpRequest, article: Article, form: ReportForm, status: int = 200) -> HttpResponse:
    context = {
        "article": article,
        "form": form,
        "stamp": stamp_for(article),
        "noindex": True,
    }
    return render(request, "articles/report_form.html", context, status=status)
