"""Several photos at once: uploaded, recognised, described; and the library that shows them."""

import datetime
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from articles.admin import uploading
from articles.models import ArticlePhoto, Photo
from dprd_news.lib.images import MOST_BYTES
from dprd_news.lib.pictures import PictureFieldFile
from tests.factories import jpeg, make_article, make_council, make_photo, make_user
from tests.forms import fields_of, send

pytestmark = pytest.mark.django_db
UPLOAD, ONE = "/admin/articles/photo/unggah/", "/admin/articles/photo/unggah/satu/"
LIST, WORDS = "/admin/articles/photo/", "/admin/articles/photo/lengkapi/"


@pytest.fixture
def writer(client):
    client.force_login(make_user(group="Penulis"))
    return client


def file(content=None, name="rapat.jpg"):
    return SimpleUploadedFile(name, jpeg() if content is None else content, content_type="image/jpeg")


def told(response):
    return [str(message) for message in response.context["messages"]]


def address(*photos):
    return f"{WORDS}?{'&'.join(f'foto={photo.pk}' for photo in photos)}"


def test_photo_is_kept_at_once_with_its_day_and_who_uploaded_it(writer):
    answer = writer.post(ONE, {"file": file(jpeg(1300, 900), "IMG-20251124-WA0003.jpg")})

    photo = Photo.objects.get()
    assert (answer.status_code, answer.json()) == (
        200,
        {
            "photo": photo.pk,
            "name": f"Foto {photo.pk}",
            "address": f"{LIST}{photo.pk}/change/",
            "thumbnail": photo.shown.url,
            "is_new": True,
            "warning": "",
        },
    )
    assert (photo.taken_on, photo.credit, photo.version) == (datetime.date(2025, 11, 24), "", 1)
    assert [(state.history_type, state.history_user.username) for state in photo.history.all()] == [
        ("+", answer.wsgi_request.user.username)
    ]


def test_narrow_photo_is_kept_with_a_warning(writer):
    answer = writer.post(ONE, {"file": file(jpeg(1199, 800))})

    assert answer.json()["warning"] == (
        "Lebarnya hanya 1199 px; di bawah 1.200 px foto tampak buram bila besar. Minta berkas aslinya bila ada."
    )


def test_same_picture_again_is_the_one_on_file(writer, media_root):
    known = make_photo(content=jpeg(colour=(1, 2, 3)), caption="Taman kota")
    content = jpeg(colour=(9, 9, 9))
    first = writer.post(ONE, {"file": file(content)}).json()
    files = sorted(media_root.rglob("*"))

    second = writer.post(ONE, {"file": file(content, "nama-lain.jpg")})

    assert (second.status_code, second.json()) == (200, {**first, "is_new": False})
    assert (Photo.objects.exclude(pk=known.pk).count(), sorted(media_root.rglob("*"))) == (1, files)


def test_same_picture_sent_twice_at_one_moment_is_one_photo(monkeypatch, media_root):
    content = jpeg()
    real = PictureFieldFile.save

    def other_first(picture, *args, **kwargs):
        monkeypatch.setattr(PictureFieldFile, "save", real)
        make_photo(content=content)
        return real(picture, *args, **kwargs)

    monkeypatch.setattr(PictureFieldFile, "save", other_first)

    photo, is_new = Photo.take("rapat.jpg", file(content))

    assert (photo, is_new) == (Photo.objects.get(), False)
    assert len(list((media_root / "originals").rglob("*.jpg"))) == 1


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        (b"bukan gambar" * 50, "rapat.jpg", "Berkas ini bukan foto, atau sudah rusak."),
        (b"", "rapat.jpg", "Berkas ini kosong."),
        (b"<svg/>", "rapat.jpg", "Gambar SVG tidak diterima."),
        (b"%PDF-1.7", "rapat.pdf", "Berkas “rapat.pdf” tidak berakhiran nama foto."),
        (jpeg(), "rapat.png", "Nama berkas ini berakhiran .png, tetapi isinya gambar JPG."),
        (b"\xff\xd8\xff" + bytes(41 << 20), "rapat.jpg", "Berkas ini lebih besar dari 40 MB."),
    ],
    ids=["no picture", "empty", "svg", "pdf", "name that lies", "41 MB"],
)
def test_bad_file_is_refused_with_the_reason_and_leaves_nothing(writer, media_root, content, name, reason):
    answer = writer.post(ONE, {"file": file(content, name)})

    assert (answer.status_code, answer.json()["detail"].partition(". ")[0] + ".") == (400, reason)
    assert (Photo.objects.count(), [path for path in media_root.rglob("*") if path.is_file()]) == (0, [])


