"""Looking ahead in a real browser: a person outside without an account, and a reviewer with a phone."""

import urllib.request

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse

from articles.models import PreviewLink
from tests.factories import make_article, make_council, make_photo, make_preview_link

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
PHONE = {"width": 360, "height": 740}
VERBS = ["Terbitkan sekarang", "Setujui", "Jadwalkan", "Kembalikan dengan catatan"]


@pytest.fixture
def newsroom(newsroom):
    make_council()
    return newsroom


@pytest.fixture
def outsider(chromium):
    """A phone of somebody without an account."""
    context = chromium.new_context(locale="id-ID", timezone_id="Asia/Jakarta", viewport=PHONE)
    yield context.new_page()
    context.close()


def listen(page):
    complaints = []
    page.on(
        "console", lambda said: complaints.append(said.text) if said.type in {"error", "warning"} else None
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    return complaints


def address_of(name, article):
    return reverse(f"admin:articles_article_{name}", args=[article.pk])


def pictures(page):
    """Whether each photo of the text came."""
    return page.evaluate(
        "[...document.querySelectorAll('figure img')].map((image) => image.naturalWidth > 0)"
    )


def in_view(page, selector):
    """Text of each element that stands whole within the window, as it is now."""
    return page.evaluate(
        """(selector) => [...document.querySelectorAll(selector)].filter((part) => {
            const box = part.getBoundingClientRect();
            const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
            return box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth
                && part.contains(top);
        }).map((part) => part.innerText)""",
        selector,
    )


def is_too_wide(page):
    return page.evaluate("document.documentElement.scrollWidth > innerWidth")


def test_outsider_opens_the_link_on_a_phone_agrees_and_the_editor_sees_it(newsroom, outsider):
    url, page, complaints = newsroom
    outside_complaints = listen(outsider)
    article = make_article(
        "Rahasia Gotong", state="in_review", photos=[make_photo()], body="<p>Isi rahasia.</p>" * 40
    )

    page.goto(url + address_of("preview_screen", article))
    page.fill("#id_person", "Ibu Rina")
    page.click("text=Buat tautan")
    page.wait_for_load_state()
    address = url + PreviewLink.objects.get().get_absolute_url()
    with urllib.request.urlopen(address) as answer:
        raw = answer.read().decode()
    outsider.goto(address)
    outsider.click("text=Buka naskah")
    outsider.locator("h1", has_text="Rahasia Gotong").wait_for()
    shown = (pictures(outsider), in_view(outsider, ".answer button, .answer summary"), is_too_wide(outsider))
    outsider.click("text=Setuju")
    outsider.locator("text=Tanggapan Anda (setuju) diterima").wait_for()
    page.reload()

    assert [word for word in ("ahasia", "<img", "og:", "twitter:", "Rina") if word in raw] == []
    assert shown == ([True], ["Setuju", "Tinggalkan catatan"], False)
    assert page.locator(".answer-given").inner_text().startswith("Setuju,")
    assert page.locator("text=Dibuka 1 kali").count() == 1
    assert outsider.context.cookies() == []
    assert (complaints, outside_complaints) == ([], [])


def test_note_of_an_outsider_is_sent_and_read(newsroom, outsider):
    url, page, complaints = newsroom
    link = make_preview_link(make_article("Rahasia Gotong", state="draft"))

    outsider.goto(url + link.get_absolute_url())
    outsider.click("text=Buka naskah")
    outsider.click(".answer__note summary")
    outsider.click("text=Kirim catatan")
    outsider.locator("text=Tulis catatannya, atau pilih Setuju.").wait_for()
    outsider.fill("textarea", "Jabatan saya\nsudah berganti.")
    outsider.click("text=Kirim catatan")
    outsider.locator("text=Tanggapan Anda (catatan) diterima").wait_for()
    page.goto(url + address_of("review", link.article))

    assert "“Jabatan saya sudah berganti.”" in page.locator(".review__answer").inner_text()
    assert (link.answers.count(), complaints) == (1, [])


def test_link_dies_when_the_article_is_published(newsroom, outsider):
    url, page, _ = newsroom
    article = make_article("Rahasia Gotong", state="in_review")
    link = make_preview_link(article)
    outsider.goto(url + link.get_absolute_url())
    outsider.click("text=Buka naskah")
    outsider.locator("h1", has_text="Rahasia Gotong").wait_for()

    page.goto(url + reverse("admin:articles_article_verb", args=[article.pk, "terbitkan"]))
    page.click("button.good, .submit-row button")
    page.wait_for_load_state()
    outsider.click("text=Setuju")
    outsider.locator("h1", has_text="Tautan ini sudah berakhir").wait_for()
    after = outsider.goto(url + link.get_absolute_url())

    article.refresh_from_db()
    assert (article.is_public, after.status, link.answers.count()) == (True, 410, 0)
    assert "Rahasia" not in outsider.content()


def test_reviewer_publishes_from_a_phone_without_scrolling(newsroom):
    url, page, complaints = newsroom
    article = make_article("Gotong Royong", state="in_review", photos=[make_photo()], body="<p>Isi.</p>" * 80)
    page.set_viewport_size(PHONE)

    page.goto(url + reverse("admin:index"))
    page.click("text=Gotong Royong")
    page.wait_for_url(url + address_of("review", article))
    at_top = in_view(page, ".review__verbs .button")
    shown = (pictures(page), is_too_wide(page), in_view(page, ".review h2"))
    page.evaluate("scrollTo(0, document.body.scrollHeight / 2)")
    half_way = in_view(page, ".review__verbs .button")
    page.click("text=Terbitkan sekarang")
    page.wait_for_load_state()
    page.click(".submit-row button")
    page.wait_for_load_state()

    article.refresh_from_db()
    assert at_top == half_way == VERBS
    assert shown == ([True], False, ["Gotong Royong"])
    assert (article.is_public, complaints) == (True, [])


@pytest.mark.parametrize(("width", "px"), [("ponsel", 390), ("ponsel-kecil", 360), ("meja", 1160)])
def test_frame_has_the_chosen_width_and_holds_the_page_with_its_photo(newsroom, width, px):
    url, page, complaints = newsroom
    article = make_article("Gotong Royong", state="draft", photos=[make_photo()])
    page.set_viewport_size({"width": 1280, "height": 900})

    page.goto(f"{url}{address_of('preview_screen', article)}?lebar={width}")
    frame = page.frame_locator("iframe")
    frame.locator("h1", has_text="Gotong Royong").wait_for()
    seen = frame.locator("body").evaluate("() => [innerWidth, document.images[1].naturalWidth > 0]")

    assert (seen, is_too_wide(page), complaints) == ([px, True], False, [])


def test_message_is_copied_and_stands_in_its_box_without_a_script(newsroom, chromium):
    url, page, _ = newsroom
    article = make_article("Gotong Royong", state="in_review")
    address = f"{url}{address_of('review', article)}#kabar"
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(address)
    page.click("#kabar button")
    page.locator("text=Tersalin").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    plain = chromium.new_context(java_script_enabled=False, storage_state=page.context.storage_state())
    bare = plain.new_page()

    bare.goto(address)
    bare.click("summary")
    box = bare.locator("#pesan")

    assert (box.is_visible(), box.input_value(), bare.locator("#kabar button").is_visible()) == (
        True,
        copied,
        False,
    )
    assert copied.startswith("Berita “Gotong Royong” menunggu tinjauan.")
    plain.close()


def faults(page):
    return [
        (fault["id"], node["html"])
        for fault in Axe().run(page, options=WCAG).response["violations"]
        for node in fault["nodes"]
    ]


@pytest.mark.parametrize("width_px", [360, 768, 1280])
def test_pages_have_no_fault_that_axe_finds(newsroom, outsider, width_px):
    url, page, _ = newsroom
    article = make_article("Gotong Royong", state="in_review", photos=[make_photo(alt="", caption="Taman")])
    link = make_preview_link(article)
    link.take_answer("catatan", "Jabatan saya sudah berganti.")
    for window in (page, outsider):
        window.set_viewport_size({"width": width_px, "height": 800})
    found = {}

    for name in ("review", "preview_screen"):
        page.goto(url + address_of(name, article))
        found[name] = (faults(page), is_too_wide(page))
    outsider.goto(url + link.get_absolute_url())
    found["waiting"] = (faults(outsider), is_too_wide(outsider))
    outsider.click("button[value=buka]")
    outsider.click(".answer__note summary")
    outsider.click("text=Kirim catatan")
    outsider.locator("text=Tulis catatannya").wait_for()
    found["text"] = (faults(outsider), is_too_wide(outsider))

    assert found == dict.fromkeys(found, ([], False))
