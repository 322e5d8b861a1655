"""Planned visits on file beside what a reading tells: which of them is meant, and what of it agrees."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from articles.reading.visits.plans import Agreement, Told, agreement
from articles.tables import known_visit
from people.models import Visit


@dataclass(frozen=True)
class Plan:
    """A planned visit that a reading may tell of."""

    visit: Visit
    agreed: Agreement
    told: Told

    @property
    def same(self) -> str:
        """What agrees: "tamu Pemerintah Kota X, tuan rumah DPRD Kota Y, dan tanggal"."""
        parts = [f"tamu {_joined(self.agreed.guests)}", f"tuan rumah {_joined(self.agreed.hosts)}"]
        parts += ["tanggal"] if self.agreed.is_same_day else []
        parts += ["tempat"] if self.agreed.is_same_place else []
        return _joined(parts)

    @property
    def other(self) -> str:
        """What does not agree or cannot be compared, "" where all agrees."""
        plan = known_visit(self.visit)
        parts = [
            f"rencana juga menyebut {word} {_joined(more)}"
            for word, names, agreed in (
                ("tamu", plan.guests, self.agreed.guests),
                ("tuan rumah", plan.hosts, self.agreed.hosts),
            )
            if (more := [name for name in names if name not in agreed])
        ]
        if self.agreed.is_same_day is None:
            parts.append(
                "rencana belum bertanggal"
                if plan.starts_on is None
                else "tanggal kegiatan belum pasti di naskah"
            )
        if self.agreed.is_same_place is False:
            parts.append(f"tempat di rencana lain: {plan.place}")
        elif self.agreed.is_same_place is None:
            parts.append("tempat tidak dapat dibandingkan")
        return "; ".join(parts)


def plans_of(reading: dict[str, Any], day: date | None) -> list[Plan]:
    """The plans among the reading's candidates that may still be its visit, as they are now."""
    found = reading["visit"]
    if found is None or not found["candidates"]:
        return []
    told = Told(tuple(found["guests"]), tuple(found["hosts"]), day, reading["venue"] or "")
    rows = Visit.objects.filter(slug__in=found["candidates"], status=Visit.Status.PLANNED).with_parties()
    plans = [Plan(row, agreement(known_visit(row), told), told) for row in rows]
    return [plan for plan in plans if plan.agreed.may_be]


def the_one(plans: Iterable[Plan]) -> Plan | None:
    """The plan that fits, None where none or more than one does."""
    fitting = [plan for plan in plans if plan.agreed.fits]
    return fitting[0] if len(fitting) == 1 else None


def reason_for(plans: list[Plan]) -> str:
    """Why the plans are offered, in a sentence or two."""
    plan = the_one(plans)
    if plan is not None:
        rest = f" {plan.other[0].upper()}{plan.other[1:]}." if plan.other else ""
        return f"Sama dengan rencana: {plan.same}.{rest} Rencananya dilengkapi dan ditandai terlaksana."
    if len(plans) > 1:
        return "Ada beberapa rencana yang mungkin dimaksud; pada tiap pilihan tertulis apa yang sama."
    return f"Mungkin rencana ini. Sama: {plans[0].same}. Belum pasti: {plans[0].other}."


def _joined(words: Iterable[str]) -> str:
    *others, last = words
    return f"{', '.join(others)}{',' if len(others) > 1 else ''} dan {last}" if others else last
