"""Takedown: a photo or exact words removed for good from everything that belongs to an article.

The tables are walked by their relations, so that one added later is reached as well: whatever has a key to
the article, to its visit or to a photo it shows, or to a row reached that way; whatever points at such a row
by content type and number; and whatever keeps the past of such rows (`instance_type`, as
django-simple-history names it).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.text import slugify

from articles import press_kit
from articles.markup import words_of
from articles.models import Article, ArticlePhoto, PastedRelease, Photo, StagedPhoto, Takedown
from articles.models.article import text_hash
from articles.same_text import is_told_in, texts_of
from dprd_news.lib import caching, drawn
from dprd_news.lib.history import Kept
from dprd_news.lib.passages import Passage
from people.models import OldAddress, Removal, Visit
from people.models.address import Addressed
from people.models.working_copy import ProposedChange, WorkingCopy

Model = type[models.Model]
Keys = set[Any]
# Where the walk starts; their rows are never reached through another's, or a visit would bring all its articles.
STARTS: tuple[Model, ...] = (Article, Photo, Visit)
KEYS = {"object_id"}


@dataclass(frozen=True)
class Place:
    """Where words were found: a field of a table, and in how many rows."""

    model: Model
    field: models.Field
    count: int

    def __str__(self) -> str:
        # simple-history names its tables in English.
        record = str(self.model._meta.verbose_name).replace("historical ", "riwayat ")
        name = f"{record}: {self.field.verbose_name}"
        return name if self.count == 1 else f"{name} ({self.count} kali)"


@dataclass(frozen=True)
class Reason:
    """Who removes it and why: `public` is read by everyone, `internal` by the newsroom."""

    by: Any
    public: str
    internal: str = ""


def text_fields(model: Model) -> list[models.Field]:
    """Fields that can hold an article's words."""
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, models.CharField | models.TextField | models.JSONField)
        and not isinstance(field, models.SlugField | models.FileField)
        and not field.choices
        and not field.primary_key
        and field.name not in KEYS
    ]


def reached_tables() -> set[Model]:
    """Every model in which a takedown looks for words."""
    reached, waiting = set(STARTS), list(STARTS)
    while waiting:
        parent = waiting.pop()
        for model in _tables():
            if model not in reached and _belongs(model, parent, set()) is not None:
                reached.add(model)
                waiting.append(model)
    return reached


def places_of(article: Article, passage: Passage) -> list[Place]:
    """Where the words stand, the article's own text first."""
    found = []
    for rows in sorted(_reached_rows(article), key=lambda rows: rows.model is not Article):
        for field in text_fields(rows.model):
            count = sum(passage.is_in(value) for value in rows.values_list(field.attname, flat=True))
            if count:
                found.append(Place(rows.model, field, count))
    return found


@transaction.atomic
def remove_passage(article: Article, words: str, reason: Reason) -> Takedown:
    """Raises ValidationError where the words are nowhere, too few, or in the reason itself."""
    passage = passage_of(words)
    if passage.is_in(reason.public) or passage.is_in(reason.internal):
        raise ValidationError("Alasan dan catatan tidak boleh memuat kata-kata yang dihapus.")
    Article.objects.select_for_update().get(pk=article.pk)
    tables = list(_reached_rows(article))
    if not sum(_clean(rows, passage) for rows in tables):
        raise ValidationError("Kata-kata itu tidak ditemukan pada berita ini.")
    _rename(tables, slugify(words))
    for rows in tables:
        if issubclass(rows.model, Kept):
            _keep_out(rows, words)
    return _finish([article.pk], Takedown.Kind.PASSAGE, reason)[article.pk]


@transaction.atomic
def remove_photo(article: Article, photo: Photo, reason: Reason) -> Takedown:
    """Delete the photo with all its files and words, here and on every other article that shows it."""
    shown_on = set(photo.article_photos.values_list("article", flat=True)) | {article.pk}
    copies = list(StagedPhoto.objects.filter(sha256=photo.sha256))
    for copy in copies:
        _forget_answers(copy)
        copy.discard()
    placed = set(ArticlePhoto.objects.filter(photo=photo).values_list("pk", flat=True))
    ArticlePhoto.objects.filter(pk__in=placed).delete()
    # The file is held apart: a deleted photo has lost its key, and its files go once that is certain.
    key, file = photo.pk, photo.file
    former = set(Photo.history.filter(id=key).values_list("file", flat=True)) - {file.name}
    photo.delete()
    for model, keys in ((Photo, {key}), (ArticlePhoto, placed)):
        _forget_past(model, keys)
    _forget_placing(shown_on, key)
    for each in (file, *(Photo(file=name).file for name in former)):
        transaction.on_commit(each.forget_files)
    return _finish(sorted(shown_on), Takedown.Kind.PHOTO, reason)[article.pk]


