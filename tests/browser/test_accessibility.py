"""axe on every page of the editing part: phone and desk, light and dark."""

from datetime import date

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult, get_date_max
from playwright.sync_api import expect

from tests.browser.newsroom import DESK, PHONE, faults, window
from tests.factories import (
    make_article,
    make_council,
    make_institution,
    make_official,
    make_photo,
    make_position,
    make_preview_link,
    make_proposal,
    make_topic,
    make_version,
    make_visit,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

LISTS = sorted(f"{model._meta.app_label}_{model._meta.model_name}" for model in admin.site._registry)
UNSTARTED = "select.admin-autocomplete:not(.select2-hidden-accessible, [name*=__prefix__])"


def admin_url(name, record, *more):
    return reverse(f"admin:articles_article_{name}", args=[record.pk, *more])


@pytest.fixture
def records():
    """An article in each state, with all that can hang on one."""
    council = make_council()
    official = make_official("Larasati Wiguna")
    make_position(official, institution=council.institution)
    photo = make_photo(alt="", caption="Taman")
    links = {"officials": [official], "institutions": [council.institution], "photos": [photo]}
    draft = make_article(
        "Draf Taman", state="draft", body="<p>Kata Rangga Pradipta, taman dirawat.</p>", **links
    )
    waiting = make_article("Taman Menunggu", state="in_review", topics=[make_topic()], **links)
    link = make_preview_link(waiting)
    link.take_answer("catatan", "Jabatan saya sudah berganti.")
    live = make_article("Taman Terbit", body="<p>Sepuluh warga.</p>", photos=[make_photo()])
    make_version(live, corrected_at=live.published_at)
    make_institution("Komisi I", kind="commission", parent=council.institution)
    for status in ("planned", "done", "cancelled"):
        make_visit(
            f"Kunjungan taman {status}",
            starts_on=date(2026, 11, 12),
            status=status,
            hosts=[council.institution],
        )
    # Enough months for the list to offer them in several rows on a phone, whatever day it is.
    for month in (1, 2, 4, 6, 9, 12):
        make_visit(f"Kunjungan bulan {month}", starts_on=date(2026, month, 3))
    make_visit("Kunjungan tanpa tanggal", starts_on=None, status="planned")
    DBTaskResult.objects.create(
        task_path="articles.models.photo.make_share", args_kwargs={"args": [photo.pk], "kwargs": {}},
        run_after=get_date_max(), backend_name="default", status="FAILED", finished_at=timezone.now(),
        traceback="OSError: berkas hilang",
    )  # fmt: skip
    return {"draft": draft, "waiting": waiting, "live": live, "link": link}


def editor_addresses(records, proposal):
    draft, waiting, live = records["draft"], records["waiting"], records["live"]
    verbs = {"terbitkan": waiting, "jadwalkan": waiting, "kembalikan": waiting, "kirim": draft, "tarik": live}
    return {
        "desk": reverse("admin:index"),
        **{f"list {name}": reverse(f"admin:{name}_changelist") for name in LISTS},
        "search": f"{reverse('admin:search')}?q=taman",
        "failed work": reverse("admin:tasks"),
        "calendar": f"{reverse('admin:people_visit_calendar')}?bulan=2026-11",
        "report": reverse("admin:people_visit_report", args=[2026]),
        "upload": reverse("admin:articles_photo_upload"),
        "draft": admin_url("change", draft),
        "new": reverse("admin:articles_article_add"),
        "live": admin_url("change", live),
        "laid in": f"{admin_url('change', live)}?usulan={proposal.pk}",
        "old state": f"{admin_url('change', live)}?keadaan={live.history.last().pk}",
        "photo": reverse("admin:articles_photo_change", args=[live.photos.get().pk]),
        "refusal": reverse("admin:articles_article_refuse", args=[proposal.pk]),
        "review": admin_url("review", waiting),
        "preview": admin_url("preview_screen", waiting),
        "history": admin_url("history", live),
        "difference": f"{admin_url('history', live)}?ke={live.history.first().pk}",
        "takedown": admin_url("take_down", live),
        "paste": reverse("admin:articles_article_paste"),
        "versions": live.get_versions_url(),
        **{verb: admin_url("verb", record, verb) for verb, record in verbs.items()},
    }


def look(page, url, addresses):
    """What axe finds on each page, and whether a page is wider than the window."""
    found = {}
    for name, address in addresses.items():
        page.goto(url + address)
        if page.locator("textarea[name=body]").count():
            page.locator(".ProseMirror[aria-label]").wait_for()
        # Pickers are started by a script, too.
        expect(page.locator(UNSTARTED)).to_have_count(0)
        wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        found[name] = [*faults(page), *(["too wide"] if wide else [])]
    return {name: found for name, found in found.items() if found}


def look_at_stale(page, url, article):
    """What axe finds on the page that a save over a later state is answered with."""
    page.goto(url + admin_url("change", article))
    page.locator(".ProseMirror[aria-label]").wait_for()
    page.fill("#id_title", "Isian yang terlambat")
    page.fill("#id_place", "Ruang lain")
    page.locator(".ProseMirror[aria-label]").fill("Sebelas warga.")
    article.place = "Ruang rapat"
    article.save()
    page.click("input[name=_save]")
    page.get_by_role("region", name="Perbedaan dengan yang tersimpan").wait_for()
    page.locator(".ProseMirror[aria-label]").wait_for()
    expect(page.locator(UNSTARTED)).to_have_count(0)
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return [*faults(page), *(["too wide"] if wide else [])]


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_finds_no_fault(chromium, live_server, records, size):
    url, live = live_server.url, records["live"]
    editor = window(chromium, url, "budi", group="Administrator", size=size)
    writer = window(chromium, url, "ani", group="Penulis", size=size)
    account = User.objects.get(username="ani")
    data = {"title": ["Taman Lain"], "body": ["<h2>Sepuluh warga.</h2>"], "activity": ["other"]}
    proposal = make_proposal(live, account, data, note="Jumlahnya kurang")

    of_editor = look(editor, url, editor_addresses(records, proposal))
    of_writer = look(
        writer,
        url,
        {
            "proposing": admin_url("change", live),
            "own proposal": f"{admin_url('change', live)}?usulan={proposal.pk}",
            "taking back": reverse("admin:articles_article_refuse", args=[proposal.pk]),
            "own": admin_url("change", records["draft"]),
        },
    )

    of_stale = [look_at_stale(one, url, records[name]) for one, name in ((editor, "live"), (writer, "draft"))]

    assert (of_editor, of_writer, of_stale) == ({}, {}, [[], []])
