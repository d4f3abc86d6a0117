"""The noise of a scene, estimated from neighbouring pixels, and what `lda` does without any."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import rasterio
import shapely
from backend_support import run

from backend.classifiers.training_data import Standardisation
from backend.pipeline.training_data import scene_noise
from backend.scene.raster import Scene
from backend.scene.statistics import log_reflectance, sample_spectra
from tests.fixtures.cubes import CLASSES, Cube, make_cube, write_labels
from tests.fixtures.rasters import write_geotiff

pytestmark = pytest.mark.backend

CUBE = make_cube()
BANDS = len(CUBE.reflectance)


def noise_of(path: Path, cube: Cube) -> np.ndarray | None:
    """The covariance of the noise of a cube that is written to a file."""
    with Scene(write_geotiff(path, cube)) as scene:
        spectra = Standardisation.of(log_reflectance(sample_spectra(scene)))
        noise = scene_noise(scene, spectra)
    return None if noise is None else noise.covariance


def without(cube: Cube, missing: np.ndarray) -> Cube:
    """The cube without data in some pixels."""
    return replace(cube, truth=np.where(missing, 0, cube.truth).astype(np.uint8))


def test_the_noise_is_that_of_the_sensor_rather_than_of_edges(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    deviation = np.linspace(0.01, 0.04, BANDS)
    noise = rng.normal(0, 1, CUBE.reflectance.shape) * deviation[:, None, None]
    ground = np.where(np.arange(CUBE.truth.shape[1]) < 20, 0.15, 0.6)
    cube = replace(CUBE, reflectance=(ground * np.exp(noise)).astype(np.float32))
    found = noise_of(tmp_path / "scene.tif", cube)
    assert found is not None
    # the ground varies alike in all bands, so that all are standardised alike
    ratio = np.sqrt(np.diag(found)) / deviation
    assert np.allclose(ratio / ratio.mean(), 1, atol=0.15)
    correlation = found / np.sqrt(np.outer(np.diag(found), np.diag(found)))
    assert np.abs(correlation - np.eye(BANDS)).max() < 0.2


def test_pixels_without_data_are_no_neighbours(tmp_path: Path) -> None:
    gaps = np.random.default_rng(0).random(CUBE.truth.shape) < 0.2
    cube = without(CUBE, gaps)
    brighter = cube.reflectance.copy()
    brighter[:, cube.truth == 0] = 0.9
    found = noise_of(tmp_path / "scene.tif", cube)
    assert found is not None
    again = noise_of(tmp_path / "brighter.tif", replace(cube, reflectance=brighter))
    np.testing.assert_array_equal(found, again)


def checkerboard() -> Cube:
    rows, columns = np.indices(CUBE.truth.shape)
    return without(CUBE, (rows + columns) % 2 == 1)


def constant() -> Cube:
    """Pixels of a class are equal, so that neighbours differ at edges only."""
    spectra = np.stack([CUBE.reflectance[:, CUBE.truth == code].mean(1) for code in (1, 2, 3)])
    reflectance = spectra[np.maximum(CUBE.truth, 1) - 1].transpose(2, 0, 1)
    return replace(CUBE, reflectance=reflectance.astype(np.float32))


def rows(first: int, last: int) -> Cube:
    part = slice(first, last)
    return replace(CUBE, reflectance=CUBE.reflectance[:, part], truth=CUBE.truth[part])


def smoothed() -> Cube:
    """Spectra of two components: the noise has no variance along all other axes."""
    values = CUBE.reflectance.reshape(BANDS, -1)
    axes, sizes, scores = np.linalg.svd(values, full_matrices=False)
    values = (axes[:, :2] * sizes[:2]) @ scores[:2]
    return replace(CUBE, reflectance=values.reshape(CUBE.reflectance.shape).astype(np.float32))


SCENES = {
    "no neighbours": checkerboard(),
    "no noise": constant(),
    "one line": rows(5, 6),
    "two lines": rows(5, 7),
    "smoothed": smoothed(),
}


@pytest.mark.parametrize("name", SCENES)
def test_scenes_whose_noise_is_unknown_or_singular_are_classified(
    tmp_path: Path, name: str
) -> None:
    cube = SCENES[name]
    noise = noise_of(tmp_path / "scene.tif", cube)
    assert (noise is None) == (name in ("no neighbours", "no noise"))
    shapes = [shapely.box(left, 0, left + 3, 2) for left in range(1, 40, 4)]
    names = [CLASSES[(left + 1) // 14] for left in range(1, 40, 4)]
    labels = write_labels(tmp_path / "labels.gpkg", CUBE, shapes, names)
    output = tmp_path / "map.tif"
    settings = {"image": tmp_path / "scene.tif", "labels": labels, "class_field": "class"}
    outcome = run("classify", **settings, method="lda", output=output)
    assert outcome.result.outputs == {"map": str(output)}
    with rasterio.open(output) as raster:
        found = raster.read(1)
    has_data = cube.truth > 0
    np.testing.assert_array_equal(found > 0, has_data)
    assert (found == cube.truth)[has_data].mean() > 0.9
