"""The word banks of the synthetic archive. Every name, place and body in them is made up."""


def _words(text: str) -> list[str]:
    return text.split()


GIVEN_NAMES = _words(
    "Adinda Agra Alvaro Anjani Ardi Arini Bagja Bagus Banyu Bening Cakra Candra Citra Damar Danu Dewita Dhara "
    "Dimas Elang Embun Fajri Galih Gendis Gilang Hanum Hasta Ilham Indah Intan Jagat Jelita Kartika Kirana Laksmi "
    "Langit Lestari Mahesa Mentari Nadira Naraya Nirmala Pandu Prabu Puspa Rahayu Raka Ratna Rengga Rimba Rinjani "
    "Sagara Salma Satria Sekar Senja Surya Tirta Utari Wening Wira Wulan Yudha"
)
FAMILY_NAMES = _words(
    "Adiwangsa Anggakusuma Bentara Cakrabuana Danuatmaja Gandaprawira Hadimulya Jayalaksana Kertabumi "
    "Kusumawijaya Lirabasa Mangkulaya Nataprawira Padmasari Pradiptama Purwakarsa Ranggasena Sastrawinata "
    "Suryamukti Tirtanegara Wanasasmita Wirabrata Wiranatakusumah Yudapranata"
)
FRONT_TITLES = ("", "", "", "", "H.", "Hj.", "Dr.", "Drs.", "Ir.", "dr.")
BACK_TITLES = (
    "",
    "S.H.",
    "S.E.",
    "S.T.",
    "S.Sos.",
    "S.Pd.",
    "S.IP., M.Si.",
    "S.H., M.H.",
    "S.E., M.M.",
    "S.T., M.T.",
)

PLACES = _words(
    "Rancatirta Sukawening Cikembang Margahurip Karangpadma Bojongsari Tegalarum Pasirlaya Cibeureum Sindangraya "
    "Lebakwangi Muarajaya Nagrakembang Cipadma Wanajaya Mekarlaya Tirtamukti Babakansari Gunungwening Ciharuman"
)
BODIES = (
    ("Pemerintah Kabupaten {place}", "regional_government"),
    ("Pemerintah Kota {place}", "regional_government"),
    ("DPRD Kabupaten {place}", "council"),
    ("DPRD Kota {place}", "council"),
    ("Dinas Perhubungan {place}", "agency"),
    ("Dinas Lingkungan Hidup {place}", "agency"),
    ("Dinas Kesehatan {place}", "agency"),
    ("SMA Negeri {place}", "school"),
    ("Universitas {place}", "school"),
    ("Komunitas Warga {place}", "community"),
    ("Perumda {place}", "company"),
    ("Radio Suara {place}", "media"),
)
ROOMS = (
    "Ruang Rapat Paripurna",
    "Ruang Rapat Komisi",
    "Ruang Rapat Badan Musyawarah",
    "Aula Utama",
    "Ruang Tamu",
)
BUILDINGS = ("Gedung Dewan", "Balai Kota", "Gedung Serbaguna", "Kantor Kecamatan", "Pendopo")

# A topic, and three things that can be said to be at stake in it.
TOPICS = (
    (
        "Pengelolaan Sampah",
        "pemilahan sampah dari rumah",
        "kapasitas tempat pengolahan",
        "jadwal pengangkutan",
    ),
    ("Transportasi Publik", "rute angkutan pengumpan", "ketepatan jadwal bus", "halte yang ramah difabel"),
    ("Banjir dan Drainase", "normalisasi saluran", "kolam retensi", "pompa di titik genangan"),
    ("UMKM", "akses permodalan", "pendampingan pelaku usaha", "sertifikasi produk"),
    ("Pariwisata", "promosi kampung wisata", "penataan kawasan", "kalender acara tahunan"),
    ("Kesehatan", "antrean layanan puskesmas", "ketersediaan tenaga medis", "rujukan antarrumah sakit"),
    ("Pendidikan", "daya tampung sekolah", "bantuan siswa rawan putus sekolah", "pemerataan guru"),
    ("Digitalisasi Layanan", "integrasi aplikasi layanan", "keamanan data warga", "literasi digital"),
    ("Ketertiban Umum", "penataan pedagang", "patroli wilayah", "penertiban reklame"),
    ("Perumahan", "perbaikan rumah tidak layak huni", "rusun sewa", "legalitas kawasan permukiman"),
    ("Air Bersih", "kebocoran pipa", "sambungan baru", "tekanan air pada jam sibuk"),
    ("Pendapatan Daerah", "potensi pajak daerah", "digitalisasi retribusi", "kepatuhan wajib pajak"),
    ("Ketahanan Pangan", "cadangan pangan", "pertanian perkotaan", "pasar murah"),
    ("Ruang Terbuka Hijau", "penambahan taman kota", "perawatan pohon tua", "pemanfaatan lahan tidur"),
    ("Ketenagakerjaan", "pelatihan kerja", "bursa kerja", "perlindungan pekerja informal"),
    ("Perlindungan Anak", "kota layak anak", "layanan pengaduan", "pendampingan keluarga"),
    ("Cagar Budaya", "pemugaran bangunan tua", "pendataan cagar budaya", "insentif pemilik bangunan"),
    ("Parkir", "penataan parkir tepi jalan", "parkir nontunai", "kantong parkir"),
    ("Penanggulangan Bencana", "peta rawan bencana", "jalur evakuasi", "kesiapan relawan"),
    ("Anggaran Daerah", "serapan anggaran", "prioritas belanja", "penyusunan rancangan perubahan"),
)

