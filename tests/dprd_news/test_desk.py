import shutil
from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_tasks_db.models import DBTaskResult, get_date_max

from articles.models import Article, ErrorReport
from dprd_news import site_state
from dprd_news.desk import cards
from dprd_news.management.commands import db_worker
from dprd_news.models import LastTime
from dprd_news.site_state import failed_tasks
from people.models import ProposedChange
from tests.factories import (
    JAKARTA,
    make_article,
    make_council,
    make_institution,
    make_official,
    make_photo,
    make_proposal,
    make_topic,
    make_user,
    make_visit,
)

pytestmark = pytest.mark.django_db


def desk_of(rf, user):
    request = rf.get("/admin/")
    request.user = user
    return {card.title: [(row.text, row.detail) for row in card.rows] for card in cards(request)}


@pytest.fixture
def newsroom():
    """A writer and an editor, and an article for every way in which one can wait."""
    make_council()
    writer, other = make_user(group="Penulis", username="sari"), make_user(group="Penulis")
    editor = make_user(group="Redaktur", username="budi")
    for title, by in (("Kembali pada Sari", writer), ("Kembali pada orang lain", other)):
        article = make_article(title, state="draft")
        article.submit(by=by)
        article.return_to_draft("Lengkapi tanggalnya.", by=editor)
    make_article("Belum dibaca", state="in_review")
    make_article("Sudah disetujui", state="in_review").approve(by=editor)
    make_article("Terhalang", state="scheduled", body="")
    return writer, editor


def titles(found):
    return {card: [text for text, _ in rows] for card, rows in found.items()}


def test_desk_of_the_writer_shows_what_came_back(rf, newsroom):
    found = desk_of(rf, newsroom[0])

    assert titles(found) == {
        "Terjadwal, tetapi terhalang": ["Terhalang"],
        "Dikembalikan kepada Anda": ["Kembali pada Sari"],
        "Menunggu tinjauan": ["Belum dibaca"],
        "Terjadwal sesudah hari ini": ["Terhalang"],
        "Draf": ["Kembali pada orang lain", "Kembali pada Sari"],
    }
    assert found["Dikembalikan kepada Anda"] == [("Kembali pada Sari", "Lengkapi tanggalnya.")]


def test_desk_of_the_editor_shows_what_waits_to_be_published(rf, newsroom):
    assert titles(desk_of(rf, newsroom[1])) == {
        "Terjadwal, tetapi terhalang": ["Terhalang"],
        "Menunggu tinjauan": ["Belum dibaca"],
        "Disetujui, menunggu terbit": ["Sudah disetujui"],
        "Terjadwal sesudah hari ini": ["Terhalang"],
        "Draf": ["Kembali pada orang lain", "Kembali pada Sari"],
    }


def test_desk_shows_proposals_to_whoever_decides_and_answers_to_whoever_proposed(rf):
    make_council()
    writer, editor = make_user(group="Penulis", username="sari"), make_user(group="Redaktur", username="budi")
    titles_of = ("Masih ditimbang", "Angkanya keliru", "Sudah disetujui", "Ditarik lagi", "Sudah lama")
    waiting, refused, accepted, taken_back, old = (
        make_proposal(make_article(title), writer, note="Lihat halaman dua") for title in titles_of
    )
    refused.refuse(editor, "Angka itu benar.")
    accepted.accept(editor)
    taken_back.take_back(writer)
    old.refuse(editor, "Tidak perlu.")
    ProposedChange.objects.filter(pk=old.pk).update(decided_at=timezone.now() - timedelta(days=15))
    make_proposal(make_article("Milik orang lain"))

    of_writer, of_editor = desk_of(rf, writer), desk_of(rf, editor)

    assert of_writer["Usulan Anda sudah dijawab"] == [
        ("Sudah disetujui", "Diterima"),
        ("Angkanya keliru", "Ditolak: Angka itu benar."),
    ]
    assert titles(of_writer)["Usulan Anda menunggu Redaktur"] == ["Masih ditimbang"]
    assert titles(of_editor)["Usulan perubahan"] == ["Masih ditimbang", "Milik orang lain"]
    assert of_editor["Usulan perubahan"][0][1].startswith("sari, ")
    assert of_editor["Usulan perubahan"][0][1].endswith("WIB: Lihat halaman dua")
    assert "Usulan perubahan" not in of_writer
    assert waiting.is_waiting


def test_desk_tells_drafts_left_alone_and_what_goes_out_today_from_the_rest(rf):
    make_council()
    editor = make_user(group="Redaktur")
    old = make_article("Seminggu didiamkan", state="draft")
    make_article("Baru disimpan", state="draft")
    Article.objects.filter(pk=old.pk).update(updated_at=timezone.now() - timedelta(days=8))
    now = timezone.localtime()
    tonight = now.replace(hour=23, minute=59, second=59, microsecond=0)
    make_article("Malam ini", state="scheduled", published_at=max(tonight, now + timedelta(milliseconds=900)))
    make_article("Besok", state="scheduled", published_at=tonight + timedelta(hours=1))

    found = titles(desk_of(rf, editor))

    assert found == {
        "Terbit hari ini": ["Malam ini"],
        "Terjadwal sesudah hari ini": ["Besok"],
        "Draf": ["Baru disimpan", "Seminggu didiamkan"],
        "Draf yang seminggu tidak disentuh": ["Seminggu didiamkan"],
    }


