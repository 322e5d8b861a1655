"""Lists as CSV and XLSX files: what is in which, for whom, and that no cell is a formula."""

import csv
import io
import re
from datetime import date, datetime

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from dprd_news.lib.exports import ExportingAdmin
from people.models import Institution
from tests.factories import (
    jpeg,
    make_article,
    make_correction,
    make_council,
    make_institution,
    make_official,
    make_photo,
    make_position,
    make_post,
    make_proposal,
    make_report,
    make_topic,
    make_user,
    make_visit,
    tomorrow,
)

pytestmark = pytest.mark.django_db

LISTS = sorted(
    (model._meta.label_lower.replace(".", "_") for model, of in admin.site._registry.items()
     if isinstance(of, ExportingAdmin)),
)  # fmt: skip
WITHOUT_PUBLIC_FILE = {"articles_errorreport", "people_council", "people_oldaddress", "people_proposedchange"}


def address_of(name, audience, form="csv"):
    return reverse(f"admin:{name}_export{'' if form == 'csv' else f'_{form}'}", args=[audience])


def rows_of(response):
    text = b"".join(response.streaming_content).decode("utf-8")
    assert text[0] == "\ufeff"
    return list(csv.reader(io.StringIO(text[1:])))


def sheet_of(response):
    """The one sheet of an XLSX answer."""
    return load_workbook(io.BytesIO(b"".join(response.streaming_content))).active


def column_of(rows, label):
    return [row[rows[0].index(label)] for row in rows[1:]]


def log_in(client, group="Redaktur"):
    client.force_login(make_user(group=group, username=f"akun-{group}".lower()))


@pytest.mark.parametrize("group", ["", "Penulis", "Redaktur", "Administrator"])
def test_public_file_is_for_all_of_the_newsroom_and_internal_for_those_who_publish(client, group):
    make_official()
    if group:
        log_in(client, group)

    answers, in_excel = (
        [
            client.get(address_of("people_official", audience, form)).status_code
            for audience in ("umum", "internal")
        ]
        for form in ("csv", "xlsx")
    )
    page = client.get(reverse("admin:people_official_changelist"))
    shown = page.content.decode() if page.status_code == 200 else ""

    offered = ["/ekspor/umum.csv" in shown, "/ekspor/internal.csv" in shown]
    offered_in_excel = ["/ekspor/umum.xlsx" in shown, "/ekspor/internal.xlsx" in shown]
    expected = {
        "": ([302, 302], [False, False]),
        "Penulis": ([200, 403], [True, False]),
        "Redaktur": ([200, 200], [True, True]),
        "Administrator": ([200, 200], [True, True]),
    }
    assert (answers, offered) == (in_excel, offered_in_excel) == expected[group]


@pytest.mark.parametrize("name", LISTS)
def test_every_list_has_its_files(client, name):
    log_in(client, "Administrator")
    make_council()
    photo = make_photo()
    make_correction(make_article(photos=[photo], topics=[make_topic()]))
    make_position()
    make_visit(guests=[make_institution()])

    public, internal = (client.get(address_of(name, audience)) for audience in ("umum", "internal"))

    assert public.status_code == (404 if name in WITHOUT_PUBLIC_FILE else 200)
    if public.status_code == 200:
        assert len(rows_of(public)) >= 2
    rows = rows_of(internal)
    assert rows[0] == ["INTERNAL, tidak untuk disebarkan. Diunduh oleh akun-administrator."]
    assert "-internal-" in internal["Content-Disposition"]


def test_public_file_holds_public_rows_and_fields_alone(client):
    log_in(client)
    council, hidden = make_council().institution, make_institution("Lembaga tersembunyi", published_at=None)
    shown = make_official("Asep", back_title="S.H.", party="Partai Contoh", died_on=date(2025, 2, 3))
    make_official("Rahasia", published_at=None)
    make_official("Besok", published_at=tomorrow())
    make_official("Ditarik").withdraw("Salah orang.")
    make_position(shown, make_post("Ketua"), council)
    make_position(shown, make_post("Anggota"), hidden)

    response = client.get(address_of("people_official", "umum"))

    assert rows_of(response) == [
        ["Nama lengkap", "Nama", "Nama panggilan", "Partai", "Daerah pemilihan", "Wafat", "Jabatan sekarang",
         "Alamat halaman"],
        ["Asep, S.H.", "Asep", "", "Partai Contoh", "", "2025-02-03", "Ketua DPRD Kota Mekarsari",
         "http://127.0.0.1/pejabat/asep/"],
    ]  # fmt: skip
    assert response["Cache-Control"].startswith("private, no-store")
    assert response["Content-Disposition"].startswith('attachment; filename="pejabat-umum-')


