import csv
from dataclasses import replace

import pytest

from articles.reading import Index, KnownInstitution, KnownRegion, Tables, read
from articles.reading.bodies.institutions import find_bodies
from articles.reading.language.lexicon import DATA, fold
from tests.articles.reading.tables import COUNCIL, INSTITUTIONS, REGIONS

TABLES = Tables(own=COUNCIL, regions=REGIONS, institutions=INSTITUTIONS)


def bodies(text, tables=TABLES):
    return [(body["name"], body["match"]) for body in read(text, Index(tables)).as_dict()["institutions"]]


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Pemkot Tirtasari", "Pemerintah Kota Tirtasari"),
        ("Pemerintah Kota (Pemkot) Tirtasari", "Pemerintah Kota Tirtasari"),
        ("Pemkab Sukaraya", "Pemerintah Kabupaten Sukaraya"),
        ("Pemprov Nusa Lestari", "Pemerintah Provinsi Nusa Lestari"),
        ("DPRD Kab.Sukaraya", "DPRD Kabupaten Sukaraya"),
        ("DPRD Sukaraya", "DPRD Kabupaten Sukaraya"),
        ("Dewan Perwakilan Rakyat Daerah (DPRD) Kota Tirtasari", "DPRD Kota Tirtasari"),
        ("DPRD Kabupaten Lembah Pala", "DPRK Kabupaten Lembah Pala"),
        ("DPRD Provinsi Nusa Lestari", "DPRD Provinsi Nusa Lestari"),
        ("Setwan DPRD Kota Tirtasari", "Sekretariat DPRD Kota Tirtasari"),
        ("Dishub Kota Tirtasari", "Dinas Perhubungan Kota Tirtasari"),
        ("Dinas Perhubungan (Dishub) Kota Tirtasari", "Dinas Perhubungan Kota Tirtasari"),
        ("SMPN 2 Tirtasari", "SMP Negeri 2 Tirtasari"),
        ("SMPN 2 Kota Tirtasari", "SMP Negeri 2 Tirtasari"),
        ("PT PLN (Persero)", "PT Perusahaan Listrik Negara"),
        ("UNESCO", "UNESCO"),
        ("KPK", "Komisi Pemberantasan Korupsi"),
    ],
)
def test_body_is_named_in_full_by_rule(printed, name):
    assert bodies(f"Warga bertemu {printed} kemarin.") == [(name, None)]


def test_city_and_regency_of_one_name_are_told_apart():
    text = "Pemkot Mekarsari, Pemkab Mekarsari, dan Pemkab Mekarsari Barat berembuk."

    assert bodies(text) == [
        ("Pemerintah Kota Mekarsari", "pemerintah-kota-mekarsari"),
        ("Pemerintah Kabupaten Mekarsari", None),
        ("Pemerintah Kabupaten Mekarsari Barat", None),
    ]


def test_name_that_fits_two_regions_stays_open():
    tables = Tables(regions=REGIONS)

    assert bodies("Warga bertemu DPRD Mekarsari kemarin.", tables) == [("DPRD Mekarsari", None)]


def test_short_form_is_settled_by_the_full_name_elsewhere():
    tables = Tables(regions=REGIONS)

    assert bodies("DPRD Kabupaten Mekarsari bersidang. DPRD Mekarsari lalu menutup rapat.", tables) == [
        ("DPRD Kabupaten Mekarsari", None)
    ]


def test_known_short_name_of_one_region_is_not_taken_for_another():
    assert bodies("Dishub menutup jalan. Dishub Kota Tirtasari tidak; warga Mekarsari senang.") == [
        ("Dinas Perhubungan Kota Mekarsari", "dinas-perhubungan"),
        ("Dinas Perhubungan Kota Tirtasari", None),
    ]


def test_short_form_from_a_gloss_is_known_afterwards():
    text = "PT Mekar Infra Sejahtera (MIS) menggali. Warga menegur MIS kemarin."

    found = read(text, Index(TABLES)).as_dict()["institutions"]

    assert [(body["name"], [text[slice(*span)] for span in body["spans"]]) for body in found] == [
        ("PT Mekar Infra Sejahtera", ["PT Mekar Infra Sejahtera", "MIS"])
    ]


def test_region_without_a_council_has_no_council_to_name():
    tables = Tables(
        regions=(KnownRegion("31.71", "city", "Kota Administrasi Tengah", "Tengah", has_council=False),)
    )

    assert bodies("Warga bertemu DPRD Tengah kemarin.", tables) == []


@pytest.mark.parametrize(
    ("region", "council"),
    [
        (KnownRegion("97", "province", "Lestari", "Lestari", council_name="DPRL"), "DPRL"),
        (
            KnownRegion("98", "province", "Provinsi Lestari Raya", "Lestari Raya", council_name="DPRL"),
            "DPRL Provinsi Lestari Raya",
        ),
        (KnownRegion("97.71", "city", "Kota Lestari", "Lestari", council_name="DPRK"), "DPRK Kota Lestari"),
        (KnownRegion("97.72", "city", "Kota Elok", "Elok", council_name="DPRD"), "DPRD Kota Elok"),
    ],
)
def test_council_has_its_region_in_its_name_unless_it_says_so_itself(region, council):
    assert region.council == council


def test_media_in_the_dateline_takes_no_part():
    assert bodies("RADIO KABAR, MEKARSARI - Warga bertemu DPRD Kota Tirtasari.") == [
        ("DPRD Kota Tirtasari", None)
    ]


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("DPRD Kota Tirtassari", "DPRD Kota Tirtasari"),
        ("DPRD Kota Tirta Sari", "DPRD Kota Tirtasari"),
        ("Pemerintah Kabupaten Lemba Pala", "Pemerintah Kabupaten Lembah Pala"),
    ],
)
def test_region_a_letter_off_behind_its_level_is_that_region(printed, name):
    assert [name for name, _ in bodies(f"Rapat itu diikuti {printed} di aula.")] == [name]


def test_slipped_region_is_less_sure_and_never_a_third_ones():
    twins = (*REGIONS, KnownRegion("97.05", "regency", "Kabupaten Sukarata", "Sukarata"))

    found = read("Rombongan DPRD Kabupaten Sukarasa hadir.", Tables(own=COUNCIL, regions=twins)).as_dict()
    sure = read("Rombongan DPRD Kota Tirtassari hadir.", TABLES).as_dict()["institutions"]

    assert [body["name"] for body in found["institutions"]] == []
    assert [(body["region_code"], body["confidence"]) for body in sure] == [("98.71", 0.6)]


def test_agency_without_a_region_is_of_the_one_region_told_of():
    text = "Komisi I DPRD Kabupaten Sukaraya memanggil Dishub dan Dinas Komunikasi Informatika."

    assert bodies(text) == [
        ("DPRD Kabupaten Sukaraya", None),
        ("Dinas Perhubungan Kabupaten Sukaraya", None),
        ("Dinas Komunikasi dan Informatika Kabupaten Sukaraya", None),
    ]


def test_shortened_agency_is_the_longer_one_of_the_text():
    text = "DPRD Kabupaten Sukaraya menyurati Dinas Pendidikan. Dinas Pendidikan dan Kebudayaan menjawab."

    assert bodies(text) == [
        ("DPRD Kabupaten Sukaraya", None),
        ("Dinas Pendidikan dan Kebudayaan Kabupaten Sukaraya", None),
    ]


