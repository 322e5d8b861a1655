"""Which post each named person holds, as it is printed, and of which body."""

import pytest

from articles.reading import Index, read
from tests.articles.reading.tables import COUNCIL, TABLES

INDEX = Index(TABLES)


def held(text):
    return [(person["name"], person["role"]) for person in read(text, INDEX).as_dict()["officials"]]


def held_at_meeting(sentence):
    return held(f"DPRD Kota Mekarsari menggelar rapat.\n\n{sentence}")


def bodies_of(text):
    return {person["name"]: person["institution"] for person in read(text, INDEX).as_dict()["officials"]}


@pytest.mark.parametrize(
    ("sentence", "names_with_posts"),
    [
        (
            "Rapat dibuka Kepala Puskesmas Cempaka dr. Rangkai Buana dan Kepala UPT Pasar Kenanga, Gilang Pramudya.",
            [("Rangkai Buana", "Kepala Puskesmas Cempaka"), ("Gilang Pramudya", "Kepala UPT Pasar Kenanga")],
        ),
        (
            "Rapat dibuka Kapolsek Cempaka Kompol Gilang Pramudya dan Kapolsek Kenanga, Danar Wicaksono.",
            [("Gilang Pramudya", "Kapolsek Cempaka"), ("Danar Wicaksono", "Kapolsek Kenanga")],
        ),
        (
            "Ketua FPSM, Gilang Pramudya, dan Sekretaris FPSM Rangkai Buana menyerahkan surat.",
            [("Gilang Pramudya", "Ketua FPSM"), ("Rangkai Buana", "Sekretaris FPSM")],
        ),
        (
            "Ketua Laskar Pasar Lama Kota Mekarsari, Gilang Pramudya, menyerahkan surat.",
            [("Gilang Pramudya", "Ketua Laskar Pasar Lama Kota Mekarsari")],
        ),
        (
            "Ketua Karang Taruna Kelurahan Kenanga, Gilang Pramudya, menyerahkan surat bersama Ketua RW 05 Danar.",
            [("Gilang Pramudya", "Ketua Karang Taruna Kelurahan Kenanga"), ("Danar", "Ketua RW 05")],
        ),
        ("Ketua RW 05, Danar (54), berharap banyak.", [("Danar", "Ketua RW 05")]),
        ("Camat Taman Dra. Rangkai Buana hadir.", [("Rangkai Buana", "Camat Taman")]),
        (
            "Wakil Wali Kota Mekarsari, Maryama didampingi Kepala Bagian Umum Rangkai Buana hadir.",
            [("Maryama", "Wakil Wali Kota Mekarsari"), ("Rangkai Buana", "Kepala Bagian Umum")],
        ),
        ("Acara diisi Dr. Rangkai Buana selaku dosen Unla.", [("Rangkai Buana", "dosen Unla")]),
        (
            "Tampak Rangkai Buana selaku Anggota Komisi IV DPRD Kota Mekarsari bicara.",
            [("Rangkai Buana", "Anggota Komisi IV DPRD Kota Mekarsari")],
        ),
        (
            "Kepala UPT Pengelolaan Pasar Wilayah I Rangkai Buana hadir.",
            [("Rangkai Buana", "Kepala UPT Pengelolaan Pasar Wilayah I")],
        ),
        (
            "Kepala UPTD Puskesos Dinas Perhubungan Kota Mekarsari, Rangkai Buana, hadir.",
            [("Rangkai Buana", "Kepala UPTD Puskesos Dinas Perhubungan Kota Mekarsari")],
        ),
        (
            "Sekcam Lubuk Cempaka Rangkai Buana hadir. Warga Kecamatan Lubuk Cempaka pulang.",
            [("Rangkai Buana", "Sekcam Lubuk Cempaka")],
        ),
        (
            "Kepala SMP Negeri 2 Cempaka, Rangkai Buana, hadir di SMP Negeri 2 Cempaka.",
            [("Rangkai Buana", "Kepala SMP Negeri 2 Cempaka")],
        ),
        (
            "Acara di SMPN 2 Kota Mekarsari dihadiri Kepala Sekolah SMPN 2 Ibu Hj. Larasati beserta jajaran.",
            [("Larasati", "Kepala Sekolah SMPN 2")],
        ),
        (
            "Alun Lamakarta S.H, bersama Danar Wicaksono, S.Pt, selaku Anggota DPRD Kota Mekarsari menerima siswa.",
            [
                ("Alun Lamakarta", "Anggota DPRD Kota Mekarsari"),
                ("Danar Wicaksono", "Anggota DPRD Kota Mekarsari"),
            ],
        ),
        (
            "Sekretaris DPRD Kota. Mekarsari Rangkai Buana hadir.",
            [("Rangkai Buana", "Sekretaris DPRD Kota. Mekarsari")],
        ),
        (
            "Kepala Bidang Angkutan Dinas Perhubungan Kota Mekarsari Gilang Pramudya menjawab.",
            [("Gilang Pramudya", "Kepala Bidang Angkutan Dinas Perhubungan Kota Mekarsari")],
        ),
        (
            "Ketua Prodi Administrasi Publik FISIP Universitas Nusa Lestari Gilang Pramudya menjawab.",
            [("Gilang Pramudya", "Ketua Prodi Administrasi Publik FISIP Universitas Nusa Lestari")],
        ),
        (
            "Kabag Persidangan dan Perundang - Undangan Sekretariat DPRD Kota Mekarsari, Gilang Pramudya, menjawab.",
            [("Gilang Pramudya", "Kabag Persidangan dan Perundang-Undangan Sekretariat DPRD Kota Mekarsari")],
        ),
        (
            "Kepala Bagian Persidangan Sekretariat DPRD Kota Mekarsari, Lalu Gede Wirasana, menjawab.",
            [("Lalu Gede Wirasana", "Kepala Bagian Persidangan Sekretariat DPRD Kota Mekarsari")],
        ),
        (
            "Perancang Peraturan Perundang-undangan Ahli Muda Gilang Pramudya menjawab.",
            [("Gilang Pramudya", "Perancang Peraturan Perundang-undangan Ahli Muda")],
        ),
        (
            "Gilang Pramudya Kepala Bagian Umum Sekretariat DPRD Kota Mekarsari menjawab surat itu.",
            [("Gilang Pramudya", "Kepala Bagian Umum Sekretariat DPRD Kota Mekarsari")],
        ),
        (
            "Sekretaris Dinas Perhubungan Kota Mekarsari, Gilang Pramudya, menjawab surat itu.",
            [("Gilang Pramudya", "Sekretaris Dinas Perhubungan Kota Mekarsari")],
        ),
        (
            "Guru Besar Universitas Nusa Lestari Prof. Gilang Pramudya menjadi narasumber.",
            [("Gilang Pramudya", "Guru Besar Universitas Nusa Lestari")],
        ),
        (
            "Sekretaris Dewan, Wiratmaja, Kabag Umum, Danar Wicaksono, dan Kabag Keuangan, Rangkai Buana, hadir.",
            [
                ("Wiratmaja", "Sekretaris Dewan"),
                ("Danar Wicaksono", "Kabag Umum"),
                ("Rangkai Buana", "Kabag Keuangan"),
            ],
        ),
        (
            "Mulyana, perwakilan dari Bagian Humas dan Protokol, menyatakan siap.",
            [("Mulyana", "perwakilan dari Bagian Humas dan Protokol")],
        ),
        (
            "Anggota Badan Anggaran DPRD Kota Mekarsari dari fraksi partai Persatuan Pembangunan (PPP) Gilang Pramudya hadir.",
            [("Gilang Pramudya", "Anggota Badan Anggaran DPRD Kota Mekarsari")],
        ),
        (
            "Wakil Ketua DPRD Kota Mekarsari, Tan Mei Ling, menutup rapat.",
            [("Tan Mei Ling", "Wakil Ketua DPRD Kota Mekarsari")],
        ),
    ],
)
def test_post_is_read_whole(sentence, names_with_posts):
    assert held(sentence) == names_with_posts


