"""Groups of citizens, workers, students and the press: bodies where they come to be heard or somebody speaks for them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dprd_news.lib.dictionary import dictionary, roots

from ..index import Index
from ..language.lexicon import RARE, any_of, fold, lines_of, rank_of, word_set
from ..language.passages import Span
from ..places import LEVEL_WORD, place_at
from .body import Body, body_of

HEAD = any_of(lines_of("group_words.txt"))
NAME_WORD = rf"(?:[A-Z][\w'’/-]*|(?:dan|untuk|&)(?= (?!(?:{HEAD})\b)[A-Z]))"
INITIALS = r"[A-Z][A-Za-z]*(?:[- ]?[A-Z]{1,6})?"
GLOSS = re.compile(rf" ?\(({INITIALS})\)")
# Somebody speaks for it, or came from it.
SPOKEN_FOR = re.compile(
    r"\b(?:[Kk]etua(?: Umum| Harian)?|[Ss]ek(?:retaris|jen)(?: Jenderal| Umum)?|[Kk]oordinator(?: Umum)?|[Bb]endahara|[Pp]engurus|[Pp]erwakilan|[Uu]tusan|[Dd]irektur"
    r"|[Pp]residen|[Pp]embina|[Aa]ktivis|[Aa]nggota|[Jj]uru [Bb]icara|[Dd]elegasi|[Rr]ombongan|[Mm]assa|[Pp]engunjuk rasa)(?: \([A-Z][a-z]+\))?(?: dari| para)? $"
    r"|\b(?:tergabung (?:dalam|di)|bernaung di bawah|mengatasnamakan|mewakili) $"
)
BETWEEN = re.compile(r"(?: \([^()\n]{1,40}\))?(?:,? (?:dan|serta)|,) ")
PASSIVE = re.compile(r"Di[a-z]{4,}")
# It is received or heard.
HEARD = re.compile(
    r"\b(?:[Aa]spirasi|[Aa]udiensi|[Rr]apat [Dd]engar [Pp]endapat(?: Umum)?|RDPU?|[Dd]ialog|[Hh]earing|[Pp]ertemuan)(?: \(RDPU?\))?(?: umum)?(?: dari| dengan| bersama)? $"
    r"|\b(?:Sekretariat|Setwan) (?:dan|serta|bersama|beserta) $"
    r"|\b(?:[Mm]enerima|[Tt]erima|[Mm]enemui|[Mm]enyambut|[Kk]edatangan|[Kk]unjungan|[Kk]unker|[Mm]enghadirkan|[Dd]ihadiri|[Dd]iikuti)(?: kunjungan| lawatan| kedatangan| rombongan| tamu| aspirasi| keluhan| aduan| pengaduan| studi tiru)?(?: oleh)?(?: dari| para)? $"
)
# What it came to do: "Aliansi X mendatangi gedung dewan".
COMES = re.compile(
    r",? (?:[Mm]endatangi|[Dd]atangi|[Mm]enyambangi|[Ss]ambangi|[Mm]engunjungi|[Kk]unjungi|[Bb]eraudi?ensi|[Mm]elakukan audi?ensi|[Mm]enggelar audi?ensi|[Mm]elakukan studi|[Bb]erkunjung|[Mm]engadu|[Mm]engadukan|[Mm]eluruk|[Gg]eruduk|[Mm]enggeruduk|[Bb]erunjuk rasa|[Mm]enggelar (?:aksi|unjuk rasa))\b"
)
# The campus or council that a group is of: "Universitas Y", "DPRD Kota Z".
OF_CAMPUS = re.compile(
    r" (?:Universitas|Institut|Politeknik|Sekolah Tinggi|UIN|IAIN|STAI\w*|STIE\w*)(?: [A-Z][\w'-]+){1,4}"
)
OF_COUNCIL = re.compile(r" DPR[DKA](?= [A-Z])")
ENDS = frozenset(
    {"Kota", "Kabupaten", "Kab", "Provinsi", "DPRD", "DPRK", "Universitas", "Institut", "Politeknik", "Komisi", "Pansus", "Audiensi", "Bersama", "STIE", "STAI", "STKIP", "STIKES", "UIN", "IAIN", "Ini", "Itu", "Se", "KH", "H", "Hj", "Dr", "Drs", "Dra", "Ir", "Prof"}
    | {word.capitalize() for word in word_set("headline_verbs.txt") if len(word) > 3}
)  # fmt: skip
OF_STUDENTS = frozenset({"BEM", "Badan Eksekutif Mahasiswa", "Dewan Mahasiswa", "Senat Mahasiswa"})
CAMPUS = re.compile(r"\b(?:Universitas|Institut|Politeknik|Sekolah Tinggi|UIN|IAIN|STAI|STIE|STKIP)\b")
_RECEIVE = r"\b(?:[Mm]enerima|[Tt]erima) [Aa]udi?ensi(?: dari)? "
HEARD_BY_NAME = re.compile(
    rf"{_RECEIVE}(?P<name>[A-Z][\w-]+(?: [A-Z][\w-]+){{1,6}}) \((?P<short>[A-Z]{{3,8}})\)"
)
HEARD_BY_INITIALS = re.compile(rf"{_RECEIVE}([A-Z]{{1,4}}\d[A-Z\d]{{0,3}})\b")
# A programme may be called so and be glossed: only who speaks for one of these makes it a body.
NEVER_BY_GLOSS = (
    "Gerakan",
    "Lembaga ",
    "Koperasi",
    "Kelompok",
    "Jaringan",
    "Dewan Pimpinan",
    "Komite",
    "Organisasi",
)
GROUP = re.compile(rf"\b(?:{HEAD})(?: {NAME_WORD}){{1,8}}")
# What bears such a word and is a programme, a meeting or an office.
NO_GROUP = re.compile(rf"(?:{any_of(lines_of('no_groups.txt'))})\b")
LONG_HEAD = re.compile(r"Lembaga Swadaya Masyarakat(?: ?\(LSM\))?(?: bernama)? (?=[A-Z])")
# "menyambut komunitas X": in small letters too.
SMALL_HEAD = re.compile(r"\b(?:komunitas|paguyuban|aliansi|serikat|perkumpulan)(?= [A-Z])")
HEAD_WORDS = re.compile(rf"(?:{HEAD})\b")
LEVELS = re.compile(r"\b(?:Kota|Kabupaten|Kab\.|Provinsi|Prov\.) ")


@dataclass(frozen=True)
class Group:
    """A group's name, how it is called for short ("" for nothing), where it stands, and whether it counts as a body."""

    name: str
    short: str
    span: Span
    counts: bool


