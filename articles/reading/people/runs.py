"""Runs of capitalised words that may name somebody: outside bodies, posts, dates and regions, without other words."""

import re
from collections.abc import Collection
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from dprd_news.lib.dictionary import RARE, dictionary

from ..bodies.groups import GROUP
from ..dates.printed_dates import WEEKDAYS, WORDED
from ..index import Index, bare
from ..language.lexicon import (
    PARTY_MEMBER,
    agencies,
    agency_words,
    any_of,
    fold,
    is_everyday,
    lines_of,
    national_bodies,
    parties,
    vertical_bodies,
    word_set,
)
from ..language.passages import Span
from ..places import LEVEL_WORD, place_at
from .names import LIST_FRONT, PERSON, PrintedName, name_of

NOT_NAMES = word_set("not_names.txt")
# "A (F-X)": the faction behind a name of a list.
FACTION_BEHIND = re.compile(r"\(F-?[A-Z][^()\n]{1,25}\)")
# Party names that are no bodies of the text: "dari Partai Amanat Nasional (PAN)", "politisi PDI Perjuangan".
OF_PARTY = re.compile(
    rf"\b(?:{PARTY_MEMBER} (?:[Pp]artai )?|Partai )(?:{any_of(name.removeprefix('Partai ') for name in {*parties(), *parties().values()})})\b"
)
# "Partai Amanah Nasional (PAN)": one whose name has a slip.
MISPRINTED_PARTY = re.compile(r"\bPartai((?: [A-Z][a-z]+){1,4}) \([A-Z]{2,6}\)")
# "A (PKB)"
PARTY_BEHIND = re.compile(rf"\((?:{any_of(parties())})\)")
ROMAN = re.compile(r"[IVX]+")
# "Dipaparkan Abu": the verb that opens a sentence is no part of the name.
TOLD = re.compile(r"Di[a-z]{3,10}(?:kan|i)(?:nya)?|Me(?:ng|ny|m|n)[a-z]{4,}(?:kan|i)")
# "Dipimpin", but Dirham is a name.
PASSIVE = re.compile(r"Di(?!rham\b)[a-z]{4,}")
# "Kedatangan Dewi Lestari": nouns of doing are nobody's names.
DOING = re.compile(r"(?:Pe|Ke)[a-z]{4,}an")
# "Jalan Dra. Hj. Dewi Lestari": after whom something is called.
NAMESAKE = re.compile(
    r"\b(?:Ruang(?:an)?|Jalan|Jl\.?|Jln\.?|Gedung|Aula|Stadion|Masjid|GOR|Taman(?: Hutan)?|Universitas|Bandara|Dinas|RS[A-Z]{0,3}\)?|Rumah Sakit|[Tt]oko|[Ww]arung|[Kk]edai|[Kk]afe|[Bb]engkel|[Rr]umah [Mm]akan)(?: Raya)? ?(?:(?:Drs?|Dra|Ir|Prof|Hj?|KH)\. ?){0,3}$"
)
NAMESAKE_CHARS = 30
HIJRI, ERA = re.compile(r"\b1[34]\d\d $"), re.compile(r"H(?:\. ?| |$)")
SAID = word_set("telling_verbs.txt") | word_set("doing_verbs.txt")
# What a place is called by, not a person.
PLACE_NOUNS = word_set("place_nouns.txt")
GOVERNMENTS = ("pemerintah", "pemkot", "pemkab", "pemprov")
PHRASE_WORDS = 4
# Commoner words mean something by themselves: "sabar", "haru".
EVERYDAY_RANK = 9_000
CALLED = frozenset(lines_of("honorifics.txt"))
# Words of offices that end many a name as well: "Jaya Negara".
NAME_ENDS = frozenset(
    {"Negara", "Alam", "Bangsa", "Bina", "Budaya", "Karya", "Guna", "Utama", "Bakti", "Bhakti", "Praja"}
)
# "Zaki Al Atas": what follows is a name.
ARTICLES = frozenset({"Al", "El", "Ar", "Az", "As", "Asy", "Ash", "Ad", "At"})
# What places of foreign names end in: "Kiara Artha Park".
PLACE_ENDS = frozenset(
    {"Park", "Mall", "Plaza", "Square", "Residence", "Hills", "Village", "Tower", "Center", "Centre"}
)
# Letters from which on a word a letter from a verb is one, "Menegasan", and no name.
LONG_VERB = 8
# Words that open no name but within a sentence: "Kabid X, Lalu Gede", "Kabid Y, Agustus Suprayitno".
NAMES_TOO = frozenset({"Lalu", "Agustus", "Juli", "Juni"})
# And these only where a further word is nothing but a name: "Kabag Umum Hari Sulaksono", not "Hari Anak".
FIRST_TOO = frozenset(
    {"Hari", "Minggu", "Karya", "Cipta", "Maret", "April", "September", "Oktober", "November"}
)
# "I Gusti Made Ada": behind these of Bali any word may be a name.
BIRTH_NAMES = frozenset({"Made", "Putu", "Nyoman", "Wayan", "Ketut", "Gede", "Kadek", "Komang", "Ngurah"})
# A month, a day, or how somebody is called, and a name among others: "Tan Mei Ling", "Antung Mas Surya".
NAME_MIDDLES = frozenset({"Mei", "Mas", "Hari"})
# "Dapil X Sukaraya, Tirtasari dan Lamakarta": an electoral district with the regions that make it.
DISTRICT = re.compile(r"\b(?:Dapil|Daerah Pemilihan(?: \(Dapil\))?) (?:[IVX]{1,5}|\d{1,2})\b")
BETWEEN_PLACES = re.compile(r",? dan |, | |/|-")
# "Hari Senin", "Hari Jadi": no name.
OF_A_DAY = frozenset(
    {*(day.capitalize() for day in WEEKDAYS), "Ini", "Itu", "Raya", "Jadi", "Ulang", "Besar", "Libur"}
)
# "Penghuni Griya Asri": who lives there, and no person's name.
INHABITANTS = frozenset({"Warga", "Penghuni", "Masyarakat", "Pedagang", "Penduduk"})
TITLE = r"((?:H|Hj|Dr|Drs|Dra|Ir)\.|KH\.?)(?= [A-Z])"
TITLE_BEHIND = re.compile(rf"^([A-Z][\w'-]+(?: [A-Z][\w'-]+){{0,2}}) {TITLE}")
TITLE_INSIDE = re.compile(rf"^[A-Z]{{2,6}} (?:[A-Z]\w+ )?{TITLE}")
SLIPPED = re.compile(r" ([a-z]{4,})(?=, [A-Z]|,? dan [A-Z])")
INITIALS = re.compile(r"(?=.*[B-DF-HJ-NP-TV-XZ])[A-Z]{3,}")


