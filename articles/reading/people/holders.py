"""Which post each name of a text holds: the one printed before it, or the one behind it."""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from ..index import Index, bare
from ..language.lexicon import HONORIFICS, RARE, fold, is_everyday, rank_of, word_set
from ..language.marks import VERB_STEMS
from ..language.visit_words import LEADS
from ..places import place_at
from .capitals import is_common, is_worded
from .names import PrintedName
from .namesakes import is_part
from .post_heads import COUNCIL_POSTS, SOLE_HEADS, level_of
from .posts import Post

# How far before a name its post may stand: "anggota lainnya yang juga hadir memberi masukan, di antaranya A".
NEAR = 90
# "Komisi II DPRD X, S.E., A": also over the degree of somebody whom the list lost.
BEFORE_NAME = re.compile(
    r"^(?:\.\s(?:Antara lain|Di ?antaranya|Yakni|Yaitu|Mereka (?:adalah|yakni|yaitu|terdiri (?:atas|dari)))[:,]? | yang (?:hadir|ikut|datang|turut serta|tampak|terlibat)(?: \w+){0,6}?[:,] (?:(?:yakni|yaitu|antara lain|di ?antaranya|adalah|ialah)[:,]? )?| yang (?:hadir|datang|ikut serta|ikut hadir|turut hadir) | yang (?:kembali |baru |baru saja )?(?:terpilih|dilantik|diumumkan)(?: lagi| kembali)?,? |(?: [a-z]+){0,8},? (?:yaitu|yakni|masing[- ]masing|termasuk|terdiri (?:dari|atas)|antara lain|di ?antaranya|adalah|ialah|seper?ti)[:;,]? ?| ?\(|(?:,? lainnya|(?: yang)? lain|(?: provinsi| kota| kabupaten| daerah)? setempat)?[,:]? ?| ?: ?|; ?|"
    r",? ?(?:\([A-Z]{2,10}\))?(?: dari| asal) [Ff]raksi [^,;.\n]{2,40}, ?|,?(?: dari| asal)? [Ff]raksi(?: [Pp]artai)?(?:(?: [-–])? [A-Z][\w-]*| \([A-Z]\w{1,10}\)){1,4}(?: (?:[Dd]apil|[Dd]aerah [Pp]emilihan) (?:[A-Z]\w+ )?\w{1,4})?(?:,? | ?\()| (?:akan |bakal )?dijabat(?: oleh)? |,? (?:yang (?:di)?jabat(?: oleh)?|yang dipimpin|atas nama|bernama|saat ini|terpilih)(?: oleh)? |,? ?[-–] ?"
    r"| (?:dari|asal) [A-Z][\w.]+(?: [A-Z][\w.]+){0,2}, |(?: dari| asal)? (?:[Pp]artai|[Dd]aerah [Pp]emilihan|Dapil) [^,;.\n]{1,50}, ?|(?: yang (?:hadir|ikut|datang|ikut serta|turut hadir)(?: \w+){0,4})?:\n(?:\d{1,2}[.)] ?|[-•] ?)?|, [SM]\.[A-Z][a-z]{0,3}\.?, |(?:,? )"
    rf"(?:{HONORIFICS}) |)\Z"
)
AFTER_NAME = re.compile(
    r"^(?: (?:dari|asal) (?:[Ff]raksi|[Pp]artai) [^,;.\n]{2,25}?(?=,? [Ss]ebagai)| \([A-Z][\w -]{2,20}\)(?= sebagai))?(?:, ?|,? (?:salah (?:satu|seorang)|seorang)(?: dari)? |(?: sendiri)?,? (?:(?:setelah|usai|yang) )?(?:disumpah|dilantik|diangkat|terpilih|ditunjuk|ditetapkan|didapuk|dipercaya) (?:sebagai|menjadi) | untuk (?:kursi|posisi|jabatan) |,? (?:(?:[a-z]+ ){0,3}selaku|[Ss]ebagai|adalah|ialah|yang juga|yang (?:juga )?merupakan|merupakan|yang (?:juga )?menjabat(?: sebagai)?|menjabat(?: sebagai)?|(?:selama )?menjadi|yang kini|dari)"
    r"(?: juga)?(?: seorang| sebagai)? | ?\( ?)$"
)
# "di antaranya A (Kasi Y)": of a list each with a post of their own.
IN_BRACKET = re.compile(r" ?\((?=[A-Z])")
AT_PLACE = re.compile(r"\b(?:di|ke|dari|dan|serta) $")
AT_ONCE = re.compile(
    r",? (?:(?:yang )?(?:sekaligus|merangkap)|yang juga)(?: (?:sebagai|selaku|menjabat|merupakan))* "
)
# A single name between two posts: "Wakil Ketua, Irwandi, Sekretaris, Y".
NEXT_POST = re.compile(
    r"^, (?:(?i:wakil|sekretaris|ketua|anggota)\b|Bendahara|Kepala|Ka[bds][a-z]+ |Sek(?:da|wan|dis)\b|Camat|Lurah|Direktur|Asisten|P(?:lt|lh|j)\b)"
)
# "anggota Komisi II, Sularno (F Golkar)"
OF_FACTION = re.compile(r" ?\((?:F[-. ]|Fraksi )[A-Z]")
# Who else was there: "dipimpin Wakil Ketua Komisi A, Irwandi, dihadiri Sekretaris ..."
FOLLOWED = re.compile(r"^, (?:serta |dan )?(?:dihadiri|didampingi|diikuti)\b")
# Who else is in the list: "anggota Komisi III yang hadir, Suherman, Dewi Lestari"
LISTED_ON = re.compile(r"^, (?:H|Hj|Drs?|Dra|Ir)?\.? ?[A-Z][\w'.]+(?: [A-Z][\w'.]*){0,3}(?:,|\.| dan| serta)")
# What may follow a name of one word: no further word of it in small letters.
NAME_ENDED = re.compile(
    r"[.,;:\n)]|$| \(\d| ?\((?:[A-Z]{3}|F[ .-])| \((?:tengah|kanan|kiri|baju|nomor|ke[a-z]{3,}|berdiri|duduk|dua|paling)\b| (?:dalam|dari|yang|dan|serta|di|pada|saat|usai|bersama|beserta|kepada|sedang|tidak|tak|belum|sudah|telah|akan|juga|pun|itu|(?:me|ber|ter)[a-z]{4,}|di[a-z]{5,})\b"
)
# "Ketua Pansus 1 yang membahas Raperda X, A": what a pansus was set up for, in one sentence and so many characters.
TASK_CHARS = 300
SET_UP_FOR = re.compile(
    r" (?:yang (?:membahas|mengkaji|menggarap|menggodok|menangani|menyusun|mengurusi?) |tentang |untuk )?(?:pembahasan |Pembahasan )?(?:Raperda|Ranperda|Rancangan Peraturan|Perda|LKPJ|RPJMD)\b(?:[^.;\n]|\.(?=\w)| No\.){2,280}, $"
)
OF_PANSUS = re.compile(r"\b(?:Pansus|Panja|Panitia (?:Khusus|Kerja))\b")
# "Pria yang juga Ketua X ini": who was named before.
ANYBODY = frozenset({"Pria", "Wanita", "Perempuan", "Lelaki"})
NAMING = re.compile(r"\b(?:yaitu|yakni|antara lain|di ?antaranya|termasuk)[:,]? ?$")
BOTH_NAMED = re.compile(
    r"(?: terpilih| definitif)?(?:,? (?:masa jabatan|periode)(?: tahun)? \d{4} ?[-–/] ?\d{4})?(?:,? (?:yakni|yaitu)|,)? "
)
FULL_STOP = re.compile(r"\.(?:\s|$)")
# Any verb will do where a post stands before the name.
DOES = re.compile(
    r"^,? (?:yang (?:juga )?)?(?:juga |pun |turut |ikut |kembali |lantas )?(?:me[a-z]{4,}|ber[a-z]{4,}|hadir|ikut)\b"
)
VERB_BEFORE = re.compile(rf"(?:\b(?:(?i:{VERB_STEMS})|[Mm]enurut|oleh|bersama|{LEADS})) $")
# A run of words that may be a name, with the post that it holds.
Holder = tuple[PrintedName, Post | None]


