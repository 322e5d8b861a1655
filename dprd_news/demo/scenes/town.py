"""Scenes of a town: council building, market, road, school."""

from collections.abc import Callable
from random import Random

from dprd_news.demo.scenes.canvas import Canvas, Colour, Point, darker, lighter, mix
from dprd_news.demo.scenes.palettes import CREAM, INK, WATER, WOOD, Palette
from dprd_news.demo.scenes.scenery import (
    bunting,
    bush,
    flag,
    lamp,
    panes,
    sky,
    skyline,
    tree,
)


def building(c: Canvas, p: Palette, chance: Random) -> None:
    horizon = c.height * 0.7
    sky(c, p, chance, horizon)
    c.fade(horizon, c.height, p.ground, darker(p.ground, 0.16))
    for x in (60, 150, 850, 940):
        tree(
            c,
            x + chance.uniform(-20, 20),
            horizon + 6,
            chance.uniform(150, 220),
            p.leaf,
            chance.randint(0, 1),
        )
    wide, high = chance.uniform(300, 350), chance.uniform(150, 185)
    left, right, top = 500 - wide, 500 + wide, horizon - high
    c.rect(left, top, right, horizon, p.wall)
    c.rect(left, top, right, top + 16, darker(p.wall, 0.12))
    panes(c, (left + 16, top + 22, right - 16, horizon - 8), 14, 2, mix(WATER, INK, 0.25))
    _roof(c, p, left, right, top, chance.uniform(0.7, 1))
    _porch(c, p, horizon, high)
    c.shape(
        [(440, horizon + 12), (560, horizon + 12), (700, c.height), (300, c.height)],
        mix(CREAM, p.ground, 0.2),
    )
    for x in (200, 250, 300, 700, 750, 800):
        bush(c, x, horizon + 24, 26, darker(p.leaf, 0.1))
    flag(c, chance.choice([250.0, 750.0]), horizon + 60, 260)
    _flowers(c, p, chance, horizon)


def _flowers(c: Canvas, p: Palette, chance: Random, horizon: float) -> None:
    """Dots all over the lawn but not on the path."""
    for _ in range(60):
        x, y = chance.uniform(0, 1000), chance.uniform(horizon + 50, c.height)
        if abs(x - 500) > 80 + (y - horizon) * 0.5:
            c.oval(x, y, 4, 3, chance.choice([p.accent, CREAM, lighter(p.ground, 0.3)]))


def _roof(c: Canvas, p: Palette, left: float, right: float, top: float, steep: float) -> None:
    """Two wide tiers with upturned eaves."""
    for inset, base, rise in ((0, top, 70 * steep), (150, top - 74 * steep, 90 * steep)):
        eave = 44
        outline = [
            (left + inset - eave, base - 8),
            (left + inset - eave, base + 4),
            (right - inset + eave, base + 4),
        ]
        outline += [
            (right - inset + eave, base - 8),
            (right - inset - 90, base - rise),
            (left + inset + 90, base - rise),
        ]
        c.shape(outline, p.roof)
        c.rect(left + inset - eave, base + 2, right - inset + eave, base + 12, darker(p.roof, 0.3), 5)
        for step in range(1, 5):
            y = base - rise * step / 5
            give = 90 + eave - 134 * (1 - step / 5)
            c.line(
                [(left + inset - eave + give, y), (right - inset + eave - give, y)],
                (*darker(p.roof, 0.25), 120),
                2,
            )


def _porch(c: Canvas, p: Palette, base: float, high: float) -> None:
    c.rect(368, base - high * 0.94, 632, base, lighter(p.wall, 0.5))
    c.shape(
        [(346, base - high * 0.92), (500, base - high * 1.24), (654, base - high * 0.92)],
        darker(p.roof, 0.12),
    )
    c.oval(500, base - high * 1.04, 17, 17, p.accent)
    c.rect(462, base - high * 0.56, 538, base, darker(WATER, 0.45), 4)
    c.rect(498, base - high * 0.56, 502, base, CREAM)
    for x in (384, 424, 562, 602):
        c.rect(x, base - high * 0.92, x + 16, base, mix(CREAM, p.wall, 0.3))
        c.rect(x + 10, base - high * 0.92, x + 16, base, (60, 60, 80, 40))
    for step in range(3):
        c.rect(
            350 - step * 16,
            base + step * 9 - 4,
            650 + step * 16,
            base + step * 9 + 6,
            lighter(CREAM, 0.2 - step * 0.06),
        )


