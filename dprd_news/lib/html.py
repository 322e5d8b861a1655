"""Rich text: cleaned on the way in, marked safe here and nowhere else.

One allow-list says what an article's text may hold. `sanitise` runs in forms and in `save()`; what it
returns is stored, so the other functions may rely on its shape (lower-case tags, closed paragraphs).
"""

import html as entities
import json
import re
from collections.abc import Callable, Iterable
from typing import Any

import nh3
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from dprd_news.lib.characters import seen

TAGS = {
    "p",
    "br",
    "h2",
    "h3",
    "strong",
    "em",
    "ul",
    "ol",
    "li",
    "blockquote",
    "a",
    "table",
    "caption",
    "thead",
    "tbody",
    "tfoot",
    "tr",
    "th",
    "td",
}
ATTRIBUTES = {"a": {"href"}, "th": {"colspan", "rowspan", "scope"}, "td": {"colspan", "rowspan"}}
URL_SCHEMES = {"http", "https", "mailto", "tel"}
DROPPED_WITH_CONTENT = {"script", "style", "title", "template", "noscript"}
# Feeds carry the article's photo in the text, pages do not.
FEED_TAGS = TAGS | {"figure", "figcaption", "img"}
FEED_ATTRIBUTES = ATTRIBUTES | {"img": {"src", "alt", "width", "height"}}

# Other editors' and Word's words for what the allow-list has under another name.
_SYNONYMS = {"b": "strong", "i": "em", "div": "p", "h1": "h2", "h4": "h3", "h5": "h3", "h6": "h3"}
_SYNONYM_TAG = re.compile(r"<(/?)(b|i|div|h1|h4|h5|h6)(?=[\s/>])", re.IGNORECASE)
_EMPTY_LINES = re.compile(r"\n\n\n+")
_EMPTY_PARAGRAPH = re.compile(r"<p>(?:\s|&nbsp;|<br>)*</p>")
_BLOCK_END = re.compile(r"</(?:p|h2|h3|li|blockquote|tr|caption|figcaption)>")
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_LINK = re.compile(r'<a href="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)[^>]*>")
_MOST_PASSES = 6
_TABLE_BOX = '<div class="table" role="group" aria-label="Tabel" tabindex="0">'
# What an editor calls the formatting that words alone do not show.
_MARKS = {
    "strong": "tebal",
    "em": "miring",
    "h2": "judul bagian",
    "h3": "subjudul",
    "ul": "daftar",
    "ol": "daftar bernomor",
    "li": "butir",
    "blockquote": "kutipan",
    "table": "tabel",
    "tr": "baris",
    "th": "kepala kolom",
    "td": "sel",
    "caption": "judul tabel",
}
_MARKED_TAG = re.compile(rf"<(/?)({'|'.join(_MARKS)})(?=[ >])[^>]*>")
MARK = re.compile(rf"\[/?(?:{'|'.join(_MARKS.values())})\]")
# The text editor writes these with a paragraph inside, others without.
_WRAPPED = re.compile(r"(?<=<li>)<p>|(?<=<t[hd]>)<p>|</p>(?=</(?:li|th|td)>)")
# In a script element nothing else is read as markup; the last two end a line for old JavaScript.
_NOT_IN_SCRIPT = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}

_cleaner = nh3.Cleaner(
    tags=TAGS,
    clean_content_tags=DROPPED_WITH_CONTENT,
    attributes=ATTRIBUTES,
    url_schemes=URL_SCHEMES,
    link_rel="noopener",
)
_stripper = nh3.Cleaner(tags=set(), clean_content_tags=DROPPED_WITH_CONTENT)


def _clean_once(html: str) -> str:
    # Each time anew: an entity is a character only once it has been cleaned.
    renamed = _SYNONYM_TAG.sub(lambda tag: f"<{tag[1]}{_SYNONYMS[tag[2].lower()]}", seen(html))
    return _EMPTY_PARAGRAPH.sub("", _cleaner.clean(renamed)).strip()


def sanitise(html: str) -> str:
    """Only what the allow-list names; a second run changes nothing. Empty paragraphs go."""
    html = html.replace("\x00", "")
    for _ in range(_MOST_PASSES):
        cleaned = _clean_once(html)
        if cleaned == html:
            return cleaned
        html = cleaned
    # Markup that never settles was made to confuse a parser; its words are kept, nothing else.
    return paragraphs_to_html([plain_text(html)])


