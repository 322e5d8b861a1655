"""A release file's bytes become text, and pasted text is looked over."""

import re

from dprd_news.lib.encodings import decoded

MAX_BYTES = 1_000_000
# Tab, line ends and the form feed stand in real texts; other control characters mean a binary file.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")
EMPTY = "\ufeff\x00 \t\r\n\x0c"


class UnreadableText(ValueError):
    """The file holds no text that can be read; the message, in Indonesian, says why and what to do."""


def decode(data: bytes) -> str:
    """The text of a file in UTF-8, UTF-16 or Windows-1252, without its byte order mark.

    Raises UnreadableText when it is empty, larger than 1 MB or no text.
    """
    if len(data) > MAX_BYTES:
        raise UnreadableText("Naskah lebih besar dari 1 MB. Kirim teksnya saja, tanpa gambar.")
    text = decoded(data)
    if not text.strip(EMPTY):
        raise UnreadableText("Berkas kosong: tidak ada teks di dalamnya.")
    if _is_binary(text):
        raise UnreadableText("Berkas ini bukan teks. Simpan naskah sebagai .txt (UTF-8) lalu coba lagi.")
    return text


def check_pasted(text: str) -> str:
    """What stood in the box, with what was read from files beside it, its lines ending in \\n.

    Raises UnreadableText as `decode` does, in words for somebody who has no file.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    if len(text.encode()) > MAX_BYTES:
        raise UnreadableText("Naskah lebih besar dari 1 MB. Tempel beberapa rilis saja sekaligus.")
    if not text.strip(EMPTY):
        raise UnreadableText(
            "Belum ada naskah. Tempel teksnya, atau pilih berkas Word (.docx); foto saja belum cukup."
        )
    if _is_binary(text):
        raise UnreadableText(
            "Yang ditempel bukan teks yang dapat dibaca. Salin lagi naskahnya dari Word, WhatsApp, surel, atau blog."
        )
    return text


def _is_binary(text: str) -> bool:
    # A stray control character happens in pasted text; one in twenty does not.
    return "\x00" in text or len(CONTROL.findall(text)) * 20 > len(text)
