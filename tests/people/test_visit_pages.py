"""The calendar of visits beside their list, and the yearly report."""

from datetime import date, time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Article
from people.models import VisitPaper
from people.visit_report import report_of
from tests.factories import (
    make_article,
    make_council,
    make_institution,
    make_official,
    make_user,
    make_visit,
)

pytestmark = pytest.mark.django_db
CALENDAR = "/admin/people/visit/kalender/"


def log_in(client, group="Redaktur"):
    client.force_login(make_user(group=group))


def shown(client, query):
    """Titles by day, and those without one."""
    page = client.get(CALENDAR, query).context
    days = {
        f"{one.day:%m-%d}": [entry.visit.title for entry in one.entries]
        for week in page["weeks"]
        for one in week
        if one.entries
    }
    return days, [entry.visit.title for entry in page["undated"]]


def test_calendar_shows_every_visit_of_the_month_on_its_days(client):
    log_in(client)
    make_visit("Tiga hari", starts_on=date(2026, 10, 31), ends_on=date(2026, 11, 2))
    make_visit(
        "Siang", starts_on=date(2026, 11, 2), starts_at=time(13, 0), status="planned", published_at=None
    )
    make_visit("Pagi", starts_on=date(2026, 11, 2), starts_at=time(9, 0), status="cancelled")
    make_visit("Bulan lain", starts_on=date(2027, 1, 2))
    make_visit("Belum bertanggal", starts_on=None, status="requested")
    make_visit("Batal tanpa tanggal", starts_on=None, status="cancelled")

    found = shown(client, {"bulan": "2026-11"})

    assert found == (
        {
            "10-31": ["Tiga hari"],
            "11-01": ["Tiga hari"],
            "11-02": ["Tiga hari", "Pagi", "Siang"],
        },
        ["Belum bertanggal"],
    )


def test_calendar_says_the_state_in_words_and_leads_on(client):
    log_in(client)
    make_visit("Batal", starts_on=date(2026, 11, 2), status="cancelled")
    make_visit("Jadi", starts_on=date(2026, 11, 3), status="done")

    html = client.get(CALENDAR, {"bulan": "2026-11"}).content.decode()

    told = ["Dibatalkan", "Terlaksana", "?bulan=2026-10", "?bulan=2026-12", "/add/?starts_on=2026-11-05"]
    assert [word for word in told if word not in html] == []


@pytest.mark.parametrize("query", ["", "2026-13", "kapan", "9999-99"])
def test_calendar_of_no_known_month_is_this_month(client, query):
    log_in(client)

    page = client.get(CALENDAR, {"bulan": query}).context

    today = timezone.localdate()
    assert (page["month"].year, page["month"].number) == (today.year, today.month)


def test_day_of_the_calendar_fills_the_new_visit(client):
    log_in(client)

    form = client.get("/admin/people/visit/add/?starts_on=2026-11-05").context["adminform"].form

    assert form["starts_on"].value() == "2026-11-05"


@pytest.mark.usefixtures("early_in_the_hour")
def test_calendar_and_report_ask_no_more_queries_for_more_visits(client):
    council = make_council()
    log_in(client)

    def fill(count):
        for _ in range(count):
            visit = make_visit(
                starts_on=date(2026, 11, 2), guests=[make_institution()], hosts=[council.institution],
                attending=[make_official()],
            )  # fmt: skip
            make_visit(starts_on=None, status="planned")
            make_article(visit=visit)
            VisitPaper.objects.create(visit=visit, kind="travel_order", number="1")

    def queries(address):
        client.get(address)
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        return len(asked)

    pages = [f"{CALENDAR}?bulan=2026-11", "/admin/people/visit/laporan/2026/?lingkup=internal"]
    fill(2)
    few = [queries(page) for page in pages]
    fill(8)
    many = [queries(page) for page in pages]

    assert (many, [number <= 12 for number in many]) == (few, [True, True])


# The report ---------------------------------------------------------------------------------------


