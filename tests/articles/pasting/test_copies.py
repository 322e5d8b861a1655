"""The life of a working copy, and what it must not do."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Article, PastedRelease
from articles.pasting import copies
from articles.pasting.answers import Answers
from articles.pasting.copies import keep
from articles.reading.reading import read
from articles.reading.text.files import UnreadableText
from dprd_news.lib import caching
from people.models import Institution, Official, Topic, Visit
from tests.articles.pasting.pastes import linked, paste, saved
from tests.articles.releases import SOURCE, make_world
from tests.factories import make_article, make_official, make_user

pytestmark = pytest.mark.django_db

GROUPS = ["Penulis", "Redaktur", "Administrator"]


def test_reading_alone_makes_no_record(client):
    make_world()
    before = (Official.objects.count(), Institution.objects.count(), Topic.objects.count())

    paste(make_user("Penulis"), SOURCE)

    after = (Official.objects.count(), Institution.objects.count(), Topic.objects.count())
    assert (after, Article.objects.count(), Visit.objects.count()) == (before, 0, 0)


def test_text_on_file_is_not_pasted_twice():
    make_world()
    article = make_article(state="draft", source_text=SOURCE)

    taken = copies.paste(make_user("Penulis"), SOURCE.replace("\n", "\r\n"))

    assert (taken, PastedRelease.objects.count()) == (copies.Taken([], [article]), 0)


@pytest.mark.parametrize("text", ["", " \n ", "\x00\x01\x02" * 50, "kata " * 300_000])
def test_what_is_no_release_is_refused_in_words(text):
    with pytest.raises(UnreadableText):
        paste(make_user("Penulis"), text)


def test_answers_kept_while_a_copy_is_read_again_stay(monkeypatch):
    make_world()
    editor = make_user("Penulis")
    (first,) = paste(editor, SOURCE)

    def read_slowly(*told):
        keep(PastedRelease.objects.get(), {"byline": ["Nilam"]})
        return read(*told)

    monkeypatch.setattr("articles.pasting.copies.read", read_slowly)

    (again,) = paste(editor, SOURCE)

    stored = PastedRelease.objects.get()
    assert (again, again.is_at_hand, again.answers) == (first, True, {"byline": ["Nilam"]})
    assert stored.answers == {"byline": ["Nilam"]}


@pytest.mark.parametrize(
    ("screen", "turn", "wins"), [("a", "11", True), ("a", "9", False), ("b", "1", True), (None, "", True)]
)
def test_state_that_a_later_one_has_overtaken_is_not_kept(screen, turn, wins):
    (pasted,) = paste(make_user("Penulis"), SOURCE)
    keep(pasted, {"byline": ["Baru"], "screen": ["a"], "turn": ["10"]})
    late = {"byline": ["Lain"]} | ({"screen": [screen], "turn": [turn]} if screen else {})

    is_there = keep(PastedRelease.objects.get(), late)

    assert is_there is not None
    assert PastedRelease.objects.get().answers["byline"] == ["Lain" if wins else "Baru"]


def test_copy_discarded_while_it_is_read_again_is_begun_anew(monkeypatch):
    make_world()
    editor = make_user("Penulis")
    paste(editor, SOURCE)

    def read_slowly(*told):
        PastedRelease.objects.all().delete()
        return read(*told)

    monkeypatch.setattr("articles.pasting.copies.read", read_slowly)

    (fresh,) = paste(editor, SOURCE)

    assert (fresh.is_at_hand, list(PastedRelease.objects.all())) == (False, [fresh])


def test_several_releases_in_one_paste_are_offered_apart():
    make_world()
    second = SOURCE.replace("Kebun Atap", "Taman Baca").replace("kebun atap", "taman baca")

    both = paste(make_user("Penulis"), f"{SOURCE}\n\n{second}")
    one = paste(make_user("Penulis"), f"{SOURCE}\n\n{second}", is_one=True)

    assert ([part.source_text.strip()[:10] for part in both], len(one)) == (["Kebun Atap", "Taman Baca"], 1)


def test_draft_read_again_keeps_its_links_and_its_markup():
    make_world()
    kept = make_official("Yang Ditautkan")
    article = make_article(
        "Judul Semula", state="draft", source_text=SOURCE, officials=[kept], body="<h2>Sub</h2><p>Isi.</p>"
    )
    (pasted,) = paste(make_user("Penulis"), SOURCE, article)
    answers = Answers(pasted)

    again = saved(answers)

    assert (again.pk, again.title, again.body) == (article.pk, "Judul Semula", "<h2>Sub</h2><p>Isi.</p>")
    assert linked(again) == ["larasati-dewi-wiguna", "yang-ditautkan"]


def test_working_copy_changes_no_public_answer(django_capture_on_commit_callbacks):
    make_world()
    before = caching.version()

    with django_capture_on_commit_callbacks(execute=True):
        (pasted,) = paste(make_user("Penulis"), SOURCE)
        pasted.save()

    assert caching.version() == before


def test_sweep_discards_what_lay_for_a_week(client):
    editor = make_user("Penulis")
    old, fresh = (paste(editor, f"Naskah nomor {n} yang menunggu.")[0] for n in (1, 2))
    PastedRelease.objects.filter(pk=old.pk).update(updated_at=timezone.now() - timedelta(days=8))

    swept = PastedRelease.objects.stale().sweep()

    assert (swept, list(PastedRelease.objects.all())) == (1, [fresh])


@pytest.mark.parametrize("group", GROUPS)
def test_every_group_may_work_with_its_copies(group):
    user = make_user(group)

    names = ("add_pastedrelease", "change_pastedrelease", "delete_stagedphoto", "add_proposal")
    may = {name: user.has_perm(f"articles.{name}") for name in names}

    assert may == dict.fromkeys(may, True)


def test_release_that_stands_twice_in_a_paste_is_one_copy():
    make_world()

    found = paste(make_user("Penulis"), f"{SOURCE}\n\n{SOURCE}")

    assert (len(found), PastedRelease.objects.count()) == (1, 1)
