"""Exact words found in and removed from any text: plain, rich, or inside JSON.

Words are found as a page shows them: across inline tags, line breaks and runs of blanks, whatever kind of
quotation mark or dash stands between them, in capitals or not, but never inside a longer word. The marks of a
list's items stand between words like line breaks: rich text has none.
"""

import html as entities
import json
import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import unquote

from dprd_news.lib.items import MARK, without_marks

REMOVED = "[…]"
LEAST_CHARACTERS = 3
# Between two words: blanks, and at a line's beginning the mark of an item.
_GAP = rf"\s+(?:(?<=\n)[^\S\n]*{MARK}\s*)?"
_ALIKE = ('"“”„«»', "'‘’‚`´", "-‐‑‒–—−")
_TAG = re.compile(r"</?[a-z][^>]*>", re.IGNORECASE)
_TOKEN = re.compile(r"<[^>]*>|&(?:#\d+|#x[\da-f]+|\w+);|.", re.IGNORECASE | re.DOTALL)
_INLINE = re.compile(r"</?(?:a|strong|em|b|i|u|span|sup|sub|mark)(?=[\s/>])", re.IGNORECASE)
_LINK = re.compile(r"<a(?=[\s>])", re.IGNORECASE)
_EMPTY = re.compile(r"<(p|li|strong|em|b|i|h2|h3|blockquote)>\s*</\1>")


class Passage:
    """The words to look for. Raises ValueError for fewer characters: too few to be told from other words."""

    def __init__(self, words: str, least: int = LEAST_CHARACTERS) -> None:
        parts = without_marks(words).split()
        if len("".join(parts)) < least:
            raise ValueError("too few characters")
        text = _GAP.join("".join(map(_alike, part)) for part in parts)
        self._pattern = re.compile(rf"(?<!\w){text}(?!\w)", re.IGNORECASE)

    def is_in(self, value: Any) -> bool:
        return self.removed_from(value) != value

    def removed_from(self, value: Any) -> Any:
        """The value without the words; anything but text and JSON is returned as it is."""
        if isinstance(value, dict):
            return {key: self.removed_from(part) for key, part in value.items()}
        if isinstance(value, list | tuple):
            return [self.removed_from(part) for part in value]
        if not isinstance(value, str):
            return value
        stored = _json(value)
        if stored is not None:
            cleaned = self.removed_from(stored)
            return value if cleaned == stored else json.dumps(cleaned)
        return self._from_html(value) if _TAG.search(value) else self._pattern.sub(REMOVED, value)

    def _from_html(self, html: str) -> str:
        tokens = _TOKEN.findall(html)
        shown, places = _shown(tokens)
        found = list(self._pattern.finditer(shown))
        gone = {places[at] for match in found for at in range(*match.span())}
        kept = ["" if at in gone and not _is_tag(token) else token for at, token in enumerate(tokens)]
        for match in found:
            kept[places[match.start()]] = REMOVED
        self._drop_links(tokens, kept, gone)
        cleaned = "".join(kept)
        while cleaned != (emptied := _EMPTY.sub("", cleaned) if found else cleaned):
            cleaned = emptied
        return cleaned

    def _drop_links(self, tokens: list[str], kept: list[str], gone: set[int]) -> None:
        """A link over what was removed leads to it as well: its tags go, its other words stay."""
        start: int | None = None
        for at, token in enumerate(tokens):
            if _LINK.match(token):
                start = at
            elif token.lower() == "</a>" and start is not None:
                address = unquote(entities.unescape(tokens[start]))
                if gone & set(range(start, at)) or self._pattern.search(address):
                    kept[start] = kept[at] = ""
                start = None


def without(passages: Iterable[str], value: Any) -> Any:
    """Text, or lists and dicts of it, from which those words are removed, however short they are."""
    for words in passages:
        value = Passage(words, least=1).removed_from(value)
    return value


def _shown(tokens: list[str]) -> tuple[str, list[int]]:
    """The characters a reader sees, and for each the token it comes from."""
    characters, places = [], []
    for at, token in enumerate(tokens):
        text = "" if _INLINE.match(token) else "\n" if _is_tag(token) else entities.unescape(token)
        characters.append(text)
        places += [at] * len(text)
    return "".join(characters), places


def _is_tag(token: str) -> bool:
    return len(token) > 1 and token.startswith("<")


def _alike(character: str) -> str:
    group = next((group for group in _ALIKE if character in group), "")
    return f"[{re.escape(group)}]" if group else re.escape(character)


def _json(text: str) -> Any:
    """What a text field holds as JSON: a list or an object; None for other text."""
    if not text.startswith(("[", "{")):
        return None
    try:
        stored = json.loads(text)
    except ValueError:
        return None
    return stored if isinstance(stored, list | dict) else None
