"""The paste screen over HTTP, without a script."""

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles.admin.pasting import rights
from articles.admin.pasting.ends import told_open
from articles.models import Article, EndedCopy, PastedRelease, Photo, StagedPhoto
from articles.pasting.answers import Answers
from articles.pasting.copies import MOST_LETTERS, keep
from articles.reading import releases_in
from dprd_news.lib.indonesian import long_date
from tests.articles.pasting.pastes import linked, own_copy, paste
from tests.articles.reading.documents import docx
from tests.articles.releases import SOURCE, make_world
from tests.factories import jpeg, make_article, make_photo, make_user

pytestmark = pytest.mark.django_db

PASTE = "/admin/articles/article/tempel/"
GROUPS = ["Penulis", "Redaktur", "Administrator"]
OTHERS = [
    SOURCE.replace("Kebun Atap", name).replace("kebun atap", name.lower())
    for name in ("Taman Baca", "Pasar Pagi")
]


def address_of(pasted, name="pasted"):
    return reverse(f"admin:articles_article_{name}", args=[pasted.pk])


@pytest.mark.parametrize("group", ["", *GROUPS])
def test_screen_opens_for_the_newsroom_alone(client, group):
    user = make_user(group)
    client.force_login(user) if group else None

    answer = client.get(PASTE)

    assert answer.status_code == (200 if group else 302)
    assert "no-store" in answer["Cache-Control"]


def test_bare_account_has_no_screen(client):
    client.force_login(make_user(is_staff=True))

    assert client.get(PASTE).status_code == 403


@pytest.mark.parametrize("name", ["pasted", "pasted_state", "pasted_photos"])
def test_working_copy_is_its_editors_own(client, name):
    (pasted,) = paste(make_user("Penulis"), SOURCE)
    client.force_login(make_user("Administrator"))

    answer = client.post(address_of(pasted, name), {"_discard": "1", "title": "Rebut"})

    pasted.refresh_from_db()
    assert (answer.status_code, pasted.answers) == (404, {})


@pytest.mark.parametrize("group", GROUPS)
def test_whole_job_without_a_script(client, group):
    make_world()
    client.force_login(make_user(group))
    picture = SimpleUploadedFile("foto.jpg", jpeg(), "image/jpeg")

    opened = client.post(PASTE, {"source_text": SOURCE, "files": [picture]}, follow=True)
    pasted = PastedRelease.objects.get()
    form = {offer.key: Answers(pasted).chosen(offer) for offer in Answers(pasted).offers}
    form = {key: value for key, value in form.items() if value}
    kept = client.post(address_of(pasted), form | {"_new": "1"}, follow=True)
    form = {key: values[0] for key, values in PastedRelease.objects.get().answers.items()}
    client.post(address_of(pasted), form | {"_save": "1", "visit": "new"})

    article = Article.objects.get()
    text = opened.content.decode()
    assert 'class="mark kind-official" href="#usul-official-1">Larasati Dewi Wiguna</a>' in text
    assert "Pejabat</span> Bagus Santoso" in text
    assert 'value="new" checked' in kept.content.decode()
    assert len(linked(article)) == 2
    assert (Photo.objects.get().credit, article.photos.count()) == ("", 1)
    assert PastedRelease.objects.count() == 0


def test_error_keeps_every_answer_and_leads_to_its_place(client):
    make_world()
    pasted = own_copy(client)

    answer = client.post(address_of(pasted), {"_save": "1", "byline": "Nilam", "body": ""})

    pasted.refresh_from_db()
    text = answer.content.decode()
    assert '<a href="#usul-title">Pilih judul yang diusulkan, atau tulis sendiri.</a>' in text
    assert '<a href="#id_body">Isi berita masih kosong.</a>' in text
    assert (pasted.answers, Article.objects.count()) == ({"byline": ["Nilam"], "body": [""]}, 0)


