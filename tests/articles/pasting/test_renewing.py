"""Working copies that were read before what they name came on file."""

import pytest
from django.urls import reverse

from articles.models import Article, PastedRelease
from articles.pasting.answers import Answers
from dprd_news.lib.caching import forget
from people.models import Institution, Official
from tests.articles.pasting.pastes import linked, paste
from tests.articles.releases import SOURCE, make_world
from tests.factories import make_institution, make_official, make_position, make_post, make_region, make_user

pytestmark = pytest.mark.django_db
OTHER = SOURCE.replace("Kebun Atap", "Taman Baca").replace("kebun atap", "taman baca")
DRAFT = {"title": "other", "title-other": "Judul", "body": "Isi.", "activity": "other"}


@pytest.fixture
def copies(client):
    """Two copies of this client's editor, which name one unknown person and one unknown body."""
    make_world()
    editor = make_user("Penulis")
    client.force_login(editor)
    return [*paste(editor, SOURCE), *paste(editor, OTHER)]


def address_of(pasted):
    return reverse("admin:articles_article_pasted", args=[pasted.pk])


def save(client, pasted, follow=True, **answers):
    sent = {name.replace("_", "-"): value for name, value in answers.items()}
    said = client.post(address_of(pasted), DRAFT | sent | {"_save": "1"}, follow=follow).content.decode()
    forget()
    return said


def chosen(pasted, key):
    pasted = PastedRelease.objects.get(pk=pasted.pk)
    answers = Answers(pasted)
    return next(answers.chosen(offer) for offer in answers.offers if offer.key == key)


def rangga():
    return list(Official.objects.filter(name="Rangga Pradipta Jati").values_list("slug", flat=True))


def test_copy_opened_again_knows_whom_another_one_has_made(
    client, copies, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        save(client, copies[0], official_0="new", institution_1="new")

    shown = client.get(address_of(copies[1])).content.decode()

    assert "Belum ada di data" not in shown
    assert 'name="official-0" value="rangga-pradipta-jati" checked' in shown
    assert 'name="institution-1" value="pemerintah-kota-tirtasari" checked' in shown


def test_reading_is_renewed_without_losing_answers(client, copies, django_capture_on_commit_callbacks):
    client.post(
        address_of(copies[1]),
        DRAFT | {"official-0": "new", "official-2": "bagus-santoso", "place": "Pendopo"},
    )
    with django_capture_on_commit_callbacks(execute=True):
        save(client, copies[0], official_0="new", institution_1="new")

    shown = client.get(address_of(copies[1])).content.decode()

    assert "S.E. sekarang sudah ada di data, jadi ditautkan dan tidak dibuat lagi." in shown
    assert [chosen(copies[1], key) for key in ("official-0", "institution-1", "official-2")] == [
        "rangga-pradipta-jati",
        "pemerintah-kota-tirtasari",
        "bagus-santoso",
    ]
    assert PastedRelease.objects.get(pk=copies[1].pk).answers["place"] == ["Pendopo"]


def test_rejected_answer_stays_rejected(client, copies, django_capture_on_commit_callbacks):
    client.post(address_of(copies[1]), DRAFT | {"official-0": "none"})
    with django_capture_on_commit_callbacks(execute=True):
        save(client, copies[0], official_0="new")

    client.get(address_of(copies[1]))

    assert chosen(copies[1], "official-0") == "none"


def test_page_left_open_makes_no_twin_but_links_and_says_so(client, copies):
    save(
        client, copies[0], official_0="new", institution_1="new", official_0_shown="", institution_1_shown=""
    )

    said = save(
        client, copies[1], official_0="new", institution_1="new", official_0_shown="", institution_1_shown=""
    )

    assert "Rangga Pradipta Jati, S.E. sudah ada di data, jadi ditautkan dan tidak dibuat lagi." in said
    assert "Pemerintah Kota Tirtasari sudah ada di data, jadi ditautkan dan tidak dibuat lagi." in said
    assert rangga() == ["rangga-pradipta-jati"]
    assert Institution.objects.filter(name="Pemerintah Kota Tirtasari").count() == 1
    assert [linked(article) for article in Article.objects.all()] == [["rangga-pradipta-jati"]] * 2


def test_person_with_a_post_at_the_same_body_is_linked(client, copies):
    body = make_institution("Pemerintah Kota Tirtasari", "regional_government")
    make_position(make_official("rangga pradipta jati"), make_post("Sekretaris Daerah"), body)

    save(client, copies[0], official_0="new", official_0_shown="")

    assert linked(Article.objects.get()) == ["rangga-pradipta-jati"]


def test_namesake_of_whom_nothing_else_agrees_is_asked_about(client, copies):
    make_official("Rangga Pradipta Jati", front_title="Ir.")

    asked = save(client, copies[0], follow=False, official_0="new", official_0_shown="")
    is_refused = not Article.objects.exists()
    save(client, copies[0], official_0="new", official_0_shown="rangga-pradipta-jati")

    assert "sekarang ada yang bernama sama di data (Ir. Rangga Pradipta Jati)." in asked
    assert 'name="official-0" value="rangga-pradipta-jati"' in asked
    assert 'name="official-0-shown" value="rangga-pradipta-jati"' in asked
    assert (is_refused, len(rangga())) == (True, 2)
    assert linked(Article.objects.get()) == ["rangga-pradipta-jati-2"]


def test_namesake_that_was_asked_about_can_be_chosen(client, copies):
    make_official("Rangga Pradipta Jati", front_title="Ir.")
    save(client, copies[0], follow=False, official_0="new", official_0_shown="")

    save(client, copies[0], official_0="rangga-pradipta-jati", official_0_shown="rangga-pradipta-jati")

    assert (rangga(), linked(Article.objects.get())) == (["rangga-pradipta-jati"], ["rangga-pradipta-jati"])


def test_body_of_the_same_name_elsewhere_is_asked_about(client, copies):
    make_institution("Pemerintah Kota Tirtasari", "regional_government", region=make_region(code="97.73"))

    asked = save(client, copies[0], follow=False, institution_1="new", institution_1_shown="")

    assert "Pemerintah Kota Tirtasari: sekarang ada yang bernama sama di data" in asked
    assert Article.objects.count() == 0
