"""The section of the panel that chooses the scene and the training layer."""

from __future__ import annotations

from pathlib import Path

from qgis.core import Qgis, QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from ..bridge.rasters import file_of
from ..bridge.translation import tr
from .class_field_box import ClassFieldBox
from .new_layer_dialog import NewLayerDialog
from .scene_box import SceneBox


class LayersSection(QWidget):
    """Lists of scenes, training layers and their fields, and a button for a new layer."""

    scene_changed = pyqtSignal(object)  # QgsRasterLayer or None
    layer_changed = pyqtSignal(object)  # QgsVectorLayer or None

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.scenes = SceneBox()
        self.scenes.setToolTip(tr("The hyperspectral image to classify."))
        self.layers = QgsMapLayerComboBox()
        self.layers.setFilters(Qgis.LayerFilter.HasGeometry)
        self.layers.setAllowEmptyLayer(True, tr("Choose or create a layer"))
        self.layers.setToolTip(tr("The layer of training samples: polygons, lines or points."))
        self.fields = ClassFieldBox()
        self.new = QPushButton(tr("New…"))
        self.new.setToolTip(tr("Create an empty training layer for this scene."))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(3)
        grid.addWidget(QLabel(tr("Scene")), 0, 0)
        grid.addWidget(self.scenes, 0, 1, 1, 2)
        grid.addWidget(QLabel(tr("Samples")), 1, 0)
        grid.addWidget(self.layers, 1, 1)
        grid.addWidget(self.new, 1, 2)
        label = QLabel(tr("Class field"))
        grid.addWidget(label, 2, 0)
        grid.addWidget(self.fields, 2, 1, 1, 2)
        grid.setColumnStretch(1, 1)
        self.new.clicked.connect(self._make_layer)
        self.scenes.layerChanged.connect(self._scene_chosen)
        self.layers.layerChanged.connect(self._layer_chosen)
        for widget in (label, self.fields):
            self.fields.needed.connect(widget.setVisible)
        self.fields.field_chosen.connect(
            lambda: self.layer_changed.emit(self.layers.currentLayer())
        )
        self.fields.set_layer(self.layers.currentLayer())
        self._scene_chosen(self.scenes.currentLayer())

    def prepare(self) -> None:
        """Choose the scene if there is only one."""
        scenes = self.scenes.suitable()
        if self.scenes.currentLayer() is None and len(scenes) == 1:
            self.scenes.setLayer(scenes[0])

    def offers(self, layer: QgsVectorLayer) -> bool:
        """Whether a layer can be chosen as the training layer."""
        return any(self.layers.layer(row) == layer for row in range(self.layers.count()))

    def disconnect_project(self) -> None:
        """Disconnect from the project, before the panel is removed."""
        self.scenes.disconnect_project()

    def _scene_chosen(self, scene: QgsRasterLayer | None) -> None:
        self.new.setEnabled(scene is not None)
        self.scene_changed.emit(scene)

    def _layer_chosen(self, layer: QgsVectorLayer | None) -> None:
        self.fields.set_layer(layer)
        self.layer_changed.emit(layer)

    def _make_layer(self) -> None:
        scene = self.scenes.currentLayer()
        if scene is None:
            return
        file = file_of(scene.source())
        folder = Path(file).parent if file else Path.home()
        dialog = NewLayerDialog(scene.crs(), folder, self)
        dialog.finished.connect(lambda _: self._take_layer(dialog))
        dialog.open()

    def _take_layer(self, dialog: NewLayerDialog) -> None:
        layer = dialog.layer
        dialog.deleteLater()
        if isinstance(layer, QgsVectorLayer):
            project = QgsProject.instance()
            # QGIS would insert it above the active layer, possibly below a map.
            project.addMapLayer(layer, False)
            project.layerTreeRoot().insertLayer(0, layer)
            self.layers.setLayer(layer)
