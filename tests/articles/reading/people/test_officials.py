from datetime import date

import pytest

from articles.reading import HeldPost, Index, KnownOfficial, Tables, read
from tests.articles.reading.tables import COUNCIL, INSTITUTIONS, REGIONS, TABLES

SECRETARY = HeldPost("Sekretaris", COUNCIL, "Komisi II", date(2024, 8, 5))


def people(text, *officials):
    tables = Tables(own=COUNCIL, regions=REGIONS, institutions=INSTITUTIONS, officials=officials)
    found = read(text, Index(tables)).as_dict()["officials"]
    return [(person["name"], person["match"], person["candidates"]) for person in found]


@pytest.mark.parametrize(
    ("printed", "match"),
    [
        ("Cristian Julianto", "christian-julianto"),
        ("Christian Julianto", "christian-julianto"),
        ("Christian Julianto Budi", None),
        ("Kristina Julianti", None),
    ],
)
def test_near_name_is_matched_only_with_the_same_body(printed, match):
    known = KnownOfficial("christian-julianto", "Christian Julianto", held=(SECRETARY,))

    found = people(f"Sekretaris Komisi II DPRD Kota Mekarsari, {printed}, hadir.", known)

    assert [entry[1] for entry in found] == [match]


@pytest.mark.parametrize(
    ("again", "count"),
    [("Edi Hariyanto Lamakarta", 1), ("Edi Harjono Lamakarta", 2), ("Edy Haryanto", 2)],
)
def test_long_name_a_letter_off_in_the_same_post_is_one_person(again, count):
    told = (
        f"MEKARSARI - Rapat {COUNCIL} dihadiri Wakil Ketua, Edi Haryanto Lamakarta. "
        + "Rapat itu lama sekali dan membahas jalan, air, pasar, sekolah dan terminal. " * 5
        + f"\n\nWakil Ketua, {again}, saat berada di pasar."
    )

    assert len(people(told)) == count


def test_near_name_of_another_body_is_only_a_candidate():
    known = KnownOfficial("christian-julianto", "Christian Julianto", held=(SECRETARY,))

    found = people("Ketua DPRD Kota Tirtasari, Cristian Julianto, hadir.", known)

    assert found == [("Cristian Julianto", None, ["christian-julianto"])]


def test_same_name_in_another_body_is_only_a_candidate():
    known = KnownOfficial("danar-wicaksono", "Danar Wicaksono", held=(SECRETARY,))

    found = people("Ketua DPRD Kota Tirtasari, Danar Wicaksono, hadir.", known)

    assert found == [("Danar Wicaksono", None, ["danar-wicaksono"])]


def test_other_spelling_on_file_is_the_same_person():
    known = KnownOfficial("rangkai-buana", "Rangkai Buana", other_names=("R. Buana",), held=(SECRETARY,))

    found = people("Sekretaris Komisi II DPRD Kota Mekarsari, R. Buana, hadir.", known)

    assert found == [("Rangkai Buana", "rangkai-buana", ["rangkai-buana"])]


def test_two_spellings_of_one_record_are_one_person():
    known = KnownOfficial("danar-wicaksono", "Danar Wicaksono", held=(SECRETARY,))

    found = people(
        "Sekretaris Komisi II DPRD Kota Mekarsari, Danar Wicaksono, hadir. Sekretaris Komisi II DPRD Kota Mekarsari, "
        "Dannar Wicaksono, menutup rapat.",
        known,
    )

    assert found == [("Danar Wicaksono", "danar-wicaksono", ["danar-wicaksono"])]


@pytest.mark.parametrize(
    ("post", "match"),
    [
        ("Sekretaris Komisi II", "danar-wicaksono"),
        ("Anggota Komisi II", None),
        ("Sekretaris Komisi IV", None),
    ],
)
def test_given_name_alone_is_matched_only_by_the_very_post(post, match):
    known = KnownOfficial("danar-wicaksono", "Danar Wicaksono", held=(SECRETARY,))

    found = people(f"{post} DPRD Kota Mekarsari, Danar, mengatakan hal itu, Rabu (12/3/2025).", known)

    assert [entry[1] for entry in found] == [match]


def test_part_of_two_names_is_given_to_nobody():
    text = "Hadir Agus Hermanto, S.H., dan Agus Setiadi, S.E., di aula. Agus mengatakan hal itu."
    tables = Tables(own=COUNCIL, regions=REGIONS)

    found = read(text, tables).as_dict()["officials"]

    assert [(person["name"], len(person["spans"])) for person in found] == [
        ("Agus Hermanto", 1),
        ("Agus Setiadi", 1),
    ]


