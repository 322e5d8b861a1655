import base64
import contextlib
import datetime
import hashlib
import io
import subprocess
import sys
import threading
import zlib

import pytest
import pyvips
from PIL import Image, ImageChops, ImageCms, TiffImagePlugin

from dprd_news.lib import decoding, images
from dprd_news.lib.images import UnreadableImage, crop, receive, rendition, renditions

RED, BLUE = (200, 30, 40), (30, 60, 200)
# Red on the left, blue on the right, 128 by 96 in four tiles; no library here writes HEIC.
HEIC = base64.b64decode(
    "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAlttZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAABBp"
    "ZGF0AAABAQCAAGAAAAB0aWxvYwEAAABEQAAFAAEAAQAAAAAAAAABAAAAAAAAAAgAAgAAAAAAAAJ/AAEAAAAAAAAAGgADAAAAAAAAApkA"
    "AQAAAAAAAAAaAAQAAAAAAAACswABAAAAAAAAACUABQAAAAAAAALYAAEAAAAAAAAAJAAAAHdpaW5mAAAAAAAFAAAAFWluZmUCAAAAAAEA"
    "AGdyaWQAAAAAFWluZmUCAAABAAIAAGh2YzEAAAAAFWluZmUCAAABAAMAAGh2YzEAAAAAFWluZmUCAAABAAQAAGh2YzEAAAAAFWluZmUC"
    "AAABAAUAAGh2YzEAAAAADnBpdG0AAAAAAAEAAAEFaXBycAAAAMtpcGNvAAAAFGlzcGUAAAAAAAAAgAAAAGAAAAB4aHZjQwEDcAAAAJAA"
    "AAAAAB7wAPz9+PgAAA8DYAABABhAAQwB//8DcAAAAwCQAAADAAADAB66AkBhAAEAK0IBAQNwAAADAJAAAAMAAAMAHqAggQWW6kkaa5uA"
    "hoMCAAADADIAAAMAAhBiAAEAB0QBwXKwIkAAAAATY29scm5jbHgAAQANAAaAAAAAFGlzcGUAAAAAAAAAQAAAAEAAAAAQcGl4aQAAAAAD"
    "CAgIAAAAMmlwbWEAAAAAAAAABQABAwGFAwACBIIDBAUAAwSCAwQFAAQEggMEBQAFBIIDBAUAAAAgaXJlZgAAAAAAAAAUZGltZwABAAQA"
    "AgADAAQABQAAAIVtZGF0AAAAFigBr1j5DpJf//KGv/82fkPk0gMbILAAAAAWKAGvWPkOkl//9T68j8Ep/+fVDGyCwAAAACEoAa9Y+Q6S"
    "X//yhr//Nn5D5NIDet//qWtGd2ob/PCmifgAAAAgKAGvWPkOkl//9T68j8Ep/+fVEOG//xa7X+qUU+pA0T8="
)


