"""What editors refused of an article's readings, so that reading it again does not ask anew."""

from typing import Any

from django.utils import timezone

from articles.models import Article, Proposal
from dprd_news.lib.account_names import name_of
from dprd_news.lib.indonesian import short_date

Subject = tuple[str, ...]


def refusals(article: Article | None) -> dict[Subject, str]:
    """Who refused what last, and when, as a sentence by its subject. What was taken up again since is not among them."""
    if article is None:
        return {}
    rows = article.proposals.select_related("decided_by")
    latest = {subject(row.kind, row.proposed): row for row in rows}
    return {key: _told(row) for key, row in latest.items() if row.decision == Proposal.Decision.REJECTED}


def subject(kind: str, proposed: Any) -> Subject:
    """What a proposal is about, whatever else the reading said of it: a name, a word, the parties of a visit. A post is
    one of its body: "Anggota" of another is another post."""
    match proposed:
        case {"name": name, "post": post, "institution": institution}:
            return kind, name, post, institution
        case {"name": name} | {"word": name}:
            return kind, name
        case {"hosts": hosts, "guests": guests}:
            return kind, *sorted(hosts), "", *sorted(guests)
        case str():
            return kind, proposed
        case list():
            return kind, *proposed
    return (kind,)


def _told(row: Proposal) -> str:
    day = timezone.localdate(row.decided_at)
    return f"Ditolak {name_of(row.decided_by)} pada {short_date(day)}."