def test_list_of_forty_members_keeps_every_name_and_title():
    first = ["Ambar", "Bayu", "Cakra", "Dimas", "Endah", "Fajar", "Galih", "Hana", "Intan", "Jati"]
    last = ["Prawira", "Santika", "Wardhana", "Kusuma"]
    names = [f"{one} {other}" for other in last for one in first]
    text = (
        "Rapat diikuti Anggota DPRD Kota Mekarsari, "
        + ", ".join(f"{name}, S.H., M.H." for name in names)
        + "."
    )

    found = read(text, Tables(own=COUNCIL, regions=REGIONS)).as_dict()["officials"]

    assert [(person["name"], person["back_title"], person["role"]) for person in found] == [
        (name, "S.H., M.H.", "Anggota DPRD Kota Mekarsari") for name in names
    ]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Ketua Komisi A DPRD Kota Tirtasari, Gandasari, yang menyambut tamu, hadir.", ["Gandasari"]),
        ("Rapat dipimpin Wakil Ketua, Irwandra, Sekretaris, Puspa Anindita.", ["Irwandra", "Puspa Anindita"]),
        ("Mereka ditemui dua anggota DPRD Kota Tirtasari yakni Suparmin dan Gita Anjani.", ["Suparmin", "Gita Anjani"]),
        (
            "Larasati tak sendiri, ia bersama Kamadatu Zulmi, Haira Mashita, dan Agustrina meninjau pasar.",
            ["Kamadatu Zulmi", "Haira Mashita", "Agustrina"],
        ),
        (
            "Ia ditemani beberapa anggotanya seperti I Nyoman Sutamba, I Wayan Wiyasa, dan I Ketut Anditha.",
            ["I Nyoman Sutamba", "I Wayan Wiyasa", "I Ketut Anditha"],
        ),
        (
            "Rombongan Komisi II terdiri dari Maxi Donal Tindara, Sukardana dan Kamaruzam. Maxi Donal Tindara meminta data.",
            ["Maxi Donal Tindara", "Sukardana", "Kamaruzam"],
        ),
        ("Gubernur Nusa Lestari Sampaikan LKPJ\n\nRapat paripurna membahas LKPJ, kata Larasati Dewi.", ["Larasati Dewi"]),
        (
            "Hadir Anggota Komisi D, DR. Rinjani A. Susanti, SE., MM., H. Erwandi, SE., dan secara virtual yakni Rendi Awanggana.",
            ["Rinjani A. Susanti", "Erwandi", "Rendi Awanggana"],
        ),
        ("Hadir Anggota Komis D DPRD Kota Mekarsari, Andru Rusmandi, di aula.", ["Andru Rusmandi"]),
        ("Tamu diterima Kasubag Humas, Abuya Salehudin. Dipaparkan Abuya, tamu tertib.", ["Abuya Salehudin"]),
        ("Hadir Wakil Ketua DPRD Kota Mekarsari Moch. Arif Mahmudin.", ["Moch. Arif Mahmudin"]),
        ("Anggota DPRD Kota Mekarsari Batal ke Pesisir\n\nRapat ditunda sampai pekan depan.", []),
        ("Pidato Wakil Wali Kota Mekarsari Periode 2025-2030 disambut hangat.", []),
        ("Hadir Sekretaris Daerah (H. Lalu Gitasena Ariadi) dan tamu.", ["Lalu Gitasena Ariadi"]),
        (
            "Rombongan Komisi II DPRD Kota Tirtasari dipimpin Ketuanya Rinjani Susanti didampingi Wakilnya H Erwandi ST dan tiga anggotanya, masing masing Gita Anjani,Suparmin Jaya serta Andru Rusmandi SE.",
            ["Rinjani Susanti", "Erwandi", "Gita Anjani", "Suparmin Jaya", "Andru Rusmandi"],
        ),
        ("Permintaan persetujuan dari Anggota DPRD Kota Mekarsari, Konsep Surat Keputusan DPRD.", []),
    ],
)  # fmt: skip
def test_names_stand_behind_posts_in_each_form(sentence, names):
    assert [name for name, _, _ in people(sentence)] == names


def test_common_words_of_a_headline_are_no_name():
    text = (
        "Komisi II DPRD Kota Mekarsari Minta Kepala Sekolah Aktif Sampaikan Hambatan\n\n"
        "MEKARSARI – Anggota Komisi II DPRD Kota Mekarsari, Danar Wicaksono, menegaskan hal itu, Senin (5/5/2025)."
    )

    assert [name for name, _, _ in people(text)] == ["Danar Wicaksono"]


@pytest.mark.parametrize(
    ("printed", "front", "name", "role"),
    [
        ("Wakil Bupati Sukaraya, Dr. HM. Nursyahid", "Dr. H", "M. Nursyahid", "Wakil Bupati Sukaraya"),
        ("Sekda Kabupaten Sukaraya, Drs HL Gitasena Ariadi", "Drs H", "L Gitasena Ariadi", "Sekda Kabupaten Sukaraya"),
        ("Wakil Kepala Sekolah Djamzurian Akbar", "", "Djamzurian Akbar", "Wakil Kepala Sekolah"),
        ("Juru bicara Banggar DPRD Kabupaten Sukaraya, Nurul Adhania", "", "Nurul Adhania", "Juru bicara Banggar DPRD Kabupaten Sukaraya"),
        (
            "Ketua DPRD Kota Mekarsari dari Fraksi Partai Amanat Nasional Arif Hartanto",
            "",
            "Arif Hartanto",
            "Ketua DPRD Kota Mekarsari",
        ),
    ],
)  # fmt: skip
def test_titles_grown_together_and_longer_posts_are_kept(printed, front, name, role):
    tables = Tables(own=COUNCIL, regions=REGIONS, institutions=INSTITUTIONS)

    found = read(f"{printed}, hadir.", tables).as_dict()["officials"]

    assert [(person["front_title"], person["name"], person["role"]) for person in found] == [
        (front, name, role)
    ]


def test_degrees_parted_by_a_space_are_kept_whole():
    text = "Hadir Ketua DPRD Kota Mekarsari, Hj. Sekar Arumdalu, S.H. M.H. dan H. Moro Hanafiah, SE. M. Comm., dari Tirtasari."
    tables = Tables(own=COUNCIL, regions=REGIONS, institutions=INSTITUTIONS)

    found = read(text, tables).as_dict()["officials"]

    assert [(person["name"], person["back_title"]) for person in found] == [
        ("Sekar Arumdalu", "S.H. M.H."),
        ("Moro Hanafiah", "SE. M. Comm."),
    ]


