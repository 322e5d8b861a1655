"""What was said, by whom: text between quotation marks, its verb and speaker."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .officials import Person
from .passages import Span
from .sentences import Sentences

# Doubled and single marks; the double ones are paired by hand, see `_pairs`.
SINGLES = re.compile(
    r"(?:''|’’|‘‘|‘’)([^\n]{1,1500}?)(?:''|’’|‘’)|‘([^‘’\n]{12,1500}(?:’(?=\w)[^‘’\n]{1,300})*)’"
)
MARK = re.compile(r"[\"“”„«»\n]")
MAX_CHARS = 1_500
# So few words in marks are a name or an expression, unless the verb stands right before them.
SHORT_CHARS = 30
# Where its mark opens, where its words begin and stop, where its closing mark ends.
Marked = tuple[int, int, int, int]
VERB_STEMS = "ujar|ucap|tutur|kata|jelas|ungkap|tegas|imbuh|tandas|tukas|tutup|papar|terang|lanjut|pungkas|tambah|sebut|kilah|cetus|beber|urai|sambung|ulas|seloroh|celetuk|kelakar|harap|pesan|pinta|ajak|jawab|timpal|keluh|sesal|aku|himbau|imbau|cerita|kenang|puji|sindir|singkat"
AFTER = re.compile(rf"[ ,.]{{0,3}}(?:demikian )?((?:{VERB_STEMS})(?:nya)?|demikian)\b", re.I)
LONG_VERBS = (
    r"menuturkan|mengatakan|menegaskan|menjelaskan|menyampaikan|menyebut(?:kan)?|menilai|menekankan|menyoroti|menambahkan|mengungkapkan"
    r"|menerangkan|mengingatkan|meminta|berharap|berpesan|mengapresiasi|menyatakan|memaparkan|melanjutkan|menuturkan|mengaku|berujar"
)
BEFORE = re.compile(rf"\b({LONG_VERBS}|(?:{VERB_STEMS})(?:nya)?)\b[^.\"“”\n]{{0,60}}[,:]? ?$", re.I)
ATTRIBUTION_END = re.compile(r"[\"“”\n]|\.(?= [A-Z\"“])")
# "kata Nining.", of whom the text says "Nining, seorang pedagang": somebody who holds no post.
STRANGER = re.compile(r",? ([A-Z][a-z]{2,})(?=[.,]|$)", re.M)
CITIZEN = r", (?:salah (?:satu|seorang)|seorang|warga|penghuni|pedagang|pengunjung|pemilik)\b"
# "Surat Edaran Nomor 3 yang menyebutkan: ...": words of a paper, not of a person.
PAPER = re.compile(
    r"\b(?:Surat|Undang-[Uu]ndang|UU|Peraturan|Pasal|Keputusan|Instruksi|Maklumat)\b[^\n]*\b(?:menyebut(?:kan)?|menyatakan|berbunyi|bunyinya|tertulis|mengatur)[^.\n]{0,30}[:,]? ?$"
)
CITIZEN_NAMED = re.compile(
    r"\b(?:[Ss]alah (?:satu|seorang)|[Ss]eorang) [a-z]+(?: [a-z]+){0,2},? ([A-Z][a-z]+(?: [A-Z][a-z]+){1,3}),"
)
# "Tak hanya Dewi", "didampingi Ketua X, Dewi": not who the sentence is about.
BESIDE = re.compile(
    r"\b(?:[Tt]ak hanya|[Tt]idak hanya|[Ss]elain|[Bb]ersama|[Dd]idampingi|[Dd]itemani|kepada|dengan|menemui|oleh)\b[^.;]{0,60}$"
)
DOES = re.compile(
    r"(?:,? (?:(?:[A-Z][A-Za-z]*\.)+[A-Za-z]*\.?|[A-Z]{2,4}\b))*,? (?:juga |pun |turut |kembali |lantas |lalu |kemudian )*(?:me[a-z]{4,}|ber[a-z]{4,}|sampaikan|ungkap|sebut)\b"
)
PRONOUN = re.compile(
    r"(?:^|\n|[,.] |^\s*(?:Selain itu|Untuk itu|Karena itu|Oleh karena itu|Lebih lanjut|Lebih jauh),? )(?:[Ii]a|[Dd]ia|[Bb]eliau|[Mm]enurutnya|[Dd]irinya|[Pp]ihaknya)\b"
)


@dataclass(frozen=True)
class Quote:
    text: str
    speaker: str | None
    verb: str | None
    span: Span


def find_quotes(text: str, people: list[Person], sentences: Sentences) -> list[Quote]:
    """Quotes in order. Words in marks without a verb beside them count only when they make a sentence."""
    found: list[Quote] = []
    places = sorted((start, end, person.name) for person in people for start, end in person.spans)
    speaker: str | None = None
    last_end = 0
    for opening, begin, stop, end in _spoken(text):
        inner = text[begin:stop]
        words = inner.strip(" ,")
        if not words:
            continue
        start = begin + len(inner) - len(inner.lstrip(" ,"))
        verb, named = _attribution(text, opening, end, places)
        if named is None and _is_of_paper(text, opening, sentences):
            last_end = end
            continue
        subject = _subject(text, last_end, opening, places, sentences)
        speaker = named or subject or _citizen(text, last_end, opening) or speaker
        last_end = end
        whole = len(words.split()) >= 6 and re.search(r"[.!?,]$", inner.rstrip())
        if found and begin == opening and not text[found[-1].span[1] : begin].strip():
            # The end of what the paragraph before opened.
            start = found[-1].span[0]
            found[-1] = replace(found[-1], text=text[start:stop].strip(" ,"), verb=verb, span=(start, stop))
            continue
        cut_off = end == stop and not _closes_later(text, stop)
        if verb is not None or (whole and not cut_off and _stands_alone(text, opening, end)):
            found.append(Quote(words, speaker, verb, (start, start + len(words))))
    return _joined(text, found)


def _closes_later(text: str, stop: int) -> bool:
    """True where the next mark closes what this paragraph left open, or the next paragraph opens it again."""
    position = stop
    while (mark := MARK.search(text, position)) and mark[0] == "\n":
        position = mark.end()
    return mark is not None and (not _opens(text, mark.start()) or text[mark.start() - 1] == "\n")


def _joined(text: str, quotes: list[Quote]) -> list[Quote]:
    """A quote that runs on in the next paragraph has its verb only at the end: both are that speaker's."""
    found = list(quotes)
    for number in range(len(found) - 2, -1, -1):
        this, following = found[number], found[number + 1]
        gap = text[this.span[1] : following.span[0]]
        if this.verb is None and following.verb and len(gap) < 6 and "\n" in gap:
            found[number] = replace(this, speaker=following.speaker, verb=following.verb)
    return found


