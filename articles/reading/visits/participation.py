"""Which of the bodies that a release names count for it.

Whatever the release itself speaks of by its name does, with few exceptions: a station, an agency, a ministry or a
government that comes up in somebody's words only, a secretariat of which only rooms or posts without a holder are told, a council of
which only the press room is. Who is named by office alone, "Wali Kota X", stands for a body where the words tell that
they are there.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from ..bodies.body import Body, council_of, is_secretariat
from ..language.passages import Span, lies_in
from ..language.sentences import Sentences
from ..people.posts import Post

# "“Tadi kami rapat bersama Dinas X”": somebody's words, and yet they were there.
MET_WITH = re.compile(
    r"\b(?:[Rr]apat|raker|audi?ensi|pertemuan|bertemu)\b[^.“”\"]{0,40}\b(?:bersama|dengan)\b[^.“”\"]{0,60}$"
    r"|\b(?:[Hh]adir|dihadiri|didampingi|ditemani)\b[^.“”\"]{0,60}$|\bmelibatkan\b(?![^.“”\"]*\b(?:nanti|akan|perlu|segera)\b)[^.“”\"]{0,130}$"
)
SPOKEN_OF = frozenset({"agency", "regional_government"})
# "Itu kewenangan Kementerian X": whose affair it is, who has no part in this one.
AFFAIR_OF = re.compile(r"\b(?:kewenangan|wewenang|ranah|tanggung jawab|urusan) (?:dari )?$")
# How far before a body its verb may stand, in characters.
NEAR = 170
INTENDED = r"(?:akan|bakal|hendak|ingin|berencana|rencananya|dijadwalkan|direncanakan|diagendakan|menjadwalkan|mengagendakan|segera|nantinya|menyanggupi|berjanji|berniat|bermaksud|siap|perlu|harus|wajib|mesti|bisa|dapat|agar|supaya|sebelum|belum|pernah|sudah dua kali|jangan)"
ASKS = (
    r"(?:(?:men|di)?dorong|(?:me|di)?minta|(?:men|di)?desak|(?:men|di)?tuntut|meng?himbau|menghimbau|(?:meng)?imbau|mengharap(?:kan)?|berharap|(?:men)?yarankan|menyarankan"
    r"|mengingatkan|ingatkan|mengajak|ajak|menugaskan|memerintahkan|menginstruksikan|menegur|menyentil|menyoroti|soroti|mengkritik|kritik|menyindir|mengecam|menunggu|tunggu|menyalahkan|menagih|tagih)"
)
# Who is asked for something is not there for it.
ASKED = re.compile(rf"(?<!yang )\b{ASKS}(?: agar| supaya| kepada| pada| ke)?(?: pihak| jajaran)? $")
SO_THAT = re.compile(r"\b(?:agar|supaya)(?: pihak| jajaran)? $")
# "Humas DPRD X", "gedung DPRD Y": of these the council is only the owner.
STAFF_OF = re.compile(
    r"\b(?:[Hh]umas|[Kk]ehumasan|[Pp]rotokol|[Hh]umpro|[Ww]artawan|[Pp]ewarta|[Pp]eliput|[Gg]edung|[Kk]antor|[Rr]uang\w*|[Ss]ekretaris|[Ss]ekwan|Bagian|[Kk]abag|[Kk]as?ubb?ag|[Ss]taf)\b(?: (?:[A-Z][\w-]*|dan|di|peliput|rapat|\d)){0,7} $"
)
# "di Ruang Rapat Sekretariat DPRD X": where, not who.
ROOM_OF = re.compile(
    r"\b(?:[Rr]uang\w*|[Aa]ula|[Gg]edung|[Kk]antor|[Hh]alaman)(?: (?:[A-Z][\w-]*|\d)){0,3} $"
)
# Who is there without a name: "tampak Wali Kota X", "dihadiri Camat Y"; or says something.
ATTENDS = re.compile(
    r"\b(?:di)?hadir|\b(?:menghadirkan|kehadiran|tampak|nampak|terlihat|bersama|didampingi|diikuti|disaksikan|disambut|diterima|mendampingi|mengundang|undangan)\b"
    r"|\b(?:[Mm]enurut|[Kk]ata|[Uu]jar|[Uu]cap|[Tt]utur) $",
    re.I,
)
# "rapat kerja dengan Dinas X dan Pemkot Y"; the other words for being there are those of `is_there`.
AT_MEETING = re.compile(
    r"\b(?:rapat|raker|RDP|audi?ensi|hearing|pertemuan|digelar|diadakan)\b[^.;\n]{0,60}\b(?:bersama|dengan|antara)\b[^.;\n]{0,80}$"
    r"|\b(?:menghadiri|memanggil|panggil)\b[^.;\n]{0,80}$",
    re.I,
)
# "Bagian Hukum Setda Y": a part of the government, as a komisi is one of the council, and not the whole body.
PART_OF_IT = re.compile(r"\b(?:[Bb]agian|Biro)(?: (?:[A-Z][\w-]+|dan|&)){0,6} [A-Z][\w-]+ $")
SECRETARIAT_OF_REGION = re.compile(r"(?:Setda|Sekretariat Daerah)\b")
# "Komisi II dan Pemkot Y menggelar rapat"
BESIDE_COUNCIL = re.compile(r"\b(?:dan|serta|bersama|beserta)(?: jajaran| pihak)? $")
HOLDS_MEETING = re.compile(r"[^.;\n]{0,20}\b(?:menggelar|gelar|mengadakan|melaksanakan|membahas|bahas)\b")
# "Bupati X dan Sekda Y tampak hadir"
IS_THERE = re.compile(
    r"[^.;:\n“”\"]{0,70}?(?<!akan)(?<!bakal)(?<!harus)(?<!tidak)(?<!tak) (?:hadir|tampak|menghadiri|menandatangani|menyambut|membuka|menyampaikan|memaparkan|menjelaskan|mengatakan|menjawab)\b"
)
# "menggandeng unsur TNI dan Polri": who always comes along is named in passing; who visits or meets is not.
FORCES = re.compile(r"\b(TNI|Polri)(?:, | dan | serta |, dan | ?[/-] ?)(?:unsur )?(TNI|Polri)\b")
COME_ALONG = re.compile(r"\b(?:menggandeng|gandeng|unsur|bersama|melibatkan|dibantu|kepada)\b[^.;\n]{0,60}$")
# "jajaran Forkopimda, perwakilan TNI/Polri, pelajar": whoever is invited to every ceremony.
SENT_SOMEBODY = re.compile(r"\bForkopimda\b[^.;\n]{0,60}\bperwakilan (?:dari )?$")
COME_ALONG_BEHIND = re.compile(r" (?:juga |ikut |turut )?(?:dilibatkan|diajak|digandeng)\b")
MEETS = re.compile(r"\b(?:rapat|raker|audi?ensi|pertemuan|kunjungan|hadir|dihadiri)\b", re.I)
# "mewakili Gubernur X": not there; who sends somebody, "mewakili Pemkab X", takes part.
REPRESENTED = re.compile(r"\bmewakili $")
INTENDS = re.compile(rf"\b{INTENDED}\b[^.;\n]{{0,60}}$")
PAPER = re.compile(
    r"\b(?:LKPJ|LKPj|[Pp]eraturan|[Kk]eputusan|SK|[Ss]urat(?: [Ee]daran)?|[Ii]nstruksi|[Ii]stri|[Mm]antan) $"
)


# "Bappeda berubah menjadi Bappelitbang", "gabungan dari Dinas A dan Kantor B": what there is no more.
BECAME = re.compile(
    r",?(?: yang)?(?: sejak[^.,;\n]{3,30})?(?: telah| kini| sudah)? (?:berubah|berganti|bertransformasi)(?: nama)? menjadi\b"
    r"|,? (?:hingga|sampai)(?: akhirnya)? menjadi\b"
)
MADE_OF = re.compile(r"\b(?:gabungan|penggabungan|peleburan)(?: dari| antara)? [^.;:\n]{0,100}$")


@dataclass(frozen=True)
class Told:
    """The text with its sentences and where it quotes somebody."""

    text: str
    sentences: Sentences
    quoted: Collection[Span]


def taking_part(told: Told, bodies: Iterable[Body], posts: list[Post]) -> list[Body]:
    """`posts` are those that nobody who is named holds. Without stations that only somebody's words name, agencies of
    old, army and police in passing, and the one of a council and its secretariat of which only the staff or the rooms
    are told."""
    spoken_of = [
        body
        for body in bodies
        if body.kind != "media" or not all(lies_in(start, told.quoted) for start, _ in body.spans)
    ]
    spoken_of = [body for body in spoken_of if body.kind != "agency" or not _is_no_more(told.text, body)]
    return _without_owners(told, _without_staffs(told, _without_forces(told, spoken_of), posts))


def told_of(told: Told, bodies: Iterable[Body], parties: Collection[str]) -> list[Body]:
    """Without agencies, ministries and governments that only somebody's words name, who are neither of a visit's
    `parties` nor anybody's of the people named."""
    return [
        body
        for body in bodies
        if not (body.kind == "ministry" or (body.kind in SPOKEN_OF and body.region_code))
        or body.name in parties
        or not body.spans
        or not all(
            (lies_in(start, told.quoted) and not MET_WITH.search(told.text, max(0, start - NEAR), start))
            or (body.kind == "ministry" and AFFAIR_OF.search(told.text, max(0, start - 30), start))
            for start, _ in body.spans
        )
    ]


