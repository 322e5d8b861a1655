"""Telling the reviewers that an article waits: a message to send, and an e-mail where the server has mail."""

from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import send_mail
from django.db import transaction
from django.urls import reverse
from django_tasks import task

from articles.models import Article
from dprd_news.lib.account_names import name_of

REVIEWERS = "Redaktur"
# A reserved ending, which the demo's accounts have: no server takes mail for it.
NO_MAILBOX = ".invalid"


def review_address(article: Article) -> str:
    return f"{settings.SITE_URL}{reverse('admin:articles_article_review', args=[article.pk])}"


def review_message(article: Article, sender: str) -> str:
    """What is sent by WhatsApp, and the whole of the e-mail: no word of the text itself."""
    by = f" dari {sender}" if sender else ""
    return f"Berita “{article.title}”{by} menunggu tinjauan. Baca dan putuskan di sini: {review_address(article)}"


def tell_by_mail(article: Article, sender: Any) -> None:
    """Queue the e-mails once the submission is certain. Whatever goes wrong with mail stops nothing."""
    if settings.HAS_EMAIL:
        transaction.on_commit(lambda: mail_reviewers.enqueue(article.pk, sender.pk), robust=True)


@task()
def mail_reviewers(article_id: int, sender_id: int) -> None:
    """One e-mail for each active reviewer with an address, but not for the one who submitted."""
    article = Article.objects.filter(pk=article_id, status=Article.Status.IN_REVIEW).first()
    if article is None:
        return
    sender = get_user_model().objects.filter(pk=sender_id).first()
    message = review_message(article, name_of(sender) if sender else "")
    subject = " ".join(f"Menunggu tinjauan: {article.title}".split())
    reviewers = get_user_model().objects.filter(groups__name=REVIEWERS, is_active=True).exclude(email="")
    for reviewer in reviewers.exclude(pk=sender_id).exclude(email__iendswith=NO_MAILBOX):
        send_mail(subject, message, None, [reviewer.email], fail_silently=True)
