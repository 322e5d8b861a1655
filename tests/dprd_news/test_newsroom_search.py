import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import (
    make_article,
    make_council,
    make_institution,
    make_official,
    make_photo,
    make_topic,
    make_user,
    make_visit,
)

pytestmark = pytest.mark.django_db
SEARCH = "/admin/cari/"


def found(client, words):
    groups = client.get(SEARCH, {"q": words}).context["groups"]
    return {group.title: sorted(one.label for one in group.found) for group in groups}


def make_everything():
    make_article("Taman draf", state="draft")
    make_article("Taman ditarik", state="withdrawn")
    make_article("Jalan")
    make_visit("Kunjungan taman", published_at=None)
    make_official("Taman Wijaya", published_at=None)
    make_institution("Dinas Taman")
    make_topic("taman")
    make_photo(caption="Taman kota")


def test_search_finds_everything_in_every_state(client):
    client.force_login(make_user(group="Penulis"))
    make_everything()

    assert found(client, " taman ") == {
        "Berita": ["Taman ditarik", "Taman draf"],
        "Kunjungan": ["Kunjungan taman · Tanggal belum diketahui"],
        "Pejabat": ["Taman Wijaya"],
        "Lembaga": ["Dinas Taman"],
        "Topik": ["taman"],
        "Foto": found(client, "taman")["Foto"],
    }
    assert [label.startswith("Taman kota") for label in found(client, "taman")["Foto"]] == [True]
    assert (found(client, ""), found(client, "tidakada")) == ({}, {})


def test_search_shows_only_what_the_account_may_see(client):
    account = make_user(is_staff=True)
    account.user_permissions.add(Permission.objects.get(codename="view_topic"))
    client.force_login(account)
    make_everything()

    assert found(client, "taman") == {"Topik": ["taman"]}


def test_group_of_many_leads_to_its_list(client):
    client.force_login(make_user(group="Penulis"))
    for number in range(9):
        make_topic(f"taman {number}")

    (group,) = client.get(SEARCH, {"q": "taman"}).context["groups"]

    assert (len(group.found), group.more_url) == (8, "/admin/people/topic/?q=taman")


@pytest.mark.parametrize("words", ["%", "'", '"', "\\", "x" * 3000, "a b c d e f g h", "٪", "'\"\\%_"])
def test_search_takes_any_words(client, words):
    client.force_login(make_user(group="Penulis"))
    make_everything()

    assert client.get(SEARCH, {"q": words}).status_code == 200


@pytest.mark.usefixtures("early_in_the_hour")
def test_search_asks_no_more_queries_for_more_found(client):
    make_council()
    client.force_login(make_user(group="Redaktur"))

    def queries():
        make_everything()
        make_article("Taman nanti", state="scheduled")
        client.get(SEARCH, {"q": "taman"})
        with CaptureQueriesContext(connection) as asked:
            client.get(SEARCH, {"q": "taman"})
        return len(asked)

    few = queries()
    for number in range(6):
        make_topic(f"taman {number}")
        make_article("Taman nanti", state="scheduled")
        make_visit("Taman", guests=[make_institution("Badan Taman")], attending=[make_official("Taman")])

    with CaptureQueriesContext(connection) as asked:
        client.get(SEARCH, {"q": "taman"})

    assert (len(asked), len(asked) <= 25) == (few, True)
