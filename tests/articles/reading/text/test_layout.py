from datetime import date

import pytest

from articles.reading.language.lexicon import ABBREVIATIONS
from articles.reading.text.bylines import Dateline
from articles.reading.text.layout import layout
from articles.reading.text.pastes import releases_in

BODY = "Komisi II membahas pasar. Rapat ditutup sore hari."


def is_place(name):
    return name.lower() in ("mekarsari", "kab. mekarsari")


@pytest.mark.parametrize(
    ("opening", "dateline"),
    [
        ("Mekarsari, Kabar.com - ", Dateline("Mekarsari", "Kabar.com")),
        ("MEKARSARI, KABAR LEMBAH - ", Dateline("Mekarsari", "KABAR LEMBAH")),
        ("MEKARSARI, -- ", Dateline("Mekarsari")),
        ("KABAR.COM | MEKARSARI – ", Dateline("Mekarsari", "KABAR.COM")),
        ("KAB. MEKARSARI | KABAR – ", Dateline("Kab. Mekarsari", "KABAR")),
        ("KABAR, MEKARSARI — ", Dateline("Mekarsari", "KABAR")),
        ("Kabar•MEKARSARI – ", Dateline("Mekarsari", "Kabar")),
        ("HumasDPRD - ", Dateline("", "HumasDPRD")),
        ("KABAR.CO.ID, MEKARSARI--", Dateline("Mekarsari", "KABAR.CO.ID")),
        ("Mekarsari -Warta LEMBAH- ", Dateline("Mekarsari", "Warta LEMBAH")),
        ("MEKARSARI, -", Dateline("Mekarsari")),
        ("MEKARSARI,- ", Dateline("Mekarsari")),
        ("Kab. Mekarsari.Kabarsari.id.-", Dateline("", "Kab. Mekarsari.Kabarsari.id")),
        ("MEKARSARI, Kabarsari.com,- ", Dateline("Mekarsari", "Kabarsari.com")),
        ("Cempaka, Mekarsari -- ", Dateline("Cempaka")),
        ("MEKARSARI >> ", Dateline("Mekarsari")),
        ("Mekarsari, KS -||- ", Dateline("Mekarsari", "KS")),
        ("Kabar.com / MEKARSARI / ", Dateline("Mekarsari", "Kabar.com")),
        ("Kabar.Net, MEKARSARI : ", Dateline("Mekarsari", "Kabar.Net")),
        ("kabar.id, MEKARSARI: ", Dateline("Mekarsari", "kabar.id")),
        ("MEKARSARI- (Kabar Lembah). ", Dateline("Mekarsari", "Kabar Lembah")),
        ("[MEKARSARI] ", Dateline("Mekarsari")),
        ("KABAR.ID – MEKARSARI. ", Dateline("Mekarsari", "KABAR.ID")),
        ("", None),
        ("Lagi – ", None),
    ],
)
def test_dateline_is_read_in_each_form(opening, dateline):
    assert layout(f"{opening}{BODY}", is_place).dateline == dateline


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("![]() |\nRapat di pasar |", "Rapat di pasar", None),
        (
            "FOTO: Rapat di pasar, Senin (1/9/2025). Nirmala/Humpro DPRD.",
            "Rapat di pasar, Senin (1/9/2025).",
            "Nirmala/Humpro DPRD",
        ),
        ("KET FOTO : Rapat di pasar", "Rapat di pasar", None),
        ("Caption : Rapat di pasar", "Rapat di pasar", None),
        ("Rapat di pasar. (foto:humpro)", "Rapat di pasar.", "humpro"),
        ("Rapat di pasar (Dok.Pemkot Mekarsari)", "Rapat di pasar", "Dok.Pemkot Mekarsari"),
        ("| Rapat di pasar - Foto Istimewa |", "Rapat di pasar", "Foto Istimewa"),
        ("Rapat di pasar | Nirmala/Humpro DPRD", "Rapat di pasar", "Nirmala/Humpro DPRD"),
        ("Rapat di pasar. Foto-Humas DPRD Mekarsari", "Rapat di pasar.", "Humas DPRD Mekarsari"),
        ("Rapat di pasar. (Antara/DPRD Mekarsari)", "Rapat di pasar.", "Antara/DPRD Mekarsari"),
        ("Rapat di pasar, Rabu (14/5/25). foto:ist", "Rapat di pasar, Rabu (14/5/25)", "ist"),
        ("Rapat di pasar. Foto: Nirmala/KabarSari", "Rapat di pasar", "Nirmala/KabarSari"),
        (
            "KET FOTO: Pimpinan Komisi II\ndi pasar lama, Senin (1/9/2025). Nirmala/Humpro DPRD\nMekarsari.",
            "Pimpinan Komisi II di pasar lama, Senin (1/9/2025).",
            "Nirmala/Humpro DPRD Mekarsari",
        ),
        (
            "Nirmala/Humpro DPRD Kota Mekarsari.\nRapat di pasar.",
            "Rapat di pasar.",
            "Nirmala/Humpro DPRD Kota Mekarsari",
        ),
    ],
)
def test_caption_and_credit_are_taken_out_of_the_text(line, caption, credit):
    found = layout(f"{line}\n\n{BODY}")

    assert (found.caption.text, found.credit, [part.text for part in found.paragraphs]) == (
        caption,
        credit,
        [BODY],
    )


@pytest.mark.parametrize(
    ("closer", "byline"),
    [
        (" (Laras/red).", "Laras/red"),
        (" (Laras/red)*", "Laras/red"),
        (" (Laras/red.)", "Laras/red."),
        (" (rob)**", "rob"),
        (" (*/ADV).", "*/ADV"),
        (" (Sumber:kabar.com)***", "Sumber:kabar.com"),
        ("***", "***"),
        (" (*)", "*"),
        (" Edw*", "Edw"),
        ("\n@budi", "budi"),
        (" ***Yogi", "Yogi"),
        (" [fik]", "fik"),
        (" (L017)", "L017"),
        (" (di2n)", "di2n"),
        ("\n\n*Kabar-07", "Kabar-07"),
        (" Ayu", "Ayu"),
        ("\n\nUjang S.", "Ujang S."),
        (" *dw", "dw"),
        (" (Dewi rengganis)", "Dewi rengganis"),
        ("\n(pun/hms)", "pun/hms"),
        ("\n\nPenulis: Dewi Rengganis", "Dewi Rengganis"),
        ("\nReporter : Dewi Rengganis\nEditor : Aji Bayu", "Dewi Rengganis"),
        ("\nPenulis: Dewi Rengganis | Editor: aji bayu", "Dewi Rengganis"),
        ("\nDitulis Oleh: Dewi Rengganis", "Dewi Rengganis"),
        ("\nSABTU, 31 AGUSTUS 2024 | 03:42 WIB | LAPORAN: DEWI RENGGANIS", "DEWI RENGGANIS"),
        (" [SARI-R1]", "SARI-R1"),
        ("\nReporter/Redaktur/Editor : DEWI RENGGANIS", "DEWI RENGGANIS"),
        ("\nEditor : Aji Bayu", None),
        ("\nby kabarsari.co.id", None),
        (" (327Am)", "327Am"),
        (" ***Agus Berlian", "Agus Berlian"),
        (" rds", "rds"),
        ("\n\nRENGGANIS", "RENGGANIS"),
        ("\n21/10/2020 16:10 0 By Rahmat", "Rahmat"),
        ("\n\nPUTRI RENGGANIS", "PUTRI RENGGANIS"),
        (" Rohman MJ", "Rohman MJ"),
        ("\nEditor DPRD Mekarsari", "Editor DPRD Mekarsari"),
        ("\n\nRohman.", "Rohman"),
        (" (bgs)\n\nPrevious\n« Prev Post\nShow comments", "bgs"),
        ("", None),
    ],
)
def test_byline_is_taken_out_of_the_text(closer, byline):
    found = layout(f"{BODY}\n{BODY}{closer}")

    assert (found.byline, [part.text for part in found.paragraphs]) == (byline, [BODY, BODY])


