import pytest

from articles.reading.spelling.misspellings import find_misspellings

OWN = frozenset({"tirtasari"})


def found(text, names=()):
    return [(slip.word, slip.suggestions[0]) for slip in find_misspellings(text, names, OWN)]


@pytest.mark.parametrize(
    ("slip", "right"),
    [
        ("pengelolaann", "pengelolaan"),
        ("stuktural", "struktural"),
        ("lagsung", "langsung"),
        ("partsipasi", "partisipasi"),
        ("realiasi", "realisasi"),
        ("optimalisiasi", "optimalisasi"),
        ("penghelolaan", "pengelolaan"),
        ("diiterima", "diterima"),
        ("direpons", "direspons"),
        ("mengapersiasi", "mengapresiasi"),
        ("kegiatanrutin", "kegiatan rutin"),
        ("merupaan", "merupakan"),
        ("meningatkan", "meningkatkan"),
        ("pemasukkan", "pemasukan"),
        ("perbiakan", "perbaikan"),
        ("mempebaiki", "memperbaiki"),
        ("mengautkan", "menguatkan"),
        ("peneriman", "penerimaan"),
        ("petemuan", "pertemuan"),
        ("hlir", "hilir"),
    ],
)
def test_slip_is_found_with_the_right_word_first(slip, right):
    assert found(f"Warga {slip} itu") == [(slip, right)]


@pytest.mark.parametrize(
    "word",
    [
        "antarpemerintah",
        "keelokan",
        "kebermanfaatan",
        "ketidakterhubungan",
        "diimplementasikan",
        "sinergitas",
        "raperda",
        "pungkasnya",
        "menyosialisasikan",
        "program-program",
        "se-kota",
        "tirtasari",
        "ducting",
        "aspiratif",
        "rohaniwan",
        "penyebarluasan",
        "sa’adah",
    ],
)
def test_right_and_learned_words_raise_no_alarm(word):
    assert found(f"Warga {word} itu") == []


def test_names_and_abbreviations_raise_no_alarm():
    assert found("Pak Rengganiss dan BKADD, juga rengganiss", names=["Rengganiss"]) == []


def test_house_rules_give_their_reason():
    slips = find_misspellings("Walikota hadir Jum'at lalu.", (), frozenset())

    assert [(slip.word, slip.suggestions, slip.span, slip.reason) for slip in slips] == [
        ("Walikota", ("Wali Kota",), (0, 8), "Ditulis terpisah: wali kota."),
        ("Jum'at", ("Jumat",), (15, 21), "Nama hari ditulis Jumat, tanpa apostrof."),
    ]


def test_split_passive_is_a_slip_and_a_place_is_none():
    slips = find_misspellings("Tamu di terima di taman.", (), frozenset())

    assert [(slip.word, slip.suggestions, slip.span) for slip in slips] == [
        ("di terima", ("diterima",), (5, 14))
    ]


def test_address_of_a_site_is_no_word():
    assert found("Dimuat di kabarsarie.com dan kabarsarie.id.") == []


@pytest.mark.parametrize(
    ("slip", "right"),
    [
        ("memasukan", "memasukkan"),
        ("ditunjukan", "ditunjukkan"),
        ("mencocokannya", "mencocokkannya"),
        ("memindahan", "memindahkan"),
        ("sebelumya", "sebelumnya"),
        ("pengaduanya", "pengaduannya"),
        ("audensinya", "audiensinya"),
        ("berkordinasi", "berkoordinasi"),
        ("bersertipikat", "bersertifikat"),
        ("perijinannya", "perizinannya"),
        ("dikoordinir", "dikoordinasi"),
        ("terisolir", "terisolasi"),
        ("mengkonsumsi", "mengonsumsi"),
        ("mensubsidi", "menyubsidi"),
        ("mempersilahkan", "mempersilakan"),
        ("termasukpenagihan", "termasuk penagihan"),
        ("yangtelah", "yang telah"),
        ("kerja9raker", "kerja (raker"),
        ("d8sampaikan", "disampaikan"),
        ("dirumahnya", "di rumahnya"),
        ("diperpustakaan", "di perpustakaan"),
        ("kekantor", "ke kantor"),
        ("siapapun", "siapa pun"),
        ("kemana-mana", "ke mana-mana"),
        ("di tunda-tunda", "ditunda-tunda"),
        ("di anak tirikan", "dianaktirikan"),
        ("di perbaiki", "diperbaiki"),
        ("di instruksikan", "diinstruksikan"),
        ("ditindak lanjuti", "ditindaklanjuti"),
        ("menanda tangani", "menandatangani"),
        ("catatan nya", "catatannya"),
        ("antar umat", "antarumat"),
        ("satu persatu", "satu per satu"),
    ],
)
def test_slip_of_spacing_affix_or_standard_form_is_found(slip, right):
    assert found(f"Warga {slip} itu") == [(slip, right)]


