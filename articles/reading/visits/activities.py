"""What kind of event a release tells of, by its words."""

import re
from collections.abc import Iterator

from ..language.lexicon import any_of, fold, of_folded, word_set
from ..language.marks import QUOTED, VERB_STEMS
from ..language.visit_words import CALLING, GUESTS_CAME, PUPILS, STUDY_VISIT, VISITED, VISITING

KINDS = (
    (
        "kunjungan pelajar",
        re.compile(
            rf"\bkunjungan (?:belajar|pelajar|siswa|mahasiswa|para siswa|edukasi|edukatif)|\bwisata (?:politik|edukasi|edukatif)\b|\b(?:sekolah|belajar) sehari\b|\bouting (?:class|kelas)\b|\bfield trip\b"
            rf"|\b{PUPILS}\b[^.\n]{{0,60}}\b(?:{VISITING})\b(?=[^.\n]{{0,40}}\b(?:DPRD|dewan|parlemen)\b)|\b(?:menerima|terima|menyambut|sambut)(?: \w+)? (?:para )?{PUPILS}\b",
            re.I,
        ),
    ),
    (
        "studi banding",
        re.compile(r"\bstud[iy] banding(?:nya)?\b|\b(?:stuban|kaji banding(?:nya)?|press tour)\b", re.I),
    ),
    ("studi tiru", re.compile(r"\b(?:studi|kaji) tiru(?:nya)?\b", re.I)),
    ("studi komparatif", re.compile(r"\bstudi (?:kompara(?:tif|si)|referensi)(?:nya)?\b", re.I)),
    (
        "kunjungan kerja",
        re.compile(
            rf"\bkunjungan(?: kerja)?(?:nya)?\b|\b(?:{VISITING}|{VISITED}|(?:{CALLING}) (?:ke|di))\b|\bkun?ker\b|\blawatan\b|\bperjalanan dinas ke\b|{GUESTS_CAME}|\bkedatangan (?-i:[A-Z])"
            r"|\b(?:mempelajari|mencari bahan|menempuh perjalanan)\b[^.\n]{0,90}\bke (?:kantor |gedung )?(?-i:DPR[DK]|Pem(?:erintah|kot|kab|prov)|Sekretariat|Setwan)\b"
            r"|\b(?:datang|bersilaturahmi?) ke (?:kantor |gedung )?(?:DPRD|dewan)\b"
            r"|\b(?:datang|bertolak|berangkat|terbang)(?: \w+){0,2} ke (?-i:[A-Z])[^.\n]{0,60}\b(?:belajar|berguru|menimba ilmu|mencari ilmu|mempelajari)\b",
            re.I,
        ),
    ),
    ("audiensi", re.compile(r"\b(?:ber)?audi?ensi\b", re.I)),
    ("konsultasi", re.compile(r"\b(?:ber)?konsultasi\b", re.I)),
    (
        "koordinasi",
        re.compile(r"\bkunjungan koordinasi\b|\b(?:melakukan|lakukan|melaksanakan) koordinasi ke\b", re.I),
    ),
)
# A visit told of without the word for its kind.
DELEGATION = of_folded(
    r"\b(?:menerima|terima|menyambut|sambut)\b[^.\n]{0,40}\b(?:rombongan|delegasi)\b|\b(?:rombongan|delegasi|tamu)\b[^.\n]{0,80}\b(?:diterima|disambut|ditemui|dijamu|bertolak|bertandang|tiba|datang)\b|\bkedatangan (?:pihaknya|mereka|kami|rombongannya|tamu|rombongan)\b|\b(?:menerima|terima|sambut|menyambut) (?:kunjungan )?silaturahmi?\b"
    r"|\b(?:mereka|keduanya|ketiganya) (?:langsung )?(?:diterima|disambut|ditemui) (?:oleh |langsung )*(?=(?:(?:wakil )?ketua|sekretaris|anggota|pimpinan|komisi|kabag|kepala bagian|DPRD)\b)"
    rf"|\b{PUPILS}\b[^.\n]{{0,60}}\b(?:memenuhi|memadati|mengisi|menyerbu)\b[^.\n]{{0,30}}\b(?:gedung|kantor|ruang\w*)\b[^.\n]{{0,30}}\b(?:DPRD|dewan)\b"
    rf"|\b{PUPILS}\b[^.\n]{{0,60}} belajar\b[^.\n]{{0,60}} di (?:gedung|kantor|ruang rapat) (?:DPRD|dewan)\b"
    rf"|\b{PUPILS}\b[^.\n]{{0,60}}\b(?:diterima|disambut|ditemui) (?:oleh |langsung )*(?=(?:(?:wakil )?ketua|sekretaris|anggota|pimpinan|komisi|kabag|kepala bagian|DPRD)\b)"
)
# A delegation of which the head does not tell makes a visit where nothing else is told of.
DELEGATION_LATER = 1.5
# A journey to a body that is named: "Kunjungan kerja Komisi C DPRD X ke Dinas Y"; what they saw there is part of it.
JOURNEY_TO_BODY = re.compile(
    rf"\b(?i:kunjungan kerja|kunker|{STUDY_VISIT})\b[^.\n]{{0,70}}?\bke (?=(?:DPRD?|Pem(?:erintah|kot|kab|prov)|Dinas|Dis[a-z]{{3,}}|Badan|Bappe\w+|Sekretariat|Setwan|Kementerian)\b)"
)
# Guests were received, though who they are is not to be told: a delegation from abroad.
WELCOMED = of_folded(
    rf"\b(?:menerima|terima|menyambut|sambut)(?: \w+)? (?:kunjungan|kunker|rombongan|delegasi|tamu|{STUDY_VISIT}|(?:para )?{PUPILS})\b"
    rf"|\b(?:rombongan|delegasi)\b[^.\n]{{0,30}}\b(?:diterima|disambut|ditemui|dijamu)\b|{GUESTS_CAME}"
    rf"|\b{PUPILS}\b[^.\n]{{0,80}}\b(?:kunjungan ke|{VISITING}|(?:{CALLING}) (?:ke|di))\b"
)
# A journey of which somebody has to give account; nobody travels in such a story.
DISPUTED = of_folded(
    r"\b(?:dituding|dipersoalkan|dipertanyakan|dipermasalahkan|digunjingkan|disoroti?|(?:jadi|menjadi|menuai|tuai|mendapat|banjir) (?:\w+ )?(?:sorotan|kritik(?:an)?|protes|kecaman|polemik)|dikritik|dikecam|kegaduhan"
    r"|klarifikasi|buka suara|angkat bicara|menepis|membantah|bantah)\b|\b(?:kunker|kunjungan(?: kerja)?|lawatan|keberangkatan|perjalanan)\b[^.\n]{0,40}\b(?:dibatalkan|batal)\b(?! (?:bertemu|bersua|terwujud))|\b(?:batal|batalkan|membatalkan) (?:berangkat|bertolak|kunker|kunjungan|lawatan)\b"
)
JOURNEYS = of_folded(
    rf"\b(?:kunker|kunjungan(?: kerja)?|lawatan|keberangkatan|perjalanan dinas|{STUDY_VISIT})\b",
)
RECEPTION = of_folded(r"\b(?:menerima|diterima|disambut|menyambut|ditemui|kedatangan)\b")
FIELD = re.compile(
    r"\b(?:(?:meninjau|tinjau(?:an)?|peninjauan)(?! (?:kinerja|ulang|kembali|program|capaian|pelaksanaan|realisasi|dari|dokumen|draf|raperda|perda)\b)|(?:meninjau|tinjau|peninjauan) (?:program|pelaksanaan|realisasi)\b[^.\n]{0,90} di (?:desa|kelurahan|kecamatan|kampung|jalan|jl|pasar|RW|RT|lokasi|kawasan)\b|(?:mengecek|memantau|meninjau|melihat|menengok|memeriksa) langsung|(?:mengecek|cek|memantau|pantau|melihat|lihat) (?:kondisi|keadaan|kesiapan|progres)(?= (?-i:[A-Z]))|sidak|in[sf]+peksi mendadak|ins[fp]eksi mendadak|(?:kunjungan|monitoring|pemantauan|inspeksi|pengecekan) lapangan|(?:monitoring|pemantauan|inspeksi|pengecekan)(?: dan \w+)?(?: langsung)? ke|(?:melakukan|melaksanakan|mengadakan|menggelar|lakukan|gelar) (?:monitoring|pemantauan|inspeksi|pengecekan)(?! rutin)(?: \w+){0,4} di(?! (?:ruang|gedung|aula|kantor DPRD))|kunjungan (?:itu|ini|tersebut) (?:dilakukan |digelar |dilaksanakan )?(?:untuk|guna|dalam rangka) (?:memastikan|mengecek|memantau)[^.\n]{0,40}\b(?:persiapan|kesiapan|kondisi|pembangunan|pelaksanaan|progres)|turun (?:langsung )?ke (?:lapangan|lokasi)|(?:mendatangi|datangi|mengunjungi|kunjungi|mengecek|cek) (?:langsung )?(?:lokasi|titik)\b(?! (?:wisata|acara))|turun langsung ke)\b",
    re.I,
)
# What is seen on the spot: "mengecek gundukan sampah di Jalan X", "memantau harga bahan pokok di Pasar Y".
SEEN_THERE = re.compile(
    rf"\b(?:meninjau|tinjau|mengecek|cek|memantau|pantau|menengok|memeriksa|menyusuri|pemantauan|pengecekan|monitoring)(?: langsung)? (?!kinerja|program|realisasi|pelaksanaan)[^.\n]{{0,110}}?\bdi (?:kawasan |sekitar |wilayah )?(?:{any_of(word_set('inspected_places.txt'))}|Jalan|Jl|Kelurahan|Kecamatan|Desa|RW|RT|Sungai|Terminal)\b"
    r"|\b(?i:mengecek|cek|meninjau|tinjau|memeriksa|memantau|pantau)(?: langsung)? (?i:stok|persediaan|ketersediaan|harga|pasokan)\b[^.\n]{0,60}?\bdi (?=[A-Z])"
    r"|\b(?i:mengecek|cek|meninjau|tinjau|memeriksa|menengok|melihat)(?: langsung)? (?:(?:sebuah|sejumlah|beberapa|dua|tiga) )?(?:tempat|lokasi|titik|rumah|gundukan|tumpukan|bangunan|proyek|jembatan|tanggul|saluran|drainase|jalan rusak)\b(?! (?:wisata|acara|duka))"
    r"|\b(?i:turun (?:langsung )?(?:mengecek|cek|meninjau|memantau|melihat))\b|\b(?i:(?:di)?datangi (?:secara )?mendadak)\b"
)
PLENARY = of_folded(
    r"(?<!ruang rapat )(?<!ruang sidang )(?<!ruangan rapat )(?<!ruangan sidang )(?<!ruang )(?<!ruangan )(?<!gedung )(?<!graha )(?<!aula )(?<!kursi )(?<!\bke )(?<!\bdi )(?<!\bke rapat )(?<!\bke sidang )\bparipurna\b",
)
# Another day's: "sebelum rapat paripurna pekan depan".
PLENARY_AFTER = of_folded(
    r"\b(?:sebelum|menjelang|menuju|hingga|sampai|akan|bakal|segera|dijadwalkan|diagendakan|nanti|meneruskan|disampaikan dalam)\b[^.\n]{0,60}$",
)
# Where somebody spoke of something else.
SAID_AFTER = of_folded(
    r"\b(?:dikatakan|disampaikan|diungkapkan|kata|ujar|ungkap|jelas|keterangan)\w*\b[^.\n]{0,80}\b(?:usai|seusai|selepas|sehabis|setelah)\b[^.\n]{0,40}$",
)
# "saat dijumpai seusai rapat paripurna": where words to the press were said.
MET_AFTER = of_folded(
    r"\b(?:ditemui|dijumpai|ditanya|dimintai|diwawancarai|dikonfirmasi)\b[^.\n]{0,40}\b(?:usai|seusai|selepas|sehabis|setelah|sesudah)\b[^.\n]{0,30}$",
)
# What the guests asked about: "absensi yang dipakai dalam rapat paripurna".
USED_AT = of_folded(
    r"\b(?:dipakai|digunakan|berlaku|ditampilkan|disiarkan|setiap)(?: (?:dalam|pada|saat|di))?(?: (?:rapat|sidang))? $",
)
PLENARY_TO_COME = of_folded(
    r"[^.\n]{0,50}\b(?:mendatang|selanjutnya|berikutnya|pekan depan|minggu depan)\b",
)
HEARING = of_folded(
    r"(?<!ruang )\b(?:hearing|rapat (?:kerja|(?:pra-?)?finalisasi|konsultasi|pimpinan|bamus|banmus|banggar|bapemperda|panitia khusus|dengar pendapat|koordinasi|evaluasi|pembahasan|pansus|komisi|internal|gabungan|harmonisasi)|raker|rdp|menggelar rapat|gelar rapat|(?:menggelar|gelar) ba[nm]?mus|rapat badan musyawarah|(?:menggelar|gelar|mengadakan|melakukan) (?:ekspose?|FGD|dengar pendapat))\b",
)
# A meeting told of without the word for its kind.
SESSION = of_folded(
    r"\b(?:pokok|bahan|topik|agenda) (?:bahasan|pembahasan|diskusi) komisi [ivx\da-e]{1,3}\b[^.\n]{0,60}\b(?:dengan|bersama)\b|\brapat\b[^.\n]{0,120} yang (?:digelar|diadakan|dilaksanakan|diselenggarakan|dipimpin)(?: oleh)? (?:komisi|pansus|bapemperda|badan (?:musyawarah|anggaran|pembentukan))\b"
    r"|\b(?:dirapatkan|rapat dengan mitra|pimpinan rapat adalah)\b|\brapat (?:ini |itu |tersebut )?(?:dipimpin(?! (?:langsung )?(?:oleh )?(?:pj\.? )?(?:wali ?kota|bupati|gubernur|sekda))|digelar|berlangsung|dihadiri|dibuka|dilaksanakan|membahas)\b|\b(?:(?:se)?usai|melakukan|menggelar|gelar|mengadakan|memimpin|dalam|hasil) rapat\b(?! paripurna)|\bkomisi [ivx\da-e]{1,3}\b[^.\n]{0,60}"
    r"(?:\b(?:membahas|bahas|mengupas|mengulas|evaluasi|mengevaluasi)\b[^.\n]{0,120}\b(?:bersama|dengan)\b|\b(?:bersama|dengan)\b[^.\n]{0,120}\b(?:membahas|bahas|mengupas|mengulas)\b)"
)
# "Pansus DPRD X membahas raperda itu": but not one that is only to do so.
PANSUS_AT_WORK = of_folded(
    r"\b(?:pansus|panitia khusus|bapemperda)\b(?:(?!\b(?:akan|bakal|segera|belum|untuk|pernah|yang|dibentuk)\b)[^.\n]){0,60}\b(?:membahas|bahas|menggodok|godok|dalam pembahasan)\b",
)
# "Raperda yang tengah dibahas Pansus X": for weeks, and on no day in particular.
GOES_ON = of_folded(r"\b(?:tengah|sedang|masih) (?:dibahas|membahas|digodok|menggodok|dalam pembahasan)\b")
# Where councils meet: "membahas X dengan Dinas Y di Ruang Rapat Komisi A".
IN_MEETING_ROOM = of_folded(
    r"\b(?:membahas|bahas|mengulas|mengkaji|mengupas|pembahasan|evaluasi|rapat|raker)\b[^.\n]{0,200}\bdi(?: dalam)? ruang(?:an)?(?: rapat)? (?:komisi(?: [ivx\d]{1,3}| [a-e])?|bapemperda|ba[nm]?mus|banggar|pansus|badan (?:musyawarah|anggaran|pembentukan)|panitia khusus)\b",
)
# An agency that had to come: "memanggil Dinas X untuk membahas Y".
SUMMONED = of_folded(
    r"\b(?:memanggil|panggil)\b[^.\n]{0,80}\b(?:untuk|guna) (?:membahas|meminta|dimintai|mengklarifikasi|klarifikasi|menjelaskan|dengar)\b",
)
# Where the words were said that the lead tells of: "kata A saat rapat kerja bersama Dinas X, membahas Y".
SAID_AT = re.compile(
    r"\b(?:saat|ketika|dalam|usai|pada|di sela(?:-sela)?)(?: memimpin| mengikuti| menghadiri)? (?:rapat (?:kerja|koordinasi|evaluasi|konsultasi|dengar pendapat|pembahasan|pansus|komisi|gabungan)|raker|rdp)\b(?:(?: \w+){0,4} (?:bersama|dengan) (?-i:[A-Z])|[^.\n]{0,120}\b(?:membahas|pembahasan)\b)",
    re.I,
)
TALK = re.compile(
    r"\b(?:talk ?show|gelar wicara|(?<!-)bincang(?!-)|(?<!studio )(?<!ruang )(?:siniar|podcast)|(?:di|dari) studio (?:siniar|podcast)|dialog interaktif|publi[ck] talk|(?-i:[A-Z])[a-z]+ (?-i:Talks?)|(?:dibahas|diskusi|obrolan|perbincangan)\b[^.\n]{0,60}\bdi (?-i:Radio [A-Z])|ngobrol (?:pintar|santai|asyik)|diskusi publik|diskusi (?=[“\"‘])|(?:disiarkan|siaran) langsung\b[^.\n]{0,50}\b(?:youtube|instagram|radio|tv|kanal)|sebagai (?:pembicara|narasumber)(?= (?:dalam|di|pada) (?:acara |program )?[“\"‘])"
    r"|narasumber (?:dalam|di|pada) (?:acara|program) (?-i:[A-Z])(?!osialisasi|embinaan|enyuluhan|enguatan|eminar|orkshop|elatihan|iskusi|usrenbang|ocus|imbingan|apat)\w+|(?:narasumber|wawancara|program|acara|siaran)\b[^.\n]{0,60}\b(?:radio|tv|tvri|rri|\w{1,8}fm))\b",
    re.I,
)
# Where the words were said: "ujar A, pada Talk Show X di Radio Y".
SAID_ON_AIR = of_folded(
    rf"\b(?:{VERB_STEMS}|sampaikan|disampaikan)(?:nya)?\b[^.\n“”\"]{{0,90}}?,? (?:pada|dalam|di|saat|ketika|lewat|melalui)(?: menjadi narasumber| mengisi| acara| program| siaran| gelaran| dalam| pada| di| kegiatan)* (?:talk ?show|gelar wicara|dialog interaktif|public talk|publik talk)\b",
)
# Told by who did so, in a quotation too: "Hari ini kami sidak langsung".
WE_INSPECT = of_folded(
    r"(?<!minta )(?<!agar )(?<!supaya )\bkomisi [a-eivx]{1,3}(?: kembali)? (?:mengecek|meninjau)(?: langsung)? ke lapangan\b|\b(?:hari|pagi|siang|sore|malam|kali) ini,? (?:kami|kita)(?: \w+){0,2}? (?:sidak|meninjau|tinjau|mengecek|cek|turun (?:langsung )?ke (?:lapangan|lokasi))\b",
)
# Another's meeting that somebody was at: "menghadiri Rapat Evaluasi X yang diselenggarakan Dinas Y".
GUEST_AT = of_folded(
    r"\b(?:menghadiri|hadiri)\b[^.\n]{0,60}\brapat (?:koordinasi|evaluasi|pembahasan)\b",
)
# Only meant to be seen: "akan meninjau lapangan".
PLANNED = of_folded(
    r"\b(?:akan|sedianya|semula|segera|berencana|rencana|bakal|bersedia|belum (?:ada|bisa|dapat|akan)|permohonan|usul(?:an)?)\b[^.\n]{0,40}$",
)
# "tunda sidak", "sidak ke X terpaksa ditunda"
CALLED_OFF = of_folded(r"\b(?:menunda|tunda|penundaan|membatalkan|batalkan|urung|batal)(?: \w+)? $")
CALLED_OFF_LATER = of_folded(
    r"[^.\n]{0,140}\b(?:terpaksa|akhirnya|pun|harus) (?:ditunda|dibatalkan|batal)\b",
)
# "Tekankan Pentingnya Kunjungan Lapangan", "bahwa kunjungan lapangan tak terpisahkan dari": the thing itself is spoken of.
SPOKEN_OF = of_folded(r"\b(?:pentingnya|perlunya|manfaat|arti|soal|tentang|menyebut|menilai|menganggap) $")
THAT = of_folded(r"\bbahwa $")
IS_SO = of_folded(r" (?:tak|tidak|merupakan|menjadi|adalah|ialah)\b")
AUDIENCE = r"(?:ber)?audi?ensi(?:nya)?"
CITIZENS = r"(?:warga|penduduk|masyarakat|pedagang|buruh|pekerja|petani|nelayan|sopir|pengemudi|honorer|guru|ormas|LSM|aliansi|forum|paguyuban|serikat|komunitas|massa|pengunjuk rasa|pendemo|demonstran|ojol)"
HEARD = re.compile(
    rf"\b(?:menggelar|melakukan|mengadakan|melaksanakan|memimpin|memfasilitasi) audi?ensi\b|(?<!kami )(?<!kita )\b(?:menerima|terima|menampung|tampung|menyambut|sambut|{AUDIENCE})\b[^.\n]{{0,30}}\b(?:audi?ensi|keluhan|pengaduan)\b|\baudi?ensi (?:itu|ini|tersebut) (?:di[a-z]{{4,}}|berlangsung)\b|\bberaudi?ensi\b|\b(?:untuk|guna|dalam) audi?ensi(?:nya)?\b|\baudi?ensi(?: [a-z]+)? (?:dengan|bersama|dari|warga|para|perwakilan|(?-i:[A-Z]))"
    rf"|\b(?:komisi|dprd|dewan|pansus)\b[^.\n]{{0,40}}(?<!siap )\b(?:menerima|terima|menampung|tampung) aspirasi (?:warga|masyarakat|para)\b"
    rf"|\b(?:meluruk|menggeruduk|geruduk|mengepung|menduduki|ngeluruk|ngluruk|(?:demo|unjuk rasa|aksi damai|aksi massa|berorasi|orasi) (?:di|ke)(?: depan| halaman)?) (?:kantor |gedung |halaman )?(?:DPRD|dewan)\b"
    rf"|\b(?:menemui|temui|bertemu(?: dengan)?(?: para| sejumlah)?(?= perwakilan)|menerima|terima)(?: \d+)?(?: para| perwakilan| puluhan| ratusan| sejumlah)* {CITIZENS}\b|\b{CITIZENS}\b[^.\n]{{0,110}}(?<!akan )(?<!bakal )(?<!hendak )(?<!berencana )(?<!ingin )\b(?:mengadu|wadul|sambat|curhat|datangi|mendatangi) (?:ke )?(?:kantor |gedung )?(?:DPRD|dewan|komisi)\b",
    re.I,
)
# What a member does among citizens, in the words for doing it; "laporan reses" may be read in a session.
OUTREACH = of_folded(
    r"\b(?:melaksanakan|laksanakan|menggelar|gelar|melakukan|lakukan|mengadakan|dalam|saat|pada|usai|dalam kegiatan|masa|agenda|kegiatan) reses\b|\b[Rr]eses (?:masa|itu|tersebut|ini|hari)\b"
    r"|\b(?:sosialisasi|penyebarluasan) (?:perda|peraturan daerah|raperda)\b|\bsosper\b|\bmusrenbang(?:cam|kel)?\b(?! (?:20\d\d|RKPD))"
)
# Citizens who are heard by the council are no guests, whoever else sits in.
CITIZENS_HEARD = of_folded(
    rf"\b(?:menerima|terima|menggelar|gelar|fasilitasi|memfasilitasi)(?: \w+)? (?:audi?ensi|aspirasi|keluhan|aduan|pengaduan)(?: (?:dari|dengan|bersama|para|sejumlah|perwakilan|puluhan|ratusan))* {CITIZENS}\b",
)


