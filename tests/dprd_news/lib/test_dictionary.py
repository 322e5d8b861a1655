import pytest

from dprd_news.lib.dictionary import dictionary, of_short_root, roots, well_formed_roots


@pytest.mark.parametrize(
    ("word", "root"),
    [
        ("menunjukkan", "tunjuk"),
        ("mengonsumsi", "konsumsi"),
        ("ketidakterhubungan", "hubung"),
        ("antarkota", "kota"),
        ("peneliti", "teliti"),
        ("memproduksi", "produksi"),
    ],
)
def test_well_formed_word_has_its_root(word, root):
    assert root in well_formed_roots(word)


@pytest.mark.parametrize(
    ("word", "root"),
    [
        ("menunjukan", "tunjuk"),
        ("mengkonsumsi", "konsumsi"),
        ("meningatkan", "ingat"),
        ("memindahan", "pindah"),
    ],
)
def test_slip_of_an_affix_is_not_formed_of_its_root(word, root):
    assert root in roots(word)
    assert root not in well_formed_roots(word)


def test_roots_of_three_letters_count_where_they_are_listed():
    words = ("catnya", "pengecatan", "diuji", "dixyz", "abcnya")

    assert [word for word in words if of_short_root(word)] == ["catnya", "pengecatan", "diuji"]


def test_words_hold_no_common_slip():
    assert not dictionary().keys() & {"menunjukan", "sepeti", "lainya", "kerena", "perusahan", "dengn"}