def test_post_ends_before_the_next_faction():
    text = "Fraksi PKS mengusulkan Tonika Wijaya sebagai Wakil Ketua I, dan Fraksi Golkar mengajukan Edwina Senja sebagai Wakil Ketua II."

    found = read(text, Tables(own=COUNCIL, regions=REGIONS)).as_dict()["officials"]

    assert [(person["name"], person["role"]) for person in found] == [
        ("Tonika Wijaya", "Wakil Ketua I"),
        ("Edwina Senja", "Wakil Ketua II"),
    ]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Hadir Kepala Dinas SDABM, Didit Ruswanda, di aula.", [("Didit Ruswanda", "Kepala Dinas SDABM")]),
        ("Hadir Kepala BP2RD, Raja Azmana, di aula.", [("Raja Azmana", "Kepala BP2RD")]),
        ("Tamu dipimpin Pjs. Bupati Girimukti, Setyajid.", [("Setyajid", "Pjs. Bupati Girimukti")]),
        ("Ia berterima kasih atas kunjungan Wali Kota Tirtassari bersama rombongan.", []),
        ("Ketua Tim Penyusun LKPJ hadir bersama Ketua LPM Pasanggaran.", []),
        ("Fungsi dewan ada tiga yakni Budgeting, Controlling dan Legislatif.", []),
        ("Seusai meresmikan Pasar Gedebang, Ketua DPRD Kota Mekarsari pulang.", []),
        (
            "Hadir Wakil Wali Kota Tirtasari, IGN Jaya Negara, di aula.",
            [("IGN Jaya Negara", "Wakil Wali Kota Tirtasari")],
        ),
        (
            "Hadir Wamendagri RI, Bima Wirya, dan Duta Besar Bengala, Tarikul Isman.",
            [("Bima Wirya", "Wamendagri RI"), ("Tarikul Isman", "Duta Besar Bengala")],
        ),
        (
            "Kata staf di Sekretariat DPRD Kota Mekarsari, M. Nurhana, tamu senang.",
            [("M. Nurhana", "staf di Sekretariat DPRD Kota Mekarsari")],
        ),
        ("Kepala daerah dan Kepala Daerah Serentak Nasional diundang.", []),
        (
            "Suradwi wakil ketua DPRD Kota Tirtasari, mengatakan tamunya banyak.",
            [("Suradwi", "wakil ketua DPRD Kota Tirtasari")],
        ),
        (
            "Purwanti, Sekretaris Dinas Sosial Girimukti mengatakan hal serupa.",
            [("Purwanti", "Sekretaris Dinas Sosial Girimukti")],
        ),
    ],
)
def test_posts_and_names_of_further_forms(sentence, found):
    tables = Tables(own=COUNCIL, regions=REGIONS, institutions=INSTITUTIONS)

    officials = read(sentence, Index(tables)).as_dict()["officials"]

    assert [(official["name"], official["role"]) for official in officials] == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Tamu diterima Wakil Ketua I dan III DPRD Kota Mekarsari, Budiraka dan Laisa Hamidah.",
            [("Budiraka", "Wakil Ketua I DPRD Kota Mekarsari"), ("Laisa Hamidah", "Wakil Ketua III DPRD Kota Mekarsari")],
        ),
        (
            "Kunker dipimpin Andira Irfana dan Patara Amir selaku Wakil Ketua Tim Penyusun didampingi Anggota Tim Penyusun lainnya, "
            "antara lain Kadir Halida dan Musakkir.",
            [
                ("Andira Irfana", "Wakil Ketua Tim Penyusun"),
                ("Patara Amir", "Wakil Ketua Tim Penyusun"),
                ("Kadir Halida", "Anggota Tim Penyusun"),
                ("Musakkir", "Anggota Tim Penyusun"),
            ],
        ),
        (
            "Terdapat 25 anggota DPRD Kota Mekarsari dan tiga staf yang datang, di antaranya Ir H Abidan, Muslih Fattah, Megawati.",
            [(name, "anggota DPRD Kota Mekarsari") for name in ("Abidan", "Muslih Fattah", "Megawati")],
        ),
        (
            "Kata Anggota DPRD Kota Mekarsari dari Partai Solidaritas Indonesia (PSI), Yosef Yolanda.",
            [("Yosef Yolanda", "Anggota DPRD Kota Mekarsari")],
        ),
        (
            "Yang ikut yakni Wakil Ketua Komisi I, Wiwika Rofika, Sekretaris Komisi I Ronaldi Gula, Ambo Dallena, Kaharuda.",
            [
                ("Wiwika Rofika", "Wakil Ketua Komisi I"),
                ("Ronaldi Gula", "Sekretaris Komisi I"),
                ("Ambo Dallena", ""),
                ("Kaharuda", ""),
            ],
        ),
        (
            "Tamu diterima Ketua Komisi A DPRD Kota Mekarsari, Salleh Dallena dan Andi Hery Attas.",
            [("Salleh Dallena", "Ketua Komisi A DPRD Kota Mekarsari"), ("Andi Hery Attas", "")],
        ),
        (
            "Tamu diterima perwakilan DPRD Kota Mekarsari, yakni Karlie Hanafiah dan HM Rosehan NB.",
            [("Karlie Hanafiah", "perwakilan DPRD Kota Mekarsari"), ("M Rosehan NB", "perwakilan DPRD Kota Mekarsari")],
        ),
        (
            "Hadir Kepala Bagian Persidangan DPRD, Zardi Syahrir, dan Ketua BP Perda DPRD Kota Mekarsari Algrin Gasana.",
            [
                ("Zardi Syahrir", "Kepala Bagian Persidangan DPRD"),
                ("Algrin Gasana", "Ketua BP Perda DPRD Kota Mekarsari"),
            ],
        ),
        (
            "Tamu diterima Staf Humas DPRD Kota Mekarsari, Leni, di ruang rapat. Semua senang, ujar Leni.",
            [("Leni", "Staf Humas DPRD Kota Mekarsari")],
        ),
        ("Kata Ketua Komisi A DPRD Kota Mekarsari, Gunawan, tamu tertib.", [("Gunawan", "Ketua Komisi A DPRD Kota Mekarsari")]),
        (
            "Yana Mulyasari menjadi Wali Kota Mekarsari menggantikan pendahulunya.",
            [("Yana Mulyasari", "Wali Kota Mekarsari")],
        ),
        ("Rumah milik keluarga Pak Agus dan Ibu Siti rusak.", []),
        (
            "Anggota DPRD Kota Mekarsari dari Komisi IV, Dr. Deysie Lumowati, hadir.",
            [("Deysie Lumowati", "Anggota DPRD Kota Mekarsari dari Komisi IV")],
        ),
        (
            "Posisi Ketua Komisi 1 akan dijabat Dedi Sipriyana,dari Fraksi PAN, dan Ketua Bapemperda dari Fraksi PKS, Hj. Yulfa Cindosa.",
            [("Dedi Sipriyana", "Ketua Komisi 1"), ("Yulfa Cindosa", "Ketua Bapemperda")],
        ),
        (
            "Hadir Kepala Bapkot Tirtasari Eri Tjahyadin dan Kapala Bagian (Kabag) Umum Drs Despiana.",
            [("Eri Tjahyadin", "Kepala Bapkot Tirtasari"), ("Despiana", "Kepala Bagian (Kabag) Umum")],
        ),
        (
            "Tamu disambut Kasubag Informasi dan Pemberitaan DPRD Kota Mekarsari, Daru Idrisan, dan perwakilan dari Dinas Sosial Kota "
            "Mekarsari Ahmada Sunawa, S.Sos., serta Kepala Bagian Fasilitas Umum dan Pengawasan Lingkungan Sekretariat DPRD Bambang Budota.",
            [
                ("Daru Idrisan", "Kasubag Informasi dan Pemberitaan DPRD Kota Mekarsari"),
                ("Ahmada Sunawa", "perwakilan dari Dinas Sosial Kota Mekarsari"),
                ("Bambang Budota", "Kepala Bagian Fasilitas Umum dan Pengawasan Lingkungan Sekretariat DPRD"),
            ],
        ),
        (
            "Kata Kasubbag Dokumentasi dan Publikasi Junelfa dan Pimpinan Sementara DPRD Kota Mekarsari Agus Setiana.",
            [
                ("Junelfa", "Kasubbag Dokumentasi dan Publikasi"),
                ("Agus Setiana", "Pimpinan Sementara DPRD Kota Mekarsari"),
            ],
        ),
        ("Anggota Pansus 1, lainnya, Yudi Cahyana menekankan itu.", [("Yudi Cahyana", "Anggota Pansus 1")]),
        ("“Alhamdulillah, sebagai anggota Komisi II DPRD Kota Mekarsari, saya senang,” ujarnya.", []),
        (
            "Rombongan membawa serta anggota komisi I, sepeti Soni Lelana, Zakari Tatukuda, dan Suryana Yusufa.",
            [(name, "anggota komisi I") for name in ("Soni Lelana", "Zakari Tatukuda", "Suryana Yusufa")],
        ),
        (
            "Rombongan itu antara lain Soni Lelana, Zakari Tatukuda, dan Suryana Yusufa.",
            [("Soni Lelana", ""), ("Zakari Tatukuda", ""), ("Suryana Yusufa", "")],
        ),
        (
            "Hadir Ketua Komisi II DPRD Kota Mekarsari, Soni Lelana, dan Sekretaris Komisi Zakari Tatukuda.",
            [("Soni Lelana", "Ketua Komisi II DPRD Kota Mekarsari"), ("Zakari Tatukuda", "Sekretaris Komisi")],
        ),
        ("“Ayo ajak warga,” jelas Mang Zakari Tatukuda dalam pidatonya.", [("Zakari Tatukuda", "")]),
        ("Dinas itu mencari kepala dinas Eselon II yang baru. Eselon III menunggu.", []),
        (
            "Hadir Ketua Komisi D DPRD Kota Mekarsari, Soni Lelana, serta para anggota komisi yaitu, H. Zakari Tatukuda, S.E.; drg. "
            "Suryana Yusufa.",
            [
                ("Soni Lelana", "Ketua Komisi D DPRD Kota Mekarsari"),
                ("Zakari Tatukuda", "anggota komisi"),
                ("Suryana Yusufa", "anggota komisi"),
            ],
        ),
        (
            "Rapat dipimpin Ketua Pansus 6 Soni Lelana serta Anggota Pansus drg. Suryana Yusufa dan H. Zakari Tatukuda, S.E.",
            [
                ("Soni Lelana", "Ketua Pansus 6"),
                ("Suryana Yusufa", "Anggota Pansus"),
                ("Zakari Tatukuda", "Anggota Pansus"),
            ],
        ),
        (
            "Anggota DPRD Kota Mekarsari Soni Lelana dan dr. Zakari Tatukuda hadir. Kata Sekretaris Komisi I DPRD Kota Mekarsari, Soni "
            "Lelana, acaranya bagus.",
            [
                ("Soni Lelana", "Sekretaris Komisi I DPRD Kota Mekarsari"),
                ("Zakari Tatukuda", "Anggota DPRD Kota Mekarsari"),
            ],
        ),
        (
            "Suryana Yusufa menemui tamu selaku Ketua Komisi A DPRD Kota Mekarsari.",
            [("Suryana Yusufa", "Ketua Komisi A DPRD Kota Mekarsari")],
        ),
        (
            "Kata Wakil Bamus DPRD Kota Mekarsari, Hj. Suryana Yusufa, S.Pd., tamu senang.",
            [("Suryana Yusufa", "Wakil Bamus DPRD Kota Mekarsari")],
        ),
        (
            "Kata Asisten Administrasi Umum Sekretaris Daerah Kota Mekarsari, Suryana Yusufa, SH., tamu senang.",
            [("Suryana Yusufa", "Asisten Administrasi Umum Sekretaris Daerah Kota Mekarsari")],
        ),
        (
            "Di pintu berdiri Suryana Yusufa wakil ketua komisi D. Melihat 6 orang anggota DPRD Tirtasari Yusufa tersenyum.",
            [("Suryana Yusufa", "wakil ketua komisi D")],
        ),
        ("Tim yang diketua Zakari Tatukuda pulang.", [("Zakari Tatukuda", "")]),
        (
            "Tamu disambut komisi D, Soni Lelana, Zakari Tatukuda, dan Suryana Yusufa. Soni Lelana mengatakan senang.",
            [("Soni Lelana", ""), ("Zakari Tatukuda", ""), ("Suryana Yusufa", "")],
        ),
    ],
)  # fmt: skip
def test_lists_and_single_names_of_further_forms(sentence, found):
    tables = Tables(own=COUNCIL, regions=REGIONS, institutions=INSTITUTIONS)

    officials = read(sentence, Index(tables)).as_dict()["officials"]

    assert [(official["name"], official["role"]) for official in officials] == found