def name_runs(index: Index, text: str, taken: list[Span]) -> list[PrintedName]:
    """Capitalised runs outside bodies, units, posts, dates and regions, without words that are no names."""
    masked = _masked(index, text, taken)
    found: list[PrintedName] = []
    for match in PERSON.finditer(masked):
        run = _without_place(index, _without_verb(text, _without_era(text, name_of(match))))
        run = _with_slipped(text, run) if masked.endswith("· ", 0, match.start()) else run
        printed = _trimmed(run, _is_inside(masked, match.start()))
        if printed is None or NAMESAKE.search(masked, max(0, printed.start - NAMESAKE_CHARS), printed.start):
            continue
        halves = _halves(index, printed)
        if halves:
            found += halves
        elif not _is_region(index, printed) and _stands_alone(text, printed):
            found.append(printed)
    return found


def _masked(index: Index, text: str, taken: list[Span]) -> str:
    """The text, of the same length, with middle dots for what is no name."""
    masked = list(text)
    spans = [*taken, *(match.span() for match in WORDED.finditer(text)), *_places(index, text)]
    spans += [match.span() for match in FACTION_BEHIND.finditer(text)]
    spans += [match.span() for match in OF_PARTY.finditer(text)]
    spans += [match.span() for match in PARTY_BEHIND.finditer(text)]
    spans += [m.span() for m in MISPRINTED_PARTY.finditer(text) if all(map(is_everyday, m[1].split()))]
    for start, end in spans:
        masked[start:end] = "·" * (end - start)
    return "".join(masked)


def _with_slipped(text: str, run: PrintedName) -> PrintedName:
    """ "Anggota Komisi III Dewi setiawan, Raka": a name's last word in small letters, one of no other meaning."""
    slipped = None if run.back or " " in run.name else SLIPPED.match(text, run.end)
    if (
        slipped is None
        or slipped[1] not in word_set("given_names.txt")
        or dictionary().get(slipped[1], RARE) < EVERYDAY_RANK
    ):
        return run
    end = slipped.end()
    return run._replace(end=end, name_end=end, name=f"{run.name}{slipped[0]}")


def _without_era(text: str, run: PrintedName) -> PrintedName:
    """ "Ramadan 1446 H. Dewi": the H of the Hijri year is nobody's title."""
    era = ERA.match(run.front)
    if era is None or not HIJRI.search(text, max(0, run.start - 6), run.start):
        return run
    front = run.front[era.end() :]
    return run._replace(start=run.name_start if not front else run.start + era.end(), front=front)