def test_brackets_that_gloss_a_name_are_no_byline():
    text = f"{BODY}\nMasukan datang dari Badan Keuangan dan Aset Daerah (BKAD)."

    found = layout(text)

    assert (found.byline, found.paragraphs[-1].text) == (
        None,
        "Masukan datang dari Badan Keuangan dan Aset Daerah (BKAD).",
    )


def test_wrapped_lines_are_joined_and_gaps_kept():
    text = "Baris pertama berhenti di\ntengah kalimat ini. Kalimat kedua\nselesai.\n\nAlinea dua juga\nterpotong oleh\nlebar layar."

    found = layout(text)

    assert [part.text for part in found.paragraphs] == [
        "Baris pertama berhenti di tengah kalimat ini. Kalimat kedua selesai.",
        "Alinea dua juga terpotong oleh lebar layar.",
    ]


def test_line_that_ends_in_a_title_goes_on():
    found = layout("Hadir Danar, S.H.; Dr.\nAryo Bimasena dan H.\nGilang.")

    assert [part.text for part in found.paragraphs] == ["Hadir Danar, S.H.; Dr. Aryo Bimasena dan H. Gilang."]


@pytest.mark.parametrize("short", ABBREVIATIONS)
def test_line_that_ends_in_any_abbreviation_goes_on(short):
    found = layout(f"Hadir warga Mekarsari dan {short}.\nAryo Bimasena.")

    assert [part.text for part in found.paragraphs] == [f"Hadir warga Mekarsari dan {short}. Aryo Bimasena."]


def test_clutter_of_pages_and_chats_goes_and_the_day_received_stays():
    text = (
        "[07.45, 24/11/2026] Nirmala: *Komisi II Bahas Pasar*\n\nDiteruskan\n"
        f"{BODY}\nBaca juga: Jalan Ditutup\n<b>Pasar\u00ad</b> itu&nbsp;ramai\u200b.\nBagikan\nTags: pasar\nHalaman 1 dari 2\n"
    )

    found = layout(text)

    assert (found.title.text, [part.text for part in found.paragraphs], found.received) == (
        "Komisi II Bahas Pasar",
        [BODY, "Pasar itu ramai."],
        date(2026, 11, 24),
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[07.45, 24/11/2026] A: {0}\n[08.10, 24/11/2026] A: {0}\n", id="two chat messages"),
        pytest.param("{0} (Laras/red)\n\n{0} (rob)\n", id="two closing codes"),
        pytest.param("{0}\n----------\n{0}\n", id="a rule"),
    ],
)
def test_split_parts_several_releases(text):
    pieces = releases_in(text.format(BODY * 6))

    assert [BODY * 6 in piece for piece in pieces] == [True, True]
    assert "".join(pieces) == text.format(BODY * 6)


FIRST, SECOND = (
    f"{headline}\n\n{place} - {BODY * 6}\n\n{BODY}"
    for headline, place in (
        ("Warga Belajar Menanam di Atap", "MEKARSARI"),
        ("Pasar Pagi Dibuka Lagi", "TIRTASARI"),
    )
)

SHORT = "Komisi II Tinjau {0}\n\nMEKARSARI – Komisi II DPRD Kota Mekarsari meninjau {0}, Senin (16/11/2026).\n\n“Baik,” kata Anggota Komisi II, Raka Buana."


@pytest.mark.parametrize("between", ["\n\n***\n\n", "\n===\n", "\n\n--------\nRILIS 2\n", "\n\n\n\n"])
def test_short_releases_are_parted_and_each_has_its_own_title(between):
    text = SHORT.format("Pasar Lama") + between + SHORT.format("Jembatan Baru")
    pieces = releases_in(text)

    assert "".join(pieces) == text
    assert [layout(piece, is_place).title.text for piece in pieces] == [
        "Komisi II Tinjau Pasar Lama",
        "Komisi II Tinjau Jembatan Baru",
    ]


def test_nothing_between_two_releases_is_lost():
    text = f"{FIRST}\n----------\nMohon tayang hari ini.\n----------\n{SECOND}\n----------\nTerima kasih.\n"

    assert "".join(releases_in(text)) == text


def test_marks_and_asides_of_a_chat_are_no_part_of_the_text():
    text = (
        "[14.32, 18/11/2026] Rina: *Komisi II Tinjau Pasar Lama*\n\nMEKARSARI - Komisi II menambah ~3~ 5 loket di pasar.\n\n"
        "```Pasar itu ramai sejak pagi```\n\nSelengkapnya: https://contoh.invalid/pasar\nMohon bantu sebar ya bapak/ibu\n\n"
        "#PasarLama #KomisiII\n[14.33, 18/11/2026] Rina: image omitted\n"
    )

    assert [part.text for part in layout(text, is_place).paragraphs] == [
        "MEKARSARI - Komisi II menambah 5 loket di pasar.",
        "Pasar itu ramai sejak pagi",
    ]


def test_split_leaves_one_release_whole():
    text = f"{BODY * 6} (Laras/red)\n"

    assert releases_in(text) == [text]


@pytest.mark.parametrize(
    ("head", "caption", "credit"),
    [
        ("Suasana rapat paripurna DPRD Mekarsari (Rabu, 22/04/2020)", "Suasana rapat paripurna DPRD Mekarsari (Rabu, 22/04/2020)", None),
        ("Suasana rapat terakhir, Jumat (30/8)/KabarSari", "Suasana rapat terakhir, Jumat (30/8)", "KabarSari"),
        ("Rombongan di ruang sidang. (Poto : Istimewa)", "Rombongan di ruang sidang.", "Istimewa"),
        ("Larasati menyerahkan cinderamata.Foto:Yeni Lestari/kabarsari.id--", "Larasati menyerahkan cinderamata", "Yeni Lestari/kabarsari.id"),
        ("Acara syukuran Komisi C/Foto: Amir Banu", "Acara syukuran Komisi C", "Amir Banu"),
        ("Rapat paripurna DPRD Tirtasari masa persidangan I tahun sidang 2021.", "Rapat paripurna DPRD Tirtasari masa persidangan I tahun sidang 2021.", None),
        ("Ketua Bapemperda DPRD Kota Tirtasari, Jaka Wirayuda", "Ketua Bapemperda DPRD Kota Tirtasari, Jaka Wirayuda", None),
        ("Larasati bersama tamu di aula. (Lis Diyanti)\nLarasati bersama tamu di aula. (Lis Diyanti)", "Larasati bersama tamu di aula. (Lis Diyanti)", None),
    ],
)  # fmt: skip
def test_caption_without_a_label_is_known_by_its_make(head, caption, credit):
    text = f"Komisi II Terima Kunjungan Kerja DPRD Tirtasari\n\n{head}\n\nMEKARSARI – {BODY}"

    found = layout(text, lambda name: name == "MEKARSARI")

    assert (found.caption.text if found.caption else None, found.credit) == (caption, credit)


@pytest.mark.parametrize(
    ("head", "byline"),
    [
        ("Rep: Dewi Rengganis/ Red: Esti Kirana", "Dewi Rengganis"),
        ("Senin, 19 Maret 2018 Reporter: Dewi Rengganis Editor: Andri 2276", "Dewi Rengganis"),
    ],
)
def test_writer_stands_before_the_editor_on_one_line(head, byline):
    text = f"{head}\nMEKARSARI - Rapat kerja digelar di aula pada hari Senin."

    assert layout(text, is_place).byline == byline


def test_newsroom_is_a_writer_only_where_no_code_stands():
    text = "MEKARSARI - Rapat kerja digelar di aula. (dwi)\n\nReporter: Redaksi"

    assert layout(text, is_place).byline == "dwi"


