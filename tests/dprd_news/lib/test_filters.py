from datetime import date

import pytest
from django.http import QueryDict

from dprd_news.lib.filters import VOCABULARY, Filters

ALL = tuple(VOCABULARY)


def read(query, known=ALL):
    return Filters.read(QueryDict(query), known)


def test_filters_are_read_in_any_order_and_written_in_one():
    query = "q=rapat+kerja&tahun=2025&topik=sampah&wilayah=32.73&dari=2025-01-01&sampai=2025-06-30"
    turned = "&".join(reversed(query.split("&")))

    filters = read(query)

    assert filters == read(turned) == Filters(
        topic="sampah", region="32.73", year=2025, since=date(2025, 1, 1), until=date(2025, 6, 30), q="rapat kerja"
    )  # fmt: skip
    assert filters.query_string == read(turned).query_string == (
        "topik=sampah&wilayah=32.73&tahun=2025&dari=2025-01-01&sampai=2025-06-30&q=rapat+kerja"
    )  # fmt: skip
    assert (filters.ignored, bool(filters), bool(Filters())) == ((), True, False)


@pytest.mark.parametrize(
    "query",
    [
        "topik=Sampah", "topik=sampah%20kota", "pejabat=a/b", "lembaga=%00", "wilayah=3273", "wilayah=32.7",
        "wilayah=%D9%A3%D9%A2", "tahun=25", "tahun=20255", "tahun=1899", "tahun=%D9%A2%D9%A0%D9%A2%D9%A5",
        "dari=2025-02-30", "dari=20250630", "sampai=kemarin", "arah=%F0%9F%98%80", "jenis=-1;drop", "status=%5C",
        "q=%00",
    ],
)  # fmt: skip
def test_malformed_filter_is_ignored_and_named(query):
    filters = read(query)

    assert (filters, filters.ignored, bool(filters)) == (Filters(), (query.split("=")[0],), False)


def test_filter_that_a_list_does_not_know_is_ignored_and_named():
    filters = read("topik=sampah&arah=diterima&tahun=2025", known=("topik",))

    assert (filters, filters.ignored) == (Filters(topic="sampah"), ("tahun", "arah"))


@pytest.mark.parametrize("query", ["", "topik=", "topik=%20", "utm_source=surat&fbclid=1", "sebelum=x"])
def test_what_is_no_filter_passes_in_silence(query):
    filters = read(query)

    assert (filters, filters.ignored) == (Filters(), ())


def test_search_words_are_few_and_short():
    filters = read(f"q={'kata%00 ' * 50}")

    assert (len(filters.q) <= 200, filters.words) == (True, ["kata"] * 8)
