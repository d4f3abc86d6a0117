"""What of the panel is kept in the project: layers, field, method, live, view, history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer

from .map_history import MapHistory
from .project_state import ProjectState

ON, OFF = "on", "off"

if TYPE_CHECKING:
    from .layers_section import LayersSection
    from .live.live_map import LiveMap
    from .map_section import MapSection
    from .view_section import ViewSection


def keep_layers(state: ProjectState, layers: LayersSection) -> None:
    """Keep the scene, the training layer and its class field."""

    def restore_scene(text: str) -> None:
        layer = QgsProject.instance().mapLayer(text)
        if isinstance(layer, QgsRasterLayer):
            layers.scenes.setLayer(layer)

    def restore_layer(text: str) -> None:
        layer = QgsProject.instance().mapLayer(text)
        if isinstance(layer, QgsVectorLayer) and layers.offers(layer):
            layers.layers.setLayer(layer)

    state.add("scene", lambda: _id_of(layers.scenes.currentLayer()), restore_scene)
    state.add("layer", lambda: _id_of(layers.layers.currentLayer()), restore_layer)
    state.add("field", lambda: layers.fields.field, layers.fields.choose)


def keep_maps(state: ProjectState, maps: MapSection) -> None:
    """Keep the method and the history of maps."""

    def restore_method(text: str) -> None:
        row = maps.method.findData(text)
        maps.method.setCurrentIndex(max(row, 0))

    def save_history() -> str:
        return maps.history.to_text() if maps.history else ""

    state.add("method", lambda: str(maps.method.currentData() or ""), restore_method)
    state.add("history", save_history, lambda text: maps.set_history(MapHistory.from_text(text)))


def keep_live(state: ProjectState, live: LiveMap, layers: LayersSection) -> None:
    """Keep whether the live map is on, where the user has chosen it."""

    def save() -> str:
        return {True: ON, False: OFF, None: ""}[live.choice]

    def restore(text: str) -> None:
        if text in (ON, OFF) and layers.scenes.currentLayer() is not None:
            live.set_enabled(text == ON)

    state.add("live", save, restore)


def keep_view(state: ProjectState, views: ViewSection) -> None:
    """Keep the composite; the style of the scene is kept by QGIS itself."""
    state.add("view", lambda: views.displayed, views.restore)


def _id_of(layer: QgsRasterLayer | QgsVectorLayer | None) -> str:
    return layer.id() if layer is not None else ""