TITLES = (
    "{body} Dorong Perbaikan {topic}",
    "{unit} Bahas {topic} Bersama {body}",
    "Terima {body}, {unit} Berbagi Pengalaman {topic}",
    "{unit} Minta {topic} Jadi Prioritas Tahun {year}",
    "Tinjau {place}, {unit} Soroti {topic}",
    "{topic} Jadi Perhatian dalam Rapat Kerja {unit}",
    "{unit} Serap Masukan {body} soal {topic}",
    "Kunjungi {body}, {unit} Pelajari {topic}",
)
OPENINGS = (
    "{unit} menggelar rapat kerja bersama {body} di {room}, {building}, {date}. Pertemuan itu membahas {issue}.",
    "Rombongan {body} diterima {unit} di {building}, {date}. Kedua pihak bertukar pengalaman tentang {issue}.",
    "{person} bersama jajaran {unit} meninjau kawasan {place}, {date}, untuk melihat langsung {issue}.",
    "Persoalan {issue} kembali dibicarakan {unit} dalam pertemuan dengan {body}, {date}.",
)
STATEMENTS = (
    "Menurut {person}, {issue} perlu ditangani bersama karena menyangkut kebutuhan warga sehari-hari.",
    "Pihak {body} memaparkan capaian dan kendala yang dihadapi sejak tahun lalu, termasuk soal {issue}.",
    "Data yang disampaikan menunjukkan kebutuhan di lapangan masih lebih besar daripada anggaran yang tersedia.",
    "Anggota yang hadir menanyakan target triwulan berikutnya dan cara mengukurnya.",
    "Beberapa wilayah di {place} disebut sudah menunjukkan perbaikan, sementara wilayah lain masih tertinggal.",
    "Rapat sepakat agar laporan tentang {issue} disampaikan secara berkala setiap tiga bulan.",
    "{person} menilai koordinasi antarinstansi menjadi kunci supaya program tidak berjalan sendiri-sendiri.",
    "Warga yang ditemui di lokasi berharap penanganan {issue} tidak berhenti pada rencana.",
    "Dalam paparannya, {body} menyebut ada tiga langkah yang sudah ditempuh dan dua yang masih menunggu regulasi.",
    "Pembahasan akan dilanjutkan pada masa sidang berikutnya dengan mengundang pihak terkait.",
    "Ia menambahkan bahwa pelibatan masyarakat sejak awal membuat program lebih mudah diterima.",
    "Pengalaman {body} dinilai dapat menjadi bahan pembanding, meski kondisi tiap daerah berbeda.",
    "Kunjungan lapangan ke {place} dijadwalkan untuk mencocokkan laporan dengan keadaan sebenarnya.",
    "Sejumlah usulan dicatat sebagai bahan penyusunan program tahun {year}.",
)
QUOTES = (
    "Kami ingin {issue} ditangani dengan jadwal yang jelas, bukan sekadar janji",
    "Yang kami lihat hari ini menjadi bekal untuk membahas {issue} lebih dalam",
    "Kuncinya ada pada kerja sama; {issue} tidak bisa diselesaikan satu instansi saja",
    "Warga menunggu hasil, jadi laporannya harus bisa dibaca siapa saja",
    "Tahun {year} harus ada kemajuan yang bisa diukur",
)
VERBS = ("ujar", "kata", "tutur", "jelas", "ungkap", "tegas")
CLOSINGS = (
    "{person} berharap hasil pertemuan ini segera ditindaklanjuti sehingga manfaatnya dirasakan warga.",
    "Pertemuan ditutup dengan penyerahan bahan paparan dan jadwal tindak lanjut.",
    "Hasil pembahasan akan disampaikan kepada pimpinan sebagai bahan rekomendasi.",
)
PURPOSES = (
    "Bertukar pengalaman tentang {issue}.",
    "Mempelajari {issue} sebagai bahan pembahasan rancangan peraturan daerah.",
    "Koordinasi mengenai {issue}.",
)
