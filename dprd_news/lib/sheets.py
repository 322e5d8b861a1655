"""Tables as spreadsheets: rows out as CSV, no cell of them a formula (XLSX: `workbooks`); rows in from either."""

import csv
import io
import itertools
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time
from pathlib import PurePosixPath
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import column_index_from_string

from dprd_news.lib import office_files
from dprd_news.lib.encodings import decoded

# As a spreadsheet has it; None is an empty cell, a datetime is in the council's time.
Value = str | int | float | datetime | date | None

CSV_TYPE = "text/csv; charset=utf-8"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# Spreadsheets read a CSV file's letters as they are only with this in front.
MARK = "\ufeff"
# What a spreadsheet takes for a formula, also behind blanks, and in East Asian width.
_FORMULA_STARTS = tuple("=+-@＝＋－＠")
_BLANK_STARTS = ("\t", "\r", "\n")
# Where a spreadsheet set to another separator begins a new cell in the midst of a text, for whatever quotes stand
# around it: only the first cell of a line is held together by them.
_INNER_FORMULA = re.compile(r'([;\t\r\n])(?=[\s"]*[=+\-@＝＋－＠])')
ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")

MOST_BYTES = 5_000_000
MOST_UNPACKED_BYTES = 60_000_000
MOST_XML_BYTES = 20_000_000
# What is looked at to tell how a file is made.
SAMPLE_LINES, SAMPLE_CHARACTERS = 30, 50_000
DELIMITERS = (";", ",", "\t")
TEXT_SUFFIXES = (".csv", ".tsv", ".txt")
# Before 2007, and around whatever Excel locks with a password.
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_JOINED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=\"([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})\"")
SAVE_AS = "Buka di Excel atau LibreOffice, simpan sebagai .xlsx atau .csv, lalu unggah hasilnya."


class UnreadableSheet(ValueError):
    """The message, in Indonesian, says why a file is refused and what to do."""


# Out ------------------------------------------------------------------------------------------------


def is_formula(text: str) -> bool:
    """Whether a spreadsheet that reads the text as it stands would reckon with it."""
    return text.startswith(_BLANK_STARTS) or text.lstrip().startswith(_FORMULA_STARTS)


