"""A pasted release becomes a Reading. Pure functions over text and the tables handed in; no models, no request."""

from .index import Index
from .people.names import split_listed
from .people.namesakes import known_as
from .reading import Reading, read
from .tables import HeldPost, KnownInstitution, KnownOfficial, KnownRegion, KnownTopic, KnownVisit, Tables
from .text.files import UnreadableText, decode
from .text.pastes import releases_in
from .text.photo_credits import split_credit

__all__ = [
    "HeldPost",
    "Index",
    "KnownInstitution",
    "KnownOfficial",
    "KnownRegion",
    "KnownTopic",
    "KnownVisit",
    "Reading",
    "Tables",
    "UnreadableText",
    "decode",
    "known_as",
    "read",
    "releases_in",
    "split_credit",
    "split_listed",
]
