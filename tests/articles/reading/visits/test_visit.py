"""Who came to whom, in the many words that newsrooms have for it."""

import pytest

from articles.reading import Index, Tables, read
from tests.articles.reading.tables import COUNCIL, REGIONS

INDEX = Index(Tables(own=COUNCIL, regions=REGIONS))
GIRI, SUKA, TIRTA = "DPRD Kabupaten Girimukti", "DPRD Kabupaten Sukaraya", "DPRD Kota Tirtasari"
DAY = "Kamis (6/3/2025)"


def parties(text):
    reading = read(text, INDEX).as_dict()
    visit = reading["visit"] or {"hosts": [], "guests": []}
    return sorted(visit["hosts"]), sorted(visit["guests"])


@pytest.mark.parametrize(
    "text",
    [
        f"Komisi II {GIRI} bertamu ke {SUKA}, {DAY}.",
        f"Belasan anggota {GIRI} menyambangi kantor {SUKA}, {DAY}.",
        f"Komisi II {GIRI} singgah ke gedung {SUKA}, {DAY}, untuk bertukar cerita.",
        f"Wakil rakyat dari {GIRI} berguru ke {SUKA}, {DAY}.",
        f"Badan Kehormatan {GIRI} melakukan kaji banding ke {SUKA}, {DAY}.",
        f"Pansus 2 {GIRI} melaksanakan studi tiru di {SUKA}, {DAY}.",
        f"{SUKA} kedatangan tamu dari Badan Musyawarah (Banmus) {GIRI}, {DAY}.",
        f"Giliran {SUKA} disambangi rombongan {GIRI}, {DAY}.",
        f"Anggota {GIRI} meneruskan studi komparasinya, giliran {SUKA} yang disambangi, {DAY}.",
        f"Lawatan {GIRI} kali ini tujuannya {SUKA}, {DAY}.",
        f"{GIRI} memilih {SUKA} sebagai lokus studi banding, {DAY}.",
        f"Tamu dari {GIRI} dijamu {SUKA}, {DAY}. Kedua pihak tukar-menukar plakat.",
        f"Wakil Ketua {GIRI} beserta rombongan diterima oleh Ketua {SUKA}, {DAY}.",
        f"Kedatangan rombongan Badan Anggaran {GIRI} disambut baik Wakil Ketua {SUKA}, {DAY}.",
        f"Sekretaris {SUKA}, Basuki, menyambut hangat kedatangan Badan Musyawarah {GIRI}, {DAY}.",
        f"Basuki dari {SUKA} bercerita seusai menerima kunjungan kerja Bapemperda {GIRI}, {DAY}.",
        f"Rombongan dikomandoi Ketua Komisi I {GIRI}, Sekar, mampir ke {SUKA}, {DAY}.",
        f"{SUKA} menjadi tujuan kunjungan kerja Komisi I {GIRI}, {DAY}.",
        f"Ketua Komisi I {GIRI}, Sekar, dari Partai Amanat Nasional, melakukan kunjungan kerja ke {SUKA}, {DAY}.",
    ],
)
def test_sides_are_found_by_each_word_for_a_visit(text):
    assert parties(text) == ([SUKA], [GIRI])


