import pytest

from articles.reading.headlines import propose
from articles.reading.people.officials import Person
from articles.reading.visits.visit import Visit

LEAD = "Komisi II DPRD Kota Mekarsari membahas penataan pasar bersama Dinas Pasar."
TITLE = "Komisi II DPRD Kota Mekarsari Membahas Penataan Pasar Bersama Dinas Pasar"


def of_lead(lead):
    return propose(lead, None, [], ())


@pytest.mark.parametrize(
    "dateline",
    [
        "",
        "Mekarsari, KL -||- ",
        "Kabarlembah.com / KOTA MEKARSARI / ",
        "KOTA MEKARSARI, || ",
        "MEKARSARI,KL.ID: ",
        "MEKARSARI, Kabarlembah.Com >> ",
        "Mekarsari, Kabarlembah.com-",
        "MEKARSARI, Kabarlembah.co.id—",
        "KabarLembah.ID, Mekarsari Jabar- ",
        "Kabarlembah.my.id,- MEKARSARI-",
        "MEKARSARI - ",
        "Suara Lembah, Kabupaten Mekarsari Selasa (8/11/2022) – ",
        "[kabarlembah red] ",
        "Mekarsari (LEMBAH) ",
        "MEKARSARI, ",
        "||- ",
        "Selasa (8/11/2022), ",
        "Pada 8 November 2022, ",
    ],
)
def test_no_dateline_opens_a_headline(dateline):
    assert of_lead(dateline + LEAD) == (TITLE,)


@pytest.mark.parametrize(
    ("lead", "title"),
    [
        ("DPRD-Pemkot Mekarsari menyepakati anggaran pasar.", "DPRD-Pemkot Mekarsari Menyepakati Anggaran Pasar"),
        ("Pansus 8 DPRD Mekarsari membahas raperda pasar.", "Pansus 8 DPRD Mekarsari Membahas Raperda Pasar"),
        ("Komisi I menerima 9 orang dari RW 08 Mekarsari.", "Komisi I Menerima 9 Orang dari RW 08 Mekarsari"),
        ("ROMBONGAN warga Mekarsari mendatangi gedung dewan.", "Rombongan Warga Mekarsari Mendatangi Gedung Dewan"),
        ("Komisi I, Senin (3/2/2025), meninjau pasar lama.", "Komisi I Meninjau Pasar Lama"),
        ("Komisi II Mekarsari Dengarkan Keluhan Pedagang Pasar.", "Komisi II Mekarsari Dengarkan Keluhan Pedagang Pasar"),
        ("Panitia Khusus (Pansus) 3 DPRD Mekarsari membahas pasar.", "Pansus 3 DPRD Mekarsari Membahas Pasar"),
    ],
)  # fmt: skip
def test_words_of_the_sentence_stay(lead, title):
    assert of_lead(lead) == (title,)


@pytest.mark.parametrize(
    ("lead", "title"),
    [
        (
            "Komisi A DPRD Kota Mekarsari mengadakan rapat kerja bersama Badan Kepegawaian Mekarsari, membahas laporan Kinerja Tahun 2022 dan rencana tahun depan, di aula.",
            "Komisi A DPRD Kota Mekarsari Mengadakan Rapat Kerja Bersama Badan Kepegawaian Mekarsari",
        ),
        (
            "Pansus 3 menggelar rapat kerja di aula gedung dewan yang membahas Laporan Keterangan Pertanggungjawaban Wali Kota Mekarsari Tahun 2022 dalam tiga bidang.",
            "Pansus 3 Menggelar Rapat Kerja di Aula Gedung Dewan yang Membahas LKPJ Wali Kota Mekarsari Tahun 2022",
        ),
        (
            "Anggota DPRD Kota Mekarsari, Larasati, mengatakan, jalan di Kampung Cempaka rusak berat sejak musim hujan yang lalu karena truk pengangkut pasir lewat tiap malam.",
            "Anggota DPRD Kota Mekarsari, Larasati Mengatakan Jalan di Kampung Cempaka Rusak Berat Sejak Musim Hujan",
        ),
        (
            "Dalam perbincangan di studio itu, Larasati menyoroti pedagang kecil yang terjerat pinjaman.",
            "Larasati Menyoroti Pedagang Kecil yang Terjerat Pinjaman",
        ),
        (
            "DPRD Kota Mekarsari berharap agar pengelola pasar dan seluruh pedagang di Kecamatan Cempaka Timur, Cempaka Barat dan Lembah Selatan menjaga kebersihan.",
            None,
        ),
        ("Rapat tersebut dipimpin Ketua Komisi II, Larasati, dan dihadiri anggota komisi.", None),
        ("“Kami ingin pasar itu selesai tahun depan,” ujar Larasati.", None),
    ],
)
def test_long_lead_is_cut_at_the_end_of_a_phrase(lead, title):
    assert of_lead(lead) == ((title,) if title else ())


