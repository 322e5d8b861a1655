"""What every public answer over HTTP has and has not: policies, tags, headers, cookies, markup."""

import json
import random
import string
from datetime import datetime, timedelta
from html.parser import HTMLParser

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from django.utils.http import http_date
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dprd_news.lib import caching
from dprd_news.lib.filters import VOCABULARY
from tests.factories import JAKARTA, make_article, make_position, make_post, make_user, make_visit
from tests.world import is_machine_form, make_world

pytestmark = pytest.mark.django_db

PAGE_POLICY = {"public", "max-age=0", "must-revalidate"}
SECURITY = {
    "Content-Security-Policy": {
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'",
        "connect-src 'self'", "manifest-src 'self'", "form-action 'self'", "frame-ancestors 'none'",
        "base-uri 'none'",
    },
    "Cross-Origin-Opener-Policy": {"same-origin"},
    "Permissions-Policy": {
        "camera=(), geolocation=(), interest-cohort=(), microphone=(), payment=(), usb=()",
    },
    "Referrer-Policy": {"strict-origin-when-cross-origin"},
    "X-Content-Type-Options": {"nosniff"},
    "X-Frame-Options": {"DENY"},
}  # fmt: skip
SITE_FILES = [
    "/sitemap.xml", "/sitemap-terbaru.xml", "/warna.css", "/manifest.webmanifest", "/opensearch.xml",
    "/.well-known/security.txt", "/ikon-180.png", "/ikon-192.png", "/ikon-maskable-512.png",
]  # fmt: skip
NOON = datetime(2026, 6, 1, 12, 0, tzinfo=JAKARTA)


@pytest.fixture
def world():
    return make_world()


def parts(header, separator=","):
    return {part.strip() for part in header.split(separator)}


class Markup(HTMLParser):
    """What a strict policy would refuse, or what would ask another host, as tag or tag and attribute.

    A script element of JSON-LD is data, which no browser runs: it has to be JSON.
    """

    def __init__(self, page):
        super().__init__()
        self.refused = []
        self.is_data = False
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.is_data = tag == "script" and values == {"type": "application/ld+json"}
        if tag == "style" or (tag == "script" and "src" not in values and not self.is_data):
            self.refused.append(tag)
        for name, value in attrs:
            loads = name in {"src", "srcset", "poster"} or (tag == "link" and name == "href")
            loads = loads and values.get("rel") != "canonical"
            is_elsewhere = loads and ("//" in (value or "") or (value or "").startswith("data:"))
            if name in {"style", "nonce"} or name.startswith("on") or is_elsewhere:
                self.refused.append((tag, name))

    def handle_data(self, data):
        if self.is_data:
            json.loads(data)
        self.is_data = False


def error_paths(world):
    return {
        "/tidak/ada/": 404,
        "/berita/2025/03/tidak-ada/": 404,
        make_article(state="draft").get_absolute_url(): 404,
        make_article(state="withdrawn").get_absolute_url(): 410,
        world.article.get_absolute_url().replace("/2025/", "/2024/"): 301,
    }


def test_answers_carry_their_policy_and_set_no_cookie(client, world):
    machine = [path for path in world.addresses() if is_machine_form(path)]
    pages = [path for path in world.addresses() if path not in machine] + ["/tentang/", "/cari/"]
    machine += SITE_FILES

    answers = {path: client.get(path) for path in pages + machine}

    policies = {path: parts(answer["Cache-Control"]) for path, answer in answers.items()}
    assert policies == dict.fromkeys(pages, PAGE_POLICY) | {key: {"public", "max-age=300"} for key in machine}
    assert {path for path, answer in answers.items() if answer.cookies} == set()
    assert {path for path, answer in answers.items() if "cookie" in answer.get("Vary", "").lower()} == set()
    assert client.cookies.output() == ""


def test_notice_and_redirect_are_asked_about_every_time(client, world):
    """Browsers keep a bare 410 or 301 for ever: a republished article would stay gone for its readers."""
    gone = make_article(state="withdrawn")
    paths = {
        gone.get_absolute_url(): 410,
        f"{gone.get_absolute_url()}paket-pers.zip": 410,
        gone.get_text_url(): 410,
        gone.get_versions_url(): 410,
        world.article.get_absolute_url().replace("/2025/", "/2024/"): 301,
        world.visit.get_absolute_url().replace("/2025/", "/2024/"): 301,
    }

    answers = {path: client.get(path) for path in paths}

    assert {path: answer.status_code for path, answer in answers.items()} == paths
    assert {
        path: parts(answer.get("Cache-Control", "")) for path, answer in answers.items()
    } == dict.fromkeys(paths, PAGE_POLICY)


