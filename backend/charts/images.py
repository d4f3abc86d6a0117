"""Rasters as small images in a page: read at reduced size, encoded as PNG in a data URI."""

from __future__ import annotations

import base64
import struct
import zlib
from collections.abc import Mapping, Sequence
from itertools import product
from pathlib import Path

import numpy as np
import rasterio
from rasterio.enums import Resampling
from rasterio.errors import RasterioError

from ..scene.sources import damaged_error

MAX_SIDE = 720
#: Levels of red, green and blue; their product fits into a palette.
COLOUR_LEVELS = (6, 7, 6)
#: From dark to bright in equal steps of lightness, readable with colour-vision deficiency.
CONFIDENCE_RAMP = ((43, 24, 84), (59, 81, 139), (33, 144, 140), (122, 198, 99), (253, 231, 100))


def decimated(
    path: str | Path, resampling: Resampling = Resampling.nearest, max_side: int = MAX_SIDE
) -> np.ma.MaskedArray:
    """The first band at reduced size, no data masked; reads overviews where the file has them."""
    try:
        with rasterio.open(path) as dataset:
            scale = min(1.0, max_side / max(dataset.width, dataset.height))
            shape = (
                max(1, round(dataset.height * scale)),
                max(1, round(dataset.width * scale)),
            )
            values: np.ma.MaskedArray = dataset.read(
                1, out_shape=shape, masked=True, resampling=resampling
            )
            return values
    except RasterioError as error:
        raise damaged_error(str(path), error) from error


def class_image(
    values: np.ma.MaskedArray, colours: Mapping[int, tuple[int, int, int]]
) -> tuple[str, int, int]:
    """A class map in the colours of its classes, else transparent: data URI, width, height."""
    codes = sorted(colours)[:255]
    palette = [(0, 0, 0), *(colours[code] for code in codes)]
    table, data = np.array(codes or [-1]), values.data.astype(np.int64)
    position = np.minimum(np.searchsorted(table, data), len(table) - 1)
    known = (table[position] == data) & ~np.ma.getmaskarray(values)
    indexes = np.where(known, position + 1, 0).astype(np.uint8)
    return _uri(indexes, palette), indexes.shape[1], indexes.shape[0]


def colour_image(colours: np.ndarray, valid: np.ndarray) -> tuple[str, int, int]:
    """Red, green and blue (3, height, width) in 0..1: data URI, width, height.

    The colours are reduced to a palette, which keeps the page small.
    """
    palette: list[tuple[int, ...]] = [(0, 0, 0)]
    indexes = np.zeros(valid.shape, np.int64)
    for channel, levels in zip(colours, COLOUR_LEVELS, strict=True):
        indexes = indexes * levels + np.round(np.clip(channel, 0, 1) * (levels - 1)).astype(int)
    for red, green, blue in product(*(range(levels) for levels in COLOUR_LEVELS)):
        steps = zip((red, green, blue), COLOUR_LEVELS, strict=True)
        palette.append(tuple(round(255 * step / (levels - 1)) for step, levels in steps))
    masked = np.where(valid, indexes + 1, 0).astype(np.uint8)
    return _uri(masked, palette), masked.shape[1], masked.shape[0]


def ramp_image(
    values: np.ma.MaskedArray,
    low: float,
    high: float,
    ramp: Sequence[tuple[int, int, int]] = CONFIDENCE_RAMP,
) -> tuple[str, int, int]:
    """Values from low to high in the colours of a ramp: data URI, width, height."""
    steps = np.linspace(0, len(ramp) - 1, 254)
    base = np.array(ramp, float)
    channels = [np.interp(steps, range(len(ramp)), base[:, channel]) for channel in range(3)]
    palette = [(0, 0, 0), *map(tuple, np.round(np.stack(channels, 1)).astype(int).tolist())]
    share = (values.data.astype(float) - low) / (high - low)
    indexes = np.round(np.nan_to_num(share).clip(0, 1) * 253).astype(np.uint8) + np.uint8(1)
    indexes[np.ma.getmaskarray(values)] = 0
    return _uri(indexes, palette), indexes.shape[1], indexes.shape[0]


def _uri(indexes: np.ndarray, palette: Sequence[tuple[int, ...]]) -> str:
    return "data:image/png;base64," + base64.b64encode(png(indexes, palette)).decode()


def png(indexes: np.ndarray, palette: Sequence[tuple[int, ...]]) -> bytes:
    """An indexed PNG with a transparent first colour."""
    height, width = indexes.shape
    rows = np.zeros((height, width + 1), np.uint8)  # each row begins with its filter type, 0
    rows[:, 1:] = indexes
    parts = [
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
        (b"PLTE", bytes(channel for colour in palette for channel in colour)),
        (b"tRNS", b"\0"),
        (b"IDAT", zlib.compress(rows.tobytes(), 9)),
        (b"IEND", b""),
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )
