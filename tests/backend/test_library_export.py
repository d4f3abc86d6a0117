"""`spectrallibrary`: polygons become a library, which trains the map that the polygons train."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
from backend_support import run, shell
from shapely import box

from backend.common import protocol
from backend.labels.libraries.reading import read_library
from tests.fixtures.cubes import CLASSES, Cube, make_cube, write_labels
from tests.fixtures.rasters import write_geotiff
from tests.fixtures.spectral_libraries import WAVELENGTHS, write_csv

pytestmark = pytest.mark.backend


@pytest.fixture(scope="module")
def cube() -> Cube:
    return make_cube()


@pytest.mark.parametrize("name", ["library.sli", "library.csv"])
def test_pixels_of_polygons_become_a_library_that_trains_the_same_map(
    cube: Cube, tmp_path: Path, name: str
) -> None:
    image = write_geotiff(tmp_path / "scene.tif", cube)
    labels = {"labels": write_labels(tmp_path / "l.gpkg", cube), "class_field": "class"}
    library = tmp_path / name
    outcome = run("spectrallibrary", image=image, output=library, **labels)
    assert outcome.status == protocol.EXIT_DONE, outcome.events[-1]
    assert outcome.result.outputs == {"library": str(library)}
    assert outcome.result.figures["classes"] == dict.fromkeys(CLASSES, 48)
    maps = []
    for given in (labels, {"library": [library]}):
        output = tmp_path / f"map{len(maps)}.tif"
        done = run("classify", image=image, output=output, method="lda", **given)
        assert done.status == protocol.EXIT_DONE, done.events[-1]
        with rasterio.open(output) as dataset:
            maps.append(dataset.read(1))
    np.testing.assert_array_equal(*maps)


def test_a_polygon_gives_its_mean_and_names_with_commas_are_kept_apart(
    cube: Cube, tmp_path: Path
) -> None:
    image = write_geotiff(tmp_path / "scene.tif", cube)
    labels = write_labels(
        tmp_path / "l.gpkg", cube, [box(3, 2, 7, 6), box(3, 10, 5, 12)], ["a, {b}", '=c"d']
    )
    for name in ("l.sli", "l.csv"):
        outcome = run(
            "spectrallibrary", image=image, labels=labels, class_field="class", average=True,
            output=tmp_path / name,
        )  # fmt: skip
        assert outcome.status == protocol.EXIT_DONE, outcome.events[-1]
        by_class = {one.class_name(None): one for one in read_library(tmp_path / name).spectra}
        assert set(by_class) == {"a b" if name == "l.sli" else "a, {b}", '=c"d'}
        spectrum = by_class["a b" if name == "l.sli" else "a, {b}"]
        stored = cube.stored[:, 2:6, 3:7] / 10_000
        np.testing.assert_allclose(spectrum.values, stored.mean(axis=(1, 2)), atol=1e-6)
        np.testing.assert_allclose(spectrum.wavelengths, cube.wavelengths, atol=1e-3)
    widths = read_library(tmp_path / "l.hdr").spectra[0].widths
    np.testing.assert_allclose(widths, cube.widths, atol=1e-3)


def test_a_library_is_resampled_to_the_bands_of_a_scene(cube: Cube, tmp_path: Path) -> None:
    image = write_geotiff(tmp_path / "scene.tif", cube)
    flat = np.full((2, len(WAVELENGTHS)), 0.25)
    library = write_csv(tmp_path, flat, ["one", "two"])
    done = shell(
        "spectrallibrary", "--image", image, "--library", library, "--output", tmp_path / "o.csv"
    )
    assert done.returncode == protocol.EXIT_DONE, done.stderr
    spectra = read_library(tmp_path / "o.csv").spectra
    assert [one.class_name(None) for one in spectra] == ["one", "two"]
    np.testing.assert_allclose(spectra[0].values, np.full(len(cube.wavelengths), 0.25))


@pytest.mark.parametrize(
    ("name", "code"), [("l.txt", "library.format"), ("l.gpkg", "library.format")]
)
def test_other_formats_are_refused(cube: Cube, tmp_path: Path, name: str, code: str) -> None:
    image = write_geotiff(tmp_path / "scene.tif", cube)
    labels = write_labels(tmp_path / "labels.gpkg", cube)
    outcome = run(
        "spectrallibrary", image=image, labels=labels, class_field="class", output=tmp_path / name
    )
    assert outcome.failure.code == code


def test_a_header_of_somebody_else_is_not_replaced(cube: Cube, tmp_path: Path) -> None:
    image = write_geotiff(tmp_path / "scene.tif", cube)
    labels = write_labels(tmp_path / "labels.gpkg", cube)
    (tmp_path / "l.hdr").write_text("ENVI\nsamples = 3\n")
    given = {"image": image, "labels": labels, "class_field": "class"}
    outcome = run("spectrallibrary", **given, output=tmp_path / "l.sli")
    assert outcome.status == protocol.EXIT_USER_ERROR
    assert (tmp_path / "l.hdr").read_text() == "ENVI\nsamples = 3\n"
    assert not (tmp_path / "l.sli").exists()
    (tmp_path / "l.hdr").unlink()
    for _ in range(2):  # its own header is replaced
        outcome = run("spectrallibrary", **given, output=tmp_path / "l.sli")
        assert outcome.status == protocol.EXIT_DONE, outcome.events[-1]
