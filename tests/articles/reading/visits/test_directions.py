"""From whose side a visit is told: the own council's most likely, unless surer signs tell of another teller."""

import pytest

from articles.reading import Index, KnownRegion, Tables, read
from articles.reading.language.lexicon import regency_seats
from tests.articles.reading.tables import COUNCIL, REGIONS

INDEX = Index(Tables(own=COUNCIL, regions=REGIONS))
HOST, GUEST = "DPRD Kabupaten Girimukti", "DPRD Kabupaten Sukaraya"
CAME = f"Komisi I {GUEST} melakukan kunjungan kerja ke {HOST}, Senin (5/5/2025)."
RECEIVED = (
    f"Kunjungan kerja {GUEST} yang diterima Ketua {HOST}, Wisnu Hadiningrat, berlangsung Senin (5/5/2025)."
)
GUEST_SPEAKS = f'"Kami belajar banyak," kata Ketua Komisi I {GUEST}, Sekar Arumdalu.'
HOST_SPEAKS = f'"Kami senang," kata Ketua {HOST}, Wisnu Hadiningrat.'


@pytest.mark.parametrize(
    ("text", "activity"),
    [
        (f"GIRIMUKTI - {CAME}\n\n{GUEST_SPEAKS}\n\n{HOST_SPEAKS}", "visit_incoming"),
        (f"GIRIMUKTI - {CAME}\n\n{GUEST_SPEAKS}", "visit_outgoing"),
        (f"GIRIMUKTI - {RECEIVED}\n\n{GUEST_SPEAKS}", "visit_incoming"),
        (f"Girimukti KABARGIRIMUKTI.com – {CAME}\n\n{GUEST_SPEAKS}", "visit_incoming"),
        (f"{HOST} Terima Kunjungan Kerja\n\n{CAME}\n\n{GUEST_SPEAKS}\n\n{HOST_SPEAKS}", "visit_incoming"),
        (f"{GUEST} Kunker ke {HOST}\n\nGIRIMUKTI - {CAME}\n\n{GUEST_SPEAKS}\n\n{HOST_SPEAKS}", "visit_outgoing"),
        (f"{CAME}\n\n{GUEST_SPEAKS}\n\n{HOST_SPEAKS}", "visit_outgoing"),
        (
            f"{GUEST} dan DPRD Kota Tirtasari melakukan kunjungan kerja ke {HOST}, Senin (5/5/2025).\n\n{GUEST_SPEAKS}\n\n{HOST_SPEAKS}",
            "visit_incoming",
        ),
        (
            f"Ketua {GUEST} saat di {COUNCIL}. (foto: humasdprdsukaraya)\n\nMEKARSARI - Komisi I {GUEST} melakukan kunjungan kerja ke {COUNCIL}, "
            f'Senin (5/5/2025).\n\n"Kami senang," kata Ketua {COUNCIL}, Danar Wicaksono.',
            "visit_outgoing",
        ),
        (f"Siswa SMP 3 Boja mengunjungi {HOST}, Senin (5/5/2025). Mereka ingin tahu.", "visit_incoming"),
        (f"GIRIMUKTI - {GUEST} melakukan kunjungan kerja ke beberapa daerah, Senin (5/5/2025).", "visit_outgoing"),
        (f"{GUEST} melakukan kunjungan kerja ke Kementerian Sosial, Senin (5/5/2025).", "visit_outgoing"),
    ],
)  # fmt: skip
def test_side_is_weighed_from_all_its_signs(text, activity):
    assert read(text, INDEX).as_dict()["activity"] == activity


def test_dateline_of_the_town_that_a_regency_is_led_from_is_its_own():
    slawi = next(code for town, code in regency_seats().items() if town == "slawi")
    regions = (*REGIONS, KnownRegion(slawi, "regency", "Kabupaten Rawasari", "Rawasari"))
    told = f"SLAWI - {GUEST} melakukan kunjungan kerja ke DPRD Kabupaten Rawasari, Senin (5/5/2025)."

    assert read(told, Tables(own=COUNCIL, regions=regions)).as_dict()["activity"] == "visit_incoming"


