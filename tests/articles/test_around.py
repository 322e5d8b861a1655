from datetime import date, timedelta

import pytest

from articles.around import PEOPLE_SHOWN, in_order, related
from articles.models import ArticleOfficial
from tests.factories import (
    LONG_AGO,
    make_article,
    make_official,
    make_position,
    make_post,
    make_topic,
    make_visit,
)

pytestmark = pytest.mark.django_db


def names(links):
    return [str(link.official) for link in links]


def ordered(article):
    return in_order(list(article.article_officials.select_related("official")), article)


def test_in_order_asks_for_part_then_rank_on_that_day_then_name():
    chair, member = make_post("Ketua", rank=1), make_post("Anggota", rank=50)
    was_chair = make_position(
        make_official("Bekas Ketua"), chair, starts_on=date(2020, 1, 1), ends_on=date(2024, 1, 1)
    ).official
    make_position(was_chair, member, starts_on=date(2024, 1, 2))
    is_chair = make_position(make_official("Ketua Kini"), chair).official
    speaker, unranked = make_official("Zainal Bicara"), make_official("Aan Tamu")
    article = make_article(event_date=date(2025, 3, 4), officials=[unranked, was_chair, is_chair])
    ArticleOfficial.objects.create(article=article, official=speaker, part=ArticleOfficial.Part.SPEAKER)

    people = ordered(article)

    assert names(people.first) == ["Zainal Bicara", "Ketua Kini", "Bekas Ketua", "Aan Tamu"]
    assert people.others == []


def test_in_order_folds_a_long_list_and_only_a_long_one():
    crowd = [make_official(f"Hadirin {number:02}") for number in range(PEOPLE_SHOWN + 3)]

    folded = ordered(make_article(officials=crowd))
    whole = ordered(make_article(officials=crowd[:-1]))

    assert names(folded.others) == [f"Hadirin {number:02}" for number in range(6, 9)]
    assert (len(whole.first), whole.others) == (PEOPLE_SHOWN + 2, [])


def test_related_shows_what_shares_most_and_nothing_hidden():
    official, topic, visit = make_official(), make_topic(), make_visit()
    article = make_article("Ini", officials=[official], topics=[topic], visit=visit)
    make_article("Sama topik", topics=[topic], published_at=LONG_AGO + timedelta(days=9))
    make_article("Sama topik dan orang", topics=[topic], officials=[official])
    make_article("Sama kunjungan", visit=visit)
    make_article("Lain sama sekali", topics=[make_topic()])
    for state in ("draft", "in_review", "scheduled", "withdrawn"):
        make_article(f"Rahasia {state}", state=state, officials=[official], topics=[topic], visit=visit)

    found = [other.title for other in related(article)]

    assert found == ["Sama kunjungan", "Sama topik dan orang", "Sama topik"]


def test_related_of_an_article_that_shares_nothing_is_empty():
    assert list(related(make_article())) == []
    assert list(related(make_article(topics=[make_topic()]))) == []


def test_post_printed_in_small_letters_begins_with_a_capital_on_the_page(client):
    article = make_article(officials=[make_official()])
    ArticleOfficial.objects.update(post_printed="anggota Komisi II")

    page = client.get(article.get_absolute_url()).content.decode()

    assert '<span class="muted">Anggota Komisi II</span>' in page
