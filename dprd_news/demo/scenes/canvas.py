"""A small drawing board: flat shapes in units of a thousandth of the width, smoothed by drawing twice as large."""

from collections.abc import Sequence
from math import cos, pi, sin

from PIL import Image, ImageDraw

Colour = tuple[int, ...]
Point = tuple[float, float]

OVERSAMPLING = 2


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """`one` with `share` (0 to 1) of `other` in it."""
    return tuple(round(a + (b - a) * share) for a, b in zip(one[:3], other[:3], strict=True))


def darker(colour: Colour, share: float = 0.2) -> Colour:
    return mix(colour, (20, 24, 48), share)


def lighter(colour: Colour, share: float = 0.3) -> Colour:
    return mix(colour, (255, 255, 255), share)


def curve(start: Point, control: Point, end: Point, steps: int = 40) -> list[Point]:
    """Points of a quadratic Bézier curve, ends included."""
    shares = [step / steps for step in range(steps + 1)]
    return [
        (
            (1 - t) ** 2 * start[0] + 2 * t * (1 - t) * control[0] + t**2 * end[0],
            (1 - t) ** 2 * start[1] + 2 * t * (1 - t) * control[1] + t**2 * end[1],
        )
        for t in shares
    ]


class Canvas:
    """1000 units wide, `height` units high; colours with a fourth number are see-through."""

    def __init__(self, size: tuple[int, int]) -> None:
        self.size = size
        self.scale = size[0] * OVERSAMPLING / 1000
        self.height = 1000 * size[1] / size[0]
        self.image = Image.new("RGB", (size[0] * OVERSAMPLING, size[1] * OVERSAMPLING), (255, 255, 255))
        self.pen = ImageDraw.Draw(self.image, "RGBA")

    def finished(self) -> Image.Image:
        return self.image.resize(self.size, Image.Resampling.LANCZOS)

    def rect(self, x: float, y: float, right: float, bottom: float, fill: Colour, radius: float = 0) -> None:
        box = [value * self.scale for value in (x, y, max(x, right), max(y, bottom))]
        self.pen.rounded_rectangle(box, radius * self.scale, fill)

    def oval(self, x: float, y: float, rx: float, ry: float, fill: Colour) -> None:
        self.pen.ellipse([v * self.scale for v in (x - rx, y - ry, x + rx, y + ry)], fill)

    def shape(self, points: Sequence[Point], fill: Colour) -> None:
        self.pen.polygon([(x * self.scale, y * self.scale) for x, y in points], fill)

    def line(self, points: Sequence[Point], fill: Colour, width: float) -> None:
        scaled = [(x * self.scale, y * self.scale) for x, y in points]
        self.pen.line(scaled, fill, max(1, round(width * self.scale)), joint="curve")

    def ring(self, x: float, y: float, radius: float, fill: Colour, width: float) -> None:
        box = [v * self.scale for v in (x - radius, y - radius, x + radius, y + radius)]
        self.pen.ellipse(box, outline=fill, width=max(1, round(width * self.scale)))

    def star(self, x: float, y: float, radius: float, points: int, fill: Colour, inner: float = 0.5) -> None:
        corners = [
            (x + reach * sin(pi * step / points), y - reach * cos(pi * step / points))
            for step in range(points * 2)
            for reach in [radius if step % 2 == 0 else radius * inner]
        ]
        self.shape(corners, fill)

    def fade(self, top: float, bottom: float, above: Colour, below: Colour) -> None:
        """Fill the full width from `top` to `bottom`, one colour running into the other."""
        first, last = round(top * self.scale), round(bottom * self.scale)
        for row in range(first, last):
            share = (row - first) / max(1, last - first - 1)
            self.pen.line([(0, row), (self.image.width, row)], mix(above, below, share))
