"""The picture that a shared link shows: where it is, when it changes, and when it is gone."""

import io
import re

import pytest
from django.core.files.storage import default_storage
from PIL import Image

from articles import takedown
from articles.cards import article_card
from articles.models import Article
from articles.takedown import Reason
from dprd_news.lib import cards, drawn
from tests.factories import (
    make_article,
    make_council,
    make_institution,
    make_official,
    make_photo,
    make_position,
    make_topic,
    make_user,
    make_visit,
    tomorrow,
)

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1"
HIDDEN = ("draft", "in_review", "scheduled", "withdrawn")


def image_of(client, path):
    """The path of the card that a page names."""
    page = client.get(path).content.decode()
    return re.search(r'<meta property="og:image" content="http://127\.0\.0\.1([^"]+)">', page)[1]


def kept(record):
    folder = drawn.folder_of(record)
    return default_storage.listdir(folder)[1] if default_storage.exists(folder) else []


def body(answer):
    return b"".join(answer.streaming_content)


def test_card_of_an_article_is_drawn_once_and_kept_by_everyone(client, monkeypatch):
    make_council()
    article = make_article("Paripurna tampak", photos=[make_photo()])
    path = image_of(client, article.get_absolute_url())

    first = client.get(path)
    monkeypatch.setattr(drawn, "draw", None)
    second = client.get(path)

    content = body(first)
    assert (first.status_code, first["Content-Type"]) == (200, "image/jpeg")
    assert first["Cache-Control"] == "public, max-age=31536000, immutable"
    assert Image.open(io.BytesIO(content)).size == (1200, 630)
    assert (second.status_code, body(second)) == (200, content)
    assert kept(article) == [path.rsplit("-", 1)[1]]


def test_every_page_has_a_card_of_its_own_kind(client):
    council = make_council()
    official = make_official("Budi Contoh")
    make_position(official, institution=council.institution)
    topic = make_topic("Sampah")
    visit = make_visit("Kunjungan kerja", topics=[topic])
    make_article("Berita", topics=[topic])
    pages = [
        "/", "/berita/", "/kunjungan/", "/pejabat/", "/lembaga/", "/topik/", "/koreksi/", "/tentang/", "/cari/",
        *(record.get_absolute_url() for record in (official, council.institution, topic, visit, Article.objects.get())),
    ]  # fmt: skip

    images = {path: image_of(client, path) for path in pages}

    answers = {path: client.get(image) for path, image in images.items()}
    assert {path: answer.status_code for path, answer in answers.items()} == dict.fromkeys(pages, 200)
    assert {
        path: Image.open(io.BytesIO(body(answer))).size for path, answer in answers.items()
    } == dict.fromkeys(pages, (1200, 630))
    assert len({images[path] for path in pages[:9]}) == 1
    assert len({images[path] for path in pages[8:]}) == 6
    assert [path for path in pages[9:] if not images[path].startswith(path)] == []


@pytest.mark.parametrize("change", ["title", "photo", "focus", "colour", "activity"])
def test_card_has_another_address_once_it_shows_something_else(
    client, change, django_capture_on_commit_callbacks
):
    council = make_council()
    photo = make_photo()
    article = make_article("Judul semula", photos=[photo])
    before = image_of(client, article.get_absolute_url())
    client.get(before)

    with django_capture_on_commit_callbacks(execute=True):
        if change == "title":
            article.title = "Judul baru"
        elif change == "activity":
            article.activity = Article.Activity.PLENARY
        elif change == "photo":
            article.article_photos.update(photo=make_photo())
        elif change == "focus":
            photo.focal_x = 10
            photo.save()
        else:
            council.colour = "#7a1f1f"
            council.save()
        article.save()
    after = image_of(client, article.get_absolute_url())

    answer = client.get(before)
    assert (before == after, answer.status_code, answer["Location"]) == (False, 302, after)
    assert client.get(after).status_code == 200
    assert kept(article) == [after.rsplit("-", 1)[1]]


@pytest.mark.parametrize("state", HIDDEN)
def test_card_of_a_hidden_article_is_nowhere(client, state):
    article = make_article("Rahasia", state=state, photos=[make_photo()])
    path = article_card(article).path

    answers = [client.get(path)]
    client.force_login(make_user("Administrator"))
    answers.append(client.get(path))

    assert [answer.status_code for answer in answers] == [404, 404]
    assert kept(article) == []


