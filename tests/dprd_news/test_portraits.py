"""Portraits sent together: told by their files' names, shown, given on only when confirmed."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from dprd_news.lib import caching
from dprd_news.portraits import names_of_file
from people.models import Official, StagedPortrait
from tests.factories import jpeg, make_official, make_user

pytestmark = pytest.mark.django_db

PORTRAITS = "/admin/people/official/potret/"


@pytest.fixture
def editor(client):
    client.force_login(make_user(group="Redaktur", username="rani"))
    return client


def send(client, *names, content=None):
    caching.forget()
    files = [SimpleUploadedFile(name, content or jpeg(300, 400), "image/jpeg") for name in names]
    return client.post(PORTRAITS, {"files": files}, follow=True)


def offered(page):
    return [
        (one.staged.file_name, [who.name for who in one.candidates], one.chosen and one.chosen.name)
        for one in page.context["offered"]
    ]


def give(client, page, **choices):
    """Confirms what the page offers, with other choices by file name."""
    sent = {"give": "1"}
    for one in page.context["offered"]:
        chosen = choices.get(one.staged.file_name.partition(".")[0], one.chosen.pk if one.chosen else "")
        sent[f"potret-{one.staged.pk}"] = str(chosen)
    return client.post(PORTRAITS, sent, follow=True)


def messages(page):
    return [str(message) for message in page.context["messages"]]


@pytest.mark.parametrize(
    ("file_name", "name"),
    [
        ("Asep Sunandar.jpg", "Asep Sunandar"),
        ("asep-sunandar.jpg", "ASEP SUNANDAR"),
        ("H. Asep_Sunandar, S.H. (2).JPG", "H. Asep Sunandar, S.H"),
        ("foto asep sunandar final.png", "ASEP SUNANDAR"),
        ("folder\\Asep Sunandar copy.jpg", "Asep Sunandar"),
        ("IMG_0012.jpg", "IMG"),
        (".jpg", "JPG"),
    ],
)
def test_name_is_read_from_the_file(file_name, name):
    assert names_of_file(file_name) == name


def test_portraits_are_shown_with_whom_they_may_be_of_and_given_to_nobody_yet(editor):
    make_official("Asep Sunandar")
    make_official("Larasati Wiguna")
    for _ in range(2):
        make_official("Budi Santosa")

    page = send(editor, "H. ASEP SUNANDAR, S.H..jpg", "larasati-wigunaa.jpg", "Budi Santosa.jpg", "IMG_1.jpg")

    assert offered(page) == [
        ("H. ASEP SUNANDAR, S.H..jpg", ["Asep Sunandar"], "Asep Sunandar"),
        ("larasati-wigunaa.jpg", ["Larasati Wiguna"], None),
        ("Budi Santosa.jpg", ["Budi Santosa", "Budi Santosa"], None),
        ("IMG_1.jpg", [], None),
    ]
    assert not Official.objects.exclude(portrait="").exists()


def test_confirmed_portraits_are_given_and_the_others_wait(editor):
    asep, laras = make_official("Asep Sunandar"), make_official("Larasati Wiguna")
    page = send(editor, "asep-sunandar.jpg", "larasati-wigunaa.jpg", "IMG_1.jpg")

    answer = give(editor, page, **{"larasati-wigunaa": laras.pk})

    asep.refresh_from_db()
    laras.refresh_from_db()
    assert [(one.portrait_width_px, one.portrait_height_px) for one in (asep, laras)] == [(300, 400)] * 2
    assert [one.portrait.storage.exists(one.portrait.name) for one in (asep, laras)] == [True, True]
    assert asep.history.first().history_change_reason == "Potret dari “asep-sunandar.jpg”."
    assert [row[0] for row in offered(answer)] == ["IMG_1.jpg"]
    assert messages(answer) == ["2 potret dipasang. Lengkapi teks alternatif dan kreditnya di formulirnya."]


def test_portrait_that_is_there_is_replaced_only_on_purpose(editor):
    asep = make_official("Asep Sunandar")
    give(editor, send(editor, "Asep Sunandar.jpg"))
    asep.refresh_from_db()
    asep.portrait_alt, first = "Asep tersenyum", asep.portrait.name
    asep.save()

    page = send(editor, "Asep Sunandar.jpg")
    give(editor, page)
    asep.refresh_from_db()
    unchanged = asep.portrait.name
    give(editor, page, **{"Asep Sunandar": asep.pk})
    asep.refresh_from_db()

    assert offered(page) == [("Asep Sunandar.jpg", ["Asep Sunandar"], None)]
    assert "ganti potretnya" in page.content.decode()
    assert (unchanged, asep.portrait.name == first, asep.portrait_alt) == (first, False, "")


def test_two_portraits_for_one_person_both_wait(editor):
    asep = make_official("Asep Sunandar")
    page = send(editor, "Asep Sunandar.jpg", "Asep Sunandar (2).jpg")

    answer = give(editor, page)

    asep.refresh_from_db()
    assert (bool(asep.portrait), len(offered(answer))) == (False, 2)
    assert [told.partition(":")[2] for told in messages(answer)] == [
        " orang yang sama dipilih untuk dua potret. Pilih satu saja."
    ] * 2


def test_portrait_is_thrown_away_with_its_files(editor, django_capture_on_commit_callbacks):
    page = send(editor, "IMG_1.jpg")
    file = StagedPortrait.objects.get().portrait

    with django_capture_on_commit_callbacks(execute=True):
        give(editor, page, IMG_1="buang")

    assert (StagedPortrait.objects.count(), file.storage.exists(file.name)) == (0, False)


def test_what_nobody_came_back_to_goes_with_the_next_upload(editor):
    send(editor, "IMG_1.jpg")
    StagedPortrait.objects.update(at=timezone.now() - timedelta(days=8))

    send(editor, "IMG_2.jpg")

    assert [one.file_name for one in StagedPortrait.objects.all()] == ["IMG_2.jpg"]


@pytest.mark.parametrize("content", [b"bukan foto", b"<svg></svg>", b"%PDF-1.7", jpeg()[:200]])
def test_file_that_is_no_picture_is_refused_and_the_others_taken(editor, content):
    send(editor, "Asep Sunandar.jpg", content=content)
    page = send(editor, "Budi.jpg")

    assert [row[0] for row in offered(page)] == ["Budi.jpg"]


def test_nothing_sent_and_nonsense_chosen(editor):
    nothing = editor.post(PORTRAITS, follow=True)
    page = send(editor, "IMG_1.jpg")
    answers = [messages(give(editor, page, IMG_1=who)) for who in ("999", "x", "9" * 40, "-1")]

    assert messages(nothing) == ["Belum ada potret yang dipilih."]
    assert answers == [
        ["IMG_1.jpg: orangnya tidak ada atau hanya Redaktur yang boleh mengubahnya."], [], [], []
    ]  # fmt: skip


def test_writer_gives_portraits_to_those_not_public_alone(client):
    public, hidden = make_official("Asep Sunandar"), make_official("Budi Santosa", published_at=None)
    client.force_login(make_user(group="Penulis"))
    page = send(client, "Asep Sunandar.jpg", "Budi Santosa.jpg")

    answer = give(client, page, **{"Asep Sunandar": public.pk})

    public.refresh_from_db()
    hidden.refresh_from_db()
    assert offered(page) == [
        ("Asep Sunandar.jpg", [], None),
        ("Budi Santosa.jpg", ["Budi Santosa"], "Budi Santosa"),
    ]
    assert "hanya Redaktur yang boleh mengganti potretnya" in page.content.decode()
    assert (bool(public.portrait), bool(hidden.portrait)) == (False, True)
    assert [row[0] for row in offered(answer)] == ["Asep Sunandar.jpg"]


def test_portraits_of_another_account_are_not_seen(editor, client):
    send(editor, "IMG_1.jpg")
    client.force_login(make_user(group="Redaktur"))

    assert offered(client.get(PORTRAITS)) == []
