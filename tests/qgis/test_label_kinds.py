"""Labels of every kind and in any coordinate system reach the map.

The quickest method will do: what the methods are worth is tested elsewhere.
"""

import importlib
import json
import subprocess

import pytest
from qgis_support import BACKEND_PYTHON, ROOT, names_of_map, raster_grid

CLASSES = ("soil", "tree", "water")
KINDS = ("polygons", "points", "lines")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A tiny scene of three stripes, with labels of each kind at the same locations."""
    folder = tmp_path_factory.mktemp("kinds")
    command = [BACKEND_PYTHON, "-m", "tests.fixtures.label_kinds", folder]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=120)
    return folder


@pytest.fixture(scope="module")
def classified(run_for_real, folder):
    """Classify with the real backend; returns the path of the map."""

    def classify(name, **parameters):
        output = folder / f"map of {name}.tif"
        given = {"INPUT": folder / "scene.tif", "METHOD": "rf", "OUTPUT": output, **parameters}
        run_for_real("classify", **given)
        return output

    return classify


@pytest.fixture(scope="module")
def maps(classified, folder):
    """The maps of each kind of labels in the scene's coordinate reference system."""
    return {
        kind: classified(kind, LABELS=folder / f"{kind}.gpkg", CLASS_FIELD="class")
        for kind in KINDS
    }


def values_of(path):
    from osgeo import gdal

    return gdal.Open(str(path)).ReadAsArray()


def right_share(path):
    """The fraction of a map that shows the true stripe."""
    found = values_of(path)
    columns = found.shape[1]
    truth = [column * 3 // columns + 1 for column in range(columns)]
    return (found == truth)[found > 0].mean()


@pytest.mark.parametrize("kind", KINDS)
def test_each_geometry_type_gives_an_accurate_map(maps, folder, kind):
    assert raster_grid(maps[kind]) == raster_grid(folder / "scene.tif")
    assert right_share(maps[kind]) > 0.97


@pytest.mark.parametrize("kind", KINDS)
def test_labels_in_degrees_give_the_same_map_to_the_byte(classified, maps, folder, kind):
    found = classified(
        f"{kind} in degrees", LABELS=folder / f"{kind}_degrees.gpkg", CLASS_FIELD="class"
    )
    assert found.read_bytes() == maps[kind].read_bytes()


def test_a_layer_in_memory_gives_the_same_map(classified, maps, folder):
    from qgis.core import QgsFeatureRequest, QgsVectorLayer

    drawn = QgsVectorLayer(str(folder / "polygons_degrees.gpkg"), "drawn")
    layer = drawn.materialize(QgsFeatureRequest())
    assert layer.dataProvider().name() == "memory"
    assert classified("memory", LABELS=layer).read_bytes() == maps["polygons"].read_bytes()


def test_only_the_selection_is_used_for_training(classified, maps, folder):
    from qgis.core import (
        QgsFeature,
        QgsFeatureRequest,
        QgsProcessingFeatureSourceDefinition,
        QgsProject,
        QgsVectorLayer,
    )

    drawn = QgsVectorLayer(str(folder / "polygons.gpkg"), "drawn")
    layer = drawn.materialize(QgsFeatureRequest())
    wrong = []
    for feature in drawn.getFeatures():
        copy = QgsFeature(feature)
        copy["class"] = "nonsense"
        wrong.append(copy)
    layer.dataProvider().addFeatures(wrong)
    layer.selectByExpression("\"class\" <> 'nonsense'")
    QgsProject.instance().addMapLayer(layer, False)
    try:
        selected = QgsProcessingFeatureSourceDefinition(layer.id(), True)
        found = classified("selection", LABELS=selected)
    finally:
        QgsProject.instance().takeMapLayer(layer)
    assert found.read_bytes() == maps["polygons"].read_bytes()


def test_a_label_raster_is_used_for_training(qgis, classified, folder):
    found = classified("codes", LABEL_RASTER=folder / "codes.tif")
    assert right_share(found) > 0.97
    # The file has colours, but no names.
    assert names_of_map(found) == {"1": "#c87828", "2": "#0a5a1e", "3": "#1e3cc8"}


def test_names_and_colours_of_a_rasters_style_reach_the_map(classified, folder):
    from qgis.core import QgsPalettedRasterRenderer, QgsRasterLayer
    from qgis.PyQt.QtGui import QColor

    layer = QgsRasterLayer(str(folder / "codes.tif"), "codes")
    styled = [
        QgsPalettedRasterRenderer.Class(code, QColor(colour), name)
        for code, (name, colour) in enumerate(
            {"Soil": "#aa7733", "Tree": "#117733", "Water": "#3377ff"}.items(), 1
        )
    ]
    layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), 1, styled))
    found = classified("style", LABEL_RASTER=layer, CLASS_FIELD="")
    assert names_of_map(found) == {"Soil": "#aa7733", "Tree": "#117733", "Water": "#3377ff"}