@pytest.mark.parametrize(
    ("foot", "caption"),
    [
        ("Ketua Komisi II, Raka Buana saat berada di pasar lama.", "Ketua Komisi II, Raka Buana saat berada di pasar lama."),
        ("Foto bersama Komisi II di pasar lama.", "Foto bersama Komisi II di pasar lama."),
        ("Komisi II berjanji datang lagi bulan depan.", None),
    ],
)  # fmt: skip
def test_line_below_the_closing_code_may_be_a_photos(foot, caption):
    told = "MEKARSARI - Komisi II meninjau pasar lama, Senin (3/3/2025), dan melihat atap serta saluran air yang rusak parah."
    found = layout(f"{told}\n\n“Harus segera diperbaiki,” ujar Raka Buana.***\n\n{foot}", is_place)

    assert (found.caption.text if found.caption else None) == caption


@pytest.mark.parametrize(
    "foot", ["Saat melihat saluran air pasar lama.", "Ketua Komisi II saat berada di pasar."]
)
def test_last_line_of_a_text_without_a_code_is_no_photos(foot):
    told = "MEKARSARI - Komisi II meninjau pasar lama, Senin (3/3/2025), dan melihat atap serta saluran air yang rusak parah."

    assert layout(f"{told}\n\n{foot}", is_place).caption is None


@pytest.mark.parametrize("credit", ["Istimewa", "KABAR BALI/ I PUTU SUARTA"])
def test_line_of_a_credit_alone_has_its_caption_below(credit):
    text = (
        f"Tamu Belajar Sampah di Mekarsari\n\n{credit}\nTamu di ruang sidang.\n\nMEKARSARI - Rapat digelar."
    )

    found = layout(text, is_place)

    assert (found.caption.text if found.caption else None) == "Tamu di ruang sidang."


@pytest.mark.parametrize(
    ("page", "title", "caption", "byline", "first"),
    [
        (
            "Advertise Here\n\nSenin, Agustus 25, 2025\n\nDewan Mekarsari Sahkan Perda Pasar Baru\n\nMEKARSARI - Rapat itu berjalan tertib.",
            "Dewan Mekarsari Sahkan Perda Pasar Baru",
            None,
            None,
            "MEKARSARI - Rapat itu berjalan tertib.",
        ),
        (
            "Dewan Mekarsari Batal Ke Ibu Kota Karena Banjir\n\noleh -\nIlustrasi\n\nKABARSARI.id, MEKARSARI- Kegiatan dewan berjalan biasa.",
            "Dewan Mekarsari Batal Ke Ibu Kota Karena Banjir",
            None,
            None,
            "KABARSARI.id, MEKARSARI- Kegiatan dewan berjalan biasa.",
        ),
        (
            "Home Berita Dewan Mekarsari Sahkan Perda Pasar Baru\n\nDewan Mekarsari Sahkan Perda Pasar Baru\n\nRapat itu berjalan tertib.",
            "Dewan Mekarsari Sahkan Perda Pasar Baru",
            None,
            None,
            "Rapat itu berjalan tertib.",
        ),
        (
            "Dewan Mekarsari Sahkan Perda Pasar Baru\n\nDewi Rengganis\n\nPenulis\n\nSebarkan artikel ini\n×\nRapat itu berjalan tertib.",
            "Dewan Mekarsari Sahkan Perda Pasar Baru",
            None,
            "Dewi Rengganis",
            "Rapat itu berjalan tertib.",
        ),
        (
            "Dewan Mekarsari Sahkan Perda Pasar Baru\n\nphoto author\n- Jumat, 15 April 2022 | 10:20 WIB\n"
            "Rapat Pansus 1, Selasa (12/4/2022). (kabarsari.com/Humpro DPRD)\n\nRapat itu berjalan tertib.",
            "Dewan Mekarsari Sahkan Perda Pasar Baru",
            "Rapat Pansus 1, Selasa (12/4/2022).",
            None,
            "Rapat itu berjalan tertib.",
        ),
        (
            "Selamat siang rekan media, izin share rilis ya\n\nDewan Mekarsari Sahkan Perda Pasar Baru\n\nRapat itu berjalan tertib.",
            "Dewan Mekarsari Sahkan Perda Pasar Baru",
            None,
            None,
            "Rapat itu berjalan tertib.",
        ),
        (
            "Dewan Mekarsari Sahkan Perda Pasar Baru\nOleh admin | 12 Mei 2024 | Dibaca 341 kali\n\nRapat itu berjalan tertib. (Rengganis)\n\n"
            "Tidak ada komentar:\nPosting Komentar\nBerkomentarlah dengan santun",
            "Dewan Mekarsari Sahkan Perda Pasar Baru",
            None,
            "Rengganis",
            "Rapat itu berjalan tertib.",
        ),
        (
            "Dewan Mekarsari Sahkan Perda Pasar Baru\n\nRapat itu berjalan tertib.\n\nBestari ketika berada di ruang rapat komisi\n\n"
            "Tamu pulang.\n\nBerita Terkait\n- Komisi B Tinjau Pasar Lama\n- Komisi C Sidak Terminal",
            "Dewan Mekarsari Sahkan Perda Pasar Baru",
            "Bestari ketika berada di ruang rapat komisi",
            None,
            "Rapat itu berjalan tertib.",
        ),
        (
            "Rapat itu berjalan tertib sampai sore hari.\nBestari saat meninjau lokasi |\nTamu pulang dengan gembira.\n.laras/ms",
            None,
            "Bestari saat meninjau lokasi",
            "laras/ms",
            "Rapat itu berjalan tertib sampai sore hari.",
        ),
    ],
)
def test_head_and_foot_of_a_page_are_told_from_the_release(page, title, caption, byline, first):
    found = layout(page, is_place=lambda name: name == "MEKARSARI")

    assert (
        found.title.text if found.title else None,
        found.caption.text if found.caption else None,
        found.byline,
        found.paragraphs[0].text,
    ) == (title, caption, byline, first)


def test_subheading_without_a_verb_is_a_paragraph_of_its_own():
    told = (
        "Wali Kota Mekarsari menyatakan, pasar itu akan diurus sendiri oleh pemerintah kota bersama dinas terkait."
        * 2
    )

    page = f"{told}\nSanksi dan Teguran Keras\n{told}"

    assert [part.text for part in layout(page).paragraphs] == [told, "Sanksi dan Teguran Keras", told]


def test_caption_whose_end_the_text_repeats_is_no_way_to_the_page():
    page = (
        "Wali Kota menyerahkan draf kepada Ketua DPRD Kota Mekarsari Gilang Pramudya |\nMEKARSARI, Kabar.com,-- Wali Kota\n"
        "menyampaikan draf itu kepada\nKetua DPRD Kota Mekarsari Gilang Pramudya\ndi ruang rapat kemarin siang bersama semua anggota.\n"
    )

    caption = layout(page).caption

    assert caption is not None
    assert caption.text.startswith("Wali Kota menyerahkan draf")


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("Wali kota berbincang dengan pemohon, kemarin. [dewi lestari/kabarsari]", "dewi lestari/kabarsari"),
        ("Bupati ketika menjelaskan penerapan itu, di ruang rapat /kabar-sari.com/DOK Humas Setda/", "kabar-sari.com/DOK Humas Setda"),
    ],
)  # fmt: skip
def test_credit_in_square_brackets_or_between_slashes(line, credit):
    assert (
        layout(
            f"{line}\n\nMEKARSARI, Kabar - Komisi II menggelar rapat di gedung dewan kemarin siang."
        ).credit
        == credit
    )


def test_day_in_brackets_is_no_byline():
    assert (
        layout("MEKARSARI - Komisi II menggelar rapat.\n\nRapat usai pada hari Rabu. (26/6/2024).").byline
        is None
    )


