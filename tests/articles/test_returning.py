"""What was taken down is sent once more: from a page left open, a browser's copy, or the e-mail it came in."""

import pytest
from django.urls import reverse

from articles.filing import AlreadyFiled, file_release
from articles.markup import words_of
from articles.models import Article, PastedRelease
from articles.pasting import copies
from articles.pasting.offers import OTHER
from articles.returning import without_returning
from articles.takedown import Reason, remove_passage
from people.models import Removal, WorkingCopy
from tests.factories import make_article, make_photo, make_user, make_visit
from tests.forms import fields_of, filled

pytestmark = pytest.mark.django_db

WORDS = "Budi Siswa"
TEXT = "Rapat di gedung dewan dihadiri Budi Siswa bersama dua puluh pelajar lain dari kota itu."
CLEANED = TEXT.replace(WORDS, "[…]")
REFUSED = "yang sudah dihapus Administrator untuk selamanya: “Budi Siswa”"
ADD = reverse("admin:articles_article_add")
TAB = "0123456789abcdef"


def address_of(record):
    meta = record._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[record.pk])


def make_told(**fields):
    visit = make_visit("Kunjungan sekolah", purpose=f"Bertemu {WORDS}.")
    photo = make_photo(alt=f"Wajah {WORDS}")
    return make_article(
        "Rapat", body=f"<p>{TEXT}</p>", source_text=TEXT, visit=visit, photos=[photo], **fields
    )


def take_down(article, words=WORDS):
    remove_passage(article, words, Reason(make_user("Administrator"), "Melindungi anak."))


@pytest.fixture
def editor(client):
    account = make_user("Redaktur")
    client.force_login(account)
    return account


@pytest.mark.parametrize("name", ["article", "visit", "photo"])
def test_page_left_open_brings_them_back_at_no_press(client, editor, name):
    article = make_told(state="draft")
    record = {"article": article, "visit": article.visit, "photo": article.photos.get()}[name]
    opened = filled(client, address_of(record), significance=["silent"])
    take_down(article)

    first = client.post(address_of(record), opened)
    second = client.post(address_of(record), fields_of(first))

    assert ("sudah diubah sejak" in first.content.decode(), REFUSED in second.content.decode()) == (
        True,
        True,
    )
    record.refresh_from_db()
    told = {"article": "body", "visit": "purpose", "photo": "alt"}[name]
    assert (WORDS in getattr(record, told), "[…]" in getattr(record, told)) == (False, True)


def test_proposal_from_a_page_left_open_is_refused(client):
    article = make_told()
    client.force_login(make_user("Penulis"))
    opened = filled(client, address_of(article))
    take_down(article)

    first = client.post(address_of(article), opened)
    second = client.post(address_of(article), fields_of(first))

    assert (second.status_code, REFUSED in second.content.decode()) == (200, True)


def test_new_article_left_open_with_the_same_text_is_refused_until_they_are_gone(client, editor):
    article = make_told(state="draft")
    opened = filled(client, ADD, title="Rapat lagi", body=f"<p>{TEXT}</p>")
    take_down(article)

    refused = client.post(ADD, opened)
    assert (REFUSED in refused.content.decode(), Article.objects.count()) == (True, 1)

    mended = fields_of(refused) | {"body": [f"<p>{CLEANED}</p>"]}
    client.post(ADD, mended)
    assert Article.objects.get(title="Rapat lagi").body == f"<p>{CLEANED}</p>"


def test_article_that_tells_of_something_else_may_hold_the_same_words(client, editor):
    take_down(make_told(state="draft"))

    client.post(ADD, filled(client, ADD, title="Lain", body=f"<p>{WORDS} menjadi juara lomba lari.</p>"))

    assert Article.objects.get(title="Lain").body == f"<p>{WORDS} menjadi juara lomba lari.</p>"


def test_working_copy_of_a_new_article_is_kept_without_them(client, editor):
    article = make_told(state="draft")
    take_down(article)
    sent = {"_key": "", "_typed": "1", "_tab": TAB, "title": WORDS, "body": f"<p>{TEXT}</p>"}

    answer = client.post(reverse("admin:articles_article_copy"), sent)

    assert answer.status_code == 200
    assert WorkingCopy.objects.get().data == {"title": ["[…]"], "body": [f"<p>{CLEANED}</p>"]}


