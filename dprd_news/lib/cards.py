"""The picture a shared link shows, drawn from words and a photo: knows no model, and stores nothing.

Messengers show 1200 by 630 pixels and drop what is heavy, so every card is a JPEG of MOST_BYTES at most. The
words stand on a ground that is dark enough whatever the photo is: see SCRIM.
"""

import io
import math
import unicodedata
from dataclasses import astuple, dataclass
from functools import lru_cache

from django.contrib.staticfiles import finders
from django.core.files.storage import default_storage
from django.utils.crypto import salted_hmac
from PIL import Image, ImageDraw, ImageFont, ImageOps

from dprd_news.lib.emblems import draw_emblem
from dprd_news.lib.pictures import SHARE_PX

# Raised whenever the drawing below changes, so that every card gets a new address.
DESIGN = 2
MOST_BYTES = 250_000
QUALITIES = (84, 76, 68, 58, 45)
FONT = "fonts/plus-jakarta-sans.woff2"
# Sizes of the headline, the largest first, each with the lines it may fill: large letters must not hide the photo.
HEADLINE = {68: 3, 60: 3, 52: 4, 45: 5, 38: 6}
LINE = 1.22
MARGIN = 64
BAR_PX = 96
PORTRAIT_PX = 300
# How much of a white photo is left behind the words: white on what remains is 9 to 1.
SCRIM = (12, 18, 28, 190)
FADE_PX = 170
INK = "#ffffff"
_WEIGHTS = {"bold": 750, "plain": 550}

Words = list[str]


@dataclass(frozen=True)
class Card:
    """`emblem`, `photo` and `portrait` are names of stored files, "" for none; the colour is #rrggbb.

    The focal point is 0 to 100 from the photo's left and top.
    """

    kicker: str
    headline: str
    site: str
    colour: str
    emblem: str = ""
    photo: str = ""
    focal_x: int = 50
    focal_y: int = 50
    portrait: str = ""

    @property
    def key(self) -> str:
        """Another one as soon as anything on the card is; nobody can guess it, or learn the words from it."""
        return salted_hmac("dprd_news.lib.cards", repr((DESIGN, astuple(self)))).hexdigest()[:24]


def draw(card: Card) -> bytes:
    """A JPEG of SHARE_PX."""
    canvas = _ground(card)
    pen = ImageDraw.Draw(canvas)
    width_px = SHARE_PX[0] - 2 * MARGIN - (PORTRAIT_PX + MARGIN if card.portrait else 0)
    font, lines = fit(drawable(card.headline), width_px)
    line_px = round(font.size * LINE)
    bottom = SHARE_PX[1] - BAR_PX - 36
    top = bottom - line_px * len(lines)
    if card.photo:
        _shade(canvas, top - 56)
    if card.portrait:
        _paste_portrait(canvas, card.portrait)
    small = _font("bold", 26)
    kicker = _cut(drawable(card.kicker).upper(), small, width_px)
    pen.text((MARGIN, top - 18), kicker, font=small, fill=INK, anchor="ls")
    for number, line in enumerate(lines):
        pen.text((MARGIN, top + number * line_px), line, font=font, fill=INK, anchor="la")
    _draw_bar(canvas, card)
    return _encoded(canvas)


def fit(text: str, width_px: int) -> tuple[ImageFont.FreeTypeFont, Words]:
    """The largest size of HEADLINE at which all the words fit, and their lines; at the smallest the rest is cut."""
    for size, most in HEADLINE.items():
        font = _font("bold", size)
        lines = _wrapped(text, font, width_px)
        if len(lines) <= most:
            return font, _balanced(text, font, width_px, len(lines))
    return font, [*lines[: most - 1], _cut(" ".join(lines[most - 1 :]), font, width_px)]


def drawable(text: str) -> str:
    """The text without what the font has no sign for; letters with foreign marks lose the marks."""
    plain = "".join(char if _has_sign(char) else _simpler(char) for char in " ".join(text.split()))
    return " ".join(plain.split())


@lru_cache(maxsize=16)
def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    path = finders.find(FONT)
    if not isinstance(path, str):
        raise FileNotFoundError(FONT)
    font = ImageFont.truetype(path, size)
    font.set_variation_by_axes([_WEIGHTS[weight]])
    return font


@lru_cache(maxsize=2048)
def _has_sign(char: str) -> bool:
    if char == " ":
        return True
    font = _font("bold", 20)
    sign, missing = font.getmask(char), font.getmask("\U0010fffd")
    return bool(sign.size[0]) and bytes(sign) != bytes(missing)