def test_links_below_the_last_sentence_are_no_part_of_the_release():
    told = (
        "Ketua DPRD Kota Mekarsari mengatakan, taman kota akan ditata tahun depan bersama dinas terkait." * 3
    )
    page = f"{told}\n\nBERITA TERKAIT\nKomisi B Desak Taman Dibuka\n\nSelasa, 4 Maret 2025 – 20:15 WIB\nTaman Ditutup Warga"

    assert [part.text for part in layout(page).paragraphs] == [told]


def test_space_before_a_comma_is_none():
    assert [part.text for part in layout("Hadir Dewi Lestari , S.H., di aula.").paragraphs] == [
        "Hadir Dewi Lestari, S.H., di aula."
    ]


def test_stamp_with_the_writer_tells_the_day_of_publication():
    found = layout(
        "Senin, 19 Maret 2018 Reporter: Dewi Rengganis Editor: Andry 2276\n\nRapat itu berjalan tertib."
    )

    assert found.stamped == date(2018, 3, 19)


@pytest.mark.parametrize(
    ("end", "byline"),
    [
        (" (Humas Setwan/Dewi)", "Humas Setwan/Dewi"),
        ("*\n(Humpro)", "Humpro"),
        ("\n\n(Editor/Humpro DPRD)*", "Editor/Humpro DPRD"),
    ],
)
def test_office_that_signs_the_last_line_is_no_credit(end, byline):
    found = layout(f"Rapat itu berjalan tertib.\n\nTamu pulang.\n\nMereka makan bersama.{end}")

    assert (found.byline, found.caption, found.credit) == (byline, None, None)


@pytest.mark.parametrize(
    "line",
    [
        "foto",
        "(Foto)",
        "Foto :",
        "Gambar 1",
        "Published\n\n2 hari ago\n\non",
        "BACA JUGA  Dewan Mekarsari Hadiri Rakor",
    ],
)
def test_what_a_page_leaves_of_its_photo_and_stamp_is_no_caption(line):
    found = layout(f"Dewan Mekarsari Sahkan Perda Pasar Baru\n\n{line}\n\n{BODY}")

    assert (found.caption, found.credit, [part.text for part in found.paragraphs]) == (None, None, [BODY])


@pytest.mark.parametrize(
    ("head", "caption"),
    [
        (
            "RDP : Komisi II gelar rapat yang dihadiri dinas",
            "RDP : Komisi II gelar rapat yang dihadiri dinas",
        ),
        (
            "TINJAU PASAR: Komisi II melihat atap yang bocor.",
            "TINJAU PASAR: Komisi II melihat atap yang bocor.",
        ),
        (
            "TINJAU PASAR. Komisi II melihat atap yang bocor",
            "TINJAU PASAR. Komisi II melihat atap yang bocor",
        ),
        ("MEKARSARI : Komisi II melihat atap yang bocor.", None),
        ("RDP : Komisi II Gelar Rapat Bersama Dinas Pasar", None),
    ],
)
@pytest.mark.parametrize("dateline", ["MEKARSARI. ", "MEKARSARI, KabarSari.id - "])
def test_line_above_the_dateline_that_opens_with_what_is_shown_is_a_caption(head, caption, dateline):
    text = f"Dewan Mekarsari Sahkan Perda Pasar Baru\n\n{head}\n{dateline}{BODY}"

    found = layout(text, is_place=lambda name: name == "MEKARSARI")

    assert (found.caption.text if found.caption else None) == caption


@pytest.mark.parametrize(
    "stamp",
    ["Selasa, 20 Mei 2025 5", "Selasa, 20 Mei 2025 dibaca 132 kali", "Jum’at, 23 Mei 2025 | 1204 views"],
)
def test_stamp_with_a_counter_is_no_line_of_the_release(stamp):
    found = layout(f"Dewan Mekarsari Sahkan Perda Pasar Baru\n\n{stamp}\n{BODY}")

    assert ([part.text for part in found.paragraphs], found.stamped.month) == ([BODY], 5)


def test_caption_that_is_wrapped_in_its_cell_is_one():
    found = layout(
        f"![]() |\nRombongan dari Universitas Nusa\nLestari mengunjungi DPRD,\n(Foto: Humpro). |\n{BODY}"
    )

    assert (found.caption.text, found.credit) == (
        "Rombongan dari Universitas Nusa Lestari mengunjungi DPRD,",
        "Humpro",
    )
    assert [part.text for part in found.paragraphs] == [BODY]


def test_line_of_the_text_that_begins_with_by_whom_is_no_byline():
    found = layout(f"{BODY}\n\nMereka diterima\noleh Wakil Direktur Bidang Kerja\nSama kampus itu.\n\n{BODY}")

    assert (found.byline, len(found.paragraphs)) == (None, 3)


@pytest.mark.parametrize(
    "line",
    [
        "PARIWARA DPRD KOTA TIRTASARI",
        "Advertorial",
        "ADVERTORIAL SETWAN MEKARSARI",
        "Adv. Sekretariat DPRD Mekarsari",
        "Breaking News:",
        "Berita",
        "Berita Utama |",
        "Parlementaria",
        "banner 728x90",
        "3 comments 2 minutes read",
        "Rabu, 4 Maret 2026 | 08:15 WIB Last Updated 2026-03-05T01:22:10Z",
        "Last Updated 2026-03-05T01:22:10Z",
        "4 Maret 2026, 08.15 WIB | Diperbarui: 5 Maret 2026 09:00",
    ],
)
@pytest.mark.parametrize("place", ["{0}\n\n{1}\n\n{2}", "{1}\n\n{0}\n\n{2}", "{0}\n{1}\n\n{2}"])
def test_rubric_label_or_stamp_is_neither_headline_nor_paragraph(line, place):
    headline = "Dewan Mekarsari Sahkan Perda Pasar Baru"

    found = layout(place.format(line, headline, BODY))

    assert (found.title.text, [part.text for part in found.paragraphs]) == (headline, [BODY])


def test_label_before_the_headline_on_its_line_goes():
    found = layout(f"ADVERTORIAL: Dewan Mekarsari Sahkan Perda Pasar Baru\n\n{BODY}")

    assert found.title.text == "Dewan Mekarsari Sahkan Perda Pasar Baru"


@pytest.mark.parametrize(
    "line",
    [
        "Berita Duka dari Mekarsari bagi Seluruh Warga Kota",
        "Update Covid-19 di Mekarsari Hari Ini Menurun",
        "Advertorial Dibahas Dewan Bersama Para Pemilik Media",
    ],
)
def test_line_that_begins_like_a_label_stays_a_headline(line):
    assert layout(f"{line}\n\n{BODY}").title.text == line


def test_word_of_a_wrapped_sentence_is_no_label():
    found = layout("Dewan Mekarsari membahas Pendapatan Asli\nDaerah\ndalam rapat di aula.")

    assert [part.text for part in found.paragraphs] == [
        "Dewan Mekarsari membahas Pendapatan Asli Daerah dalam rapat di aula."
    ]


def test_headline_of_two_lines_right_above_the_dateline_is_whole():
    head = "Belajar Mengelola Pasar\nKomisi B DPRD Tirtasari Datangi DPRD Mekarsari"

    found = layout(f"{head}\nKabar.net, MEKARSARI : {BODY}", is_place)

    assert found.title.text == head.replace("\n", " ")
    assert found.dateline == Dateline("Mekarsari", "Kabar.net")


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("DPRD Mekarsari\nTamu Tirtasari Belajar Kelola Pasar", "Tamu Tirtasari Belajar Kelola Pasar"),
        ("DPRD Mekarsari\n\nTamu Tirtasari Belajar Kelola Pasar", "Tamu Tirtasari Belajar Kelola Pasar"),
        ("DPRD Mekarsari\nTerima Kunjungan Kerja DPRD Tirtasari", "DPRD Mekarsari Terima Kunjungan Kerja DPRD Tirtasari"),
    ],
)  # fmt: skip
def test_council_as_a_section_above_the_headline_goes(head, title):
    assert layout(f"{head}\n\n{BODY}").title.text == title