def test_card_counts_what_it_does_not_show_and_leads_to_the_same_list(rf, client):
    make_council()
    editor = make_user(group="Redaktur")
    for number in range(7):
        make_visit(f"Kunjungan {number}", starts_on=date(2025, 3, 1 + number))
    request = rf.get("/admin/")
    request.user = editor
    client.force_login(editor)

    (card,) = cards(request)
    listed = client.get(card.url).context["cl"].queryset.values_list("title", flat=True)

    assert (card.count, [row.text for row in card.rows]) == (
        7,
        [f"Kunjungan {number}" for number in (6, 5, 4, 3, 2)],
    )
    assert sorted(listed) == [f"Kunjungan {number}" for number in range(7)]


@pytest.mark.parametrize("group", ["Penulis", "Redaktur", "Administrator"])
@pytest.mark.usefixtures("early_in_the_hour")
def test_full_desk_takes_at_most_twenty_queries(client, group):
    council = make_council()
    make_institution("Komisi I", kind="commission", parent=council.institution)
    user = make_user(group=group)
    client.force_login(user)

    def fill():
        for state in ("draft", "in_review", "scheduled", "published"):
            body = '<p>Lihat <a href="/pejabat/tidak-ada/">ini</a>.</p>'
            article = make_article(
                state=state, body=body, photos=[make_photo(alt=""), make_photo()], topics=[make_topic()]
            )
            make_proposal(article, user)
        for record in (make_official(), make_institution(), make_visit()):
            make_proposal(record, user)
        make_article(state="in_review").approve(by=make_user(group="Redaktur"))
        back = make_article(state="draft")
        back.submit(by=user)
        back.return_to_draft("Lengkapi.", by=make_user(group="Redaktur"))
        make_article(state="scheduled", published_at=timezone.now() + timedelta(minutes=1), body="")
        ErrorReport.objects.create(article=article, article_version=1, text="Angkanya keliru.")
        make_visit(starts_on=None, status="planned")
        make_visit(starts_on=date(2025, 3, 4), status="planned")
        make_visit(starts_on=date(2025, 3, 4))
        make_official()

    def queries():
        client.get("/admin/")
        with CaptureQueriesContext(connection) as asked:
            client.get("/admin/")
        return len(asked)

    fill()
    few = queries()
    for _ in range(6):
        fill()
    many = queries()

    assert (many, many <= 20) == (few, True)


def test_reports_of_readers_wait_for_whoever_answers(rf):
    make_council()
    article = make_article("Taman Dirawat")
    ErrorReport.objects.create(article=article, article_version=1, text="Angkanya keliru.")

    found = [titles(desk_of(rf, make_user(group=group))) for group in ("Penulis", "Redaktur")]

    assert found == [{}, {"Laporan pembaca": ["Taman Dirawat"]}]


# The state of the site ------------------------------------------------------------------------------


def facts():
    return {fact.name: (fact.text, fact.is_bad) for fact in site_state.facts()}


def test_worker_is_told_by_its_own_sign():
    now = timezone.now()
    never = facts()["Pekerja latar"]
    LastTime.note(LastTime.Name.WORKER, at=now - timedelta(minutes=1))
    at_work = facts()["Pekerja latar"]
    late = DBTaskResult.objects.create(
        task_path="articles.models.photo.make_share", args_kwargs={"args": [1], "kwargs": {}},
        run_after=get_date_max(), backend_name="default",
    )  # fmt: skip
    DBTaskResult.objects.filter(pk=late.pk).update(enqueued_at=datetime(2025, 3, 4, 9, 30, tzinfo=JAKARTA))
    stuck = facts()["Pekerja latar"]
    LastTime.note(LastTime.Name.WORKER, at=datetime(2025, 3, 4, 9, 30, tzinfo=JAKARTA))
    gone = facts()["Pekerja latar"]

    since = "Selasa, 4 Maret 2025, 09.30 WIB"
    assert (never, at_work, stuck, gone) == (
        ("belum pernah berjalan", True),
        ("bekerja", False),
        (f"bekerja, tetapi ada yang menunggu sejak {since}", True),
        (f"tidak berjalan sejak {since}", True),
    )


