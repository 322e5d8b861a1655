"""The words that posts open with, "Kepala", "Wakil Ketua", "Kasi", and what sort of post each is."""

import re

from ..language.council_words import KOMISI_NUMBERED, STANDING_SHORT
from ..language.lexicon import any_of, lines_of
from ..language.post_slips import DEPUTY_SLIP, HEAD_SLIP
from ..tables import Level

ACTING = r"(?:(?:Pj|Pjs|Plt|Plh|PJ|PLT)\.? ?|(?<!\w)(?:plt|plh|pjs?)\.? (?=[A-Z])|(?:(?:Penjabat|Pejabat)(?: Sementara)|Penjabat|Pelaksana (?:Tugas|Harian)) (?:\(P(?:js?|lt|lh)\.?\) )?|(?:[Cc]alon|[Mm]antan|[Ee]ks) )?"
# Heads that are put together of several words; single ones stand in the data.
CHIEF = rf"(?:(?:Wakil|{DEPUTY_SLIP}) )?(?:Wali ?[Kk]ota|Bupati|Gubernur|Menteri|Presiden)|Wamen[a-z]*|(?:[Ww]akil )?(?:wali ?kota|bupati|gubernur)(?= [A-Z]| (?:(?:provinsi|kota|kabupaten) )?setempat,? [A-Z])"
OF_OFFICE = (
    r"(?:Wakil )?[Kk]epala(?: Sub\.)?(?= [A-Z])(?! (?:Daerah|Negara)\b)"
    r"|[Kk]a(?:dis[a-z]*|din(?:kes|sos|dik)|sudin|bid|bag|subbag|subag|subdit|subbid|subid|sub|biro|ro(?= (?:Adpim|Adm|Umum|Hukum|Organisasi|Pemerintahan|Kesra|Ekonomi|Perekonomian|Humas|Protokol|Pemotda|Otda|SDM|Ops|Log)\b)|ban|sie?|satpol|polres(?:tabes|ta)?|polsek|polda|jari|jati)\b(?:(?<=b.d|bag|.si|sie)\.(?= [A-Z]))?"
    r"|(?!(?:Menurut|Kata|Ujar|Hadir|Selain|Sementara|Adapun|Oleh|Dan|Pada) )(?:[A-Z][a-z]+(?:-[a-z]+)? ){1,6}?Ahli (?:Pertama|Muda|Madya|Utama)"
    r"|[Ss]ub(?:bid|id)\b(?= [A-Z])|P(?:lt|lh|j|js)\.?(?= (?:Dinas|Badan|Inspektorat|Bagian|Bidang|Kantor|Satpol|Dis[a-z]{3,}|Ba[pk][a-z]{3,})\b)"
)
OF_COUNCIL = (
    rf"(?<!Dewan )(?<!Komunikasi )(?:[Ww]akil )?Pimpinan(?: Sementara)?|[Ww]akil pimpinan|pimpinan(?= (?:{KOMISI_NUMBERED}|Pansus \d{{1,2}}) [A-Z])"
    rf"|[Ww]akil(?= (?:Komisi|Fraksi|Pansus|{STANDING_SHORT}|Badan (?:Musyawarah|Anggaran|Kehormatan|Pembentukan)|DPRD|I{{1,3}} DPRD)\b)|[Ww]akilnya(?= [A-Z])|[Pp]erson[ie]l(?= (?:Komisi|Pansus|Fraksi) [A-Z\d])"
    rf"|(?i:(?:(?:(?:wakil|{DEPUTY_SLIP}) )?(?:ketua|sekretaris)|anggota)(?:nya)?)(?: (?:Umum|Harian|[Ss]ementara))?"
)
ELSEWHERE = (
    rf"perwakilan(?=(?: dari)? (?:DPRD|Komisi|Fraksi|Pansus|{STANDING_SHORT}|Dinas|Badan|Inspektorat|Bagian|Bidang|Biro|Sekretariat|Setwan) [A-Z]|(?: dari)? (?:[A-Z]{{2,6}}|Di[ns][a-z]{{3,}}|Ba[pk][a-z]{{3,}}),? [A-Z])|pejabat(?= (?:Sekretariat|Setwan|Dinas|Badan) [A-Z])|[Jj]uru [Bb]icaranya"
    r"|(?<=selaku )[a-z]+(?: [a-z]+){0,3} ahli (?:pertama|muda|madya|utama)"
    r"|[Gg]uru(?: [A-Z][A-Za-z]+){0,3}?(?= S(?:D|M[PAK])N?\b| M(?:TS|Ts|A|I)\b)|[Pp]engelola(?=, [A-Z])"
)
# "Perwakilan Warga X, Dewi"
OF_CITIZENS = r"[Pp]erwakilan (?:[Ww]arga|[Mm]asyarakat)(?: [A-Z][a-z]+){1,2}(?=, [A-Z])"
HEAD = re.compile(
    rf"(?<![\w/])(?<![a-z]-)(?P<acting>{ACTING})(?P<head>{OF_CITIZENS}|{CHIEF}|(?:{any_of(lines_of('post_heads_before_names.txt'))})(?=,? (?:(?:yaitu|yakni|antara lain) )?[A-Z])"
    rf"|(?:{any_of(lines_of('post_heads_before_capitals.txt'))})(?= [A-Z])|{any_of(lines_of('post_heads.txt'))}|{OF_OFFICE}|{ELSEWHERE}|{OF_COUNCIL}|(?:[Ww]akil )?(?:{HEAD_SLIP}))(?![\w-])"
)
EXECUTIVE: dict[str, Level] = {
    "wali": "city",
    "walikota": "city",
    "bupati": "regency",
    "gubernur": "province",
    "wagub": "province",
    "wabup": "regency",
    "wawali": "city",
    "wawalkot": "city",
    "walkot": "city",
}
COUNCIL_POSTS = frozenset(
    {
        "ketua",
        "waka",
        "wakil ketua",
        "sekretaris",
        "anggota",
        "pimpinan",
        "pimpinan sementara",
        "sekretaris dewan",
        "sekretaris dprd",
        "sekwan",
    }
)
# "Kepala Bagian (Kabag) Umum", "Wakil Gubernur (Wagub) X": what stands in brackets for the post before it.
SHORT_HEAD = re.compile(
    r"(?i:ka[a-z]{2,}|sek(?:da|wan|dis|jen|cam|lur)|wa[a-z]{2,}|asda|dir(?:jen|ut)|walkot|jubir)"
)
PRESIDING = frozenset(
    {
        "ketua",
        "waka",
        "wakil ketua",
        "sekretaris",
        "bendahara",
        "ketua umum",
        "anggota",
        "pimpinan",
        "koordinator",
    }
)
LOCAL_CHIEFS = {
    "kapolres": "Kepolisian Resor",
    "kapolresta": "Kepolisian Resor Kota",
    "kapolrestabes": "Kepolisian Resor Kota Besar",
    "kapolda": "Kepolisian Daerah",
    "kapolsek": "Kepolisian Sektor",
    "kajari": "Kejaksaan Negeri",
    "kajati": "Kejaksaan Tinggi",
    "dandim": "",
    "danramil": "",
    "danlanal": "",
    "danrem": "",
}
# They stand for their region's government.
STAFF_OF_A_REGION = frozenset({"asisten", "assisten", "asda", "sekda", "sekretaris daerah", "staf ahli"})
SECRETARIES = frozenset({"sekda", "sekretaris daerah"})
LISTED = frozenset(
    {
        "anggota",
        "waka",
        "wakil ketua",
        "pimpinan",
        "wakil pimpinan",
        "perwakilan",
        "pejabat",
        "staf",
        "tim ahli",
        "tenaga ahli",
        "kelompok pakar",
        "tim pakar",
        "juru bicara",
        "pembimbing",
        "pejabat fungsional",
    }
)
# One person in a region holds each, whatever its region.
SOLE_HEADS = frozenset(
    {
        "sekwan",
        "sekda",
        "bupati",
        "gubernur",
        "wali kota",
        "walikota",
        "sekretaris daerah",
        "sekretaris dprd",
        "sekretaris dewan",
    }
)


def level_of(head: str) -> Level | None:
    """The level of region whose head this is: "wakil bupati" of a regency."""
    return EXECUTIVE.get(head.removeprefix("wakil ").split(" ")[0])
