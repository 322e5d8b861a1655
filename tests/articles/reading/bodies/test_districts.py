import pytest

from articles.reading import Index, Tables, read
from tests.articles.reading.tables import COUNCIL, INSTITUTIONS, REGIONS

INDEX = Index(Tables(own=COUNCIL, regions=REGIONS, institutions=INSTITUTIONS))


def offices(text):
    found = read(text, INDEX).as_dict()["institutions"]
    return [body["name"] for body in found if body["name"].startswith(("Kecamatan", "Kelurahan"))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Hadir Camat Cempaka Wetan, Danar Wicaksono, S.STP.", ["Kecamatan Cempaka Wetan"]),
        ("Hadir Lurah Kenanga, Danar Wicaksono.", ["Kelurahan Kenanga"]),
        ("Rapat menghadirkan Dinas Perhubungan Kota Mekarsari dan Camat Kenanga.", ["Kecamatan Kenanga"]),
        ("Rapat bersama Dinas Perhubungan Kota Mekarsari dan Kecamatan Kenanga Kulon.", ["Kecamatan Kenanga Kulon"]),
        ("Bronjong dipasang bersama aparat Kecamatan Kenanga.", ["Kecamatan Kenanga"]),
        ("Hadir perwakilan Kelurahan Pasir Kenanga Kota Mekarsari.", ["Kelurahan Pasir Kenanga"]),
        ("Camat Kenanga Danar Wicaksono dan Lurah Pasir Dadap Sekar Arumdalu hadir.", ["Kecamatan Kenanga", "Kelurahan Pasir Dadap"]),
    ],
)  # fmt: skip
def test_office_takes_part_by_itself_or_through_its_head(text, names):
    assert offices(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Reses digelar di Kecamatan Kenanga, dihadiri warga Kelurahan Dadap.",
        "Warga Kecamatan Kenanga dan Kecamatan Dadap datang.",
        "Dewan minta Camat Kenanga menertibkan lapak.",
        "Camat Kenanga akan dipanggil pekan depan.",
        "Kepala Desa Kenanga, Danar Wicaksono, hadir.",
        "Rapat dihadiri para camat dan lurah.",
    ],
)
def test_place_or_head_only_spoken_of_brings_in_no_office(text):
    assert offices(text) == []


def test_head_of_an_office_speaks_for_it():
    people = read("Hadir Camat Kenanga, Danar Wicaksono.", INDEX).as_dict()["officials"]

    assert [(person["role"], person["institution"]) for person in people] == [
        ("Camat Kenanga", "Kecamatan Kenanga")
    ]


def test_its_own_plans_or_office_are_the_districts():
    assert offices("Dewan hadir di Musrenbang RKPD Tingkat Kecamatan Kenanga Tahun 2026.") == [
        "Kecamatan Kenanga"
    ]
    assert offices("Ia memuji pembangunan kantor Kelurahan Dadap.") == ["Kelurahan Dadap"]
