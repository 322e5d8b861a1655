"""What an article links to: people with the post they held, bodies, and photos in their places."""

from typing import Any

from django.db import models


class ArticleOfficial(models.Model):
    class Part(models.TextChoices):
        HOST = "host", "Tuan rumah"
        GUEST = "guest", "Tamu"
        ATTENDEE = "attendee", "Hadir"
        SPEAKER = "speaker", "Narasumber"
        MENTIONED = "mentioned", "Disebut"

    article = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, related_name="article_officials", verbose_name="berita"
    )
    official = models.ForeignKey(
        "people.Official", on_delete=models.PROTECT, related_name="article_officials", verbose_name="pejabat"
    )
    part = models.CharField("peran", max_length=10, choices=Part.choices, default=Part.MENTIONED)
    post_printed = models.CharField(
        "jabatan saat itu",
        max_length=250,
        blank=True,
        help_text="Kosong: diisi dari masa jabatan saat diterbitkan.",
    )

    class Meta:
        verbose_name = "pejabat dalam berita"
        verbose_name_plural = "pejabat dalam berita"
        ordering = ["pk"]
        # The latest few articles of a person or body are asked for without walking them all.
        indexes = [models.Index(fields=["official", "-article"], name="articleofficial_latest")]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "official"],
                name="articleofficial_unique",
                violation_error_message="Pejabat ini sudah tertaut pada berita ini.",
            ),
        ]

    def __str__(self) -> str:
        return str(self.official)

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self.post_printed and self.article.status == self.article.Status.PUBLISHED:
            self.post_printed = self.official.post_on(self.article.happened_on, self.article.read_from)
        super().save(*args, **kwargs)


class ArticleInstitution(models.Model):
    article = models.ForeignKey(
        "articles.Article",
        on_delete=models.CASCADE,
        related_name="article_institutions",
        verbose_name="berita",
    )
    institution = models.ForeignKey(
        "people.Institution",
        on_delete=models.PROTECT,
        related_name="article_institutions",
        verbose_name="lembaga",
    )

    class Meta:
        verbose_name = "lembaga dalam berita"
        verbose_name_plural = "lembaga dalam berita"
        ordering = ["pk"]
        indexes = [models.Index(fields=["institution", "-article"], name="articleinstitution_latest")]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "institution"],
                name="articleinstitution_unique",
                violation_error_message="Lembaga ini sudah tertaut pada berita ini.",
            ),
        ]

    def __str__(self) -> str:
        return str(self.institution)

    @property
    def shown_name(self) -> str:
        """The body's name as it was on the day of the event."""
        return self.institution.name_on(self.article.happened_on)


class ArticlePhoto(models.Model):
    """A photo in its place on an article, with words of its own where the photo's do not fit."""

    article = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, related_name="article_photos", verbose_name="berita"
    )
    photo = models.ForeignKey(
        "articles.Photo", on_delete=models.PROTECT, related_name="article_photos", verbose_name="foto"
    )
    order = models.PositiveSmallIntegerField("urutan", default=0)
    alt = models.CharField("teks alternatif di sini", max_length=300, blank=True)
    caption = models.TextField("keterangan di sini", blank=True)

    class Meta:
        verbose_name = "foto dalam berita"
        verbose_name_plural = "foto dalam berita"
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "photo"],
                name="articlephoto_unique",
                violation_error_message="Foto ini sudah ada pada berita ini.",
            ),
        ]

    def __str__(self) -> str:
        return str(self.photo)

    @property
    def shown_alt(self) -> str:
        return "" if self.photo.is_decorative else self.alt or self.photo.alt

    @property
    def shown_caption(self) -> str:
        return self.caption or self.photo.caption
