"""What is on file already, as the screen of a pasted release shows it, and what saving would change."""

from dataclasses import dataclass
from datetime import date

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse

from articles.admin.panel import state_of
from articles.markup import words_of
from articles.models import Article
from articles.near_copies import NearCopy, Told, near_copies
from articles.pasting.answers import Answers
from articles.pasting.revising import is_open
from dprd_news.lib.differences import Difference, condensed, differences
from dprd_news.lib.verbs import State


@dataclass(frozen=True)
class ShownCopy:
    """A near copy. Without `may_revise`, `advice` says what to do instead."""

    article: Article
    state: State
    why: str
    differences: list[Difference]
    may_revise: bool
    advice: str

    @property
    def edit_url(self) -> str:
        return reverse("admin:articles_article_change", args=[self.article.pk])


def shown_copies(articles: admin.ModelAdmin, request: HttpRequest, answers: Answers) -> list[ShownCopy]:
    """Articles that may be of the same event; none where the screen is about one of them already."""
    if answers.article is not None:
        return []
    reading = answers.reading
    text = answers.text("body") or "\n\n".join(reading["paragraphs"])
    told = Told(
        text=text,
        day=date.fromisoformat(reading["event_date"]) if reading["event_date"] else None,
        place=answers.text("place"),
        people=[person["match"] for person in reading["officials"] if person["match"]],
        bodies=[body["match"] for body in reading["institutions"] if body["match"]],
    )
    return [_shown(articles, request, text, copy) for copy in near_copies(told)]


def _shown(articles: admin.ModelAdmin, request: HttpRequest, text: str, copy: NearCopy) -> ShownCopy:
    article = copy.article
    compared = differences(words_of(article.body), text)
    return ShownCopy(
        article=article,
        state=state_of(article),
        why=", ".join(copy.reasons),
        differences=condensed(compared),
        may_revise=is_open(article) and articles.has_change_permission(request, article),
        advice=_advice(article),
    )


def _advice(article: Article) -> str:
    """What to do where this account may not revise the article with a text."""
    if is_open(article):
        return "Akun ini tidak boleh mengubahnya. Minta Redaktur memakainya sebagai revisi."
    if not article.was_public and not article.is_scheduled:
        return (
            "Sudah disetujui, jadi tidak ditimpa. Minta Redaktur mengembalikannya dengan catatan dahulu, lalu muat "
            "ulang halaman ini."
        )
    if article.is_scheduled:
        return (
            "Sudah dijadwalkan, jadi tidak ditimpa. Minta Redaktur mengembalikannya menjadi draf dahulu, lalu muat "
            "ulang halaman ini."
        )
    if article.withdrawn_at:
        return "Sudah ditarik, jadi tidak ditimpa. Bila perlu diberitakan lagi, simpan naskah ini sebagai draf baru."
    return (
        "Sudah terbit, jadi tidak ditimpa. Bila isinya keliru, Redaktur memperbaiki beritanya lalu memilih Tambah "
        "koreksi. Bila naskah ini menceritakan hal lain, simpan sebagai draf baru."
    )
