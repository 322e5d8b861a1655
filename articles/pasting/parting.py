"""A working copy that holds several releases, parted by its editor into two."""

from dataclasses import dataclass
from textwrap import shorten

from django.db import transaction

from articles.models import PastedRelease
from articles.pasting.answers import Answers
from articles.pasting.copies import Taken, paste

BEGINNING_LETTERS = 90


@dataclass(frozen=True)
class Place:
    """Where a source may be parted: `at` is the offset of a line, `beginning` its first words."""

    at: int
    beginning: str


def places(source: str) -> list[Place]:
    """Each line with words on it, but for the first."""
    found: list[Place] = []
    at = 0
    for line in source.splitlines(keepends=True):
        if line.strip():
            found.append(Place(at, shorten(line, BEGINNING_LETTERS, placeholder="…")))
        at += len(line)
    return found[1:]


@transaction.atomic
def part(pasted: PastedRelease, at: int, sent: dict[str, list[str]]) -> Taken:
    """Two working copies in the place of this one, each read by itself; the photos, with the words in `sent`, go to
    the first; parts with the same words are one. Where both are on file already nothing changes.
    Raises UnreadableText."""
    halves = [pasted.source_text[:at].rstrip(), pasted.source_text[at:]]
    taken = [paste(pasted.editor, half, is_one=True) for half in halves]
    copies = list(dict.fromkeys(copy for each in taken for copy in each.copies))
    if copies:
        _hand_photos(pasted, copies[0], sent)
        pasted.discard()
    return Taken(copies, [article for each in taken for article in each.on_file])


def _hand_photos(pasted: PastedRelease, first: PastedRelease, sent: dict[str, list[str]]) -> None:
    there = first.photos.values_list("sha256", flat=True)
    pasted.photos.exclude(sha256__in=list(there)).update(pasted=first)
    words = {name: values for name, values in sent.items() if name.startswith("photo-")}
    if words:
        # A state that holds anything holds everything: what it lacks counts as left open.
        shown = first.answers or {name: [text] for name, text in Answers(first).defaults.items()}
        first.answers = shown | words
        first.save(update_fields=["answers"])