def make_year():
    council = make_council()
    guest, hidden = make_institution("Pemkot Serang"), make_institution("Badan Rahasia", published_at=None)
    seen, unseen = make_official("Tokoh Tampak"), make_official("Tokoh Tersembunyi", published_at=None)
    held = make_visit(
        "Kunjungan Serang", starts_on=date(2025, 3, 4), guests=[guest, hidden], hosts=[council.institution],
        attending=[seen, unseen], purpose="Belajar", outcome="Sepakat",
    )  # fmt: skip
    VisitPaper.objects.create(visit=held, kind="travel_order", number="090/12")
    make_article("Serang Bertamu", visit=held)
    make_article("Masih Draf", state="draft", visit=held)
    make_visit("Belum diumumkan", starts_on=date(2025, 5, 6), published_at=None, kind="audience")
    make_visit("Dibatalkan", starts_on=date(2025, 6, 7), status="cancelled")
    make_visit("Tahun lain", starts_on=date(2024, 3, 4))


def told(report):
    return [(line.visit.title, line.kind, line.facts, line.attended) for line in report.held]


def test_public_report_holds_what_anyone_may_see():
    make_year()

    report = report_of(2025, is_internal=False)

    article = Article.objects.get(title="Serang Bertamu")
    assert told(report) == [
        (
            "Kunjungan Serang",
            "Kunjungan kerja, diterima. Terlaksana.",
            [("Tamu", "Pemkot Serang"), ("Tuan rumah", "DPRD Kota Mekarsari")],
            ["Tokoh Tampak"],
        )
    ]
    assert report.held[0].articles == [("Serang Bertamu", article.get_absolute_url())]
    assert [line.visit.title for line in report.not_held] == ["Dibatalkan"]
    counts = {total.name: {name: count for name, count in total.counts if count} for total in report.totals}
    assert counts == {
        "Menurut arah": {"Diterima": 1},
        "Menurut jenis": {"Kunjungan kerja": 1},
        "Menurut bulan": {"Maret": 1},
    }


def test_internal_report_holds_all_that_is_on_file():
    make_year()

    report = report_of(2025, is_internal=True)

    assert told(report) == [
        (
            "Kunjungan Serang",
            "Kunjungan kerja, diterima. Terlaksana.",
            [
                ("Tamu", "Pemkot Serang; Badan Rahasia"),
                ("Tuan rumah", "DPRD Kota Mekarsari"),
                ("Surat", "SPPD 090/12"),
            ],
            ["Tokoh Tampak", "Tokoh Tersembunyi"],
        ),
        ("Belum diumumkan", "Audiensi. Terlaksana.", [], []),
    ]


@pytest.mark.parametrize(("query", "scope"), [("", "Untuk umum"), ("?lingkup=internal", "INTERNAL")])
def test_report_says_its_scope(client, query, scope):
    make_year()
    log_in(client)

    html = client.get(f"/admin/people/visit/laporan/2025/{query}").content.decode()

    assert [scope in html, ("Badan Rahasia" in html) == (scope == "INTERNAL")] == [True, True]


@pytest.mark.parametrize(
    ("asked", "leads_to"),
    [
        ("?tahun=2024", "2024/"),
        ("?tahun=2024&lingkup=internal", "2024/?lingkup=internal"),
        *((f"?tahun={bad}", None) for bad in ("0", "99999", "abcd", "²²²²")),
    ],
)
def test_chosen_year_leads_to_its_report(client, asked, leads_to):
    log_in(client)

    answer = client.get(f"/admin/people/visit/laporan/{asked}")

    assert answer["Location"] == f"/admin/people/visit/laporan/{leads_to or f'{timezone.localdate().year}/'}"


@pytest.mark.parametrize("year", [0, 1899, 2200, 99999])
def test_report_of_no_sensible_year_is_not_found(client, year):
    log_in(client)

    assert client.get(f"/admin/people/visit/laporan/{year}/").status_code == 404
