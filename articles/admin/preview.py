"""Pratinjau: the article's real page before it is out, at a phone's and a desk's width, and who outside may see it."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any
from urllib.parse import urlencode

from csp.constants import SELF
from csp.decorators import csp_replace, csp_update
from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_POST

from articles.models import Article, PreviewLink
from articles.models.preview import DAYS, DEFAULT_DAYS
from articles.views import article_page
from dprd_news.lib.caching import keep_private
from people.models import Council
from people.templatetags.indonesian import moment

# By the word in the address: what it is called, and the class of the frame, whose width stands in the style sheet.
WIDTHS = {"ponsel": "Ponsel", "ponsel-kecil": "Ponsel kecil", "meja": "Layar meja"}
DEFAULT_WIDTH = "ponsel"


class LinkForm(forms.ModelForm):
    days = forms.TypedChoiceField(
        label="Berlaku selama",
        choices=[(days, f"{days} hari") for days in DAYS],
        initial=DEFAULT_DAYS,
        coerce=int,
    )

    class Meta:
        model = PreviewLink
        fields = ("person",)
        help_texts = {"person": "Satu tautan untuk satu orang, misalnya Ibu Rina, Dinas Pendidikan."}

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if "days" in data:
            self.instance.made_at = timezone.now()
            self.instance.expires_at = self.instance.made_at + timedelta(days=data["days"])
        return data


def urls(articles: admin.ModelAdmin) -> list[URLPattern]:
    """The one page that may be framed, the one that frames it, and the end of a link."""

    def route(address: str, name: str, view: Callable[..., Any]) -> URLPattern:
        guarded = articles.admin_site.admin_view(view)
        return path(f"<int:pk>/pratinjau/{address}", guarded, name=f"articles_article_{name}")

    def bound(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        return partial(view, articles)

    page = csp_replace({"frame-ancestors": [SELF]})(bound(preview_page))
    screen = csp_update({"frame-src": [SELF]})(bound(preview_screen))
    return [
        route("", "preview", xframe_options_sameorigin(page)),
        route("layar/", "preview_screen", screen),
        route("tautan/<int:link_pk>/cabut/", "preview_revoke", require_POST(bound(revoke))),
    ]


def preview_page(articles: admin.ModelAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """The page as readers will have it; only the newsroom's own pages may frame it."""
    article = seen_article(articles, request, pk)
    response = article_page(request, article, is_preview=True)
    response["X-Robots-Tag"] = "noindex"
    return keep_private(response)


def preview_screen(articles: admin.ModelAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """The page in a frame of the chosen width; beside it the links for people outside. A POST makes one."""
    article = seen_article(articles, request, pk)
    may_share = request.user.has_perm("articles.add_previewlink")
    if request.method == "POST" and not may_share:
        raise PermissionDenied
    editor: Any = request.user
    form = LinkForm(request.POST or None, instance=PreviewLink(article=article, made_by=editor))
    if request.method == "POST" and article.was_public:
        messages.error(request, "Berita ini sudah terbit atau ditarik, jadi tidak perlu tautan pratinjau.")
        return _back(article)
    if request.method == "POST" and form.is_valid():
        return _made(articles, request, form.save())
    width = request.GET.get("lebar", "")
    width = width if width in WIDTHS else DEFAULT_WIDTH
    context = {
        **articles.admin_site.each_context(request),
        "title": "Pratinjau",
        "opts": articles.opts,
        "original": article,
        "widths": WIDTHS,
        "width": width,
        "links": shown_links(request, article),
        "form": form if may_share and not article.was_public else None,
        "media": articles.media,
    }
    return keep_private(TemplateResponse(request, "admin/preview/screen.html", context))


def revoke(articles: admin.ModelAdmin, request: HttpRequest, pk: int, link_pk: int) -> HttpResponse:
    article = seen_article(articles, request, pk)
    if not request.user.has_perm("articles.change_previewlink"):
        raise PermissionDenied
    link = get_object_or_404(article.preview_links, pk=link_pk)
    link.revoke()
    articles.log_change(request, article, f"Tautan pratinjau untuk {link.person} dicabut")
    messages.success(request, f"Tautan untuk {link.person} dicabut dan tidak dapat dibuka lagi.")
    return _back(article)


def seen_article(articles: admin.ModelAdmin, request: HttpRequest, pk: int) -> Article:
    """With all that its page shows. 403 without the right to see articles, 404 for none there."""
    if not articles.has_view_permission(request):
        raise PermissionDenied
    article = Article.objects.with_everything().filter(pk=pk).first()
    if article is None:
        raise Http404
    return article


def shown_links(request: HttpRequest, article: Article) -> list[dict[str, Any]]:
    """The article's links, the newest first; the address only for those who may give it away."""
    may_share = request.user.has_perm("articles.add_previewlink")
    links = article.preview_links.select_related("made_by").prefetch_related("answers")
    return [
        {
            "link": link,
            "state": _state(link),
            "message": _message(link) if may_share and link.is_living else "",
            "whatsapp": whatsapp(_message(link)) if may_share and link.is_living else "",
            "may_revoke": link.is_living and request.user.has_perm("articles.change_previewlink"),
        }
        for link in links
    ]


def whatsapp(message: str) -> str:
    """An address that opens WhatsApp with the message ready, on a phone or in a browser."""
    return f"https://wa.me/?{urlencode({'text': message})}"


def _made(articles: admin.ModelAdmin, request: HttpRequest, link: PreviewLink) -> HttpResponse:
    articles.log_change(request, link.article, f"Tautan pratinjau untuk {link.person} dibuat")
    messages.success(
        request, f"Tautan untuk {link.person} siap dikirim. Berlaku sampai {moment(link.expires_at)}."
    )
    return _back(link.article)


def _back(article: Article) -> HttpResponseRedirect:
    address = reverse("admin:articles_article_preview_screen", args=[article.pk])
    return HttpResponseRedirect(f"{address}#tautan")


def _state(link: PreviewLink) -> tuple[str, str]:
    """A word and its colour."""
    if link.is_living:
        return "Berlaku", "good"
    if link.revoked_at:
        return "Dicabut", "bad"
    return ("Berakhir saat terbit", "") if link.article.was_public else ("Habis masanya", "")


def _message(link: PreviewLink) -> str:
    council = Council.current()
    sender = f"Redaksi {council.name}" if council else "Redaksi"
    return (
        f"Yth. {link.person}, {sender} mohon tanggapan atas sebuah naskah sebelum terbit. Buka tautan ini, "
        f"yang khusus untuk Anda dan berlaku sampai {moment(link.expires_at)}: {link.address}"
    )
