"""Looking at an article before it is out: the newsroom, and one person outside through a link."""

import re
from datetime import timedelta
from urllib.parse import unquote_plus

import pytest
import time_machine
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles import submission
from articles.models import Article, PreviewAnswer, PreviewLink
from tests.factories import (
    LONG_AGO,
    make_article,
    make_council,
    make_institution,
    make_official,
    make_photo,
    make_preview_link,
    make_user,
    make_visit,
    tomorrow,
)

pytestmark = pytest.mark.django_db

STATES = ("draft", "in_review", "scheduled", "published", "withdrawn")
EDITORS = {"Redaktur", "Administrator"}
NEWSROOM = {"Penulis", *EDITORS}
CLOSED = {
    "expired": ("in_review", {"expires_at": timezone.now() - timedelta(minutes=1)}),
    "revoked": ("in_review", {"revoked_at": timezone.now()}),
    "published": ("published", {}),
    "withdrawn": ("withdrawn", {}),
}


def page_of(article, name="preview"):
    return reverse(f"admin:articles_article_{name}", args=[article.pk])


def secret_article(**fields):
    return make_article("Rahasia Gotong", body="<p>Isi rahasia.</p>", **{"state": "in_review", **fields})


def said(response):
    return response.content.decode()


def policy(response, name):
    parts = dict(part.strip().split(" ", 1) for part in response["Content-Security-Policy"].split(";"))
    return parts.get(name)


def answer(link, **data):
    return Client().post(link.get_absolute_url(), data)


# The newsroom ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("state", STATES)
def test_preview_is_the_public_page_in_any_state(client, state):
    article = secret_article(state=state, photos=[make_photo()])
    client.force_login(make_user("Penulis"))

    response = client.get(page_of(article))

    page = said(response)
    assert [template.name for template in response.templates][:1] == ["articles/article_detail.html"]
    assert ("Isi rahasia." in page, 'name="robots" content="noindex"' in page) == (True, True)
    assert ("og:" in page, "twitter:" in page, "canonical" in page) == (False, False, False)
    assert response["X-Robots-Tag"] == "noindex"
    assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))


def test_only_the_preview_may_be_framed_and_only_its_screen_frames(client):
    article = secret_article()
    client.force_login(make_user("Redaktur"))

    frames = {
        name: (
            response["X-Frame-Options"],
            policy(response, "frame-ancestors"),
            policy(response, "frame-src"),
        )
        for name in ("preview", "preview_screen", "review", "change")
        if (response := client.get(page_of(article, name)))
    }

    assert frames == {
        "preview": ("SAMEORIGIN", "'self'", None),
        "preview_screen": ("DENY", "'none'", "'self'"),
        "review": ("DENY", "'none'", None),
        "change": ("DENY", "'none'", None),
    }


@pytest.mark.parametrize(
    ("asked", "shown"),
    [("", "ponsel"), ("ponsel-kecil", "ponsel-kecil"), ("meja", "meja"), ("<script>", "ponsel")],
)
def test_width_is_chosen_by_a_plain_link(client, asked, shown):
    article = secret_article()
    client.force_login(make_user("Penulis"))

    page = said(client.get(page_of(article, "preview_screen"), {"lebar": asked}))

    assert re.findall(r'<iframe class="preview-frame ([\w-]+)" src="([^"]+)"', page) == [
        (shown, page_of(article))
    ]


ADDRESSES = {
    ("preview", "get"): NEWSROOM,
    ("preview_screen", "get"): NEWSROOM,
    ("review", "get"): NEWSROOM,
    ("preview_screen", "post"): EDITORS,
    ("preview_revoke", "post"): EDITORS,
}


def ask(client, name, method, link):
    arguments = [link.article_id, link.pk] if name == "preview_revoke" else [link.article_id]
    address = reverse(f"admin:articles_article_{name}", args=arguments)
    return getattr(client, method)(address, {"person": "Pak Budi", "days": "7"})


