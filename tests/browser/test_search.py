"""Search in a browser: suggestions by keyboard and by role, filters, marks, without a script, and axe."""

from datetime import date

import pytest
from playwright.sync_api import expect

from tests.browser.newsroom import DESK, PHONE, faults
from tests.factories import make_article, make_council, make_institution, make_official, make_topic

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


@pytest.fixture
def content():
    make_council()
    topic = make_topic("Permainan rakyat")
    make_article(
        "Festival layangan", topics=[topic], event_date=date(2025, 5, 5), body="<p>Layangan naik.</p>"
    )
    make_article("Lomba layangan", event_date=date(2024, 5, 5))
    make_institution("Komunitas Layangan")
    return make_official("Layangkara Sari")


def test_suggestions_are_offered_by_role_and_taken_by_keyboard(page, live_server, content):
    page.goto(f"{live_server.url}/")
    page.set_viewport_size({"width": 1280, "height": 800})
    box = page.get_by_role("searchbox", name="Cari di situs ini")
    box.focus()
    box = page.get_by_role("combobox", name="Cari di situs ini")
    expect(box).to_have_attribute("aria-expanded", "false")

    box.press_sequentially("layang")

    options = page.get_by_role("listbox", name="Saran pencarian").get_by_role("option")
    expect(options).to_have_count(4)
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("status").filter(has_text="4 saran")).to_be_attached()
    box.press("ArrowUp")
    expect(options.nth(3)).to_have_attribute("aria-selected", "true")
    box.press("ArrowDown")
    box.press("ArrowDown")
    expect(options.nth(0)).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", options.nth(0).get_attribute("id"))
    box.press("Escape")
    expect(page.get_by_role("listbox")).to_have_count(0)
    expect(box).to_have_value("layang")
    box.press_sequentially("kara")
    expect(options).to_have_count(1)
    box.press("ArrowDown")
    box.press("Enter")
    page.wait_for_url(f"{live_server.url}{content.get_absolute_url()}")


def test_results_are_marked_and_narrowed_by_links(page, live_server, content):
    page.goto(f"{live_server.url}/cari/?q=layangan")

    expect(page.locator("h2#hasil")).to_have_text("3 hasil")
    expect(page.locator(".result mark").first).to_have_text("Layangan")
    page.get_by_role("link", name="2025").click()
    expect(page.locator("h2#hasil")).to_have_text("1 hasil")
    expect(page.get_by_role("link", name="Festival layangan")).to_be_visible()
    page.locator('.chips a[aria-current="true"]').click()
    expect(page.locator("h2#hasil")).to_have_text("3 hasil")


def test_everything_works_without_a_script(chromium, live_server, content):
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(f"{live_server.url}/")

    page.get_by_role("searchbox", name="Cari di situs ini").fill("layngan")
    page.get_by_role("button", name="Cari").click()

    expect(page.locator("h2#hasil")).to_have_text("3 hasil")
    expect(page.get_by_role("link", name="layangan", exact=True)).to_be_visible()


def test_phone_without_a_script_opens_the_box_in_place_and_shows_filters_first(
    chromium, live_server, content
):
    context = chromium.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(f"{live_server.url}/berita/")
    box = page.get_by_role("searchbox", name="Cari di situs ini")
    expect(box).to_be_hidden()

    page.get_by_role("link", name="Cari", exact=True).click()
    box.fill("layangan")
    box.press("Enter")

    filters = page.get_by_role("complementary", name="Saring hasil")
    first = page.locator(".result").first
    assert filters.bounding_box()["y"] < first.bounding_box()["y"]
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


def test_filters_in_force_are_named_and_taken_off_one_by_one_or_all(page, live_server, content):
    page.goto(f"{live_server.url}/cari/?q=layangan&tahun=2025&topik=permainan-rakyat")
    active = page.get_by_role("region", name="Saringan aktif").get_by_role("link")
    expect(active).to_have_text(
        [
            "Topik: Permainan rakyat ×, hapus saringan ini",
            "Tahun: 2025 ×, hapus saringan ini",
            "Hapus semua",
        ]
    )

    active.nth(0).click()
    expect(page).to_have_url(f"{live_server.url}/cari/?tahun=2025&q=layangan")
    active.last.click()
    expect(page).to_have_url(f"{live_server.url}/cari/?q=layangan")
    expect(active).to_have_count(0)


def test_half_an_answer_stands_under_its_count_where_there_is_nothing_to_choose(page, live_server, content):
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{live_server.url}/cari/?q=layangan+qwrtp")

    count, result = page.locator("h2#hasil").bounding_box(), page.locator(".result").first.bounding_box()
    assert page.locator(".search-results__choices").count() == 0
    assert result["x"] == count["x"]
    assert result["y"] > count["y"]


@pytest.mark.parametrize("size", [PHONE, DESK])
def test_axe_finds_nothing_on_results_suggestions_and_help(chromium, live_server, content, size):
    page = chromium.new_context(viewport=size).new_page()
    found = {}

    for query in ("", "?q=layangan", "?q=layangan&tahun=2025", "?q=qwrtp", "?q=layngan", "?q=layangan+qwrtp"):
        page.goto(f"{live_server.url}/cari/{query}")
        found[query] = faults(page)
    page.get_by_role("combobox").or_(page.get_by_role("searchbox")).fill("laya")
    expect(page.get_by_role("option").first).to_be_visible()
    found["suggestions"] = faults(page)

    assert [name for name, faulty in found.items() if faulty] == [], found
