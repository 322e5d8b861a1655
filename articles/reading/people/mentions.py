"""Where a text names someone: runs of capitalised words, told from other such runs by what stands beside them."""

import re
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from ..bodies.body import Body
from ..bodies.units import Unit
from ..index import Index, bare
from ..language.council_words import KOMISI_NUMBERED
from ..language.lexicon import HONORIFICS, RARE, any_of, fold, is_everyday, parties, rank_of, word_set
from ..language.passages import Span
from .capitals import Headlines, is_common, is_of_headline, is_worded, without_headline_verbs
from .holders import DOES, NAME_ENDED, VERB_BEFORE, is_unusual, with_posts
from .names import PrintedName
from .namesakes import is_part
from .posts import Post
from .runs import name_runs

# The list of the paragraph before: "Kemudian, C; D; dan E."
LIST_GOES_ON = re.compile(
    r"[.;,]?\s?\b(?:[Kk]emudian|[Ss]elanjutnya|[Bb]erikutnya|[Ll]alu|[Ss]erta|[Jj]uga|[Ss]elain itu|[Tt]erakhir)(?:,? (?:ada|hadir|hadir pula|hadir juga|pula|juga|dan))?,? "
)
LISTED_BEHIND = re.compile(r";|, (?:[A-Z]|dan |serta )| (?:dan|serta) [A-Z]")
LIST_GAP = re.compile(
    r"^(?:[.,]{0,2} ?\((?:(?:Komisi|Fraksi|Dapil) |F-?(?=[A-Z])|(?:Wakil )?Ketua|Sekretaris|Anggota)[^()\n]{0,25}\)| ?\((?:[A-Z][A-Za-z]{1,11}|[A-Z]{2,5} [A-Z][a-z]{2,11})\)| dari [Ff]raksi(?: [A-Z][\w-]*){1,3})?(?:[,;]? ?(?:dan|serta|juga|maupun)? |,? dan|,? (?:dan|serta) (?:yang (?:[a-z]+ )?)?secara [a-z]{4,12} (?:yakni|yaitu|adalah|ialah) |, sedangkan (?:[a-z]+ ){1,5}(?:ada|hadir|adalah|ialah|yaitu|yakni),? |[,;.]? ?\d{1,2}[.)] ?|\., ?|\n\d{0,2}[.)-]? ?|, ?|; ?)$"
)
# "..., Dewi Lestari.\nSidak ini dilakukan": a line that goes on so is no item of the list above it.
OPENS_SENTENCE = re.compile(r" (?!(?:dan|serta|selaku|sebagai|dari|asal|dengan)\b)[a-z]")
# "drg. A, dan yang bergabung secara virtual yaitu H. B"
LONGEST_GAP = 50
SEVERAL_UNITS = 3
IN_BRACKETS = re.compile(r" ?\(([A-Z][A-Za-z ]{2,30})\)")
IN_KOMISI = re.compile(
    rf" ?\((?:(?:(?:Wakil )?Ketua |Sekretaris |Anggota )?{KOMISI_NUMBERED}|(?:Fraksi|Dapil|Daerah Pemilihan) [^()\n]{{1,40}}|F[-. ][A-Z][A-Za-z -]{{1,20}}"
    rf"|F(?:{any_of(parties())}))\)"
)
OF_PARTY = re.compile(
    r",? (?:(?:dari|asal) (?:DPRD )?(?:Partai|[Ff]raksi|Dapil|Daerah Pemilihan)|(?:DPRD )?[Ff]raksi) [A-Z]"
    rf"|,? (?:dari|asal) (?:{any_of(parties())})\b"
)
# "dari Komisi IV Dewi", "Fraksi X yang diwakili Dewi Lestari"
FROM_KOMISI = re.compile(
    rf"(?:, |\bdan |\bserta )dari {KOMISI_NUMBERED} $|\bFraksi(?: [A-Z][\w-]*){{1,4}} yang (?:diwakili|dibacakan)(?: oleh)? $"
)
NUMBERED = re.compile(r"\n\d{1,2}[.)] ?$")
# "warga dari Ujungberung, Kiaracondong dan Bojongloa Kaler": districts, of which nobody keeps a list.
OF_PLACES = re.compile(
    r"\b(?:[Dd]ari|[Dd]i|[Kk]e) (?:[A-Z][a-z]+(?: [A-Z][a-z]+)?(?:, | dan |, dan | serta )){1,6}$"
)
# What people do, and no body.
VERBS = any_of(word_set("telling_verbs.txt") | word_set("doing_verbs.txt"))
BOTH = re.compile(r",? (?:dan|serta|bersama|&) (?:(?:Saudara|Saudari|Sdri?\.) ?)?")
ALL_OF = re.compile(
    r", (?:ketiga|keempat|kelima|keenam|seluruh|semua)nya (?:adalah |merupakan |sebagai |selaku )?$"
)
AS = re.compile(r"\b(?:selaku|sebagai|masing[- ]masing|keduanya|menjadi)\b")
# "politisi Partai X, Dewi Lestari": who sits for a party is a person.
POLITICIAN = re.compile(
    r"\b(?:[Pp]oliti(?:si|kus)|[Ll]egislator|[Kk]ader)\b(?: (?:senior|muda|perempuan|asal|dari|partai|Partai|Fraksi|itu|ini|tersebut|[A-Z]\w+)){0,4},? $"
    r"|\b(?:sapaan|panggilan) (?:akrab|karib)(?: dari)? $"
)
# "Salah seorang warga, Dewi Lestari": quoted, but nobody of the record.
CITIZEN = re.compile(
    r"\b(?:[Ss]alah (?:satu|seorang)|[Ss]eorang) (?:warga|mahasisw[ai]|sisw[ai]|pelajar|pedagang|perajin|petani|nelayan|penghuni|pengunjung|pemilik|penumpang|sopir|pengemudi|orang tua|wali murid|ibu|pemuda|peserta|buruh|pekerja|pelaku usaha|penyintas|pendengar)"
    rf"(?: [a-z]+| \d+){{0,4}}(?: (?:[A-Z][\w-]*)){{0,3}},? (?:(?:{HONORIFICS}) )?$"
)
# "Dewi Lestari (41 tahun) warga RT 03", "Dewi Lestari, siswa kelas 5"
CITIZEN_BEHIND = re.compile(
    r",? (?:\(\d{1,2}(?: tahun)?\),? )?(?:seorang |salah (?:satu|seorang) )?(?:warga|sisw[ai]|mahasisw[ai]|pelajar|murid|pedagang|nelayan|petani|pengunjung|penghuni|pemilik (?:toko|warung|kios|rumah|kafe|lahan|usaha))\b"
)
HONOURED = re.compile(r"\b(?:Saudara|Saudari|Sdri?\.?|Bapak|Ibu|[Aa]lmarhum(?:ah)?|mendiang|menggantikan) $")
# "Dewi Lestari dari Universitas X menanyakan", "Dewi Lestari, politisi Partai X, mengaku": whom somebody speaks for.
SENT_BY = r"(?: (?:dari|asal|utusan) (?:[A-Z\d][\w.-]* ){1,6}|,? [Pp]oliti(?:si|kus) (?:[A-Z][\w.-]*|asal|dari)(?: (?:[A-Z][\w.-]*|asal|dari)){0,4},? )"
SENT = re.compile(rf"{SENT_BY}(?:{VERBS})\b")
VERB_AFTER = re.compile(
    rf"^,? (?:juga |pun |turut |kembali |lantas )?(?:{VERBS}|berterima kasih|ungkap|ujar|kata|tutur|ucap|jelas|tegas|imbuh|papar)\b"
)
# "yang diresmikan Presiden X", "program Presiden X": named in passing.
IN_PASSING = re.compile(
    r"\b(?:diresmikan|dicanangkan|digagas|program|arahan|instruksi|visi|perintah|kebijakan)(?: oleh)? $"
)
PRESIDENT = re.compile(r"(?:Wakil )?Presiden(?: RI| Republik Indonesia)?")
# What opens a list of names without a post.
GIVEN_BY = re.compile(
    r"\bdi(?:sampaikan|bacakan|paparkan|berikan|laporkan|pimpin)(?: (?:langsung|secara langsung))? oleh $|\bjuru bicaranya, $"
)
OPENS_LIST = re.compile(
    rf"\bjajaran (?:anggota )?(?:{KOMISI_NUMBERED}|Pansus \d{{1,2}})(?: DPRD(?: [A-Z]\w+){{1,4}})?, $"
    r"|\b(?:bersama|didampingi|ditemani|disertai|terdiri (?:dari|atas)|yakni|yaitu|antara lain|di ?antaranya|[Hh]adir (?:pada|dalam) (?:\w+ ){1,3}(?:tersebut|itu|ini))[:,]? $"
)
# "serta seniman, Dewi Lestari sebagai pembicara"
INVITED = re.compile(r",? sebagai (?:narasumber|pembicara|pemateri|moderator|pemantik)\b")
BESIDE = re.compile(r"\b(?:didampingi|ditemani)(?: oleh)? $")
# "Mereka terdiri atas Dewi, Raka, Laras dan Bayu": people, with one name each too.
OF_THEM = re.compile(r"\bMereka (?:terdiri (?:atas|dari)|adalah|ialah|yakni|yaitu|antara lain)[:,]? $")
SEVERAL = re.compile(r"(?:, [A-Z][a-z]+(?: [A-Z][a-z]+){0,3}){2,12},? (?:dan|serta) [A-Z]")
WHOLE_NAME = re.compile(r", [A-Z][a-z]+ [A-Z]")
# What follows one of several names whose last stands behind "dan".
LIST_ENDS = re.compile(r"(?:, [A-Z][^,.;:\n]{2,40}){0,10},? (?:dan|serta) [A-Z]")
# A word less usual than so many others is seldom meant as one in a list of names.
UNUSUAL = 8_000
CALLED_BEFORE = re.compile(rf"(?:{HONORIFICS}) $")


