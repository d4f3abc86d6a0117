"""Shows a scene without the layers that cover it, and restores them afterwards."""

from __future__ import annotations

from collections.abc import Collection

from qgis.core import Qgis, QgsMapLayer, QgsProject, QgsRasterLayer, QgsVectorLayer

from . import preview


class UncoveredScene:
    """Hides what lies above a scene while suggested locations are labelled."""

    def __init__(self) -> None:
        self._hidden: list[str] = []  # ids of layers
        self._shown: list[str] = []

    def uncover(self, scene: QgsRasterLayer, kept: Collection[str]) -> None:
        """Hide the visible layers above a scene, but not those with these ids, nor its composite.

        Points and lines do not cover it.
        """
        self.restore()
        components = preview.find(preview.COMPONENTS, scene.id())
        for layer in QgsProject.instance().layerTreeRoot().layerOrder():
            if layer is scene:
                break
            if layer is components or layer.id() in kept or not _covers(layer):
                continue
            if preview.is_visible(layer):
                self._hidden.append(layer.id())
                preview.set_visible(layer, False)
        if not preview.is_visible(scene):
            self._shown.append(scene.id())
            preview.set_visible(scene, True)

    def restore(self) -> None:
        """Show again what was hidden, as far as it still exists."""
        project = QgsProject.instance()
        for visible, ids in ((True, self._hidden), (False, self._shown)):
            for number in ids:
                preview.set_visible(project.mapLayer(number), visible)
        self._hidden, self._shown = [], []


def _covers(layer: QgsMapLayer) -> bool:
    if isinstance(layer, QgsVectorLayer):
        return layer.geometryType() == Qgis.GeometryType.Polygon
    return True
