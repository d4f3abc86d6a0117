"""The list that chooses the class field of a training layer."""

from __future__ import annotations

from qgis.core import QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QSignalBlocker, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QWidget

from ..bridge.class_field import ClassField, default_class_field, suitable_fields
from ..bridge.translation import tr


class ClassFieldBox(QComboBox):
    """The suitable fields of a layer; hidden where there is no choice."""

    field_chosen = pyqtSignal()
    needed = pyqtSignal(bool)  # whether there is something to choose

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._layer: QgsVectorLayer | None = None
        self._field: ClassField | None = None
        self.setToolTip(tr("The field that holds the class, as a name or an integer code."))
        self.setPlaceholderText(tr("Choose the class field"))
        self.activated.connect(self._choose)

    @property
    def field(self) -> str:
        """The chosen field; empty where there is none."""
        return self._field.name if self._field is not None else ""

    def choose(self, name: str) -> None:
        """Choose a field by its name; one that the layer does not have is ignored."""
        row = self.findText(name, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchCaseSensitive)
        if row >= 0:
            self.setCurrentIndex(row)
            self._choose(row)

    def set_layer(self, layer: QgsVectorLayer | None) -> None:
        """Offer the fields of a layer, and choose the default one."""
        if self._layer is not None and not sip.isdeleted(self._layer):
            self._layer.updatedFields.disconnect(self._fill)
        self._layer = layer
        self._field = None
        if layer is not None:
            default = default_class_field(layer)
            self._field = ClassField(layer, default) if default else None
            layer.updatedFields.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        names = []
        with QSignalBlocker(self):
            self.clear()
            if self._layer is not None:
                fields, names = self._layer.fields(), suitable_fields(self._layer)
                for name in names:
                    self.addItem(fields.iconForField(fields.indexOf(name)), name)
            self.setCurrentIndex(self.findText(self.field) if self.field else -1)
        self.needed.emit(len(names) > 1 or (bool(names) and not self.field))

    def _choose(self, row: int) -> None:
        name = self.itemText(row)
        if self._layer is not None and name != self.field:
            self._field = ClassField(self._layer, name)
            self.field_chosen.emit()
