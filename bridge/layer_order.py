"""Places the layers that belong to a class map below it in the layer tree."""

from __future__ import annotations

import os

from qgis.core import (
    QgsLayerTree,
    QgsLayerTreeLayer,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingLayerPostProcessorInterface,
)

#: The property of a node of the layer tree with its position below the map.
RANK_PROPERTY = "geodiffnet/rank"


class LayerStyle(QgsProcessingLayerPostProcessorInterface):
    """What is done with a layer when it is loaded: its style, and its place in the layer tree."""

    def __init__(self) -> None:
        super().__init__()
        #: The file of the map that the layer belongs to, and its position among such layers.
        self.map_file = ""
        self.rank = 0

    def place(self, layer: QgsMapLayer, context: QgsProcessingContext) -> None:
        """Move the layer below its map and hide it, so that the map is visible."""
        project = context.project()
        if project is None or not self.map_file:
            return
        root = project.layerTreeRoot()
        node = root.findLayer(layer.id())
        map_node = _node_of(root, self.map_file)
        if node is None or map_node is None or node is map_node:
            return
        parent = map_node.parent()
        copy = node.clone()
        copy.setCustomProperty(RANK_PROPERTY, self.rank)
        copy.setItemVisibilityChecked(False)
        copy.setExpanded(False)
        position = parent.children().index(map_node) + 1
        for other in parent.children()[position:]:
            if other is node or int(other.customProperty(RANK_PROPERTY, self.rank)) >= self.rank:
                break
            position += 1
        # QGIS removes a layer from the project once no node shows it.
        parent.insertChildNode(position, copy)
        node.parent().removeChildNode(node)


def _node_of(root: QgsLayerTree, file: str) -> QgsLayerTreeLayer | None:
    """The node of the layer of a file."""
    wanted = os.path.abspath(file)
    for node in root.findLayers():
        layer = node.layer()
        if layer is not None and os.path.abspath(layer.source().partition("|")[0]) == wanted:
            return node
    return None
