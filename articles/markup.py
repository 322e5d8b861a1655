"""Headings, lists and links of an article's text, kept where an editor changed only words elsewhere."""

import re
from difflib import SequenceMatcher

from dprd_news.lib.html import paragraphs_to_html, plain_text

_BLOCK = re.compile(r"<(/?)(?:p|h2|h3|ul|ol|blockquote|table)\b[^>]*>")
_PARAGRAPH_BREAK = re.compile(r"\n\s*\n")


def with_markup_of(html: str, text: str) -> str:
    """Rich text that says `text`: each block of `html` whose words are all there still, else plain paragraphs."""
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
    parts, at = [], 0
    while at < len(paragraphs):
        block, length = kept.get(at) or (paragraphs_to_html([paragraphs[at]]), 1)
        parts.append(block)
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
    return [_joined(part) for part in _PARAGRAPH_BREAK.split(plain_text(html)) if part.strip()]


def _joined(text: str) -> str:
    return " ".join(text.split())