@pytest.mark.parametrize("fields", [{"published_at": None}, {"published_at": tomorrow()}])
@pytest.mark.parametrize("make", [make_official, make_institution, make_visit])
def test_cards_of_hidden_records_are_nowhere(client, make, fields):
    record = make("Rahasia", **fields)
    shown = make("Tampak")
    visible = image_of(client, shown.get_absolute_url())

    guessed = visible.replace(shown.get_absolute_url(), record.get_absolute_url())

    assert [client.get(path).status_code for path in (visible, guessed)] == [200, 404]


def test_preview_of_the_newsroom_names_no_card(client):
    records = [make_article(state="draft"), make_visit(published_at=None), make_official(published_at=None)]
    client.force_login(make_user("Redaktur"))

    pages = [client.get(record.get_absolute_url()).content.decode() for record in records]

    named = [f"{each.get_absolute_url()}bagikan-" in page for each, page in zip(records, pages, strict=True)]
    assert named == [False] * 3
    assert ["application/ld+json" in page for page in pages] == [False] * 3


@pytest.mark.parametrize("make", [make_article, make_visit, make_official, make_institution])
def test_withdrawal_removes_what_was_drawn(client, make, django_capture_on_commit_callbacks):
    record = make("Yang ditarik")
    path = image_of(client, record.get_absolute_url())
    drawn_before = client.get(path).status_code, len(kept(record))

    with django_capture_on_commit_callbacks(execute=True):
        record.withdraw("Keliru.")

    assert (drawn_before, client.get(path).status_code, kept(record)) == ((200, 1), 404, [])


def test_takedown_removes_what_was_drawn_of_every_article_that_showed_the_photo(
    client, django_capture_on_commit_callbacks
):
    photo = make_photo()
    articles = [make_article(photos=[photo]), make_article(photos=[photo])]
    paths = [image_of(client, article.get_absolute_url()) for article in articles]
    for path in paths:
        client.get(path)

    with django_capture_on_commit_callbacks(execute=True):
        takedown.remove_photo(articles[0], photo, Reason(make_user("Administrator"), "Permintaan orang tua."))

    assert [kept(article) for article in articles] == [[], []]
    assert [client.get(path).status_code for path in paths] == [302, 302]


def test_takedown_of_words_removes_the_cards_that_may_show_them(client, django_capture_on_commit_callbacks):
    visit = make_visit("Kunjungan Rahayu Contoh")
    article = make_article("Kisah Rahayu Contoh", visit=visit)
    for record in (article, visit):
        client.get(image_of(client, record.get_absolute_url()))

    with django_capture_on_commit_callbacks(execute=True):
        takedown.remove_passage(
            article, "Rahayu Contoh", Reason(make_user("Administrator"), "Permintaan keluarga.")
        )

    assert [kept(article), kept(visit)] == [[], []]


def test_card_that_changed_while_it_was_drawn_is_not_kept(client, monkeypatch):
    article = make_article("Judul semula")
    path = image_of(client, article.get_absolute_url())

    def withdrawn_meanwhile(card):
        Article.objects.get().withdraw("Keliru.")
        return cards.draw(card)

    monkeypatch.setattr(drawn, "draw", withdrawn_meanwhile)

    assert (client.get(path).status_code, kept(article)) == (404, [])


def test_card_at_a_wrong_date_or_key_leads_to_the_right_one(client):
    article = make_article()
    path = image_of(client, article.get_absolute_url())

    wrong = [path.replace("/2025/03/", "/2024/01/"), article.get_absolute_url() + "bagikan-lain.jpg"]

    assert [(client.get(each).status_code, client.get(each)["Location"]) for each in wrong] == [
        (302, path)
    ] * 2


def test_card_whose_photo_is_lost_is_not_found(client):
    article = make_article(photos=[make_photo()])
    path = image_of(client, article.get_absolute_url())
    placed = article.first_photo
    placed.photo.file.forget_files()

    assert (client.get(path).status_code, kept(article)) == (404, [])


def test_card_takes_few_queries(client, django_assert_max_num_queries):
    article = make_article(photos=[make_photo(), make_photo()])
    path = image_of(client, article.get_absolute_url())
    client.get(path)

    with django_assert_max_num_queries(4):
        client.get(path)
