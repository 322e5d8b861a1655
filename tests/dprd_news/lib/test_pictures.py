"""A picture's file that is gone from the disk is no hole on the page."""

import shutil

import pytest
from django.core.files.storage import default_storage

from dprd_news.lib.pictures import stored_name
from tests.factories import jpeg, make_article, make_photo

pytestmark = pytest.mark.django_db
FOR_EVER = "public, max-age=31536000, immutable"


@pytest.fixture
def photo(django_capture_on_commit_callbacks):
    """On a public page, with every size made."""
    with django_capture_on_commit_callbacks(execute=True):
        photo = make_photo(content=jpeg(1700, 900))
    make_article(photos=[photo])
    photo.refresh_from_db()
    return photo


def address(photo, name):
    return f"{photo.shown.url.rpartition('/')[0]}/{name}"


def ask(client, address):
    answer = client.get(address)
    return (answer.status_code, answer["Content-Type"], answer["Cache-Control"])


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("1200.jpg", "image/jpeg"),
        ("800.avif", "image/avif"),
        ("1600.webp", "image/webp"),
        ("1700.jpg", "image/jpeg"),
    ],
)
def test_missing_size_is_made_again_from_its_master(client, photo, name, kind):
    asked = address(photo, name)
    stored = stored_name(asked.removeprefix("/media/"))
    default_storage.delete(stored)

    answers = [ask(client, asked), ask(client, asked)]

    assert answers == [(200, kind, FOR_EVER)] * 2
    assert default_storage.exists(stored)


@pytest.mark.parametrize("name", ["1201.jpg", "99999.jpg", "1700.avif", "1200x630-10-10.jpg"])
def test_size_that_no_page_shows_is_never_made(client, photo, media_root, name):
    before = sorted(media_root.rglob("*"))

    answer = ask(client, address(photo, name))

    assert answer == (200, "image/jpeg", "no-store")
    assert sorted(media_root.rglob("*")) == before


def test_without_a_master_another_size_stands_in(client, photo, media_root):
    shutil.rmtree(media_root / "originals")
    default_storage.delete(stored_name(address(photo, "800.avif").removeprefix("/media/")))

    assert ask(client, address(photo, "800.avif")) == (200, "image/jpeg", "no-store")


@pytest.mark.parametrize("bytes_left", [0, 40, 4000])
def test_with_a_broken_master_another_size_stands_in(client, photo, media_root, bytes_left):
    master = media_root / photo.file.name
    master.write_bytes(master.read_bytes()[:bytes_left])
    default_storage.delete(stored_name(address(photo, "800.avif").removeprefix("/media/")))

    assert ask(client, address(photo, "800.avif")) == (200, "image/jpeg", "no-store")


def test_without_any_file_the_answer_is_404(client, photo, media_root):
    shutil.rmtree(media_root)

    assert client.get(photo.shown.url).status_code == 404


def test_file_for_print_is_made_again_too(photo):
    default_storage.delete(stored_name(photo.full.url.removeprefix("/media/")))

    with photo.open_full() as file:
        start = file.read(2)

    assert start == b"\xff\xd8"
