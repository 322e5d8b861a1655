"""What an Administrator takes down is gone from every table and file, and leaves a tombstone."""

import json
from datetime import timedelta

import pytest
from django.apps import apps
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection, models
from django.urls import reverse
from django.utils import timezone

from articles import takedown
from articles.models import (
    Article,
    ArticleOfficial,
    ArticlePhoto,
    Correction,
    PastedRelease,
    Photo,
    Proposal,
    StagedPhoto,
    Takedown,
    Version,
)
from articles.takedown import Reason, passage_of, places_of, reached_tables, remove_passage, remove_photo
from people.models import OldAddress, Visit
from people.models.working_copy import ProposedChange, WorkingCopy
from tests.factories import (
    LONG_AGO,
    jpeg,
    make_article,
    make_correction,
    make_official,
    make_photo,
    make_proposal,
    make_user,
    make_version,
    make_visit,
)

pytestmark = pytest.mark.django_db

WORDS = "Budi Siswa"
RICH = "<p>Peserta <strong>Budi</strong> Siswa berbicara.</p>"


def everything_stored():
    """Each text of the database, as one long string."""
    found = []
    for model in apps.get_models():
        for row in model._base_manager.values_list():
            found.append(" ".join(json.dumps(value, default=str, ensure_ascii=False) for value in row))
    return "\n".join(found).lower()


def make_told(**fields):
    """An article with the words in every table that can hold them."""
    visit = make_visit("Kunjungan Budi Siswa", purpose="Bertemu budi siswa.", note="Budi Siswa")
    visit.papers.create(kind="travel_order", number="Budi Siswa")
    article = make_article(
        "Kata Budi Siswa",
        body=RICH,
        lead="Ada Budi\nSiswa.",
        byline="Budi Siswa",
        source_text="Naskah Budi\r\nSiswa",
        visit=visit,
        photos=[make_photo(alt="Budi Siswa", caption="Tampak Budi Siswa", consent_note="Ibu Budi Siswa")],
        **fields,
    )
    ArticlePhoto.objects.update(alt="Budi Siswa", caption="Budi Siswa di sini")
    ArticleOfficial.objects.create(article=article, official=make_official(), post_printed="Wali Budi Siswa")
    make_version(article, text="Bukan Budi Siswa.")
    make_correction(visit=visit, text="Bukan Budi Siswa.")
    pasted = PastedRelease.objects.create(
        editor=make_user("Penulis"),
        article=article,
        source_text="Budi Siswa",
        reading={"paragraphs": ["Kata Budi Siswa."]},
        answers={"body": ["Budi Siswa"]},
    )
    Proposal.objects.create(
        article=article, kind="title", rule="Budi Siswa", proposed={"name": "Budi Siswa"},
        decision="accepted", decided_by=pasted.editor,
    )  # fmt: skip
    LogEntry.objects.log_actions(pasted.editor.pk, [article], CHANGE, [{"added": {"object": "Budi Siswa"}}])
    return article


def reason_of():
    return Reason(make_user(), "Melindungi anak.", "Atas permintaan orang tua.")


def test_passage_is_gone_from_every_table_and_leaves_a_tombstone(django_capture_on_commit_callbacks):
    article = make_told()
    reason, started = reason_of(), timezone.now()
    assert "budi siswa" in everything_stored()

    with django_capture_on_commit_callbacks(execute=True):
        stone = remove_passage(article, WORDS, reason)

    stored = everything_stored()
    article.refresh_from_db()
    assert [word in stored for word in ("budi", "budi-siswa", "siswa")] == [False] * 3
    assert (article.title, article.body) == ("Kata […]", "<p>Peserta <strong>[…]</strong> berbicara.</p>")
    assert (article.slug, OldAddress.objects.count()) == ("kata", 0)
    assert started <= article.edited_at == stone.at
    assert Takedown.objects.values("article", "kind", "reason", "note", "by").get() == {
        "article": article.pk,
        "kind": "passage",
        "reason": "Melindungi anak.",
        "note": "Atas permintaan orang tua.",
        "by": reason.by.pk,
    }


def test_passage_stays_in_articles_of_the_same_visit_and_in_other_words():
    article = make_told()
    other = make_article("Budi Siswa lain", body="<p>Budi Siswa.</p>", visit=article.visit)

    remove_passage(article, WORDS, reason_of())

    other.refresh_from_db()
    assert (other.title, other.body, other.edited_at) == ("Budi Siswa lain", "<p>Budi Siswa.</p>", None)


