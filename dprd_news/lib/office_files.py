"""Word and Excel files are zip archives of XML: looked over before anything reads them."""

import io
import zipfile

MOST_PARTS = 1_000


class Broken(ValueError):
    """No such archive, or one that cannot be read."""


class TooLarge(ValueError):
    """It would unpack too far."""


class TooLong(TooLarge):
    """One of its XML parts would."""


class Hostile(ValueError):
    """XML that names entities or other files."""


def check(data: bytes, main_part: str, most_unpacked_bytes: int, most_xml_bytes: int) -> None:
    """Raises Broken, TooLarge, TooLong or Hostile. `main_part` is what an archive of the wanted kind holds."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if main_part not in archive.namelist():
                raise Broken
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > most_unpacked_bytes:
                raise TooLarge
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    _check_xml(archive, part, most_xml_bytes)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        if isinstance(error, Broken | TooLarge | Hostile):
            raise
        raise Broken from error


def _check_xml(archive: zipfile.ZipFile, part: zipfile.ZipInfo, most_bytes: int) -> None:
    if part.file_size > most_bytes:
        raise TooLong
    content = archive.read(part)
    # A zero byte means UTF-16 or UTF-32, in which the next check could be evaded; Word and Excel write UTF-8.
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content or b"\x00" in content:
        raise Hostile
