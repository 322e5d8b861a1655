import datetime

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dprd_news.lib.paging import Page, page_before
from people.models import Institution

pytestmark = pytest.mark.django_db

KEYS = ("date_joined", "pk")
NOON = datetime.datetime(2025, 6, 23, 12, 0, 0, 123456, tzinfo=datetime.UTC)


def make_users(*moments):
    user_model = get_user_model()
    return [user_model.objects.create(username=f"u{n}", date_joined=at) for n, at in enumerate(moments)]


def users():
    return get_user_model().objects.all()


def walk(queryset, size, keys):
    """The pages from first to last, as lists of rows."""
    pages, cursor = [], ""
    while cursor is not None:
        page = page_before(queryset, cursor, size, keys)
        pages.append(page.rows)
        cursor = page.next_cursor
    return pages


def test_pages_hold_every_row_once_newest_first():
    later = NOON + datetime.timedelta(microseconds=1)
    a, b, c, d, e = make_users(NOON, later, NOON, NOON, NOON - datetime.timedelta(days=1))

    assert walk(users(), 2, KEYS) == [[b, d], [c, a], [e]]


def test_dates_are_paged_by_day_and_key():
    a, b, c = (
        Institution.objects.create(name=name, slug=name, kind="media", starts_on=datetime.date(2025, 1, day))
        for name, day in (("a", 5), ("b", 5), ("c", 9))
    )

    assert walk(Institution.objects.all(), 1, ("starts_on", "pk")) == [[c], [b], [a]]


def test_cursor_names_moment_in_utc_and_key():
    _, newest = make_users(NOON, NOON.astimezone(datetime.timezone(datetime.timedelta(hours=7))))

    page = page_before(users(), "", 1, KEYS)

    assert page == Page([newest], f"20250623T120000.123456-{newest.pk}")


def test_cursor_stays_true_while_newer_rows_arrive():
    old, _ = make_users(NOON, NOON + datetime.timedelta(hours=1))
    cursor = page_before(users(), "", 1, KEYS).next_cursor
    get_user_model().objects.create(username="sela", date_joined=NOON + datetime.timedelta(hours=2))

    assert page_before(users(), cursor, 1, KEYS).rows == [old]


def test_last_page_has_no_next_cursor():
    made = make_users(NOON, NOON)

    assert page_before(users(), "", 2, KEYS) == Page(made[::-1], None)


def test_cursor_past_the_end_gives_an_empty_page():
    make_users(NOON)

    assert page_before(users(), "00010101T000000.000000-1", 2, KEYS) == Page([], None)


def test_cursor_from_the_far_future_gives_the_first_page():
    made = make_users(NOON)

    assert page_before(users(), f"99991231T235959.999999-{2**63 - 1}", 2, KEYS) == Page(made, None)


@pytest.mark.parametrize(
    "cursor",
    [
        "x",
        "\x00",
        "20250623T120000.123456-1\x00",
        "20250623T120000.123456-1\n",
        "20250623T120000.123456--1",
        f"20250623T120000.123456-{2**63}",
        "20250623T120000.123456-" + "9" * 5000,
        "00000101T120000.000000-1",
        "20251301T120000.000000-1",
        "20250623T250000.000000-1",
        "20250623-1",
        "٢٠٢٥٠٦٢٣T120000.123456-1",
        "-" * 10_000,
    ],
)
def test_malformed_cursor_gives_the_first_page_and_says_so(cursor):
    made = make_users(NOON)

    assert page_before(users(), cursor, 2, KEYS) == Page(made, None, is_malformed=True)


def test_moment_cursor_is_malformed_for_a_list_by_date():
    page = page_before(Institution.objects.all(), "20250623T120000.123456-1", 2, ("starts_on", "pk"))

    assert page == Page([], None, is_malformed=True)


def test_page_takes_one_query_without_a_count(django_assert_num_queries):
    make_users(NOON, NOON, NOON)

    with django_assert_num_queries(1) as queries:
        page_before(users(), "20250623T120000.123456-3", 1, KEYS)

    assert "COUNT" not in queries.captured_queries[0]["sql"]


@pytest.mark.sqlite
def test_page_starts_inside_the_index():
    with connection.cursor() as db:
        db.execute("CREATE INDEX newest ON auth_user (date_joined DESC, id DESC)")

    with CaptureQueriesContext(connection) as queries:
        page_before(users(), "20250623T120000.123456-3", 1, KEYS)
    with connection.cursor() as db:
        db.execute(f"EXPLAIN QUERY PLAN {queries[0]['sql']}")
        plan = [row[3] for row in db.fetchall()]

    assert plan == ["SEARCH auth_user USING INDEX newest (date_joined<?)"]
