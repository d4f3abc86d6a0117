"""Creates training layers: a class field in a GeoPackage, styled by class.

Names and colours of the classes, and their list in the attribute form, are part of the layer's
style, which is stored in the GeoPackage as its default.
"""

from __future__ import annotations

import os

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsField,
    QgsFields,
    QgsProviderRegistry,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType

from ..backend.common.choices import DEFAULT_CLASS_FIELD
from .class_field import ClassField
from .class_list import TrainingClass
from .class_style import keep_style, show_classes
from .errors import BridgeError
from .translation import tr


def make_training_layer(
    path: str,
    crs: QgsCoordinateReferenceSystem,
    classes: list[TrainingClass],
    transform_context: QgsCoordinateTransformContext,
    geometry: Qgis.WkbType = Qgis.WkbType.MultiPolygon,
) -> None:
    """Write an empty training layer; a file that contains features is never overwritten."""
    if not _can_be_replaced(path):
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
    writer = QgsVectorFileWriter.create(path, fields, geometry, crs, transform_context, options)
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
    field = ClassField(layer, DEFAULT_CLASS_FIELD)
    show_classes(layer, field, classes)
    keep_style(layer, field)


def _can_be_replaced(path: str) -> bool:
    """Whether a file does not exist, or holds one empty layer and nothing else."""
    if not os.path.lexists(path):
        return True
    # Any other kind of file is not overwritten either.
    layer = QgsVectorLayer(path, "existing", "ogr")
    if not layer.isValid() or layer.featureCount() != 0:
        return False
    storage = QgsApplication.projectStorageRegistry().projectStorageFromType("geopackage")
    if storage is not None and storage.listProjects(path):
        return False
    return len(QgsProviderRegistry.instance().querySublayers(path)) == 1
