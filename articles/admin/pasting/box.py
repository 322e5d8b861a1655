"""The box to paste into: text and files become working copies."""

from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html

from articles.admin.pasting import rights, uploads
from articles.admin.pasting.ends import links_to, remember_together
from articles.models import Article, PastedRelease, ReleaseSource
from articles.pasting import copies
from articles.reading.text.files import UnreadableText
from dprd_news.lib.differences import Difference, condensed, differences
from people.templatetags.indonesian import moment


def paste_page(articles: admin.ModelAdmin, request: HttpRequest) -> HttpResponse:
    """The box to paste into, and what this editor left unfinished."""
    article = rights.draft(articles, request, request.POST.get("berita") or request.GET.get("berita") or "")
    error: Any = ""
    if request.method == "POST":
        try:
            text, photos, left = uploads.received(request)
            if article is not None and "source_text" not in request.POST:
                # From the draft's own button: the text is the one that it has.
                text = _text_of(article)
            taken = copies.paste(request.user, text, article, bool(request.POST.get("is_one")))
        except UnreadableText as problem:
            error = f"{problem} {_choose_again(request)}".strip()
        else:
            if taken.copies:
                uploads.stage_and_tell(request, taken.copies[0], photos, left)
                return _opened(request, taken)
            error = format_html(
                "Naskah ini sudah ada sebagai {}. {}", links_to(taken.on_file), _choose_again(request)
            )
    PastedRelease.objects.stale().sweep()
    context = {
        **articles.admin_site.each_context(request),
        "opts": articles.opts,
        "title": "Baca ulang naskah" if article else "Tempel rilis",
        "article": article,
        "error": error,
        "text": request.POST.get("source_text", _text_of(article)),
        "earlier": _earlier(article),
        "unfinished": PastedRelease.objects.of(request.user).select_related("article"),
    }
    return TemplateResponse(request, "admin/pasted/paste.html", context)


def _choose_again(request: HttpRequest) -> str:
    """What to say of files that came with a paste of which nothing is kept: no browser sends them again by itself."""
    names = ", ".join(str(file.name) for file in request.FILES.getlist("files"))
    return f"Berkas yang tadi dipilih belum tersimpan, jadi pilih lagi: {names}." if names else ""


def _text_of(article: Article | None) -> str:
    """The draft's source or, for one written by hand, its own words."""
    return article.source_text or copies.own_words(article) if article else ""


def _earlier(article: Article | None) -> list[tuple[ReleaseSource, list[Difference]]]:
    """Each source that the draft had before, with what the one after it changed."""
    if article is None:
        return []
    rows = list(article.earlier_sources.select_related("replaced_by"))
    later = [article.source_text, *(row.text for row in rows)]
    return [(row, condensed(differences(row.text, after))) for row, after in zip(rows, later, strict=False)]


def _opened(request: HttpRequest, taken: copies.Taken) -> HttpResponse:
    pasted = taken.copies
    if taken.on_file:
        told = "Tempelan ini juga berisi naskah yang sudah ada, jadi tidak dibaca lagi: {}."
        messages.warning(request, format_html(told, links_to(taken.on_file)))
    if pasted[0].is_at_hand:
        since = moment(pasted[0].created_at)
        messages.info(request, f"Naskah ini sudah Anda tempel: {since}. Salinan kerja itu dibuka lagi.")
    if len(pasted) > 1:
        messages.info(
            request,
            f"Tempelan ini berisi {len(pasted)} rilis{' baru' if taken.on_file else ''}. "
            "Ini yang pertama; yang lain menunggu di halaman Tempel rilis.",
        )
    remember_together(request, [copy.pk for copy in pasted])
    # The script lets go of the text that it keeps in the browser only once it reads that the text is here.
    return HttpResponseRedirect(reverse("admin:articles_article_pasted", args=[pasted[0].pk]) + "?baru=1")
