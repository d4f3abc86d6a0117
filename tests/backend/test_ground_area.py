"""Areas of pixels are those on the ground in any coordinate reference system."""

from __future__ import annotations

import math

import numpy as np
import pytest
import rasterio.warp
from affine import Affine
from rasterio.crs import CRS
from rasterio.windows import Window

from backend.scene.grid import Grid
from backend.scene.ground_area import pixel_areas

pytestmark = pytest.mark.backend

E2 = 0.00669437999014
AXIS = 6_378_137.0


def belt(south: float, north: float, width: float) -> float:
    """The area in m² between two parallels over a range of longitude, in closed form."""
    e = math.sqrt(E2)

    def authalic(degrees: float) -> float:
        s = math.sin(math.radians(degrees))
        inside = s / (1 - E2 * s * s) - math.log((1 - e * s) / (1 + e * s)) / (2 * e)
        return (1 - E2) * inside

    return AXIS**2 / 2 * (authalic(north) - authalic(south)) * math.radians(width)


def total(grid: Grid) -> float:
    areas = pixel_areas(grid)
    assert areas is not None
    whole = areas.window(grid.extent)
    assert whole.shape == (grid.height, grid.width)
    assert whole.mean() == pytest.approx(areas.mean)
    return float(whole.sum())


def geographic(south: float, north: float, west: float, east: float, rows: int) -> Grid:
    size = (north - south) / rows
    columns = round((east - west) / size)
    place = Affine((east - west) / columns, 0, west, 0, -size, north)
    return Grid(columns, rows, place, CRS.from_epsg(4326))


@pytest.mark.parametrize(
    ("south", "north", "west", "east"),
    [
        (62, 62.1, 10, 10.2),
        (-0.1, 0.1, 0, 0.2),
        (52, 53, 13, 14),
        (-80, -40, 170, 190),
        (89, 90, 0, 4),
    ],
)
def test_areas_in_degrees_match_the_area_between_parallels(
    south: float, north: float, west: float, east: float
) -> None:
    grid = geographic(south, north, west, east, 200)
    assert total(grid) == pytest.approx(belt(south, north, east - west), rel=2e-5)


def test_the_whole_earth_has_the_area_of_the_ellipsoid() -> None:
    assert total(geographic(-90, 90, -180, 180, 720)) == pytest.approx(5.100656e14, rel=1e-4)


@pytest.mark.parametrize("latitude", [0, 30, 62, -75])
def test_areas_in_web_mercator_are_not_enlarged(latitude: float) -> None:
    xs, ys = rasterio.warp.transform(
        "EPSG:4326", "EPSG:3857", [10, 10.2], [latitude, latitude + 0.1]
    )
    size = (xs[1] - xs[0]) / 300
    rows = round((ys[1] - ys[0]) / size)
    grid = Grid(300, rows, Affine(size, 0, xs[0], 0, -size, ys[1]), CRS.from_epsg(3857))
    bottom = ys[1] - rows * size
    (_, east), (south, north) = rasterio.warp.transform(
        "EPSG:3857", "EPSG:4326", [xs[0], xs[1]], [bottom, ys[1]]
    )
    true = belt(south, north, east - 10)
    assert total(grid) == pytest.approx(true, rel=2e-5)
    on_the_map = rows * 300 * size**2
    assert on_the_map / true == pytest.approx(
        1 / math.cos(math.radians(latitude + 0.05)) ** 2, rel=0.01
    )


def test_areas_of_a_world_map_in_mercator() -> None:
    edge = 20_037_508.342789244
    grid = Grid(1024, 1024, Affine(edge / 512, 0, -edge, 0, -edge / 512, edge), CRS.from_epsg(3857))
    assert total(grid) == pytest.approx(belt(-85.0511288, 85.0511288, 360), rel=1e-3)


