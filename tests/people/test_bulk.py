import re
from functools import partial

import pytest
from django.contrib.messages import get_messages
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.models import Article
from people import indexing
from people.admin.bulk import MOST_RECORDS
from people.models import BulkChange, Official, Topic, Visit
from people.models.document import SearchDocument, SearchKind
from tests.factories import make_article, make_institution, make_official, make_topic, make_user, make_visit

pytestmark = pytest.mark.django_db

ARTICLES = "/admin/articles/article/"


def press(client, verb, records, address=ARTICLES, **data):
    """What the confirmation sends for these records as they are now."""
    return client.post(address, confirmed(verb, records) | data)


def confirmed(verb, records):
    keys = [record.pk for record in records]
    versions = dict(type(records[0])._base_manager.filter(pk__in=keys).values_list("pk", "version"))
    read = [f"{key}-{version}" for key, version in versions.items()]
    return {"action": verb, "_selected_action": keys, "_read": read, "confirmed": "1"}


def told(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def undo_address(model="articles_article"):
    return reverse(f"admin:{model}_undo", args=[BulkChange.objects.latest("pk").pk])


def topics_of(*records):
    return [sorted(topic.name for topic in type(one).objects.get(pk=one.pk).topics.all()) for one in records]


@pytest.fixture
def editor(client):
    account = make_user("Redaktur")
    client.force_login(account)
    return account


def test_confirmation_says_how_many_and_which_and_changes_nothing(client):
    draft, live = make_article("Draf kita", state="draft"), make_article("Sudah terbit")
    client.force_login(make_user("Penulis"))

    page = client.post(ARTICLES, {"action": "tambah_topik", "_selected_action": [draft.pk, live.pk]})

    found = page.context["found"]
    assert ([record.title for record in found.fit], found.left_out) == (
        ["Draf kita"],
        [("Sudah terbit", "hanya Redaktur yang boleh mengubahnya")],
    )
    assert (BulkChange.objects.exists(), "1 berita" in page.content.decode()) == (False, True)


def test_topics_are_added_and_undone_exactly(client, editor):
    taman, pasar = make_topic("taman"), make_topic("pasar")
    one, other, bare = make_article(topics=[taman]), make_article(topics=[taman, pasar]), make_article()

    done = press(client, "tambah_topik", [one, other, bare], topics=[pasar.pk])
    after = topics_of(one, other, bare)
    shown = client.get(undo_address())
    undone = client.post(undo_address())

    assert after == [["pasar", "taman"], ["pasar", "taman"], ["pasar"]]
    assert topics_of(one, other, bare) == [["taman"], ["pasar", "taman"], []]
    assert [message.partition(" <a")[0] for message in told(done)] == [
        "Tambahkan topik: 2 berita diubah.",
        "1 sudah demikian, jadi tidak diubah.",
    ]
    assert [record.pk for record in shown.context["found"].fit] == [one.pk, bare.pk]
    assert told(undone)[-1] == "2 berita kembali seperti sebelumnya."
    number = BulkChange.objects.get().pk
    assert [state.history_change_reason for state in one.history.all()] == [
        f"Urungkan massal nomor {number}: Tambahkan topik",
        f"Massal nomor {number}: Tambahkan topik",
        None,
    ]
    assert [state.relations["topics"] for state in one.history.all()][:2] == [
        [taman.pk],
        sorted([taman.pk, pasar.pk]),
    ]


def test_search_follows_a_bulk_change_and_its_undoing(client, editor, django_capture_on_commit_callbacks):
    pasar = make_topic("pasar")
    articles = [make_article() for _ in range(2)]
    indexing.catch_up()

    def found():
        rows = SearchDocument.objects.filter(kind=SearchKind.ARTICLE).order_by("record")
        return list(rows.values_list("record", "topics"))

    seen = []
    for send in (
        lambda: press(client, "tambah_topik", articles, topics=[pasar.pk]),
        lambda: client.post(undo_address()),
    ):
        with django_capture_on_commit_callbacks(execute=True):
            send()
        seen.append(found())

    assert seen == [[(one.pk, str(pasar.pk)) for one in articles], [(one.pk, "") for one in articles]]


def test_topics_are_taken_away_and_a_topic_deleted_meanwhile_stays_gone(client, editor):
    taman, pasar = make_topic("taman"), make_topic("pasar")
    article = make_article(topics=[taman, pasar])

    press(client, "lepas_topik", [article], topics=[taman.pk, pasar.pk])
    left = topics_of(article)
    Topic.objects.get(name="pasar").delete()
    client.post(undo_address())

    assert (left, topics_of(article)) == ([[]], [["taman"]])


def test_writer_changes_only_what_is_open_to_a_writer(client):
    topic = make_topic()
    draft, live = make_article(state="draft"), make_article("Sudah terbit")
    client.force_login(make_user("Penulis"))

    done = press(client, "tambah_topik", [draft, live], topics=[topic.pk])

    assert topics_of(draft, live) == [[topic.name], []]
    assert told(done)[-1] == "Tidak diubah: “Sudah terbit” (hanya Redaktur yang boleh mengubahnya)"


def test_what_changed_since_the_confirmation_is_left_as_it_is_and_named(client, editor):
    topic = make_topic()
    same, changed, gone = (make_article(title, state="draft") for title in ("Tetap", "Berubah", "Hilang"))
    keys = [same.pk, changed.pk, gone.pk]
    page = client.post(ARTICLES, {"action": "tambah_topik", "_selected_action": keys})
    read = re.findall(r'name="_read" value="([^"]+)"', page.content.decode())
    Article.objects.get(pk=changed.pk).save()
    Article.objects.get(pk=gone.pk).delete()

    sent = {"action": "tambah_topik", "_selected_action": keys, "confirmed": "1", "topics": [topic.pk]}
    blind = client.post(ARTICLES, sent)
    done = client.post(ARTICLES, sent | {"_read": read})

    reason = "diubah sejak halaman penegasan dibuka; baca lagi dahulu"
    assert topics_of(same, changed) == [[topic.name], []]
    assert told(blind) == [f"Tidak diubah: “Tetap” ({reason}); “Berubah” ({reason})"]
    assert [message.partition(" <a")[0] for message in told(done)[-3:]] == [
        "1 sudah dihapus sejak itu.",
        "Tambahkan topik: 1 berita diubah.",
        f"Tidak diubah: “Berubah” ({reason})",
    ]


def test_record_changed_since_is_left_as_it_is_and_named(client, editor):
    topic = make_topic()
    same, changed = make_article("Tetap", state="draft"), make_article("Berubah", state="draft")
    press(client, "tambah_topik", [same, changed], topics=[topic.pk])
    Article.objects.get(pk=changed.pk).save()

    undone = client.post(undo_address())

    assert topics_of(same, changed) == [[], [topic.name]]
    assert told(undone)[-2:] == [
        "1 berita kembali seperti sebelumnya.",
        "Tidak dikembalikan: “Berubah” (sudah diubah lagi sesudahnya)",
    ]


def test_second_undo_does_nothing(client, editor):
    article = make_article(state="draft")
    press(client, "tambah_topik", [article], topics=[make_topic().pk])
    client.post(undo_address())
    version = Article.objects.get().version

    answers = [client.get(undo_address()), client.post(undo_address())]

    assert [told(answer)[-1] for answer in answers] == ["Perubahan massal ini sudah diurungkan."] * 2
    assert Article.objects.get().version == version


def test_undo_is_for_whoever_did_it_and_for_those_who_publish(client):
    article = make_article(state="draft")
    client.force_login(make_user("Penulis"))
    press(client, "tambah_topik", [article], topics=[make_topic().pk])

    answers = []
    for group in ("Penulis", "Redaktur"):
        client.force_login(make_user(group))
        answers.append(client.post(undo_address()).status_code)

    assert (answers, topics_of(article)) == ([403, 302], [[]])


def test_undo_of_another_kind_is_not_found(client, editor):
    press(client, "tambah_topik", [make_article(state="draft")], topics=[make_topic().pk])

    assert client.post(undo_address("people_visit")).status_code == 404


@pytest.mark.parametrize(
    ("make", "model"), [(make_official, "official"), (make_visit, "visit")], ids=["official", "visit"]
)
def test_many_are_announced_and_undone(client, editor, make, model):
    hidden, shown = make(published_at=None), make()
    withdrawn = make()
    withdrawn.withdraw("Salah orang.")
    address = reverse(f"admin:people_{model}_changelist")

    press(client, "umumkan_semua", [hidden, shown, withdrawn], address)
    public = [type(hidden).objects.get(pk=one.pk).is_public for one in (hidden, shown, withdrawn)]
    client.post(undo_address(f"people_{model}"))

    stored = type(hidden).objects.get(pk=hidden.pk)
    assert (public, stored.published_at, stored.published_with) == ([True, True, False], None, None)


def test_writer_is_offered_no_announcing_and_a_forged_one_does_nothing(client):
    official, visit = make_official(published_at=None), make_visit(published_at=None)
    client.force_login(make_user("Penulis"))
    addresses = {official: "/admin/people/official/", visit: "/admin/people/visit/"}

    offered = ["umumkan_semua" in client.get(address).content.decode() for address in addresses.values()]
    for record, address in addresses.items():
        press(client, "umumkan_semua", [record], address)

    assert offered == [False, False]
    assert (Official.objects.published().exists(), Visit.objects.published().exists()) == (False, False)


def test_too_many_at_once_and_no_topic_are_refused_in_words(client, editor):
    article = make_article(state="draft")

    wordless = press(client, "tambah_topik", [article])
    Article.objects.bulk_create(
        Article(title=f"Berita {n}", slug=f"b-{n}", happened_on=timezone.localdate())
        for n in range(MOST_RECORDS)
    )
    many = press(client, "tambah_topik", Article.objects.all(), topics=[make_topic().pk])

    assert wordless.context["form"].errors["topics"] == ["Bidang ini tidak boleh kosong."]
    assert told(many) == [f"Pilih paling banyak {MOST_RECORDS} sekaligus; tadi terpilih {MOST_RECORDS + 1}."]
    assert BulkChange.objects.count() == 0


def made_with_an_article():
    return make_visit(published_at=None, published_with=make_article(state="draft").feed_id)


@pytest.mark.parametrize(
    ("group", "verb", "model", "make"),
    [
        ("Redaktur", "tambah_topik", "articles_article", make_article),
        ("Redaktur", "umumkan_semua", "people_institution", partial(make_institution, published_at=None)),
        ("Redaktur", "umumkan_semua", "people_official", partial(make_official, published_at=None)),
        ("Penulis", "tambah_topik", "people_visit", made_with_an_article),
    ],
)
def test_hundred_records_cost_what_ten_cost(
    client, django_capture_on_commit_callbacks, group, verb, model, make
):
    """But for rows that one INSERT has no room for: SQLite takes 999 values."""
    client.force_login(make_user(group))
    address, topic = reverse(f"admin:{model}_changelist"), make_topic()

    def statements(send):
        indexing.catch_up()
        with CaptureQueriesContext(connection) as asked, django_capture_on_commit_callbacks(execute=True):
            send()
        starts = [one["sql"].partition(" (")[0][:60] for one in asked]
        inserts = sum(start.startswith("INSERT") for start in starts)
        return [start for start in starts if not re.match("INSERT|SAVEPOINT|RELEASE", start)], inserts

    def done_and_undone(count):
        records = [make() for _ in range(count)]
        press(client, verb, [make()], address, topics=[topic.pk])
        done = statements(lambda: press(client, verb, records, address, topics=[topic.pk]))
        assert BulkChange.objects.latest("pk").records.count() == count
        undone = statements(lambda: client.post(undo_address(model)))
        assert BulkChange.objects.latest("pk").undone_at is not None
        return done, undone

    for few, many in zip(done_and_undone(10), done_and_undone(100), strict=True):
        assert many[0] == few[0]
        assert many[1] <= few[1] + 6
