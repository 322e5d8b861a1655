"""Who and what a synthetic archive is about: bodies, people with posts, topics. All made up, and marked so."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from random import Random
from typing import Any

from django.db.models import Model
from django.utils.text import slugify

from dprd_news.first_run import create_council
from dprd_news.populate import words
from people.imports import load_posts, load_regions, read_regions
from people.models import Council, Institution, Official, Position, Post, Region, Topic

MARK = "Data sintetis untuk uji beban; bukan orang, lembaga, atau peristiwa nyata."
COUNCIL_NAME = "DPRD Kota Contoh"
MEMBER_POST = "Anggota"
UNITS = ("I", "II", "III", "IV")
FIRST_DAY = date(2016, 1, 1)
ARTICLES_PER_PERSON, FEWEST_PEOPLE, MOST_PEOPLE = 40, 12, 400
ARTICLES_PER_BODY, FEWEST_BODIES, MOST_BODIES = 80, 12, 200
BATCH = 1000


@dataclass(frozen=True)
class Person:
    official: Official
    post: str
    institution: Institution


@dataclass(frozen=True)
class Theme:
    topic: Topic
    issues: tuple[str, ...]


@dataclass(frozen=True)
class Cast:
    council: Institution
    units: list[Institution]
    bodies: list[Institution]
    members: list[Person]
    guests: list[Person]
    themes: list[Theme]


def gather(rng: Random, mark: str, articles: int) -> Cast:
    """Make the cast of an archive of that many articles. `mark` ends every slug, so that seeds do not collide."""
    load_regions(read_regions())
    regions = list(Region.objects.filter(has_council=True).exclude(level=Region.Level.PROVINCE))
    council = _council(regions)
    units = _units(council, mark)
    bodies = _bodies(rng, regions, mark, _share(articles, ARTICLES_PER_BODY, FEWEST_BODIES, MOST_BODIES))
    people = _share(articles, ARTICLES_PER_PERSON, FEWEST_PEOPLE, MOST_PEOPLE)
    members = _people(rng, units, f"a{mark}", people // 2)
    guests = _people(rng, bodies, f"b{mark}", people - people // 2)
    return Cast(council, units, bodies, members, guests, _themes(mark))


def checked(record: Model) -> Model:
    """Fields are checked here and constraints by the database: bulk rows skip the queries of full_clean()."""
    keys = {field.name for field in record._meta.fields if field.is_relation}
    record.clean_fields(exclude=keys)
    return record


def _share(articles: int, each: int, fewest: int, most: int) -> int:
    return min(most, max(fewest, articles // each))


def _council(regions: list[Region]) -> Institution:
    known = Council.current()
    return known.institution if known else create_council(COUNCIL_NAME, regions[0]).institution


def _units(council: Institution, mark: str) -> list[Institution]:
    units = list(council.parts.filter(kind=Institution.Kind.COMMISSION).order_by("pk"))
    if units:
        return units
    return _made(
        Institution(
            name=f"Komisi {number} {council.name}",
            short_name=f"Komisi {number}",
            slug=f"komisi-{number.lower()}-{mark}",
            kind=Institution.Kind.COMMISSION,
            parent=council,
            description=MARK,
            published_at=_long_ago(),
        )
        for number in UNITS
    )


def _bodies(rng: Random, regions: list[Region], mark: str, count: int) -> list[Institution]:
    bodies = []
    for number in range(count):
        pattern, kind = rng.choice(words.BODIES)
        name = pattern.format(place=rng.choice(words.PLACES))
        bodies.append(
            Institution(
                name=name,
                slug=f"{slugify(name)}-{mark}-{number}",
                kind=kind,
                region=rng.choice(regions),
                description=MARK,
                published_at=_long_ago(),
            )
        )
    return _made(bodies)


def _people(rng: Random, bodies: list[Institution], mark: str, count: int) -> list[Person]:
    load_posts([{"name": MEMBER_POST, "rank": 330}])
    post = Post.objects.get(name=MEMBER_POST)
    officials = _made(_official(rng, f"{mark}-{number}") for number in range(count))
    seats = [
        Position(official=official, post=post, institution=rng.choice(bodies), starts_on=FIRST_DAY)
        for official in officials
    ]
    _made(seats)
    return [Person(seat.official, f"{post.name} {seat.institution.name}", seat.institution) for seat in seats]


def _official(rng: Random, mark: str) -> Official:
    name = f"{rng.choice(words.GIVEN_NAMES)} {rng.choice(words.GIVEN_NAMES)} {rng.choice(words.FAMILY_NAMES)}"
    return Official(
        name=name,
        slug=f"{slugify(name)}-{mark}",
        front_title=rng.choice(words.FRONT_TITLES),
        back_title=rng.choice(words.BACK_TITLES),
        biography=MARK,
        published_at=_long_ago(),
    )


def _themes(mark: str) -> list[Theme]:
    known = {topic.name.lower(): topic for topic in Topic.objects.all()}
    themes = []
    for name, *issues in words.TOPICS:
        topic = known.get(name.lower())
        if topic is None:
            topic = Topic(name=name, slug=f"{slugify(name)}-{mark}", description=MARK)
            topic.full_clean()
            topic.save()
        themes.append(Theme(topic, tuple(issues)))
    return themes


def _made(records: Iterable[Model]) -> list[Any]:
    rows = [checked(record) for record in records]
    return type(rows[0])._default_manager.bulk_create(rows, batch_size=BATCH)


def _long_ago() -> datetime:
    return datetime(FIRST_DAY.year, FIRST_DAY.month, FIRST_DAY.day, tzinfo=UTC)
