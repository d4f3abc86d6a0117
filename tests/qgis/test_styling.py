"""Styles of loaded maps, with and without the plugin."""

import importlib

import pytest

CLASSES = {1: ("Water", "#2f7fd1"), 2: ("Trees", "#1b6e34"), 300: ("Roofs", "#d1453b")}


@pytest.fixture
def styling(qgis):
    return importlib.import_module("geodiffnet.bridge.styling")


def write_map(path, codes, names=None, table=None):
    from osgeo import gdal

    gdal.UseExceptions()
    kind = gdal.GDT_UInt16 if max(codes) > 255 else gdal.GDT_Byte
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), 4, 4, 1, kind)
    band = dataset.GetRasterBand(1)
    band.SetNoDataValue(0)
    colours = gdal.ColorTable()
    for code in codes:
        colours.SetColorEntry(code, (*bytes.fromhex(CLASSES[code][1][1:]), 255))
    band.SetColorTable(colours)
    if names:
        band.SetCategoryNames(["", *(CLASSES[code][0] for code in codes)])
    if table:
        rat = gdal.RasterAttributeTable()
        for name, type_, usage in (
            ("Value", gdal.GFT_Integer, gdal.GFU_MinMax),
            ("Class", gdal.GFT_String, gdal.GFU_Name),
            ("Red", gdal.GFT_Integer, gdal.GFU_Red),
            ("Green", gdal.GFT_Integer, gdal.GFU_Green),
            ("Blue", gdal.GFT_Integer, gdal.GFU_Blue),
        ):
            rat.CreateColumn(name, type_, usage)
        rat.SetRowCount(len(codes))
        for row, code in enumerate(codes):
            rat.SetValueAsInt(row, 0, code)
            rat.SetValueAsString(row, 1, CLASSES[code][0])
            for column, value in enumerate(bytes.fromhex(CLASSES[code][1][1:]), 2):
                rat.SetValueAsInt(row, column, value)
        band.SetDefaultRAT(rat)
    return path


def load(path):
    from qgis.core import QgsRasterLayer

    return QgsRasterLayer(str(path), "map")


def legend(layer):
    return {
        int(entry.value): (entry.label, entry.color.name()) for entry in layer.renderer().classes()
    }


def apply(style, layer):
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProject

    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    style.postProcessLayer(layer, context, QgsProcessingFeedback(False))


@pytest.mark.parametrize("how", [{"names": True}, {"table": True}, {"names": True, "table": True}])
def test_names_and_colours_are_read_from_the_file(styling, tmp_path, how):
    from qgis.core import QgsSingleBandGrayRenderer

    layer = load(write_map(tmp_path / "map.tif", [1, 2], **how))
    layer.setRenderer(QgsSingleBandGrayRenderer(layer.dataProvider(), 1))
    apply(styling.ClassMapStyle(), layer)
    assert legend(layer) == {1: CLASSES[1], 2: CLASSES[2]}


def test_codes_above_255_have_names(styling, tmp_path):
    layer = load(write_map(tmp_path / "map.tif", [1, 300], table=True))
    apply(styling.ClassMapStyle(), layer)
    assert legend(layer) == {1: CLASSES[1], 300: CLASSES[300]}


def test_the_style_file_beside_a_map_is_used_for_missing_names(styling, tmp_path):
    from qgis.core import QgsRasterLayer

    layer = load(write_map(tmp_path / "map.tif", [1, 2], names=True))
    layer.saveNamedStyle(str(tmp_path / "map.qml"))
    (tmp_path / "map.tif.aux.xml").unlink()
    options = QgsRasterLayer.LayerOptions()
    options.loadDefaultStyle = False
    bare = QgsRasterLayer(str(tmp_path / "map.tif"), "map", "gdal", options)
    assert legend(bare)[1] == ("1", CLASSES[1][1])
    apply(styling.ClassMapStyle(), bare)
    assert legend(bare)[1] == CLASSES[1]


def test_a_map_without_names_keeps_its_style(styling, tmp_path):
    layer = load(write_map(tmp_path / "map.tif", [1, 2]))
    before = legend(layer)
    apply(styling.ClassMapStyle(), layer)
    assert legend(layer) == before


def test_confidence_has_a_fixed_scale(styling, tmp_path):
    from osgeo import gdal

    path = tmp_path / "confidence.tif"
    gdal.GetDriverByName("GTiff").Create(str(path), 4, 4, 1, gdal.GDT_Byte)
    layer = load(path)
    apply(styling.ConfidenceStyle(), layer)
    ramp = layer.renderer().shader().rasterShaderFunction()
    assert (ramp.minimumValue(), ramp.maximumValue()) == (0, 100)
    assert [item.label for item in ramp.colorRampItemList()][-1] == "100 %"


def test_only_loaded_layers_are_styled(styling, fake, scene, labels, tmp_path):
    from qgis.core import QgsProcessingContext, QgsProject

    processing = importlib.import_module("processing")
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    output, confidence = str(tmp_path / "map.tif"), str(tmp_path / "confidence.tif")
    details = QgsProcessingContext.LayerDetails("Class map", context.project())
    context.setLayersToLoadOnCompletion({output: details})
    processing.run(
        "geodiffnet:classify",
        {"INPUT": str(scene), "LABELS": labels, "OUTPUT": output, "CONFIDENCE": confidence},
        context=context,
    )
    wanted = context.layersToLoadOnCompletion()
    assert list(wanted) == [output]
    assert isinstance(wanted[output].postProcessor(), styling.ClassMapStyle)
