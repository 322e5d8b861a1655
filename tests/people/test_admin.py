from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from people.models import Institution, Official, OldAddress, Position, ProposedChange, Visit, VisitParty
from tests.factories import (
    make_article,
    make_council,
    make_institution,
    make_official,
    make_position,
    make_post,
    make_region,
    make_user,
    make_visit,
    tomorrow,
)
from tests.forms import send

pytestmark = pytest.mark.django_db

MAKERS = {"official": make_official, "institution": make_institution, "visit": make_visit}
EDITORS = {"Redaktur", "Administrator"}


def verb_address(record, name):
    return reverse(f"admin:people_{record._meta.model_name}_verb", args=[record.pk, name])


def picked(client, model, field, term):
    query = {"app_label": "people", "model_name": model, "field_name": field, "term": term}
    return client.get(reverse("admin:autocomplete"), query).json()["results"]


@pytest.mark.parametrize("group", ["", "Penulis", "Redaktur", "Administrator"])
@pytest.mark.parametrize("model", MAKERS)
def test_only_editors_announce_and_withdraw(client, group, model):
    hidden = MAKERS[model](published_at=None)
    shown = MAKERS[model]()
    if group:
        client.force_login(make_user(group=group))

    answers = [
        client.post(verb_address(hidden, "umumkan")).status_code,
        client.post(verb_address(shown, "tarik"), {"reason": "Salah orang."}).status_code,
    ]

    hidden.refresh_from_db()
    shown.refresh_from_db()
    refused = 403 if group else 302
    expected = ([302, 302], True, False) if group in EDITORS else ([refused, refused], False, True)
    assert (answers, hidden.is_public, shown.is_public) == expected


@pytest.mark.parametrize("model", MAKERS)
def test_writer_proposes_what_would_change_a_public_page(client, model):
    hidden, shown = MAKERS[model](published_at=None), MAKERS[model]()
    client.force_login(make_user(group="Penulis"))
    addresses = [reverse(f"admin:people_{model}_change", args=[record.pk]) for record in (hidden, shown)]

    pages = [client.get(address).content.decode() for address in addresses]
    answers = [send(client, address, slug=f"lain-{at}").status_code for at, address in enumerate(addresses)]

    assert ['name="_save"' in page for page in pages] == [True, False]
    assert ["menjadi usulan" in page for page in pages] == [False, True]
    stored = [type(record).objects.get(pk=record.pk).slug for record in (hidden, shown)]
    assert (answers, stored) == ([302, 302], ["lain-0", shown.slug])
    assert [proposal.record for proposal in ProposedChange.objects.all()] == [shown]


def test_official_picker_tells_namesakes_apart(client):
    council = make_council()
    first, second = make_official("Asep Contoh", back_title="S.H."), make_official("Asep Contoh")
    make_position(first, make_post("Ketua"), council.institution)
    make_position(second, make_post("Camat"), make_institution("Kecamatan Contoh"), ends_on=date(2025, 1, 1))
    client.force_login(make_user(group="Penulis"))

    rows = picked(client, "visitparty", "head", "asep")

    assert rows == [
        {"id": str(first.pk), "text": "Asep Contoh, S.H. · Ketua DPRD Kota Mekarsari"},
        {
            "id": str(second.pk),
            "text": "Asep Contoh · Camat Kecamatan Contoh (5 Agustus 2024 sampai 1 Januari 2025)",
        },
    ]


def test_institution_picker_says_where_it_belongs(client):
    council = make_council()
    part = make_institution("Komisi I", Institution.Kind.COMMISSION, parent=council.institution)
    alone = make_institution("Dinas Komisi Contoh", region=make_region(name="Kota Seberang"))
    client.force_login(make_user(group="Penulis"))

    rows = picked(client, "visitparty", "institution", "komisi")

    assert rows == [
        {"id": str(part.pk), "text": "Komisi I · DPRD Kota Mekarsari"},
        {"id": str(alone.pk), "text": "Dinas Komisi Contoh · Kota Seberang"},
    ]


def test_institution_picker_puts_the_very_name_first(client):
    for name in ("Badan Anggaran DPRD Kota Contoh", "DPRD Kota Contoh Lama", "DPRD Kota Contoh"):
        make_institution(name)
    client.force_login(make_user(group="Penulis"))

    rows = picked(client, "visitparty", "institution", "dprd kota contoh")

    assert [row["text"] for row in rows] == [
        "DPRD Kota Contoh",
        "DPRD Kota Contoh Lama",
        "Badan Anggaran DPRD Kota Contoh",
    ]


def test_region_picker_says_its_province_and_code(client):
    province = make_region(code="97", level="province", name="Provinsi Contoh")
    city = make_region(code="97.01", name="Kota Seberang", parent=province)
    client.force_login(make_user(group="Penulis"))

    rows = picked(client, "visit", "region", "seberang")

    assert rows == [{"id": city.pk, "text": "Kota Seberang, Provinsi Contoh (97.01)"}]


@pytest.mark.usefixtures("early_in_the_hour")
def test_picker_asks_no_more_queries_for_more_rows(client):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.force_login(make_user(group="Penulis"))

    def queries(count):
        for _ in range(count):
            make_position(make_official(f"Asep {count}"))
        with CaptureQueriesContext(connection) as asked:
            picked(client, "visitparty", "head", "asep")
        return len(asked)

    queries(1)

    assert queries(2) == queries(15)