def with_posts(index: Index, text: str, runs: list[PrintedName], posts: list[Post]) -> list[Holder]:
    """Each run with the post printed before it, or after it where that post has no follower of its own."""
    surely = {bare(run.name) for run in runs if run.front or run.back or " " in run.name or speaks(text, run)}
    before = _before(index, text, runs, posts, surely)
    found: list[Holder] = []
    for run in runs:
        post = before.get(run.start)
        bracketed = post is not None and not post.may_be_shared and IN_BRACKET.match(text, run.end)
        if (
            post is None
            or bracketed
            or post.is_errand
            or (text[post.end : run.start] != " " and found and _is_held_by(found[-1], post))
        ):
            post = _behind(index, text, runs, posts, run, surely) or post
        found.append((run, post))
    return found


def _before(
    index: Index, text: str, runs: list[PrintedName], posts: list[Post], surely: set[str]
) -> dict[int, Post]:
    """The post before each run, by where the run starts."""
    found: dict[int, Post] = {}
    for run in runs:
        post = next((p for p in reversed(posts) if p.end <= run.start and run.start - p.end < NEAR), None)
        if (
            post
            and BEFORE_NAME.match(_between(index, text, post, run))
            and _may_follow(index, text, post, run, surely)
        ):
            found[run.start] = post
        elif run.start not in found and (leader := _of_pansus(text, posts, run, found.values())):
            found[run.start] = leader
        loose = run.start not in found or not found[run.start].complete
        if loose and NAMING.search(text[max(0, run.start - 18) : run.start]):
            shared = _listed_of(text, posts, runs, run)
            found |= {run.start: shared} if shared else {}
    found = {start: _of_two(text, posts, post) for start, post in found.items()}
    return found | _respectively(text, runs, posts)


