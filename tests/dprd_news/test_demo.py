from datetime import date

import pytest
from django.contrib.auth import get_user_model
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db.models import Model

from articles.models import Article, ArticleOfficial, ArticlePhoto, Correction, Photo, Version
from dprd_news.accounts import demo_usernames
from dprd_news.demo import loader, stories
from dprd_news.models import DemoRecord
from people.imports import Counts
from people.models import (
    Council,
    Institution,
    InstitutionName,
    Official,
    OfficialName,
    OldAddress,
    Position,
    Post,
    Region,
    Tagging,
    Topic,
    Visit,
    VisitOfficial,
    VisitParty,
)

pytestmark = pytest.mark.django_db

KINDS = (
    *(
        Region,
        Post,
        Institution,
        InstitutionName,
        Official,
        OfficialName,
        Position,
        Topic,
        Tagging,
        OldAddress,
    ),
    *(Visit, VisitParty, VisitOfficial, Article, ArticleOfficial, ArticlePhoto, Photo, Correction, Council),
    get_user_model(),
)


@pytest.fixture(autouse=True)
def small_drawings(monkeypatch):
    """Drawing at full size takes most of a load's time."""
    sizes = {aspect: (width // 10, height // 10) for aspect, (width, height) in stories.SIZES_PX.items()}
    monkeypatch.setattr(stories, "SIZES_PX", sizes)
    monkeypatch.setattr(stories, "PORTRAIT_PX", (48, 48))
    monkeypatch.setattr(loader, "EMBLEM_PX", (48, 48))


@pytest.fixture
def roster_only(monkeypatch):
    """For tests that no release has a part in."""
    monkeypatch.setattr(loader, "load_stories", lambda beginning: Counts())


def counted() -> dict[str, int]:
    return {kind.__name__: kind._default_manager.count() for kind in KINDS}


def rows() -> dict[str, list[dict]]:
    return {kind.__name__: list(kind._default_manager.order_by("pk").values()) for kind in KINDS}


def gone(record: Model) -> bool:
    return not type(record)._default_manager.filter(pk=record.pk).exists()


def test_demo_loads_the_council_with_its_roster():
    loader.load()

    council = Institution.objects.get(slug="dprd-kota-bandung")
    sitting = Position.objects.held_on(date(2026, 1, 15)).filter(post__name="Anggota", institution=council)
    komisi = Institution.objects.get(slug="komisi-i")
    # 46 members that sources name, and four invented ones who speak in the releases.
    assert (Council.current().institution, sitting.count(), Region.objects.count()) == (council, 50, 552)
    assert (komisi.name_on(date(2024, 12, 19)), komisi.name_on(date(2025, 1, 8))) == (
        "Komisi A DPRD Kota Bandung",
        "Komisi I DPRD Kota Bandung",
    )


def test_demo_knows_who_held_what_that_day(roster_only):
    loader.load()

    days = {
        "susanto-triyogo-adiputro": date(2025, 6, 23),
        "erwin": date(2025, 6, 23),
        "nur-agis-aulia": date(2025, 6, 23),
        "a-koswara-hanafi": date(2024, 10, 1),
        "tedy-rusmawan": date(2022, 5, 20),
    }
    assert {slug: Official.objects.get(slug=slug).post_on(day) for slug, day in days.items()} == {
        "susanto-triyogo-adiputro": "Sekretaris Komisi I DPRD Kota Bandung",
        "erwin": "Wakil Wali Kota Bandung",
        "nur-agis-aulia": "Wakil Wali Kota Serang",
        "a-koswara-hanafi": "Pj. Wali Kota Bandung",
        "tedy-rusmawan": "Ketua DPRD Kota Bandung",
    }


def test_demo_shows_every_state_of_an_article():
    loader.load()

    states = [(article.status, article.is_public) for article in Article.objects.all()]
    photos = {article.article_photos.count() for article in Article.objects.all()}
    assert {state: states.count(state) for state in states} == {
        ("published", True): 25,
        ("published", False): 1,
        ("draft", False): 2,
        ("in_review", False): 1,
        ("withdrawn", False): 1,
    }
    assert ({0, 1, 8} <= photos, Correction.objects.published().count()) == (True, 2)
    assert sorted(len(version.changes) for version in Version.objects.all()) == [1, 2]


def test_demo_shows_visits_in_every_direction_and_with_three_guests():
    loader.load()

    directions = set(Visit.objects.values_list("direction", flat=True))
    guests = [len(visit.guests) for visit in Visit.objects.all()]
    hidden = set(Visit.objects.filter(published_at=None).values_list("status", "slug"))
    assert (directions, max(guests)) == ({"diterima", "dilakukan", "dihadiri"}, 3)
    # One goes with an article in review, the other is only asked for.
    assert hidden == {
        ("done", "simulasi-sidang-pelajar-smp-contoh-harapan-bandung"),
        ("requested", "konsultasi-pemerintah-kota-ambon"),
    }


def test_demo_lets_nobody_real_speak_or_act_in_a_release():
    loader.load()

    told = Official.objects.filter(article_officials__isnull=False) | Official.objects.filter(
        attendances__isnull=False
    )
    assert [official.name for official in told if not official.biography.startswith("Tokoh contoh")] == []
    assert told.exists()


def test_demo_loaded_twice_changes_nothing():
    loader.load()
    before = rows()

    again = loader.load()

    assert (again, rows()) == (Counts(skipped=DemoRecord.objects.count()), before)


def test_demo_loaded_again_brings_nothing_back_and_leaves_edits(roster_only):
    loader.load()
    Official.objects.filter(slug="susanto-triyogo-adiputro").update(nickname="Kang Susanto", slug="susanto")
    before = counted()

    loader.load()

    assert (counted(), Official.objects.get(slug="susanto").nickname) == (before, "Kang Susanto")


def test_demo_removed_leaves_an_empty_site_and_can_be_loaded_again():
    loader.load()
    before = counted()

    done = loader.remove()

    assert (counted(), done.kept, DemoRecord.objects.count()) == ({kind.__name__: 0 for kind in KINDS}, [], 0)
    loader.load()
    assert counted() == before


def test_demo_removed_keeps_what_an_editor_made_and_all_it_needs(roster_only):
    loader.load()
    ketua = Official.objects.get(slug="asep-mulyadi")
    other = Official.objects.get(slug="toni-wijaya")
    own = Article(title="Tulisan redaksi")
    own.save()
    own.article_officials.create(official=ketua)

    done = loader.remove()

    assert (gone(own), gone(ketua), gone(other)) == (False, False, True)
    assert [held.label_on(date(2026, 1, 1)) for held in ketua.positions.all()] == [
        "Ketua DPRD Kota Bandung",
        "Anggota DPRD Kota Bandung",
    ]
    assert sorted(done.kept) == [
        "552 wilayah",
        "jabatan “Anggota”",
        "jabatan “Ketua”",
        "lembaga “DPRD Kota Bandung”",
        "pejabat “Asep Mulyadi”",
    ]


def test_demo_removed_leaves_no_file(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        loader.load()
    names = [photo.file.name for photo in Photo.objects.all()] + [Council.objects.get().emblem.name]
    were_there = {default_storage.exists(name) for name in names}

    with django_capture_on_commit_callbacks(execute=True):
        loader.remove()

    assert (were_there, {default_storage.exists(name) for name in names}) == ({True}, {False})


def test_command_tells_which_editors_record_is_in_the_way():
    Institution.objects.create(name="Dewan lain", slug="dprd-kota-cirebon", kind="council")

    with pytest.raises(CommandError) as error:
        call_command("demo")

    assert str(error.value) == (
        "Peragaan tidak dimuat: “DPRD Kota Cirebon” tidak ditemukan; mungkin namanya sudah diganti redaksi."
    )
    assert (Institution.objects.count(), Official.objects.count(), DemoRecord.objects.count()) == (1, 0, 0)


def test_demo_accounts_belong_to_their_groups(settings, roster_only):
    settings.DEMO_PASSWORD = "contoh-saja-123"

    loader.load()

    accounts = get_user_model().objects.order_by("username")
    assert [
        (
            account.username,
            account.groups.get().name,
            account.check_password("contoh-saja-123"),
            account.is_superuser,
        )
        for account in accounts
    ] == [
        ("administrator", "Administrator", True, False),
        ("penulis", "Penulis", True, False),
        ("redaktur", "Redaktur", True, False),
    ]
    assert demo_usernames() == ["penulis", "redaktur", "administrator"]


def test_demo_accounts_stay_closed_until_there_is_a_password(settings, roster_only):
    settings.DEMO_PASSWORD = ""
    loader.load()
    penulis = get_user_model().objects.get(username="penulis")
    was_usable = penulis.has_usable_password()
    settings.DEMO_PASSWORD = "contoh-saja-123"

    loader.load()

    penulis.refresh_from_db()
    assert (was_usable, penulis.check_password("contoh-saja-123")) == (False, True)


def test_demo_leaves_an_account_of_the_same_name_alone(settings, roster_only):
    settings.DEMO_PASSWORD = "contoh-saja-123"
    mine = get_user_model().objects.create_user("redaktur", password="milik-saya-sendiri")

    loader.load()
    loader.remove()

    mine.refresh_from_db()
    assert (mine.check_password("milik-saya-sendiri"), mine.groups.count()) == (True, 0)


def test_demo_account_that_editors_work_needs_is_kept_closed(settings, roster_only):
    settings.DEMO_PASSWORD = "contoh-saja-123"
    loader.load()
    redaktur = get_user_model().objects.get(username="redaktur")
    own = Article(title="Tulisan redaksi", body="<p>Isi.</p>")
    own.save()
    own.publish(by=redaktur)

    loader.remove()

    redaktur.refresh_from_db()
    assert (gone(own), redaktur.is_active, redaktur.has_usable_password()) == (False, False, False)


def test_command_tells_what_it_did(capsys, roster_only):
    call_command("demo")
    marks = DemoRecord.objects.count()
    call_command("demo")
    call_command("demo", "--remove")

    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("Peragaan: ")
    assert lines[1] == f"Peragaan: 0 dibuat, 0 diperbarui, {marks} dilewati."
    assert lines[2] == f"Peragaan: {marks} dikeluarkan, 0 dipertahankan."
