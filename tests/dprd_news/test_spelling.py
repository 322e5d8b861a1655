import pytest

from dprd_news import spelling
from dprd_news.lib import caching
from people import indexing
from tests.factories import make_article, make_institution, make_official

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def names():
    caching.forget()
    make_official("Rendiana Awangga", nickname="Awang")
    make_institution("Dinas Angin Banjarbaru")
    make_article("Layangan naik")
    indexing.catch_up()


@pytest.mark.parametrize(
    ("written", "first"),
    [
        ("awanga", "awangga"),
        ("layngan", "layangan"),
        ("dinasangin", "dinas angin"),
        ("angin", "angin"),
        ("bandugn", "bandung"),
    ],
)
def test_what_was_probably_meant_comes_first(written, first):
    assert spelling.near(written)[0] == first


@pytest.mark.parametrize("written", ["bali", "besar", "xqzjw", "abc", "layang-"])
def test_short_word_of_the_language_and_what_is_like_nothing_is_left_alone(written):
    assert spelling.near(written) == []


def test_no_word_that_is_never_sought_is_offered():
    assert "bagi" not in spelling.near("bagix")


def test_name_in_two_words_is_joined():
    assert spelling.rejoined([("dinas",), ("banjar", "baru"), ("angin",)]) == "dinas banjarbaru angin"
    assert spelling.rejoined([("dinas",), ("angin",)]) == ""
