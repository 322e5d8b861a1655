"""The one visibility rule: a hidden thing, beside a visible one that must show, at every public address.

Every hidden record bears the word RAHASIA in name and slug, every visible one TAMPAK; both hold GOTONG, so
that a search for it would find either.
"""

import io
import zipfile
from datetime import date, timedelta

import pytest
import time_machine
from django.core.cache import caches
from django.utils import timezone

from articles.models import Article
from articles.takedown import Reason, remove_passage
from dprd_news.lib import caching
from people import indexing
from tests.factories import (
    LONG_AGO,
    make_article,
    make_correction,
    make_institution,
    make_official,
    make_photo,
    make_position,
    make_post,
    make_quote,
    make_topic,
    make_user,
    make_visit,
    tomorrow,
)
from tests.world import EVENT_DAY, make_world

pytestmark = pytest.mark.django_db

HIDDEN_ARTICLES = ("draft", "in_review", "scheduled", "withdrawn")
HIDDEN_RECORDS = ("unpublished", "scheduled", "withdrawn")

# The public log tells of what was withdrawn, in its machine forms too.
LOG = ["/koreksi/", "/koreksi/rss.xml", "/koreksi/atom.xml"]


@pytest.fixture
def world():
    return make_world()


def times(state):
    """When a hidden official, institution or visit is, was or will be public."""
    return {
        "unpublished": {"published_at": None},
        "scheduled": {"published_at": tomorrow()},
        "withdrawn": {
            "published_at": LONG_AGO,
            "withdrawn_at": LONG_AGO + timedelta(days=2),
            "withdrawal_reason": "Salah orang.",
        },
    }[state]


def hide_article(state, world):
    """An article linked to everything visible, with a topic, a photo and a correction of its own."""
    article = make_article(
        "Rahasia gotong",
        state=state,
        topics=[world.topic, make_topic("Rahasia gotong topik")],
        officials=[world.official],
        institutions=[world.body],
        photos=[make_photo(caption="Rahasia gotong foto")],
        visit=world.visit,
        event_date=EVENT_DAY,
        body="<p>“Rahasia gotong kami simpan,” ujar Tampak.</p>",
    )
    make_quote(article, world.official, "Rahasia gotong kami simpan")
    make_correction(article, text="Koreksi rahasia.")
    return article


def hide_visit(state, world):
    """A visit of the visible parties with a topic of its own, told of by the visible article."""
    visit = make_visit(
        "Rahasia gotong",
        guests=[world.body],
        hosts=[world.council.institution],
        receivers=[world.official],
        topics=[world.topic, make_topic("Rahasia gotong topik")],
        starts_on=EVENT_DAY,
        **times(state),
    )
    Article.objects.filter(pk=world.article.pk).update(visit=visit)
    make_article("Berita kedua", visit=world.visit)
    return visit


def hide_official(state, world):
    """A holder of a post in the visible body."""
    official = make_official("Rahasia Gotong Wijaya", **times(state))
    make_position(official, institution=world.body)
    make_position(official, institution=world.body, starts_on=date(2020, 1, 1), ends_on=date(2021, 1, 1))
    return official


def hide_institution(state, world):
    """A part and a partner of the visible body."""
    institution = make_institution(
        "Rahasia Gotong", region=world.council.region, parent=world.body, **times(state)
    )
    world.body.partners.add(institution)
    make_position(institution=institution, official=make_official("Tampak Bekas Pegawai"))
    return institution


HIDE = {
    "article": hide_article,
    "visit": hide_visit,
    "official": hide_official,
    "institution": hide_institution,
}
HIDDEN = [("article", state) for state in HIDDEN_ARTICLES] + [
    (kind, state) for kind in ("visit", "official", "institution") for state in HIDDEN_RECORDS
]


