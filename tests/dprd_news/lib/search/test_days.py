from datetime import date

import pytest

from dprd_news.lib.search import days


def test_terms_are_of_each_day_its_month_and_its_year():
    assert days.terms(None) == []
    assert days.terms(date(2025, 2, 11)) == ["xqd20250211", "xqd202502", "xqd2025"]
    assert days.terms(date(2025, 12, 31), date(2026, 1, 1)) == [
        "xqd20251231", "xqd20260101", "xqd202512", "xqd202601", "xqd2025", "xqd2026",
    ]  # fmt: skip
    assert len(days.terms(date(2025, 1, 1), date(2099, 1, 1))) == days.MOST_DAYS + 2


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("11 februari 2025", (3, "xqd20250211")),
        ("11 feb 2025 di bandung", (3, "xqd20250211")),
        ("11 02 2025", (3, "xqd20250211")),
        ("2025 02 11", (3, "xqd20250211")),
        ("februari 2025", (2, "xqd202502")),
        ("nopember 2025", (2, "xqd202511")),
        ("2025 sampah", (1, "xqd2025")),
        ("30 februari 2025", (0, "")),
        ("11 februari", (0, "")),
        ("komisi 2025", (0, "")),
        ("1200", (0, "")),
        ("٢٠٢٥", (0, "")),
        ("", (0, "")),
    ],
)
def test_day_month_and_year_are_read_at_the_beginning(written, said):
    assert days.said(written.split()) == said