@pytest.mark.parametrize(
    ("text", "hosts", "guests"),
    [
        (
            f"Pegawai Sekretariat {GIRI} berkunjung ke Sekretariat {SUKA}, {DAY}.",
            [f"Sekretariat {SUKA}"],
            [f"Sekretariat {GIRI}"],
        ),
        (f"{GIRI} mendatangi kantor Wali Kota Tirtasari, {DAY}.", ["Pemerintah Kota Tirtasari"], [GIRI]),
        (
            f"Pemkab dan {GIRI} menyambangi kantor Wali Kota Tirtasari, {DAY}.",
            ["Pemerintah Kota Tirtasari"],
            [GIRI, "Pemerintah Kabupaten Girimukti"],
        ),
        (
            f"{GIRI} berkunjung ke Pemkot Tirtasari (anggota Komisi I) dan ke Pemkab Sukaraya (anggota Komisi II), {DAY}.",
            ["Pemerintah Kabupaten Sukaraya", "Pemerintah Kota Tirtasari"],
            [GIRI],
        ),
        (
            f"Dua rombongan sekaligus, {GIRI} dan {SUKA}, diterima Ketua {TIRTA}, Arumdalu, {DAY}.",
            [TIRTA],
            [GIRI, SUKA],
        ),
        (f"{TIRTA} dikunjungi puluhan siswa SMA Negeri 2 Tirtasari, {DAY}.", [TIRTA], ["SMA Negeri 2 Tirtasari"]),
        (
            f"Pelajar SMP Negeri 4 Tirtasari Sambangi DPRD\n\nTIRTASARI - Pelajar SMP Negeri 4 Tirtasari mengikuti sekolah sehari di {TIRTA}, {DAY}.",
            [TIRTA],
            ["SMP Negeri 4 Tirtasari"],
        ),
        (f"Puluhan pelajar dari enam sekolah menggelar kunjungan ke {TIRTA}, {DAY}.", [TIRTA], []),
        (f"{TIRTA} kedatangan 20 taruna dari seberang, {DAY}.", [TIRTA], []),
        (f"Mahasiswa Universitas Cendekia Rimba beraudiensi dengan {TIRTA}, {DAY}.", [TIRTA], ["Universitas Cendekia Rimba"]),
        (f"{TIRTA} menerima kunjungan kerja {GIRI}, Kota Mekarsari, {DAY}.", [TIRTA], [GIRI]),
        # where they met is no host
        (f"{TIRTA} menerima kunjungan kerja {GIRI} di Dinas Sosial Kota Tirtasari, {DAY}.", [TIRTA], [GIRI]),
        # what somebody must do some other day
        (f'"Saya harus menerima kunjungan {GIRI}," kata Ketua {TIRTA}, Arumdalu, {DAY}.', [], []),
        (f"Ketua {TIRTA} menyambangi korban banjir, {DAY}.", [], []),
        (f"Jumlah kunjungan wisatawan naik, kata Ketua {TIRTA}, Arumdalu, {DAY}. {GIRI} iri.", [], []),
    ],
)  # fmt: skip
def test_sides_are_whole_and_no_others(text, hosts, guests):
    assert parties(text) == (hosts, guests)


@pytest.mark.parametrize(
    ("text", "activity"),
    [
        (f"Komisi III {COUNCIL} melakukan monitoring ke Puskesmas Randu, {DAY}. Rombongan disambut kepalanya, Rini.", "field_inspection"),
        (
            f"Komisi III {COUNCIL} melihat langsung Terminal Cempaka, {DAY}. Rombongan disambut Kepala Dinas Perhubungan Kota Mekarsari, Asep.",
            "field_inspection",
        ),
        (f"Komisi III {COUNCIL} menggelar insfeksi mendadak di Pasar Randu, {DAY}.", "field_inspection"),
        (f"Komisi III {COUNCIL} meninjau SDN 12 Randu, {DAY}. Rombongan diterima Kepala SDN 12 Randu, Yayah.", "field_inspection"),
        (
            f"Komisi II {COUNCIL} menerima audiensi pedagang bersama Dinas Perhubungan Kota Mekarsari dan Kecamatan Randu, {DAY}.",
            "hearing",
        ),
        (f"Ratusan buruh menggeruduk gedung {COUNCIL}, {DAY}. Perwakilan mereka diterima Ketua {COUNCIL}, Wisnu.", "hearing"),
        (f"Puluhan sopir meluruk gedung {COUNCIL}, {DAY}. Dalam audensinya mereka mengeluh.", "hearing"),
        (f"Warga wadul ke {COUNCIL}, {DAY}, soal truk sampah.", "hearing"),
        (f"Sopir akan mendatangi gedung {COUNCIL}. Ketua {COUNCIL} mengaku siap, {DAY}.", "other"),
        (f"{GIRI} menyambangi {COUNCIL}, {DAY}, dan dijamu di ruangan Paripurna.", "visit_incoming"),
        (f"Komisi II {COUNCIL} mengadakan rapat kerja di ruangan Paripurna, {DAY}.", "hearing"),
        (f"Keberangkatan 40 anggota {COUNCIL} ke Tirtasari dipersoalkan warga. Ketua {COUNCIL} membela kunker itu, {DAY}.", "other"),
        (f"Komisi II {COUNCIL} memanggil pengelola pasar untuk membahas sewa, {DAY}.", "hearing"),
        (f"Komisi II {COUNCIL} akan memanggil pengelola pasar untuk membahas sewa, {DAY}.", "other"),
        (f"{COUNCIL} akan menggelar rapat kerja pekan depan. Hal itu dikatakan Laras, {DAY}.", "other"),
        (f"Komisi II {COUNCIL} menggelar hearing dengan pengelola pasar, {DAY}.", "hearing"),
        (f"Komisi II {COUNCIL} turun ke lokasi longsor di Kelurahan Randu, {DAY}.", "field_inspection"),
        (f"Ketua {COUNCIL} menyampaikan itu dalam gelar wicara di Radio Sonata, {DAY}.", "talkshow"),
        (f"Komisi II {TIRTA} mempelajari air minum ke {COUNCIL}. Rombongan diterima Laras, {DAY}.", "visit_incoming"),
        (
            f"{TIRTA} menggelar studi banding ke {COUNCIL}, {DAY}. Mereka menanyakan absensi yang dipakai dalam rapat paripurna.",
            "visit_incoming",
        ),
        (f"Komisi II {COUNCIL} menyorot rumah susun. “Hari ini kami sidak langsung ke sana,” kata Laras, {DAY}.", "field_inspection"),
        (f"Rapat Panitia Khusus {COUNCIL} tetap digelar, {DAY}.", "hearing"),
        (f"Ketua {COUNCIL} mengunjungi lokasi wisata bersama keluarga, {DAY}.", "other"),
        (f"Mahasiswa Universitas Cendekia Rimba diterima Sekretaris {COUNCIL}, Wisnu, {DAY}.", "visit_incoming"),
        (f"Ketua {COUNCIL} menyambut baik rencana Dinas Perhubungan Kota Mekarsari, {DAY}.", "other"),
        (f"{COUNCIL} masih menerima aduan warga soal lampu, {DAY}.", "other"),
        (f"Setwan Tirtasari berkunjung ke {COUNCIL} untuk mempelajari prosedur penerimaan tamu, {DAY}.", "visit_incoming"),
        (f"{GIRI} melakukan kunjungan kerja untuk audiensi dengan kementerian ke luar daerah, {DAY}.", "visit_outgoing"),
        (f"{COUNCIL} membuka layanan kunjungan kerja bagi tamu, {DAY}. Rombongan menulis di buku tamu.", "other"),
        (f"Paguyuban Tirta Progresif mengadakan audiensi dengan {COUNCIL}, {DAY}. Audiensi itu yang kedua.", "hearing"),
        (f"Anggota {COUNCIL} terpikat studio siniar {TIRTA} ketika bertandang ke {TIRTA}, {DAY}.", "visit_outgoing"),
    ],
)  # fmt: skip
def test_visits_are_told_from_inspections_hearings_and_words(text, activity):
    assert read(text, INDEX).as_dict()["activity"] == activity


