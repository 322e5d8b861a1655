"""What was typed, chosen or dropped on the paste screen is never lost, however slow or far the server is."""

import threading

import pytest
from django.urls import reverse

from articles.admin.pasting import uploads
from articles.models import Article, PastedRelease, StagedPhoto
from articles.pasting import copies
from tests.articles.releases import SOURCE
from tests.browser.tempel import photo

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
# Files dropped on the page, as [name, bytes as a list].
DROP = """(files) => {
  const dropped = new DataTransfer();
  files.forEach(([name, bytes]) => dropped.items.add(new File([new Uint8Array(bytes)], name)));
  document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: dropped, bubbles: true, cancelable: true }));
}"""
NO_TIMER = "window.setInterval = () => 0"


class Gate:
    """Holds back the first call of a function until it is opened; `entered` once somebody waits at it."""

    def __init__(self, held):
        self.held, self.calls = held, 0
        self.entered, self.opened, self.passed = threading.Event(), threading.Event(), threading.Event()

    def __call__(self, *told):
        self.calls += 1
        if self.calls > 1:
            return self.held(*told)
        self.entered.set()
        self.opened.wait(20)
        try:
            return self.held(*told)
        finally:
            self.passed.set()


def hold(monkeypatch, module, name):
    """The gate at which the first call of that function waits from now on."""
    gate = Gate(getattr(module, name))
    monkeypatch.setattr(module, name, gate)
    return gate


def drop(page, *files):
    page.evaluate(DROP, [[file["name"], list(file["buffer"])] for file in files])


def wait_until(is_so):
    for _ in range(100):
        if is_so():
            return True
        threading.Event().wait(0.1)
    return False


def kept(name):
    return PastedRelease.objects.get().answers.get(name)


def test_photos_chosen_and_words_typed_during_an_upload_stay(editor, monkeypatch):
    page = editor.page
    editor.paste()
    page.set_input_files("#id_photos", files=[photo("satu.jpg")])
    page.wait_for_selector(".staged img")
    first = page.locator(".staged input[type=text] >> nth=0")
    gate = hold(monkeypatch, uploads, "stage_all")

    page.set_input_files("#id_photos", files=[photo("dua.jpg")])
    assert gate.entered.wait(20)
    first.fill("Kebun di atas pasar")
    page.set_input_files("#id_photos", files=[photo("tiga.jpg"), photo("empat.jpg")])
    drop(page, photo("lima.jpg"))
    gate.opened.set()
    page.wait_for_selector('#drop .help:has-text("Foto tersimpan.")')

    assert (page.locator(".staged").count(), StagedPhoto.objects.count()) == (5, 5)
    assert first.input_value() == "Kebun di atas pasar"
    assert editor.complaints == []


def test_refused_photo_is_told_and_holds_up_no_other(editor):
    page = editor.page
    editor.paste()

    bad = {"name": "surat.jpg", "mimeType": "image/jpeg", "buffer": b"bukan foto"}
    page.set_input_files("#id_photos", files=[bad, photo()])
    page.wait_for_selector(".staged img")
    page.wait_for_selector("#drop .help:has-text('Yang lain tersimpan.')")

    assert page.inner_text(".photo-problem").startswith("surat.jpg: ")
    assert StagedPhoto.objects.count() == 1


def test_photos_that_did_not_get_through_are_sent_again(editor):
    page = editor.page
    editor.paste()
    page.route("**/foto/", lambda route: route.abort())
    page.set_input_files("#id_photos", files=[photo("satu.jpg"), photo("dua.jpg")])
    page.wait_for_selector("#drop .help:has-text('Foto dikirim lagi begitu bisa.')")
    is_told = page.is_visible("#lost")

    page.unroute("**/foto/")
    page.wait_for_selector(".staged >> nth=1")

    assert (is_told, page.is_visible("#lost"), StagedPhoto.objects.count()) == (True, False, 2)


def test_states_are_sent_one_after_the_other_also_for_photos(editor, monkeypatch):
    page = editor.page
    editor.paste()
    gate = hold(monkeypatch, copies, "keep")

    page.fill("#id_byline", "Lama")
    assert gate.entered.wait(20)
    page.fill("#id_byline", "Baru")
    page.set_input_files("#id_photos", files=[photo()])
    page.wait_for_timeout(500)
    calls = gate.calls
    gate.opened.set()
    page.wait_for_selector(".staged img")

    assert calls == 1
    assert wait_until(lambda: kept("byline") == ["Baru"])


