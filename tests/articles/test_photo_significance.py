"""What a change to a photo means to the readers of the articles that show it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles.models import ArticlePhoto, Correction, Photo
from people.models import ProposedChange
from tests.factories import jpeg, make_article, make_photo, make_user, make_visit
from tests.forms import fields_of, filled, send

pytestmark = pytest.mark.django_db

NOTE = {"correction_note": "Yang tampak ialah Ani."}
SIGNIFICANT = {"significance": ["significant"], **NOTE}


def address_of(photo):
    return reverse("admin:articles_photo_change", args=[photo.pk])


def errors_of(answer):
    return sorted(answer.context["adminform"].form.errors)


@pytest.fixture
def editor(client):
    account = make_user("Redaktur")
    client.force_login(account)
    return account


@pytest.mark.parametrize(
    "changed", [{"alt": "Lain"}, {"caption": "Lain"}, {"credit": "Lain"}, {"alt": "", "is_decorative": "on"}]
)
def test_change_that_readers_see_is_not_saved_without_an_answer(client, editor, changed):
    photo = make_photo(alt="Meja", caption="Semula", credit="Humas")
    make_article(photos=[photo])

    refused = send(client, address_of(photo), **changed)

    stored = Photo.objects.get()
    assert (refused.status_code, errors_of(refused)) == (200, ["significance"])
    assert (stored.alt, stored.caption, stored.credit) == ("Meja", "Semula", "Humas")


def test_other_file_asks_too(client, editor):
    photo = make_photo()
    make_article(photos=[photo])
    other = SimpleUploadedFile("lain.jpg", jpeg(colour=(9, 9, 9)), "image/jpeg")

    refused = client.post(address_of(photo), filled(client, address_of(photo)) | {"file": other})

    assert (refused.status_code, errors_of(refused)) == (200, ["significance"])
    assert Photo.objects.get().sha256 == photo.sha256


@pytest.mark.parametrize(
    "changed", [{}, {"focal_x": "10"}, {"consent": "oral"}, {"consent_note": "Ibu Ani."}]
)
def test_what_no_reader_reads_is_saved_without_an_answer(client, editor, changed):
    photo = make_photo()
    make_article(photos=[photo])

    assert (send(client, address_of(photo), **changed).status_code, Correction.objects.count()) == (302, 0)


@pytest.mark.parametrize("state", ["draft", "in_review", "scheduled", "withdrawn", ""])
def test_photo_that_no_reader_sees_is_not_asked_about(client, editor, state):
    photo = make_photo(caption="Semula")
    if state:
        make_article(state=state, photos=[photo])

    forged = send(client, address_of(photo), caption="Lain", **SIGNIFICANT)

    assert "significance" not in fields_of(client.get(address_of(photo)))
    assert (forged.status_code, Photo.objects.get().caption, Correction.objects.count()) == (302, "Lain", 0)


def test_small_mend_of_a_photo_announces_nothing(client, editor):
    photo = make_photo(caption="Semla")
    article = make_article(photos=[photo])

    saved = send(client, address_of(photo), caption="Semula", significance=["silent"])

    article.refresh_from_db()
    assert (saved.status_code, Photo.objects.get().caption) == (302, "Semula")
    assert (article.edited_at, Correction.objects.count()) == (None, 0)


def test_significant_change_is_told_on_every_live_article_and_on_no_other(client, editor):
    photo = make_photo(caption="Tampak Budi")
    live = [make_article(photos=[photo]), make_article(photos=[photo])]
    make_article(state="draft", photos=[photo])
    make_article(state="scheduled", photos=[photo])

    saved = send(client, address_of(photo), caption="Tampak Ani", **SIGNIFICANT)

    found = Correction.objects.order_by("article_id")
    assert saved.status_code == 302
    assert [(one.article, one.kind, one.text) for one in found] == [
        (article, "photo", "Yang tampak ialah Ani.") for article in live
    ]
    for article in live:
        article.refresh_from_db()
    assert [article.edited_at for article in live] == [one.corrected_at for one in found]
    page = client.get(live[0].get_absolute_url()).content.decode()
    assert [words in page for words in ("Tampak Ani", "Yang tampak ialah Ani.", "Tampak Budi")] == [
        True,
        True,
        False,
    ]


def test_articles_are_chosen_and_say_where_they_have_words_of_their_own(client, editor):
    photo = make_photo(caption="Tampak Budi")
    one, other = make_article("Satu", photos=[photo]), make_article("Dua", photos=[photo])
    ArticlePhoto.objects.filter(article=other).update(caption="Keterangan lain")

    form = client.get(address_of(photo)).context["adminform"].form
    none = send(client, address_of(photo), caption="Ani", **SIGNIFICANT, corrected_articles=[])
    foreign = send(client, address_of(photo), caption="Ani", **SIGNIFICANT, corrected_articles=["999"])
    saved = send(client, address_of(photo), caption="Ani", **SIGNIFICANT, corrected_articles=[str(one.pk)])

    assert sorted(label for _, label in form.fields["corrected_articles"].choices) == [
        "Dua (dengan keterangan sendiri)",
        "Satu",
    ]
    assert [errors_of(none), errors_of(foreign)] == [["corrected_articles"]] * 2
    assert (saved.status_code, [c.article for c in Correction.objects.all()]) == (302, [one])


def test_proposed_words_are_accepted_with_the_answer_of_whoever_accepts(client):
    photo = make_photo(caption="Tampak Budi")
    article = make_article(photos=[photo])
    client.force_login(make_user("Penulis"))
    send(client, address_of(photo), caption="Tampak Ani")
    client.force_login(make_user("Redaktur"))
    address = f"{address_of(photo)}?usulan={ProposedChange.objects.get().pk}"

    opened = client.get(address)
    refused = client.post(address, fields_of(opened))
    client.post(address, fields_of(opened) | SIGNIFICANT)

    changes = [(change.label, change.after) for change in opened.context["kept"]["changes"]]
    assert (changes, errors_of(refused)) == ([("Keterangan foto", "Tampak Ani")], ["significance"])
    assert (Photo.objects.get().caption, Correction.objects.get().article) == ("Tampak Ani", article)
    assert ProposedChange.objects.get().status == "accepted"


def test_page_for_several_photos_leaves_live_ones_to_their_own_form(client, editor):
    live, free = make_photo(alt="Tampil"), make_photo(alt="Bebas")
    make_article(photos=[live])

    page = client.get(reverse("admin:articles_photo_words"), {"foto": [live.pk, free.pk]})

    assert [row["form"].instance for row in page.context["shown"]] == [free]
    assert page.context["guarded"] == [live]


def test_visit_that_shows_the_photo_may_have_the_correction_too(client, editor):
    photo, visit, hidden = make_photo(caption="Semula"), make_visit(), make_visit(published_at=None)
    article = make_article(photos=[photo], visit=visit)
    make_article(photos=[photo], visit=hidden)
    form = client.get(address_of(photo)).context["adminform"].form.fields["corrected_articles"]
    chosen = [str(article.pk), f"kunjungan-{visit.pk}"]

    send(client, address_of(photo), caption="Benar", **SIGNIFICANT, corrected_articles=chosen)
    shown = client.get(visit.get_absolute_url()).content.decode()

    assert [key for key, _ in form.choices if key.startswith("kunjungan-")] == [f"kunjungan-{visit.pk}"]
    assert f"kunjungan-{visit.pk}" not in form.initial
    assert set(Correction.objects.values_list("article", "visit")) == {(article.pk, None), (None, visit.pk)}
    assert ("Benar" in shown, NOTE["correction_note"] in shown) == (True, True)