def test_state_is_kept_and_offered_again(client):
    make_world()
    pasted = own_copy(client)

    said = client.post(address_of(pasted, "pasted_state"), {"byline": "Baru/red", "official-0": "none"})

    shown = client.get(address_of(pasted)).content.decode()
    assert (said.json(), 'value="Baru/red"' in shown) == ({"kept": True}, True)
    assert ">Kebun Atap Mekarsari Jadi Tempat Belajar</a>" in client.get(PASTE).content.decode()


def test_photo_is_staged_at_once_and_gone_with_the_copy(
    client, media_root, django_capture_on_commit_callbacks
):
    pasted = own_copy(client)
    uploads = [SimpleUploadedFile("a.jpg", jpeg()), SimpleUploadedFile("b.jpg", b"bukan foto")]

    said = client.post(address_of(pasted, "pasted_photos"), {"photos": uploads}).content.decode()
    count = pasted.photos.count()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(address_of(pasted), {"_discard": "1"})

    files = [path for path in media_root.rglob("*") if path.is_file()]
    assert (count, "b.jpg: " in said, Photo.objects.count(), files) == (1, True, 0, [])


def test_word_file_is_read_with_its_pictures(client):
    make_world()
    client.force_login(make_user("Penulis"))
    file = SimpleUploadedFile("rilis.docx", docx(SOURCE.split("\n\n"), pictures=[jpeg()]))

    client.post(PASTE, {"source_text": "", "files": [file]})

    pasted = PastedRelease.objects.get()
    assert (pasted.reading["title"], pasted.photos.count()) == ("Kebun Atap Mekarsari Jadi Tempat Belajar", 1)


@pytest.mark.parametrize("name", ["rilis.pdf", "rilis.doc"])
def test_file_that_cannot_be_read_is_told_what_to_do(client, name):
    client.force_login(make_user("Penulis"))

    answer = client.post(
        PASTE, {"files": [SimpleUploadedFile(name, b"%PDF-1.7 " if "pdf" in name else b"\xd0\xcf")]}
    )

    assert "belum dapat dibaca" in answer.content.decode()


def test_draft_is_read_again_but_nothing_published(client):
    client.force_login(make_user("Redaktur"))
    draft = make_article("Draf", state="draft", source_text=SOURCE)
    public = make_article("Terbit", source_text=f"{SOURCE} Lagi.")

    opened = client.get(PASTE, {"berita": draft.pk}).content.decode()
    refused = client.get(PASTE, {"berita": public.pk}).status_code
    button = client.get(reverse("admin:articles_article_change", args=[draft.pk])).content.decode()

    assert ("Kebun Atap Mekarsari" in opened, refused) == (True, 403)
    assert f'name="berita" value="{draft.pk}">Baca ulang naskah' in button


def test_unchanged_draft_is_read_again_in_one_step(client):
    make_world()
    client.force_login(make_user("Redaktur"))
    title, day = "Kebun Atap Mekarsari Jadi Tempat Belajar", date(2025, 6, 23)
    draft = make_article(title, state="draft", source_text=SOURCE, event_date=day)
    draft.photos.add(make_photo(caption="Kebun di atap."))

    shown = client.post(PASTE, {"berita": draft.pk}, follow=True).content.decode()

    pasted = PastedRelease.objects.get()
    offers = {offer.key: offer for offer in Answers(pasted).offers}
    assert (pasted.article, pasted.source_text) == (draft, SOURCE)
    assert [Answers(pasted).chosen(offers[key]) for key in ("title", "event_date")] == [title, "2025-06-23"]
    assert shown.count("sesuai draf</span>") == 2
    assert '<ul class="draft-photos"' in shown
    assert "Kebun di atap." in shown


