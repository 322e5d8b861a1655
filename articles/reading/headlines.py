"""Headlines to choose from, for a release that came without one."""

import re
from functools import cache

from .language.lexicon import WEEKDAY, agencies, fold, is_everyday, lines_of, national_bodies, word_set
from .language.sentences import Sentences
from .people.officials import Person
from .text.layout import SITE, is_headline
from .text.lines import HEADLINE_VERB
from .visits.visit import Visit

SMALL = frozenset(
    ("dan", "di", "ke", "dari", "untuk", "yang", "dengan", "dalam", "pada", "atau", "oleh", "serta", "bagi", "tentang", "terkait", "agar")
)  # fmt: skip
# Who comes from a school: the first that fits its name.
FROM_SCHOOL = (
    (re.compile(r"\b(?:Universitas|University|Institut|Politeknik|Sekolah Tinggi|Akademi|UIN|IAIN)\b"), "Mahasiswa"),
    (re.compile(r"\b(?:Pesantren|Ponpes)\b"), "Santri"),
    (re.compile(r"^(?:SMP|SMA|SMK|MTs|MA|MAN|SD|SDN|MI|TK|SLB|Sekolah|Madrasah)\w{0,6}\b"), "Siswa"),
)  # fmt: skip
SOCIETIES = ("Mahasiswa", "Himpunan", "Badan Eksekutif", "BEM", "Ikatan", "Forum")
PUPILS = "Kunjungan Pelajar"
NAMED = re.compile(r",? (?:S|M|A|B|Sp)\.[\w.]+(?: [A-Z][\w.]+)?")
DAY = rf"(?:(?:hari )?(?:{WEEKDAY})\b[, ]{{0,2}}(?:pagi|siang|sore|malam)?[, ]{{0,2}})"
MONTH = r"(?:jan|feb|mar|apr|mei|jun|jul|ag|sep|okt|nov|des)[a-z]{0,7}"
DATE = rf"\(?\d{{1,2}}(?:[/.-]\d{{1,2}}(?:[/.-]\d{{2,4}})?| {MONTH}(?: \d{{4}})?)\)?"
DATED = re.compile(
    rf",? ?\b(?:pada )?(?:(?:tanggal )?{DAY}?{DATE}(?![\w%])|{DAY}(?=[,.]|$))|,? \((?:{DAY})?{DATE}\)", re.I
)
GLOSS = re.compile(r" \((?=[A-Za-z])[\w./-]{2,15}\)")
# A dateline: place and outlet in any order up to a mark, "Mekarsari, KB -||-", "KABAR.com / MEKARSARI /".
MARK = re.compile(r" ?(?:-?\|\|-?|>>+|»|(?:(?<=\w)|(?<= ))[:|/]|[,.]?[–—~]|[,.]?-{1,3}) *(?=[A-Z\"“])")
# What goes on behind one of these is no headline after a word or two.
CLAUSES = frozenset(
    ("sebab", "karena", "lantaran", "sehingga", "setelah", "sebelum", "yang", "yakni", "yaitu")
)
WISHES = frozenset(("agar", "supaya", "bahwa", "apabila", "bila", "jika"))
CLAUSE_WORDS = 3
# "Rapat tersebut dipimpin ...": goes on from what the page tells elsewhere.
GOES_ON = frozenset(("tersebut", "ini", "itu", "dipimpin", "demikian"))
BRACKETED = re.compile(
    r"^(?:[A-Z]{4,20}(?: [A-Z]{4,20})?, (?=[A-Z][a-z])|\[[^\[\]\n]{2,40}\]|[A-Z]\w+(?: [A-Z]\w+)? \((?:[A-Z]{5,20}|[\w-]{3,30}\.[a-z.]{2,6})\)) *(?=[A-Z])"
)
OPENS_WITH_DAY = re.compile(rf"^(?:pada )?{DAY}?(?:{DATE})?,? ?", re.I)
DATELINE_CHARS, DATELINE_WORDS, MARKS = 80, 7, 3
MIN_WORDS, MAX_CHARS = 4, 110


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
    """Who receives whom; where the own people are the guests, first that they go, and who leads them."""
    if not visit.guests:
        return []
    kind, guest, who = title_case(visit.kind), _short(visit.guests[0]), _guests(visit)
    host = _short(visit.hosts[0]) if visit.hosts else ""
    about = f", Bahas {_joined(topics)}" if topics else ""
    taken = f"Kunjungan {who}" if kind == PUPILS else f"{kind} {who}"
    goes = f"{who} Kunjungi {host}" if kind == PUPILS else f"{guest} {kind} ke {host}"
    sent = {*visit.guests, *visit.companions}
    abroad = [p for p in own_people if p.institution in sent or p.name == visit.head]
    home = [person for person in own_people if person not in abroad]
    if abroad:
        leads = [f"{p.name} Pimpin {kind} {guest} ke {host}" for p in abroad if p.name == visit.head]
        return [f"{goes}{about}", *leads[:1], f"{host} Terima {taken}"] if host else []
    attended = [f"{person.name} Hadiri Penerimaan {taken}" for person in home[:1]]
    return [f"{host} Terima {taken}{about}", *attended, goes] if host else attended


