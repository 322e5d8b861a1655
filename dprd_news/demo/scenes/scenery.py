"""What several scenes share: sky, hills, trees, houses and street furniture."""

from itertools import pairwise
from random import Random

from dprd_news.demo.scenes.canvas import Canvas, Colour, Point, curve, darker, lighter, mix
from dprd_news.demo.scenes.palettes import CREAM, INK, WATER, WOOD, Palette


def sky(c: Canvas, p: Palette, chance: Random, horizon: float) -> None:
    """Sky with sun, clouds and two rows of hills that stand on `horizon`."""
    c.fade(0, horizon + 2, p.sky_top, p.sky_bottom)
    x, y = chance.uniform(120, 880), horizon * chance.uniform(0.2, 0.36)
    for reach, alpha in ((120, 50), (84, 90), (54, 255)):
        c.oval(x, y, reach, reach, (*p.sun, alpha))
    for _ in range(chance.randint(3, 5)):
        cloud(c, chance.uniform(0, 1000), horizon * chance.uniform(0.1, 0.55), chance.uniform(34, 62))
    for lift, colour in ((0.34, lighter(p.hill, 0.4)), (0.2, p.hill)):
        ridge(c, chance, horizon, horizon * lift, colour)


def cloud(c: Canvas, x: float, y: float, size: float) -> None:
    white = (255, 255, 255, 215)
    c.rect(x - size * 1.7, y, x + size * 1.7, y + size * 0.62, white, size * 0.3)
    c.oval(x - size * 0.5, y + 4, size * 0.7, size * 0.6, white)
    c.oval(x + size * 0.45, y + size * 0.1, size * 0.56, size * 0.46, white)


def ridge(c: Canvas, chance: Random, base: float, height: float, colour: Colour) -> None:
    points: list[Point] = [(-20, base)]
    peaks = [(x, base - height * chance.uniform(0.3, 1)) for x in range(-20, 1060, 170)]
    for (x, y), (next_x, next_y) in pairwise(peaks):
        middle = (x + next_x) / 2
        points += [(x, y), *curve((x, y), (middle, min(y, next_y) - height * 0.12), (next_x, next_y), 16)]
    c.shape([*points, (1040, base)], colour)


def tree(c: Canvas, x: float, base: float, size: float, leaf: Colour, kind: int = 0) -> None:
    """`size` units high; kind 0 round, 1 tall, 2 a palm-like fan."""
    c.oval(x, base, size * 0.32, size * 0.05, (20, 40, 40, 50))
    c.rect(x - size * 0.04, base - size * 0.5, x + size * 0.04, base, darker(WOOD, 0.25), size * 0.02)
    if kind == 1:
        c.oval(x, base - size * 0.62, size * 0.2, size * 0.4, leaf)
        c.oval(x - size * 0.05, base - size * 0.7, size * 0.1, size * 0.26, lighter(leaf, 0.16))
        return
    lobes = [(-0.2, 0.55, 0.23), (0.2, 0.57, 0.22), (0, 0.75, 0.27), (0, 0.5, 0.22)]
    for dx, dy, reach in lobes:
        c.oval(x + dx * size, base - dy * size, reach * size, reach * size, leaf)
    for dx, dy, reach in ((-0.1, 0.8, 0.13), (-0.24, 0.6, 0.1)):
        c.oval(x + dx * size, base - dy * size, reach * size, reach * size, lighter(leaf, 0.18))


def bush(c: Canvas, x: float, base: float, size: float, leaf: Colour) -> None:
    for dx, reach in ((-0.5, 0.4), (0.5, 0.42), (0, 0.55)):
        c.oval(x + dx * size, base - reach * size * 0.7, reach * size, reach * size * 0.8, leaf)
    c.rect(x - size * 0.9, base - size * 0.3, x + size * 0.92, base, leaf, size * 0.15)


