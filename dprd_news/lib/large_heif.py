"""Reads AVIF and HEIC files that are too large to be decoded to whole RGB pictures.

The usual decoders hold a picture two or three times. Here a picture in one piece is held once, as the video
frame that it is, and reduced from there; one told in tiles (phones cut theirs into 512 pixels) is decoded
and reduced tile by tile. Transparency is not read. Box layout: ISO/IEC 14496-12 and 23008-12.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Any

import av
import pyvips

# Reducing by powers of two keeps the borders of tiles on whole pixels.
_TILE_REDUCTIONS = (8, 4, 2, 1)
_MOST_META_BYTES = 1024 * 1024


class TooLarge(Exception):
    """The decoder would hold more than allowed at once."""


@dataclass(frozen=True)
class _Primary:
    """The picture a file is about: its item, size before turning, tiles in reading order, and turns in order."""

    item: int
    width_px: int
    height_px: int
    tiles: list[int]
    turns: list[tuple[bytes, int]]


def decode(file: IO[bytes], longest_px: int, most_bytes: int) -> pyvips.Image:
    """RGB, upright, not much larger than longest_px. Raises TooLarge, or anything at all for a broken file."""
    primary = _primary(_meta(file))
    file.seek(0)
    with av.open(file, format="mov") as container:
        streams = {stream.id: stream for stream in container.streams.video}
        if primary.tiles:
            image = _tiled(container, [streams[item] for item in primary.tiles], primary, longest_px)
        else:
            image = _in_one_piece(container, streams[primary.item], longest_px, most_bytes)
    for kind, value in primary.turns:
        image = _turned(image, kind, value)
    return image


def is_truncated(file: IO[bytes]) -> bool:
    """Whether pictures or their description end before they should: libheif fills such gaps with grey."""
    end = file.seek(0, io.SEEK_END)
    return any(stop > end for kind, _, stop in _outer_boxes(file) if kind in {b"meta", b"mdat"})


def _in_one_piece(container: Any, stream: Any, longest_px: int, most_bytes: int) -> pyvips.Image:
    width_px, height_px = stream.codec_context.width, stream.codec_context.height
    ratio = max(width_px, height_px, longest_px) / longest_px
    if width_px * height_px * stream.codec_context.format.padded_bits_per_pixel // 8 > most_bytes:
        raise TooLarge
    small = _only_frame(next(container.demux(stream)), round(width_px / ratio), round(height_px / ratio))
    plane = small.planes[0]
    rows = pyvips.Image.new_from_memory(memoryview(plane), plane.line_size, small.height, 1, "uchar")
    return _as_rgb(rows.crop(0, 0, small.width * 3, small.height))


def _tiled(container: Any, streams: list[Any], primary: _Primary, longest_px: int) -> pyvips.Image:
    first = streams[0].codec_context
    ratio = max(primary.width_px, primary.height_px) / longest_px
    reduction = next(
        step
        for step in _TILE_REDUCTIONS
        if step <= max(ratio, 1) and first.width % step == 0 and first.height % step == 0
    )
    width_px, height_px = first.width // reduction, first.height // reduction
    columns = -(-primary.width_px // first.width)
    rows = -(-len(streams) // columns)
    row_bytes = columns * width_px * 3
    canvas = bytearray(row_bytes * rows * height_px)
    offsets = {
        item: n // columns * height_px * row_bytes + n % columns * width_px * 3
        for n, item in enumerate(primary.tiles)
    }
    for packet in container.demux(streams):
        if packet.size:
            _lay(_only_frame(packet, width_px, height_px), canvas, offsets.pop(packet.stream.id), row_bytes)
    if offsets:
        raise ValueError("tiles missing")
    whole = _as_rgb(pyvips.Image.new_from_memory(canvas, row_bytes, rows * height_px, 1, "uchar"))
    return whole.crop(0, 0, primary.width_px // reduction, primary.height_px // reduction)


def _only_frame(packet: av.Packet, width_px: int, height_px: int) -> av.VideoFrame:
    """RGB of the one frame in a packet, reduced. The decoder, and the whole frame with it, does not outlive it."""
    described = packet.stream.codec_context
    decoder = av.CodecContext.create(described.codec.name, "r")
    decoder.extradata = described.extradata
    decoder.thread_count = 1
    frame = [*decoder.decode(packet), *decoder.decode(None)][0]
    return frame.reformat(width=width_px, height=height_px, format="rgb24", interpolation="AREA")


def _lay(tile: av.VideoFrame, canvas: bytearray, offset: int, row_bytes: int) -> None:
    plane = tile.planes[0]
    pixels, tile_bytes = memoryview(plane), tile.width * 3
    for row in range(tile.height):
        start, source = offset + row * row_bytes, row * plane.line_size
        canvas[start : start + tile_bytes] = pixels[source : source + tile_bytes]


def _as_rgb(rows: pyvips.Image) -> pyvips.Image:
    return rows.bandfold(factor=3).copy(interpretation="srgb")


def _turned(image: pyvips.Image, kind: bytes, value: int) -> pyvips.Image:
    if kind == b"irot":
        # Counted in quarters against the clock, libvips turns with it.
        return (image, image.rot270(), image.rot180(), image.rot90())[value & 3]
    return image.flip("horizontal" if value & 1 else "vertical")


def _boxes(data: bytes, start: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Kind, and first and last byte of the content, of each box between two offsets."""
    while start + 8 <= end:
        size, kind, head = int.from_bytes(data[start : start + 4]), data[start + 4 : start + 8], 8
        if size == 1:
            size, head = int.from_bytes(data[start + 8 : start + 16]), 16
        stop = start + size if size else end
        if (size and size < head) or stop > end:
            raise ValueError("box beyond its parent")
        yield kind, start + head, stop
        start = stop


