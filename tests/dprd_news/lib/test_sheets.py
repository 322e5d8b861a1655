"""Rows out as CSV and in from CSV or XLSX: letters, separators, and files made to do harm."""

import csv
import io
import zipfile
from datetime import date, datetime

import pytest
from openpyxl import Workbook

from dprd_news.lib.sheets import UnreadableSheet, csv_line, is_formula, read_rows

ROWS = [["Nama", "Fraksi"], ["Élan Ö", "A"]]
FIRST_ROW = '<row r="1"><c r="A1" t="inlineStr"><is><t>Nama</t></is></c></row>'


def xlsx(*rows):
    book, out = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.create_sheet("Kedua").append(["lain"])
    book.save(out)
    return out.getvalue()


def with_part(data, name, content):
    """The archive with one part exchanged or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return out.getvalue()


def sheet_xml(inner):
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{space}"><dimension ref="A1:XFD1048576"/><sheetData>{inner}</sheetData></worksheet>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_csv_is_read_in_any_letters_and_separator(encoding, separator):
    text = "\r\n".join(separator.join(row) for row in ROWS)

    assert read_rows(text.encode(encoding), "a.csv", 10) == ROWS


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("sep=|\nNama|Fraksi\nA|B", [["Nama", "Fraksi"], ["A", "B"]]),
        ('Nama;Gelar\n"Asep, A";"S.H.; M.H."', [["Nama", "Gelar"], ["Asep, A", "S.H.; M.H."]]),
        ("\n;;\nNama;Gelar\n", [[], ["", "", ""], ["Nama", "Gelar"]]),
        ('Nama\n"tidak ditutup', [["Nama"], ["tidak ditutup"]]),
        (
            "Dewan, Kota, Masa\nNama;Gelar\nAsep;S.H., M.H., M.M.\n",
            [["Dewan, Kota, Masa"], ["Nama", "Gelar"], ["Asep", "S.H., M.H., M.M."]],
        ),
        ("Nama;Gelar\rAsep;S.H.\r", [["Nama", "Gelar"], ["Asep", "S.H."]]),
        ("Nama\nAsep, S.H.\nBudi, S.T.\n", [["Nama"], ["Asep, S.H."], ["Budi, S.T."]]),
        ("Nama, Partai\nAsep, Elang\n", [["Nama", "Partai"], ["Asep", "Elang"]]),
    ],
)
def test_csv_is_read_as_spreadsheets_write_it(text, rows):
    assert read_rows(text.encode(), "a.csv", 10) == rows


def test_first_sheet_is_read_with_days_numbers_and_formulas_as_text():
    data = xlsx(["Nama", date(2029, 8, 5), datetime(2029, 8, 5, 9, 30), 4.0, 4.5, None, "=A1", True])

    assert read_rows(data, "a.XLSX", 10) == [
        ["Nama", "2029-08-05", "2029-08-05 09:30", "4", "4.5", "", "=A1", "True"]
    ]


def test_cells_joined_downwards_each_say_what_the_first_says():
    book, out = Workbook(), io.BytesIO()
    for row in (
        ["Daftar anggota", None, None],
        ["Nama", "Partai", "Suara"],
        ["Asep", "Elang", 1],
        ["Budi", None, 2],
        ["Cecep", None, None],
        ["Dedi", None, None],
    ):
        book.active.append(row)
    for block in ("A1:C1", "B3:B5", "C4:C6"):
        book.active.merge_cells(block)
    book.save(out)

    assert read_rows(out.getvalue(), "a.xlsx", 10) == [
        ["Daftar anggota"],
        ["Nama", "Partai", "Suara"],
        ["Asep", "Elang", "1"],
        ["Budi", "Elang", "2"],
        ["Cecep", "Elang", "2"],
        ["Dedi", "", "2"],
    ]


def test_empty_and_hidden_sheets_are_passed_over():
    book, out = Workbook(), io.BytesIO()
    hidden = book.create_sheet("Tersembunyi")
    hidden.append(["rahasia"])
    hidden.sheet_state = "hidden"
    book.create_sheet("Daftar").append(["Nama"])
    book.save(out)

    assert read_rows(out.getvalue(), "a.xlsx", 10) == [["Nama"]]


def test_sheet_with_a_look_but_no_words_is_passed_over():
    book, out = Workbook(), io.BytesIO()
    for number in range(1, 61):
        book.active.cell(number, 1).number_format = "0.00"
    book.create_sheet("Daftar").append(["Nama"])
    book.save(out)
    far = with_part(
        xlsx(["a"]), "xl/worksheets/sheet1.xml", sheet_xml('<row r="1048576"><c r="A1048576"/></row>')
    )

    assert read_rows(out.getvalue(), "a.xlsx", 100) == [["Nama"]]
    assert read_rows(far, "a.xlsx", 100) == [["lain"]]


def test_table_that_begins_far_below_is_refused_in_words():
    book, out = Workbook(), io.BytesIO()
    book.active.cell(31, 1).value = "Nama"
    book.save(out)

    with pytest.raises(UnreadableSheet, match="kosong: tidak ada isi dalam 30 baris pertama lembar mana pun"):
        read_rows(out.getvalue(), "a.xlsx", 100)


@pytest.mark.parametrize("name", ["a.xls", "a.xlsx"])
def test_locked_or_old_workbook_is_refused_in_words(name):
    with pytest.raises(UnreadableSheet, match="terkunci kata sandi, atau dari Excel yang lama"):
        read_rows(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), name, 10)


def test_csv_line_parts_and_quotes():
    assert csv_line(["a,b", '"', None, 2, datetime(2025, 1, 2, 3, 4)]) == '"a,b","""",,2,2025-01-02 03:04\r\n'


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize(
    "text", ["=1", "a;=1", 'a;"=1', "a; +1;b", "a\t@SUM(1)", "a\n-1", "a\r\n=1", 'a;\t""=1', " ＝1", "a;＋1"]
)
def test_no_cell_is_a_formula_whatever_the_separator_is_taken_for(delimiter, text):
    line = csv_line(["x", text, text])

    cells = [cell for row in csv.reader(io.StringIO(line, newline=""), delimiter=delimiter) for cell in row]
    assert [cell for cell in cells if is_formula(cell)] == []


