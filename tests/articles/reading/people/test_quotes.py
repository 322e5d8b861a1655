"""What was said and by whom, however the marks are printed."""

import pytest

from articles.reading import Index, Tables, read
from tests.articles.reading.tables import COUNCIL, REGIONS

INDEX = Index(Tables(own=COUNCIL, regions=REGIONS))
CHAIR = f"Ketua {COUNCIL}, Bestari Cakrawangsa, membuka rapat."


def quotes(text):
    return [
        (quote["speaker"], quote["text"], quote["verb"]) for quote in read(text, INDEX).as_dict()["quotes"]
    ]


@pytest.mark.parametrize("title", ["H", "KH", "Ust", "Pdt", "Tb", "Rd", "Ns", "Apt", "Prof", "Assoc. Prof"])
def test_speaker_is_found_behind_any_title_with_a_full_stop(title):
    found = quotes(f"{CHAIR}\n\n“Kursi kami tambah lagi,” ujar Ketua {COUNCIL} {title}. Bestari Cakrawangsa.")

    assert found == [("Bestari Cakrawangsa", "Kursi kami tambah lagi", "ujar")]


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("Rapat usai.“Kursi kami tambah lagi,” ujar Bestari.", "Kursi kami tambah lagi"),
        ('Rapat usai."Kursi kami tambah lagi," ujar Bestari.', "Kursi kami tambah lagi"),
        ("Kursi kami tambah lagi,”kata Bestari.", "Kursi kami tambah lagi"),
        ("”Kursi kami tambah lagi,” kata Bestari.", "Kursi kami tambah lagi"),
        ("Bestari menambahkan, ” Kursi kami tambah lagi,“kata ketua itu.", "Kursi kami tambah lagi"),
        ("‘Kursi kami tambah lagi,’ ujarnya.", "Kursi kami tambah lagi"),
        ('"Kursi kami tambah lagi", pungkas Bestari.', "Kursi kami tambah lagi"),
        ("’’Kursi kami tambah lagi,” pungkas Bestari.", "Kursi kami tambah lagi"),
        ("''Kursi kami tambah lagi,'' kata Bestari.", "Kursi kami tambah lagi"),
        ("“Kursi kami tambah lagi “ ujarnya", "Kursi kami tambah lagi"),
        ("Kursi kami tambah lagi, “ujar Bestari.", "Kursi kami tambah lagi"),
        ("Rapat usai.”Kursi kami tambah lagi,” ujarnya.", "Kursi kami tambah lagi"),
        ("Bestari: “Kursi kami tambah lagi.”", "Kursi kami tambah lagi."),
        ("Ia menyambung, “Kursi kami akan kami tambah lagi.”", "Kursi kami akan kami tambah lagi."),
        ("Ia tidak setuju. “Kursi kami harus tetap ditambah lagi.”", "Kursi kami harus tetap ditambah lagi."),
        ("Ia tidak setuju. “Kursi kami harus tetap ditambah lagi.", "Kursi kami harus tetap ditambah lagi."),
    ],
)
def test_quote_is_found_however_its_marks_are_printed(printed, words):
    found = quotes(f"{CHAIR}\n\n{printed}")

    assert [(speaker, text) for speaker, text, _ in found] == [("Bestari Cakrawangsa", words)]


def test_quote_over_two_paragraphs_that_is_closed_once_is_one():
    found = quotes(f"{CHAIR}\n\n“Kursi kami tambah lagi tahun depan.\n\nMejanya menyusul,” katanya.")

    assert found == [
        ("Bestari Cakrawangsa", "Kursi kami tambah lagi tahun depan.\nMejanya menyusul", "katanya")
    ]


def test_quote_that_breaks_off_with_the_text_is_whoever_spoke_befores():
    words = "Kursi kami tambah lagi tahun depan. Mejanya"

    assert quotes(f"{CHAIR}\n\n“{words}") == [("Bestari Cakrawangsa", words, None)]


