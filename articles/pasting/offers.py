"""One thing for the editor to decide: what is asked, why, and which answers there are."""

from dataclasses import dataclass, field
from typing import Any

from articles.reading.spelling.misspellings import has_clear_meaning

SURE = 0.8
NONE, NEW, OTHER = "none", "new", "other"


@dataclass(frozen=True)
class Choice:
    """One answer to an offer. `value` is a key of the form: a slug, a day, or one of the words above."""

    value: str
    label: str
    detail: str = ""


@dataclass(frozen=True)
class Offer:
    """One thing to decide. `preset` is the choice already made for what is sure, "" where nothing is.

    `proposed` is what is kept of it with the article; `read` is its part of the reading. `contradiction` is
    what a sure match must not hide: the text says something else than the record. What an earlier reading of
    the article was refused is preset to that, and `refusal` tells by whom and when.
    """

    key: str
    kind: str
    word: str
    name: str
    reason: str
    choices: tuple[Choice, ...]
    preset: str = ""
    detail: str = ""
    proposed: Any = None
    read: dict[str, Any] = field(default_factory=dict)
    contradiction: str = ""
    refusal: str = ""
    # Preset to what the draft that is read again says already.
    is_written: bool = False

    @property
    def was_refused(self) -> bool:
        return bool(self.refusal)

    @property
    def why(self) -> str:
        """Who refused it before, if anybody, and what the proposal rests on."""
        return f"{self.refusal} {self.reason}".strip()

    @property
    def is_sure(self) -> bool:
        return bool(self.preset)

    @property
    def is_unknown(self) -> bool:
        """Nobody on file comes near, so that making a new record is all there is to decide."""
        return self.kind in {"official", "institution"} and self.first == NEW

    @property
    def is_one_slip(self) -> bool:
        """A misspelling with one word nearest to it, so that no choice is needed."""
        return self.kind == "spelling" and has_clear_meaning(self.name, self.read["suggestions"])

    @property
    def first(self) -> str:
        return self.choices[0].value


def told_confidence(read: dict[str, Any]) -> str:
    return f"Keyakinan {round(read['confidence'] * 100)} persen."