def market(c: Canvas, p: Palette, chance: Random) -> None:
    horizon = c.height * 0.52
    sky(c, p, chance, horizon)
    skyline(c, p, chance, horizon + 4, horizon * 0.42)
    c.fade(horizon, c.height, mix(CREAM, WOOD, 0.25), mix(CREAM, WOOD, 0.5))
    for y in range(1, 9):
        row = horizon + (c.height - horizon) * (y / 9) ** 1.5
        c.line([(0, row), (1000, row)], (120, 90, 60, 40), 2)
    bunting(c, p, horizon * 0.5)
    stripes = [p.roof, p.accent, p.leaf, mix(p.sky_top, INK, 0.2)]
    chance.shuffle(stripes)
    for row, (base, wide) in enumerate(((horizon + 60, 190), (c.height * 0.93, 310))):
        for step in range(6):
            x = -40 + step * (wide + 26) - row * 60
            if x < 1000:
                stall(c, chance, x, base, wide, stripes[(step + row) % 4])


def stall(c: Canvas, chance: Random, x: float, base: float, wide: float, stripe: Colour) -> None:
    high = wide * 0.86
    c.oval(x + wide / 2, base, wide * 0.56, wide * 0.05, (40, 30, 30, 50))
    for post in (x + 6, x + wide - 12):
        c.rect(post, base - high, post + 7, base, darker(WOOD, 0.2))
    c.rect(x + 8, base - high * 0.7, x + wide - 8, base - high * 0.3, (60, 50, 60, 60))
    c.rect(x, base - high * 0.36, x + wide, base - 4, WOOD, 4)
    c.rect(x, base - high * 0.36, x + wide, base - high * 0.31, lighter(WOOD, 0.3), 3)
    part = wide / 3
    for crate in range(3):
        _crate(c, chance, x + crate * part + 5, base - high * 0.36, part - 10)
    band = wide * 1.16 / 8
    for step in range(8):
        left = x - wide * 0.08 + step * band
        top = x + step * wide / 8
        fill = stripe if step % 2 == 0 else CREAM
        c.shape(
            [
                (top, base - high * 1.12),
                (top + wide / 8, base - high * 1.12),
                (left + band, base - high * 0.82),
                (left, base - high * 0.82),
            ],
            fill,
        )
        c.oval(left + band / 2, base - high * 0.82, band / 2, band * 0.42, darker(fill, 0.08))


def _crate(c: Canvas, chance: Random, x: float, base: float, wide: float) -> None:
    goods = chance.choice(
        [(220, 74, 60), (240, 160, 52), (112, 168, 70), (250, 206, 88), (134, 84, 140), (84, 146, 84)]
    )
    reach = wide / 7
    for row in range(2):
        for step in range(4 - row):
            c.oval(
                x + reach * (1.3 + step * 1.5 + row * 0.75),
                base - reach * (0.7 + row * 1.1),
                reach,
                reach,
                mix(goods, CREAM, chance.random() * 0.25),
            )
    c.rect(x, base - reach * 0.7, x + wide, base + reach * 1.5, darker(WOOD, 0.12), 2)
    c.rect(x, base + reach * 0.2, x + wide, base + reach * 0.5, darker(WOOD, 0.35))


def road(c: Canvas, p: Palette, chance: Random) -> None:
    horizon, middle = c.height * 0.48, chance.uniform(430, 570)
    sky(c, p, chance, horizon)
    skyline(c, p, chance, horizon + 4, horizon * 0.5)
    c.fade(horizon, c.height, p.ground, darker(p.ground, 0.1))
    spread = (c.height - horizon) * 0.95

    def at(side: float, depth: float) -> Point:
        """`side` in road widths from the middle, `depth` 0 far to 1 near."""
        return middle + (side * spread * depth * 1.35) + (500 - middle) * depth, horizon + (
            c.height - horizon
        ) * depth

    def band(left: float, right: float, fill: Colour, near: float = 1.0, far: float = 0.01) -> None:
        c.shape([at(left, far), at(right, far), at(right, near), at(left, near)], fill)

    band(-1.0, 1.0, mix(CREAM, INK, 0.16))
    band(-0.72, 0.72, (86, 92, 106))
    band(0.5, 0.72, mix(p.roof, (86, 92, 106), 0.35))
    for edge in (-0.7, 0.49):
        band(edge - 0.012, edge + 0.012, CREAM)
    for step in range(9):
        far = 0.04 * 1.42**step
        band(-0.13, -0.1, CREAM, min(1, far * 1.2), far)
    for step in range(7):
        depth = 0.09 * 1.5**step
        for side in (-1.12, 1.12):
            x, y = at(side, depth)
            tree(c, x, y, 520 * depth + 40, mix(p.leaf, p.hill, max(0, 0.5 - depth)), chance.randint(0, 1))
    for depth in (0.14, 0.3, 0.62):
        lamp(c, *at(-0.88, depth), 420 * depth + 50)
    _bus(c, p, *at(0.2, 0.16), 74)


