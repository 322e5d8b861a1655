"""The newsroom's forms and lists for what is true without any article."""

from people.admin.address import OldAddressAdmin
from people.admin.council import CouncilAdmin
from people.admin.institution import InstitutionAdmin
from people.admin.official import OfficialAdmin
from people.admin.position import PositionAdmin, PostAdmin
from people.admin.proposed_change import ProposedChangeAdmin
from people.admin.region import RegionAdmin
from people.admin.topic import TopicAdmin
from people.admin.visit import VisitAdmin

__all__ = [
    "CouncilAdmin",
    "InstitutionAdmin",
    "OfficialAdmin",
    "OldAddressAdmin",
    "PositionAdmin",
    "PostAdmin",
    "ProposedChangeAdmin",
    "RegionAdmin",
    "TopicAdmin",
    "VisitAdmin",
]
