"""A visit planned anew from an earlier one."""

from datetime import date

import pytest
from django.urls import reverse

from people.models import Visit, VisitParty
from tests.factories import (
    make_article,
    make_council,
    make_institution,
    make_official,
    make_topic,
    make_user,
    make_visit,
)

pytestmark = pytest.mark.django_db


def address_of(visit):
    return reverse("admin:people_visit_again", args=[visit.pk])


def test_copy_is_planned_and_holds_nothing_of_what_came_of_it(client):
    council, guest, receiver, topic = make_council(), make_institution("Tamu"), make_official(), make_topic()
    visit = make_visit(
        "Studi banding", guests=[guest], hosts=[council.institution], receivers=[receiver], topics=[topic],
        starts_on=date(2025, 6, 23), building="Gedung A", purpose="Belajar", outcome="Sepakat", follow_up="Lanjut",
        note="Rahasia",
    )  # fmt: skip
    VisitParty.objects.update(head=receiver, people_count=12, head_post_printed="Ketua waktu itu")
    visit.papers.create(kind="travel_order", number="1")
    make_article(visit=visit)
    client.force_login(make_user(group="Penulis"))

    answer = client.post(address_of(visit), {"starts_on": "2027-01-05"})

    again = Visit.objects.exclude(pk=visit.pk).get()
    assert answer["Location"] == reverse("admin:people_visit_change", args=[again.pk])
    assert (again.title, again.building, again.purpose, again.direction) == (
        "Studi banding", "Gedung A", "Belajar", "diterima",
    )  # fmt: skip
    assert (again.status, again.starts_on, again.published_at) == ("planned", date(2027, 1, 5), None)
    assert (again.outcome, again.follow_up, again.note) == ("", "", "")
    assert (again.papers.count(), again.articles.count(), list(again.topics.all())) == (0, 0, [topic])
    parties = again.parties.order_by("side").values_list("institution__name", "side", "head", "people_count")
    assert list(parties) == [("Tamu", "guest", receiver.pk, None), (council.name, "host", receiver.pk, None)]
    assert [party.head_post_printed for party in again.parties.all()] == ["", ""]
    assert [(one.official, one.role) for one in again.attendances.all()] == [(receiver, "receiver")]
    assert (again.slug, again.feed_id == visit.feed_id) == ("studi-banding-2", False)
    assert again.history.count() == 1


def test_day_may_be_unknown_but_not_impossible(client):
    visit = make_visit()
    client.force_login(make_user(group="Penulis"))

    refused = client.post(address_of(visit), {"starts_on": "0026-01-05"})
    client.post(address_of(visit), {"starts_on": ""})

    assert "Tahun 26 tidak mungkin" in refused.content.decode()
    assert [again.starts_on for again in Visit.objects.exclude(pk=visit.pk)] == [None]


@pytest.mark.parametrize("group", ["", "Penulis", "Redaktur", "Administrator"])
def test_who_may_add_a_visit_may_copy_one(client, group):
    visit = make_visit()
    if group:
        client.force_login(make_user(group=group))

    answers = [client.get(address_of(visit)).status_code, client.post(address_of(visit)).status_code]

    assert (answers, Visit.objects.count()) == (([200, 302], 2) if group else ([302, 302], 1))


def test_form_offers_the_copy(client):
    visit = make_visit()
    client.force_login(make_user(group="Penulis"))

    page = client.get(reverse("admin:people_visit_change", args=[visit.pk])).content.decode()

    assert address_of(visit) in page
