"""An article's text as plain words, a list's items with their marks, and back: headings, lists and links are kept
where an editor changed only words elsewhere."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import count

from dprd_news.lib.html import paragraphs_to_html, plain_text
from dprd_news.lib.items import Marks, items_in, mark_of

_BLOCK = re.compile(r"<(/?)(?:p|h2|h3|ul|ol|blockquote|table)\b[^>]*>")
_PARAGRAPH_BREAK = re.compile(r"\n\s*\n")
_LIST_TAG = re.compile(r"<(/?)(ol|ul|li)>")


def words_of(html: str) -> str:
    """Plain text, paragraphs an empty line apart; "1. " or "- " before each item of a list."""
    marks = Marks()

    def mark(tag: re.Match[str]) -> str:
        if tag[2] == "li":
            return tag[0] if tag[1] else f"{tag[0]}{marks.following()}"
        if tag[1]:
            marks.close()
            return tag[0]
        marks.open(tag[2])
        # Below an item's own words a list of its own begins on another line.
        return f"</p>{tag[0]}"

    return plain_text(_LIST_TAG.sub(mark, html))


def html_of(paragraphs: Sequence[str]) -> str:
    """Rich text of plain paragraphs; two or more that are marked one below the other as items become a list."""
    return _written([_Paragraph.of(text) for text in paragraphs])


def with_markup_of(html: str, text: str) -> str:
    """Rich text that says `text`: each block of `html` and each item of its lists whose words are all there still,
    else paragraphs and items. A new item joins the list that it stands in or below."""
    numbers = count()
    blocks = [_Block.of(block, numbers) for block in _blocks(html)]
    old = [paragraph for block in blocks for paragraph in block.words]
    items = [item for block in blocks for item in block.items]
    new = _paragraphs(text)
    stays = _stays(old, items, new)
    start = 0
    for block in blocks:
        length = len(block.words)
        places = [stays.get(start + n, -1) for n in range(length)]
        first = places[0] if places else -1
        is_whole = first >= 0 and places == list(range(first, first + length))
        if is_whole and not (any(block.items) and _is_grown(new, first, first + length)):
            new[first].block, new[first].length = block.html, length
        start += length
    return _written(new)


@dataclass(frozen=True)
class _Item:
    """An item of a list as it was: the numbers of the lists it stands in, the outermost first, and its rich text."""

    lists: tuple[int, ...]
    html: str


@dataclass(slots=True)
class _Paragraph:
    """A paragraph, with a tag and a mark where it is marked as an item. Where it was there before, `kept` is that
    item; the first of those that make a block as it was has its rich text and how many they are."""

    text: str
    tag: str
    mark: str
    words: str
    is_old: bool = False
    kept: _Item | None = None
    block: str = ""
    length: int = 1

    @classmethod
    def of(cls, text: str) -> "_Paragraph":
        joined = " ".join(text.split())
        mark, end = mark_of(joined)
        return cls(joined, "ol" if mark.isdigit() else "ul" if mark else "", mark, joined[end:])


@dataclass(frozen=True)
class _Block:
    """An outermost block: its rich text, its paragraphs and for each the item that it is, if any."""

    html: str
    words: list[_Paragraph]
    items: list[_Item | None]

    @classmethod
    def of(cls, html: str, numbers: Iterator[int]) -> "_Block":
        words = _paragraphs(words_of(html))
        return cls(html, words, _items_of(html, words, numbers))


def _stays(old: list[_Paragraph], items: list[_Item | None], new: list[_Paragraph]) -> dict[int, int]:
    """The places of old paragraphs by those of the new ones that are the same; new items learn which they were.

    An item is the same whatever its mark, and one whose words were changed stays in its list.
    """
    found: dict[int, int] = {}
    before, after = ([(one.tag, one.words) for one in side] for side in (old, new))
    for kind, start, end, there, until in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind not in {"equal", "replace"}:
            continue
        for at, place in zip(range(start, end), range(there, until), strict=False):
            item, one = items[at], new[place]
            if kind == "equal" and (item or old[at].text == one.text):
                found[at] = place
                one.is_old, one.kept = True, item
            elif item and one.tag == old[at].tag:
                one.kept = _Item(item.lists, _escaped(one.words))
    return found


def _is_grown(new: list[_Paragraph], start: int, end: int) -> bool:
    """Whether a new item stands above or below a list."""
    beside = [*new[max(0, start - 1) : start], *new[end : end + 1]]
    return any(one.tag and not one.is_old and not one.kept for one in beside)


@dataclass
class _Open:
    """A list that is being written: how many items it has, and the first; `number` is None where it is new."""

    tag: str
    number: int | None
    first: _Paragraph
    begins: int
    count: int = 0


class _Writer:
    """Paragraphs on their way into rich text, one after the other."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.open: list[_Open] = []
        self.closed: set[int | None] = set()

    def add(self, one: _Paragraph, goes_on: Collection[int]) -> None:
        """`goes_on` are the lists of the item that follows."""
        if one.block or not one.tag:
            self.close(0)
            self.parts.append(one.block or paragraphs_to_html([one.text]))
        # A list that something else parted would begin again with 1.
        elif one.kept and (one.tag == "ul" or one.kept.lists[-1] not in self.closed):
            self._add_kept(one, one.kept)
        elif depth := self._joined(one):
            self._add_to(depth, one)
        elif one.tag == "ul" or one.mark == "1":
            self.close(len(self.open) if any(each.number in goes_on for each in self.open) else 0)
            self._begin(one, None)
        else:
            self.close(0)
            self.parts.append(paragraphs_to_html([one.text]))

    def close(self, depth: int) -> None:
        """End the lists that are deeper."""
        while len(self.open) > depth:
            last = self.open.pop()
            if not self.open and last.count == 1 and last.number is None:
                self.parts[last.begins :] = [paragraphs_to_html([last.first.text])]
                continue
            self.parts.append(f"</li></{last.tag}>")
            self.closed.add(last.number)

    def _joined(self, one: _Paragraph) -> int:
        """The depth of the innermost list in which a new item is the next one, 0 if there is none."""
        for depth in range(len(self.open), 0, -1):
            each = self.open[depth - 1]
            if each.tag == one.tag and (
                int(one.mark) == each.count + 1
                if one.tag == "ol"
                else each.number is not None or each.first.mark == one.mark
            ):
                return depth
        return 0

    def _add_kept(self, one: _Paragraph, item: _Item) -> None:
        number = item.lists[-1]
        for depth in range(len(self.open), 0, -1):
            each = self.open[depth - 1]
            is_within = depth == 1 or self.open[depth - 2].number in item.lists
            if each.number is None and each.tag == one.tag and depth == len(item.lists) and is_within:
                # New items above those that were there.
                each.number = number
            if each.number == number:
                self._add_to(depth, one)
                return
            if each.number in item.lists:
                break
        else:
            depth = 0
        self.close(depth)
        self._begin(one, number)

    def _begin(self, one: _Paragraph, number: int | None) -> None:
        self.open.append(_Open(one.tag, number, one, len(self.parts)))
        self.parts.append(f"<{one.tag}>")
        self._add_to(len(self.open), one)

    def _add_to(self, depth: int, one: _Paragraph) -> None:
        self.close(depth)
        each = self.open[-1]
        self.parts.append("</li><li>" if each.count else "<li>")
        self.parts.append(one.kept.html if one.kept else _escaped(one.words))
        each.count += 1


