"""From whose side a visit is told."""

import re

from .bodies import Body
from .index import Index
from .lexicon import fold
from .parties import GOES_TO, RECEIVES
from .posts import Post
from .visits import Visit

# Headline and lead, where a release says whose it is.
HEAD_CHARS = 400
SPEAKS = re.compile(
    r"^[^\"“”\n]{0,60}\b(?:me(?:nyampaikan|ngatakan|nuturkan|njelaskan|negaskan|nambahkan|ngungkapkan|nyebut|nilai))\b"
)


def direction(
    visit: Visit,
    index: Index,
    text: str,
    bodies: list[Body],
    posts: list[Post],
    quoted: set[str],
    dateline: str,
) -> str:
    """ "visit_outgoing" when the telling side travelled: the own body or one of its region, else the side whose
    region the dateline names, else whoever speaks.

    `quoted` are the bodies whose people are quoted; `dateline` is its place and outlet.
    """
    own, region = index.tables.own, index.own_region
    if own in visit.hosts or own in visit.guests:
        return "visit_incoming" if own in visit.hosts else "visit_outgoing"
    codes = {body.name: body.region_code or "" for body in bodies}
    if region:
        for side, activity in ((visit.hosts, "visit_incoming"), (visit.guests, "visit_outgoing")):
            if any(codes.get(name) == region.code for name in side):
                return activity
        if any(codes.get(name, "")[:2] == region.code[:2] for name in visit.hosts):
            return "visit_incoming"
    speak = quoted | {
        p.institution for p in posts if p.institution and SPEAKS.search(text[p.end : p.end + 90])
    }
    sides = [b for b in bodies if b.spans and b.name in (*visit.hosts, *visit.guests)]
    first = min(sides, key=lambda body: body.spans[0], default=None)
    guest_leads = first is not None and first.name in visit.guests
    if guest_leads and speak & set(visit.guests) and not speak & set(visit.hosts):
        # Only the travellers speak, and the release begins with them, wherever it is dated.
        return "visit_outgoing"
    host_leads = first is not None and first.name in visit.hosts
    if (here := _written_at(index, visit, codes, dateline)) or RECEIVES.search(text[:HEAD_CHARS]):
        return here or "visit_incoming"
    if speak & set(visit.hosts) or host_leads:
        return "visit_incoming"
    return (
        "visit_outgoing"
        if speak & set(visit.guests) or GOES_TO.search(text[:HEAD_CHARS])
        else "visit_incoming"
    )


def _written_at(index: Index, visit: Visit, codes: dict[str, str], dateline: str) -> str | None:
    """The direction seen from where the release was written, None where the dateline is neither side's."""
    squeezed = fold(dateline).replace(" ", "")
    places = {region.code for name in dateline.split("|") for region in index.regions.get(fold(name), ())}
    for side, activity in ((visit.hosts, "visit_incoming"), (visit.guests, "visit_outgoing")):
        regions = [region for name in side if (region := index.tables.region_of(codes.get(name)))]
        if any(
            fold(region.proper_name).replace(" ", "") in squeezed
            or any(code.startswith(region.code) for code in places)
            for region in regions
        ):
            return activity
    return None