def test_words_of_the_draft_that_nobody_proposed_stand_as_written(client):
    make_world()
    client.force_login(make_user("Redaktur"))
    draft = make_article("Judul Sendiri", state="draft", source_text=SOURCE, event_date=date(2025, 6, 24))

    shown = client.post(PASTE, {"berita": draft.pk}, follow=True).content.decode()

    answers = Answers(PastedRelease.objects.get())
    assert [answers.chosen(offer) for offer in answers.offers[:2]] == ["other", "other"]
    assert '<span class="picked">Judul Sendiri</span>' in shown
    assert f'<span class="picked">{long_date(date(2025, 6, 24))}</span>' in shown


def test_paste_of_several_opens_what_is_not_on_file_yet(client):
    make_world()
    first = make_article("Kebun <Atap>", state="draft", source_text=SOURCE)
    client.force_login(make_user("Penulis"))

    shown = client.post(PASTE, {"source_text": "\n\n".join([SOURCE, *OTHERS])}, follow=True).content.decode()

    address = reverse("admin:articles_article_change", args=[first.pk])
    starts = PastedRelease.objects.order_by("pk").values_list("source_text", flat=True)
    assert [text.strip()[:10] for text in starts] == ["Taman Baca", "Pasar Pagi"]
    assert f'tidak dibaca lagi: <a href="{address}">Kebun &lt;Atap&gt;</a>.' in shown
    assert "Tempelan ini berisi 2 rilis baru. Ini yang pertama;" in shown


@pytest.mark.parametrize(
    ("headline", "start"),
    [("Kebun Atap Dibuka untuk Warga\n\n", "Kebun Atap Dibuka untuk Warga"), ("", "MEKARSARI - Pengurus")],
)
def test_unfinished_work_is_listed_by_its_headline(client, headline, start):
    editor = make_user("Penulis")
    client.force_login(editor)
    text = "MEKARSARI - Pengurus kebun atap membuka pintunya bagi warga, Senin (23/6/2025)."
    paste(editor, headline + text)

    shown = client.get(PASTE).content.decode()

    assert f'">{start}' in shown


def test_paste_of_several_that_are_all_on_file_names_each(client):
    make_world()
    texts = [SOURCE, OTHERS[0]]
    kept = [make_article(f"Berita {n}", state="draft", source_text=text) for n, text in enumerate(texts)]
    client.force_login(make_user("Penulis"))

    shown = client.post(PASTE, {"source_text": "\n\n".join(texts)}).content.decode()

    links = "; ".join(
        f'<a href="{reverse("admin:articles_article_change", args=[one.pk])}">{one}</a>' for one in kept
    )
    assert (f"Naskah ini sudah ada sebagai {links}." in shown, PastedRelease.objects.count()) == (True, 0)


def test_paste_is_looked_through_once(client, monkeypatch):
    make_world()
    make_article("Kebun Atap", state="draft", source_text=SOURCE)
    client.force_login(make_user("Penulis"))
    seen = []
    monkeypatch.setattr(
        "articles.pasting.copies.releases_in", lambda text: seen.append(text) or releases_in(text)
    )

    client.post(PASTE, {"source_text": f"{SOURCE}\n\n{OTHERS[0]}"})

    assert (len(seen), PastedRelease.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (" \n ", "Belum ada naskah. Tempel teksnya, atau pilih berkas Word (.docx); foto saja belum cukup."),
        ("kata " * 200_001, "Naskah lebih besar dari 1 MB. Tempel beberapa rilis saja sekaligus."),
    ],
)
def test_pasted_text_that_cannot_be_read_is_refused_without_speaking_of_a_file(client, text, told):
    client.force_login(make_user("Penulis"))

    shown = client.post(PASTE, {"source_text": text}).content.decode()

    assert (told in shown, "erkas kosong" in shown, ".txt (UTF-8)" in shown) == (True, False, False)


def test_hostile_source_is_shown_as_text(client):
    make_world()
    pasted = own_copy(client, f"{SOURCE}\n<script>alert(1)</script> <b onclick=x>tebal</b>")

    shown = client.get(address_of(pasted)).content.decode()

    assert ("<script>alert(1)" in shown, "&lt;script&gt;alert(1)" in shown) == (False, True)


