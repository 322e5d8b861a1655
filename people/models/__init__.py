"""What is true without any article."""

from people.models.address import OldAddress
from people.models.bulk import BulkChange, BulkChanged
from people.models.council import Council
from people.models.document import SearchDocument, SearchKind, SearchPending
from people.models.institution import Institution, InstitutionName
from people.models.official import Official, OfficialName
from people.models.portrait import StagedPortrait
from people.models.position import Position, Post
from people.models.region import Region
from people.models.removal import Removal
from people.models.topic import Tagging, Topic
from people.models.visit import Visit
from people.models.visit_parts import VisitOfficial, VisitPaper, VisitParty
from people.models.working_copy import ProposedChange, WorkingCopy

__all__ = [
    "BulkChange",
    "BulkChanged",
    "Council",
    "Institution",
    "InstitutionName",
    "Official",
    "OfficialName",
    "OldAddress",
    "Position",
    "Post",
    "ProposedChange",
    "Region",
    "Removal",
    "SearchDocument",
    "SearchKind",
    "SearchPending",
    "StagedPortrait",
    "Tagging",
    "Topic",
    "Visit",
    "VisitOfficial",
    "VisitPaper",
    "VisitParty",
    "WorkingCopy",
]
