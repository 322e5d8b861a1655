"""What the answers come to, and the record of what became of each proposal."""

from dataclasses import dataclass, field
from typing import Any

from articles.decisions import Decisions
from articles.models import Article, Proposal
from articles.pasting.offers import Offer


@dataclass(frozen=True)
class Judged:
    """One offer as it was decided, for the record."""

    kind: str
    rule: str
    proposed: Any
    decision: str


@dataclass
class Outcome:
    """All that saving needs; with `errors` (message by field) nothing is saved. `still_open` names offers left open,
    and `namesakes` has those on file, slugs by the offer's key, about whom an error asks."""

    draft: dict[str, Any] = field(default_factory=dict)
    decisions: Decisions = field(default_factory=Decisions)
    judged: list[Judged] = field(default_factory=list)
    errors: dict[str, str] = field(default_factory=dict)
    still_open: list[str] = field(default_factory=list)
    namesakes: dict[str, list[str]] = field(default_factory=dict)

    def judge(self, offer: Offer, decision: str) -> None:
        if offer.was_refused and decision == "rejected":
            # Nobody decided anything: it was refused before, and counts once.
            return
        self.judged.append(Judged(offer.kind, offer.reason[:300], offer.proposed, decision))

    def judge_text(self, kind: str, value: str, now: str) -> None:
        """Words that the reading filled in, by what stands there now."""
        decision = "accepted" if now == value.strip() else "changed" if now else "rejected"
        self.judged.append(Judged(kind, "Dibaca dari naskah.", value, decision))


def keep_judged(article: Article, judged: list[Judged], editor: Any) -> None:
    """Write down what was proposed for the article and what became of it."""
    Proposal.objects.bulk_create(
        Proposal(
            article=article,
            kind=one.kind,
            rule=one.rule,
            proposed=one.proposed,
            decision=one.decision,
            decided_by=editor,
        )
        for one in judged
    )