@dataclass(frozen=True)
class Mention:
    printed: PrintedName
    post: Post | None = None
    strong: bool = False
    # How somebody is called, which is no name of a record: "Kang Asep".
    is_nickname: bool = False

    @cached_property
    def key(self) -> str:
        return bare(self.printed.name)

    @property
    def span(self) -> Span:
        return self.printed.name_start, self.printed.name_end


def find_mentions(
    index: Index, text: str, bodies: list[Body], units: list[Unit], posts: list[Post], title_end: int
) -> tuple[list[Mention], list[Mention]]:
    """Mentions that name a person for sure, and all runs of words that might be one.

    Up to `title_end` every word has a capital, so a verb beside a run of them tells nothing.
    """
    taken = [*(b.spans[0] for b in bodies), *(u.spans[0] for u in units), *((p.start, p.end) for p in posts)]
    runs = name_runs(index, text, taken)
    headlines = Headlines(text, title_end)
    runs = without_headline_verbs(index, runs, headlines)
    below = {
        word
        for run in runs
        if run.start not in headlines and (" " in run.name or not is_everyday(run.name))
        for word in run.name.split(" ")
    }
    runs = [
        run for run in runs if run.start not in headlines or not is_of_headline(index, run, below, headlines)
    ]
    held = with_posts(index, text, runs, posts)
    # "Fraksi X Dewi Lestari, Fraksi Y Raka Buana": each named with whom they speak for.
    of_units = _of_units(index, runs, {unit.spans[0][1] + 1 for unit in units})
    mentions = [
        Mention(run, post, run.start in of_units or _is_strong(index, text, run, post)) for run, post in held
    ]
    mentions = _all_of(text, _both(text, mentions), posts)
    listed = _listed(index, text, mentions, headlines)
    return [_with_own_post(text, mention, posts) for mention in listed], mentions


