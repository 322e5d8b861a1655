"""Figures agree with the lists they lead to, and with the visits that are left out."""

import csv
import html
import io
import re
from datetime import date
from itertools import product

import pytest

from people import statistics
from people.charts import TILE_COLUMNS, TILE_ROWS, tiles
from people.imports import REGIONS_FILE
from people.models import Visit
from tests.factories import make_council, make_institution, make_region, make_topic, make_visit

pytestmark = pytest.mark.django_db

DIRECTIONS = tuple(Visit.Direction.values)


@pytest.fixture
def visits():
    """Every status, with and without a day, in each direction and in none, over two years; some hidden."""
    council = make_council()
    bali = make_region("51", "province", "Provinsi Bali")
    far = make_institution(
        "DPRD Kota Denpasar", region=make_region("51.71", name="Kota Denpasar", parent=bali)
    )
    provincial, placeless = (
        make_institution("DPRD Provinsi Bali", region=bali),
        make_institution("Kementerian"),
    )
    topics = [make_topic("Arsip"), make_topic("Pasar")]
    days = (date(2025, 3, 4), date(2026, 3, 4), date(2026, 11, 5), None)
    for number, (status, day) in enumerate(product(Visit.Status.values, days)):
        kind = Visit.Kind.values[number % 3]
        made = {"status": status, "starts_on": day, "topics": topics[: number % 3], "kind": kind}
        make_visit(guests=[far, placeless], hosts=[council.institution], **made)
        make_visit(guests=[council.institution], hosts=[provincial], **made)
        make_visit(guests=[far], hosts=[placeless], companions=[council.institution], **made)
        make_visit(guests=[far], hosts=[provincial], **made)
        make_visit(guests=[far], hosts=[council.institution], published_at=None, **made)
    hidden = make_institution("Rahasia", region=bali, published_at=None)
    make_visit(guests=[hidden, placeless], hosts=[council.institution], starts_on=days[0])


def count(client, query):
    shown = client.get(f"/kunjungan/?{query}").content.decode()
    found = re.findall(r'id="daftar">([\d.]+) kunjungan', shown)
    return int(found[0].replace(".", "")) if found else 0


@pytest.mark.parametrize("year", [None, 2025, 2026])
def test_every_figure_is_the_length_of_the_list_it_leads_to(client, visits, year):
    found = [statistics.figures(year, direction) for direction in DIRECTIONS]
    figures = statistics.totals(year) + statistics.left_out(year)
    for one in found:
        figures += one.times + one.kinds + one.topics + one.provinces + one.guests

    lists = {figure: count(client, figure.filters.query_string) for figure in figures if figure.count}

    assert len(lists) > 15
    assert {figure: number for figure, number in lists.items() if figure.count != number} == {}


@pytest.mark.parametrize("year", [None, 2025, 2026])
def test_counted_and_left_out_are_every_public_visit_once(client, visits, year):
    counted = sum(figure.count for figure in statistics.totals(year))
    left_out = sum(figure.count for figure in statistics.left_out(year))

    assert counted + left_out == count(client, f"tahun={year}" if year else "")


def test_figures_keep_the_directions_apart_and_count_nothing_hidden(visits):
    found = {direction: statistics.figures(2025, direction) for direction in DIRECTIONS}

    assert {key: one.total for key, one in found.items()} == {"diterima": 3, "dilakukan": 2, "dihadiri": 2}
    assert {key: [(p.name, p.count) for p in one.provinces] for key, one in found.items()} == {
        "diterima": [("Provinsi Bali", 2)], "dilakukan": [("Provinsi Bali", 2)], "dihadiri": [],
    }  # fmt: skip
    assert {key: one.placeless for key, one in found.items()} == {
        "diterima": 1,
        "dilakukan": 0,
        "dihadiri": 2,
    }
    assert [(guest.name, guest.count) for guest in found["diterima"].guests] == [
        ("Kementerian", 3), ("DPRD Kota Denpasar", 2),
    ]  # fmt: skip


def test_page_and_file_say_the_same_numbers(client, visits):
    shown = html.unescape(client.get("/kunjungan/statistik/?tahun=2026&arah=diterima").content.decode())
    lines = (
        client.get("/kunjungan/statistik/data.csv?tahun=2026&arah=diterima").content.decode().lstrip("\ufeff")
    )

    rows = list(csv.reader(io.StringIO(lines)))[1:]
    bars = re.findall(r'<a [^>]*href="/kunjungan/\?[^"]*" aria-label="([^"]*): (\d+) kunjungan"', shown)
    figures = statistics.figures(2026, "diterima")
    wanted = [one for part in (figures.times, figures.kinds, figures.topics, figures.provinces, figures.guests)
              for one in part if one.count]  # fmt: skip
    assert sorted(bars) == sorted((one.name, str(one.count)) for one in wanted)
    assert {(row[3], row[4]) for row in rows} >= set(bars)
    assert re.search(r"Data per \w+, \d+ \w+ \d{4}, \d\d\.\d\d WIB", shown)


def test_chart_has_a_title_a_description_and_a_table(client, visits):
    shown = client.get("/kunjungan/statistik/?tahun=2026").content.decode()

    charts = re.findall(r'<svg class="chart[^>]*aria-labelledby="(\S+) (\S+)">(.*?)</svg>', shown, re.DOTALL)

    assert len(charts) == shown.count("Angka dalam tabel") == 5
    assert [
        f'<title id="{title}">' in body and f'<desc id="{about}">' in body for title, about, body in charts
    ] == [True] * 5


def test_unknown_direction_counts_nothing_and_says_so(client, visits):
    shown = html.unescape(client.get("/kunjungan/statistik/?arah=keluar").content.decode())

    assert "Tidak ada arah “keluar”, jadi tidak ada yang dihitung." in shown
    assert '<svg class="chart' not in shown


def test_every_province_has_a_tile_of_its_own():
    with REGIONS_FILE.open(encoding="utf-8", newline="") as lines:
        provinces = {row["code"] for row in csv.DictReader(lines) if row["level"] == "province"}

    places = {(tile.column, tile.row) for tile in tiles()}

    assert {tile.code for tile in tiles()} == provinces
    assert (len(places), len({tile.abbreviation for tile in tiles()})) == (38, 38)
    assert all(column < TILE_COLUMNS and row < TILE_ROWS for column, row in places)
