"""The section of the panel that chooses the scene and the training layer."""

from __future__ import annotations

from pathlib import Path

from qgis.core import Qgis, QgsMapLayer, QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from ..bridge.rasters import file_of
from ..bridge.translation import tr
from . import preview
from .new_layer_dialog import NewLayerDialog

MIN_BANDS = 4  # images with three bands are not offered as scenes


class LayersSection(QWidget):
    """Lists of scenes and of polygon layers, and a button for a new training layer."""

    scene_changed = pyqtSignal(object)  # QgsRasterLayer or None
    layer_changed = pyqtSignal(object)  # QgsVectorLayer or None

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.scenes = QgsMapLayerComboBox()
        self.scenes.setFilters(Qgis.LayerFilter.RasterLayer)
        self.scenes.setAllowEmptyLayer(True, tr("Choose a scene"))
        self.scenes.setToolTip(tr("The hyperspectral image to classify."))
        self.layers = QgsMapLayerComboBox()
        self.layers.setFilters(Qgis.LayerFilter.PolygonLayer)
        self.layers.setAllowEmptyLayer(True, tr("Choose or create a polygon layer"))
        self.layers.setToolTip(tr("The layer of training polygons."))
        self.new = QPushButton(tr("New…"))
        self.new.setToolTip(tr("Create an empty training layer for this scene."))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(3)
        grid.addWidget(QLabel(tr("Scene")), 0, 0)
        grid.addWidget(self.scenes, 0, 1, 1, 2)
        grid.addWidget(QLabel(tr("Polygons")), 1, 0)
        grid.addWidget(self.layers, 1, 1)
        grid.addWidget(self.new, 1, 2)
        grid.setColumnStretch(1, 1)
        self.new.clicked.connect(self._make_layer)
        self.scenes.layerChanged.connect(self._scene_chosen)
        self.layers.layerChanged.connect(self.layer_changed.emit)
        project = QgsProject.instance()
        project.layersAdded.connect(self.exclude_maps)
        self.exclude_maps()
        self._scene_chosen(self.scenes.currentLayer())

    def prepare(self) -> None:
        """Choose the scene if there is only one."""
        self.exclude_maps()
        rasters = [
            layer
            for layer in QgsProject.instance().mapLayers().values()
            if isinstance(layer, QgsRasterLayer) and layer not in self.scenes.exceptedLayerList()
        ]
        if self.scenes.currentLayer() is None and len(rasters) == 1:
            self.scenes.setLayer(rasters[0])

    def exclude_maps(self, *_: object) -> None:
        """Offer only scenes: no maps of the panel, and no images with few bands."""
        self.scenes.setExceptedLayerList(
            [
                layer
                for layer in QgsProject.instance().mapLayers().values()
                if isinstance(layer, QgsRasterLayer)
                and (preview.is_preview(layer) or layer.bandCount() < MIN_BANDS)
            ]
        )

    def _scene_chosen(self, scene: QgsMapLayer | None) -> None:
        self.new.setEnabled(scene is not None)
        self.scene_changed.emit(scene)

    def _make_layer(self) -> None:
        scene = self.scenes.currentLayer()
        file = file_of(scene.source())
        folder = Path(file).parent if file else Path.home()
        dialog = NewLayerDialog(scene.crs(), folder, self)
        dialog.finished.connect(lambda _: self._take_layer(dialog))
        dialog.open()

    def _take_layer(self, dialog: NewLayerDialog) -> None:
        layer = dialog.layer
        dialog.deleteLater()
        if isinstance(layer, QgsVectorLayer):
            QgsProject.instance().addMapLayer(layer)
            self.layers.setLayer(layer)