def panes(c: Canvas, box: tuple[float, float, float, float], columns: int, rows: int, glass: Colour) -> None:
    """A grid of windows that fills `box` (left, top, right, bottom) with gaps between."""
    left, top, right, bottom = box
    wide, high = (right - left) / columns, (bottom - top) / rows
    for column in range(columns):
        for row in range(rows):
            x, y = left + column * wide, top + row * high
            c.rect(x + wide * 0.2, y + high * 0.2, x + wide * 0.8, y + high * 0.84, glass, 2)
            c.shape(
                [
                    (x + wide * 0.2, y + high * 0.6),
                    (x + wide * 0.6, y + high * 0.2),
                    (x + wide * 0.2, y + high * 0.2),
                ],
                (255, 255, 255, 70),
            )


def flag(c: Canvas, x: float, base: float, height: float) -> None:
    c.rect(x - 2.5, base - height, x + 2.5, base, (206, 210, 214))
    wide, high = height * 0.26, height * 0.085
    for row, colour in enumerate(((204, 52, 56), (252, 252, 250))):
        top = base - height + 4 + row * high
        wave = curve((x + 2, top), (x + wide * 0.5, top + high * 0.6), (x + wide, top), 12)
        under = [(px, py + high) for px, py in reversed(wave)]
        c.shape(wave + under, colour)


def house(c: Canvas, x: float, base: float, size: float, wall: Colour, roof: Colour) -> None:
    c.rect(x, base - size * 0.62, x + size, base, wall)
    c.shape(
        [
            (x - size * 0.12, base - size * 0.6),
            (x + size * 0.5, base - size * 1.1),
            (x + size * 1.12, base - size * 0.6),
        ],
        roof,
    )
    c.rect(x + size * 0.14, base - size * 0.42, x + size * 0.4, base - size * 0.18, darker(WATER, 0.25), 2)
    c.rect(x + size * 0.58, base - size * 0.44, x + size * 0.82, base, darker(WOOD, 0.15), 2)


def skyline(c: Canvas, p: Palette, chance: Random, base: float, tallest: float) -> None:
    x = -10.0
    while x < 1000:
        wide, high = chance.uniform(60, 120), tallest * chance.uniform(0.4, 1)
        tone = mix(p.hill, chance.choice([p.wall, p.sky_top, p.roof]), 0.35)
        c.rect(x, base - high, x + wide, base, tone, 3)
        panes(
            c,
            (x + 6, base - high + 8, x + wide - 6, base - 8),
            3,
            max(2, int(high / 34)),
            (*lighter(tone, 0.5), 190),
        )
        x += wide + chance.uniform(-2, 10)


def bunting(c: Canvas, p: Palette, y: float) -> None:
    rope = curve((-10, y), (500, y + 90), (1010, y), 26)
    c.line(rope, INK, 2)
    for step, (x, yy) in enumerate(rope):
        c.shape([(x - 12, yy), (x + 12, yy), (x, yy + 24)], (p.accent, p.roof, CREAM, p.leaf)[step % 4])


def lamp(c: Canvas, x: float, base: float, high: float) -> None:
    c.rect(x - high * 0.012, base - high, x + high * 0.012, base, INK)
    c.line([(x, base - high), (x + high * 0.16, base - high * 1.03)], INK, high * 0.02)
    c.oval(x + high * 0.17, base - high * 1.01, high * 0.05, high * 0.025, (255, 236, 170))


def bench(c: Canvas, x: float, base: float, wide: float, colour: Colour) -> None:
    c.oval(x, base, wide * 0.56, wide * 0.06, (20, 40, 30, 60))
    for side in (-0.4, 0.4):
        c.rect(x + side * wide - 5, base - wide * 0.5, x + side * wide + 5, base, INK, 3)
    for y in (0.5, 0.38, 0.22):
        c.rect(
            x - wide / 2, base - wide * y, x + wide / 2, base - wide * (y - 0.085), mix(colour, WOOD, 0.5), 4
        )