def _with_own_post(text: str, mention: Mention, posts: list[Post]) -> Mention:
    """ "anggota lainnya: A (Sekretaris Komisi III), B": one of a list whose own post stands in brackets."""
    end = mention.printed.end
    if mention.post and not mention.post.may_be_shared:
        return mention
    post = next((p for p in posts if 1 <= p.start - end <= 2), None)
    if not post or text[end : post.start].strip() != "(" or text[post.end : post.end + 1] != ")":
        return mention
    post = _within(post, mention.post) if mention.post else post
    return replace(mention, post=post) if post.complete or mention.post else mention


def _within(post: Post, heading: Post) -> Post:
    """ "Anggota Komisi III DPRD X: A (Wakil Ketua)": of that komisi, unless the bracket says whose."""
    return post if post.institution else replace(post, institution=heading.institution, unit=heading.unit)


def _both(text: str, mentions: list[Mention]) -> list[Mention]:
    """ "A dan B selaku Wakil Ketua X": both hold the post."""
    found = list(mentions)
    for number, (first, second) in enumerate(pairwise(mentions)):
        post = second.post
        if first.post or not post or not post.may_be_shared or post.start < second.printed.end:
            continue
        if BOTH.fullmatch(text, first.printed.end, second.printed.start) and AS.search(
            text[second.printed.end : post.start]
        ):
            found[number] = replace(first, post=post, strong=True)
    return found


def _all_of(text: str, mentions: list[Mention], posts: list[Post]) -> list[Mention]:
    """ "A, B dan C, ketiganya anggota X": each of the list before holds the post."""
    found = list(mentions)
    for post in posts:
        counted = ALL_OF.search(text, max(0, post.start - 20), post.start)
        if not counted:
            continue
        end = counted.start()
        for number in range(len(found) - 1, -1, -1):
            run = found[number].printed
            if run.end > end:
                continue
            if not (run.end == end or LIST_GAP.match(text[run.end : end])):
                break
            found[number] = replace(found[number], post=found[number].post or post, strong=True)
            end = run.start
    return found


