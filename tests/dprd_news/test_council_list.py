"""A new council's list in the newsroom: seen before it is stored, stored whole or not at all, taken back."""

import io
from datetime import date

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import Workbook, load_workbook

from dprd_news.lib import caching
from people.models import BulkChange, Institution, Official, Position, Post
from tests.factories import (
    make_article,
    make_council,
    make_institution,
    make_official,
    make_position,
    make_post,
    make_user,
)

pytestmark = pytest.mark.django_db

IMPORT = "/admin/people/official/impor/"
DAY = date(2029, 8, 5)
LIST = """DAFTAR ANGGOTA TERPILIH;;;;;
No;Nama;Partai;Dapil;Jabatan;Komisi
1;DRS. H. ASEP SUNANDAR, S.H., M.H.;Partai Contoh;Dapil 1;Ketua Sementara;
2;Larasati Wiguna;Partai Lain;Dapil 2;Anggota;I
"""


@pytest.fixture
def council():
    return make_council().institution


@pytest.fixture
def editor(client, council):
    client.force_login(make_user(group="Redaktur", username="rani"))
    return client


def upload(client, content, name="daftar.csv", starts_on="2029-08-05"):
    content = content.encode() if isinstance(content, str) else content
    # Nothing is committed within a test, so what the reader knows is never renewed by itself.
    caching.forget()
    return client.post(IMPORT, {"file": SimpleUploadedFile(name, content), "starts_on": starts_on})


def confirm(client, page, **choices):
    """Sends what the page of the dry run would, with other choices by row."""
    caching.forget()
    context = page.context
    data = {"rows": context["rows"], "shown": context["shown"], "starts_on": "2029-08-05"}
    data |= {f"pilih-{one.row.number}": one.choice for one in context["outcomes"] if not one.faults}
    return client.post(
        IMPORT, data | {name.replace("pilih_", "pilih-"): value for name, value in choices.items()}
    )


def told(page):
    return [(one.row.number, one.kind.value, one.full_name) for one in page.context["outcomes"]]


def stored():
    return (
        Official.objects.count(),
        Position.objects.count(),
        BulkChange.objects.count(),
        Post.objects.count(),
    )


def xlsx(*rows, title="Daftar"):
    book, out = Workbook(), io.BytesIO()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


def test_dry_run_says_what_becomes_of_each_row_and_stores_nothing(editor, council):
    known = make_official("Larasati Wiguna", party="Partai Lama")
    make_position(known, make_post("Anggota"), council, date(2024, 8, 5), ends_on=date(2029, 8, 4))
    make_institution("Komisi I", Institution.Kind.COMMISSION, parent=council)
    before = stored()

    page = upload(editor, LIST)

    assert told(page) == [
        (3, "new", "Drs. H. Asep Sunandar, S.H., M.H."),
        (4, "again", "Larasati Wiguna"),
    ]
    assert [one.gains for one in page.context["outcomes"]] == [
        ["gelar depan: Drs. H.", "gelar belakang: S.H., M.H.", "partai: Partai Contoh", "daerah pemilihan: Dapil 1",
         "Ketua Sementara DPRD Kota Mekarsari", "Anggota DPRD Kota Mekarsari"],
        ["daerah pemilihan: Dapil 2", "Anggota DPRD Kota Mekarsari", "Anggota Komisi I"],
    ]  # fmt: skip
    assert page.context["outcomes"][1].notes == ["partai tetap “Partai Lama”; di berkas “Partai Lain”."]
    assert stored() == before
    assert "Belum ada yang disimpan" in page.content.decode()


