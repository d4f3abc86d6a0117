"""The dialog that imports the samples of another layer."""

from __future__ import annotations

from qgis.core import Qgis, QgsVectorLayer
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QVBoxLayout,
    QWidget,
)

from ...bridge.errors import BridgeError
from ...bridge.translation import tr
from ..class_field_box import ClassFieldBox
from ..tools.scene_grid import SceneGrid
from ..training import TrainingLayer
from ..wrapped_label import WrappedLabel
from .sample_import import SamplesToImport, import_samples, read_samples

ERROR_STYLE = "color: #c0392b"


class ImportDialog(QDialog):
    """Asks for a layer and its class field; imports when accepted, and shows errors itself."""

    def __init__(self, training: TrainingLayer, grid: SceneGrid | None, parent: QWidget):
        super().__init__(parent)
        self._training, self._grid = training, grid
        self.imported: SamplesToImport | None = None
        self.setWindowTitle(tr("Import samples"))
        self.layers = QgsMapLayerComboBox()
        self.layers.setFilters(Qgis.LayerFilter.HasGeometry)
        self.layers.setExceptedLayerList([training.layer])
        self.fields = ClassFieldBox()
        self.only_selected = QCheckBox()
        self.error_label = WrappedLabel()
        self.error_label.setStyleSheet(ERROR_STYLE)
        self.error_label.hide()
        hint = WrappedLabel(
            tr(
                "The samples are copied into the training layer in its coordinate reference "
                "system. Classes of the same name are joined; others are added."
            )
        )
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(tr("Layer"), self.layers)
        form.addRow(tr("Class field"), self.fields)
        form.addRow("", self.only_selected)
        column = QVBoxLayout(self)
        column.addWidget(hint)
        column.addLayout(form)
        column.addWidget(self.error_label)
        column.addStretch(1)
        column.addWidget(self.buttons)
        self.layers.layerChanged.connect(self._show_layer)
        self.resize(420, 220)
        self._show_layer(self.layers.currentLayer())

    def accept(self) -> None:
        layer = self.layers.currentLayer()
        try:
            if layer is None or not self.fields.field:
                raise BridgeError("import.no_field", tr("Choose a layer and its class field."))
            selected = self.only_selected.isChecked()
            found = read_samples(layer, self.fields.field, self._training, self._grid, selected)
            import_samples(found, self._training)
        except BridgeError as error:
            self.error_label.setText(error.text)
            self.error_label.show()
            return
        self.imported = found
        super().accept()

    def _show_layer(self, layer: QgsVectorLayer | None) -> None:
        self.error_label.hide()
        self.fields.set_layer(layer)
        count = layer.selectedFeatureCount() if layer is not None else 0
        self.only_selected.setText(tr("Selected features only ({})").format(count))
        self.only_selected.setEnabled(count > 0)
        self.only_selected.setChecked(count > 0)
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(layer is not None)
