"""Headlines to choose from, for a release that came without one."""

import re

from .officials import Person
from .sentences import Sentences
from .visits import Visit

SMALL = frozenset(
    [
        "dan",
        "di",
        "ke",
        "dari",
        "untuk",
        "yang",
        "dengan",
        "dalam",
        "pada",
        "atau",
        "oleh",
        "serta",
        "bagi",
        "tentang",
        "terkait",
        "agar",
    ]
)
SHORT = (
    ("Pemerintah Kota ", "Pemkot "),
    ("Pemerintah Kabupaten ", "Pemkab "),
    ("Pemerintah Provinsi ", "Pemprov "),
)
NAMED = re.compile(r",? (?:S|M|A|B|Sp)\.[\w.]+(?: [A-Z][\w.]+)?")
MAX_CHARS = 110


def propose(
    lead: str, visit: Visit | None, own_people: list[Person], topics: tuple[str, ...]
) -> tuple[str, ...]:
    """Up to three, the plainest first; built from what was read, so nothing is claimed that is not there."""
    found = _of_visit(visit, own_people, topics) if visit else []
    if lead:
        found.append(_of_lead(lead))
    return tuple(dict.fromkeys(title for title in found if title))[:3]


def title_case(text: str) -> str:
    words = text.split(" ")
    return " ".join(
        word if word in SMALL and number else word[:1].upper() + word[1:] for number, word in enumerate(words)
    )


def _of_visit(visit: Visit, own_people: list[Person], topics: tuple[str, ...]) -> list[str]:
    if not visit.guests:
        return []
    guest, kind = _short(visit.guests[0]), title_case(visit.kind)
    about = f", Bahas {_joined(topics)}" if topics else ""
    found = []
    if visit.hosts:
        found.append(f"{_short(visit.hosts[0])} Terima {kind} {guest}{about}")
    found += [f"{person.name} Hadiri Penerimaan {kind} {guest}" for person in own_people[:1]]
    if visit.hosts:
        found.append(f"{guest} {kind} ke {_short(visit.hosts[0])}")
    return found


def _joined(topics: tuple[str, ...]) -> str:
    """All of them when they are short, else the first two; "hingga" where a topic has its own "dan"."""
    names = [title_case(topic) for topic in topics]
    names = names if len(", ".join(names)) < 60 else names[:2]
    if len(names) == 1:
        return names[0]
    return f"{', '.join(names[:-1])} {'hingga' if ' dan ' in ''.join(names) else 'dan'} {names[-1]}"


def _short(body: str) -> str:
    for long, short in SHORT:
        if body.startswith(long):
            return short + body.removeprefix(long)
    return body


def _of_lead(paragraph: str) -> str:
    """The first sentence without degrees, cut at a word where it is long, in title case."""
    paragraph = paragraph[: 4 * MAX_CHARS]
    begin, end = Sentences(paragraph).at(0)
    words = NAMED.sub("", paragraph[begin:end]).strip(' ,.-"“”').split(" ")
    while len(" ".join(words)) > MAX_CHARS or (words and words[-1].lower() in SMALL):
        words.pop()
    return title_case(" ".join(words).strip(' ,.-"“”'))