@pytest.mark.parametrize(
    ("opening", "dateline", "first"),
    [
        ("KOTA MEKARSARI.KABARLEMBAH.COM\n, -- ", Dateline("", "KOTA MEKARSARI.KABARLEMBAH.COM"), "KOTA MEKARSARI.KABARLEMBAH.COM -- "),
        ("Mekarsari, kabarlembah.com\n\n", Dateline("Mekarsari", "kabarlembah.com"), "Mekarsari, kabarlembah.com – "),
        ("Mekarsari (Kabarlembah.co)\n", Dateline("Mekarsari", "Kabarlembah.co"), "Mekarsari (Kabarlembah.co) – "),
        ("KABARLEMBAH.COM | MEKARSARI\n– ", Dateline("Mekarsari", "KABARLEMBAH.COM"), "KABARLEMBAH.COM | MEKARSARI – "),
        ("MEKARSARI, KABARLEMBAH.COM —\n", Dateline("Mekarsari", "KABARLEMBAH.COM"), "MEKARSARI, KABARLEMBAH.COM — "),
    ],
)  # fmt: skip
@pytest.mark.parametrize("head", ["", "Dewan Mekarsari Sahkan Perda Pasar Baru\n\n"])
def test_dateline_that_a_line_break_cut_off_is_joined_to_its_paragraph(head, opening, dateline, first):
    body = "Komisi II membahas pasar di ruang rapat bersama dinas pada hari Senin pagi."

    found = layout(f"{head}{opening}{body}", lambda name: name.lower() in ("mekarsari", "kota mekarsari"))

    assert (found.dateline, [part.text for part in found.paragraphs]) == (dateline, [first + body])
    assert (found.title is None) == (head == "")


@pytest.mark.parametrize(
    "line", ["Nirmala/kabarlembah.com", "Larasati, Mekarsari", "Pasar Mekarsari, kabarlembah.com ramai"]
)
def test_line_with_more_than_place_and_site_is_no_dateline(line):
    body = "Komisi II membahas pasar di ruang rapat bersama dinas pada hari Senin pagi."

    found = layout(f"{line}\n\n{body}", is_place)

    assert (found.dateline, found.paragraphs[-1].text) == (None, body)


def test_credit_closes_a_release_of_one_paragraph():
    story = "Komisi II membahas pasar. " * 40

    found = layout(f"{story}(Foto: Dewi Lestari/Kabar Sari). ***")

    assert (found.credit, found.caption, found.byline) == ("Dewi Lestari/Kabar Sari", None, None)
    assert [part.text for part in found.paragraphs] == [story.strip()]


def test_heading_that_opens_with_a_report_is_no_byline():
    found = layout(f"{BODY}\n\nLaporan Hasil Reses\n\n{BODY}\n\n{BODY} (Dewi Gustiara)”")

    assert (found.byline, found.paragraphs[1].text) == ("Dewi Gustiara", "Laporan Hasil Reses")


@pytest.mark.parametrize(
    ("end", "caption", "paragraphs"),
    [
        ("Rapat selesai pada sore hari.\n\n(Foto: Humas DPRD)", None, 2),
        ("Rapat selesai pada sore hari. Hasilnya diumumkan besok. (Foto: Humas DPRD)", None, 2),
        ("Tamu bertukar cendera mata. (Foto: Humas DPRD)", "Tamu bertukar cendera mata.", 1),
        (
            "Ket. foto: Tamu bertukar cendera mata. Tuan rumah menerimanya. (Foto: Humas DPRD)",
            "Tamu bertukar cendera mata. Tuan rumah menerimanya.",
            1,
        ),
    ],
)
def test_credit_below_the_text_takes_no_paragraph_with_it(end, caption, paragraphs):
    found = layout(f"Rapat Membahas Pasar\n\nMEKARSARI - {BODY}\n\n{end}", lambda name: name == "Mekarsari")

    assert (found.credit, found.caption and found.caption.text, len(found.paragraphs)) == (
        "Humas DPRD",
        caption,
        paragraphs,
    )


def test_person_who_signs_for_the_press_office_is_no_credit():
    found = layout(f"{BODY}\n\n{BODY}\n\n{BODY[:-1]}.* (Dewi/Humas)")

    assert (found.byline, found.credit) == ("Dewi/Humas", None)


@pytest.mark.parametrize(
    ("end", "byline"),
    [
        ("“Warga tidak perlu resah,” tuturnya.RTN/ABD", "RTN/ABD"),
        ("Semua demi sejahteranya masyarakat*WN*", "WN"),
        ("“Besok kita bahas lagi,”Tegas nya (Dadan)", "Dadan"),
        ("“Besok kita bahas lagi,” ujarnya di Badan Pendapatan (Bapenda)", None),
    ],
)
def test_writer_glued_to_the_last_words_is_the_byline(end, byline):
    assert layout(f"MEKARSARI - {BODY}\n\n{BODY}\n\n{end}", is_place).byline == byline


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("Oleh Fitri", "Fitri"),
        ("Oleh Karena Itu", None),
        ("Fitri SM by Fitri SM", "Fitri SM"),
        ("Laporan Wartawan KabarMekarsari.com, Fitri Kurniasih Putri", "Fitri Kurniasih Putri"),
    ],
)
def test_writer_named_by_a_usual_word_stands_behind_by(line, byline):
    assert layout(f"Dewan Bahas Pasar\n\n{line}\n\nMEKARSARI - {BODY}\n\n{BODY}", is_place).byline == byline


@pytest.mark.parametrize(
    "line",
    [
        "Ketua Bapemperda DPRD Mekarsari, Jaka Wirayuda.\n\nKetua Bapemperda DPRD Mekarsari, Jaka Wirayuda.",
        "BAHAS POMPA - Komisi C memanggil dinas untuk membahas pompa, Senin (12/1).",
        "Larasati menjadi narasumber pada acara bincang pagi di Studio Radio Lembayung, Kamis.",
        "Komisi C menengok pompa yang mati di pasar |",
    ],
    ids=["printed twice", "opened by what is shown", "repeated by the lead", "a table's cell"],
)
def test_line_above_the_lead_is_a_caption(line):
    lead = "Larasati menjadi narasumber pada acara bincang pagi di Studio Radio Lembayung, Kamis. Ia bicara soal lansia."

    found = layout(f"Dewan Bahas Pompa yang Mati\n\n{line}\n\nMEKARSARI - {lead}\n\n{BODY}", is_place)

    assert found.caption is not None


@pytest.mark.parametrize(
    "line",
    [
        "Kabar Sari / DEWAN - Foto bersama anggota Komisi C dan tamu",
        "Ketua Komisi C Dewi Rengganis saat memberi sambutan di depan warga Randu.",
    ],
)
def test_line_of_who_was_doing_what_is_a_caption(line):
    found = layout(f"Dewan Bahas Pompa yang Mati\n\n{line}\n\n{BODY}\n\n{BODY}", is_place)

    assert found.caption
    assert found.caption.text == line


def test_headline_that_touches_a_cell_is_no_part_of_its_caption():
    head = "Dewan Bahas Pompa yang Mati di Pasar Lama\nKetua komisi, Dewi Rengganis,\nmenengok pompa. |"

    found = layout(f"{head}\n\n{BODY}\n\n{BODY}", is_place)

    assert found.title
    assert found.title.text == "Dewan Bahas Pompa yang Mati di Pasar Lama"
    assert found.caption
    assert found.caption.text == "Ketua komisi, Dewi Rengganis, menengok pompa."