def test_places_are_named_before_anything_is_removed():
    article = make_told()
    stored = everything_stored()

    places = [str(place) for place in places_of(article, passage_of(WORDS))]

    assert not [place for place in places if "historical" in place]
    assert set(places) >= {
        "berita: judul", "berita: ringkasan", "berita: isi", "berita: kode penulis", "berita: naskah asli",
        "koreksi: isi koreksi (2 kali)", "versi umum: sebelum", "versi umum: sesudah", "foto: teks alternatif",
        "foto: keterangan foto", "foto dalam berita: keterangan di sini", "kunjungan: tujuan",
        "salinan kerja: bacaan", "usulan bacaan: usulan",
    }  # fmt: skip
    assert everything_stored() == stored


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("Nama Lain", "Kata-kata itu tidak ditemukan pada berita ini."),
        ("ab", "Tuliskan sedikitnya tiga huruf atau angka."),
        ("anak", "Alasan dan catatan tidak boleh memuat kata-kata yang dihapus."),
    ],
)
def test_passage_that_cannot_be_removed_changes_nothing(words, message):
    article = make_told()
    reason = reason_of()
    stored = everything_stored()

    with pytest.raises(ValidationError) as refusal:
        remove_passage(article, words, reason)

    assert (refusal.value.messages, everything_stored()) == ([message], stored)


@pytest.mark.parametrize("state", ["draft", "withdrawn"])
def test_hidden_article_is_cleaned_too(state):
    article = make_told(state=state)

    remove_passage(article, WORDS, reason_of())

    article.refresh_from_db()
    assert "budi" not in everything_stored()
    assert (article.edited_at is None) == (state == "draft")


def test_every_table_with_text_of_an_article_is_reached():
    """A model added later that holds text has to hang on an article, or be told apart here."""
    with_text = {
        model for model in apps.get_app_config("articles").get_models() if takedown.text_fields(model)
    }

    assert with_text - reached_tables() == set()
    assert {Article, Correction, Version, Visit, PastedRelease, Proposal, LogEntry} <= reached_tables()


@pytest.fixture
def history(db, monkeypatch):
    """A table of former articles and one of former photos, as a history keeps them."""

    class FormerArticle(models.Model):
        history_id = models.IntegerField(primary_key=True)
        id = models.BigIntegerField()
        title = models.CharField(max_length=250)
        slug = models.SlugField()
        instance_type = Article

        class Meta:
            app_label = "former"
            apps = apps.__class__()

        def __str__(self):
            return self.title

    class FormerPhoto(models.Model):
        history_id = models.IntegerField(primary_key=True)
        id = models.BigIntegerField()
        caption = models.TextField()
        instance_type = Photo

        class Meta:
            app_label = "former"
            apps = apps.__class__()

        def __str__(self):
            return self.caption

    tables = takedown._tables()
    monkeypatch.setattr(takedown, "_tables", lambda: [*tables, FormerArticle, FormerPhoto])
    with connection.cursor() as cursor:
        columns = "history_id integer PRIMARY KEY, id bigint"
        cursor.execute(f"CREATE TABLE former_formerarticle ({columns}, title text, slug text)")
        cursor.execute(f"CREATE TABLE former_formerphoto ({columns}, caption text)")
    return FormerArticle, FormerPhoto


def test_history_is_cleaned_and_that_of_a_photo_deleted(history):
    former_article, former_photo = history
    article = make_article("Judul", photos=[make_photo()])
    photo = article.photos.get()
    other = photo.pk + 1
    for pk in (article.pk, article.pk + 1):
        former_article.objects.create(history_id=pk, id=pk, title="Kata Budi Siswa", slug="kata-budi-siswa")
    for pk in (photo.pk, other):
        former_photo.objects.create(history_id=pk, id=pk, caption="Budi Siswa")

    remove_passage(article, WORDS, reason_of())
    captions = list(former_photo.objects.order_by("id").values_list("caption", flat=True))
    remove_photo(article, photo, reason_of())

    assert list(former_article.objects.order_by("id").values_list("title", "slug")) == [
        ("Kata […]", "kata-dihapus"),
        ("Kata Budi Siswa", "kata-budi-siswa"),
    ]
    assert captions == ["[…]", "Budi Siswa"]
    assert list(former_photo.objects.values_list("id", flat=True)) == [other]


def stored_files():
    folders, names = [""], []
    while folders:
        folder = folders.pop()
        if default_storage.exists(folder) or not folder:
            inside, files = default_storage.listdir(folder)
            folders += [f"{folder}/{name}".strip("/") for name in inside]
            names += [f"{folder}/{name}" for name in files]
    return names