def test_words_of_a_paper_are_nobodys():
    assert (
        quotes(f"{CHAIR}\n\nSurat Edaran Menteri menyebutkan: “Kursi ditambah lagi tahun depan ini.”") == []
    )


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        (
            "Tak hanya Bestari Cakrawangsa, Wakil Ketua DPRD Kota Mekarsari, Wisnu Hadiningrat, juga meminta meja.",
            "Wisnu Hadiningrat",
        ),
        ("Ia memuji Wali Kota Mekarsari, Sekar Arumdalu. Meski begitu, pihaknya menunggu meja.", "Bestari Cakrawangsa"),
        ("Didampingi Wisnu Hadiningrat, S.H., Bestari menunggu meja.", "Bestari Cakrawangsa"),
        ("Wakil Ketua DPRD Kota Mekarsari, Wisnu Hadiningrat mengatakan, pihaknya menunggu meja.", "Wisnu Hadiningrat"),
    ],
)  # fmt: skip
def test_quote_is_by_whom_the_sentence_before_is_about(sentence, speaker):
    found = quotes(f"{CHAIR}\n\n{sentence}\n\n“Meja itu kami perlukan,” jelasnya.")

    assert [who for who, _, _ in found] == [speaker]


def test_nickname_is_of_whoever_was_spoken_of():
    text = (
        f"{CHAIR}\n\nWakil Ketua {COUNCIL}, Wisnu Hadiningrat, mewakili Ketua Fraksi, Rangga Pradipta.\n\n"
        '"Meja itu kami perlukan," kata Unu, sapaan akrabnya.\n\n"Kursinya juga," tambah Unu.'
    )

    found = read(text, INDEX).as_dict()

    assert [quote["speaker"] for quote in found["quotes"]] == ["Wisnu Hadiningrat", "Wisnu Hadiningrat"]
    assert [person["name"] for person in found["officials"]] == [
        "Bestari Cakrawangsa",
        "Wisnu Hadiningrat",
        "Rangga Pradipta",
    ]


@pytest.mark.parametrize(
    "told",
    [
        "Dalam diskusi bertajuk Meja Kita, Bestari Cakrawangsa mengatakan: “Kursi kami akan kami tambah lagi.”",
        "Bestari Cakrawangsa menjelaskan tema itu, “Kursi kami akan kami tambah lagi.”",
    ],
)
def test_words_beside_a_theme_are_a_quote_where_somebody_said_them(told):
    assert [words for _, words, _ in quotes(f"{CHAIR}\n\n{told}")] == ["Kursi kami akan kami tambah lagi."]


def test_nickname_that_shares_a_name_is_of_whoever_bears_it():
    text = (
        f"Ketua {COUNCIL}, Hj. Isvara Rupaeda, dan Ketua Komisi II, H. Makmun Salam, hadir. Meja itu dipegang H. Makmun.\n\n"
        "“Silakan menikmati pantai di kota kami,” pungkas Baiq Isvara sapaan akrab Ketua Dewan."
    )

    assert [quote["speaker"] for quote in read(text, INDEX).as_dict()["quotes"]] == ["Isvara Rupaeda"]