def _stands_alone(text: str, start: int, end: int) -> bool:
    """True for a quote that is a paragraph of its own, not a title or a slogan inside a sentence."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    return before in ("", "\n") and after in ("", "\n")


def _spoken(text: str) -> list[Marked]:
    """What stands between quotation marks, in order."""
    doubles = list(_pairs(text))
    taken = bytearray(len(text) + 1)
    for opening, _, _, end in doubles:
        taken[opening:end] = b"\1" * (end - opening)
    singles = [
        (match.start(), *match.span(1 if match[1] is not None else 2), match.end())
        for match in SINGLES.finditer(text)
        if not taken[match.start()]
    ]
    return sorted([*doubles, *singles])


def _pairs(text: str) -> Iterator[Marked]:
    """Between double marks of one paragraph: a curly one says which it is, a straight one by its turn. What is not
    closed runs to the paragraph's end."""
    opened: int | None = None
    # Where this paragraph begins, None once a mark has stood in it.
    unmarked: int | None = 0
    for match in MARK.finditer(text):
        position, mark = match.start(), match[0]
        lost = unmarked
        unmarked = position + 1 if mark == "\n" else None
        if opened is None and mark != "\n" and _opens(text, position):
            opened = position
        elif opened is None:
            if mark != "\n" and lost is not None and AFTER.match(text, position + 1):
                # The mark that opened it was lost.
                yield lost, lost, position, position + 1
        elif mark in "“„«":
            opened = position
        else:
            if position - opened <= MAX_CHARS:
                yield opened, opened + 1, position, position if mark == "\n" else position + 1
            opened = None
    length = len(text.rstrip())
    if opened is not None and length - opened <= MAX_CHARS:
        yield opened, opened + 1, length, length


