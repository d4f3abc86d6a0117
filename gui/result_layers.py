"""The layers of the panel's map and confidence: whether they are visible, and their order."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from qgis.core import QgsRasterLayer
from qgis.PyQt import sip

from ..bridge.styling import order_legend
from . import preview
from .training import TrainingLayer

KINDS = (preview.MAP, preview.CONFIDENCE)


class ResultLayers:
    """The preview layers of a scene and a training layer."""

    def __init__(self) -> None:
        self._scene: QgsRasterLayer | None = None
        self._training: TrainingLayer | None = None
        self._hidden: set[str] | None = None  # what was hidden while suggestions are labelled

    def set_layers(self, scene: QgsRasterLayer | None, training: TrainingLayer | None) -> None:
        """Set the scene and the training layer; what was hidden is shown again."""
        self.hide_all(False)
        self._scene, self._training = scene, training

    def find(self, kind: str) -> QgsRasterLayer | None:
        """The layer of a kind in the project."""
        if self._scene is None or self._training is None:
            return None
        if sip.isdeleted(self._scene) or sip.isdeleted(self._training.layer):
            return None
        return preview.find(kind, preview.key_of(self._training.layer, self._scene))

    def show(
        self, scene: QgsRasterLayer, training: TrainingLayer, files: Mapping[str, Path]
    ) -> None:
        """Show the files of a map; a new layer of the confidence is hidden at first."""
        key = preview.key_of(training.layer, scene)
        layer = preview.show(preview.MAP, key, files["map"], scene)
        order_legend(layer, [entry.name for entry in training.classes])
        if files["confidence"].is_file():
            is_new = preview.find(preview.CONFIDENCE, key) is None
            confidence = preview.show(preview.CONFIDENCE, key, files["confidence"], scene)
            if is_new:
                preview.set_visible(confidence, False)
        _raise(scene, training)
        if self._hidden is None:
            preview.set_visible(layer, True)
        else:
            self._hidden.add(preview.MAP)
            preview.set_visible(layer, False)

    def set_visible(self, kind: str, visible: bool) -> None:
        """Show or hide the layer of a kind; one that is shown comes above the live map."""
        preview.set_visible(self.find(kind), visible)
        if visible and self._scene is not None and self._training is not None:
            _raise(self._scene, self._training)

    def hide_all(self, hidden: bool) -> None:
        """Hide map and confidence to show the image, or show again what was hidden."""
        if hidden and self._hidden is None:
            self._hidden = {kind for kind in KINDS if preview.is_visible(self.find(kind))}
            for kind in KINDS:
                preview.set_visible(self.find(kind), False)
        elif not hidden and self._hidden is not None:
            kinds, self._hidden = self._hidden, None
            for kind in kinds:
                preview.set_visible(self.find(kind), True)


def _raise(scene: QgsRasterLayer, training: TrainingLayer) -> None:
    """Put map and confidence above the live map, and the polygons above all of them."""
    covers = [scene, preview.find(preview.LIVE, scene.id())]
    key = preview.key_of(training.layer, scene)
    for kind in KINDS:
        layer = preview.find(kind, key)
        if layer is not None:
            preview.raise_above(layer, covers)
            covers.append(layer)
    preview.raise_above(training.layer, covers)
