"""How many came to a visit, and as which komisi, badan or pansus of their body."""

from collections.abc import Iterable

from ..bodies.units import Unit
from ..language.lexicon import ONES, fold, of_folded
from ..language.sentences import Sentences
from ..language.visit_words import GOES_TO, GUEST_NOUN, RECEIVED_BY, RECEIVES, VISITS
from ..people.officials import Person
from ..people.posts import Post

WORDS = {word: number for number, word in enumerate(ONES, start=1)} | {"sepuluh": 10, "sebelas": 11}
WORDS |= {f"{word} belas": number + 10 for number, word in enumerate(ONES[1:], start=2)}
WORDS |= {f"{word} puluh": number * 10 for number, word in enumerate(ONES[1:], start=2)}
NUMBER = rf"(\d{{1,4}}|{'|'.join(sorted(WORDS, key=len, reverse=True))})(?:-an)?"
WHO = r"(?:orang|peserta|anggota|siswa|siswi|pelajar|mahasiswa|delegasi|pegawai|pejabat|staf)"
COUNT = of_folded(
    rf"\b(?:sebanyak|sejumlah|berjumlah|diikuti|beranggotakan|terdiri (?:dari|atas)|dengan|membawa|rombongan(?: \w+)?)(?: oleh| sekitar| total| kurang lebih)*"
    rf" {NUMBER} {WHO}\b"
)
COUNT_PLAIN = of_folded(rf"\b{NUMBER} (?:peserta|siswa|siswi|pelajar|mahasiswa)\b")
COUNT_OF_GUESTS = of_folded(rf"\b{NUMBER} orang\b")
GUESTS = of_folded(r"\b(?:rombongan|delegasi|peserta|tamu|kunjungan|kunker|berkunjung)\b")
# "Jumlah anggota DPRD sebanyak 50 orang" counts the seats, not the guests.
SEATS = of_folded(r"\b(?:jumlah|memiliki|mempunyai|kursi)\b")
TELLS = (of_folded(rf"\b{GUEST_NOUN}"), RECEIVED_BY, RECEIVES, GOES_TO, VISITS)


def participants(text: str, sentences: Sentences) -> int | None:
    """How many people came, from a sentence about the guests; pupils and students are counted anywhere."""
    folded = fold(text)
    for pattern in (COUNT, COUNT_OF_GUESTS):
        for begin, stop in sentences:
            match = pattern.search(folded, begin, stop)
            if (
                match
                and GUESTS.search(folded, begin, stop)
                and not SEATS.search(folded, begin, match.start())
            ):
                return _number(match[1])
    match = COUNT_PLAIN.search(folded)
    return _number(match[1]) if match else None


def _number(printed: str) -> int:
    return int(printed) if printed.isdigit() else WORDS[printed]


def units_of_parties(
    text: str,
    units: list[Unit],
    posts: list[Post],
    people: list[Person],
    parties: Iterable[str],
    head: str | None,
    sentences: Sentences,
) -> dict[str, str]:
    """The one part of its body that each party came or received as, by the body's name. A party told of with two
    parts, or with none, is the whole body and left out."""
    held = {person.role for person in people if person.role}
    personal = [range(post.start, post.end) for post in posts if post.text in held]
    folded = fold(text)
    telling = [span for span in sentences if any(pattern.search(folded, *span) for pattern in TELLS)]
    found: dict[str, str] = {}
    for party in parties:
        named = {
            unit.name
            for unit in units
            if unit.institution == party
            and any(begin <= unit.spans[0][0] < stop for begin, stop in telling)
            and not any(unit.spans[0][0] in post for post in personal)
        }
        led = {p.unit for p in people if p.name == head and p.institution == party and p.unit}
        names = named or {unit for unit in led if not unit.startswith("Fraksi")}
        if len(names) == 1:
            found[party] = names.pop()
    return found