def _bus(c: Canvas, p: Palette, x: float, base: float, wide: float) -> None:
    high = wide * 0.86
    c.oval(x, base, wide * 0.56, wide * 0.06, (20, 20, 30, 90))
    c.rect(x - wide / 2, base - high, x + wide / 2, base - wide * 0.06, p.accent, wide * 0.1)
    c.rect(
        x - wide * 0.42,
        base - high * 0.88,
        x + wide * 0.42,
        base - high * 0.45,
        mix(WATER, INK, 0.35),
        wide * 0.05,
    )
    c.rect(x - wide / 2, base - high * 0.36, x + wide / 2, base - high * 0.28, CREAM)
    for side in (-0.36, 0.36):
        c.oval(x + side * wide, base - high * 0.18, wide * 0.05, wide * 0.05, CREAM)
        c.rect(
            x + side * wide - wide * 0.07,
            base - wide * 0.1,
            x + side * wide + wide * 0.07,
            base + wide * 0.02,
            INK,
            3,
        )


def school(c: Canvas, p: Palette, chance: Random) -> None:
    horizon = c.height * 0.62
    sky(c, p, chance, horizon)
    for x in (30, 120, 900, 975):
        tree(c, x, horizon + 4, chance.uniform(170, 240), p.leaf)
    c.fade(horizon, c.height, mix(p.ground, CREAM, 0.2), p.ground)
    left, right, high = chance.uniform(90, 130), chance.uniform(870, 910), 190
    top = horizon - high
    c.rect(left, top, right, horizon, p.wall)
    c.shape(
        [(left - 40, top + 4), (left + 40, top - 84), (right - 40, top - 84), (right + 40, top + 4)], p.roof
    )
    for y in (-64, -44, -24):
        give = 40 * (84 + y) / 84
        c.line(
            [(left + 40 - give - 24, top + y), (right - 40 + give + 24, top + y)],
            (*darker(p.roof, 0.3), 110),
            2,
        )
    _storeys(c, p, left, right, top)
    _court(c, p, horizon)
    flag(c, 500 + chance.choice([-190, 190]), horizon + 40, 300)
    for x in range(20, 1000, 66):
        bush(c, x, horizon + 14, 17, darker(p.leaf, 0.06))


def _storeys(c: Canvas, p: Palette, left: float, right: float, top: float) -> None:
    """Two floors of windows with a door after every third."""
    for row in range(2):
        base = top + 92 + row * 98
        c.rect(left, base, right, base + 8, darker(p.wall, 0.16))
        for step in range(8):
            x = left + 24 + step * (right - left - 40) / 8
            if step % 4 == 3:
                c.rect(x + 14, base - 70, x + 56, base, mix(p.accent, WOOD, 0.4), 3)
            else:
                panes(c, (x, base - 72, x + 74, base - 10), 2, 1, mix(WATER, INK, 0.25))


def _court(c: Canvas, p: Palette, horizon: float) -> None:
    deep = c.height - horizon
    top, bottom = horizon + deep * 0.24, horizon + deep * 0.9
    c.shape([(250, top), (750, top), (930, bottom), (70, bottom)], mix(p.roof, CREAM, 0.45))
    inner = [(276, top + 8), (724, top + 8), (894, bottom - 12), (106, bottom - 12), (276, top + 8)]
    c.line(inner, CREAM, 5)
    half = (top + bottom) / 2
    c.line([(182, half), (818, half)], CREAM, 5)
    c.pen.ellipse(
        [v * c.scale for v in (420, half - 34, 580, half + 34)], outline=CREAM, width=round(5 * c.scale)
    )


SCENES: dict[str, Callable[[Canvas, Palette, Random], None]] = {
    "building": building,
    "market": market,
    "road": road,
    "school": school,
}
