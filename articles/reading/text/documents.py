"""A Word file becomes the text of a release and its pictures. The file is checked before it is read."""

import io
from collections import deque
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import PurePosixPath
from typing import Any

import mammoth

from dprd_news.lib import office_files
from dprd_news.lib.items import Marks
from dprd_news.lib.word_numbers import printed_marks

from .files import UnreadableText, decode

MOST_BYTES = 20_000_000
MOST_UNPACKED_BYTES = 120_000_000
# A release of forty pages has a tenth of this; reading takes fifty times as much memory.
MOST_XML_BYTES = 2_000_000
MOST_PICTURES = 20
PICTURE_TYPES = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp", "image/gif": "gif"}
BLOCKS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "tr"}
SAVE_AS_DOCX = "Buka di Word, pilih Simpan Sebagai .docx, atau salin isinya lalu tempel di kotak naskah."
BROKEN = UnreadableText(f"Berkas Word ini rusak atau bukan .docx. {SAVE_AS_DOCX}")


@dataclass(frozen=True)
class Document:
    """The text with an empty line between paragraphs; pictures as (file name, content) in their order."""

    text: str
    pictures: list[tuple[str, bytes]] = field(default_factory=list)


def read_document(data: bytes, name: str) -> Document:
    """A dropped file's text and pictures: .docx, or plain text.

    Raises UnreadableText for anything else, for what is broken, and for what was built to do harm.
    """
    if len(data) > MOST_BYTES:
        raise UnreadableText("Berkas ini lebih besar dari 20 MB. Kirim fotonya terpisah, lalu coba lagi.")
    suffix = PurePosixPath(name).suffix.lower()
    if data.startswith(b"%PDF") or suffix == ".pdf":
        raise UnreadableText(
            "PDF belum dapat dibaca. Buka berkasnya, salin teksnya, lalu tempel di kotak naskah."
        )
    if data.startswith(b"\xd0\xcf\x11\xe0") or suffix in {".doc", ".odt", ".rtf"}:
        raise UnreadableText(f"Berkas {suffix or 'lama'} belum dapat dibaca, hanya .docx. {SAVE_AS_DOCX}")
    if data.startswith(b"PK") or suffix == ".docx":
        return _read_docx(data)
    return Document(decode(data))


def _read_docx(data: bytes) -> Document:
    _check(data)
    pictures: list[tuple[str, bytes]] = []

    def keep(image: Any) -> dict[str, str]:
        suffix = PICTURE_TYPES.get(image.content_type)
        if suffix and len(pictures) < MOST_PICTURES:
            with image.open() as content:
                pictures.append((f"gambar-{len(pictures) + 1}.{suffix}", content.read()))
        return {"src": ""}

    try:
        html = mammoth.convert_to_html(
            io.BytesIO(data),
            convert_image=mammoth.images.img_element(keep),
            external_file_access=False,
            include_embedded_style_map=False,
        ).value
        printed = printed_marks(data)
    # Whatever the file's parts say about each other, its reader may stumble over it in any way.
    except Exception as error:
        raise BROKEN from error
    text = _Lines.of(html, printed)
    if not text.strip():
        raise UnreadableText("Tidak ada teks di dalam berkas Word ini. Salin naskahnya ke kotak naskah.")
    return Document(text, pictures)


def _check(data: bytes) -> None:
    """Refuses what would unpack too far, and XML that names entities or other files."""
    try:
        office_files.check(data, "word/document.xml", MOST_UNPACKED_BYTES, MOST_XML_BYTES)
    except office_files.Broken as error:
        raise BROKEN from error
    except office_files.TooLong as error:
        raise UnreadableText(
            "Naskah di berkas Word ini terlalu panjang. Tempel bagian rilisnya saja."
        ) from error
    except office_files.TooLarge as error:
        raise UnreadableText("Berkas Word ini terlalu besar setelah dibuka. Tempel teksnya saja.") from error
    except office_files.Hostile as error:
        raise UnreadableText(
            "Berkas Word ini memuat perintah yang tidak lazim dan ditolak. Salin teksnya lalu tempel."
        ) from error


class _Lines(HTMLParser):
    """The blocks of simple HTML as text; the cells of a row on one line, parted by commas; items with their marks.

    `printed` has the marks that Word prints, by the words of the item. An item of which it has none is counted,
    unless it is alone in its list: that may be any of a list that goes on below a paragraph.
    """

    def __init__(self, printed: dict[str, list[str]]) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[str] = []
        self.words: list[str] = []
        self.rows = 0
        self.printed = {words: deque(marks) for words, marks in printed.items()}
        self.marks = Marks()
        # Of each list that is open, its items: the number of its block, and the words to put there if it stays alone.
        self.lists: list[list[tuple[int, str]]] = []
        # Of the item that is being read: its mark, and the items of its list.
        self.item: tuple[str, list[tuple[int, str]]] | None = None

    @classmethod
    def of(cls, html: str, printed: dict[str, list[str]]) -> str:
        lines = cls(printed)
        lines.feed(html)
        lines.close()
        lines._end_block()
        return "\n\n".join(lines.blocks)

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        if tag == "tr":
            self._end_block()
            self.rows += 1
        elif tag == "br":
            self.words.append("\n")
        elif tag in {"ol", "ul"}:
            self.marks.open(tag)
            self.lists.append([])
        elif tag == "li" and self.lists and not self.rows:
            self._end_block()
            self.item = self.marks.following(), self.lists[-1]

    def handle_endtag(self, tag: str) -> None:
        if tag == "tr":
            self.rows -= 1
        elif tag in {"ol", "ul"} and self.lists:
            self.marks.close()
            items = self.lists.pop()
            if len(items) == 1:
                place, text = items[0]
                self.blocks[place] = text
        if tag in {"td", "th"}:
            self.words.append(", ")
        elif tag in BLOCKS:
            if self.rows:
                self.words.append(" ")
            else:
                self._end_block()

    def _end_block(self) -> None:
        lines = (" ".join(line.split()) for line in "".join(self.words).split("\n"))
        text = "\n".join(line for line in lines if line).strip(" ,").replace(" , ", ", ")
        item, self.words, self.item = self.item, [], None
        if text:
            self.blocks.append(self._marked(text, *item) if item else text)

    def _marked(self, text: str, mark: str, items: list[tuple[int, str]]) -> str:
        """An item's words behind the mark that Word prints or, where that is not known, the one that was counted."""
        known = self.printed.get(" ".join(text.split()))
        printed = known.popleft() if known else None
        is_counted = printed is None and mark[0].isdigit()
        marked = f"{printed}{text}" if printed is not None and mark[0].isdigit() else f"{mark}{text}"
        items.append((len(self.blocks), text if is_counted else marked))
        return marked
