import io

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image

from dprd_news.lib.cards import BAR_PX, HEADLINE, MARGIN, MOST_BYTES, Card, draw, drawable, fit
from dprd_news.lib.pictures import SHARE_PX

LONG = (
    "Sekretaris Komisi I DPRD Kota Mekarsari Terima Kunjungan Kerja Pemerintah Kota Contoh Sari dan Dewan Perwakilan "
    "Rakyat Daerah Kabupaten Kepulauan Contoh untuk Membahas Pengelolaan Sampah dari Sumber, Bank Sampah, serta "
    "Layanan Publik Kota pada Pagi Hari"
)
WHOLE_WIDTH_PX = SHARE_PX[0] - 2 * MARGIN


def card(headline="Judul", kicker="Berita", **fields):
    return Card(kicker, headline, "DPRD Kota Mekarsari", "#1b4b8f", **fields)


def stored(image, name="foto.png"):
    content = io.BytesIO()
    image.save(content, "PNG")
    return default_storage.save(name, ContentFile(content.getvalue()))


def opened(content):
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


def luminance(pixel):
    channels = [value / 255 for value in pixel]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize(
    "headline", ["Ya", "Paripurna ditunda", LONG, "W" * 250, "", "😀 ⁂", "Rapat\nkerja\t dua"]
)
def test_card_is_a_light_jpeg_of_the_size_messengers_show(headline):
    photo = stored(Image.effect_noise((1600, 1200), 180).convert("RGB"))

    for each in (
        card(headline),
        card(headline, photo=photo),
        card(headline, portrait=photo),
        card(headline, kicker=""),
    ):
        content = draw(each)
        image = opened(content)
        assert (image.format, image.size, len(content) <= MOST_BYTES) == ("JPEG", SHARE_PX, True)


@pytest.mark.parametrize(
    ("headline", "size"), [("Ya", 68), ("Paripurna ditunda karena hujan", 68), (LONG, 38), ("W" * 250, 38)]
)
def test_headline_fits_in_the_largest_size_that_holds_it(headline, size):
    font, lines = fit(headline, WHOLE_WIDTH_PX)

    assert font.size == size
    assert len(lines) <= HEADLINE[size]
    assert [line for line in lines if font.getlength(line) > WHOLE_WIDTH_PX] == []


def test_lines_of_a_headline_are_about_as_wide_as_each_other():
    _, lines = fit("Komisi III Minta Perbaikan Jalan Selaras dengan Jadwal Angkutan", WHOLE_WIDTH_PX)

    assert lines == ["Komisi III Minta", "Perbaikan Jalan Selaras", "dengan Jadwal Angkutan"]


def test_headline_of_250_letters_is_shown_whole():
    words = (LONG + " di gedung dewan")[:250]

    _, lines = fit(words, WHOLE_WIDTH_PX)

    assert " ".join(lines) == " ".join(words.split())


def test_headline_too_long_for_the_smallest_size_ends_with_an_ellipsis():
    font, lines = fit("W" * 400, WHOLE_WIDTH_PX)

    assert (len(lines), lines[-1][-1], font.getlength(lines[-1]) <= WHOLE_WIDTH_PX) == (6, "…", True)


@pytest.mark.parametrize("colour", ["white", "yellow", "#888888"])
def test_words_stand_on_ground_dark_enough_for_white(colour):
    photo = stored(Image.new("RGB", (1200, 630), colour))
    font, lines = fit(LONG, WHOLE_WIDTH_PX)
    top = SHARE_PX[1] - BAR_PX - 36 - round(font.size * 1.22) * len(lines)

    image = opened(draw(card(LONG, photo=photo)))

    # Left of the words, from above the kicker down to the bar.
    ground = [luminance(image.getpixel((MARGIN // 2, y))) for y in range(top - 44, SHARE_PX[1] - BAR_PX - 4)]
    assert 1.05 / (max(ground) + 0.05) > 7


def test_nothing_is_drawn_outside_the_margin():
    plain, full = opened(draw(card("", kicker=""))), opened(draw(card("W" * 250, kicker="M" * 200)))

    for box in ((0, 0, MARGIN - 8, 500), (SHARE_PX[0] - MARGIN + 8, 0, SHARE_PX[0], 500)):
        assert Image.blend(plain.crop(box), full.crop(box), 0.5).getcolors(99999) is not None
        difference = [
            max(abs(one - other) for one, other in zip(first, second, strict=True))
            for first, second in zip(plain.crop(box).getdata(), full.crop(box).getdata(), strict=True)
        ]
        assert max(difference) < 24


def test_focal_point_is_what_stays_in_the_card():
    halves = Image.new("RGB", (1200, 1890), "red")
    halves.paste("lime", (0, 945, 1200, 1890))
    photo = stored(halves)

    above = opened(draw(card(photo=photo, focal_y=0))).getpixel((600, 5))
    below = opened(draw(card(photo=photo, focal_y=100))).getpixel((600, 5))

    assert (above[0] > 200 > above[1], below[1] > 200 > below[0]) == (True, True)


def test_key_changes_with_everything_on_the_card():
    first = card("Judul")
    others = [
        card("Judul lain"), card(kicker="Kunjungan"), card(photo="a.jpg"), card(photo="a.jpg", focal_x=20),
        card(photo="a.jpg", focal_y=20), card(portrait="a.jpg"), card(emblem="a.webp"),
        Card("Berita", "Judul", "DPRD Lain", "#1b4b8f"), Card("Berita", "Judul", "DPRD Kota Mekarsari", "#000000"),
    ]  # fmt: skip

    assert len({each.key for each in [first, *others]}) == len(others) + 1
    assert card("Judul").key == first.key


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Rapat kerja – “selesai”", "Rapat kerja – “selesai”"),
        ("Bandung 😀 juara", "Bandung juara"),
        ("ﬁnal", "final"),
        ("日本", ""),
        ("a\u0000b\u202ec", "abc"),
    ],
)
def test_signs_that_the_font_lacks_are_left_out(text, shown):
    assert drawable(text) == shown
