"""The dialog that creates a training layer."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsIconUtils,
    QgsProject,
    QgsVectorLayer,
)
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from ..bridge.class_list import parse_classes
from ..bridge.errors import BridgeError
from ..bridge.training_layer import make_training_layer
from ..bridge.translation import tr
from .wrapped_label import WrappedLabel

EXAMPLE = "water\ntree\ngrass\nsoil\nroad\nroof=#d1453b"


class NewLayerDialog(QDialog):
    """Asks for classes and a file; it creates the file when accepted, and shows errors itself."""

    def __init__(self, crs: QgsCoordinateReferenceSystem, folder: Path, parent: QWidget):
        super().__init__(parent)
        self._crs = crs
        self.layer: QgsVectorLayer | None = None
        self.setWindowTitle(tr("New training layer"))
        self.classes = QPlainTextEdit()
        self.classes.setPlaceholderText(EXAMPLE)
        self.file = QgsFileWidget()
        self.file.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.file.setFilter(tr("GeoPackage (*.gpkg)"))
        self.file.setFilePath(str(_unused_name(folder)))
        self.geometry_type = QComboBox()
        for kind, title in (
            (Qgis.WkbType.MultiPolygon, tr("Polygons (recommended)")),
            (Qgis.WkbType.MultiLineString, tr("Lines")),
            (Qgis.WkbType.Point, tr("Points")),
        ):
            self.geometry_type.addItem(QgsIconUtils.iconForWkbType(kind), title, kind)
        self.error_label = WrappedLabel()
        self.error_label.setStyleSheet("color: #c0392b")
        self.error_label.hide()
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        hint = WrappedLabel(
            tr("Classes, one per line, optionally with a colour. More can be added later.")
        )
        layout.addWidget(hint)
        layout.addWidget(self.classes)
        layout.addWidget(QLabel(tr("Samples are drawn as:")))
        layout.addWidget(self.geometry_type)
        layout.addWidget(QLabel(tr("File of the training layer:")))
        layout.addWidget(self.file)
        layout.addWidget(self.error_label)
        layout.addWidget(buttons)
        self.resize(420, 320)

    def accept(self) -> None:
        path = self.file.filePath().strip()
        try:
            if not path:
                raise BridgeError("training.no_file", tr("Choose a file for the training layer."))
            if not path.lower().endswith(".gpkg"):
                path += ".gpkg"
            classes = parse_classes(self.classes.toPlainText())
            context = QgsProject.instance().transformContext()
            kind = self.geometry_type.currentData()
            make_training_layer(path, self._crs, classes, context, kind)
        except BridgeError as error:
            self.error_label.setText(error.text)
            self.error_label.show()
            return
        self.layer = QgsVectorLayer(path, Path(path).stem, "ogr")
        super().accept()


def _unused_name(folder: Path) -> Path:
    """An unused file name beside the scene."""
    name, number = "training.gpkg", 1
    while (folder / name).exists():
        number += 1
        name = f"training-{number}.gpkg"
    return folder / name
