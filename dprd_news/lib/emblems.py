"""A council's emblem as a square picture; where none was uploaded, the house that pages show instead."""

import io
from functools import lru_cache

from django.core.files.storage import default_storage
from PIL import Image, ImageDraw, ImageOps

from dprd_news.lib.pictures import sound_name

# static/img/emblem.svg on its grid of 48.
GRID = 48
ROOF = ((24, 8), (32, 15), (28.5, 15), (38, 22), (38, 24), (10, 24), (10, 22), (19.5, 15), (16, 15))
PILLARS = ((13, 26), (20, 26), (25, 26), (32, 26))
FLOOR = (10, 37, 38, 40)
# What is left when a launcher cuts an icon to a circle: the middle four fifths (W3C manifest, "safe zone").
SAFE = 0.8
COLOURS = 64
_OVERSAMPLED = 4


def draw_emblem(size_px: int, colour: str, emblem: str = "") -> Image.Image:
    """RGBA; `emblem` names a stored file, "" for none. A picture that is not square stands in the middle."""
    if not emblem:
        return _house(size_px, colour)
    with default_storage.open(sound_name(emblem)) as stored:
        return ImageOps.pad(Image.open(stored).convert("RGBA"), (size_px, size_px), color=(0, 0, 0, 0))


@lru_cache(maxsize=16)
def icon(size_px: int, colour: str, emblem: str, *, is_whole: bool = False) -> bytes:
    """A PNG. `is_whole` fills the square with the colour and keeps the emblem inside what every launcher shows."""
    if is_whole:
        inner_px = round(size_px * SAFE * (0.75 if emblem else 1))
        whole = Image.new("RGBA", (size_px, size_px), colour)
        inner = draw_emblem(inner_px, colour, emblem)
        place = (size_px - inner_px) // 2
        whole.paste(inner, (place, place), inner)
        picture = whole.convert("RGB")
    else:
        # On a palette it weighs a fifth, and every page shows it.
        picture = draw_emblem(size_px, colour, emblem).quantize(COLOURS, method=Image.Quantize.FASTOCTREE)
    content = io.BytesIO()
    picture.save(content, "PNG", optimize=True)
    return content.getvalue()


def _house(size_px: int, colour: str) -> Image.Image:
    large = size_px * _OVERSAMPLED
    scale = large / GRID
    picture = Image.new("RGBA", (large, large), (0, 0, 0, 0))
    pen = ImageDraw.Draw(picture)
    pen.rounded_rectangle((0, 0, large - 1, large - 1), radius=round(10 * scale), fill=colour)
    pen.polygon([(x * scale, y * scale) for x, y in ROOF], fill="white")
    for left, top in PILLARS:
        pen.rectangle((left * scale, top * scale, (left + 3) * scale, (top + 9) * scale), fill="white")
    pen.rectangle([edge * scale for edge in FLOOR], fill="white")
    return picture.resize((size_px, size_px), Image.Resampling.LANCZOS)
