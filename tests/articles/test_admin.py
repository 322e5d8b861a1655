from datetime import date

import pytest
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from articles.models import AcceptedWarning, Article, ArticleEvent, ArticleOfficial, Correction, Photo
from people.models import ProposedChange
from tests.factories import (
    jpeg,
    make_article,
    make_council,
    make_institution,
    make_official,
    make_photo,
    make_position,
    make_post,
    make_topic,
    make_user,
    make_visit,
    tomorrow,
)
from tests.forms import send

pytestmark = pytest.mark.django_db

EMPTY_INLINES = {
    f"{prefix}-{name}": "0"
    for prefix in ("article_photos", "article_officials", "article_institutions")
    for name in ("TOTAL_FORMS", "INITIAL_FORMS")
}
RELEASE = """KOTA MEKARSARI - Warga dan petugas merawat
taman bersama pada Sabtu pagi.

Kegiatan itu diikuti puluhan warga dari
tiga kelurahan. (Rekaan/red)
"""
# Per verb: the state it is tried in, what is sent, and who may do it.
EDITORS = {"Redaktur", "Administrator"}
VERBS = {
    "kirim": ("draft", {}, {"Penulis", *EDITORS}),
    "setujui": ("in_review", {}, EDITORS),
    "terbitkan": ("in_review", {}, EDITORS),
    "jadwalkan": ("in_review", {"at": "2099-01-05T14:00"}, EDITORS),
    "tunda": ("scheduled", {"note": ""}, EDITORS),
    "kembalikan": ("in_review", {"note": "Lengkapi tanggalnya."}, EDITORS),
    "tarik": ("published", {"reason": "Keliru sumber."}, EDITORS),
    "terbitkan-kembali": ("withdrawn", {"reason": "Sumbernya benar."}, EDITORS),
    "terima": ("draft", {"code": "event-date", "reason": "Memang tanpa tanggal."}, {"Penulis", *EDITORS}),
}
RESULTS = {
    "kirim": "in_review",
    "setujui": "in_review",
    "terbitkan": "published",
    "jadwalkan": "published",
    "tunda": "in_review",
    "kembalikan": "draft",
    "tarik": "withdrawn",
    "terbitkan-kembali": "published",
    "terima": "draft",
}


def form_of(article=None, **fields):
    values = {"title": "Judul", "lead": "", "body": "<p>Isi.</p>", "activity": "other", "slug": ""}
    if article is not None:
        values |= {"title": article.title, "body": article.body, "slug": article.slug}
        values["_version"] = article.version
    return values | EMPTY_INLINES | fields


def verb_address(article, name):
    return reverse("admin:articles_article_verb", args=[article.pk, name])