@pytest.mark.parametrize("group", [None, "", "Penulis", "Redaktur", "Administrator"])
@pytest.mark.parametrize(("name", "method"), ADDRESSES)
def test_address_is_open_to_those_who_may(client, group, name, method):
    link = make_preview_link(secret_article())
    if group is not None:
        client.force_login(make_user(group))
    before = list(PreviewLink.objects.values())

    response = ask(client, name, method, link)

    if group in ADDRESSES[name, method]:
        changes = list(PreviewLink.objects.values()) != before
        assert (response.status_code, changes) == ((302, True) if method == "post" else (200, False))
    else:
        assert response.status_code == (403 if group else 302)
        assert list(PreviewLink.objects.values()) == before
        assert "rahasia" not in said(response).lower()
        assert response.get("Location", "/admin/login/").startswith("/admin/login/")


@pytest.mark.parametrize(
    ("name", "method", "status"),
    [
        ("preview_revoke", "get", 405),
        ("preview_screen", "get", 404),
        ("preview", "get", 404),
        ("review", "get", 404),
    ],
)
def test_wrong_method_or_article_is_refused(client, name, method, status):
    link = make_preview_link()
    link.article_id += 0 if status == 405 else 10**18
    client.force_login(make_user("Redaktur"))

    assert ask(client, name, method, link).status_code == status


def test_link_of_another_article_is_not_revoked(client):
    link, other = make_preview_link(), make_article(state="draft")
    client.force_login(make_user("Redaktur"))

    response = client.post(reverse("admin:articles_article_preview_revoke", args=[other.pk, link.pk]))

    link.refresh_from_db()
    assert (response.status_code, link.revoked_at) == (404, None)


def test_made_link_says_who_and_until_when(client):
    article = secret_article()
    editor = make_user("Redaktur")
    client.force_login(editor)

    with time_machine.travel(LONG_AGO, tick=False):
        client.force_login(editor)
        client.post(page_of(article, "preview_screen"), {"person": " Pak Budi ", "days": "7"})

    link = PreviewLink.objects.get()
    assert (link.article, link.person, link.made_by, link.made_at, link.expires_at) == (
        article,
        "Pak Budi",
        editor,
        LONG_AGO,
        LONG_AGO + timedelta(days=7),
    )


def test_unseen_characters_are_taken_out_of_a_name(client):
    article = secret_article()
    client.force_login(make_user("Redaktur"))

    client.post(page_of(article, "preview_screen"), {"person": "Pak\x07 Budi", "days": "3"})

    assert PreviewLink.objects.get().person == "Pak Budi"


@pytest.mark.parametrize(
    "data",
    [
        {"person": "", "days": "3"},
        {"person": "a" * 1_000_000, "days": "3"},
        {"person": "Pak\x00 Budi", "days": "3"},
        {"person": "Pak Budi", "days": "15"},
        {"person": "Pak Budi", "days": "tiga"},
        {"person": "Pak Budi"},
    ],
)
def test_link_that_makes_no_sense_is_not_made_and_keeps_what_was_typed(client, data):
    article = secret_article()
    client.force_login(make_user("Redaktur"))

    response = client.post(page_of(article, "preview_screen"), data)

    assert (response.status_code, PreviewLink.objects.exists()) == (200, False)
    assert response.context["form"].errors
    assert response.context["form"]["person"].value() == data["person"]


@pytest.mark.parametrize("state", ["published", "withdrawn"])
def test_link_is_not_made_for_what_was_public(client, state):
    article = secret_article(state=state)
    client.force_login(make_user("Redaktur"))

    data = {"person": "Pak Budi", "days": "3"}
    response = client.post(page_of(article, "preview_screen"), data, follow=True)

    assert (PreviewLink.objects.exists(), "tidak perlu tautan" in said(response)) == (False, True)