def activity_of(text: str, head_end: int, may_be_visit: bool = True) -> str:
    """The kind of event by its words, those in headline, caption and lead counting most; a visit is "visit".

    `may_be_visit`: False once no two sides were found.
    """
    head, folded = text[:head_end], fold(text)
    told, told_first = QUOTED.sub(" ", text), QUOTED.sub(" ", head)
    # What tells capitals apart looks at the text as printed, everything else at these.
    folded_head, folded_told, folded_first = folded[:head_end], fold(told), fold(told_first)
    visit = _visits(text, folded, head_end) if may_be_visit else 0.0
    disputed = (
        DISPUTED.search(folded_head) and JOURNEYS.search(folded_head) and not RECEPTION.search(folded_head)
    )
    scores = {
        "plenary": 0.0
        if disputed
        else 4 * _plenaries(folded_first, visit > 2) + 1.5 * _plenaries(folded_told, visit > 2),
        "hearing": 3 * _without_plans(HEARING, folded_first)
        + _count(HEARING, folded_told)
        - 4 * _count(GUEST_AT, folded_head),
        "talkshow": 4 * _count(TALK, head) + 1.5 * _count(TALK, text) + 6 * bool(SAID_ON_AIR.search(folded)),
        "field_inspection": 4 * _inspections(folded_first, told_first)
        + 1.5 * _inspections(folded_told, told)
        + 3 * _without_plans(SEEN_THERE, folded_first, told_first)
        + 2 * _count(WE_INSPECT, folded),
        "visit": 0.0 if disputed else visit,
    }
    if not visit:
        # Who meets citizens outside the house holds no session, whatever they mean to bring before one.
        scores["other"] = 4 * _count(OUTREACH, folded_head)
    if not scores["plenary"]:
        scores["hearing"] += 3 * _without_plans(SESSION, folded_head)
        scores["hearing"] += 3 * _without_plans(SUMMONED, folded_head)
        at_work = 0 if GOES_ON.search(folded_head) else _without_plans(PANSUS_AT_WORK, folded_first)
        scores["hearing"] += 3 * at_work
    scores["hearing"] += 1.5 * bool(SAID_AT.search(text))
    if not any(scores[name] for name in ("plenary", "visit", "talkshow")):
        scores["hearing"] += 2 * bool(IN_MEETING_ROOM.search(folded_told))
    if not scores["visit"]:
        # Citizens without a body to name were heard all the same.
        scores["hearing"] += 3 * _without_plans(HEARD, folded_head, head)
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] >= 1.5 else "other"


