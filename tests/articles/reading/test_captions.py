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
        ("Warga berfoto: tiga keluarga.", ("Warga berfoto: tiga keluarga.", "")),
        ("Baris satu.\r\nBaris dua.", ("Baris satu.\nBaris dua.", "")),
        ("", ("", "")),
    ],
)
def test_credit_is_told_from_the_caption(words, parts):
    assert split_credit(words) == parts