def test_address_is_told_only_to_those_who_may_give_it_away(client):
    link = make_preview_link(secret_article())
    told = {}

    for group in ("Penulis", "Redaktur"):
        client.force_login(make_user(group))
        pages = [said(client.get(page_of(link.article, name))) for name in ("preview_screen", "review")]
        told[group] = [link.key in page for page in pages]

    assert told == {"Penulis": [False, False], "Redaktur": [True, False]}


def test_editor_sees_openings_and_answers_in_plain_words(client):
    link = make_preview_link(secret_article())
    answer(link, aksi="buka")
    answer(link, aksi="catatan", note="<b>Tebal</b>\nbaris dua")
    client.force_login(make_user("Penulis"))

    page = said(client.get(page_of(link.article, "preview_screen")))

    assert "Dibuka 1 kali" in page
    assert "&lt;b&gt;Tebal&lt;/b&gt;<br>baris dua" in page


# The person outside ----------------------------------------------------------------------------------


def test_fetching_the_link_shows_nothing_and_counts_nothing(client):
    make_council()
    link = make_preview_link(secret_article(photos=[make_photo(caption="Foto rahasia")]))

    response = client.get(link.get_absolute_url())
    client.head(link.get_absolute_url())

    page = said(response)
    assert "Sebuah naskah menunggu tanggapan Anda" in page
    assert [
        word for word in ("ahasia", "<img", "og:", "twitter:", "Rina", "description") if word in page
    ] == []
    assert (response["Referrer-Policy"], response["Cache-Control"]) == ("no-referrer", "private, no-store")
    assert response["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert response["X-Frame-Options"] == "DENY"
    assert (response.cookies, response.has_header("ETag")) == ({}, False)
    link.refresh_from_db()
    assert (link.opened_count, link.opened_at) == (0, None)


def test_pressing_the_button_shows_the_real_page_and_counts_once():
    make_council()
    link = make_preview_link(secret_article())
    outsider = Client(enforce_csrf_checks=True)

    response = outsider.post(link.get_absolute_url(), {"aksi": "buka"}, headers={"Origin": "null"})

    page = said(response)
    assert [template.name for template in response.templates][:1] == ["articles/article_detail.html"]
    assert ("Isi rahasia." in page, "Ibu Rina" in page, "og:" in page) == (True, True, False)
    assert (response.status_code, response.cookies) == (200, {})
    assert (response["Referrer-Policy"], response["Cache-Control"]) == ("no-referrer", "private, no-store")
    link.refresh_from_db()
    assert link.opened_count == 1
    assert link.opened_at is not None


def test_newsroom_looks_without_counting_and_cannot_answer(client):
    link = make_preview_link(secret_article())
    client.force_login(make_user("Redaktur"))

    opened = client.post(link.get_absolute_url(), {"aksi": "buka"})
    answered = client.post(link.get_absolute_url(), {"aksi": "setuju"})

    link.refresh_from_db()
    assert ("Isi rahasia." in said(opened), 'value="setuju"' in said(opened)) == (True, False)
    assert (answered.status_code, link.opened_count, link.answer) == (400, 0, None)


def test_link_shows_what_will_be_public_with_the_article_and_no_more():
    article = secret_article(state="draft")
    follower = make_official("Tokoh Ikut", published_at=None, published_with=article.feed_id)
    hidden, public = make_official("Tokoh Tersembunyi", published_at=None), make_official("Tokoh Umum")
    for official in (follower, hidden, public):
        article.article_officials.create(official=official)
    article.article_institutions.create(institution=make_institution("Badan Tersembunyi", published_at=None))
    Article.objects.filter(pk=article.pk).update(visit=make_visit("Kunjungan tersembunyi", published_at=None))

    page = said(answer(make_preview_link(article), aksi="buka"))

    names = ("Tokoh Ikut", "Tokoh Umum", "Tokoh Tersembunyi", "Badan Tersembunyi", "Kunjungan tersembunyi")
    assert [name for name in names if name in page] == ["Tokoh Ikut", "Tokoh Umum"]


def test_photos_of_the_page_are_fetched_by_it_and_by_nobody_else(client):
    photo, foreign = make_photo(), make_photo()
    make_article(state="draft", photos=[foreign])
    link = make_preview_link(secret_article(photos=[photo]))
    page = said(answer(link, aksi="buka"))
    (address,) = set(re.findall(r'src="(/media/[^"]+)"', page))
    plain, query = address.split("?")

    fetched = client.get(address)
    others = [
        client.get(path).status_code for path in (plain, f"{plain}?izin=1.x", f"{foreign.shown.url}?{query}")
    ]
    link.revoke()

    assert (fetched.status_code, fetched["Cache-Control"]) == (200, "private, no-store")
    assert (others, client.get(address).status_code) == ([404, 404, 404], 404)


@pytest.mark.parametrize(("group", "status"), [(None, 404), ("", 404), ("Penulis", 200), ("Redaktur", 200)])
def test_hidden_photo_is_for_the_newsroom(client, group, status):
    photo = make_photo()
    secret_article(photos=[photo])
    if group is not None:
        client.force_login(make_user(group, is_staff=True))

    assert client.get(photo.shown.url).status_code == status


def test_answer_is_kept_and_the_link_says_so():
    link = make_preview_link(secret_article())

    response = answer(link, aksi="setuju", note="Sudah tepat.\r\nTerima kasih.")

    page = said(Client().get(link.get_absolute_url()))
    kept = [(each.kind, each.note) for each in PreviewAnswer.objects.all()]
    assert (response.status_code, response["Location"]) == (302, link.get_absolute_url())
    assert kept == [("setuju", "Sudah tepat.\nTerima kasih.")]
    assert ("Tanggapan Anda (setuju) diterima" in page, "Sudah tepat" in page) == (True, False)


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("", "Tulis catatannya, atau pilih Setuju."),
        ("a" * 1_000_000, "Catatan paling panjang 2000 karakter."),
        ("bunyi\x07", "Ada karakter yang tidak dapat disimpan."),
        ("nol\x00", "Ada karakter yang tidak dapat disimpan."),
    ],
)
def test_refused_note_stays_in_its_box_with_the_reason(note, words):
    link = make_preview_link(secret_article())

    response = answer(link, aksi="catatan", note=note)

    form = response.context["form"]
    assert (response.status_code, PreviewAnswer.objects.exists()) == (422, False)
    assert (words in said(response), form["note"].value()) == (True, note)


