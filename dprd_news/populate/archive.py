"""Articles and visits of a synthetic archive, spread over ten years and written in bulk."""

import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model
from django.utils.text import slugify

from articles.models import Article, ArticleInstitution, ArticleOfficial, Quote
from dprd_news.lib import caching
from dprd_news.populate import grammar, words
from dprd_news.populate.cast import BATCH, FIRST_DAY, MARK, Cast, Person, Theme, checked, gather
from people.models import Institution, Official, Tagging, Visit, VisitOfficial, VisitParty

DAYS = 3650
BYLINE = "Sintetis/uji"
SLUG_LENGTH = 90
VISIT_SHARE = 0.3
OTHER_ACTIVITIES = tuple(
    activity
    for activity in Article.Activity
    if activity not in {Article.Activity.VISIT_INCOMING, Article.Activity.VISIT_OUTGOING}
)
WITHDRAWN_SHARE = DRAFT_SHARE = 0.01


class AlreadyPopulated(Exception):
    """An archive of this seed is there already."""


@dataclass
class _Story:
    """One article with all that hangs on it, before any of it has a key."""

    article: Article
    people: list[tuple[Person, str]]
    institutions: list[Institution]
    themes: list[Theme]
    visit: Visit | None = None
    parties: list[VisitParty] = field(default_factory=list)


@transaction.atomic
def populate(articles: int, seed: int = 1) -> dict[str, int]:
    """Write that many articles; returns how many rows of each kind. Raises AlreadyPopulated.

    The index of search is left to people.indexing.rebuild().
    """
    mark = f"s{seed}"
    if Official.objects.filter(slug__endswith=f"-a{mark}-0").exists():
        raise AlreadyPopulated(f"Arsip sintetis dengan benih {seed} sudah ada.")
    rng = Random(seed)  # noqa: S311 - content for benchmarks, no secret
    cast = gather(rng, mark, articles)
    done = {
        "people": len(cast.members) + len(cast.guests),
        "institutions": len(cast.bodies),
        "articles": 0,
        "visits": 0,
    }
    for first in range(0, articles, BATCH):
        stories = [_story(rng, cast, f"{mark}-{n}") for n in range(first, min(first + BATCH, articles))]
        done["visits"] += _write(stories)
        done["articles"] += len(stories)
    caching.touched(Article)
    return done


def _story(rng: Random, cast: Cast, mark: str) -> _Story:
    day = FIRST_DAY + timedelta(days=rng.randrange(DAYS))
    unit, body = rng.choice(cast.units), rng.choice(cast.bodies)
    member, guest = rng.choice(cast.members), rng.choice(cast.guests)
    themes = rng.sample(cast.themes, rng.randint(1, 3))
    scene = grammar.Scene(
        unit=unit.name,
        body=body.name,
        person=member.official.full_name,
        speaker=member.official.name,
        topic=themes[0].topic.name,
        issues=themes[0].issues,
        day=day,
    )
    story = _Story(
        article=_article(rng, scene, mark),
        people=[(member, ArticleOfficial.Part.ATTENDEE), (guest, ArticleOfficial.Part.GUEST)],
        institutions=[cast.council, unit, body],
        themes=themes,
    )
    if rng.random() < VISIT_SHARE:
        _add_visit(rng, story, scene, unit, body, cast.council)
    else:
        story.article.activity = rng.choice(OTHER_ACTIVITIES)
    return story


def _article(rng: Random, scene: grammar.Scene, mark: str) -> Article:
    title = grammar.title(rng, scene)
    article = Article(
        title=title,
        slug=f"{slugify(title)[:SLUG_LENGTH]}-{mark}",
        body=grammar.body(rng, scene),
        event_date=scene.day,
        happened_on=scene.day,
        place=rng.choice(words.PLACES),
        byline=BYLINE,
        published_via=Article.Via.IMPORT,
        feed_id=uuid.UUID(int=rng.getrandbits(128), version=4),
    )
    chance = rng.random()
    published_at = _evening(rng, scene.day)
    if chance >= DRAFT_SHARE:
        article.status = Article.Status.PUBLISHED
        article.published_at = published_at
    if DRAFT_SHARE <= chance < DRAFT_SHARE + WITHDRAWN_SHARE:
        article.status = Article.Status.WITHDRAWN
        article.withdrawn_at = published_at + timedelta(days=2)
        article.withdrawal_reason = "Contoh penarikan pada arsip sintetis."
    return article