def test_photo_is_gone_with_its_files_words_and_staged_copies(client, django_capture_on_commit_callbacks):
    content = jpeg()
    with django_capture_on_commit_callbacks(execute=True):
        photo = make_photo(alt="Wajah Budi Siswa", caption="Budi Siswa", content=content)
        kept = make_photo(alt="Meja")
    article, other = make_article(photos=[photo, kept]), make_article(photos=[photo])
    pasted = PastedRelease.objects.create(editor=make_user("Penulis"), source_text="Naskah.")
    staged = StagedPhoto.stage(pasted, "foto.jpg", content)
    pasted.answers = {f"photo-{staged.pk}-alt": ["Budi Siswa"], "title": ["Judul"]}
    pasted.save()
    LogEntry.objects.log_actions(pasted.editor.pk, [photo], CHANGE, "Budi Siswa")
    address, kept_address = photo.shown.url, kept.shown.url
    assert client.get(address).status_code == 200
    folder = kept.file.name.split("/")[2].split(".")[0]

    with django_capture_on_commit_callbacks(execute=True):
        stone = remove_photo(article, photo, reason_of())

    stored = everything_stored()
    article.refresh_from_db()
    other.refresh_from_db()
    assert ("budi" in stored, [one.photo for one in article.article_photos.all()]) == (False, [kept])
    assert all(folder in name for name in stored_files()) is True
    assert [client.get(path).status_code for path in (address, kept_address)] == [404, 200]
    assert (Photo.objects.get(), StagedPhoto.objects.count()) == (kept, 0)
    assert PastedRelease.objects.get().answers == {"title": ["Judul"]}
    assert {one.article_id for one in Takedown.objects.all()} == {article.pk, other.pk}
    assert article.edited_at == other.edited_at == stone.at


def test_tombstone_stands_at_the_foot_and_the_words_are_in_no_page(
    client, django_capture_on_commit_callbacks
):
    article = make_told(published_at=LONG_AGO)
    old = article.get_absolute_url()
    paths = ["/", "/berita/", "/rss.xml", "/atom.xml", "/koreksi/", "/koreksi/atom.xml", "/kunjungan/"]
    before = [client.get(path) for path in paths]

    with django_capture_on_commit_callbacks(execute=True):
        remove_passage(article, WORDS, reason_of())

    article = Article.objects.get()
    paths += [article.get_absolute_url(), article.get_versions_url(), article.visit.get_absolute_url()]
    pages = [client.get(path) for path in paths]
    texts = [page.content.decode().lower() for page in pages]
    assert [page.status_code for page in pages] == [200] * 10
    assert ["budi" in text for text in texts] == [False] * 10
    tags = [(one["ETag"], two["ETag"]) for one, two in zip(before, pages, strict=False)]
    assert [old_tag == new_tag for old_tag, new_tag in tags] == [False] * 7
    assert ["melindungi anak." in text for text in texts[7:]] == [True, True, False]
    assert ["atas permintaan" in text for text in texts] == [False] * 10
    assert "satu bagian dihapus pada" in texts[7]
    assert client.get(old).status_code == 404


ADMIN_GROUPS = ["", "Penulis", "Redaktur", "Administrator"]
ASKED = {"words": WORDS, "reason": "Melindungi anak.", "note": ""}


def address_of(article):
    return reverse("admin:articles_article_take_down", args=[article.pk])


@pytest.mark.parametrize("group", ADMIN_GROUPS)
def test_only_an_administrator_takes_down(client, group):
    article = make_told()
    if group:
        client.force_login(make_user(group))

    answers = [
        client.get(address_of(article)).status_code,
        client.post(address_of(article), ASKED).status_code,
        client.post(address_of(article), {**ASKED, "confirmed": "1"}).status_code,
    ]
    form = client.get(reverse("admin:articles_article_change", args=[article.pk])).content.decode()

    refused = 403 if group else 302
    is_allowed = group == "Administrator"
    assert answers == ([200, 200, 302] if is_allowed else [refused] * 3)
    assert (Takedown.objects.count(), address_of(article) in form) == (int(is_allowed), is_allowed)
    assert ("budi siswa" in everything_stored()) == (not is_allowed)


def test_confirmation_says_where_it_reaches_and_changes_nothing(client):
    article = make_told()
    client.force_login(make_user("Administrator"))
    stored = Article.objects.values().get()

    page = client.post(address_of(article), ASKED).content.decode()

    said = ["berita: judul", "versi umum: sebelum", "Cadangan yang dibuat sebelum ini masih memuatnya", WORDS]
    assert [words in page for words in said] == [True] * 4
    assert ('name="confirmed"' in page, Article.objects.values().get()) == (True, stored)