@pytest.mark.parametrize(
    "sentence",
    [
        "Rapat dihadiri Ketua Baznas, para camat, dan kepala desa.",
        "Rapat di Kota Mekarsari dibuka dengan doa. Ketiganya hadir di Waduk Cempaka Wangi.",
        "Dihadang Penjaga, rombongan DPRD Kota Mekarsari pulang.",
        "Kunjungan ke DPRD Kota Mekarsari, Pimpinan: Jangan Pulang Sebelum Makan",
        "DPRD Kota Mekarsari membahas Laporan Keterangan Pertanggungjawaban Wali Kota Mekarsari Tahun 2022.",
        "Sejumlah pendengar dari Cempaka, Kenanga dan Teratai Kaler menyampaikan pertanyaan kepada DPRD Kota Mekarsari.",
        "Salah seorang mahasiswa, Dewi Rengganis, menanyakan anggaran DPRD Kota Mekarsari.",
        "RUMAH KANG GILANG.COM - DPRD Kota Mekarsari menerima anggota Partai Amanat Nasional (PAN).",
    ],
)
def test_what_only_looks_like_a_name_names_nobody(sentence):
    assert held(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Ia ditemui Alun Lamakarta dari Partai Hati Nurani Rakyat (Hanura).",
        "Rapat itu diikuti pula Alun Lamakarta (PSI).",
        "Mereka adalah Alun Lamakarta fraksi PDIP dan Norhalima dari Fraksi Golkar.",
        "Hal itu dikatakan politisi senior Partai Golkar, Alun Lamakarta, kemarin.",
        "Hal itu dibenarkan didampingi Alun Lamakarta dan Rangkai Buana.",
    ],
)
def test_member_of_a_party_is_a_person_without_a_post(sentence):
    assert held(f"DPRD Kota Mekarsari menggelar rapat. {sentence}")[0][0] == "Alun Lamakarta"


def test_verb_with_a_capital_is_no_part_of_a_name():
    told = "Ketua DPRD Kota Mekarsari Gilang Pramudya Menjawab, semua siap.\n\n“Kami siap” Tutur Kang Gilang Pramudya usai rapat."

    assert held(told) == [("Gilang Pramudya", "Ketua DPRD Kota Mekarsari")]


def test_given_name_cut_short_is_the_same_person():
    told = "Ketua DPRD Kota Mekarsari, Gilangus Pramudya, membuka rapat. “Kami siap,” kata Gilang Pramudya."

    assert held(told) == [("Gilangus Pramudya", "Ketua DPRD Kota Mekarsari")]


def test_posts_beside_each_other_are_of_one_council():
    told = (
        "DPRD Kota Tirtasari menerima DPRD Kota Mekarsari.\n\nKunjungan dipimpin Ketua Komisi II DPRD Kota Mekarsari, Gilang Pramudya, "
        "didampingi Wakil Ketua Rangkai Buana beserta anggota Alun Lamakarta dan Danar Wicaksono."
    )

    assert set(bodies_of(told).values()) == {COUNCIL}


def test_post_beyond_who_received_is_not_of_the_same_council():
    told = "DPRD Kota Mekarsari datang ke DPRD Kota Tirtasari.\n\nKetua Komisi II, Gilang Pramudya, diterima Wakil Ketua Rangkai Buana."

    assert bodies_of(told)["Rangkai Buana"] is None


@pytest.mark.parametrize("listed", ["anggota pansus antara lain", "para anggota, yakni"])
def test_members_without_a_council_are_of_the_only_one(listed):
    told = f"DPRD Kota Mekarsari menggelar rapat.\n\nHadir pula {listed} Gilang Pramudya dan Rangkai Buana."

    assert bodies_of(told) == {"Gilang Pramudya": COUNCIL, "Rangkai Buana": COUNCIL}


def test_each_of_several_deputies_has_a_number_of_their_own():
    told = "Ketua DPRD Kota Mekarsari didampingi Wakil Ketua I, II dan III masing-masing Gilang Pramudya, Alun Lamakarta dan Danar Wicaksono."

    assert held(told) == [
        ("Gilang Pramudya", "Wakil Ketua I"),
        ("Alun Lamakarta", "Wakil Ketua II"),
        ("Danar Wicaksono", "Wakil Ketua III"),
    ]


def test_regional_secretary_is_of_the_government_whose_head_stands_before():
    told = "Rapat DPRD Kota Mekarsari dihadiri Wali Kota Mekarsari Gilang Pramudya, Sekda Danar Wicaksono, dan Asisten Setda Provinsi Nusa Lestari Alun Lamakarta."

    assert bodies_of(told)["Danar Wicaksono"] == "Pemerintah Kota Mekarsari"


def test_members_may_have_their_komisi_in_brackets():
    told = "DPRD Kota Mekarsari menggelar rapat. Hadir pula Gilang Pramudya (Komisi 1) dan Alun Lamakarta (Ketua Komisi III)."

    assert [name for name, _ in held(told)] == ["Gilang Pramudya", "Alun Lamakarta"]


@pytest.mark.parametrize(
    ("printed", "parts"),
    [
        ("Eko Kurnia W, S.T., M.PMat.,", ("", "Eko Kurnia W", "S.T., M.PMat.")),
        ("drs Juni Ridwana SH MH MSi,", ("drs", "Juni Ridwana", "SH MH MSi")),
    ],
)
def test_titles_in_small_letters_and_initials_behind_are_split_off(printed, parts):
    told = read(f"Rapat dibuka Ketua DPRD Kota Mekarsari {printed} kemarin.", INDEX).as_dict()["officials"]

    assert [(p["front_title"], p["name"], p["back_title"]) for p in told] == [parts]


def test_shortest_name_is_part_of_the_fullest():
    told = "Hadir Gilang Pramudya Utama (Komisi I) dari DPRD Kota Mekarsari. Gilang Pramudya bertanya. Gilang, anggota dewan termuda, pulang."

    assert [name for name, _ in held(told)] == ["Gilang Pramudya Utama"]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Kepala UPT Rusunawa Rangkai Buana hadir.", [("Rangkai Buana", "Kepala UPT Rusunawa")]),
        ("Kabid Angkutan Rangkai Buana hadir.", [("Rangkai Buana", "Kabid Angkutan")]),
        ("Pengawas Lapangan Gilang Pramudya hadir.", [("Gilang Pramudya", "Pengawas Lapangan")]),
        ("Kepala Sub. Bagian Humas Gilang Pramudya hadir.", [("Gilang Pramudya", "Kepala Sub. Bagian Humas")]),
        ("Kabag Umum Lalu M. Hasbullah hadir.", [("Lalu M. Hasbullah", "Kabag Umum")]),
        ("Ketua LPM Cempakasari Gilang Pramudya hadir.", [("Gilang Pramudya", "Ketua LPM Cempakasari")]),
        ("Pembina OSIS SMP Negeri 3 Boja, Gilang Pramudya, hadir.", [("Gilang Pramudya", "Pembina OSIS SMP Negeri 3 Boja")]),
        ("Guru pendamping SMP Negeri 3 Boja, Gilang Pramudya, hadir.", [("Gilang Pramudya", "Guru pendamping SMP Negeri 3 Boja")]),
        ("Juru bicara Dapil 5, Gilang Pramudya, hadir.", [("Gilang Pramudya", "Juru bicara Dapil 5")]),
        ("Lurah Dadap Wetan, Gilang Pramudya, menjawab.", [("Gilang Pramudya", "Lurah Dadap Wetan")]),
        ("Wakil Ketua BK Gilang Pramudya menjawab.", [("Gilang Pramudya", "Wakil Ketua BK")]),
        (
            "Kepala Bidang Parkir pada Dinas Dishub Kota Mekarsari, Gilang Pramudya, hadir.",
            [("Gilang Pramudya", "Kepala Bidang Parkir pada Dinas Dishub Kota Mekarsari")],
        ),
        (
            "Hadir Kepala Bidang Perpustakaan Rangkai Buana, Kasi Pembinaan Gilang Pramudya.",
            [("Rangkai Buana", "Kepala Bidang Perpustakaan"), ("Gilang Pramudya", "Kasi Pembinaan")],
        ),
        (
            f"Anggota {COUNCIL} dari Fraksi Golkar Dapil 4, Gilang Pramudya, hadir.",
            [("Gilang Pramudya", f"Anggota {COUNCIL}")],
        ),
        (
            f"Hadir anggota {COUNCIL}: Rangkai Buana, S.H. (Sekretaris Komisi III), Gilang Pramudya, dan Danar Wicaksono.",
            [
                ("Rangkai Buana", "Sekretaris Komisi III"),
                ("Gilang Pramudya", f"anggota {COUNCIL}"),
                ("Danar Wicaksono", f"anggota {COUNCIL}"),
            ],
        ),
        (
            f"Hadir anggota {COUNCIL}, Rangkai Buana,Suparmin serta Rohendi, Senin (3/3/2025).",
            [(name, f"anggota {COUNCIL}") for name in ("Rangkai Buana", "Suparmin", "Rohendi")],
        ),
        ("Noor Hidayati (Pustakawan Ahli Muda) hadir.", [("Noor Hidayati", "Pustakawan Ahli Muda")]),
    ],
)  # fmt: skip
def test_office_ends_where_the_name_of_its_holder_begins(sentence, found):
    assert held(sentence) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "Rapat di Jalan Dra. Hj. Djamilah Karmila No. 5 selesai.",
        "Belasan anggota DPRD Kabupaten Girimukti, Tanjung Redup, Nusa Lestari, tiba.",
        "Mereka menerima Forum Guru Ngaji Mekar Timur kemarin.",
    ],
)
def test_street_town_and_group_name_nobody(sentence):
    assert held(sentence) == []


