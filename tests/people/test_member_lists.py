"""Tables of a council's members, as they come, become rows."""

from datetime import date

import pytest

from dprd_news.lib.sheets import UnreadableSheet
from people.member_lists import MemberRow, read_day, read_members


def test_columns_are_known_by_their_titles_and_the_rest_is_passed_over():
    table = [
        ["DAFTAR ANGGOTA DPRD"],
        [],
        ["No.", "NAMA LENGKAP & GELAR", "Nama  Lengkap", "PARPOL", "Daerah Pemilihan (Dapil)", "Suara", ""],
        ["(1)", "", "(2)", "(3)", "(4)", "", ""],
        ["1", "", " Asep   Sunandar ", "Partai Contoh", "-", "120", ""],
        ["", "", "", "", "", "", ""],
        ["No.", "", "Nama lengkap", "Parpol", "", "", ""],
        ["", "", "CONTOH: Nama Orang", "Partai", "", "", ""],
        ["2", "", "Budi"],
    ]

    members = read_members(table)

    assert members.rows == [
        MemberRow(number=5, name="Asep Sunandar", party="Partai Contoh"),
        MemberRow(number=9, name="Budi"),
    ]
    assert members.unused == ["NAMA LENGKAP & GELAR", "Suara"]


def test_titles_may_stand_in_two_rows_and_groups():
    table = [
        ["No", "Nama", "Partai", "Keanggotaan", "", "Jabatan", "", "Suara"],
        ["No", "Nama", "", "Komisi", "Fraksi", "DPRD", "Komisi", "Sah"],
        ["1.", "1. ASEP SUNANDAR *)", "Elang", "I", "Elang", "Anggota", "Ketua", "120"],
        ["2.", "Budi", "", "", "", "", "", ""],
    ]

    members = read_members(table)

    assert members.rows == [
        MemberRow(3, "ASEP SUNANDAR", party="Elang", post="Anggota", commission="I", commission_post="Ketua", faction="Elang"),
        MemberRow(4, "Budi"),
    ]  # fmt: skip
    assert members.unused == ["Sah"]


def test_first_member_is_no_second_row_of_titles():
    members = read_members([["Nama", "Jabatan"], ["Asep", "Komisi"], ["", "Fraksi"]])

    assert [(row.number, row.name) for row in members.rows] == [(2, "Asep"), (3, "")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2029-08-05", date(2029, 8, 5)),
        ("2029-08-05 00:00", date(2029, 8, 5)),
        ("5/8/2029", date(2029, 8, 5)),
        ("05-08-2029", date(2029, 8, 5)),
        ("5.8.2029", date(2029, 8, 5)),
        ("5 AGUSTUS 2029", date(2029, 8, 5)),
        ("Minggu, 5 Agustus 2029", date(2029, 8, 5)),
        ("31/2/2029", None),
        ("5 August 2029", None),
        ("kemarin", None),
        ("", None),
    ],
)
def test_days_are_read_as_people_write_them(text, day):
    assert read_day(text) == day


def test_row_goes_and_comes_back_as_data():
    row = MemberRow(number=3, name="Asep", commission="I")

    assert MemberRow.of(row.as_data()) == row


@pytest.mark.parametrize("data", [None, {}, {"number": "3"}, {**MemberRow(1, "A").as_data(), "number": "1"},
                                  {**MemberRow(1, "A").as_data(), "party": None}, {**MemberRow(1, "A").as_data(), "more": ""}])  # fmt: skip
def test_data_that_is_no_row_is_refused(data):
    with pytest.raises(ValueError, match="not a row"):
        MemberRow.of(data)


def test_table_without_a_name_column_shows_what_it_begins_with():
    with pytest.raises(UnreadableSheet, match="Baris pertamanya: “Partai, Dapil”"):
        read_members([["Partai", "", "Dapil"], ["A", "", "1"]])
