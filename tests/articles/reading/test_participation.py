"""Who takes part is told from who is only spoken of by the words around each mention."""

import pytest

from articles.reading import Index, Tables, read
from tests.articles.reading.tables import COUNCIL, INSTITUTIONS, REGIONS

INDEX = Index(Tables(own=COUNCIL, regions=REGIONS, institutions=INSTITUTIONS))
LEAD = (
    "Komisi II DPRD Kota Mekarsari membahas stadion lama yang sudah sepi, Selasa (10/5/2022), di ruang rapat."
)
SOCIAL = "Dinas Sosial Kota Tirtasari"


def others(sentence):
    """The bodies of a release besides its council."""
    found = [body["name"] for body in read(f"{LEAD}\n\n{sentence}", INDEX).as_dict()["institutions"]]
    return [name for name in found if name != COUNCIL]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ia mendorong pengusaha melaporkan lowongan kepada Dinas Sosial Kota Tirtasari.",
        "Hal itu akan dibicarakan dengan Dinas Sosial Kota Tirtasari.",
        "Ketua menyanggupi membicarakan data itu dengan Dinas Sosial Kota Tirtasari.",
        "Pansus bakal mengundang Dinas Sosial Kota Tirtasari pekan depan.",
        "Dewan berencana memanggil Dinas Sosial Kota Tirtasari.",
        "Surat dikirim kepada Dinas Sosial Kota Tirtasari.",
        "Dinas Sosial Kota Tirtasari juga akan dimintai data.",
        "Ia mengajak Dinas Sosial Kota Tirtasari menambah loket.",
        "Warga berharap Dinas Sosial Kota Tirtasari cepat tanggap.",
        "Ia minta agar Dinas Sosial Kota Tirtasari cepat tanggap.",
        "Beberapa panti di bawah Dinas Sosial Kota Tirtasari rusak.",
        "Data Dinas Sosial Kota Tirtasari menunjukkan angka itu naik.",
        "Raperda itu masih harus dievaluasi Pemerintah Provinsi Nusa Lestari.",
        "Usulan itu sudah dua kali masuk dalam rapat bersama Dinas Sosial Kota Tirtasari.",
        "Penertiban diserahkan kepada petugas yang berwenang, yaitu Dinas Sosial Kota Tirtasari.",
        "Ia mendesak Perumda Pasar Jelita dan Dinas Sosial Kota Tirtasari lebih sigap.",
        "“Dinas Sosial Kota Tirtasari sudah kami telepon,” kata Ketua Komisi II, Danar Wicaksono.",
        "Menurut Kementerian Keuangan, dana turun.",
        "Mereka membahas Raperda tentang Penyertaan Modal pada Perumda Tirta Jelita.",
        "Setelah disetujui, Sekretariat DPRD akan menyurati semua fraksi.",
        "Sebuah SD Negeri menarik iuran.",
        "Ia menyayangkan sikap Dinas Sosial Kota Tirtasari.",
        "Pihaknya sudah berkoordinasi dengan Dinas Sosial Kota Tirtasari.",
        "Perlu ada koordinasi antara kelurahan dan Dinas Sosial Kota Tirtasari.",
        "Warga bisa mengurusnya di Dinas Sosial Kota Tirtasari.",
        "Jalan itu milik Kementerian Keuangan.",
        "Rapat berikutnya dijadwalkan menghadirkan perwakilan komunitas dan Universitas Samudra Biru.",
        "Danar Wicaksono, S.H. dari Partai Golkar, setuju.",
        "Kursi itu milik anggota daerah pemilihan 4 dari Partai Golkar.",
        "Mantan Wali Kota Tirtasari dikenang dalam rapat itu.",
        "Ketua akan menemui Wali Kota Tirtasari.",
    ],
)
def test_body_addressed_awaited_or_cited_takes_no_part(sentence):
    assert others(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Rapat dihadiri Dinas Sosial Kota Tirtasari.", [SOCIAL]),
        ("Dinas Sosial Kota Tirtasari memaparkan capaian.", [SOCIAL]),
        ("Dinas Sosial Kota Tirtasari berjanji menambah loket.", [SOCIAL]),
        ("Paparan pernah dibawakan Dinas Sosial Kota Tirtasari.", [SOCIAL]),
        ("Rapat bersama mitra, di antaranya Dinas Sosial Kota Tirtasari.", [SOCIAL]),
        ("Ia berterima kasih kepada Dinas Sosial Kota Tirtasari.", [SOCIAL]),
        ("Ia meminta Kepala Dinas Sosial Kota Tirtasari, Danar Wicaksono, datang.", [SOCIAL]),
        ("“Kami bersama Dinas Sosial Kota Tirtasari hari ini,” kata Ketua Komisi II, Danar Wicaksono.", [SOCIAL]),
        ("Sekretaris Dinas Sosial Kota Tirtasari, Danar Wicaksono, menjawab.", [SOCIAL]),
        ("Kepala UPTD Panti Dinas Sosial Kota Tirtasari, Danar Wicaksono, menjawab.", [SOCIAL]),
        ("Tampak Wali Kota dan Wakil Wali Kota Tirtasari di barisan depan.", ["Pemerintah Kota Tirtasari"]),
        ("Wakil Bupati Girimukti turut hadir.", ["Pemerintah Kabupaten Girimukti"]),
        ("Rapat dihadiri Perumda Tirta Jelita dan Dinas Sosial Kota Tirtasari.", ["Perumda Tirta Jelita", SOCIAL]),
        ("Warga mengadu ke DPRD Kota Tirtasari.", ["DPRD Kota Tirtasari"]),
        ("Usul datang dari Partai Golkar.", ["Partai Golkar"]),
    ],
)  # fmt: skip
def test_body_that_acts_attends_or_has_its_official_there_takes_part(sentence, names):
    assert others(sentence) == names


def test_council_whose_staff_alone_is_told_of_leaves_the_part_to_its_secretariat():
    text = (
        "Sekretariat DPRD Provinsi Nusa Lestari dan wartawan peliput DPRD Nusa Lestari tiba. "
        "Mereka ditemui Kabag Humas DPRD Provinsi Nusa Lestari di gedung DPRD Nusa Lestari."
    )

    found = [body["name"] for body in read(text, INDEX).as_dict()["institutions"]]

    assert found == ["Sekretariat DPRD Provinsi Nusa Lestari"]
