"""What readers are told of a change, from the editor's form to the public page, in a real browser."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from articles.models import Article, Correction
from tests.factories import make_article, make_council, make_photo

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


def test_saving_without_a_change_asks_nothing(newsroom):
    url, page, complaints = newsroom
    body = (
        '<h2>Kepala</h2><p>Satu <strong>dua</strong><br>tiga <a href="https://a.id/">tautan</a>.</p><ul><li>Butir</li>'
        "</ul><blockquote><p>Kutipan.</p></blockquote><table><tbody><tr><td>Sel</td></tr></tbody></table>"
    )
    article = make_article(body=body, topics=[], lead="Baris satu\nbaris dua")

    page.goto(url + reverse("admin:articles_article_change", args=[article.pk]))
    page.wait_for_selector(".ProseMirror[contenteditable]")
    page.click("input[name=_save]")
    page.wait_for_url(url + reverse("admin:articles_article_changelist"))

    assert (Correction.objects.count(), Article.objects.get().edited_at, complaints) == (0, None, [])


def test_correction_is_asked_for_on_a_phone_and_seen_by_the_public(newsroom):
    url, page, complaints = newsroom
    make_council()
    article = make_article("Sepuluh warga menanam pohon", body="<p>Sepuluh warga datang.</p>")
    page.set_viewport_size({"width": 360, "height": 800})
    note = page.locator("#id_correction_note")

    page.goto(url + reverse("admin:articles_article_change", args=[article.pk]))
    page.fill("#id_title", "Dua belas warga menanam pohon")
    page.click("input[name=_save]")
    asked = page.locator(".field-significance .errorlist").inner_text()
    # All at one moment: the page moves while its editor starts. At its end the button stands where it belongs.
    gap = page.evaluate(
        "scrollTo(0, document.documentElement.scrollHeight),"
        " document.querySelector('.submit-row .default').getBoundingClientRect().top"
        " - document.querySelector('.significance').getBoundingClientRect().bottom"
    )
    page.check("[name=significance][value=silent]")
    is_hidden = note.is_hidden()
    page.check("[name=significance][value=significant]")
    page.select_option("#id_correction_kind", "fact")
    note.fill("Jumlah warga yang benar dua belas.")
    page.click("input[name=_save]")
    page.wait_for_url(url + reverse("admin:articles_article_changelist"))
    page.goto(url + article.get_absolute_url())
    page.click("text=Baca koreksinya")
    expect(page.locator(".corrections")).to_contain_text("Jumlah warga yang benar dua belas.")
    page.click("text=Semua koreksi di situs ini")
    expect(page.locator("main")).to_contain_text("Jumlah warga yang benar dua belas.")
    assert "Jumlah warga yang benar dua belas." in page.request.get(url + "/koreksi/atom.xml").text()
    page.go_back()
    page.click("text=Lihat apa yang berubah")

    changed = page.locator(".change p").text_content()
    assert ("Katakan arti perubahan ini" in asked, is_hidden, 0 <= gap < 60) == (True, True, True)
    assert changed.split() == [
        "[dihapus:",
        "Sepuluh]",
        "[ditambahkan:",
        "Dua",
        "belas]",
        "warga",
        "menanam",
        "pohon",
    ]
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert complaints == []


def test_takedown_is_gone_everywhere_the_public_looks(newsroom):
    url, page, complaints = newsroom
    make_council()
    photo = make_photo(alt="Wajah anak")
    article = make_article(
        "Lomba pelajar", body="<p>Pemenangnya <strong>Budi</strong> Siswa.</p>", photos=[photo]
    )
    public, picture = url + article.get_absolute_url(), url + photo.shown.url
    form = url + reverse("admin:articles_article_take_down", args=[article.pk])
    places = [
        "/",
        "/rss.xml",
        "/atom.xml",
        "/cari/?q=pemenang",
        article.get_versions_url(),
        reverse("admin:articles_article_history", args=[article.pk]),
        *(
            reverse("admin:articles_article_history", args=[article.pk]) + f"?ke={state}"
            for state in article.history.values_list("pk", flat=True)
        ),
    ]
    page.goto(public)
    before = page.content()

    for fill in (
        lambda: page.fill("#id_words", "Budi Siswa"),
        lambda: page.select_option("#id_photo", str(photo.pk)),
    ):
        page.goto(form)
        fill()
        page.fill("#id_reason", "Melindungi anak.")
        page.click("text=Periksa di mana saja")
        page.click("text=Hapus untuk selamanya")
        page.wait_for_url(url + reverse("admin:articles_article_change", args=[article.pk]))
    page.goto(public)
    after = page.content()

    assert [("Budi" in one, "Wajah anak" in one) for one in (before, after)] == [(True, True), (False, False)]
    told = page.locator(".takedowns p").all_inner_texts()
    assert [text.partition(" dihapus pada ")[0] for text in told] == ["Satu foto", "Satu bagian"]
    assert [text.rpartition(": ")[2] for text in told] == ["Melindungi anak."] * 2
    assert page.request.get(picture).status == 404
    assert {
        path: [word for word in ("Budi", "Wajah anak") if word in page.request.get(url + path).text()]
        for path in places
    } == {path: [] for path in places}
    assert complaints == []
