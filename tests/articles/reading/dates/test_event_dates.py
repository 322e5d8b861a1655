from datetime import date

import pytest

from articles.reading.dates.event_dates import Dates, Setting, event_dates
from articles.reading.language.lexicon import word_set
from articles.reading.language.marks import quoted_in


@pytest.mark.parametrize(
    "printed",
    [
        "Kamis (23/10/2025)",
        "Kamis, 23 Oktober 2025",
        "Kamis 23 Oktober 2025",
        "Kamis, 23 Oktober 2025.",
        "Kamis, (23/10/2025)",
        "Kamis, (23/10/25)",
        "kamis 23/10/2025",
        "Kamis 23-10-2025,12:02 WIB",
        "tanggal 23 Oktober 2025",
        "Kamis, 23 Okt. 2025",
        "2025-10-23",
    ],
)
def test_event_date_is_read_in_each_form(printed):
    text = f"Rapat kerja digelar {printed}"

    found = event_dates(text, Setting(len(text), plain_statement=False), None)

    assert (found.event_date, found.event_end_date, found.warnings) == (date(2025, 10, 23), None, ())


@pytest.mark.parametrize(
    ("printed", "first", "last"),
    [
        ("17-19 Februari 2025", date(2025, 2, 17), date(2025, 2, 19)),
        ("tgl, 17 – 19 Februari 2025", date(2025, 2, 17), date(2025, 2, 19)),
        ("9 sampai 11 September 2015", date(2015, 9, 9), date(2015, 9, 11)),
        ("30 Juni - 2 Juli 2025", date(2025, 6, 30), date(2025, 7, 2)),
        ("11 s.d. 13 Maret 2025", date(2025, 3, 11), date(2025, 3, 13)),
        ("tanggal 11 sampai dengan 13 Maret 2025", date(2025, 3, 11), date(2025, 3, 13)),
        ("Senin hingga Rabu (22-24/12/2025)", date(2025, 12, 22), date(2025, 12, 24)),
    ],
)
def test_event_dates_of_a_range_have_both_ends(printed, first, last):
    text = f"Kunjungan kerja pada {printed} itu"

    found = event_dates(text, Setting(len(text), plain_statement=False), None)

    assert (found.event_date, found.event_end_date) == (first, last)


@pytest.mark.parametrize("day", ["Jum'at", "Jum’at", "Jum‘at", "Jum`at", "Jum´at", "Jumat", "jumat"])
def test_event_date_knows_each_spelling_of_friday(day):
    text = f"Rapat pada {day} (13/9/2024)"

    found = event_dates(text, Setting(len(text), plain_statement=False), None)

    assert (found.event_date, found.warnings) == (date(2024, 9, 13), ())


def test_event_date_knows_ahad_as_sunday():
    text = "Rapat pada Ahad (15/9/2024)"

    found = event_dates(text, Setting(len(text), plain_statement=False), None)

    assert (found.event_date, found.warnings) == (date(2024, 9, 15), ())


def test_weekday_that_does_not_match_gives_both_readings():
    text = "Rapat pada Kamis, 15 Januari 2025"

    found = event_dates(text, Setting(len(text), plain_statement=False), None)

    assert found == Dates(
        date(2025, 1, 15),
        None,
        (date(2025, 1, 15), date(2026, 1, 15), date(2025, 1, 16)),
        ("Hari dan tanggal tidak cocok: 15 Januari 2025 adalah hari Rabu, naskah menulis Kamis.",),
        (11, 33),
    )


@pytest.mark.parametrize(
    ("text", "received", "candidates"),
    [
        ("Rapat pada Selasa, (18/10)", date(2022, 10, 20), (date(2022, 10, 18),)),
        ("Rapat pada 28 Desember", date(2025, 1, 3), (date(2024, 12, 28),)),
        ("Rapat pada Rabu ini", date(2025, 3, 14), (date(2025, 3, 12),)),
        ("Rapat pada Selasa, (18/10)", None, ()),
    ],
)
def test_date_without_a_year_is_only_a_candidate(text, received, candidates):
    found = event_dates(text, Setting(len(text), plain_statement=False), received)

    assert (found.event_date, found.candidates, len(found.warnings)) == (None, candidates, 1)