def _visits(text: str, folded: str, head_end: int) -> float:
    score = 3 * _count(DELEGATION, folded[:head_end])
    for _, pattern in KINDS:
        starts = [match.start() for match in pattern.finditer(text)]
        score += 3 * min(4, sum(start < head_end for start in starts)) + 0.8 * min(4, len(starts))
    score += DELEGATION_LATER * bool(DELEGATION.search(folded, head_end))
    score += 5 * bool(JOURNEY_TO_BODY.search(text, 0, head_end))
    if "kunjungan lapangan" in folded[:head_end]:
        # Its other names in the text, "kunker" and the like, mean the same inspection.
        return score / 2 - 4
    return score


def _count(pattern: re.Pattern[str], text: str) -> float:
    return min(4, sum(1 for _ in pattern.finditer(text)))


def _without_plans(pattern: re.Pattern[str], folded: str, printed: str = "") -> float:
    """As `_count`, without what is only meant to be done. A pattern that tells capitals apart is for `printed`."""
    return min(4, sum(1 for _ in _done(pattern, folded, printed)))


def _done(pattern: re.Pattern[str], folded: str, printed: str) -> Iterator[re.Match[str]]:
    found = pattern.finditer(printed or folded)
    return (m for m in found if not PLANNED.search(folded, max(0, m.start() - 60), m.start()))


