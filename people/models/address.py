"""Addresses that once were: renamed records, and pages of sites that came before this one."""

from typing import Any, Self

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import Q
from django.utils.text import slugify

SLUG_LENGTH = 120


class OldAddressQuerySet(models.QuerySet):
    def of(self, model: type[models.Model], slug: str) -> Self:
        """The records of that kind which once had this slug: at most one."""
        return self.filter(content_type=ContentType.objects.get_for_model(model), slug=slug)


class OldAddress(models.Model):
    slug = models.SlugField(
        "alamat pendek lama", max_length=SLUG_LENGTH, blank=True, help_text="Alamat pendek sebelum diganti."
    )
    path = models.CharField(
        "alamat lama di situs lain",
        max_length=500,
        blank=True,
        help_text="Bagian alamat sesudah nama situs, misalnya /2025/06/judul.html.",
    )
    content_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, verbose_name="jenis halaman")
    object_id = models.PositiveBigIntegerField("nomor halaman")
    target = GenericForeignKey("content_type", "object_id")

    created_at = models.DateTimeField("dicatat", auto_now_add=True)

    objects = OldAddressQuerySet.as_manager()

    class Meta:
        verbose_name = "alamat lama"
        verbose_name_plural = "alamat lama"
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["content_type", "object_id"], name="oldaddress_target")]
        constraints = [
            models.CheckConstraint(
                condition=Q(slug="", path__startswith="/") | (~Q(slug="") & Q(path="")),
                name="oldaddress_slug_or_path",
                violation_error_message="Isi salah satu: alamat pendek, atau alamat yang dimulai dengan garis miring.",
            ),
            models.UniqueConstraint(
                fields=["content_type", "slug"],
                condition=~Q(slug=""),
                name="oldaddress_unique_slug",
                violation_error_message="Alamat pendek ini sudah tercatat.",
            ),
            models.UniqueConstraint(
                fields=["path"],
                condition=~Q(path=""),
                name="oldaddress_unique_path",
                violation_error_message="Alamat ini sudah tercatat.",
            ),
        ]

    def __str__(self) -> str:
        return self.path or self.slug

    def clean(self) -> None:
        if self.content_type_id and self.object_id and self.target is None:
            raise ValidationError({"object_id": "Tidak ada halaman dengan nomor itu."})


class Addressed(models.Model):
    """A record with a page of its own. Its slug is unique in its kind, past slugs included."""

    slug = models.SlugField(
        "alamat pendek",
        max_length=SLUG_LENGTH,
        unique=True,
        blank=True,
        help_text="Bagian terakhir alamat halaman. Kosongkan agar dibuat dari judul atau nama.",
        error_messages={"unique": "Alamat pendek ini sudah dipakai."},
    )

    _stored_slug: str | None = None

    class Meta:
        abstract = True

    @classmethod
    def from_db(cls, *args: Any, **kwargs: Any) -> Self:
        instance = super().from_db(*args, **kwargs)
        instance._stored_slug = instance.__dict__.get("slug")
        return instance

    def clean(self) -> None:
        super().clean()
        taken = OldAddress.objects.of(type(self), self.slug).exclude(object_id=self.pk or 0)
        if self.slug and taken.exists():
            raise ValidationError(
                {"slug": "Alamat pendek ini pernah dipakai halaman lain dan tetap mengarah ke sana."}
            )

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.slug:
            super().save(*args, **kwargs)
        else:
            self._save_under_free_slug(*args, **kwargs)
        stored = self._stored_slug
        if stored and stored != self.slug and self.keeps_old_addresses():
            remember_slug(self, stored)
        self._stored_slug = self.slug

    def _save_under_free_slug(self, *args: Any, **kwargs: Any) -> None:
        """Another record of that name may take the slug at the same moment: then the next number is free."""
        for is_last_try in (False, True):
            self.slug = free_slug(self, self.slug_source())
            try:
                with transaction.atomic():
                    super().save(*args, **kwargs)
                return
            except IntegrityError:
                is_taken = type(self)._default_manager.filter(slug=self.slug).exists()
                if is_last_try or not is_taken:
                    raise

    def slug_source(self) -> str:
        return str(self)

    def take_names(self, other: Self) -> None:
        """After a merge the record answers to the other's name as well. Those who have a place for it keep it."""

    def refuse_to_take(self, other: Self) -> None:
        """Raises ValidationError, in words, where a merge would join what is not one."""

    def keeps_old_addresses(self) -> bool:
        """Whether anyone may have kept the former address: only what was public leaves a trace."""
        return getattr(self, "was_public", True)


def remember_slug(record: Addressed, slug: str) -> None:
    """From now on the old slug leads to this record; a record that takes its own slug back needs none."""
    here = {"content_type": ContentType.objects.get_for_model(record), "object_id": record.pk}
    OldAddress.objects.of(type(record), record.slug).delete()
    OldAddress.objects.update_or_create(content_type=here["content_type"], slug=slug, defaults=here)


def free_slug(record: Addressed, text: str) -> str:
    """A slug made of the text that no record of the kind has or ever had; a number is added if needed."""
    stem = slugify(text)[: SLUG_LENGTH - 8].strip("-") or record._meta.model_name or "tanpa-nama"
    others = type(record)._default_manager.exclude(pk=record.pk).filter(slug__startswith=stem)
    taken = set(others.values_list("slug", flat=True))
    taken |= set(
        OldAddress.objects.filter(
            content_type=ContentType.objects.get_for_model(record), slug__startswith=stem
        ).values_list("slug", flat=True)
    )
    if stem not in taken:
        return stem
    return next(slug for n in range(2, len(taken) + 3) if (slug := f"{stem}-{n}") not in taken)