def test_rival_day_is_named_in_a_warning():
    text = "Rapat digelar Rabu, 5 Maret 2025.\nPawai digelar Kamis, 6 Maret 2025."

    found = event_dates(text, Setting(len(text), plain_statement=False), None)

    assert (found.event_date, found.candidates, found.warnings) == (
        date(2025, 3, 5),
        (date(2025, 3, 5), date(2025, 3, 6)),
        ("Naskah juga menyebut Kamis, 6 Maret 2025; pastikan mana hari kegiatannya.",),
    )


@pytest.mark.parametrize(
    ("text", "plain_statement", "day"),
    [
        ("kata dia kepada wartawan, Kamis (6/3/2025)", True, date(2025, 3, 6)),
        ("kata dia kepada wartawan, Kamis (6/3/2025)", False, None),
        ("ujar dia usai rapat, Kamis (6/3/2025)", False, date(2025, 3, 6)),
        ("dalam keterangannya dikutip, Kamis (6/3/2025)", True, None),
        ("menurut Peraturan yang berlaku sejak 6 Maret 2025", True, None),
    ],
)
def test_day_of_a_statement_is_the_event_only_where_nothing_else_happened(text, plain_statement, day):
    found = event_dates(text, Setting(len(text), plain_statement), None)

    assert found.event_date == day


@pytest.mark.parametrize(
    "text", ["Rapat pukul 09.00 WIB", "anggaran 3/4 bagian", "Rapat (32/13/2024)", "Februari 20256"]
)
def test_numbers_that_are_no_dates_are_left_alone(text):
    found = event_dates(text, Setting(len(text), plain_statement=False), None)

    assert (found.event_date, found.candidates) == (None, ())


@pytest.mark.parametrize(
    "text",
    [
        "Kunjungan itu berjalan belum lama ini, ujarnya dikutip kabarsari.com pada Senin, 18 November 2024.",
        "Menurut pers rilisnya kepada media (7/02/2018), rombongan berangkat pekan ini.",
    ],
)
def test_day_of_quoting_is_not_the_events(text):
    found = event_dates(text, Setting(len(text), plain_statement=False), None)

    assert (found.event_date, found.warnings) == (
        None,
        ("Tanggal kegiatan tidak ditemukan; tanggal yang tercetak menyangkut hal lain.",),
    )


def test_stamp_of_a_page_only_tells_the_year():
    text = "SABTU, 31 AGUSTUS 2024 | 03:42 WIB | LAPORAN: DEWI\nRapat paripurna digelar Jumat (30/8)."

    found = event_dates(text, Setting(len(text), plain_statement=False), None)

    assert (found.event_date, found.candidates) == (None, (date(2024, 8, 30),))


def test_stamp_behind_an_outlet_is_not_the_events_day():
    text = "Kabarsari.com - 01/09/2025, 07:58 WIB Dewi Rengganis,\nWali Kota berpesan di masjid, kata ajudan, Minggu (31/8/2025)."

    found = event_dates(text, Setting(len(text), plain_statement=True), None)

    assert (found.event_date, found.warnings) == (date(2025, 8, 31), ())


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Rombongan datang, kata dia usai memimpin rapat paripurna, Rabu (5/3/2025)", None),
        ("Rombongan datang, ujarnya saat berkunjung ke Balai Kota, Rabu (5/3/2025)", date(2025, 3, 5)),
        ("Rombongan datang, ungkapnya di Gedung DPRD Kota Mekarsari, Rabu (5/3/2025)", date(2025, 3, 5)),
        ("Rombongan datang, ujarnya ketika dikonfirmasi, Rabu (5/3/2025)", None),
    ],
)
def test_day_of_a_visit_is_that_of_words_said_there(text, day):
    found = event_dates(text, Setting(len(text), plain_statement=False, of_visit=True), None)

    assert found.event_date == day


@pytest.mark.parametrize(
    ("place", "of_visit", "day"),
    [("di Balai Kota", True, date(2025, 3, 5)), ("di Balai Kota", False, None), ("di rumahnya", True, None)],
)
def test_day_of_words_to_the_press_at_the_hosts_is_the_visits(place, of_visit, day):
    text = f"Dewan menengok pasar, ungkap ketuanya kepada media {place}, Rabu (5/3/2025)."

    found = event_dates(text, Setting(len(text), plain_statement=False, of_visit=of_visit), None)

    assert found.event_date == day


