"""Files named on the command line."""

import sys
from argparse import ArgumentTypeError
from datetime import date, datetime
from pathlib import Path

from articles.reading.text.files import MAX_BYTES, decode


def read_bytes(name: str, most: int) -> bytes:
    """The file's content, or standard input for "-": at most one byte more than `most`, which shows it too large.

    Raises ValueError with one clear line.
    """
    try:
        if name == "-":
            return sys.stdin.buffer.read(most + 1)
        with Path(name).open("rb") as file:
            return file.read(most + 1)
    except FileNotFoundError as error:
        raise ValueError(f"Berkas {name} tidak ditemukan.") from error
    except OSError as error:
        raise ValueError(
            f"Berkas {name} tidak dapat dibaca; periksa izinnya dan pastikan bukan folder."
        ) from error


def read_file(name: str) -> str:
    """The text of a release. Raises ValueError with one clear line."""
    return decode(read_bytes(name, MAX_BYTES))


def day(text: str) -> date:
    """A day given as an option. Raises ArgumentTypeError, which argparse prints with the option's name."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError(f"{text} bukan tanggal; tulis seperti 2025-06-23") from error


def moment(text: str) -> datetime:
    """A day, with a time if it has one, given as an option."""
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError(f"{text} bukan waktu; tulis seperti 2025-06-23T14:30") from error
