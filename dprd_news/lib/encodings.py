"""Which letters the bytes of a text file mean."""

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decoded(data: bytes) -> str:
    """The text in UTF-8, UTF-16 or Windows-1252, without its byte order mark; never an error."""
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), None)
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