def test_confirmed_list_is_stored_and_the_second_time_changes_nothing(editor, council):
    known = make_official("Larasati Wiguna", party="Partai Lama")
    make_institution("Komisi I", Institution.Kind.COMMISSION, parent=council)

    answer = confirm(editor, upload(editor, LIST), follow=True)
    after = stored()
    again = upload(editor, LIST)
    second = confirm(editor, again)

    new = Official.objects.get(name="Asep Sunandar")
    assert answer.status_code == 302
    assert (new.front_title, new.back_title, new.party, new.electoral_district, new.is_public) == (
        "Drs. H.",
        "S.H., M.H.",
        "Partai Contoh",
        "Dapil 1",
        False,
    )
    assert {
        (one.official.name, one.post.name, one.institution.name, one.starts_on, one.ends_on)
        for one in Position.objects.all()
    } == {
        ("Asep Sunandar", "Ketua Sementara", "DPRD Kota Mekarsari", DAY, None),
        ("Asep Sunandar", "Anggota", "DPRD Kota Mekarsari", DAY, None),
        ("Larasati Wiguna", "Anggota", "DPRD Kota Mekarsari", DAY, None),
        ("Larasati Wiguna", "Anggota", "Komisi I", DAY, None),
    }
    known.refresh_from_db()
    assert (known.party, known.electoral_district) == ("Partai Lama", "Dapil 2")
    assert [one[1] for one in told(again)] == ["same", "same"]
    assert (second.status_code, stored()) == (302, after)


def test_each_import_is_one_state_with_its_reason(editor, council):
    known = make_official("Larasati Wiguna")

    confirm(editor, upload(editor, LIST))

    states = {
        official.name: [(state.history_change_reason, len(state.relations["positions"])) for state in official.history.all()]
        for official in Official.objects.all()
    }  # fmt: skip
    assert states == {
        "Asep Sunandar": [("Impor daftar dewan", 2)],
        "Larasati Wiguna": [("Impor daftar dewan", 1), (None, 0)],
    }
    assert known.history.first().history_user.username == "rani"


def test_import_is_taken_back_whole(editor, council):
    known = make_official("Larasati Wiguna", party="Partai Lama")
    before = list(Official.objects.values_list("name", "party", "electoral_district"))
    confirm(editor, upload(editor, LIST))
    undo = reverse("admin:people_official_undo", args=[BulkChange.objects.get().pk])

    page = editor.get(undo).content.decode()
    answer = editor.post(undo)

    assert ("Urungkan: Impor daftar dewan" in page, answer.status_code) == (True, 302)
    assert list(Official.objects.values_list("name", "party", "electoral_district")) == before
    assert (Position.objects.count(), known.names.count()) == (0, 0)


def test_taking_back_leaves_what_was_changed_or_used_since(editor, council):
    make_official("Larasati Wiguna")
    make_official("Cecep Hidayat")
    confirm(
        editor, upload(editor, LIST + "3;Cecep Hidayat;;;;\n4;Dadang Suherman;;;;\n5;Euis Komariah;;;;\n")
    )
    make_article(officials=[Official.objects.get(name="Asep Sunandar")])
    seat = Position.objects.get(official__name="Larasati Wiguna", institution=council)
    seat.acting = "Plt."
    seat.save()
    dadang = Official.objects.get(name="Dadang Suherman")
    dadang.nickname = "Dadang"
    dadang.save()

    answer = editor.post(
        reverse("admin:people_official_undo", args=[BulkChange.objects.get().pk]), follow=True
    )

    messages = " ".join(str(message) for message in answer.context["messages"])
    assert "2 pejabat kembali seperti sebelumnya." in messages
    assert [f"“{name}” (sudah diubah lagi sesudahnya)" in messages for name in
            ("Asep Sunandar", "Larasati Wiguna", "Dadang Suherman", "Euis Komariah")] == [True, True, True, False]  # fmt: skip
    assert set(Official.objects.values_list("name", flat=True)) == {
        "Asep Sunandar",
        "Larasati Wiguna",
        "Cecep Hidayat",
        "Dadang Suherman",
    }


def test_page_of_taking_back_asks_as_much_for_one_row_as_for_many(editor, council):
    make_official("Larasati Wiguna")
    counts = []
    for names in ("Asep Sunandar", "Budi Santosa\nCecep Hidayat\nEuis Komariah\nLarasati Wiguna"):
        confirm(editor, upload(editor, f"Nama\n{names}\n"))
        undo = reverse("admin:people_official_undo", args=[BulkChange.objects.first().pk])
        editor.get(undo)
        with CaptureQueriesContext(connection) as caught:
            editor.get(undo)
        counts.append(len(caught))

    assert counts[0] == counts[1]


