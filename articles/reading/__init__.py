"""A pasted release becomes a Reading. Pure functions over text and the tables handed in; no models, no request.

Each layer knows only those below it: reading puts all together; headlines, topics and spelling; visits, what kind of
event it was and who came to whom; people, with their posts and words; bodies and the units of councils, and beside them
text, a release's parts; places and dates; index and tables, what is on file; language, the words that all of it rests on.
"""

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
