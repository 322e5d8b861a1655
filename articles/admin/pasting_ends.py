"""What became of a working copy, for whoever comes back to its address or works on in a page left open."""

from dataclasses import dataclass

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse

from articles.models import Article, EndedCopy

GONE = 410


@dataclass(frozen=True)
class WayOn:
    """Where to go from a copy that has ended, and why."""

    told: str
    url: str
    label: str

    def led(self, request: HttpRequest) -> HttpResponse:
        messages.info(request, self.told)
        return HttpResponseRedirect(self.url)

    def said(self) -> HttpResponse:
        """For the script of a page that is still open."""
        return JsonResponse({"told": self.told, "url": self.url, "label": self.label}, status=GONE)


def way_on_from(articles: admin.ModelAdmin, request: HttpRequest, copy: int) -> WayOn | None:
    """From a copy that was saved, for those who may see its draft, or discarded, for its editor; else None."""
    ended = EndedCopy.objects.select_related("article").filter(copy=copy).first()
    if ended is None:
        return None
    if ended.article is None:
        return discarded() if ended.editor == request.user else None
    if not articles.has_view_or_change_permission(request, ended.article):
        return None
    return WayOn("Naskah itu sudah disimpan; ini drafnya.", draft_url(ended.article), str(ended.article))


def discarded() -> WayOn:
    return WayOn("Salinan kerja itu sudah dibuang.", reverse("admin:articles_article_paste"), "Tempel rilis")


def draft_url(article: Article) -> str:
    return reverse("admin:articles_article_change", args=[article.pk])
