"""A paste whose releases were not told apart, parted by hand."""

import pytest
from django.urls import reverse

from articles.models import PastedRelease, StagedPhoto
from articles.pasting.answers import Answers
from articles.pasting.parting import Place, part, places
from tests.articles.pasting.pastes import own_copy, paste
from tests.articles.releases import SOURCE, make_world
from tests.factories import jpeg, make_article, make_user

pytestmark = pytest.mark.django_db

SECOND = SOURCE.replace("Kebun Atap", "Taman Baca").replace("kebun atap", "taman baca")
BOTH = f"{SOURCE}\n{SECOND}"


def address_of(pasted):
    return reverse("admin:articles_article_pasted", args=[pasted.pk])


def sources():
    return list(PastedRelease.objects.order_by("pk").values_list("source_text", flat=True))


def test_places_are_the_lines_with_words_but_the_first():
    assert places("Judul\n\n  Isi   pertama.\nIsi kedua.") == [
        Place(7, "Isi pertama."),
        Place(24, "Isi kedua."),
    ]


def test_copy_is_parted_in_two_that_are_read_anew_with_the_photos_at_the_first():
    make_world()
    (whole,) = paste(make_user("Penulis"), BOTH, is_one=True)
    photo = StagedPhoto.stage(whole, "a.jpg", jpeg())
    alt = f"photo-{photo.pk}-alt"

    first, second = part(whole, BOTH.index(SECOND), {alt: ["Kebun."], "title": ["other"]}).copies

    assert sources() == [SOURCE.rstrip(), SECOND]
    assert [one.reading["title"] for one in (first, second)] == [
        "Kebun Atap Mekarsari Jadi Tempat Belajar",
        "Taman Baca Mekarsari Jadi Tempat Belajar",
    ]
    assert ([one.pk for one in first.photos.all()], second.photos.count()) == ([photo.pk], 0)
    answers = Answers(first)
    assert (answers.photo_words(photo, "alt"), answers.text("title")) == ("Kebun.", first.reading["title"])


def test_part_that_is_on_file_is_not_read_again():
    make_world()
    draft = make_article("Kebun", state="draft", source_text=SOURCE.rstrip())
    (whole,) = paste(make_user("Penulis"), BOTH, is_one=True)

    taken = part(whole, BOTH.index(SECOND), {})

    assert (taken.on_file, sources()) == ([draft], [SECOND])


def test_screen_parts_a_copy_and_leads_its_old_address_on(client):
    make_world()
    whole = own_copy(client, BOTH, is_one=True)

    shown = client.get(address_of(whole)).content.decode()
    parted = client.post(address_of(whole), {"_part": str(BOTH.index(SECOND))}, follow=True)
    again = client.get(address_of(whole), follow=True)

    first, second = PastedRelease.objects.order_by("pk")
    assert f'name="_part" value="{BOTH.index(SECOND)}"' in shown
    assert f'bagian kedua: <a href="{address_of(second)}">Taman Baca' in parted.content.decode()
    assert [page.redirect_chain[0][0].partition("?")[0] for page in (parted, again)] == [
        address_of(first)
    ] * 2


@pytest.mark.parametrize("at", ["3", "", "x", "99999"])
def test_place_that_is_none_parts_nothing(client, at):
    whole = own_copy(client)

    client.post(address_of(whole), {"_part": at})

    assert sources() == [SOURCE]


def test_halves_with_the_same_words_are_one_copy():
    make_world()
    (whole,) = paste(make_user("Penulis"), f"{SOURCE}\n\n{SOURCE}", is_one=True)

    taken = part(whole, whole.source_text.rindex(SOURCE.splitlines()[0]), {})

    assert (len(taken.copies), sources()) == (1, [SOURCE.rstrip()])
