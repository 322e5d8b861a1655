"""Years and months in addresses: four digits and two, nothing else."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.urls import register_converter

FIRST_YEAR, LAST_YEAR = 1900, 2199


class Year:
    regex = "(?:19|20|21)[0-9]{2}"

    def to_python(self, text: str) -> int:
        return int(text)

    def to_url(self, year: int) -> str:
        return f"{year:04d}"


class Month:
    regex = "(?:0[1-9]|1[0-2])"

    def to_python(self, text: str) -> int:
        return int(text)

    def to_url(self, month: int) -> str:
        return f"{month:02d}"


def refuse_without_address(when: date | datetime | None) -> None:
    """Raises ValidationError for a day or moment whose page could have no address; None passes.

    The outermost years are refused too, since a moment in them may lie in another year elsewhere.
    """
    if when is not None and not FIRST_YEAR < when.year < LAST_YEAR:
        raise ValidationError(f"Tahun {when.year} tidak mungkin; periksa angka tahunnya.")


register_converter(Year, "yyyy")
register_converter(Month, "mm")