def test_request_without_a_file_is_refused(writer):
    answer = writer.post(ONE, {"file": "rapat.jpg"})

    assert (answer.status_code, answer.json()) == (
        400,
        {"detail": "Berkasnya tidak sampai. Coba kirim lagi."},
    )


def test_page_without_a_script_takes_several_and_says_what_became_of_each(writer):
    again = jpeg(1300, 900)
    twin = make_photo(content=again, caption="Taman kota")
    files = [file(again, "lagi.jpg"), file(b"", "kosong.jpg"), file(jpeg(1300, 900), "baru.jpg")]

    answer = writer.post(UPLOAD, {"files": files}, follow=True)

    new = Photo.objects.exclude(pk=twin.pk).get()
    assert answer.redirect_chain == [(address(twin, new), 302)]
    assert told(answer) == [
        f'lagi.jpg: sudah ada, <a href="{LIST}{twin.pk}/change/">{twin}</a>.',
        "kosong.jpg: Berkas ini kosong. Unggah foto JPEG, PNG, WebP, AVIF, atau HEIC.",
    ]


def test_page_without_a_script_and_without_a_file_asks_for_one(writer):
    answer = writer.post(UPLOAD, follow=True)

    assert (answer.redirect_chain, told(answer)) == ([(UPLOAD, 302)], ["Belum ada foto yang dipilih."])


def test_page_tells_its_script_the_limit(writer):
    page = writer.get(UPLOAD).content.decode()

    assert f'data-most-bytes="{MOST_BYTES}"' in page


@pytest.mark.parametrize("way", [("get", UPLOAD), ("post", UPLOAD), ("post", ONE)])
def test_only_who_may_add_photos_uploads(client, way):
    method, where = way
    client.force_login(make_user(is_staff=True))

    answer = getattr(client, method)(where, {"file": file(), "files": [file()]} if method == "post" else {})

    assert (answer.status_code, Photo.objects.count()) == (403, 0)


def test_nobody_uploads_or_describes(client):
    photo = make_photo()

    answers = [client.post(where, {"file": file()}) for where in (UPLOAD, ONE, address(photo))]

    assert [answer["Location"].partition("?")[0] for answer in answers] == ["/admin/login/"] * 3
    assert Photo.objects.count() == 1


def test_words_of_several_photos_are_saved_at_once(writer):
    make_council(default_photo_credit="Humpro DPRD Kota Mekarsari")
    first, second, third = make_photo(alt=""), make_photo(alt=""), make_photo(alt="", credit="Wawan/Humas")
    sent = {
        f"foto-{first.pk}-alt": "Ketua berdiri di mimbar",
        f"foto-{first.pk}-caption": "Suasana rapat. Foto: Rano/Humpro DPRD Kota Bandung",
        f"foto-{second.pk}-is_decorative": "on",
        f"foto-{second.pk}-taken_on": "2025-11-24",
    }

    answer = send(writer, address(first, second, third), **sent)

    words = ("alt", "is_decorative", "caption", "credit", "taken_on", "version")
    assert list(Photo.objects.order_by("pk").values_list(*words)) == [
        ("Ketua berdiri di mimbar", False, "Suasana rapat.", "Rano/Humpro DPRD Kota Bandung", None, 2),
        ("", True, "", "Humpro DPRD Kota Mekarsari", datetime.date(2025, 11, 24), 2),
        ("", False, "", "Wawan/Humas", None, 1),
    ]
    assert (answer["Location"], told(writer.get(LIST))) == (
        LIST,
        [
            "Kredit “Rano/Humpro DPRD Kota Bandung” dipindahkan dari keterangan foto ke isiannya sendiri.",
            "2 foto disimpan.",
        ],
    )


