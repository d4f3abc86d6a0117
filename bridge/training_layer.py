"""Training layers: polygons with a class field in a GeoPackage, styled by class.

Names and colours of the classes, and their list in the attribute form, are part of the layer's
style, which is stored in the GeoPackage as its default.
"""

from __future__ import annotations

import os

from qgis.core import (
    NULL,
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsEditorWidgetSetup,
    QgsField,
    QgsFields,
    QgsFillSymbol,
    QgsRendererCategory,
    QgsSimpleLineSymbolLayer,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType
from qgis.PyQt.QtGui import QColor

from ..backend.common.choices import DEFAULT_CLASS_FIELD
from .class_list import TrainingClass
from .errors import BridgeError
from .translation import tr

#: Transparent, so that the image below a polygon is visible.
FILL_ALPHA = 70
OUTLINE_MILLIMETRES = 0.5
CASING_MILLIMETRES = 1.0


def make_training_layer(
    path: str,
    crs: QgsCoordinateReferenceSystem,
    classes: list[TrainingClass],
    transform_context: QgsCoordinateTransformContext,
) -> None:
    """Write an empty training layer; a file that contains features is never overwritten."""
    if _holds_features(path):
        raise BridgeError(
            "training.exists",
            tr("The file {} already contains features.").format(path),
            tr("Choose another file name, or open that file as the training layer."),
        )
    fields = QgsFields()
    fields.append(QgsField(DEFAULT_CLASS_FIELD, QMetaType.Type.QString))
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.layerName = os.path.splitext(os.path.basename(path))[0]
    writer = QgsVectorFileWriter.create(
        path, fields, Qgis.WkbType.MultiPolygon, crs, transform_context, options
    )
    failure = writer.errorMessage()
    failed = writer.hasError() != QgsVectorFileWriter.WriterError.NoError
    del writer  # closes the file
    layer = QgsVectorLayer(path, options.layerName, "ogr")
    if failed or not layer.isValid():
        raise BridgeError(
            "output.not_writable",
            tr("The training layer could not be written to {}: {}").format(path, failure),
            tr("Choose a folder in which you may create files."),
        )
    show_classes(layer, DEFAULT_CLASS_FIELD, classes)
    keep_style(layer)


def show_classes(layer: QgsVectorLayer, field: str, classes: list[TrainingClass]) -> None:
    """Style a layer by these classes, and list them in its attribute form.

    A class that keeps its name or its colour keeps its symbol.
    """
    by_name = {category.value(): category for category in _categories(layer, field)}
    by_colour = {category.symbol().color().name(): category for category in by_name.values()}
    categories = []
    for entry in classes:
        previous = by_name.get(entry.name)
        label = previous.label() if previous is not None else entry.name
        template = by_colour.get(entry.colour) if previous is None else previous
        if template is None or template.symbol().color().name() != entry.colour:
            symbol = class_symbol(entry.colour)
        else:
            symbol = template.symbol().clone()
        categories.append(QgsRendererCategory(entry.name, symbol, label))
    layer.setRenderer(QgsCategorizedSymbolRenderer(field, categories))
    _set_up_form(layer, field, classes)
    layer.emitStyleChanged()
    layer.triggerRepaint()


def class_symbol(colour: str) -> QgsFillSymbol:
    """The symbol of a class: a transparent fill, and an outline that is visible on any image."""
    fill = QColor(colour)
    fill.setAlpha(FILL_ALPHA)
    symbol = QgsFillSymbol.createSimple({"outline_width": str(OUTLINE_MILLIMETRES)})
    symbol.symbolLayer(0).setFillColor(fill)
    symbol.symbolLayer(0).setStrokeColor(QColor(colour))
    casing = QgsSimpleLineSymbolLayer(QColor(255, 255, 255, 200), CASING_MILLIMETRES)
    # A symbol's colour is that of its first layer that is not locked.
    casing.setLocked(True)
    symbol.insertSymbolLayer(0, casing)
    return symbol


def classes_of(layer: QgsVectorLayer, field: str) -> list[TrainingClass]:
    """The classes in a layer's style for a field; none for a layer styled otherwise."""
    return [
        TrainingClass(str(category.value()), category.symbol().color().name())
        for category in _categories(layer, field)
    ]


def _categories(layer: QgsVectorLayer, field: str) -> list[QgsRendererCategory]:
    renderer = layer.renderer()
    if not isinstance(renderer, QgsCategorizedSymbolRenderer):
        return []
    if renderer.classAttribute().strip('"') != field:
        return []
    return [
        category
        for category in renderer.categories()
        # The category for "all other values" has no value; one of several values is no class.
        if category.value() not in (None, NULL, "") and not isinstance(category.value(), list)
    ]


def keep_style(layer: QgsVectorLayer) -> str:
    """Store the style as the default in the layer's GeoPackage; returns an error message or ""."""
    if layer.providerType() != "ogr" or layer.dataProvider().storageType() != "GPKG":
        return ""
    style = (layer.name(), tr("GeoDiffNet classes"), True, "")
    if hasattr(layer, "saveStyleToDatabaseV2"):  # newer than 3.40, where the other is deprecated
        return layer.saveStyleToDatabaseV2(*style)[1]
    return layer.saveStyleToDatabase(*style)


def _set_up_form(layer: QgsVectorLayer, field: str, classes: list[TrainingClass]) -> None:
    """Set up the attribute form: the class is a list, preset to the last one; the id is hidden."""
    position = layer.fields().lookupField(field)
    choices = [{entry.name: entry.name} for entry in classes]
    layer.setEditorWidgetSetup(position, QgsEditorWidgetSetup("ValueMap", {"map": choices}))
    form = layer.editFormConfig()
    form.setReuseLastValue(position, True)
    layer.setEditFormConfig(form)
    for index in layer.primaryKeyAttributes():
        layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("Hidden", {}))


def _holds_features(path: str) -> bool:
    if not os.path.exists(path):
        return False
    layer = QgsVectorLayer(path, "existing", "ogr")
    # Any other kind of file is not overwritten either.
    return not layer.isValid() or layer.featureCount() != 0
