"""A new council's list and its portraits taken in, in a real browser; axe on the screens of many records at once."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from people.models import Institution, Official, Position
from tests.browser.newsroom import DESK, PHONE, faults, window
from tests.factories import (
    jpeg,
    make_council,
    make_institution,
    make_official,
    make_position,
    make_post,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

IMPORT, PORTRAITS = "admin:people_official_import", "admin:people_official_portraits"
LIST = """Nama;Partai;Dapil;Jabatan;Komisi
DRS. H. ASEP SUNANDAR, S.H., M.H.;Partai Contoh;Dapil 1;Ketua Sementara;
Larasati Wiguna;Partai Contoh;Dapil 2;Anggota;
Budi Santoso;Partai Lain;Dapil 2;Anggota;II
Cecep Hidayat;Partai Lain;Dapil 3;Raja;
"""


@pytest.fixture
def council():
    """With one member of the term before, one whose name is nearly that of a new one, and one komisi."""
    own = make_council().institution
    make_institution("Komisi I", Institution.Kind.COMMISSION, parent=own)
    for name in ("Larasati Wiguna", "Budi Santosa"):
        make_position(make_official(name), make_post(f"Anggota {name}"), own)
    return own


def upload(page, url, content=LIST):
    page.goto(url + reverse(IMPORT))
    page.fill("#id_starts_on", "2029-08-05")
    file = {"name": "daftar.csv", "mimeType": "text/csv", "buffer": content.encode()}
    page.set_input_files("#id_file", file)
    page.click("button:has-text('Lihat hasilnya')")
    expect(page.locator(".import-row")).to_have_count(4)


def is_too_wide(page):
    return page.evaluate("document.documentElement.scrollWidth > innerWidth")


def test_list_is_seen_row_by_row_decided_stored_and_taken_back(newsroom, council):
    url, page, complaints = newsroom
    page.set_viewport_size(PHONE)

    page.goto(url + reverse("admin:people_official_changelist"))
    page.click("text=Impor daftar dewan")
    page.wait_for_url(url + reverse(IMPORT))
    upload(page, url)
    badges = page.locator(".import-row .badge").all_inner_texts()
    untouched = Official.objects.count()
    page.click("text=Simpan semuanya")
    expect(page.locator(".errorlist[role=alert]")).to_contain_text("2 baris masih perlu diputuskan")
    page.select_option("#pilih-4", label="Budi Santosa yang tercatat")
    page.check("text=Buat Komisi II dan catat 1 orang di sana")
    page.check("[name=leave_out]")
    wide = is_too_wide(page)
    page.click("text=Simpan semuanya")
    expect(page.locator(".messagelist")).to_contain_text("1 orang baru, 2 yang tercatat dilengkapi")
    stored = set(Position.objects.filter(starts_on="2029-08-05").values_list("official__name", "post__name"))
    made = Position.objects.filter(institution__name="Komisi II").values_list("official__name", flat=True)
    in_new_unit = list(made)
    page.click(".messagelist >> text=Urungkan")
    page.click("button:has-text('Urungkan')")
    expect(page.locator(".messagelist")).to_contain_text("3 pejabat kembali seperti sebelumnya.")

    assert badges == ["baru", "cocok dengan yang tercatat", "perlu dipilih", "bermasalah"]
    assert (untouched, wide, complaints) == (2, False, [])
    assert stored == {
        ("Asep Sunandar", "Ketua Sementara"),
        ("Asep Sunandar", "Anggota"),
        ("Larasati Wiguna", "Anggota"),
        ("Budi Santosa", "Anggota"),
    }
    assert (Official.objects.count(), Position.objects.filter(starts_on="2029-08-05").count()) == (2, 0)
    assert (in_new_unit, Institution.objects.filter(name="Komisi II").count()) == (["Budi Santosa"], 0)


def test_portraits_are_matched_by_file_name_and_given(newsroom, council):
    url, page, complaints = newsroom
    make_official("Euis Komariah")
    page.set_viewport_size(PHONE)

    send_portraits(page, url)
    shown = page.locator(".import-portrait").count()
    page.locator(".import-row", has_text="budi-santoso.jpg").locator("select").select_option(
        label="Budi Santosa"
    )
    page.click(".select2-selection")
    page.keyboard.type("euis")
    page.click(".select2-results__option:has-text('Euis Komariah')")
    wide = is_too_wide(page)
    page.click("text=Pasang yang dipilih")
    expect(page.locator(".messagelist")).to_contain_text("3 potret dipasang")

    assert (shown, wide, complaints) == (3, False, [])
    assert set(Official.objects.exclude(portrait="").values_list("name", flat=True)) == {
        "Larasati Wiguna",
        "Budi Santosa",
        "Euis Komariah",
    }


def send_portraits(page, url):
    page.goto(url + reverse(PORTRAITS))
    names = ("Larasati Wiguna.jpg", "budi-santoso.jpg", "IMG_0001.jpg")
    files = [{"name": name, "mimeType": "image/jpeg", "buffer": jpeg(300, 400)} for name in names]
    page.set_input_files("#id_files", files)
    page.click("button:has-text('Unggah')")
    expect(page.locator(".import-portrait")).to_have_count(3)


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_finds_no_fault_on_the_screens_of_many_records(chromium, live_server, council, size):
    url = live_server.url
    page = window(chromium, url, "budi", size=size)
    kept, merged = Official.objects.all()
    merge = reverse("admin:people_official_merge", args=[kept.pk])
    end = reverse("admin:people_institution_end_term", args=[council.pk])
    screens = {
        "list": lambda: page.goto(url + reverse("admin:people_official_changelist")),
        "upload": lambda: page.goto(url + reverse(IMPORT)),
        "dry run": lambda: upload(page, url),
        "portraits": lambda: send_portraits(page, url),
        "merge, whom": lambda: page.goto(url + merge),
        "merge": lambda: page.goto(f"{url}{merge}?lain={merged.pk}"),
        "end of term": lambda: page.goto(f"{url}{end}?on=2029-08-04"),
    }

    found = {}
    for name, open_screen in screens.items():
        open_screen()
        found[name] = [*faults(page), *(["too wide"] if is_too_wide(page) else [])]

    assert found == {name: [] for name in screens}