def passage_of(words: str) -> Passage:
    """Raises ValidationError for too few characters."""
    try:
        return Passage(words)
    except ValueError as error:
        raise ValidationError("Tuliskan sedikitnya tiga huruf atau angka.") from error


def _finish(articles: list[int], kind: str, reason: Reason) -> dict[int, Takedown]:
    """The tombstones. Each article is saved, so that no form opened before can bring the words back."""
    at = timezone.now()
    stones = {}
    for article in Article.objects.filter(pk__in=articles):
        stones[article.pk] = Takedown.objects.create(
            article=article, kind=kind, reason=reason.public, note=reason.internal, by=reason.by, at=at
        )
        if article.was_public:
            article.edited_at = at
        article.save()
        transaction.on_commit(partial(press_kit.forget, article))
    # What was drawn of the photo or the words.
    for record in _drawn_of(articles):
        transaction.on_commit(partial(drawn.forget, drawn.folder_of(record)))
    caching.touched()
    return stones


def _drawn_of(articles: list[int]) -> list[models.Model]:
    """The records whose cards may show what was removed: the articles, and the visits they tell of."""
    return [*Article.objects.filter(pk__in=articles), *Visit.objects.filter(articles__in=articles).distinct()]


def _clean(rows: models.QuerySet, passage: Passage) -> int:
    """Remove the words from these rows past their save(), which would keep a copy of what they were."""
    count = 0
    fields = [field.attname for field in text_fields(rows.model)]
    for row in rows.values("pk", *fields) if fields else ():
        changed = {name: passage.removed_from(row[name]) for name in fields if passage.is_in(row[name])}
        if changed:
            rows.model._base_manager.filter(pk=row["pk"]).update(**changed)
            count += 1
    return count


def _keep_out(rows: models.QuerySet, words: str) -> None:
    """A form that was opened before holds the words still: saved now it is refused, as stale and for the words."""
    rows.update(version=F("version") + 1)
    for record in rows.only("pk"):
        Removal.objects.keep(record, words, timezone.now())


def _rename(tables: list[models.QuerySet], slug: str) -> None:
    """An address made of the words is made anew, and the old one leads nowhere any more."""
    pattern = re.compile(rf"(?<![a-z0-9]){re.escape(slug)}(?![a-z0-9])")
    for rows in tables if slug else ():
        names = [field.name for field in rows.model._meta.concrete_fields if _is_address(rows.model, field)]
        for record in rows if names else ():
            if not any(pattern.search(getattr(record, name)) for name in names):
                continue
            if isinstance(record, Addressed):
                record.slug = ""
                record.save()
                # The old address has just been kept.
                _forget_addresses(record, pattern)
            elif isinstance(record, OldAddress):
                record.delete()
            else:
                past = {name: pattern.sub("dihapus", getattr(record, name)) for name in names}
                rows.model._base_manager.filter(pk=record.pk).update(**past)


def _forget_addresses(record: Addressed, pattern: re.Pattern[str]) -> None:
    kind = ContentType.objects.get_for_model(record)
    for old in OldAddress.objects.filter(content_type=kind, object_id=record.pk):
        if pattern.search(old.slug):
            old.delete()


def _is_address(model: Model, field: models.Field) -> bool:
    return isinstance(field, models.SlugField) or (model is OldAddress and field.name == "path")


def _forget_answers(copy: StagedPhoto) -> None:
    """The words typed for a staged photo go with it."""
    pasted, prefix = copy.pasted, f"photo-{copy.pk}-"
    pasted.answers = {name: value for name, value in pasted.answers.items() if not name.startswith(prefix)}
    pasted.save(update_fields=["answers"])


def _forget_placing(articles: Keys, photo: int) -> None:
    """The photo's place and words in former states of the articles, and in forms not yet saved."""
    name = "article_photos"
    for state in Article.history.filter(id__in=articles):
        rows = state.relations.get(name, [])
        state.relations[name] = [row for row in rows if row.get("photo_id") != photo]
        Article.history.filter(pk=state.pk).update(relations=state.relations)
    kind = ContentType.objects.get_for_model(Article)
    for model in (WorkingCopy, ProposedChange):
        # Of every article, made or not: the photo may have been put there and not been saved yet.
        for form in model._base_manager.filter(content_type=kind).iterator():
            data = {field: _unplaced(form.data, field, photo) for field in form.data}
            if data != form.data:
                model._base_manager.filter(pk=form.pk).update(data=data)
        own = ContentType.objects.get_for_model(Photo)
        model._base_manager.filter(content_type=own, object_id=str(photo)).delete()