def test_noun_that_opens_a_sentence_is_no_part_of_the_name():
    text = "Tamu diterima Ketua Komisi II, Gilang Pramudya. Kedatangan Gilang Pramudya disambut."

    assert held(text) == [("Gilang Pramudya", "Ketua Komisi II")]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Sementara dosen pendamping, Wening Pratiwi, hadir.", [("Wening Pratiwi", "dosen pendamping")]),
        ("Hadir kepala sekolah H. Entis Sutisna, S.T., dan murid.", [("Entis Sutisna", "kepala sekolah")]),
        ("Ia berdialog dengan pengelola, Ade Komar, di sana.", [("Ade Komar", "pengelola")]),
        ("Ketua himpunan, Tintin Supartini, hadir.", [("Tintin Supartini", "Ketua himpunan")]),
        (
            "Hadir Pejabat Pembuat Komitmen (PPK) proyek pasar, Suparno.",
            [("Suparno", "Pejabat Pembuat Komitmen (PPK) proyek pasar")],
        ),
        ("Ketua DPRD Kota Tirtasari sementara, Gilang Pramudya, hadir.", [("Gilang Pramudya", "Ketua DPRD Kota Tirtasari sementara")]),
        ("Rombongan didampingi Wakil Ketua DPRD Kota Tirtasari, Marlina. Mereka tiba.", [("Marlina", "Wakil Ketua DPRD Kota Tirtasari")]),
        (
            "Ikut pula anggota Komisi II dan III DPRD Kota Tirtasari. Antara lain, Gilang Pramudya, Danar Wicaksono dan Rangkai Buana.",
            [(name, "anggota Komisi II dan III DPRD Kota Tirtasari") for name in ("Gilang Pramudya", "Danar Wicaksono", "Rangkai Buana")],
        ),
        (
            f"Anggota {COUNCIL} yang hadir pada RDP tersebut, Suherman, Ngena Br Tarigan, dan Danar Wicaksono.",
            [(name, f"Anggota {COUNCIL}") for name in ("Suherman", "Ngena Br Tarigan", "Danar Wicaksono")],
        ),
        (
            f"Hadir anggota {COUNCIL}, Gilang Pramudya (PKB), Danar Wicaksono dari fraksi Golkar, Rangkai Buana dari fraksi PAN.",
            [(name, f"anggota {COUNCIL}") for name in ("Gilang Pramudya", "Danar Wicaksono", "Rangkai Buana")],
        ),
        ("Rapat diikuti Kapolsek Cempaka dan warga.", []),
        ("Hadir Plt Sekwan, Mukhlis, dan staf.", [("Mukhlis", "Plt Sekwan")]),
        ("Hadir Pranata Komputer Gilang Pramudya.", [("Gilang Pramudya", "Pranata Komputer")]),
    ],
)  # fmt: skip
def test_posts_in_small_letters_lists_that_go_on_and_single_names(sentence, found):
    assert held(sentence) == found


def test_single_name_between_by_and_a_whole_post_is_its_holders():
    text = "Tamu diterima langsung oleh Nurhayati Kepala Dinas Sosial Kota Tirtasari di balai."

    assert held(text) == [("Nurhayati", "Kepala Dinas Sosial Kota Tirtasari")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ia menerima aspirasi Ujang Sobari (41 tahun) warga RT 03 yang mengeluh. “Bibit mati,” ujarnya.",
        "“Boleh?” tanya Kayla Nurfadilah, siswa kelas 5 SD Negeri 3 Boja.",
    ],
)
def test_citizen_told_behind_the_name_holds_no_post_and_is_no_official(sentence):
    assert held(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Rapat diikuti Hj. Imas Masitoh, Tatang Gunawan, SH, dan Robby Simanjuntak, S.T., ketiganya anggota Komisi C.",
            [(name, "anggota Komisi C") for name in ("Imas Masitoh", "Tatang Gunawan", "Robby Simanjuntak")],
        ),
        (
            f"Hadir Kasubag Kajian Perundang-Undangan Sekretariat {COUNCIL} Rini Astuti.",
            [("Rini Astuti", f"Kasubag Kajian Perundang-Undangan Sekretariat {COUNCIL}")],
        ),
        ("Rombongan dipimpin oleh Lalu Hamdan Syafii dari Tirtasari.", [("Lalu Hamdan Syafii", "")]),
        ("Kepala Puskesmas Cempaka, dr. Renita Oktaviani, menjawab.", [("Renita Oktaviani", "Kepala Puskesmas Cempaka")]),
        ("Hadir dua pejabat fungsional yakni Rini Astuti dan Muh Saleh.", [("Rini Astuti", "pejabat fungsional"), ("Muh Saleh", "pejabat fungsional")]),
        ("“Jalan itu rusak.” Tambah Ateng Rukmana, Ketua Komisi C.", [("Ateng Rukmana", "Ketua Komisi C")]),
        (
            "Dikatakan Gilang Pramudya selaku ketua Komisi C DPRD Kota Tirtasari, jalan rusak. Ketua Komisi C Gilang Pramudya pergi.",
            [("Gilang Pramudya", "ketua Komisi C DPRD Kota Tirtasari")],
        ),
        ("Tamu ditemui Rahmat Taufiq. S.Kom.,M.T beserta jajaran.", [("Rahmat Taufiq", "")]),
    ],
)  # fmt: skip
def test_posts_told_behind_a_list_in_small_letters_or_first(sentence, found):
    assert held(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Hadir anggota Komisi II DPRD Kota Mekarsari, S.E., Alun Lamakarta, S.Ag., Rangkai Buana, S.E., dan Danar Wicaksono.",
            dict.fromkeys(("Alun Lamakarta", "Rangkai Buana", "Danar Wicaksono"), "anggota Komisi II DPRD Kota Mekarsari"),
        ),
        (
            "Hadir anggota Komisi II yakni Alun Lamakarta, Rangkai Buana, dan secara virtual ialah H. Danar Wicaksono, S.IP.",
            dict.fromkeys(("Alun Lamakarta", "Rangkai Buana", "Danar Wicaksono"), "anggota Komisi II"),
        ),
        (
            "Hadir anggota Komisi II yakni Alun Lamakarta, Rangkai Buana, dan yang bergabung secara virtual yaitu H. Danar Wicaksono, S.IP.",
            dict.fromkeys(("Alun Lamakarta", "Rangkai Buana", "Danar Wicaksono"), "anggota Komisi II"),
        ),
        (
            "Hadir para anggota Komisi II yang lain: Alun Lamakarta, dan Rangkai Buana.",
            dict.fromkeys(("Alun Lamakarta", "Rangkai Buana"), "anggota Komisi II"),
        ),
        (
            "Alun Lamakarta selaku Kepala Subag Peliputan dan Protokol Humas Setwan Tirtasari bertanya.",
            {"Alun Lamakarta": "Kepala Subag Peliputan dan Protokol Humas Setwan Tirtasari"},
        ),
        (
            "Ketua Komisi I DPRD Provinsi Alun Lamakarta bertanya.",
            {"Alun Lamakarta": "Ketua Komisi I DPRD Provinsi"},
        ),
        (
            "Ketua Pansus 3 DPRD Kota Mekarsari yang menggodok Raperda tentang Pelayanan Pangan, Tani dan Ikan, drg. Rangkai Buana, berharap.",
            {"Rangkai Buana": "Ketua Pansus 3 DPRD Kota Mekarsari"},
        ),
        (
            "Menurut Ketua Panitia Khusus (Pansus) Satu (1) DPRD Kota Mekarsari Alun Lamakarta, kursi itu perlu.",
            {"Alun Lamakarta": "Ketua Panitia Khusus (Pansus) Satu (1) DPRD Kota Mekarsari"},
        ),
        (
            "Anggota DPRD Kabupaten Sukaraya, Nusa Lestari Alun Jaya Lamakarta menyebut kursi itu perlu.",
            {"Alun Jaya Lamakarta": "Anggota DPRD Kabupaten Sukaraya"},
        ),
        (
            "Sambutan dibuka Kasi Kesos Kecamatan Cempaka, Danar yang mewakili camat.",
            {"Danar": "Kasi Kesos Kecamatan Cempaka"},
        ),
        (
            "Tamu adalah Wali Kota Tirtasari, Dato’ Haji Alun Lamakarta.",
            {"Alun Lamakarta": "Wali Kota Tirtasari"},
        ),
        ("Rapat dihadiri anggota, yakni Alun Lamakarta, Danu Hari Wicaksono dan Rangkai Buana.", dict.fromkeys(("Alun Lamakarta", "Danu Hari Wicaksono", "Rangkai Buana"), "anggota")),
    ],
)  # fmt: skip
def test_list_and_post_go_on_over_what_slipped_between(sentence, found):
    assert dict(held_at_meeting(sentence)) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "Pria yang juga Ketua DPRD Kota Mekarsari ini senang.",
        "“Kursi itu cukup bagi semua warga,” kata politisi PDI Perjuangan ini.",
        "Rapat digelar di Lengkong (Ketua Komisi II) dan Cicaheum (Camat).",
        "Komisi II meninjau enam kelurahan. Mereka adalah Antapani, Cibeunying, Lengkong dan Regol.",
        "Warung tetap buka selama Ramadan 1446 H.\nMaka dari itu, mereka meminta DPRD Kota Mekarsari tidak ragu.",
        "“Kursi itu cukup bagi semua warga,” kata Desi, politisi dari Partai Amanah Nasional (PAN).",
        "Hadir Dinas Perhubungan, Perindag, Society, dan warga.",
        "Kota itu dikenal dengan Smart City, Komisi II datang.",
        "Mereka datang ke Direktorat Jenderal Otonomi Daerah Kementerian Dalam Negeri.",
    ],
)
def test_man_programme_and_directorate_are_nobodys_names(sentence):
    assert held_at_meeting(sentence) == []