def test_doubtful_rows_wait_for_a_choice(editor, council):
    near = make_official("Asep Sunandr")
    namesakes = [make_official("Larasati Wiguna"), make_official("Larasati Wiguna")]
    page = upload(editor, LIST)
    before = stored()

    undecided = confirm(editor, page)
    unchanged = stored()
    answer = confirm(editor, undecided, pilih_3=str(near.pk), pilih_4=str(namesakes[1].pk))

    assert [one[1] for one in told(page)] == ["doubtful", "doubtful"]
    assert [set(one.candidates) for one in page.context["outcomes"]] == [{near}, set(namesakes)]
    assert "2 baris masih perlu diputuskan" in undecided.content.decode()
    assert unchanged == before
    assert (answer.status_code, Official.objects.count()) == (302, 3)
    assert [name.name for name in near.names.all()] == ["Asep Sunandar"]
    assert namesakes[1].positions.count() == 1


def test_matched_row_may_be_somebody_new_or_left_out(editor, council):
    make_official("Larasati Wiguna")
    make_official("Asep Sunandar")
    page = upload(editor, LIST)

    confirm(editor, page, pilih_3="lewati", pilih_4="baru")

    assert sorted(Official.objects.values_list("name", flat=True)) == [
        "Asep Sunandar",
        "Larasati Wiguna",
        "Larasati Wiguna",
    ]
    assert Position.objects.count() == 1


def test_somebody_put_on_file_meanwhile_is_shown_first(editor, council):
    page = upload(editor, LIST)
    late = make_official("Asep Sunandar")

    answer = confirm(editor, page)

    assert "Data berubah sejak halaman ini dibuka" in answer.content.decode()
    assert [set(one.candidates) for one in answer.context["outcomes"]] == [{late}, set()]
    assert (Official.objects.count(), Position.objects.count()) == (1, 0)


def test_faulty_rows_stop_all_unless_they_are_left_out(editor, council):
    council_post = make_post("Anggota")
    make_position(make_official("Masih Menjabat"), council_post, council, date(2024, 8, 5))
    make_official("Sudah Wafat", died_on=date(2028, 1, 1))
    rows = [
        "Nama;Mulai;Jabatan;Fraksi",
        "Asep Sunandar;;;Elang",
        ";2029-08-05;;",
        "=HYPERLINK(1);;;",
        "Asep  SUNANDAR;;;",
        "12345;;;",
        "Budi Santosa;kemarin;;",
        "Cecep Hidayat;;Raja;",
        "Masih Menjabat;;;",
        "Sudah Wafat;;;",
        "X" * 201 + ";;;",
    ]
    page = upload(editor, "\n".join(rows))
    before = stored()

    stopped = confirm(editor, page, pilih_10="lewati")
    unchanged = stored()
    answer = confirm(editor, page, pilih_10="lewati", leave_out="on")

    outcomes = page.context["outcomes"]
    assert {one.row.number: one.faults[0] for one in outcomes if one.faults} == {
        3: "Kolom Nama kosong.",
        4: "Kolom Nama berisi rumus. Salin kolomnya, lalu tempel sebagai nilai.",
        5: "Nama ini sudah ada di baris 2.",
        6: "“12345” bukan nama orang.",
        7: "Tanggal mulai “kemarin” tidak terbaca. Tulis seperti 2029-08-05 atau 5 Agustus 2029.",
        8: "Jabatan “Raja” belum dikenal. Minta Administrator menambahkannya, atau perbaiki berkasnya.",
        9: "Masih tercatat sebagai Anggota DPRD Kota Mekarsari sejak 5 Agustus 2024. Akhiri dahulu masa jabatan "
        "dewan yang lama, atau perbaiki tanggalnya.",
        11: "Kolom Nama lebih panjang dari 200 huruf.",
    }
    assert {one.row.number: one.kind.value for one in outcomes if not one.faults} == {
        2: "new",
        10: "doubtful",
    }
    assert outcomes[0].notes == [
        "Fraksi Elang belum tercatat di dewan ini, jadi jabatan di sana tidak dicatat."
    ]
    assert ("8 baris masih perlu diputuskan" in stopped.content.decode(), unchanged) == (True, before)
    assert (answer.status_code, Official.objects.count()) == (302, 3)


UNITS = """Nama;Komisi;Fraksi
Asep Sunandar;5;FRAKSI PDI PERJUANGAN
Larasati Wiguna;V (Khusus);Salah Tulis
Raja Tanpa;;Fraksi Elang
Budi Santosa;;ELANG
"""


