"""What was said, by whom: text between quotation marks, its verb and speaker."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from rapidfuzz.distance import DamerauLevenshtein

from ..language.lexicon import ABBREVIATING_STOP, HONORIFICS, any_of, is_everyday, is_whole_word, word_set
from ..language.marks import AFTER, AFTER_COMMA, VERB_STEMS, Marked, closes_later, spoken
from ..language.passages import Span
from ..language.sentences import Sentences, ends_in_title
from .names import BACK
from .officials import Person

# So few words in marks are a name or an expression, unless the verb stands right before them.
SHORT_CHARS = 30
LONG_VERBS = any_of(word_set("telling_verbs.txt"))
BEFORE = re.compile(rf"\b({LONG_VERBS}|(?:{VERB_STEMS})(?:nya)?)\b[^.\"“”\n]{{0,60}}[,:]? ?$", re.I)
# "Ia menyambung, “...": any verb right before a long quotation.
ANY_BEFORE = re.compile(r"\b((?:me|ber)[a-z]{4,})[,:] ?$")
# "Kata Ketua X, pihaknya ...": who is said to say so; the longest of these verbs, with room.
SAYS_CHARS = 12
# Letters from which on the beginning of a name tells whose it is.
SHORT_NAME = 5
SAYS = re.compile(r"\b(?:[Kk]ata|[Uu]jar|[Mm]enurut|[Uu]ngkap|[Tt]utur) $")
ATTRIBUTION_END = re.compile(r"[\"“”\n]|\.(?= [A-Z\"“])")
# "kata Nining.", of whom the text says "Nining, seorang pedagang": somebody who holds no post.
STRANGER = re.compile(
    rf",? (?:(?:{HONORIFICS}) )?([A-Z][a-z]{{2,}}(?: [A-Z][a-z]+){{0,3}})(?=[.,]|$| [a-z])",
    re.M,
)
NO_CITIZEN = r"(?:Kota|Kabupaten|Provinsi|Kecamatan|Kelurahan|Desa|DPRD?|Komisi|Pansus|Fraksi|Dinas|Badan|Warga|Jalan|Pasar|Para|Sejumlah|Di|Ke|Dari|Bagi|Menurut|Selain|Sementara)\b"
# "ujar warga setempat, Dewi", "kata seorang pedagang Dewi Lestari": who holds no post and has a name.
CITIZEN_BEHIND = re.compile(
    rf" (?:(?:salah (?:satu|seorang)|seorang) )?(?:warga|pedagang|pengunjung|penghuni|peserta|nelayan|petani|sopir|orang tua|ibu|bapak|mahasiswa|pelaku usaha|pemilik|tokoh)\b(?: (?!yang\b)[a-z]+| \w+ \d+){{0,4}},? (?:(?:bernama|yakni|yaitu) )?(?:(?:{HONORIFICS}) )?((?!{NO_CITIZEN})[A-Z][a-z]{{2,}}(?: [A-Z][a-z]+){{0,3}})(?=[.,]|$| [a-z(])",
    re.M,
)
# "keluh warga", "kata seorang pedagang yang enggan disebut namanya": nobody who is named.
NAMELESS = re.compile(
    r" (?:(?:salah (?:satu|seorang)|seorang|sejumlah|para|beberapa|seluruh) )?(?:sisw[ai]|siswi|pelajar|murid)(?! [A-Z][a-z]+ [A-Z])(?![^.\n]{0,40}, [A-Z])\b"
    r"| (?:(?:salah (?:satu|seorang)|seorang|sejumlah|para|beberapa|seluruh) )?(?:warga|pedagang|pengunjung|penghuni|peserta|nelayan|petani|sopir|penonton|orang tua)\b(?=[^A-Z.\n]{0,60}(?:[.\n]|$))"
    r"| (?:salah (?:satu|seorang)|seorang|sejumlah|beberapa) [a-z][^A-Z.\n]{0,60}(?:[.\n]|$)"
    r"| (?:salah (?:satu|seorang)|seorang|sejumlah|para|beberapa)? ?(?:staf|pegawai|petugas)\b(?![^.\n]{0,60}, [A-Z])"
    r"|[^.\n]{0,80}\b(?:enggan|tidak (?:mau|ingin|bersedia)|tak (?:mau|ingin)|minta tidak|minta tak) (?:di)?sebut"
)
MEANWHILE = re.compile(
    r"\b(?:saat|ketika|sewaktu|kala|usai|kepada|yang|tentang|soal|dalam|(?:me|di|ber)[a-z]{4,})\b(?<!bernama)"
)
CITIZEN = r",? (?:salah (?:satu|seorang)|seorang|warga|penghuni|pedagang|pengunjung|pemilik)\b"
# "Surat Edaran Nomor 3 yang menyebutkan: ...": words of a paper, not of a person.
PAPER = re.compile(
    r"\b(?:Surat|Undang-[Uu]ndang|UU|Peraturan|Pasal|Keputusan|Instruksi|Maklumat)\b[^\n]*\b(?:menyebut(?:kan)?|menyatakan|berbunyi|bunyinya|tertulis|mengatur)[^.\n]{0,30}[:,]? ?$"
)
# "tema peringatan ialah “Bersama Menanam”": what something is called.
CALLED_SO = re.compile(
    r"\b(?:tema|bertema(?:kan)?|tajuk|bertajuk|judul|berjudul|slogan|semboyan|moto|motto|tagline)\b(?: (?!(?:meng|men|mem|meny)[a-z]+ ?$)[^\s.,:“”\"]+){0,9} $",
    re.I,
)
# 'Dewi, S.T. (Ketua X): "..."'
COLON = re.compile(rf"(?>{BACK})?(?: \([^()\n]{{2,40}}\))?: ?")
# What is named there is a place, a body or any citizen.
CITIZEN_NAMED = re.compile(
    rf"\b(?:[Ss]alah (?:satu|seorang)|[Ss]eorang) [a-z]+(?: (?!di |ke |dari |dekat )[a-z]+| \d+){{0,2}}(?: [A-Z][a-z]+(?: [A-Z][a-z]+)?(?=,))?,? (?:(?:{HONORIFICS}) )?((?!{NO_CITIZEN})[A-Z][a-z]+(?: [A-Z][a-z]+){{0,3}})(?:,| \(\d{{2}}\)| (?:me|di)[a-z]{{4,}})"
    rf"|(?<![A-Z] )(?<![a-z] )\b((?!{NO_CITIZEN})[A-Z][a-z]+(?: [A-Z][a-z]+){{0,3}}),? (?:warga|pemilik|pedagang|penghuni)\b[^.\n]{{0,50}}? (?:mengungkapkan|mengatakan|menuturkan|menyebut|mengaku|mengeluh(?:kan)?|berharap|meminta)\b"
    rf"|\bbernama ((?!{NO_CITIZEN})[A-Z][a-z]+(?: [A-Z][a-z]+){{0,3}})\b"
)
FULL_STOP = re.compile(r"\.\s")
# What is no sentence's end: any other sign, and the full stop of a title, an initial or "Kab.".
GOES_ON = rf"(?:[^.;\n]|(?<=\b[A-Z])\.|{ABBREVIATING_STOP})"
# "Tak hanya Dewi", "didampingi Ketua X, Dewi": not who the sentence is about.
BESIDE = re.compile(
    rf"\b(?:[Tt]ak hanya|[Tt]idak hanya|[Ss]elain|[Bb]ersama|[Dd]idampingi|[Dd]itemani|kepada|dengan|menemui|oleh)\b{GOES_ON}{{0,60}}$"
)
# "Hal senada disampaikan Ketua X, Dewi": who said what the sentence is about.
SAID_BY = re.compile(
    rf"(?<!yang )\bdi(?:(?:akui|amini)|(?:ungkap|sampai|kata|tutur|tegas|jelas|utara|kemuka|tambah|lontar|ucap|papar|suara|ingat|nyata|benar|terang|beber)k?an)(?: juga| pula| langsung)?(?: oleh)? (?!kepada|dalam|pada|di |saat){GOES_ON}{{0,110}}$"
)
# "ujarnya, Dewi", "katanya oleh"
SPEAKER = re.compile(r",? (?:[A-Z]|oleh )")
ANY_VERB = re.compile(r"[ ,]{0,3}(?:demikian )?([a-z]{3,16}?)(?: |,? ?)(?=[A-Z])")
# "... tahun ini,” katnaya."
VERB_ALONE = re.compile(r"[ ,]{0,3}([a-z]{3,14}ya)(?=[.,;\n]|$)")
NO_VERBS = frozenset(
    {
        "serta",
        "dari",
        "dengan",
        "untuk",
        "bagi",
        "oleh",
        "pada",
        "yang",
        "dalam",
        "kepada",
        "karena",
        "namun",
        "yakni",
        "yaitu",
        "milik",
        "bersama",
        "antara",
        "menurut",
        "tahun",
        "versi",
    }
)
ENDS_QUOTE = re.compile(r"[,.?!] ?[\"”’»] ?|[\"”’»] ?, ?")
SMALL_WORD = re.compile(r"(?<![\w.])[a-z]{2,}")
DOES = re.compile(
    r"(?>,? (?:(?:[A-Z][A-Za-z]*\.)+[A-Za-z]*\.?|[A-Z]{2,4}\b))*,? (?:juga |pun |turut |kembali |lantas |lalu |kemudian )*(?:me[a-z]{4,}|ber[a-z]{4,}|sampaikan|ungkap|sebut)\b"
)
PRONOUN = re.compile(
    r"(?:^\s*|\n|[,.] |^\s*(?:Selain itu|Untuk itu|Karena itu|Oleh karena itu|Lebih lanjut|Lebih jauh),? )(?:[Ii]a|[Dd]ia|[Bb]eliau|[Mm]enurut(?:nya| dia| beliau)|[Dd]irinya|[Pp]ihaknya)\b"
)


# "Turut hadir Anggota X, Dewi": who was there too is not whom the text goes on about.
PRESENT_TOO = re.compile(
    r"\s*(?:(?:Dalam|Pada|Di) [^,.\n]{3,60}, )?(?:(?:[Tt]urut|[Ii]kut|[Tt]ampak) hadir|[Hh]adir (?:pula|juga))\b"
)
# A post without its holder's name.
WITHOUT_NAME = re.compile(r",? [a-z]|[.\n]|$")
ACTS_THERE = re.compile(r"\byang (?:me|ber)[a-z]{4,}")
OF_WHOLE_COUNCIL = re.compile(r"Ketua DPRD\b")
# Where a name stands and whose it is.
Place = tuple[int, int, str]


@dataclass(frozen=True)
class Cast:
    """Who may have the word in a text: the people of the release, and those whom it only names as citizens."""

    text: str
    places: list[Place]

    @cached_property
    def citizens(self) -> tuple[str, ...]:
        return tuple(match[match.lastindex or 0] for match in CITIZEN_NAMED.finditer(self.text))


@dataclass(frozen=True)
class Quote:
    """`speaker` is None where the text names nobody, `verb` where no verb of speaking stands beside the words. `span`
    is that of the words without their marks."""

    text: str
    speaker: str | None
    verb: str | None
    span: Span


def find_quotes(text: str, people: list[Person], sentences: Sentences) -> list[Quote]:
    """Quotes in order. Words in marks without a verb beside them count only when they make a sentence."""
    found: list[Quote] = []
    places = _places(text, people)
    cast = Cast(text, places)
    speaker: str | None = None
    last_end = nameless_end = 0
    for marked in spoken(text):
        opening, begin, stop, end = marked
        if opening < nameless_end:
            # "... keluh seorang ibu. “...,” katanya": hers too.
            speaker = None
        words = text[begin:stop].strip(" ,")
        if not words or _is_title(text, opening, end):
            continue
        verb, named = _attribution(cast, marked)
        if named == "":
            last_end, start = end, text.index(words, begin)
            paragraph = text.find("\n", end)
            nameless_end = paragraph if paragraph > 0 else len(text)
            found.append(Quote(words, None, verb, (start, start + len(words))))
            continue
        if named is None and _is_of_paper(text, opening, sentences):
            last_end = end
            continue
        subject = _subject(text, last_end, opening, places, sentences)
        speaker = named or _citizen(text, last_end, opening, places) or subject or speaker
        last_end = end
        start = text.index(words, begin)
        if found and begin == opening and not text[found[-1].span[1] : begin].strip():
            # The end of what the paragraph before opened.
            start = found[-1].span[0]
            found[-1] = replace(found[-1], text=text[start:stop].strip(" ,"), verb=verb, span=(start, stop))
        elif verb is not None or named or _makes_sentence(text, marked) or _is_cut_off(text, marked):
            found.append(Quote(words, speaker, verb, (start, start + len(words))))
    return _joined(text, found)


def _places(text: str, people: list[Person]) -> list[Place]:
    """Where each is named, and where a post that only one of them holds stands alone: "Lurah X menyambut baik"."""
    found = [(start, end, person.name) for person in people for start, end in person.spans]
    holders = Counter(person.role for person in people)
    for person in people:
        if holders[person.role] > 1 or " " not in person.role:
            continue
        found += [(*span, person.name) for span in _alone(text, person.role)]
    chairs = [person for person in people if OF_WHOLE_COUNCIL.match(person.role)]
    if len(chairs) == 1:
        found += [(*span, chairs[0].name) for span in _alone(text, "Ketua Dewan")]
    return sorted(found)


def _alone(text: str, post: str) -> Iterator[Span]:
    """Where the post stands without its holder's name."""
    start = text.find(post)
    while start >= 0:
        end = start + len(post)
        if WITHOUT_NAME.match(text, end) and is_whole_word(text, start, end):
            yield start, end
        start = text.find(post, end)


