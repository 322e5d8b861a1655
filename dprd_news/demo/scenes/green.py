"""Scenes with much green: river, park, waste sorting."""

from collections.abc import Callable
from random import Random

from dprd_news.demo.scenes.canvas import Canvas, Colour, Point, curve, darker, lighter, mix
from dprd_news.demo.scenes.palettes import CREAM, INK, WATER, WOOD, Palette
from dprd_news.demo.scenes.scenery import (
    bench,
    bush,
    house,
    lamp,
    sky,
    tree,
)


def river(c: Canvas, p: Palette, chance: Random) -> None:
    horizon = c.height * 0.42
    sky(c, p, chance, horizon)
    c.fade(horizon, c.height, p.ground, darker(p.ground, 0.14))
    _village(c, p, chance, horizon + 42)
    bend, end = chance.uniform(180, 820), c.height
    far = chance.uniform(470, 530)
    left = curve((far - 22, horizon + 10), (bend - 190, horizon + (end - horizon) * 0.45), (180, end))
    right = curve((far + 22, horizon + 10), (bend + 130, horizon + (end - horizon) * 0.45), (860, end))
    c.shape(
        [(x - 26, y) for x, y in left] + [(x + 26, y) for x, y in reversed(right)], mix(WOOD, p.ground, 0.4)
    )
    c.shape(left + right[::-1], mix(WATER, p.sky_top, 0.16))
    for step in range(6, 40, 2):
        a, b = left[step], right[step]
        x = a[0] + (b[0] - a[0]) * chance.uniform(0.15, 0.7)
        c.rect(x, a[1], x + (b[0] - a[0]) * 0.16, a[1] + 1 + step * 0.12, (255, 255, 255, 120), 3)
    _bridge(c, p, left[13], right[13])
    for step in range(8, 41, 3):
        for (x, y), push in ((left[step], -1), (right[step], 1)):
            bush(
                c,
                x + push * (30 + step * 1.4),
                y + 6,
                9 + step * 0.7,
                mix(p.leaf, p.ground, chance.random() * 0.4),
            )
    for x in (60, 930):
        tree(c, x, c.height * chance.uniform(0.78, 0.9), c.height * 0.42, darker(p.leaf, 0.1))


def _village(c: Canvas, p: Palette, chance: Random, base: float) -> None:
    """A row of houses on each side of the middle."""
    for side in (30, 560):
        for step in range(4):
            x = side + step * 100 + chance.uniform(-14, 14)
            house(
                c,
                x,
                base + chance.uniform(0, 14),
                chance.uniform(58, 82),
                mix(p.wall, chance.choice([p.accent, CREAM, p.sky_top]), 0.3),
                mix(p.roof, WOOD, chance.random() * 0.5),
            )


def _bridge(c: Canvas, p: Palette, left: Point, right: Point) -> None:
    y = left[1]
    deck = curve((left[0] - 60, y), ((left[0] + right[0]) / 2, y - 44), (right[0] + 60, y), 20)
    c.shape(deck + [(x, yy + 16) for x, yy in reversed(deck)], mix(p.roof, WOOD, 0.4))
    for x, yy in deck[::2]:
        c.rect(x - 2, yy - 24, x + 2, yy, CREAM)
    c.line([(x, yy - 24) for x, yy in deck], CREAM, 5)


def park(c: Canvas, p: Palette, chance: Random) -> None:
    horizon = c.height * 0.5
    sky(c, p, chance, horizon)
    c.fade(horizon, c.height, lighter(p.ground, 0.1), darker(p.ground, 0.12))
    for step in range(9):
        tree(
            c,
            30 + step * 118 + chance.uniform(-30, 30),
            horizon + chance.uniform(8, 34),
            chance.uniform(120, 190),
            mix(p.leaf, p.hill, 0.35),
            step % 2,
        )
    side = chance.choice([-1, 1])
    pond = 500 + side * 270
    c.oval(pond, c.height * 0.68, 178, 50, mix(CREAM, p.ground, 0.4))
    c.oval(pond, c.height * 0.68, 166, 43, mix(WATER, p.sky_top, 0.16))
    for dx in (-60, 10, 70):
        c.rect(
            pond + dx,
            c.height * 0.68 + dx * 0.12,
            pond + dx + 46,
            c.height * 0.68 + dx * 0.12 + 4,
            (255, 255, 255, 130),
            2,
        )
    _path(c, p, chance, horizon + 26, side)
    bench(c, 500 - side * 250, c.height * 0.76, 150, p.accent)
    lamp(c, 500 - side * 120, c.height * 0.7, 200)
    tree(c, 500 - side * 400, c.height * 0.86, c.height * 0.5, p.leaf)
    tree(c, 500 + side * 440, c.height * 0.94, c.height * 0.46, darker(p.leaf, 0.1))


