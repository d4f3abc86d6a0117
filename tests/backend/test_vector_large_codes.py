"""Class codes that floats do not represent exactly are read exactly, or refused."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from affine import Affine
from rasterio.crs import CRS

from backend.core.errors import UserError
from backend.labels.vector import read_training_pixels
from backend.metrics.class_map import NO_CLASS, ClassRaster
from backend.scene.grid import Grid

pytestmark = pytest.mark.backend

LARGE = 2**53
CODES = [LARGE, LARGE + 1, LARGE + 2, -(LARGE + 1), 5, 2**62 + 1, 2**62 + 3]
TRANSFORM = Affine(10, 0, 400_000, 0, -10, 5_800_000)
GRID = Grid(20, 20, TRANSFORM, CRS.from_epsg(32633))
FORMATS = {
    "gpkg": "GPKG",
    "shp": "ESRI Shapefile",
    "geojson": "GeoJSON",
    "fgb": "FlatGeobuf",
    "sqlite": "SQLite",
}


def write_points(
    path: Path, column: np.ndarray, missing: list[bool] | None = None, field: str = "class"
) -> Path:
    """A point at the centre of pixel 0, 1, … of the first row, each with its code."""
    points = [shapely.Point(*(TRANSFORM @ (n + 0.5, 0.5))) for n in range(len(column))]
    pyogrio.raw.write(
        path,
        shapely.to_wkb(np.array(points, object)),
        [column],
        [field],
        field_mask=None if missing is None else [np.array(missing)],
        driver=FORMATS[path.suffix[1:]],
        geometry_type="Point",
        crs="EPSG:32633",
    )
    return path


def classes_at(path: Path, field: str = "class") -> dict[int, str]:
    """The class of each pixel of the first row."""
    training_pixels = read_training_pixels(path, field, GRID)
    return {
        int(column): training_pixels.classes[target].value
        for column, target in zip(training_pixels.columns, training_pixels.target, strict=True)
    }


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("place", [None, 0, 3, 5])
def test_large_codes_are_exact_where_others_are_missing(
    tmp_path: Path, ending: str, place: int | None
) -> None:
    # a shapefile stores integers of 19 digits as floats
    codes, missing = [c for c in CODES if ending != "shp" or c < 10**18], None
    if place is not None:
        codes.insert(place, 0)
        missing = [number == place for number in range(len(codes))]
    path = write_points(tmp_path / f"l.{ending}", np.array(codes, np.int64), missing)
    expected = {n: str(code) for n, code in enumerate(codes) if n != place}
    assert classes_at(path) == expected


def test_large_codes_are_exact_for_any_field_name(tmp_path: Path) -> None:
    field = 'the "code" of 1'
    path = write_points(
        tmp_path / "l.gpkg", np.array([LARGE, LARGE + 1, 0]), [False, False, True], field
    )
    assert classes_at(path, field) == {0: str(LARGE), 1: str(LARGE + 1)}


def test_classes_are_sorted_by_their_exact_codes(tmp_path: Path) -> None:
    path = write_points(tmp_path / "l.gpkg", np.array([*CODES, 0]), [False] * 7 + [True])
    values = [int(entry.value) for entry in read_training_pixels(path, "class", GRID).classes]
    assert values == sorted(CODES)


def test_decimals_that_are_not_exact_are_refused(tmp_path: Path) -> None:
    path = write_points(tmp_path / "l.gpkg", np.array([float(LARGE), 1.0, 2.0]))
    with pytest.raises(UserError) as caught:
        read_training_pixels(path, "class", GRID)
    assert caught.value.code == "labels.codes_too_large"


def test_a_shapefile_with_inexact_codes_is_refused(tmp_path: Path) -> None:
    path = write_points(tmp_path / "l.shp", np.array([2**62 + 1, 2**62 + 3]))
    with pytest.raises(UserError) as caught:
        read_training_pixels(path, "class", GRID)
    assert caught.value.code == "labels.codes_too_large"


def test_decimals_that_are_integers_are_codes(tmp_path: Path) -> None:
    path = write_points(tmp_path / "l.gpkg", np.array([float(LARGE - 1), 1.0, np.nan]))
    assert classes_at(path) == {0: str(LARGE - 1), 1: "1"}


def write_raster(path: Path, codes: list[int], kind: str, place: Affine = TRANSFORM) -> Path:
    values = np.zeros((20, 20), kind)
    values[0, : len(codes)] = codes
    profile = {"driver": "GTiff", "width": 20, "height": 20, "count": 1, "dtype": kind}
    with rasterio.open(path, "w", crs="EPSG:32633", transform=place, **profile) as raster:
        raster.write(values, 1)
    return path


def test_large_codes_of_a_raster_are_exact(tmp_path: Path) -> None:
    path = write_raster(tmp_path / "l.tif", [LARGE, LARGE + 1, 2**62 + 1], "int64")
    assert classes_at(path) == {0: str(LARGE), 1: str(LARGE + 1), 2: str(2**62 + 1)}


@pytest.mark.parametrize(
    ("codes", "kind", "place"),
    [
        ([2**24, 1], "float32", TRANSFORM),
        ([LARGE, 1], "float64", TRANSFORM),
        ([2**63, 1], "uint64", TRANSFORM),
        ([LARGE + 1, 1], "int64", TRANSFORM @ Affine.translation(2, 0)),
    ],
)
def test_a_raster_with_inexact_codes_is_refused(
    tmp_path: Path, codes: list[int], kind: str, place: Affine
) -> None:
    path = write_raster(tmp_path / "l.tif", codes, kind, place)
    with pytest.raises(UserError) as caught:
        read_training_pixels(path, None, GRID)
    assert caught.value.code == "labels.codes_too_large"


def test_negative_values_are_not_classes_of_a_map(tmp_path: Path) -> None:
    path = write_raster(tmp_path / "m.tif", [3, -(2**32) + 3, -(2**33) + 7, -1, 0], "int64")
    with ClassRaster(str(path)) as raster:
        assert raster.read(raster.grid.extent)[0, :5].tolist() == [3, *[NO_CLASS] * 4]


def test_values_above_the_largest_code_are_refused_in_a_map(tmp_path: Path) -> None:
    path = write_raster(tmp_path / "m.tif", [3, 2**32 + 3], "int64")
    with ClassRaster(str(path)) as raster, pytest.raises(UserError) as caught:
        raster.read(raster.grid.extent)
    assert caught.value.code == "assess.not_classes"
