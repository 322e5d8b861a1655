"""Names as lists and files print them, understood by the rules that releases are read with."""

from articles import tables
from articles.reading import known_as, split_listed
from people.new_council import Reader

# Below it the release reader itself would not link a name.
SURE = 0.7


def known(name: str) -> tuple[tuple[str, ...], bool]:
    """Slugs of the officials this name may mean, and whether it surely means the one."""
    found, confidence = known_as(tables.index(), name, None, None)
    return tuple(official.slug for official in found), len(found) == 1 and confidence >= SURE


READER = Reader(split_listed, known)
