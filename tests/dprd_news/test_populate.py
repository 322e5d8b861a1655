import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from articles.models import Article
from dprd_news.lib import caching
from dprd_news.populate import AlreadyPopulated, populate
from people.models import Official, Visit

pytestmark = pytest.mark.django_db


def contents() -> list:
    articles = Article.objects.order_by("slug")
    return [
        (
            article.slug,
            article.feed_id,
            article.body,
            article.status,
            article.published_at,
            sorted(article.topics.names()),
            sorted(article.officials.values_list("slug", flat=True)),
            sorted(article.institutions.values_list("slug", flat=True)),
            article.visit and (article.visit.slug, article.visit.direction, article.visit.starts_on),
        )
        for article in articles
    ]


def populated(articles: int, seed: int) -> list:
    """The content of an archive made on an empty site, which is empty again afterwards."""
    with transaction.atomic():
        populate(articles, seed)
        made = contents()
        transaction.set_rollback(True)
    caching.forget()
    return made


def test_populate_makes_the_same_content_of_the_same_seed():
    first = populated(40, seed=7)

    assert (len(first), populated(40, seed=7) == first, populated(40, seed=8) == first) == (40, True, False)


def test_populate_counts_what_it_wrote():
    done = populate(60, seed=3)

    assert done == {
        "articles": Article.objects.count(),
        "visits": Visit.objects.count(),
        "people": Official.objects.count(),
        "institutions": 12,
    }


def test_populate_spreads_over_ten_years_and_marks_what_is_synthetic():
    populate(200, seed=1)

    years = {day.year for day in Article.objects.values_list("happened_on", flat=True)}
    assert years == set(range(2016, 2026))
    assert set(Article.objects.values_list("byline", flat=True)) == {"Sintetis/uji"}
    assert set(Official.objects.values_list("biography", flat=True)) == {
        "Data sintetis untuk uji beban; bukan orang, lembaga, atau peristiwa nyata."
    }


def test_populate_hides_a_visit_with_its_article():
    populate(300, seed=2)

    unlike = [
        article.slug
        for article in Article.objects.exclude(visit=None).select_related("visit")
        if article.is_public != article.visit.is_public
    ]
    assert (unlike, Article.objects.exclude(status="published").exists()) == ([], True)


def test_populate_takes_a_seed_once_and_another_beside_it():
    populate(5, seed=1)

    with pytest.raises(AlreadyPopulated):
        populate(5, seed=1)
    populate(5, seed=11)

    assert Article.objects.count() == 10


def test_command_refuses_a_count_that_is_none():
    with pytest.raises(CommandError) as error:
        call_command("populate", "--articles", "0")

    assert (error.value.returncode, Article.objects.count()) == (2, 0)