def test_school_ends_before_the_place_it_stands_in():
    text = "DPRD Kota Mekarsari meninjau SDN 3 Kelurahan Cempaka Putih dan Universitas Nusa Lestari Fakultas Hukum."

    assert [name for name, _ in bodies(text)] == [
        "DPRD Kota Mekarsari",
        "SD Negeri 3",
        "Universitas Nusa Lestari",
    ]


def test_known_short_name_is_no_body_of_a_region_not_told_of():
    desk = KnownInstitution(
        "humas", "Bagian Humas Sekretariat DPRD Kota Mekarsari", "Humas dan Protokol", "secretariat"
    )
    tables = Tables(own=COUNCIL, regions=REGIONS, institutions=(*INSTITUTIONS, desk))

    there = bodies("Humas dan Protokol DPRD Kabupaten Sukaraya menyambut tamu.", tables)
    here = bodies("Humas dan Protokol DPRD Kota Mekarsari menyambut tamu.", tables)

    assert ("Bagian Humas Sekretariat DPRD Kota Mekarsari", "humas") not in there
    assert ("Bagian Humas Sekretariat DPRD Kota Mekarsari", "humas") in here


def test_short_names_after_one_with_its_region_are_read_too():
    text = "Dishub Kota Mekarsari, DPRD Mekarsari, Pemkot Mekarsari dan lagi Dishub hadir di Kota Mekarsari."

    assert bodies(text) == [
        ("Dinas Perhubungan Kota Mekarsari", "dinas-perhubungan"),
        ("DPRD Kota Mekarsari", "dprd-kota-mekarsari"),
        ("Pemerintah Kota Mekarsari", "pemerintah-kota-mekarsari"),
    ]


def test_headline_and_kind_of_company_are_no_part_of_a_name():
    text = "Perumda Pasar Jelita Tak Hadiri Rapat\n\nDPRD Kota Mekarsari kecewa pada Badan Usaha Milik Daerah Kota Mekarsari itu."

    assert [name for name, _ in bodies(text)] == ["Perumda Pasar Jelita", "DPRD Kota Mekarsari"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Hadir Bank Nusa Lestari dan PDAM Kota Mekarsari.", ["Bank Nusa Lestari", "PDAM Kota Mekarsari"]),
        ("Mereka ditemani Badan Pengelola Candi Wiru.", ["Badan Pengelola Candi Wiru"]),
        ("Warga memilah di bank sampah dan Bank Sampah.", []),
        (
            "Rekomendasi Kementerian PANRB dan Kementerian Dalam Negeri.",
            [
                "Kementerian Pendayagunaan Aparatur Negara dan Reformasi Birokrasi",
                "Kementerian Dalam Negeri",
            ],
        ),
        ("Hadir anggota DPRD dari Kabupaten Girimukti.", ["DPRD Kabupaten Girimukti"]),
        ("Plt Sekwan Deprov Nusa Lestari hadir.", ["DPRD Provinsi Nusa Lestari"]),
        ("SMPN 7 Tirtasari Mengadu ke dewan.", ["SMP Negeri 7 Tirtasari"]),
        (
            "Dosen Universitas Cendekia Rimba hadir. Rektor Universitas Cendekia Mekarsari datang. Universitas Cendekia senang.",
            [
                "Universitas Cendekia Rimba",
                "Universitas Cendekia Mekarsari",
                "Universitas Cendekia Mekarsari",
            ],
        ),
        ("Ke Dinas Sosial Pemkab Girimukti mereka bertanya.", ["Dinas Sosial Kabupaten Girimukti"]),
    ],
)
def test_bodies_of_further_kinds_are_named_whole(text, names):
    assert [body.name for body in find_bodies(Index(TABLES), text)] == names


def test_agency_is_of_the_region_its_sentence_tells_of():
    text = "DPRD Kabupaten Girimukti tiba. DPRD Kabupaten Sukaraya menerima bersama Dinas Ketapang."

    found = [body.name for body in find_bodies(Index(TABLES), text)]

    assert found == [
        "DPRD Kabupaten Girimukti",
        "DPRD Kabupaten Sukaraya",
        "Dinas Ketahanan Pangan Kabupaten Sukaraya",
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rombongan tiba di DPRD Kota tirtasari.", ["DPRD Kota Tirtasari"]),
        (
            "Rapat dengan PT Sinar Rimba Jaya. Pihak PT Sinar hadir.",
            ["PT Sinar Rimba Jaya", "PT Sinar Rimba Jaya"],
        ),
        ("Keluhan soal BUMD Pemkot Mekarsari.", ["Pemerintah Kota Mekarsari"]),
        ("Nota dengan Kementerian Kominfo RI.", ["Kementerian Komunikasi dan Informatika"]),
        ("Pemkab dan warga Kabupaten Girimukti hadir.", []),
        ("Dishub Kabupaten Girimukti hadir. Dishub mencatat.", ["Dinas Perhubungan Kabupaten Girimukti"]),
    ],
)
def test_body_is_not_mistaken_for_the_sites_own(text, names):
    assert [body.name for body in find_bodies(Index(TABLES), text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Laporan Hasil Pemeriksaan (LHP) BPK RI dan LHP BPK dibahas.", []),
        ("BPK RI memeriksa kas.", ["Badan Pemeriksa Keuangan"]),
        ("Lanjut politisi Partai Golkar, pasar dibuka.", []),
        ("Legislator NasDem itu setuju.", ["Partai NasDem"]),
        ("Perolehan suara Partai Golkar naik.", []),
        ("Manajemen RSUD dan Tata Kelola Aset.", []),
        (
            "Rapat bersama Dinas Sosial dan Penanggulangan Kemiskinan, Dinas Kependudukan dan Catatan Sipil, dan Bagian Tata Pemerintahan "
            "Kota Mekarsari.",
            [
                "Dinas Sosial dan Penanggulangan Kemiskinan Kota Mekarsari",
                "Dinas Kependudukan dan Catatan Sipil Kota Mekarsari",
            ],
        ),
        (
            "Hadir perwakilan dari Disciptabintar, KUKM, dan Satpol PP Kota Mekarsari.",
            [
                "Dinas Cipta Karya Bina Konstruksi dan Tata Ruang Kota Mekarsari",
                "Dinas Koperasi dan Usaha Kecil Menengah Kota Mekarsari",
                "Satuan Polisi Pamong Praja Kota Mekarsari",
            ],
        ),
        ("Kata dia di Radio 107,5 PELITA News Channel kemarin.", ["Radio PELITA"]),
        ("Usul datang dari Partai Golkar.", ["Partai Golongan Karya"]),
        ("Mereka membahas Raperda Perumda Pasar Jelita.", []),
        ("Rapat membahas Penyertaan Modal Daerah kepada Perumda Pasar Jelita.", []),
        ("Acara digelar di Gedung Dinas Sosial Kota Tirtasari.", []),
        ("Rapat dengan PT Mekar Infra Sejahtera. Kata PT MIS, jalan rapi.", ["PT Mekar Infra Sejahtera"] * 2),
        ("Rapat dengan PD Pasar Kota Tirtasari dan pedagang.", ["PD Pasar Kota Tirtasari"]),
        ("Rapat dengan Bagian Kesra Setda Kota Tirtasari.", ["Pemerintah Kota Tirtasari"]),
        ("Siaran Pokja PWI Kota Tirtasari.", ["Persatuan Wartawan Indonesia Kota Tirtasari"]),
        ("Sengketa di Mahkamah Konstitusi selesai.", ["Mahkamah Konstitusi"]),
        ("Hadir Dewan Perwakilan Rakyat Republik Indonesia.", ["DPR RI"]),
        ("Bahas di Asosiasi DPRD Provinsi se-Indonesia.", ["Asosiasi DPRD Provinsi Seluruh Indonesia"]),
        (
            "Hadir Dinas Pemberdayaan Perempuan dan Anak (DP3A) Kota Tirtasari.",
            ["Dinas Pemberdayaan Perempuan dan Perlindungan Anak Kota Tirtasari"],
        ),
        (
            "Ke Rumah Sakit Gigi dan Mulut (RSGM) Kota Tirtasari.",
            ["Rumah Sakit Gigi dan Mulut Kota Tirtasari"],
        ),
        ("Siaran di Radio Gema Tirtasari kemarin.", ["Radio Gema"]),
        ("Raperda Lembaga Penyiaran Publik Radio Mengikuti Zaman.", []),
        ("Siswa SMP 3 Boja datang. Kepala SMP 3 Mujiono senang.", ["SMP Negeri 3 Boja", "SMP Negeri 3 Boja"]),
        (
            "Antara lain Dinas PU Bina Marga dan Pematusan Kota Tirtasari.",
            ["Dinas Pekerjaan Umum Bina Marga dan Pematusan Kota Tirtasari"],
        ),
        (
            "Bersama Dinas SDA & Bina Marga Kota Tirtasari.",
            ["Dinas Sumber Daya Air dan Bina Marga Kota Tirtasari"],
        ),
        ("Datang ke Komisi Pemilihan Umum (KPU) kemarin.", ["Komisi Pemilihan Umum"]),
        ("Data Komisi Pemilihan Umum (KPU) Kota Tirtasari.", ["Komisi Pemilihan Umum Kota Tirtasari"]),
        ("Ia memuji KPU. Rapat KPU Kota Tirtasari tertib.", ["Komisi Pemilihan Umum Kota Tirtasari"]),
        ("Hadir Polrestabes Kota Tirtasari.", ["Kepolisian Resor Kota Besar Tirtasari"]),
        ("rekomendasi bagi pemerintah kota Tirtasari.", ["Pemerintah Kota Tirtasari"]),
    ],
)
def test_who_takes_part_is_told_from_what_is_only_named(text, names):
    assert [body.name for body in find_bodies(Index(TABLES), text)] == names


