"""The page behind a preview link: an unpublished article for one person outside, who may answer.

A chat program fetches every address it is handed, to make a card of it. So a GET says only that something
waits; the text comes with the POST of a person's press, and nothing of it is kept or indexed by anyone.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt

from articles.models import Article, PreviewAnswer, PreviewLink
from articles.models.preview import NOTE_LENGTH, TooManyAnswers, allow_photos, plain_characters
from articles.views import article_page
from dprd_news.lib.caching import keep_private

METHODS = ("GET", "HEAD", "POST")
OPEN = "buka"
_View = Callable[..., HttpResponse]


class AnswerForm(forms.Form):
    aksi = forms.ChoiceField(choices=PreviewAnswer.Kind.choices)
    note = forms.CharField(
        required=False,
        max_length=NOTE_LENGTH,
        validators=[plain_characters],
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"max_length": f"Catatan paling panjang {NOTE_LENGTH} karakter. Ringkaskan dahulu."},
    )

    def __init__(self, data: Any = None) -> None:
        # A browser counts a line break as one character and sends it as two.
        if data is not None:
            data = {name: value.replace("\r\n", "\n") for name, value in data.items()}
        super().__init__(data)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("aksi") == PreviewAnswer.Kind.NOTE and data.get("note") == "":
            self.add_error("note", "Tulis catatannya, atau pilih Setuju.")
        return data


def _for_one_person(view: _View) -> _View:
    """Nobody keeps, indexes or passes on the address; whoever has it may do all that it offers."""

    # The address is the secret here: who can forge the POST holds the link already. A token would need a
    # cookie, and under no-referrer a browser sends "Origin: null", which the check refuses.
    @csrf_exempt
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        is_known = request.method in METHODS
        response = view(request, *args, **kwargs) if is_known else HttpResponseNotAllowed(METHODS)
        response["Referrer-Policy"] = "no-referrer"
        response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
        return keep_private(response)

    return guarded


@_for_one_person
def preview_link(request: HttpRequest, token: str) -> HttpResponse:
    link = PreviewLink.objects.at_address(token)
    if link is None:
        return _closed(request, 404)
    if not link.is_living:
        return _closed(request, 410)
    if request.method != "POST":
        return render(request, "articles/preview_waiting.html", {"answer": link.answer})
    action = request.POST.get("aksi")
    # The newsroom may look at what it sent, but neither counts as the person nor speaks for them.
    is_person = not request.user.is_staff
    if action == OPEN:
        if is_person:
            link.count_opening()
        return _text(request, link, AnswerForm() if is_person else None)
    if action not in PreviewAnswer.Kind.values or not is_person:
        return _closed(request, 400)
    return _answered(request, link, AnswerForm(request.POST))


def _answered(request: HttpRequest, link: PreviewLink, form: AnswerForm) -> HttpResponse:
    """Back to the first page, which says so; or the text again, with what was typed and what is wrong."""
    if not form.is_valid():
        return _text(request, link, form, status=422)
    try:
        link.take_answer(form.cleaned_data["aksi"], form.cleaned_data["note"])
    except TooManyAnswers as error:
        form.add_error(None, str(error))
        return _text(request, link, form, status=429)
    except ValidationError as error:
        form.add_error(None, error.messages)
        return _text(request, link, form, status=422)
    return HttpResponseRedirect(link.get_absolute_url())


def _text(
    request: HttpRequest, link: PreviewLink, form: AnswerForm | None, status: int = 200
) -> HttpResponse:
    article = Article.objects.with_everything().get(pk=link.article_id)
    allow_photos(link, article.article_photos.all())
    return article_page(request, article, is_preview=True, link=link, form=form, status=status)


def _closed(request: HttpRequest, status: int) -> HttpResponse:
    """One page for every end, which tells nothing of the article, not even whether there is one."""
    return render(request, "articles/preview_closed.html", {"status": status}, status=status)
