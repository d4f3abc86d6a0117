"""The spectra that are read when a scene is opened: those of reading whole windows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
import rasterio
from rasterio.enums import ColorInterp
from rasterio.windows import Window

from backend.scene import raster as raster_module
from backend.scene.blocks import adjacent_runs
from backend.scene.opening import open_source
from backend.scene.raster import Scene
from tests.fixtures.cubes import COLUMNS, NODATA, ROWS, Cube, make_cube
from tests.fixtures.hdf5_products import write_neon
from tests.fixtures.products import write_enmap
from tests.fixtures.rasters import write_geotiff

pytestmark = pytest.mark.backend

Write = Callable[[Path, Cube], Path]


@pytest.fixture
def cube() -> Cube:
    return make_cube()


def with_empty_pixels(path: Path, cube: Cube) -> Path:
    """Nodata and zero in all bands of some pixels, and in the first bands of others."""
    values = cube.stored.copy()
    values[:, 2:6, 3:9] = NODATA
    values[:, 9, :] = 0
    values[:4, 12, :] = NODATA
    values[:3, 14, :] = 0
    write_geotiff(path, cube)
    with rasterio.open(path, "r+") as raster:
        raster.write(values)
    return path


def with_missing_floats(path: Path, cube: Cube) -> Path:
    write_geotiff(path, cube, "float32", nodata=-1.0)
    with rasterio.open(path, "r+") as raster:
        values = raster.read()
        values[:, 3, :5] = np.nan
        values[2, 4, :] = np.inf
        values[0, 5, :] = -1.0
        values[:, 6, 2:] = -1.0
        raster.write(values)
    return path


def with_internal_mask(path: Path, cube: Cube) -> Path:
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True):
        write_geotiff(path, cube, nodata=None)
        with rasterio.open(path, "r+") as raster:
            raster.write_mask(cube.truth > 0)
    return path


def with_alpha_band(path: Path, cube: Cube) -> Path:
    values = np.maximum(cube.stored, 0).astype(np.uint16)
    alpha = np.where(cube.truth > 0, 65_535, 0).astype(np.uint16)
    profile = cube.profile | {"count": len(values) + 1, "dtype": "uint16", "driver": "GTiff"}
    with rasterio.open(path, "w", **profile) as raster:
        raster.write(np.concatenate([values, alpha[None]]))
        raster.colorinterp = [*[ColorInterp.gray] * len(values), ColorInterp.alpha]
    return path


KINDS: dict[str, Write] = {
    "integers": lambda folder, cube: with_empty_pixels(folder / "s.tif", cube),
    "floats": lambda folder, cube: with_missing_floats(folder / "s.tif", cube),
    "internal mask": lambda folder, cube: with_internal_mask(folder / "s.tif", cube),
    "alpha band": lambda folder, cube: with_alpha_band(folder / "s.tif", cube),
    "neon": lambda folder, cube: write_neon(folder, cube),
    "enmap": lambda folder, cube: write_enmap(folder, cube),
}


@pytest.mark.parametrize("kind", KINDS)
def test_spectra_of_pixels_are_those_of_the_window(tmp_path: Path, cube: Cube, kind: str) -> None:
    source = open_source(KINDS[kind](tmp_path, cube))
    seen = []

    def every_third(has_data: npt.NDArray[np.bool_]) -> npt.NDArray[np.intp]:
        seen.append(has_data.copy())
        return np.arange(0, has_data.size, 3)

    try:
        indexes = [band.index for band in source.bands]
        window = Window(1, 2, source.grid.width - 3, source.grid.height - 2)
        whole = source.read(indexes, window)
        spectra = source.read_spectra(indexes, window, every_third)
    finally:
        source.close()
    assert spectra.dtype == np.float32
    np.testing.assert_array_equal(spectra, whole.reshape(len(indexes), -1)[:, ::3].T)
    np.testing.assert_array_equal(seen[0], ((whole != 0) & ~np.isnan(whole)).any(axis=0))


@pytest.mark.parametrize("kind", ["integers", "floats"])
def test_no_pixel_may_be_chosen(tmp_path: Path, cube: Cube, kind: str) -> None:
    source = open_source(KINDS[kind](tmp_path, cube))
    try:
        spectra = source.read_spectra([1, 3], Window(0, 0, 5, 5), lambda _: np.zeros(0, np.intp))
    finally:
        source.close()
    assert spectra.shape == (0, 2)


@pytest.mark.parametrize("pixels", [1, 600, 10**6])
@pytest.mark.parametrize("masked", [False, True])
def test_the_sample_does_not_depend_on_how_many_windows_are_read_as_one(
    tmp_path: Path, cube: Cube, monkeypatch: pytest.MonkeyPatch, pixels: int, masked: bool
) -> None:
    path = with_empty_pixels(tmp_path / "s.tif", cube)
    choice = "none"
    if masked:
        choice = str(tmp_path / "mask.tif")
        profile = cube.profile | {"count": 1, "dtype": "uint8", "driver": "GTiff"}
        with rasterio.open(choice, "w", **profile) as raster:
            raster.write((np.arange(ROWS * COLUMNS).reshape(ROWS, COLUMNS) % 7 == 0)[None])
    # blocks of a tile each, so that there are several in a row
    monkeypatch.setattr(raster_module, "SAMPLE_BLOCK_SIZE", 16)
    monkeypatch.setattr(raster_module, "SAMPLE_PIXELS", 150)
    monkeypatch.setattr(raster_module, "SAMPLE_RUN_PIXELS", pixels)
    with Scene(path, quality_mask=choice) as scene:
        share = 150 // len(list(scene.sample_blocks()))
        expected = []
        for window in scene.sample_blocks():
            stored = scene._source.read([band.index for band in scene.used], window)
            filled = ((stored != 0) & ~np.isnan(stored)).any(axis=0)
            excluded = scene._mask.read(window)
            if excluded is not None:
                filled &= ~excluded
            positions = np.flatnonzero(filled)
            chosen = np.round(np.linspace(0, len(positions) - 1, min(len(positions), share)))
            spectra = stored.reshape(len(stored), -1)[:, positions[chosen.astype(int)]].T
            expected.append(spectra[np.isfinite(spectra).all(axis=1)])
        np.testing.assert_allclose(scene.sample, np.concatenate(expected) / 10_000, rtol=1e-5)
        assert (scene.masked_share is None) != masked
        if masked:
            assert scene.masked_share == pytest.approx(1 / 7, abs=0.02)


@pytest.mark.parametrize(
    ("windows", "max_pixels", "lengths"),
    [
        ([(0, 0, 4, 4), (4, 0, 4, 4), (8, 0, 2, 4), (0, 4, 4, 4)], 100, [3, 1]),
        ([(0, 0, 4, 4), (4, 0, 4, 4), (8, 0, 2, 4)], 32, [2, 1]),
        ([(0, 0, 4, 4), (4, 0, 4, 4)], 1, [1, 1]),
        ([(0, 0, 4, 4), (8, 0, 4, 4)], 100, [1, 1]),  # with a gap
        ([(0, 0, 4, 4), (4, 0, 4, 3)], 100, [1, 1]),  # not of the same height
        ([(0, 0, 4, 4), (0, 4, 4, 4)], 100, [1, 1]),  # one below the other
        ([(4, 0, 4, 4), (0, 0, 4, 4)], 100, [1, 1]),  # not in the order of columns
        ([], 100, []),
    ],
)
def test_only_neighbours_in_a_row_are_read_as_one(
    windows: list[tuple[int, int, int, int]], max_pixels: int, lengths: list[int]
) -> None:
    given = [Window(*entry) for entry in windows]
    runs = adjacent_runs(given, max_pixels)
    assert [len(run) for run in runs] == lengths
    assert [window for run in runs for window in run] == given
