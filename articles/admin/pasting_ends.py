"""What became of a working copy, for whoever comes back to its address or presses its button twice."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from articles.filing import twin_of
from articles.models import Article, PastedRelease

# Of so many working copies a session remembers what became of them, under this name.
ENDED, MOST_ENDED = "pasted_ended", 20


def remember_end(request: HttpRequest, copy: int, article: Article | None) -> None:
    """The copy of this id was saved as the article or, without one, discarded."""
    ended = {**request.session.get(ENDED, {}), str(copy): article.pk if article else None}
    request.session[ENDED] = dict(list(ended.items())[-MOST_ENDED:])


def way_on_from(request: HttpRequest, copy: int) -> HttpResponse | None:
    """Where to go from the address of a copy that this session has saved or discarded; None for any other."""
    ended = request.session.get(ENDED, {})
    if str(copy) not in ended:
        return None
    if ended[str(copy)] is None:
        messages.info(request, "Salinan kerja itu sudah Anda buang.")
        return HttpResponseRedirect(reverse("admin:articles_article_paste"))
    messages.info(request, "Naskah itu sudah disimpan; ini drafnya.")
    return to_draft(ended[str(copy)])


def way_on_from_twin(request: HttpRequest, pasted: PastedRelease) -> HttpResponse:
    """The draft that another press or tab has made of this copy, else where to begin anew."""
    article = pasted.article or twin_of(pasted.source_text)
    if article is not None:
        messages.info(request, "Naskah itu baru saja disimpan; ini drafnya.")
        return to_draft(article.pk)
    messages.warning(request, "Salinan kerja itu sudah dibuang.")
    return HttpResponseRedirect(reverse("admin:articles_article_paste"))


def to_draft(pk: int) -> HttpResponse:
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[pk]))
