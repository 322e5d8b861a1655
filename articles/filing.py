"""From decisions about a reading to records: the article, its links, its visit and its photos."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Q, QuerySet

from articles.decisions import (
    BodyDecision,
    Decisions,
    PersonDecision,
    PositionDecision,
    QuoteDecision,
    VisitDecision,
    decide,
)
from articles.markup import html_of
from articles.models import Article, ArticleInstitution, ArticleOfficial, ArticlePhoto, Photo, Quote
from articles.models.article import text_hash
from articles.near_copies import twins
from articles.reading.reading import read
from articles.returning import without_returning
from articles.tables import index
from dprd_news.lib.indonesian import closed
from people.models import Council, Institution, Official, Position, Topic, Visit, VisitOfficial, VisitParty


class AlreadyFiled(Exception):
    """The same text is on file already, as `article`."""

    def __init__(self, article: Article) -> None:
        super().__init__(f"Naskah ini sudah ada: {article.get_absolute_url()}")
        self.article = article


@dataclass
class PhotoUpload:
    """A photo's bytes under the name it came with. An empty alt lets the caption stand in."""

    name: str
    content: bytes
    alt: str = ""
    credit: str = ""


@dataclass
class Filed:
    """The article that came of a release, and what the editor should know: made, unlinked, missing."""

    article: Article
    notes: list[str] = field(default_factory=list)
    left_open: list[str] = field(default_factory=list)


def read_text(source: str, received: date | None = None) -> dict[str, Any]:
    """The reading of a pasted release against everything on file, in the shape of contract section 4."""
    return read(source, index(), received).as_dict()


def fill_from_source(article: Article) -> list[str]:
    """Fill the article's empty fields from its source text, in place. Returns notes for the editor."""
    reading = read_text(article.source_text)
    _fill(article, reading)
    notes = list(reading["date_warnings"])
    if reading["caption"]:
        notes.append(f"Keterangan foto dalam naskah: “{reading['caption']}”")
    return notes


def twin_of(source: str, besides: Article | None = None) -> Article | None:
    """Another article that has or had the same text, however its lines are broken."""
    wanted = text_hash(source)
    known = Article.objects.filter(Q(source_hash=wanted) | Q(earlier_sources__text_hash=wanted))
    return known.exclude(pk=besides.pk).first() if besides else known.first()


def refuse_twin(source: str, besides: Article | None = None) -> None:
    """Raises AlreadyFiled where `twin_of` finds one."""
    twin = twin_of(source, besides)
    if twin is not None:
        raise AlreadyFiled(twin)


def file_release(
    source: str,
    photos: Iterable[PhotoUpload] = (),
    title: str = "",
    event_date: date | None = None,
    publish: Callable[[Article], None] | None = None,
) -> Filed:
    """File a pasted release as a draft with people, institutions, visit, topics and photos linked.

    What nobody knows yet is made, and becomes public with the article. What could be two stays unlinked.
    `publish` is called with the article in the same transaction. Raises AlreadyFiled for a text that is on
    file, ValidationError for what cannot be filed, is no photo or cannot be published; nothing is half written.
    """
    source = without_returning(source)
    refuse_twin(source)
    reading = read_text(source)
    article = Article(title=title, source_text=source, event_date=event_date)
    _fill(article, reading)
    notes = [] if event_date else list(reading["date_warnings"])
    if article.event_date is None:
        notes.append("Isi tanggal kegiatan kemudian di ruang redaksi.")
    uploads = _Uploads(reading, article.title, notes)
    try:
        pictures = [uploads.picture(upload) for upload in photos]
        with transaction.atomic():
            decisions = decide(reading, article.event_date)
            filed = record(article, decisions, pictures)
            if publish is not None:
                publish(article)
    except Exception:
        for photo in uploads.new:
            photo.file.forget_files()
        raise
    return Filed(article, [*notes, *filed.notes])


@transaction.atomic
def record(article: Article, decisions: Decisions, photos: Iterable[Photo] = ()) -> Filed:
    """Save the article with everything decided: all of it or, on ValidationError, nothing.

    New people, bodies and a new visit follow the article's publication. Links that are there stay.
    """
    records = _Records(article, decisions)
    records.write(photos)
    return Filed(article, records.notes)


