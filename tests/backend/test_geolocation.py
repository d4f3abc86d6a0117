"""Pixels in sensor geometry are located on a map grid without gaps, whatever the window."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

import h5py
import numpy as np
import pytest
import rasterio.warp
from affine import Affine
from rasterio.crs import CRS
from rasterio.windows import Window

from backend.core.errors import UserError
from backend.scene.grid import Grid
from backend.scene.products.geolocation import LocationArrays, LookupTable
from backend.scene.raster import Scene
from tests.fixtures import hdf5_products
from tests.fixtures.cubes import make_cube

pytestmark = pytest.mark.backend

LINES, SAMPLES = 150, 97


@pytest.fixture
def file(tmp_path: Path) -> Iterator[h5py.File]:
    with h5py.File(tmp_path / "arrays.h5", "w") as opened:
        yield opened


def swath(
    crs: str, west: float, north: float, degrees: float, spacing: float = 30.0
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Map coordinates, latitude and longitude of a swath that is rotated against the map."""
    line, sample = np.mgrid[:LINES, :SAMPLES].astype(np.float64)
    angle = math.radians(degrees)
    # no sensor flies quite straight
    across, along = sample * spacing, line * spacing + 4 * np.sin(line / 9)
    x = west + across * math.cos(angle) - along * math.sin(angle)
    y = north - across * math.sin(angle) - along * math.cos(angle)
    longitude, latitude = rasterio.warp.transform(crs, "EPSG:4326", x.ravel(), y.ravel())
    return x, y, np.reshape(latitude, x.shape), np.reshape(longitude, x.shape)


def arrays_of(
    file: h5py.File, latitude: np.ndarray, longitude: np.ndarray, grid: Grid | None = None
) -> LocationArrays:
    file["lat"], file["lon"] = latitude, longitude
    return LocationArrays(file["lat"], file["lon"], grid)


def whole(located: LocationArrays) -> tuple[np.ndarray, np.ndarray]:
    return located.lookup(located.grid.extent)