def two_colours(mode="RGB", size=(64, 48), left=RED, right=BLUE):
    picture = Image.new(mode, size, left)
    picture.paste(right, (size[0] // 2, 0, *size))
    return picture


def encoded(picture, fmt, **options):
    content = io.BytesIO()
    picture.save(content, fmt, **options)
    return content.getvalue()


def received(content, name):
    return receive(io.BytesIO(content), name)


def opened(content):
    return Image.open(io.BytesIO(content))


def sides(content):
    """Colours a quarter in from the left and from the right, rounded to tens: codecs are off by a few."""
    picture = opened(content).convert("RGB")
    row = picture.height // 2
    return [
        tuple(round(value, -1) for value in picture.getpixel((column, row)))
        for column in (picture.width // 4, picture.width * 3 // 4)
    ]


def refusal(content, name):
    with pytest.raises(UnreadableImage) as caught:
        received(content, name)
    return str(caught.value)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (encoded(two_colours(), "JPEG", quality=95), "rapat.jpg"),
        (encoded(two_colours(), "JPEG", quality=95, progressive=True), "RAPAT.JPEG"),
        (encoded(two_colours(), "PNG"), "rapat.png"),
        (encoded(two_colours().quantize(4), "PNG"), "palet.png"),
        (encoded(two_colours(), "WEBP", quality=95), "rapat.webp"),
        (encoded(two_colours(), "WEBP", lossless=True), "rapat.webp"),
        (encoded(two_colours(), "AVIF", quality=95), "rapat.avif"),
        (HEIC, "IMG_0001.HEIC"),
        (encoded(two_colours("RGBA", left=(*RED, 255), right=(*BLUE, 255)), "PNG"), "penuh.png"),
    ],
)
def test_every_accepted_format_becomes_a_jpeg_master(content, name):
    result = received(content, name)

    assert (result.extension, result.width_px / result.height_px) == ("jpg", 4 / 3)
    assert opened(result.content).format == "JPEG"
    assert sides(result.content) == [(200, 30, 40), (30, 60, 200)]


def test_received_tells_the_hash_of_the_upload():
    content = encoded(two_colours(), "PNG")

    assert received(content, "a.png").sha256 == hashlib.sha256(content).hexdigest()


def test_transparency_makes_a_png_master():
    content = encoded(two_colours("RGBA", left=(*RED, 255), right=(*BLUE, 0)), "PNG")

    result = received(content, "lambang.png")

    assert (result.extension, opened(result.content).mode) == ("png", "RGBA")
    assert opened(result.content).getpixel((10, 10)) == (*RED, 255)
    assert opened(result.content).getpixel((60, 10))[3] == 0


def test_cmyk_is_converted():
    content = encoded(Image.new("CMYK", (40, 30), (0, 255, 255, 0)), "JPEG", quality=95)

    red, green, blue = opened(received(content, "cetak.jpg").content).getpixel((20, 15))

    assert red > 180
    assert max(green, blue) < 80


def test_16_bit_png_keeps_its_brightness():
    picture = Image.new("I;16", (40, 30), 0x8000)

    result = received(encoded(picture, "PNG"), "pindai.png")

    assert sides(result.content) == [(130, 130, 130), (130, 130, 130)]


def test_wide_gamut_is_brought_to_srgb():
    # libvips ships Display P3; a pure green there lies outside sRGB, so mid green must move.
    p3 = pyvips.Image.black(40, 30).bandjoin([140, 60]).cast("uchar").copy(interpretation="srgb")
    content = p3.icc_transform("p3", input_profile="srgb").write_to_buffer(".png", profile="p3")

    result = received(content, "ponsel.png")

    red, green, blue = opened(result.content).getpixel((20, 15))
    assert (abs(red) < 6, abs(green - 140) < 6, abs(blue - 60) < 6) == (True, True, True)
    assert opened(content).getpixel((20, 15))[0] > 40


def test_broken_profile_counts_as_none():
    content = encoded(two_colours(), "PNG", icc_profile=b"bukan profil")

    assert sides(received(content, "a.png").content) == [(200, 30, 40), (30, 60, 200)]


def test_everything_hidden_is_gone():
    exif = Image.Exif()
    exif[0x010E] = "rahasia"
    exif.get_ifd(0x8825)[2] = (TiffImagePlugin.IFDRational(6), TiffImagePlugin.IFDRational(54), 0)
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    content = encoded(
        two_colours(), "JPEG", exif=exif, xmp=b"<x>rahasia</x>", comment=b"rahasia", icc_profile=srgb
    )

    result = received(content + b"<script>rahasia</script>", "a.jpg")

    assert b"rahasia" not in result.content
    assert dict(opened(result.content).getexif()) == {}
    assert set(opened(result.content).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


@pytest.mark.parametrize("fmt", ["JPEG", "WEBP", "AVIF", "PNG"])
def test_orientation_is_applied(fmt):
    exif = Image.Exif()
    exif[0x0112] = 6
    options = {} if fmt == "PNG" else {"quality": 95}
    content = encoded(two_colours(), fmt, exif=exif, **options)

    result = received(content, f"a.{fmt.lower()}")

    upright = opened(result.content).convert("RGB")
    assert (result.width_px, result.height_px) == upright.size == (48, 64)
    assert upright.getpixel((24, 10))[0] > 150
    assert upright.getpixel((24, 54))[2] > 150


@pytest.mark.parametrize(
    ("written", "taken_on"),
    [
        ("2025:06:23 09:30:00", datetime.date(2025, 6, 23)),
        ("0000:00:00 00:00:00", None),
        ("kemarin", None),
        (None, None),
    ],
)
def test_date_taken_is_proposed(written, taken_on):
    exif = Image.Exif()
    if written:
        exif.get_ifd(0x8769)[0x9003] = written

    result = received(encoded(two_colours(), "JPEG", exif=exif), "a.jpg")

    assert result.taken_on == taken_on


@pytest.mark.parametrize(
    ("name", "taken_on"),
    [
        ("IMG-20251124-WA0003.jpg", datetime.date(2025, 11, 24)),
        ("WhatsApp Image 2025-11-24 at 10.15.30.jpg", datetime.date(2025, 11, 24)),
        ("PXL_20251124_031530123.jpg", datetime.date(2025, 11, 24)),
        ("IMG-20251324-WA0003.jpg", None),
        ("IMG-20991124-WA0003.jpg", None),
        ("120251124.jpg", None),
        ("2025-1124.jpg", None),
        ("rapat.jpg", None),
    ],
)
def test_date_is_proposed_from_the_files_name(name, taken_on):
    assert received(encoded(two_colours(), "JPEG"), name).taken_on == taken_on


def test_date_of_the_camera_goes_before_that_of_the_name():
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9003] = "2025:06:23 09:30:00"

    result = received(encoded(two_colours(), "JPEG", exif=exif), "IMG-20251124-WA0003.jpg")

    assert result.taken_on == datetime.date(2025, 6, 23)


def test_longest_side_is_reduced_to_4000_px():
    wide = received(encoded(Image.new("L", (5000, 10), 128), "PNG"), "a.png")
    tall = received(encoded(Image.new("RGB", (20, 8000), RED), "JPEG"), "a.jpg")

    assert [(wide.width_px, wide.height_px), (tall.width_px, tall.height_px)] == [(4000, 8), (10, 4000)]


def test_animation_gives_its_first_frame():
    frames = [Image.new("RGB", (32, 32), colour) for colour in (RED, BLUE)]
    content = encoded(frames[0], "WEBP", save_all=True, append_images=frames[1:], quality=95)

    assert sides(received(content, "a.webp").content) == [(200, 30, 40), (200, 30, 40)]


@pytest.mark.parametrize(
    "name", ["../a.jpg", "/etc/a.jpg", "a/b.jpg", "a\\b.jpg", "a.jpg\x00.jpg", "a\n.jpg", "", ".."]
)
def test_name_that_is_a_path_is_refused(name):
    assert "jalur folder" in refusal(encoded(two_colours(), "JPEG"), name)


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "a.svg", "SVG tidak diterima"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><svg/>", "a.jpg", "SVG tidak diterima"),
        (b"", "a.jpg", "kosong"),
        (b"%PDF-1.7 " * 100, "a.jpg", "bukan foto, atau sudah rusak"),
        (b"\x00" * 5000, "a.jpg", "bukan foto, atau sudah rusak"),
        (encoded(two_colours(), "GIF"), "a.gif", "tidak berakhiran nama foto"),
        (encoded(two_colours(), "GIF"), "a.png", "bukan foto, atau sudah rusak"),
        (encoded(two_colours(), "TIFF"), "a.jpg", "bukan foto, atau sudah rusak"),
        (encoded(two_colours(), "JPEG"), "foto", "tidak berakhiran nama foto"),
        (encoded(two_colours(), "JPEG"), "a.png", "Ubah akhirannya menjadi .jpg"),
        (encoded(two_colours(), "AVIF"), "a.heic", "Ubah akhirannya menjadi .avif"),
        (HEIC, "a.jpg", "Ubah akhirannya menjadi .heic"),
    ],
)
def test_what_is_no_photo_is_refused(content, name, reason):
    assert reason in refusal(content, name)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (encoded(Image.effect_noise((200, 200), 90), "JPEG"), "a.jpg"),
        (encoded(Image.effect_noise((200, 200), 90), "PNG"), "a.png"),
        (encoded(Image.effect_noise((200, 200), 90), "WEBP"), "a.webp"),
        (encoded(Image.effect_noise((200, 200), 90), "AVIF"), "a.avif"),
        (HEIC, "a.heic"),
    ],
)
@pytest.mark.parametrize("share", [0.3, 0.9])
def test_truncated_file_is_refused(content, name, share):
    assert "rusak" in refusal(content[: int(len(content) * share)], name)


