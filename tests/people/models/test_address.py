import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from people.models import Institution, Official, OldAddress, Topic, address
from tests.factories import make_article, make_institution, make_official, make_topic, make_visit

pytestmark = pytest.mark.django_db

MAKERS = [make_article, make_visit, make_official, make_institution, make_topic]


def old_slugs():
    return list(OldAddress.objects.order_by("pk").values_list("slug", "object_id"))


@pytest.mark.parametrize("make", MAKERS)
def test_slug_is_made_of_the_name_and_numbered_when_taken(make):
    records = [make(name) for name in ("Susanto Triyogo (II), S.ST.", "Susanto Triyogo II S.ST", "   ", "💐")]

    slugs = [record.slug for record in records]

    kind = records[0]._meta.model_name
    assert slugs == ["susanto-triyogo-ii-sst", "susanto-triyogo-ii-sst-2", kind, f"{kind}-2"]


def test_slug_taken_at_the_same_moment_is_numbered(monkeypatch):
    make_official("Asri")
    answers = iter(["asri", "asri-2"])
    monkeypatch.setattr(address, "free_slug", lambda record, text: next(answers))

    second = make_official("Asri")

    assert Official.objects.get(pk=second.pk).slug == "asri-2"


def test_slug_of_a_long_name_is_cut_and_still_unique():
    records = [make_official("Sangat " * 28) for _ in range(3)]

    slugs = [record.slug for record in records]

    assert (len(set(slugs)), max(map(len, slugs)) <= 120, {len(slug) > 100 for slug in slugs}) == (
        3,
        True,
        {True},
    )


@pytest.mark.parametrize("make", MAKERS)
def test_former_slug_belongs_to_its_record_for_ever(make):
    record = make("Nama lama")
    record.slug = "nama-baru"
    record.save()

    newcomer = make("Nama, lama")
    newcomer.slug = "nama-lama"
    with pytest.raises(ValidationError) as refusal:
        newcomer.clean()

    assert type(newcomer).objects.get(pk=newcomer.pk).slug == "nama-lama-2"
    assert refusal.value.message_dict == {
        "slug": ["Alamat pendek ini pernah dipakai halaman lain dan tetap mengarah ke sana."]
    }
    assert old_slugs() == [("nama-lama", record.pk)]


def test_record_takes_its_own_former_slug_back():
    official = make_official("Satu")
    for slug in ("dua", "tiga", "satu"):
        official = Official.objects.get(pk=official.pk)
        official.slug = slug
        official.full_clean()
        official.save()

    assert sorted(old_slugs()) == [("dua", official.pk), ("tiga", official.pk)]


@pytest.mark.parametrize("make", [make_article, make_visit, make_official, make_institution])
def test_slug_of_what_was_never_public_leaves_no_trace(make):
    hidden = {"state": "draft"} if make is make_article else {"published_at": None}
    record = make("Nama lama", **hidden)

    record.slug = "nama-baru"
    record.save()

    assert old_slugs() == []


def test_same_slug_in_two_kinds_is_two_addresses():
    records = [make_official("Perpustakaan"), make_institution("Perpustakaan"), make_topic("Perpustakaan")]

    addresses = [record.get_absolute_url() for record in records]

    assert addresses == ["/pejabat/perpustakaan/", "/lembaga/perpustakaan/", "/topik/perpustakaan/"]
    with pytest.raises(IntegrityError), transaction.atomic():
        Institution.objects.create(name="Lain", slug="perpustakaan")


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({}, "Isi salah satu: alamat pendek, atau alamat yang dimulai dengan garis miring."),
        (
            {"path": "judul.html"},
            "Isi salah satu: alamat pendek, atau alamat yang dimulai dengan garis miring.",
        ),
        (
            {"path": "/judul.html", "slug": "judul"},
            "Isi salah satu: alamat pendek, atau alamat yang dimulai dengan garis miring.",
        ),
        ({"path": "/lama.html"}, "Alamat ini sudah tercatat."),
        ({"slug": "lama"}, "Alamat pendek ini sudah tercatat."),
    ],
)
def test_old_address_that_cannot_be_is_refused(fields, message):
    topic = make_topic()
    OldAddress.objects.create(target=topic, path="/lama.html")
    OldAddress.objects.create(target=topic, slug="lama")
    address = OldAddress(target=topic, **fields)

    with pytest.raises(ValidationError) as refusal:
        address.full_clean()

    assert refusal.value.messages == [message]
    with pytest.raises(IntegrityError), transaction.atomic():
        address.save()


def test_old_address_needs_a_page_to_lead_to():
    topic = make_topic()
    address = OldAddress(target=topic, path="/lama.html")
    Topic.objects.all().delete()

    with pytest.raises(ValidationError) as refusal:
        OldAddress(
            content_type=address.content_type, object_id=topic.pk or 999, path="/lama.html"
        ).full_clean()

    assert refusal.value.message_dict == {"object_id": ["Tidak ada halaman dengan nomor itu."]}