def test_expression_in_marks_is_no_quote():
    assert quotes(f"{CHAIR}\n\nBestari menyampaikan selamat datang di “rumah rakyat” itu.") == []
    assert (
        quotes(f"{CHAIR}\n\nBestari menyebut tema rapat itu ialah “Dengan Semangat Baru Kota Kita Bangkit”.")
        == []
    )


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ('" Kursi kami tambah lagi," Ujar, Ketua DPRD Bestari.', ["Kursi kami tambah lagi"]),
        ('" Kursi kami tambah lagi,"jelasnya', ["Kursi kami tambah lagi"]),
        ('Kursi kami tambah lagi," jelasnya', ["Kursi kami tambah lagi"]),
        ("“ Kursi kami tambah lagi. “ Ujarnya.", ["Kursi kami tambah lagi."]),
        (
            "Bestari menambahkan hal lain. “Kata mereka kursinya cukup,” ujarnya.",
            ["Kata mereka kursinya cukup"],
        ),
        ('Kursi kami tambah lagi,"Ujar Bestari.', ["Kursi kami tambah lagi"]),
        ("“Kursi kami tambah lagi, ujar Bestari.", ["Kursi kami tambah lagi"]),
        ('"Kursi kami tambah lagi, katanya.', ["Kursi kami tambah lagi"]),
        (
            '"Kursi kami tambah lagi, ujar Bestari. "Mejanya menyusul," katanya.',
            ["Kursi kami tambah lagi", "Mejanya menyusul"],
        ),
        (
            '"Alhamdulillah kursi kami cukup. "Mejanya menyusul," ujar Bestari.',
            ['Alhamdulillah kursi kami cukup. "Mejanya menyusul'],
        ),
        (
            '"Program "Meja Kita" itu kami tambah lagi," ujar Bestari.',
            ['Program "Meja Kita" itu kami tambah lagi'],
        ),
        (
            "“Kami ingin naik menjadi tipe “B” dengan meja baru,” ujar Bestari.",
            ["Kami ingin naik menjadi tipe “B” dengan meja baru"],
        ),
    ],
)
def test_lost_mark_shifts_no_other_pair(printed, words):
    found = quotes(f'{CHAIR}\n\n{printed}\n\n"Lampu juga kami beli," tutur Bestari.')

    assert [text for _, text, _ in found] == [*words, "Lampu juga kami beli"]
    assert {speaker for speaker, _, _ in found} == {"Bestari Cakrawangsa"}


@pytest.mark.parametrize(
    "verb", ["sampai Bestari", "tuturn Bestari", "uajrnyaUstaz Bestari", "jelentreh Hj. Bestari"]
)
def test_word_between_quote_and_person_is_a_verb_of_speaking(verb):
    found = quotes(f"{CHAIR}\n\n“Kursi kami tambah lagi tahun ini,” {verb}.")

    assert [(speaker, text) for speaker, text, _ in found] == [
        ("Bestari Cakrawangsa", "Kursi kami tambah lagi tahun ini")
    ]


@pytest.mark.parametrize(
    "verb", ["sampainya", "katnaya", "terangya", "demikian disampaikan Bestari", "Tutur Bestari"]
)
def test_verb_of_speaking_may_be_rare_or_misspelt(verb):
    found = quotes(f"{CHAIR}\n\n“Kursi kami tambah lagi tahun ini,” {verb}.")

    assert [(speaker, text) for speaker, text, _ in found] == [
        ("Bestari Cakrawangsa", "Kursi kami tambah lagi tahun ini")
    ]


@pytest.mark.parametrize(
    ("named", "speaker"), [("Endang", "Endang"), ("Pak Endang", "Endang"), ("Bestary", "Bestari Cakrawangsa")]
)
def test_quote_is_by_whom_its_verb_names_though_no_post_does(named, speaker):
    found = quotes(f"{CHAIR}\n\n“Kursi kami tambah lagi tahun ini,” harap {named}.")

    assert [who for who, _, _ in found] == [speaker]


def test_name_of_a_programme_before_a_person_is_no_quote():
    assert (
        quotes(
            f"{CHAIR}\n\nIa membuka “Gerakan Meja Kita” bersama Bestari dan “Lomba Kursi Kita” dari Bestari."
        )
        == []
    )


