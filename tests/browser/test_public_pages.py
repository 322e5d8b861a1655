"""Every kind of public page in a real browser: nothing in the console, nothing from elsewhere, nothing too wide."""

from itertools import pairwise

import pytest
from playwright.sync_api import expect

from tests.browser.newsroom import DESK, PHONE, faults
from tests.factories import make_article, make_official, make_position, make_post
from tests.world import make_world

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

NARROW = {"width": 320, "height": 640}
GROUPS = ("fraksi", "dapil", "huruf", "mantan")


@pytest.fixture
def world():
    world = make_world()
    former = make_official("Tampak Gotong Terdahulu")
    make_position(former, make_post("Ketua", is_single=True), world.body, ends_on="2025-01-01")
    make_article("Tampak gotong tanpa foto", topics=[world.topic])
    return world


def pages(world):
    """Each kind of page that answers with 200, files and feeds left out."""
    forms = (".xml", ".csv", ".ics", ".json", ".opml")
    known = [one for one in world.addresses() if not one.split("?")[0].endswith(forms)]
    known += [f"/pejabat/?kelompok={group}" for group in GROUPS]
    known += ["/pejabat/tampak-gotong-terdahulu/", "/berita/2025/03/?q=tidak-ada", "/cari/", "/cari/?q=qwrtp"]
    known += [f"{world.article.get_absolute_url()}lapor/", "/lapor/", "/tentang/"]
    known += [one.get_absolute_url() for one in type(world.article).objects.filter(photos=None)]
    return known


def plain_pages(world):
    """The kinds of page that no other test lets axe look at."""
    withdrawn = make_article("Berita ditarik", state="withdrawn")
    return {
        "news": "/berita/",
        "year": "/berita/2025/",
        "month": "/berita/2025/03/",
        "no news": "/berita/?q=tidak-ada",
        "topics": "/topik/",
        "topic": world.topic.get_absolute_url(),
        "versions": world.article.get_versions_url(),
        "report": f"{world.article.get_absolute_url()}lapor/",
        "receipt": "/lapor/",
        "corrections": "/koreksi/",
        "follow": "/langganan/",
        "about": "/tentang/",
        "missing": "/tidak-ada/",
        "withdrawn": withdrawn.get_absolute_url(),
    }


def test_pages_are_quiet_complete_and_fit_the_narrowest_window(chromium, live_server, world):
    page = chromium.new_context(locale="id-ID", viewport=NARROW).new_page()
    found = []
    page.on("console", lambda said: found.append((page.url, said.text)))
    page.on("pageerror", lambda error: found.append((page.url, str(error))))
    # What the next page cut off is no fault of this one.
    page.on(
        "requestfailed",
        lambda request: (
            None
            if request.failure == "net::ERR_ABORTED"
            else found.append((page.url, f"failed: {request.url}"))
        ),
    )
    page.on(
        "request",
        lambda asked: None if asked.url.startswith(live_server.url) else found.append((page.url, asked.url)),
    )

    for path in pages(world):
        answer = page.goto(live_server.url + path)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        wide_px = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        found += [(path, f"status {answer.status}")] if answer.status != 200 else []
        found += [(path, f"{wide_px} px too wide")] if wide_px > 0 else []

    assert found == []


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_finds_no_fault(chromium, live_server, world, size):
    page = chromium.new_context(locale="id-ID", viewport=size).new_page()

    found = {}
    for name, path in plain_pages(world).items():
        page.goto(live_server.url + path)
        found[name] = faults(page)
    page.goto(f"{live_server.url}{world.article.get_absolute_url()}lapor/")
    page.get_by_role("button", name="Kirim laporan").click()
    expect(page.get_by_role("alert")).to_be_visible()
    found["refused report"] = faults(page)

    assert {name: here for name, here in found.items() if here} == {}


def test_headings_begin_with_one_title_and_skip_no_level(chromium, live_server, world):
    page = chromium.new_context(locale="id-ID").new_page()

    wrong = {}
    for path in [*pages(world), *plain_pages(world).values()]:
        page.goto(live_server.url + path)
        levels = page.evaluate("[...document.querySelectorAll('h1, h2, h3, h4')].map(one => +one.tagName[1])")
        skips = [(one, following) for one, following in pairwise(levels) if following > one + 1]
        if levels[:1] != [1] or levels.count(1) != 1 or skips:
            wrong[path] = levels

    assert wrong == {}


def test_keyboard_meets_the_skip_link_first_and_then_the_menu(chromium, live_server, world):
    page = chromium.new_context(locale="id-ID", viewport=PHONE, java_script_enabled=False).new_page()
    page.goto(f"{live_server.url}/")
    focused = page.locator(":focus")

    page.keyboard.press("Tab")
    expect(focused).to_have_text("Langsung ke isi")
    expect(focused).to_be_in_viewport()
    walked = []
    for _ in range(7):
        page.keyboard.press("Tab")
        walked.append(focused.inner_text().split("\n")[0])
    page.get_by_role("link", name="Langsung ke isi").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    menu = ["Berita", "Kunjungan", "Pejabat", "Lembaga", "Topik"]
    assert walked == [world.council.name, "Cari", *menu]
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_report_is_filled_in_and_refused_by_keyboard_without_script(chromium, live_server, world):
    page = chromium.new_context(locale="id-ID", viewport=PHONE, java_script_enabled=False).new_page()
    page.goto(f"{live_server.url}{world.article.get_absolute_url()}lapor/")
    text = page.get_by_label("Apa yang keliru")

    page.get_by_label("Kalimat yang dimaksud").focus()
    page.keyboard.press("Tab")
    expect(text).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Surel atau nomor telepon")).to_be_focused()
    page.keyboard.press("Enter")

    expect(text).to_have_accessible_description("Tuliskan apa yang keliru.")
    expect(page.get_by_role("alert")).to_contain_text("Laporan belum terkirim.")
