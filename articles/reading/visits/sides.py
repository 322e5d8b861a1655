"""The bodies that a text names, each where it stands, by itself or through the post of who speaks for it: the sides
that a visit may have."""

import re
from dataclasses import dataclass

from ..bodies.body import Body, council_of, secretariat_of
from ..people.post_heads import level_of
from ..people.posts import Post

# "LKPJ Gubernur X" names a paper.
REPORT_OF = re.compile(r"\b(?:LKPJ|Pertanggungjawaban|Pj\.?|Laporan) $")
# "Pemerintah Kota X melalui Dinas Y": which of a government's offices it is.
THROUGH = re.compile(r" (?:melalui|lewat|dari) (?:pihak |jajaran )?")


@dataclass(frozen=True)
class Side:
    """A body named at `start:end`, by itself or through the post of someone who speaks for it."""

    start: int
    end: int
    body: str
    # Named through somebody's post.
    by_post: bool = False


def sides_of(text: str, bodies: list[Body], posts: list[Post]) -> list[Side]:
    named = {body.name for body in bodies}
    found = [
        Side(post.start, post.end, _spoken_for(post, named), by_post=True)
        for post in posts
        if post.institution
        and (post.complete or level_of(post.head))
        and not REPORT_OF.search(text, max(0, post.start - 20), post.start)
    ]
    inside_posts = {start for side in found for start in range(side.start, side.end)}
    for body in bodies:
        if (
            body.kind != "media"
            and not body.name.startswith("Partai ")
            and body.spans
            and body.spans[0][0] not in inside_posts
        ):
            found.append(Side(*body.spans[0], body.name))
    return _through_offices(text, bodies, sorted(found, key=lambda side: side.start))


def _through_offices(text: str, bodies: list[Body], sides: list[Side]) -> list[Side]:
    """A government that acts through an office of its own, named right behind, and that office as one side, the
    office's."""
    codes = {body.name: body.region_code for body in bodies if body.kind in ("agency", "regional_government")}
    offices = {body.name for body in bodies if body.kind == "agency"}
    found: list[Side] = []
    for side in sides:
        last = found[-1] if found else None
        is_office = last is not None and side.body in offices and last.body in codes.keys() - offices
        if (
            last
            and is_office
            and codes[side.body] == codes[last.body]
            and THROUGH.fullmatch(text, last.end, side.start)
        ):
            found[-1] = Side(last.start, side.end, side.body, by_post=side.by_post)
        else:
            found.append(side)
    return found


def _spoken_for(post: Post, named: set[str]) -> str:
    """The body that a post stands for: a council's secretary for its secretariat, where the text names that; the
    staff of a secretariat for the council that they receive for."""
    body = post.institution or ""
    if post.head in ("sekretaris dprd", "sekretaris dewan", "sekwan") and secretariat_of(body) in named:
        return secretariat_of(body)
    if post.text.find("Sekretariat DPR") > 0 and body.startswith("DPR"):
        return secretariat_of(body)
    return body


def is_same(side: Side, host: Side) -> bool:
    """True for one body, and for a council and its secretariat."""
    return council_of(side.body) == council_of(host.body)


def last_before(sides: list[Side], position: int) -> Side | None:
    return next((side for side in reversed(sides) if side.end <= position), None)


def side_at(sides: list[Side], position: int, near: int = 30) -> Side | None:
    """The side at this place or, within `near` characters, behind it: "ke Sekretariat DPRD X" may be read as going
    to the house before it is read as going to the body."""
    return next((s for s in sides if s.start <= position < s.end or 0 <= s.start - position < near), None)