def test_same_release_again_is_the_article_that_it_already_is(editor):
    article = make_told(state="draft")
    take_down(article)

    pasted = copies.paste(editor, TEXT)
    with pytest.raises(AlreadyFiled) as filed:
        file_release(TEXT.replace(" ", "\n"))

    assert (pasted, filed.value.article) == (copies.Taken([], [article]), article)
    assert PastedRelease.objects.exists() is False


def test_release_a_little_rewritten_is_pasted_without_them(editor):
    take_down(make_told(state="draft"))

    (pasted,) = copies.paste(editor, f"{TEXT} Acara ditutup doa.").copies

    assert pasted.source_text == f"{CLEANED} Acara ditutup doa."


def test_initials_written_otherwise_are_left_out_however_short():
    text = TEXT.replace(WORDS, "S.N.")
    article = make_article("Rapat", body=f"<p>{text}</p>", source_text=text, state="draft")
    take_down(article, "S.N.")

    assert without_returning(text.replace("S.N.", "S N")) == text.replace("S.N.", "[…]")


def test_paste_screen_left_open_saves_a_draft_without_them(client, editor):
    article = make_told(state="draft")
    (pasted,) = copies.paste(editor, f"{TEXT} Acara ditutup doa.").copies
    screen = reverse("admin:articles_article_pasted", args=[pasted.pk])
    opened = {"title": OTHER, "title-other": f"{WORDS} datang", "body": TEXT, "_save": "1"}
    take_down(article)

    client.post(screen, opened)

    draft = Article.objects.exclude(pk=article.pk).get()
    assert (draft.title, draft.body) == ("[…] datang", f"<p>{CLEANED}</p>")
    assert draft.source_text == f"{CLEANED} Acara ditutup doa."


ITEMS = "<ol><li>Alamat korban di Jalan Mawar</li><li>Nomor telepon korban 0812</li></ol>"
OF_ITEMS = "Alamat korban di Jalan Mawar Nomor telepon korban 0812"


def test_paste_screen_left_open_brings_back_no_words_across_items(editor):
    article = make_article("Rapat", body=ITEMS, state="draft")
    pasted = PastedRelease.objects.create(editor=editor, source_text="Lain.", article=article)
    opened = {"body": [f"{words_of(article.body)}\n\nPenutup."]}
    take_down(article, OF_ITEMS)

    copies.keep(pasted, opened)

    assert pasted.answers == {"body": ["1. […]\n\nPenutup."]}


def test_release_with_marked_items_is_pasted_without_words_across_them(editor):
    take_down(make_article("Rapat", body=f"<p>{TEXT}</p>{ITEMS}", state="draft"), OF_ITEMS)

    assert without_returning(f"{TEXT}\n{words_of(ITEMS)}") == f"{TEXT}\n1. […]"


@pytest.mark.parametrize(
    ("removed", "text", "found"),
    [
        ("0812-3456-7890", "<p>Hubungi <b>0812</b> 3456 7890 saja.</p>", ["0812 3456 7890"]),
        ("Budi Siswa", "BUDI\nSISWA, lalu Budi  siswa", ["BUDI\nSISWA", "Budi  siswa"]),
        ("Budi Siswa", "Budi seorang Siswa, atau Budisiswa", []),
        ("…!?", "Apa…!?", []),
        ("Mawar Nomor 8", "1. Mawar\n\n2. Nomor 8", ["Mawar\n\n2. Nomor 8"]),
        ("Mawar\n\n2. Nomor 8", "<ol><li>Mawar</li><li>Nomor 8</li></ol>", ["Mawar\n\nNomor 8"]),
    ],
)
def test_words_are_known_again_by_a_fingerprint_alone(removed, text, found):
    article = make_article()
    Removal.objects.keep(article, removed, article.created_at)

    assert [words for _, words in Removal.objects.of(article).found_in([text])] == found
    assert all(removed.split()[0].lower() not in row.fingerprint for row in Removal.objects.all())


def test_another_secret_key_knows_none_of_them(settings):
    article = make_article()
    Removal.objects.keep(article, WORDS, article.created_at)
    settings.SECRET_KEY = "another"

    assert Removal.objects.of(article).found_in([WORDS]) == []
