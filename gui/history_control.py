"""Connects the list of earlier maps with the map that is shown, and compares two of them."""

from __future__ import annotations

from qgis.core import QgsRasterLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject

from ..bridge.styling import draw_class_map
from ..bridge.translation import tr
from .history_section import HistorySection
from .map_comparison import MapComparison
from .map_history import MapRecord
from .map_section import MapSection
from .map_texts import method_title, moment


class HistoryControl(QObject):
    """Shows maps of the history again, and ends a comparison when its maps are replaced."""

    def __init__(
        self, maps: MapSection, section: HistorySection, canvas: QgsMapCanvas, parent: QObject
    ):
        super().__init__(parent)
        self._maps, self._section = maps, section
        self.comparison = MapComparison(canvas, self)
        self._compared: MapRecord | None = None
        maps.maps_changed.connect(self._show_maps)
        section.map_chosen.connect(self._show_map)
        section.comparison_requested.connect(self._compare)
        section.comparison_ended.connect(self.comparison.end)
        self.comparison.ended.connect(lambda: section.show_comparison(None))
        self._show_maps()

    def _show_maps(self) -> None:
        shown = self._maps.shown_map
        if self._compared != shown:
            self.comparison.end()
        self._section.set_maps(self._maps.maps, shown)

    def _show_map(self, record: MapRecord) -> None:
        self.comparison.end()
        self._maps.show_map(record)

    def _compare(self, mode: str, shown: MapRecord, other: MapRecord) -> None:
        self.comparison.end()
        self._section.show_comparison(None)
        other_layer = QgsRasterLayer(str(self._maps.files_of(other)["map"]), "")
        if not other_layer.isValid():
            self._maps.show_status(tr("The file of this map no longer exists."))
            return
        if not self._maps.show_map(shown):
            return
        layer = self._maps.map_layer
        if layer is None:
            return
        draw_class_map(other_layer)
        other_layer.setOpacity(layer.opacity())
        other_layer.setBlendMode(layer.blendMode())
        self._compared = shown
        self.comparison.start(mode, layer, other_layer, (_title(shown), _title(other)))
        self._section.show_comparison(mode)


def _title(record: MapRecord) -> str:
    return f"{moment(record.time)} · {method_title(record.method)}"