def _guests(visit: Visit) -> str:
    """The guests as a headline calls them: of a school its pupils or students; a society of theirs by its own name."""
    guest = _short(visit.guests[0])
    if title_case(visit.kind) != PUPILS or guest.startswith(SOCIETIES):
        return guest
    who = next((f"{who} " for pattern, who in FROM_SCHOOL if pattern.search(guest)), "")
    return who + guest


def _joined(topics: tuple[str, ...]) -> str:
    """All of them when they are short, else the first two; "hingga" where a topic has its own "dan"."""
    names = [title_case(topic) for topic in topics]
    names = names if len(", ".join(names)) < 60 else names[:2]
    if len(names) == 1:
        return names[0]
    return f"{', '.join(names[:-1])} {'hingga' if ' dan ' in ''.join(names) else 'dan'} {names[-1]}"


def _short(body: str) -> str:
    return next(
        (body.replace(long, short, 1) for long, short in _short_names() if body.startswith(f"{long} ")), body
    )


def _of_lead(paragraph: str) -> str:
    """Who does what by the first sentence, without dateline, degrees and day, in title case; empty where its phrases
    make no headline."""
    paragraph = _without_dateline(paragraph[: 6 * MAX_CHARS])
    begin, end = Sentences(paragraph).at(0)
    sentence = _without_circumstance(_shortened(paragraph[begin:end]))
    if sentence[:1] in ("", '"', "“") or GOES_ON & set(sentence.lower().split(" ")[1:3]):
        return ""
    return title_case(_cut_at_phrase(_plain_first(sentence)).strip(' ,.-"“”'))


def _without_dateline(text: str) -> str:
    for _ in range(MARKS):
        text = text.lstrip(" |-–—:/>.,")
        if bracketed := BRACKETED.match(text):
            text = text[bracketed.end() :]
            continue
        mark = next(
            (m for m in MARK.finditer(text, 0, DATELINE_CHARS) if _is_dateline(text[: m.start()], m[0])), None
        )
        if mark is None:
            break
        text = text[mark.end() :]
    return text


def _is_dateline(before: str, mark: str) -> bool:
    """Names only, without the words of a sentence; a bare hyphen may also join two bodies, "DPRD-Pemkot"."""
    words = DATED.sub("", before).replace("|", " ").replace("/", " ").split()
    if not 0 < len(words) <= DATELINE_WORDS:
        return False
    sites = [word for word in words if SITE.search(word)]
    names = [word.strip("(),.") for word in words if word not in sites]
    if any(word[:1].islower() or fold(word) in ("dprd", "komisi", "pansus", "ketua") for word in names):
        return False
    if any(fold(word) in agencies() or word in national_bodies() for word in names) and not sites:
        return False
    strong = mark.startswith(" ") or len(mark.strip()) > 1
    shouted = all(word.isupper() for word in names) and "".join(names) > "" and (strong or len(names[0]) > 4)
    return bool(sites) or shouted or (strong and mark.strip() not in (":", "|"))


def _shortened(sentence: str) -> str:
    """Without degrees, days and glosses in brackets, bodies by their short names."""
    plain = GLOSS.sub("", DATED.sub("", NAMED.sub("", OPENS_WITH_DAY.sub("", sentence))))
    for long, short in _short_names():
        plain = re.sub(rf"\b{long}\b", short, plain, flags=re.I)
    return re.sub(r" +(?=[ ,])|,(?=,)", "", plain).strip(" ,.-")


