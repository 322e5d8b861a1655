"""Whose words a reading quotes."""

from collections.abc import Iterable
from typing import Any

from articles.models import Article
from articles.pasting.offers import NONE, Choice, Offer
from dprd_news.lib.indonesian import full_name

# Of a plenary's forty people those named nearest to the words.
MOST_SPEAKERS = 10


def offered_quotes(reading: dict[str, Any], article: Article | None) -> Iterable[Offer]:
    """Who said what: whoever else the text names may be chosen, and words of nobody named are not kept for anybody."""
    kept = _kept_words(article) if article else set()
    for number, quote in enumerate(reading["quotes"]):
        if quote["text"] not in kept:
            yield _quote(f"quote-{number}", quote, _near(quote, reading["officials"]))


def _kept_words(article: Article) -> set[str]:
    """The article's quotations, also as they were read before a misspelling in them was mended."""
    taken = article.proposals.filter(kind="quote").exclude(decision="rejected")
    as_read = {proposed["word"] for proposed in taken.values_list("proposed", flat=True) if proposed}
    return as_read | set(article.quotes.values_list("text", flat=True))


def _near(quote: dict[str, Any], people: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The speaker first, then those who are named nearest to the words."""

    def distance(person: dict[str, Any]) -> tuple[bool, int]:
        spans = person["spans"] or [quote["span"]]
        return person["name"] != quote["speaker"], min(abs(start - quote["span"][1]) for start, _ in spans)

    return sorted(people, key=distance)[:MOST_SPEAKERS]


def _quote(key: str, quote: dict[str, Any], people: list[dict[str, Any]]) -> Offer:
    speaker = quote["speaker"] or ""
    is_official = any(person["name"] == speaker for person in people)
    if is_official and quote["verb"] and not quote["verb"].endswith("nya"):
        reason = f"Nama {speaker} disebut bersama kutipan ini."
    elif is_official:
        reason = (
            f"Nama pembicara tidak tertulis di dekatnya; {speaker} disimpulkan dari kalimat di sekitarnya."
        )
    elif speaker:
        reason = f"Diucapkan {speaker}, yang bukan pejabat di naskah ini."
    else:
        reason = "Pembicaranya tidak disebut dengan nama."
    return Offer(
        key=key,
        kind="quote",
        word="Kutipan",
        name=f"“{quote['text']}”",
        reason=reason,
        choices=(
            *(
                Choice(person["name"], full_name(person["front_title"], person["name"], person["back_title"]))
                for person in people
            ),
            Choice(NONE, "Jangan catat atas nama siapa pun"),
        ),
        preset=speaker if is_official else NONE,
        proposed={"word": quote["text"], "speaker": speaker} if is_official else None,
        read=quote,
    )
