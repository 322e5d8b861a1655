import json
import re
from datetime import date
from pathlib import Path

import pytest

from articles.reading import Index, KnownRegion, Tables, read
from tests.articles.reading.tables import COUNCIL, REGIONS, TABLES

RELEASES = Path(__file__).parent / "releases"


@pytest.fixture(scope="module")
def index():
    return Index(TABLES)


def test_reading_of_the_twin_is_whole(index):
    source = (RELEASES / "twin.txt").read_text(encoding="utf-8")
    expected = json.loads((RELEASES / "twin.json").read_text(encoding="utf-8"))

    reading = read(source, index).as_dict()

    assert reading == {"source": source, **expected}


def test_reading_spans_point_into_the_untouched_source(index):
    source = (RELEASES / "twin.txt").read_text(encoding="utf-8")

    reading = read(source, index).as_dict()

    printed = {entry["word"]: source[slice(*entry["span"])] for entry in reading["spelling"]}
    quoted = [re.sub(r"\s+", " ", source[slice(*quote["span"])]) for quote in reading["quotes"]]
    people = [[source[slice(*span)] for span in person["spans"]] for person in reading["officials"]]
    assert printed == {"prasaranna": "prasaranna", "perpustkaan": "perpustkaan"}
    assert quoted == [quote["text"] for quote in reading["quotes"]]
    assert people == [
        ["Larasati Dewi Wiguna", "Larasati Dewi Wiguna", "Larasati", "Larasati"],
        ["Rangga Pradipta Jati"],
        ["Kinasih"],
    ]


def test_reading_finds_unknown_people_and_bodies_by_rule():
    source = (RELEASES / "twin.txt").read_text(encoding="utf-8")
    tables = Tables(own=COUNCIL, regions=REGIONS)

    reading = read(source, tables).as_dict()

    assert [(p["name"], p["role"], p["part"], p["match"]) for p in reading["officials"]] == [
        ("Larasati Dewi Wiguna", "Ketua Komisi II DPRD Kota Mekarsari", "attendee", None),
        ("Rangga Pradipta Jati", "Wakil Wali Kota Tirtasari", "guest", None),
        ("Kinasih", "Wakil Wali Kota Mekarsari", "host", None),
    ]
    assert [(b["name"], b["region_code"], b["match"]) for b in reading["institutions"]] == [
        ("DPRD Kota Mekarsari", "97.71", None),
        ("Pemerintah Kota Tirtasari", "98.71", None),
        ("Pemerintah Kota Mekarsari", "97.71", None),
    ]


def test_reading_of_nothing_is_plain(index):
    reading = read(" \n ", index).as_dict()

    assert reading == {
        "source": " \n ",
        "title": None,
        "title_proposals": [],
        "dateline": None,
        "caption": None,
        "photo_credit": None,
        "byline": None,
        "paragraphs": [],
        "event_date": None,
        "event_end_date": None,
        "date_candidates": [],
        "date_warnings": ["Tanggal kegiatan tidak tercantum di dalam naskah."],
        "activity": "other",
        "venue": None,
        "officials": [],
        "institutions": [],
        "units": [],
        "visit": None,
        "topics": [],
        "quotes": [],
        "spelling": [],
    }


def test_reading_offers_namesakes_until_the_day_decides(index):
    text = "Anggota Komisi II DPRD Kota Mekarsari, Bagus Santoso, mengikuti rapat kerja"

    undated = read(f"{text}.", index).as_dict()["officials"]
    dated = read(f"{text}, Rabu (12/3/2025).", index).as_dict()["officials"]

    assert [(p["match"], p["candidates"]) for p in undated] == [
        (None, ["bagus-santoso-lama", "bagus-santoso-baru"])
    ]
    assert [(p["match"], p["candidates"]) for p in dated] == [("bagus-santoso-baru", ["bagus-santoso-baru"])]


def test_reading_infers_a_missing_year_only_as_a_candidate(index):
    reading = read("Rapat kerja digelar Rabu (12/3).", index, received=date(2025, 3, 14)).as_dict()

    assert (reading["event_date"], reading["date_candidates"], reading["date_warnings"]) == (
        None,
        ["2025-03-12"],
        ["Tanggal 12 Maret tercetak tanpa tahun."],
    )


