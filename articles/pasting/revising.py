"""A pasted release as a revision: its new words on a draft that is on file already, everything else kept."""

from dataclasses import dataclass
from typing import Any

from articles.filing import read_text
from articles.markup import words_of
from articles.models import Article, PastedRelease
from articles.pasting.answers import Answers
from articles.pasting.outcomes import draft_of
from dprd_news.lib.differences import Difference, condensed, differences, is_changed, merged
from dprd_news.lib.indonesian import date_range

DRAFT_FIELDS = {
    "title",
    "title-other",
    "event_date",
    "event_date-other",
    "event_end_date",
    "body",
    "byline",
    "place",
    "activity",
}


@dataclass(frozen=True)
class Change:
    """What saving would change in one field of the draft, word by word."""

    label: str
    differences: list[Difference]


def is_open(article: Article) -> bool:
    """Whether its text may still be replaced: nothing is approved yet."""
    return article.status in {Article.Status.DRAFT, Article.Status.IN_REVIEW} and not article.is_approved


def revise(pasted: PastedRelease, article: Article) -> None:
    """Make the working copy of a new release a revision of that draft.

    Only what the new text says otherwise than the draft's source did changes; what an editor mended or wrote
    in the draft stays, and so do the answers about people, bodies, topics and spelling.
    """
    before = Answers(pasted)
    pasted.before_revision = pasted.answers
    pasted.article, pasted.article_version = article, article.version
    now = Answers(pasted, {})
    state = now.defaults | _draft_texts(article, before)
    answered = {name: values for name, values in before.sent.items() if name not in DRAFT_FIELDS}
    offered = {offer.key: [before.chosen(offer)] for offer in before.offers if offer.key not in DRAFT_FIELDS}
    # Refused of this draft before: stronger than what was proposed here, not than what the editor chose instead.
    untouched = {offer.key for offer in before.offers if before.chosen(offer) == offer.preset} - set(
        DRAFT_FIELDS
    )
    refused = {
        offer.key: [offer.preset] for offer in now.offers if offer.was_refused and offer.key in untouched
    }
    pasted.answers = {name: [text] for name, text in state.items()} | offered | answered | refused
    pasted.save()


def call_off(pasted: PastedRelease) -> None:
    """A new release again, as it was before it became a revision."""
    pasted.answers, pasted.before_revision = pasted.before_revision or {}, None
    pasted.article = pasted.article_version = None
    pasted.save()


def changes(answers: Answers) -> list[Change]:
    """What saving would change in the draft that is read again or revised; what stays is not named."""
    article = answers.article
    if article is None:
        return []
    draft = draft_of(answers)
    pairs = [
        ("Judul", article.title, draft["title"] or article.title),
        ("Isi berita", words_of(article.body), words_of(draft["body"])),
        ("Tanggal kegiatan", _days(vars(article)), _days(draft)),
        ("Tempat", article.place, draft["place"]),
        ("Kode penulis", article.byline, draft["byline"]),
        ("Kegiatan", _activity(article.activity), _activity(draft["activity"])),
    ]
    found = [(label, differences(before, after)) for label, before, after in pairs]
    return [Change(label, condensed(change)) for label, change in found if is_changed(change)]


def _draft_texts(article: Article, new: Answers) -> dict[str, str]:
    """The form's fields for the revised draft, as far as they are not simply the draft's own."""
    base = read_text(article.source_text) if article.source_text else None
    if base is None:
        return {"body": new.text("body")}
    texts = {"body": merged("\n\n".join(base["paragraphs"]), words_of(article.body), new.text("body"))}
    told = new.reading
    if article.title in {base["title"], *base["title_proposals"]} and told["title"] not in {
        None,
        base["title"],
    }:
        texts["title"] = told["title"]
    day = article.event_date.isoformat() if article.event_date else None
    if day == base["event_date"] and told["event_date"] not in {None, day} and not told["date_warnings"]:
        texts |= {"event_date": told["event_date"], "event_end_date": told["event_end_date"] or ""}
    for name, key in (("byline", "byline"), ("place", "venue"), ("activity", "activity")):
        if getattr(article, name) == (base[key] or "") and told[key]:
            texts[name] = told[key]
    return texts


def _days(draft: dict[str, Any]) -> str:
    return (
        date_range(draft["event_date"], draft["event_end_date"]) if draft["event_date"] else "belum diketahui"
    )


def _activity(value: str) -> str:
    return Article.Activity(value).label if value in Article.Activity else ""