@pytest.mark.parametrize(
    "told",
    [
        "Hal senada diungkapkan Wisnu Hadiningrat, pihaknya menunggu meja baru.",
        "Senada dengan itu, disampaikan pula oleh Wakil Ketua DPRD Kota Mekarsari, Wisnu Hadiningrat, S.H., ia menunggu meja baru.",
        "Hal serupa juga dikatakan Wisnu Hadiningrat. Ia menunggu meja baru.",
    ],
)
def test_quote_is_by_whom_the_like_was_said(told):
    found = quotes(
        f"{CHAIR} Hadir Wakil Ketua DPRD Kota Mekarsari, Wisnu Hadiningrat.\n\nBestari Cakrawangsa menjelaskan anggaran meja.\n\n"
        f"{told}\n\n“Meja itu kami perlukan,” tuturnya."
    )

    assert [who for who, _, _ in found] == ["Wisnu Hadiningrat"]


def test_citizen_who_was_named_last_is_the_speaker():
    told = f"{CHAIR}\n\nSalah seorang warga, Ibu Nirmala (52) menuturkan halamannya tergenang. “Airnya diam saja,” ujarnya."

    assert [(speaker, text) for speaker, text, _ in quotes(told)] == [("Nirmala", "Airnya diam saja")]


def test_given_names_that_somebody_is_called_by_are_no_nickname_of_another():
    told = f"{CHAIR}\n\nWakil Ketua DPRD Kota Mekarsari, Wa Ode Nurmala, hadir. “Kursi kami cukup,” pungkas Wa Ode sapaan akrabnya."

    assert [speaker for speaker, _, _ in quotes(told)] == ["Wa Ode Nurmala"]


def test_post_that_one_person_holds_stands_for_that_person():
    text = (
        f"{CHAIR} Hadir Camat Cempaka, Suryadarma Wibawa, dan Lurah Melati, Ratnasari Kirana.\n\n"
        "Camat Cempaka mengaku sudah bersurat. “Semoga jalannya segera ditambal,” tuturnya."
    )

    assert quotes(text) == [("Suryadarma Wibawa", "Semoga jalannya segera ditambal", "tuturnya")]


@pytest.mark.parametrize(
    "told",
    [
        "keluh warga di pinggir kali itu.",
        "kata seorang pedagang.",
        "ujar salah satu nelayan yang enggan disebut namanya.",
    ],
)
def test_words_of_somebody_without_a_name_are_nobodys(told):
    assert quotes(f"{CHAIR}\n\n“Air sudah masuk ke dapur kami,” {told}")[0][0] is None


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("Seorang warga Cempakasari, Nenden Rahayu, mengeluh. “Air sudah masuk ke dapur kami,” ujarnya.", "Nenden Rahayu"),
        ("“Air sudah masuk ke dapur kami.”. Ujar Engkos salah satu warga.", "Engkos"),
    ],
)  # fmt: skip
def test_citizen_is_the_speaker_with_a_place_or_a_lost_comma_beside_the_name(told, speaker):
    assert quotes(f"{CHAIR}\n\n{told}")[0][0] == speaker


@pytest.mark.parametrize(
    "told",
    [
        "Kata Wakil Ketua DPRD Kota Mekarsari, pihaknya ingin meja baru.",
        "Adapun menurut Wisnu Hadiningrat yang juga pembina, meja lama membuat Bestari Cakrawangsa merasa lelah.",
    ],
)
def test_quote_is_by_whom_the_sentence_before_says_it_is(told):
    found = quotes(
        f"{CHAIR} Hadir Wakil Ketua DPRD Kota Mekarsari, Wisnu Hadiningrat.\n\n{told}\n\n“Meja itu kami perlukan,” tuturnya."
    )

    assert [who for who, _, _ in found] == ["Wisnu Hadiningrat"]


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        (
            "Hal itu disampaikan Wisnu Hadiningrat. Menurut dia, kemarin Bestari memaparkan meja baru. “Meja itu belum datang,” imbuhnya.",
            "Wisnu Hadiningrat",
        ),
        ("Wisnu Hadiningrat menyebut hal itu.\n\n“Meja baru itu sudah kami pesan sejak lama”.\n\nTamu pulang.", "Wisnu Hadiningrat"),
        ("“Meja itu belum datang juga,” hardik seorang staf sekretariat saat menyambut Wisnu Hadiningrat.", None),
        ("“Meja itu belum datang juga,” hardik seorang staf, Wisnu Hadiningrat.", "Wisnu Hadiningrat"),
        ("“Meja itu lalu bagaimana,” Tanya Wisnu Hadiningrat.", "Wisnu Hadiningrat"),
    ],
)  # fmt: skip
def test_speaker_is_whom_the_pronoun_stands_for_or_nobody(told, speaker):
    found = quotes(f"{CHAIR} Hadir Wakil Ketua DPRD Kota Mekarsari, Wisnu Hadiningrat.\n\n{told}")

    assert [who for who, _, _ in found] == [speaker]