def _between(index: Index, text: str, post: Post, run: PrintedName) -> str:
    """What stands between a post and a name, but for the province that the post's region lies in."""
    if text.startswith(", ", post.end) and (place := place_at(index, text, post.end + 2, "province")):
        return text[place.end : run.start]
    return text[post.end : run.start]


def _behind(
    index: Index, text: str, runs: list[PrintedName], posts: list[Post], run: PrintedName, surely: set[str]
) -> Post | None:
    """The post right behind a run that is surely a name, unless somebody else follows that post."""
    after = next((p for p in posts if p.start >= run.end and p.start - run.end < 40), None)
    if after is None or run.name in ANYBODY or _leads(text, runs, after):
        return None
    gap = text[run.end : after.start]
    adjoining = gap == " " and after.complete
    if not (AFTER_NAME.match(gap) or (adjoining and _is_theirs(index, text, run, after))):
        return None
    sole = (_is_sole(after) or adjoining) and gap in (" ", ", ") and not is_everyday(run.name)
    if not (sole or _is_named(run, gap, surely) or _is_bracketed(text, run, after)):
        return None
    # "Rekomendasi dari Deputi X": a thing, not a person.
    is_thing = is_common(index, run) or (" " not in run.name and is_everyday(run.name))
    return None if "dari" in gap and is_thing else after


def _is_theirs(index: Index, text: str, run: PrintedName, post: Post) -> bool:
    """True for a post that, with nothing but a space before it, is surely held by whom the run names."""
    if post.text[0].islower() or speaks(text, run):
        return True
    sure = run.front or run.back or not all(is_everyday(word) for word in run.name.split(" "))
    if " " in run.name and sure and (post.names_body or post.unit):
        return True
    listed = text.endswith((" dan ", " serta ", ", "), 0, run.start)
    return listed and is_unusual(index, run) and post.text.count(" ") > 1


def _is_named(run: PrintedName, gap: str, surely: set[str]) -> bool:
    """ "Forkopimda, Wali Kota X": one plain word before a comma and a post is seldom a name."""
    if " " in run.name or run.front or run.back or len(gap) > 2:
        return True
    given = fold(run.name) in word_set("given_names.txt")
    return given or any(is_part(bare(run.name), name) for name in surely)