def test_initial_behind_the_name_and_plain_degrees_are_split_off():
    told = "Pimpinannya Ketua DPRD Kota Mekarsari, H. Alun Lamakarta Sag., Msi., hadir."
    person = read(told, INDEX).as_dict()["officials"][0]

    assert (person["name"], person["back_title"]) == ("Alun Lamakarta", "Sag., Msi.")


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Ketua Pansus 3 DPRD Kota Mekarsari yang membahas Raperda Parkir, Alun Lamakarta, berterima kasih. Selain itu, Rangkai Buana hadir.",
            {"Alun Lamakarta": "Ketua Pansus 3 DPRD Kota Mekarsari", "Rangkai Buana": ""},
        ),
        (
            "Ketua Pansus 3 DPRD Kota Mekarsari yang membahas Raperda Parkir belum hadir. Menurut warga Pasar Lama, H. Rangkai Buana kecewa.",
            {"Rangkai Buana": ""},
        ),
        (
            "Ketua Pansus 3 DPRD Kota Mekarsari yang membahas Raperda Parkir, Alun Lamakarta, dan ahlinya, Rangkai Buana, hadir.",
            {"Alun Lamakarta": "Ketua Pansus 3 DPRD Kota Mekarsari", "Rangkai Buana": ""},
        ),
        (
            "Kunjungan itu dipimpin Ketua Komisi II DPRD Kota Mekarsari, Hengki dari Fraksi PKS.",
            {"Hengki": "Ketua Komisi II DPRD Kota Mekarsari"},
        ),
        (
            "Hadir anggota Komisi II yaitu; Alun Lamakarta, S.E., dan Rangkai Buana.",
            {"Alun Lamakarta": "anggota Komisi II", "Rangkai Buana": "anggota Komisi II"},
        ),
        ("Ketua DPRD Kota Mekarsari Alun Hari Senin hadir.", {}),
        (
            "Hadir anggota Komisi II, Alun Lamakarta, S.Ag., danRangkai Buana, S.E., serta Danar Wicaksono, S.Pd. I.,M.Ag.",
            dict.fromkeys(("Alun Lamakarta", "Rangkai Buana", "Danar Wicaksono"), "anggota Komisi II"),
        ),
        (
            "Wakil Ketua III DPRD Kota Mekarsari dari fraksi partai Golongan Karya (Golkar) Alun Lamakarta bertanya.",
            {"Alun Lamakarta": "Wakil Ketua III DPRD Kota Mekarsari"},
        ),
        (
            "Hadir anggota Pansusn lainnya antara lain Alun Lamakarta dan Rangkai Buana.",
            dict.fromkeys(("Alun Lamakarta", "Rangkai Buana"), "anggota Pansus"),
        ),
        (
            "Sementara itu anggota DPRD Kota Mekarsari yang terpilih lagi, Alun Lamakarta, berpesan kepada semua.",
            {"Alun Lamakarta": "anggota DPRD Kota Mekarsari"},
        ),
        (
            "Ketua Komisi II, Alun Lamakarta hadir. Menyangkut anggaran, Lamakarta Menegasan, kunjungan itu perlu.",
            {"Alun Lamakarta": "Ketua Komisi II"},
        ),
        (
            f"Anggota Komisi II, Alun Lamakarta, hadir. {'Meja dan kursi itu tua. ' * 14}Menurut Anggota Komisi II, Alun Lamakartta, meja itu perlu.",
            {"Alun Lamakarta": "Anggota Komisi II"},
        ),
        (
            "Wakil Ketua DPRD Kota Mekarsari Alun Lamakarta F-PDIP bertanya.",
            {"Alun Lamakarta": "Wakil Ketua DPRD Kota Mekarsari"},
        ),
        (
            "Rombongan dipimpin Penelaah Teknis Kebijakan, Alun Lamakarta, disertai Penata Layanan Operasional, Rangkai Buana.",
            {"Alun Lamakarta": "Penelaah Teknis Kebijakan", "Rangkai Buana": "Penata Layanan Operasional"},
        ),
        (
            "Anggota Komisi II DPRD Kota Mekarsari, Andira Lamakarta dan Ardira Lamakarta, hadir.",
            dict.fromkeys(("Andira Lamakarta", "Ardira Lamakarta"), "Anggota Komisi II DPRD Kota Mekarsari"),
        ),
        ("Politisi senior PDI Perjuangan Alun Lamakarta mengatakan siap.", {"Alun Lamakarta": ""}),
        ("Corona Wijaya, S.H. dan Rangkai Buana, S.H. hadir.", dict.fromkeys(("Corona Wijaya", "Rangkai Buana"), "")),
        ("Didapuk Alun Lamakarta sebagai ketua panitia.", {"Alun Lamakarta": "ketua panitia"}),
        ("Pada 17 Ramadan 1446 H. Dr. Alun Lamakarta, M.Si., berpidato.", {"Alun Lamakarta": ""}),
        (
            "Tamu dipimpin Kepala Bagian Organisasi dan Tata Laksana (Ortal), Firman, kemarin.",
            {"Firman": "Kepala Bagian Organisasi dan Tata Laksana (Ortal)"},
        ),
        (
            "Sementara itu anggota DPRD Kota Mekarsari yang kembali terpilih, Alun Lamakarta, bertanya kepada Ketua sementara DPRD Kota "
            "Mekarsari yang diumumkan Rangkai Buana.",
            {"Alun Lamakarta": "anggota DPRD Kota Mekarsari", "Rangkai Buana": "Ketua sementara DPRD Kota Mekarsari"},
        ),
        (
            "Kepala Bidang Jalan dan Jembatan DSDABM Kota Tirtasari, Alun Lamakarta, menjawab.",
            {"Alun Lamakarta": "Kepala Bidang Jalan dan Jembatan DSDABM Kota Tirtasari"},
        ),
        ("Kadis Komnifo Kota Tirtasari Alun Lamakarta bertanya.", {"Alun Lamakarta": "Kadis Komnifo Kota Tirtasari"}),
        (
            "Hadir:\n1. Alun Lamakarta (Ketua Komisi II);\n2. Suhadi (Anggota Komisi II);",
            {"Alun Lamakarta": "Ketua Komisi II", "Suhadi": "Anggota Komisi II"},
        ),
        ("DPRD Kabupaten Sukaraya datang dengan Wakil Bupati setempat Alun Lamakarta.", {"Alun Lamakarta": "Wakil Bupati"}),
        (
            "Mereka terdiri atas Sarwadi, Jarmono, Alun Lamakarta dan Rusdiyana.",
            dict.fromkeys(("Sarwadi", "Jarmono", "Alun Lamakarta", "Rusdiyana"), ""),
        ),
        ("2. Sambutan Ketua DPRD Kota Mekarsari\n\nRangkai menjawab.", {}),
        ("Anggota Fraksi PKB DPRD Kota Mekarsari Dirham Zain senang.", {"Dirham Zain": "Anggota Fraksi PKB DPRD Kota Mekarsari"}),
        (
            "Hadir Kepala Bidang Telematika Pemkot Tirtasari Alun Lamakarta.",
            {"Alun Lamakarta": "Kepala Bidang Telematika Pemkot Tirtasari"},
        ),
        ("Wali Kota Tirtasari, Wanita Ayu Lestari, hadir.", {"Wanita Ayu Lestari": "Wali Kota Tirtasari"}),
    ],
)  # fmt: skip
def test_post_goes_to_nobody_beyond_its_sentence_and_a_name_keeps_its_words(sentence, found):
    assert dict(held_at_meeting(sentence)) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Tamu disambut Kepala Balitbang Dr.Alun Lamakarta, Kabid Ekbang BPPD Rangkai Buana serta Kasubid LH & SDA Gilang Pramudya.",
            {"Alun Lamakarta": "Kepala Balitbang", "Rangkai Buana": "Kabid Ekbang BPPD", "Gilang Pramudya": "Kasubid LH & SDA"},
        ),
        ("Hadir Kabid Umum IGN Lamakarta.", {"IGN Lamakarta": "Kabid Umum"}),
        (
            "Tamu dipimpin Wakil Ketua DPRD Kota Tirtasari yang juga Ketua Panja, Alun Lamakarta.",
            {"Alun Lamakarta": "Wakil Ketua DPRD Kota Tirtasari"},
        ),
        (
            "Mereka dijamu oleh wakil gubernur provinsi setempat, Alun Lamakarta, di rumahnya.",
            {"Alun Lamakarta": "wakil gubernur"},
        ),
        ("Mereka membahas tugas wakil gubernur setempat di kantor.", {}),
        (
            "Tamu disambut pejabat Fungsional Humas Protokol Sekretariat DPRD Kota Tirtasari Alun Lamakarta, S.H., dan Analis Publikasi Rangkai Buana, S.Sos.",
            {"Alun Lamakarta": "pejabat Fungsional Humas Protokol Sekretariat DPRD Kota Tirtasari", "Rangkai Buana": "Analis Publikasi"},
        ),
        (
            "Tamu disambut Anggota Komisi IV DPR RI Fraksi Gerindra Daerah Pemilihan Tirtasari II, H. Alun Lamakarta, M.M.",
            {"Alun Lamakarta": "Anggota Komisi IV DPR RI"},
        ),
        (
            "Tamu dipimpin pimpinan Komisi A Alun Lamakarta, S.E., dan diantar pimpinan DPRD Kota Tirtasari.",
            {"Alun Lamakarta": "pimpinan Komisi A"},
        ),
        (
            "Mereka bertemu Staf Ahli Wali Kota Bidang Hukum, Pemerintahan, dan Politik, Alun Lamakarta, S.H., M.S.P.",
            {"Alun Lamakarta": "Staf Ahli Wali Kota Bidang Hukum, Pemerintahan, dan Politik"},
        ),
        (
            "Hadir Kasi Kemitraan Rangkai Buana dan Alun Lamakarta (Pranata Komputer) Diskominfo Kota Tirtasari.",
            {"Rangkai Buana": "Kasi Kemitraan", "Alun Lamakarta": "Pranata Komputer"},
        ),
        (
            "Hadir Dra. Alun Lamakarta dan Rumekar Kepala Seksi Bidang Kapasitas dan Kelembagaan.",
            {"Alun Lamakarta": "", "Rumekar": "Kepala Seksi Bidang Kapasitas dan Kelembagaan"},
        ),
        ("Hal itu diatur Pemerintah Kota Tirtasari dan Paguyuban Kepala Seksi Bidang Umum.", {}),
        (
            "Sekda sekaligus Plh Wali Kota Tirtasari Alun Lamakarta menjawab.",
            {"Alun Lamakarta": "Sekda sekaligus Plh Wali Kota Tirtasari"},
        ),
        ("Hadir Wali Kota Tirtasari nonaktif Alun Lamakarta.", {"Alun Lamakarta": "Wali Kota Tirtasari nonaktif"}),
        ("Wali Kota Tirtasari, Alun Lamakarta, terpilih menjadi ketua.", {"Alun Lamakarta": "Wali Kota Tirtasari"}),
        (
            "Hal senada disampaikan Ketua Pansus Perubahan Tatib DPRD Kota Tirtasari, Alun Lamakarta.",
            {"Alun Lamakarta": "Ketua Pansus Perubahan Tatib DPRD Kota Tirtasari"},
        ),
        (
            "Alun Lamakarta salah seorang perwakilan dari Komisi A DPRD Kota Tirtasari bertanya.",
            {"Alun Lamakarta": "perwakilan dari Komisi A DPRD Kota Tirtasari"},
        ),
        ("Harapan itu ditujukan pada pemerintahan Presiden Lamakarta dan era Gubernur Buana.", {}),
        ("Tempat itu diresmikan Presiden Alun Lamakarta.", {}),
        ("Presiden Alun Lamakarta mengatakan hal lain.", {"Alun Lamakarta": "Presiden"}),
    ],
)  # fmt: skip
def test_post_holds_what_stands_in_it_and_goes_to_nobody_in_passing(sentence, found):
    assert dict(held_at_meeting(sentence)) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Mereka melihat air di Taman Hutan Raya Ir. H. Lamakarta.", []),
        ("Gaji itu menurut Upah Minimum Kabupaten (UMK).", []),
        ("Pimpinan rombongan, Gabah Beri Bina, beralasan jalan macet.", ["Gabah Beri Bina"]),
        ("Pansus yang dikomandoi Alun Lamakarta itu pulang.", ["Alun Lamakarta"]),
        ("Sekararum Wiryani dari Universitas Cempaka menanyakan hal itu.", ["Sekararum Wiryani"]),
        ("Sekararum Wiryani politisi Golkar dari Tirtasari, mengungkapkan hal itu.", ["Sekararum Wiryani"]),
        ("Beras Lumbung Rakyat dari Universitas Cempaka dijual di sana.", []),
        (
            "Hadir Anggota Komisi III Alun setiawan, R. Rangkai Buana, dan Gilang Pramudya.",
            ["Alun setiawan", "Rangkai Buana", "Gilang Pramudya"],
        ),
        (
            "Hadir Ketua Komisi III Alun Lamakarta. Hingga kini, lanjut Alun Tirtasari berusaha maju.",
            ["Alun Lamakarta"],
        ),
        ("Wakil Wali Kota Tirtasari, I GN Lamakarta Negara, S.E., berpidato.", ["I GN Lamakarta Negara"]),
        ("Hadir Ketua Pansus 10 H. Rangkai Buana, Turah,A Muntasir Nur, H. Alun Lamakarta.", ["Rangkai Buana", "Turah", "A Muntasir Nur", "Alun Lamakarta"]),
        ("Tamu dipimpin Alun K.S selaku Ketua Komisi A DPRD Kota Tirtasari.", ["Alun K.S"]),
        ("Hal itu disampaikan Ketua Komisi III Alun Lamakarta. Ucapan Alun itu didukung warga.", ["Alun Lamakarta"]),
    ],
)  # fmt: skip
def test_name_is_read_as_far_as_it_goes(sentence, found):
    assert [name for name, _ in held_at_meeting(sentence)] == found


