from datetime import datetime

import pytest

from articles.models import Article
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


def test_kinds_of_activity_lead_to_the_same_list_with_its_other_filters(client):
    make_article("Rapat", activity="hearing", published_at=datetime(2025, 3, 3, tzinfo=JAKARTA))
    make_article("Paripurna", activity="plenary", published_at=datetime(2025, 3, 3, tzinfo=JAKARTA))

    asked = client.get("/berita/2025/?jenis=hearing&q=rapat")
    plain = client.get("/berita/2025/")

    kinds = {value: path for value, _, path in asked.context["kinds"]}
    assert [article.title for article in asked.context["articles"]] == ["Rapat"]
    assert list(kinds) == ["", *Article.Activity.values]
    assert (kinds[""], kinds["plenary"]) == ("/berita/2025/?q=rapat", "/berita/2025/?jenis=plenary&q=rapat")
    assert plain.context["kinds"][0] == ("", "Semua", "/berita/2025/")
    assert 'href="/berita/2025/?jenis=hearing&amp;q=rapat" aria-current="true"' in asked.content.decode()
