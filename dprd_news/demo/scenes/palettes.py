"""Colours that go together: a time of day for each palette."""

from typing import NamedTuple

from dprd_news.demo.scenes.canvas import Colour

INK: Colour = (38, 44, 62)
CREAM: Colour = (250, 244, 230)
WOOD: Colour = (168, 116, 74)
WATER: Colour = (104, 176, 200)


class Palette(NamedTuple):
    sky_top: Colour
    sky_bottom: Colour
    sun: Colour
    hill: Colour
    leaf: Colour
    ground: Colour
    wall: Colour
    roof: Colour
    accent: Colour


PALETTES = [
    Palette(  # clear morning
        (94, 170, 222),
        (226, 243, 250),
        (255, 238, 178),
        (122, 172, 170),
        (72, 142, 98),
        (164, 204, 130),
        (248, 240, 222),
        (186, 88, 66),
        (240, 170, 70),
    ),
    Palette(  # late afternoon
        (246, 168, 112),
        (255, 236, 204),
        (255, 214, 120),
        (172, 138, 156),
        (98, 136, 92),
        (190, 190, 122),
        (252, 232, 206),
        (150, 76, 76),
        (58, 128, 144),
    ),
    Palette(  # after rain
        (132, 172, 196),
        (234, 240, 238),
        (250, 246, 220),
        (128, 160, 172),
        (62, 126, 108),
        (146, 188, 138),
        (238, 238, 228),
        (92, 104, 132),
        (222, 124, 92),
    ),
    Palette(  # early light
        (142, 156, 216),
        (252, 226, 220),
        (255, 226, 160),
        (148, 150, 190),
        (84, 140, 116),
        (170, 198, 142),
        (246, 236, 232),
        (168, 84, 96),
        (242, 184, 88),
    ),
    Palette(  # high noon
        (66, 158, 206),
        (206, 238, 240),
        (255, 246, 200),
        (106, 170, 156),
        (64, 148, 88),
        (178, 214, 124),
        (254, 248, 234),
        (204, 104, 60),
        (44, 122, 150),
    ),
]