def test_cell_between_headline_and_lead_joins_neither():
    lead = "MEKARSARI - Komisi II membahas pasar, Senin (3/3/2025)."
    page = f"Komisi II Tinjau Pasar Baru di Kota Lama\n| Komisi II meninjau pasar |\n{lead}\n\n{BODY}"

    found = layout(page, is_place)

    assert found.title
    assert found.title.text == "Komisi II Tinjau Pasar Baru di Kota Lama"
    assert [part.text for part in found.paragraphs] == [
        lead,
        BODY,
    ]


@pytest.mark.parametrize(
    "line", ["Berita lainnya yang beredar dibantah Komisi II.", "Info lainnya dapat dilihat di situs dewan."]
)
def test_sentence_that_begins_like_a_link_is_a_paragraph(line):
    assert line in [part.text for part in layout(f"Dewan Bahas Pompa\n\n{BODY}\n\n{line}").paragraphs]


@pytest.mark.parametrize(
    "line",
    [
        "Pernyataan itu keluar saat rapat kerja Komisi II dengan Dinas Perhubungan.",
        "Larasati kaget ketika melihat harga beras di pasar itu.",
        "Ketua Komisi C Dewi Rengganis menegaskan hal itu saat memberi sambutan di depan warga.",
        "Ketua Komisi C Dewi Rengganis saat memberi sambutan di depan warga: pompa harus menyala.",
        "Dewi Rengganis saat ini menjadi ketua.",
    ],
)
def test_sentence_with_a_verb_is_no_caption(line):
    found = layout(f"Dewan Bahas Pompa yang Mati\n\n{line}\n\n{BODY}\n\n{BODY}", is_place)

    assert found.caption is None


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        (
            "Rapat kerja Komisi B membahas parkir /Dok DPRD Mekarsari.",
            "Rapat kerja Komisi B membahas parkir",
            "Dok DPRD Mekarsari",
        ),
        (
            "Wali Kota memperlihatkan rancangan taman, 13 Agustus 2015. LAJU/Dini Puspita",
            "Wali Kota memperlihatkan rancangan taman, 13 Agustus 2015.",
            "LAJU/Dini Puspita",
        ),
        (
            "SIDAK-Anggota Komisi C melihat dermaga, Selasa (10/10).",
            "SIDAK-Anggota Komisi C melihat dermaga, Selasa (10/10).",
            None,
        ),
        (
            "Ketua Komisi B, Rizal Pohan Perbesar\n\nKetua Komisi B, Rizal Pohan",
            "Ketua Komisi B, Rizal Pohan",
            None,
        ),
        (
            "Warga melintas di jembatan /Dewi Rengganis/Kabar Sari",
            "Warga melintas di jembatan",
            "Dewi Rengganis/Kabar Sari",
        ),
        (
            "Dewi Rengganis (tengah) menyerahkan buku kepada Aji Bayu (kedua dari kiri).",
            "Dewi Rengganis (tengah) menyerahkan buku kepada Aji Bayu (kedua dari kiri).",
            None,
        ),
    ],
)
def test_caption_is_known_by_a_slash_or_by_who_stands_where(line, caption, credit):
    found = layout(f"Komisi B Soroti Parkir Tepi Jalan\n\n{line}\n\nMEKARSARI - {BODY}\n\n{BODY}")

    assert (found.caption and found.caption.text, found.credit) == (caption, credit)


@pytest.mark.parametrize("credit", ["Dewi Rengganis", "KS/dew"])
def test_name_behind_a_line_is_the_photographers_only_where_the_text_goes_on(credit):
    shown = f"Tamu dan tuan rumah bertukar cendera mata di gedung dewan, Senin. ({credit})"
    long = f"{BODY} {BODY}"

    found = layout(f"{long}\n\n{shown}\n\n{long}\n\n{long}")
    last = layout(f"{long}\n\n{long}\n\n{shown}")

    assert (found.caption and found.caption.text, found.credit) == (
        shown.partition(" (")[0],
        credit,
    )
    assert (last.caption, last.byline) == (None, credit)


def test_who_is_on_the_photo_stands_above_an_outlet_without_a_place():
    found = layout(
        f"Pedagang Protes Penataan Trotoar\n\nKetua Komisi II Dewi Rengganis\n\nkabarsari.id - {BODY}\n\n{BODY}"
    )

    assert found.caption
    assert found.caption.text == "Ketua Komisi II Dewi Rengganis"


def test_lead_above_a_dateline_of_its_own_is_no_caption():
    lead = "Rombongan DPRD Girimukti menggelar studi banding ke DPRD Mekarsari, Kamis (12/10)."

    found = layout(
        f"DPRD Girimukti Studi Banding ke DPRD Mekarsari\n{lead}\nMEKARSARI, KabarSari\n{BODY}\n{BODY}",
        is_place,
    )

    assert (found.caption, found.paragraphs[0].text) == (None, lead)
    assert found.dateline
    assert (found.dateline.place, found.dateline.outlet) == ("Mekarsari", "KabarSari")


def test_second_headline_is_no_caption():
    second = "DPRD Mekarsari Konsultasi Ke Kementerian Soal Raperda Pemakaman"

    found = layout(f"Dewan Konsultasi Raperda\n\n{second}\n\nMEKARSARI - {BODY}\n\n{BODY}", is_place)

    assert found.caption is None


def test_dateline_above_wrapped_lines_is_joined_to_them():
    text = "Mekarsari,TS News\nAnggota Dewan\nPerwakilan Rakyat Daerah (DPRD) Girimukti melakukan kunjungan kerja ke aula.\n"

    assert layout(text, is_place).dateline == Dateline("Mekarsari", "TS News")


def test_first_lines_up_to_a_cells_bar_are_its_caption():
    text = f"Wakil Ketua DPRD Mekarsari\nmenjadi narasumber di\nstudio radio. |\nMEKARSARI - {BODY}\n"

    found = layout(text, is_place)

    assert found.caption is not None
    assert found.caption.text == "Wakil Ketua DPRD Mekarsari menjadi narasumber di studio radio."


@pytest.mark.parametrize(
    ("head", "byline"),
    [
        ("Arga Permana | Kamis, 12 Juni 2025 | 15:43", "Arga Permana"),
        ("Redaksi | Kamis, 12 Juni 2025 | 15:43", None),
        (
            "Rabu, 15 September 2021 | 16:20 Wita - Editor: Nur Aidah - Reporter: Andi Fajrin - Kabar.com",
            "Andi Fajrin",
        ),
        ("Reporter: Wulan – Editor: Redaksi", "Wulan"),
    ],
)
def test_writer_is_read_from_the_stamp_of_a_page(head, byline):
    assert (
        layout(f"Dewan Bahas Pasar Lama\n\n{head}\n\nMEKARSARI - {BODY}\n\n{BODY}", is_place).byline == byline
    )


@pytest.mark.parametrize(
    ("end", "byline"),
    [
        ("ia pun pulang,” pungkasnya. Heriyana.", "Heriyana"),
        ("cindera mata itu diterima. MC Mekarsari/Ris", "MC Mekarsari/Ris"),
    ],
)
def test_writer_or_press_office_behind_the_last_sentence_is_the_byline(end, byline):
    assert layout(f"MEKARSARI - {BODY}\n\n{BODY}\n\n“Selesai sudah, {end}", is_place).byline == byline


def test_line_that_ends_with_a_day_above_the_headline_is_a_caption():
    photo = "Anggota dewan dan tamu berfoto bersama di aula balai kota, Rabu (15/09/2021)"

    found = layout(
        f"{photo}\n\nDewan Mekarsari Belajar Retribusi Pelabuhan\n\nMEKARSARI - {BODY}\n\n{BODY}", is_place
    )

    assert found.caption is not None
    assert found.caption.text == photo