def _unplaced(data: dict[str, Any], field: str, photo: int) -> Any:
    """The values of a sent field; none where it says something of the photo."""
    place = re.match(r"(article_photos-\d+)-(?:alt|caption|photo)$", field)
    is_told = place is not None and data.get(f"{place[1]}-photo") == [str(photo)]
    return [""] if is_told else data[field]


def _forget_past(model: Model, keys: Keys) -> None:
    """Whatever keeps or names rows that are gone: their history, and their words in the admin's log."""
    for table in _tables():
        if _keeps_past_of(table, model):
            table._base_manager.filter(**{f"{model._meta.pk.attname}__in": keys}).delete()
    log = apps.get_model("admin", "LogEntry")
    entries = log._base_manager.filter(_pointing(log, model, keys))
    entries.update(object_repr=str(model._meta.verbose_name), change_message="")


def _reached_rows(article: Article) -> Iterator[models.QuerySet]:
    """The rows of every table that belong to the article."""
    keys: dict[Model, Keys] = {
        Article: {article.pk},
        Photo: set(article.photos.values_list("pk", flat=True)),
        Visit: {article.visit_id} - {None},
        PastedRelease: _pasted_as(article),
        WorkingCopy: _typed_as(article),
    }
    waiting = [(model, set(found)) for model, found in keys.items() if found]
    while waiting:
        parent, parents = waiting.pop()
        for model in _tables():
            condition = _belongs(model, parent, parents)
            if condition is None:
                continue
            rows = set(model._base_manager.filter(condition).values_list("pk", flat=True))
            fresh = rows - keys.get(model, set())
            if fresh:
                keys[model] = keys.get(model, set()) | fresh
                waiting.append((model, fresh))
    for model in _tables():
        if keys.get(model):
            yield model._base_manager.filter(pk__in=keys[model])


def _pasted_as(article: Article) -> Keys:
    """What editors are still working on that was pasted from the same text, or tells the same."""
    sources = texts_of(article)
    # By the words as they stand now: an earlier takedown may have changed them on both sides.
    hashes = {text_hash(text) for text in sources}
    pasted = PastedRelease.objects.values_list("pk", "source_text")
    return {key for key, text in pasted if text_hash(text) in hashes or is_told_in(text, sources)}


def _typed_as(article: Article) -> Keys:
    """Forms for an article not yet made in which somebody types the same text."""
    sources, kind = texts_of(article), ContentType.objects.get_for_model(Article)
    found = set()
    for copy in WorkingCopy.objects.filter(content_type=kind, object_id=""):
        typed = [words_of(" ".join(copy.data.get(name, []))) for name in ("body", "source_text")]
        if any(is_told_in(text, sources) for text in typed):
            found.add(copy.pk)
    return found


def _tables() -> list[Model]:
    return [model for model in apps.get_models(include_auto_created=True) if model._meta.managed]


def _belongs(model: Model, parent: Model, keys: Keys) -> Q | None:
    """The rows of `model` that belong to those rows of `parent`; None where none ever can."""
    if model in STARTS:
        return None
    conditions = [
        Q(**{f"{field.name}__in": keys})
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey) and field.related_model is parent
    ]
    if _keeps_past_of(model, parent):
        conditions.append(Q(**{f"{parent._meta.pk.attname}__in": keys}))
    pointing = _pointing(model, parent, keys)
    if pointing is not None:
        conditions.append(pointing)
    if not conditions:
        return None
    found = conditions[0]
    for condition in conditions[1:]:
        found |= condition
    return found


def _keeps_past_of(model: Model, parent: Model) -> bool:
    return getattr(model, "instance_type", None) is parent


def _pointing(model: Model, parent: Model, keys: Keys) -> Any:
    """Rows that name a row of `parent` by its content type and its number, which may be kept as text."""
    names = {field.name for field in model._meta.concrete_fields}
    if not {"content_type", "object_id"} <= names:
        return None
    if not keys:
        return Q(pk__in=())
    kind = ContentType.objects.get_for_model(parent)
    is_text = isinstance(model._meta.get_field("object_id"), models.CharField | models.TextField)
    return Q(content_type=kind, object_id__in=[str(key) for key in keys] if is_text else list(keys))
