"""Where it took place, as printed."""

import pytest

from articles.reading import Index, Tables, read
from tests.articles.reading.tables import COUNCIL, REGIONS

INDEX = Index(Tables(own=COUNCIL, regions=REGIONS))
GUEST = "DPRD Kabupaten Girimukti"
DAY = "Kamis (6/3/2025)"
MEETS = f"Komisi I {COUNCIL} mengadakan rapat kerja"
LOOKS = f"Komisi III {COUNCIL}"


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        (f"{MEETS} diruang rapat Komisi I, {DAY}.", "ruang rapat Komisi I"),
        (f"{MEETS} di ruang rapat lantai dua gedung {COUNCIL}, {DAY}.", f"ruang rapat lantai dua gedung {COUNCIL}"),
        (f"{MEETS} di Ruang Bamus, Gedung {COUNCIL}, {DAY}.", f"Ruang Bamus, Gedung {COUNCIL}"),
        (f"{MEETS} di Ruang Bamus {COUNCIL}, lantai 2, {DAY}.", f"Ruang Bamus {COUNCIL}, lantai 2"),
        (f"{MEETS} di Gedung {COUNCIL}, tepatnya di Ruang Bamus, {DAY}.", "Ruang Bamus"),
        (f"{MEETS} di ruang rapat paripurna, {DAY}.", "ruang rapat paripurna"),
        (f"{MEETS} di Hotel Pandan, Jalan Randu, {DAY}.", "Hotel Pandan"),
        (f"{LOOKS} meninjau Trotoar Jalan Randu, {DAY}.", "Trotoar Jalan Randu"),
        (f"{LOOKS} meninjau Pasar Pandan Jalan Randu, {DAY}.", "Pasar Pandan"),
        (f"{MEETS}, {DAY}. \"Datanglah ke Pasar Randu di Gedung Lama,\" kata Laras.", None),
        (f"Suasana Gedung {COUNCIL} ramai ketika {GUEST} bertamu ke {COUNCIL}, {DAY}.", f"Gedung {COUNCIL}"),
        (f"{GUEST} mendatangi kantor {COUNCIL}, {DAY}. Mereka lalu ke Pasar Randu.", f"kantor {COUNCIL}"),
        (f"{GUEST} bertandang ke {COUNCIL} dan diterima di ruang tunggu, {DAY}.", "ruang tunggu"),
        (f"Ratusan sopir menggeruduk kantor {COUNCIL}, {DAY}, untuk audiensi.", f"kantor {COUNCIL}"),
        (f"{LOOKS} sidak ke SDN 045 Randu, {DAY}.", "SDN 045 Randu"),
        (f"{LOOKS} melakukan monitoring ke UPTD Rumah Singgah Randu, {DAY}.", "UPTD Rumah Singgah Randu"),
        (f"{LOOKS} meninjau pembangunan Jembatan Randu, {DAY}.", "Jembatan Randu"),
        (f"{LOOKS} sidak Puskesmas Randu, {DAY}.", "Puskesmas Randu"),
        (f"{LOOKS} menggelar sidak di Jalan Raya Randu, {DAY}.", "Jalan Raya Randu"),
        (f"{LOOKS} meninjau longsor di RT 03 dan RT 04 Kelurahan Sirna Galih, {DAY}.", "RT 03 dan RT 04 Kelurahan Sirna Galih"),
        (f"{LOOKS} meninjau tiga titik banjir, di antaranya di Pasar Randu, {DAY}.", None),
        (f"Laras melihat lampu mati di Taman Randu. Ia bercerita pada talk show di Radio Lembayung, {DAY}.", "Radio Lembayung"),
        (f"Laras dari {COUNCIL} menilai lampu mati, seperti di Kelurahan Randu, Cempaka dan Kenanga, {DAY}.", None),
    ],
)  # fmt: skip
def test_venue_is_the_room_or_place_of_the_event(text, venue):
    assert read(text, INDEX).as_dict()["venue"] == venue


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        (f"{MEETS}. Rapat berlangsung di Paseban Suradipati, {DAY}.", "Paseban Suradipati"),
        (f"Suasana ruang rapat {COUNCIL} ramai ketika {GUEST} bertamu ke {COUNCIL}, {DAY}.", f"ruang rapat {COUNCIL}"),
        (f"Puluhan siswa SMP 3 Boja memenuhi gedung {COUNCIL} dan disambut Ketua {COUNCIL}, {DAY}.", f"gedung {COUNCIL}"),
        (f"Ketua {COUNCIL} menjadi narasumber dalam talk show yang disiarkan Radio Lembayung Mekarsari, {DAY}.", "Radio Lembayung"),
        (f"{MEETS} di Gedung DPRD kota Mekarsari Jalan Randu, {DAY}.", "Gedung DPRD kota Mekarsari"),
        (f"{LOOKS} sidak terhadap proyek rehabilitasi Pasar Randu, {DAY}.", "Pasar Randu"),
        (f"{LOOKS} melakukan peninjauan lapangan ke Pusat Kesejahteraan Randu, {DAY}.", "Pusat Kesejahteraan Randu"),
    ],
)  # fmt: skip
def test_place_is_read_in_further_forms(text, venue):
    assert read(text, INDEX).as_dict()["venue"] == venue
