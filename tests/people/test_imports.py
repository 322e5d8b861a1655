from datetime import date

import pytest
from django.core.exceptions import ValidationError

from people.imports import (
    Counts,
    load_institutions,
    load_officials,
    load_posts,
    load_regions,
    read_date,
    read_regions,
)
from people.models import Institution, Official, Position, Post, Region

pytestmark = pytest.mark.django_db

CITY = {
    "code": "32.73",
    "level": "city",
    "name": "Kota Bandung",
    "proper_name": "Bandung",
    "parent_code": "32",
    "has_council": "true",
    "council_name": "DPRD",
    "source": "a package",
    "decree": "decree 1",
}
PROVINCE = CITY | {
    "code": "32",
    "level": "province",
    "name": "Provinsi Jawa Barat",
    "proper_name": "Jawa Barat",
    "parent_code": "",
}
COUNCIL = {"slug": "dewan", "name": "DPRD Kota Bandung", "kind": "council"}
KOMISI = {
    "slug": "komisi-i",
    "name": "Komisi I DPRD Kota Bandung",
    "kind": "commission",
    "parent": "dewan",
    "names": [{"name": "Komisi A DPRD Kota Bandung", "ends_on": "2024-12-31"}],
    "partners": ["dishub"],
}
AGENCY = {"slug": "dishub", "name": "Dinas Perhubungan Kota Bandung", "kind": "agency"}


def test_regions_file_holds_every_province_regency_and_city():
    done = load_regions(read_regions())

    levels = [Region.objects.filter(level=level).count() for level in Region.Level.values]
    assert (done, levels) == (Counts(created=552), [38, 416, 98])


def test_regions_file_names_councils_that_are_no_dprd():
    load_regions(read_regions())

    named = {
        code: (Region.objects.get(code=code).has_council, Region.objects.get(code=code).council_name)
        for code in ("11", "11.71", "31", "31.71", "32.73", "91", "92", "96.71")
    }
    assert named == {
        "11": (True, "DPRA"),
        "11.71": (True, "DPRK"),
        "31": (True, "DPRD"),
        "31.71": (False, ""),
        "32.73": (True, "DPRD"),
        "91": (True, "DPRP"),
        "92": (True, "DPRPB"),
        "96.71": (True, "DPRK"),
    }


def test_regions_load_in_any_order_and_only_once():
    first = load_regions([CITY, PROVINCE])
    second = load_regions([CITY, PROVINCE])

    parent = Region.objects.get(code="32.73").parent
    assert (first, second, parent.name) == (Counts(created=2), Counts(skipped=2), "Provinsi Jawa Barat")


def test_regions_keep_a_correction_until_a_newer_decree():
    load_regions([PROVINCE, CITY])
    Region.objects.filter(code="32.73").update(name="Kota Bandung Raya")

    same = load_regions([CITY])
    kept = Region.objects.get(code="32.73").name
    newer = load_regions([CITY | {"decree": "decree 2", "name": "Kota Bandung Baru"}])

    changed = Region.objects.get(code="32.73").name
    assert (same, kept, newer, changed) == (
        Counts(skipped=1),
        "Kota Bandung Raya",
        Counts(updated=1),
        "Kota Bandung Baru",
    )


def test_regions_refuse_a_row_that_is_none():
    with pytest.raises(ValidationError):
        load_regions([PROVINCE | {"level": "planet"}])

    assert list(Region.objects.all()) == []


def test_institutions_come_with_parent_dated_name_and_partner():
    done = load_institutions([COUNCIL, KOMISI, AGENCY])

    komisi = Institution.objects.get(slug="komisi-i")
    partner = komisi.partners.get()
    assert (done, komisi.parent.slug, komisi.name_on(date(2024, 6, 1)), partner.slug) == (
        Counts(created=3),
        "dewan",
        "Komisi A DPRD Kota Bandung",
        "dishub",
    )


def test_institutions_loaded_again_leave_the_editors_words():
    load_institutions([COUNCIL])
    Institution.objects.filter(slug="dewan").update(description="Ditulis redaksi.")

    again = load_institutions([COUNCIL | {"description": "Dari berkas."}])

    assert (again, Institution.objects.get(slug="dewan").description) == (
        Counts(skipped=1),
        "Ditulis redaksi.",
    )


def test_institutions_with_an_unknown_parent_leave_nothing():
    with pytest.raises(Institution.DoesNotExist):
        load_institutions([AGENCY, KOMISI])

    assert list(Institution.objects.all()) == []


def test_officials_come_with_positions_as_exact_as_their_dates():
    load_posts([{"name": "Ketua", "is_single": True}])
    load_institutions([COUNCIL])
    row = {
        "slug": "tokoh-contoh",
        "name": "Tokoh Contoh",
        "names": ["Toko Contoh"],
        "positions": [{"post": "Ketua", "institution": "dewan", "starts_on": "2019", "ends_on": "2024-09"}],
    }

    first = load_officials([row])
    second = load_officials([row])

    held = Position.objects.get()
    assert (first, second) == (Counts(created=2), Counts(skipped=1))
    assert (held.starts_on, held.starts_precision, held.ends_on, held.ends_precision) == (
        date(2019, 1, 1),
        "year",
        date(2024, 9, 30),
        "month",
    )
    assert [spelling.name for spelling in Official.objects.get().names.all()] == ["Toko Contoh"]


def test_officials_with_an_unknown_post_leave_nothing():
    load_institutions([COUNCIL])
    row = {"slug": "tokoh", "name": "Tokoh", "positions": [{"post": "Ketua", "institution": "dewan"}]}

    with pytest.raises(Post.DoesNotExist):
        load_officials([row])

    assert list(Official.objects.all()) == []


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2024-09-24", (date(2024, 9, 24), "day")),
        ("2025-01", (date(2025, 1, 1), "month")),
        ("2025", (date(2025, 1, 1), "year")),
    ],
)
def test_read_date_keeps_the_precision(text, read):
    assert read_date(text) == read


@pytest.mark.parametrize("text", ["", "tahun lalu", "2025-13", "2025-02-30", "1-2-3-4"])
def test_read_date_refuses_what_is_no_date(text):
    with pytest.raises(ValidationError):
        read_date(text)
