import pytest
from django.utils.html import conditional_escape
from hypothesis import given
from hypothesis import strategies as st

from dprd_news.lib.html import (
    absolute_links,
    blocks,
    first_paragraph,
    paragraphs_to_html,
    plain_beginning,
    plain_text,
    relinked,
    safe,
    sanitise,
    text_with_marks,
    typed,
    with_marks,
)

ATTACKS = {
    "<script>alert(1)</script><p>Aman</p>": "<p>Aman</p>",
    "<p onclick='alert(1)'>Aman</p>": "<p>Aman</p>",
    "<p style='color:red' class='MsoNormal' id='x'>Aman</p>": "<p>Aman</p>",
    "<img src=x onerror=alert(1)>": "",
    "<svg onload=alert(1)><p>Aman</p></svg>": "<p>Aman</p>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>": "",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>": "",
    "<iframe src='https://jahat.example'></iframe><p>Aman</p>": "<p>Aman</p>",
    "<a href='javascript:alert(1)'>x</a>": '<a rel="noopener">x</a>',
    "<a href='jAva\tscript:alert(1)'>x</a>": '<a rel="noopener">x</a>',
    "<a href='&#106;avascript:alert(1)'>x</a>": '<a rel="noopener">x</a>',
    "<a href='data:text/html,x'>x</a>": '<a rel="noopener">x</a>',
    "<a href='vbscript:x'>x</a>": '<a rel="noopener">x</a>',
    "<form action=/admin/><input name=q><button>Kirim</button></form>": "Kirim",
    "<base href='https://jahat.example/'><p>Aman</p>": "<p>Aman</p>",
    "<meta http-equiv=refresh content='0;url=https://jahat.example'>": "",
    "<style>body{display:none}</style><p>Aman</p>": "<p>Aman</p>",
    "<p>Aman<!-- <script>alert(1)</script> --></p>": "<p>Aman</p>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>": "'&gt;",
    "<b onmouseover=alert(1)>Aman</b>": "<strong>Aman</strong>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>": "ipt&gt;alert(1)ipt&gt;",
}


@pytest.mark.parametrize(("attack", "cleaned"), ATTACKS.items())
def test_sanitise_disarms_attacks(attack, cleaned):
    assert sanitise(attack) == cleaned


def test_sanitise_keeps_what_editors_use():
    html = (
        "<h2>Agenda</h2><p>Rapat <strong>terbuka</strong> dan <em>singkat</em>.<br>Pukul 09.00</p>"
        "<h3>Peserta</h3><ul><li><p>Satu</p></li></ul><ol><li><p>Dua</p></li></ol>"
        "<blockquote><p>Kutipan</p></blockquote>"
        '<p><a href="https://contoh.example/a?b=1&amp;c=2" rel="noopener">tautan</a></p>'
        '<table><tbody><tr><th colspan="2" scope="col">Judul</th></tr>'
        '<tr><td rowspan="2">A</td><td>B</td></tr></tbody></table>'
    )

    assert sanitise(html) == html


def test_sanitise_renames_the_tags_of_other_editors():
    pasted = (
        "<h1>Judul</h1><div><B>Tebal</B> <i class='x'>miring</i></div><h4>Anak</h4><br/><bagian>x</bagian>"
    )

    assert sanitise(pasted) == (
        "<h2>Judul</h2><p><strong>Tebal</strong> <em>miring</em></p><h3>Anak</h3><br>x"
    )


def test_sanitise_drops_empty_paragraphs_and_nul():
    assert sanitise("<p>Sa\x00tu</p><p>&nbsp;</p><p><br></p><p></p><p>Dua</p>\n") == "<p>Satu</p><p>Dua</p>"


FRAGMENTS = [
    "<p>",
    "</p>",
    "<b>",
    "</i>",
    "<div>",
    "<table>",
    "<td>",
    "<li>",
    "<a href='/x'>",
    "</a>",
    "<svg>",
    "<style>",
    "</style>",
    "<!--",
    "-->",
    "<math>",
    "<h1>",
    "&nbsp;",
    "&lt;b&gt;",
    "\r\n",
    " x ",
    "<",
]


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=14).map("".join))
def test_sanitise_changes_nothing_the_second_time(html):
    once = sanitise(html)

    assert sanitise(once) == once


def test_sanitise_survives_deep_nesting():
    html = "<blockquote>" * 3000 + "x" + "</blockquote>" * 3000

    assert plain_text(sanitise(html)) == "x"


def test_safe_is_not_escaped_by_a_template():
    assert conditional_escape(safe("<p>Isi &amp; arti</p>")) == "<p>Isi &amp; arti</p>"


def test_safe_puts_each_table_in_a_box_that_the_keyboard_reaches():
    table = "<table><tbody><tr><td>Satu</td></tr></tbody></table>"

    shown = safe(f"<p>Isi</p>{table}{table}")

    box = f'<div class="table" role="group" aria-label="Tabel" tabindex="0">{table}</div>'
    assert shown == f"<p>Isi</p>{box}{box}"


