"""Which of the bodies that a release names take part in what it tells of, and which are only spoken of."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from .bodies import Body
from .passages import Span
from .sentences import Sentences

# What stands right before a body that is only spoken of.
ONLY_NAMED = re.compile(
    "|".join(
        (
            # who gets a letter
            r"\b(?:mengembalikan|dikembalikan|bersurat|menyurati|melayangkan surat|mengirim(?:kan)? surat)\b[^.\n]{0,90} (?:pada|kepada|ke) $",
            # with whom something is dealt with elsewhere
            r"\b(?:sedang|tengah|masih|telah|akan) (?:kita |kami )?(?:dibahas|bahas|disusun|digodok)\b[^.\n]{0,80} (?:bersama|dengan|dan) $",
            r"\bmenunggu\b[^.,\n]{0,40} (?:dari|oleh) $",
            # who is known to have done something
            r"\b(?:[Dd]ari|[Bb]erdasarkan|[Mm]enurut|[Mm]engutip) (?:informasi|kabar|berita|data)\b[^.\n]{0,60}, $",
        )
    )
)
# Who is asked for something: of whom the lead asks, the release is about.
ASKED = re.compile(
    r"\b(?:(?:men)?dorong|(?:me)?minta|(?:men)?desak|menuntut|mengimbau|mengharapkan|berharap|menyarankan|mengingatkan)(?: agar| supaya| kepada| pada)?(?: pihak)? $"
)
# Whose something is: said of a government it tells of no event, said of an agency it may be the host's.
OWNER = re.compile(r"\b(?:milik|kepunyaan|dimiliki(?: oleh)?|aset|lahan|tanah) $")
# "antar-OPD di Pemkot X": whose offices they are, unless these came.
ITS_OFFICES = re.compile(
    r"\b(?:OPD|SKPD|ASN|PNS|pegawai|instansi|jajaran)(?: terkait| teknis)? di(?: lingkungan)? $"
)
CAME = re.compile(r"\b(?:di)?hadir|\b(?:bersama|diikuti|didampingi|mengundang)\b", re.I)


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
    part = {
        body.name for body in mentions if any(not _is_only_named(told, body, span) for span in body.spans)
    }
    return [body for body in mentions if body.name in part or body.name in sure or not body.spans]


def _is_only_named(told: Told, body: Body, span: Span) -> bool:
    begin, _ = told.sentences.at(span[0])
    before = told.text[max(begin, span[0] - 140) : span[0]]
    if body.kind == "media":
        # A station of which somebody speaks is no party to the event.
        return any(start <= span[0] < stop for start, stop in told.quoted)
    if body.kind == "regional_government" and OWNER.search(before):
        return True
    if span[0] > told.lead_end and ASKED.search(before):
        return True
    return bool(ONLY_NAMED.search(before) or (ITS_OFFICES.search(before) and not CAME.search(before)))
