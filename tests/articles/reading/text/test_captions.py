import pytest

from articles.reading import split_credit


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("Foto: Rano/Humpro DPRD Kota Bandung", ("", "Rano/Humpro DPRD Kota Bandung")),
        (
            "Ketua Komisi I menerima tamu.\nFoto: Rano/Humpro DPRD Kota Bandung.",
            ("Ketua Komisi I menerima tamu.", "Rano/Humpro DPRD Kota Bandung"),
        ),
        (
            "Ketua Komisi I menerima tamu. Foto: Rano/Humpro DPRD Kota Bandung",
            ("Ketua Komisi I menerima tamu.", "Rano/Humpro DPRD Kota Bandung"),
        ),
        (
            "Ketua Komisi I menerima tamu. Rano/Humpro DPRD Kota Bandung.",
            ("Ketua Komisi I menerima tamu.", "Rano/Humpro DPRD Kota Bandung"),
        ),
        ("Suasana rapat Foto: Rano/Humpro", ("Suasana rapat", "Rano/Humpro")),
        ("KET FOTO: Suasana rapat (Dok. Pemkot Bandung)", ("Suasana rapat", "Dok. Pemkot Bandung")),
        (
            "Suasana rapat, Senin (3/3/2025). (Rano/Humpro DPRD Kota Bandung)",
            ("Suasana rapat, Senin (3/3/2025).", "Rano/Humpro DPRD Kota Bandung"),
        ),
        ("Suasana rapat (Foto: Rano/Humpro).", ("Suasana rapat", "Rano/Humpro")),
        ("Suasana rapat foto: rano / humpro", ("Suasana rapat", "rano/humpro")),
        ("Suasana rapat. FOTO: RANO/HUMPRO DPRD", ("Suasana rapat.", "RANO/HUMPRO DPRD")),
        ("Suasana rapat. Foto oleh Rano/Humas Setwan", ("Suasana rapat.", "Rano/Humas Setwan")),
        ("Suasana rapat. *Foto: Rano/Humpro DPRD*", ("Suasana rapat.", "Rano/Humpro DPRD")),
        ("Suasana rapat | Foto : Indra dan Rano/Humpro.", ("Suasana rapat", "Indra dan Rano/Humpro")),
        ("Ket. foto: Suasana rapat. Fotografer: Rano Wijaya", ("Suasana rapat.", "Rano Wijaya")),
        ("Suasana rapat. Dok. Humas DPRD", ("Suasana rapat.", "Dok. Humas DPRD")),
        ("Warga melihat foto: pameran di balai kota", ("Warga melihat foto: pameran di balai kota", "")),
        ("Foto: Ketua Komisi I membuka rapat", ("Ketua Komisi I membuka rapat", "")),
        ("Warga dan/atau pelajar. Foto: pameran kota", ("Warga dan/atau pelajar. Foto: pameran kota", "")),
        ("Warga berfoto: tiga keluarga.", ("Warga berfoto: tiga keluarga.", "")),
        ("Baris satu.\r\nBaris dua.", ("Baris satu.\nBaris dua.", "")),
        ("", ("", "")),
    ],
)
def test_credit_is_told_from_the_caption(words, parts):
    assert split_credit(words) == parts
