import pytest

from articles.reading import Index, Tables, read
from tests.articles.reading.tables import COUNCIL, REGIONS

INDEX = Index(Tables(own=COUNCIL, regions=REGIONS))


@pytest.mark.parametrize(
    ("text", "activity"),
    [
        (
            f"Rapat kerja Komisi II {COUNCIL} membahas kursi.\n\nHasilnya dibawa sebelum rapat paripurna. Rapat paripurna mendatang "
            "menentukan. Nanti pada rapat paripurna selanjutnya kursi dibahas lagi.",
            "hearing",
        ),
        (
            f"Komisi II {COUNCIL} Tinjau Kinerja Dinas Sosial\n\nKomisi II {COUNCIL} mengadakan rapat evaluasi dengan dinas itu.",
            "hearing",
        ),
        (f"Rapat Konsultasi Badan Musyawarah {COUNCIL} digelar.", "hearing"),
        (f"Komisi II {COUNCIL} melakukan monitoring lapangan ke pasar, Senin (5/5/2025).", "field_inspection"),
        (
            f"Komisi II {COUNCIL} meninjau pelaksanaan Program Atap Rapi (Pari) di Kelurahan Sirna Galih, Senin (5/5/2025).",
            "field_inspection",
        ),
        (f"Komisi II {COUNCIL} mengecek langsung atap pasar, Senin (5/5/2025).", "field_inspection"),
        (f"Ketua {COUNCIL} mengecek gundukan sampah di Jalan Sirih, Senin (5/5/2025).", "field_inspection"),
        (f"Komisi II {COUNCIL} memantau harga bahan pokok di Pasar Sirih, Senin (5/5/2025).", "field_inspection"),
        (f"Ketua {COUNCIL} turun mengecek tebing yang ambrol, Senin (5/5/2025).", "field_inspection"),
        (f"Bupati setuju taman dibawa ke Paripurna dan cepat di Paripurnakan {COUNCIL}.", "other"),
        (f"Raperda Parkir dirapatkan Pansus 6 {COUNCIL}, Senin (5/5/2025).", "hearing"),
        (f"Komisi II {COUNCIL} menyebut belum ada arahan untuk mengadakan rapat dengar pendapat.", "other"),
        (f"Anggota {COUNCIL} bertolak ke luar kota dalam rangka kunjungan kerja, Senin (5/5/2025).", "visit_outgoing"),
        (f"Komisi II {COUNCIL} meninjau pelaksanaan anggaran tahun lalu, Senin (5/5/2025).", "other"),
        (f"Ketua {COUNCIL} menjadi narasumber dalam acara Mekarsari Bertanya di museum.", "talkshow"),
        (f"Ketua {COUNCIL} menjadi narasumber dalam acara Sosialisasi Perda di aula.", "other"),
        (f"Anggota {COUNCIL} menjadi narasumber kegiatan Publik Talk.", "talkshow"),
        (
            f"Pembahasan anggaran {COUNCIL} tersendat.\n\n“Pekan lalu rapat paripurna batal. Rapat kerja pun batal,” ujar Bestari.",
            "other",
        ),
        (f"Ketua Komisi II {COUNCIL} ingin pasar dibenahi. Rapat tersebut membahas perjanjian pasar.", "hearing"),
        (f"{COUNCIL} mengadakan Ngobar bersama wartawan di hotel.", "other"),
        (f"Komisi II {COUNCIL} melakukan koordinasi ke Komisi V DPR RI, Senin (5/5/2025).", "visit_outgoing"),
        (
            f"Komisi II {COUNCIL} meminta semua gedung menyediakan tangga.\n\n“Tangga itu perlu,” kata Bestari saat rapat kerja bersama Dinas "
            "Kebakaran Kota Mekarsari, membahas rencana tahun depan.",
            "hearing",
        ),
        (
            f"Tangga Gedung\n\nKomisi II {COUNCIL} bersama Dinas Kebakaran Kota Mekarsari membahas tangga gedung.",
            "hearing",
        ),
        (f"Komisi II {COUNCIL} meminta semua gedung menyediakan tangga.\n\n“Tangga itu perlu,” kata Bestari saat rapat.", "other"),
        (
            f"Ketua {COUNCIL} mengutarakan, rapat dan audiensi yang tidak ramai masih boleh, juga kunjungan dari luar daerah.",
            "other",
        ),
    ],
)  # fmt: skip
def test_activity_is_told_by_what_took_place(text, activity):
    assert read(text, INDEX).as_dict()["activity"] == activity