def test_plain_text_keeps_blocks_apart():
    html = "<h2>A &amp; B</h2><p>Satu\ndua<br>tiga</p><ul><li>Butir</li></ul><table><tr><td>1</td><td>2</td></tr></table>"

    assert plain_text(html) == "A & B\n\nSatu dua\ntiga\n\nButir\n\n1 2"


def test_plain_text_of_empty_blocks_stands_one_empty_line_apart():
    assert plain_text("<p>Satu</p><p> <br> </p><p></p><p>dua</p>") == "Satu\n\ndua"


def test_beginning_is_that_of_the_whole_text_however_much_is_markup():
    long = "<p>Pagi &amp; sore di taman kota.</p>" * 200
    empty = "<table><tr><td></td></tr></table>" * 50 + "<p>Akhir</p>"

    assert plain_beginning(long, 300)[:300] == plain_text(long)[:300]
    assert len(plain_beginning(long, 300)) < 600
    assert plain_beginning(empty, 300) == plain_text(empty)


def test_marked_parts_are_escaped_once():
    parts = [("<b>Pagi</b> & ", False), ('"kota"', True), ("</mark>", False)]

    found = conditional_escape(with_marks(parts))

    assert found == "&lt;b&gt;Pagi&lt;/b&gt; &amp; <mark>&quot;kota&quot;</mark>&lt;/mark&gt;"


def test_plain_text_leaves_escaped_markup_as_words():
    assert plain_text("<p>Tulis &lt;b&gt; di sini</p>") == "Tulis <b> di sini"


def test_paragraphs_to_html_escapes_and_leaves_out_blanks():
    html = paragraphs_to_html(["Satu <b>&</b> dua", "  ", 'Ia\n berkata "ya"'])

    assert html == '<p>Satu &lt;b&gt;&amp;&lt;/b&gt; dua</p><p>Ia berkata "ya"</p>'
    assert sanitise(html) == html


def test_first_paragraph_skips_headings_and_empty_ones():
    html = "<h2>Judul</h2><p>&nbsp;</p><p>Isi <em>pertama</em>.</p><p>Kedua.</p>"

    assert first_paragraph(html) == "Isi pertama."
    assert first_paragraph("<h2>Judul</h2>") == ""


def test_absolute_links_completes_addresses_for_a_feed():
    html = (
        '<figure><img src="/media/a.jpg" alt="Rapat"><figcaption>Rapat</figcaption></figure>'
        '<p><a href="/kunjungan/">satu</a> <a href="#catatan">dua</a> <a href="https://lain.example/">tiga</a></p>'
    )

    whole = absolute_links(html, "https://dprd.example/berita/2025/06/judul/")

    assert whole == (
        '<figure><img src="https://dprd.example/media/a.jpg" alt="Rapat"><figcaption>Rapat</figcaption></figure>'
        '<p><a href="https://dprd.example/kunjungan/" rel="noopener">satu</a> '
        '<a href="https://dprd.example/berita/2025/06/judul/#catatan" rel="noopener">dua</a> '
        '<a href="https://lain.example/" rel="noopener">tiga</a></p>'
    )


def test_typed_makes_paragraphs_of_lines_without_markup():
    assert typed("Satu & dua.\r\n\r\n  Tiga.\n") == "<p>Satu &amp; dua.</p><p>Tiga.</p>"
    assert typed("<p>Satu<br>dua</p>\n<script>x</script>") == "<p>Satu<br>dua</p>"
    assert typed("") == ""


def test_blocks_are_the_outermost_elements():
    html = "<h2>Satu</h2><p>Dua<br>baris</p><ul><li><p>Tiga</p></li><li>Empat</li></ul>"

    assert blocks(html) == [
        "<h2>Satu</h2>",
        "<p>Dua<br>baris</p>",
        "<ul><li><p>Tiga</p></li><li>Empat</li></ul>",
    ]
    assert (blocks(""), blocks("kata saja")) == ([], ["kata saja"])


def test_relinked_changes_addresses_and_drops_links_without_one():
    html = '<p><a href="/a?x=1&amp;y=2" rel="noopener">satu <em>dua</em></a> <a href="/b">tiga</a></p>'

    changed = relinked(html, {"/a?x=1&y=2": '/c"&d'}.get)

    assert changed == '<p><a href="/c&quot;&amp;d">satu <em>dua</em></a> tiga</p>'


def test_text_with_marks_says_the_formatting_in_words():
    html = (
        '<h2>Agenda</h2><p>Rapat <strong>terbuka</strong><br><a href="/a/">di sini</a></p>'
        "<ul><li>Satu</li><li><p><em>Dua</em></p></li></ul>"
    )

    assert " ".join(text_with_marks(html).split()) == (
        "[judul bagian] Agenda [/judul bagian] Rapat [tebal] terbuka [/tebal] ↵ di sini (/a/) ¶ "
        "[daftar] [butir] Satu [/butir] [butir] [miring] Dua [/miring] [/butir] [/daftar]"
    )
