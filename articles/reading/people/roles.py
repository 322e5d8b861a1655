"""What somebody is in a release: of the posts printed with a name the one that tells most, else a unit or a part."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from ..bodies.units import Unit
from ..language.passages import Span
from .mentions import Mention
from .names import BACK, FRONT
from .posts import ORDINAL, Post

# What stands between a name and its faction: "Dewi, S.T., (Fraksi X)".
OF_FACTION = re.compile(rf"(?>{BACK})?,? (?:dari |asal |\()?")
# What stands between a unit and who speaks for it: "Fraksi X yang diwakili Dewi", "Fraksi X melalui Dewi", "Komisi II
# lainnya Dewi, Raka".
COUNCIL = r"(?P<council>(?: DPR[DK](?: (?:Kota|Kabupaten|Provinsi))?(?: [A-Z]\w+){1,3})?)"
# Names with their titles and degrees, up to one with a post.
LISTED = r"(?:,? (?:(?:dan|serta) )?(?!(?:Wakil|Ketua|Anggota|Kepala|Sekretaris|Wali|Bupati|Camat)\b)[A-Z][\w.'-]*){0,50}"
SPEAKS_FOR = re.compile(
    rf"{COUNCIL}(?: lainnya{LISTED}|,? yang (?:diwakili|dibacakan)(?: oleh)?),? (?:(?:dan|serta) )?(?:{FRONT})*"
)
# "jajaran Komisi II, Dewi, S.T., Raka": who is listed behind its members is one of them.
MEMBERS = ("jajaran ", "jajaran anggota ", "para anggota ")
MEMBERS_LISTED = re.compile(rf"{COUNCIL},{LISTED},? (?:(?:dan|serta) )?(?:{FRONT})*")
SPEAKS_FOR_FACTION = re.compile(
    rf"{COUNCIL},? (?:(?:yang )?(?:diwakili|dibacakan|disampaikan)(?: oleh)?|melalui|lewat|oleh),? (?:{FRONT})*"
)
# "akademisi Dewi, S.H., dan Raka sebagai narasumber": what those were there as who have no post.
AS_SPEAKER = re.compile(
    rf"(?>{BACK})?(?:,? (?:dan|serta) (?!(?:Wakil |Para )?(?:Ketua|Anggota|Kepala|Sekretaris|Wali|Bupati)\b)(?:{FRONT})*[A-Z](?:(?! yang | tidak )[^.;:\n]|\.(?=\w|,)){{2,80}}?)?,? sebagai (narasumber|pembicara|pemateri|moderator|pemantik)\b"
)
# Before a name its unit begins no further away than a list is long, behind it no further than its degrees are.
LONGEST_LIST, NEAR = 500, 120
LEVEL_WORDS = re.compile(r"\b(?:Provinsi|Kota|Kabupaten) ")


class Role(NamedTuple):
    """Words that stand in for a post. `unit` is the one spoken for, None for a mere part in the event."""

    text: str
    unit: Unit | None


def post_of(group: list[Mention]) -> Post | None:
    """The post as it is first printed: a whole one before a mere word, one before the name rather than behind it; of
    several that name no body and no unit the longest; "Wakil Ketua I" before a mere "Wakil Ketua"; None where none is
    printed."""
    # "X selaku Ketua Komisi I DPRD Y", where X is first named, is as good as a post before the name.
    first = [m.post for m in group[:1] if m.post and m.post.names_body]
    posts = [m.post for m in group if m.post]
    named = [(m.post, m.post.start < m.span[0] or m.post in first) for m in group if m.post]
    texts = {post.text for post in posts}
    shorter = {text for text in texts if any(_says_more(other, text) for other in texts)}
    named = [one for one in named if one[0].text not in shorter]
    offices = not any(post.names_body or post.unit for post, _ in named)

    def fitness(one: tuple[Post, bool]) -> tuple[bool, bool, bool, bool, bool, bool, bool, bool, int, int]:
        post, in_front = one
        length = len(post.text) if offices else 0
        special = not post.is_plain_member
        return (
            not post.is_errand,
            post.complete,
            post.is_verbatim,
            in_front,
            special,
            not post.is_bare,
            post.names_body,
            post.unit is None and bool(ORDINAL.search(post.text)),
            length,
            -post.start,
        )

    return max(named, key=fitness)[0] if named else None


def _says_more(post: str, other: str) -> bool:
    """ "Wakil Ketua II DPRD" after "Wakil Ketua II", "Anggota DPRD Provinsi X" after "Anggota DPRD X"."""
    if post.startswith(f"{other} "):
        return True
    level = LEVEL_WORDS.sub("", post)
    return level != post and level == other


def role_beside(text: str, spans: tuple[Span, ...], units: list[Unit]) -> Role | None:
    """What someone named at `spans` without a post is: "dari Fraksi X", or "Komisi II lainnya, H. Dewi", stands for
    that unit, one who was there "sebagai narasumber" has that part; None where nothing of it stands there."""
    for begin, _ in spans:
        for unit in _between(units, begin - LONGEST_LIST, begin):
            start, stop = unit.spans[0]
            speaks = next(
                filter(None, (form.fullmatch(text, stop, begin) for form in _forms(text, unit))), None
            )
            if speaks or text[stop:begin] == " ":
                return Role(text[start : speaks.end("council") if speaks else stop], unit)
    for _, end in spans:
        if invited := AS_SPEAKER.match(text, end):
            return Role(invited[1], None)
        for unit in _between(units, end, end + NEAR):
            start, stop = unit.spans[0]
            if OF_FACTION.fullmatch(text, end, start):
                return Role(text[start:stop], unit)
    return None


def _forms(text: str, unit: Unit) -> Iterator[re.Pattern[str]]:
    """The forms in which somebody may be named behind the unit that they are of."""
    yield SPEAKS_FOR
    if unit.name.startswith("Fraksi"):
        yield SPEAKS_FOR_FACTION
    if text.endswith(MEMBERS, 0, unit.spans[0][0]):
        yield MEMBERS_LISTED


def _between(units: list[Unit], begin: int, stop: int) -> list[Unit]:
    """Those that begin there; `units` are in their order."""

    def start(unit: Unit) -> int:
        return unit.spans[0][0]

    return units[bisect_left(units, begin, key=start) : bisect_left(units, stop, key=start)]
