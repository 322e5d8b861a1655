"""Which of the bodies that a release names take part in what it tells of, and which are only spoken of.

Grammar tells. Whoever acts, or stands behind "bersama", "dihadiri", "menghadirkan", is there. Whoever is addressed
("kepada X", "meminta X"), is to do or get something one day ("akan mengundang X", "harus dievaluasi X"), owns what is
spoken of, or comes up in somebody's quoted words only, is not. A body takes part if it does at any of its mentions,
and one whose named official is in the text always does.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from .bodies import Body
from .passages import Span, lies_in
from .sentences import Sentences

# How far before a body its verb may stand, in characters.
NEAR = 170
INTENDED = r"(?:akan|bakal|hendak|ingin|berencana|rencananya|dijadwalkan|direncanakan|diagendakan|menjadwalkan|mengagendakan|segera|nantinya|menyanggupi|berjanji|berniat|bermaksud|siap|perlu|harus|wajib|mesti|bisa|dapat|agar|supaya|sebelum|belum|pernah|sudah dua kali|jangan)"
ASKS = (
    r"(?:(?:men|di)?dorong|(?:me|di)?minta|(?:men|di)?desak|(?:men|di)?tuntut|meng?himbau|menghimbau|(?:meng)?imbau|mengharap(?:kan)?|berharap|(?:men)?yarankan|menyarankan"
    r"|mengingatkan|ingatkan|mengajak|ajak|menugaskan|memerintahkan|menginstruksikan|menegur|menyentil|menyoroti|soroti|mengkritik|kritik|menyindir|mengecam|menunggu|tunggu|menyalahkan|menagih|tagih)"
)
DEALS_WITH = (
    r"(?:membicarakan|bicarakan|membahas|bahas|dibahas|berkoordinasi|koordinasi|dikoordinasikan|mengoordinasikan|mengkoordinasikan|berkomunikasi|komunikasi|berkonsultasi|konsultasi|dikonsultasikan"
    r"|bekerja sama|kerja sama|bekerjasama|kerjasama|bersinergi|sinergi|duduk bersama|rapat|berembuk|menanyakan|mengecek|cek|mengusulkan|diusulkan|menyampaikan|disampaikan|memanggil|dipanggil|bertemu|mengundang|diundang|berdiskusi|menggandeng)"
)
SUMMONS = r"(?:(?:me)?manggil|panggil|(?:meng)?undang|(?:meng)?hadirkan|(?:men)?yurati|surati|menemui|temui|mendatangi|datangi|mengunjungi|(?:me)?libatkan|melibatkan|(?:meng)?gandeng|(?:meng)?ajak|meminta|minta|mendudukkan|bersurat ke|menegur)"
PAST = r"(?:dibahas|bahas|disusun|digodok|dirapatkan|dibicarakan|dikaji)"
BY_OR_WITH = r"(?:bersama(?:-sama)?|dengan|dan|ke|kepada|oleh|dari|pada|melalui|lewat|antara|antar)(?: pihak| jajaran| para)?"
# Who gets a letter.
LETTER = re.compile(
    r"\b(?:mengembalikan|dikembalikan|bersurat|menyurati|melayangkan surat|berkirim surat|mengirim(?:kan)? surat)\b[^.\n]{0,90} (?:pada|kepada|ke) $"
)
# What stands right before a body that is only spoken of.
ONLY_NAMED = re.compile(
    "|".join(
        (
            LETTER.pattern,
            # who gets a notice
            r"\b(?:mengirim(?:kan)?|dikirim(?:kan)?|mengajukan|diajukan|melapor(?:kan)?|dilaporkan|diserahkan|mengadu(?:kan)?|diteruskan|memberitahu(?:kan)?|diberitahukan)\b[^.\n]{0,90} (?:pada|kepada|ke)(?: pihak)? $",
            # with whom something is dealt with elsewhere
            rf"\b(?:sedang|tengah|masih|telah|akan|sudah|pernah) (?:kita |kami )?{PAST}\b[^.\n]{{0,80}} (?:bersama|dengan|dan) $",
            r"\b(?:sudah|pernah)(?: \w+){0,2} masuk (?:dalam |ke )?(?:rapat|pembahasan)[^.,\n]{0,40} (?:bersama|dengan) $",
            r"\bmenunggu\b[^.,\n]{0,60} (?:dari|oleh)(?: pihak)? $",
            # who is known to have done something
            r"\b(?:[Dd]ari|[Bb]erdasarkan|[Mm]enurut|[Mm]engutip) (?:informasi|kabar|berita|data)\b[^.\n]{0,60}, $",
            # with whom somebody spoke at another time, where citizens may turn, whom others are to act through
            r"\b(?:sudah|telah|pernah)(?: \w+)? (?:berkomunikasi|komunikasi|berkoordinasi|koordinasi|menyurati|bersurat|memanggil|meminta|menghubungi)\b[^.;\n]{0,60} (?:dengan|ke|kepada)(?: pihak)? $",
            r"\b(?:bisa|dapat|harus|wajib|silakan)\b[^.,;\n]{0,50} (?:di|ke|melalui|lewat|pada)(?: kantor)? $",
            rf"\b{ASKS}\b[^.;,\n]{{0,60}} (?:melalui|lewat) $",
            # what will happen with somebody, or must
            rf"\b{INTENDED}(?: [\w-]+){{0,3}}? {DEALS_WITH}\b[^.;\n]{{0,90}} {BY_OR_WITH} $",
            rf"\b{INTENDED}(?: [\w-]+){{0,5}}? {SUMMONS}(?: [\w-]+){{0,5}} $",
            rf"\b(?!pernah|sudah){INTENDED}(?: \w+)? di[a-z]{{3,15}}(?: lebih dulu| dulu)?(?: oleh)?(?: pihak)? $",
        )
    ),
    re.I,
)
# Who is addressed: "melaporkan lowongan kepada Dinas X"; who is thanked may well be there.
TO = re.compile(r"\bkepada(?: pihak| jajaran| petugas)?(?: [^.,\n]{0,45}, (?:yaitu|yakni))? $")
THANKED = re.compile(
    r"\b(?:(?:ber)?terima ?kasih|apresiasi\w*|penghargaan|selamat|menyerahkan|bertanya)\b[^.\n]{0,60}$",
    re.I,
)
# Who is judged, not met: "menyayangkan sikap Dinas X".
JUDGED = re.compile(
    r"\b(?:menyayangkan|menyesalkan|menilai|menyebut(?:kan)?|mempertanyakan|mencontohkan|menyinggung|menyoroti|soroti|mengkritisi|mengkritik|mengawasi|membandingkan)(?: (?:kinerja|sikap|langkah|peran|kebijakan|upaya|lambannya|lemahnya|program|anggaran|pelayanan))?(?: dari| pihak)? $"
)
# Who is asked for something: of whom the lead asks, the release is about, if it is a government.
ASKED = re.compile(rf"(?<!yang )\b{ASKS}(?: agar| supaya| kepada| pada| ke)?(?: pihak| jajaran)? $")
SO_THAT = re.compile(r"\b(?:agar|supaya)(?: pihak| jajaran)? $")
# Whose something is: said of a government it tells of no event, said of an agency it may be the host's.
# Of whom something else is awaited: "hasil evaluasi dari Pemprov X".
OWNER = re.compile(
    r"\b(?:milik|kepunyaan|dimiliki(?: oleh)?|aset|lahan|tanah) $|\b(?:evaluasi|fasilitasi|persetujuan|rekomendasi|izin|bantuan|hibah|surat)(?: \w+)? dari $"
)
BELOW = re.compile(
    r"\b(?:di bawah|dibawah|kewenangan|wewenang|ranah|tanggung jawab|tugas|tupoksi|urusan|dikelola|kebijakan|binaan|data|laporan|temuan|audit|survei|riset|penelitian|kajian|edaran|aturan|peraturan|keputusan|program|bantuan|dana|alumni|lulusan|arahan|berdasarkan|sesuai|merujuk|mengacu|mengutip)"
    r"(?: naungan| pengelolaan| koordinasi| pembinaan| aturan| dari| pada| oleh| milik)? $",
    re.I,
)
# A ministry that the text only cites: "menurut Kemenkeu".
CITED = re.compile(r"\b(?:menurut|kata|versi|milik|aset|berasal dari|bersumber dari) $", re.I)
CITED_KINDS = frozenset({"ministry", "other"})
# "antar-OPD di Pemkot X": whose offices they are, unless these came.
ITS_OFFICES = re.compile(
    r"\b(?:OPD|SKPD|ASN|PNS|pegawai|instansi|jajaran)(?: terkait| teknis)? di(?: lingkungan)? $"
)
CAME = re.compile(
    r"\b(?:di)?hadir|\b(?:bersama|diikuti|didampingi|mengundang|menghadirkan|melibatkan|mitra)\b", re.I
)
# Behind a body: what will be done with it or asked of it, or what it will do.
TO_BE = re.compile(
    r"(?: ?\([^()\n]{1,30}\))?,?(?: \w+)?(?: juga| pun| sendiri| nanti| nantinya)? (?:akan|bakal|perlu|harus|diminta|didorong|didesak|diimbau|diharapkan|diingatkan|wajib)(?: juga| pula)? (?:di[a-z]{4,}|untuk|agar|lebih|segera)\b"
)
WILL = re.compile(r"(?: ?\([^()\n]{1,30}\))?,?(?: yang)? (?:akan|bakal|hendak|berencana)\b")
# What is said of these in a quotation, of what others are to do for them, may tell of the event.
WHOLE = frozenset({"council", "regional_government"})
# "Humas DPRD X", "gedung DPRD Y": of these the council is only the owner.
STAFF_OF = re.compile(
    r"\b(?:[Hh]umas|[Kk]ehumasan|[Pp]rotokol|[Hh]umpro|[Ww]artawan|[Pp]ewarta|[Pp]eliput|[Gg]edung|[Kk]antor|[Rr]uang\w*|[Ss]ekretaris|[Ss]ekwan|Bagian|[Kk]abag|[Kk]as?ubb?ag|[Ss]taf)\b(?: (?:[A-Z][\w-]*|dan|di|peliput|rapat|\d)){0,7} $"
)
# Between bodies that stand in one list.
LISTED = re.compile(
    r"(?: ?\([^()\n]{1,40}\))?(?:,? (?:dan|serta|maupun|atau|juga)(?: juga)?|,)(?: pihak| perwakilan| kepala)? "
)
# Who is there without a name: "tampak Wali Kota X", "dihadiri Camat Y"; or says something.
ATTENDS = re.compile(
    r"\b(?:di)?hadir|\b(?:menghadirkan|tampak|nampak|terlihat|bersama|didampingi|diikuti|disaksikan|disambut|diterima|mendampingi|mengundang|undangan)\b"
    r"|\b(?:[Mm]enurut|[Kk]ata|[Uu]jar|[Uu]cap|[Tt]utur) $",
    re.I,
)
# "Bupati X dan Sekda Y tampak hadir"
IS_THERE = re.compile(
    r"[^.;:\n“”\"]{0,70}?(?<!akan)(?<!bakal)(?<!harus)(?<!tidak)(?<!tak) (?:hadir|tampak|menghadiri|menandatangani|menyambut|membuka|menyampaikan|memaparkan|menjelaskan|mengatakan|menjawab)\b"
)
INTENDS = re.compile(rf"\b{INTENDED}\b[^.;\n]{{0,60}}$")
PAPER = re.compile(
    r"\b(?:LKPJ|LKPj|[Pp]eraturan|[Kk]eputusan|SK|[Ss]urat(?: [Ee]daran)?|[Ii]nstruksi|[Ii]stri|[Mm]antan) $"
)


@dataclass(frozen=True)
class Told:
    """The text with its sentences, where its lead ends and where it quotes somebody."""

    text: str
    sentences: Sentences
    lead_end: int
    quoted: Collection[Span]


def taking_part(told: Told, bodies: Iterable[Body], sure: Collection[str]) -> list[Body]:
    """Without the bodies that are only spoken of wherever they are named; those in `sure` take part for other reasons."""
    mentions = list(bodies)
    part: set[str] = set()
    head, end = 0, -1
    for body, span in sorted(((b, span) for b in mentions for span in b.spans), key=lambda pair: pair[1]):
        if end < 0 or not LISTED.fullmatch(told.text, end, span[0]):
            head = span[0]
        end = span[1]
        if body.name not in part and not _is_only_named(told, body, span, head):
            part.add(body.name)
    told_of = [body for body in mentions if body.name in part or body.name in sure or not body.spans]
    return _without_owners(told, told_of)


def _without_owners(told: Told, bodies: list[Body]) -> list[Body]:
    """Without a council whose building, press room or staff alone is told of, where its secretariat takes part."""
    names = {body.name for body in bodies}
    alone = {name.removeprefix("Sekretariat ") for name in names if name.startswith("Sekretariat ")} & names
    acting = {
        body.name
        for body in bodies
        for start, _ in body.spans
        if body.name in alone and not STAFF_OF.search(told.text, max(0, start - NEAR), start)
    }
    return [body for body in bodies if body.name not in alone - acting]


def is_there(told: Told, position: int) -> bool:
    """True for who stands here without a name and is told of as being there or as saying something."""
    begin, _ = told.sentences.at(position)
    before = told.text[max(begin, position - NEAR) : position]
    acts = IS_THERE.match(told.text, position) and not ASKED.search(before) and not SO_THAT.search(before)
    attends = ATTENDS.search(before)
    if not (acts or attends) or PAPER.search(before) or lies_in(position, told.quoted):
        return False
    return not INTENDS.search(before[: attends.start()] if attends and not acts else before)


def _is_only_named(told: Told, body: Body, span: Span, head: int) -> bool:
    """Told by the words before the list that the body stands in, which begins at `head`, and by those behind it."""
    begin, _ = told.sentences.at(head)
    before = told.text[max(begin, head - NEAR) : head]
    in_quote = lies_in(span[0], told.quoted)
    if body.kind == "media":
        # A station of which somebody speaks is no party to the event.
        return in_quote
    if in_quote and body.kind not in WHOLE and not CAME.search(before):
        return True
    if (span[0] > told.lead_end or body.kind not in WHOLE) and ASKED.search(before):
        return True
    if body.kind == "council":
        # To whom citizens turn, those hear them.
        return bool(LETTER.search(before))
    if ONLY_NAMED.search(before) or (ITS_OFFICES.search(before) and not CAME.search(before)):
        return True
    if body.kind in WHOLE:
        return body.kind == "regional_government" and bool(OWNER.search(before))
    cited = body.kind in CITED_KINDS and CITED.search(before)
    return (
        bool(cited or JUDGED.search(before)) or _is_addressed(before) or _is_to_act(told.text, body, span[1])
    )


def _is_addressed(before: str) -> bool:
    """True for who gets to hear something, or in whose hands something lies."""
    to = TO.search(before) and not THANKED.search(before)
    return bool(to or SO_THAT.search(before) or BELOW.search(before))


def _is_to_act(text: str, body: Body, end: int) -> bool:
    """True where the words behind say what is still to come of it."""
    will = body.kind in ("secretariat", "community") and WILL.match(text, end)
    return bool(will or TO_BE.match(text, end))