def test_other_renderers_leave_the_names_of_the_attribute_table(qgis, tmp_path):
    """The table of an ERDAS file, which the libraries of the backend do not read."""
    from osgeo import gdal
    from qgis.core import QgsRasterLayer, QgsSingleBandGrayRenderer

    path = str(tmp_path / "codes.img")
    dataset = gdal.GetDriverByName("HFA").Create(path, 4, 3, 1, gdal.GDT_Byte)
    table = gdal.RasterAttributeTable()
    kinds = {"Value": gdal.GFU_MinMax, "Red": gdal.GFU_Red, "Green": gdal.GFU_Green}
    for name, usage in (kinds | {"Blue": gdal.GFU_Blue}).items():
        table.CreateColumn(name, gdal.GFT_Integer, usage)
    table.CreateColumn("Class_Names", gdal.GFT_String, gdal.GFU_Name)
    for row, (name, colour) in enumerate((("Nothing", (0, 0, 0)), ("Heath", (170, 20, 90)))):
        for column, value in enumerate((row, *colour)):
            table.SetValueAsInt(row, column, value)
        table.SetValueAsString(row, 4, name)
    dataset.GetRasterBand(1).SetDefaultRAT(table)
    dataset = table = None
    layer = QgsRasterLayer(path, "codes")
    layer.setRenderer(QgsSingleBandGrayRenderer(layer.dataProvider(), 1))
    styles = importlib.import_module("geodiffnet.bridge.labels").raster_class_styles(layer)
    assert {"value": 1, "name": "Heath", "colour": "#aa145a"} in styles


def test_training_with_a_label_raster_is_named_in_the_report(qgis_process, folder):
    completed = qgis_process(
        "--json",
        "run",
        "geodiffnet:train",
        f"--INPUT={folder / 'scene.tif'}",
        f"--LABEL_RASTER={folder / 'codes.tif'}",
        "--METHOD=rf",
        f"--MODEL={folder / 'model.safetensors'}",
        f"--REPORT={folder / 'report.html'}",
    )
    assert completed.returncode == 0, completed.stderr
    assert (
        json.loads(completed.stdout[completed.stdout.index("{") :])["results"]["OVERALL_ACCURACY"]
        > 0.9
    )
    report = (folder / "report.html").read_text()
    assert "codes.tif" in report
    assert "None" not in report


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (("LABELS", "LABEL_RASTER"), "Both training samples and a label raster were given."),
        ((), "No training samples were given."),
        (("LABEL_RASTER",), "The label raster cannot be opened"),
    ],
)
def test_exactly_one_source_of_labels_is_required(algorithm, folder, given, sentence):
    from qgis.core import QgsProcessingContext

    files = {"LABELS": folder / "polygons.gpkg", "LABEL_RASTER": folder / "codes.tif"}
    if given == ("LABEL_RASTER",):
        files["LABEL_RASTER"] = folder / "nowhere.tif"
    parameters = {"INPUT": str(folder / "scene.tif"), "OUTPUT": str(folder / "no.tif")}
    parameters |= {name: str(files[name]) for name in given}
    fine, message = algorithm.checkParameterValues(parameters, QgsProcessingContext())
    assert not fine
    assert sentence in message


def test_the_label_raster_is_not_overwritten(algorithm, folder):
    from qgis.core import QgsProcessingContext

    codes = str(folder / "codes.tif")
    parameters = {"INPUT": str(folder / "scene.tif"), "LABEL_RASTER": codes, "OUTPUT": codes}
    fine, message = algorithm.checkParameterValues(parameters, QgsProcessingContext())
    assert not fine
    assert "is also an input or another output" in message
