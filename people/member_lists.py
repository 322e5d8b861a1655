"""The table of a council's members, as commissions and councils print it, becomes rows of named fields.

Columns are known by their titles, whatever their order; a title may stand above the table, and rows that only
number the columns or repeat their titles are passed over.
"""

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import date
from itertools import zip_longest
from typing import Any, Self

from dprd_news.lib.indonesian import MONTHS
from dprd_news.lib.sheets import UnreadableSheet, Value, is_formula

# By law (UU 7/2017) a province's council has 120 seats at most, a city's 55.
MOST_MEMBERS = 150
# Titles above the table and empty rows below it.
MOST_ROWS = MOST_MEMBERS + 100
HEAD_ROWS = 20
MOST_TEXT = 200

TITLES: dict[str, tuple[str, ...]] = {
    "name": (
        "Nama",
        "Nama lengkap",
        "Nama dan gelar",
        "Nama lengkap dan gelar",
        "Nama anggota",
        "Nama anggota DPRD",
        "Nama calon",
        "Nama calon terpilih",
        "Nama pejabat",
    ),
    "front_title": ("Gelar depan", "Gelar di depan"),
    "back_title": ("Gelar belakang", "Gelar di belakang", "Gelar"),
    "party": ("Partai", "Partai politik", "Parpol", "Asal partai", "Nama partai"),
    "electoral_district": ("Dapil", "Daerah pemilihan", "Daerah pemilihan (dapil)"),
    "post": ("Jabatan", "Jabatan dewan", "Jabatan DPRD", "Jabatan di dewan", "Jabatan di DPRD", "Kedudukan"),
    "commission": ("Komisi", "Nama komisi"),
    "commission_post": ("Jabatan komisi", "Jabatan di komisi", "Jabatan dalam komisi"),
    "faction": ("Fraksi", "Nama fraksi"),
    "faction_post": ("Jabatan fraksi", "Jabatan di fraksi", "Jabatan dalam fraksi"),
    "starts_on": (
        "Mulai",
        "Mulai menjabat",
        "Tanggal mulai",
        "Tanggal pelantikan",
        "Dilantik",
        "Sejak",
        "TMT",
    ),
}
# What the template shows, marked as what it is: such a row is never read.
SAMPLE_MARK = "CONTOH:"
SAMPLE = {
    "name": f"{SAMPLE_MARK} DRS. H. NAMA LENGKAP, S.H., M.H.",
    "party": "Partai Contoh",
    "electoral_district": "Dapil 1",
    "post": "Anggota",
    "commission": "Komisi I",
    "faction": "Fraksi Contoh",
    "starts_on": "2029-08-05",
}
_NUMBERING = re.compile(r"\(?\d{1,3}\)?\.?")
# "1. Asep Sunandar", "Asep Sunandar *)"
_AROUND_NAME = re.compile(r"^\d{1,3}[.)]\s*(?=\D)|\s*\(?\*+\)?$")
_EMPTY = {"", "-", "–", "—"}
_SPOKEN_DATE = re.compile(r"(?:\w+, )?(\d{1,2}) ([a-z]+) (\d{4})")
_WRITTEN_DATE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


@dataclass(frozen=True)
class MemberRow:
    """One member as the file prints them; texts are trimmed, "" where nothing stands. `number` counts the file's."""

    number: int
    name: str
    front_title: str = ""
    back_title: str = ""
    party: str = ""
    electoral_district: str = ""
    post: str = ""
    commission: str = ""
    commission_post: str = ""
    faction: str = ""
    faction_post: str = ""
    starts_on: str = ""

    @classmethod
    def of(cls, data: Any) -> Self:
        """From what `asdict` made of one. Raises ValueError for anything else."""
        if not isinstance(data, dict) or set(data) != {"number", *TITLES}:
            raise ValueError("not a row")
        texts = (value for key, value in data.items() if key != "number")
        if type(data["number"]) is not int or not all(isinstance(text, str) for text in texts):
            raise ValueError("not a row")
        return cls(**data)

    def as_data(self) -> dict[str, Any]:
        return asdict(self)

    def faults(self) -> list[str]:
        """What is wrong with the row by itself, in words."""
        told = [
            f"Kolom {TITLES[key][0]} berisi rumus. Salin kolomnya, lalu tempel sebagai nilai."
            for key in TITLES
            if is_formula(getattr(self, key))
        ]
        told += [
            f"Kolom {TITLES[key][0]} lebih panjang dari {MOST_TEXT} huruf."
            for key in TITLES
            if len(getattr(self, key)) > MOST_TEXT
        ]
        if not self.name:
            told.append("Kolom Nama kosong.")
        elif not told and (re.search(r"\d", self.name) or not re.search(r"[^\W\d_]{2}", self.name)):
            told.append(f"“{self.name}” bukan nama orang.")
        if self.starts_on and read_day(self.starts_on) is None:
            told.append(
                f"Tanggal mulai “{self.starts_on[:40]}” tidak terbaca. Tulis seperti 2029-08-05 atau 5 Agustus 2029."
            )
        return told