def _without_verb(text: str, run: PrintedName) -> PrintedName:
    """ "... tahun ini,” Tutur Dewi": a verb of speaking with a capital is no part of the name behind it."""
    verb, _, name = run.name.partition(" ")
    behind_quote = any(mark in '"”’»' for mark in text[max(0, run.start - 3) : run.start])
    spoken = fold(verb).removesuffix("nya") in word_set("speech_verbs.txt")
    may_be_name = fold(verb) in word_set("given_names.txt") or is_everyday(name.split(" ")[0])
    if not name or run.front or not spoken or (may_be_name and not behind_quote):
        return run
    start = run.name_end - len(name)
    return run._replace(start=start, name_start=start, name=name)


def _without_place(index: Index, run: PrintedName) -> PrintedName:
    """ "Ketua Komisi I Tirtasari H. Dewi": the region before the title is no part of the name."""
    titled = None if run.front else TITLE_BEHIND.match(run.name)
    if titled and index.is_place(titled[1]):
        return _from_title(run, titled.span(2))
    return run if run.front else _without_province(index, run)


def _without_province(index: Index, run: PrintedName) -> PrintedName:
    """ "DPRD Kabupaten X, Kalimantan Tengah Untung Jaya": nor is the province that a name follows without a comma."""
    words = run.name.split(" ")
    for size in (3, 2):
        province = " ".join(words[:size])
        if len(words) > size + 1 and _is_province(index, province):
            begin = len(province) + 1
            return run._replace(name_start=run.name_start + begin, name=run.name[begin:])
    return run


def _is_province(index: Index, name: str) -> bool:
    return any(region.level == "province" for region in index.regions.get(fold(name), ()))


def _from_title(run: PrintedName, title: Span) -> PrintedName:
    """The name from the title on that stands inside it, a space behind."""
    begin, stop = title
    start = run.name_start + begin
    front, name = run.name[begin:stop], run.name[stop + 1 :]
    return run._replace(start=start, name_start=start + stop - begin + 1, front=front, name=name)


def _stands_alone(text: str, run: PrintedName) -> bool:
    """False behind a middle dot, before a digit, "BP2RD", and in the name of a site: "KANG DERI.COM"."""
    behind = text[run.end : run.end + 5].lower()
    is_site = behind.startswith((".com", ".id", ".net", ".co.", ".org")) and run.name.isupper()
    return text[run.start - 1 : run.start] != "·" and not behind[:1].isdigit() and not is_site


def _halves(index: Index, run: PrintedName) -> tuple[PrintedName, PrintedName] | None:
    """Two people between whom a comma or a line was lost: both on file, or the first told by a title."""
    words = run.name.split(" ")
    for size in range(2, len(words) - 1):
        first, second = " ".join(words[:size]), " ".join(words[size:])
        if bare(second) in index.people and (bare(first) in index.people or run.front):
            middle = run.name_start + len(first)
            return (
                run._replace(end=middle, name_end=middle, name=first, back=""),
                run._replace(start=middle + 1, name_start=middle + 1, name=second, front=""),
            )
    return None


def _is_region(index: Index, run: PrintedName) -> bool:
    """A region's name alone, in capitals or nobody's name on file: "Outlet.id - Sukaraya, Ketua X menilai"."""
    if not index.is_place(run.name) or run.name.isupper():
        return run.name.isupper() and index.is_place(run.name)
    return not (run.front or run.back) and not all(
        fold(word) in index.names_by_word for word in run.name.split(" ")
    )


def _places(index: Index, text: str) -> list[Span]:
    found = []
    for match in LEVEL_WORD.finditer(text):
        place = place_at(index, text, match.start())
        if place and match[0][0].isupper():
            found.append((match.start(), place.end))
    for match in re.finditer(r"\b(?:di|ke|dari|se-) (?=[A-Z])", text):
        place = place_at(index, text, match.end())
        if place:
            found.append((match.end(), place.end))
    for match in DISTRICT.finditer(text):
        end = match.end()
        while (gap := BETWEEN_PLACES.match(text, end)) and (place := place_at(index, text, gap.end())):
            end = place.end
        found.append((match.start(), end))
    return found


@cache
def short_names() -> frozenset[str]:
    """Bodies' short names of one word: "Baznas" is nobody's name."""
    return frozenset(name for name in (*national_bodies(), *vertical_bodies()) if " " not in name)


def _without_initials(words: list[str]) -> list[str]:
    """Up to initials of three letters, as no person's name has them: "Tim Penyusun LKPJ", "Dinas SDABM"; before a
    name they are a person's own: "IGN Jaya Negara"."""
    first = 1 if len(words) > 1 else 0
    size = next((n for n, word in enumerate(words) if n >= first and INITIALS.fullmatch(word)), len(words))
    kept = words[:size]
    lone = len(kept) == 1 and size < len(words) and is_everyday(kept[0])
    return [] if lone else kept