def test_association_that_the_chair_receives_is_heard():
    told = (
        f"Terima Audiensi PWM, Ketua {COUNCIL} Bicara Terbuka\n\nMEKARSARI - Ketua {COUNCIL}, Gilang Pramudya, menerima audiensi pengurus "
        f"Persatuan Wartawan Mekar (PWM) Kota Mekarsari di Gedung {COUNCIL}, {DAY}."
    )

    assert (read(told, INDEX).activity, read(told, INDEX).visit) == ("hearing", None)


def test_sentence_goes_on_with_those_that_it_counted():
    text = f"{SUKA} menerima kunjungan kerja dari dua dewan. Yakni, Komisi I {GIRI} dan {TIRTA}, {DAY}."

    assert parties(text) == ([SUKA], [GIRI, TIRTA])


@pytest.mark.parametrize(
    ("text", "hosts", "guests"),
    [
        (
            f"{SUKA} menerima kunjungan kerja Komisi I dan II {GIRI} dan Komisi III {TIRTA}, {DAY}.",
            [SUKA],
            [GIRI, TIRTA],
        ),
        (
            f"{SUKA} menerima kunjungan kerja dari dua daerah, yakni Kabupaten Girimukti dan Kota Tirtasari, {DAY}.",
            [SUKA],
            [GIRI, TIRTA],
        ),
        (
            f"{SUKA} menerima kunjungan kerja dua daerah. Yang datang masing-masing {GIRI} dan {TIRTA}, {DAY}.",
            [SUKA],
            [GIRI, TIRTA],
        ),
        (
            f"Komisi II {GIRI} datang jauh-jauh, {DAY}. Rombongan itu diterima Ketua {SUKA}, Basuki.",
            [SUKA],
            [GIRI],
        ),
        (
            f"Kunjungan kerja anggota {GIRI} ke Kabupaten Sukaraya (anggota Komisi I) dan ke Kota Tirtasari (anggota Komisi II) selesai, {DAY}.",
            ["Pemerintah Kabupaten Sukaraya", "Pemerintah Kota Tirtasari"],
            [GIRI],
        ),
        (
            f"Banggar {GIRI} mengadakan kunker ke {SUKA}. Mereka berangkat pagi dan akan kembali ke Kota Tirtasari, {DAY}.",
            [SUKA],
            [GIRI],
        ),
        (
            f"{GIRI} menggali informasi soal sampah ke {SUKA}, {DAY}. Rombongan 15 orang itu diterima Ketua {SUKA}, Basuki.",
            [SUKA],
            [GIRI],
        ),
        (f"Puluhan pelajar SMA Bina Karya belajar demokrasi di Gedung {SUKA}, {DAY}.", [SUKA], ["SMA Bina Karya"]),
        (
            f"Sekretariat dan Forum Wartawan Dewan (FWD) {GIRI} melaksanakan studi banding ke Sekretariat {SUKA}, {DAY}.",
            [f"Sekretariat {SUKA}"],
            [f"Sekretariat {GIRI}", f"Forum Wartawan Dewan {GIRI}"],
        ),
        (
            f"Dinas Sosial Kabupaten Sukaraya menerima kunjungan kerja Komisi II {GIRI}, {DAY}. Pemerintah Kabupaten Sukaraya menyiapkan "
            f"data. Ketua rombongan melakukan kunjungan kerja ke Dinas Sosial Kabupaten Sukaraya.",
            ["Dinas Sosial Kabupaten Sukaraya"],
            [GIRI],
        ),
    ],
)  # fmt: skip
def test_guests_and_hosts_are_found_in_lists_by_region_and_a_sentence_earlier(text, hosts, guests):
    assert parties(text) == (sorted(hosts), sorted(guests))