def _is_bracketed(text: str, run: PrintedName, post: Post) -> bool:
    """ "Ahmadi (Anggota Komisi IV)": nothing but the post stands in the bracket."""
    alone = text[run.end : post.start] == " (" and text.startswith(")", post.end)
    return alone and not is_everyday(run.name) and not AT_PLACE.search(text, max(0, run.start - 7), run.start)


def _is_held_by(holder: Holder, post: Post) -> bool:
    """ "A, Ketua X, B" gives A the post."""
    return holder[1] is not None and holder[1].start == post.start


def _listed_of(text: str, posts: list[Post], runs: list[PrintedName], run: PrintedName) -> Post | None:
    """ "25 anggota DPRD X dan tiga staf yang datang, di antaranya A": the post that such a list follows from afar."""
    begin = max(text.rfind(". ", 0, run.start), text.rfind("\n", 0, run.start))
    post = next(
        (p for p in posts if begin < p.start and p.end <= run.start and p.may_be_shared and p.complete), None
    )
    named = post is None or any(post.end <= other.start < run.start for other in runs)
    return None if named else post


def _of_pansus(text: str, posts: list[Post], run: PrintedName, held: Iterable[Post]) -> Post | None:
    """The post in a pansus, one that nobody holds yet, between which and the run stands only what it was set up for."""
    post = next((p for p in reversed(posts) if p.end <= run.start), None)
    if post is None or run.start - post.end > TASK_CHARS or " " not in run.name:
        return None
    if not OF_PANSUS.search(post.text) or any(other.start == post.start for other in held):
        return None
    return post if SET_UP_FOR.fullmatch(text, post.end, run.start) else None


def _of_two(text: str, posts: list[Post], post: Post) -> Post:
    """ "Plh Sekretaris DPRD X sekaligus Kepala Bagian Y, A": the first post is the one that A acts in. Where it names
    no body, "Kepala Bidang X sekaligus Direktur Y", both are one post, but for a second one told by "yang juga"."""
    first = next((p for p in posts if AT_ONCE.fullmatch(text, p.end, post.start)), None)
    if first is None:
        return post
    told_first = "yang juga" in text[first.end : post.start]
    whole = first.complete and (first.institution or told_first)
    return first if whole else replace(post, start=first.start, text=text[first.start : post.end])


def _respectively(text: str, runs: list[PrintedName], posts: list[Post]) -> dict[int, Post]:
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
            and text[pair[0].end : pair[1].start]
            in (" dan ", ", dan ", " serta ", ", serta ", " - ", "-", " & ")
        ):
            found |= {pair[0].start: _of_same_body(first, second), pair[1].start: second}
    return found


def _of_same_body(first: Post, second: Post) -> Post:
    """ "Ketua dan Wakil Ketua Komisi B DPRD X": the first is of what is printed behind the second."""
    shares = (first.head in COUNCIL_POSTS or level_of(first.head) is not None) and first.head == fold(
        first.text
    )
    body = second.text[len(second.head) :] if shares else ""
    return replace(
        first,
        text=f"{first.text}{body}",
        institution=first.institution or second.institution,
        unit=first.unit or second.unit,
    )


