"""The list of scenes; images that cannot be classified are listed too, with the reason."""

from __future__ import annotations

from qgis.core import QgsIconUtils, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QSignalBlocker, Qt, pyqtSignal
from qgis.PyQt.QtGui import QStandardItem, QStandardItemModel
from qgis.PyQt.QtWidgets import QComboBox, QSizePolicy, QWidget

from ..bridge.errors import BridgeError
from ..bridge.rasters import gdal_source
from ..bridge.translation import tr
from . import preview

MIN_BANDS = 4
MIN_CHARACTERS = 8


class SceneBox(QComboBox):
    """A list of the raster layers of the project, without the maps of the panel."""

    layerChanged = pyqtSignal(object)  # noqa: N815 - QgsRasterLayer or None, as in QGIS's own list

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._current = ""  # id of the layer
        self.setModel(QStandardItemModel(self))
        # A long name must not make the panel wider.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(MIN_CHARACTERS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.currentIndexChanged.connect(self._chosen)
        project = QgsProject.instance()
        project.layersAdded.connect(self.refresh)
        project.layersRemoved.connect(self.refresh)
        project.layerTreeRoot().nameChanged.connect(self.refresh)
        self.refresh()

    def currentLayer(self) -> QgsRasterLayer | None:  # noqa: N802
        """The chosen scene."""
        layer = QgsProject.instance().mapLayer(self._current) if self._current else None
        return layer if isinstance(layer, QgsRasterLayer) else None

    def setLayer(self, layer: QgsRasterLayer | None) -> None:  # noqa: N802
        """Choose a scene; an image that cannot be classified is ignored."""
        if layer is None:
            self.setCurrentIndex(0)
        elif not reason_against(layer):
            self.setCurrentIndex(self.findData(layer.id()))

    def suitable(self) -> list[QgsRasterLayer]:
        """The images that can be chosen."""
        return [layer for layer in _rasters() if not reason_against(layer)]

    def refresh(self, *_: object) -> None:
        """List the images of the project."""
        rasters = _rasters()
        reasons = {layer.id(): reason_against(layer) for layer in rasters}
        blocker = QSignalBlocker(self)
        model = self.model()
        model.clear()
        model.appendRow(_item(tr("Choose a scene"), ""))
        for layer in sorted(rasters, key=lambda layer: bool(reasons[layer.id()])):
            reason = reasons[layer.id()]
            text = f"{layer.name()} ({reason})" if reason else layer.name()
            item = _item(text, layer.id())
            item.setIcon(QgsIconUtils.iconForLayer(layer))
            item.setToolTip(text)
            if reason:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
            model.appendRow(item)
        row = self.findData(self._current) if not reasons.get(self._current, "gone") else 0
        self.setCurrentIndex(row)
        blocker.unblock()
        self._chosen()

    def disconnect_project(self) -> None:
        """Disconnect from the project, before the panel is removed."""
        project = QgsProject.instance()
        project.layersAdded.disconnect(self.refresh)
        project.layersRemoved.disconnect(self.refresh)
        project.layerTreeRoot().nameChanged.disconnect(self.refresh)

    def _chosen(self, *_: object) -> None:
        chosen = str(self.currentData() or "")
        if chosen != self._current:
            self._current = chosen
            self.layerChanged.emit(self.currentLayer())


def reason_against(layer: QgsRasterLayer) -> str:
    """Why an image cannot be classified; empty for a scene."""
    if not layer.isValid():
        return tr("its file is missing")
    try:
        gdal_source(layer)
    except BridgeError:
        return tr("not a raster file")
    if layer.bandCount() < MIN_BANDS:
        return tr("{} bands, at least {} are needed").format(layer.bandCount(), MIN_BANDS)
    return ""


def _rasters() -> list[QgsRasterLayer]:
    """The raster layers of the project by name, without the maps of the panel."""
    rasters = [
        layer
        for layer in QgsProject.instance().mapLayers().values()
        if isinstance(layer, QgsRasterLayer) and not preview.is_preview(layer)
    ]
    return sorted(rasters, key=lambda layer: layer.name().casefold())


def _item(text: str, layer_id: str) -> QStandardItem:
    item = QStandardItem(text)
    item.setData(layer_id, Qt.ItemDataRole.UserRole)
    return item
