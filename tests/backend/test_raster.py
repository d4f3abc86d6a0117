"""Invalid pixels are masked, and values are scaled to reflectance."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from rasterio.control import GroundControlPoint
from rasterio.enums import ColorInterp
from rasterio.windows import Window

from backend.core.errors import UserError
from backend.scene.raster import Scene
from tests.fixtures.cubes import COLUMNS, NODATA, ROWS, Cube, make_cube
from tests.fixtures.rasters import write_geotiff

pytestmark = pytest.mark.backend


@pytest.fixture(scope="module")
def cube() -> Cube:
    return make_cube()


def valid_pixels(path: Path) -> np.ndarray:
    with Scene(path) as scene:
        return scene.read(scene.grid.extent)[1]


def write(path: Path, cube: Cube, values: np.ndarray, **profile: object) -> Path:
    settings = {"driver": "GTiff", "dtype": values.dtype, **cube.profile, "count": len(values)}
    with rasterio.open(path, "w", **{**settings, **profile}) as raster:
        raster.write(values)
    return path


def test_nodata_in_any_band_masks_a_pixel(tmp_path: Path, cube: Cube) -> None:
    stored = cube.stored
    stored[7, 3, 5] = NODATA
    expected = cube.truth > 0
    expected[3, 5] = False
    path = write(tmp_path / "s.tif", cube, stored, nodata=NODATA)
    np.testing.assert_array_equal(valid_pixels(path), expected)


def test_nan_and_infinity_mask_a_pixel(tmp_path: Path, cube: Cube) -> None:
    values = cube.reflectance.copy()
    values[2, 0, 0], values[3, 1, 1] = np.nan, np.inf
    expected = np.ones((ROWS, COLUMNS), bool)
    expected[0, 0] = expected[1, 1] = False
    np.testing.assert_array_equal(valid_pixels(write(tmp_path / "s.tif", cube, values)), expected)


def test_zero_in_all_bands_masks_a_pixel_and_zero_in_some_does_not(
    tmp_path: Path, cube: Cube
) -> None:
    values = np.rint(cube.reflectance * 10_000).astype(np.uint16)
    values[:, 4, 4] = 0
    values[:9, 5, 5] = 0
    expected = np.ones((ROWS, COLUMNS), bool)
    expected[4, 4] = False
    np.testing.assert_array_equal(valid_pixels(write(tmp_path / "s.tif", cube, values)), expected)


def test_an_internal_mask_is_applied(tmp_path: Path, cube: Cube) -> None:
    path = tmp_path / "s.tif"
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True):
        write(path, cube, np.rint(cube.reflectance * 10_000).astype(np.int16))
        with rasterio.open(path, "r+") as raster:
            raster.write_mask(cube.truth > 0)
    np.testing.assert_array_equal(valid_pixels(path), cube.truth > 0)


def test_an_alpha_band_is_applied_as_mask_and_not_read_as_band(tmp_path: Path, cube: Cube) -> None:
    values = np.rint(cube.reflectance * 10_000).astype(np.uint16)
    alpha = np.where(cube.truth > 0, 65_535, 0).astype(np.uint16)
    path = write(tmp_path / "s.tif", cube, np.concatenate([values, alpha[None]]))
    with rasterio.open(path, "r+") as raster:
        grey = [ColorInterp.gray] * len(values)
        raster.colorinterp = [*grey, ColorInterp.alpha]
    with Scene(path) as scene:
        assert len(scene.bands) == len(values)
    np.testing.assert_array_equal(valid_pixels(path), cube.truth > 0)


@pytest.mark.parametrize(
    ("dtype", "factor", "profile"),
    [
        ("float32", 1.0, {}),
        ("int16", 10_000, {}),
        ("uint16", 10_000, {}),
        ("float32", 100.0, {}),
        ("float64", 10_000, {}),
    ],
)
def test_every_usual_scale_gives_the_same_reflectance(
    tmp_path: Path, cube: Cube, dtype: str, factor: float, profile: dict
) -> None:
    values = cube.reflectance * factor
    path = write(
        tmp_path / "s.tif", cube, (np.rint(values) if "int" in dtype else values).astype(dtype)
    )
    with Scene(path) as scene:
        found, _ = scene.read(scene.grid.extent)
    np.testing.assert_allclose(found, cube.reflectance, atol=1e-4)


def test_declared_scale_and_offset_are_applied(tmp_path: Path, cube: Cube) -> None:
    values = np.rint((cube.reflectance + 0.1) * 20_000).astype(np.uint16)
    path = write(tmp_path / "s.tif", cube, values)
    with rasterio.open(path, "r+") as raster:
        raster.scales = [1 / 20_000] * len(values)
        raster.offsets = [-0.1] * len(values)
    with Scene(path) as scene:
        found, _ = scene.read(scene.grid.extent)
    np.testing.assert_allclose(found, cube.reflectance, atol=1e-4)


def test_a_scene_without_any_data_is_refused(tmp_path: Path, cube: Cube) -> None:
    empty = np.full_like(cube.stored, NODATA)
    with pytest.raises(UserError) as caught:
        Scene(write(tmp_path / "s.tif", cube, empty, nodata=NODATA))
    assert caught.value.code == "scene.empty"


def test_few_valid_pixels_in_a_large_raster_are_found(tmp_path: Path, cube: Cube) -> None:
    path = tmp_path / "s.tif"
    profile = {"driver": "GTiff", "width": 3000, "height": 3000, "count": 16, "dtype": "int16"}
    tiles = {"tiled": True, "blockxsize": 128, "blockysize": 128, "sparse_ok": True}
    with rasterio.open(path, "w", nodata=NODATA, **profile, **tiles) as raster:
        raster.write(cube.stored, window=Window(1700, 1400, COLUMNS, ROWS))
    with Scene(path) as scene:
        assert len(scene.sample) > 0
        assert scene.factor == 1e-4


def test_rasters_with_control_points_only_are_refused_with_a_remedy(
    tmp_path: Path, cube: Cube
) -> None:
    path = tmp_path / "s.tif"
    points = [
        GroundControlPoint(r, c, 13 + c / 100, 52 - r / 100) for r, c in ((0, 0), (0, 9), (9, 0))
    ]
    with rasterio.open(
        path, "w", driver="GTiff", width=COLUMNS, height=ROWS, count=16, dtype="int16"
    ) as raster:
        raster.write(cube.stored)
        raster.gcps = (points, rasterio.CRS.from_epsg(4326))
    with pytest.raises(UserError) as caught:
        Scene(path)
    assert caught.value.code == "scene.not_rectified"
    assert "Warp" in caught.value.hint


def test_a_rotated_scene_keeps_its_rotation(tmp_path: Path) -> None:
    place = Affine.translation(390_000, 5_810_000) @ Affine.rotation(23) @ Affine.scale(30, -30)
    with Scene(write_geotiff(tmp_path / "s.tif", make_cube(place=place))) as scene:
        assert scene.grid.transform.almost_equals(place)


def test_files_that_are_not_scenes_are_refused(tmp_path: Path, cube: Cube) -> None:
    (tmp_path / "text.tif").write_text("no image")
    single = write(tmp_path / "single.tif", cube, cube.stored[:1])
    for path, code in (
        (tmp_path / "text.tif", "scene.unreadable"),
        (tmp_path / "missing.tif", "scene.unreadable"),
        (single, "scene.too_few_bands"),
    ):
        with pytest.raises(UserError) as caught:
            Scene(path)
        assert caught.value.code == code


@pytest.mark.parametrize(
    "stored",
    [{"tiled": True, "blockxsize": 64, "blockysize": 32}, {"tiled": False, "blockysize": 1}],
)
def test_blocks_cover_a_scene_along_its_tiles_within_the_memory_budget(
    tmp_path: Path, stored: dict
) -> None:
    path = tmp_path / "s.tif"
    with rasterio.open(
        path, "w", driver="GTiff", width=900, height=700, count=40, dtype="int16", **stored
    ) as raster:
        raster.write(np.full((40, 700, 900), 500, np.int16))
    with Scene(path, memory=600 * 2**20) as scene:
        counted = np.zeros((700, 900), int)
        for block in scene.blocks():
            counted[block.toslices()] += 1
            assert block.width * block.height <= scene.max_pixels
            if stored["tiled"]:
                assert block.col_off % 64 == block.row_off % 32 == 0
            else:
                assert block.width == 900
        assert (counted == 1).all()
        whole = Window(0, 0, 900, 700)
        parts = scene.parts(whole)
        assert sum(part.width * part.height for part in parts) == 900 * 700
        assert max(part.width * part.height for part in parts) <= scene.max_pixels
        for allowed in (10_000, 30_000, 10**9):
            smaller = scene.parts(whole, allowed)
            assert sum(part.width * part.height for part in smaller) == 900 * 700
            largest = max(part.width * part.height for part in smaller)
            assert largest <= min(scene.max_pixels, allowed)
            assert largest >= min(scene.max_pixels, allowed) / 4
