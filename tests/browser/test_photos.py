"""Photos in a real browser: several dropped at once, described, and one cut around its focal point."""

import base64
import io

import pytest
from PIL import Image

from articles.models import Photo
from tests.browser.newsroom import DESK, PHONE, faults, window
from tests.factories import jpeg, make_article, make_council, make_photo

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
LIST = "/admin/articles/photo/"
# What a browser does when files are let go over the page.
DROP = """files => {
  const carried = new DataTransfer();
  for (const [name, content] of files) {
    const bytes = Uint8Array.from(atob(content), (one) => one.charCodeAt(0));
    carried.items.add(new File([bytes], name, { type: "image/jpeg" }));
  }
  document.body.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: carried }));
}"""
# The colour that stands in the middle of the picture as it is cut on the page: red, green or blue.
CUT = """image => new Promise((resolve) => {
  const drawn = document.createElement("canvas").getContext("2d");
  const look = getComputedStyle(image), [width, height] = [image.clientWidth, image.clientHeight];
  const [x, y] = look.objectPosition.split(" ").map((part) => parseFloat(part) / 100);
  const scale = Math.max(width / image.naturalWidth, height / image.naturalHeight);
  drawn.drawImage(image, -(image.naturalWidth * scale - width) * x, -(image.naturalHeight * scale - height) * y,
    image.naturalWidth * scale, image.naturalHeight * scale);
  const pixel = [...drawn.getImageData(width / 2, height / 2, 1, 1).data].slice(0, 3);
  resolve(["red", "green", "blue"][pixel.indexOf(Math.max(...pixel))]);
})"""


def three_thirds():
    """Very wide: red to the left, green in the middle, blue to the right."""
    picture = Image.new("RGB", (3000, 600), (0, 160, 0))
    picture.paste((200, 0, 0), (0, 0, 1000, 600))
    picture.paste((0, 0, 200), (2000, 0, 3000, 600))
    out = io.BytesIO()
    picture.save(out, "JPEG")
    return out.getvalue()


def drop(page, *files):
    page.evaluate(DROP, [[name, base64.b64encode(content).decode()] for name, content in files])


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_several_photos_are_dropped_and_described(live_server, chromium, size):
    make_council(default_photo_credit="Humpro DPRD Kota Mekarsari")
    known = jpeg(1300, 900)
    make_photo(content=known, caption="Taman kota")
    page = window(chromium, live_server.url, "ratna", group="Penulis", size=size)

    page.goto(live_server.url + LIST)
    page.click("text=Unggah beberapa foto")
    # The script has started: it says that files may be dropped.
    page.locator(".upload-drag").wait_for()
    drop(
        page,
        ("IMG-20251124-WA0003.jpg", jpeg(900, 600)),
        ("rapat.jpg", jpeg(1300, 900)),
        ("lagi.jpg", known),
        ("palsu.jpg", b"bukan gambar"),
        ("kosong.jpg", b""),
    )
    page.get_by_text("2 tersimpan, 1 sudah ada, 2 ditolak").wait_for()
    rows = page.locator(".upload")
    told = [" ".join(row.inner_text().split()) for row in rows.all()]
    width = page.evaluate("document.documentElement.scrollWidth")
    page.click("text=Lengkapi keterangannya")
    first, second = Photo.objects.filter(caption="").order_by("width_px")
    page.fill(f"#id_foto-{first.pk}-alt", "Meja rapat")
    page.fill(f"#id_foto-{first.pk}-caption", "Suasana rapat. Foto: Rano/Humpro DPRD Kota Bandung")
    page.click("text=Simpan semua")
    page.wait_for_url(live_server.url + LIST)

    assert told == [
        f"IMG-20251124-WA0003.jpg Tersimpan. Foto {first.pk} Lebarnya hanya 900 px; di bawah 1.200 px foto tampak "
        "buram bila besar. Minta berkas aslinya bila ada.",
        f"rapat.jpg Tersimpan. Foto {second.pk}",
        "lagi.jpg Sudah ada: Taman kota",
        "palsu.jpg Berkas ini bukan foto, atau sudah rusak. Unggah foto JPEG, PNG, WebP, AVIF, atau HEIC.",
        "kosong.jpg Berkas ini kosong. Unggah foto JPEG, PNG, WebP, AVIF, atau HEIC.",
    ]
    assert width == size["width"]
    words = ("alt", "caption", "credit", "taken_on__year")
    assert list(
        Photo.objects.filter(pk__in=[first.pk, second.pk]).order_by("width_px").values_list(*words)
    ) == [
        ("Meja rapat", "Suasana rapat.", "Rano/Humpro DPRD Kota Bandung", 2025),
        ("", "", "Humpro DPRD Kota Mekarsari", None),
    ]
    # The two refusals are answers with status 400, which the console tells.
    assert [one for one in page.complaints if "400" not in one] == []


