"""The way of a picture: from whatever an editor uploads to the files that pages show.

An upload is checked before a pixel is decoded, reduced, turned upright, brought to sRGB and written anew,
so nothing hidden in it survives: no place, no camera, no text, no second file behind the first. What comes
out is the master; every file that a page shows is made from it.
"""

import hashlib
import io
import re
import secrets
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import PurePosixPath
from typing import IO, Literal

import pyvips
from django.utils import timezone
from PIL import Image, ImageOps

from dprd_news.lib import decoding
from dprd_news.lib.decoding import UnreadableImage

MOST_BYTES = 40 * 1024 * 1024
TOO_LARGE = (
    f"Berkas ini lebih besar dari {MOST_BYTES >> 20} MB. "
    "Kecilkan fotonya atau simpan dengan mutu JPEG sekitar 85, lalu unggah lagi."
)
MASTER_LONGEST_PX = 4000
WIDTHS = (480, 800, 1200, 1600)
# Portraits and emblems: a face in a list, 52 CSS pixels on the sharpest screen, and the picture itself.
FACE_WIDTH_PX, SMALL_WIDTH_PX = 160, 480
# For whoever prints the picture: 20 cm at 300 dots an inch. No page shows it.
FULL_WIDTH_PX = 2400
FORMS = ("avif", "webp", "jpeg")
EXTENSIONS = {
    "JPEG": ("jpg", "jpeg", "jpe", "jfif"),
    "PNG": ("png",),
    "WEBP": ("webp",),
    "AVIF": ("avif",),
    "HEIF": ("heic", "heif", "hif"),
}
SUFFIXES = {"avif": ".avif", "webp": ".webp", "jpeg": ".jpg"}
# AVIF speed 8 gives files a third larger than speed 6, in a third of the time.
_SAVE_OPTIONS: dict[str, dict[str, int | bool]] = {
    "avif": {"quality": 60, "speed": 8},
    "webp": {"quality": 78, "method": 4},
    "jpeg": {"quality": 80, "progressive": True, "optimize": True},
}
_MASTER_QUALITY = 88
# A photo of 50 megapixels takes a process to 320 MB, and each thread that has held one keeps memory for the next: four
# at once took 510 MB in four threads, 440 through one.
_ONE_AT_A_TIME = ThreadPoolExecutor(max_workers=1, thread_name_prefix="images")
_CHUNK_BYTES = 1024 * 1024
# "IMG-20261124-WA0003.jpg", "WhatsApp Image 2026-11-24 at 10.15.30.jpeg", "PXL_20261124_031530.jpg"
_DAY_IN_NAME = re.compile(r"(?<!\d)(20\d\d)(-?)(\d\d)\2(\d\d)(?!\d)", re.ASCII)
_MASTER_NAME = re.compile(r"originals/([\w-]{2}/[\w-]+)\.(?:jpg|png)", re.ASCII)

__all__ = ["FORMS", "WIDTHS", "Received", "UnreadableImage", "receive", "rendition", "renditions"]


@dataclass(frozen=True)
class Received:
    """A master, and what the upload told; sha256 is that of the uploaded bytes, in hex.

    taken_on is what the camera wrote or else what the file's name says, None for neither: a proposal, since
    clocks are often wrong, and a messenger names a file by the day it was sent.
    """

    content: bytes
    extension: Literal["jpg", "png"]
    width_px: int
    height_px: int
    sha256: str
    taken_on: date | None


def receive(file: IO[bytes], name: str) -> Received:
    """Check and re-encode an upload. Raises UnreadableImage with the reason and what to do next, in Indonesian."""
    return _ONE_AT_A_TIME.submit(_received, file, name).result()


def _received(file: IO[bytes], name: str) -> Received:
    suffix = _suffix_of(name)
    sha256 = sha256_of(file)
    header = decoding.read_header(file)
    _check_suffix(suffix, header.format)
    image = decoding.decode(file, header, MASTER_LONGEST_PX)
    content, extension = _master(image)
    day = _taken_on(header) or _day_in(name)
    return Received(content, extension, image.width, image.height, sha256, day)


def rendition(master: IO[bytes], width_px: int, fmt: str) -> bytes:
    """The master at that width, never wider than it is; height in proportion."""
    image = _ONE_AT_A_TIME.submit(_open_master, master).result()
    return _in_forms(image, width_px, [fmt])[0]


def offered(master: IO[bytes], width_px: int, fmt: str) -> bool:
    """Whether that is one of the sizes and forms which pages show of the master. Raises OSError for a broken one."""
    master.seek(0)
    with Image.open(master, formats=["JPEG", "PNG"]) as image:
        widths = {*widths_of(image.width), *small_widths(image.width)}
        return width_px in widths or (fmt == "jpeg" and width_px == full_width(image.width))


def renditions(master: IO[bytes]) -> Iterator[tuple[int, str, bytes]]:
    """Every width and form of a master: width in pixels, form, content. The full size is a JPEG alone."""
    image = _ONE_AT_A_TIME.submit(_open_master, master).result()
    full_px = full_width(image.width)
    if full_px > WIDTHS[-1]:
        yield full_px, "jpeg", _in_forms(image, full_px, ["jpeg"])[0]
    for width_px in widths_of(image.width):
        for fmt, content in zip(FORMS, _in_forms(image, width_px, FORMS), strict=True):
            yield width_px, fmt, content


def widths_of(width_px: int) -> list[int]:
    """The widths that a master so wide is shown in: the usual ones below it, and its own if it is the largest."""
    return sorted({width for width in WIDTHS if width < width_px} | {min(width_px, WIDTHS[-1])})


