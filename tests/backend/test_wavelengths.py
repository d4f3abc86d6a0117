"""Wavelengths, widths and bad bands come out right, however a file says them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio

from backend.core.errors import UserError
from backend.scene.bands import BandSelection, format_ranges, parse_band_numbers
from backend.scene.composites import fit_composites, rgb_band_indexes
from backend.scene.raster import Scene
from tests.fixtures.cubes import NODATA, WAVELENGTHS, WIDTHS, Cube, make_cube
from tests.fixtures.rasters import write_envi, write_geotiff

pytestmark = pytest.mark.backend

BANDS = len(WAVELENGTHS)
BOTH = list(zip(WAVELENGTHS, WIDTHS, strict=True))


@pytest.fixture(scope="module")
def cube() -> Cube:
    return make_cube()


def write_plain(
    path: Path, cube: Cube, values: np.ndarray | None = None, **profile: object
) -> Path:
    """A GeoTIFF that says nothing of its bands."""
    values = cube.stored if values is None else values
    settings = {"driver": "GTiff", "dtype": values.dtype, "nodata": NODATA, **profile}
    with rasterio.open(path, "w", **{**cube.profile, "count": len(values), **settings}) as raster:
        raster.write(values)
    return path


def tag(path: Path, tags: list[dict], namespace: str | None = None) -> Path:
    with rasterio.open(path, "r+") as raster:
        for number, entry in enumerate(tags, 1):
            raster.update_tags(number, ns=namespace, **entry)
    return path


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
def test_band_tags_in_any_unit(tmp_path: Path, cube: Cube, tags: list[dict]) -> None:
    with Scene(tag(write_plain(tmp_path / "s.tif", cube), tags)) as scene:
        np.testing.assert_allclose(scene.wavelengths, WAVELENGTHS, atol=1e-3)
        np.testing.assert_allclose([band.width for band in scene.used], WIDTHS, atol=1e-3)


@pytest.mark.parametrize(
    "text", ["{}  nm", "Band at {} nanometers", "reflectance {} Nanometers", "b {}"]
)
def test_numbers_in_band_names(tmp_path: Path, cube: Cube, text: str) -> None:
    path = write_plain(tmp_path / "s.tif", cube)
    with rasterio.open(path, "r+") as raster:
        for number, wavelength in enumerate(WAVELENGTHS, 1):
            raster.set_band_description(number, text.format(wavelength))
    with Scene(path) as scene:
        np.testing.assert_allclose(scene.wavelengths, WAVELENGTHS, atol=1e-3)


@pytest.mark.parametrize("text", ["band {}", "PC {}", "{} Index"])
def test_band_numbers_are_no_wavelengths(tmp_path: Path, cube: Cube, text: str) -> None:
    path = write_plain(tmp_path / "s.tif", cube)
    with rasterio.open(path, "r+") as raster:
        for number in range(1, BANDS + 1):
            raster.set_band_description(number, text.format(number))
    with Scene(path) as scene:
        assert scene.wavelengths is None
        _, warnings = scene.describe()
        assert any("no wavelengths" in warning for warning in warnings)


def test_a_list_among_the_files_own_tags(tmp_path: Path, cube: Cube) -> None:
    path = write_plain(tmp_path / "s.tif", cube)
    with rasterio.open(path, "r+") as raster:
        raster.update_tags(wavelength="{" + " , ".join(map(str, WAVELENGTHS)) + "}")
    with Scene(path) as scene:
        np.testing.assert_allclose(scene.wavelengths, WAVELENGTHS, atol=1e-3)


def test_an_envi_header_in_nanometres(tmp_path: Path, cube: Cube) -> None:
    with Scene(write_envi(tmp_path / "s.bsq", cube, unit="Nanometers")) as scene:
        np.testing.assert_allclose(scene.wavelengths, np.delete(WAVELENGTHS, 3), atol=1e-3)
        np.testing.assert_allclose([b.width for b in scene.used], np.delete(WIDTHS, 3), atol=1e-3)


def test_bands_are_used_in_the_order_of_their_wavelengths(tmp_path: Path, cube: Cube) -> None:
    """As on EnMAP, where the second detector begins before the first one ends."""
    order = [*range(10), 13, 14, 15, 10, 11, 12]
    path = write_plain(tmp_path / "s.tif", cube, cube.stored[order])
    with Scene(tag(path, [{"wavelength": WAVELENGTHS[band]} for band in order])) as scene:
        np.testing.assert_allclose(scene.wavelengths, WAVELENGTHS)
        assert [band.index for band in scene.used] == [*range(1, 11), 14, 15, 16, 11, 12, 13]
        values, valid = scene.read(scene.grid.extent)
    np.testing.assert_allclose(values[:, valid], cube.reflectance[:, valid], atol=1e-4)


def test_bad_bands_by_metadata_by_emptiness_and_by_wish(tmp_path: Path, cube: Cube) -> None:
    stored = cube.stored
    stored[4] = NODATA
    stored[5] = 0
    path = write_plain(tmp_path / "s.tif", cube, stored)
    tag(path, [{"wavelength": w, "bbl": int(n != 2)} for n, w in enumerate(WAVELENGTHS)])
    with Scene(path, BandSelection(excluded=(1,))) as scene:
        assert [band.index for band in scene.bands if band.bad] == [1, 3, 5, 6]
        notes = "\n".join(scene.describe()[0])
    assert "as you asked: 1." in notes
    assert "marked bad in its metadata: 3." in notes
    assert "empty: 5–6." in notes


def test_weak_bands_go_only_on_request(tmp_path: Path, cube: Cube) -> None:
    stored = cube.stored
    stored[0][stored[0] != NODATA] = 70  # the same everywhere: no signal
    path = tag(
        write_plain(tmp_path / "s.tif", cube, stored), [{"wavelength": w} for w in WAVELENGTHS]
    )
    with Scene(path) as scene:
        assert len(scene.used) == BANDS
    with Scene(path, BandSelection(exclude_weak=True)) as scene:
        left_out = {band.index: band.reason for band in scene.bands if band.bad}
    assert left_out == {
        1: "without signal",
        11: "in windows of water vapour",
        13: "in windows of water vapour",
    }


def test_the_user_names_the_bands_of_a_scene_without_wavelengths(
    tmp_path: Path, cube: Cube
) -> None:
    path = write_plain(tmp_path / "s.tif", cube)
    with Scene(path, BandSelection(excluded=(1,), rgb_bands=(5, 3, 2))) as scene:
        assert rgb_band_indexes(scene) == (5, 3, 2)
        assert not any("wavelengths" in warning for warning in scene.describe()[1])
        (composite,) = fit_composites(scene, ("rgb",))
        values, valid = scene.read(scene.grid.extent)
    picture = composite.apply(values)[:, valid]
    for channel, band in zip(picture, (4, 2, 1), strict=True):
        assert np.corrcoef(channel, cube.reflectance[band][valid])[0, 1] > 0.9


@pytest.mark.parametrize(
    "selection",
    [
        BandSelection(excluded=(17,)),
        BandSelection(rgb_bands=(1, 2)),
        BandSelection(rgb_bands=(0, 1, 2)),
    ],
)
def test_band_numbers_that_cannot_be_are_refused(
    tmp_path: Path, cube: Cube, selection: BandSelection
) -> None:
    with pytest.raises(UserError) as caught:
        Scene(write_plain(tmp_path / "s.tif", cube), selection)
    assert caught.value.code == "bands.invalid"


def test_numbers_as_people_write_them() -> None:
    assert parse_band_numbers("1-3, 7;9–10") == (1, 2, 3, 7, 9, 10)
    assert parse_band_numbers("") == parse_band_numbers(None) == ()
    assert format_ranges([1, 2, 3, 7]) == "1–3, 7"
    for wrong in ("a", "5-3", "1-2-3", "-4"):
        with pytest.raises(UserError):
            parse_band_numbers(wrong)


def test_composites_of_near_infrared_and_swir_follow_their_wavelengths(
    tmp_path: Path, cube: Cube
) -> None:
    with Scene(write_geotiff(tmp_path / "s.tif", cube)) as scene:
        cir, swir, pca = fit_composites(scene, ("cir", "swir", "pca1"))
        assert [int(row.argmax()) for row in cir.weights] == [7, 4, 2]
        assert [int(row.argmax()) for row in swir.weights] == [14, 11, 7]
        values, valid = scene.read(scene.grid.extent)
        for composite in (cir, swir, pca):
            picture = composite.apply(values)[:, valid]
            # robust stretch: hardly anything is cut off, and all of the range is used
            assert (picture <= 0).mean(axis=1).max() < 0.03
            assert (picture >= 1).mean(axis=1).max() < 0.03
            assert picture.min() == 0
            assert picture.max() == 1
