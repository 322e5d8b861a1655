"""Reads an upload as a picture, reduced while it is decoded, so that no file fills the memory.

Pillow reads the header and decides what the file is; nothing is decoded before its size is known. libvips
then decodes JPEG, PNG and WebP in strips. Where a file has to be held whole (progressive JPEG, interlaced
PNG, lossless WebP, AVIF, HEIC) the memory it takes is reckoned first: above MOST_HELD_BYTES the last two are
left to `large_heif`, and the others are refused.
"""

import logging
import warnings
from contextlib import suppress
from dataclasses import dataclass
from typing import IO

import pi_heif
import pyvips
from PIL import Image, JpegImagePlugin, UnidentifiedImageError

from dprd_news.lib import large_heif

ACCEPTED = "Unggah foto JPEG, PNG, WebP, AVIF, atau HEIC."
MOST_PIXELS = 120_000_000
# With this much held at once a whole Django process stays below 400 MB; measured.
MOST_HELD_BYTES = 190_000_000

_HEIF_FORMATS = ("AVIF", "HEIF")
_FORMATS = ("JPEG", "PNG", "WEBP", *_HEIF_FORMATS)
_VIPS_LOADERS = ("VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp")
_JPEG_BLOCK_BYTES = 64 * 2
_RIFF_HEADER_BYTES = 12
_PNG_DEPTH_AT = 24
_EXIF_IFD, _ORIENTATION, _DATE_TIME_ORIGINAL = 0x8769, 0x0112, 0x9003

pi_heif.register_heif_opener()
# Ours is the one limit: Pillow's own stands lower, and would only warn.
Image.MAX_IMAGE_PIXELS = MOST_PIXELS
warnings.simplefilter("error", Image.DecompressionBombWarning)
# libvips knows many formats; only these three reach it, whatever a file pretends to be.
pyvips.operation_block_set("VipsForeignLoad", True)
for _loader in _VIPS_LOADERS:
    pyvips.operation_block_set(_loader, False)
# It sees each picture once, so a cache of earlier ones would only hold memory.
pyvips.cache_set_max(0)
# A broken upload is the editor's news, told by UnreadableImage, not the log's.
logging.getLogger("pyvips").setLevel(logging.ERROR)


class UnreadableImage(ValueError):
    """The text says, in Indonesian, why a file is refused and what to do next."""


@dataclass(frozen=True)
class Header:
    """What a file says of itself before it is decoded.

    format is 'JPEG', 'PNG', 'WEBP', 'AVIF' or 'HEIF'; turn the EXIF orientation, 1 to 8; date_taken the
    camera's words, '' if it wrote none; held_bytes what decoding must hold at once, beyond a few rows.
    """

    format: str
    width_px: int
    height_px: int
    bands: int
    turn: int
    date_taken: str
    icc_profile: bytes | None
    held_bytes: int


def read_header(file: IO[bytes]) -> Header:
    """Raises UnreadableImage for what is no picture, or has too many pixels."""
    file.seek(0)
    start = file.read(512).lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start:
        raise UnreadableImage(f"Berkas ini kosong. {ACCEPTED}")
    if start.startswith((b"<svg", b"<?xml", b"<!DOCTYPE svg")):
        raise UnreadableImage(f"Gambar SVG tidak diterima. {ACCEPTED}")
    file.seek(0)
    try:
        # Some of Pillow's readers keep the whole file, so the picture is let go here.
        with Image.open(file, formats=_FORMATS) as picture:
            header = _header(file, picture)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise UnreadableImage(_too_many_pixels()) from None
    except UnidentifiedImageError:
        raise UnreadableImage(f"Berkas ini bukan foto, atau sudah rusak. {ACCEPTED}") from None
    except Exception as error:
        # A broken header makes the readers fail in every way there is.
        raise UnreadableImage(_broken()) from error
    if header.width_px * header.height_px > MOST_PIXELS:
        raise UnreadableImage(_too_many_pixels())
    return header


def decode(file: IO[bytes], header: Header, longest_px: int) -> pyvips.Image:
    """The picture upright, in sRGB, in memory, reduced to longest_px; never enlarged. Raises UnreadableImage."""
    try:
        if header.format in _HEIF_FORMATS and large_heif.is_truncated(file):
            raise ValueError("truncated")
        if header.held_bytes <= MOST_HELD_BYTES:
            read = _decode_held if header.format in _HEIF_FORMATS else _decode_streamed
            return read(file, header, longest_px)
        if header.format in _HEIF_FORMATS:
            image = large_heif.decode(file, longest_px, MOST_HELD_BYTES).copy()
            return _reduced(_with_profile(image, header), longest_px)
    except large_heif.TooLarge:
        pass
    except Exception as error:
        raise UnreadableImage(_broken()) from error
    raise UnreadableImage(
        f"Foto {header.format} ini terlalu besar untuk cara penyimpanannya "
        f"({header.width_px} × {header.height_px} piksel). "
        "Simpan ulang sebagai JPEG biasa (bukan progresif), lalu unggah hasilnya."
    )