@pytest.mark.parametrize(
    ("text", "hosts", "guests", "bodies"),
    [
        (
            f"Sekretariat {HOST} menerima kunjungan kerja Dewan Undangan Negeri (DUN) Perlang. Tamu diterima Sekretaris {HOST} "
            "Wisnu Hadiningrat.",
            [f"Sekretariat {HOST}"],
            ["Dewan Undangan Negeri Perlang"],
            ["Dewan Undangan Negeri Perlang", f"Sekretariat {HOST}"],
        ),
        (
            f"{GUEST} berkunjung ke {HOST}. Tamu diterima Kabag Humas Sekretariat {HOST}, Wisnu Hadiningrat.",
            [HOST],
            [GUEST],
            [HOST, GUEST],
        ),
        (
            f"{GUEST} berkunjung ke Kabupaten Girimukti. Tamu diterima Dinas Sosial Kabupaten Girimukti.",
            ["Dinas Sosial Kabupaten Girimukti"],
            [GUEST],
            ["Dinas Sosial Kabupaten Girimukti", GUEST],
        ),
    ],
)  # fmt: skip
def test_one_body_stands_for_each_side(text, hosts, guests, bodies):
    found = read(text, INDEX).as_dict()

    assert (found["visit"]["hosts"], found["visit"]["guests"]) == (hosts, guests)
    assert sorted(body["name"] for body in found["institutions"]) == sorted(bodies)


@pytest.mark.parametrize(
    "text",
    [
        f"Anggota {GUEST}, Sekar Arumdalu, melaksanakan kunjungan kerja meninjau tanggul di Desa Sirnagalih, Senin (5/5/2025).",
        f"Secara rombongan wakil rakyat {GUEST} pergi ke Tirtasari, kata staf, Senin (5/5/2025). Dewan meninjau pasar.",
    ],
)
def test_journey_that_nobody_receives_is_no_visit(text):
    assert read(text, INDEX).as_dict()["visit"] is None


@pytest.mark.parametrize(
    ("text", "hosts", "guests"),
    [
        (f"Mahasiswa STAINU Girimukti melaksanakan audiensi akademik dengan {HOST}.", [HOST], ["STAINU Girimukti"]),
        (
            f"Majelis Mahasiswa Universitas Rimba Raya (MUR) mengadakan audiensi di Kantor {HOST}. Rombongan diterima Ketua {HOST}, "
            "Wisnu Hadiningrat.",
            [HOST],
            ["Universitas Rimba Raya"],
        ),
        (
            f'{HOST} menerima kunjungan kerja {GUEST}.\n\n"Terima kasih atas kunjungan dari DPRD Kota Tirtasari," kata Ketua {HOST}, '
            "Wisnu Hadiningrat.",
            [HOST],
            [GUEST],
        ),
        (f"Menjelang siang {GUEST} tiba di kantor {HOST}. Kunjungan kerja itu sehari saja.", [HOST], [GUEST]),
    ],
)  # fmt: skip
def test_sides_are_those_that_the_release_itself_tells_of(text, hosts, guests):
    visit = read(text, INDEX).as_dict()["visit"]

    assert (visit["hosts"], visit["guests"]) == (hosts, guests)


@pytest.mark.parametrize(
    ("text", "activity"),
    [
        ("DPRD Kota Mekarsari menggelar kunjungan kerja ke DPRD Kota Tirtasari.", "visit_outgoing"),
        (
            "TIRTASARI, humas.dprd.tirtasari.go.id - DPRD Kota Tirtasari menerima kunjungan kerja DPRD Kota Mekarsari. "
            "“Kami senang,” kata Ketua DPRD Kota Tirtasari, Gilang Pramudya.",
            "visit_incoming",
        ),
    ],
)
def test_own_councils_visit_may_be_told_by_the_other_side(text, activity):
    assert read(text, INDEX).activity == activity


@pytest.mark.parametrize(
    ("outlet", "activity"),
    [("KABARSUKARAYA", "visit_outgoing"), ("KABARLEMBAH", "visit_incoming")],
    ids=["the guests' own paper", "a paper of neither"],
)
def test_paper_that_bears_a_sides_region_in_its_name_tells_for_that_side(outlet, activity):
    text = (
        f"GIRIMUKTI, {outlet} - DPRD Kabupaten Sukaraya melakukan kunjungan kerja ke DPRD Kabupaten Girimukti, Senin (5/5/2025).\n\n"
        "Rombongan diterima Ketua DPRD Kabupaten Girimukti, Basuki."
    )

    assert read(text, INDEX).as_dict()["activity"] == activity


def test_paper_of_the_guests_province_tells_for_them_and_one_of_both_sides_province_for_none():
    twins = (*REGIONS, KnownRegion("96.02", "regency", "Kabupaten Segara Kulon", "Segara Kulon"))
    index = Index(Tables(own=COUNCIL, regions=twins))

    def told(guest, outlet):
        text = (
            f"GIRIMUKTI, {outlet} - DPRD {guest} melakukan kunjungan kerja ke DPRD Kabupaten Girimukti, Senin (5/5/2025).\n\n"
            "Rombongan diterima Ketua DPRD Kabupaten Girimukti, Basuki."
        )
        return read(text, index).as_dict()["activity"]

    assert told("Kabupaten Sukaraya", "KABARNUSALESTARI") == "visit_outgoing"
    assert told("Kabupaten Segara Kulon", "KABARSEGARAWETAN") == "visit_incoming"
    assert told("Kabupaten Segara Kulon", "KABARSEGARAKULON") == "visit_outgoing"


