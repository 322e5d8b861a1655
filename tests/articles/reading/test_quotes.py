"""What was said and by whom, however the marks are printed."""

import pytest

from articles.reading import Index, Tables, read
from tests.articles.reading.tables import COUNCIL, REGIONS

INDEX = Index(Tables(own=COUNCIL, regions=REGIONS))
CHAIR = f"Ketua {COUNCIL}, Bestari Cakrawangsa, membuka rapat."


def quotes(text):
    return [
        (quote["speaker"], quote["text"], quote["verb"]) for quote in read(text, INDEX).as_dict()["quotes"]
    ]


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("Rapat usai.“Kursi kami tambah lagi,” ujar Bestari.", "Kursi kami tambah lagi"),
        ('Rapat usai."Kursi kami tambah lagi," ujar Bestari.', "Kursi kami tambah lagi"),
        ("Kursi kami tambah lagi,”kata Bestari.", "Kursi kami tambah lagi"),
        ("”Kursi kami tambah lagi,” kata Bestari.", "Kursi kami tambah lagi"),
        ("‘Kursi kami tambah lagi,’ ujarnya.", "Kursi kami tambah lagi"),
        ('"Kursi kami tambah lagi", pungkas Bestari.', "Kursi kami tambah lagi"),
    ],
)
def test_quote_is_found_however_its_marks_are_printed(printed, words):
    found = quotes(f"{CHAIR}\n\n{printed}")

    assert [(speaker, text) for speaker, text, _ in found] == [("Bestari Cakrawangsa", words)]


def test_quote_over_two_paragraphs_that_is_closed_once_is_one():
    found = quotes(f"{CHAIR}\n\n“Kursi kami tambah lagi tahun depan.\n\nMejanya menyusul,” katanya.")

    assert found == [
        ("Bestari Cakrawangsa", "Kursi kami tambah lagi tahun depan.\nMejanya menyusul", "katanya")
    ]


def test_quote_that_breaks_off_with_the_text_is_none():
    assert quotes(f"{CHAIR}\n\n“Kursi kami tambah lagi tahun depan. Mejanya menyusul.") == []


def test_words_of_a_paper_are_nobodys():
    assert (
        quotes(f"{CHAIR}\n\nSurat Edaran Menteri menyebutkan: “Kursi ditambah lagi tahun depan ini.”") == []
    )


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        (
            "Tak hanya Bestari Cakrawangsa, Wakil Ketua DPRD Kota Mekarsari, Wisnu Hadiningrat, juga meminta meja.",
            "Wisnu Hadiningrat",
        ),
        ("Ia memuji Wali Kota Mekarsari, Sekar Arumdalu. Meski begitu, pihaknya menunggu meja.", "Bestari Cakrawangsa"),
        ("Didampingi Wisnu Hadiningrat, S.H., Bestari menunggu meja.", "Bestari Cakrawangsa"),
    ],
)  # fmt: skip
def test_quote_is_by_whom_the_sentence_before_is_about(sentence, speaker):
    found = quotes(f"{CHAIR}\n\n{sentence}\n\n“Meja itu kami perlukan,” jelasnya.")

    assert [who for who, _, _ in found] == [speaker]


def test_nickname_is_of_whoever_was_spoken_of():
    text = (
        f"{CHAIR}\n\nWakil Ketua {COUNCIL}, Wisnu Hadiningrat, mewakili Ketua Fraksi, Rangga Pradipta.\n\n"
        '"Meja itu kami perlukan," kata Unu, sapaan akrabnya.\n\n"Kursinya juga," tambah Unu.'
    )

    found = read(text, INDEX).as_dict()

    assert [quote["speaker"] for quote in found["quotes"]] == ["Wisnu Hadiningrat", "Wisnu Hadiningrat"]
    assert [person["name"] for person in found["officials"]] == [
        "Bestari Cakrawangsa",
        "Wisnu Hadiningrat",
        "Rangga Pradipta",
    ]


def test_expression_in_marks_is_no_quote():
    assert quotes(f"{CHAIR}\n\nBestari menyampaikan selamat datang di “rumah rakyat” itu.") == []