@pytest.mark.parametrize(
    ("text", "hosts", "guests"),
    [
        (
            f"Ada dua dewan yang bertamu ke {SUKA}. Keduanya adalah {GIRI}, Jawa Barat dan {TIRTA}, Jawa Timur, {DAY}.",
            [SUKA],
            [GIRI, TIRTA],
        ),
        (f"Layanan {SUKA} menarik perhatian {TIRTA} untuk bertamu ke kota itu, {DAY}.", [SUKA], [TIRTA]),
        (
            f"{TIRTA} melakukan kaji banding ke {SUKA}, {DAY}. Komisi lain melakukan kaji banding ke Kota Mekarsari.",
            [SUKA],
            [TIRTA],
        ),
        (
            f"{TIRTA} kaji banding di Kota Mekarsari. {TIRTA} melakukan kaji banding ke Pemerintah Kota Mekarsari, {DAY}. "
            "Rombongan diterima Jamaludin, Kepala Dinas Kesehatan. Ia menjelaskan kerja Dinas Kesehatan Kota Mekarsari.",
            ["Pemerintah Kota Mekarsari"],
            [TIRTA],
        ),
        (f"{TIRTA} studi banding. {TIRTA} belajar pengelolaan arsip di {SUKA}, {DAY}.", [SUKA], [TIRTA]),
        (
            "Kunjungan kerja Wali Kota Tirtasari, Hendra Lim, beserta Kepala Dinas Perhubungan Kota Tirtasari diterima Wali Kota Mekarsari, "
            f"Arga Pinasti, {DAY}.",
            ["Pemerintah Kota Mekarsari"],
            ["Pemerintah Kota Tirtasari"],
        ),
    ],
)
def test_side_is_told_by_further_words_and_by_its_government_alone(text, hosts, guests):
    assert parties(text) == (hosts, guests)


def test_councils_that_only_their_region_names_are_listed_as_bodies():
    text = f"{SUKA} menerima kunjungan kerja dari Kabupaten Girimukti dan Kota Tirtasari, {DAY}."

    assert [body["name"] for body in read(text, INDEX).as_dict()["institutions"]] == [SUKA, GIRI, TIRTA]


@pytest.mark.parametrize(
    ("text", "hosts", "guests"),
    [
        (
            f"Kunker Ke {SUKA}, {GIRI} Pelajari Absensi\n\nAnggota {GIRI} datangi kantor {SUKA} dalam rangka kunjungan kerja, {DAY}.",
            [SUKA],
            [GIRI],
        ),
        (
            f"{GIRI} (Segara Wetan), Kota Tirtasari (Tanah Rempah) dan Kabupaten Mekarsari Barat melakukan kunjungan kerja ke {SUKA}, {DAY}.",
            [SUKA],
            [GIRI, TIRTA, "DPRD Kabupaten Mekarsari Barat"],
        ),
        (f"{SUKA} menjadi tujuan studi banding penataan taman oleh {GIRI}, {DAY}.", [SUKA], [GIRI]),
        (
            f"{SUKA} kedatangan tamu, {DAY}. Sesudah rombongan dari {TIRTA}, giliran rombongan dari {GIRI} yang datang.",
            [SUKA],
            [GIRI],
        ),
        (
            f"Pansus LKPJ Gubernur Nusa Lestari {GIRI} melakukan kunjungan kerja ke {SUKA}, {DAY}.",
            [SUKA],
            [GIRI],
        ),
        (
            f"Puluhan siswa melakukan kunjungan ke gedung {SUKA}, {DAY}. Mereka dari SD Wali Idrisa dan SMP Harapan 16 Mekarsari.",
            [SUKA],
            ["SD Wali Idrisa", "SMP Harapan 16 Mekarsari"],
        ),
        (
            f"{SUKA} menerima kunjungan dari dua daerah sekaligus, {DAY}. Masing-masing anggota {GIRI} dan {TIRTA}.",
            [SUKA],
            [GIRI, TIRTA],
        ),
    ],
)  # fmt: skip
def test_list_of_parties_goes_on_only_where_a_further_one_follows(text, hosts, guests):
    assert parties(text) == (sorted(hosts), sorted(guests))


