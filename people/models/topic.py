"""Topics: one vocabulary for visits and articles."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import reduce
from operator import or_
from typing import Any, Self

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from taggit.models import GenericTaggedItemBase, TagBase

from dprd_news.lib import caching
from dprd_news.lib.history import AT_ONCE, Kept
from people.models.address import Addressed


class Topic(Kept, Addressed, TagBase):  # type: ignore[django-manager-missing]
    name = models.CharField("nama", max_length=100, unique=True)
    description = models.TextField("uraian", blank=True)
    synonyms = models.TextField(
        "kata lain",
        blank=True,
        help_text="Satu kata atau frasa tiap baris; dikenali dalam rilis sebagai topik ini.",
    )

    class Meta:
        verbose_name = "topik"
        verbose_name_plural = "topik"
        ordering = ["name"]

    def get_absolute_url(self) -> str:
        return reverse("topic", args=[self.slug])

    def slug_source(self) -> str:
        return self.name

    def take_names(self, other: Self) -> None:
        lines = self.synonym_list()
        known = {self.name.casefold(), *(line.casefold() for line in lines)}
        for word in (other.name, *other.synonym_list()):
            if word.casefold() not in known:
                lines.append(word)
                known.add(word.casefold())
        self.synonyms = "\n".join(lines)

    def synonym_list(self) -> list[str]:
        return [line.strip() for line in self.synonyms.splitlines() if line.strip()]


class TaggingQuerySet(models.QuerySet):
    def of_each(self, records: Sequence[Any]) -> dict[int, set[int]]:
        """Keys of the topics of each of these records of one model, by the records' keys."""
        found: dict[int, set[int]] = {record.pk: set() for record in records}
        for key, topic in self._on(records).values_list("object_id", "tag_id"):
            found[key].add(topic)
        return found

    @transaction.atomic
    def settle(self, records: Sequence[Any], wanted: Mapping[int, set[int]]) -> None:
        """Give each of these records of one model exactly those topics; one that is gone by now is left out."""
        present = self.of_each(records)
        asked = set().union(*wanted.values())
        there = set(Topic.objects.filter(pk__in=asked).values_list("pk", flat=True))
        gone: dict[int, list[int]] = defaultdict(list)
        new = []
        for record in records:
            for topic in present[record.pk] - wanted[record.pk]:
                gone[topic].append(record.pk)
            new += [
                Tagging(content_object=record, tag_id=topic)
                for topic in sorted(wanted[record.pk] & there - present[record.pk])
            ]
        with caching.told_at_once():
            if gone:
                lost = (Q(tag=topic, object_id__in=keys) for topic, keys in gone.items())
                self._on(records).filter(reduce(or_, lost)).delete()
            caching.touched(Tagging, self.bulk_create(new, batch_size=AT_ONCE))

    def _on(self, records: Sequence[Any]) -> Self:
        kind = ContentType.objects.get_for_model(type(records[0]))
        return self.filter(content_type=kind, object_id__in=[record.pk for record in records])


class Tagging(GenericTaggedItemBase):
    tag = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="taggings", verbose_name="topik")

    objects = TaggingQuerySet.as_manager()

    class Meta:
        verbose_name = "pemakaian topik"
        verbose_name_plural = "pemakaian topik"
        ordering = ["pk"]
        indexes = [models.Index(fields=["tag", "content_type", "object_id"], name="tagging_of_topic")]
        constraints = [
            models.UniqueConstraint(fields=["content_type", "object_id", "tag"], name="tagging_unique"),
        ]

    def __str__(self) -> str:
        return str(self.tag)