def test_day_of_words_about_an_event_is_doubted():
    text = "Soal kunjungan kerja itu ia menjelaskan kepada wartawan, Rabu (5/3/2025)."

    found = event_dates(text, Setting(len(text), plain_statement=True), None)

    assert (found.event_date, found.warnings) == (
        date(2025, 3, 5),
        ("Tanggal ini hari pernyataan; pastikan apakah juga hari kegiatannya.",),
    )


def test_stamp_without_a_zone_is_not_the_events_day():
    text = "Redaksi | Jumat, 24 Januari 2025 | 21:06\nKomisi III meninjau pasar pekan ini."

    found = event_dates(text, Setting(len(text), plain_statement=False), None)

    assert (found.event_date, found.candidates) == (None, (date(2025, 1, 24),))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Rapat membahas Raperda tentang Penyusunan Peraturan Daerah, di Ruang Rapat, Kamis, (6/3/2025).", date(2025, 3, 6)),
        ("Rapat digelar, Kamis (6/3//2025).", date(2025, 3, 6)),
        ("Surat Keputusan tertanggal 6 Maret 2025 dibacakan.", None),
        ("Rapat digelar, Kamis (06/03/ 2025).", date(2025, 3, 6)),
        ("Kunker berlangsung sejak Selasa-Kamis, 4 hingga 6 Maret 2025 lalu.", date(2025, 3, 4)),
        ("Seperti diketahui pada Rabu (5/3/2025) malam hujan turun. Rapat digelar, Kamis (6/3/2025).", date(2025, 3, 6)),
        ("tegas dia saat Rencana Kerja Tim Yustisi gelaran Satpol PP, Kamis, 6 Maret 2025.", date(2025, 3, 6)),
    ],
)  # fmt: skip
def test_day_of_the_event_is_told_from_days_of_other_things(text, day):
    found = event_dates(text, Setting(len(text), plain_statement=False), None)

    assert found.event_date == day


def test_year_of_the_pages_stamp_is_only_thought_of():
    setting = Setting(28, plain_statement=False, stamped=date(2018, 3, 20))

    found = event_dates("Rapat digelar, Senin (19/3).", setting, None)

    assert (found.event_date, found.candidates) == (None, (date(2018, 3, 19),))
    assert found.warnings == ("Tanggal 19 Maret tercetak tanpa tahun.",)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Masa reses 15-20 November 2022 dimulai.\n\nHal itu ia katakan dalam talk show, Kamis (17/11/2022).", date(2022, 11, 17)),
        ("Rapat sudah usai.\n\nPada 20 Februari 2025, dewan akan menggelar rapat gabungan.", None),
        ("Paripurna nanti diterima sesudah tanggal 20 September 2023.", None),
        ("“Kami datang,” kata ketua rombongan utusan dari Dewan Kota Tirtasari yang hari itu berkunjung, Nizam, Kamis (8/6/2023).", None),
        ("KABUPATEN SUKARAYA.12 Februari 2025.\nSampah di pasar bertumpuk.", None),
        ("Sebelumnya kedua raperda itu diserahkan wali kota kepada dewan melalui rapat paripurna pada Kamis, 26 September 2024.", None),
    ],
)  # fmt: skip
def test_day_of_a_longer_time_or_of_what_went_before_is_not_the_events(text, day):
    found = event_dates(text, Setting(len(text), plain_statement=False), None)

    assert found.event_date == day


