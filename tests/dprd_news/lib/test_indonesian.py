import datetime

import pytest
from django.utils import timezone, translation

from dprd_news.lib import indonesian
from dprd_news.lib.indonesian import (
    approximate,
    breakable,
    clock,
    date_range,
    full_name,
    long_date,
    moment,
    number,
)


def test_long_date_names_weekday_and_month_under_any_language():
    with translation.override("en"):
        written = long_date(datetime.date(2025, 6, 23))

    assert written == "Senin, 23 Juni 2025"


def test_long_date_knows_every_weekday_and_month():
    days = [datetime.date(2024, month, month) for month in range(1, 13)]

    written = [long_date(day) for day in days]

    assert written == [
        "Senin, 1 Januari 2024",
        "Jumat, 2 Februari 2024",
        "Minggu, 3 Maret 2024",
        "Kamis, 4 April 2024",
        "Minggu, 5 Mei 2024",
        "Kamis, 6 Juni 2024",
        "Minggu, 7 Juli 2024",
        "Kamis, 8 Agustus 2024",
        "Senin, 9 September 2024",
        "Kamis, 10 Oktober 2024",
        "Senin, 11 November 2024",
        "Kamis, 12 Desember 2024",
    ]


@pytest.mark.parametrize("month", [0, 13, -1])
def test_month_name_refuses_what_is_no_month(month):
    with pytest.raises(ValueError, match="is not a month"):
        indonesian.month_name(month)


@pytest.mark.parametrize(
    ("start", "end", "written"),
    [
        ((2025, 2, 17), (2025, 2, 19), "17–19 Februari 2025"),
        ((2025, 1, 30), (2025, 2, 2), "30 Januari–2 Februari 2025"),
        ((2024, 12, 30), (2025, 1, 2), "30 Desember 2024–2 Januari 2025"),
        ((2025, 2, 17), (2025, 2, 17), "Senin, 17 Februari 2025"),
    ],
)
def test_date_range_says_shared_parts_once(start, end, written):
    assert date_range(datetime.date(*start), datetime.date(*end)) == written


def test_date_range_without_an_end_is_one_day():
    assert date_range(datetime.date(2025, 2, 17), None) == "Senin, 17 Februari 2025"


@pytest.mark.parametrize(
    ("precision", "written"), [("day", "5 Agustus 2024"), ("month", "Agustus 2024"), ("year", "2024")]
)
def test_approximate_shows_only_what_is_known(precision, written):
    assert approximate(datetime.date(2024, 8, 5), precision) == written


def test_clock_has_a_dot_and_the_zone_label():
    assert clock(datetime.time(9, 5), "WITA") == "09.05 WITA"
    assert clock(datetime.time(14, 30), "") == "14.30"


def test_moment_is_told_in_the_active_time_zone():
    at = datetime.datetime(2025, 6, 22, 17, 30, tzinfo=datetime.UTC)

    with timezone.override("Asia/Jakarta"):
        in_jakarta = moment(at, "WIB")
    with timezone.override("Asia/Jayapura"):
        in_jayapura = moment(at, "WIT")

    assert in_jakarta == "Senin, 23 Juni 2025, 00.30 WIB"
    assert in_jayapura == "Senin, 23 Juni 2025, 02.30 WIT"


@pytest.mark.parametrize(
    ("parts", "written"),
    [
        (("Dr. H.", "Edwin Senjaya", "S.E., M.M."), "Dr. H. Edwin Senjaya, S.E., M.M."),
        (("", "Yoel Yosaphat", "S.T."), "Yoel Yosaphat, S.T."),
        (("H.", "Erwin", ""), "H. Erwin"),
        (("", "Erwin", ", "), "Erwin"),
        (("", "Erwin", ", S.H."), "Erwin, S.H."),
    ],
)
def test_full_name_sets_a_comma_only_before_back_titles(parts, written):
    assert full_name(*parts) == written


@pytest.mark.parametrize(
    ("n", "written"), [(0, "0"), (999, "999"), (1000, "1.000"), (1234567, "1.234.567"), (-1500, "-1.500")]
)
def test_number_groups_thousands_with_dots(n, written):
    assert number(n) == written


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("mempertanggungjawabkan", "memper-tang-gung-ja-wab-kan"),
        ("Dinas Penyelenggaraannyalah itu", "Dinas Penye-leng-ga-raan-nya-lah itu"),
        ("KETIDAKBERKESINAMBUNGAN", "KETI-DAK-BER-KE-SI-NAM-BU-NGAN"),
        ("kemasyarakatannyalah", "kema-sya-ra-ka-tan-nya-lah"),
        ("pertanggungjawaban", "pertanggungjawaban"),
        ("Kunjungan kerja 12345678901234567890", "Kunjungan kerja 12345678901234567890"),
        ("rrrrrrrrrrrrrrrrrrrrrrrr", "rrrrrrrrrrrrrrrrrrrrrrrr"),
        ("", ""),
    ],
)
def test_breakable_opens_only_the_longest_words_between_syllables(text, broken):
    assert breakable(text).replace(indonesian.SOFT_HYPHEN, "-") == broken
