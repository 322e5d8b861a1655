"""From a first sentence to the public page in a real browser: two people, a phone, a schedule, no scripts."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from articles.models import Article
from tests.browser.newsroom import PHONE, log_in, window
from tests.factories import jpeg, make_article, make_council, make_official, make_position, make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

LISTS = ("/", "/berita/", "/rss.xml", "/atom.xml", "/berita/rss.xml", "/sitemap-berita.xml")


def lists_with(page, url, article):
    """Those public lists that lead to the article, as somebody without an account gets them."""
    path = article.get_absolute_url()
    return [shown for shown in LISTS if path in page.request.get(url + shown).text()]


def test_one_writes_and_another_publishes_from_a_phone(chromium, live_server):
    url = live_server.url
    make_council()
    writer = window(chromium, url, "ani", group="Penulis")
    writer.goto(url + reverse("admin:articles_article_add"))
    writer.fill("#id_title", "Warga Merawat Taman")
    writer.locator(".prose-editor > .ProseMirror").click()
    writer.keyboard.type("Puluhan warga merawat taman kota pada Sabtu pagi.")
    writer.click(".submit-row [name=_continue]")
    expect(writer.locator(".messagelist")).to_contain_text("berhasil ditambahkan")
    writer.click("button[value=kirim]")
    writer.click("button:has-text('Kirim untuk ditinjau')")
    expect(writer.locator(".messagelist")).to_contain_text("dikirim untuk ditinjau")

    editor = window(chromium, url, "budi", size=PHONE)
    editor.click(".card a:has-text('Warga Merawat Taman')")
    expect(editor.locator(".review__text")).to_contain_text("Puluhan warga merawat taman kota")
    editor.click("text=Terbitkan sekarang")
    editor.click(".submit-row button")
    expect(editor.locator(".messagelist")).to_contain_text("sudah terbit")

    article = Article.objects.get()
    public = chromium.new_context(viewport=PHONE).new_page()
    public.goto(url + "/")
    public.click("text=Warga Merawat Taman")
    expect(public.locator("h1")).to_have_text("Warga Merawat Taman")
    assert public.url == url + article.get_absolute_url()
    assert (article.written_by.username, article.published_by.username) == ("ani", "budi")
    assert editor.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert (writer.complaints, editor.complaints) == ([], [])


def test_scheduled_article_appears_at_its_second_on_every_address(chromium, live_server):
    url = live_server.url
    make_council()
    article = make_article("Warga Merawat Taman", state="in_review")
    editor = window(chromium, url, "budi")
    editor.goto(url + reverse("admin:articles_article_verb", args=[article.pk, "jadwalkan"]))
    editor.fill("#id_at", "2099-01-05T14:00")
    editor.click("button:has-text('Jadwalkan')")
    expect(editor.locator(".state")).to_contain_text("Terjadwal")
    article.refresh_from_db()
    # The form knows whole minutes; nobody waits for one. Long enough to look everywhere before, on a busy machine.
    article.published_at = timezone.now() + timedelta(seconds=15)
    article.save()
    public = chromium.new_context().new_page()
    address = url + article.get_absolute_url()

    before = (public.goto(address).status, lists_with(public, url, article))
    due_ms = article.published_at.timestamp() * 1000
    public.evaluate("at => new Promise((done) => setTimeout(done, at - Date.now()))", due_ms)
    after = (public.goto(address).status, lists_with(public, url, article))

    assert before == (404, [])
    assert after == (200, list(LISTS))


def test_core_path_needs_no_script(chromium, live_server):
    """Log in, paste into the form, link an official and a photo by the plain search, submit, publish."""
    url = live_server.url
    council = make_council()
    official = make_official("Larasati Wiguna")
    make_position(official, institution=council.institution)
    make_user(is_superuser=True, is_staff=True, username="dina")
    page = chromium.new_context(java_script_enabled=False, viewport=PHONE).new_page()
    log_in(page, url, "dina")

    page.goto(url + reverse("admin:articles_photo_add"))
    page.set_input_files("#id_file", {"name": "taman.jpg", "mimeType": "image/jpeg", "buffer": jpeg()})
    page.fill("#id_alt", "Larasati Wiguna menanam bibit")
    page.click("[name=_save]")
    page.goto(url + reverse("admin:articles_article_add"))
    page.fill("#id_title", "Warga Merawat Taman")
    page.fill("#id_body", "Puluhan warga merawat taman.\n\nMereka menanam bibit.")
    page.click(".submit-row [name=_continue]")
    form = page.url
    page.fill("#id_cari", "Larasati")
    page.click(".plain-search button")
    page.select_option("#id_article_officials-0-official", str(official.pk))
    page.select_option("#id_article_photos-0-photo", index=1)
    page.click(".submit-row [name=_continue]")
    expect(page.locator(".messagelist")).to_contain_text("berhasil diubah")
    assert page.url == form
    page.click("button[value=kirim]")
    page.click(".confirmation button")
    page.click("button[value=terbitkan]")
    page.fill("#id_reason", "Diketik dari kantor cabang, tanpa rekan.")
    page.click(".confirmation button")
    expect(page.locator(".messagelist")).to_contain_text("sudah terbit")
    page.goto(url + Article.objects.get().get_absolute_url())

    expect(page.locator(".prose p")).to_have_text(["Puluhan warga merawat taman.", "Mereka menanam bibit."])
    expect(page.locator("figure img")).to_have_attribute("alt", "Larasati Wiguna menanam bibit")
    expect(page.locator("aside")).to_contain_text("Larasati Wiguna")