def _inspections(folded: str, printed: str) -> float:
    """As `_without_plans`; one that was called off took nobody anywhere, while a meeting called off is told of as one."""
    return min(
        4,
        sum(
            not (
                CALLED_OFF.search(folded, max(0, m.start() - 20), m.start())
                or SPOKEN_OF.search(folded, max(0, m.start() - 20), m.start())
                or (THAT.search(folded, max(0, m.start() - 7), m.start()) and IS_SO.match(folded, m.end()))
                or CALLED_OFF_LATER.match(folded, m.end())
            )
            for m in _done(FIELD, folded, printed)
        ),
    )


def _plenaries(text: str, of_visit: bool) -> float:
    """`of_visit`: the text tells of a visit, and may quote what somebody said of it after a session."""
    return min(
        4,
        sum(
            not (
                PLENARY_AFTER.search(text, max(0, match.start() - 50), match.start())
                or PLENARY_TO_COME.match(text, match.end())
                or MET_AFTER.search(text, max(0, match.start() - 110), match.start())
                or (of_visit and SAID_AFTER.search(text, max(0, match.start() - 140), match.start()))
                or (of_visit and USED_AT.search(text, max(0, match.start() - 40), match.start()))
            )
            for match in PLENARY.finditer(text)
        ),
    )