@pytest.mark.parametrize(
    ("place", "host"),
    [("di Balai Kota", "Pemerintah Kota Tirtasari"), ("di kantornya", "Dinas Sosial Kota Tirtasari")],
)
def test_government_is_host_where_its_agency_receives_in_the_town_hall(place, host):
    text = f"Komisi II {GIRI} melakukan kunjungan kerja ke Kota Tirtasari, {DAY}. Rombongan diterima Kepala Dinas Sosial Kota Tirtasari, Basuki, {place}."

    assert parties(text) == ([host], [GIRI])


@pytest.mark.parametrize(
    ("told", "topics"),
    [
        ("Kedua pihak berdiskusi soal parkir tepi jalan dan terminal.", ["parkir tepi jalan", "terminal"]),
        ("Dalam diskusi tersebut, Endah mengungkapkan, seluruh aduan warga ditampung.", []),
        ("Mereka bertukar pikiran soal pasar tradisional, Rabu (5/3/2025).", ["pasar tradisional"]),
        ("Mereka membahas alur aduan dan Sri Wahyuni menjawab.", []),
    ],
)
def test_list_of_topics_ends_where_the_sentence_goes_on(told, topics):
    text = f"{GIRI} melakukan kunjungan kerja ke {SUKA}, {DAY}. {told}"

    assert read(text, INDEX).as_dict()["visit"]["topics"] == topics


@pytest.mark.parametrize(
    ("told", "purpose"),
    [
        ("Kepala Dinas Gunawan berharap pasar ramai.", None),
        ("Mereka datang dalam rangka kunjungan kerja ke pasar.", None),
        ("Mereka datang guna mempelajari penataan pasar.", "mempelajari penataan pasar"),
    ],
)
def test_purpose_is_told_by_its_own_words(told, purpose):
    text = f"{GIRI} melakukan kunjungan kerja ke {SUKA}, {DAY}. {told}"

    assert read(text, INDEX).as_dict()["visit"]["purpose"] == purpose


