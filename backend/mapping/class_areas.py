"""The ground area of the classes of a map."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import rasterio
from rasterio.errors import RasterioError
from rasterio.windows import Window

from ..scene.grid import Grid
from ..scene.ground_area import pixel_areas
from ..scene.sources import damaged_error
from .geotiff import TILE


def class_areas(
    path: Path, grid: Grid, codes: Sequence[int], counts: np.ndarray
) -> list[float] | None:
    """The area of each class of a written map in square metres; `counts` are its pixels by class.

    None where the coordinate system does not determine ground areas.
    """
    ground = pixel_areas(grid)
    if ground is None:
        return None
    if not ground.differ:
        return [float(number) * ground.mean for number in counts]
    found = np.zeros(max(codes) + 1)
    try:
        with rasterio.open(path) as dataset:
            for top in range(0, grid.height, TILE):
                strip = Window(0, top, grid.width, min(TILE, grid.height - top))
                values = dataset.read(1, window=strip).ravel()
                sizes = ground.window(strip).ravel()
                found += np.bincount(values, weights=sizes, minlength=len(found))
    except RasterioError as error:
        raise damaged_error(str(path), error) from error
    return [float(found[code]) for code in codes]
