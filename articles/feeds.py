"""Articles and corrections as feed entries."""

import uuid
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.models import Article, ArticlePhoto, Correction
from dprd_news.lib.caching import remembered
from dprd_news.lib.feeds import ENTRIES, absolute
from dprd_news.lib.html import absolute_links, safe
from dprd_news.lib.indonesian import long_date


def article_entry(article: Article) -> dict[str, Any]:
    """An article in full text with its first photo, as dprd_news.lib.feeds wants an entry."""
    placed = article.first_photo
    return {
        "id": article.feed_id,
        "title": article.title,
        "summary": article.summary,
        "content": _content(article, placed),
        "path": article.get_absolute_url(),
        "published_at": article.published_at,
        "updated_at": article.changed_at,
        "categories": [topic.name for topic in article.topics.all()],
        "author": article.byline,
        "photo": _photo(placed) if placed else None,
    }


@remembered
def gone_articles() -> list[tuple[uuid.UUID, datetime]]:
    """What every feed of articles tells as withdrawn."""
    return list(Article.objects.gone_from_feeds()[:ENTRIES])


def log_entry(record: Any) -> dict[str, Any]:
    """A row of the public log: a correction, or an article or visit that was withdrawn."""
    return correction_entry(record) if isinstance(record, Correction) else withdrawal_entry(record)


def withdrawal_entry(record: Any) -> dict[str, Any]:
    """Known by its moment: what is withdrawn once more is another entry."""
    at, reason = record.withdrawn_at, record.withdrawal_reason
    content = format_html("<p>{}</p>", reason)
    return _notice(record, "Ditarik", f"withdrawal-{at.timestamp():.6f}", at, reason, content)


def correction_entry(correction: Correction) -> dict[str, Any]:
    """A correction, linked to the article or visit it corrects."""
    at, text = correction.corrected_at, correction.text
    content = format_html("<p>{}: {}</p>", correction.get_kind_display(), text)
    return _notice(correction.subject, "Koreksi", f"correction-{correction.pk}", at, text, content)


def _notice(
    subject: Any, what: str, name: str, at: datetime, summary: str, content: SafeString
) -> dict[str, Any]:
    """What is told of an article or a visit; `name` tells it from all else told of it."""
    return {
        "id": uuid.uuid5(subject.feed_id, name),
        "title": f"{what}: {subject.title}",
        "summary": summary,
        "content": content,
        "path": subject.get_absolute_url(),
        "published_at": at,
        "updated_at": at,
        "categories": [],
        "author": "",
        "photo": None,
    }


def _photo(placed: ArticlePhoto) -> dict[str, Any]:
    shown = placed.photo.shown
    return {
        "url": absolute(shown.url),
        "width": shown.width_px,
        "height": shown.height_px,
        "bytes": placed.photo.jpeg_bytes,
        "alt": placed.shown_alt,
        "credit": placed.photo.credit,
    }


def _content(article: Article, placed: ArticlePhoto | None) -> SafeString:
    figure = _figure(placed) if placed else ""
    corrections = format_html_join(
        "",
        "<li>{} – {}: {}</li>",
        [
            (long_date(timezone.localtime(one.corrected_at).date()), one.get_kind_display(), one.text)
            for one in article.corrections.all()
        ],
    )
    foot = format_html("<h2>Koreksi</h2><ul>{}</ul>", corrections) if corrections else ""
    byline = format_html("<p>({})</p>", article.byline) if article.byline else ""
    body = safe(absolute_links(article.body, settings.SITE_URL))
    return format_html("{}{}{}{}", figure, body, byline, foot)


def _figure(placed: ArticlePhoto) -> SafeString:
    shown = placed.photo.shown
    credit = f"(Foto: {placed.photo.credit})" if placed.photo.credit else ""
    caption = " ".join(part for part in (placed.shown_caption, credit) if part)
    return format_html(
        '<figure><img src="{}" alt="{}" width="{}" height="{}"><figcaption>{}</figcaption></figure>',
        absolute(shown.url), placed.shown_alt, shown.width_px, shown.height_px, caption,
    )  # fmt: skip
