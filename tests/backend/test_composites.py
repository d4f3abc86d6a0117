"""Composites use the bands that the user selects, or those near their wavelengths."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from backend.scene.bands import BandSelection
from backend.scene.composites import fit_composites
from backend.scene.raster import Scene
from tests.fixtures.cubes import Cube, make_cube
from tests.fixtures.rasters import write_geotiff, write_untagged

pytestmark = pytest.mark.backend


@pytest.fixture(scope="module")
def cube() -> Cube:
    return make_cube()


def test_selected_bands_replace_missing_wavelengths(tmp_path: Path, cube: Cube) -> None:
    path = write_untagged(tmp_path / "s.tif", cube)
    with Scene(path, BandSelection(excluded=(1,), rgb_bands=(5, 3, 2))) as scene:
        assert scene.rgb_bands == (3, 1, 0)
        assert not any("wavelengths" in warning for warning in scene.describe()[1])
        (composite,) = fit_composites(scene, ("rgb",))
        values, valid = scene.read(scene.grid.extent)
    image = composite.apply(values)[:, valid]
    for channel, band in zip(image, (4, 2, 1), strict=True):
        assert np.corrcoef(channel, cube.reflectance[band][valid])[0, 1] > 0.9


def test_composites_of_near_infrared_and_swir_use_the_bands_at_their_wavelengths(
    tmp_path: Path, cube: Cube
) -> None:
    with Scene(write_geotiff(tmp_path / "s.tif", cube)) as scene:
        cir, swir, pca = fit_composites(scene, ("cir", "swir", "pca1"))
        assert [int(row.argmax()) for row in cir.weights] == [7, 4, 2]
        assert [int(row.argmax()) for row in swir.weights] == [14, 11, 7]
        values, valid = scene.read(scene.grid.extent)
        for composite in (cir, swir, pca):
            image = composite.apply(values)[:, valid]
            # robust stretch: hardly anything is cut off, and all of the range is used
            assert (image <= 0).mean(axis=1).max() < 0.03
            assert (image >= 1).mean(axis=1).max() < 0.03
            assert image.min() == 0
            assert image.max() == 1
