"""Terms that end: replacement, death, vacancy, and a whole council's."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from people import terms
from people.models import Institution, Official, Position
from tests.factories import (
    make_article,
    make_council,
    make_institution,
    make_official,
    make_position,
    make_post,
    make_user,
    tomorrow,
)

pytestmark = pytest.mark.django_db

DAY = date(2026, 3, 2)


@pytest.fixture
def seat():
    """A member of the council who chairs a komisi."""
    council = make_council().institution
    part = make_institution("Komisi I", Institution.Kind.COMMISSION, parent=council)
    official = make_official("Asep", party="Partai Contoh", electoral_district="Mekarsari 1")
    member = make_position(official, make_post("Anggota"), council)
    chair = make_position(official, make_post("Ketua", is_single=True), part)
    return official, member, chair


def verb_of(official, name):
    return reverse("admin:people_official_verb", args=[official.pk, name])


def ends(*positions):
    return [
        Position.objects.filter(pk=one.pk).values_list("ends_on", "end_reason").get() for one in positions
    ]


def test_articles_not_out_yet_that_link_or_name_the_person(seat):
    official = seat[0]
    linked = make_article("Tertaut", state="draft", officials=[official])
    named = make_article("Disebut", state="in_review", body="<p>Kata Asep kemarin.</p>")
    coming = make_article("Besok", state="scheduled", officials=[official], published_at=tomorrow())
    make_article("Terbit", officials=[official])
    make_article("Ditarik", state="withdrawn", officials=[official])
    make_article("Lain", state="draft")

    assert set(terms.unpublished_about(official)) == {linked, named, coming}


def test_replacement_on_its_page(client, seat):
    official, member, chair = seat
    draft = make_article("Asep meninjau pasar", state="draft", officials=[official])
    successor = make_official("Budi")
    client.force_login(make_user(group="Redaktur"))

    page = client.get(verb_of(official, "paw")).content.decode()
    answer = client.post(
        verb_of(official, "paw"),
        {"on": "2026-03-02", "ended": [member.pk, chair.pk], "taken": [member.pk], "successor": successor.pk},
    )

    assert "Asep meninjau pasar (belum dijadwalkan)" in page
    assert reverse("admin:articles_article_change", args=[draft.pk]) in page
    assert answer.status_code == 302
    assert ends(member, chair) == [(DAY, "replaced")] * 2
    new = Position.objects.get(official=successor)
    assert (new.post, new.institution, new.starts_on, new.ends_on) == (
        member.post,
        member.institution,
        DAY,
        None,
    )
    reason = "Pergantian antarwaktu: Asep kepada Budi"
    assert [one.history.first().history_change_reason for one in (member, new, successor)] == [reason] * 3
    assert official.history.first().history_change_reason == "Pergantian antarwaktu"


def test_successor_not_on_file_is_made_and_not_public(client, seat):
    official, member, chair = seat
    client.force_login(make_user(group="Redaktur"))

    client.post(
        verb_of(official, "paw"),
        {"on": "2026-03-02", "starts_on": "2026-03-10", "ended": [member.pk], "taken": [member.pk],
         "new_name": "Cecep Baru"},
    )  # fmt: skip

    new = Official.objects.get(name="Cecep Baru")
    assert (new.party, new.electoral_district, new.is_public) == ("Partai Contoh", "Mekarsari 1", False)
    assert [one.starts_on for one in new.positions.all()] == [date(2026, 3, 10)]
    assert ends(member, chair) == [(DAY, "replaced"), (None, "")]


def test_replacement_that_makes_no_sense_changes_nothing(client, seat):
    official, member, chair = seat
    make_official("Budi")
    client.force_login(make_user(group="Redaktur"))
    whole = {"on": "2026-03-02", "ended": [member.pk], "taken": [member.pk]}
    tries = [
        whole,
        {**whole, "new_name": "budi"},
        {**whole, "taken": [chair.pk], "new_name": "Cecep"},
        {**whole, "successor": official.pk},
        {**whole, "on": "2020-01-01", "new_name": "Cecep"},
    ]

    pages = [client.post(verb_of(official, "paw"), data).content.decode() for data in tries]

    words = [
        "Pilih penggantinya, atau tulis namanya",
        "Sudah ada pejabat bernama budi",
        "hanya dapat menerima jabatan yang diakhiri",
        "tidak mungkin orang yang sama",
        "Akhir masa jabatan mendahului awalnya",
    ]
    assert [word in page for word, page in zip(words, pages, strict=True)] == [True] * 5
    assert (ends(member, chair), Official.objects.count(), Position.objects.count()) == (
        [(None, "")] * 2,
        2,
        2,
    )


def test_death_ends_everything_that_day(client, seat):
    official, member, chair = seat
    former = make_position(official, ends_on=date(2025, 1, 1))
    client.force_login(make_user(group="Redaktur"))

    future = client.post(verb_of(official, "wafat"), {"on": "2199-01-01"}).content.decode()
    answer = client.post(verb_of(official, "wafat"), {"on": "2026-03-02"})

    official.refresh_from_db()
    assert ("tidak mungkin di masa depan" in future, answer.status_code, official.died_on) == (True, 302, DAY)
    assert ends(member, chair, former) == [(DAY, "died"), (DAY, "died"), (date(2025, 1, 1), "")]


def test_vacancy_ends_what_was_ticked(client, seat):
    official, member, chair = seat
    client.force_login(make_user(group="Redaktur"))

    client.post(
        verb_of(official, "kosongkan"), {"on": "2026-03-02", "end_reason": "moved", "ended": [chair.pk]}
    )

    assert ends(member, chair) == [(None, ""), (DAY, "moved")]


@pytest.mark.parametrize("group", ["", "Penulis", "Redaktur", "Administrator"])
def test_only_editors_end_terms(client, group, seat):
    official, member, _ = seat
    council = member.institution
    if group:
        client.force_login(make_user(group=group))
    addresses = [verb_of(official, name) for name in ("paw", "wafat", "kosongkan")]
    addresses.append(reverse("admin:people_institution_end_term", args=[council.pk]))

    got = [client.get(address).status_code for address in addresses]
    posted = [client.post(address).status_code for address in addresses]

    refused = [403 if group else 302] * 4
    expected = ([200] * 4, [200] * 4) if group in {"Redaktur", "Administrator"} else (refused, refused)
    assert (got, posted) == expected


def test_position_leads_to_the_forms_of_its_holder(client, seat):
    official, member, _ = seat
    client.force_login(make_user(group="Redaktur"))

    page = client.get(reverse("admin:people_position_change", args=[member.pk])).content.decode()

    assert [verb_of(official, name) in page for name in ("paw", "wafat", "kosongkan")] == [True] * 3


# A whole council ----------------------------------------------------------------------------------


@pytest.fixture
def council(seat):
    """Its positions: two of `seat`, one already over, one yet to begin, and one of the secretariat."""
    own = seat[1].institution
    office = make_institution("Sekretariat", Institution.Kind.SECRETARIAT, parent=own)
    over = make_position(institution=own, ends_on=date(2025, 1, 1))
    later = make_position(institution=own, starts_on=date(2026, 6, 1))
    staff = make_position(institution=office)
    elsewhere = make_position()
    return own, [seat[1], seat[2]], [over, later, staff, elsewhere]


def end_page(council):
    return reverse("admin:people_institution_end_term", args=[council.pk])


def test_end_of_a_term_is_shown_done_and_taken_back(client, council):
    own, ending, others = council
    client.force_login(make_user(group="Redaktur"))
    before = ends(*others)

    shown = client.get(end_page(own), {"on": "2026-03-02"})
    untouched = ends(*ending)
    done = client.post(end_page(own), {"on": "2026-03-02", "position": [one.pk for one in ending]})
    ended, same = ends(*ending), ends(*others)
    again = client.get(end_page(own))
    reason = "Akhir masa jabatan per 2 Maret 2026: DPRD Kota Mekarsari"
    undone = client.post(end_page(own), {"undo": reason})

    assert (shown.context["positions"], untouched) == (ending, [(None, "")] * 2)
    assert (done.status_code, ended, same) == (302, [(DAY, "term")] * 2, before)
    assert [one.history.all()[1].history_change_reason for one in ending] == [reason] * 2
    assert (again.context["last_reason"], len(again.context["undoable"])) == (reason, 2)
    assert (undone.status_code, ends(*ending)) == (302, [(None, "")] * 2)
    assert client.get(end_page(own)).context["undoable"] == []


def test_undo_leaves_what_was_changed_since(council):
    own, (member, chair), _ = council
    terms.end_term(own, terms.ending(own, DAY), DAY)
    chair.refresh_from_db()
    chair.ends_on = date(2026, 3, 9)
    chair.save()

    count = terms.undo_end_term(own)

    assert (count, ends(member, chair)) == (1, [(None, ""), (date(2026, 3, 9), "term")])


def test_end_of_a_term_is_all_or_nothing(council):
    own, (member, _), (_, later, *_) = council

    with pytest.raises(ValidationError) as raised:
        terms.end_term(own, [member, later], DAY)

    assert "Akhir masa jabatan mendahului awalnya." in str(raised.value)
    assert ends(member, later) == [(None, "")] * 2


def test_end_page_refuses_a_stale_list_and_what_is_no_council(client, council):
    own, ending, others = council
    client.force_login(make_user(group="Redaktur"))

    stale = client.post(end_page(own), {"on": "2026-03-02", "position": [ending[0].pk, others[3].pk]})
    none = client.post(end_page(own), {"on": "2026-03-02"})
    wrong = client.post(end_page(own), {"undo": "Lain"})
    nonsense = client.get(end_page(own), {"on": "kemarin"})

    words = "Daftarnya sudah berubah atau tidak ada yang dipilih"
    assert [words in page.content.decode() for page in (stale, none)] == [True, True]
    assert "Yang terakhir diakhiri sudah lain" in wrong.content.decode()
    assert (nonsense.status_code, nonsense.context["positions"]) == (200, [])
    assert client.get(end_page(others[3].institution)).status_code == 404
    assert ends(*ending) == [(None, "")] * 2


def test_end_page_asks_as_much_for_one_position_as_for_many(client, council):
    own = council[0]
    client.force_login(make_user(group="Redaktur"))
    counts = []
    for _ in range(2):
        client.get(end_page(own), {"on": "2026-03-02"})
        with CaptureQueriesContext(connection) as caught:
            client.get(end_page(own), {"on": "2026-03-02"})
        counts.append(len(caught))
        for number in range(3):
            part = make_institution(f"Komisi {number}", Institution.Kind.COMMISSION, parent=own)
            make_position(institution=part)

    assert counts[0] == counts[1]
