"""Figures laid out as SVG. Lengths along the page are percentages, so that a chart fits a phone with its
letters at full size; heights are pixels. All of it is text, since a template would write decimals with commas.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import ceil
from pathlib import Path
from textwrap import wrap

from dprd_news.lib.filters import Filters
from people.statistics import Figure

TILES_FILE = Path(__file__).resolve().parent / "data" / "province_tiles.csv"
TILE_COLUMNS, TILE_ROWS = 12, 7
TILE_HEIGHT_PX, TILE_GAP_PX = 44, 3
SHADES = 3
COLUMN_HEIGHT_PX, COLUMN_HEAD_PX, COLUMN_FOOT_PX = 132, 22, 24
# Two years would be two walls.
FEWEST_COLUMNS = 6
LINE_CHARACTERS, LINES = 34, 3
LINE_PX, BAR_PX, ROW_GAP_PX = 19, 12, 16


@dataclass(frozen=True)
class Shape:
    """One bar, column or tile with its words; x, width and middle are percentages, y and height pixels."""

    figure: Figure
    x: str
    y: int
    width: str
    height: int
    middle: str = ""
    label: str = ""
    lines: tuple[tuple[int, str], ...] = ()
    hit_y: int = 0
    hit_height: int = 0
    shade: int = 0


@dataclass(frozen=True)
class Tile:
    code: str
    abbreviation: str
    short_name: str
    column: int
    row: int


def _percent(value: float) -> str:
    return f"{value:.2f}%"


def columns(figures: Sequence[Figure], labels: Sequence[str]) -> tuple[list[Shape], int]:
    """Upright columns side by side, and the height of the whole."""
    most = max((figure.count for figure in figures), default=0) or 1
    step = 100 / max(len(figures), FEWEST_COLUMNS)
    found = []
    for place, (figure, label) in enumerate(zip(figures, labels, strict=True)):
        height = ceil(COLUMN_HEIGHT_PX * figure.count / most)
        found.append(
            Shape(
                figure,
                x=_percent(step * (place + 0.14)),
                y=COLUMN_HEAD_PX + COLUMN_HEIGHT_PX - height,
                width=_percent(step * 0.72),
                height=height,
                middle=_percent(step * (place + 0.5)),
                label=label,
            )
        )
    return found, COLUMN_HEAD_PX + COLUMN_HEIGHT_PX + COLUMN_FOOT_PX


def rows(figures: Sequence[Figure]) -> tuple[list[Shape], int]:
    """Bars below each other, each under its name, and the height of the whole."""
    most = max((figure.count for figure in figures), default=0) or 1
    found = []
    top = 0
    for figure in figures:
        words = wrap(figure.name, LINE_CHARACTERS, max_lines=LINES, placeholder=" …") or [figure.key]
        lines = tuple((top + LINE_PX * (number + 1) - 5, word) for number, word in enumerate(words))
        y = top + LINE_PX * len(words) + 3
        height = y + BAR_PX - top
        width = _percent(100 * figure.count / most)
        found.append(Shape(figure, "0%", y, width, BAR_PX, lines=lines, hit_y=top, hit_height=height))
        top += height + ROW_GAP_PX
    return found, top


@cache
def tiles() -> tuple[Tile, ...]:
    """The provinces as equal tiles, about where they lie; abbreviations are those of ISO 3166-2."""
    with TILES_FILE.open(encoding="utf-8", newline="") as lines:
        return tuple(
            Tile(row["code"], row["abbreviation"], row["short_name"], int(row["column"]), int(row["row"]))
            for row in csv.DictReader(lines)
        )


def tile_map(figures: Sequence[Figure]) -> tuple[list[tuple[Tile, Shape]], int]:
    """Every tile, those without a figure too, and the height of the whole."""
    known = {figure.key: figure for figure in figures}
    most = max((figure.count for figure in figures), default=0) or 1
    step = 100 / TILE_COLUMNS
    found = []
    for tile in tiles():
        figure = known.get(tile.code) or Figure(tile.code, tile.short_name, 0, Filters())
        shape = Shape(
            figure,
            x=_percent(step * (tile.column + 0.04)),
            y=tile.row * TILE_HEIGHT_PX,
            width=_percent(step * 0.92),
            height=TILE_HEIGHT_PX - TILE_GAP_PX,
            middle=_percent(step * (tile.column + 0.5)),
            shade=ceil(SHADES * figure.count / most),
        )
        found.append((tile, shape))
    return found, TILE_ROWS * TILE_HEIGHT_PX
