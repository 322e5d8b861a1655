"""The whole life of an article with two people: one writes at a desk, the other answers for it on a phone."""

from urllib.parse import unquote

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from articles.models import Article
from tests.browser.newsroom import DESK, PHONE, window
from tests.factories import make_council

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

FIRST = "Puluhan warga merawat taman kota pada Sabtu pagi. Mereka menanam bibit di sepanjang jalan."
SECOND = "Kegiatan itu diikuti pengurus kelurahan dan dinas."
TITLE = "Warga Merawat Taman"


def told(page, words):
    expect(page.locator(".messagelist")).to_contain_text(words)


def press(page, label, **typed):
    """The button, what its confirmation asks, and the confirmation."""
    page.locator(".review__verbs a, button[value]").filter(has_text=label).first.click()
    for field, words in typed.items():
        page.fill(f"#id_{field}", words)
    page.locator(".confirmation button").first.click()


def type_text(page, words):
    box = page.locator(".prose-editor > .ProseMirror")
    box.click()
    page.keyboard.press("Control+End")
    page.keyboard.type(words)


def test_whole_life_of_an_article(chromium, live_server):
    url = live_server.url
    make_council()
    writer = window(chromium, url, "ani", group="Penulis", size=DESK)
    editor = window(chromium, url, "budi", size=PHONE)
    public = chromium.new_context(viewport=PHONE).new_page()

    writer.click("text=Tulis berita")
    expect(writer.locator("#content > h1")).to_have_text("Tulis berita")
    writer.fill("#id_title", TITLE)
    type_text(writer, FIRST)
    writer.click(".submit-row [name=_continue]")
    told(writer, "berhasil ditambahkan")
    form = writer.url.partition("?")[0]
    press(writer, "Kirim untuk ditinjau")
    told(writer, "dikirim untuk ditinjau")
    message = writer.get_by_role("link", name="Kirim lewat WhatsApp").get_attribute("href")
    review = reverse("admin:articles_article_review", args=[Article.objects.get().pk])
    assert unquote(message).startswith("https://wa.me/?text=")
    assert unquote(message).endswith(review)

    editor.goto(url + reverse("admin:index"))
    editor.click(f".card a:has-text('{TITLE}')")
    press(editor, "Kembalikan dengan catatan", note="Sebutkan siapa yang ikut.")
    told(editor, "kembali menjadi draf")

    writer.goto(url + reverse("admin:index"))
    writer.click(f".card a:has-text('{TITLE}')")
    expect(writer.locator("#content")).to_contain_text("Sebutkan siapa yang ikut.")
    type_text(writer, f" {SECOND}")
    press(writer, "Kirim untuk ditinjau")
    told(writer, "dikirim untuk ditinjau")

    editor.goto(url + reverse("admin:index"))
    editor.click(f".card a:has-text('{TITLE}')")
    press(editor, "Setujui")
    told(editor, "disetujui")
    press(editor, "Jadwalkan", at="2099-01-05T14:00")
    told(editor, "dijadwalkan terbit")
    article = Article.objects.get()
    address = url + article.get_absolute_url()
    assert public.goto(address).status == 404
    press(editor, "Terbitkan sekarang")
    told(editor, "sudah terbit")
    address = url + Article.objects.get().get_absolute_url()
    assert public.goto(address).status == 200

    writer.goto(form)
    type_text(writer, " Panitia berterima kasih.")
    writer.click("text=Kirim usulan perubahan")
    told(writer, "Usulan perubahan terkirim")
    editor.goto(url + reverse("admin:index"))
    editor.click(f".card a:has-text('{TITLE}')")
    editor.locator("input[name=significance][value=silent]").check()
    editor.click("[value='Terima usulan']")
    told(editor, "diterima")
    editor.goto(form)
    public.reload()
    expect(public.locator(".prose")).to_contain_text("Panitia berterima kasih.")

    type_text(editor, " Bibitnya 40 batang.")
    editor.locator("input[name=significance][value=significant]").check()
    editor.select_option("#id_correction_kind", "fact")
    editor.fill("#id_correction_note", "Jumlah bibit belum disebut; yang benar 40 batang.")
    editor.click(".submit-row [name=_continue]")
    told(editor, "Koreksi sudah tampil")
    public.reload()
    public.goto(f"{address}versi/")
    expect(public.locator("ins", has_text="40 batang")).to_have_count(1)

    editor.goto(url + review)
    press(editor, "Tarik", reason="Salah sumber.")
    told(editor, "ditarik")
    assert public.goto(address).status == 410
    editor.goto(url + review)
    press(editor, "Terbitkan kembali", reason="Sumbernya benar.")
    told(editor, "tampil lagi")
    assert public.goto(address).status == 200

    chief = window(chromium, url, "citra", group="Administrator", size=PHONE)
    chief.goto(url + reverse("admin:articles_article_take_down", args=[article.pk]))
    chief.fill("#id_words", "Bibitnya 40 batang.")
    chief.fill("#id_reason", "Data pribadi.")
    chief.click("button:has-text('Periksa di mana saja')")
    chief.click("button:has-text('Hapus untuk selamanya')")
    public.goto(address)
    expect(public.locator(".prose")).not_to_contain_text("40 batang")
    public.goto(f"{address}versi/")
    expect(public.locator("main")).not_to_contain_text("Bibitnya")
    assert [person.complaints for person in (writer, editor, chief)] == [[], [], []]
