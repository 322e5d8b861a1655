from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import make_article, make_topic, make_user

pytestmark = pytest.mark.django_db
TOPICS = "/admin/people/topic/"


@pytest.fixture
def topics(client):
    client.force_login(make_user(group="Redaktur"))
    return [make_topic(f"topik {number:02}").name for number in range(55)]


def listed(client, query):
    return [topic.name for topic in client.get(f"{TOPICS}?{query}").context["cl"].result_list]


def test_list_shows_its_pages_in_order(client, topics):
    pages = [listed(client, query) for query in ("", "p=2", "all=", "o=-1", "o=-1&p=2")]

    assert pages == [topics[:50], topics[50:], topics, topics[:4:-1], topics[4::-1]]


def test_list_counts_what_is_found(client, topics):
    changes = client.get(f"{TOPICS}?q=topik+1").context["cl"]

    found = [topic for topic in topics if "1" in topic]
    assert (changes.result_count, [topic.name for topic in changes.result_list]) == (len(found), found)


@pytest.mark.parametrize("page", ["0", "3", "-1", "abc"])
def test_page_that_is_not_there_leads_back_to_the_list(client, topics, page):
    answer = client.get(f"{TOPICS}?p={page}", follow=True)

    assert (answer.status_code, len(answer.context["cl"].result_list) <= 50) == (200, True)


def test_search_looks_through_everything_once(client):
    client.force_login(make_user(group="Redaktur"))
    for year in (2024, 2025):
        make_article(f"Taman kota {year}", event_date=date(year, 3, 4))
    make_article("Jalan kota", event_date=date(2023, 3, 4))

    with CaptureQueriesContext(connection) as asked:
        page = client.get("/admin/articles/article/?q=taman")

    # Once for the keys; the rows of the page are looked for among those keys alone.
    searches = [query["sql"] for query in asked if "taman" in query["sql"].lower()]
    assert [" IN (" in sql for sql in searches] == [False, True]
    years = [year for year in (2023, 2024, 2025) if f"happened_on__year={year}" in page.content.decode()]
    assert years == [2024, 2025]