def groups_in(index: Index, text: str) -> Iterator[Body]:
    """Mentions of the groups that count, by their longest name; later ones by their initials are found by gloss."""
    found = [*_heard(text)]
    found += [group for match in GROUP.finditer(_plain_heads(text)) if (group := _group(index, text, match))]
    shorts = {group.short: group.name for group in found if group.short}
    found = _listed(text, [replace(group, name=_whole(group, shorts, found)) for group in found])
    counting = {group.name for group in found if group.counts}
    for group in found:
        if group.name not in counting:
            continue
        campus = OF_CAMPUS.search(group.name)
        # Students come as their campus.
        name, kind = (campus[0].strip(), "school") if campus else (group.name, "community")
        yield body_of(index, name, kind, None, group.span, 0.75)


def _heard(text: str) -> Iterator[Group]:
    """Who is told to have been heard by any name, its initials in brackets, or by initials with a figure among them:
    "menerima audiensi Pemuda Pengawas Kota (PPK)", "audiensi P5K"."""
    for match in HEARD_BY_NAME.finditer(text):
        of_campus = OF_CAMPUS.match(text, match.end())
        if _are_initials(match["short"], match["name"]) and not (GROUP.match(match["name"]) or of_campus):
            yield Group(match["name"], match["short"], match.span("name"), counts=True)
    for match in HEARD_BY_INITIALS.finditer(text):
        yield Group(match[1], "", match.span(1), counts=True)


def _listed(text: str, groups: list[Group]) -> list[Group]:
    """With those counting that stand in one list with a group that counts: "LSM X dan Forum Y"."""
    found: list[Group] = []
    for group in groups:
        last = found[-1] if found else None
        listed = last and last.counts and BETWEEN.fullmatch(text, last.span[1], group.span[0])
        found.append(replace(group, counts=group.counts or bool(listed)))
    return found


def _plain_heads(text: str) -> str:
    """The text, of the same length, with "Lembaga Swadaya Masyarakat (LSM) X" as "LSM X" and "komunitas X" as
    "Komunitas X"."""
    plain = LONG_HEAD.sub(lambda match: f"{'LSM':>{len(match[0]) - 1}} ", text)
    return SMALL_HEAD.sub(lambda match: match[0].capitalize(), plain)


def _group(index: Index, text: str, match: re.Match[str]) -> Group | None:
    start, printed = match.start(), _trimmed(index, text, match)
    head = HEAD_WORDS.match(printed)
    if head is None or NO_GROUP.match(printed):
        return None
    end = start + len(printed)
    early = GLOSS.match(text, end)
    name, stop = _with_place(index, text, printed, early.end() if early else end)
    if head[0] == printed and (" " not in head[0] or OF_CAMPUS.match(text, end)):
        # "Badan Eksekutif Mahasiswa Universitas X" comes as its university.
        return None
    if head[0] in OF_STUDENTS and CAMPUS.search(text):
        return None
    late = None if early else GLOSS.match(text, stop)
    gloss = early or late
    rest = name[head.end() + 1 :]
    short = gloss[1] if gloss and (_are_initials(gloss[1], name) or _are_initials(gloss[1], rest)) else ""
    before = text[max(0, start - 60) : start]
    counts = name != head[0] and bool(
        (short and not name.startswith(NEVER_BY_GLOSS))
        or SPOKEN_FOR.search(before)
        or HEARD.search(before)
        or COMES.match(text, late.end() if late else stop)
    )
    return Group(name, short, (start, stop), counts)


