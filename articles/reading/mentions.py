"""Where a text names someone: runs of capitalised words, told from other such runs by what stands beside them."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from .bodies import Body
from .capitals import Headlines, is_common, is_of_headline, is_worded, without_headline_verbs
from .index import Index, bare
from .lexicon import fold, is_everyday
from .names import Printed
from .namesakes import is_part
from .passages import Span
from .posts import Post, level_of
from .runs import name_runs
from .units import Unit

# How far before a name its post may stand: "anggota lainnya yang juga hadir memberi masukan, di antaranya A".
NEAR = 90
BEFORE_NAME = re.compile(
    r"^(?:(?: [a-z]+){0,8},? (?:yaitu|yakni|termasuk|terdiri (?:dari|atas)|antara lain|di ?antaranya|adalah|seper?ti)[:,]? ?| ?\(|(?:,? lainnya| lain)?[,:]? ?|: ?|; ?|"
    r",? ?(?:\([A-Z]{2,10}\))?(?: dari| asal) [Ff]raksi [^,;.\n]{2,40}, ?| (?:akan |bakal )?dijabat(?: oleh)? |,? (?:yang (?:di)?jabat(?: oleh)?|yang dipimpin|atas nama|bernama|saat ini|terpilih)(?: oleh)? |,? ?[-–] ?"
    r"|(?: dari| asal)? (?:[Pp]artai|[Dd]aerah [Pp]emilihan|Dapil) [^,;.\n]{2,50}, ?|:\n(?:\d{1,2}[.)] ?|[-•] ?)?|(?:,? )(?:Kang|Teh|Pak|Bapak|Bpk\.?|Ibu|Bu|Sdr\.|Mas|Bang) |)$"
)
AFTER_NAME = re.compile(
    r"^(?:, ?|, (?:salah (?:satu|seorang)|seorang)(?: dari)? |(?: sendiri)?,? (?:(?:setelah|usai|yang) )?(?:disumpah|dilantik|diangkat|terpilih|ditunjuk) (?:sebagai|menjadi) |,? (?:(?:[a-z]+ ){0,3}selaku|sebagai|adalah|ialah|yang juga|yang (?:juga )?merupakan|merupakan|yang menjabat(?: sebagai)?|menjabat(?: sebagai)?|(?:selama )?menjadi|yang kini|dari)"
    r"(?: juga)?(?: seorang| sebagai)? | ?\()$"
)
# The list of the paragraph before: "Kemudian, C; D; dan E."
LIST_GOES_ON = re.compile(
    r"[.;,]?\s?\b(?:[Kk]emudian|[Ss]elanjutnya|[Bb]erikutnya|[Ll]alu|[Ss]erta|[Jj]uga|[Ss]elain itu|[Tt]erakhir)(?:,? (?:ada|hadir|hadir pula|hadir juga|pula|juga|dan))?,? "
)
LISTED_BEHIND = re.compile(r";|, (?:[A-Z]|dan |serta )| (?:dan|serta) [A-Z]")
LIST_GAP = re.compile(
    r"^(?: \((?:(?:Komisi|Fraksi|Dapil) |F-?(?=[A-Z]))[^()\n]{1,25}\))?(?:[,;]? ?(?:dan|serta|juga|maupun)? |,? (?:dan|serta) secara [a-z]{4,12} (?:yakni|yaitu) |[,;.]? ?\d{1,2}[.)] ?|\., ?|\n\d{0,2}[.)-]? ?|, ?|; ?)$"
)
VERBS = (
    r"(?:mengatakan|menuturkan|menegaskan|menjelaskan|menyampaikan|menyebut(?:kan)?|menilai|menekankan|menyoroti|menambahkan|mengungkapkan"
    r"|menerangkan|mengingatkan|meminta|berharap|berpesan|mengapresiasi|menyatakan|memaparkan|memimpin|menerima|menyambut|mengaku|mengajak"
    r"|mendorong|membuka|menghadiri|menyimpulkan|mengimbau|membeberkan|sampaikan|berterima kasih|ungkap|ujar|kata|tutur|ucap|jelas|tegas|imbuh|papar|hadir|melaporkan|membenarkan)"
)
AT_ONCE = re.compile(r",? (?:yang )?(?:sekaligus|merangkap|juga)(?: (?:sebagai|selaku|menjabat))? ")
BOTH = re.compile(r" (?:dan|serta|&) (?:(?:Saudara|Saudari|Sdri?\.) ?)?")
AS = re.compile(r"\b(?:selaku|sebagai|masing-masing|keduanya|menjadi)\b")
HONOURED = re.compile(r"\b(?:Saudara|Saudari|Sdri?\.?|Bapak|Ibu|[Aa]lmarhum(?:ah)?|mendiang|menggantikan) $")
VERB_AFTER = re.compile(rf"^,? (?:juga |pun |turut |kembali |lantas )?{VERBS}\b")
# Any verb will do where a post stands before the name.
DOES = re.compile(
    r"^,? (?:yang (?:juga )?)?(?:juga |pun |turut |ikut |kembali |lantas )?(?:me[a-z]{4,}|ber[a-z]{4,}|hadir|ikut)\b"
)
# A single name between two posts: "Wakil Ketua, Irwandi, Sekretaris, Y".
NEXT_POST = re.compile(r"^, (?:Wakil |Sekretaris|Ketua|Anggota|Bendahara|Kepala)")
# Who else was there: "dipimpin Wakil Ketua Komisi A, Irwandi, dihadiri Sekretaris ..."
FOLLOWED = re.compile(r"^, (?:dihadiri|didampingi|diikuti)\b")
# What opens a list of names without a post.
OPENS_LIST = re.compile(r"\b(?:bersama|terdiri (?:dari|atas)|yakni|yaitu|antara lain|di ?antaranya)[:,]? $")
# What may follow a name of one word: no further word of it in small letters.
NAME_ENDED = re.compile(r"[.,;:\n)]|$| (?:dalam|yang|dan|serta|di|pada|saat|usai|(?:me|ber|ter)[a-z]{4,})\b")
# What follows one of several names whose last stands behind "dan".
LIST_ENDS = re.compile(r"(?:, [A-Z][^,.;:\n]{2,40}){0,10},? (?:dan|serta) [A-Z]")
NAMING = re.compile(r"\b(?:yaitu|yakni|antara lain|di ?antaranya)[:,]? ?$")
BOTH_NAMED = re.compile(
    r"(?: terpilih| definitif)?(?:,? (?:masa jabatan|periode)(?: tahun)? \d{4} ?[-–/] ?\d{4})?(?:,? (?:yakni|yaitu)|,)? "
)
VERB_BEFORE = re.compile(
    r"(?:\b(?:ujar|ucap|tutur|kata|jelas|ungkap|tegas|imbuh|tandas|tukas|papar|terang|lanjut|pungkas|tambah|sebut|menurut|Menurut|oleh|bersama"
    r"|dipimpin|diketuai?|dikepalai|Kata|Ujar)) $"
)
CALLED_BEFORE = re.compile(r"(?:Kang|Teh|Pak|Bu|Bang|Mas|Mbak|Mang) $")


@dataclass(frozen=True)
class Mention:
    printed: Printed
    post: Post | None = None
    strong: bool = False

    @property
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
    below = {word for run in runs if run.start not in headlines for word in run.name.split(" ")}
    runs = [
        run for run in runs if run.start not in headlines or not is_of_headline(index, run, below, headlines)
    ]
    mentions = _with_posts(index, text, runs, posts)
    return _listed(index, text, mentions, headlines), mentions


def _with_posts(index: Index, text: str, runs: list[Printed], posts: list[Post]) -> list[Mention]:
    """Each run with the post printed before it, or after it where that post has no follower of its own."""
    before: dict[int, Post] = {}
    surely = {
        bare(run.name) for run in runs if run.front or run.back or " " in run.name or _speaks(text, run)
    }
    for run in runs:
        post = next((p for p in reversed(posts) if p.end <= run.start and run.start - p.end < NEAR), None)
        if (
            post
            and BEFORE_NAME.match(text[post.end : run.start])
            and _may_follow(index, text, post, run, surely)
        ):
            before[run.start] = post
        loose = run.start not in before or not before[run.start].complete
        if loose and NAMING.search(text[max(0, run.start - 18) : run.start]):
            shared = _listed_of(text, posts, runs, run)
            before |= {run.start: shared} if shared else {}
    before = {start: _of_two(text, posts, post) for start, post in before.items()}
    before |= _respectively(text, runs, posts)
    mentions: list[Mention] = []
    for run in runs:
        post = before.get(run.start)
        if post is None or (text[post.end : run.start] != " " and _follows_other(text, runs, post, mentions)):
            after = next((p for p in posts if p.start >= run.end and p.start - run.end < 40), None)
            gap = text[run.end : after.start] if after else ""
            # "Forkopimda, Wali Kota X": one plain word before a comma and a post is seldom a name.
            short = any(is_part(bare(run.name), name) for name in surely)
            named = " " in run.name or run.front or run.back or short or len(gap) > 2
            sole = after is not None and (_is_sole(after) or (gap == " " and after.complete))
            named = named or (sole and gap in (" ", ", ") and not is_everyday(run.name))
            named = named and not ("dari" in gap and is_common(index, run))
            behind = after is not None and (
                AFTER_NAME.match(gap) or (gap == " " and after.complete and after.text[0].islower())
            )
            if after and named and behind and not _leads(text, runs, after):
                post = after
        mentions.append(Mention(run, post, _is_strong(index, run, post)))
    return _both(text, mentions)


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


def _listed_of(text: str, posts: list[Post], runs: list[Printed], run: Printed) -> Post | None:
    """ "25 anggota DPRD X dan tiga staf yang datang, di antaranya A": the post that such a list follows from afar."""
    begin = max(text.rfind(". ", 0, run.start), text.rfind("\n", 0, run.start))
    post = next(
        (p for p in posts if begin < p.start and p.end <= run.start and p.may_be_shared and p.complete), None
    )
    named = post is None or any(post.end <= other.start < run.start for other in runs)
    return None if named else post


def _of_two(text: str, posts: list[Post], post: Post) -> Post:
    """ "Plh Sekretaris DPRD X sekaligus Kepala Bagian Y, A": the first post is the one that A acts in. Where it names
    no body, "Kepala Bidang X sekaligus Direktur Y", both are one post."""
    first = next((p for p in posts if AT_ONCE.fullmatch(text[p.end : post.start])), None)
    if first is None or not first.complete:
        return post
    return first if first.institution else replace(post, start=first.start, text=text[first.start : post.end])


def _respectively(text: str, runs: list[Printed], posts: list[Post]) -> dict[int, Post]:
    """ "Wali Kota dan Wakil Wali Kota X, A dan B": the first name holds the first post, the second the second."""
    found: dict[int, Post] = {}
    for post in posts:
        texts = post.one_each
        at = next((n for n, run in enumerate(runs) if run.start >= post.end), len(runs))
        named = runs[at : at + len(texts)]
        beside = len(named) == len(texts) > 0 and named[0].start - post.end < NEAR
        if beside and BEFORE_NAME.match(text[post.end : named[0].start]):
            found |= {run.start: replace(post, text=one) for run, one in zip(named, texts, strict=True)}
    for first, second in pairwise(posts):
        if text[first.end : second.start] not in (" dan ", " beserta "):
            continue
        at = next((n for n, run in enumerate(runs) if run.start >= second.end), len(runs))
        pair = runs[at : at + 2]
        if (
            len(pair) == 2
            and BOTH_NAMED.fullmatch(text[second.end : pair[0].start])
            and text[pair[0].end : pair[1].start] in (" dan ", " - ", "-", " & ")
        ):
            region = replace(first, institution=first.institution or second.institution)
            found |= {pair[0].start: region, pair[1].start: second}
    return found


def _may_follow(index: Index, text: str, post: Post, run: Printed, surely: set[str]) -> bool:
    """A single plain word after a post and a comma is seldom a name; a short or lower-case post says little."""
    adjacent = text[post.end : run.start] == " "
    sure = bool(run.front or run.back or bare(run.name) in surely or bare(run.name) in index.people)
    several = " " in run.name
    if adjacent and not several and (_is_misprinted_place(index, post, run) or _counts(text, post)):
        return False
    if post.end == run.start:
        # "Komisi IDudy": a lost space, and only a komisi's number can end so.
        return post.unit is not None and several
    after = text[run.end : run.end + 40]
    titled = run.front or run.back or bare(run.name) in index.people
    if not titled and (not sure if not several else not post.complete) and is_worded(index, run):
        return False
    between = bool(NEXT_POST.match(after)) and not is_everyday(run.name)
    if not post.complete and not sure:
        return several or between or (adjacent and not post.text.islower())
    if (
        text[post.end : run.start] in (", ", ",")
        and NAME_ENDED.match(after)
        and _is_sole(post)
        and not is_everyday(run.name)
    ):
        return True
    followed = FOLLOWED.match(after) and not is_everyday(run.name)
    named = NAMING.search(text[post.end : run.start]) or DOES.match(after) or followed
    if several and not (run.front or run.back or adjacent or named):
        return not is_common(index, run)
    return sure or several or adjacent or between or bool(named)


def _counts(text: str, post: Post) -> bool:
    """ "enam orang anggota DPRD X": several, and who stands behind is none of them."""
    return post.head == "anggota" and text.endswith("orang ", 0, post.start)


def _is_misprinted_place(index: Index, post: Post, run: Printed) -> bool:
    """ "Wali Kota X" with a letter of X wrong names no person."""
    level = level_of(post.head)
    return (
        level is not None
        and process.extractOne(
            fold(run.name), index.names_of_level[level], scorer=DamerauLevenshtein.distance, score_cutoff=1
        )
        is not None
    )


def _is_sole(post: Post) -> bool:
    """A whole post that one person holds: "Bupati X" with the one name behind its comma."""
    return post.complete and post.names_body and not post.may_be_shared


def _follows_other(text: str, runs: list[Printed], post: Post, mentions: list[Mention]) -> bool:
    """True where the post stands after a person without a post: "A, Ketua X, B" gives A the post."""
    if not mentions:
        return False
    last = mentions[-1]
    return last.post is not None and last.post.start == post.start


def _leads(text: str, runs: list[Printed], post: Post) -> bool:
    """True when the post's own name follows it directly: "B, Wakil Ketua C"."""
    return any(run.start - post.end == 1 and text[post.end] == " " for run in runs)