def told(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


@pytest.mark.parametrize("group", ["", "Penulis", "Redaktur", "Administrator"])
@pytest.mark.parametrize("name", VERBS)
def test_verb_acts_only_for_those_who_may(client, group, name):
    state, data, allowed = VERBS[name]
    article = make_article(state=state)
    before = Article.objects.values().get()
    if group:
        client.force_login(make_user(group=group))

    shown = client.get(verb_address(article, name)).status_code
    done = client.post(verb_address(article, name), data).status_code

    after = Article.objects.values().get()
    if group in allowed:
        assert (shown, done, after["status"]) == (200, 302, RESULTS[name])
    else:
        refused = 403 if group else 302
        assert (shown, done, after) == (refused, refused, before)


def everything():
    """Articles as stored, with what their verbs leave behind."""
    models = (Article, ArticleEvent, AcceptedWarning, Correction)
    return [list(model.objects.order_by("pk").values()) for model in models]


@pytest.mark.parametrize("name", VERBS)
def test_opening_a_confirmation_changes_nothing(client, name):
    article = make_article(state=VERBS[name][0])
    before = Article.objects.values().get()
    client.force_login(make_user(group="Redaktur"))

    client.get(verb_address(article, name))

    assert Article.objects.values().get() == before


def test_publishing_records_who_did_it_and_freezes_posts(client):
    council = make_council()
    official = make_official("Tokoh Rekaan")
    make_position(official, make_post("Ketua"), council.institution)
    article = make_article(state="in_review", officials=[official], event_date=date(2025, 6, 23))
    editor = make_user(group="Redaktur")
    client.force_login(editor)

    client.post(verb_address(article, "terbitkan"))

    article.refresh_from_db()
    printed = ArticleOfficial.objects.get().post_printed
    assert (article.is_public, article.published_by, printed) == (True, editor, "Ketua DPRD Kota Mekarsari")


def test_publishing_announces_what_was_made_by_hand_for_the_article(client):
    guest = make_institution("Pemerintah Kota Rekaan", published_at=None)
    kept_back = make_official("Tokoh Rekaan", published_at=None)
    visit = make_visit("Kunjungan rekaan", published_at=None, guests=[guest], receivers=[kept_back])
    article = make_article(state="in_review", visit=visit)
    client.force_login(make_user(group="Redaktur"))

    shown = client.get(verb_address(article, "terbitkan")).context["form"]["together"]
    chosen = [f"visit-{visit.pk}", f"institution-{guest.pk}"]
    client.post(verb_address(article, "terbitkan"), {"together": chosen})

    for record in (article, visit, guest, kept_back):
        record.refresh_from_db()
    assert (shown.initial, [record.published_at for record in (visit, guest, kept_back)]) == (
        [*chosen, f"official-{kept_back.pk}"],
        [article.published_at, article.published_at, None],
    )


def test_confirmation_offers_nothing_that_readers_see_already(client):
    article = make_article(state="in_review", visit=make_visit(guests=[make_institution()]))
    client.force_login(make_user(group="Redaktur"))

    form = client.get(verb_address(article, "terbitkan")).context["form"]

    assert list(form.fields) == []


def test_blocked_article_is_not_published_and_says_why(client):
    article = make_article(state="in_review", photos=[make_photo(alt="", caption="Taman")])
    client.force_login(make_user(group="Redaktur"))

    answer = client.post(verb_address(article, "terbitkan"))

    article.refresh_from_db()
    text = answer.content.decode()
    link = f'<a href="{reverse("admin:articles_article_change", args=[article.pk])}#id_article_photos-0-alt">'
    assert (answer.status_code, article.status) == (200, "in_review")
    assert f"{link}Foto “Taman” belum punya teks alternatif." in text


def test_past_time_is_no_schedule(client):
    article = make_article(state="in_review")
    client.force_login(make_user(group="Redaktur"))

    answer = client.post(verb_address(article, "jadwalkan"), {"at": "2020-01-05T14:00"})

    article.refresh_from_db()
    assert (article.status, "Pilih waktu yang akan datang" in answer.content.decode()) == ("in_review", True)


def test_withdrawal_without_a_reason_is_refused(client):
    article = make_article()
    client.force_login(make_user(group="Redaktur"))

    client.post(verb_address(article, "tarik"), {"reason": "  "})

    article.refresh_from_db()
    assert article.status == "published"


def test_verb_that_does_not_fit_the_state_is_refused_in_words(client):
    article = make_article(state="draft")
    client.force_login(make_user(group="Redaktur"))

    answer = client.post(verb_address(article, "tarik"), {"reason": "Coba."})

    assert told(answer) == ["Tindakan itu tidak berlaku untuk keadaannya sekarang."]


def test_forged_status_and_time_in_the_form_are_not_stored(client):
    article = make_article(state="draft")
    client.force_login(make_user(group="Redaktur"))

    forged = {"status": "published", "published_at": "2025-01-01", "published_at_0": "2025-01-01"}
    client.post(reverse("admin:articles_article_change", args=[article.pk]), form_of(article, **forged))

    article.refresh_from_db()
    assert (article.status, article.published_at) == ("draft", None)


@pytest.mark.parametrize(
    ("state", "proposals"),
    [("draft", 0), ("in_review", 0), ("scheduled", 1), ("published", 1), ("withdrawn", 1)],
)
def test_writer_changes_only_what_is_not_approved_and_proposes_the_rest(client, state, proposals):
    article = make_article("Semula", state=state)
    client.force_login(make_user(group="Penulis"))
    address = reverse("admin:articles_article_change", args=[article.pk])

    shown = client.get(address)
    saved = send(client, address, title="Diubah")

    article.refresh_from_db()
    assert (saved.status_code, article.title) == (302, "Semula" if proposals else "Diubah")
    assert ("menjadi usulan" in shown.content.decode()) == bool(proposals)
    assert [proposal.data["title"] for proposal in ProposedChange.objects.all()] == [["Diubah"]] * proposals


@pytest.mark.parametrize(("state", "answer"), [("draft", 302), ("published", 403), ("withdrawn", 403)])
def test_editor_deletes_only_what_was_never_public(client, state, answer):
    article = make_article(state=state)
    client.force_login(make_user(group="Redaktur"))

    deleted = client.post(reverse("admin:articles_article_delete", args=[article.pk]), {"post": "yes"})

    assert (deleted.status_code, Article.objects.exists()) == (answer, answer == 403)


def test_no_list_offers_to_delete_many(client):
    make_article(state="draft")
    client.force_login(make_user(group="Redaktur"))

    client.post(
        reverse("admin:articles_article_changelist"),
        {"action": "delete_selected", "_selected_action": [Article.objects.get().pk], "post": "yes"},
    )

    assert Article.objects.count() == 1


def test_pasted_release_fills_the_new_article(client):
    make_council()
    client.force_login(make_user(group="Penulis"))

    answer = client.post(
        reverse("admin:articles_article_add"), form_of(title="", body="", source_text=RELEASE)
    )

    article = Article.objects.get()
    assert answer.url == reverse("admin:articles_article_change", args=[article.pk])
    assert (article.status, article.body.count("<p>"), article.byline) == ("draft", 2, "Rekaan/red")
    assert article.title != ""


def test_text_typed_by_hand_is_kept_beside_a_pasted_release(client):
    client.force_login(make_user(group="Penulis"))

    client.post(
        reverse("admin:articles_article_add"),
        form_of(title="Judul saya", body="<p>Isi saya.</p>", source_text=RELEASE),
    )

    article = Article.objects.get()
    assert (article.title, article.body) == ("Judul saya", "<p>Isi saya.</p>")


def test_same_release_twice_is_refused(client):
    make_article("Yang dahulu", state="draft", source_text=RELEASE)
    client.force_login(make_user(group="Penulis"))

    answer = client.post(
        reverse("admin:articles_article_add"), form_of(source_text=RELEASE.replace("\n", "\r\n"))
    )

    assert Article.objects.count() == 1
    assert "Naskah ini sudah ada sebagai" in answer.content.decode()


def test_article_needs_a_title_or_a_release(client):
    client.force_login(make_user(group="Penulis"))

    answer = client.post(reverse("admin:articles_article_add"), form_of(title=""))

    assert (Article.objects.exists(), "Tulis judul, atau tempel naskah asli" in answer.content.decode()) == (
        False,
        True,
    )


def test_editor_text_is_cleaned_on_the_way_in(client):
    client.force_login(make_user(group="Penulis"))
    body = '<p onclick="x()">Aman</p><script>x()</script><h2>Sub</h2><table><tbody><tr><td>1</td></tr></tbody></table>'

    client.post(reverse("admin:articles_article_add"), form_of(body=body))

    assert Article.objects.get().body == (
        "<p>Aman</p><h2>Sub</h2><table><tbody><tr><td>1</td></tr></tbody></table>"
    )


def test_topics_are_picked_and_a_misspelt_one_is_refused(client):
    topic = make_topic("taman")
    client.force_login(make_user(group="Penulis"))

    client.post(reverse("admin:articles_article_add"), form_of(title="Satu", topics=[topic.pk]))
    for wrong in ("tamann", "0", "9" * 30, "\0"):
        client.post(reverse("admin:articles_article_add"), form_of(title="Dua", topics=[wrong]))

    assert [
        (article.title, [str(topic) for topic in article.topics.all()]) for article in Article.objects.all()
    ] == [("Satu", ["taman"])]


@pytest.mark.parametrize("wrong", ["kunjungan", "0", "9" * 30, "\0", "1.5"])
def test_picker_sent_nonsense_refuses_and_loses_nothing(client, wrong):
    client.force_login(make_user(group="Penulis"))

    answer = client.post(reverse("admin:articles_article_add"), form_of(title="Tetap ada", visit=wrong))

    assert (Article.objects.exists(), 'value="Tetap ada"' in answer.content.decode()) == (False, True)


def test_verb_button_keeps_what_was_typed(client):
    article = make_article("Semula", state="draft")
    client.force_login(make_user(group="Redaktur"))

    answer = client.post(
        reverse("admin:articles_article_change", args=[article.pk]),
        form_of(article, title="Sesudah", _verb="terbitkan"),
    )

    article.refresh_from_db()
    assert (article.title, article.status, answer.url) == (
        "Sesudah",
        "draft",
        verb_address(article, "terbitkan"),
    )


def test_list_says_what_each_article_needs(client):
    make_council()
    client.force_login(make_user(group="Redaktur"))
    at = timezone.make_aware(timezone.datetime(2099, 6, 22, 14, 0))
    make_article("Terjadwal", state="scheduled", published_at=at, photos=[make_photo(alt="")])

    text = client.get(reverse("admin:articles_article_changelist")).content.decode()

    for said in (
        "Terjadwal Senin, 22 Juni 2099, 14.00 WIB",
        "tanggal belum ada",
        "tanpa teks alternatif",
        "belum ada",
    ):
        assert said in text


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("keadaan=draf", ["Kembali", "Draf"]),
        ("keadaan=tinjauan", ["Ditinjau"]),
        ("keadaan=disetujui", ["Disetujui"]),
        ("keadaan=dikembalikan", ["Kembali"]),
        ("keadaan=terhalang", ["Terhalang"]),
        ("keadaan=terjadwal", ["Terhalang", "Besok"]),
        ("keadaan=terbit", ["Terbit"]),
        ("keadaan=ditarik", ["Ditarik"]),
        ("perlu=alt", ["Terbit"]),
        ("perlu=pejabat&keadaan=terbit", []),
        ("perlu=tanggal&keadaan=ditarik", ["Ditarik"]),
        ("perlu=foto&keadaan=draf", ["Kembali", "Draf"]),
        ("q=besok", ["Besok"]),
    ],
)
def test_list_is_narrowed(client, query, titles):
    make_article("Draf", state="draft")
    make_article("Ditinjau", state="in_review")
    make_article("Besok", state="scheduled", published_at=tomorrow())
    make_article(
        "Terbit", photos=[make_photo(alt="")], officials=[make_official()], event_date=date(2025, 3, 4)
    )
    make_article("Ditarik", state="withdrawn")
    make_article("Disetujui", state="in_review", reviewed_by=make_user(), reviewed_at=timezone.now())
    make_article("Kembali", state="draft", return_note="Lengkapi.")
    make_article("Terhalang", state="scheduled", body="")
    client.force_login(make_user(group="Redaktur"))

    answer = client.get(f"{reverse('admin:articles_article_changelist')}?{query}")

    assert [article.title for article in answer.context["cl"].result_list] == titles


