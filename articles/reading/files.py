"""A release file's bytes become text."""

import codecs
import re

MAX_BYTES = 1_000_000
# Tab, line ends and the form feed stand in real texts; other control characters mean a binary file.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class UnreadableText(ValueError):
    """The file holds no text that can be read; the message, in Indonesian, says why and what to do."""


def decode(data: bytes) -> str:
    """The text of a file in UTF-8, UTF-16 or Windows-1252, without its byte order mark.

    Raises UnreadableText when it is empty, larger than 1 MB or no text.
    """
    if len(data) > MAX_BYTES:
        raise UnreadableText("Berkas lebih besar dari 1 MB. Simpan naskahnya saja, tanpa gambar.")
    text = _decoded(data)
    if not text.strip("\ufeff\x00 \t\r\n\x0c"):
        raise UnreadableText("Berkas kosong: tidak ada teks di dalamnya.")
    # A stray control character happens in pasted text; one in twenty does not.
    if "\x00" in text or len(CONTROL.findall(text)) * 20 > len(text):
        raise UnreadableText("Berkas ini bukan teks. Simpan naskah sebagai .txt (UTF-8) lalu coba lagi.")
    return text


def _decoded(data: bytes) -> str:
    encoding = next((name for mark, name in BYTE_ORDER_MARKS if data.startswith(mark)), None)
    encoding = encoding or _unmarked_utf16(data)
    for candidate in filter(None, (encoding, "utf-8")):
        try:
            return data.decode(candidate)
        except UnicodeDecodeError:
            continue
    return data.decode("cp1252", errors="replace")


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark shows as a zero in every other byte of Latin text."""
    even, odd = data[:2000:2], data[1:2000:2]
    if not odd or len(data) % 2:
        return None
    if odd.count(0) > 0.7 * len(odd) and even.count(0) == 0:
        return "utf-16-le"
    if even.count(0) > 0.7 * len(even) and odd.count(0) == 0:
        return "utf-16-be"
    return None
