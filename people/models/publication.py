"""The one visibility rule: public = not withdrawn, and published_at has come. Null is never."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone

from dprd_news.lib import drawn


def public(at: datetime | None = None, prefix: str = "") -> Q:
    """The rule as a condition. `prefix` leads to the record from rows of another model: "article__"."""
    return Q(**{f"{prefix}published_at__lte": at or timezone.now(), f"{prefix}withdrawn_at__isnull": True})


class PublishableQuerySet(models.QuerySet):
    def published(self, at: datetime | None = None) -> Self:
        """What anyone may see at that moment; None means now."""
        return self.filter(public(at))

    def withdrawn(self) -> Self:
        """What was public and is no more: everybody may know that, and why."""
        return self.filter(withdrawn_at__isnull=False, published_at__lte=F("withdrawn_at"))

    def gone_from_feeds(self) -> models.QuerySet:
        """The id of each such entry and when it went, the last one first."""
        return self.withdrawn().order_by("-withdrawn_at", "-pk").values_list("feed_id", "withdrawn_at")

    def delete(self) -> tuple[int, dict[str, int]]:
        """Raises ValidationError when a row was ever public: it is withdrawn instead."""
        if self.filter(published_at__lte=timezone.now()).exists():
            raise ValidationError("Yang pernah terbit tidak dapat dihapus. Tarik saja, dengan alasannya.")
        return super().delete()

    # As on Django's own: a manager must not offer to delete the whole table.
    delete.queryset_only = True  # type: ignore[attr-defined]


class Publishable(models.Model):
    published_at = models.DateTimeField(
        "terbit pada",
        null=True,
        blank=True,
        db_index=True,
        help_text="Kosong: tidak tampil untuk umum. Waktu mendatang: tampil pada saat itu.",
    )
    withdrawn_at = models.DateTimeField("ditarik pada", null=True, blank=True, editable=False)
    withdrawal_reason = models.TextField("alasan penarikan", blank=True, editable=False)

    class Meta:
        abstract = True

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Raises ValidationError when it was ever public: it is withdrawn instead."""
        if self.was_public:
            raise ValidationError("Yang pernah terbit tidak dapat dihapus. Tarik saja, dengan alasannya.")
        return super().delete(*args, **kwargs)

    def is_public_at(self, at: datetime) -> bool:
        return self.withdrawn_at is None and self.published_at is not None and self.published_at <= at

    @property
    def is_public(self) -> bool:
        return self.is_public_at(timezone.now())

    @property
    def read_from(self) -> datetime:
        """When anyone may read it: now, or later if it waits for its time."""
        now = timezone.now()
        return max(now, self.published_at or now)

    @property
    def was_public(self) -> bool:
        """Public now or withdrawn: readers may hold its address."""
        return self.published_at is not None and self.published_at <= timezone.now()

    def withdraw(self, reason: str, at: datetime | None = None) -> None:
        """Raises ValidationError without a reason: readers are told why."""
        if not reason.strip():
            raise ValidationError("Tuliskan alasan penarikan; pembaca akan membacanya.")
        self.withdrawn_at = at or timezone.now()
        self.withdrawal_reason = reason.strip()
        self.save()
        transaction.on_commit(lambda: drawn.forget(drawn.folder_of(self)))


class Releasable(Publishable):
    """A record that may have been made together with an article, and then takes that article's time."""

    published_with = models.UUIDField(
        null=True,
        blank=True,
        editable=False,
        db_index=True,
        help_text="Feed id of the article whose time this record follows; null when released on its own.",
    )

    class Meta:
        abstract = True

    @property
    def is_fixed(self) -> bool:
        """Public, scheduled, or to be public with an article that is approved."""
        return bool(self.fixed_among([self]))

    @classmethod
    def fixed_among(cls, records: Iterable[Self]) -> set[Any]:
        """Keys of those that are fixed, with one query at most."""
        known, waiting = set(), []
        for record in records:
            if record.published_at is not None:
                known.add(record.pk)
            elif record.published_with is not None:
                waiting.append(record)
        if not waiting:
            return known
        articles = cls.articles.rel.related_model.objects  # type: ignore[attr-defined]
        feeds = articles.fixed().filter(feed_id__in=[record.published_with for record in waiting])
        fixed = set(feeds.values_list("feed_id", flat=True))
        return known | {record.pk for record in waiting if record.published_with in fixed}

    def release(self, at: datetime | None = None) -> None:
        """Make it public on its own, from `at` or from now, whatever its article does later."""
        self.be_released(at)
        self.save()

    def be_released(self, at: datetime | None = None) -> None:
        """The same, not saved yet: for whoever saves many at once."""
        self.published_at = at or timezone.now()
        self.published_with = None
        self.withdrawn_at = None
        self.withdrawal_reason = ""