def test_public_files_name_nothing_hidden(client):
    log_in(client)
    hidden = make_institution("Lembaga rahasia", published_at=None)
    make_institution("Bagian", parent=hidden)
    make_position(make_official("Orang rahasia", published_at=None))
    make_position(make_official("Asep"), institution=hidden)
    open_post = make_position(make_official("Budi"), institution=make_institution("Dinas"))
    make_visit("Kunjungan terbuka", guests=[hidden, open_post.institution], note="Catatan rahasia")
    make_visit("Kunjungan rahasia", published_at=None)
    make_article("Berita rahasia", state="draft", topics=[make_topic("Topik rahasia")])
    make_article(
        "Berita terbuka", topics=[make_topic("Topik terbuka")], photos=[make_photo(consent_note="rahasia")]
    )
    make_photo(caption="Foto rahasia")

    names = [name for name in LISTS if name not in WITHOUT_PUBLIC_FILE]
    found = {name: rows_of(client.get(address_of(name, "umum"))) for name in names}

    assert [name for name, rows in found.items() if "rahasia" in str(rows).lower()] == []
    assert column_of(found["people_institution"], "Bagian dari") == ["", "", ""]
    assert column_of(found["people_position"], "Pejabat") == ["Budi"]
    assert column_of(found["people_visit"], "Tamu") == ["Dinas"]
    assert column_of(found["people_topic"], "Nama") == ["Topik terbuka"]
    assert [len(found[name]) for name in ("articles_article", "articles_photo")] == [2, 2]


def test_internal_file_holds_what_is_hidden_and_what_only_editors_read(client):
    log_in(client)
    make_visit("Kunjungan rahasia", published_at=None, note="Catatan rahasia")

    rows = rows_of(client.get(address_of("people_visit", "internal")))[1:]

    assert column_of(rows, "Judul") == ["Kunjungan rahasia"]
    assert column_of(rows, "Catatan internal") == ["Catatan rahasia"]


def test_internal_files_tell_states_and_uses_in_words(client):
    log_in(client)
    approved = {"reviewed_by": make_user(), "reviewed_at": timezone.now()}
    for state in ("draft", "in_review", "scheduled", "published", "withdrawn"):
        make_article(state, state=state)
    make_article("approved", state="in_review", **approved)
    make_article("returned", state="draft", return_note="Kurang data.")
    used = make_photo(content=jpeg(1300, 900))
    make_article("photo", photos=[used], state="draft")
    make_proposal(make_official("Budi"), make_user(group="Penulis"))

    articles = rows_of(client.get(address_of("articles_article", "internal")))[1:]
    photos = rows_of(client.get(address_of("articles_photo", "internal")))[1:]
    proposals = rows_of(client.get(address_of("people_proposedchange", "internal")))[1:]

    assert dict(zip(column_of(articles, "Judul"), column_of(articles, "Keadaan"), strict=True)) == {
        "draft": "Draf",
        "in_review": "Menunggu tinjauan",
        "approved": "Disetujui",
        "returned": "Dikembalikan",
        "scheduled": "Terjadwal",
        "published": "Terbit",
        "withdrawn": "Ditarik",
        "photo": "Draf",
    }
    assert (column_of(photos, "Jumlah berita"), column_of(photos, "Ukuran (px)")) == (["1"], ["1300 × 900"])
    assert (column_of(proposals, "Jenis data"), column_of(proposals, "Untuk")) == (["Pejabat"], ["Budi"])


@pytest.mark.parametrize("name", LISTS)
def test_no_column_of_a_file_has_an_english_name(client, name):
    log_in(client, "Administrator")

    titles = rows_of(client.get(address_of(name, "internal")))[1]

    assert [
        title for title in titles if re.search(r"\b(?:type|object|created|updated|at|is|id)\b", title)
    ] == []


def test_file_holds_what_the_list_is_narrowed_to_in_its_order(client):
    log_in(client)
    for name, party in (("Cecep", "A"), ("Asep", "A"), ("Budi", "B")):
        make_official(name, party=party)
    address = reverse("admin:people_official_changelist")
    name = client.get(address).context["cl"].list_display.index("full_name_shown")
    query = {"party": "A", "o": f"-{name}"}

    page = client.get(address, query).content.decode()
    narrowed = rows_of(client.get(address_of("people_official", "umum"), query))
    searched = rows_of(client.get(address_of("people_official", "umum"), {"q": "budi"}))
    nonsense = client.get(address_of("people_official", "umum"), {"nonsense__x": "1"})

    assert f"/ekspor/umum.csv?party=A&amp;o=-{name}" in page
    assert column_of(narrowed, "Nama") == ["Cecep", "Asep"]
    assert column_of(searched, "Nama") == ["Budi"]
    assert (nonsense.status_code, nonsense["Location"]) == (
        302,
        reverse("admin:people_official_changelist") + "?e=1",
    )