def test_credit_typed_on_purpose_stays_and_so_does_the_caption(writer):
    photo = make_photo()
    caption = "Suasana rapat. Foto: Rano/Humpro DPRD Kota Bandung"

    for where, prefix in ((address(photo), f"foto-{photo.pk}-"), (f"{LIST}{photo.pk}/change/", "")):
        send(writer, where, **{f"{prefix}caption": caption, f"{prefix}credit": "Dok. Pemkot"})

        photo.refresh_from_db()
        assert (photo.caption, photo.credit) == (caption, "Dok. Pemkot")
        Photo.objects.update(caption="", credit="")


def test_credit_in_the_caption_is_split_on_the_photos_own_form(writer):
    photo = make_photo(credit="Humas")

    send(
        writer,
        f"{LIST}{photo.pk}/change/",
        caption="Suasana rapat.\r\nFoto: Rano/Humpro DPRD Kota Bandung",
    )

    photo.refresh_from_db()
    assert (photo.caption, photo.credit) == ("Suasana rapat.", "Rano/Humpro DPRD Kota Bandung")


def test_one_fault_saves_nothing(writer):
    good, bad = make_photo(alt=""), make_photo(alt="Taman")
    sent = {f"foto-{good.pk}-alt": "Meja", f"foto-{bad.pk}-is_decorative": "on"}

    answer = send(writer, address(good, bad), **sent)

    assert list(Photo.objects.order_by("pk").values_list("alt", "version")) == [("", 1), ("Taman", 1)]
    assert [row["form"].non_field_errors() for row in answer.context["shown"]] == [
        [],
        ["Foto hiasan tidak memakai teks alternatif; pilih salah satu."],
    ]
    assert fields_of(answer)[f"foto-{good.pk}-alt"] == ["Meja"]


def test_words_changed_meanwhile_are_shown_before_they_are_written_over(writer):
    photo = make_photo(alt="Semula")
    opened = fields_of(writer.get(address(photo)))
    photo.alt = "Dari orang lain"
    photo.save()
    field = f"foto-{photo.pk}-alt"

    refused = writer.post(address(photo), opened | {field: "Dari saya"})
    stored = Photo.objects.get().alt
    writer.post(address(photo), fields_of(refused))

    [row] = refused.context["shown"]
    shown = [(change.label, change.before, change.after) for change in row["changes"]]
    assert (stored, shown) == ("Dari orang lain", [("Teks alternatif", "Dari orang lain", "Dari saya")])
    assert Photo.objects.get().alt == "Dari saya"


def test_photo_of_a_live_article_is_left_to_its_own_form(writer):
    free, live = make_photo(), make_photo(alt="Tampil")
    make_article(photos=[live])

    page = writer.get(address(free, live))
    writer.post(address(live), {f"foto-{live.pk}-alt": "Lain", f"foto-{live.pk}-version": "1"})

    assert ([row["form"].instance for row in page.context["shown"]], page.context["guarded"]) == (
        [free],
        [live],
    )
    assert Photo.objects.get(pk=live.pk).alt == "Tampil"


@pytest.mark.parametrize("query", ["", "?foto=", "?foto=x", "?foto=999999", "?foto=" + "9" * 40])
def test_words_page_of_no_photo_says_so(writer, query):
    page = writer.get(WORDS + query)

    assert (page.status_code, "Tidak ada foto yang dipilih." in page.content.decode()) == (200, True)


def test_words_page_needs_the_right_to_change(client):
    photo = make_photo(alt="Semula")
    client.force_login(make_user(is_staff=True))

    answer = client.post(address(photo), {f"foto-{photo.pk}-alt": "Lain", f"foto-{photo.pk}-version": "1"})

    assert (answer.status_code, Photo.objects.get().alt) == (403, "Semula")


