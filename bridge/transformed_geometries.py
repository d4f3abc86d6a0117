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
        self, samples: Iterable[tuple[int, str, QgsGeometry]], crs: QgsCoordinateReferenceSystem
    ) -> list[tuple[int, str, bytes]]:
        """Id, class and geometry (WKB) of samples; without those outside the area of the system."""
        if self._layer.crs() != self._source:
            self._source, self._known = self._layer.crs(), []
        known = next((found for system, found in self._known if system == crs), {})
        used: dict[bytes, bytes | None] = {}
        results = []
        for number, name, geometry in samples:
            key = bytes(geometry.asWkb())
            if key not in used:
                used[key] = known[key] if key in known else self._transform(geometry, crs)
            wkb = used[key]
            if wkb is not None:
                results.append((number, name, wkb))
        others = [entry for entry in self._known if entry[0] != crs]
        self._known = [*others, (crs, used)][-MAX_SYSTEMS:]
        return results

    def _transform(self, geometry: QgsGeometry, crs: QgsCoordinateReferenceSystem) -> bytes | None:
        valid, _ = valid_geometry(geometry)
        found = transformed(valid, self._source, crs)
        return None if found is None else bytes(found.asWkb())