class _Records:
    """One article's decisions on their way into the records."""

    def __init__(self, article: Article, decisions: Decisions) -> None:
        self.article = article
        self.decisions = decisions
        self.notes: list[str] = []
        # What is new by its word, in the order in which it is told.
        self.made: dict[str, list[str]] = {"pejabat": [], "jabatan": [], "lembaga": [], "kunjungan": []}
        self.bodies: dict[str, Institution] = {}
        self.people: dict[str, Official] = {}

    def write(self, photos: Iterable[Photo]) -> None:
        article = self.article
        article.full_clean(exclude=["slug"])
        if article.pk is None:
            self._warn_of_near_copy()
        article.save()
        for body in self.decisions.bodies:
            self.bodies[body.read_as] = institution = self._institution(body)
            ArticleInstitution.objects.get_or_create(article=article, institution=institution)
        for person in self.decisions.people:
            self._link_person(person)
        file_quotes(article, self.decisions.quotes, self.people)
        if unlinked := dict.fromkeys(
            q.speaker for q in self.decisions.quotes if q.speaker not in self.people
        ):
            self.notes.append(
                f"Kutipan belum tercatat, karena pembicaranya tidak ditautkan: {', '.join(unlinked)}."
            )
        self._units()
        self.notes += self.decisions.notes
        article.topics.add(*(_topic(name) for name in self.decisions.topics))
        if self.decisions.visit is not None:
            article.visit = self._visit(self.decisions.visit)
            article.save()
        self._photos(photos)
        if any(self.made.values()):
            self.notes.append(_told_as_new(self.made))

    def _institution(self, told: BodyDecision) -> Institution:
        if told.slug:
            return Institution.objects.get(slug=told.slug)
        body = Institution(
            name=told.name,
            kind=told.kind,
            region_id=told.region_code,
            published_with=self.article.feed_id,
        )
        body.full_clean(exclude=["slug"])
        body.save()
        self.made["lembaga"].append(body.name)
        return body

    def _link_person(self, told: PersonDecision) -> None:
        official = self._official(told)
        self.people[told.read_as] = official
        ArticleOfficial.objects.get_or_create(
            article=self.article,
            official=official,
            defaults={"part": told.part, "post_printed": told.post_printed},
        )

    def _official(self, told: PersonDecision) -> Official:
        if told.slug:
            return Official.objects.get(slug=told.slug)
        official = Official(
            name=told.name,
            front_title=told.front_title,
            back_title=told.back_title,
            published_with=self.article.feed_id,
        )
        official.full_clean(exclude=["slug"])
        official.save()
        self.made["pejabat"].append(official.full_name)
        if told.position is not None:
            self._position(official, told.position)
        return official

    def _position(self, official: Official, told: PositionDecision) -> None:
        """No release says since when a post is held, so the start is a year or not known."""
        position = Position(
            official=official,
            post_id=told.post_id,
            institution=Institution.objects.get(slug=told.institution),
            acting=told.acting,
            starts_on=date(told.since_year, 1, 1) if told.since_year else None,
            starts_precision=Position.Precision.YEAR if told.since_year else Position.Precision.DAY,
        )
        position.full_clean()
        position.save()
        self.made["jabatan"].append(str(position))

    def _units(self) -> None:
        """Parts of a body are linked where they are on file; nothing is made of a name like Komisi I alone."""
        for name, whole in self.decisions.units:
            part = find_unit(name, self.bodies.get(whole), self.article.event_date)
            if part is not None:
                ArticleInstitution.objects.get_or_create(article=self.article, institution=part)

    def _visit(self, told: VisitDecision) -> Visit:
        if told.slug:
            visit = Visit.objects.get(slug=told.slug)
            if not told.is_filled_in:
                return visit
        else:
            visit = Visit(title=told.title, kind=told.kind, published_with=self.article.feed_id)
        visit.status = visit.status if visit.status != Visit.Status.PLANNED else Visit.Status.DONE
        if visit.starts_on is None:
            visit.starts_on, visit.ends_on = self.article.event_date, self.article.event_end_date
        if visit.starts_at is None:
            visit.starts_at, visit.ends_at = told.starts_at, told.ends_at
        visit.building = visit.building or told.building
        visit.purpose = visit.purpose or told.purpose
        visit.full_clean(exclude=["slug", "listed_on"])
        visit.save()
        self._parties(visit, told)
        self._attendances(visit, told)
        visit.topics.add(*(_topic(name) for name in told.topics))
        visit.settle_direction()
        if not told.slug:
            self.made["kunjungan"].append(visit.title)
        return visit

    def _parties(self, visit: Visit, told: VisitDecision) -> None:
        posts = {person.read_as: person.post_printed for person in self.decisions.people}
        sides = VisitParty.Side
        for side, names in (
            (sides.GUEST, told.guests),
            (sides.HOST, told.hosts),
            (sides.COMPANION, told.companions),
        ):
            for name in names:
                body = self.bodies.get(name)
                if body is None or visit.parties.filter(institution=body, side=side).exists():
                    continue
                party = VisitParty(visit=visit, institution=body, side=side)
                party.unit = find_unit(told.units.get(name, ""), body, self.article.event_date)
                if side == sides.GUEST and name == told.guests[0]:
                    party.head = self.people.get(told.head)
                    party.head_post_printed = posts.get(told.head, "")
                    party.people_count = told.people_count
                party.save()

    def _attendances(self, visit: Visit, told: VisitDecision) -> None:
        posts = {person.read_as: person.post_printed for person in self.decisions.people}
        roles = VisitOfficial.Role
        for role, names in ((roles.RECEIVER, told.received_by), (roles.ATTENDING, told.attending)):
            for name in names:
                if name in self.people:
                    VisitOfficial.objects.get_or_create(
                        visit=visit,
                        official=self.people[name],
                        role=role,
                        defaults={"post_printed": posts.get(name, "")},
                    )

    def _photos(self, photos: Iterable[Photo]) -> None:
        first = self.article.article_photos.count()
        for order, photo in enumerate(photos, start=first):
            if photo.pk is None:
                photo.full_clean()
                photo.save()
            ArticlePhoto.objects.get_or_create(article=self.article, photo=photo, defaults={"order": order})

    def _warn_of_near_copy(self) -> None:
        for other in twins(self.article):
            self.notes.append(f"Mirip dengan naskah yang sudah ada: {other.get_absolute_url()}")


