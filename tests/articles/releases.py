"""A release in our own words about people who do not exist, and the council that it is read against."""

from datetime import date

from tests.factories import (
    make_council,
    make_institution,
    make_official,
    make_position,
    make_post,
    make_region,
    make_topic,
)

SOURCE = """Kebun Atap Mekarsari Jadi Tempat Belajar

MEKARSARI - Komisi II DPRD Kota Mekarsari menerima kunjungan kerja Pemerintah Kota Tirtasari di Gedung DPRD Kota Mekarsari, Senin (23/6/2025).

Rombongan dipimpin Wakil Wali Kota Tirtasari, Rangga Pradipta Jati, S.E., dan diterima Ketua Komisi II DPRD Kota Mekarsari, Hj. Larasati Dewi Wiguna, S.Sos., bersama Anggota Komisi II DPRD Kota Mekarsari, Bagus Santoso.

"Kebun di atap pasar lahir dari perundinggan panjang dengan para pedagang," kata Larasati.

Pertemuan membahas pengelolaan kebun atap dan penataan pedagang kaki lima. (Nilam/red)
"""


def make_world():
    """The council with a chair on file, two namesakes of whom only a name is known, and a topic."""
    council = make_council(default_photo_credit="Humas DPRD Kota Mekarsari")
    make_region(code="97.72", name="Kota Tirtasari")
    komisi = make_institution(
        "Komisi II DPRD Kota Mekarsari",
        "commission",
        short_name="Komisi II",
        parent=council.institution,
        region=council.region,
    )
    chair = make_official("Larasati Dewi Wiguna", front_title="Hj.", back_title="S.Sos.")
    make_position(chair, make_post("Ketua"), komisi, date(2024, 8, 5))
    make_official("Bagus Santoso")
    make_official("Bagus Santoso", front_title="Ir.")
    make_topic("pedagang kaki lima")
    return council


FIRST_NAMES = ["Wira", "Sekar", "Galih", "Ratna", "Bagas", "Nilam", "Surya", "Kirana"]
LAST_NAMES = ["Pradana", "Hadiningrat", "Wicaksono", "Puspaningrum", "Kusumawardani"]
PEOPLE = ", ".join(f"{first} {last}, S.H." for first in FIRST_NAMES for last in LAST_NAMES)
FORTY_NAMES = f"""Rapat Kerja Digelar

Rapat kerja di Kota Mekarsari, Senin (23/6/2025), dihadiri {PEOPLE}.
"""
