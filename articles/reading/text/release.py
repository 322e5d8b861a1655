"""A release while it is read: the text that its parts make, and where in it each part stands."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ..dates.event_dates import Dates, Setting, event_dates
from ..language.lexicon import READ_CHARS
from ..language.marks import spoken
from ..language.passages import Passage, Span
from ..language.sentences import Sentences
from .layout import Layout

OPENING = re.compile(
    r"^.{0,80}?(?:-?\|\|-?|>>+|»|(?<=[A-Z]) ?[:/](?= [A-Z])|^\[[^\]]{2,40}\]|-{2,}|[–—~]| -|-(?= ?[A-Z])) *"
)
SHORTEST_LEAD = 80


@dataclass(frozen=True)
class Release:
    """`received` is the day it came in, None where nothing tells."""

    parts: Layout
    received: date | None

    @cached_property
    def whole(self) -> Passage:
        return self.parts.whole().cut(0, READ_CHARS)

    @property
    def text(self) -> str:
        return self.whole.text

    @cached_property
    def sentences(self) -> Sentences:
        return Sentences(self.text)

    @cached_property
    def title_end(self) -> int:
        return len(self.parts.title.text) if self.parts.title else 0

    @cached_property
    def head_end(self) -> int:
        """Where headline, caption and the first two paragraphs end."""
        parts = self.parts
        lines = sum(part is not None for part in (parts.title, parts.caption)) + self._lead_number + 2
        position = -1
        for _ in range(lines):
            position = self.text.find("\n", position + 1)
            if position == -1:
                return len(self.text)
        return position

    @cached_property
    def _lead_number(self) -> int:
        """The number of the first paragraph of the text itself; a line of a few words is none."""
        parts = self.parts
        long = (n for n, part in enumerate(parts.paragraphs[:6]) if len(part) > SHORTEST_LEAD)
        return max(next(long, 0), parts.opening)

    @cached_property
    def lead_span(self) -> Span:
        """Where the first paragraph of the text itself stands."""
        parts = self.parts
        above = [parts.title, parts.caption, *parts.paragraphs[: self._lead_number]]
        start = sum(len(part.text) + 1 for part in above if part)
        return start, start + sum(
            len(part) for part in parts.paragraphs[self._lead_number : self._lead_number + 1]
        )

    @cached_property
    def caption_span(self) -> Span:
        """Where the caption stands: behind the title, on a line of its own."""
        start = self.title_end + 1 if self.parts.title else 0
        return (start, start + len(self.parts.caption.text)) if self.parts.caption else (0, 0)

    @property
    def _dateline_paragraph(self) -> Passage:
        """The paragraph that the dateline opens, the first without one."""
        return self.parts.paragraphs[self.parts.opening]

    @property
    def lead(self) -> str:
        """The first paragraph without its dateline."""
        text = self._dateline_paragraph.text if self.parts.paragraphs else ""
        return OPENING.sub("", text, count=1) if self.parts.dateline else text

    @property
    def dateline_span(self) -> Span:
        """Where the dateline stands, empty where there is none."""
        first = self._dateline_paragraph.text if self.parts.dateline and self.parts.paragraphs else ""
        opening = OPENING.match(first)
        begin = self.text.find(first)
        return (begin, begin + opening.end()) if opening else (0, 0)

    @property
    def written(self) -> str:
        """Place and outlet of the dateline."""
        line = self.parts.dateline
        return f"{line.place}|{line.outlet or ''}" if line else ""

    def dates(self, kind: str) -> Dates:
        """`kind` is what the release tells of, "visit" before its direction is known."""
        setting = Setting(
            self.head_end,
            plain_statement=kind in ("other", "talkshow"),
            caption=self.caption_span,
            of_visit=kind == "visit",
            of_inspection=kind == "field_inspection",
            stamped=self.parts.stamped,
            quoted=[(opens, ends) for opens, _, stops, ends in spoken(self.text) if stops < ends],
        )
        return event_dates(self.text, setting, self.received)
