"""The newsroom in a real browser: its scripts run under the strict policy, and a phone shows it whole."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.factories import (
    make_article,
    make_council,
    make_institution,
    make_official,
    make_photo,
    make_position,
    make_visit,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


def test_every_kind_of_page_runs_without_a_complaint_and_fits_a_phone(newsroom):
    url, page, complaints = newsroom
    council = make_council()
    official = make_position(institution=council.institution).official
    article = make_article(state="draft", officials=[official], photos=[make_photo()])
    visit = make_visit(guests=[make_institution()], hosts=[council.institution], attending=[official])
    page.set_viewport_size({"width": 360, "height": 800})
    addresses = [
        reverse("admin:index"),
        reverse("admin:articles_article_changelist"),
        reverse("admin:articles_article_add"),
        reverse("admin:articles_article_change", args=[article.pk]),
        reverse("admin:articles_article_verb", args=[article.pk, "jadwalkan"]),
        reverse("admin:articles_photo_changelist"),
        reverse("admin:people_official_change", args=[official.pk]),
        reverse("admin:people_visit_changelist"),
        reverse("admin:people_visit_change", args=[visit.pk]),
    ]

    too_wide = []
    for address in addresses:
        page.goto(url + address)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            too_wide.append(address)

    assert (complaints, too_wide) == ([], [])


def test_editor_starts_and_its_buttons_speak_indonesian(newsroom):
    url, page, complaints = newsroom
    make_council()

    page.goto(url + reverse("admin:articles_article_add"))
    page.locator('.prose-menubar__button[title="Tebal"]').wait_for()
    names = [button.get_attribute("title") for button in page.locator(".prose-menubar__button[title]").all()]
    page.locator(".prose-editor > .ProseMirror").click()
    page.keyboard.type("Warga merawat taman.")

    assert names[:6] == ["Paragraf", "Daftar butir", "Daftar angka", "Kutipan", "Tebal", "Miring"]
    assert (page.input_value("#id_body"), complaints) == ("<p>Warga merawat taman.</p>", [])


def test_enter_in_the_title_saves_and_does_not_publish(newsroom):
    url, page, _ = newsroom
    make_council()
    article = make_article("Semula", state="draft")
    address = url + reverse("admin:articles_article_change", args=[article.pk])

    page.goto(address)
    page.fill("#id_title", "Sesudah")
    page.press("#id_title", "Enter")
    page.wait_for_load_state()

    article.refresh_from_db()
    assert (article.title, article.status, page.url) == ("Sesudah", "draft", address)


def test_picker_offers_namesakes_with_their_posts(newsroom):
    url, page, complaints = newsroom
    council = make_council()
    post = make_position(make_official("Asep Contoh"), institution=council.institution).post
    make_official("Asep Contoh", back_title="S.H.")

    page.goto(url + reverse("admin:articles_article_add"))
    page.click("#article_officials-group .add-row a")
    page.locator("tr.dynamic-article_officials .select2-selection").click()
    page.keyboard.type("asep")
    found = page.locator(".select2-results__option", has_text="Asep Contoh")
    found.nth(1).wait_for()
    offered = sorted(found.all_inner_texts())

    assert offered == [f"Asep Contoh · {post} DPRD Kota Mekarsari", "Asep Contoh, S.H."]
    assert complaints == []


def test_finding_leads_to_its_field_even_in_a_folded_part_or_behind_a_script(newsroom):
    url, page, complaints = newsroom
    make_council()
    article = make_article(state="draft", body="", photos=[make_photo(alt="", credit="Humas")])
    editor = ".prose-editor > .ProseMirror"
    fields = {
        "id_event_date": "#id_event_date",
        "id_article_photos-0-alt": "#id_article_photos-0-alt",
        "id_body": editor,
    }

    page.goto(url + reverse("admin:articles_article_change", args=[article.pk]))
    page.locator(editor).wait_for()
    for anchor, field in fields.items():
        page.click(f'.findings a[href="#{anchor}"]')
        expect(page.locator(field)).to_be_focused()
        page.evaluate("document.activeElement.blur()")
    page.evaluate("location.hash = 'id_slug'")
    expect(page.locator("#id_slug")).to_be_focused()

    assert complaints == []


def test_button_of_the_schedule_says_the_chosen_moment(newsroom):
    url, page, complaints = newsroom
    make_council()
    article = make_article(state="in_review")

    page.goto(url + reverse("admin:articles_article_verb", args=[article.pk, "jadwalkan"]))
    said = [page.inner_text("button.default")]
    page.fill("#id_at", "2099-01-05T14:00")
    said.append(page.inner_text("button.default"))
    page.click("button.default")
    page.wait_for_url(url + reverse("admin:articles_article_change", args=[article.pk]))

    article.refresh_from_db()
    assert said == ["Jadwalkan", "Jadwalkan Senin, 5 Januari 2099, 14.00 WIB"]
    assert (article.is_scheduled, complaints) == (True, [])