SENT = "Tanggal di awal naskah adalah hari naskah dikirim; pastikan apakah juga hari kegiatannya."


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("MEKARSARI, KABAR- 22 Juli 2025 - Dewan menggelar rapat kerja.", None),
        ("Mekarsari, 22 Juli 2025 – Dewan menggelar rapat kerja.", None),
        ("MEKARSARI (KABAR) 22 Juli 2025: Dewan menggelar rapat kerja.", None),
        ("Mekarsari, 22 Juli 2025 – Dewan hari ini menggelar rapat kerja.", date(2025, 7, 22)),
        ("Mekarsari, 22 Juli 2025 – Dewan menggelar rapat kerja, Selasa (22/7).", date(2025, 7, 22)),
        ("Mekarsari, 22 Juli 2025 – Dewan menggelar rapat kerja, Senin (21/7/2025).", date(2025, 7, 21)),
        ("Pada Selasa, 22 Juli 2025 - Dewan mengingatnya - rapat kerja digelar.", date(2025, 7, 22)),
        ("KABAR - Komisi II Dewan, Selasa, 22 Juli 2025 - menggelar rapat kerja.", date(2025, 7, 22)),
    ],
)
def test_day_of_a_dateline_alone_is_the_events_only_where_the_text_says_so(text, day):
    found = event_dates(text, Setting(len(text), plain_statement=False), None)

    assert found.event_date == day
    if day is None:
        assert (found.candidates, found.warnings) == ((date(2025, 7, 22),), (SENT,))


def test_day_of_a_dateline_with_its_weekday_is_taken_and_doubted():
    text = "MEKARSARI, Selasa (22/7/2025) - Dewan menggelar rapat kerja menurut Perda Nomor 3 tanggal 5 Mei 2020."

    found = event_dates(text, Setting(len(text), plain_statement=False), None)

    assert (found.event_date, found.warnings) == (date(2025, 7, 22), (SENT,))


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("ujar Laras selepas audiensi di gedung dewan", date(2025, 8, 14)),
        ("kata Laras sehabis rapat", date(2025, 8, 14)),
        ("kata Laras setelah rapat dengar pendapat", date(2025, 8, 14)),
        ("kata Laras ditemui sesudah sidang", date(2025, 8, 14)),
        ("kata Laras setelah Lebaran", None),
        ("kata Laras saat dihubungi", None),
    ],
)
def test_day_of_words_right_after_the_event_is_the_events(words, day):
    text = f'Dewan menggelar rapat kerja. "Kami kawal," {words}, Kamis (14/8/2025).'

    found = event_dates(text, Setting(len(text), plain_statement=False), None)

    assert found.event_date == day


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("tegas Laras", date(2025, 8, 14)),
        ("ujar Laras di sana", date(2025, 8, 14)),
        (f"ujar Ketua Komisi C DPRD Kota {'Mekarsari ' * 3}Laras, kepada wartawan", date(2025, 8, 14)),
        ("tegas Laras dalam rilisnya", None),
        ("kata Laras saat dihubungi lewat telepon", None),
    ],
)
def test_words_of_an_inspection_were_said_on_the_spot_but_doubted(words, day):
    text = f'Dewan melakukan sidak ke pasar. "Atapnya bocor," {words}, Kamis (14/8/2025).'

    found = event_dates(text, Setting(len(text), plain_statement=False, of_inspection=True), None)

    assert found.event_date == day
    assert found.warnings


def test_statement_of_what_is_to_come_has_the_day_of_the_words():
    text = (
        "Dewan akan menggelar sidak ke sejumlah pasar, Senin 24 Februari 2025. "
        "Hal itu disampaikan Laras dalam sebuah kesempatan, Minggu (23/2/2025)."
    )

    found = event_dates(text, Setting(len(text), plain_statement=True), None)

    assert (found.event_date, bool(found.warnings)) == (date(2025, 2, 23), True)


@pytest.mark.parametrize(
    ("printed", "first", "last"),
    [
        ("sejak Kamis (13/11/2025) hingga Jumat (14/11/2025)", date(2025, 11, 13), date(2025, 11, 14)),
        ("Selasa, (14/mei/24)", date(2024, 5, 14), None),
        ("14-Mei-2024", date(2024, 5, 14), None),
        ("Dinas A, B hingga C, Rabu, 15 Oktober 2025", date(2025, 10, 15), None),
    ],
)
def test_further_forms_of_the_events_days(printed, first, last):
    text = f"Rapat kerja digelar bersama {printed}."

    found = event_dates(text, Setting(len(text), plain_statement=False), None)

    assert (found.event_date, found.event_end_date) == (first, last)