GUESTS = "Rombongan DPRD Kabupaten Sukaraya berkunjung ke DPRD Kota Tirtasari, Senin (5/5/2025)."


@pytest.mark.parametrize(
    ("opening", "activity"),
    [
        ("TIRTASARI – ", "visit_incoming"),
        ("DPRD TIRTASARI – ", "visit_incoming"),
        ("SUKARAYAPOS.COM – ", "visit_outgoing"),
    ],
)
def test_visit_of_others_is_told_from_where_it_was_written(opening, activity):
    found = read(opening + GUESTS, Tables(own=COUNCIL, regions=REGIONS)).as_dict()

    assert found["activity"] == activity


def test_council_received_by_staff_is_the_councils_guest():
    text = f"{GUESTS} Mereka diterima langsung oleh Sekretariat DPRD Kota Tirtasari."

    visit = read(text, Tables(own=COUNCIL, regions=REGIONS)).as_dict()["visit"]

    assert (visit["hosts"], visit["guests"]) == (["DPRD Kota Tirtasari"], ["DPRD Kabupaten Sukaraya"])


def test_inspection_called_a_working_visit_is_an_inspection():
    text = (
        "Komisi I DPRD Kota Mekarsari mengadakan kunjungan lapangan ke beberapa pasar, Selasa (6/5/2025).\n\n"
        "Kunker ini untuk melihat lapak. Kunjungan kerja dipimpin wakil ketua komisi."
    )

    found = read(text, TABLES).as_dict()

    assert (found["activity"], found["visit"], found["event_date"]) == (
        "field_inspection",
        None,
        "2025-05-06",
    )


def test_statement_that_only_mentions_visits_has_its_own_day():
    text = (
        'Anggota Komisi II DPRD Kota Mekarsari, Danar Wicaksono, menunggu laporan warga. "Nanti ada kunjungan," ujarnya '
        "saat ditemui di kantornya, Senin (5/5/2025)."
    )

    found = read(text, TABLES).as_dict()

    assert (found["activity"], found["event_date"]) == ("other", "2025-05-05")


def test_quote_after_a_pronoun_is_the_last_subjects():
    text = (
        '"Usulan segera diajukan," kata Ketua DPRD Kota Mekarsari, Bestari Cakrawangsa.\n\n'
        "Wakil Ketua DPRD Kota Mekarsari, Wisnu Hadiningrat, berterima kasih.\n\n"
        'Ia menegaskan niatnya bekerja. "Kami akan sejalan," ujarnya.'
    )

    quotes = read(text, TABLES).as_dict()["quotes"]

    assert [quote["speaker"] for quote in quotes] == ["Bestari Cakrawangsa", "Wisnu Hadiningrat"]


@pytest.mark.parametrize(
    "group",
    ["Relawan Peduli Sungai", "Koperasi Konsumen Lapak Senja", "Aliansi Pejalan Taman", "PT Layar Kencana"],
)
def test_group_of_citizens_that_comes_to_be_heard_is_no_visitor(group):
    text = f"Komisi II {COUNCIL} menerima audiensi dari {group} di Ruang Rapat Badan Anggaran, Jumat, 25 Juli 2025."

    reading = read(text, Tables(own=COUNCIL, regions=REGIONS)).as_dict()

    assert (reading["activity"], reading["visit"], reading["event_date"]) == ("hearing", None, "2025-07-25")
    assert [body["name"] for body in reading["institutions"]] == [COUNCIL, group]
    assert [unit["name"] for unit in reading["units"]] == ["Komisi II"]


@pytest.mark.parametrize(
    "sentence",
    [
        f"Aliansi Sopir Angkot beraudiensi dengan Komisi II {COUNCIL}, Senin (5/5/2025).",
        f"Aliansi Sopir Angkot mendatangi {COUNCIL} untuk audiensi, Senin (5/5/2025).",
        f"Komisi II {COUNCIL} menerima audiensi PGRI Kota Mekarsari, Senin (5/5/2025).",
    ],
)
def test_hearing_is_told_in_further_forms(sentence):
    reading = read(sentence, Tables(own=COUNCIL, regions=REGIONS)).as_dict()

    assert (reading["activity"], reading["visit"]) == ("hearing", None)


