"""The preview layers of the panel: one for the class map, one for the confidence.

A new map replaces the data source of the layer, so that its order, visibility and opacity are kept.
Layers are identified by a custom property, also after the project was reopened.
"""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsLayerTreeLayer, QgsProject, QgsRasterLayer

from ..bridge.styling import draw_class_map, draw_confidence
from ..bridge.translation import tr

PROPERTY = "geodiffnet/preview"
MAP, CONFIDENCE, COMPONENTS = "map", "confidence", "components"
DRAW_FUNCTIONS = {MAP: draw_class_map, CONFIDENCE: draw_confidence}


def show(kind: str, of: str, file: Path, above: QgsRasterLayer) -> QgsRasterLayer:
    """Show a file as a preview of a training layer or scene; a new layer is put above another."""
    layer = find(kind, of)
    if layer is None:
        layer = QgsRasterLayer(str(file), _title(kind))
        insert_layer(layer, kind, of, find(COMPONENTS, above.id()) or above)
    else:
        layer.setDataSource(str(file), layer.name(), "gdal")
    if layer.isValid():
        DRAW_FUNCTIONS[kind](layer)
    return layer


def insert_layer(layer: QgsRasterLayer, kind: str, of: str, above: QgsRasterLayer) -> None:
    """Add a layer to the project, directly above another one."""
    layer.setCustomProperty(PROPERTY, f"{kind} {of}")
    project = QgsProject.instance()
    project.addMapLayer(layer, False)
    root = project.layerTreeRoot()
    beneath = root.findLayer(above.id())
    parent = beneath.parent() if beneath is not None else root
    row = parent.children().index(beneath) if beneath is not None else 0
    node = parent.insertLayer(row, layer)
    node.setExpanded(kind == MAP)


def find(kind: str, of: str) -> QgsRasterLayer | None:
    """The preview layer of a kind in the project."""
    for layer in QgsProject.instance().mapLayers().values():
        if layer.customProperty(PROPERTY) == f"{kind} {of}":
            return layer
    return None


def is_preview(layer: object) -> bool:
    """Whether a layer was created by the panel."""
    return isinstance(layer, QgsRasterLayer) and bool(layer.customProperty(PROPERTY))


def set_visible(layer: QgsRasterLayer | None, visible: bool) -> None:
    """Show or hide a layer in the map canvas."""
    node = node_of(layer)
    if node is not None:
        if visible:
            node.setItemVisibilityCheckedParentRecursive(True)
        else:
            node.setItemVisibilityChecked(False)


def is_visible(layer: QgsRasterLayer | None) -> bool:
    """Whether a layer is shown in the map canvas."""
    node = node_of(layer)
    return node is not None and node.isVisible()


def node_of(layer: QgsRasterLayer | None) -> QgsLayerTreeLayer | None:
    """The node of a layer in the layer tree."""
    return QgsProject.instance().layerTreeRoot().findLayer(layer.id()) if layer else None


def _title(kind: str) -> str:
    return {MAP: tr("Class map (preview)"), CONFIDENCE: tr("Confidence (preview)")}[kind]