@cache
def _short_names() -> tuple[tuple[str, str], ...]:
    pairs = [line.partition("=") for line in lines_of("headline_short.txt")]
    return tuple(sorted(((long, short) for long, _, short in pairs), key=lambda pair: -len(pair[0])))


def _plain_first(sentence: str) -> str:
    """ "ROMBONGAN mahasiswa": a first word in capitals for looks alone."""
    first, _, rest = sentence.partition(" ")
    looks = (
        first.isupper() and len(first) > 4 and (rest.startswith("DPR") or not rest.split(" ")[0].isupper())
    )
    known = fold(first) in agencies() or first in national_bodies()
    return f"{first.capitalize()} {rest}" if looks and not known and is_everyday(first) else sentence


def _without_circumstance(sentence: str) -> str:
    """Begun at who does it: what stands before up to a comma tells when, where or why."""
    code, _, rest = sentence.partition(" ")
    if code.isupper() and rest[:1].isupper() and _opens_circumstance(fold(rest.split(" ")[0])):
        sentence = rest
    while (first := fold(sentence.split(" ")[0])) and _opens_circumstance(first):
        _, comma, rest = sentence.partition(", ")
        if not comma:
            return ""
        sentence = rest
    return sentence if sentence[:1].isupper() else ""


def _opens_circumstance(word: str) -> bool:
    return (
        word in word_set("headline_stops.txt")
        or word in SMALL
        or word in ("ingin", "bertempat", "ketika")
        or (
            word.startswith(
                ("menyongsong", "menjelang", "menanggapi", "menindaklanjuti", "memasuki", "memperingati")
            )
        )
    )


def _cut_at_phrase(sentence: str) -> str:
    """Whole where it is short enough, else up to the last phrase that ends in time: somebody, a verb, and its object."""
    if len(sentence) <= MAX_CHARS and is_headline(sentence):
        return sentence
    words = _without_commas_at_verb(sentence).split(" ")
    for count in range(len(words), MIN_WORDS - 1, -1):
        part = " ".join(words[:count])
        ends = _ends_phrase(words, count) and (count == len(words) or not _breaks_off(words[:count]))
        if len(part) <= MAX_CHARS and ends and _is_whole(words[:count]):
            return part
    return ""


def _ends_phrase(words: list[str], count: int) -> bool:
    if count == len(words) or words[count - 1].endswith(","):
        return True
    return fold(words[count]) in word_set("headline_stops.txt") or (
        words[count].startswith("me") and _is_verb(words[count])
    )


def _breaks_off(words: list[str]) -> bool:
    """True where a further clause has just begun, or tells of what is wished without a verb yet."""
    clause = next((number for number in range(len(words) - 1, 0, -1) if words[number] in CLAUSES), None)
    wish = next((number for number, word in enumerate(words) if word in WISHES), len(words))
    wished = wish == len(words) or any(_is_verb(word) for word in words[wish + 1 :])
    return not wished or (clause is not None and len(words) - clause <= CLAUSE_WORDS)


def _is_whole(words: list[str]) -> bool:
    """True where something follows the verb, the last word asks for no other, and what opens closes."""
    bare = [word.strip(",.") for word in words]
    verbs = [number for number, word in enumerate(bare) if number and _is_verb(word)]
    ends = fold(bare[-1]) in word_set("headline_no_ends.txt") | word_set("headline_stops.txt") | SMALL
    text = " ".join(words)
    closed = all(text.count(opening) == text.count(closing) for opening, closing in ("()", "“”"))
    closed = closed and text.count('"') % 2 == 0
    return bool(verbs) and verbs[-1] < len(bare) - 1 and not ends and closed


def _is_verb(word: str) -> bool:
    """Leads are no headlines: a verb has no capital, while "Dindin" and "Rapat" have."""
    known = word.islower() and word not in word_set("headline_no_verbs.txt")
    return known and HEADLINE_VERB.match(word) is not None


def _without_commas_at_verb(sentence: str) -> str:
    """ "Ketua, Larasati, menyebut, pasar": none before the first verb, and none behind it."""
    words = sentence.split(" ")
    first = next((number for number, word in enumerate(words) if number and _is_verb(word.strip(","))), 0)
    if first:
        words[first - 1 : first + 1] = [word.strip(",") for word in words[first - 1 : first + 1]]
    return " ".join(words)
