"""What a reading proposes to the editor: one offer for each thing to decide, with its reason and choices."""

from dataclasses import replace
from datetime import date
from typing import Any

from articles.models import Article
from articles.pasting.offers import NONE, Offer
from articles.pasting.proposed.bodies import offered_bodies, offered_units
from articles.pasting.proposed.draft import offered_draft
from articles.pasting.proposed.people import offered_people, offered_posts
from articles.pasting.proposed.quotes import offered_quotes
from articles.pasting.proposed.spelling import offered_spelling
from articles.pasting.proposed.topics import offered_topics
from articles.pasting.proposed.visits import offered_visit
from articles.pasting.refused import Subject, refusals, subject


def offers_of(reading: dict[str, Any], article: Article | None = None) -> list[Offer]:
    """Every offer of a reading, in the order of the form. Links that the article has already are not offered again."""
    refused = refusals(article)
    return [_as_refused(offer, refused) for offer in _read_offers(reading, article)]


def _as_refused(offer: Offer, refused: dict[Subject, str]) -> Offer:
    told = refused.get(subject(offer.kind, offer.proposed))
    # A day that the draft has is nobody's to refuse any more.
    is_day_open = offer.kind == "event_date" and (offer.is_written or not offer.preset)
    if told is None or is_day_open or NONE not in {choice.value for choice in offer.choices}:
        return offer
    return replace(offer, preset=NONE, refusal=told, contradiction="")


def _read_offers(reading: dict[str, Any], article: Article | None) -> list[Offer]:
    day = date.fromisoformat(reading["event_date"]) if reading["event_date"] else None
    people = list(offered_people(reading, day, article))
    offers = offered_draft(reading, article)
    offers += people
    offers += offered_posts(people, day)
    offers += offered_bodies(reading["institutions"], article)
    offers += offered_units(reading["units"], day)
    if reading["visit"] and (article is None or article.visit_id is None):
        offers.append(offered_visit(reading, day))
    offers += offered_topics(reading["topics"], article)
    offers += offered_quotes(reading, article)
    offers += offered_spelling(reading["spelling"])
    return offers