def _trimmed(index: Index, text: str, match: re.Match[str]) -> str:
    """The printed name up to a place, a verb of the headline or the name of who speaks for it."""
    words = match[0].split(" ")
    least = len((HEAD_WORDS.match(match[0]) or match)[0].split(" "))
    glossed = GLOSS.match(text, match.end())
    if (glossed and _are_initials(glossed[1], match[0])) or COMES.match(text, match.end()):
        # Nobody's name stands between a group and what it does.
        return match[0]
    closed = _is_closed(text, match)
    # Of one word behind a group a name is only where somebody speaks for it: "Forum Tani Makmur".
    spoken_for = SPOKEN_FOR.search(text[max(0, match.start() - 60) : match.start()]) is not None
    for n in range(least, len(words)):
        may_end = not glossed and (n > least or least > 1)
        alone = n + 1 == len(words) and not spoken_for
        named = may_end and not (closed or alone) and _begins_a_name(index, words[n:])
        if (
            words[n] in ENDS
            or named
            or _is_passive(words[n])
            or COMES.match(text, match.start() + len(" ".join(words[:n])))
            or (may_end and n > least and _ends_with_place(index, words, n))
        ):
            words = words[:n]
            break
    while words and words[-1] in ("dan", "untuk", "&"):
        words.pop()
    return " ".join(words)


def _is_passive(word: str) -> bool:
    """ "Relawan X Diterima Komisi II": a headline's verb, which no group is called by."""
    return PASSIVE.fullmatch(word) is not None and any(root in dictionary() for root in roots(fold(word)))


def _is_closed(text: str, match: re.Match[str]) -> bool:
    """True where a comma tells that no name of a person is among the words: "Ketua Forum X Y, Dewi", "dari Forum X Y, di"."""
    spoken_for = SPOKEN_FOR.search(text[max(0, match.start() - 60) : match.start()])
    return bool(re.match(r", [A-Z]" if spoken_for else r"[,.;\n]", text[match.end() : match.end() + 3]))


def _ends_with_place(index: Index, words: list[str], n: int) -> bool:
    """ "Forum Wartawan X Yon Hendri", with X a region: the name begins behind it."""
    rest = words[n:]
    return (
        index.is_place(words[n - 1])
        and not index.is_place(f"{words[n - 1]} {rest[0]}")
        and len(rest) > 1
        and any(rank_of(fold(word)) == RARE for word in rest)
    )


def _begins_a_name(index: Index, words: list[str]) -> bool:
    """True for somebody's name: one that many bear, or nothing but words that mean nothing."""
    if index.is_place(words[0]):
        return False
    if words[0].lower() in word_set("given_names.txt"):
        return True
    return len(words) > 1 and all(rank_of(fold(word)) == RARE for word in words)


def _are_initials(short: str, name: str) -> bool:
    """True where the letters stand in this order in the name, which begins with the first: "HIMAP" for "Himpunan
    Mahasiswa Administrasi Publik"; the last may be that of a place left out."""
    rest = iter(fold(name))
    letters = [letter for letter in fold(short) if letter.isalpha()]
    return (
        len(letters) > 1 and fold(name[:1]) == letters[0] and all(letter in rest for letter in letters[:-1])
    )


def _with_place(index: Index, text: str, printed: str, end: int) -> tuple[str, int]:
    """The name with the campus, council or region it is of, and where that ends."""
    if campus := OF_CAMPUS.match(text, end):
        # A campus whose students come takes part as well: it keeps its place in the text.
        return f"{printed}{campus[0]}", end
    council = OF_COUNCIL.match(text, end)
    at = council.end() if council else end
    place = place_at(index, text, at + 1) if council or LEVEL_WORD.match(text, at + 1) else None
    if not place or text[at : at + 1] != " ":
        return printed, end
    if council and place.region and place.region.proper_name not in text[end : place.end]:
        return f"{printed} {place.region.council}", place.end
    return f"{printed}{text[end : place.end]}", place.end


def _whole(group: Group, shorts: dict[str, str], found: list[Group]) -> str:
    """The fullest name that the text has for it: "LSM SWC" by its gloss, "Press Room DPRD X" by its province."""
    head = HEAD_WORDS.match(group.name)
    rest = group.name[head.end() + 1 :] if head else ""
    if rest in shorts:
        return shorts[rest]
    plain = LEVELS.sub("", group.name)
    longer = {LEVELS.sub("", name): name for name in sorted({other.name for other in found}, key=len)}
    fuller = [key for key in longer if key == plain or key.startswith(f"{plain} ")]
    further = [key for key in fuller if key != plain]
    return longer[further[0]] if len(further) == 1 else longer.get(plain, group.name)
