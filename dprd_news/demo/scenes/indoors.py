"""Scenes under a roof: meeting room, studio, stage. Chairs stay empty."""

from collections.abc import Callable
from random import Random

from dprd_news.demo.scenes.canvas import Canvas, Colour, Point, curve, darker, lighter, mix
from dprd_news.demo.scenes.palettes import CREAM, INK, WATER, WOOD, Palette
from dprd_news.demo.scenes.scenery import ridge


def plant(c: Canvas, x: float, base: float, size: float, leaf: Colour, pot: Colour) -> None:
    for reach in (-0.5, -0.3, -0.1, 0.12, 0.32, 0.52):
        tip = (x + reach * size, base - size * (1.1 - abs(reach) * 0.7))
        foot = (x, base - size * 0.28)
        bow = ((foot[0] + tip[0]) / 2 - reach * size * 0.3, tip[1])
        blade = curve(foot, bow, tip, 14) + curve(tip, (x + reach * size * 0.9, base - size * 0.4), foot, 14)
        c.shape(blade, mix(leaf, CREAM, 0.12 if reach > 0 else 0))
    c.shape(
        [
            (x - size * 0.2, base - size * 0.32),
            (x + size * 0.2, base - size * 0.32),
            (x + size * 0.14, base),
            (x - size * 0.14, base),
        ],
        pot,
    )
    c.rect(x - size * 0.22, base - size * 0.36, x + size * 0.22, base - size * 0.29, lighter(pot, 0.15), 3)


def window(c: Canvas, p: Palette, box: tuple[float, float, float, float], chance: Random) -> None:
    """Sky and hills behind a cross of frames."""
    left, top, right, bottom = box
    view = Canvas((round((right - left) * 2), round((bottom - top) * 2)))
    view.fade(0, view.height, p.sky_top, p.sky_bottom)
    view.oval(chance.uniform(200, 800), view.height * 0.3, 90, 90, (*p.sun, 220))
    ridge(view, chance, view.height, view.height * 0.42, lighter(p.hill, 0.3))
    ridge(view, chance, view.height, view.height * 0.24, p.leaf)
    spot = (round(left * c.scale), round(top * c.scale))
    c.image.paste(
        view.finished().resize((round((right - left) * c.scale), round((bottom - top) * c.scale))), spot
    )
    frame = lighter(CREAM, 0.5)
    c.line([(left, top), (right, top), (right, bottom), (left, bottom), (left, top)], frame, 12)
    c.line([((left + right) / 2, top), ((left + right) / 2, bottom)], frame, 7)
    c.line([(left, top + (bottom - top) * 0.32), (right, top + (bottom - top) * 0.32)], frame, 6)
    c.rect(left - 16, bottom, right + 16, bottom + 14, darker(frame, 0.08), 4)


def chair(c: Canvas, x: float, base: float, wide: float, colour: Colour) -> None:
    """Seen from behind: a rounded back on a stem."""
    c.rect(x - wide * 0.05, base - wide * 0.4, x + wide * 0.05, base, INK)
    c.rect(x - wide * 0.36, base - wide * 0.08, x + wide * 0.36, base, INK, wide * 0.04)
    c.rect(x - wide / 2, base - wide * 1.3, x + wide / 2, base - wide * 0.34, colour, wide * 0.18)
    c.rect(
        x - wide * 0.4,
        base - wide * 1.2,
        x + wide * 0.4,
        base - wide * 0.46,
        lighter(colour, 0.12),
        wide * 0.14,
    )


def meeting(c: Canvas, p: Palette, chance: Random) -> None:
    floor = c.height * 0.56
    c.fade(0, floor, lighter(p.wall, 0.25), p.wall)
    c.fade(floor, c.height, mix(WOOD, CREAM, 0.45), mix(WOOD, CREAM, 0.15))
    c.rect(0, floor - 12, 1000, floor, darker(p.wall, 0.16))
    high = min(floor * 0.6, 330)
    count = chance.choice([2, 3])
    for step in range(count):
        wide = 840 / count
        left = 80 + step * wide
        window(c, p, (left + 24, floor - 60 - high, left + wide - 24, floor - 60), chance)
    for x in (250, 500, 750):
        c.line([(x, 0), (x, floor * 0.13)], INK, 3)
        c.shape(
            [(x - 20, floor * 0.12), (x + 20, floor * 0.12), (x + 44, floor * 0.2), (x - 44, floor * 0.2)],
            p.accent,
        )
        c.oval(x, floor * 0.2, 44, 7, (255, 240, 190))
    for x in (38, 962):
        plant(c, x, floor + 40, 150, p.leaf, mix(p.roof, CREAM, 0.2))
    seat = chance.choice([p.roof, mix(p.sky_top, INK, 0.4), mix(p.leaf, INK, 0.2)])
    for step in range(7):
        chair(c, 230 + step * 90, floor + 44, 62, darker(seat, 0.12))
    _table(c, floor + 30, chance)
    for step in range(5):
        chair(c, 110 + step * 195, c.height * 0.99, 124, seat)


