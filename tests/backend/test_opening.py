"""Scenes of all supported formats and products have the right grid, bands, values and map."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import rasterio

from backend import worker
from backend.common import protocol
from backend.scene.raster import Scene
from tests.fixtures import products, rasters
from tests.fixtures.cubes import CLASSES, COLUMNS, ROWS, Cube, make_cube, write_labels

pytestmark = pytest.mark.backend

Built = tuple[str | Path, Cube]


def in_utm(build: Callable[[Path, Cube], str | Path]) -> Callable[[Path], Built]:
    def make(folder: Path) -> Built:
        cube = make_cube()
        return build(folder, cube), cube

    return make


def emit(folder: Path) -> Built:
    cube = make_cube(crs="EPSG:4326", place=products.emit_transform())
    return products.write_emit(folder, cube), cube


FORMATS: dict[str, Callable[[Path], Built]] = {
    "GeoTIFF": in_utm(lambda folder, cube: rasters.write_geotiff(folder / "s.tif", cube)),
    "COG": in_utm(lambda folder, cube: rasters.write_cog(folder / "s.tif", cube)),
    "ENVI bsq": in_utm(lambda folder, cube: rasters.write_envi(folder / "s.bsq", cube, "bsq")),
    "ENVI bil": in_utm(lambda folder, cube: rasters.write_envi(folder / "s.bil", cube, "bil")),
    "ENVI bip": in_utm(lambda folder, cube: rasters.write_envi(folder / "s.dat", cube, "bip")),
    "ENVI by header": in_utm(
        lambda folder, cube: rasters.write_envi(folder / "s.img", cube).with_suffix(".hdr")
    ),
    "ERDAS": in_utm(lambda folder, cube: rasters.write_erdas(folder / "s.img", cube)),
    "VRT": in_utm(lambda folder, cube: rasters.write_vrt(folder / "s.vrt", cube)),
    "netCDF part": in_utm(lambda folder, cube: rasters.write_netcdf(folder / "s.nc", cube)),
    "netCDF": in_utm(
        lambda folder, cube: (rasters.write_netcdf(folder / "s.nc", cube), folder / "s.nc")[1]
    ),
    "EnMAP by metadata": in_utm(products.write_enmap),
    "EnMAP by folder": in_utm(lambda folder, cube: products.write_enmap(folder, cube).parent),
    "EnMAP by image": in_utm(
        lambda folder, cube: next(products.write_enmap(folder, cube).parent.glob("*IMAGE.TIF"))
    ),
    "DESIS": in_utm(products.write_desis),
    "PRISMA": in_utm(products.write_prisma),
    "PRISMA by part": in_utm(
        lambda folder, cube: (
            f'HDF5:"{products.write_prisma(folder, cube)}"'
            "://HDFEOS/SWATHS/PRS_L2D_HCO/Data_Fields/VNIR_Cube"
        )
    ),
    "EMIT": emit,
    "EMIT by part": lambda folder: (f'NETCDF:"{emit(folder)[0]}":reflectance', emit(folder)[1]),
}


@pytest.fixture(scope="module", params=FORMATS)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    return FORMATS[request.param](tmp_path_factory.mktemp("scene"))


def test_wavelengths_and_values_are_read_as_written(built: Built) -> None:
    path, cube = built
    with Scene(path) as scene:
        wanted = np.array(cube.wavelengths)
        if "PRS_L2D" in str(path):
            wanted = products.prisma_wavelengths(cube)
        elif ".nc" in str(path) and "EMIT" in str(path):
            wanted = wanted[(wanted < 1380) | (wanted > 1450)]
        elif any(ending in str(path) for ending in (".bsq", ".bil", ".dat", ".hdr")):
            wanted = np.delete(wanted, 3)  # marked bad in the header
        assert scene.wavelengths is not None
        np.testing.assert_allclose(scene.wavelengths, wanted, atol=0.01)
        if "s.img" not in str(path) and "s.nc" not in str(
            path
        ):  # these formats do not store widths
            assert all(6 < (band.width or 0) < 13 for band in scene.used)
        values, valid = scene.read(scene.grid.extent)
    np.testing.assert_array_equal(valid, cube.truth > 0)
    place = [int(np.abs(np.array(cube.wavelengths) - centre).argmin()) for centre in wanted]
    np.testing.assert_allclose(values[:, valid], cube.reflectance[place][:, valid], atol=2e-4)


def test_the_grid_is_that_of_the_product(built: Built) -> None:
    path, cube = built
    with Scene(path) as scene:
        assert (scene.grid.width, scene.grid.height) == (COLUMNS, ROWS)
        assert scene.grid.transform.almost_equals(cube.place, 1e-6)
        assert scene.grid.crs == rasterio.CRS.from_user_input(cube.crs)


@pytest.mark.slow
def test_the_map_has_the_grid_of_the_product(
    built: Built, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, cube = built
    monkeypatch.setattr("backend.classifiers.classic.TREES", 8)
    labels = write_labels(tmp_path / "labels.gpkg", cube)
    events = classify(image=str(path), labels=str(labels), output=str(tmp_path / "map.tif"))
    assert isinstance(events[-1], protocol.Result), events[-1]
    with rasterio.open(tmp_path / "map.tif") as result:
        assert result.crs == rasterio.CRS.from_user_input(cube.crs)
        assert result.transform.almost_equals(cube.place, 1e-6)
        found = result.read(1)
    np.testing.assert_array_equal(found == 0, cube.truth == 0)
    assert (found == cube.truth)[cube.truth > 0].mean() > 0.97
    assert [entry["name"] for entry in events[-1].figures["classes"]] == list(CLASSES)


def classify(**settings: object) -> list[protocol.Event]:
    """Run the job in this process and return its events."""
    events: list[protocol.Event] = []
    job = protocol.Job("classify", {"method": "rf", "class_field": "class", **settings})
    worker.run_job(protocol.encode_job(job), events.append, threading.Event())
    return events
