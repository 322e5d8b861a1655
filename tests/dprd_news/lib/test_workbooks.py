"""A workbook that is sent while it is made holds what it was given, as text, numbers and days."""

import io
import tracemalloc
import zipfile
from datetime import date, datetime

import pytest
from openpyxl import load_workbook

from dprd_news.lib.sheets import read_rows
from dprd_news.lib.workbooks import CHUNK_ROWS, workbook


def made(title="Daftar", head=(("Isi",),), rows=()):
    return b"".join(workbook(title, [list(line) for line in head], rows))


def cells(content):
    """Value, kind, whether it is kept from being a formula, and whether it is bold, cell by cell."""
    sheet = load_workbook(io.BytesIO(content)).active
    return [
        [(cell.value, cell.data_type, bool(cell.quotePrefix), bool(cell.font.bold)) for cell in row]
        for row in sheet.iter_rows()
    ]


def test_what_is_written_is_read_again():
    content = made(
        "Daftar: a/b", [["Satu", "Dua", "Tiga"]], [["=1+1", 3, None], ["Ö\x0b", 1.5, date(2029, 8, 5)]]
    )

    assert read_rows(content, "a.xlsx", 10) == [
        ["Satu", "Dua", "Tiga"],
        ["=1+1", "3"],
        ["Ö", "1.5", "2029-08-05"],
    ]
    assert load_workbook(io.BytesIO(content)).sheetnames == ["Daftar  a b"]


def test_each_value_keeps_its_kind():
    day, moment = date(2029, 8, 5), datetime(2029, 8, 5, 9, 30)

    rows = cells(
        made(head=[["=INTERNAL"], ["Isi", "Hari"]], rows=[["-1", 2, day], ["#N/A", date(1899, 1, 2), moment]])
    )

    assert rows == [
        [("=INTERNAL", "s", True, True), *[(None, "n", False, False)] * 2],
        [("Isi", "s", False, True), ("Hari", "s", False, True), (None, "n", False, False)],
        [("-1", "s", True, False), (2, "n", False, False), (datetime(2029, 8, 5), "d", False, False)],
        [("#N/A", "s", False, False), ("1899-01-02", "s", False, False), (moment, "d", False, False)],
    ]


@pytest.mark.parametrize("text", ["<b>&amp;</b>", " jarak  ", "dua\nbaris", "Ö😀", "]]>", '"kutip"'])
def test_text_comes_back_as_it_was(text):
    assert cells(made(rows=[[text]]))[1] == [(text, "s", False, False)]


def test_text_that_readers_would_decode_is_coded():
    with zipfile.ZipFile(io.BytesIO(made(rows=[["_x0041_ dan _x_"]]))) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()

    assert ">_x005F_x0041_ dan _x_<" in sheet


def test_cell_longer_than_excel_takes_is_cut():
    content = made(rows=[["x" * 40_000]])

    assert [len(row[0]) for row in read_rows(content, "a.xlsx", 10)] == [3, 32_767]


def test_titles_stay_in_sight_above_columns_wide_enough():
    sheet = load_workbook(io.BytesIO(made(head=[["Catatan"], ["Satu", "Dua"]]))).active

    assert (sheet.freeze_panes, sheet.column_dimensions["A"].width) == ("A3", 24)


def test_file_is_sent_while_it_is_made():
    asked = []

    def rows():
        for number in range(CHUNK_ROWS * 4):
            asked.append(number)
            yield [f"baris {number}"]

    pieces = workbook("Daftar", [["Isi"]], rows())
    first, asked_then = next(pieces), len(asked)
    rest = b"".join(pieces)

    assert (first[:2], asked_then, len(asked)) == (b"PK", CHUNK_ROWS - 1, CHUNK_ROWS * 4)
    assert zipfile.ZipFile(io.BytesIO(first + rest)).testzip() is None


def peak_bytes(count):
    """The most that Python held at once while so many rows were written."""
    tracemalloc.start()
    for _ in workbook("Daftar", [["Isi"]], ([f"baris {number}"] * 5 for number in range(count))):
        pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


def test_writing_many_rows_holds_few():
    few, many = peak_bytes(600), peak_bytes(6_000)

    assert many - few < 1_000_000
