"""People who hold or held a public post. No private data has a field here."""

from datetime import date, datetime
from typing import Self

from django.db import models
from django.db.models import Q
from django.urls import reverse

from dprd_news.lib.history import Kept
from dprd_news.lib.indonesian import full_name
from dprd_news.lib.pictures import PictureField
from people.models.address import Addressed
from people.models.position import Position
from people.models.publication import PublishableQuerySet, Releasable


class OfficialQuerySet(PublishableQuerySet):
    def with_positions(self) -> Self:
        """Positions with post and institution at hand, so that naming a post asks nothing more."""
        return self.prefetch_related(models.Prefetch("positions", queryset=Position.objects.with_labels()))

    def search(self, words: str) -> Self:
        """People whose name, nickname or other spelling holds every word."""
        found = self
        for word in words.split():
            found = found.filter(
                Q(name__icontains=word) | Q(nickname__icontains=word) | Q(names__name__icontains=word)
            )
        return found.distinct()


class Official(Kept, Addressed, Releasable):
    kept_relations = ("positions", "names")

    name = models.CharField(
        "nama", max_length=200, help_text="Tanpa gelar, misalnya Susanto Triyogo Adiputro."
    )
    front_title = models.CharField("gelar depan", max_length=60, blank=True, help_text="Misalnya Dr. H.")
    back_title = models.CharField(
        "gelar belakang", max_length=120, blank=True, help_text="Misalnya S.ST., M.T."
    )
    nickname = models.CharField("nama panggilan", max_length=80, blank=True)
    biography = models.TextField("riwayat singkat", blank=True)
    portrait = PictureField("potret", blank=True, is_small=True)
    portrait_width_px = models.PositiveIntegerField(default=0, editable=False)
    portrait_height_px = models.PositiveIntegerField(default=0, editable=False)
    portrait_alt = models.CharField("teks alternatif potret", max_length=200, blank=True)
    portrait_credit = models.CharField("kredit potret", max_length=200, blank=True)
    party = models.CharField("partai", max_length=80, blank=True)
    electoral_district = models.CharField("daerah pemilihan", max_length=80, blank=True)
    died_on = models.DateField("wafat", null=True, blank=True)

    updated_at = models.DateTimeField("diperbarui", auto_now=True)

    objects = OfficialQuerySet.as_manager()

    class Meta:
        verbose_name = "pejabat"
        verbose_name_plural = "pejabat"
        ordering = ["name", "pk"]
        permissions = [("publish_official", "Dapat mengumumkan dan menarik pejabat")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("people:official", args=[self.slug])

    def take_names(self, other: Self) -> None:
        if other.name != self.name:
            self.names.get_or_create(name=other.name)

    @property
    def full_name(self) -> str:
        return full_name(self.front_title, self.name, self.back_title)

    @property
    def initials(self) -> str:
        """Of the first and last word of the name, for where there is no portrait: "ST"."""
        words = self.name.split()
        return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()

    def positions_on(self, day: date) -> list[Position]:
        """Positions held that day, the highest rank first; reads the prefetched ones."""
        held = [position for position in self.positions.all() if position.is_held_on(day)]
        return sorted(held, key=lambda position: (position.post.rank, position.pk))

    def post_on(self, day: date, public_at: datetime | None = None) -> str:
        """The highest post held that day as it would be printed; empty when none is known.

        With `public_at` only of bodies that anyone may see then: its name is printed with the post.
        """
        held = self.positions_on(day)
        if public_at is not None:
            held = [position for position in held if position.institution.is_public_at(public_at)]
        return held[0].label_on(day) if held else ""


class OfficialName(models.Model):
    """Another spelling that releases use for the same person."""

    official = models.ForeignKey(
        Official, on_delete=models.CASCADE, related_name="names", verbose_name="pejabat"
    )
    name = models.CharField("ejaan lain", max_length=200)

    class Meta:
        verbose_name = "ejaan lain"
        verbose_name_plural = "ejaan lain"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["official", "name"],
                name="officialname_unique",
                violation_error_message="Ejaan ini sudah tercatat.",
            ),
        ]

    def __str__(self) -> str:
        return self.name