@pytest.mark.parametrize(
    ("field", "make", "label"),
    [
        (
            "visit",
            lambda: make_visit("Kunjungan taman", starts_on=date(2025, 6, 23)),
            "Kunjungan taman · Senin, 23 Juni 2025",
        ),
        ("topics", lambda: make_topic("taman"), "taman"),
    ],
)
def test_picker_of_the_article_says_more_than_a_name(client, field, make, label):
    record = make()
    client.force_login(make_user(group="Penulis"))
    query = {"app_label": "articles", "model_name": "article", "field_name": field, "term": "taman"}

    answer = client.get(reverse("admin:autocomplete"), query)

    assert answer.json()["results"] == [{"id": str(record.pk), "text": label}]


def test_photo_of_a_live_article_is_changed_by_editors_only(client):
    free, used = make_photo(alt="Semula"), make_photo(alt="Semula")
    make_article(photos=[used])
    client.force_login(make_user(group="Penulis"))

    for photo in (free, used):
        send(client, reverse("admin:articles_photo_change", args=[photo.pk]), alt="Baru")

    assert [Photo.objects.get(pk=photo.pk).alt for photo in (free, used)] == ["Baru", "Semula"]
    assert [proposal.record for proposal in ProposedChange.objects.all()] == [used]


def test_file_lost_to_another_fields_error_is_asked_for_again(client):
    client.force_login(make_user(group="Penulis"))
    file = SimpleUploadedFile("rapat.jpg", jpeg(), "image/jpeg")

    answer = client.post(
        reverse("admin:articles_photo_add"),
        {"file": file, "alt": "Meja rapat", "taken_on": "31-02-2025", "focal_x": "50", "focal_y": "50"},
    )

    assert (Photo.objects.count(), told(answer)) == (
        0,
        ["Berkas yang tadi dipilih belum tersimpan. Pilih sekali lagi."],
    )


def test_unreadable_photo_is_refused_with_the_reason(client):

    client.force_login(make_user(group="Penulis"))
    upload = SimpleUploadedFile("foto.jpg", b"<svg/>", content_type="image/jpeg")

    answer = client.post(
        reverse("admin:articles_photo_add"), {"file": upload, "alt": "Taman", "focal_x": 50, "focal_y": 50}
    )

    assert (Photo.objects.exists(), list(answer.context["adminform"].form.errors["file"])) == (
        False,
        ["Gambar SVG tidak diterima. Unggah foto JPEG, PNG, WebP, AVIF, atau HEIC."],
    )


def test_photo_in_the_picker_is_told_by_its_words_and_its_number(client):
    client.force_login(make_user(group="Redaktur"))
    plain, told = make_photo(caption="", alt=""), make_photo(caption="Taman kota")
    query = {"app_label": "articles", "model_name": "articlephoto", "field_name": "photo", "term": ""}

    found = client.get(reverse("admin:autocomplete"), query).json()["results"]

    assert {one["text"] for one in found} == {f"Foto {plain.pk}", f"Taman kota · nomor {told.pk}"}
