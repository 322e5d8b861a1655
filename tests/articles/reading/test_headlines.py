import pytest

from articles.reading.headlines import propose

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
