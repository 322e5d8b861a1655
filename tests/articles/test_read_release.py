"""read_release from end to end: the contract's JSON, and one line for a file that cannot be read."""

import io
import json
from datetime import date

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article
from people.models import Institution, Official

RELEASE = """TIRTASARI - DPRD Kabupaten Sukabumi menerima kunjungan kerja DPRD Kota Magelang, Senin (3/3).

“Kami belajar banyak,” ujar Ketua DPRD Kota Magelang, Sekar Arumdalu, S.H. (Laras/red)"""

pytestmark = pytest.mark.django_db


def reading_of(file, **options):
    out = io.StringIO()
    call_command("read_release", str(file), stdout=out, **options)
    return json.loads(out.getvalue())


def test_release_is_read_before_the_site_is_set_up_and_nothing_is_written(tmp_path):
    (tmp_path / "rilis.txt").write_text(RELEASE, encoding="utf-8")

    reading = reading_of(tmp_path / "rilis.txt")

    assert reading["source"] == RELEASE
    assert (reading["visit"]["hosts"], reading["visit"]["guests"]) == (
        ["DPRD Kabupaten Sukabumi"],
        ["DPRD Kota Magelang"],
    )
    assert [person["name"] for person in reading["officials"]] == ["Sekar Arumdalu"]
    assert reading["byline"] == "Laras/red"
    assert (Article.objects.count(), Official.objects.count(), Institution.objects.count()) == (0, 0, 0)


def test_day_without_a_year_is_inferred_from_the_day_received_and_only_offered(tmp_path):
    (tmp_path / "rilis.txt").write_text(RELEASE, encoding="utf-8")

    reading = reading_of(tmp_path / "rilis.txt", received=date(2025, 3, 4))

    assert (reading["event_date"], reading["date_candidates"]) == (None, ["2025-03-03"])
    assert reading["date_warnings"]


@pytest.mark.parametrize("content", [None, b"", b"\x89PNG\r\n\x1a\n\x00\x01"])
def test_file_that_is_no_text_is_refused_in_one_line(tmp_path, content):
    if content is not None:
        (tmp_path / "rilis.txt").write_bytes(content)

    with pytest.raises(CommandError) as refused:
        call_command("read_release", str(tmp_path / "rilis.txt"))

    assert str(refused.value).count("\n") == 0
