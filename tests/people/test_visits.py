"""The list of visits, its calendar and its files, and a visit's own page."""

import csv
import html
import io
import re
from datetime import date, time

import pytest
import time_machine
from icalendar import Calendar

from people.models import Visit
from tests.factories import make_council, make_institution, make_official, make_region, make_visit

pytestmark = pytest.mark.django_db

DAY = date(2026, 11, 5)


@pytest.fixture
def own():
    return make_council().institution


@pytest.fixture
def bali():
    province = make_region("51", "province", "Provinsi Bali")
    return make_region("51.71", name="Kota Denpasar", parent=province)


def page(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return html.unescape(response.getvalue().decode())


def listed(client, address):
    return re.findall(r'class="visit__title"><a href="[^"]*">([^<]*)<', page(client, address))


def events(client, address):
    return Calendar.from_ical(client.get(address).content).walk("VEVENT")


@pytest.fixture
def visits(own, bali):
    denpasar = make_institution("DPRD Kota Denpasar", region=bali)
    make_visit("Masuk", guests=[denpasar], hosts=[own], starts_on=DAY)
    make_visit("Keluar", guests=[own], hosts=[denpasar], starts_on=date(2026, 10, 5), status="cancelled")
    make_visit("Orang lain", guests=[make_institution("Tamu Lain")], starts_on=date(2025, 11, 6))
    make_visit("Kapan-kapan", guests=[denpasar], hosts=[own], status="received_by_secretariat")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("tahun=2026&bulan=11", ["Kapan-kapan", "Masuk"]),
        ("bulan=11", ["Kapan-kapan", "Masuk", "Orang lain"]),
        ("bulan=05", []),
        ("asal=51", ["Kapan-kapan", "Masuk"]),
        ("asal=51.71&waktu=ada", ["Masuk"]),
        ("tujuan=51", ["Keluar"]),
        ("tamu=dprd-kota-denpasar", ["Kapan-kapan", "Masuk"]),
        ("waktu=belum", ["Kapan-kapan"]),
        ("waktu=kapan", []),
        ("status=held", ["Kapan-kapan", "Masuk", "Orang lain"]),
        ("arah=lain", ["Orang lain"]),
    ],
)
def test_filters_mean_the_same_on_every_form(client, visits, query, expected):
    with time_machine.travel(DAY, tick=False):
        Visit.objects.filter(title="Kapan-kapan").update(listed_on=date(2026, 11, 9))

        rows = list(
            csv.DictReader(io.StringIO(page(client, f"/kunjungan/data.csv?{query}").lstrip("\ufeff")))
        )

        dated = [title for title in expected if title != "Kapan-kapan"]
        assert listed(client, f"/kunjungan/?{query}") == expected
        assert [row["Judul"] for row in rows] == expected
        assert [str(one["SUMMARY"]) for one in events(client, f"/kunjungan/kalender.ics?{query}")] == dated


def test_each_filter_in_force_can_be_taken_off_alone(client, visits):
    shown = page(client, "/kunjungan/?asal=51&arah=diterima&tahun=2026")

    links = re.findall(r'class="chip--removable" href="([^"]*)">([^<]*)<', shown)

    assert links == [
        ("/kunjungan/?tahun=2026&arah=diterima", "Asal tamu: Provinsi Bali"),
        ("/kunjungan/?asal=51&arah=diterima", "Tahun: 2026"),
        ("/kunjungan/?asal=51&tahun=2026", "Arah: Diterima"),
    ]


def test_filtered_list_says_how_many_and_how_to_follow_it(client, visits):
    shown = page(client, "/kunjungan/?asal=51&waktu=ada")

    assert re.findall(r'id="daftar">([^<]*)<', shown) == ["1 kunjungan cocok"]
    follow = shown.partition('id="ikuti">')[2]
    assert re.findall(r'href="(/kunjungan/[a-z]+\.[a-z]+\?[^"]*)"', follow) == [
        f"/kunjungan/{form}?asal=51&waktu=ada" for form in ("rss.xml", "atom.xml", "kalender.ics", "data.csv")
    ]


def test_calendar_shows_the_month_its_neighbours_and_what_has_no_day(client, own):
    for title, start, end in (
        ("Tiga hari", date(2026, 10, 31), date(2026, 11, 2)),
        ("Sehari", DAY, None),
        ("Dulu", date(2026, 3, 4), None),
        ("Nanti", date(2027, 1, 4), None),
        ("Entah", None, None),
    ):
        make_visit(title, hosts=[own], starts_on=start, ends_on=end)

    with time_machine.travel(DAY, tick=False):
        shown = page(client, "/kunjungan/?tampilan=kalender")

    days = re.findall(r'datetime="(2026-11-\d\d)".*?</td>', shown, re.DOTALL)
    cells = re.split(r'<td class="month__day', shown)[1:]
    titles = [re.findall(r'month__visit .*?<a href="[^"]*">([^<]*)', cell) for cell in cells]
    assert (len(days), shown.count('aria-current="date"')) == (30, 1)
    assert {number: found for number, found in enumerate(titles, start=1) if found} == {
        1: ["Tiga hari"], 2: ["Tiga hari"], 5: ["Sehari"],
    }  # fmt: skip
    assert re.findall(r'rel="(?:prev|next)" href="([^"]*)"', shown) == [
        "/kunjungan/?tampilan=kalender&tahun=2026&bulan=10", "/kunjungan/?tampilan=kalender&tahun=2027&bulan=1",
    ]  # fmt: skip
    assert "Entah" in shown.partition('id="tanpa-tanggal"')[2]


