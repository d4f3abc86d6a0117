"""The layer of the live map, given the files of maps."""

import importlib

import pytest
from qgis_support import save_layer

COLOURS = {"Field": "#e2c94e", "Road": "#a81020", "Water": "#2f7fd1"}
#: In the order of the list in the panel; codes follow the order of names.
CLASSES = [(name, name, COLOURS[name]) for name in ("Field", "Water", "Road")]


def write_map(path, names):
    from osgeo import gdal

    gdal.UseExceptions()
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), 4, 4, 1)
    band = dataset.GetRasterBand(1)
    band.SetNoDataValue(0)
    band.Fill(1)
    table = gdal.ColorTable()
    for code, name in enumerate(names, 1):
        table.SetColorEntry(code, (*bytes.fromhex(COLOURS[name][1:]), 255))
    band.SetColorTable(table)
    band.SetCategoryNames(["", *names])
    return path


def styled(layer):
    """Code, name and colour of each class, as the layer is drawn."""
    entries = layer.renderer().classes()
    return [(int(entry.value), entry.label, entry.color.name()) for entry in entries]


@pytest.fixture
def show(qgis, scene, labels, tmp_path):
    """A function that shows a map of some classes in the live layer; returns the layer."""
    from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer

    module = importlib.import_module("geodiffnet.gui.live.layer")
    project = QgsProject.instance()
    project.clear()
    image = QgsRasterLayer(str(scene), "scene")
    training = QgsVectorLayer(str(save_layer(labels, tmp_path / "t.gpkg")), "training", "ogr")
    project.addMapLayer(image)
    project.addMapLayer(training)
    live = module.LiveLayer()
    maps = iter(range(100))

    def show(names, classes=CLASSES):
        live.show(write_map(tmp_path / f"{next(maps)}.tif", names), classes, training, image)
        return live.layer

    yield show
    live.stop()
    project.clear()


@pytest.mark.parametrize("names", [["Field", "Road", "Water"], ["Road", "Water"], ["Field"]])
def test_codes_are_drawn_by_the_classes_of_each_file(show, names):
    show(["Field", "Water"])
    layer = show(names)
    wanted = [(code, name, COLOURS[name]) for code, name in enumerate(names, 1)]
    assert sorted(styled(layer)) == wanted


def test_the_legend_has_the_order_of_the_class_list(show):
    assert [name for _, name, _ in styled(show(["Field", "Road", "Water"]))] == [
        "Field",
        "Water",
        "Road",
    ]
    layer = show(["Field", "Road", "Water"], CLASSES[::-1])
    assert [name for _, name, _ in styled(layer)] == ["Road", "Water", "Field"]


def test_opacity_and_a_style_of_the_user_are_kept_while_the_classes_stay(show):
    from qgis.core import QgsSingleBandGrayRenderer

    layer = show(["Field", "Water"])
    layer.setRenderer(QgsSingleBandGrayRenderer(layer.dataProvider(), 1))
    layer.setOpacity(0.4)
    assert show(["Field", "Water"]).renderer().type() == "singlebandgray"
    layer = show(["Field", "Road", "Water"])
    assert layer.renderer().type() == "paletted"
    assert layer.opacity() == pytest.approx(0.4)