def test_missing_units_are_offered_and_made_only_if_ticked(editor, council):
    page = upload(editor, UNITS)
    nothing = Institution.objects.count()
    offered = [(unit.key, unit.name, count, is_made) for unit, count, is_made in page.context["missing"]]

    answer = confirm(
        editor, page, pilih_4="lewati", buat=["commission-komisi v", "faction-fraksi pdi perjuangan", "x"]
    )

    assert offered == [
        ("commission-komisi v", "Komisi V", 2, False),
        ("faction-fraksi pdi perjuangan", "Fraksi PDI Perjuangan", 1, False),
        ("faction-fraksi salah tulis", "Fraksi Salah Tulis", 1, False),
        ("faction-fraksi elang", "Fraksi Elang", 2, False),
    ]
    assert (nothing, answer.status_code) == (1, 302)
    assert set(Institution.objects.exclude(pk=council.pk).values_list("name", "kind", "parent", "published_at")) == {
        ("Komisi V", "commission", council.pk, None),
        ("Fraksi PDI Perjuangan", "faction", council.pk, None),
    }  # fmt: skip
    assert set(Position.objects.exclude(institution=council).values_list("official__name", "institution__name")) == {
        ("Asep Sunandar", "Komisi V"), ("Asep Sunandar", "Fraksi PDI Perjuangan"), ("Larasati Wiguna", "Komisi V"),
    }  # fmt: skip


def test_units_of_rows_that_wait_for_a_choice_are_offered_too(editor, council):
    near = make_official("Asep Sunandr")
    page = upload(editor, "Nama;Komisi\nAsep Sunandar;5\n")

    confirm(editor, page, pilih_2=str(near.pk), buat="commission-komisi v")

    assert [unit.name for unit, _, _ in page.context["missing"]] == ["Komisi V"]
    assert near.positions.filter(institution__name="Komisi V").count() == 1


def test_unit_of_a_row_that_is_not_stored_is_not_made(editor, council):
    page = upload(editor, "Nama;Jabatan;Fraksi;Jabatan fraksi\nAsep Sunandar;;Elang;Raja\nBudi Santosa;;;\n")

    confirm(editor, page, leave_out="on", buat="faction-fraksi elang")

    assert (list(Institution.objects.all()), Official.objects.get().name) == ([council], "Budi Santosa")


def test_units_are_taken_back_with_their_import_unless_used_since(editor, council):
    confirm(editor, upload(editor, UNITS), buat=["commission-komisi v", "faction-fraksi elang"])
    late = make_official("Orang Lain")
    make_position(late, make_post("Ketua"), Institution.objects.get(name="Fraksi Elang"), DAY)

    answer = editor.post(
        reverse("admin:people_official_undo", args=[BulkChange.objects.get().pk]), follow=True
    )

    messages = " ".join(str(message) for message in answer.context["messages"])
    assert "“Fraksi Elang” (sudah diubah lagi sesudahnya)" in messages
    assert set(Institution.objects.values_list("name", flat=True)) == {"DPRD Kota Mekarsari", "Fraksi Elang"}
    assert list(Official.objects.all()) == [late]


def test_units_are_made_only_by_those_who_may(client, council):
    redaktur = make_user(group="Redaktur")
    redaktur.groups.get().permissions.remove(Permission.objects.get(codename="add_institution"))
    client.force_login(redaktur)

    page = upload(client, UNITS)
    confirm(client, page, buat="commission-komisi v")

    assert ("Buat Komisi V" in page.content.decode(), list(Institution.objects.all())) == (False, [council])


