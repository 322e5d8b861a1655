"""What search knows of a record: its words as terms, when it is public, and when it happened."""

from datetime import date
from functools import lru_cache

from django.db import models

# A document's key tells the day, the kind and the record, so that the order of keys is that of time.
KIND_SHIFT, DAY_SHIFT = 40, 43
LAST_UNDATED = (1 << DAY_SHIFT) - 1


class SearchKind(models.IntegerChoices):
    """The kinds by the words of the address; those without a day come last in time."""

    ARTICLE = 1, "berita"
    VISIT = 2, "kunjungan"
    OFFICIAL = 3, "pejabat"
    INSTITUTION = 4, "lembaga"


def document_key(kind: int, record: int, day: date | None) -> int:
    return (day.toordinal() if day else 0) << DAY_SHIFT | kind << KIND_SHIFT | record


def first_key(day: date) -> int:
    """No document of that day or a later one has a smaller key."""
    return day.toordinal() << DAY_SHIFT


def kind_of(key: int) -> int:
    return key >> KIND_SHIFT & (1 << DAY_SHIFT - KIND_SHIFT) - 1


def record_of(key: int) -> int:
    return key & (1 << KIND_SHIFT) - 1


def year_of(key: int) -> int:
    """0 without a day."""
    return _year(key >> DAY_SHIFT)


@lru_cache(maxsize=10_000)
def _year(ordinal: int) -> int:
    return date.fromordinal(ordinal).year if ordinal else 0


class SearchDocument(models.Model):
    """Written by people.indexing alone. A record that is withdrawn or has no time has none."""

    id = models.BigIntegerField(primary_key=True)
    kind = models.PositiveSmallIntegerField(choices=SearchKind.choices)
    record = models.BigIntegerField()
    published_at = models.DateTimeField()
    # Terms, parted by blanks: of the title, of what it is about with its links, of the rest, and words as typed.
    title = models.TextField()
    about = models.TextField()
    body = models.TextField()
    typed = models.TextField()
    title_length = models.PositiveSmallIntegerField()
    topics = models.TextField()

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["kind", "record"], name="searchdocument_unique")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.record}"


class SearchPending(models.Model):
    """A record whose document has to be written anew; stored with the change, so that none is forgotten."""

    kind = models.PositiveSmallIntegerField(choices=SearchKind.choices)
    record = models.BigIntegerField()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.record}"
