"""What somebody might try to get something public that nobody else has read."""

from datetime import date

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone

from articles.models import Article
from people.models import Institution, Official, ProposedChange, Visit
from tests.articles.pasting.pastes import answers_to, saved
from tests.articles.releases import make_world
from tests.factories import (
    make_article,
    make_institution,
    make_official,
    make_photo,
    make_user,
    make_visit,
    tomorrow,
)
from tests.forms import send

pytestmark = pytest.mark.django_db


def change_of(record):
    meta = record._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[record.pk])


def approved(**fields):
    article = make_article(state="in_review", **fields)
    Article.objects.filter(pk=article.pk).update(
        reviewed_by=make_user("Redaktur"), reviewed_at=timezone.now()
    )
    article.refresh_from_db()
    return article


def test_writer_proposes_changes_to_the_photo_of_an_approved_article(client):
    photo = make_photo(caption="Rapat")
    approved(photos=[photo])
    client.force_login(make_user("Penulis"))

    send(client, change_of(photo), caption="Bukan rapat")

    photo.refresh_from_db()
    assert (photo.caption, ProposedChange.objects.count()) == ("Rapat", 1)


@pytest.mark.parametrize(
    ("make", "link", "field"),
    [
        (make_visit, "visit", "purpose"),
        (make_official, "officials", "biography"),
        (make_institution, "institutions", "description"),
    ],
)
def test_writer_proposes_changes_to_what_goes_out_with_an_approved_article(client, make, link, field):
    record = make(published_at=None)
    article = approved(**{link: record if link == "visit" else [record]})
    type(record).objects.filter(pk=record.pk).update(published_with=article.feed_id)
    client.force_login(make_user("Penulis"))

    send(client, change_of(record), **{field: "Bukan yang disetujui"})

    record.refresh_from_db()
    assert (getattr(record, field), ProposedChange.objects.count()) == ("", 1)


def test_follower_of_a_draft_is_still_its_writers(client):
    visit = make_visit(published_at=None)
    article = make_article(state="draft", visit=visit)
    type(visit).objects.filter(pk=visit.pk).update(published_with=article.feed_id)
    client.force_login(make_user("Penulis"))

    send(client, change_of(visit), purpose="Belajar")

    visit.refresh_from_db()
    assert (visit.purpose, ProposedChange.objects.count()) == ("Belajar", 0)


@pytest.mark.parametrize("published_at", [None, tomorrow()])
def test_writer_fills_in_no_approved_visit_by_pasting(published_at):
    council = make_world()
    town = Institution.objects.create(
        name="Pemerintah Kota Tirtasari", kind="regional_government", region_id="97.72"
    )
    visit = make_visit(
        status="planned",
        starts_on=date(2025, 6, 23),
        guests=[town],
        hosts=[council.institution],
        published_at=published_at,
    )
    if published_at is None:
        article = approved(visit=visit)
        Visit.objects.filter(pk=visit.pk).update(published_with=article.feed_id)
    version = Visit.objects.get(pk=visit.pk).version

    saved(answers_to(visit=visit.slug))

    visit.refresh_from_db()
    assert (visit.version, visit.status, visit.purpose, visit.parties.count()) == (version, "planned", "", 2)


def test_what_was_unlinked_from_an_article_does_not_go_out_with_it():
    kept, unlinked = (
        make_official("Ani", published_at=None),
        make_official("Budi", published_at=None),
    )
    guest, visit = make_institution(published_at=None), make_visit(published_at=None)
    visit.parties.create(institution=guest, side="guest")
    article = make_article(state="in_review", officials=[kept], visit=visit)
    for record in (kept, unlinked, guest, visit):
        type(record).objects.filter(pk=record.pk).update(published_with=article.feed_id)

    article.publish(by=make_user("Redaktur"))

    public = {str(record) for model in (Official, Institution, Visit) for record in model.objects.published()}
    assert public == {"Ani", str(guest), str(visit)}


@pytest.mark.parametrize(("group", "verb"), [("Redaktur", "setujui"), ("Redaktur", "terbitkan")])
def test_verb_is_not_carried_out_on_a_text_changed_since_it_was_read(client, group, verb):
    writer = make_user("Penulis")
    article = make_article("Yang dibaca", state="in_review", written_by=writer)
    client.force_login(make_user(group))
    review = client.get(reverse("admin:articles_article_review", args=[article.pk]))
    address = next(url for _, _, url in review.context["verbs"] if f"/{verb}/" in url)
    read = client.get(address).context["version"]
    article.title = "Yang tidak dibaca"
    article.save()

    late = [str(one) for one in get_messages(client.get(address).wsgi_request)]
    refused = client.post(address, {"_version": read})
    article.refresh_from_db()
    states = (article.status, article.reviewed_by)
    done = client.post(address, {"_version": refused.context["version"]})

    told = "“Yang tidak dibaca” diubah sejak Anda membukanya. Baca lagi sebelum melanjutkan."
    assert (late, refused.status_code, states) == ([told], 200, ("in_review", None))
    assert done.status_code == 302
