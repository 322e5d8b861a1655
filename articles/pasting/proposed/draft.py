"""The title and the day that a reading proposes for the draft itself."""

from dataclasses import replace
from datetime import date
from typing import Any

from articles.models import Article
from articles.pasting.offers import NONE, OTHER, Choice, Offer
from dprd_news.lib.indonesian import date_range


def offered_draft(reading: dict[str, Any], article: Article | None) -> list[Offer]:
    """Title and day, as the article says them where it is read again."""
    title, day = _title(reading), _event_date(reading)
    if article is None:
        return [title, day]
    if article.event_date:
        day = _as_written(day, article.event_date.isoformat())
    return [_as_written(title, article.title), day]


def _title(reading: dict[str, Any]) -> Offer:
    printed = reading["title"]
    titles = list(dict.fromkeys(filter(None, [printed, *reading["title_proposals"]])))
    return Offer(
        key="title",
        kind="title",
        word="Judul",
        name="Judul berita",
        reason="Judul tercetak di naskah."
        if printed
        else "Naskah tidak berjudul; judul ini disusun darinya.",
        choices=(*(Choice(title, title) for title in titles), Choice(OTHER, "Tulis sendiri")),
        preset=printed or "",
        proposed=titles,
    )


def _event_date(reading: dict[str, Any]) -> Offer:
    printed, warnings = reading["event_date"], reading["date_warnings"]
    days = list(dict.fromkeys(filter(None, [printed, *reading["date_candidates"]])))
    if warnings:
        reason = " ".join(warnings)
    elif printed:
        reason = "Tanggal lengkap tercetak di naskah."
    else:
        reason = "Tidak ada tanggal kegiatan yang pasti di naskah."
    return Offer(
        key="event_date",
        kind="event_date",
        word="Tanggal",
        name="Tanggal kegiatan",
        reason=reason,
        choices=(
            *(Choice(day, date_range(date.fromisoformat(day), None)) for day in days),
            Choice(OTHER, "Tanggal lain"),
            Choice(NONE, "Belum diketahui"),
        ),
        preset=printed if printed and not warnings else "",
        proposed=days,
    )


def _as_written(offer: Offer, value: str) -> Offer:
    """What the draft says already stands, as one of the choices where it is one."""
    is_choice = value in {choice.value for choice in offer.choices}
    return replace(offer, preset=value if is_choice else OTHER, is_written=True)