def test_confirmation_of_a_photo_names_the_other_articles_that_lose_it(client):
    photo = make_photo(caption="Foto kelas")
    article = make_article(photos=[photo])
    make_article("Berita lain yang memakainya", photos=[photo])
    client.force_login(make_user("Administrator"))
    data = {"photo": photo.pk, "reason": "Melindungi anak.", "note": ""}

    page = client.post(address_of(article), data).content.decode()
    done = client.post(address_of(article), {**data, "confirmed": "1"})

    assert ["Berita lain yang memakainya" in page, "Foto kelas" in page] == [True, True]
    assert (done.status_code, Photo.objects.count(), Takedown.objects.count()) == (302, 0, 2)


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"words": ""}, "Pilih satu foto, atau tuliskan kata-kata: salah satu saja."),
        ({"words": "Nama Lain"}, "Kata-kata itu tidak ditemukan pada berita ini."),
        ({"words": "x"}, "Tuliskan sedikitnya tiga huruf atau angka."),
        ({"reason": ""}, "Bidang ini tidak boleh kosong."),
        ({"reason": "Karena Budi Siswa."}, "Jangan memuat kata-kata yang dihapus."),
        ({"note": "Ibu budi siswa."}, "Jangan memuat kata-kata yang dihapus."),
        ({"photo": "999999"}, "Masukkan pilihan yang valid."),
    ],
)
def test_what_cannot_be_taken_down_is_refused_in_words(client, changed, message):
    article = make_told()
    client.force_login(make_user("Administrator"))

    answer = client.post(address_of(article), {**ASKED, **changed, "confirmed": "1"})

    assert (answer.status_code, message in answer.content.decode()) == (200, True)
    assert (Takedown.objects.count(), "budi siswa" in everything_stored()) == (0, True)


def test_photo_of_another_article_is_no_choice(client):
    article, photo = make_article(), make_photo()
    make_article(photos=[photo])
    client.force_login(make_user("Administrator"))

    answer = client.post(
        address_of(article), {"photo": photo.pk, "reason": "Melindungi anak.", "confirmed": "1"}
    )

    assert (answer.status_code, Photo.objects.get()) == (200, photo)


def test_takedown_is_logged_without_the_words(client):
    article = make_told()
    client.force_login(make_user("Administrator"))

    client.post(address_of(article), {**ASKED, "note": "Telepon orang tua.", "confirmed": "1"})

    entry = LogEntry.objects.latest("pk")
    page = client.get(reverse("admin:articles_article_change", args=[article.pk])).content.decode()
    assert (entry.object_repr, "dihapus untuk selamanya" in entry.change_message) == ("Kata […]", True)
    assert ["Melindungi anak." in page, "Telepon orang tua." in page] == [True, True]


def test_unknown_article_is_not_there(client):
    client.force_login(make_user("Administrator"))

    assert client.get(reverse("admin:articles_article_take_down", args=[99999])).status_code == 404


def test_old_address_made_of_the_words_is_forgotten(client):
    article = make_article("Budi Siswa juara")
    article.title, article.slug = "Siswa juara", "siswa-juara"
    article.save()
    kind = ContentType.objects.get_for_model(Article)
    OldAddress.objects.create(path="/2020/budi-siswa-juara.html", content_type=kind, object_id=article.pk)
    OldAddress.objects.create(slug="juara-sekolah", content_type=kind, object_id=article.pk)
    Article.objects.update(lead="Budi Siswa", edited_at=LONG_AGO + timedelta(days=1))

    remove_passage(article, WORDS, reason_of())

    assert [old.slug for old in OldAddress.objects.all()] == ["juara-sekolah"]
    assert Article.objects.get().slug == "siswa-juara"


def test_photo_is_gone_from_former_states_and_from_forms_not_yet_saved():
    photo, kept = make_photo(caption="Budi Siswa"), make_photo(caption="Meja")
    article = make_article(photos=[photo, kept])
    ArticlePhoto.objects.filter(photo=photo).update(alt="Budi Siswa")
    article.save()
    sent = {"title": ["Judul"]}
    for number, one in enumerate((photo, kept)):
        sent[f"article_photos-{number}-photo"] = [str(one.pk)]
        sent[f"article_photos-{number}-caption"] = [one.caption]
    make_proposal(article, data=sent)
    make_proposal(photo, data={"caption": ["Budi Siswa"]})

    remove_photo(article, photo, reason_of())

    placed = [state.relations["article_photos"] for state in article.history.all() if state.relations]
    assert "budi" not in everything_stored()
    assert {row["photo_id"] for rows in placed for row in rows} == {kept.pk}
    assert [one.data for one in ProposedChange.objects.all()] == [
        {
            "title": ["Judul"],
            "article_photos-0-photo": [""],
            "article_photos-0-caption": [""],
            "article_photos-1-photo": [str(kept.pk)],
            "article_photos-1-caption": ["Meja"],
        }
    ]