def test_province_of_a_citys_name_is_the_one_that_the_text_names_in_full():
    twins = (
        KnownRegion("34", "province", "Daerah Istimewa Yogyakarta", "DI Yogyakarta"),
        KnownRegion("34.71", "city", "Kota Yogyakarta", "Yogyakarta"),
    )
    tables = Tables(own=COUNCIL, regions=(*REGIONS, *twins))

    in_full = bodies("DPRD Yogyakarta Tiba\n\nDPRD Daerah Istimewa Yogyakarta tiba.", tables)
    alone = bodies("DPRD Yogyakarta tiba.", tables)

    assert in_full == [("DPRD Daerah Istimewa Yogyakarta", None)]
    assert alone == [("DPRD Kota Yogyakarta", None)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rapat dipimpin Ketua Komisi II, Danar Wicaksono.", [COUNCIL]),
        ("Hadir calon Gubernur Nusa Lestari, Danar Wicaksono.", []),
        ("Hadir Gubernur Nusa Lestari, Danar Wicaksono.", ["Pemerintah Provinsi Nusa Lestari"]),
        ("Kata Kadishub Kota Tirtasari, Danar Wicaksono, jalan rapi.", ["Dinas Perhubungan Kota Tirtasari"]),
    ],
)
def test_body_is_implied_by_who_speaks_for_it(text, names):
    assert [name for name, _ in bodies(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Kunker ke Dinas Perpustakaan dan Kearsipan (DPK) Kota Tirtasari didampingi DPK Kabupaten Sukaraya.",
            [
                "Dinas Perpustakaan dan Kearsipan Kota Tirtasari",
                "Dinas Perpustakaan dan Kearsipan Kabupaten Sukaraya",
            ],
        ),
        (
            "Modal Perusahaan Perseroan Daerah (perseroda) Mekar Infra Sejahtera (MIS) dibahas. Rapat bersama PT MIS.",
            ["PT Mekar Infra Sejahtera"],
        ),
        ("DPRD Kabupaten Sukaraya (Sukra) bersama pemerintah daerah membahas raperda.", ["DPRD Kabupaten Sukaraya", "Pemerintah Kabupaten Sukaraya"]),
        ("DPRD Kota Tirtasari dan pihak pemkot membahas raperda.", ["DPRD Kota Tirtasari", "Pemerintah Kota Tirtasari"]),
        ("DPRD Kota Tirtasari bersama Pemerintah Kota Mekarsari membahas raperda.", ["DPRD Kota Tirtasari", "Pemerintah Kota Mekarsari"]),
        ("Terima audiensi dari Forum Komunikasi Guru Kota Tirtasari di aula.", ["Forum Komunikasi Guru Kota Tirtasari"]),
        ("Terima audiensi bersama Forum Pondok Pesantren (FPP) Kota Tirtasari.", ["Forum Pondok Pesantren Kota Tirtasari"]),
        ("Hadir Kementerian Agama Kota Tirtasari.", ["Kantor Kementerian Agama Kota Tirtasari"]),
        ("Hadir Kepala Seksi PD Pontren H. Ujang Sobana.", []),
        ("Terima audiensi dari Paguyuban Pedagang Pasar Baru di aula.", ["Paguyuban Pedagang Pasar Baru"]),
        (
            "Belajar ke Lembaga Penyiaran Publik Lokal (LPPL) Radio Kota Lembayung (RKL). RKL terbaik.",
            ["LPPL Radio Kota Lembayung"],
        ),
        (
            "DPRD Kota Mekarsari rapat. Hadir Kepala DKPP Mekarsari Ir. Bagja.",
            [COUNCIL, "Dinas Ketahanan Pangan dan Pertanian Kota Mekarsari"],
        ),
        ("Hadir Asisten 2 Perekonomian dan Pembangunan Setda Kota Tirtasari, Danar Wicaksono.", ["Pemerintah Kota Tirtasari"]),
        ("Hadir Kepala Bagian Hukum Sekretariat Daerah Kota Tirtasari Danar Wicaksono.", ["Pemerintah Kota Tirtasari"]),
    ],
)  # fmt: skip
def test_bodies_of_yet_further_forms(text, names):
    assert list(dict.fromkeys(body.name for body in find_bodies(Index(TABLES), text))) == names


@pytest.mark.parametrize(
    ("text", "council"),
    [
        (
            "DPRD Kabupaten Sukaraya berkunjung ke DPRD Kota Mekarsari. Rombongan dipimpin Ketua Pansus 4, KH. Jajang Nurjaman.",
            "DPRD Kabupaten Sukaraya",
        ),
        (
            "DPRD Kota Mekarsari menerima kunjungan DPRD Kabupaten Sukaraya. Rombongan dipimpin Ketua Pansus 4, KH. Jajang Nurjaman.",
            "DPRD Kabupaten Sukaraya",
        ),
        (
            "DPRD Kabupaten Sukaraya berkunjung ke DPRD Kota Mekarsari. Rombongan diterima Ketua Pansus 4, KH. Jajang Nurjaman.",
            COUNCIL,
        ),
    ],
)
def test_part_of_a_council_that_came_is_the_delegations(text, council):
    reading = read(text, Index(TABLES)).as_dict()

    assert [(unit["name"], unit["institution"]) for unit in reading["units"]] == [("Pansus 4", council)]
    assert [person["institution"] for person in reading["officials"]] == [council]