def png_chunk(kind, data):
    return len(data).to_bytes(4) + kind + data + zlib.crc32(kind + data).to_bytes(4)


def png_claiming(width_px, height_px):
    header = width_px.to_bytes(4) + height_px.to_bytes(4) + b"\x08\x02\x00\x00\x00"
    data = zlib.compress(b"\x00" * 1000)
    return (
        b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", header) + png_chunk(b"IDAT", data) + png_chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("size", [(12_001, 10_000), (20_000, 20_000), (2**31 - 1, 2**31 - 1)])
def test_bomb_is_refused_before_it_is_decoded(size, monkeypatch):
    monkeypatch.setattr(decoding, "decode", None)

    assert "lebih besar dari 120 megapiksel" in refusal(png_claiming(*size), "bom.png")


def test_upload_over_the_limit_in_bytes_is_refused(monkeypatch):
    monkeypatch.setattr(images, "MOST_BYTES", 1000)

    assert "lebih besar dari" in refusal(b"\xff" * 1001, "a.jpg")


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (encoded(two_colours(), "JPEG", progressive=True), "a.jpg"),
        (pyvips.Image.black(64, 48).write_to_buffer(".png", interlace=True), "a.png"),
        (encoded(two_colours(), "WEBP", lossless=True), "a.webp"),
        (encoded(two_colours(), "AVIF"), "a.avif"),
    ],
)
def test_file_that_must_be_held_whole_is_refused_beyond_the_limit(content, name, monkeypatch):
    monkeypatch.setattr(decoding, "MOST_HELD_BYTES", 1000)

    assert "Simpan ulang sebagai JPEG biasa" in refusal(content, name)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (encoded(two_colours(), "JPEG"), "a.jpg"),
        (encoded(two_colours(), "PNG"), "a.png"),
        (encoded(two_colours(), "WEBP"), "a.webp"),
    ],
)
def test_file_decoded_in_strips_knows_no_such_limit(content, name, monkeypatch):
    monkeypatch.setattr(decoding, "MOST_HELD_BYTES", 0)

    assert received(content, name).width_px == 64


