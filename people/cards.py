"""What a shared link of the site, an official, an institution or a visit shows."""

from typing import Any

from django.db import models
from django.urls import reverse
from django.utils import timezone

from dprd_news.lib.cards import Card
from dprd_news.lib.drawn import FOLDER, Shareable, folder_of
from people.feeds import publisher
from people.models import Council, Institution, Official, Visit

NO_COLOUR = Council._meta.get_field("colour").default


def site_card() -> Shareable:
    """For every page that has no card of its own."""
    council = Council.current()
    headline = (council.tagline if council else "") or "Berita dan kunjungan"
    return Shareable(reverse("front"), f"{FOLDER}/site", _card("", headline), f"{publisher()}: {headline}")


def official_card(official: Official) -> Shareable:
    """Reads the official's positions: have them at hand, as `with_positions` does."""
    today = timezone.localdate()
    held = [one for one in official.positions_on(today) if one.institution.is_public]
    kicker = held[0].label_on(today) if held else "Pejabat"
    portrait = official.portrait.shown_name(official.portrait_width_px)
    return shareable(official, kicker, official.full_name, portrait=portrait)


def institution_card(institution: Institution) -> Shareable:
    return shareable(institution, institution.get_kind_display(), institution.name)


def visit_card(visit: Visit) -> Shareable:
    return shareable(visit, f"{visit.get_kind_display()} · {visit.dates}", visit.title)


def shareable(record: models.Model, kicker: str, headline: str, alt: str = "", **pictures: Any) -> Shareable:
    """A record's card; without an alt of its own it is told by its words alone."""
    page = record.get_absolute_url()  # type: ignore[attr-defined]
    return Shareable(
        page, folder_of(record), _card(kicker, headline, **pictures), alt or f"{kicker}: {headline}"
    )


def _card(kicker: str, headline: str, **pictures: Any) -> Card:
    council = Council.current()
    emblem = council.emblem.shown_name(council.emblem_width_px, "webp") if council else ""
    colour = council.colour if council else NO_COLOUR
    return Card(kicker, headline, publisher(), colour, emblem, **pictures)
