"""The class values and geometries of a layer, of which only changed features are read again."""

from __future__ import annotations

from qgis.core import QgsFeatureRequest, QgsVectorLayer
from qgis.PyQt.QtCore import QObject

from .class_field import ClassField

#: Changes of a larger share of the features are read with all others, in one pass.
MAX_CHANGED_SHARE = 0.5


class LabelledFeatures(QObject):
    """What a layer contains while it is edited; the signals of the layer say what has changed."""

    def __init__(self, layer: QgsVectorLayer, field: ClassField, parent: QObject | None = None):
        super().__init__(parent)
        self._layer, self._field = layer, field
        self._found: dict[int, tuple[int | str | None, bytes]] = {}
        self._changed: set[int] = set()
        self._is_outdated = True
        for signal in (
            layer.featureAdded,
            layer.featureDeleted,
            layer.geometryChanged,
            layer.attributeValueChanged,
        ):
            signal.connect(self._note_change)
        for signal in (
            layer.editingStarted,
            layer.afterCommitChanges,
            layer.afterRollBack,
            layer.subsetStringChanged,
            layer.dataChanged,
            layer.updatedFields,
        ):
            signal.connect(self.forget)

    def values(self) -> set[int | str]:
        """The class values, also of features without a geometry."""
        self._update()
        return {value for value, _ in self._found.values() if value is not None}

    def labels(self) -> list[tuple[int, int | str, bytes]]:
        """Id, class value and geometry (WKB) of all that have both, in the order of their ids."""
        self._update()
        return [
            (number, value, wkb)
            for number, (value, wkb) in sorted(self._found.items())
            if value is not None and wkb
        ]

    def forget(self, *_: object) -> None:
        """Read all features again."""
        self._is_outdated = True

    def _note_change(self, number: int, *_: object) -> None:
        self._changed.add(number)

    def _update(self) -> None:
        changed, self._changed = self._changed, set()
        if self._is_outdated or len(changed) > MAX_CHANGED_SHARE * len(self._found):
            self._read_all()
            return
        if changed:
            for number in changed:
                self._found.pop(number, None)
            self._read(QgsFeatureRequest().setFilterFids(sorted(changed)))
        # Features that were changed without signals, beside the edit buffer of the layer.
        count = self._layer.featureCount()
        if count >= 0 and count != len(self._found):
            self._read_all()

    def _read_all(self) -> None:
        self._found = {}
        self._is_outdated = False
        self._read(QgsFeatureRequest())

    def _read(self, request: QgsFeatureRequest) -> None:
        position = self._field.position
        if position < 0:
            self._found = {}
            return
        request.setSubsetOfAttributes([position])
        for feature in self._layer.getFeatures(request):
            geometry = feature.geometry()
            wkb = b"" if geometry.isEmpty() else bytes(geometry.asWkb())
            value = self._field.plain_value(feature.attribute(position))
            self._found[feature.id()] = (value, wkb)