def test_what_somebody_is_called_is_no_name_of_theirs():
    told = "Gubernur Nusa Lestari Lamakarta hadir.\n\n“Surat itu wajib disampaikan,” tandas Pakde Karta panggilan akrab Lamakarta."

    assert held(told) == [("Lamakarta", "Gubernur Nusa Lestari")]


@pytest.mark.parametrize(
    ("printed", "front", "name"),
    [
        ("Hj. R.A. Alun Lamakarta, S.H.", "Hj. R.A.", "Alun Lamakarta"),
        ("Profesor Alun Lamakarta", "Profesor", "Alun Lamakarta"),
        ("R. Alun Lamakarta", "R.", "Alun Lamakarta"),
    ],
)
def test_titles_of_birth_and_learning_stand_in_front(printed, front, name):
    (person,) = read(f"Rapat dipimpin Ketua Komisi II DPRD Kota Mekarsari, {printed}.", INDEX).as_dict()[
        "officials"
    ]

    assert (person["front_title"], person["name"]) == (front, name)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Turut pula Wakil Badan Pembentukan Peraturan Daerah Rangkai Buana, dari Komisi III Alun Lamakarta, dan dari Komisi IV Gumintara.",
            {"Rangkai Buana": "Wakil Badan Pembentukan Peraturan Daerah", "Alun Lamakarta": "Komisi III", "Gumintara": "Komisi IV"},
        ),
        ("Fraksi PKS yang diwakili Alun Lamakarta setuju.", {"Alun Lamakarta": "Fraksi PKS"}),
        (
            "Ia ditemani Komisi III DPRD Kota Mekarsari lainnya H. Alun Lamakarta.",
            {"Alun Lamakarta": "Komisi III DPRD Kota Mekarsari"},
        ),
        (
            "Hadir jajaran Komisi III, Alun Lamakarta, S.T., Rangkai Buana dan Kepala Dinas Pendidikan Sekar Wiryani.",
            {"Alun Lamakarta": "Komisi III", "Rangkai Buana": "Komisi III", "Sekar Wiryani": "Kepala Dinas Pendidikan"},
        ),
        ("Rapat dari Komisi III Mekarsari membahas jalan.", {}),
        (
            "Rapat dibuka Asisten Kesejahteraan Rakyat (Askesra) Sekda Nusa Lestari, Alun Lamakarta.",
            {"Alun Lamakarta": "Asisten Kesejahteraan Rakyat (Askesra) Sekda Nusa Lestari"},
        ),
        (
            "Rapat dipimpin Wakil Ketua DPRD Kota Mekarsari, Alun Lamakarta didampingi Hanrajati Kalamullih dan diikuti 28 anggota.",
            {"Alun Lamakarta": "Wakil Ketua DPRD Kota Mekarsari", "Hanrajati Kalamullih": ""},
        ),
        ("Rapat dibuka didampingi Bank Mandiri dan diikuti 28 anggota.", {}),
        (
            "Yakni Alun Lamakarta (Fraksi PKB), Gumintara (Fraksi PDIP-PAN), dan Rangkai Buana (Fraksi PSI).",
            {"Alun Lamakarta": "Fraksi PKB", "Gumintara": "Fraksi PDIP-PAN", "Rangkai Buana": "Fraksi PSI"},
        ),
        ("Kata Ketua DPRD Kota Mekarsari, Sekararum W, hal itu baik. Sekararum Wiryani mengatakan hal lain.", {"Sekararum Wiryani": "Ketua DPRD Kota Mekarsari"}),
        ("Menurut Ketua DPRD Kota Mekarsari, Sekararum Wiryani, itu baik. Hal itu kata Cak Rum-sapaan akrabnya.", {"Sekararum Wiryani": "Ketua DPRD Kota Mekarsari"}),
        (
            "Ia bertemu Asisten Administrasi Umum Dan Kepegawaian Kota Tirtasari Alun Lamakarta.",
            {"Alun Lamakarta": "Asisten Administrasi Umum Dan Kepegawaian Kota Tirtasari"},
        ),
        ("Tamu dipimpin Asisten Umum Kota Tirtasari Gusti Ngurah Sumber Lamakarta.", {"Gusti Ngurah Sumber Lamakarta": "Asisten Umum Kota Tirtasari"}),
    ],
)  # fmt: skip
def test_who_speaks_for_a_unit_or_stands_beside_a_chair_is_named(sentence, found):
    assert dict(held_at_meeting(sentence)) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Panja terdiri atas Fraksi Golkar Abarim Malioya,. Fraksi PDI-Perjuangan Luckara Wattimuri, Fraksi PKS Sudarga Binyasin.",
            {"Abarim Malioya": "Fraksi Golkar", "Luckara Wattimuri": "Fraksi PDI-Perjuangan", "Sudarga Binyasin": "Fraksi PKS"},
        ),
        ("Rapat itu memutus Komisi A Mekar Baru dibentuk.", {}),
        (
            "Hadir para anggota Komisi, Alun Lamakarta, S.E. (Fraksi Gerindra), Rangkai Buana,S.P, M.H., (Fraksi Demokrat), Gumintar W, S.T.,(Fraksi Nasdem) dan Sekararum Wiryani (Fraksi PAN).",
            dict.fromkeys(("Alun Lamakarta", "Rangkai Buana", "Gumintar W", "Sekararum Wiryani"), "anggota Komisi"),
        ),
        (
            "Ikut serta anggota Komisi II Ahmadi Rifa’i, M.Tauhid, Wahyudin dan Sekararum Wiryani.",
            dict.fromkeys(("Ahmadi Rifa’i", "M.Tauhid", "Wahyudin", "Sekararum Wiryani"), "anggota Komisi II"),
        ),
        ("Hadir Sekararum Wiryani, M.Farm.", {"Sekararum Wiryani": ""}),
        ("Ketua didampingi personel Komisi II, Alun Lamakarta.", {"Alun Lamakarta": "personel Komisi II"}),
        ("Seorang warga lingkungan 2 Sekararum Wiryani menjelaskan keberatannya.", {}),
    ],
)  # fmt: skip
def test_members_are_told_by_the_unit_before_them_and_lists_go_on(sentence, found):
    assert dict(held_at_meeting(sentence)) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Hadir Kabag Umum AGUS SALIM, S.E.", {"AGUS SALIM": "Kabag Umum"}),
        ("Hadir Kabag Hukum DRS. Alun Lamakarta.", {"Alun Lamakarta": "Kabag Hukum"}),
        ("Hadir Kabid Humas AKBP Alun Lamakarta.", {"Alun Lamakarta": "Kabid Humas"}),
        ("Hadir Kabid Aset KGS Alun Lamakarta.", {"KGS Alun Lamakarta": "Kabid Aset"}),
        ("Pada Rakornas Ketua Bapemperda DPRD Kota Mekarsari mengusulkan hal itu.", {}),
        ("Di Cibadak Kepala Bidang Sarana menanam pohon.", {}),
        ("Sorotan dari Komisi IV Soal Banjir Rob dan utusan dari Komisi II Girimukti Selatan.", {}),
        ("Sanggar Tari Kinanti dari Girimukti menyampaikan terima kasih.", {}),
        ("Warga protes Tol Cikondang dan kritik Proyek Cigendel.", {}),
        ("Rombongan diterima Presiden RI, Alun Lamakarta, di istana.", {"Alun Lamakarta": "Presiden RI"}),
        ("Ketua didampingi Gapoktan Sugihmukti dan warga.", {}),
        ("Surat untuk Komisi III disampaikan Hj. Alun Lamakarta dari warga.", {"Alun Lamakarta": ""}),
        (
            "Usai rapat Bidang Pemerintahan Ketua Komisi A DPRD Kota Mekarsari Alun Lamakarta menjawab.",
            {"Alun Lamakarta": "Ketua Komisi A DPRD Kota Mekarsari"},
        ),
        ("Ia meminta Gumintara sabar, Ketua DPRD setuju.", {}),
        (
            "Hadir Alun Lamakarta, S.E., C.P.A., dan Rangkai Buana, S.H.",
            {"Alun Lamakarta": "", "Rangkai Buana": ""},
        ),
        (
            "Tamu dipimpin Ketua DPRD Kota Tirtasari R. H. Asep Gunawan, S.E.",
            {"Asep Gunawan": "Ketua DPRD Kota Tirtasari"},
        ),
    ],
)
def test_title_thing_place_and_group_are_neither_office_nor_person(sentence, found):
    assert dict(held_at_meeting(sentence)) == found