def csv_cell(value: Value) -> str | int | float:
    """Text that a spreadsheet would take for a formula has an apostrophe in front, also after ";", tab and line end."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float):
        return value
    text = _INNER_FORMULA.sub(r"\1'", value.replace("\x00", ""))
    return f"'{text}" if is_formula(text) else text


def csv_line(values: Iterable[Value]) -> str:
    return _WRITER.writerow([csv_cell(value) for value in values])


class _Echo:
    """What the writer writes is handed back as the line itself."""

    def write(self, line: str) -> str:
        return line


_WRITER: Any = csv.writer(_Echo())


# In -------------------------------------------------------------------------------------------------


def read_rows(data: bytes, name: str, most_rows: int) -> list[list[str]]:
    """The cells of a CSV file or of the first sheet of an XLSX file that holds any, blank rows included.

    A sheet that is blank for SAMPLE_LINES rows holds none, however far its frames and colours reach. Dates come as
    "2024-08-05", a formula as its text, "=A1"; cells joined downwards each say what the first says. The file is what
    its content says, and has to be what its name says too. Raises UnreadableSheet.
    """
    read = _reader_of(data, PurePosixPath(name).suffix.lower())
    rows = list(itertools.islice(read(data), most_rows + 1))
    if len(rows) > most_rows:
        raise UnreadableSheet(_too_long(most_rows))
    while rows and not any(rows[-1]):
        rows.pop()
    if not rows:
        raise UnreadableSheet("Berkas ini kosong: tidak ada satu baris pun di dalamnya.")
    return rows


def _too_long(most_rows: int) -> str:
    return f"Berkas ini lebih dari {most_rows:,} baris. Unggah hanya daftar yang dimaksud.".replace(",", ".")


def _reader_of(data: bytes, suffix: str) -> Callable[[bytes], Iterator[list[str]]]:
    if len(data) > MOST_BYTES:
        raise UnreadableSheet(f"Berkas ini lebih besar dari {MOST_BYTES // 1_000_000} MB.")
    if not data.strip():
        raise UnreadableSheet("Berkas ini kosong: tidak ada satu baris pun di dalamnya.")
    if data.startswith(_OLD_OFFICE):
        raise UnreadableSheet(f"Berkas ini terkunci kata sandi, atau dari Excel yang lama. {SAVE_AS}")
    if suffix not in {".xlsx", *TEXT_SUFFIXES}:
        raise UnreadableSheet(f"Berkas {suffix or 'tanpa akhiran'} tidak dapat dibaca. {SAVE_AS}")
    is_archive = data.startswith(b"PK")
    if is_archive != (suffix == ".xlsx"):
        found = "XLSX atau arsip lain" if is_archive else "bukan XLSX"
        raise UnreadableSheet(f"Nama berkasnya {suffix}, tetapi isinya {found}. {SAVE_AS}")
    return _xlsx_rows if is_archive else _csv_rows


def _csv_rows(data: bytes) -> Iterator[list[str]]:
    text = decoded(data)
    if "\x00" in text or len(ILLEGAL.findall(text)) * 20 > len(text):
        raise UnreadableSheet(f"Isi berkas ini bukan teks, jadi bukan CSV. {SAVE_AS}")
    head, _, rest = text.partition("\n")
    # Excel's own way of naming the separator.
    told = re.fullmatch(r'"?sep=(.)"?\s*', head, re.IGNORECASE)
    try:
        delimiter = told[1] if told else _delimiter_of(text)
        text = rest if told else text
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            yield [ILLEGAL.sub("", cell).strip() for cell in row]
    except csv.Error as error:
        raise UnreadableSheet(
            f"CSV ini rusak, mungkin tanda kutipnya tidak berpasangan. {SAVE_AS}"
        ) from error


def _delimiter_of(text: str) -> str:
    """What parts most of the first rows alike: a title above the table, or a name with its degrees, holds commas too.

    Spreadsheets write no blank behind it; where every row has one, the first row decides.
    """
    first = itertools.islice(io.StringIO(text[:SAMPLE_CHARACTERS], newline=None), SAMPLE_LINES)
    lines = [line for line in first if line.strip(" ;,\t\n")]

    def alike(delimiter: str) -> tuple[int, int]:
        parted = (line.replace(f"{delimiter} ", " ") for line in lines)
        widths = Counter(len(row) for row in csv.reader(parted, delimiter=delimiter))
        cells_of_first = len(next(csv.reader(lines, delimiter=delimiter), []))
        return max((rows for width, rows in widths.items() if width > 1), default=0), cells_of_first

    return max(DELIMITERS, key=alike)


def _xlsx_rows(data: bytes) -> Iterator[list[str]]:
    try:
        office_files.check(data, "xl/workbook.xml", MOST_UNPACKED_BYTES, MOST_XML_BYTES)
        book = load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
        for sheet in (one for one in book.worksheets if one.sheet_state == "visible"):
            rows = _sheet_rows(sheet, data)
            first = list(itertools.islice(rows, SAMPLE_LINES))
            if any(map(any, first)):
                yield from first
                yield from rows
                return
    except office_files.TooLarge as error:
        raise UnreadableSheet(
            "Berkas XLSX ini terlalu besar setelah dibuka. Unggah hanya daftar yang dimaksud."
        ) from error
    except office_files.Hostile as error:
        raise UnreadableSheet(
            "Berkas XLSX ini memuat perintah yang tidak lazim dan ditolak. Salin isinya ke berkas baru."
        ) from error
    # Whatever the file's parts say about each other, its reader may stumble over it in any way.
    except Exception as error:
        raise UnreadableSheet(f"Berkas XLSX ini rusak atau terkunci kata sandi. {SAVE_AS}") from error
    raise UnreadableSheet(
        f"Berkas ini kosong: tidak ada isi dalam {SAMPLE_LINES} baris pertama lembar mana pun."
    )


def _sheet_rows(sheet: Any, data: bytes) -> Iterator[list[str]]:
    # What the file says of its own size may be wrong.
    sheet.reset_dimensions()
    joined = _joined_downwards(sheet, data)
    said: dict[int, tuple[str, int]] = {}
    for number, row in enumerate(sheet.iter_rows(), start=1):
        cells = [_text_of(cell) for cell in row]
        said = {place: one for place, one in said.items() if one[1] >= number}
        for place, (text, _) in said.items():
            cells += [""] * (place + 1 - len(cells))
            cells[place] = cells[place] or text
        for place, last in joined.get(number, ()):
            if place < len(cells):
                said[place] = (cells[place], last)
        yield cells


def _joined_downwards(sheet: Any, data: bytes) -> dict[int, list[tuple[int, int]]]:
    """By its first row, the place and last row of each block of joined cells that is more than one row high."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        part = archive.read(sheet._worksheet_path)
    found: dict[int, list[tuple[int, int]]] = {}
    for letters, first, last in _JOINED.findall(part):
        if int(first) < int(last):
            place = column_index_from_string(letters.decode()) - 1
            found.setdefault(int(first), []).append((place, int(last)))
    return found


def _text_of(cell: Any) -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return ILLEGAL.sub("", str(value)).strip()
