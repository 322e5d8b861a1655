"""Bodies spoken of by name count; an office without a name stands for its body only where somebody holding it is there."""

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
    ("sentence", "names"),
    [
        ("Rapat dihadiri Dinas Sosial Kota Tirtasari.", [SOCIAL]),
        ("Dinas Sosial Kota Tirtasari sejak 2017 berubah menjadi kantor kecil.", []),
        ("Kantor itu gabungan dari Dinas Sosial Kota Tirtasari dan kantor lain.", []),
        ("Dinas Sosial Kota Tirtasari berubah menjadi kantor kecil. Rapat dihadiri Dinas Sosial Kota Tirtasari.", [SOCIAL]),
        ("Hal itu akan dibicarakan dengan Dinas Sosial Kota Tirtasari.", [SOCIAL]),
        ("Drainase itu kewenangan Dinas Sosial Kota Tirtasari.", [SOCIAL]),
        (
            "“Dinas Sosial Kota Tirtasari siap,” kata Kepala Dinas Sosial Kota Tirtasari, Danar Wicaksono.",
            [SOCIAL],
        ),
        (
            "Rapat diikuti Kabag Persidangan Sekretariat DPRD Kota Mekarsari, Danar Wicaksono.",
            ["Sekretariat DPRD Kota Mekarsari"],
        ),
        ("Ia meminta Kepala Dinas Sosial Kota Tirtasari, Danar Wicaksono, datang.", [SOCIAL]),
        ("Kepala UPTD Panti Dinas Sosial Kota Tirtasari, Danar Wicaksono, menjawab.", [SOCIAL]),
        ("Rapat dihadiri Perumda Tirta Jelita dan Dinas Sosial Kota Tirtasari.", ["Perumda Tirta Jelita", SOCIAL]),
        ("Raperda itu masih harus dievaluasi Pemerintah Provinsi Nusa Lestari.", ["Pemerintah Provinsi Nusa Lestari"]),
        ("Warga mengadu ke DPRD Kota Tirtasari.", ["DPRD Kota Tirtasari"]),
        ("Usul datang dari Partai Golkar.", ["Partai Golongan Karya"]),
        ("TNI dan Polri mengamankan rapat itu.", ["Tentara Nasional Indonesia", "Kepolisian Negara Republik Indonesia"]),
        ("Pertemuan juga dihadiri DPC Partai Golkar.", ["Partai Golongan Karya"]),
        ("Unsur TNI dan Polri turut hadir.", ["Tentara Nasional Indonesia", "Kepolisian Negara Republik Indonesia"]),
        ("Tampak Wali Kota dan Wakil Wali Kota Tirtasari di barisan depan.", ["Pemerintah Kota Tirtasari"]),
        ("Wakil Bupati Girimukti turut hadir.", ["Pemerintah Kabupaten Girimukti"]),
    ],
)  # fmt: skip
def test_body_spoken_of_by_name_or_whose_head_is_there_counts(sentence, names):
    assert others(sentence) == names


@pytest.mark.parametrize(
    "sentence",
    [
        "Sebuah SD Negeri menarik iuran.",
        "Mereka membahas Raperda tentang Penyertaan Modal pada Perumda Tirta Jelita.",
        "Kursi itu milik Partai Golkar.",
        "Hal itu dikatakan kader muda dari Partai Golkar itu.",
        "Komisi II dipegang oleh H. Danar Wicaksono dari Partai Golkar.",
        "Danar Wicaksono yang juga menjabat sebagai Ketua DPC Partai Golkar hadir.",
        "Warga menggandeng unsur TNI dan Polri dalam penertiban.",
        "Mantan Wali Kota Tirtasari dikenang dalam rapat itu.",
        "Ketua akan menemui Wali Kota Tirtasari.",
        "“Sudah saya katakan di Radio Suara Mekar,” kata Ketua Komisi II, Danar Wicaksono.",
        "“Dinas Sosial Kota Tirtasari sudah kami telepon,” kata Ketua Komisi II, Danar Wicaksono.",
        "Rapat diikuti para Kabag Persidangan Sekretariat DPRD Kota Mekarsari.",
        "Tamu duduk di Ruang Rapat Sekretariat DPRD Kota Mekarsari.",
    ],
)
def test_kind_law_members_party_absent_head_and_staff_or_room_of_the_council_are_no_further_body(sentence):
    assert others(sentence) == []