def _is_no_more(text: str, agency: Body) -> bool:
    """True for one of which the text only tells what it has become."""
    return bool(agency.spans) and all(
        BECAME.match(text, end) or MADE_OF.search(text, max(0, start - NEAR), start)
        for start, end in agency.spans
    )


def _without_forces(told: Told, bodies: list[Body]) -> list[Body]:
    """Without army and police where they are only named in one breath as those who come along."""
    along: set[int] = set()
    for match in FORCES.finditer(told.text):
        begin, _ = told.sentences.at(match.start())
        before = told.text[max(begin, match.start() - NEAR) : match.start()]
        along_behind = COME_ALONG_BEHIND.match(told.text, match.end())
        listed = SENT_SOMEBODY.search(before)
        if listed or (
            (COME_ALONG.search(before) or along_behind)
            and not MEETS.search(before)
            and not is_there(told, match.start())
        ):
            along |= {match.start(1), match.start(2)}
    return [body for body in bodies if not body.spans or not all(start in along for start, _ in body.spans)]


def _without_staffs(told: Told, bodies: list[Body], posts: list[Post]) -> list[Body]:
    """Without a secretariat that stands in posts of nobody named or as the place alone, where its council is named
    too."""
    names = {body.name for body in bodies}
    offices = [(post.start, post.end) for post in posts]
    acting = {
        body.name
        for body in bodies
        for start, _ in body.spans
        if not (lies_in(start, offices) or ROOM_OF.search(told.text, max(0, start - NEAR), start))
    }
    return [
        body
        for body in bodies
        if body.name in acting or not is_secretariat(body.name) or council_of(body.name) not in names
    ]


