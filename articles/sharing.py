"""What an editor pastes into WhatsApp and Instagram once an article is out, and once it is corrected.

Pure text. WhatsApp shows *bold*, and takes its picture from the link. Instagram links nothing in a caption, cuts it at
2,200 characters and counts at most thirty hashtags.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from textwrap import shorten

from django.conf import settings

from articles.models import Article, ArticlePhoto, Correction
from articles.reading.language.sentences import Sentences
from dprd_news.lib.html import first_paragraph

CAPTION_LENGTH = 2200
MOST_HASHTAGS = 30
# All of them together, so that they never crowd out the text.
HASHTAGS_LENGTH = 600
LEAD_SENTENCES = 2
LEAD_LENGTH = 320
# What WhatsApp takes for the begin or end of bold, italic and the like.
_MARKS = str.maketrans("", "", "*_~`")
_NOT_IN_TAG = re.compile(r"[^\w]|_")
_LINK = re.compile(r"\s*\b(?:https?://|www\.)\S+")


@dataclass(frozen=True)
class Message:
    """`name` is what the box is called, `key` what its elements are named by."""

    key: str
    name: str
    text: str


def messages(article: Article, placed: ArticlePhoto | None, correction: Correction | None) -> list[Message]:
    """For a public article, with its first photo, and what was corrected last, if anything was."""
    credit = placed.photo.credit if placed else ""
    found = [
        Message("whatsapp", "Salin untuk WhatsApp", whatsapp(article)),
        Message("instagram", "Salin untuk Instagram", instagram(article, credit)),
    ]
    if correction is None:
        return found
    return [
        Message("whatsapp-koreksi", "Salin koreksi untuk WhatsApp", whatsapp(article, correction)),
        Message("instagram-koreksi", "Salin koreksi untuk Instagram", instagram(article, credit, correction)),
        *found,
    ]


def whatsapp(article: Article, correction: Correction | None = None) -> str:
    """Headline in bold, what it is about, the link; with a correction what was corrected comes first."""
    parts = [f"*{_unmarked(article.title)}*", _unmarked(lead(article)), _address(article)]
    if correction is not None:
        parts = [
            f"*{_heading(correction)}*",
            f"*{_unmarked(article.title)}*",
            _unmarked(correction.text),
            _address(article),
        ]
    return "\n\n".join(part for part in parts if part)


def instagram(article: Article, credit: str, correction: Correction | None = None) -> str:
    """A caption: no link but the word where it is, credit, hashtags; never longer than Instagram takes."""
    tags = " ".join(hashtags(topic.name for topic in article.topics.all()))
    ends = ["Baca selengkapnya lewat tautan di bio.", f"Foto: {credit}" if credit else "", tags]
    heads = [_heading(correction), article.title] if correction else [article.title]
    told = _LINK.sub("", correction.text if correction else lead(article)).strip()
    ends = [part for part in ends if part]
    room = CAPTION_LENGTH - len("\n\n".join([*heads, *ends])) - len("\n\n")
    if len(told) > room:
        told = shorten(told, max(room, 1), placeholder="…")
    return "\n\n".join(part for part in [*heads, told, *ends] if part)


def hashtags(names: Iterable[str]) -> list[str]:
    """#InfrastrukturJalan of "infrastruktur jalan"; the same one once, thirty at most, none of figures alone."""
    found: dict[str, str] = {}
    for name in names:
        words = (_NOT_IN_TAG.sub("", word) for word in name.split())
        tag = "".join(f"{word[:1].upper()}{word[1:]}" for word in words)
        if tag and not tag.isdecimal():
            found.setdefault(tag.casefold(), f"#{tag}")
    tags = list(found.values())[:MOST_HASHTAGS]
    while len(" ".join(tags)) > HASHTAGS_LENGTH:
        tags.pop()
    return tags


def lead(article: Article) -> str:
    """One or two sentences: the lead, else the beginning of the text, cut between words where a sentence is long."""
    text = " ".join((article.lead or first_paragraph(article.body) or article.summary).split())
    kept = ""
    for start, end in islice(Sentences(text), LEAD_SENTENCES):
        longer = f"{kept} {text[start:end].strip()}".strip()
        if kept and len(longer) > LEAD_LENGTH:
            break
        kept = longer
    return shorten(kept, LEAD_LENGTH, placeholder="…")


def _heading(correction: Correction) -> str:
    if correction.kind == Correction.Kind.REPLY:
        return "HAK JAWAB"
    if correction.kind == Correction.Kind.OTHER:
        return "KOREKSI"
    return f"KOREKSI {correction.get_kind_display().upper()}"


def _unmarked(text: str) -> str:
    return text.translate(_MARKS).strip()


def _address(article: Article) -> str:
    return f"{settings.SITE_URL}{article.get_absolute_url()}"
