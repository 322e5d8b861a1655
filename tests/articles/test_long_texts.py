"""What is asked of the long text of many articles gives the same on every database."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.long_texts import Size
from articles.models import Article
from tests.factories import make_article, make_user

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("TAMAN", {"kecil", "besar"}),
        ("aman ko", {"kecil"}),
        ("100%", {"persen"}),
        ("1_0", set()),
        ("é", {"kecil"}),
        ("'", set()),
    ],
)
def test_text_says_words_in_any_case_and_signs_stand_for_themselves(words, found):
    make_article("kecil", body="<p>di taman kota, kafé</p>")
    make_article("besar", body="<p>DI TAMAN</p>")
    make_article("persen", body="<p>naik 100%</p>")

    assert set(Article.objects.filter(body__says=words).values_list("title", flat=True)) == found


def test_list_of_articles_is_searched_by_its_text(client):
    client.force_login(make_user(group="Redaktur"))
    make_article("Kabar satu", body="<p>Warga merawat Taman Kota.</p>")
    make_article("Kabar dua", body="<p>Warga merawat jalan.</p>")

    answer = client.get("/admin/articles/article/", {"q": "taman kota"})

    assert [article.title for article in answer.context["cl"].result_list] == ["Kabar satu"]


@pytest.mark.postgres
def test_size_is_asked_without_unpacking_the_text():
    make_article(body="<p>kafé</p>")

    with CaptureQueriesContext(connection) as asked:
        sizes = list(Article.objects.values_list(Size("body"), flat=True))

    assert sizes == [len("<p>kafé</p>".encode())]
    assert "OCTET_LENGTH" in asked.captured_queries[0]["sql"]