def test_calendar_leads_from_a_full_day_to_its_list(client, own):
    for number in range(7):
        make_visit(f"Tamu {number}", hosts=[own], starts_on=DAY)

    shown = page(client, "/kunjungan/?tampilan=kalender&tahun=2026&bulan=11&arah=diterima")

    more = re.findall(r'month__more"><a href="([^"]*)">([^<]*)<', shown)
    assert more == [("/kunjungan/?dari=2026-11-05&sampai=2026-11-05&arah=diterima", "3 lagi")]
    assert len(listed(client, more[0][0])) == 7


@pytest.mark.parametrize(
    ("fields", "begin", "end"),
    [
        ({}, "20261105", "20261106"),
        ({"ends_on": date(2026, 11, 7)}, "20261105", "20261108"),
        ({"starts_at": time(9, 30)}, "20261105T023000Z", None),
        ({"starts_at": time(9), "ends_at": time(11)}, "20261105T020000Z", "20261105T040000Z"),
        ({"starts_at": time(11), "ends_at": time(9)}, "20261105T040000Z", None),
        ({"starts_at": time(9), "ends_on": date(2026, 11, 6)}, "20261105", "20261107"),
    ],
)
def test_event_has_the_days_or_hours_of_its_visit(client, own, fields, begin, end):
    visit = make_visit("Kunjungan; koma, dan\nbaris", hosts=[own], starts_on=DAY, room="Ruang A", **fields)

    (event,) = events(client, f"{visit.get_absolute_url()}kalender.ics")

    got = [event[name].to_ical().decode() if name in event else None for name in ("DTSTART", "DTEND")]
    assert (got, str(event["UID"]), str(event["LOCATION"])) == (
        [begin, end],
        f"urn:uuid:{visit.feed_id}",
        "Ruang A",
    )


def test_visit_without_a_day_has_no_event_and_a_wrong_year_leads_to_the_right_one(client, own):
    undated, dated = make_visit(hosts=[own]), make_visit(hosts=[own], starts_on=DAY)
    path = f"{dated.get_absolute_url()}kalender.ics"

    missing = client.get(f"{undated.get_absolute_url()}kalender.ics")
    moved = client.get(path.replace("2026", "2025"))

    assert (missing.status_code, moved.status_code, moved["Location"]) == (404, 301, path)


def test_visit_page_leads_to_visits_of_the_same_body_before_those_of_its_region(client, own, bali):
    denpasar = make_institution("DPRD Kota Denpasar", region=bali)
    visit = make_visit("Ini", guests=[denpasar], hosts=[own], starts_on=DAY)
    make_visit("Sedaerah", guests=[make_institution(region=bali)], hosts=[own], starts_on=date(2026, 11, 4))
    make_visit("Selembaga", guests=[denpasar], hosts=[own], starts_on=date(2020, 1, 1))
    make_visit("Tuan rumah saja", guests=[make_institution()], hosts=[own], starts_on=DAY)
    make_visit("Tersembunyi", guests=[denpasar], hosts=[own], published_at=None)

    assert listed(client, visit.get_absolute_url()) == ["Selembaga", "Sedaerah"]


RUBBISH = (
    "x" * 10_000, "\0", "' OR 1=1 --", '"><script>alert(1)</script>', "9" * 10_000, "-1", "0", "13", "../", "%",
    "20250304T023000.000000-1", "99991231-9223372036854775807", "00010101-0",
)  # fmt: skip


@pytest.mark.parametrize("value", RUBBISH)
@pytest.mark.parametrize(
    "path",
    ["", "2026/", "rss.xml", "kalender.ics", "data.csv", "statistik/", "statistik/data.csv"],
)
def test_rubbish_in_any_filter_is_a_normal_answer(client, visits, path, value):
    names = ("topik", "pejabat", "lembaga", "tamu", "wilayah", "asal", "tujuan", "tahun", "bulan", "dari", "sampai",
             "jenis", "arah", "status", "waktu", "q", "sebelum", "tampilan")  # fmt: skip

    answers = [client.get(f"/kunjungan/{path}", {name: value}) for name in names]
    answers.append(client.get(f"/kunjungan/{path}", dict.fromkeys(names, value) | {"tampilan": "kalender"}))

    assert {answer.status_code for answer in answers} == {200}
    assert [b"<script>alert" in answer.getvalue() for answer in answers] == [False] * len(answers)


def test_purpose_stands_in_lists_and_over_the_visit(client):
    visit = make_visit("Kunjungan kerja", purpose="Mempelajari arsip daerah.")

    assert 'class="visit__purpose">Mempelajari arsip daerah.<' in page(client, "/kunjungan/")
    head = page(client, visit.get_absolute_url()).partition("<main")[2].partition("</header>")[0]
    assert "<p>Mempelajari arsip daerah.</p>" in head


def test_long_list_of_those_who_received_folds(client):
    few = make_visit(receivers=[make_official(f"Penerima {number:02}") for number in range(10)])
    many = make_visit(receivers=[make_official(f"Tuan {number:02}") for number in range(11)])

    shown = {visit: page(client, visit.get_absolute_url()).partition("<main")[2] for visit in (few, many)}

    assert "orang lagi" not in shown[few]
    before, _, after = shown[many].partition("<summary>3 orang lagi</summary>")
    assert ("Tuan 07" in before, "Tuan 08" in before, "Tuan 10" in after) == (True, False, True)


def test_card_names_three_guests_and_counts_the_rest(client, own):
    make_visit("Berlima", guests=[make_institution(f"Dinas {letter}") for letter in "ABCDE"], hosts=[own])

    page = client.get("/kunjungan/").content.decode()

    assert "Dinas A, Dinas B, Dinas C, dan 2 lagi" in " ".join(page.split())
