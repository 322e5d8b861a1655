"""Names that stand alone, as lists print them, parted by the rules that releases are read with."""

import pytest

from articles.reading import split_listed


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
