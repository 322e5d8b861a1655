import pytest

from articles.reading import Index, Tables, read
from tests.articles.reading.tables import COUNCIL, INSTITUTIONS, REGIONS

INDEX = Index(Tables(own=COUNCIL, regions=REGIONS, institutions=INSTITUTIONS))


def groups(text):
    found = read(text, INDEX).as_dict()["institutions"]
    return [body["name"] for body in found if body["kind"] == "community"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rapat dengan Forum Jaga Sungai Hilir (FJSH). Kata FJSH, air keruh.", ["Forum Jaga Sungai Hilir"]),
        ("Upah yang diminta Federasi Buruh Kapas (FBK) naik.", ["Federasi Buruh Kapas"]),
        ("Himpunan Mahasiswa Tata Kota (HIMATAKO) datang.", ["Himpunan Mahasiswa Tata Kota"]),
        ("Forum Warga Peduli Kota (FWPK) hadir.", ["Forum Warga Peduli Kota"]),
        (
            "Sekretariat dan Forum Wartawan DPRD Kota Tirtasari (FWDT) tiba. Kata Ketua FWDT, betah.",
            ["Forum Wartawan DPRD Kota Tirtasari"],
        ),
        ("Wartawan tergabung dalam Balai Wartawan DPRD Sukaraya.", ["Balai Wartawan DPRD Sukaraya"]),
        (
            "Hadir Ketua Press Room DPRD Kabupaten Sukaraya. Ketua Press Room DPRD Sukaraya senang, begitu Ketua Press Room.",
            ["Press Room DPRD Kabupaten Sukaraya"],
        ),
        (
            "Anggota Lembaga Swadaya Masyarakat (LSM) bernama Suluh Desa Kecil (SDK) tiba. Ketua LSM SDK bicara.",
            ["LSM Suluh Desa Kecil"],
        ),
        ("Kata Ketua Laskar Sumbermanah Kota Tirtasari, jalan rusak.", ["Laskar Sumbermanah Kota Tirtasari"]),
        (
            "Koordinator Paguyuban Pedagang Pasar Baru Asep Sunandar mengeluh.",
            ["Paguyuban Pedagang Pasar Baru"],
        ),
        ("Ketua Yayasan Cahaya Ilmu KH. Ujang Sobana tiba.", ["Yayasan Cahaya Ilmu"]),
        (
            "Dewan menerima LSM Pelita dan Ormas Bakti Negeri, serta Forum Guru Madrasah.",
            ["LSM Pelita", "Ormas Bakti Negeri", "Forum Guru Madrasah"],
        ),
        ("Aliansi Sopir Angkot Geruduk Gedung Dewan", ["Aliansi Sopir Angkot"]),
        ("Serikat Tani Lestari mendatangi gedung dewan.", ["Serikat Tani Lestari"]),
        ("Pengurus Karang Taruna Kelurahan Kenanga hadir.", ["Karang Taruna Kelurahan Kenanga"]),
        (
            "GMNI Kota Tirtasari hadir. Ketua GMNI Tirtasari bicara.",
            ["Gerakan Mahasiswa Nasional Indonesia Kota Tirtasari"],
        ),
    ],
)  # fmt: skip
def test_group_is_a_body_where_it_is_heard_glossed_or_spoken_for(text, names):
    assert groups(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Aturan itu disusun setelah Forum Guru Madrasah pernah bersurat.",
        "Gerakan Pungut Sampah (GPS) digelar tiap Jumat.",
        "Forum Koordinasi Pimpinan Daerah (Forkopimda) hadir.",
        "Kelompok Wanita Tani (KWT) panen cabai.",
        "Koperasi Merah Putih (KMP) segera dibentuk.",
        "Lembaga Kebijakan Pengadaan (LKP) menerbitkan aturan.",
        "Ormas Ini Datangi DPRD Kota Mekarsari",
        "Anggota Fraksi Partai Persatuan Pembangunan (PPP) hadir.",
        "Presiden BEM Universitas Samudra Biru hadir.",
    ],
)
def test_programme_office_or_group_spoken_of_is_no_group(text):
    assert groups(text) == []


def test_verb_of_a_headline_is_no_part_of_a_groups_name():
    text = "Aliansi Warga Sungai Ditampung Komisi II\n\nKomisi II menerima audiensi Aliansi Warga Sungai di Kota Mekarsari."

    assert groups(text) == ["Aliansi Warga Sungai"]


def test_posts_of_a_groups_head_name_the_group():
    text = (
        "Forum Jaga Sungai Hilir (FJSH) diterima DPRD Kota Mekarsari. Ketua FJSH, Mahesa Wiratama, bicara. "
        "“Air keruh tiap malam,” kata Sekretaris FJSH, Dian Subagja."
    )

    people = read(text, INDEX).as_dict()["officials"]

    assert [(person["name"], person["role"], person["institution"]) for person in people] == [
        ("Mahesa Wiratama", "Ketua FJSH", "Forum Jaga Sungai Hilir"),
        ("Dian Subagja", "Sekretaris FJSH", "Forum Jaga Sungai Hilir"),
    ]


def test_student_body_comes_as_its_campus():
    text = (
        "Himpunan Mahasiswa Ilmu Politik (HMIP) Universitas Samudra Biru menyambangi DPRD Kota Mekarsari. "
        "Ketua HMIP Universitas Samudra Biru, Mahesa Wiratama, bicara."
    )

    reading = read(text, INDEX).as_dict()

    assert [body["name"] for body in reading["institutions"]] == ["Universitas Samudra Biru", COUNCIL]
    assert [(p["role"], p["institution"]) for p in reading["officials"]] == [
        ("Ketua HMIP Universitas Samudra Biru", "Universitas Samudra Biru")
    ]
