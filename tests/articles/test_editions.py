"""The text edition and the press kit: small, whole, and without what was taken out."""

import io
import re
import zipfile

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone
from PIL import Image

from articles import editions, press_kit
from articles.takedown import Reason, remove_passage
from tests.factories import jpeg, make_article, make_correction, make_council, make_photo, make_user

pytestmark = pytest.mark.django_db

MOST_BYTES = 20_000


def kit(client, article):
    response = client.get(article.get_press_kit_url())
    assert response.status_code == 200
    return zipfile.ZipFile(io.BytesIO(b"".join(response.streaming_content)))


def test_text_page_says_all_that_the_article_says(client):
    photo = make_photo(caption="Meja rapat.", credit="Cipta")
    article = make_article(
        "Rapat kerja", lead="Ringkasannya.", body="<p>Isi rapat.</p>", byline="Cipta/red", photos=[photo]
    )
    make_correction(article, text="Jumlahnya dua belas.")

    page = client.get(article.get_text_url()).content.decode()

    said = [
        "Rapat kerja",
        "Ringkasannya.",
        "Isi rapat.",
        "Cipta/red",
        "Meja rapat. (Foto: Cipta)",
        "dua belas",
    ]
    assert [words for words in said if words not in page] == []
    assert re.findall(r"<(img|script|iframe)", page) == []


def test_text_page_names_the_whole_page_as_the_canonical_one(client):
    article = make_article()

    page = client.get(article.get_text_url()).content.decode()

    assert f'<link rel="canonical" href="http://127.0.0.1{article.get_absolute_url()}">' in page


def test_links_of_a_text_page_stay_in_the_edition(client):
    other = make_article("Berita lain")
    body = (
        f'<p><a href="{other.get_absolute_url()}">dalam</a> <a href="http://127.0.0.1/pejabat/x/">orang</a> '
        '<a href="https://contoh.example/">luar</a> <a href="//[salah">rusak</a></p>'
    )
    article = make_article(body=body)

    page = client.get(article.get_text_url()).content.decode()
    main = page[page.index("<main>") : page.index("</main>")]

    assert re.findall(r'href="([^"]*)"', main) == [other.get_text_url()]
    assert "dalam</a> orang luar rusak</p>" in main


@pytest.mark.parametrize(
    "body",
    [
        "".join(f"<p>{number} kata-kata yang panjang sekali</p>" for number in range(4000)),
        f"<p>{'sambung' * 9000}</p>",
        f"<table><tr><td>{'&amp;' * 20000}</td></tr></table>",
        f"<p>{'é😀' * 20000}</p>",
    ],
)
def test_long_text_is_cut_into_pages_under_20_kb(client, body):
    article = make_article(body=body)

    first = client.get(article.get_text_url())
    number = int(re.search(r"Bagian 1 dari (\d+)", first.content.decode())[1])
    sizes = [len(client.get(f"{article.get_text_url()}?bagian={n}").content) for n in range(1, number + 1)]

    assert number > 1
    assert [size for size in sizes if size >= MOST_BYTES] == []


@pytest.mark.parametrize("part", ["0", "-1", "99", "x", "9" * 10_000, "%00", "1;DROP"])
def test_text_page_takes_any_number_of_a_part(client, part):
    article = make_article(body="<p>Isi pendek.</p>")

    response = client.get(f"{article.get_text_url()}?bagian={part}")

    assert (response.status_code, "Isi pendek." in response.content.decode()) == (200, True)


def test_text_list_leads_to_text_pages_alone(client):
    article = make_article("Tampak")
    make_article("Rahasia", state="draft")

    page = client.get("/teks/").content.decode()
    main = page[page.index("<main>") : page.index("</main>")]

    assert re.findall(r'href="([^"]*)"', main) == [article.get_text_url()]


def test_press_kit_holds_text_photos_for_print_and_captions(client, django_capture_on_commit_callbacks):
    make_council(reuse_note="Sebut sumbernya.")
    with django_capture_on_commit_callbacks(execute=True):
        photos = [
            make_photo(content=jpeg(3000, 2000), caption="Satu.", credit="Cipta"),
            make_photo(content=jpeg(400, 300)),
        ]
    article = make_article("Rapat kerja", body="<p>Isi &amp; rapat.</p>", photos=photos)

    packed = kit(client, article)

    assert packed.namelist() == ["naskah.txt", "keterangan-foto.txt", "foto-1.jpg", "foto-2.jpg"]
    assert packed.read("naskah.txt").decode().startswith("Rapat kerja\n\nIsi & rapat.\n\n")
    assert packed.read("keterangan-foto.txt").decode().split("\n\n") == [
        "foto-1.jpg\nSatu.\nFoto: Cipta",
        "foto-2.jpg",
        "Sebut sumbernya.\n",
    ]
    widths = [Image.open(io.BytesIO(packed.read(f"foto-{number}.jpg"))).width for number in (1, 2)]
    assert widths == [2400, 400]


def test_press_kit_is_made_once_and_anew_after_a_change(client, monkeypatch):
    made = []
    pack = press_kit._pack
    monkeypatch.setattr(press_kit, "_pack", lambda article: made.append(article.title) or pack(article))
    article = make_article("Semula")

    kit(client, article)
    kit(client, article)
    article.title = "Sesudah"
    article.save()
    kit(client, article)

    assert made == ["Semula", "Sesudah"]
    assert len(default_storage.listdir(f"paket-pers/{article.feed_id}")[1]) == 1


def test_two_first_requests_for_a_press_kit_both_get_it_and_leave_one(client, monkeypatch):
    article = make_article("Rapat kerja", body="<p>Isi.</p>")
    pack, packed = press_kit._pack, []

    def pack_while_another_asks(one):
        packed.append(one.title)
        if len(packed) == 1:
            kit(client, article)
        return pack(one)

    monkeypatch.setattr(press_kit, "_pack", pack_while_another_asks)

    names = kit(client, article).namelist()

    assert (names, len(packed)) == (["naskah.txt"], 2)
    assert len(default_storage.listdir(f"paket-pers/{article.feed_id}")[1]) == 1


@pytest.mark.parametrize("state", ["draft", "in_review", "scheduled"])
def test_press_kit_and_text_of_a_hidden_article_are_not_found(client, state):
    article = make_article(state=state)

    answers = [client.get(path).status_code for path in (article.get_press_kit_url(), article.get_text_url())]

    assert answers == [404, 404]


def test_press_kit_of_a_withdrawn_article_is_its_notice(client):
    article = make_article()
    kit(client, article)
    article.withdraw("Keliru.", at=timezone.now())

    response = client.get(article.get_press_kit_url())

    assert (response.status_code, "Keliru." in response.content.decode()) == (410, True)


def test_press_kit_may_be_asked_for_so_often(client, monkeypatch):
    monkeypatch.setattr(editions, "KITS", 2)
    article = make_article()

    answers = [client.get(article.get_press_kit_url()) for _ in range(3)]

    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert answers[2]["Retry-After"] == "600"


def test_takedown_reaches_the_press_kit(client, django_capture_on_commit_callbacks):
    article = make_article(body="<p>Hubungi 0812 3456 7890 segera.</p>")
    assert b"3456" in kit(client, article).read("naskah.txt")

    with django_capture_on_commit_callbacks(execute=True):
        remove_passage(article, "0812 3456 7890", Reason(make_user(), "Nomor pribadi."))

    assert not default_storage.exists(f"paket-pers/{article.feed_id}") or (
        default_storage.listdir(f"paket-pers/{article.feed_id}")[1] == []
    )
    assert b"3456" not in kit(client, article).read("naskah.txt")
