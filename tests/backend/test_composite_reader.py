"""Composites are read in tiles that are kept: same values, bounded memory, few readings."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from rasterio.windows import Window

from backend.features import windows
from backend.features.windows import CompositeReader
from backend.scene.composites import Composite, read_composites

pytestmark = pytest.mark.backend

HEIGHT, WIDTH, BANDS = 75, 90, 5


class FakeScene:
    """Generated reflectance in blocks of 20 x 30 pixels, and the windows that were read."""

    max_pixels = 10**6

    def __init__(self) -> None:
        rng = np.random.default_rng(0)
        self.values = rng.uniform(0.01, 1, (BANDS, HEIGHT, WIDTH)).astype(np.float32)
        self.inside = rng.uniform(size=(HEIGHT, WIDTH)) > 0.3
        self.grid = SimpleNamespace(height=HEIGHT, width=WIDTH)
        self.windows: list[Window] = []
        self.failures = 0

    def blocks(self, size: int) -> list[Window]:
        """The first block."""
        return [Window(0, 0, 30, 20)]

    def parts(self, window: Window, max_pixels: int | None = None) -> list[Window]:
        """The window itself."""
        return [window]

    def read(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """A window, unless memory is short."""
        if self.failures:
            self.failures -= 1
            raise MemoryError
        self.windows.append(window)
        rows = slice(window.row_off, window.row_off + window.height)
        columns = slice(window.col_off, window.col_off + window.width)
        return self.values[:, rows, columns].copy(), self.inside[rows, columns]


def composite(name: str, logarithmic: bool) -> Composite:
    """A composite with fixed weights."""
    weights = np.random.default_rng(len(name)).normal(size=(3, BANDS)).astype(np.float32)
    low, high = np.full(3, -2, np.float32), np.full(3, 2, np.float32)
    return Composite(name, weights, logarithmic, low, high, 1.0)


COMPOSITES = [composite("rgb", False), composite("pca1", True), composite("second", True)]
WINDOWS = [Window(0, 0, 90, 75), Window(7, 3, 50, 44), Window(29, 19, 2, 2), Window(89, 74, 1, 1)]


@pytest.mark.parametrize("window", WINDOWS, ids=str)
def test_any_window_has_the_values_of_the_scene(window: Window) -> None:
    scene = FakeScene()
    image, valid = CompositeReader(scene, COMPOSITES).read(window)
    expected, inside = read_composites(scene, COMPOSITES, window)
    assert np.array_equal(valid, inside)
    assert np.allclose(image, expected, atol=1e-6)
    rows = slice(window.row_off, window.row_off + window.height)
    columns = slice(window.col_off, window.col_off + window.width)
    direct = [item.apply(scene.values[:, rows, columns]) for item in COMPOSITES]
    assert np.allclose(image, np.concatenate(direct), atol=1e-6)


def test_overlapping_windows_read_each_tile_once() -> None:
    scene = FakeScene()
    reader = CompositeReader(scene, COMPOSITES)
    for window in WINDOWS:
        reader.read(window)
    assert len(scene.windows) == len(set(map(str, scene.windows))) == 12


def test_the_tiles_used_least_recently_are_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(windows, "MAX_KEPT_PIXELS", 3 * 600)
    scene = FakeScene()
    reader = CompositeReader(scene, COMPOSITES)
    for left in (0, 30, 60, 0, 30, 60):
        reader.read(Window(left, 0, 30, 20))
    assert len(scene.windows) == 3
    reader.read(Window(0, 20, 30, 20))  # replaces the first tile
    reader.read(Window(60, 0, 30, 20))
    assert len(scene.windows) == 4
    reader.read(Window(0, 0, 30, 20))
    assert len(scene.windows) == 5


def test_without_memory_kept_tiles_are_released_first() -> None:
    scene = FakeScene()
    reader = CompositeReader(scene, COMPOSITES)
    scene.failures = 1
    with pytest.raises(MemoryError):
        reader.read(Window(0, 0, 30, 20))
    reader.read(Window(0, 0, 30, 20))
    scene.failures = 1
    reader.read(Window(30, 0, 30, 20))
    reader.read(Window(0, 0, 30, 20))
    assert len(scene.windows) == 3
    scene.failures = 2
    with pytest.raises(MemoryError):
        reader.read(Window(60, 0, 30, 20))
