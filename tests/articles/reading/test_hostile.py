"""Text that no release looks like: a plain reading, and never an error."""

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.reading import Index, UnreadableText, decode, read, releases_in
from tests.articles.reading.hostile import HOSTILE
from tests.articles.reading.tables import TABLES

INDEX = Index(TABLES)
PIECES = st.sampled_from(
    [
        "DPRD Kota Mekarsari", "Ketua Komisi II", "H. ", "S.H., M.H.", "“", "”", '"', "''", "‘", "(", ")", "*", "***", "_", "|", "![]()",
        "\n", "\n\n", "\r\n", " ", ", ", ". ", "- ", "– ", "Senin", "(1/2/2024)", "32/13/2024", "31 Februari 2025", "17-19 Mei 20256",
        "menerima kunjungan kerja ", "ke Kota Tirtasari ", "dan ", "yakni ", "ujarnya", "Bagus Santoso", "Larasati", "Kang ", "di Gedung ",
        "Foto: ", "(Laras/red)", "<p>", "</p>", "<!--", "&amp;", "&#0;", "&#99999999;", "[07.45, 24/11/2026] A: ", "Baca juga", "\u00a0",
        "\u200b", "\u00ad", "İ", "ﬁ", "😀", "\ud800", "\x00", "Dinas Perhubungan (Dishub) ", "Pansus 2 dan 3", "Fraksi PKS ", "Rp 1.000,00",
    ]
)  # fmt: skip


@settings(max_examples=250, deadline=None)
@given(st.lists(PIECES | st.text(max_size=12), max_size=40).map("".join))
def test_reading_of_anything_keeps_its_spans_inside_the_source(source):
    reading = read(source, INDEX).as_dict()

    spans = [
        span
        for kind in ("officials", "institutions", "units")
        for entry in reading[kind]
        for span in entry["spans"]
    ]
    spans += [entry["span"] for kind in ("quotes", "spelling") for entry in reading[kind]]
    assert [span for span in spans if not 0 <= span[0] < span[1] <= len(source)] == []


@pytest.mark.parametrize("source", HOSTILE.values(), ids=HOSTILE)
def test_reading_of_hostile_text_is_a_plain_reading(source):
    reading = read(source, INDEX).as_dict()

    assert reading["source"] == source
    assert all(part in source for part in releases_in(source))
    assert "".join(reading["paragraphs"]).count("\0") == 0


@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=2_000)
    | st.lists(PIECES, max_size=20).map(lambda p: "".join(p).encode("utf-8", "surrogatepass"))
)
def test_any_bytes_are_read_or_refused_in_words(data):
    with contextlib.suppress(UnreadableText):
        source = decode(data)
        assert read(source, INDEX).as_dict()["source"] == source


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "<",
                ">",
                "</",
                "<p",
                "<table>",
                "<td",
                "<!--",
                "-->",
                "<script>",
                "</script>",
                "=",
                '"',
                "&",
                ";",
                "#x",
                "rapat ",
                "\n",
            ]
        ),
        max_size=60,
    ).map("".join)
)
def test_any_markup_is_read_as_text(source):
    reading = read(source, INDEX).as_dict()

    assert [part for part in reading["paragraphs"] if "<script>" in part and "</script>" in part] == []