def said(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    # Words that were sought are marked, in the middle of a name too.
    return response.getvalue().decode().lower().replace("<mark>", "").replace("</mark>", "")


@pytest.mark.parametrize(("kind", "state"), HIDDEN)
def test_hidden_things_show_at_no_address(client, world, kind, state):
    HIDE[kind](state, world)

    pages = {address: said(client, address) for address in world.addresses()}

    leaking = [address for address, page in pages.items() if "rahasia" in page]
    assert [address for address, page in pages.items() if "tampak" not in page] == []
    is_logged = state == "withdrawn" and kind in {"article", "visit"}
    assert leaking == (LOG if is_logged else [])


@pytest.mark.parametrize(("kind", "state"), HIDDEN)
def test_hidden_things_are_a_404_but_a_preview_for_the_newsroom(client, world, kind, state):
    hidden = HIDE[kind](state, world)
    address = hidden.get_absolute_url()
    answers = {}

    for who, user in (("anyone", None), ("account", make_user()), ("editor", make_user("Redaktur"))):
        if user:
            client.force_login(user)
        response = client.get(address)
        answers[who] = (response.status_code, "rahasia gotong" in response.content.decode().lower())

    if state == "withdrawn":
        assert answers == dict.fromkeys(("anyone", "account", "editor"), (410, True))
    else:
        assert answers == {"anyone": (404, False), "account": (404, False), "editor": (200, True)}
        assert response["Cache-Control"] == "private, no-store"
        assert response.has_header("ETag") is False


def test_withdrawn_article_gives_the_reason_and_not_the_text(client, world):
    article = hide_article("withdrawn", world)

    page = client.get(article.get_absolute_url()).content.decode()

    assert [article.title in page, article.withdrawal_reason in page] == [True, True]
    assert "Isi berita contoh." not in page
    assert article.first_photo.photo.shown.url not in page


@pytest.mark.parametrize("state", HIDDEN_RECORDS)
def test_feeds_of_what_is_hidden_are_not_there(client, world, state):
    official, institution = hide_official(state, world), hide_institution(state, world)
    article = make_article("Berita tentang keduanya", officials=[official], institutions=[institution])

    paths = [
        f"{hidden.get_absolute_url()}{form}.xml"
        for hidden in (official, institution)
        for form in ("rss", "atom")
    ]

    assert {client.get(path).status_code for path in paths} == {404}
    assert article.title.lower() in said(client, "/rss.xml")


@pytest.mark.parametrize("state", HIDDEN_ARTICLES)
def test_topic_with_nothing_public_has_no_page(client, world, state):
    topic = make_topic("Rahasia gotong")
    make_article(state=state, topics=[topic])
    make_visit(published_at=None, topics=[topic])

    paths = [f"{topic.get_absolute_url()}{rest}" for rest in ("", "rss.xml", "atom.xml", "?sebelum=x")]
    lists = [said(client, path) for path in ("/", "/topik/", "/sitemap-topik.xml", "/kunjungan/")]

    assert [client.get(path).status_code for path in paths] == [404, 404, 404, 404]
    assert ["rahasia" in page for page in lists] == [False] * 4


@pytest.mark.parametrize("state", HIDDEN_RECORDS)
def test_no_post_in_a_hidden_body_is_filled_in(client, world, state):
    official = make_official("Tampak Wijaya")
    make_position(official, institution=make_institution("Dinas Rahasia", **times(state)))
    visit = make_visit(guests=[world.body], receivers=[official], starts_on=EVENT_DAY)
    party = visit.parties.get()
    party.head = official
    party.save()
    article = make_article(state="draft", officials=[official], visit=visit, event_date=EVENT_DAY)
    article.publish()
    addresses = [record.get_absolute_url() for record in (article, visit, official)]

    pages = {address: said(client, address) for address in (*addresses, *world.addresses())}

    assert [address for address, page in pages.items() if "rahasia" in page] == []
    assert [pages[address].count("tampak wijaya") > 0 for address in addresses] == [True] * 3


@pytest.mark.parametrize("state", HIDDEN_RECORDS)
def test_a_part_that_no_page_shows_is_found_by_no_filter(client, world, state):
    visit = make_visit("Rahasia gotong", hosts=[world.council.institution], starts_on=EVENT_DAY)
    party = visit.parties.create(institution=make_institution("Dinas"), side="guest", head=world.official)
    party.unit = make_institution("Seksi", **times(state))
    party.save()
    asked = [f"pejabat={world.official.slug}", f"lembaga={party.institution.slug}", "q=Dinas", "tamu=dinas"]

    pages = {query: said(client, f"/kunjungan/?{query}") for query in asked}
    pages |= {who.slug: said(client, who.get_absolute_url()) for who in (world.official, party.institution)}

    assert [asked for asked, page in pages.items() if "rahasia" in page] == []
    assert "rahasia gotong" in said(client, "/kunjungan/")


@pytest.mark.parametrize("state", HIDDEN_RECORDS)
def test_hidden_people_and_bodies_are_left_out_of_public_articles_and_visits(client, world, state):
    official = make_official("Rahasia Wijaya", **times(state))
    institution = make_institution("Dinas Rahasia", region=world.council.region, **times(state))
    visit = make_visit(guests=[institution, world.body], receivers=[official, world.official])
    visit.parties.filter(institution=world.body).update(head=official, head_post_printed="Kepala")
    article = make_article(
        officials=[official, world.official], institutions=[institution, world.body], visit=visit
    )
    addresses = [article.get_absolute_url(), visit.get_absolute_url(), *world.addresses()]

    pages = {address: said(client, address) for address in addresses}

    linked = (world.official.get_absolute_url(), world.body.get_absolute_url())
    assert [address for address, page in pages.items() if "rahasia" in page] == []
    assert [path in pages[address] for address in addresses[:2] for path in linked] == [True] * 4


@pytest.mark.parametrize("state", HIDDEN_RECORDS)
def test_body_whose_parent_is_hidden_stands_alone(client, world, state):
    parent = make_institution("Rahasia Gotong", **times(state))
    part = make_institution("Bidang Tampak Gotong", parent=parent, succeeded_by=parent)

    pages = [said(client, path) for path in ("/lembaga/", part.get_absolute_url(), "/cari/?q=gotong")]

    assert [("bidang tampak gotong" in page, "rahasia" in page) for page in pages] == [(True, False)] * 3


@pytest.mark.parametrize("state", HIDDEN_RECORDS)
@pytest.mark.parametrize("page", ["/berita/", "/berita/rss.xml", "/kunjungan/", "/kunjungan/rss.xml"])
def test_filters_know_nothing_hidden(client, world, state, page):
    official = make_official("Rahasia Wijaya", **times(state))
    institution = make_institution("Rahasia Dinas", **times(state))
    make_visit("Kunjungan berdua", guests=[institution], receivers=[official])
    make_article("Kunjungan berdua", officials=[official], institutions=[institution])

    hidden = [said(client, f"{page}?{name}") for name in ("pejabat=rahasia-wijaya", "lembaga=rahasia-dinas")]
    unknown = [said(client, f"{page}?{name}") for name in ("pejabat=rahasia-xxxxxx", "lembaga=rahasia-xxxxx")]

    masked = [one.replace("rahasia-wijaya", "*").replace("rahasia-dinas", "*") for one in hidden]
    assert masked == [one.replace("rahasia-xxxxxx", "*").replace("rahasia-xxxxx", "*") for one in unknown]
    assert "kunjungan berdua" not in "".join(hidden)
    assert "kunjungan berdua" in said(client, page)


@pytest.mark.parametrize("state", HIDDEN_ARTICLES)
def test_photo_of_a_hidden_article_is_for_the_newsroom_only(client, world, state):
    hidden = make_article(state=state, photos=[make_photo()]).first_photo.photo.shown.url
    visible = world.article.first_photo.photo.shown.url

    anyone = [client.get(visible).status_code, client.get(hidden).status_code]
    client.force_login(make_user())
    account = [client.get(visible).status_code, client.get(hidden).status_code]
    client.force_login(make_user("Penulis"))
    newsroom = [client.get(path) for path in (visible, hidden)]

    assert (anyone, account) == ([200, 404], [200, 404])
    assert [(answer.status_code, answer["Cache-Control"]) for answer in newsroom] == [
        (200, "public, max-age=31536000, immutable"),
        (200, "private, no-store"),
    ]


def test_photo_masters_are_under_no_address(client, world):
    photo = world.article.first_photo.photo
    client.force_login(make_user("Administrator"))

    paths = [f"/media/{photo.file.name}", f"/media/{photo.file.name.removeprefix('originals/')}"]

    assert [client.get(path).status_code for path in paths] == [404, 404]


def test_scheduled_things_are_public_at_the_second_they_are_due(client, world):
    due = timezone.now().replace(microsecond=0) + timedelta(hours=30)
    topic = make_topic("Nanti Gotong")
    official, institution = (
        make_official("Nanti Gotong", published_at=due),
        make_institution("Nanti Gotong", parent=world.body, region=world.council.region, published_at=due),
    )
    make_position(official, institution=institution)
    visit = make_visit("Nanti Gotong", guests=[institution], published_at=due, topics=[topic])
    article = make_article(
        "Nanti Gotong",
        state="scheduled",
        published_at=due,
        topics=[topic, world.topic],
        officials=[official, world.official],
        institutions=[institution, world.body],
        photos=[make_photo()],
        visit=visit,
    )
    own = [record.get_absolute_url() for record in (topic, official, institution, visit, article)]
    own += [f"{path}{form}.xml" for path in own[:3] for form in ("rss", "atom")]
    own += [f"/berita/{article.get_absolute_url().split('/')[2]}/", article.first_photo.photo.shown.url]
    shared = [
        "/", "/berita/", "/topik/", "/lembaga/", "/kunjungan/",
        "/pejabat/", "/cari/?q=nanti", "/rss.xml", "/atom.xml", "/berita/rss.xml", "/kunjungan/rss.xml",
        world.official.get_absolute_url(), world.body.get_absolute_url(), world.topic.get_absolute_url(),
        f"{world.official.get_absolute_url()}rss.xml", f"{world.body.get_absolute_url()}atom.xml",
        *(f"/sitemap-{section}.xml" for section in ("topik", "berita", "pejabat", "lembaga", "kunjungan")),
    ]  # fmt: skip

    caching.forget()

    def seen():
        there = [path for path in own if client.get(path).status_code == 200]
        pages = {path: said(client, path) for path in shared}
        return there, [
            path for path, page in pages.items() if "nanti gotong" in page or "nanti-gotong" in page
        ]

    with time_machine.travel(due - timedelta(seconds=1), tick=False) as clock:
        version = caches["versions"].get("content")
        before = seen()
        clock.move_to(due)
        after = seen()

        assert before == ([], [])
        assert after == (own, shared)
        assert caches["versions"].get("content") == version


@pytest.mark.parametrize("is_withdrawn", [False, True])
@pytest.mark.parametrize("seconds", [None, -1, 0, 1])
@pytest.mark.parametrize("make", [make_article, make_visit, make_official, make_institution])
def test_published_and_is_public_agree(make, seconds, is_withdrawn):
    now = timezone.now()
    when = None if seconds is None else now + timedelta(seconds=seconds)
    if make is make_article:
        state = "draft" if when is None else "withdrawn" if is_withdrawn else "scheduled"
        record = make(state=state, published_at=when)
    else:
        record = make(published_at=when, withdrawn_at=now if is_withdrawn else None)

    with time_machine.travel(now, tick=False):
        listed = type(record).objects.published().filter(pk=record.pk).exists()
        at_that_moment = type(record).objects.published(at=now).filter(pk=record.pk).exists()

        is_expected = when is not None and when <= now and not record.withdrawn_at
        assert (listed, at_that_moment, record.is_public, record.is_public_at(now)) == (is_expected,) * 4


@pytest.mark.parametrize("make", [make_article, make_visit, make_official, make_institution])
def test_answer_for_a_hidden_thing_is_that_for_nothing(client, make):
    record = make(state="draft") if make is make_article else make(published_at=None)
    path = record.get_absolute_url()
    other = path.replace(record.slug, "tidak-ada")

    hidden, nothing = client.get(path), client.get(other)

    assert hidden.status_code == nothing.status_code == 404
    assert hidden.headers == nothing.headers


def test_post_in_a_hidden_body_is_on_no_page(client):
    official = make_official()
    make_position(official, institution=make_institution("Dinas Tampak"))
    make_position(official, institution=make_institution("Dinas Rahasia", published_at=None))

    page = client.get(official.get_absolute_url()).content.decode()

    assert ("Dinas Tampak" in page, "Dinas Rahasia" in page) == (True, False)


@pytest.mark.parametrize("state", HIDDEN_RECORDS)
def test_rosters_and_partners_know_nothing_hidden(client, world, state):
    council = world.council.institution
    chair = make_post("Ketua", is_single=True, rank=10)
    held = {"institution": council, "starts_on": date(2019, 1, 1), "ends_on": date(2020, 1, 1)}
    make_position(make_official("Tampak Lama"), **held)
    make_position(make_official("Rahasia Lama", **times(state)), post=chair, **held)
    faction = make_institution("Fraksi Rahasia", "faction", parent=council, **times(state))
    make_position(
        make_official("Rahasia Baru", electoral_district="Rahasia 1", **times(state)), institution=council
    )
    make_position(make_official("Tampak Baru", electoral_district="Tampak 1"), institution=faction)
    make_visit(guests=[make_institution("Dinas Rahasia", **times(state)), world.body], hosts=[council])
    make_visit(guests=[make_institution("Dinas Tampak"), world.body], hosts=[council])
    make_position(make_official("Tampak Sekarang", electoral_district="Tampak 2"), institution=council)
    addresses = [
        "/pejabat/?kelompok=mantan", "/pejabat/?kelompok=dapil", "/pejabat/?tanggal=2019-06-01", "/pejabat/",
        "/pejabat/?kelompok=huruf", world.body.get_absolute_url(), council.get_absolute_url(),
    ]  # fmt: skip

    pages = {address: said(client, address) for address in addresses}
    faction_page = said(client, "/pejabat/?kelompok=fraksi")

    assert {path: ("tampak" in page, "rahasia" in page) for path, page in pages.items()} == dict.fromkeys(
        addresses, (True, False)
    )
    assert ("fraksi rahasia" in faction_page, "kosong sejak" in pages["/pejabat/"]) == (False, False)


def live_secret(world):
    """A live article that says RAHASIA wherever the visible one shows."""
    article = hide_article("published", world)
    Article.objects.filter(pk=article.pk).update(led_at=timezone.now())
    before = {"title": "Rahasia semula"}
    article.versions.keep(article.corrections.get(), before, {"title": "Rahasia gotong"})
    return article


def own_addresses(article):
    page = article.get_absolute_url()
    return [page, article.get_text_url(), article.get_versions_url(), f"{page}paket-pers.zip"]


def read(client, address, word):
    """The answer's status, and whether the word is in it; of a kit, in its texts."""
    answer = client.get(address)
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if answer.status_code == 200 and address.endswith(".zip"):
        with zipfile.ZipFile(io.BytesIO(content)) as kit:
            content = b"".join(kit.read(name) for name in kit.namelist() if name.endswith(".txt"))
    return answer.status_code, word in content.decode(errors="replace").lower().replace("<mark>", "")


def test_withdrawn_article_is_gone_everywhere_from_the_next_answer_on(
    client, world, django_capture_on_commit_callbacks
):
    article = live_secret(world)
    indexing.catch_up()
    shown = [address for address in world.addresses() if "rahasia" in said(client, address)]
    own = [read(client, address, "rahasia") for address in own_addresses(article)]

    with django_capture_on_commit_callbacks(execute=True):
        article.withdraw("Salah orang.")

    assert {"/", "/berita/", "/rss.xml", "/atom.xml", "/berita/rss.xml", "/cari/?q=gotong"} <= set(shown)
    assert world.article.get_absolute_url() in shown
    assert own == [(200, True)] * 4
    assert [address for address in shown if "rahasia" in said(client, address)] == LOG
    assert [read(client, address, "rahasia")[0] for address in own_addresses(article)] == [410] * 4


def test_passage_taken_down_is_gone_everywhere_from_the_next_answer_on(
    client, world, django_capture_on_commit_callbacks
):
    article = live_secret(world)
    article.body += "<p>Teleponnya 0812 3456 7890.</p>"
    article.save()
    indexing.catch_up()
    own = [read(client, address, "0812") for address in own_addresses(article)]
    shown = [address for address in world.addresses() if "0812" in said(client, address)]

    with django_capture_on_commit_callbacks(execute=True):
        reason = Reason(by=make_user("Administrator"), public="Data pribadi.")
        remove_passage(article, "Teleponnya 0812 3456 7890", reason)

    versions = own.pop(2)
    assert (own, versions) == ([(200, True)] * 3, (200, False))
    assert {"/rss.xml", "/atom.xml", "/berita/rss.xml", f"/topik/{world.topic.slug}/atom.xml"} <= set(shown)
    assert [address for address in world.addresses() if "0812" in said(client, address)] == []
    assert [read(client, address, "0812") for address in own_addresses(article)] == [(200, False)] * 4