def test_pansus_without_a_number_is_no_unit():
    reading = read(
        "Rapat dipimpin Ketua Pansus DPRD Kota Mekarsari, KH. Jajang Nurjaman.", Index(TABLES)
    ).as_dict()

    assert (reading["units"], [person["role"] for person in reading["officials"]]) == (
        [],
        ["Ketua Pansus DPRD Kota Mekarsari"],
    )


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        (
            "Sekolah Menengah Pertama Negeri (SMPN) 34 Cempaka datang ke DPRD Kota Mekarsari.",
            "SMP Negeri 34 Cempaka",
        ),
        (
            "Tamu dari Majlis Bandaraya Perlang (MBP) datang ke DPRD Kota Mekarsari.",
            "Majlis Bandaraya Perlang",
        ),
        ("Dosen Undip, Gilang Pramudya, hadir di DPRD Kota Mekarsari.", "Universitas Diponegoro"),
        (
            "Ketua HMI Cabang Mekarsari Gilang Pramudya datang ke DPRD Kota Mekarsari.",
            "Himpunan Mahasiswa Islam Cabang Mekarsari",
        ),
        (
            "Ketua PGRI Kota Mekarsari, Gilang Pramudya, datang.",
            "Persatuan Guru Republik Indonesia Kota Mekarsari",
        ),
        (
            "SDN 045 rusak. Komisi II DPRD Kota Mekarsari melihat SDN 045 Cempaka kemarin.",
            "SD Negeri 045 Cempaka",
        ),
        ("Kasatpol PP Kota Mekarsari, Gilang Pramudya, datang.", "Satuan Polisi Pamong Praja Kota Mekarsari"),
    ],
)
def test_branches_and_short_names_are_named_whole(printed, name):
    assert name in [found for found, _ in bodies(printed)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Pemerintah Kabupaten dan Dewan Perwakilan Rakyat Daerah (DPRD) Kabupaten Girimukti tiba.",
            ["Pemerintah Kabupaten Girimukti", "DPRD Kabupaten Girimukti"],
        ),
        ("Pemkab dan DPRD Sukaraya hadir.", ["Pemerintah Kabupaten Sukaraya", "DPRD Kabupaten Sukaraya"]),
        ("DPRD dan Pemkot Tirtasari sepakat.", ["DPRD Kota Tirtasari", "Pemerintah Kota Tirtasari"]),
        ("Sekretariat dan Forum Wartawan DPRD Kota Tirtasari tiba.", ["Sekretariat DPRD Kota Tirtasari"]),
        ("Terima Kunker Dewan Kab Sukaraya.", ["DPRD Kabupaten Sukaraya"]),
        ("Datang pula dewan dari Kabupaten Girimukti.", ["DPRD Kabupaten Girimukti"]),
        ("Dewan Tirtasari belajar di sini.", ["DPRD Kota Tirtasari"]),
        ("Tamu dari Dewan Kota Ilasan, Filipina, tiba.", ["Dewan Kota Ilasan"]),
        ("Dewan Pendidikan Kota Tirtasari dibentuk.", ["Dewan Pendidikan Kota Tirtasari"]),
        ("Ia menerima DPRTR.", []),
        ("Hadir DPR Tanah Rempah.", ["DPRTR Provinsi Tanah Rempah"]),
        ("Dewan Perwakilan Rakyat Tanah Rempah (DPRTR) hadir.", ["DPRTR Provinsi Tanah Rempah"]),
        ("Dewan Perwakilan Rakyat Kabupaten (DPRK) Lembah Pala hadir.", ["DPRK Kabupaten Lembah Pala"]),
        ("DPRK Lembah Pala menerima DPR Kabupaten Lembah Pala.", ["DPRK Kabupaten Lembah Pala"]),
        ("Hadir DPR Tirtasari.", []),
        ("Rapat dengan Pemko Tirtasari.", ["Pemerintah Kota Tirtasari"]),
        ("Hadir Dinas Koperasi UKM dan Perindustrian Kota Tirtasari.", ["Dinas Koperasi UKM dan Perindustrian Kota Tirtasari"]),
        ("Hadir Dinas PU SDA Taru Kota Tirtasari.", ["Dinas Pekerjaan Umum Sumber Daya Air dan Penataan Ruang Kota Tirtasari"]),
        ("Hadir Dinkop UKM Kota Tirtasari.", ["Dinas Koperasi dan Usaha Kecil Menengah Kota Tirtasari"]),
        ("Hadir BPKPD Kota Tirtasari.", ["Badan Pengelolaan Keuangan dan Pendapatan Daerah Kota Tirtasari"]),
        ("Hadir Kadis Perkim dan Kadishub. DPRD Kota Tirtasari rapat.", [
            "Dinas Perumahan dan Kawasan Permukiman Kota Tirtasari",
            "Dinas Perhubungan Kota Tirtasari",
            "DPRD Kota Tirtasari",
        ]),
        ("Direktur RSUD Ciwaringin, dr. Danar, hadir.", ["Rumah Sakit Umum Daerah Ciwaringin"]),
        ("DPRD Kota Tirtasari rapat. Pemkot setuju.", ["DPRD Kota Tirtasari", "Pemerintah Kota Tirtasari"]),
        ("DPRD Kabupaten Girimukti rapat. Pemkot setuju.", ["DPRD Kabupaten Girimukti"]),
        ("Surat dari Kementerian Sosial dan Pemprov Nusa Lestari.", ["Kementerian Sosial", "Pemerintah Provinsi Nusa Lestari"]),
        ("Hadir Perum Jasa Tirta II.", ["Perum Jasa Tirta II"]),
        ("Siswa SMP IT Nurul Ikhlas Tirtasari Datangi Dewan", ["SMP IT Nurul Ikhlas Tirtasari"]),
        ("Siaran TVRI Nusa Lestari.", ["TVRI Nusa Lestari"]),
        ("DPRD Sukaraya tiba. Setwan DPRD Kabupaten Sukaraya ikut.", ["DPRD Kabupaten Sukaraya", "Sekretariat DPRD Kabupaten Sukaraya"]),
        ("Warga Mekarsari Timur. DPRD Provinsi Nusa Lestari dan Dinas Sosial Provinsi Nusa Lestari rapat. Dinsos hadir.", [
            "DPRD Provinsi Nusa Lestari",
            "Dinas Sosial Provinsi Nusa Lestari",
        ]),
    ],
)  # fmt: skip
def test_bodies_that_share_or_shorten_their_names(text, names):
    assert (
        list(
            dict.fromkeys(body.name for body in find_bodies(Index(TABLES), text) if body.kind != "community")
        )
        == names
    )


def test_staff_without_a_region_is_of_the_one_that_the_text_tells_of():
    text = "Komisi II DPRD Kota Tirtasari rapat dengan Asisten Administrasi Umum, Danar Wicaksono, dan Sekda, Sekar Arumdalu."

    reading = read(text, Index(TABLES)).as_dict()

    assert [body["name"] for body in reading["institutions"]] == [
        "DPRD Kota Tirtasari",
        "Pemerintah Kota Tirtasari",
    ]
    assert [person["institution"] for person in reading["officials"]] == ["Pemerintah Kota Tirtasari"] * 2


def test_each_short_name_of_an_agency_is_listed_once():
    with (DATA / "agencies.csv").open(encoding="utf-8", newline="") as lines:
        names = [fold(row["short_name"]) for row in csv.DictReader(lines)]

    assert len(names) == len(set(names)) > 400