def _makes_sentence(text: str, marked: Marked) -> bool:
    """True for whole sentences in marks that are a paragraph, or end it behind another sentence, and are not cut off."""
    opening, begin, stop, end = marked
    inner = text[begin:stop].rstrip()
    worded = text[end : end + 1] == "." and SMALL_WORD.search(inner) is not None
    ended = inner.endswith((".", "!", "?", ",")) or worded
    whole = len(inner.split()) >= 6 and ended
    cut_off = end == stop and inner.endswith(",") and not closes_later(text, stop)
    return whole and not cut_off and _stands_alone(text, opening, end)


def _is_cut_off(text: str, marked: Marked) -> bool:
    """True for the last words of a text that was copied in part: they opened and never closed."""
    opening, begin, stop, end = marked
    return end == stop == len(text.rstrip()) and opening < begin and len(text[begin:stop].split()) >= 3


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
    """True for a quote that no sentence goes on around: no title and no slogan."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2].removeprefix(".")[:1]
    return (start == 0 or before.endswith("\n") or before in (". ", "! ", "? ")) and after in ("", "\n")


def _attribution(cast: Cast, marked: Marked) -> tuple[str | None, str | None]:
    """The verb beside the quote and the person named with it, "" for somebody whom the text does not name: after the
    quote first, then before; behind a name and a colon there is no verb."""
    text, places = cast.text, cast.places
    start, begin, _, end = marked
    if after := AFTER.match(text, end, end + 60) or AFTER_COMMA.match(text, end, end + 60):
        named = _named_after(cast, after)
        if NAMELESS.match(text, after.end()) and not _is_named_there(text, after.end(), places):
            named = ""
        return after[1].lower(), named
    if len(text[begin:end].split()) > 2:
        if verb := _unknown_verb(text, end, places):
            return verb
        if (alone := VERB_ALONE.match(text, end)) and ENDS_QUOTE.search(text[end - 2 : alone.start(1)]):
            return alone[1], None
    if text[max(0, start - 2) : start].endswith((": ", ":")):
        named = next((name for _, stop, name in places if COLON.fullmatch(text, stop, start)), None)
        if named:
            return None, named
    lead = text[max(0, start - 140) : start]
    before = BEFORE.search(lead) or ANY_BEFORE.search(lead)
    beside = before and (end - start > SHORT_CHARS or not before[0][len(before[1]) :].strip(" :,"))
    if before and beside:
        begin = max(text.rfind(". ", 0, start), text.rfind("\n", 0, max(0, start - 1))) + 1
        named = next((name for s, _, name in places if begin <= s < start), None)
        return before[1].lower(), named
    return None, None


def _named_after(cast: Cast, verb: re.Match[str]) -> str | None:
    """The person named behind this verb, one without a post too where the text says who that is."""
    text, end = cast.text, verb.end()
    named = next((name for s, _, name in cast.places if end <= s < _sentence_end(text, end)), None)
    if verb[1].lower().endswith("nya") and not SPEAKER.match(text, end):
        return None
    if named is None and (citizen := CITIZEN_BEHIND.match(text, end)):
        return citizen[1]
    if named is None and (stranger := STRANGER.match(text, end)):
        return _stranger(cast, stranger[1])
    return named


def _is_named_there(text: str, end: int, places: list[Place]) -> bool:
    """ "kata staf ahli X, Dewi": and not "kata seorang staf saat menyambut Dewi"."""
    stop = _sentence_end(text, end)
    start = next((start for start, _, _ in places if end <= start < stop), None)
    return start is not None and not MEANWHILE.search(text, end, start)


def _stranger(cast: Cast, word: str) -> str | None:
    """The person of this text whose name the word is with a letter wrong or cut short, "Khairul" for Khairullah, else
    somebody who holds no post: better than whoever was named before. Several words are a name where the text has
    them once more."""
    if " " in word:
        is_name = not all(is_everyday(part) for part in word.split(" "))
        return word if is_name and cast.text.count(word) > 1 else None
    for _, _, name in cast.places:
        if len(word) > 3 and any(
            DamerauLevenshtein.distance(word, part, score_cutoff=1) < 2 for part in name.split()
        ):
            return name
    citizen = re.search(rf"\b{word}{CITIZEN}", cast.text)
    if not citizen and len(word) >= SHORT_NAME:
        longer = {name for _, _, name in cast.places if any(part.startswith(word) for part in name.split())}
        if len(longer) == 1:
            return longer.pop()
    if not citizen and is_everyday(word):
        return None
    return next((name for name in cast.citizens if name.endswith(f" {word}")), word)


def _unknown_verb(text: str, end: int, places: list[Place]) -> tuple[str, str] | None:
    """,” sampai Dewi", ,” ujranya Dewi": any word between a comma and a person of this text, glued to the name or not."""
    word = ANY_VERB.match(text, end)
    if not word or word[1] in NO_VERBS or not ENDS_QUOTE.search(text[end - 2 : word.start(1)]):
        return None
    stop = _sentence_end(text, word.end())
    named = next((place for place in places if word.end() <= place[0] < stop), None)
    between = text[word.end() : named[0]] if named else ""
    return (word[1], named[2]) if named and not SMALL_WORD.search(between) else None


def _citizen(text: str, begin: int, end: int, places: list[Place]) -> str | None:
    """ "Salah satu mahasiswa, Dewi Lestari, ... bahwa ...": somebody without a post who is quoted next, unless another
    is named in between."""
    named = list(CITIZEN_NAMED.finditer(text, max(begin, end - 400), end))
    if not named:
        return None
    # Whom the citizen's own words name is not who speaks next.
    told = FULL_STOP.search(text, named[-1].end(), end)
    stop = told.start() if told else named[-1].end()
    if any(stop < start < end for start, _, _ in places):
        return None
    return named[-1][named[-1].lastindex or 0]


def _is_of_paper(text: str, start: int, sentences: Sentences) -> bool:
    begin, _ = sentences.at(max(0, start - 1))
    return PAPER.search(text[max(begin, start - 400) : start]) is not None


def _is_title(text: str, start: int, end: int) -> bool:
    """True for a theme or a title that nobody is told to have said."""
    return CALLED_SO.search(text, max(0, start - 90), start) is not None and not AFTER.match(text, end)


def _sentence_end(text: str, position: int) -> int:
    """Where the attribution ends: at a mark of quotation, a line's end or a full stop before a space, but not at that
    of a title: "ujar Hj. Dewi"."""
    ends = (match.start() for match in ATTRIBUTION_END.finditer(text, position, position + 200))
    return next((end for end in ends if not ends_in_title(text, end + 1)), min(len(text), position + 200))


def _subject(text: str, begin: int, end: int, places: list[Place], sentences: Sentences) -> str | None:
    """Whoever the last sentence before the quote is about, one with "ia" going on about the same; None when none
    since `begin` names anybody."""
    position, by_pronoun = end - 1, False
    while position > begin:
        start, stop = sentences.at(position)
        start = max(start, begin)
        if told := _said_by(text, start, min(stop, end), places):
            return told
        pronoun = PRONOUN.search(text[start : min(stop, end)])
        if pronoun and not _acts_before(text, start, start + pronoun.start(), places):
            position, by_pronoun = start - 1, True
            continue
        here = [place for place in places if start <= place[0] < min(stop, end)]
        if here and not _only_present(text, (start, min(stop, end)), here, by_pronoun):
            return _acting(text, start, here)
        position = start - 1
    return None


def _only_present(text: str, sentence: Span, here: list[Place], by_pronoun: bool) -> bool:
    """True where a sentence only names who was there too; "Turut hadir Dewi. Ia mengatakan" is about her."""
    if not PRESENT_TOO.match(text, sentence[0]) or ACTS_THERE.search(text, *sentence):
        return False
    return not by_pronoun or len({name for _, _, name in here}) > 1


def _acts_before(text: str, begin: int, end: int, places: list[Place]) -> bool:
    """ "Dewi mengatakan, pihaknya siap": the pronoun stands for whom the sentence itself names."""
    return any(
        begin <= start < end
        and (DOES.match(text[stop : stop + 90]) or SAYS.search(text, max(begin, start - SAYS_CHARS), start))
        and not BESIDE.search(text, begin, start)
        for start, stop, _ in places
    )


def _said_by(text: str, begin: int, end: int, places: list[Place]) -> str | None:
    """ "Hal senada diungkapkan Dewi, pihaknya ...": the one who is told to have said it."""
    return next(
        (name for start, _, name in places if begin <= start < end and SAID_BY.search(text, begin, start)),
        None,
    )


def _acting(text: str, begin: int, here: list[Place]) -> str:
    """Of those that a sentence names the first who does something: "Tak hanya A, B juga meminta" is about B."""
    if said := next(
        (name for start, _, name in here if SAYS.search(text, max(begin, start - SAYS_CHARS), start)), None
    ):
        return said
    subjects = [place for place in here if not BESIDE.search(text, begin, place[0])] or here
    return next((name for _, stop, name in subjects if DOES.match(text[stop : stop + 90])), subjects[0][2])
