import io

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from articles.models import Photo
from articles.models.photo import make_renditions, make_share
from dprd_news.lib.pictures import PictureFieldFile, Shown
from tests.factories import jpeg, make_article, make_photo

pytestmark = pytest.mark.django_db


def test_photo_offers_every_size_once_all_are_made(media_root, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        photo = make_photo(content=jpeg(900, 600))
    offered_before = photo.has_renditions

    photo = Photo.objects.get()

    folder = media_root / "renditions" / photo.file.name.removeprefix("originals/").removesuffix(".jpg")
    made = {f"{width_px}.{form}" for width_px in (480, 800, 900) for form in ("avif", "webp", "jpg")}
    assert (offered_before, photo.has_renditions) == (False, True)
    shared = {"1200x630-50-50.jpg"}
    assert {path.name for path in folder.iterdir()} == made | shared


def test_photo_replaced_while_its_sizes_are_made_waits_for_its_own(monkeypatch):
    photo = make_photo()

    def replaced_meanwhile(file):
        newer = Photo.objects.get(pk=photo.pk)
        newer.file.save("lain.jpg", ContentFile(jpeg()), save=False)
        newer.save()

    monkeypatch.setattr(PictureFieldFile, "make_renditions", replaced_meanwhile)

    make_renditions.call(photo.pk)

    stored = Photo.objects.get()
    assert (stored.file.name == photo.file.name, stored.has_renditions) == (False, False)


def test_shared_picture_is_cut_around_the_focal_point(client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        photo = make_photo(content=jpeg(1600, 1200), focal_x=20, focal_y=0)
    before = photo.shared
    make_article(photos=[photo])

    photo = Photo.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        photo.focal_x = 90
        photo.save()
    photo = Photo.objects.get()

    answer = client.get(photo.shared.url)
    stem = photo.shown.url.removesuffix("1200.jpg")
    assert (before, photo.shared) == (photo.shown, Shown(f"{stem}1200x630-90-0.jpg", 1200, 630))
    assert Image.open(io.BytesIO(b"".join(answer.streaming_content))).size == (1200, 630)


def test_shared_picture_of_a_small_photo_keeps_the_ratio(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        make_photo(content=jpeg(600, 800))

    photo = Photo.objects.get()

    assert (photo.shared.width_px, photo.shared.height_px) == (600, 315)
    with photo.file.storage.open(f"renditions/{photo.shared.url.removeprefix('/media/')}") as made:
        assert Image.open(made).size == (600, 315)


def test_shared_picture_of_a_point_moved_meanwhile_waits_for_its_own(monkeypatch):
    photo = make_photo()
    real = PictureFieldFile.make_share

    def moved_meanwhile(file, *point):
        Photo.objects.update(focal_x=10)
        return real(file, *point)

    monkeypatch.setattr(PictureFieldFile, "make_share", moved_meanwhile)

    make_share.call(photo.pk)

    assert Photo.objects.get().share_name == ""


def test_other_words_do_not_cut_the_shared_picture_again(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        make_photo()
    photo = Photo.objects.get()

    with django_capture_on_commit_callbacks() as tasks:
        photo.caption = "Taman kota"
        photo.save()

    assert (photo.share_name, [task for task in tasks if "make_share" in repr(task)]) == (
        "1200x630-50-50",
        [],
    )