def _without_owners(told: Told, bodies: list[Body]) -> list[Body]:
    """Without a council whose building, press room or staff alone is told of, where its secretariat takes part."""
    names = {body.name for body in bodies}
    alone = {council_of(name) for name in names if is_secretariat(name)} & names
    acting = {
        body.name
        for body in bodies
        for start, _ in body.spans
        if body.name in alone and not STAFF_OF.search(told.text, max(0, start - NEAR), start)
    }
    return [body for body in bodies if body.name not in alone - acting]


def at_meeting(
    told: Told, bodies: Iterable[Body], bodies_of_people: Collection[str], title_end: int
) -> list[Body]:
    """Without governments that a meeting of the council only speaks of: none of their people is named, and none of
    their mentions says that they came, or stands in the headline, up to `title_end`. `bodies_of_people` are those of
    the people named."""
    came = {
        body.name
        for body in bodies
        for span in body.spans
        if body.kind == "regional_government" and (span[0] < title_end or _came(told, span))
    }
    return [
        body
        for body in bodies
        if body.kind != "regional_government" or body.name in came or body.name in bodies_of_people
    ]


def _came(told: Told, span: Span) -> bool:
    """True where the words beside this mention say that its people were at the meeting."""
    start, end = span
    before = told.text[max(0, start - NEAR) : start]
    is_part = SECRETARIAT_OF_REGION.match(told.text, start) and PART_OF_IT.search(before)
    if is_part or lies_in(start, told.quoted):
        return False
    jointly = BESIDE_COUNCIL.search(before) and HOLDS_MEETING.match(told.text, end)
    return bool(AT_MEETING.search(before) or jointly or is_there(told, start))


def is_there(told: Told, position: int) -> bool:
    """True for who stands here without a name and is told of as being there or as saying something."""
    begin, _ = told.sentences.at(position)
    before = told.text[max(begin, position - NEAR) : position]
    acts = IS_THERE.match(told.text, position) and not ASKED.search(before) and not SO_THAT.search(before)
    attends = ATTENDS.search(before)
    represented = REPRESENTED.search(before) and not told.text.startswith("Pem", position)
    if not (acts or attends) or represented or PAPER.search(before) or lies_in(position, told.quoted):
        return False
    return not INTENDS.search(before[: attends.start()] if attends and not acts else before)
