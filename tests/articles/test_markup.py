from articles.markup import with_markup_of

BODY = (
    "<h2>Sub</h2><p>Satu <strong>dua</strong> tiga.</p>"
    '<ul><li>Pertama</li><li>Kedua <a href="/x/" rel="noopener">tautan</a></li></ul>'
    "<blockquote><p>Kata dia.</p></blockquote><p>Akhir.</p>"
)
TEXT = "Sub\n\nSatu dua tiga.\n\nPertama\n\nKedua tautan\n\nKata dia.\n\nAkhir."


def test_text_that_nobody_touched_keeps_all_its_markup():
    assert with_markup_of(BODY, TEXT) == BODY


def test_only_the_paragraph_that_changed_loses_its_markup():
    text = TEXT.replace("dua tiga.", "dua empat.").replace("Akhir.", "Baru & <b>.\n\nAkhir.")

    assert with_markup_of(BODY, text) == BODY.replace(
        "<p>Satu <strong>dua</strong> tiga.</p>", "<p>Satu dua empat.</p>"
    ).replace("<p>Akhir.</p>", "<p>Baru &amp; &lt;b&gt;.</p><p>Akhir.</p>")


def test_list_of_which_a_part_changed_is_plain_paragraphs():
    text = TEXT.replace("Pertama", "Lain")

    assert "<p>Lain</p><p>Kedua tautan</p><blockquote>" in with_markup_of(BODY, text)


def test_text_without_earlier_markup_is_paragraphs():
    assert with_markup_of("", "Satu\nbaris.\n\nDua.") == "<p>Satu baris.</p><p>Dua.</p>"
