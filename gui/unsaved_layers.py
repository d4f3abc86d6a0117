"""Leaves layers that the panel can compute again out of the projects that are saved.

Their files are in the temporary folder of QGIS and are gone when it ends; a project that named them
would be incomplete when it is opened again.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from qgis.core import QgsMapLayer, QgsProcessingUtils, QgsProject
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer
from qgis.PyQt.QtXml import QDomDocument, QDomNode

from . import preview
from .derived_layer import DerivedRasterLayer


class UnsavedLayers(QObject):
    """Takes the live map and principal components out of a project while it is being written."""

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self._left_out: list[QgsMapLayer] = []
        # Kept: the Python half of a layer ends with that of the project or the list it is in.
        self._project = QgsProject.instance()
        self._store = self._project.layerStore()
        self._project.writeProject.connect(self._leave_out)
        self._project.projectSaved.connect(self._put_back)
        self._project.cleared.connect(self._forget)

    def stop(self) -> None:
        """Disconnect from the project, and remove the layers, which would be stored from now on."""
        self._put_back()
        self._project.writeProject.disconnect(self._leave_out)
        self._project.projectSaved.disconnect(self._put_back)
        self._project.cleared.disconnect(self._forget)
        layers = [layer.id() for layer in _unsaved_layers()]
        # QGIS may be removing other layers right now.
        QTimer.singleShot(0, lambda: QgsProject.instance().removeMapLayers(layers))

    def _leave_out(self, document: QDomDocument) -> None:
        """Leave the layers out of a project that is being saved.

        QGIS has written the layer tree and writes the layers next. They are out of its list until
        then; the signals are blocked, so that they stay in the layer tree and on the canvas.
        """
        self._put_back()  # after a project that was not saved
        QTimer.singleShot(0, self._put_back)  # where saving fails
        for layer in _unsaved_layers():
            remove_layer_from_document(document, layer.id())
            self._left_out.append(layer)
            with self._quiet_store():
                self._store.takeMapLayer(layer)

    def _put_back(self) -> None:
        layers, self._left_out = self._left_out, []
        for layer in layers:
            if not sip.isdeleted(layer):
                with self._quiet_store():
                    self._store.addMapLayer(layer)

    def _forget(self) -> None:
        self._left_out.clear()

    @contextlib.contextmanager
    def _quiet_store(self) -> Iterator[None]:
        """The list of the project's layers sends no signals for a while."""
        blocked = self._store.blockSignals(True)
        try:
            yield
        finally:
            self._store.blockSignals(blocked)


def _unsaved_layers() -> list[QgsMapLayer]:
    return [layer for layer in QgsProject.instance().mapLayers().values() if _is_unsaved(layer)]


def _is_unsaved(layer: QgsMapLayer) -> bool:
    """Whether a layer can be computed again, and the user has not given it a lasting file."""
    kind = preview.kind_of(layer)
    if kind == preview.LIVE and isinstance(layer, DerivedRasterLayer):
        return True
    if kind not in (preview.COMPONENTS, preview.LIVE):
        return False
    temporary = Path(QgsProcessingUtils.tempFolder())
    return not layer.isValid() or temporary in Path(layer.source()).parents


def remove_layer_from_document(document: QDomDocument, layer_id: str) -> None:
    """Remove all elements that are about a layer from the document of a project."""
    _remove_from(document.documentElement(), layer_id)


def _remove_from(node: QDomNode, layer_id: str) -> None:
    child = node.firstChildElement()
    while not child.isNull():
        following = child.nextSiblingElement()
        if _is_about(child, layer_id):
            node.removeChild(child)
        elif not _is_layer(child):
            _remove_from(child, layer_id)
        child = following


def _is_layer(element: QDomNode) -> bool:
    """Whether an element is the definition of a layer, whose contents are its own."""
    return bool(element.nodeName() == "maplayer")


def _is_about(element: QDomNode, layer_id: str) -> bool:
    if _is_layer(element):
        return bool(element.firstChildElement("id").text() == layer_id)
    if element.nodeName() == "legendlayer":  # the legend of old versions of QGIS
        file = element.firstChildElement("filegroup").firstChildElement("legendlayerfile")
        return bool(file.attribute("layerid") == layer_id)
    own = element.toElement()
    if layer_id in (own.attribute("id"), own.attribute("layerId")):
        return True
    # Such as the items of the order of layers.
    return bool(own.firstChildElement().isNull() and own.text() == layer_id)
