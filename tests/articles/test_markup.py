import pytest

from articles.markup import html_of, with_markup_of, words_of
from dprd_news.lib.differences import merged

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


def test_list_of_which_an_item_changed_keeps_the_markup_of_the_others():
    text = TEXT.replace("Pertama", "Lain")

    assert with_markup_of(BODY, text) == BODY.replace("Pertama", "Lain")


ORDERED = "<ol><li>Satu</li><li>Dua</li></ol>"
NESTED = "<ol><li>Satu<ol><li>Anak A</li><li>Anak B</li></ol></li><li>Dua</li></ol>"
UNLIKE = "<ol><li><p>Satu</p><p>lanjut</p></li></ol>"


@pytest.mark.parametrize(
    ("html", "text", "left"),
    [
        (ORDERED, "1. Satu\n\n2. Dua\n\n3. Tiga", "<ol><li>Satu</li><li>Dua</li><li>Tiga</li></ol>"),
        (ORDERED, "1. Satu\n\n2. Dua\n3) Tiga", "<ol><li>Satu</li><li>Dua</li><li>Tiga</li></ol>"),
        (
            ORDERED,
            "1. Satu\n\n2. Dua\n\n3. Tiga\n\n4. Empat\n\nAkhir.",
            "<ol><li>Satu</li><li>Dua</li><li>Tiga</li><li>Empat</li></ol><p>Akhir.</p>",
        ),
        (ORDERED, "1. Satu\n\n2. Baru\n\n2. Dua", "<ol><li>Satu</li><li>Baru</li><li>Dua</li></ol>"),
        (ORDERED, "1. Baru\n\n2. Satu\n\n3. Dua", "<ol><li>Baru</li><li>Satu</li><li>Dua</li></ol>"),
        (ORDERED, "2. Dua", "<ol><li>Dua</li></ol>"),
        (ORDERED, "Satu\n\nDua", "<p>Satu</p><p>Dua</p>"),
        (ORDERED, "1. Satu\n\nSela.\n\n2. Dua", "<ol><li>Satu</li></ol><p>Sela.</p><p>2. Dua</p>"),
        (
            "<ul><li>Satu <em>x</em></li></ul>",
            "- Satu x\n\n• Dua",
            "<ul><li>Satu <em>x</em></li><li>Dua</li></ul>",
        ),
        ("<ul><li>Satu</li></ul>", "- Satu\n\n- Dua", "<ul><li>Satu</li><li>Dua</li></ul>"),
        ("<ul><li>Satu</li></ul>", "- Satu lagi", "<ul><li>Satu lagi</li></ul>"),
        (
            "<ul><li>Satu</li></ul><ul><li>Dua</li></ul>",
            "- Satu!\n\n- Dua",
            "<ul><li>Satu!</li></ul><ul><li>Dua</li></ul>",
        ),
        ("<p>Satu</p>", "- Satu", "<p>- Satu</p>"),
        ("<p>1. Satu</p>", "2. Satu", "<p>2. Satu</p>"),
        (UNLIKE, "1. Satu\n\nlanjut\n\nAkhir.", f"{UNLIKE}<p>Akhir.</p>"),
    ],
)
def test_list_keeps_its_items_and_takes_new_ones_in(html, text, left):
    assert with_markup_of(html, text) == left


@pytest.mark.parametrize(
    "marks", [("• ",) * 3, ("- ",) * 3, ("•",) * 3, ("1) ", "2) ", "3) "), ("1.", "2.", "3.")]
)
def test_item_that_a_revision_brings_joins_its_list_whatever_the_marks_of_the_source(marks):
    newer = ["Isi.", *(f"{mark}{word}" for mark, word in zip(marks, ("Satu", "Dua", "Tiga"), strict=True))]
    body = html_of(newer[:-1])

    text = merged("\n\n".join(newer[:-1]), words_of(body), "\n\n".join(newer))

    assert with_markup_of(body, text) == html_of(newer)
    assert html_of(newer).count("<li>") == 3


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Dua", "Dua!"),
        ("Satu", "Satu!"),
        ("Anak A", "Anak A!"),
        ("Anak B", "Anak B!"),
        ("Anak A</li>", "Anak A</li><li>Anak Baru</li>"),
        ("Anak B</li>", "Anak B</li><li>Anak C</li>"),
        ("Anak B", "Anak B<ul><li>Cucu</li></ul>"),
        ("<li>Anak B</li>", ""),
        ("</ol></li><li>Dua</li>", "</ol></li>"),
    ],
)
def test_list_inside_an_item_stays_there(before, after):
    changed = NESTED.replace(before, after)

    assert with_markup_of(NESTED, words_of(changed)) == changed


def test_list_inside_an_item_that_goes_is_still_a_list():
    left = with_markup_of(NESTED, "1. Anak A\n\n2. Anak B\n\n2. Dua")

    assert left == "<ol><li>Anak A</li><li>Anak B</li></ol><ol><li>Dua</li></ol>"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (
            "Isinya:\n\n1. sampah\n2. banjir",
            "<p>Isinya:</p><ol><li>sampah</li><li>banjir</li></ol>",
        ),
        (
            "Isinya:\n1. sampah\n2. banjir\nbesar\n3. 2025",
            "<p>Isinya:</p><ol><li>sampah</li><li>banjir besar</li><li>2025</li></ol>",
        ),
        ("• sampah\n• banjir", "<ul><li>sampah</li><li>banjir</li></ul>"),
        ("Rapat\n- sekali - dan\nselesai", "<p>Rapat - sekali - dan selesai</p>"),
        ("Pada tahun\n2. lalu\n5. itu", "<p>Pada tahun 2. lalu 5. itu</p>"),
    ],
)
def test_lines_that_begin_with_marks_are_items(text, html):
    assert with_markup_of("", text) == html


def test_line_break_in_an_untouched_paragraph_stays():
    assert with_markup_of("<p>1. Satu<br>2. Dua</p>", "1. Satu\n2. Dua") == "<p>1. Satu<br>2. Dua</p>"


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
        "<ol><li>2025 menjadi tahun pertama.</li><li>2026 menyusul.</li></ol>",
        f"<ol>{''.join(f'<li>Butir {n}</li>' for n in range(1, 121))}</ol>",
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