def _simpler(char: str) -> str:
    return "".join(part for part in unicodedata.normalize("NFKD", char) if _has_sign(part))


def _wrapped(text: str, font: ImageFont.FreeTypeFont, width_px: int) -> Words:
    """Lines no wider than that; a word too long for one line goes on in the next."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= width_px:
            lines[-1] = longer
            continue
        lines.append(word)
        while font.getlength(lines[-1]) > width_px:
            whole = lines.pop()
            cut = next(at for at in range(len(whole) - 1, 0, -1) if font.getlength(whole[:at]) <= width_px)
            lines += [whole[:cut], whole[cut:]]
    return [line for line in lines if line]


def _balanced(text: str, font: ImageFont.FreeTypeFont, width_px: int, count: int) -> Words:
    """As many lines of the most even width; none is narrower than its longest word."""
    low, high = math.ceil(max(map(font.getlength, text.split(" ")))) - 1, width_px
    while high - low > 1:
        middle = (low + high) // 2
        is_enough = len(_wrapped(text, font, middle)) <= count
        low, high = (low, middle) if is_enough else (middle, high)
    return _wrapped(text, font, high)


def _cut(text: str, font: ImageFont.FreeTypeFont, width_px: int) -> str:
    """The text or, where it is too wide, as much of it as fits before an ellipsis."""
    if font.getlength(text) <= width_px:
        return text
    while text and font.getlength(f"{text}…") > width_px:
        text = text[:-1]
    return f"{text.rstrip()}…"


def _ground(card: Card) -> Image.Image:
    if card.photo:
        with default_storage.open(card.photo) as stored:
            photo = Image.open(stored).convert("RGB")
        return ImageOps.fit(photo, SHARE_PX, centering=(card.focal_x / 100, card.focal_y / 100))
    canvas = Image.new("RGB", SHARE_PX, card.colour)
    # A darker foot and a large pale circle: something to look at where there is no photo.
    pen = ImageDraw.Draw(canvas, "RGBA")
    pen.ellipse((760, -420, 1500, 320), fill=(255, 255, 255, 18))
    pen.ellipse((900, -300, 1360, 160), fill=(255, 255, 255, 18))
    return canvas


def _shade(canvas: Image.Image, top: int) -> None:
    """Darken the photo from `top` down, with a soft edge above."""
    red, green, blue, strength = SCRIM
    height = SHARE_PX[1]
    column = Image.new("L", (1, height))
    for y in range(height):
        share = min(1.0, max(0.0, (y - top + FADE_PX) / FADE_PX))
        column.putpixel((0, y), round(strength * share))
    canvas.paste(Image.new("RGB", SHARE_PX, (red, green, blue)), mask=column.resize(SHARE_PX))


def _paste_portrait(canvas: Image.Image, name: str) -> None:
    with default_storage.open(name) as stored:
        portrait = ImageOps.fit(
            Image.open(stored).convert("RGB"), (PORTRAIT_PX, PORTRAIT_PX), centering=(0.5, 0.2)
        )
    mask = Image.new("L", (PORTRAIT_PX * 2, PORTRAIT_PX * 2))
    ImageDraw.Draw(mask).ellipse((0, 0, PORTRAIT_PX * 2 - 1, PORTRAIT_PX * 2 - 1), fill=255)
    place = (SHARE_PX[0] - MARGIN - PORTRAIT_PX, (SHARE_PX[1] - BAR_PX - PORTRAIT_PX) // 2)
    canvas.paste(portrait, place, mask.resize((PORTRAIT_PX, PORTRAIT_PX), Image.Resampling.LANCZOS))


def _draw_bar(canvas: Image.Image, card: Card) -> None:
    """Who publishes, along the foot."""
    top = SHARE_PX[1] - BAR_PX
    pen = ImageDraw.Draw(canvas)
    pen.rectangle((0, top, *SHARE_PX), fill=card.colour)
    pen.line((0, top, SHARE_PX[0], top), fill=INK, width=2)
    emblem = draw_emblem(64, card.colour, card.emblem)
    canvas.paste(emblem, (MARGIN, top + 16), emblem)
    left = MARGIN + 64 + 20
    font = _font("plain", 32)
    name = _cut(drawable(card.site), font, SHARE_PX[0] - left - MARGIN)
    pen.text((left, top + BAR_PX // 2), name, font=font, fill=INK, anchor="lm")


def _encoded(canvas: Image.Image) -> bytes:
    for quality in QUALITIES:
        content = io.BytesIO()
        canvas.save(content, "JPEG", quality=quality, progressive=True, optimize=True)
        if content.tell() <= MOST_BYTES:
            break
    return content.getvalue()
