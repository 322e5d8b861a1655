import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command

from dprd_news.first_run import SiteNotEmpty, start_council, time_zone_of
from people.models import Council, Institution, Region

pytestmark = pytest.mark.django_db

PASSWORD = "gunung-tangkuban-41"


def test_start_council_sets_up_an_empty_site():
    start_council("DPRD Kota Makassar", "73.71", "ketua.humas", PASSWORD)

    council = Council.objects.get()
    admin = get_user_model().objects.get()
    assert (council.name, council.institution.name, council.region.name, council.time_zone_label) == (
        "DPRD Kota Makassar",
        "DPRD Kota Makassar",
        "Kota Makassar",
        "WITA",
    )
    assert (council.institution.is_public, Region.objects.count()) == (True, 552)
    assert (admin.username, admin.is_superuser, admin.check_password(PASSWORD), admin.groups.get().name) == (
        "ketua.humas",
        True,
        True,
        "Administrator",
    )


def test_start_council_refuses_a_site_in_use():
    start_council("DPRD Kota Makassar", "73.71", "admin", PASSWORD)

    with pytest.raises(SiteNotEmpty):
        start_council("DPRD Kota Bogor", "32.71", "lain", PASSWORD)

    assert [council.name for council in Council.objects.all()] == ["DPRD Kota Makassar"]


@pytest.mark.parametrize(
    ("region", "password"), [("99.99", PASSWORD), ("31.71", PASSWORD), ("73.71", "12345"), ("73.71", "")]
)
def test_start_council_refused_leaves_nothing(region, password):
    with pytest.raises(ValidationError):
        start_council("DPRD", region, "admin", password)

    assert (Council.objects.count(), Institution.objects.count(), Region.objects.count()) == (0, 0, 0)


@pytest.mark.parametrize(
    ("code", "zone"),
    [
        ("32.73", ("Asia/Jakarta", "WIB")),
        ("61", ("Asia/Jakarta", "WIB")),
        ("51", ("Asia/Makassar", "WITA")),
        ("96.71", ("Asia/Jayapura", "WIT")),
    ],
)
def test_time_zone_follows_the_province(code, zone):
    assert time_zone_of(Region(code=code)) == zone


def test_command_reads_the_password_from_the_environment(monkeypatch, capsys):
    monkeypatch.setenv("ADMIN_PASSWORD", PASSWORD)

    call_command("start_council", "--name", "DPRD Kota Cimahi", "--region", "32.77", "--username", "humas")

    assert get_user_model().objects.get().check_password(PASSWORD)
    assert capsys.readouterr().out == "DPRD Kota Cimahi siap. Administrator: humas. Masuk di /admin/.\n"


def test_command_says_in_one_line_why_it_cannot(monkeypatch):
    monkeypatch.setenv("ADMIN_PASSWORD", PASSWORD)

    with pytest.raises(CommandError) as error:
        call_command("start_council", "--name", "DPRD", "--region", "99.99")

    assert (str(error.value), error.value.returncode) == (
        "Kode wilayah 99.99 tidak dikenal. Contoh: 32.73 untuk Kota Bandung.",
        1,
    )


def test_command_without_a_terminal_asks_for_the_variable(monkeypatch):
    monkeypatch.delenv("ADMIN_PASSWORD", raising=False)
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)

    with pytest.raises(CommandError, match="ADMIN_PASSWORD"):
        call_command("start_council", "--name", "DPRD", "--region", "32.77")

    assert Council.objects.count() == 0