def test_council_of_a_province_meets_its_like():
    regions = (
        *TABLES.regions,
        KnownRegion("95", "province", "Provinsi Arumbai", "Arumbai"),
        KnownRegion("95.71", "city", "Kota Arumbai", "Arumbai"),
    )
    told = "Badan Musyawarah DPRD Provinsi Nusa Lestari berkunjung ke DPRD Arumbai."

    assert "DPRD Provinsi Arumbai" in [name for name, _ in bodies(told, Tables(own=COUNCIL, regions=regions))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Dewan Kabupaten Girimukti dan Kota Tirtasari bertemu.",
            ["DPRD Kabupaten Girimukti", "DPRD Kota Tirtasari"],
        ),
        (
            "DPRD Girimukti, Tirtasari hingga DPRD Sukaraya bertemu.",
            ["DPRD Kabupaten Girimukti", "DPRD Kota Tirtasari", "DPRD Kabupaten Sukaraya"],
        ),
        ("DPRD Girimukti, Segara Wetan, dan warga bertemu.", ["DPRD Kabupaten Girimukti"]),
        (
            "Warga Kabupaten Girimukti (Girmuk) resah. DPRD Girmuk turun.",
            ["DPRD Kabupaten Girimukti"],
        ),
        (
            "Kepala Dinas Dishub Kota Tirtasari hadir.",
            ["Dinas Perhubungan Kota Tirtasari"],
        ),
    ],
)
def test_further_regions_and_their_short_names_are_read(text, names):
    reading = read(text, Index(Tables(own=COUNCIL, regions=REGIONS))).as_dict()

    assert [body["name"] for body in reading["institutions"]] == names


def test_agency_is_of_the_council_told_of_though_the_own_region_has_its_name():
    text = "MEKARSARI - Komisi C DPRD Kabupaten Mekarsari rapat dengan Dinas Perhubungan."

    names = [
        body["name"]
        for body in read(text, Index(Tables(own=COUNCIL, regions=REGIONS))).as_dict()["institutions"]
    ]

    assert names == ["DPRD Kabupaten Mekarsari", "Dinas Perhubungan Kabupaten Mekarsari"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Hadir Dinas Perhubungan serta Dinas Koperasi dan Perdagangan Kota Tirtasari.",
            ["Dinas Perhubungan Kota Tirtasari", "Dinas Koperasi dan Perdagangan Kota Tirtasari"],
        ),
        ("Dibahas dengan Dinas Sosial di Kabupaten Girimukti.", ["Dinas Sosial Kabupaten Girimukti"]),
        (
            "Hadir Badan Pengelola Keuangan dan Pendapatan Daerah Kota Tirtasari.",
            ["Badan Pengelola Keuangan dan Pendapatan Daerah Kota Tirtasari"],
        ),
        (
            f"{COUNCIL} belajar ke Dinas Sosial Kota Tirtasari. Acara ditutup Dinas Sosial.",
            [COUNCIL, "Dinas Sosial Kota Tirtasari"],
        ),
        ("Hadir Pt Tirta Jelita dan PT Mata Bening.", ["PT Tirta Jelita", "PT Mata Bening"]),
    ],
)
def test_agencies_of_a_list_share_the_region_that_is_printed_last(text, names):
    reading = read(text, Index(Tables(own=COUNCIL, regions=REGIONS))).as_dict()

    assert [body["name"] for body in reading["institutions"]] == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kewenangannya di Balai Besar Wilayah Sungai (BBWS) Ciranda.", "Balai Besar Wilayah Sungai Ciranda"),
        ("Hadir wakil BBWS Ciranda.", "Balai Besar Wilayah Sungai Ciranda"),
        ("Hadir wakil BWS Ciranda Hulu.", "Balai Wilayah Sungai Ciranda Hulu"),
        (
            "Hadir dari satuan kerja, Balai Besar Wilayah Sungai (BBWS) Ciranda Soni Lelana. Ia dan BBWS Ciranda pulang.",
            "Balai Besar Wilayah Sungai Ciranda",
        ),
        ("Kata legislator muda dari partai NasDem ini.", "Partai NasDem"),
        ("Siswa SMP Tunas Harapan datang.", "SMP Tunas Harapan"),
        ("Hadir CV Mentaya Jaya.", "CV Mentaya Jaya"),
        (
            "Dinas Pemakaman dan Pertamanan Kota Mekarsari hadir.",
            "Dinas Pemakaman dan Pertamanan Kota Mekarsari",
        ),
        ("Direktur PT. Griya Cahaya setuju.", "PT Griya Cahaya"),
        ("Sebuah Perusahaan Umum Daerah Air Minum dan CV. Tirta Abadi hadir.", "CV Tirta Abadi"),
        ("Hadir pimpinan Bank Indonesia, kemarin.", "Bank Indonesia"),
        ("Siswa SMK Bina Warga Rimba datang.", "SMK Bina Warga Rimba"),
        ("Ketua OSIS SMA Negeri 4 Mekarsari Aqila Zahra senang.", "SMA Negeri 4 Mekarsari"),
        ("Siswa Sekolah Menengah Atas (SMA) Negeri 4 Mekarsari datang.", "SMA Negeri 4 Mekarsari"),
        ("Modal untuk Perusahaan Umum Daerah Tirtaloka bertambah.", "Perusahaan Umum Daerah Tirtaloka"),
        ("Perumda PDAM Tirtaloka di kantor Perumda PDAM hadir.", "Perumda Tirtaloka"),
        ("Direktur RS Waru Banta dipanggil.", "RS Waru Banta"),
        (
            "Dinas Pekerjaan Umum (PUPR) Kota Tirtasari hadir.",
            "Dinas Pekerjaan Umum dan Penataan Ruang Kota Tirtasari",
        ),
        ("Perumda Tirta Jelita dan Perumda Tirtajelita hadir.", "Perumda Tirta Jelita"),
        (
            "Hadir Dinas Pekerjaan Umum (PU), Bina Marga dan Pengairan Kabupaten Girimukti.",
            "Dinas Pekerjaan Umum, Bina Marga dan Pengairan Kabupaten Girimukti",
        ),
        ("Siaran Radio KS FM dan KSFM didengar.", "Radio KSFM"),
        ("Ketua JMSI Nusa Lestari senang.", "Jaringan Media Siber Indonesia Nusa Lestari"),
        ("Tamu dari Dewan Bandar Kota Wangi datang.", "Dewan Bandar Kota Wangi"),
        ("Asosiasi Pedagang Pasar Mengadu ke Komisi B.", "Asosiasi Pedagang Pasar"),
        ("PDAM Tirtaloka Diminta Jujur", "PDAM Tirtaloka"),
        ("Dilantik Ketua Pengadilan Tinggi Tirtasari.", "Pengadilan Tinggi Tirtasari"),
        ("Disambut Kanwil Kemenkum Nusa Lestari.", "Kantor Wilayah Kementerian Hukum Nusa Lestari"),
        (
            "Saran Kementerian Pendayagunaan Aparatur Negara dan Reformasi didengar.",
            "Kementerian Pendayagunaan Aparatur Negara dan Reformasi Birokrasi",
        ),
        ("Anggota Dewan Perwakilan Daerah (DPD) RI hadir.", "DPD RI"),
    ],
)
def test_office_of_a_river_party_and_school_are_named_whole(text, name):
    assert [body for body, _ in bodies(text)] == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tamu melihat Puskesmas Dadap Wetan, kemarin.", "Puskesmas Dadap Wetan"),
        ("Kepala Puskesmas Dadap Ratih Puspaningrum hadir.", "Puskesmas Dadap"),
        ("Pasien dirujuk ke RSUD Pandega Girimukti kemarin.", "Rumah Sakit Umum Daerah Pandega Girimukti"),
    ],
)
def test_hospital_and_puskesmas_are_named_with_their_own_name(text, name):
    assert [body for body, _ in bodies(text)] == [name]