def safe(html: str) -> SafeString:
    """Stored rich text for a template. Only for what `sanitise` returned.

    A table stands in a box of its own, which moves sideways on a narrow screen, by keyboard too.
    """
    boxed = html.replace("<table>", f"{_TABLE_BOX}<table>").replace("</table>", "</table></div>")
    # Every writer sanitises, the model's save() too.
    return mark_safe(boxed)  # noqa: S308  # nosec B308 B703


def json_script(data: Any, mime: str) -> SafeString:
    """The data as a script element of that type, which no browser runs: JSON that cannot end the element."""
    words = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_NOT_IN_SCRIPT)
    # Nothing in it can be read as markup any more.
    return format_html('<script type="{}">{}</script>', mime, mark_safe(words))  # noqa: S308  # nosec B308 B703


def with_marks(parts: Iterable[tuple[str, bool]]) -> SafeString:
    """Plain text in parts, for each whether it is to be marked."""
    written = (
        f"<mark>{entities.escape(text)}</mark>" if is_hit else entities.escape(text) for text, is_hit in parts
    )
    # Each part has just been escaped.
    return mark_safe("".join(written))  # noqa: S308  # nosec B308 B703


def plain_text(html: str) -> str:
    """The words alone: blocks stand apart by an empty line, a line break stays one."""
    spaced = _BLOCK_END.sub("\n\n", html.replace("\n", " ")).replace("<br>", "\n").replace("</td>", " ")
    text = entities.unescape(_stripper.clean(spaced))
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return _EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip()


def plain_beginning(html: str, length: int) -> str:
    """Not less than so many characters of `plain_text`, where it has them, without reading all of a long text."""
    start = html[: 2 * length]
    text = plain_text(start)
    return text if len(text) > length or len(start) == len(html) else plain_text(html)


def text_with_links(html: str) -> str:
    """The words with each link's address behind its own: for editors, who must see where a link leads."""
    return plain_text(_LINK.sub(r"\2 (\1)", sanitise(html)))


def text_with_marks(html: str) -> str:
    """The same with the formatting said in words, `[tebal] kata [/tebal]`: two texts that differ in nothing
    else differ here. A line that ends early and the end of a paragraph are marked too."""
    whole = _LINK.sub(r"\2 (\1)", _WRAPPED.sub("", sanitise(html)))
    ends = whole.replace("<br>", " ↵ ").replace("</p>", " ¶</p>")
    return plain_text(_MARKED_TAG.sub(lambda tag: f" [{tag[1]}{_MARKS[tag[2]]}] {tag[0]}", ends))


def paragraphs_to_html(paragraphs: Iterable[str]) -> str:
    """One <p> for each plain text that is not blank; white space inside is made single blanks."""
    words = (" ".join(paragraph.replace("\x00", "").split()) for paragraph in paragraphs)
    return "".join(f"<p>{entities.escape(text, quote=False)}</p>" for text in words if text)


def typed(html: str) -> str:
    """What a text box holds, sanitised. Words without any markup were typed where no editor runs: each line
    that is not blank becomes a paragraph."""
    return sanitise(html) if "<" in html else paragraphs_to_html(entities.unescape(html).splitlines())


def blocks(html: str) -> list[str]:
    """The outermost elements one by one: paragraphs, headings, whole lists and tables."""
    found, start, depth = [], 0, 0
    for tag in _TAG.finditer(html):
        if tag[2] == "br":
            continue
        depth += -1 if tag[1] else 1
        if depth == 0:
            found.append(html[start : tag.end()].strip())
            start = tag.end()
    rest = html[start:].strip()
    return [*found, rest] if rest else found


def relinked(html: str, address_of: Callable[[str], str]) -> str:
    """Stored rich text with each link's address changed; '' leaves the words without a link."""

    def link(match: re.Match[str]) -> str:
        address = address_of(entities.unescape(match[1]))
        return f'<a href="{entities.escape(address)}">{match[2]}</a>' if address else match[2]

    return _LINK.sub(link, html)


def first_paragraph(html: str) -> str:
    """Plain text of the first paragraph that has words; '' if there is none."""
    texts = (plain_text(match[1]) for match in _PARAGRAPH.finditer(html))
    return next((text for text in texts if text), "")


def absolute_links(html: str, base: str) -> str:
    """Rich text for a feed: links and picture addresses made whole against base, the page's own address."""
    return nh3.clean(
        html,
        tags=FEED_TAGS,
        attributes=FEED_ATTRIBUTES,
        url_schemes=URL_SCHEMES,
        link_rel="noopener",
        url_relative=("rewrite_with_base", base),
    )
