"""Tinjau: what a reviewer needs to decide, on one page that a thumb can use."""

from functools import partial

from django.contrib.auth import get_user_model
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles import sharing
from articles.admin.preview import seen_article, shown_links, whatsapp
from articles.models import Article, ArticleEvent
from articles.submission import review_message, tell_by_mail
from dprd_news.lib.account_names import name_of
from dprd_news.lib.caching import keep_private
from dprd_news.lib.verbs import VerbsAdmin

# In a verb's address: its confirmation leads back to this page, since the whole form is no place for a thumb.
ORIGIN = "tinjau"


def urls(articles: VerbsAdmin) -> list[URLPattern]:
    view = articles.admin_site.admin_view(partial(review_page, articles))
    return [path("<int:pk>/tinjau/", view, name="articles_article_review")]


def review_page(articles: VerbsAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """State, blockers, the text with its photos, and every verb open to this account."""
    article = seen_article(articles, request, pk)
    writer, sender = _worked_on(article)
    message = review_message(article, sender or writer)
    is_waiting = article.status == Article.Status.IN_REVIEW
    context = {
        **articles.admin_site.each_context(request),
        "title": "Tinjau berita",
        "opts": articles.opts,
        "original": article,
        "panel": articles.panel(article),
        "verbs": _buttons(articles, request, article),
        "writer": writer,
        "sender": sender,
        "links": shown_links(request, article),
        "message": message if is_waiting else "",
        "sharing": _sharing(article) if article.is_public else [],
        "whatsapp": whatsapp(message),
        "may_publish": articles.may_publish(request),
        "may_change": articles.has_change_permission(request, article),
        "media": articles.media,
    }
    return keep_private(TemplateResponse(request, "admin/review.html", context))


def submitted(request: HttpRequest, article: Article) -> SafeString:
    """Tell the reviewers, and the words of success: how the writer tells them too."""
    tell_by_mail(article, request.user)
    message = review_message(article, name_of(request.user))
    review = reverse("admin:articles_article_review", args=[article.pk])
    return format_html(
        'Berita dikirim untuk ditinjau. Kabari Redaktur: <a href="{}" target="_blank" rel="noopener noreferrer">'
        'Kirim lewat WhatsApp</a> atau <a href="{}#kabar">Salin pesan</a>.',
        whatsapp(message),
        review,
    )


def _buttons(articles: VerbsAdmin, request: HttpRequest, article: Article) -> list[tuple[str, str, str]]:
    """Kind, label and address of each verb; what makes the text public comes first."""
    verbs = [verb for verb in articles.open_verbs(request, article) if verb.is_listed]
    verbs.sort(key=lambda verb: verb.kind != "good")
    read = f"?_version={article.version}&asal={ORIGIN}"
    return [
        (verb.kind, verb.label_of(article), articles.verb_url(article, verb.name) + read) for verb in verbs
    ]


def _sharing(article: Article) -> list[sharing.Message]:
    # In the order in which they were made.
    corrections = list(article.corrections.all())
    return sharing.messages(article, article.first_photo, corrections[-1] if corrections else None)


def _worked_on(article: Article) -> tuple[str, str]:
    """Names of who wrote the text, the last one first, and of who last submitted it; empty where nobody is known."""
    sent = article.events.filter(verb=ArticleEvent.Verb.SUBMITTED).select_related("by").first()
    accounts = get_user_model().objects.filter(pk__in=article.authors)
    hands = sorted(accounts, key=lambda account: (account.pk != article.written_by_id, account.pk))
    return " dan ".join(name_of(account) for account in hands), (name_of(sent.by) if sent and sent.by else "")
