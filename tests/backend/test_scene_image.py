"""Windows of coarse scales are read in strips, with the values and a fraction of the memory."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import pytest
from affine import Affine
from rasterio.windows import Window

from backend.features import windows
from backend.features.windows import CompositeReader, Pyramid, average, read_scene_image
from backend.scene.blocks import BlockLayout
from backend.scene.composites import PART_PIXELS, Composite, read_composites
from backend.scene.grid import Grid

pytestmark = pytest.mark.backend

BANDS, HEIGHT, WIDTH, TILE = 40, 610, 590, 32


class GeneratedScene:
    """Spectra that are made where they are read, a third of them missing."""

    grid = Grid(WIDTH, HEIGHT, Affine.identity(), None)
    max_pixels = 10**9

    def __init__(self) -> None:
        self.layout = BlockLayout(WIDTH, HEIGHT, (TILE, TILE), self.max_pixels)
        self.blocks = self.layout.blocks
        self.largest = 0

    def parts(self, window: Window, max_pixels: int | None = None) -> list[Window]:
        """Parts along the tiles."""
        if max_pixels is None or window.width * window.height <= max_pixels:
            return [window]
        return self.layout.split(window, int(max_pixels**0.5))

    def read(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """A window, whose values depend on the positions of its pixels only."""
        self.largest = max(self.largest, window.width * window.height)
        rows = np.arange(window.row_off, window.row_off + window.height)[:, None]
        columns = np.arange(window.col_off, window.col_off + window.width)
        position = (rows * 7919 + columns * 104729) % 1009
        values = np.empty((BANDS, window.height, window.width), np.float32)
        for band in range(BANDS):
            values[band] = 0.05 + (position * (band + 3) % 997) / 2000
        valid = position % 3 > 0
        values[:, ~valid] = 0
        return values, valid


def composite(name: str, logarithmic: bool) -> Composite:
    weights = np.random.default_rng(len(name)).normal(size=(3, BANDS)).astype(np.float32)
    limits = np.full(3, -3, np.float32), np.full(3, 3, np.float32)
    return Composite(name, weights, logarithmic, *limits, 1.0)


COMPOSITES = [composite("rgb", False), composite("pca1", True)]


@contextmanager
def traced() -> Iterator[list[int]]:
    """The largest number of bytes that were allocated."""
    peak: list[int] = []
    tracemalloc.start()
    try:
        yield peak
        peak.append(tracemalloc.get_traced_memory()[1])
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("scale", [1, 4, 6])
@pytest.mark.parametrize("tile", [8, 50, 256])
def test_strips_have_the_values_of_the_whole(
    scale: int, tile: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene = GeneratedScene()
    pyramid = Pyramid.of(scene.grid, scale, 32, 24)
    numbers = pyramid.covering(Window(64, 128, 200, 160))
    reader = CompositeReader(scene, COMPOSITES)  # type: ignore[arg-type]
    monkeypatch.setattr(windows, "TILE", tile)
    image = read_scene_image(reader, pyramid, numbers)
    top, left = image.top * scale, image.left * scale
    height = min(image.valid.shape[0] * scale, HEIGHT - top)
    width = min(image.valid.shape[1] * scale, WIDTH - left)
    values, valid = average(*reader.read(Window(left, top, width, height)), scale)
    assert np.array_equal(image.valid, valid)
    assert np.array_equal(image.values, values)
    for number in numbers:
        _, inside = image.window_image(pyramid, number)
        assert np.array_equal(image.window_valid(pyramid, number), inside)


def test_a_coarse_scale_takes_less_memory_than_its_pixels() -> None:
    scene = GeneratedScene()
    pyramid = Pyramid.of(scene.grid, 4, 64, 48)
    reader = CompositeReader(scene, COMPOSITES)  # type: ignore[arg-type]
    reader.read(scene.grid.extent)  # kept from now on
    with traced() as peak:
        image = read_scene_image(reader, pyramid, pyramid.covering(scene.grid.extent))
    pixels = 4 * 3 * len(COMPOSITES) * HEIGHT * WIDTH
    assert image.values.nbytes < peak[0] < 0.8 * pixels


def test_composites_take_less_memory_than_the_spectra() -> None:
    scene = GeneratedScene()
    with traced() as peak:
        image, _ = read_composites(scene, COMPOSITES, Window(0, 0, 512, 512))  # type: ignore[arg-type]
    assert image.nbytes < peak[0] < 0.6 * 4 * BANDS * 512 * 512
    assert 0 < scene.largest <= PART_PIXELS
