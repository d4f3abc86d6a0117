"""The preview layers of the panel: a class map and a confidence of each scene and training layer.

A new map replaces the data source of the layer, so that its order, visibility and opacity are kept.
Layers are identified by a custom property, also after the project was reopened.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis.core import QgsLayerTreeLayer, QgsMapLayer, QgsProject, QgsRasterLayer, QgsVectorLayer

from ..bridge.styling import draw_class_map, draw_confidence
from ..bridge.translation import tr

PROPERTY = "geodiffnet/preview"
MAP, CONFIDENCE, COMPONENTS, LIVE = "map", "confidence", "components", "live"
DRAW_FUNCTIONS = {MAP: draw_class_map, CONFIDENCE: draw_confidence}


def key_of(layer: QgsVectorLayer, scene: QgsRasterLayer) -> str:
    """The key of the previews of a scene that was classified with a training layer."""
    return f"{layer.id()} {scene.id()}"


def show(kind: str, key: str, file: Path, scene: QgsRasterLayer) -> QgsRasterLayer:
    """Show a file as a preview; a new layer is put above the scene and what belongs to it."""
    layer = find(kind, key)
    if layer is None:
        layer = QgsRasterLayer(str(file), _title(kind, scene))
        insert_layer(layer, kind, key, find(MAP, key) or find(COMPONENTS, scene.id()) or scene)
    else:
        layer.setDataSource(str(file), layer.name(), "gdal")
    if layer.isValid():
        DRAW_FUNCTIONS[kind](layer)
    return layer


def insert_layer(layer: QgsRasterLayer, kind: str, key: str, above: QgsRasterLayer) -> None:
    """Add a layer to the project, directly above another one."""
    layer.setCustomProperty(PROPERTY, f"{kind} {key}")
    project = QgsProject.instance()
    project.addMapLayer(layer, False)
    root = project.layerTreeRoot()
    beneath = root.findLayer(above.id())
    parent = beneath.parent() if beneath is not None else root
    row = parent.children().index(beneath) if beneath is not None else 0
    node = parent.insertLayer(row, layer)
    node.setExpanded(kind == MAP)


def find(kind: str, key: str) -> QgsRasterLayer | None:
    """The preview layer of a kind in the project."""
    for layer in QgsProject.instance().mapLayers().values():
        if is_preview(layer) and layer.customProperty(PROPERTY) == f"{kind} {key}":
            return layer
    return None


def raise_above(layer: QgsMapLayer, rasters: Sequence[QgsRasterLayer | None]) -> None:
    """Move a layer that one of these rasters covers directly above the topmost of them."""
    root = QgsProject.instance().layerTreeRoot()
    node, order = node_of(layer), root.findLayers()
    positions = [order.index(found) for found in map(node_of, rasters) if found is not None]
    if node is None or not positions or order.index(node) < min(positions):
        return
    topmost = order[min(positions)]
    parent = topmost.parent()
    parent.insertChildNode(parent.children().index(topmost), node.clone())
    node.parent().removeChildNode(node)


def is_preview(layer: object) -> bool:
    """Whether a layer was created by the panel."""
    return kind_of(layer) != ""


def kind_of(layer: object) -> str:
    """The kind of a layer that was created by the panel; empty for any other."""
    if not isinstance(layer, QgsRasterLayer):
        return ""
    return str(layer.customProperty(PROPERTY) or "").partition(" ")[0]


def set_visible(layer: QgsMapLayer | None, visible: bool) -> None:
    """Show or hide a layer in the map canvas."""
    node = node_of(layer)
    if node is not None:
        if visible:
            node.setItemVisibilityCheckedParentRecursive(True)
        else:
            node.setItemVisibilityChecked(False)


def is_visible(layer: QgsMapLayer | None) -> bool:
    """Whether a layer is shown in the map canvas."""
    node = node_of(layer)
    return node is not None and node.isVisible()


def node_of(layer: QgsMapLayer | None) -> QgsLayerTreeLayer | None:
    """The node of a layer in the layer tree."""
    return QgsProject.instance().layerTreeRoot().findLayer(layer.id()) if layer else None


def _title(kind: str, scene: QgsRasterLayer) -> str:
    """The name of a new layer; with that of the scene where there are layers of other scenes."""
    title = {MAP: tr("Class map (preview)"), CONFIDENCE: tr("Confidence (preview)")}[kind]
    return f"{title} – {scene.name()}" if QgsProject.instance().mapLayersByName(title) else title
