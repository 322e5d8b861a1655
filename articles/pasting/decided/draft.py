"""The draft's own fields as they were answered."""

import re
from datetime import date

from articles.markup import with_markup_of
from articles.models import Article
from articles.pasting.answers import Answers
from articles.pasting.decided.outcome import Outcome
from articles.pasting.offers import NONE, OTHER, Offer

_TEXT_OF_HTML = re.compile(r"(?<=>)[^<]+")


def fill_draft(answers: Answers, outcome: Outcome) -> None:
    text = answers.text("body")
    before = answers.article.body if answers.article else ""
    body = _TEXT_OF_HTML.sub(lambda part: answers.mended(part[0]), with_markup_of(before, text))
    outcome.draft = {
        "body": body,
        "byline": answers.text("byline"),
        "place": answers.mended(answers.text("place")),
        "activity": answers.text("activity"),
        "event_end_date": _day(answers.text("event_end_date"), "event_end_date", outcome),
        "event_date": None,
        "title": "",
    }
    if outcome.draft["activity"] not in Article.Activity.values:
        outcome.errors["activity"] = "Pilih salah satu jenis kegiatan."
    if not text:
        outcome.errors["body"] = "Isi berita masih kosong."
    if not answers.chosen(answers.offers[0]):
        outcome.errors["title"] = "Pilih judul yang diusulkan, atau tulis sendiri."


def decide_title(answers: Answers, offer: Offer, choice: str, outcome: Outcome) -> None:
    title = answers.text("title-other") if choice == OTHER else choice
    outcome.draft["title"] = answers.mended(title)
    if not title:
        outcome.errors["title"] = "Tulis judulnya, atau pilih salah satu usulan."
    elif offer.proposed and (answers.article is None or title != answers.article.title):
        outcome.judge(offer, "accepted" if title in offer.proposed else "changed")


def decide_date(answers: Answers, offer: Offer, choice: str, outcome: Outcome) -> None:
    text = answers.text("event_date-other") if choice == OTHER else choice
    day = None if choice == NONE else _day(text, "event_date", outcome)
    if choice == OTHER and not text:
        outcome.errors["event_date"] = "Isi tanggalnya, atau pilih “Belum diketahui”."
    outcome.draft["event_date"] = day
    if offer.proposed and (answers.article is None or day != answers.article.event_date):
        printed = day.isoformat() if day else ""
        decision = "accepted" if printed in offer.proposed else "changed" if printed else "rejected"
        outcome.judge(offer, decision)


def check_days(outcome: Outcome) -> None:
    """A last day needs a first one, also while that is left open."""
    day, end = outcome.draft["event_date"], outcome.draft["event_end_date"]
    if end and (day is None or end < day):
        outcome.errors["event_end_date"] = "Tanggal akhir perlu tanggal kegiatan, dan tidak mendahuluinya."


def judge_fields(answers: Answers, outcome: Outcome) -> None:
    """Fields that the reading filled in are judged by what stands there when the draft is saved.

    When a draft is read again they hold its own words, which say nothing of the reading.
    """
    if answers.article is not None:
        return
    proposed = {"byline": answers.reading["byline"], "place": answers.reading["venue"]}
    for name, value in proposed.items():
        if value:
            outcome.judge_text(name, value, answers.text(name))
    outcome.judge_text("activity", answers.reading["activity"], answers.text("activity"))
    first = answers.pasted.photos.first() if answers.reading["caption"] else None
    if first is not None:
        outcome.judge_text("caption", answers.reading["caption"], answers.photo_words(first, "caption"))


def _day(text: str, name: str, outcome: Outcome) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        outcome.errors[name] = "Tulis tanggal seperti 2026-11-24."
        return None
