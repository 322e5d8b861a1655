"""The public pages of visits in a real browser: axe, narrow windows, the keyboard, no script."""

from datetime import date

import pytest
from playwright.sync_api import expect

from people.models import Visit
from tests.browser.newsroom import faults
from tests.factories import (
    make_correction,
    make_council,
    make_institution,
    make_region,
    make_topic,
    make_visit,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

DAY = date(2025, 11, 5)
LONG = (
    "Badan Perencanaan Pembangunan, Penelitian, dan Pengembangan Daerah Kabupaten Penukal Abab Lematang Ilir"
)


@pytest.fixture
def visit():
    """One of each status on that day, beside one with long names; a visit to open."""
    own = make_council().institution
    bali = make_region("51", "province", "Provinsi Bali")
    guest = make_institution(LONG, region=bali)
    for status in Visit.Status.values:
        make_visit(f"Kunjungan {LONG}", guests=[guest], hosts=[own], starts_on=DAY, status=status)
    make_visit("Kunjungan ke Bali", guests=[own], hosts=[guest], starts_on=DAY)
    make_visit("Entah kapan", guests=[guest], hosts=[own])
    visit = make_visit(
        "Kunjungan yang dibuka", guests=[guest], hosts=[own], starts_on=DAY, ends_on=date(2025, 11, 7),
        topics=[make_topic()], purpose="Belajar arsip.", outcome="Sepakat.", follow_up="Bertemu lagi.",
    )  # fmt: skip
    make_correction(visit=visit)
    return visit


def addresses(visit):
    return {
        "list": "/kunjungan/",
        "filtered": "/kunjungan/?arah=diterima&asal=51&q=arsip",
        "empty": "/kunjungan/?topik=tidak-ada&status=held",
        "calendar": "/kunjungan/?tampilan=kalender&tahun=2025&bulan=11",
        "visit": visit.get_absolute_url(),
        "statistics": "/kunjungan/statistik/?tahun=2025",
    }


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_no_fault_in_pages_of_visits(chromium, live_server, visit, width):
    page = chromium.new_context(viewport={"width": width, "height": 800}).new_page()
    said = []
    page.on("console", lambda message: said.append(message.text))

    found = {}
    for name, address in addresses(visit).items():
        page.goto(live_server.url + address)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        found[name] = faults(page)

    assert (found, said) == ({name: [] for name in found}, [])


def test_pages_of_visits_fit_the_narrowest_window(chromium, live_server, visit):
    page = chromium.new_context(viewport={"width": 320, "height": 640}).new_page()

    wide = []
    for name, address in addresses(visit).items():
        page.goto(live_server.url + address)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(name)

    assert wide == []


def test_calendar_on_a_phone_lists_the_busy_days_and_nothing_else(chromium, live_server, visit):
    page = chromium.new_context(viewport={"width": 360, "height": 640}, java_script_enabled=False).new_page()

    page.goto(f"{live_server.url}/kunjungan/?tampilan=kalender&tahun=2025&bulan=11")

    expect(page.locator(".month__words:visible")).to_have_text(
        ["Rabu, 5 November 2025", "Kamis, 6 November 2025", "Jumat, 7 November 2025"]
    )
    expect(page.locator(".month thead")).to_be_hidden()


def test_filters_work_by_keyboard_without_script(chromium, live_server, visit):
    page = chromium.new_context(java_script_enabled=False).new_page()
    page.goto(f"{live_server.url}/kunjungan/")

    page.locator("#saring-arah").focus()
    page.keyboard.type("Dilakukan")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Tampilkan")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.locator("#daftar")).to_have_text("1 kunjungan cocok")
    page.locator(".chip--removable").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#daftar")).to_have_text("10 kunjungan")


def test_bar_of_a_chart_leads_by_keyboard_to_its_visits(chromium, live_server, visit):
    page = chromium.new_context(java_script_enabled=False).new_page()
    page.goto(f"{live_server.url}/kunjungan/statistik/?tahun=2025")

    page.get_by_role("link", name="Provinsi Bali: 3 kunjungan").first.focus()
    page.keyboard.press("Enter")

    expect(page.locator("#daftar")).to_have_text("3 kunjungan cocok")
    expect(page.locator(".chip--removable").first).to_contain_text("Asal tamu: Provinsi Bali")


def test_address_of_a_visit_is_copied(chromium, live_server, visit):
    page = chromium.new_context(permissions=["clipboard-read", "clipboard-write"]).new_page()
    page.goto(live_server.url + visit.get_absolute_url())

    page.get_by_role("button", name="Salin tautan").click()

    expect(page.locator("[data-copy-text]")).to_have_text("Tersalin")
    assert page.evaluate("navigator.clipboard.readText()") == f"http://127.0.0.1{visit.get_absolute_url()}"