def test_note_of_the_full_length_with_line_breaks_is_taken():
    link = make_preview_link(secret_article())
    lines = "\n".join("a" * 99 for _ in range(20))

    answer(link, aksi="catatan", note=lines.replace("\n", "\r\n") + "b")

    assert PreviewAnswer.objects.get().note == lines + "b"
    assert len(lines + "b") == 2000


def test_html_in_a_note_is_text(client):
    link = make_preview_link(secret_article(), person="<i>Rina</i>")
    script = "<script>alert(1)</script>"

    answer(link, aksi="catatan", note=script)
    refused = said(answer(link, aksi="catatan", note=script + "a" * 2000))
    client.force_login(make_user("Redaktur"))
    pages = [said(client.get(page_of(link.article, name))) for name in ("preview_screen", "review")]

    assert [script in page or "<i>Rina" in page for page in (refused, *pages)] == [False] * 3
    assert PreviewAnswer.objects.get().note == script


def test_too_many_answers_are_refused_with_what_was_typed():
    link = make_preview_link(secret_article())
    for _ in range(5):
        answer(link, aksi="setuju")

    response = answer(link, aksi="catatan", note="Satu lagi")

    assert (response.status_code, link.answers.count()) == (429, 5)
    assert ("Terlalu banyak tanggapan" in said(response), "Satu lagi" in said(response)) == (True, True)