@pytest.mark.parametrize(
    ("text", "activity"),
    [
        (
            f"Anggota {COUNCIL}, Danar Wicaksono, menggelar reses di balai warga, Senin (5/5/2025). Keluhan warga itu akan disampaikan dalam "
            "rapat paripurna.",
            "other",
        ),
        (f"Rapat paripurna {COUNCIL} mendengarkan laporan reses tiga daerah pemilihan, Senin (5/5/2025).", "plenary"),
        (
            f"Ketua {COUNCIL} menerima silaturahmi DPRD Kota Tirtasari di ruang kerjanya, Senin (5/5/2025).",
            "visit_incoming",
        ),
        (
            f"Banggar {COUNCIL} melakukan kunjungan kerja ke DPRD Kota Tirtasari. Senin (5/5) mereka dijadwalkan mengikuti rapat "
            "paripurna.",
            "visit_outgoing",
        ),
    ],
)  # fmt: skip
def test_what_is_only_to_come_in_a_session_is_no_session(text, activity):
    assert read(text, INDEX).as_dict()["activity"] == activity


@pytest.mark.parametrize(
    ("text", "activity"),
    [
        (
            f"Komisi II {COUNCIL} Tunda Sidak Pasar\n\nInspeksi mendadak (sidak) Komisi II {COUNCIL} ke pasar terpaksa ditunda, Senin "
            "(5/5/2025). Sedianya sidak digelar pagi.",
            "other",
        ),
        (f"Forum Petani Mekar menggelar audiensi di gedung {COUNCIL}, Senin (5/5/2025).", "hearing"),
        (f"Puluhan petani beraudensi ke gedung {COUNCIL}, Senin (5/5/2025).", "hearing"),
        (
            f"Nelayan Kampung Karet Kecamatan Panimbang Kabupaten Girimukti, Senin (5/5/2025), mendatangi kantor {COUNCIL} untuk "
            "menyampaikan keluhan.",
            "hearing",
        ),
        (f"{COUNCIL} mendukung guru honorer saat bertemu dengan perwakilan guru di ruang rapat, Senin (5/5/2025).", "hearing"),
        (f"Keluhan itu sering ditemui Ketua {COUNCIL} saat bertemu warga, Senin (5/5/2025).", "other"),
        (f"Komisi C {COUNCIL} Cek Kondisi Terminal Randu\n\nKomisi C {COUNCIL} mengunjungi Terminal Randu, Senin (5/5/2025).", "field_inspection"),
    ],
)  # fmt: skip
def test_inspection_called_off_is_none_and_citizens_before_the_house_are_heard(text, activity):
    assert read(text, INDEX).as_dict()["activity"] == activity


