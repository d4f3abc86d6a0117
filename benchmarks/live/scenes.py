"""The scenes of the benchmark, and polygons that are drawn in them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import rasterio
from rasterio.transform import xy
from rasterio.windows import Window

SIDE = 3  # of a drawn polygon, in pixels
LARGE_SIDE, LARGE_BANDS = 2000, 200
MAX_TRIES = 1_000_000


def enlarge(sample: Path, target: Path) -> Path:
    """A scene of 2000 x 2000 x 200 of copies of the sample scene, with its truth."""
    target.mkdir(parents=True, exist_ok=True)
    with rasterio.open(sample / "scene.tif") as source:
        profile = source.profile | {
            "width": LARGE_SIDE,
            "height": LARGE_SIDE,
            "count": LARGE_BANDS,
            "compress": None,
            "bigtiff": "yes",
        }
        bands = np.linspace(0, source.count - 1, LARGE_BANDS).round().astype(int) + 1
        low, high = (float(source.tags(band)["wavelength"]) for band in (1, source.count))
        waves = np.linspace(low, high, LARGE_BANDS)
        with rasterio.open(target / "scene.tif", "w", **profile) as large:
            large.update_tags(**source.tags())
            for number, band in enumerate(bands, 1):
                large.write(_tiled(source.read(int(band))), number)
                large.update_tags(
                    number, wavelength=f"{waves[number - 1]:.2f}", wavelength_units="nm"
                )
                large.set_band_description(number, f"{waves[number - 1]:.2f} nm")
    with rasterio.open(sample / "truth.tif") as source:
        profile = source.profile | {"width": LARGE_SIDE, "height": LARGE_SIDE}
        with rasterio.open(target / "truth.tif", "w", **profile) as truth:
            truth.write(_tiled(source.read(1)), 1)
    return target


def polygons_in(sample: Path, names: list[str], count: int, seed: int) -> list[tuple[str, str]]:
    """Squares of pixels of one class: its name and the outline as WKT, near the scene's centre.

    Classes take turns, so that any number of polygons has all of them.
    """
    with rasterio.open(sample / "truth.tif") as source:
        side = min(source.width, source.height, 240)
        column, row = (source.width - side) // 2, (source.height - side) // 2
        truth = source.read(1, window=Window(column, row, side, side))
        transform = source.transform
    generator = np.random.default_rng(seed)
    found: list[tuple[str, str]] = []
    taken = np.zeros_like(truth, dtype=bool)
    for _ in range(MAX_TRIES):
        if len(found) == count:
            return found
        code = 1 + len(found) % len(names)
        top, left = generator.integers(1, side - SIDE - 1, 2)
        part = (slice(top, top + SIDE), slice(left, left + SIDE))
        if taken[part].any() or (truth[part] != code).any():
            continue
        taken[part] = True
        corners = [(0, 0), (0, SIDE), (SIDE, SIDE), (SIDE, 0), (0, 0)]
        points = [
            xy(transform, row + top + down, column + left + right, offset="ul")
            for down, right in corners
        ]
        ring = ", ".join(f"{x} {y}" for x, y in points)
        found.append((names[code - 1], f"Polygon(({ring}))"))
    raise ValueError(f"There is no room for {count} polygons of {', '.join(names)}.")


def _tiled(values: np.ndarray) -> np.ndarray:
    """Mirrored copies of an image, without seams."""
    mirrored = np.block([[values, values[:, ::-1]], [values[::-1], values[::-1, ::-1]]])
    times = -(-LARGE_SIDE // mirrored.shape[0])
    return np.tile(mirrored, (times, times))[:LARGE_SIDE, :LARGE_SIDE]