def _is_strong(index: Index, text: str, run: PrintedName, post: Post | None) -> bool:
    if (
        post
        and PRESIDENT.fullmatch(post.text)
        and IN_PASSING.search(text, max(0, post.start - 30), post.start)
    ):
        return False
    if run.front or post or _has_party(index, text, run):
        return True
    if run.back and (" " in run.name or not is_everyday(run.name) or fold(run.name) in index.names_by_word):
        return True
    beside = BESIDE.search(text, max(0, run.start - 30), run.start) is not None and is_unusual(index, run)
    invited = INVITED.match(text, run.end) is not None and not is_worded(index, run)
    return " " in run.name and (beside or invited or bare(run.name) in index.people)


def _of_units(index: Index, runs: list[PrintedName], ends: set[int]) -> set[int]:
    """Where names of two words or more begin right behind units, several of them."""
    behind = [run for run in runs if run.start in ends and " " in run.name and not is_common(index, run)]
    return {run.start for run in behind} if len(behind) >= SEVERAL_UNITS else set()


def _has_party(index: Index, text: str, run: PrintedName) -> bool:
    """ "Dewi Lestari (PSI)", "Dewi Lestari dari Partai X": a member of that party, or of a komisi in brackets."""
    behind = IN_BRACKETS.match(text, run.end)
    listed = (behind is not None and behind[1] in parties()) or IN_KOMISI.match(text, run.end) is not None
    listed = listed or FROM_KOMISI.search(text, max(0, run.start - 60), run.start) is not None
    named = " " in run.name or not is_everyday(run.name)
    of_party = named and OF_PARTY.match(text, run.end) is not None
    at_place = text.endswith((" di ", " ke "), 0, run.start)
    return of_party or (listed and (" " in run.name or (is_unusual(index, run) and not at_place)))


def _listed(index: Index, text: str, mentions: list[Mention], headlines: Headlines) -> list[Mention]:
    """Adds what a list and its verbs say: members of a list share its post; a speaker is a person."""
    found: list[Mention] = []
    previous: Mention | None = None
    # The post that the list was opened with, which its further members may share.
    heading: Post | None = None
    opened: int | None = None
    opener: Mention | None = None
    speaking = [m.key for m in mentions if _says_something(index, text, m.printed)]
    for mention in mentions:
        run = mention.printed
        gap = text[previous.printed.end : run.start] if previous else ""
        opened = _listed_openly(text, mention, opened)
        named = opened is not None and opened < run.start and not is_worded(index, run)
        found += _opening(index, opener, found) if named else []
        opener = mention if opened == run.start else None
        opened = run.end if opened else None
        if run.start not in headlines and not mention.strong:
            mention = replace(mention, strong=named or _is_told_of(index, text, mention, speaking))
        if previous and (_is_next(text, gap, run) or _goes_on(text, gap, run)):
            last = gap.strip(" ,;") in ("dan", "serta")
            if previous.post and previous.post.start < previous.printed.start:
                heading = previous.post
            if heading:
                mention = _as_listed(index, mention, heading, last)
            elif (
                (last or NUMBERED.search(gap) or LIST_ENDS.match(text, run.end))
                and " " in run.name
                and not is_worded(index, run)
            ):
                mention = replace(mention, strong=True)
        else:
            heading = None
        if mention.strong:
            found.append(mention)
            previous = mention
        elif previous and gap.strip(" ,;"):
            previous = None
    return found


def _is_next(text: str, gap: str, run: PrintedName) -> bool:
    """True for the next one of a list, on its line or the next."""
    anew = gap == "\n" and OPENS_SENTENCE.match(text, run.end)
    return len(gap) < LONGEST_GAP and LIST_GAP.match(gap) is not None and not anew


def _goes_on(text: str, gap: str, run: PrintedName) -> bool:
    """True where a new sentence goes on with the list, and not with what somebody does."""
    return (
        len(gap) < LONGEST_GAP
        and bool(LIST_GOES_ON.fullmatch(gap) and LISTED_BEHIND.match(text, run.end))
        and not DOES.match(text[run.end : run.end + 40])
    )


def _opening(index: Index, opener: Mention | None, found: list[Mention]) -> list[Mention]:
    """What opens a list of people is one of them, unless it is no name or found already."""
    if opener is None or is_worded(index, opener.printed) or any(m.span == opener.span for m in found):
        return []
    return [replace(opener, strong=True)]