def test_citizen_is_named_in_full_where_the_verb_has_a_part_of_the_name():
    told = "Seorang warga lingkungan 2 Fardi Rumbaya diberi waktu untuk menjelaskan.\n\n“Kami menolak jalan itu,” kata Rumbaya."

    assert quotes(f"{CHAIR}\n\n{told}")[0][0] == "Fardi Rumbaya"


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("“Meja itu kami pesan lagi,” kata staf ahli Wali Kota Tirtasari Wisnu Hadiningrat.", "Wisnu Hadiningrat"),
        ("“Meja itu kami pesan lagi,” ujar siswi bernama Wisnu Hadiningrat.", "Wisnu Hadiningrat"),
        ("“Meja itu kami pesan lagi,” kritik Wisnu Hadiningrat.", "Wisnu Hadiningrat"),
    ],
)  # fmt: skip
def test_staff_and_pupils_with_a_name_speak(told, speaker):
    text = f"{CHAIR} Hadir Wakil Ketua DPRD Kota Mekarsari, Wisnu Hadiningrat.\n\n{told}"

    assert [who for who, _, _ in quotes(text)] == [speaker]


@pytest.mark.parametrize(
    "told",
    [
        "Tema tahun ini dibacakan Bestari.\n\n“Semai Hijau Bersama Warga Kota Tercinta”.\n\nTamu pulang.",
        "Dua program bernama “Semai Hijau Bersama Warga” usul Bestari diterima.",
    ],
)
def test_theme_or_name_of_a_programme_is_no_quote(told):
    assert quotes(f"{CHAIR}\n\n{told}") == []


def test_citizen_told_behind_the_name_speaks_next():
    told = "Seruni Padma pemilik toko Cempaka mengungkapkan keberatannya.\n\n“Kami mohon jalan dibuka lagi,” ungkapnya."

    assert [who for who, _, _ in quotes(f"{CHAIR}\n\n{told}")] == ["Seruni Padma"]


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        (
            "Salah seorang warga, Santoso mengatakan, pertemuan dengan Bestari Cakrawangsa sudah lama dinanti.\n\n“Beliau seperti keluarga kami,” tuturnya.",
            "Santoso",
        ),
        (
            "Salah satu masalah Kota Mekarsari, kata Bestari, ialah banjir. “Hati saya pilu melihatnya,” ujarnya.",
            "Bestari Cakrawangsa",
        ),
        (
            "Hal itu dikemukakan Bestari Cakrawangsa. Turut hadir Anggota DPRD Kota Mekarsari Wisnu Hadiningrat.\n\n“Terima kasih kami haturkan,” ujarnya.",
            "Bestari Cakrawangsa",
        ),
    ],
)  # fmt: skip
def test_who_speaks_is_neither_named_in_passing_nor_a_place(told, speaker):
    assert [who for who, _, _ in quotes(f"{CHAIR}\n\n{told}")] == [speaker]


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("Pertanyaan diajukan Gema Wicaksono. “Apa tugas dewan sebenarnya?,” tanya Gema Wicaksono antusias.", "Gema Wicaksono"),
        ("Bestari Cakrawangsa memuji pidato yang disampaikan Wisnu Hadiningrat. “Isinya lugas sekali,” ucapnya.", "Bestari Cakrawangsa"),
        (
            "Bestari Cakrawangsa mengatakan pasar ramai. Dalam acara itu, turut hadir Wakil Ketua DPRD Kota Mekarsari Wisnu Hadiningrat "
            "dan Sekda Kota Mekarsari Danar Wicaksono.\n\nMenurutnya, pasar ditata. “Kami ingin tertib,” ujarnya.",
            "Bestari Cakrawangsa",
        ),
        ("Tampak hadir Ketua Komisi II DPRD Kota Mekarsari, Raka Buana. Ia mengatakan pasar ramai. “Kami ingin tertib,” ujarnya.", "Raka Buana"),
        (
            "Selain disambut guru, Ketua Dewan juga didampingi Kepala Dinas Pendidikan Kota Mekarsari Danar Wicaksono.\n\n“Kami ingin tertib,” ujarnya.",
            "Bestari Cakrawangsa",
        ),
        ("Di Pasar Lama pedagang mengeluh sepi dan meminta jalan dibuka.\n\n“Kami ingin tertib,” ujarnya.", "Bestari Cakrawangsa"),
    ],
)  # fmt: skip
def test_who_speaks_is_told_from_who_is_praised_present_or_a_place(told, speaker):
    assert [who for who, _, _ in quotes(f"{CHAIR}\n\n{told}")] == [speaker]


