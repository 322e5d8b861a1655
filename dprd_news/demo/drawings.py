"""Illustrations for the demo: drawn places without a person, an abstract emblem, initials instead of a portrait."""

import random
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

from dprd_news.demo.scenes import green, indoors, town
from dprd_news.demo.scenes.canvas import Canvas, Colour, darker, lighter
from dprd_news.demo.scenes.palettes import INK, PALETTES

SCENES = town.SCENES | green.SCENES | indoors.SCENES


class Tile(NamedTuple):
    ground: Colour
    figure: Colour


TILES = [
    Tile((33, 88, 120), (246, 196, 106)),
    Tile((46, 110, 94), (250, 222, 170)),
    Tile((146, 72, 64), (250, 214, 180)),
    Tile((86, 76, 136), (214, 226, 250)),
    Tile((120, 92, 48), (248, 232, 186)),
    Tile((60, 70, 92), (168, 212, 216)),
]


def draw(scene: str, seed: int, size: tuple[int, int]) -> Image.Image:
    """RGB, the same pixels for the same arguments. Raises KeyError for a scene that nobody draws."""
    # Chosen for looks and repeatability, not for secrecy.
    chance = random.Random(f"{scene}-{seed}")  # noqa: S311
    width, height = size
    # A scene needs room: a tall picture is the middle of a square one.
    drawn_width = max(width, height)
    canvas = Canvas((drawn_width, height))
    SCENES[scene](canvas, PALETTES[seed % len(PALETTES)], chance)
    left = (drawn_width - width) // 2
    return canvas.finished().crop((left, 0, left + width, height))


def draw_emblem(size: tuple[int, int]) -> Image.Image:
    """A shield of hills, water and a star that is no city's arms; RGBA, clear around the shield."""
    canvas = Canvas(size)
    edge, field, gold = (24, 62, 98), (58, 124, 165), (244, 196, 92)
    middle = canvas.height / 2
    _shield(canvas, middle, 470, edge)
    _shield(canvas, middle, 436, (250, 250, 246))
    _shield(canvas, middle, 414, field)
    canvas.star(500, middle - 190, 92, 8, gold, inner=0.62)
    canvas.shape([(170, middle + 70), (370, middle - 110), (520, middle + 70)], (40, 104, 88))
    canvas.shape([(380, middle + 70), (620, middle - 150), (832, middle + 70)], (62, 138, 104))
    for step, colour in enumerate(((236, 244, 248), field, (236, 244, 248), field)):
        top, inset = middle + 70 + step * 44, 164 + step * 26
        canvas.rect(inset, top, 1000 - inset, top + 26, colour, 13)
    mask = Canvas(size)
    mask.rect(0, 0, 1000, mask.height, (0, 0, 0))
    _shield(mask, middle, 470, (255, 255, 255))
    emblem = canvas.finished()
    emblem.putalpha(mask.finished().convert("L"))
    return emblem


def _shield(canvas: Canvas, middle: float, reach: float, fill: Colour) -> None:
    """A rounded square that ends in a point, `reach` units from the middle on each side."""
    wide = reach * 0.84
    canvas.rect(500 - wide, middle - reach, 500 + wide, middle + reach * 0.25, fill, reach * 0.16)
    canvas.rect(500 - wide, middle - reach * 0.3, 500 + wide, middle + reach * 0.25, fill)
    for side in (-1, 1):
        sweep = [(500.0, middle + reach * 0.2), (500 + side * wide, middle + reach * 0.2)]
        sweep += [
            (500 + side * wide * (1 - (t / 40) ** 2), middle + reach * (0.2 + 0.8 * t / 40))
            for t in range(41)
        ]
        canvas.shape(sweep, fill)


def draw_portrait(seed: int, size: tuple[int, int], initials: str) -> Image.Image:
    """A coloured tile with one to three letters, for people who do not exist."""
    chance = random.Random(f"portrait-{seed}")  # noqa: S311
    tile = TILES[seed % len(TILES)]
    canvas = Canvas(size)
    canvas.fade(0, canvas.height, lighter(tile.ground, 0.12), darker(tile.ground, 0.2))
    for _ in range(3):
        x, y = chance.uniform(0, 1000), chance.uniform(0, canvas.height)
        canvas.ring(x, y, chance.uniform(180, 460), (*lighter(tile.ground, 0.3), 110), chance.uniform(14, 60))
    canvas.oval(500, canvas.height / 2, 310, 310, (*darker(tile.ground, 0.35), 235))
    canvas.ring(500, canvas.height / 2, 310, tile.figure, 12)
    picture = canvas.finished()
    font = ImageFont.load_default(size=size[0] * (0.26 if len(initials) < 3 else 0.2))
    ImageDraw.Draw(picture).text(
        (size[0] / 2, size[1] / 2), initials, font=font, fill=tile.figure or INK, anchor="mm"
    )
    return picture
