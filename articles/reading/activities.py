"""What kind of event a release tells of, by its words."""

import re

KINDS = (
    (
        "kunjungan pelajar",
        re.compile(r"\bkunjungan (?:pelajar|siswa|mahasiswa|para siswa|edukasi)|\bwisata politik\b", re.I),
    ),
    ("studi banding", re.compile(r"\bstud[iy] banding\b|\b(?:stuban|kaji banding)\b", re.I)),
    ("studi tiru", re.compile(r"\bstudi tiru\b", re.I)),
    ("studi komparatif", re.compile(r"\bstudi kompara(?:tif|si)\b", re.I)),
    (
        "kunjungan kerja",
        re.compile(
            r"\bkunjungan(?: kerja)?\b|\b(?:mengunjungi|kunjungi|menyambangi|(?:bertandang|berkunjung) ke)\b|\bkun?ker\b|\blawatan\b",
            re.I,
        ),
    ),
    ("audiensi", re.compile(r"\b(?:ber)?audiensi\b", re.I)),
    ("konsultasi", re.compile(r"\b(?:ber)?konsultasi\b", re.I)),
    (
        "koordinasi",
        re.compile(r"\bkunjungan koordinasi\b|\b(?:melakukan|lakukan|melaksanakan) koordinasi ke\b", re.I),
    ),
)
# A visit told of without the word for its kind.
DELEGATION = re.compile(
    r"\b(?:menerima|terima|sambut)\b[^.\n]{0,40}\b(?:rombongan|delegasi)\b|\b(?:rombongan|delegasi)\b[^.\n]{0,80}\b(?:diterima|bertolak|bertandang|tiba)\b|\bkedatangan (?:tamu|rombongan)\b",
    re.I,
)
# Guests were received, though who they are is not to be told: a delegation from abroad.
WELCOMED = re.compile(
    r"\b(?:menerima|terima|menyambut|sambut)(?: \w+)? (?:kunjungan|kunker|rombongan|delegasi)\b", re.I
)
FIELD = re.compile(
    r"\b(?:(?:meninjau|tinjau(?:an)?|peninjauan)(?! (?:kinerja|ulang|kembali|program|capaian|pelaksanaan|realisasi|dari|dokumen|draf|raperda|perda)\b)|(?:meninjau|tinjau|peninjauan) (?:program|pelaksanaan|realisasi)\b[^.\n]{0,90} di (?:desa|kelurahan|kecamatan|kampung|jalan|jl|pasar|RW|RT|lokasi|kawasan)\b|(?:mengecek|memantau|meninjau) langsung|sidak|inspeksi mendadak|(?:kunjungan|monitoring|pemantauan) lapangan|turun (?:langsung )?ke lapangan|turun langsung ke)\b",
    re.I,
)
PLENARY = re.compile(
    r"(?<!ruang rapat )(?<!ruang sidang )(?<!ruang )(?<!gedung )(?<!graha )\bparipurna\b", re.I
)
# Another day's: "sebelum rapat paripurna pekan depan".
PLENARY_AFTER = re.compile(
    r"\b(?:sebelum|menjelang|menuju|hingga|sampai|akan|bakal|segera)\b[^.\n]{0,40}$", re.I
)
PLENARY_TO_COME = re.compile(
    r"[^.\n]{0,50}\b(?:mendatang|selanjutnya|berikutnya|pekan depan|minggu depan)\b", re.I
)
HEARING = re.compile(
    r"(?<!ruang )\b(?:rapat (?:kerja|konsultasi|pimpinan|bamus|banmus|banggar|bapemperda|dengar pendapat|koordinasi|evaluasi|pembahasan|pansus|komisi|internal|gabungan|harmonisasi)|raker|rdp|menggelar rapat|gelar rapat)\b",
    re.I,
)
# A meeting told of without the word for its kind.
SESSION = re.compile(
    r"\brapat (?:ini |itu |tersebut )?(?:dipimpin(?! (?:langsung )?(?:oleh )?(?:pj\.? )?(?:wali ?kota|bupati|gubernur|sekda))|digelar|berlangsung|dihadiri|dibuka|dilaksanakan)\b|\b(?:usai|melakukan|menggelar|gelar|mengadakan|memimpin|dalam|hasil) rapat\b(?! paripurna)|\bkomisi [ivx\da-e]{1,3}\b[^.\n]{0,60}"
    r"(?:\b(?:membahas|bahas|evaluasi|mengevaluasi)\b[^.\n]{0,120}\b(?:bersama|dengan)\b|\b(?:bersama|dengan)\b[^.\n]{0,120}\b(?:membahas|bahas)\b)",
    re.I,
)
# Where the words were said that the lead tells of: "kata A saat rapat kerja bersama Dinas X, membahas Y".
SAID_AT = re.compile(
    r"\b(?:saat|ketika|dalam|usai|pada|di sela(?:-sela)?)(?: memimpin| mengikuti| menghadiri)? (?:rapat (?:kerja|koordinasi|evaluasi|konsultasi|dengar pendapat|pembahasan|pansus|komisi|gabungan)|raker|rdp)\b(?:(?: \w+){0,4} (?:bersama|dengan) (?-i:[A-Z])|[^.\n]{0,120}\b(?:membahas|pembahasan)\b)",
    re.I,
)
TALK = re.compile(
    r"\b(?:talk ?show|bincang|siniar|podcast|dialog interaktif|ngobar"
    r"|narasumber (?:dalam|di|pada) (?:acara|program) (?-i:[A-Z])(?!osialisasi|eminar|orkshop|elatihan|iskusi|usrenbang|ocus|imbingan|apat)\w+|(?:narasumber|wawancara|program|acara|siaran)\b[^.\n]{0,60}\b(?:radio|tv|tvri|rri|prfm))\b",
    re.I,
)
# Another's meeting that somebody was at: "menghadiri Rapat Evaluasi X yang diselenggarakan Dinas Y".
GUEST_AT = re.compile(
    r"\b(?:menghadiri|hadiri)\b[^.\n]{0,60}\brapat (?:koordinasi|evaluasi|pembahasan)\b", re.I
)
# Only meant to be seen: "akan meninjau lapangan".
PLANNED = re.compile(r"\b(?:akan|segera|berencana|rencana|bakal)\b[^.\n]{0,40}$", re.I)
HEARD = re.compile(
    r"\b(?:menerima|terima|audiensi)\b[^.\n]{0,30}\b(?:audiensi|audensi|keluhan|pengaduan)\b|\bberaudiensi\b|\b(?:untuk|guna) audiensi\b|\baudiensi(?: [a-z]+)? (?:dengan|bersama|dari|warga|para|perwakilan|(?-i:[A-Z]))",
    re.I,
)