def _table(c: Canvas, top: float, chance: Random) -> None:
    bottom = top + (c.height - top) * 0.42
    wood = mix(WOOD, (120, 70, 50), chance.random() * 0.6)
    c.shape([(190, top), (810, top), (960, bottom), (40, bottom)], lighter(wood, 0.22))
    c.shape([(330, top), (420, top), (330, bottom), (180, bottom)], (255, 255, 255, 34))
    c.rect(40, bottom, 960, bottom + 30, darker(wood, 0.12), 4)
    for step in range(5):
        x, y = 262 + step * 119, top + 22
        c.shape([(x - 20, y), (x + 20, y), (x + 24, y + 18), (x - 24, y + 18)], CREAM)
        c.line([(x + 40, y + 14), (x + 40, y - 14), (x + 34, y - 24)], INK, 3)
        c.oval(x + 34, y - 26, 5, 6, INK)
    for step in range(4):
        x, y = 205 + step * 195, top + (bottom - top) * 0.66
        c.shape([(x - 38, y - 14), (x + 34, y - 14), (x + 44, y + 18), (x - 42, y + 18)], (255, 255, 252))
        for line in (-6, 2, 10):
            c.line([(x - 28, y + line), (x + 24, y + line)], (150, 156, 170), 2)
        c.oval(x + 74, y + 4, 16, 6, mix(WATER, CREAM, 0.4))
        c.rect(x + 60, y - 26, x + 88, y + 6, (*mix(WATER, CREAM, 0.6), 170), 6)


def studio(c: Canvas, p: Palette, chance: Random) -> None:
    night = mix(INK, p.sky_top, 0.22)
    desk = c.height * 0.7
    c.fade(0, desk, lighter(night, 0.06), darker(night, 0.2))
    cell = 100
    for row in range(int(desk / cell) + 1):
        for column in range(11):
            x, y = column * cell - 50 * (row % 2), row * cell
            tone = mix(night, chance.choice([p.accent, p.sky_top, p.roof, night, night]), 0.22)
            c.shape([(x + 6, y + 6), (x + cell - 6, y + 6), (x + 6, y + cell - 6)], lighter(tone, 0.1))
            c.shape([(x + cell - 6, y + 6), (x + cell - 6, y + cell - 6), (x + 6, y + cell - 6)], tone)
    c.rect(370, desk * 0.1, 630, desk * 0.1 + 46, darker(night, 0.5), 12)
    c.rect(384, desk * 0.1 + 11, 616, desk * 0.1 + 35, (232, 78, 66), 8)
    _screen(c, p, chance, 560 + chance.uniform(0, 60), desk - 44)
    c.fade(desk, c.height, mix(WOOD, CREAM, 0.15), darker(WOOD, 0.2))
    c.rect(0, desk - 6, 1000, desk + 18, lighter(WOOD, 0.3))
    reach = chance.uniform(250, 330)
    c.line([(70, desk), (130, desk - 260), (reach, desk - 300)], (190, 196, 206), 12)
    for knot in ((130, desk - 260), (70, desk)):
        c.oval(*knot, 16, 16, (120, 126, 140))
    _microphone(c, reach + 10, desk - 262, p.accent)
    _headphones(c, 300, desk + (c.height - desk) * 0.42, mix(p.roof, INK, 0.1))
    _mixer(c, p, chance, 540, desk + (c.height - desk) * 0.2)


def _screen(c: Canvas, p: Palette, chance: Random, x: float, base: float) -> None:
    c.rect(x, base - 230, x + 350, base, INK, 14)
    c.rect(x + 12, base - 218, x + 338, base - 14, (24, 40, 62), 8)
    for step in range(30):
        high = chance.uniform(8, 82)
        left = x + 24 + step * 10
        c.rect(left, base - 116 - high, left + 6, base - 116 + high, mix(p.accent, WATER, step / 30), 3)
    c.rect(x + 155, base, x + 195, base + 44, INK)
    c.rect(x + 110, base + 30, x + 240, base + 44, INK, 6)


def _microphone(c: Canvas, x: float, y: float, accent: Colour) -> None:
    c.rect(x - 42, y - 30, x + 42, y + 120, (98, 104, 122), 42)
    for row in range(8):
        c.rect(x - 36, y - 16 + row * 11, x + 36, y - 11 + row * 11, (176, 182, 194), 2)
    c.rect(x - 44, y + 74, x + 44, y + 88, accent)
    c.ring(x, y + 44, 92, (150, 156, 168), 7)


