"""The press kit of an article: its text and its photos for print, with their captions, in one ZIP."""

import hashlib
import io
import zipfile
from collections.abc import Iterator
from textwrap import fill

from django.conf import settings
from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from django.utils import timezone

from articles.models import Article, ArticlePhoto
from dprd_news.lib.html import plain_text
from dprd_news.lib.indonesian import date_range, long_date
from people.models import Council

LINE = 78
# A file in a ZIP has a time; one that never changes makes the same kit of the same article.
FIRST_ZIP_TIME = (1980, 1, 1, 0, 0, 0)


def kit_of(article: Article) -> File:
    """The kit as a file, made if the article changed since the last one was; that one is removed."""
    name = f"{_folder(article)}{_digest(article)}.zip"
    try:
        return default_storage.open(name)
    except FileNotFoundError:
        kit = ContentFile(_pack(article))
    # Made twice at one moment, the second copy gets a name of its own; it is nobody's, as an earlier kit is.
    default_storage.save(name, kit)
    forget(article, but=name)
    kit.seek(0)
    return kit


def forget(article: Article, but: str = "") -> None:
    """Remove what was packed, all but the file of that name: the article lost what nobody may have any more."""
    folder = _folder(article)
    if default_storage.exists(folder):
        for name in default_storage.listdir(folder)[1]:
            if f"{folder}{name}" != but:
                default_storage.delete(f"{folder}{name}")


def text_of(article: Article) -> str:
    """The article as plain text, as a newsroom pastes it, with where it comes from at its end."""
    council = Council.current()
    parts = [article.title, article.lead if article.has_separate_lead else "", plain_text(article.body)]
    parts += [article.byline, "\n".join(_facts(article)), council.reuse_note if council else ""]
    return "\n\n".join(part for part in parts if part) + "\n"


def _facts(article: Article) -> Iterator[str]:
    if article.event_date:
        yield f"Kegiatan: {date_range(article.event_date, article.event_end_date)}"
    if article.published_at:
        yield f"Terbit: {long_date(timezone.localdate(article.published_at))}"
    if article.edited_at:
        yield f"Disunting: {long_date(timezone.localdate(article.edited_at))}"
    yield f"Sumber: {settings.SITE_URL}{article.get_absolute_url()}"


def _pack(article: Article) -> bytes:
    packed = io.BytesIO()
    photos = list(article.article_photos.all())
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as kit:
        _add(kit, "naskah.txt", text_of(article).encode())
        if photos:
            _add(kit, "keterangan-foto.txt", _captions(photos).encode())
        for number, placed in enumerate(photos, start=1):
            with placed.photo.open_full() as file:
                _add(kit, f"foto-{number}.jpg", file.read())
    return packed.getvalue()


def _add(kit: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, FIRST_ZIP_TIME)
    # A JPEG is packed already.
    entry.compress_type = zipfile.ZIP_STORED if name.endswith(".jpg") else zipfile.ZIP_DEFLATED
    kit.writestr(entry, content)


def _captions(photos: list[ArticlePhoto]) -> str:
    council = Council.current()
    blocks = [
        "\n".join(
            fill(line, LINE)
            for line in (
                f"foto-{number}.jpg",
                placed.shown_caption,
                f"Foto: {placed.photo.credit}" if placed.photo.credit else "",
            )
            if line
        )
        for number, placed in enumerate(photos, start=1)
    ]
    return "\n\n".join([*blocks, council.reuse_note if council else ""]).strip() + "\n"


def _folder(article: Article) -> str:
    # Outside of what the media address serves: the article's view alone hands it out.
    return f"paket-pers/{article.feed_id}/"


def _digest(article: Article) -> str:
    told = [text_of(article)]
    told += [
        f"{placed.photo.full.url} {placed.photo.has_renditions}" for placed in article.article_photos.all()
    ]
    told.append(_captions(list(article.article_photos.all())))
    return hashlib.blake2s("\n".join(told).encode(), digest_size=12).hexdigest()