def _add_visit(
    rng: Random,
    story: _Story,
    scene: grammar.Scene,
    unit: Institution,
    body: Institution,
    council: Institution,
) -> None:
    article = story.article
    is_incoming = rng.random() < 0.6
    article.activity = Article.Activity.VISIT_INCOMING if is_incoming else Article.Activity.VISIT_OUTGOING
    story.visit = Visit(
        title=f"Kunjungan kerja {body.name if is_incoming else unit.name}",
        slug=f"kunjungan-{article.slug}",
        kind=rng.choice(Visit.Kind.values),
        status=Visit.Status.DONE,
        direction=Visit.Direction.INCOMING if is_incoming else Visit.Direction.OUTGOING,
        starts_on=scene.day,
        listed_on=scene.day,
        starts_at=time(rng.randint(8, 15), rng.choice((0, 30))),
        building=rng.choice(words.BUILDINGS),
        place=rng.choice(words.PLACES),
        region=body.region,
        purpose=grammar.purpose(rng, scene),
        note=MARK,
        # Hidden together with its article, like a visit filed with one.
        published_at=article.published_at,
        withdrawn_at=article.withdrawn_at,
        withdrawal_reason=article.withdrawal_reason,
    )
    guest, host = (body, council) if is_incoming else (council, body)
    people_count = rng.randint(4, 55)
    story.parties = [
        VisitParty(institution=guest, side=VisitParty.Side.GUEST, people_count=people_count),
        VisitParty(institution=host, side=VisitParty.Side.HOST),
    ]
    own = story.parties[1 if is_incoming else 0]
    own.unit = unit


def _write(stories: list[_Story]) -> int:
    """Write a batch; returns the number of visits in it."""
    with_visit = [story for story in stories if story.visit is not None]
    _bulk(story.visit for story in with_visit)
    for story in with_visit:
        story.article.visit = story.visit
    _bulk(story.article for story in stories)
    _bulk(link for story in stories for link in _links(story))
    return len(with_visit)


def _links(story: _Story) -> Iterator[Model]:
    article, visit = story.article, story.visit
    for person, part in story.people:
        yield ArticleOfficial(article=article, official=person.official, part=part, post_printed=person.post)
    speaker = story.people[0][0].official
    text = "\n".join(re.findall("<p>(.+?)</p>", article.body))
    for said in re.finditer("“(.+?),”", text):
        yield Quote(article=article, official=speaker, text=said[1], position=said.start(1))
    for institution in story.institutions:
        yield ArticleInstitution(article=article, institution=institution)
    for theme in story.themes:
        yield Tagging(content_type=_kind(Article), object_id=article.pk, tag=theme.topic)
    if visit is None:
        return
    for party in story.parties:
        party.visit = visit
        yield party
    # The first person is the council's own, the second the other body's.
    roles = [VisitOfficial.Role.RECEIVER, VisitOfficial.Role.GUEST]
    if visit.direction == Visit.Direction.OUTGOING:
        roles.reverse()
    for (person, _part), role in zip(story.people, roles, strict=True):
        yield VisitOfficial(visit=visit, official=person.official, role=role, post_printed=person.post)
    yield Tagging(content_type=_kind(Visit), object_id=visit.pk, tag=story.themes[0].topic)


def _bulk(records: Iterator[Model | None]) -> None:
    by_model: dict[type[Model], list[Model]] = {}
    for record in records:
        if record is not None:
            by_model.setdefault(type(record), []).append(checked(record))
    for model, rows in by_model.items():
        model._default_manager.bulk_create(rows, batch_size=BATCH)


def _kind(model: type[Model]) -> ContentType:
    return ContentType.objects.get_for_model(model)


def _evening(rng: Random, day: date) -> datetime:
    """Releases go out in the hours after the event."""
    return datetime.combine(day, time(rng.randint(16, 21), rng.randint(0, 59)), ZoneInfo(settings.TIME_ZONE))