def test_agency_is_of_the_council_that_the_text_mostly_speaks_of():
    printed = (
        "TIRTASARI, Kabar - DPRD Kabupaten Sukaraya rapat. DPRD Kabupaten Sukaraya memanggil Dinas Sosial. "
        "Surat dikirim ke DPRD Provinsi Nusa Lestari soal sampah dari Kota Mekarsari."
    )

    assert "Dinas Sosial Kabupaten Sukaraya" in [name for name, _ in bodies(printed)]


def test_place_that_a_text_was_sent_from_is_not_what_it_tells_of():
    printed = "Mekarsari - Pejabat Pemerintah Kabupaten Sukaraya pergi ke Belanda bersama Dinas Sosial."

    assert "Dinas Sosial Kabupaten Sukaraya" in [name for name, _ in bodies(printed)]


def test_schools_of_one_place_may_be_listed_by_their_numbers():
    printed = (
        "Datang SMA Negeri 54, 21 dan 80 Mekarsari serta SDIT Cendekia 2 Klego. Murid SDIT Cendekia 2 senang."
    )

    assert list(dict.fromkeys(name for name, _ in bodies(printed))) == [
        "SMA Negeri 54 Mekarsari",
        "SMA Negeri 21 Mekarsari",
        "SMA Negeri 80 Mekarsari",
        "SDIT Cendekia 2 Klego",
    ]


def test_agency_of_the_city_on_file_is_not_that_of_the_regency_of_its_name():
    filed = KnownInstitution(
        "satpol-pp",
        "Satuan Polisi Pamong Praja Kota Mekarsari",
        "Satpol PP",
        kind="agency",
        region_code="97.71",
    )
    tables = Tables(own=COUNCIL, regions=REGIONS, institutions=(filed,))

    assert [name for name, _ in bodies("DPRD Kabupaten Mekarsari rapat. Satpol PP hadir.", tables)] == [
        "DPRD Kabupaten Mekarsari",
        "Satuan Polisi Pamong Praja Kabupaten Mekarsari",
    ]


def test_islands_are_named_without_that_word():
    regions = (*REGIONS, KnownRegion("95.01", "regency", "Kabupaten Kepulauan Sangha", "Kepulauan Sangha"))

    assert [name for name, _ in bodies("DPRD Sangha hadir.", Tables(own=COUNCIL, regions=regions))] == [
        "DPRD Kabupaten Kepulauan Sangha"
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sumpah dibacakan Pengadilan Negeri Bale Mekarsari.", ["Pengadilan Negeri Bale Mekarsari"]),
        (
            "Taman itu dipuji Kemenkopolhukam.",
            ["Kementerian Koordinator Bidang Politik, Hukum, dan Keamanan"],
        ),
        (
            "Direktur RSUD Mekarsari Teratai. RSUD Mekarsari Teratai penuh.",
            ["Rumah Sakit Umum Daerah Mekarsari Teratai"],
        ),
        ("Menurut Pengadilan Negeri Wali Kota Tirtasari benar.", []),
        (
            "Dewan Minta RSUD Mekarsari Teratai Perbaiki Diri\n\nDewan meminta RSUD Mekarsari Teratai berbenah.",
            ["Rumah Sakit Umum Daerah Mekarsari Teratai"],
        ),
        ("Perumda Pasar Melati Absen, Ketua Kecewa", ["Perumda Pasar Melati"]),
    ],
)
def test_court_ministry_hospital_and_company_are_named_up_to_their_end(text, names):
    assert list(dict.fromkeys(name for name, _ in bodies(text))) == names


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        (
            "Bappelitbang",
            "Badan Perencanaan Pembangunan Penelitian dan Pengembangan Kota Mekarsari",
        ),
        ("Bapperida", "Badan Perencanaan Pembangunan, Riset dan Inovasi Daerah Kota Mekarsari"),
        ("Bappeda Riset", "Badan Perencanaan Pembangunan, Riset dan Inovasi Daerah Kota Mekarsari"),
    ],
)
def test_body_printed_by_a_former_names_short_form_has_that_name_and_its_record(printed, name):
    planning = KnownInstitution(
        "bapperida",
        "Badan Perencanaan Pembangunan, Riset dan Inovasi Daerah Kota Mekarsari",
        "Bapperida",
        "agency",
        "97.71",
        other_names=("Bappelitbang", "Bappeda Riset"),
    )
    index = Index(Tables(own=COUNCIL, regions=REGIONS, institutions=(planning,)))

    found = read(
        f"{COUNCIL} menggelar rapat kerja bersama {printed}, lalu {printed} pulang.", index
    ).as_dict()

    assert [(body["name"], body["match"]) for body in found["institutions"][1:]] == [(name, "bapperida")]


def test_body_printed_by_both_its_names_is_one():
    planning = KnownInstitution(
        "bapperida",
        "Badan Riset Kota Mekarsari",
        "Bapperida",
        "agency",
        "97.71",
        other_names=("Bappelitbang",),
    )
    index = Index(Tables(own=COUNCIL, regions=REGIONS, institutions=(planning,)))

    found = read(f"{COUNCIL} menggelar rapat kerja bersama Bapperida, dulu Bappelitbang.", index).as_dict()

    assert [body["name"] for body in found["institutions"]] == [COUNCIL, "Badan Riset Kota Mekarsari"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            f"{COUNCIL} ditemani Sekretariat Jenderal (Setjen) DPR RI datang.",
            [COUNCIL, "Sekretariat Jenderal DPR RI"],
        ),
        (
            f"{COUNCIL} ke Perumda Air Minum Tirta Jelita Sukaraya. Tamu disambut Dirut Perumda Air Minum Tirta Jelita Made Lamakarta. Perumda Tirta Jelita Sukaraya senang.",
            [COUNCIL, "Perumda Air Minum Tirta Jelita Sukaraya"],
        ),
        (
            f"{COUNCIL} membahas Ranperda Pendirian BUMD Angkutan Jaya dan perubahan Perda Nomor 11 mengenai penyertaan modal kepada PDAM Tirta Jelita.",
            [COUNCIL],
        ),
        (f"{COUNCIL} bertemu PDAM Tirta Jelita.", [COUNCIL, "PDAM Tirta Jelita"]),
        (
            f"{COUNCIL} mendatangi Kantor Cabang Disdik Wilayah VII Nusa Lestari.",
            [COUNCIL, "Dinas Pendidikan Provinsi Nusa Lestari"],
        ),
        (f"{COUNCIL} menanyakan nilai Komunitas Informasi Masyarakat (KIM).", [COUNCIL]),
        (
            f"{COUNCIL} menyebut Satpol PP tidak sendirian karena TNI dan Polri dilibatkan.",
            [COUNCIL, "Satuan Polisi Pamong Praja Kota Mekarsari"],
        ),
    ],
)
def test_body_is_named_as_far_as_its_name_goes_and_not_in_passing(text, names):
    found = read(f"MEKARSARI - {text}", Index(TABLES)).as_dict()["institutions"]

    assert sorted(body["name"] for body in found) == sorted(names)


