import pytest

from articles.reading import KnownInstitution, Tables, read
from tests.articles.reading.tables import COUNCIL, REGIONS

TABLES = Tables(own=COUNCIL, regions=REGIONS)
US, THEM = COUNCIL, "DPRD Kabupaten Sukaraya"


def visit(text):
    return read(text, TABLES).as_dict()["visit"]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        (
            f"Komisi II {US} menerima kunjungan kerja Komisi III {THEM}.",
            {US: "Komisi II", THEM: "Komisi III"},
        ),
        (f"{US} menerima kunjungan kerja Badan Musyawarah {THEM}.", {THEM: "Badan Musyawarah"}),
        (f"Rombongan Pansus 4 {US} bertandang ke {THEM}.", {US: "Pansus 4"}),
        (f"{US} menerima kunjungan kerja Komisi I dan Komisi III {THEM}.", {}),
        (f"{US} menerima rombongan {THEM} di Ruang Rapat Komisi II.", {}),
        (
            f"{US} menerima kunjungan {THEM}. Rombongan dipimpin Ketua Komisi III {THEM}, Bayu Anggara Wicaksana.",
            {THEM: "Komisi III"},
        ),
        (
            f"{US} menerima kunjungan {THEM}. Tamu diterima Anggota Komisi II {US}, Danar Wicaksono Adi.",
            {},
        ),
    ],
)
def test_party_came_as_the_one_part_told_of(text, units):
    assert visit(text)["units"] == units


@pytest.mark.parametrize(
    ("printed", "hours"),
    [
        ("pukul 09.00 WIB", ("09:00", None)),
        ("pukul 09:30", ("09:30", None)),
        ("pukul 13.00-15.00 WIB", ("13:00", "15:00")),
        ("pukul 13.00 – 15.00", ("13:00", "15:00")),
        ("pukul 13.00 sampai 15.30 WITA", ("13:00", "15:30")),
        ("pukul 09.00 WIB sampai dengan pukul 11.00 WIB", ("09:00", "11:00")),
        ("09.00 - 15.00 WIB", ("09:00", "15:00")),
        ("jam 10.15 pagi", ("10:15", None)),
        ("pkl. 08.00 WIT", ("08:00", None)),
        ("pukul 9 pagi", ("09:00", None)),
        ("pukul 15.00-13.00", ("15:00", None)),
        ("pukul 25.00", (None, None)),
        ("sejak pagi", (None, None)),
    ],
)
def test_hours_are_read_beside_the_day(printed, hours):
    told = visit(f"{US} menerima kunjungan kerja {THEM}, Senin (23/6/2025) {printed}.")

    assert (told["starts_at"], told["ends_at"]) == hours


@pytest.mark.parametrize(
    "text",
    [
        f"{US} menerima kunjungan kerja {THEM}, Senin (23/6/2025). Layanan tamu dibuka setiap hari pukul 09.00-15.00 WIB.",
        f"{US} menerima kunjungan kerja {THEM}, Senin (23/6/2025). Rapat esok dijadwalkan pukul 10.00 WIB.",
        f'{US} menerima kunjungan kerja {THEM}, Senin (23/6/2025). "Rapat kami biasa pukul 08.00," ujar Ketua {US}, Sekar Arumdalu Wangi.',
        f"Senin, 23 Juni 2025 | 12:02 WIB\n{US} menerima kunjungan kerja {THEM}, Senin (23/6/2025).",
    ],
)  # fmt: skip
def test_hours_of_something_else_are_not_the_visits(text):
    told = visit(text)

    assert (told["starts_at"], told["ends_at"]) == (None, None)


def test_hours_beside_the_day_come_before_others():
    text = f"Rombongan tiba pukul 07.00 WIB. {US} menerima kunjungan kerja {THEM}, Senin (23/6/2025) pukul 09.00 WIB."

    assert visit(text)["starts_at"] == "09:00"


@pytest.mark.parametrize(
    ("printed", "count"),
    [
        ("Rombongan berjumlah 22 orang.", 22),
        ("Rombongan yang berjumlah sekitar 30-an mahasiswa itu senang.", 30),
        ("Kunjungan diikuti 40 Anggota dewan.", 40),
        ("Delegasi beranggotakan sebelas orang.", 11),
        ("Tamu sebanyak lima belas orang duduk.", 15),
        ("Sebanyak 51 siswa bertanya.", 51),
        ("Jumlah anggota dewan sebanyak 50 orang, tutur tamu.", None),
        ("Warga sebanyak 300 orang terdampak.", None),
        ("Rombongan besar hadir.", None),
    ],
)
def test_people_are_counted_where_guests_are_told_of(printed, count):
    assert visit(f"{US} menerima kunjungan kerja {THEM}. {printed}")["participant_count"] == count


def test_office_that_wrote_the_release_is_no_party_of_the_visit():
    office = KnownInstitution("humpro", f"Bagian Humas {US}", "Humpro", "secretariat", "97.71")
    own = KnownInstitution("dprd", US, "", "council", "97.71")
    tables = Tables(own=US, regions=REGIONS, institutions=(own, office))

    reading = read(
        f"Mekarsari, Humpro DPRD - Komisi II {US} menerima kunjungan kerja Komisi III {THEM}.", tables
    ).as_dict()

    assert (reading["visit"]["hosts"], reading["visit"]["guests"]) == ([US], [THEM])
    assert f"Bagian Humas {US}" in [body["name"] for body in reading["institutions"]]


def test_bagian_of_a_body_on_file_is_no_whole_body():
    office = KnownInstitution("humpro", f"Bagian Humas {US}", "Humpro", "secretariat", "97.71", (), "dprd")
    own = KnownInstitution("dprd", US, "", "council", "97.71")
    tables = Tables(own=US, regions=REGIONS, institutions=(own, office))

    reading = read(f"Bagian Humas {US} menyiapkan ruang untuk {THEM}.", tables).as_dict()

    assert [body["name"] for body in reading["institutions"]] == [US, THEM]
