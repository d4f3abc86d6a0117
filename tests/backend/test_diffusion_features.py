"""Diffusion features as a transformer of scenes."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
from backend_support import run
from conftest import Stripes
from sklearn.base import clone

import backend as gd

pytestmark = pytest.mark.backend

#: The least that the network can be asked for.
LITTLE = {"blocks": 2, "composites": ["pca1"], "scales": (1,), "components": 8, "device": "cpu"}


@pytest.fixture(scope="module")
def fitted(stripes: Stripes, cache: Path) -> tuple[gd.DiffusionFeatures, np.ndarray]:
    """Fitted to the stripes, with their features."""
    features = gd.DiffusionFeatures(**LITTLE, cache=cache)
    return features, features.fit_transform(stripes.scene)


def test_features_of_a_path_are_those_of_the_command(
    fitted, stripes: Stripes, cache: Path, tmp_path: Path
) -> None:
    features, values = fitted
    output = tmp_path / "features.tif"
    command = LITTLE | {"blocks": "2", "composites": "pca1", "scales": "1"}
    run("features", image=stripes.scene, output=output, cache=cache, **command)
    with rasterio.open(output) as raster:
        expected = raster.read(masked=True)
        names = raster.descriptions
    assert values.dtype == np.float32
    assert values.shape == (*stripes.cube.truth.shape, len(names))
    assert np.array_equal(np.isnan(values).any(axis=2), stripes.cube.truth == 0)
    assert np.array_equal(np.moveaxis(values, -1, 0), expected.filled(np.nan), equal_nan=True)
    assert features.get_feature_names_out().tolist() == list(names)
    assert features.n_bands_ == len(features.wavelengths_) == len(stripes.cube.wavelengths)


def test_what_was_fitted_transforms_other_scenes(fitted, stripes: Stripes) -> None:
    features, values = fitted
    assert np.array_equal(features.transform(stripes.scene), values, equal_nan=True)
    # as an array without its last rows; the features of the first ones hardly change
    part = np.moveaxis(stripes.cube.reflectance, 0, -1)[:24]
    with pytest.warns(UserWarning, match="no coordinate reference system"):
        found = features.transform(part, wavelengths=stripes.cube.wavelengths)
    assert found.shape == (24, values.shape[1], values.shape[2])
    difference = np.abs(found - values[:24])[:4].mean()
    assert difference < 0.2 * np.nanstd(values)


def test_a_scene_of_another_range_is_refused(fitted, stripes: Stripes) -> None:
    features, _ = fitted
    part = np.moveaxis(stripes.cube.reflectance, 0, -1)[:20, :, :8]
    with (
        pytest.warns(UserWarning, match="no coordinate reference system"),
        pytest.raises(gd.UserError, match="the scene covers"),
    ):
        features.transform(part, wavelengths=stripes.cube.wavelengths[:8])


def test_arrays_are_kept_in_no_cache(stripes: Stripes, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    features = gd.DiffusionFeatures(**LITTLE, cache=cache)
    with pytest.warns(UserWarning, match="no wavelengths|no coordinate reference system"):
        values = features.fit_transform(np.moveaxis(stripes.cube.reflectance, 0, -1)[:16, :16])
    assert values.shape[:2] == (16, 16)
    assert features.wavelengths_ == ()
    assert not cache.exists()


def test_it_is_cloned_without_what_it_was_fitted_to(fitted) -> None:
    features, _ = fitted
    copy = clone(features)
    assert copy.get_params() == features.get_params()
    assert not hasattr(copy, "n_bands_")
    with pytest.raises(ValueError, match="not fitted"):
        copy.get_feature_names_out()


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"composites": ["pca9"]}, "Unknown composite"),
        ({"timesteps": [2000]}, "not valid in the list of timesteps"),
        ({"components": 0}, "components cannot be 0"),
        ({"preset": "best"}, "preset cannot be"),
        ({"backbone": "absent"}, "absent"),
    ],
)
def test_settings_are_checked_as_on_the_command_line(stripes, settings, message: str) -> None:
    with pytest.raises(gd.UserError, match=message):
        gd.DiffusionFeatures(**settings, device="cpu").fit(stripes.scene)
