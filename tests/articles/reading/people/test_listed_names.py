"""Names as lists print them, alone or close together, parted by the rules that releases are read with."""

import pytest

from articles.reading import Index, read, split_listed
from tests.articles.reading.tables import TABLES


@pytest.mark.parametrize(
    ("printed", "parts"),
    [
        ("DR. H. ASEP SUNANDAR, S.H., M.H.", ("Dr. H.", "Asep Sunandar", "S.H., M.H.")),
        ("Hj. SITI NURHALIZAH SE", ("Hj.", "Siti Nurhalizah", "SE")),
        ("H. AA ABDUL ROZAK, S.PD.I., M.AG", ("H.", "Aa Abdul Rozak", "S.Pd.I., M.Ag")),
        ("dr. AGUNG SUMANTRI, Sp.PD., KHOM., FINASIM.", ("dr.", "Agung Sumantri", "Sp.PD., KHOM., FINASIM.")),
        ("ASEP ROBIN, S.H,. M.H.", ("", "Asep Robin", "S.H, M.H.")),
        ("MOCH. ULAN SURLAN, S.Tr.Akun", ("", "Moch. Ulan Surlan", "S.Tr.Akun")),
        ("PROF. DR. IR. NAMA ORANG, M.SC., PH.D", ("Prof. Dr. Ir.", "Nama Orang", "M.Sc., Ph.D")),
        ("NUR'AINI BINTI AL-HAIDAR, SPD", ("", "Nur'aini binti Al-Haidar", "SPd")),
        ("Dr. Larasati Wiguna, S.Sos., M.Si.", ("Dr.", "Larasati Wiguna", "S.Sos., M.Si.")),
        ("A. D. PUTRA", ("", "A. D. Putra", "")),
        ("  Asep   Sunandar , ", ("", "Asep Sunandar", "")),
        ("DR.H.EDWAN SANJAYA,S.E.,M.M.", ("Dr. H.", "Edwan Sanjaya", "S.E., M.M.")),
        ("K.H. Dr.Ir.H. Edwan Sanjaya", ("K.H. Dr. Ir. H.", "Edwan Sanjaya", "")),
        ("AGNES NATALIA, S.TR.KEB., M.H.KES", ("", "Agnes Natalia", "S.Tr.Keb., M.H.Kes")),
        ("Susi", ("", "Susi", "")),
        ("", ("", "", "")),
    ],
)
def test_listed_name_is_split(printed, parts):
    assert split_listed(printed) == parts


def test_names_close_together_are_parted_from_their_degrees():
    told = "Rapat dihadiri anggota : Hj.Rangkai Buana,S.Pd.I.,M.Sos, Drs.Wiratmaja, Dr.H.Alun Lamakarta S Pd, serta Danar Wicaksono S.Ip."

    assert [
        (p["front_title"], p["name"], p["back_title"])
        for p in read(told, Index(TABLES)).as_dict()["officials"]
    ] == [
        ("Hj.", "Rangkai Buana", "S.Pd.I.,M.Sos"),
        ("Drs.", "Wiratmaja", ""),
        ("Dr.H.", "Alun Lamakarta", "S Pd"),
        ("", "Danar Wicaksono", "S.Ip."),
    ]


@pytest.mark.parametrize(
    ("printed", "back"),
    [
        ("dr. Rangkai Buana Sp.OG., MARS., FISQua, dan", "Sp.OG., MARS., FISQua"),
        ("Rangkai Buana, S.Pd.i, dan", "S.Pd.i"),
        ("Rangkai Buana, S. Ip., M.Si., dan", "S. Ip., M.Si."),
    ],
)
def test_rare_degrees_belong_to_their_name(printed, back):
    told = read(
        f"Rapat DPRD Kota Mekarsari dihadiri anggota {printed} Alun Lamakarta.", Index(TABLES)
    ).as_dict()

    assert [(p["name"], p["back_title"]) for p in told["officials"]] == [
        ("Rangkai Buana", back),
        ("Alun Lamakarta", ""),
    ]


def test_post_in_brackets_is_its_own_names_only():
    told = (
        "Daftar hadir rapat DPRD Kota Mekarsari:\n1. H. Rangkai Buana, S.Pd.I (Ketua)\n2. Alun Lamakarta, S.Pd. (Wakil Ketua)\n"
        "3. Danar Wicaksono, S.E.\n4. Gilang Pramudya Utama\n5. Dr. Larasati Dewi, S.E."
    )

    assert [(p["name"], p["role"]) for p in read(told, Index(TABLES)).as_dict()["officials"]] == [
        ("Rangkai Buana", "Ketua"),
        ("Alun Lamakarta", "Wakil Ketua"),
        ("Danar Wicaksono", ""),
        ("Gilang Pramudya Utama", ""),
        ("Larasati Dewi", ""),
    ]


def test_initial_and_name_behind_a_degree_are_the_next_persons():
    told = "Rapat DPRD Kota Mekarsari diikuti anggota Hj Rangkai Buana Dewi.,S.IP, M.Fikri Ardiansah.,SH dan Danar Wicaksono."

    assert [(p["name"], p["back_title"]) for p in read(told, Index(TABLES)).as_dict()["officials"]] == [
        ("Rangkai Buana Dewi", "S.IP"),
        ("M.Fikri Ardiansah", "SH"),
        ("Danar Wicaksono", ""),
    ]