def activity_of(text: str, head_end: int, may_be_visit: bool = True) -> str:
    """The kind of event by its words, those in headline, caption and lead counting most; a visit is "visit".

    `may_be_visit`: False once no two sides were found.
    """
    head = text[:head_end]
    scores = {
        "plenary": 4 * _plenaries(head) + 1.5 * _plenaries(text),
        "hearing": 3 * _count(HEARING, head) + _count(HEARING, text),
        "talkshow": 4 * _count(TALK, head) + 1.5 * _count(TALK, text),
        "field_inspection": 4 * _inspections(head) + _inspections(text),
        "visit": 0.0,
    }
    if not scores["plenary"]:
        scores["hearing"] += 3 * _count(SESSION, head)
    scores["hearing"] += 1.5 * bool(SAID_AT.search(text))
    scores["visit"] += 3 * _count(DELEGATION, head)
    for _, pattern in KINDS:
        scores["visit"] += 3 * _count(pattern, head) + 0.8 * _count(pattern, text)
    if re.search(r"\bkunjungan lapangan\b", head, re.I):
        # Its other names in the text, "kunker" and the like, mean the same inspection.
        scores["visit"] = scores["visit"] / 2 - 4
    scores["hearing"] -= 4 * _count(GUEST_AT, head)
    if not may_be_visit:
        # Citizens without a body to name were heard all the same.
        scores["hearing"] += 3 * _count(HEARD, head)
        scores["visit"] = 0
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] >= 1.5 else "other"


def _count(pattern: re.Pattern[str], text: str) -> float:
    return min(4, sum(1 for _ in pattern.finditer(text)))


def _inspections(text: str) -> float:
    return min(
        4, sum(not PLANNED.search(text, max(0, m.start() - 60), m.start()) for m in FIELD.finditer(text))
    )


def _plenaries(text: str) -> float:
    return min(
        4,
        sum(
            not (
                PLENARY_AFTER.search(text, max(0, match.start() - 50), match.start())
                or PLENARY_TO_COME.match(text, match.end())
            )
            for match in PLENARY.finditer(text)
        ),
    )