def test_council_whose_staff_alone_is_told_of_leaves_the_part_to_its_secretariat():
    text = (
        "Sekretariat DPRD Provinsi Nusa Lestari dan wartawan peliput DPRD Nusa Lestari tiba. "
        "Hadir pula Kabag Humas DPRD Provinsi Nusa Lestari di gedung DPRD Nusa Lestari."
    )

    found = [body["name"] for body in read(text, INDEX).as_dict()["institutions"]]

    assert found == ["Sekretariat DPRD Provinsi Nusa Lestari"]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Ketua meminta Pemkot Tirtasari segera menambal jalan.", []),
        ("Rapat kerja digelar bersama Pemkot Tirtasari.", ["Pemerintah Kota Tirtasari"]),
        ("Rapat kerja digelar bersama Bagian Hukum Setda Kota Tirtasari.", []),
        (
            "Rapat kerja digelar bersama Kepala Bagian Umum dan Sekretariat Daerah Kota Tirtasari.",
            ["Pemerintah Kota Tirtasari"],
        ),
        ("Rapat kerja digelar bersama Kementerian Sosial dan Pemkot Tirtasari.", ["Kementerian Sosial", "Pemerintah Kota Tirtasari"]),
        ("Komisi II dan Pemkot Tirtasari menggelar rapat itu.", ["Pemerintah Kota Tirtasari"]),
        ("Perwakilan Pemkot Tirtasari hadir dalam rapat itu.", ["Pemerintah Kota Tirtasari"]),
        ("Rapat kerja dihadiri Sekda Kota Tirtasari, Rangkai Buana. Ia mewakili Pemkot Tirtasari.", ["Pemerintah Kota Tirtasari"]),
    ],
)  # fmt: skip
def test_government_that_a_meeting_only_speaks_of_takes_no_part(sentence, names):
    assert others(f"Komisi II menggelar rapat kerja. {sentence}") == names


@pytest.mark.parametrize(
    "sentence",
    [
        "Acara digelar di Aula Barat Universitas Cempaka.",
        "Acara digelar di Gedung Ikatan Pemuda Cempaka (IPC).",
        "Menurut aturan dari Kementerian Sosial, kursi itu perlu.",
    ],
)
def test_building_of_a_body_and_author_of_a_rule_take_no_part(sentence):
    assert others(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Kabel itu milik Perumda Tirta Jelita.", []),
        ("“Pembongkaran akan melibatkan Dinas Sosial Kota Tirtasari,” kata Ketua dewan, Gilang Pramudya.", [SOCIAL]),
        ("Upacara dihadiri Forkopimda, pejabat, perwakilan TNI/Polri, dan pelajar.", []),
        ("Hadir staf ahli mewakili Gubernur Nusa Lestari.", []),
        ("Rapat dibuka dengan kehadiran Bupati Girimukti beserta jajaran.", ["Pemerintah Kabupaten Girimukti"]),
    ],
)  # fmt: skip
def test_owner_invited_to_every_ceremony_and_who_is_represented_take_no_part(sentence, names):
    assert others(sentence) == names


def test_government_that_a_headline_asks_counts():
    told = (
        "Komisi II Minta Pemkot Mekarsari Benahi Pasar\n\nKomisi II menggelar rapat kerja. Komisi II mendorong Pemkot "
        "Mekarsari membenahi pasar."
    )

    assert others(told) == ["Pemerintah Kota Mekarsari"]


def test_regions_assistant_without_a_name_stands_for_its_government_and_for_no_agency():
    told = f"{COUNCIL} menggelar rapat kerja bersama Asisten Pemkesra, Satpol PP, dan Dinas Sosial Kota Mekarsari."

    assert "Pemerintah Kota Mekarsari" in others(told)


@pytest.mark.parametrize(
    "sentence",
    [
        "Hal itu kewenangan Kementerian Sosial.",
        "Komisi II sidak ke pasar. Ia menyoroti efisiensi oleh Pemkot Tirtasari.",
    ],
)
def test_ministry_whose_affair_it_is_and_government_spoken_of_at_an_inspection_take_no_part(sentence):
    assert others(sentence) == []