def test_answers_carry_a_strict_policy_and_hold_nothing_it_refuses(client, world):
    paths = [*world.addresses(), "/tentang/", "/cari/", "/robots.txt", *SITE_FILES]

    answers = {path: client.get(path) for path in [*paths, *error_paths(world)]}

    headers = {
        path: {name: parts(answer.get(name, ""), ";") for name in SECURITY}
        for path, answer in answers.items()
    }
    refused = {
        path: found
        for path, answer in answers.items()
        if answer["Content-Type"].startswith("text/html")
        and (found := Markup(answer.content.decode()).refused)
    }
    assert headers == dict.fromkeys(headers, SECURITY)
    assert refused == {}
    assert {path for path, answer in answers.items() if answer.has_header("Server")} == set()


def test_answers_are_not_sent_again_unchanged(client, world):
    with time_machine.travel(timezone.now() + timedelta(seconds=5), tick=False):
        paths = [*world.addresses(), *SITE_FILES]
        first = {path: client.get(path) for path in paths}

        by_tag = {path: client.get(path, headers={"If-None-Match": first[path]["ETag"]}) for path in paths}
        by_date = {
            path: client.get(path, headers={"If-Modified-Since": first[path]["Last-Modified"]})
            for path in paths
        }

    for answers in (by_tag, by_date):
        short = {path: (answer.status_code, answer.content) for path, answer in answers.items()}
        assert short == dict.fromkeys(paths, (304, b""))
        assert {path: answer["Cache-Control"] for path, answer in answers.items()} == {
            path: first[path]["Cache-Control"] for path in paths
        }


def test_answers_are_sent_anew_after_a_change(client, world, django_capture_on_commit_callbacks):
    path = world.article.get_absolute_url()
    feed = "/atom.xml"
    tags = {address: client.get(address)["ETag"] for address in (path, feed)}

    with django_capture_on_commit_callbacks(execute=True):
        world.article.title = "Judul yang diganti"
        world.article.save()
    answers = [client.get(address, headers={"If-None-Match": tag}) for address, tag in tags.items()]

    assert [(answer.status_code, "Judul yang diganti" in answer.content.decode()) for answer in answers] == [
        (200, True),
        (200, True),
    ]


def test_last_modified_moves_when_a_scheduled_article_comes(client, world):
    due = timezone.now().replace(microsecond=0) + timedelta(hours=1)
    make_article("Yang dijadwalkan", state="scheduled", published_at=due)
    caching.forget()

    with time_machine.travel(due - timedelta(minutes=10), tick=False) as clock:
        before = client.get("/berita/")
        clock.move_to(due + timedelta(minutes=1))
        after = client.get("/berita/", headers={"If-Modified-Since": before["Last-Modified"]})

    assert after.status_code == 200
    assert after["Last-Modified"] == due.strftime("%a, %d %b %Y %H:%M:%S GMT")


def test_page_is_sent_anew_by_date_when_a_post_ended_at_midnight(client, world):
    midnight = timezone.now().astimezone(JAKARTA).replace(hour=0, minute=0, second=0, microsecond=0)
    midnight += timedelta(days=2)
    ends_on = midnight.date() - timedelta(days=1)
    make_position(world.official, make_post("Ketua"), world.body, ends_on=ends_on)
    path = world.official.get_absolute_url()

    with time_machine.travel(midnight - timedelta(hours=1), tick=False) as clock:
        before = client.get(path)
        clock.move_to(midnight + timedelta(hours=1))
        after = client.get(path, headers={"If-Modified-Since": before["Last-Modified"]})

    assert [(answer.status_code, answer["Last-Modified"]) for answer in (before, after)] == [
        (200, http_date((midnight - timedelta(days=1)).timestamp())),
        (200, http_date(midnight.timestamp())),
    ]
    assert before.content != after.content


@pytest.mark.parametrize(("ahead", "kept"), [(1, 1), (100, 100), (299.5, 299), (301, 300), (90000, 300)])
@pytest.mark.parametrize("make", [make_article, make_visit])
def test_feeds_are_kept_never_past_the_next_publication(client, world, make, ahead, kept):
    with time_machine.travel(NOON, tick=False):
        due = NOON + timedelta(seconds=ahead)
        make(published_at=due, **({"state": "scheduled"} if make is make_article else {}))
        caching.forget()

        answers = [client.get(path) for path in ("/rss.xml", "/kunjungan/atom.xml", "/sitemap-berita.xml")]

    assert [parts(answer["Cache-Control"]) for answer in answers] == [{"public", f"max-age={kept}"}] * 3


def test_head_answers_as_get_without_the_body(client, world):
    paths = [*world.addresses(), *error_paths(world), *SITE_FILES, "/robots.txt"]

    with time_machine.travel(timezone.now() + timedelta(seconds=5), tick=False):
        pairs = {path: (client.get(path), client.head(path)) for path in paths}

    assert {path for path, (_, head) in pairs.items() if head.getvalue()} == set()
    different = {
        path
        for path, (get, head) in pairs.items()
        if (get.status_code, dict(get.items())) != (head.status_code, dict(head.items()))
    }
    assert different == set()


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_pages_can_only_be_read(world, method):
    strict = Client(enforce_csrf_checks=True)
    pages = [path for path in world.addresses() if not is_machine_form(path)]

    answers = {path: getattr(strict, method)(path) for path in pages}

    assert {path: (a.status_code, a["Allow"]) for path, a in answers.items()} == dict.fromkeys(
        pages, (405, "GET, HEAD")
    )


