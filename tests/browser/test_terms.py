"""A mid-term replacement, and the end of a council's term, in a real browser."""

import pytest
from django.urls import reverse

from people.models import Institution, Official, Position
from tests.browser.newsroom import PHONE
from tests.factories import (
    make_article,
    make_council,
    make_institution,
    make_official,
    make_position,
    make_post,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


def test_successor_is_picked_and_takes_the_seat(newsroom):
    url, page, complaints = newsroom
    council = make_council().institution
    leaving, coming = make_official("Asep Sunandar"), make_official("Budi Santosa")
    make_position(leaving, make_post("Anggota"), council)
    make_article("Asep meninjau pasar", state="draft", officials=[leaving])
    page.set_viewport_size(PHONE)

    page.goto(url + reverse("admin:people_official_change", args=[leaving.pk]))
    page.click("text=Pergantian antarwaktu…")
    named = page.locator(".confirmation ul >> text=Asep meninjau pasar").count()
    page.fill("#id_on", "2026-03-02")
    page.click(".select2-selection")
    page.keyboard.type("budi")
    page.click(".select2-results__option:has-text('Budi Santosa')")
    is_too_wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    page.click("button:has-text('Pergantian antarwaktu')")
    page.wait_for_url(url + reverse("admin:people_official_change", args=[leaving.pk]))
    page.goto(url + coming.get_absolute_url())
    shown = page.locator("main").inner_text()

    assert (named, is_too_wide, complaints) == (1, False, [])
    assert "Anggota DPRD Kota Mekarsari" in shown
    assert set(Position.objects.values_list("official__name", "end_reason")) == {
        ("Asep Sunandar", "replaced"),
        ("Budi Santosa", ""),
    }


def test_term_of_a_council_is_shown_ended_and_taken_back(newsroom):
    url, page, complaints = newsroom
    council = make_council().institution
    part = make_institution("Komisi I", Institution.Kind.COMMISSION, parent=council)
    for number, body in enumerate((council, part, part)):
        make_position(make_official(f"Anggota {number}"), institution=body)
    page.set_viewport_size(PHONE)

    page.goto(url + reverse("admin:people_institution_change", args=[council.pk]))
    page.click("text=Akhiri masa jabatan dewan…")
    page.fill("#id_on", "2026-03-02")
    page.click("text=Lihat yang akan berakhir")
    page.locator(".ending label:has-text('Anggota 2') input").uncheck()
    is_too_wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    page.click("text=Akhiri yang dicentang")
    page.wait_for_selector("text=2 masa jabatan berakhir.")
    ended = Position.objects.filter(ends_on__isnull=False).count()
    page.click("text=Urungkan 2 masa jabatan itu")
    page.wait_for_selector("text=Diurungkan: 2 masa jabatan kembali seperti sebelumnya.")

    assert (ended, Position.objects.filter(ends_on__isnull=False).count()) == (2, 0)
    assert (is_too_wide, complaints, Official.objects.count()) == (False, [], 3)