@pytest.mark.parametrize(
    ("crs", "place", "rel"),
    [
        ("EPSG:6933", Affine(1000, 0, 1e6, 0, -1000, 6e6), 1e-6),  # cylindrical, equal area
        ("EPSG:3035", Affine(1000, 0, 4e6, 0, -1000, 3e6), 1e-6),  # azimuthal, equal area
        ("EPSG:5070", Affine(30, 0, 1e5, 0, -30, 2e6), 1e-6),  # conic, equal area
        ("EPSG:6931", Affine(1000, 0, -50_000, 0, -1000, 50_000), 1e-6),  # polar
        ("EPSG:32633", Affine(30, 0, 5e5, 0, -30, 5.8e6), 1e-3),  # 0.9996 squared on the meridian
        ("EPSG:32633", Affine(0.01, 0, 5e5, 0, -0.01, 5.8e6), 1e-3),
    ],
)
def test_areas_in_equal_area_projections_are_those_of_the_map(
    crs: str, place: Affine, rel: float
) -> None:
    grid = Grid(100, 100, place, CRS.from_user_input(crs))
    assert total(grid) == pytest.approx(100 * 100 * place.a**2, rel=rel)


def test_the_scale_factor_of_utm_is_corrected() -> None:
    grid = Grid(10, 10, Affine(30, 0, 5e5 - 150, 0, -30, 5.8e6), CRS.from_epsg(32633))
    assert total(grid) == pytest.approx(100 * 900 / 0.9996**2, rel=1e-6)


def test_areas_of_grids_in_feet_are_in_square_metres() -> None:
    grid = Grid(50, 50, Affine(100, 0, 980_000, 0, -100, 200_000), CRS.from_epsg(2263))
    assert total(grid) == pytest.approx(50 * 50 * (100 * 0.3048006) ** 2, rel=3e-4)


@pytest.mark.parametrize("angle", [0, 31, 90, 180])
def test_rotation_does_not_change_areas(angle: float) -> None:
    place = Affine.translation(4e6, 3e6) @ Affine.rotation(angle) @ Affine.scale(20, -50)
    grid = Grid(60, 40, place, CRS.from_epsg(3035))
    assert total(grid) == pytest.approx(60 * 40 * 1000, rel=1e-6)


def test_areas_across_the_antimeridian() -> None:
    grid = geographic(50, 51, 179.5, 180.5, 100)
    assert total(grid) == pytest.approx(belt(50, 51, 1), rel=2e-5)


@pytest.mark.parametrize("size", [(1, 1), (1, 500), (500, 1), (2, 3)])
def test_areas_of_small_rasters(size: tuple[int, int]) -> None:
    height, width = size
    grid = Grid(width, height, Affine(100, 0, 4e6, 0, -100, 3e6), CRS.from_epsg(3035))
    assert total(grid) == pytest.approx(height * width * 1e4, rel=1e-6)


def test_windows_have_the_areas_of_the_raster() -> None:
    grid = geographic(40, 70, 0, 30, 700)
    areas = pixel_areas(grid)
    assert areas is not None
    assert areas.differ
    whole = areas.window(grid.extent)
    part = areas.window(Window(13, 411, 50, 60))
    np.testing.assert_allclose(part, whole[411:471, 13:63], rtol=1e-12)


@pytest.mark.parametrize(
    "crs",
    [
        None,
        'LOCAL_CS["a plan",UNIT["metre",1]]',
        "+proj=longlat +R=1737400",  # the moon
        "+proj=geos +h=35785831 +lon_0=0",  # its corners are in space
    ],
)
def test_areas_that_cannot_be_measured_are_none(crs: str | None) -> None:
    place = Affine(200_000, 0, -1e7, 0, -200_000, 1e7)
    if crs and "longlat" in crs:
        place = Affine(0.1, 0, 0, 0, -0.1, 5)
    grid = Grid(100, 100, place, CRS.from_user_input(crs) if crs else None)
    assert pixel_areas(grid) is None