def _headphones(c: Canvas, x: float, y: float, colour: Colour) -> None:
    c.oval(x, y + 66, 110, 16, (20, 16, 20, 70))
    band = curve((x - 86, y + 20), (x, y - 160), (x + 86, y + 20))
    c.line(band, INK, 18)
    for side in (-1, 1):
        c.rect(x + side * 86 - 30, y, x + side * 86 + 30, y + 84, colour, 26)
        c.rect(x + side * 72 - 12, y + 8, x + side * 72 + 12, y + 76, INK, 12)


def _mixer(c: Canvas, p: Palette, chance: Random, x: float, y: float) -> None:
    deep = (c.height - y) * 0.72
    c.shape([(x, y), (x + 360, y), (x + 410, y + deep), (x - 40, y + deep)], (70, 76, 94))
    for step in range(8):
        left = x + 20 + step * 45
        slope = (step - 3.5) * 5
        c.line([(left, y + 18), (left + slope, y + deep - 20)], (30, 34, 46), 6)
        share = chance.uniform(0.3, 0.8)
        knob_x, knob_y = left + slope * share, y + 18 + (deep - 38) * share
        c.rect(knob_x - 13, knob_y - 8, knob_x + 13, knob_y + 8, chance.choice([CREAM, p.accent, WATER]), 4)


def podium(c: Canvas, p: Palette, chance: Random) -> None:
    stage = c.height * 0.74
    cloth = chance.choice([p.roof, mix(p.sky_top, INK, 0.35), mix(p.leaf, INK, 0.25)])
    fold = 1000 / 26
    for step in range(26):
        for part in range(6):
            shade = abs(part - 2.5) / 2.5 * 0.28
            left = step * fold + part * fold / 6
            c.rect(left, 0, left + fold / 6 + 1, stage, darker(cloth, shade))
    c.fade(stage, c.height, mix(WOOD, CREAM, 0.3), darker(WOOD, 0.15))
    for plank in range(-400, 1401, 120):
        c.line([(500 + (plank - 500) * 0.7, stage), (plank, c.height)], (90, 60, 40, 60), 2)
    for x in (chance.uniform(180, 320), chance.uniform(680, 820)):
        c.shape([(x - 20, 0), (x + 20, 0), (640, stage + 60), (360, stage + 60)], (255, 250, 220, 34))
    _valance(c, p, cloth)
    banner = (lighter(cloth, 0.85), p.accent)
    c.rect(290, stage * 0.26, 710, stage * 0.5, banner[0], 10)
    c.rect(310, stage * 0.26 + 16, 690, stage * 0.26 + 24, banner[1], 4)
    for row, wide in enumerate((150, 110)):
        y = stage * 0.36 + row * 28
        c.rect(500 - wide, y, 500 + wide, y + 12, (*darker(cloth, 0.1), 150), 6)
    for x in (110, 220, 780, 890):
        plant(c, x, stage + 46, chance.uniform(150, 200), p.leaf, mix(CREAM, WOOD, 0.3))
    _lectern(c, p, stage + 96)


def _valance(c: Canvas, p: Palette, cloth: Colour) -> None:
    for step in range(6):
        left = step * 1000 / 6
        drop = curve((left, 40), (left + 83, 150), (left + 167, 40), 20)
        c.shape([(left, 0), *drop, (left + 167, 0)], darker(cloth, 0.3 + 0.05 * (step % 2)))
        c.line(drop, mix(p.accent, CREAM, 0.2), 6)


def _lectern(c: Canvas, p: Palette, base: float) -> None:
    wood = darker(WOOD, 0.12)
    c.oval(500, base, 150, 20, (20, 14, 10, 90))
    c.rect(380, base - 22, 620, base, darker(wood, 0.25), 6)
    c.shape([(410, base - 250), (590, base - 250), (572, base - 20), (428, base - 20)], wood)
    c.shape([(430, base - 232), (570, base - 232), (556, base - 38), (444, base - 38)], lighter(wood, 0.14))
    front: list[Point] = [(374, base - 290), (626, base - 290), (600, base - 244), (400, base - 244)]
    c.shape(front, lighter(wood, 0.28))
    c.oval(500, base - 140, 42, 42, mix(p.accent, CREAM, 0.2))
    c.star(500, base - 140, 32, 8, wood, inner=0.6)
    for x, lean in ((470, -14), (530, 14)):
        c.line([(x, base - 288), (x + lean, base - 346)], INK, 5)
        c.oval(x + lean, base - 352, 9, 13, INK)


SCENES: dict[str, Callable[[Canvas, Palette, Random], None]] = {
    "meeting": meeting,
    "studio": studio,
    "podium": podium,
}
