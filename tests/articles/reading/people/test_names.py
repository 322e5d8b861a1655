import pytest

from articles.reading.people.names import PERSON, name_of


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("H. Gilang Pramudya, S.T., M.T., hadir", [("H.", "Gilang Pramudya", "S.T., M.T.")]),
        ("Dr. Ir. H. Surya Atmaja, S.H., M.H., M.Si.", [("Dr. Ir. H.", "Surya Atmaja", "S.H., M.H., M.Si.")]),
        ("Assoc. Prof. Dr. Hj. Ratna Ayu, M.Pd.", [("Assoc. Prof. Dr. Hj.", "Ratna Ayu", "M.Pd.")]),
        ("Dr H Surya Atmaja SH MH", [("Dr H", "Surya Atmaja", "SH MH")]),
        ("Danar Wicaksono S.A.P., lalu", [("", "Danar Wicaksono", "S.A.P.")]),
        (
            "dr. Agni Lestari Sp.PD., KHOM., MMRS., FINASIM.",
            [("dr.", "Agni Lestari", "Sp.PD., KHOM., MMRS., FINASIM.")],
        ),
        ("drg. Melati Kusuma, Sp. Orto.", [("drg.", "Melati Kusuma", "Sp. Orto.")]),
        ("KH. Hasan Basri", [("KH.", "Hasan Basri", "")]),
        ("Sekar Wangi, A.Md Keb., S.ST., M.A.R.S.", [("", "Sekar Wangi", "A.Md Keb., S.ST., M.A.R.S.")]),
        ("Ulin Nuha, S.Tr. AKUN., dan", [("", "Ulin Nuha", "S.Tr. AKUN.")]),
        ("Yudha Prabaswara S. ST.", [("", "Yudha Prabaswara", "S. ST.")]),
        ("Siti Ma'rifah, SS, S.Pd", [("", "Siti Ma'rifah", "SS, S.Pd")]),
        ("M. Fajar Lazuardi", [("", "M. Fajar Lazuardi", "")]),
        ("AA Rangkuti Jaya, S.Pdi., M.Ag.", [("", "AA Rangkuti Jaya", "S.Pdi., M.Ag.")]),
        ("AKBP Surya Kirana, S.I.K.", [("AKBP", "Surya Kirana", "S.I.K.")]),
        ("H.Erlangga", [("H.", "Erlangga", "")]),
        (
            "Surya Atmaja.SH, dan Ratih Puspa.S.Pd.M.Pd",
            [("", "Surya Atmaja", "SH"), ("", "Ratih Puspa", "S.Pd.M.Pd")],
        ),
        ("Surya Atmaja.Sidang dibuka", [("", "Surya Atmaja", "")]),
        ("DR (HC) H Surya HK SH MH", [("DR (HC) H", "Surya HK", "SH MH")]),
        ("Letkol (Purn) Surya Atmaja", [("Letkol (Purn)", "Surya Atmaja", "")]),
        ("Faris el Fauzan dan", [("", "Faris el Fauzan", "")]),
        ("Dato’ Haji Surya Atmaja", [("Dato’ Haji", "Surya Atmaja", "")]),
        ("Datuk Surya Atmaja, BE", [("Datuk", "Surya Atmaja", "BE")]),
        ("Drs. R Surya A Atmaja", [("Drs.", "R Surya A Atmaja", "")]),
        ("Drs. R. Surya Atmaja", [("Drs. R.", "Surya Atmaja", "")]),
        ("Asep Sutanto S,Sos hadir", [("", "Asep Sutanto", "S,Sos")]),
        ("Hon. Datuk Wira Surya Atmaja", [("Hon. Datuk Wira", "Surya Atmaja", "")]),
        ("Hj. Surya Atmaja, S,Pd.I., M.Sos., dan", [("Hj.", "Surya Atmaja", "S,Pd.I., M.Sos.")]),
        ("Hj. ST. Surya Atmaja", [("Hj.", "ST. Surya Atmaja", "")]),
        ("Surya Atmaja, S.Pd. I.,M.Ag.", [("", "Surya Atmaja", "S.Pd. I.,M.Ag.")]),
        ("IB. Surya Atmaja", [("", "IB. Surya Atmaja", "")]),
        (
            "Ratih Puspa, S.E., M.M.Inov., H. Aji Bayu, S.Pd.I, M.A.P., dan Dewi",
            [("", "Ratih Puspa", "S.E., M.M.Inov."), ("H.", "Aji Bayu", "S.Pd.I, M.A.P."), ("", "Dewi", "")],
        ),
    ],
)
def test_split_keeps_titles_as_printed(text, people):
    found = [name_of(match) for match in PERSON.finditer(text)]

    assert [(person.front, person.name, person.back) for person in found] == people