@pytest.mark.parametrize("action", ["", "hapus", "setuju\x00", "[]"])
def test_unknown_action_is_refused_and_shows_nothing(action):
    link = make_preview_link(secret_article())

    response = answer(link, aksi=action)

    assert (response.status_code, "ahasia" in said(response)) == (400, False)
    assert response["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("end", CLOSED)
def test_closed_link_tells_nothing_of_its_article(end, method):
    state, fields = CLOSED[end]
    fields = {"made_at": LONG_AGO, **fields}
    link = make_preview_link(secret_article(state=state), **fields)

    response = getattr(Client(), method)(link.get_absolute_url(), {"aksi": "buka"})
    refused = answer(link, aksi="setuju")

    page = said(response)
    assert (response.status_code, refused.status_code, link.answer) == (410, 410, None)
    assert ("Tautan ini sudah berakhir" in page, "ahasia" in page, "Rina" in page) == (True, False, False)
    assert (response["Referrer-Policy"], response["Cache-Control"]) == ("no-referrer", "private, no-store")


def test_closed_links_all_look_alike():
    pages = []
    for state, fields in CLOSED.values():
        link = make_preview_link(secret_article(state=state), **{"made_at": LONG_AGO, **fields})
        pages.append(said(Client().get(link.get_absolute_url())).replace(link.get_absolute_url(), ""))

    assert len(set(pages)) == 1


@pytest.mark.parametrize("change", [lambda t: t[:-1], lambda t: t[1:], lambda t: "x", lambda t: "a" * 5000])
@pytest.mark.parametrize("method", ["get", "post"])
def test_tampered_link_is_unknown(client, method, change):
    link = make_preview_link(secret_article())
    token = link.get_absolute_url().split("/")[2]

    response = getattr(client, method)(f"/pratinjau/{change(token)}/", {"aksi": "buka"})

    assert (response.status_code, "Tautan ini tidak dikenal" in said(response)) == (404, True)
    assert response["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options"])
def test_other_methods_are_refused(client, method):
    link = make_preview_link()

    assert getattr(client, method)(link.get_absolute_url()).status_code == 405


# Review ----------------------------------------------------------------------------------------------


def test_review_page_shows_text_state_and_the_verbs_of_the_account(client):
    article = secret_article(photos=[make_photo(alt="", caption="Taman")])
    verbs = {}

    for group in ("Penulis", "Redaktur"):
        client.force_login(make_user(group))
        response = client.get(page_of(article, "review"))
        verbs[group] = [label for _, label, _ in response.context["verbs"]]

    page = said(response)
    assert verbs == {
        "Penulis": [],
        "Redaktur": ["Terbitkan sekarang", "Setujui", "Jadwalkan", "Kembalikan dengan catatan"],
    }
    assert [word in page for word in ("Isi rahasia.", "belum punya teks alternatif", "<picture")] == [
        True
    ] * 3


@pytest.mark.parametrize("state", STATES)
def test_review_page_opens_in_every_state(client, state):
    article = secret_article(state=state)
    client.force_login(make_user("Redaktur"))

    response = client.get(page_of(article, "review"))

    assert (response.status_code, "Isi rahasia." in said(response)) == (200, True)


def test_desk_and_list_lead_to_the_review(client):
    article = secret_article()
    client.force_login(make_user("Redaktur"))
    addresses = ("admin:index", "admin:articles_article_changelist")

    pages = [said(client.get(reverse(name))) for name in addresses] + [
        said(client.get(page_of(article, "change")))
    ]

    assert [f'href="{page_of(article, "review")}"' in page for page in pages] == [True] * 3


def submit(client, article, sender):
    client.force_login(sender)
    address = reverse("admin:articles_article_verb", args=[article.pk, "kirim"])
    return client.post(address, follow=True)