def _outer_boxes(file: IO[bytes]) -> Iterator[tuple[bytes, int, int]]:
    """Kind, first and last byte of the content of each box of the file; not read."""
    end = file.seek(0, io.SEEK_END)
    start = 0
    while start + 8 <= end:
        file.seek(start)
        head = file.read(16)
        size, kind, head_bytes = int.from_bytes(head[:4]), head[4:8], 8
        if size == 1:
            size, head_bytes = int.from_bytes(head[8:]), 16
        stop = start + size if size else end
        if stop < start + head_bytes:
            return
        yield kind, start + head_bytes, stop
        start = stop


def _meta(file: IO[bytes]) -> bytes:
    """Content of the box that describes the pictures."""
    start, stop = next((start, stop) for kind, start, stop in _outer_boxes(file) if kind == b"meta")
    if stop - start > _MOST_META_BYTES:
        raise ValueError("description too long")
    file.seek(start)
    return file.read(stop - start)


def _primary(data: bytes) -> _Primary:
    inside = {kind: (start, end) for kind, start, end in _boxes(data, 4, len(data))}
    start, _ = inside[b"pitm"]
    item = int.from_bytes(data[start + 4 : start + (8 if data[start] else 6)])
    properties = list(_properties(data, *inside[b"iprp"], item))
    sizes = [data[start:end] for kind, start, end in properties if kind == b"ispe"]
    turns = [(kind, data[start]) for kind, start, _ in properties if kind in {b"irot", b"imir"}]
    tiles = _tiles(data, *inside[b"iref"], item) if b"iref" in inside else []
    return _Primary(item, int.from_bytes(sizes[0][4:8]), int.from_bytes(sizes[0][8:12]), tiles, turns)


def _properties(data: bytes, start: int, end: int, wanted: int) -> Iterator[tuple[bytes, int, int]]:
    """The boxes of ipco that ipma gives to one item, in its order."""
    inside = {kind: (start, end) for kind, start, end in _boxes(data, start, end)}
    known = list(_boxes(data, *inside[b"ipco"]))
    at, _ = inside[b"ipma"]
    item_bytes, index_bytes = (4 if data[at] else 2), (2 if data[at + 3] & 1 else 1)
    entries = int.from_bytes(data[at + 4 : at + 8])
    at += 8
    for _ in range(entries):
        item = int.from_bytes(data[at : at + item_bytes])
        count = data[at + item_bytes]
        at += item_bytes + 1
        indexes = [
            int.from_bytes(data[at + n * index_bytes : at + (n + 1) * index_bytes]) for n in range(count)
        ]
        at += count * index_bytes
        if item == wanted:
            # The top bit only says whether a reader may ignore the property.
            yield from (known[(index & (2 ** (8 * index_bytes - 1) - 1)) - 1] for index in indexes)
            return


def _tiles(data: bytes, start: int, end: int, wanted: int) -> list[int]:
    item_bytes = 4 if data[start] else 2
    for kind, at, _ in _boxes(data, start + 4, end):
        if kind == b"dimg" and int.from_bytes(data[at : at + item_bytes]) == wanted:
            at += item_bytes
            count = int.from_bytes(data[at : at + 2])
            return [
                int.from_bytes(data[at + 2 + n * item_bytes : at + 2 + (n + 1) * item_bytes])
                for n in range(count)
            ]
    return []