PLACES = {
    "north": ("EPSG:32633", 400_000.0, 5_800_000.0),
    "south": ("EPSG:32734", 300_000.0, 6_250_000.0),
    "antimeridian": ("EPSG:32601", 286_500.0, 5_600_000.0),
    "arctic": ("EPSG:3413", 100_000.0, -200_000.0),
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("degrees", [0, 13, 45, 100])
def test_each_map_pixel_shows_a_near_pixel_and_none_is_missing(
    file: h5py.File, place: str, degrees: float
) -> None:
    x, y, latitude, longitude = swath(*PLACES[place], degrees)
    located = arrays_of(file, latitude, longitude)
    zones = {PLACES[place][0]} | ({"EPSG:32660"} if place == "antimeridian" else set())
    assert located.grid.crs.to_string() in zones
    if located.grid.crs.to_string() != PLACES[place][0]:
        x, y = (
            np.reshape(values, x.shape)
            for values in rasterio.warp.transform(
                PLACES[place][0], located.grid.crs, x.ravel(), y.ravel()
            )
        )
    assert located.grid.transform.a == pytest.approx(30, abs=1)
    lines, samples = whole(located)
    found = lines >= 0
    np.testing.assert_array_equal(found, samples >= 0)
    rows, columns = np.nonzero(found)
    xs, ys = located.grid.transform @ (columns + 0.5, rows + 0.5)
    distance = np.hypot(x[lines[found], samples[found]] - xs, y[lines[found], samples[found]] - ys)
    assert distance.max() < 30
    # every pixel in the inside of the swath is filled
    inner = _inside(located.grid, x, y)
    assert inner.sum() > 0.8 * LINES * SAMPLES
    assert found[inner].all()


def _inside(grid: Grid, x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Pixels of the map that lie well inside the outline of the swath."""
    outline = [(0, 0), (0, -1), (-1, -1), (-1, 0)]
    polygon = [~grid.transform @ (x[corner], y[corner]) for corner in outline]
    columns, rows = np.meshgrid(np.arange(grid.width) + 0.5, np.arange(grid.height) + 0.5)
    inside = np.ones(columns.shape, bool)
    for (x0, y0), (x1, y1) in zip(polygon, [*polygon[1:], polygon[0]], strict=True):
        distance = (x1 - x0) * (rows - y0) - (y1 - y0) * (columns - x0)
        inside &= distance / math.hypot(x1 - x0, y1 - y0) > 2
    return inside


def test_the_result_does_not_depend_on_the_windows(file: h5py.File) -> None:
    _, _, latitude, longitude = swath(*PLACES["north"], 30)
    located = arrays_of(file, latitude, longitude)
    lines, samples = whole(located)
    rng = np.random.default_rng(0)
    for _ in range(20):
        top, left = (int(rng.integers(size - 1)) for size in lines.shape)
        height = int(rng.integers(1, min(50, lines.shape[0] - top)))
        width = int(rng.integers(1, min(50, lines.shape[1] - left)))
        part = located.lookup(Window(left, top, width, height))
        place = (slice(top, top + height), slice(left, left + width))
        np.testing.assert_array_equal(part[0], lines[place])
        np.testing.assert_array_equal(part[1], samples[place])


def test_pixels_without_a_location_are_left_out(file: h5py.File) -> None:
    _, _, latitude, longitude = swath(*PLACES["north"], 0)
    latitude[40:60, 20:30] = -9999
    longitude[100, :] = np.nan
    latitude[:, 90:] = np.inf
    located = arrays_of(file, latitude, longitude)
    lines, samples = whole(located)
    recorded = np.unique(lines * SAMPLES + samples)
    missing = np.isnan(longitude) | ~(np.abs(latitude) <= 90)
    assert not np.isin(np.flatnonzero(missing.ravel()), recorded).any()


def test_a_given_grid_is_used_and_pixels_outside_of_it_are_left_out(file: h5py.File) -> None:
    _, _, latitude, longitude = swath(*PLACES["north"], 0)
    grid = Grid(40, 30, Affine(60, 0, 401_000, 0, -60, 5_799_000), CRS.from_epsg(32633))
    located = arrays_of(file, latitude, longitude, grid)
    assert located.grid is grid
    lines, _ = whole(located)
    assert (lines >= 0)[:, :20].all()
    assert not (lines >= 0)[:, 34:].any()


@pytest.mark.parametrize(
    "damage",
    [
        lambda lat, lon: (lat, lon[:-1]),
        lambda lat, lon: (np.full_like(lat, np.nan), lon),
        lambda lat, lon: (np.zeros_like(lat), np.zeros_like(lon)),
        lambda lat, lon: (lat[:1], lon[:1]),
        lambda lat, lon: (lat * 0 + 91, lon),
    ],
)
def test_impossible_arrays_are_refused(file: h5py.File, damage: object) -> None:
    _, _, latitude, longitude = swath(*PLACES["north"], 0)
    latitude, longitude = damage(latitude, longitude)  # type: ignore[operator]
    with pytest.raises(ValueError, match="location arrays"):
        whole(arrays_of(file, latitude, longitude))


def test_arrays_that_only_claim_a_size_are_refused_at_once(file: h5py.File) -> None:
    for name in ("lat", "lon"):
        file.create_dataset(name, (2**20, 2**20), "f4", chunks=(64, 64))
    with pytest.raises(ValueError, match="too large"):
        LocationArrays(file["lat"], file["lon"])


def test_entries_of_a_lookup_table_outside_the_sensor_are_left_out(file: h5py.File) -> None:
    file["line"] = np.array([[0, 1, -2, 3], [4, -9999, 2**31 - 1, 1]], np.int32)
    file["sample"] = np.array([[1, 1, 2, 0], [1, -9999, 1, 9]], np.int32)
    lines, samples = LookupTable(file["line"], file["sample"], (3, 2), -9999.0).lookup(
        Window(0, 0, 4, 2)
    )
    np.testing.assert_array_equal(lines, [[-1, 0, 1, -1], [-1, -1, -1, -1]])
    np.testing.assert_array_equal(samples, [[-1, 0, 1, -1], [-1, -1, -1, -1]])


def test_values_and_masks_do_not_depend_on_the_windows(tmp_path: Path) -> None:
    path = hdf5_products.write_tanager(tmp_path, make_cube(), ortho=False, cloudy=True)
    with Scene(path) as scene:
        expected, mask = scene.read(scene.grid.extent)
        for top in range(0, scene.grid.height, 7):
            for left in range(0, scene.grid.width, 9):
                rows, columns = slice(top, min(top + 7, 30)), slice(left, min(left + 9, 42))
                values, valid = scene.read(Window.from_slices(rows, columns))
                np.testing.assert_array_equal(values, expected[:, rows, columns])
                np.testing.assert_array_equal(valid, mask[rows, columns])


def test_location_arrays_of_another_size_are_refused(tmp_path: Path) -> None:
    path = hdf5_products.write_tanager(tmp_path, make_cube(), ortho=False)
    with h5py.File(path, "r+") as product:
        places = product["HDFEOS/SWATHS/HYP/Geolocation Fields"]
        for name in ("Latitude", "Longitude"):
            values = places[name][:-2]
            del places[name]
            places[name] = values
    with pytest.raises(UserError) as error:
        Scene(path)
    assert error.value.code == "scene.unreadable"