def test_bare_secretariat_among_other_councils_is_not_the_sites_own():
    own = KnownInstitution("setwan", "Sekretariat DPRD Kota Mekarsari", "Setwan", "secretariat", "97.71")
    tables = replace(TABLES, institutions=(*TABLES.institutions, own))
    told = "MEKARSARI - Sekretariat DPRD Kabupaten Sukaraya ke DPRD Kabupaten Girimukti. Setwan diwakili Lamakarta."

    assert [name for name, _ in bodies(told, tables)] == [
        "Sekretariat DPRD Kabupaten Sukaraya",
        "DPRD Kabupaten Girimukti",
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ia menerima DPRD Kota Tirtasari, Kota Mekarsari, Selasa (30/4/2024).", ["DPRD Kota Tirtasari"]),
        (
            "Ia menerima DPRD Kota Tirtasari, Kota Mekarsari dan Kabupaten Sukaraya, Selasa (30/4/2024).",
            ["DPRD Kabupaten Sukaraya", COUNCIL, "DPRD Kota Tirtasari"],
        ),
        (
            "Mereka ke Dinas Lingkungan Hidup (DLH) dan Bagian Hukum Setda Kota Tirtasari.",
            ["Dinas Lingkungan Hidup Kota Tirtasari", "Pemerintah Kota Tirtasari"],
        ),
        (
            "Tamu disambut asisten Administrasi Umum Setda Kota Tirtasari, Achsinta.",
            ["Pemerintah Kota Tirtasari"],
        ),
    ],
)
def test_list_of_regions_ends_before_a_day_and_offices_of_a_list_share_theirs(text, names):
    assert sorted(name for name, _ in bodies(text)) == sorted(names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"Opini WTP diserahkan langsung oleh BPK kepada Ketua {COUNCIL}.", [COUNCIL, "Badan Pemeriksa Keuangan"]),
        (f"{COUNCIL} memuji predikat WTP dari BPK Nusa Lestari.", [COUNCIL]),
        (
            f"“Hari ini kami rapat bersama Dinas Kesehatan Kota Tirtasari,” kata Ketua {COUNCIL}, Sekararum Wiryani.",
            [COUNCIL, "Dinas Kesehatan Kota Tirtasari"],
        ),
        (
            f"“Hari ini kami menunggu Kementerian Sosial,” kata Ketua {COUNCIL}, Sekararum Wiryani.",
            [COUNCIL],
        ),
        (f"Direktur PT Graha Mukti Jaya menemui Komisi II {COUNCIL}.", [COUNCIL, "PT Graha Mukti Jaya"]),
        (f"{COUNCIL} menerima Kementerian Dalam Negeri Sekararum Wiryani.", [COUNCIL, "Kementerian Dalam Negeri"]),
        (f"{COUNCIL} menerima Kementerian Sosial Anak Bangsa.", [COUNCIL, "Kementerian Sosial Anak Bangsa"]),
    ],
)  # fmt: skip
def test_auditors_and_agencies_that_are_there_count_and_companies_keep_their_names(text, names):
    assert sorted(name for name, _ in bodies(f"MEKARSARI - {text}")) == sorted(names)


SOCIAL = "Dinas Sosial Kabupaten Girimukti"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"{COUNCIL} mendatangi Dinas Sosial (Dinsos) Girimukti. Ruang Dinsos dilihat.", [COUNCIL, SOCIAL]),
        (
            f"{COUNCIL} memanggil Dinsos. Dinas Sosial Kabupaten Girimukti ikut.",
            [COUNCIL, "Dinas Sosial Kota Mekarsari", SOCIAL],
        ),
        (f"{COUNCIL} menjamu wartawan di Studio Cempaka TV.", [COUNCIL]),
        (f"{COUNCIL} menjamu Cempaka TV.", [COUNCIL, "Cempaka TV"]),
        (f"Anggota {COUNCIL} dari Partai Golkar, Sekararum Wiryani, S.H., hadir.", [COUNCIL]),
        (f"{COUNCIL} menerima utusan dari Partai Golkar.", [COUNCIL, "Partai Golongan Karya"]),
        (f"{COUNCIL} menunggu putusan Mahkamah Konstitusi.", [COUNCIL]),
        (f"{COUNCIL} mengunjungi Mahkamah Konstitusi.", [COUNCIL, "Mahkamah Konstitusi"]),
    ],
)
def test_whose_a_short_name_is_and_who_is_no_party(text, names):
    assert sorted(name for name, _ in bodies(f"MEKARSARI - {text}")) == sorted(names)


def test_council_for_elections_is_no_agency_for_food():
    told = bodies(f"MEKARSARI - {COUNCIL} menerima KPU, Bawaslu dan DKPP.")

    assert not [name for name, _ in told if name.startswith("Dinas")]
    assert [name for name, _ in bodies(f"MEKARSARI - {COUNCIL} menerima DKPP.") if name.startswith("Dinas")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            f"{COUNCIL} menerima audiensi Pemuda Pengawas Kebijakan Publik (PPKP). PPKP bertanya.",
            [COUNCIL, "Pemuda Pengawas Kebijakan Publik"],
        ),
        (f"{COUNCIL} menerima audiensi P5K di gedung dewan.", [COUNCIL, "P5K"]),
        (
            f"{COUNCIL} menerima audiensi membahas aspirasi Forum R3S Warga Tamanlaya.",
            [COUNCIL, "Forum R3S Warga Tamanlaya"],
        ),
        (
            f"Universitas Melati (UM) Mekarsari mengunjungi {COUNCIL}.",
            [COUNCIL, "Universitas Melati Mekarsari"],
        ),
        (
            f"{COUNCIL} mendatangi Dinas Komunikasi dan Informasi Kota Tirtasari.",
            [COUNCIL, "Dinas Komunikasi dan Informatika Kota Tirtasari"],
        ),
    ],
)
def test_groups_by_their_initials_and_names_that_a_gloss_parts(text, names):
    assert sorted(name for name, _ in bodies(f"MEKARSARI - {text}")) == sorted(names)