def _path(c: Canvas, p: Palette, chance: Random, start: float, side: int) -> None:
    """A winding path from `start` down to the viewer, flowers along both edges."""
    bend = 500 - side * chance.uniform(60, 200)
    left = curve((488, start), (bend - 60, c.height * 0.72), (360, c.height))
    right = curve((512, start), (bend + 70, c.height * 0.72), (660, c.height))
    c.shape(left + right[::-1], mix(CREAM, WOOD, 0.18))
    flowers = [p.accent, (236, 110, 120), CREAM, (244, 206, 90)]
    for step in range(14, 40, 2):
        for x, y in (left[step], right[step]):
            c.oval(x, y, 4 + step * 0.14, 4 + step * 0.1, chance.choice(flowers))


def garbage(c: Canvas, p: Palette, chance: Random) -> None:
    horizon = c.height * 0.6
    sky(c, p, chance, horizon)
    for x in (40, 130, 880, 965):
        tree(c, x, horizon + 4, chance.uniform(180, 260), p.leaf, chance.randint(0, 1))
    c.fade(horizon, c.height, mix(CREAM, INK, 0.2), mix(CREAM, INK, 0.34))
    left, right, top = 170, 830, horizon - 200
    c.rect(left, top, right, horizon, mix(p.wall, p.leaf, 0.12))
    c.shape(
        [(left - 40, top), (left - 20, top - 70), (right + 40, top - 30), (right + 40, top)],
        mix(p.leaf, INK, 0.2),
    )
    for x in range(left, right, 34):
        c.line([(x, top - 4), (x + 6, top - 58 + (x - left) * 0.05)], (255, 255, 255, 50), 3)
    for x in (left + 40, left + 260, left + 480):
        c.rect(x, top + 50, x + 150, horizon, mix(INK, p.leaf, 0.2), 4)
        for slat in range(5):
            c.rect(x, top + 54 + slat * 14, x + 150, top + 62 + slat * 14, (255, 255, 255, 34))
    colours = [(70, 148, 92), (62, 122, 180), (236, 184, 66), (206, 86, 72), (120, 96, 150)]
    chance.shuffle(colours)
    base = horizon + (c.height - horizon) * 0.62
    for step, colour in enumerate(colours):
        bin_(c, 130 + step * 186, base, 130, colour)
    for x in range(-20, 1000, 90):
        bush(c, x + chance.uniform(-8, 8), c.height + 6, 48, mix(p.leaf, p.ground, chance.random() * 0.4))


def bin_(c: Canvas, x: float, base: float, wide: float, colour: Colour) -> None:
    high = wide * 1.35
    c.oval(x, base, wide * 0.6, wide * 0.08, (20, 20, 30, 70))
    c.shape(
        [
            (x - wide / 2, base - high),
            (x + wide / 2, base - high),
            (x + wide * 0.4, base - 6),
            (x - wide * 0.4, base - 6),
        ],
        colour,
    )
    c.shape(
        [
            (x + wide * 0.2, base - high),
            (x + wide / 2, base - high),
            (x + wide * 0.4, base - 6),
            (x + wide * 0.16, base - 6),
        ],
        darker(colour, 0.14),
    )
    c.rect(x - wide * 0.56, base - high - 14, x + wide * 0.56, base - high + 10, darker(colour, 0.25), 9)
    c.rect(x - wide * 0.14, base - high - 26, x + wide * 0.14, base - high - 12, darker(colour, 0.35), 6)
    c.ring(x, base - high * 0.52, wide * 0.19, CREAM, 8)
    c.shape([(x, base - high * 0.6), (x + 14, base - high * 0.45), (x - 14, base - high * 0.45)], CREAM)
    for side in (-0.3, 0.3):
        c.oval(x + side * wide, base - 4, 11, 11, INK)


SCENES: dict[str, Callable[[Canvas, Palette, Random], None]] = {
    "river": river,
    "park": park,
    "garbage": garbage,
}
