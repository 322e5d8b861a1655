"""An invented council, set up by data alone: what the reader of these tests knows."""

from datetime import date

from articles.reading import (
    HeldPost,
    KnownInstitution,
    KnownOfficial,
    KnownRegion,
    KnownTopic,
    KnownVisit,
    Tables,
)

COUNCIL = "DPRD Kota Mekarsari"

REGIONS = (
    KnownRegion("97", "province", "Provinsi Nusa Lestari", "Nusa Lestari"),
    KnownRegion("97.01", "regency", "Kabupaten Mekarsari", "Mekarsari"),
    KnownRegion("97.02", "regency", "Kabupaten Mekarsari Barat", "Mekarsari Barat"),
    KnownRegion("97.71", "city", "Kota Mekarsari", "Mekarsari"),
    KnownRegion("97.03", "regency", "Kabupaten Sukaraya", "Sukaraya"),
    KnownRegion("98", "province", "Provinsi Tanah Rempah", "Tanah Rempah", council_name="DPRTR"),
    KnownRegion("98.01", "regency", "Kabupaten Lembah Pala", "Lembah Pala", council_name="DPRK"),
    KnownRegion("98.71", "city", "Kota Tirtasari", "Tirtasari"),
    KnownRegion("96", "province", "Provinsi Segara Wetan", "Segara Wetan"),
    KnownRegion("96.01", "regency", "Kabupaten Girimukti", "Girimukti"),
)

INSTITUTIONS = (
    KnownInstitution("dprd-kota-mekarsari", COUNCIL, "DPRD Mekarsari", "council", "97.71"),
    KnownInstitution(
        "pemerintah-kota-mekarsari",
        "Pemerintah Kota Mekarsari",
        "Pemkot Mekarsari",
        "regional_government",
        "97.71",
    ),
    KnownInstitution(
        "komisi-ii", "Komisi II", "", "commission", "97.71", ("Komisi B",), "dprd-kota-mekarsari"
    ),
    KnownInstitution("dinas-perhubungan", "Dinas Perhubungan Kota Mekarsari", "Dishub", "agency", "97.71"),
)

OFFICIALS = (
    KnownOfficial(
        "larasati-dewi-wiguna",
        "Larasati Dewi Wiguna",
        "Laras",
        (),
        (HeldPost("Ketua", COUNCIL, "Komisi II", date(2024, 8, 5)),),
    ),
    KnownOfficial(
        "kinasih",
        "Kinasih",
        "",
        (),
        (HeldPost("Wakil Wali Kota", "Pemerintah Kota Mekarsari", "", date(2025, 2, 20)),),
    ),
    KnownOfficial(
        "bagus-santoso-lama",
        "Bagus Santoso",
        "",
        (),
        (HeldPost("Anggota", COUNCIL, "Komisi II", date(2019, 8, 5), date(2024, 8, 4)),),
    ),
    KnownOfficial(
        "bagus-santoso-baru",
        "Bagus Santoso",
        "",
        (),
        (HeldPost("Anggota", COUNCIL, "Komisi II", date(2024, 8, 5)),),
    ),
)

TABLES = Tables(
    own=COUNCIL,
    officials=OFFICIALS,
    institutions=INSTITUTIONS,
    regions=REGIONS,
    topics=(KnownTopic("pkl", "PKL", ("pedagang kaki lima", "penataan PKL")),),
    visits=(
        KnownVisit(
            "kunjungan-lain", ("DPRD Kota Mekarsari",), ("DPRD Kabupaten Lembah Pala",), date(2025, 6, 23)
        ),
    ),
)
