import pytest

from articles.reading.spelling import find_misspellings

OWN = frozenset({"tirtasari"})


def found(text, names=()):
    return [(slip.word, slip.suggestions[0]) for slip in find_misspellings(text, names, OWN)]


@pytest.mark.parametrize(
    ("slip", "right"),
    [
        ("pengelolaann", "pengelolaan"),
        ("stuktural", "struktural"),
        ("lagsung", "langsung"),
        ("partsipasi", "partisipasi"),
        ("realiasi", "realisasi"),
        ("optimalisiasi", "optimalisasi"),
        ("penghelolaan", "pengelolaan"),
        ("diiterima", "diterima"),
        ("direpons", "direspons"),
        ("mengapersiasi", "mengapresiasi"),
        ("kegiatanrutin", "kegiatan rutin"),
        ("merupaan", "merupakan"),
        ("meningatkan", "meningkatkan"),
    ],
)
def test_slip_is_found_with_the_right_word_first(slip, right):
    assert found(f"Warga {slip} itu") == [(slip, right)]


@pytest.mark.parametrize(
    "word",
    [
        "antarpemerintah",
        "keelokan",
        "kebermanfaatan",
        "ketidakterhubungan",
        "diimplementasikan",
        "sinergitas",
        "raperda",
        "pungkasnya",
        "menyosialisasikan",
        "program-program",
        "se-kota",
        "tirtasari",
        "ducting",
    ],
)
def test_right_and_learned_words_raise_no_alarm(word):
    assert found(f"Warga {word} itu") == []


def test_names_and_abbreviations_raise_no_alarm():
    assert found("Pak Rengganiss dan BKADD, juga rengganiss", names=["Rengganiss"]) == []


def test_house_rules_give_their_reason():
    slips = find_misspellings("Walikota hadir Jum'at lalu.", (), frozenset())

    assert [(slip.word, slip.suggestions, slip.span, slip.reason) for slip in slips] == [
        ("Walikota", ("Wali Kota",), (0, 8), "Ditulis terpisah: wali kota."),
        ("Jum'at", ("Jumat",), (15, 21), "Nama hari ditulis Jumat, tanpa apostrof."),
    ]


def test_split_passive_is_a_slip_and_a_place_is_none():
    slips = find_misspellings("Tamu di terima di taman.", (), frozenset())

    assert [(slip.word, slip.suggestions, slip.span) for slip in slips] == [
        ("di terima", ("diterima",), (5, 14))
    ]


def test_address_of_a_site_is_no_word():
    assert found("Dimuat di kabarsarie.com dan kabarsarie.id.") == []
