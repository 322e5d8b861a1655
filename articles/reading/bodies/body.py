"""A whole body as a text names it, and the record it may be."""

import re
from dataclasses import dataclass, field, replace

from ..index import Index
from ..language.lexicon import fold
from ..language.passages import Span
from ..places import Place, place_at, place_named
from ..tables import KnownInstitution, KnownRegion, Level

# "anggota DPRD dari Kabupaten X"
FROM = re.compile(r"dari (?=(?:Kota|Kabupaten|Kab\.|Provinsi) )")


@dataclass(frozen=True)
class Body:
    """A whole body and where it is named. `known` are the records it may be; one means it is that one."""

    name: str
    kind: str
    region_code: str | None
    known: tuple[KnownInstitution, ...]
    confidence: float
    spans: tuple[Span, ...] = field(default=())

    @property
    def match(self) -> str | None:
        return self.known[0].slug if len(self.known) == 1 else None

    @property
    def candidates(self) -> tuple[str, ...]:
        return tuple(body.slug for body in self.known)


def secretariat_of(council: str) -> str:
    return f"Sekretariat {council}"


def is_secretariat(name: str) -> bool:
    """True for a council's; the Sekretariat Daerah is the government's."""
    return name.startswith("Sekretariat DPR")


def council_of(name: str) -> str:
    """The council of this secretariat; any other body's name as it is."""
    return name.removeprefix("Sekretariat ") if is_secretariat(name) else name


def merged(mentions: list[Body]) -> list[Body]:
    """One entry a body, in order of first mention, all spans with it."""
    found: dict[str, list[Body]] = {}
    keys: dict[str, str] = {}
    for body in mentions:
        # "Perumda Tirta Wening" is Perumda Tirtawening, and Bappelitbang the record of Bapperida.
        plain = fold(body.name).replace(" ", "")
        found.setdefault(keys.setdefault(plain, body.match or plain), []).append(body)
    return [
        replace(
            bodies[0],
            spans=tuple(dict.fromkeys(span for body in bodies for span in body.spans)),
            confidence=max(body.confidence for body in bodies),
        )
        for bodies in found.values()
    ]


def government_of(index: Index, region: KnownRegion, span: Span | None, confidence: float = 0.9) -> Body:
    """`span` is None where the text does not name it in so many words."""
    return body_of(index, region.government, "regional_government", region.code, span, confidence)


def body_of(
    index: Index, name: str, kind: str, code: str | None, span: Span | None, confidence: float
) -> Body:
    """The body of this name, with what is on file of it; half as sure where several records fit. `code` is its
    region's, None for one of none; `span` is None where the text does not name it in so many words."""
    known = tuple(index.body_named(name))
    spans = (span,) if span else ()
    if len(known) == 1:
        return Body(known[0].name, known[0].kind, known[0].region_code, known, max(confidence, 0.95), spans)
    return Body(name, kind, code, known, confidence if not known else 0.5, spans)


def place_after(
    index: Index,
    text: str,
    end: int,
    level: Level | None,
    skips: tuple[str, ...] = (),
    on_file: bool = False,
) -> Place | None:
    """The region printed behind a body's kind; `skips` are words that may stand between. `on_file`: only one that the
    tables have."""
    if text[end : end + 1] != " ":
        return None
    position = end + 1
    if FROM.match(text, position) or (
        text.startswith("dari ", position) and place_at(index, text, position + len("dari "), level)
    ):
        position += len("dari ")
    for words in skips:
        if text.startswith(words, position):
            position += len(words)
            break
    return (place_at if on_file else place_named)(index, text, position, level)
