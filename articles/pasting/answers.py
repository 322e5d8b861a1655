"""The state of the editor's screen: what was sent or kept, and before that what the reading presets."""

import re
from collections.abc import Callable, Collection, Mapping
from typing import Any

from articles.filing import house_credit
from articles.markup import words_of
from articles.models import Article, PastedRelease, StagedPhoto
from articles.pasting.offers import NEW, NONE, OTHER, Offer
from articles.pasting.proposals import offers_of
from people.models import Institution, Official

# Whom "another one on file" may mean, by the kind of offer.
_ON_FILE: dict[str, type[Official] | type[Institution]] = {"official": Official, "institution": Institution}
_SLUG = re.compile(r"\[([\w-]+)\]\s*$")


class Answers:
    """The state of one screen: what was sent or kept, and before that what the reading presets."""

    def __init__(self, pasted: PastedRelease, sent: Mapping[str, list[str]] | None = None) -> None:
        self.pasted = pasted
        self.reading: dict[str, Any] = pasted.reading
        self.article = pasted.article
        self.offers = offers_of(self.reading, self.article)
        self.sent = dict(sent if sent is not None else pasted.answers)
        self.defaults = _defaults(self.reading, self.offers, self.article)

    def chosen(self, offer: Offer) -> str:
        """The choice made for that offer, "" while it is open."""
        if not self.sent:
            return self.defaults.get(offer.key, "")
        value = self.sent.get(offer.key, [""])[0]
        return value if value in {choice.value for choice in offer.choices} else ""

    def shown(self, offer: Offer) -> set[str]:
        """Slugs that the editor's page offered when the answer was given; one that is open longer knows fewer."""
        told = self.sent.get(f"{offer.key}-shown")
        return set(told[0].split()) if told else {choice.value for choice in offer.choices}

    def is_decided(self, offer: Offer) -> bool:
        """Whether that choice says all: "another one" alone, or with half a name, does not yet."""
        choice = self.chosen(offer)
        if choice != OTHER:
            return bool(choice)
        text = self.text(f"{offer.key}-other")
        return bool(text) and (offer.kind not in _ON_FILE or len(self.others(offer)) == 1)

    def others(self, offer: Offer) -> list[str]:
        """Slugs of those on file whom the words beside "another one" name, two at most: "Name [slug]" or a name."""
        text = self.text(f"{offer.key}-other")
        slug = _SLUG.search(text)
        wanted = {"slug": slug[1]} if slug else {"name__iexact": text}
        return list(_ON_FILE[offer.kind].objects.filter(**wanted).values_list("slug", flat=True)[:2])

    def text(self, name: str, default: str = "") -> str:
        """A field's text, its lines ending in \\n."""
        value = self.sent[name][0] if self.sent.get(name) else self.defaults.get(name, default)
        return value.replace("\r\n", "\n").replace("\x00", "").strip()

    def choose(self, wanted: Callable[[Offer], str]) -> None:
        """Answer each offer for which `wanted` names a choice; "" leaves it as it is."""
        picked = {offer.key: wanted(offer) or self.chosen(offer) for offer in self.offers}
        self.sent = {**self.sent, **{key: [value] for key, value in picked.items()}}

    def mended(self, text: str) -> str:
        """The text with every misspelling put right that the editor chose to."""
        for offer in self.offers:
            right = self.chosen(offer) if offer.kind == "spelling" else ""
            if right not in {"", NONE}:
                word = rf"(?<!\w){re.escape(offer.name)}(?!\w)"
                text = re.sub(word, right.replace("\\", r"\\"), text)
        return text

    def is_dropped(self, staged: StagedPhoto) -> bool:
        """Whether the editor ticked that the photo stays out."""
        return bool(self.text(f"photo-{staged.pk}-drop"))

    def photo_words(self, staged: StagedPhoto, name: str) -> str:
        """The alt, caption or credit of a staged photo. What the release prints is of its first photo alone, and
        of none where the draft has photos already."""
        defaults: dict[str, str] = {}
        if staged == self.pasted.photos.first() and not self._draft_has_photos():
            defaults = {
                "caption": self.reading["caption"] or "",
                "credit": self.reading["photo_credit"] or "",
            }
        return self.text(f"photo-{staged.pk}-{name}", defaults.get(name, ""))

    def _draft_has_photos(self) -> bool:
        return self.article is not None and self.article.article_photos.exists()

    def take_credit(self, staged: StagedPhoto) -> None:
        """The house's usual credit, as the editor asked for it."""
        self.sent = {**self.sent, f"photo-{staged.pk}-credit": [house_credit()]}


def accept_sure(answers: Answers) -> None:
    """Whatever the reading is sure of and is still open; what the editor decided otherwise stays."""
    answers.choose(lambda offer: "" if answers.chosen(offer) else offer.preset)


def make_unknown(answers: Answers, may_make: Collection[str]) -> None:
    """A new record for every person and body that nobody on file comes near and that is still open."""
    answers.choose(
        lambda offer: NEW if offer.kind in may_make and offer.is_unknown and not answers.chosen(offer) else ""
    )


def mend_spelling(answers: Answers) -> None:
    """Every misspelling still open that is clear; between words equally near the editor chooses."""
    answers.choose(lambda offer: offer.first if offer.is_one_slip and not answers.chosen(offer) else "")


def _defaults(reading: dict[str, Any], offers: list[Offer], article: Article | None) -> dict[str, str]:
    """What the form shows before anybody answered: the reading or, read again, the draft as it is."""
    values = {offer.key: offer.preset for offer in offers}
    values["body"] = "\n\n".join(reading["paragraphs"])
    # "***" closes a text and is nobody's code.
    values["byline"] = reading["byline"] if any(map(str.isalnum, reading["byline"] or "")) else ""
    values["place"] = (reading["venue"] or "")[:200]
    values["activity"] = reading["activity"]
    values["event_end_date"] = reading["event_end_date"] or ""
    if article is not None:
        values |= {"title-other": article.title, "body": words_of(article.body)}
        values["byline"] = article.byline or values["byline"]
        values["place"] = article.place or values["place"]
        if article.activity != Article.Activity.OTHER:
            values["activity"] = article.activity
        if article.event_date:
            end = article.event_end_date
            values["event_date-other"] = article.event_date.isoformat()
            values["event_end_date"] = end.isoformat() if end else ""
    return values