def test_forms_opened_before_a_takedown_are_stale():
    article = make_told()
    records = [article, article.visit, article.photos.get()]
    before = [record.version for record in records]

    remove_passage(article, WORDS, reason_of())

    for record in records:
        record.refresh_from_db()
    assert [now.version > then for now, then in zip(records, before, strict=True)] == [True] * 3


def test_photo_is_gone_with_the_files_it_had_before(client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        photo = make_photo(alt="Anak sekolah")
        photo.file.save("potongan.jpg", ContentFile(jpeg()), save=False)
        photo.save()

    with django_capture_on_commit_callbacks(execute=True):
        remove_photo(make_article(photos=[photo]), photo, reason_of())

    assert stored_files() == []


def test_passage_is_gone_from_what_others_still_paste_of_the_same_text():
    source = "Rapat dihadiri Budi Siswa dan wali kota."
    mine, other = (
        PastedRelease.objects.create(editor=make_user("Penulis"), source_text=text, answers={"body": [text]})
        for text in (source, "Budi Siswa lain.")
    )
    article = make_article(source_text=source)

    for words in ("Budi Siswa", "wali kota"):
        article.refresh_from_db()
        remove_passage(article, words, reason_of())

    mine.refresh_from_db()
    other.refresh_from_db()
    cleaned = "Rapat dihadiri […] dan […]."
    assert (mine.source_text, mine.answers) == (cleaned, {"body": [cleaned]})
    assert other.source_text == "Budi Siswa lain."


TOLD = "Rapat komisi dihadiri Budi Siswa, wali kota, kepala dinas, dan dua puluh warga yang menanam pohon di taman."
OTHER = (
    "Budi Siswa juara lomba cerdas cermat antarsekolah tingkat provinsi yang digelar tiga hari di aula besar."
)


def typed_for_a_new_article(**data):
    kind, now = ContentType.objects.get_for_model(Article), timezone.now()
    sent = {name: [value] for name, value in data.items()}
    return WorkingCopy.objects.create(
        account=make_user("Penulis"), content_type=kind, tab="a" * 16, data=sent, saved_at=now
    )


def test_passage_is_gone_from_the_same_text_typed_for_an_article_not_yet_made():
    whole = typed_for_a_new_article(title="Rapat Budi Siswa", body=f"<p>{TOLD}</p>")
    half = typed_for_a_new_article(source_text=TOLD[:40])
    other = typed_for_a_new_article(body=f"<p>{OTHER}</p>")
    pasted = [
        PastedRelease.objects.create(editor=make_user("Penulis"), source_text=text, answers={"body": [text]})
        for text in (f"{TOLD} Acara usai sore.", OTHER)
    ]
    article = make_article(body=f"<p>{TOLD}</p>")

    remove_passage(article, WORDS, reason_of())

    for record in (whole, half, other, *pasted):
        record.refresh_from_db()
    assert (whole.data["title"], "Budi" in str(whole.data)) == (["Rapat […]"], False)
    assert half.data == {"source_text": [TOLD[:40].replace("Budi Siswa", "[…]")]}
    assert other.data == {"body": [f"<p>{OTHER}</p>"]}
    assert ["Budi" in str((one.source_text, one.answers)) for one in pasted] == [False, True]


def test_passage_is_gone_from_proposals_taken_back_and_answered():
    article = make_article(body="<p>Budi Siswa.</p>")
    for status in ProposedChange.Status.values:
        decided = None if status == "waiting" else timezone.now()
        make_proposal(
            article, data={"lead": ["Budi Siswa"]}, note="Budi Siswa", status=status, decided_at=decided
        )

    remove_passage(article, WORDS, reason_of())

    found = ProposedChange.objects.order_by("pk").values_list("status", "data", "note")
    assert list(found) == [(status, {"lead": ["[…]"]}, "[…]") for status in ProposedChange.Status.values]


def test_photo_is_gone_from_forms_of_articles_that_do_not_show_it_yet():
    photo = make_photo(caption="Budi Siswa")
    sent = {"article_photos-0-photo": str(photo.pk), "article_photos-0-alt": "Budi Siswa"}
    unmade = typed_for_a_new_article(**sent)
    proposed = make_proposal(make_article(), data={name: [value] for name, value in sent.items()})

    remove_photo(make_article(photos=[photo]), photo, reason_of())

    for form in (unmade, proposed):
        form.refresh_from_db()
        assert form.data == {name: [""] for name in sent}