def file_quotes(article: Article, quotes: list[QuoteDecision], people: dict[str, Official]) -> None:
    """What linked people say, as far as the draft says it too. `people` are by their names as read; a quote
    that is on file already gets the speaker who is told now."""
    for told in quotes:
        if told.speaker in people:
            quote, _ = Quote.objects.update_or_create(
                article=article, text=told.text, defaults={"official": people[told.speaker]}
            )
            quote.settle(article.body)


def find_unit(name: str, whole: Institution | None, day: date | None) -> Institution | None:
    """The komisi, badan, pansus or fraksi of that name that the body had on that day, None where none is on file."""
    if whole is None or not name:
        return None
    return next((unit for unit in _named({name}, [whole]) if unit.existed_on(day)), None)


def find_units(told: Iterable[tuple[str, str]], day: date | None) -> dict[tuple[str, str], Institution]:
    """`find_unit` for many (unit, body) at once, both by their names; what is not on file is left out."""
    asked = {(name, whole) for name, whole in told if name and whole}
    wholes: dict[str, Institution] = {}
    for body in Institution.objects.filter(name__in={whole for _, whole in asked}):
        wholes.setdefault(body.name, body)
    names = {name for name, _ in asked}
    found: dict[tuple[str, str], Institution] = {}
    for unit in _named(names, wholes.values()).select_related("parent").prefetch_related("names"):
        others = [own for other in unit.names.all() for own in (other.short_name, other.name)]
        for name in names.intersection((unit.short_name, unit.name, *others)):
            key = (name, unit.parent.name)  # type: ignore[union-attr]
            if key in asked and unit.existed_on(day):
                found.setdefault(key, unit)
    return found


def _named(names: Collection[str], wholes: Iterable[Institution]) -> QuerySet[Institution]:
    """Parts of these bodies that bear or bore one of the names."""
    named = Q(short_name__in=names) | Q(name__in=names)
    named |= Q(names__short_name__in=names) | Q(names__name__in=names)
    return Institution.objects.filter(named, parent__in=list(wholes)).distinct()


def _told_as_new(made: dict[str, list[str]]) -> str:
    """'2 pejabat dan 1 lembaga baru: A, S.E.; B, S.Pd.; C.': how many of each word, then all by name."""
    *others, last = [f"{len(names)} {word}" for word, names in made.items() if names]
    joint = ", dan " if len(others) > 1 else " dan " if others else ""
    names = "; ".join(name for names in made.values() for name in names)
    return closed(f"{', '.join(others)}{joint}{last} baru: {names}")


def default_credit(reading: dict[str, Any]) -> str:
    """The photo credit that the release prints, else the council's usual one."""
    return reading["photo_credit"] or house_credit()


def house_credit() -> str:
    """The council's usual photo credit, "" where it has none."""
    council = Council.current()
    return council.default_photo_credit if council else ""


class _Uploads:
    """The photos that came with a release; `new` are those whose files were stored for it."""

    def __init__(self, reading: dict[str, Any], title: str, notes: list[str]) -> None:
        self.reading = reading
        self.title = title
        self.notes = notes
        self.new: list[Photo] = []

    def picture(self, upload: PhotoUpload) -> Photo:
        """A checked photo, not saved yet; the one on file when the same file came before."""
        caption = self.reading["caption"] or ""
        photo = Photo(caption=caption, credit=upload.credit or default_credit(self.reading))
        photo.file.save(upload.name, ContentFile(upload.content), save=False)
        twice = (one for one in self.new if one.sha256 == photo.sha256)
        known = Photo.objects.filter(sha256=photo.sha256).first() or next(twice, None)
        if known is not None:
            photo.file.forget_files()
            return known
        self.new.append(photo)
        photo.alt = upload.alt
        if not upload.alt:
            photo.alt = (caption or self.title)[:300]
            self.notes.append("Foto belum punya teks alternatif sendiri; keterangannya dipakai dahulu.")
        return photo


def _fill(article: Article, reading: dict[str, Any]) -> None:
    """Fill the article's empty fields from the reading, in place."""
    article.title = article.title or reading["title"] or next(iter(reading["title_proposals"]), "")
    article.body = article.body or html_of(reading["paragraphs"])
    article.byline = article.byline or reading["byline"] or ""
    article.place = article.place or reading["venue"] or ""
    article.event_date = article.event_date or _day(reading["event_date"])
    article.event_end_date = article.event_end_date or _day(reading["event_end_date"])
    if article.activity == Article.Activity.OTHER:
        article.activity = reading["activity"]


def _topic(name: str) -> Topic:
    return Topic.objects.filter(name__iexact=name).first() or Topic.objects.create(name=name)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
