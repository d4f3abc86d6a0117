"""Rasters on the same grid are compared pixel by pixel, those on others are resampled."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from rasterio.crs import CRS

from backend.core.errors import UserError
from backend.labels.vector import read_training_pixels
from backend.metrics.class_map import NO_CLASS, ClassRaster
from backend.scene.grid import Grid

pytestmark = pytest.mark.backend

SIZE = 64
#: Pixels of 30 m, of 1 cm in degrees, of 1 cm, of 10 km, and a rotated grid.
PLACES = {
    "30 m": ("EPSG:32633", Affine(30, 0, 390_000, 0, -30, 5_810_000)),
    "1 cm in degrees": ("EPSG:4326", Affine(9e-8, 0, 13.1, 0, -9e-8, 52.4)),
    "1 cm": ("EPSG:32633", Affine(0.01, 0, 390_000, 0, -0.01, 5_810_000)),
    "10 km": ("EPSG:3035", Affine(10_000, 0, 4_000_000, 0, -10_000, 3_500_000)),
    "rotated": (
        "EPSG:32633",
        Affine.translation(390_000, 5_810_000) @ Affine.rotation(23) @ Affine.scale(2, -2),
    ),
}


def codes() -> np.ndarray:
    """Codes that differ from shifted and scaled copies of themselves in most pixels."""
    return np.random.default_rng(0).integers(1, 5, (SIZE, SIZE)).astype(np.uint8)


def write(path: Path, values: np.ndarray, crs: str | None, place: Affine, **more: object) -> Path:
    profile = {"driver": "GTiff", "count": 1, "dtype": values.dtype, "nodata": 0, **more}
    height, width = values.shape
    with rasterio.open(
        path, "w", width=width, height=height, crs=crs, transform=place, **profile
    ) as raster:
        raster.write(values, 1)
    return path


@pytest.fixture(params=PLACES)
def grid(request: pytest.FixtureRequest) -> Grid:
    crs, place = PLACES[request.param]
    return Grid(SIZE, SIZE, place, CRS.from_string(crs))


def labels_on(grid: Grid, path: Path) -> tuple[np.ndarray, tuple[str, ...]]:
    training_pixels = read_training_pixels(path, None, grid)
    found = np.zeros((SIZE, SIZE), int)
    found[training_pixels.rows, training_pixels.columns] = np.array(
        [int(c.value) for c in training_pixels.classes]
    )[training_pixels.target]
    return found, training_pixels.warnings


@pytest.mark.parametrize("shift", [(8, 0), (0, -8), (1, 1), (3, 0)])
def test_a_grid_shifted_by_whole_pixels_is_resampled(
    tmp_path: Path, grid: Grid, shift: tuple[int, int]
) -> None:
    moved = grid.transform @ Affine.translation(*shift)
    path = write(tmp_path / "l.tif", codes(), grid.crs, moved)
    found, notes = labels_on(grid, path)
    expected = np.zeros((SIZE, SIZE), int)
    right, down = shift
    rows = slice(max(0, down), SIZE + min(0, down))
    from_rows = slice(max(0, -down), SIZE + min(0, -down))
    expected[rows, right:] = codes()[from_rows, : SIZE - right]
    np.testing.assert_array_equal(found, expected)
    assert any("resampled" in note for note in notes)
    with ClassRaster(str(path), grid) as raster:
        codes_of_map = raster.read(grid.extent)
    np.testing.assert_array_equal(np.where(codes_of_map == NO_CLASS, 0, codes_of_map), expected)


@pytest.mark.parametrize("scale", [2, 3, 1 / 3])
def test_a_grid_of_another_resolution_is_resampled(
    tmp_path: Path, grid: Grid, scale: float
) -> None:
    wider = grid.transform @ Affine.scale(scale)
    found, notes = labels_on(grid, write(tmp_path / "l.tif", codes(), grid.crs, wider))
    centres = np.floor((np.arange(SIZE) + 0.5) / scale).astype(int)
    inside = centres < SIZE
    expected = np.zeros((SIZE, SIZE), int)
    expected[np.ix_(inside, inside)] = codes()[np.ix_(centres[inside], centres[inside])]
    np.testing.assert_array_equal(found, expected)
    assert any("resampled" in note for note in notes)


@pytest.mark.parametrize("slip", [0, 1e-4, 4e-3])
def test_rounded_coordinates_are_the_same_grid(tmp_path: Path, grid: Grid, slip: float) -> None:
    moved = grid.transform @ Affine.translation(slip, -slip)
    found, notes = labels_on(grid, write(tmp_path / "l.tif", codes(), grid.crs, moved))
    np.testing.assert_array_equal(found, codes())
    assert not notes


def test_rasters_without_a_reference_system_must_have_the_same_grid(
    tmp_path: Path, grid: Grid
) -> None:
    same = write(tmp_path / "same.tif", codes(), None, grid.transform)
    np.testing.assert_array_equal(labels_on(grid, same)[0], codes())
    moved = grid.transform @ Affine.translation(8, 0)
    with pytest.raises(UserError) as caught:
        labels_on(grid, write(tmp_path / "moved.tif", codes(), None, moved))
    assert caught.value.code == "labels.no_crs"


@pytest.mark.parametrize("nodata", [None, 255])
def test_class_code_0_is_kept_when_a_map_is_resampled(
    tmp_path: Path, grid: Grid, nodata: int | None
) -> None:
    values = codes() - 1
    moved = grid.transform @ Affine.translation(8, 0)
    path = write(tmp_path / "r.tif", values, grid.crs, moved, nodata=nodata)
    names = {0: "water", 1: "soil", 2: "tree", 3: "road"}
    with rasterio.open(path, "r+") as raster:
        raster.update_tags(GEODIFFNET_CLASSES=json.dumps(names))
    with ClassRaster(str(path), grid) as raster:
        codes_of_map = raster.read(grid.extent)
    assert (codes_of_map[:, :8] == NO_CLASS).all()
    np.testing.assert_array_equal(codes_of_map[:, 8:], values[:, :-8])