def test_submitting_offers_a_ready_message_with_the_link(client):
    article = secret_article(state="draft")
    sender = make_user("Penulis", first_name="Dina", last_name="Rekaan")

    page = said(submit(client, article, sender))

    (address,) = re.findall(r'href="https://wa\.me/\?text=([^"]+)"', page)
    assert unquote_plus(address) == (
        "Berita “Rahasia Gotong” dari Dina Rekaan menunggu tinjauan. Baca dan putuskan di sini: "
        f"http://127.0.0.1{page_of(article, 'review')}"
    )
    assert f'href="{page_of(article, "review")}#kabar"' in page
    review = said(client.get(page_of(article, "review")))
    assert ("Dikirim oleh Dina Rekaan." in review, unquote_plus(address) in review) == (True, True)


def test_submitting_mails_the_reviewers_where_the_server_has_mail(
    client, settings, django_capture_on_commit_callbacks
):
    settings.HAS_EMAIL = True
    for number, group in enumerate(("Redaktur", "Redaktur", "Penulis", "Administrator")):
        make_user(group, email=f"orang{number}@contoh.id")
    make_user("Redaktur", email="")
    make_user("Redaktur", email="pergi@contoh.id", is_active=False)
    make_user("Redaktur", email="redaktur@peragaan.invalid")
    sender = make_user("Redaktur", username="dina", email="pengirim@contoh.id")
    article = make_article("Judul\nbaru", state="draft")

    with django_capture_on_commit_callbacks(execute=True):
        submit(client, article, sender)

    sent = sorted((letter.to, letter.subject) for letter in mail.outbox)
    assert sent == [([f"orang{number}@contoh.id"], "Menunggu tinjauan: Judul baru") for number in (0, 1)]
    assert {page_of(article, "review") in letter.body for letter in mail.outbox} == {True}
    assert {"Isi berita" in letter.body for letter in mail.outbox} == {False}


@pytest.mark.parametrize("has_email", [True, False])
def test_mail_that_fails_or_is_not_there_stops_nothing(
    client, settings, has_email, monkeypatch, django_capture_on_commit_callbacks
):
    settings.HAS_EMAIL = has_email
    tried = []

    def fail(*args, **kwargs):
        tried.append(True)
        raise ConnectionError

    monkeypatch.setattr("articles.submission.send_mail", fail)
    make_user("Redaktur", email="orang@contoh.id")
    article = secret_article(state="draft")

    with django_capture_on_commit_callbacks(execute=True):
        response = submit(client, article, make_user("Penulis"))

    article.refresh_from_db()
    assert (response.status_code, article.status, bool(tried)) == (200, "in_review", has_email)


def test_queue_that_is_down_stops_nothing(client, settings, monkeypatch, django_capture_on_commit_callbacks):
    settings.HAS_EMAIL = True

    monkeypatch.delattr(submission.mail_reviewers.__class__, "enqueue")
    article = secret_article(state="draft")

    with django_capture_on_commit_callbacks(execute=True):
        response = submit(client, article, make_user("Penulis"))

    assert response.status_code == 200


def test_embargo_is_told_in_the_newsroom(client):
    article = secret_article(state="scheduled", published_at=tomorrow())
    make_preview_link(article)
    client.force_login(make_user("Redaktur"))

    pages = [said(client.get(page_of(article, name))) for name in ("change", "review")]
    pages.append(said(client.get(reverse("admin:articles_article_changelist"))))

    assert ["Embargo sampai" in page for page in pages] == [True] * 3


@pytest.mark.parametrize("name", ["review", "preview_screen", "preview"])
@pytest.mark.usefixtures("early_in_the_hour")
def test_page_asks_no_more_queries_for_more_links_photos_and_people(client, name):
    article = secret_article()
    client.force_login(make_user("Redaktur"))

    def add(count):
        for number in range(count):
            answer(make_preview_link(article, person=f"Orang {number}"), aksi="setuju")
            article.article_photos.create(photo=make_photo(), order=number)
            article.article_officials.create(official=make_official())

    def queries():
        client.get(page_of(article, name))
        with CaptureQueriesContext(connection) as asked:
            client.get(page_of(article, name))
        return len(asked)

    add(2)
    few = queries()
    add(6)

    assert queries() == few
