import re
from datetime import timedelta
from html.parser import HTMLParser

import pytest
from django.utils import timezone

from articles.cards import article_card
from dprd_news import views
from tests.factories import (
    make_article,
    make_council,
    make_institution,
    make_official,
    make_topic,
    make_visit,
)
from tests.world import is_machine_form, make_world

pytestmark = pytest.mark.django_db


def test_robots_txt_keeps_machines_out_of_the_newsroom_only(client):
    answer = client.get("/robots.txt")

    assert (answer["Content-Type"], answer.content.decode()) == (
        "text/plain; charset=utf-8",
        "User-agent: *\nDisallow: /admin/\nSitemap: http://127.0.0.1/sitemap.xml\n",
    )


def test_health_is_plain_and_never_kept(client):
    answers = [client.get(path) for path in ("/healthz", "/readyz")]

    assert [(one.status_code, one.json(), one["Cache-Control"]) for one in answers] == [
        (200, {"status": "ok"}, "private, no-store"),
        (200, {"database": True, "cache": True}, "private, no-store"),
    ]


@pytest.mark.parametrize("broken", ["database", "cache"])
def test_readiness_names_what_does_not_answer(client, monkeypatch, broken):
    def fails():
        raise ConnectionError

    monkeypatch.setattr(views, f"_{broken}_answers", fails)

    answer = client.get("/readyz")

    assert (answer.status_code, answer.json()) == (503, {"database": True, "cache": True, broken: False})


def test_front_page_tells_coming_visits_from_those_just_held(client):
    today, day = timezone.localdate(), timedelta(days=1)
    held = [make_visit(status=status, starts_on=today) for status in ("done", "received_by_secretariat")]
    held += [make_visit(starts_on=today - age * day) for age in (1, 2)]
    coming = [make_visit(status="planned", starts_on=today + ahead * day) for ahead in (1, 0)]
    for status in ("requested", "postponed", "cancelled", "refused"):
        make_visit(status=status, starts_on=today)
    make_visit(status="planned", starts_on=today - day)

    page = client.get("/").content.decode()

    shown = re.findall(r'class="visit__title"><a href="([^"]+)"', page)
    expected = [coming[1], coming[0], held[1], held[0], held[2]]
    assert shown == [visit.get_absolute_url() for visit in expected]


def test_search_finds_all_four_kinds_and_says_what_was_sought(client):
    make_council()
    found = [
        make(f"Gotong <{make.__name__}>")
        for make in (make_article, make_official, make_institution, make_visit)
    ]
    others = [make("Lain") for make in (make_article, make_official, make_institution, make_visit)]

    page = client.get("/cari/?q=GOTONG").content.decode()
    empty = client.get("/cari/?q=<script>tidak ada").content.decode()

    assert [f'href="{record.get_absolute_url()}"' in page for record in found] == [True] * 4
    assert [f'href="{record.get_absolute_url()}"' in page for record in others] == [False] * 4
    assert ("<script>" in empty, "&lt;script&gt;tidak ada" in empty) == (False, True)


def test_search_shows_people_where_no_article_fits(client):
    make_council()
    make_official("Kinasih")

    found = client.get("/cari/?q=kinasih").content.decode()
    nothing = client.get("/cari/?q=zzzz").content.decode()

    assert ("/pejabat/kinasih/" in found, "jenis=pejabat" in found, "jenis=berita" in found) == (
        True,
        True,
        False,
    )
    assert "Tidak ada yang cocok dengan “zzzz”" in nothing


def test_search_pages_end_at_fifty(client):
    make_council()

    answers = [client.get(f"/cari/?q=berita&halaman={page}") for page in ("51", "0", "-1", "x", "9" * 5000)]

    assert {answer.status_code for answer in answers} == {200}


class Head(HTMLParser):
    """A page's title, description and share image."""

    def __init__(self, page):
        super().__init__()
        self.title, self.description, self.image, self._in_title = "", "", "", False
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self._in_title = tag == "title"
        if values.get("name") == "description":
            self.description = values["content"]
        if values.get("property") == "og:image":
            self.image = values["content"]

    def handle_data(self, data):
        if self._in_title:
            self.title += data
            self._in_title = False


def test_every_page_has_its_own_title_description_and_image(client):
    world = make_world()
    paths = [path for path in world.addresses() if not is_machine_form(path) and "?" not in path]
    paths += ["/tentang/", "/cari/"]

    heads = {path: Head(client.get(path).content.decode()) for path in paths}

    assert len({head.title for head in heads.values()}) == len(paths)
    assert {path for path, head in heads.items() if not head.description} == set()
    assert {path for path, head in heads.items() if not head.image.startswith("http://127.0.0.1/")} == set()
    assert (
        heads[world.article.get_absolute_url()].image == f"http://127.0.0.1{article_card(world.article).path}"
    )


def test_topics_stand_in_the_order_of_the_alphabet_whatever_their_case(client):
    named = [make_topic(name) for name in ("UMKM", "anggaran", "Banjir")]
    make_visit(topics=named)

    shown = {page: client.get(page).content.decode() for page in ("/topik/", "/kunjungan/")}

    assert re.findall(r'<a href="/topik/[^"]+">([^<]+)', shown["/topik/"]) == ["anggaran", "Banjir", "UMKM"]
    offered = shown["/kunjungan/"].partition('id="saring-topik"')[2].partition("</select>")[0]
    assert re.findall(r">([^<]+)</option>", offered) == ["Semua", "anggaran", "Banjir", "UMKM"]
