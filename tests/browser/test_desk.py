"""The desk's own tools in a browser: shortcuts, the search, the calendar, the texts to copy, the printed report."""

import io
import re
from datetime import date, timedelta

import pytest
from django.urls import reverse
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.newsroom import DESK, PHONE, window
from tests.factories import (
    make_article,
    make_council,
    make_institution,
    make_official,
    make_topic,
    make_visit,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


def test_keys_lead_on_only_while_no_field_has_the_focus_and_can_be_turned_off(chromium, live_server):
    url = live_server.url
    page = window(chromium, url, "budi")
    box, panel = page.locator("#cari-semua"), page.locator("#pintasan")

    page.keyboard.press("/")
    expect(box).to_be_focused()
    page.keyboard.type("nn?")
    expect(box).to_have_value("nn?")
    expect(panel).not_to_have_attribute("open", "")
    box.blur()
    page.keyboard.press("?")
    expect(panel).to_have_attribute("open", "")
    page.uncheck("#pintasan-nyala")
    page.locator("#pintasan summary").focus()
    page.keyboard.press("n")
    page.keyboard.press("/")
    expect(box).not_to_be_focused()
    page.keyboard.press("Control+k")
    expect(box).to_be_focused()
    page.reload()
    expect(page.locator("#pintasan-nyala")).not_to_be_checked(timeout=15000)
    page.keyboard.press("?")
    page.locator("#pintasan summary").click()
    page.check("#pintasan-nyala")
    page.locator("#pintasan summary").focus()
    page.keyboard.press("k")
    page.wait_for_url(re.compile("/kunjungan/kalender/|/visit/kalender/"))

    assert page.complaints == []


def test_search_works_without_a_script(chromium, live_server):
    make_topic("taman kota")
    page = window(chromium, live_server.url, "budi")
    state = page.context.storage_state()
    plain = chromium.new_context(java_script_enabled=False, storage_state=state).new_page()

    plain.goto(live_server.url + reverse("admin:index"))
    plain.fill("#cari-semua", "taman")
    plain.keyboard.press("Enter")

    expect(plain.get_by_role("link", name="taman kota")).to_be_visible()
    expect(plain.locator("#pintasan")).to_be_hidden()


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_visit_is_added_from_its_day_in_the_calendar(chromium, live_server, size):
    make_visit("Kunjungan Serang", starts_on=date(2026, 11, 12), status="cancelled")
    page = window(chromium, live_server.url, "budi", size=size)

    page.goto(f"{live_server.url}{reverse('admin:people_visit_calendar')}?bulan=2026-10")
    page.locator("a[rel=next]").click()
    page.wait_for_url(re.compile(r"bulan=2026-11"))
    entry = page.locator("li.entry", has_text="Kunjungan Serang")
    expect(entry).to_contain_text("Dibatalkan")
    page.get_by_role("link", name="Catat kunjungan pada Kamis, 12 November 2026").click()

    expect(page.locator("#id_starts_on")).to_have_value(re.compile("12|2026-11-12"))
    assert page.complaints == []


def test_text_is_copied_and_opened_by_the_message(chromium, live_server):
    article = make_article("Taman Dirawat", body="<p>Warga merawat taman.</p>")
    page = window(chromium, live_server.url, "budi")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=live_server.url)

    page.goto(f"{live_server.url}{reverse('admin:articles_article_change', args=[article.pk])}#siarkan")
    button = page.get_by_role("button", name="Salin untuk WhatsApp")
    button.click()
    expect(page.locator("[data-copies=siar-whatsapp]")).to_have_text("Tersalin")
    copied = page.evaluate("navigator.clipboard.readText()")

    assert copied == (
        f"*Taman Dirawat*\n\nWarga merawat taman.\n\nhttp://127.0.0.1{article.get_absolute_url()}"
    )


def test_report_prints_on_paper_of_its_own(chromium, live_server):
    council = make_council()
    guest = make_institution("Pemkot Serang")
    for number in range(40):
        visit = make_visit(
            f"Kunjungan nomor {number}.", starts_on=date(2025, 1, 1) + timedelta(days=number * 8), guests=[guest],
            hosts=[council.institution], attending=[make_official(f"Tokoh {number}")],
            purpose="Belajar pengelolaan sampah. " * 5, outcome="Disepakati pertukaran berkas. " * 5,
        )  # fmt: skip
    make_article("Serang Bertamu", visit=visit)
    page = window(chromium, live_server.url, "budi")

    page.goto(live_server.url + reverse("admin:people_visit_report", args=[2025]))
    pages = [part.extract_text() for part in PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages]
    sizes = {
        (round(part.mediabox.width), round(part.mediabox.height))
        for part in PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    }

    text = "\n".join(pages)
    assert sizes == {(842, 595)}
    assert len(pages) > 3
    # Each page but that of the totals and that of the signature begins its rows under the table's head.
    assert [number for number, part in enumerate(pages[1:-1], 1) if "Tujuan" not in part.title()] == []
    assert [number for number in range(40) if f"Kunjungan nomor {number}." not in text] == []
    assert ["Serang Bertamu" in text, "Mengetahui" in text] == [True, True]
    assert [word for word in ("Keluar", "Pintasan", "Meja redaksi", "Cetak dengan") if word in text] == []
