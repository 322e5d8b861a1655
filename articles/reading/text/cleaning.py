"""Clean-up: the marks of Word, chat, HTML and Markdown go, the words and their lines stay."""

import re
from html import unescape

from ..language.passages import Passage

BREAKS = re.compile(r"\r\n?|[\u2028\u2029\x0b\x0c\x85]|<(?:br|/p|/div|/li|/tr|/h[1-6])\b[^<>]{0,200}>", re.I)
SPACES = re.compile(r"[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]|&nbsp;?")
INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufe0f]"
    r"|[\u2190-\u21ff\u2600-\u27bf\U0001f000-\U0001faff]"
)
ENTITY = re.compile(r"&(?:#\d{2,6}|[A-Za-z]{2,8});")
MAX_ENTITIES = 40
COMMENTS = re.compile(
    r"<!--[^<>]{0,2000}-->|<(?:script|style)\b[^<>]{0,300}>[^<]{0,20000}</(?:script|style)>", re.I
)
TAGS = re.compile(r"</?[a-zA-Z][^<>]{0,1000}>")
LINKS = re.compile(r"(?<!!)\[([^\[\]\n]{1,300})\]\([^()\n]{0,500}\)")
# Only whole words in stars or underscores: "(*)" and "(Nuan/red)*" are bylines, and names have neither.
STRESSED = re.compile(r"(?<![\w*(])\*{1,3}((?=[^\s*/)])[^*\n]{1,400}?)(?<=\S)\*{1,3}(?![\w*])")
UNDERLINED = re.compile(r"(?<!\w)_((?=\S)[^_\n]{1,400}?)(?<=\S)_(?!\w)")
# WhatsApp's: "~3~ 5" was struck out, and "```word```" is set apart.
STRUCK_OUT = re.compile(r"(?<![\w~])~(?=[^\s~])[^~\n]{1,200}(?<=\S)~(?![\w~]) ?")
MONOSPACED = re.compile(r"`{1,3}([^`\n]{1,400})`{1,3}")
HEADINGS = re.compile(r"^[ ]*(?:#{1,6}|>)[ ]+", re.M)
RUNS = re.compile(r"[ ]{2,}")
# "Dewi Lestari , S.H. ; Raka": the space belongs behind the sign.
STRAY = re.compile(r"(?<=[\w.]) +(?=[,;])")
# "Perundang - undangan"
PARTED = re.compile(r"(?<=[Uu]ndang) ?[-–] ?(?=[Uu]ndang)")
GAPS = re.compile(r"(?: ?\n){3,}")
# A release has some dozens, a page some hundreds.
MOST_LINES = 3_000


def cleaned(source: str) -> Passage:
    """The text without marks of Word, chat, HTML and Markdown; line ends are newlines, spaces single."""
    passage = (
        Passage.of(source).without(COMMENTS).without(BREAKS, "\n").without(SPACES, " ").without(INVISIBLE)
    )
    passage = passage.without(TAGS)
    for entity in sorted(set(ENTITY.findall(passage.text)))[:MAX_ENTITIES]:
        character = unescape(entity)
        if character != entity:
            passage = passage.without(re.compile(re.escape(entity)), character)
    for marks in (LINKS, STRUCK_OUT, MONOSPACED, STRESSED, UNDERLINED, HEADINGS):
        passage = passage.without(marks)
    return passage.without(RUNS, " ").without(STRAY).without(PARTED, "-").without(GAPS, "\n\n")


def plain_lines(passage: Passage) -> list[Passage]:
    """The lines one by one, and what a text of far too many has left as one line."""
    *lines, rest = passage.lines(MOST_LINES)
    return [*lines, Passage(rest.text.replace("\n", " "), rest.offsets)]
