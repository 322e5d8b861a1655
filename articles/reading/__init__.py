"""A pasted release becomes a Reading. Pure functions over text and the tables handed in; no models, no request."""

from .files import UnreadableText, decode
from .index import Index
from .names import split_listed
from .namesakes import known_as
from .photo_credits import split_credit
from .reading import Reading, read
from .tables import HeldPost, KnownInstitution, KnownOfficial, KnownRegion, KnownTopic, KnownVisit, Tables
from .text import split

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
    "split",
    "split_credit",
    "split_listed",
]