def test_csv_text_that_is_no_formula_stays_as_it_is():
    text = "Rapat; lanjut – 3=3; a-b\nBaris kedua: x+y, z@w"

    assert next(csv.reader(io.StringIO(csv_line([text]), newline=""))) == [text]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (with_part(xlsx(["a"]), "xl/media/bom.bin", bytes(61_000_000)), "terlalu besar"),
        (with_part(xlsx(["a"]), "xl/sharedStrings.xml", b"<a>" + bytes(21_000_000)), "terlalu besar"),
        (with_part(xlsx(["a"]), "xl/workbook.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "tidak lazim"),
        (with_part(xlsx(["a"]), "xl/workbook.xml", "<workbook"), "rusak"),
        (with_part(xlsx(["a"]), "xl/worksheets/sheet1.xml", "<worksheet><sheetData><row><c"), "rusak"),
        (with_part(xlsx(["a"]), "xl/worksheets/sheet1.xml", sheet_xml(f'{FIRST_ROW}<row r="1048576"><c r="A1048576"/></row>')),
         "lebih dari 10 baris"),
        (with_part(with_part(xlsx(["a"]), "xl/worksheets/sheet1.xml", sheet_xml("")), "xl/worksheets/sheet2.xml", sheet_xml("")),
         "kosong"),
        (xlsx(*[["a"]] * 11), "lebih dari 10 baris"),
        (b"PK\x05\x06" + bytes(18), "rusak"),
        (b"PK\x03\x04", "rusak"),
    ],
    ids=range(10),
)  # fmt: skip
def test_xlsx_that_is_none_or_means_harm_is_refused_in_words(data, says):
    with pytest.raises(UnreadableSheet, match=says):
        read_rows(data, "a.xlsx", 10)


@pytest.mark.parametrize("data", [b"x" * 140_000, b'sep=;\n"' + b"x" * 140_000], ids=["titles", "rows"])
def test_csv_of_one_endless_cell_is_refused_in_words(data):
    with pytest.raises(UnreadableSheet, match="rusak"):
        read_rows(data, "a.csv", 10)