def _size(words: list[str], first: int) -> int:
    """How many of the words may stand in a name, the first ones in any case."""
    for number, word in enumerate(words):
        if number and _is_verb(word):
            # "Dewi Menjawab": a verb with a slipped capital.
            return number
        ends_name = number > 1 and all(rest in NAME_ENDS for rest in words[number:])
        ends_name = ends_name or (number > 1 and words[number - 1] in ARTICLES)
        ends_name = ends_name or (number > 0 and words[number - 1] in BIRTH_NAMES)
        inside = word in NAME_MIDDLES and 0 < number < len(words) - 1
        ends_name = ends_name or (inside and not (word == "Hari" and words[number + 1] in OF_A_DAY))
        if number >= first and (word in NOT_NAMES or word in agency_words()) and not ends_name:
            return number
    return len(words)


def _is_near(word: str, words: Collection[str]) -> bool:
    """One of them, or with one letter wrong."""
    return process.extractOne(fold(word), words, scorer=OSA.distance, score_cutoff=1) is not None


def _is_verb(word: str) -> bool:
    """Also with a letter wrong, "Menegasan"."""
    if fold(word) in SAID:
        return True
    is_long = len(word) >= LONG_VERB and word.startswith("Me") and word[1:].islower()
    return is_long and _is_near(word, SAID)


def _opens_no_name(words: list[str]) -> bool:
    """True for a verb or another word that only stands before a name: "Dipaparkan A", "Tutur Kang B"."""
    word = words[0]
    if TOLD.fullmatch(word) or (is_everyday(word) and (PASSIVE.fullmatch(word) or DOING.fullmatch(word))):
        return True
    said = fold(word) in word_set("speech_verbs.txt") and words[1:2] and words[1] in CALLED
    return word in NOT_NAMES or word in short_names() or fold(word) in agencies() or bool(said)


def _is_misprinted_government(word: str) -> bool:
    """ "Pemkoy": the word before a region's name with a letter wrong."""
    return len(word) > 5 and _is_near(word, GOVERNMENTS)


def _is_inside(masked: str, start: int) -> bool:
    """Right behind a post or a body, or a comma after one, "Kepala Bagian X, Lalu Gede", or a word of the sentence."""
    before = masked[max(0, start - 3) : start]
    return before.endswith(("·, ", "· ")) or (before[-1:] == " " and before[-2:-1].isalpha())


def _trimmed(printed: PrintedName, inside: bool = False) -> PrintedName | None:
    """Without words at either end that cannot stand in a name; None when nothing is left."""
    words = printed.name.split(" ")
    if not printed.front and (
        GROUP.match(printed.name)
        or words[0] in PLACE_NOUNS
        or (len(words) > 1 and words[-1] in PLACE_ENDS)
        or _is_misprinted_government(words[0])
    ):
        return None
    words = _without_initials(words) if not printed.name.isupper() or len(words) == 1 else words
    dropped, first_word = 0, words[0] if words else ""
    # Behind a title, or within a sentence, even "Lalu" and "Agustus" are names.
    is_name = (inside and len(words) > 1 and words[0] in NAMES_TOO) or words[:2] == ["Anak", "Agung"]
    is_name = is_name or (words[:1] == ["Sang"] and not BIRTH_NAMES.isdisjoint(words[1:2]))
    is_name = is_name or (
        inside and bool(words) and words[0] in FIRST_TOO and not all(map(is_everyday, words))
    )
    if not printed.front and (titled := TITLE_INSIDE.search(printed.name)):
        # "Ketua PM X H. Dewi": the title behind a body's initials opens the name.
        return _from_title(printed, titled.span(1))
    while words and _opens_no_name(words) and not (printed.front or is_name):
        dropped += len(words.pop(0)) + 1
    if dropped and words and (words[0] in PLACE_NOUNS or first_word in INHABITANTS):
        return None
    words = words[: _size(words, 1 if printed.front or is_name else 0)]
    if len(words) == 1 and not printed.name.isupper():
        # "DPRI Dapil X"
        words = _without_initials(words)
    cut = dropped + len(" ".join(words)) < len(printed.name)
    if len(words) >= PHRASE_WORDS and not printed.front and all(is_everyday(word) for word in words):
        # "Pimpinan: Jangan Pulang Sebelum Makan", in the capitals of a headline.
        return None
    if not words or all(len(word.strip(".")) < 2 or ROMAN.fullmatch(word) for word in words):
        return None
    name = " ".join(words)
    start = printed.name_start + dropped
    end = start + len(name) if cut else printed.name_end
    front = "" if dropped else printed.front
    name_start = start
    if dropped and (titles := LIST_FRONT.match(name)):
        # "Bapak H. X": the title stands behind what was no part of the name.
        front, name, name_start = titles[0].strip(), name[titles.end() :], start + titles.end()
    return PrintedName(
        start if dropped else printed.start, end if cut else printed.end, name_start, end, front,
        name, "" if cut else printed.back,
    )  # fmt: skip
