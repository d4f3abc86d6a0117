"""The layer of the live map: one raster layer, whose file is replaced by each new map."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from qgis.core import (
    QgsLayerTree,
    QgsProcessingUtils,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...bridge.styling import class_entries, draw_class_map, order_legend
from ...bridge.translation import tr
from .. import preview
from ..derived_layer import DerivedRasterLayer
from .old_files import remove_folder, remove_old_files

KIND = preview.LIVE
#: Files that are kept besides the newest: QGIS may still draw one of them.
KEPT_FILES = 2


class LiveLayer(QObject):
    """A temporary layer, which is not stored in the project: `unsaved_layers.py`."""

    removed = pyqtSignal()  # by the user

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self._layer: QgsRasterLayer | None = None
        self._folder: Path | None = None
        self._files: list[Path] = []
        self._style: object = None  # what the layer was styled by
        self._is_hidden = False
        QgsProject.instance().layersWillBeRemoved.connect(self._layers_will_be_removed)

    @property
    def layer(self) -> QgsRasterLayer | None:
        """The layer in the project; None before the first map."""
        if self._layer is not None and sip.isdeleted(self._layer):
            self._layer = None
        return self._layer

    @property
    def folder(self) -> Path:
        """The folder of the files, which is made when it is needed."""
        if self._folder is None or self._folder.is_symlink() or not self._folder.is_dir():
            self._folder = Path(
                tempfile.mkdtemp(prefix="live-", dir=QgsProcessingUtils.tempFolder())
            )
        return self._folder

    def show(
        self,
        file: Path,
        classes: Sequence[tuple[int | str, str, str]],
        training: QgsVectorLayer,
        scene: QgsRasterLayer,
    ) -> None:
        """Show a map; it is styled where its classes, or their order, differ from before."""
        layer = self.layer
        if layer is None:
            layer = DerivedRasterLayer(str(file), tr("Live map"))
            self._layer = layer
            self._style = None
            _insert(layer, training, scene)
            preview.set_visible(layer, not self._is_hidden)
        else:
            layer.setDataSource(str(file), layer.name(), "gdal")
        if layer.isValid():
            self._draw(layer, [name for _, name, _ in classes])
        layer.triggerRepaint()
        self._files = [*self._files, file][-1 - KEPT_FILES :]
        remove_old_files(self.folder, self._files)

    def _draw(self, layer: QgsRasterLayer, order: Sequence[str]) -> None:
        # A map has the classes with samples only, and their codes depend on them.
        found = [(entry.value, entry.label, entry.color.name()) for entry in class_entries(layer)]
        style = (found, list(order))
        if style == self._style:
            return
        self._style = style
        opacity = layer.opacity()
        draw_class_map(layer)
        order_legend(layer, order)
        layer.setOpacity(opacity)
        layer.emitStyleChanged()

    def hide(self, hidden: bool) -> None:
        """Hide the layer while the scene itself is looked at, or show it again."""
        self._is_hidden = hidden
        preview.set_visible(self.layer, not hidden)

    def remove(self) -> None:
        """Remove the layer and its files as soon as the event loop runs again.

        The panel calls this while the project removes other layers, or all of them; a layer that is
        removed in between would be deleted while QGIS still uses it.
        """
        layer, self._layer = self.layer, None
        folder, self._folder = self._folder, None
        self._files = []
        if layer is not None or folder is not None:
            QTimer.singleShot(0, lambda: _remove(layer, folder))

    def stop(self) -> None:
        """Remove the layer, and disconnect from the project."""
        QgsProject.instance().layersWillBeRemoved.disconnect(self._layers_will_be_removed)
        self.remove()

    def _layers_will_be_removed(self, ids: list[str]) -> None:
        # `remove` forgets the layer first; other layers go with it when a project is closed.
        if self.layer is not None and self.layer.id() in ids:
            self._layer = None
            if len(ids) == 1:
                self.removed.emit()


def _remove(layer: QgsRasterLayer | None, folder: Path | None) -> None:
    """Remove a layer that the project still has, and its files."""
    if layer is not None and not sip.isdeleted(layer):
        QgsProject.instance().removeMapLayer(layer.id())
    if folder is not None:
        remove_folder(folder)


def _insert(layer: QgsRasterLayer, training: QgsVectorLayer, scene: QgsRasterLayer) -> None:
    """Add the layer to the project, directly below the polygons, or else above the scene."""
    layer.setCustomProperty(preview.PROPERTY, f"{KIND} {scene.id()}")
    project = QgsProject.instance()
    project.addMapLayer(layer, False)
    root = project.layerTreeRoot()
    order = root.layerOrder()
    above, below = root.findLayer(training.id()), root.findLayer(scene.id())
    if above is not None and (below is None or order.index(training) < order.index(scene)):
        parent, row = above.parent(), above.parent().children().index(above) + 1
    elif below is not None:
        parent, row = below.parent(), below.parent().children().index(below)
    else:
        parent, row = root, 0
    node = parent.insertLayer(row, layer) if QgsLayerTree.isGroup(parent) else None
    if node is not None:
        node.setExpanded(False)
