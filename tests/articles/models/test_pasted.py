from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.utils import timezone

from articles.models import ArticlePhoto, EndedCopy, PastedRelease, Photo, StagedPhoto
from tests.factories import jpeg, make_article, make_photo, make_user

pytestmark = pytest.mark.django_db


def make_pasted(**fields):
    return PastedRelease.objects.create(editor=make_user("Penulis"), source_text="Naskah.", **fields)


def files_in(folder):
    return {path.name for path in folder.rglob("*") if path.is_file()}


def test_photo_staged_twice_is_one(media_root):
    pasted, content = make_pasted(), jpeg()

    first = StagedPhoto.stage(pasted, "a.jpg", content)
    before = files_in(media_root)
    again = StagedPhoto.stage(pasted, "b.jpg", content)

    assert (again, pasted.photos.count(), files_in(media_root)) == (first, 1, before)


def test_what_is_no_photo_is_not_staged():
    pasted = make_pasted()

    with pytest.raises(ValidationError):
        StagedPhoto.stage(pasted, "a.jpg", b"bukan foto")

    assert pasted.photos.count() == 0


def test_photo_of_the_draft_takes_over_the_staged_files(media_root, django_capture_on_commit_callbacks):
    pasted = make_pasted()
    staged = StagedPhoto.stage(pasted, "a.jpg", jpeg())
    before = files_in(media_root)

    with django_capture_on_commit_callbacks(execute=True):
        photo = staged.as_photo()
        photo.save()
        ArticlePhoto.objects.create(article=make_article(state="draft"), photo=photo)
        pasted.discard()

    assert PastedRelease.objects.count() == StagedPhoto.objects.count() == 0
    assert before <= files_in(media_root)
    assert (Photo.objects.get().sha256, Photo.objects.get().width_px) == (staged.sha256, 64)


def test_photo_on_file_is_used_again():
    content = jpeg()
    known = make_photo(content=content)

    staged = StagedPhoto.stage(make_pasted(), "a.jpg", content)

    assert staged.as_photo() == known


def test_sweep_takes_files_along_and_leaves_the_rest(media_root, capsys, django_capture_on_commit_callbacks):
    old, fresh = make_pasted(), make_pasted()
    StagedPhoto.stage(old, "a.jpg", jpeg())
    PastedRelease.objects.filter(pk=old.pk).update(updated_at=timezone.now() - timedelta(days=7, minutes=1))

    with django_capture_on_commit_callbacks(execute=True):
        call_command("sweep")

    said = capsys.readouterr().out
    assert (list(PastedRelease.objects.all()), files_in(media_root)) == ([fresh], set())
    assert said == (
        "Dibuang: 1 salinan rilis, 0 catatan salinan berakhir, 0 potret, 0 salinan isian, 0 usulan, 0 gambar tautan, 0 catatan pekerjaan latar.\n"
    )


def test_sweep_forgets_after_a_season_what_became_of_a_copy(capsys):
    old, fresh = make_pasted(), make_pasted()
    old.end()
    fresh.end()
    EndedCopy.objects.filter(copy=EndedCopy.objects.last().copy).update(
        ended_at=timezone.now() - timedelta(days=90, minutes=1)
    )

    call_command("sweep")

    assert EndedCopy.objects.count() == 1
    assert "1 catatan salinan berakhir" in capsys.readouterr().out