@pytest.mark.parametrize(
    ("printed", "split"),
    [
        ("Penyusun Naskah Prof. Dr.Ir.Euis Sunarya, M.Si.", ("Prof. Dr.Ir.", "Euis Sunarya", "M.Si.")),
        ("Ketua Komisi II Salmia Rambey, S.Pd.I, M. Sos, hadir", ("", "Salmia Rambey", "S.Pd.I, M. Sos")),
        ("Asisten Tata Praja Kota Mekarsari, L. Indra bangsawan, SH hadir", ("", "L. Indra bangsawan", "SH")),
        ("Tamu diterima Bapak H. Lukmanul Hakimah dari Fraksi PAN", ("H.", "Lukmanul Hakimah", "")),
        ("Selamat kepada Sdr. H. Lukmanul Hakimah, S.E., di aula", ("H.", "Lukmanul Hakimah", "S.E.")),
    ],
)
def test_titles_are_split_from_the_name_in_further_forms(printed, split):
    tables = Tables(own=COUNCIL, regions=REGIONS, institutions=INSTITUTIONS)

    found = read(printed, Index(tables)).as_dict()["officials"]

    assert [(person["front_title"], person["name"], person["back_title"]) for person in found] == [split]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Ketua Komisi II DPRD Kota Mekarsari, Imanda Lestariyo : Cermat\n\nKetua Komisi II DPRD Kota Mekarsari, Imanda Lestariyono, "
            "berpesan. Itu papar Imanda Lestariyono.",
            "Imanda Lestariyono",
        ),
        ("Kasubag Humas Moch. Arif Mahmudin menerima tamu. Kasubag Humas Moh. Arif Mahmudin senang.", "Moch. Arif Mahmudin"),
    ],
)  # fmt: skip
def test_name_that_is_misprinted_once_is_one_person(text, name):
    assert [found for found, _, _ in people(text)] == [name]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Tamu diterima Kepala Bagian (Kabag) Persidangan dan Produk Hukum DPRD Kota Mekarsari Sarto.",
            [("Sarto", "Kepala Bagian (Kabag) Persidangan dan Produk Hukum DPRD Kota Mekarsari")],
        ),
        (
            "Acara dibuka oleh Kabag Umum DPRD Kota\nMekarsari,\nSubur, Sekretaris Komisi II DPRD Kota Mekarsari, Soni Lelana.",
            [
                ("Subur", "Kabag Umum DPRD Kota Mekarsari"),
                ("Soni Lelana", "Sekretaris Komisi II DPRD Kota Mekarsari"),
            ],
        ),
        (
            "Hadir Kepala Bidang Arsip sekaligus Direktur Umum, Zakari Tatukuda SH, dan Kepala Seksi Layanan Informasi merangkap Staff "
            "Direksi, Suryana Yusufa.",
            [
                ("Zakari Tatukuda", "Kepala Bidang Arsip sekaligus Direktur Umum"),
                ("Suryana Yusufa", "Kepala Seksi Layanan Informasi merangkap Staff Direksi"),
            ],
        ),
        (
            "Hadir Direktur Utama, Soni Lelana, dan Direktur Operasional LPPL Radio Kota Lembayung, M Darmansya.",
            [
                ("Soni Lelana", "Direktur Utama"),
                ("M Darmansya", "Direktur Operasional LPPL Radio Kota Lembayung"),
            ],
        ),
        (
            "Rapat diikuti beberapa anggota Komisi II, yaitu Soni Lelana, ST; Hj. Suryana Yusufa.\nKemudian, Zakari Tatukuda, SE; DR Wira "
            "Adiguna, SE., MM; dan Anggota Komisi I, Arga Pinasti.",
            [
                *((name, "anggota Komisi II") for name in ("Soni Lelana", "Suryana Yusufa", "Zakari Tatukuda", "Wira Adiguna")),
                ("Arga Pinasti", "Anggota Komisi I"),
            ],
        ),
        (
            "Rapat diikuti anggota Komisi II, yaitu Soni Lelana dan Hj. Suryana Yusufa. Serta Zakari Tatukuda, Wira Adiguna, dan Arga Pinasti.",
            [(name, "anggota Komisi II") for name in ("Soni Lelana", "Suryana Yusufa", "Zakari Tatukuda", "Wira Adiguna", "Arga Pinasti")],
        ),
        (
            "Rapat diikuti anggota Komisi II, yaitu Soni Lelana. Kemudian, Zakari Tatukuda menjelaskan isi raperda.",
            [("Soni Lelana", "anggota Komisi II"), ("Zakari Tatukuda", "")],
        ),
        (
            "Hadir Soni Lelana(Kasi. Jembatan), Suryana Yusufa(Kabid. Bina Marga), dan Zakari Tatukuda (Staf Bina Marga).",
            [
                ("Soni Lelana", "Kasi. Jembatan"),
                ("Suryana Yusufa", "Kabid. Bina Marga"),
                ("Zakari Tatukuda", "Staf Bina Marga"),
            ],
        ),
        (
            "Tamu diterima Wakil Ketua DPRD Kota Mekarsari, Sonilelana(PDI Perjuangan) dan Tatukuda(PKB) di ruang rapat.",
            [(name, "Wakil Ketua DPRD Kota Mekarsari") for name in ("Sonilelana", "Tatukuda")],
        ),
        (
            "Rombongan membawa anggota Komisi II. Mereka terdiri atas Soni Lelana, Zakari Tatukuda dan Suryana Yusufa.",
            [(name, "anggota Komisi II") for name in ("Soni Lelana", "Zakari Tatukuda", "Suryana Yusufa")],
        ),
        ("Anggota DPRD Kota Mekarsari, Fraksi PAN dapil 3 (Suryana Yusufa) meninjau saluran.", [("Suryana Yusufa", "Anggota DPRD Kota Mekarsari")]),
        ("DPRD Kota Mekarsari mengundang perwakilan Inspektorat Soni Lelana, S.H.", [("Soni Lelana", "perwakilan Inspektorat")]),
        ("Dihadiri Asisten Dua Pemkab Girimukti Soni Lelana.", [("Soni Lelana", "Asisten Dua Pemkab Girimukti")]),
        ("Soni Lelana ditetapkan sebagai Ketua Pansus 2.", [("Soni Lelana", "Ketua Pansus 2")]),
        ("Wakil Ketua DPRD Kota Mekarsari Haji Tatukuda mengungkapkan hal itu.", [("Tatukuda", "Wakil Ketua DPRD Kota Mekarsari")]),
        ("Hadir Ketua Komisi II Muhammad Zaki Al Atas, S.H.", [("Muhammad Zaki Al Atas", "Ketua Komisi II")]),
        ("Hal itu disampaikan Ketua Komisi III Anak Agung Gde Rai.", [("Anak Agung Gde Rai", "Ketua Komisi III")]),
        (
            "Dapat Aduan, Anggota DPRD Mekarsari Tinjau Saluran Air Jebol.\n\nAnggota DPRD Kota Mekarsari, Soni Lelana, meninjau saluran.\n\n"
            "Saluran itu jebol.",
            [("Soni Lelana", "Anggota DPRD Kota Mekarsari")],
        ),
        ("Ketua rombongan dari Sukaraya, Soni Lelana, setuju.", [("Soni Lelana", "Ketua rombongan")]),
        ("Hadir Dandim 0609 Letkol Arm Soni Lelana.", [("Soni Lelana", "Dandim 0609")]),
        ("Hadir Kepala Dinas Perikanan Girimukti H Soni Lelana AP MSi.", [("Soni Lelana", "Kepala Dinas Perikanan Girimukti")]),
        ("Didampingi Kabag Prokopim Setda Kota Mekarsari Soni Lelana.", [("Soni Lelana", "Kabag Prokopim Setda Kota Mekarsari")]),
        (
            "Pelaksana PT Graha Puncak, kemarin, diam. Manajer Proyek PT Graha Puncak Soni Lelana siap.",
            [("Soni Lelana", "Manajer Proyek PT Graha Puncak")],
        ),
        ("Tamu diterima di Ruang Soni Lelana, kantor wali kota.", []),
        ("Rapat di Ruang Komisi 3, Jln.Dra. Hj. Suryana Yusufa No.5.", []),
        ("Hadir Kapolres Mekarsari Kota AKBP Soni Lelana.", [("Soni Lelana", "Kapolres Mekarsari Kota")]),
        ("Soni Lelana selaku arsiparis ahli muda mengungkapkan itu.", [("Soni Lelana", "arsiparis ahli muda")]),
        ("Guru PPKn SMP Negeri 27 Mekarsari, Suryana Yusufa, senang.", [("Suryana Yusufa", "Guru PPKn SMP Negeri 27 Mekarsari")]),
        ("Didampingi Penyusun Risalah Soni Lelana, A.Md.", [("Soni Lelana", "Penyusun Risalah")]),
        ("Suryana Yusufa, salah satu anggota Pansus 9, menilai tidak.", [("Suryana Yusufa", "anggota Pansus 9")]),
        ("Suryana Yusufa, salah seorang anggota Komisi II, setuju.", [("Suryana Yusufa", "anggota Komisi II")]),
        (
            "Wakil Ketua Pansus Ranperda Kearsipan, Suryana Yusufa, setuju.",
            [("Suryana Yusufa", "Wakil Ketua Pansus Ranperda Kearsipan")],
        ),
        (
            "Ketua Pansus Raperda Ketertiban Umum, Ketenteraman dan Perlindungan Masyarakat DPRD Kota Mekarsari Suryana Yusufa setuju.",
            [
                (
                    "Suryana Yusufa",
                    "Ketua Pansus Raperda Ketertiban Umum, Ketenteraman dan Perlindungan Masyarakat DPRD Kota Mekarsari",
                )
            ],
        ),
        ("Dasarnya Peraturan Menteri Perdesa No. 7 tahun 2022.", []),
        ("Dasarnya Surat Edaran Gubernur Pinasti Nomor 4 dan Keputusan Kepala Lemsaneg No 7 Tahun 2020.", []),
        (
            "Hadir Plt. Dinas Perhubungan Kota Mekarsari, Ibu Suryana Yusufa, dan Plh Bappeda Kota Mekarsari Bapak H. Soni Lelana.",
            [
                ("Suryana Yusufa", "Plt. Dinas Perhubungan Kota Mekarsari"),
                ("Soni Lelana", "Plh Bappeda Kota Mekarsari"),
            ],
        ),
        (
            "Hadir Kepala Dinas Perhubungan Kota Mekarsari Rini Handarsa. Kata Kepala Dinas Perhubungan Rini Handars, jalan rapi.",
            [("Rini Handarsa", "Kepala Dinas Perhubungan Kota Mekarsari")],
        ),
        (
            "Hadir anggota Komisi II Soni Lelana. Kata anggota Komisi II Sena Lelana, jalan rapi.",
            [("Soni Lelana", "anggota Komisi II"), ("Sena Lelana", "anggota Komisi II")],
        ),
        (
            "Hadir Dandim 0615/Mekarsari Letkol Inf. Bayu Perkasa dan Danramil 1501-02/Sirna Kapten Inf. Arga Pinasti.",
            [("Bayu Perkasa", "Dandim 0615/Mekarsari"), ("Arga Pinasti", "Danramil 1501-02/Sirna")],
        ),
        (
            "Tamu disambut Kepala Seksi Arsip Hj. Nani Suryani, SE., MM, beserta Kabid Anggaran, Dede. Hadir Sekretaris Pansus 7, Rendi; serta "
            "Anggota Pansus 7: Ade Sobari; Mimin Mintarsih; dan Uus.",
            [
                ("Nani Suryani", "Kepala Seksi Arsip"),
                ("Dede", "Kabid Anggaran"),
                ("Rendi", "Sekretaris Pansus 7"),
                *((name, "Anggota Pansus 7") for name in ("Ade Sobari", "Mimin Mintarsih", "Uus")),
            ],
        ),
        (
            "Hadir Kabid Anggaran, Narasumber, Anggota Pansus 7 Ade Sobari, Mimin Mintarsih, dan Akademisi.",
            [("Ade Sobari", "Anggota Pansus 7"), ("Mimin Mintarsih", "Anggota Pansus 7")],
        ),
        (
            "Hadir Sekretaris Komisi II, Soni Lelana. Sekretaris Komisi II DPRD Kota Mekarsari, Soni Lelana, memastikan jalan rapi.",
            [("Soni Lelana", "Sekretaris Komisi II DPRD Kota Mekarsari")],
        ),
        (
            "Hadir Sekretaris Komisi I Soni Lelana, Ambo Dalle, Kaharudi, Enos Pasaura.",
            [("Soni Lelana", "Sekretaris Komisi I"), ("Ambo Dalle", ""), ("Kaharudi", ""), ("Enos Pasaura", "")],
        ),
        (
            "Anggota yang ikut ialah Nihaya Wafiro, Krisdayati, I Ketut Karyasa, dan Haruna.",
            [(name, "Anggota") for name in ("Nihaya Wafiro", "Krisdayati", "I Ketut Karyasa", "Haruna")],
        ),
        (
            "Beberapa anggota Panja lain yang ikut serta antara lain H. Zakari Tatukuda dan Soni Lelana.",
            [("Zakari Tatukuda", "anggota Panja"), ("Soni Lelana", "anggota Panja")],
        ),
        (
            "Rapat dengan Anggota Pansus 6 yang datang Ir. H. Soni Lelana, N. Suryana Yusufa, S.E.",
            [("Soni Lelana", "Anggota Pansus 6"), ("N. Suryana Yusufa", "Anggota Pansus 6")],
        ),
        (
            "Datang Staf Ahli 1, Soni Lelana dan Staf Ahli 2, I Putu Wiadyana.",
            [("Soni Lelana", "Staf Ahli 1"), ("I Putu Wiadyana", "Staf Ahli 2")],
        ),
        (
            "Hadir Ketua sementara DPRD Kota Mekarsari, Soni Lelana, dan Wakil Ketua, Aristah.",
            [("Soni Lelana", "Ketua sementara DPRD Kota Mekarsari"), ("Aristah", "Wakil Ketua")],
        ),
        (
            "Balai kota didatangi Menteri Dalam Negeri (Mendagri) Soni Lelana.",
            [("Soni Lelana", "Menteri Dalam Negeri (Mendagri)")],
        ),
        (
            "Dikatakan Karo Adpim Setda Kota Mekarsari Soni Lelana, S.STP, M.Si.",
            [("Soni Lelana", "Karo Adpim Setda Kota Mekarsari")],
        ),
        (
            "Mereka diterima Kasubdit Wilayah I, Soni Lelana, dan Kabag Persidangan dan Perundangan-Undangan, Suryana Yusufa.",
            [("Soni Lelana", "Kasubdit Wilayah I"), ("Suryana Yusufa", "Kabag Persidangan dan Perundangan-Undangan")],
        ),
        (
            "Yang menyambut pejabat Sekretariat DPRD Kota Mekarsari Soni Lelana dan Suryana Yusufa.",
            [(name, "pejabat Sekretariat DPRD Kota Mekarsari") for name in ("Soni Lelana", "Suryana Yusufa")],
        ),
        (
            "Sekretaris DPRD Kota Mekarsari Drs H Soni Mas Lelana mengiyakan. Wakil pimpinan DPRD Kota Mekarsari Suryana Yusufa setuju.",
            [
                ("Soni Mas Lelana", "Sekretaris DPRD Kota Mekarsari"),
                ("Suryana Yusufa", "Wakil pimpinan DPRD Kota Mekarsari"),
            ],
        ),
        (
            "Ketua DPRD Kota Mekarsari, Dr. Soni Lelana Karya Guna, hadir.",
            [("Soni Lelana Karya Guna", "Ketua DPRD Kota Mekarsari")],
        ),
        (
            "Sidak didampingi Sekretaris Komisi I, Soni Lelana, serta beberapa anggota lainnya, termasuk Vivita, Lewina, dan Suryana Yusufa.",
            [
                ("Soni Lelana", "Sekretaris Komisi I"),
                *((name, "anggota") for name in ("Vivita", "Lewina", "Suryana Yusufa")),
            ],
        ),
        (
            "Hadir pada RDP tersebut, Soni Lelana DS, M.Zakari Tatukuda, dan Suryana Yusufa.",
            [("Soni Lelana DS", ""), ("M.Zakari Tatukuda", ""), ("Suryana Yusufa", "")],
        ),
        (
            "Rapat dipimpin Wakil Ketua ll DPRD Kota Mekarsari, Soni Lelana, dan Wakil Rektor III Universitas Lembayung, Suryana Yusufa.",
            [
                ("Soni Lelana", "Wakil Ketua ll DPRD Kota Mekarsari"),
                ("Suryana Yusufa", "Wakil Rektor III Universitas Lembayung"),
            ],
        ),
        (
            "Rombongan dipimpin oleh I Gusti Made Ada, dan dihadiri Pj. Wali Kota Mekarsari Sang Made Mahendra.",
            [("I Gusti Made Ada", ""), ("Sang Made Mahendra", "Pj. Wali Kota Mekarsari")],
        ),
        (
            "Ketua PM Galaksi H. Zakari Tatukuda bersyukur. Ketua RT 06 RW 07 Derwana, Yonosi menuturkan hal serupa.",
            [("Zakari Tatukuda", ""), ("Yonosi", "Ketua RT 06 RW 07 Derwana")],
        ),
        (
            "Hal itu dikatakan wakil wali kota Mekarsari Soni Lelana dan ketua DPRD Kota Mekarsari Sementara, Suryana Yusufa.",
            [
                ("Soni Lelana", "wakil wali kota Mekarsari"),
                ("Suryana Yusufa", "ketua DPRD Kota Mekarsari Sementara"),
            ],
        ),
        (
            "Rapat mengangkat Soni Lelana dari Fraksi PKS sebagai Ketua DPRD Kota Mekarsari.",
            [("Soni Lelana", "Ketua DPRD Kota Mekarsari")],
        ),
        (
            "Hadir Bupati Lembah Pela Soni Lelana. Bersama Pemkab Lembah Pala ia pulang.",
            [("Soni Lelana", "Bupati Lembah Pela")],
        ),
        (
            "Rombongan dipimpin Ketua Komisi I Tirtasari H. Zakari Tatukuda dan Wakil Ketua DPRD Kota Mekarsari, Yonosi (tengah).",
            [("Zakari Tatukuda", "Ketua Komisi I Tirtasari"), ("Yonosi", "Wakil Ketua DPRD Kota Mekarsari")],
        ),
        (
            "Hadir Subid Kewaspadaan Tiursa, Kasie PPL, Usmana, dan Asisten Deputi Kebijakan Publik, Soni Lelana.",
            [
                ("Tiursa", "Subid Kewaspadaan"),
                ("Usmana", "Kasie PPL"),
                ("Soni Lelana", "Asisten Deputi Kebijakan Publik"),
            ],
        ),
        (
            "Kegiatan dipimpin dosen pembimbing Suswanta dan Pejabat Sementara Wali Kota Mekarsari Drs. Soni Lelana, M.Si.",
            [
                ("Suswanta", "dosen pembimbing"),
                ("Soni Lelana", "Pejabat Sementara Wali Kota Mekarsari"),
            ],
        ),
        ("Laporan pansus disampaikan oleh Suminar, yang minta tambahan.", [("Suminar", "")]),
        ("Melalui juru bicaranya, Sadiman mengatakan hal itu.", [("Sadiman", "")]),
        ("Laporan disampaikan oleh Golkar, yang setuju, lalu oleh Mekarsari.", []),
        (
            "Dewan kini dipimpin Soni Lelana (PKS) sebagai ketua, dan Suryana Yusufa (Golkar) sebagai wakil ketua II.",
            [("Soni Lelana", "ketua"), ("Suryana Yusufa", "wakil ketua II")],
        ),
        (
            "Rombongan dipimpin Ketua Pansus I DPRD Kabupaten Sukaraya Provinsi Nusa Lestari, Soni Lelana, S.Sos. Ikut Zakari Tatukuda dari Demokrat.",
            [
                ("Soni Lelana", "Ketua Pansus I DPRD Kabupaten Sukaraya Provinsi Nusa Lestari"),
                ("Zakari Tatukuda", ""),
            ],
        ),
        ("Warga Griya Asmara juga meminta jalan, yakni Eksekutif dan Legislatif bekerja sama.", []),
        ("Payungnya yakni Undang-Undang Nomor 2 Tahun 2018. Datang Setda, Dinas, dan SKPD.", []),
        ("Kepada Koran Sertuya, Ketua Komisi I menyebut tamu itu tiba di Bumi Blambaran.", []),
    ],
)  # fmt: skip
def test_posts_lists_and_misspellings_of_yet_further_forms(sentence, found):
    tables = Tables(own=COUNCIL, regions=REGIONS, institutions=INSTITUTIONS)

    officials = read(sentence, Index(tables)).as_dict()["officials"]

    assert [(official["name"], official["role"]) for official in officials] == found


