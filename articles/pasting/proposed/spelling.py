"""Which words of a reading may be misspelt."""

from collections.abc import Iterable
from typing import Any

from articles.pasting.offers import NONE, Choice, Offer


def offered_spelling(read: list[dict[str, Any]]) -> Iterable[Offer]:
    """One offer a word, wherever it stands; nothing is mended before somebody says so."""
    words = {entry["word"]: entry for entry in reversed(read)}
    for number, entry in enumerate(reversed(words.values())):
        yield Offer(
            key=f"spelling-{number}",
            kind="spelling",
            word="Ejaan",
            name=entry["word"],
            reason=entry.get("reason") or "Tidak ada di kamus, dan bukan nama yang dikenal.",
            choices=(*(Choice(word, word) for word in entry["suggestions"]), Choice(NONE, "Biarkan")),
            proposed={"word": entry["word"], "suggestions": entry["suggestions"]},
            read=entry,
        )
