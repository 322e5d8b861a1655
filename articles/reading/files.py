"""A release file's bytes become text."""

import re

from dprd_news.lib.encodings import decoded

MAX_BYTES = 1_000_000
# Tab, line ends and the form feed stand in real texts; other control characters mean a binary file.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")


class UnreadableText(ValueError):
    """The file holds no text that can be read; the message, in Indonesian, says why and what to do."""


def decode(data: bytes) -> str:
    """The text of a file in UTF-8, UTF-16 or Windows-1252, without its byte order mark.

    Raises UnreadableText when it is empty, larger than 1 MB or no text.
    """
    if len(data) > MAX_BYTES:
        raise UnreadableText("Naskah lebih besar dari 1 MB. Kirim teksnya saja, tanpa gambar.")
    text = decoded(data)
    if not text.strip("\ufeff\x00 \t\r\n\x0c"):
        raise UnreadableText("Berkas kosong: tidak ada teks di dalamnya.")
    # A stray control character happens in pasted text; one in twenty does not.
    if "\x00" in text or len(CONTROL.findall(text)) * 20 > len(text):
        raise UnreadableText("Berkas ini bukan teks. Simpan naskah sebagai .txt (UTF-8) lalu coba lagi.")
    return text
