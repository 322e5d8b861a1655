"""A workbook of one sheet, sent while it is made: a chunk of rows in memory at a time, no cell a formula.

The archive is written forwards alone, each part before its length is known, and texts stand in their cells instead of
in a table of their own. ECMA-376, part 1, 18.
"""

import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import islice
from typing import Any
from xml.sax.saxutils import escape

from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import to_excel

from dprd_news.lib.sheets import ILLEGAL, Value, csv_cell, is_formula

CHUNK_ROWS = 500
MOST_CELL_CHARACTERS = 32_767
WIDTH_CHARACTERS = 24
# Excel counts days from here.
_FIRST_YEAR = 1900
_SHEET_NAME_ILLEGAL = re.compile(r"[\[\]:*?/\\]")
# What a reader takes for a sign of its own: "_x0041_" is an A.
_CODED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
# By their place in the part of styles. Text that looks like a formula stays text to whoever presses Enter in its cell.
PLAIN, TITLE, GUARDED, GUARDED_TITLE, DAY, MOMENT = range(6)
_STYLES = (
    f'{_XML}<styleSheet xmlns="{_MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>'
    '<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>'
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6">'
    + "".join(
        f'<xf numFmtId="{number}" fontId="{font}" fillId="0" borderId="0" xfId="0"{more}/>'
        for number, font, more in (
            (0, 0, ""),
            (0, 1, ' applyFont="1"'),
            (0, 0, ' quotePrefix="1"'),
            (0, 1, ' quotePrefix="1" applyFont="1"'),
            (164, 0, ' applyNumberFormat="1"'),
            (165, 0, ' applyNumberFormat="1"'),
        )
    )
    + '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


class _Outbox:
    """Takes what is written and hands it on; knows no way back, so the archive is written forwards."""

    def __init__(self) -> None:
        self.waiting = bytearray()

    def write(self, content: bytes) -> int:
        self.waiting += content
        return len(content)

    def flush(self) -> None:
        pass

    def take(self) -> bytes:
        taken = bytes(self.waiting)
        self.waiting.clear()
        return taken


def workbook(title: str, head: list[list[str]], rows: Iterable[Iterable[Value]]) -> Iterator[bytes]:
    """The file piece by piece; the last row of `head` names the columns."""
    outbox: Any = _Outbox()
    with zipfile.ZipFile(outbox, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in _parts(title).items():
            archive.writestr(name, content)
        with archive.open("xl/worksheets/sheet1.xml", "w") as part:
            part.write(_opening(head).encode())
            lines = _lines(head, rows)
            while chunk := "".join(islice(lines, CHUNK_ROWS)):
                part.write(chunk.encode())
                yield outbox.take()
            part.write(b"</sheetData></worksheet>")
    yield outbox.take()


def _parts(title: str) -> dict[str, str]:
    name = escape(_SHEET_NAME_ILLEGAL.sub(" ", ILLEGAL.sub("", title))[:31], {'"': "&quot;"})
    relation = f'<Relationship Id="rId%d" Type="{_DOCUMENT}/%s" Target="%s"/>'
    related = f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">%s</Relationships>'
    return {
        "[Content_Types].xml": f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>',
        "_rels/.rels": related % (relation % (1, "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_DOCUMENT}"><sheets>'
        f'<sheet name="{name}" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": related
        % (relation % (1, "worksheet", "worksheets/sheet1.xml") + relation % (2, "styles", "styles.xml")),
        "xl/styles.xml": _STYLES,
    }


def _opening(head: list[list[str]]) -> str:
    """The rows of `head` stay in sight."""
    return (
        f'{_XML}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="{len(head)}" '
        f'topLeftCell="A{len(head) + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f'<cols><col min="1" max="{len(head[-1])}" width="{WIDTH_CHARACTERS}" customWidth="1"/></cols><sheetData>'
    )


def _lines(head: list[list[str]], rows: Iterable[Iterable[Value]]) -> Iterator[str]:
    for number, titles in enumerate(head, start=1):
        yield _line(number, titles, is_title=True)
    for place, values in enumerate(rows, start=len(head) + 1):
        yield _line(place, values)


def _line(number: int, values: Iterable[Value], *, is_title: bool = False) -> str:
    cells = "".join(
        _cell(f"{get_column_letter(place)}{number}", value, is_title=is_title)
        for place, value in enumerate(values, start=1)
        if value not in (None, "")
    )
    return f'<row r="{number}">{cells}</row>'


def _cell(place: str, value: Value, *, is_title: bool) -> str:
    if isinstance(value, int | float):
        return f'<c r="{place}"><v>{value}</v></c>'
    if isinstance(value, date):
        if value.year >= _FIRST_YEAR:
            style = MOMENT if isinstance(value, datetime) else DAY
            return f'<c r="{place}" s="{style}"><v>{to_excel(value)}</v></c>'
        value = str(csv_cell(value))
    text = ILLEGAL.sub("", str(value))[:MOST_CELL_CHARACTERS]
    style = (TITLE if is_title else PLAIN) + (GUARDED if is_formula(text) else 0)
    said = escape(_CODED.sub("_x005F_", text), {"\r": "&#13;"})
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{said}</t></is></c>'