@pytest.mark.parametrize("stem", sorted(word_set("speech_verbs.txt")))
@pytest.mark.parametrize("said", [",” {} Sekar Arumdalu", ",” {}nya"])
def test_day_of_words_is_never_taken_for_that_of_a_visit(stem, said):
    text = f"MEKARSARI - DPRD Kota Mekarsari menerima kunjungan kerja DPRD Kota Tirtasari.\n“Kami senang{said.format(stem)}, Senin (3/3/2025)."
    dates = event_dates(text, Setting(80, plain_statement=False, of_visit=True), None)
    assert (dates.event_date, bool(dates.warnings)) == (None, True)


@pytest.mark.parametrize(
    "ended",
    [
        "Padahal kontraknya telah habis pada 29 Desember 2018 lalu.",
        "Kerja sama dengan pengelola lama sudah berakhir pada 29 Desember 2018.",
        "Izin kios itu jatuh tempo 29 Desember 2018.",
    ],
)
def test_day_on_which_something_ran_out_is_not_the_events(ended):
    text = f"KOTA MEKARSARI - Komisi II meninjau Pasar Lama. {ended}\n“Harus diperbaiki,” kata Sekar usai sidak di Pasar Lama, Kamis (17/1)."
    dates = event_dates(text, Setting(head_end=120, plain_statement=False, of_inspection=True), None)
    assert dates.event_date is None
    assert dates.warnings
    # The year after, in which the 17th is a Thursday.
    assert dates.candidates[0] == date(2019, 1, 17)


@pytest.mark.parametrize(
    ("sentence", "day", "doubted"),
    [
        ("Komisi II akan menggelar rapat lanjutan pada Jumat, 27 November 2026.", None, True),
        ("Komisi II akan membahas beras pada Jumat, 27 November 2026.", date(2026, 11, 27), True),
        ("Komisi II membahas beras pada Jumat, 27 November 2026.", date(2026, 11, 27), False),
    ],
)
def test_day_that_is_only_to_come_is_not_taken_without_a_doubt(sentence, day, doubted):
    head = (
        "MEKARSARI - Komisi II menggelar rapat kerja soal beras di ruang rapat. Rapat dipimpin Raka Buana.\n"
    )
    dates = event_dates(f"{head}{sentence}", Setting(len(head), plain_statement=False), None)

    assert (dates.event_date, bool(dates.warnings)) == (day, doubted)


@pytest.mark.parametrize(
    ("printed", "last"),
    [
        ("Senin (9/11/2026) hingga Selasa (10/11/2026)", date(2026, 11, 10)),
        ("Senin, 30 November 2026 sampai dengan Rabu, 2 Desember 2026", date(2026, 12, 2)),
        (
            "Senin (9/11/2026).\nRapat itu berlangsung Senin (9/11/2026) hingga Selasa (10/11/2026)",
            date(2026, 11, 10),
        ),
        ("Senin (9/11/2026).\nPameran dibuka Kamis (12/11/2026) hingga Jumat (13/11/2026)", None),
    ],
)
def test_range_may_be_printed_as_two_whole_dates_and_in_another_sentence(printed, last):
    text = f"Rapat kerja Komisi II digelar {printed} di gedung dewan."

    assert event_dates(text, Setting(len(text), plain_statement=False), None).event_end_date == last


def test_day_of_a_dateline_without_a_year_is_offered_by_the_day_received():
    text = "MEKARSARI, (18/11) - Komisi II mendorong perbaikan jembatan."
    dates = event_dates(text, Setting(len(text), plain_statement=False), date(2026, 11, 18))

    assert (dates.event_date, dates.candidates) == (None, (date(2026, 11, 18),))
    assert "tanpa tahun" in dates.warnings[0]


def test_day_at_which_somebody_told_something_is_doubted():
    text = "DPRD Kota Mekarsari menerima kunjungan kerja DPRD Kota Tirtasari. Sekar Arumdalu mengatakan hal itu, Senin (3/3/2025)."
    dates = event_dates(text, Setting(60, plain_statement=False, of_visit=True), None)
    assert dates.event_date == date(2025, 3, 3)
    assert "pernyataan" in dates.warnings[0]


