"""Taking the demo out again. What an editor made, and whatever that needs, stays."""

from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction

from dprd_news.lib.history import Kept
from dprd_news.lib.pictures import PictureField
from dprd_news.models import DemoRecord
from people.models import Official, OldAddress, Position, Region
from people.models.address import Addressed


@dataclass
class Removed:
    removed: int = 0
    kept: list[str] = field(default_factory=list)


@transaction.atomic
def remove() -> Removed:
    """Delete what the demo made. What editors' records point at is kept, and is theirs from now on.

    Kept accounts are closed: the password of the demo is no secret.
    """
    marks = DemoRecord.objects.order_by("-pk").prefetch_related("record")
    records = [mark.record for mark in marks if mark.record is not None]
    regions = [record for record in records if isinstance(record, Region)]
    # Positions go with their officials.
    rest = [record for record in records if not isinstance(record, Region | Position)]
    removed, kept = _delete_in_passes(rest)
    done = Removed(removed, [f"{record._meta.verbose_name} “{record}”" for record in kept])
    for account in (record for record in kept if isinstance(record, AbstractUser)):
        _close(account)
    if regions and _are_in_use(regions):
        done.kept.append(f"{len(regions)} wilayah")
    else:
        done.removed += _delete_regions(regions)
    DemoRecord.objects.all().delete()
    return done


def _delete_in_passes(records: list[models.Model]) -> tuple[int, list[models.Model]]:
    """Delete whatever nothing points at, again and again: how many went, and what is left in the end."""
    removed, left = 0, records
    while True:
        counts = [_delete(record) for record in left]
        if not any(counts):
            return removed, left
        removed += sum(counts)
        left = [record for record, count in zip(left, counts, strict=True) if not count]


def _delete(record: models.Model) -> int:
    """How many records of the demo went: none, or an official together with all positions of the demo."""
    key, removed = record.pk, 1
    try:
        with transaction.atomic():
            if isinstance(record, Official):
                removed += _delete_positions(record)
            # The models refuse to delete what was public; nobody keeps an address of the demo.
            models.Model.delete(record)
            _forget(record, key)
    except models.ProtectedError:
        return 0
    return removed


def _delete_positions(official: Official) -> int:
    ours = [position for position in official.positions.all() if DemoRecord.objects.of(position).exists()]
    for position in ours:
        key = position.pk
        position.delete()
        _forget(position, key)
    return len(ours)


def _forget(record: models.Model, key: Any) -> None:
    """What belongs to a record by no key that the database follows: its states, old addresses and files."""
    kind = ContentType.objects.get_for_model(record)
    if isinstance(record, Addressed):
        OldAddress.objects.filter(content_type=kind, object_id=key).delete()
    if isinstance(record, Kept):
        record.history.model.objects.filter(**{record._meta.pk.name: key}).delete()
    for picture in record._meta.fields:
        if isinstance(picture, PictureField):
            transaction.on_commit(getattr(record, picture.name).forget_files)


def _are_in_use(regions: list[Region]) -> bool:
    relations = [
        relation for relation in Region._meta.related_objects if relation.related_model is not Region
    ]
    return any(
        relation.related_model._base_manager.filter(**{f"{relation.field.name}__in": regions}).exists()
        for relation in relations
    )


def _delete_regions(regions: list[Region]) -> int:
    codes = [region.code for region in regions]
    Region.objects.filter(code__in=codes, parent__isnull=False).delete()
    Region.objects.filter(code__in=codes).delete()
    return len(codes)


def _close(account: AbstractUser) -> None:
    account.is_active = False
    account.set_unusable_password()
    account.save()