def test_text_alternative_that_the_caption_begins_with_goes():
    photo = "Komisi A DPRD Mekarsari\nKomisi A DPRD Mekarsari melihat pasar. (Foto:Ridho/Kabar.id)."

    found = layout(f"Dewan Bahas Pasar Lama\n\n{photo}\n\nMEKARSARI - {BODY}\n\n{BODY}", is_place)

    assert found.caption is not None
    assert found.caption.text == "Komisi A DPRD Mekarsari melihat pasar."
    assert [part.text for part in found.paragraphs] == [f"MEKARSARI - {BODY}", BODY]


@pytest.mark.parametrize(
    ("writer", "byline"),
    [("Dewi Rengganis", "Dewi Rengganis"), ("Jajang ( Redaksi )", "Jajang"), ("Kabar Kota", None)],
)
def test_name_right_above_the_pages_stamp_is_the_writers(writer, byline):
    found = layout(f"Komisi II Dorong Perbaikan Pasar Lama\n\n{writer}\n15 Maret 2022\n\n{BODY}\n\n{BODY}")

    assert (found.byline, found.stamped) == (byline, date(2022, 3, 15))


def test_menu_and_repeated_name_of_a_page_are_no_part_of_the_release():
    head = "KABARSARI\n  • BERANDA\n  • KOTA\nNo Result\nView All Result\nKABARSARI\nHome KOTA\n\nKomisi II Dorong Perbaikan Pasar Lama\n"
    found = layout(f"{head}\nShare on FacebookShare on Twitter\n\n{BODY}\n\n{BODY}")

    assert found.title
    assert found.title.text == "Komisi II Dorong Perbaikan Pasar Lama"
    assert [part.text for part in found.paragraphs] == [BODY, BODY]


def test_attribution_that_lost_its_full_stop_ends_its_paragraph():
    found = layout("“Jalan itu kami dahulukan,” ungkapnya\nKetua DPRD Kota Mekarsari, Dewi, setuju.")

    assert len(found.paragraphs) == 2


def test_code_with_a_slash_closes_words_that_lost_their_full_stop():
    found = layout(f"{BODY}\n\nHasilnya dilaporkan pada rapat berikutnya (adv/hms4).")

    assert (found.byline, found.paragraphs[-1].text) == (
        "adv/hms4",
        "Hasilnya dilaporkan pada rapat berikutnya",
    )


def test_line_of_the_lead_with_a_plain_verb_is_no_headline():
    text = (
        "Rapat dipimpin Ketua Komisi II DPRD Kota Mekarsari, H. Danar\nWicaksono, S.E., dihadiri Wakil Ketua, yaitu Gilang\n"
        "Pramudya, S.T., serta staf.\nMereka membahas meja."
    )

    assert layout(text).title is None


@pytest.mark.parametrize(
    "line",
    [
        "Red: Danar Wicaksono",
        "waktu baca 2 menit",
        "Rabu, 10 Sep 2025 11:02 6 Danar Wicaksono",
        "29 Des 2025 08:36",
        "Reading Time: 2 mins read",
        "in Berita Kota",
        "A A",
        "(Wali Kota Tirtasari Pakai Anggaran Meja untuk Pasar, Warga Senang)",
        "Berita Lainnya  Warga Kota Senang Menanam Pohon",
    ],
)
def test_editor_time_to_read_and_stamp_are_no_part_of_the_release(line):
    told = "DPRD Kota Mekarsari menggelar rapat kerja soal meja dan kursi sekolah."
    parts = layout(f"Dewan Bahas Meja Sekolah\n\n{line}\n\n{told}")

    assert [part.text for part in parts.paragraphs] == [told]
    assert (parts.byline, parts.caption) == (None, None)


@pytest.mark.parametrize(
    ("head", "caption"),
    [
        ("Tamu bertukar cendera mata dengan tuan rumah\n\nRapat dibuka.\n\nTamu bertukar cenderamata dengan tuan rumah\n\n", "Tamu bertukar cenderamata dengan tuan rumah"),
        ("Anggota Komisi II berkunjung ke Dinas Sosial, Senin, (23/08/2021)\n\n", "Anggota Komisi II berkunjung ke Dinas Sosial, Senin, (23/08/2021)"),
        ("Tamu Belajar Sampah di Mekarsari\n\nfoto bersama Ketua dan tamu dari Tirtasari\n\n", "foto bersama Ketua dan tamu dari Tirtasari"),
    ],
)  # fmt: skip
def test_caption_is_known_where_it_opens_the_page_or_stands_twice(head, caption):
    found = layout(f"{head}MEKARSARI - {BODY}\n\n{BODY}", lambda name: name == "Mekarsari")

    assert found.caption is not None
    assert found.caption.text == caption


def test_menu_and_sign_of_a_site_are_no_headline():
    found = layout(
        f"Beranda   Kontak   RSS Feed   Email\n---- Situs Dewan Mekarsari ----\nTamu Belajar Sampah di Mekarsari\n\nMEKARSARI - {BODY}\n\n{BODY}"
    )

    assert found.title is not None
    assert found.title.text == "Tamu Belajar Sampah di Mekarsari"


@pytest.mark.parametrize(
    "between", ["\n\n***\n\n", "\n---\n", "\n\n\n\n\n", "\n\nRILIS 2\n\n", "\n\nSiaran Pers\n\n", "\n\n2. "]
)
def test_split_parts_releases_by_headline_and_dateline(between):
    pieces = releases_in(FIRST + between + SECOND)

    assert [FIRST in pieces[0], SECOND in pieces[1], len(pieces)] == [True, True, 2]


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRST}\n\nPenataan Pasar\n\nTirtasari - kota tetangga - ikut serta. {BODY * 6}",
        f"Suasana rapat di gedung dewan kota yang ramai. (Laras/red)\n\nMEKARSARI - {BODY * 6}",
        f"MEKARSARI - {BODY * 6} (Laras/red)\n\n{BODY * 6}",
    ],
)
def test_split_leaves_one_release_with_a_subheading_a_caption_or_a_code_inside(text):
    assert releases_in(text) == [text]


@pytest.mark.parametrize("mark", ["{}. ", "{}) ", "- ", "• ", "·\t", "▪ "])
@pytest.mark.parametrize("end", ["", ", S.T."])
def test_each_item_of_a_list_is_a_paragraph(mark, end):
    names = ("Alun Lamakarta", "Rangkai Buana", "Gilang Pramudya")
    items = [f"{mark.format(number)}{name}{end}" for number, name in enumerate(names, 1)]

    found = layout(f"{BODY}\n\nYang hadir:\n" + "\n".join(items) + f"\n\n{BODY}")

    read = [item.replace("\t", " ") for item in items]
    assert [part.text for part in found.paragraphs] == [BODY, "Yang hadir:", *read, BODY]


def test_items_with_small_letters_are_paragraphs_too():
    found = layout(f"{BODY}\n\nTiga hal dibahas:\n- sampah\n- banjir\n- pasar\n\n{BODY}")

    assert [part.text for part in found.paragraphs][2:5] == ["- sampah", "- banjir", "- pasar"]


def test_wrapped_line_with_a_number_or_a_dash_is_no_item():
    found = layout(
        "Rapat membahas pasal 4 dan pasal\n5. Pasal itu mengatur pasar\n- Senin sampai Jumat - dan parkir."
    )

    assert len(found.paragraphs) == 1


@pytest.mark.parametrize("stamp", ["[08.16, 1/12/2026] ", "01/12/26 08.16 - "])
def test_reply_of_another_in_a_chat_is_no_part_of_the_release(stamp):
    told = f"{stamp}Nirmala: Warga Belajar Menanam di Atap\n\nMEKARSARI - {BODY * 6}\n{stamp}Nirmala: {BODY}"

    found = layout(f"{told}\n{stamp}Redaktur: Siap, mohon nama Bu Laras tanpa gelar")

    assert [part.text for part in found.paragraphs] == [f"MEKARSARI - {BODY * 6}", BODY]