def test_worker_notes_that_it_looks_for_work(monkeypatch):
    worker = db_worker.Worker(
        queue_names=["*"], interval=1, batch=False, backend_name="default", startup_delay=False,
        max_tasks=None, worker_id="satu", excluded_queue_names=[],
    )  # fmt: skip
    looks = []
    monkeypatch.setattr(
        db_worker.db_worker.Worker, "run", lambda self: looks.append(LastTime.objects.count())
    )

    def sleep(seconds):
        worker.running = len(looks) < 3

    monkeypatch.setattr(db_worker.time, "sleep", sleep)

    worker.run()

    # The first look is noted, those within half a minute after it are not.
    assert (looks, list(LastTime.objects.values_list("name", flat=True))) == ([0, 1, 1], ["worker"])


def test_backup_and_disk_are_told(monkeypatch):
    never = facts()["Cadangan terakhir"]
    LastTime.note(LastTime.Name.BACKUP, "basis data saja", datetime(2025, 3, 4, 9, 30, tzinfo=JAKARTA))
    old = facts()["Cadangan terakhir"]
    LastTime.note(LastTime.Name.BACKUP, "basis data dan berkas")
    recent = facts()["Cadangan terakhir"][1]
    disks = []
    for free in (500, 1):
        usage = shutil._ntuple_diskusage(1000 * 1000**3, 0, free * 1000**3)
        monkeypatch.setattr(site_state.shutil, "disk_usage", lambda path, usage=usage: usage)
        disks.append({fact for name, fact in facts().items() if name.startswith("Ruang kosong")})

    assert (never, old, recent) == (
        ("belum pernah dibuat", True),
        ("Selasa, 4 Maret 2025, 09.30 WIB (basis data saja)", True),
        False,
    )
    assert disks == [{("500,0 GB (50%)", False)}, {("1,0 GB (0%): hampir penuh", True)}]


def make_failed(path="articles.models.photo.make_share", args=(1,)):
    return DBTaskResult.objects.create(
        task_path=path, args_kwargs={"args": list(args), "kwargs": {}}, run_after=get_date_max(),
        backend_name="default", status="FAILED", finished_at=timezone.now(),
        traceback="Traceback\nOSError: berkas hilang",
    )  # fmt: skip


def test_failed_work_is_listed_tried_again_and_thrown_away(client):
    photo = make_photo(caption="Taman kota")
    again, away, unknown = make_failed(args=(photo.pk,)), make_failed(), make_failed("lama.hilang")
    client.force_login(make_user(group="Redaktur"))
    tasks = "/admin/pekerjaan/"

    page = client.get(tasks).content.decode()
    client.post(tasks, {"task": again.pk, "do": "ulangi"})
    client.post(tasks, {"task": away.pk, "do": "buang"})
    client.post(tasks, {"task": unknown.pk, "do": "ulangi"})
    bad = client.post(tasks, {"task": "bukan kunci", "do": "buang"})
    photo.refresh_from_db()

    assert ["Taman kota" in page, "OSError: berkas hilang" in page] == [True, True]
    assert (photo.share_name != "", list(failed_tasks()), bad.status_code) == (True, [unknown], 302)
    assert facts()["Pekerjaan yang gagal"] == ("1, periksa dan coba lagi", True)


# What was told of lately ----------------------------------------------------------------------------


def test_coverage_counts_what_is_published_by_komisi_and_topic(client):
    council = make_council()
    within = {"kind": "commission", "parent": council.institution}
    first, second = make_institution("Komisi I", **within), make_institution("Komisi II", **within)
    make_institution("Komisi Lama", ends_on=date(2024, 8, 4), **within)
    make_institution("Komisi I DPRD Lain", kind="commission")
    topic, silent = make_topic("Taman"), make_topic("Banjir")
    now = timezone.now()
    for days, state in (
        (1, "published"),
        (45, "published"),
        (100, "published"),
        (1, "withdrawn"),
        (-1, "scheduled"),
    ):
        at = now - timedelta(days=days)
        make_article(f"{state} {days}", state=state, published_at=at, institutions=[first], topics=[topic])
    make_article("Draf", state="draft", institutions=[first, second], topics=[silent])
    client.force_login(make_user(group="Redaktur"))

    page = client.get("/admin/").context
    told = {
        part: [(row.name, row.short, row.long) for row in page[part]] for part in ("commissions", "topics")
    }
    listed = {
        row.short_url: [
            article.title
            for url in (row.short_url, row.long_url)
            for article in client.get(url).context["cl"].queryset
        ]
        for row in (page["commissions"][0], page["topics"][0])
    }

    assert told == {
        "commissions": [("Komisi I", 1, 2), ("Komisi II", 0, 0)],
        "topics": [("Taman", 1, 2), ("Banjir", 0, 0)],
    }
    assert listed == {
        f"/admin/articles/article/?lembaga={first.pk}&hari=30": [
            "published 1",
            "published 1",
            "published 45",
        ],
        f"/admin/articles/article/?topik={topic.pk}&hari=30": ["published 1", "published 1", "published 45"],
    }


def test_coverage_is_for_the_chief(client):
    make_council()
    make_topic()
    client.force_login(make_user(group="Penulis"))

    page = client.get("/admin/").context

    assert (page["commissions"], page["topics"]) == ([], [])
