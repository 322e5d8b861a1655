"""An article in other forms: as text alone, for a slow line, and as a kit for other newsrooms."""

from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import Resolver404, resolve, reverse

from articles.around import related
from articles.models import Article
from articles.press_kit import kit_of
from dprd_news.lib.caching import keep_private, public_page, reads_only
from dprd_news.lib.clients import is_within
from dprd_news.lib.html import blocks, paragraphs_to_html, plain_text, relinked
from dprd_news.lib.paging import page_before
from people.addresses import find
from people.views import withdrawn

LIST_SIZE = 30
# With its head and its links a page stays under 20 KB; what is longer goes on on a next one.
PART_BYTES = 12_000
KITS, KIT_SECONDS = 20, 10 * 60


@public_page
def text_list(request: HttpRequest) -> HttpResponse:
    page = page_before(
        Article.objects.published().defer("source_text"), request.GET.get("sebelum", ""), LIST_SIZE
    )
    context = {"articles": page.rows, "next_cursor": page.next_cursor, "noindex": bool(request.GET)}
    return render(request, "articles/text_list.html", context)


@public_page
def text_page(request: HttpRequest, year: int, month: int, slug: str) -> HttpResponse:
    article = find(request, Article.objects.with_everything(), slug)
    if article.get_text_url() != request.path:
        return HttpResponsePermanentRedirect(article.get_text_url())
    if article.withdrawn_at:
        return withdrawn(request, article)
    context = {
        "article": article,
        "part": Paginator(_parts(article), 1).get_page(request.GET.get("bagian")),
        "related": related(article),
    }
    return render(request, "articles/text_page.html", context)


@reads_only
def press_kit(request: HttpRequest, year: int, month: int, slug: str) -> HttpResponseBase:
    article = find(request, Article.objects.with_everything(), slug)
    if article.get_press_kit_url() != request.path:
        return HttpResponsePermanentRedirect(article.get_press_kit_url())
    if article.withdrawn_at:
        return withdrawn(request, article)
    if not is_within(request, "press-kit", KITS, KIT_SECONDS):
        refusal = render(request, "429.html", status=429)
        refusal["Retry-After"] = str(KIT_SECONDS)
        return keep_private(refusal)
    response = FileResponse(
        kit_of(article), as_attachment=True, filename=f"{article.slug}.zip", content_type="application/zip"
    )
    response["X-Robots-Tag"] = "noindex"
    # Asked for anew each time: what was taken out of the article is out of its kit.
    response["Cache-Control"] = "public, no-cache"
    return response if article.is_public else keep_private(response)


def _parts(article: Article) -> list[str]:
    """The text's HTML in parts of at most PART_BYTES, cut between its blocks."""
    parts, size = [[]], 0  # type: list[list[str]], int
    for block in _small_blocks(relinked(article.body, _text_address)):
        length = len(block.encode())
        if parts[-1] and size + length > PART_BYTES:
            parts.append([])
            size = 0
        parts[-1].append(block)
        size += length
    return ["".join(part) for part in parts]


def _small_blocks(html: str) -> list[str]:
    """Blocks that each fit a part; one too large becomes paragraphs of its words."""
    found: list[str] = []
    for block in blocks(html):
        if len(block.encode()) <= PART_BYTES:
            found.append(block)
            continue
        # A character takes four bytes at most, and an escaped one five more.
        words, most = plain_text(block), PART_BYTES // 9
        found += [paragraphs_to_html([words[at : at + most]]) for at in range(0, len(words), most)]
    return found


def _text_address(href: str) -> str:
    """The text edition of an article of this site; '' for every other address: links stay in the edition."""
    try:
        target = urlsplit(urljoin(settings.SITE_URL, href))
        match = resolve(target.path)
    except (ValueError, Resolver404):  # no address at all, or none of ours
        return ""
    if f"{target.scheme}://{target.netloc}" != settings.SITE_URL:
        return ""
    if match.view_name != "articles:detail":
        return ""
    return reverse("articles:text", kwargs=match.kwargs)
