"""Products of space agencies as input images, although QGIS cannot open them as layers."""

import importlib
import json
import os
import subprocess

import pytest
from qgis_support import BACKEND_PYTHON, ROOT, raster_grid

#: Writes each product and its labels into a folder of its own, and prints the file to choose.
WRITE = """
import json, sys
from pathlib import Path
from tests.fixtures import hdf5_products, products, stac_products
from tests.fixtures.cubes import make_cube, write_labels
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
chosen = {}
for name in sys.argv[2:]:
    place = {"crs": "EPSG:4326", "place": products.emit_transform()} if name == "emit" else {}
    cube = make_cube(**place)
    folder = Path(sys.argv[1], name)
    folder.mkdir()
    write = writers.get(name) or getattr(products, f"write_{name}")
    chosen[name] = str(write(folder / "product", cube))
    write_labels(folder / "labels.gpkg", cube)
print(json.dumps(chosen))
"""
#: Products as the tests name them.
PRODUCTS = (
    "enmap", "enmap without prefix", "desis", "prisma", "emit", "tanager ortho", "tanager basic",
    "neon", "aviris", "aviris arrays", "wyvern", "hyperfield",
)  # fmt: skip


class Product:
    """A product with its metadata file or container, its folder and labels on it."""

    def __init__(self, chosen, folder):
        self.chosen = chosen
        self.folder = folder / "product"
        self.labels = folder / "labels.gpkg"


@pytest.fixture(scope="module")
def products(tmp_path_factory):
    folder = tmp_path_factory.mktemp("products")
    command = [BACKEND_PYTHON, "-c", WRITE, folder, *PRODUCTS]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    chosen = json.loads(done.stdout.splitlines()[-1])
    return {name: Product(chosen[name], folder / name) for name in PRODUCTS}


@pytest.fixture(params=PRODUCTS)
def product(request, products):
    return products[request.param]


def assert_classified(product, path, logs):
    """The map shows the stripes of the scene, of which the chosen file was given to the backend."""
    from osgeo import gdal

    log = max(logs.glob("classify-*.log"), key=os.path.getmtime)
    assert f'"image": "{product.chosen}"' in log.read_text()
    found = gdal.Open(str(path)).ReadAsArray()
    columns = found.shape[1]
    truth = [column * 3 // columns + 1 for column in range(columns)]
    assert (found == truth)[found > 0].mean() > 0.97


def test_a_product_is_classified_by_its_metadata_file(run_for_real, product, tmp_path):
    log_folder = importlib.import_module("geodiffnet.bridge.logs").log_folder
    output = tmp_path / "map.tif"
    run_for_real(
        "classify", INPUT=product.chosen, LABELS=product.labels, METHOD="rf", OUTPUT=output
    )
    assert_classified(product, output, log_folder())
    if "arrays" not in product.chosen:  # whose grid is derived from the positions of pixels
        assert raster_grid(output)[2] == (42, 30)


def test_qgis_process_classifies_a_product(qgis_process, products, tmp_path):
    product, output = products["prisma"], tmp_path / "map.tif"
    completed = qgis_process(
        "run",
        "geodiffnet:classify",
        f"--INPUT={product.chosen}",
        f"--LABELS={product.labels}",
        "--METHOD=rf",
        f"--OUTPUT={output}",
    )
    assert completed.returncode == 0, completed.stdout + completed.stderr
    assert_classified(product, output, qgis_process.logs)


def test_a_product_can_be_given_by_its_folder(algorithm, product, tmp_path):
    from qgis.core import QgsProcessingContext

    parameters = {
        "INPUT": str(product.folder),
        "LABELS": str(product.labels),
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
