"""Odd ways to lose what was typed, in a real browser: each leads back to the text, or away from what must not return."""

import pytest
from django.contrib.auth.models import Group, User
from django.contrib.sessions.models import Session
from django.urls import reverse
from playwright.sync_api import expect

from articles.models import Article
from articles.takedown import Reason, remove_passage
from tests.browser.newsroom import PHONE, keep_on_server, log_in, window
from tests.factories import PASSWORD, make_article, make_council, make_user

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]

ADD = reverse("admin:articles_article_add")
SAVE = ".submit-row [name=_save]"
TEXT = "Rapat di gedung dewan dihadiri Budi Siswa bersama dua puluh pelajar lain dari kota itu."


@pytest.fixture(autouse=True)
def council(live_server):
    return make_council()


def offers(page):
    """What the browser kept, and what reached the server."""
    return page.get_by_text("Buka dan bandingkan", exact=True)


def test_two_tabs_of_a_new_article_are_both_kept_without_a_server(chromium, live_server):
    first = window(chromium, live_server.url, "ani", group="Penulis")
    context = first.context
    context.route("**/salinan/", lambda route: route.abort())
    second = context.new_page()
    for page, title in ((first, "Dari tab pertama"), (second, "Dari tab kedua")):
        page.goto(live_server.url + ADD)
        page.fill("#id_title", title)
        keep_on_server(page)
        expect(page.locator(".kept-trouble")).to_contain_text("Isian Anda disimpan di peramban ini")
        # A beacon passes by what is routed here.
        page.evaluate("navigator.sendBeacon = () => false")
    expect(second.locator(".kept-found")).to_have_count(0)

    third = context.new_page()
    first.close()
    second.close()
    context.unroute("**/salinan/")
    third.goto(live_server.url + ADD)

    expect(offers(third)).to_have_count(2)
    offers(third).first.click()
    third.wait_for_url("**?salinan=*")
    titles = [third.input_value("#id_title")]
    third.goto(live_server.url + ADD)
    # Only looking at what was opened neither hides it nor makes a third; the one opened is on the server now.
    expect(offers(third)).to_have_count(2)
    third.locator(".kept-found").get_by_role("button", name="Buka dan bandingkan").click()
    third.wait_for_url("**?salinan=*")
    titles.append(third.input_value("#id_title"))
    assert sorted(titles) == ["Dari tab kedua", "Dari tab pertama"]


def test_full_disk_and_a_browser_that_stores_nothing_are_said(chromium, live_server):
    page = window(chromium, live_server.url, "ani", group="Penulis")
    page.route("**/salinan/", lambda route: route.fulfill(status=500, body=""))
    page.goto(live_server.url + ADD)
    page.fill("#id_title", "Ditulis di disk penuh")

    keep_on_server(page)
    trouble = page.locator(".kept-trouble")
    expect(trouble).to_contain_text(
        "Server tidak dapat menyimpan salinan kerja. Isian Anda disimpan di peramban"
    )

    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full'); }; }")
    keep_on_server(page)
    expect(trouble).to_contain_text("Salin isian Anda ke tempat lain")


def test_save_pressed_after_the_session_ended_is_offered_after_the_log_in(chromium, live_server):
    page = window(chromium, live_server.url, "ani", group="Penulis", size=PHONE)
    page.goto(live_server.url + ADD)
    page.fill("#id_title", "Ditulis sebelum makan siang")
    Session.objects.all().delete()

    page.click(SAVE)
    page.wait_for_url("**/login/?next=**")
    page.fill("#id_username", "ani")
    page.fill("#id_password", PASSWORD)
    page.click("input[type=submit]")
    offers(page).click()
    page.wait_for_url("**?salinan=*")
    page.click(SAVE)

    expect(page.locator(".messagelist")).to_contain_text("Ditulis sebelum makan siang")
    page.go_back()
    expect(page.locator(".messagelist")).to_contain_text("Isian itu tidak ada lagi")
    assert (Article.objects.get().title, page.input_value("#id_title")) == ("Ditulis sebelum makan siang", "")