@dataclass(frozen=True)
class MemberList:
    rows: list[MemberRow]
    # Titles of columns that nothing is taken from.
    unused: list[str] = field(default_factory=list)


def read_members(table: Iterable[list[str]]) -> MemberList:
    """Raises UnreadableSheet where no row of titles names the people, or nobody stands below it."""
    lines = list(enumerate(table, start=1))
    head_number, titles, keys = _head(lines)
    rows = [row for number, cells in lines[head_number:] if (row := _row(number, cells, keys)) is not None]
    if not rows:
        raise UnreadableSheet("Di bawah baris judul kolom tidak ada seorang pun. Baris contoh tidak dibaca.")
    if len(rows) > MOST_MEMBERS:
        raise UnreadableSheet(f"Berkas ini memuat lebih dari {MOST_MEMBERS} orang. Unggah satu dewan saja.")
    used = set(keys.values())
    unused = [
        title
        for place, title in enumerate(titles)
        if title and place not in used and not _is_number_title(title)
    ]
    return MemberList(rows, unused)


def read_day(text: str) -> date | None:
    """ "2029-08-05", "5/8/2029", "5 Agustus 2029" or "Minggu, 5 Agustus 2029"; None for anything else."""
    try:
        if spoken := _SPOKEN_DATE.fullmatch(text.lower()):
            month = [name.lower() for name in MONTHS].index(spoken[2]) + 1
            return date(int(spoken[3]), month, int(spoken[1]))
        if written := _WRITTEN_DATE.fullmatch(text):
            return date(int(written[3]), int(written[2]), int(written[1]))
        return date.fromisoformat(text.partition(" ")[0])
    except ValueError:
        return None


def template_rows() -> tuple[list[str], list[Value]]:
    """Titles and the sample row of a file to fill in."""
    return [titles[0] for titles in TITLES.values()], [SAMPLE.get(key, "") for key in TITLES]


def plain(text: str) -> str:
    """A text as a key: small letters and digits, everything else a blank."""
    return " ".join(re.sub(r"[^\w]+", " ", text.casefold()).split())


_KEYS = {plain(title): key for key, titles in TITLES.items() for title in titles}


def _head(lines: list[tuple[int, list[str]]]) -> tuple[int, list[str], dict[str, int]]:
    """The number of the last row of titles, the titles, and the place of each known column."""
    for number, cells in lines[:HEAD_ROWS]:
        found = _known(cells)
        if "name" not in found:
            continue
        below = lines[number][1] if number < len(lines) else []
        both = _of_two_rows(cells, below)
        if _is_title_row(below, found["name"], both):
            return number + 1, both, _known(both)
        return number, cells, found
    shown = ", ".join(cell for cell in lines[0][1] if cell)[:120]
    raise UnreadableSheet(
        f"Tidak ada kolom Nama dalam {HEAD_ROWS} baris pertama. Baris pertamanya: “{shown}”. "
        "Pakai berkas contoh di halaman ini."
    )


def _known(titles: list[str]) -> dict[str, int]:
    """The place of each column that is known by its title."""
    found: dict[str, int] = {}
    for place, title in enumerate(titles):
        key = _KEYS.get(plain(title))
        if key in found:
            raise UnreadableSheet(f"Kolom {TITLES[key][0]} ada dua. Hapus salah satunya.")
        if key:
            found[key] = place
    return found


def _of_two_rows(above: list[str], below: list[str]) -> list[str]:
    """Titles of columns that stand in groups: "Keanggotaan" over "Komisi" and "Fraksi"."""
    titles, group = [], ""
    for title, under in zip_longest(above, below, fillvalue=""):
        group = title or group
        whole = f"{group} {under}"
        titles.append(whole if plain(whole) in _KEYS else under or title)
    return titles


def _is_title_row(cells: list[str], name_place: int, titles: list[str]) -> bool:
    """Whether a row below the first titles holds more of them, and nobody's name."""
    name = cells[name_place] if name_place < len(cells) else ""
    said = [title for title, cell in zip(titles, cells, strict=False) if cell]
    return (not name or _KEYS.get(plain(name)) == "name") and any(plain(title) in _KEYS for title in said)


def _row(number: int, cells: list[str], keys: dict[str, int]) -> MemberRow | None:
    """None for what is no member: an empty row, a numbering, the titles once more, the sample."""
    told = {key: " ".join(cells[place].split()) if place < len(cells) else "" for key, place in keys.items()}
    told = {key: "" if text in _EMPTY else text for key, text in told.items()}
    name = told["name"]
    is_repeated = _KEYS.get(plain(name)) == "name"
    if not any(told.values()) or is_repeated or _NUMBERING.fullmatch(name) or name.startswith(SAMPLE_MARK):
        return None
    return MemberRow(number=number, **{**told, "name": _AROUND_NAME.sub("", name)})


def _is_number_title(title: str) -> bool:
    return plain(title) in {"no", "nomor", "no urut", "nomor urut"}
