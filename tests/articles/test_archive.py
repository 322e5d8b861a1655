from datetime import datetime

import pytest

from tests.factories import JAKARTA, make_article

pytestmark = pytest.mark.django_db


def counts(response):
    return {period.label: period.count for period in response.context["archive"] if period.count}


def test_year_and_month_count_what_is_public_in_the_councils_time(client):
    make_article(published_at=datetime(2025, 3, 31, 23, 59, tzinfo=JAKARTA))
    make_article(published_at=datetime(2025, 4, 1, 0, 0, tzinfo=JAKARTA))
    make_article(published_at=datetime(2025, 12, 31, 23, 59, 59, tzinfo=JAKARTA))
    make_article(published_at=datetime(2026, 1, 1, 0, 0, tzinfo=JAKARTA))
    make_article(published_at=datetime(2025, 4, 2, tzinfo=JAKARTA), state="withdrawn")

    year, month = client.get("/berita/2025/"), client.get("/berita/2025/04/")

    assert counts(year) == counts(month) == {"Maret": 1, "April": 1, "Desember": 1}
    assert [
        len(client.get(period.path).context["articles"]) for period in year.context["archive"] if period.count
    ] == [1, 1, 1]
    assert year.context["years"] == [2026, 2025]


def test_month_without_articles_is_no_link(client):
    make_article(published_at=datetime(2025, 3, 3, tzinfo=JAKARTA))

    page = client.get("/berita/2025/").content.decode()

    assert ('href="/berita/2025/03/"' in page, 'href="/berita/2025/02/"' in page) == (True, False)
