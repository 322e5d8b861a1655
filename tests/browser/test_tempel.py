"""The whole job in a real browser: from a pasted release to a saved draft, on a desk and on a phone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.sessions.models import Session
from django.urls import reverse

from articles.models import Article, PastedRelease
from tests.articles.releases import FORTY_NAMES, SOURCE, make_world
from tests.browser.tempel import Editor, photo
from tests.factories import PASSWORD, make_article

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
MOST_CLICKS = 12
MOST_CLICKS_FOR_FORTY = 15
STANDARD = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
NEWER = SOURCE.replace("pedagang kaki lima.", "pedagang kaki lima di enam pasar.")
# Whether what has the focus shows it, and is not hidden by what lies over it.
SHOWS_FOCUS = """() => {
  const focused = document.activeElement;
  // For a file input that nobody sees stands the button after it.
  const one = focused.classList.contains("file-own") ? focused.nextElementSibling : focused;
  const box = one.getBoundingClientRect(), look = getComputedStyle(one);
  const above = document.elementFromPoint(
    Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1),
    Math.min(Math.max(box.top + Math.min(box.height / 2, 20), 0), innerHeight - 1));
  const isFree = one.contains(above) || above?.contains(one) || above?.closest("label")?.contains(one);
  return one !== document.body && look.outlineStyle !== "none" && parseFloat(look.outlineWidth) > 0 && isFree;
}"""


def check_saved():
    article = Article.objects.get()
    assert sorted(article.officials.values_list("name", flat=True)) == [
        "Bagus Santoso",
        "Larasati Dewi Wiguna",
        "Rangga Pradipta Jati",
    ]
    assert article.visit.title == "Kunjungan kerja Pemerintah Kota Tirtasari"
    assert "perundingan panjang" in article.body
    assert PastedRelease.objects.count() == 0


@pytest.mark.parametrize("width", [1280, 360])
def test_release_becomes_a_draft_in_a_few_clicks(live_server, page, width):
    make_world()
    page.set_viewport_size({"width": width, "height": 800})
    editor = Editor(page, live_server.url)
    editor.log_in()

    editor.paste()
    wide = page.evaluate("document.documentElement.scrollWidth")
    editor.click('button[name="_new"]')
    editor.decide()
    still_open = page.inner_text("#open-count")
    editor.save()

    assert (wide, still_open, editor.complaints) == (width, "0", [])
    assert editor.clicks <= MOST_CLICKS
    check_saved()


def test_form_is_whole_without_a_script(live_server, chromium):
    make_world()
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    editor = Editor(context.new_page(), live_server.url)
    editor.log_in()

    editor.paste()
    shown = editor.page.is_visible(".source-text") and editor.page.is_visible("#usul-visit")
    editor.click('button[name="_new"]')
    editor.decide()
    editor.save()
    context.close()

    assert (shown, editor.clicks <= MOST_CLICKS) == (True, True)
    check_saved()


def test_screen_is_kept_and_photos_are_staged_while_the_editor_works(editor, page):
    editor.paste()

    page.fill("#id_byline", "Melati/red")
    page.set_input_files("#id_photos", files=[photo()])
    page.wait_for_selector(".staged img")
    page.reload()

    assert page.input_value("#id_byline") == "Melati/red"
    assert (page.locator(".staged").count(), editor.complaints) == (1, [])


def test_enter_in_a_line_keeps_the_page_and_its_place(editor, page):
    editor.paste()
    page.evaluate("window.isSamePage = true")
    page.fill("#id_place", "Pendopo")

    with page.expect_response("**/keadaan/"):
        page.press("#id_place", "Enter")
    page.check("#usul-official-2 input[type=radio] >> nth=0")
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)

    stayed = page.evaluate("[window.isSamePage, document.activeElement.name, scrollY > 0]")
    assert (stayed, PastedRelease.objects.get().answers["place"]) == ([True, "official-2", True], ["Pendopo"])


def test_keyboard_leaps_from_the_heading_to_what_matters(editor, page):
    editor.paste()

    places = [page.evaluate("document.activeElement.id")]
    seen = []
    for way in ("Ke usulan yang perlu keputusan", "Ke Simpan draf"):
        page.focus("#reading-heading")
        while page.evaluate("document.activeElement.textContent") != way:
            page.keyboard.press("Tab")
            seen.append(page.locator(":focus").bounding_box()["height"] >= 24)
        page.keyboard.press("Enter")
        places.append(page.evaluate("document.activeElement.id"))

    assert (places, seen) == (["reading-heading", "doubtful-heading", "simpan"], [True] * 4)


def test_paste_is_parted_at_the_chosen_line(editor, page):
    page.check("#id_is_one")
    editor.paste(f"{SOURCE}\n{SOURCE.replace('Kebun Atap', 'Taman Baca')}")
    page.on("dialog", lambda asked: asked.accept())

    page.fill("#id_place", "Pendopo")
    page.click(".parting summary")
    page.click('.parting li:has-text("Taman Baca Mekarsari Jadi") button')
    page.wait_for_selector(".messagelist .success")
    first = page.inner_text("#reading-heading"), page.input_value("#id_place")
    page.click(".messagelist .success a")

    assert first == ("Tempel rilis: Kebun Atap Mekarsari Jadi Tempat Belajar", "Gedung DPRD Kota Mekarsari")
    assert page.inner_text("#reading-heading") == "Tempel rilis: Taman Baca Mekarsari Jadi Tempat Belajar"
    assert editor.complaints == []


def test_house_credit_is_taken_with_one_click(editor, page):
    editor.paste()
    page.set_input_files("#id_photos", files=[photo()])
    page.wait_for_selector(".staged img")
    field, offer = page.get_by_label("Kredit foto"), page.locator("[data-credit]")

    before = field.input_value(), offer.is_visible()
    offer.click()

    assert before == ("", True)
    assert (field.input_value(), offer.is_visible()) == ("Humas DPRD Kota Mekarsari", False)
    alt, area = (
        page.get_by_label(name).bounding_box()["width"] for name in ("Teks alternatif", "Keterangan foto")
    )
    assert (
        alt == area,
        page.get_by_label("Teks alternatif").get_attribute("aria-describedby") is not None,
    ) == (
        True,
        True,
    )


def test_stored_photo_brings_the_hour_of_keeping_up_to_date(editor, page):
    # Without the timer that keeps the state, and then tells the hour as well.
    page.add_init_script("window.setInterval = () => 0")
    editor.paste()
    page.evaluate("document.getElementById('kept-at').textContent = 'lama'")

    page.set_input_files("#id_photos", files=[photo()])
    page.wait_for_selector('#drop .help:has-text("Foto tersimpan.")')

    assert page.inner_text("#kept-at").startswith("Tersimpan pukul ")


def test_mark_in_the_source_leads_to_its_offer_on_a_phone(live_server, page):
    make_world()
    page.set_viewport_size({"width": 360, "height": 800})
    editor = Editor(page, live_server.url)
    editor.log_in()
    editor.paste()

    page.click('button[data-tab="source"]')
    hidden = page.is_visible("#usul-official-0")
    page.click("text=Rangga Pradipta Jati")

    focused = page.evaluate("document.activeElement.id")
    assert (hidden, focused) == (False, "usul-official-0")


def test_plenary_with_forty_names_in_fifteen_clicks(editor, page):
    editor.paste(FORTY_NAMES)
    unknown = page.locator(".offer[data-unknown]").count()
    editor.click('button[name="_new"]')
    editor.click('.choice:has(input[name="title"]) >> nth=0')
    editor.save()

    article = Article.objects.get()
    assert (unknown, article.officials.count(), editor.complaints) == (40, 40, [])
    assert editor.clicks <= MOST_CLICKS_FOR_FORTY


@pytest.mark.parametrize("width", [1280, 360])
def test_whole_job_by_keyboard_alone(live_server, page, width):
    make_world()
    page.set_viewport_size({"width": width, "height": 800})
    editor = Editor(page, live_server.url)
    editor.log_in()
    hands = Keyboard(page)

    page.wait_for_selector("#id_source_text:focus")
    page.keyboard.insert_text(SOURCE)
    hands.press('button:has-text("Baca naskah")', "Enter")
    page.wait_for_selector("#reading")
    hands.press('a[href="#isian"]', "Enter")
    hands.press('button[name="_new"]', "Space")
    hands.press('input[name="official-2"]', "Space")
    hands.press('input[name="visit"]', "Space")
    hands.press('input[name="topic-0"]', "Space", "ArrowDown")
    hands.press('.offer:has(input[name="official-1"]) summary', "Enter")
    hands.press('input[name="official-1"]', "ArrowDown", "ArrowUp")
    hands.press('input[name="spelling-0"]', "Space")
    hands.press('button[name="_save"]', "Enter")
    page.wait_for_url("**/change/")

    assert (hands.unseen, editor.complaints) == ([], [])
    check_saved()


class Keyboard:
    """Somebody without a mouse. `unseen` are the elements that had the focus and did not show it."""

    def __init__(self, page):
        self.page, self.unseen = page, []

    def press(self, what, *keys):
        for _ in range(150):
            self.page.keyboard.press("Tab")
            self.look()
            if self.page.locator(what).and_(self.page.locator(":focus")).count():
                break
        else:
            raise AssertionError(f"Tab never reaches {what}")
        for key in keys:
            self.page.keyboard.press(key)
            if key != "Enter":
                self.look()

    def look(self):
        if not self.page.evaluate(SHOWS_FOCUS):
            self.unseen.append(self.page.evaluate("document.activeElement.outerHTML.slice(0, 120)"))


def test_nothing_is_lost_when_the_log_in_expires(editor, page):
    editor.paste()
    Session.objects.all().delete()

    page.fill("#id_byline", "Melati/red")
    page.set_input_files("#id_photos", files=[photo()])
    page.click('button[name="_save"]')
    page.wait_for_selector("#lost", state="visible")
    told, still = page.inner_text("#lost"), page.input_value("#id_byline")
    hour = page.inner_text("#kept-at")
    with page.context.expect_page() as opened:
        page.click("#lost a")
    other = opened.value
    other.fill("#id_username", "dina")
    other.fill("#id_password", PASSWORD)
    other.click("input[type=submit]")
    other.wait_for_url(editor.url + reverse("admin:index"))
    other.close()
    page.wait_for_selector("#lost", state="hidden")
    page.wait_for_selector(".staged img")
    kept = PastedRelease.objects.get().answers["byline"]
    editor.save()

    assert ("tetap ada di halaman ini" in told, still, kept) == (True, "Melati/red", ["Melati/red"])
    assert hour == "Belum tersimpan"
    article = Article.objects.get()
    assert (article.byline, article.photos.count()) == ("Melati/red", 1)


def test_pasted_text_outlives_a_log_in_that_expired_on_its_way(editor, page):
    page.fill("#id_source_text", SOURCE)
    Session.objects.all().delete()
    page.click("text=Baca naskah")
    page.fill("#id_username", "dina")
    page.fill("#id_password", PASSWORD)
    page.click("input[type=submit]")
    page.goto(editor.url + reverse("admin:articles_article_paste"))

    offered = page.input_value("#id_source_text"), page.is_visible("#again")
    page.click("text=Baca naskah")
    page.wait_for_selector("#reading")
    page.goto(editor.url + reverse("admin:articles_article_paste"))

    assert offered == (SOURCE, True)
    assert (page.input_value("#id_source_text"), page.is_visible("#again")) == ("", False)


def test_text_offered_again_can_be_put_away(editor, page):
    page.wait_for_load_state()
    page.fill("#id_source_text", "Naskah yang batal.")
    page.reload()
    offered = page.input_value("#id_source_text")
    page.click("#forget")
    page.reload()

    assert (offered, page.input_value("#id_source_text")) == ("Naskah yang batal.", "")


def test_last_words_are_saved_with_the_draft(editor, page):
    editor.paste()

    page.fill("#id_place", "Pendopo")
    editor.save()

    assert (Article.objects.get().place, editor.complaints) == ("Pendopo", [])


def test_spelling_is_mended_all_at_once_and_each_taken_back(editor, page):
    editor.paste(SOURCE.replace("membahas", "membahass"))

    page.click('button[name="_spell"]')
    mended = [page.is_checked(f'input[name="spelling-{n}"] >> nth=0') for n in (0, 1)]
    marks = page.locator(".source-text a.kind-spelling")
    shown = marks.evaluate_all("marks => marks.map(mark => mark.dataset.fix)")
    editor.answer("spelling-0", "none")
    taken_back = marks.evaluate_all("marks => marks.map(mark => mark.dataset.fix ?? null)")
    editor.save()

    body = Article.objects.get().body
    assert mended == [True, True]
    assert (shown, taken_back) == (["perundingan", "membahas"], [None, "membahas"])
    assert ("perundinggan panjang" in body, "Pertemuan membahas " in body) == (True, True)


def test_word_that_may_be_two_others_is_not_mended_with_the_clear_ones(editor, page):
    editor.paste(SOURCE.replace("membahas", "membahass armada pengankut"))

    page.click('button[name="_spell"]')

    chosen = page.evaluate(
        """Object.fromEntries([...document.querySelectorAll('[data-kind="spelling"]')].map((offer) => [
          offer.querySelector('legend').lastChild.textContent.trim(), offer.querySelector(':checked')?.value ?? '']))"""
    )
    assert chosen == {"perundinggan": "perundingan", "membahass": "membahas", "pengankut": ""}


def test_accepting_what_is_sure_leaves_what_the_editor_rejected(editor, page):
    editor.paste()
    fresh = page.locator('button[name="_sure"]').count(), page.inner_text("#usul-official-1 .chosen-by")

    page.click('.offer:has(input[name="official-1"]) summary')
    editor.answer("official-1", "none")
    page.evaluate("document.querySelector('input[name=unit-0]:checked').checked = false")
    with page.expect_navigation():
        page.click("button.keep")
    page.click('button[name="_sure"]')

    assert fresh == (0, "dipilihkan")
    assert [page.inner_text(f"#usul-{key} p:has(> .picked)") for key in ("official-1", "unit-0")] == [
        "Jangan tautkan pilihan Anda",
        "Tautkan dipilihkan",
    ]
    assert page.inner_text('[data-told="sure"]') == "1 usulan yang pasti diterima."


def test_button_for_the_unknown_counts_what_is_left(editor, page):
    editor.paste()
    button = page.locator('button[name="_new"]')

    told = [button.inner_text()]
    editor.answer("institution-1", "none")
    told.append(button.inner_text())
    editor.click('button[name="_new"]')
    told.append(button.inner_text())

    assert told == [
        "Buat baru 2 yang belum dikenal",
        "Buat baru 1 yang belum dikenal",
        "Semua yang belum dikenal sudah diputuskan",
    ]
    assert (button.get_attribute("aria-disabled"), editor.complaints) == ("true", [])


def test_another_person_counts_as_decided_once_named(editor, page):
    editor.paste()
    left = [page.inner_text("#open-count")]

    editor.answer("official-2", "other")
    left.append(page.inner_text("#open-count"))
    page.fill("#id_official-2-other", "Lara")
    page.wait_for_timeout(600)
    left.append(page.inner_text("#open-count"))
    page.fill("#id_official-2-other", "larasati dewi wiguna")
    page.wait_for_function("n => document.getElementById('open-count').textContent !== n", arg=left[0])
    left.append(page.inner_text("#open-count"))

    assert left == [left[0]] * 3 + [str(int(left[0]) - 1)]
    assert editor.complaints == []


def test_rejected_card_bears_no_tick(editor, page):
    editor.paste()
    marks = [mark_of(page, "official-1")]

    page.click('.offer:has(input[name="official-1"]) summary')
    editor.answer("official-1", "none")
    marks.append(mark_of(page, "official-1"))
    with page.expect_navigation():
        page.click("button.keep")
    marks.append(mark_of(page, "official-1"))
    editor.answer("official-1", "larasati-dewi-wiguna")
    marks.append(mark_of(page, "official-1"))

    assert marks == ["✓", "✕", "✕", "✓"]


def mark_of(page, key):
    """What stands before the choice on a card that was sure."""
    look = "one => getComputedStyle(one, '::before').content"
    return page.locator(f"#usul-{key} .picked").evaluate(look).strip('" ')


def test_draft_written_by_hand_is_read_again(editor, page):
    body = "<p>Larasati Dewi Wiguna membuka <em>rapat</em>.</p>"
    draft = make_article("Judul", state="draft", body=body, officials=[])

    page.goto(editor.url + reverse("admin:articles_article_change", args=[draft.pk]))
    page.click("text=Baca ulang naskah")
    page.wait_for_selector("#reading")
    editor.save()

    draft.refresh_from_db()
    assert (draft.body, [str(one) for one in draft.officials.all()]) == (body, ["Larasati Dewi Wiguna"])


@pytest.mark.parametrize("width", [1280, 360])
def test_near_copy_becomes_a_revision_that_is_seen_before_it_is_saved(live_server, page, width):
    make_world()
    page.set_viewport_size({"width": width, "height": 800})
    editor = Editor(page, live_server.url)
    editor.log_in()
    editor.paste()
    editor.click('button[name="_new"]')
    editor.decide()
    editor.save()
    page.goto(live_server.url + reverse("admin:articles_article_paste"))
    editor.paste(NEWER)

    page.click('button[name="_revise"]')
    page.fill("#id_place", "Balai Warga")
    page.wait_for_selector('#changes h3:has-text("Tempat")')
    added = page.locator("#changes ins:not(.differences-key ins)").all_text_contents()
    wide = page.evaluate("document.documentElement.scrollWidth")
    editor.save()

    article = Article.objects.get()
    assert added == [
        "[ditambahkan: lima di enam pasar.]",
        "[ditambahkan: Balai Warga]",
    ]
    assert (wide, "lima di enam pasar" in article.body, article.place) == (width, True, "Balai Warga")
    assert (article.earlier_sources.count(), editor.complaints) == (1, [])
    check_saved()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_every_state_of_the_screen_meets_the_standard(live_server, page, width, scheme):
    make_world()
    make_article("Kebun Atap", state="draft", source_text=SOURCE, body=f"<p>{SOURCE}</p>")
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    editor = Editor(page, live_server.url)
    editor.log_in()

    faults = [*axe(page)]
    page.click("text=Baca naskah")
    faults += axe(page)
    editor.paste(NEWER)
    page.set_input_files("#id_photos", files=[photo()])
    page.wait_for_selector(".staged img")
    editor.answer("official-2", "other")
    for summary in page.locator("summary:visible").all():
        summary.click()
    page.evaluate("document.getElementById('lost').hidden = document.getElementById('ended').hidden = false")
    other = page.context.new_page()
    other.goto(page.url)
    for tab, place in ((other, "Pendopo"), (page, "Balai")):
        tab.fill("#id_place", place)
        tab.evaluate("(async () => { while (isTouched()) { await keep(); } })()")
    page.wait_for_selector(".overtaken")
    faults += axe(page)
    with page.expect_navigation():
        page.click('button[name="_drop"]')
    page.wait_for_selector("#reading")
    page.fill("#id_body", "")
    page.click('button[name="_save"]')
    page.wait_for_selector(".errornote")
    faults += axe(page)
    page.click('button[name="_revise"]')
    page.wait_for_selector(".revision")
    faults += axe(page)
    if width < 1000:
        page.click('button[data-tab="source"]')
        faults += axe(page)

    assert faults == []


def axe(page):
    """What breaks WCAG 2.2 AA on the page as it stands: rule and first place."""
    found = Axe().run(page, options=STANDARD).response["violations"]
    return [(one["id"], node["html"][:200]) for one in found for node in one["nodes"][:3]]
