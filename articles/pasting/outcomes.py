"""What an editor answered on the screen, turned into decisions, a draft and a record of both."""

from collections.abc import Callable, Collection
from typing import Any

from articles.decisions import Decisions, QuoteDecision, body_of, person_of
from articles.pasting.answers import Answers
from articles.pasting.decided.draft import (
    check_days,
    decide_date,
    decide_title,
    fill_draft,
    judge_fields,
)
from articles.pasting.decided.outcome import Outcome
from articles.pasting.decided.records import decide_body, decide_person, decide_position
from articles.pasting.decided.visits import decide_visit
from articles.pasting.lengths import too_long
from articles.pasting.offers import NEW, NONE, Offer


def draft_of(answers: Answers) -> dict[str, Any]:
    """The draft's own fields as saving would leave them."""
    outcome = Outcome()
    fill_draft(answers, outcome)
    for offer in answers.offers:
        if offer.kind in {"title", "event_date"} and (choice := answers.chosen(offer)):
            _DECIDE[offer.kind](answers, offer, choice, outcome)
    return outcome.draft


def outcome_of(answers: Answers, may_make: Collection[str], may_publish: bool) -> Outcome:
    """What saving would do. `may_make` holds the kinds (official, position, institution, topic, visit) that may
    be made."""
    outcome = Outcome()
    fill_draft(answers, outcome)
    for offer in answers.offers:
        choice = answers.chosen(offer)
        if choice == NEW and offer.kind not in may_make:
            outcome.errors[offer.key] = "Akun ini tidak boleh membuat data baru. Pilih yang ada."
        elif choice == "":
            if offer.kind not in {"title", "position"}:
                outcome.still_open.append(offer.name)
        else:
            _DECIDE[offer.kind](answers, offer, choice, outcome)
    _keep_links(answers, outcome.decisions)
    decide_visit(answers, outcome, may_publish)
    check_days(outcome)
    judge_fields(answers, outcome)
    outcome.errors |= too_long(answers, outcome.draft)
    return outcome


def _keep_links(answers: Answers, decisions: Decisions) -> None:
    """Who and what the draft is linked to already takes part in its visit too."""
    offered = {offer.read["name"] for offer in answers.offers if offer.kind in {"official", "institution"}}
    for person in answers.reading["officials"]:
        if person["match"] and person["name"] not in offered:
            decisions.people.append(person_of(person, person["match"]))
    for body in answers.reading["institutions"]:
        if body["match"] and body["name"] not in offered:
            decisions.bodies.append(body_of(body, body["match"]))


def _decide_simple(answers: Answers, offer: Offer, choice: str, outcome: Outcome) -> None:
    """A unit, a topic, a spelling: taken as it is or not."""
    if choice != NONE and offer.kind == "unit":
        outcome.decisions.units.append((offer.read["name"], offer.read["institution"] or ""))
    elif choice != NONE and offer.kind == "topic":
        outcome.decisions.topics.append(offer.name)
    outcome.judge(offer, "rejected" if choice == NONE else "accepted")


def _decide_quote(answers: Answers, offer: Offer, choice: str, outcome: Outcome) -> None:
    speaker = offer.read["speaker"]
    if choice != NONE:
        outcome.decisions.quotes.append(QuoteDecision(answers.mended(offer.read["text"]), choice))
    if offer.proposed is not None or choice != NONE:
        decision = "rejected" if choice == NONE else "accepted" if choice == speaker else "changed"
        outcome.judge(offer, decision)


def _mark_visit(answers: Answers, offer: Offer, choice: str, outcome: Outcome) -> None:
    """The visit itself is decided last, when everybody is known."""


_DECIDE: dict[str, Callable[[Answers, Offer, str, Outcome], None]] = {
    "title": decide_title,
    "event_date": decide_date,
    "official": decide_person,
    "position": decide_position,
    "institution": decide_body,
    "unit": _decide_simple,
    "topic": _decide_simple,
    "quote": _decide_quote,
    "spelling": _decide_simple,
    "visit": _mark_visit,
}
