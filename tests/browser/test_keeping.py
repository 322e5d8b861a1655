"""Nothing typed is lost, in a real browser: two tabs, a dead server, an ended session, a proposal."""

import pytest
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.contrib.sessions.models import Session
from django.urls import reverse
from playwright.sync_api import expect

from articles.models import Article
from people.models import ProposedChange, WorkingCopy
from tests.browser.newsroom import PHONE, free_port, keep_on_server, log_in, start_server, window
from tests.factories import PASSWORD, make_article, make_council, make_user

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


def address_of(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def test_stale_save_in_a_second_tab_loses_neither_text(chromium, live_server):
    make_council()
    article = make_article("Semula", state="draft")
    first = window(chromium, live_server.url, "ani")
    first.goto(live_server.url + address_of(article))
    second = first.context.new_page()
    second.goto(live_server.url + address_of(article))

    first.fill("#id_title", "Dari tab pertama")
    first.click(".submit-row [name=_continue]")
    expect(first.locator(".messagelist")).to_contain_text("berhasil diubah")
    second.fill("#id_title", "Dari tab kedua")
    second.click(".submit-row [name=_continue]")

    expect(second.locator(".errornote, .errorlist").first).to_be_visible()
    expect(second.locator("table.changes")).to_contain_text("pertama")
    assert second.evaluate(
        "document.querySelector('.errornote').getBoundingClientRect().bottom <= innerHeight"
    )
    expect(second.locator(".kept-found")).to_have_count(0)
    assert Article.objects.get().title == "Dari tab pertama"
    assert second.input_value("#id_title") == "Dari tab kedua"
    second.click(".submit-row [name=_continue]")
    expect(second.locator(".messagelist")).to_contain_text("berhasil diubah")
    assert Article.objects.get().title == "Dari tab kedua"
    assert first.complaints == []


def test_each_tab_says_that_the_other_is_there(chromium, live_server):
    make_council()
    article = make_article(state="draft")
    first = window(chromium, live_server.url, "ani")
    first.goto(live_server.url + address_of(article))
    expect(first.locator("#kept")).not_to_contain_text("Sedang dibuka")

    second = window(chromium, live_server.url, "budi", size=PHONE)
    second.goto(live_server.url + address_of(article))

    expect(second.locator(".kept-others")).to_contain_text("ani")
    keep_on_server(first)
    expect(first.locator(".kept-others")).to_contain_text("budi")


def test_text_outlives_a_killed_server(chromium):
    make_council()
    article = make_article("Semula", state="draft")
    port = free_port()
    url, server = f"http://localhost:{port}", start_server(port)
    account = make_user(group="Redaktur", username="ani")
    # The server's own process knows the real hashers only.
    account.password = PBKDF2PasswordHasher().encode(PASSWORD, "garam")
    account.save()
    page = window(chromium, url, "ani", account=account)
    page.goto(url + address_of(article))

    server.kill()
    server.wait()
    page.fill("#id_title", "Ditulis sesudah server mati")
    page.get_by_role("textbox").filter(has_text="Isi berita").click()
    page.keyboard.type("Kalimat terakhir. ")
    keep_on_server(page)
    expect(page.locator(".kept-trouble")).to_contain_text("Isian Anda disimpan di peramban ini")
    page.context.pages[0].close()
    server = start_server(port)
    again = chromium.contexts[0].new_page()
    again.goto(url + address_of(article))
    expect(again.locator(".kept-found")).to_contain_text("belum disimpan")
    again.click("text=Buka dan bandingkan")

    expect(again.locator("table.changes")).to_contain_text("sesudah server mati")
    assert again.input_value("#id_title") == "Ditulis sesudah server mati"
    expect(again.locator(".tiptap")).to_contain_text("Kalimat terakhir.")
    assert Article.objects.get().title == "Semula"
    again.click(".submit-row [name=_continue]")
    expect(again.locator(".messagelist")).to_contain_text("berhasil diubah")
    assert Article.objects.get().title == "Ditulis sesudah server mati"
    again.goto(url + address_of(article))
    expect(again.locator("#kept")).not_to_contain_text("belum disimpan")
    server.kill()


def test_page_on_which_nothing_was_typed_keeps_nothing(chromium, live_server):
    make_council()
    article = make_article(state="draft")
    page = window(chromium, live_server.url, "ani")
    page.goto(live_server.url + address_of(article))
    # What leaving a page does to what it is just asking.
    page.route("**/salinan/", lambda route: route.abort())

    keep_on_server(page)

    expect(page.locator(".kept-trouble")).to_have_text("Jaringan terputus.")
    assert not page.evaluate("Object.keys(localStorage).some((key) => key.startsWith('kept:'))")
    page.fill("#id_title", "Ditulis kemudian")
    keep_on_server(page)
    expect(page.locator(".kept-trouble")).to_contain_text("Isian Anda disimpan di peramban ini")
    assert page.evaluate("Object.keys(localStorage).some((key) => key.startsWith('kept:'))")


def test_text_outlives_an_ended_session(chromium, live_server):
    make_council()
    article = make_article("Semula", state="draft")
    page = window(chromium, live_server.url, "ani")
    page.goto(live_server.url + address_of(article))
    page.fill("#id_title", "Ditulis lama sekali")

    Session.objects.all().delete()
    keep_on_server(page)
    expect(page.locator(".kept-trouble")).to_contain_text("Sesi Anda sudah berakhir")
    other = page.context.new_page()
    log_in(other, live_server.url, "ani")
    keep_on_server(page)
    expect(page.locator(".kept-saved")).to_contain_text("Salinan kerja tersimpan")
    page.click(".submit-row [name=_continue]")

    expect(page.locator(".messagelist")).to_contain_text("berhasil diubah")
    assert (Article.objects.get().title, WorkingCopy.objects.filter(saved_at__isnull=False).count()) == (
        "Ditulis lama sekali",
        0,
    )


def test_log_out_clears_what_the_browser_kept(chromium, live_server):
    make_council()
    article = make_article(state="draft")
    page = window(chromium, live_server.url, "ani")
    page.goto(live_server.url + address_of(article))
    page.fill("#id_title", "Rahasia")
    page.evaluate("keepInBrowser()")
    assert page.evaluate("Object.keys(localStorage).some((key) => key.startsWith('kept:'))")

    page.on("dialog", lambda dialog: dialog.accept())
    page.click("#logout-form button")
    page.wait_for_url("**/logout/")

    assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('kept:'))") == []