@pytest.mark.parametrize("led", ["dikomandoi", "dinakhodai"])
def test_who_leads_is_a_person(led):
    told = f"DPRD Kota Mekarsari menggelar rapat.\n\nRombongan {led} Sekararum Wiryani."

    assert held(told) == [("Sekararum Wiryani", "")]


def test_list_below_its_heading_has_the_headings_post_and_posts_in_brackets_are_of_that_komisi():
    told = (
        "DPRD Kota Mekarsari menggelar rapat.\n\nAnggota Komisi III DPRD Kabupaten Girimukti yang hadir:\n"
        "1. Ir. Alun Lamakarta, M.T. (Ketua)\n2. Rangkai Buana (Wakil Ketua)\n3. Gilang Pramudya\n4. Sekararum Wiryani"
    )

    assert held(told) == [
        ("Alun Lamakarta", "Ketua"),
        ("Rangkai Buana", "Wakil Ketua"),
        ("Gilang Pramudya", "Anggota Komisi III DPRD Kabupaten Girimukti"),
        ("Sekararum Wiryani", "Anggota Komisi III DPRD Kabupaten Girimukti"),
    ]
    assert set(bodies_of(told).values()) == {"DPRD Kabupaten Girimukti"}


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Tamu disambut Sekararum Wiryani (F-PDIP), Alun Dg Lamakarta (F-Demokrat), dan Gumintara (F-PKS).",
            {"Sekararum Wiryani": "F-PDIP", "Alun Dg Lamakarta": "F-Demokrat", "Gumintara": "F-PKS"},
        ),
        (
            "Rapat dipimpin Ketua DPRD Kota Tirtasari Alun Lamakarta bersama Waka I Sekararum Wiryani.",
            {"Alun Lamakarta": "Ketua DPRD Kota Tirtasari", "Sekararum Wiryani": "Waka I"},
        ),
        ("Ketum organisasi dan Hearing bersama warga digelar.", {}),
    ],
)
def test_members_are_told_by_their_faction_and_deputies_by_the_short_form(sentence, found):
    assert dict(held_at_meeting(sentence)) == found


