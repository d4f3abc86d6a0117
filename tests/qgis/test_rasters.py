"""The GDAL name of an image."""

import importlib

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "{0}", "/vsizip/{0}.zip/scene.tif", "GTIFF_DIR:1:{0}", "NETCDF:{0}:reflectance",
        'HDF5:"{0}"://HDFEOS/cube', "{0}|option:NUM_THREADS=2",
    ],
)  # fmt: skip
def test_the_image_is_passed_by_its_gdal_name(qgis, scene, text):
    from qgis.core import QgsRasterLayer

    rasters = importlib.import_module("geodiffnet.bridge.rasters")
    layer = QgsRasterLayer(text.format(scene), "scene", "gdal")
    assert rasters.gdal_source(layer) == text.format(scene).partition("|")[0]
    if "zip" not in text:
        assert rasters.file_of(layer.source()) == str(scene)