@pytest.mark.parametrize(
    "dateline", ["Kota Tirtasari –", "KABARSATU.Net, TIRTASARI :", "Tirtasari, Kabar Satu –"]
)
@pytest.mark.parametrize(
    "went",
    [
        "melakukan kunjungan kerja ke Kota Tirtasari",
        "mengunjungi DPRD Kota Tirtasari",
        "bertolak ke Pemkot Tirtasari",
    ],
)
def test_agency_alone_is_the_hosts_in_a_text_that_was_sent_from_there(dateline, went):
    told = f"Dewan Belajar Siaran Kota\n\n{dateline} {COUNCIL} {went}. Tamu diterima Kepala Dinas Sosial. {COUNCIL} puas."

    assert "Dinas Sosial Kota Tirtasari" in {name for name, _ in bodies(told)}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"{COUNCIL} menggelar rapat paripurna. Raperda itu sudah difasilitasi Pemerintah Provinsi Nusa Lestari.", []),
        (f"{COUNCIL} menggelar rapat paripurna. Hadir Pemerintah Provinsi Nusa Lestari.", ["Pemerintah Provinsi Nusa Lestari"]),
        (f"{COUNCIL} menggelar rapat paripurna seiring dengan Pemerintah Kota Mekarsari.", ["Pemerintah Kota Mekarsari"]),
        (f"{COUNCIL} menerima kunjungan kerja DPRD Kota Tirtasari. Aset itu milik Pemkot Mekarsari.", ["DPRD Kota Tirtasari"]),
    ],
)  # fmt: skip
def test_governments_that_a_plenary_or_a_visit_only_speaks_of_take_no_part(text, names):
    assert sorted(name for name, _ in bodies(f"MEKARSARI - {text}")) == sorted([COUNCIL, *names])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ketua DPRD Kota Tirtasari menerima rombongan dari Partai Golkar.", "Partai Golongan Karya"),
        ("Komisi II konsultasi edaran ke Kementerian Keuangan.", "Kementerian Keuangan"),
        ("Komisi II meninjau pabrik milik PT Maju Jaya.", "PT Maju Jaya"),
        ("Hadir Bawaslu dan DKPP Kota Tirtasari yang mengurus pertanian.", "Dinas Ketahanan Pangan dan Pertanian Kota Tirtasari"),
        ("Warga SMP 3 Boja datang.", "SMP Negeri 3 Boja"),
        ("Sekolah Menengah Pertama (SMP) 268 Boja datang.", "SMP Negeri 268 Boja"),
        ("SDN 195 Isola Mengadu ke Komisi II", "SD Negeri 195 Isola"),
        ("Ketua Forum RW Kota Tirtasari Lily Maulana senang.", "Forum RW Kota Tirtasari"),
        ("Komisi B DPRD Tingkat II Kota Tirtasari datang.", "DPRD Kota Tirtasari"),
    ],
)  # fmt: skip
def test_who_comes_owns_or_bears_a_number_is_named(text, name):
    assert name in [body.name for body in find_bodies(Index(TABLES), text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"{COUNCIL} menerima DPRD Kabupaten Antahbarat.", [COUNCIL, "DPRD Kabupaten Antahbarat"]),
        (f"{COUNCIL} bertemu Dinas Sosial Kota Antahbarat.", [COUNCIL, "Dinas Sosial Kota Antahbarat"]),
        (f"{COUNCIL} bertemu Pemerintah Kota Antahbarat.", [COUNCIL, "Pemerintah Kota Antahbarat"]),
        ("DPRD Kota Terima Tamu", []),
        ("DPRD Kabupaten Sahkan Perda", []),
    ],
)
def test_body_of_a_region_that_no_table_has_is_its_own_and_never_the_sites(text, names):
    found = find_bodies(Index(TABLES), text)

    assert list(dict.fromkeys(body.name for body in found)) == names
    assert all(body.match is None for body in found if "Antahbarat" in body.name)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ia meminta pemerintah Nusa Lestari membangun sekolah.", ["Pemerintah Provinsi Nusa Lestari"]),
        ("Ia meminta pemerintah Mekarsari membangun sekolah.", []),
        ("Lembaga itu adalah Badan Hukum Milik Negara.", []),
        (
            "Hadir BPKP Perwakilan Provinsi Nusa Lestari.",
            ["Badan Pengawasan Keuangan dan Pembangunan Perwakilan Provinsi Nusa Lestari"],
        ),
        ("Hadir Bulog Cabang Mekarsari.", ["Perum Bulog Cabang Mekarsari"]),
        ("Aksi di kantor PD. Pasar Sawargi dan Balai Kota Tirtasari.", ["PD Pasar Sawargi"]),
        ("Hadir PD Pasar Kota Tirtasari dan PD. Pasar.", ["PD Pasar Kota Tirtasari"]),
        (
            "Gedung itu dikunjungi anggota DPRD dari Girimukti dan Kota Tirtasari.",
            ["DPRD Kabupaten Girimukti", "DPRD Kota Tirtasari"],
        ),
        (
            "Mereka ke Dinas Koperasi dan Perdagangan Kota Tirtasari, lalu Dinas Koperasi Kota Tirtasari.",
            ["Dinas Koperasi dan Perdagangan Kota Tirtasari"] * 2,
        ),
        (
            "SDN Sirna Galih I, SDN Cempaka II, dan guru I Made Alun.",
            ["SD Negeri Sirna Galih I", "SD Negeri Cempaka II"],
        ),
        (
            "Mereka ke RSUD dr. Slamet Tirtasari, lalu ke RSUD Cempaka.",
            ["Rumah Sakit Umum Daerah dr. Slamet", "Rumah Sakit Umum Daerah Cempaka"],
        ),
        (
            "Pelayanan RSUD dr Moh. Saleh Dikeluhkan Lagi. Mereka ke RSUD dr Mohamad Saleh.",
            ["Rumah Sakit Umum Daerah dr Mohamad Saleh"] * 2,
        ),
        ("Siswa Sekolah Dasar (SD) Negeri Menanggal 601 hadir.", ["SD Negeri Menanggal 601"]),
        ("Siswa SDN Menanggal 601 hadir.", ["SD Negeri Menanggal 601"]),
        ("Kenaikan Tarif PDAM dan Tarif Parkir.", []),
        (
            "Pemkot Tirtasari menerima Pemkab Girimukti. Rombongan tiba siang. Ia datang bersama Dinas Perhubungan.",
            [
                "Pemerintah Kota Tirtasari",
                "Pemerintah Kabupaten Girimukti",
                "Dinas Perhubungan Kabupaten Girimukti",
            ],
        ),
        ("Ketua Komisi I DPRD Provinsi Bestari Cakrawangsa hadir.", []),
    ],
)
def test_bodies_by_the_province_alone_the_branch_there_and_one_name_for_each(text, names):
    assert [body.name for body in find_bodies(Index(TABLES), text)] == names


def test_people_of_a_region_that_no_table_has_are_not_given_the_sites_posts():
    told = (
        f"MEKARSARI - {COUNCIL} menerima kunjungan kerja DPRD Kabupaten Antahbarat, Senin (9/11/2026). Rombongan dipimpin "
        "Ketua Komisi II DPRD Kabupaten Antahbarat, H. Wiranata Kusumah, S.H., bersama Wakil Ketua Komisi II, Hj. Larasita Puspaningrum."
    )
    found = read(told, TABLES).as_dict()["officials"]

    assert [(person["name"], person["institution"]) for person in found] == [
        ("Wiranata Kusumah", "DPRD Kabupaten Antahbarat"),
        ("Larasita Puspaningrum", "DPRD Kabupaten Antahbarat"),
    ]


def test_agency_of_the_place_that_came_along_is_the_travellers():
    text = (
        "DPRD Kabupaten Sukaraya bersama Dinas Lingkungan Hidup (DLH) setempat tiba di DPRD Kota Mekarsari."
    )

    assert "Dinas Lingkungan Hidup Kabupaten Sukaraya" in [name for name, _ in bodies(text)]


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("Kementerian Pekerjaan Umum", "Kementerian Pekerjaan Umum"),
        ("Kementerian PU", "Kementerian Pekerjaan Umum"),
        ("Kementerian Lingkungan Hidup", "Kementerian Lingkungan Hidup"),
        ("Kementerian Pariwisata", "Kementerian Pariwisata"),
        ("Kementerian Pariwisata dan Ekonomi Kreatif", "Kementerian Pariwisata dan Ekonomi Kreatif"),
        ("Kementerian PUPR", "Kementerian Pekerjaan Umum dan Perumahan Rakyat"),
        ("Ditjen Dukcapil Kementerian Dalam Negeri", "Kementerian Dalam Negeri"),
    ],
)
def test_ministries_of_today_are_not_those_of_yesterday(told, found):
    assert [name for name, _ in bodies(f"DPRD Kota Mekarsari berkunjung ke {told}.")] == [COUNCIL, found]
