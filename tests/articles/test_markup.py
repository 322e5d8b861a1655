import pytest

from articles.markup import html_of, with_markup_of, words_of

BODY = (
    "<h2>Sub</h2><p>Satu <strong>dua</strong> tiga.</p>"
    '<ul><li>Pertama</li><li>Kedua <a href="/x/" rel="noopener">tautan</a></li></ul>'
    "<blockquote><p>Kata dia.</p></blockquote><p>Akhir.</p>"
)
TEXT = "Sub\n\nSatu dua tiga.\n\n- Pertama\n\n- Kedua tautan\n\nKata dia.\n\nAkhir."


def test_text_that_nobody_touched_keeps_all_its_markup():
    assert with_markup_of(BODY, TEXT) == BODY


def test_only_the_paragraph_that_changed_loses_its_markup():
    text = TEXT.replace("dua tiga.", "dua empat.").replace("Akhir.", "Baru & <b>.\n\nAkhir.")

    assert with_markup_of(BODY, text) == BODY.replace(
        "<p>Satu <strong>dua</strong> tiga.</p>", "<p>Satu dua empat.</p>"
    ).replace("<p>Akhir.</p>", "<p>Baru &amp; &lt;b&gt;.</p><p>Akhir.</p>")


def test_list_of_which_a_part_changed_is_a_list_without_markup_inside():
    text = TEXT.replace("Pertama", "Lain")

    assert "</p><ul><li>Lain</li><li>Kedua tautan</li></ul><blockquote>" in with_markup_of(BODY, text)


def test_words_are_what_the_text_box_shows():
    assert words_of(BODY) == TEXT


@pytest.mark.parametrize(
    "html",
    [
        "<p>Isinya:</p><ol><li>Satu</li><li>Dua &amp; tiga</li></ol><p>Akhir.</p>",
        "<ul><li>Satu</li><li>Dua</li></ul><ol><li>Tiga</li><li>Empat</li></ol>",
        "<p>1. Sendiri</p>",
        "<p>3. Tiga</p><p>4. Empat</p>",
        "<p>- Sendiri</p>",
        "<p>2025 menjadi tahun pertama.</p><p>2026 menyusul.</p>",
    ],
)
def test_rich_text_comes_back_from_its_words(html):
    assert html_of(words_of(html).split("\n\n")) == html


@pytest.mark.parametrize(
    ("paragraphs", "html"),
    [
        (["1) Satu", "2) Dua"], "<ol><li>Satu</li><li>Dua</li></ol>"),
        (["• Satu", "•Dua"], "<ul><li>Satu</li><li>Dua</li></ul>"),
        (["- Satu", "• Dua"], "<p>- Satu</p><p>• Dua</p>"),
        (["1. Satu", "3. Tiga"], "<p>1. Satu</p><p>3. Tiga</p>"),
        (["1. <b>", "2. Dua"], "<ol><li>&lt;b&gt;</li><li>Dua</li></ol>"),
        (["–20 derajat", "–30 derajat"], "<p>–20 derajat</p><p>–30 derajat</p>"),
        (
            ["1.500 orang hadir.", "2.000 kursi terisi."],
            "<p>1.500 orang hadir.</p><p>2.000 kursi terisi.</p>",
        ),
        (["- ", "- Dua"], "<p>-</p><p>- Dua</p>"),
    ],
)
def test_marked_paragraphs_are_lists(paragraphs, html):
    assert html_of(paragraphs) == html


def test_list_inside_an_item_is_read_line_by_line():
    assert (
        words_of("<ol><li>Satu<ul><li>Anak</li></ul></li><li>Dua</li></ol>") == "1. Satu\n\n- Anak\n\n2. Dua"
    )


def test_text_without_earlier_markup_is_paragraphs():
    assert with_markup_of("", "Satu\nbaris.\n\nDua.") == "<p>Satu baris.</p><p>Dua.</p>"