def test_posts_in_units_are_read_however_they_are_printed(editor, council):
    for name in ("Komisi I", "Komisi II"):
        make_institution(name, Institution.Kind.COMMISSION, parent=council)
    make_institution("Fraksi Elang", Institution.Kind.FACTION, parent=council)
    rows = [
        "Nama;Jabatan;Komisi;Fraksi",
        "Asep Sunandar;KETUA KOMISI I;;",
        "Budi Santosa;Wakil Ketua Komisi II;Komisi II;Elang (Sekretaris)",
        "Cecep Hidayat;Anggota;Ketua Komisi II;",
        "Dedi Mulya;Wakil Ketua II;;",
    ]

    page = upload(editor, "\n".join(rows))

    assert [(one.full_name, *one.gains, *one.faults) for one in page.context["outcomes"]] == [
        ("Asep Sunandar", "Anggota DPRD Kota Mekarsari", "Ketua Komisi I"),
        ("Budi Santosa", "Anggota DPRD Kota Mekarsari", "Wakil Ketua Komisi II", "Sekretaris Fraksi Elang"),
        ("Cecep Hidayat", "Anggota DPRD Kota Mekarsari", "Ketua Komisi II"),
        ("Dedi Mulya", "Wakil Ketua DPRD Kota Mekarsari"),
    ]


def test_one_seat_for_two_is_refused_in_words(editor, council):
    page = upload(editor, "Nama,Jabatan\nAsep Sunandar,Ketua\nBudi Santosa,Ketua\n")

    (fault,) = page.context["outcomes"][1].faults
    assert fault.startswith("Ketua di DPRD Kota Mekarsari hanya boleh dijabat satu orang, dan Asep Sunandar")


def test_row_without_any_day_is_refused(editor, council):
    page = upload(editor, "Nama\nAsep Sunandar\n", starts_on="")

    assert page.context["outcomes"][0].faults == [
        "Tanggal mulainya tidak ada, di berkas maupun di halaman impor."
    ]


def test_xlsx_file_is_read_as_the_csv_file_is(editor, council):
    rows = (
        ["Daftar anggota"],
        ["Nama lengkap", "Gelar belakang", "Tanggal pelantikan", "Fraksi", "Jenis kelamin"],
        ["ASEP SUNANDAR", "S.H.", date(2029, 8, 6), "FRAKSI CONTOH", "L"],
        ["=1+1", None, None, None, None],
    )
    make_institution("Fraksi Contoh", Institution.Kind.FACTION, parent=council)

    page = upload(editor, xlsx(*rows), "daftar.xlsx")
    confirm(editor, page, leave_out="on")

    assert told(page) == [(3, "new", "Asep Sunandar, S.H."), (4, "faulty", "=1+1")]
    assert page.context["unused"] == ["Jenis kelamin"]
    assert set(Position.objects.values_list("institution__name", "starts_on")) == {
        ("DPRD Kota Mekarsari", date(2029, 8, 6)),
        ("Fraksi Contoh", date(2029, 8, 6)),
    }


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("daftar.csv", b"", "kosong"),
        ("daftar.csv", b"\n \n", "kosong"),
        ("daftar.csv", b"Partai,Dapil\nA,1\n", "Tidak ada kolom Nama dalam 20 baris pertama"),
        ("daftar.csv", b"Nama,Nama lengkap\nA,B\n", "Kolom Nama ada dua"),
        ("daftar.csv", b"Nama\n", "tidak ada seorang pun"),
        ("daftar.csv", b"Nama\n" + b"Asep\n" * 100_000, "lebih dari 250 baris"),
        ("daftar.csv", b"Nama\n" + b"Asep\n" * 200, "lebih dari 150 orang"),
        ("daftar.csv", b"Nama\n" + b"A" * 5_000_001, "lebih besar dari 5 MB"),
        ("daftar.csv", b"\x89PNG\r\n\x1a\n" + bytes(900), "bukan teks"),
        ("daftar.csv", xlsx(["Nama"], ["Asep"]), "isinya XLSX"),
        ("daftar.xlsx", b"Nama\nAsep Sunandar\n", "isinya bukan XLSX"),
        ("daftar.xlsx", b"PK\x03\x04 rusak", "rusak"),
        ("daftar.xls", b"\xd0\xcf\x11\xe0", "Berkas .xls tidak dapat dibaca"),
        ("daftar.pdf", b"%PDF-1.7", "Berkas .pdf tidak dapat dibaca"),
        ("daftar", b"Nama\nAsep\n", "tanpa akhiran"),
    ],
)
def test_file_that_is_none_is_refused_in_words(editor, council, name, content, says):
    page = upload(editor, content, name)

    refusals = [*page.context.get("refusals", []), *page.context["form"].errors.get("file", [])]
    assert (page.status_code, len(refusals), says in refusals[0]) == (200, 1, True)
    assert stored() == (0, 0, 0, 0)