def test_saving_a_visit_settles_its_direction(client):
    council = make_council()
    guest = make_institution("Pemerintah Kota Seberang")
    client.force_login(make_user(group="Penulis"))
    parties = {
        "parties-TOTAL_FORMS": "2",
        "parties-INITIAL_FORMS": "0",
        "parties-0-side": "guest",
        "parties-0-institution": guest.pk,
        "parties-1-side": "host",
        "parties-1-institution": council.institution.pk,
    }
    none = {
        f"{prefix}-{name}": "0"
        for prefix in ("attendances", "papers")
        for name in ("TOTAL_FORMS", "INITIAL_FORMS")
    }

    client.post(
        reverse("admin:people_visit_add"),
        {"title": "Kunjungan", "kind": "working_visit", "status": "planned"} | parties | none,
    )

    visit = Visit.objects.get()
    assert (visit.direction, visit.published_at, VisitParty.objects.count()) == ("diterima", None, 2)


def test_visit_list_says_what_is_missing(client):
    make_visit("Tanpa apa pun", starts_on=None, status=Visit.Status.PLANNED)
    make_visit("Lewat", starts_on=date(2025, 3, 4), status=Visit.Status.PLANNED)
    client.force_login(make_user(group="Redaktur"))

    text = client.get(reverse("admin:people_visit_changelist")).content.decode()

    for said in ("belum diketahui", "belum ada", "Direncanakan, sudah lewat"):
        assert said in text


def test_second_holder_of_a_single_post_is_refused_in_words(client):
    body, post = make_institution("Sekretariat"), make_post("Sekretaris", is_single=True)
    make_position(make_official("Yang Dahulu"), post, body)
    other = make_official("Yang Baru", published_at=None)
    client.force_login(make_user(group="Redaktur"))

    answer = client.post(
        reverse("admin:people_position_add"),
        {
            "official": other.pk,
            "post": post.pk,
            "institution": body.pk,
            "starts_on": "01-03-2026",
            "starts_precision": "day",
            "ends_precision": "day",
        },
    )

    assert Position.objects.count() == 1
    assert "hanya boleh dijabat satu orang, dan Yang Dahulu" in answer.content.decode()


@pytest.mark.parametrize(("published_at", "count"), [(None, 1), ("public", 0)])
def test_writer_gives_posts_only_to_those_not_public_yet(client, published_at, count):
    official = make_official(**({"published_at": None} if published_at is None else {}))
    client.force_login(make_user(group="Penulis"))

    client.post(
        reverse("admin:people_position_add"),
        {
            "official": official.pk,
            "post": make_post().pk,
            "institution": make_institution().pk,
            "starts_precision": "day",
            "ends_precision": "day",
        },
    )

    assert Position.objects.count() == count


def test_editor_leads_an_old_address_to_a_page(client):
    article = make_article("Taman")
    client.force_login(make_user(group="Redaktur"))
    address = reverse("admin:people_oldaddress_add")

    wrong = client.post(address, {"path": "/2025/06/taman.html", "destination": "/berita/2025/03/tiada/"})
    client.post(address, {"path": "/2025/06/taman.html", "destination": article.get_absolute_url()})

    assert "Tidak ada halaman dengan alamat itu" in wrong.content.decode()
    assert [(old.path, old.target) for old in OldAddress.objects.all()] == [("/2025/06/taman.html", article)]


def test_public_official_is_not_deleted(client):
    official = make_official()
    client.force_login(make_user(group="Administrator"))

    answer = client.post(reverse("admin:people_official_delete", args=[official.pk]), {"post": "yes"})

    assert (answer.status_code, Official.objects.count()) == (403, 1)


@pytest.mark.parametrize("model", MAKERS)
def test_writer_changes_nothing_that_is_scheduled(client, model):
    record = MAKERS[model](published_at=tomorrow())
    client.force_login(make_user(group="Penulis"))

    send(client, reverse(f"admin:people_{model}_change", args=[record.pk]), slug="lain")

    record.refresh_from_db()
    assert (ProposedChange.objects.get().record, record.slug == "lain") == (record, False)


def test_writer_gives_no_post_to_a_scheduled_person(client):
    position = make_position(official=make_official(published_at=tomorrow()))
    client.force_login(make_user(group="Penulis"))

    send(client, reverse("admin:people_position_change", args=[position.pk]), ends_on="01/01/2025")

    position.refresh_from_db()
    assert (ProposedChange.objects.get().record, position.ends_on) == (position, None)


@pytest.mark.postgres
def test_two_who_press_at_once_take_turns(client, django_assert_num_queries):
    record = make_official(published_at=None)
    client.force_login(make_user(group="Redaktur"))

    with CaptureQueriesContext(connection) as asked:
        client.post(verb_address(record, "umumkan"))

    locks = [query["sql"] for query in asked if "FOR UPDATE" in query["sql"]]
    assert len(locks) == 1


def test_second_holder_saved_in_the_same_moment_is_refused_in_words(client, monkeypatch):
    held = make_position(post=make_post(is_single=True))
    rivals, asked = Position._rivals, []
    # The first look finds nobody: the rival is saved between it and our own save.
    monkeypatch.setattr(
        Position,
        "_rivals",
        lambda one: rivals(one) if asked else asked.append(one) or Position.objects.none(),
    )
    client.force_login(make_user(group="Redaktur"))
    form = {
        "official": make_official().pk,
        "post": held.post_id,
        "institution": held.institution_id,
        "starts_on": "2024-09-01",
        "starts_precision": "day",
        "ends_precision": "day",
    }

    page = client.post(reverse("admin:people_position_add"), form)

    assert "hanya boleh dijabat satu orang" in page.content.decode()
    assert list(Position.objects.all()) == [held]
