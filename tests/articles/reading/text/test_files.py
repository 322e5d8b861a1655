import codecs

import pytest

from articles.reading import UnreadableText, decode
from articles.reading.text.files import check_pasted

TEXT = "“Ma’ruf” – rapat\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("cp1252"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16 little", "utf-16 big", "windows-1252"],
)
def test_decode_reads_each_encoding_as_what_it_is(data):
    assert decode(data) == TEXT


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_decode_reads_utf16_without_a_mark(encoding):
    assert decode("Rapat kerja".encode(encoding)) == "Rapat kerja"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "Berkas kosong: tidak ada teks di dalamnya."),
        (codecs.BOM_UTF8 + b" \r\n", "Berkas kosong: tidak ada teks di dalamnya."),
        (b"\x00" * 400, "Berkas kosong: tidak ada teks di dalamnya."),
        (
            b"Rapat\x00kerja, hari ini",
            "Berkas ini bukan teks. Simpan naskah sebagai .txt (UTF-8) lalu coba lagi.",
        ),
        (
            bytes(range(1, 32)) * 20,
            "Berkas ini bukan teks. Simpan naskah sebagai .txt (UTF-8) lalu coba lagi.",
        ),
        (b"a" * 1_000_001, "Naskah lebih besar dari 1 MB. Kirim teksnya saja, tanpa gambar."),
    ],
    ids=["empty", "blank", "only NUL", "NUL inside", "binary", "too large"],
)
def test_decode_refuses_what_is_no_text(data, message):
    with pytest.raises(UnreadableText) as refusal:
        decode(data)

    assert str(refusal.value) == message


def test_pasted_text_keeps_all_but_its_line_ends():
    assert check_pasted("\ufeffRapat\r\n“kerja”\r\tselesai") == "Rapat\n“kerja”\n\tselesai"


@pytest.mark.parametrize("text", ["Rapat\x00kerja", "naskah\x01 " * 50])
def test_pasted_text_that_is_none_is_refused_without_speaking_of_a_file(text):
    with pytest.raises(UnreadableText) as refusal:
        check_pasted(text)

    assert str(refusal.value) == (
        "Yang ditempel bukan teks yang dapat dibaca. Salin lagi naskahnya dari Word, WhatsApp, surel, atau blog."
    )
