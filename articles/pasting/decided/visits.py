"""The visit as it was answered: which one it is, who took part on which side, and what is told of it."""

from typing import Any

from articles.decisions import VisitDecision, visit_of
from articles.pasting.answers import Answers
from articles.pasting.decided.outcome import Outcome
from articles.pasting.lengths import too_long_for_offer
from articles.pasting.offers import NEW, NONE
from people.models import Visit

SIDES = (("guest", "guests"), ("host", "hosts"), ("companion", "companions"))


def decide_visit(answers: Answers, outcome: Outcome, may_publish: bool) -> None:
    offer = next((offer for offer in answers.offers if offer.kind == "visit"), None)
    plan = visit_of(answers.reading)
    choice = answers.chosen(offer) if offer else ""
    if offer is None or plan is None or choice == "":
        return
    if choice == NONE:
        outcome.judge(offer, "rejected")
        return
    known = None if choice == NEW else Visit.objects.filter(slug=choice).first()
    if choice != NEW and known is None:
        outcome.errors["visit"] = "Kunjungan itu sudah tidak ada. Pilih yang lain."
        return
    decided = _visit_as_answered(answers, plan, outcome, known)
    if known is not None and not may_publish and known.is_fixed:
        decided = VisitDecision(**{**vars(decided), "is_filled_in": False})
        outcome.decisions.notes.append(
            "Kunjungan itu sudah disetujui atau tampil; hanya Redaktur yang dapat melengkapinya."
        )
    if choice == NEW:
        outcome.errors |= too_long_for_offer(offer.kind, offer.key, {"title": decided.title})
    outcome.decisions.visit = decided
    outcome.judge(offer, "accepted" if _same_parties(decided, plan) else "changed")


def _visit_as_answered(
    answers: Answers, plan: VisitDecision, outcome: Outcome, known: Visit | None
) -> VisitDecision:
    parties: dict[str, list[str]] = {names: [] for _, names in SIDES}
    for number, (name, side) in enumerate(parties_of(answers.reading)):
        wanted = answers.text(f"visit-side-{number}", side)
        for word, names in SIDES:
            if wanted == word:
                parties[names].append(name)
    count = answers.text("visit-count", str(plan.people_count or ""))
    if count and not (count.isdecimal() and len(count) < 6):
        outcome.errors["visit"] = "Jumlah peserta ditulis dengan angka saja."
    kind = answers.text("visit-kind", plan.kind)
    attending = [p.read_as for p in outcome.decisions.people if p.part == "attendee"]
    return VisitDecision(
        slug=known.slug if known else "",
        title=answers.text("visit-title", plan.title) or plan.title,
        kind=kind if kind in Visit.Kind.values else plan.kind,
        guests=tuple(parties["guests"]),
        hosts=tuple(parties["hosts"]),
        companions=tuple(parties["companions"]),
        head=answers.text("visit-head", plan.head),
        received_by=plan.received_by,
        attending=tuple(name for name in attending if name not in plan.received_by),
        topics=tuple(name for name in plan.topics if name in outcome.decisions.topics),
        building=outcome.draft["place"],
        units=plan.units,
        starts_at=plan.starts_at,
        ends_at=plan.ends_at,
        purpose=answers.mended(answers.text("visit-purpose", plan.purpose)),
        people_count=int(count) if count.isdecimal() and len(count) < 6 else None,
    )


def parties_of(reading: dict[str, Any]) -> list[tuple[str, str]]:
    """Every body of the reading with its side in the visit, "" for none."""
    told = reading["visit"] or {}
    sides = {name: side for side, names in SIDES for name in told.get(names, [])}
    names = dict.fromkeys([*sides, *(body["name"] for body in reading["institutions"])])
    return [(name, sides.get(name, "")) for name in names]


def _same_parties(decided: VisitDecision, plan: VisitDecision) -> bool:
    sides = ("guests", "hosts", "companions")
    return all(set(getattr(decided, side)) == set(getattr(plan, side)) for side in sides)