@pytest.mark.parametrize(
    ("short", "names"),
    [
        ("Alun Lama", ["Alun Lamakarta Wiryani"]),
        ("Alun Wiratmaja", ["Alun Lamakarta Wiryani", "Alun Wiratmaja"]),
    ],
)
def test_second_name_cut_short_is_the_same_person(short, names):
    told = f'Ketua DPRD Kota Mekarsari Alun Lamakarta Wiryani meninjau kali.\n\n"Ini harus lekas diangkat," ujar {short}.'

    assert [name for name, _ in held(told)] == names


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Rapat dipimpin Wakil Ketua Komisi A, Gumintara, serta dihadiri Sekretaris Komisi A Alun Lamakarta.",
            {"Gumintara": "Wakil Ketua Komisi A", "Alun Lamakarta": "Sekretaris Komisi A"},
        ),
        (
            "Hadir Alun Lamakarta (FPKS) dan Sekararum Wiryani (F-Gerindra).",
            {"Alun Lamakarta": "FPKS", "Sekararum Wiryani": "F-Gerindra"},
        ),
        (
            "Tamu diterima Kabag Umum-Kepegawaian Sekararum Wiryani.",
            {"Sekararum Wiryani": "Kabag Umum-Kepegawaian"},
        ),
        (
            "Tamu diterima Kabag Persidangan dan Perundang-undangan Sekararum Wiryani.",
            {"Sekararum Wiryani": "Kabag Persidangan dan Perundang-undangan"},
        ),
        ("Bahasan tentang pangan (FGD) dan Jalan Rangkai Buana (FGD) usai.", {}),
    ],
)
def test_single_names_between_posts_and_offices_joined_by_a_hyphen(sentence, found):
    assert dict(held_at_meeting(sentence)) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Rombongan diterima Sekretaris Daerah (sekda) Kota Tirtasari Sekararum Wiryani.",
            {"Sekararum Wiryani": "Sekretaris Daerah (sekda) Kota Tirtasari"},
        ),
        (
            "Hadir Sekararum Wiryani selaku Staf Ahli bidang hukum, politik dan pemerintahan.",
            {"Sekararum Wiryani": "Staf Ahli bidang hukum, politik dan pemerintahan"},
        ),
        (
            "Program pemerintahan Wali Kota Tirtasari Sekararum Wiryani dipaparkan.",
            {"Sekararum Wiryani": "Wali Kota Tirtasari"},
        ),
        ("Program itu lahir di pemerintahan Presiden Sekararum Wiryani.", {}),
        ("Pasar itu dibangun di era Wali Kota Tirtasari Sekararum Wiryani.", {}),
        (
            "Hadir Ketua Komisi III, Alun Lamakarta.SH, dan diikuti Gumintara.ST, Sekararum Wiryani.SH.MH, Rangkai Buana "
            "dan Kabid Bina Marga, Linggarjati.ST.\nSidak ini dilakukan warga.",
            {
                "Alun Lamakarta": "Ketua Komisi III",
                "Gumintara": "",
                "Sekararum Wiryani": "",
                "Rangkai Buana": "",
                "Linggarjati": "Kabid Bina Marga",
            },
        ),
        ("Rumah itu milik toko Rangkai Buana yang menuturkan sejarahnya.", {}),
    ],
)
def test_glosses_fields_times_and_glued_degrees(sentence, found):
    assert dict(held_at_meeting(sentence)) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Hadir Kepala Bagian Protokol dan Komunikasi Pimpinan (Prokopim) Sekararum Wiryani.",
            {"Sekararum Wiryani": "Kepala Bagian Protokol dan Komunikasi Pimpinan (Prokopim)"},
        ),
        (
            "Hadir Kepala Bidang Komunikasi Publik Diskominfo Kota Tirtasari, Agustus Suprayitno, S.T.",
            {"Agustus Suprayitno": "Kepala Bidang Komunikasi Publik Diskominfo Kota Tirtasari"},
        ),
        (
            "Wakil Ketua DPRD Kota Tirtasari Sekararum Wiryani hadir. Wakil Ketua I DPRD Kota Tirtasari Sekararum Wiryani pulang.",
            {"Sekararum Wiryani": "Wakil Ketua I DPRD Kota Tirtasari"},
        ),
        (
            "Diskusi menghadirkan akademisi yakni Dr. Sekararum Wiryani, S.H., M.H., dan Rangkai Buana, S.T., sebagai narasumber.",
            {"Sekararum Wiryani": "narasumber", "Rangkai Buana": "narasumber"},
        ),
        (
            "Perwakilan Warga Tamanlaya, Euis menerangkan hal itu.",
            {"Euis": "Perwakilan Warga Tamanlaya"},
        ),
        (
            "Bupati Girimukti Dony Linggarjati menyambut. Hal itu dijelaskan Bupati Girimukti Donny.",
            {"Dony Linggarjati": "Bupati Girimukti"},
        ),
        (
            "Anggota Komisi III, Gumintara Wisesaputra, S.T. hadir.\n\nGumintara Wisesapurta, S.T. menyatakan dukungannya.",
            {"Gumintara Wisesaputra": "Anggota Komisi III"},
        ),
        (
            "Hadir perwakilan dari Dinpora Bapak Wahyono. Menurut Wahyono, wisata dibuka.",
            {"Wahyono": "perwakilan dari Dinpora"},
        ),
    ],
)
def test_further_posts_months_as_names_and_slips_of_one_name(sentence, found):
    assert dict(held_at_meeting(sentence)) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Hadir Ketua dan Wakil Ketua Komisi II DPRD Kota Mekarsari Sekar Wiryani, S.Pd., dan H. Rangkai Buana, S.P.",
            {"Sekar Wiryani": "Ketua Komisi II DPRD Kota Mekarsari", "Rangkai Buana": "Wakil Ketua Komisi II DPRD Kota Mekarsari"},
        ),
        (
            "Sekar Wiryani, S.Pd., senang. Sekar yang juga menjabat sebagai Wakil Ketua DPRD Kota Mekarsari, mencontohkan hal itu.",
            {"Sekar Wiryani": "Wakil Ketua DPRD Kota Mekarsari"},
        ),
        (
            "Diterima Kasudin Perindustrian Kota Mekarsari Sekar Wiryani.",
            {"Sekar Wiryani": "Kasudin Perindustrian Kota Mekarsari"},
        ),
        (
            "Hadir Sekretaris Daerah Kabupten Girimukti, Sekar Wiryani, dan Pemkoy Tirtasari.",
            {"Sekar Wiryani": "Sekretaris Daerah Kabupten Girimukti"},
        ),
        (
            "Ketua DPRD Kota Mekarsari, Sekar Wiryani, hadir. Ketua Pansus 3 DPRD Kota Mekarsari, Sekar Wiryani, setuju.",
            {"Sekar Wiryani": "Ketua DPRD Kota Mekarsari"},
        ),
        (
            "Ketua Komisi II, Muhammad Yunus, S.H., hadir. Ketua Komisi I, Muhammad Yusuf, setuju.",
            {"Muhammad Yunus": "Ketua Komisi II", "Muhammad Yusuf": "Ketua Komisi I"},
        ),
    ],
)  # fmt: skip
def test_posts_of_two_misprinted_levels_and_numbers_of_units(sentence, found):
    assert dict(held_at_meeting(sentence)) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Seminar dibuka Sekar Wiryani, S.H., dan Ketua Komisi II DPRD Kota Mekarsari, Raka Buana, sebagai narasumber.",
            {"Sekar Wiryani": "", "Raka Buana": "Ketua Komisi II DPRD Kota Mekarsari"},
        ),
        (
            "Hadir Sekar Wiryani, S.H., dan Raka Buana, S.H., yang memilih tidak tampil sebagai pembicara.",
            {"Sekar Wiryani": "", "Raka Buana": ""},
        ),
    ],
)  # fmt: skip
def test_somebody_elses_part_is_not_the_first_ones(sentence, found):
    roles = dict(held_at_meeting(sentence))

    assert roles.get("Sekar Wiryani", "") == found["Sekar Wiryani"]
    assert roles.get("Raka Buana", "") == found["Raka Buana"]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "“Sudah kami sidak,” ujar Ketua Komisi III DPRD Kota Mekarsari, Sularno kepada wartawan.",
            {"Sularno": "Ketua Komisi III DPRD Kota Mekarsari"},
        ),
        ("Rapat yang dipimpin Ketua Komisi III, Sularno itu selesai.", {"Sularno": "Ketua Komisi III"}),
        (
            "Hadir Kabag Umum Sekretariat DPRD Kota Tirtasari Hari Lamakarta.",
            {"Hari Lamakarta": "Kabag Umum Sekretariat DPRD Kota Tirtasari"},
        ),
        ("Hadir Sekda Kota Tirtasari, Cipta Lamakarta.", {"Cipta Lamakarta": "Sekda Kota Tirtasari"}),
        ("Rapat digelar dekat Hari Lamakarta dan Hari Anak.", {}),
        (
            "Hadir Kepala Satpol PP & Damkar Kota Tirtasari, Alun Lamakarta, S.E.",
            {"Alun Lamakarta": "Kepala Satpol PP & Damkar Kota Tirtasari"},
        ),
        (
            "Fraksi Golkar melalui Alun Lamakarta, S.H. bertanya, Fraksi PPP disampaikan Rangkai Buana, S.E. setuju.",
            {"Alun Lamakarta": "Fraksi Golkar", "Rangkai Buana": "Fraksi PPP"},
        ),
        (
            "Ketua didampingi Komisi III DPRD Kota Mekarsari lainnya H. Alun Lamakarta, H. Rangkai Buana dan lainnya.",
            dict.fromkeys(("Alun Lamakarta", "Rangkai Buana"), "Komisi III DPRD Kota Mekarsari"),
        ),
        (
            "Anggota Komisi III DPRD Kota Mekarsari, Nusa Lestari, Alun Lamakarta menilai hal itu.",
            {"Alun Lamakarta": "Anggota Komisi III DPRD Kota Mekarsari"},
        ),
        (
            "Ketua Komisi I DPRD Provinsi Dewi Lamakarta menuturkan hal itu.",
            {"Dewi Lamakarta": "Ketua Komisi I DPRD Provinsi"},
        ),
        (
            "Pimpinan rapat kali ini ialah H. Alun Lamakarta, S.E. selaku Ketua Pansus 9.",
            {"Alun Lamakarta": "Ketua Pansus 9"},
        ),
        (
            "Wali Kota dan Wakil Wali Kota Tirtasari terpilih Alun Lamakarta dan Rangkai Buana dilantik.",
            {"Alun Lamakarta": "Wali Kota Tirtasari terpilih", "Rangkai Buana": "Wakil Wali Kota Tirtasari terpilih"},
        ),
        (
            "Hadir perwakilan dari Dispora, Alun Lamakarta, dan perwakilan Dinas Sosial Rangkai Buana.",
            {"Alun Lamakarta": "perwakilan dari Dispora", "Rangkai Buana": "perwakilan Dinas Sosial"},
        ),
        ("Rapat dihadiri Kabag Umum Setda Kota Tirtasari (Gumintara Wisesa).", {"Gumintara Wisesa": "Kabag Umum Setda Kota Tirtasari"}),
        ("Hadir Kepala Dinas Sosial (Dinsos) Kota Tirtasari.", {}),
        (
            "Rapat diikuti anggota Komisi III, Gumintara (F Golkar).",
            {"Gumintara": "anggota Komisi III"},
        ),
        (
            "Anggota Komisi III DPRD Kota Mekarsari dari Fraksi PSI - PKB Alun Lamakarta menilai hal itu.",
            {"Alun Lamakarta": "Anggota Komisi III DPRD Kota Mekarsari"},
        ),
        (
            "plt Direktur Utama PT Sawargi, Alun Lamakarta mengatakan hal itu.",
            {"Alun Lamakarta": "plt Direktur Utama PT Sawargi"},
        ),
        (
            "Ketua Pansus Rapareda Pelayanan Jamaah Haji DPRD Kota Tirtasari, Alun Lamakarta mengatakan hal itu.",
            {"Alun Lamakarta": "Ketua Pansus Rapareda Pelayanan Jamaah Haji DPRD Kota Tirtasari"},
        ),
        (
            "Menurut Analis Kebijakan Ahli Muda Dinas Sosial Kota Tirtasari, Alun Lamakarta, hal itu perlu.",
            {"Alun Lamakarta": "Analis Kebijakan Ahli Muda Dinas Sosial Kota Tirtasari"},
        ),
        (
            "Direktur RSUD dr. Gumintara Wisesa hadir.",
            {"Gumintara Wisesa": "Direktur RSUD"},
        ),
        (
            "Direktur RSUD dr. Slamet, dr. Gumintara Wisesa, hadir.",
            {"Gumintara Wisesa": "Direktur RSUD dr. Slamet"},
        ),
        (
            "Hadir guru SD Negeri Menanggal 601 Gumintara Wisesa.",
            {"Gumintara Wisesa": "guru SD Negeri Menanggal 601"},
        ),
        (
            "Tamu disambut Ketua DPRD Kota Mekarsari juga Wakil Ketua Komisi II DPRD Kota Mekarsari, Gumintara Wisesa.",
            {"Gumintara Wisesa": "Wakil Ketua Komisi II DPRD Kota Mekarsari"},
        ),
        (
            "Rapat dipimpin Wakil Ketua Gumintara Wisesa. Pimpinan Rapat Gumintara Wisesa mengetuk palu.",
            {"Gumintara Wisesa": "Wakil Ketua"},
        ),
        (
            "Ketua rombongan Gumintara Wisesa yang juga Asisten I Sekda Kota Tirtasari hadir.",
            {"Gumintara Wisesa": "Asisten I Sekda Kota Tirtasari"},
        ),
        ("Ketua Fraksinya Gumintara Wisesa menyebut hal itu.", {"Gumintara Wisesa": "Ketua Fraksi"}),
        (
            "Rapat diikuti anggotanya Bapemperda Gumintara Wisesa, SH., dan Penyusun Naskah Akademik Prof. Alun Lamakarta.",
            {"Gumintara Wisesa": "anggota Bapemperda", "Alun Lamakarta": "Penyusun Naskah Akademik"},
        ),
        (
            "DPRD Kabupaten Sukaraya datang bersama Wakil Bupati setempat Alun Lamakarta.",
            {"Alun Lamakarta": "Wakil Bupati"},
        ),
        (
            "Anggota Bapemperda, yaitu Alun Lamakarta, M.Ag ; H. Rangkai Buana, S.Pd.I.",
            dict.fromkeys(("Alun Lamakarta", "Rangkai Buana"), "Anggota Bapemperda"),
        ),
        (
            "Anggota dari Dapil X Sukaraya dan Girimukti menanyakan cucu pendiri NU KH Alun Lamakarta.",
            {"Alun Lamakarta": ""},
        ),
    ],
)  # fmt: skip
def test_single_names_everyday_first_names_and_who_speaks_for_a_unit(sentence, found):
    assert dict(held_at_meeting(sentence)) == found


