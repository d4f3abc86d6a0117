"""Class areas are those on the ellipsoid, in any coordinate system."""

from __future__ import annotations

import csv
import math
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
import rasterio.warp
from affine import Affine
from backend_support import run
from batch_support import batch, train
from conftest import Stripes

from backend.common import protocol
from backend.mapping.class_areas import class_areas
from backend.scene.grid import Grid
from tests.fixtures.class_rasters import write_codes, write_style
from tests.fixtures.cubes import make_cube
from tests.fixtures.rasters import write_geotiff

pytestmark = pytest.mark.backend

LATITUDE, LONGITUDE = 62.0, 10.0
NAMES = {1: "north", 2: "south"}
#: Hectares of a square of 2 km, half north and half south.
HALF = 200.0


def halves(size: int) -> np.ndarray:
    codes = np.ones((size, size), np.uint8)
    codes[size // 2 :] = 2
    return codes


def is_georeferenced(folder: Path, crs: str, size: int) -> Path:
    """A square of 2 km as a grid in a coordinate system."""
    across = math.cos(math.radians(LATITUDE)) * 6_391_300
    half = {
        "EPSG:3857": [1000 / across * 6_378_137] * 2,
        "EPSG:4326": [math.degrees(1000 / across), math.degrees(1000 / 6_384_800)],
    }.get(crs, [1000, 1000])
    # the radii of the ellipsoid there, across and along the meridian, differ by half a percent
    if crs == "EPSG:3857":
        half[1] *= 6_391_300 / 6_384_800
    (x,), (y,) = rasterio.warp.transform("EPSG:4326", crs, [LONGITUDE], [LATITUDE])
    place = Affine(2 * half[0] / size, 0, x - half[0], 0, -2 * half[1] / size, y + half[1])
    folder.mkdir()
    path = write_codes(folder / "map.tif", halves(size), crs=crs, transform=place)
    write_style(path, NAMES)
    return path


def report(mapped: Path, reference: Path, **settings: Any) -> dict[str, Any]:
    outcome = run("assess", map=mapped, reference=reference, **settings)
    assert outcome.status == protocol.EXIT_DONE, outcome.events[-1]
    return outcome.result.figures


@pytest.mark.parametrize("crs", ["EPSG:3857", "EPSG:4326", "EPSG:3035", "EPSG:32632"])
def test_hectares_are_ground_areas(tmp_path: Path, crs: str) -> None:
    path = is_georeferenced(tmp_path / "m", crs, 80)
    figures = report(path, path, report=tmp_path / "r.html", design="stratified")
    found = [entry["map_hectares"] for entry in figures["classes"]]
    assert found == pytest.approx([HALF, HALF], rel=3e-3)
    text = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "mapped, ha" in text
    assert "measured on the ellipsoid" in text


@pytest.mark.parametrize("crs", [None, 'LOCAL_CS["a plan",UNIT["metre",1]]'])
def test_there_are_no_hectares_without_a_coordinate_system(tmp_path: Path, crs: str | None) -> None:
    path = write_codes(tmp_path / "map.tif", halves(20), crs=crs)
    figures = report(path, path, report=tmp_path / "r.html", design="stratified")
    assert [entry["map_hectares"] for entry in figures["classes"]] == [None, None]
    text = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "mapped, ha" not in text
    assert "Hectares are not available" in text


def tall(path: Path, wrong: bool = False) -> Path:
    """Two classes over 20 degrees of latitude, where pixels in the north are much smaller."""
    codes = halves(100)
    if wrong:
        codes[:10] = 2
    place = Affine(0.2, 0, 0, 0, -0.2, 75)
    write_codes(path, codes, crs="EPSG:4326", transform=place)
    write_style(path, NAMES)
    return path


def share_of(first: int, last: int) -> float:
    """The share of the ground area that some rows of `tall` cover, on a sphere."""

    def sine(row: int) -> float:
        return math.sin(math.radians(75 - 0.2 * row))

    return (sine(first) - sine(last)) / (sine(0) - sine(100))


def test_strata_are_weighted_by_area_where_pixel_areas_differ(tmp_path: Path) -> None:
    mapped = tall(tmp_path / "map.tif")
    truth = tall(tmp_path / "truth.tif", wrong=True)
    figures = report(mapped, truth, design="stratified")
    north, south = share_of(0, 50), share_of(50, 100)
    # a fifth of the sampled pixels in the north is wrong
    adjusted = figures["area_adjusted"]
    expected = 0.8 * north + south
    assert adjusted["overall_accuracy"]["value"] == pytest.approx(expected, abs=2e-3)
    assert adjusted["area_share"]["value"] == pytest.approx(
        [0.8 * north, south + 0.2 * north], abs=2e-3
    )
    assert figures["unadjusted"]["overall_accuracy"] == pytest.approx(0.9)


def test_a_census_uses_ground_areas_where_pixel_areas_differ(tmp_path: Path) -> None:
    mapped = tall(tmp_path / "map.tif")
    truth = tall(tmp_path / "truth.tif", wrong=True)
    figures = report(mapped, truth)
    assert figures["design"] == "census"
    adjusted = figures["area_adjusted"]
    assert adjusted["overall_accuracy"]["value"] == pytest.approx(1 - share_of(0, 10), abs=2e-3)
    assert adjusted["overall_accuracy"]["standard_error"] == pytest.approx(0, abs=1e-12)


@pytest.mark.parametrize("design", ["stratified", "census"])
def test_given_strata_are_weighted_by_ground_area(tmp_path: Path, design: str) -> None:
    mapped, strata = tall(tmp_path / "map.tif"), tall(tmp_path / "strata.tif")
    truth = tall(tmp_path / "truth.tif", wrong=True)
    figures = report(mapped, truth, strata=strata, design=design)
    expected = 0.8 * share_of(0, 50) + share_of(50, 100) if design == "stratified" else 0.9
    value = figures["area_adjusted"]["overall_accuracy"]["value"]
    assert value == pytest.approx(expected, abs=2e-3)


def test_a_map_in_degrees_is_summed_pixel_by_pixel(tmp_path: Path) -> None:
    path = tall(tmp_path / "map.tif")
    with rasterio.open(path) as raster:
        grid = Grid(raster.width, raster.height, raster.transform, raster.crs)
    found = class_areas(path, grid, [1, 2], np.array([5000, 5000]))
    assert found is not None
    assert found[0] / sum(found) == pytest.approx(share_of(0, 50), abs=2e-3)


@pytest.mark.slow
@pytest.mark.parametrize("crs", ["EPSG:3857", "EPSG:4326", None])
def test_the_summary_table_of_a_batch_has_ground_areas(
    stripes: Stripes, tmp_path: Path, crs: str | None
) -> None:
    model = train(stripes, tmp_path / "model.safetensors")
    if crs:
        (x,), (y,) = rasterio.warp.transform("EPSG:4326", crs, [LONGITUDE], [LATITUDE])
    side = {"EPSG:3857": 30.0, "EPSG:4326": 2.7e-4, None: 1.0}[crs]
    place = Affine(side, 0, x, 0, -side, y) if crs else Affine.identity()
    (tmp_path / "in").mkdir()
    write_geotiff(tmp_path / "in" / "s.tif", replace(make_cube(), crs=crs, place=place))
    assert batch(model, [tmp_path / "in"], tmp_path / "maps").status == protocol.EXIT_DONE
    with (tmp_path / "maps" / "summary.csv").open(encoding="utf-8") as file:
        (row,) = csv.DictReader(file)
    total = sum(float(row[f"area_{name}"]) for name in ("soil", "tree", "water"))
    across = math.cos(math.radians(LATITUDE))
    metres = {
        "EPSG:3857": (30 * across) ** 2,
        "EPSG:4326": math.radians(2.7e-4) ** 2 * across * 6_391_300 * 6_384_800,
    }
    assert row["area_unit"] == ("ha" if crs else "pixels")
    expected = int(row["pixels"]) * (metres[crs] / 10_000 if crs else 1)
    assert total == pytest.approx(expected, rel=5e-3)