@pytest.mark.parametrize(
    ("printed", "split"),
    [
        *(
            (f"Tamu diterima Anggota Komisi II {title} Zulfadli.", (title, "Zulfadli", ""))
            for title in ("Ustad", "Ustadz", "Ustaz", "Ustadzah", "Buya", "TGH.", "Tuan Guru", "Kiai", "Kyai Haji")
        ),
        ("Hadir TGH. Muhajirin, Lc., di aula.", ("TGH.", "Muhajirin", "Lc.")),
        ("Hadir Buya H. Syamsuddin Arsyi di aula.", ("Buya H.", "Syamsuddin Arsyi", "")),
        ("Kata drg. Melati Kusumaningtyas., Sp.Orto, gigi sehat.", ("drg.", "Melati Kusumaningtyas", "Sp.Orto")),
        ("Hadir Soni Lelana, S.Si, M.Ak, CRMO. Tamu senang.", ("", "Soni Lelana", "S.Si, M.Ak, CRMO")),
    ],
)  # fmt: skip
def test_religious_and_other_titles_are_split_from_the_name(printed, split):
    tables = Tables(own=COUNCIL, regions=REGIONS, institutions=INSTITUTIONS)

    officials = read(printed, Index(tables)).as_dict()["officials"]

    assert [(o["front_title"], o["name"], o["back_title"]) for o in officials] == [split]


