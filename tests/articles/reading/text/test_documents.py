import io
import time
import zipfile

import pytest

from articles.reading.text.documents import Document, read_document
from articles.reading.text.files import UnreadableText
from tests.articles.reading.documents import NUMBERING, STYLED, docx, item, paragraph, styled, table

ENTITIES = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


def zipped(name, content):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return out.getvalue()


def test_document_keeps_paragraphs_tables_and_pictures():
    people = table(("Nama", "Jabatan"), ("Hj. Larasati, S.Sos.", "Ketua"))
    data = docx(["Judul Rilis", "Isi & penutup."], [b"gambar satu", b"gambar dua"], body=people)

    document = read_document(data, "rilis.docx")

    assert document == Document(
        "Judul Rilis\n\nIsi & penutup.\n\nNama, Jabatan\n\nHj. Larasati, S.Sos., Ketua",
        [("gambar-1.jpg", b"gambar satu"), ("gambar-2.jpg", b"gambar dua")],
    )


def test_items_of_lists_keep_their_marks():
    lists = item("Satu", 1) + item("Dua", 1) + paragraph("Lalu:") + item("Tiga", 2) + item("Empat", 2)

    document = read_document(docx(["Isinya:"], body=lists, extra=[NUMBERING]), "rilis.docx")

    assert document.text.split("\n\n") == ["Isinya:", "1. Satu", "2. Dua", "Lalu:", "- Tiga", "- Empat"]


@pytest.mark.parametrize(
    ("body", "part", "lines"),
    [
        (
            item("Awal", 1) + paragraph("Isi") + item("Tengah", 1) + paragraph("Isi") + item("Akhir", 1),
            NUMBERING,
            ["1. Awal", "Isi", "2. Tengah", "Isi", "3. Akhir"],
        ),
        (
            item("Satu", 1) + item("Dua", 1) + paragraph("Lain:") + item("Satu", 3) + item("Dua", 3),
            NUMBERING,
            ["1. Satu", "2. Dua", "Lain:", "1. Satu", "2. Dua"],
        ),
        (
            item("Satu", 1) + item("Anak", 1, 1) + item("Anak", 1, 1) + item("Dua", 1) + item("Anak", 1, 1),
            NUMBERING,
            ["1. Satu", "a. Anak", "b. Anak", "2. Dua", "a. Anak"],
        ),
        (item("Satu", 5) + item("Dua", 5), NUMBERING, ["Satu", "Dua"]),
        (item("Satu", 1) + item("", 1) + item("Tiga", 1), NUMBERING, ["1. Satu", "3. Tiga"]),
        (item("Satu", 9) + item("Dua", 9), NUMBERING, ["Satu", "Dua"]),
        (
            item("Satu", 1) + item("Dua", 1),
            (NUMBERING[0], NUMBERING[1].replace("</w:lvl>", '<w:lvlText w:val="%1.%2"/></w:lvl>')),
            ["Satu", "Dua"],
        ),
        (item("Satu", 2) + paragraph("Isi") + item("Dua", 2), NUMBERING, ["- Satu", "Isi", "- Dua"]),
        (styled("Satu") + styled("Dua"), STYLED, ["1. Satu", "2. Dua"]),
        (styled("Satu") + paragraph("Isi") + styled("Dua"), STYLED, ["Satu", "Isi", "Dua"]),
    ],
    ids=[
        "parted",
        "again",
        "letters",
        "roman",
        "empty",
        "unknown",
        "outline",
        "bullets",
        "style",
        "style parted",
    ],
)
def test_items_have_the_marks_that_word_prints_or_none(body, part, lines):
    assert read_document(docx(body=body, extra=[part]), "rilis.docx").text.split("\n\n") == lines


@pytest.mark.parametrize(
    "broken", ["<w:numbering", NUMBERING[1].replace('Override w:val="1"', f'Override w:val="{"9" * 5000}"')]
)
def test_numbering_that_cannot_be_read_is_refused(broken):
    with pytest.raises(UnreadableText):
        read_document(docx(body=item("Satu", 3), extra=[(NUMBERING[0], broken)]), "rilis.docx")


def test_plain_text_is_a_document_too():
    assert read_document("Rapat di balai.".encode("utf-16"), "rilis.txt") == Document("Rapat di balai.")


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (b"%PDF-1.7", "rilis.docx", "PDF belum dapat dibaca"),
        (b"\xd0\xcf\x11\xe0" + bytes(100), "rilis.docx", "Simpan Sebagai .docx"),
        (b"{\\rtf1}", "rilis.rtf", "Simpan Sebagai .docx"),
        (bytes(20_000_001), "rilis.docx", "lebih besar dari 20 MB"),
        (b"PK bukan arsip", "rilis.docx", "rusak"),
        (zipped("lain.txt", "x"), "rilis.docx", "rusak"),
        (zipped("word/document.xml", "<bukan"), "rilis.docx", "rusak"),
        (docx(["x"])[:-60], "rilis.docx", "rusak"),
        (docx(), "rilis.docx", "Tidak ada teks"),
        (docx(["&a;"], doctype=ENTITIES), "rilis.docx", "ditolak"),
        (docx(["x"], doctype=OUTSIDE), "rilis.docx", "ditolak"),
        (
            docx(["x"], extra=[("word/styles.xml", "<?xml version='1.0'?>".encode("utf-16"))]),
            "a.docx",
            "ditolak",
        ),
        (docx(["x"], extra=[("word/media/bom.bin", bytes(130_000_000))]), "rilis.docx", "terlalu besar"),
        (docx(["kata " * 500_000]), "rilis.docx", "terlalu panjang"),
        (docx(["x"], extra=[(f"p{n}.txt", "") for n in range(1_001)]), "rilis.docx", "terlalu besar"),
        (docx(body="<w:p>" * 20_000), "rilis.docx", "rusak"),
    ],
    ids=range(16),
)
def test_document_that_is_none_or_means_harm_is_refused_in_words(data, name, says):
    started = time.monotonic()

    with pytest.raises(UnreadableText) as refused:
        read_document(data, name)

    assert (says in str(refused.value), time.monotonic() - started < 2) == (True, True)


def test_deep_document_is_read_or_refused_and_never_a_crash():
    deep = "<w:tbl><w:tr><w:tc>" * 3_000 + paragraph("dasar") + "</w:tc></w:tr></w:tbl>" * 3_000

    with pytest.raises(UnreadableText):
        read_document(docx(body=deep), "rilis.docx")