@pytest.mark.parametrize("slip", ["Walil", "Wakli", "Wkil", "Wakill", "Waki", "wakol"])
def test_deputy_is_not_taken_for_the_head_where_a_letter_is_wrong(slip):
    reading = read(f"Rapat dipimpin {slip} Wali Kota Mekarsari, Raka Buana.", INDEX).as_dict()

    assert [person["role"] for person in reading["officials"]] == [f"{slip[0]}akil Wali Kota Mekarsari"]
    assert [(found["word"], found["suggestions"]) for found in reading["spelling"]] == [
        (slip, [f"{slip[0]}akil"])
    ]


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("Ketau DPRD Kota Mekarsari", "Ketua DPRD Kota Mekarsari"),
        ("Angota Komisi III", "Anggota Komisi III"),
        ("Wakil Ketuaa Pansus 2", "Wakil Ketua Pansus 2"),
        ("Kepla Dinas Perhubungan", "Kepala Dinas Perhubungan"),
        ("Plt. Kepalla Dinas Perhubungan", "Plt. Kepala Dinas Perhubungan"),
        ("Seketaris Komisi II", "Sekretaris Komisi II"),
        ("Sekertaris Dewan", "Sekretaris Dewan"),
        ("Kapala Desa Cibening", "Kepala Desa Cibening"),
        ("Gubetnur Nusa Lestari", "Gubernur Nusa Lestari"),
    ],
)
def test_post_with_one_letter_wrong_is_filed_as_it_was_meant(printed, meant):
    reading = read(f"Rapat dipimpin {printed}, Raka Buana.", INDEX).as_dict()

    assert [(person["name"], person["role"]) for person in reading["officials"]] == [("Raka Buana", meant)]
    assert [found["suggestions"] for found in reading["spelling"]][:1] != []


@pytest.mark.parametrize("words", ["Kepada Dinas Perhubungan", "Kedua Komisi"])
def test_words_of_their_own_meaning_are_no_misprinted_posts(words):
    reading = read(f"Rapat membahas jalan. {words}, Raka Buana menyampaikan usul.", INDEX).as_dict()

    assert [person["role"] for person in reading["officials"]] == [""]
    assert reading["spelling"] == []