def test_code_of_the_press_office_above_its_photos_credit_signs_the_text():
    found = layout(
        f"{BODY}\n\n{BODY}\n\nRapat dilanjutkan besok. (Laras/Humpro)\n\nFoto: Laras/Humpro DPRD Kota Mekarsari"
    )

    assert (found.byline, found.caption, found.paragraphs[-1].text) == (
        "Laras/Humpro",
        None,
        "Rapat dilanjutkan besok.",
    )


def test_paragraph_that_opens_with_place_and_outlet_goes_on_from_no_line_above():
    found = layout(
        f"Dewan Bahas Pasar Kota\nRapat digelar di gedung dewan untuk pasar\nKABARSARI.COM, MEKARSARI - {BODY}\n{BODY}",
        is_place,
    )

    assert (found.dateline.place, found.paragraphs[0].text[:12]) == ("Mekarsari", "KABARSARI.CO")


def test_words_in_brackets_that_are_no_headline_stay():
    told = "(Rapat itu sudah ditunda dua kali karena ruangannya dipakai.)"

    assert told in [part.text for part in layout(f"{BODY}\n\n{told}\n\n{BODY}").paragraphs]


def test_stamp_that_the_dateline_is_glued_to_tells_the_day_of_publication_only():
    found = layout(
        f"Dewan Bahas Pasar Kota\nPemerintahan    Jumat 30 Januari 2026    02:04:35 WIBMEKARSARI – {BODY}",
        is_place,
    )

    assert (found.stamped, found.paragraphs[0].text[:12]) == (date(2026, 1, 30), "MEKARSARI – ")


@pytest.mark.parametrize(
    "line", ["Dilihat : 968 Kali, Updated: Rabu, 19 Agustus 2020", "Headline", "Kumpulan Berita DPR RI"]
)
def test_counter_and_heading_of_a_page_are_no_part_of_the_release(line):
    found = layout(f"{line}\n\n{BODY}\n\n{BODY}")

    assert [part.text for part in found.paragraphs] == [BODY, BODY]


def test_teaser_that_a_page_tells_twice_under_its_heading_goes():
    teaser = "Harga cabai di pasar turun tipis kemarin."

    assert [p.text for p in layout(f"Headline\n{teaser}\n{teaser}\n{BODY}").paragraphs] == [BODY]
    assert teaser in " ".join(p.text for p in layout(f"{teaser}\n{BODY}").paragraphs)


NAMED = "Anggota Komisi IV DPRD Mekarsari, H. Gilang Pramudya, BE dari Fraksi Cempaka"
LEAD = f"{NAMED.replace('si, H', 'si H')} membenarkan kunjungan itu. {BODY}"


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_line_that_only_names_whom_the_lead_tells_of_is_a_caption(gap):
    found = layout(f"{NAMED}{gap}{LEAD}\n\n{BODY}")

    assert (found.caption.text, found.title, found.paragraphs[0].text) == (NAMED, None, LEAD)


def test_headline_that_the_lead_repeats_stays_a_headline():
    head = "Audiensi Paguyuban Mekarsari Ngariung dengan Komisi C DPRD Mekarsari"

    assert layout(f"{head}\n\nDiadakan {head} pada Selasa. {BODY}\n\n{BODY}").title.text == head


def test_first_line_of_a_wrapped_sentence_about_who_was_there_is_no_headline():
    found = layout(
        "Hadir Ketua Pansus 9 DPRD Kota Mekarsari\nGilang Pramudya, S.E., serta anggotanya.\n\n" + BODY
    )

    assert found.title is None


def test_caption_opened_by_capitals_may_be_nearly_all_names():
    line = "TERIMA AUDIENSI: Wakil Ketua DPRD Mekarsari Gilang Pramudya menerima Pemuda Kota. ADAM SUMARTO/PASAR EKSPRES"

    assert layout(f"Judul Berita Dewan\n\n{line}\n\nMEKARSARI - {BODY}", is_place).caption.text.startswith(
        "TERIMA"
    )


@pytest.mark.parametrize(
    "text",
    [
        "MEKARSARI - Komisi II mengusulkan tiga hal untuk Pasar Lama yang sudah lama rusak:\n• Perbaikan atap\n• Penataan pedagang\n\nRapat usai.",
        "Rapat usai sore hari tadi dan semua senang.\n\n(Ketua Komisi II Raka Buana Bersama Dinas Perhubungan Kota Mekarsari)\n\nMereka pulang.",
        "Mereka pergi ke tiga kota\nin Mekarsari, Tirtasari dan Girimukti\nlalu pulang lagi ke rumah.",
    ],
)  # fmt: skip
def test_list_aside_and_wrapped_line_of_the_text_stay(text):
    kept = (
        " ".join(part.text for part in layout(text).paragraphs)
        + str(layout(text).caption)
        + str(layout(text).title)
    )

    assert all(word in kept for word in text.replace("(", "").replace(")", "").split())


@pytest.mark.parametrize(
    "title",
    ["In Memoriam Ketua DPRD Kota Mekarsari", "Hadir Bersama Warga, Komisi II Dengar Keluhan", "Turut Hadir Ketua Dewan pada Panen Raya"],
)  # fmt: skip
def test_headline_that_opens_like_a_rubric_or_a_list_is_one(title):
    found = layout(
        f"{title}\n\nMEKARSARI - Komisi II menggelar rapat kerja soal meja dan kursi sekolah di gedung dewan."
    )

    assert found.title.text == title


def test_teasers_above_the_dateline_are_not_where_the_text_opens():
    teaser = "Komisi II menata pasar dan pedagang supaya tertib sepanjang tahun ini juga di kota."
    found = layout(
        f"{teaser}\n\n{teaser}\n\nPOJOK.COM - Komisi II menggelar rapat kerja soal meja dan kursi sekolah."
    )

    assert found.paragraphs[found.opening].text.startswith("POJOK.COM")


@pytest.mark.parametrize(
    ("lines", "paragraphs"),
    [
        ("Dewan membahas tiga hal:\n1. sampah\n2. banjir", ["Dewan membahas tiga hal:", "1. sampah", "2. banjir"]),
        ("Dewan membahas:\n- 3 jalan\n- 4 pasar", ["Dewan membahas:", "- 3 jalan", "- 4 pasar"]),
        ("Dewan membahas:\n– Jalan\n– Pasar", ["Dewan membahas:", "– Jalan", "– Pasar"]),
        ("Rapat berjalan\n- meski hujan - dengan lancar\n- kata panitia - lagi", ["Rapat berjalan - meski hujan - dengan lancar - kata panitia - lagi"]),
    ],
)  # fmt: skip
def test_items_in_small_letters_are_told_from_prose_wrapped_at_dashes(lines, paragraphs):
    text = f"Komisi II menggelar rapat di gedung dewan kemarin pagi.\n\n{lines}\n\nRapat usai."

    assert [part.text for part in layout(text).paragraphs][1:-1] == paragraphs


def test_list_that_opens_with_capitals_goes_on_in_small_letters():
    found = layout(
        "Rapat\n\nDPRD menggelar rapat.\n\nHadir:\n- Alun Lamakarta\n- drg. Rangkai Buana", lambda name: False
    )

    assert [paragraph.text for paragraph in found.paragraphs][-2:] == [
        "- Alun Lamakarta",
        "- drg. Rangkai Buana",
    ]


def test_writer_named_in_a_report_by_is_the_byline():
    assert layout(f"Rapat\n\nLaporan oleh Gumintara Wisesa\n\n{BODY}").byline == "Gumintara Wisesa"