@pytest.mark.parametrize(
    ("text", "activity"),
    [
        (f"Pansus 6 {COUNCIL} mengulas Raperda Parkir, di Ruang Rapat Bapemperda, Senin (5/5/2025).", "hearing"),
        (f"Komisi II {COUNCIL} menerima aspirasi warga soal parkir, Senin (5/5/2025).", "hearing"),
        ("Kepala Dinas Sosial memimpin rapat kerja di balai kota, Senin (5/5/2025).", "other"),
        ("Wakil rakyat menggelar rapat dengar pendapat dengan warga, Senin (5/5/2025).", "hearing"),
        (f"Ketua {COUNCIL} berbuka puasa bersama wartawan di Ruang Rapat Komisi II, Senin (5/5/2025).", "other"),
        (f"Komisi II {COUNCIL} menerima audiensi dari penduduk sekitar SDN Kenanga, Senin (5/5/2025).", "hearing"),
        (f"Anggota {COUNCIL} siap menerima aspirasi warga, Senin (5/5/2025).", "other"),
        (
            f"Anggota {COUNCIL} menggelar reses di balai warga. Dalam reses itu ia menyimak.\n\n“Kami datang,” ujar Gilang, pada Talk Show Suara di Radio Mekar, Senin (5/5/2025).",
            "talkshow",
        ),
        (
            f"Ketua {COUNCIL} merawat taman. “Cukup dengan bincang-bincang,” kata Gilang, Senin (5/5/2025).",
            "other",
        ),
        (f"Ketua {COUNCIL} menekankan pentingnya kunjungan lapangan, Senin (5/5/2025). Ia menyebut bahwa kunjungan lapangan tak terpisahkan dari tugas dewan.", "other"),
        (f"Anggota {COUNCIL} menegaskan bahwa kunjungan lapangan ini perlu, Senin (5/5/2025).", "field_inspection"),
        (f"Ketua {COUNCIL} menjadi narasumber pada acara Pembinaan Kewilayahan di balai warga, Senin (5/5/2025).", "other"),
        (f"Komisi II {COUNCIL} mengupas anggaran bersama Dinas Sosial, Senin (5/5/2025).", "hearing"),
        (f"Komisi II {COUNCIL} mengawasi harga lewat sidak di Pasar Sirih, Senin (5/5/2025).", "field_inspection"),
        (f"Ketua {COUNCIL} melihat sendiri bahwa anggarannya kecil, Senin (5/5/2025).", "other"),
        (f"Ketua {COUNCIL} menyoroti taman saat dijumpai seusai rapat paripurna di gedung dewan, Senin (5/5/2025).", "other"),
        (f"Ketua {COUNCIL} menyambut gembira kedatangan resmi rombongan Universitas Cempaka, Senin (5/5/2025).", "visit_incoming"),
    ],
)  # fmt: skip
def test_room_council_and_where_words_were_said_tell_the_activity(text, activity):
    assert read(text, INDEX).as_dict()["activity"] == activity


@pytest.mark.parametrize(
    ("text", "activity"),
    [
        (f"Pansus 5 {COUNCIL} mengadakan rapat pra-finalisasi raperda sebelum rapat paripurna, Senin (5/5/2025).", "hearing"),
        (f"Anggota Komisi III {COUNCIL} memimpin audiensi warga Desa Cempaka, Senin (5/5/2025).", "hearing"),
        (f'"Ada laporan yang kami terima tentang keluhan warga," ujar Ketua Komisi III {COUNCIL}, Gilang, Senin (5/5/2025).', "other"),
        (f"Anggaran menjadi pokok bahasan Komisi III {COUNCIL} dengan Dinas Sosial, Senin (5/5/2025).", "hearing"),
        (f"Anggaran menjadi pokok bahasan buku karya Ketua {COUNCIL}, Senin (5/5/2025).", "other"),
        (f"Ketua {COUNCIL} menyebut turun ke lapangan sebagai bagian dari tugas, Senin (5/5/2025).", "other"),
        (f"Ketua {COUNCIL} turun ke lapangan melihat banjir, Senin (5/5/2025).", "field_inspection"),
        (f"Hal itu disampaikan seusai Rapat Rencana Saluran di gedung dewan yang digelar Komisi III {COUNCIL}, Senin (5/5/2025).", "hearing"),
        (f"Kunjungan kerja Komisi III {COUNCIL} ke Kabupaten Sukaraya dipersoalkan. Rencana silaturahmi batal terwujud, kunker itu batal, Senin (5/5/2025).", "other"),
    ],
)  # fmt: skip
def test_meetings_by_other_words_and_words_about_inspections(text, activity):
    assert read(text, INDEX).as_dict()["activity"] == activity


@pytest.mark.parametrize(
    ("text", "activity"),
    [
        (f"Raperda digodok Pansus {COUNCIL}, dalam pembahasan pertama di ruang sidang, Senin (5/5/2025).", "hearing"),
        (f"Pansus {COUNCIL} dibentuk Ketua dewan, Senin (5/5/2025).", "other"),
        (f'"Komisi II kembali mengecek ke lapangan, Senin (5/5/2025)," kata Ketua Komisi II {COUNCIL}, Gilang.', "field_inspection"),
    ],
)  # fmt: skip
def test_pansus_at_work_meets_and_komisi_on_the_spot_inspects(text, activity):
    assert read(text, INDEX).as_dict()["activity"] == activity