def test_form_sent_with_an_old_token_leads_back_to_its_text(chromium, live_server):
    page = window(chromium, live_server.url, "ani", group="Penulis")
    page.goto(live_server.url + ADD)
    page.fill("#id_title", "Ditulis di tab lama")
    # Another log-in in the same browser makes the token of this page old.
    other = page.context.new_page()
    page.context.clear_cookies(name="sessionid")
    log_in(other, live_server.url, "ani")

    page.click(SAVE)

    expect(page.locator("main")).to_contain_text("Yang Anda kirim belum disimpan")
    page.click("text=Buka lagi halamannya")
    offers(page).click()
    page.wait_for_url("**?salinan=*")
    assert page.input_value("#id_title") == "Ditulis di tab lama"


def test_what_the_browser_kept_goes_with_the_save_and_with_a_log_out_on_any_page(chromium, live_server):
    page = window(chromium, live_server.url, "ani", group="Penulis")
    kept = "Object.keys(localStorage).filter((key) => key.startsWith('kept:')).length"
    counts = []
    for address in (ADD, ADD):
        page.goto(live_server.url + address)
        page.fill("#id_title", f"Ditulis ke-{len(counts)}")
        page.evaluate("keepInBrowser()")
        counts.append(page.evaluate(kept))
        if len(counts) == 1:
            page.click(SAVE)
            expect(page.locator(".messagelist")).to_contain_text("Ditulis ke-0")
            counts.append(page.evaluate(kept))
    page.goto(live_server.url + reverse("admin:index"))
    counts.append(page.evaluate(kept))

    page.click("#logout-form button")
    page.wait_for_url("**/logout/")

    assert [*counts, page.evaluate(kept)] == [1, 0, 1, 1, 0]


def test_rights_taken_away_midway_store_nothing_and_lose_nothing(chromium, live_server):
    page = window(chromium, live_server.url, "ani", group="Penulis")
    account = User.objects.get(username="ani")
    page.goto(live_server.url + ADD)
    page.fill("#id_title", "Ditulis sebelum dipindahkan")
    account.groups.clear()

    page.click(SAVE)
    expect(page.locator("main")).to_contain_text("Yang Anda kirim belum disimpan")
    assert Article.objects.exists() is False

    account.groups.add(Group.objects.get(name="Penulis"))
    page.click("text=Buka lagi halamannya")
    offers(page).click()
    page.wait_for_url("**?salinan=*")
    assert page.input_value("#id_title") == "Ditulis sebelum dipindahkan"


def test_new_article_left_open_does_not_bring_back_what_was_taken_down(chromium, live_server):
    article = make_article("Rapat", body=f"<p>{TEXT}</p>")
    page = window(chromium, live_server.url, "ani", group="Penulis", size=PHONE)
    page.goto(live_server.url + ADD)
    page.fill("#id_title", "Rapat lagi")
    page.fill("#id_source_text", TEXT)
    remove_passage(article, "Budi Siswa", Reason(make_user("Administrator"), "Melindungi anak."))

    page.click(SAVE)

    expect(page.locator(".errorlist").first).to_contain_text("untuk selamanya: “Budi Siswa”")
    page.fill("#id_source_text", TEXT.replace("Budi Siswa ", ""))
    page.click(SAVE)
    expect(page.locator(".messagelist")).to_contain_text("Naskah dibaca")
    assert "Budi" not in "".join(Article.objects.values_list("body", flat=True))


def test_save_stays_under_the_thumb_on_a_phone(chromium, live_server):
    page = window(chromium, live_server.url, "ani", group="Penulis", size=PHONE)
    page.goto(live_server.url + ADD)
    height = page.evaluate("document.documentElement.scrollHeight")

    places = []
    for part in (0.3, 0.6, 1):
        page.evaluate("top => scrollTo(0, top)", height * part)
        box = page.locator(SAVE).bounding_box()
        places.append(box["y"] >= 0 and box["y"] + box["height"] <= PHONE["height"] and box["height"] >= 44)
    assert (height > 2 * PHONE["height"], places) == (True, [True] * 3)
