"""The words that tell of a visit: who comes, who goes where, who receives, who leads."""

import re

from .council_words import KOMISI_NUMBERED, NUMBER, STANDING_SHORT
from .lexicon import ABBREVIATING_STOP, any_of, lines_of, of_folded

VISITING = any_of(lines_of("visiting_verbs.txt"))
VISITED = any_of(lines_of("visited_verbs.txt"))
# "bertamu ke": nobody does so but a guest.
CALLING = any_of(lines_of("calling_words.txt"))
JOURNEY = f"{CALLING}|{any_of(lines_of('journey_words.txt'))}"
STUDY = any_of(lines_of("study_words.txt"))
STUDY_VISIT = r"(?:(?:studi|study|kaji) (?:banding|tiru|komparatif|komparasi|referensi)|stuban)"
PUPILS = r"(?:siswa|siswi|murid|anak-anak (?:TK|PAUD|SD)|pelajar|mahasiswa|mahasiswi|santri|taruna)"
# Up to the sentence's end, which the full stop of "Kab." is not.
ON = rf"(?:[^.\n]|{ABBREVIATING_STOP})"
# The house where a body sits; who goes there goes to the body.
HOUSE = r"(?:(?:balai(?= kota\b)|balaikota|pendopo|kantor|gedung|ruang rapat|ruang kerja|sekretariat|kompleks|markas|kampus)(?: (?:wakil rakyat|dewan))? |(?:Direktorat Jenderal|Ditjen|Dirjen)(?: \w+){1,8}? (?=Kemen))?"
# A part of a council by its name, before the council's: "Bapemperda", "Badan Musyawarah (Banmus)".
UNIT = rf"(?:Badan [A-Z]\w+(?: [A-Z]\w+){{0,2}}(?: \([A-Za-z]{{2,12}}\))?|Panitia Khusus|Pansus(?: \w{{1,4}})?|Komisi \w{{1,4}}|{STANDING_SHORT}|BK)"
GUEST_NOUN = (
    rf"(?:kunjungan|kunker|kuker|rombongan|delegasi|{STUDY_VISIT}|lawatan|muhibah|audi?ensi|kedatangan|silaturahmi|tamu)"
    rf"(?: (?:kerja|{KOMISI_NUMBERED}|Pansus \d+|gabungan|komisi|studi|banding|tiru|komparatif|komparasi|belajar|edukasi|silaturahmi|resmi|dari|para|pimpinan|dan|beserta"
    r"|anggota|jajaran|rombongan|tamu|sejumlah|puluhan|belasan|ratusan|legislator|wakil rakyat|dewan|pegawai|staf|wartawan|guru|dosen|siswa|siswi|pelajar|mahasiswa|perwakilan|unsur|ketua|wakil ketua))*"
)
# "Badan Eksekutif Mahasiswa Universitas X" comes as its university.
STUDENTS = r"(?:Badan (?:Eksekutif|Perwakilan)|Majelis|Dewan|Himpunan|Ikatan|Aliansi|Keluarga) Mahasiswa(?: (?!Uni)[A-Z]\w+){0,3}"
VISIT_OF = re.compile(
    rf"\b(?i:{GUEST_NOUN}|(?<!melakukan )(?<!komunikasi dan )audi?ensi (?:dengan|bersama))(?: ?(?:[A-Z]{{3,6}}|{UNIT}|Fakultas(?: [A-Z]\w+){{1,4}}|{STUDENTS}))? $"
)
# "Sesudah rombongan X, giliran Y": on another day.
CAME_EARLIER = re.compile(r"\b(?:[Ss]esudah|[Ss]etelah|[Ss]ebelumnya,?|[Ss]elain)(?: \w+){0,2} ?$")
# "kunjungan kerja dari dua daerah, yakni Kabupaten A": guests of whom only the region is told.
GUESTS_FROM = of_folded(
    rf"\b(?:{GUEST_NOUN}|(?:sejumlah|para|beberapa|puluhan|belasan|\d{{1,3}}) (?:anggota|pimpinan) (?:DPRD|dewan)(?: \(\w+\))?(?= asal | dari ))(?: \(\w+\) anggota)? (?:(?:DPRD|dewan) (?=(?:dari |asal )?(?:dua|tiga|empat|lima|enam|\d)))?(?:dari |asal )?(?:(?:dua|tiga|empat|lima|enam|\d{{1,2}}|sejumlah|beberapa) (?:daerah|kabupaten(?:/kota)?|kota|wilayah)(?: \w+)?,? (?:(?:yakni|yaitu|masing[- ]masing|antara lain|di antaranya):? )?)?(?:dari )?(?=(?:Kota|Kabupaten|Kab\.|Provinsi) [A-Z])",
)
# "ada dua rombongan tamu, DPRD A dan DPRD B"
COUNTED_GUESTS = re.compile(
    r"\b(?-i:Masing)[- ]masing(?: (?:anggota|pimpinan|rombongan|dari))* $|\b[Yy]ang (?:datang|hadir|berkunjung|bertandang|bertamu)(?: \w+){0,4}?\.? (?:masing[- ]masing|yakni|yaitu|adalah|ialah|antara lain|di ?antaranya):? $"
    r"|\b(?i:ke(?:duanya|tiganya|empatnya|limanya))(?: itu| adalah)?,? $"
    r"|\b(?i:ke(?:dua|tiga|empat|lima|enam)) (?:sekolah|kampus|rombongan|dewan|DPRD|daerah|kabupaten|kota|lembaga|tamu)(?: \w+){0,2},? (?:yakni|yaitu|adalah|ialah|masing[- ]masing):? $"
    r"|\b(?:dua|tiga|empat|lima|enam|\d{1,2}) (?:rombongan|delegasi|tamu|daerah|lembaga|dewan|kabupaten|kota)(?: (?:tamu|sekaligus|kunjungan|kerja|dari luar|yang datang))*(?:, ?| )(?:(?:yakni|yaitu|masing[- ]masing|antara lain|di antaranya):? ?)?(?:dari )?$",
    re.I,
)
_WARMLY = r"(?: (?:langsung|baik|hangat|ramah|gembira|antusias|resmi|secara (?:resmi|langsung|hangat|kekeluargaan)|dengan (?:\w+ )?(?:baik|hangat|ramah|antusias|gembira|terbuka|sukacita|senang hati|akrab)|penuh (?:keakraban|kehangatan|kekeluargaan)))*"
RECEIVED_BY = of_folded(
    rf"\b(?:di ?terima|disambut|ditemui(?! (?:di|usai|seusai|setelah|selepas|saat|ketika|wartawan|awak|media)\b)|dijamu|disapa){_WARMLY}(?:,)?(?: oleh)?(?: pihak| jajaran)? ",
)
# Whoever is said to come, and not a paper or a wish, is a guest where somebody receives.
CAME = of_folded(
    rf"\b(?:rombongan(?:nya)?|delegasi|kunjungan|kunker|lawatan|tamu|kedatangan|kehadiran|bertandang|bertamu|beserta jajaran|para {PUPILS}|{PUPILS})\b",
)
# "Rombongan yang berjumlah 14 orang itu diterima": of whom the sentence before tells.
THOSE_WHO_CAME = re.compile(
    r"\b(?:[Kk]unjungan|[Kk]edatangan|[Kk]ehadiran|[Rr]ombongan|[Tt]amu|[Mm]ereka|(?:[Pp]ara|[Kk]etiga|[Kk]edua) (?:siswa|pelajar|mahasiswa|tamu|rombongan))\b"
)
GUESTS_OF_NO_NAME = re.compile(
    r"(?:tamu|rombongan|delegasi|sejumlah|beberapa|pemerintah daerah lain|wakil rakyat|(?:anggota )?dewan|legislator|daerah lain)\b"
)
GUESTS_CAME = rf"\b(?:kedatangan|kehadiran) (?:(?:\d+|puluhan|belasan|ratusan|sejumlah|para) )?(?:tamu|rombongan|delegasi|legislator|wakil rakyat|wartawan|{PUPILS})\b"
_RECEIVE = r"\b(?:menerima|terima|menyambut|sambut|menjamu)"
RECEIVES = of_folded(
    rf"{_RECEIVE}(?: (?:langsung|secara resmi|hangat))?(?: \w+)? (?:{GUEST_NOUN}|(?:para )?{PUPILS}\b)"
    rf"|{_RECEIVE}(?: (?:jajaran|pimpinan|perwakilan|(?:para )?anggota))+ (?=(?:sekretariat (?:dprd|dewan)|setwan|dprd|pansus|komisi {NUMBER} dprd)\b)"
    rf"|{GUESTS_CAME}(?: dari)?"
)
# What one has to do some other day.
ANOTHER_DAY = of_folded(r"\b(?:harus|mesti|wajib|kerap|sering|pernah|biasa|selalu|kerap kali) $")
# "Usai menerima kunjungan X pada tahun lalu, Y membalasnya": of another year.
LONG_AGO = of_folded(
    r"(?:(?!\b(?:untuk|guna|terkait|tentang|soal|mengenai|membahas|perihal|realisasi|capaian|serapan|evaluasi)\b)[^.,\n]){0,70}\b(?:tahun|bulan)\b(?: \d{4})? (?:yang )?(?:lalu|silam|sebelumnya)\b"
)
# Who sits in with the hosts: "menerima audiensi warga bersama Dinas A".
ALONGSIDE = of_folded(r"\b(?:bersama|didampingi|mendampingi|dihadiri|turut hadir|menghadirkan)\b")
# "DPRD X (Y) bersama jajaran Dinas Z": what stands between who goes somewhere and who comes along.
ALONG_WITH = r"(?: \([^()\n]{2,30}\))?,? (?:bersama(?:-sama)?|beserta|didampingi)(?: dengan)?(?: pihak| jajaran| perwakilan)? "
# "Terima Audiensi PWI, Ketua DPRD X": who acts in the next clause did not come.
NEXT_CLAUSE = re.compile(r"[A-Z][^,\n]*, $")
AT_HOUSE = re.compile(rf"\b(?:di|ke) {HOUSE}$", re.I)
_TO_COME = r"(?<!nanti )(?<!segera )(?<!membalas )(?<!bila )(?<!kalau )(?<!jika )"
GOES_TO = of_folded(
    rf"{_TO_COME}\b(?:{JOURNEY})\b(?:{ON}{{0,80}}?|{ON}{{0,160}}?, )(?<!kembali )(?<!pulang )(?<!balik )\bke {HOUSE}"
)
ARRIVES = of_folded(rf"\b(?:tiba|datang|sampai)(?: (?:langsung|pula|juga))? di {HOUSE}")
VISITS = of_folded(rf"{_TO_COME}(?<!akan )(?<!segera )(?<!bakal )\b(?:{VISITING}) {HOUSE}")
IS_VISITED = re.compile(
    rf"\b(?:menjadi|jadi) (?:tujuan|sasaran|lokasi|lokus) (?:{STUDY_VISIT}|kunjungan(?: kerja)?|kunker)(?: \(\w+\))?(?: (?:dari|para|pimpinan|anggota|rombongan|Komisi \w{{1,3}}))* (?=(?-i:[A-Z])|(?:pemerintah |dewan )?daerah lain|sejumlah|beberapa)|\b(?:menarik|mencuri|mengundang) (?:perhatian|minat)(?: dari)? |\b(?:menjadi|jadi) (?:tujuan|sasaran|lokus|rujukan)\b{ON}{{0,60}}?\b(?:oleh|bagi) |(?<!akan )(?<!segera )(?<!bakal )\b(?:{VISITED})(?: (?:langsung|oleh|para|puluhan|belasan|ratusan|sejumlah|rombongan|delegasi|pimpinan|anggota|{PUPILS}|dari|\d+))* ",
    re.I,
)
OF_JOURNEY = re.compile(rf"\b(?:tujuan|sasaran|lokasi|lokus) (?:{STUDY_VISIT}|kunjungan|kunker)", re.I)
# Goals that are no one body: nobody is thought of as host.
ANYWHERE = re.compile(
    r"\bke (?:luar (?:kota|daerah|provinsi|negeri)|(?:sejumlah|beberapa|dua|tiga|empat|lima|\d) (?:kota|daerah|kabupaten|provinsi))\b",
    re.I,
)
# "studi tiru di DPRD X", "menggelar ‘sekolah sehari’ (belajar di luar kelas) di DPRD X"
STUDIES_AT = re.compile(
    rf"\b(?:{STUDY})\b[’'”\"]?(?: \([^()\n]{{2,40}}\))?(?: [\w-]+){{0,6}}? di {HOUSE}"
    rf"|\b{PUPILS}\b[^.\n]{{0,60}}? belajar(?: [\w-]+){{0,6}}? di {HOUSE}"
    r"|\bbelajar(?: [\w-]+){1,6}? di (?=(?-i:Pem(?:erintah|kot|kab|prov)|DPR[DK]|Dinas|Sekretariat|Setwan)\b)",
    re.I,
)
# "kali ini tujuannya DPRD X", "memilih DPRD X sebagai lokus"
AIMS_AT = of_folded(
    rf"\b(?:(?:tujuannya|bertujuan|(?:dengan|yang menjadi|menjadi) tujuan)(?: (?:kali ini|adalah|ialah|yakni|yaitu|ke))*|giliran|berlabuh (?:di|ke)|memilih) {HOUSE}",
)
# "ke Pemkot A (anggota Komisi I)": who went there, not another goal.
OPENS_BRACKET = re.compile(r" \((?:[\w-]+ ){0,3}")
# What follows a region that is one of several guests or goals.
GOES_ON = re.compile(
    rf"(?: \([^()\n]{{2,40}}\))?(?: (?:{any_of(lines_of('countries.txt'))}))?"
    rf"(?:,? (?:dan|serta|hingga|maupun) (?:ke |dari )?[A-Z]|, (?:(?:ke |dari )?(?:(?:Komisi|Pansus|{STANDING_SHORT})\b[^,.]{{0,20}} )?)"
    r"(?:Kota|Kabupaten|Kab\.|Provinsi|DPR|Pem|Dinas|Dis[a-z]{3}|Badan|Sekretariat|Setwan|S[DM]|MTs|MA\b|Universitas|Institut|Politeknik|UIN))"
)
CHOSEN = re.compile(
    rf"[^.\n]{{0,40}}\b(?:(?:sebagai|menjadi|jadi) (?:\w+ )?(?:tujuan|lokus|lokasi|tempat|rujukan)|{VISITED})\b",
    re.I,
)
BETWEEN = re.compile(
    rf"(?: \([^()\n]{{2,40}}\))?(?: [A-Z][a-z]+|, [A-Z][a-z]+(?: [A-Z][a-z]+)?(?=,? (?:dan|serta) ))?(?:,|,? (?:dan|serta|hingga|maupun)) (?:(?:dari )?{UNIT}(?: dan \w{{1,4}})? )?"
)
# "ke Pemkot A (anggota Komisi I) dan ke Pemkot B"
ONWARD_TO = re.compile(r"(?: \([^()\n]{2,60}\))?(?:,| dan|, dan| serta|, serta) ke ")
# "ke Kota A (Provinsi B) dan Kabupaten C"
FURTHER_PLACE = re.compile(
    r"(?: \([^()\n]{2,40}\)|,? Provinsi [A-Z]\w+(?: [A-Z]\w+)?)?(?:,| dan|, dan| serta|, serta) (?:ke )?(?=(?:Kota|Kabupaten|Kab\.|Provinsi) ?[A-Z])"
)
# Of those who came, counted before, the last may be named without its level: "Kabupaten A dan B".
PLAIN_FURTHER = re.compile(rf"{FURTHER_PLACE.pattern}|(?:,|,? dan) (?=[A-Z])")
# A journey whose goal is no one body: "melakukan kunjungan kerja ke sejumlah daerah".
TRAVELS = of_folded(
    rf"\b(?:melakukan|lakukan|melaksanakan|menggelar|gelar|mengadakan|menjalani|melanjutkan)(?: [\w-]+){{0,3}}? (?:kunjungan kerja|kunker|lawatan|{STUDY_VISIT})\b(?! lapangan)"
    rf"|\b(?:bertolak|berangkat|pergi|bepergian|terbang|bertandang)\b{ON}{{0,90}}?\b(?:dalam rangka|untuk|guna)(?: melakukan)? (?:kunjungan kerja|kunker|lawatan|{STUDY_VISIT})\b"
    rf"|\b(?:kunjungan kerja|kunker|lawatan|{STUDY_VISIT})(?: \(\w+\))? ke (?:luar (?:kota|daerah|provinsi|negeri)|(?:sejumlah|beberapa|dua|tiga|empat|lima|\d) (?:kota|daerah|kabupaten|provinsi))\b"
)
# "Mahasiswa X melaksanakan audiensi dengan DPRD Y": who comes to be heard where.
HEARD_AT = of_folded(
    rf"\b(?:(?:melakukan|lakukan|melaksanakan|menggelar|gelar|mengadakan) (?:audi?ensi|silaturahmi|kunjungan|konsultasi)|beraudi?ensi|berkonsultasi)\b{ON}{{0,60}}?\b(?:di|dengan|bersama|ke) {HOUSE}",
)
# "Komisi lain melakukan kaji banding ke Kota X": not this visit.
OF_OTHERS = re.compile(r"\b[Kk]omisi lain(?:nya)? [^.\n]*$")
# The next goal of a journey already told of, or another one: "Selain ke Dinas X, ...".
ONWARD = of_folded(r"\b(?:lanjut|dilanjutkan|(?:me)?lanjutkan perjalanan|bergeser|selain) ke ")
LEADS = r"(?:dipimpin|dikepalai|diketuai?|dikomandoi|dikomandani|dinakhodai|dinahkodai|dimotori|dikoordinatori|digawangi)"
# "Rombongan diketuai Wakil Ketua DPRD X": of whom the guests are.
LED_GUESTS = of_folded(
    rf"\b(?:rombongan|delegasi|lawatan|tamu|mereka)\b{ON}{{0,60}}\b{LEADS}(?: (?:langsung|oleh))* ",
)
