"""A working copy looked at again: whom nobody knew when it was read may be on file by now."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from articles.models import PastedRelease
from articles.pasting.answers import Answers
from articles.pasting.offers import NEW, Offer
from articles.pasting.on_file import bodies_named, people_named
from articles.reading.reading import read
from articles.tables import index
from dprd_news.lib.caching import version
from people.models import Institution, Official

_KINDS: dict[str, type[Official] | type[Institution]] = {"officials": Official, "institutions": Institution}
_OF_MATCH = ("match", "candidates", "confidence")


def renew(pasted: PastedRelease) -> list[str]:
    """Look again for people and bodies of its reading that nobody on file came near, where the content has changed.

    Every other part of the reading, the keys of the offers and the answers stay. What is sure by now and still open
    is answered with it; "make a new one" becomes the one that was made meanwhile or, where that is not clear, open.
    Returns what to tell the editor of those.
    """
    now = version()
    if pasted.reading.get("as_of") == now:
        return []
    unknown = {kind: _unknown(pasted.reading[kind], model) for kind, model in _KINDS.items()}
    if not any(unknown.values()):
        return []
    found = read(pasted.source_text, index(), timezone.localdate(pasted.created_at)).as_dict()
    fresh = {
        kind: [
            _looked_up(entry, found[kind]) if number in unknown[kind] else entry
            for number, entry in enumerate(pasted.reading[kind])
        ]
        for kind in _KINDS
    }
    return _store(pasted, {**pasted.reading, **fresh, "as_of": now})


def know(pasted: PastedRelease, namesakes: dict[str, list[str]]) -> None:
    """Offer these people and bodies, slugs by the offer's key, beside what the reading found."""
    reading = dict(pasted.reading)
    for key, slugs in namesakes.items():
        kind, _, number = key.rpartition("-")
        entries = list(reading[f"{kind}s"])
        entry = entries[int(number)]
        candidates = list(dict.fromkeys([*entry["candidates"], *slugs]))
        entries[int(number)] = {**entry, "candidates": candidates}
        reading[f"{kind}s"] = entries
    pasted.reading = reading
    PastedRelease.objects.filter(pk=pasted.pk).update(reading=reading)


def _unknown(entries: list[dict[str, Any]], model: type[Official] | type[Institution]) -> set[int]:
    """Places of those with nobody on file, or nobody any more."""
    slugs = {slug for entry in entries for slug in (entry["match"], *entry["candidates"]) if slug}
    living = set(model.objects.filter(slug__in=slugs).values_list("slug", flat=True))
    return {
        number
        for number, entry in enumerate(entries)
        if not living.intersection((entry["match"], *entry["candidates"]))
    }


def _looked_up(entry: dict[str, Any], found: list[dict[str, Any]]) -> dict[str, Any]:
    """The entry under its own name, with whom the same words in the text mean today."""
    for other in found:
        if any(
            start < end_ and start_ < end for start, end in entry["spans"] for start_, end_ in other["spans"]
        ):
            return {**entry, **{name: other[name] for name in _OF_MATCH}}
    return entry


@transaction.atomic
def _store(pasted: PastedRelease, reading: dict[str, Any]) -> list[str]:
    """Beside what other tabs answer meanwhile."""
    copy = PastedRelease.objects.filter(pk=pasted.pk)
    stored = copy.select_for_update().values_list("answers", flat=True).first()
    if stored is None:
        return []
    before = {offer.key: offer for offer in Answers(pasted).offers}
    pasted.reading, pasted.answers = reading, stored
    answers = Answers(pasted)
    told = []
    for offer in answers.offers:
        was = before.get(offer.key)
        if stored and was is not None and was.is_unknown and not offer.is_unknown:
            answers.sent[offer.key] = [_answer(answers, offer)]
            told += _told(offer, stored.get(offer.key, [""])[0], answers.sent[offer.key][0])
    pasted.answers = answers.sent
    copy.update(reading=reading, answers=pasted.answers)
    return told


def _answer(answers: Answers, offer: Offer) -> str:
    given = answers.chosen(offer)
    if given == NEW:
        return _the_same(answers, offer)
    return given or offer.preset


def _the_same(answers: Answers, offer: Offer) -> str:
    """The record that a new one would make twice, "" where that is not clear."""
    read, key = offer.read, offer.key
    if offer.kind == "official":
        named = people_named(answers.text(f"{key}-name", read["printed"]), read)
    else:
        kind = answers.text(f"{key}-kind", read["kind"])
        named = bodies_named(answers.text(f"{key}-name", read["name"]), kind, read["region_code"])
    same = [one.slug for one in named if one.is_same]
    return same[0] if len(same) == 1 and same[0] in {choice.value for choice in offer.choices} else ""


def _told(offer: Offer, before: str, now: str) -> list[str]:
    if before != NEW:
        return []
    if now:
        return [f"{offer.name} sekarang sudah ada di data, jadi ditautkan dan tidak dibuat lagi."]
    return [f"{offer.name}: sekarang ada yang bernama sama di data. Pilih yang dimaksud."]