def test_words_typed_before_the_script_has_come_are_kept(editor):
    page, late = editor.page, []
    editor.paste()
    page.route("**/tempel*.js", lambda route: late.append(route))
    page.goto(page.url, wait_until="commit")
    page.wait_for_selector("#id_byline")

    page.fill("#id_byline", "Melati")
    late[0].continue_()
    page.unroute("**/tempel*.js")

    assert wait_until(lambda: kept("byline") == ["Melati"])


def test_words_typed_while_a_state_is_under_way_outlive_leaving(editor, monkeypatch):
    page = editor.page
    editor.paste()
    gate = hold(monkeypatch, copies, "keep")

    page.fill("#id_byline", "Melati")
    assert gate.entered.wait(20)
    page.fill("#id_place", "Pendopo")
    page.goto(editor.url + reverse("admin:index"))
    arrived = wait_until(lambda: kept("place") == ["Pendopo"])
    # The older state was held up on its way, and comes last.
    gate.opened.set()
    assert gate.passed.wait(20)

    assert (arrived, kept("place"), kept("byline")) == (True, ["Pendopo"], ["Melati"])


def test_words_typed_right_before_closing_arrive(editor):
    page = editor.page
    page.add_init_script(NO_TIMER)
    editor.paste()

    page.fill("#id_place", "Pendopo")
    page.close(run_before_unload=True)

    assert wait_until(lambda: kept("place") == ["Pendopo"])


@pytest.mark.parametrize("is_photo", [True, False])
def test_leaving_with_what_cannot_be_sent_on_the_way_out_is_asked_about(editor, is_photo):
    page = editor.page
    page.add_init_script(NO_TIMER)
    editor.paste()
    page.route("**/foto/", lambda route: None)
    page.route("**/keadaan/", lambda route: route.abort() if is_photo else route.continue_())
    asked = []
    page.on("dialog", lambda dialog: asked.append(dialog.type) or dialog.dismiss())

    if is_photo:
        page.set_input_files("#id_photos", files=[photo()])
    else:
        page.click("#id_body")
        page.fill("#id_body", "Kata demi kata. " * 5000)
    page.close(run_before_unload=True)

    assert wait_until(lambda: page.wait_for_timeout(50) or asked == ["beforeunload"])


def test_state_sent_again_with_a_new_token_may_still_outlive_the_page(editor):
    page = editor.page
    page.add_init_script(
        """window.flags = [];
        const known = window.fetch;
        window.fetch = (url, options) => {
          if (String(url).endsWith("/keadaan/")) { flags.push(options.keepalive); }
          return known(url, options);
        };"""
    )
    editor.paste()
    page.evaluate("document.querySelector('#reading [name=csrfmiddlewaretoken]').value = 'x'.repeat(64)")

    page.fill("#id_place", "Pendopo")

    assert wait_until(lambda: page.wait_for_timeout(50) or kept("place") == ["Pendopo"])
    assert page.evaluate("flags") == [True, True]


@pytest.mark.parametrize("is_saved", [True, False])
def test_page_left_open_says_that_its_copy_has_ended(editor, is_saved):
    page = editor.page
    editor.paste()
    other = page.context.new_page()
    other.goto(page.url)
    if is_saved:
        other.click('button[name="_save"]')
        other.wait_for_url("**/change/")
    else:
        other.on("dialog", lambda dialog: dialog.accept())
        other.click('button[name="_discard"]')
        other.wait_for_selector("#paste-box")

    page.fill("#id_place", "Pendopo")
    page.wait_for_selector("#ended", state="visible")
    page.click('button[name="_save"]')
    page.wait_for_selector("#ended:focus")

    url = other.url if is_saved else editor.url + reverse("admin:articles_article_paste")
    words = "Naskah itu sudah disimpan; ini drafnya." if is_saved else "Salinan kerja itu sudah dibuang."
    assert page.inner_text("#ended-told") == words
    assert page.evaluate("document.getElementById('ended-link').href") == url
    assert (page.is_visible("#lost"), page.input_value("#id_place")) == (False, "Pendopo")
    assert page.inner_text("#kept-at") == "Tidak tersimpan"