@pytest.mark.parametrize(
    "rows", ["", "x", "[]", "{}", "[1]", '[{"number": 1}]', "[" * 100_000, '[{"number": true}]']
)
def test_forged_rows_are_refused(editor, council, rows):
    answer = editor.post(IMPORT, {"rows": rows})

    assert (answer.status_code, "Unggah lagi berkasnya" in answer.content.decode()) == (200, True)
    assert stored() == (0, 0, 0, 0)


def test_choice_of_somebody_who_was_not_offered_counts_for_nothing(editor, council):
    stranger = make_official("Orang Lain")
    page = upload(editor, LIST)

    answer = confirm(editor, page, pilih_3=str(stranger.pk))

    assert [one[1] for one in told(answer)] == ["doubtful", "new"]
    assert stored() == (1, 0, 0, 0)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_sample_file_is_marked_and_reads_as_empty(editor, council, form):
    answer = editor.get(f"{IMPORT}contoh.{form}")
    content = b"".join(answer)

    page = upload(editor, content, f"contoh.{form}")

    assert answer["Content-Disposition"] == f'attachment; filename="contoh-daftar-dewan.{form}"'
    assert page.context["refusals"] == [
        "Di bawah baris judul kolom tidak ada seorang pun. Baris contoh tidak dibaca."
    ]
    if form == "xlsx":
        rows = list(load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True))
        assert [rows[0][0], rows[1][0]] == ["Nama", "CONTOH: DRS. H. NAMA LENGKAP, S.H., M.H."]


@pytest.mark.parametrize(("group", "expected"), [("Penulis", 403), ("Redaktur", 200), ("Administrator", 200)])
def test_import_is_for_those_who_publish(client, council, group, expected):
    client.force_login(make_user(group=group))

    page = client.get("/admin/people/official/").content.decode()
    answers = [client.get(IMPORT).status_code, client.post(IMPORT).status_code]

    assert (answers, IMPORT in page) == ([expected] * 2, expected == 200)


def test_site_without_a_council_says_so(client):
    client.force_login(make_user(group="Redaktur"))

    assert "Isi identitas situs dahulu" in client.get(IMPORT).content.decode()


def test_command_shows_stores_and_refuses(tmp_path, council, capsys):
    file = tmp_path / "daftar.csv"
    file.write_text(LIST + "3;Cecep;Partai;;Raja;\n")
    start = "--starts-on=2029-08-05"

    call_command("import_officials", file, start, "--dry-run")
    dry = capsys.readouterr().out.splitlines()
    with pytest.raises(CommandError, match="Tidak ada yang disimpan"):
        call_command("import_officials", file, start)
    refused = (capsys.readouterr().out, stored())
    call_command("import_officials", file, start, "--leave-out-faulty")

    fault = "5. Cecep – bermasalah: Jabatan “Raja” belum dikenal. Minta Administrator menambahkannya, atau perbaiki berkasnya."
    assert dry == [
        "3. Drs. H. Asep Sunandar, S.H., M.H. – baru: gelar depan: Drs. H.; gelar belakang: S.H., M.H.; partai: Partai Contoh; "
        "daerah pemilihan: Dapil 1; Ketua Sementara DPRD Kota Mekarsari; Anggota DPRD Kota Mekarsari",
        "4. Larasati Wiguna – baru: partai: Partai Lain; daerah pemilihan: Dapil 2; Anggota DPRD Kota Mekarsari; Komisi I belum tercatat "
        "di dewan ini, jadi jabatan di sana tidak dicatat.",
        fault,
    ]
    assert refused == (f"{fault}\n", (0, 0, 0, 0))
    assert sorted(Official.objects.values_list("name", flat=True)) == ["Asep Sunandar", "Larasati Wiguna"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["tidak-ada.csv"], "tidak-ada.csv: No such file"),
        ([__file__], "Berkas .py tidak dapat dibaca"),
        ([__file__, "--starts-on=besok"], "Bukan tanggal: besok"),
    ],
)
def test_command_refuses_nonsense_in_one_line(council, arguments, says):
    with pytest.raises(CommandError, match=says):
        call_command("import_officials", *arguments)