def test_look_up_tells_namesakes_apart(client):
    make_world()
    client.force_login(make_user("Penulis"))

    found = client.get(f"{PASTE}cari/", {"jenis": "official", "q": "bagus"}).json()["found"]

    assert [row["value"] for row in found] == [
        "Bagus Santoso [bagus-santoso]",
        "Ir. Bagus Santoso [bagus-santoso-2]",
    ]


def test_text_too_long_for_an_article_is_refused_at_once(client):
    client.force_login(make_user("Penulis"))
    paragraph = "Warga bertanya tentang jalan dan kebun di atap rumah. "

    answer = client.post(PASTE, {"source_text": paragraph * (MOST_LETTERS // len(paragraph) + 1)})

    told = "satu berita memuat paling banyak 150.000 huruf"
    assert (told in answer.content.decode(), PastedRelease.objects.count()) == (True, 0)


def saved_copy(client):
    """The address of a copy that this client has saved, and the draft made of it."""
    make_world()
    pasted = own_copy(client)
    (other,) = paste(pasted.editor, OTHERS[0])
    address = address_of(pasted)
    answer = client.post(address, {"_save": "1", "title": "other", "title-other": "Kebun Atap"}, follow=True)
    return address, Article.objects.get(), answer.content.decode(), other


@pytest.mark.parametrize("method", ["get", "post"])
def test_address_of_a_saved_copy_leads_to_its_draft(client, method):
    address, article, _, _ = saved_copy(client)

    answer = getattr(client, method)(address, follow=True)

    (url, status) = answer.redirect_chain[0]
    assert (url, status) == (reverse("admin:articles_article_change", args=[article.pk]), 302)
    assert "Naskah itu sudah disimpan; ini drafnya." in answer.content.decode()


def test_saving_tells_what_still_waits(client):
    _, _, told, _ = saved_copy(client)

    assert f'Masih ada 1 naskah yang belum selesai di <a href="{PASTE}">Tempel rilis</a>.' in told


def test_saving_names_all_that_was_left_open_and_leads_to_the_next_of_its_paste(client):
    make_world()
    editor = make_user("Penulis")
    client.force_login(editor)
    client.post(PASTE, {"source_text": "\n\n".join([SOURCE, *OTHERS])})
    copies = list(PastedRelease.objects.order_by("pk"))
    paste(editor, "Naskah lain yang ditempel sesudahnya.")
    title = {"_save": "1", "title": "other", "activity": "other"}

    pages = [
        client.post(
            address_of(copies[n]), title | {"title-other": f"Judul {n}", "body": f"Isi {n}."}, follow=True
        )
        for n in (1, 2)
    ]

    told = [page.content.decode() for page in pages]
    assert len(copies) == 3
    assert f'Lanjut ke <a href="{address_of(copies[2])}">' in told[0]
    assert f'Lanjut ke <a href="{address_of(copies[0])}">' in told[1]
    assert "Masih ada 3 naskah" in told[0]


def test_whatever_was_left_open_is_listed():
    few, many = ["A & B", "C"], [f"Nama {n}" for n in range(6)]

    assert told_open(few) == "Belum diputuskan, jadi tidak dipakai: A & B; C."
    assert told_open([*many, "<b>"]).startswith(
        "<details><summary>7 usulan belum diputuskan, jadi tidak dipakai"
    )
    assert told_open([*many, "<b>"]).endswith("; Nama 5; &lt;b&gt;.</p></details>")


def test_address_of_a_discarded_copy_leads_back_to_the_box(client):
    pasted = own_copy(client)
    client.post(address_of(pasted), {"_discard": "1"})

    answer = client.get(address_of(pasted), follow=True)

    assert answer.redirect_chain == [(PASTE, 302)]
    assert "Salinan kerja itu sudah dibuang." in answer.content.decode()


def test_saved_copy_leads_those_who_may_see_its_draft_in_any_session(client):
    address, article, _, _ = saved_copy(client)
    client.force_login(make_user("Administrator"))
    seen = client.get(address)
    client.force_login(make_user(is_staff=True))

    assert (seen.status_code, seen["Location"]) == (
        302,
        reverse("admin:articles_article_change", args=[article.pk]),
    )
    assert client.get(address).status_code == 404


def test_discarded_copy_stays_hidden_from_everybody_else(client):
    pasted = own_copy(client)
    client.post(address_of(pasted), {"_discard": "1"})
    client.force_login(make_user("Administrator"))

    assert client.get(address_of(pasted)).status_code == 404


@pytest.mark.parametrize(
    ("button", "ends", "to", "told"),
    [
        ("_save", "saved", "draft", "Naskah itu sudah disimpan; ini drafnya."),
        ("_new", "saved", "draft", "Naskah itu sudah disimpan; ini drafnya."),
        ("_save", "discarded", "box", "Salinan kerja itu sudah dibuang."),
        ("_save", "swept", "box", "Salinan kerja itu sudah dibuang."),
    ],
)
def test_press_on_a_copy_that_ended_meanwhile_is_led_on(client, monkeypatch, button, ends, to, told):
    make_world()
    pasted = own_copy(client)
    article = make_article(source_text=pasted.source_text) if ends == "saved" else None

    def late(copy, sent):
        # The other press was quicker: it took the copy away while this one was on its way.
        other = PastedRelease.objects.get(pk=copy.pk)
        other.discard() if ends == "swept" else other.end(article)
        return keep(copy, sent)

    monkeypatch.setattr("articles.pasting.copies.keep", late)

    answer = client.post(
        address_of(pasted), {button: "1", "title": "other", "title-other": "Kebun Atap"}, follow=True
    )

    goal = PASTE if to == "box" else reverse("admin:articles_article_change", args=[article.pk])
    assert answer.redirect_chain == [(goal, 302)]
    assert told in answer.content.decode()
    assert Article.objects.count() == (article is not None)


@pytest.mark.parametrize("name", ["pasted_state", "pasted_photos"])
def test_page_left_open_is_told_what_became_of_its_copy(client, name):
    _, article, _, _ = saved_copy(client)
    of_name = reverse(f"admin:articles_article_{name}", args=[EndedCopy.objects.get().copy])

    said = client.post(of_name, {"byline": "Baru", "photos": [SimpleUploadedFile("a.jpg", jpeg())]})

    assert (said.status_code, said.json()) == (
        410,
        {
            "told": "Naskah itu sudah disimpan; ini drafnya.",
            "url": reverse("admin:articles_article_change", args=[article.pk]),
            "label": "Kebun Atap",
        },
    )


def test_state_of_a_copy_that_ended_is_not_kept(client, monkeypatch):
    pasted = own_copy(client)
    monkeypatch.setattr("articles.pasting.copies.keep", lambda copy, sent: None)

    assert client.post(address_of(pasted, "pasted_state"), {"byline": "Baru"}).status_code == 410


@pytest.mark.parametrize(("printed", "proposed"), [("***", ""), ("(Nilam/red)", "Nilam/red")])
def test_marks_that_close_a_text_are_no_byline(printed, proposed):
    make_world()
    (pasted,) = paste(make_user("Penulis"), f"{SOURCE.rsplit(chr(10), 1)[0]}\n\n{printed}")

    assert Answers(pasted).text("byline") == proposed


def test_words_too_long_for_their_field_are_told_beside_it_and_kept(client):
    make_world()
    pasted = own_copy(client)
    photo = StagedPhoto.stage(pasted, "a.jpg", jpeg())
    alt, credit = f"photo-{photo.pk}-alt", f"photo-{photo.pk}-credit"
    sent = {"title": "other", "title-other": "Kebun", "body": "Isi.", "activity": "other"}
    sent |= {alt: "a" * 301, credit: "k" * 201, "byline": "b" * 121, "place": "t" * 201, "_save": "1"}

    shown = client.post(address_of(pasted), sent).content.decode()
    dropped = client.post(
        address_of(pasted), sent | {"byline": "b", "place": "t", f"photo-{photo.pk}-drop": "on"}
    )

    told = "Teks alternatif terlalu panjang: 301 huruf, paling banyak 300. Ringkaskan dahulu."
    assert f'<a href="#id_{alt}">{told}</a>' in shown
    assert f'<p class="error" id="id_{alt}_error">{told}</p>' in shown
    assert f'name="{alt}" value="{"a" * 301}" maxlength="300"' in shown
    assert f'name="{credit}" value="{"k" * 201}" maxlength="200"' in shown
    assert [f'id="id_{name}_error"' in shown for name in (credit, "byline", "place")] == [True] * 3
    assert (dropped.status_code, Article.objects.get().byline, Photo.objects.count()) == (302, "b", 0)


def test_button_for_many_offers_tells_without_a_script_what_it_did(client):
    make_world()
    pasted = own_copy(client, group="Redaktur")
    fresh = client.get(address_of(pasted)).content.decode()

    told = [
        client.post(address_of(pasted), {"byline": "Nilam", button: "1"}, follow=True).content.decode()
        for button in ("_sure", "_new", "_spell")
    ]

    assert "Terima semua yang pasti" not in fresh
    assert "7 usulan yang pasti diterima." in told[0]
    assert "2 yang belum dikenal akan dibuat baru." in told[1]
    assert "1 ejaan yang jelas diperbaiki." in told[2]


PRINTED = "Foto: Warga merawat kebun atap di Pasar Mekarsari. (Foto: Nilam/Humas DPRD Kota Mekarsari)"


def test_printed_caption_and_credit_are_of_the_first_photo_alone():
    make_world()
    (pasted,) = paste(make_user("Penulis"), SOURCE.replace("\n\nMEKARSARI", f"\n\n{PRINTED}\n\nMEKARSARI"))
    photos = [StagedPhoto.stage(pasted, "a.jpg", jpeg()), StagedPhoto.stage(pasted, "b.jpg", jpeg())]

    words = [[Answers(pasted).photo_words(one, name) for name in ("caption", "credit")] for one in photos]

    assert words == [
        ["Warga merawat kebun atap di Pasar Mekarsari.", "Nilam/Humas DPRD Kota Mekarsari"],
        ["", ""],
    ]


def test_house_credit_is_offered_and_taken_for_one_photo(client):
    make_world()
    pasted = own_copy(client)
    photos = [StagedPhoto.stage(pasted, "a.jpg", jpeg()), StagedPhoto.stage(pasted, "b.jpg", jpeg())]

    offered = client.get(address_of(pasted)).content.decode()
    client.post(address_of(pasted), {"byline": "Nilam", "_credit": str(photos[1].pk)})

    pasted.refresh_from_db()
    assert offered.count("Pakai kredit “Humas DPRD Kota Mekarsari”") == 2
    assert pasted.answers == {
        "byline": ["Nilam"],
        f"photo-{photos[1].pk}-credit": ["Humas DPRD Kota Mekarsari"],
    }


def test_longest_words_of_a_photo_arrive_whole(client):
    make_world()
    pasted = own_copy(client)
    photo = StagedPhoto.stage(pasted, "a.jpg", jpeg())
    sent = {"title": "other", "title-other": "Kebun", "body": "Isi.", "activity": "other", "_save": "1"}

    client.post(
        address_of(pasted),
        sent | {f"photo-{photo.pk}-alt": "a" * 300, f"photo-{photo.pk}-credit": "k" * 200},
    )

    assert [(one.alt, one.credit) for one in Photo.objects.all()] == [("a" * 300, "k" * 200)]


@pytest.mark.parametrize(
    ("name", "most"),
    [
        ("official-0-name", 200),
        ("official-0-front", 60),
        ("official-0-back", 120),
        ("official-0-post", 250),
        ("institution-1-name", 250),
        ("visit-title", 250),
    ],
)
def test_words_too_long_for_what_is_made_are_told_beside_their_field(client, name, most):
    make_world()
    pasted = own_copy(client, group="Redaktur")
    sent = {"title": "other", "title-other": "Kebun", "body": "Isi.", "activity": "other", "_save": "1"}
    sent |= {"official-0": "new", "institution-1": "new", "visit": "new"}

    shown = client.post(address_of(pasted), sent | {name: "x" * (most + 1)}).content.decode()
    is_refused = not Article.objects.exists()
    client.post(address_of(pasted), sent | {name: "x" * most})

    assert f"terlalu panjang: {most + 1} huruf, paling banyak {most}. Ringkaskan dahulu.</p>" in shown
    assert f'name="{name}" value="{"x" * (most + 1)}" maxlength="{most}"' in shown
    assert f'<p class="error" id="id_{name}_error">' in shown
    assert '<details class="more" open>' in shown
    assert (is_refused, Article.objects.count()) == (True, 1)


@pytest.mark.parametrize("is_box", [True, False])
def test_photos_too_many_for_one_request_are_named(client, monkeypatch, is_box):
    monkeypatch.setattr("articles.admin.pasting.uploads.MOST_FILES", 2)
    pasted = own_copy(client)
    files = [SimpleUploadedFile(f"foto-{n}.jpg", jpeg()) for n in (1, 40, 90, 200)]

    if is_box:
        shown = client.post(PASTE, {"source_text": SOURCE, "files": files}, follow=True)
    else:
        shown = client.post(address_of(pasted), {"_keep": "1", "photos": files}, follow=True)

    told = "2 berkas ini tidak diambil; pilih lagi bila perlu: foto-90.jpg, foto-200.jpg."
    assert (told in shown.content.decode(), pasted.photos.count()) == (True, 2)


def test_half_a_name_is_counted_as_open(client):
    make_world()
    pasted = own_copy(client)

    def count(words):
        keep(pasted, {"official-0": ["other"], "official-0-other": [words]})
        return int(
            re.search(r'id="open-count"[^>]*>(\d+)<', client.get(address_of(pasted)).content.decode())[1]
        )

    assert count("Edw") == count("Larasati Dewi Wiguna") + 1


def test_photo_chosen_is_staged_though_saving_fails(client):
    make_world()
    pasted = own_copy(client)
    sent = {
        "_save": "1",
        "title": "other",
        "title-other": "",
        "official-1": "other",
        "official-1-other": "Edw",
    }

    shown = client.post(address_of(pasted), sent | {"photos": [SimpleUploadedFile("a.jpg", jpeg())]})

    assert "Draf belum disimpan." in shown.content.decode()
    assert f'id="foto-{pasted.photos.get().pk}"' in shown.content.decode()


@pytest.mark.parametrize("is_on_file", [True, False])
def test_files_of_a_paste_that_came_to_nothing_are_to_be_chosen_again(client, is_on_file):
    client.force_login(make_user("Penulis"))
    make_article("Kebun", state="draft", source_text=SOURCE)
    file = SimpleUploadedFile("a.jpg", jpeg())

    shown = client.post(
        PASTE, {"source_text": SOURCE if is_on_file else " ", "files": [file]}
    ).content.decode()

    assert "Berkas yang tadi dipilih belum tersimpan, jadi pilih lagi: a.jpg." in shown


def test_copy_that_ends_elsewhere_while_it_is_discarded_leads_on(client, monkeypatch):
    pasted = own_copy(client)
    own = rights.own_copy

    def ended_meanwhile(*told):
        found = own(*told)
        PastedRelease.objects.get(pk=pasted.pk).end()
        return found

    monkeypatch.setattr("articles.admin.pasting.rights.own_copy", ended_meanwhile)

    answer = client.post(address_of(pasted), {"_discard": "1"})

    assert (answer.status_code, answer["Location"]) == (302, PASTE)