def test_error_pages_are_pages_of_the_site(client, world):
    answers = {path: (client.get(path), status) for path, status in error_paths(world).items()}

    assert {path: answer.status_code for path, (answer, _) in answers.items()} == {
        path: status for path, (_, status) in answers.items()
    }
    bodies = [answer.content.decode() for answer, status in answers.values() if status != 301]
    assert [("DPRD Kota Mekarsari" in body, '<html lang="id">' in body) for body in bodies] == [
        (True, True)
    ] * 4


def test_form_without_its_token_gets_a_page_of_the_site(world):
    answer = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "x", "password": "y"})

    page = answer.content.decode()
    assert (answer.status_code, answer["Cache-Control"]) == (403, "private, no-store")
    assert ("DPRD Kota Mekarsari" in page, "belum disimpan" in page, Markup(page).refused) == (True, True, [])


def test_refused_form_leads_back_to_what_was_typed_in_it(world):
    address = "/admin/articles/article/add/"
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_user("Penulis"))

    page = client.post(address, {"title": "Diketik"}).content.decode()

    assert f'<a href="{address}">Buka lagi halamannya</a>' in page


def test_logged_in_readers_leave_no_trace_in_public_pages(client, world):
    paths = [path for path in world.addresses() if not is_machine_form(path)]
    anyone = {path: client.get(path) for path in paths}
    client.force_login(make_user("Redaktur"))

    editor = {path: client.get(path) for path in paths}

    assert {path: answer["ETag"] for path, answer in editor.items()} == {
        path: answer["ETag"] for path, answer in anyone.items()
    }


LISTS = ("/", "/berita/", "/berita/2025/", "/kunjungan/", "/kunjungan/2025/", "/pejabat/", "/lembaga/", "/cari/",
         "/koreksi/", "/topik/", "/rss.xml", "/berita/atom.xml", "/kunjungan/rss.xml", "/koreksi/atom.xml",
         "/kunjungan/?tampilan=kalender", "/kunjungan/statistik/", "/kunjungan/statistik/data.csv",
         "/kunjungan/kalender.ics", "/kunjungan/data.csv", "/langganan/", "/lapor/", "/teks/", "/cari/rss.xml",
         "/cari/saran.json", "/topik/tampak-gotong-royong/", "/topik/tampak-gotong-royong/rss.xml",
         "/pejabat/tampak-gotong-wijaya/", "/pejabat/tampak-gotong-wijaya/atom.xml",
         "/lembaga/badan-tampak-gotong/", "/lembaga/badan-tampak-gotong/rss.xml",
         "/kunjungan/2025/kunjungan-tampak-gotong/")  # fmt: skip
NAMES = [*VOCABULARY, "sebelum", "halaman", "tampilan", "utm_source", "\0"]
VALUES = st.one_of(
    st.text(max_size=40),
    st.integers(min_value=-(10**30), max_value=10**30).map(str),
    st.sampled_from(
        ["2025", "2025-02-30", "0001-01-01", "9999-12-31", "32.73", "diterima", "x" * 5000, "9" * 5000,
         "20250304T023000.000000-1", "99991231T235959.999999-9223372036854775807", "00010101-0", "😀" * 300,
         "a\0b", "%", "%_%", "' OR 1=1 --", "tampak-gotong-royong", "\ud800", "١٢.٣٤", "working_visit"]
    ),
)  # fmt: skip


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(path=st.sampled_from(LISTS), query=st.lists(st.tuples(st.sampled_from(NAMES), VALUES), max_size=5))
def test_lists_take_any_query_string(client, world_once, path, query):
    pairs = [(name, value.encode(errors="surrogatepass")) for name, value in query]

    response = client.get(path, query_params=pairs)

    assert response.status_code == 200


@pytest.fixture
def world_once(world):
    """The site under the fuzzed list: made once, since no example writes."""
    return world


@pytest.mark.parametrize("path", LISTS[1:7])
def test_long_cursors_and_rubbish_in_paths_are_no_server_error(client, world, path):
    rubbish = "".join(random.Random(1).choices(string.printable, k=200))

    statuses = {
        client.get(path, {"sebelum": rubbish}).status_code,
        client.get(f"{path}%00/").status_code,
        client.get(f"{path}{'a' * 3000}/").status_code,
        client.get(f"{path}%F0%9F%98%80/").status_code,
        client.get("/media/aa/b%00b/480.jpg").status_code,
        client.get("/media/../../settings.py").status_code,
    }

    assert statuses == {200, 404}
