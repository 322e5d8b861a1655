"""Komisi, badan, pansus and fraksi that a text names, each with its council."""

import pytest

from articles.reading import Index, read
from tests.articles.reading.tables import TABLES

INDEX = Index(TABLES)


def units(text):
    return [unit["name"] for unit in read(text, INDEX).as_dict()["units"]]


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("Komisi I, II, dan III", ["Komisi I", "Komisi II", "Komisi III"]),
        ("Komisi A dan Komisi C", ["Komisi A", "Komisi C"]),
        ("Komisi B dan D", ["Komisi B", "Komisi D"]),
        ("Komisi lV", ["Komisi IV"]),
        ("anggota Komisi D, I Wayan Sudarma,", ["Komisi D"]),
        ("Komisi II, 3 orang tamu,", ["Komisi II"]),
        ("Panitia Khusus LKPJ", ["Pansus LKPJ"]),
        ("Ketua Pansus Renja Gilang Pramudya", ["Pansus Renja"]),
        (
            "Ketua Pansus Surdag Gilang Pramudya dan Wakil Ketua Pansus Surdag Alun Lamakarta",
            ["Pansus Surdag"],
        ),
        ("Ketua Pansus Gilang Pramudya", []),
        ("Fraksi Karya Demokrat", ["Fraksi Karya Demokrat"]),
        (
            "Fraksi PDI Perjuangan, PKB, Golkar, dan Karya Amanat",
            ["Fraksi PDI Perjuangan", "Fraksi PKB", "Fraksi Golkar", "Fraksi Karya Amanat"],
        ),
        ("anggota fraksi partai Persatuan Pembangunan (PPP)", ["Fraksi PPP"]),
        ("Fraksi Golkar Gilang Pramudya", ["Fraksi Golkar"]),
        ("Fraksi Diminta Hadir", []),
        ("dua Fraksi DPRD Kota Mekarsari", []),
        ("tenaga ahli Fraksi Adriyana Wirasana", []),
        ("Gilang Pramudya (F-NasDem) dan Alun Lamakarta (FPKS)", ["Fraksi NasDem", "Fraksi PKS"]),
        ("Fraksi Partai Golongan Karya (Golkar)", ["Fraksi Golkar"]),
    ],
)
def test_units_are_named_one_by_one(printed, names):
    assert units(f"DPRD Kota Mekarsari menggelar rapat yang diikuti {printed} kemarin.") == names


def test_unit_is_of_the_council_that_its_sentence_names():
    told = "DPRD Kota Mekarsari menerima tamu.\n\nDi DPRD Kota Tirtasari jadwal disusun Badan Musyawarah tiap bulan."

    assert [(unit["name"], unit["institution"]) for unit in read(told, INDEX).as_dict()["units"]] == [
        ("Badan Musyawarah", "DPRD Kota Tirtasari")
    ]


def test_unit_that_two_councils_have_is_of_the_one_in_its_sentence():
    told = (
        "DPRD Kota Mekarsari menerima Komisi IV DPRD Kota Tirtasari di ruang Komisi IV DPRD Kota Mekarsari. "
        "Anggota Komisi IV DPRD Kota Mekarsari, Danar Wicaksono, hadir.\n\n"
        "Rombongan DPRD Kota Tirtasari dipimpin Wakil Ketua Komisi IV, Gilang Pramudya."
    )

    people = {p["name"]: p["institution"] for p in read(told, INDEX).as_dict()["officials"]}

    assert people == {"Danar Wicaksono": "DPRD Kota Mekarsari", "Gilang Pramudya": "DPRD Kota Tirtasari"}


@pytest.mark.parametrize(
    ("told", "council"),
    [
        ("Komisi V berangkat ke DPRD Kota Tirtasari. DPRD Kabupaten Girimukti memberi izin.", "DPRD Kabupaten Girimukti"),
        ("DPRD Kabupaten Girimukti datang ke DPRD Kota Tirtasari dan diterima Ketua Komisi V, Danar Wicaksono.", "DPRD Kota Tirtasari"),
    ],
)  # fmt: skip
def test_komisi_on_a_journey_is_not_of_the_council_gone_to_unless_it_receives(told, council):
    units_read = read(f"DPRD Kabupaten Girimukti bersidang.\n\n{told}", INDEX).as_dict()["units"]

    assert [(unit["name"], unit["institution"]) for unit in units_read] == [("Komisi V", council)]


def test_unit_without_a_council_is_of_the_one_whose_units_alone_are_printed():
    text = "DPRD Kota Mekarsari diterima DPRD Kota Tirtasari. Ketua Komisi B DPRD Kota Mekarsari setuju. Jadwalnya dari Badan Musyawarah."

    found = {unit["name"]: unit["institution"] for unit in read(text, INDEX).as_dict()["units"]}

    assert found == {"Komisi B": "DPRD Kota Mekarsari", "Badan Musyawarah": "DPRD Kota Mekarsari"}


def test_number_of_a_pansus_may_be_a_word():
    assert units("Pansus Dua (2) DPRD Kota Mekarsari dan Pansus Satu (I) DPRD Kota Mekarsari rapat.") == [
        "Pansus 2",
        "Pansus 1",
    ]


@pytest.mark.parametrize(
    "told", ["DPRD Mekarsari Bentuk Pansus Tiga Raperda.", "Pansus Satu Data DPRD Mekarsari rapat."]
)
def test_number_that_counts_something_else_is_none_of_a_pansus(told):
    assert [name for name in units(told) if name[-1].isdigit()] == []


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Fraksi Gelora", "Fraksi Gelora"),
        ("fraksi Gerakan Indonesia Raya", "Fraksi Gerindra"),
        ("Fraksi Partai Hati Nurani Rakyat", "Fraksi Hanura"),
        ("Fraksi Bintang Restorasi", "Fraksi Bintang Restorasi"),
    ],
)
def test_every_party_on_file_has_its_faction(printed, name):
    assert units(
        f"MEKARSARI - DPRD Kota Mekarsari menggelar rapat. {printed} menyampaikan pandangannya."
    ) == [name]
