"""An article's text as plain words, a list's items with their marks, and back: headings, lists and links are kept
where an editor changed only words elsewhere."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from dprd_news.lib.html import paragraphs_to_html, plain_text
from dprd_news.lib.items import Marks

_BLOCK = re.compile(r"<(/?)(?:p|h2|h3|ul|ol|blockquote|table)\b[^>]*>")
_PARAGRAPH_BREAK = re.compile(r"\n\s*\n")
_LIST_TAG = re.compile(r"<(/?)(ol|ul|li)>")
_NUMBER = re.compile(r"(\d{1,2})[.)] ?(?=[^\d\s])")
_BULLET = re.compile(r"[•·▪] ?(?=\S)|[-–] (?=\S)")


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
    parts, at = [], 0
    while at < len(paragraphs):
        tag, items = _list_at(paragraphs, at)
        if len(items) > 1:
            written = (paragraphs_to_html([item])[len("<p>") : -len("</p>")] for item in items)
            parts.append(f"<{tag}>{''.join(f'<li>{item}</li>' for item in written)}</{tag}>")
        else:
            parts.append(paragraphs_to_html([paragraphs[at]]))
        at += max(1, len(items))
    return "".join(parts)


def _list_at(paragraphs: Sequence[str], start: int) -> tuple[str, list[str]]:
    """The tag and the bare items of the list that begins there; numbers count up from one."""
    items: list[str] = []
    if _BULLET.match(paragraphs[start]):
        for text in paragraphs[start:]:
            mark = _BULLET.match(text)
            if mark is None or mark[0][0] != paragraphs[start][0]:
                break
            items.append(text[mark.end() :])
        return "ul", items
    for text in paragraphs[start:]:
        mark = _NUMBER.match(text)
        if mark is None or int(mark[1]) != len(items) + 1:
            break
        items.append(text[mark.end() :])
    return "ol", items


def with_markup_of(html: str, text: str) -> str:
    """Rich text that says `text`: each block of `html` whose words are all there still, else paragraphs and lists."""
    paragraphs = [_joined(part) for part in _PARAGRAPH_BREAK.split(text)]
    blocks = [(block, _paragraphs(block)) for block in _blocks(html)]
    old = [paragraph for _, words in blocks for paragraph in words]
    stays: dict[int, int] = {}
    for match in SequenceMatcher(None, old, paragraphs, autojunk=False).get_matching_blocks():
        stays |= {match.a + n: match.b + n for n in range(match.size)}
    kept: dict[int, tuple[str, int]] = {}
    start = 0
    for block, words in blocks:
        places = [stays.get(start + n) for n in range(len(words))]
        first = places[0] if places else None
        if first is not None and places == list(range(first, first + len(words))):
            kept[first] = (block, len(words))
        start += len(words)
    return _written(paragraphs, kept)


def _written(paragraphs: list[str], kept: dict[int, tuple[str, int]]) -> str:
    parts: list[str] = []
    at = 0
    while at < len(paragraphs):
        if at in kept:
            block, length = kept[at]
            parts.append(block)
        else:
            length = next((n for n in range(1, len(paragraphs) - at) if at + n in kept), len(paragraphs) - at)
            parts.append(html_of(paragraphs[at : at + length]))
        at += length
    return "".join(parts)


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


def _paragraphs(html: str) -> list[str]:
    return [_joined(part) for part in _PARAGRAPH_BREAK.split(words_of(html)) if part.strip()]


def _joined(text: str) -> str:
    return " ".join(text.split())