def _written(paragraphs: list[_Paragraph]) -> str:
    following: list[tuple[int, ...]] = [()]
    for one in reversed(paragraphs):
        following.append(() if not one.tag else one.kept.lists if one.kept else following[-1])
    following.reverse()
    writer, at = _Writer(), 0
    while at < len(paragraphs):
        writer.add(paragraphs[at], following[at + 1])
        at += paragraphs[at].length
    writer.close(0)
    return "".join(writer.parts)


def _escaped(words: str) -> str:
    return paragraphs_to_html([words])[len("<p>") : -len("</p>")]


def _items_of(html: str, words: list[_Paragraph], numbers: Iterator[int]) -> list[_Item | None]:
    """For each paragraph of a block the item that it is; none in a list that has more in it than items of one
    paragraph each."""
    nothing: list[_Item | None] = [None] * len(words)
    if not html.startswith(("<ol>", "<ul>")):
        return nothing
    found: list[_Item | None] = []
    tags: list[str] = []
    lists: list[tuple[int, str]] = []
    begins, at = False, 0
    for tag in _LIST_TAG.finditer(html):
        between, at = html[at : tag.start()].strip(), tag.end()
        if begins:
            found.append(_Item(tuple(number for number, _ in lists), between))
            tags.append(lists[-1][1])
        elif between:
            return nothing
        begins = tag[0] == "<li>"
        if tag[2] != "li":
            lists[-1:] = [] if tag[1] else [*lists[-1:], (next(numbers), tag[2])]
    return found if tags == [one.tag for one in words] else nothing


def _blocks(html: str) -> list[str]:
    """The outermost blocks of sanitised text, each whole."""
    found, depth, start = [], 0, 0
    for tag in _BLOCK.finditer(html):
        if depth == 0:
            found.append(html[start : tag.start()])
            start = tag.start()
        depth += -1 if tag[1] else 1
        if depth == 0:
            found.append(html[start : tag.end()])
            start = tag.end()
    return [block for block in [*found, html[start:]] if block.strip()]


def _paragraphs(text: str) -> list[_Paragraph]:
    """What an empty line parts, and the items among the lines of one block."""
    parts = (part for block in _PARAGRAPH_BREAK.split(text) for part in _with_items_apart(block))
    return [_Paragraph.of(part) for part in parts if part.strip()]


def _with_items_apart(block: str) -> list[str]:
    """Lines that begin with numbers one after the other, or several with the same bullet, begin an item each."""
    lines = [line.strip() for line in block.split("\n")]
    begin = items_in(lines)
    parts: list[list[str]] = [[]]
    for at, line in enumerate(lines):
        if at in begin:
            parts.append([])
        parts[-1].append(line)
    return [" ".join(part) for part in parts]
