"""Scenes in memory: numpy's arrays, and xarray's with coordinates and coordinate systems."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
from conftest import Stripes

import backend as gd
from backend.api.scenes import opened
from backend.scene.raster import Scene

pytestmark = pytest.mark.backend

CUBE = np.arange(4 * 5 * 3, dtype=np.float64).reshape(4, 5, 3) / 100


@pytest.mark.parametrize("kind", ["uint8", "uint16", "int16", "float32", "float64", "int64"])
def test_an_array_becomes_a_file_with_the_same_values(kind: str) -> None:
    values = (CUBE * 100).astype(kind)
    with opened(values, wavelengths=[480.5, 560, 650]) as source:
        with rasterio.open(source.path) as raster:
            assert np.moveaxis(raster.read(), 0, -1) == pytest.approx(values)
        with Scene(source.path) as scene:
            assert scene.wavelengths.tolist() == [480.5, 560, 650]
    assert not Path(source.path).exists()
    assert source.like_input(CUBE, "x") is CUBE


def test_missing_values_of_an_array_are_no_data() -> None:
    values = CUBE + 0.1
    values[1, 2, 0] = np.nan
    with opened(values) as source, Scene(source.path) as scene:
        _, valid = scene.read(scene.grid.extent)
    assert np.array_equal(valid, ~np.isnan(values).any(axis=2))


@pytest.mark.parametrize(
    ("values", "wavelengths", "message"),
    [
        (CUBE[..., 0], None, "the shape"),
        (CUBE, [1.0, 2.0], "2 wavelengths do not fit 3 bands"),
        (CUBE + 1j, None, "not complex128"),
        (CUBE.astype(str), None, "not <U"),
    ],
)
def test_what_is_no_scene_is_refused(values, wavelengths, message: str) -> None:
    with pytest.raises(ValueError, match=message), opened(values, wavelengths):
        pass


@pytest.fixture
def array(stripes: Stripes):
    """The stripes as rioxarray opens them, bands first, with wavelengths."""
    rioxarray = pytest.importorskip("rioxarray", reason="xarray and rioxarray are not installed")
    with rioxarray.open_rasterio(stripes.scene, masked=True) as opened_scene:
        found = opened_scene.load()
    return found.assign_coords(wavelength=("band", list(stripes.cube.wavelengths))) / 10_000


def test_a_data_array_has_its_place_and_wavelengths(array, stripes: Stripes) -> None:
    for given in (array, array.transpose("y", "x", "band")):
        with opened(given) as source, Scene(source.path) as scene, Scene(stripes.scene) as same:
            assert scene.grid == same.grid
            assert scene.wavelengths == pytest.approx(same.wavelengths)
            found, expected = (one.read(one.grid.extent) for one in (scene, same))
        assert found[0] == pytest.approx(expected[0], abs=1e-6)
        assert np.array_equal(found[1], expected[1])


def test_a_data_array_gives_data_arrays(array, stripes: Stripes) -> None:
    features = gd.DiffusionFeatures(
        blocks=2, composites="pca1", scales=1, components=2, device="cpu"
    ).fit_transform(array)
    assert features.dims == ("y", "x", "feature")
    assert features.rio.crs == array.rio.crs
    assert features.x.equals(array.x)
    assert "band" not in features.coords
    assert np.array_equal(
        np.isnan(features.isel(feature=0).values), np.isnan(array.isel(band=0).values)
    )
    result = gd.classify(array, stripes.labels, class_field="class", method="lda", device="cpu")
    found = result.map.to_xarray()
    assert found.rio.crs == array.rio.crs
    assert found.rio.transform() == array.rio.transform()
    assert np.allclose(found.x, array.x)
    assert np.allclose(found.y, array.y)
    assert found.attrs["flag_meanings"] == ["soil", "tree", "water"]
    assert np.array_equal(found.values, result.map.array)


def test_data_arrays_need_rows_columns_and_bands(array) -> None:
    with pytest.raises(ValueError, match="dimension called y"), opened(array.rename(y="north")):
        pass
    with pytest.raises(ValueError, match="one of the bands"), opened(array.isel(band=0)):
        pass
