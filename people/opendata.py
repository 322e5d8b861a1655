"""What a file of open data says of each record."""

from dprd_news.lib.exports import Column, page_column
from people.models import VisitParty


def _names(parties: list[VisitParty]) -> str:
    return "; ".join(party.shown_name for party in parties)


# Of a visit `with_parties` and its topics; the newsroom's own file for the public holds the same.
VISIT_COLUMNS: tuple[str | Column, ...] = (
    "title",
    "kind",
    "status",
    "direction",
    "starts_on",
    "ends_on",
    Column("Tempat", lambda visit: visit.venue),
    "region",
    Column("Tamu", lambda visit: _names(visit.guests)),
    Column("Tuan rumah", lambda visit: _names(visit.hosts)),
    Column("Pendamping", lambda visit: _names(visit.companions)),
    Column("Topik", lambda visit: ", ".join(topic.name for topic in visit.topics.all())),
    "purpose",
    "outcome",
    "follow_up",
    page_column(),
)