def test_name_is_no_longer_than_printed_though_the_record_has_more_of_it():
    person = read("Ketua Komisi II DPRD Kota Mekarsari, Larasati Dewi, hadir.", Index(TABLES)).as_dict()[
        "officials"
    ][0]

    assert (person["name"], person["match"]) == ("Larasati Dewi", "larasati-dewi-wiguna")


def test_given_name_is_of_the_one_whose_own_name_it_is_part_of():
    officials = (
        KnownOfficial("sari-wiguna", "Sari Wiguna"),
        KnownOfficial(
            "sari-kartika",
            "Sari Kartika",
            "",
            ("Sari Wiguna",),
            (HeldPost("Ketua", COUNCIL, "Komisi II", date(2024, 8, 5)),),
        ),
    )
    tables = Tables(own=COUNCIL, officials=officials, institutions=INSTITUTIONS, regions=REGIONS)

    person = read(
        "Ketua Komisi II DPRD Kota Mekarsari, Sari, hadir, Senin (5/5/2025).", Index(tables)
    ).as_dict()["officials"][0]

    assert person["match"] == "sari-kartika"


@pytest.mark.parametrize(
    "text",
    [
        "Kota Mekarsari memiliki dua RPH, yakni RPH Cibening dan RPH Cirangrang Kopo.",
        "Rekomendasi dari Deputi Pencegahan KPK dibahas.",
        "DPRD Minta Pengelola Melati Artha Park\n\nPengelola taman itu, Artha Park, diminta hadir.",
    ],
)
def test_facilities_by_their_initials_and_things_sent_are_nobody(text):

    assert read(text, Index(TABLES)).as_dict()["officials"] == []