def kept_now(page):
    """What was typed has arrived, and the page knows what the server has."""
    page.evaluate("(async () => { while (isTouched()) { await keep(); } })()")


def test_two_tabs_keep_what_was_typed_in_each(editor):
    page = editor.page
    editor.paste()
    other = page.context.new_page()
    other.goto(page.url)

    page.fill("#id_byline", "Melati")
    kept_now(page)
    other.fill("#id_place", "Pendopo")
    kept_now(other)
    page.fill("#id_byline", "Melati/red")
    editor.answer("visit", "new")
    kept_now(page)

    fields = ("#id_byline", "#id_place")
    assert [kept(name) for name in ("byline", "place", "visit")] == [["Melati/red"], ["Pendopo"], ["new"]]
    assert [page.input_value(name) for name in fields] == ["Melati/red", "Pendopo"]
    assert other.input_value("#id_byline") == "Melati"
    assert "mengikuti tab itu: Kode penulis." in other.inner_text("#elsewhere")
    assert "mengikuti tab itu: Tempat." in page.inner_text("#elsewhere")
    assert (page.locator(".overtaken").count(), editor.complaints) == (0, [])


def test_field_typed_in_two_tabs_is_told_and_decided(editor):
    page = editor.page
    editor.paste()
    other = page.context.new_page()
    other.goto(page.url)

    page.fill("#id_place", "Pendopo")
    kept_now(page)
    other.fill("#id_place", "Balai")
    other.click('button[name="_save"]')
    other.wait_for_selector("#overtaken:focus")
    words = other.inner_text(".overtaken-words")
    other.click('button[name="_take"]')
    other.wait_for_selector(".overtaken", state="detached")
    is_taken = other.input_value("#id_place")
    other.click('button[name="_save"]')
    other.wait_for_url("**/change/")

    assert (words, is_taken, Article.objects.get().place) == ("Pendopo", "Pendopo", "Pendopo")


OTHERS = "kept:99:#tempel"


def own_key():
    return f"kept:{PastedRelease.objects.get().editor_id}:#tempel"


def test_opening_a_copy_drops_no_pasted_text_but_the_one_that_arrived(editor):
    page = editor.page
    page.wait_for_load_state()
    page.evaluate("key => localStorage.setItem(key, 'Naskah rekan')", OTHERS)
    editor.paste()
    copy = page.url.split("?")[0]
    own = own_key()
    after_pasting = page.evaluate("keys => keys.map((key) => localStorage[key] ?? null)", [own, OTHERS])

    page.goto(editor.url + reverse("admin:articles_article_paste"))
    page.fill("#id_source_text", "Naskah yang belum terkirim.")
    page.goto(copy)
    page.goto(f"{copy}?baru=1")

    assert after_pasting == [None, "Naskah rekan"]
    assert page.evaluate("key => localStorage[key]", own) == "Naskah yang belum terkirim."


def test_text_typed_in_another_tab_is_not_the_one_that_arrived(editor):
    page = editor.page
    page.wait_for_load_state()
    page.fill("#id_source_text", SOURCE)
    other = page.context.new_page()
    other.goto(editor.url + reverse("admin:articles_article_paste"))
    page.evaluate(
        "document.getElementById('paste-box').addEventListener('submit', (event) => event.preventDefault())"
    )
    page.click("text=Baca naskah")
    other.fill("#id_source_text", "Naskah di tab lain.")

    page.evaluate("document.getElementById('paste-box').submit()")
    page.wait_for_selector("#reading")

    assert page.evaluate("key => localStorage[key]", own_key()) == "Naskah di tab lain."


def test_dropped_file_joins_those_that_were_chosen(editor):
    page = editor.page
    page.wait_for_load_state()
    page.set_input_files("#id_files", files=[photo("satu.jpg")])

    drop(page, photo("dua.jpg"), photo("tiga.jpg"))

    names = page.evaluate("[...document.getElementById('id_files').files].map((file) => file.name)")
    assert names == ["satu.jpg", "dua.jpg", "tiga.jpg"]
    assert page.inner_text(".file-chosen") == "satu.jpg, dua.jpg, tiga.jpg"
