"""Which drafts and working copies an account may open here, and what it may make."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from articles.models import Article, PastedRelease
from articles.pasting.revising import call_off, is_open

MAKING = {
    "official": "people.add_official",
    "institution": "people.add_institution",
    "visit": "people.add_visit",
    "topic": "people.add_topic",
    "position": "people.add_position",
}


def draft(articles: admin.ModelAdmin, request: HttpRequest, key: str) -> Article | None:
    """The draft of that key, None for "". Raises PermissionDenied without the right to change or to add."""
    if not key:
        if not articles.has_add_permission(request):
            raise PermissionDenied
        return None
    article = get_object_or_404(Article, pk=key if key.isdecimal() and len(key) < 18 else 0)
    _may_reread(articles, request, article)
    return article


def own_copy(articles: admin.ModelAdmin, request: HttpRequest, pk: int) -> PastedRelease:
    """The editor's own working copy; 404 for anybody else's, 403 without the right to its draft."""
    own = PastedRelease.objects.of(request.user).select_related("article")
    pasted = get_object_or_404(own, pk=pk)
    if pasted.is_revision and pasted.article and not is_open(pasted.article):
        call_off(pasted)
        messages.warning(
            request,
            "Berita yang hendak direvisi sudah disetujui atau terbit. Naskah ini kembali menjadi rilis baru.",
        )
    if pasted.article is not None:
        _may_reread(articles, request, pasted.article)
    elif not articles.has_add_permission(request):
        raise PermissionDenied
    return pasted


def may_make(request: HttpRequest) -> set[str]:
    return {kind for kind, permission in MAKING.items() if request.user.has_perm(permission)}


def _may_reread(articles: admin.ModelAdmin, request: HttpRequest, article: Article) -> None:
    """Only what is not approved yet is read again. Raises PermissionDenied."""
    if not is_open(article) or not articles.has_change_permission(request, article):
        raise PermissionDenied