@pytest.mark.parametrize("students", ["", "Badan Eksekutif Mahasiswa ", "MAJU ", "Fakultas Ilmu Sosial "])
def test_school_that_comes_to_be_heard_is_the_guest(students):
    text = f"Komisi II {COUNCIL} menerima audiensi dari {students}Universitas Lembah Rempah, Jumat, 25 Juli 2025."

    reading = read(text, Tables(own=COUNCIL, regions=REGIONS)).as_dict()

    assert (reading["activity"], reading["visit"]["guests"]) == (
        "visit_incoming",
        ["Universitas Lembah Rempah"],
    )


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        (f"Komisi II {COUNCIL} meninjau tanggul di Kelurahan Sirna Galih, Kota Mekarsari.", "Kelurahan Sirna Galih"),
        (
            f"Komisi II {COUNCIL} meninjau tanggul di RT 02 RW 07 Desa Sirnagalih Kecamatan Pasir.",
            "RT 02 RW 07 Desa Sirnagalih",
        ),
        (f"Komisi II {COUNCIL} meninjau tanggul di Desa Sirnagalih, lalu rapat di Balai Kota Mekarsari.", "Balai Kota Mekarsari"),
        (f"{COUNCIL} bersidang, Di Ruang Sidang Paripurna {COUNCIL}, Rabu.", f"Ruang Sidang Paripurna {COUNCIL}"),
    ],
)  # fmt: skip
def test_venue_is_a_building_else_a_village(text, venue):
    assert read(text, Tables(own=COUNCIL, regions=REGIONS)).as_dict()["venue"] == venue


def test_council_that_has_guests_is_host_though_staff_received():
    text = (
        "DPRD Kota Tirtasari kembali kedatangan tamu dari DPRD Kabupaten Sukaraya. Tamu diterima Kasubag Humas Sekretariat "
        "DPRD Kota Tirtasari, Abuya Salehudin, Selasa (14/9/2021)."
    )

    visit = read(text, Tables(own=COUNCIL, regions=REGIONS)).as_dict()["visit"]

    assert (visit["hosts"], visit["guests"]) == (["DPRD Kota Tirtasari"], ["DPRD Kabupaten Sukaraya"])


@pytest.mark.parametrize(
    ("place", "council"),
    [("GIRIMUKTI", "DPRD Kabupaten Girimukti"), ("MEKARSARI", COUNCIL), ("CIKASUR", COUNCIL)],
    ids=["another region", "own region", "a place that is no region"],
)
def test_council_without_its_region_is_that_of_the_dateline(index, place, council):
    text = (
        f"{place}, KabarKita.com - Ketua DPRD, Sutarno, meminta parkir liar ditertibkan, Senin (3/3/2025).\n"
    )

    reading = read(text, index).as_dict()

    assert [(p["name"], p["institution"]) for p in reading["officials"]] == [("Sutarno", council)]
    assert [body["name"] for body in reading["institutions"]] == [council]


def test_council_without_its_region_is_the_own_one_where_the_text_speaks_of_it(index):
    text = f"GIRIMUKTI, KabarKita.com - {COUNCIL} belajar tata parkir. Ketua DPRD, Sutarno, memimpin.\n"

    assert read(text, index).as_dict()["officials"][0]["institution"] == COUNCIL


def test_council_without_its_region_is_nobodys_where_the_dateline_fits_two():
    twins = (*REGIONS, KnownRegion("96.71", "city", "Kota Girimukti", "Girimukti"))
    text = "GIRIMUKTI, KabarKita.com - Ketua DPRD, Sutarno, meminta parkir liar ditertibkan.\n"

    reading = read(text, Tables(own=COUNCIL, regions=twins)).as_dict()

    assert reading["officials"][0]["institution"] is None
    assert reading["institutions"] == []


def test_day_that_somebody_is_quoted_with_is_only_offered():
    reading = read(
        f"Komisi II {COUNCIL} rapat. “Pandangan dibacakan Kamis, 8 Mei 2025,” kata Ketua Komisi II, Danar Wicaksono.",
        Index(TABLES),
    ).as_dict()

    assert (reading["event_date"], reading["date_candidates"]) == (None, ["2025-05-08"])