MEASURE = """
import sys
import django
django.setup()
from dprd_news.lib import images
with open(sys.argv[1], "rb") as file:
    result = images.receive(file, sys.argv[1].rpartition("/")[2])
with open("/proc/self/status") as status:
    peak = next(line.split()[1] for line in status if line.startswith("VmHWM"))
print(result.width_px, result.height_px, int(peak) // 1024)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads the peak from /proc")
@pytest.mark.parametrize("suffix", ["jpg", "png"])
def test_120_megapixels_are_taken_below_400_megabytes(suffix, tmp_path):
    path = tmp_path / f"besar.{suffix}"
    options = {"compression": 1} if suffix == "png" else {}
    colours = pyvips.Image.black(12_000, 10_000).bandjoin([90, 160]).cast("uchar")
    colours.copy(interpretation="srgb").write_to_file(str(path), **options)

    told = subprocess.run([sys.executable, "-c", MEASURE, path], capture_output=True, text=True, check=True)

    width_px, height_px, megabytes = map(int, told.stdout.split())
    assert (width_px, height_px) == (4000, 3333)
    assert megabytes < 400


def test_one_thread_of_a_process_holds_pictures(monkeypatch):
    threads = []
    for module, name in ((decoding, "decode"), (images, "_open_master"), (images, "_resized")):
        real = getattr(module, name)
        monkeypatch.setattr(
            module, name, lambda *told, real=real: threads.append(threading.get_ident()) or real(*told)
        )

    content = received(encoded(two_colours(), "JPEG"), "a.jpg").content
    images.rendition(io.BytesIO(content), 32, "jpeg")
    list(images.renditions(io.BytesIO(content)))

    assert len(threads) >= 5
    assert len(set(threads)) == 1
    assert threading.get_ident() not in threads


def hold_no_whole_picture(monkeypatch):
    """Only the one frame of a small AVIF fits now."""
    monkeypatch.setattr(decoding, "MOST_HELD_BYTES", 64 * 48 * 2)


@pytest.mark.parametrize(("content", "name"), [(encoded(two_colours(), "AVIF"), "a.avif"), (HEIC, "a.heic")])
def test_large_avif_and_heic_are_taken_frame_by_frame(content, name, monkeypatch):
    hold_no_whole_picture(monkeypatch)

    result = received(content, name)

    assert result.width_px / result.height_px == 4 / 3
    assert sides(result.content) == [(200, 30, 40), (30, 60, 200)]


@pytest.mark.parametrize("turn", range(1, 9))
def test_large_avif_is_turned_like_a_small_one(turn, monkeypatch):
    exif = Image.Exif()
    exif[0x0112] = turn
    picture = two_colours()
    picture.paste((240, 240, 240), (0, 0, 16, 12))
    content = encoded(picture, "AVIF", quality=95, exif=exif)
    small = opened(received(content, "a.avif").content)
    hold_no_whole_picture(monkeypatch)

    large = opened(received(content, "a.avif").content)

    assert large.size == small.size
    # A corner is white, so every turn and mirror looks different.
    assert max(high for _, high in ImageChops.difference(small, large).getextrema()) < 60


def test_large_wide_gamut_avif_is_brought_to_srgb(monkeypatch):
    p3 = pyvips.Image.black(64, 48).bandjoin([140, 60]).cast("uchar").copy(interpretation="srgb")
    png = p3.icc_transform("p3", input_profile="srgb").write_to_buffer(".png", profile="p3")
    content = encoded(opened(png), "AVIF", quality=95, icc_profile=opened(png).info["icc_profile"])
    hold_no_whole_picture(monkeypatch)

    red, green, blue = opened(received(content, "a.avif").content).getpixel((20, 15))

    assert (abs(red) < 12, abs(green - 140) < 8, abs(blue - 60) < 8) == (True, True, True)


def test_large_picture_is_reduced_to_4000_px(monkeypatch):
    content = encoded(two_colours(size=(4400, 66)), "AVIF", speed=10)
    monkeypatch.setattr(decoding, "MOST_HELD_BYTES", 4400 * 66 * 2)

    result = received(content, "a.avif")

    assert (result.width_px, result.height_px) == (4000, 60)


@pytest.mark.parametrize(("content", "name"), [(encoded(two_colours(), "AVIF"), "a.avif"), (HEIC, "a.heic")])
@pytest.mark.parametrize("share", [0.3, 0.9])
def test_large_truncated_file_is_refused(content, name, share, monkeypatch):
    hold_no_whole_picture(monkeypatch)

    assert "rusak" in refusal(content[: int(len(content) * share)], name)


@pytest.mark.parametrize("at", range(30, len(HEIC) - 200, 7))
def test_large_damaged_file_is_read_or_refused(at, monkeypatch):
    hold_no_whole_picture(monkeypatch)
    content = HEIC[:at] + bytes([HEIC[at] ^ 0xFF]) + HEIC[at + 1 :]

    with contextlib.suppress(UnreadableImage):
        assert received(content, "a.heic").extension == "jpg"


@pytest.mark.parametrize("fmt", ["avif", "webp", "jpeg"])
def test_rendition_has_the_width_asked_for(fmt):
    master = io.BytesIO(encoded(two_colours(size=(640, 480)), "JPEG", quality=95))

    content = rendition(master, 320, fmt)

    assert (opened(content).format.lower(), opened(content).size) == (fmt, (320, 240))
    assert sides(content) == [(200, 30, 40), (30, 60, 200)]


def test_rendition_is_never_wider_than_the_master():
    master = io.BytesIO(encoded(two_colours(), "PNG"))

    assert opened(rendition(master, 480, "webp")).size == (64, 48)


def test_transparent_master_shows_white_in_a_jpeg_and_nothing_in_webp():
    master = io.BytesIO(encoded(Image.new("RGBA", (40, 30), (0, 0, 0, 0)), "PNG"))

    assert opened(rendition(master, 40, "jpeg")).getpixel((20, 15)) == (255, 255, 255)
    assert opened(rendition(master, 40, "webp")).getpixel((20, 15))[3] == 0


def test_renditions_are_every_width_up_to_the_masters_in_every_form():
    master = io.BytesIO(encoded(two_colours(size=(900, 20)), "JPEG"))

    made = [(width, fmt, opened(content).width) for width, fmt, content in renditions(master)]

    assert made == [(width, fmt, width) for width in (480, 800, 900) for fmt in ("avif", "webp", "jpeg")]


@pytest.mark.parametrize(("width_px", "full_px"), [(1600, []), (2000, [2000]), (3000, [2400])])
def test_full_size_is_a_jpeg_beyond_what_pages_show(width_px, full_px):
    master = io.BytesIO(encoded(two_colours(size=(width_px, 8)), "JPEG"))

    made = [width for width, fmt, _ in renditions(master) if fmt == "jpeg" and width > images.WIDTHS[-1]]

    assert made == full_px


@pytest.mark.parametrize(
    ("width_px", "widths"),
    [
        (300, [300]),
        (480, [480]),
        (1000, [480, 800, 1000]),
        (1600, [480, 800, 1200, 1600]),
        (4000, [480, 800, 1200, 1600]),
    ],
)
def test_widths_of_a_master_end_with_its_own(width_px, widths):
    assert images.widths_of(width_px) == widths


@pytest.mark.parametrize(("focal_x", "colour"), [(0, (200, 30, 40)), (100, (30, 60, 200))])
def test_crop_keeps_the_focal_point(focal_x, colour):
    master = io.BytesIO(encoded(two_colours(size=(640, 160)), "PNG"))

    content = crop(master, 160, 160, focal_x, 50, "jpeg")

    assert opened(content).size == (160, 160)
    assert sides(content) == [colour, colour]


def test_crop_does_not_enlarge():
    master = io.BytesIO(encoded(two_colours(), "PNG"))

    assert opened(crop(master, 1200, 630, 50, 50, "jpeg")).size == (64, 34)


def test_unguessable_names_never_repeat():
    names = {images.unguessable_name("jpg") for _ in range(200)}

    assert len(names) == 200
    assert all(images._MASTER_NAME.fullmatch(name) for name in names)


def test_rendition_name_follows_the_masters():
    name = "originals/ab/0123456789_-abcdefghij.png"

    assert images.rendition_name(name, 800, "jpeg") == "renditions/ab/0123456789_-abcdefghij/800.jpg"


@pytest.mark.parametrize("name", ["originals/../a/b.jpg", "renditions/ab/c.jpg", "originals/ab/c.svg", ""])
def test_rendition_name_refuses_what_is_no_masters_name(name):
    with pytest.raises(ValueError, match="is no master's name"):
        images.rendition_name(name, 800, "avif")