@pytest.mark.parametrize(
    ("told", "speakers"),
    [
        ("“Trotoarnya rusak berat,” kata Darmawan di sela peninjauan.", ["Darmawan"]),
        ("“Trotoarnya rusak berat,” ujar warga setempat, Kusnaeni.", ["Kusnaeni"]),
        ("“Trotoarnya rusak berat,” kata seorang pedagang pasar bernama Kusnaeni Wiryani.", ["Kusnaeni Wiryani"]),
        ("“Trotoarnya rusak berat,” keluh seorang ibu.", [None]),
        ("“Trotoarnya rusak berat,” kata salah seorang pengguna jalan.", [None]),
        ("Menurut warga bernama Kusnaeni, jalan belum rata. “Trotoarnya rusak berat,” ungkapnya.", ["Kusnaeni"]),
        ("“Trotoarnya rusak berat,” keluh seorang ibu. “Dinas harus cepat,” katanya.", [None, None]),
        ("“Trotoarnya rusak berat,” keluh seorang ibu.\n\n“Dinas harus cepat,” kata Bestari.", [None, "Bestari Cakrawangsa"]),
        ("“Trotoarnya rusak berat,” kata politikus itu.", ["Bestari Cakrawangsa"]),
        ("“Trotoarnya rusak berat,” katanya.", ["Bestari Cakrawangsa"]),
        ("“Trotoarnya rusak berat,” kata Ketua dewan itu.", ["Bestari Cakrawangsa"]),
        (
            "Menurut Bestari, motor menabrak seorang remaja di kawasan Sulanjana, Kota Mekarsari. “Trotoarnya rusak,” ujarnya.",
            ["Bestari Cakrawangsa"],
        ),
    ],
)  # fmt: skip
def test_words_of_a_citizen_are_nobody_elses(told, speakers):
    assert [
        speaker for speaker, _, _ in quotes(f"{CHAIR}\n\n“Kami datang,” ujar Bestari.\n\n{told}")[1:]
    ] == speakers


@pytest.mark.parametrize(("short", "speaker"), [("Cakra", "Bestari Cakrawangsa"), ("Cakr", "Cakr")])
def test_speaker_may_be_called_by_the_beginning_of_a_name(short, speaker):
    found = quotes(f"{CHAIR}\n\n“Kursi kami tambah lagi,” pungkas {short}.")

    assert found == [(speaker, "Kursi kami tambah lagi", "pungkas")]
