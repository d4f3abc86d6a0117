"""Valid geometries of a layer in other coordinate reference systems; unchanged ones are kept."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsVectorLayer

from .labels import valid_geometry
from .layer_geometry import transformed

#: Those of the scene and of the layer itself are used in turn.
MAX_SYSTEMS = 3


class TransformedGeometries:
    """Transforms only the geometries that have changed since they were last asked for."""

    def __init__(self, layer: QgsVectorLayer):
        self._layer = layer
        self._source = layer.crs()
        self._known: list[tuple[QgsCoordinateReferenceSystem, dict[bytes, bytes | None]]] = []

    def in_system(
        self, samples: Iterable[tuple[int, str, bytes]], crs: QgsCoordinateReferenceSystem
    ) -> list[tuple[int, str, bytes]]:
        """Id, class and valid geometry (WKB); without those outside the area of the system."""
        if self._layer.crs() != self._source:
            self._source, self._known = self._layer.crs(), []
        known = next((found for system, found in self._known if system == crs), {})
        used: dict[bytes, bytes | None] = {}
        results = []
        for number, name, wkb in samples:
            if wkb not in used:
                used[wkb] = known[wkb] if wkb in known else self._transform(wkb, crs)
            found = used[wkb]
            if found is not None:
                results.append((number, name, found))
        others = [entry for entry in self._known if entry[0] != crs]
        self._known = [*others, (crs, used)][-MAX_SYSTEMS:]
        return results

    def _transform(self, wkb: bytes, crs: QgsCoordinateReferenceSystem) -> bytes | None:
        geometry = QgsGeometry()
        geometry.fromWkb(wkb)
        valid, _ = valid_geometry(geometry)
        found = transformed(valid, self._source, crs)
        return None if found is None else bytes(found.asWkb())
