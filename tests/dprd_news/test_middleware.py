"""Where an address leads that is not, or no longer, the right one."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from dprd_news.lib import caching
from people.models import Council, OldAddress
from tests.factories import (
    LONG_AGO,
    make_article,
    make_council,
    make_institution,
    make_official,
    make_topic,
    make_user,
    make_visit,
)

pytestmark = pytest.mark.django_db

MAKERS = [make_article, make_visit, make_official, make_institution]


@pytest.fixture(autouse=True)
def council():
    return make_council()


def answer(client, path):
    """Status and where it leads, after one step."""
    response = client.get(path)
    return response.status_code, response.get("Location", "")


def rename(record, slug="nama-baru"):
    record.slug = slug
    record.save()
    return record


@pytest.mark.parametrize("wrong", ["/berita/2024/03/", "/berita/2025/04/", "/berita/2199/12/"])
def test_wrong_year_or_month_leads_to_the_article(client, wrong):
    article = make_article("Rapat kerja", published_at=LONG_AGO)

    assert answer(client, f"{wrong}rapat-kerja/") == (301, "/berita/2025/03/rapat-kerja/")
    assert answer(client, article.get_absolute_url()) == (200, "")


def test_wrong_year_leads_to_the_visit(client):
    make_visit("Kunjungan", starts_on=date(2025, 6, 23))

    assert answer(client, "/kunjungan/2024/kunjungan/") == (301, "/kunjungan/2025/kunjungan/")


@pytest.mark.parametrize(
    "path", ["/berita/1899/01/x/", "/berita/2025/13/x/", "/berita/25/3/x/", "/berita/2025/00/"]
)
def test_years_and_months_that_cannot_be_are_no_address(client, path):
    assert answer(client, path) == (404, "")


def test_wrong_year_tells_nothing_of_a_hidden_article_or_visit(client):
    make_article("Rahasia", state="scheduled")
    make_visit("Rahasia", published_at=None)

    assert [answer(client, path) for path in ("/berita/2024/03/rahasia/", "/kunjungan/1999/rahasia/")] == [
        (404, ""),
        (404, ""),
    ]


def test_preview_under_a_wrong_year_is_kept_by_nobody(client):
    article = make_article("Rahasia", state="draft")
    client.force_login(make_user("Penulis"))

    response = client.get("/berita/2001/03/rahasia/")

    assert (response.status_code, response["Location"]) == (301, article.get_absolute_url())
    assert response["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("make", MAKERS)
def test_renamed_record_is_found_under_its_old_address(client, make):
    record = make("Nama lama")
    old = record.get_absolute_url()

    new = rename(record).get_absolute_url()
    twice = rename(record, "nama-terbaru").get_absolute_url()

    assert answer(client, old) == answer(client, new) == (301, twice)
    assert answer(client, twice) == (200, "")


@pytest.mark.parametrize("form", ["rss.xml", "atom.xml"])
@pytest.mark.parametrize("make", [make_official, make_institution, make_topic])
def test_renamed_feed_is_found_under_its_old_address(client, make, form):
    record = make("Nama lama")
    link = {make_official: "officials", make_institution: "institutions", make_topic: "topics"}[make]
    make_article(**{link: [record]})
    old = f"{record.get_absolute_url()}{form}"

    new = f"{rename(record).get_absolute_url()}{form}"

    assert answer(client, old) == (301, new)
    assert answer(client, new) == (200, "")


def test_old_slug_counts_in_its_own_kind_only(client):
    rename(make_official("Nama lama"))

    sections = ("/lembaga/", "/topik/", "/berita/2025/03/", "/kunjungan/2025/")

    assert [answer(client, f"{section}nama-lama/") for section in sections] == [(404, "")] * 4


@pytest.mark.parametrize("make", MAKERS)
def test_renamed_and_withdrawn_record_leads_to_the_notice(client, make):
    record = rename(make("Nama lama"))
    old = record.get_absolute_url().replace("nama-baru", "nama-lama")
    record.withdraw("Keliru.")

    assert answer(client, old) == (301, record.get_absolute_url())
    assert answer(client, record.get_absolute_url()) == (410, "")


@pytest.mark.parametrize("make", [make_visit, make_official, make_institution])
def test_old_address_of_a_hidden_record_leads_nowhere(client, make):
    record = rename(make("Nama lama"))
    old = record.get_absolute_url().replace("nama-baru", "nama-lama")
    OldAddress.objects.create(target=record, path="/2019/lama.html")
    type(record).objects.filter(pk=record.pk).update(published_at=None)

    assert [answer(client, path) for path in (old, "/2019/lama.html")] == [(404, ""), (404, "")]


def test_old_address_of_a_topic_with_nothing_public_leads_nowhere(client):
    topic = make_topic("Nama lama")
    make_article(state="draft", topics=[topic])
    rename(topic)
    OldAddress.objects.create(target=topic, path="/tag/lama")

    assert [
        answer(client, path) for path in ("/topik/nama-lama/", "/topik/nama-lama/rss.xml", "/tag/lama")
    ] == [(404, "")] * 3


@pytest.mark.parametrize(
    "path", ["/2025/06/judul.html", "/index.php", "/arsip/judul tua/", "/berita/judul-tua"]
)
def test_foreign_old_address_leads_to_its_page(client, path):
    article = make_article()
    OldAddress.objects.create(target=article, path=path)

    assert answer(client, path) == (301, article.get_absolute_url())
    assert client.head(path).status_code == 301


def test_foreign_old_address_hides_no_page_that_is_there(client):
    OldAddress.objects.create(target=make_article(), path="/berita/")

    assert answer(client, "/berita/") == (200, "")


def test_old_address_answers_reading_only(client):
    OldAddress.objects.create(target=make_article(), path="/lama")

    assert client.post("/lama").status_code == 404


@pytest.mark.parametrize(
    ("zone", "path"),
    [("Asia/Jakarta", "/berita/2025/12/rapat/"), ("Asia/Jayapura", "/berita/2026/01/rapat/")],
)
def test_addresses_and_archives_follow_the_councils_own_time(client, zone, path):
    Council.objects.update(time_zone=zone)
    caching.forget()
    midnight = datetime(2026, 1, 1, tzinfo=ZoneInfo("Asia/Jayapura"))
    make_article("Rapat", published_at=midnight + timedelta(minutes=30))

    archive = client.get(path.removesuffix("rapat/"))

    assert answer(client, path) == (200, "")
    assert path in archive.content.decode()


def test_public_page_sets_no_cookie_even_to_clear_a_stale_one(client):
    client.cookies["sessionid"] = "stale"

    answers = [client.get(path) for path in ("/", "/rss.xml", "/berita/")]

    assert [answer.cookies.output() for answer in answers] == ["", "", ""]
    assert [answer["Vary"] for answer in answers] == ["Accept-Encoding"] * 3
