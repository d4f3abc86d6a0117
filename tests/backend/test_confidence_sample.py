"""The pixels by which the mean confidence is estimated depend on the size of the scene alone."""

from __future__ import annotations

import numpy as np
import pytest
from affine import Affine
from rasterio.windows import Window

from backend.mapping.confidence_sample import MIN_PIXELS, STEPS, ConfidenceSample
from backend.scene.grid import Grid

pytestmark = pytest.mark.backend


def sample_of(width: int, height: int) -> ConfidenceSample:
    return ConfidenceSample.of(Grid(width, height, Affine.identity(), None))


def test_small_scenes_are_sampled_completely_and_large_ones_in_part() -> None:
    assert sample_of(1, 1).step == sample_of(4 * MIN_PIXELS - 1, 1).step == 1
    assert sample_of(4, MIN_PIXELS).step == 4
    assert sample_of(256, 256).step == 8
    assert sample_of(1000, 1000).step == sample_of(100_000, 100_000).step == 32
    for width in (60, 100, 300, 777, 5000):
        step = sample_of(width, 640).step
        assert step in (1, *STEPS)
        assert step == 1 or width * 640 / step >= MIN_PIXELS


@pytest.mark.parametrize("step", [1, *STEPS])
def test_all_rows_and_columns_are_sampled_equally_often(step: int) -> None:
    chosen = ConfidenceSample(step).chosen(Window(0, 0, 3 * step, 5 * step))
    assert (chosen.sum(axis=0) == 5).all()
    assert (chosen.sum(axis=1) == 3).all()


@pytest.mark.parametrize("step", [1, *STEPS])
@pytest.mark.parametrize("tile", [(1, 1), (16, 16), (7, 41), (97, 3), (200, 200)])
def test_the_sampled_pixels_do_not_depend_on_tiles(step: int, tile: tuple[int, int]) -> None:
    height, width = 97, 83
    sample = ConfidenceSample(step)
    joined = np.zeros((height, width), bool)
    for top in range(0, height, tile[0]):
        for left in range(0, width, tile[1]):
            window = Window(left, top, min(tile[1], width - left), min(tile[0], height - top))
            joined[window.toslices()] = sample.chosen(window)
    assert np.array_equal(joined, sample.chosen(Window(0, 0, width, height)))