def test_dateline_of_a_region_that_is_host_without_a_body_named_is_the_hosts():
    text = "SUKARAYA, KABAR - DPRD Kabupaten Girimukti melakukan kunjungan kerja ke Kabupaten Sukaraya, Senin (5/5/2025)."

    found = read(text, INDEX).as_dict()

    assert (found["visit"]["hosts"], found["activity"]) == (
        ["Pemerintah Kabupaten Sukaraya"],
        "visit_incoming",
    )


def test_paper_of_another_town_in_the_guests_province_tells_for_them():
    far = (
        *REGIONS,
        KnownRegion("93", "province", "Provinsi Segara", "Segara"),
        KnownRegion("93.02", "regency", "Kabupaten Muara Pandan", "Muara Pandan"),
        KnownRegion("93.03", "regency", "Kabupaten Labuhanasri", "Labuhanasri"),
    )

    def told(outlet):
        text = (
            f"GIRIMUKTI, {outlet} - DPRD Kabupaten Muara Pandan melakukan kunjungan kerja ke DPRD Kabupaten Girimukti, Senin (5/5/2025).\n\n"
            "Rombongan diterima Ketua DPRD Kabupaten Girimukti, Basuki."
        )
        return read(text, Index(Tables(own=COUNCIL, regions=far))).activity

    assert told("LABUHANASRIPOST") == "visit_outgoing"
    # Girimukti, a shorter name in the paper's own, is the hosts'.
    assert told("LABUHANASRIGIRIMUKTI") == "visit_incoming"
    assert told("KABARBARU") == "visit_incoming"


@pytest.mark.parametrize(
    ("place", "activity"), [("SUKARAYA", "visit_outgoing"), ("MEKARSARI", "visit_incoming")]
)
def test_dateline_in_the_guests_own_town_is_theirs_even_at_the_own_council(place, activity):
    text = (
        f"{place}, KABAR BARU - {GUEST} melakukan kunjungan kerja ke DPRD Kota Mekarsari, Senin (5/5/2025).\n\n"
        "“Kami senang,” kata Ketua DPRD Kota Mekarsari, Gilang Pramudya."
    )

    assert read(text, INDEX).activity == activity


def test_town_that_bears_its_provinces_name_is_no_paper_of_that_province():
    regions = (
        *REGIONS,
        KnownRegion("93", "province", "Provinsi Segara", "Segara"),
        KnownRegion("93.71", "city", "Kota Segara Raya", "Segara Raya"),
    )
    text = (
        f"SEGARA RAYA, KABAR BARU - {GUEST} melakukan kunjungan kerja ke DPRD Kota Segara Raya, Senin (5/5/2025).\n\n"
        f"{GUEST_SPEAKS}"
    )

    assert read(text, Index(Tables(own=COUNCIL, regions=regions))).activity == "visit_outgoing"


@pytest.mark.parametrize(
    ("told", "activity"),
    [
        ([GUEST_SPEAKS], "visit_outgoing"),
        ([GUEST_SPEAKS, HOST_SPEAKS], "visit_incoming"),
        ([GUEST_SPEAKS, GUEST_SPEAKS.replace("banyak", "lagi"), GUEST_SPEAKS.replace("banyak", "lama"), GUEST_SPEAKS.replace("banyak", "juga"), HOST_SPEAKS], "visit_outgoing"),
    ],
)  # fmt: skip
def test_side_that_has_far_more_of_the_word_tells(told, activity):
    story = "\n\n".join([f"GIRIMUKTI - {CAME}", *told])

    assert read(story, INDEX).as_dict()["activity"] == activity


def test_dateline_behind_the_buttons_for_larger_letters_is_one():
    text = "Bupati Kunker ke Kota Tirtasari\nA A A SUKARAYA - Pemerintah Kabupaten Sukaraya melakukan kaji banding ke Pemerintah Kota Tirtasari, Senin (5/5/2025).\n\nCopyright © 2024 Kabar\nAll Rights Reserved"

    found = read(text, INDEX).as_dict()

    assert (found["dateline"]["place"], found["activity"], len(found["paragraphs"])) == (
        "Sukaraya",
        "visit_outgoing",
        1,
    )


def test_whose_view_is_told_of_has_the_word():
    told = f"Menurut Ketua {HOST}, Wisnu Hadiningrat, tamu itu menyenangkan."

    assert read(f"GIRIMUKTI - {CAME}\n\n{GUEST_SPEAKS}\n\n{told}", INDEX).activity == "visit_incoming"