def test_focal_point_is_set_and_seen_in_each_crop(live_server, chromium):
    photo = make_photo(content=three_thirds())
    make_article("Taman Dirawat", photos=[photo])
    page = window(chromium, live_server.url, "sari")
    address = f"{live_server.url}{LIST}{photo.pk}/change/"

    page.goto(address)
    shapes = page.locator(".shape")
    before = [shape.evaluate(CUT) for shape in shapes.all()]
    stage = page.locator(".focus-stage img")
    stage.click(position={"x": stage.bounding_box()["width"] * 0.97, "y": 20})
    clicked = [shape.evaluate(CUT) for shape in shapes.all()]
    page.focus(".focus-mark")
    for _ in range(10):
        page.keyboard.press("Shift+ArrowLeft")
    page.keyboard.press("ArrowRight")
    steered = [shape.evaluate(CUT) for shape in shapes.all()]
    label = page.get_attribute(".focus-mark", "aria-label")
    page.click("input[name=_continue]")
    page.goto(live_server.url)
    card = page.locator(".story__photo img").first
    card.wait_for()
    public = card.evaluate(CUT)

    photo.refresh_from_db()
    assert (before, clicked, steered) == (["green"] * 4, ["blue"] * 4, ["red"] * 4)
    assert (photo.focal_x, label.partition(",")[0]) == (1, "Titik fokus: 1% dari kiri")
    assert (public, page.complaints) == ("red", [])


@pytest.mark.parametrize("width", [360, 1280])
def test_library_upload_and_words_are_accessible_and_fit(live_server, chromium, width):
    make_council()
    bare, used = make_photo(alt="", content=jpeg(1300, 900)), make_photo(caption="Taman kota", credit="Humas")
    make_article(photos=[used])
    page = window(chromium, live_server.url, "sari", size={"width": width, "height": 800})
    found, too_wide = [], []

    for address in (
        "",
        "?dipakai=belum&perlu=alt",
        "?q=tidakada",
        "unggah/",
        f"lengkapi/?foto={bare.pk}&foto={used.pk}",
        f"{bare.pk}/change/",
    ):
        page.goto(live_server.url + LIST + address)
        if address == "unggah/":
            drop(page, ("rapat.jpg", jpeg(900, 600)), ("palsu.jpg", b"bukan gambar"))
            page.get_by_text("1 tersimpan, 1 ditolak").wait_for()
        found += faults(page)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            too_wide.append(address)

    assert (found, too_wide) == ([], [])


def test_upload_that_did_not_get_through_is_sent_again(live_server, chromium):
    page = window(chromium, live_server.url, "sari")
    page.goto(live_server.url + LIST + "unggah/")
    page.context.set_offline(True)

    drop(page, ("rapat.jpg", jpeg(1300, 900)))
    page.get_by_text("1 tidak terkirim").wait_for()
    page.context.set_offline(False)
    page.click("text=Coba lagi")
    page.get_by_text("1 tersimpan").wait_for()

    assert Photo.objects.count() == 1
