"""An article's page for readers: large photos by keyboard, words to take along, and all of it without scripts."""

import pytest
from playwright.sync_api import expect

from tests.browser.newsroom import faults
from tests.factories import (
    jpeg,
    make_article,
    make_council,
    make_official,
    make_photo,
    make_topic,
    make_visit,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


@pytest.fixture
def article():
    council = make_council()
    people = [make_official(f"Pejabat Hadir {number:02}") for number in range(12)]
    photos = [
        make_photo(f"Gambar {number}", jpeg(900, 600), caption=f"Ket {number}.") for number in (1, 2, 3)
    ]
    visit = make_visit(hosts=[council.institution])
    topic = make_topic()
    make_article("Berita lain", topics=[topic])
    return make_article(
        "Rapat kerja",
        body="<p>Isi rapat.</p>",
        photos=photos,
        officials=people,
        visit=visit,
        topics=[topic],
        source_text="Naskah rahasia seperti diterima.",
    )


def listened(page):
    """What the page complains of, and which addresses it asks for."""
    said, asked = [], []
    page.on("console", lambda one: said.append(one.text) if one.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    return said, asked


def test_photos_are_seen_large_one_after_another_by_keyboard(live_server, page, article):
    said, _ = listened(page)
    page.goto(live_server.url + article.get_absolute_url())
    first = page.locator("a[data-photo]").first
    shown = page.locator(".viewer__image")

    first.focus()
    page.keyboard.press("Enter")
    expect(shown).to_have_attribute("alt", "Gambar 1")
    page.keyboard.press("ArrowRight")
    expect(shown).to_have_attribute("alt", "Gambar 2")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    expect(shown).to_have_attribute("alt", "Gambar 3")
    expect(page.locator(".viewer__count")).to_have_text("Foto 3 dari 3")
    expect(page.locator(".viewer__caption")).to_contain_text("Ket 3.")
    page.keyboard.press("Escape")

    expect(page.locator("dialog.viewer")).to_be_hidden()
    expect(page.locator("a[data-photo]").nth(2)).to_be_focused()
    assert said == []


def test_words_and_address_are_copied(live_server, chromium, article):
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    address = live_server.url + article.get_absolute_url()
    page.goto(address)

    page.click("text=Salin naskah")
    expect(page.locator("[data-copy]")).to_have_text("Tersalin")
    text = page.evaluate("navigator.clipboard.readText()")
    page.click("text=Salin tautan")
    expect(page.locator("[data-copy-text]")).to_have_text("Tersalin")
    link = page.evaluate("navigator.clipboard.readText()")

    assert text.startswith("Rapat kerja\n\nIsi rapat.")
    # SITE_URL names the site, not where the test's server happens to listen.
    assert link == f"http://127.0.0.1{article.get_absolute_url()}"


def test_page_is_whole_without_scripts_and_asks_nobody_else(live_server, chromium, article):
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640})
    page = context.new_page()
    said, asked = listened(page)
    page.goto(live_server.url + article.get_absolute_url())

    page.click("text=6 orang lagi")
    expect(page.locator("text=Pejabat Hadir 11")).to_be_visible()
    page.click("text=Asal-usul berita ini")
    expect(page.locator(f"text={article.source_hash}")).to_be_visible()
    assert page.locator("[data-copy]:visible, [data-print]:visible").count() == 0
    assert "Naskah rahasia" not in page.content()
    assert [url for url in asked if not url.startswith(live_server.url)] == []
    assert said == []
    page.locator("a[data-photo]").first.click()
    page.wait_for_url("**/media/**")


@pytest.mark.parametrize("width", [360, 1280])
def test_pages_have_no_fault_that_axe_finds(live_server, chromium, article, width):
    page = chromium.new_context(viewport={"width": width, "height": 900}).new_page()
    found = {}
    for path in (article.get_absolute_url(), article.get_text_url(), "/", "/teks/"):
        page.goto(live_server.url + path)
        found[path] = faults(page)
    page.goto(live_server.url + article.get_absolute_url())
    page.locator("a[data-photo]").first.click()
    expect(page.locator("dialog.viewer")).to_be_visible()
    found["large"] = faults(page)

    assert {path: list_ for path, list_ in found.items() if list_} == {}


def test_nothing_is_wider_than_a_narrow_window(live_server, chromium, article):
    page = chromium.new_context(viewport={"width": 320, "height": 640}).new_page()
    wide = []
    for path in (article.get_absolute_url(), article.get_text_url(), "/", "/teks/"):
        page.goto(live_server.url + path)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(path)

    assert wide == []


def test_page_without_its_photo_is_light_and_does_not_jump(live_server, chromium, article):
    context = chromium.new_context(viewport={"width": 360, "height": 780})
    page = context.new_page()
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    asked, received = {}, {}
    network.on("Network.requestWillBeSent", lambda it: asked.update({it["requestId"]: it["request"]["url"]}))
    network.on(
        "Network.loadingFinished", lambda it: received.update({it["requestId"]: it["encodedDataLength"]})
    )
    page.add_init_script(
        "window.jumped = 0; new PerformanceObserver(list => list.getEntries()"
        ".forEach(one => { jumped += one.value })).observe({ type: 'layout-shift', buffered: true })"
    )

    page.goto(live_server.url + article.get_absolute_url(), wait_until="networkidle")

    parts = {url: received.get(key, 0) for key, url in asked.items() if "/media/" not in url}
    scripts = [size for url, size in parts.items() if url.endswith(".js")]
    # The test's server compresses pages and the sheet, as any does, but not the font and the script.
    assert len(parts) <= 6, parts
    assert sum(parts.values()) <= 45 * 1024, parts
    assert sum(scripts) <= 10 * 1024, scripts
    assert page.evaluate("jumped") == 0


def test_paper_gets_the_whole_list_of_people(live_server, page, article):
    page.goto(live_server.url + article.get_absolute_url())
    expect(page.get_by_text("Pejabat Hadir 11")).to_be_hidden()

    page.evaluate("dispatchEvent(new Event('beforeprint'))")

    expect(page.get_by_text("Pejabat Hadir 11")).to_be_visible()
    expect(page.get_by_text(article.source_hash)).to_be_hidden()
