"""Products of space agencies as input images, although QGIS cannot open them as layers."""

import importlib
import os
import subprocess

import pytest
from qgis_support import BACKEND_PYTHON, ROOT, raster_grid

WRITE = """
import sys
from pathlib import Path
from tests.fixtures import hdf5_products, products, stac_products
from tests.fixtures.cubes import make_cube, write_labels
name, folder = sys.argv[1], Path(sys.argv[2])
place = {"crs": "EPSG:4326", "place": products.emit_transform()} if name == "emit" else {}
cube = make_cube(**place)
writers = {
    "enmap without prefix": lambda f, c: products.write_enmap(f, c, prefix="", delivery="BSQ"),
    "tanager ortho": lambda f, c: hdf5_products.write_tanager(f, c, True),
    "tanager basic": lambda f, c: hdf5_products.write_tanager(f, c, False),
    "neon": hdf5_products.write_neon,
    "aviris": lambda f, c: hdf5_products.write_aviris(f, c, "ortho"),
    "aviris arrays": lambda f, c: hdf5_products.write_aviris(f, c, "arrays"),
    "wyvern": stac_products.write_wyvern,
    "hyperfield": stac_products.write_hyperfield,
}
write = writers.get(name) or getattr(products, f"write_{name}")
print(write(folder / name, cube))
write_labels(folder / "labels.gpkg", cube)
"""


@pytest.fixture
def product(tmp_path):
    """Write a product; returns its metadata file or container."""

    def write(name):
        command = [BACKEND_PYTHON, "-c", WRITE, name, tmp_path]
        done = subprocess.run(
            command, cwd=ROOT, check=True, capture_output=True, text=True, timeout=120
        )
        return done.stdout.strip().splitlines()[-1]

    return write


#: Products as the test names them, those of `WRITE` included.
PRODUCTS = (
    "enmap", "enmap without prefix", "desis", "prisma", "emit", "tanager ortho", "tanager basic",
    "neon", "aviris", "aviris arrays", "wyvern", "hyperfield",
)  # fmt: skip


@pytest.mark.parametrize("name", PRODUCTS)
def test_a_product_is_classified_by_its_metadata_file(qgis_process, product, tmp_path, name):
    chosen = product(name)
    completed = qgis_process(
        "run",
        "geodiffnet:classify",
        f"--INPUT={chosen}",
        f"--LABELS={tmp_path / 'labels.gpkg'}",
        "--METHOD=rf",
        f"--OUTPUT={tmp_path / 'map.tif'}",
    )
    assert completed.returncode == 0, completed.stdout + completed.stderr
    log = max(qgis_process.logs.glob("classify-*.log"), key=os.path.getmtime)
    assert f'"image": "{chosen}"' in log.read_text()
    if name != "aviris arrays":  # whose grid is derived from the positions of pixels
        assert raster_grid(tmp_path / "map.tif")[2] == (42, 30)
    from osgeo import gdal

    found = gdal.Open(str(tmp_path / "map.tif")).ReadAsArray()
    truth = [column * 3 // 42 + 1 for column in range(42)]
    assert (found == truth)[found > 0].mean() > 0.97


@pytest.mark.parametrize("name", PRODUCTS)
def test_a_product_can_be_given_by_its_folder(algorithm, product, tmp_path, name):
    from qgis.core import QgsProcessingContext

    product(name)
    parameters = {
        "INPUT": str(tmp_path / name),
        "LABELS": str(tmp_path / "labels.gpkg"),
        "OUTPUT": str(tmp_path / "map.tif"),
    }
    assert algorithm.checkParameterValues(parameters, QgsProcessingContext()) == (True, "")


def test_an_envi_header_opens_its_image(qgis, tmp_path):
    preview_source = importlib.import_module("geodiffnet.bridge.products").preview_source
    for name in ("a.hdr", "a.bsq", "b.img", "b.img.hdr", "lonely.hdr"):
        (tmp_path / name).touch()
    assert preview_source(str(tmp_path / "a.hdr")) == str(tmp_path / "a.bsq")
    assert preview_source(str(tmp_path / "b.img.hdr")) == str(tmp_path / "b.img")
    assert preview_source(str(tmp_path / "lonely.hdr")) == str(tmp_path / "lonely.hdr")


def test_other_paths_are_unchanged(qgis, tmp_path):
    preview_source = importlib.import_module("geodiffnet.bridge.products").preview_source
    (tmp_path / "X-METADATA.XML").touch()
    for path in (str(tmp_path), str(tmp_path / "X-METADATA.XML"), "scene.tif", "a layer's id"):
        assert preview_source(path) == path
