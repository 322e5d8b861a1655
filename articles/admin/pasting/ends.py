"""What became of a working copy, for whoever comes back to its address or works on in a page left open."""

from dataclasses import dataclass

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.html import format_html, format_html_join

from articles.models import Article, EndedCopy, PastedRelease
from dprd_news.lib.indonesian import closed

GONE = 410
# Of so many pastes a session remembers which copies came of each, under this name.
TOGETHER, MOST_TOGETHER = "pasted_together", 20
# Of so many parted copies it remembers the first part.
PARTED, MOST_PARTED = "pasted_parted", 20
# More names than this are folded.
MOST_NAMES = 5


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
    """From a copy that was saved, for those who may see its draft, or discarded or, in this session, parted, for its
    editor; else None."""
    if (first := request.session.get(PARTED, {}).get(str(copy))) is not None:
        url = reverse("admin:articles_article_pasted", args=[first])
        return WayOn("Naskah itu sudah Anda pisahkan; ini bagian pertamanya.", url, "Bagian pertama")
    ended = EndedCopy.objects.select_related("article").filter(copy=copy).first()
    if ended is None:
        return None
    if ended.article is None:
        return discarded() if ended.editor == request.user else None
    if not articles.has_view_or_change_permission(request, ended.article):
        return None
    return WayOn("Naskah itu sudah disimpan; ini drafnya.", draft_url(ended.article), str(ended.article))


def remember_parted(request: HttpRequest, copy: int, parts: list[int]) -> None:
    """The copy of this id was parted into these, which stand in its place in its paste."""
    parted = {**request.session.get(PARTED, {}), str(copy): parts[0]}
    request.session[PARTED] = dict(list(parted.items())[-MOST_PARTED:])
    pastes = request.session.get(TOGETHER, [])
    whole = next((each for each in reversed(pastes) if copy in each), [copy])
    at = whole.index(copy)
    remember_together(request, [*whole[:at], *parts, *whole[at + 1 :]])


def discarded() -> WayOn:
    return WayOn("Salinan kerja itu sudah dibuang.", reverse("admin:articles_article_paste"), "Tempel rilis")


def draft_url(article: Article) -> str:
    return reverse("admin:articles_article_change", args=[article.pk])


def links_to(articles: list[Article]) -> str:
    return format_html_join("; ", '<a href="{}">{}</a>', ((draft_url(one), one) for one in articles))


def remember_together(request: HttpRequest, copies: list[int]) -> None:
    """The copies of these ids came of one paste, in this order."""
    if len(copies) > 1:
        others = [each for each in request.session.get(TOGETHER, []) if each != copies]
        request.session[TOGETHER] = [*others, copies][-MOST_TOGETHER:]


def told_waiting(request: HttpRequest, ended: int) -> str:
    """What this editor has still to do after the copy of that id, the next one of the same paste first; else ""."""
    waiting = PastedRelease.objects.of(request.user)
    count = waiting.count()
    if not count:
        return ""
    box = reverse("admin:articles_article_paste")
    together: list[int] = next(
        (each for each in reversed(request.session.get(TOGETHER, [])) if ended in each), []
    )
    at = together.index(ended) if together else 0
    left = waiting.in_bulk(together)
    following = next((left[pk] for pk in [*together[at:], *together[:at]] if pk in left), None)
    if following is None:
        told = 'Masih ada {} naskah yang belum selesai di <a href="{}">Tempel rilis</a>.'
        return format_html(told, count, box)
    return format_html(
        'Masih ada {} naskah yang belum selesai. Lanjut ke <a href="{}">{}</a>, '
        'atau lihat semuanya di <a href="{}">Tempel rilis</a>.',
        count,
        reverse("admin:articles_article_pasted", args=[following.pk]),
        following.start,
        box,
    )


def told_open(names: list[str]) -> str:
    """Every offer that was left open, folded where they are many."""
    if len(names) <= MOST_NAMES:
        return closed(f"Belum diputuskan, jadi tidak dipakai: {'; '.join(names)}")
    return format_html(
        "<details><summary>{} usulan belum diputuskan, jadi tidak dipakai</summary><p>{}</p></details>",
        len(names),
        closed("; ".join(names)),
    )
