"""Words that an Administrator removed from a record for good, known again by a fingerprint alone.

Whoever still has them on a screen, in a browser or in an e-mail may send them once more. The words themselves are
stored nowhere: a fingerprint can only be made anew with the site's secret key. A new key forgets them.
"""

import hmac
import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Self

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone

from dprd_news.lib.html import plain_text
from dprd_news.lib.items import marks_in, without_marks

_WORD = re.compile(r"\w+")
_TAG = re.compile(r"</?[a-z][^>]*>", re.IGNORECASE)


class RemovalQuerySet(models.QuerySet["Removal"]):
    def of(self, record: models.Model) -> Self:
        kind = ContentType.objects.get_for_model(record)
        return self.filter(content_type=kind, object_id=str(record.pk))

    def keep(self, record: models.Model, words: str, at: datetime) -> None:
        """Remember them, unless they are punctuation alone."""
        parts = _words(without_marks(words))
        if parts:
            kind, key = ContentType.objects.get_for_model(record), str(record.pk)
            made = fingerprint_of(parts)
            self.create(content_type=kind, object_id=key, fingerprint=made, length=len(parts), at=at)

    def found_in(self, texts: Iterable[str]) -> list[tuple["Removal", str]]:
        """Each of these that stands in a text, plain or rich, with the words as they stand there."""
        known: dict[int, dict[str, list[Removal]]] = {}
        for removal in self:
            known.setdefault(removal.length, {}).setdefault(removal.fingerprint, []).append(removal)
        shown = [plain_text(text) if _TAG.search(text) else text for text in texts] if known else []
        return [
            (removal, words)
            for text in shown
            for length, removals in known.items()
            for made, words in _runs(text, length)
            for removal in removals.get(made, ())
        ]


class Removal(models.Model):
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.CharField(max_length=40)
    fingerprint = models.CharField(max_length=64)
    # How many words it was made of.
    length = models.PositiveIntegerField()
    at = models.DateTimeField(default=timezone.now)

    objects = RemovalQuerySet.as_manager()

    class Meta:
        verbose_name = "kata yang dihapus"
        verbose_name_plural = "kata yang dihapus"
        ordering = ["pk"]
        indexes = [models.Index(fields=["content_type", "object_id"], name="removal_of_record")]

    def __str__(self) -> str:
        return f"{self.length} kata, {self.at:%Y-%m-%d}"


def fingerprint_of(words: list[str]) -> str:
    """Of lower-case words; punctuation and spacing make no other one."""
    key = f"people.removal {settings.SECRET_KEY}".encode()
    return hmac.digest(key, " ".join(words).encode(), "sha256").hex()


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _runs(text: str, length: int) -> Iterator[tuple[str, str]]:
    """The fingerprint of each run of so many words, and the run as it is written. Numbers of a list's items count
    as words and as none: rich text has none."""
    found = list(_WORD.finditer(text))
    marks = {at for start, end in marks_in(text) for at in range(start, end)}
    bare = [match for match in found if match.start() not in marks]
    yield from _runs_of(text, found, length)
    if len(bare) < len(found):
        yield from _runs_of(text, bare, length)


def _runs_of(text: str, found: list[re.Match[str]], length: int) -> Iterator[tuple[str, str]]:
    words = [match[0].casefold() for match in found]
    for start in range(len(words) - length + 1):
        run = text[found[start].start() : found[start + length - 1].end()]
        yield fingerprint_of(words[start : start + length]), run
