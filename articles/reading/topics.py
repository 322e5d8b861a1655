"""What a release is about: the subjects it lists, in the words of the site's own topics where these fit."""

import re
from itertools import takewhile

from rapidfuzz.distance import DamerauLevenshtein

from .language.lexicon import fold, is_everyday
from .tables import KnownTopic

DISCUSSED = re.compile(
    r"\b(?:berdiskusi|diskusi|membahas|bahas|belajar|mempelajari|dipelajari|mendalami|menggali|bertukar pikiran|berbagi|pembahasan|membicarakan"
    r"|difokuskan|fokus|seputar|(?:kunjungan|banding|tiru|koordinasi|konsultasi)(?= (?:mengenai|terkait|tentang|soal)\b))\b([^.;\n\"“”]{3,360})",
    re.I,
)
# What leads up to the list; the words after the last of these are the subjects themselves.
LEAD_IN = re.compile(
    r"^.{0,60}?\b(?:mulai dari|mencakup|meliputi|terutama (?:soal|dalam|terkait)|seputar|antara lain|yakni|yaitu|khususnya|mengenai|terkait|tentang|soal"
    r"|perihal|ihwal)\b(?: (?:dengan|sejumlah|berbagai|isu|soal|pembahasan))* ",
    re.I,
)
ENDS = re.compile(
    r",? (?:di (?=[A-Z])|yang |untuk |agar |sehingga |guna |dalam |pada |bersama |dengan |oleh |dari |ke (?=[A-Z])|sebagai |karena |demi ).*$"
)
HEADS = (
    "pengelolaan", "pengembangan", "peningkatan", "penguatan", "penataan", "pelaksanaan", "penyelenggaraan", "sektor", "bidang", "isu",
    "masalah", "permasalahan", "persoalan", "program", "strategi", "sistem", "penanganan", "pendampingan", "perencanaan", "upaya", "kebijakan", "soal", "pemberdayaan", "serta", "dan", "tentang",
)  # fmt: skip
# Subjects whose first word is part of the name: waste is managed, a site is kept.
WHOLE = frozenset(
    {
        "sampah",
        "persampahan",
        "limbah",
        "keuangan",
        "aset",
        "website",
        "web",
        "situs",
        "parkir",
        "arsip",
        "banjir",
        "kepegawaian",
        "drainase",
        "sungai",
    }
)
# The one subject whose long name is itself a list.
SMALL_BUSINESS = re.compile(r"usaha mikro,? kecil,? dan menengah(?: \(UMKM\))?", re.I)
MAX_TOPICS = 8
# Words that stand in no subject's name.
NO_SUBJECT = re.compile(
    r"\d{1,2}[/ ]|\b(?:tersebut|ini|itu|juga|salah sat\w+|sejak|setiap|hal|menjadi|adalah|Kota|Kabupaten|Provinsi|Pemerintah|DPRD|Pimpinan|Jawa|Sumatera|Kalimantan|Sulawesi)\b"
    r"|^ ?(?:me(?:m|n|ng|ny|l|r|w)[a-z]{3,}|ber[a-z]{4,}|di[a-z]{3,}kan)\b|\b(?:me(?:m|n|ng|ny)[a-z]{4,}kan)\b|[a-z]{3,}nya$"
)


def find_topics(text: str, head_end: int, known: tuple[KnownTopic, ...], listed: bool) -> tuple[str, ...]:
    """Topics in order. `listed`: those a visit says were discussed come first and, where there are any, alone."""
    if listed:
        found = _discussed(text, known)
        if found:
            return found[:MAX_TOPICS]
    return _by_weight(text, head_end, known)[:MAX_TOPICS]


def _discussed(text: str, known: tuple[KnownTopic, ...]) -> tuple[str, ...]:
    """The longest list of subjects that the text says were discussed or learned."""
    by_name = {fold(name): topic.name for topic in known for name in (topic.name, *topic.synonyms)}
    best: list[str] = []
    for match in DISCUSSED.finditer(text):
        listing = match[1].strip()
        while led := LEAD_IN.match(listing):
            listing = listing[led.end() :]
        parts = takewhile(lambda part: _names_subject(part, by_name), _parts(ENDS.sub("", listing)))
        names = [name for part in parts if (name := _topic(part, by_name))]
        if len(names) > len(best) and (len(names) > 1 or listing != match[1].strip()):
            best = names
    return tuple(dict.fromkeys(best))


def _parts(listing: str) -> list[str]:
    """A list's members; "dan" inside one of them stays when the list has commas of its own."""
    listing = SMALL_BUSINESS.sub("UMKM", listing)
    if "," in listing:
        parts = re.split(r", ?(?:serta|dan|hingga|juga)? ?| serta | hingga ", listing)
        if not re.search(r",? serta |, dan |, hingga ", listing) and " dan " in parts[-1]:
            parts[-1:] = parts[-1].split(" dan ")
        return parts
    return re.split(r" serta | dan | hingga ", listing)


def _names_subject(part: str, by_name: dict[str, str]) -> bool:
    """False where the list has ended and the sentence goes on: a day, somebody's or a place's name, what somebody does."""
    words = part.strip(" ,").split()
    if not words or fold(" ".join(words)) in by_name:
        return True
    names = [
        word
        for word in words
        if word[0].isupper() and not word.isupper() and not is_everyday(word.strip("()"))
    ]
    return not (names or NO_SUBJECT.search(part))


def _topic(part: str, by_name: dict[str, str]) -> str | None:
    words = part.strip(" ,").split()
    while words:
        phrase = " ".join(words)
        if fold(phrase) in by_name:
            return by_name[fold(phrase)]
        head = next(
            (head for head in HEADS if DamerauLevenshtein.distance(head, fold(words[0])) <= (len(head) > 7)),
            None,
        )
        if head is None or len(words) == 1:
            break
        if len(words) == 2 and fold(words[1]) in WHOLE:
            return f"{head} {words[1]}"
        words = words[1:]
    return " ".join(words) if 1 <= len(words) <= 6 else None


def _by_weight(text: str, head_end: int, known: tuple[KnownTopic, ...]) -> tuple[str, ...]:
    """Known topics named in headline, caption or lead, or at least twice, those named most first."""
    folded = fold(text)
    weights: dict[str, int] = {}
    for topic in known:
        for name in {fold(name) for name in (topic.name, *topic.synonyms) if name}:
            for match in re.finditer(rf"(?<!\w){re.escape(name)}(?:nya)?(?!\w)", folded):
                weights[topic.name] = weights.get(topic.name, 0) + (2 if match.start() < head_end else 1)
    return tuple(
        sorted((name for name, weight in weights.items() if weight > 1), key=lambda name: -weights[name])
    )
