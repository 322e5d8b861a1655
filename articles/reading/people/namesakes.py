"""Which record on file a named person is: by name, then by the post held on the day. A wrong link is worse than none."""

import re
from collections import Counter
from datetime import date
from itertools import chain, product

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from dprd_news.lib.indonesian import ROMAN

from ..index import Index, bare, near_marks
from ..language.lexicon import fold
from ..tables import HeldPost, KnownOfficial
from .posts import Post

ARABIC = re.compile(r"(?<=^Komisi )[1-9]$")


def known_as(
    index: Index, name: str, post: Post | None, day: date | None
) -> tuple[tuple[KnownOfficial, ...], float]:
    """The records this person may be, with how sure that is; a wrong link is worse than none."""
    exact = index.people.get(bare(name), [])
    if exact:
        return _decided(exact, post, day, single_word=" " not in name.strip())
    if " " not in name.strip():
        keys = index.names_by_word.get(bare(name), ())
        bearers = (o for key in keys for o in index.people[key] if bare(o.name) == key)
        only = [official for official in bearers if post and _holds_exactly(official, post, day)]
        return ((only[0],), 0.75) if len(only) == 1 else ((), 0.9 if post else 0.7)
    near = _near(index, name)
    if not near:
        return (), 0.9 if post else 0.7
    agreeing = [official for official in near if post and _held(official, post, None)]
    if len(agreeing) == 1:
        # The post agrees, the letters do not: linked, and asked about.
        return (agreeing[0],), 0.75
    return tuple(near), 0.4


def _decided(
    officials: list[KnownOfficial], post: Post | None, day: date | None, single_word: bool
) -> tuple[tuple[KnownOfficial, ...], float]:
    """Among namesakes the post held on the day decides, then the post held ever; else all stand side by side."""
    for when in (day, None):
        fitting = [official for official in officials if post and _held(official, post, when)]
        if len(fitting) == 1:
            return (fitting[0],), 0.98 if when else 0.92
    if len(officials) > 1:
        return tuple(officials), 0.4
    only = officials[0]
    elsewhere = post is not None and post.institution is not None and only.held
    if single_word or elsewhere:
        return (only,), 0.5
    return (only,), 0.85


def _held(official: KnownOfficial, post: Post, day: date | None) -> bool:
    return any(_agrees(held, post) and (day is None or held.covers(day)) for held in official.held)


def _holds_exactly(official: KnownOfficial, post: Post, day: date | None) -> bool:
    """The very post in the very unit and body, on the day where it is known: enough for a given name alone."""
    return post.institution is not None and any(
        fold(held.post) == post.head
        and _numbered(held.unit) == _numbered(post.unit or "")
        and fold(held.institution) == fold(post.institution)
        and (day is None or held.covers(day))
        for held in official.held
    )


def _numbered(unit: str) -> str:
    """ "Komisi 1" as "Komisi I"."""
    return ARABIC.sub(lambda match: ROMAN[int(match[0])].upper(), unit)


def _agrees(held: HeldPost, post: Post) -> bool:
    """The same body, and where a unit is printed and recorded the same unit; without a body, the same post."""
    if post.institution:
        return fold(held.institution) == fold(post.institution)
    return fold(held.post) in (post.head, fold(post.text))


def _near(index: Index, name: str) -> list[KnownOfficial]:
    """Records whose names differ by a letter or two, or hold this name's words with more between or after."""
    key = bare(name)
    if " " not in key:
        return []
    allowed = 1 if len(key) < 12 else 2
    sizes = range(len(key) - allowed, len(key) + allowed + 1)
    marks = product(sizes, near_marks(key))
    alike = dict.fromkeys(chain.from_iterable(index.people_alike.get(mark, ()) for mark in marks))
    close = process.extract(key, [*alike], scorer=OSA.distance, score_cutoff=allowed, limit=4)
    words = set(key.split())
    sharing = Counter(chain.from_iterable(index.names_by_word.get(word, ()) for word in words))
    holding = [name for name, shared in sharing.items() if shared >= 2 and is_part(key, name)]
    found = [
        official for name in (*(match[0] for match in close), *holding) for official in index.people[name]
    ]
    return sorted(dict.fromkeys(found), key=lambda official: -fuzz.ratio(key, bare(official.name)))


def is_part(short: str, long: str) -> bool:
    """True when the words of `short` stand in `long` in their order, initials as their first letter."""
    if len(short) > len(long):
        return False
    words = iter(long.split())
    for word in short.split():
        for other in words:
            if word == other or (len(word) == 1 and other[0] == word):
                break
        else:
            return False
    return True
