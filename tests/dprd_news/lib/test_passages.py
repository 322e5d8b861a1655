import json

import pytest

from dprd_news.lib.passages import Passage


@pytest.mark.parametrize(
    ("words", "text", "left"),
    [
        ("Budi Contoh", "Siswa Budi Contoh hadir.", "Siswa […] hadir."),
        ("Budi Contoh", "Siswa BUDI\n  contoh hadir.", "Siswa […] hadir."),
        ("Budi Contoh", "Budi Contohan dan Rabudi Contoh.", "Budi Contohan dan Rabudi Contoh."),
        ("0812-3456", "Telepon 0812–3456.", "Telepon […]."),
        ('kata "itu"', "Soal kata “itu” saja.", "Soal […] saja."),
        ("Rp 5 (lima)", "Harga Rp 5 (lima), ya.", "Harga […], ya."),
        ("Budi", "Budi, Budi, Budi", "[…], […], […]"),
        ("A & B", "Toko A & B", "Toko […]"),
        ("Jalan Mawar Nomor 8", "1. Di Jalan Mawar\n\n2. Nomor 8 itu", "1. Di […] itu"),
        ("Jalan Mawar Nomor 8", "• Di Jalan Mawar\r\n  •Nomor 8 itu", "• Di […] itu"),
        ("1. Jalan Mawar\n2. Nomor 8", "Di Jalan Mawar Nomor 8 itu", "Di […] itu"),
        ("hadir\n2.000 orang", "yang hadir 2.000 orang", "yang […]"),
        ("Budi Contoh", "Budi - Contoh, Budi 2. Contoh", "Budi - Contoh, Budi 2. Contoh"),
    ],
)
def test_words_go_from_plain_text(words, text, left):
    assert Passage(words).removed_from(text) == left


@pytest.mark.parametrize(
    ("words", "html", "left"),
    [
        (
            "Budi Contoh",
            "<p>Siswa <strong>Budi</strong> Contoh hadir.</p>",
            "<p>Siswa <strong>[…]</strong> hadir.</p>",
        ),
        ("Budi Contoh", "<p>Bu<em>di</em> Contoh.</p>", "<p>[…].</p>"),
        ("Budi Contoh", "<p>Budi<br>Contoh hadir.</p>", "<p>[…]<br> hadir.</p>"),
        ("satu dua", "<p>Akhir satu</p><p>dua awal.</p>", "<p>Akhir […]</p><p> awal.</p>"),
        ("A & B", "<p>Toko A &amp; B.</p>", "<p>Toko […].</p>"),
        ("Budi Contoh", "<p>Budi&nbsp;Contoh</p>", "<p>[…]</p>"),
        ("0812", '<p>Hubungi <a href="tel:+62812">0812</a> saja.</p>', "<p>Hubungi […] saja.</p>"),
        (
            "Budi Contoh",
            '<p><a href="https://a.id/?q=Budi%20Contoh">profil</a></p>',
            "<p>profil</p>",
        ),
        ("strong", "<p><strong>Kuat</strong></p>", "<p><strong>Kuat</strong></p>"),
    ],
)
def test_words_go_from_rich_text_across_tags(words, html, left):
    assert Passage(words).removed_from(html) == left


def test_words_go_from_every_depth_of_json_and_keys_stay():
    stored = {"nama": ["Budi Contoh", {"isi": "<p>Oleh Budi <em>Contoh</em></p>"}], "Budi": 3, "ada": None}

    assert Passage("budi contoh").removed_from(stored) == {
        "nama": ["[…]", {"isi": "<p>Oleh […]</p>"}],
        "Budi": 3,
        "ada": None,
    }


def test_words_go_from_json_kept_as_text():
    kept = json.dumps([{"changed": {"object": "Keterangan “Budi” – siswa"}}])

    left = Passage('"Budi" – siswa').removed_from(kept)

    assert json.loads(left) == [{"changed": {"object": "Keterangan […]"}}]


@pytest.mark.parametrize("words", ["", "  ", "ab", " a  b "])
def test_too_few_characters_are_refused(words):
    with pytest.raises(ValueError, match="too few"):
        Passage(words)


def test_long_text_without_the_words_is_left_as_it_is():
    text = "<p>" + "kata <b>lain</b> &amp; " * 2000 + "</p>"

    assert Passage("Budi Contoh").removed_from(text) == text
