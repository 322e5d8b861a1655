"""Two records that are one: all that points at the one is led to the other, and so is its address.

Every relation is found, none is named, so that a model added later is moved too. What history tells of earlier
states stays as it was told.
"""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from django.apps import apps
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils.text import Truncator

from dprd_news.lib import caching, history
from dprd_news.lib.history import Kept, State
from dprd_news.lib.pictures import PictureField
from people.models import ProposedChange, Visit
from people.models.address import remember_slug
from people.models.working_copy import SentForm

_Record = TypeVar("_Record", bound=Kept)
# Settled by the publication of both, not by what the one lacks.
_PUBLICATION = {"published_at", "published_with", "withdrawn_at", "withdrawal_reason"}
REASON_LENGTH = 100


@dataclass(frozen=True)
class Link:
    """One way in which rows point at a record: a foreign key or, with `kind_column`, a generic one."""

    model: type[models.Model]
    column: str
    label: str
    kind_column: str = ""
    key: models.ForeignKey | None = None

    def rows(self, record: models.Model) -> models.QuerySet:
        found = self.model._base_manager.filter(**{self.column: record.pk})
        if self.kind_column:
            found = found.filter(**{self.kind_column: ContentType.objects.get_for_model(record).pk})
        return found

    @property
    def is_told(self) -> bool:
        """Whether editors write such rows themselves."""
        return self.key is not None and not self.model._meta.auto_created

    @property
    def marks_origin(self) -> bool:
        """Whether such a row tells where a record came from: true of the merged one if of both."""
        return getattr(self.model, "marks_origin", False)


@dataclass(frozen=True)
class Moving:
    """Rows of one link that move; `doubled` of them the other record has already."""

    label: str
    count: int
    doubled: int


def links_to(model: type[models.Model]) -> list[Link]:
    """Every link to records of the kind: keys, also those of many-to-many tables, and generic ones."""
    found = []
    relations: Any = model._meta.get_fields(include_hidden=True)
    for relation in relations:
        is_key = relation.auto_created and not relation.concrete and not relation.many_to_many
        if is_key and not issubclass(relation.related_model, State):
            key = relation.field
            found.append(Link(relation.related_model, key.attname, _label(key), key=key))
    for other in apps.get_models():
        for field in other._meta.private_fields:
            if isinstance(field, GenericForeignKey):
                kind = other._meta.get_field(field.ct_field).attname  # type: ignore[union-attr]
                found.append(Link(other, field.fk_field, str(other._meta.verbose_name_plural), kind))
    return found


def moving(kept: Kept, merged: Kept) -> list[Moving]:
    """What a merge would move, for an editor to read before it is done."""
    found = []
    for link in links_to(type(kept)):
        is_shown = not (link.marks_origin or issubclass(link.model, SentForm))
        if is_shown and (count := _others(link, kept, merged).count()):
            found.append(Moving(link.label, count, len(_twins(link, kept, merged))))
    return found


def refuse(kept: Kept, merged: Kept) -> None:
    """Raises ValidationError, in words, for two that cannot be one."""
    if type(kept) is not type(merged):
        raise ValidationError("Dua data yang berlainan jenis tidak dapat digabung.")
    if kept.pk == merged.pk:
        raise ValidationError("Sebuah data tidak dapat digabung dengan dirinya sendiri.")
    if getattr(kept, "withdrawn_at", None) and getattr(merged, "is_public", False):
        raise ValidationError(
            f"“{kept}” sudah ditarik, sedangkan “{merged}” tampil untuk umum. Umumkan “{kept}” dahulu, atau pilih "
            f"“{merged}” sebagai yang dipertahankan."
        )
    if ProposedChange.objects.on(merged).waiting().exists():
        raise ValidationError(f"Masih ada usulan perubahan yang menunggu untuk “{merged}”. Putuskan dahulu.")
    kept.refuse_to_take(merged)  # type: ignore[attr-defined]


@transaction.atomic
def merge(kept: _Record, merged: _Record) -> _Record:
    """Makes both the one that is kept, and returns it as it is then. Raises ValidationError, and nothing is done."""
    refuse(kept, merged)
    both = {
        row.pk: row
        for row in type(kept)
        ._base_manager.select_for_update()
        .filter(pk__in=[kept.pk, merged.pk])
        .order_by("pk")
    }
    if len(both) < 2:
        raise ValidationError("Salah satunya sudah tidak ada.")
    kept, merged = both[kept.pk], both[merged.pk]
    since_version, reason = kept.version, reason_of(kept, merged)
    keepers = _move_everything(kept, merged, reason)
    _fill(kept, merged)
    _settle_publication(kept, merged)
    kept.take_names(merged)  # type: ignore[attr-defined]
    kept._change_reason = reason  # type: ignore[attr-defined]
    kept.save()
    _delete(merged, reason)
    if merged.keeps_old_addresses():  # type: ignore[attr-defined]
        remember_slug(kept, merged.slug)  # type: ignore[arg-type, attr-defined]
    for keeper in keepers:
        _note(keeper, reason)
    history.fold(kept, since_version, reason)
    caching.touched()
    return kept