@pytest.mark.parametrize(
    ("text", "hosts", "guests"),
    [
        (
            f"Wali Kota Tirtasari, Basuki, bicara soal taman. Hal itu dikatakannya ketika menyambut lawatan komunitas Kawanan, {DAY}.",
            ["Pemerintah Kota Tirtasari"],
            ["Komunitas Kawanan"],
        ),
        (
            f"Pemerintah Kota Tirtasari menerima lawatan mahasiswa dan dosen dari Universitas Cempaka, Universiti Melati (UM) Malaysia, dan "
            f"Kenanga University (KU) Filipina, {DAY}.",
            ["Pemerintah Kota Tirtasari"],
            ["Kenanga University", "Universitas Cempaka", "Universiti Melati"],
        ),
        (
            f"Komisi II {GIRI} mendatangi kantor dinsos kota Tirtasari, {DAY}.",
            ["Dinas Sosial Kota Tirtasari"],
            [GIRI],
        ),
        (
            f"Komisi II {GIRI} melakukan kunjungan kerja ke TPA Sirih Jaya, Kota Tirtasari, {DAY}.",
            ["Pemerintah Kota Tirtasari"],
            [GIRI],
        ),
        (
            f"Pansus 3 {GIRI} melakukan kunjungan kerja ke Direktorat Jenderal Otonomi Daerah Kementerian Dalam Negeri, {DAY}.",
            ["Kementerian Dalam Negeri"],
            [GIRI],
        ),
        (
            f"{SUKA} menerima kunjungan kerja {GIRI}, {DAY}. Sebelumnya, {SUKA} juga menerima kunjungan kerja {TIRTA}.",
            [SUKA],
            [GIRI],
        ),
        (
            f"{GIRI} melawat ke {SUKA}, {DAY}. Mereka berharap tuan rumah tidak terkejut bila singgah ke {GIRI}.",
            [SUKA],
            [GIRI],
        ),
        (
            f"{GIRI} melakukan studi banding ke {SUKA}, {DAY}. “Kami pun kelak belajar ke Kabupaten Girimukti,” kata Ketua {SUKA}, Basuki.",
            [SUKA],
            [GIRI],
        ),
        (
            f"Pemerintah Kota Tirtasari menjadi tujuan kunjungan kerja daerah lain, {DAY}. Sekarang dua daerah bersamaan yang datang ke Kota Hujan. "
            f"Yaitu {GIRI} dan {SUKA}.",
            ["Pemerintah Kota Tirtasari"],
            [GIRI, SUKA],
        ),
        (
            f"{SUKA} dinilai maju. Hal itu dikatakan Basuki saat menerima kunjungan kerja {TIRTA}, {DAY}. {GIRI} lebih maju lagi, begitu pula {GIRI}.",
            [SUKA],
            [TIRTA],
        ),
        (
            f"{GIRI} dipuji Wali Kota Tirtasari, Basuki. Hal itu dikatakannya saat menerima kunjungan kerja {SUKA}, {DAY}.",
            ["Pemerintah Kota Tirtasari"],
            [SUKA],
        ),
        (
            f"Hari itu bagian Protokol Sekretariat Daerah Kota Tirtasari melakukan studi tiru ke {SUKA}, {DAY}.",
            [SUKA],
            ["Pemerintah Kota Tirtasari"],
        ),
        (
            f"{GIRI} mengunjungi {SUKA}, {DAY}. Ketua {SUKA}, Basuki, diajak singgah bila mengunjungi {GIRI}.",
            [SUKA],
            [GIRI],
        ),
        (
            f"Warga senang menyambut lawatan komunitas Kawanan, {DAY}. Wali Kota Tirtasari, Basuki Rahmawan, menyampaikan rencana taman.",
            ["Pemerintah Kota Tirtasari"],
            ["Komunitas Kawanan"],
        ),
        (
            f"Siswa SMA Negeri 3 Tirtasari belajar soal program Pemkot Mekarsari, {DAY}. Kedatangan siswa SMA Negeri 3 Tirtasari ke gedung dewan "
            f"disambut hangat. Mereka bertanya kepada Ketua {COUNCIL}, Basuki.",
            [COUNCIL],
            ["SMA Negeri 3 Tirtasari"],
        ),
        (
            f"{GIRI} melakukan kunjungan kerja ke Sukaraya, Kota Tirtasari dan Kabupaten Lembah Pala, {DAY}.",
            [],
            [GIRI],
        ),
        (
            f"{SUKA} menerima kunjungan kerja {GIRI}, {DAY}. “Pekan depan kami berkunjung ke Kabupaten Girimukti,” kata Ketua {SUKA}, Basuki.",
            [SUKA],
            [GIRI],
        ),
        (
            f"{GIRI} berkunjung ke {SUKA}, {DAY}. “Kami pun kelak belajar ke {GIRI},” kata Ketua {SUKA}, Basuki.",
            [SUKA],
            [GIRI],
        ),
        (
            f"Kunjungan Kerja Tiga Daerah\n\nTiga rombongan DPRD dari tiga daerah yaitu Kota Tirtasari Provinsi Nusa Lestari, Kabupaten Girimukti dan Kota Mekarsari, "
            f"disambut Ketua {SUKA}, Basuki, {DAY}.",
            [SUKA],
            [GIRI, "DPRD Kota Mekarsari", TIRTA],
        ),
        (f"{GIRI} melanjutkan kunjungan ke {SUKA} dari {TIRTA}, {DAY}.", [SUKA], [GIRI]),
        (
            f"{GIRI} melakukan kunjungan kerja ke Kota Tirtasari dan Sukaraya menjadi pilihan lain, {DAY}.",
            ["Pemerintah Kota Tirtasari"],
            [GIRI],
        ),
        (
            f"{SUKA} menerima kunjungan kerja DPRD dari dua daerah, yakni Kota Tirtasari dan Kabupaten Girimukti, {DAY}.",
            [SUKA],
            [GIRI, TIRTA],
        ),
        (
            f"“Hari ini ada kunjungan ke {SUKA} dari {GIRI} dan {TIRTA},” kata Ketua {SUKA}, Basuki, {DAY}. Rombongan terpaksa puas.",
            [SUKA],
            [GIRI, TIRTA],
        ),
        (
            f"Sebanyak 16 anggota Public Accounts Committee (PAC) Malaysia datang dalam kunjungan kerja yang disambut Ketua {SUKA}, {DAY}.",
            [SUKA],
            ["Public Accounts Committee Malaysia"],
        ),
    ],
)  # fmt: skip
def test_guests_from_abroad_groups_agencies_and_journeys_to_a_place(text, hosts, guests):
    assert parties(text) == (hosts, guests)