FORMULAS = ("=HYPERLINK(1)", "+62", "-1", "@SUM(A1)", "\t=1", " =1", "\tteks", "\rteks", "＝1")
PLAIN = ("aman = ya", "#N/A", "#tagar")


def test_no_cell_of_a_csv_file_is_a_formula(client):
    log_in(client)
    for words in (*FORMULAS, *PLAIN):
        make_official("Asep", nickname=words)

    rows = rows_of(client.get(address_of("people_official", "umum")))

    # After a tab, too, since some spreadsheets begin a cell there.
    guarded = {f"'{words}" for words in FORMULAS} - {"'\t=1"} | {"'\t'=1"}
    assert set(column_of(rows, "Nama panggilan")) == {*guarded, *PLAIN}


def test_no_cell_of_an_xlsx_file_is_a_formula(client):
    log_in(client)
    for words in (*FORMULAS, *PLAIN):
        make_official("Asep", nickname=words)

    sheet = sheet_of(client.get(address_of("people_official", "umum", "xlsx")))

    cells = [cell for (cell,) in sheet.iter_rows(min_row=2, min_col=3, max_col=3)]
    # XML knows one kind of line end.
    written = {words.replace("\r", "\n") for words in FORMULAS}
    assert {(cell.value.replace("\r", "\n"), cell.data_type, bool(cell.quotePrefix)) for cell in cells} == {
        *((words, "s", True) for words in written),
        *((words, "s", False) for words in PLAIN),
    }


def test_no_file_holds_how_to_reach_a_reader(client):
    log_in(client, "Administrator")
    make_report(text="Namanya salah.", contact="pembaca@example.org")

    text = str(rows_of(client.get(address_of("articles_errorreport", "internal"))))

    assert ["Namanya salah." in text, "pembaca@example.org" in text] == [True, False]


def test_xlsx_file_holds_what_the_csv_file_holds_with_days_as_days(client):
    log_in(client)
    shown = make_official("Asep", back_title="S.H.", party="Partai Contoh", died_on=date(2025, 2, 3))
    make_official("Lama", died_on=date(1890, 1, 2))
    make_official("Rahasia", published_at=None)
    make_position(shown, make_post("Ketua"), make_council().institution)

    response = client.get(address_of("people_official", "umum", "xlsx"))
    sheet = sheet_of(response)

    assert [list(row) for row in sheet.iter_rows(values_only=True)] == [
        ["Nama lengkap", "Nama", "Nama panggilan", "Partai", "Daerah pemilihan", "Wafat", "Jabatan sekarang",
         "Alamat halaman"],
        ["Asep, S.H.", "Asep", None, "Partai Contoh", None, datetime(2025, 2, 3), "Ketua DPRD Kota Mekarsari",
         "http://127.0.0.1/pejabat/asep/"],
        ["Lama", "Lama", None, None, None, "1890-01-02", None, "http://127.0.0.1/pejabat/lama/"],
    ]  # fmt: skip
    assert (sheet.title, sheet.freeze_panes) == ("pejabat", "A2")
    assert response["Content-Type"] == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    assert response["Cache-Control"].startswith("private, no-store")
    assert response["Content-Disposition"].startswith('attachment; filename="pejabat-umum-')


def test_internal_xlsx_file_says_so_first(client):
    log_in(client)
    make_visit("Kunjungan rahasia", published_at=None, note="Catatan rahasia\x0b")

    response = client.get(address_of("people_visit", "internal", "xlsx"))
    rows = [list(row) for row in sheet_of(response).iter_rows(values_only=True)]

    assert rows[0][0] == "INTERNAL, tidak untuk disebarkan. Diunduh oleh akun-redaktur."
    assert (rows[2][rows[1].index("Judul")], rows[2][rows[1].index("Catatan internal")]) == (
        "Kunjungan rahasia",
        "Catatan rahasia",
    )
    assert "-internal-" in response["Content-Disposition"]


@pytest.mark.parametrize("name", ["people_official", "people_institution", "people_position", "people_visit",
                                  "articles_article", "articles_photo"])  # fmt: skip
def test_file_asks_as_much_for_one_row_as_for_many(client, name):
    log_in(client)
    counts = []
    for more in (1, 4):
        for _ in range(more):
            whole = make_institution("DPRD", Institution.Kind.COUNCIL)
            part = make_institution("Komisi", Institution.Kind.COMMISSION, parent=whole)
            official = make_position(institution=part).official
            visit = make_visit(guests=[whole], hosts=[part], attending=[official], topics=[make_topic()])
            make_article(photos=[make_photo()], topics=[make_topic()], visit=visit)
        for audience in ("umum", "internal"):
            rows_of(client.get(address_of(name, audience)))
            with CaptureQueriesContext(connection) as caught:
                rows_of(client.get(address_of(name, audience)))
            counts.append(len(caught))

    assert counts[:2] == counts[2:]