def _as_listed(index: Index, mention: Mention, post: Post, last: bool) -> Mention:
    """One of a list whose members before hold this post; behind "dan" stands another person even where each has a
    post of their own."""
    run = mention.printed
    several = " " in run.name or _is_given_name(run) or (run.name.istitle() and not is_worded(index, run))
    if several and last and not is_worded(index, run):
        mention = replace(mention, strong=True)
    if several and is_unusual(index, run, UNUSUAL):
        mention = replace(mention, strong=True)
    named = mention.strong or (several and not is_common(index, run)) or (last and not is_worded(index, run))
    if mention.post and mention.post.start > run.end:
        return replace(mention, post=_within(mention.post, post))
    if mention.post or not named or not post.may_be_shared:
        return mention
    return replace(mention, post=post, strong=True)


def _is_given_name(run: PrintedName) -> bool:
    """A single word that is nobody's but a person's: one of a list whose other members have two."""
    return run.name.istitle() and (
        fold(run.name) in word_set("given_names.txt") or rank_of(fold(run.name)) == RARE
    )


def _is_told_of(index: Index, text: str, mention: Mention, speaking: list[str]) -> bool:
    """Somebody who says something, or who is spoken of as a person; not a citizen without an office."""
    run = mention.printed
    if CITIZEN.search(text[max(0, run.start - 70) : run.start]) or CITIZEN_BEHIND.match(text, run.end):
        return False
    if " " in run.name and POLITICIAN.search(text[max(0, run.start - 60) : run.start]):
        return True
    spoke = " " in run.name and any(is_part(short, mention.key) for short in speaking)
    return (
        spoke
        or _has_the_word(index, text, run)
        or _is_honoured(index, text, run)
        or _is_speaker(index, text, run)
    )


def _listed_openly(text: str, mention: Mention, opened: int | None) -> int | None:
    """Where the list that this one goes on with has got to, its own start where it opens one, else None."""
    run, post = mention.printed, mention.post
    starts = {run.start, post.start if post and post.end <= run.start else run.start}
    if opened and any(
        start - opened < 12 and LIST_GAP.match(text[opened:start]) for start in starts if start >= opened
    ):
        return opened
    named = " " in run.name or run.front or run.back
    several = (
        SEVERAL.match(text, run.end) if OF_THEM.search(text, max(0, run.start - 40), run.start) else None
    )
    if several and WHOLE_NAME.search(several[0]):
        return run.start
    opens = named and any(OPENS_LIST.search(text[max(0, start - 50) : start]) for start in starts)
    return run.start if opens else None


def _is_honoured(index: Index, text: str, run: PrintedName) -> bool:
    """ "Saudara Dewi Lestari", or the one in whose place somebody comes."""
    before = text[max(0, run.start - 16) : run.start]
    named = " " in run.name or (not is_everyday(run.name) and not before.endswith(("Ibu ", "Bapak ")))
    if not HONOURED.search(before) or is_worded(index, run):
        return False
    told = (f"enurut {called}{run.name}" in text for called in ("", "Bapak ", "Ibu "))
    return named or (_is_given_name(run) and any(told))


def _has_the_word(index: Index, text: str, run: PrintedName) -> bool:
    """ "Laporan disampaikan oleh Suminar, yang ...": a single name that is nobody's but a person's."""
    if " " in run.name or index.is_place(run.name) or not _is_given_name(run):
        return False
    return bool(
        GIVEN_BY.search(text[max(0, run.start - 45) : run.start])
        and NAME_ENDED.match(text[run.end : run.end + 40])
    )


def _says_something(index: Index, text: str, run: PrintedName) -> bool:
    return _is_speaker(index, text, run) if " " in run.name else _beside_verb(text, run)


def _is_speaker(index: Index, text: str, run: PrintedName) -> bool:
    """A name of two words or more beside a verb that only people do, and not a thing's name."""
    known = bare(run.name) in index.people and not is_everyday(run.name)
    if not (" " in run.name or known) or run.name.isupper() or not _beside_verb(text, run):
        return False
    return not is_common(index, run)


def _beside_verb(text: str, run: PrintedName) -> bool:
    if OF_PLACES.search(text[max(0, run.start - 90) : run.start]):
        return False
    after, before = text[run.end : run.end + 90], text[max(0, run.start - 20) : run.start]
    before = CALLED_BEFORE.sub("", before)
    sent = SENT.match(after) and not is_everyday(run.name.split(" ")[0])
    return bool(VERB_AFTER.match(after) or sent or VERB_BEFORE.search(before))
