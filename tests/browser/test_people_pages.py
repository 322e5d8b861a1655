"""Pages of officials and institutions as readers meet them: axe, widths, the keyboard, no script."""

from datetime import date

import pytest
from playwright.sync_api import expect

from people.models import Institution
from tests.browser.newsroom import DESK, PHONE, faults
from tests.factories import (
    make_article,
    make_council,
    make_institution,
    make_official,
    make_position,
    make_post,
    make_quote,
    make_visit,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

LONG = "Anggraeni Kusumawardhani Soerjadiningrat Natakoesoemahprawirawinatadisastra"
NARROW = {"width": 320, "height": 640}


@pytest.fixture
def addresses():
    council = make_council(address="Jalan Padi 1", email="humas@contoh.example")
    own = council.institution
    chair = make_post("Ketua", is_single=True, rank=1)
    komisi = make_institution("Komisi I " + "Pemberdayaan " * 6, Institution.Kind.COMMISSION, parent=own)
    komisi.names.create(name="Komisi A", ends_on=date(2024, 9, 30))
    official = make_official(LONG, electoral_district="Mekarsari 1", party="Partai Padi")
    gone = make_official("Tati Wijaya")
    make_position(official, institution=own)
    make_position(official, institution=komisi)
    make_position(gone, chair, own, starts_on=date(2019, 1, 1), ends_on=date(2024, 1, 1))
    guest = make_institution("Dinas Padi")
    for number in range(8):
        article = make_article(
            f"Berita {number}",
            officials=[official],
            institutions=[komisi, guest],
            body="<p>Awal. “Jalan ini diperbaiki,” ujar Anggraeni.</p>",
        )
        make_quote(article, official, "Jalan ini diperbaiki")
        make_visit(guests=[guest], hosts=[own, komisi], receivers=[official], attending=[gone])
    return {
        "official": official.get_absolute_url(),
        "former": gone.get_absolute_url(),
        "nobody": make_official("Baru").get_absolute_url(),
        "list": "/pejabat/",
        "letters": "/pejabat/?kelompok=huruf",
        "former list": "/pejabat/?kelompok=mantan",
        "no faction": "/pejabat/?kelompok=fraksi",
        "bad day": "/pejabat/?tanggal=kemarin",
        "body": komisi.get_absolute_url(),
        "guest": guest.get_absolute_url(),
        "own": own.get_absolute_url(),
        "bodies": "/lembaga/",
        "no bodies": "/lembaga/?q=tidak-ada",
    }


def window(chromium, size, **options):
    page = chromium.new_context(locale="id-ID", viewport=size, **options).new_page()
    page.complaints = []
    page.on("console", lambda said: page.complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    return page


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_finds_no_fault(chromium, live_server, addresses, size):
    page = window(chromium, size)

    found = {}
    for name, address in addresses.items():
        page.goto(live_server.url + address)
        found[name] = faults(page)

    assert {name: here for name, here in found.items() if here} == {}
    assert page.complaints == []


def test_no_page_is_wider_than_a_narrow_window_or_at_double_size(chromium, live_server, addresses):
    page = window(chromium, NARROW)

    wide = {}
    for name, address in addresses.items():
        page.goto(live_server.url + address)
        wide[name] = page.evaluate("document.documentElement.scrollWidth - innerWidth")

    # 200 % on a window of 640 lays out as a window of 320 does.
    assert {name: by for name, by in wide.items() if by > 0} == {}


def test_filters_are_walked_and_sent_by_keyboard_without_script(chromium, live_server, addresses):
    page = window(chromium, DESK, java_script_enabled=False)
    page.goto(live_server.url + addresses["list"])

    page.get_by_label("Nama", exact=True).focus()
    page.keyboard.type("Tati")
    page.keyboard.press("Enter")

    expect(page.locator(".person__name")).to_have_text("Tati Wijaya")
    expect(page.get_by_text("Pernah menjabat Ketua")).to_be_visible()
    page.get_by_role("link", name="Hapus saringan").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Kosong sejak 2 Januari 2024")).to_be_visible()
    page.get_by_role("navigation", name="Susunan pejabat").get_by_role("link", name="Dapil").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Mekarsari 1")).to_be_visible()


def test_articles_are_filtered_by_keyboard_and_the_rest_unfolds(chromium, live_server, addresses):
    page = window(chromium, PHONE, java_script_enabled=False)
    page.goto(live_server.url + addresses["official"])

    page.get_by_text("Tampilkan 4 kutipan lain").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".quote:visible")).to_have_count(8)
    page.get_by_label("Kata").focus()
    page.keyboard.type("Berita 3")
    page.keyboard.press("Enter")

    expect(page.locator("#berita ~ .rows .story__title")).to_have_text("Berita 3")