@pytest.mark.parametrize(
    ("text", "activity"),
    [
        (f"Ketua {COUNCIL} melayat ke rumah duka, Senin (5/5/2025). Almarhum pernah duduk di pansus yang membahas perda parkir.", "other"),
        (f"Ketua {COUNCIL} menjadi pembina upacara, Senin (5/5/2025). “Pansus membahas raperda itu,” katanya.", "other"),
        (f"Ketua {COUNCIL} hadir pada rapat anggota tahunan koperasi yang dipimpin Badan Pengawas Koperasi Cempaka, Senin (5/5/2025).", "other"),
        (f"Komisi II {COUNCIL} menerima warga, Senin (5/5/2025). Kunjungan ini untuk memastikan izin pasar.", "hearing"),
        (f"Komisi II {COUNCIL} ke terminal, Senin (5/5/2025). Kunjungan itu untuk memastikan kesiapan mudik.", "field_inspection"),
        (f"Ketua RW meminta Komisi II {COUNCIL} mengecek ke lapangan, Senin (5/5/2025).", "other"),
    ],
)  # fmt: skip
def test_words_about_a_pansus_or_a_call_are_no_meeting_and_no_inspection(text, activity):
    assert read(text, INDEX).as_dict()["activity"] == activity


@pytest.mark.parametrize(
    ("text", "activity"),
    [
        (f"Pansus 9 {COUNCIL} Bahas Raperda\n\nRaperda yang tengah dibahas Pansus 9 {COUNCIL} lahir karena warga.", "other"),
        (f"Pansus 9 {COUNCIL} membahas raperda itu, Senin (5/5/2025).", "hearing"),
        (f"Tata tertib {COUNCIL} langsung dibawa ke rapat paripurna, kata ketuanya, Senin (5/5/2025).", "other"),
        (f"{COUNCIL} Sahkan APBD Lewat Rapat Paripurna\n\nAPBD disahkan, Senin (5/5/2025).", "plenary"),
    ],
)  # fmt: skip
def test_what_goes_on_for_weeks_or_leads_to_a_plenary_is_no_meeting(text, activity):
    assert read(text, INDEX).as_dict()["activity"] == activity


@pytest.mark.parametrize(
    ("text", "activity"),
    [
        (
            f"{COUNCIL} menjadi tempat belajar.\n\nKabupaten Girimukti ingin tahu caranya.\n\nRombongan Pemkab Girimukti "
            f"dipimpin Sekda Girimukti, Danar Wicaksono, dan langsung diterima {COUNCIL}, Senin (5/5/2025).",
            "visit_incoming",
        ),
        (f"Komisi II {COUNCIL} melakukan monitoring harga bahan pokok di Pasar Cempaka, Senin (5/5/2025).", "field_inspection"),
        (f"Teaser tentang {COUNCIL} yang menata pasar dan pedagang supaya tertib sepanjang tahun ini.\n\nTeaser kedua tentang "
            f"pasar dan pedagang yang tertib sepanjang tahun ini juga di kota.\n\nPOJOK.COM - Ketua {COUNCIL}, Raka Buana, menerima audiensi dari Aliansi Pedagang Kecil, Senin (5/5/2025).", "hearing"),
        (f"Komisi II {COUNCIL} menampung aspirasi warga Komplek Taman Indah, Senin (5/5/2025).", "hearing"),
        (f"Warga mengadu soal jalan.\n\nAudiensi itu dipimpin Ketua {COUNCIL}, Raka Buana, Senin (5/5/2025).", "hearing"),
        (f"Topik itu dibahas dalam Parlemen Talks di Radio Sirih dengan menghadirkan Ketua {COUNCIL}.", "talkshow"),
        (f"Soal itu dibahas Ketua {COUNCIL} bersama pengelola radio swasta.", "other"),
        (f"Ketua {COUNCIL} memeriksa persediaan beras di Bulog Kota Mekarsari, Senin (5/5/2025).", "field_inspection"),
    ],
)  # fmt: skip
def test_delegation_monitoring_and_lead_below_teasers_are_told_of(text, activity):
    assert read(text, INDEX).as_dict()["activity"] == activity


@pytest.mark.parametrize(
    "subject", ["untuk membahas serapan anggaran tahun 2022 lalu", "terkait capaian PAD tahun sebelumnya"]
)
def test_visit_about_last_years_figures_is_this_years(subject):
    text = f"{COUNCIL} menerima kunjungan DPRD Kabupaten Girimukti {subject}, Kamis (12/10/2023)."

    assert read(text, INDEX).as_dict()["activity"] == "visit_incoming"