def test_deadline_is_not_the_events_day():
    text = "Rapat kerja digelar. Pendaftaran dibuka hingga tanggal 15 Oktober 2025."

    assert event_dates(text, Setting(30, plain_statement=False), None).event_date is None


def test_day_of_the_way_back_is_not_the_events_and_the_other_is_named():
    text = "Dewan mengadakan kunker. Mereka berangkat sejak Kamis (14/12/2017) dan akan kembali pada Sabtu (16/12/2017)."

    found = event_dates(text, Setting(len(text), plain_statement=False, of_visit=True), None)

    assert found.event_date == date(2017, 12, 14)


def test_day_behind_the_comma_of_a_side_clause_is_the_main_clauses():
    text = "Dewan menggelar rapat paripurna pertama setelah pergantian susunan komisi, Jumat (23/1/2026), di aula."

    assert event_dates(text, Setting(len(text), plain_statement=False), None).event_date == date(2026, 1, 23)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Raperda itu mula-mula diserahkan dalam rapat yang diadakan pada Kamis, 26 September 2024.", None),
        ("Rapat paripurna ini meneruskan hasil rapat Badan Musyawarah pada tanggal 30 April 2024.", None),
        (
            "Sidang ini kelanjutan hasil rapat Badan Musyawarah pada tanggal 30 April 2024, yang sudah bersepakat.",
            None,
        ),
        ("“Pandangan umum dibacakan Kamis, 2 Mei 2024,” kata ketua usai rapat.", None),
        ("Upacara itu digelar Senin sore (23/9-2019) di gedung.", date(2019, 9, 23)),
        ("Ketua dewan mengumumkan hasil rapat paripurna, Senin (5/5/2025).", date(2025, 5, 5)),
        (
            "Komisi II menggelar rapat kerja untuk menindaklanjuti keputusan wali kota, Senin (5/5/2025).",
            date(2025, 5, 5),
        ),
        (
            "Rapat yang semula hendak diadakan di aula akhirnya digelar di gedung dewan, Senin (5/5/2025).",
            date(2025, 5, 5),
        ),
        ("“Hari ini, Senin (5/5/2025), kami rapat dengan dinas,” kata ketua.", date(2025, 5, 5)),
        ("Rabu, 10 Sep 2025 11:02 6 Danar", None),
        (
            "Nota keterangan wali kota itu dibacakan pada rapat paripurna, Selasa 28 Juni 2022.",
            date(2022, 6, 28),
        ),
    ],
)
def test_day_of_what_led_to_the_event_or_is_quoted_is_not_taken(text, day):
    setting = Setting(len(text), plain_statement=False, quoted=quoted_in(text))

    assert event_dates(text, setting, None).event_date == day


def test_day_of_words_about_yesterday_is_doubted_or_not_taken():
    text = "Kemarin dewan menengok gorong-gorong. “Ada yang retak,” ujar Gilang ketika dihubungi Kabar.com, Jumat (14/11/2014)."

    found = event_dates(text, Setting(len(text), plain_statement=True), None)

    assert (found.event_date, found.candidates) == (
        date(2014, 11, 14),
        (date(2014, 11, 14), date(2014, 11, 13)),
    )
    assert "Naskah menyebut kemarin; mungkin kegiatannya Kamis, 13 November 2014." in found.warnings


def test_day_named_in_passing_is_doubted():
    text = "Dewan menggelar rapat paripurna.\n\nRapat itu digelar pada 26 September 2024 di gedung."

    found = event_dates(text, Setting(10, plain_statement=False), None)

    assert found.event_date == date(2024, 9, 26)
    assert found.warnings == ("Tanggal ini tersebut sambil lalu; pastikan apakah hari kegiatannya.",)