@pytest.mark.parametrize(
    ("text", "hosts", "guests"),
    [
        (
            f"Sekretaris Komisi I {SUKA}, Basuki, ikut hadir menyambut kunjungan kerja {GIRI}. Rombongan disambut Bupati Sukaraya, Lamakarta, {DAY}.",
            ["Pemerintah Kabupaten Sukaraya"],
            [GIRI],
        ),
        (f"Ketua {SUKA}, Basuki, ikut menyambut kunjungan kerja {GIRI}, {DAY}.", [SUKA], [GIRI]),
        (
            f"{SUKA} menjadi tujuan kunjungan kerja Pemerintah Kota Tirtasari melalui Dinas Sosial Kota Tirtasari, {DAY}.",
            [SUKA],
            ["Dinas Sosial Kota Tirtasari"],
        ),
        (
            f"{SUKA} menerima kunjungan kerja {TIRTA}, {DAY}. Tamu dari Provinsi Tanah Rempah itu diterima Ketua {SUKA}, Basuki.",
            [SUKA],
            [TIRTA],
        ),
        (
            f"Sejumlah anggota dewan asal Provinsi Segara Wetan, Kota Tirtasari dan Kabupaten Girimukti, {DAY}, bertandang dalam rangka kunjungan kerja ke {SUKA}.",
            [SUKA],
            [GIRI, TIRTA, "DPRD Provinsi Segara Wetan"],
        ),
    ],
)  # fmt: skip
def test_hosts_are_not_all_who_greet_and_guests_not_all_places(text, hosts, guests):
    assert parties(text) == (hosts, guests)


@pytest.mark.parametrize("met", ["ketika ditemui di Gedung", "yang ditemui usai rapat di"])
def test_who_is_met_by_the_press_received_nobody(met):
    text = f"{GIRI} melaksanakan kunjungan kerja ke {SUKA}, {DAY}. Hal itu dibenarkan Ketua {GIRI}, Basuki, {met} {GIRI}."

    assert parties(text) == ([SUKA], [GIRI])


@pytest.mark.parametrize(
    ("text", "hosts", "guests"),
    [
        (
            f"{SUKA} menerima kunjungan kerja dari Provinsi Segara Wetan dan {GIRI}, {DAY}.",
            [SUKA],
            [GIRI, "DPRD Provinsi Segara Wetan"],
        ),
        (f"{SUKA} menerima kunjungan kerja dari Kabupaten Girimukti, Segara Wetan, {DAY}.", [SUKA], [GIRI]),
        (
            f"DPRD Provinsi Nusa Lestari menerima kunjungan kerja {TIRTA}, {DAY}. Anggota DPRD asal Kabupaten Sukaraya, Basuki, ikut menyambut.",
            ["DPRD Provinsi Nusa Lestari"],
            [TIRTA],
        ),
    ],
)
def test_province_of_guests_and_home_of_a_member_are_no_further_guests(text, hosts, guests):
    assert parties(text) == (hosts, guests)


def test_society_of_a_campus_is_no_end_of_the_list():
    told = (
        "MEKARSARI - Gedung DPRD Kota Mekarsari menjadi ruang belajar. Puluhan mahasiswa dari Himpunan Mahasiswa Ilmu "
        "Pemerintahan (HIMIP) Universitas Harapan Jaya (UHJ) dan Universitas Wira Gama (UWG) berkunjung untuk mengenal "
        "fungsi dewan. Kedatangan mereka disambut Ketua DPRD Kota Mekarsari, Raka Buana."
    )

    assert read(told, INDEX).visit.guests == ("Universitas Harapan Jaya", "Universitas Wira Gama")


def test_secretariat_of_a_government_is_no_councils():
    told = (
        "TIRTASARI - DPRD Kota Mekarsari melakukan kunjungan kerja ke Sekretariat Daerah Kota Tirtasari, Senin (3/3/2025). "
        "Sekretariat DPRD Kota Mekarsari mencatat hasilnya."
    )
    visit = read(told, INDEX).visit

    assert (visit.hosts, visit.guests) == (("Sekretariat Daerah Kota Tirtasari",), ("DPRD Kota Mekarsari",))