def test_form_tells_where_the_photo_is_used(writer):
    photo = make_photo()
    article = make_article("Taman Dirawat", photos=[photo])
    ArticlePhoto.objects.update(alt="Warga di taman", caption="Taman pada pagi hari")
    make_article("Berita Lain", photos=[make_photo()])

    page = writer.get(f"{LIST}{photo.pk}/change/").content.decode()

    uses = page.partition('<ul class="uses">')[2].partition("</ul>")[0]
    assert " ".join(uses.split()) == (
        f'<li> <a href="/admin/articles/article/{article.pk}/change/">Taman Dirawat</a> '
        '<span class="badge good">Terbit</span> '
        '<p class="help">Teks alternatif di sana: Warga di taman</p> '
        '<p class="help">Keterangan di sana: Taman pada pagi hari</p> </li>'
    )


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", ["Baru", "Tanpa izin", "Terpakai"]),
        ("dipakai=ya", ["Terpakai"]),
        ("dipakai=belum", ["Baru", "Tanpa izin"]),
        ("dipakai=entah", ["Baru", "Tanpa izin", "Terpakai"]),
        ("perlu=alt", ["Baru"]),
        ("perlu=kredit", ["Baru", "Tanpa izin"]),
        ("perlu=persetujuan", ["Tanpa izin"]),
        ("perlu=lebar", ["Baru", "Tanpa izin"]),
        ("consent__exact=missing", ["Tanpa izin"]),
        ("q=mawar", ["Terpakai"]),
        ("q=baru", ["Baru"]),
        ("q=anggrek", []),
    ],
)
def test_library_is_searched_and_filtered(writer, query, shown):
    used = make_photo(caption="Terpakai", credit="Humas", content=jpeg(1200, 800))
    make_article("Taman Mawar", photos=[used])
    make_article("Taman Mawar Lagi", photos=[used])
    make_photo(caption="Tanpa izin", consent="missing")
    make_photo(caption="Baru", alt="")

    page = writer.get(f"{LIST}?{query}")

    assert sorted(photo.caption for photo in page.context["cl"].result_list) == shown


def test_ticked_photos_are_described_on_one_page(writer, monkeypatch):
    monkeypatch.setattr(uploading, "MOST_FILES", 2)
    oldest, middle, newest = (make_photo(alt="") for _ in range(3))
    data = {"action": "describe", "index": "0", "_selected_action": [oldest.pk, middle.pk]}

    two = writer.post(LIST, data)
    three = writer.post(LIST, {**data, "_selected_action": [oldest.pk, middle.pk, newest.pk]}, follow=True)

    assert two["Location"] == f"{WORDS}?foto={middle.pk}&foto={oldest.pk}"
    assert [row["form"].instance for row in three.context["shown"]] == [newest, middle]
    assert told(three) == ["Sekaligus paling banyak 2 foto; sisanya tidak ikut."]


def test_date_of_the_camera_is_proposed(writer):
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9003] = "2025:06:23 09:30:00"
    out = io.BytesIO()
    Image.new("RGB", (1300, 900)).save(out, "JPEG", exif=exif)

    writer.post(ONE, {"file": file(out.getvalue(), "IMG-20251124-WA0003.jpg")})

    assert Photo.objects.get().taken_on == datetime.date(2025, 6, 23)


def test_focal_point_is_set_by_two_number_fields_without_a_script(writer):
    photo = make_photo()

    send(writer, reverse("admin:articles_photo_change", args=[photo.pk]), focal_x="12", focal_y="80")

    photo.refresh_from_db()
    assert (photo.focal_x, photo.focal_y) == (12, 80)


def test_narrow_photo_added_alone_is_warned_of(writer):
    writer.post(f"{LIST}add/", {"file": file(jpeg(640, 480)), "alt": "Taman"})

    assert told(writer.get(LIST))[0] == (
        "Lebarnya hanya 640 px; di bawah 1.200 px foto tampak buram bila besar. Minta berkas aslinya bila ada."
    )