def _opens(text: str, position: int) -> bool:
    """An opening mark touches what it opens; ”so” is one by mistake."""
    before, after = text[max(0, position - 1) : position], text[position + 1 : position + 2]
    touches = before.isalnum() or before in tuple(",.!?)")
    # Of two sentences that touch the second begins with a capital: .."Kami
    leads = text[position] in "“„«" or not touches or (text[position] == '"' and after.isupper())
    return leads and bool(after) and not after.isspace()


def _attribution(
    text: str, start: int, end: int, places: list[tuple[int, int, str]]
) -> tuple[str | None, str | None]:
    """The verb beside the quote and the person named with it: after the quote first, then before."""
    after = AFTER.match(text[end : end + 60])
    if after:
        stop = _sentence_end(text, end + after.end())
        named = next((name for s, _, name in places if end + after.end() <= s < stop), None)
        alone = after[1].lower().endswith("nya") and not re.match(
            r",? (?:[A-Z]|oleh )", text[end + after.end() :][:8]
        )
        if named is None and (stranger := STRANGER.match(text, end + after.end())):
            named = stranger[1] if re.search(rf"\b{stranger[1]}{CITIZEN}", text) else None
        return after[1].lower(), None if alone else named
    before = BEFORE.search(text[max(0, start - 140) : start])
    beside = before and (end - start > SHORT_CHARS or not before[0][len(before[1]) :].strip(" :,"))
    if before and beside:
        begin = max(text.rfind(". ", 0, start), text.rfind("\n", 0, max(0, start - 1))) + 1
        named = next((name for s, _, name in places if begin <= s < start), None)
        return before[1].lower(), named
    return None, None


def _citizen(text: str, begin: int, end: int) -> str | None:
    """ "Salah satu mahasiswa, Dewi Lestari, ... bahwa ...": somebody without a post who is quoted next."""
    named = list(CITIZEN_NAMED.finditer(text, max(begin, end - 400), end))
    return named[-1][1] if named else None


def _is_of_paper(text: str, start: int, sentences: Sentences) -> bool:
    begin, _ = sentences.at(max(0, start - 1))
    return PAPER.search(text[begin:start]) is not None


def _sentence_end(text: str, position: int) -> int:
    """Where the attribution ends: at a mark of quotation, a line's end or a full stop before a space."""
    match = ATTRIBUTION_END.search(text, position, position + 200)
    return match.start() if match else min(len(text), position + 200)


def _subject(
    text: str, begin: int, end: int, places: list[tuple[int, int, str]], sentences: Sentences
) -> str | None:
    """Whoever the last sentence before the quote is about, one with "ia" going on about the same; None when none
    since `begin` names anybody."""
    position = end - 1
    while position > begin:
        start, stop = sentences.at(position)
        start = max(start, begin)
        if PRONOUN.search(text[start : min(stop, end)]):
            position = start - 1
            continue
        here = [place for place in places if start <= place[0] < min(stop, end)]
        if here:
            return _acting(text, start, here)
        position = start - 1
    return None


def _acting(text: str, begin: int, here: list[tuple[int, int, str]]) -> str:
    """Of those that a sentence names the first who does something: "Tak hanya A, B juga meminta" is about B."""
    subjects = [place for place in here if not BESIDE.search(text, begin, place[0])] or here
    return next((name for _, stop, name in subjects if DOES.match(text[stop : stop + 90])), subjects[0][2])
