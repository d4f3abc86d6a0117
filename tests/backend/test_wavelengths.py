"""Wavelengths and widths are read from metadata of all common forms."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio

from backend.scene.raster import Scene
from tests.fixtures.cubes import WAVELENGTHS, WIDTHS, Cube, make_cube
from tests.fixtures.rasters import add_band_tags, write_envi, write_untagged

pytestmark = pytest.mark.backend


BANDS = len(WAVELENGTHS)


BOTH = list(zip(WAVELENGTHS, WIDTHS, strict=True))


@pytest.fixture(scope="module")
def cube() -> Cube:
    return make_cube()


@pytest.mark.parametrize(
    "tags",
    [
        [{"wavelength": w, "wavelength_units": "nm", "fwhm": f} for w, f in BOTH],
        [
            {"wavelength": w / 1000, "wavelength_units": "Micrometers", "fwhm": f / 1000}
            for w, f in BOTH
        ],
        [{"wavelength": w / 1000, "fwhm": f / 1000} for w, f in BOTH],
        [{"Wavelength": f"{w} nm", "FWHM": f} for w, f in BOTH],
        [{"wavelength": w / 1000, "fwhm": f} for w, f in BOTH],
    ],
    ids=["nanometres", "micrometres", "no unit", "unit with every number", "mixed"],
)
def test_band_tags_are_read_in_any_unit(tmp_path: Path, cube: Cube, tags: list[dict]) -> None:
    with Scene(add_band_tags(write_untagged(tmp_path / "s.tif", cube), tags)) as scene:
        np.testing.assert_allclose(scene.wavelengths, WAVELENGTHS, atol=1e-3)
        np.testing.assert_allclose([band.width for band in scene.used], WIDTHS, atol=1e-3)


@pytest.mark.parametrize(
    "text", ["{}  nm", "Band at {} nanometers", "reflectance {} Nanometers", "b {}"]
)
def test_wavelengths_are_read_from_band_names(tmp_path: Path, cube: Cube, text: str) -> None:
    path = write_untagged(tmp_path / "s.tif", cube)
    with rasterio.open(path, "r+") as raster:
        for number, wavelength in enumerate(WAVELENGTHS, 1):
            raster.set_band_description(number, text.format(wavelength))
    with Scene(path) as scene:
        np.testing.assert_allclose(scene.wavelengths, WAVELENGTHS, atol=1e-3)


@pytest.mark.parametrize("text", ["band {}", "PC {}", "{} Index"])
def test_band_numbers_are_not_taken_for_wavelengths(tmp_path: Path, cube: Cube, text: str) -> None:
    path = write_untagged(tmp_path / "s.tif", cube)
    with rasterio.open(path, "r+") as raster:
        for number in range(1, BANDS + 1):
            raster.set_band_description(number, text.format(number))
    with Scene(path) as scene:
        assert scene.wavelengths is None
        _, warnings = scene.describe()
        assert any("no wavelengths" in warning for warning in warnings)


def test_lists_in_the_tags_of_the_file_are_read(tmp_path: Path, cube: Cube) -> None:
    path = write_untagged(tmp_path / "s.tif", cube)
    with rasterio.open(path, "r+") as raster:
        raster.update_tags(wavelength="{" + " , ".join(map(str, WAVELENGTHS)) + "}")
    with Scene(path) as scene:
        np.testing.assert_allclose(scene.wavelengths, WAVELENGTHS, atol=1e-3)


def test_an_envi_header_in_nanometres_is_read(tmp_path: Path, cube: Cube) -> None:
    with Scene(write_envi(tmp_path / "s.bsq", cube, unit="Nanometers")) as scene:
        np.testing.assert_allclose(scene.wavelengths, np.delete(WAVELENGTHS, 3), atol=1e-3)
        np.testing.assert_allclose([b.width for b in scene.used], np.delete(WIDTHS, 3), atol=1e-3)


def test_bands_are_sorted_by_wavelength(tmp_path: Path, cube: Cube) -> None:
    """As on EnMAP, where the second detector begins before the first one ends."""
    order = [*range(10), 13, 14, 15, 10, 11, 12]
    path = write_untagged(tmp_path / "s.tif", cube, cube.stored[order])
    with Scene(add_band_tags(path, [{"wavelength": WAVELENGTHS[band]} for band in order])) as scene:
        np.testing.assert_allclose(scene.wavelengths, WAVELENGTHS)
        assert [band.index for band in scene.used] == [*range(1, 11), 14, 15, 16, 11, 12, 13]
        values, valid = scene.read(scene.grid.extent)
    np.testing.assert_allclose(values[:, valid], cube.reflectance[:, valid], atol=1e-4)