def _may_follow(index: Index, text: str, post: Post, run: PrintedName, surely: set[str]) -> bool:
    """A single plain word after a post and a comma is seldom a name; a short or lower-case post says little."""
    adjacent = text[post.end : run.start] == " "
    sure = bool(run.front or run.back or bare(run.name) in surely or bare(run.name) in index.people)
    several = " " in run.name
    if adjacent and not several and (_is_misprinted_place(index, post, run) or _counts(text, post)):
        return False
    if _lies_there(index, text, run):
        return False
    if post.end == run.start:
        # "Komisi IDudy": a lost space, and only a komisi's number can end so.
        return post.unit is not None and several
    after = text[run.end : run.end + 40]
    titled = run.front or run.back or bare(run.name) in index.people
    if not titled and (not sure if not several else not post.complete) and is_worded(index, run):
        return False
    between = bool(NEXT_POST.match(after)) and not is_worded(index, run)
    if post.may_be_shared and NAMING.search(text[post.end : run.start]) and LISTED_ON.match(after):
        return not is_everyday(run.name)
    if not post.complete and not sure:
        alone = post.head in SOLE_HEADS and NAME_ENDED.match(after) and not is_worded(index, run)
        alone = alone or (post.head in COUNCIL_POSTS and FULL_STOP.match(after) and is_unusual(index, run))
        alone = alone or (adjacent and is_unusual(index, run))
        return several or between or bool(alone) or (adjacent and not post.text.islower())
    if (
        text[post.end : run.start] in (", ", ",")
        and (NAME_ENDED.match(after) or is_unusual(index, run))
        and (_is_sole(post) or _is_own_office(post, run) or _is_one_deputy(text, post, run))
        and not is_worded(index, run)
    ):
        return True
    followed = (FOLLOWED.match(after) or (post.may_be_shared and LISTED_ON.match(after))) and not is_everyday(
        run.name
    )
    named = NAMING.search(text[post.end : run.start]) or DOES.match(after) or followed
    if several and not (run.front or run.back or adjacent or named):
        return not is_common(index, run)
    return sure or several or adjacent or between or bool(named)


def is_unusual(index: Index, run: PrintedName, least: int = RARE) -> bool:
    """A name of words with one capital each that are less usual than `least` others, and no place."""
    words = run.name.split(" ")
    rare = all(word.istitle() and (len(word) == 1 or rank_of(fold(word)) >= least) for word in words)
    return rare and not index.is_place(run.name)


def _counts(text: str, post: Post) -> bool:
    """ "enam orang anggota DPRD X": several, and who stands behind is none of them."""
    return post.head == "anggota" and text.endswith("orang ", 0, post.start)


def _lies_there(index: Index, text: str, run: PrintedName) -> bool:
    """ "anggota DPRD X, Tanjung Y, Provinsi Z": a town, told by the province that it lies in."""
    place = place_at(index, text, run.end + 2) if text[run.end : run.end + 2] == ", " else None
    province = place is not None and place.region is not None and place.region.level == "province"
    return bool(province and not (run.front or run.back))


def _is_misprinted_place(index: Index, post: Post, run: PrintedName) -> bool:
    """ "Wali Kota X" with a letter of X wrong names no person."""
    level = level_of(post.head)
    return (
        level is not None
        and process.extractOne(
            fold(run.name), index.names_of_level[level], scorer=DamerauLevenshtein.distance, score_cutoff=1
        )
        is not None
    )


def _is_own_office(post: Post, run: PrintedName) -> bool:
    """ "Kabid Anggaran, Dede": an office that one person holds, though whose it is stands elsewhere."""
    return post.complete and not post.may_be_shared and run.name.istitle()


def _is_one_deputy(text: str, post: Post, run: PrintedName) -> bool:
    """ "Wakil Ketua DPRD X, Marlina", "Anggota Komisi I DPRD X, Sularno": one of several who hold this post."""
    several = re.search(r"\b(?:para|dua|tiga|sejumlah|beberapa|unsur|\d+) $", text[: post.start][-12:], re.I)
    given = fold(run.name) in word_set("given_names.txt") or OF_FACTION.match(text, run.end) is not None
    return (
        (post.head == "wakil ketua" or (post.may_be_shared and given))
        and post.complete
        and (post.names_body or post.unit is not None)
        and not (several or is_everyday(run.name))
    )


def _is_sole(post: Post) -> bool:
    """A whole post that one person holds: "Bupati X" with the one name behind its comma."""
    return post.complete and post.names_body and not post.may_be_shared


def _leads(text: str, runs: list[PrintedName], post: Post) -> bool:
    """True when the post's own name follows it directly: "B, Wakil Ketua C"."""
    return any(run.start - post.end == 1 and text[post.end] == " " for run in runs)


def speaks(text: str, run: PrintedName) -> bool:
    """ "ujar Leni": a word that means nothing else, right behind a verb of speaking."""
    return bool(VERB_BEFORE.search(text[max(0, run.start - 12) : run.start])) and not is_everyday(run.name)