def _header(file: IO[bytes], picture: Image.Image) -> Header:
    # A JPEG with a second picture behind the first, as phones write them, is a JPEG to its owner.
    format_name = "JPEG" if picture.format == "MPO" else str(picture.format)
    turn, date_taken = 1, ""
    # Cameras write EXIF in every broken way there is; without it the picture is still a picture.
    with suppress(Exception):
        exif = picture.getexif()
        turn = int(exif.get(_ORIENTATION, 1))
        date_taken = str(exif.get_ifd(_EXIF_IFD).get(_DATE_TIME_ORIGINAL, ""))
    return Header(
        format_name,
        picture.width,
        picture.height,
        len(picture.getbands()),
        turn,
        date_taken,
        picture.info.get("icc_profile"),
        _held_bytes(file, picture, format_name),
    )


def _held_bytes(file: IO[bytes], picture: Image.Image, format_name: str) -> int:
    """Figures per pixel are measured peaks, rounded up."""
    pixels = picture.width * picture.height
    match format_name:
        case "JPEG":
            return _jpeg_coefficient_bytes(picture)
        case "PNG":
            return (
                pixels * len(picture.getbands()) * _png_sample_bytes(file)
                if picture.info.get("interlace")
                else 0
            )
        case "WEBP" if getattr(picture, "is_animated", False):
            return pixels * 8
        case "WEBP":
            return pixels * 4 if _is_lossless_webp(file) else pixels * (3 if "A" in picture.mode else 0)
        case "AVIF":
            return pixels * 9
        case _:
            return pixels * 5


def _jpeg_coefficient_bytes(picture: Image.Image) -> int:
    """A JPEG told in several scans is put together from all its coefficients, two bytes each."""
    if not isinstance(picture, JpegImagePlugin.JpegImageFile) or not picture.info.get("progressive"):
        return 0
    widest = max(horizontal * vertical for _, horizontal, vertical, _ in picture.layer)
    shares = sum(horizontal * vertical / widest for _, horizontal, vertical, _ in picture.layer)
    return round(picture.width * picture.height * shares * _JPEG_BLOCK_BYTES / 64)


def _png_sample_bytes(file: IO[bytes]) -> int:
    file.seek(_PNG_DEPTH_AT)
    return 2 if file.read(1) == b"\x10" else 1


def _is_lossless_webp(file: IO[bytes]) -> bool:
    file.seek(_RIFF_HEADER_BYTES)
    while len(chunk := file.read(8)) == 8:
        if chunk.startswith((b"VP8 ", b"VP8L")):
            return chunk.startswith(b"VP8L")
        length = int.from_bytes(chunk[4:], "little")
        file.seek(length + length % 2, 1)
    return False


def _decode_streamed(file: IO[bytes], header: Header, longest_px: int) -> pyvips.Image:
    """Row by row while it is reduced; JPEG and WebP are roughly reduced by the decoder already."""
    ratio = max(header.width_px, header.height_px) / longest_px
    options: dict[str, float] = {}
    if header.format == "JPEG":
        options["shrink"] = next(shrink for shrink in (8, 4, 2, 1) if shrink <= max(ratio, 1))
    elif header.format == "WEBP" and ratio > 1:
        options["scale"] = 1 / ratio
    file.seek(0)
    image = pyvips.Image.new_from_buffer(file.read(), "", access="sequential", fail_on="error", **options)
    return _reduced(image, longest_px)


def _decode_held(file: IO[bytes], header: Header, longest_px: int) -> pyvips.Image:
    file.seek(0)
    if header.format == "HEIF":
        # It owns the memory behind data, so it has to live until the pixels are copied. libheif turned them.
        picture = pi_heif.open_heif(file)
        turn, bands, data, row_bytes = 1, len(picture.mode), picture.data, picture.stride
    else:
        with Image.open(file, formats=_FORMATS) as whole:
            data = whole.tobytes()
        turn, bands, row_bytes = header.turn, header.bands, header.width_px * header.bands
    rows = pyvips.Image.new_from_memory(data, row_bytes, header.height_px, 1, "uchar")
    image = rows.crop(0, 0, header.width_px * bands, header.height_px).bandfold(factor=bands)
    image = image.copy(interpretation="srgb" if bands > 2 else "b-w")
    image.set_type(pyvips.GValue.gint_type, "orientation", turn)
    return _reduced(_with_profile(image, header), longest_px)


def _with_profile(image: pyvips.Image, header: Header) -> pyvips.Image:
    if header.icc_profile:
        image.set_type(pyvips.GValue.blob_type, "icc-profile-data", header.icc_profile)
    return image


def _reduced(image: pyvips.Image, longest_px: int) -> pyvips.Image:
    small = image.thumbnail_image(longest_px, height=longest_px, size="down", output_profile="srgb")
    return small.autorot().colourspace("srgb").copy_memory()


def _too_many_pixels() -> str:
    return (
        f"Foto ini lebih besar dari {MOST_PIXELS // 1_000_000} megapiksel. "
        "Kecilkan sampai sisi terpanjangnya sekitar 4.000 piksel, lalu unggah lagi."
    )


def _broken() -> str:
    return (
        "Berkas ini rusak atau terpotong, jadi tidak dapat dibaca. "
        "Buka di komputer atau ponsel, simpan ulang sebagai JPEG, lalu unggah hasilnya."
    )
