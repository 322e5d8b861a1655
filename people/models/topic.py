"""Topics: one vocabulary for visits and articles."""

from typing import Self

from django.db import models
from django.urls import reverse
from taggit.models import GenericTaggedItemBase, TagBase

from dprd_news.lib.history import Kept
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


class Tagging(GenericTaggedItemBase):
    tag = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="taggings", verbose_name="topik")

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