HOME, AWAY = "DPRD Kota Mekarsari", "DPRD Kota Tirtasari"
CAMPUS = "Universitas Nusa Lestari"


def person(institution, name="Larasati"):
    return Person(name, "", "", "Ketua", institution, None, (), 1.0)


def test_hosts_receive_and_their_people_attend():
    visit = Visit("kunjungan kerja", hosts=(HOME,), guests=(AWAY,))

    assert propose("", visit, [person(HOME)], ("parkir",)) == (
        "DPRD Kota Mekarsari Terima Kunjungan Kerja DPRD Kota Tirtasari, Bahas Parkir",
        "Larasati Hadiri Penerimaan Kunjungan Kerja DPRD Kota Tirtasari",
        "DPRD Kota Tirtasari Kunjungan Kerja ke DPRD Kota Mekarsari",
    )


def test_who_is_among_the_guests_receives_nobody():
    visit = Visit("studi banding", hosts=(AWAY,), guests=(HOME,))

    assert propose("", visit, [person(HOME)], ()) == (
        "DPRD Kota Mekarsari Studi Banding ke DPRD Kota Tirtasari",
        "DPRD Kota Tirtasari Terima Studi Banding DPRD Kota Mekarsari",
    )


@pytest.mark.parametrize("companions", [(), ("Sekretariat DPRD Kota Mekarsari",)])
def test_who_leads_the_guests_is_told_to_lead(companions):
    visit = Visit("kunjungan kerja", hosts=(AWAY,), guests=(HOME,), companions=companions, head="Larasati")
    people = [person(body, "Danar") for body in companions] + [person(HOME)]

    assert propose("", visit, people, ())[1] == (
        "Larasati Pimpin Kunjungan Kerja DPRD Kota Mekarsari ke DPRD Kota Tirtasari"
    )


def test_guests_without_hosts_leave_it_to_the_lead():
    visit = Visit("studi tiru", guests=(HOME,), head="Larasati")

    assert propose(LEAD, visit, [person(HOME)], ()) == (TITLE,)


@pytest.mark.parametrize(
    ("guest", "who"),
    [
        (CAMPUS, f"Mahasiswa {CAMPUS}"),
        ("Institut Seni Lembah", "Mahasiswa Institut Seni Lembah"),
        ("Sekolah Tinggi Ilmu Hukum Lembah", "Mahasiswa Sekolah Tinggi Ilmu Hukum Lembah"),
        ("SMA Negeri 2 Lembah", "Siswa SMA Negeri 2 Lembah"),
        ("SDN Cempaka", "Siswa SDN Cempaka"),
        ("Pesantren Nurul Lembah", "Santri Pesantren Nurul Lembah"),
        ("Himpunan Mahasiswa Politik", "Himpunan Mahasiswa Politik"),
        ("Forum Anak Lembah", "Forum Anak Lembah"),
    ],
)
def test_school_comes_as_its_students_or_pupils(guest, who):
    visit = Visit("kunjungan pelajar", hosts=(HOME,), guests=(guest,))

    assert propose("", visit, [person(HOME)], ()) == (
        f"DPRD Kota Mekarsari Terima Kunjungan {who}",
        f"Larasati Hadiri Penerimaan Kunjungan {who}",
        f"{who} Kunjungi DPRD Kota Mekarsari",
    )
