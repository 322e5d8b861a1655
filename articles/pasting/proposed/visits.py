"""The visit that a reading tells of, beside those planned and those on file that it may be."""

from datetime import date
from typing import Any

from articles.decisions import VisitDecision, visit_kind, visit_of, visits_on_file
from articles.pasting.offers import NEW, NONE, Choice, Offer
from articles.plans import Plan, plans_of, reason_for, the_one
from people.models import Visit

# Of visits on file that fit; more would bury the choice.
MOST_RECORDED = 3
RECORDED = "Hari itu sudah tercatat kunjungan dengan tamu dan tuan rumah yang sama; pilih agar tidak tercatat dua kali."


def offered_visit(reading: dict[str, Any], day: date | None) -> Offer:
    told = reading["visit"]
    plan = visit_of(reading)
    plans = plans_of(reading, day)
    meant = the_one(plans)
    planned = [_planned(one, is_alone=len(plans) == 1) for one in plans]
    recorded = [] if meant else _recorded(reading, plan, day)
    reasons = [reason_for(plans)] if plans else []
    if recorded:
        reasons.append(RECORDED)
    return Offer(
        key="visit",
        kind="visit",
        word="Kunjungan",
        name=plan.title if plan else "",
        detail=Visit.Kind(visit_kind(told["kind"])).label,
        reason=" ".join(reasons) or "Naskah menceritakan kunjungan; belum ada rencana yang cocok.",
        choices=(*planned, *recorded, Choice(NEW, "Catat kunjungan baru"), Choice(NONE, "Jangan dicatat")),
        preset=meant.visit.slug if meant else "",
        proposed={name: told[name] for name in ("kind", "hosts", "guests", "match", "candidates")},
        read=told,
    )


def _planned(plan: Plan, is_alone: bool) -> Choice:
    """A plan beside others tells itself what of it agrees; one alone has the reason for that."""
    visit = plan.visit
    detail = (
        visit.dates
        if is_alone
        else f"{visit.dates}. Sama: {plan.same}. Belum pasti: {plan.other or 'tidak ada'}."
    )
    return Choice(visit.slug, f"Kunjungan terencana: {visit.title}", detail)


def _recorded(reading: dict[str, Any], plan: VisitDecision | None, day: date | None) -> list[Choice]:
    """Visits told already, by an article or by hand, that this text may tell again."""
    if plan is None or day is None:
        return []
    known = {body["name"]: body["match"] for body in reading["institutions"] if body["match"]}
    taken_place = (Visit.Status.DONE, Visit.Status.RECEIVED_BY_SECRETARIAT)
    found = visits_on_file(day, plan, known).filter(status__in=taken_place)
    return [Choice(v.slug, f"Kunjungan tercatat: {v.title}", v.dates) for v in found[:MOST_RECORDED]]
