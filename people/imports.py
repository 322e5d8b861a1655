"""Rows from files into records. Run twice, the second changes nothing; what an editor made is left as it is.

Rows are dicts with the field names of the models; records refer to each other by slug (a post by its
name, a region by its code). A row whose record exists is skipped whole: only regions are ever updated.
"""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any, Self, TypeVar

from django.core.exceptions import ValidationError
from django.db import models, transaction

from people.models import Institution, InstitutionName, Official, OfficialName, Position, Post, Region

REGIONS_FILE = Path(__file__).resolve().parent / "data" / "regions.csv"

Row = Mapping[str, Any]
_Record = TypeVar("_Record", bound=models.Model)
# Columns that a row gives as they are.
_OF_INSTITUTION = (
    "slug", "name", "short_name", "kind", "description", "website", "starts_on", "ends_on", "seats",
)  # fmt: skip
_OF_OFFICIAL = (
    "slug", "name", "front_title", "back_title", "nickname", "biography", "party", "electoral_district",
)  # fmt: skip


@dataclass(frozen=True)
class Counts:
    """What an import did. `made` holds the records created, in that order."""

    created: int = 0
    updated: int = 0
    skipped: int = 0
    made: tuple[models.Model, ...] = field(default=(), compare=False, repr=False)

    @classmethod
    def of_created(cls, *records: models.Model) -> Self:
        return cls(created=len(records), made=records)

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.created + other.created,
            self.updated + other.updated,
            self.skipped + other.skipped,
            self.made + other.made,
        )

    def __str__(self) -> str:
        return f"{self.created} dibuat, {self.updated} diperbarui, {self.skipped} dilewati"


SKIPPED = Counts(skipped=1)
UPDATED = Counts(updated=1)


def read_regions(path: Path = REGIONS_FILE) -> list[dict[str, str]]:
    """The rows of the vendored file; data/LICENSE-regions.md tells its columns and source."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def regions_on_paper() -> list[Region]:
    """The vendored file's regions, unsaved, for whoever asks before a site is set up."""
    return [_filled_in(Region(code=row["code"]), row) for row in read_regions()]


def _filled_in(region: Region, row: Row) -> Region:
    for name in ("level", "name", "proper_name", "council_name", "source", "decree"):
        setattr(region, name, row[name])
    region.parent_id = row["parent_code"] or None
    region.has_council = row["has_council"] == "true"
    return region


@transaction.atomic
def load_regions(rows: Iterable[Row]) -> Counts:
    """Provinces first, whatever the order of the rows.

    A region loaded under another decree is brought up to date; under the same decree whatever differs
    is an editor's correction and stays. Raises ValidationError for a row that is no region.
    """
    known = Region.objects.in_bulk()
    done = Counts()
    for row in sorted(rows, key=lambda row: row["code"]):
        region = known.get(row["code"])
        if region is not None and region.decree == row["decree"]:
            done += SKIPPED
            continue
        is_new = region is None
        region = _filled_in(region or Region(code=row["code"]), row)
        region.full_clean()
        region.save(force_insert=is_new)
        done += Counts.of_created(region) if is_new else UPDATED
    return done


@transaction.atomic
def load_posts(rows: Iterable[Row]) -> Counts:
    done = Counts()
    for row in rows:
        if Post.objects.filter(name=row["name"]).exists():
            done += SKIPPED
            continue
        done += Counts.of_created(_saved(Post(**row)))
    return done


@transaction.atomic
def load_institutions(rows: Iterable[Row], published_at: datetime | None = None) -> Counts:
    """Bodies with their other names and partners; a parent stands before its parts.

    Raises Institution.DoesNotExist for an unknown parent or partner.
    """
    rows = list(rows)
    done = Counts()
    partners: list[tuple[Institution, list[str]]] = []
    for row in rows:
        if Institution.objects.filter(slug=row["slug"]).exists():
            done += SKIPPED
            continue
        values = _only(row, *_OF_INSTITUTION)
        institution = Institution(**values, region_id=row.get("region"), published_at=published_at)
        if row.get("parent"):
            institution.parent = Institution.objects.get(slug=row["parent"])
        _saved(institution)
        for name in row.get("names", []):
            _saved(InstitutionName(institution=institution, **name))
        partners.append((institution, row.get("partners", [])))
        done += Counts.of_created(institution)
    # Partners may stand further down in the file, so they are joined when all bodies are there.
    for institution, slugs in partners:
        institution.partners.add(*(Institution.objects.get(slug=slug) for slug in slugs))
    return done


@transaction.atomic
def load_officials(rows: Iterable[Row], published_at: datetime | None = None) -> Counts:
    """People with their other spellings and positions. Raises DoesNotExist for an unknown body or post.

    Dates are as long as they are exact: "2024-09-24", "2025-01", "2025".
    """
    done = Counts()
    for row in rows:
        if Official.objects.filter(slug=row["slug"]).exists():
            done += SKIPPED
            continue
        values = _only(row, *_OF_OFFICIAL)
        official = _saved(Official(**values, published_at=published_at))
        for name in row.get("names", []):
            _saved(OfficialName(official=official, name=name))
        positions = [_saved(_position(official, held)) for held in row.get("positions", [])]
        done += Counts.of_created(official, *positions)
    return done


def read_date(text: str) -> tuple[date, str]:
    """The first day that the text can mean, and its precision. Raises ValidationError for anything else."""
    try:
        parts = [int(part) for part in text.split("-")]
        precision = {1: Position.Precision.YEAR, 2: Position.Precision.MONTH, 3: Position.Precision.DAY}[
            len(parts)
        ]
        return date(*parts, *[1] * (3 - len(parts))), precision
    except (ValueError, KeyError) as error:
        raise ValidationError(f"Bukan tanggal: {text}") from error


def _position(official: Official, row: Row) -> Position:
    position = Position(
        official=official,
        post=Post.objects.get(name=row["post"]),
        institution=Institution.objects.get(slug=row["institution"]),
        acting=row.get("acting", ""),
        end_reason=row.get("end_reason", ""),
    )
    if row.get("starts_on"):
        position.starts_on, position.starts_precision = read_date(row["starts_on"])
    if row.get("ends_on"):
        position.ends_on, position.ends_precision = read_date(row["ends_on"])
    return position


def _only(row: Row, *names: str) -> dict[str, Any]:
    return {name: row[name] for name in names if name in row}


def _saved(record: _Record) -> _Record:
    record.full_clean()
    record.save()
    return record