def small_widths(width_px: int) -> list[int]:
    """The widths in which a portrait or an emblem so wide is shown."""
    return sorted({min(FACE_WIDTH_PX, width_px), min(SMALL_WIDTH_PX, width_px)})


def full_width(width_px: int) -> int:
    """The widest that a master so wide is given away in."""
    return min(width_px, FULL_WIDTH_PX)


def crop(master: IO[bytes], width_px: int, height_px: int, focal_x: int, focal_y: int, fmt: str) -> bytes:
    """A part of the master, in the ratio asked for and in size `cropped_px`.

    The focal point is 0 to 100 from the left and top; the cut lies as CSS's object-position lays it, so that
    what is cut here and what a page cuts are the same.
    """
    image = _open_master(master)
    size = cropped_px(image.width, image.height, width_px, height_px)
    return _encode(ImageOps.fit(image, size, centering=(focal_x / 100, focal_y / 100)), fmt)


def cropped_px(whole_width_px: int, whole_height_px: int, width_px: int, height_px: int) -> tuple[int, int]:
    """The size of a part: a master too small is not enlarged, so the ratio stays and the size shrinks."""
    scale = min(whole_width_px / width_px, whole_height_px / height_px, 1)
    return max(1, round(width_px * scale)), max(1, round(height_px * scale))


def unguessable_name(extension: str) -> str:
    """'originals/ab/<22 characters>.jpg': 128 random bits, spread over folders."""
    token = secrets.token_urlsafe(16)
    return f"originals/{secrets.token_hex(1)}/{token}.{extension}"


def rendition_name(master_name: str, width_px: int | str, fmt: str) -> str:
    """'renditions/ab/<the master's characters>/800.avif'; a part bears its own name for a width. Raises ValueError if it is no master's name."""
    match = _MASTER_NAME.fullmatch(master_name)
    if match is None:
        raise ValueError(f"{master_name!r} is no master's name")
    return f"renditions/{match[1]}/{width_px}{SUFFIXES[fmt]}"


def _suffix_of(name: str) -> str:
    if not name.isprintable() or "/" in name or "\\" in name or name in {"", ".", ".."}:
        raise UnreadableImage(
            "Nama berkas ini berupa jalur folder atau memuat tanda yang tidak sah. "
            "Beri nama sederhana seperti foto-rapat.jpg, lalu unggah lagi."
        )
    suffix = PurePosixPath(name).suffix.removeprefix(".").lower()
    if suffix not in {known for all_known in EXTENSIONS.values() for known in all_known}:
        kind = (
            "Gambar SVG tidak diterima" if suffix == "svg" else f"Berkas “{name}” tidak berakhiran nama foto"
        )
        raise UnreadableImage(f"{kind}. {decoding.ACCEPTED}")
    return suffix


def sha256_of(file: IO[bytes]) -> str:
    """In hex. Raises UnreadableImage for a file that is too large."""
    digest = hashlib.sha256()
    size = 0
    file.seek(0)
    while chunk := file.read(_CHUNK_BYTES):
        size += len(chunk)
        if size > MOST_BYTES:
            raise UnreadableImage(TOO_LARGE)
        digest.update(chunk)
    return digest.hexdigest()


def _check_suffix(suffix: str, format_name: str) -> None:
    if suffix not in EXTENSIONS[format_name]:
        usual = EXTENSIONS[format_name][0]
        raise UnreadableImage(
            f"Nama berkas ini berakhiran .{suffix}, tetapi isinya gambar {usual.upper()}. "
            f"Ubah akhirannya menjadi .{usual}, lalu unggah lagi."
        )


def _taken_on(header: decoding.Header) -> date | None:
    try:
        return datetime.strptime(header.date_taken[:10], "%Y:%m:%d").date()
    except ValueError:
        return None


def _day_in(name: str) -> date | None:
    for found in _DAY_IN_NAME.finditer(name):
        try:
            day = date(int(found[1]), int(found[3]), int(found[4]))
        except ValueError:
            continue
        if day <= timezone.localdate():
            return day
    return None


def _master(image: pyvips.Image) -> tuple[bytes, Literal["jpg", "png"]]:
    if image.hasalpha():
        if image[image.bands - 1].min() < 255:
            return image.write_to_buffer(".png", keep="none"), "png"
        image = image[: image.bands - 1]
    return image.write_to_buffer(".jpg", Q=_MASTER_QUALITY, keep="none", optimize_coding=True), "jpg"


def _open_master(master: IO[bytes]) -> Image.Image:
    master.seek(0)
    image = Image.open(master, formats=["JPEG", "PNG"])
    image.load()
    return image


def _resized(image: Image.Image, width_px: int) -> Image.Image:
    width_px = min(width_px, image.width)
    height_px = max(1, round(image.height * width_px / image.width))
    return image.resize((width_px, height_px), Image.Resampling.LANCZOS, reducing_gap=3.0)


def _in_forms(image: Image.Image, width_px: int, forms: Sequence[str]) -> list[bytes]:
    def encoded() -> list[bytes]:
        smaller = _resized(image, width_px)
        return [_encode(smaller, fmt) for fmt in forms]

    return _ONE_AT_A_TIME.submit(encoded).result()


def _encode(image: Image.Image, fmt: str) -> bytes:
    if fmt == "jpeg" and image.mode == "RGBA":
        # JPEG knows no transparency; what shows through is white, like the page.
        paper = Image.new("RGB", image.size, "white")
        paper.paste(image, mask=image.getchannel("A"))
        image = paper
    content = io.BytesIO()
    image.save(content, fmt.upper(), **_SAVE_OPTIONS[fmt])
    return content.getvalue()