def test_council_that_comes_with_its_staff_is_the_guest():
    told = (
        "Komisi I DPRD Kota Tirtasari bersama tiga pendamping dari Sekretariat DPRD Kota Tirtasari mengunjungi "
        "DPRD Kota Mekarsari, Senin (23/6/2025)."
    )

    assert read(told, INDEX).visit.guests == ("DPRD Kota Tirtasari",)


@pytest.mark.parametrize(
    ("told", "guests"),
    [
        ("tiga DPRD, yaitu DPRD Kota Mekarsari, DPRD Kabupaten Lembah Pala dan DPRD Kabupaten Mekarsari", 3),
        ("DPRD Kota Mekarsari dan DPRD Kabupaten Lembah Pala", 2),
        ("Komisi I DPRD Kota Mekarsari", 1),
        ("oleh rombongan DPRD Kota Mekarsari", 1),
    ],
)
def test_who_makes_a_journey_may_be_told_behind_its_goal(told, guests):
    read_visit = read(
        f"Kunjungan kerja ke DPRD Kota Tirtasari dilakukan {told}, Senin (23/6/2025).", INDEX
    ).visit

    assert (read_visit.hosts, len(read_visit.guests)) == (("DPRD Kota Tirtasari",), guests)


def test_guests_of_another_year_are_not_this_visits():
    told = f"Usai menerima kunjungan kerja {GIRI} pada tahun lalu, {SUKA} berkunjung ke {GIRI}, {DAY}."

    assert parties(told) == ([GIRI], [SUKA])


@pytest.mark.parametrize(
    ("told", "activity"),
    [
        (
            f"Kunjungan kerja Komisi C {GIRI} ke Dinas Sosial Kota Tirtasari, {DAY}. Mereka melihat langsung rumah singgah "
            "dan dapurnya.",
            "visit_outgoing",
        ),
        (
            f"Puluhan anggota {GIRI} datang ke Tirtasari, {DAY}, untuk belajar menata pasar. Mereka ditemui Wali Kota Tirtasari.",
            "visit_outgoing",
        ),
        (f"Anggota {COUNCIL} datang ke Pasar Lama, {DAY}.", "other"),
        (
            f"SUKARAYA - Sekretaris {GIRI} menerima jajaran Sekretariat {TIRTA}.\n\nSekretariat {TIRTA} berkunjung ke {GIRI}, {DAY}.",
            "visit_incoming",
        ),
    ],
)
def test_journey_is_told_by_where_it_goes_and_by_who_receives(told, activity):
    assert read(told, INDEX).activity == activity


def test_journey_is_told_over_the_titles_of_who_leads_it():
    told = (
        "Ketua DPRD Kota Mekarsari menyambut baik kunjungan rombongan Universitas Melati Indah yang dipimpin Wakil Rektor "
        f"Dr. Cukup Wiryani beserta sejumlah pimpinan kampus, ke kantor DPRD Kota Mekarsari, {DAY}."
    )

    assert parties(told) == (["DPRD Kota Mekarsari"], ["Universitas Melati Indah"])


def test_whom_somebody_is_advised_to_talk_to_is_no_guest():
    told = f"{GIRI} menerima kunjungan {SUKA}, {DAY}. Tamu disarankan menjalin komunikasi dan audiensi dengan {TIRTA}."

    assert parties(told) == ([GIRI], [SUKA])


@pytest.mark.parametrize(
    ("told", "hosts", "guests"),
    [
        (
            f"Gedung {COUNCIL} ramai oleh kunjungan para anggota DPRD dari Girimukti dan Kota Tirtasari, Senin (5/5/2025).",
            [COUNCIL],
            ["DPRD Kabupaten Girimukti", "DPRD Kota Tirtasari"],
        ),
        (
            f"Komisi II {COUNCIL} melaksanakan konsultasi kerja dengan Dinas Koperasi Kota Tirtasari, Senin (5/5/2025). Selain ke "
            f"Dinas Koperasi Kota Tirtasari, Komisi II {COUNCIL} juga melakukan studi banding ke DPRD Kabupaten Girimukti.",
            ["DPRD Kabupaten Girimukti", "Dinas Koperasi Kota Tirtasari"],
            [COUNCIL],
        ),
    ],
)
def test_guests_told_from_their_regions_and_goals_told_beside_others(told, hosts, guests):
    visit = read(told, INDEX).as_dict()["visit"]

    assert (sorted(visit["hosts"]), sorted(visit["guests"])) == (hosts, guests)


def test_who_set_out_stands_before_who_came_along():
    told = f"{SUKA} bersama Dinas Kesehatan Kabupaten Sukaraya berkunjung ke {GIRI}, {DAY}."

    assert parties(told) == ([GIRI], [SUKA])