def _is_strong(index: Index, run: Printed, post: Post | None) -> bool:
    if run.front or post:
        return True
    if run.back and (" " in run.name or not is_everyday(run.name) or fold(run.name) in index.words_of_people):
        return True
    return bare(run.name) in index.people and " " in run.name


def _listed(index: Index, text: str, mentions: list[Mention], headlines: Headlines) -> list[Mention]:
    """Adds what a list and its verbs say: members of a list share its post; a speaker is a person."""
    found: list[Mention] = []
    previous: Mention | None = None
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
        if previous and len(gap) < 40 and (LIST_GAP.match(gap) or _goes_on(text, gap, run)):
            last = gap.strip(" ,") in ("dan", "serta")
            if previous.post:
                mention = _as_listed(index, mention, previous.post, last)
            elif (last or LIST_ENDS.match(text, run.end)) and " " in run.name and not is_worded(index, run):
                mention = replace(mention, strong=True)
        if mention.strong:
            found.append(mention)
            previous = mention
        elif previous and gap.strip(" ,;"):
            previous = None
    return found


def _goes_on(text: str, gap: str, run: Printed) -> bool:
    """True where a new sentence goes on with the list, and not with what somebody does."""
    return bool(LIST_GOES_ON.fullmatch(gap) and LISTED_BEHIND.match(text, run.end)) and not DOES.match(
        text[run.end : run.end + 40]
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
    several = " " in run.name
    if several and last and not is_worded(index, run):
        mention = replace(mention, strong=True)
    named = mention.strong or (several and not is_common(index, run)) or (last and not is_everyday(run.name))
    if mention.post or not named or not post.may_be_shared:
        return mention
    return replace(mention, post=post, strong=True)


def _is_told_of(index: Index, text: str, mention: Mention, speaking: list[str]) -> bool:
    """Somebody who says something, or who is spoken of as a person."""
    run = mention.printed
    spoke = " " in run.name and any(is_part(short, mention.key) for short in speaking)
    return spoke or _is_honoured(index, text, run) or _is_speaker(index, text, run)


def _listed_openly(text: str, mention: Mention, opened: int | None) -> int | None:
    """Where the list that this one goes on with has got to, its own start where it opens one, else None."""
    run, post = mention.printed, mention.post
    starts = {run.start, post.start if post and post.end <= run.start else run.start}
    if opened and any(
        start - opened < 12 and LIST_GAP.match(text[opened:start]) for start in starts if start >= opened
    ):
        return opened
    named = " " in run.name or run.front or run.back
    opens = named and any(OPENS_LIST.search(text[max(0, start - 16) : start]) for start in starts)
    return run.start if opens else None


def _is_honoured(index: Index, text: str, run: Printed) -> bool:
    """ "Saudara Dewi Lestari", or the one in whose place somebody comes."""
    before = text[max(0, run.start - 16) : run.start]
    named = " " in run.name or (not is_everyday(run.name) and not before.endswith(("Ibu ", "Bapak ")))
    return named and bool(HONOURED.search(before)) and not is_worded(index, run)


def _says_something(index: Index, text: str, run: Printed) -> bool:
    return _is_speaker(index, text, run) if " " in run.name else _beside_verb(text, run)


def _is_speaker(index: Index, text: str, run: Printed) -> bool:
    """A name of two words or more beside a verb that only people do, and not a thing's name."""
    if " " not in run.name or run.name.isupper() or not _beside_verb(text, run):
        return False
    return not is_common(index, run)


def _speaks(text: str, run: Printed) -> bool:
    """ "ujar Leni": a word that means nothing else, right behind a verb of speaking."""
    return bool(VERB_BEFORE.search(text[max(0, run.start - 12) : run.start])) and not is_everyday(run.name)


def _beside_verb(text: str, run: Printed) -> bool:
    after, before = text[run.end : run.end + 40], text[max(0, run.start - 20) : run.start]
    before = CALLED_BEFORE.sub("", before)
    return bool(VERB_AFTER.match(after) or VERB_BEFORE.search(before))