def test_proposed_change_to_a_live_article_waits_for_an_editor_on_a_phone(chromium, live_server):
    make_council()
    article = make_article("Warga Menanam Pohon")
    writer = window(chromium, live_server.url, "ani", group="Penulis")
    writer.goto(live_server.url + address_of(article))
    writer.fill("#id_title", "Warga Menanam Seribu Pohon")
    writer.fill("#id__note", "Jumlahnya kurang")
    writer.click("[name=_propose]")
    expect(writer.locator(".messagelist")).to_contain_text("Usulan perubahan terkirim")
    public = writer.context.new_page()
    public.goto(live_server.url + article.get_absolute_url())
    expect(public.locator("h1")).to_have_text("Warga Menanam Pohon")

    editor = window(chromium, live_server.url, "budi", size=PHONE)
    editor.goto(live_server.url + address_of(article))
    editor.click("text=Tinjau usulan")
    expect(editor.locator("table.changes ins")).to_contain_text("Seribu")
    assert editor.evaluate("document.documentElement.scrollWidth <= innerWidth")
    editor.check("[name=significance][value=silent]")
    editor.click('[value="Terima usulan"]')
    expect(editor.locator(".messagelist")).to_contain_text("Usulan ani diterima.")

    public.goto(live_server.url + article.get_absolute_url())
    expect(public.locator("h1")).to_have_text("Warga Menanam Seribu Pohon")
    assert ProposedChange.objects.get().status == "accepted"
    assert (writer.complaints, editor.complaints) == ([], [])