def reason_of(kept: models.Model, merged: models.Model) -> str:
    return Truncator(f"Penggabungan: “{merged}” menjadi “{kept}”").chars(REASON_LENGTH)


def filled_columns(kept: models.Model, merged: models.Model) -> list[models.Field]:
    """Columns that are empty on the one and not on the other. A picture brings what is said of it, and only then."""
    fields = [field for field in kept._meta.concrete_fields if field.name not in _PUBLICATION]
    pictures = [field.name for field in fields if isinstance(field, PictureField)]
    found = []
    for field in fields:
        of_picture = next((name for name in pictures if field.name.startswith(f"{name}_")), field.name)
        if not getattr(kept, of_picture) and getattr(merged, of_picture) and not field.primary_key:
            is_of_itself = field.related_model is type(kept) and getattr(merged, field.attname) == kept.pk
            if not is_of_itself:
                found.append(field)
    return found


# Moving -------------------------------------------------------------------------------------------


def _move_everything(kept: Kept, merged: Kept, reason: str) -> list[Kept]:
    """Moves the rows of every link; the records whose own states hold such rows are returned."""
    keepers: dict[tuple[type, Any], Kept] = {}
    for link in links_to(type(kept)):
        if link.marks_origin:
            _settle_origin(link, kept, merged)
            continue
        for keeper in _keepers(link, merged):
            keepers[type(keeper), keeper.pk] = keeper
        _settle_twins(link, kept, merged, reason)
        _move(link, kept, merged, reason)
    for record in (kept, merged):
        keepers.pop((type(record), record.pk), None)
    return list(keepers.values())


def _others(link: Link, kept: models.Model, merged: models.Model) -> models.QuerySet:
    """The rows that point at the merged record, but for the two themselves."""
    rows = link.rows(merged)
    return rows.exclude(pk__in=[kept.pk, merged.pk]) if link.model is type(kept) else rows


def _move(link: Link, kept: models.Model, merged: models.Model, reason: str) -> None:
    rows = _others(link, kept, merged)
    if not issubclass(link.model, Kept):
        moved = list(rows)
        rows.update(**{link.column: kept.pk})
        caching.touched(link.model, moved)
        return
    for row in rows:
        setattr(row, link.column, kept.pk)
        row._change_reason = reason
        row.clean()
        row.save()


def _twins(link: Link, kept: models.Model, merged: models.Model) -> list[tuple[Any, Any]]:
    """Rows that cannot follow because the kept record has such a one, each with that one.

    They are alike where the database allows only one, or alike in all they say, or where their model says so. A row
    of a many-to-many table that would tie the record to itself has itself as twin.
    """
    found: dict[Any, tuple[Any, Any]] = {}
    for columns, condition, has_nulls in _identities(link):
        there = {_key(row, columns): row for row in link.rows(kept).filter(condition)}
        for row in _others(link, kept, merged).filter(condition):
            key = _key(row, columns)
            if key in there and (has_nulls or None not in key):
                found.setdefault(row.pk, (row, there[key]))
    if hasattr(link.model, "is_same_as"):
        rows: Any = _others(link, kept, merged)
        pairs = itertools.product(rows, link.rows(kept))
        for row, twin in pairs:
            if row.is_same_as(twin, but_for=link.column):
                found.setdefault(row.pk, (row, twin))
    if link.model._meta.auto_created:
        for row in link.rows(merged):
            if kept.pk in {getattr(row, field.attname) for field in _keys_to(link.model, type(kept))}:
                found[row.pk] = (row, row)
    return list(found.values())


def _identities(link: Link) -> Iterator[tuple[list[str], Q, bool]]:
    """What tells rows of one record apart: columns, for which rows, and whether empty ones count as alike."""
    meta = link.model._meta
    groups = [(list(names), Q()) for names in meta.unique_together]
    for constraint in meta.constraints:
        if isinstance(constraint, models.UniqueConstraint):
            groups.append((list(constraint.fields), constraint.condition or Q()))
    groups += [([field.name], Q()) for field in meta.concrete_fields if field.unique]
    for names, condition in groups:
        columns = [meta.get_field(name).attname for name in names]  # type: ignore[union-attr]
        if link.column in columns:
            yield [column for column in columns if column != link.column], condition, False
    own = {link.column, "version"}
    said = [field.attname for field in meta.concrete_fields if field.editable and not field.primary_key]
    yield [column for column in said if column not in own], Q(), True


def _settle_twins(link: Link, kept: models.Model, merged: models.Model, reason: str) -> None:
    """The poorest first, so that one twin may take in several; once it gave way to a richer row it is nobody's."""
    gone = set()
    for row, twin in sorted(_twins(link, kept, merged), key=lambda pair: _richness(pair[0])):
        if twin.pk not in gone:
            gone.add(_leave_one(row, twin, reason).pk)