@pytest.mark.parametrize(
    "text",
    [
        "Rapat di lantai dua, di undang-undang, di sisi kiri, di materi itu, di pekan depan, di masakan ibu.",
        "Kemeja dan kelereng keluar dari kering, lalu kebagian kesemuanya.",
        "Menteri mental mengkaji, mempelajari, mempekerjakan, mempraktikkan dan mengkritik.",
        "Adapun rumpun serumpun menghimpun ampun, meskipun bagaimanapun.",
        "Ia antar anak dan antar jemput siswa.",
        "Dindingnya dicat, dilas dan diuji; pengecatannya dan aduannya baik.",
        "Perkara disidang, barang dipasarkan, warga dirumahkan dan disekolahkan.",
        "Anggita, Januar dan Kemala hadir. Sukahaji sepi. Pak Karna juga.",
        "Suara peneliti dan pindahan itu penting, tak ubahnya peternakan dan petualangan.",
        "Hal itu kami kemukakan, ketengahkan dan penjarakan; pentingkan yang pendek, pendekkan yang panjang.",
        "Kabar dari kabarsari.info, dewan.mekarsarikota dan www.kabar.sari.id masuk.",
        "Kebijakan digembar-gemborkan dan diutak-atik kehijau-hijauan.",
        "[xyz-ips snippet=”bacadulu”] [kotakita rdk]",
    ],
)
def test_neighbours_of_slips_raise_no_alarm(text):
    assert found(text) == []


def test_slip_before_a_full_stop_that_lost_its_space_is_found():
    assert found("Ketua berhalngan.menemui warga itu.") == [("berhalngan", "berhalangan")]


@pytest.mark.parametrize(
    ("text", "slip", "right"),
    [
        ("Sepeti diketahui, rapat selesai.", "Sepeti", "Seperti"),
        ("Katanya, “Sperti itu.”", "Sperti", "Seperti"),
        ("Warga Kabuapten Sukamaju hadir.", "Kabuapten", "Kabupaten"),
        ("Menurut Perturan Daerah itu.", "Perturan", "Peraturan"),
        ("Rapat Bangar ditunda.", "Bangar", "Banggar"),
        ("Di bayar kemarin.", "Di bayar", "Dibayar"),
        ("Dihadapan warga ia bicara.", "Dihadapan", "Di hadapan"),
        ("Balaikota ramai.", "Balaikota", "Balai Kota"),
    ],
)
def test_slip_with_a_capital_keeps_it(text, slip, right):
    assert found(text) == [(slip, right)]


def test_house_rule_fires_in_no_name():
    text = "Kantor Sub Bagian Umum dan Warung Mie Komplek ramai; warga komplek senang."

    assert found(text, names=["Warung Mie Komplek"]) == [("komplek", "kompleks")]


@pytest.mark.parametrize(
    ("slip", "right"),
    [
        ("perkerja", "pekerja"),
        ("pengetahun", "pengetahuan"),
        ("peratuan", "peraturan"),
        ("diajukkan", "diajukan"),
        ("tindakkan", "tindakan"),
        ("kecelakan", "kecelakaan"),
    ],
)
def test_slip_that_only_looks_formed_is_found(slip, right):
    assert found(f"Warga {slip} itu") == [(slip, right)]


@pytest.mark.parametrize(
    "word",
    [
        "kenaikannya",
        "adatnya",
        "dimasukkan",
        "ditunjukkan",
        "pekebun",
        "persoalkan",
        "perangi",
        "persatukan",
        "penyakiti",
        "tembakkan",
        "kemungkinan",
        "kemampuan",
        "ekspos",
    ],
)
def test_formed_words_beside_common_ones_raise_no_alarm(word):
    assert found(f"Warga {word} itu") == []


@pytest.mark.parametrize(
    ("printed", "slips"),
    [
        ("Ia me-monitor jalan.", [("me-monitor", "memonitor")]),
        ("Ia meng-apresiasi warga.", [("meng-apresiasi", "mengapresiasi")]),
        ("Acara itu di-cover media.", []),
        ("Di sela sela rapat ia diam.", [("sela sela", "sela-sela")]),
        ("Warga yang yang datang banyak.", [("yang yang", "yang")]),
        ("Rapat itu, itu saja.", []),
        ("Ukuran x x itu.", []),
        ("Kali Ciliwung Kali Bersih.", []),
    ],
)
def test_prefixes_and_words_said_twice(printed, slips):
    assert found(printed) == slips
