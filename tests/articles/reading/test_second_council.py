"""Another council is data alone: one set up in the database reads its own releases from its own side."""

import csv
import re
from datetime import date
from pathlib import Path

import pytest

import articles.reading
from articles.filing import read_text
from articles.reading.scoring import score
from articles.tables import index
from people.models import Institution, InstitutionName
from tests.factories import (
    make_council,
    make_institution,
    make_official,
    make_position,
    make_post,
    make_region,
)

pytestmark = pytest.mark.django_db

CORPUS = Path(__file__).parent / "corpus"
CODE = Path(articles.reading.__file__).parent
OWN = "DPRD Kabupaten Girimukti"
# The nicknames of all regions and universities name places without speaking of any council.
WHOLE_COUNTRY = {"region_short_names.csv", "universities.csv"}

RELEASE = """Balegda Girimukti Terima Tamu dari Tirtasari

GIRIMUKTI - Badan Legislasi Daerah DPRD Kabupaten Girimukti menerima kunjungan kerja Komisi I DPRD Kota Tirtasari di Balai Adat Girimukti, Senin (15/9/2025) pukul 09.30 WITA.

Tamu diterima Ketua Badan Legislasi Daerah, Hj. Kencana Wulan, S.H., didampingi Anggota Komisi Laut, Tantra Mahendra, dan pejabat Diskel.

"Perda laut kami lahir di dermaga," kata Kencana. (Sagara/red)
"""


@pytest.fixture
def girimukti():
    """A regency's council with a komisi and a badan of names of its own, and partners known by their short names."""
    province = make_region("96", "province", "Provinsi Segara Wetan", proper_name="Segara Wetan")
    region = make_region("96.01", "regency", "Kabupaten Girimukti", parent=province)
    other = make_region("98", "province", "Provinsi Tanah Rempah", proper_name="Tanah Rempah")
    make_region("98.71", name="Kota Tirtasari", parent=other)
    council = make_council(OWN, region)
    own = council.institution
    badan = make_institution(
        f"Badan Legislasi Daerah {OWN}",
        Institution.Kind.STANDING_BODY,
        short_name="Badan Legislasi Daerah",
        parent=own,
        region=region,
    )
    InstitutionName.objects.create(institution=badan, name="Panitia Legislasi", short_name="Balegda")
    laut = make_institution(
        f"Komisi Laut {OWN}", Institution.Kind.COMMISSION, short_name="Komisi Laut", parent=own, region=region
    )
    make_institution(
        "Dinas Kelautan, Pesisir dan Pulau Kecil Kabupaten Girimukti", short_name="Diskel", region=region
    )
    make_institution("Balai Adat Girimukti", Institution.Kind.COMMUNITY, region=region)
    chair = make_official("Kencana Wulan", slug="kencana-wulan")
    make_position(chair, make_post("Ketua"), badan, date(2024, 8, 5))
    former = make_official("Kencana Wulan", slug="kencana-wulan-lama")
    make_position(former, make_post("Sekretaris"), badan, date(2014, 8, 5), ends_on=date(2019, 8, 4))
    make_position(
        make_official("Tantra Mahendra", slug="tantra-mahendra"), make_post("Anggota"), laut, date(2024, 8, 5)
    )
    return council


def test_release_of_another_council_is_read_from_its_side(girimukti):
    reading = read_text(RELEASE)

    visit = reading["visit"]
    assert [(person["name"], person["role"], person["match"]) for person in reading["officials"]] == [
        ("Kencana Wulan", "Ketua Badan Legislasi Daerah", "kencana-wulan"),
        ("Tantra Mahendra", "Anggota Komisi Laut", "tantra-mahendra"),
    ]
    assert [(body["name"], bool(body["match"])) for body in reading["institutions"]] == [
        (OWN, True),
        ("DPRD Kota Tirtasari", False),
        ("Balai Adat Girimukti", True),
        ("Dinas Kelautan, Pesisir dan Pulau Kecil Kabupaten Girimukti", True),
    ]
    assert [(unit["name"], unit["institution"]) for unit in reading["units"]] == [
        ("Badan Legislasi Daerah", OWN),
        ("Komisi I", "DPRD Kota Tirtasari"),
        ("Komisi Laut", OWN),
    ]
    assert (reading["activity"], visit["hosts"], visit["guests"]) == (
        "visit_incoming",
        [OWN],
        ["DPRD Kota Tirtasari"],
    )
    assert (visit["units"], visit["starts_at"]) == (
        {OWN: "Badan Legislasi Daerah", "DPRD Kota Tirtasari": "Komisi I"},
        "09:30",
    )


def test_releases_of_another_council_score_as_the_firsts_do(girimukti, tmp_path):
    rows = (CORPUS / "labels.tsv").read_text(encoding="utf-8").splitlines()
    ours = [row for row in rows[1:] if row.startswith("girimukti-")]
    (tmp_path / "labels.tsv").write_text("\n".join([rows[0], *ours]) + "\n", encoding="utf-8")
    for row in ours:
        name = row.partition("\t")[0]
        (tmp_path / name).write_bytes((CORPUS / name).read_bytes())

    scores = score(tmp_path, index())

    kinds = ("officials", "titles", "posts", "institutions", "activity", "hosts", "guests", "units", "quotes")
    assert len(ours) >= 6
    assert [kind for kind in kinds if scores.kinds[kind].f1 < 0.95] == []


def test_reader_names_no_council_and_no_city():
    regions = CODE.parent.parent / "people" / "data" / "regions.csv"
    with regions.open(encoding="utf-8", newline="") as lines:
        names = {row["name"] for row in csv.DictReader(lines) if "." in row["code"]}
    shipped = [
        path
        for path in [*CODE.rglob("*.py"), *(CODE / "data").iterdir(), CODE.parent / "tables.py"]
        if path.name not in WHOLE_COUNTRY
    ]

    found = {
        (path.name, name)
        for path in shipped
        for name in re.findall(r"\b(?:Kota|Kabupaten) [A-Z]\w+(?: [A-Z]\w+)?|Bandung|Bekasi|Serang", path.read_text("utf-8"))
        if name in names or " " not in name
    }  # fmt: skip

    assert len(shipped) > 20
    assert found == set()