def _leave_one(row: Any, twin: Any, reason: str) -> Any:
    """Of two that say the same the richer stays, with what only the other says; the other is returned."""
    poorer, richer = sorted((row, twin), key=_richness)
    if row is not twin and hasattr(richer, "fold_in"):
        # First: both at once may be more than the database allows.
        _delete(poorer, reason)
        richer.fold_in(poorer)
        richer._change_reason = reason
        richer.clean()
        richer.save()
        return poorer
    if row is not twin:
        lacking = {
            field.attname: getattr(poorer, field.attname)
            for field in richer._meta.concrete_fields
            if not getattr(richer, field.attname) and getattr(poorer, field.attname)
        }
        if lacking:
            richer._meta.model._base_manager.filter(pk=richer.pk).update(**lacking)
    _delete(poorer, reason)
    return poorer


def _richness(row: Any) -> tuple[int, int]:
    """How exactly its days are known, where it has any, and how many columns say something."""
    said = (field for field in row._meta.concrete_fields if field.editable and not field.primary_key)
    told = sum(getattr(row, field.attname) not in (None, "", field.get_default()) for field in said)
    return getattr(row, "exactness", 0), told


def _settle_origin(link: Link, kept: models.Model, merged: models.Model) -> None:
    if not link.rows(merged).exists():
        link.rows(kept).delete()
    link.rows(merged).delete()


def _delete(row: Any, reason: str) -> None:
    row._change_reason = reason
    key = row.pk
    # The models refuse to delete what was public; its readers are led on.
    models.Model.delete(row)
    row.pk = key


# The records themselves ---------------------------------------------------------------------------


def _fill(kept: models.Model, merged: models.Model) -> None:
    for field in kept._meta.concrete_fields:
        # What pointed at the other would now point at itself: it takes over where that one pointed.
        if field.related_model is type(kept) and getattr(kept, field.attname) == merged.pk:
            setattr(kept, field.attname, None)
    for field in filled_columns(kept, merged):
        setattr(kept, field.attname, getattr(merged, field.attname))


def _settle_publication(kept: Any, merged: Any) -> None:
    """Public since the earlier of both; one that waits for an article's time goes on waiting."""
    if not hasattr(kept, "published_at") or merged.withdrawn_at:
        return
    if kept.published_at is None:
        kept.published_at = merged.published_at
        kept.published_with = merged.published_with if merged.published_at else kept.published_with
        kept.published_with = kept.published_with or merged.published_with
    elif merged.published_at:
        # Released on its own once, it follows no article back into hiding.
        kept.published_with = kept.published_with and merged.published_with
        kept.published_at = min(kept.published_at, merged.published_at)


# Those whose states hold what moved ---------------------------------------------------------------


def _keepers(link: Link, merged: models.Model) -> Iterator[Kept]:
    """Records that keep rows of the link as their own: an article its officials, a visit its topics."""
    rows = link.rows(merged)
    for field in link.model._meta.get_fields():
        if isinstance(field, GenericForeignKey):
            if field.fk_field != link.column:
                yield from _generic_keepers(field, rows)
        elif isinstance(field, models.ForeignKey) and field.attname != link.column:
            model: Any = field.related_model
            if _keeps(model, link.model):
                yield from model._base_manager.filter(pk__in=rows.values_list(field.attname, flat=True))


def _generic_keepers(field: GenericForeignKey, rows: models.QuerySet) -> Iterator[Kept]:
    for kind in ContentType.objects.filter(pk__in=rows.values_list(field.ct_field, flat=True)):
        model: Any = kind.model_class()
        if model is not None and _keeps(model, rows.model):
            keys = rows.filter(**{field.ct_field: kind}).values_list(field.fk_field, flat=True)
            yield from model._base_manager.filter(pk__in=list(keys))


def _keeps(model: Any, rows: type[models.Model]) -> bool:
    if not issubclass(model, Kept):
        return False
    relations = [model._meta.get_field(name) for name in model.kept_relations]
    return any(
        rows in {relation.related_model, getattr(relation.remote_field, "through", None)}
        for relation in relations
    )


def _note(keeper: Kept, reason: str) -> None:
    """One state more: a form that was opened before the merge is refused, and history tells why."""
    since_version = keeper.version
    keeper._change_reason = reason  # type: ignore[attr-defined]
    keeper.save(update_fields=["version"])
    if isinstance(keeper, Visit):
        keeper.settle_direction()
        history.fold(keeper, since_version, reason)


def _keys_to(model: type[models.Model], target: type[models.Model]) -> list[models.Field]:
    return [field for field in model._meta.concrete_fields if field.related_model is target]


def _key(row: models.Model, columns: list[str]) -> tuple[Any, ...]:
    values = (getattr(row, column) for column in columns)
    return tuple(str(value) if isinstance(value, dict | list) else value for value in values)


def _label(field: models.Field) -> str:
    """ "pihak kunjungan (ketua rombongan)"; of a table that many-to-many made by itself, the field's own name."""
    meta = field.model._meta
    if meta.auto_created:
        source: Any = meta.auto_created
        through = (one for one in source._meta.many_to_many if one.remote_field.through is field.model)
        return str(next(through).verbose_name)
    kind = str(meta.verbose_name_plural)
    name = str(field.verbose_name)
    return kind if name == str(field.related_model._meta.verbose_name) else f"{kind} ({name})"  # type: ignore[union-attr]
