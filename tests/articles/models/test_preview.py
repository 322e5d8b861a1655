from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles.models import Article, PreviewAnswer, PreviewLink
from articles.models.preview import (
    ANSWERS_PER_HOUR,
    MOST_ANSWERS,
    PERMIT_SECONDS,
    TooManyAnswers,
    has_living_link,
)
from tests.factories import make_article, make_photo, make_preview_link, tomorrow

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
ALIVE = {"draft": True, "in_review": True, "scheduled": True, "published": False, "withdrawn": False}


@pytest.mark.parametrize("end", ["", "revoked", "expired"])
@pytest.mark.parametrize("state", ALIVE)
def test_link_lives_until_its_article_is_public(state, end):
    now = timezone.now()
    ends = {"revoked": {"revoked_at": now}, "expired": {"expires_at": now - timedelta(seconds=1)}}
    link = make_preview_link(make_article(state=state), **ends.get(end, {}))

    listed = PreviewLink.objects.living().filter(pk=link.pk).exists()

    assert (listed, link.is_living) == (ALIVE[state] and not end,) * 2


def test_link_dies_at_the_second_its_article_is_due():
    due = tomorrow().replace(microsecond=0)
    link = make_preview_link(make_article(state="scheduled", published_at=due))

    with time_machine.travel(due - timedelta(seconds=1), tick=False) as clock:
        before = (link.is_living, PreviewLink.objects.living().exists())
        clock.move_to(due)

        assert (before, link.is_living, PreviewLink.objects.living().exists()) == ((True, True), False, False)


def test_embargoed_is_scheduled_with_a_living_link():
    scheduled, lonely, draft = (make_article(state=state) for state in ("scheduled", "scheduled", "draft"))
    make_preview_link(scheduled)
    make_preview_link(lonely, revoked_at=timezone.now())
    make_preview_link(draft)

    asked = [article.is_embargoed for article in (scheduled, lonely, draft)]
    annotated = [
        article.is_embargoed
        for article in Article.objects.annotate(has_living_link=has_living_link()).order_by("pk")
    ]

    assert asked == annotated == [True, False, False]


def test_list_knows_embargoes_without_a_query_each(django_assert_num_queries):
    for _ in range(3):
        make_preview_link(make_article(state="scheduled"))

    with django_assert_num_queries(1):
        listed = Article.objects.annotate(has_living_link=has_living_link())

        assert [article.is_embargoed for article in listed] == [True] * 3


def test_address_is_signed_and_holds_no_stored_value_alone():
    link, other = make_preview_link(), make_preview_link()
    token = link.get_absolute_url().split("/")[2]
    key, signature = token.split(".")
    other_signature = other.get_absolute_url().split("/")[2].split(".")[1]
    forged = [key, f"{key}.", f"{key}.{other_signature}", f"{other.key}.{signature}", f"{token}x", "\x00", ""]

    assert PreviewLink.objects.at_address(token) == link
    assert [PreviewLink.objects.at_address(text) for text in forged] == [None] * len(forged)
    assert key == link.key


def test_permit_holds_for_the_articles_photos_for_an_hour():
    own, foreign = make_photo(), make_photo()
    link = make_preview_link(make_article(state="draft", photos=[own]))

    def permitted(photo):
        return PreviewLink.objects.permitting(permit, [photo.file.name]).exists()

    with time_machine.travel(timezone.now(), tick=False) as clock:
        permit = link.permit
        at_once = (permitted(own), permitted(foreign))
        clock.shift(PERMIT_SECONDS + 1)

        assert (at_once, permitted(own)) == ((True, False), False)


def test_permit_ends_with_its_link():
    photo = make_photo()
    link = make_preview_link(make_article(state="draft", photos=[photo]))

    link.revoke()

    assert PreviewLink.objects.permitting(link.permit, [photo.file.name]).exists() is False


def test_link_lasts_a_fortnight_at_most():
    made_at = timezone.now()
    link = make_preview_link(made_at=made_at, expires_at=made_at + timedelta(days=15))

    with pytest.raises(ValidationError) as refused:
        link.full_clean()

    assert refused.value.message_dict == {"expires_at": ["Paling lama 14 hari."]}


def test_database_refuses_a_link_that_ends_before_it_begins():
    with pytest.raises(IntegrityError), transaction.atomic():
        make_preview_link(made_at=timezone.now(), expires_at=timezone.now() - HOUR)


def test_later_answer_comes_beside_the_first():
    link = make_preview_link()
    link.take_answer("catatan", "Nama saya keliru.")
    link.take_answer("setuju", "")

    answers = [(answer.kind, answer.note) for answer in link.answers.all()]

    assert answers == [("setuju", ""), ("catatan", "Nama saya keliru.")]
    assert link.answer.kind == "setuju"


@pytest.mark.parametrize(
    ("kind", "note"), [("catatan", ""), ("setuju", "a" * 2001), ("setuju", "a\x07"), ("lain", "")]
)
def test_answer_that_makes_no_sense_is_not_kept(kind, note):
    link = make_preview_link()

    with pytest.raises(ValidationError):
        link.take_answer(kind, note)

    assert PreviewAnswer.objects.exists() is False


def test_answers_are_limited_by_the_hour_and_in_all():
    link = make_preview_link(expires_at=timezone.now() + timedelta(days=14))
    taken = 0

    with time_machine.travel(timezone.now(), tick=False) as clock:
        for _ in range(10):
            for _ in range(ANSWERS_PER_HOUR):
                if taken < MOST_ANSWERS:
                    link.take_answer("setuju", "")
                    taken += 1
            with pytest.raises(TooManyAnswers):
                link.take_answer("setuju", "")
            clock.shift(HOUR + timedelta(seconds=1))

    assert (taken, link.answers.count()) == (MOST_ANSWERS, MOST_ANSWERS)