@pytest.mark.parametrize(
    ("text", "plain", "day"),
    [
        ("Meriah! Itulah kata yang pas untuk rapat paripurna di aula, Rabu (21/6/2017).", False, date(2017, 6, 21)),
        ("Rapat diundur, kata yang punya acara, Rabu (21/6/2017).", False, date(2017, 6, 21)),
        ("“Jalan itu retak,” kata Gilang, Rabu (21/6/2017).", False, None),
        ("Rapat tentang Laporan Keterangan Pertanggungjawaban digelar, Senin (28/4/2025).", False, date(2025, 4, 28)),
        ("Komisi II meneruskan hasil tinjauan ke pasar pada Senin (3/10/2022) lalu lewat rapat.", False, None),
        ("Gagalnya kunjungan diakui Gilang yang menjawab konfirmasi kabarcom, Kamis (10/9/2015).", False, None),
        (
            "Lanjutan rapat Jumat 7 Agustus 2020 yang lalu, Komisi I berkunjung ke Garut, Selasa (11/8/2020).",
            False,
            date(2020, 8, 11),
        ),
        ("Rapat itu digelar sesuai kesepakatan pada rapat paripurna 15 September 2023.", False, None),
        ("Wali kota akan menyelesaikan masa jabatannya pada 20 September 2023.", True, None),
        ("Gilang berharap wali kota akan menyelesaikan tugasnya, Rabu (20/9/2023).", True, date(2023, 9, 20)),
    ],
)  # fmt: skip
def test_day_of_words_and_of_other_things_is_told_from_the_events(text, plain, day):
    assert event_dates(text, Setting(len(text), plain_statement=plain), None).event_date == day


def test_day_of_the_session_that_somebody_told_of_there_is_the_sessions():
    text = "Dewan bersidang.\n\n“Rapat paripurna hari Rabu 9 Februari 2022 digelar untuk memutus hal itu,” kata ketua."

    found = event_dates(text, Setting(16, plain_statement=False, quoted=quoted_in(text)), None)

    assert found.event_date == date(2022, 2, 9)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Rapat paripurna digelar sesuai jadwal pada Senin (5/5/2025).", date(2025, 5, 5)),
        ("Komisi II melanjutkan kunjungan kerja ke DPRD Kabupaten Girimukti pada Selasa (6/5/2025).", date(2025, 5, 6)),
        ("Komisi II kembali melanjutkan peninjauan ke Pasar Cempaka pada Rabu (7/5/2025).", date(2025, 5, 7)),
    ],
)  # fmt: skip
def test_day_of_what_goes_on_is_the_events(text, day):
    assert event_dates(text, Setting(len(text), plain_statement=False), None).event_date == day


def test_rival_day_with_the_wrong_weekday_is_doubted():
    text = "Rapat digelar Selasa (1/12/2026). Rapat dilanjutkan pada Kamis, 9 Desember 2026."

    found = event_dates(text, Setting(len(text), plain_statement=False), None)

    assert any("adalah hari Rabu, naskah menulis Kamis" in warning for warning in found.warnings)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Pasar murah yang untuk pertama kali digelar dewan, Kamis (12/10/2023), ramai.", date(2023, 10, 12)),
        ("Dewan menerima usulan pemerintah daerah tertanggal 15 Februari 2024.", None),
    ],
)
def test_first_time_is_the_event_and_a_letters_day_is_not(text, day):
    assert event_dates(text, Setting(len(text), plain_statement=False), None).event_date == day


def test_day_of_the_photo_is_doubted_where_the_text_has_another():
    text = "Pagar yang roboh, Jumat (29/8/2025).\n\n“Kami menata pasar,” ujar Gilang, Senin (1/9/2025)."

    found = event_dates(text, Setting(len(text), plain_statement=False, caption=(0, 36)), None)

    assert found.candidates == (date(2025, 8, 29), date(2025, 9, 1))
    assert found.warnings


def test_day_of_an_inspection_is_before_a_day_of_which_it_speaks():
    text = "Kurban dipotong pada tanggal 21 -23 Juli 2021.\n\n“Warga kami imbau,” ungkapnya saat meninjau kandang di Jalan Melati, Senin (19/7/2021)."

    found = event_dates(text, Setting(len(text) // 2, plain_statement=False, of_inspection=True), None)

    assert found.event_date == date(2021, 7, 19)


def test_day_with_its_weekday_is_a_rival_of_one_without():
    text = "Pameran digelar 21 Juli 2021 di aula.\n\nWarga datang. Mereka menunggu sejak pagi. Pintu dibuka Senin (19/7/2021) lalu."

    found = event_dates(text, Setting(40, plain_statement=False), None)

    assert found.candidates == (date(2021, 7, 21), date(2021, 7, 19))
    assert found.warnings
